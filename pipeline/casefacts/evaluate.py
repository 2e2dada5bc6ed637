"""Measure a run against gold: counts for each record type, findings, and articles that should stay silent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from casefacts.gold import GoldArticle, GoldRecord, RecordType, as_gold
from casefacts.records import AnyRecord
from casefacts.score import OTHER_FIELDS, Finding, Tally, compare, is_name


@dataclass(frozen=True)
class Report:
    """The measurement of one gold set.

    `factless` counts the gold articles without any record, `accused` lists those of them for which a record
    with a named defendant was emitted (guidelines, section 6: the trap suite).
    """

    by_type: dict[RecordType, Tally]
    findings: tuple[Finding, ...]
    factless: int
    accused: tuple[str, ...]

    @property
    def overall(self) -> Tally:
        """All three types together: counts added, then ratios."""
        return sum(self.by_type.values(), Tally())

    @property
    def accused_share(self) -> float | None:
        """Share of articles without facts for which a named record was emitted; None if there is none."""
        return len(self.accused) / self.factless if self.factless else None


def evaluate(gold: Sequence[GoldArticle], predicted: Mapping[str, Sequence[AnyRecord | GoldRecord]]) -> Report:
    """Score predictions, keyed by article name; an article without an entry has none.

    Raises ValueError when predictions name an article that the gold does not have.
    """
    unknown = sorted(predicted.keys() - {article.article for article in gold})
    if unknown:
        raise ValueError(f"predictions for articles that are not in the gold: {', '.join(unknown[:5])}")
    by_type = dict.fromkeys(OTHER_FIELDS, Tally())
    findings: list[Finding] = []
    accused: list[str] = []
    for article in gold:
        records = [as_gold(record) for record in predicted.get(article.article, ())]
        tallies, wrong = compare(article.article, article.records, records)
        by_type = {kind: by_type[kind] + tally for kind, tally in tallies.items()}
        findings += wrong
        if not article.records and any(is_name(record.defendant) for record in records):
            accused.append(article.article)
    factless = sum(not article.records for article in gold)
    return Report(by_type, tuple(findings), factless, tuple(accused))


def as_table(report: Report) -> Iterator[str]:
    """The report as the lines of a Markdown table; "-" where a ratio is undefined."""
    yield "|          | gold | precision | recall |    F1 |  date | evidence | false accusations |"
    yield "|----------|-----:|----------:|-------:|------:|------:|---------:|------------------:|"
    for name, tally in [*report.by_type.items(), ("all", report.overall)]:
        date = tally.fields["date"].accuracy if "date" in tally.fields else None
        yield (
            f"| {name:<8} | {tally.tp + tally.fn:>4} | {_ratio(tally.precision):>9} "
            f"| {_ratio(tally.recall):>6} | {_ratio(tally.f1):>5} | {_ratio(date):>5} "
            f"| {_ratio(tally.evidence_overlap):>8} | {_ratio(tally.false_accusation_rate):>17} |"
        )


def _ratio(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
