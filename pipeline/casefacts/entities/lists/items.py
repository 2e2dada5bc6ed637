"""What is no item of a list of people, though a name stands there: a street, a home, a maker, who tells of another."""

from __future__ import annotations

import re

from spacy.tokens import Span

from casefacts.entities.lists.name_list import PARTING
from casefacts.marks import mention_of

_CALIBRE = re.compile(r"\.?\d+(?:mm)?|mm|gauge|caliber|calibre")
_ALIAS = {"alias", "aka", "a/k/a"}


def items(names: list[Span], kin: frozenset[str]) -> list[Span]:
    """The names that can be items of lists; `kin` are nouns that tell of one person by another."""
    ends = {name.end for name in names}
    return [name for name in names if not (_is_no_item(name, ends) or _is_of_kin(name, kin))]


def _is_no_item(name: Span, ends: set[int]) -> bool:
    return _is_street(name) or _is_place(name) or _is_home(name) or _is_beside(name, ends) or _is_make(name)


def _is_street(name: Span) -> bool:
    """Whether a house number or an ordinal stands before: "of 41 Whitney Chase", "96th Street"."""
    before = [token for token in name.doc[max(name.start - 4, 0) : name.start] if not token.is_space][-2:]
    if not before:
        return False
    numbered = before[-1].is_digit and before[0].lower_ in ("of", "at", "from", "on")
    return numbered or re.fullmatch(r"\d*(?:st|nd|rd|th)", before[-1].lower_) is not None


def _is_place(name: Span) -> bool:
    """Whether one word stands alone in brackets: "Max Poe (Kelso)"."""
    around = name.doc[max(name.start - 1, 0) : name.end + 1]
    return len(name) == 1 and len(around) == 3 and (around[0].text, around[-1].text) == ("(", ")")


def _is_home(name: Span) -> bool:
    """Whether the names before are said to be from there: "Ana Roe and Max Poe, both of Kelso Springs, and ..."."""
    before = name.doc[max(name.start - 2, 0) : name.start].text.lower().split()
    return len(before) == 2 and before[0] in ("all", "both") and before[1] in ("of", "from")


def _is_beside(name: Span, ends: set[int]) -> bool:
    """Whether it stands in brackets right behind another name: who plays them, or "Max Poe (alias Leo Marsh)"."""
    bracketed = name.end < len(name.doc) and name.doc[name.end].text == ")"
    opens = name.start - 1 - (name.doc[name.start - 1].lower_ in _ALIAS)
    return bracketed and opens in ends and name.doc[opens].text == "("


def _is_make(name: Span) -> bool:
    """Whether it only describes the noun behind it: "a Marsh pistol", "a 9mm Marsh pistol"."""
    behind = name.doc[name.end] if name.end < len(name.doc) else None
    if name.start and not name[0].is_sent_start and _CALIBRE.fullmatch(name.doc[name.start - 1].lower_):
        return True  # the age that ends the line before is no calibre
    return behind is not None and behind.tag_ in ("NN", "NNS") and behind.is_lower and behind.lower_ not in PARTING


def _is_of_kin(name: Span, kin: frozenset[str]) -> bool:
    """Whether another person is told by it: "Ana Roe, daughter of the singer Ida Roe, and ..."."""
    i = name.start - 1
    while i > name.sent.start and name.doc[i].pos_ in ("NOUN", "PROPN", "DET", "ADJ"):
        i -= 1
    return i > name.sent.start and name.doc[i].lower_ == "of" and name.doc[i - 1].lower_ in kin


def is_unread(name: Span, titles: frozenset[str]) -> bool:
    """Whether a given name that is not the person's stands before a surname: the "Poe" of "Leo Poe" taken for Max."""
    if len(name) > 1 or name[0].is_sent_start:
        return False
    before, person = name.doc[name.start - 1], mention_of(name).person
    given = before.tag_ == "NNP" and before.is_title and before.lower_ not in titles
    return given and len(person.words) > 1 and before.lower_ not in {word.lower() for word in person.words}
