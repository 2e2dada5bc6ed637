"""One statement's words as a fact: its evidence, day, court and judge."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from spacy.tokens import Span

from casefacts.assembly.account import Account
from casefacts.entities.people import Person
from casefacts.fact import Fact, Place, joined
from casefacts.marks import rule_of, said_of
from casefacts.reference import Reference
from casefacts.stages.offenses import Offense

_TYPES = {"charges": "charge", "verdicts": "verdict", "sentences": "sentence"}
# A defendant's phrase is evidence as a whole if its head stands within so many tokens
_SHORT = 8
# Senses of what gives or orders anything: "was granted a pardon", "ordered the extradition" tell of no sentencing
_OF_ANYTHING = ("given", "ordered", "received")


class Facts:
    """Makes the facts of one Doc."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.doc = account.doc

    def fact(
        self,
        trigger: Span,
        person: Person | None,
        whom: Reference,
        offense: Offense | None,
        item: Span | Offense | None,
        values: dict[str, Any],
    ) -> Fact:
        """What the trigger says of a person, or of `whom` where nobody is named; `item` is the listed thing told."""
        start, end = self._evidence(trigger, item)
        about = self.account.circumstances.of(trigger)
        return Fact(
            type=_TYPES[rule_of(trigger).group],
            person=person,
            phrase=whom.phrase,
            offense=offense.text if offense and offense.text else None,
            offense_code=offense.code if offense else None,
            rule=rule_of(trigger).id,
            start=self.doc[start].idx,
            end=self.doc[end - 1].idx + len(self.doc[end - 1]),
            values=values,
            date=about.date,
            court=about.court,
            judge=about.judge,
            attributed_to=about.source,
            trigger=trigger,
            descriptive=whom.descriptive,
            linked_by=whom.by if person is not None else "phrase",
            places=self._places(trigger, dict(about.places), offense, values),
        )

    def announced(self, trigger: Span) -> list[Fact]:
        """ "Two men were sentenced on Friday": no record, but what it tells of those that follow."""
        rule = rule_of(trigger)
        whom = self.account.defendants.whose(trigger) if _announces(trigger) else None
        if whom is None:
            return []
        values = {"outcome": rule.get("outcome"), "status": rule.get("status")}
        items = self.account.offenses(trigger)
        offense = replace(items[0], text=joined([item.text for item in items])) if items else None
        facts = [self.fact(trigger, person, whom, offense, None, values) for person in whom.people]
        return [fact for fact in facts if fact.date is not None or fact.court or fact.judge or fact.offense]

    def _evidence(self, trigger: Span, item: Span | Offense | None) -> tuple[int, int]:
        """From the first to behind the last token of defendant, trigger and item within the sentence."""
        sentence = trigger[0].sent
        if item is not None and item.start >= sentence.end:
            return item.start, item.end  # a line of a list below
        parts = [(trigger.start, trigger.end)] + ([(item.start, item.end)] if item is not None else [])
        slots = self.account.defendants.slots(trigger)
        slot = next((t for t in slots if t is not None and t.sent.start == sentence.start), None)
        if slot is not None:
            parts.append((slot.left_edge.i if slot.i - slot.left_edge.i < _SHORT else slot.i, slot.i + 1))
        start, end = min(start for start, _ in parts), max(end for _, end in parts)
        return max(start, sentence.start), min(end, max(sentence.end, trigger.end))

    def _places(
        self, trigger: Span, places: dict[str, Place], offense: Offense | None, values: dict[str, Any]
    ) -> dict[str, Place]:
        """Where the words of the fields stand."""
        if offense is not None:
            last = self.doc[offense.end - 1]
            places["offense"] = self.doc[offense.start].idx, last.idx + len(last)
        if values.get("method") == "judge" and "judge" in places:
            places["method"] = places["judge"]
        elif values.get("method") == "judge" and (ruling := self.account.circumstances.ruling(trigger)) is not None:
            places["method"] = (ruling.start_char, ruling.end_char)
        return places


def _announces(trigger: Span) -> bool:
    """Whether it may tell of a hearing alone: what happened to somebody, and in a court."""
    rule = rule_of(trigger)
    told = said_of(trigger).status == "asserted" and rule.get("who") == "patient"
    return told and rule.sense not in _OF_ANYTHING
