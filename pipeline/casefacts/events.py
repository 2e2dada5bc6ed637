"""One event, one record: repeated mentions merged, distinct filings kept apart (guidelines, section 1)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from spacy.tokens import Span

from casefacts.entities.people import Person
from casefacts.partial_date import PartialDate
from casefacts.records import WAYS, LinkedBy


@dataclass(frozen=True)
class Fact:
    """What one statement says; `values` are the fields of its type."""

    type: str
    person: Person | None
    phrase: str | None
    offense: str | None
    offense_code: str | None
    rule: str
    start: int
    end: int
    trigger: Span
    values: dict[str, Any] = field(default_factory=dict)
    date: PartialDate | None = None
    court: str | None = None
    judge: str | None = None
    attributed_to: str | None = None
    descriptive: bool = False
    linked_by: LinkedBy = "name"

    @property
    def defendant(self) -> str:
        """The fullest form of the name, or the phrase that stands for the unnamed."""
        return self.person.name if self.person is not None else self.phrase or ""


# How far behind a conviction, in characters, a penalty is still told in connection with it.
_ANNOUNCING = 3  # days between an event and its announcement
NEAR = 400

# Penalties that a text tells of other occasions than the one at hand
_OTHER_TIMES = {"sentence.served", "sentence.nominal"}

_IGNORED = frozenset(
    """
    of the a an and to in on upon with by for commit committing felony misdemeanor count counts
    """.split()
)


def merge(facts: list[Fact]) -> list[Fact]:
    """The distinct events among the statements, in text order."""
    events: list[Fact] = []
    for fact in sorted(_without_leads(facts), key=lambda fact: (fact.start, fact.end)):
        for number, event in enumerate(events):
            if _same(event, fact):
                events[number] = _joined(event, fact)
                break
        else:
            events.append(fact)
    return _with_hearings(_with_offenses(_without_shadows(_with_pleas(events))))


def _with_hearings(events: list[Fact]) -> list[Fact]:
    """ "Roe was jailed on Monday. She was also fined": day, court and judge go on to the rest of the sentence."""
    completed: list[Fact] = []
    for event in events:
        earlier = next((other for other in reversed(completed) if other.person is event.person), None)
        if earlier is not None and _one_hearing(earlier, event):
            event = replace(
                event,
                date=event.date or earlier.date,
                court=event.court or earlier.court,
                judge=event.judge or earlier.judge,
            )
        completed.append(event)
    return completed


def _one_hearing(earlier: Fact, event: Fact) -> bool:
    """Whether the event is another penalty of the sentence that the text has just told."""
    for fact in (earlier, event):
        if fact.type != "sentence" or fact.values["status"] != "imposed" or fact.rule in _OTHER_TIMES:
            return False
    if event.person is None or _conflict(earlier.date, event.date):
        return False
    return event.start - earlier.end <= NEAR


def _with_offenses(events: list[Fact]) -> list[Fact]:
    """What a penalty was imposed for, where the text has just said it of the same person."""
    return [_with_offense(event, events) for event in events]


def _with_offense(event: Fact, events: list[Fact]) -> Fact:
    if event.type != "sentence" or event.offense is not None:
        return event
    convicted = [
        other
        for other in events
        if other.type == "verdict"
        and other.values["outcome"] == "convicted"
        and other.person is event.person
        and other.offense
    ]
    if event.values["status"] in ("possible", "sought"):
        charged = [
            other for other in events if other.type == "charge" and other.person is event.person and other.offense
        ]
        if len(charged) == 1 and (not convicted or event.values["status"] == "sought"):
            return replace(event, offense=charged[0].offense, offense_code=charged[0].offense_code)
        if charged or event.values["status"] == "possible":
            return event
        convicted = [other for other in convicted if other.rule != "verdict.convicted.conviction"]
    before = [other for other in convicted if other.start <= event.start + NEAR and event.start - other.end <= NEAR]
    if not before:
        return event
    last = max(other.trigger.start for other in before)
    group = [other for other in before if other.trigger.start == last]
    return replace(event, offense=joined([str(other.offense) for other in group]), offense_code=group[0].offense_code)


def joined(offenses: list[str]) -> str:
    """Several offenses in one wording: "theft, forgery and arson"."""
    return offenses[0] if len(offenses) == 1 else ", ".join(offenses[:-1]) + " and " + offenses[-1]


def _with_pleas(events: list[Fact]) -> list[Fact]:
    """ "He pleads not guilty" says it of the charges that the article names elsewhere."""
    charges = [event for event in events if event.type == "charge"]
    bare = [event for event in charges if event.offense is None and event.values["plea"]]
    pleaded: set[int] = set()
    spare: list[Fact] = []
    for plea in bare:
        mine = [event for event in charges if event.defendant == plea.defendant and event.offense is not None]
        before = [event for event in mine if event.start <= plea.start] or mine
        if not before:
            continue
        filing = max(event.trigger.start for event in before)
        pleaded.update(id(event) for event in before if event.trigger.start == filing)
        spare.append(plea)
    return [
        replace(event, values=event.values | {"plea": "not_guilty"}) if id(event) in pleaded else event
        for event in events
        if event not in spare
    ]


def _without_leads(facts: list[Fact]) -> list[Fact]:
    """Drop "a coach was charged today with molesting a pupil" where the formal charges follow by name.

    What only the lead says of the same event (the day, the court) goes over to the formal statements.
    """
    leads = [fact for fact in facts if fact.descriptive and (fact.type != "sentence" or "kind" not in fact.values)]
    formal = [fact for fact in facts if fact not in leads]
    kept = []
    for fact in formal:
        for lead in leads:
            if not _announces(lead, fact):
                continue
            if fact.date is None:
                fact = replace(fact, date=lead.date, court=fact.court or lead.court)
            if _resumes(lead, fact):
                fact = replace(fact, offense=lead.offense, offense_code=lead.offense_code)
        kept.append(fact)
    kept = _dated_together(kept)
    for lead in leads:
        if "counts" in lead.values and not any(_announces(lead, fact) for fact in formal):
            kept.append(lead)
    return kept


def _dated_together(facts: list[Fact]) -> list[Fact]:
    """What one statement says of several people happened on one day, whomever of them the lead meant."""
    days: dict[int, set[PartialDate]] = {}
    for fact in facts:
        if fact.date is not None:
            days.setdefault(fact.trigger.start, set()).add(fact.date)
    return [
        replace(fact, date=next(iter(days[fact.trigger.start])))
        if fact.date is None and len(days.get(fact.trigger.start, ())) == 1
        else fact
        for fact in facts
    ]


def _announces(lead: Fact, fact: Fact) -> bool:
    """Whether a lead and a formal statement tell of one event."""
    if lead.type != fact.type or lead.person is not fact.person or _days_apart(lead.date, fact.date):
        return False
    if lead.type != "sentence" and lead.offense and not fact.offense:
        return False
    words = (lead.offense or "").split()
    deed = any(word.endswith("ing") for word in words)  # "stabbing" is charged as this or that
    plain = lead.offense_code is not None and len(words) <= 3 and not deed
    if plain and _family(lead) and _family(fact) and _family(lead) != _family(fact):
        return False
    return _ending(lead) == _ending(fact) and lead.values.get("status") == fact.values.get("status")


def _days_apart(lead: PartialDate | None, told: PartialDate | None) -> bool:
    """Whether the days clash by more than an announcement takes: "announced today that a man has been convicted"."""
    if lead is None or told is None or not _conflict(lead, told):
        return False
    if lead.day is None or told.day is None:
        return True
    return lead.first > told.plus_days(_ANNOUNCING).first or told.first > lead.plus_days(_ANNOUNCING).first


def _resumes(lead: Fact, fact: Fact) -> bool:
    """ "charged with three counts of murder. In addition to the three homicide charges, Roe ...": named by the lead."""
    counts = fact.values.get("counts")
    return fact.rule == "charge.nominal" and bool(counts and lead.offense) and counts == lead.values.get("counts")


def _family(fact: Fact) -> str | None:
    """The kind of crime, by the offense code: a lead says "killing" or "molesting" for what is charged by its name."""
    code = fact.offense_code
    return None if code is None else {"36": "11", "64": "11", "37": "11"}.get(code[:2], code[:2])


def _ending(fact: Fact) -> Any:
    return fact.values.get("outcome")


def _same(event: Fact, fact: Fact) -> bool:
    if event.type != fact.type or event.defendant != fact.defendant:
        return False
    if _conflict(event.date, fact.date):
        return False
    if event.type == "sentence":
        return _same_penalty(event, fact)
    if event.type == "verdict":
        if event.values["outcome"] != fact.values["outcome"]:
            return False
        prejudice = {event.values["prejudice"], fact.values["prejudice"]} - {None}
        if len(prejudice) > 1:
            return False
        methods = {event.values["method"], fact.values["method"]} - {None}
        if len(methods) > 1 and event.values["outcome"] != "mistrial":
            return False  # of one mistrial the jury and the judge are told
        if event.offense is None or fact.offense is None:
            return True
    if event.offense is None or fact.offense is None:
        return event.offense is fact.offense
    if event.trigger.start == fact.trigger.start and event.trigger.doc is fact.trigger.doc:
        return _words(event.offense) == _words(fact.offense)
    return same_offense(event.offense, fact.offense) or _is_deed(event, fact) or _is_deed(fact, event)


def _is_deed(bare: Fact, formal: Fact) -> bool:
    """ "denied the killing", said of the charge of murder."""
    return (
        _words(bare.offense or "") == {"kill"}
        and (formal.offense_code or "").startswith("09")
        and bare.rule == "charge.denied"
    )


def _conflict(one: PartialDate | None, other: PartialDate | None) -> bool:
    return one is not None and other is not None and not one.covers(other) and not other.covers(one)


def _same_penalty(event: Fact, fact: Fact) -> bool:
    kinds = [{"jail": "prison"}.get(f.values["kind"], f.values["kind"]) for f in (event, fact)]
    if kinds[0] != kinds[1] or event.values["status"] != fact.values["status"]:
        return False
    for key in ("duration", "amount"):
        one, other = event.values[key], fact.values[key]
        if one != other and one is not None and other is not None:
            return False
    if kinds[0] == "life":
        return True
    if event.trigger.start == fact.trigger.start:
        return (
            event.values["duration"] == fact.values["duration"]
            and event.values["amount"] == fact.values["amount"]
            and event.start == fact.start
            and event.end == fact.end
        )
    if event.descriptive or fact.descriptive:
        return all(one is None or other is None or one == other for one, other in _measures(event, fact))
    if kinds[0] == "other":
        return bool(event.values["duration"] == fact.values["duration"])
    return bool(event.values["duration"] == fact.values["duration"] and event.values["amount"] == fact.values["amount"])


def _measures(event: Fact, fact: Fact) -> list[tuple[Any, Any]]:
    return [(event.values[key], fact.values[key]) for key in ("duration", "min_duration", "amount")]


def same_offense(one: str, other: str) -> bool:
    """Whether two wordings can name one offense: all words of the shorter are in the longer, no modifier clashes."""
    a, b = _words(one), _words(other)
    if not a or not b:
        return False
    for modifier in ("attempt", "conspiracy"):
        if (modifier in a) != (modifier in b):
            return False
    return a <= b or b <= a


def _words(offense: str) -> set[str]:
    words = re.findall(
        r"[a-z0-9]+", offense.lower().replace("conspiring", "conspiracy").replace("attempting", "attempted")
    )
    return {re.sub(r"(ing|ed|er|s)$", "", word) for word in words if word not in _IGNORED}


def _joined(event: Fact, fact: Fact) -> Fact:
    """The earlier statement, completed by what only the later one says."""
    values = {key: value if value is not None else fact.values.get(key) for key, value in event.values.items()}
    if event.type == "charge" and "indicted" in (event.values["action"], fact.values["action"]):
        values["action"] = "indicted" if event.values["action"] == fact.values["action"] else event.values["action"]
    longer = event.offense if len(event.offense or "") >= len(fact.offense or "") else fact.offense
    if _is_deed(event, fact) or _is_deed(fact, event):
        longer = fact.offense if _is_deed(event, fact) else event.offense
    return replace(
        event,
        values=values,
        offense=longer,
        offense_code=event.offense_code or fact.offense_code,
        date=event.date or fact.date,
        court=event.court or fact.court,
        judge=event.judge or fact.judge,
        linked_by=min(event.linked_by, fact.linked_by, key=WAYS.index),
        attributed_to=event.attributed_to if event.attributed_to == fact.attributed_to else None,
    )


def _without_shadows(events: list[Fact]) -> list[Fact]:
    """Drop what another record says better: an unnamed charge or verdict beside the named offense's."""
    kept = []
    for event in events:
        if (
            event.rule == "verdict.convicted.conviction"
            and event.offense is None
            and any(
                other is not event
                and other.type == "verdict"
                and other.defendant == event.defendant
                and other.values["outcome"] == "convicted"
                for other in events
            )
        ):
            continue
        if (
            event.rule == "sentence.jailed"
            and not event.values["duration"]
            and any(other is not event and _is_term_of(other, event) for other in events)
        ):
            continue
        if event.trigger.text == "prosecuted" and any(
            other.type == "charge" and other.rule != event.rule and other.defendant == event.defendant and other.offense
            for other in events
        ):
            continue  # "They are being prosecuted for pocketing wages", beside the formal charges
        if event.rule == "sentence.served" and any(_is_term_of(other, event) for other in events):
            continue
        if (
            event.type != "sentence"
            and event.offense is None
            and (event.values.get("counts") is None or event.rule == "charge.charged")
            and any(
                other is not event
                and other.type == event.type
                and other.defendant == event.defendant
                and other.offense
                and other.values.get("outcome") == event.values.get("outcome")
                and len({other.values.get("method"), event.values.get("method")} - {None}) < 2
                and not _conflict(other.date, event.date)
                for other in events
            )
        ):
            continue
        kept.append(event)
    return kept


def _is_term_of(other: Fact, served: Fact) -> bool:
    """Whether the other is the sentence of which this is what was served in the end."""
    return (
        other.type == "sentence"
        and other.rule != "sentence.served"
        and other.defendant == served.defendant
        and other.values["status"] == "imposed"
        and other.values["kind"] in ("prison", "jail", "life")
        and served.offense in (None, other.offense)
    )
