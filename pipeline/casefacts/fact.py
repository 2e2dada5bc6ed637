"""What one statement of an article says, before any were joined."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from spacy.tokens import Span

from casefacts.entities.people import Person
from casefacts.partial_date import PartialDate
from casefacts.records import LinkedBy
from casefacts.rulebook import Rule

Place = tuple[int, int]  # characters of the Doc
_NOWHERE: Mapping[str, Place] = MappingProxyType({})

# Forms in which the same deed is told, where an ending alone does not part them
_SAME_WORD = {
    "attempting": "attempt",
    "conspired": "conspiracy",
    "conspiring": "conspiracy",
    "lied": "lie",
    "lying": "lie",
    "shot": "shoot",
    "stole": "steal",
    "stolen": "steal",
}
_IGNORED = frozenset(
    """
    of the a an and to in on upon with by for commit committing felony misdemeanor count counts
    """.split()
)


@dataclass(frozen=True)
class Fact:
    """What one statement says; `values` are the fields of its type, `places` where the words of a field stand.

    A field without a place is told by the evidence itself, `start` to `end`. `case` numbers the matter within the
    article, `retold` are the statements of the same event that were merged into this one.
    """

    type: str
    person: Person | None
    phrase: str | None
    offense: str | None
    offense_code: str | None
    rule: str
    start: int
    end: int
    trigger: Span
    values: dict[str, Any] = field(default_factory=dict)
    date: PartialDate | None = None
    court: str | None = None
    judge: str | None = None
    attributed_to: str | None = None
    descriptive: bool = False
    linked_by: LinkedBy = "name"
    places: Mapping[str, Place] = field(default_factory=lambda: _NOWHERE)
    case: int = 0
    retold: tuple[Fact, ...] = ()

    @property
    def defendant(self) -> str:
        """The fullest form of the name, or the phrase that stands for the unnamed."""
        return self.person.name if self.person is not None else self.phrase or ""

    @property
    def sense(self) -> str | None:
        """The sense of its rule; None for what a table says without one."""
        rule: Rule | None = self.trigger._.rule if Span.has_extension("rule") else None
        return rule.sense if rule is not None and rule.id == self.rule else None

    @property
    def announces(self) -> bool:
        """Whether it only says that a hearing took place: "Two men were sentenced on Friday"."""
        return ("kind" if self.type == "sentence" else "counts") not in self.values

    def get(self, name: str) -> Any:
        """The value of a field, common or of the type's own."""
        return self.values.get(name) if name in self.values else getattr(self, name, None)

    def place(self, name: str) -> Place:
        """Where the words of a field stand."""
        return self.places.get(name, (self.start, self.end))

    def filled(self, other: Fact, *names: str) -> Fact:
        """The fact with those of the fields that it lacks and the other has."""
        lacking = [name for name in names if self.get(name) is None and other.get(name) is not None]
        fact = self
        for name in lacking:
            fact = fact.put(name, other.get(name), other.place(name))
        return replace(fact, offense_code=other.offense_code) if "offense" in lacking else fact

    def put(self, name: str, value: Any, place: Place) -> Fact:
        """The fact with one field set, whose words stand at the place."""
        places = {**self.places, name: place}
        if name in self.values:
            return replace(self, values={**self.values, name: value}, places=places)
        return replace(self, **{name: value}, places=places)


def joined(offenses: list[str]) -> str:
    """Several offenses in one wording: "theft, forgery and arson"."""
    return offenses[0] if len(offenses) == 1 else ", ".join(offenses[:-1]) + " and " + offenses[-1]


def same_offense(one: str, other: str) -> bool:
    """Whether two wordings can name one offense: all words of the shorter are in the longer, no modifier clashes."""
    a, b = words_of_offense(one), words_of_offense(other)
    if not a or not b:
        return False
    for modifier in ("attempt", "conspiracy"):
        if (modifier in a) != (modifier in b):
            return False
    return a <= b or b <= a


@lru_cache(maxsize=1_000)  # each of an article is compared with all others
def words_of_offense(offense: str) -> frozenset[str]:
    """The words by which two names of offenses are compared, without their endings."""
    words = (_SAME_WORD.get(word, word) for word in re.findall(r"[a-z0-9]+", offense.lower()))
    return frozenset(re.sub(r"(?:ing|ed|er|ly|s)+$", "", word) for word in words if word not in _IGNORED)


def clash(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two dates cannot be of one event."""
    return one is not None and other is not None and not one.covers(other) and not other.covers(one)


def is_added(fact: Fact) -> bool:
    """Whether a statement adds to another: "was also charged"."""
    sentence = fact.trigger[0].sent
    around = sentence.doc[max(fact.trigger.start - 3, sentence.start) : min(fact.trigger.end + 3, sentence.end)]
    return any(token.lower_ == "also" for token in around)
