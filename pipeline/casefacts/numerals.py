"""Numbers in figures and words: "34", "1,399", "thirty-four", "two-and-a-half"."""

from __future__ import annotations

import re

_UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: value for value, word in enumerate(_UNITS)} | {word: 10 * value for value, word in enumerate(_TENS, 2)}

# A number as a regex: figures ("1,200", "2.5"), or words up to nine hundred and ninety-nine
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{_WORD})(?:[ -](?:{_WORD}))?(?: hundred)?)"


def number(words: str) -> int | None:
    """The whole number that the words name; None when they name none."""
    value = quantity(words)
    return int(value) if value is not None and value == int(value) else None


def quantity(words: str) -> float | None:
    """The number that the words name, halves included; None when they name none."""
    words = words.lower().strip()
    if re.fullmatch(r"[\d,]*\d(?:\.\d+)?", words):
        return float(words.replace(",", ""))
    half = re.fullmatch(r"(.+?)[ -]and[ -]a[ -]half", words)
    if half:
        whole = quantity(half[1])
        return None if whole is None else whole + 0.5
    total = 0
    parts = re.split(r"[ -]", words)
    for part in parts:
        if part == "hundred":
            total = max(total, 1) * 100
        elif part in _VALUES:
            total += _VALUES[part]
        elif part != "and":
            return None
    return float(total) if parts and words else None
