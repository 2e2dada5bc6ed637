"""The pages of a run: facts, articles and people to look at and to check, each page one file that needs no network."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from casefacts.database import FACTS, FILE, Damaged, InUse, facts
from casefacts.export import COLUMNS
from casefacts.gold import GoldArticle, GoldError, GoldRecord, read_gold
from casefacts.score import is_name
from casefacts.single_page import MARK, single_page
from casefacts.suppression import Left, Suppression

PER_PART = 5000  # articles with 8 facts each make 26 MB, which Chromium opens in 1 s and searches in 0.1 s
_ARTICLE = ("article", "title", "published", "published_from", "status", "reason", "words", "sha256")


@dataclass(frozen=True)
class Options:
    """What pages also show, the decisions of review files, and what they leave out, the facts of suppressed names."""

    reviews: tuple[GoldArticle, ...] = ()
    suppression: Suppression = field(default_factory=Suppression)


def read_reviews(paths: Sequence[Path]) -> tuple[GoldArticle, ...]:
    """The articles of review files. Raises GoldError, also for a file without one decision."""
    reviews: list[GoldArticle] = []
    for path in paths:
        articles = read_gold(path)
        if not any(_decided(article) for article in articles):
            raise GoldError(f"{path} has no decisions: name a file that the page's review has downloaded")
        reviews += articles
    return tuple(reviews)


def _decided(article: GoldArticle) -> list[GoldRecord]:
    return [record for record in (*article.records, *article.rejected) if record.review]


def write_reports(directory: Path, options: Options | None = None) -> list[Path]:
    """Write report.html of the run in this folder, and report-2.html ... where one page cannot hold it; their paths.

    Raises FileNotFoundError where there is no run, InUse while one is writing, Damaged, and OSError.
    """
    options = options or Options()
    file = directory / FILE
    if not file.is_file():
        raise FileNotFoundError(f"no {FILE} in {directory}: name the folder that `casefacts extract` wrote to")
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=1)) as connection:
            connection.execute("BEGIN")  # all pages of one state
            return _write(connection, directory, options)
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise InUse(f"a run is writing to {directory}: wait for it to end") from None
        raise Damaged(f"{file} cannot be read ({error}): run `casefacts extract` again") from None
    except sqlite3.DatabaseError:
        raise Damaged(f"{file} is not a database of casefacts") from None


def _write(connection: sqlite3.Connection, directory: Path, options: Options) -> list[Path]:
    """All pages, put in place when the last one is whole."""
    articles = _count(connection, "articles")
    paths = [directory / _name(number) for number in range(1, max(1, -(-articles // PER_PART)) + 1)]
    parts = [path.with_name(f".{path.name}.part") for path in paths]
    try:
        for number, part in enumerate(parts, start=1):
            part.write_text(_page(connection, number, len(parts), options), encoding="utf-8", newline="\n")
        for part, path in zip(parts, paths, strict=True):
            part.replace(path)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)
    _remove_older(directory, len(paths) + 1)
    return paths


def _remove_older(directory: Path, number: int) -> None:
    """Remove the further pages of an earlier, larger run, which would be taken for parts of this one."""
    while (path := directory / _name(number)).is_file():
        with path.open(encoding="utf-8", errors="replace") as file:
            if MARK not in file.read(1000):
                return
        path.unlink()
        number += 1


def _name(number: int) -> str:
    return "report.html" if number == 1 else f"report-{number}.html"


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _page(connection: sqlite3.Connection, number: int, of: int, options: Options) -> str:
    articles = _count(connection, "articles")
    data, texts, hidden = _content(connection, number, options)
    parts = _parts(connection, number, of, articles) + _hidden(hidden)
    return single_page("report", f"Criminal-case facts in {_articles(articles)}", data, texts, parts)


def _hidden(number: int) -> str:
    """How many facts are left out; whose is not told."""
    return f"<p>{number:,} fact{'s' if number > 1 else ''} of suppressed names left out.</p>" if number else ""


def _articles(number: int) -> str:
    return f"{number:,} article{'' if number == 1 else 's'}"


def _parts(connection: sqlite3.Connection, number: int, of: int, articles: int) -> str:
    """Which part of the run the page holds, with links to the others; nothing where it holds all."""
    if of == 1:
        return ""
    first, last = (number - 1) * PER_PART + 1, min(number * PER_PART, articles)
    total = sum(_count(connection, table) for table in FACTS)
    links = " ".join(
        f'<a href="{_name(part)}"{" aria-current=page" if part == number else ""}>{part}</a>'
        for part in range(1, of + 1)
    )
    return (
        f'<nav class="parts" aria-label="Parts of the run"><p><strong>Part {number} of {of}.</strong> The run has'
        f" {_articles(articles)} and {total:,} facts: too many for one page. Here are the articles {first:,} to"
        f" {last:,}; counts, search and people are of these alone. Parts, which lie beside this file: {links}</p></nav>"
    )


def _content(
    connection: sqlite3.Connection, number: int, options: Options
) -> tuple[dict[str, Any], dict[int, str], int]:
    """What the page's script works on, the texts of the articles with facts, by place, and the number left out."""
    shown = [each for each in _articles_of(connection, number, options) if each is not None]
    data = {
        "silent": _part_size(connection, number) - len(shown),
        "articleColumns": _ARTICLE,
        "articles": [article.cells for article in shown],
        "columns": {table[:-1]: ("type", "article", *_columns(table[:-1])) for table in FACTS},
        "facts": list(chain.from_iterable(article.facts(place) for place, article in enumerate(shown))),
        "unnamed": sorted(set().union(*(article.unnamed for article in shown))),
        "reviews": list(_reviews(options, {article.cells[0]: place for place, article in enumerate(shown)})),
    }
    texts = {place: article.left.text or "" for place, article in enumerate(shown) if article.has_facts}
    return data, texts, sum(article.hidden for article in shown)


@dataclass(frozen=True)
class _Shown:
    """An article of a page: its cells, what may be shown of it, and how many records may not."""

    cells: list[Any]
    has_facts: bool
    left: Left
    hidden: int

    def facts(self, place: int) -> Iterator[list[Any]]:
        """Its records, as cells, with its place in the page."""
        for row in self.left.records:
            yield [row["type"], place, *(row[name] for name in _columns(row["type"]))]

    @property
    def unnamed(self) -> set[str]:
        """Defendants who are no names."""
        return {row["defendant"] for row in self.left.records if not is_name(row["defendant"])}


def _articles_of(connection: sqlite3.Connection, number: int, options: Options) -> Iterator[_Shown | None]:
    """The articles of a page; None for one that was read and simply has no facts."""
    query = f"SELECT {', '.join(_ARTICLE)}, text FROM articles ORDER BY rowid LIMIT ? OFFSET ?"
    for *cells, text in connection.execute(query, (PER_PART, (number - 1) * PER_PART)).fetchall():
        article = dict(zip(_ARTICLE, cells, strict=True))
        if article["status"] == "none" and not article["reason"]:
            yield None
            continue
        has_facts = article["status"] == "facts"
        found = facts(connection, article["article"]) if has_facts else []
        left = options.suppression.of(found, article["title"], text)
        yield _Shown([*(article | {"title": left.title}).values()], has_facts, left, len(found) - len(left.records))


def _part_size(connection: sqlite3.Connection, number: int) -> int:
    return min(PER_PART, _count(connection, "articles") - (number - 1) * PER_PART)


def _reviews(options: Options, places: dict[str, int]) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """The decisions of files for the articles of a page, by place."""
    hides = options.suppression.hides
    for article in options.reviews:
        decisions = [_decision(record) for record in _decided(article)]
        shown = [
            options.suppression.masked(each)
            for each in decisions
            if not any(hides(record["defendant"]) for record in (each["record"], each["was"]) if record)
        ]
        if article.article in places and shown:
            yield places[article.article], shown


def _decision(record: GoldRecord) -> dict[str, Any]:
    """A decision as the page's script has them."""
    assert record.review
    return {"id": record.id, "record": record.model_dump(exclude={"review"}), **record.review.model_dump()}


def _columns(kind: str) -> tuple[str, ...]:
    """The columns of a record's type, without those of the article."""
    return tuple(name for name in COLUMNS[f"{kind}s"] if name not in {"article", "published"})
