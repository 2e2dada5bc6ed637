"""The page of errors: what it shows, that nothing of an article runs in it, and how it works in a browser."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from casefacts.error_page import error_page
from casefacts.gold import GoldArticle, GoldRecord
from casefacts.trace import Trace
from chromium import HOSTILE, Browser, embedded, needs_chromium, outline


def record(start: int, end: int, defendant: str = "Ana Diaz", **fields: object) -> GoldRecord:
    values = {"type": "verdict", "outcome": "convicted", "defendant": defendant, "start": start, "end": end} | fields
    return GoldRecord.model_validate(values)


def page(
    gold: Sequence[GoldRecord], predicted: Sequence[GoldRecord], text: str = HOSTILE, trace: Trace | None = None
) -> str:
    articles = [GoldArticle(article="<b>a.txt", records=tuple(gold)), GoldArticle(article="quiet.txt", records=())]
    return error_page(articles, {"<b>a.txt": predicted}, {"<b>a.txt": text}, {"<b>a.txt": trace} if trace else {})


def pairs(html: str) -> list[dict[str, Any]]:
    data = embedded(html)["data"]
    return [dict(zip(data["columns"][cells[0]], cells, strict=True)) for cells in data["facts"]]


def kinds(html: str) -> list[str]:
    return [pair["judged"] for pair in pairs(html)]


def test_each_pair_is_judged_as_the_scorer_does() -> None:
    gold = [record(0, 8, judge="Roe"), record(9, 14, "Leo Marsh"), record(0, 5, "Kim Poe", optional=True)]
    predicted = [record(0, 8), record(3, 6, "Max Poe", rule="verdict.acquitted"), record(1, 4, "a man")]
    html = page(gold, predicted)
    assert kinds(html) == ["free", "field", "free", "person", "missed"]
    assert pairs(html)[1]["wrong"] == ["judge"]
    assert pairs(html)[3]["found"]["rule"] == "verdict.acquitted"
    assert pairs(html)[4]["gold"]["evidence"] == HOSTILE[9:14]


def test_false_records_are_told_apart_and_causes_shown() -> None:
    gold = [record(0, 8), record(9, 14, "Leo Marsh", optional=True)]
    predicted = [
        record(0, 8, outcome="acquitted"),
        record(9, 14, "Leo Marsh", outcome="acquitted"),
        record(1, 4, "Kim Poe"),
    ]
    html = page(gold, predicted, trace=Trace(HOSTILE))
    assert sorted(kinds(html)) == ["fact", "fact", "free", "missed", "person"]
    assert {"no trigger", "outcome"} <= {pair["cause"] for pair in pairs(html)}
    assert "gold has convicted" in {pair["detail"] for pair in pairs(html)}
    assert "no trigger" not in {pair["cause"] for pair in pairs(page(gold, predicted))}


def test_articles_without_any_record_are_left_out() -> None:
    assert [cells[0] for cells in embedded(page([record(0, 8)], []))["data"]["articles"]] == ["<b>a.txt"]


def test_nothing_of_an_article_becomes_markup() -> None:
    evil = record(0, 8, '"><script>x</script>', offense="</dd><script>y</script>", rule="<i>")
    html = page([evil], [evil.model_copy(update={"judge": "<img>"})])
    found = outline(html)
    assert [tag for tag, _ in found.tags].count("script") == 3  # data, one text, the page's own
    assert not {"img", "i", "b"} & {tag for tag, _ in found.tags}
    assert not any(name.startswith("on") for _, attrs in found.tags for name in attrs)
    assert embedded(html)["text-0"] == HOSTILE


@needs_chromium
def test_errors_are_filtered_and_lead_to_the_text_and_back(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "errors.html"
    gold = [record(0, 8, judge="Roe"), record(9, 14, "Leo Marsh"), record(20, 30, "Kim Poe")]
    file.write_text(page(gold, [record(4, 12), record(20, 30, "Kim Poe")]), encoding="utf-8")
    browser.open(file)
    assert browser.texts("main .fact .badge:first-child") == [
        "Wrong field",
        "Missed",
    ]  # what is right is hidden at first
    assert browser.texts("#count") == ["2 of 3 pairs in 1 article, of 2 defendants"]
    assert browser.texts("#facet-judged label") == ["Wrong field1", "Missed1", "Right1", "Wrong person0", "Wrong fact0"]
    assert browser.texts(".fact .wrong td") == ["Roe", "none (wrong)"]
    browser.open(file, "#facts?wrong=judge")
    browser.click("main .fact .statement")
    browser.until("document.querySelector('.record.chosen') !== null")
    assert browser.texts(".body") == [HOSTILE]
    assert browser.texts(".body .chosen") == [HOSTILE[0:4], HOSTILE[4:8], HOSTILE[8:9], HOSTILE[9:12]]
    browser.click(".body .mark[data-of='2']")
    assert browser.see("document.querySelector('.record.chosen').id") == "record-2"
    browser.press("p")
    assert browser.see("document.querySelector('.record.chosen').id") == "record-1"
    for place in ("#overview", "#articles", "#facts"):
        browser.open(file, place)
        assert browser.texts("main h2")
    assert "hacked" not in browser.see("document.title")
    assert browser.complaints() == []
