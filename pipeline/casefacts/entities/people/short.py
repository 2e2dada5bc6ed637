"""Mentions by one word of a name that the article gives in full elsewhere, and of all who bear a surname."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from casefacts.entities.kinds import LOCATING
from casefacts.entities.people.person import Mention, Person, by_surname
from casefacts.entities.people.roster import is_misspelt
from casefacts.entities.people.words import NameWords, is_shouted
from casefacts.forms import words_of

# "Brandaur" (0.94) where "Brandauer" is named
_ALIKE, _LEAST = 0.93, 8


def short_names(doc: Doc, persons: Iterable[Person], taken: set[int], words: NameWords) -> Iterator[Span]:
    """Names of one word that the language model did not see as a person; none of the tokens `taken`."""
    known = _known(doc, persons)
    for i, word in ((i, word) for i, word in enumerate(words_of(doc)) if word in known and i not in taken):
        if _is_name(doc[i], known[word], words):
            bearers = [person for person in known[word] if person.words[-1] == word] or known[word]
            yield by_surname(bearers, i).at(doc[i : i + 1])


def _known(doc: Doc, persons: Iterable[Person]) -> dict[str, list[Person]]:
    """By the words by which the article may name people whose name it gives in full, who they are."""
    towns = {token.lower_ for token in doc[1:] if token.ent_type_ == "GPE" and token.nbor(-1).lower_ in LOCATING}
    known: dict[str, list[Person]] = {}
    for person in persons:
        for word in {person.words[0], person.words[-1]}:
            if word == person.words[-1] or word not in towns:  # "in Sydney" does not tell of Sydney Roe
                known.setdefault(word, []).append(person)
    return known | {word: known[name] for word, name in _misspelt(doc, list(known))}


def _misspelt(doc: Doc, names: list[str]) -> Iterator[tuple[str, str]]:
    """Long words printed as names that are no name but for a letter, and the only name that each can be."""
    for word in sorted({token.lower_ for token in doc if token.tag_ == "NNP" and len(token) >= _LEAST} - set(names)):
        meant = [name for name in names if is_misspelt(word, name, _ALIKE, _LEAST)]
        if len(meant) == 1:
            yield word, meant[0]


def _is_name(token: Token, bearers: Iterable[Person], words: NameWords) -> bool:
    """Whether the word is printed as a name and no month, town or word in capitals."""
    if not token.text[0].isupper() or token.is_stop:
        return False
    if token.ent_type_ in ("DATE", "GPE", "FAC") and token.lower_ in words.lists["also_surnames"]:
        return False
    if len(token) > 3 and is_shouted(token.doc[token.i : token.i + 1]):
        return any(person.name.isupper() for person in bearers)  # "PETER ROE, 45, of Kelso"
    return True


def families(doc: Doc, persons: list[Person], taken: set[int]) -> Iterator[Span]:
    """ "the Vandermolens": all who bear the surname, if there are several; none of the tokens `taken`."""
    for i in (i for i, word in enumerate(words_of(doc)) if i and word.endswith("s") and i not in taken):
        if doc[i - 1].lower_ == "the" and doc[i].text[0].isupper():
            bearers = tuple(person for person in persons if person.words[-1] == doc[i].lower_[:-1])
            if len(bearers) > 1:
                count = len(bearers)
                mention = Mention("noun", count=count, definite=True, role="defendant", family=bearers)
                yield mention.at(doc[i : i + 1])
