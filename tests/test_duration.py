"""Lengths of durations."""

from __future__ import annotations

import pytest

from casefacts.duration import days, months


@pytest.mark.parametrize(
    ("duration", "length", "in_months"),
    [
        ("P1Y", 365.25, 12.0),
        ("P18M", 1.5 * 365.25, 18.0),
        ("P2Y6M", 2.5 * 365.25, 30.0),
        ("P90D", 90.0, 2.96),
        ("P6W", 42.0, 1.38),
        ("P1M15D", 45.4375, 1.49),
        ("PT200H", 200 / 24, None),
        ("PT90M", 0.0625, None),
        ("P1DT12H", 1.5, 0.05),
    ],
)
def test_length(duration: str, length: float, in_months: float | None) -> None:
    assert days(duration) == pytest.approx(length)
    assert months(duration) == in_months


@pytest.mark.parametrize("text", ["", "P", "18M", "P1.5Y", "PT", "P6M2Y", "two years"])
def test_no_duration(text: str) -> None:
    with pytest.raises(ValueError, match="not an ISO 8601 duration"):
        days(text)
