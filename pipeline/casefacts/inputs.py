"""What a run is given, as one stream of `Source`s: files, folders, tables of articles, lists of files.

A source can be sent to another process; it is read there. Its name is what all outputs call the article.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, BinaryIO, Self

from casefacts.language import foreign_language
from casefacts.partial_date import PartialDate
from casefacts.read import (
    MAX_BYTES,
    Skipped,
    Unreadable,
    article,
    content,
    find_files,
    opened,
    printable,
    read_bytes,
    suffix,
)
from casefacts.records import Article

STDIN = Path("-")
TABLES = (".jsonl", ".csv", ".parquet")
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
        if self.row is None:
            made = read_bytes(content, self.name, published)
        else:
            text, title, date = self.row
            if not text.strip():
                raise Skipped("empty text: nothing to read")
            made = article(text, self.name, published or _date(date))
            source = made.published_from if published or not date else "metadata"
            made = made.model_copy(update={"title": title or made.title, "published_from": source})
        language = foreign_language(made.text)
        if language is not None:
            raise Skipped(f"not in English but {language!r}: only English is read")
        return made.model_copy(update={"sha256": digest(content)})


def digest(content: bytes) -> str:
    """The sha256 by which a changed input is noticed."""
    return hashlib.sha256(content).hexdigest()


def _date(cell: str | None) -> PartialDate | None:
    """The date of a cell: "2024-07-12", "2024-07", "2024-07-12T10:30:00Z"."""
    try:
        return PartialDate.parse(cell.strip()[:10]) if cell and cell.strip() else None
    except ValueError as error:
        raise Unreadable(f"published {cell!r}: {error}; write it as 2024-07-12, 2024-07 or 2024") from None


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
        is_table = columns is not None and source.path and not source.fault and suffix(source.path) in TABLES
        parts = _rows(source, columns or Columns(), source.path in paths) if is_table else iter([source])
        for part in parts:
            name = _free(part.name, taken)
            taken.add(name)
            yield replace(part, name=name)


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
    readers = {".jsonl": _jsonl, ".csv": _csv, ".parquet": _parquet}
    number = 0
    try:
        for number, row in readers[suffix(path)](path):
            yield _row(f"{table.name}#{number}", table.name, row, columns, number)
        if not number:
            raise Skipped("a table without rows: nothing to read")
    except KeyError as error:
        reason = f"no column {error.args[0]!r}: name the right one with --columns {error.args[1]}=NAME"
        yield replace(table, fault=Unreadable(reason) if named else Skipped(reason))
    except Unreadable as error:
        yield replace(table, fault=error)


def _row(name: str, table: str, row: dict[str, Any] | Unreadable, columns: Columns, number: int) -> Source:
    if isinstance(row, Unreadable):
        return Source(name, fault=row)
    for field, column in (("text", columns.text), ("id", columns.id), ("title", columns.title)):
        if column is not None and column not in row:
            raise KeyError(column, field)
    if columns.published is not None and columns.published not in row:
        raise KeyError(columns.published, "published")
    identity = _cell(row.get(columns.id or "id"))
    text, title, published = (
        _cell(row.get(column)) for column in (columns.text, columns.title or "title", columns.published or "published")
    )
    return Source(printable(f"{table}#{identity or number}"), row=(text or "", title, published))


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


def _csv(path: Path) -> Iterator[tuple[int, dict[str, Any] | Unreadable]]:
    """Rows are numbered from 1, the header not counted; bytes that are no UTF-8 become U+FFFD."""
    with opened(path) as file:
        try:
            yield from enumerate(csv.DictReader(io.TextIOWrapper(file, "utf-8-sig", "replace", newline="")), 1)
        except csv.Error as error:
            raise Unreadable(f"not a CSV file ({error}): mend it") from None


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
