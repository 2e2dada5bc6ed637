"""Sentence boundaries by rule, set before the parser runs (the parser keeps them and adds none)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

import numpy as np
from spacy.tokens import Doc, Token

from casefacts.forms import text_of

_FINAL = {".", "!", "?", "…", "..."}
_CLOSERS = {'"', "'", "''", ")", "]", "”", "’"}
_OPENERS = {'"', "'", "``", "(", "[", "“", "‘", "-", "–", "—", "•", "*"}

# "SANTA ROSA, Calif. -", "LISBON, March 3, 2019 (Agency) --", "BONN, May 3 -", "(DAYTON) -",
# "MILL CREEK, N.C. (News), Oct. 4, 2011 -"
_DATE = r"(?:, ?[A-Z][a-z]{2,8}\.? \d{1,2}(?: ?,? \d{4})?)?"
_DATELINE = re.compile(
    r"(?!(?:The|A|An|He|She|It|They|We|I|In|On|But|And|This|That|His|Her) )"
    r"(?:\([A-Z][A-Za-z ]{2,20}\)|[A-Z][A-Za-z.' ]{2,30}(?:, ?[A-Z][A-Za-z. ]{1,20})?"
    rf"{_DATE}(?: ?\([^()]{{2,40}}\))?{_DATE})(?: -{{1,2}} ?|--| ?[–—] ?|(?<=[A-Z]{{2}})-{{1,2}} )(?=[A-Z0-9\"])"
)  # a hyphen alone is part of a name: "Roe-Marsh pleaded"

# A line of this many characters was broken by the page width, not by its author ...
WRAPPED = 60
# ... and so was one that takes up this share of the page, in a text whose lines are all this short at most.
_SHARE, _SHORT, _ENOUGH = 0.8, 90, 6

# The ending of an ordinal that a page prints raised: "East 41" "st" "Street".
_RAISED = {"st", "nd", "rd", "th"}

# With these no line goes on that the page width broke, with those none that is marked so, too.
_BULLETS, _MARKS = "•▪●", "*-–—"

# A line that reads like one of a roll: 'Max ("Doc") Poe, 34, of Kelso', "Dr. Ana Roe, MD (heart surgery) 51, of Hawick"
ENTRY = re.compile(
    r"""[\s•*\d.)–-]*[A-Z][\w.'-]*(?: (?:[A-Z][\w.'-]*|\(?["'][^"')]{1,24}["']?\)?|de|al|bin|von|van)){1,5}"""
    r"(?:,? (?:[A-Z.]{2,6},? ?)?(?:\([^()]{1,40}\))?)?,? ?\(?[1-9]\d\b"
)

# ... of one who stands in it twice: "Max Poe (see above)"
_NAMED_AGAIN = re.compile(r"[\s•*–-]*[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4} \((?:see|also)\b")

# How a line ends that a sentence ends with, that goes on in the next, and that goes on there even with a capital
_ENDS, _BEHIND_ENDS = (".", "!", "?", ":", ";", "…"), "\"'”’)"
_LEADING = re.compile(r"(,|\band|\bof|\bto|\bthe|\ba|\bfor|-|(?:^, |\b(?:are|were|and) )\d\d-year-old)$")
# What no line begins with but one that goes on, behind a link that the page set on a line of its own
_GOING_ON = {",", "."}
_LEADING_TO_NAME = re.compile(r"\b(?:in|by|at|on|with|from|as)$")

# Abbreviations that spaCy keeps in one token and that also end sentences ("at 9:00 a.m. The ...").
_MAY_END = frozenset(
    """
    a.m. p.m. inc. corp. ltd. co. jr. sr. u.s. calif. etc. d.c. no.
    """.split()
)
# Abbreviations whose full stop spaCy cuts off; a capital behind it is a name, not a new sentence.
_ABBREVIATED = frozenset(
    """
    sgt lt col capt maj cpl pvt pfc cmdr gen sen rep gov det supt insp hon rev prof dr mr mrs ms st mt ft no
    nos vs v wm chas geo jas thos dept dist atty asst jan feb mar apr jun jul aug sep sept oct nov dec ste blvd ave
    spc adm rs
    """.split()
)
# What only a new sentence begins with, but for titles ("The Times")
_OPENING = {"The", "A", "An", "He", "She", "They", "It"}
# Closed-class words that begin sentences and hardly ever follow an abbreviation inside one.
_STARTERS = frozenset(
    """
    the a an he she it they we i in on at if but and this that his her their after before when while as both
    prosecutors police during between for to by its there these those one two three no not
    """.split()
)


def sentences(doc: Doc) -> Doc:
    """Mark each token as the start of a sentence or not; line breaks come from the article's own text."""
    breaks = line_breaks(doc.user_data.get("text") or doc.text)
    starts = {0} | {token.i for token in _candidates(doc, breaks) if _starts(doc, token, breaks)}
    text = text_of(doc)
    starts |= {end for start in starts if (end := _dateline_end(doc, text, start, breaks))}
    # at once, for the setter of a single token looks at the whole Doc; -1 is "no start"
    marks: Any = np.full((len(doc), 1), -1, dtype="int64")
    marks[sorted(starts & set(range(len(doc))))] = 1
    return doc.from_array(["SENT_START"], marks.astype("uint64"))


def _candidates(doc: Doc, breaks: set[int]) -> Iterator[Token]:
    """The tokens that `_starts` need be asked about: most words are written small and follow no line break."""
    lines, text = sorted(breaks), text_of(doc)
    before, end = "", 0
    for i, (at, length, is_space) in enumerate(doc.to_array(["IDX", "LENGTH", "IS_SPACE"]).tolist()):
        broken = bisect_left(lines, end) < bisect_left(lines, at)
        if i and (broken or before == ":" or not text[at].islower()):
            yield doc[i]
        before, end = text[at : at + length], at + (0 if is_space else length)


def _dateline_end(doc: Doc, text: str, start: int, breaks: set[int]) -> int | None:
    """The first token behind a dateline; on its own the parser takes the place for the subject."""
    while start < len(doc) and doc[start].is_space:
        start += 1
    if start == len(doc):
        return None
    offset = doc[start].idx
    match = _DATELINE.match(text[offset : offset + 140])
    if not match or any(at in breaks for at in range(offset, offset + match.end())):
        return None  # "Attempted murder" above "- Max Poe"
    return next((token.i for token in doc[start : start + 40] if token.idx >= offset + match.end()), None)


def line_breaks(text: str) -> set[int]:
    """Offsets of the line feeds that end a paragraph, a heading or a list item, not a wrapped line."""
    found = set()
    wrapped = _wrapped(text)
    for match in re.finditer(r"\n", text):
        at = match.start()
        before = text[text.rfind("\n", 0, at) + 1 : at].strip()
        following = text.find("\n", at + 1)
        after = text[at + 1 : following if following >= 0 else len(text)].strip()
        if not _continues(before, after, wrapped):
            found.add(at)
    return found


def _wrapped(text: str) -> float:
    """How many characters a line has that the page width broke."""
    lengths = sorted(len(line.strip()) for line in text.split("\n") if line.strip())
    if len(lengths) < _ENOUGH or lengths[-1] > _SHORT:
        return WRAPPED
    return min(WRAPPED, _SHARE * lengths[-len(lengths) // 4])


def _continues(before: str, after: str, wrapped: float) -> bool:
    """Whether the line `after` only goes on with the sentence of the line `before`."""
    if not before or not after or _is_ended(before):
        return False
    if before in _RAISED:
        return True
    if _is_item(before, after):
        return False
    if before.isupper() != after.isupper():
        return after[0].islower()
    if _are_of_a_roll(before, after) or _opens_story(after):
        return False
    if _goes_on(after) or _LEADING.search(before):
        return True
    return len(before) >= wrapped and not _begins_sentence(before, after)


def _is_ended(line: str) -> bool:
    return line.rstrip(_BEHIND_ENDS).endswith(_ENDS)


def _begins_sentence(before: str, after: str) -> bool:
    """ "acquitted of arson" / "The judge was": only the full stop is missing."""
    return after.partition(" ")[0] in _OPENING and not _LEADING_TO_NAME.search(before)


def _opens_story(line: str) -> bool:
    """ "COLBY, Calif. – A nurse was ...": a dateline in capitals, below a headline without a full stop."""
    return line.partition(" ")[0].rstrip(",").isupper() and _DATELINE.match(line) is not None


def _goes_on(line: str) -> bool:
    return line[0].islower() or line[0] in _GOING_ON


def _is_item(before: str, after: str) -> bool:
    """Whether the line `after` begins with a bullet, or with a mark as the line before it does."""
    return after[0] in _BULLETS or (after[0] == before[0] and after[0] in _MARKS and after[1:2] == " ")


def _are_of_a_roll(before: str, after: str) -> bool:
    return bool(ENTRY.match(before) and (ENTRY.match(after) or _NAMED_AGAIN.match(after)))


def _starts(doc: Doc, token: Token, breaks: set[int]) -> bool:
    before = doc[token.i - 1]
    gap = range(before.idx + (0 if before.is_space else len(before)), token.idx)
    if any(offset in breaks for offset in gap):
        return True
    if token.is_space:
        return False
    if before.text == ":" and _is_label(doc, before):
        return True
    return _can_open(token, before) and _is_behind_an_end(doc, token, before)


def _can_open(token: Token, before: Token) -> bool:
    """Whether a sentence can begin like this: with a capital, a figure or what opens a quotation."""
    if token.text in _CLOSERS and not before.whitespace_:
        return False
    return token.text[0].isupper() or token.text[0].isdigit() or token.text in _OPENERS


def _is_behind_an_end(doc: Doc, token: Token, before: Token) -> bool:
    """Whether the text before the token ends a sentence."""
    last = _last_before(token)
    end, close = doc[last].text, last == token.i - 1
    if close and end == "." and last > 0 and _abbreviates(doc[last - 1], doc[last]):
        return False
    if end in _FINAL:
        return bool(before.whitespace_) or before.is_space or end != "." or _is_glued(doc, last, token)
    return close and doc[last].lower_ in _MAY_END and token.lower_ in _STARTERS


def _last_before(token: Token) -> int:
    """Where the text before the token ends, but for blanks and what closes a quotation."""
    last = token.i - 1
    while last > 0 and (token.doc[last].is_space or token.doc[last].text in _CLOSERS):
        last -= 1
    return last


def _is_glued(doc: Doc, stop: int, token: Token) -> bool:
    """Whether only the blank behind a full stop was lost, as scraping does: "by her husband.Charges were"."""
    word = doc[stop - 1]
    return stop > 0 and len(word) > 2 and word.is_alpha and not word.is_upper and token.is_title and len(token) > 1


def _abbreviates(word: Token, stop: Token) -> bool:
    return not word.whitespace_ and (word.lower_ in _ABBREVIATED or (len(word) == 1 and word.text.isupper()))


def _is_label(doc: Doc, colon: Token) -> bool:
    """ "DISTRICT COURT: Ana Roe, 70, pleaded ...": what stands in capitals before a colon is a heading."""
    first = colon.i
    while first > 0 and (doc[first - 1].is_upper and doc[first - 1].is_alpha):
        first -= 1
    opens = (
        first == 0 or doc[first - 1].is_space or doc[first - 1].text in _FINAL or doc[first - 1].text in ("-", "–", "—")
    )
    return opens and colon.i - first >= 1 and len(doc[first : colon.i].text) > 3
