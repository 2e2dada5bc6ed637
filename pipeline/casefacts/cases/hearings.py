"""What happened together: day, court, judge and way of one hearing hold for all that it brought."""

from __future__ import annotations

import re

from casefacts.bench import Mention
from casefacts.cases.apart import akin
from casefacts.cases.matters import is_elsewhere
from casefacts.circumstance import WILL_APPEAR
from casefacts.clause import sentence_before
from casefacts.fact import Fact, clash, same_offense
from casefacts.partial_date import PartialDate
from casefacts.rulebook import lists_of

_TERMS = ("prison", "jail", "life")
_NEAR = 400  # characters within which a hearing is told on, where a matter has several
_BESIDE = 12  # tokens between a statement and the words that say when
_UNDOING = {"overturned", "mistrial"}
_TRIED = {"convicted", "acquitted"}
_ON_APPEAL = re.compile(r"\bAppeals?\b|^(?:the |[\w ]+['’]s )?Supreme Court", re.I)
_SENTENCING = {"sentenced", "jailed", "ordered", "fined"}
_NEWS = 180  # days within which a hearing can be the one of which the article brings news
_TOGETHER = 600  # characters within which those who stood together before a court are told of
_FILED = {"charged", "indicted", "indictment", "counts"}
_INDICTED = {"indicted", "indictment"}
_PLEADED = {"guilty_plea", "no_contest_plea", "alford_plea"}


def held_together(events: list[Fact]) -> list[Fact]:
    """The events of one matter, completed by what the statements of the same hearing leave no doubt about."""
    hearings = _Hearings(events)
    return [_completed(event, [other for other in events if hearings.one(event, other)]) for event in events]


class _Hearings:
    """Which events of one matter happened together."""

    def __init__(self, events: list[Fact]) -> None:
        self.undone = [event.start for event in events if event.values.get("outcome") in _UNDOING]
        self.elsewhere = {id(event) for event in events if is_elsewhere(event)}
        terms = {(event.values["kind"], event.values["duration"]) for event in events if _is_term(event)}
        self.reach = _NEAR if len(terms) > 1 else None  # a matter with several terms has several hearings

    def one(self, event: Fact, other: Fact) -> bool:
        """Whether both happened at the same hearing: one trial's verdicts, one sentencing."""
        if event is other or event.type != other.type or clash(event.date, other.date):
            return False
        if len({event.court, other.court} - {None}) > 1 or self._parted(event, other) or self._is_aside(event, other):
            return False
        if self.reach is not None and abs(other.start - event.start) > self.reach:
            return False
        return _ALIKE[event.type](event, other)

    def _is_aside(self, event: Fact, other: Fact) -> bool:
        """Whether one of two sentences sends to another court or time: "was also jailed in May by another court"."""
        apart = event.trigger[0].sent.start != other.trigger[0].sent.start
        return apart and not self.elsewhere.isdisjoint((id(event), id(other)))

    def _parted(self, one: Fact, other: Fact) -> bool:
        """Whether the text tells of a conviction's end, or of a hung jury, between two events: two trials."""
        first, last = sorted((one.start, other.start))
        unlike = one.values.get("outcome") != other.values.get("outcome")
        return unlike and any(first <= at <= last for at in self.undone)


def _is_term(event: Fact) -> bool:
    imposed = event.type == "sentence" and not event.announces and event.values["status"] == "imposed"
    return imposed and event.values["kind"] in _TERMS


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
    open_ = [
        span for span in sentence.doc.spans["dates"] if sentence.start <= span.start < sentence.end and not span.kb_id_
    ]
    return any(abs(span.start - event.trigger.start) <= _BESIDE for span in open_)


def _one_filing(one: Fact, other: Fact) -> bool:
    if one.trigger.start == other.trigger.start or one.announces or other.announces:
        return True
    alike = one.offense is None or other.offense is None or same_offense(one.offense, other.offense)
    if not alike and (one.sense in _INDICTED) != (other.sense in _INDICTED):
        return False  # "was indicted for theft. Murder charges were filed in May"
    first, last = sorted((one, other), key=lambda event: event.trigger.start)
    before = sentence_before(last.trigger[0].sent)
    return before is not None and before.start <= first.trigger.start and {one.sense, other.sense} <= _FILED


def _one_sentencing(one: Fact, other: Fact) -> bool:
    return all(event.values["status"] == "imposed" and not _is_of_another_time(event) for event in (one, other))


def _one_trial(one: Fact, other: Fact) -> bool:
    outcomes = {one.values["outcome"], other.values["outcome"]}
    pleaded = [event.values.get("method") in _PLEADED for event in (one, other)]
    if any(map(_is_led_aside, (one, other))) and not akin(one, other):
        return False
    if all(pleaded) and one.offense and other.offense and not same_offense(one.offense, other.offense):
        return abs(one.start - other.start) <= _NEAR  # to what is pleaded guilty on several days
    return (outcomes <= _TRIED or len(outcomes) == 1) and pleaded[0] == pleaded[1]


def _is_led_aside(event: Fact) -> bool:
    """ "After he was convicted of theft, Roe moved away": told as what came before something else."""
    root = event.trigger.root
    led = any(child.dep_ == "mark" and child.lower_ in ("after", "since") for child in root.children)
    return led and root.dep_ == "advcl" and root.left_edge.i == root.sent.start


def _is_of_another_time(penalty: Fact) -> bool:
    """ "had served two years", "his six-year sentence": told of another occasion than the one at hand."""
    past = penalty.trigger.root.tag_ in ("VBD", "VBN")
    return penalty.sense == "sentence" or (penalty.sense == "served" and past)


_ALIKE = {"charge": _one_filing, "verdict": _one_trial, "sentence": _one_sentencing}


def before_the_one(events: list[Fact]) -> list[Fact]:
    """The events with the one court, or judge, of an article that tells of one defendant and names no other."""
    if len({event.defendant for event in events}) != 1:
        return events
    bench: list[Mention] = events[0].trigger.doc.user_data.get("bench", [])
    for kind in ("court", "judge"):
        only = _only_at_hand([mention for mention in bench if mention.kind == kind], events)
        events = _all_heard_before(events, only) if only is not None else events
    return events


def _all_heard_before(events: list[Fact], mention: Mention) -> list[Fact]:
    """The events with the court or judge; where the text names it for one matter, only those of this matter."""
    told = {event.case for event in events if event.get(mention.kind) == mention.name}
    return [_heard_before(event, mention) if not told or event.case in told else event for event in events]


def _only_at_hand(named: list[Mention], events: list[Fact]) -> Mention | None:
    """The one court, or judge, that is named, where the text tells of it at the events' own hearing."""
    if len({mention.name for mention in named}) != 1 or _ON_APPEAL.search(named[0].name):
        return None
    return next((mention for mention in named if _is_at_hand(mention, events)), None)


def _is_at_hand(mention: Mention, events: list[Fact]) -> bool:
    """Whether its sentence is on the events' own hearing: on no appeal, none to come and no statement on others."""
    doc = events[0].trigger.doc
    if WILL_APPEAR.search(doc[mention.token].sent.text):
        return False
    sentence, lists = doc[mention.token].sent, lists_of(doc)
    if not (lists["of_another_hearing"] | lists["of_the_future"]).isdisjoint(token.lower_ for token in sentence):
        return False
    stated = {trigger.start for trigger in doc.spans["triggers"] if trigger[0].sent.start == sentence.start}
    ours = {statement.trigger.start for event in events for statement in (event, *event.retold)}
    return not stated or not stated.isdisjoint(ours)


def _heard_before(event: Fact, mention: Mention) -> Fact:
    penalty = event.type == "sentence" and event.sense in _SENTENCING and event.values.get("status") == "imposed"
    heard = penalty or event.sense in ("denied", "trial_of") or (event.type == "charge" and event.sense is None)
    if event.get(mention.kind) is not None or event.announces or not heard or not _is_news(event):
        return event
    return event.put(mention.kind, mention.name, (mention.start, mention.end))


def _is_news(event: Fact) -> bool:
    """Whether it can be of the hearing of which the article brings news: not of another matter, nor long past."""
    if is_elsewhere(event) or any(child.lower_ == "had" for child in event.trigger.root.children):
        return False
    published = event.trigger.doc.user_data.get("published")
    if event.date is None or published is None:
        return True
    return event.date.end >= PartialDate.parse(published).plus_days(-_NEWS).first


def told_together(events: list[Fact]) -> list[Fact]:
    """The events with the day, court and judge of those of other defendants who stood there with them."""
    told = [_is_told_on(event) for event in events]
    heard = [event for event, on in zip(events, told, strict=True) if on]
    return [_with_others(event, heard) if on else event for event, on in zip(events, told, strict=True)]


def _is_told_on(event: Fact) -> bool:
    """Whether it may go on with a hearing told of others; not "who was jailed for fraud", nor a term once served."""
    judged = event.type != "charge" and not event.announces and event.sense != "served"
    return judged and event.trigger.root.dep_ != "relcl" and _is_news(event)


def _with_others(event: Fact, events: list[Fact]) -> Fact:
    others = [other for other in events if _stood_with(event, other)]
    for name in ("date", "court", "judge"):
        told = [other for other in others if other.get(name) is not None]
        near = [other for other in told if abs(other.start - event.start) <= _TOGETHER]
        if near and len({str(other.get(name)) for other in told}) == 1 and not _is_another_day(event, near[0], name):
            event = event.filled(min(near, key=lambda other: abs(other.start - event.start)), name)
    return event


def _stood_with(event: Fact, other: Fact) -> bool:
    """Whether somebody else's event is of the same kind, and can be of the same hearing."""
    if other.defendant == event.defendant or other.type != event.type:
        return False
    if other.date is not None and other.date.month is None:
        return False
    if event.offense is None or other.offense is None or not same_offense(event.offense, other.offense):
        return False  # a round-up tells of one defendant after another
    fits = all(len({event.get(name), other.get(name)} - {None}) < 2 for name in ("court", "judge"))
    return fits and not clash(event.date, other.date) and _ALIKE[event.type](event, other)
