"""What an article says of each person beside the name: ages, towns, and the nouns that describe them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from casefacts.entities.around import in_headline
from casefacts.entities.people import Person
from casefacts.marks import mention_of

_AGED = re.compile(
    r",? ?\(?(?:aged |now |then )?(?:now-|then-)?([1-9]\d)\b(?!,? \d{4}| ?(?:years? (?:in|of)|months|percent|%))"
)
_YEAR_OLD = re.compile(r"\b([1-9]\d)-year-old(?: [\w'-]+){0,6} $")
# ", 34, of Kelso", " (34), from Port Ellery"
_OF_TOWN = re.compile(r"(?:,? ?\(?(?:aged )?[1-9]\d\)?)?,? (?:of|from) ((?:[A-Z][\w'-]+ ?){1,3})")
_TOWN_AFTER_AGE = re.compile(r", [1-9]\d, ((?:[A-Z][\w'-]+ ?){1,3})[,.;]")
_DESCRIBED = re.compile(r",? (?:a|an|the|who|whose|one of|his|her|their|former)\b")
_RELATED = re.compile(r"\b(?:his|her|their)(?: [a-z'-]+){1,4},? $", re.IGNORECASE)
_BEFORE_NAME = {"NOUN", "ADJ", "PROPN", "PUNCT", "NUM"}
_PLURALS = {"men": "man", "women": "woman", "people": "person", "children": "child", "wives": "wife"}


@dataclass
class Profile:
    """One person: the mentions by name in the order of the text, and what stands beside them."""

    person: Person
    mentions: list[Span]
    ages: set[int] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    introduced: bool = False  # with an age or a description
    related: bool = False  # as somebody's: "his bishop, Max Poe"
    hurt: bool = False  # killed, wounded or dead
    identified: set[str] = field(default_factory=set)  # as what: "identified the defendant as Max Poe"

    @property
    def first(self) -> Span:
        """The first mention below the headlines, if there is any."""
        return next((name for name in self.mentions if not in_headline(name)), self.mentions[0])

    def is_from(self, town: str) -> bool:
        """Whether the person is said to be from the town, or from a part of it: "brooklyn", "brooklyn heights"."""
        return any(town in other or other in town for other in self.towns)


def is_in_their_hands(noun: str, profile: Profile, words: Mapping[str, frozenset[str]]) -> bool:
    """ "Officer Max Poe lied about the search. The suspect was freed": whether the noun means another than him."""
    if noun not in words["in_officers_hands"]:
        return False
    return profile.person.official or not profile.nouns.isdisjoint(words["official_titles"] | words["official_nouns"])


@dataclass(frozen=True)
class Suffering:
    """The words that tell who dies or is hurt: "Roe was killed", "the body of Roe", "the complainant, Roe"."""

    hurt: frozenset[str]
    remains: frozenset[str]
    sufferers: frozenset[str]

    def strikes(self, token: Token) -> bool:
        """Whether the token is the head of those who are killed, wounded or dead in their clause."""
        first = token
        while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN"):
            first = first.head
        verb = first.head
        if any(child.lower_ == "whether" for child in verb.lefts):
            return False
        if first.dep_ in ("dobj", "nsubjpass"):
            return verb.lower_ in self.hurt or (first.dep_ == "nsubjpass" and _is_found_dead(verb))
        if first.dep_ == "nsubj":
            return verb.lower_ == "died"
        return first.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lower_ in self.remains


def profiles(doc: Doc, text: str, suffering: Suffering) -> dict[int, Profile]:
    """The people and companies that a Doc names, by their number; `text` is the Doc's."""
    found: dict[int, Profile] = {}
    names: list[tuple[Span, Person]] = []
    for span in doc.spans["people"]:
        person: Person | None = mention_of(span).person
        if person is not None:
            names.append((span, person))
            found.setdefault(person.id, Profile(person, [])).mentions.append(span)
    for profile in found.values():
        for name in profile.mentions:
            _describe(profile, name, text, suffering)
    for person, token in _identified(doc, names):
        profile, noun = found[person.id], singular(token)
        profile.nouns.add(noun)
        if any(child.lower_ == "the" for child in token.lefts):
            profile.identified.add(noun)
        profile.hurt = profile.hurt or noun in suffering.sufferers
    return found


def _describe(profile: Profile, name: Span, text: str, suffering: Suffering) -> None:
    behind = text[name.end_char : name.end_char + 80]
    before = text[max(name.start_char - 80, 0) : name.start_char]
    aged = _AGED.match(behind) or _YEAR_OLD.search(before)
    if aged:
        profile.ages.add(int(aged[1]))
    for town in (_OF_TOWN.match(behind), _TOWN_AFTER_AGE.match(behind)):
        if town:
            profile.towns.add(town[1].strip().lower())
    nouns = set(_nouns(name))
    profile.nouns |= nouns
    profile.hurt = profile.hurt or bool(nouns & suffering.sufferers) or suffering.strikes(name.root)
    profile.related = profile.related or bool(_RELATED.search(before))
    if aged or nouns or _DESCRIBED.match(behind):
        profile.introduced = True


def _nouns(name: Span) -> Iterator[str]:
    """The nouns of titles and descriptions before the name, of its appositions, and of what it is said to be."""
    doc, i = name.doc, name.start - 1
    if i > name.sent.start and doc[i].text == "," and doc[i - 1].pos_ == "NOUN":  # "his wife, Ida Roe,"
        if name.end < len(doc) and doc[name.end].text in (",", ".", ";", ")"):
            yield singular(_explained_noun(name, doc[i - 1]))
        return
    yield from _titled(name)
    yield from _apposed(name.root)
    yield from _said_to_be(name.root)
    if doc[name.end : name.end + 2].text.lower() in (", a", ", an", ", the"):
        yield from _first_noun(doc[name.end + 2 : min(name.end + 10, name.sent.end)])


def _explained_noun(name: Span, noun: Token) -> Token:
    """The noun that the name behind a comma explains: of "Counsel to the accused, Ida Roe," the counsel."""
    owner = noun.head.head if noun.dep_ == "pobj" else noun
    return owner if name.root.dep_ == "appos" and name.root.head == owner else noun


def _titled(name: Span) -> Iterator[str]:
    """ "The former nurse Ana Roe": the nouns right before."""
    doc, i = name.doc, name.start - 1
    while i >= name.sent.start and doc[i].pos_ in _BEFORE_NAME and doc[i].text not in (",", ";", ":", "("):
        if doc[i].pos_ in ("NOUN", "PROPN"):
            yield singular(doc[i])
        i -= 1


def _apposed(root: Token) -> Iterator[str]:
    for child in root.children:
        if child.dep_ == "appos" and child.pos_ == "NOUN":
            yield singular(child)
    if root.dep_ == "appos" and root.head.pos_ == "NOUN" and abs(root.head.i - root.i) < 12:
        yield singular(root.head)


def _said_to_be(root: Token) -> Iterator[str]:
    """ "Roe is a nurse", "The nurse is Roe", "who married Roe"."""
    if root.dep_ == "dobj" and root.head.lower_ == "married":
        yield from ("wife", "husband", "spouse")
    other = {"nsubj": "attr", "nsubjpass": "attr", "attr": "nsubj"}.get(root.dep_)
    if other is not None and root.head.lower_ in ("is", "was"):
        yield from (singular(child) for child in root.head.children if child.dep_ == other and child.pos_ == "NOUN")


def _first_noun(stretch: Iterable[Token]) -> Iterator[str]:
    """The head of the noun phrase with which the tokens begin."""
    head: Token | None = None
    for token in stretch:
        if token.pos_ == "NOUN":
            head = token
        elif token.pos_ not in ("ADJ", "PROPN", "NUM", "ADV", "PART") and token.text not in ("-", "'s"):
            break
    if head is not None:
        yield singular(head)


def _identified(doc: Doc, names: Iterable[tuple[Span, Person]]) -> Iterator[tuple[Person, Token]]:
    """ "Police identified the driver as Ana Roe", "The man, named as Ana Roe, ..."."""
    for name, person in names:
        verb = _naming(name)
        if verb is None:
            continue
        around = [*doc[name.sent.start : verb.i], *doc[verb.i + 1 : name.start]]
        nouns = [token for token in around if token.pos_ == "NOUN" and token.dep_ in ("nsubjpass", "dobj", "nsubj")]
        for token in nouns[-1:]:
            yield person, token


def _naming(name: Span) -> Token | None:
    """The "identified" or "named" that leads to the name; its titles may stand between: "as Officer Max Poe"."""
    doc = name.doc
    before = doc[max(name.start - 8, name.sent.start) : name.start]
    verb = next((token for token in before if token.lower_ in ("identified", "named")), None)
    titled = name.start - 1
    while verb is not None and titled > verb.i and doc[titled].pos_ == "PROPN":
        titled -= 1
    return verb if verb is not None and doc[titled].lower_ in ("as", "identified", "named") else None


def _is_found_dead(verb: Token) -> bool:
    return verb.lower_ == "found" and any(child.lower_ == "dead" for child in verb.children)


def singular(token: Token) -> str:
    """The noun in small letters, without a plural's ending."""
    word = token.lower_
    if word in _PLURALS:
        return _PLURALS[word]
    if token.tag_ in ("NNS", "NNPS"):
        return re.sub(r"ies$", "y", word) if word.endswith("ies") else word.removesuffix("s")
    return word
