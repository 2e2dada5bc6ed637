"""Gapped statements: the verb is told once, and further people follow with offenses or penalties of their own.

"Roe pleaded guilty to theft and Poe to fraud"; "sentenced two men to death and three others to life".
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from spacy.tokens import Doc, Span, Token

from casefacts.entities.people import Person
from casefacts.marks import mention_of, rule_of
from casefacts.numerals import number
from casefacts.reference import Reference, References
from casefacts.stages.offenses import Offense

_JOINTS = {",", ";", ":", "and", "but"}
_BEFORE_OFFENSE = {"a", "an", "the", "one", "two", "three", "count", "counts", "charge", "charges", "of"}
_TERM_LINKS = {"to", "for"}
_OTHERS = {"another", "other", "others", "rest", "second", "third"}
_WITHIN = {"DET", "ADJ", "NUM", "NOUN", "PRON", "PROPN"}


def pairs(doc: Doc, trigger: Span, references: References) -> Iterator[tuple[Person, int, Offense]]:
    """Who else the trigger is said of, the first token of the name, and for which offense: in text order.

    Only offenses of the lexicon count, and only behind a word that leads from this trigger to its offenses.
    """
    starts = {hit.start: hit for hit in doc.spans["lexicon"]}
    told = trigger.end
    for name in references.names:
        if not (trigger.end <= name.start and name.end + 1 < trigger[0].sent.end):
            continue
        led = doc[name.start - 1].text == ":" or any(told <= start < name.start for start in starts)
        told = name.end
        hit = starts.get(_behind_link(doc, name, trigger, starts)) if led else None
        person: Person = mention_of(name).person
        if hit is not None and not (person.official or person.victim):
            yield person, name.start, Offense(hit.text, hit.start, hit.end, hit.kb_id_ or None)


def _behind_link(doc: Doc, name: Span, trigger: Span, starts: Container[int]) -> int:
    """Where an offense would begin that a link leads to from a name that opens an item; -1 where none leads."""
    links = rule_of(trigger).get("links") or ()
    if doc[name.start - 1].lower_ not in _JOINTS or doc[name.end].lower_ not in links:
        return -1
    at = name.end + 1
    while doc[at].lower_ in _BEFORE_OFFENSE and at not in starts and at + 1 < len(doc):
        at += 1
    return at


def party(doc: Doc, before: Span, penalty: Span, references: References) -> Reference | None:
    """Whom a further penalty is for: the people between "and" and "to" or "for"; None where none are told.

    "... to death and [two others] to life": a reference without people where the text does not name them there.
    """
    end = penalty.start if penalty[0].lower_ in _TERM_LINKS else penalty.start - 1
    if end >= len(doc) or doc[end].lower_ not in _TERM_LINKS:
        return None
    start = end
    while start > before.end and doc[start - 1].pos_ in _WITHIN and doc[start - 1].lower_ not in _JOINTS:
        start -= 1
    if start == end or doc[start - 1].lower_ not in _JOINTS:
        return None
    head = doc[end - 1]
    return references.of(head) or Reference(phrase=doc[start:end].text, by="phrase") if _is_party(head) else None


def _is_party(head: Token) -> bool:
    mention = head.doc.user_data["cast"].at(head) is not None
    known = any(span.start <= head.i < span.end for span in head.doc.spans["people"])
    return mention or known or head.lower_ in _OTHERS or number(head.text) is not None
