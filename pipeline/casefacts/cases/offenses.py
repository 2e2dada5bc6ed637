"""What a verdict or a penalty was for, where its own statement does not say it (guidelines, 7.1)."""

from __future__ import annotations

from casefacts.cases.matters import akin
from casefacts.facts import Fact, joined, same_offense

_ENDED = {"convicted", "acquitted", "dismissed", "mistrial", "overturned"}


def with_offenses(events: list[Fact]) -> list[Fact]:
    """The events of one matter, each verdict and penalty with its offense where the matter leaves only one answer."""
    return [_with_offense(event, events) if event.offense is None else event for event in events]


def _with_offense(event: Fact, events: list[Fact]) -> Fact:
    if event.type == "charge":
        return event
    of = _of_penalty if event.type == "sentence" else _of_verdict
    named = of(event, [other for other in events if other.offense is not None])
    if not named:
        return event
    first = named[0]
    event = event.filled(first, "offense")
    return event.put("offense", joined([str(each.offense) for each in named]), first.place("offense"))


def _of_verdict(event: Fact, named: list[Fact]) -> list[Fact]:
    """The one offense that was charged, or that the other verdicts and the penalties of the matter name."""
    for types in (("charge",), ("verdict",), ("sentence",)):
        told = _distinct([other for other in named if other.type in types])
        if told:
            return told if len(told) == 1 else []
    return []


def _of_penalty(event: Fact, named: list[Fact]) -> list[Fact]:
    """What the other penalties were for, if one thing; else all that the defendant was convicted of."""
    beside = [other for other in named if other.type == "sentence" and other.values["status"] == event.values["status"]]
    told = _distinct(beside)
    if told:
        return told if len(told) == 1 else []
    convicted = [other for other in named if other.values.get("outcome") == "convicted"]
    charged = [other for other in named if other.type == "charge"]
    if convicted and event.values["status"] != "sought":
        return _distinct(convicted)
    told = _distinct(charged or convicted)
    return told if len(told) == 1 else []


def _distinct(named: list[Fact]) -> list[Fact]:
    """The different offenses, each in its fullest wording, in the order of the text."""
    found: list[Fact] = []
    for fact in named:
        place = next((i for i, other in enumerate(found) if same_offense(str(other.offense), str(fact.offense))), None)
        if place is None:
            found.append(fact)
        elif len(str(fact.offense)) > len(str(found[place].offense)):
            found[place] = fact
    return found
