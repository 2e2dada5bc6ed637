"""The page of errors: each pair of a gold record and a found one, and each that stands alone, in its article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from casefacts.causes import of_false, of_miss
from casefacts.gold import GoldArticle, GoldRecord
from casefacts.score import OTHER_FIELDS, Cause, accuses_falsely, align, is_name, same_field
from casefacts.single_page import single_page
from casefacts.trace import Trace

Judged = Literal["person", "fact", "missed", "field", "right", "free"]

_ARTICLE = ("article", "title", "published", "words", "sha256")
_PAIR = ("type", "article", "id", "judged", "wrong", "cause", "detail", "optional", "gold", "found")


@dataclass(frozen=True)
class _Pair:
    """A gold record and the one that was found for it, or one of the two: what it is, wrong fields, and why."""

    gold: GoldRecord | None
    found: GoldRecord | None
    judged: Judged
    wrong: tuple[str, ...] = ()
    cause: Cause | None = None

    @property
    def record(self) -> GoldRecord:
        """The one that was found, if there is one."""
        record = self.found or self.gold
        assert record is not None
        return record


def error_page(
    gold: Iterable[GoldArticle],
    predicted: Mapping[str, Sequence[GoldRecord]],
    texts: Mapping[str, str],
    traces: Mapping[str, Trace],
) -> str:
    """The page, with the articles of which there is a record on either side.

    `texts` are the articles' texts by name, `traces` what the extraction did in them, as far as that is known.
    """
    shown = [article for article in gold if article.records or predicted.get(article.article)]
    rows: list[list[Any]] = []
    for place, article in enumerate(shown):
        pairs = _judged(article.records, predicted.get(article.article, ()), traces.get(article.article))
        rows += [
            _row(pair, place, number, texts[article.article])
            for number, pair in enumerate(sorted(pairs, key=lambda pair: (pair.record.start, pair.record.end)), start=1)
        ]
    data = {
        "silent": 0,
        "articleColumns": _ARTICLE,
        "articles": [[article.article, None, article.published, None, ""] for article in shown],
        "columns": dict.fromkeys(OTHER_FIELDS, _PAIR),
        "facts": rows,
        "unnamed": sorted({row[-1]["defendant"] for row in rows if row[-1] and not is_name(row[-1]["defendant"])}),
    }
    heading = "Where casefacts and the gold annotation differ"
    return single_page("errors", heading, data, {place: texts[article.article] for place, article in enumerate(shown)})


def _row(pair: _Pair, place: int, number: int, text: str) -> list[Any]:
    cause = pair.cause or Cause("")
    return [
        pair.record.type, place, str(number), pair.judged, pair.wrong, cause.name or None, cause.detail or None,
        bool(pair.gold and pair.gold.optional), _side(pair.gold, text), _side(pair.found, text),
    ]  # fmt: skip


def _side(record: GoldRecord | None, text: str) -> dict[str, Any] | None:
    if record is None:
        return None
    return record.model_dump(exclude={"optional", "id", "review"}) | {"evidence": text[record.start : record.end]}


def _judged(gold: Sequence[GoldRecord], predicted: Sequence[GoldRecord], trace: Trace | None) -> Iterator[_Pair]:
    """What each gold and each predicted record is."""
    pairs = [pair for kind in OTHER_FIELDS for pair in _pairs(kind, gold, predicted)]
    for row, column in pairs:
        yield _matched(gold[row], predicted[column])
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    yield from (_missed(record, gold, trace) for row, record in enumerate(gold) if row not in rows)
    yield from (_false(record, gold) for column, record in enumerate(predicted) if column not in columns)


def _matched(record: GoldRecord, found: GoldRecord) -> _Pair:
    wrong = tuple(name for name in OTHER_FIELDS[record.type] if not same_field(name, record, found))
    return _Pair(record, found, "free" if record.optional else "field" if wrong else "right", wrong)


def _missed(record: GoldRecord, gold: Sequence[GoldRecord], trace: Trace | None) -> _Pair:
    """What a gold record is that nothing matches."""
    if record.optional:
        return _Pair(record, None, "free")
    return _Pair(record, None, "missed", cause=of_miss(record, gold, trace) if trace else None)


def _false(record: GoldRecord, gold: Sequence[GoldRecord]) -> _Pair:
    """What a predicted record is that matches nothing."""
    if not is_name(record.defendant):
        return _Pair(None, record, "free")
    return _Pair(None, record, "person" if accuses_falsely(record, gold) else "fact", cause=of_false(record, gold))


def _pairs(kind: str, gold: Sequence[GoldRecord], predicted: Sequence[GoldRecord]) -> list[tuple[int, int]]:
    """Aligned records of one type, as places in the whole lists; the alignment is the scorer's."""
    rows = [i for i, record in enumerate(gold) if record.type == kind]
    columns = [i for i, record in enumerate(predicted) if record.type == kind]
    found = align([gold[i] for i in rows], [predicted[i] for i in columns])
    return [(rows[row], columns[column]) for row, column in found]
