"""Whom an article mentions, and what a span that mentions somebody is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Span

from casefacts.entities.gazetteer import Gender


@dataclass
class Person:
    """One person or company of the article; `name` is the fullest form without title."""

    id: int
    words: list[str]
    name: str
    company: bool = False
    gender: Gender | None = None
    official: bool = False
    victim: bool = False
    first: int = 0
    aliases: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Mention:
    """What a span of `doc.spans["people"]` is. `person` is set for names, `count` for nouns and pronouns.

    `bearers` are all whom a surname alone can mean, where there are several.
    """

    kind: Literal["name", "pronoun", "noun"]
    person: Person | None = None
    count: int = 1
    gender: Gender | None = None
    definite: bool = False
    role: str = ""
    family: tuple[Person, ...] = ()
    bearers: tuple[Person, ...] = ()

    def at(self, span: Span) -> Span:
        """The span, which carries it as `_.mention`."""
        marked = Span(span.doc, span.start, span.end, label=self.kind)
        marked._.mention = self
        return marked


def by_surname(bearers: Sequence[Person], at: int) -> Mention:
    """The mention, at a token, of one of several who bear a name: of who is named last before, and of no victim."""
    before = [person for person in bearers if person.first <= at] or bearers
    likeliest = ([person for person in before if not person.victim] or before)[-1]
    return Mention("name", likeliest, bearers=tuple(bearers) if len(bearers) > 1 else ())
