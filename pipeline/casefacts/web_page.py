"""From an HTML page to its headline, its main text and the date that it declares."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from casefacts.partial_date import PartialDate
from casefacts.published import date_above, date_in_address, parse_date


class NoPage(ValueError):
    """No text can be had from this page; the message says why and what to do."""


@dataclass(frozen=True)
class Page:
    """What a page gives: `text` has the headline above it.

    `published` is the date that the page declares for its publication, `shown` one that stands where pages show
    theirs, and `changed` what is left where neither is known: its last change, or else the date in its address.
    """

    text: str
    title: str | None
    published: PartialDate | None = None
    shown: PartialDate | None = None
    changed: PartialDate | None = None
    is_list: bool = False


# "<!DOCTYPE html>", "<html lang="en">", also after an XML declaration or a comment
START = re.compile(r"\s{0,100}(?:<\?xml[^>]{0,200}>\s{0,100})?<(?:!doctype html|html[\s>])", re.IGNORECASE)

# "<div>", "</td>"; elements that need no end tag do not nest. What stands in a script or a comment is no element.
_TAG = re.compile(
    r"<(?:(!--)|(script|style|template)\b|(/)?(?!(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p"
    r"|source|t[drh]|track|wbr)\b)[a-z])",
    re.IGNORECASE,
)
_DEEPEST = 250  # what libxml2 reads; the deepest pages of newspapers have some 50

_MAIN_TEXT: dict[str, Any] = {"with_metadata": True, "include_comments": False}
# Fixed, because the library would otherwise refuse days after today, by the machine's clock.
_DATE_SEARCH = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1800-01-01",
    "max_date": "2200-01-01",
}


def read_page(html: str) -> Page:
    """The article of an HTML page or a piece of one; all its text where no main text stands out. Raises NoPage."""
    import trafilatura  # here because loading it takes a third of a second that plain text need not wait for
    from lxml import etree

    if not START.match(html):
        html = f"<html><body>{html}</body></html>"
    if _nested(html):
        raise NoPage(f"an HTML page of more than {_DEEPEST} nested elements: save the article as text")
    tree: Any = trafilatura.load_html(html)
    is_list = tree is not None and _is_list(tree)
    if tree is not None and _sort_boxes(tree):
        html = etree.tostring(tree, encoding="unicode", method="html")
    text, title = _main_text(html)
    if not text.strip():
        raise NoPage("no text found in this HTML page: save the article as text")
    if tree is None:
        return Page(text, title)
    changed, published = _changed(tree), _published(tree)
    return Page(text, title, published, None if published else _shown(tree), changed, is_list)


def _main_text(html: str) -> tuple[str, str | None]:
    """The text with the title above it, and the title."""
    import trafilatura

    extracted: Any = trafilatura.bare_extraction(html, **_MAIN_TEXT)
    if extracted and extracted.text and "\n" not in extracted.text:
        # a short page may come back run together in one line; this mode keeps its paragraphs
        extracted = trafilatura.bare_extraction(html, favor_precision=True, **_MAIN_TEXT) or extracted
    text: str = (extracted.text if extracted else None) or trafilatura.html2txt(html)
    title = extracted.title if extracted else None
    if text.strip() and title and not _begins_with(text, title):
        text = f"{title}\n\n{text}"
    return text, title


def _nested(html: str) -> bool:
    """Whether elements lie so deep in each other that the libraries would take hours or break."""
    depth = at = 0
    while tag := _TAG.search(html, at):
        at = tag.end()
        if tag[1] or tag[2]:
            end = html.find("-->", at) if tag[1] else _end_of(html, tag[2], at)
            at = len(html) if end < 0 else end + 3
            continue
        depth = max(depth - 1, 0) if tag[3] else depth + 1
        if depth > _DEEPEST:
            return True
    return False


def _end_of(html: str, element: str, start: int) -> int:
    end = re.compile(f"</{element}", re.IGNORECASE).search(html, start)
    return end.start() if end else -1


def _begins_with(text: str, title: str) -> bool:
    """Whether the title is among the first lines already, be it without the name of the paper."""
    wanted = " ".join(title.casefold().split())
    lines = [" ".join(line.casefold().split()) for line in text[:2000].split("\n")[:3]]
    return any(line and (line in wanted or wanted in line) for line in lines)


# --- what is the article and what is not -------------------------------------------------------------------

_NOTICE = re.compile(r"\b(?:cookies?|consent|gdpr|cmp|onetrust|didomi)(?:\b|_)", re.IGNORECASE)
_NOTICE_TEXT = re.compile(r"\b(?:cookies?|consent|privacy)\b", re.IGNORECASE)
_NOTICE_LENGTH = 3000  # characters; a page whose body is marked so is not taken for the notice
# Boxes of a page that are no part of the article, by their classes and their headings
_OTHER = re.compile(
    r"comment|related|recommend|newsletter|sign-?up|promo|advert|\bads?\b|share|social|author|byline|trending|popular"
    r"|more[ _-]|most[ _-]|also[ _-]|teaser|subscri",
    re.IGNORECASE,
)
_BOX_WORDS = 8  # from which on a paragraph is a sentence and no caption
_LINKED = 0.3  # share of a box's letters in links from which on it is a list of them


def _sort_boxes(tree: Any) -> bool:
    """Remove the notices about cookies, keep boxes with article text as such, leave the others; whether any changed.

    The library leaves out each `<aside>` and takes in each `<details>`.
    """
    notices = [element for element in tree.iter("div", "section", "aside", "dialog") if _is_notice(element)]
    for element in notices:
        if element.getparent() is not None:
            element.drop_tree()
    boxes = list(tree.iter("aside", "details"))
    alone = next(tree.iter("article", "main"), None) is None
    for element in boxes:
        if _is_article(element, alone):
            element.tag = "div"
            for summary in element.findall("summary"):
                summary.tag = "h2"
        elif element.getparent() is not None:
            element.drop_tree()
    return bool(notices or boxes)


def _is_notice(element: Any) -> bool:
    if not _NOTICE.search(_names(element)) or element.find(".//h1") is not None:
        return False
    text = element.text_content()
    return len(text) <= _NOTICE_LENGTH and bool(_NOTICE_TEXT.search(text))


def _is_article(box: Any, alone: bool) -> bool:
    """Whether a box holds text of the article: its headline, or sentences that are not mere links, inside of it.

    `alone` if nothing else of the page is an article.
    """
    if box.find(".//h1") is not None:
        return True
    heading = next((each.text_content() for each in box.iter("summary", "h2", "h3", "h4")), "")
    if _OTHER.search(_names(box)) or _OTHER.search(heading):
        return False
    if not alone and not any(parent.tag in ("article", "main") for parent in box.iterancestors()):
        return False
    letters = len(box.text_content())
    linked = sum(len(link.text_content()) for link in box.iter("a"))
    sentences = any(len(each.text_content().split()) >= _BOX_WORDS for each in box.iter("p"))
    return sentences and linked < _LINKED * letters


def _names(element: Any) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}".replace("_", "-")


_HEADLINES = 3  # linked ones, from which on a page without an article of its own is a list


def _is_list(tree: Any) -> bool:
    """Whether the page lists stories: linked headlines, and no article with a headline of its own."""
    if any(article.find(".//h1") is not None for article in tree.iter("article")):
        return False
    linked = [
        heading
        for heading in tree.iter("h2", "h3", "h4")
        if heading.find(".//a") is not None or heading.getparent().tag == "a"
    ]
    paragraphs = sum(len(each.text_content().split()) >= _BOX_WORDS for each in tree.iter("p"))
    return len(linked) >= max(_HEADLINES, paragraphs / 2)


# --- the date ----------------------------------------------------------------------------------------------

# What pages call the date of their publication; the surest first
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article:published",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "date_published", "dc.date.issued", "dcterms.issued", "citation_publication_date",
    "originalpublicationdate", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "date",
)  # fmt: skip
_CHANGED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "og:modified_time", "datemodified",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "lastmodified", "revised",
)  # fmt: skip
_CHANGE = re.compile(r"modif|updat|revis|last-?mod|expire|edited", re.IGNORECASE)
_ARTICLES = re.compile(r"Article|Posting|Report|News", re.IGNORECASE)
_PAGES = re.compile(r"Page|CreativeWork|^$", re.IGNORECASE)
_KEY = r'"{}"\s{{0,9}}:\s{{0,9}}"([^"]{{4,60}})"'


def _published(tree: Any) -> PartialDate | None:
    return _linked_data(tree, "datePublished", "dateCreated") or _declared(tree, _PUBLISHED)


def _changed(tree: Any) -> PartialDate | None:
    """The date of the last change, or else that in the address."""
    address = next(iter(tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")), "")
    return _linked_data(tree, "dateModified") or _declared(tree, _CHANGED) or date_in_address(address)


def _shown(tree: Any) -> PartialDate | None:
    """The date at the top of the page's article; dates elsewhere are those of other stories."""
    import trafilatura

    for element in tree.xpath("//meta | //link | //script | //style"):
        element.drop_tree()
    if above := date_above(list(_above(tree))):
        return above
    for body in tree.xpath("//body"):
        top = body.xpath("(.//article[.//h1] | .//main[.//h1])[1]//*[self::header or self::time]")
        top += body.xpath(".//header[.//h1]//time")
        body.clear()
        body.extend(element for element in top if not _tells_change(element))
    found: Any = trafilatura.extract_metadata(tree, date_config=_DATE_SEARCH)
    return PartialDate.parse(found.date) if found and found.date else None


_SHORT = 120  # characters; no line with a date above an article has more
_SAYS_WHEN = re.compile(r"\W*(?:(?:first|last|originally)\s)?(?:published|posted|updated|modified)\b", re.IGNORECASE)


def _above(tree: Any) -> Iterator[str]:
    """The short lines between a page's headline and its first paragraph; above it only what says when."""
    below = False
    for element in tree.iter("h1", "p", "div", "span", "li"):
        below = below or element.tag == "h1"
        text = " ".join(element.text_content().split())
        says_when = bool(_SAYS_WHEN.match(text))
        if below and element.tag == "p" and len(text.split()) >= _BOX_WORDS and not says_when:
            return
        is_line = element.tag != "h1" and 0 < len(text) <= _SHORT and not element.xpath(".//p | .//div | .//li")
        if is_line and (below or says_when):
            yield text


def _tells_change(element: Any) -> bool:
    """Whether a `<time>` is that of a change, by its attributes or the words around it."""
    if element.tag != "time":
        return False
    around = f"{element.text_content()} {(element.getparent().text or '') if element.getparent() is not None else ''}"
    return bool(_CHANGE.search(" ".join([*element.attrib.values(), around])))


def _declared(tree: Any, names: tuple[str, ...]) -> PartialDate | None:
    """The date of the first of these names that a `<meta>` or another element declares."""
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content] | //*[@itemprop][@datetime or @content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        found.setdefault((name or "").strip().lower(), element.get("content") or element.get("datetime") or "")
    return next((date for name in names if (date := _date(found.get(name)))), None)


def _linked_data(tree: Any, *keys: str) -> PartialDate | None:
    """The date of a key in the page's linked data; that of an article before those of other things."""
    scripts = [script.text_content() for script in tree.xpath("//script[contains(@type, 'ld+json')]")]
    things = _articles_first(thing for script in scripts for thing in _things(script))
    damaged = "\n".join(script for script in scripts if not _things(script))
    for key in keys:
        values: list[object] = [thing.get(key) for thing in things]
        values += re.findall(_KEY.format(key), damaged)  # what is no JSON may be read all the same
        if date := next(filter(None, map(_date, values)), None):
            return date
    return None


def _articles_first(things: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The articles, then the pages; not publishers, lists and films."""
    named = [(str(thing.get("@type", "")), thing) for thing in things]
    return [thing for kind in (_ARTICLES, _PAGES) for name, thing in named if kind.search(name)]


_WRAPPED = re.compile(r"^\s*(?://)?\s*(?:<!\[CDATA\[|<!--)|(?://)?\s*(?:\]\]>|-->)?;?\s*$")


def _things(script: str) -> list[dict[str, Any]]:
    """The things that a script is about, not those that it mentions."""
    try:
        data = json.loads(_WRAPPED.sub("", script).strip(), strict=False)
    except (ValueError, RecursionError):
        return []
    return list(_flat(data))


def _flat(data: Any) -> Iterator[dict[str, Any]]:
    for thing in data if isinstance(data, list) else [data]:
        if isinstance(thing, dict):
            yield thing
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from _flat(thing.get(key))


def _date(value: object) -> PartialDate | None:
    with contextlib.suppress(ValueError):
        return parse_date(str(value)) if isinstance(value, str | int) else None
    return None
