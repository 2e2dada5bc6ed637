"""Whose statement it is: from a trigger to the defendant, by the parse, with the fallbacks that news prose needs."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from casefacts.clause import FINITE, REPORTING, SUBJECTS, agent, conjuncts, identified, is_passive, predicate, subject
from casefacts.defendants.places import BEING, Places, Slots
from casefacts.entities.people import Person
from casefacts.forms import text_of, words_of
from casefacts.marks import mention_of, rule_of, said_of
from casefacts.reference import Reference, References, distinct
from casefacts.reference.candidates import speaks
from casefacts.rulebook import lists_of

# Where those end whom "alongside" takes in
_BEHIND_COMPANIONS = {"before", "on", "for", "in", "at", "by", "to", "with", "over"}

# How many sentences back the one defendant may be named of whom "six counts were dismissed" is said
_ONLY_REACH = 5

# An advisory's lines up to what is told in its second: "WHO: Ana Roe, 33, Kelso / WHAT: Has been charged"
_ADVISORY = re.compile(r"\bWHO:(?P<who>[^:]+)\sWHAT:[^:.]*\Z", re.IGNORECASE)
_ADVISORY_REACH = 300  # characters
# The helping verbs of several people
_OF_SEVERAL = {"are", "have", "were"}
# What may stand between a noun's description and the name: ", 45-year-old", ", customs officer"
_TRADE = re.compile(r",(?: \d\d-year-old)?(?: [a-z][\w-]*){0,3}$")
# The answer that ends the search: the text tells of somebody, but not of whom
_NOBODY = Reference()


class Defendants:
    """Answers for the triggers of one Doc."""

    def __init__(self, doc: Doc, triggers: list[Span], references: References) -> None:
        self.doc = doc
        self.lists = lists_of(doc)
        self.triggers = triggers
        self.references = references
        self.places = Places(doc, triggers, references)

    def slots(self, trigger: Span) -> Slots:
        """The tokens that stand where the rule says the defendant stands, best first."""
        return self.places.of(trigger)

    def whose(self, trigger: Span) -> Reference | None:
        """Whose statement it is; None where the text does not tell."""
        found = self._by_parse(trigger)
        slot = trigger._.slots.defendant
        unread = found is None and self.places.client(trigger) is None
        if unread and slot is not None and trigger[0].pos_ != "CCONJ" and not _is_right_behind(trigger):
            found = self.references.of(slot)  # of "but not guilty" the statement before tells whose
        if found is None or self._presides(trigger, found) or self._grants(trigger, found):
            return None
        return _without_victims(found)

    def _by_parse(self, trigger: Span) -> Reference | None:
        """The first answer that a reading gives: by the sentence's form, by the slots, by what stands around."""
        found = self._told_outright(trigger)
        if found is None:
            slots = self._standing(trigger)
            found = self._by_slots(trigger, slots)
            if found is None and self.places.client(trigger) is not None:
                return None
            found = found or self._by_neighbours(trigger, slots)
            if found is None and not any(token is not None for token in slots):
                found = self._by_context(trigger)
        return None if found is _NOBODY else found

    # -- by the sentence's form -----------------------------------------------------------------------------

    def _told_outright(self, trigger: Span) -> Reference | None:
        told = (
            self._inverted(trigger) or self._identified(trigger) or self._advised(trigger) or self._explained(trigger)
        )
        if told is not None:
            return told
        if rule_of(trigger).sense == "but":
            coordinated = self._coordinated(trigger)
            return self._same_as(coordinated) if coordinated is not None else _NOBODY
        reduced = self._right_before(trigger)
        if reduced is None:
            return None
        return self.references.alone(reduced) or _NOBODY  # of "Ana Roe and Max Poe, jailed for theft" surely the last

    def _same_as(self, trigger: Span) -> Reference:
        return self.whose(trigger) or _NOBODY

    def _inverted(self, trigger: Span) -> Reference | None:
        """ "Acquitted of conspiracy were his wife, Ana Roe, and a clerk, Max Poe": who stands behind the verb."""
        sentence = trigger[0].sent
        opens = trigger.start == sentence.start and trigger[0].tag_ == "VBN"
        verb = next((token.i for token in sentence if token.lower_ in ("was", "were")), None) if opens else None
        if verb is None or any(token.dep_ in ("nsubj", "nsubjpass") for token in self.doc[sentence.start : verb]):
            return None
        behind = self.references.names_in(verb + 1, sentence.end)
        people = distinct(name for name in behind if name.root.dep_ != "poss")
        return Reference(people) if people else None

    def _identified(self, trigger: Span) -> Reference | None:
        """ "Those who got life are Ana Roe and Max Poe": who stands behind the verb of the main clause."""
        about = subject(predicate(trigger))
        names = identified(about) if about is not None else []
        told = [self.references.name_at(name) for name in names]
        listed = self.references.enumerated(names[0]) if names else ()
        people = listed or tuple(person for person in told if person is not None)
        return Reference(people, by="list") if people else None

    def _advised(self, trigger: Span) -> Reference | None:
        """ "WHO: Ana Roe, 33 / WHAT: Has been charged with theft": who stands in the line before."""
        text = text_of(self.doc)
        told = _ADVISORY.search(text, max(trigger.start_char - _ADVISORY_REACH, 0), trigger.start_char)
        doer = subject(predicate(trigger))
        if told is None or trigger[0].sent.start_char > told.end() or (doer is not None and doer.lower_ != "what"):
            return None
        who = self.doc.char_span(*told.span("who"), alignment_mode="contract")
        people = distinct(self.references.names_in(who.start, who.end)) if who is not None else ()
        return Reference(people, by="stated") if people else None

    def _explained(self, trigger: Span) -> Reference | None:
        """ "Ana Roe pleaded guilty to theft and her firm, Roe Ltd, pleaded guilty": whose name stands beside."""
        comma = trigger.start - 1
        while comma > trigger[0].sent.start and self.doc[comma].pos_ in ("AUX", "ADV"):
            comma -= 1
        name = self.references.name_span(comma - 1) if self.doc[comma].text == "," else None
        several = words_of(self.doc)[comma + 1] in _OF_SEVERAL  # "Ana Roe and her husband, Max Roe, were ..."
        if name is None or several or not self._begins_with_kin(name):
            return None
        told = any(earlier.start < name.start for earlier in self._told_before(trigger))
        return Reference((mention_of(name).person,), by="stated") if told else None

    def _begins_with_kin(self, name: Span) -> bool:
        """Whether "and her firm," stands before the name, and no name before that."""
        before = self.doc[max(name.start - 4, 0) : name.start]
        if len(before) < 4 or (before[0].lower_, before[3].text) != ("and", ","):
            return False
        owned = before[1].tag_ == "PRP$" and before[2].pos_ == "NOUN"
        return owned and self.references.name_span(before[0].i - 1) is None

    def _right_before(self, trigger: Span) -> Token | None:
        """ "freed a robber, Ned Roe, jailed for theft": the name that only a comma parts from a participle."""
        name = self.references.name_span(trigger.start - 2)
        alone = trigger[0].tag_ == "VBN" or (trigger[0].tag_ == "VBD" and len(trigger) == 1)
        reduced = alone and self.doc[max(trigger.start - 1, 0)].text == ","
        if name is None or not reduced or rule_of(trigger).get("who") != "patient":
            return None
        behind = self.doc[trigger.end : trigger.end + 1].text
        return name.root if behind in ("for", "of", "to", "on", "with", "in") else None

    # -- by the slots ---------------------------------------------------------------------------------------

    def _standing(self, trigger: Span) -> Slots:
        """The trigger's slots, without who only says so."""
        before = self._before_who(trigger)
        slots = [before] if before is not None else [self._owner(trigger, token) for token in self.slots(trigger)]
        return [token for token in slots if token is None or not _reports_it(token, trigger)]

    def _by_slots(self, trigger: Span, slots: Slots) -> Reference | None:
        answers = (self._in_slot(trigger, token) for token in slots if token is not None)
        return next((answer for answer in answers if answer is not None), None)

    def _in_slot(self, trigger: Span, token: Token) -> Reference | None:
        """Whom the token in the slot stands for; None where it is no person."""
        carries = token.lower_ in self.places.charge_nouns or token.lower_ in self.lists["penalized"]
        if carries and rule_of(trigger).get("status") == "possible":  # "The charges carry ten years"
            told = any(child.lower_ == "the" for child in token.lefts) and token.tag_ == "NNS"
            return self._charged_before(trigger) or (self._latest(trigger) if told else None) or _NOBODY
        reference = self._stands_for(trigger, token)
        if reference is None:
            return None
        named = self._named_beside(trigger, token) if not reference.people else None
        return named or self._with_companions(trigger, reference)

    def _stands_for(self, trigger: Span, token: Token) -> Reference | None:
        """Whom the token stands for, with those listed beside it unless the verb tells of one."""
        one = self.places.told_of_one(trigger)
        if one is not None:
            return self.references.alone(one)
        within = self._is_within_list(trigger, token)
        return self.references.alone(token) if within else self.references.of(token)

    def _is_within_list(self, trigger: Span, token: Token) -> bool:
        """ "freed Ana Roe, who had been jailed, and Max Poe": of the first alone, for the list goes on behind."""
        name = self.references.by_token.get(token.i)
        if name is None or self.doc[name.end : name.end + 2].text.lower() != ", who" or name.end > trigger.start:
            return False
        several = any(child.lower_ in _OF_SEVERAL for child in predicate(trigger).children)
        listed = [names[-1].root for names in self.references.enumerations if name in names]
        return not several and any(other.i > trigger.end for other in (*conjuncts(token), *listed))

    def _named_beside(self, trigger: Span, token: Token) -> Reference | None:
        """Who the noun in the slot is, by the statement before or a name beside it."""
        earlier = self._coordinated(trigger)
        shared = self.whose(earlier) if earlier is not None else None
        if shared is not None and shared.people:
            return shared
        beside = self.beside(trigger, token)
        return Reference((beside,), by="stated") if beside is not None else None

    def _before_who(self, trigger: Span) -> Token | None:
        """ "the husband of Ana Roe who has pleaded guilty": the name right before "who", whatever it hangs on."""
        if rule_of(trigger).get("who") == "patient" and not is_passive(predicate(trigger)):
            return None
        i = trigger.start - 1
        while i > trigger[0].sent.start and self.doc[i].pos_ in ("AUX", "ADV"):
            i -= 1
        name = self.references.name_span(i - 1) if self.doc[max(i, 0)].lower_ == "who" else None
        return name.root if name is not None else None

    def _owner(self, trigger: Span, token: Token | None) -> Token | None:
        """The noun to which a name that stands as subject is only an "of": "a clerk of Marrow Brokers pleaded"."""
        span = self.references.name_span(token.i) if token is not None else None
        if token is None or span is None or span.end > trigger.start:
            return token
        before = self.doc[max(span.start - 2, 0) : span.start]
        owned = len(before) == 2 and before[1].lower_ in ("of", "at") and before[0].pos_ == "NOUN"
        return before[0] if owned and rule_of(trigger).get("who") in ("patient", "subject") else token

    def _with_companions(self, trigger: Span, reference: Reference) -> Reference:
        """ "indicted Ana Roe, along with her brother, Max Roe": whoever else the statement takes in."""
        sentence = trigger[0].sent
        # "Roe, along with Poe, saw the man who was jailed": who is named before does not belong to him
        apart = not reference.people and predicate(trigger).dep_ == "relcl"
        start = trigger.end if apart else sentence.start
        for token in takewhile(lambda token: token.text != ";", self.doc[start : sentence.end]):
            stops = self._companions_end(trigger, token)
            if stops is not None:
                rest = self.doc[token.i + 1 : sentence.end]
                end = next((t.i for t in rest if t.tag_ in FINITE or t.lower_ in stops), sentence.end)
                names = [name for name in self.references.names_in(token.i + 1, end) if not self._is_owner(name)]
                others = (person for person in distinct(names) if person not in reference.people)
                return replace(reference, people=(*reference.people, *others))
        return reference

    def _companions_end(self, trigger: Span, token: Token) -> Collection[str] | None:
        """The words before which companions end who begin at the token; None where none begin."""
        if token.lower_ == "along" and self.doc[token.i + 1 : token.i + 2].text.lower() == "with":
            return None if self._is_of_the_deed(trigger, token) else ()
        return _BEHIND_COMPANIONS if token.lower_ == "alongside" and token.i == trigger.end else None

    def _is_of_the_deed(self, trigger: Span, along: Token) -> bool:
        """ "was charged with robbing Ana Roe, along with her husband": who else it was done to."""
        return is_passive(predicate(trigger)) and bool(self.references.names_in(trigger.end, along.i))

    def _is_owner(self, name: Span) -> bool:
        return self.doc[min(name.end, name.sent.end - 1)].tag_ == "POS"

    def beside(self, trigger: Span, token: Token) -> Person | None:
        """The name that a relative clause cut off from its noun: "the man who drove, 45-year-old Ivan Roe, was jailed".

        And the one before "who" or "whom" when the parse takes a thing for it: "Ana Roe, who sailed the ferry, whom
        they indicted".
        """
        if token.i > trigger.start:
            return None
        told = any(t.lower_ in ("who", "whom") for t in self.doc[token.i + 1 : trigger.start][:2])
        if told and self.references.by_token.get(token.i) is None:
            return self._told_of(trigger, token)
        beside = self._left_neighbour(trigger)
        if beside is None or self.doc[beside.i + 1].text != ",":
            return None
        start = self.references.by_token[beside.i].start
        before = self.doc[token.i : start].text.strip()
        return self.references.name_at(beside) if _TRADE.search(before) else None

    def _told_of(self, trigger: Span, token: Token) -> Person | None:
        """The last name before the token, if ", who" or ", whom" follows it."""
        before = self.references.names_in(trigger[0].sent.start, token.i)
        names = [name for name in before if not mention_of(name).person.official]
        behind = self.doc[names[-1].end : names[-1].end + 2].text.lower() if names else ""
        return mention_of(names[-1]).person if behind in (", who", ", whom") else None

    def _presides(self, trigger: Span, reference: Reference) -> bool:
        """ "arraigned before Justice Ana Roe on charges": neither before whom it comes nor who acts is charged."""
        if not reference.people or not all(person.official for person in reference.people):
            return False
        sentence = trigger[0].sent
        names = self.references.names_in(sentence.start, sentence.end)
        judges = [mention_of(name).person for name in names if self._is_before_whom(name)]
        doer = trigger._.slots.agent
        acts = self.references.name_at(doer) if doer is not None else None  # "Judge Ana Roe, who convicted the nine"
        if acts is not None and acts.official:
            judges.append(acts)
        return all(person in judges for person in reference.people)

    def _grants(self, trigger: Span, reference: Reference) -> bool:
        """ "Roe commuted her sentence": whoever does that to a charge, verdict or sentence does it to another's."""
        if reference.by != "pronoun":
            return False
        head = trigger.root.head if trigger.root.dep_ == "dobj" else trigger.root
        changes = (t for t in self.triggers if rule_of(t).get("who") == "charges" or rule_of(t).sense == "imposed")
        verbs = [predicate(t) for t in changes if t == trigger or head in t]
        doers = [doer for verb in verbs if (doer := agent(verb)) is not None]
        return any(reference.people == (self.references.named(doer),) for doer in doers)

    def _is_before_whom(self, name: Span) -> bool:
        before = self.doc[max(name.start - 6, name.sent.start) : name.start]
        return mention_of(name).person.official and any(token.lower_ == "before" for token in before)

    # -- by what stands beside ------------------------------------------------------------------------------

    def _by_neighbours(self, trigger: Span, slots: Slots) -> Reference | None:
        """Whom the name beside the trigger, the statement before "and" or the sentence's one name tells of."""
        neighbour = self._left_neighbour(trigger) if self._passes_on(trigger) else None
        if neighbour is not None:
            return self.references.of(neighbour) or _NOBODY
        coordinated = self._coordinated(trigger)
        if coordinated is not None:
            return self._same_as(coordinated)
        return self._only_name(trigger) if slots in ([None], []) else None

    def _passes_on(self, trigger: Span) -> bool:
        who = rule_of(trigger).get("who")
        return who == "subject" or (who == "patient" and is_passive(predicate(trigger)))

    def _left_neighbour(self, trigger: Span) -> Token | None:
        """The name that only helpers, an age and a town part from the trigger: "Ana Roe, 22, Irvine, also pleaded"."""
        i = trigger.start - 1
        first = trigger[0].sent.start
        while i >= first and (
            self.doc[i].pos_ in ("AUX", "ADV", "PUNCT", "NUM", "SPACE")
            or self.doc[i].ent_type_ == "GPE"
            or self.doc[i].lower_ in ("each", "both", "all", "later", "of", "also")
        ):
            i -= 1
        return self.doc[i] if i >= first and self.references.name_at(self.doc[i]) is not None else None

    def _coordinated(self, trigger: Span) -> Span | None:
        """The statement before "... and was sentenced", whose subject goes on."""
        i = trigger.start if trigger[0].lower_ in ("and", "but") else trigger.start - 1
        first = trigger[0].sent.start
        while i > first and (self.doc[i].pos_ in ("AUX", "ADV") or self.doc[i].lower_ in ("later", "then")):
            i -= 1
        if i <= first or self.doc[i].lower_ not in ("and", "but"):
            return None
        earlier = [t for t in self._told_before(trigger) if t.start < i and rule_of(t).group != "sentences"]
        return earlier[-1] if earlier else None

    def _only_name(self, trigger: Span) -> Reference | None:
        """The one person named before the trigger in a sentence whose parse gives no subject."""
        if rule_of(trigger).get("who") not in ("patient", "subject") or not self._passive_or_subject(trigger):
            return None
        sentence = trigger[0].sent
        people = {
            mention_of(name).person.id: mention_of(name).person
            for name in self.references.names
            if sentence.start <= name.start < trigger.start and not (mention_of(name).person.official or speaks(name))
        }
        person = next(iter(people.values()), None)
        if person is None or person.victim or (len(people) > 1 and not self._resumed(trigger)):
            return None
        return Reference((person,))

    def _resumed(self, trigger: Span) -> bool:
        """ "Roe, who hit both Poe and his friend, was convicted": the sentence goes on with whom it began."""
        sentence = trigger[0].sent
        first = next((name for name in self.references.names if name.start == sentence.start), None)
        at = trigger.start
        while at > sentence.start and (trigger.doc[at].pos_ == "AUX" or at == trigger.start):
            at -= 1
        after = trigger.doc[first.end : first.end + 2].text.lower() if first is not None else ""
        return after.startswith(", who") and trigger.doc[at].text == ","

    def _passive_or_subject(self, trigger: Span) -> bool:
        head = predicate(trigger)
        return rule_of(trigger).get("who") == "subject" or (head.tag_ == "VBN" and is_passive(head))

    # -- by what the text has told before -------------------------------------------------------------------

    def _by_context(self, trigger: Span) -> Reference | None:
        """Whose the statement is whose sentence names nobody."""
        rule = rule_of(trigger)
        if rule.get("who") == "jury":
            return self._latest(trigger)
        if rule.get("who") == "charges" or self._is_filing(trigger):
            return self._only_defendant(trigger)
        if self._goes_on_with_charges(trigger):
            return self._charged_before(trigger) or self._only_known()
        mate = self._sought_beside(trigger)
        if mate is not None:
            return self.whose(mate)
        if rule.get("status") == "sought":
            return None if self._tells_for_whom(trigger) else self._latest(trigger)
        if self._of_the_sentence(trigger):
            return self._latest(trigger)
        opens = trigger.start == trigger[0].sent.start or self.doc[trigger.start - 1].is_space
        return self._listed_before(trigger) if opens else None

    def _latest(self, trigger: Span) -> Reference | None:
        """The defendant whom the text spoke of last: "The prosecution is seeking the death penalty."""
        names = [
            name
            for name in self.references.names
            if name.start < trigger.start and mention_of(name).person.id in self.references.known
        ]
        if names:
            return Reference((mention_of(names[-1]).person,), by="noun")
        return self._only_known()

    def _only_known(self) -> Reference | None:
        """The article's only defendant."""
        known = tuple(self.references.known.values())
        return Reference(known, by="noun") if len(known) == 1 else None

    def _only_defendant(self, trigger: Span) -> Reference | None:
        """The article's only defendant, if the text has just spoken of them."""
        earlier = [t for t in self._told_before(trigger) if said_of(t).status == "asserted"]
        if earlier:
            return self.whose(earlier[-1])
        against = next((token for token in trigger[0].sent if token.lower_ == "against"), None)
        if against is not None:
            return self.references.of(next((child for child in against.children if child.dep_ == "pobj"), None))
        near = self._known_near(trigger, _ONLY_REACH if len(self.references.known) == 1 else 2)
        return Reference(tuple(near), by="noun") if len(near) == 1 else None

    def _known_near(self, trigger: Span, reach: int) -> list[Person]:
        """The defendants who are named in the trigger's sentence or so many before."""
        here, sentence_of = self.references.sentence_of[trigger.start], self.references.sentence_of
        named = [name for name in self.references.names if 0 <= here - sentence_of[name.start] <= reach]
        near = {mention_of(name).person.id for name in named}
        return [person for id, person in self.references.known.items() if id in near]

    def _told_before(self, trigger: Span) -> list[Span]:
        """The statements before it in its sentence that tell of a subject or of whom the verb happens to."""
        return [t for t in self.places.before(trigger) if rule_of(t).get("who") in ("patient", "subject")]

    def _charged_before(self, trigger: Span) -> Reference | None:
        """ "is charged with arson, an offence that carries ...": whose charge the text has just told."""
        sentence = trigger[0].sent
        near = self.doc[max(sentence.start - 1, 0)].sent.start
        earlier = [
            t
            for t in self.triggers
            if near <= t.start < trigger.start and rule_of(t).group != "sentences" and said_of(t).status == "asserted"
        ]
        return next((whom for t in reversed(earlier) if (whom := self.whose(t)) is not None), None)

    def _is_filing(self, trigger: Span) -> bool:
        """ "The District Attorney filed murder charges on May 27, 2008"."""
        noun = trigger.root
        return rule_of(trigger).sense == "counts" and noun.dep_ == "dobj" and noun.head.lower_ in self.lists["filing"]

    def _goes_on_with_charges(self, trigger: Span) -> bool:
        """ "The latest charges include fraud and theft": those of the people whom the text told of right before."""
        noun = trigger.root
        about = noun.dep_ == "nsubj" and noun.head.lower_ in ("include", "includes", "included")
        before = self.doc[noun.sent.start : noun.i]
        opens = all(token.pos_ in ("DET", "ADJ", "SPACE") for token in before)
        return rule_of(trigger).sense == "counts" and about and opens

    def _sought_beside(self, trigger: Span) -> Span | None:
        """ "The three face life, or prosecutors may seek the death penalty": the statement beside it."""
        if rule_of(trigger).get("status") != "sought":
            return None
        sentence = trigger[0].sent
        earlier = [t for t in self.triggers if sentence.start <= t.start < trigger.start]
        return next((t for t in reversed(earlier) if rule_of(t).sense == "possible"), None)

    def _tells_for_whom(self, trigger: Span) -> bool:
        """ "sought 14 years for the chief engineer": the text says for whom, though not by name."""
        rest = self.doc[trigger.end : trigger[0].sent.end]
        deeds = {i for hit in self.doc.spans["lexicon"] for i in range(hit.start, hit.end)}
        return any(
            child.dep_ == "pobj" and child.i not in deeds and self._is_somebody(child)
            for token in rest
            if token.lower_ in ("for", "against", "on")
            for child in token.children
        )

    def _is_somebody(self, token: Token) -> bool:
        """Whether a name, a noun for people or "the clerk" stands here."""
        definite = any(child.lower_ in ("the", "his", "her", "their") for child in token.lefts)
        return token.i in self.references.by_token or (definite and self.references.of(token) is not None)

    def _of_the_sentence(self, trigger: Span) -> bool:
        """ "The governor commuted the sentence to life", "The sentence was a fine": the one just told of."""
        noun = trigger.root
        if rule_of(trigger).sense == "sentence" and noun.dep_ == "nsubj" and noun.head.lower_ in BEING:
            return [child.lower_ for child in noun.children] == ["the"]
        about = self.places.changed(trigger) if rule_of(trigger).sense == "imposed" else None
        return about is not None and about.lower_ in self.lists["terms"]

    def _listed_before(self, trigger: Span) -> Reference | None:
        """A table row: "John Roe, 65, Los Angeles" above "Found guilty by a jury on ..."."""
        names = [
            name for name in self.references.names if name.end <= trigger.start and not mention_of(name).person.official
        ]
        if not names:
            return None
        name = names[-1]
        near = trigger.start_char - name.end_char <= 120
        return Reference((mention_of(name).person,), by="list") if near else None


def _without_victims(reference: Reference) -> Reference:
    """Those of several people who did not suffer: "Max Roe and Poe, who killed Ida Poe": not her, whoever Poe is."""
    doers = tuple(person for person in reference.people if not person.victim)
    several = reference.by in ("list", "group") and doers
    return replace(reference, people=doers) if several and len(doers) < len(reference.people) else reference


def _reports_it(token: Token, trigger: Span) -> bool:
    """ "'Poe will serve six years', Roe wrote": who says so behind is not told of."""
    told = token.i >= trigger.end and token.dep_ == "nsubj"
    return told and token.head.lower_ in REPORTING | {"wrote", "writes", "tweeted", "posted"}


def _is_right_behind(trigger: Span) -> bool:
    """Whether who did it stands right before "who": "pardoned the abbot who was serving six years"."""
    about = subject(predicate(trigger))
    relative = next((child for child in predicate(trigger).lefts if child.dep_ in SUBJECTS), None)
    return about is not None and relative is not None and relative.lower_ == "who" and about.i == relative.i - 1
