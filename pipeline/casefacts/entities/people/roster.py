"""Everybody in an article by name: mentions of one person are put together, the fullest name is kept."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from spacy.tokens import Span, Token

from casefacts.entities.around import word_before
from casefacts.entities.gazetteer import given_names
from casefacts.entities.people.bynames import aliases, is_said_real
from casefacts.entities.people.person import Person
from casefacts.entities.people.words import NameWords, goes_on_list

# "Rachel" and "Rachael" beside one surname are one person (0.92); "Maria" and "Marta" are not (0.80).
_MISSPELT = 0.9
# ... and two long ones from 0.85 on, where not both are known as given names
_MISSPELT_STRANGE, _LONG_GIVEN = 0.85, 7
# "Krasnodrasky" and "Krasnodarsky" (0.92) are, without given names; shorter surnames differ by design.
_SURNAME_MISSPELT, _LONG_NAME = 0.88, 9
# Behind one given name "Larsen" and "Larson" (0.83) are one surname, too
_MISSPELT_BEHIND_GIVEN, _MISSPELT_LEAST = 0.83, 6


class Roster:
    """The people and companies named so far; `people` are in the order in which they were entered."""

    def __init__(self, words: NameWords) -> None:
        self.words = words
        self.nicknames = dict(pair.split("=") for pair in words.lists["nicknames"])
        self.people: list[Person] = []
        self.heirs: set[str] = set()

    @property
    def persons(self) -> list[Person]:
        """Those who are no companies."""
        return [person for person in self.people if not person.company]

    def bearer(self, span: Span) -> Person:
        """Who bears a name; entered if it is nobody's who is known."""
        company = span.label_ == "company"
        words = [span.text] if company else self.words.of(span)
        alike = (person for person in reversed(self.people) if person.company == company)
        for person in sorted(alike, key=lambda person: person.words != words):
            if self._is_named(person, words) and not self._is_heir(span, words, person):
                real = is_said_real(span)
                if not real and self._is_better(words, span, person):
                    person.words, person.name = words, span.text
                person.aliases |= {*aliases(span), *(words if real else ()), *_other_spelling(words, person)}
                return person
        person = self._enter(words, span.text, span.start)
        person.company, person.aliases = company, aliases(span)
        return person

    def learn_heirs(self, names: Iterable[Span]) -> None:
        """Keep the names that the article gives to somebody's son, daughter, father or other kin."""
        self.heirs = {name.text for name in names if self._is_told_as_kin(name)}

    def _is_told_as_kin(self, span: Span) -> bool:
        at = span.start - 1 - (word_before(span) == ",")
        told = span.doc[at].lower_ in self.words.lists["forebears"] if at > 0 else False
        return told and any(token.tag_ in ("PRP$", "POS") for token in span.doc[max(at - 3, 0) : at])

    def _is_heir(self, span: Span, words: list[str], person: Person) -> bool:
        """ "Ivan Roe's son Leo Ivan Roe", "Leo Ivan Roe's father, Ivan Roe": another one, of the same last names."""
        longer, shorter = sorted((person.words, words), key=len, reverse=True)
        related = not self.heirs.isdisjoint((span.text, person.name))
        return related and len(shorter) > 1 and longer[1:] == shorter

    def _is_better(self, words: list[str], span: Span, person: Person) -> bool:
        """Whether the name is fuller, but for what only opens a sentence: "Disgraced Max Roe" is Max Roe."""
        if len(words) > len(person.words):
            return not _only_opens(span[0], span.text, person.name)
        return len(words) < len(person.words) and _only_opens(span.doc[person.first], person.name, span.text)

    def called_so(self, span: Span, first: Span, real: bool) -> Person:
        """Whose other, or real, name it is: "Ana Roe, known as Lil Ana", "Lil Ana, whose real name is Ana Roe"."""
        person = next((each for each in self.people if each.first == first.start), None) or self.bearer(first)
        words = self.words.of(span)
        if real and person.words[-1] not in words:
            person.aliases |= set(person.words)
            person.words, person.name = words, span.text
        else:  # "Ron Poe, whose real name is Ronald Poe Lund": both name him
            person.aliases |= set(words)
        return person

    def share_surname(self, span: Span) -> None:
        """ "Max and Ana Roe": the first has the surname of the second."""
        given = span[0].lower_
        if given not in given_names() or span.doc[span.end : span.end + 1].text != "and" or goes_on_list(span[0]):
            return
        for person in self.persons:
            _, _, surname = person.name.partition(" ")
            if person.first == span.end + 1 and surname and person.words[0] != given:
                self._enter([given, *person.words[1:]], f"{span.text} {surname}", span.start)
                return

    def set_apart(self, span: Span) -> Person | None:
        """ "The younger Roe, Max, was charged": another one of the surname, whose given name follows."""
        behind = span.doc[span.end : span.end + 3]
        if word_before(span) not in ("younger", "elder", "older") or len(behind) < 3:
            return None
        given = behind[1]
        if (behind[0].text, behind[2].text) != (",", ",") or not given.is_title or given.tag_ != "NNP":
            return None
        return self._enter([given.lower_, *self.words.of(span)], f"{given.text} {span.text}", span.start)

    def bearers(self, span: Span) -> list[Person]:
        """Whom a surname or nickname alone can mean: who is meant in the surest way."""
        word, persons = self.words.of(span)[0], self.persons
        ways = (_has_surname, _is_called, self._is_shortened, _has_surname_misspelt)
        found = ([person for person in persons if is_meant(word, person)] for is_meant in ways)
        return next((bearers for bearers in found if bearers), [])

    def _enter(self, words: list[str], name: str, first: int) -> Person:
        person = Person(len(self.people), words, name, first=first)
        self.people.append(person)
        return person

    # -- whether a name is somebody's -------------------------------------------------------------------------

    def _is_named(self, person: Person, words: list[str]) -> bool:
        called = words[-1] == person.words[-1] or set(words) <= person.aliases
        return (self._is_same(person.words, words) and not self._is_elder(person.words, words)) or (
            called and words[0] in person.aliases
        )

    def _is_elder(self, known: list[str], new: list[str]) -> bool:
        """ "Max Roe, son of Max Roe Snr": whether one of two whole names alone is a father's."""
        elders = self.words.lists["elders"]
        return min(len(known), len(new)) > 1 and (known[-1] in elders) != (new[-1] in elders)

    def _is_same(self, known: list[str], new: list[str]) -> bool:
        """Whether two names can be one person's: a shared surname, and given names that do not clash."""
        longer, shorter = (known, new) if len(known) >= len(new) else (new, known)
        if len(shorter) == 1:
            return shorter[0] in longer
        if "".join(known) == "".join(new):
            return True  # "Jamal El Jaidi", "Jamal Eljaidi"
        if longer[-len(shorter) :] == shorter:
            return True  # "Roe-Poe" of "Ana Roe-Poe", "Maria Roe" of "Ana Maria Roe"
        if shorter[-1] == longer[-1] or all(word in longer for word in shorter[1:]):
            return self._is_given_alike(longer[0], shorter[0]) or _are_initials(shorter[:-1], longer[:-1])
        given = self._formal(longer[0])
        if given != self._formal(shorter[0]) or len(given) < 2:
            return False
        return is_misspelt(shorter[-1], longer[-1], _MISSPELT_BEHIND_GIVEN, _MISSPELT_LEAST)

    def _is_given_alike(self, one: str, other: str) -> bool:
        """Whether given names are the same, but for nicknames, initials and spelling."""
        if one[0] == other or other[0] == one:
            return True
        formal, another = self._formal(one), self._formal(other)
        strange = not {one, other} <= given_names().keys()  # "Sulaiman" of "Solaiman"; not "Marina" of "Marian"
        least = _MISSPELT_STRANGE if strange and min(len(one), len(other)) >= _LONG_GIVEN else _MISSPELT
        return formal == another or SequenceMatcher(None, formal, another).ratio() >= least

    def _formal(self, given: str) -> str:
        """The given name of which it is the nickname."""
        return self.nicknames.get(given, given)

    def _is_shortened(self, word: str, person: Person) -> bool:
        """ "Kamr" of "Kamrul Hossain": a given name that an article joins to the next, without it."""
        return any(part == word + ending for part in person.words for ending in self.words.lists["joining_endings"])


def _are_initials(shorter: list[str], longer: list[str]) -> bool:
    """ "AJM Poe" of "Ali Jan Mohammad Poe": the initials as one word."""
    return len(longer) > 1 and shorter == ["".join(word[0] for word in longer)]


def _other_spelling(words: list[str], person: Person) -> list[str]:
    """The surname as another mention prints it: "Neilsen" of Dennis Nilsen."""
    surname, known = words[-1], person.words[-1]
    another = len(words) > 1 and surname != known
    return [surname] if another and is_misspelt(surname, known, _MISSPELT_BEHIND_GIVEN, _MISSPELT_LEAST) else []


def _only_opens(first: Token, longer: str, shorter: str) -> bool:
    """Whether the longer name is the shorter, whole one behind a word that opens a sentence and is no given name."""
    opens = bool(first.is_sent_start) and first.lower_ not in given_names()
    return opens and " " in shorter and longer == f"{first.text} {shorter}"


def _has_surname(word: str, person: Person) -> bool:
    return person.words[-1] == word


def _is_called(word: str, person: Person) -> bool:
    return word in person.words or word in person.aliases


def _has_surname_misspelt(word: str, person: Person) -> bool:
    return is_misspelt(word, person.words[-1], _SURNAME_MISSPELT, _LONG_NAME)


def is_misspelt(one: str, other: str, alike: float, least: int) -> bool:
    """Whether two surnames of `least` letters or more are the same but for a few: "Krasnodarsky", "Krasnodrasky"."""
    long = min(len(one), len(other)) >= least and one[0] == other[0]
    return long and SequenceMatcher(None, one, other).ratio() >= alike
