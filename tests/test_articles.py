"""The sample articles and their gold: every offset, every file, every vocabulary value."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from casefacts import records
from casefacts.gold import GoldArticle, read_gold
from casefacts.read import read_file

ARTICLES = Path(__file__).parents[1] / "articles"
GOLD = read_gold(ARTICLES / "gold.jsonl")
SUFFIXES = {".txt", ".md", ".html"}

# field of a gold record -> the values it can have
VOCABULARIES: dict[str, Any] = {
    "action": records.Action,
    "plea": records.Plea,
    "outcome": records.Outcome,
    "method": records.Method,
    "prejudice": records.Prejudice,
    "kind": records.Kind,
    "status": records.Status,
    "parole": records.Parole,
}


# a dateline with the agency between the place and the date: "MILL CREEK, N.C. (Agency), Oct. 4, 2011 —", and
# "*Updated June 15, 2022*" in the middle of a line
DATE_NOT_FOUND = {"alford-plea-lake-drownings.txt", "explainer-when-a-jury-hangs.md"}


def gold_records(field: str) -> set[Any]:
    return {getattr(record, field) for article in GOLD for record in article.records}


def test_every_article_has_one_line_of_gold() -> None:
    files = {p.name for p in ARTICLES.iterdir() if p.suffix in SUFFIXES and p.name != "README.md"}
    assert {line.article for line in GOLD} == files
    assert len(files) >= 45
    assert sum(len(line.records) for line in GOLD) >= 200


def test_the_readme_lists_every_article() -> None:
    readme = (ARTICLES / "README.md").read_text(encoding="utf-8")
    assert [line.article for line in GOLD if f"`{line.article}`" not in readme] == []


@pytest.mark.parametrize("line", GOLD, ids=lambda line: line.article)
def test_offsets_slice_inside_the_article(line: GoldArticle) -> None:
    text = read_file(ARTICLES / line.article, line.article).text
    for record in line.records:
        assert 0 <= record.start < record.end <= len(text)
        evidence = text[record.start : record.end]
        assert evidence == evidence.strip()
        assert "\n\n" not in evidence, f"evidence crosses a paragraph: {evidence!r}"


@pytest.mark.parametrize("line", GOLD, ids=lambda line: line.article)
def test_the_publication_date_is_the_one_in_the_article(line: GoldArticle, request: pytest.FixtureRequest) -> None:
    if line.article in DATE_NOT_FOUND:
        request.applymarker(pytest.mark.xfail(strict=True))
    assert read_file(ARTICLES / line.article, line.article).published == line.published


@pytest.mark.parametrize("line", GOLD, ids=lambda line: line.article)
def test_defendants_and_judges_are_named_in_the_article(line: GoldArticle) -> None:
    text = " ".join(read_file(ARTICLES / line.article, line.article).text.split()).replace("- ", "-")
    for record in line.records:
        assert record.defendant.split()[-1] in text
        for name in (record.judge, record.court):
            assert name is None or name in text


def test_web_pages_are_stripped_of_their_furniture() -> None:
    text = read_file(ARTICLES / "ledger-coach-sentenced.html", "ledger-coach-sentenced.html").text
    for furniture in ("Crab pot thief", "cookies", "Subscribe", "All rights reserved"):
        assert furniture not in text


@pytest.mark.parametrize("field", VOCABULARIES)
def test_every_vocabulary_value_occurs(field: str) -> None:
    assert set(get_args(VOCABULARIES[field])) - gold_records(field) == set()


def test_all_three_types_a_foreign_currency_and_articles_without_facts_occur() -> None:
    assert gold_records("type") == {"charge", "verdict", "sentence"}
    assert gold_records("currency") > {"USD", None}
    assert 6 * sum(not line.records for line in GOLD) >= len(GOLD)


def test_records_carry_every_field_of_their_type_in_order() -> None:
    own = {
        "charge": ["counts", "action", "plea"],
        "verdict": ["counts", "outcome", "method", "prejudice"],
        "sentence": ["kind", "status", "duration", "min_duration", "parole", "amount", "currency"],
    }
    for raw in (ARTICLES / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(raw)
        assert list(article) == ["article", "published", "records"]
        for record in article["records"]:
            assert list(record) == [
                *("type", "defendant", "offense"),
                *own[record["type"]],
                *("date", "court", "judge", "optional", "start", "end"),
            ]
