"""What a verdict or a penalty was for, where its own statement does not say it (guidelines, 7.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from casefacts.cases.naming import Naming, formal_name, headlined, hits_beside, named_around, named_beside, named_case
from casefacts.clause import predicate
from casefacts.fact import Fact, is_added, joined, same_offense
from casefacts.forms import text_of

NEAR = 400  # characters within which a penalty is still told in connection with a conviction or another penalty
_FREEING = {"acquitted", "dismissed", "mistrial"}
_CO_DEFENDANT = re.compile(
    r"\bco-?(?:accused|defendants?)\b"
    r"|\b(?:another|other|second|third|fourth|fifth|remaining) (?:accused|defendants?|suspects?)\b",
    re.I,
)
# What a penalty is said to be for, and is no offense: "for the death of his wife", "for his part in the raid"
_VAGUE = frozenset(
    """
    death deaths killing killings murder attack attacks charges counts crime crimes conviction convictions role part
    series spree string number rest total minimum maximum period term
    """.split()
)
# What leads to an offense, and what stands there in place of one
_LEAD = re.compile(r"\s*(?:of|to|for|with)\b")
_CHARGES = re.compile(
    r"\s*(?:of|to|for|with) (?:[\w-]+ ){0,3}"
    r"(?:charges?|counts?|it|them|offen[cs]es?|him|her|crimes?|others?|defendants?|accused)\b"
    r"(?! (?:that|of|related|relating|in connection|stemming))"
)
_INCLUDING = re.compile(r"\b(?:including|among them|such as)\b")
_FOR_SEVERAL = re.compile(
    r"\bfor (?:all )?(?:of )?(?:his|her|their|the|these|those) (?:crimes|convictions|offen[cs]es)\b"
)
_THAT_DID = re.compile(r",? (?:that|which|who) (?:had )?(?:committed|carried out)\b")
_AHEAD = 40  # characters, in which it stands
_TOP = re.compile(r"\b(?:top|most serious|highest|gravest|leading) (?:count|charge|offen[cs]e)\b")
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
    return _naming(event, named_case(event))


def with_offenses(events: list[Fact], article: list[Fact]) -> list[Fact]:
    """The events of one matter, each with its offense where one answer is left.

    A filing without an offense beside one with it is the same one; where it may be on any of several, it is none.

    `article` are the events of all matters: what is told of other defendants does not count.
    """
    if any(event.type == "charge" and event.offense is not None for event in events):
        events = _without_bare(events)
    names_any = any(event.offense is not None for event in events)
    for type_ in ("verdict", "charge", "sentence"):  # a penalty is for what the verdict turns out to be on
        events = [_with_offense(event, events, article) if event.type == type_ else event for event in events]
    return _without_bare(events) if names_any else events


def _without_bare(events: list[Fact]) -> list[Fact]:
    return [event for event in events if not _is_bare(event)]


def _with_offense(event: Fact, events: list[Fact], article: list[Fact]) -> Fact:
    if event.announces:
        return event
    told = _Told.of(other for other in events if other is not event)
    if event.type == "sentence" and event.offense is not None:
        return _by_its_name(event, told) if _is_told_as_deed(event) else event
    if event.offense is not None:
        return event
    strangers = [fact for fact in article if _is_strange(fact, event)]
    named = _KINDS[event.type](event, told, strangers)
    return _by_headline(named, told) if named.offense is None and _is_news(event, article) else named


def _is_strange(fact: Fact, event: Fact) -> bool:
    """Whether it is of somebody else, or of another matter."""
    return fact.person is not event.person or fact.case != event.case


def _is_news(event: Fact, article: list[Fact]) -> bool:
    """Whether it is what the headline is about: the first verdict of its outcome, or penalty, that the text tells."""
    if event.type == "charge" or event.values.get("counts") is not None or event.get("status") not in (None, "imposed"):
        return False
    alike = [other for other in article if other.type == event.type and other.get("outcome") == event.get("outcome")]
    return all(event.start <= other.start for other in alike)


def _by_headline(event: Fact, told: _Told) -> Fact:
    """With the offense in the headline, or that of the charges or verdicts which it means: "cleared of the killing"."""
    headline = headlined(event)
    named = told.charged or told.verdicts
    if headline is None:
        return event
    if not named:
        return event if _DEED.match(headline.text) else _called(event, headline)
    alike = [o for o in named if same_offense(str(o.offense), headline.text)]
    alike = alike or [o for o in named if headline.code and o.offense_code == headline.code]
    return _taking(event, _only(alike))


def _is_bare(event: Fact) -> bool:
    vague = event.offense is None and event.values.get("counts") is None
    return event.type == "charge" and vague and not event.announces


@dataclass(frozen=True)
class _Told:
    """The other events of a matter that name an offense."""

    charged: list[Fact]
    judged: list[Fact]
    verdicts: list[Fact]
    penalties: list[Fact]
    undone: bool

    @classmethod
    def of(cls, events: Iterable[Fact]) -> _Told:
        told = list(events)
        named = [event for event in told if event.offense is not None]
        return cls(
            [event for event in named if event.type == "charge"],
            [event for event in named if event.values.get("outcome") == "convicted"],
            [event for event in named if event.type == "verdict"],
            [event for event in named if event.type == "sentence"],
            any(event.values.get("outcome") == "overturned" for event in told),
        )

    @property
    def any(self) -> bool:
        """Whether the matter names any offense."""
        return bool(self.charged or self.verdicts or self.penalties)


# -- verdicts -----------------------------------------------------------------------------------------------


def _of_verdict(event: Fact, told: _Told, strangers: list[Fact]) -> Fact:
    beside = named_beside(event) if event.values["counts"] is None else None
    if beside is not None or _names_another(event):
        return _naming(event, beside)
    if told.any:
        return _taking(event, _judged_on(event, told))
    if _CO_DEFENDANT.search(event.trigger[0].sent.text):
        theirs = _only([each for each in strangers if each.offense and not _DEED.match(each.offense)])
        if theirs:
            return _taking(event, theirs)
    return _naming(event, named_around(event, strangers))


def _names_another(event: Fact) -> bool:
    """ "guilty of what he did to them", "guilty on all 12 counts": words stand where an offense would, and are none."""
    if event.values["counts"] is not None:
        return bool(event.values["counts"] > 1)
    end = event.trigger.end
    behind = event.trigger.doc[end : end + 6].text
    return _LEAD.match(behind) is not None and _CHARGES.match(behind) is None


def _judged_on(event: Fact, told: _Told) -> list[Fact]:
    """The one offense that was charged, or that the other verdicts or the penalties of the matter name.

    Who is convicted of theft and acquitted in one trial was acquitted of something else.
    """
    freed = event.values["outcome"] in _FREEING and not told.undone
    behind = event.trigger.doc[event.trigger.end : event.trigger[0].sent.end].text
    named = [told.charged]
    if not _SEVERAL.search(behind):
        named += [told.verdicts] if freed else [told.verdicts, told.penalties]
    first = _only(next((facts for facts in named if facts), []))
    split = first and freed and any(same_offense(str(o.offense), str(first[0].offense)) for o in told.judged)
    return [] if split else first


# -- charges ------------------------------------------------------------------------------------------------


def _of_charge(event: Fact, told: _Told, strangers: list[Fact]) -> Fact:
    """ "Charges were framed against Roe. ... She was convicted of murder": what the matter is about."""
    return _taking(event, _only(told.verdicts)) if _is_bare(event) else event


# -- penalties ----------------------------------------------------------------------------------------------


def _of_penalty(event: Fact, told: _Told, strangers: list[Fact]) -> Fact:
    imposed = event.values["status"] == "imposed"
    if imposed and _is_for_something(event):
        return event
    if told.any:
        for_ = _imposed_for(event, told) if imposed else _threatened_for(event, told)
        return event if imposed and _is_for_else(event, for_) else _taking(event, for_)
    named = named_beside(event, shared=not imposed)
    sought = event.values["status"] == "sought"
    return _naming(event, named or (None if sought else named_around(event, strangers, anywhere=not imposed)))


def _is_for_something(event: Fact) -> bool:
    """ "was jailed for the sale of gifts": words say what for, though no rule knows them for an offense."""
    doc, sentence = event.trigger.doc, event.trigger[0].sent
    spans = [span for name in ("penalties", "dates", "lexicon") for span in doc.spans[name]]
    known = {token.i for span in spans if sentence.start <= span.start < sentence.end for token in span}
    leads = [token for token in doc[event.trigger.end : sentence.end] if token.lower_ in ("for", "over")]
    return any(_goes_with(token.head, event.trigger, known) and _is_a_deed(token, known) for token in leads)


def _is_for_else(event: Fact, named: list[Fact]) -> bool:
    """Whether the penalty is told to be for more than what is named, or for something else.

    "was jailed for his crimes", with one conviction; "after the charge was reduced to manslaughter"; "convicted of
    five felonies, including theft".
    """
    behind = event.trigger.doc[event.trigger.end : event.trigger[0].sent.end].text
    if len(named) == 1 and named[0].values.get("counts") in (None, 1) and _FOR_SEVERAL.search(behind):
        return True
    if any(map(_is_not_all, named)):
        return True
    sentence = event.trigger[0].sent
    if any(sentence.start_char <= each.place("offense")[0] < sentence.end_char for each in named):
        return False
    beside = [hit for hit in hits_beside(event) if hit.kb_id_]
    return any(not any(_is_called(each, hit) for each in named) for hit in beside)


def _is_called(event: Fact, name: Span) -> bool:
    """Whether the words can be a name for what the event is on."""
    return same_offense(name.text, str(event.offense)) or event.offense_code == name.kb_id_


def _is_not_all(event: Fact) -> bool:
    """Whether more was judged than it names."""
    return _is_one_of_more(event) or _is_a_means(event)


def _is_one_of_more(verdict: Fact) -> bool:
    """ "convicted of five felonies, including theft"."""
    between = text_of(verdict.trigger.doc)[verdict.trigger.end_char : verdict.place("offense")[0]]
    return verdict.type == "verdict" and _INCLUDING.search(between) is not None


def _is_a_means(event: Fact) -> bool:
    """ "charged with joining a mob that committed the crime": by what it was done, and not what was judged."""
    return _THAT_DID.match(text_of(event.trigger.doc)[event.place("offense")[1] :][:_AHEAD]) is not None


def _goes_with(head: Token, trigger: Span, known: set[int]) -> bool:
    """Whether a "for" that hangs on the head says what the penalty is for."""
    return head in trigger or head.i in known or (head.pos_ != "NOUN" and trigger.root in head.ancestors)


def _is_a_deed(lead: Token, known: set[int]) -> bool:
    """ "for the sale of gifts", but neither "for a term of" nor "for the murder of"."""
    thing = next((child for child in lead.children if child.dep_ == "pobj"), None)
    if thing is None or thing.pos_ != "NOUN" or thing.lower_ in _VAGUE:
        return False
    if not known.isdisjoint(token.i for token in thing.subtree):
        return False
    return any(child.dep_ == "prep" and child.lower_ == "of" for child in thing.children)


def _threatened_for(event: Fact, told: _Told) -> list[Fact]:
    """ "He faces up to ten years": for the one thing that was charged or judged; not "if convicted on all counts".

    "If convicted of the top count" is for the one that the filing names first.
    """
    if told.charged and _TOP.search(event.trigger[0].sent.text):
        return [_first_of_filing(event, told.charged)]
    if _SEVERAL.search(event.trigger[0].sent.text):
        return []
    if event.get("status") != "sought":
        return _only([*told.charged, *told.verdicts])
    return _only(told.judged) if _is_asked_now(event) else []


def _is_asked_now(event: Fact) -> bool:
    """ "was convicted of arson. The prosecutor has asked for six years": for that; not "had asked", "asked"."""
    verb = predicate(event.trigger)
    waits = {child.lower_ for child in verb.children if child.dep_ == "aux"} & {"has", "have", "is", "are"}
    return bool(waits) or verb.tag_ in ("VBZ", "VBP")


def _first_of_filing(event: Fact, charged: list[Fact]) -> Fact:
    """The charge that comes first in the statement of charges nearest to the event."""
    stated = [(statement, charge) for charge in charged for statement in (charge, *charge.retold)]
    nearest = min(abs(statement.trigger.start - event.trigger.start) for statement, _ in stated)
    filing = [pair for pair in stated if abs(pair[0].trigger.start - event.trigger.start) == nearest]
    return min(filing, key=lambda pair: pair[0].place("offense"))[1]


def _imposed_for(event: Fact, told: _Told) -> list[Fact]:
    """What the defendant was convicted of there; else what the penalties told with it were for, if one thing."""
    sentences = {statement.trigger[0].sent.start for statement in (event, *event.retold)}
    here = [other for other in told.judged if other.trigger[0].sent.start in sentences]
    convicted = _distinct(told.judged)
    beside = [o for o in told.penalties if o.values["status"] == "imposed" and abs(o.start - event.start) <= NEAR]
    if here:
        return _distinct(here)
    if len(convicted) > 1:
        return _of_several(event, told.judged, convicted, beside)
    if beside:
        return _only(beside)
    return convicted or _only(told.charged or [*told.verdicts, *told.penalties])


def _of_several(event: Fact, judged: list[Fact], convicted: list[Fact], beside: list[Fact]) -> list[Fact]:
    """What the verdict told last before the penalty was on, unless another penalty there is for a part of it."""
    if any(str(each.offense) not in str(penalty.offense) for penalty in beside for each in convicted):
        before = [other for other in beside if other.start < event.start]
        return _only(before) if is_added(event) else []
    group, near = _told_last(event, judged)
    return _distinct(group) if near or len(group) == len(judged) else []


def _told_last(event: Fact, judged: list[Fact]) -> tuple[list[Fact], bool]:
    """The verdicts of the statement last told before the event, else of the first; and whether it is near."""
    stated = [(statement, other) for other in judged for statement in (other, *other.retold)]
    near = [each for each, _ in stated if event.start - each.end <= NEAR and each.start - event.start <= NEAR]
    last = max((statement.trigger.start for statement in near), default=judged[0].trigger.start)
    return [other for statement, other in stated if statement.trigger.start == last], bool(near)


def _is_told_as_deed(event: Fact) -> bool:
    """ "jailed for looting a bank": what was done, in words that no rule knows for the name of an offense."""
    offense = str(event.offense)
    start, end = event.place("offense")
    known = any(hit.start_char <= start and end <= hit.end_char for hit in event.trigger.doc.spans["lexicon"])
    unknown = (
        event.offense_code is None and offense.split()[0].endswith("ing") and len(offense.split()) > 2 and not known
    )
    return unknown or _DEED.match(offense) is not None


def _by_its_name(event: Fact, told: _Told) -> Fact:
    """ "jailed for killing his wife", charged with murder: the name under which the deed was judged."""
    for named in (told.judged, told.charged):
        formal = [other for other in named if not _is_told_as_deed(other)]
        if any(event.start - other.end <= NEAR for other in formal):
            return _taking(event, _only(formal))
    return _naming(event, formal_name(event))


# -- what is taken ------------------------------------------------------------------------------------------


def _taking(event: Fact, named: list[Fact]) -> Fact:
    """The event with the offenses that the others name, joined."""
    if not named:
        return event
    offense = joined([str(each.offense) for each in named])
    return replace(event.put("offense", offense, named[0].place("offense")), offense_code=named[0].offense_code)


def _naming(event: Fact, hit: Span | None) -> Fact:
    if hit is None:
        return event
    return replace(event.put("offense", hit.text, (hit.start_char, hit.end_char)), offense_code=hit.kb_id_ or None)


def _called(event: Fact, name: Naming) -> Fact:
    text = name.text.lower() if name.text.isupper() else name.text
    return replace(event.put("offense", text, name.place), offense_code=name.code)


def _only(named: list[Fact]) -> list[Fact]:
    """The one offense that they name, if it is one."""
    found = _distinct(named)
    return found if len(found) == 1 else []


def _distinct(named: list[Fact]) -> list[Fact]:
    """The different offenses, each in its fullest wording, in text order; deeds only where no name stands."""
    found: list[Fact] = []
    for fact in [fact for fact in named if not _DEED.match(str(fact.offense))] or named:
        place = next((i for i, other in enumerate(found) if same_offense(str(other.offense), str(fact.offense))), None)
        if place is None:
            found.append(fact)
        elif len(str(fact.offense)) > len(str(found[place].offense)):
            found[place] = fact
    return found


_KINDS = {"charge": _of_charge, "verdict": _of_verdict, "sentence": _of_penalty}
