"""Partial dates: reading, writing, the days they cover, and arithmetic that invents no precision."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefacts.partial_date import PartialDate

parse = PartialDate.parse


@pytest.mark.parametrize("iso", ["2024", "2024-07", "2024-07-12", "2024-02-29", "0001-01-01"])
def test_written_as_read(iso: str) -> None:
    assert str(parse(iso)) == iso


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-7", "2024-13", "2024-00", "2024-07-00", "2023-02-29", "2024-07-12T10:00", "July 2024", "0000"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse(text)


def test_a_day_needs_a_month() -> None:
    with pytest.raises(ValueError, match="a day needs a month"):
        PartialDate(2024, None, 12)


@pytest.mark.parametrize(
    ("iso", "first", "end"),
    [
        ("2024", date(2024, 1, 1), date(2025, 1, 1)),
        ("2024-02", date(2024, 2, 1), date(2024, 3, 1)),
        ("2023-12", date(2023, 12, 1), date(2024, 1, 1)),
        ("2024-07-12", date(2024, 7, 12), date(2024, 7, 13)),
    ],
)
def test_half_open_interval(iso: str, first: date, end: date) -> None:
    assert (parse(iso).first, parse(iso).end) == (first, end)


@pytest.mark.parametrize(
    ("wide", "narrow", "covers"),
    [
        ("2024", "2024-07", True),
        ("2024-07", "2024-07-31", True),
        ("2024-07", "2024-07", True),
        ("2024-07", "2024", False),
        ("2024-07", "2024-08-01", False),
    ],
)
def test_covers(wide: str, narrow: str, covers: bool) -> None:
    assert parse(wide).covers(parse(narrow)) is covers


@pytest.mark.parametrize(
    ("start", "years", "expected"),
    [("2024-07-12", -1, "2023"), ("2024", 0, "2024"), ("2024-02-29", 1, "2025")],
)
def test_plus_years_is_a_year(start: str, years: int, expected: str) -> None:
    assert str(parse(start).plus_years(years)) == expected


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        ("2024-07-12", -1, "2024-06"),
        ("2024-01", -1, "2023-12"),
        ("2024-12-31", 1, "2025-01"),
        ("2024-07", -31, "2021-12"),
    ],
)
def test_plus_months_is_a_month(start: str, months: int, expected: str) -> None:
    assert str(parse(start).plus_months(months)) == expected


def test_plus_days() -> None:
    assert str(parse("2024-02-28").plus_days(2)) == "2024-03-01"


def test_arithmetic_invents_no_precision() -> None:
    with pytest.raises(ValueError, match="2024 names no month"):
        parse("2024").plus_months(1)
    with pytest.raises(ValueError, match="2024-07 names no day"):
        parse("2024-07").plus_days(1)


def test_arithmetic_stays_within_the_calendar() -> None:
    for leave in (parse("9999").plus_years, parse("9999-12").plus_months, parse("9999-12-31").plus_days):
        with pytest.raises(ValueError):
            leave(1)


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.integers(-100_000, 100_000))
def test_days_and_months_agree_with_the_calendar(day: date, count: int) -> None:
    assert PartialDate.of(day).plus_days(count).first == day + timedelta(days=count)
    month = PartialDate.of(day).plus_months(count // 10)
    assert month.plus_months(-(count // 10)).covers(PartialDate.of(day))
