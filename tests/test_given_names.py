"""The file of given names holds those of Faker; `python tests/test_given_names.py` makes it anew."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module, metadata, resources
from typing import Any

import faker.providers.person as providers
import pytest

FILE = resources.files("en_casefacts") / "given_names.txt"


def test_the_file_holds_the_names_of_faker() -> None:
    text = FILE.read_text(encoding="utf-8")
    if text.partition("\n")[0] != _head():
        pytest.skip("another version of Faker is installed")
    assert text == made()


def made() -> str:
    """The file: a name a line, behind it who bears it."""
    genders: dict[str, set[str]] = {}
    for provider in _providers():
        for kind, gender in (("first_names_male", "m"), ("first_names_female", "f"), ("first_names", "")):
            names: Any = getattr(provider, kind, ())
            for name in names if isinstance(names, tuple | list | dict) else ():
                genders.setdefault(name.lower(), set()).add(gender)
    lines = [f"{name}\t{''.join(told) if len(told) == 1 else ''}" for name, told in _told(genders)]
    return "\n".join([_head(), *lines, ""])


def _told(genders: dict[str, set[str]]) -> Iterator[tuple[str, set[str]]]:
    return ((name, told - {""}) for name, told in sorted(genders.items()))


def _head() -> str:
    return f"# Given names and the gender they tell, by Faker {metadata.version('faker')}"


def _providers() -> Iterator[type[providers.Provider]]:
    for module in pkgutil.iter_modules(providers.__path__):
        yield import_module(f"{providers.__name__}.{module.name}").Provider


if __name__ == "__main__":
    with resources.as_file(FILE) as path:
        path.write_text(made(), encoding="utf-8")
