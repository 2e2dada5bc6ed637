"""Lengths of ISO 8601 durations: "P2Y6M", "P90D", "PT200H"."""

from __future__ import annotations

import re

_DURATION = re.compile(r"P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?)?")
_DAYS_A_MONTH = 365.25 / 12  # 30.4375, so that twelve months are a year
_DAYS = (365.25, _DAYS_A_MONTH, 7.0, 1.0, 1 / 24, 1 / 1440)


def days(duration: str) -> float:
    """The length in days; raises ValueError for anything but an ISO 8601 duration in whole numbers."""
    match = _DURATION.fullmatch(duration)
    if not match:
        raise ValueError(f"not an ISO 8601 duration: {duration!r}")
    return sum(int(number or 0) * unit for number, unit in zip(match.groups(), _DAYS, strict=True))


def months(duration: str) -> float | None:
    """The length in months, to two places; None for hours of work ("PT200H"), which are no term."""
    return None if duration.startswith("PT") else round(days(duration) / _DAYS_A_MONTH, 2)
