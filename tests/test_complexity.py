"""No function has more paths than a reader can hold: cyclomatic complexity by radon, which CI installs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import casefacts

PACKAGE = Path(casefacts.__file__).parent
PATHS = 20
# In the packages, whose modules each have one thing to say
FEWER = 12
# How many functions of a module, or of the package that it became, still have more; none is to be added
LONG = {
    "entities/cast": 18,
    "entities/people": 11,
    "stages/offenses": 27,
    "stages/parse": 1,
    "stages/penalties": 7,
    "stages/slots": 6,
}


def test_no_function_is_too_complex() -> None:
    visit = pytest.importorskip("radon.complexity").cc_visit
    found = [
        f"{path.relative_to(PACKAGE).as_posix()}: {block.name} ({block.complexity})"
        for path in PACKAGE.rglob("*.py")
        for block in visit(path.read_text(encoding="utf-8"))
        if block.letter != "C" and block.complexity > (PATHS if path.parent == PACKAGE else FEWER)
    ]
    counted = Counter(next((module for module in LONG if name.startswith(module)), name) for name in found)
    assert {name: count for name, count in counted.items() if count > LONG.get(name, 0)} == {}
