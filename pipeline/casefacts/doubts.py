"""What is doubtful about a text as an article: remains of a page, a text cut short, a list of stories."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefacts import focus
from casefacts.normalised import mended

# All patterns are for small letters. "We and our partners store information on a device, such as cookies"
_COOKIES = re.compile(
    r"""\bcookies?\b.{0,300}\b(?:partners|consent|personali[sz]ed|preferences|accept|privacy|your\ (?:browser|device))\b
    | \b(?:partners|consent|privacy|your\ (?:browser|device))\b.{0,300}\bcookies?\b
    | \b(?:we|site|website|page|partners)\ (?:also\ )?uses?\ (?:\w+\ )?cookies\b | \baccept\ (?:all\ )?cookies\b""",
    re.DOTALL | re.VERBOSE,
)
# "Subscribe to continue reading. Already a subscriber? Log in."
_PAYWALL = re.compile(
    r"""\b(?:subscribe|register|sign\ (?:in|up)|log\ ?in|create\ (?:a\ free|an)\ account)\b.{0,40}
        \bto\ (?:continue|keep|finish|read|unlock|access|view)\b
    | \bto\ (?:continue|keep)\ reading\b | \balready\ a\ (?:subscriber|member)\b | \bsubscribers?\ only\b
    | \b(?:exclusive(?:ly)?|available|reserved|only)\ (?:only\ )?(?:to|for)\ (?:our\ )?(?:\w+\ )?subscribers\b
    | \b(?:free\ )?articles?\ (?:limit|remaining|left)\b
    | \bunlimited\ (?:digital\ )?access\b""",
    re.DOTALL | re.VERBOSE,
)
_STUB = 250  # words; a text that has more beside the note is whole enough
_LINKS = 5  # lines or teasers, more than half of the text, from which on it is a list
_LINK = re.compile(r"[-*•\d.)\s]{0,6}(?:\[[^\]]{1,200}\]\([^)\s]{1,500}\)|https?://\S+)")
_NOTE = 600  # characters; no note of a page's has more
_PARAGRAPH = 25  # words; a text with such a paragraph tells a story, whatever list is below it


def doubts(text: str, sections: list[focus.Section], is_list: bool = False) -> Iterator[str]:
    """What a reader of the records should know; `is_list` if the page has shown it already."""
    if mended(text):
        yield "garbled characters (read in another encoding than written), taken for what they were"
    small = text.lower()  # once, for patterns that disregard case search four times as long
    notes = [small[section.start : section.end] for section in sections if section.end - section.start <= _NOTE]
    if "cookie" in small and any(_COOKIES.search(note) for note in notes):
        yield "cookie notice in the text"
    if _PAYWALL.search(small) and _is_stub(text, notes):
        yield "paywall: the text is cut short"
    if is_list or _is_list(text, sections):
        yield "a list of stories, not one article"


def _is_stub(text: str, notes: list[str]) -> bool:
    """Whether a note asks to pay for the rest, and there is little beside it."""
    asking = sum(len(note.split()) for note in notes if _PAYWALL.search(note))
    return asking > 0 and len(text.split()) - asking < _STUB


def _is_list(text: str, sections: list[focus.Section]) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    linked = sum(bool(_LINK.match(line)) for line in lines)
    if linked >= _LINKS and linked > len(lines) / 2:
        return True
    teasers = sum(section.kind == "teaser" for section in sections)
    if teasers < _LINKS or teasers <= len(sections) / 2:
        return False
    prose = (text[section.start : section.end] for section in sections if section.kind == "prose")
    return all(len(paragraph.split()) < _PARAGRAPH for paragraph in prose)
