"""Lists of people by layout and punctuation alone: names between commas, behind a colon, or one a line.

A list is told whole only if every item of it could be read as a name: where one could not, nobody can say whom "the
defendants" behind it are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc, Span

from casefacts.entities.lists.items import is_unread, items
from casefacts.entities.lists.name_list import NameList, Roll
from casefacts.entities.lists.rolls import one_a_line, rolls
from casefacts.entities.lists.told import says_who_is_accused, tells_of_them, with_told
from casefacts.entities.lists.within import within_sentences
from casefacts.marks import mention_of

__all__ = ["NameList", "Roll", "name_lists", "rolls", "says_who_is_accused", "tells_of_them"]


def name_lists(doc: Doc, names: list[Span], words: Mapping[str, frozenset[str]]) -> list[NameList]:
    """The lists of a Doc in text order: within a sentence, and one a line with an age or a bullet each.

    Of `words` the "titles" stand before names, "kin" are nouns that tell of one person by another ("daughter of Ana
    Roe"), and "accused_people" open a sentence that says who they are. A list has two names or more, a part of a roll
    also one.
    """
    found: list[NameList] = []
    people = items(names, words["kin"])
    titles = words["titles"]
    unread = {name.start for name in people if is_unread(name, titles)}
    listed = (*within_sentences(doc, people), *one_a_line(doc, people, titles))
    for each in sorted(listed, key=lambda each: each.start):
        goes_on = bool(found) and each.names[0] in found[-1].names
        found.append(_joined(found.pop(), each) if goes_on else each)
    found = [each for each in (_without(each, unread) for each in found) if len(each.names) > (not each.roll)]
    return with_told(found, people, words["accused_people"])


def _joined(known: NameList, more: NameList) -> NameList:
    """Two lists of which one goes on with the last name of the other."""
    names = (*known.names, *(name for name in more.names if name not in known.names))
    at_work, roll = known.at_work or more.at_work, known.roll or more.roll
    return NameList(names, known.open, known.whole and more.whole, at_work, roll)


def _without(each: NameList, unread: set[int]) -> NameList:
    """The list without the names that cannot be right, and not whole if two of its items are one person."""
    names = tuple(name for name in each.names if name.start not in unread)
    people = {mention_of(name).person.id for name in names}
    return replace(each, names=names, whole=each.whole and len(people) == len(each.names))
