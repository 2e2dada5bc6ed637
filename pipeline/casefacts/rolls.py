"""Who a group is of which a charge was told: "Those charged include Ana Roe, 34, and Max Poe."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Doc, Span

from casefacts.fact import Fact
from casefacts.marks import mention_of
from casefacts.reference import References

# "Those charged included ...", "Among those facing charges are ...", "The men who were indicted are ..."
_ROLL = re.compile(
    r"(?:among )?(?:those|the (?:\w+ ){0,2}?(?P<noun>\w+s|men|women|people))(?: who (?:were|are|have been))?"
    r"(?: also| now)? (?:charged|indicted|facing (?:the )?charges)(?: (?:\w+ ){0,2}\w+)?"
    r" (?:include|includes|included|are|were)\b",
    re.IGNORECASE,
)
# "Others include ...", "The other protesters are ..."
_OTHERS = re.compile(r"(?:the )?others?(?: (?P<noun>\w+))? (?:include|includes|included|are|were)\b", re.IGNORECASE)
# What parts the members of a list, or leads to it
_BORDERS = {",", ";", ":", "and", "include", "includes", "included", "are", "were"}
_PREPOSITIONS = {"of", "for", "at", "by", "with", "from", "to"}
_NEXT = 2  # sentences after a roll in which "others" go on with it


def rolls(doc: Doc, references: References, facts: Iterable[Fact]) -> Iterator[Fact]:
    """The charges of those whom a roll names, as they were told of the group before."""
    told = [fact for fact in facts if fact.type == "charge" and fact.offense and _is_of_group(fact)]
    if not told:
        return
    last = -_NEXT
    sentences = [sentence for sentence in doc.sents if sentence.text.strip()]
    for number, sentence in enumerate(sentences):
        found = _roll(sentence, told, goes_on=number - last < _NEXT)
        group = _told_last(told, sentence.start)
        if found is None or not group:
            continue
        last = number
        for name in _listed(sentence, found.end(), references) or _below(sentence, references):
            yield from (_told_of(name, fact, sentence) for fact in group)


def _told_of(name: Span, fact: Fact, roll: Span) -> Fact:
    told_here = replace(fact, start=roll.start_char, end=name.end_char, descriptive=False)
    return replace(told_here, person=mention_of(name).person, phrase=None, linked_by="list")


def _roll(sentence: Span, told: Iterable[Fact], goes_on: bool) -> re.Match[str] | None:
    """The words that open a roll; "others" do so soon after one (`goes_on`), or where they are of a group's noun."""
    if roll := _ROLL.match(sentence.text):
        return roll
    others = _OTHERS.match(sentence.text)
    return others if others and (goes_on or _is_noun_of(others["noun"], told)) else None


def _told_last(told: Iterable[Fact], start: int) -> list[Fact]:
    """What the last statement before the token `start` told."""
    before = [fact for fact in told if fact.trigger.start < start]
    latest = max((fact.trigger.start for fact in before), default=None)
    return [fact for fact in before if fact.trigger.start == latest]


def _is_of_group(fact: Fact) -> bool:
    """Whether it is told of people who are not named there: "eight protesters", "nine food suppliers"."""
    return fact.person is None and (fact.phrase or "").endswith(("s", "men", "women", "people"))


def _is_noun_of(noun: str | None, told: Iterable[Fact]) -> bool:
    return noun is not None and any((fact.phrase or "").lower().endswith(noun.lower()) for fact in told)


def _listed(sentence: Span, at: int, references: References) -> list[Span]:
    """The names of the list itself; not the father, employer or friend by whom one of them is described."""
    first = sentence.start_char + at
    names = [name for name in references.names if name.start >= sentence.start and name.end <= sentence.end]
    return [name for name in names if name.start_char >= first and (_is_aged(name) or not _describes(name))]


def _below(sentence: Span, references: References) -> list[Span]:
    """The names that begin the lines below "Those charged are:"."""
    doc, names, at = sentence.doc, [], sentence.end
    starts = {name.start: name for name in references.names}
    while sentence.text.rstrip().endswith(":") and at < len(doc):
        line = doc[at].sent
        first = next((token.i for token in line[:3] if token.i in starts), None)
        if first is None and line.text.strip():
            break
        if first is not None:
            if not _is_aged(starts[first]):
                break
            names.append(starts[first])
        at = line.end
    return names


def _is_aged(name: Span) -> bool:
    return bool(re.match(r", \d\d\b| \(\d\d\)", name.doc[name.end : name.end + 4].text_with_ws.replace(" ,", ",")))


def _describes(name: Span) -> bool:
    """Whether the name stands below a preposition or belongs to somebody: "son of Max Poe", "Roe's friend"."""
    before = list(
        takewhile(lambda token: token.lower_ not in _BORDERS, reversed(name.sent[: name.start - name.sent.start]))
    )
    if any(token.lower_ in _PREPOSITIONS or token.text[0].isupper() for token in before):
        return True
    if mention_of(name).person.official or mention_of(name).person.company:
        return True
    token = name.root
    while token.head != token and token.dep_ not in ("ROOT", "attr", "dobj", "nsubj"):
        if token.dep_ in ("pobj", "poss", "relcl"):
            return True
        token = token.head
    return False
