"""Measure a run against gold: counts by record type and by group of articles, findings, accused articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from statistics import fmean
from typing import Any, Literal

import numpy as np

from casefacts.causes import of_false, of_miss
from casefacts.gold import GoldArticle, GoldRecord, RecordType, as_gold
from casefacts.links import Links, links
from casefacts.records import AnyRecord
from casefacts.score import OTHER_FIELDS, Agreement, Finding, Tally, agree, compare, is_name
from casefacts.trace import Trace

PREFIX = "prefix"
# Enough for two digits of a 95 % interval; the seed makes equal input give equal figures.
RESAMPLES, SEED = 1000, 20260101


@dataclass(frozen=True)
class Mean:
    """Ratios of articles, each averaged over those `articles` with a counted record in which it is defined."""

    articles: int
    precision: float | None
    recall: float | None
    f1: float | None


@dataclass(frozen=True)
class Scored:
    """One article's counts by record type; `factless`: gold has no record; `accused`: a named one was emitted."""

    article: str
    tallies: Mapping[RecordType, Tally]
    factless: bool = False
    accused: bool = False
    links: Links = field(default_factory=Links)

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
    def mean(self) -> Mean:
        """Every article counts alike, however many records it has."""
        tallies = [each.overall for each in self.scored]
        counted = [tally for tally in tallies if tally.tp + tally.fp + tally.fn]
        return Mean(
            len(counted),
            _mean(tally.precision for tally in counted),
            _mean(tally.recall for tally in counted),
            _mean(tally.f1 for tally in counted),
        )

    @property
    def links(self) -> Links:
        """The links of all articles together."""
        return sum((each.links for each in self.scored), Links())

    def causes(self, kind: Literal["miss", "false"]) -> dict[str, list[Finding]]:
        """The missed or the false records by their cause, the commonest first."""
        causes: dict[str, list[Finding]] = {}
        for finding in self.findings:
            if finding.kind == kind and finding.cause is not None:
                causes.setdefault(finding.cause.name, []).append(finding)
        return dict(sorted(causes.items(), key=lambda item: (-len(item[1]), item[0])))

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


def _mean(ratios: Iterable[float | None]) -> float | None:
    defined = [ratio for ratio in ratios if ratio is not None]
    return fmean(defined) if defined else None


def evaluate(
    gold: Sequence[GoldArticle],
    predicted: Mapping[str, Sequence[AnyRecord | GoldRecord]],
    traces: Mapping[str, Trace] | None = None,
) -> Report:
    """Score predictions, keyed by article name; an article without an entry has none.

    `traces` tell what the extraction did in each article: without them there are no links and no causes of misses.
    Raises ValueError when predictions name an article that the gold does not have.
    """
    unknown = sorted(predicted.keys() - {article.article for article in gold})
    if unknown:
        raise ValueError(f"predictions for articles that are not in the gold: {', '.join(unknown[:5])}")
    scored: list[Scored] = []
    findings: list[Finding] = []
    for article in gold:
        records = [as_gold(record) for record in predicted.get(article.article, ())]
        trace = (traces or {}).get(article.article)
        tallies, wrong = compare(article.article, article.records, records)
        findings += [_explained(finding, article.records, trace) for finding in wrong]
        factless = not article.records
        accused = factless and any(is_name(record.defendant) for record in records)
        linked = links(article.records, trace) if trace else Links()
        scored.append(Scored(article.article, tallies, factless, accused, linked))
    return Report(tuple(scored), tuple(findings))


def _explained(finding: Finding, gold: Sequence[GoldRecord], trace: Trace | None) -> Finding:
    """The finding with its cause, as far as it can be told, and with the words in which gold saw a missed record."""
    if finding.kind == "false" and finding.predicted is not None:
        return replace(finding, cause=of_false(finding.predicted, gold))
    if finding.kind == "miss" and finding.gold is not None and trace is not None:
        missed = finding.gold
        shown = missed.model_copy(update={"evidence": trace.text[missed.start : missed.end]})
        return replace(finding, gold=shown, cause=of_miss(missed, gold, trace))
    return finding


def agreement(one: Sequence[GoldArticle], other: Sequence[GoldArticle]) -> Report:
    """How far two annotators agree on the articles that both have; "false" is what only the second has.

    Raises ValueError when they have no article in common.
    """
    theirs = {article.article: article for article in other}
    shared = [article for article in one if article.article in theirs]
    if not shared:
        raise ValueError("the two files have no article in common")
    return Report(
        tuple(Scored(article.article, agree(article.records, theirs[article.article].records)) for article in shared)
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
        "mean_over_articles": asdict(report.mean),
        **{name: _tally_dict(tally, interval) for name, (tally, interval) in parts.items()},
    }


def why_as_dict(report: Report) -> dict[str, Any]:
    """Causes and links for machines: every miss and every false record with its cause."""
    return {
        "links": _links_dict(report.links),
        "missed_because": [_finding_dict(each) for of_cause in report.causes("miss").values() for each in of_cause],
        "false_because": [_finding_dict(each) for of_cause in report.causes("false").values() for each in of_cause],
    }


def _links_dict(found: Links) -> dict[str, Any]:
    return {
        "predicted": found.predicted,
        "right": found.right,
        "wanted": found.wanted,
        "found": found.found,
        "precision": found.precision,
        "recall": found.recall,
        "missing": dict(found.missing.most_common()),
    }


def _finding_dict(finding: Finding) -> dict[str, Any]:
    record = finding.gold or finding.predicted
    assert record is not None
    assert finding.cause is not None
    shown = record.model_dump(exclude_none=True, exclude={"optional", "id"})
    return {"article": finding.article, "cause": finding.cause.name, "detail": finding.cause.detail, **shown}


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
        "wrong_person": tally.wrong_person,
        "wrong_fact": tally.wrong_fact,
        "wrong_person_share": tally.wrong_person_share,
        "wrong_fact_share": tally.wrong_fact_share,
        "evidence_overlap": tally.evidence_overlap,
        "fields": {name: _field_dict(agreed) for name, agreed in tally.fields.items()},
        "cells": {name: asdict(cells) for name, cells in tally.cells.items()},
    }


def _field_dict(agreement: Agreement) -> dict[str, Any]:
    return {
        "right": agreement.right,
        "of": agreement.total,
        "accuracy": agreement.accuracy,
        "of_gold": agreement.of_gold,
        "stated_right": agreement.stated_right,
        "stated": agreement.stated,
        "f1": agreement.f1,
    }
