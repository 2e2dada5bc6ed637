"""Which events are of one matter: an earlier conviction, a second indictment or another court stands apart."""

from __future__ import annotations

import re
from dataclasses import replace

from casefacts.facts import Fact, clash, same_offense

# "in a separate case", "her previous conviction", "an unrelated trial"
_ELSEWHERE = re.compile(
    r"\b(?:separate|unrelated|another|different|second|previous|prior|earlier|past|later|other)\s+(?:\w+\s+){0,2}?"
    r"(?:cases?|trials?|convictions?|indictments?|sentences?|courts?|matters?|incidents?|offen[cs]es?|prosecutions?|charges?|counts?)\b"
    r"|\b(?:separately|previously|already)\b",
    re.I,
)
_YEARS = 3  # between the events of one matter; a longer one is told by its offense
_REOPENING = {"overturned", "mistrial"}


def numbered(events: list[Fact]) -> list[Fact]:
    """The events, which are in text order, each with the number of its matter within the article."""
    matters: list[list[Fact]] = []
    of: dict[int, int] = {}
    for place, event in enumerate(events):
        mine = [number for number, matter in enumerate(matters) if _same_defendant(matter[0], event)]
        number = _chosen(event, {number: matters[number] for number in mine})
        if number is None:
            number = len(matters)
            matters.append([])
        # the one that was told of last is the last that is asked
        matters[number].append(event)
        of[place] = number
    return [replace(event, case=of[place] + 1) for place, event in enumerate(events)]


def matters(events: list[Fact]) -> list[list[Fact]]:
    """The events of each matter."""
    found: dict[int, list[Fact]] = {}
    for event in events:
        found.setdefault(event.case, []).append(event)
    return list(found.values())


def akin(one: Fact, other: Fact) -> bool:
    """Whether two events name one offense, or one kind of crime."""
    if one.offense is None or other.offense is None:
        return False
    codes = one.offense_code, other.offense_code
    return same_offense(one.offense, other.offense) or (codes[0] is not None and codes[0] == codes[1])


def _same_defendant(one: Fact, other: Fact) -> bool:
    return one.person is other.person and (one.person is not None or one.phrase == other.phrase)


def _chosen(event: Fact, mine: dict[int, list[Fact]]) -> int | None:
    """The matter to which an event belongs: of its offense, else the one last told of that it does not clash with."""
    fitting = {number: told for number, told in mine.items() if not any(_years_apart(event, each) for each in told)}
    related = [number for number, told in fitting.items() if any(akin(event, each) for each in told)]
    if not related:
        strange = _is_elsewhere(event) and event.offense is not None
        related = [n for n, told in fitting.items() if not strange or not any(each.offense for each in told)]
    return max(related, key=lambda number: mine[number][-1].start) if related else None


def _is_elsewhere(event: Fact) -> bool:
    """Whether the words before the statement send it to another matter than the one at hand."""
    sentence = event.trigger[0].sent
    before = sentence.doc[sentence.start : event.trigger.end]
    behind = sentence.doc[event.trigger.end : min(event.trigger.end + 25, sentence.end)]
    return _ELSEWHERE.search(before.text) is not None or re.search(r"\bin (?:a|an) (?:separate|unrelated|another|different)\b|\bin another\b", behind.text) is not None


def _years_apart(one: Fact, other: Fact) -> bool:
    """Whether too long a time lies between two events, or the end of one matter before the beginning of the other."""
    if one.date is None or other.date is None:
        return False
    earlier, later = sorted((one, other), key=lambda event: event.date.first if event.date else None)
    assert earlier.date is not None and later.date is not None
    if one.type == other.type != "charge" and clash(one.date, other.date) and not akin(one, other):
        return _REOPENING.isdisjoint((one.values.get("outcome"), other.values.get("outcome")))
    if earlier.values.get("outcome") in _REOPENING or later.values.get("outcome") in _REOPENING:
        return False
    years = later.date.year - earlier.date.year
    ended = earlier.type != "charge" and later.type == "charge" and years >= 1
    return ended or (years > _YEARS and not akin(one, other)) or (years > _YEARS and one.type == other.type)
