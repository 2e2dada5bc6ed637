"""The text of a docket as its parts see it: lines and items, the names with which they begin, what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from casefacts.forms import text_of
from casefacts.marks import mention_of
from casefacts.reference import References
from casefacts.rulebook import lists_of
from casefacts.stages.offenses import Offense

# "1.", "(a)", a bullet
_MARK = re.compile(r"\s*(?:[-–—•*·▪●]|\(?(?:\d{1,2}|[a-h])[.)])?\s*")
_BULLETS = tuple("•*·▪●-–")
_LONGEST = 12  # words of an offense
_FINITE = {"VBD", "VBZ", "VBP", "MD"}


class Page:
    """One article; `listed` are its names by their first token, `names` those of people without an office."""

    def __init__(self, doc: Doc, references: References) -> None:
        self.doc = doc
        self.lists = lists_of(doc)
        hits = {token.i for hit in doc.spans["lexicon"] for token in hit}
        self.listed = {name.start: name for name in references.names if hits.isdisjoint(range(name.start, name.end))}
        self.names = {at: name for at, name in self.listed.items() if not mention_of(name).person.official}
        self.offenses: dict[int, list[Offense]] = doc.user_data["offenses"]
        self.spans = {key: list(doc.spans[key]) for key in ("lexicon", "penalties", "triggers", "dates")}

    def within(self, key: str, part: Span) -> list[Span]:
        """The spans that a stage found and that begin within a part: "lexicon", "penalties", "triggers", "dates"."""
        start, end = part.start, part.end
        return [span for span in self.spans[key] if start <= span.start < end]

    def stretches(self, at: int) -> Iterator[Span]:
        """What is parted by lines, or by a semicolon before a name, without the marks that open it."""
        while at < len(self.doc):
            end = self.doc[at].sent.end
            parts = (token.i + 1 for token in self.doc[at:end] if token.text == ";")
            end = next((part for part in parts if part < end and self.opening(part, end) in self.names), end)
            start = self.opening(at, end)
            if self.doc[start:end].text.strip():
                yield self.doc[start:end]
            at = end

    def opening(self, at: int, end: int) -> int:
        """The token behind the mark that opens an item."""
        last = self.doc[end - 1]
        mark = _MARK.match(text_of(self.doc), self.doc[at].idx, last.idx + len(last))
        first = mark.end() if mark else self.doc[at].idx
        return next((token.i for token in self.doc[at:end] if token.idx >= first), end)

    def is_bulleted(self, line: Span) -> bool:
        """Whether a bullet stands before."""
        return self.doc[max(line.start - 2, 0) : line.start].text.strip()[-1:] in _BULLETS

    def is_in_prose(self, part: Span) -> bool:
        """Whether it names somebody or has a verb."""
        return any(token.i in self.names for token in part) or not is_verbless(part)

    def can_be_offense(self, words: list[str]) -> bool:
        """Whether words, in small letters, can be an offense's, and of nothing else that is said of somebody."""
        return 0 < len(words) <= _LONGEST and self.lists["no_offense"].isdisjoint(words)


def is_finite(token: Token) -> bool:
    """Whether it is a verb that makes a sentence."""
    return token.tag_ in _FINITE


def is_verbless(part: Span) -> bool:
    """Whether it is no sentence: no verb in small letters."""
    return not any(is_finite(token) and token.is_lower for token in part)
