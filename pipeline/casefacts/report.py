"""The pages of a run: facts, articles and people to look at, each page one file that needs no network."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from html import escape
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from casefacts.database import FACTS, FILE, Damaged, InUse, facts
from casefacts.error_page import content_hash
from casefacts.export import COLUMNS
from casefacts.score import is_name

PER_PART = 5000  # articles with 8 facts each make 26 MB, which Chromium opens in 1 s and searches in 0.1 s
_MARK = '<meta name="generator" content="casefacts">'
_ARTICLE = ("article", "title", "published", "published_from", "status", "reason", "words")
_PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")


def write_reports(directory: Path) -> list[Path]:
    """Write report.html of the run in this folder, and report-2.html ... where one page cannot hold it; their paths.

    Raises FileNotFoundError where there is no run, InUse while one is writing, Damaged, and OSError.
    """
    file = directory / FILE
    if not file.is_file():
        raise FileNotFoundError(f"no {FILE} in {directory}: name the folder that `casefacts extract` wrote to")
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=1)) as connection:
            connection.execute("BEGIN")  # all pages of one state
            return _write(connection, directory)
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise InUse(f"a run is writing to {directory}: wait for it to end") from None
        raise Damaged(f"{file} cannot be read ({error}): run `casefacts extract` again") from None
    except sqlite3.DatabaseError:
        raise Damaged(f"{file} is not a database of casefacts") from None


def _write(connection: sqlite3.Connection, directory: Path) -> list[Path]:
    """All pages, put in place when the last one is whole."""
    articles = _count(connection, "articles")
    paths = [directory / _name(number) for number in range(1, max(1, -(-articles // PER_PART)) + 1)]
    parts = [path.with_name(f".{path.name}.part") for path in paths]
    try:
        for number, part in enumerate(parts, start=1):
            part.write_text(_page(connection, number, len(parts)), encoding="utf-8", newline="\n")
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
            if _MARK not in file.read(1000):
                return
        path.unlink()
        number += 1


def _name(number: int) -> str:
    return "report.html" if number == 1 else f"report-{number}.html"


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _page(connection: sqlite3.Connection, number: int, of: int) -> str:
    style, script = _static("report.css"), _static("report.js")
    policy = (
        f"default-src 'none'; style-src '{content_hash(style)}'; script-src '{content_hash(script)}'; base-uri 'none';"
        " form-action 'none'"
    )
    data, texts = _content(connection, number)
    articles = _count(connection, "articles")
    values = {
        "policy": policy,
        "style": style,
        "articles": _articles(articles),
        "parts": _parts(connection, number, of, articles),
        "version": escape(version("casefacts")),
        "data": _json(data),
        "texts": "\n".join(_text(place, text) for place, text in texts.items()),
        "script": script,
    }
    return _PLACEHOLDER.sub(lambda found: values[found[1]], _static("report.html"))


def _static(name: str) -> str:
    return files("casefacts").joinpath("page", name).read_text(encoding="utf-8")


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


def _content(connection: sqlite3.Connection, number: int) -> tuple[dict[str, Any], dict[int, str]]:
    """What the page's script works on, and the texts of the articles with facts, by place in its list of articles."""
    articles: list[list[Any]] = []
    records: list[list[Any]] = []
    texts: dict[int, str] = {}
    silent = 0
    for *cells, text in _rows(connection, number):
        article = dict(zip(_ARTICLE, cells, strict=True))
        if article["status"] == "none" and not article["reason"]:
            silent += 1
            continue
        place = len(articles)
        articles.append(cells)
        if article["status"] == "facts":
            texts[place] = text or ""
            found = facts(connection, article["article"])
            records += [[row["type"], place, *(row[name] for name in _columns(row["type"]))] for row in found]
    defendants = {record[3] for record in records}
    return {
        "silent": silent,
        "articleColumns": _ARTICLE,
        "articles": articles,
        "columns": {table[:-1]: ("type", "article", *_columns(table[:-1])) for table in FACTS},
        "facts": records,
        "unnamed": sorted(name for name in defendants if not is_name(name)),
    }, texts


def _rows(connection: sqlite3.Connection, number: int) -> Iterator[tuple[Any, ...]]:
    query = f"SELECT {', '.join(_ARTICLE)}, text FROM articles ORDER BY rowid LIMIT ? OFFSET ?"
    yield from connection.execute(query, (PER_PART, (number - 1) * PER_PART))


def _columns(kind: str) -> tuple[str, ...]:
    """The columns of a record's type, `id` and `defendant` first, without those of the article."""
    rest = [name for name in COLUMNS[f"{kind}s"] if name not in {"id", "defendant", "article", "published"}]
    return ("id", "defendant", *rest)


def _text(place: int, text: str) -> str:
    return f'<script type="application/json" id="text-{place}">{_json(text)}</script>'


def _json(value: Any) -> str:
    """JSON that cannot end the script element it stands in, nor open a comment there."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
