"""When that was done for which a statement tells an ending: "stole a van in 2018. She pleaded guilty"."""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Span

from casefacts.cases.apart import akin
from casefacts.clause import sentence_before
from casefacts.fact import Fact
from casefacts.marks import rule_of
from casefacts.partial_date import PartialDate

# "Nightclub brawl - Roe punched a doorman", an item of a list of somebody's troubles
_ITEM = re.compile(
    r"^(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)\w*\b)[A-Z][^\d\n.;?!–—]{2,60} [–—-] (?=\S)", re.M
)
_ITEMS = 3  # such lines make a list
_OPENING = 3  # tokens of a sentence in which a date is told first
_YEARS = 3  # between a deed and the charge; what is charged later is not what was judged before


def are_of_two_deeds(one: Fact, other: Fact) -> bool:
    """Whether two events are told each of a deed of its own year, or one came before the deed of the other."""
    if _is_charged_for_later(one, other) or _is_charged_for_later(other, one):
        return True
    if akin(one, other) or _are_of_one_sentence(one, other) or not all(map(_has_happened, (one, other))):
        return False
    items = {_item(each.trigger[0].sent) for each in (one, other)}
    return (len(items) > 1 and None not in items) or _are_of_two_years(one, other)


def _are_of_two_years(one: Fact, other: Fact) -> bool:
    if "charge" in (one.type, other.type):
        return _is_charged_later(one, other) or _is_charged_later(other, one)
    done = year_of_deed(one), year_of_deed(other)
    return done[0] != done[1] if None not in done else _is_before(one, done[1]) or _is_before(other, done[0])


def _are_of_one_sentence(one: Fact, other: Fact) -> bool:
    return one.trigger[0].sent.start == other.trigger[0].sent.start


def _has_happened(event: Fact) -> bool:
    """Whether it is no penalty that may follow or is asked for."""
    return event.get("status") in (None, "imposed")


def _is_before(event: Fact, year: int | None) -> bool:
    return event.date is not None and year is not None and event.date.year < year


def _is_charged_later(ended: Fact, charge: Fact) -> bool:
    """ "In 2003 she burnt a barn. She was jailed. ... On Monday she was charged with murder"."""
    year = None if ended.type == "charge" or ended.start > charge.start else year_of_deed(ended)
    if charge.type != "charge" or charge.date is None or year is None:
        return False
    return charge.date.year - year > (_YEARS if ended.offense is None else 0)


def _is_charged_for_later(ended: Fact, charge: Fact) -> bool:
    """ "was convicted of murder in 2015. He is charged with murder over a death on May 5, 2019"."""
    if charge.type != "charge" or ended.type == "charge" or charge.date is not None:
        return False
    return _is_before(ended, _year_behind(charge))


def year_of_deed(event: Fact) -> int | None:
    """The one year that an undated penalty names for what was done, else that with which its paragraph sets out."""
    sentence = event.trigger[0].sent
    rule = event.trigger._.rule
    told_before = rule is None or rule.has("noun") or event.sense == "sentence"  # a table; "the sentence"
    if event.date is not None or told_before:
        return None
    if years_of(sentence):
        return _year_behind(event) if event.type == "sentence" else None
    before: Span | None = sentence
    while before is not None and not _opening_years(before):
        before = _told_before(before)
    return None if before is None else _only(_opening_years(before))


def _year_behind(event: Fact) -> int | None:
    """The one year that its sentence names, behind the statement and before the year of the news."""
    sentence, published = event.trigger[0].sent, event.trigger.doc.user_data.get("published")
    year = _only(_years_between(event.trigger.end, sentence))
    news = None if published is None else PartialDate.parse(published).year
    return year if years_of(sentence) == {year} and year != news else None


def _only(years: set[int]) -> int | None:
    return next(iter(years)) if len(years) == 1 else None


def years_of(sentence: Span) -> set[int]:
    """The years that a sentence tells."""
    return _years_between(sentence.start, sentence)


def _years_between(start: int, sentence: Span) -> set[int]:
    told = [span for span in sentence.doc.spans["dates"] if start <= span.start < sentence.end]
    dates = [(PartialDate.parse(span.kb_id_), span.text) for span in told if span.kb_id_]
    return {date.year for date, text in dates if str(date.year) in text}  # "on Monday" is a day of the case


def is_of_its_item(event: Fact, hit: Span) -> bool:
    """Whether words stand in the item of a list in which an event is told, if it is told in one."""
    return _item(event.trigger[0].sent) in (None, _item(hit.sent))


def _item(sentence: Span) -> int | None:
    """Where the item of a list begins in which a sentence stands."""
    text: str = sentence.doc.user_data["text"]
    line = text.rfind("\n", 0, sentence.start_char) + 1
    return line if line in _items(text) else None


@lru_cache(maxsize=1)  # each two events of an article are compared
def _items(text: str) -> frozenset[int]:
    """Where the items of an article's list begin; none where too few lines look like items."""
    begun = frozenset(match.start() for match in _ITEM.finditer(text))
    return begun if len(begun) >= _ITEMS else frozenset()


def _opening_years(sentence: Span) -> set[int]:
    """ "In 2018 she was arrested in Arden"."""
    return _years_between(sentence.start, sentence.doc[sentence.start : sentence.start + _OPENING])


def _told_before(sentence: Span) -> Span | None:
    """The sentence before in the paragraph, if it states nothing that has a date of its own."""
    doc, before = sentence.doc, sentence_before(sentence)
    if before is None or "\n" in doc.user_data["text"][before.end_char : sentence.start_char]:
        return None
    stated = (trigger for trigger in doc.spans["triggers"] if before.start <= trigger.start < before.end)
    fronted = bool(_opening_years(before))
    return before if fronted or all(rule_of(trigger).sense == "accused" for trigger in stated) else None
