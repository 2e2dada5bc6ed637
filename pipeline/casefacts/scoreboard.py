"""A measurement as tables: counts first, then ratios; "-" where a ratio is undefined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.box import MARKDOWN
from rich.table import Table

from casefacts.evaluate import Report
from casefacts.score import Tally

EVALUATION = ("gold", "found", "false", "missed", "precision", "recall", "F1", "95 %", "false accusations")
AGREEMENT = ("A", "both", "only B", "only A", "of B", "of A", "F1", "95 %", "evidence overlap")


def tables(report: Report, groups: Mapping[str, Report], columns: Sequence[str] = EVALUATION) -> Iterator[Table]:
    """Two tables: records by type and by group, and fields of correct records."""
    records = _table("", *columns)
    for kind, tally in report.by_type.items():
        _add(records, kind, tally, report.f1_interval(kind), columns)
    _add(records, "all", report.overall, report.f1_interval(), columns)
    for name, part in groups.items():
        _add(records, name, part.overall, part.f1_interval(), columns)
    yield records
    fields = _table("field", "right", "of", "accuracy", "stated", "stated right", "F1 of stated")
    for name, field in report.overall.fields.items():
        fields.add_row(
            name, str(field.right), str(field.total), ratio(field.accuracy), str(field.stated),
            str(field.stated_right), ratio(field.f1),
        )  # fmt: skip
    yield fields


def _table(*columns: str) -> Table:
    table = Table(box=MARKDOWN)
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", no_wrap=True)
    return table


def _add(table: Table, name: str, tally: Tally, interval: tuple[float, float] | None, columns: Sequence[str]) -> None:
    last = tally.evidence_overlap if columns is AGREEMENT else tally.false_accusation_rate
    table.add_row(
        name, str(tally.tp + tally.fn), str(tally.tp), str(tally.fp), str(tally.fn), ratio(tally.precision),
        ratio(tally.recall), ratio(tally.f1), "-" if interval is None else f"{interval[0]:.3f} to {interval[1]:.3f}",
        ratio(last),
    )  # fmt: skip


def ratio(value: float | None) -> str:
    """Three digits, or "-" for what is undefined."""
    return "-" if value is None else f"{value:.3f}"
