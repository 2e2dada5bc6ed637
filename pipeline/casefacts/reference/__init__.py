"""Which people a name, a pronoun or "the defendant" stands for, within one article.

Names come merged from the stage `people`. Pronouns and nouns are resolved here, because who a text calls "he" or
"the actor" in front of a verdict is most often one who is charged or sentenced by name elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from casefacts.clause import SUBJECTS, conjuncts, subject
from casefacts.entities.cast import Cast
from casefacts.entities.cast.links import Link
from casefacts.entities.cast.scene import BY_GENDER
from casefacts.entities.lists import NameList
from casefacts.entities.people import Mention, Person
from casefacts.entities.phrases import bears_a_name, phrase_at
from casefacts.marks import mention_of, said_of
from casefacts.numerals import number
from casefacts.records import WAYS, LinkedBy
from casefacts.reference.candidates import Candidates, speaks
from casefacts.rulebook import lists_of

_SIZES = {"couple": 2, "pair": 2, "duo": 2, "twins": 2, "trio": 3, "quartet": 4}

# What ends a name in apposition
_AFTER_NAME = {",", ".", ";", ")", "(", "and"}
_DEFINITE = {"the", "this", "that", "these", "those", "both"}

# How many sentences back a pronoun and a definite noun may look
_PRONOUN_REACH = 4
_ANYWHERE = 999
_OPENING = 2  # tokens within which a sentence begins with a pronoun
_BESIDE = 10  # tokens behind a name and "and" in which the noun of others stands


def least_sure(ways: Iterable[LinkedBy]) -> LinkedBy:
    """Of several ways in which people were found the least sure."""
    return max(ways, key=WAYS.index, default="name")


@dataclass(frozen=True)
class Reference:
    """Whom a phrase stands for: named people, or, when nobody is named, the phrase itself.

    `descriptive`: the text names them only later ("a coach was charged"). `by`: how they were found, see WAYS.
    """

    people: tuple[Person, ...] = ()
    phrase: str | None = None
    descriptive: bool = False
    by: LinkedBy = "name"


@dataclass(frozen=True)
class _Description:
    """How a noun describes people: its phrase, how many (None: it does not say), and what leads it.

    `definite`: "the clerk"; `possessed`: "his client"; `introduced`: the text speaks of them for the first time.
    """

    text: str
    size: int | None
    definite: bool
    possessed: bool
    introduced: bool


class References:
    """Answers for one Doc. `known` are the people who are named as defendants somewhere in the article."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.lists = lists_of(doc)
        self.mentions: list[Span] = list(doc.spans["people"])
        self.by_token: dict[int, Span] = {token.i: span for span in self.mentions for token in span}
        self.names = [span for span in self.mentions if mention_of(span).person is not None]
        self.cast: Cast = doc.user_data["cast"]
        self.sentence_of = self.cast.sentence_of
        self.known: dict[int, Person] = {}
        self.candidates = Candidates(doc, self.names, self.cast, self.known, self.lists)
        self.enumerations = [list(each.names) for each in self.cast.lists if _is_in_one_sentence(each)]

    def settle(self) -> None:
        """A surname that several bear means the one of them who is a defendant."""
        slots = (trigger._.slots.defendant for trigger in self.doc.spans["triggers"])
        at = {slot.i for slot in slots if slot is not None}
        for name in self.names:
            fit = self._fit_to_be_charged(name)
            if len(fit) > 1 and name.root.i in at:
                fit = self._likely_charged(name)
            if len(fit) == 1:
                name._.mention = replace(mention_of(name), person=fit[0])

    def _fit_to_be_charged(self, name: Span) -> list[Person]:
        """Who of those that bear a surname is a known defendant; else who neither works on the case nor suffers."""
        bearers = self._addressed(name)
        charged = [person for person in bearers if person.id in self.known]
        return charged or [person for person in bearers if not (person.official or person.victim)]

    def _addressed(self, name: Span) -> list[Person]:
        """Who of those that bear a surname is named before, if any is, and does not clash with the title."""
        addressed = [person for person in mention_of(name).bearers if self._may_be_addressed(person, name)]
        return [person for person in addressed if person.first <= name.start] or addressed

    def _may_be_addressed(self, person: Person, name: Span) -> bool:
        """Whether the title before the name does not tell another gender: "Mrs Roe" is not Max Roe."""
        title = self.doc[max(name.start - 1, 0)].lower_
        told = [gender for gender, of in BY_GENDER.items() if title in self.lists[of]]
        return not told or person.gender is None or person.gender in told

    def _likely_charged(self, name: Span) -> list[Person]:
        """Who of several that bear a surname, where a defendant stands: nobody hurt, or told of as another's kin."""
        profiles = self.cast.profiles
        bearers = [person for person in self._addressed(name) if not (person.official or person.victim)]
        apart = [person for person in bearers if not profiles[person.id].hurt]
        own = [person for person in apart if profiles[person.id].nouns.isdisjoint(self.lists["kin"])] or apart
        return [person for person in own if person.id in self.known] or self._named_most(own)

    def _named_most(self, people: list[Person]) -> list[Person]:
        """The one whom the text names in full most often, of several the one who came last."""
        often = max((self._times_in_full(person) for person in people), default=0)
        return [person for person in people if self._times_in_full(person) == often][-1:]

    def _times_in_full(self, person: Person) -> int:
        """How often the text names somebody with given name and surname."""
        return sum(len(name) > 1 for name in self.cast.profiles[person.id].mentions)

    def name_at(self, token: Token) -> Person | None:
        """The person whose name this token is part of; nobody for the name in "the three Roe brothers"."""
        span = self.by_token.get(token.i)
        return mention_of(span).person if span is not None and not _tells_which(span) else None

    def name_span(self, at: int) -> Span | None:
        """The name of which a token is part."""
        span = self.by_token.get(at)
        return span if span is not None and mention_of(span).person is not None else None

    def names_in(self, start: int, end: int) -> list[Span]:
        """The names that begin between the two tokens."""
        return [name for name in self.names if start <= name.start < end]

    def of(self, token: Token | None) -> Reference | None:
        """Whom a subject or object stands for; None when it is no person."""
        if token is None:
            return None
        about = self._is_said_of(token)
        if about is not None:
            return self.of(about)
        parts = [reference for part in self._parts(token) if (reference := self._part(part)) is not None]
        found = _once(person for part in parts for person in part.people)
        companions = tuple(person for person in _once(self._companions(token)) if person not in found)
        return _together([*parts, Reference(companions, by="list")] if companions else parts)

    def _is_said_of(self, token: Token) -> Token | None:
        """ "The driver was Ana Roe's cousin": of whom the complement is said."""
        complement = token.dep_ == "attr" and token.head.pos_ == "AUX" and self.name_at(token) is None
        about = subject(token.head) if complement else None
        return about if about is not None and about != token else None

    def _part(self, token: Token) -> Reference | None:
        """Whom one of the coordinated stands for, with all of the list in which it stands."""
        reference = self._one(token)
        listed = self.enumerated(token) if reference is not None else ()
        return replace(reference, people=listed, by="list") if reference is not None and listed else reference

    def _parts(self, token: Token) -> list[Token]:
        """What is coordinated at the token; for "three students, Ana Roe, Max Poe and Li Wei" the names."""
        if token.tag_ == "NNS":
            for child in token.children:
                if child.dep_ == "appos" and self.name_at(child) is not None:
                    return conjuncts(child)
        return [*conjuncts(token), *self._second_subjects(token), *self._parted(token)]

    def _second_subjects(self, token: Token) -> Iterator[Token]:
        """ "Ana Roe, 34, and her mother were convicted": another subject of the same verb, joined by "and"."""
        for other in token.head.lefts if token.dep_ in SUBJECTS else ():
            if other.dep_ == token.dep_ and other.i > token.i and self.doc[other.left_edge.i - 1].lower_ == "and":
                yield from conjuncts(other)

    def _parted(self, token: Token) -> Iterator[Token]:
        """ "The indictment against Ana Roe and five others lists": people whom the parse takes for the subject."""
        if token.dep_ == "pobj" and self.doc[token.i + 1 : token.i + 2].text == "and":
            behind = self.doc[token.i + 2 : token.i + 2 + _BESIDE]
            others = (each for each in behind if each.dep_ in SUBJECTS and each.left_edge.i == token.i + 2)
            yield from (each for each in others if self.cast.at(each) is not None)

    def enumerated(self, token: Token) -> tuple[Person, ...]:
        """All of the list in which the token's name stands, or the one right behind: "co-defendants Ana Roe, ..." """
        mention = self.by_token.get(token.i)
        behind = mention.end + 1 if mention is not None else token.i + 1  # "his co-accused, Ana Roe and Max Poe"
        spans = [mention, self.by_token.get(token.i + 1), self.by_token.get(behind)]
        sentence = self.sentence_of[token.i]  # "... both defendants. Ana Roe and Max Poe" are others
        for names in self.enumerations:
            if any(span in names for span in spans if span is not None and self.sentence_of[span.start] == sentence):
                return distinct(names)
        return ()

    def _companions(self, token: Token) -> Iterable[Person]:
        """ "along with Greg Poe" beside the subject or its verb, "with two brokers, Ana Roe and Max Poe"."""
        beside = [*token.children, *(token.head.children if token.dep_ in SUBJECTS else ())]
        for lead in beside:
            if lead.dep_ == "prep" and lead.lower_ in ("with", "alongside") and lead.i:
                together = lead.lower_ == "alongside" or self.doc[lead.i - 1].lower_ in ("along", "together")
                for inner in lead.children:
                    yield from self._led_to(inner, together)

    def _led_to(self, token: Token, together: bool) -> Iterable[Person]:
        """Who "with" leads to: people stated or listed there; with `together` also those only named."""
        link = self.cast.at(token)
        if link is not None and (link.by == "list" or (together and link.by == "stated")):
            return link.people
        return [person for part in conjuncts(token) if (person := self.named(part))] if together else ()

    def _one(self, token: Token) -> Reference | None:
        token = self.cast.meant(token)
        link = self.cast.at(token)
        if link is not None:
            phrase = phrase_at(token)
            descriptive = link.ahead or (phrase is not None and not phrase.definite)
            return Reference(link.people, descriptive=descriptive, by=link.by)
        person = self.named(token)
        if person is not None:
            return Reference((person,), by=self.by_name(token))
        span = self.by_token.get(token.i)
        if span is None:
            return self._somebody(token)
        mention: Mention = mention_of(span)
        if mention.family:
            return Reference(mention.family, by="group")
        if mention.kind == "pronoun":
            return self._pronoun(span, mention)
        if mention.role == "victim":
            return None
        return self._noun(span, mention, token)

    def alone(self, token: Token) -> Reference | None:
        """The person whose name stands at the token, without the others of a list."""
        person = self.name_at(token)
        return Reference((person,), by=self.by_name(token)) if person is not None else None

    def by_name(self, token: Token) -> LinkedBy:
        """Whether the name itself stands at the token, whole or in part, or the text states there whose it is."""
        span = self.name_span(token.i)
        if span is None:
            return "stated"
        return "surname" if len(span) == 1 and len(mention_of(span).person.words) > 1 else "name"

    def _somebody(self, token: Token) -> Reference | None:
        """A noun that no rule knows ("a swim instructor"): who is charged or sentenced is a person."""
        if token.pos_ == "PROPN" and token.lower_ not in self.lists["offices"]:
            return self._officer_of(token)
        noun = token.tag_ in ("NN", "NNS", "NNP") and token.pos_ in ("NOUN", "PROPN")
        if not noun or token.lower_ in self.cast.things:
            return None
        span = self.doc[token.i : token.i + 1]
        mention = Mention("noun", count=2 if token.tag_ == "NNS" else 1, role="defendant")
        if any(child.lower_ in ("the", "this", "that", "these", "those") for child in token.lefts):
            return Reference(phrase=self.doc[token.left_edge.i : token.i + 1].text, by="phrase")
        return self._noun(span, mention, token)

    def _officer_of(self, force: Token) -> Reference | None:
        """ "a former Harbour Police (HP) officer was jailed": the parse takes the force for the subject."""
        officer = next((child for child in force.children if child.dep_ == "appos" and child.tag_ == "NN"), None)
        begun = any(child.lower_ in ("a", "an") for child in force.lefts)
        return self._somebody(officer) if officer is not None and begun else None

    def named(self, token: Token) -> Person | None:
        """The person named at the token, or in apposition to it: "his deputy, Lars Imhof"."""
        for beside in self._beside(token):
            person = self.name_at(beside)
            if person is not None:
                return person
        return None

    def _beside(self, token: Token) -> Iterator[Token]:
        """The token, and those that stand for the same one if they are a name."""
        yield token
        yield from (
            child
            for child in token.children
            if child.dep_ == "appos" and not any(t.tag_ == "POS" for t in self.doc[child.i + 1 : child.i + 2])
        )
        if token.pos_ == "NOUN":
            yield from self.doc[token.i + 1 : token.i + 2]
            yield from self._behind_comma(token)
        if token.dep_ == "appos" or (token.dep_ == "compound" and token.head.i > token.i):
            yield token.head

    def _behind_comma(self, noun: Token) -> Iterator[Token]:
        """ "his co-accused, Max Poe, was ...": the first token of the name."""
        mention = self.by_token.get(noun.i)
        behind = (mention.end if mention is not None else noun.i + 1) + 1
        owned = any(child.dep_ in ("poss", "det") for child in noun.children)
        name = self.by_token.get(behind) if owned and self.doc[behind - 1].text == "," else None
        if name is not None and self.doc[name.end : name.end + 1].text in _AFTER_NAME:
            yield self.doc[behind]

    # -- pronouns and nouns ---------------------------------------------------------------------------------

    def _pronoun(self, span: Span, mention: Mention) -> Reference | None:
        if mention.role == "company":
            firm = self._company(span)
            return Reference((firm,), by="noun") if firm else None
        if mention.count > 1:
            return None if span.text.lower() in ("each", "all") else Reference(phrase=span.text, by="phrase")
        told = self._told_before(span)
        if told is not None and not told.people:
            return told
        person = self.candidates.best(span, mention.gender, _PRONOUN_REACH)
        accused = self._accused_before(span) if person is None or person.id not in self.known else None
        if accused is not None:
            return accused
        if person is None:
            return self._through_noun(span)
        return Reference((person,), by="pronoun")

    def _accused_before(self, span: Span) -> Reference | None:
        """ "The defendant wept. He was jailed": whom "the defendant", or the lead's "man", near before it means."""
        here = self.sentence_of[span.start]
        near = [(i, link) for i, link in self.cast.links.items() if i < span.start and here - self.sentence_of[i] <= 1]
        told = {i: link for i, link in near if link.by == "lead" or self._is_the_accused(self.doc[i])}
        return _of_gender(told[max(told)], mention_of(span).gender) if told else None

    def _told_before(self, span: Span) -> Reference | None:
        """ "The suspect was charged with arson. He was later convicted": the accused right before, by name or not."""
        here, sentence = self.sentence_of[span.start], self.doc[span.start].sent
        if span.start - sentence.start > _OPENING or span.root.dep_ not in SUBJECTS:
            return None
        slots = (t._.slots.defendant for t in self.doc.spans["triggers"] if said_of(t).status == "asserted")
        accused = (mention.root for mention in self.mentions if self._is_the_accused(mention.root))
        before = [noun for noun in (*slots, *accused) if noun is not None and self._tells_who(noun, span, here)]
        return self.of(max(before, key=lambda noun: noun.i)) if before else None

    def _tells_who(self, noun: Token, span: Span, here: int) -> bool:
        """Whether a noun is the subject of the sentence before, and nobody is named from there on."""
        if noun.tag_ in ("NNS", "NNP") or noun.dep_ not in SUBJECTS or here - self.sentence_of[noun.i] != 1:
            return False
        return not any(noun.sent.start <= name.start < span.start for name in self.names)

    def _is_the_accused(self, noun: Token) -> bool:
        """ "the defendant", "the defendant's trials"; not "the defendant's brother, Max Poe"."""
        kin = noun.dep_ == "poss" and noun.head.lower_ in self.lists["kin"]
        return noun.lower_ in self.lists["accused_people"] and not kin

    def _through_noun(self, span: Span) -> Reference | None:
        """ "A killer was jailed after he pleaded guilty": he is whoever the killer is."""
        before = [m for m in self.mentions if m.end <= span.start and self._may_be_repeated(m, span)]
        link = self.cast.at(before[-1].root) if before else None
        if link is not None:
            return _of_gender(link, mention_of(span).gender)
        if before:
            return self._noun(before[-1], mention_of(before[-1]), before[-1].root)
        person = self._only_one(span) or self._told_behind(span)
        return Reference((person,), by="pronoun") if person is not None else None

    def _may_be_repeated(self, mention: Span, pronoun: Span) -> bool:
        """Whether a noun close before is the subject and accused; not "Her brother wept. He was jailed"."""
        near = self.sentence_of[pronoun.start] - self.sentence_of[mention.start] <= 1
        return near and _is_subject_accused(mention) and mention.root.lower_ not in self.lists["kin"]

    def _only_one(self, span: Span) -> Person | None:
        """The only defendant whom the pronoun fits, however far off, if nobody else whom it fits is named since."""
        gender = mention_of(span).gender
        fits = [person for person in self.known.values() if gender in (person.gender, None) and not person.company]
        before = [name for name in self.names if name.start < span.start and self._may_be(name, gender)]
        if len(fits) != 1 or not before or mention_of(before[-1]).person != fits[0]:
            return None
        return fits[0]

    def _may_be(self, name: Span, gender: str | None) -> bool:
        person: Person = mention_of(name).person
        at_work = person.official and person.id not in self.known
        return not person.company and not at_work and (person.gender is None or gender in (person.gender, None))

    def _told_behind(self, span: Span) -> Person | None:
        """ "The indictment charging him with arson was read, and Roe wept": he is named only behind."""
        sentence = self.doc[span.start].sent
        if any(name.start < span.start and self._may_be(name, mention_of(span).gender) for name in self.names):
            return None
        end = self.doc[sentence.end].sent.end if sentence.end < len(self.doc) else sentence.end
        near = [name for name in self.names if span.start < name.start < end and not speaks(name)]
        behind = distinct([name for name in near if self._may_be(name, mention_of(span).gender)])
        return behind[0] if len(behind) == 1 and not behind[0].victim else None

    def _noun(self, span: Span, mention: Mention, token: Token) -> Reference | None:
        told = self._described(span, mention, token)
        if mention.count > 1 or (told.size or 1) > 1:
            return Reference(phrase=told.text, by="phrase") if told.definite or told.size else None
        if mention.role == "company":
            firm = self._company(span) if told.definite else None
            return Reference((firm,), by="noun") if firm else None
        return self._single(span, mention, token, told)

    def _described(self, span: Span, mention: Mention, token: Token) -> _Description:
        words = [t for t in token.subtree if t.i <= span.end - 1 and t.dep_ not in ("relcl", "acl")] or [token]
        first = _first(span, token, words)
        possessed = any(t.dep_ == "poss" for t in token.children)
        return _Description(
            text=self.doc[first.i : span.end].text,
            size=self._size(span, token, words),
            definite=mention.definite or any(t.dep_ == "det" and t.lower_ in _DEFINITE for t in token.children),
            possessed=possessed,
            introduced=first.lower_ in ("a", "an", "one", "another") or first.tag_ == "CD" or possessed,
        )

    def _size(self, span: Span, token: Token, words: Iterable[Token]) -> int | None:
        """How many "both suspects", "the four men" and "the pair" are; None where the phrase does not say."""
        if any(t.lower_ == "both" for t in token.subtree if t.i < token.i):
            return 2
        numbers = (number(t.text) for t in words if t.i <= span.start and t.text != "1" and self._counts(t))
        return next(filter(None, numbers), None) or _SIZES.get(span.root.lower_)

    def _single(self, span: Span, mention: Mention, token: Token, told: _Description) -> Reference | None:
        """Who one person is whom a noun describes."""
        phrase = Reference(phrase=told.text, by="phrase")
        client = told.possessed and span.root.lower_ == "client" and bool(self.known)
        if not client and (told.possessed or not told.definite):
            return phrase if told.introduced else None
        person = self._meant(span, mention)
        if person is None:
            return None if client else phrase
        # "the Kelso Nights star" is not the only star
        one_of_many = not client and person.id not in self.known and bears_a_name(token)
        return phrase if one_of_many else Reference((person,), by="noun")

    def _meant(self, span: Span, mention: Mention) -> Person | None:
        """The likeliest person whom a definite noun means; nobody for "the boy, who cannot be named"."""
        nameless = span.root.lower_ in self.cast.nameless
        return None if nameless else self.candidates.best(span, mention.gender, _ANYWHERE, noun=True)

    def _company(self, span: Span) -> Person | None:
        """The company that the text spoke of last."""
        people = (mention_of(name).person for name in self.names if name.start < span.start)
        before = [person for person in people if person.company]
        return before[-1] if before else None

    def _counts(self, token: Token) -> bool:
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
        return after is None or after.text != "-"


def _together(parts: Iterable[Reference]) -> Reference | None:
    """All of the parts as one; where none is named the first phrase."""
    parts = list(parts)
    people = tuple(_once(person for part in parts for person in part.people))
    if people:
        descriptive = any(part.descriptive for part in parts)
        return Reference(people, descriptive=descriptive, by=least_sure(part.by for part in parts))
    return next((Reference(phrase=part.phrase, by="phrase") for part in parts if part.phrase), None)


def _first(span: Span, noun: Token, words: Iterable[Token]) -> Token:
    """The noun's determiner or number, else the first word that stands close before it."""
    determiner = next((t for t in noun.children if t.dep_ in ("det", "nummod") and t.i < noun.i), None)
    near = (t for t in words if t.i >= span.start - 4)
    return determiner or min(near, key=lambda t: t.i, default=noun)


def _is_subject_accused(mention: Span) -> bool:
    told: Mention = mention_of(mention)
    return told.kind == "noun" and told.role == "defendant" and mention.root.dep_ in ("nsubj", "nsubjpass")


def _of_gender(link: Link, gender: str | None) -> Reference | None:
    """The only one of a phrase whom a pronoun can mean: "The couple parted, and he was jailed"."""
    fits = tuple(person for person in link.people if gender in (person.gender, None)) or link.people
    return Reference(fits, descriptive=link.ahead, by="pronoun") if len(fits) == 1 else None


def _tells_which(name: Span) -> bool:
    """Whether several people behind it bear the name: "the Roe brothers"."""
    behind = name.doc[name.end] if name.end < len(name.doc) else None
    plural = behind is not None and behind.tag_ == "NNS" and behind.is_lower
    return plural and len(name) == 1 and name.root.head == behind


def _once(people: Iterable[Person]) -> list[Person]:
    """Each once, in their order."""
    found: list[Person] = []
    for person in people:
        if person not in found:
            found.append(person)
    return found


def _is_in_one_sentence(listed: NameList) -> bool:
    return listed.names[0].sent.start == listed.names[-1].sent.start


def distinct(names: Iterable[Span]) -> tuple[Person, ...]:
    """The people whose names these are, once each, in the order of their first names."""
    return tuple(_once(mention_of(name).person for name in names))
