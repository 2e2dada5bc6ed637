"""What happened together: day, court, judge and way of one hearing hold for all that it brought."""

from __future__ import annotations

from casefacts.facts import Fact, clash

_TERMS = ("prison", "jail", "life")
_NEAR = 400  # characters within which a hearing is told on, where a matter has several
_BESIDE = 12  # tokens between a statement and the words that say when
_UNDOING = {"overturned", "mistrial"}
_TRIED = {"convicted", "acquitted"}
_PLEADED = {"guilty_plea", "no_contest_plea", "alford_plea"}


def held_together(events: list[Fact]) -> list[Fact]:
    """The events of one matter, completed by what the statements of the same hearing leave no doubt about."""
    crowded = len({(e.values["kind"], e.values["duration"]) for e in events if _is_term(e)}) > 1
    undone = [event.start for event in events if event.values.get("outcome") in _UNDOING]
    return [
        _completed(
            event,
            [
                other
                for other in events
                if other is not event
                and _is_one_hearing(event, other)
                and not _parted(event, other, undone)
                and not (crowded and abs(other.start - event.start) > _NEAR)
            ],
        )
        for event in events
    ]


def _is_term(event: Fact) -> bool:
    return event.type == "sentence" and not event.announces and event.values["status"] == "imposed" and event.values["kind"] in _TERMS


def _parted(one: Fact, other: Fact, undone: list[int]) -> bool:
    """Whether the text tells of a conviction's end, or of a hung jury, between two events: there were two trials."""
    first, last = sorted((one.start, other.start))
    return one.values.get("outcome") != other.values.get("outcome") and any(first <= at <= last for at in undone)


def _completed(event: Fact, mates: list[Fact]) -> Fact:
    for name in ("date", "court", "judge", *(["method"] if "method" in event.values else [])):
        told = [mate for mate in mates if mate.get(name) is not None and not _is_another_day(event, mate, name)]
        if event.get(name) is None and len({str(mate.get(name)) for mate in told}) == 1:
            event = event.filled(min(told, key=lambda mate: abs(mate.start - event.start)), name)
    return event


def _is_another_day(event: Fact, mate: Fact, name: str) -> bool:
    """Whether the other's day is not the event's: that of an appearance is not the charge's (guidelines, 7.4)."""
    if name != "date":
        return False
    return (event.type == "charge" and mate.announces) or _has_day_of_its_own(event)


def _has_day_of_its_own(event: Fact) -> bool:
    """ "was sentenced this week", "a day later": said when, but not so that a calendar knows it."""
    sentence = event.trigger[0].sent
    open_ = [span for span in sentence.doc.spans["dates"] if sentence.start <= span.start < sentence.end and not span.kb_id_]
    return any(abs(span.start - event.trigger.start) <= _BESIDE for span in open_)


def _is_one_hearing(one: Fact, other: Fact) -> bool:
    """Whether two events of a matter happened at the same hearing: one trial's verdicts, one sentencing."""
    if one.type != other.type or clash(one.date, other.date):
        return False
    if one.court is not None and other.court is not None and one.court != other.court:
        return False
    if one.type == "sentence":
        imposed = all(event.values["status"] == "imposed" for event in (one, other))
        return imposed and not (_is_of_another_time(one) or _is_of_another_time(other))
    if one.type == "verdict":
        return _one_trial(one, other)
    return one.trigger.start == other.trigger.start or one.announces or other.announces


def _one_trial(one: Fact, other: Fact) -> bool:
    outcomes = {one.values["outcome"], other.values["outcome"]}
    pleaded = [event.values.get("method") in _PLEADED for event in (one, other)]
    return (outcomes <= _TRIED or len(outcomes) == 1) and pleaded[0] == pleaded[1]


def _is_of_another_time(penalty: Fact) -> bool:
    """ "had served two years", "his six-year sentence": told of another occasion than the one at hand."""
    past = penalty.trigger.root.tag_ in ("VBD", "VBN")
    return penalty.rule == "sentence.nominal" or (penalty.rule == "sentence.served" and past)
