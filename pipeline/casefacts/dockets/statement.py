"""What an entry of a docket states: charges and verdicts for its offenses, and penalties."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Span

from casefacts.circumstance import Circumstances
from casefacts.dockets.entry import Entry
from casefacts.dockets.head import Head
from casefacts.dockets.page import Page, is_verbless
from casefacts.fact import Fact, joined
from casefacts.marks import mention_of, penalty_of, rule_of
from casefacts.partial_date import PartialDate
from casefacts.records import Kind
from casefacts.stages.offenses import Offense
from casefacts.stages.penalties import Penalty

# What the words before a bare term or sum, or its trigger, make of it
_KINDS: dict[str, Kind] = {
    "fined": "fine",
    "jailed": "prison",
    "imprisoned": "prison",
    "banned": "other",
    "disqualified": "other",
}
_STATED: dict[str, Kind] = {"sentenced": "prison", "jailed": "prison", "fined": "fine"}
_UNMEASURED = ("life", "death", "other")
_POSSIBLE = re.compile(r"\b(?:up to|max(?:imum)?|possible|faces?)\b")


class Statements:
    """Makes the facts of entries, with what `circumstances` tell of their triggers."""

    def __init__(self, page: Page, circumstances: Circumstances) -> None:
        self.page = page
        self.circumstances = circumstances

    def below(self, head: Head, heading: tuple[Offense, ...], entry: Entry) -> list[Fact]:
        """What an entry below a head and a heading states; nothing where it has words that belong to no docket."""
        if self._tells_nothing(entry):
            return []
        offenses = tuple(entry.offenses) or heading
        ruling = next(iter(entry.rulings), head.trigger)
        group = rule_of(ruling).group
        penal = self.penal(entry, offenses, ruling, head.trigger)
        if entry.penalties and (group == "charges" or not penal):
            return []
        ruled = [] if group == "sentences" else [self.ruled(ruling, entry, offense) for offense in offenses]
        told = self._dated(self._fact(head.trigger, entry), head)
        return [fact.filled(told, "date", "court", "judge") for fact in [*ruled, *penal]]

    def _tells_nothing(self, entry: Entry) -> bool:
        """Whether it is prose, or no more than a name."""
        if entry.bare and not (entry.aged or self.page.is_bulleted(entry.span)):
            return True
        return entry.strange and not (entry.bare and entry.aged and is_verbless(entry.span))

    def ruled(self, trigger: Span, entry: Entry, offense: Offense) -> Fact:
        """The charge or verdict that a trigger states of whom an entry names."""
        rule = rule_of(trigger)
        values: dict[str, object] = {"counts": offense.counts}
        if rule.group == "charges":
            values |= {"action": rule.get("action") or "charged", "plea": rule.get("plea")}
        else:
            outcome = str(rule.get("outcome"))
            method = rule.get("method") or self.circumstances.decided_by(trigger, outcome)
            values |= {"outcome": outcome, "method": method, "prejudice": None}
        fact = replace(self._fact(trigger, entry), type=rule.group.removesuffix("s"), values=values)
        return _for(fact, (offense,))

    def penal(self, entry: Entry, offenses: tuple[Offense, ...], ruling: Span, head: Span) -> list[Fact]:
        """The penalties of an entry, each for what it names before, else for all; none where one is not plain."""
        trigger = next((trigger for trigger in entry.triggers if rule_of(trigger).group == "sentences"), head)
        if not (rule_of(trigger).group == "sentences" or rule_of(ruling).get("outcome") == "convicted"):
            return []
        found: list[Fact] = []
        for span, named in entry.penalties:
            penalty = _of_kind(span, trigger, entry.span)
            if penalty is None:
                return []
            fact = replace(self._fact(trigger, entry), type="sentence", values=penalty.values("imposed"))
            found.append(_for(fact, named or offenses))
        return found

    def _fact(self, trigger: Span, entry: Entry) -> Fact:
        """A fact of whom the entry names, as yet without an offense, with day, court and judge of the trigger."""
        about = self.circumstances.of(trigger)
        return Fact(
            type="charge",
            person=mention_of(entry.name).person,
            phrase=None,
            offense=None,
            offense_code=None,
            rule=rule_of(trigger).id,
            start=entry.name.start_char,
            end=entry.span.end_char,
            trigger=trigger,
            values={},
            date=about.date,
            court=about.court,
            judge=about.judge,
            places=about.places,
            linked_by="list",
        )

    def _dated(self, fact: Fact, head: Head) -> Fact:
        """The fact with the one day that the head names: "Charges filed on Monday:"."""
        days = [day for day in self.page.within("dates", head.span) if day.kb_id_]
        if fact.date is not None or len(days) != 1:
            return fact
        return fact.put("date", PartialDate.parse(days[0].kb_id_), (days[0].start_char, days[0].end_char))


def _for(fact: Fact, offenses: tuple[Offense, ...]) -> Fact:
    """The fact with what it is for: one offense, or several together."""
    if not offenses:
        return fact
    told = joined([offense.text for offense in offenses])
    return replace(fact, offense=told, offense_code=offenses[0].code)


def _of_kind(span: Span, trigger: Span, entry: Span) -> Penalty | None:
    """The penalty, of the kind that the trigger or a word before a bare term or sum tells; None where neither does."""
    penalty: Penalty = penalty_of(span)
    if _POSSIBLE.search(entry.text):
        return None
    if penalty.kind is not None:
        measured = penalty.duration or penalty.min_duration or penalty.amount
        return penalty if measured or penalty.kind in _UNMEASURED else None
    told = [_KINDS[token.lower_] for token in entry[: span.start - entry.start] if token.lower_ in _KINDS]
    kind = told[-1] if told else _STATED.get(str(rule_of(trigger).sense))
    return replace(penalty, kind=kind) if (kind == "fine") == (penalty.amount is not None) and kind else None
