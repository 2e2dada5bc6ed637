"""Whether each statement was given to its people: the links between statements and persons, whatever the offense."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from casefacts.gold import GoldRecord
from casefacts.score import is_name, same_name
from casefacts.trace import Statement, Trace

Missing = Literal[
    "several people",
    "same sentence",
    "named one to three sentences before",
    "far off or later",
    "turned down for another reason",
]

_NEAR = 3  # sentences
_NOBODY = "no defendant was found"  # the reason of a statement for which a person was sought, in vain


@dataclass(frozen=True)
class Links:
    """Counts of links, each between a statement and a person; they add up, ratios come last.

    `predicted` are the links made by statements in the evidence of a gold record, `right` those of them that gold has,
    required or optional; `wanted` are the required links of gold whose statement and person the program has seen,
    `found` those of them that were made, `missing` the others by kind.
    """

    predicted: int = 0
    right: int = 0
    wanted: int = 0
    found: int = 0
    missing: Counter[Missing] = field(default_factory=Counter)

    def __add__(self, other: Links) -> Links:
        return Links(
            self.predicted + other.predicted,
            self.right + other.right,
            self.wanted + other.wanted,
            self.found + other.found,
            self.missing + other.missing,
        )

    @property
    def precision(self) -> float | None:
        """Share of the links made that gold has."""
        return self.right / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """Share of gold's required links that were made."""
        return self.found / self.wanted if self.wanted else None


def links(gold: Sequence[GoldRecord], trace: Trace) -> Links:
    """The links of one article."""
    owners = [_owner(record, trace) for record in gold]
    found = Links()
    for statement in trace.statements:
        here = [record for record in gold if statement.within(record)]
        own = [record for record, owner in zip(gold, owners, strict=True) if owner is statement and not record.optional]
        if here:
            found += _links(statement, _people(here), _people(own), trace)
    return found


def _owner(record: GoldRecord, trace: Trace) -> Statement | None:
    """Which of the statements in the record's evidence has to give it: "jailed ... a sentence of" is one statement."""
    inside = [statement for statement in trace.statements if statement.within(record)]
    return next((statement for statement in inside if statement.facts), inside[0] if inside else None)


def _links(statement: Statement, allowed: Sequence[str], demanded: Sequence[str], trace: Trace) -> Links:
    made = _people(statement.facts)
    seen = {naming.name for naming in trace.namings}
    wanted = [name for name in demanded if _one_of(name, seen)]
    missing = [name for name in wanted if not _one_of(name, made)]
    return Links(
        predicted=len(made),
        right=sum(_one_of(name, allowed) for name in made),
        wanted=len(wanted),
        found=len(wanted) - len(missing),
        missing=Counter(_kind(name, len(wanted), statement, trace) for name in missing),
    )


def _people(records: Iterable[GoldRecord]) -> list[str]:
    """The named defendants of the records, each once."""
    found: list[str] = []
    for record in records:
        if is_name(record.defendant) and not _one_of(record.defendant, found):
            found.append(record.defendant)
    return found


def _one_of(name: str, names: Iterable[str]) -> bool:
    return any(same_name(name, each) for each in names)


def _kind(name: str, people: int, statement: Statement, trace: Trace) -> Missing:
    """Why the link may be missing: `people` is of how many the statement is, the rest where the text names this one."""
    if not statement.facts and statement.reason != _NOBODY:
        return "turned down for another reason"
    if people > 1:
        return "several people"
    steps = set(_steps(name, statement, trace))
    if 0 in steps:
        return "same sentence"
    return "named one to three sentences before" if steps & set(range(1, _NEAR + 1)) else "far off or later"


def _steps(name: str, statement: Statement, trace: Trace) -> Iterator[int]:
    """How many sentences before the statement the person is named, for each time; negative where it is later."""
    here = trace.sentence(statement.start)
    for naming in trace.namings:
        if same_name(name, naming.name):
            yield here - trace.sentence(naming.start)
