"""Numbers in words and figures."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefacts.numerals import NUMBER, number, quantity

UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = [
    "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("0", 0.0),
        ("34", 34.0),
        ("1,399", 1399.0),
        ("12,500,000", 12500000.0),
        ("2.5", 2.5),
        ("zero", 0.0),
        ("seven", 7.0),
        ("Thirty", 30.0),
        ("THIRTY-FOUR", 34.0),
        ("thirty four", 34.0),
        (" ninety-nine ", 99.0),
        ("hundred", 100.0),
        ("two hundred", 200.0),
        ("two hundred and six", 206.0),
        ("two-and-a-half", 2.5),
        ("two and a half", 2.5),
        ("12-and-a-half", 12.5),
    ],
)
def test_quantity(words: str, value: float) -> None:
    assert quantity(words) == value


@pytest.mark.parametrize("words", ["", " ", "a", "several", "dozens", "-", "-5", "three-fold", "5%", "$5", "two years"])
def test_no_quantity(words: str) -> None:
    assert quantity(words) is None


@pytest.mark.parametrize(("words", "value"), [("seven", 7), ("7", 7), ("7.0", 7), ("7.5", None), ("few", None)])
def test_only_whole_numbers_are_counts(words: str, value: int | None) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sentenced to thirty-four years", ["thirty-four"]),
        ("from 1,399 to 2.5", ["1,399", "2.5"]),
        ("two hundred lashes and 12 strokes", ["two hundred", "12"]),
        ("seventeen", ["seventeen"]),
        ("no number here", []),
    ],
)
def test_the_pattern_finds_them(text: str, found: list[str]) -> None:
    assert re.findall(rf"\b{NUMBER}\b", text) == found


@given(st.integers(0, 10**12))
def test_figures_with_and_without_separators(value: int) -> None:
    assert quantity(str(value)) == quantity(f"{value:,}") == value
    assert re.fullmatch(NUMBER, f"{value:,}")


@given(st.integers(1, 99), st.sampled_from([" ", "-"]))
def test_words_below_a_hundred(value: int, hyphen: str) -> None:
    words = in_words(value, hyphen)
    assert number(words) == value
    assert quantity(f"{words}-and-a-half") == value + 0.5
    assert re.fullmatch(NUMBER, words)


@given(st.integers(1, 9), st.integers(1, 99))
def test_words_below_a_thousand(hundreds: int, rest: int) -> None:
    assert number(f"{UNITS[hundreds - 1]} hundred and {in_words(rest, '-')}") == 100 * hundreds + rest


@given(st.text())
def test_any_text_has_a_value_or_none(text: str) -> None:
    value = quantity(text)
    assert value is None or value >= 0


def in_words(value: int, hyphen: str) -> str:
    tens, units = divmod(value, 10)
    if value < 20:
        return UNITS[value - 1] if value < 10 else TEENS[value - 10]
    return TENS[tens - 2] + (hyphen + UNITS[units - 1] if units else "")
