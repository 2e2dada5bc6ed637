"""Where sentences begin: abbreviations, quotes, wrapped lines, headings, datelines and lists."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from casefacts.stages.sentences import sentences
from facts import cases

BLANK = spacy.blank("en")  # only splits words
WIDE = "The clerk read the verdict aloud while the families waited"  # with a few words more, a page-wide line

# text -> its sentences, blanks evened out
TABLE: dict[str, list[tuple[str, list[str]]]] = {
    "lines of a roll": [
        (
            'The men are:\nBo Li, 31, of Kelso\nMax ("Doc") Poe, 24, of East Hawick\nLeo Marsh, 20, of North Kelso\n'
            "Ida Lund, 33, of Selkirk\nCarl Berg, 25, of Jedburgh\nSean Roe, 28, of Melrose",
            [
                "The men are:",
                "Bo Li, 31, of Kelso",
                'Max ("Doc") Poe, 24, of East Hawick',
                "Leo Marsh, 20, of North Kelso",
                "Ida Lund, 33, of Selkirk",
                "Carl Berg, 25, of Jedburgh",
                "Sean Roe, 28, of Melrose",
            ],
        ),
    ],
    "plain": [
        ("He was charged. She was not.", ["He was charged.", "She was not."]),
        ("Guilty! Was she? Yes.", ["Guilty!", "Was she?", "Yes."]),
        ("He was jailed… She was freed.", ["He was jailed…", "She was freed."]),
        ("One sentence only", ["One sentence only"]),
        ("It cost 3.50 dollars. He paid.", ["It cost 3.50 dollars.", "He paid."]),
        ("He got 10 years. 12 others got less.", ["He got 10 years.", "12 others got less."]),
    ],
    "a line without its full stop": [
        (
            "Ida Poe was acquitted of arson\nThe judge was Ana Lind.",
            ["Ida Poe was acquitted of arson", "The judge was Ana Lind."],
        ),
    ],
    "a lost blank": [
        ("She hid with her husband.Charges were framed.", ["She hid with her husband.", "Charges were framed."]),
        ("The law firm J.Roe and St.Clair v.Poe closed.", ["The law firm J.Roe and St.Clair v.Poe closed."]),
        ("He sold it on flour.Example and left.", ["He sold it on flour.", "Example and left."]),
    ],
    "abbreviations inside a sentence": [
        ("Police Sgt. Ana Diaz testified.", ["Police Sgt. Ana Diaz testified."]),
        ("Mr. Marsh and Dr. Diaz left.", ["Mr. Marsh and Dr. Diaz left."]),
        ("Gov. Ana Diaz and Sen. Leo Marsh met.", ["Gov. Ana Diaz and Sen. Leo Marsh met."]),
        ("Lt. Col. Leo Marsh was tried.", ["Lt. Col. Leo Marsh was tried."]),
        ("Det. Supt. Leo Marsh thanked them.", ["Det. Supt. Leo Marsh thanked them."]),
        ("He lives in Salinas, Calif. with his son.", ["He lives in Salinas, Calif. with his son."]),
        ("He was held at 9 p.m. Friday in Kelso.", ["He was held at 9 p.m. Friday in Kelso."]),
        ("The U.S. Attorney spoke.", ["The U.S. Attorney spoke."]),
        (
            "It was heard on Nov. 10 by St. Clair magistrates.",
            ["It was heard on Nov. 10 by St. Clair magistrates."],
        ),
        ("The case of State v. Marsh ended.", ["The case of State v. Marsh ended."]),
        ("Torvane Inc. pleaded guilty.", ["Torvane Inc. pleaded guilty."]),
        ("Leo Marsh Jr. was fined.", ["Leo Marsh Jr. was fined."]),
        ("Count No. 4 was dropped.", ["Count No. 4 was dropped."]),
    ],
    "initials": [
        ("Leo J. Marsh was charged.", ["Leo J. Marsh was charged."]),
        ("J. R. Marsh was charged.", ["J. R. Marsh was charged."]),
        ("A. J. Diaz left. B. Marsh stayed.", ["A. J. Diaz left.", "B. Marsh stayed."]),
    ],
    "abbreviations that end a sentence": [
        ("It began at 9 a.m. The judge was late.", ["It began at 9 a.m.", "The judge was late."]),
        ("He lives in Salinas, Calif. He was charged.", ["He lives in Salinas, Calif.", "He was charged."]),
        ("She sued Torvane Inc. The firm paid.", ["She sued Torvane Inc.", "The firm paid."]),
        ("He fled the U.S. Prosecutors waited.", ["He fled the U.S.", "Prosecutors waited."]),
    ],
    "quotes and brackets": [
        ('"He is guilty," she said. "I saw it."', ['"He is guilty," she said.', '"I saw it."']),
        ('"He is guilty." She sat down.', ['"He is guilty."', "She sat down."]),
        ("“He is guilty.” She sat down.", ["“He is guilty.”", "She sat down."]),
        ('"Is he guilty?" she asked.', ['"Is he guilty?" she asked.']),
        ("He was charged. (She was not.) They left.", ["He was charged.", "(She was not.)", "They left."]),
    ],
    "lines": [
        ("He was charged\nwith arson.", ["He was charged with arson."]),
        (
            "Held were 27-year-old\nMax Poe\n, and 38-year-old\nLeo Marsh\n. Both were charged.",
            ["Held were 27-year-old Max Poe , and 38-year-old Leo Marsh .", "Both were charged."],
        ),
        (f"{WIDE} outside\nLeo Marsh was jailed.", [f"{WIDE} outside Leo Marsh was jailed."]),
        ("He was charged with theft,\nArson and fraud.", ["He was charged with theft, Arson and fraud."]),
        (
            "Judge rules in ferry case\n\nLeo Marsh was charged.",
            ["Judge rules in ferry case", "Leo Marsh was charged."],
        ),
        (
            "Judge rules in ferry case\nLeo Marsh was charged.",
            ["Judge rules in ferry case", "Leo Marsh was charged."],
        ),
        ("FERRY FIRE\nLeo Marsh was charged.", ["FERRY FIRE", "Leo Marsh was charged."]),
        ("By Tia Okoro\nLeo Marsh was charged.", ["By Tia Okoro", "Leo Marsh was charged."]),
        ("He was charged.\r\nShe was not.", ["He was charged.", "She was not."]),
    ],
    "lists": [
        (
            "Found guilty of:\n- arson\n- theft\n- fraud",
            ["Found guilty of:", "- arson", "- theft", "- fraud"],
        ),
        ("Sentenced:\n• Ana Diaz, 34\n• Leo Marsh, 51", ["Sentenced:", "• Ana Diaz, 34", "• Leo Marsh, 51"]),
        ("Ana Diaz, 34\nLeo Marsh, 51", ["Ana Diaz, 34", "Leo Marsh, 51"]),
    ],
    "datelines": [
        (f"{WIDE} outside\nKELSO, Calif. – A man fled.", [f"{WIDE} outside", "KELSO, Calif. –", "A man fled."]),
        ("KELSO - Leo Marsh was charged.", ["KELSO -", "Leo Marsh was charged."]),
        ("SANTA ROSA, Calif. — Leo Marsh was charged.", ["SANTA ROSA, Calif. —", "Leo Marsh was charged."]),
        (
            "KELSO, March 3, 2019 (Agency) -- He was charged.",
            ["KELSO, March 3, 2019 (Agency) --", "He was charged."],
        ),
        ("(KELSO) - Leo Marsh was charged.", ["(KELSO) -", "Leo Marsh was charged."]),
        ("KELSO, March 3 - A broker was charged.", ["KELSO, March 3 -", "A broker was charged."]),
        ("KELSO, Sept. 13 (Agency) -- He was charged.", ["KELSO, Sept. 13 (Agency) --", "He was charged."]),
    ],
    "dashes": [
        ("The ferry - Kelso's pride - sank.", ["The ferry - Kelso's pride - sank."]),
    ],
}

KNOWN_FAILURES: dict[str, list[tuple[str, list[str]]]] = {}


def split(text: str) -> list[str]:
    doc = sentences(BLANK(text))
    shown = [" ".join(sentence.text.split()) for sentence in doc.sents]
    return [sentence for sentence in shown if sentence]


@pytest.mark.parametrize(("text", "expected"), cases(TABLE, KNOWN_FAILURES))
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_line_ends_are_those_of_the_article() -> None:
    """The doc may show the line ends as spaces; what they were stands in its text."""
    doc = BLANK("FERRY FIRE Leo Marsh was charged")
    doc.user_data["text"] = "FERRY FIRE\nLeo Marsh was charged"
    assert [sentence.text for sentence in sentences(doc).sents] == ["FERRY FIRE", "Leo Marsh was charged"]


_PIECES = st.sampled_from(
    [
        "Sgt.",
        "p.m.",
        "J.",
        "He",
        "was",
        "charged",
        ".",
        "?",
        '"',
        "”",
        "\n",
        "\n\n",
        " ",
        "KELSO",
        " - ",
        "(",
        ")",
        "9",
        "•",
    ]
)


@given(st.text() | st.lists(_PIECES).map("".join) | st.lists(_PIECES).map(" ".join))
def test_every_token_is_in_one_sentence(text: str) -> None:
    doc = sentences(BLANK(text))
    assert [token.i for sentence in doc.sents for token in sentence] == list(range(len(doc)))
