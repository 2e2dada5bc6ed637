"""What never meets the parser, or in part only: nothing that could state a fact."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.tokens import Doc

from casefacts.extractor import Extractor
from casefacts.read import article, read_file
from casefacts.records import Article
from casefacts.stages.parse import Parse

ARTICLES = Path(__file__).parents[1] / "articles"

# Where a trigger's words mean something else, or what it needs for a fact is missing
HOPELESS = [
    "The bank said it would take a charge of $4 million in the second quarter.",
    "She is in charge of the ferry line, the court heard.",
    "The council got the police to wait for three months.",
    "The league fined the club, which sought an increase of two per cent from the judge.",
    "Prosecutors withdrew from the talks.",
    "Ana Diaz was accused of arson.",
]
HOPEFUL = [
    "Ana Diaz was charged with dumping waste.",
    "Police said Ana Diaz faces 12 counts.",
    "The arson charge was dropped.",
    "The judge gave Ana Diaz three years.",
    "The court cut his sentence from ten years to six.",
    "Leo Marsh was convicted. The judge ordered him to pay $500 and to serve 90 days in jail.",
]


# Where the words leave hope, and the parse of the sentences that have them leaves none ...
VAIN = [
    "The ferry was late. Ana Diaz was not charged with arson.",
    "The ferry was late. Leo Marsh will be tried for burglary next week, the court heard.",
    "The union fined the club. The harbour opened. Ana Diaz could be convicted of arson, her lawyer told the court.",
    "The ferry was late. The judge said the charge would be dropped if Leo Marsh paid.",
    "The court rose. The militia imposed a curfew on the harbour and jailed nobody.",
    "The harbour closed. Ministers dropped the plan, and the charge for parking stays, the court heard.",
    "The ferry was late. Its owner spent four days in a hotel after the trial, she said.",
]
# ... and where another sentence, or what only the cast can tell, may still make a fact
HELD = [
    "The ferry was late. Ana Diaz was charged with arson.",
    "The judge spoke. Leo Marsh was convicted. He must pay $500 and spend 90 days in jail.",
    "Ana Diaz and Leo Marsh were sentenced in June for arson. The two were charged in May.",
    "The harbour opened. Leo Marsh went on trial in Kelso. He is accused of burglary.",
    "Ana Diaz was convicted of arson. An appeals court reversed it in October.",
    "The court met on Monday. Charges were framed against the clerk Ana Diaz.",
    "Ana Diaz, 34, Kelso, burglary, guilty plea, fined $90.",
    "Fined at Kelso Sheriff Court on Monday: Ana Diaz, 34, of Hawick, speeding, $90.",
    "The indictment charges Ana Diaz with littering.",
    "Leo Marsh was fined $750 in court and had his licence disqualified for three months.",
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


@pytest.mark.parametrize(("text", "holds"), [*((t, False) for t in VAIN), *((t, True) for t in HELD)])
def test_screening(text: str, holds: bool, extractor: Extractor, unfocused: Extractor) -> None:
    source = article(text)
    assert extractor.has_prospect(source)
    assert bool(list(extractor.docs(source))) is holds
    assert extractor.records(source) == unfocused.records(source)


@pytest.mark.parametrize("text", VAIN)
def test_only_the_sentences_that_may_state_a_fact_are_parsed(
    text: str, extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: set[int] = set()

    def within(doc: Doc, wanted: set[int]) -> Doc:
        parsed.update(wanted)
        return Parse.within(extractor.screening.parse, doc, wanted)

    monkeypatch.setattr(extractor.screening.parse, "within", within)
    extractor.records(article(text))
    assert 0 < len(parsed) < text.count(". ") + 1
