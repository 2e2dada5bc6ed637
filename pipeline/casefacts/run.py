"""A batch of articles to the five output files; what goes wrong in one article never stops the others."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from casefacts.export import COLUMNS, ArticleRow, ArticleStatus, Writer
from casefacts.extractor import Extractor
from casefacts.gold import OWN_FIELDS, GoldArticle, as_gold
from casefacts.partial_date import PartialDate
from casefacts.read import MAX_BYTES, Unreadable, find_files, read_bytes, read_file
from casefacts.records import AnyRecord, Article

STDIN = Path("-")
FILES = (*(f"{table}.csv" for table in COLUMNS), "facts.jsonl")
_KEPT = ("date", "court", "judge", "optional", "start", "end")  # of every record, in a draft of gold
_REASON_LENGTH = 200  # characters of a library's own error message


@dataclass
class Summary:
    """What a run did: articles by status, records by type, and articles with facts but no known date."""

    articles: Counter[ArticleStatus] = field(default_factory=Counter)
    records: Counter[str] = field(default_factory=Counter)
    undated: int = 0

    def add(self, row: ArticleRow, records: Iterable[AnyRecord]) -> None:
        """Count one article."""
        self.articles[row.status] += 1
        self.records.update(record.type for record in records)
        self.undated += row.status == "facts" and row.published is None

    @property
    def read(self) -> int:
        """How many articles went all the way."""
        return self.articles["facts"] + self.articles["none"]


@dataclass(frozen=True)
class _Source:
    """One input, not yet read; `name` is what outputs call it."""

    name: str
    read: Callable[[str], Article]


def run(
    extractor: Extractor,
    paths: Sequence[Path],
    directory: Path,
    *,
    published: PartialDate | None = None,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Summary:
    """Extract from every file of the folders and files, "-" being `stdin`, into the folder `directory`.

    `published` is taken for the date of every article. `progress` is called with how many of how many are
    done.
    Raises Unreadable when there is not one file, OSError when the output cannot be written.
    """
    sources = list(_sources(paths, directory, published, stdin))
    if not sources:
        raise Unreadable("no files there: name text or HTML files, or a folder of them")
    summary = Summary()
    with Writer(directory) as writer:
        for done, source in enumerate(sources, start=1):
            row, records = _process(source, extractor)
            writer.add(row, records)
            summary.add(row, records)
            if progress:
                progress(done, len(sources))
    return summary


def _sources(
    paths: Sequence[Path], directory: Path, published: PartialDate | None, stdin: BinaryIO | None
) -> Iterator[_Source]:
    """The inputs by name, each name once; a folder's own output files from an earlier run are left out."""
    written = {directory.resolve() / name for name in FILES} - {path.resolve() for path in paths}
    found = [
        _Source(name, partial(read_file, file, published=published))
        for file, name in find_files(path for path in paths if path != STDIN)
        if file.resolve() not in written
    ]
    if stdin is not None and STDIN in paths:
        found.append(_Source("stdin", partial(_read_stream, stdin, published)))
    taken: set[str] = set()
    for source in sorted(found, key=lambda source: source.name):
        name = _free(source.name, taken)
        taken.add(name)
        yield replace(source, name=name)


def _read_stream(stream: BinaryIO, published: PartialDate | None, name: str) -> Article:
    return read_bytes(stream.read(MAX_BYTES + 1), name, published)


def _free(name: str, taken: set[str]) -> str:
    """The name, or with a number if it is taken: "stdin (2)"."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free


def _process(source: _Source, extractor: Extractor) -> tuple[ArticleRow, list[AnyRecord]]:
    """Read and extract; whatever goes wrong becomes the row's reason."""
    try:
        article = source.read(source.name)
    except Unreadable as error:
        return ArticleRow(source.name, error.status, str(error)), []
    except Exception as error:
        return ArticleRow(source.name, "failed", _reason(error)), []
    try:
        records = extractor.records(article)
        return ArticleRow.of(article, records), records
    except Exception as error:
        row = ArticleRow.of(article, ())
        return (
            replace(row, status="failed", reason=_reason(error), charges=None, verdicts=None, sentences=None),
            [],
        )


def _reason(error: Exception) -> str:
    """One line for an error that nobody foresaw."""
    message = " ".join(f"{type(error).__name__}: {error}".split())
    return f"a defect of the program, please report it ({message[:_REASON_LENGTH].rstrip(': ')})"


def predict(extractor: Extractor, gold: Iterable[GoldArticle], folder: Path) -> Iterator[tuple[str, list[AnyRecord]]]:
    """The records of each article of a gold set, to be scored; its date is the one that the gold states.

    Raises Unreadable, with the file, when an article cannot be read.
    """
    for line in gold:
        published = PartialDate.parse(line.published) if line.published else None
        try:
            article = read_file(folder / line.article, line.article, published)
        except Unreadable as error:
            raise Unreadable(f"{folder / line.article}: {error}") from None
        yield line.article, extractor.records(article)


def text_of(folder: Path, name: str) -> str:
    """The text of an article into which its gold's offsets point. Raises Unreadable, with the file."""
    try:
        return read_file(folder / name, name).text
    except Unreadable as error:
        raise Unreadable(f"{folder / name}: {error}") from None


def draft(extractor: Extractor, folder: Path, published: PartialDate | None = None) -> Iterator[str]:
    """The lines of a gold file made of the program's own records, one for every article, to be corrected.

    Articles that cannot be read are left out. Raises Unreadable when there is not one file.
    """
    files = sorted(find_files([folder]), key=lambda found: found[1])
    if not files:
        raise Unreadable("no files there: name a folder of text or HTML files")
    for file, name in files:
        try:
            article = read_file(file, name, published)
        except Unreadable:
            continue
        records = [as_gold(record) for record in extractor.records(article)]
        lines = [
            record.model_dump(include={"type", "defendant", "offense", *OWN_FIELDS[record.type], *_KEPT})
            for record in records
        ]
        line = {"article": article.name, "published": article.published, "records": lines}
        yield json.dumps(line, ensure_ascii=False) + "\n"
