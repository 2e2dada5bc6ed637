"""Facts in compact form for the tables of the tests, and their comparison with what a text gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from casefacts.extractor import Extractor
from casefacts.records import AnyRecord, Article, Charge, Sentence, Verdict
from casefacts.score import is_name

FRIDAY = "2024-07-12"

# (type, defendant, offense, the other fields that are not empty)
Fact = tuple[str, str, Any, dict[str, Any]]
# A table: phenomenon -> rows; the first column of a row is the text. Known failures: cause -> rows.
Table = Mapping[str, Sequence[tuple[Any, ...]]]

_ELSEWHERE = {
    "id",
    "article",
    "type",
    "defendant",
    "linked_by",
    "offense",
    "offense_code",
    "attributed_to",
    "rule",
    "evidence",
    "case",
    "inferred",
    "context",
    "sources",
}
# What nearly every record says is left out of the tables.
_USUAL = {"action": "charged", "status": "imposed"}


def charge(defendant: str, offense: Any = None, **fields: Any) -> Fact:
    """One charge; the action is "charged" unless the row says "indicted"."""
    return _fact(Charge, defendant, offense, fields)


def verdict(outcome: str, defendant: str, offense: Any = None, **fields: Any) -> Fact:
    """One verdict."""
    return _fact(Verdict, defendant, offense, {"outcome": outcome} | fields)


def convicted(defendant: str, offense: Any = None, **fields: Any) -> Fact:
    """One conviction."""
    return verdict("convicted", defendant, offense, **fields)


def pleaded(defendant: str, offense: Any = None, **fields: Any) -> Fact:
    """One conviction by a guilty plea."""
    return verdict("convicted", defendant, offense, method="guilty_plea", **fields)


def sentence(kind: str, defendant: str, offense: Any = None, **fields: Any) -> Fact:
    """One penalty; the status is "imposed" unless the row says otherwise."""
    return _fact(Sentence, defendant, offense, {"kind": kind} | fields)


def prison(term: str, defendant: str, offense: Any = None, **fields: Any) -> Fact:
    """One prison sentence of this term."""
    return sentence("prison", defendant, offense, duration=term, **fields)


def facts_of(extractor: Extractor, text: str, published: str | None = FRIDAY) -> list[Fact]:
    """The facts of a text that was published on a Friday."""
    return [_compact(record) for record in records_of(extractor, text, published)]


def records_of(extractor: Extractor, text: str, published: str | None = FRIDAY) -> list[AnyRecord]:
    """The records of a text that was published on a Friday."""
    return extractor.records(Article(name="test", text=text, published=published))


def difference(expected: Sequence[Fact], found: Sequence[Fact]) -> dict[str, list[Fact]]:
    """What is missing and what is not listed; {} where the facts are the listed ones, in whatever order.

    Facts about the unnamed count only where a row lists them (guidelines, section 6).
    """
    listed = {defendant for _, defendant, *_ in expected}
    rest = [fact for fact in found if fact[1] in listed or is_name(fact[1])]
    missing = []
    for fact in expected:
        if fact in rest:
            rest.remove(fact)
        else:
            missing.append(fact)
    return {name: facts for name, facts in (("missing", missing), ("unlisted", rest)) if facts}


def cases(table: Table, known_failures: Table | None = None) -> list[Any]:
    """The rows of a table as test cases, named after the phenomenon and the text.

    Known failures are strict: whoever mends one moves its row into the table.
    """
    wrong = pytest.mark.xfail(strict=True, raises=AssertionError)
    good = [pytest.param(*row, id=_id(name, row)) for name, rows in table.items() for row in rows]
    bad = [
        pytest.param(*row, id=_id(cause, row), marks=wrong)
        for cause, rows in (known_failures or {}).items()
        for row in rows
    ]
    return good + bad


def _id(name: str, row: tuple[Any, ...]) -> str:
    words = " ".join(str(row[0]).split())
    return f"{name}: {words if len(words) <= 60 else words[:59] + '…'}"


def _fact(kind: type[AnyRecord], defendant: str, offense: Any, fields: dict[str, Any]) -> Fact:
    unknown = set(fields) - (set(kind.model_fields) - _ELSEWHERE)
    assert not unknown, f"{kind.__name__} has no field {unknown}"
    return (str(kind.model_fields["type"].default), defendant, offense, fields)


def _compact(record: AnyRecord) -> Fact:
    fields = record.model_dump(exclude=_ELSEWHERE)
    said = {key: value for key, value in fields.items() if value is not None and _USUAL.get(key) != value}
    return (record.type, record.defendant, record.offense, said)
