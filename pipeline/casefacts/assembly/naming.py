"""Which offenses a charge or verdict is about, where its own frame does not name them, or names another's."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Span, Token

from casefacts.assembly.account import Answers
from casefacts.clause import predicate
from casefacts.fact import same_offense
from casefacts.marks import rule_of, said_of
from casefacts.reference import Reference
from casefacts.stages.offenses import Offense
from casefacts.statement import target_of

# "denied the rape allegation": said outside court
_ALLEGATION = re.compile(r"\b(?:allegations?|accusations?|claims?|reports?|rumou?rs?|suggestions?)$", re.I)
# "that charge", "both of those charges"
_POINTING = {"that", "this", "those", "these", "both"}
# "pleaded guilty to the other", and how many sentences before the charges were told
_TO_THE_OTHER = re.compile(r"\s*(?:to|on|of) the other(?: one| (?:count|charge))?\s*[.,;]")
_LAID = 2
# How many sentences before a statement the offense may be named that it borrows
_NEAR = 2
# What leads to an offense of which somebody may have been charged
_TO_A_FILING = re.compile(r"\b(?:accused of|(?:on|under) suspicion of|over)(?: an?| the)?(?: alleged)?$", re.I)


class Naming(Answers):
    """Answers for the charges and verdicts of one Doc."""

    def stated(self, trigger: Span) -> list[Offense]:
        """The offenses in its frame, those it may borrow, or those of the verdict beside it."""
        rule = rule_of(trigger)
        items = [item for item in self.account.offenses(trigger) if self._may_state(trigger, item)]
        if rule.sense == "counts" and not items:
            items = self._of_accused(trigger)
        if rule.group == "charges" and not items and rule.has("borrows"):
            items = self._borrowed(trigger)
        if rule.sense == "charged" and self.doc[trigger.end : trigger.end + 2].text.lower() == "with it":
            items = self._named_around(trigger)
        return items or self._of_others(trigger)

    def _of_others(self, trigger: Span) -> list[Offense]:
        """Those of the statements around, where a charge or verdict needs an offense and names none."""
        if rule_of(trigger).get("needs") != "offense":
            return []
        return self.of_sentence_mates(trigger) or self._of_bare_filing(trigger)

    def _may_state(self, trigger: Span, item: Offense) -> bool:
        """Whether what is admitted or denied is a charge; of other statements surely."""
        if rule_of(trigger).sense == "denied" and _ALLEGATION.search(item.text):
            return False
        return rule_of(trigger).sense not in ("admitted", "denied") or self._is_pleaded(trigger, item)

    def _is_pleaded(self, trigger: Span, item: Offense) -> bool:
        """Whether what is admitted is a charge: a named crime or counts; not "admitted drinking, the court heard"."""
        if self.account.is_known(item) or item.counts or rule_of(trigger).get("needs") == "offense":
            return True
        words = {token.lower_ for token in trigger[0].sent}
        pleaded = words.isdisjoint(self.lists["evidence_verbs"]) and not words.isdisjoint(self.lists["pleading"])
        return item.sure and pleaded and self.doc[trigger.end - 1].lower_ != "of"

    def _of_accused(self, trigger: Span) -> list[Offense]:
        """ "framed charges against two clerks accused of theft": what they are accused of."""
        against = [child for child in trigger.root.rights if child.lower_ == "against"]
        accused = {token for lead in against for token in lead.children}
        mates = (t for t in self.account.mates(trigger) if rule_of(t).sense == "accused")
        told = next((t for t in mates if predicate(t).head in accused), None)
        return [item for item in self.account.offenses(told) if item.sure] if told is not None else []

    def _borrowed(self, trigger: Span) -> list[Offense]:
        """ "Roe's trial has begun. He is accused of theft": what somebody on trial is accused of is the charge."""
        whom = self.defendants.whose(trigger)
        if whom is None or not whom.people or self._is_charged(whom):
            return []
        accusation = self._accusation(trigger, whom)
        if accusation is not None:
            return self._charged_beside(trigger, accusation)
        return [] if rule_of(trigger).sense == "appeared" else self._as_judged(whom, self._named_around(trigger))

    def _as_judged(self, whom: Reference, named: list[Offense]) -> list[Offense]:
        """Those that their verdicts can be on, where any is told: "discovered the fraud. Roe was indicted in May"."""
        verdicts = (fact for fact in self.account.told_of(whom.people) if fact.type == "verdict")
        judged = [fact.offense for fact in verdicts if fact.offense]
        return [item for item in named if not judged or any(same_offense(item.text, each) for each in judged)]

    def _charged_beside(self, trigger: Span, accusation: Span) -> list[Offense]:
        """What an accusation names: as worded at a trial or beside it; far away, or in court alone, known crimes."""
        near = accusation[0].sent.start == trigger[0].sent.start and rule_of(trigger).sense != "appeared"
        surely = near or rule_of(trigger).sense == "trial"
        offenses = (offense for offense in self.account.offenses(accusation) if offense.sure)
        return [offense for offense in offenses if surely or self.account.is_known(offense)]

    def _is_charged(self, whom: Reference) -> bool:
        """Whether a charge of theirs with its offense was told."""
        return any(fact.type == "charge" and fact.offense for fact in self.account.told_of(whom.people))

    def _accusation(self, trigger: Span, whom: Reference) -> Span | None:
        return next((t for t in self.triggers if self._accuses(t, trigger, whom)), None)

    def _accuses(self, accusation: Span, trigger: Span, whom: Reference) -> bool:
        """Whether these people are accused there, near the trigger, or as a group anywhere."""
        if rule_of(accusation).sense != "accused" or said_of(accusation).status != "asserted":
            return False
        verb = predicate(accusation)
        if verb.dep_ == "relcl" and verb.head.i not in self.references.by_token:
            return False  # "the justice he is accused of denying them"
        accused = self.defendants.whose(accusation)
        if accused is None:
            return False
        grouped = bool(accused.phrase) and len(whom.people) > 1
        theirs = {person.id for person in accused.people} & {person.id for person in whom.people}
        return grouped or (bool(theirs) and abs(self.account.sentences_since(accusation, trigger)) <= _NEAR)

    def _named_around(self, trigger: Span) -> list[Offense]:
        """The one offense that the sentence or the two before it name."""
        hits = [
            hit
            for hit in self.doc.spans["lexicon"]
            if 0 <= self.account.sentences_since(hit, trigger) <= _NEAR and len(hit.text) > 4
        ]
        if len({hit.text.lower() for hit in hits}) != 1:
            return []
        return [Offense(hits[0].text, hits[0].start, hits[0].end, sure=False)]

    def _of_bare_filing(self, trigger: Span) -> list[Offense]:
        """ "Roe has been charged. He is due in court over the murder of Ida Lund": what alone is named near it."""
        if rule_of(trigger).sense != "charged" or not _ends_with(trigger):
            return []
        whom = self.defendants.whose(trigger)
        if whom is None or not whom.people or self._is_charged(whom):
            return []
        hits = self._of_filing_around(trigger)
        one = len({hit.text.lower() for hit in hits}) == 1
        return [Offense(hits[0].text, hits[0].start, hits[0].end, hits[0].kb_id_ or None, sure=False)] if one else []

    def _of_filing_around(self, trigger: Span) -> list[Span]:
        """What the sentence and the two behind it name of which somebody is accused."""
        near = (hit for hit in self.doc.spans["lexicon"] if -_NEAR <= self.account.sentences_since(hit, trigger) <= 0)
        return [hit for hit in near if _TO_A_FILING.search(self.doc[hit.sent.start : hit.start].text)]

    def of_sentence_mates(self, trigger: Span) -> list[Offense]:
        """ "Roe, who was charged in June, pleaded guilty to theft": the charge was the same theft."""
        whom = self.defendants.whose(trigger) if rule_of(trigger).get("who") == "patient" else None
        if whom is None or not whom.people or whom.descriptive:
            return []
        for other in self.account.mates(trigger):
            if rule_of(other).group == "verdicts" and self.account.offenses(other):
                theirs = self.defendants.whose(other)
                if theirs is not None and theirs.people == whom.people:
                    return self.account.offenses(other)
        return []

    def charge_meant(self, trigger: Span) -> Span | None:
        """ "Roe was charged with arson. That charge was dismissed": the charge told just before."""
        target = target_of(trigger) if rule_of(trigger).get("who") == "charges" else None
        if target is None or not any(token.lower_ in _POINTING for token in target.lefts):
            return None
        earlier = [t for t in self._charges() if t.start < trigger.start and said_of(t).status == "asserted"]
        told = [t for t in earlier if self.account.sentences_since(t, trigger) <= _NEAR]
        return max(told, key=lambda t: t.start, default=None)

    def _charges(self) -> list[Span]:
        """The charges that name an offense."""
        return [t for t in self.triggers if rule_of(t).group == "charges" and self.account.offenses(t)]

    def one_of(self, trigger: Span, items: list[Offense]) -> list[Offense]:
        """ "Two charges of theft were laid. One was withdrawn. Roe pleaded guilty to the other": once each."""
        rest = self.doc[trigger.end : trigger[0].sent.end].text
        opens = trigger[0].sent[0].lower_ == "one" and rule_of(trigger).get("who") == "charges"
        if not (_TO_THE_OTHER.match(rest) or (opens and len(items) == 1)):
            return items
        single = [t for t in self._charges() if len(self.account.offenses(t)) == 1]
        filed = [t for t in single if 0 < self.account.sentences_since(t, trigger) <= _LAID]
        return [replace(self.account.offenses(filed[-1])[0], counts=1)] if filed else items

    def of_target(self, target: Token) -> list[Offense]:
        """The offenses of the charge that is dropped: "the fraud case", "his cases for robbery and burglary"."""
        for trigger in self.triggers:
            if target in trigger:
                return self.account.offenses(trigger)
        named = set(range(target.left_edge.i, target.i + 1))
        for lead in (child for child in target.rights if child.lower_ == "for"):
            named |= set(range(lead.i, lead.right_edge.i + 1))
        return [Offense(hit.text, hit.start, hit.end) for hit in self.doc.spans["lexicon"] if hit.start in named]


def _ends_with(trigger: Span) -> bool:
    """ "Roe has been charged.": nothing more is told."""
    perfect = any(child.lower_ in ("has", "have") for child in predicate(trigger).children)
    end = trigger.end
    return perfect and (end == trigger[0].sent.end or trigger.doc[end].text in (".", "!") or trigger.doc[end].is_space)
