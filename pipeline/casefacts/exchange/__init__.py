"""Gold and runs to annotation tools and back: Label Studio, and UIMA CAS for INCEpTION.

Both count in UTF-16 units, as JavaScript and Java do, and this package in code points. What a tool shows of a text has
a blank in place of each character that a tool may drop or merge (a carriage return, a control character), so that
every place holds.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from casefacts.gold import OWN_FIELDS, GoldArticle, GoldRecord

# What XML cannot hold or HTML merges
_FRAGILE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


class ExchangeError(ValueError):
    """A file of a tool that gives no gold; the message begins with where."""


def shown(text: str) -> str:
    """The text as tools get it, as many code points long."""
    return _FRAGILE.sub(" ", text)


class Units:
    """Places of one text in code points and in UTF-16 units."""

    def __init__(self, text: str) -> None:
        astral = [place for place, char in enumerate(text) if ord(char) > 0xFFFF]
        self._points = astral
        self._units = [place + number for number, place in enumerate(astral)]

    def of_point(self, place: int) -> int:
        """The UTF-16 unit at a code point."""
        return place + bisect_left(self._points, place)

    def to_point(self, unit: int) -> int:
        """The code point at a UTF-16 unit; within a pair, the next one."""
        return unit - bisect_left(self._units, unit)


def fields(kind: str) -> tuple[str, ...]:
    """What an annotator can fill in of a record of this type, its place apart."""
    own = OWN_FIELDS[kind]  # type: ignore[index]
    return ("defendant", "offense", *own, "date", "court", "judge", "attributed_to")


def carried(record: GoldRecord) -> dict[str, Any]:
    """What an annotator has nothing to do with, a run's id and the like: it goes along with a record unseen."""
    seen = {"type", "start", "end", "optional", *fields(record.type)}
    return record.model_dump(mode="json", exclude=seen, exclude_none=True)


def record_of(values: Mapping[str, Any], text: str, where: str) -> GoldRecord:
    """The record of a tool's values, `start` and `end` in code points; evidence that it had is the words there now.

    Raises ExchangeError where a gold file could not have it.
    """
    filled = {name: value for name, value in values.items() if value not in (None, "")}
    if "evidence" in filled:
        filled["evidence"] = text[filled["start"] : filled["end"]]
    try:
        return GoldRecord.model_validate(filled)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        raise ExchangeError(f"{where}: {f'{field}: ' if field else ''}{first['msg']}: correct it in the tool") from None


def extras(article: GoldArticle) -> dict[str, Any]:
    """What a line of gold has beside name, date and records."""
    return article.model_dump(mode="json", exclude={"article", "published", "records"}, exclude_defaults=True)
