"""Who is known as a defendant in an article: whoever stands by name where a defendant stands."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from casefacts.assembly.account import Account
from casefacts.entities.people import Person
from casefacts.forms import words_of
from casefacts.marks import mention_of, rule_of, said_of
from casefacts.stages.slots import stands_before

# What is said of a statement that makes nobody a defendant
_NOT_ACCUSED = ("negated", "civil", "fictional", "false_report", "general")


class Learning:
    """Fills the defendants known of one Doc."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.doc = account.doc
        self.references = account.references
        self.known = account.references.known

    def learn(self) -> None:
        """Those whose name can mean nobody else first, then by them the others."""
        self._note(self._named_in_slots(sure=True))
        self.references.settle()
        self._note(self._named_in_slots(sure=False))
        self._note(self._identified())
        if not self.known:
            self._note(self._told_by_pronouns())

    def _note(self, people: Iterator[Person]) -> None:
        for person in people:
            self.known.setdefault(person.id, person)

    def _named_in_slots(self, sure: bool) -> Iterator[Person]:
        """Who stands by name where a defendant stands; with `sure` only where the name can mean nobody else."""
        for trigger in self.account.triggers:
            for token in self.account.defendants.slots(trigger) if self._accuses(trigger) else ():
                person = self._in_slot(trigger, token, sure) if token is not None else None
                if person is not None:
                    yield person

    def _in_slot(self, trigger: Span, token: Token, sure: bool) -> Person | None:
        """Who stands there by name; nobody in office unless the name itself stands before the trigger."""
        span = self.references.by_token.get(token.i)
        if sure and span is not None and mention_of(span).bearers:
            return None
        person = self._named(trigger, token)
        itself = self.references.name_at(token) is person and stands_before(trigger, token)
        return person if person is not None and (itself or not person.official) else None

    def _accuses(self, trigger: Span) -> bool:
        """Whether whoever stands in the trigger's slots is a defendant."""
        rule, said = rule_of(trigger), said_of(trigger)
        if said.rule == "hypothetical.suppose" or said.status in _NOT_ACCUSED:
            return False
        if rule.group == "sentences" and not self.account.sentencing.penalties(trigger):
            return False
        return not (rule.get("needs") == "court" or rule.get("status") == "sought")

    def _identified(self) -> Iterator[Person]:
        """ "The defendant was identified as Ana Roe": known, and nobody in office of whom the sentence also tells."""
        profiles = self.references.cast.profiles
        for token in (self.doc[i] for i, word in enumerate(words_of(self.doc)) if word == "identified"):
            if {"defendant", "defendants"}.isdisjoint(t.lower_ for t in token.sent):
                continue
            for name in self.references.names_in(token.i + 1, token.sent.end):
                person: Person = mention_of(name).person
                if not person.official or profiles[person.id].identified:
                    yield person

    def _told_by_pronouns(self) -> Iterator[Person]:
        """ "She was sentenced today": who she is, where nobody is a defendant by name."""
        for trigger in self.account.triggers:
            if said_of(trigger).status == "asserted" and rule_of(trigger).get("who") in ("patient", "subject"):
                for slot in self.account.defendants.slots(trigger):
                    told = self.references.of(slot) if slot is not None and slot.lower_ in ("he", "she") else None
                    for person in told.people if told is not None else ():
                        if not (person.official or person.victim or person.company):
                            yield person

    def _named(self, trigger: Span, token: Token) -> Person | None:
        """Whom the token names, or the name between it and the trigger tells."""
        beside = self.account.defendants.beside
        return self.references.named(token) or (beside(trigger, token) if token.pos_ == "NOUN" else None)
