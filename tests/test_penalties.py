"""Penalties by their words alone: kinds, terms and sums. Whether they were imposed is not asked here."""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

import pytest

from casefacts.extractor import Extractor
from casefacts.records import Article
from casefacts.stages.penalties import Penalty
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
        ("She got a sentence of eight months, suspended for 18 months.", [p("suspended", "P8M")]),
        (
            "She got five years in prison with three years suspended.",
            [p("prison", "P5Y"), p("suspended", "P3Y")],
        ),
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
        ("She got a £2m fine.", [money("fine", 2000000.0, "GBP")]),
        ("She got a fine of 9,000 Swedish kronor.", [money("fine", 9000.0, "SEK")]),
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
    "changed": [
        ("The court cut it from four years to 30 months.", [p(None, "P4Y"), p(None, "P30M")]),
        ("It was commuted from life to 30 years.", [p("life"), p(None, "P30Y")]),
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
        ("Five dollars a head? No: 5% of all.", [money(None, 5.0)]),
    ],
}

KNOWN_FAILURES: dict[str, list[Row]] = {
    "kind and term apart": [
        ("She got a suspended two-year prison sentence.", [p("suspended", "P2Y")]),
    ],
    "m and k behind a sum": [
        ("She got a $40k fine.", [money("fine", 40000.0)]),
    ],
}


def found(extractor: Extractor, text: str) -> list[Expected]:
    doc = extractor.doc(Article(name="test", text=text))
    penalties: list[Penalty] = [span._.penalty for span in doc.spans["penalties"]]
    return [(*astuple(penalty)[:-1], *(["possible"] if penalty.possible else [])) for penalty in penalties]


@pytest.mark.parametrize(("text", "expected"), cases(TABLE, KNOWN_FAILURES))
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
