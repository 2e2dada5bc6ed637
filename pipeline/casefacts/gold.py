"""Gold annotation, and the records of a run, in one flat form that the scorer compares."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_serializer, model_validator

from casefacts.records import (
    Action,
    AnyRecord,
    IsoDate,
    IsoDuration,
    Kind,
    LinkedBy,
    Method,
    Outcome,
    Parole,
    Plea,
    Prejudice,
    Status,
    as_row,
)

RecordType = Literal["charge", "verdict", "sentence"]

# The fields that each type has beside the common ones (guidelines, sections 3 to 5), and those it must have
OWN_FIELDS: dict[RecordType, tuple[str, ...]] = {
    "charge": ("counts", "action", "plea"),
    "verdict": ("counts", "outcome", "method", "prejudice"),
    "sentence": ("kind", "status", "duration", "min_duration", "parole", "amount", "currency"),
}
_REQUIRED: dict[RecordType, tuple[str, ...]] = {
    "charge": ("action",),
    "verdict": ("outcome",),
    "sentence": ("kind", "status"),
}
_OWNED_BY_SOME = frozenset(field for fields in OWN_FIELDS.values() for field in fields)


class GoldError(ValueError):
    """Gold that cannot be read; the message begins with file and line."""


class Review(BaseModel):
    """What a person decided over a record, who, and when (ISO 8601); `was`: the record before it was corrected."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    decision: Literal["right", "wrong", "corrected", "unsure", "added", "open"]
    by: str
    at: datetime
    note: str | None = None
    was: dict[str, Any] | None = None

    @field_serializer("at")
    def _as_written(self, at: datetime) -> str:
        return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


class GoldRecord(BaseModel):
    """One record of a gold file or of facts.jsonl: the fields of all three types, flat (guidelines, 2 to 5).

    `start` and `end` are code points into the article's text. Raises ValidationError where a field of another
    type is filled or one that the type needs is missing.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: RecordType
    defendant: Annotated[str, Field(min_length=1)]
    offense: str | None = None
    counts: Annotated[int, Field(ge=1)] | None = None
    action: Action | None = None
    plea: Plea | None = None
    outcome: Outcome | None = None
    method: Method | None = None
    prejudice: Prejudice | None = None
    kind: Kind | None = None
    status: Status | None = None
    duration: IsoDuration | None = None
    min_duration: IsoDuration | None = None
    parole: Parole | None = None
    amount: Annotated[float, Field(ge=0)] | None = None
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    date: IsoDate | None = None
    court: str | None = None
    judge: str | None = None
    optional: bool = False
    evidence: str | None = None
    start: Annotated[int, Field(ge=0)]
    end: int
    # what only a run's own records have
    id: str | None = None
    rule: str | None = None
    attributed_to: str | None = None
    offense_code: str | None = None
    linked_by: LinkedBy | None = None
    case: int | None = None
    inferred: str | None = None
    context: str | None = None
    sources: dict[str, tuple[int, int]] | None = None
    review: Review | None = None

    @model_validator(mode="after")
    def _fits_its_type(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"evidence ends at {self.end}, before it starts at {self.start}")
        for field in _REQUIRED[self.type]:
            if getattr(self, field) is None:
                raise ValueError(f"a {self.type} needs {field!r}")
        for field in sorted(_OWNED_BY_SOME.difference(OWN_FIELDS[self.type])):
            if getattr(self, field) is not None:
                raise ValueError(f"a {self.type} has no {field!r}")
        return self


class GoldArticle(BaseModel):
    """One line of a gold file; further keys of its own ("phenomenon", "county") can group the articles.

    `rejected` are records of a run that a person found to be wrong: no part of the gold.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    article: Annotated[str, Field(min_length=1)]
    published: IsoDate | None = None
    records: tuple[GoldRecord, ...]
    rejected: tuple[GoldRecord, ...] = ()


def read_gold(path: Path) -> list[GoldArticle]:
    """Read a gold.jsonl or facts.jsonl, in the order of the file; blank lines are passed over.

    Raises GoldError, with file and line, for the first line that is no such object and for an article that
    occurs twice.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: {error}") from error
    articles: dict[str, GoldArticle] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        article = _parse(line, f"{path}:{number}")
        if article.article in articles:
            raise GoldError(f"{path}:{number}: article {article.article!r} occurs twice")
        articles[article.article] = article
    return list(articles.values())


def _parse(line: str, where: str) -> GoldArticle:
    try:
        return GoldArticle.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise GoldError(f"{where}: {field}: {first['msg']}" if field else f"{where}: {first['msg']}") from error


def as_gold(record: AnyRecord | GoldRecord) -> GoldRecord:
    """The record in the flat form in which records are compared."""
    if isinstance(record, GoldRecord):
        return record
    row = as_row(record)
    del row["article"]
    return GoldRecord.model_validate(row)


def gold_line(article: GoldArticle) -> str:
    """The article as a line of a gold file: a record's type and fields, empty ones too, then what it has beside."""
    line = article.model_dump(mode="json", exclude_defaults=True)
    head = {"article": article.article, "published": article.published}
    records = {"records": [_line_of(record) for record in article.records]}
    return json.dumps(head | records | line | records, ensure_ascii=False) + "\n"


def _line_of(record: GoldRecord) -> dict[str, Any]:
    fields = ("type", "defendant", "offense", *OWN_FIELDS[record.type], "date", "court", "judge", "optional")
    values = record.model_dump(mode="json")
    if record.amount is not None and record.amount.is_integer():
        values["amount"] = int(record.amount)
    places = ("start", "end")
    beside = [name for name, value in values.items() if value is not None and name not in {*_OWNED_BY_SOME, *places}]
    return {name: values[name] for name in dict.fromkeys((*fields, *places, *beside))}
