"""One event, one record: repeated mentions merged, distinct filings kept apart (guidelines, section 1)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from casefacts.cases.deeds import are_of_two_deeds
from casefacts.cases.matters import is_elsewhere, is_in_another
from casefacts.clause import sentence_before
from casefacts.duration import days
from casefacts.fact import Fact, clash, is_added, same_offense, words_of_offense
from casefacts.forms import text_of
from casefacts.partial_date import PartialDate
from casefacts.records import WAYS
from casefacts.rulebook import lists_of

_COMMON = ("offense", "date", "court", "judge")
_OVER = re.compile(r"\bover (?:(?:the|an?|his|her|their|alleged) )*$")
_CUSTODY = ("prison", "jail", "life")
_TWICE = re.compile(r"\b(?:twice|three times)\b")
# Who may be the one whom the article names elsewhere
_OF_ONE = re.compile(r"(?:an?|the) ", re.I)
_ANOTHER = re.compile(
    r"\b(?:another|other|second|third|fourth|co-?\w+|accomplice|former|brother|sister|son|wife|husband)\b", re.I
)
_YEAR = 365  # days
_REPEATED = 60  # characters of a sentence that are the same where it is told again
# "more than three years" of a lead, three years and two months in the text
_ABOUT = re.compile(
    r"\b(?:(?P<more>more than|over|just over)|almost|nearly|just under|close to) (?:an? |[\w½-]+[ -])+(?:year|month)",
    re.I,
)
_ANNOUNCING = 3  # days between an event and its announcement


def distinct(facts: list[Fact]) -> list[Fact]:
    """The distinct events among the statements, in text order."""
    events: list[Fact] = []
    for fact in sorted(_without_leads(facts), key=lambda fact: (fact.start, fact.end)):
        alike = [number for number, event in enumerate(events) if _same(event, fact)]
        if alike:
            number = next((number for number in alike if _names_alike(events[number], fact)), alike[0])
            events[number] = _joined(events[number], fact)
        else:
            events.append(fact)
    return _without_phrases(_without_contradictions(_without_shadows(_with_pleas(events))))


def _names_alike(event: Fact, fact: Fact) -> bool:
    """ "rape" of "rape and attempted rape", told again."""
    return words_of_offense(event.offense or "") == words_of_offense(fact.offense or "")


def _without_contradictions(events: list[Fact]) -> list[Fact]:
    """Drop "the youth was cleared of murder" of whom its sentence convicts of it by name: it was somebody else."""
    return [event for event in events if not any(_is_contradicted(event, other) for other in events)]


def _is_contradicted(event: Fact, other: Fact) -> bool:
    """Whether another verdict of the sentence, which tells more surely of whom, says the opposite of that offense."""
    if {_ending(event), _ending(other)} != {"convicted", "acquitted"} or event.person is not other.person:
        return False
    if event.trigger[0].sent.start != other.trigger[0].sent.start or event.offense is None or other.offense is None:
        return False
    alike = words_of_offense(event.offense) == words_of_offense(other.offense)
    return alike and event.person is not None and WAYS.index(event.linked_by) > WAYS.index(other.linked_by)


def _without_phrases(events: list[Fact]) -> list[Fact]:
    """Drop "a man was charged with murder" beside the one person who is named for the same."""
    return [e for e in events if e.person is not None or not (_is_named(e, events) or _is_repeated(e, events))]


def _is_repeated(event: Fact, events: list[Fact]) -> bool:
    """Whether a caption repeats the words that another sentence says of people whom the text names."""
    start, words = _opening(event)
    statements = (statement for other in events if other.person is not None for statement in (other, *other.retold))
    return any(told == words and at != start for at, told in map(_opening, statements))


def _opening(statement: Fact) -> tuple[int, str]:
    """Where a statement's sentence begins, in tokens, and its first words."""
    sentence = statement.trigger[0].sent
    return sentence.start, " ".join(sentence.text.split())[:_REPEATED]


def _is_named(event: Fact, events: list[Fact]) -> bool:
    """Whether the article tells the same of one defendant by name, and nothing says that it is somebody else."""
    if _OF_ONE.match(event.defendant) is None or _ANOTHER.search(event.defendant) or is_added(event):
        return False
    told = [other for other in events if other.person is not None and _is_told_alike(event, other)]
    return len({id(other.person) for other in told}) == 1


def _is_told_alike(event: Fact, other: Fact) -> bool:
    if event.type != other.type or clash(event.date, other.date) or event.announces or other.announces:
        return False
    if event.type == "sentence":
        return event.values["duration"] is not None and _same_penalty(event, other)
    if event.offense is None:  # "the defender's guilty verdict"
        return event.type == "verdict" and event.defendant.lower().startswith("the ") and _names_what(other, event)
    return _ending(event) == _ending(other) and _same_crime(event, other)


def _with_pleas(events: list[Fact]) -> list[Fact]:
    """ "He pleads not guilty" says it of the charges that the article names elsewhere."""
    charges = [event for event in events if event.type == "charge"]
    pleaded: dict[int, Fact] = {}
    spare: list[Fact] = []
    for plea in (event for event in charges if event.offense is None and event.values["plea"]):
        meant = _pleaded_to(plea, charges)
        pleaded |= {id(event): plea for event in meant}
        spare += [plea] if meant else []
    return [
        event.put("plea", "not_guilty", pleaded[id(event)].place("plea")) if id(event) in pleaded else event
        for event in events
        if event not in spare
    ]


def _pleaded_to(plea: Fact, charges: list[Fact]) -> list[Fact]:
    """The charges of the statement told last before the plea."""
    mine = [event for event in charges if event.defendant == plea.defendant and event.offense is not None]
    before = [event for event in mine if event.start <= plea.start] or mine
    filing = max((event.trigger.start for event in before), default=None)
    return [event for event in before if event.trigger.start == filing]


def _without_leads(facts: list[Fact]) -> list[Fact]:
    """Drop "a coach was charged today with molesting a pupil" where the formal charges follow by name.

    What only the lead says of the same event (the day, the court) goes over to the formal statements.
    """
    leads = [fact for fact in facts if fact.descriptive and (fact.type != "sentence" or fact.announces)]
    formal = [fact for fact in facts if fact not in leads]
    first = _first_told(formal)
    kept = dated_together([_led(fact, leads, fact in first) for fact in formal])
    return kept + [lead for lead in leads if _stands(lead, first)]


def _first_told(facts: list[Fact]) -> list[Fact]:
    """Those that add nothing to another statement about their defendant."""
    return [fact for fact in facts if not is_added(fact) or _adds_somebody(fact, facts)]


def _adds_somebody(fact: Fact, facts: list[Fact]) -> bool:
    """ "Leo Roe is charged with fraud. Ana Poe was also charged with theft": one more person, not one more charge."""
    before = sentence_before(fact.trigger[0].sent)
    told = [each for each in facts if before is not None and before.start <= each.trigger.start < before.end]
    return bool(told) and all(each.type == fact.type and each.person is not fact.person for each in told)


def _stands(lead: Fact, formal: list[Fact]) -> bool:
    """Whether a lead is a statement of its own, and none of these tells of its event."""
    return not (lead.announces or lead.type == "sentence" or any(_announces(lead, fact) for fact in formal))


def _led(fact: Fact, leads: list[Fact], first: bool) -> Fact:
    """A formal statement with what only the leads that announce it say; `first`: it adds nothing to another of them."""
    for lead in leads:
        if _is_of_one_day(lead, fact):
            fact = fact.filled(lead, "date", "court") if fact.date is None else fact
        if first and _announces(lead, fact) and _resumes(lead, fact):
            fact = replace(fact.put("offense", lead.offense, lead.place("offense")), offense_code=lead.offense_code)
    return fact


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
    alike = fact.type == before.type and fact.values.get("outcome") == before.values.get("outcome")
    return near and alike and is_added(fact)


def _announces(lead: Fact, fact: Fact) -> bool:
    """Whether a lead and a formal statement tell of one event."""
    if _names_its_kind(lead) and fact.offense and not _is_of_its_kind(lead, fact):
        return False
    return _is_of_one_day(lead, fact)


def _is_of_its_kind(lead: Fact, fact: Fact) -> bool:
    """ "felony assault", charged as "second-degree assault", whose code depends on the state."""
    if fact.offense_code is not None:
        return _family(lead) == _family(fact)
    return words_of_offense(lead.offense or "") <= words_of_offense(fact.offense or "") | {"felony"}


def _is_of_one_day(lead: Fact, fact: Fact) -> bool:
    """Whether what a lead and a formal statement say can have happened at once."""
    if lead.type != fact.type or lead.person is not fact.person or _days_apart(lead.date, fact.date):
        return False
    if lead.type != "sentence" and lead.offense and not fact.offense:
        return False
    return _ending(lead) == _ending(fact) and lead.values.get("status") == fact.values.get("status")


def _names_its_kind(lead: Fact) -> bool:
    """Whether its offense is a plain name; "stabbing" is charged as this or that."""
    words = (lead.offense or "").split()
    return lead.offense_code is not None and len(words) <= 3 and not any(word.endswith("ing") for word in words)


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
    if event.type != fact.type or event.defendant != fact.defendant or clash(event.date, fact.date):
        return False
    if is_added(fact) and is_in_another(fact) and not is_in_another(event):
        return False
    return _SAME[event.type](event, fact) and not are_of_two_deeds(event, fact)


def _same_verdict(event: Fact, fact: Fact) -> bool:
    if event.values["outcome"] != fact.values["outcome"] or _differ(event, fact, "prejudice"):
        return False
    if _differ(event, fact, "method") and event.values["outcome"] != "mistrial":
        return False  # of one mistrial the jury and the judge are told
    if _is_found_not_pleaded(event, fact) or _is_found_not_pleaded(fact, event):
        return False
    if _is_of_old(event) != _is_of_old(fact):
        return False
    return event.offense is None or fact.offense is None or _same_crime(event, fact)


def _is_found_not_pleaded(found: Fact, pleaded: Fact) -> bool:
    """ "was found guilty" and "pleaded guilty": of two things."""
    return "found" in found.trigger.text.lower() and pleaded.values["method"] == "guilty_plea"


def _is_of_old(fact: Fact) -> bool:
    """ "had twice been convicted": an earlier conviction than the one that the article is on."""
    sentence = fact.trigger[0].sent
    return _TWICE.search(sentence.doc[max(fact.trigger.start - 4, sentence.start) : fact.trigger.end].text) is not None


def _differ(event: Fact, fact: Fact, name: str) -> bool:
    """Whether both state the field, and not alike."""
    return len({event.values[name], fact.values[name]} - {None}) > 1


def _same_crime(event: Fact, fact: Fact) -> bool:
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


def _same_charge(event: Fact, fact: Fact) -> bool:
    """Whether two charges are one, also "charged over a stabbing" and "charged over the attack"."""
    if _same_crime(event, fact) or event.trigger.start == fact.trigger.start:
        return _same_crime(event, fact)
    return _is_of_incident(event) and _is_of_incident(fact) and not (is_added(fact) or is_elsewhere(fact))


def _is_of_incident(charge: Fact) -> bool:
    """ "was charged over the brutal attack": told by what happened, and not by its name."""
    if charge.offense is None:
        return False
    between = text_of(charge.trigger.doc)[charge.trigger.end_char : charge.place("offense")[0]]
    return _OVER.search(between) is not None


def _tells_deed(fact: Fact) -> bool:
    """Whether its offense is told as what was done: "sexually assaulting a girl", beside "sexual assault"."""
    words = (fact.offense or "").split()
    return any(word.endswith("ing") for word in words[:-1][:2])


def _same_penalty(event: Fact, fact: Fact) -> bool:
    kinds = {{"jail": "prison"}.get(each.values["kind"], each.values["kind"]) for each in (event, fact)}
    if len(kinds) > 1 or any(_differ(event, fact, name) for name in ("status", "amount")):
        return False
    if _differ(event, fact, "duration"):
        return _is_rounded(event, fact) or _is_rounded(fact, event)
    if kinds == {"life"}:  # "life without parole plus 26 years to life" are two
        return event.trigger.start != fact.trigger.start or _alike(event, fact, "min_duration")
    if event.trigger.start == fact.trigger.start:
        once = (event.start, event.end, event.offense) == (fact.start, fact.end, fact.offense)
        return once and _alike(event, fact, "duration", "amount")
    return _is_one_measure(event, fact)


def _is_one_measure(event: Fact, fact: Fact) -> bool:
    """Whether two statements give a penalty one term or sum; a lead may leave it out."""
    if event.descriptive or fact.descriptive:
        return not _differ(event, fact, "min_duration")
    return _alike(event, fact, *(["duration"] if event.values["kind"] == "other" else ["duration", "amount"]))


def _is_rounded(about: Fact, exact: Fact) -> bool:
    """ "jailed for more than three years", of whom the text then tells the years and months."""
    told = _ABOUT.search(text_of(about.trigger.doc)[about.trigger.start_char : about.end])
    if told is None or about.trigger.start == exact.trigger.start:
        return False
    more = days(exact.values["duration"]) - days(about.values["duration"])
    return 0 <= (more if told["more"] else -more) < _YEAR


def _alike(event: Fact, fact: Fact, *names: str) -> bool:
    """Whether each of the fields is stated alike, or by neither."""
    return all(event.values[name] == fact.values[name] for name in names)


def _joined(event: Fact, fact: Fact) -> Fact:
    """The earlier statement, completed by what only the later one says."""
    whole = event.filled(fact, *fact.values, *_COMMON)
    if fact.offense is not None and _is_better_named(fact, event):
        whole = whole.put("offense", fact.offense, fact.place("offense"))
    if event.type == "sentence" and _differ(event, fact, "duration") and _is_rounded(event, fact):
        whole = whole.put("duration", fact.values["duration"], fact.place("duration"))
    return replace(
        whole,
        offense_code=event.offense_code or fact.offense_code,
        linked_by=min(event.linked_by, fact.linked_by, key=WAYS.index),
        attributed_to=event.attributed_to if event.attributed_to == fact.attributed_to else None,
        retold=(*event.retold, fact),
    )


def _is_better_named(fact: Fact, event: Fact) -> bool:
    """Whether a later statement has the better wording: the known crime, the name beside the deed, the fuller one."""
    if event.offense is None or _is_deed(event, fact):
        return True
    known = [each.offense_code is not None for each in (fact, event)]
    if _is_of_incident(fact) and _is_of_incident(event) and known[0] != known[1]:
        return known[0]
    if _is_deed(fact, event) or (_tells_deed(fact) and not _tells_deed(event)):
        return False
    return len(fact.offense or "") > len(event.offense)


def _without_shadows(events: list[Fact]) -> list[Fact]:
    """Drop what another record says better: an unnamed charge or verdict beside the named offense's."""
    return [event for event in events if not any(_hides(other, event) for other in events if other is not event)]


def _hides(other: Fact, event: Fact) -> bool:
    """Whether the event is only a vaguer word for the other, or a part of it."""
    if _is_ground(other, event):
        return True
    if other.type != event.type or other.defendant != event.defendant:
        return False
    if event.type == "sentence":
        return (_is_part(event) and _is_term_of(other, event)) or _is_its_fine(other, event)
    vaguer = _is_bare_conviction(other, event) or _is_prosecution(other, event) or _names_what(other, event)
    return vaguer or _names_deed(other, event)


def _is_ground(sentence: Fact, charge: Fact) -> bool:
    """ "was sentenced to death on charges of murder": the sentence tells for what, and it is no second record."""
    if (sentence.type, charge.type) != ("sentence", "charge") or sentence.person is not charge.person:
        return False
    lead, words = charge.trigger.root.head, words_of_offense(charge.offense or "")
    imposed = lead.lower_ == "on" and sentence.trigger.start <= lead.head.i < sentence.trigger.end
    return imposed and words <= words_of_offense(sentence.offense or "") and bool(words)


def _is_part(penalty: Fact) -> bool:
    """ "was jailed", "served two years": no more than that there was a term, or how much of it was served."""
    least = penalty.values["min_duration"] and penalty.sense != "jailed"
    untold = penalty.values["kind"] in ("prison", "jail") and not (penalty.values["duration"] or least)
    return untold or penalty.sense == "served"


def _is_its_fine(other: Fact, event: Fact) -> bool:
    """ "was slapped with the colossal fine", whose sum another sentence tells."""
    fines = all(each.values["kind"] == "fine" and each.values["status"] == "imposed" for each in (other, event))
    summed = event.values["amount"] is None and other.values["amount"] is not None
    return fines and summed and not clash(other.date, event.date)


def _is_bare_conviction(other: Fact, event: Fact) -> bool:
    """ "her conviction", beside what she was convicted of."""
    bare = event.sense == "conviction" and event.offense is None
    return bare and other.values.get("outcome") == "convicted"


def _names_deed(other: Fact, event: Fact) -> bool:
    """ "charged with killing six people", beside the six counts of murder; not "was also charged with"."""
    apart = event.trigger[0].sent.start != other.trigger[0].sent.start
    told = apart and _tells_deed(event) and not _tells_deed(other)
    alike = _is_of_one_kind(event, other) and "attempt" not in (other.offense or "")
    once = _ending(event) == _ending(other) and not clash(other.date, event.date)
    killing = _family(event) == _family(other) == "09"
    return told and alike and once and (killing or not _adds(event, other))


def _is_of_one_kind(event: Fact, other: Fact) -> bool:
    """Whether two offenses are crimes of one family; of one without a code, whether both say which crime it is."""
    families = {_family(event), _family(other)}
    if None not in families:
        return len(families) == 1
    shared = words_of_offense(event.offense or "") & words_of_offense(other.offense or "")
    return bool(shared - lists_of(event.trigger.doc)["generic_people"])


def _has_a_name(event: Fact) -> bool:
    """ "causing death by careless driving": told as a deed, and the name of a crime."""
    doc, (start, end) = event.trigger.doc, event.place("offense")
    return any(hit.start_char <= start and end <= hit.end_char for hit in doc.spans["lexicon"])


def _adds(event: Fact, other: Fact) -> bool:
    """Whether an event counts for itself: of counts of its own, one of a list, "was also charged", in another court."""
    listed = len(event.trigger.doc.user_data["offenses"].get(event.trigger.start, ())) > 1
    return bool(
        listed
        or _has_a_name(event)
        or event.values["counts"]
        or is_added(event)
        or is_added(other)
        or is_elsewhere(event)
    )


def _is_prosecution(other: Fact, event: Fact) -> bool:
    """ "They are being prosecuted for pocketing wages", beside the formal charges."""
    return event.trigger.text == "prosecuted" and other.rule != event.rule and other.offense is not None


def _names_what(other: Fact, event: Fact) -> bool:
    """Whether the other names the offense of a charge or verdict that names none."""
    if event.offense is not None or other.offense is None or clash(other.date, event.date):
        return False
    counted = event.values.get("counts") is not None and event.sense != "charged"
    methods = {other.values.get("method"), event.values.get("method")} - {None}
    pleaded = event.type == "verdict" and _is_found_not_pleaded(event, other)
    if counted or pleaded or are_of_two_deeds(event, other):
        return False
    return _ending(other) == _ending(event) and len(methods) < 2


def _is_term_of(other: Fact, served: Fact) -> bool:
    """Whether the other is the sentence of which this is what was served in the end."""
    imposed = other.sense != "served" and other.values["status"] == "imposed"
    custody = other.values["kind"] in _CUSTODY and served.values["kind"] in _CUSTODY
    told = other.offense or served.offense or ""
    same = words_of_offense(served.offense or "") <= words_of_offense(told)
    return imposed and custody and same and not clash(other.date, served.date)


_SAME = {"charge": _same_charge, "verdict": _same_verdict, "sentence": _same_penalty}
