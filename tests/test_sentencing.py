"""Terms, sums and dates as they come out in records: how long, how much and when. Offenses are compared elsewhere."""

from __future__ import annotations

import pytest

from casefacts.extractor import Extractor
from facts import Fact, cases, charge, convicted, difference, facts_of, prison, sentence

Row = tuple[str, list[Fact]]


def fined(amount: float, currency: str, defendant: str = "Ana Roe", offense: str = "theft", **fields: str) -> Fact:
    """One fine."""
    return sentence("fine", defendant, offense, amount=amount, currency=currency, **fields)


TABLE: dict[str, list[Row]] = {
    "a list below a line": [
        (
            "Max Poe was convicted of arson. He must:\n- Spend two years on probation\n- Pay a $750 fine",
            [
                convicted("Max Poe", "arson"),
                sentence("probation", "Max Poe", "arson", duration="P2Y"),
                fined(750.0, "USD", "Max Poe", "arson"),
            ],
        ),
        (
            "Ana Roe was convicted of arson. Judge Lund said she must:\nDo 90 hours of unpaid work\nPay a $75 fine",
            [
                convicted("Ana Roe", "arson"),
                sentence("community_service", "Ana Roe", "arson", duration="PT90H", judge="Lund"),
                fined(75.0, "USD", offense="arson", judge="Lund"),
            ],
        ),
        (
            "Ana Roe was sentenced for theft. She will:\n• serve a year of house arrest\n• pay $20 in restitution",
            [
                sentence("house_arrest", "Ana Roe", "theft", duration="P1Y"),
                sentence("restitution", "Ana Roe", "theft", amount=20.0, currency="USD"),
            ],
        ),
        (
            "Penalties handed down to Max Poe for tax fraud:\n– Prison: 27 months\n– Fine: $15,000",
            [prison("P27M", "Max Poe", "tax fraud"), fined(15000.0, "USD", "Max Poe", "tax fraud")],
        ),
        (
            "Max Poe was convicted of arson. He must: – spend two years on probation – pay a $50 fine.",
            [
                convicted("Max Poe", "arson"),
                sentence("probation", "Max Poe", "arson", duration="P2Y"),
                fined(50.0, "USD", "Max Poe", "arson"),
            ],
        ),
        (
            "The sentence for Max Poe, who was convicted of forgery:\n* 90 days in jail\n* three years of probation",
            [
                convicted("Max Poe", "forgery"),
                sentence("jail", "Max Poe", "forgery", duration="P90D"),
                sentence("probation", "Max Poe", "forgery", duration="P3Y"),
            ],
        ),
    ],
    "no list of penalties": [
        (
            "Ana Roe was convicted of theft. Guests of the hotel must:\n- Pay a $50 fine for noise",
            [convicted("Ana Roe", "theft")],
        ),
        (
            "Ana Roe was convicted of theft. She must:\n- Max Poe was told to pay a $50 fine",
            [convicted("Ana Roe", "theft")],
        ),
        ("The new rules of the library say members must:\n- Pay a $5 fine\n- Do 10 hours of unpaid work", []),
        ("Ana Roe must:\n- Spend two years on the road\n- Pay a $750 fine", []),
        (
            "Ana Roe was convicted of theft. She must:\n\nThe law provides for a $900 fine.",
            [convicted("Ana Roe", "theft")],
        ),
    ],
    "a docket": [
        (
            "Sentenced at Kelso Sheriff Court:\n1. Max Poe, assault, a year in prison.\n2. Ana Roe, theft, fined £9",
            [
                prison("P1Y", "Max Poe", "assault", court="Kelso Sheriff Court"),
                fined(9.0, "GBP", court="Kelso Sheriff Court"),
            ],
        ),
        (
            "Jailed: (a) Max Poe, three years, robbery; (b) Ana Roe, one year, theft.",
            [prison("P3Y", "Max Poe", "robbery"), prison("P1Y", "Ana Roe", "theft")],
        ),
        (
            "Sentenced by the court: Max Poe, arson, two years in prison; Ana Roe, theft, fined £90.",
            [prison("P2Y", "Max Poe", "arson"), fined(90.0, "GBP")],
        ),
        (
            "Fined by magistrates:\nMax Poe, 40, of Leeds, theft, £120.\nAna Roe, 31, of Hull, theft, £80.",
            [fined(120.0, "GBP", "Max Poe"), fined(80.0, "GBP")],
        ),
        (
            "Charges filed:\n- Max Poe, 24, robbery\n- Ana Roe, 30, forgery",
            [charge("Max Poe", "robbery"), charge("Ana Roe", "forgery")],
        ),
        (
            "Before Leeds Crown Court on 4 March: Tomasz Vrbak, theft, fined £90. Ana Roe, affray, jailed for a month.",
            [
                fined(90.0, "GBP", "Tomasz Vrbak", date="2024-03-04", court="Leeds Crown Court"),
                prison("P1M", "Ana Roe", "affray", date="2024-03-04", court="Leeds Crown Court"),
            ],
        ),
        (
            "At Derry District Court: Ana Roe, no tax, fined €90 with €40 costs; Max Poe, theft, banned for a year.",
            [
                fined(90.0, "EUR", offense="no tax", court="Derry District Court"),
                sentence("other", "Max Poe", "theft", duration="P1Y", court="Derry District Court"),
            ],
        ),
        (
            "Hull Crown Court, March 4: Max Poe, theft, jailed for 12 weeks. Ana Roe, 31, of Hull, poaching, fined £9.",
            [
                prison("P12W", "Max Poe", "theft", date="2024-03-04", court="Hull Crown Court"),
                fined(9.0, "GBP", offense="poaching", date="2024-03-04", court="Hull Crown Court"),
            ],
        ),
        (
            "Name | Offence | Sentence\nMax Poe | Burglary | 18 months in prison\nAna Roe | Fraud | £900 fine",
            [prison("P18M", "Max Poe", "Burglary"), fined(900.0, "GBP", offense="Fraud")],
        ),
    ],
    "no docket": [
        ("Sentenced on Monday:\nMax Poe, 33, told friends that eight months in prison had been a lesson.", []),
        ("Jailed on Monday: nobody. Ana Roe, who studies theft, spent three years on a book.", []),
        ("Fined by the league: Max Poe, £350.", []),
        ("On the court at Leeds: Ana Roe, foul play, fined £90 by the league.", []),
        ("Charges filed:\n- Ana Roe, 30, wrote the report on forgery", []),
        ("Sentenced:\nAna Roe, 30, defended Max Poe, theft, two years in prison.", []),
    ],
    "dealt out respectively": [
        (
            "Max Poe and Ana Roe were given 200 and 120 hours of community service respectively for theft.",
            [
                sentence("community_service", "Max Poe", "theft", duration="PT200H"),
                sentence("community_service", "Ana Roe", "theft", duration="PT120H"),
            ],
        ),
        (
            "Ida Lund, Max Poe and Ana Roe were convicted of theft, arson and fraud respectively.",
            [convicted("Ida Lund", "theft"), convicted("Max Poe", "arson"), convicted("Ana Roe", "fraud")],
        ),
        (
            "Max Poe and Ana Roe were jailed for three and five years respectively for fraud.",
            [prison("P3Y", "Max Poe", "fraud"), prison("P5Y", "Ana Roe", "fraud")],
        ),
        (
            "Max Poe and Ana Roe were convicted of theft and arson.",
            [
                convicted("Max Poe", "theft"),
                convicted("Max Poe", "arson"),
                convicted("Ana Roe", "theft"),
                convicted("Ana Roe", "arson"),
            ],
        ),
        (
            "Max Poe and Ana Roe were convicted of theft and fraud, respectively.",
            [convicted("Max Poe", "theft"), convicted("Ana Roe", "fraud")],
        ),
    ],
    "irregular verbs and registers": [
        ("Max Poe was sent to prison for three years for fraud.", [prison("P3Y", "Max Poe", "fraud")]),
        (
            "Ana Roe was convicted of rape. She will be a registered sex offender for life.",
            [convicted("Ana Roe", "rape"), sentence("other", "Ana Roe", "rape")],
        ),
        (
            "Max Poe and Ana Roe were convicted of rape. Both will be registered sex offenders for life.",
            [
                convicted("Max Poe", "rape"),
                convicted("Ana Roe", "rape"),
                sentence("other", "Max Poe", "rape"),
                sentence("other", "Ana Roe", "rape"),
            ],
        ),
        (
            "Ana Roe was convicted of perjury. Her penalty was 18 months of probation.",
            [convicted("Ana Roe", "perjury"), sentence("probation", "Ana Roe", "perjury", duration="P18M")],
        ),
        ("Ana Roe was ordered to pay a fine of $800 for vandalism.", [fined(800.0, "USD", offense="vandalism")]),
        (
            "Ana Roe was convicted of theft. She must pay $250 to the Police Restitution Fund.",
            [convicted("Ana Roe", "theft"), sentence("restitution", "Ana Roe", "theft", amount=250.0, currency="USD")],
        ),
        ("Ana Roe's dog will be a registered companion for life.", []),
    ],
    "a fine beside a possible term": [
        (
            "Max Poe could be sentenced to 20 years in jail and fined a total of $6 million for fraud.",
            [
                sentence("jail", "Max Poe", "fraud", duration="P20Y", status="possible"),
                fined(6000000.0, "USD", "Max Poe", "fraud", status="possible"),
            ],
        ),
        (
            "Max Poe and Ana Roe were charged with fraud. The pair face jail terms of up to five years.",
            [
                charge("Max Poe", "fraud"),
                charge("Ana Roe", "fraud"),
                sentence("jail", "Max Poe", "fraud", duration="P5Y", status="possible"),
                sentence("jail", "Ana Roe", "fraud", duration="P5Y", status="possible"),
            ],
        ),
    ],
    "remand": [
        (
            "Leo Marsh was charged with theft. He had spent 14 months in jail awaiting trial.",
            [charge("Leo Marsh", "theft")],
        ),
        (
            "Leo Marsh was charged with theft. He had already served 11 months in jail before trial.",
            [charge("Leo Marsh", "theft")],
        ),
        (
            "Leo Marsh was charged with bribery. A judge imposed nine months of preventive prison on Marsh.",
            [charge("Leo Marsh", "bribery")],
        ),
        (
            "Leo Marsh was charged with theft. He was given 18 months of pre-trial detention.",
            [charge("Leo Marsh", "theft")],
        ),
        (
            "Leo Marsh was jailed for six years for theft, after nine months in pre-trial detention.",
            [prison("P6Y", "Leo Marsh", "theft")],
        ),
    ],
    "what is earned": [
        (
            "Leo Marsh is charged with tax fraud. He owed $2,310 and unlawfully received a refund of $1,686.",
            [charge("Leo Marsh", "tax fraud")],
        ),
    ],
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
        (
            "The court sentenced Ana Roe to life imprisonment and Tk 100,000 for theft.",
            [sentence("life", "Ana Roe", "theft"), fined(100_000, "BDT")],
        ),
        ("The court sentenced Ana Roe to two years for theft and $100 was found on her.", [prison("P2Y", "Ana Roe")]),
        ("Ana Roe was fined Rs 1,50,000 for theft.", [fined(150_000, "INR")]),
        ("Ana Roe was fined R10 000 for theft.", [fined(10_000, "ZAR")]),
        ("Ana Roe was fined 120.000 euros for theft.", [fined(120_000, "EUR")]),
        ("Ana Roe was fined Tk 5 lakh for theft.", [fined(500_000, "BDT")]),
        ("Ana Roe was fined 10,000 pesos for theft.", [sentence("fine", "Ana Roe", "theft", amount=10_000.0)]),
        ("Ana Roe and Max Poe were fined £200 each for theft.", [fined(200, "GBP"), fined(200, "GBP", "Max Poe")]),
        ("Ana Roe was fined $5-10 million for theft.", [sentence("fine", "Ana Roe", "theft")]),
    ],
    "damages": [
        (
            "Ana Roe was convicted of theft. She was ordered to leave the force and pay $500 to the bank and $200 to"
            " Max Poe.",
            [
                convicted("Ana Roe", "theft"),
                sentence("restitution", "Ana Roe", "theft", amount=500.0, currency="USD"),
                sentence("restitution", "Ana Roe", "theft", amount=200.0, currency="USD"),
            ],
        ),
        ("Ana Roe was convicted of theft and ordered to pay £300 to the court.", [convicted("Ana Roe", "theft")]),
        ("Ana Roe was convicted of theft and ordered to pay £300 to settle it.", [convicted("Ana Roe", "theft")]),
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
