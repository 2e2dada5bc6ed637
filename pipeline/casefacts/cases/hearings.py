"""What happened together: day, court, judge and way of one hearing hold for all that it brought."""

from __future__ import annotations

from casefacts.facts import Fact, clash

# Penalties that a text tells of other occasions than the one at hand
_OTHER_TIMES = {"sentence.served", "sentence.nominal"}
_TRIED = {"convicted", "acquitted"}
_PLEADED = {"guilty_plea", "no_contest_plea", "alford_plea"}


def held_together(events: list[Fact]) -> list[Fact]:
    """The events of one matter, completed by what the statements of the same hearing leave no doubt about."""
    return [_completed(event, [other for other in events if other is not event]) for event in events]


def _completed(event: Fact, others: list[Fact]) -> Fact:
    mates = [other for other in others if _one_hearing(event, other)]
    for name in ("date", "court", "judge", "method"):
        told = [mate for mate in mates if mate.get(name) is not None]
        fuller = {str(mate.get(name)) for mate in told}
        if event.get(name) is None and len(fuller) == 1 and (name != "method" or "method" in event.values):
            event = event.filled(_nearest(event, told), name)
    return event


def _nearest(event: Fact, told: list[Fact]) -> Fact:
    return min(told, key=lambda mate: abs(mate.place("date")[0] - event.start))


def _one_hearing(one: Fact, other: Fact) -> bool:
    """Whether two events of a matter happened at the same hearing: one trial's verdicts, one sentencing."""
    if one.type != other.type or clash(one.date, other.date):
        return False
    if one.court is not None and other.court is not None and one.court != other.court:
        return False
    if one.type == "sentence":
        imposed = all(event.values["status"] == "imposed" for event in (one, other))
        return imposed and not {one.rule, other.rule} & _OTHER_TIMES
    if one.type == "verdict":
        return _one_trial(one, other)
    return one.trigger.start == other.trigger.start


def _one_trial(one: Fact, other: Fact) -> bool:
    outcomes = {one.values["outcome"], other.values["outcome"]}
    pleaded = [event.values["method"] in _PLEADED for event in (one, other)]
    return (outcomes <= _TRIED or len(outcomes) == 1) and pleaded[0] == pleaded[1]
