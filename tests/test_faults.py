"""What `gold check` finds in a gold file: every fault, with its line."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from casefacts.faults import faults

TEXT = "Ana Diaz was convicted of arson on Monday. Leo Marsh was not."
VERDICT = {
    "type": "verdict",
    "defendant": "Ana Diaz",
    "offense": "arson",
    "outcome": "convicted",
    "start": 0,
    "end": 31,
}
OTHER = {"type": "sentence", "defendant": "Ana Diaz", "kind": "other", "status": "imposed", "start": 0, "end": 8}


def text_of(name: str) -> str:
    if name != "a.txt":
        raise ValueError("no such file")
    return TEXT


def found(folder: Path, *lines: str) -> list[str]:
    path = folder / "gold.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return list(faults(path, text_of))


def line(*records: dict[str, Any], name: str = "a.txt") -> str:
    return json.dumps({"article": name, "records": records})


def test_a_good_file_has_none(tmp_path: Path) -> None:
    assert found(tmp_path, line(VERDICT, OTHER, OTHER | {"start": 9, "end": 12})) == []


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"outcom": "convicted"}, "record 1 (verdict of Ana Diaz), outcom: Extra inputs are not permitted"),
        ({"outcome": "guilty"}, "record 1 (verdict of Ana Diaz), outcome: Input should be 'convicted'"),
        ({"end": 90}, "evidence ends at 90, the text at 61"),
        ({"end": 30}, "evidence begins or ends within a word: 'Ana Diaz was convicted of arso'"),
        ({"end": 32}, "evidence begins or ends with white space"),
        ({"evidence": "Leo Marsh"}, "not 'Leo Marsh'"),
        ({"defendant": "Ana Perez"}, "the article does not have the name 'Perez'"),
    ],
)
def test_a_fault_is_named_with_its_line_and_record(record: dict[str, Any], message: str, tmp_path: Path) -> None:
    [fault] = found(tmp_path, "", line(VERDICT | record))
    assert fault.startswith("gold.jsonl:2: ")
    assert message in fault


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_with_accents_are_known_in_any_form(form: str, tmp_path: Path) -> None:
    text = unicodedata.normalize("NFD" if form == "NFC" else "NFC", "José Muñoz was convicted of arson.")
    record = VERDICT | {"defendant": unicodedata.normalize(form, "José Muñoz"), "end": len(text)}
    record["evidence"] = unicodedata.normalize(form, text)
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + line(record).encode())
    assert list(faults(path, lambda name: text)) == []


def test_all_faults_are_listed_at_once(tmp_path: Path) -> None:
    listed = found(
        tmp_path,
        line(VERDICT, VERDICT),
        line(VERDICT | {"id": "x"}, VERDICT | {"id": "x", "date": "2024"}, name="gone.txt"),
        "{",
        line(VERDICT | {"date": "2024-13", "counts": 0}),
        line(VERDICT | {"id": "x"}),
    )
    assert [fault.split(": ", 1)[0] for fault in listed[:-1]] == [
        "gold.jsonl:1",
        "gold.jsonl:2",
        "gold.jsonl:3",
        "gold.jsonl:4",
        "gold.jsonl:4",
        "gold.jsonl:5",
    ]
    assert "there twice" in listed[0]
    assert "'gone.txt': no such file" in listed[1]
    assert "also on line 1" in listed[5]
    assert listed[-1] == "gold.jsonl: the id x occurs 2 times in 'gone.txt'"
