"""What never meets the parser: nothing that could state a fact."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casefacts.extractor import Extractor
from casefacts.read import article, read_file
from casefacts.records import Article

ARTICLES = Path(__file__).parents[1] / "articles"

# Where a trigger's words mean something else, or what it needs for a fact is missing
HOPELESS = [
    "The bank said it would take a charge of $4 million in the second quarter.",
    "She took charge of the ferry line, the court heard.",
    "The council got the police to wait for three months.",
    "The league fined the club, which sought an increase of two per cent from the judge.",
    "Prosecutors withdrew from the talks.",
    "Ana Diaz was accused of arson.",
    "The Judge Drops the Charge for Parking at the Harbour",
    "The militia freed the captain, who was on bail.",
    "Police said that the minister began a four-day tour.",
    "Theft has increased over the last ten years, the court heard.",
    "The widow is seeking damages for the arson.",
    "The clerk, who was accused of fraud, passed the test in two weeks.",
    "The court met on theft. The minister denied any role in the talks.",
    "A referee sent him off and the league charged the striker with abusing an opponent in the match.",
    "Over 15-minute talks on arson, the tribunal got 20 officers there.",
]
HOPEFUL = [
    "Ana Diaz was charged with dumping waste.",
    "Police said Ana Diaz faces 12 counts.",
    "The arson charge was dropped.",
    "The judge gave Ana Diaz three years.",
    "The court cut his sentence from ten years to six.",
    "Leo Marsh was convicted. The judge ordered him to pay $500 and to serve 90 days in jail.",
    "Leo Marsh was ordered to pay a fine for teaching evolution; the trial was in Duns.",
    "Leo Marsh, 41, had his licence disqualified for two years by Kelso magistrates for speeding.",
    "Ana Diaz was convicted of arson. An appeals court reversed it in October.",
    "The court met on Monday. Charges were framed against the clerk Ana Diaz.",
    "Ana Diaz, 34, Kelso, burglary, guilty plea, fined $90.",
    "Fined at Kelso Sheriff Court on Monday: Ana Diaz, 34, of Hawick, speeding, $90.",
    "The indictment charges Ana Diaz with littering.",
    "Ana Diaz was jailed over a theft.",
    "Leo Marsh was convicted of fraud. A term of six years was imposed.",
    "Leo Marsh was convicted of fraud. The two-year sentence is to be served in prison.",
    "Leo Marsh was fined $750 in court and had his licence disqualified for three months.",
    "Ana Diaz denied theft, the court heard.",
    "Ana Diaz was charged with theft. In court Leo Marsh denied the same offences.",
    "The court heard that Ana Diaz pleaded and admitted dumping waste.",
    "Leo Marsh (41), Kelso, burglary, guilty plea, fined $90.",
]


def articles() -> Iterator[Article]:
    for path in sorted(ARTICLES.iterdir()):
        if path.suffix in {".txt", ".md", ".html"}:
            yield read_file(path, path.name)


@pytest.mark.parametrize("source", list(articles()), ids=lambda source: source.name)
def test_the_records_are_the_same_without_focus(source: Article, extractor: Extractor, unfocused: Extractor) -> None:
    assert extractor.records(source) == unfocused.records(source)


@pytest.mark.parametrize(("text", "hope"), [*((t, False) for t in HOPELESS), *((t, True) for t in HOPEFUL)])
def test_prospect(text: str, hope: bool, extractor: Extractor, unfocused: Extractor) -> None:
    assert extractor.has_prospect(article(text)) is hope
    assert hope or unfocused.records(article(text)) == []
