"""One entry of a docket, read piece by piece: name, age, town, offenses, how it ended, penalties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from spacy.tokens import Span, Token

from casefacts.dockets.page import Page, is_finite
from casefacts.marks import rule_of
from casefacts.numerals import number
from casefacts.stages.offenses import Offense
from casefacts.tables import COUNTED

_NOUNS = ("NN", "NNS", "NNP", "VBG")
# What parts the pieces of an entry; what comes behind the cause of a ruling tells no more of it
_PARTS = re.compile(r"(?P<lead>:| [–—-] |\. )|[;,]| and (?=[\w()]+ (?:\w+ )?counts?\b)")
_LEADING = (":", "–", "—", "-")  # to the offenses
_CAUSE = re.compile(r" (?:when|after|because|by|before|following)\b")
AGE = re.compile(r"\(?(?:aged? )?[1-9]\d(?: years old)?\)?")
_TOWN = re.compile(
    r"(?:(?:both|also|formerly|then|now) )?(?:(?:of|from|in|with an address (?:at|in)) )?"
    r"(?:(?:no fixed|the same) (?:address|abode|town|estate)"
    r"|(?:\d+ )?[A-Z][\w.'-]*(?: (?:of |the )?[A-Z][\w.'-]*){0,3})"
)
_SEE = re.compile(r"\((?:see|also|as)\b[^()]*\)")
_OPENING = {"of", "to", "for", "with", "on", "in"}  # an offense of a clause that began before
_BEHIND_SUM = 3  # tokens behind a sum that may tell that it is no penalty
_NAME_REACH = 3  # tokens of an entry in which its name begins


@dataclass
class Entry:
    """Who an entry names and what it says of them.

    `aged` with an age, or where the text has given it before ("see above"); `strange` with words that belong to no
    docket.
    """

    name: Span
    span: Span
    aged: bool = False
    strange: bool = False
    offenses: list[Offense] = field(default_factory=list)
    penalties: list[tuple[Span, tuple[Offense, ...]]] = field(default_factory=list)  # each with what it is for
    triggers: list[Span] = field(default_factory=list)

    @property
    def bare(self) -> bool:
        """Whether it says nothing of the matter."""
        return not (self.offenses or self.penalties or self.triggers)

    @property
    def rulings(self) -> list[Span]:
        """The triggers of charges and verdicts."""
        return rulings(self.triggers)

    def punish(self, penalties: list[Span]) -> None:
        """Add penalties for the offenses of which none was told yet; where all have one, for those of the last."""
        taken = {offense.start for _, offenses in self.penalties for offense in offenses}
        fresh = tuple(offense for offense in self.offenses if offense.start not in taken)
        same = self.penalties[-1][1] if self.penalties else ()
        self.penalties += [(penalty, fresh or same) for penalty in penalties]


def rulings(triggers: list[Span]) -> list[Span]:
    """Those of the triggers that state no sentence."""
    return [trigger for trigger in triggers if rule_of(trigger).group != "sentences"]


@dataclass(frozen=True)
class Piece:
    """What stands between two borders of an entry, with what the stages found there; `lead` is the border behind."""

    span: Span
    lead: str
    hits: list[Span]
    penalties: list[Span]
    triggers: list[Span]


def entry_at(stretch: Span, page: Page, in_court: bool = False) -> Entry | None:
    """The entry that a stretch is; None where it does not begin with a name."""
    name = _name_at(stretch, page)
    if name is None:
        return None
    entry = Entry(name, stretch)
    led = False
    for piece in pieces(entry.name.end, stretch.end, page):
        _take(entry, piece, in_court or (led and bool(entry.offenses)), page)
        led = led or piece.lead in _LEADING
    entry.strange = entry.strange or (bool(entry.rulings) and not entry.offenses)
    return entry


def _name_at(stretch: Span, page: Page) -> Span | None:
    """The name with which it begins, behind a title: "Lt."."""
    first = next((token.i for token in stretch[:_NAME_REACH] if token.i in page.listed), None)
    title = page.doc[stretch.start : first].text
    titled = title[:1].isupper() and title.endswith(".")
    return page.listed[first] if first is not None and (title == "" or titled) else None


def pieces(start: int, end: int, page: Page) -> Iterator[Piece]:
    """The pieces of an entry; no offense and no sum is cut."""
    doc, text, base = page.doc, page.doc[start:end].text, page.doc[start].idx if start < end else 0
    at = 0
    for first, last, lead in _borders(text, base, page):
        piece = doc.char_span(base + at, base + first, alignment_mode="contract") if first > at else None
        if piece is not None and piece.text.strip():
            yield _piece(piece, lead, page)
        at = last


def _borders(text: str, base: int, page: Page) -> Iterator[tuple[int, int, str]]:
    """What parts a text that begins at the character `base`, as offsets into it; the last is its end."""
    whole = [span for key in ("lexicon", "penalties") for span in page.spans[key]]
    for border in _PARTS.finditer(text):
        if not any(span.start_char < base + border.start() < span.end_char for span in whole):
            yield *border.span(), (border["lead"] or "").strip()
    yield len(text), len(text), ""


def _piece(span: Span, lead: str, page: Page) -> Piece:
    hits = page.within("lexicon", span)
    within = {token.i for hit in hits for token in hit}
    told = [
        each for each in page.within("triggers", span) if rule_of(each).sense != "counts" and each.start not in within
    ]
    return Piece(span, lead, hits, page.within("penalties", span), told)


def _take(entry: Entry, piece: Piece, sure: bool, page: Page) -> None:
    """Add what a piece says to the entry; `sure`: what no rule knows is an offense, too."""
    text = piece.span.text.strip(" .")
    if piece.triggers or piece.penalties:
        _take_ruling(entry, piece, page)
    elif piece.hits or (sure and _is_unknown_offense(entry, piece, page)):
        _take_offense(entry, piece, page)
    elif AGE.fullmatch(text) or _SEE.fullmatch(text):
        entry.aged = True
    elif not (_TOWN.fullmatch(text) or all(_is_usual(token, page) for token in piece.span)):
        entry.strange = True


def _is_unknown_offense(entry: Entry, piece: Piece, page: Page) -> bool:
    """Whether a piece can be an offense that no rule knows: ": theft, fleeing an officer"."""
    words = [token for token in piece.span if not token.is_space]
    if entry.penalties or entry.triggers or not words[0].is_lower or words[0].lower_ in page.lists["docket_words"]:
        return False
    return words[-1].tag_ in _NOUNS and not any(is_finite(token) or token.tag_ == "VBN" for token in words)


def _take_offense(entry: Entry, piece: Piece, page: Page) -> None:
    """Add an offense: "two counts of theft"; not where it belongs to a sentence: "was convicted May 3, of theft"."""
    span = piece.span
    match = COUNTED.fullmatch(span.text.strip(" ."))
    words = match["offense"].lower().split() if match else []
    told = entry.rulings or page.is_in_prose(span)
    if match is None or told or not page.can_be_offense(words) or words[0] in _OPENING:
        entry.strange = True
        return
    entry.offenses.append(_counted(match, piece, page))


def _counted(match: re.Match[str], piece: Piece, page: Page) -> Offense:
    """The offense of a piece, with the number of its counts."""
    text, start = match["offense"], piece.span.start_char
    first = start + piece.span.text.index(text)
    place = page.doc.char_span(first, first + len(text), alignment_mode="expand") or piece.span
    counts = number(match["before"] or match["worded"] or match["after"] or "")
    code = piece.hits[0].kb_id_ or None if piece.hits else None
    return Offense(text, place.start, place.end, code, counts, sure=bool(piece.hits))


def _take_ruling(entry: Entry, piece: Piece, page: Page) -> None:
    """Add how it ended: "guilty plea", "fined $90 by Judge Roe", "two years for theft"."""
    if (piece.hits and rulings(piece.triggers)) or not _is_plain(piece, page):
        entry.strange = True  # "Max Poe, 33, pleaded guilty to theft" is for those to read who read prose
    entry.offenses += [Offense(hit.text, hit.start, hit.end, hit.kb_id_ or None) for hit in piece.hits]
    entry.punish([penalty for penalty in piece.penalties if not _is_cost(penalty, page)])
    entry.triggers += piece.triggers


def _is_plain(piece: Piece, page: Page) -> bool:
    """Whether a piece has no words beside those found but usual ones and, behind them, a cause or a judge."""
    span, found = piece.span, [*piece.hits, *piece.triggers, *piece.penalties]
    cause = _CAUSE.search(span.text, found[-1].end_char - span.start_char if piece.penalties else 0)
    told = page.doc.char_span(span.start_char, span.start_char + cause.start()) if cause else None
    read = {token.i for each in found for token in each}
    return all(_is_usual(token, page) for token in told or span if token.i not in read)


def _is_cost(penalty: Span, page: Page) -> bool:
    """Whether a sum is no penalty: "£85 costs", "a £40 victim surcharge"."""
    behind = penalty.doc[penalty.end : penalty.end + _BEHIND_SUM]
    costs = page.lists["docket_costs"]
    return any(token.lower_ in costs for token in takewhile(lambda token: not token.is_punct, behind))


def _is_usual(token: Token, page: Page) -> bool:
    """Whether the word is common in entries: a number, part of a town's name, one of the rulebook's list."""
    if token.is_punct or token.is_space or token.like_num or token.lower_ in page.lists["docket_words"]:
        return True
    before = token.nbor(-1) if token.i else token
    return token.text[0].isupper() and (before.lower_ in ("of", ",", "from") or before.text[0].isupper())
