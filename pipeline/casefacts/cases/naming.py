"""The offense that the words around a statement name, where the statements of its matter name none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from casefacts.cases.deeds import is_of_its_item, year_of_deed, years_of
from casefacts.clause import sentence_before, sentence_behind
from casefacts.fact import Fact, Place, same_offense
from casefacts.marks import rule_of, said_of

# Words for what happened, which is charged under another name
_DEEDS = frozenset(
    """
    shooting shootings shot stabbing killing killings kill killed death deaths slaying slayings attack attacks on
    beating hitting pushing grabbing abuse violence fighting massacre assassination contraband injuring drowning
    attacking
    """.split()
)
_RELATING = re.compile(r"case (?:(?:related|relating) to|over|concerning|involving) (?:the |an? )?")
_ENDING = ("VBD", "VBZ", "WP", "WDT", "CC")
_NEAR = 2  # sentences on either side in which the one offense that is named is the statement's
# What ties an offense to a court: "the bribery case", "a murder convict"; "his appearance for a series of robberies"
_OF_A_CASE = frozenset("case cases trial charge charges count counts convict convicts conviction convictions".split())
_TO_A_COURT = re.compile(
    r"\b(?:sentences?|terms?|appearance|trial|prison|jail|jailed|sentenced|fined|bars)\b[^.;]{0,40}"
    r"\bfor (?:the |an? |his |her |their )?(?:[\w-]+ ){0,3}$"
    r"|\b(?:crime|charge|offen[cs]e)s? (?:was|were|is|are) (?:an? )?$"
)


class Naming(NamedTuple):
    """An offense as some words name it, the characters of these, and its code."""

    text: str
    place: Place
    code: str | None


def named_case(event: Fact) -> Span | None:
    """ "in a case related to smuggling", "in a gold smuggling case": the sentence says which matter it was."""
    sentence = event.trigger[0].sent
    for token in sentence.doc[event.trigger.end : sentence.end]:
        if token.lower_ == "case":
            found = _behind_case(token) or _before_case(token)
            if found is not None:
                return found
    return None


def _behind_case(case: Token) -> Span | None:
    lead = _RELATING.match(case.doc[case.i : min(case.i + 8, case.sent.end)].text)
    behind = [token for token in case.doc[case.i : case.sent.end] if lead and token.idx >= case.idx + lead.end()]
    named = list(takewhile(lambda token: not token.is_punct and token.tag_ not in _ENDING, behind))
    return case.doc[named[0].i : named[-1].i + 1] if named else None


def _before_case(case: Token) -> Span | None:
    return next((hit for hit in _hits(case.doc, case.left_edge.i, case.i) if hit.end == case.i), None)


def named_beside(event: Fact, shared: bool = False) -> Span | None:
    """The one offense that the statement's sentence names; with `shared` also one that another statement there has."""
    sentence = event.trigger[0].sent
    taken = set() if shared else _taken(event.trigger.doc)
    return _only(hit for hit in _hits(sentence.doc, sentence.start, sentence.end) if hit.start not in taken)


def hits_beside(event: Fact) -> list[Span]:
    """All names of offenses in the statement's sentence, but for words of what was done."""
    sentence = event.trigger[0].sent
    return _hits(sentence.doc, sentence.start, sentence.end)


def named_around(event: Fact, strangers: Sequence[Fact], anywhere: bool = False) -> Span | None:
    """The one offense that the sentences around name of nobody else, or the whole article names.

    With `anywhere` only the whole article's. Who has other matters may have been there for something never named.

    `strangers` are the events of other people and of other matters.
    """
    doc, free = event.trigger.doc, _free(event, strangers)
    first, last = event.trigger[0].sent.start, event.trigger[0].sent.end
    for _ in range(0 if anywhere else _NEAR):
        first, last = _widened(doc, first, last)
        near = [hit for hit in free if first <= hit.start < last]
        if near:
            return _only(near) if any(map(_is_tied, near)) else None
    if any(fact.person is event.person for fact in strangers) or not any(map(_is_tied, free)):
        return None
    return _only(free)


def _is_tied(hit: Span) -> bool:
    """Whether the words around take it to a court: neither "crime escalates to murder" nor "he managed to escape"."""
    doc, sentence = hit.doc, hit.sent
    if hit.end < sentence.end and doc[hit.end].lower_ in _OF_A_CASE:
        return True
    stating = (trigger for trigger in doc.spans["triggers"] if said_of(trigger).status == "asserted")
    items = (item for trigger in stating for item in doc.user_data["offenses"].get(trigger.start, []))
    if any(item.start <= hit.start < item.end for item in items):
        return True
    return _TO_A_COURT.search(doc[sentence.start : hit.start].text + " ") is not None


def _free(event: Fact, strangers: Sequence[Fact]) -> list[Span]:
    """The names of offenses that no stranger's event has, and no deed of another year."""
    doc, year = event.trigger.doc, year_of_deed(event)
    theirs = [fact.place("offense") for fact in strangers if fact.offense is not None and fact.person is not None]
    hits = [hit for hit in _hits(doc, 0, len(doc)) if not any(s <= hit.start_char < e for s, e in theirs)]
    return [hit for hit in hits if is_of_its_item(event, hit) and (year is None or years_of(hit.sent) <= {year})]


def _widened(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """The tokens of a stretch of sentences and of one more on either side."""
    before, behind = sentence_before(doc[first:last]), sentence_behind(doc[first:last])
    return before.start if before is not None else first, behind.end if behind is not None else last


def formal_name(event: Fact) -> Span | None:
    """ "jailed for killing a neighbour ... the murder": the one name that the article has for that kind of crime."""
    doc, code = event.trigger.doc, event.offense_code
    return _only(hit for hit in _hits(doc, 0, len(doc)) if code is not None and hit.kb_id_ == code)


def headlined(event: Fact) -> Naming | None:
    """The one offense in a headline that tells an event of the same kind: "Two acquitted of murder"."""
    doc = event.trigger.doc
    for start, end in doc.user_data.get("headlines", []):
        told = [trigger for trigger in doc.spans["triggers"] if start <= trigger.start_char < end]
        if any(_tells(trigger, event) for trigger in told):
            return _only_name(_of_triggers(doc, told) or _of_lexicon(doc, start, end))
    return None


def _of_triggers(doc: Doc, triggers: list[Span]) -> list[Naming]:
    items = [item for trigger in triggers for item in doc.user_data["offenses"].get(trigger.start, [])]
    starts = {trigger.start for trigger in triggers}  # "honoured for convicting murderers" names no offense
    items = [item for item in items if starts.isdisjoint(range(item.start, item.end))]
    return [Naming(item.text, _characters(doc, item.start, item.end), item.code) for item in items]


def _of_lexicon(doc: Doc, start: int, end: int) -> list[Naming]:
    """What the headline names; not "smuggle" of "tried to smuggle whisky", which is no name without its object."""
    inside = [hit for hit in doc.spans["lexicon"] if start <= hit.start_char < end]
    hits = [hit for hit in inside if len(hit) > 1 or hit[0].tag_ != "VB"]
    return [Naming(hit.text, (hit.start_char, hit.end_char), hit.kb_id_ or None) for hit in hits]


def _only_name(named: list[Naming]) -> Naming | None:
    alike = all(same_offense(each.text, named[0].text) for each in named)
    return named[0] if named and alike else None


def _tells(trigger: Span, event: Fact) -> bool:
    """Whether a trigger states an event of the same kind and outcome."""
    rule = rule_of(trigger)
    alike = rule.group == f"{event.type}s" and rule.get("outcome") == event.values.get("outcome")
    negated: bool = said_of(trigger).status == "negated"
    return alike and rule.get("status") == event.values.get("status") and not negated


def _characters(doc: Doc, start: int, end: int) -> Place:
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def _hits(doc: Doc, start: int, end: int) -> list[Span]:
    """The names of offenses between two tokens, but for words of what was done."""
    hits = [hit for hit in doc.spans["lexicon"] if start <= hit.start < end]
    return [hit for hit in hits if hit[-1].lower_ not in _DEEDS]


def _taken(doc: Doc) -> set[int]:
    return {i for items in doc.user_data["offenses"].values() for item in items for i in range(item.start, item.end)}


def _only(hits: Iterable[Span]) -> Span | None:
    """The fullest wording, where all of them can name one offense."""
    found = sorted(hits, key=lambda hit: (-len(hit.text), hit.start))
    return found[0] if found and all(same_offense(hit.text, found[0].text) for hit in found) else None
