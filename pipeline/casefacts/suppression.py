"""Names that are to appear nowhere: takedowns and corrections, which hold over all runs, outputs and pages."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from casefacts.score import same_name

_MASK = "█"  # for each character, so that places in the words hold


@dataclass(frozen=True)
class Left:
    """What is left of an article: its records as rows, its title, and its text if no such name stands in it."""

    records: list[dict[str, Any]]
    title: str | None
    text: str | None


@dataclass(frozen=True)
class Suppression:
    """The names to suppress, without one: nothing."""

    names: tuple[str, ...] = ()

    @classmethod
    def read(cls, path: Path) -> Self:
        """Names of a file, one a line; lines that begin with # and blank ones are passed over.

        Raises OSError and UnicodeDecodeError.
        """
        lines = (line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines())
        return cls(tuple(sorted({line for line in lines if line and not line.startswith("#")})))

    @property
    def digest(self) -> str:
        """By which a run notices that the list has changed; the names cannot be read from it."""
        return hashlib.sha256("\n".join(self.names).encode()).hexdigest() if self.names else ""

    @cached_property
    def _written(self) -> re.Pattern[str]:
        forms = (r"\s+".join(map(re.escape, name.split())) for name in self.names)
        return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)

    def hides(self, defendant: str) -> bool:
        """Whether a defendant may be somebody on the list, by the scorer's comparison of names."""
        return any(same_name(name, defendant) for name in self.names)

    def of(self, records: Sequence[Mapping[str, Any]], title: str | None, text: str | None) -> Left:
        """What may be shown of an article: no record of a listed name, and none of these names in any words."""
        rows = [dict(record) for record in records]
        if not self.names:
            return Left(rows, title, text)
        left = [row for row in rows if not self.hides(row["defendant"])]
        # a record finds its article by name
        shown = [self.masked(row) | {name: row[name] for name in row.keys() & {"article"}} for row in left]
        keeps_text = text is not None and len(left) == len(rows) and not self._written.search(text)
        return Left(shown, self.masked(title), text if keeps_text else None)

    def masked(self, value: Any) -> Any:
        """The value with each listed name blotted out, in whatever it holds."""
        if isinstance(value, dict):
            return {name: self.masked(each) for name, each in value.items()}
        if not isinstance(value, str) or not self.names:
            return value
        return self._written.sub(lambda found: _MASK * len(found[0]), value)
