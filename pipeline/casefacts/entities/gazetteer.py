"""Given names of some seventy countries and the gender they tell, from the library Faker; evidence, never a veto."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any, Literal

import faker.providers.person as providers

Gender = Literal["m", "f"]


@cache
def given_names() -> dict[str, Gender | None]:
    """Given names in small letters, each with its gender; None for those that women and men bear."""
    genders: dict[str, set[Gender | None]] = {}
    for provider in _providers():
        for kind, gender in (("first_names_male", "m"), ("first_names_female", "f"), ("first_names", None)):
            names: Any = getattr(provider, kind, ())
            for name in names if isinstance(names, tuple | list | dict) else ():
                genders.setdefault(name.lower(), set()).add("m" if gender == "m" else "f" if gender == "f" else None)
    return {name: _only(told - {None}) for name, told in genders.items()}


def _only(told: set[Gender | None]) -> Gender | None:
    return next(iter(told)) if len(told) == 1 else None


def _providers() -> Iterator[type[providers.Provider]]:
    for module in pkgutil.iter_modules(providers.__path__):
        yield import_module(f"{providers.__name__}.{module.name}").Provider
