"""The look-up of parts of speech says what spaCy's attribute ruler says."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

import en_casefacts
from casefacts.stages.parts_of_speech import PartsOfSpeech

TEXTS = (
    "Ana Roe, who had been charged with theft, did not say whether she'd plead guilty because she wasn't there.",
    "That is what someone told Max Poe, but nobody has been tried; there were two men, and they have left it.",
    "He was sentenced to 10 years, e.g. more than $5,000 a month!  Both will be so tired, though, once it's over.",
    "What did you do?\n\nSuch a man does n't 'ave much to hide from us -- him, her, or me, I mean.",
)


@pytest.fixture(scope="module")
def model() -> Language:
    name = next(name for name in en_casefacts.LANGUAGE_MODELS if spacy.util.is_package(name))
    return spacy.load(name, exclude=["ner", "lemmatizer"])


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_parts_of_speech(text: str, model: Language) -> None:
    ruler = model.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    doc = model.make_doc(text)
    for name in ("tok2vec", "tagger", "parser"):
        doc = model.get_pipe(name)(doc)
    ruled = ruler(doc.copy())
    looked_up = PartsOfSpeech(ruler)(doc)
    assert [(t.text, t.pos_, t.tag_, t.dep_) for t in looked_up] == [(t.text, t.pos_, t.tag_, t.dep_) for t in ruled]
    assert len({t.pos_ for t in looked_up}) > 5


def test_later_patterns_win_and_what_is_no_look_up_is_asked_of_a_ruler() -> None:
    nlp = spacy.blank("en")
    ruler = AttributeRuler(nlp.vocab)
    ruler.add([[{"TAG": "IN"}]], {"POS": "ADP", "MORPH": "AdpType=Prep"})
    ruler.add([[{"TAG": "IN", "LOWER": {"IN": ["if", "that"]}}]], {"POS": "SCONJ"})
    ruler.add([[{"TAG": "IN", "LOWER": "that"}]], {"POS": "DET"})
    ruler.add([[{"LOWER": "but"}, {"TAG": "IN"}]], {"POS": "X"}, index=1)
    doc = Doc(nlp.vocab, ["If", "that", "of", "but", "of"], tags=["IN", "IN", "IN", "CC", "IN"])
    assert [token.pos_ for token in PartsOfSpeech(ruler)(doc)] == ["SCONJ", "DET", "ADP", "", "X"]
