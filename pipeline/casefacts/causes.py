"""The nearest cause why a record was missed, and what of a false record the gold does not know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from casefacts.gold import GoldRecord
from casefacts.score import PARTS, Cause, Part, clash, is_name
from casefacts.trace import Statement, Trace

# What the parts of a record that are compared consist of
_FIELDS: dict[Part, tuple[str, ...]] = {
    "person": ("defendant",),
    "type": ("type",),
    "term": ("duration", "min_duration", "amount", "currency"),
}


def of_false(record: GoldRecord, gold: Sequence[GoldRecord]) -> Cause:
    """What of it no gold record of the article has, of those that are most like it."""
    part, nearest = _nearest(record, gold)
    if part is None:
        return Cause("told twice", "another record has it right")
    known = "; ".join(dict.fromkeys(_said(each, part) for each in nearest))
    return Cause(part, f"gold has {known}" if known else "gold has no record")


def of_miss(record: GoldRecord, gold: Sequence[GoldRecord], trace: Trace) -> Cause:
    """By what the article's statements gave where the evidence stands: at it, else in its sentence."""
    if any(clash(record, fact) is None for statement in trace.statements for fact in statement.facts):
        return Cause("merged", "a statement gave it, and another record took it in")
    near = _near(record, trace)
    facts = [fact for statement in near for fact in statement.facts]
    if facts:
        return _other(record, facts, gold)
    if not near:
        return Cause("no trigger")
    return Cause(f"turned down: {near[0].reason.partition(':')[0]}", near[0].reason)


def _near(record: GoldRecord, trace: Trace) -> list[Statement]:
    """The statements that could have given the record."""
    sentences = range(trace.sentence(record.start), trace.sentence(record.end - 1) + 1)
    beside = [each for each in trace.statements if each.type == record.type and trace.sentence(each.start) in sentences]
    return [statement for statement in beside if statement.within(record)] or beside


def _other(record: GoldRecord, facts: Sequence[GoldRecord], gold: Sequence[GoldRecord]) -> Cause:
    """What the statements gave in its place."""
    part, nearest = _nearest(record, facts)
    assert part is not None
    given = "; ".join(dict.fromkeys(_said(fact, part) for fact in nearest))
    right = all(any(clash(each, fact) is None for each in gold) for fact in nearest)
    if part == "person":
        unnamed = not all(is_name(fact.defendant) for fact in nearest)
        return Cause("a group or a phrase" if unnamed else "others of several" if right else "another person", given)
    return Cause("part of a list" if right else f"other {part}", given)


def _nearest(record: GoldRecord, others: Iterable[GoldRecord]) -> tuple[Part | None, list[GoldRecord]]:
    """In what the record differs from those that are most like it, and these; from nobody in its person."""
    clashes = [(clash(record, other), other) for other in others]
    part: Part | None = max((each for each, _ in clashes), key=_rank, default="person")
    return part, [other for each, other in clashes if each == part]


def _rank(part: Part | None) -> int:
    return len(PARTS) if part is None else PARTS.index(part)


def _said(record: GoldRecord, part: Part) -> str:
    return " ".join(_values(record, _FIELDS.get(part, (part,)))) or "none"


def _values(record: GoldRecord, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        value = getattr(record, name)
        if value is not None:
            yield str(value)
