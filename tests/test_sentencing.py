"""Terms, sums and dates as they come out in records: how long, how much and when. Offenses are compared elsewhere."""

from __future__ import annotations

import pytest

from casefacts.extractor import Extractor
from facts import Fact, cases, convicted, difference, facts_of, prison, sentence

Row = tuple[str, list[Fact]]


def fined(amount: float, currency: str, defendant: str = "Ana Roe", offense: str = "theft", **fields: str) -> Fact:
    """One fine."""
    return sentence("fine", defendant, offense, amount=amount, currency=currency, **fields)


TABLE: dict[str, list[Row]] = {
    "a number that belongs to something else": [
        (
            "Ana Roe was sentenced July 9 to 15 years in prison for arson.",
            [prison("P15Y", "Ana Roe", "arson", date="2024-07-09")],
        ),
        (
            "Ana Roe was sentenced in 1995 to life in prison for murder.",
            [sentence("life", "Ana Roe", "murder", date="1995")],
        ),
        (
            "Ana Roe was sentenced on count 3 to five years in prison for fraud.",
            [prison("P5Y", "Ana Roe", "fraud")],
        ),
        (
            "Ana Roe, 34, was sentenced at age 20 to 25 years in prison for murder.",
            [prison("P25Y", "Ana Roe", "murder")],
        ),
        (
            "Ana Roe was sentenced in Room 12 to 15 years in prison for murder.",
            [prison("P15Y", "Ana Roe", "murder")],
        ),
    ],
    "consecutive terms": [
        (
            "Consecutive terms of two years for theft and five years for arson were imposed on Ana Roe.",
            [prison("P2Y", "Ana Roe", "theft"), prison("P5Y", "Ana Roe", "arson")],
        ),
        (
            "Ana Roe was sentenced to consecutive terms of five years for rape and seven years for arson.",
            [prison("P5Y", "Ana Roe", "rape"), prison("P7Y", "Ana Roe", "arson")],
        ),
    ],
    "changed terms": [
        (
            "Ana Roe's sentence for arson was reduced from 10 years to six on appeal.",
            [prison("P10Y", "Ana Roe", "arson"), prison("P6Y", "Ana Roe", "arson")],
        ),
        (
            "The court raised Ana Roe's sentence for arson from six to nine years.",
            [prison("P6Y", "Ana Roe", "arson"), prison("P9Y", "Ana Roe", "arson")],
        ),
        (
            "The court reduced Ana Roe's prison sentence for arson by two years to six years.",
            [prison("P6Y", "Ana Roe", "arson")],
        ),
    ],
    "what must be served": [
        (
            "Ana Roe was jailed for 12 years with a non-parole period of eight years for rape.",
            [prison("P12Y", "Ana Roe", "rape", min_duration="P8Y")],
        ),
        (
            "Ana Roe was jailed with a non-parole period of three years for rape.",
            [sentence("prison", "Ana Roe", "rape", min_duration="P3Y")],
        ),
        (
            "Ana Roe was sentenced to life in prison for murder and will be eligible for parole after 25 years.",
            [sentence("life", "Ana Roe", "murder", min_duration="P25Y")],
        ),
        (
            "Ana Roe was sentenced to 20 years in prison, all but eight of them suspended, for arson.",
            [prison("P20Y", "Ana Roe", "arson")],
        ),
        (
            "Ana Roe was sentenced to time served, 67 days, for theft.",
            [sentence("time_served", "Ana Roe", "theft", duration="P67D")],
        ),
        (
            "Ana Roe was sentenced to time served, three years of supervised release and a $500 fine for theft.",
            [
                sentence("time_served", "Ana Roe", "theft"),
                sentence("supervised_release", "Ana Roe", "theft", duration="P3Y"),
                fined(500, "USD"),
            ],
        ),
    ],
    "numbers of the deed": [
        (
            "Ana Roe was sentenced to two years for theft, three years for cheesemongering at night, and five years"
            " for arson.",
            [prison("P2Y", "Ana Roe"), prison("P3Y", "Ana Roe"), prison("P5Y", "Ana Roe")],
        ),
        ("Ana Roe was jailed for 10 years for a fraud that lasted three years.", [prison("P10Y", "Ana Roe", "fraud")]),
        ("Ana Roe was jailed for 10 years for abusing a girl for 12 years.", [prison("P10Y", "Ana Roe", "abusing")]),
        ("Ana Roe was jailed for 10 years for stealing £2m over three years.", [prison("P10Y", "Ana Roe", "theft")]),
        ("Ana Roe was jailed for 10 years after a two-year trial for theft.", [prison("P10Y", "Ana Roe", "theft")]),
        (
            "Ana Roe was jailed for 10 years for theft, 20 years after the crime.",
            [prison("P10Y", "Ana Roe", "theft")],
        ),
        ("Ana Roe was fined $500 for stealing $2,000 from her employer.", [fined(500, "USD")]),
        ("Ana Roe was fined £500 with £85 costs and a £50 victim surcharge for theft.", [fined(500, "GBP")]),
        (
            "Ana Roe was jailed for 10 years for theft and a further two years for arson.",
            [prison("P10Y", "Ana Roe", "theft"), prison("P2Y", "Ana Roe", "arson")],
        ),
    ],
    "money": [
        ("Ana Roe was fined Rs 1,50,000 for theft.", [fined(150_000, "INR")]),
        ("Ana Roe was fined R10 000 for theft.", [fined(10_000, "ZAR")]),
        ("Ana Roe was fined 120.000 euros for theft.", [fined(120_000, "EUR")]),
        ("Ana Roe was fined Tk 5 lakh for theft.", [fined(500_000, "BDT")]),
        ("Ana Roe was fined 10,000 pesos for theft.", [sentence("fine", "Ana Roe", "theft", amount=10_000.0)]),
        ("Ana Roe and Max Poe were fined £200 each for theft.", [fined(200, "GBP"), fined(200, "GBP", "Max Poe")]),
        ("Ana Roe was fined $5-10 million for theft.", []),
    ],
    "damages": [
        (
            "Ana Roe was jailed for a year for theft and ordered to pay 500 euros in damages.",
            [
                prison("P1Y", "Ana Roe", "theft"),
                sentence("restitution", "Ana Roe", "theft", amount=500.0, currency="EUR"),
            ],
        ),
        (
            "Ana Roe was convicted of theft and ordered to pay $500 in damages to her victim.",
            [
                convicted("Ana Roe", "theft"),
                sentence("restitution", "Ana Roe", "theft", amount=500.0, currency="USD"),
            ],
        ),
        ("A jury found Ana Roe liable for fraud and ordered her to pay $2 million in damages.", []),
        ("Ana Roe, a victim of fraud, was awarded $5 million in damages by the court.", []),
    ],
    "dates": [
        (
            "Ana Roe was convicted of theft a week ago Tuesday.",
            [convicted("Ana Roe", "theft", date="2024-07-02")],
        ),
        (
            "Ana Roe was convicted of theft on the 2nd of this month.",
            [convicted("Ana Roe", "theft", date="2024-07-02")],
        ),
        (
            "Ana Roe was jailed on New Year's Eve for a year for theft.",
            [prison("P1Y", "Ana Roe", "theft", date="2023-12-31")],
        ),
        (
            "Earlier today Ana Roe was jailed for a year for theft.",
            [prison("P1Y", "Ana Roe", "theft", date="2024-07-12")],
        ),
        ("On 05/06/2024 Ana Roe was fined £100 for theft.", [fined(100, "GBP", date="2024-06-05")]),
        ("On 05/06/2024 a court fined Ana Roe 100 euros for theft.", [fined(100, "EUR")]),
        ("Ana Roe was convicted of theft in the spring of 2019.", [convicted("Ana Roe", "theft")]),
    ],
}


def without_offense(facts: list[Fact]) -> list[Fact]:
    """The facts with nothing in the place of the offense."""
    return [(kind, defendant, None, fields) for kind, defendant, _, fields in facts]


@pytest.mark.parametrize(("text", "expected"), cases(TABLE))
def test_the_values_of_a_text(text: str, expected: list[Fact], extractor: Extractor) -> None:
    assert difference(without_offense(expected), without_offense(facts_of(extractor, text))) == {}
