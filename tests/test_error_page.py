"""The page of errors: what it shows, that nothing of an article runs in it, and how it works in a browser."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest

from casefacts.error_page import error_page
from casefacts.gold import GoldArticle, GoldRecord
from casefacts.trace import Trace

def record(start: int, end: int, defendant: str = "Ana Diaz", **fields: object) -> GoldRecord:
    values = {"type": "verdict", "outcome": "convicted", "defendant": defendant, "start": start, "end": end} | fields
    return GoldRecord.model_validate(values)


def page(
    gold: Sequence[GoldRecord], predicted: Sequence[GoldRecord], text: str = HOSTILE, trace: Trace | None = None
) -> str:
    articles = [GoldArticle(article="<b>a.txt", records=tuple(gold)), GoldArticle(article="quiet.txt", records=())]
    return "\n".join(
        error_page(articles, {"<b>a.txt": predicted}, {"<b>a.txt": text}, {"<b>a.txt": trace} if trace else {})
    )


def kinds(html: str) -> list[str | None]:
    return [attrs["data-kind"] for tag, attrs in outline(html).tags if "data-kind" in attrs]


def test_each_record_is_judged_as_the_scorer_does() -> None:
    gold = [record(0, 8, judge="Roe"), record(9, 14, "Leo Marsh"), record(0, 5, "Kim Poe", optional=True)]
    predicted = [record(0, 8), record(3, 6, "Max Poe", rule="verdict.acquitted"), record(1, 4, "a man")]
    html = page(gold, predicted)
    assert kinds(html) == ["field", "missed", "free", "field", "person", "free"]
    assert "verdict.acquitted" in outline(html).text


def test_false_records_are_told_apart_and_causes_shown() -> None:
    gold = [record(0, 8), record(9, 14, "Leo Marsh", optional=True)]
    predicted = [
        record(0, 8, outcome="acquitted"),
        record(9, 14, "Leo Marsh", outcome="acquitted"),
        record(1, 4, "Kim Poe"),
    ]
    html = page(gold, predicted, trace=Trace(HOSTILE))
    assert kinds(html) == ["missed", "free", "fact", "fact", "person"]
    shown = outline(html).text
    assert "no trigger" in shown
    assert "no trigger" not in outline(page(gold, predicted)).text
    assert "outcome (gold has convicted)" in shown


def test_articles_without_any_record_are_left_out() -> None:
    assert "quiet.txt" not in page([record(0, 8)], [])
    assert "1 of 1 articles" in re.sub(r"<[^>]*>", "", page([record(0, 8)], []))


def test_the_whole_text_is_there_and_overlapping_evidence_marked() -> None:
    html = page([record(0, 8), record(4, 12, "Leo Marsh")], [])
    marks = [attrs["data-of"] for tag, attrs in outline(html).tags if tag == "mark"]
    assert marks == ["g0", "g0 g1", "g1"]
    assert HOSTILE in outline(html).text


def test_nothing_of_an_article_becomes_markup() -> None:
    evil = record(0, 8, '"><script>x</script>', offense="</dd><script>y</script>", rule="<i>")
    html = page([evil], [evil.model_copy(update={"judge": "<img>"})])
    found = outline(html)
    assert [tag for tag, _ in found.tags].count("script") == 1
    assert not {"img", "i", "b"} & {tag for tag, _ in found.tags}
    assert not any(name.startswith("on") for _, attrs in found.tags for name in attrs)
    policy = next(str(attrs["content"]) for tag, attrs in found.tags if "http-equiv" in attrs)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not re.search(r"(?:src|href)=", re.sub(r">[^<]*<", "><", html))


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here to open the page in")
def test_it_works_in_a_browser_and_the_hostile_article_runs_nothing(tmp_path: Path) -> None:
    file = tmp_path / "errors.html"
    html = page([record(0, 8, judge="Roe"), record(9, 14, "Leo Marsh")], [record(0, 8)])
    file.write_text(html, encoding="utf-8")
    done = subprocess.run(
        [str(CHROMIUM), *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", "--enable-logging=stderr", "--dump-dom",
         file.as_uri()],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    shown = outline(done.stdout)
    assert not re.findall(r"CONSOLE.*", done.stderr)
    assert "<title>casefacts: errors</title>" in done.stdout
    # the script ran: it counted the articles and hid what the filters leave out
    hidden = ["hidden" in attrs for tag, attrs in shown.tags if "data-kind" in attrs]
    assert hidden == [False, False, False]
    assert re.search(r'id="shown">1<', done.stdout)
