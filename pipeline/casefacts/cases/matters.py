"""Which events are of one matter: an earlier conviction, a second indictment or another court stands apart."""

from __future__ import annotations

import re
from dataclasses import replace

from casefacts.cases.apart import akin, are_apart, is_killing, is_still_pending
from casefacts.cases.deeds import are_of_two_deeds
from casefacts.clause import sentence_before, sentence_behind
from casefacts.fact import Fact, clash
from casefacts.forms import text_of
from casefacts.partial_date import PartialDate

# "in a separate case", "her previous conviction", "an unrelated trial"
_ELSEWHERE = re.compile(
    r"\b(?:separate|unrelated|another|different|second|previous|prior|earlier|past|pending|later|other)\s+(?:\w+\s+){0,2}?"
    r"(?:cases?|trials?|convictions?|indictments?|sentences?|courts?|matters?|incidents?|offen[cs]es?|prosecutions?|charges?|counts?|complaints?)\b"
    r"|\b(?:two|three|four|five|six|several|multiple)\s+(?:\w+\s+)?(?:cases|trials|prosecutions)\b"
    r"|\b(?:separately|previously|already)\b|\bsince been (?:charged|indicted)\b"
    r"|\b(?:lengthy|long|criminal|string|series|history) (?:of )?(?:criminal )?(?:records?|history|convictions)\b"
    r"|\b(?:has|had|have|with) (?:(?!(?:his|her|their|both|all|the) )[\w-]+ ){0,3}convictions?$",
    re.I,
)
_IN_ANOTHER = re.compile(r"\b(?:in|on|by|before) (?:an? (?:separate|unrelated|different)|another)\b(?! jury)", re.I)
_RECORD = re.compile(
    r"\b(?:previous|prior|past|multiple|string of|series of|\d+) (?:[\w-]+ ){0,2}convictions?\b"
    r"|\b(?:has|had|have|with) (?:(?!(?:his|her|their|both|all|the) )[\w-]+ ){0,3}convictions?$"
    r"|\b(?:lengthy|long|criminal) (?:criminal )?(?:record|history)\b",
    re.I,
)
_IN_A = re.compile(r"\bin an? $")
_FURTHER = re.compile(r"\b(?:a further|an additional|an extra) (?:[\w-]+ ){0,2}(?:years?|months?|weeks?|days?)\b")
# "The additional term was in a separate case": said of the penalty of the sentence before
_OF_THE_FURTHER = re.compile(
    r"^\W*(?:the|that|this) (?:additional|further|extra|second|other|latter|new)\b[^.]*"
    r"\b(?:separate|unrelated|different|another)\b",
    re.I,
)
_IN_THAT = re.compile(r"\b(?:in|for|over) that (?:case|matter|incident|offen[cs]e)\b", re.I)
_BEFORE = re.compile(r"\bpreviously (?:been )?convicted\b", re.I)
_ARRESTED = re.compile(r"\barrested\b")
# "He was also under indictment in Kelso County": another matter, of which the next sentence tells
_INDICTED_ELSEWHERE = re.compile(
    r"\b(?i:also|additionally|separately|elsewhere|meanwhile)\b.*"
    r"\b(?:indict(?:ment|ed)|charged|prosecuted|facing charges)\b.*"
    r"\bin (?:the )?(?:[A-Z][\w.]+ ){1,3}(?:County|Parish|District)\b",
    re.S,
)
# "After this latest offence he was banned again": of the matter at hand, and of no earlier one
_LATEST = re.compile(
    r"\b(?:this|the|his|her|their) (?:latest|newest|most recent) (?:[\w-]+ ){0,2}"
    r"(?:offen[cs]es?|convictions?|incident|crimes?|charges?|case)\b",
    re.I,
)
_RETRIED = re.compile(r"\b(?:retrial|retried|re-tried|new trial|second trial|second time)\b", re.I)
# Who charges: "nine federal counts", "in Kelso County"
_FORA = {
    "federal": re.compile(r"\b(?i:federal)\b|\bU\.S\. (?:District|Attorney)"),
    "local": re.compile(
        r"\b(?:county|state) (?:charges?|counts?|courts?|case|prosecutors|indictment|grand jury)\b|\b[A-Z]\w+ County\b"
    ),
}
_SENTENCING = {"sentenced", "jailed", "given", "received"}
_AGAIN = re.compile(
    r"\b(?:re-?sentenc\w+|appeals?|reduced|new (?:sentence|term|trial)|retr(?:ial|ied)|again|quashed|overturned)\b",
    re.I,
)
_NEXT_CLAUSE = re.compile(r";|, (?:but|and|while|though|although)\b")
_NEAR = 400  # characters within which a matter told without its offense may be the one that is then named
_WEEKS = 62  # days within which one verdict may be told with two dates, one of them vague
_LONG_AGO = 31  # days before the publication, from which on an event is not of the latest offense
_YEARS = 3  # between the events of one matter; a longer one is told by its offense
_REOPENING = {"overturned", "mistrial"}


def numbered(events: list[Fact]) -> list[Fact]:
    """The events, which are in text order, each with the number of its matter within the article."""
    matters: list[list[Fact]] = []
    found = []
    for event in sorted(events, key=_told_first):
        mine = [number for number, matter in enumerate(matters) if _same_defendant(matter[0], event)]
        number = _chosen(event, {number: matters[number] for number in mine})
        if number is None:
            number = len(matters)
            matters.append([])
        matters[number].append(event)
        found.append((event, number))
    order = list(dict.fromkeys(number for _, number in sorted(found, key=lambda pair: (pair[0].start, pair[0].end))))
    return [replace(event, case=order.index(number) + 1) for event, number in found]


def _told_first(event: Fact) -> tuple[int, bool, bool, int]:
    """By sentences; in one of them first what names its case or offense: "is serving a year after admitting theft"."""
    return event.trigger[0].sent.start, not is_in_another(event), event.offense is None, event.start


def matters(events: list[Fact]) -> list[list[Fact]]:
    """The events of each matter."""
    found: dict[int, list[Fact]] = {}
    for event in events:
        found.setdefault(event.case, []).append(event)
    return list(found.values())


def _same_defendant(one: Fact, other: Fact) -> bool:
    return one.person is other.person and (one.person is not None or one.defendant.lower() == other.defendant.lower())


def _chosen(event: Fact, mine: dict[int, list[Fact]]) -> int | None:
    """The matter to which an event belongs: of its offense, else the one last told of that it does not clash with.

    What one statement says is of one matter.
    """
    begun = next((number for number, told in mine.items() if _continues(event, told)), None)
    if begun is not None:
        return begun
    if _is_in_that(event) and not any(_is_told_before(event, told) for told in mine.values()):
        return None
    fitting = {number: told for number, told in mine.items() if _goes_on(told) or not _parts(event, told)}
    return max(_related(event, fitting), key=lambda number: max(each.start for each in mine[number]), default=None)


def _related(event: Fact, matters: dict[int, list[Fact]]) -> list[int]:
    """The matters on the event's offense, or those that take it in all the same."""
    on_it = [number for number, told in matters.items() if _is_on(event, told) and _is_at_one(event, told)]
    return on_it or _taking(event, matters)


def _taking(event: Fact, matters: dict[int, list[Fact]]) -> list[int]:
    """The matters that take an event in: those near and at hand, else those not still pending, else whichever."""
    taking = [number for number, told in matters.items() if _is_alone(event, matters) or _takes(told, event)]
    near = [number for number in taking if _is_at_hand(matters[number], event)]
    return near or [number for number in taking if not all(map(is_still_pending, matters[number]))] or taking


def _is_alone(event: Fact, matters: dict[int, list[Fact]]) -> bool:
    """ "was convicted in a separate trial. He also admitted theft": separate from what is told of somebody else."""
    told = next(iter(matters.values()), [])
    return len(matters) == 1 and all(map(is_in_another, told)) and _is_told_before(event, told)


def _is_at_hand(matter: list[Fact], event: Fact) -> bool:
    """Whether the matter is more than a record told in passing, and for an event without an offense a near one."""
    return (event.offense is not None or _is_near(event, matter)) and not _is_in_passing(matter, event)


def _takes(matter: list[Fact], event: Fact) -> bool:
    """Whether a matter that is not on the event's offense takes it in all the same, whatever sends it elsewhere."""
    if event.offense is None:
        return not (is_in_another(event) or _is_of_before(event)) or _is_of_sentence(event, matter)
    if event.type != "sentence" and _is_in_passing(matter, event):
        return False
    if all(map(is_in_another, matter)):
        return is_in_another(event) or _is_of_sentence(event, matter)
    if _is_in_a_case(event) and not _is_unnamed(matter):
        return False
    return not is_elsewhere(event) or _may_be_the_unnamed(event, matter)


def _may_be_the_unnamed(event: Fact, matter: list[Fact]) -> bool:
    """Whether a matter without an offense, told just before, may be the other one; not what was judged, of a charge."""
    judged = event.type == "charge" and any(each.type != "charge" for each in matter)
    return _is_unnamed(matter) and _is_near(event, matter) and not judged


def _is_in_a_case(event: Fact) -> bool:
    """ "was jailed in a corruption case": which of several cases it was."""
    start, end = event.place("offense")
    text = text_of(event.trigger.doc)
    return _IN_A.search(text[max(start - 12, 0) : start]) is not None and text[end : end + 5] == " case"


def _is_of_record(event: Fact) -> bool:
    """ "had a previous conviction for theft", "has a long record of convictions for theft"."""
    sentence = event.trigger[0].sent
    return _RECORD.search(sentence.doc[sentence.start : event.trigger.end].text) is not None


def _is_of_before(event: Fact) -> bool:
    """ "had previously been jailed eight years ago": long before what the article is on."""
    published = event.trigger.doc.user_data.get("published")
    if event.date is None or published is None or not is_elsewhere(event):
        return False
    return PartialDate.parse(published).year - event.date.year > _YEARS


def _is_on(event: Fact, matter: list[Fact]) -> bool:
    """Whether the matter is on the event's offense."""
    return any(akin(event, each) for each in matter)


def _is_at_one(event: Fact, matter: list[Fact]) -> bool:
    """Whether what is filed in a separate case meets a matter that is one, or the other way round."""
    return event.type != "charge" or is_in_another(event) == all(is_in_another(each) for each in matter)


def _is_in_that(event: Fact) -> bool:
    """ "He was arrested over a fight. ... fined in that case": of what the text told of last, be it a matter or not."""
    behind = event.trigger.doc[event.trigger.end : event.trigger[0].sent.end].text
    return _IN_THAT.search(behind) is not None or _is_after_old_arrest(event) or _is_after_indictment(event)


def _is_after_indictment(event: Fact) -> bool:
    """ "She was also under indictment in Kelso County. In May she pleaded guilty": to what was told last."""
    before = sentence_before(event.trigger[0].sent)
    return event.type != "charge" and before is not None and _INDICTED_ELSEWHERE.search(before.text) is not None


def _is_after_old_arrest(event: Fact) -> bool:
    """ "In 2014 he was arrested over a brawl. He pleaded guilty to affray": years before what the article is on."""
    published, before = event.trigger.doc.user_data.get("published"), sentence_before(event.trigger[0].sent)
    if event.date is not None or before is None or published is None or _ARRESTED.search(before.text) is None:
        return False
    told = [span for span in event.trigger.doc.spans["dates"] if before.start <= span.start < before.end]
    years = [PartialDate.parse(span.kb_id_).year for span in told if span.kb_id_]
    return len(years) == 1 and PartialDate.parse(published).year - years[0] > 1


def _is_told_before(event: Fact, matter: list[Fact]) -> bool:
    """Whether the matter is told of in the event's sentence or in the one before."""
    sentence = event.trigger[0].sent
    before = sentence_before(sentence)
    first = before.start if before is not None else sentence.start
    statements = (statement for each in matter for statement in (each, *each.retold))
    return any(first <= statement.trigger.start < sentence.end for statement in statements)


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
    if _LATEST.search(event.trigger[0].sent.text) and any(map(_is_old, matter)):
        return True
    return any(_is_apart(event, each) for each in matter if not each.announces) and not _is_told_again(event, matter)


def _is_told_again(event: Fact, matter: list[Fact]) -> bool:
    """ "convicted last month of theft and other charges", in full "convicted on May 18 of first-degree theft"."""
    if event.type != "verdict" or event.date is None or is_elsewhere(event):
        return False
    alike = (each for each in matter if each.type == "verdict" and each.get("outcome") == event.get("outcome"))
    dated = ((each.date, event.date) for each in alike if each.date is not None and akin(each, event))
    return any(abs((one.first - other.first).days) <= _WEEKS for one, other in dated)


def _is_unnamed(matter: list[Fact]) -> bool:
    return all(event.offense is None for event in matter)


def is_elsewhere(event: Fact) -> bool:
    """Whether the words around the statement send it to another matter than the one at hand."""
    sentence = event.trigger[0].sent
    before = sentence.doc[sentence.start : event.trigger.end].text
    behind = sentence.doc[event.trigger.end : min(event.trigger.end + 25, sentence.end)].text
    return _ELSEWHERE.search(before) is not None or _IN_ANOTHER.search(behind) is not None


def _is_in_passing(matter: list[Fact], event: Fact) -> bool:
    """Whether it is a record of old convictions, or still pending, and the event is not told of it or with it."""
    if all(map(is_still_pending, matter)):
        return event.offense is None and not _is_of_sentence(event, matter)
    return all(map(_is_of_record, matter)) and not (_is_of_record(event) or _is_of_sentence(event, matter))


def _is_near(event: Fact, matter: list[Fact]) -> bool:
    return event.start - max(each.end for each in matter) <= _NEAR


def is_in_another(event: Fact) -> bool:
    """ "was jailed in another case": whether the words behind say that it is another matter."""
    doc, sentence = event.trigger.doc, event.trigger[0].sent
    behind = doc[event.trigger.end : min(event.trigger.end + 12, sentence.end)].text
    return _IN_ANOTHER.search(behind) is not None or _is_further_of_another(event)


def _is_further_of_another(event: Fact) -> bool:
    """ "was given a further two years. The extra term is in a separate case"."""
    sentence = event.trigger[0].sent
    after = sentence_behind(sentence)
    own = sentence.doc[event.trigger.end : sentence.end].text
    return after is not None and _FURTHER.search(own) is not None and _OF_THE_FURTHER.search(after.text) is not None


def _is_of_sentence(event: Fact, matter: list[Fact]) -> bool:
    """Whether the matter was told of in the event's own sentence alone."""
    return all(each.trigger[0].sent.start == event.trigger[0].sent.start for each in matter)


def _is_apart(one: Fact, other: Fact) -> bool:
    """Whether two events cannot be of one matter, by their dates."""
    if _REOPENING & {one.get("outcome"), other.get("outcome")} or _is_retried(one) or _is_retried(other):
        return False
    if (
        len({_forum(one), _forum(other)} - {None}) > 1
        or _is_convicted_before(one, other)
        or are_apart(one, other)
        or are_of_two_deeds(one, other)
    ):
        return True
    if one.date is None or other.date is None:
        return any(_is_long_past(*pair) or _is_added_to(*pair) for pair in ((one, other), (other, one)))
    return _is_of_other_years(one, other, abs(one.date.year - other.date.year))


def _is_of_other_years(one: Fact, other: Fact, years: int) -> bool:
    """Whether so many years between two events make them two matters."""
    if _is_punished_before(one, other) or _begins_anew(one, other, years):
        return True
    if years > 0 and _are_convictions(one, other) and (is_elsewhere(one) or is_elsewhere(other)):
        return True
    if _is_vague_charge(one) or _is_vague_charge(other):
        return False  # trials take years; it is what the verdict behind is on
    return (years > _YEARS or _is_another_ending(one, other)) and not akin(one, other)


def _is_old(event: Fact) -> bool:
    """Whether it happened longer ago than what the article is on."""
    published = event.trigger.doc.user_data.get("published")
    return bool(
        event.date is not None
        and published is not None
        and event.date.end < PartialDate.parse(published).plus_days(-_LONG_AGO).first
    )


def _is_convicted_before(one: Fact, other: Fact) -> bool:
    """ "is charged with theft. He was previously convicted of theft"."""
    if {one.type, other.type} != {"charge", "verdict"}:
        return False
    verdict = one if one.type == "verdict" else other
    before = verdict.trigger.doc[max(verdict.trigger.start - 3, verdict.trigger[0].sent.start) : verdict.trigger.end]
    return verdict.get("outcome") == "convicted" and _BEFORE.search(before.text) is not None


def _are_convictions(one: Fact, other: Fact) -> bool:
    """ "was convicted in 2015. He was previously convicted in 2013": each in a matter of its own."""
    return all(event.get("outcome") == "convicted" for event in (one, other))


def _is_punished_before(one: Fact, other: Fact) -> bool:
    """Whether a penalty for one thing was imposed before the conviction of another."""
    if {one.type, other.type} != {"sentence", "verdict"} or None in (one.offense, other.offense) or akin(one, other):
        return False
    penalty, verdict = (one, other) if one.type == "sentence" else (other, one)
    assert penalty.date is not None and verdict.date is not None
    return penalty.get("status") == "imposed" and penalty.date.end < verdict.date.first


def _is_retried(event: Fact) -> bool:
    """ "was found guilty at a retrial": years after the first trial."""
    sentence = event.trigger[0].sent
    return event.type == "verdict" and _RETRIED.search(sentence.text) is not None


def _forum(event: Fact) -> str | None:
    """Who charges, where the text around a charge says it: nothing that is federal is a county's."""
    if event.type != "charge":
        return None
    doc, sentence = event.trigger.doc, event.trigger[0].sent
    around = doc[max(event.trigger.start - 6, sentence.start) : min(event.trigger.end + 14, sentence.end)].text
    around = _NEXT_CLAUSE.split(around)[0]
    told = [name for name, words in _FORA.items() if words.search(around)]
    return told[0] if len(told) == 1 else None


def _begins_anew(one: Fact, other: Fact, years: int) -> bool:
    """Whether two dated events are years apart as those of one matter are not."""
    if years > _YEARS and (one.type == other.type or _is_sentenced_long_after(one, other)):
        return True
    other_crime = None not in (one.offense, other.offense) and not akin(one, other)
    return (years > 0 or other_crime) and _is_charged_after(one, other)


def _is_sentenced_long_after(one: Fact, other: Fact) -> bool:
    """ "was jailed on Friday. He was convicted of manslaughter in 2002": of another, if nobody resentenced him."""
    verdict, penalty = (one, other) if one.type == "verdict" else (other, one)
    convicted = verdict.get("outcome") == "convicted" and penalty.get("status") == "imposed"
    assert verdict.date is not None and penalty.date is not None
    later = convicted and penalty.sense in _SENTENCING and verdict.date.end <= penalty.date.first
    return later and not any(_AGAIN.search(event.trigger[0].sent.text) for event in (one, other))


def _is_vague_charge(event: Fact) -> bool:
    return event.type == "charge" and event.offense is None


def _is_another_ending(one: Fact, other: Fact) -> bool:
    """Whether both are verdicts, or penalties, of different days; who appeals may be cleared without a word of what."""
    cleared = "acquitted" in {one.get("outcome"), other.get("outcome")} and None in (one.offense, other.offense)
    again = any(event.type == "sentence" and _AGAIN.search(event.trigger[0].sent.text) for event in (one, other))
    return one.type == other.type != "charge" and clash(one.date, other.date) and not (cleared or again)


def _is_long_past(old: Fact, new: Fact) -> bool:
    """ "Roe, convicted of theft in 2010, was found guilty of arson": years ago, and of something else."""
    published = old.trigger.doc.user_data.get("published")
    if old.date is None or published is None or new.type != old.type or "charge" in (old.type, new.type):
        return False
    again = old.type == "sentence" and is_elsewhere(old)  # "was previously jailed in 2014 for rape"
    named = old.offense is not None and new.offense is not None and (again or not (akin(old, new) or is_killing(new)))
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
    after = earlier.date is not None and later.date is not None and earlier.date.end <= later.date.first
    return after and earlier.type != "charge" and later.type == "charge"
