"""Charges and verdicts: what speaks against a statement, and what it says of each defendant and offense."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import Any

from spacy.tokens import Span, Token

from casefacts.assembly.account import Account
from casefacts.assembly.court import Court
from casefacts.assembly.facts import Facts
from casefacts.assembly.indictments import Indictments
from casefacts.assembly.naming import Naming
from casefacts.assembly.reading import Reading
from casefacts.assembly.shares import Stated, together
from casefacts.clause import predicate, subject
from casefacts.entities.people import Person
from casefacts.fact import Fact
from casefacts.gapping import pairs
from casefacts.marks import said_of
from casefacts.reference import Reference
from casefacts.stages.assertion import Said
from casefacts.stages.offenses import Offense
from casefacts.statement import (
    are_some_charges,
    is_filed,
    listed_counts,
    may_be_dated,
    prejudice,
    target_of,
    tells_offenses,
    total_counts,
)

_DOPING = re.compile(r"\b(?:doping|performance-enhancing|(?:banned|prohibited) substances?)\b", re.I)
# Where what is admitted is no plea: "while in custody", "in a police interview", "following his arrest"
_CONFESSED = re.compile(
    r"\b(?:in|during|under) (?:an? |his |her |the )?(?:\w+ )?(?:interviews?|interrogations?|questioning)\b"
    r"|\bwhile in (?:\w+ )?custody\b|\b(?:after|following) (?:his|her) arrest\b|\bto (?:the )?police and\b",
    re.I,
)
# Within how many tokens of a charge about doping a court must be spoken of
_BESIDE = 1


class Charged:
    """Reads the charges and verdicts of one Doc."""

    def __init__(self, account: Account, court: Court, facts: Facts) -> None:
        self.account = account
        self.court = court
        self.facts = facts
        self.naming = Naming(account)
        self.indictments = Indictments(account)

    def read(self, trigger: Span) -> Reading:
        """What a trigger of the group charges or verdicts states."""
        return _Charge(self, trigger)


class _Charge(Reading):
    unnamed = "it names no offense"

    def __init__(self, charged: Charged, trigger: Span) -> None:
        super().__init__(charged.account, trigger)
        self.court = charged.court
        self.naming = charged.naming
        self.indictments = charged.indictments
        self._fact = charged.facts.fact

    # -- what it is about -----------------------------------------------------------------------------------

    @cached_property
    def said(self) -> Said:
        """What is said of it; "was expected to be indicted on charges of" holds for the charges, too."""
        said: Said = said_of(self.trigger)
        on = self.trigger.root.head
        if said.status != "asserted" or self.rule.sense != "counts" or on.lower_ != "on":
            return said
        return next((said_of(t) for t in self.account.triggers if t.start <= on.head.i < t.end), said)

    @cached_property
    def stated(self) -> list[Offense]:
        """The offenses that the statement names or borrows."""
        return self.naming.stated(self.trigger)

    @cached_property
    def target(self) -> Token | None:
        """The charge or conviction that it is said of, where its rule wants one."""
        return target_of(self.trigger) if self.rule.get("who") == "charges" else None

    @cached_property
    def aimed(self) -> list[Offense]:
        """The offenses of the target, else those stated."""
        return (self.naming.of_target(self.target) if self.target is not None else []) or self.stated

    @cached_property
    def meant(self) -> Span | None:
        """The charge told before that "that charge" means."""
        return self.naming.charge_meant(self.trigger) if not self.aimed else None

    @cached_property
    def items(self) -> list[Offense]:
        """The offenses that it is about."""
        items = self.aimed or (self.account.offenses(self.meant) if self.meant is not None else [])
        return self.naming.one_of(self.trigger, items)

    @cached_property
    def total(self) -> int | None:
        """Of how many counts it tells as a whole."""
        return total_counts(self.trigger, self.account.triggers)

    @cached_property
    def whom(self) -> Reference | None:
        """Whose it is."""
        return self.account.defendants.whose(self.meant if self.meant is not None else self.trigger)

    @cached_property
    def gapped(self) -> list[tuple[Person, int, Offense]]:
        """ "Roe pleaded guilty to theft and Poe to fraud": Poe, from where it is his, and his offense."""
        return list(pairs(self.doc, self.trigger, self.account.references))

    @cached_property
    def punished(self) -> list[Stated]:
        """The penalties told with the verdict: "convicted to six years in prison"."""
        return self.account.sentencing.told_with(self.trigger)

    @cached_property
    def own(self) -> list[Offense]:
        """The items that are not of those gapped."""
        return [item for item in self.items if item.start < self.gapped[0][1]] if self.gapped else self.items

    # -- what speaks against it -----------------------------------------------------------------------------

    def is_not_asserted(self) -> str | None:
        return self.said.as_reason() if self.said.status != "asserted" else None

    def only_accuses(self) -> str | None:
        return "an accusation states no charge by itself" if self.rule.get("needs") == "trial" else None

    def names_no_offense(self) -> str | None:
        if self.rule.get("needs") != "offense" or self.stated:
            return None
        counted = self.rule.has("countable") and self.total is not None
        told = counted or is_filed(self.trigger) or self._is_dated() or self._is_of_offenses()
        return None if told else self.unnamed

    def clears_of_nothing(self) -> str | None:
        if self.rule.sense != "cleared" or any(offense.sure for offense in self.stated):
            return None
        return None if self.court.has_cleared(self.trigger) else "it names neither an offense nor a court"

    def is_out_of_court(self) -> str | None:
        if self.rule.get("needs") != "court" or self.rule.sense == "cleared":
            return None
        in_court = self.stated and (self.court.is_spoken_of(self.trigger) or self._is_of_a_defendant())
        return None if in_court else "it names no offense in court"

    def is_confessed(self) -> str | None:
        if self.rule.sense != "admitted":
            return None
        if self._is_overheard():
            return "somebody heard it"
        if _CONFESSED.search(self.trigger[0].sent.text) is None:
            return None
        pleaded = any(token.lower_ in self.lists["pleading"] for token in self.trigger[0].sent)
        return None if pleaded else "it was admitted to the police"

    def _is_overheard(self) -> bool:
        """ "His sister had heard him admit the killing": by somebody who is no court."""
        heard = predicate(self.trigger).head
        who = subject(heard) if heard.lower_ in ("heard", "overheard") else None
        return who is not None and who.lower_ not in self.lists["court"] | self.lists["bench"]

    def is_denied_as_charged(self) -> str | None:
        """ "denied seven counts of criminal damage. He admitted daubing the wall": the deed, and not the crime."""
        if self.rule.sense != "admitted" or self.whom is None or not self.whom.people:
            return None
        told = self.account.told_of(self.whom.people)
        denied = {fact.offense_code for fact in told if fact.values.get("plea") == "not_guilty"} - {None}
        deeds = bool(self.items) and all(self.doc[item.start].tag_ == "VBG" for item in self.items)
        same = deeds and all(item.code in denied for item in self.items)
        return "the crime itself was denied" if same else None

    def has_no_target(self) -> str | None:
        lacking = self.rule.get("who") == "charges" and self.target is None and not prejudice(self.trigger)
        return "it is not said of a charge or a conviction" if lacking else None

    def counts_convictions(self) -> str | None:
        """ "27 convictions were vacated": of nobody in particular."""
        target = self.target
        if self.rule.get("who") != "charges" or target is None or target.lower_ != "convictions":
            return None
        told = {child.dep_ for child in target.children}
        tally = told.isdisjoint(("poss", "prep", "compound", "amod", "det"))
        return "it counts convictions of whomever" if tally else None

    def drops_some_charges(self) -> str | None:
        dropped = self.rule.get("outcome") == "dismissed" and not self.items
        some = dropped and self.target is not None and are_some_charges(self.target)
        return "it does not say against whom the charges were" if some else None

    def is_of_sport(self) -> str | None:
        if not self.items or not all(_DOPING.search(item.text) for item in self.items):
            return None
        charge = self.rule.group == "charges"
        court = self.court
        told = court.is_spoken_of_within(self.trigger, _BESIDE) if charge else court.is_spoken_of(self.trigger)
        return None if told else "nothing in the sentence speaks of a court, and sport punishes doping itself"

    def is_of_no_crime(self) -> str | None:
        """ "pleaded guilty only to having been too hopeful": neither an offense nor "the charge", "both counts"."""
        rest = self.doc[self.trigger.end : min(self.trigger.end + 6, self.trigger[0].sent.end)]
        to = next((token.i for token in rest if token.lower_ == "to"), None)
        if not self.rule.has("plea") or self.items or to is None:
            return None
        deed = any(token.tag_ == "VBG" or token.lower_ in ("being", "having") for token in self.doc[to + 1 : to + 2])
        return "its complement is no offense" if deed else None

    def is_figurative(self) -> str | None:
        if not self.rule.has("figurative") or self.punished or self.court.is_criminal(self.trigger, self.items):
            return None
        return "nothing around it speaks of a crime or a court"

    def deals_out(self) -> str | None:
        """ "were variously charged with": to nobody all of it."""
        beside = {token.lower_ for token in self.doc[max(self.trigger.start - 2, 0) : self.trigger.end + 1]}
        dealt = not beside.isdisjoint(self.lists["dealing_out"])
        return "it does not say who is charged with which" if dealt else None

    def indicts_of_nothing(self) -> str | None:
        told = self.items or self.total is not None or is_filed(self.trigger)
        lacking = self.rule.sense == "indictment" and not told
        return "it names neither an offense nor a number of counts" if lacking else None

    def has_no_jury(self) -> str | None:
        lacking = self.rule.sense == "mistrial" and not self.court.sat_with_jury(self.trigger)
        return "no jury is mentioned" if lacking else None

    def was_not_freed(self) -> str | None:
        lacking = self.rule.sense == "freed" and not self.court.has_freed(self.trigger)
        return "no court cleared anybody" if lacking else None

    def names_nobody(self) -> str | None:
        return None if self.gapped else super().names_nobody()

    checks = (
        is_not_asserted,
        only_accuses,
        names_no_offense,
        clears_of_nothing,
        is_out_of_court,
        is_confessed,
        is_denied_as_charged,
        has_no_target,
        counts_convictions,
        drops_some_charges,
        is_of_sport,
        is_of_no_crime,
        is_figurative,
        deals_out,
        indicts_of_nothing,
        has_no_jury,
        was_not_freed,
        names_nobody,
    )

    def _is_of_a_defendant(self) -> bool:
        """ "had admitted affray": a plea, when said of one who is a defendant anyway."""
        references = self.account.references
        slots = [references.named(token) for token in self.account.defendants.slots(self.trigger) if token is not None]
        known = any(person is not None and person.id in references.known for person in slots)
        return known and any(self.account.is_known(offense) for offense in self.stated)

    def _is_of_offenses(self) -> bool:
        """ "was charged with offences over a deal": a charge, if the only one that is told of somebody."""
        whom = self.account.defendants.whose(self.trigger) if tells_offenses(self.trigger) else None
        return whom is not None and all(fact.type != "charge" for fact in self.account.told_of(whom.people))

    def _is_dated(self) -> bool:
        """ "The three were charged in May": a filing of its own day, of people of whom the text tells more."""
        if not may_be_dated(self.trigger) or self.account.circumstances.date(self.trigger) is None:
            return False
        whom = self.account.defendants.whose(self.trigger)
        told = self.account.told_of(whom.people) if whom is not None else []
        return bool(told) and all(fact.type != "charge" for fact in told)

    # -- what it says ---------------------------------------------------------------------------------------

    def facts(self) -> list[Fact]:
        """A fact for each defendant and offense."""
        theirs = [fact for person, _, offense in self.gapped for fact in self._told(Reference((person,)), [offense])]
        if (self.gapped and not self.own) or self.whom is None or super().names_nobody() is not None:
            return theirs
        return [*self._told(self.whom, self.own), *theirs, *self._imposed(self.whom)]

    def _imposed(self, whom: Reference) -> list[Fact]:
        """The sentences told with the verdict, one for each offense where there are as many, else for all."""
        self.account.sentencing.taken.update(span.start for span, _ in self.punished)
        items: list[Offense | None] = [*self.own]
        if len(items) != len(self.punished):
            items = [together(self.own)] * len(self.punished)
        return [
            replace(self._fact(self.trigger, person, whom, offense, span, penalty.values("imposed")), type="sentence")
            for person in whom.people or (None,)
            for (span, penalty), offense in zip(self.punished, items, strict=True)
        ]

    def _told(self, whom: Reference, items: list[Offense]) -> list[Fact]:
        """Each defendant with each offense, unless it says "respectively"."""
        total = self.total if not items else None
        listed = listed_counts(self.trigger, self.account.triggers) if len(items) == 1 else None
        respective = len(items) == len(whom.people) > 1 and self.account.is_respective(self.trigger)
        facts = []
        for place, person in enumerate(whom.people or (None,)):
            told = self._values(person)
            for offense in (_alone(items[place]),) if respective else items or (None,):
                values = {"counts": (offense.counts or listed) if offense else total, **told}
                facts.append(self._fact(self.trigger, person, whom, offense, offense, values))
        return facts

    def _values(self, person: Person | None) -> dict[str, Any]:
        if self.rule.group == "charges":
            return {"action": self.indictments.action(self.trigger, person), "plea": self.rule.get("plea")}
        outcome = self.rule.get("outcome")
        decided_by = self.account.circumstances.decided_by
        method = self.rule.get("method") or decided_by(self.trigger, str(outcome))
        return {"outcome": outcome, "method": method, "prejudice": prejudice(self.trigger)}


def _alone(offense: Offense) -> Offense:
    """ "arson and fraud respectively": the word is no part of the last one's name."""
    return replace(offense, text=re.sub(r",? respectively$", "", offense.text))
