"""From the spans of one Doc to records: whose, which offense, what is asserted, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from spacy.tokens import Doc, Span, Token

from casefacts.circumstance import Circumstances
from casefacts.clause import agent, predicate, sentence_before
from casefacts.defendants import Defendants
from casefacts.dockets import dockets
from casefacts.entities.people import Person
from casefacts.fact import Fact, Place, joined, same_offense
from casefacts.forms import words_of
from casefacts.gapping import pairs, party
from casefacts.gate import speaks_of_crime
from casefacts.numerals import how_many_listed, number
from casefacts.reference import Reference, References
from casefacts.rolls import rolls
from casefacts.rulebook import lists_of
from casefacts.sentencing import Sentencing
from casefacts.stages.assertion import Said
from casefacts.stages.offenses import Offense
from casefacts.stages.penalties import Penalty
from casefacts.stages.slots import stands_before
from casefacts.tables import tables

# "cleared by a jury", "at Leeds Crown Court"
_BY_COURT = re.compile(
    r"\b(?:by|at|in|before) (?:[\w'-]+ ){0,3}(?:jury|jurors|judges?|court|Court|magistrates|tribunal|Bailey)\b"
)
# "cleared of the charges": by whom, the text around must tell
_JURY = re.compile(r"\b(?:jur(?:y|ies|ors?)|(?:mis)?trials?)\b", re.I)
# Freed, but not cleared
_RELEASED = re.compile(
    r"\bon (?:\w+ ){0,2}(?:bail|bond|parole|licen[cs]e|probation|condition|grounds)\b"
    r"|\bfrom (?:\w+ ){0,2}(?:prison|jail|custody)|\bpending\b"
    r"|\bserv(?:ed|ing)\b|\bearly\b|\btemporarily\b|\bbail\b|\bappeal",
    re.I,
)
_OF_CHARGES = re.compile(r" ?of (?:all |both )?(?:the |those |these |any )?(?:charges|counts)\b")
# "on all 12 counts", "of 37 felonies"
_TOTAL = re.compile(
    r"\W{0,2}(?:(?:by a jury )?(?:on|of|to|with) )?(?:all )?(\w+) "
    r"(?:felony |misdemeanor |criminal )?(?:counts|charges|felonies)\b",
    re.I,
)
# "to a one-count charge"
_ONE_COUNT = re.compile(
    r"\W{0,2}(?:to|on|of) an? (one)-count (?:[\w-]+ )?(?:charge|indictment|information|complaint)\b", re.I
)
# "on counts 2 to 4", "of count one", "Counts 5 and 7"
_N = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b"
_LISTED = rf"counts? (?P<listed>{_N}(?:(?:,? and |, ?| ?[-–] ?| to | through ){_N})*)"
_COUNTS = re.compile(rf"(?:on )?(?:the )?{_LISTED}", re.I)
_BEHIND_COUNTS = re.compile(rf" ?(?:[A-Z][\w'.-]+ ){{0,4}}(?:guilty )?(?:on|of|to) (?i:{_LISTED})")
# Said of one filing, not of what an indictment is
_INDICTED = re.compile(
    r"\bindicted\b|\b(?:the|this|that|his|her|their|[\w-]+-count|federal|jury)\s+(?:[\w-]+\s+)?indictments?\b"
    r"|\bindictments?\s+(?:charg|alleg|accus|against|in\s+which|that|unsealed|returned|filed)",
    re.I,
)
_NOT_YET = re.compile(
    r"\b(?:not|never|no|nor|if|whether|expected|could|may|might|would|will|seek\w*|declin\w*|refus\w*|possible|likely"
    r"|without|yet)\b|n't\b",
    re.I,
)


# "denied the rape allegation": said outside court
_ALLEGATION = re.compile(r"\b(?:allegations?|accusations?|claims?|reports?|rumou?rs?|suggestions?)$", re.I)
# Behind "charged": the charge without its name
_OFFENSES = re.compile(r" ?(?:with|for) (?:[a-z]+ ){0,2}(?:offen[cs]es|crimes|felonies)\b", re.I)
_DOPING = re.compile(r"\b(?:doping|performance-enhancing|(?:banned|prohibited) substances?)\b", re.I)
# "that charge", "both of those charges"
_POINTING = {"that", "this", "those", "these", "both"}


# "for two felony" before "counts of"
_FOR_COUNTS = re.compile(r"\bfor (?:each of )?(?:the |his |her |their )?(?:[\w-]+ ){0,3}[\w-]*$")
# "pleaded guilty to the other", and how many sentences before the charges were told
_TO_THE_OTHER = re.compile(r"\s*(?:to|on|of) the other(?: one| (?:count|charge))?\s*[.,;]")
_LAID = 2
# What belongs to an offense's name before the words that the lexicon knows, and what may lead to it
_OF_THE_NAME = {"first", "second", "third", "fourth", "fifth", "-", "degree", "attempted", "aggravated"}
_COUNTED = {"count", "counts", "charge", "charges", "of", "the", "a", "an", "each"}

# What stands for people without describing them
_BARE = re.compile(
    r"(?:he|she|him|his|hers?|it|its|they|them|their|theirs|who|whom|you|we|i|us|each|both|all|others?|"
    r"(?:the|these|those|both|each|this|that|all)? ?(?:of the )?(?:\w+ )?(?:co-)?(?:defendants?|accused|suspects?))",
    re.I,
)


@dataclass
class Rejected:
    """A trigger of which no record came, and why."""

    trigger: Span
    reason: str


@dataclass
class Assembly:
    """All that came of one Doc."""

    facts: list[Fact] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)


def assemble(doc: Doc) -> Assembly:
    """The facts of a Doc that went through all stages, one for each statement (not yet merged)."""
    if not (doc.spans["lexicon"] or speaks_of_crime(words_of(doc), lists_of(doc))):
        return Assembly(rejected=[Rejected(t, "nothing in the article speaks of crime") for t in doc.spans["triggers"]])
    return _Assembler(doc).run()


class _Assembler:
    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.lists = lists_of(doc)
        self.triggers: list[Span] = list(doc.spans["triggers"])
        self.references = References(doc)
        self.offenses: dict[int, list[Offense]] = doc.user_data["offenses"]
        self.circumstances = Circumstances(doc, self.triggers)
        within = doc.user_data["claimed"]
        inner = (t for t in self.triggers if t._.rule.has("noun") or t._.rule.sense == "indictment")
        self.claimed: set[int] = {t.start for t in inner if t.start in within}
        self.defendants = Defendants(doc, self.triggers, self.references)
        self.sentencing = Sentencing(doc, self.triggers, self.references)
        self.court_words = self.lists["court"]
        self.tabled: set[int] = set()
        self.result = Assembly()

    def run(self) -> Assembly:
        self._learn_defendants(sure=True)
        self.references.settle()
        self._learn_defendants()
        self._learn_identified()
        self._learn_from_pronouns()
        self._read_tables()
        self._claim_targets()
        for trigger in sorted(self.triggers, key=lambda t: (t._.rule.sense == "sentence", self._bare(t), t.start)):
            if not self._in_prose(trigger):
                self._reject(trigger, "it stands in a headline")
                continue
            if trigger.start in self.tabled:
                self._reject(trigger, "it is read with its table")
                continue
            if trigger.start in self.claimed:
                self._reject(trigger, "its words belong to another statement")
                continue
            facts, reason = self._facts(trigger)
            if facts:
                self.result.facts += facts
            else:
                self._reject(trigger, reason)
        self.result.facts += list(rolls(self.doc, self.references, self.result.facts))
        return self.result

    def _read_tables(self) -> None:
        found = (read(self.doc, self.references, self.circumstances) for read in (tables, dockets))
        for table in chain.from_iterable(found):
            self.result.facts += table.facts
            self.tabled |= table.tokens
            for person in table.people:
                self.references.known.setdefault(person.id, person)

    def _bare(self, trigger: Span) -> bool:
        """A charge without an offense; it comes after the others, since it may be about theirs."""
        return trigger._.rule.group == "charges" and not self.offenses.get(trigger.start)

    def _reject(self, trigger: Span, reason: str) -> None:
        self.result.rejected.append(Rejected(trigger, reason))

    def _in_prose(self, trigger: Span) -> bool:
        if any(start <= trigger.start_char < end for start, end in self.doc.user_data.get("headlines", [])):
            return False
        words = [token for token in trigger[0].sent if token.is_alpha and len(token) > 3]
        titled = sum(token.text[0].isupper() for token in words)
        ended = trigger[0].sent.text.rstrip()[-1:] in (".", ":", '"', "!", "?", ")")
        return ended or len(words) < 5 or titled < 0.7 * len(words)

    def _learn_defendants(self, sure: bool = False) -> None:
        """Whoever stands by name where a defendant stands is known as one for the whole article.

        With `sure` only where the name can mean nobody else.
        """
        for trigger in self.triggers:
            if trigger._.said.rule == "hypothetical.suppose":
                continue
            if trigger._.said.status in ("negated", "civil", "fictional", "false_report", "general"):
                continue
            if trigger._.rule.group == "sentences" and not self.sentencing.penalties(trigger):
                continue
            if trigger._.rule.get("needs") == "court" or trigger._.rule.get("status") == "sought":
                continue
            for token in self.defendants.slots(trigger):
                span = self.references.by_token.get(token.i) if token is not None else None
                if token is None or (sure and span is not None and span._.mention.bearers):
                    continue
                person = self._named(trigger, token)
                official = person is not None and person.official
                itself = self.references.name_at(token) is person and stands_before(trigger, token)
                if person is not None and (itself or not official):
                    self.references.known.setdefault(person.id, person)

    def _learn_identified(self) -> None:
        """ "The defendant was identified as Ana Roe": known, and nobody in office of whom the sentence also tells."""
        profiles = self.references.cast.profiles
        for token in (self.doc[i] for i, word in enumerate(words_of(self.doc)) if word == "identified"):
            if {"defendant", "defendants"}.isdisjoint(t.lower_ for t in token.sent):
                continue
            behind = [name for name in self.references.names if token.i < name.start < token.sent.end]
            for person in (name._.mention.person for name in behind):
                if not person.official or profiles[person.id].identified:
                    self.references.known.setdefault(person.id, person)

    def _learn_from_pronouns(self) -> None:
        """ "She was sentenced today": who she is is known as a defendant, where nobody is by name."""
        if self.references.known:
            return
        for trigger in self.triggers:
            if trigger._.said.status == "asserted" and trigger._.rule.get("who") in ("patient", "subject"):
                for slot in self.defendants.slots(trigger):
                    told = self.references.of(slot) if slot is not None and slot.lower_ in ("he", "she") else None
                    for person in told.people if told is not None else ():
                        if not (person.official or person.victim or person.company):
                            self.references.known.setdefault(person.id, person)

    def _named(self, trigger: Span, token: Token) -> Person | None:
        """Whom the token names, or the name between it and the trigger tells."""
        return self.references.named(token) or (
            self.defendants.beside(trigger, token) if token.pos_ == "NOUN" else None
        )

    def _claim_targets(self) -> None:
        """ "dropped the charge of fraud": the word "charge" there states nothing of its own."""
        for trigger in self.triggers:
            if trigger._.rule.get("who") == "charges" and trigger._.said.status == "asserted":
                target = self.defendants.target(trigger)
                if target is not None and target.sent.start == trigger[0].sent.start:
                    self.claimed.update(
                        other.start
                        for other in self.triggers
                        if other is not trigger and target in other and not self._is_filed(other)
                    )
            elif trigger._.rule.sense == "counts" and self._is_punished(trigger):
                self.claimed.add(trigger.start)

    def _is_punished(self, trigger: Span) -> bool:
        """ "jailed for eight years for two counts of theft": what the penalty is for, and no charge of its own."""
        sentence = trigger[0].sent
        before = self.doc[sentence.start : trigger.start]
        counted = _FOR_COUNTS.search(before.text) is not None and trigger.text.lower().startswith("count")
        return counted and any(span.start in range(before.start, before.end) for span in self.doc.spans["penalties"])

    # -- one trigger ----------------------------------------------------------------------------------------

    def _facts(self, trigger: Span) -> tuple[list[Fact], str]:
        group = trigger._.rule.group
        said: Said = trigger._.said
        if group == "sentences":
            return self._sentences(trigger)
        if said.status == "asserted" and trigger._.rule.sense == "counts":
            said = self._of_filing(trigger) or said
        if said.status != "asserted":
            return [], said.as_reason()
        items = self.offenses.get(trigger.start, [])
        if trigger._.rule.sense == "denied":
            items = [item for item in items if not _ALLEGATION.search(item.text)]
        if trigger._.rule.sense in ("admitted", "denied"):
            items = [item for item in items if self._is_pleaded(trigger, item)]
        needs = trigger._.rule.get("needs")
        if needs == "trial":
            return [], "an accusation states no charge by itself"
        if group == "charges" and not items and trigger._.rule.has("borrows"):
            items = self._borrowed(trigger)
        if trigger._.rule.sense == "charged" and self.doc[trigger.end : trigger.end + 2].text.lower() == "with it":
            items = self._named_around(trigger)
        if needs == "offense" and not items:
            items = self._of_sentence_mates(trigger)
        counted = trigger._.rule.has("countable") and self._total(trigger) is not None
        stated = counted or self._is_filed(trigger) or self._is_dated(trigger) or self._is_of_offenses(trigger)
        if needs == "offense" and not items and not stated:
            return self._announced(trigger), "it names no offense"
        if trigger._.rule.sense == "cleared":
            if not (any(offense.sure for offense in items) or self._by_a_court(trigger)):
                return [], "it names neither an offense nor a court"
        elif needs == "court" and not (items and (self._in_court(trigger) or self._of_a_defendant(trigger, items))):
            return [], "it names no offense in court"
        if trigger._.rule.get("who") == "charges":
            target = self.defendants.target(trigger)
            if target is None and not self._prejudice(trigger):
                return [], "it is not said of a charge or a conviction"
            items = items or (self._target_offenses(target) if target is not None else [])
        meant = self._charge_meant(trigger) if not items else None
        items = items or (self.offenses.get(meant.start, []) if meant is not None else [])
        items = self._one_of(trigger, items)
        whom = self.defendants.whose(meant if meant is not None else trigger)
        doping = bool(items) and all(_DOPING.search(item.text) for item in items)
        if doping and not self._in_court(trigger, beside=int(trigger._.rule.group == "charges")):
            return [], "nothing in the sentence speaks of a court, and sport punishes doping itself"
        if trigger._.rule.has("plea") and not items and self._of_no_crime(trigger):
            return [], "its complement is no offense"
        if trigger._.rule.has("figurative") and not self._criminal(trigger, items):
            return [], "nothing around it speaks of a crime or a court"
        lacking = self._lacking(trigger, items)
        if lacking is not None:
            return [], lacking
        facts, items = self._gapped(trigger, items)
        if facts and not items:
            return facts, ""
        if whom is None:
            return facts, "no defendant was found"
        if _is_bare(whom):
            return facts, f"nothing says who {whom.phrase!r} stands for"
        return self._charged_or_judged(trigger, whom, items) + facts, ""

    def _lacking(self, trigger: Span, items: list[Offense]) -> str | None:
        """What a statement of this kind needs and lacks; None where it lacks nothing."""
        beside = {token.lower_ for token in self.doc[max(trigger.start - 2, 0) : trigger.end + 1]}
        if not beside.isdisjoint(self.lists["dealing_out"]):
            return "it does not say who is charged with which"
        told = items or self._total(trigger) is not None or self._is_filed(trigger)
        if trigger._.rule.sense == "indictment" and not told:
            return "it names neither an offense nor a number of counts"
        if trigger._.rule.sense == "mistrial" and not self._by_a_jury(trigger):
            return "no jury is mentioned"
        if trigger._.rule.sense == "freed" and not self._freed_by_court(trigger):
            return "no court cleared anybody"
        return None

    def _gapped(self, trigger: Span, items: list[Offense]) -> tuple[list[Fact], list[Offense]]:
        """ "Roe pleaded guilty to theft and Poe to fraud": the facts of Poe, and the offenses that are not his."""
        found = list(pairs(self.doc, trigger, self.references))
        if not found:
            return [], items
        own = [item for item in items if item.start < found[0][1]]
        facts = [
            fact
            for person, _, offense in found
            for fact in self._charged_or_judged(trigger, Reference((person,)), [offense])
        ]
        return facts, own

    def _of_no_crime(self, trigger: Span) -> bool:
        """ "pleaded guilty only to having been too hopeful": neither an offense nor "the charge", "both counts"."""
        rest = self.doc[trigger.end : min(trigger.end + 6, trigger[0].sent.end)]
        to = next((token for token in rest if token.lower_ == "to"), None)
        if to is None or to.i + 1 >= len(self.doc):
            return False
        return self.doc[to.i + 1].tag_ == "VBG" or self.doc[to.i + 1].lower_ in ("being", "having")

    def _charge_meant(self, trigger: Span) -> Span | None:
        """ "Roe was charged with arson. That charge was dismissed": the charge told just before."""
        target = self.defendants.target(trigger) if trigger._.rule.get("who") == "charges" else None
        if target is None or not any(token.lower_ in _POINTING for token in target.lefts):
            return None
        here = self.references.sentence_of[trigger.start]
        told = [
            t
            for t in self.triggers
            if t.start < trigger.start
            and here - self.references.sentence_of[t.start] <= 2
            and t._.rule.group == "charges"
            and t._.said.status == "asserted"
            and self.offenses.get(t.start)
        ]
        return max(told, key=lambda t: t.start) if told else None

    def _one_of(self, trigger: Span, items: list[Offense]) -> list[Offense]:
        """ "Two charges of theft were laid. One was withdrawn. Roe pleaded guilty to the other": once each."""
        rest = self.doc[trigger.end : trigger[0].sent.end].text
        opens = trigger[0].sent[0].lower_ == "one" and trigger._.rule.get("who") == "charges"
        if not (_TO_THE_OTHER.match(rest) or (opens and len(items) == 1)):
            return items
        here = self.references.sentence_of[trigger.start]
        filed = [
            found[0]
            for t in self.triggers
            if 0 < here - self.references.sentence_of[t.start] <= _LAID
            and len(found := self.offenses.get(t.start, [])) == 1
            and t._.rule.group == "charges"
        ]
        return [replace(filed[-1], counts=1)] if filed else items

    def _borrowed(self, trigger: Span) -> list[Offense]:
        """ "Roe's trial has begun. He is accused of theft": what somebody on trial is accused of is the charge."""
        whom = self.defendants.whose(trigger)
        if (
            whom is None
            or not whom.people
            or any(fact.type == "charge" and fact.person in whom.people and fact.offense for fact in self.result.facts)
        ):
            return []
        for accusation in self.triggers:
            if accusation._.rule.sense != "accused" or accusation._.said.status != "asserted":
                continue
            if predicate(accusation).dep_ == "relcl" and predicate(accusation).head.i not in self.references.by_token:
                continue  # "the justice he is accused of denying them"
            accused = self.defendants.whose(accusation)
            if accused is None or not (
                {p.id for p in accused.people} & {p.id for p in whom.people}
                or (accused.phrase and len(whom.people) > 1)
            ):
                continue
            near = self.references.sentence_of
            grouped = accused.phrase is not None and len(whom.people) > 1
            if grouped or abs(near[accusation.start] - near[trigger.start]) <= 2:
                mates = accusation[0].sent.start == trigger[0].sent.start
                return [
                    offense
                    for offense in self.offenses.get(accusation.start, [])
                    if offense.sure and (mates or trigger._.rule.sense == "trial" or self._is_known(offense))
                ]
        return self._named_around(trigger)

    def _named_around(self, trigger: Span) -> list[Offense]:
        """The one offense that the sentence or the two before it name."""
        here = self.references.sentence_of[trigger.start]
        hits = [
            hit
            for hit in self.doc.spans["lexicon"]
            if 0 <= here - self.references.sentence_of[hit.start] <= 2 and len(hit.text) > 4
        ]
        if len({hit.text.lower() for hit in hits}) != 1:
            return []
        return [Offense(hits[0].text, hits[0].start, hits[0].end, sure=False)]

    def _of_sentence_mates(self, trigger: Span) -> list[Offense]:
        """ "Roe, who was charged in June, pleaded guilty to theft": the charge was the same theft."""
        sentence = trigger[0].sent
        whom = self.defendants.whose(trigger) if trigger._.rule.get("who") == "patient" else None
        if whom is None or not whom.people or whom.descriptive:
            return []
        for other in self.triggers:
            inside = sentence.start <= other.start < sentence.end and other is not trigger
            if inside and other._.rule.group == "verdicts" and self.offenses.get(other.start):
                theirs = self.defendants.whose(other)
                if theirs is not None and theirs.people == whom.people:
                    return self.offenses[other.start]
        return []

    def _announced(self, trigger: Span) -> list[Fact]:
        """ "Two men were sentenced on Friday": no record, but the day, court and judge of those that follow."""
        whom = (
            self.defendants.whose(trigger)
            if trigger._.said.status == "asserted" and trigger._.rule.get("who") == "patient"
            else None
        )
        if whom is None:
            return []
        values = {"outcome": trigger._.rule.get("outcome"), "status": trigger._.rule.get("status")}
        facts = [self._fact(trigger, person, whom, None, None, values) for person in whom.people]
        return [fact for fact in facts if fact.date is not None or fact.court or fact.judge]

    def _charged_or_judged(self, trigger: Span, whom: Reference, items: list[Offense]) -> list[Fact]:
        rule = trigger._.rule
        facts = []
        total = self._total(trigger) if not items else None
        listed = self._listed_counts(trigger) if len(items) == 1 else None
        respective = len(items) == len(whom.people) > 1 and self._respectively(trigger)
        for place, person in enumerate(whom.people or (None,)):
            for offense in (_alone(items[place]),) if respective else items or (None,):
                values: dict[str, Any] = {"counts": (offense.counts or listed) if offense else total}
                if rule.group == "charges":
                    values |= {"action": self._action(trigger, person), "plea": rule.get("plea")}
                else:
                    values |= {
                        "outcome": rule.get("outcome"),
                        "method": self._method(trigger),
                        "prejudice": self._prejudice(trigger),
                    }
                facts.append(self._fact(trigger, person, whom, offense, offense, values))
        return facts

    def _fact(
        self,
        trigger: Span,
        person: Person | None,
        whom: Reference,
        offense: Offense | None,
        item: Span | Offense | None,
        values: dict[str, Any],
    ) -> Fact:
        ends = [trigger.end] + ([item.end] if item is not None else [])
        starts = [trigger.start] + ([item.start] if item is not None else [])
        listed = item is not None and item.start >= trigger[0].sent.end
        slot = next(
            (t for t in self.defendants.slots(trigger) if t is not None and t.sent.start == trigger[0].sent.start),
            None,
        )
        if slot is not None:
            starts.append(slot.left_edge.i if slot.i - slot.left_edge.i < 8 else slot.i)
            ends.append(slot.i + 1)
        start, end = (
            max(min(starts), trigger[0].sent.start),
            min(max(ends), max(trigger[0].sent.end, trigger.end)),
        )
        if listed and item is not None:
            start, end = item.start, item.end
        kind = {"charges": "charge", "verdicts": "verdict", "sentences": "sentence"}[trigger._.rule.group]
        about = self.circumstances.of(trigger)
        places = {**about.places}
        if offense is not None:
            places["offense"] = self._place(offense)
        if values.get("method") == "judge" and "judge" in places:
            places["method"] = places["judge"]
        elif values.get("method") == "judge" and (ruling := self.circumstances.ruling(trigger)) is not None:
            places["method"] = (ruling.start_char, ruling.end_char)
        return Fact(
            type=kind,
            person=person,
            phrase=whom.phrase,
            offense=offense.text if offense and offense.text else None,
            offense_code=offense.code if offense else None,
            rule=trigger._.rule.id,
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
            places=places,
        )

    def _place(self, offense: Offense) -> Place:
        last = self.doc[offense.end - 1]
        return self.doc[offense.start].idx, last.idx + len(last)

    # -- whose ----------------------------------------------------------------------------------------------

    def _is_pleaded(self, trigger: Span, item: Offense) -> bool:
        """Whether what is admitted is a charge: a named crime or counts; not "admitted drinking, the court heard"."""
        if self._is_known(item) or item.counts or trigger._.rule.get("needs") == "offense":
            return True
        words = {token.lower_ for token in trigger[0].sent}
        pleaded = words.isdisjoint(self.lists["evidence_verbs"]) and not words.isdisjoint(self.lists["pleading"])
        return item.sure and pleaded and self.doc[trigger.end - 1].lower_ != "of"

    def _is_known(self, offense: Offense) -> bool:
        return any(offense.start <= hit.start < offense.end for hit in self.doc.spans["lexicon"])

    def _in_court(self, trigger: Span, beside: int = 0) -> bool:
        """Whether the sentence, or for a named crime one beside it, speaks of a court.

        With `beside` it is so many tokens on either side, and the bare word "charges" does not do.
        """
        sentence = trigger[0].sent
        if beside:
            around = self.doc[max(sentence.start - beside, 0) : min(sentence.end + beside, len(self.doc))]
            return any(token.lower_ in self.court_words - {"charge", "charges", "counts"} for token in around)
        if any(token.lower_ in self.court_words for token in sentence if token not in trigger):
            return True
        if trigger._.rule.sense in ("admitted", "denied") and any(
            offense.sure for offense in self.offenses.get(trigger.start, [])
        ):
            around = self.doc[max(sentence.start - 40, 0) : min(sentence.end + 25, len(self.doc))]
            if any(
                token.lower_
                in ("court", "magistrates", "sentenced", "jailed", "pleaded", "trial", "convicted", "jurors")
                for token in around
            ):
                return True
        return any(offense.counts for offense in self.offenses.get(trigger.start, []))

    def _criminal(self, trigger: Span, items: list[Offense]) -> bool:
        """Whether a crime is named, or the text around speaks of a court: umpires and critics find guilty, too."""
        if any(offense.sure or offense.counts for offense in items):
            return True
        sentence = trigger[0].sent
        around = self.doc[max(sentence.start - 60, 0) : min(sentence.end + 60, len(self.doc))]
        light = self.lists["light_court"] if trigger._.rule.sense == "convicted" and not items else set()
        words = self.court_words - light
        return any(token.lower_ in words for token in around if token not in trigger) or any(
            t._.rule.group == "sentences" and t.start != trigger.start and t._.said.status == "asserted"
            for t in self.triggers
        )

    def _of_a_defendant(self, trigger: Span, items: list[Offense]) -> bool:
        """ "had admitted affray": a plea, when said of one who is a defendant anyway."""
        slots = [self.references.named(token) for token in self.defendants.slots(trigger) if token is not None]
        named = {hit.start for hit in self.doc.spans["lexicon"]}
        return any(named & set(range(offense.start, offense.end)) for offense in items) and any(
            person is not None and person.id in self.references.known for person in slots
        )

    def _by_a_court(self, trigger: Span) -> bool:
        rest = self.doc[trigger.end : min(trigger.end + 12, trigger[0].sent.end)].text
        doer = agent(predicate(trigger))
        if _BY_COURT.search(rest) or (doer is not None and doer.lower_ in self.lists["clearing"]):
            return True
        return _OF_CHARGES.match(rest) is not None and self._in_court(trigger, beside=60)

    def _by_a_jury(self, trigger: Span) -> bool:
        """Whether the sentence speaks of a jury or trial; for "it" or "they" also the one before."""
        sentence = trigger[0].sent
        before = sentence_before(sentence)
        texts = [sentence.text]
        if sentence[0].lower_ in ("it", "they") and before is not None:
            texts.append(before.text)
        return any(_JURY.search(text) for text in texts)

    def _freed_by_court(self, trigger: Span) -> bool:
        """ "A court freed Roe, who was charged with theft"; not on bail, nor after a conviction."""
        sentence = trigger[0].sent
        doer = trigger._.slots.agent or agent(predicate(trigger))
        if doer is None or doer.lower_ not in self.lists["clearing"] or _RELEASED.search(sentence.text):
            return False
        start = self.doc[max(sentence.start - 1, 0)].sent.start
        end = self.doc[min(sentence.end, len(self.doc) - 1)].sent.end
        around = [t for t in self.triggers if start <= t.start < end and t._.said.status == "asserted"]
        guilty = any(t._.rule.get("outcome") == "convicted" or t._.rule.get("status") == "imposed" for t in around)
        return not guilty and any(t._.rule.group == "charges" for t in around)

    def _is_agreed(self, trigger: Span) -> bool:
        """Whether an agreement, the prosecution or a court stands behind what will be imposed."""
        sentence = trigger[0].sent
        before = self.doc[sentence.start - 1].sent.start if sentence.start else 0
        around = self.doc[min(before, max(sentence.start - 40, 0)) : sentence.end]
        return any(token.lower_ in self.lists["agreeing"] for token in around)

    def _fined_by_court(self, trigger: Span) -> bool:
        """Whether whoever fined is a court, or nobody is named: regulators and leagues fine too."""
        doer = agent(predicate(trigger))
        if doer is None or self.references.named(doer) is not None:
            return True
        words = {token.lower_ for token in doer.subtree}
        return not words.isdisjoint({*self.lists["bench"], "who", "he", "she", "they"})

    def _target_offenses(self, target: Token) -> list[Offense]:
        for trigger in self.triggers:
            if target in trigger:
                return self.offenses.get(trigger.start, [])
        phrase = list(target.subtree)
        first, last = phrase[0].i, phrase[-1].i
        return [
            Offense(hit.text, hit.start, hit.end)
            for hit in self.doc.spans["lexicon"]
            if first <= hit.start <= last and hit.start <= target.i
        ]

    def _total(self, trigger: Span) -> int | None:
        """ "guilty on all 12 counts", "a 34-count indictment"."""
        before = re.search(
            r"(\w+)-count\s*$", self.doc[max(trigger.start - 6, trigger[0].sent.start) : trigger.start].text
        )
        if before and trigger._.rule.sense == "indictment":
            return number(before[1]) or None
        if trigger._.rule.sense == "counts":
            faced = trigger.root.dep_ == "dobj" and trigger.root.head.lower_ in ("face", "faces", "faced", "facing")
            counted = next((token for token in trigger.root.lefts if token.dep_ == "nummod"), None)
            return number(counted.text) or None if faced and counted is not None else None
        rest = self.doc[trigger.end : min(trigger.end + 12, trigger[0].sent.end)].text
        match = _TOTAL.match(rest) or _ONE_COUNT.match(rest)
        if not match:
            return self._listed_counts(trigger)
        return number(match[1]) or None

    def _listed_counts(self, trigger: Span) -> int | None:
        """ "convicted on counts 2 to 4", "On counts 5 and 7 the jury acquitted him", "Count 1 was dropped"."""
        sentence = trigger[0].sent
        behind = _BEHIND_COUNTS.match(self.doc[trigger.end : sentence.end].text)
        opens = _COUNTS.match(self.doc[sentence.start : trigger.start].text)
        if opens and any(sentence.start <= t.start < trigger.start and not t._.rule.has("noun") for t in self.triggers):
            opens = None
        match = behind or opens
        return how_many_listed(match["listed"]) if match else None

    def _action(self, trigger: Span, person: Person | None) -> str:
        if trigger._.rule.get("action") == "indicted" or self._indicted_elsewhere(trigger, person):
            return "indicted"
        words = {token.lower_ for token in trigger[0].sent}
        doer = agent(predicate(trigger))
        if doer is not None and doer.lower_ == "indictment":
            return "indicted"
        return (
            "indicted"
            if trigger._.rule.sense == "charged" and ("indictment" in words and "grand" in words)
            else "charged"
        )

    def _indicted_elsewhere(self, trigger: Span, person: Person | None) -> bool:
        """Whether the article calls the filing an indictment anywhere: this person's, or the only one's charged."""
        if person is None:
            return False
        tokens = [self.doc[i] for i, word in enumerate(words_of(self.doc)) if word in self.lists["indictment"]]
        sentences = {token.sent.start: token.sent for token in tokens}
        told = list(sentences.values())
        if not set(self.references.known) <= {person.id}:
            told = [sentence for sentence in told if self._names(sentence, person)]
        stated = [
            t
            for t in self.triggers
            if t._.rule.get("action") == "indicted" and any(s.start <= t.start < s.end for s in told)
        ]
        if any(self._another_time(trigger, other) for other in stated):
            return False
        others = [other for other in stated if self._another_crime(trigger, other)]
        return any(
            _is_told(sentence) and not any(sentence.start <= other.start < sentence.end for other in others)
            for sentence in told
        )

    def _names(self, sentence: Span, person: Person) -> bool:
        inside = (name for name in self.references.names if sentence.start <= name.start < sentence.end)
        return any(name._.mention.person is person for name in inside)

    def _another_time(self, trigger: Span, indictment: Span) -> bool:
        """Whether the indictment has not come, or came at another time than the charge."""
        mine, theirs = self.circumstances.date(trigger), self.circumstances.date(indictment)
        clash = mine is not None and theirs is not None and not (mine.covers(theirs) or theirs.covers(mine))
        return clash or indictment._.said.status != "asserted"

    def _another_crime(self, trigger: Span, indictment: Span) -> bool:
        """Whether the indictment names other offenses than the charge; a lead tells them in words of its own."""
        mine, theirs = self.offenses.get(trigger.start, []), self.offenses.get(indictment.start, [])
        if not mine or not theirs or any(same_offense(one.text, other.text) for one in mine for other in theirs):
            return False
        whom = self.defendants.whose(indictment)
        return whom is None or not whom.descriptive

    def _method(self, trigger: Span) -> str | None:
        """How the charge ended: by the rule, else by whoever decided."""
        rule = trigger._.rule
        if rule.get("method"):
            return str(rule.get("method"))
        return self.circumstances.decided_by(trigger, str(rule.get("outcome")))

    def _prejudice(self, trigger: Span) -> str | None:
        if trigger._.rule.get("outcome") != "dismissed":
            return None
        match = re.search(r"\b(with|without) prejudice\b", trigger[0].sent.text, re.I)
        return match[1].lower() if match else None

    # -- sentences ------------------------------------------------------------------------------------------

    def _sentences(self, trigger: Span) -> tuple[list[Fact], str]:
        rule = trigger._.rule
        said: Said = trigger._.said
        penalties = self.sentencing.penalties(trigger)
        kept = [(p, full) for p in penalties if (full := self.sentencing.penalty(trigger, p)) is not None]
        if not kept and rule.sense == "jailed" and self._names_a_crime(trigger):
            kept = [(trigger, Penalty("prison"))]
        if not kept and rule.sense == "fined" and self._fined_for_crime(trigger):
            kept = [(trigger, Penalty("fine"))]
        if not kept:
            return self._announced(trigger), "no penalty goes with it"
        if (
            rule.sense == "served"
            and predicate(trigger).lower_.startswith("spen")
            and not self.sentencing.for_a_crime(trigger)
        ):
            return [], "it may be detention before trial"
        if rule.get("needs") == "court" and not self._in_court(trigger):
            return [], "nobody asks it of a court"
        status = self.sentencing.status(trigger, said)
        if status is None:
            return [], said.as_reason()
        light = all(p.kind in ("fine", "other") and "driving" not in {t.lower_ for t in span} for span, p in kept)
        named = self.offenses.get(trigger.start, [])
        sure = self._criminal(trigger, named) or self.sentencing.for_a_crime(trigger)
        if rule.sense in ("received", "given") and light and not sure:
            return [], "a fine or a ban, and nothing around it speaks of a court"
        bare = rule.sense == "sentence" and trigger.text.lower() in ("term", "terms")
        if status == "expected" and not self._is_agreed(trigger):
            return [], "nothing says that it was agreed or ordered"
        if rule.sense == "fined" and not self._fined_by_court(trigger):
            return [], "no court imposed it"
        whom = self.defendants.whose(self.sentencing.possible_beside(trigger) or trigger)
        if whom is None:
            return [], "no defendant was found"
        if _is_bare(whom):
            return [], f"nothing says who {whom.phrase!r} stands for"
        unknown = any(person.id not in self.references.known for person in whom.people)
        if bare and (unknown or not self._in_court(trigger)) and not self._is_judged(whom):
            return [], "a term, and nothing around it speaks of a court"
        if status == "possible" and self._uncharged(trigger):
            return [], "nobody is charged yet"
        has_case = self._convicted_beside if rule.sense == "executed" else self._has_case
        if rule.get("needs") == "case" and not has_case(trigger, whom):
            return [], "no criminal case goes with it"
        fors = self._fors(trigger, whom, [span for span, _ in kept])
        told = self._sentenced_before(trigger, whom)
        if not fors and told is not None:
            fors = self._fors(told, whom, [span for span, _ in kept])
        kept = [(span, penalty) for span, penalty in kept if not self._is_sum(span, penalty, kept, fors)]
        self.sentencing.taken.update(span.start for span, _ in kept)
        facts = []
        for person, of, span, penalty in self._dealt(trigger, whom, kept):
            values = penalty.values(status)
            offense = fors.get(span.start)
            facts.append(self._fact(trigger, person, of, offense, span, values))
        return facts, ""

    def _names_a_crime(self, trigger: Span) -> bool:
        """ "was jailed for arson": a term that is not told; "jailed on charges of arson" awaits the trial."""
        leads = self.doc[trigger.end : trigger.end + 6]
        return any(token.lower_ == "for" for token in leads) and any(
            offense.sure for offense in self.offenses.get(trigger.start, [])
        )

    def _fined_for_crime(self, trigger: Span) -> bool:
        """ "was fined by a court for littering": a sum that is not told."""
        doer = agent(predicate(trigger))
        by_court = doer is not None and doer.lower_ in self.lists["clearing"]
        offense = any(item.sure for item in self.offenses.get(trigger.start, []))
        return self._names_a_crime(trigger) and offense and (by_court or self._in_court(trigger, beside=20))

    def _fors(self, trigger: Span, whom: Reference, spans: list[Span]) -> dict[int, Offense]:
        """What each penalty is for, by its first token: all for the same, unless the text says otherwise.

        "Roe was jailed for six years for arson and two years for theft"; "for 12 months and six months
        respectively".
        """
        items = self.offenses.get(trigger.start, [])
        if len(spans) > 1 == len(whom.people) and self._respectively(trigger):
            listed = items or self._of_sentence_mates(trigger)
            if len(listed) == len(spans):
                return {span.start: item for span, item in zip(spans, listed, strict=True)}
        ends = [*(span.start for span in spans[1:]), trigger[0].sent.end]
        own = {span.start: self._named_for(span.end, end) for span, end in zip(spans, ends, strict=True)}
        if sum(offense is not None for offense in own.values()) > 1:
            return {start: offense for start, offense in own.items() if offense is not None}
        if not items:
            return {}
        together = replace(items[0], text=joined([item.text for item in items]))
        return {span.start: together for span in spans}

    def _named_for(self, start: int, end: int) -> Offense | None:
        """The offense of the lexicon behind a "for" that stands close to a penalty's end, with its degree."""
        for hit in self.doc.spans["lexicon"]:
            first = hit.start
            while first > start and self.doc[first - 1].lower_ in _OF_THE_NAME:
                first -= 1
            at = first - 1
            while at > start and (self.doc[at].lower_ in _COUNTED or number(self.doc[at].text) is not None):
                at -= 1
            if start <= hit.start < end and self.doc[at].lower_ == "for" and at - start <= 2:
                return Offense(self.doc[first : hit.end].text, first, hit.end, self._code(hit))
        return None

    def _code(self, hit: Span) -> str | None:
        return next(
            (offense.code for found in self.offenses.values() for offense in found if offense.start == hit.start), None
        )

    def _is_sum(self, span: Span, penalty: Penalty, kept: list[tuple[Span, Penalty]], fors: dict[int, Offense]) -> bool:
        """ "12 years in prison: eight years for robbery and four years for kidnapping": the first is no third one."""
        colon = any(token.text == ":" for token in self.doc[span.end : span.end + 3])
        parts = [each for each, _ in kept if each.start > span.start and each.start in fors]
        return colon and span.start not in fors and penalty.duration is not None and len(parts) > 1

    def _dealt(
        self, trigger: Span, whom: Reference, kept: list[tuple[Span, Penalty]]
    ) -> Iterator[tuple[Person | None, Reference, Span, Penalty]]:
        """Who gets which penalty: each all of them, unless the text deals them out.

        "Roe was jailed for six years and Poe for four years"; "for six and four years respectively"; "two men to death
        and three others to life".
        """
        shares = self._shares(trigger, whom, kept)
        of = whom
        for place, (span, penalty) in enumerate(kept):
            if place:
                of = self._next_party(of, whom, kept[place - 1][0], span)
            for share, person in enumerate(of.people or (None,) * bool(of.phrase)):
                if not shares or share == place:
                    yield person, of, span, penalty

    def _next_party(self, of: Reference, whom: Reference, before: Span, span: Span) -> Reference:
        """Whom a further penalty is for: the people told right before it, else those whom the one before is for."""
        owner = self.sentencing.owner(span)
        if owner is not None:
            return of if owner in whom.people else replace(whom, people=(owner,))
        others = party(self.doc, before, span, self.references)
        if others is None:
            return of
        again = any(person in whom.people for person in others.people)
        return Reference() if again else others  # "two to death and the others to life": not who got death

    def _shares(self, trigger: Span, whom: Reference, kept: list[tuple[Span, Penalty]]) -> bool:
        """ "Ana Roe and Max Poe were jailed for 10 and 15 years respectively": to each their own."""
        if len(whom.people) != len(kept) or len(kept) < 2 or len({penalty.kind for _, penalty in kept}) > 1:
            return False
        between = self.doc[kept[0][0].end : kept[-1][0].start]
        close = all(token.text in (",", "and") or token.like_num for token in between)
        return close or self._respectively(trigger)

    def _respectively(self, trigger: Span) -> bool:
        """Whether the word stands in what is said by this trigger, and not by the next one."""
        end = next((t.start for t in self.triggers if t.start >= trigger.end), trigger[0].sent.end)
        around = [*self.doc[trigger.end : min(end, trigger[0].sent.end)], self.doc[trigger.start - 1]]
        return any(token.lower_ == "respectively" for token in around)

    def _of_filing(self, trigger: Span) -> Said | None:
        """What is said of "indicted" holds for the charges behind it: "was expected to be indicted on charges of"."""
        on = trigger.root.head
        verb = on.head if on.lower_ == "on" else None
        return next((t._.said for t in self.triggers if verb is not None and t.start <= verb.i < t.end), None)

    def _is_filed(self, trigger: Span) -> bool:
        """ "Charges were framed against Ana Roe": a charge, whether the text names its offense or not."""
        noun = trigger.root
        filed = trigger._.rule.sense in ("counts", "indictment") and noun.head.lower_ in self.lists["filing"]
        behind = self.doc[trigger.end : min(trigger.end + 6, trigger[0].sent.end)]
        return filed and any(token.lower_ == "against" for token in behind)

    def _is_of_offenses(self, trigger: Span) -> bool:
        """ "was charged with offences over a deal": a charge, if the only one that is told of somebody."""
        rest = self.doc[trigger.end : min(trigger.end + 6, trigger[0].sent.end)].text
        if trigger._.rule.sense != "charged" or not _OFFENSES.match(rest):
            return False
        whom = self.defendants.whose(trigger)
        return whom is not None and not any(
            fact.type == "charge" and fact.person in whom.people for fact in self.result.facts
        )

    def _is_dated(self, trigger: Span) -> bool:
        """ "The three were charged in May": a filing of its own day, of people of whom the text tells more."""
        head = predicate(trigger)
        passive = any(child.dep_ == "auxpass" for child in head.children)
        within = head.dep_ in ("advcl", "pcomp")  # "a year after Roe was charged"
        paid = any(token.is_currency or token.like_num for token in self.doc[trigger.end : trigger.end + 2])
        unfit = within or paid or not passive
        if trigger._.rule.sense not in ("charged", "indicted") or unfit or self.circumstances.date(trigger) is None:
            return False
        whom = self.defendants.whose(trigger)
        if whom is None:
            return False
        told = [fact for fact in self.result.facts if fact.person in whom.people]
        return bool(told) and not any(fact.type == "charge" for fact in told)

    def _is_judged(self, whom: Reference) -> bool:
        """Whether a verdict or another penalty of theirs is told: not "nearing the end of the mayor's term"."""
        return any(fact.person in whom.people for fact in self.result.facts if fact.type != "charge")

    def _uncharged(self, trigger: Span) -> bool:
        """ "If Roe were indicted, he could be jailed for ten years"."""
        return any(
            t._.rule.group == "charges"
            and t._.said.status == "hypothetical"
            and t[0].sent.start == trigger[0].sent.start
            and self.doc[max(t.start - 1, 0)].lower_ != "as"  # "if convicted as charged"
            for t in self.triggers
        )

    def _convicted_beside(self, trigger: Span, whom: Reference) -> bool:
        """ "A man convicted of murder was hanged"; not "charged with murder after two guards were executed"."""
        sentence = trigger[0].sent
        mates = [t for t in self.triggers if t is not trigger and sentence.start <= t.start < sentence.end]
        verdicts = [t for t in mates if t._.rule.get("outcome") == "convicted" and t._.said.status == "asserted"]
        return any(self.defendants.whose(verdict) == whom for verdict in verdicts)

    def _has_case(self, trigger: Span, whom: Reference) -> bool:
        """Whether the person is a defendant for a reason beyond this trigger."""
        if any(offense.sure for offense in self.offenses.get(trigger.start, [])):
            return True
        if self._sentenced_before(trigger, whom) is not None:
            return True
        sentence = trigger[0].sent
        before = [hit for hit in self.doc.spans["lexicon"] if sentence.start < hit.start < trigger.start]
        if any(self.doc[hit.start - 1].lower_ == "for" for hit in before):  # "For cheating investors, Roe was ordered"
            return True
        if any(
            t._.rule.group != "sentences" or t._.rule.get("needs") != "case"
            for t in self.triggers
            if t is not trigger
            and sentence.start <= t.start < sentence.end
            and t._.said.status == "asserted"
            and t.start not in self.claimed
        ):
            return True
        return any(person.id in self.references.known for person in whom.people) and any(
            fact.person in whom.people for fact in self.result.facts
        )

    def _sentenced_before(self, trigger: Span, whom: Reference) -> Span | None:
        """ "Roe was sentenced for theft. She must ...": what for, the text has told just before."""
        here = self.references.sentence_of[trigger.start]
        for t in self.triggers:
            near = t.start < trigger.start and 0 < here - self.references.sentence_of[t.start] <= 2
            if near and t._.rule.sense == "sentenced" and t._.said.status == "asserted" and whom.people:
                theirs = self.defendants.whose(t)
                sure = any(offense.sure for offense in self.offenses.get(t.start, []))
                if sure and theirs is not None and theirs.people == whom.people and not self.sentencing.penalties(t):
                    return t
        return None


def _is_told(sentence: Span) -> bool:
    """Whether the sentence speaks of one indictment that has come."""
    match = _INDICTED.search(sentence.text)
    return match is not None and not _NOT_YET.search(sentence.text[: match.end()])


def _is_bare(whom: Reference) -> bool:
    """Whether all that stands for the defendant is a pronoun or "the defendants": that describes nobody."""
    return not whom.people and _BARE.fullmatch(whom.phrase or "") is not None


def _alone(offense: Offense) -> Offense:
    """ "arson and fraud respectively": the word is no part of the last one's name."""
    return replace(offense, text=re.sub(r",? respectively$", "", offense.text))
