"""A sample of a run's records for a person to read, and what the reader's marks say of the whole run."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

from casefacts.database import records
from casefacts.export import cell, csv_line
from casefacts.gold import OWN_FIELDS, RecordType
from casefacts.inputs import csv_rows
from casefacts.records import WAYS

Mark = Literal["yes", "no", "unsure"]
COLUMNS = ("id", "type", "article", "defendant", "offense", "says", "evidence", "context", "right", "comment")
_CONFIDENCE = 0.95

Row = Mapping[str, Any]  # a record, by its columns in the database


class MarksError(ValueError):
    """Marks that cannot be counted; the message begins with the file."""


@dataclass(frozen=True)
class Reading:
    """How many records a reader found right, wrong, neither, and has not marked."""

    yes: int = 0
    no: int = 0
    unsure: int = 0
    unmarked: int = 0

    @property
    def precision(self) -> float | None:
        """Share of the right ones among those found right or wrong; None where there are none."""
        decided = self.yes + self.no
        return self.yes / decided if decided else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of the precision (Wilson 1927), which holds for few records and for shares near 1."""
        from scipy.stats import binomtest  # here because it takes half a second to load

        if self.precision is None:
            return None
        low, high = binomtest(self.yes, self.yes + self.no).proportion_ci(_CONFIDENCE, method="wilson")
        return float(low), float(high)


@dataclass(frozen=True)
class Readings:
    """The marks of all records of a sample, and of those of each type and of each way to find the defendant."""

    all: Reading
    by_type: dict[str, Reading]
    by_link: dict[str, Reading]


def draw(directory: Path, number: int, seed: int) -> tuple[list[Row], int]:
    """So many records of a run, or all if it has fewer, by article and place; and how many it has.

    The same run and seed give the same records. A larger sample holds the smaller one, and what a later version finds
    alike stays in it. Raises Damaged.
    """
    found = records(directory)
    drawn = sorted(found, key=lambda row: hashlib.sha256(f"{seed} {row['article']} {row['id']}".encode()).digest())
    return sorted(drawn[:number], key=lambda row: (row["article"], row["start"], row["end"], row["id"])), len(found)


def lines(rows: Sequence[Row]) -> Iterator[str]:
    """The lines of the CSV file that a reader fills in."""
    yield csv_line(COLUMNS)
    for row in rows:
        yield csv_line(cell({**row, "says": _says(row)}.get(column)) for column in COLUMNS)


def _says(row: Row) -> str:
    """What the record says beside defendant and offense: "outcome: convicted; date: 2024-07-11"."""
    kind: RecordType = row["type"]
    told = ((name, cell(row[name])) for name in (*OWN_FIELDS[kind], "date", "court", "judge"))
    return "; ".join(f"{name}: {value}" for name, value in told if value)


def read(marks: Path, directory: Path) -> Readings:
    """What the marks in a file say of the run of which its records were drawn.

    Raises MarksError where they cannot be counted, Unreadable for a file that is no CSV, Damaged and OSError.
    """
    known = {_key(row): row for row in records(directory)}
    marked: dict[tuple[str, str], tuple[Row, Mark | None]] = {}
    for number, cells in csv_rows(marks):
        where = f"{marks}, row {number}"
        if missing := [name for name in ("id", "article", "right") if name not in cells]:
            raise MarksError(f"{marks}: no column {missing[0]!r}: give a file that `casefacts sample` has written")
        if not any(cells.values()):  # as spreadsheets leave below a table
            continue
        key = _key(cells)
        if key not in known:
            raise MarksError(
                f"{where}: no record {key[1]!r} of {key[0]!r} in {directory}: name the run it was drawn of"
            )
        if key in marked:
            raise MarksError(f"{where}: the record {key[1]!r} stands there twice: delete one of its rows")
        marked[key] = known[key], _mark(cells["right"] or "", where)
    found = list(marked.values())
    return Readings(
        _reading(found),
        _grouped(found, get_args(RecordType), lambda row: row["type"]),
        _grouped(found, WAYS, lambda row: row["linked_by"]),
    )


def _key(row: Row) -> tuple[str, str]:
    """Article and id, as cells; the same text in two articles has the same ids."""
    return cell(row["article"]), cell(row["id"])


def _mark(text: str, where: str) -> Mark | None:
    word = text.strip().lower()
    if word and word not in get_args(Mark):
        raise MarksError(f"{where}: {text.strip()[:40]!r} is no mark: write {', '.join(get_args(Mark))} or nothing")
    return cast("Mark", word) if word else None


def _grouped(
    found: Sequence[tuple[Row, Mark | None]], names: Sequence[str], group: Callable[[Row], str]
) -> dict[str, Reading]:
    parts = {name: [(row, mark) for row, mark in found if group(row) == name] for name in names}
    return {name: _reading(part) for name, part in parts.items() if part}


def _reading(found: Sequence[tuple[Row, Mark | None]]) -> Reading:
    counted = Counter(mark for _, mark in found)
    return Reading(counted["yes"], counted["no"], counted["unsure"], counted[None])


def as_dict(readings: Readings) -> dict[str, Any]:
    """The readings for machines."""

    def figures(reading: Reading) -> dict[str, Any]:
        counts = {"yes": reading.yes, "no": reading.no, "unsure": reading.unsure, "unmarked": reading.unmarked}
        return {**counts, "precision": reading.precision, "interval": reading.interval}

    parts = {"type": readings.by_type, "linked_by": readings.by_link}
    groups = {name: {key: figures(reading) for key, reading in part.items()} for name, part in parts.items()}
    return {"all": figures(readings.all), **groups}
