"""From the spans of one Doc to records: whose, which offense, what is asserted, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from spacy.tokens import Doc, Span, Token

from casefacts.circumstance import Circumstances
from casefacts.clause import direct_object, is_passive, patient, predicate, subject
from casefacts.events import Fact
from casefacts.numerals import number
from casefacts.reference import Reference, References
from casefacts.stages.assertion import Said
from casefacts.stages.offenses import NOMINAL, Offense
from casefacts.stages.penalties import Penalty
from casefacts.stages.people import Person

# Verbs whose patient or subject is the one whom the charges are against: "arrested on charges of", "faces charges".
_CHARGED_PATIENT = {"arrested", "held", "detained", "indicted", "arraigned", "extradited", "tried", "jailed", "prosecuted", "imprisoned", "remanded", "booked", "convicted", "sentenced", "cleared", "accused", "charged", "deported", "seized", "brought"}
_CHARGED_SUBJECT = {"face", "faces", "faced", "facing", "denies", "denied", "deny", "denying", "contests", "fights", "answer", "appear", "appeared", "appears", "appearing", "fighting", "stand", "stood"}
# "has a prior conviction", "appealed against a six-year sentence": the subject is the convict.
_HOLDERS = {"has", "had", "have", "having", "appeal", "appeals", "appealed", "appealing", "dropped", "drop", "drops", "lost", "lose", "loses", "completed", "began", "begins", "finished", "awaits", "challenged", "challenging", "challenges", "won"}
_CHARGE_NOUNS = {"charge", "charges", "count", "counts", "case", "cases", "indictment", "indictments", "prosecution", "complaint", "felony", "misdemeanor", "proceedings", "allegation"}
_CONVICTION_NOUNS = {"conviction", "convictions", "verdict", "verdicts"}
_COURT_WORDS = {"court", "magistrates", "judge", "jury", "trial", "prosecutor", "prosecutors", "charge", "charges", "hearing", "plea", "arraignment", "sentenced", "counts", "bailey", "jailed", "fined", "dock", "pleaded"}
# Triggers whose offense may stand in an accusation beside them.
_BORROWING = {"charge.trial", "charge.trial-of", "charge.indicted", "charge.arraigned", "charge.not-guilty"}
_TERM_WORDS = {"prison", "jail", "sentence", "term", "behind", "imprisonment", "custody", "bars", "years", "penalty", "life", "death"}


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
    return _Assembler(doc).run()


class _Assembler:
    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.triggers: list[Span] = list(doc.spans["triggers"])
        self.references = References(doc)
        self.offenses: dict[int, list[Offense]] = doc.user_data["offenses"]
        self.circumstances = Circumstances(doc, self.triggers)
        self.claimed: set[int] = {t.start for t in self.triggers if t.label_ in NOMINAL and t.start in doc.user_data["claimed"]}
        self.taken: set[int] = set()
        self.result = Assembly()

    def run(self) -> Assembly:
        self._learn_defendants()
        self._claim_targets()
        for trigger in sorted(self.triggers, key=lambda t: (t.label_ == "sentence.nominal", self._bare(t), t.start)):
            if not self._in_prose(trigger):
                self._reject(trigger, "it stands in a headline")
                continue
            if trigger.start in self.claimed:
                self._reject(trigger, "its words belong to another statement")
                continue
            facts, reason = self._facts(trigger)
            if facts:
                self.result.facts += facts
            else:
                self._reject(trigger, reason)
        return self.result

    def _bare(self, trigger: Span) -> bool:
        """A charge without an offense; it comes after the others, since it may be about theirs."""
        return trigger._.rule.group == "charges" and not self.offenses.get(trigger.start)

    def _reject(self, trigger: Span, reason: str) -> None:
        self.result.rejected.append(Rejected(trigger, reason))

    def _in_prose(self, trigger: Span) -> bool:
        return not any(start <= trigger.start_char < end for start, end in self.doc.user_data.get("headlines", []))

    def _learn_defendants(self) -> None:
        """Whoever stands by name where a defendant stands is known as one for the whole article."""
        for trigger in self.triggers:
            if trigger._.said.status in ("negated", "civil", "fictional", "false_report", "general"):
                continue
            if trigger._.rule.group == "sentences" and not self._penalties(trigger):
                continue
            if trigger._.rule.get("needs") == "court":
                continue
            for token in self._slots(trigger):
                person = self.references._named(token) if token is not None else None
                if person is not None and not (person.official and trigger._.rule.get("who") != "patient"):
                    self.references.known.setdefault(person.id, person)

    def _claim_targets(self) -> None:
        """ "dropped the charge of fraud": the word "charge" there states nothing of its own."""
        for trigger in self.triggers:
            if trigger._.rule.get("who") == "charges" and trigger._.said.status == "asserted":
                target = self._target(trigger)
                if target is not None:
                    self.claimed.update(other.start for other in self.triggers if other is not trigger and target in other)

    # -- one trigger ----------------------------------------------------------------------------------------

    def _facts(self, trigger: Span) -> tuple[list[Fact], str]:
        group = trigger._.rule.group
        said: Said = trigger._.said
        if group == "sentences":
            return self._sentences(trigger)
        if said.status != "asserted":
            return [], f"{said.status}: {said.words!r} ({said.rule})"
        items = self.offenses.get(trigger.start, [])
        needs = trigger._.rule.get("needs")
        if needs == "trial":
            return [], "an accusation states no charge by itself"
        if group == "charges" and not items and trigger.label_ in _BORROWING:
            items = self._borrowed(trigger)
        if needs == "offense" and not items:
            return self._announced(trigger), "it names no offense"
        if trigger.label_ == "verdict.acquitted.cleared":
            if not (any(offense.sure for offense in items) or self._by_a_court(trigger)):
                return [], "it names neither an offense nor a court"
        elif needs == "court" and not (items and (self._in_court(trigger) or self._of_a_defendant(trigger, items))):
            return [], "it names no offense in court"
        if trigger._.rule.get("who") == "charges":
            target = self._target(trigger)
            if target is None and not self._prejudice(trigger):
                return [], "it is not said of a charge or a conviction"
            items = items or (self._target_offenses(target) if target is not None else [])
        whom = self._whose(trigger)
        if trigger.label_ == "charge.indictment" and not items and self._total(trigger) is None:
            return [], "it names neither an offense nor a number of counts"
        if trigger.label_ == "verdict.mistrial" and not re.search(r"\b(jur(y|ors?)|mistrial|trial)\b", trigger[0].sent.text, re.I):
            return [], "no jury is mentioned"
        if whom is None:
            return [], "no defendant was found"
        return self._charged_or_judged(trigger, whom, items), ""

    def _borrowed(self, trigger: Span) -> list[Offense]:
        """ "Roe's trial has begun. He is accused of theft": what somebody on trial is accused of is the charge."""
        whom = self._whose(trigger)
        if whom is None or not whom.people or any(fact.type == "charge" and fact.person in whom.people and fact.offense for fact in self.result.facts):
            return []
        for accusation in self.triggers:
            if accusation.label_ != "charge.accused" or accusation._.said.status != "asserted":
                continue
            accused = self._whose(accusation)
            if accused is None or not (set(p.id for p in accused.people) & set(p.id for p in whom.people) or (accused.phrase and len(whom.people) > 1)):
                continue
            return self.offenses.get(accusation.start, [])
        return []

    def _announced(self, trigger: Span) -> list[Fact]:
        """ "Two men were sentenced on Friday": no record, but the day of those that follow by name."""
        whom = self._whose(trigger) if trigger._.said.status == "asserted" and trigger._.rule.get("who") == "patient" else None
        if whom is None or not whom.descriptive:
            return []
        values = {"outcome": trigger._.rule.get("outcome"), "status": trigger._.rule.get("status")}
        facts = [self._fact(trigger, person, None, None, None, values, descriptive=True) for person in whom.people]
        return [fact for fact in facts if fact.date is not None]

    def _charged_or_judged(self, trigger: Span, whom: Reference, items: list[Offense]) -> list[Fact]:
        rule = trigger._.rule
        facts = []
        total = self._total(trigger) if not items else None
        for person in whom.people or (None,):
            for offense in items or [None]:
                values: dict[str, Any] = {"counts": offense.counts if offense else total}
                if rule.group == "charges":
                    values |= {"action": self._action(trigger), "plea": rule.get("plea")}
                else:
                    values |= {"outcome": rule.get("outcome"), "method": self._method(trigger), "prejudice": self._prejudice(trigger)}
                facts.append(self._fact(trigger, person, whom.phrase, offense, offense, values, whom.descriptive))
        return facts

    def _fact(self, trigger: Span, person: Any, phrase: str | None, offense: Offense | None, item: Span | Offense | None, values: dict[str, Any], descriptive: bool = False) -> Fact:
        ends = [trigger.end] + ([item.end] if item is not None else [])
        starts = [trigger.start] + ([item.start] if item is not None else [])
        slot = next((t for t in self._slots(trigger) if t is not None and t.sent.start == trigger[0].sent.start), None)
        if slot is not None:
            starts.append(slot.left_edge.i if slot.i - slot.left_edge.i < 8 else slot.i)
            ends.append(slot.i + 1)
        start, end = max(min(starts), trigger[0].sent.start), min(max(ends), max(trigger[0].sent.end, trigger.end))
        kind = {"charges": "charge", "verdicts": "verdict", "sentences": "sentence"}[trigger._.rule.group]
        about = self.circumstances.of(trigger)
        return Fact(
            type=kind,
            person=person,
            phrase=phrase,
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
            descriptive=descriptive,
        )

    # -- whose ----------------------------------------------------------------------------------------------

    def _slots(self, trigger: Span) -> list[Token | None]:
        """The tokens that stand where the rule says the defendant stands, best first."""
        rule = trigger._.rule
        head = predicate(trigger)
        who = rule.get("who")
        if who == "patient":
            inside = [token for token in trigger if (self.references.name_at(token) or token.lower_ in ("him", "her", "them")) and self.doc[token.i - 1].lower_ not in ("of", "the")]
            if rule.id == "charge.trial-of":
                return [self.doc[i] for i in range(trigger.end, min(trigger.end + 8, len(self.doc))) if self.references.name_at(self.doc[i])][:1]
            if rule.group == "sentences" and rule.id in ("sentence.given", "sentence.ordered") and not is_passive(head):
                return [direct_object(head)]
            about = patient(head)
            if about is not None and trigger.start < about.i < trigger.end and self.references.name_at(about) is None:
                return [about, *inside[:1]]
            found = [*inside[:1], about]
            if found == [None] and not is_passive(head) and head.tag_ != "VB":
                found = [subject(head)]
            return found
        if who == "subject":
            return [self._on_behalf(trigger) or subject(head)]
        if who == "against":
            return self._against(trigger, head)
        if who == "possessor":
            return self._possessor(trigger, head)
        if who == "charges":
            target = self._target(trigger)
            if target is None:
                return []
            return self._possessor(trigger, target) if target.lower_ in _CONVICTION_NOUNS else self._against(trigger, target)
        return self._tried(trigger)

    def _on_behalf(self, trigger: Span) -> Token | None:
        """ "entered a plea of not guilty on behalf of his client, Zoe Blum"."""
        rest = self.doc[trigger.end : min(trigger.end + 12, trigger[0].sent.end)]
        if not re.match(r"(on behalf of|for) ", rest.text):
            return None
        return next((token for token in rest if token.dep_ == "pobj" and token.lower_ not in ("behalf",)), None)

    def _against(self, trigger: Span, noun: Token) -> list[Token | None]:
        """The object of "against", a possessor, or the one arrested "on charges"."""
        sentence = trigger[0].sent
        if trigger.label_ == "sentence.imposed":
            about = patient(noun) if noun.pos_ == "VERB" else None
            owner = self._possessor(trigger, about) if about is not None else []
            if owner:
                return owner
        for token in self.doc[noun.i + 1 : min(noun.i + 14, sentence.end)]:
            if token.lower_ == "against" or (token.lower_ in ("on", "for") and trigger._.rule.group == "sentences"):
                found = next((child for child in token.children if child.dep_ == "pobj"), None)
                if found is not None and (self.references.by_token.get(found.i) is not None or self.references._named(found) is not None):
                    return [found]
            if token.text in (";",):
                break
        possessor = next((child for child in noun.children if child.dep_ == "poss" and self.references.by_token.get(child.i)), None)
        if possessor is not None:
            return [possessor]
        verb = noun.head
        while verb.head != verb and (verb.pos_ in ("NOUN", "ADP", "PROPN") or verb.dep_ in ("pobj", "prep")):
            verb = verb.head
        if verb.lower_ in _CHARGED_PATIENT:
            return [patient(verb)]
        if verb.lower_ in _CHARGED_SUBJECT:
            return [subject(verb)]
        if noun.head.lower_ == "on":
            earlier = [t for t in self.triggers if t._.rule.group == "sentences" and sentence.start <= t.start < trigger.start]
            if earlier:
                return self._slots(earlier[-1])
        return []

    def _possessor(self, trigger: Span, noun: Token) -> list[Token | None]:
        possessor = next((child for child in noun.children if child.dep_ == "poss"), None)
        if possessor is not None:
            return [possessor]
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "against"):
                for inner in child.children:
                    if self.references.by_token.get(inner.i) is not None or self.references._named(inner) is not None:
                        return [inner]
        verb = noun.head
        while verb.pos_ in ("NOUN", "ADP") and verb.head != verb:
            verb = verb.head
        if verb.lower_ in _HOLDERS:
            return [subject(verb)]
        return []

    def _tried(self, trigger: Span) -> list[Token | None]:
        """ "declared a mistrial in the case of X", "the jury that could not agree about X"."""
        sentence = trigger[0].sent
        for token in sentence:
            if token.lower_ in ("against", "about") and token.i + 1 < sentence.end:
                found = next((child for child in token.children if child.dep_ == "pobj" and self.references.by_token.get(child.i)), None)
                if found is not None:
                    return [found]
        named = [name for name in self.references.names if not name._.mention.person.victim and sentence.start <= name.start < sentence.end and not name._.mention.person.official]
        about = [name for name in named if name.start > 0 and self.doc[name.start - 1].lower_ in ("of", "against", "about", "on", "for", "over")]
        owned = [name for name in named if name.root.dep_ == "poss"]
        nearest = sorted(about or owned or named, key=lambda name: abs(name.start - trigger.start))
        return [nearest[0].root] if nearest else []

    def _whose(self, trigger: Span) -> Reference | None:
        if trigger.label_ == "verdict.acquitted.but":
            coordinated = self._coordinated(trigger)
            return self._whose(coordinated) if coordinated is not None else None
        slots = self._slots(trigger)
        for token in slots:
            reference = self.references.of(token)
            if reference is not None and not reference.people:
                beside = self._appositive(trigger, token)
                if beside is not None:
                    return Reference((beside,))
            if reference is not None:
                return self._with_companions(trigger, reference)
        if trigger._.rule.get("who") == "subject" or (trigger._.rule.get("who") == "patient" and is_passive(predicate(trigger))):
            beside = self._left_neighbour(trigger)
            if beside is not None:
                return self.references.of(beside)
        coordinated = self._coordinated(trigger)
        if coordinated is not None:
            return self._whose(coordinated)
        if any(token is not None for token in slots):
            return None
        if trigger._.rule.get("who") == "jury":
            return self._latest(trigger)
        if trigger._.rule.get("who") == "charges":
            return self._only_defendant(trigger)
        if trigger._.rule.get("status") == "sought":
            return self._latest(trigger)
        if trigger.start == trigger[0].sent.start or self.doc[trigger.start - 1].is_space:
            return self._listed_before(trigger)
        return None

    def _with_companions(self, trigger: Span, reference: Reference) -> Reference:
        """ "indicted Ana Roe, along with her brother, Max Roe": whoever else the statement takes in."""
        rest = self.doc[trigger.end : trigger[0].sent.end]
        for token in rest:
            if token.lower_ == "along" and token.i + 1 < rest.end and self.doc[token.i + 1].lower_ == "with":
                verb = next((t.i for t in self.doc[token.i : rest.end] if t.tag_ in ("VBD", "VBZ", "VBP", "MD")), rest.end)
                people = list(reference.people)
                for name in self.references.names:
                    owned = self.doc[min(name.end, rest.end - 1)].tag_ == "POS"
                    if token.i < name.start < verb and not owned and name._.mention.person not in people:
                        people.append(name._.mention.person)
                return replace(reference, people=tuple(people))
            if token.text == ";":
                break
        return reference

    def _coordinated(self, trigger: Span) -> Span | None:
        """The statement before "... and was sentenced", whose subject goes on."""
        i = trigger.start if trigger[0].lower_ in ("and", "but") else trigger.start - 1
        first = trigger[0].sent.start
        while i > first and (self.doc[i].pos_ in ("AUX", "ADV") or self.doc[i].lower_ in ("later", "then")):
            i -= 1
        if i <= first or self.doc[i].lower_ not in ("and", "but"):
            return None
        earlier = [t for t in self.triggers if first <= t.start < i and t._.rule.get("who") in ("patient", "subject") and t._.rule.group != "sentences"]
        return earlier[-1] if earlier else None

    def _only_defendant(self, trigger: Span) -> Reference | None:
        """The article's only defendant, if the text has just spoken of them."""
        sentence = trigger[0].sent
        earlier = [t for t in self.triggers if sentence.start <= t.start < trigger.start and t._.rule.get("who") in ("patient", "subject") and t._.said.status == "asserted"]
        if earlier:
            return self._whose(earlier[-1])
        for token in sentence:
            if token.lower_ == "against":
                return self.references.of(next((child for child in token.children if child.dep_ == "pobj"), None))
        here = self.references.sentence_of[trigger.start]
        near = {name._.mention.person.id for name in self.references.names if 0 <= here - self.references.sentence_of[name.start] <= 2}
        known = [person for id, person in self.references.known.items() if id in near]
        return Reference((known[0],)) if len(known) == 1 else None

    def _appositive(self, trigger: Span, token: Token) -> Person | None:
        """The name that a relative clause cut off from its noun: "the man who drove, 45-year-old Ivan Roe, was jailed".

        And the one before "who" or "whom" when the parse takes a thing for it: "Ana Roe, who sailed the ferry, whom
        they indicted".
        """
        if token.i > trigger.start:
            return None
        between = self.doc[token.i + 1 : trigger.start]
        if any(t.lower_ in ("who", "whom") for t in between[:2]) and self.references.by_token.get(token.i) is None:
            names = [name for name in self.references.names if trigger[0].sent.start <= name.start < token.i and not name._.mention.person.official]
            return names[-1]._.mention.person if names else None
        beside = self._left_neighbour(trigger)
        if beside is None or self.doc[beside.i + 1].text != ",":
            return None
        start = self.references.by_token[beside.i].start
        before = self.doc[token.i : start].text.strip()
        return self.references.name_at(beside) if re.search(r",(?: \d\d-year-old)?$", before) else None

    def _left_neighbour(self, trigger: Span) -> Token | None:
        """The name that only helpers, an age and a town part from the trigger: "Ana Roe, 22, Irvine, also pleaded"."""
        i = trigger.start - 1
        first = trigger[0].sent.start
        while i >= first and (self.doc[i].pos_ in ("AUX", "ADV", "PUNCT", "NUM", "SPACE") or self.doc[i].ent_type_ == "GPE" or self.doc[i].lower_ in ("each", "both", "all", "later", "of", "also")):
            i -= 1
        return self.doc[i] if i >= first and self.references.name_at(self.doc[i]) is not None else None

    def _latest(self, trigger: Span) -> Reference | None:
        """The defendant whom the text spoke of last: "The prosecution is seeking the death penalty."""
        names = [name for name in self.references.names if name.start < trigger.start and name._.mention.person.id in self.references.known]
        return Reference((names[-1]._.mention.person,)) if names else None

    def _listed_before(self, trigger: Span) -> Reference | None:
        """A table row: "John Roe, 65, Los Angeles" above "Found guilty by a jury on ..."."""
        names = [name for name in self.references.names if name.end <= trigger.start and not name._.mention.person.official]
        if not names:
            return None
        name = names[-1]
        near = trigger.start_char - name.end_char <= 120
        return Reference((name._.mention.person,)) if near else None

    # -- what -----------------------------------------------------------------------------------------------

    def _in_court(self, trigger: Span) -> bool:
        """Whether the sentence, or for a named crime one beside it, speaks of a court."""
        sentence = trigger[0].sent
        if any(token.lower_ in _COURT_WORDS for token in sentence):
            return True
        if trigger.label_ in ("verdict.convicted.admitted", "charge.denied") and any(offense.sure for offense in self.offenses.get(trigger.start, [])):
            around = self.doc[max(sentence.start - 40, 0) : min(sentence.end + 25, len(self.doc))]
            if any(token.lower_ in ("court", "magistrates", "sentenced", "jailed", "pleaded", "trial", "convicted") for token in around):
                return True
        return any(offense.counts for offense in self.offenses.get(trigger.start, []))

    def _of_a_defendant(self, trigger: Span, items: list[Offense]) -> bool:
        """ "had admitted affray": a plea, when said of one who is a defendant anyway."""
        slots = [self.references._named(token) for token in self._slots(trigger) if token is not None]
        return any(offense.sure for offense in items) and any(person is not None and person.id in self.references.known for person in slots)

    def _by_a_court(self, trigger: Span) -> bool:
        rest = self.doc[trigger.end : min(trigger.end + 12, trigger[0].sent.end)].text
        return re.search(r"\b(?:by|at|in|before) (?:[\w'-]+ ){0,3}(?:jury|jurors|judge|judges|court|Court|magistrates|tribunal|Bailey)\b", rest) is not None

    def _target(self, trigger: Span) -> Token | None:
        """The charge that is dropped, the conviction that is quashed."""
        head = predicate(trigger)
        wanted = _CONVICTION_NOUNS if trigger._.rule.get("outcome") == "overturned" else _CHARGE_NOUNS
        about = patient(head) if head.pos_ in ("VERB", "AUX") else None
        if about is None and head.pos_ == "VERB":
            about = direct_object(head) or subject(head)
        for token in [about, *(about.children if about is not None else [])]:
            if token is not None and token.lower_ in wanted:
                return token
        if about is None or about.pos_ in ("VERB", "ADP"):
            return next((token for token in self.doc[trigger.end : min(trigger.end + 9, trigger[0].sent.end)] if token.lower_ in wanted), None)
        return None

    def _target_offenses(self, target: Token) -> list[Offense]:
        for trigger in self.triggers:
            if target in trigger:
                return self.offenses.get(trigger.start, [])
        phrase = list(target.subtree)
        first, last = phrase[0].i, phrase[-1].i
        return [Offense(hit.text, hit.start, hit.end) for hit in self.doc.spans["lexicon"] if first <= hit.start <= last and hit.start <= target.i]

    def _total(self, trigger: Span) -> int | None:
        """ "guilty on all 12 counts", "a 34-count indictment"."""
        before = re.search(r"(\w+)-count\s*$", self.doc[max(trigger.start - 6, trigger[0].sent.start) : trigger.start].text)
        if before and trigger.label_ == "charge.indictment":
            return number(before[1]) or None
        rest = self.doc[trigger.end : min(trigger.end + 12, trigger[0].sent.end)].text
        match = re.match(r"(?:\W*(?:on|of|to|by a jury on|by a jury of)\s+)?(?:all\s+)?(\w+)\s+(?:felony |misdemeanor |criminal )?(?:counts|charges|felonies)\b", rest, re.I)
        if not match:
            return None
        return number(match[1]) or None

    def _action(self, trigger: Span) -> str:
        if trigger._.rule.get("action") == "indicted":
            return "indicted"
        words = {token.lower_ for token in trigger[0].sent}
        return "indicted" if trigger._.rule.id == "charge.charged" and ("indictment" in words and "grand" in words) else "charged"

    def _method(self, trigger: Span) -> str | None:
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

    def _penalties(self, trigger: Span) -> list[Span]:
        """The penalties that this trigger governs: those behind it, up to the next sentence trigger."""
        if trigger.label_ == "sentence.nominal":
            return self._own_penalties(trigger)
        sentence = trigger[0].sent
        rivals = [t for t in self.triggers if t._.rule.group == "sentences" and t.label_ != "sentence.nominal" and t is not trigger and sentence.start <= t.start < sentence.end]
        after = min((t.start for t in rivals if t.start > trigger.start and self._takes_over(trigger, t)), default=sentence.end)
        found = [p for p in self.doc.spans["penalties"] if trigger.start <= p.start < after or trigger.start <= p.start < trigger.end]
        return [p for p in found if self._connected(trigger, p)]

    def _own_penalties(self, trigger: Span) -> list[Span]:
        """ "his six-year prison sentence", "a sentence of six years": what no verb has taken."""
        free = [p for p in self.doc.spans["penalties"] if p.start not in self.taken]
        return [p for p in free if (p.start < trigger.end and trigger.start < p.end) or 0 <= trigger.start - p.end <= 1 or (0 <= p.start - trigger.end <= 2 and "of" in self.doc[trigger.end : p.start + 1].text)]

    def _takes_over(self, trigger: Span, other: Span) -> bool:
        between = [p for p in self.doc.spans["penalties"] if trigger.end <= p.start < other.start]
        behind = [p for p in self.doc.spans["penalties"] if other.start <= p.start < other.start + 25]
        return bool(behind) and (bool(between) or predicate(other).pos_ in ("VERB", "AUX"))

    def _connected(self, trigger: Span, penalty: Span) -> bool:
        between = self.doc[trigger.end : penalty.start] if penalty.start > trigger.end else self.doc[0:0]
        verdicts = [t for t in self.triggers if t._.rule.group != "sentences" and t.start >= trigger.end and t.end <= penalty.start and t._.rule.id != "charge.nominal"]
        if any(predicate(t).dep_ in ("ROOT", "conj") for t in verdicts):
            return False
        return not any(token.text in (";",) for token in between)

    def _sentences(self, trigger: Span) -> tuple[list[Fact], str]:
        rule = trigger._.rule
        said: Said = trigger._.said
        penalties = self._penalties(trigger)
        kept = [(p, full) for p in penalties if (full := self._penalty(trigger, p)) is not None]
        if not kept:
            return self._announced(trigger), "no penalty goes with it"
        if rule.id == "sentence.served" and predicate(trigger).lower_.startswith("spen") and not self._for_a_crime(trigger):
            return [], "it may be detention before trial"
        if rule.get("needs") == "court" and not self._in_court(trigger):
            return [], "nobody asks it of a court"
        status = self._status(trigger, said)
        if status is None:
            return [], f"{said.status}: {said.words!r} ({said.rule})"
        whom = self._whose(trigger)
        if whom is None:
            return [], "no defendant was found"
        if rule.get("needs") == "case" and not self._has_case(trigger, whom):
            return [], "no criminal case goes with it"
        items = self.offenses.get(trigger.start, [])
        offense = self._joined(items)
        self.taken.update(span.start for span, _ in kept)
        facts = []
        for person in whom.people or (None,):
            for span, penalty in kept:
                values = {
                    "kind": penalty.kind,
                    "status": status,
                    "duration": penalty.duration,
                    "min_duration": penalty.min_duration,
                    "parole": "without" if penalty.parole else None,
                    "amount": penalty.amount,
                    "currency": penalty.currency,
                }
                facts.append(self._fact(trigger, person, whom.phrase, offense, span, values))
        return facts, ""

    def _status(self, trigger: Span, said: Said) -> str | None:
        status = trigger._.rule.get("status")
        if said.status == "asserted":
            return str(status)
        if status == "possible":
            return "possible" if said.status in ("hypothetical", "planned") else None
        if status == "sought":
            return "sought" if said.status in ("asked", "planned", "hypothetical") else None
        if status == "expected":
            return "expected" if said.status in ("planned", "hypothetical") else None
        if said.status == "asked":
            return "sought"
        if said.status == "planned":
            return "expected"
        return None

    def _penalty(self, trigger: Span, span: Span) -> Penalty | None:
        penalty: Penalty = span._.penalty
        rule = trigger._.rule
        if penalty.kind in ("other", "house_arrest") and self._on_bail(trigger):
            return None
        measured = penalty.duration or penalty.min_duration or penalty.amount
        if rule.id == "sentence.possible" and not measured and penalty.kind not in ("life", "death", "fine", "other", "restitution"):
            return None
        if penalty.kind is None:
            return self._default(trigger, span, penalty)
        if rule.get("kind") == "prison" and penalty.kind == "jail":
            return penalty
        if rule.id == "sentence.served" and penalty.kind in ("other", "fine", "restitution", "forfeiture", "death"):
            return None
        if penalty.kind == "life" and len(span) == 2 and not penalty.min_duration and span.text.lower() in ("for life", "to life") and span.start - trigger.end > 3:
            return None
        if penalty.kind in ("prison", "jail") and not (penalty.duration or penalty.min_duration):
            return None
        return penalty

    def _on_bail(self, trigger: Span) -> bool:
        """Whether the text around speaks of bail: a curfew is then a condition, not a penalty."""
        sentence = trigger[0].sent
        return any(token.lower_ == "bail" for token in self.doc[max(sentence.start - 100, 0) : sentence.end])

    def _default(self, trigger: Span, span: Span, penalty: Penalty) -> Penalty | None:
        """A term or sum without a word for its kind: the trigger tells, if it stands close."""
        rule = trigger._.rule
        kind = rule.get("kind")
        between = self.doc[trigger.end : span.start]
        words = {token.lower_ for token in between}
        follows = self.doc[span.end].lower_ if span.end < len(self.doc) else ""
        if words & {"further", "additional", "another", "plus"} and any(p.start < span.start and p._.penalty.kind in ("prison", "jail") for p in self._penalties(trigger)):
            return Penalty("prison", penalty.duration, penalty.min_duration)
        if penalty.amount is not None:
            if kind == "fine" or "fine" in words or "fined" in words:
                return Penalty("fine", amount=penalty.amount, currency=penalty.currency)
            return None
        if kind == "fine" or follows in ("of", "old", "ago", "later", "earlier", "after", "before") or (follows == "-" and self.doc[span.end + 1].lower_ == "old"):
            return None
        if kind:
            return Penalty(kind, penalty.duration, penalty.min_duration)
        if span.end < len(self.doc) and self.doc[span.end].tag_ in ("NN", "NNS") and follows not in ("sentence", "sentences", "term", "terms"):
            return None
        strong = rule.id in ("sentence.sentenced", "sentence.expected") or follows in ("sentence", "term", "sentences", "terms") or words & {"sentence", "term", "sentences", "terms"}
        if rule.id == "sentence.possible" and (words & {"up", "maximum", "least", "minimum"} or not words):
            strong = True
        if rule.id == "sentence.sought" and len(between) <= 4 and self.references.known:
            strong = True
        if rule.id == "sentence.served" and not words and follows in (".", ",", ";", "for", "after", "and"):
            strong = True
        if strong and len(between) <= 14:
            return Penalty("prison", penalty.duration, penalty.min_duration)
        return None

    def _for_a_crime(self, trigger: Span) -> bool:
        sentence = trigger[0].sent
        return any(t is not trigger and sentence.start <= t.start < sentence.end and (t._.rule.group == "verdicts" or t.label_ in ("sentence.sentenced", "sentence.jailed")) for t in self.triggers) or bool(self.offenses.get(trigger.start))

    def _has_case(self, trigger: Span, whom: Reference) -> bool:
        """Whether the person is a defendant for a reason beyond this trigger."""
        sentence = trigger[0].sent
        if any(t._.rule.group != "sentences" or t._.rule.get("needs") != "case" for t in self.triggers if t is not trigger and sentence.start <= t.start < sentence.end and t._.said.status == "asserted" and t.start not in self.claimed):
            return True
        return any(person.id in self.references.known for person in whom.people) and any(
            fact.person in whom.people for fact in self.result.facts
        )

    def _joined(self, items: list[Offense]) -> Offense | None:
        if not items:
            return None
        texts = [item.text for item in items]
        text = texts[0] if len(texts) == 1 else ", ".join(texts[:-1]) + " and " + texts[-1]
        return replace(items[0], text=text)


def facts_by_rule(assembly: Assembly) -> Iterator[Fact]:
    """The facts in text order."""
    yield from sorted(assembly.facts, key=lambda fact: (fact.start, fact.end))
