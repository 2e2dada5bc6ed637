"""The pages of a run: they hold every fact, nothing of an article runs in them, and how a browser shows them."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import sqlite3
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

from casefacts import database, records, report
from casefacts.database import Damaged, Database, InUse
from casefacts.error_page import error_page
from casefacts.export import COLUMNS, ArticleRow, in_text_order
from casefacts.gold import GoldArticle, as_gold
from casefacts.records import AnyRecord, Article, Charge, Evidence, Sentence, Verdict, identified
from casefacts.report import write_reports
from casefacts.single_page import SCRIPTS
from chromium import HOSTILE, Browser, embedded, needs_chromium, outline

PAGE = Path(report.__file__).parent / "page"
EMOJI = "🎉 Fun 🏴 fair: Nora Quill was charged with arson and Nora Quill was convicted of arson, two 👮 say."
HISTORY = (
    "Ivor Quill was charged with perjury. In 2017 he was convicted of theft. He faces up to two years in prison."
    " On 3 May 2018 he was fined $600."
)
WORDY = (*get_args(records.Outcome), *get_args(records.Kind), *get_args(records.Status), *get_args(records.Method))


def found(article: Article, model: type[AnyRecord], words: str, **fields: Any) -> AnyRecord:
    """A record of the article's words, by a rule of its own."""
    start = article.text.index(words)
    evidence = Evidence.of(article, start, start + len(words))
    return model(article=article.name, evidence=evidence, **{"defendant": "Nora Quill", "rule": "test.rule"} | fields)


def hostile() -> tuple[Article, list[AnyRecord]]:
    article = Article(name=f"{HOSTILE}.txt", title=HOSTILE, text=f"{HOSTILE}\r\n<!-- <script> \u2028{HOSTILE}")
    fields = dict.fromkeys(("defendant", "offense", "court", "judge", "attributed_to", "rule"), HOSTILE)
    return article, [found(article, Verdict, HOSTILE, outcome="convicted", **fields)]


def emoji() -> tuple[Article, list[AnyRecord]]:
    article = Article(name="emoji.txt", title="Fun fair", text=EMOJI, published="2024-07-12")
    return article, [
        found(article, Charge, "Nora Quill was charged with arson", offense="arson"),
        found(article, Verdict, "charged with arson and Nora Quill was convicted", outcome="convicted",
              date="2024-07-11"),
        found(article, Verdict, "two 👮 say", outcome="acquitted", defendant="two men", attributed_to="two 👮"),
    ]  # fmt: skip


def history() -> tuple[Article, list[AnyRecord]]:
    article = Article(name="history.txt", text=HISTORY)
    who = {"defendant": "Ivor Quill"}
    return article, [
        found(article, Charge, "Ivor Quill was charged with perjury", offense="perjury", **who),
        found(article, Verdict, "he was convicted of theft", offense="theft", outcome="convicted", date="2017", **who),
        found(article, Sentence, "up to two years in prison", kind="prison", status="possible", duration="P2Y", **who),
        found(article, Sentence, "he was fined $600", kind="fine", status="imposed", amount=600, currency="USD",
              date="2018-05-03", **who),
    ]  # fmt: skip


def many(number: int) -> tuple[Article, list[AnyRecord]]:
    text = " ".join(f"Zed {place} was convicted." for place in range(number))
    article = Article(name="many.txt", text=text)
    return article, [
        found(article, Verdict, f"Zed {place} was convicted", outcome="convicted", defendant=f"Zed {place}")
        for place in range(number)
    ]


def run_of(directory: Path, *stories: tuple[Article, list[AnyRecord]], rows: tuple[ArticleRow, ...] = ()) -> Path:
    """An output folder with these articles, then these rows without a text."""
    with Database(directory) as state:
        state.begin({})
        for article, facts in stories:
            told = identified(facts, article)
            state.add(ArticleRow.of(article, told), in_text_order(told, None), article.text)
        for row in rows:
            state.add(row, [], None)
        state.publish()
    return directory


def page(directory: Path) -> str:
    (path,) = write_reports(directory)
    return path.read_text(encoding="utf-8")


# ------------------------------------------------------------------------------------- without a browser


def test_nothing_of_an_article_becomes_markup(tmp_path: Path) -> None:
    html = page(run_of(tmp_path, hostile(), rows=(ArticleRow("<b>.txt", "failed", "<i>broken</i>"),)))
    shown = outline(html)
    tags = [tag for tag, _ in shown.tags]
    assert tags.count("script") == 3  # data, one text, the page's own
    assert not {"img", "i", "b"} & set(tags)
    assert not any(name.startswith("on") for _, attributes in shown.tags for name in attributes)
    assert embedded(html)["text-0"] == hostile()[0].text


def test_the_policy_allows_the_pages_own_code_and_nothing_else(tmp_path: Path) -> None:
    html = page(run_of(tmp_path, hostile()))
    policy = next(str(attributes["content"]) for _, attributes in outline(html).tags if "http-equiv" in attributes)

    def hashed(*names: str) -> str:
        code = "\n".join((PAGE / name).read_text(encoding="utf-8") for name in names)
        return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"

    assert policy == (
        f"default-src 'none'; style-src {hashed('report.css')}; script-src {hashed(*SCRIPTS)}; base-uri 'none';"
        " form-action 'none'"
    )
    links = {attributes.get("href") or attributes.get("src") for _, attributes in outline(html).tags}
    assert links == {None, "#main", "#records"}


def test_same_facts_same_bytes_and_the_database_is_only_read(tmp_path: Path) -> None:
    one, two = run_of(tmp_path / "1", emoji(), history()), run_of(tmp_path / "2", emoji(), history())
    before = (one / database.FILE).read_bytes()
    assert page(one) == page(two) == page(one)
    assert (one / database.FILE).read_bytes() == before
    assert not list(one.glob(".*"))


def test_offsets_stay_code_points_and_texts_stay_whole(tmp_path: Path) -> None:
    inside = embedded(page(run_of(tmp_path, emoji())))
    assert inside["text-0"] == EMOJI
    columns = inside["data"]["columns"]
    for cells in inside["data"]["facts"]:
        fact = dict(zip(columns[cells[0]], cells, strict=True))
        assert EMOJI[fact["start"] : fact["end"]] == fact["evidence"]
    assert inside["data"]["unnamed"] == ["two men"]


def test_articles_without_facts_are_counted_or_listed_with_the_reason(tmp_path: Path) -> None:
    rows = (
        ArticleRow("quiet.txt", "none"), ArticleRow("dull.txt", "none"),
        ArticleRow("polish.txt", "none", "not English"), ArticleRow("bad.txt", "failed", "empty"),
    )  # fmt: skip
    inside = embedded(page(run_of(tmp_path, emoji(), rows=rows)))
    assert inside["data"]["silent"] == 2
    assert [cells[0] for cells in inside["data"]["articles"]] == ["emoji.txt", "polish.txt", "bad.txt"]
    assert "text-1" not in inside


def test_a_large_run_is_several_pages_that_name_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "PER_PART", 2)
    rows = tuple(ArticleRow(f"{place}.txt", "failed", "empty") for place in range(3))
    paths = write_reports(run_of(tmp_path, emoji(), history(), rows=rows))
    assert [path.name for path in paths] == ["report.html", "report-2.html", "report-3.html"]
    for number, path in enumerate(paths, start=1):
        html = path.read_text(encoding="utf-8")
        assert f"Part {number} of 3." in html
        links = [attributes.get("href") for tag, attributes in outline(html).tags if tag == "a"]
        assert links == ["#main", "#records", "report.html", "report-2.html", "report-3.html"]
    assert "5 articles and 7 facts" in paths[1].read_text(encoding="utf-8")
    assert [cells[0] for cells in embedded(paths[2].read_text(encoding="utf-8"))["data"]["articles"]] == ["2.txt"]


def test_pages_of_a_larger_run_before_go_but_nobody_elses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as smaller:
        smaller.setattr(report, "PER_PART", 1)
        assert len(write_reports(run_of(tmp_path, emoji(), history()))) == 2
    (tmp_path / "report-3.html").write_text("of the town council", encoding="utf-8")
    assert write_reports(tmp_path) == [tmp_path / "report.html"]
    assert sorted(path.name for path in tmp_path.glob("*.html")) == ["report-3.html", "report.html"]


def test_a_page_that_cannot_be_finished_leaves_the_old_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = page(run_of(tmp_path, emoji(), history()))

    def fail(*_: object) -> str:
        raise OSError("disk full")

    monkeypatch.setattr(report, "_page", fail)
    with pytest.raises(OSError, match="disk full"):
        write_reports(tmp_path)
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == before
    assert not list(tmp_path.glob(".*"))


def test_no_run_no_page(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no facts\.sqlite in .*: name the folder") as caught:
        write_reports(tmp_path / "nowhere")
    assert "\n" not in str(caught.value)
    (tmp_path / database.FILE).write_text("these are minutes of a meeting" * 50, encoding="utf-8")
    with pytest.raises(Damaged, match="not a database of casefacts"):
        write_reports(tmp_path)
    (tmp_path / database.FILE).unlink()
    sqlite3.connect(tmp_path / database.FILE).close()
    with pytest.raises(Damaged, match="no such table"):
        write_reports(tmp_path)
    assert not list(tmp_path.glob("*.html"))


def test_while_a_run_is_writing_there_is_no_page(tmp_path: Path) -> None:
    with Database(run_of(tmp_path, emoji())), pytest.raises(InUse, match="wait for it to end"):
        write_reports(tmp_path)


def test_the_page_knows_every_column_and_every_word_of_the_vocabularies() -> None:
    script = "\n".join((PAGE / name).read_text(encoding="utf-8") for name in SCRIPTS)
    labels = script[script.index("const LABELS") : script.index("const WAYS")]
    names = {name for table in database.FACTS for name in COLUMNS[table]} - {"article", "published"}
    names -= {"evidence", "context", "start", "end"}
    assert names <= set(re.findall(r"(\w+): '", labels))
    assert sorted(path.name for path in PAGE.glob("*.js")) == sorted(SCRIPTS)
    assert not [word for word in WORDY if not re.search(rf"\b{word}: '", script)]
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|\.on\w+ *=[^=>]", script)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(scheme: str) -> None:
    blocks = re.findall(r":root \{(.*?)\}", (PAGE / "report.css").read_text(encoding="utf-8"), re.S)
    colours = dict(re.findall(r"--([\w-]+): (#\w+)", blocks[0 if scheme == "light" else 1]))
    kinds = ("charge", "verdict", "sentence")
    pairs = [(word, ground) for word in ("ink", "soft", "link", *kinds) for ground in ("page", "card")]
    pairs += [(kind, f"{kind}-tint") for kind in kinds]
    pairs += [("ink", ground) for ground in ("charge-tint", "verdict-tint", "sentence-tint", "chosen", "caution")]
    poor = [pair for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < 4.5]  # WCAG AA
    assert not poor


def contrast(one: str, two: str) -> float:
    high, low = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    shares = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# ------------------------------------------------------------------------------------- in a browser


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a run with every kind of trouble."""
    rows = (ArticleRow("quiet.txt", "none"), ArticleRow(HOSTILE, "failed", HOSTILE))
    return write_reports(run_of(tmp_path_factory.mktemp("run"), hostile(), emoji(), history(), rows=rows))[0]


PLACES = {
    "overview": "", "facts": "#facts", "articles": "#articles", "people": "#people",
    "review": "#progress", "queue": "#review",
    "article": "#article?name=history.txt", "person": "#person?name=Ivor%20Quill",
    "no article": "#article?name=gone.txt", "no person": "#person?name=constructor", "no view": "#__proto__",
}  # fmt: skip


@needs_chromium
@pytest.mark.parametrize("name", PLACES)
def test_each_view_loads_without_a_word_in_the_console_or_to_the_network(
    browser: Browser, file: Path, name: str
) -> None:
    browser.open(file, PLACES[name])
    assert browser.texts("main h2")
    assert browser.complaints() == []
    assert browser.asked() <= {"about:blank", file.as_uri()}


@needs_chromium
@pytest.mark.parametrize("name", PLACES)
def test_a_phone_shows_each_view_without_scrolling_sideways(browser: Browser, file: Path, name: str) -> None:
    browser.call("Emulation.setDeviceMetricsOverride", width=340, height=700, deviceScaleFactor=1, mobile=True)
    browser.open(file, PLACES[name])
    assert browser.see("document.documentElement.scrollWidth") == 340


def choose(browser: Browser, name: str, value: str) -> None:
    browser.see(
        f"(() => {{ const field = document.getElementById('{name}'); field.value = {json.dumps(value)};"
        " field.dispatchEvent(new Event('input', { bubbles: true })); })()"
    )


@needs_chromium
def test_search_and_filters(browser: Browser, file: Path) -> None:
    browser.open(file, "#facts")
    wanted: list[tuple[dict[str, str], int]] = [
        ({}, 8), ({"type": "verdict"}, 4), ({"outcome": "acquitted"}, 1), ({"status": "possible"}, 1),
        ({"status": "possible&status=imposed"}, 2), ({"kind": "fine"}, 1), ({"q": "ARSON"}, 2),
        ({"person": "quill"}, 6),
        ({"article": "fun fair"}, 3), ({"from": "2017", "to": "2017"}, 1), ({"from": "2017-11"}, 3),
        ({"to": "2018-05"}, 2),
        ({"when": "unknown"}, 5), ({"when": "published", "from": "2024-07-12"}, 3), ({"q": "Ívor perjury"}, 1),
        ({"q": "quill", "type": "charge", "article": "history"}, 1), ({"q": '"quill arson"'}, 0),
        ({"q": '"charged with arson"'}, 2), ({"q": '"he faces up"'}, 0), ({"q": '"he faces up"', "texts": "1"}, 4),
    ]  # fmt: skip
    for values, number in wanted:
        query = "&".join(f"{name}={value}" for name, value in values.items())
        browser.see(f"location.hash = {json.dumps(f'#facts?{query}')}")
        start = "8 facts in" if number == 8 else f"{number} of 8 facts in"
        browser.until(f"document.getElementById('count').textContent.startsWith('{start}')")
        assert len(browser.texts("main .fact")) == number
    choose(browser, "q", "nobody at all")
    browser.until("document.querySelector('main .nothing') !== null")
    browser.click("#clear")
    assert len(browser.texts("main .fact")) == 8


@needs_chromium
def test_facets_count_what_each_value_would_leave(browser: Browser, file: Path) -> None:
    browser.open(file, "#facts?type=verdict")
    assert browser.texts("#facet-type label") == ["Verdict4", "Charge2", "Sentence2"]
    assert browser.texts("#facet-outcome label") == ["Convicted3", "Acquitted1"]
    browser.click("#facet-outcome input[value=acquitted]")
    browser.until("document.querySelectorAll('main .fact').length === 1")
    assert browser.texts("#facet-type label") == ["Verdict1"]
    browser.click("#facet-outcome input[value=convicted]")
    browser.until("document.querySelectorAll('main .fact').length === 4")
    assert browser.see("location.hash") == "#facts?type=verdict&outcome=convicted&outcome=acquitted"


@needs_chromium
def test_facts_in_another_order_and_taken_along(browser: Browser, file: Path) -> None:
    browser.open(file, "#facts?order=date&person=ivor")
    assert browser.texts("main .fact time") == ["2017", "3 May 2018"]
    names, *rows = browser.see("csvOf(ordered(chosen(), 'article')).join('')").split("\n")
    assert names.startswith("type,article,id,case,defendant,")
    assert len(rows) == 5
    assert json.loads(browser.see("JSON.stringify(exported(facts[3]))"))["article"] == "emoji.txt"
    assert browser.see("csvCell(' =1+1')") == "' =1+1"
    browser.open(file, "#facts?q=%22two%20%F0%9F%91%AE%22")
    said = browser.see("citation(chosen()[0])")
    assert said.startswith('two men: Acquitted. "two 👮 say" Fun fair, emoji.txt, 12 July 2024 (casefacts v')


@needs_chromium
def test_all_filtered_facts_are_printed(browser: Browser, tmp_path: Path) -> None:
    (path,) = write_reports(run_of(tmp_path, many(120)))
    browser.open(path, "#facts")
    browser.see("dispatchEvent(new Event('beforeprint'))")
    assert len(browser.texts("main .fact")) == 120
    browser.see("dispatchEvent(new Event('afterprint'))")
    assert len(browser.texts("main .fact")) == 50


@needs_chromium
def test_the_chart_shows_all_dated_facts_and_opens_a_year(browser: Browser, file: Path) -> None:
    browser.open(file)
    assert browser.texts(".chart.wide h3") == ["Facts by year"]
    assert browser.texts(".months a") == ["2024", "2018", "2017"]
    browser.click(".months a[href*='zoom=2018']")
    browser.until("document.querySelector('.chart.wide h3').textContent === 'Facts by month'")
    assert browser.texts(".months a") == ["May 2018"]
    browser.click(".months a")
    browser.until("document.getElementById('count').textContent.startsWith('1 of 8')")
    browser.open(file, "#overview?by=published")
    assert browser.texts(".months a") == ["July 2024"]


@needs_chromium
def test_back_comes_to_where_one_was(browser: Browser, tmp_path: Path) -> None:
    (path,) = write_reports(run_of(tmp_path, many(60)))
    browser.open(path, "#facts")
    browser.see("scrollTo(0, 1500)")
    browser.until("history.state?.scroll === 1500")
    browser.click("main .fact:nth-child(12) .statement")
    browser.until("document.querySelector('.record.chosen') !== null")
    browser.see("history.back()")
    browser.until("document.querySelector('main h2').textContent === 'Facts' && scrollY === 1500")


WRAPPED = (
    "Ada Quill of Kelso was convicted of theft on Monday by a jury\r\nthat had heard her for nine long days in the town"
    " hall of\r\nKelso.\r\n\r\nShe was:\r\n- fined\r\n- freed\r\n"
)


@needs_chromium
def test_hard_wrapped_lines_flow_and_places_hold(browser: Browser, tmp_path: Path) -> None:
    article = Article(name="wrapped.txt", text=WRAPPED)
    told = found(article, Verdict, "heard her for nine long days in the town hall of\r\nKelso", outcome="convicted")
    (path,) = write_reports(run_of(tmp_path, (article, [told])))
    browser.open(path, "#article?name=wrapped.txt")
    assert browser.texts(".body .mark") == ["heard her for nine long days in the town hall of\r Kelso"]
    assert browser.texts(".body")[0].count("\n") == WRAPPED.count("\n") - 2
    assert browser.see("runs([1, 2, 3, 4, 7, 9, 10])") == "1–4, 7, 9, 10"


@needs_chromium
def test_a_chart_leads_to_its_facts(browser: Browser, file: Path) -> None:
    browser.open(file)
    assert browser.texts(".chart h3") == ["Facts by type", "Verdicts by outcome", "Penalties by kind", "Facts by year"]
    browser.click(".bars a[href*='outcome=acquitted']")
    browser.until("document.querySelector('main h2').textContent === 'Facts'")
    assert browser.texts("main .fact .statement") == ["Acquitted"]
    assert browser.see("document.querySelector('#facet-outcome input:checked').value") == "acquitted"


@needs_chromium
def test_the_highlight_is_the_evidence_whatever_stands_before_it(browser: Browser, file: Path) -> None:
    browser.open(file, "#article?name=emoji.txt")
    assert browser.texts(".body") == [EMOJI]
    assert browser.texts(".body .mark") == [
        "Nora Quill was ", "charged with arson", " and Nora Quill was convicted", "two 👮 say"
    ]  # fmt: skip
    of = "[...document.querySelectorAll('.body .mark')].map((mark) => mark.dataset.of)"
    assert browser.see(of) == ["1", "1 2", "2", "3"]


@needs_chromium
def test_record_and_words_lead_to_each_other(browser: Browser, file: Path) -> None:
    browser.open(file, "#article?name=emoji.txt")
    assert browser.texts("main .chosen") == []
    browser.click("#record-1 .statement")
    assert browser.texts(".body .chosen") == ["Nora Quill was ", "charged with arson"]
    assert browser.see("document.activeElement.textContent") == "Nora Quill was "
    assert browser.see("location.hash").startswith("#article?name=emoji.txt&fact=")
    browser.click(".body .mark[data-of='2']")
    assert browser.see("document.querySelector('.record.chosen').id") == "record-2"
    assert browser.see("document.activeElement.id") == "record-2"
    # where two records overlap, the next click goes on to the other
    browser.click(".body .mark[data-of='1 2']")
    assert browser.see("document.querySelector('.record.chosen').id") == "record-1"
    browser.click(".body .mark[data-of='1 2']")
    assert browser.see("document.querySelector('.record.chosen').id") == "record-2"
    browser.press("n")
    assert browser.see("document.querySelector('.record.chosen').id") == "record-3"
    assert browser.texts("#said")[0].startswith("3 of 3: two men: Acquitted")
    browser.press("n")
    assert browser.texts("#said") == ["The last of 3"]
    assert browser.see("document.activeElement.id") == "record-3"
    browser.press("p")
    browser.click("#previous")
    assert browser.see("document.querySelector('.record.chosen').id") == "record-1"
    assert "Said bythe article itselfRuletest.ruleRecord id" in "".join(browser.texts("#record-1 dl"))
    assert browser.complaints() == []


@needs_chromium
def test_a_link_to_a_record_opens_it(browser: Browser, file: Path) -> None:
    browser.open(file, "#facts?outcome=acquitted")
    browser.click(".fact .statement")
    browser.until("document.querySelector('.record.chosen') !== null")
    assert browser.texts(".body .chosen") == ["two 👮 say"]


@needs_chromium
def test_what_nobody_imposed_looks_different(browser: Browser, file: Path) -> None:
    for place, card in (("#facts?type=sentence", ".fact"), ("#article?name=history.txt", ".record.sentence")):
        browser.open(file, place)
        style = f"[...document.querySelectorAll('{card}')].map((e) => getComputedStyle(e).borderTopStyle)"
        assert browser.see(style) == ["dashed", "solid"]
        assert browser.texts(f"{card} .badge.open") == ["Penalty possible by law, not imposed"]


@needs_chromium
def test_a_person_in_time_order_with_the_unknown_last(browser: Browser, file: Path) -> None:
    browser.open(file, "#person?name=Ivor%20Quill")
    assert browser.texts(".moment > h3") == ["2017", "3 May 2018", "Date unknown"]
    assert browser.texts(".statement") == [
        "Convicted of theft", "Fine: USD 600", "Charged with perjury", "Possible penalty: prison, 2 years"
    ]  # fmt: skip
    browser.open(file, "#person?name=Nora%20Quill")
    assert any("Penalty unknown" in words for words in browser.texts(".unknowns li"))


@needs_chromium
def test_a_person_by_cases_and_words_within_their_sentence(browser: Browser, file: Path) -> None:
    browser.open(file)
    browser.see("""facts.filter((fact) => fact.in.article === 'history.txt').forEach((fact, i) => {
        Object.assign(fact, { case: 1 + i % 2, context: `So ${fact.evidence}.`, inferred: 'offense' });
    })""")
    browser.see("location.hash = '#person?name=Ivor%20Quill'")
    browser.until("document.querySelector('main h2').textContent === 'Ivor Quill'")
    assert browser.texts("h3.case") == ["Case 2 of history.txt · theft", "Case 1 of history.txt · perjury"]
    assert browser.texts(".time") == ["2017", "3 May 2018", "Date unknown"]
    assert browser.texts(".fact blockquote")[0] == "So he was convicted of theft."
    assert browser.texts(".fact .context")[:2] == ["So ", "."]
    browser.see("location.hash = '#facts?case=history.txt+%C2%B7+2'")
    browser.until("document.getElementById('count').textContent.startsWith('2 of 8')")


@needs_chromium
def test_the_hostile_article_runs_nothing(browser: Browser, file: Path) -> None:
    article, (record,) = hostile()
    views = ["", "#facts", "#articles", "#people"]
    for place in views:
        browser.open(file, place)
        assert HOSTILE in browser.texts("main")[0]
        assert browser.see("document.querySelectorAll('main :is(script, img, iframe, b, i)').length") == 0
        assert browser.see("[...document.links].every((a) => a.protocol === 'file:' && a.hash)") is True
    browser.click("main a[href^='#person'][href*='script']")
    browser.until("document.querySelector('main h2').textContent.startsWith('<script>')")
    browser.click("main .statement")
    browser.until("document.querySelector('.record.chosen') !== null")
    assert browser.texts(".body") == [article.text]
    assert browser.texts(".body .mark") == [record.evidence.text]
    assert "hacked" not in str(browser.see("document.title")).removeprefix(HOSTILE)
    assert browser.complaints() == []
    assert browser.asked() <= {"about:blank", file.as_uri()}


@needs_chromium
def test_the_policy_stops_what_the_page_did_not_bring(browser: Browser, file: Path) -> None:
    browser.open(file)
    for name, fill in (("script", "e.textContent = 'window.ran = 1'"), ("img", "e.src = 'https://x.invalid/a.png'")):
        browser.see(f"(() => {{ const e = document.createElement('{name}'); {fill}; document.body.append(e); }})()")
    browser.until("true")
    assert browser.see("window.ran") is None
    violations = [event["params"]["entry"]["text"] for event in browser.complaints() if "entry" in event["params"]]
    assert len(violations) == 2
    assert all("Content Security Policy" in text for text in violations)


@needs_chromium
def test_long_lists_come_in_pages(browser: Browser, tmp_path: Path) -> None:
    (path,) = write_reports(run_of(tmp_path, many(120)))
    browser.open(path, "#people?order=most")
    assert len(browser.texts("main .list > li")) == 50
    browser.click(".pager a[href*='page=3']")
    browser.until("document.querySelector('.pager span:not([aria-disabled])').textContent === '101–120 of 120'")
    assert len(browser.texts("main .list > li")) == 20
    assert browser.complaints() == []


@needs_chromium
def test_a_screen_reader_finds_names_and_headings(browser: Browser, file: Path) -> None:
    for place in PLACES.values():
        browser.open(file, place)
        nodes = browser.call("Accessibility.getFullAXTree")["nodes"]
        controls = {"button", "link", "textbox", "searchbox", "combobox", "navigation", "search"}
        bare = [
            node["role"]["value"] for node in nodes
            if not node["ignored"] and node["role"]["value"] in controls and not node.get("name", {}).get("value")
        ]  # fmt: skip
        assert bare == []
        levels = browser.see("[...document.querySelectorAll('h1, h2, h3, h4')].map((e) => Number(e.tagName[1]))")
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


AXE = os.environ.get("AXE")  # the file axe.min.js of the npm package axe-core


@needs_chromium
@pytest.mark.skipif(not AXE, reason="AXE does not name axe.min.js of axe-core")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(browser: Browser, file: Path, tmp_path: Path, scheme: str) -> None:
    browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    errors = tmp_path / "errors.html"
    gold = [GoldArticle(article="history.txt", records=(as_gold(history()[1][1]),))]
    found = {"history.txt": [as_gold(record) for record in history()[1]]}
    errors.write_text(error_page(gold, found, {"history.txt": HISTORY}, {}), encoding="utf-8")
    places = [(file, place) for place in PLACES.values()]
    places += [(errors, place) for place in ("", "#overview", "#articles", PLACES["article"])]
    editing = (file, PLACES["article"] + "&")  # a form, decisions and a note
    poor = {}
    for page, place in [*places, editing]:
        browser.open(page, place)
        browser.see("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        if (page, place) == editing:
            browser.press(*"nrwpc")
        browser.see(Path(str(AXE)).read_text(encoding="utf-8"))
        answer = browser.call(
            "Runtime.evaluate", awaitPromise=True, returnByValue=True,
            expression="axe.run().then(({ violations, passes }) => [passes.length, violations.map(({ id }) => id)])",
        )  # fmt: skip
        checked, violations = answer["result"]["value"]
        assert checked > 10
        if violations:
            poor[f"{page.name}{place}"] = violations
    browser.call("Emulation.setEmulatedMedia", features=[])
    browser.see("localStorage.clear()")
    assert poor == {}
