"""Sentences that say who those are of whom the text told: "The accused are Ana Roe, a clerk, and two brokers, ..."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from spacy.tokens import Span

from casefacts.clause import FINITE
from casefacts.entities.lists.name_list import NameList
from casefacts.entities.profiles import singular
from casefacts.marks import mention_of
from casefacts.numerals import number

_THEY = frozenset({"they", "those"})
_BE = {"are", "were"}
_RELATIVE = {"who", "which", "that"}
# What stands before somebody who is none of them: "chairman of Poe Mills", "arrested by Max Coe"
_OF_OTHERS = {"of", "at", "for", "under", "by", "with", "against", "to"}


def tells_of_them(each: NameList, accused: frozenset[str]) -> bool:
    """Whether a list says who those are of whom the text told: "They are ...", "The convicts are ..."."""
    return _is_told(_opening(each.names[0]), accused | _THEY)


def says_who_is_accused(each: NameList, accused: frozenset[str]) -> bool:
    """Whether a list says who the accused are, and not who "they" are: "The convicts are ..."."""
    return _is_told(_opening(each.names[0]), accused)


def with_told(found: list[NameList], names: list[Span], accused: frozenset[str]) -> list[NameList]:
    """The lists, and all whom a sentence names that says who the accused are."""
    known = {each.names for each in found}
    told = (each for each in _told(names, accused) if each.names not in known)
    return sorted([*found, *told], key=lambda each: each.start)


def _told(names: list[Span], accused: frozenset[str]) -> Iterator[NameList]:
    """For each sentence that says who the accused are its names.

    Complete where it gives their number, or gives none and "and" leads to the last.
    """
    for _, group in groupby(names, key=lambda name: name.sent.start):
        within = list(group)
        opening = _opening(within[0])
        if not _is_told(opening, accused | _THEY):
            continue
        items = tuple(_items(within))
        if len(items) > 1:
            counts = [number(token.text) for token in opening if token.tag_ == "CD"]
            joined = within[0].doc[items[-2].end : items[-1].start].text.startswith(("and", ", and"))
            yield NameList(items, whole=len(items) in counts if counts else joined)


def _opening(first: Span) -> Span:
    """What stands before the first name of its sentence."""
    return first.doc[first.sent.start : first.start]


def _is_told(opening: Span, nouns: frozenset[str]) -> bool:
    """Whether it goes "The <noun> are"."""
    if not any(token.lower_ in _BE for token in opening):
        return False
    subjects = (token for token in opening if token.dep_ == "nsubj")
    return any(singular(token) in nouns for token in subjects)


def _items(names: list[Span]) -> Iterable[Span]:
    """The people named up to the next clause, but for those of whom only another is told."""
    sentence, doc = names[0].sent, names[0].doc
    clauses = (token.left_edge.i for token in doc[names[0].end : sentence.end] if token.tag_ in FINITE)
    others = (start for start in clauses if start > names[0].end and doc[start].lower_ not in _RELATIVE)
    end = next(others, sentence.end)
    return (name for name in names if name.start < end and not _is_of_others(name))


def _is_of_others(name: Span) -> bool:
    if mention_of(name).person.company or name.doc[name.end : name.end + 1].text == "'s":
        return True
    return name.doc[name.start - 1].lower_ in _OF_OTHERS
