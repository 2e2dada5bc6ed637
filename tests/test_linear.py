"""No text makes a rule run away: the time grows with the text, not with its powers."""

from __future__ import annotations

import sys
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casefacts.extractor import Extractor
from casefacts.read import article

# Words at which rules begin, go on or wait for more
WORDS = st.sampled_from(
    """
    Ana Roe , and of to the charged with counts guilty not sentenced jailed years two 25 $ life "he" ( ) - -- ; : .
    Judge 3,000 on Monday May 2020 from for murder conspiracy commit a.k.a. ' " each respectively Inc. £2m
    without
    """.split()
)
SHORT, LONG = 300, 1200  # words
SLACK = 3  # how much more than in proportion the long text may take: a clause of two sentences is no runaway


def calls(extractor: Extractor, text: str) -> int:
    """How many calls of functions it takes: counted, since times differ from machine to machine."""
    count = 0

    def note(*_: Any) -> None:
        nonlocal count
        count += 1

    sys.setprofile(note)
    try:
        extractor.records(article(text))
    finally:
        sys.setprofile(None)
    return count


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(WORDS, min_size=1, max_size=6))
def test_repetition_takes_work_in_proportion(extractor: Extractor, unit: list[str]) -> None:
    """A pattern that backtracks without end would never let this test finish."""
    short, long = (calls(extractor, " ".join(unit * (size // len(unit)))) for size in (SHORT, LONG))
    assert long <= (short + 2000) * LONG // SHORT * SLACK
