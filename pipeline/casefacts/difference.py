"""What changed between two runs over the same texts: records gained, lost and changed, by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from casefacts.gold import GoldArticle, GoldRecord
from casefacts.score import align

Kind = Literal["gained", "lost", "changed"]
# What is compared; ids, offsets and evidence follow from the rest or from the text
_COMPARED = tuple(
    name for name in GoldRecord.model_fields if name not in {"id", "start", "end", "evidence", "optional"}
)


@dataclass(frozen=True)
class Change:
    """One difference; `before` is None for a gained record, `after` for a lost one."""

    article: str
    before: GoldRecord | None
    after: GoldRecord | None

    @property
    def kind(self) -> Kind:
        """Gained, lost, or changed in a field."""
        return "gained" if self.before is None else "lost" if self.after is None else "changed"

    @property
    def record(self) -> GoldRecord:
        """The record as it is now, or as it was."""
        record = self.after or self.before
        assert record is not None
        return record

    @property
    def fields(self) -> dict[str, tuple[Any, Any]]:
        """Of a changed record: field -> value before and after."""
        if self.before is None or self.after is None:
            return {}
        pairs = {name: (getattr(self.before, name), getattr(self.after, name)) for name in _COMPARED}
        return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def difference(before: Iterable[GoldArticle], after: Iterable[GoldArticle]) -> list[Change]:
    """All changes, by article and position; records that agree in their core are one record, changed or not."""
    old = {article.article: article.records for article in before}
    new = {article.article: article.records for article in after}
    return [
        change
        for name in sorted(old.keys() | new.keys())
        for change in _of_article(name, old.get(name, ()), new.get(name, ()))
    ]


def _of_article(article: str, old: Sequence[GoldRecord], new: Sequence[GoldRecord]) -> list[Change]:
    pairs = align(old, new)
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    changes = [Change(article, old[row], new[column]) for row, column in pairs]
    changes = [change for change in changes if change.fields]
    changes += [Change(article, record, None) for row, record in enumerate(old) if row not in rows]
    changes += [Change(article, None, record) for column, record in enumerate(new) if column not in columns]
    return sorted(changes, key=lambda change: (change.record.start, change.record.end, change.kind, change.record.type))


def by_rule(changes: Iterable[Change]) -> dict[str, Counter[Kind]]:
    """How many records each rule gained, lost and changed; the rules with most changes first."""
    counted: dict[str, Counter[Kind]] = {}
    for change in changes:
        counted.setdefault(change.record.rule or "(no rule)", Counter())[change.kind] += 1
    return dict(sorted(counted.items(), key=lambda item: (-item[1].total(), item[0])))


def as_lines(changes: Sequence[Change]) -> Iterator[str]:
    """The changes for people: a line for each rule, then each change with its evidence."""
    total = Counter(change.kind for change in changes)
    yield f"{total['gained']} gained, {total['lost']} lost, {total['changed']} changed"
    for rule, counts in by_rule(changes).items():
        yield f"  {rule}: +{counts['gained']} -{counts['lost']} ~{counts['changed']}"
    for change in changes:
        sign = {"gained": "+", "lost": "-", "changed": "~"}[change.kind]
        yield ""
        yield f"{sign} {change.article}  {described(change.record)}  ({change.record.rule})"
        for name, (was, now) in change.fields.items():
            yield f"    {name}: {_shown(was)} -> {_shown(now)}"
        yield f"    {' '.join((change.record.evidence or '').split())}"


def as_dicts(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """The changes for machines."""
    return [
        {
            "kind": change.kind,
            "article": change.article,
            "before": change.before and change.before.model_dump(exclude_none=True, exclude={"optional"}),
            "after": change.after and change.after.model_dump(exclude_none=True, exclude={"optional"}),
            "fields": {name: {"before": was, "after": now} for name, (was, now) in change.fields.items()},
        }
        for change in changes
    ]


def described(record: GoldRecord) -> str:
    """A record in a few words: "sentence: Ana Roe, arson, prison, imposed, P2Y"."""
    details = (
        record.offense, record.outcome, record.kind, record.status, record.duration, record.min_duration,
        record.amount and f"{record.amount:g} {record.currency or ''}".strip(), record.date,
    )  # fmt: skip
    return f"{record.type}: {', '.join(str(part) for part in (record.defendant, *details) if part)}"


def _shown(value: object) -> str:
    return "-" if value is None else str(value)
