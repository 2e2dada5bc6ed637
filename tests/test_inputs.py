"""What a run takes: files, tables, lists; each article once, each fault accounted for."""

from __future__ import annotations

import csv
import gzip
import json
import os
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

from casefacts import language, read_facts
from casefacts.extractor import Extractor
from casefacts.inputs import Columns, Source, listed_files, sources
from casefacts.read import Unreadable
from casefacts.run import Options, run

PLEA = "Ana Diaz pleaded guilty to burglary on Thursday."
ROWS = [
    {"id": "n1", "text": PLEA, "title": "A plea", "published": "2024-07-12T08:30:00Z"},
    {"id": "n2", "text": "Rye prices rose.", "title": None, "published": None},
]
SPANISH = "El hombre fue condenado el martes por el juez a tres años de prisión por el robo de un coche. " * 3


def table(path: Path, rows: list[dict[str, Any]] = ROWS) -> Path:
    """The rows as a table of the format that the name tells."""
    if ".jsonl" in path.name:
        data = "".join(json.dumps(row) + "\n" for row in rows).encode()
    elif ".csv" in path.name:
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
        data = path.read_bytes()
    else:
        parquet.write_table(pyarrow.Table.from_pylist(rows), path)
        data = path.read_bytes()
    path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)
    return path


def found(*paths: Path, columns: str = "") -> list[Source]:
    return list(sources(paths, columns=Columns.parse(columns)))


def fault(source: Source) -> str:
    """Why it is lost; with the status before it."""
    with pytest.raises(Unreadable) as caught:
        source.article(source.content(), None)
    return f"{caught.value.status}: {caught.value}"


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.parquet", "a.jsonl.gz", "a.csv.gz", "A.CSV.GZ"])
def test_a_table_is_a_row_an_article(name: str, tmp_path: Path) -> None:
    if name == "A.CSV.GZ":
        table(tmp_path / "a.csv.gz").rename(tmp_path / name)
    else:
        table(tmp_path / name)
    first, second = found(tmp_path)
    assert [first.name, second.name] == [f"{name}#n1", f"{name}#n2"]
    made = first.article(first.content(), None)
    assert (made.text, made.title) == (PLEA, "A plea")
    assert (made.published, made.published_from) == ("2024-07-12", "metadata")
    assert second.article(second.content(), None).published is None


def test_columns_have_names(tmp_path: Path) -> None:
    rows = [{"url": "u/1", "body": PLEA, "head": "A plea", "day": "2024-07"}]
    [source] = found(table(tmp_path / "a.csv", rows), columns="text=body,id=url,title=head,published=day")
    made = source.article(source.content(), None)
    assert (source.name, made.title, made.published) == ("a.csv#u/1", "A plea", "2024-07")
    with pytest.raises(ValueError, match="text=NAME"):
        Columns.parse("text")


def test_rows_without_an_id_are_numbered_and_the_same_id_twice_stays_apart(tmp_path: Path) -> None:
    rows = [{"text": PLEA}, {"text": PLEA}]
    assert [source.name for source in found(table(tmp_path / "a.jsonl", rows))] == ["a.jsonl#1", "a.jsonl#2"]
    rows = [{"id": 7, "text": PLEA}, {"id": 7, "text": PLEA}]
    assert [source.name for source in found(table(tmp_path / "a.jsonl", rows))] == ["a.jsonl#7", "a.jsonl#7 (2)"]


def test_a_table_without_the_column(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", [{"body": PLEA}])
    there = "name the right one with --columns text=NAME; there are 'body'"
    assert fault(*found(path)) == f"failed: no column 'text': {there}"
    assert fault(*found(tmp_path)).startswith("skipped: no column 'text'")
    assert "no column 'day'" in fault(*found(table(tmp_path / "b.csv"), columns="published=day"))


@pytest.mark.parametrize(
    ("name", "data", "reasons"),
    [
        (
            "a.jsonl",
            b'{"text": "Rye."}\n{"text": \n[1]\n{"text": ""}\n',
            [None, "not a line", "not a JSON obj", "empty"],
        ),
        ("a.jsonl", b'{"text": "\\ud800"}\n{"text": "Rye."}', ["half a character", None]),
        ("a.csv", b'text\n"Rye\xff."\n', [None]),
        ("a.csv", b"text\n", ["without rows"]),
        ("a.csv.gz", b"text\nRye.\n", ["damaged .gz"]),
        ("a.jsonl.gz", gzip.compress(b'{"text": "Rye."}\n' * 9999, mtime=0)[:-9], ["damaged .gz"]),
        ("a.parquet", b"text", ["not a Parquet file"]),
    ],
)
def test_damaged_tables(name: str, data: bytes, reasons: list[str | None], tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    got = found(tmp_path / name)
    for source, reason in zip(got[-len(reasons) :], reasons, strict=True):
        if reason is None:
            assert source.article(source.content(), None).text.startswith("Rye")
        else:
            assert reason in fault(source)


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("2024-07-12T23:30:00-07:00", "2024-07-12"),
        ("July 12, 2024", "2024-07-12"),
        ("2024/07/12", "2024-07-12"),
        ("Fri, 12 Jul 2024 22:30:00 -0700", "2024-07-12"),
        ("1720780200", "2024-07-12"),
        (1720780200.0, "2024-07-12"),
        ("July 2024", "2024-07"),
        (" ", None),
    ],
)
def test_the_date_of_a_row(cell: object, date: str | None, tmp_path: Path) -> None:
    [source] = found(table(tmp_path / "a.jsonl", [{"text": PLEA, "published": cell}]))
    made = source.article(source.content(), None)
    assert (made.published, made.published_from, made.warnings) == (date, "metadata" if date else None, ())


@pytest.mark.parametrize("cell", ["soon", "07/12/2024", "2024-02-30", "Friday", "n/a"])
def test_a_date_that_cannot_be_read_loses_nothing(cell: str, extractor: Extractor, tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", [{"id": "n1", "text": PLEA, "published": cell}])
    run([path], tmp_path / "out", Options(jobs=1), extractor=extractor)
    frames = read_facts(tmp_path / "out")
    [row] = frames["articles"].to_dict("records")
    assert (row["status"], row["verdicts"]) == ("facts", 1)
    assert f"published {cell!r}: " in row["warnings"] and "write it as 2024-07-12" in row["warnings"]
    assert frames["articles"]["published"].isna().all() and frames["verdicts"]["date"].isna().all()


ACCENTS = "Renée Núñez was fined £90 for theft on Friday, said the “Courier”."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_tables_of_other_programs(encoding: str, separator: str, tmp_path: Path) -> None:
    lines = [["id", "text", "a, b"], ["n1", ACCENTS, "x"], ["n2", f"{PLEA}\nHe wept.", ""]]
    text = "".join(separator.join(f'"{cell}"' for cell in line) + "\r\n" for line in lines)
    (tmp_path / "a.csv").write_bytes(text.encode(encoding))
    (tmp_path / "b.tsv").write_bytes(text.encode(encoding))
    made = [source.article(source.content(), None) for source in found(tmp_path)]
    assert [article.name for article in made] == ["a.csv#n1", "a.csv#n2", "b.tsv#n1", "b.tsv#n2"]
    assert [article.text for article in made[:2]] == [ACCENTS, f"{PLEA}\nHe wept."]


def test_a_table_whose_accents_come_late(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casefacts.inputs._SAMPLE", 64)
    rows = "".join(f"{PLEA}\n" for _ in range(20))
    for name, encoding in (("a.csv", "utf-8"), ("b.csv", "cp1252")):
        (tmp_path / name).write_bytes(f'text\n{rows}"{ACCENTS}"\n'.encode(encoding))
        last = found(tmp_path / name)[-1]
        assert last.article(last.content(), None).text == ACCENTS


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (f"<p>{PLEA}</p><p>He wept.</p>", f"{PLEA}\nHe wept."),
        (f"<!DOCTYPE html><html><body><p>{PLEA}</p></body></html>", PLEA),
        (f"{PLEA}<br/>He wept.", f"{PLEA}\nHe wept."),
        (
            "The &quot;Courier&quot; said: Ana O&#8217;Neill was fined &pound;90.",
            'The "Courier" said: Ana O’Neill was fined £90.',
        ),
        ("Ana Diaz < Leo Marsh & Bo Li > Ida Crane.", "Ana Diaz < Leo Marsh & Bo Li > Ida Crane."),
    ],
)
def test_html_in_a_column(cell: str, text: str, tmp_path: Path) -> None:
    [source] = found(table(tmp_path / "a.jsonl", [{"text": cell, "published": "2024-07-12"}]))
    made = source.article(source.content(), None)
    assert "\n".join(line.strip() for line in made.text.splitlines() if line.strip()) == text
    assert made.published_from == "metadata"


@pytest.mark.parametrize(
    ("name", "data", "outcome"),
    [
        ("a.text", PLEA.encode(), None),
        ("a.markdown", PLEA.encode(), None),
        ("a.xhtml", f"<html><body><p>{PLEA}</p></body></html>".encode(), None),
        ("a", PLEA.encode(), None),
        ("a", f"<!doctype html><html><body><p>{PLEA}</p></body></html>".encode(), None),
        ("a.gz", gzip.compress(PLEA.encode(), mtime=0), None),
        ("a", b"\x7fELF\0\0\0\1", "skipped: no text, by its content"),
        ("a.json", b"[{}]", "skipped: a .json file: write one JSON object a line and name it .jsonl"),
    ],
)
def test_endings(name: str, data: bytes, outcome: str | None, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    [source] = found(tmp_path)
    if outcome is None:
        assert source.article(source.content(), None).text.strip() == PLEA
    else:
        assert fault(source).startswith(outcome)


def test_other_languages_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SPANISH, encoding="utf-8")
    assert fault(*found(tmp_path)) == "skipped: not in English but 'es': only English is read"


def test_results_ask_for_no_identifier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_identifier", None)  # whose model takes half a second to load
    assert language.foreign_language("Kelso 2 (Diaz 12, Roe 80 pen) Hawick 1 (Marsh 41)\n" * 20) is None


def test_lists_of_files() -> None:
    assert listed_files(b"a.txt\r\nb c.txt\n\n") == [Path("a.txt"), Path("b c.txt")]
    assert listed_files(b"a\nb.txt\0c.txt\0") == [Path("a\nb.txt"), Path("c.txt")]


# --- a folder in which everything is wrong -----------------------------------------------------------------

BAD: dict[str, tuple[bytes, str, str]] = {
    "bytes.txt": (b"Ana Diaz was jailed for two years for arson \xff\xfe\x81.", "facts", ""),
    "utf16.txt": (PLEA.encode("utf-16"), "facts", ""),
    "nul.txt": (PLEA.encode() + b"\0", "failed", "binary content"),
    "binary.txt": (bytes(range(256)) * 9, "failed", "binary content"),
    "empty.txt": (b"", "skipped", "empty"),
    "line.txt": (b"Ana Diaz was jailed. " * 2_500_000, "skipped", "a paragraph is longer"),
    "nested.html": (b"<div>" * 200_000 + PLEA.encode(), "failed", "nested"),
    "broken.txt.gz": (b"\x1f\x8b\x08\x00 broken", "failed", "damaged .gz"),
    "no-column.csv": (b"body\nx\n", "skipped", "no column 'text'"),
    "two\nlines, \"quoted\" é.txt": (PLEA.encode(), "facts", ""),
    "marks.txt": ("\u200f😀 \u202eAna\u202c 👩‍👩‍👧 says: Leo Marsh was convicted of arson.".encode(), "facts", ""),
    "formula.txt": (b"=Cmd Roe was convicted of arson.\n\n@Max Poe was jailed for a year for arson.", "facts", ""),
    "spanish.txt": (SPANISH.encode(), "skipped", "not in English"),
}  # fmt: skip


def test_a_folder_of_bad_input(extractor: Extractor, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, (data, _, _) in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "loop").symlink_to(folder)
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    run([folder], tmp_path / "out", Options(jobs=1), extractor=extractor)
    lines = (tmp_path / "out" / "articles.csv").read_text(encoding="utf-8")
    rows = {row["article"]: row for row in csv.DictReader(lines.splitlines(keepends=True))}
    assert rows.pop("gone.txt")["status"] == "failed"
    expected = {name.replace("\n", "?"): outcome for name, outcome in BAD.items()}
    assert rows.keys() == expected.keys()
    for name, (_, status, words) in expected.items():
        assert (rows[name]["status"], words in rows[name]["reason"]) == (status, True), rows[name]
    for line in (tmp_path / "out" / "facts.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        source = next(source for source in sources([folder]) if source.name == article["article"])
        text = source.article(source.content(), None).text
        assert all(text[fact["start"] : fact["end"]] == fact["evidence"] for fact in article["records"])


def test_a_long_text_is_read_in_parts_without_shifted_offsets(extractor: Extractor, tmp_path: Path) -> None:
    filler = "The choir 😀 sang in the rain, and rye prices rose again in the valley.\n\n"
    text = "".join(f"{filler * 300}{name} was convicted of arson.\n\n" for name in ("Ana Diaz", "Leo Marsh", "Bo Li"))
    (tmp_path / "long.txt").write_text(text, encoding="utf-8")
    run([tmp_path / "long.txt"], tmp_path / "out", Options(jobs=1), extractor=extractor)
    [line] = (tmp_path / "out" / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    records = json.loads(line)["records"]
    assert [record["defendant"] for record in records] == ["Ana Diaz", "Leo Marsh", "Bo Li"]
    assert [text[r["start"] : r["end"]] for r in records] == [r["evidence"] for r in records]
