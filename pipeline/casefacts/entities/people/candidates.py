"""What may be a name of a person: a list of ways to find one, each by another thing that tells a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from casefacts.entities.gazetteer import given_names
from casefacts.entities.people.bynames import nicknamed, quoted_aliases
from casefacts.entities.people.capitals import capitalised_names
from casefacts.entities.people.trim import whole
from casefacts.entities.people.words import NameWords, goes_on_list, is_shouted
from casefacts.forms import words_of

_PROPER = {"NNP", "NNPS", "HYPH"}
_AGE = re.compile(r"(?:now-|then-)?[1-9]\d")
_EXPLAINING = {"who", "the", "a", "an", "whose"}  # behind a comma they explain the name before it
_EXPLAINED = ("nsubj", "nsubjpass", "dobj", "pobj")
# Verbs behind which a text tells who somebody is, and how many words before it says that they are accused
_TELLING, _TOLD_REACH = {"are", "were", "include", "includes", "included"}, 14
_UNTITLED = {"GPE", "ORG", "LOC", "FAC", "DATE", "NORP"}  # no title stands before these: "Judge" of "Judge Street"


def _recognised(doc: Doc, words: NameWords) -> Iterator[Span]:
    """What the language model takes for a person."""
    return (whole(ent, words) for ent in doc.ents if ent.label_ == "PERSON")


def _possessing(doc: Doc, words: NameWords) -> Iterator[Span]:
    """ "Ana Roe's trial": what the language model takes for a place of several words, and what has something."""
    for ent in doc.ents:
        owns = any(token.tag_ == "POS" for token in doc[ent.end - 1 : ent.end + 1])
        if owns and ent.label_ == "GPE" and len(ent) > 1:
            yield ent


def _aged(doc: Doc, words: NameWords) -> Iterator[Span]:
    """ "Bo Li Quan, 45, of Tustin", "Ana Roe (23)", "Suharyanto, 45, was", "48-year-old Gus Poe"."""
    for age in (i for i, word in enumerate(words_of(doc)) if _AGE.fullmatch(word)):
        if age > 1 and doc[age - 1].text in (",", "("):
            start = words.run_left(doc, age - 2)
            if age - 1 - start >= 2 or (_closes(doc, age) and not _is_surname(doc[age - 2], words)):
                yield doc[start : age - 1]
        first = age + 5  # behind "-", "year", "-", "old"
        if first < len(doc) and doc[age + 1 : first].text.lower() == "-year-old":
            end = words.run_right(doc, first)
            if end > first + 1:
                yield doc[first:end]


def _closes(doc: Doc, age: int) -> bool:
    """ "Suharyanto, 45, was", "Suharyanto (45)": a comma or bracket behind the age, too, and no list of numbers."""
    behind = doc[age + 1 : age + 3]
    return len(behind) == 2 and behind[0].text in (",", ")") and not behind[1].is_digit


def _is_surname(token: Token, words: NameWords) -> bool:
    """Whether the text has the word behind a given name, too."""
    others = (each for each in token.doc if each.text == token.text and each.i and not each.is_sent_start)
    return any(words.is_part(other.nbor(-1)) for other in others)


def _titled(doc: Doc, words: NameWords) -> Iterator[Span]:
    """ "Judge Ana Roe"."""
    for i in (i for i, word in enumerate(words_of(doc)) if word in words.titles):
        end = words.run_right(doc, i + 1)
        called = doc[i].text[0].isupper() and words.is_title(doc, i, end) and not is_shouted(doc[i : i + 2])
        if called and end > i + 1 and not _is_no_bearer(doc[i + 1], words):
            yield doc[i + 1 : end]


def _is_no_bearer(token: Token, words: NameWords) -> bool:
    """Whether a word behind a title is no name: "Mayor Charged"."""
    return token.lower_ in words.lists["headline_verbs"] or token.ent_type_ in _UNTITLED


def _explained(doc: Doc, words: NameWords) -> Iterator[Span]:
    """Names of one word that an apposition explains: "Suharyanto, the former regent, ..."."""
    text = words_of(doc)
    for token in (doc[i] for i in range(len(doc) - 2) if text[i + 1] == "," and text[i + 2] in _EXPLAINING):
        if _may_be_explained(token) and (token.i == 0 or not words.is_part(doc[token.i - 1])):
            yield doc[token.i : token.i + 1]


def _may_be_explained(token: Token) -> bool:
    """Whether a word before a comma may be a name; a place's only where "who" follows."""
    kind = token.ent_type_ in ("", "PERSON", "ORG", "NORP") or token.nbor(2).lower_ in ("who", "whose")
    return token.tag_ == "NNP" and token.is_title and kind and token.dep_ in _EXPLAINED and not token.is_sent_start


def _of_kin(doc: Doc, words: NameWords) -> Iterator[Span]:
    """ "her husband Ranjit"."""
    kin = words.lists["kin"]
    for i in (i for i, word in enumerate(words_of(doc)[:-1]) if i and word in kin):
        name = doc[i + 1]
        if doc[i - 1].tag_ in ("PRP$", "POS") and name.tag_ == "NNP" and name.is_title:
            yield doc[name.i : words.run_right(doc, name.i)]


def _told(doc: Doc, words: NameWords) -> Iterator[Span]:
    """Names of one word in a list of those whom the text means: "The accused are Ana Roe, Harun and ..."."""
    text, accused = words_of(doc), words.lists["accused_people"]
    for i in (i for i, word in enumerate(text) if word in _TELLING):
        before = text[max(doc[i].sent.start, i - _TOLD_REACH) : i]
        if "who" in before or any(word.removesuffix("s") in accused for word in before):
            items = list(_items(doc, i + 1, words))
            yield from (item for item in items if len(item) == 1 and len(items) > 2)


def _items(doc: Doc, at: int, words: NameWords) -> Iterator[Span]:
    """The runs of proper nouns from a token on that commas and "and" part."""
    while at < len(doc):
        end = at
        while end < len(doc) and doc[end].tag_ in _PROPER and words.is_part(doc[end]):
            end += 1
        if end == at:
            return
        yield doc[at:end]
        at = end
        while at < len(doc) and doc[at].lower_ in (",", "and"):
            at += 1
        if at == end:
            return


def _sharing_surname(doc: Doc, words: NameWords) -> Iterator[Span]:
    """The "Max" of "Max and Ana Roe"."""
    for i in (i - 1 for i, word in enumerate(words_of(doc)) if word == "and" and 0 < i < len(doc) - 1):
        if _shares_surname(doc[i], words):
            yield doc[i : i + 1]


def _shares_surname(token: Token, words: NameWords) -> bool:
    doc, i, given = token.doc, token.i, given_names()
    if token.tag_ != "NNP" or token.lower_ not in given or doc[i + 2].lower_ not in given:
        return False
    alone = i == 0 or doc[i - 1].tag_ not in ("NNP", "NNPS") or bool(doc[i - 1].is_sent_start)
    return alone and not goes_on_list(token) and words.run_right(doc, i + 2) > i + 3


Finder = Callable[[Doc, NameWords], Iterable[Span]]

# What they find has words at its borders that belong to no name
ROUGH: tuple[Finder, ...] = (_recognised, _possessing, _aged, _titled, capitalised_names, _explained, _of_kin)
EXACT: tuple[Finder, ...] = (quoted_aliases, nicknamed, _told, _sharing_surname)
