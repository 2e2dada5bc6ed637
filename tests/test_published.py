"""Dates in any common form; what is none, or may be two days, is refused."""

from __future__ import annotations

import pytest

from casefacts.published import date_in_address, parse_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024", "2024"),
        ("2024-07", "2024-07"),
        ("2024-07-12", "2024-07-12"),
        (" 2024/7/12 ", "2024-07-12"),
        ("2024.07.12", "2024-07-12"),
        ("20240712", "2024-07-12"),
        ("20240712083000", "2024-07-12"),
        ("2024-07-12T23:59:59-11:00", "2024-07-12"),
        ("2024-07-12 00:01:00+14:00", "2024-07-12"),
        ("2020-09-17-09-56-09", "2020-09-17"),
        ("July 12, 2024", "2024-07-12"),
        ("Friday, 12th July 2024", "2024-07-12"),
        ("12-Jul-2024", "2024-07-12"),
        ("Sept. 3, 2019 10:30 p.m.", "2019-09-03"),
        ("Fri, 12 Jul 2024 23:30:00 -0700", "2024-07-12"),
        ("Fri Jul 12 23:30:00 PDT 2024", "2024-07-12"),
        ("July 2024", "2024-07"),
        ("25/12/2024", "2024-12-25"),
        ("12/25/2024", "2024-12-25"),
        ("07/07/2024", "2024-07-07"),
        ("1720780200", "2024-07-12"),
        ("1720780200000", "2024-07-12"),
    ],
)
def test_common_forms(text: str, date: str) -> None:
    assert str(parse_date(text)) == date


@pytest.mark.parametrize(
    "text",
    ["", " ", "soon", "May", "Friday", "yesterday", "2 days ago", "12", "12 July", "07/12/24", "n/a", "1" * 30,
     "Q3 2024", "July 12, 2024 and more than any date has to tell, so that it is prose"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="not a date that can be read: write it as 2024-07-12"):
        parse_date(text)


@pytest.mark.parametrize("text", ["2024-02-30", "2024-13-01", "2024-00"])
def test_no_such_day(text: str) -> None:
    with pytest.raises(ValueError, match="no calendar has that day"):
        parse_date(text)


@pytest.mark.parametrize("text", ["07/12/2024", "3.4.2024", "12-07-2024"])
def test_one_of_two_days(text: str) -> None:
    with pytest.raises(ValueError, match="it may be two days"):
        parse_date(text)


@pytest.mark.parametrize(
    ("address", "date"),
    [
        ("https://courier.example/2024/07/12/baker-jailed", "2024-07-12"),
        ("https://courier.example/news/2024/jul/12/baker", "2024-07-12"),
        ("https://courier.example/2024-7-2/baker", "2024-07-02"),
        ("https://courier.example/news/20240712/baker", "2024-07-12"),
        ("https://courier.example/2024/07/baker", None),
        ("https://courier.example/story/2024071299/baker", None),
        ("https://courier.example/story/20241399/baker", None),
        ("", None),
    ],
)
def test_addresses(address: str, date: str | None) -> None:
    found = date_in_address(address)
    assert (found and str(found)) == date
