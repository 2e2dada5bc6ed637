"""No function has more paths than a reader can hold: cyclomatic complexity by radon, which CI installs."""

from __future__ import annotations

from pathlib import Path

import pytest

import casefacts

PACKAGE = Path(casefacts.__file__).parent
PATHS = 20
# In the packages, whose modules each have one thing to say
FEWER = 12


def test_no_function_is_too_complex() -> None:
    visit = pytest.importorskip("radon.complexity").cc_visit
    assert [
        f"{path.relative_to(PACKAGE).as_posix()}: {block.name} ({block.complexity})"
        for path in sorted(PACKAGE.rglob("*.py"))
        for block in visit(path.read_text(encoding="utf-8"))
        if block.letter != "C" and block.complexity > (PATHS if path.parent == PACKAGE else FEWER)
    ] == []
