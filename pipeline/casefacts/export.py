"""Records to four CSV files and facts.jsonl, and back to data frames (output-format: "What a run writes")."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, TextIO

from casefacts.duration import months
from casefacts.records import AnyRecord, Article, PublishedFrom, as_row

if TYPE_CHECKING:
    import pandas as pd

ArticleStatus = Literal["facts", "none", "failed", "skipped"]

_FIRST = ("id", "article", "published", "case", "defendant", "linked_by", "offense", "offense_code")
_LAST = ("date", "court", "judge", "attributed_to", "inferred", "rule", "evidence", "context", "start", "end")
# The columns of each CSV file, in order
COLUMNS: dict[str, tuple[str, ...]] = {
    "charges": (*_FIRST, "counts", "action", "plea", *_LAST),
    "verdicts": (*_FIRST, "counts", "outcome", "method", "prejudice", *_LAST),
    "sentences": (
        *_FIRST, "kind", "status", "duration", "min_duration", "months", "parole", "amount", "currency",
        *_LAST,
    ),
    "articles": (
        "article", "status", "reason", "warnings", "title", "published", "published_from", "words",
        "charges", "verdicts", "sentences", "sha256",
    ),
}  # fmt: skip
FORMAT = 3  # the version of all this; 1 is that of casefacts up to 0.3, 2 of 0.4
JSONL = "facts.jsonl"
DATABASE = "facts.sqlite"
Format = Literal["csv", "jsonl", "sqlite", "parquet"]
# What a run writes in each format, whatever else lies in its folder
FILES_OF: dict[Format, tuple[str, ...]] = {
    "csv": tuple(f"{table}.csv" for table in COLUMNS),
    "jsonl": (JSONL,),
    "sqlite": (DATABASE,),
    "parquet": tuple(f"{table}.parquet" for table in COLUMNS),
}
RESULTS_MANIFEST = "casefacts-results.json"  # of a cluster
FORMATS: tuple[Format, ...] = ("csv", "jsonl", "sqlite")  # unless told otherwise
FILES = tuple(file for name in FORMATS for file in FILES_OF[name])
INTEGERS = ("case", "counts", "start", "end", "words", "charges", "verdicts", "sentences")
NUMBERS = ("amount", "months")

# What no UTF-8 file can hold (a lone surrogate) and no CSV reader (NUL); one for one, so that offsets hold
_UNWRITABLE = re.compile(r"[\x00\ud800-\udfff]")
# "=1+1", " @SUM(A1)", "＝1": a formula to a spreadsheet, also after blanks and quotes (OWASP)
_FORMULA = re.compile(r"[\s\ufeff\u200b\"'‘’“”]*[=+\-@＝＋－＠\t\r\n]")
_NEEDS_QUOTES = re.compile(r'[,"]')
# Line ends of any system and script, with the blanks around them
_LINE_BREAK = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_SPACE = re.compile(r"\s+")
# Columns that hold words of the article as they stand there
_VERBATIM = frozenset({"evidence", "context"})
_BOM = "\ufeff"


@dataclass(frozen=True)
class ArticleRow:
    """What became of one input article: a row of articles.csv. None is an empty cell: not known."""

    article: str
    status: ArticleStatus
    reason: str | None = None
    warnings: str | None = None
    title: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    words: int | None = None
    charges: int | None = None
    verdicts: int | None = None
    sentences: int | None = None
    sha256: str | None = None

    @classmethod
    def of(cls, article: Article, records: Iterable[AnyRecord], reason: str | None = None) -> ArticleRow:
        """The row of an article that was read: status `facts` or `none`, its words and records counted."""
        types = [record.type for record in records]
        return cls(
            article=article.name,
            status="facts" if types else "none",
            reason=reason,
            warnings="; ".join(article.warnings) or None,
            title=article.title,
            published=article.published,
            published_from=article.published_from,
            words=len(article.text.split()),
            charges=types.count("charge"),
            verdicts=types.count("verdict"),
            sentences=types.count("sentence"),
            sha256=article.sha256,
        )

    def counting(self, records: Sequence[Mapping[str, Any]]) -> ArticleRow:
        """The row of an article that was read, with these of its records only."""
        if self.status != "facts":
            return self
        types = Counter(record["type"] for record in records)
        return replace(
            self,
            status="facts" if types else "none",
            charges=types["charge"],
            verdicts=types["verdict"],
            sentences=types["sentence"],
        )


class Writer:
    """Writes the CSV files and facts.jsonl of a run, article by article, into a folder that is made if need be.

    They appear under their names, in place of older ones, only when the `with` block ends without exception;
    until then they are hidden `.part` files, so that a crash never leaves half a file. With `bom` the CSV files
    begin with a byte order mark, by which Excel knows UTF-8. Raises OSError.
    """

    def __init__(self, directory: Path, bom: bool = False, formats: Sequence[Format] = FORMATS) -> None:
        self._directory = directory
        self._names = [name for format in ("csv", "jsonl") if format in formats for name in FILES_OF[format]]
        self._bom = _BOM if bom else ""
        self._stack = ExitStack()
        self._files: dict[str, TextIO] = {}

    def __enter__(self) -> Self:
        self._directory.mkdir(parents=True, exist_ok=True)
        with ExitStack() as opening:
            for name in self._names:
                part = self._part(name).open("w", encoding="utf-8", newline="\n")
                self._files[name] = opening.enter_context(part)
            for table, columns in COLUMNS.items():
                if file := self._files.get(f"{table}.csv"):
                    file.write(self._bom + csv_line(columns))
            self._stack = opening.pop_all()
        return self

    def add(self, row: ArticleRow, records: Sequence[AnyRecord] = ()) -> None:
        """Write one article and its records; raises ValueError for a record of another article."""
        strangers = {record.article for record in records} - {row.article}
        if strangers:
            raise ValueError(f"records of {', '.join(sorted(strangers))} handed in with {row.article}")
        self.write(row, in_text_order(records, row.published))

    def write(self, row: ArticleRow, records: Sequence[Mapping[str, Any]]) -> None:
        """Write one article and its records, which are rows in text order."""
        self._write("articles", asdict(row))
        for record in records:
            self._write(f"{record['type']}s", record)
        if records and JSONL in self._files:
            self._files[JSONL].write(facts_line(row, records))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._stack.close()
            if kind is None:
                for name in self._files:
                    self._part(name).replace(self._directory / name)
        finally:
            for name in self._files:
                self._part(name).unlink(missing_ok=True)

    def _part(self, name: str) -> Path:
        return self._directory / f".{name}.part"

    def _write(self, table: str, row: Mapping[str, Any]) -> None:
        if file := self._files.get(f"{table}.csv"):
            cells = ((_SPACE.sub(" ", row[name]) if name in _VERBATIM else row[name]) for name in COLUMNS[table])
            file.write(csv_line(map(cell, cells)))


def in_text_order(records: Iterable[AnyRecord], published: str | None) -> list[dict[str, Any]]:
    """The records as rows, by position in the text, then type, then all else; with their article's date.

    Sentences with `months`.
    """
    rows = [as_row(record) | {"published": published} for record in records]
    for row in rows:
        if row["type"] == "sentence":
            row["months"] = months(row["duration"]) if row["duration"] else None
    return sorted(rows, key=lambda row: (row["start"], row["end"], row["type"], json.dumps(row)))


def facts_line(article: ArticleRow, rows: Iterable[Mapping[str, Any]]) -> str:
    """One line of facts.jsonl: the article with its records, in the form of the gold files."""
    line = {
        "article": writable(article.article),
        "published": article.published,
        "records": [_fact(row) for row in rows],
    }
    return json.dumps(line, ensure_ascii=False) + "\n"


def _fact(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row in JSON: `type` after `id`, the columns but for those of the article and `months`; 20000, not 20000.0."""
    elsewhere = {"id", "article", "published", "months"}
    keys = ("type", *(key for key in COLUMNS[f"{row['type']}s"] if key not in elsewhere))
    return {key: _json_value(row[key]) for key in ("id", *keys)} | {"sources": row["sources"]}


def _json_value(value: Any) -> Any:
    if isinstance(value, str):
        return writable(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def csv_line(cells: Iterable[str]) -> str:
    """One line of CSV as RFC 4180 quotes it, but with a single line feed at its end; no cell has a line break."""
    quoted = ('"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text for text in cells)
    return ",".join(quoted) + "\n"


def cell(value: str | float | None) -> str:
    """The value as a cell: None empty, numbers without a trailing ".0", text in one line and defused."""
    if value is None:
        return ""
    if isinstance(value, str):
        return defuse(_LINE_BREAK.sub(" ", writable(value)))
    return str(int(value)) if float(value).is_integer() else repr(value)


def writable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate and NUL, which the files cannot hold."""
    return _UNWRITABLE.sub("\ufffd", text)


def defuse(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def undefuse(text: str) -> str:
    """The original of a defused text; exact, since `_FORMULA` passes over leading apostrophes as well."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def read_facts(directory: Path) -> dict[str, pd.DataFrame]:
    """Read back what a run wrote: data frames `charges`, `verdicts`, `sentences` and `articles`.

    Text as it was before defusing (dtype string), that of records with its own line breaks where facts.jsonl lies
    beside; whole numbers as Int64, `amount` and `months` as Float64, empty cells missing. Raises FileNotFoundError
    where one of the four files is missing.
    """
    frames = {table: _read_table(Path(directory) / f"{table}.csv", COLUMNS[table]) for table in COLUMNS}
    if (Path(directory) / JSONL).is_file():
        with (Path(directory) / JSONL).open(encoding="utf-8") as lines:
            _restore(frames, (json.loads(line) for line in lines))
    return frames


def _restore(frames: dict[str, pd.DataFrame], articles: Iterable[dict[str, Any]]) -> None:
    """Put the texts of the records, as the article has them, in place of those that were made fit for one line."""
    import pandas as pd

    texts = {
        (f"{record['type']}s", article["article"], record["id"]): record
        for article in articles
        for record in article["records"]
    }
    for table, frame in frames.items():
        if table == "articles":
            continue
        known = [texts.get((table, *key), {}) for key in zip(frame["article"], frame["id"], strict=True)]
        for name in frame.columns:
            if frame[name].dtype == "string":
                cells = zip(known, frame[name], strict=True)
                frame[name] = pd.array([record.get(name, cell) for record, cell in cells], dtype="string")


def _read_table(path: Path, columns: Sequence[str]) -> pd.DataFrame:
    import pandas as pd  # here because half a second passes until it is there, which writing need not wait for

    frame = pd.read_csv(path, dtype="string", keep_default_na=False, na_values=[""], encoding="utf-8-sig")
    for name in columns:
        if name not in frame:  # an earlier format's
            frame[name] = pd.Series(pd.NA, index=frame.index, dtype="string")
        if name in INTEGERS:
            frame[name] = frame[name].astype("Int64")
        elif name in NUMBERS:
            frame[name] = frame[name].astype("Float64")
        else:
            frame[name] = frame[name].map(undefuse, na_action="ignore").astype("string")
    return frame
