"""Gold to annotation tools and back: nothing is lost, and places are right in both ways of counting."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from casefacts.exchange import ExchangeError, Units, files, label_studio
from casefacts.gold import GoldArticle, GoldRecord, gold_line, read_gold
from casefacts.run import text_of

TOOLS: tuple[files.Tool, ...] = ("label-studio", "cas")
TEXT = "🎉 Fun\r\n🏴 fair\x0b: Nora Quill was fined $600.50 and Nora Quill was convicted, 👮 say."
WORDS = "Nora Quill was convicted, 👮 say"
PLACE = {"start": TEXT.index(WORDS), "end": TEXT.index(WORDS) + len(WORDS)}
VERDICT = {"type": "verdict", "defendant": "Nora Quill", "outcome": "convicted", "counts": 3, **PLACE}
FINE = {"type": "sentence", "defendant": "Nora Quill", "kind": "fine", "status": "imposed", "amount": 600.5}
REVIEW = {"decision": "corrected", "by": "Ana", "at": "2026-11-26T10:00:00.000Z", "note": 'a "b"', "was": {"counts": 2}}
RICH: dict[str, Any] = {
    "article": "a/b 🎉#7.txt",
    "published": "2024-07",
    "county": "Kelso",
    "records": [
        VERDICT | {"id": "v1", "rule": "x", "review": REVIEW, "evidence": WORDS, "attributed_to": "👮"},
        VERDICT | {"defendant": '"><b>&', "optional": True},
        FINE | {"currency": "USD", "start": 18, "end": 24},
    ],
    "rejected": [VERDICT | {"outcome": "acquitted"}],
}


@pytest.mark.parametrize("tool", TOOLS)
def test_the_own_gold_comes_back_to_the_byte(tool: files.Tool, articles: Path, tmp_path: Path) -> None:
    gold = read_gold(articles / "gold.jsonl")
    files.write(tool, [(line, text_of(articles, line.article)) for line in gold], tmp_path, as_predictions=False)
    back = "".join(map(gold_line, files.read(tool, tmp_path)))
    assert back == (articles / "gold.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize("as_predictions", [False, True])
@pytest.mark.parametrize("tool", TOOLS)
def test_all_that_a_line_can_have_comes_back(tool: files.Tool, as_predictions: bool, tmp_path: Path) -> None:
    article = GoldArticle.model_validate(RICH)
    files.write(tool, [(article, TEXT)], tmp_path, as_predictions)
    assert files.read(tool, tmp_path) == [article]


@pytest.mark.parametrize("tool", TOOLS)
def test_tools_count_in_utf_16(tool: files.Tool, tmp_path: Path) -> None:
    article = GoldArticle.model_validate(RICH)
    written = files.write(tool, [(article, TEXT)], tmp_path, as_predictions=False)
    if tool == "cas":
        assert f'begin="{PLACE["start"] + 2}" end="{PLACE["end"] + 3}"' in written[-1].read_text(encoding="utf-8")
        return
    [task] = json.loads(written[0].read_text(encoding="utf-8"))
    value = task["annotations"][0]["result"][0]["value"]
    assert (value["start"], value["end"]) == (PLACE["start"] + 2, PLACE["end"] + 3)
    units = task["data"]["text"].encode("utf-16-le")
    assert units[2 * value["start"] : 2 * value["end"]].decode("utf-16-le") == WORDS
    assert "\r" not in task["data"]["text"]


@pytest.mark.parametrize(("text", "point", "unit"), [("ab", 1, 1), ("🎉b", 1, 2), ("a🎉", 1, 1), ("🎉🎉c", 2, 4)])
def test_points_and_units(text: str, point: int, unit: int) -> None:
    assert (Units(text).of_point(point), Units(text).to_point(unit)) == (unit, point)


def exported(*annotations: dict[str, Any]) -> dict[str, Any]:
    return {"data": {"text": TEXT, "article": "a.txt"}, "annotations": list(annotations)}


def labelled(start: int, end: int) -> dict[str, Any]:
    region = {"id": "x", "value": {"start": start, "end": end}}
    return {"result": [
        region | {"from_name": "fact", "value": region["value"] | {"labels": ["charge"]}},
        region | {"from_name": "defendant", "value": region["value"] | {"text": ["Nora Quill"]}},
        region | {"from_name": "action", "value": region["value"] | {"choices": ["indicted"]}},
    ]}  # fmt: skip


def test_what_an_annotator_did_counts_and_what_was_cancelled_does_not() -> None:
    made = label_studio.read(exported(labelled(0, 2), labelled(3, 6), labelled(9, 11) | {"was_cancelled": True}), "t")
    expected = {"type": "charge", "defendant": "Nora Quill", "action": "indicted", "start": 2, "end": 5}
    assert made.records == (GoldRecord.model_validate(expected),)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "no JSON"),
        ("{}", "no list of tasks"),
        ('[{"data": {}}]', "task 1: not a task of casefacts"),
        (json.dumps([exported({"result": labelled(0, 2)["result"][:1]})]), "task 1, a.txt: defendant: Field required"),
    ],
)
def test_what_is_no_gold_is_told_with_its_place(content: str, message: str, tmp_path: Path) -> None:
    (tmp_path / files.TASKS).write_text(content, encoding="utf-8")
    with pytest.raises(ExchangeError, match=message):
        files.read("label-studio", tmp_path)


def test_a_folder_without_cas_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match=r"no \.xmi files"):
        files.read("cas", tmp_path)
    (tmp_path / "a.xmi").write_text("<xml/>", encoding="utf-8")
    with pytest.raises(ExchangeError, match=r"a\.xmi: not a CAS"):
        files.read("cas", tmp_path)
