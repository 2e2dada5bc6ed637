"""Where a defendant stands: from a trigger to the tokens at the place that its rule names, by the parse."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from casefacts.clause import (
    FINITE,
    REPORTING,
    SUBJECTS,
    direct_object,
    facing,
    is_passive,
    patient,
    predicate,
    subject,
    turns,
)
from casefacts.entities.phrases import numbered
from casefacts.forms import words_of
from casefacts.marks import mention_of, rule_of, said_of
from casefacts.reference import References
from casefacts.rulebook import lists_of
from casefacts.statement import HAVING, target_of

BEING = {"is", "are", "was", "were", "been", "remains", "remain", "remained"}


# Within how many tokens of a conviction the record is named on which it stands
_RECORD_REACH = 30
# What leads from a noun to whom it is said of: "guilty verdicts on Ana Roe", "charges against her"
_WHOM = {"charges": {"against"}, "verdicts": {"against", "on", "for"}, "sentences": {"against", "on", "for"}}
# "the prosecution of Ana Roe"
_TRIED = {"case", "indictment", "prosecution", "trial"}
# Within how many tokens behind the noun
_WHOM_REACH = 14
_BEHALF_REACH = 16  # tokens behind a plea
_ON = r"on (?:behalf of|(?:his|her|their) behalf)\b"
_BEHALF = re.compile(rf".*?\b(?={_ON})|(?=for )")
# What leads from a plea that a lawyer enters to the client
_ENTERED = re.compile(rf".*?\b(?={_ON}|for )")
# What leads to who is tried
_ABOUT = {"of", "against", "about", "on", "for", "over"}


# The tokens of one place, best first: empty where nothing stands there, [None] where surely nobody does
Slots = Sequence[Token | None]


class Places:
    """The places of one Doc at which the triggers' defendants stand."""

    def __init__(self, doc: Doc, triggers: list[Span], references: References) -> None:
        self.doc = doc
        self.lists = lists_of(doc)
        self.triggers = triggers
        self.references = references
        self.charge_nouns = self.lists["charge_nouns"]
        self.conviction_nouns = self.lists["conviction_nouns"]

    def of(self, trigger: Span) -> Slots:
        """The tokens that stand where the rule says the defendant stands, best first."""
        head = predicate(trigger)
        one = self.told_of_one(trigger)
        if one is not None:
            return [one]
        match rule_of(trigger).get("who"):
            case "patient":
                return self._patient(trigger, head)
            case "subject":
                return [self.client(trigger) or self._joined_on(trigger, head) or self._who_is_held(subject(head))]
            case "against":
                return self._against(trigger, head)
            case "possessor":
                return self._possessor(trigger, head)
            case "charges":
                return self._of_target(trigger)
            case _:
                return self._tried(trigger)

    def told_of_one(self, trigger: Span) -> Token | None:
        """ "Max Poe and Ana Roe, who is charged": of several the last, right before a "who" whose verb tells of one."""
        words = words_of(self.doc)
        at = next((i for i in range(trigger.start, trigger[0].sent.start - 1, -1) if words[i] == "who"), None)
        if at is None or rule_of(trigger).get("who") not in ("patient", "subject"):
            return None
        who = self.doc[at]
        if not _tells_of_one(who, trigger):
            return None
        name = self.references.name_span(who.i - 2 if who.nbor(-1).text == "," else who.i - 1)
        return name.root if name is not None and len(self.references.enumerated(name.root)) > 1 else None

    # -- whom a verb happens to ---------------------------------------------------------------------------

    def _patient(self, trigger: Span, head: Token) -> Slots:
        sense = rule_of(trigger).sense
        if sense == "trial_of":
            return self._tried_person(trigger)
        if sense == "expected" and not is_passive(head):
            return [subject(head)]
        given = self._given(trigger, head) if sense in ("given", "ordered") else None
        if given is not None:
            return given
        mate = self._objectless(trigger, head)
        return self.of(mate) if mate is not None else self._undergoing(trigger, head)

    def _given(self, trigger: Span, head: Token) -> Slots | None:
        """Who is given or ordered something; None where the verb is passive and its subject tells."""
        receiver, thing = self._given_to(trigger, head), direct_object(head)
        if receiver is None and thing is not None and self._is_penalty(thing):
            return [subject(head)]  # "was sentenced to prison and ordered $9,000 restitution"
        return [receiver or thing] if receiver is not None or not is_passive(head) else None

    def _given_to(self, trigger: Span, head: Token) -> Token | None:
        """The receiver; of "handed down the sentence to Roe and ordered a fine" the first verb's."""
        verbs = (head, head.head) if head.dep_ == "conj" else (head,)
        receiver = next((found for verb in verbs if (found := self._receiver(verb)) is not None), None)
        if receiver is not None or is_passive(head):
            return receiver
        thing, other = direct_object(head), trigger._.slots.patient
        loser = self._loser(thing) if rule_of(trigger).sense == "ordered" else None
        return loser if loser is not None or other == thing else other

    def _undergoing(self, trigger: Span, head: Token) -> Slots:
        """Whom the verb happens to: within the trigger, right behind it, its object or passive subject."""
        inside = self._inside(trigger)
        about = self._object(trigger, head)
        if about is not None and trigger.start < about.i < trigger.end and self.references.name_at(about) is None:
            return [about, *inside]
        if about is None and trigger[0].lower_ == "to":
            about = next((t for t in self.doc[trigger.end : trigger.end + 3] if self.references.name_at(t)), None)
        found = [*inside, *self._right_behind(trigger, head), about]
        return [subject(head)] if found == [None] and _shares_subject(trigger, head) else found

    def _object(self, trigger: Span, head: Token) -> Token | None:
        """The object or passive subject; of "was jailed for a year and fined Tk 500" the shared subject."""
        about = _between(trigger) or patient(head)
        if about is None:
            return None
        other = self._behind_but(trigger, about)
        penalty = head.dep_ == "conj" and self._is_penalty(about)
        return other or (subject(head.head) if penalty else about)

    def _behind_but(self, trigger: Span, about: Token) -> Token | None:
        """ "Ana Roe was convicted, but her co-accused, Max Poe, was acquitted": who stands behind "but"."""
        slot: Token | None = trigger._.slots.patient
        if slot is None or not about.i < slot.i < trigger.start:
            return None
        return slot if any(turns(token) for token in self.doc[about.i + 1 : slot.i]) else None

    def _inside(self, trigger: Span) -> Slots:
        """The name or pronoun within the trigger: "found Ana Roe guilty"; empty where there is none."""
        for token in trigger:
            stands = self.references.name_at(token) or token.lower_ in ("him", "her", "them")
            if stands and self.doc[token.i - 1].lower_ not in ("of", "the"):
                return [token]
        return []

    def _tried_person(self, trigger: Span) -> Slots:
        """The name behind "trial of the ousted leader ..."."""
        behind = self.doc[trigger.end : min(trigger.end + 8, len(self.doc))]
        phrase = takewhile(lambda token: token.tag_ != "VBG", behind)  # "a trial of murdering Max Poe" is not his
        return [next((token for token in phrase if self.references.name_at(token)), None)]

    def _who_is_held(self, about: Token | None) -> Token | None:
        """ "is in the county jail awaiting trial": not the jail."""
        held = about is not None and about.dep_ == "pobj" and about.lower_ in self.lists["detention"]
        return subject(about.head.head) if about is not None and held else about

    def _joined_on(self, trigger: Span, head: Token) -> Token | None:
        """ "ordered a warrant and Roe faces ten years": the name there, which the parse hangs on the noun before."""
        name = self.references.name_span(trigger.start - 1)
        if name is None or any(child.dep_ in SUBJECTS for child in head.children):
            return None
        listed = name.root.head
        thing = listed.pos_ == "NOUN" and listed.i not in self.references.by_token
        return name.root if thing and name.root.dep_ == "conj" and self.doc[name.start - 1].lower_ == "and" else None

    def _right_behind(self, trigger: Span, head: Token) -> Slots:
        """The name that follows an active verb at once, whatever the parse makes of it: "jailed Ana Roe"."""
        if any(child.dep_ in ("auxpass", "nsubjpass") for child in head.children):
            return []
        last = len(self.doc) - 1
        i = trigger.end
        while i < last and self.doc[i].dep_ == "compound" and self.references.name_at(self.doc[i]) is None:
            i += 1
        named = i <= last and self.references.name_at(self.doc[i]) is not None
        return [self.references.by_token[i].root] if named else []

    def _objectless(self, trigger: Span, head: Token) -> Span | None:
        """ "sentenced Ana Roe to a year and fined £500": the statement that tells whom the second verb is said of."""
        thing = direct_object(head)
        if head.dep_ != "conj" or is_passive(head) or not (thing is None or self._is_penalty(thing)):
            return None
        before = [t for t in self.triggers if t.start < trigger.start and head.head in t]
        stated = [t for t in before if rule_of(t).group == rule_of(trigger).group == "sentences"]
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

    def client(self, trigger: Span) -> Token | None:
        """For whom somebody else pleads: "entered a plea on behalf of Zoe Blum", "Ana Roe's lawyer entered one"."""
        if rule_of(trigger).get("who") != "subject":
            return None
        return self._appeared_for(trigger) or self._on_behalf(trigger) or self._client(predicate(trigger))

    def _appeared_for(self, trigger: Span) -> Token | None:
        """ "Max Poe, appearing for Zoe Blum, pleaded not guilty"."""
        name = self.references.name_span(trigger.start - 2)
        led = self.doc[max(name.start - 2, 0) : name.start].text.lower() if name is not None else ""
        return name.root if name is not None and led in ("appearing for", "acting for") else None

    def _on_behalf(self, trigger: Span) -> Token | None:
        """ "entered a plea of not guilty on behalf of his client, Zoe Blum", "to theft for her", "on her behalf"."""
        rest = self.doc[trigger.end : min(trigger.end + _BEHALF_REACH, trigger[0].sent.end)]
        led = (_ENTERED if self._lawyers(predicate(trigger)) else _BEHALF).match(rest.text)
        if led is None:
            return None
        rest = self.doc.char_span(rest.start_char + led.end(), rest.end_char) or rest
        if rest[0].lower_ == "on" and rest[1].tag_ == "PRP$":
            return rest[1]
        client = next((token for token in rest if token.dep_ == "pobj" and token.lower_ != "behalf"), None)
        told = client is None or rest[0].lower_ == "on" or self._is_person(client)
        return client if told else None

    def _client(self, verb: Token) -> Token | None:
        """ "Ana Roe's lawyer Max Poe entered guilty pleas": whose lawyer enters them."""
        lawyers = self._lawyers(verb)
        return next((child for lawyer in lawyers for child in lawyer.children if child.dep_ == "poss"), None)

    def _lawyers(self, verb: Token) -> list[Token]:
        """The words at the subject of a verb of entering that say that it is a lawyer."""
        about = subject(verb) if verb.lower_ in ("entered", "enters") else None
        around = (about, about.head, *about.lefts) if about is not None else ()
        return [token for token in around if token.lower_ in self.lists["representing"]]

    # -- what is said of a charge or a conviction ---------------------------------------------------------

    def _of_target(self, trigger: Span) -> Slots:
        """Whose the charge is that is dropped, the conviction that is quashed."""
        target = target_of(trigger)
        if target is None:
            return []
        holder = self._holder(trigger, target)
        if holder is not None:
            return [holder]
        read = self._possessor if target.lower_ in self.conviction_nouns else self._against
        return read(trigger, target)

    def _holder(self, trigger: Span, target: Token) -> Token | None:
        """ "Ana Roe had her conviction quashed", "Max Poe had charges dismissed": whose it is."""
        had = self.doc[max(target.left_edge.i - 1, 0)]
        if had.lower_ not in HAVING or not had.i < target.i < trigger.start:
            return None
        return subject(had if had.pos_ == "VERB" else predicate(trigger))

    def _against(self, trigger: Span, noun: Token) -> Slots:
        """The object of "against", a possessor, or the one arrested "on charges": the first that there is."""
        readings = (
            self._recommended,
            self._beside_facing,
            self._imposed_on,
            self._facing,
            self._numbered,
            self._led_to,
            self._owner,
            self._told_by_verb,
            self._sentenced_on,
        )
        return next((found for read in readings if (found := read(trigger, noun))), [])

    def _recommended(self, trigger: Span, noun: Token) -> Slots:
        """ "recommended that Ana Roe be put to death": who is to be."""
        if rule_of(trigger).sense != "sought":
            return []
        about = next((subject(child) for child in noun.children if child.dep_ == "ccomp"), None)
        return [about] if about is not None and self.references.named(about) is not None else []

    def _beside_facing(self, trigger: Span, noun: Token) -> Slots:
        """ "They fled when Ana Roe, facing fraud charges, left": the name right before, whatever is parsed."""
        verb = facing(noun)
        if verb is None or verb.tag_ != "VBG" or verb.i < 2 or verb.nbor(-1).text != ",":
            return []
        behind = self.doc[noun.i : trigger[0].sent.end - 1]
        goes_on = any(token.text == "," and token.nbor().tag_ in FINITE for token in behind)
        name = self.references.name_span(verb.i - 2) if goes_on else None
        return [name.root] if name is not None else []

    def _imposed_on(self, trigger: Span, noun: Token) -> Slots:
        """ "his sentence was cut": whose sentence it is; "was imposed a fine": who was."""
        if rule_of(trigger).sense != "imposed":
            return []
        thing = direct_object(noun) if is_passive(noun) else None
        if thing is not None and self._is_penalty(thing):
            return [subject(noun)]
        about = self.changed(trigger)
        return self._possessor(trigger, about) if about is not None else []

    def _numbered(self, trigger: Span, noun: Token) -> Slots:
        """The people counted beside the noun, see `numbered`."""
        return [*numbered(noun)][:1]

    def _led_to(self, trigger: Span, noun: Token) -> Slots:
        """Whom the words behind the noun lead to: "charges against her", "verdicts in the trial of Ana Roe"."""
        group = rule_of(trigger).group
        behind = self.doc[noun.i + 1 : min(noun.i + _WHOM_REACH, trigger[0].sent.end)]
        for token in takewhile(lambda token: token.text != ";", behind):
            tried = token.lower_ == "of" and self.doc[token.i - 1].lower_ in _TRIED
            if token.lower_ in _WHOM[group] or (tried and group == "verdicts"):
                found = next((child for child in token.children if child.dep_ == "pobj"), None)
                if found is not None and self._is_person(found):
                    return [found]
        return []

    def _facing(self, trigger: Span, noun: Token) -> Slots:
        """ "the charges facing Ana Roe", "Roe faces theft, forgery and fraud charges"."""
        threat = next((child for child in noun.children if child.dep_ == "acl" and child.lower_ == "facing"), None)
        verb = facing(noun) if threat is None and rule_of(trigger).sense == "counts" else None
        found = direct_object(threat) if threat is not None else subject(verb) if verb is not None else None
        return [found] if found is not None else []

    def _told_by_verb(self, trigger: Span, noun: Token) -> Slots:
        """ "among the charges he faces", "was arrested on charges", "had been in custody since May on charges of"."""
        clause = next((child for child in noun.children if child.dep_ == "relcl"), None)
        if clause is not None and clause.lower_ in self.lists["charged_subject"]:
            return [subject(clause)]
        verb = noun.head
        while verb.head != verb and (verb.pos_ in ("NOUN", "ADP", "PROPN") or verb.dep_ in ("pobj", "prep")):
            verb = verb.head
        if verb.lower_ in self.lists["charged_patient"]:
            return [patient(verb)]
        held = verb.lower_ in BEING and self._is_held(verb, noun)
        return [subject(verb)] if held or verb.lower_ in self.lists["charged_subject"] else []

    def _sentenced_on(self, trigger: Span, noun: Token) -> Slots:
        """ "was jailed for a year on charges of": who the penalty before is for."""
        earlier = [t for t in self.before(trigger) if rule_of(t).group == "sentences"]
        if noun.head.lower_ != "on" or not earlier or earlier[-1].text.lower().startswith("could have"):
            return []
        return self.of(earlier[-1])

    def _is_held(self, verb: Token, noun: Token) -> bool:
        """ "had been in custody since May on charges of"."""
        return any(token.lower_ in self.lists["detention"] for token in self.doc[verb.i + 1 : noun.i])

    # -- whose a conviction, a sentence or a record is ----------------------------------------------------

    def _possessor(self, trigger: Span, noun: Token) -> Slots:
        """Who owns it, whom it is of, who holds, received or was remanded on it: the first that there is."""
        readings = (self._owner, self._of_whom, self._holding, self._recorded, self._received, self._penalized)
        return next((found for read in readings if (found := read(trigger, noun))), [])

    def _owner(self, trigger: Span, noun: Token) -> Slots:
        possessor = next((child for child in noun.children if child.dep_ == "poss"), None)
        if possessor is None and noun.i and self.doc[noun.i - 1].text == ",":
            # "his Nov. 26, 2012, conviction": the parse may lose the noun behind the date
            dated = self.doc[max(noun.i - 6, 0) : noun.i]
            possessor = next((token for token in dated if token.tag_ == "PRP$"), None)
        if possessor is not None and possessor.tag_ == "WP$" and noun.head.dep_ == "relcl":
            return [noun.head.head]  # "Ana Roe, whose sentence was commuted"
        return [possessor] if possessor is not None else []

    def _of_whom(self, trigger: Span, noun: Token) -> Slots:
        """ "the conviction of Ana Roe", "sentences against her"."""
        leads = [child for child in noun.children if child.dep_ == "prep" and child.lower_ in ("of", "against")]
        return [inner for lead in leads for inner in lead.children if self._is_person(inner) or _is_faced(inner)][:1]

    def _holding(self, trigger: Span, noun: Token) -> Slots:
        """ "Roe is a striker with two prior convictions": who has them."""
        if noun.dep_ != "pobj" or noun.head.lower_ != "with":
            return []
        holder = noun.head.head
        about = subject(holder.head) if holder.dep_ == "attr" else holder
        return [about if about is not None and self.references.of(about) is not None else None]

    def _recorded(self, trigger: Span, noun: Token) -> Slots:
        """ "Roe's criminal record includes a 2004 conviction": whose record it is."""
        before = self.doc[max(trigger[0].sent.start, noun.i - _RECORD_REACH) : noun.i]
        record = next((token for token in reversed(before) if token.lower_ in self.lists["criminal_records"]), None)
        if record is None or not any(token.lower_ in self.lists["listing_records"] for token in before):
            return []
        owner = next((child for child in record.children if child.dep_ == "poss"), None)
        if owner is None and record.dep_ == "dobj":
            owner = subject(record.head)
        return [owner] if owner is not None else []

    def _received(self, trigger: Span, noun: Token) -> Slots:
        """ "the sentence Roe received", "Roe has a conviction", "was remanded on a previous conviction"."""
        received = next((child for child in noun.children if child.dep_ in ("relcl", "acl")), None)
        if received is not None and received.lower_ in ("received", "got", "served", "serving", "serves"):
            return [subject(received)]
        verb = noun.head
        while verb.pos_ in ("NOUN", "ADP") and verb.head != verb:
            verb = verb.head
        if verb.lower_ in self.lists["holding"]:
            return [subject(verb)]
        return [patient(verb)] if noun.head.lower_ == "on" and verb.lower_ in self.lists["held"] else []

    def _penalized(self, trigger: Span, noun: Token) -> Slots:
        """ "six years in prison for a 2012 conviction of theft": who got the six years."""
        if noun.dep_ != "pobj" or noun.head.lower_ != "for":
            return []
        imposed = [
            t for t in self.before(trigger) if rule_of(t).get("status") == "imposed" and said_of(t).status == "asserted"
        ]
        return self.of(imposed[-1]) if imposed else []

    # -- who is tried -------------------------------------------------------------------------------------

    def _tried(self, trigger: Span) -> Slots:
        """ "declared a mistrial in the case of X", "the jury that could not agree about X"."""
        sentence = trigger[0].sent
        leads = [token for token in sentence if token.lower_ in ("against", "about") and token.i + 1 < sentence.end]
        objects = (child for lead in leads for child in lead.children if child.dep_ == "pobj")
        against = next((child for child in objects if self._is_person(child)), None)
        return [against] if against is not None else self._nearest(trigger)

    def _nearest(self, trigger: Span) -> Slots:
        """The name closest to the trigger: one that "of" leads to, else one that owns, else any."""
        named = self._triable(trigger)
        about = [name for name in named if name.start > 0 and self.doc[name.start - 1].lower_ in _ABOUT]
        owned = [name for name in named if name.root.dep_ == "poss"]
        nearest = min(about or owned or named, key=lambda name: abs(name.start - trigger.start), default=None)
        return [nearest.root] if nearest is not None else []

    def _triable(self, trigger: Span) -> list[Span]:
        """The names of the sentence, up to the clause behind, of those who are not there for their office."""
        sentence = trigger[0].sent
        end = next((t.i for t in self.doc[trigger.end : sentence.end] if self._begins_clause(t)), sentence.end)
        return [name for name in self.references.names_in(sentence.start, end) if _may_be_tried(name)]

    def _begins_clause(self, token: Token) -> bool:
        """ "..., and the Director": what follows is said of others."""
        return token.text == ";" or (
            token.text == "," and self.doc[token.i + 1 : token.i + 2].text in ("and", "but", "while")
        )

    # -- what ----------------------------------------------------------------------------------------------

    def changed(self, trigger: Span) -> Token | None:
        """What is imposed, cut or raised: "was quashed and his sentence cut" has no helper of its own."""
        verb = predicate(trigger)
        about = patient(verb) if verb.pos_ == "VERB" else None
        before = self.doc[max(trigger.start - 1, 0)]
        return before if about is None and before.lower_ in self.lists["terms"] else about

    # -- small questions ------------------------------------------------------------------------------------

    def _is_person(self, token: Token) -> bool:
        """Whether a mention stands here, or a name beside it."""
        return self.references.by_token.get(token.i) is not None or self.references.named(token) is not None

    def before(self, trigger: Span) -> list[Span]:
        """The triggers before it in its sentence."""
        start = trigger[0].sent.start
        return [t for t in self.triggers if start <= t.start < trigger.start]


def _is_faced(token: Token) -> bool:
    """ "the death sentence against the wrestler", whoever that is."""
    return token.head.lower_ == "against" and any(child.lower_ == "the" for child in token.lefts)


def _tells_of_one(who: Token, trigger: Span) -> bool:
    """Whether the clause that "who" begins tells of one person, and the trigger is of it."""
    verb = who.nbor(1)
    between = who.doc[verb.i + 1 : trigger.start]
    goes_on = not any(token.tag_ in FINITE or token.text == "," for token in between)
    return who.i > 1 and goes_on and (verb.tag_ == "VBZ" or verb.lower_ == "was")


def _shares_subject(trigger: Span, head: Token) -> bool:
    """Whether the verb without an object tells of its subject: not "Roe said charging for it was planned"."""
    accuses = rule_of(trigger).sense == "charged" and head.tag_ == "VBG"
    return not is_passive(head) and head.tag_ != "VB" and not accuses


def _may_be_tried(name: Span) -> bool:
    person = mention_of(name).person
    return not (person.victim or person.official or name.root.head.lower_ in REPORTING)


def _between(trigger: Span) -> Token | None:
    """The head of what stands inside "found the former head of the line guilty", when it is no name."""
    inside = trigger[1:-1]
    if not len(inside) or inside[0].lower_ not in ("the", "a", "an", "his", "her"):
        return None
    end = next((token.i for token in inside if token.pos_ in ("ADP", "PUNCT", "SCONJ")), trigger.end - 1)
    nouns = [token for token in trigger.doc[inside.start : end] if token.pos_ in ("NOUN", "PROPN")]
    return nouns[-1] if nouns and nouns[-1].pos_ == "NOUN" else None
