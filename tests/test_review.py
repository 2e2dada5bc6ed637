"""The review: deciding by keyboard, what the browser keeps, and the gold file that comes of it."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from casefacts.evaluate import evaluate
from casefacts.faults import faults
from casefacts.gold import GoldError, GoldRecord, read_gold
from casefacts.records import Article, Verdict
from casefacts.report import Options, read_reviews, write_reports
from casefacts.suppression import Suppression
from chromium import PATIENCE, Browser, embedded, needs_chromium
from test_report import EMOJI, HISTORY, emoji, found, history, run_of

TEXTS = {"emoji.txt": EMOJI, "history.txt": HISTORY}


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Path:
    """The page of two articles, in a browser that has kept nothing of it."""
    (path,) = write_reports(run_of(tmp_path, emoji(), history()))
    browser.open(path)
    browser.see("localStorage.clear()")
    return path


def chosen(browser: Browser) -> str:
    said: str = browser.see("document.getElementById('now').textContent")
    return said


def gold_of(browser: Browser, folder: Path, name: str = "Ana") -> Path:
    """The gold file that the page makes of what was decided."""
    browser.see(f"kept.set(REVIEWER, {json.dumps(name)})")
    file = folder / f"{name}.jsonl"
    file.write_text(browser.see("goldLines().join('')"), encoding="utf-8")
    assert list(faults(file, lambda article: TEXTS[article])) == []
    return file


def decisions(file: Path) -> dict[str, list[str]]:
    return {
        line.article: [
            f"{record.review.decision if record.review else '-'} {record.defendant}"
            for record in (*line.records, *line.rejected)
        ]
        for line in read_gold(file)
    }


def entry(file: Path, decision: str) -> GoldRecord:
    [record] = [
        record
        for line in read_gold(file)
        for record in (*line.records, *line.rejected)
        if record.review and record.review.decision == decision
    ]
    return record


@needs_chromium
def test_a_queue_is_decided_by_keyboard_and_stops_at_its_end(browser: Browser, page: Path, tmp_path: Path) -> None:
    browser.open(page, "#review?type=verdict&order=article")
    assert chosen(browser) == "1 of 3, 0 decided: Nora Quill: Convicted"
    browser.press("r", "w")
    assert chosen(browser) == "3 of 3, 2 decided: Ivor Quill: Convicted of theft"  # of the next article
    assert browser.texts("main h2") == ["history.txt"]
    browser.press("u", "n")
    assert chosen(browser) == "The last of 3, 3 decided."
    assert browser.see("document.activeElement.id") == "record-2"
    file = gold_of(browser, tmp_path)
    assert decisions(file) == {
        "emoji.txt": ["- Nora Quill", "right Nora Quill", "wrong two men"],
        "history.txt": ["- Ivor Quill", "unsure Ivor Quill", "- Ivor Quill", "- Ivor Quill"],
    }
    optional = [record.optional for line in read_gold(file) for record in line.records]
    assert optional == [True, False, True, True, True, True]  # what nobody decided is neither demanded nor punished
    assert browser.complaints() == []


@needs_chromium
def test_decisions_last_and_can_be_undone(browser: Browser, page: Path) -> None:
    browser.open(page, "#article?name=history.txt")
    browser.press("n", "r", "w")
    browser.open(page, "#article?name=history.txt")
    assert browser.texts(".record .badge[class*=is-]") == ["Right", "Wrong"]
    browser.press("n", "u", "z")
    assert browser.texts(".record .badge[class*=is-]") == ["Right", "Wrong"]
    assert browser.see("document.activeElement.id") == "record-1"


@needs_chromium
def test_a_record_is_corrected_and_bad_values_are_refused(browser: Browser, page: Path, tmp_path: Path) -> None:
    browser.open(page, "#article?name=history.txt")
    browser.press("n", "n", "c")
    assert browser.see("document.activeElement.id") == "edit-defendant"
    browser.see("document.getElementById('edit-date').focus()")
    browser.type("2017-02-30")
    browser.press("Enter")
    assert browser.texts(".editor .fault") == ["Date: there is no such day"]
    browser.type("2017-02-28")
    browser.press("Enter")
    assert chosen(browser).startswith("3 of 4")
    assert browser.texts("#record-2 .told li") == ["Date: 2017 (2017) → 28 February 2017 (2017-02-28)"]
    browser.press("p", "c", "Escape")
    assert browser.see("document.activeElement.id") == "record-2"
    file = gold_of(browser, tmp_path)
    mended = entry(file, "corrected")
    assert (mended.date, mended.review and mended.review.was and mended.review.was["date"]) == ("2017-02-28", "2017")
    assert browser.see("coreHolds(facts[4])") is True


@needs_chromium
def test_a_missed_fact_is_marked_and_added_by_keyboard(browser: Browser, page: Path, tmp_path: Path) -> None:
    browser.open(page, "#article?name=emoji.txt")
    browser.press("n", "a", "ArrowUp", "ArrowRight", *["Shift+ArrowRight"] * 3)
    assert browser.see("String(getSelection())") == "Fun 🏴 fair: Nora"
    browser.press("Enter")
    assert browser.texts("#adding blockquote") == ["Fun 🏴 fair: Nora"]
    browser.see("document.getElementById('edit-offense').focus()")
    browser.type("trespass")
    browser.see("document.getElementById('edit-plea').focus()")
    browser.press("Enter")
    assert browser.texts(".record .badge[class*=is-]") == ["Missed, added"]
    assert browser.texts(".body .mark[data-of*='+1']") == ["Fun 🏴 fair: ", "Nora"]
    added = entry(gold_of(browser, tmp_path), "added")
    assert (added.offense, EMOJI[added.start : added.end]) == ("trespass", "Fun 🏴 fair: Nora")
    browser.press("z")
    assert browser.texts(".record .badge[class*=is-]") == []


@needs_chromium
def test_notes_keys_that_are_off_and_focus(browser: Browser, page: Path, tmp_path: Path) -> None:
    browser.open(page, "#article?name=history.txt")
    browser.press("n", "m")
    browser.type("ask the clerk")
    browser.press("Escape")
    assert browser.see("document.activeElement.id") == "record-1"
    assert entry(gold_of(browser, tmp_path), "open").review.note == "ask the clerk"  # type: ignore[union-attr]
    browser.see("document.getElementById('shortcuts').click()")
    browser.press("r", "n")
    assert chosen(browser).startswith("1 of 4")
    assert browser.texts(".record .badge[class*=is-]") == []
    browser.see("document.getElementById('shortcuts').click()")


@needs_chromium
def test_the_gold_file_is_downloaded_with_a_reviewer_and_scores_the_run(
    browser: Browser, page: Path, tmp_path: Path
) -> None:
    browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    browser.open(page, "#review")
    browser.press(*"rrrrrwr")
    browser.open(page, "#progress")
    assert browser.texts("#progress") == ["7 of 7 records decided, precision so far 0.86 (0.49 to 0.97)"]
    browser.click("#download")
    assert browser.see("document.activeElement.id") == "reviewer"
    browser.type("Ana Roe")
    browser.click("#download")
    file = tmp_path / "review.jsonl"
    end = time.monotonic() + PATIENCE
    while not file.is_file() and time.monotonic() < end:
        time.sleep(0.02)
    lines = read_gold(file)
    assert {record.review and record.review.by for line in lines for record in line.records} == {"Ana Roe"}
    run = {line.article: list(line.records) for line in read_gold(tmp_path / "facts.jsonl")}
    report = evaluate(lines, run)
    assert (report.overall.tp, report.overall.fp, report.overall.fn) == (5, 1, 0)  # the unnamed one is optional
    assert browser.complaints() == []


@needs_chromium
def test_earlier_decisions_are_shown_those_of_two_side_by_side(browser: Browser, page: Path, tmp_path: Path) -> None:
    browser.open(page, "#review")
    browser.press(*"rrr")
    ana = gold_of(browser, tmp_path)
    browser.press("p", "p", "p")
    browser.see("localStorage.clear()")
    browser.open(page, "#review")
    browser.press(*"rw")
    ben = gold_of(browser, tmp_path, "Ben")
    browser.see("localStorage.clear()")
    (path,) = write_reports(tmp_path, Options(read_reviews([ana, ben])))
    browser.open(path, "#article?name=emoji.txt")
    assert browser.texts(".record .badge[class*=is-]") == ["Right", "Reviewers differ", "Right"]
    told = browser.texts("#record-2 .told p")
    assert [words.split(",")[0] for words in told] == ["Right by Ana", "Wrong by Ben"]
    browser.open(path, "#facts?decision=differ")
    assert len(browser.texts("main .fact")) == 1
    third = gold_of(browser, tmp_path, "Third")
    assert decisions(third)["emoji.txt"] == [
        "right Nora Quill",
        "- Nora Quill",
        "right two men",
    ]


@needs_chromium
def test_what_changed_since_says_what_was_decided(browser: Browser, page: Path, tmp_path: Path) -> None:
    browser.open(page, "#review")
    browser.press(*"rrrrrrr")
    file = gold_of(browser, tmp_path)
    browser.see("localStorage.clear()")
    article, records = history()
    later = [records[0].model_copy(update={"offense": "lying"}), *records[2:]]
    (path,) = write_reports(run_of(tmp_path / "later", (article, later)), Options(read_reviews([file])))
    browser.open(path, "#article?name=history.txt")
    assert browser.texts(".record .badge[class*=is-]") == ["Changed since", "Right", "Right"]
    assert browser.texts("#record-1 .told p")[1] == (
        "Was decided for: Ivor Quill: Charged with perjury (differs: offense)"
    )
    assert browser.texts(".records details li") == ["Right: Ivor Quill: Convicted of theft"]
    assert decisions(gold_of(browser, tmp_path, "Eva"))["history.txt"] == ["right Ivor Quill"] * 4


def test_a_review_without_decisions_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text('{"article": "a.txt", "records": []}\n', encoding="utf-8")
    with pytest.raises(GoldError, match="has no decisions"):
        read_reviews([file])


# ------------------------------------------------------------------------------------- names to suppress


def test_suppressed_names_stand_nowhere_on_the_page(tmp_path: Path) -> None:
    article = Article(
        name="two.txt", title="Ana  Roe and Ben Poe", text="Ana Roe and Ben Poe were convicted. Poe wept."
    )
    told = [
        found(article, Verdict, article.text[:34], outcome="convicted", defendant=name)
        for name in ("Ana Roe", "Ben Poe")
    ]
    run = run_of(tmp_path, (article, told), history())
    (path,) = write_reports(run, Options(suppression=Suppression(("ana roe",))))
    html = path.read_text(encoding="utf-8")
    assert "1 fact of suppressed names left out" in html
    assert "Ana" not in html.partition('id="data"')[2].partition("</script>")[0]
    assert "███████ and Ben Poe were convicted" in html
    assert "Poe wept" not in html  # the text of an article with such a name is left out
    assert HISTORY in html


def test_suppressed_names_stand_in_no_decision_either(tmp_path: Path) -> None:
    article, told = history()
    review = {"by": "Eva", "at": "2026-11-26T10:00:00Z", "note": "not Ana Roe"}
    record = {"type": "verdict", "outcome": "convicted", "start": 0, "end": 4}
    kept = record | {"defendant": "Ivor Quill", "id": "v1", "review": review | {"decision": "right"}}
    was = {"defendant": "Ana Roe"}
    gone = record | {"defendant": "Ben Poe", "id": "v2", "review": review | {"decision": "corrected", "was": was}}
    file = tmp_path / "review.jsonl"
    file.write_text(json.dumps({"article": article.name, "records": [kept, gone]}), encoding="utf-8")
    options = Options(read_reviews([file]), Suppression(("Ana Roe",)))
    (path,) = write_reports(run_of(tmp_path, (article, told)), options)
    [[_, decisions]] = embedded(path.read_text(encoding="utf-8"))["data"]["reviews"]
    assert [(decision["id"], decision["note"]) for decision in decisions] == [("v1", "not ███████")]


@pytest.mark.parametrize(
    ("lines", "defendant", "hidden"),
    [
        ("# taken down\nAna Roe\n\n", "Ana Roe", True),
        ("Ana Roe", "Ana B. Roe", True),
        ("Ana Roe", "ANA ROE", True),
        ("Ana Roe", "Ben Roe", False),
        ("# Ana Roe", "Ana Roe", False),
    ],
)
def test_a_list_of_names(lines: str, defendant: str, hidden: bool, tmp_path: Path) -> None:
    file = tmp_path / "names.txt"
    file.write_text(lines, encoding="utf-8")
    assert Suppression.read(file).hides(defendant) is hidden


def test_rows_without_names_to_suppress_stay_as_they_are() -> None:
    rows: list[dict[str, Any]] = [{"defendant": "Ana Roe", "start": 3}]
    left = Suppression().of(rows, "Title", "Text")
    assert (left.records, left.title, left.text) == (rows, "Title", "Text")


def test_a_record_still_finds_its_article_by_name() -> None:
    row = {"article": "Ana Roe.txt", "defendant": "Ben Poe", "evidence": "Ana\nRoe and Ben Poe", "amount": 5.0}
    [left] = Suppression(("Ana Roe",)).of([row], None, None).records
    assert left == row | {"evidence": "███████ and Ben Poe"}
