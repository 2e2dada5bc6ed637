"""One event, one record: repeated mentions merged, distinct filings kept apart (guidelines, section 1)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from casefacts.clause import sentence_before
from casefacts.fact import Fact, clash, same_offense, words_of_offense
from casefacts.partial_date import PartialDate
from casefacts.records import WAYS

_COMMON = ("offense", "date", "court", "judge")
_CUSTODY = ("prison", "jail", "life")
_ANNOUNCING = 3  # days between an event and its announcement


def distinct(facts: list[Fact]) -> list[Fact]:
    """The distinct events among the statements, in text order."""
    events: list[Fact] = []
    for fact in sorted(_without_leads(facts), key=lambda fact: (fact.start, fact.end)):
        for number, event in enumerate(events):
            if _same(event, fact):
                events[number] = _joined(event, fact)
                break
        else:
            events.append(fact)
    return _without_shadows(_with_pleas(events))


def _with_pleas(events: list[Fact]) -> list[Fact]:
    """ "He pleads not guilty" says it of the charges that the article names elsewhere."""
    charges = [event for event in events if event.type == "charge"]
    pleaded: dict[int, Fact] = {}
    spare: list[Fact] = []
    for plea in (event for event in charges if event.offense is None and event.values["plea"]):
        mine = [event for event in charges if event.defendant == plea.defendant and event.offense is not None]
        before = [event for event in mine if event.start <= plea.start] or mine
        if before:
            filing = max(event.trigger.start for event in before)
            pleaded |= {id(event): plea for event in before if event.trigger.start == filing}
            spare.append(plea)
    return [
        event.put("plea", "not_guilty", pleaded[id(event)].place("plea")) if id(event) in pleaded else event
        for event in events
        if event not in spare
    ]


def _without_leads(facts: list[Fact]) -> list[Fact]:
    """Drop "a coach was charged today with molesting a pupil" where the formal charges follow by name.

    What only the lead says of the same event (the day, the court) goes over to the formal statements.
    """
    leads = [fact for fact in facts if fact.descriptive and (fact.type != "sentence" or fact.announces)]
    formal = [fact for fact in facts if fact not in leads]
    kept = []
    for fact in formal:
        for lead in leads:
            if not _announces(lead, fact):
                continue
            if fact.date is None:
                fact = fact.filled(lead, "date", "court")
            if _resumes(lead, fact):
                fact = replace(fact.put("offense", lead.offense, lead.place("offense")), offense_code=lead.offense_code)
        kept.append(fact)
    kept = dated_together(kept)
    for lead in leads:
        if not (lead.announces or lead.type == "sentence") and not any(_announces(lead, fact) for fact in formal):
            kept.append(lead)
    return kept


def dated_together(facts: list[Fact]) -> list[Fact]:
    """What one statement says of several people happened on one day, whomever of them the text tells it of.

    So did what the next sentence says was done, too: "Charges were also filed against ...".
    """
    together = _told_on_one_day(facts)
    found: list[Fact] = []
    for fact in facts:
        told = [together[start] for start in _triggers(fact) if start in together]
        told = told or [other for other in found if other.date is not None and _is_also_done(fact, other)][-1:]
        found.append(fact.filled(told[0], "date") if told else fact)
    return found


def _told_on_one_day(facts: list[Fact]) -> dict[int, Fact]:
    """By the first token of each statement a fact that has its day, where all that it says has the same."""
    days: dict[int, dict[PartialDate, Fact]] = {}
    for fact in facts:
        for start in _triggers(fact):
            if fact.date is not None:
                days.setdefault(start, {}).setdefault(fact.date, fact)
    return {start: next(iter(dated.values())) for start, dated in days.items() if len(dated) == 1}


def _triggers(fact: Fact) -> list[int]:
    """The first tokens of all statements of an event."""
    return [statement.trigger.start for statement in (fact, *fact.retold)]


def _is_also_done(fact: Fact, before: Fact) -> bool:
    """Whether a statement adds to that of the sentence before it: "was also charged"."""
    sentence = fact.trigger[0].sent
    last = sentence_before(sentence)
    near = last is not None and last.start <= before.trigger.start
    around = sentence.doc[max(fact.trigger.start - 3, sentence.start) : min(fact.trigger.end + 3, sentence.end)]
    also = any(token.lower_ == "also" for token in around)
    return near and also and fact.type == before.type and fact.values.get("outcome") == before.values.get("outcome")


def _announces(lead: Fact, fact: Fact) -> bool:
    """Whether a lead and a formal statement tell of one event."""
    if lead.type != fact.type or lead.person is not fact.person or _days_apart(lead.date, fact.date):
        return False
    if lead.type != "sentence" and lead.offense and not fact.offense:
        return False
    words = (lead.offense or "").split()
    deed = any(word.endswith("ing") for word in words)  # "stabbing" is charged as this or that
    plain = lead.offense_code is not None and len(words) <= 3 and not deed
    if plain and fact.offense and _family(lead) != _family(fact):
        return False
    return _ending(lead) == _ending(fact) and lead.values.get("status") == fact.values.get("status")


def _days_apart(lead: PartialDate | None, told: PartialDate | None) -> bool:
    """Whether the days clash by more than an announcement takes: "announced today that a man has been convicted"."""
    if lead is None or told is None or not clash(lead, told):
        return False
    if lead.day is None or told.day is None:
        return True
    return lead.first > told.plus_days(_ANNOUNCING).first or told.first > lead.plus_days(_ANNOUNCING).first


def _resumes(lead: Fact, fact: Fact) -> bool:
    """ "charged with three counts of murder. In addition to the three homicide charges, Roe ...": named by the lead."""
    counts = fact.values.get("counts")
    return fact.sense == "counts" and bool(counts and lead.offense) and counts == lead.values.get("counts")


def _family(fact: Fact) -> str | None:
    """The kind of crime, by the offense code: a lead says "killing" or "molesting" for what is charged by its name."""
    code = fact.offense_code
    return None if code is None else {"36": "11", "64": "11", "37": "11"}.get(code[:2], code[:2])


def _ending(fact: Fact) -> Any:
    return fact.values.get("outcome")


def _same(event: Fact, fact: Fact) -> bool:
    if event.type != fact.type or event.defendant != fact.defendant:
        return False
    if clash(event.date, fact.date):
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
        return words_of_offense(event.offense) == words_of_offense(fact.offense)
    return same_offense(event.offense, fact.offense) or _is_deed(event, fact) or _is_deed(fact, event)


def _is_deed(bare: Fact, formal: Fact) -> bool:
    """ "denied the killing", said of the charge of murder."""
    return (
        words_of_offense(bare.offense or "") == {"kill"}
        and (formal.offense_code or "").startswith("09")
        and bare.sense == "denied"
    )


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


def _joined(event: Fact, fact: Fact) -> Fact:
    """The earlier statement, completed by what only the later one says."""
    whole = event.filled(fact, *fact.values, *_COMMON)
    fuller = len(fact.offense or "") > len(event.offense or "") and not _is_deed(fact, event)
    if fact.offense is not None and (fuller or _is_deed(event, fact)):
        whole = whole.put("offense", fact.offense, fact.place("offense"))
    return replace(
        whole,
        offense_code=event.offense_code or fact.offense_code,
        linked_by=min(event.linked_by, fact.linked_by, key=WAYS.index),
        attributed_to=event.attributed_to if event.attributed_to == fact.attributed_to else None,
        retold=(*event.retold, fact),
    )


def _without_shadows(events: list[Fact]) -> list[Fact]:
    """Drop what another record says better: an unnamed charge or verdict beside the named offense's."""
    kept = []
    for event in events:
        if (
            event.sense == "conviction"
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
            event.sense == "jailed"
            and not event.values["duration"]
            and any(other is not event and _is_term_of(other, event) for other in events)
        ):
            continue
        if event.trigger.text == "prosecuted" and any(
            other.type == "charge" and other.rule != event.rule and other.defendant == event.defendant and other.offense
            for other in events
        ):
            continue  # "They are being prosecuted for pocketing wages", beside the formal charges
        if event.sense == "served" and any(_is_term_of(other, event) for other in events):
            continue
        if (
            event.type != "sentence"
            and event.offense is None
            and (event.values.get("counts") is None or event.sense == "charged")
            and any(
                other is not event
                and other.type == event.type
                and other.defendant == event.defendant
                and other.offense
                and other.values.get("outcome") == event.values.get("outcome")
                and len({other.values.get("method"), event.values.get("method")} - {None}) < 2
                and not clash(other.date, event.date)
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
        and other.sense != "served"
        and other.defendant == served.defendant
        and other.values["status"] == "imposed"
        and other.values["kind"] in _CUSTODY
        and served.values["kind"] in _CUSTODY
        and served.offense in (None, other.offense)
    )
