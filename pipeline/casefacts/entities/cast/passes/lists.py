"""Passes for a plural whose people are listed by name beside it, or one a line."""

from __future__ import annotations

from casefacts.entities.cast.links import Link, distinct
from casefacts.entities.cast.scene import Scene
from casefacts.entities.lists import NameList, Roll
from casefacts.entities.phrases import Phrase
from casefacts.entities.profiles import singular

# What parts a phrase from the list of those it means
_BEFORE_LIST = {",", ":", "-", "–", "—", "(", "including"}
_PARTED = 2  # tokens


def followed_by_list(scene: Scene, phrase: Phrase) -> Link | None:
    """ "The three, Ana Roe, Max Poe and Bo Li, ...", "two clerks: Ana Roe and Max Poe", "nine, including ..."."""
    end = phrase.end
    for each in scene.lists:
        if 0 <= each.start - end <= _PARTED and all(t.lower_ in _BEFORE_LIST for t in scene.doc[end : each.start]):
            people = distinct(each.names)
            if any(person.victim for person in people):
                return None
            complete = phrase.is_of(len(people), each.complete)
            if each.open or complete:
                return Link(people, "list", f"{phrase.text!r} is followed by their names", complete=complete)
    return None


def enrolled(scene: Scene, phrase: Phrase) -> Link | None:
    """ "The defendants", "the seven people", "the officers": they are listed one a line below "Those indicted:"."""
    if len(scene.rolls) != 1 or not phrase.plain:
        return None
    roll = scene.rolls[0]
    listed = _part(scene, phrase, roll) or roll
    people = distinct(listed.names)
    all_of_them = isinstance(listed, NameList) or (phrase.definite and phrase.noun in scene.accused)
    if not phrase.is_of(len(people), listed.complete and all_of_them):
        return None
    reason = f"{len(people)} people are listed one a line"
    return Link(people, "list", reason, ahead=roll.names[0].start > phrase.i, complete=listed.complete)


def _part(scene: Scene, phrase: Phrase, roll: Roll) -> NameList | None:
    """The only part of a roll in whose heading the noun of the phrase stands: "the officers", "Former officers"."""
    if not phrase.definite or scene.tells_nothing(phrase) or len(roll.parts) < 2:
        return None
    parts = [part for heading, part in roll.parts if phrase.noun in {singular(token) for token in heading}]
    return parts[0] if len(parts) == 1 else None
