"""Which events are of one matter: an earlier conviction, a second indictment or another court stands apart."""

from __future__ import annotations

import re
from dataclasses import replace

from casefacts.fact import Fact, clash, same_offense
from casefacts.partial_date import PartialDate

# "in a separate case", "her previous conviction", "an unrelated trial"
_ELSEWHERE = re.compile(
    r"\b(?:separate|unrelated|another|different|second|previous|prior|earlier|past|later|other)\s+(?:\w+\s+){0,2}?"
    r"(?:cases?|trials?|convictions?|indictments?|sentences?|courts?|matters?|incidents?|offen[cs]es?|prosecutions?|charges?|counts?|complaints?)\b"
    r"|\b(?:two|three|four|five|six|several|multiple)\s+(?:\w+\s+)?(?:cases|trials|prosecutions)\b"
    r"|\b(?:separately|previously|already)\b|\bsince been (?:charged|indicted)\b",
    re.I,
)
_IN_ANOTHER = re.compile(r"\b(?:in|on|by|before) (?:an? (?:separate|unrelated|different)|another)\b", re.I)
_FURTHER = re.compile(r"\b(?:a further|an additional|an extra) (?:[\w-]+ ){0,2}(?:years?|months?|weeks?|days?)\b")
_NEAR = 400  # characters within which a matter told without its offense may be the one that is then named
_YEARS = 3  # between the events of one matter; a longer one is told by its offense
_REOPENING = {"overturned", "mistrial"}


def numbered(events: list[Fact]) -> list[Fact]:
    """The events, which are in text order, each with the number of its matter within the article."""
    matters: list[list[Fact]] = []
    found = []
    for event in events:
        mine = [number for number, matter in enumerate(matters) if _same_defendant(matter[0], event)]
        number = _chosen(event, {number: matters[number] for number in mine})
        if number is None:
            number = len(matters)
            matters.append([])
        matters[number].append(event)
        found.append(replace(event, case=number + 1))
    return found


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
    """The matter to which an event belongs: of its offense, else the one last told of that it does not clash with.

    What one statement says is of one matter.
    """
    for number, told in mine.items():
        if _continues(event, told):
            return number
    fitting = {number: told for number, told in mine.items() if _goes_on(told) or not _parts(event, told)}
    related = {number: told for number, told in fitting.items() if _is_on(event, told)}
    chosen = related or {number: told for number, told in fitting.items() if _takes(told, event)}
    return max(chosen, key=lambda number: mine[number][-1].start, default=None)


def _takes(matter: list[Fact], event: Fact) -> bool:
    """Whether a matter that is not on the event's offense takes it in all the same, whatever sends it elsewhere."""
    if event.offense is None:
        return not _is_in_another(event) or _is_of_sentence(event, matter)
    if all(_is_in_another(each) for each in matter):
        return _is_in_another(event) or _is_of_sentence(event, matter)
    return not is_elsewhere(event) or (_is_unnamed(matter) and _is_near(event, matter))


def _is_on(event: Fact, matter: list[Fact]) -> bool:
    """Whether the matter is on the event's offense."""
    return any(akin(event, each) for each in matter)


def _continues(event: Fact, matter: list[Fact]) -> bool:
    """Whether the matter has something of the event's own statement, or of the same day in its sentence."""
    return any(_is_one_statement(event, each) or _is_one_day(event, each) for each in matter)


def _is_one_statement(event: Fact, other: Fact) -> bool:
    return event.trigger.start == other.trigger.start and event.type == other.type


def _is_one_day(event: Fact, other: Fact) -> bool:
    """ "was convicted of theft in May and banned from driving"."""
    same = event.trigger[0].sent.start == other.trigger[0].sent.start
    return same and event.offense is None and event.date is not None and event.date == other.date


def _goes_on(matter: list[Fact]) -> bool:
    """Whether a verdict was undone, so that whatever follows may be years later."""
    return any(event.values.get("outcome") in _REOPENING for event in matter)


def _parts(event: Fact, matter: list[Fact]) -> bool:
    return any(_is_apart(event, each) for each in matter)


def _is_unnamed(matter: list[Fact]) -> bool:
    return all(event.offense is None for event in matter)


def is_elsewhere(event: Fact) -> bool:
    """Whether the words around the statement send it to another matter than the one at hand."""
    sentence = event.trigger[0].sent
    before = sentence.doc[sentence.start : event.trigger.end].text
    behind = sentence.doc[event.trigger.end : min(event.trigger.end + 25, sentence.end)].text
    return _ELSEWHERE.search(before) is not None or _IN_ANOTHER.search(behind) is not None


def _is_near(event: Fact, matter: list[Fact]) -> bool:
    return event.start - matter[-1].end <= _NEAR


def _is_in_another(event: Fact) -> bool:
    """ "was jailed in another case": whether the words behind say that it is another matter."""
    behind = event.trigger.doc[event.trigger.end : min(event.trigger.end + 12, event.trigger[0].sent.end)].text
    return _IN_ANOTHER.search(behind) is not None


def _is_of_sentence(event: Fact, matter: list[Fact]) -> bool:
    """Whether the matter was told of in the event's own sentence alone."""
    return all(each.trigger[0].sent.start == event.trigger[0].sent.start for each in matter)


def _is_apart(one: Fact, other: Fact) -> bool:
    """Whether two events cannot be of one matter, by their dates."""
    if _REOPENING & {one.get("outcome"), other.get("outcome")}:
        return False
    if one.date is None or other.date is None:
        return any(_is_long_past(*pair) or _is_added_to(*pair) for pair in ((one, other), (other, one)))
    years = abs(one.date.year - other.date.year)
    if years > 0 and _begins_anew(one, other, years):
        return True
    if _is_vague_charge(one) or _is_vague_charge(other):
        return False  # trials take years; it is what the verdict behind is on
    return (years > _YEARS or _is_another_ending(one, other)) and not akin(one, other)


def _begins_anew(one: Fact, other: Fact, years: int) -> bool:
    """Whether two dated events are years apart as those of one matter are not."""
    return (years > _YEARS and one.type == other.type) or _is_charged_after(one, other)


def _is_vague_charge(event: Fact) -> bool:
    return event.type == "charge" and event.offense is None


def _is_another_ending(one: Fact, other: Fact) -> bool:
    """Whether both are verdicts, or penalties, of different days; who appeals may be cleared without a word of what."""
    cleared = "acquitted" in {one.get("outcome"), other.get("outcome")} and None in (one.offense, other.offense)
    return one.type == other.type != "charge" and clash(one.date, other.date) and not cleared


def _is_long_past(old: Fact, new: Fact) -> bool:
    """ "Roe, convicted of theft in 2010, was found guilty of arson": years ago, and of something else."""
    published = old.trigger.doc.user_data.get("published")
    if old.date is None or published is None or new.type != old.type or "charge" in (old.type, new.type):
        return False
    named = old.offense is not None and new.offense is not None and not akin(old, new)
    return named and PartialDate.parse(published).year - old.date.year > _YEARS


def _is_added_to(old: Fact, new: Fact) -> bool:
    """ "Roe, jailed for theft in 2017, was given a further four months": a term for something that came later."""
    published = old.trigger.doc.user_data.get("published")
    if old.date is None or published is None or new.type != "sentence" or new.offense is not None:
        return False
    behind = new.trigger.doc[new.trigger.end : new.trigger[0].sent.end].text
    return _FURTHER.search(behind) is not None and PartialDate.parse(published).year - old.date.year > 1


def _is_charged_after(one: Fact, other: Fact) -> bool:
    """Whether the earlier of two dated events ended a matter, and the later begins one."""
    assert one.date is not None and other.date is not None
    earlier, later = (one, other) if one.date.first <= other.date.first else (other, one)
    return earlier.type != "charge" and later.type == "charge"
