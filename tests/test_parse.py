"""A sentence is parsed by itself: whatever stands around it, it has the same tags, heads, relations and entities."""

import pytest
from spacy.tokens import Doc

from casefacts.extractor import Extractor
from casefacts.stages.parse import Parse

SENTENCES = [
    "Ana Roe, 34, of Kelso, was convicted of arson on Tuesday.",
    "Charged with arson, Max Poe pleaded not guilty before Judge Ida Lund.",
    "The jury found the clerk guilty; her brother walked free.",
    "Prosecutors dropped two of the five counts.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("before", ["", "It rained. ", "Police in Kelso said on Monday that they had found the boat. "])
def test_neighbours_change_no_parse(extractor: Extractor, sentence: str, before: str) -> None:
    alone = extractor.nlp(sentence)
    _parse(extractor).known.clear()
    within = extractor.nlp(before + sentence + " Nobody was hurt.")
    first = len(extractor.nlp.make_doc(before.strip()))
    found = within[first : first + len(alone)]
    assert found.text == sentence
    assert [(t.tag_, t.pos_, t.dep_, t.ent_type_, t.ent_iob_, t.head.i - t.i) for t in found] == [
        (t.tag_, t.pos_, t.dep_, t.ent_type_, t.ent_iob_, t.head.i - t.i) for t in alone
    ]


def test_a_sentence_of_several_texts_is_parsed_once(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    stage = _parse(extractor)
    text = " ".join(SENTENCES)
    first = extractor.nlp(text).to_array(["TAG", "HEAD", "DEP", "ENT_TYPE"])
    monkeypatch.setattr(stage, "components", [])
    again = extractor.nlp("\n\n".join([text, text]))
    half = len(first)
    for part in (again[:half], again[-half:]):
        assert (part.as_doc().to_array(["TAG", "HEAD", "DEP", "ENT_TYPE"]) == first).all()


def test_of_parses_so_many_are_kept(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casefacts.stages.parse._KEPT", 2)
    for sentence in SENTENCES:
        extractor.nlp(sentence)
    assert len(_parse(extractor).known) <= 3


def test_a_text_without_words_has_no_parse(extractor: Extractor) -> None:
    assert [token.dep_ for token in extractor.nlp("")] == []


@pytest.mark.parametrize("text", [" ", "   \n\n  ", "Ana Roe was convicted.\n\n    \n\nMax Poe was not."])
def test_white_space_has_the_parse_that_the_model_gives_it(extractor: Extractor, text: str) -> None:
    found = extractor.nlp(text)
    [space] = [token for token in found if token.is_space]
    unit = Doc(found.vocab, [space.text], [False], sent_starts=[True])
    for component in _parse(extractor).components:
        [unit] = component.pipe([unit])
    assert (space.tag_, space.head.i, space.ent_iob_) == (unit[0].tag_, space.i, unit[0].ent_iob_)
    assert space.pos_ == "SPACE"


def test_units_a_step_at_a_time_end_where_the_models_own_loop_ends(extractor: Extractor) -> None:
    vocab = extractor.nlp.vocab
    whole = [extractor.nlp(sentence) for sentence in SENTENCES]
    units = [Doc(vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc]) for doc in whole]
    for unit in units:
        unit[0].is_sent_start = True
    for component in _parse(extractor).components:
        units = list(component.pipe(units))
    assert [[(t.dep_, t.head.i, t.ent_type_, t.ent_iob_) for t in unit] for unit in units] == [
        [(t.dep_, t.head.i, t.ent_type_, t.ent_iob_) for t in doc] for doc in whole
    ]


def _parse(extractor: Extractor) -> Parse:
    return next(stage for _, stage in extractor.nlp.pipeline if isinstance(stage, Parse))
