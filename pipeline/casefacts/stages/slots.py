"""For each trigger, by syntax alone, what stands as agent, patient, subject and possessor.

The parse is asked first. Where it gives nothing that could be a person, or where a name stands right beside the verb,
the order of the words decides: news prose puts long appositions, ages and towns between a name and its verb, and a
statistical parser gets lost in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from spacy.tokens import Doc, Span, Token

from casefacts.clause import RELATIVES, agent, direct_object, is_passive, patient, predicate, subject, turns
from casefacts.marks import add_mark, mention_of, rule_of
from casefacts.rulebook import lists_of

_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_ADJUNCTS = {"ADV", "AUX", "PART", "SPACE"}
_NOUNS = {"NOUN", "PROPN"}
_WITHIN_PHRASE = {"DET", "ADJ", "NUM", "NOUN", "PROPN"}
_MEASURES = {"DATE", "TIME", "MONEY", "QUANTITY", "PERCENT", "CARDINAL", "ORDINAL"}
_REACH = 14  # tokens in which an auxiliary, a "by" phrase or a main clause is looked for


@dataclass(frozen=True)
class Slots:
    """The head tokens of what stands around a trigger; of coordinated ones the first."""

    agent: Token | None = None
    patient: Token | None = None
    subject: Token | None = None
    possessor: Token | None = None

    @property
    def defendant(self) -> Token | None:
        """Whoever the statement happens to, does it, or has it."""
        return self.possessor or self.patient or self.subject


def stands_before(trigger: Span, name: Token) -> bool:
    """Whether nothing but helpers part a name from the verb behind it: "Judge Ana Roe has been convicted"."""
    between = trigger.doc[name.i + 1 : trigger.start]
    return name.i < trigger.start and all(token.pos_ in _ADJUNCTS for token in between)


add_mark("slots")


def slots(doc: Doc) -> Doc:
    """The stage: sets `_.slots` of each trigger."""
    if not doc.spans["triggers"]:
        return doc
    people = {token.i: span for span in doc.spans["people"] for token in span}
    before: Span | None = None
    for trigger in doc.spans["triggers"]:
        mate = before if before is not None and before.sent.start == trigger.sent.start else None
        trigger._.slots = _Reader(trigger, people, mate).read()
        before = trigger
    return doc


class _Reader:
    """Reads the slots of one trigger; `people` are the mentions by token, `mate` is the trigger before it."""

    def __init__(self, trigger: Span, people: dict[int, Span], mate: Span | None) -> None:
        self.doc = trigger.doc
        self.words = lists_of(trigger.doc)
        self.trigger = trigger
        self.head = predicate(trigger)
        self.sentence = trigger[0].sent
        self.people = people
        self.mate = mate
        self.begins = self._group_start()

    def read(self) -> Slots:
        who = rule_of(self.trigger).get("who")
        if who == "subject":
            return Slots(subject=self._subject(subject(self.head)))
        if who == "patient" and self.head.pos_ != "NOUN":
            return self._patient_and_agent()
        owner = self._possessor()
        if who == "charges" and self.head.pos_ == "VERB":  # what is dropped or quashed, and whose it is
            return replace(self._patient_and_agent(), possessor=owner)
        return Slots(possessor=owner)

    def _patient_and_agent(self) -> Slots:
        about = None if self._is_passive() else self._object()
        if about is not None:
            return Slots(agent=self._doer(), patient=about)
        return Slots(agent=self._by(), patient=self._subject(patient(self.head) if is_passive(self.head) else None))

    # -- what kind of clause --------------------------------------------------------------------------------

    def _group_start(self) -> int:
        """The first token of the verb group: of its auxiliaries, with whatever adjuncts stand between."""
        first = self.trigger.start
        for i in range(first - 1, max(self.sentence.start, first - _REACH) - 1, -1):
            token = self.doc[i]
            if self._is_helper(token) or token.pos_ == "AUX":
                first = i
            elif token.tag_ in (*_FINITE, "VB") or token.lower_ in (";", ":", "and") or self._name(i) is not None:
                break
        return first

    def _is_helper(self, token: Token) -> bool:
        """Whether it is a form of "be" or "get"; the "'s" of "the People's Court" is none."""
        return token.lower_ in self.words["passive_helpers"] and token.tag_ != "POS"

    def _is_passive(self) -> bool:
        if self._inside() is not None or self._whom() is not None or self._is_done():
            return False
        opens_with_helper = self.trigger[0].lower_ in self.words["passive_helpers"]
        if any(self._is_helper(token) for token in self.doc[self.begins : self.trigger.start]):
            return self.head.tag_ != "VBG" or opens_with_helper
        if opens_with_helper or is_passive(self.head):
            return self._right_phrase() is None or self._opens()
        return (self._shares_patient() or self.head.tag_ == "VBN") and self._right_phrase() is None

    def _shares_patient(self) -> bool:
        """ "was charged and later convicted"."""
        return self.mate is not None and self.mate._.slots.patient is not None and self._joined()

    def _is_done(self) -> bool:
        """ "had convicted the nine": with "have" and an object, without "been"."""
        helpers = {child.lower_ for child in self.head.children if child.dep_ in ("aux", "auxpass")}
        has = not helpers.isdisjoint(("had", "has", "have", "having")) and helpers.isdisjoint(
            ("be", "been", "being", "is", "are", "was", "were")
        )
        return has and direct_object(self.head) is not None

    def _opens(self) -> bool:
        return self.trigger.start == self.sentence.start

    def _joined(self) -> bool:
        """Whether "and" or a comma ties the verb to the statement before: "was charged and later convicted"."""
        i = self.begins - 1
        while i > self.sentence.start and (self.doc[i].pos_ == "ADV" or self.doc[i].lower_ in self.words["stressing"]):
            i -= 1
        return self.doc[i].lower_ in ("and", "but", "or", ",") and self.begins == self.trigger.start

    # -- subjects -------------------------------------------------------------------------------------------

    def _subject(self, parsed: Token | None) -> Token | None:
        found = self._behind() or self._beside()
        if found is not None:
            return found
        first = self._first_of_clause() if parsed is None or parsed.i not in self.people else parsed
        if first is not None and first.i in self.people:
            return first
        if parsed is not None and self._may_be_somebody(parsed):
            return parsed
        return self._mates_defendant() or first or parsed

    def _mates_defendant(self) -> Token | None:
        """Of "was charged and later convicted" whoever was charged."""
        if self.mate is None or not self._joined():
            return None
        shared: Token | None = self.mate._.slots.defendant
        return shared

    def _behind(self) -> Token | None:
        """ "Acquitted were Ana Roe and ...", "Charged with arson, Ana Roe ...", "Also charged: Max Poe"."""
        lead = self.doc[self.sentence.start : self.trigger.start]
        opens = all(token.pos_ in ("ADV", "SPACE", "PUNCT") for token in lead)
        if not opens or self.trigger[0].lower_ in self.words["passive_helpers"]:
            return None
        rest = self.doc[self.trigger.end : self.sentence.end]
        for token in rest:
            if token.lower_ in ("was", "were", "is", "are") and token.i - self.trigger.end < _REACH:
                return self._next_somebody(token.i + 1)
            if token.text == ":" or (token.text == "," and not self._goes_on(token.i + 1)):
                return self._next_somebody(token.i + 1)
        return None

    def _goes_on(self, i: int) -> bool:
        """Whether a list of offenses goes on behind a comma, rather than the main clause."""
        return i not in self.people and (i >= len(self.doc) or self.doc[i].pos_ not in ("DET", "PROPN", "PRON"))

    def _next_somebody(self, i: int) -> Token | None:
        while i < self.sentence.end and self.doc[i].pos_ in (*_WITHIN_PHRASE, "SPACE", "ADV") and i not in self.people:
            i += 1
        span = self.people.get(i)
        if span is not None:
            return span.root
        return self.doc[i - 1] if self.doc[i - 1].pos_ in _NOUNS else None

    def _beside(self) -> Token | None:
        """The name right before the verb group, or before what commas or brackets part from it."""
        i = self._before_adjuncts()
        if i < self.sentence.start:
            return None
        token = self.doc[i]
        if token.lower_ in ("who", "that"):
            return self._antecedent(i - 1)
        if token.text in (",", ")"):
            return self._beside_parenthesis(i)
        return token if token.lower_ in self.words["subject_pronouns"] else self._standing_alone(i)

    def _before_adjuncts(self) -> int:
        i = self.begins - 1
        while i > self.sentence.start and (
            self.doc[i].pos_ in _ADJUNCTS or self.doc[i].lower_ in self.words["stressing"]
        ):
            i -= 1
        return i

    def _beside_parenthesis(self, i: int) -> Token | None:
        """Who stands before what ends here, or, "Ana Roe, convicted of arson, ...", right before a participle."""
        found = self._before_parenthesis(i)
        reduced = self._name(i - 1) if self.begins == self.trigger.start and self.head.tag_ == "VBN" else None
        return found if found is not None or reduced is None else reduced.root

    def _standing_alone(self, i: int) -> Token | None:
        name = self._name(i)
        return name.root if name is not None and self._stands_alone(name) else None

    def _antecedent(self, i: int) -> Token | None:
        if i > self.sentence.start and self.doc[i].text == ",":
            return self._before_parenthesis(i)
        return self._standing_alone(i)

    def _before_parenthesis(self, end: int) -> Token | None:
        """ "Ana Roe, 41, Kelso's best paid broker between 1982 and 1986, was ...": the name that opens the clause."""
        start = self._clause_start(end)
        for i in range(start, end):
            name = self._name(i)
            if name is None or name.start != i:
                continue
            behind = self.doc[name.end]
            if behind.text in (",", "(") and self._stands_alone(name) and self._is_aside(name.end, end):
                return name.root
            if behind.pos_ not in _WITHIN_PHRASE and behind.tag_ != "POS":
                return None
        return None

    def _is_aside(self, start: int, end: int) -> bool:
        """Whether what stands between has no verb of its own but in a relative clause."""
        relative = False
        for token in self.doc[start:end]:
            relative = relative or token.lower_ in RELATIVES
            if token.tag_ in _FINITE and not relative:
                return False
        return True

    def _clause_start(self, end: int) -> int:
        for i in range(end - 1, self.sentence.start, -1):
            token = self.doc[i]
            said = token.lower_ in self.words["before_a_clause"] and token.dep_ != "relcl"
            if said or turns(token) or token.lower_ in self.words["clause_borders"]:
                return i + 1
        return self.sentence.start

    def _first_of_clause(self) -> Token | None:
        """The first noun phrase of the clause, when only asides stand between it and the verb."""
        near = self.doc[self.begins - 1] if self.begins > self.sentence.start else None
        if near is not None and near.pos_ == "NOUN" and self.doc[self._phrase_start(near.i) - 1].lower_ == "and":
            return near  # "Ana Roe was convicted and his wife acquitted"
        start = self._clause_start(self.begins)
        for i in range(start, self.begins):
            token = self.doc[i]
            if token.pos_ in ("ADP", "VERB"):
                return None
            if self._ends_phrase(token):
                return token if self._is_aside(i + 1, self.begins) else None
        return None

    def _ends_phrase(self, token: Token) -> bool:
        """Whether it is the last noun of its phrase; not the "year" of "a 34-year-old former clerk"."""
        after = self.doc[token.i + 1]
        if token.pos_ in _NOUNS and after.tag_ == "HYPH":
            return False
        return token.pos_ in (*_NOUNS, "PRON") and (after.i == self.begins or after.pos_ not in _NOUNS)

    def _stands_alone(self, name: Span) -> bool:
        """Whether the name is no part of another phrase: "the brother of Ana Roe", "Roe's clerk"."""
        start = self._phrase_start(name.start)
        before = self.doc[start - 1].lower_ if start > self.sentence.start else ""
        if self._is_owner(name):
            return False
        return before not in self.words["before_names"]

    def _phrase_start(self, i: int) -> int:
        """The first token of the noun phrase that ends with the token or goes on with it."""
        while i > self.sentence.start and self._may_go_before(i - 1):
            i -= 1
        return i

    def _may_go_before(self, i: int) -> bool:
        """Whether a noun phrase may have the token within: also the adverb and the hyphen of "now-defunct"."""
        hyphened = "HYPH" in (self.doc[i].tag_, self.doc[i + 1].tag_)
        return (hyphened or self._is_within_phrase(self.doc[i])) and self._name(i) is None

    def _is_within_phrase(self, token: Token) -> bool:
        return token.pos_ in _WITHIN_PHRASE or token.tag_ == "PRP$"

    # -- objects --------------------------------------------------------------------------------------------

    def _inside(self) -> Token | None:
        """Who stands within the trigger: "found the former clerk guilty"."""
        inside = self.trigger[1:-1]
        for token in inside:
            name = self._name(token.i)
            if name is not None or token.lower_ in self.words["object_pronouns"]:
                return name.root if name is not None else token
        end = next((token.i for token in inside if token.pos_ in ("ADP", "PUNCT")), self.trigger.end - 1)
        nouns = [token for token in self.doc[self.trigger.start + 1 : end] if token.pos_ in _NOUNS]
        return nouns[-1] if nouns and len(self.trigger) > 2 else None

    def _right_phrase(self) -> Token | None:
        """The head of the noun phrase right behind the verb; none for a day or a sum."""
        i = self.trigger.end
        while i < self.sentence.end and self.doc[i].pos_ == "ADV":
            i += 1
        if i >= self.sentence.end:
            return None
        if self.doc[i].lower_ in self.words["object_pronouns"] and self.doc[i].tag_ != "PRP$":
            return self.doc[i]
        return self._head_of_phrase(i)

    def _head_of_phrase(self, i: int) -> Token | None:
        """The first name of the noun phrase that begins here but for owners' ("Roe's clerk"), else its last noun."""
        head: Token | None = None
        while i < self.sentence.end and (self._is_within_phrase(self.doc[i]) or self.doc[i].text in ("-", "'s", "'")):
            if self._is_measure(i):
                return head
            name = self._name(i)
            if name is None:
                head = self.doc[i] if self.doc[i].pos_ in _NOUNS else head
                i += 1
            elif self._is_owner(name):
                i = name.end
            else:
                return name.root
        return head

    def _is_owner(self, name: Span) -> bool:
        """ "Roe's"."""
        return name.end < len(self.doc) and self.doc[name.end].tag_ == "POS"

    def _is_measure(self, i: int) -> bool:
        """Whether a day, a sum or a number begins that is no age."""
        return self.doc[i].ent_type_ in _MEASURES and self.doc[i].text != "-" and not self._year_old(i)

    def _year_old(self, i: int) -> bool:
        """Whether the number is an age: "a 34-year-old man"."""
        return "old" in {token.lower_ for token in self.doc[i : i + 5]}

    def _object(self) -> Token | None:
        found = self._inside() or self._whom()
        if found is not None:
            return found
        right = self._right_phrase()
        if right is not None and self._may_be_somebody(right) and right.i in self.people:
            return right
        receiver = self._receiver()
        if receiver is not None:
            return receiver
        parsed = patient(self.head)
        if parsed is not None and self._may_be_somebody(parsed) and parsed.i > self.trigger.start:
            return parsed
        return right

    def _receiver(self) -> Token | None:
        """ "handed a long term to Max Poe", "to three young clerks"."""
        for token in self.doc[self.trigger.end : min(self.trigger.end + _REACH, self.sentence.end)]:
            if token.lower_ == "to" and (to := self._name(token.i + 1)) is not None:
                return to.root
            if token.lower_ == "to" and (several := self._several_at(token.i + 1)) is not None:
                return several
            if token.tag_ in _FINITE or token.text in (",", ";"):
                return None
        return None

    def _several_at(self, i: int) -> Token | None:
        """The noun of "three young clerks", where a number begins that is no measure."""
        token = self.doc[min(i, self.sentence.end - 1)]
        if token.tag_ != "CD" or token.ent_type_ not in ("", "CARDINAL"):
            return None
        noun = next((each for each in self.doc[i + 1 : self.sentence.end] if each.pos_ not in ("ADJ", "PROPN")), token)
        return noun if noun.tag_ == "NNS" else None

    def _whom(self) -> Token | None:
        """ "Ana Roe, whom a jury convicted": who stands before "whom"."""
        for i in range(self.begins - 1, max(self.begins - 8, self.sentence.start), -1):
            if self.doc[i].lower_ == "whom":
                return self._antecedent(i - 1) or (self.doc[i - 1] if self.doc[i - 1].pos_ in _NOUNS else None)
        return None

    # -- agents and possessors ------------------------------------------------------------------------------

    def _doer(self) -> Token | None:
        """Who acts: the subject of an active verb."""
        parsed = agent(self.head)
        return parsed if parsed is not None else self._first_of_clause()

    def _by(self) -> Token | None:
        """Who stands behind "by"."""
        parsed = agent(self.head) if is_passive(self.head) else None
        if parsed is not None and self._may_act(parsed):
            return parsed
        for token in self.doc[self.trigger.end : min(self.trigger.end + _REACH, self.sentence.end)]:
            if token.lower_ == "by":
                found = self._next_somebody(token.i + 1)
                return found if found is not None and self._may_act(found) else None
            if token.tag_ in _FINITE or token.text == ";":
                break
        return None

    def _possessor(self) -> Token | None:
        owner = next((child for child in self.head.children if child.dep_ == "poss"), None)
        if owner is not None:
            return owner
        before = self.doc[self.trigger.start - 1] if self.trigger.start > self.sentence.start else None
        if before is not None and before.tag_ in ("POS", "PRP$"):
            return self.doc[before.i - 1] if before.tag_ == "POS" else before
        if self.trigger[-1].lower_ in ("of", "for"):
            return self._somebody_at(self.trigger.end)
        return next(self._leading_to(), None)

    def _leading_to(self) -> Iterator[Token]:
        """ "the conviction of Ana Roe", "charges of theft against Ana Roe"; not "charges for the murder of Ana Roe".

        Behind "charges were framed" only "against" leads on.
        """
        filed = False
        for token in islice(self._outside_brackets(), _REACH):
            if token.lower_ == "against" or (not filed and self._is_of_somebody(token)):
                found = self._next_somebody(token.i + 1) if filed else self._somebody_at(token.i + 1)
                if found is not None:
                    yield found
            helps = token.lower_ in self.words["passive_helpers"]
            filed = filed or helps
            if (token.tag_ in _FINITE and not helps) or token.text == ";":
                return

    def _outside_brackets(self) -> Iterator[Token]:
        """The tokens behind the trigger up to the end of its sentence, without what stands in brackets."""
        depth = 0
        for token in self.doc[self.trigger.end : self.sentence.end]:
            depth += token.text == "("
            if not depth:
                yield token
            depth = max(depth - (token.text == ")"), 0)

    def _is_of_somebody(self, token: Token) -> bool:
        """ "the conviction of", "charges for", "imposed a fine on"."""
        if token.lower_ == "for":
            return True
        if token.lower_ == "of":
            return token.i == self.trigger.end
        return token.lower_ in ("on", "upon") and self.head.pos_ == "VERB"

    def _somebody_at(self, i: int) -> Token | None:
        found = self._next_somebody(i)
        return found if found is not None and found.i in self.people else None

    # -- who may be somebody --------------------------------------------------------------------------------

    def _name(self, i: int) -> Span | None:
        span = self.people.get(i)
        return span if span is not None and mention_of(span).kind == "name" else None

    def _may_act(self, token: Token) -> bool:
        """Whether it is somebody, or a body or office: no "by deception", "by the time"."""
        return token.i in self.people or token.lower_ in self.words["acting_bodies"] or token.pos_ == "PROPN"

    def _may_be_somebody(self, token: Token) -> bool:
        return token.i in self.people or token.tag_ in ("NN", "NNS", "PRP", "DT", "CD")
