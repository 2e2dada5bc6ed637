"""A sample of a run: which records it draws, what a reader is shown, and what the marks come to."""

from __future__ import annotations

import csv
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest

from casefacts import sample
from casefacts.database import Database
from casefacts.export import ArticleRow, in_text_order
from casefacts.records import AnyRecord, Article, Charge, Evidence, Sentence, Verdict, identified
from casefacts.sample import MarksError, Reading

TEXT = "Nora Quill was charged with arson.\nShe was convicted\nby a jury. She was jailed for two years."
ARTICLES = ("a.txt", "b.txt", "c.txt", "d.txt")  # of one text: their records have the same ids


def found(article: Article) -> list[AnyRecord]:
    def record(model: type[AnyRecord], words: str, **fields: Any) -> AnyRecord:
        start = TEXT.index(words)
        evidence = Evidence.of(article, start, start + len(words))
        return model(article=article.name, defendant="Nora Quill", evidence=evidence, rule="test.rule", **fields)

    offense = "=HYPERLINK(1)" if article.name == "a.txt" else "arson"  # a formula to a spreadsheet
    convicted = {"outcome": "convicted", "method": "jury", "date": "2024", "linked_by": "pronoun"}
    jailed = {"kind": "prison", "status": "imposed", "duration": "P2Y", "linked_by": "pronoun"}
    records = [
        record(Charge, "was charged with arson", offense=offense, linked_by="name"),
        record(Verdict, "was convicted\nby a jury", **convicted),
        record(Sentence, "was jailed for two years", **jailed),
    ]
    return identified(records, article)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A finished run over four articles with three records each."""
    with Database(tmp_path / "run") as state:
        state.begin({})
        for name in ARTICLES:
            article = Article(name=name, text=TEXT)
            records = found(article)
            state.add(ArticleRow.of(article, records), in_text_order(records, None), TEXT)
        state.publish()
    return tmp_path / "run"


def keys(run: Path, number: int, seed: int) -> list[tuple[str, str]]:
    return [(row["article"], row["type"]) for row in sample.draw(run, number, seed)[0]]


def filled(run: Path, tmp_path: Path, marks: str, separator: str = ",") -> Path:
    """The sample of all records, with so many marks in the order of its rows; "-" leaves a cell empty."""
    rows = list(csv.DictReader(sample.lines(sample.draw(run, 100, 0)[0])))
    file = tmp_path / "marks.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, sample.COLUMNS, delimiter=separator)
        writer.writeheader()
        for row, mark in zip(rows, marks.split(), strict=False):
            writer.writerow(row | {"right": "" if mark == "-" else mark})
    return file


# --- drawing -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "drawn"), [(1, 1), (5, 5), (12, 12), (100, 12)])
def test_a_seed_draws_the_same_records_in_the_order_of_the_articles(number: int, drawn: int, run: Path) -> None:
    first = sample.draw(run, number, 7)
    assert first == sample.draw(run, number, 7)
    assert (len(first[0]), first[1]) == (drawn, 12)
    places = [(row["article"], row["start"]) for row in first[0]]
    assert places == sorted(set(places))


def test_another_seed_draws_others_and_a_larger_sample_holds_the_smaller(run: Path) -> None:
    assert len({tuple(keys(run, 4, seed)) for seed in range(6)}) > 1
    assert set(keys(run, 4, 1)) < set(keys(run, 8, 1))


def test_a_reader_sees_what_the_record_says_in_one_safe_line(run: Path) -> None:
    lines = list(sample.lines(sample.draw(run, 100, 0)[0]))
    rows = list(csv.DictReader(lines))
    assert len(lines) == 13
    assert [rows[place]["says"] for place in range(3)] == [
        "action: charged",
        "outcome: convicted; method: jury; date: 2024",
        "kind: prison; status: imposed; duration: P2Y",
    ]
    assert rows[0]["offense"] == "'=HYPERLINK(1)"
    assert rows[1]["evidence"] == "was convicted by a jury"
    assert {(row["right"], row["comment"]) for row in rows} == {("", "")}


# --- counting ----------------------------------------------------------------------------------------------

# right, wrong, unsure, unmarked -> precision and its Wilson interval
INTERVALS: list[tuple[tuple[int, int, int, int], float | None, tuple[float, float] | None]] = [
    ((95, 5, 0, 0), 0.95, (0.8882, 0.9785)),
    ((95, 5, 40, 7), 0.95, (0.8882, 0.9785)),
    ((10, 0, 0, 0), 1.0, (0.7225, 1.0)),
    ((0, 10, 0, 0), 0.0, (0.0, 0.2775)),
    ((0, 0, 3, 4), None, None),
]


@pytest.mark.parametrize(("counts", "precision", "interval"), INTERVALS)
def test_only_what_is_decided_counts(counts: Any, precision: float | None, interval: Any) -> None:
    reading = Reading(*counts)
    assert reading.precision == precision
    assert reading.interval == (interval and pytest.approx(interval, abs=1e-4))


# marks -> counts of all, of each type, of each way to find the defendant
MARKS = [
    ("yes no unsure", (1, 1, 1, 0), {"charge": (1, 0, 0, 0), "verdict": (0, 1, 0, 0), "sentence": (0, 0, 1, 0)},
     {"name": (1, 0, 0, 0), "pronoun": (0, 1, 1, 0)}),
    ("Yes YES - no", (2, 1, 0, 1), {"charge": (1, 1, 0, 0), "verdict": (1, 0, 0, 0), "sentence": (0, 0, 0, 1)},
     {"name": (1, 1, 0, 0), "pronoun": (1, 0, 0, 1)}),
    ("no", (0, 1, 0, 0), {"charge": (0, 1, 0, 0)}, {"name": (0, 1, 0, 0)}),
    ("", (0, 0, 0, 0), {}, {}),
]  # fmt: skip


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize(("marks", "all_", "by_type", "by_link"), MARKS, ids=[row[0] for row in MARKS])
def test_marks_are_counted_by_type_and_by_link(
    marks: str, all_: Any, by_type: Any, by_link: Any, separator: str, run: Path, tmp_path: Path
) -> None:
    file = filled(run, tmp_path, marks, separator)
    with file.open("a", encoding="utf-8") as out:
        out.write(f"{separator * 9}\n")  # an empty row of a spreadsheet
    readings = sample.read(file, run)
    assert astuple(readings.all) == all_
    assert {name: astuple(reading) for name, reading in readings.by_type.items()} == by_type
    assert {name: astuple(reading) for name, reading in readings.by_link.items()} == by_link


HEAD = "id,article,right\n"
# content of the file -> words of the message
FAULTS = [
    (f"{HEAD}ID,a.txt,maybe\n", ["marks.csv, row 1", "'maybe'", "yes, no, unsure"]),
    (f"{HEAD}ID,a.txt,yes\nID,b.txt,1\n", ["row 2", "'1'"]),
    (f"{HEAD}c0,a.txt,yes\n", ["row 1", "'c0'", "'a.txt'", "run"]),
    (f"{HEAD}ID,e.txt,yes\n", ["row 1", "'e.txt'"]),
    (f"{HEAD}ID,a.txt,yes\nID,a.txt,\n", ["row 2", "twice"]),
    ("id,article\nID,a.txt\n", ["no column 'right'"]),
]


@pytest.mark.parametrize(("content", "words"), FAULTS, ids=[row[0] for row in FAULTS])
def test_what_cannot_be_counted_is_said(content: str, words: list[str], run: Path, tmp_path: Path) -> None:
    identity = sample.draw(run, 1, 0)[0][0]["id"]
    file = tmp_path / "marks.csv"
    file.write_text(content.replace("ID", identity), encoding="utf-8")
    with pytest.raises(MarksError) as raised:
        sample.read(file, run)
    assert [word for word in words if word not in str(raised.value)] == []
