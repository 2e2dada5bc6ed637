"""Which people a name, a pronoun or "the defendant" stands for, within one article.

Names come merged from the stage `people`. Pronouns and nouns are resolved here, because who a text calls "he" or
"the actor" in front of a verdict is most often one who is charged or sentenced by name elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from casefacts.clause import REPORTING, SUBJECTS, conjuncts, subject
from casefacts.entities import antecedents
from casefacts.entities.cast import Cast
from casefacts.entities.lists import NameList
from casefacts.entities.people import Mention, Person
from casefacts.entities.phrases import bears_a_name, phrase_at
from casefacts.numerals import number
from casefacts.records import WAYS, LinkedBy
from casefacts.rulebook import lists_of

_TEENS = 19  # years, at most


_SIZES = {"couple": 2, "pair": 2, "duo": 2, "twins": 2, "trio": 3, "quartet": 4}

# How many sentences back a pronoun may look; a definite noun may look anywhere.
PRONOUN_REACH = 4


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


class References:
    """Answers for one Doc. `known` are the people who are named as defendants somewhere in the article."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.lists = lists_of(doc)
        self.mentions: list[Span] = list(doc.spans["people"])
        self.by_token: dict[int, Span] = {token.i: span for span in self.mentions for token in span}
        self.names = [span for span in self.mentions if span._.mention.person is not None]
        self.cast: Cast = doc.user_data["cast"]
        self.sentence_of = self.cast.sentence_of
        self._people: dict[int, Person] = {name._.mention.person.id: name._.mention.person for name in self.names}
        self.known: dict[int, Person] = {}
        self.uncharged = set(self._uncharged())
        self.enumerations = [list(each.names) for each in self.cast.lists if _is_in_one_sentence(each)]

    def _uncharged(self) -> Iterator[int]:
        """The people of whom the text says that they were not charged, with nothing that they were not charged with."""
        for trigger in self.doc.spans["triggers"]:
            slot = trigger._.slots.defendant
            person = self.name_at(slot) if slot is not None else None
            denied = trigger._.said.status == "negated" and trigger._.rule.group == "charges"
            if person is not None and denied and not self.doc.user_data["offenses"].get(trigger.start):
                yield person.id

    def settle(self) -> None:
        """A surname that several bear means the one of them who is a defendant."""
        for name in self.names:
            person = self._meant(name)
            if person is not None:
                name._.mention = replace(name._.mention, person=person)

    def _meant(self, name: Span) -> Person | None:
        """Who of those that bear a surname may be charged: nobody in office, hurt, or told of as another's kin."""
        bearers: tuple[Person, ...] = name._.mention.bearers
        charged = [person for person in bearers if person.id in self.known]
        if len(charged) == 1:
            return charged[0]
        free = [person for person in bearers if not (person.official or person.victim)]
        apart = [person for person in free if not self.cast.profiles[person.id].hurt]
        own = [person for person in apart if self.cast.profiles[person.id].nouns.isdisjoint(self.lists["kin"])]
        if charged:
            return own[0] if len(own) == 1 else None
        fit = own or apart or free
        return max(fit, key=lambda person: (person.first <= name.start, person.first), default=None)

    def name_at(self, token: Token) -> Person | None:
        """The person whose name this token is part of."""
        span = self.by_token.get(token.i)
        return span._.mention.person if span is not None else None

    def of(self, token: Token | None) -> Reference | None:
        """Whom a subject or object stands for; None when it is no person."""
        if token is None:
            return None
        found: list[Person] = []
        ways: list[LinkedBy] = []
        unnamed: str | None = None
        descriptive = False
        if token.dep_ == "attr" and token.head.pos_ == "AUX" and self.name_at(token) is None:
            about = subject(token.head)
            if about is not None and about != token:
                return self.of(about)
        for part in self._parts(token):
            reference = self._one(part)
            if reference is None:
                continue
            descriptive = descriptive or reference.descriptive
            listed = self.enumerated(part)
            together = listed or reference.people
            ways.append("list" if listed else reference.by)
            found += [person for person in together if person not in found]
            unnamed = unnamed or reference.phrase
        companions = [person for person in self._companions(token) if person not in found]
        if companions:
            ways.append("list")
        found += companions
        if found:
            return Reference(tuple(found), descriptive=descriptive, by=least_sure(ways))
        return Reference(phrase=unnamed, by="phrase") if unnamed else None

    def _parts(self, token: Token) -> list[Token]:
        """What is coordinated at the token; for "three students, Ana Roe, Max Poe and Li Wei" the names."""
        if token.tag_ == "NNS":
            for child in token.children:
                if child.dep_ == "appos" and self.name_at(child) is not None:
                    return conjuncts(child)
        return [*conjuncts(token), *self._second_subjects(token)]

    def _second_subjects(self, token: Token) -> Iterator[Token]:
        """ "Ana Roe, 34, and her mother were convicted": another subject of the same verb, joined by "and"."""
        for other in token.head.lefts if token.dep_ in SUBJECTS else ():
            if other.dep_ == token.dep_ and other.i > token.i and self.doc[other.left_edge.i - 1].lower_ == "and":
                yield from conjuncts(other)

    def enumerated(self, token: Token) -> tuple[Person, ...]:
        """All of the list in which the token's name stands, or the one right behind: "co-defendants Ana Roe, ..." """
        mention = self.by_token.get(token.i)
        behind = mention.end + 1 if mention is not None else token.i + 1  # "his co-accused, Ana Roe and Max Poe"
        spans = [mention, self.by_token.get(token.i + 1), self.by_token.get(behind)]
        sentence = self.sentence_of[token.i]  # "... both defendants. Ana Roe and Max Poe" are others
        for names in self.enumerations:
            if any(span in names for span in spans if span is not None and self.sentence_of[span.start] == sentence):
                return _distinct(names)
        return ()

    def _companions(self, token: Token) -> Iterable[Person]:
        """ "along with Greg Poe" beside the subject or its verb, "with two brokers, Ana Roe and Max Poe"."""
        beside = [*token.children, *(token.head.children if token.dep_ in SUBJECTS else ())]
        for child in beside:
            if child.dep_ != "prep" or child.lower_ not in ("with", "alongside") or not child.i:
                continue
            together = child.lower_ == "alongside" or self.doc[child.i - 1].lower_ in ("along", "together")
            for inner in child.children:
                link = self.cast.at(inner)
                if link is not None and link.by in ("stated", "list") and (together or link.by == "list"):
                    yield from link.people
                elif together:
                    yield from (person for part in conjuncts(inner) if (person := self.named(part)))

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
        mention: Mention = span._.mention
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
        span = self.by_token.get(token.i)
        if span is None or span._.mention.person is None:
            return "stated"
        return "surname" if len(span) == 1 and len(span._.mention.person.words) > 1 else "name"

    def _somebody(self, token: Token) -> Reference | None:
        """A noun that no rule knows ("a swim instructor"): who is charged or sentenced is a person."""
        if token.pos_ == "PROPN" and token.lower_ not in self.lists["offices"]:
            # "a former Harbour Police (HP) officer was jailed": the parse takes the force for the subject
            officer = next((child for child in token.children if child.dep_ == "appos" and child.tag_ == "NN"), None)
            begun = any(child.lower_ in ("a", "an") for child in token.lefts)
            return self._somebody(officer) if officer is not None and begun else None
        if (
            token.lower_ in self.cast.things
            or token.tag_ not in ("NN", "NNS", "NNP")
            or token.pos_ not in ("NOUN", "PROPN")
        ):
            return None
        span = self.doc[token.i : token.i + 1]
        mention = Mention("noun", count=2 if token.tag_ == "NNS" else 1, role="defendant")
        if any(child.lower_ in ("the", "this", "that", "these", "those") for child in token.lefts):
            return Reference(phrase=self.doc[token.left_edge.i : token.i + 1].text, by="phrase")
        return self._noun(span, mention, token)

    def named(self, token: Token) -> Person | None:
        """The person named at the token, or in apposition to it: "his deputy, Lars Imhof"."""
        person = self.name_at(token)
        if person is not None:
            return person
        for child in token.children:
            if (
                child.dep_ == "appos"
                and self.name_at(child) is not None
                and not (child.i + 1 < len(self.doc) and self.doc[child.i + 1].tag_ == "POS")
            ):
                return self.name_at(child)
        if token.pos_ == "NOUN" and token.i + 1 < len(self.doc) and self.name_at(self.doc[token.i + 1]) is not None:
            return self.name_at(self.doc[token.i + 1])
        mention = self.by_token.get(token.i)
        last = mention.end - 1 if mention is not None else token.i  # the "accused" of "co-accused"
        behind = last + 2
        owned = any(child.dep_ in ("poss", "det") for child in token.children)
        if (
            token.pos_ == "NOUN"
            and owned
            and behind < len(self.doc)
            and self.doc[last + 1].text == ","
            and self.name_at(self.doc[behind]) is not None
        ):
            end = self.by_token[behind].end
            if end < len(self.doc) and self.doc[end].text in (",", ".", ";", ")", "(", "and"):
                return self.name_at(self.doc[behind])
        if token.dep_ == "appos" and self.name_at(token.head) is not None:
            return self.name_at(token.head)
        if token.dep_ == "compound" and token.head.i > token.i:
            return self.name_at(token.head)
        return None

    # -- pronouns and nouns ---------------------------------------------------------------------------------

    def _pronoun(self, span: Span, mention: Mention) -> Reference | None:
        if mention.role == "company":
            firm = self._company(span)
            return Reference((firm,), by="noun") if firm else None
        if mention.count > 1:
            return None if span.text.lower() in ("each", "all") else Reference(phrase=span.text, by="phrase")
        person = self._antecedent(span, mention.gender, PRONOUN_REACH)
        if person is None:
            return self._through_noun(span)
        return Reference((person,), by="pronoun")

    def _through_noun(self, span: Span) -> Reference | None:
        """ "A killer was jailed after he pleaded guilty": he is whoever the killer is."""
        before = [
            m
            for m in self.mentions
            if m.end <= span.start
            and m._.mention.kind == "noun"
            and m._.mention.role == "defendant"
            and m.root.dep_ in ("nsubj", "nsubjpass")
            and self.sentence_of[span.start] - self.sentence_of[m.start] <= 1
        ]
        link = self.cast.at(before[-1].root) if before else None
        if link is not None:
            return Reference(link.people, descriptive=link.ahead, by="pronoun")
        if before:
            return self._noun(before[-1], before[-1]._.mention, before[-1].root)
        person = self._only_one(span) or self._told_behind(span)
        return Reference((person,), by="pronoun") if person is not None else None

    def _only_one(self, span: Span) -> Person | None:
        """The only defendant whom the pronoun fits, however far off, if nobody else whom it fits is named since."""
        gender = span._.mention.gender
        fits = [person for person in self.known.values() if gender in (person.gender, None) and not person.company]
        before = [name for name in self.names if name.start < span.start and self._may_be(name, gender)]
        if len(fits) != 1 or not before or before[-1]._.mention.person != fits[0]:
            return None
        return fits[0]

    def _may_be(self, name: Span, gender: str | None) -> bool:
        person: Person = name._.mention.person
        at_work = person.official and person.id not in self.known
        return not person.company and not at_work and (person.gender is None or gender in (person.gender, None))

    def _told_behind(self, span: Span) -> Person | None:
        """ "The indictment charging him with arson was read, and Roe wept": he is named only behind."""
        sentence = self.doc[span.start].sent
        if any(name.start < span.start and self._may_be(name, span._.mention.gender) for name in self.names):
            return None
        end = self.doc[sentence.end].sent.end if sentence.end < len(self.doc) else sentence.end
        near = [name for name in self.names if span.start < name.start < end and not speaks(name)]
        behind = _distinct([name for name in near if self._may_be(name, span._.mention.gender)])
        return behind[0] if len(behind) == 1 and not behind[0].victim else None

    def _noun(self, span: Span, mention: Mention, token: Token) -> Reference | None:
        words = [t for t in token.subtree if t.i <= span.end - 1 and t.dep_ not in ("relcl", "acl")] or [token]
        both = any(t.lower_ == "both" for t in token.subtree if t.i < token.i)
        size = (
            2
            if both
            else next(
                (
                    number(t.text)
                    for t in words
                    if number(t.text) and t.i < span.start + 1 and t.text not in ("1",) and self._counts(t)
                ),
                None,
            )
        )
        determiner = next((t for t in token.children if t.dep_ in ("det", "nummod") and t.i < token.i), None)
        first = determiner or min((t for t in words if t.i >= span.start - 4), key=lambda t: t.i, default=token)
        text = self.doc[first.i : span.end].text
        if size is None and span.root.lower_ in _SIZES:
            size = _SIZES[span.root.lower_]
        definite = mention.definite or any(
            t.dep_ == "det" and t.lower_ in ("the", "this", "that", "these", "those", "both") for t in token.children
        )
        plural = mention.count > 1 or (size is not None and size > 1)
        possessed = any(t.dep_ == "poss" for t in token.children)
        if any(child.lower_ == "each" for child in token.lefts):
            everybody = {**self.known, **{mate.id: mate for mates in self._mates() for mate in mates}}
            if len(everybody) > 1:
                return Reference(tuple(everybody.values()), by="group")
        if plural:
            return Reference(phrase=text, by="phrase") if definite or size else None
        if mention.role == "company":
            firm = self._company(span) if definite else None
            return Reference((firm,), by="noun") if firm else None
        if possessed and span.root.lower_ == "client" and self.known:
            person = self._antecedent(span, mention.gender, 999, noun=True)
            return Reference((person,), by="noun") if person else None
        if definite and not possessed:
            person = self._antecedent(span, mention.gender, 999, noun=True)
            if person is not None and person.id not in self.known and bears_a_name(token):
                person = None  # "the Kelso Nights star" is not the only star
            return Reference((person,), by="noun") if person else Reference(phrase=text, by="phrase")
        indefinite = first.lower_ in ("a", "an", "one", "another") or first.tag_ == "CD" or possessed
        return Reference(phrase=text, by="phrase") if indefinite else None

    def _company(self, span: Span) -> Person | None:
        """The company that the text spoke of last."""
        before = [
            name._.mention.person for name in self.names if name.start < span.start and name._.mention.person.company
        ]
        return before[-1] if before else None

    def _counts(self, token: Token) -> bool:
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
        return after is None or after.text != "-"

    def _antecedent(self, span: Span, gender: str | None, reach: int, noun: bool = False) -> Person | None:
        """The person whom the evidence favours; None where nobody is named before, or two are as likely."""
        best: dict[int, tuple[float, int]] = {}
        for name in self.names:
            person: Person = name._.mention.person
            if name.start >= span.start or not self._may_stand_for(span, name, gender, reach, noun):
                continue
            score = antecedents.score(self._evidence(name, span), noun)
            if person.id not in best or (score, name.start) >= best[person.id]:
                best[person.id] = (score, name.start)
        if noun and not self.known and span.root.lower_ in self.lists["convicts"]:
            return self._protagonist(span)
        ranked = sorted(best.items(), key=lambda item: item[1], reverse=True)
        if not ranked or ranked[0][1][0] < antecedents.LEAST:
            return None
        chosen = self._people[ranked[0][0]]
        margin = antecedents.MARGIN if self.known or noun else antecedents.MARGIN_UNKNOWN
        if len(ranked) > 1 and ranked[0][1][0] - ranked[1][1][0] < margin:
            return None
        here = self.sentence_of[span.start] == self.sentence_of[ranked[0][1][1]]
        if noun and chosen.id not in self.known and (self._others(chosen) or here):
            return None
        return chosen

    def _may_stand_for(self, span: Span, name: Span, gender: str | None, reach: int, noun: bool) -> bool:
        person: Person = name._.mention.person
        if noun and person.id not in self.known and speaks(name):
            return False
        if noun and span.root.lower_ in self.lists["young"] and self._is_grown(person):
            return False
        apart = person.official or person.victim or (noun and self.cast.profiles[person.id].hurt)
        if person.company or (apart and person.id not in self.known):
            return False
        if self.sentence_of[span.start] - self.sentence_of[name.start] > reach or (noun and _apart(name, span)):
            return False
        if _compared(name):
            return False
        return not (gender and person.gender and person.gender != gender)

    def _is_grown(self, person: Person) -> bool:
        ages = self.cast.profiles[person.id].ages
        return bool(ages) and min(ages) > _TEENS

    def _evidence(self, name: Span, span: Span) -> antecedents.Evidence:
        person: Person = name._.mention.person
        profile = self.cast.profiles[person.id]
        head = name.root
        while head.dep_ in ("appos", "compound", "conj") and head.head != head:
            head = head.head
        distance = self.sentence_of[span.start] - self.sentence_of[name.start]
        return {
            "distance": min(distance, 6),
            "same sentence": distance == 0,
            "subject": head.dep_ in ("nsubj", "nsubjpass"),
            "possessor": name.root.dep_ == "poss",
            "object": head.dep_ in ("dobj", "pobj"),
            "defendant": person.id in self.known,
            "victim": person.victim,
            "hurt": profile.hurt,
            "kin": not profile.nouns.isdisjoint(self.lists["kin"]),
            "at work": not profile.nouns.isdisjoint(self.lists["called_to_court"]),
            "uncharged": person.id in self.uncharged,
            "opens": not self.known and self._opens(person, span),
            "speaks": speaks(name),
            "gender": person.gender is not None and person.gender == span._.mention.gender,
            "share": sum(other._.mention.person is person for other in self.names) / len(self.names),
        }

    def _opens(self, person: Person, span: Span) -> bool:
        """Whether the article names nobody earlier of whom a pronoun of this gender may tell."""
        gender = span._.mention.gender
        fit = (name._.mention.person for name in self.names if self._may_be(name, gender))
        return next((each for each in fit if not each.victim), None) == person

    def _protagonist(self, span: Span) -> Person | None:
        """Whom the article names most, for "the defendant" where nobody is charged by name."""
        counted: dict[int, int] = {}
        for name in self.names:
            person = name._.mention.person
            if not (person.official or person.victim or person.company or self.cast.profiles[person.id].hurt):
                counted[person.id] = counted.get(person.id, 0) + 1
        ranked = sorted(counted.items(), key=lambda item: -item[1])
        if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
            return None
        return self._people[ranked[0][0]]

    def _others(self, person: Person) -> bool:
        """Whether the article names anybody else who could be meant."""
        return any(
            other != person and not other.company and not other.official
            for other in (name._.mention.person for name in self.names)
        )

    def _mates(self) -> Iterable[tuple[Person, ...]]:
        """The lists of names of which the one where the statement stands is a known defendant."""
        for names in self.enumerations:
            people = _distinct(names)
            if people[0].id in self.known or people[-1].id in self.known:
                yield people


def speaks(name: Span) -> bool:
    """Whether the name is who reports: "He pleaded guilty, Ana Roe said": she speaks of him."""
    return name.root.dep_ == "nsubj" and name.root.head.lower_ in REPORTING


def _compared(name: Span) -> bool:
    """ "Like Roe, he ...", "compared her to Roe": to whom somebody is likened."""
    link = name.root.head
    if name.root.dep_ == "conj" or (link.dep_ == "conj" and link.pos_ == "ADP"):
        return False
    likened = link.lower_ in ("to", "with") and link.head.lower_ in ("compared", "likened", "compares", "likens")
    return name.root.dep_ == "pobj" and (link.lower_ in ("like", "unlike") or likened)


def _apart(name: Span, span: Span) -> bool:
    """Whether name and noun cannot be one: "Roe said the man was convicted", "Roe treated the suspect"."""
    verb = name.root.head
    if verb == span.root.head and verb.pos_ == "VERB":
        return True
    return verb.lower_ in REPORTING and name.root.dep_ == "nsubj" and verb.is_ancestor(span.root)


def _is_in_one_sentence(listed: NameList) -> bool:
    return listed.names[0].sent.start == listed.names[-1].sent.start


def _distinct(names: Iterable[Span]) -> tuple[Person, ...]:
    found: list[Person] = []
    for name in names:
        if name._.mention.person not in found:
            found.append(name._.mention.person)
    return tuple(found)
