"""Whom of those named before a pronoun or a definite noun stands for: scored, and refused where two are as likely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Span, Token

from casefacts.clause import REPORTING, SUBJECTS
from casefacts.entities import antecedents
from casefacts.entities.cast import Cast
from casefacts.entities.cast.scene import BY_GENDER
from casefacts.entities.people import Person
from casefacts.entities.phrases import phrase_at, told_as_others
from casefacts.entities.profiles import is_in_their_hands
from casefacts.marks import mention_of, rule_of, said_of

_TEENS = 19  # years, at most
# Who was not charged is none of the accused; whoever "will not be tried" may have been charged
_CHARGED = ("charged", "counts", "indicted")


class Candidates:
    """The people of one Doc as those whom a phrase may stand for; `known` are its defendants, learned meanwhile."""

    def __init__(
        self,
        doc: Doc,
        names: list[Span],
        cast: Cast,
        known: Mapping[int, Person],
        lists: Mapping[str, frozenset[str]],
    ) -> None:
        self.names = names
        self.cast = cast
        self.known = known
        self.lists = lists
        self.sentence_of = cast.sentence_of
        self.nouns = [span for span in doc.spans["people"] if _is_culprit(span, cast, lists["convicts"])]
        self.aside = frozenset({*_uncharged(doc, names), *_playing(names, lists["playing"]), *_kin(names, lists)})

    def best(self, span: Span, gender: str | None, reach: int, noun: bool = False) -> Person | None:
        """The person whom the evidence favours, named at most `reach` sentences before.

        None where nobody is named before, or two are as likely.
        """
        if noun and not self.known and span.root.lower_ in self.lists["convicts"]:
            return self._protagonist(span)
        ranked = self._ranked(span, gender, reach, noun)
        if not ranked or ranked[0][0] < antecedents.LEAST:
            return None
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < self._margin(noun):
            return None
        _, place, chosen = ranked[0]
        unsure = self._is_unsure(span, place, chosen) if noun else self._is_passed_over(span, chosen)
        return None if unsure and chosen.id not in self.known else chosen

    def _is_unsure(self, span: Span, place: int, person: Person) -> bool:
        """Whether a noun may tell of somebody else than who is named at the token `place`."""
        return self.sentence_of[span.start] == self.sentence_of[place] or self._others(person)

    def _is_beside_another(self, span: Span, person: Person) -> bool:
        """ "In the Roe case the killer was jailed": whether somebody else stands before who did it."""
        here = (mention_of(name).person for name in self.names if span.sent.start <= name.start < span.start)
        did = span.root.lower_ in self.lists["convicts"] - self.lists["accused_people"]
        return did and any(other != person and not other.official for other in here)

    def _margin(self, noun: bool) -> float:
        return antecedents.MARGIN if noun or self.known else antecedents.MARGIN_UNKNOWN

    def _ranked(self, span: Span, gender: str | None, reach: int, noun: bool) -> list[tuple[float, int, Person]]:
        """Score, first token of the best name, and person, best first."""
        best: dict[int, tuple[float, int, Person]] = {}
        for name in self.names:
            if name.start < span.start and self._may_stand_for(span, name, gender, reach, noun):
                person: Person = mention_of(name).person
                scored = antecedents.score(self._evidence(name, span), noun), name.start, person
                if person.id not in best or scored[:2] >= best[person.id][:2]:
                    best[person.id] = scored
        return sorted(best.values(), key=lambda found: found[:2], reverse=True)

    def _may_stand_for(self, span: Span, name: Span, gender: str | None, reach: int, noun: bool) -> bool:
        person: Person = mention_of(name).person
        if person.company or (gender and person.gender and person.gender != gender):
            return False
        if self.sentence_of[span.start] - self.sentence_of[name.start] > reach or _is_compared(name):
            return False
        known = person.id in self.known
        apart = (person.official or person.victim or person.id in self.aside) and not known
        return not apart and (not noun or self._may_be_called(span, name, known))

    def _is_passed_over(self, span: Span, person: Person) -> bool:
        """Whether the sentence before tells of harm done to the person, or of their kin."""
        return person in (*self._owners(span), *self._harmed(span), *self._facing_culprit(span))

    def _harmed(self, span: Span) -> Iterator[Person]:
        """To whom harm was done close before, or anything by somebody else who is named."""
        people = {name.root.i: mention_of(name).person for name in self.names}
        for name in (each for each in self.names if each.start < span.start):
            hurt = name.root.dep_ in ("nsubjpass", "dobj") and name.root.head.lower_ in self.lists["hurt"]
            if (hurt and self._is_near(name, span)) or self._is_acted_on(name, people):
                yield mention_of(name).person

    def _is_acted_on(self, name: Span, people: Mapping[int, Person]) -> bool:
        """ "Roe duped her flatmate, Ida Poe": whether somebody else who is named did something to them."""
        explains = name.start > 1 and name.doc[name.start - 1].text == ","
        told = name.doc[name.start - 2] if explains else name.root
        doer = next((people.get(child.i) for child in told.head.lefts if child.dep_ == "nsubj"), None)
        if doer is None or doer.official or doer == mention_of(name).person:
            return False
        return told.dep_ == "dobj" and told.head.lower_ not in self.lists["accusing"]

    def _facing_culprit(self, span: Span) -> Iterator[Person]:
        """ "Roe met her son's killer. He was jailed", "Roe forgave the man who shot her": who did no harm to one."""
        for noun in (each for each in self.nouns if each.start < span.start and self._is_near(each, span)):
            if _verb_of(noun.root).lower_ in self.lists["hurt"]:
                continue
            subjects = [token for token in _verb_of(noun.root).lefts if token.dep_ == "nsubj"]
            yield from (mention_of(name).person for name in self.names if any(token in name for token in subjects))

    def _is_near(self, name: Span, span: Span) -> bool:
        return self.sentence_of[span.start] - self.sentence_of[name.start] <= 1

    def _owners(self, span: Span) -> Iterator[Person]:
        """ "Roe's brother was arrested. He was jailed": whose kin the sentence before was about, of the same gender."""
        gender = mention_of(span).gender
        kin = self.lists["kin"] & self.lists[BY_GENDER[gender]] if gender is not None else frozenset[str]()
        for name in (each for each in self.names if each.start < span.start):
            owned = name.root.dep_ == "poss" and name.root.head.dep_ in SUBJECTS
            if owned and name.root.head.lower_ in kin and self._is_near(name, span):
                yield mention_of(name).person

    def _may_be_called(self, span: Span, name: Span, known: bool) -> bool:
        """Whether the noun may mean who is named there: nobody who speaks, is hurt or is too old for it."""
        person: Person = mention_of(name).person
        if not known and (speaks(name) or self.cast.profiles[person.id].hurt or self._only_mentioned(person)):
            return False
        too_old = span.root.lower_ in self.lists["young"] and self._is_grown(person)
        ageless = not known and not self.cast.profiles[person.id].ages and _is_young(span)
        held = is_in_their_hands(span.root.lower_, self.cast.profiles[person.id], self.lists)
        another = held or _apart(name, span) or self._is_beside_another(span, person)
        return not (too_old or ageless or another)

    def _only_mentioned(self, person: Person) -> bool:
        """Whether the text tells of nothing that they do or that happens to them: "at Ana Roe's party"."""
        named = (name for name in self.names if mention_of(name).person is person)
        return all(name.root.dep_ in ("pobj", "poss") for name in named)

    def _is_grown(self, person: Person) -> bool:
        ages = self.cast.profiles[person.id].ages
        return bool(ages) and min(ages) > _TEENS

    def _evidence(self, name: Span, span: Span) -> antecedents.Evidence:
        person: Person = mention_of(name).person
        profile = self.cast.profiles[person.id]
        head = name.root
        while head.dep_ in ("appos", "compound", "conj") and head.head != head:
            head = head.head
        distance = self.sentence_of[span.start] - self.sentence_of[name.start]
        is_subject = head.dep_ in ("nsubj", "nsubjpass")
        return {
            "distance": min(distance, 6),
            "same sentence": distance == 0,
            "subject": is_subject,
            "possessor": name.root.dep_ == "poss",
            "object": head.dep_ in ("dobj", "pobj"),
            "defendant": person.id in self.known,
            "victim": person.victim,
            "hurt": profile.hurt,
            "at work": not profile.nouns.isdisjoint(self.lists["called_to_court"]),
            "opens": is_subject and not self.known and self._opens(person, mention_of(span).gender),
            "speaks": speaks(name),
            "gender": person.gender is not None and person.gender == mention_of(span).gender,
            "share": sum(mention_of(other).person is person for other in self.names) / len(self.names),
        }

    def _opens(self, person: Person, gender: str | None) -> bool:
        """Whether the article names nobody earlier, with a given name, of whom a pronoun of this gender may tell."""
        named: Iterator[Person] = (mention_of(name).person for name in self.names)
        fit = (p for p in named if not (p.company or p.official or p.victim) and p.gender in (gender, None))
        return next((p for p in fit if len(p.words) > 1), None) == person

    def _may_be_accused(self, person: Person) -> bool:
        apart = person.official or person.victim or person.company
        return not apart and not self.cast.profiles[person.id].hurt

    def _protagonist(self, span: Span) -> Person | None:
        """Whom the article names most, for "the defendant" where nobody is charged by name."""
        named: list[Person] = [mention_of(name).person for name in self.names]
        fit = {person.id: person for person in named if self._may_be_accused(person)}
        counted = Counter(person.id for person in named if person.id in fit)
        ranked = counted.most_common(2)
        if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
            return None
        chosen = fit[ranked[0][0]]
        return None if chosen.id in told_as_others(span.root, self.names) else chosen

    def _others(self, person: Person) -> bool:
        """Whether the article names anybody else who could be meant."""
        return any(
            other != person and not other.company and not other.official
            for other in (mention_of(name).person for name in self.names)
        )


def _is_culprit(noun: Span, cast: Cast, convicts: frozenset[str]) -> bool:
    """ "her son's killer", "the man who shot him": an object that no name is known for."""
    mention = mention_of(noun)
    unnamed = mention.kind == "noun" and mention.count == 1 and noun.root.i not in cast.links
    told = noun.root.lower_ in convicts or any(child.dep_ == "relcl" for child in noun.root.rights)
    return unnamed and told and noun.root.dep_ in ("dobj", "pobj")


def _verb_of(token: Token) -> Token:
    """The verb whose object it is, or that governs the preposition before it."""
    return token.head.head if token.dep_ == "pobj" else token.head


def _is_young(span: Span) -> bool:
    """ "The 12-year-old": whom the noun says to be a child."""
    phrase = phrase_at(span.root)
    return phrase is not None and phrase.age is not None and phrase.age <= _TEENS


def speaks(name: Span) -> bool:
    """Whether the name is who reports: "He pleaded guilty, Ana Roe said": she speaks of him."""
    return name.root.dep_ == "nsubj" and name.root.head.lower_ in REPORTING


def _uncharged(doc: Doc, names: list[Span]) -> Iterator[int]:
    """Of whom the text says that they were not charged, and not with what."""
    by_token = {token.i: mention_of(name).person.id for name in names for token in name}
    for trigger in doc.spans["triggers"]:
        slot = trigger._.slots.defendant
        denied = said_of(trigger).status == "negated" and rule_of(trigger).sense in _CHARGED
        if slot is not None and slot.i in by_token and denied and not doc.user_data["offenses"].get(trigger.start):
            yield by_token[slot.i]


def _playing(names: list[Span], verbs: frozenset[str]) -> Iterator[int]:
    """Who plays somebody: "Ana Roe plays the swindler", "Max Poe stars as the killer"."""
    people = {name.root.i for name in names}
    for name in names:
        verb = name.root.head
        parts = [*verb.rights, *(inner for child in verb.rights if child.lower_ == "as" for inner in child.children)]
        roles = (part for part in parts if part.dep_ in ("dobj", "pobj"))
        if name.root.dep_ == "nsubj" and verb.lower_ in verbs and any(_is_somebody(role, people) for role in roles):
            yield mention_of(name).person.id


def _kin(names: list[Span], lists: Mapping[str, frozenset[str]]) -> Iterator[int]:
    """ "The defendant's brother, Max Poe": who is told of as kin of the accused, and never beside a charge."""
    charged = {mention_of(name).person.id for name in names if any(t.lower_ in lists["accusing"] for t in name.sent)}
    for name in (each for each in names if mention_of(each).person.id not in charged):
        kin = name.root.head if name.root.dep_ == "appos" else name.root
        owners = {child.lower_ for child in kin.children if child.dep_ == "poss"}
        if kin.lower_ in lists["kin"] and owners & lists["accused_people"]:
            yield mention_of(name).person.id


def _is_somebody(noun: Token, people: set[int]) -> bool:
    """Whether a name stands there, or what ends as nouns for those who do something: "the swindler"."""
    return noun.i in people or noun.lower_.endswith(("er", "or", "ess", "man", "ist"))


def _is_compared(name: Span) -> bool:
    """ "Like Roe, he ...", "compared her to Roe": to whom somebody is likened."""
    link = name.root.head
    likened = link.lower_ in ("to", "with") and link.head.lower_ in ("compared", "likened", "compares", "likens")
    return name.root.dep_ == "pobj" and (link.lower_ in ("like", "unlike") or likened)


def _apart(name: Span, span: Span) -> bool:
    """Whether name and noun cannot be one: "Roe said the man was convicted", "Roe treated the suspect"."""
    verb = name.root.head
    if verb == span.root.head and verb.pos_ == "VERB":
        return True
    return verb.lower_ in REPORTING and name.root.dep_ == "nsubj" and verb.is_ancestor(span.root)
