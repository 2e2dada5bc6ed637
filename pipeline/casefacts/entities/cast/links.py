"""What a cast holds: links of phrases with people, what was refused, and the groups that the text tells of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from casefacts.entities.lists import NameList
from casefacts.entities.people import Person
from casefacts.entities.phrases import Phrase
from casefacts.entities.profiles import Profile
from casefacts.marks import mention_of
from casefacts.records import LinkedBy


@dataclass(frozen=True)
class Link:
    """Whom a phrase stands for; `by` is the pass (see `linked_by` in the outputs), `reason` says why in words.

    `ahead`: the text names them only behind the phrase; `complete`: it stands for nobody else.
    """

    people: tuple[Person, ...]
    by: LinkedBy
    reason: str
    ahead: bool = False
    complete: bool = True


@dataclass(frozen=True)
class Refusal:
    """A phrase of which a pass could not say whom it stands for."""

    phrase: Phrase
    by: LinkedBy
    reason: str


@dataclass(frozen=True)
class Group:
    """People whom the text has told of together, up to the token `at`; `noun` is what it calls one of them.

    `complete`: nobody else is of the group; who is not known to be complete is meant by no phrase without a number.
    `others`: how many more the text counts without their names ("Ana Roe and eight others").
    """

    members: tuple[Person, ...]
    at: int
    noun: str | None = None
    complete: bool = True
    accused: bool = False  # a phrase for them stands where a defendant stands
    others: int = 0

    @property
    def size(self) -> int:
        """How many they are, with those without a name."""
        return len(self.members) + self.others

    @property
    def ids(self) -> set[int]:
        """The numbers of those who have a name."""
        return set(ids(self.members))


@dataclass
class Cast:
    """The people of an article, its groups, and what its phrases stand for, by head token.

    `nameless`: the nouns of those of whom it says that they cannot be named.
    `subjects`: by token the pronouns that mean the noun whose clause governs theirs, and that noun.
    """

    profiles: Mapping[int, Profile]
    groups: list[Group] = field(default_factory=list)
    links: dict[int, Link] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    lists: list[NameList] = field(default_factory=list)
    subjects: Mapping[int, int] = field(default_factory=dict)
    things: frozenset[str] = frozenset()
    nameless: frozenset[str] = frozenset()
    sentence_of: Mapping[int, int] = field(default_factory=dict)

    def at(self, token: Token) -> Link | None:
        """The link of the phrase whose head the token is."""
        return self.links.get(token.i)

    def meant(self, token: Token) -> Token:
        """The token itself, or the noun in the same sentence that a pronoun repeats."""
        return token.doc[self.subjects.get(token.i, token.i)]


def ids(people: Iterable[Person]) -> list[int]:
    """The numbers of people, in their order."""
    return [person.id for person in people]


def distinct(names: Iterable[Span]) -> tuple[Person, ...]:
    """Those who bear the names, each once."""
    return tuple({mention_of(name).person.id: mention_of(name).person for name in names}.values())
