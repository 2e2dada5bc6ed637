"""What is doubtful about a text as an article: remains of a page, a text cut short, a list of stories."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefacts import focus
from casefacts.normalised import mended

# "We and our partners store information on a device, such as cookies"
_COOKIES = re.compile(
    r"\bcookies?\b.{0,300}\b(?:partners|consent|personali[sz]ed|experience|preferences|accept|privacy|browser|agree)\b"
    r"|\b(?:we|our|site|partners|accept)\b.{0,200}\bcookies?\b.{0,60}(?:\.|\bto\b|\bon\b)",
    re.IGNORECASE,
)
# "Subscribe to continue reading. Already a subscriber? Log in."
_PAYWALL = re.compile(
    r"""\b(?:subscribe|register|sign\ (?:in|up)|log\ ?in|create\ (?:a\ free|an)\ account)\b.{0,40}
        \bto\ (?:continue|keep|finish|read|unlock|access|view)\b
    | \bto\ (?:continue|keep)\ reading\b | \balready\ a\ (?:subscriber|member)\b | \bsubscribers?\ only\b
    | \b(?:exclusive(?:ly)?|available|reserved|only)\ (?:only\ )?(?:to|for)\ (?:our\ )?(?:\w+\ )?subscribers\b
    | \b(?:free\ )?articles?\ (?:limit|remaining|left)\b | \bread\ the\ (?:full|rest\ of\ the)\ (?:story|article)\b
    | \bunlimited\ (?:digital\ )?access\b""",
    re.IGNORECASE | re.VERBOSE,
)
_STUB = 250  # words; a text that has more beside the note is whole enough
_LINKS = 5  # lines, more than half of the text, from which on it is a list
_LINK = re.compile(r"[-*•\d.)\s]{0,6}(?:\[[^\]]{1,200}\]\([^)\s]{1,500}\)|https?://\S+)")


def is_paywall(paragraph: str) -> bool:
    """Whether a paragraph asks to pay or to register for the rest of the text."""
    return len(paragraph) <= _NOTE and bool(_PAYWALL.search(paragraph))


_NOTE = 600  # characters; no note of a page's has more


def doubts(text: str, sections: list[focus.Section], is_list: bool = False) -> Iterator[str]:
    """What a reader of the records should know; `is_list` if the page has shown it already."""
    if mended(text):
        yield "garbled characters (read in another encoding than written), taken for what they were"
    paragraphs = [" ".join(text[section.start : section.end].split()) for section in sections]
    if any(len(each) <= _NOTE and _COOKIES.search(each) for each in paragraphs):
        yield "cookie notice in the text"
    rest = [each for each in paragraphs if not is_paywall(each)]
    if len(rest) < len(paragraphs) and sum(len(each.split()) for each in rest) < _STUB:
        yield "paywall: the text is cut short"
    lines = [line for line in text.splitlines() if line.strip()]
    linked = sum(bool(_LINK.match(line)) for line in lines)
    teasers = sum(section.kind == "teaser" for section in sections)
    if is_list or (linked >= _LINKS and linked > len(lines) / 2) or (teasers >= _LINKS and teasers > len(sections) / 2):
        yield "a list of stories, not one article"
