"""Mentions without a name: the noun phrases and plural pronouns that stand where somebody is charged or judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from spacy.tokens import Doc, Span, Token

from casefacts.clause import conjuncts, patient, subject
from casefacts.entities.gazetteer import Gender
from casefacts.entities.people.person import Mention
from casefacts.entities.profiles import singular
from casefacts.marks import mention_of
from casefacts.numerals import number
from casefacts.rulebook import lists_of

_SIZES = {"couple": 2, "pair": 2, "duo": 2, "twins": 2, "both": 2, "trio": 3, "quartet": 4, "two": 2}
_DEFINITE = {"the", "this", "that", "these", "those", "both", "all", "each"}
_OWNING = {"PRP$", "POS"}
_PRONOUNS = {"they", "them", "their", "both", "each", "all"}
_YEAR_OLD = re.compile(r"\b([1-9]\d)-year-olds?\b")
# Words before a noun that are no town: "A former Kelso man"
_ORIGIN = {"GPE", "LOC"}
_PLACES = {*_ORIGIN, "NORP"}
_ANY = {"any", "no", "such"}
_THE_OTHERS = {"others", "rest"}
_OF_NO_PEOPLE = {"-", "million", "billion"}  # behind a number
_FELLOW = re.compile(r"\bco-?(?:accused|defendants?|conspirators?)\b", re.I)
_NAMING = {"name", "named", "called", "known", "identified"}
_OTHER = {"last", "first", "another", "other", "others", "second", "third", "fourth", "fifth"}


@dataclass(frozen=True)
class Phrase:
    """A noun phrase or plural pronoun that may stand for people; `head` carries the link.

    `size` is a stated number of people; `owner` the possessor ("his wife"); `other` marks "another man"; `any` what
    tells of nobody in particular ("any clerk"); `in_slot` that a statement asks for it.
    """

    head: Token
    text: str
    noun: str
    plural: bool
    definite: bool
    size: int | None = None
    gender: Gender | None = None
    age: int | None = None
    town: str | None = None
    owner: Token | None = None
    other: bool = False
    any: bool = False
    pronoun: bool = False
    in_slot: bool = False

    @property
    def i(self) -> int:
        """The head's token."""
        return self.head.i

    @property
    def the_one(self) -> bool:
        """Whether it tells of somebody known: "the defendant"; not "her defendant", "the other defendant"."""
        return self.definite and self.owner is None and not self.other

    @property
    def plain(self) -> bool:
        """Whether it has a noun or number of its own and tells of no others: "seven soldiers"."""
        return not (self.pronoun or self.other or self.any) and self.owner is None

    @property
    def beside(self) -> bool:
        """Whether it tells of somebody besides the one of whom the text is about to tell: "One co-defendant"."""
        return _FELLOW.search(self.text) is not None

    @property
    def end(self) -> int:
        """The token behind the phrase: behind "co-defendant", whose head is the first part."""
        return _phrase_end(self.head)

    def is_of(self, count: int, complete: bool) -> bool:
        """Whether it can mean so many people; without a number only if they are all, `complete`."""
        return complete if self.size is None else self.size == count


def phrases(doc: Doc, things: frozenset[str]) -> Iterator[Phrase]:
    """The phrases of a Doc in the order of the text, each once; none of `things`, of victims and of those who judge."""
    mentions: list[tuple[Span, Mention]] = [(span, mention_of(span)) for span in doc.spans["people"]]
    roles = {span.root.i for span, mention in mentions if mention.person is None}
    slots = _asked_for(doc)
    for i in sorted((roles | slots) - _of_others(mentions)):
        if doc[i].lower_ in things or _numbers(doc[i], things) or (doc[i].pos_ == "PROPN" and i not in roles):
            continue
        found = phrase_at(doc[i])
        if found is not None:
            yield replace(found, in_slot=i in slots)


def _numbers(token: Token, things: frozenset[str]) -> bool:
    """ "Two of his convictions", "both of the charges": it stands for as many things."""
    if token.tag_ not in ("CD", "DT"):
        return False
    return any(inner.lower_ in things for child in token.rights if child.lower_ == "of" for inner in child.children)


def bears_a_name(noun: Token) -> bool:
    """ "the Kelso Nights star": a name that is no place tells which star it is."""
    return any(child.pos_ == "PROPN" and child.ent_type_ not in _PLACES for child in noun.lefts)


def told_as_others(head: Token, names: Iterable[Span]) -> set[int]:
    """The people whom a phrase tells of as others: "the man who shot Max Poe", "the killer of Max Poe"; by id.

    Not "the man who was named as Max Poe", "whose real name is Max Poe".
    """
    within = {token.i for clause in _told_in_phrase(head) for token in clause}
    return {mention_of(name).person.id for name in names if name.root.i in within} if within else set()


def _told_in_phrase(head: Token) -> Iterator[list[Token]]:
    """The relative clauses of a noun that do not name it, and what stands behind its "of"."""
    for child in head.rights:
        clause = [*child.subtree]
        if child.dep_ == "relcl" and not any(token.lower_ in _NAMING for token in clause):
            yield clause
        elif child.lower_ == "of":
            yield [*child.children]


def _of_others(mentions: Iterable[tuple[Span, Mention]]) -> set[int]:
    """The tokens of names and of victims."""
    others = (span for span, mention in mentions if mention.person is not None or mention.role == "victim")
    return {i for span in others for i in range(span.start, span.end)}


def _asked_for(doc: Doc) -> set[int]:
    """The tokens that stand where a statement has people."""
    slots = {
        part.i
        for trigger in doc.spans["triggers"]
        for token in (trigger._.slots.patient, trigger._.slots.subject, trigger._.slots.possessor)
        if token is not None
        for part in conjuncts(token)
    }
    return slots | {token.i for trigger in doc.spans["triggers"] for token in _around(trigger)}


def _around(trigger: Span) -> Iterator[Token]:
    """The subject and object of the verb that governs a noun: "one of the brokers was arrested on charges of fraud"."""
    for token in (subject(trigger.root), patient(trigger.root)):
        if token is not None and token.tag_ == "CD" and token.lower_ != "one":  # "The three, Ana Roe, ..."
            yield token
    yield from _companions(trigger.root)
    yield from numbered(trigger.root)
    verb = _verb_above(trigger.root)
    if verb != trigger.root and verb.pos_ == "VERB":
        yield from (child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "dobj"))


def _companions(verb: Token) -> Iterator[Token]:
    """ "indicted with two brokers, Ana Roe and Max Poe"."""
    beside = (child for child in verb.children if child.lower_ == "with")
    return (inner for child in beside for inner in child.children if inner.tag_ == "NNS" and _is_counted(inner))


def numbered(charges: Token) -> Iterator[Token]:
    """ "Charges against four clerks", "charges for the 10": the counted noun, or a number that means as many people."""
    for lead in (child for child in charges.rights if child.lower_ in ("for", "against")):
        for token in lead.children:
            all_of_them = any(child.lower_ in ("the", "all", "these") for child in token.lefts)
            clerks = lead.lower_ == "against" and token.tag_ == "NNS" and _is_counted(token)
            if clerks or (token.tag_ == "CD" and all_of_them):
                yield token


def _verb_above(token: Token) -> Token:
    """What a noun hangs on behind nouns and prepositions; a verb itself."""
    verb = token.head if token.pos_ in ("NOUN", "PROPN") else token
    while verb.head != verb and verb.pos_ in ("NOUN", "PROPN", "ADP", "NUM"):
        verb = verb.head
    return verb


def _is_counted(token: Token) -> bool:
    return any(child.dep_ == "nummod" for child in token.children)


def phrase_at(token: Token) -> Phrase | None:
    """The phrase whose head the token is; None for a singular pronoun and for what is no noun."""
    if token.lower_ in _PRONOUNS and token.tag_ in ("PRP", "PRP$", "DT"):
        return _pronoun_at(token)
    if token.lower_ in ("former", "latter") and any(child.lower_ == "the" for child in token.children):
        return Phrase(token, f"the {token.text}", token.lower_, False, True, other=True)
    start, end = _phrase_start(token), _phrase_end(token)
    aged = _YEAR_OLD.search(token.doc[start:end].text)
    if token.pos_ in ("NOUN", "PROPN") or _counted(token) is not None or (aged and _is_nominal(token, end)):
        return _noun_at(token, start, end, int(aged[1]) if aged else None)
    return None


def _pronoun_at(token: Token) -> Phrase | None:
    if token.i and token.nbor(-1).lower_ == "not":  # "not all were charged"
        return None
    size = 2 if token.lower_ == "both" else None
    return Phrase(token, token.text, token.lower_, True, True, size, pronoun=True)


def _counted(token: Token) -> int | None:
    """How many a numeral that stands by itself tells: "the three"."""
    return number(token.text) if token.tag_ == "CD" else None


def _is_nominal(token: Token, end: int) -> bool:
    """Whether an age stands for a person: "the 34-year-old", not "the 34-year-old new clerk"."""
    behind = next((t.pos_ for t in token.doc[end:] if t.pos_ != "ADJ"), "")
    return token.lower_ == "old" and behind not in ("NOUN", "PROPN")


def _noun_at(token: Token, start: int, end: int, age: int | None) -> Phrase:
    before = [t for t in token.doc[start : token.i] if not t.is_space]
    words = {t.lower_ for t in before}
    owner = _owner(before)
    size = _SIZES.get(token.lower_) or _size(before) or _counted(token)
    noun = singular(token.doc[end - 1])
    return Phrase(
        head=token,
        text=token.doc[start:end].text,
        noun=noun,
        plural=_is_plural(token, size) or "each" in words,
        definite=bool(words & _DEFINITE) or owner is not None,
        size=size,
        gender=_gender(noun, token.doc),
        age=age,
        town=_town(before, noun),
        owner=owner,
        other=_is_another(before) or token.lower_ in _THE_OTHERS or _are_more(before),
        any=bool(words & _ANY),
    )


def _owner(before: list[Token]) -> Token | None:
    """Whose it is: "his wife", "Roe's wife"; nobody's is "a former Kelso Sheriff's Office deputy"."""
    owner = next((t for t in before if t.tag_ in _OWNING), None)
    if owner is not None and owner.tag_ == "POS" and before[0].lower_ in ("a", "an") and owner.nbor(-1).pos_ == "PROPN":
        return None
    return owner


def _is_plural(noun: Token, size: int | None) -> bool:
    return noun.tag_ in ("NNS", "NNPS") or noun.lower_ in ("people", "rest") or (size or 1) > 1


def _gender(noun: str, doc: Doc) -> Gender | None:
    lists = lists_of(doc)
    return "m" if noun in lists["masculine"] else "f" if noun in lists["feminine"] else None


def _phrase_start(token: Token) -> int:
    """The first token of the noun phrase, by the order of words: determiners, adjectives, nouns and numbers before."""
    doc, i, first = token.doc, token.i, token.sent.start
    while i > first and (
        doc[i - 1].pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "DET", "PART")
        or doc[i - 1].tag_ in ("PRP$", "VBN", "VBG", "POS", "HYPH")
        or doc[i - 1].lower_ in ("-", "year", "old", "more", "than")
    ):
        i -= 1
        if doc[i].pos_ == "DET" and doc[i].lower_ not in ("both", "all"):
            return i - 1 if i > first and doc[i - 1].lower_ in ("both", "all") else i
    return i


def _phrase_end(token: Token) -> int:
    """The token behind the phrase: a prefix with its hyphen heads "co-defendant"."""
    parted = token.lower_ == "co" and token.i + 2 < len(token.doc) and token.nbor(1).text == "-"
    return token.i + 3 if parted else token.i + 1


def _size(before: list[Token]) -> int | None:
    """How many people: "seven British soldiers"; no age, no year and no sum."""
    for token, behind in zip_longest(before, before[1:]):
        if token.lower_ in ("both", "two"):
            return 2
        counted = number(token.text) if token.tag_ == "CD" or token.pos_ == "NUM" else None
        if counted and counted < 200 and (behind is None or behind.lower_ not in _OF_NO_PEOPLE):
            return int(counted)
    return None


def _is_another(before: list[Token]) -> bool:
    """ "A third man", "another one"; not "a 34-year-old third secretary", where it is of the noun."""
    return any(t.lower_ in _OTHER and not (t.i and t.nbor(-1).lower_ == "old") for t in before)


def _are_more(before: list[Token]) -> bool:
    """Whether they are told of besides others: "four more suspects"; not "more than four suspects"."""
    return any(t.lower_ == "more" and t.i and t.nbor(-1).tag_ == "CD" for t in before)


def _town(before: list[Token], noun: str) -> str | None:
    """The proper nouns before a noun for people: "a Kelso man"; not those of a body, as in "a Marsh Bank clerk"."""
    townspeople = bool(before) and noun in lists_of(before[0].doc)["townspeople"]
    others = {"NORP"} if townspeople else {"NORP", "ORG"}  # of "a Kelso man" it is no body, whatever the model says
    words = [t.text for t in before if t.ent_type_ in _ORIGIN or (t.tag_ == "NNP" and t.ent_type_ not in others)]
    return " ".join(words).lower() or None
