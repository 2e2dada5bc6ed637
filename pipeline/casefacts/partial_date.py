"""Calendar dates that keep the precision they were stated with: a year, a month or a day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

# "2024", "2024-07", "2024-07-12"
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, order=True)
class PartialDate:
    """A year, a month of a year, or a day; never more precise than what was stated.

    Raises ValueError for a day without a month and for days that no calendar has.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def parse(cls, iso: str) -> PartialDate:
        """Read an ISO 8601 prefix: "2024", "2024-07" or "2024-07-12"."""
        match = _ISO.fullmatch(iso)
        if not match:
            raise ValueError(f"not an ISO date: {iso!r} (expected 2024, 2024-07 or 2024-07-12)")
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The day as a date of full precision."""
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def first(self) -> date:
        """The first day that the date covers."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def end(self) -> date:
        """The first day after the date (half-open interval)."""
        if self.day is not None:
            return self.first + timedelta(days=1)
        if self.month is not None:
            return self.first + timedelta(days=calendar.monthrange(self.year, self.month)[1])
        return date(self.year + 1, 1, 1)

    def covers(self, other: PartialDate) -> bool:
        """Whether the other date lies within this one: "2024" covers "2024-07"."""
        return self.first <= other.first and other.end <= self.end

    def plus_years(self, years: int) -> PartialDate:
        """The year so many years later, as a year; ValueError outside the years 1 to 9999."""
        return PartialDate(self.year + years)

    def plus_months(self, months: int) -> PartialDate:
        """The month so many months later, as a month; ValueError when the month is not known."""
        if self.month is None:
            raise ValueError(f"{self} names no month to count from")
        years, month = divmod(self.month - 1 + months, 12)
        return PartialDate(self.year + years, month + 1)

    def plus_days(self, days: int) -> PartialDate:
        """The day so many days later; ValueError when the day is not known or outside the years 1 to 9999."""
        if self.day is None:
            raise ValueError(f"{self} names no day to count from")
        try:
            return PartialDate.of(self.first + timedelta(days=days))
        except OverflowError as error:
            raise ValueError(f"no date {days} days from {self}") from error
