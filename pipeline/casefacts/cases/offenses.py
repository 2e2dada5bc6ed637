"""What a verdict or a penalty was for, where its own statement does not say it (guidelines, 7.1)."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Span

from casefacts.cases.naming import formal_name, named_around, named_beside, named_case
from casefacts.facts import Fact, joined, same_offense

NEAR = 400  # characters within which a penalty is still told in connection with a conviction or another penalty
_CO_DEFENDANT = re.compile(
    r"\bco-?(?:accused|defendants?)\b|\b(?:another|other|second|third|fourth|fifth|remaining) (?:accused|defendants?|suspects?)\b", re.I
)
_FREEING = {"acquitted", "dismissed", "mistrial"}
# What leads to an offense, and what stands there in place of one
_OBJECT = re.compile(r"\s*(?:of|to|for|with)\b")
_CHARGES = re.compile(
    r"\s*(?:of|to|for|with) (?:(?:all|both|the|his|her|their|those|these|that|any|each|of|other|\w+) ){0,3}"
    r"(?:charges?|counts?|it|them|offen[cs]es?|him|her|crimes?|others?)\b"
    r"(?! (?:that|of|related|relating|in connection|stemming))"
)
_SEVERAL = re.compile(r"\b(?:counts|charges)\b")
# "killing his wife", "fatally stabbing an acquaintance": what was done, and to whom, in place of an offense's name
_DEED = re.compile(
    r"(?:[a-z]+ly )?(?:kill|shoot|stabb|strangl|attack|assault|beat|poison|molest|drown|burn|ly|harm|injur)ing "
    r"(?:[a-z]+ly )?(?:his|her|their|its|a|an|the|two|three|four|five|six|seven|about)\b"
    r"|.*\b(?:deaths?|killings?|shootings?|stabbings?|slayings?)\b",
    re.I,
)


def with_named_case(event: Fact) -> Fact:
    """The verdict or penalty with the offense by which its own sentence calls the case."""
    if event.type == "charge" or event.announces or event.offense is not None:
        return event
    named = named_case(event)
    return event if named is None else _naming(event, named)


def with_offenses(events: list[Fact], article: list[Fact]) -> list[Fact]:
    """The events of one matter, each verdict and penalty with its offense where one answer is left.

    `article` are the events of all matters: what is told of other defendants does not count.
    """
    for type_ in ("verdict", "sentence"):  # a penalty is for what the verdict turns out to be on
        events = [
            _with_offense(event, events, article) if event.type == type_ and not event.announces else event
            for event in events
        ]
    return events


def _with_offense(event: Fact, events: list[Fact], article: list[Fact]) -> Fact:
    others = [other for other in events if other.offense is not None and other is not event]
    strangers = [fact for fact in article if fact.person is not event.person]
    if event.offense is not None:
        return _by_its_name(event, others) if _DEED.match(event.offense) else event
    if event.type == "sentence":
        return _with_offense_of_penalty(event, others, strangers)
    beside = named_beside(event) if event.values["counts"] is None else None
    if beside is not None or _names_another(event):
        return event if beside is None else _naming(event, beside)
    told = _of_verdict(event, others, any(each.values.get("outcome") == "overturned" for each in events))
    if not others and _CO_DEFENDANT.search(event.trigger[0].sent.text):
        told = _only(_distinct([each for each in strangers if each.offense and not _DEED.match(each.offense)]))
    named = None if told or others else named_around(event, strangers)
    return _taking(event, told) if told else event if named is None else _naming(event, named)


def _with_offense_of_penalty(event: Fact, others: list[Fact], strangers: list[Fact]) -> Fact:
    told = _of_penalty(event, others)
    if told or others:
        return _taking(event, told) if told else event
    imposed = event.values["status"] == "imposed"
    named = named_beside(event, shared=not imposed) or (named_around(event, strangers) if imposed else None)
    return event if named is None else _naming(event, named)


def _by_its_name(event: Fact, others: list[Fact]) -> Fact:
    """ "jailed for killing his wife", charged with murder: the name under which the deed was judged."""
    if event.type != "sentence":
        return event
    for told in (_judged(others), [other for other in others if other.type == "charge"]):
        formal = _distinct([other for other in told if not _DEED.match(str(other.offense))])
        if formal:
            return _taking(event, formal) if len(formal) == 1 else event
    named = formal_name(event)
    return event if named is None else _naming(event, named)


def _judged(named: list[Fact]) -> list[Fact]:
    return [other for other in named if other.values.get("outcome") == "convicted"]


def _only(named: list[Fact]) -> list[Fact]:
    return named if len(named) == 1 else []


def _names_another(event: Fact) -> bool:
    """ "guilty of what he did to them", "guilty on all 12 counts": words stand where an offense would, and are none."""
    if event.values.get("counts") is not None:
        return event.offense is None
    if event.type != "verdict" or event.offense is not None:
        return False
    doc, end = event.trigger.doc, event.trigger.end
    behind = doc[end : end + 6].text
    return _OBJECT.match(behind) is not None and _CHARGES.match(behind) is None


def _naming(event: Fact, hit: Span) -> Fact:
    return replace(event.put("offense", hit.text, (hit.start_char, hit.end_char)), offense_code=hit.kb_id_ or None)


def _taking(event: Fact, named: list[Fact]) -> Fact:
    """The event with the offenses that the others name, joined."""
    offense = joined([str(each.offense) for each in named])
    taken = event.put("offense", offense, named[0].place("offense"))
    return replace(taken, offense_code=named[0].offense_code)


def _of_verdict(event: Fact, named: list[Fact], undone: bool) -> list[Fact]:
    """The one offense that was charged, or that the other verdicts or the penalties of the matter name.

    Who is convicted of theft and acquitted in one trial was acquitted of something else, unless a verdict was `undone`.
    """
    freed = event.values["outcome"] in _FREEING and not undone
    behind = event.trigger.doc[event.trigger.end : event.trigger[0].sent.end].text
    for type_ in ("charge",) if _SEVERAL.search(behind) else ("charge", "verdict", *(() if freed else ("sentence",))):
        told = _distinct([other for other in named if other.type == type_])
        if told:
            split = [o for o in _judged(named) if freed and same_offense(str(o.offense), str(told[0].offense))]
            return [] if split else _only(told)
    return []


def _of_penalty(event: Fact, named: list[Fact]) -> list[Fact]:
    """What the defendant was convicted of there; else what the penalties told with it were for, if one thing."""
    if event.values["status"] != "imposed":
        told = [other for other in named if other.type != "sentence"]
        plain = event.values["status"] != "sought" and _SEVERAL.search(event.trigger[0].sent.text) is None
        return _only(_distinct(told)) if plain else []
    judged = _judged(named)
    here = [other for other in judged if other.trigger[0].sent.start == event.trigger[0].sent.start]
    if here:
        return _distinct(here)
    convicted = _distinct(judged)
    beside = [o for o in named if o.type == "sentence" and o.values["status"] == "imposed" and _is_near(event, o)]
    if beside and len(convicted) < 2:
        return _only(_distinct(beside))
    if len(convicted) < 2:
        charged = [other for other in named if other.type == "charge"]
        return convicted or _only(_distinct(charged) or _distinct(named))
    if any(not _covers(other, convicted) for other in beside):
        return []
    before = [other for other in judged if event.start - other.end <= NEAR and other.start - event.start <= NEAR]
    last = max((other.trigger.start for other in before), default=judged[0].trigger.start)
    group = [other for other in judged if other.trigger.start == last]
    return _distinct(group) if before or len(group) == len(judged) else []


def _covers(penalty: Fact, convicted: list[Fact]) -> bool:
    """Whether a penalty is told to be for all that the defendant was convicted of."""
    return all(str(each.offense) in str(penalty.offense) for each in convicted)


def _is_near(one: Fact, other: Fact) -> bool:
    return -NEAR <= one.start - other.start <= NEAR


def _distinct(named: list[Fact]) -> list[Fact]:
    """The different offenses, each in its fullest wording, in the order of the text."""
    found: list[Fact] = []
    for fact in [fact for fact in named if not _DEED.match(str(fact.offense))] or named:
        place = next((i for i, other in enumerate(found) if same_offense(str(other.offense), str(fact.offense))), None)
        if place is None:
            found.append(fact)
        elif len(str(fact.offense)) > len(str(found[place].offense)):
            found[place] = fact
    return found
