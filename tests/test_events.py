"""One event, one record: what is told twice is merged, what happened twice is kept apart."""

from __future__ import annotations

from unittest.mock import ANY

import pytest

from casefacts.extractor import Extractor
from casefacts.fact import same_offense
from facts import Fact, cases, charge, convicted, difference, facts_of, pleaded, prison, sentence, verdict

Row = tuple[str, list[Fact]]

TABLE: dict[str, list[Row]] = {
    "told twice": [
        (
            "Leo Marsh was charged over a stabbing. Marsh was charged over the brutal attack in Kelso.",
            [charge("Leo Marsh", "stabbing")],
        ),
        (
            "Leo Marsh was charged over the brutal attack in Kelso. Marsh was charged over a stabbing.",
            [charge("Leo Marsh", "stabbing")],
        ),
        (
            "Leo Marsh was charged with two counts of sexual assault. He left after he was charged with sexually"
            " assaulting a girl.",
            [charge("Leo Marsh", ANY, counts=2)],
        ),
        (
            "Leo Marsh was convicted of arson. Marsh was convicted of arson on Monday.",
            [convicted("Leo Marsh", "arson", date="2024-07-08")],
        ),
        (
            "Marsh convicted of arson\n\nLeo Marsh was convicted of arson on Monday in Kelso.",
            [convicted("Leo Marsh", "arson", date="2024-07-08")],
        ),
        (
            "Leo Marsh was jailed for six years. He had set fire to a barn. The judge jailed Marsh"
            " for six years for"
            " arson.",
            [prison("P6Y", "Leo Marsh", "arson")],
        ),
        (
            "Leo Marsh was charged with murder. Marsh, 51, was charged on Friday with first-degree murder.",
            [charge("Leo Marsh", "first-degree murder", date="2024-07-12")],
        ),
        (
            "Leo Marsh was convicted on Monday. The jury found Marsh guilty of two counts of arson.",
            [convicted("Leo Marsh", "arson", counts=2, method="jury", date="2024-07-08")],
        ),
        (
            "Leo Marsh was sentenced to life in prison. Marsh received a life sentence without parole.",
            [sentence("life", "Leo Marsh", parole="without")],
        ),
        (
            "Ana Diaz was fined £600. Diaz was fined £600 at Leeds Crown Court.",
            [sentence("fine", "Ana Diaz", amount=600.0, currency="GBP", court="Leeds Crown Court")],
        ),
    ],
    "happened twice": [
        (
            "Leo Marsh was charged over a stabbing. He was also charged over the attack on a clerk.",
            [charge("Leo Marsh", "stabbing"), charge("Leo Marsh", "attack on a clerk")],
        ),
        (
            "A roofer has been charged with murder and burglary. Leo Marsh, 30, also faces a charge of weir poaching.",
            [charge("Leo Marsh", "murder"), charge("Leo Marsh", "burglary"), charge("Leo Marsh", "weir poaching")],
        ),
        (
            "Leo Marsh was convicted of murder and attempted murder.",
            [convicted("Leo Marsh", "murder"), convicted("Leo Marsh", "attempted murder")],
        ),
        (
            "Leo Marsh was convicted of fraud. He was also convicted of conspiracy to commit fraud.",
            [convicted("Leo Marsh", "fraud"), convicted("Leo Marsh", "conspiracy to commit fraud")],
        ),
        (
            "Leo Marsh was charged with arson. Leo Marsh was convicted of arson.",
            [charge("Leo Marsh", "arson"), convicted("Leo Marsh", "arson")],
        ),
        (
            "Leo Marsh faces up to ten years in prison. In the end he was sentenced to ten years in prison.",
            [prison("P10Y", "Leo Marsh", status="possible"), prison("P10Y", "Leo Marsh")],
        ),
        (
            "Ana Diaz was convicted of arson. Leo Marsh was convicted of arson.",
            [convicted("Ana Diaz", "arson"), convicted("Leo Marsh", "arson")],
        ),
        (
            "Leo Marsh was charged with fraud in January 2023. He was charged with fraud again in May 2024.",
            [
                charge("Leo Marsh", "fraud", date="2023-01"),
                charge("Leo Marsh", "fraud", date="2024-05"),
            ],
        ),
        (
            "Leo Marsh was convicted of theft in 2015 and convicted of theft again in 2021.",
            [convicted("Leo Marsh", "theft", date="2015"), convicted("Leo Marsh", "theft", date="2021")],
        ),
    ],
    "complaint and indictment": [
        (
            "Leo Marsh was charged with bribery in May and was then indicted for bribery.",
            [charge("Leo Marsh", "bribery", date="2024-05")],
        ),
        (
            "Leo Marsh was indicted for bribery in 2022. He was arraigned on a charge of bribery.",
            [charge("Leo Marsh", "bribery", action="indicted", date="2022")],
        ),
    ],
    "pleas": [
        (
            "Ana Diaz was charged with arson. She pleaded not guilty to arson.",
            [charge("Ana Diaz", "arson", plea="not_guilty")],
        ),
        (
            "Ana Diaz was charged with arson and theft. She pleaded not guilty to arson.",
            [charge("Ana Diaz", "arson", plea="not_guilty"), charge("Ana Diaz", "theft")],
        ),
        (
            "Ana Diaz and Leo Marsh were charged with arson. Marsh pleaded not guilty.",
            [charge("Ana Diaz", "arson"), charge("Leo Marsh", "arson", plea="not_guilty")],
        ),
        (
            "Ana Diaz pleaded not guilty on Friday.",
            [charge("Ana Diaz", plea="not_guilty", date="2024-07-12")],
        ),
        (
            "Ana Diaz is charged with arson and theft. She has pleaded not guilty.",
            [charge("Ana Diaz", "arson", plea="not_guilty"), charge("Ana Diaz", "theft", plea="not_guilty")],
        ),
    ],
    "what is asked for": [
        (
            "Leo Marsh was convicted of arson. A prosecutor recommends that his conviction be vacated, and the charges"
            " dismissed.",
            [convicted("Leo Marsh", "arson")],
        ),
    ],
    "charges against nobody in particular": [
        (
            "Ana Diaz is charged with perjury. She said that two clerks had stolen her ring. Charges that were filed"
            " over the alleged theft were later dropped.",
            [charge("Ana Diaz", "perjury")],
        ),
        (
            "Ana Diaz was charged with perjury. The charges filed against her were later dropped.",
            [charge("Ana Diaz", "perjury"), verdict("dismissed", "Ana Diaz", "perjury")],
        ),
    ],
    "charges of somebody's own": [
        (
            "Leo Marsh had charges of his own dropped last week when a judge ruled that the search was unlawful.",
            [verdict("dismissed", "Leo Marsh", None, method=ANY, date=ANY)],
        ),
    ],
    "a filing that names nothing": [
        (
            "Leo Marsh has been charged.\n\nMarsh, 33, will appear in court on Friday accused of wounding with intent.",
            [charge("Leo Marsh", "wounding with intent")],
        ),
        ("Leo Marsh has been charged. The theft shocked Kelso.", []),
        (
            "Judges framed charges of theft against Leo Marsh. Before framing charges of arson against Ana Diaz, the"
            " court heard her lawyer.",
            [charge("Leo Marsh", "theft"), charge("Ana Diaz", "arson")],
        ),
    ],
    "endings": [
        (
            "Leo Marsh was convicted of arson in 2012. An appeals court overturned his arson conviction in 2016.",
            [
                convicted("Leo Marsh", "arson", date="2012"),
                verdict("overturned", "Leo Marsh", "arson", method="appeal", date="2016"),
            ],
        ),
        (
            "Leo Marsh was acquitted of murder but convicted of manslaughter.",
            [verdict("acquitted", "Leo Marsh", "murder"), convicted("Leo Marsh", "manslaughter")],
        ),
        (
            "The jury deadlocked in the trial of Leo Marsh in 2019. At a second trial he was convicted of arson.",
            [
                verdict("mistrial", "Leo Marsh", ANY, method="jury", date="2019"),
                convicted("Leo Marsh", "arson"),
            ],
        ),
        (
            "A judge dismissed the perjury charge against Leo Marsh in May. The charge of theft was dismissed in June.",
            [
                verdict("dismissed", "Leo Marsh", "perjury", method="judge", date="2024-05"),
                verdict("dismissed", "Leo Marsh", "theft", date="2024-06"),
            ],
        ),
    ],
}

KNOWN_FAILURES: dict[str, list[Row]] = {
    "told again with another date": [
        (
            "Leo Marsh pleaded guilty to theft in March. In June, his guilty plea to theft was read out.",
            [pleaded("Leo Marsh", "theft", date="2024-03")],
        ),
    ],
    "two terms under one verb": [
        (
            "Leo Marsh was jailed for six years in 2012 and for eight years in 2020.",
            [prison("P6Y", "Leo Marsh", date="2012"), prison("P8Y", "Leo Marsh", date="2020")],
        ),
    ],
    "a new clause after the offense": [
        (
            "Leo Marsh pleaded guilty to theft, and prosecutors dropped the fraud charge.",
            [
                pleaded("Leo Marsh", "theft"),
                verdict("dismissed", "Leo Marsh", "fraud", method="prosecution"),
            ],
        ),
    ],
}


@pytest.mark.parametrize(("text", "expected"), cases(TABLE, KNOWN_FAILURES))
def test_events(text: str, expected: list[Fact], extractor: Extractor) -> None:
    assert difference(expected, facts_of(extractor, text)) == {}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("murder", "murder", True),
        ("murder", "Murder", True),
        ("murder", "second-degree murder", True),
        ("murder", "attempted murder", False),
        ("fraud", "conspiracy to commit fraud", False),
        ("conspiracy to commit fraud", "conspiring to commit fraud", True),
        ("wire fraud", "mail fraud", False),
        ("robbery", "armed robbery", True),
        ("sexual assault", "sexually assaulting a girl", True),
        ("rape", "robbery", False),
        ("possession of heroin", "heroin possession", True),
        ("first-degree murder", "second-degree murder", False),
    ],
)
def test_same_offense(one: str, other: str, same: bool) -> None:
    assert same_offense(one, other) is same
    assert same_offense(other, one) is same
