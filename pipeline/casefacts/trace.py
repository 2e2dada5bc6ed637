"""What an extraction did on the way to its records, in plain data: the scorer's causes and links are read from it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from casefacts.gold import GoldRecord


@dataclass(frozen=True)
class Statement:
    """Words that can state a record of this type, and the facts that they gave before any were merged.

    `start` and `end` are code points into the article's text; `reason` says why the words gave no fact.
    """

    type: str
    start: int
    end: int
    facts: tuple[GoldRecord, ...] = ()
    reason: str = ""

    def within(self, record: GoldRecord) -> bool:
        """Whether the words stand in the record's evidence or overlap it, and can state a record of its type."""
        return self.type == record.type and self.start < record.end and record.start < self.end


@dataclass(frozen=True)
class Naming:
    """A place at which somebody is mentioned by name; `name` is the person's fullest, `start` a code point."""

    name: str
    start: int


@dataclass(frozen=True)
class Trace:
    """An article's text, its statements, everybody whom it names, and the code points at which its sentences begin."""

    text: str = ""
    statements: tuple[Statement, ...] = ()
    namings: tuple[Naming, ...] = ()
    sentences: tuple[int, ...] = ()

    def sentence(self, place: int) -> int:
        """The number of the sentence in which a code point lies."""
        return bisect_right(self.sentences, place) - 1
