"""From the spans of one Doc to facts: whose, which offense or penalty, what is asserted, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from spacy.tokens import Doc, Span

from casefacts.assembly.account import Account
from casefacts.assembly.charged import Charged
from casefacts.assembly.court import Court
from casefacts.assembly.facts import Facts
from casefacts.assembly.imposed import Imposed
from casefacts.assembly.learning import Learning
from casefacts.dockets import dockets
from casefacts.fact import Fact
from casefacts.forms import text_of, words_of
from casefacts.gate import speaks_of_crime
from casefacts.marks import rule_of, said_of
from casefacts.rolls import rolls
from casefacts.rulebook import lists_of
from casefacts.statement import in_prose, is_filed, target_of
from casefacts.tables import tables

# "on the theft" between "two years" and "charge"
_ON_THE_CHARGE = re.compile(
    r"(?:in (?:prison|jail) )?(?:on|for|over) (?:each of )?(?:the|his|her|their|that|those) (?:[\w-]+ ){0,3}"
)
# "jailed for theft and other" before "charges for trying to ..."
_OTHER_CHARGES = re.compile(r"\b(?:and|or) (?:other|related|additional)(?: [\w-]+)?$")
# "for two felony" before "counts of"
_FOR_COUNTS = re.compile(r"\b(?:for|, on) (?:each of )?(?:the |his |her |their )?(?:[\w-]+ ){0,3}[\w-]*$")


@dataclass
class Rejected:
    """A trigger of which no record came, why, and in `also` what else speaks against one."""

    trigger: Span
    reason: str
    also: tuple[str, ...] = ()


@dataclass
class Assembly:
    """All that came of one Doc."""

    facts: list[Fact] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)


def assemble(doc: Doc, every_reason: bool = False) -> Assembly:
    """The facts of a Doc that went through all stages, one for each statement (not yet merged).

    Of a trigger that states none the first reason, or with `every_reason` all.
    """
    if not (doc.spans["lexicon"] or speaks_of_crime(words_of(doc), lists_of(doc))):
        return Assembly(rejected=[Rejected(t, "nothing in the article speaks of crime") for t in doc.spans["triggers"]])
    return _Assembler(doc, every_reason).run()


class _Assembler:
    def __init__(self, doc: Doc, every_reason: bool) -> None:
        self.doc = doc
        self.every_reason = every_reason
        self.account = Account(doc)
        self.triggers = self.account.triggers
        court, self.facts = Court(self.account), Facts(self.account)
        self.charged = Charged(self.account, court, self.facts)
        self.imposed = Imposed(self.account, court, self.facts)
        self.tabled: set[int] = set()
        self.rejected: list[Rejected] = []

    def run(self) -> Assembly:
        Learning(self.account).learn()
        self._read_tables()
        self._claim_targets()
        for trigger in sorted(self.triggers, key=self._turn):
            passed_over = self._passed_over(trigger)
            if passed_over is None:
                self._read(trigger)
            else:
                self.rejected.append(Rejected(trigger, passed_over))
        told = self.account.facts
        return Assembly([*told, *rolls(self.doc, self.account.references, told)], self.rejected)

    def _turn(self, trigger: Span) -> tuple[bool, bool, int]:
        """Bare terms after the penalties of verbs, charges without an offense after those that may name theirs."""
        bare = rule_of(trigger).group == "charges" and not self.account.offenses(trigger)
        return rule_of(trigger).sense == "sentence", bare, trigger.start

    def _passed_over(self, trigger: Span) -> str | None:
        """Why the trigger is not read."""
        if not in_prose(trigger):
            return "it stands in a headline"
        if trigger.start in self.tabled:
            return "it is read with its table"
        return "its words belong to another statement" if trigger.start in self.account.claimed else None

    def _read(self, trigger: Span) -> None:
        read = self.imposed.read if rule_of(trigger).group == "sentences" else self.charged.read
        reading = read(trigger)
        against = reading.against()
        reason = next(against, None)
        if reason is None:
            facts = reading.facts()
        else:
            facts = self.facts.announced(trigger) if reason == reading.unnamed else []
        self.account.facts += facts
        if not facts:
            also = tuple(against) if self.every_reason else ()
            self.rejected.append(Rejected(trigger, reason or "", also))

    def _read_tables(self) -> None:
        references = self.account.references
        found = (read(self.doc, references, self.account.circumstances) for read in (tables, dockets))
        for table in chain.from_iterable(found):
            self.account.facts += table.facts
            self.tabled |= table.tokens
            for person in table.people:
                references.known.setdefault(person.id, person)

    def _claim_targets(self) -> None:
        """ "dropped the charge of fraud": the word "charge" there states nothing of its own."""
        for trigger in self.triggers:
            if rule_of(trigger).get("who") == "charges" and said_of(trigger).status == "asserted":
                self.account.claimed.update(other.start for other in self._targets(trigger))
            elif rule_of(trigger).sense == "counts" and self._is_punished(trigger):
                self.account.claimed.add(trigger.start)

    def _targets(self, trigger: Span) -> Iterator[Span]:
        target = target_of(trigger)
        if target is not None and target.sent.start == trigger[0].sent.start:
            others = (other for other in self.triggers if other is not trigger)
            yield from (other for other in others if target in other and not is_filed(other))

    def _is_punished(self, trigger: Span) -> bool:
        """ "eight years for two counts of theft and one on the fraud charge": what it is for, and no further charge."""
        before = self.doc[trigger[0].sent.start : trigger.start]
        penalties = [span for span in self.doc.spans["penalties"] if before.start <= span.start < before.end]
        if not penalties:
            return False
        counted = _FOR_COUNTS.search(before.text) is not None and trigger.text.lower().startswith("count")
        between = text_of(self.doc)[penalties[-1].end_char : trigger.start_char].lstrip()
        other = _OTHER_CHARGES.search(before.text) is not None
        return counted or other or _ON_THE_CHARGE.fullmatch(between) is not None
