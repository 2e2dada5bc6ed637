"""Given names of some seventy countries and the gender they tell, from the library Faker; evidence, never a veto."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Literal

Gender = Literal["m", "f"]

_SHORT_GIVEN = re.compile(r"A[A-HJ-Z]M|(?:M|Moh)d\.?")


@cache
def given_names() -> dict[str, Gender | None]:
    """Given names in small letters, each with its gender; None for those that women and men bear."""
    lines = (files("en_casefacts") / "given_names.txt").read_text(encoding="utf-8").split("\n")[1:-1]
    genders: dict[str, Gender | None] = {"m": "m", "f": "f"}
    return {name: genders.get(gender) for name, _, gender in (line.partition("\t") for line in lines)}


def is_short_given(word: str) -> bool:
    """What stands for given names in South Asia: the "AKM" of "AKM Roe", the "Md." of "Md. Roe"."""
    return _SHORT_GIVEN.fullmatch(word) is not None
