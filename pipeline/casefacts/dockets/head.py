"""Heads of dockets, which tell what became of all below, and headings, which tell of what they were accused."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span

from casefacts.dockets.page import Page
from casefacts.marks import rule_of, said_of
from casefacts.stages.offenses import Offense

# A head within a line opens with what became of all, or with the court before which they stood
_HEAD = re.compile(r"\W*(?:[A-Z]\w+|charges (?:filed|laid|brought)\b|(?:before|at) [^:]*\bcourt\b)[^:]*:", re.I)
# ... one that is a line tells of those below
_OF_ALL = re.compile(
    r"\b(?:following|those|these|defendants|accused|suspects|people|men|women|others|were|are)\b", re.I
)


@dataclass(frozen=True)
class Head:
    """What is told of all below: by which trigger, where, and for what, if it says so."""

    trigger: Span
    span: Span
    offenses: tuple[Offense, ...] = ()
    in_court: bool = False


def head(line: Span, page: Page) -> Head | None:
    """The head with which a line opens or that it is."""
    triggers = [trigger for trigger in page.within("triggers", line) if _can_tell_of_all(trigger)]
    span = _up_to_colon(line, page) if triggers else None
    if span is None:
        return None
    heads = (_head(trigger, span, line, page) for trigger in triggers)
    return next((head for head in heads if head is not None), None)


def _can_tell_of_all(trigger: Span) -> bool:
    rule = rule_of(trigger)
    return bool(rule.has("docket") or rule.get("outcome") == "convicted")


def _up_to_colon(line: Span, page: Page) -> Span | None:
    """The words that may be a head; a name in them is a court's: "before Lee Crown Court"."""
    colon = next((token.i for token in line if token.text == ":"), None)
    if colon is None or not _HEAD.match(line.text):
        return None
    span = page.doc[line.start : colon + 1]
    names = (page.names[token.i] for token in span if token.i in page.names)
    return span if all(page.doc[name.end].lower_ in page.lists["docket_courts"] for name in names) else None


def _head(trigger: Span, span: Span, line: Span, page: Page) -> Head | None:
    """The head, if the trigger tells of all: behind the court, or before the colon."""
    in_court = any(token.lower_ in page.lists["docket_courts"] for token in span)
    status = said_of(trigger).status
    if trigger.start >= span.end:
        return Head(trigger, span, in_court=True) if status == "asserted" and in_court else None
    if status == "asserted" and not page.doc[line.start : trigger.start].text.strip():
        told = [offense for offense in page.offenses.get(trigger.start, []) if offense.end < span.end]
        return Head(trigger, span, tuple(told), in_court)
    whole = not page.doc[span.end : line.end].text.strip() and _OF_ALL.search(span.text)
    return Head(trigger, span, in_court=in_court) if whole and status in ("asserted", "general") else None


def heading(line: Span, page: Page) -> tuple[Offense, ...]:
    """The offense that a line is: "First-degree robbery", "THEFT:"."""
    text = line.text.strip().rstrip(":").rstrip()
    hits, words = page.within("lexicon", line), text.lower().split()
    if not hits or not page.can_be_offense(words):
        return ()
    if text.endswith(".") or page.within("triggers", line) or page.is_in_prose(line):
        return ()
    return (Offense(text, line.start, line.end, hits[0].kb_id_ or None),)
