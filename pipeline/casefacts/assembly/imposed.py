"""Sentences: what speaks against a statement of a penalty, and who gets which."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property

from spacy.tokens import Span

from casefacts.assembly.account import Account
from casefacts.assembly.court import Court
from casefacts.assembly.facts import Facts
from casefacts.assembly.naming import Naming
from casefacts.assembly.reading import Reading
from casefacts.assembly.shares import Shares, Stated
from casefacts.clause import agent, predicate
from casefacts.entities.people import Person
from casefacts.fact import Fact
from casefacts.marks import rule_of, said_of
from casefacts.reference import Reference
from casefacts.sentencing import FOR_WHAT, FOR_WITHIN
from casefacts.stages.assertion import Said
from casefacts.stages.penalties import Penalty

# Within how many tokens of a fine without its sum a court must be spoken of
_NEAR = 20
# How many sentences before a penalty may tell what it is for
_SENTENCED = 2


# Of whom a law is asked for: "life sentences in cases where someone kills a nurse"
_ANYONE = re.compile(r"\b(?:someone|somebody|anyone|anybody|whoever|people who|those who)\b", re.I)
# What leads to the sum of what several people got, and within how many tokens before it
_TOTAL = re.compile(r"\b(?:total of|totall?ing|between them)\b", re.I)
_TOTAL_REACH = 6


class Imposed:
    """Reads the sentences of one Doc."""

    def __init__(self, account: Account, court: Court, facts: Facts) -> None:
        self.account = account
        self.court = court
        self.facts = facts
        self.shares = Shares(account, Naming(account))

    def read(self, trigger: Span) -> Reading:
        """What a trigger of the group sentences states."""
        return _Sentence(self, trigger)


class _Sentence(Reading):
    unnamed = "no penalty goes with it"

    def __init__(self, imposed: Imposed, trigger: Span) -> None:
        super().__init__(imposed.account, trigger)
        self.court = imposed.court
        self.shares = imposed.shares
        self.sentencing = imposed.account.sentencing
        self.defendants = imposed.account.defendants
        self._fact = imposed.facts.fact
        self.said: Said = said_of(trigger)

    @cached_property
    def penalties(self) -> list[Stated]:
        """The penalties that go with it, in full; one without a term or sum where a crime is told instead."""
        spans = self.sentencing.penalties(self.trigger)
        found = [(s, full) for s in spans if (full := self.sentencing.penalty(self.trigger, s)) is not None]
        if not found and self.rule.sense == "jailed" and self._names_a_crime():
            return [(self.trigger, Penalty("prison"))]
        if not found and self.rule.sense == "fined" and self._is_fined_for_a_crime():
            return [(self.trigger, Penalty("fine"))]
        return found

    @cached_property
    def status(self) -> str | None:
        """Whether it was imposed, sought, ...; None where no penalty is told."""
        return self.sentencing.status(self.trigger, self.said)

    @cached_property
    def whom(self) -> Reference | None:
        """Whose it is."""
        return self.defendants.whose(self.sentencing.possible_beside(self.trigger) or self.trigger)

    @cached_property
    def told(self) -> Span | None:
        """ "Roe was sentenced for theft. She must ...": what for, the text has told just before."""
        people = self.whom.people if self.whom is not None else ()
        return next((t for t in self.account.triggers if people and self._tells_what_for(t, people)), None)

    # -- what speaks against it -----------------------------------------------------------------------------

    def has_no_penalty(self) -> str | None:
        return None if self.penalties else self.unnamed

    def may_await_trial(self) -> str | None:
        spent = self.rule.sense == "served" and predicate(self.trigger).lower_.startswith("spen")
        if not spent or self.sentencing.for_a_crime(self.trigger):
            return None
        return "it may be detention before trial"

    def is_asked_of_nobody(self) -> str | None:
        asked = self.rule.get("needs") == "court" and not self.court.is_spoken_of(self.trigger)
        anyone = self.status == "sought" and _ANYONE.search(self.trigger[0].sent.text) is not None
        return "nobody asks it of a court" if asked or anyone else None

    def is_not_said(self) -> str | None:
        return self.said.as_reason() if self.status is None else None

    def is_light(self) -> str | None:
        """A fine or a ban, which leagues and offices hand out, too."""
        light = self.rule.sense in ("received", "given") and all(
            penalty.kind in ("fine", "other") and "driving" not in {token.lower_ for token in span}
            for span, penalty in self.penalties
        )
        if not light or self.court.is_criminal(self.trigger, self.account.offenses(self.trigger)):
            return None
        sure = self.sentencing.for_a_crime(self.trigger)
        return None if sure else "a fine or a ban, and nothing around it speaks of a court"

    def is_not_agreed(self) -> str | None:
        lacking = self.status == "expected" and not self.court.has_agreed(self.trigger)
        return "nothing says that it was agreed or ordered" if lacking else None

    def is_no_courts_fine(self) -> str | None:
        lacking = self.rule.sense == "fined" and not self.court.has_fined(self.trigger)
        return "no court imposed it" if lacking else None

    def is_no_prison_term(self) -> str | None:
        """ "nearing the end of the mayor's term"."""
        bare = self.rule.sense == "sentence" and self.trigger.text.lower() in ("term", "terms")
        people = self.whom.people if self.whom is not None else ()
        tried = all(person.id in self.account.references.known for person in people)
        if not bare or (tried and self.court.is_spoken_of(self.trigger)) or self._is_judged():
            return None
        return "a term, and nothing around it speaks of a court"

    def accuses_nobody(self) -> str | None:
        """ "If Roe were indicted, he could be jailed for ten years"."""
        supposed = self.status == "possible" and any(
            rule_of(t).group == "charges"
            and said_of(t).status == "hypothetical"
            and self.doc[max(t.start - 1, 0)].lower_ != "as"  # "if convicted as charged"
            for t in [self.trigger, *self.account.mates(self.trigger)]
        )
        return "nobody is charged yet" if supposed else None

    def has_no_case(self) -> str | None:
        if self.rule.get("needs") != "case":
            return None
        told = self._is_convicted_beside() if self.rule.sense == "executed" else self._has_case()
        return None if told else "no criminal case goes with it"

    checks = (
        has_no_penalty,
        may_await_trial,
        is_asked_of_nobody,
        is_not_said,
        is_light,
        is_not_agreed,
        is_no_courts_fine,
        Reading.names_nobody,
        is_no_prison_term,
        accuses_nobody,
        has_no_case,
    )

    def _names_a_crime(self) -> bool:
        """ "was jailed for arson": a term that is not told; "jailed on charges of arson" awaits the trial."""
        leads = self.doc[self.trigger.end : self.trigger.end + FOR_WITHIN]
        sure = any(offense.sure for offense in self.account.offenses(self.trigger))
        return sure and any(token.lower_ in FOR_WHAT for token in leads)

    def _is_fined_for_a_crime(self) -> bool:
        """ "was fined by a court for littering": a sum that is not told."""
        doer = agent(predicate(self.trigger))
        by_court = doer is not None and doer.lower_ in self.lists["clearing"]
        return self._names_a_crime() and (by_court or self.court.is_spoken_of_within(self.trigger, _NEAR))

    def _is_judged(self) -> bool:
        """Whether a verdict or another penalty of theirs is told."""
        people = self.whom.people if self.whom is not None else ()
        return any(fact.type != "charge" for fact in self.account.told_of(people))

    def _is_convicted_beside(self) -> bool:
        """ "A man convicted of murder was hanged"; not "charged with murder after two guards were executed"."""
        verdicts = [t for t in self.account.mates(self.trigger) if rule_of(t).get("outcome") == "convicted"]
        told = (t for t in verdicts if said_of(t).status == "asserted")
        return any(self.defendants.whose(verdict) == self.whom for verdict in told)

    def _has_case(self) -> bool:
        """Whether the person is a defendant for a reason beyond this trigger."""
        named = any(offense.sure for offense in self.account.offenses(self.trigger))
        return named or self.told is not None or self._has_mate() or self._is_known()

    def _has_mate(self) -> bool:
        """Whether the sentence tells what it is for: "For cheating investors, Roe was ordered", or of a case."""
        start = self.trigger[0].sent.start
        before = (hit for hit in self.doc.spans["lexicon"] if start < hit.start < self.trigger.start)
        if any(self.doc[hit.start - 1].lower_ == "for" for hit in before):
            return True
        asserted = [t for t in self.account.mates(self.trigger) if said_of(t).status == "asserted"]
        free = (rule_of(t) for t in asserted if t.start not in self.account.claimed)
        return any(rule.group != "sentences" or rule.get("needs") != "case" for rule in free)

    def _is_known(self) -> bool:
        people = self.whom.people if self.whom is not None else ()
        known = self.account.references.known
        return any(person.id in known for person in people) and bool(self.account.told_of(people))

    def _tells_what_for(self, other: Span, people: tuple[Person, ...]) -> bool:
        """Whether these people were sentenced for an offense there, and no penalty was told."""
        near = other.start < self.trigger.start and 0 < self.account.sentences_since(other, self.trigger) <= _SENTENCED
        if not near or rule_of(other).sense != "sentenced" or said_of(other).status != "asserted":
            return False
        if not any(offense.sure for offense in self.account.offenses(other)):
            return False
        theirs = self.defendants.whose(other)
        return theirs is not None and theirs.people == people and not self.sentencing.penalties(other)

    # -- what it says ---------------------------------------------------------------------------------------

    def _of_one(self, penalty: Penalty, span: Span) -> Penalty:
        """ "All four were jailed for a total of 27 years": how much of it is whose, nothing tells."""
        several = self.whom is not None and len(self.whom.people) > 1
        before = self.doc[max(span.start - _TOTAL_REACH, self.trigger.start) : span.start].text
        return replace(penalty, duration=None) if several and _TOTAL.search(before) else penalty

    def facts(self) -> list[Fact]:
        """A fact for each penalty of each defendant; its penalties are taken then."""
        assert self.whom is not None and self.status is not None
        spans = [span for span, _ in self.penalties]
        offenses = self.shares.offenses(self.trigger, self.whom, spans)
        if not offenses and self.told is not None:
            offenses = self.shares.offenses(self.told, self.whom, spans)
        penalties = [(span, penalty) for span, penalty in self.penalties if self.shares.is_penalty(span, penalty)]
        stated = self.shares.without_sum(penalties, offenses)
        self.sentencing.taken.update(span.start for span, _ in stated)
        return [
            self._fact(self.trigger, person, of, offense, span, self._of_one(penalty, span).values(self.status))
            for person, of, span, penalty in self.shares.dealt(self.trigger, self.whom, stated)
            for offense in (*self.shares.of_each(self.trigger, span),) or (offenses.get(span.start),)
        ]
