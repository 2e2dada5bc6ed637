"""From HTML pages to text and date. All names and places are invented."""

from __future__ import annotations

import pytest

from casefacts.extractor import Extractor
from casefacts.read import Unreadable, read_bytes
from casefacts.records import Article

FACT = "Aldous Penhale, 44, was jailed for two years for fraud on Monday."
MORE = "The judge said that he had betrayed the trust of his employer over a long time, and that the harm was great."
OTHER = "Rita Poole was fined $900 for theft on the same day by the same judge."


def page(*head: str, top: str = "", below: str = "", body: str = "", around: str = "") -> str:
    """A page with one article, or with another body."""
    story = body or f"<article><h1>Baker jailed</h1>{top}<p>{FACT}</p><p>{MORE}</p>{below}</article>"
    title = "<title>Baker jailed</title>"
    return f"<!DOCTYPE html><html><head>{title}{''.join(head)}</head><body>{around}{story}</body></html>"


def read(html: str) -> Article:
    return read_bytes(html.encode(), "a.html")


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


CHANGED = meta("og:updated_time", "2024-08-20T10:00:00Z")

# what the page has, the date, and where it is from
DATES: dict[str, tuple[str, str | None, str | None]] = {
    "published before modified in the head": (
        page(meta("article:modified_time", "2024-08-20"), meta("article:published_time", "2024-07-10T08:00:00Z")),
        "2024-07-10", "metadata",
    ),
    "published before updated, the other way round": (
        page(meta("article:published_time", "2024-07-10"), CHANGED), "2024-07-10", "metadata",
    ),
    "only the last change": (page(CHANGED), "2024-08-20", "metadata"),
    "the last change, and a date that the text calls its own": (
        page(CHANGED, top="<p>First published 10 July 2024</p>"), "2024-07-10", "text",
    ),
    "last updated before first published, on one line": (
        page(CHANGED, top="<p>Last updated 20 August 2024 | First published 10 July 2024</p>"), "2024-07-10", "text",
    ),
    "first published before last updated, on one line": (
        page(top="<p>First published: July 10, 2024 · Last updated: August 20, 2024</p>"), "2024-07-10", "text",
    ),
    "only last updated": (page(top="<p>Last updated 20 August 2024</p>"), "2024-08-20", "text"),
    "linked data, published before modified": (
        page(linked('{"@type":"NewsArticle","dateModified":"2024-08-20","datePublished":"2024-07-10T08:00:00+00:00"}')),
        "2024-07-10", "metadata",
    ),
    "linked data, only modified": (
        page(linked('{"@type":"NewsArticle","dateModified":"2024-08-20"}')), "2024-08-20", "metadata",
    ),
    "linked data in RFC form": (
        page(linked('{"@type":"NewsArticle","datePublished":"Wed, 10 Jul 2024 22:30:00 -0700"}')),
        "2024-07-10", "metadata",
    ),
    "linked data in words": (
        page(linked('{"@type":"NewsArticle","datePublished":"July 10, 2024 10:30 PM"}')), "2024-07-10", "metadata",
    ),
    "linked data, seconds since 1970": (
        page(linked('{"@type":"NewsArticle","datePublished":1720593000}')), "2024-07-10", "metadata",
    ),
    "linked data in a graph, the article before the page": (
        page(linked(
            '{"@graph":[{"@type":"WebPage","datePublished":"2011-01-01"},'
            '{"@type":"NewsArticle","datePublished":"2024-07-10"}]}'
        )),
        "2024-07-10", "metadata",
    ),
    "linked data of a list of other stories": (
        page(linked('{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2023-05-04"}]}')),
        None, None,
    ),
    "linked data that is no JSON": (
        page(linked('{"@type":"NewsArticle","headline":"Baker "jailed"","datePublished": "2024-07-10",}')),
        "2024-07-10", "metadata",
    ),
    "the local day of a time stamp, late in the west": (
        page(meta("article:published_time", "2024-07-10T22:30:00-07:00")), "2024-07-10", "metadata",
    ),
    "the local day of a time stamp, early in the east": (
        page(meta("article:published_time", "2024-07-10T01:30:00+05:30")), "2024-07-10", "metadata",
    ),
    "an archive's stamp in the head": (page(meta("date", "2024-07-10-09-56-09")), "2024-07-10", "metadata"),
    "an archive's stamp in the text": (page(top="<p>2024-07-10-09-56-09</p>"), "2024-07-10", "text"),
    "slashes in the head": (page(meta("pubdate", "2024/07/10")), "2024-07-10", "metadata"),
    "which of two days is unsure": (page(meta("pubdate", "07/10/2024")), None, None),
    "an item property of the body": (
        page(top='<span itemprop="datePublished" content="2024-07-10">Wednesday</span>'), "2024-07-10", "metadata",
    ),
    "a time element": (page(top='<time datetime="2024-07-10">10 July</time>'), "2024-07-10", "metadata"),
    "a time element of the change before that of the publication": (
        page(top='<p>Updated <time datetime="2024-08-20">20 August</time></p><p>Published <time datetime="2024-07-10">'
             "10 July</time></p>"),
        "2024-07-10", "metadata",
    ),
    "a time element of a page without article": (
        page(body=f'<main><h1>Baker jailed</h1><time datetime="2024-07-10">x</time><p>{FACT}</p><p>{MORE}</p></main>'),
        "2024-07-10", "metadata",
    ),
    "a line above the article": (
        page(top='<div class="byline">By Ida Crane <span class="date">July 10, 2024</span></div>'),
        "2024-07-10", "metadata",
    ),
    "a line above the article before the last change": (
        page(CHANGED, top="<div><span>Published Jul 10, 2024 at 5:00 PM</span></div>"), "2024-07-10", "text",
    ),
    "a line above the headline": (
        page(CHANGED, around="<div>First published 10 July 2024</div>"), "2024-07-10", "metadata",
    ),
    "two labels on one line": (
        page(CHANGED, top="<p>Updated 20 August 2024, first published 10 July 2024</p>"), "2024-07-10", "text",
    ),
    "linked data of the publisher": (
        page(linked('{"@type":"Organization","datePublished":"2001-01-01"}'), CHANGED), "2024-08-20", "metadata",
    ),
    "linked data in a comment": (
        page(linked('<!-- {"@type":"NewsArticle","datePublished":"2024-07-10"} -->')), "2024-07-10", "metadata",
    ),
    "an address with the day": (
        page('<link rel="canonical" href="https://courier.example/2024/07/10/baker-jailed">'), "2024-07-10", "metadata",
    ),
    "an address with the month in letters": (
        page(meta("og:url", "https://courier.example/news/2024/jul/10/baker-jailed")), "2024-07-10", "metadata",
    ),
    "an address comes last": (
        page('<link rel="canonical" href="https://courier.example/2024/07/12/baker-jailed">',
             top="<p>MILLBROOK, July 10, 2024 (Courier)</p>"),
        "2024-07-10", "text",
    ),
    "an address with a number that is no day": (
        page('<link rel="canonical" href="https://courier.example/story/20241345/baker">'), None, None,
    ),
    "a copyright, a promotion's end and another story's date": (
        page(below='<script>var promo={"expires":"2031-01-31"};</script>', around="<footer>© 2026 Courier</footer>"),
        None, None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("html", "date", "source"), DATES.values(), ids=DATES)
def test_the_date_of_a_page(html: str, date: str | None, source: str | None) -> None:
    made = read(html)
    assert (made.published, made.published_from) == (date, source)


NOTICE = "We value your privacy. We and our partners store information on a device, such as cookies, for ads."

# what the page has: what the text has to have, and what not
TEXTS: dict[str, tuple[str, list[str], list[str]]] = {
    "the article in an aside": (
        page(around=f'<div class="cookie"><p>{NOTICE}</p></div>',
             body=f'<aside class="story"><h1>Baker jailed</h1><p>{FACT}</p><p>{MORE}</p></aside>'),
        [FACT, MORE], ["partners"],
    ),
    "a box of the article": (page(below=f'<aside class="facts"><p>{OTHER}</p></aside>'), [FACT, OTHER], []),
    "a box of links in the article": (
        page(below='<aside><p><a href="/a">Vicar Ian Moss was convicted of assault by a jury here</a></p></aside>'),
        [FACT], ["Moss"],
    ),
    "a box of related stories": (
        page(below=f'<aside class="related-stories"><p>{OTHER}</p></aside>'), [FACT], ["Poole"],
    ),
    "a box with a heading for other stories": (
        page(below=f"<aside><h3>More from the courts</h3><p>{OTHER}</p></aside>"), [FACT], ["Poole"],
    ),
    "a box beside the article": (page(around=f"<aside><p>{OTHER}</p></aside>"), [FACT], ["Poole"]),
    "the rest of the article to be unfolded": (
        page(below=f"<details><summary>Read the full story</summary><p>{OTHER}</p></details>"), [FACT, OTHER], [],
    ),
    "comments to be unfolded": (
        page(below=f"<details><summary>3 comments</summary><p>{OTHER}</p></details>"), [FACT], ["Poole"],
    ),
    "a notice about cookies that looks like the article": (
        page(around=f'<div id="consent_banner"><p>{NOTICE} {NOTICE} {NOTICE}</p></div>'), [FACT, MORE], ["partners"],
    ),
    "a body that is marked as having agreed to cookies": (
        page(body=f'<div class="cookie-consent-given"><h1>Baker jailed</h1><p>{FACT}</p><p>{MORE}</p></div>'),
        [FACT, MORE], [],
    ),
    "nested elements in a script": (page(below=f"<script>var x='{'<div><b>' * 300}'</script>"), [FACT], ["<div>"]),
    "nested elements in a comment": (page(below=f"<!-- {'<div><b>' * 300} -->"), [FACT], ["<div>"]),
    "XHTML": (
        f'<?xml version="1.0" encoding="utf-8"?>\n{page()}'.replace("<html>", '<html xmlns="http://www.w3.org/1999/xhtml">'),
        [FACT, MORE], ["xml"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("html", "there", "not_there"), TEXTS.values(), ids=TEXTS)
def test_the_text_of_a_page(html: str, there: list[str], not_there: list[str]) -> None:
    text = read(html).text
    assert [words for words in there if words not in text] == []
    assert [words for words in not_there if words in text] == []
    assert text.count(FACT) == 1


CARD = '<div class="card"><h3><a href="/{0}">{1}</a></h3><p>{2}</p></div>'

WARNINGS: dict[str, tuple[str, list[str]]] = {
    "an article": (page(), []),
    "an article with links to others": (page(below='<h3><a href="/a">Vicar charged</a></h3>' * 5), []),
    "a stub": (
        page(body=f"<article><h1>Baker jailed</h1><p>{FACT}</p><div><p>Subscribe to continue reading. Already a"
             " subscriber? Log in.</p></div></article>"),
        ["paywall: the text is cut short"],
    ),
    "a list": (
        page(body=f"<main><h1>Crime</h1>{''.join(CARD.format(n, 'Vicar charged', OTHER) for n in range(4))}</main>"),
        ["a list of stories, not one article"],
    ),
    "nothing but a notice": (page(body=f"<div><p>{NOTICE}</p></div>"), ["cookie notice in the text"]),
}  # fmt: skip


@pytest.mark.parametrize(("html", "warnings"), WARNINGS.values(), ids=WARNINGS)
def test_what_is_doubtful_about_a_page(html: str, warnings: list[str]) -> None:
    assert list(read(html).warnings) == warnings


def test_a_title_above_a_stub_names_nobody(extractor: Extractor) -> None:
    html = page(
        body="<article><h1>Baker jailed for fraud</h1><p>Aldous Penhale, 44, was jailed for</p>"
        "<p>Subscribe to continue reading.</p></article>"
    ).replace("<title>Baker jailed", "<title>Baker jailed for fraud")
    assert extractor.records(read(html)) == []


def test_nested_elements_are_refused_also_behind_a_script() -> None:
    with pytest.raises(Unreadable, match="nested"):
        read(page(body=f"<script>x</script>{'<div>' * 300}{FACT}"))
