"""Penalties by their words alone: kinds, terms and sums. Whether they were imposed is not asked here."""

from __future__ import annotations

import re
from dataclasses import astuple
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefacts.extractor import Extractor
from casefacts.records import Article
from casefacts.stages.penalties import Penalty, terms
from facts import cases

# (kind, duration, min_duration, parole, amount, currency)
Expected = tuple[Any, ...]
Row = tuple[str, list[Expected]]


def p(kind: str | None, duration: str | None = None, least: str | None = None, parole: bool = False) -> Expected:
    """A penalty in time; kind None where the words leave it to the verb ("sentenced to ten years")."""
    return (kind, duration, least, parole, None, None)


def money(kind: str | None, amount: float, currency: str = "USD") -> Expected:
    """A penalty in money."""
    return (kind, None, None, False, amount, currency)


TABLE: dict[str, list[Row]] = {
    "suspended before the term": [
        ("She got a suspended two-year prison sentence.", [p("suspended", "P2Y")]),
        ("He was handed a suspended eight-month jail term.", [p("suspended", "P8M")]),
        ("He got a suspended 18-month custodial sentence and a $90 fine.", [p("suspended", "P18M"), money("fine", 90)]),
        ("She got a suspended sentence and two years in prison.", [p("suspended"), p("prison", "P2Y")]),
        ("She was given a suspended nine-month term.", [p("suspended", "P9M")]),
    ],
    "a sum told again in brackets": [
        ("She must pay $2 million dollars (£1.6m) in restitution.", [money("restitution", 2000000.0)]),
        ("She must pay 300 euros (about $330) in compensation.", [money("restitution", 300.0, "EUR")]),
    ],
    "a term before a court": [
        ("He was jailed for a minimum of two years and four months in Kelso's High Court.", [p(None, None, "P2Y4M")]),
        ("He got two years and four months in the Crown Court.", [p(None, "P2Y4M")]),
    ],
    "figures and words": [
        ("She got 10 years in prison.", [p("prison", "P10Y")]),
        ("She got ten years in prison.", [p("prison", "P10Y")]),
        ("She got one year in prison.", [p("prison", "P1Y")]),
        ("She got a year in prison.", [p("prison", "P1Y")]),
        ("She got an 18-month prison sentence.", [p("prison", "P18M")]),
        ("She got an eighteen-month prison term.", [p("prison", "P18M")]),
        ("She got 36 months in prison.", [p("prison", "P36M")]),
        ("She got 2.5 years in prison.", [p("prison", "P2Y6M")]),
        ("She got two-and-a-half years in prison.", [p("prison", "P2Y6M")]),
        ("She got two and a half years in prison.", [p("prison", "P2Y6M")]),
        ("She got a two-and-a-half-year prison sentence.", [p("prison", "P2Y6M")]),
        ("She got 2½ years in prison.", [p("prison", "P2Y6M")]),
        ("She got 4 1/2 years in prison.", [p("prison", "P4Y6M")]),
        ("She got half a year in prison.", [p("prison", "P6M")]),
        ("She got a year and a day in prison.", [p("prison", "P1Y1D")]),
        ("She got 23 years and four months in prison.", [p("prison", "P23Y4M")]),
        ("She got two years, six months in prison.", [p("prison", "P2Y6M")]),
        ("She got 14 years, nine months and 20 days in prison.", [p("prison", "P14Y9M20D")]),
        ("She got six weeks in prison.", [p("prison", "P6W")]),
        ("She got 1,200 months in prison.", [p("prison", "P1200M")]),
        ("She got four years' imprisonment.", [p("prison", "P4Y")]),
        ("She got four years’ imprisonment.", [p("prison", "P4Y")]),
        ("She got a term of imprisonment of four years.", [p("prison", "P4Y")]),
        ("She got thirty-four years in prison.", [p("prison", "P34Y")]),
        ("She got a year and a half in prison.", [p("prison", "P1Y6M")]),
        ("She got a hundred years in prison.", [p("prison", "P100Y")]),
    ],
    "ranges and what was possible": [
        ("He got a minimum of three years and a maximum of nine years in prison.", [p("prison", "P9Y", "P3Y")]),
        (
            "He got two years in prison, out of a maximum of five years in prison.",
            [p("prison", "P2Y"), (*p("prison", "P5Y"), "possible")],
        ),
        ("She got sixteen (16) years in state prison.", [p("prison", "P16Y")]),
        ("She got one year and four months in Kelso County jail.", [p("jail", "P1Y4M")]),
    ],
    "fractions and spelt hundreds": [
        ("She got 6 ½ years in prison.", [p("prison", "P6Y6M")]),
        ("She got 2-1/2 years in prison.", [p("prison", "P2Y6M")]),
        ("She got 8 1/3 years in prison.", [p("prison", "P8Y4M")]),
        ("She got 1¾ years in prison.", [p("prison", "P1Y9M")]),
        ("She got 5.25 years in prison.", [p("prison", "P5Y3M")]),
        ("She got three-and-three-quarter years in prison.", [p("prison", "P3Y9M")]),
        ("She got five and one-half years in prison.", [p("prison", "P5Y6M")]),
        ("She got a year and a quarter in prison.", [p("prison", "P1Y3M")]),
        ("She got three quarters of a year in prison.", [p("prison", "P9M")]),
        ("She got two-thirds of a year in prison.", [p("prison")]),
        ("She got 18.5 months in prison.", [p("prison", "P18M15D")]),
        ("She got one hundred and twenty months in prison.", [p("prison", "P120M")]),
        ("She got one hundred eight months in prison.", [p("prison", "P108M")]),
        ("She got four hundred and forty-five years in prison.", [p("prison", "P445Y")]),
        ("She got two dozen months in prison.", [p("prison", "P24M")]),
        ("She got 18months in prison.", [p("prison", "P18M")]),
        ("She got three 10-year prison terms.", [p("prison", "P10Y")]),
        ("She got five years and 200 hours of community service.", [p(None, "P5Y"), p("community_service", "PT200H")]),
        ("She got several years in prison.", [p("prison")]),
    ],
    "a number that belongs to something else": [
        ("She was sentenced Aug. 12 to 15 years in prison.", [p("prison", "P15Y")]),
        ("She was sentenced on May 5, 2019 to 20 years in prison.", [p("prison", "P20Y")]),
        ("She was sentenced in 1995 to life.", [p("life")]),
        ("She was sentenced in 1995 to life imprisonment.", [p("life")]),
        ("She was sentenced on count 3 to five years in prison.", [p("prison", "P5Y")]),
        ("She was sentenced on counts 1, 2 and 3 to five years in prison.", [p("prison", "P5Y")]),
        ("She was sentenced at age 20 to 25 years in prison.", [p("prison", "P25Y")]),
        ("She was sentenced in Room 12 to 15 years in prison.", [p("prison", "P15Y")]),
        ("She was sentenced at 10:30 to 40 months in prison.", [p("prison", "P40M")]),
        ("She was sentenced in case 22-145 to 200 months in prison.", [p("prison", "P200M")]),
        ("She was sentenced by a jury of 12 to 15 years in prison.", [p("prison", "P15Y")]),
        ("She was sentenced on June 20 to three years in prison.", [p("prison", "P3Y")]),
        ("She was sentenced, with 2 others, to 15 years in prison.", [p("prison", "P15Y")]),
        ("She was sentenced in 2019 years after the raid.", []),
        ("She robbed girls aged 10 to 15 years.", []),
        ("She robbed girls between the ages of 10 and 15 years.", []),
        ("She must do 80 hours of unpaid work within a year.", [p("community_service", "PT80H")]),
        ("She was jailed two years ago for five years.", [p(None, "P5Y")]),
    ],
    "kinds of prison and jail": [
        ("He got five years in state prison.", [p("prison", "P5Y")]),
        ("He got five years in federal prison.", [p("prison", "P5Y")]),
        ("He got five years behind bars.", [p("prison", "P5Y")]),
        ("He got five years in custody.", [p("prison", "P5Y")]),
        ("He got five years of hard labor.", [p("prison", "P5Y")]),
        ("He got five years in a penal colony.", [p("prison", "P5Y")]),
        ("He got a prison sentence of five years.", [p("prison", "P5Y")]),
        ("He got a sentence of five years.", [p(None, "P5Y")]),
        ("He got 90 days in county jail.", [p("jail", "P90D")]),
        ("He got 90 days in jail.", [p("jail", "P90D")]),
        ("He got a 90-day jail sentence.", [p("jail", "P90D")]),
        ("He got 14 months in a young offenders institution.", [p("prison", "P14M")]),
    ],
    "ranges": [
        ("She got two to six years in prison.", [p("prison", "P6Y", "P2Y")]),
        ("She got 12 to 15 years in prison.", [p("prison", "P15Y", "P12Y")]),
        ("She got two years and six months to four years in prison.", [p("prison", "P4Y", "P2Y6M")]),
        ("She got 12-15 years in prison.", [p("prison", "P15Y", "P12Y")]),
        ("She got 12–15 years in prison.", [p("prison", "P15Y", "P12Y")]),
        ("She got between 12 and 15 years in prison.", [p("prison", "P15Y", "P12Y")]),
        ("She got from 12 to 15 years in prison.", [p("prison", "P15Y", "P12Y")]),
        ("She got six months to two years in prison.", [p("prison", "P2Y", "P6M")]),
        ("She got a two-to-six-year prison sentence.", [p("prison", "P6Y", "P2Y")]),
        ("She got at least 15 years in prison.", [p("prison", None, "P15Y")]),
        ("She got a minimum of 15 years in prison.", [p("prison", None, "P15Y")]),
        ("She got no less than 15 years in prison.", [p("prison", None, "P15Y")]),
        ("She got up to 15 years in prison.", [p("prison", "P15Y")]),
        ("She got a maximum of 15 years in prison.", [p("prison", "P15Y")]),
        ("She got more than 15 years in prison.", [p("prison", "P15Y")]),
        ("She got 3 1/2 to 7 years in prison.", [p("prison", "P7Y", "P3Y6M")]),
        ("She got one and one-third to four years in prison.", [p("prison", "P4Y", "P1Y4M")]),
        ("She got 2½-5 years in prison.", [p("prison", "P5Y", "P2Y6M")]),
        ("She got 18 months to three years in prison.", [p("prison", "P3Y", "P18M")]),
        ("She got between 18 months and three years in prison.", [p("prison", "P3Y", "P18M")]),
        ("She got two years and six months to five years and three months in prison.", [p("prison", "P5Y3M", "P2Y6M")]),
        ("She got a 12- to 15-year prison term.", [p("prison", "P15Y", "P12Y")]),
        ("She got a term of 15 to 12 years in prison.", [p("prison", "P12Y")]),
    ],
    "the part that must be served": [
        (
            "She got a head sentence of 12 years in prison with a non-parole period of eight years.",
            [p("prison", "P12Y", "P8Y")],
        ),
        (
            "She got nine years in jail, with a non-parole period of five years and three months.",
            [p("jail", "P9Y", "P5Y3M")],
        ),
        ("She was jailed for 12 years and must serve at least eight years.", [p(None, "P12Y", "P8Y")]),
        ("She got a non-parole period of eight years.", [p(None, None, "P8Y")]),
        ("She was jailed for ten years for thefts over at least three years.", [p(None, "P10Y")]),
        ("He got life in prison with parole eligibility after 25 years.", [p("life", None, "P25Y")]),
        ("He got life in prison without parole for 25 years.", [p("life", None, "P25Y")]),
        ("He got life with a minimum of 20 years and six months.", [p("life", None, "P20Y6M")]),
        ("He got 33 1/3 years to life.", [p("life", None, "P33Y4M")]),
        ("He got 20-to-life.", [p("life", None, "P20Y")]),
        ("He got life with a 30-year minimum term.", [p("life", None, "P30Y")]),
        ("He got life with a minimum tariff of 18 years.", [p("life", None, "P18Y")]),
    ],
    "life": [
        ("He got life in prison.", [p("life")]),
        ("He got a life sentence.", [p("life")]),
        ("He got life imprisonment.", [p("life")]),
        ("He was jailed for life.", [p("life")]),
        ("He got life in prison without parole.", [p("life", parole=True)]),
        ("He got life without the possibility of parole.", [p("life", parole=True)]),
        ("He got a life sentence with no possibility of parole.", [p("life", parole=True)]),
        ("He got life with the possibility of parole.", [p("life")]),
        ("He got 25 years to life.", [p("life", None, "P25Y")]),
        ("He got 25 years to life in prison.", [p("life", None, "P25Y")]),
        ("He got a 25-to-life sentence.", [p("life", None, "P25Y")]),
        ("He got 15-to-life.", [p("life", None, "P15Y")]),
        ("He got 15 to life.", [p("life", None, "P15Y")]),
        ("He got 567 years-to-life in prison.", [p("life", None, "P567Y")]),
        ("He got fifty years to life.", [p("life", None, "P50Y")]),
        ("He got 26 years and six months to life.", [p("life", None, "P26Y6M")]),
        ("He got life with a minimum of 18 years.", [p("life", None, "P18Y")]),
        ("He got a life sentence with a minimum term of 18 years.", [p("life", None, "P18Y")]),
        ("He was jailed for life and must serve at least 18 years.", [p("life", None, "P18Y")]),
        ("He got a whole life order.", [p("life")]),
        ("He got two life sentences.", [p("life")]),
        ("He got life plus ten years in prison.", [p("life"), p("prison", "P10Y")]),
    ],
    "death": [
        ("He got the death penalty.", [p("death")]),
        ("He was sentenced to death.", [p("death")]),
        ("He was sentenced to death by hanging.", [p("death")]),
        ("He got a death sentence.", [p("death")]),
        ("He was sentenced to die by lethal injection.", [p("death")]),
    ],
    "suspended": [
        ("She got a suspended sentence.", [p("suspended")]),
        ("She got a two-year suspended sentence.", [p("suspended", "P2Y")]),
        ("She got a suspended sentence of two years.", [p("suspended", "P2Y")]),
        ("She got eight months in prison, suspended for two years.", [p("suspended", "P8M")]),
        ("She got eight months suspended.", [p("suspended", "P8M")]),
        ("She got two years in jail for arson, but that has been suspended.", [p("suspended", "P2Y")]),
        ("She got a six-month prison term for theft, but it was suspended.", [p("suspended", "P6M")]),
        ("She got a year in jail for theft, which was suspended for 18 months.", [p("suspended", "P1Y")]),
        ("She got two years in prison for theft, although the sentence is suspended.", [p("suspended", "P2Y")]),
        ("She got a sentence of eight months, suspended for 18 months.", [p("suspended", "P8M")]),
        (
            "She got five years in prison with three years suspended.",
            [p("prison", "P5Y"), p("suspended", "P3Y")],
        ),
        ("She got ten years in prison with five suspended.", [p("prison", "P10Y"), p("suspended", "P5Y")]),
        ("She got 15 years in prison, all but 12 suspended.", [p("prison", "P15Y")]),
        ("She got 15 years in prison, all but eight of them suspended.", [p("prison", "P15Y")]),
        ("She got 15 years in prison with all but 18 months of it suspended.", [p("prison", "P15Y")]),
        ("She got a sentence suspended for three years.", [p("suspended")]),
        ("She got a 15-month term suspended for a year.", [p("suspended", "P15M")]),
    ],
    "time served": [
        ("He got time served (67 days).", [p("time_served", "P67D")]),
        ("He got time served, 67 days.", [p("time_served", "P67D")]),
        ("He got 67 days time served.", [p("time_served", "P67D")]),
        ("He got 67 days of time served.", [p("time_served", "P67D")]),
        ("He got time served and three years of probation.", [p("time_served"), p("probation", "P3Y")]),
        ("He got time served, three years of probation.", [p("time_served"), p("probation", "P3Y")]),
        ("He got credit for time served, 40 days.", [p("time_served"), p(None, "P40D")]),
    ],
    "in freedom": [
        ("He got three years of probation.", [p("probation", "P3Y")]),
        ("He got three years probation.", [p("probation", "P3Y")]),
        ("He got three years' probation.", [p("probation", "P3Y")]),
        ("He got three years on probation.", [p("probation", "P3Y")]),
        ("He got probation.", [p("probation")]),
        ("He got 12 months of informal probation.", [p("probation", "P12M")]),
        ("He got a two-year conditional discharge.", [p("probation", "P2Y")]),
        ("He got three years of supervised release.", [p("supervised_release", "P3Y")]),
        ("He got a three-year term of supervised release.", [p("supervised_release", "P3Y")]),
        ("He got four years on extended licence.", [p("supervised_release", "P4Y")]),
        ("He got six months of house arrest.", [p("house_arrest", "P6M")]),
        ("He got six months of home confinement.", [p("house_arrest", "P6M")]),
        ("He got a six-month curfew.", [p("house_arrest", "P6M")]),
        ("He got 200 hours of community service.", [p("community_service", "PT200H")]),
        ("He got 1,000 hours of community service.", [p("community_service", "PT1000H")]),
        ("He got 180 hours of unpaid work.", [p("community_service", "PT180H")]),
        ("He got 20 days of community service.", [p("community_service", "P20D")]),
        ("He got time served.", [p("time_served")]),
        ("He got a 12-month driving ban.", [p("other", "P12M")]),
        ("He was banned from driving for 14 months.", [p("other", "P14M")]),
        ("He must register as a sex offender.", [p("other")]),
        ("He must complete an anger management course.", [p("other")]),
        ("He faces deportation.", [p("other")]),
    ],
    "money": [
        ("She got a $5,000 fine.", [money("fine", 5000.0)]),
        ("She got a fine of $5,000.", [money("fine", 5000.0)]),
        ("She got a £600 fine.", [money("fine", 600.0, "GBP")]),
        ("She got a €1,500 fine.", [money("fine", 1500.0, "EUR")]),
        ("She was fined $2.5 million.", [money(None, 2500000.0)]),
        ("She got a $1.3bn fine.", [money("fine", 1300000000.0)]),
        ("She got a US$1.5 million fine.", [money("fine", 1500000.0)]),
        ("She got an A$9,000 fine.", [money("fine", 9000.0, "AUD")]),
        ("She got a C$9,000 fine.", [money("fine", 9000.0, "CAD")]),
        ("She got a HK$9,000 fine.", [money("fine", 9000.0, "HKD")]),
        ("She got a ¥300,000 fine.", [money("fine", 300000.0, "JPY")]),
        ("She got a ₹5,000 fine.", [money("fine", 5000.0, "INR")]),
        ("She got a fine of 12 million euros.", [money("fine", 12000000.0, "EUR")]),
        ("She got a fine of 400 Canadian dollars.", [money("fine", 400.0, "CAD")]),
        ("She got a fine of 190,000 US dollars.", [money("fine", 190000.0)]),
        ("She got a fine of two thousand pounds.", [money("fine", 2000.0, "GBP")]),
        ("She got a fine of 800 Swiss francs.", [money("fine", 800.0, "CHF")]),
        ("She got a fine of 50,000 yuan.", [money("fine", 50000.0, "CNY")]),
        ("She got a fine of 300,000 roubles.", [money("fine", 300000.0, "RUB")]),
        ("She must pay $20,000 in restitution.", [money("restitution", 20000.0)]),
        ("She must pay restitution of $20,000.", [money("restitution", 20000.0)]),
        ("She must pay £500 in compensation.", [money("restitution", 500.0, "GBP")]),
        ("She must forfeit $1.2 million.", [money("forfeiture", 1200000.0)]),
        ("She must pay $1,234.56 in restitution.", [money("restitution", 1234.56)]),
        ("She got a $40k fine.", [money("fine", 40000.0)]),
        ("She got a £2m fine.", [money("fine", 2000000.0, "GBP")]),
        ("She got a fine of 9,000 Swedish kronor.", [money("fine", 9000.0, "SEK")]),
        ("She got a fine of Rs 1,50,000.", [money("fine", 150000.0, "INR")]),
        ("She got a fine of 120.000 euros.", [money("fine", 120000.0, "EUR")]),
        ("She must pay 500 euros in damages.", [money("restitution", 500.0, "EUR")]),
        ("She got a fine of 5,000 dollars in Toronto, Canada.", [money("fine", 5000.0, "CAD")]),
    ],
    "several": [
        (
            "She got 18 months in prison, three years of supervised release and $20,000 in restitution.",
            [p("prison", "P18M"), p("supervised_release", "P3Y"), money("restitution", 20000.0)],
        ),
        (
            "She got two years of probation, 100 hours of community service and a $500 fine.",
            [p("probation", "P2Y"), p("community_service", "PT100H"), money("fine", 500.0)],
        ),
        (
            "She got six years in prison and four years on licence.",
            [p("prison", "P6Y"), p("supervised_release", "P4Y")],
        ),
        (
            "She got a £300 fine and must pay £85 in compensation.",
            [money("fine", 300.0, "GBP"), money("restitution", 85.0, "GBP")],
        ),
        (
            "She got 90 days in jail and five years of probation.",
            [p("jail", "P90D"), p("probation", "P5Y")],
        ),
        (
            "She got 30 months in prison followed by two years of home detention.",
            [p("prison", "P30M"), p("house_arrest", "P2Y")],
        ),
    ],
    "as many terms as are told": [
        ("She got consecutive terms of five and seven years.", [p(None, "P5Y"), p(None, "P7Y")]),
        ("They were jailed for three, five and seven years.", [p(None, "P3Y"), p(None, "P5Y"), p(None, "P7Y")]),
        ("She was jailed for one hundred and twenty months.", [p(None, "P120M")]),
    ],
    "changed": [
        ("The court cut it from four years to 30 months.", [p(None, "P4Y"), p(None, "P30M")]),
        ("It was commuted from life to 30 years.", [p("life"), p(None, "P30Y")]),
        ("The court cut it by two years to six years.", [p(None, "P6Y")]),
        ("The court raised it from six to nine years.", [p(None, "P6Y"), p(None, "P9Y")]),
        ("The court cut it from 12 to nine months.", [p(None, "P12M"), p(None, "P9M")]),
        ("It was commuted from life in prison to 30 years.", [p("life"), p(None, "P30Y")]),
        ("The reduced charge carries from six to nine years.", [p(None, "P9Y", "P6Y")]),
        ("The term was reduced from nine years to six.", [p(None, "P9Y"), p(None, "P6Y")]),
    ],
    "what leaves its kind open": [
        ("He was sentenced to ten years.", [p(None, "P10Y")]),
        ("He worked there for ten years.", [p(None, "P10Y")]),
        ("He stole $90,000.", [money(None, 90000.0)]),
    ],
    "no penalty": [
        ("The 18-year-old boy wept.", []),
        ("A 25-year-old man was shot.", []),
        ("He has a young life and a long career.", []),
        ("It was a matter of life and death.", []),
        ("They spent time serving breakfast.", []),
        ("He was released.", []),
        ("She stole from a workers' compensation fund.", []),
        ("Five dollars a head? No: 5% of all.", [money(None, 5.0)]),
    ],
}


def found(extractor: Extractor, text: str) -> list[Expected]:
    doc = extractor.doc(Article(name="test", text=text))
    penalties: list[Penalty] = [span._.penalty for span in doc.spans["penalties"]]
    return [(*astuple(penalty)[:-1], *(["possible"] if penalty.possible else [])) for penalty in penalties]


@pytest.mark.parametrize(("text", "expected"), cases(TABLE))
def test_penalties(text: str, expected: list[Expected], extractor: Extractor) -> None:
    assert found(extractor, text) == expected


@pytest.mark.parametrize("text", [text for rows in TABLE.values() for text, _ in rows][::5])
def test_the_words_need_no_line_of_their_own(text: str, extractor: Extractor) -> None:
    """A sentence before and one behind change nothing."""
    assert found(extractor, f"The ferry sank. {text} The ferry was raised.") == found(extractor, text)


def test_the_span_covers_term_and_kind(extractor: Extractor) -> None:
    text = "She got three years of supervised release and a $500 fine."
    doc = extractor.doc(Article(name="test", text=text))
    assert [(span.text, span.label_) for span in doc.spans["penalties"]] == [
        ("three years of supervised release", "penalty.supervised-release"),
        ("$500 fine", "penalty.fine"),
    ]


_WRITTEN = {
    **{str(number): number for number in (2, 7, 12, 25, 40, 100, 120, 1200)},
    "1,200": 1200, "two": 2, "twelve": 12, "twenty-five": 25, "forty": 40, "a hundred": 100, "one hundred": 100,
    "one hundred and twenty": 120, "one hundred twenty-five": 125, "twelve (12)": 12, "2½": 2.5, "2 ½": 2.5,
    "2 1/2": 2.5, "2-1/2": 2.5, "2.5": 2.5, "two and a half": 2.5, "two-and-a-half": 2.5, "two and one-half": 2.5,
}  # fmt: skip
_UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H"}
_HALVES = {"Y": "6M", "M": "15D", "W": "4D", "D": "T12H"}


def _length(number: float, letter: str) -> str:
    whole = f"{'T' if letter == 'H' else ''}{int(number)}{letter}"
    return f"P{whole}{_HALVES[letter] if number % 1 else ''}"


def _durations(text: str) -> list[tuple[str | None, str | None]]:
    found = sorted(terms(text, []), key=lambda measure: measure.start)
    return [(each.penalty.duration, each.penalty.min_duration) for each in found]


_FORMS = ["She got {} {}s in prison.", "Jailed for {} {}s.", "a {}-{} sentence", "({} {}s)", "to serve {} {}s,"]


@given(st.sampled_from(sorted(_WRITTEN)), st.sampled_from(sorted(_UNITS)), st.sampled_from(_FORMS))
def test_a_written_term_is_read_back(number: str, unit: str, form: str) -> None:
    letter, value = _UNITS[unit], _WRITTEN[number]
    if letter == "H" and value % 1:
        return
    assert _durations(form.format(number, unit)) == [(_length(value, letter), None)]


@given(st.sampled_from(sorted(_WRITTEN)), st.sampled_from(sorted(_WRITTEN)), st.sampled_from(["year", "month"]))
def test_a_written_range_is_read_back(low: str, high: str, unit: str) -> None:
    letter, least, most = _UNITS[unit], _WRITTEN[low], _WRITTEN[high]
    expected = (_length(most, letter), _length(least, letter) if least <= most else None)
    assert _durations(f"She was sentenced to {low} to {high} {unit}s in prison.") == [expected]


_PIECES = st.sampled_from(
    ["3", "12", "20", "1995", "two", "seven", "Aug.", "count", "in", "on", "to", "and", "or", ",", "-", "life", "years",
     "months", "days", "a", "year", "for", "between", "at least", "suspended", "sentenced", "age", "cut", "from", "by",
     "Room", "minimum of", "of", "prison"]
)  # fmt: skip
_SUPPORTED = {3, 12, 20, 2, 7, 1}


@given(st.lists(_PIECES, max_size=12).map(" ".join))
def test_no_term_has_a_number_that_no_word_supports(text: str) -> None:
    for each in _durations(text):
        numbers = [int(number) for value in each if value for number in re.findall(r"\d+", value)]
        assert set(numbers) <= _SUPPORTED


@given(st.text())
def test_any_text_may_have_terms(text: str) -> None:
    assert all(0 <= each.start < each.end <= len(text) for each in terms(text, []))
