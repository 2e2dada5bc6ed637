"""A sentence is parsed by itself: whatever stands around it, it has the same tags, heads, relations and entities."""

import pytest

from casefacts.extractor import Extractor

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
    within = extractor.nlp(before + sentence + " Nobody was hurt.")
    first = len(extractor.nlp.make_doc(before.strip()))
    found = within[first : first + len(alone)]
    assert found.text == sentence
    assert [(t.tag_, t.pos_, t.dep_, t.ent_type_, t.ent_iob_, t.head.i - t.i) for t in found] == [
        (t.tag_, t.pos_, t.dep_, t.ent_type_, t.ent_iob_, t.head.i - t.i) for t in alone
    ]


def test_a_text_without_words_has_no_parse(extractor: Extractor) -> None:
    assert [token.dep_ for token in extractor.nlp("")] == []
