"""The records that the program makes, and their closed vocabularies (guidelines, sections 2 to 5)."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from casefacts.partial_date import PartialDate

Action = Literal["charged", "indicted"]
Plea = Literal["not_guilty"]
Outcome = Literal["convicted", "acquitted", "dismissed", "mistrial", "overturned"]
Method = Literal["jury", "judge", "guilty_plea", "no_contest_plea", "alford_plea", "prosecution", "appeal"]
Prejudice = Literal["with", "without"]
Kind = Literal[
    "prison", "jail", "life", "death", "probation", "supervised_release", "suspended", "house_arrest",
    "community_service", "fine", "restitution", "forfeiture", "time_served", "other",
]  # fmt: skip
Status = Literal["imposed", "possible", "expected", "sought"]
Parole = Literal["without"]
PublishedFrom = Literal["metadata", "text", "option"]
# How a record's defendant was found: the name stands there; only the surname does; the text says so; a list; a noun
# that describes one person; named only below; a group told of before; a pronoun; or nobody is named
LinkedBy = Literal["name", "surname", "stated", "list", "noun", "lead", "group", "pronoun", "phrase"]
# Fields that a record may have from its case; those whose words lie outside its sentence are named in `inferred`
Completed = Literal["offense", "court", "judge", "method", "plea", "date"]
COMPLETED: tuple[Completed, ...] = get_args(Completed)
WAYS: tuple[LinkedBy, ...] = get_args(LinkedBy)  # the surest first


def _iso_date(value: str) -> str:
    return str(PartialDate.parse(value))


IsoDate = Annotated[str, AfterValidator(_iso_date)]
# "P18M", "P2Y6M", "PT200H": ISO 8601 without fractions
_DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?")


def _iso_duration(value: str) -> str:
    if not _DURATION.fullmatch(value):
        raise ValueError(f"not an ISO 8601 duration: {value!r} (expected P18M, P2Y6M, P90D, PT200H)")
    return value


IsoDuration = Annotated[str, AfterValidator(_iso_duration)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Article(_Frozen):
    """One article: its one canonical text, into which every offset points (code points).

    `warnings` say what is doubtful about it, for people.
    """

    name: str
    text: str
    title: str | None = None
    published: IsoDate | None = None
    published_from: PublishedFrom | None = None
    warnings: tuple[str, ...] = ()
    sha256: str = ""

    @property
    def reference(self) -> PartialDate | None:
        """The publication date, against which "Thursday" and "last month" are resolved."""
        return PartialDate.parse(self.published) if self.published else None


class Evidence(_Frozen):
    """The words of the article that state a fact. Made by `Evidence.of` only, which slices the article."""

    text: str
    start: int
    end: int

    @classmethod
    def of(cls, article: Article, start: int, end: int) -> Evidence:
        """Slice the article; raises ValueError when the span lies outside it or is empty."""
        if not 0 <= start < end <= len(article.text):
            raise ValueError(f"{article.name}: no text at {start}:{end}")
        return cls.model_validate(
            {"text": article.text[start:end], "start": start, "end": end}, context={"sliced": True}
        )

    @model_validator(mode="before")
    @classmethod
    def _only_by_slicing(cls, data: Any, info: ValidationInfo) -> Any:
        if isinstance(data, cls) or (info.context and info.context.get("sliced")):
            return data
        raise ValueError("evidence is made by slicing the article: Evidence.of(article, start, end)")


class Record(_Frozen):
    """What the three record types share. `rule` names the rule that found it, `id` is given by `identified`.

    `case` is the number of the case within the article, `context` the whole sentence around the evidence, `sources`
    tells of each filled field where its words stand, start and end in code points of the article.
    """

    id: str = ""
    article: str
    case: int | None = Field(default=None, ge=1)
    defendant: str
    linked_by: LinkedBy = "name"
    offense: str | None = None
    offense_code: str | None = None
    date: IsoDate | None = None
    court: str | None = None
    judge: str | None = None
    attributed_to: str | None = None
    inferred: tuple[Completed, ...] = ()
    rule: str
    evidence: Evidence
    context: Evidence | None = None
    sources: dict[str, tuple[int, int]] = Field(default_factory=dict)


class Charge(Record):
    """One offense of one filing (guidelines, section 3)."""

    type: Literal["charge"] = "charge"
    counts: int | None = Field(default=None, ge=1)
    action: Action = "charged"
    plea: Plea | None = None


class Verdict(Record):
    """The ending of a charge (guidelines, section 4)."""

    type: Literal["verdict"] = "verdict"
    counts: int | None = Field(default=None, ge=1)
    outcome: Outcome
    method: Method | None = None
    prejudice: Prejudice | None = None


class Sentence(Record):
    """One penalty (guidelines, section 5). Durations are ISO 8601, currencies ISO 4217."""

    type: Literal["sentence"] = "sentence"
    kind: Kind
    status: Status
    duration: IsoDuration | None = None
    min_duration: IsoDuration | None = None
    parole: Parole | None = None
    amount: float | None = Field(default=None, ge=0)
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None


AnyRecord = Charge | Verdict | Sentence

# What an id is made of beside the text, the type, the defendant and the place: the core of the fact. Fields that a
# later version may fill or mend are left out on purpose.
_CORE: dict[str, tuple[str, ...]] = {"charge": (), "verdict": ("outcome",), "sentence": ("kind", "status")}
_ID_DIGITS = 16


def identified(records: Iterable[AnyRecord], article: Article) -> list[AnyRecord]:
    """The records of one article, in text order, with their ids; of those equal in all that counts the order decides.

    An id is a letter, so that no spreadsheet takes it for a number, and a hash. It depends on the article's text
    and not on its name.
    """
    text = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    seen: Counter[str] = Counter()
    found = []
    for record in records:
        core = [getattr(record, name) for name in _CORE[record.type]]
        key = json.dumps([text, record.type, record.defendant, *core, record.evidence.start, record.evidence.end])
        seen[key] += 1
        digest = hashlib.sha256(f"{key}{seen[key]}".encode()).hexdigest()[:_ID_DIGITS]
        found.append(record.model_copy(update={"id": f"{record.type[0]}{digest}"}))
    return found


def stated_only(record: AnyRecord) -> AnyRecord:
    """The record without what only its case tells; all else, and the id, stays."""
    emptied = {*record.inferred, *(["offense_code"] if "offense" in record.inferred else [])}
    kept = {name: place for name, place in record.sources.items() if name not in emptied}
    return record.model_copy(update={**dict.fromkeys(emptied), "inferred": (), "sources": kept})


def as_row(record: AnyRecord) -> dict[str, Any]:
    """The record as a flat dict in the form of the gold files: `evidence` split into text, start and end."""
    row: dict[str, Any] = record.model_dump(exclude={"evidence", "context", "inferred", "sources"})
    evidence = record.evidence
    return row | {
        "inferred": " ".join(record.inferred) or None,
        "evidence": evidence.text,
        "context": (record.context or evidence).text,
        "start": evidence.start,
        "end": evidence.end,
        "sources": {name: list(place) for name, place in record.sources.items()},
    }
