"""The copy on which words are matched, and that each of its characters leads back to the text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefacts.extractor import Extractor
from casefacts.normalised import mended, normalised
from facts import facts_of, records_of

WORDS = frozenset({"manslaughter", "sentenced", "murder"})


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("Ana Roe was jailed.", "Ana Roe was jailed."),
        ("Renée’s “café” – £5", "Renée’s “café” – £5"),
        ("con\u00advic\u00adted", "convicted"),
        ("\ufeffAna\u200b Roe\u2060", "Ana Roe"),
        ("\u200eAna\u200f \u202bRoe\u202c", "Ana Roe"),
        ("Ana\u00a0Roe,\u202f44", "Ana Roe, 44"),
        ("Roe pleaded  guilty.  Poe   wept", "Roe pleaded guilty.  Poe   wept"),
        ("Rene\u0301e Mun\u0303oz", "Renée Muñoz"),
        ("\ufb01rst-degree", "first-degree"),
        ("man-\nslaughter on Monday", "manslaughter\non Monday"),
        ("was sen-\n   tenced. He", "was sentenced.\nHe"),
        ("mur\u00ad\nder of", "murder\nof"),
        ("second-\ndegree murder", "second-degree\nmurder"),
        ("an 18-\nmonth term", "an 18-month\nterm"),
        ("a penhale. The pen-\nhale", "a penhale. The penhale"),
        ("a dash -\nand more", "a dash -\nand more"),
        ("Ana Roe-\nMarsh", "Ana Roe-\nMarsh"),
        ("- one\n- two", "- one\n- two"),
        ("RenÃ©e said â€œyesâ€\x9d and paid Â£5", "Renée said “yes” and paid £5"),
        ("donâ€™t", "don’t"),
        ("jaiÂ\u00adled inÂ\u00a0Kelso", "jailed in Kelso"),
        ("RenÃƒÂ©e", "Renée"),
        ("ÂNGELA from SÃO PAULO Ã LA CARTE", "ÂNGELA from SÃO PAULO Ã LA CARTE"),
    ],
)
def test_the_copy(text: str, copy: str) -> None:
    made = normalised(text, WORDS)
    assert made.text == copy
    for at, character in enumerate(made.text):
        start, end = made.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert character in text[start:end] or character.isspace() or character not in text


@given(st.text(st.sampled_from("ab- \n\u00ad\u200b\u0301\u00a0\ufb01Ã©â€™\x9d")) | st.text())
def test_any_text_keeps_its_order(text: str) -> None:
    made = normalised(text, WORDS)
    spans = [made.span(at, at + 1) for at in range(len(made.text))]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert normalised(text, WORDS) == made


@pytest.mark.parametrize("text", ["Renée", "São Paulo", "Ñandú", "naïve â la carte", "Ångström Ä Ð", "£5 – “x”"])
def test_what_is_meant_so_is_not_mended(text: str) -> None:
    assert mended(text) == []


PLAIN = "Renée Roe was convicted of manslaughter on Thursday. Roe was jailed for two years for manslaughter."


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        PLAIN.replace("convicted", "con\u00advicted").replace("jailed", "jai\u00adled"),
        PLAIN.replace("Roe was", "Roe\u200b was").replace("two", "\u200etwo\u200f"),
        PLAIN.replace(" ", "\u00a0"),
        unicodedata.normalize("NFD", PLAIN),
        PLAIN.replace("manslaughter", "man-\nslaughter"),
        PLAIN.encode().decode("cp1252"),
        f"\ufeff\u200e{PLAIN}\u00ad",
    ],
    ids=["plain", "soft hyphens", "zero width", "blanks", "decomposed", "line ends", "garbled", "at the ends"],
)
def test_facts_are_the_same_and_offsets_point_into_the_text_as_it_stands(text: str, extractor: Extractor) -> None:
    assert facts_of(extractor, text) == facts_of(extractor, PLAIN)
    assert {fact[1] for fact in facts_of(extractor, text)} == {"Renée Roe"}
    for record in records_of(extractor, text):
        evidence = record.evidence
        assert text[evidence.start : evidence.end] == evidence.text
        assert evidence.text.split("\u00a0")[0].startswith(("Ren", "Roe"))
