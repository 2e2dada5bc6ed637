"""What a run is given, as one stream of `Source`s: files, folders, tables of articles, lists of files.

A source can be sent to another process; it is read there. Its name is what all outputs call the article.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import html
import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, Self

from casefacts.language import foreign_language
from casefacts.partial_date import PartialDate
from casefacts.published import parse_date
from casefacts.read import (
    MAX_BYTES,
    Skipped,
    Unreadable,
    article,
    content,
    encoding_of,
    find_files,
    opened,
    page,
    printable,
    read_bytes,
    suffix,
    unread,
)
from casefacts.records import Article

STDIN = Path("-")
TABLES = (".jsonl", ".csv", ".tsv", ".parquet")
_SEPARATORS = ",;\t|"
_SAMPLE = 1_000_000  # bytes of a table that are decoded at once
# "</p>", "<br />", "<p class=...>": a text column that holds HTML; "&amp;", "&#8217;" without it
_TAG = re.compile(
    r"</(?:p|div|span|a|b|i|em|strong|h[1-6]|li|ul|article|section)>|<br\s{0,3}/?>|<p[\s>]", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[\da-f]{2,5}|amp|quot|apos|nbsp|lt|gt|[lr][sd]quo|[mn]dash|hellip|pound);")
csv.field_size_limit(MAX_BYTES)


@dataclass(frozen=True)
class Columns:
    """The columns of a table of articles. What is None is taken from the column of its default name, if there."""

    text: str = "text"
    id: str | None = None
    title: str | None = None
    published: str | None = None

    @classmethod
    def parse(cls, pairs: str) -> Self:
        """Read "text=body,id=url"; raises ValueError."""
        named = dict(pair.partition("=")[::2] for pair in pairs.split(",") if pair)
        unknown = sorted(named.keys() - {field.name for field in fields(cls)})
        if unknown or not all(named.values()):
            raise ValueError("write it as text=NAME,id=NAME,title=NAME,published=NAME; each may be left out")
        return cls(**named)


@dataclass(frozen=True)
class Source:
    """One input article, not yet read: a file, or what a stream or a table's row holds of it, or why it is lost."""

    name: str
    path: Path | None = None
    data: bytes | None = None
    row: tuple[str, str | None, str | None] | None = None  # text, title, published
    fault: Unreadable | None = None

    def content(self) -> bytes:
        """The bytes of which the article is made; raises `Unreadable`."""
        if self.fault is not None:
            raise self.fault
        if self.row is not None:
            return "\0".join(cell or "" for cell in self.row).encode("utf-8", "surrogatepass")
        return self.data if self.data is not None else content(self.path or Path())

    def article(self, content: bytes, published: PartialDate | None) -> Article:
        """The article; `published` overrides its own date. Raises `Unreadable`, also for foreign languages."""
        made = self._of_row(*self.row, published) if self.row else read_bytes(content, self.name, published)
        language = foreign_language(made.text)
        if language is not None:
            raise Skipped(f"not in English but {language!r}: only English is read")
        return made.model_copy(update={"sha256": digest(content)})

    def _of_row(self, text: str, title: str | None, date: str | None, published: PartialDate | None) -> Article:
        """The article of a row; a date that cannot be read is a warning, and the text may tell its own."""
        if not text.strip():
            raise Skipped("empty text: nothing to read")
        told, warnings = _row_date(date or "")
        if _TAG.search(text):
            made = page(text, self.name, published or told)
        else:
            made = article(html.unescape(text) if _ENTITY.search(text) else text, self.name, published or told)
        changes: dict[str, Any] = {"title": title or made.title, "warnings": (*warnings, *made.warnings)}
        if told and not published:
            changes["published_from"] = "metadata"
        return made.model_copy(update=changes)


def _row_date(cell: str) -> tuple[PartialDate | None, tuple[str, ...]]:
    """The date of a cell, or a warning."""
    try:
        return (parse_date(cell) if cell.strip() else None), ()
    except ValueError as error:
        return None, (unread(cell, error),)


def digest(content: bytes) -> str:
    """The sha256 by which a changed input is noticed."""
    return hashlib.sha256(content).hexdigest()


def sources(
    paths: Sequence[Path], out: Path | None = None, stdin: BinaryIO | None = None, columns: Columns | None = None
) -> Iterator[Source]:
    """The inputs in the order of their names, the rows of a table in its order; each name once.

    What runs wrote, into `out` or elsewhere, is left out of folders (`find_files`). "-" among the paths is the
    article that `stdin` holds. Without `columns`, tables are no input.
    """
    found = [
        Source(file.name, path=file.path, fault=file.fault)
        for file in find_files((path for path in paths if path != STDIN), out)
    ]
    if stdin is not None and STDIN in paths:
        found.append(Source("stdin", data=stdin.read(MAX_BYTES + 1)))
    taken: set[str] = set()
    for source in sorted(found, key=lambda source: source.name):
        yield from articles_in(source, columns, source.path in paths, taken)


def articles_in(source: Source, columns: Columns | None, named: bool, taken: set[str]) -> Iterator[Source]:
    """The articles of an input, which are many if it is a table, each by a name that is not yet `taken`.

    A table that was `named`, and not only found in a folder, has to be one.
    """
    is_table = columns is not None and source.path and not source.fault and suffix(source.path) in TABLES
    for part in _rows(source, columns or Columns(), named) if is_table else iter([source]):
        name = _free(part.name, taken)
        taken.add(name)
        yield replace(part, name=name)


def row_of(path: Path, columns: Columns) -> Source | None:
    """The row of a table that a path names as outputs do ("news.csv#n1"); None where it names none.

    Raises `Unreadable` for a table without that row, and for one that is named itself.
    """
    named = str(path)
    marks = [match.start() for match in re.finditer("#", named)]
    table = next((before for mark in marks if _is_table(before := Path(named[:mark]))), None)
    if table is None and _is_table(path):
        first = next(sources([path], columns=columns))
        first.content()  # raises what is wrong with the table
        raise Unreadable(f"a table of articles: name a row of it, such as {path.parent / first.name}")
    if table is None or path.exists():
        return None
    row = named[len(str(table)) + 1 :]
    # as paths, which have no two slashes in a row; the table's own name where it cannot be read
    names = {Path(printable(name)) for name in (f"{table.name}#{row}", table.name)}
    found = next((source for source in sources([table], columns=columns) if Path(source.name) in names), None)
    if found is None:
        raise Unreadable(f"no row {row!r} in {table}: name it by its id, or by its number where it has none")
    return found


def _is_table(path: Path) -> bool:
    return suffix(path) in TABLES and path.is_file()


def listed_files(listing: bytes) -> list[Path]:
    """The files of a list, one a line; or separated by NUL, as `find -print0` writes names with line feeds."""
    separator = b"\0" if b"\0" in listing else b"\n"
    names = (name.decode("utf-8", "surrogateescape").strip("\r") for name in listing.split(separator))
    return [Path(name) for name in names if name.strip()]


def _free(name: str, taken: set[str]) -> str:
    """The name, or with a number if it is taken: "stdin (2)"."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free


# --- tables ------------------------------------------------------------------------------------------------


def _rows(table: Source, columns: Columns, named: bool) -> Iterator[Source]:
    """The articles of a table; one more source, with the fault, where it cannot be read on."""
    path = table.path or Path()
    readers = {".jsonl": _jsonl, ".csv": csv_rows, ".tsv": csv_rows, ".parquet": _parquet}
    number = 0
    try:
        for number, row in readers[suffix(path)](path):
            yield _row(f"{table.name}#{number}", table.name, row, columns, number)
        if not number:
            raise Skipped("a table without rows: nothing to read")
    except KeyError as error:
        column, field, there = error.args
        reason = f"no column {column!r}: name the right one with --columns {field}=NAME; there are {there}"
        yield replace(table, fault=Unreadable(reason) if named else Skipped(reason))
    except Unreadable as error:
        yield replace(table, fault=error)


def _row(name: str, table: str, row: dict[str, Any] | Unreadable, columns: Columns, number: int) -> Source:
    if isinstance(row, Unreadable):
        return Source(name, fault=row)
    for field in fields(columns):
        column = getattr(columns, field.name)
        if column is not None and column not in row:
            raise KeyError(column, field.name, _listed(row))
    identity = _cell(row.get(columns.id or "id"))
    text, title, published = (
        _cell(row.get(column)) for column in (columns.text, columns.title or "title", columns.published or "published")
    )
    return Source(printable(f"{table}#{identity or number}"), row=(text or "", title, published))


def article_of_row(row: dict[str, Any], columns: Columns) -> Source:
    """A row of somebody's own table as an article, named by its id, or without one by a hash of what it holds.

    Raises KeyError, with the column, the field and the columns there are.
    """
    source = _row("", "", row, columns, 0)
    identity = _cell(row.get(columns.id or "id"))
    return replace(source, name=printable(identity or digest(source.content())[:16]))


def _listed(row: dict[str, Any]) -> str:
    """The columns there are, on one line."""
    names = [repr(" ".join(str(name).split())[:_NAME]) for name in row if name is not None]
    return ", ".join([*names[:_NAMED], *(["..."] if len(names) > _NAMED else [])]) or "none"


_NAME, _NAMED = 40, 20  # characters of a column's name, and columns that are listed


def _cell(value: Any) -> str | None:
    return None if value is None or value != value or value == "" else str(value)  # NaN is not itself


def _jsonl(path: Path) -> Iterator[tuple[int, dict[str, Any] | Unreadable]]:
    with opened(path) as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield number, _json(line)


def _json(line: bytes) -> dict[str, Any] | Unreadable:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Unreadable("not a line of JSON in UTF-8: mend it")
    return row if isinstance(row, dict) else Unreadable("not a JSON object: mend it")


def csv_rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a CSV file, separated as its header is, numbered from 1 behind it. Raises Unreadable and OSError."""
    encoding = _encoding(path)
    with opened(path) as file:
        lines = io.TextIOWrapper(file, encoding, "replace", newline="")
        header = lines.readline()
        separator = max(_SEPARATORS, key=lambda mark: (_unquoted(header).count(mark), -_SEPARATORS.index(mark)))
        try:
            yield from enumerate(csv.DictReader(chain([header], lines), delimiter=separator), 1)
        except csv.Error as error:
            raise Unreadable(f"not a CSV file ({error}): mend it") from None


def _unquoted(header: str) -> str:
    return re.sub(r'"[^"]*"', "", header)


def _encoding(path: Path) -> str:
    """The encoding of a table, whatever its size: UTF-8 if all of it is, else as its first part with others tells."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with opened(path) as file:
        start = part = file.read(_SAMPLE)
        encoding = encoding_of(start) if b"\0" in start or start.startswith(_MARKS) else "utf-8"
        while encoding == "utf-8" and part:
            try:
                decoder.decode(part)
            except UnicodeDecodeError:
                return encoding_of(part)
            part = file.read(_SAMPLE)
    return "utf-8-sig" if encoding == "utf-8" else encoding


_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def _parquet(path: Path) -> Iterator[tuple[int, dict[str, Any] | Unreadable]]:
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        raise Skipped("Parquet needs one more package: pip install 'casefacts[parquet]'") from None
    number = 0
    try:
        with opened(path) as file:
            for batch in parquet.ParquetFile(io.BytesIO(file.read()) if path.suffix == ".gz" else file).iter_batches(
                500
            ):
                for row in batch.to_pylist():
                    number += 1
                    yield number, row
    except ArrowException as error:
        raise Unreadable(f"not a Parquet file ({str(error).splitlines()[0][:80]}): get it anew") from None
