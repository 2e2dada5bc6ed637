"""Whose statement it is: from a trigger to the defendant, by the parse, with the fallbacks that news prose needs."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from casefacts.clause import (
    REPORTING,
    SUBJECTS,
    direct_object,
    facing,
    identified,
    is_passive,
    patient,
    predicate,
    sentence_before,
    subject,
)
from casefacts.entities.people import Person
from casefacts.entities.phrases import numbered
from casefacts.reference import Reference, References, speaks
from casefacts.rulebook import lists_of

_BEING = {"is", "are", "was", "were", "been", "remains", "remain", "remained"}
# "to have the case dismissed" is what somebody asks for
_HAVING = {"had", "has", "having"}
# Where those end whom "alongside" takes in
_BEHIND_COMPANIONS = {"before", "on", "for", "in", "at", "by", "to", "with", "over"}
# What stands for the charge or the conviction of the sentence before: "One was withdrawn", "A higher court reversed it"
_STANDING_FOR = {"it", "that", "this", "one", "both", "they", "them", "these", "those"}

# Within how many tokens of a conviction the record is named on which it stands
_RECORD_REACH = 30
# What leads from a noun to whom it is said of: "guilty verdicts on Ana Roe", "charges against her"
_WHOM = {"charges": {"against"}, "verdicts": {"against", "on", "for"}, "sentences": {"against", "on", "for"}}

# How many sentences back the one defendant may be named of whom "six counts were dismissed" is said
ONLY_REACH = 5

# What may stand between a noun's description and the name: ", 45-year-old", ", customs officer"
_TRADE = re.compile(r",(?: \d\d-year-old)?(?: [a-z][\w-]*){0,3}$")


class Defendants:
    """Answers for the triggers of one Doc."""

    def __init__(self, doc: Doc, triggers: list[Span], references: References) -> None:
        self.doc = doc
        self.lists = lists_of(doc)
        self.triggers = triggers
        self.references = references
        self.charge_nouns = self.lists["charge_nouns"]
        self.conviction_nouns = self.lists["conviction_nouns"]

    def slots(self, trigger: Span) -> list[Token | None]:
        """The tokens that stand where the rule says the defendant stands, best first."""
        rule = trigger._.rule
        head = predicate(trigger)
        who = rule.get("who")
        if who == "patient":
            inside = [
                token
                for token in trigger
                if (self.references.name_at(token) or token.lower_ in ("him", "her", "them"))
                and self.doc[token.i - 1].lower_ not in ("of", "the")
            ]
            if rule.sense == "trial_of":
                return self._tried_person(trigger)
            if rule.sense == "expected" and not is_passive(head):
                return [subject(head)]
            if rule.sense in ("given", "ordered"):
                receiver, thing = self._receiver(head), direct_object(head)
                if receiver is None and head.dep_ == "conj":
                    receiver = self._receiver(head.head)  # "handed down the sentence to Roe and ordered a fine"
                if receiver is None and rule.sense == "ordered" and not is_passive(head):
                    receiver = self._loser(thing)
                if receiver is None and thing is not None and self._is_penalty(thing):
                    return [subject(head)]  # "was sentenced to prison and ordered $9,000 restitution"
                if receiver is not None or not is_passive(head):
                    return [receiver or thing]
            mate = self._objectless(trigger, head)
            if mate is not None:
                return self.slots(mate)
            about = _between(trigger) or patient(head)
            if about is not None and self._is_penalty(about) and head.dep_ == "conj":
                about = subject(head.head)  # "was jailed for a year and fined Tk 500": no object
            if about is not None and trigger.start < about.i < trigger.end and self.references.name_at(about) is None:
                return [about, *inside[:1]]
            if about is None and trigger[0].lower_ == "to":
                about = next((t for t in self.doc[trigger.end : trigger.end + 3] if self.references.name_at(t)), None)
            behind = self._right_behind(trigger, head)
            found = [*inside[:1], *([behind] if behind is not None else []), about]
            accuses = rule.sense == "charged" and head.tag_ == "VBG"  # "Roe said charging for it was planned"
            if found == [None] and not is_passive(head) and head.tag_ != "VB" and not accuses:
                found = [subject(head)]
            return found
        if who == "subject":
            return [self._on_behalf(trigger) or self._joined_on(trigger, head) or subject(head)]
        if who == "against":
            return self._against(trigger, head)
        if who == "possessor":
            return self._possessor(trigger, head)
        if who == "charges":
            target = self.target(trigger)
            if target is None:
                return []
            holder = self._holder(trigger, target)
            if holder is not None:
                return [holder]
            return (
                self._possessor(trigger, target)
                if target.lower_ in self.conviction_nouns
                else self._against(trigger, target)
            )
        return self._tried(trigger)

    def _holder(self, trigger: Span, target: Token) -> Token | None:
        """ "Ana Roe had her conviction quashed", "Max Poe had charges dismissed": whose it is."""
        had = self.doc[max(target.left_edge.i - 1, 0)]
        if had.lower_ not in _HAVING or not had.i < target.i < trigger.start:
            return None
        return subject(had if had.pos_ == "VERB" else predicate(trigger))

    def _tried_person(self, trigger: Span) -> list[Token | None]:
        """The name behind "trial of the ousted leader ..."."""
        behind = self.doc[trigger.end : min(trigger.end + 8, len(self.doc))]
        phrase = takewhile(lambda token: token.tag_ != "VBG", behind)  # "a trial of murdering Max Poe" is not his
        return [next((token for token in phrase if self.references.name_at(token)), None)]

    def _joined_on(self, trigger: Span, head: Token) -> Token | None:
        """ "ordered a warrant and Roe faces ten years": the name there, which the parse hangs on the noun before."""
        name = self.references.by_token.get(trigger.start - 1)
        if name is None or name._.mention.person is None or any(child.dep_ in SUBJECTS for child in head.children):
            return None
        listed = name.root.head
        thing = listed.pos_ == "NOUN" and listed.i not in self.references.by_token
        return name.root if thing and name.root.dep_ == "conj" and self.doc[name.start - 1].lower_ == "and" else None

    def _right_behind(self, trigger: Span, head: Token) -> Token | None:
        """The name that follows an active verb at once, whatever the parse makes of it: "jailed Ana Roe"."""
        if any(child.dep_ in ("auxpass", "nsubjpass") for child in head.children):
            return None
        i = trigger.end
        while i < len(self.doc) - 1 and self.doc[i].dep_ == "compound" and self.references.name_at(self.doc[i]) is None:
            i += 1
        return self.doc[i] if i < len(self.doc) and self.references.name_at(self.doc[i]) is not None else None

    def _objectless(self, trigger: Span, head: Token) -> Span | None:
        """ "sentenced Ana Roe to a year and fined £500": the statement that tells whom the second verb is said of."""
        thing = direct_object(head)
        if head.dep_ != "conj" or is_passive(head) or not (thing is None or self._is_penalty(thing)):
            return None
        before = [t for t in self.triggers if t.start < trigger.start and head.head in t]
        stated = [t for t in before if t._.rule.group == trigger._.rule.group == "sentences"]
        return stated[-1] if stated and not is_passive(head.head) else None

    def _is_penalty(self, token: Token) -> bool:
        return any(span.start <= token.i < span.end for span in self.doc.spans["penalties"])

    def _loser(self, thing: Token | None) -> Token | None:
        """ "The judge ordered the forfeiture of his car": whose the forfeited thing is."""
        if thing is None or thing.lower_ not in ("forfeiture", "confiscation"):
            return None
        owners = (token for token in thing.subtree if token.dep_ == "poss" and token.i > thing.i)
        return next((token for token in owners if token.i in self.references.by_token), None)

    def _receiver(self, verb: Token) -> Token | None:
        """Who is given something: "gave Curtis Roe 20 years", "handed a long term to Lu Wei"."""
        for child in verb.children:
            if child.dep_ == "dative" and child.pos_ != "ADP":
                return child
        for child in verb.children:
            if child.dep_ in ("dative", "prep") and child.lower_ == "to":
                for inner in child.children:
                    if inner.dep_ == "pobj" and (self.references.by_token.get(inner.i) or self.references.named(inner)):
                        return inner
        return None

    def _on_behalf(self, trigger: Span) -> Token | None:
        """ "entered a plea of not guilty on behalf of his client, Zoe Blum"."""
        rest = self.doc[trigger.end : min(trigger.end + 12, trigger[0].sent.end)]
        if not re.match(r"(on behalf of|for) ", rest.text):
            return None
        client = next((token for token in rest if token.dep_ == "pobj" and token.lower_ != "behalf"), None)
        if client is None or rest[0].lower_ == "on":
            return client
        return client if client.i in self.references.by_token or self.references.named(client) else None

    def _against(self, trigger: Span, noun: Token) -> list[Token | None]:
        """The object of "against", a possessor, or the one arrested "on charges"."""
        sentence = trigger[0].sent
        if trigger._.rule.sense == "sought":  # "recommended that Ana Roe be put to death"
            about = next((subject(child) for child in noun.children if child.dep_ == "ccomp"), None)
            if about is not None and self.references.named(about) is not None:
                return [about]
        if trigger._.rule.sense == "imposed":
            about = self._changed(trigger)
            owner = self._possessor(trigger, about) if about is not None else []
            if owner:
                return owner
        faced = noun.head.lower_ in self.lists["charged_subject"] and noun.dep_ in ("dobj", "obj")
        if faced and self.doc[noun.i + 1 : noun.i + 2].text == "for":
            return [subject(noun.head)]  # "faces charges for a mutiny against Poe"
        people = next(numbered(noun), None)
        if people is not None:
            return [people]
        leads = _WHOM[trigger._.rule.group]
        for token in self.doc[noun.i + 1 : min(noun.i + 14, sentence.end)]:
            tried = token.lower_ == "of" and self.doc[token.i - 1].lower_ in ("trial", "case")
            if token.lower_ in leads or (tried and trigger._.rule.group == "verdicts"):
                found = next((child for child in token.children if child.dep_ == "pobj"), None)
                if found is not None and (
                    self.references.by_token.get(found.i) is not None or self.references.named(found) is not None
                ):
                    return [found]
            if token.text in (";",):
                break
        possessor = next(
            (child for child in noun.children if child.dep_ == "poss" and self.references.by_token.get(child.i)),
            None,
        )
        if possessor is not None:
            return [possessor]
        faces = self._facing(trigger, noun)
        if faces is not None:
            return [faces]
        clause = next((child for child in noun.children if child.dep_ == "relcl"), None)
        # "among the charges he faces are ..."
        if clause is not None and clause.lower_ in self.lists["charged_subject"]:
            return [subject(clause)]
        verb = noun.head
        while verb.head != verb and (verb.pos_ in ("NOUN", "ADP", "PROPN") or verb.dep_ in ("pobj", "prep")):
            verb = verb.head
        if verb.lower_ in self.lists["charged_patient"]:
            return [patient(verb)]
        if verb.lower_ in self.lists["charged_subject"] or (verb.lower_ in _BEING and self._is_held(verb, noun)):
            return [subject(verb)]
        if noun.head.lower_ == "on":
            earlier = [
                t for t in self.triggers if t._.rule.group == "sentences" and sentence.start <= t.start < trigger.start
            ]
            if earlier and not earlier[-1].text.lower().startswith("could have"):
                return self.slots(earlier[-1])
        return []

    def _facing(self, trigger: Span, noun: Token) -> Token | None:
        """ "the charges facing Ana Roe", "Roe faces theft, forgery and fraud charges"."""
        threat = next((child for child in noun.children if child.dep_ == "acl" and child.lower_ == "facing"), None)
        if threat is not None:
            return direct_object(threat)
        verb = facing(noun) if trigger._.rule.sense == "counts" else None
        return subject(verb) if verb is not None else None

    def _is_held(self, verb: Token, noun: Token) -> bool:
        """ "had been in custody since May on charges of"."""
        return any(token.lower_ in ("custody", "jail", "remand", "bars") for token in self.doc[verb.i + 1 : noun.i])

    def _possessor(self, trigger: Span, noun: Token) -> list[Token | None]:
        possessor = next((child for child in noun.children if child.dep_ == "poss"), None)
        if possessor is None and noun.i and self.doc[noun.i - 1].text == ",":
            # "his Nov. 26, 2012, conviction": the parse may lose the noun behind the date
            dated = self.doc[max(noun.i - 6, 0) : noun.i]
            possessor = next((token for token in dated if token.tag_ == "PRP$"), None)
        if possessor is not None:
            return [possessor]
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "against"):
                for inner in child.children:
                    if self.references.by_token.get(inner.i) is not None or self.references.named(inner) is not None:
                        return [inner]
        if noun.dep_ == "pobj" and noun.head.lower_ == "with":  # "Roe is a striker with two prior convictions"
            holder = noun.head.head
            about = subject(holder.head) if holder.dep_ == "attr" else holder
            return [about] if about is not None and self.references.of(about) is not None else []
        recorded = self._recorded(trigger, noun)
        if recorded is not None:
            return [recorded]
        verb = noun.head
        while verb.pos_ in ("NOUN", "ADP") and verb.head != verb:
            verb = verb.head
        received = next((child for child in noun.children if child.dep_ in ("relcl", "acl")), None)
        if received is not None and received.lower_ in ("received", "got", "served", "serving", "serves"):
            return [subject(received)]
        if verb.lower_ in self.lists["holding"]:
            return [subject(verb)]
        if (
            noun.head.lower_ == "on" and verb.lower_ in self.lists["held"]
        ):  # "was remanded on a previous contempt conviction"
            return [patient(verb)]
        return self._penalized(trigger) if noun.dep_ == "pobj" and noun.head.lower_ == "for" else []

    def _recorded(self, trigger: Span, noun: Token) -> Token | None:
        """ "Roe's criminal record includes a 2004 conviction": whose record it is."""
        before = self.doc[max(trigger[0].sent.start, noun.i - _RECORD_REACH) : noun.i]
        record = next((token for token in reversed(before) if token.lower_ in self.lists["criminal_records"]), None)
        if record is None or not any(token.lower_ in self.lists["listing_records"] for token in before):
            return None
        owner = next((child for child in record.children if child.dep_ == "poss"), None)
        return owner if owner is not None or record.dep_ != "dobj" else subject(record.head)

    def _penalized(self, trigger: Span) -> list[Token | None]:
        """ "six years in prison for a 2012 conviction of theft": who got the six years."""
        sentence = trigger[0].sent
        earlier = [t for t in self.triggers if sentence.start <= t.start < trigger.start]
        imposed = [t for t in earlier if t._.rule.get("status") == "imposed" and t._.said.status == "asserted"]
        return self.slots(imposed[-1]) if imposed else []

    def _tried(self, trigger: Span) -> list[Token | None]:
        """ "declared a mistrial in the case of X", "the jury that could not agree about X"."""
        sentence = trigger[0].sent
        for token in sentence:
            if token.lower_ in ("against", "about") and token.i + 1 < sentence.end:
                found = next(
                    (
                        child
                        for child in token.children
                        if child.dep_ == "pobj"
                        and (self.references.by_token.get(child.i) or self.references.named(child))
                    ),
                    None,
                )
                if found is not None:
                    return [found]
        end = next((t.i for t in self.doc[trigger.end : sentence.end] if self._begins_clause(t)), sentence.end)
        named = [
            name
            for name in self.references.names
            if not name._.mention.person.victim
            and sentence.start <= name.start < end
            and not name._.mention.person.official
            and name.root.head.lower_ not in REPORTING
        ]
        about = [
            name
            for name in named
            if name.start > 0 and self.doc[name.start - 1].lower_ in ("of", "against", "about", "on", "for", "over")
        ]
        owned = [name for name in named if name.root.dep_ == "poss"]
        nearest = sorted(about or owned or named, key=lambda name: abs(name.start - trigger.start))
        return [nearest[0].root] if nearest else []

    def _begins_clause(self, token: Token) -> bool:
        """ "..., and the Director": what follows is said of others."""
        return token.text == ";" or (
            token.text == "," and self.doc[token.i + 1 : token.i + 2].text in ("and", "but", "while")
        )

    def _inverted(self, trigger: Span) -> Reference | None:
        """ "Acquitted of conspiracy were his wife, Ana Roe, and a clerk, Max Poe": who stands behind the verb."""
        sentence = trigger[0].sent
        if trigger.start != sentence.start or trigger[0].tag_ != "VBN":
            return None
        verb = next((token.i for token in sentence if token.lower_ in ("was", "were")), None)
        if verb is None or any(token.dep_ in ("nsubj", "nsubjpass") and token.i < verb for token in sentence):
            return None
        people = [
            name._.mention.person
            for name in self.references.names
            if verb < name.start < sentence.end and name.root.dep_ != "poss"
        ]
        return Reference(tuple({person.id: person for person in people}.values())) if people else None

    def _identified(self, trigger: Span) -> Reference | None:
        """ "Those who got life are Ana Roe and Max Poe": who stands behind the verb of the main clause."""
        about = subject(predicate(trigger))
        names = identified(about) if about is not None else []
        told = [self.references.name_at(name) for name in names]
        listed = self.references.enumerated(names[0]) if names else ()
        people = listed or tuple(person for person in told if person is not None)
        return Reference(people, by="list") if people else None

    def whose(self, trigger: Span) -> Reference | None:
        """Whose statement it is; None where the text does not tell."""
        found = self._by_parse(trigger)
        slot = trigger._.slots.defendant
        if found is None and slot is not None and trigger[0].pos_ != "CCONJ" and not _is_right_behind(trigger):
            found = self.references.of(slot)  # of "but not guilty" the statement before tells whose
        return None if found is not None and (self._presides(trigger, found) or self._grants(trigger, found)) else found

    def _by_parse(self, trigger: Span) -> Reference | None:
        inverted = self._inverted(trigger) or self._identified(trigger)
        if inverted is not None:
            return inverted
        if trigger._.rule.sense == "but":
            coordinated = self._coordinated(trigger)
            return self.whose(coordinated) if coordinated is not None else None
        reduced = self._right_before(trigger)
        if reduced is not None:  # of "Ana Roe and Max Poe, jailed for theft" surely the last
            return self.references.alone(reduced)
        before = self._before_who(trigger)
        slots = [before] if before is not None else [self._owner(trigger, token) for token in self.slots(trigger)]
        slots = [token for token in slots if token is None or not _reports_it(token, trigger)]
        rule_status = trigger._.rule.get("status")
        for token in slots:
            reference = self.references.of(token)
            carries = self.charge_nouns | self.lists["penalized"]
            if token is not None and token.lower_ in carries and rule_status == "possible":
                told = any(child.lower_ == "the" for child in token.lefts) and token.tag_ == "NNS"
                return self._charged_before(trigger) or (self._latest(trigger) if told else None)
            if token is not None and reference is not None and not reference.people:
                earlier = self._coordinated(trigger)
                shared = self.whose(earlier) if earlier is not None else None
                if shared is not None and shared.people:
                    return shared
            if token is not None and reference is not None and not reference.people:
                beside = self.beside(trigger, token)
                if beside is not None:
                    return Reference((beside,), by="stated")
            if reference is not None:
                return self._with_companions(trigger, reference)
        if trigger._.rule.get("who") == "subject" or (
            trigger._.rule.get("who") == "patient" and is_passive(predicate(trigger))
        ):
            neighbour = self._left_neighbour(trigger)
            if neighbour is not None:
                return self.references.of(neighbour)
        coordinated = self._coordinated(trigger)
        if coordinated is not None:
            return self.whose(coordinated)
        if slots == [None] or not slots:
            alone = self._only_name(trigger)
            if alone is not None:
                return alone
        if any(token is not None for token in slots):
            return None
        if trigger._.rule.get("who") == "jury":
            return self._latest(trigger)
        if trigger._.rule.get("who") == "charges" or self._is_filing(trigger):
            return self._only_defendant(trigger)
        if self._goes_on_with_charges(trigger):
            return self._charged_before(trigger)
        mate = self._sought_beside(trigger)
        if mate is not None:
            return self.whose(mate)
        if trigger._.rule.get("status") == "sought" and self._tells_for_whom(trigger):
            return None
        if trigger._.rule.get("status") == "sought" or self._of_the_sentence(trigger):
            return self._latest(trigger)
        if trigger.start == trigger[0].sent.start or self.doc[trigger.start - 1].is_space:
            return self._listed_before(trigger)
        return None

    def _owner(self, trigger: Span, token: Token | None) -> Token | None:
        """The noun to which a name that stands as subject is only an "of": "a clerk of Marrow Brokers pleaded"."""
        span = self.references.by_token.get(token.i) if token is not None else None
        if token is None or span is None or span._.mention.person is None or span.end > trigger.start:
            return token
        before = self.doc[max(span.start - 2, 0) : span.start]
        owned = len(before) == 2 and before[1].lower_ in ("of", "at") and before[0].pos_ == "NOUN"
        return before[0] if owned and trigger._.rule.get("who") in ("patient", "subject") else token

    def _presides(self, trigger: Span, reference: Reference) -> bool:
        """ "arraigned before Justice Ana Roe on charges": neither before whom it comes nor who acts is charged."""
        if not reference.people or not all(person.official for person in reference.people):
            return False
        names = [name for name in self.references.names if trigger[0].sent.start <= name.start < trigger[0].sent.end]
        judges = [
            name._.mention.person
            for name in names
            if name._.mention.person.official
            and any(token.lower_ == "before" for token in self.doc[max(name.start - 6, name.sent.start) : name.start])
        ]
        doer = trigger._.slots.agent
        acts = self.references.name_at(doer) if doer is not None else None  # "Judge Ana Roe, who convicted the nine"
        if acts is not None and acts.official:
            judges.append(acts)
        return all(person in judges for person in reference.people)

    def _grants(self, trigger: Span, reference: Reference) -> bool:
        """ "Roe commuted her sentence": whoever does that to a charge, verdict or sentence does it to another's."""
        doer = trigger._.slots.agent
        acts = self.references.named(doer) if doer is not None else None
        changed = trigger._.rule.get("who") == "charges" or trigger._.rule.sense == "imposed"
        return changed and reference.by == "pronoun" and reference.people == (acts,)

    def _before_who(self, trigger: Span) -> Token | None:
        """ "the husband of Ana Roe who has pleaded guilty": the name right before "who", whatever it hangs on."""
        if trigger._.rule.get("who") == "patient" and not is_passive(predicate(trigger)):
            return None
        i = trigger.start - 1
        while i > trigger[0].sent.start and self.doc[i].pos_ in ("AUX", "ADV"):
            i -= 1
        name = self.references.by_token.get(i - 1) if self.doc[max(i, 0)].lower_ == "who" else None
        return name.root if name is not None and name._.mention.kind == "name" else None

    def _right_before(self, trigger: Span) -> Token | None:
        """ "freed a robber, Ned Roe, jailed for theft": the name that only a comma parts from a participle."""
        name = self.references.by_token.get(trigger.start - 2)
        reduced = trigger[0].tag_ == "VBN" and self.doc[max(trigger.start - 1, 0)].text == ","
        if name is None or name._.mention.kind != "name" or not reduced or trigger._.rule.get("who") != "patient":
            return None
        behind = self.doc[trigger.end : trigger.end + 1].text
        return name.root if behind in ("for", "of", "to", "on", "with", "in") else None

    def _is_filing(self, trigger: Span) -> bool:
        """ "The District Attorney filed murder charges on May 27, 2008"."""
        noun = trigger.root
        return trigger._.rule.sense == "counts" and noun.dep_ == "dobj" and noun.head.lower_ in self.lists["filing"]

    def _goes_on_with_charges(self, trigger: Span) -> bool:
        """ "Charges included fraud and theft": those of the people whom the text told of right before."""
        noun = trigger.root
        about = noun.dep_ == "nsubj" and noun.head.lower_ in ("include", "includes", "included")
        return trigger._.rule.sense == "counts" and about and trigger.start - noun.sent.start <= 1

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

    def _sought_beside(self, trigger: Span) -> Span | None:
        """ "The three face life, or prosecutors may seek the death penalty": the statement beside it."""
        if trigger._.rule.get("status") != "sought":
            return None
        sentence = trigger[0].sent
        earlier = [t for t in self.triggers if sentence.start <= t.start < trigger.start]
        return next((t for t in reversed(earlier) if t._.rule.sense == "possible"), None)

    def _of_the_sentence(self, trigger: Span) -> bool:
        """ "The governor commuted the sentence to life", "The sentence was a fine": the one just told of."""
        noun = trigger.root
        if trigger._.rule.sense == "sentence" and noun.dep_ == "nsubj" and noun.head.lower_ in _BEING:
            return [child.lower_ for child in noun.children] == ["the"]
        about = self._changed(trigger) if trigger._.rule.sense == "imposed" else None
        return about is not None and about.lower_ in self.lists["terms"]

    def _changed(self, trigger: Span) -> Token | None:
        """What is imposed, cut or raised: "was quashed and his sentence cut" has no helper of its own."""
        verb = predicate(trigger)
        about = patient(verb) if verb.pos_ == "VERB" else None
        before = self.doc[max(trigger.start - 1, 0)]
        return before if about is None and before.lower_ in self.lists["terms"] else about

    def _only_name(self, trigger: Span) -> Reference | None:
        """The one person named before the trigger in a sentence whose parse gives no subject."""
        if trigger._.rule.get("who") not in ("patient", "subject") or not self._passive_or_subject(trigger):
            return None
        sentence = trigger[0].sent
        people = {
            name._.mention.person.id: name._.mention.person
            for name in self.references.names
            if sentence.start <= name.start < trigger.start and not (name._.mention.person.official or speaks(name))
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
        return trigger._.rule.get("who") == "subject" or (head.tag_ == "VBN" and is_passive(head))

    def _charged_before(self, trigger: Span) -> Reference | None:
        """ "is charged with arson, an offence that carries ...": whose charge the text has just told."""
        sentence = trigger[0].sent
        near = self.doc[max(sentence.start - 1, 0)].sent.start
        earlier = [
            t
            for t in self.triggers
            if near <= t.start < trigger.start and t._.rule.group != "sentences" and t._.said.status == "asserted"
        ]
        return next((whom for t in reversed(earlier) if (whom := self.whose(t)) is not None), None)

    def _only_defendant(self, trigger: Span) -> Reference | None:
        """The article's only defendant, if the text has just spoken of them."""
        sentence = trigger[0].sent
        earlier = [
            t
            for t in self.triggers
            if sentence.start <= t.start < trigger.start
            and t._.rule.get("who") in ("patient", "subject")
            and t._.said.status == "asserted"
        ]
        if earlier:
            return self.whose(earlier[-1])
        for token in sentence:
            if token.lower_ == "against":
                return self.references.of(next((child for child in token.children if child.dep_ == "pobj"), None))
        here = self.references.sentence_of[trigger.start]
        reach = ONLY_REACH if len(self.references.known) == 1 else 2
        near = {
            name._.mention.person.id
            for name in self.references.names
            if 0 <= here - self.references.sentence_of[name.start] <= reach
        }
        known = [person for id, person in self.references.known.items() if id in near]
        return Reference((known[0],), by="noun") if len(known) == 1 else None

    def _with_companions(self, trigger: Span, reference: Reference) -> Reference:
        """ "indicted Ana Roe, along with her brother, Max Roe": whoever else the statement takes in."""
        rest = trigger[0].sent
        for token in rest:
            along = token.lower_ == "along" and self.doc[token.i + 1 : token.i + 2].text.lower() == "with"
            if along or (token.lower_ == "alongside" and token.i == trigger.end):
                stops = () if along else _BEHIND_COMPANIONS
                verb = next(
                    (
                        t.i
                        for t in self.doc[token.i + 1 : rest.end]
                        if t.tag_ in ("VBD", "VBZ", "VBP", "MD") or t.lower_ in stops
                    ),
                    rest.end,
                )
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
        earlier = [
            t
            for t in self.triggers
            if first <= t.start < i and t._.rule.get("who") in ("patient", "subject") and t._.rule.group != "sentences"
        ]
        return earlier[-1] if earlier else None

    def beside(self, trigger: Span, token: Token) -> Person | None:
        """The name that a relative clause cut off from its noun: "the man who drove, 45-year-old Ivan Roe, was jailed".

        And the one before "who" or "whom" when the parse takes a thing for it: "Ana Roe, who sailed the ferry, whom
        they indicted".
        """
        if token.i > trigger.start:
            return None
        between = self.doc[token.i + 1 : trigger.start]
        if any(t.lower_ in ("who", "whom") for t in between[:2]) and self.references.by_token.get(token.i) is None:
            names = [
                name
                for name in self.references.names
                if trigger[0].sent.start <= name.start < token.i and not name._.mention.person.official
            ]
            told = names and self.doc[names[-1].end : names[-1].end + 2].text.lower() in (", who", ", whom")
            return names[-1]._.mention.person if told else None
        beside = self._left_neighbour(trigger)
        if beside is None or self.doc[beside.i + 1].text != ",":
            return None
        start = self.references.by_token[beside.i].start
        before = self.doc[token.i : start].text.strip()
        return self.references.name_at(beside) if _TRADE.search(before) else None

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

    def _latest(self, trigger: Span) -> Reference | None:
        """The defendant whom the text spoke of last: "The prosecution is seeking the death penalty."""
        names = [
            name
            for name in self.references.names
            if name.start < trigger.start and name._.mention.person.id in self.references.known
        ]
        if names:
            return Reference((names[-1]._.mention.person,), by="noun")
        known = tuple(self.references.known.values())
        return Reference(known, by="noun") if len(known) == 1 else None

    def _listed_before(self, trigger: Span) -> Reference | None:
        """A table row: "John Roe, 65, Los Angeles" above "Found guilty by a jury on ..."."""
        names = [
            name for name in self.references.names if name.end <= trigger.start and not name._.mention.person.official
        ]
        if not names:
            return None
        name = names[-1]
        near = trigger.start_char - name.end_char <= 120
        return Reference((name._.mention.person,), by="list") if near else None

    # -- what -----------------------------------------------------------------------------------------------

    def target(self, trigger: Span) -> Token | None:
        """The charge that is dropped, the conviction that is quashed."""
        head = predicate(trigger)
        wanted = self.conviction_nouns if trigger._.rule.get("outcome") == "overturned" else self.charge_nouns
        about = patient(head) if head.pos_ in ("VERB", "AUX") else None
        if about is None and head.pos_ == "VERB":
            about = direct_object(head) or subject(head)
        if about is not None and about.lower_ in ("both", "all", "some", "most", "one", "two", "three"):
            of = next((child for child in about.children if child.lower_ == "of"), None)
            about = next((child for child in of.children if child.dep_ == "pobj"), about) if of is not None else about
        for token in [about, *(about.children if about is not None else [])]:
            if token is not None and token.lower_ in wanted:
                return token
        had = self._had_before(trigger, wanted)
        if had is not None:
            return had
        if about is not None and about.lower_ in _STANDING_FOR:
            before = sentence_before(trigger[0].sent)
            return next((token for token in before or () if token.lower_ in wanted), None)
        if about is None or about.pos_ in ("VERB", "ADP"):
            return next(
                (
                    token
                    for token in self.doc[trigger.end : min(trigger.end + 9, trigger[0].sent.end)]
                    if token.lower_ in wanted
                ),
                None,
            )
        return None

    def _had_before(self, trigger: Span, wanted: Collection[str]) -> Token | None:
        """ "had his conviction for arson quashed": the noun before the verb, whatever the parse hangs it on."""
        for token in reversed(self.doc[max(trigger.start - 7, trigger[0].sent.start) : trigger.start]):
            if token.lower_ in wanted:
                return token if self.doc[max(token.left_edge.i - 1, 0)].lower_ in _HAVING else None
            if token.pos_ in ("VERB", "AUX", "PUNCT"):
                return None
        return None


def _reports_it(token: Token, trigger: Span) -> bool:
    """ "'Poe will serve six years', Roe wrote": who says so behind is not told of."""
    told = token.i >= trigger.end and token.dep_ == "nsubj"
    return told and token.head.lower_ in REPORTING | {"wrote", "writes", "tweeted", "posted"}


def _is_right_behind(trigger: Span) -> bool:
    """Whether who did it stands right before "who": "pardoned the abbot who was serving six years"."""
    about = subject(predicate(trigger))
    relative = next((child for child in predicate(trigger).lefts if child.dep_ in SUBJECTS), None)
    return about is not None and relative is not None and relative.lower_ == "who" and about.i == relative.i - 1


def _between(trigger: Span) -> Token | None:
    """The head of what stands inside "found the former head of the line guilty", when it is no name."""
    inside = trigger[1:-1]
    if not len(inside) or inside[0].lower_ not in ("the", "a", "an", "his", "her"):
        return None
    end = next((token.i for token in inside if token.pos_ in ("ADP", "PUNCT", "SCONJ")), trigger.end - 1)
    nouns = [token for token in trigger.doc[inside.start : end] if token.pos_ in ("NOUN", "PROPN")]
    return nouns[-1] if nouns and nouns[-1].pos_ == "NOUN" else None
