"""Gold files: what is read, and what is refused with which message."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from casefacts.gold import GoldError, as_gold, read_gold
from casefacts.records import Article, Evidence, Sentence

CHARGE = {
    "type": "charge",
    "defendant": "Ana Diaz",
    "offense": "burglary",
    "action": "charged",
    "start": 0,
    "end": 9,
}
VERDICT = {"type": "verdict", "defendant": "Ana Diaz", "outcome": "convicted", "start": 0, "end": 9}
SENTENCE = {
    "type": "sentence",
    "defendant": "Ana Diaz",
    "kind": "fine",
    "status": "imposed",
    "start": 0,
    "end": 9,
}


def gold_file(folder: Path, *lines: str) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def article(*records: dict[str, Any], name: str = "a.txt", **more: Any) -> str:
    return json.dumps({"article": name, "published": None, "records": records, **more})


def test_reads_all_types_in_order_and_passes_over_blank_lines(tmp_path: Path) -> None:
    path = gold_file(
        tmp_path,
        article(CHARGE, VERDICT, {**SENTENCE, "amount": 250, "currency": "GBP", "optional": True}, name="b.txt"),
        "",
        article(name="a.txt", published="2021-03", phenomenon="negation", annotator="third party"),
    )
    second, first = read_gold(path)
    assert [record.type for record in second.records] == ["charge", "verdict", "sentence"]
    assert [record.optional for record in second.records] == [False, False, True]
    assert second.records[2].amount == 250
    assert (first.article, first.published, getattr(first, "phenomenon", None), first.records) == (
        "a.txt",
        "2021-03",
        "negation",
        (),
    )


def test_reads_what_a_run_wrote(tmp_path: Path) -> None:
    found = {
        "id": "0f",
        "rule": "charge.charged",
        "attributed_to": "police",
        "offense_code": "220",
        "evidence": "x",
    }
    (read,) = read_gold(gold_file(tmp_path, article({**CHARGE, **found})))
    assert read.records[0].model_dump(include=set(found)) == found


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "Invalid JSON"),
        ("[]", "should be an object"),
        (article(published="yesterday"), "published: .*not an ISO date"),
        ('{"article": "a.txt"}', "records: Field required"),
        (article({**CHARGE, "action": "accused"}), r"records\.0\.action: .*'charged' or 'indicted'"),
        (article({**CHARGE, "ofense": "theft"}), r"records\.0\.ofense: Extra inputs"),
        (article({**CHARGE, "type": "arrest"}), r"records\.0\.type"),
        (article({**CHARGE, "defendant": ""}), r"records\.0\.defendant"),
        (article({**CHARGE, "counts": 0}), r"records\.0\.counts"),
        (article({**CHARGE, "date": "2021-13"}), r"records\.0\.date"),
        (article({**CHARGE, "action": None}), "a charge needs 'action'"),
        (article({**VERDICT, "outcome": None}), "a verdict needs 'outcome'"),
        (article({**SENTENCE, "status": None}), "a sentence needs 'status'"),
        (article({**VERDICT, "kind": "prison"}), "a verdict has no 'kind'"),
        (article({**SENTENCE, "duration": "2 years"}), "not an ISO 8601 duration"),
        (article({**SENTENCE, "currency": "pounds"}), "currency"),
        (article({**CHARGE, "start": 9}), "evidence ends at 9"),
        (article({**CHARGE, "start": -1}), r"records\.0\.start"),
        (article(), "'a.txt' occurs twice"),
    ],
)
def test_refuses_with_file_and_line(tmp_path: Path, line: str, message: str) -> None:
    path = gold_file(tmp_path, article(CHARGE), line)
    with pytest.raises(GoldError, match=rf"gold\.jsonl:2: .*{message}"):
        read_gold(path)


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    path = gold_file(tmp_path, article(CHARGE))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert [line.article for line in read_gold(path)] == ["a.txt"]


def test_refuses_a_file_that_is_missing_or_not_utf8(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"none\.jsonl"):
        read_gold(tmp_path / "none.jsonl")
    (tmp_path / "latin.jsonl").write_bytes(b'{"article": "caf\xe9"}')
    with pytest.raises(GoldError, match=r"latin\.jsonl"):
        read_gold(tmp_path / "latin.jsonl")


def test_a_record_of_the_program_becomes_flat() -> None:
    text = Article(name="a.txt", text="Ana Diaz was fined £250.")
    record = Sentence(
        article="a.txt",
        defendant="Ana Diaz",
        kind="fine",
        status="imposed",
        amount=250,
        currency="GBP",
        rule="sentence.fined",
        evidence=Evidence.of(text, 9, 23),
    )
    flat = as_gold(record)
    assert (flat.type, flat.amount, flat.rule, flat.id) == ("sentence", 250, "sentence.fined", record.id)
    assert (flat.evidence, flat.start, flat.end, flat.optional) == ("was fined £250", 9, 23, False)
    assert as_gold(flat) is flat
