"""Numbers in figures and words: "34", "1,399", "one hundred and eight", "two-and-a-half", "3 1/4", "5½"."""

from __future__ import annotations

import re
from fractions import Fraction

_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = (
    {"zero": 0, "a": 1, "an": 1}
    | {word: value for value, word in enumerate(_UNITS + _TEENS, 1)}
    | {word: 10 * value for value, word in enumerate(_TENS, 2)}
)
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5}
_SIGNS = {"½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}

_UNIT = "|".join(_UNITS)
_BELOW_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{_UNIT})\b)?|{'|'.join(reversed(_TEENS))}|{_UNIT})\b"
_HUNDREDS = rf"(?:an?|{_BELOW_100})[ -]hundred\b(?:(?:[ -]and)?[ -]{_BELOW_100})?"
_BELOW_1000 = rf"(?:{_HUNDREDS}|{_BELOW_100})"
_SCALE = "|".join(_SCALES)
_WORDS = (
    rf"(?:(?:{_BELOW_1000}|an?)[ -](?:{_SCALE})\b(?:(?:,|[ -]and|,[ -]and)?[ -]{_BELOW_1000}(?:[ -](?:{_SCALE})\b)?)*"
    rf"|(?:half[ -]a|an?|{_BELOW_100})[ -]dozen\b|{_BELOW_1000}|zero\b)"
)
_FIGURE = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)(?![0-9])"
# "and a half", "-and-three-quarter", " 1/2", "-1/2", "½"
_MORE = (
    rf"[ -]and[ -](?:an?|{_UNIT})[ -](?:{'|'.join(_PARTS)})s?\b"
    rf"|[ -][1-9]/[2-9](?![0-9/])|[ -]?[{''.join(_SIGNS)}]"
)

# How a number ends, as a regex that finds more than NUMBER and is quicker
NUMBER_END = rf"(?:[0-9{''.join(_SIGNS)})]|\b(?:{'|'.join([*_VALUES, *_SCALES, *_PARTS, 'hundred', 'dozen'])})s?)"

# A number as a regex: figures ("1,200", "2.5") or words, with a fraction or without
NUMBER = rf"(?:(?:{_FIGURE}|{_WORDS})(?:{_MORE})?|[{''.join(_SIGNS)}])"

_WORDS_ONLY = re.compile(rf"(?:{_WORDS}|hundred)")
_WITH_FRACTION = re.compile(rf"(?P<whole>.+?)(?P<more>{_MORE})")
# "two hundred" before "and six", "2," before "500", "two-thirds of" before "a year": what follows is only a part
_BEGUN = re.compile(
    rf"(?:\b(?:hundreds?|dozens?|{_SCALE})(?:,? and|,)?[ -]|\w[.,/:'’]|[\w,.] ?/|[#$£€]"
    r"|\b(?:few|several|many|couple of) |\b(?:half|halves|thirds?|quarters?|fifths?) of |[½⅓⅔¼¾] ?)$",
    re.I,
)


def number(words: str) -> int | None:
    """The whole number that the words name; None when they name none."""
    value = exact(words)
    return int(value) if value is not None and value.denominator == 1 else None


def quantity(words: str) -> float | None:
    """The number that the words name, fractions included; None when they name none."""
    value = exact(words)
    return None if value is None else float(value)


def exact(words: str) -> Fraction | None:
    """The number that the words name, without rounding; None when they name none."""
    words = words.lower().strip()
    if words in _SIGNS:
        return _SIGNS[words]
    if re.fullmatch(_FIGURE, words):
        return Fraction(words.replace(",", ""))
    if _WORDS_ONLY.fullmatch(words):
        return _spelt(re.split(r",?[ -]", words))
    mixed = _WITH_FRACTION.fullmatch(words)
    if not mixed:
        return None
    whole, more = exact(mixed["whole"]), _fraction(mixed["more"])
    return whole + more if whole is not None and more is not None and more < 1 else None


def is_begun(before: str) -> bool:
    """Whether the text before a number ends within one, so that the number is a part only: "2/" before "3"."""
    return bool(_BEGUN.search(before[-24:]))


def _fraction(words: str) -> Fraction | None:
    if words[-1] in _SIGNS:
        return _SIGNS[words[-1]]
    if "/" in words:
        return Fraction(words[1:])
    count, part = re.split(r"[ -]", words)[-2:]
    return Fraction(_VALUES[count], _PARTS[part.rstrip("s")] if part != "halves" else 2)


def _spelt(words: list[str]) -> Fraction | None:
    """Words of the grammar above; None where a larger scale follows a smaller one ("two thousand six million")."""
    if words[-1] == "dozen":
        return Fraction(6) if words[0] == "half" else Fraction(12 * sum(_VALUES[word] for word in words[:-1]))
    total, group, last = 0, 0, 10**12
    for word in words:
        if word == "hundred":
            group = max(group, 1) * 100
        elif word in _SCALES:
            if _SCALES[word] >= last:
                return None
            last = _SCALES[word]
            total, group = total + group * last, 0
        elif word != "and":
            group += _VALUES[word]
    return Fraction(total + group) if group < last else None


def how_many_listed(text: str) -> int | None:
    """How many numbers a list in words or digits has, ranges counted through: "2 to 4 and 7" is four.

    None where it has a word that is no number, or a range that runs down.
    """
    listed: set[int] = set()
    for part in re.split(r",? and |, ?", text):
        ends = [number(end) for end in re.split(r" ?[-–] ?| to | through ", part)]
        first, last = ends[0], ends[-1]
        if first is None or last is None or len(ends) > 2 or first > last:
            return None
        listed.update(range(first, last + 1))
    return len(listed)
