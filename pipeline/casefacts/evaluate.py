"""Measure a run against gold: counts by record type and by group of articles, findings, accused articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from casefacts.gold import GoldArticle, GoldRecord, RecordType, as_gold
from casefacts.records import AnyRecord
from casefacts.score import OTHER_FIELDS, Agreement, Finding, Tally, agree, compare, is_name

PREFIX = "prefix"
# Enough for two digits of a 95 % interval; the seed makes equal input give equal figures.
RESAMPLES, SEED = 1000, 20260101


@dataclass(frozen=True)
class Scored:
    """One article's counts by record type; `factless`: gold has no record; `accused`: a named one was emitted."""

    article: str
    tallies: Mapping[RecordType, Tally]
    factless: bool
    accused: bool

    @property
    def overall(self) -> Tally:
        """All three types together."""
        return sum(self.tallies.values(), Tally())


@dataclass(frozen=True)
class Report:
    """The measurement of a gold set, article by article; reports over disjoint articles add up."""

    scored: tuple[Scored, ...] = ()
    findings: tuple[Finding, ...] = ()

    def __add__(self, other: Report) -> Report:
        return Report(self.scored + other.scored, self.findings + other.findings)

    @property
    def by_type(self) -> dict[RecordType, Tally]:
        """Counts of each record type."""
        return {kind: sum((each.tallies[kind] for each in self.scored), Tally()) for kind in OTHER_FIELDS}

    @property
    def overall(self) -> Tally:
        """All three types together: counts added, then ratios."""
        return sum(self.by_type.values(), Tally())

    @property
    def factless(self) -> int:
        """How many articles have no gold record."""
        return sum(each.factless for each in self.scored)

    @property
    def accused(self) -> tuple[str, ...]:
        """Articles without facts for which a named record was emitted (guidelines, section 6: the trap suite)."""
        return tuple(each.article for each in self.scored if each.accused)

    @property
    def accused_share(self) -> float | None:
        """Share of articles without facts for which a named record was emitted; None if there is none."""
        return len(self.accused) / self.factless if self.factless else None

    def f1_interval(self, kind: RecordType | None = None) -> tuple[float, float] | None:
        """95 % interval of F1 by bootstrap over articles; None for fewer than two articles, or if F1 is undefined."""
        tallies = [each.overall if kind is None else each.tallies[kind] for each in self.scored]
        counts = np.array([(2 * tally.tp, 2 * tally.tp + tally.fp + tally.fn) for tally in tallies], dtype=float)
        if len(counts) < 2 or not counts[:, 1].any():
            return None
        drawn = np.random.default_rng(SEED).integers(len(counts), size=(RESAMPLES, len(counts)))
        upper, lower = counts[drawn, 0].sum(axis=1), counts[drawn, 1].sum(axis=1)
        defined = lower > 0
        low, high = np.quantile(upper[defined] / lower[defined], [0.025, 0.975])
        return float(low), float(high)


def evaluate(gold: Sequence[GoldArticle], predicted: Mapping[str, Sequence[AnyRecord | GoldRecord]]) -> Report:
    """Score predictions, keyed by article name; an article without an entry has none.

    Raises ValueError when predictions name an article that the gold does not have.
    """
    unknown = sorted(predicted.keys() - {article.article for article in gold})
    if unknown:
        raise ValueError(f"predictions for articles that are not in the gold: {', '.join(unknown[:5])}")
    scored: list[Scored] = []
    findings: list[Finding] = []
    for article in gold:
        records = [as_gold(record) for record in predicted.get(article.article, ())]
        tallies, wrong = compare(article.article, article.records, records)
        findings += wrong
        factless = not article.records
        accused = factless and any(is_name(record.defendant) for record in records)
        scored.append(Scored(article.article, tallies, factless, accused))
    return Report(tuple(scored), tuple(findings))


def agreement(one: Sequence[GoldArticle], other: Sequence[GoldArticle]) -> Report:
    """How far two annotators agree on the articles that both have; "false" is what only the second has.

    Raises ValueError when they have no article in common.
    """
    theirs = {article.article: article for article in other}
    shared = [article for article in one if article.article in theirs]
    if not shared:
        raise ValueError("the two files have no article in common")
    return Report(
        tuple(
            Scored(article.article, agree(article.records, theirs[article.article].records), False, False)
            for article in shared
        )
    )


def groups(report: Report, gold: Iterable[GoldArticle], by: str) -> dict[str, Report]:
    """The report in parts: by the name's beginning (`by` is "prefix") or by a field of the gold lines.

    Raises ValueError when no article has such a field.
    """
    names = {article.article: group_of(article, by) for article in gold}
    if not any(names.values()):
        raise ValueError(f'no article of the gold has a field "{by}"; "{PREFIX}" groups by the beginning of names')
    parts: dict[str, Report] = {}
    for each in report.scored:
        name = names[each.article] or "(none)"
        findings = tuple(finding for finding in report.findings if finding.article == each.article)
        parts[name] = parts.get(name, Report()) + Report((each,), findings)
    return dict(sorted(parts.items()))


def group_of(article: GoldArticle, by: str) -> str | None:
    """ "press-orange-001.txt" is of the group "press"; else the value of the line's own field."""
    if by == PREFIX:
        return re.split(r"[-_./ ]", article.article, maxsplit=1)[0]
    value = getattr(article, by, None)
    return value if isinstance(value, str) else None


def as_dict(report: Report) -> dict[str, Any]:
    """The report for machines: counts first, ratios null where undefined."""
    parts: dict[str, tuple[Tally, tuple[float, float] | None]] = {"all": (report.overall, report.f1_interval())}
    parts |= {kind: (tally, report.f1_interval(kind)) for kind, tally in report.by_type.items()}
    return {
        "articles": len(report.scored),
        "factless": report.factless,
        "accused": list(report.accused),
        **{name: _tally_dict(tally, interval) for name, (tally, interval) in parts.items()},
    }


def _tally_dict(tally: Tally, interval: tuple[float, float] | None) -> dict[str, Any]:
    return {
        "gold": tally.tp + tally.fn,
        "found": tally.tp,
        "false": tally.fp,
        "missed": tally.fn,
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f1,
        "f1_interval": interval,
        "false_accusation_rate": tally.false_accusation_rate,
        "evidence_overlap": tally.evidence_overlap,
        "fields": {name: _field_dict(field) for name, field in tally.fields.items()},
    }


def _field_dict(field: Agreement) -> dict[str, Any]:
    return {
        "right": field.right,
        "of": field.total,
        "accuracy": field.accuracy,
        "stated_right": field.stated_right,
        "stated": field.stated,
        "f1": field.f1,
    }
