"""A measurement as tables: counts first, then ratios; "-" where a ratio is undefined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.box import MARKDOWN
from rich.table import Table

from casefacts.evaluate import Mean, Report
from casefacts.sample import Reading, Readings
from casefacts.score import Cells, Finding, Tally

EVALUATION = ("gold", "found", "false", "missed", "precision", "recall", "F1", "95 %", "wrong person", "wrong fact")
AGREEMENT = ("A", "both", "only B", "only A", "of B", "of A", "F1", "95 %", "evidence overlap")


def tables(report: Report, groups: Mapping[str, Report], columns: Sequence[str] = EVALUATION) -> Iterator[Table]:
    """Records by type and by group, with the mean over articles; fields of correct records; their cells by origin."""
    records = _table("", *columns)
    for kind, tally in report.by_type.items():
        _add(records, kind, tally, report.f1_interval(kind), columns)
    _add(records, "all", report.overall, report.f1_interval(), columns)
    _add_mean(records, report.mean)
    for name, part in groups.items():
        _add(records, name, part.overall, part.f1_interval(), columns)
    yield records
    fields = _table("field", "right", "of", "accuracy", "of gold", "stated", "stated right", "F1 of stated")
    for name, field in report.overall.fields.items():
        fields.add_row(
            name, str(field.right), str(field.total), ratio(field.accuracy), ratio(field.of_gold), str(field.stated),
            str(field.stated_right), ratio(field.f1),
        )  # fmt: skip
    yield fields
    if columns is EVALUATION and report.overall.cells:
        yield _origins(report.overall)


def _origins(tally: Tally) -> Table:
    """The filled cells that the record's own sentence states, and those that come from its case."""
    origins = _table("filled cells", "stated", "right", "precision", "inferred", "right", "precision")
    for name, cells in [*tally.cells.items(), ("all", sum(tally.cells.values(), Cells()))]:
        origins.add_row(
            name, str(cells.stated), str(cells.stated_right), ratio(cells.stated_precision),
            str(cells.inferred), str(cells.inferred_right), ratio(cells.inferred_precision),
        )  # fmt: skip
    return origins


def why(report: Report) -> Iterator[Table]:
    """Three tables: why records were missed, what of the false ones the gold does not know, and the links."""
    yield _causes("missed because", report.causes("miss"))
    yield _causes("false because of", report.causes("false"))
    found = report.links
    links = _table("links between statements and people", "number")
    links.add_row("made", str(found.predicted))
    links.add_row("... and right", str(found.right))
    links.add_row("precision", ratio(found.precision))
    links.add_row("demanded", str(found.wanted))
    links.add_row("... and made", str(found.found))
    links.add_row("recall", ratio(found.recall))
    for kind, number in sorted(found.missing.items(), key=lambda item: (-item[1], item[0])):
        links.add_row(f"missing: {kind}", str(number))
    yield links


def readings(found: Readings) -> Iterator[Table]:
    """Two tables of what a reader marked: by type, and by the way in which the defendant was found."""
    yield _readings("", {**found.by_type, "all": found.all})
    yield _readings("linked_by", found.by_link)


def _readings(title: str, rows: Mapping[str, Reading]) -> Table:
    table = _table(title, "right", "wrong", "unsure", "unmarked", "precision", "95 %")
    for name, reading in rows.items():
        counts = (reading.yes, reading.no, reading.unsure, reading.unmarked)
        table.add_row(name, *map(str, counts), ratio(reading.precision), _span(reading.interval))
    return table


def _span(interval: tuple[float, float] | None) -> str:
    return "-" if interval is None else f"{interval[0]:.3f} to {interval[1]:.3f}"


def _causes(title: str, causes: Mapping[str, Sequence[Finding]]) -> Table:
    table = _table(title, "records")
    for name, findings in causes.items():
        table.add_row(name, str(len(findings)))
    return table


def _table(*columns: str) -> Table:
    table = Table(box=MARKDOWN)
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", no_wrap=True)
    return table


def _add(table: Table, name: str, tally: Tally, interval: tuple[float, float] | None, columns: Sequence[str]) -> None:
    last = [tally.evidence_overlap] if columns is AGREEMENT else [tally.wrong_person_share, tally.wrong_fact_share]
    table.add_row(
        name, str(tally.tp + tally.fn), str(tally.tp), str(tally.fp), str(tally.fn), ratio(tally.precision),
        ratio(tally.recall), ratio(tally.f1), _span(interval),
        *(ratio(value) for value in last),
    )  # fmt: skip


def _add_mean(table: Table, mean: Mean) -> None:
    """The ratios of articles, in the columns of the records' ratios."""
    table.add_row(
        f"mean of {mean.articles} articles", *[""] * 4, ratio(mean.precision), ratio(mean.recall), ratio(mean.f1)
    )


def ratio(value: float | None) -> str:
    """Three digits, or "-" for what is undefined."""
    return "-" if value is None else f"{value:.3f}"
