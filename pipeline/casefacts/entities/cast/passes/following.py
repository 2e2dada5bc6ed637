"""Passes for people of whom the text tells by their number first: "Seven soldiers were acquitted ...", named below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from casefacts.entities.cast.links import Link, distinct, ids
from casefacts.entities.cast.scene import Scene
from casefacts.entities.lists import NameList, tells_of_them
from casefacts.entities.phrases import Phrase
from casefacts.entities.profiles import Profile

_REACH = 4  # sentences in which their list must begin
_COUNTED_REACH = 12  # sentences over which people who are told by their number may be introduced one by one


def named_below(scene: Scene, phrase: Phrase) -> Link | None:
    """The list below of as many people, or as many who are introduced there."""
    if not phrase.plain or (phrase.definite and phrase.size is None):
        return None
    fit = [profile for profile in scene.introduced_after(phrase) if _fits(scene, phrase, profile)]
    return _list_below(scene, phrase, fit) or _one_by_one(scene, phrase, fit)


def _fits(scene: Scene, phrase: Phrase, profile: Profile) -> bool:
    """Whether the phrase can mean the person; of who is accused the text may tell the part of the town."""
    told = replace(phrase, town=None) if profile.person.id in scene.defendants else phrase
    return scene.fits(told, profile.person)


def following(scene: Scene, phrase: Phrase) -> Link | None:
    """ "The following defendants were convicted:", above their names."""
    if not phrase.plain or not phrase.definite or phrase.size is not None or "following" not in phrase.text.lower():
        return None
    for each in scene.lists:
        if each.start > phrase.i and scene.distance(phrase.i, each.start) <= 1:
            return Link(distinct(each.names), "list", "their names follow", ahead=True, complete=each.complete)
    return None


def _list_below(scene: Scene, phrase: Phrase, fit: list[Profile]) -> Link | None:
    """The list below of as many people, or of those whom a plural without a number tells of."""
    if phrase.size is None and (not scene.is_of_people(phrase) or phrase.noun == "person"):
        return None  # "people convicted of theft" are nobody named below
    for each in _lists_below(scene, phrase, fit):
        people = distinct(each.names)
        if phrase.is_of(len(people), each.complete) and not _are_judged_before(scene, each, fit):
            return Link(people, "group", f"{len(people)} people are listed below", ahead=True)
    return None


def _lists_below(scene: Scene, phrase: Phrase, fit: Iterable[Profile]) -> Iterator[NameList]:
    """The lists soon below of people whom the phrase can mean."""
    listed = {profile.person.id for profile in fit}
    if phrase.size:
        listed.update(_officers_below(scene, phrase), _told_of(scene, phrase))
    reach = _COUNTED_REACH if phrase.size else _REACH
    for each in scene.lists:
        below = each.start > phrase.i and scene.distance(phrase.i, each.start) < reach
        if below and listed.issuperset(ids(distinct(each.names))):
            yield each


def _officers_below(scene: Scene, phrase: Phrase) -> Iterator[int]:
    """ "Five police officers were charged", whose names have ranks."""
    if phrase.noun in scene.offices:
        officers = (profile for profile in scene.profiles if profile.person.official)
        yield from (profile.person.id for profile in officers if profile.first.start > phrase.i)


def _told_of(scene: Scene, phrase: Phrase) -> Iterator[int]:
    """ "Seven managers were jailed. They are vice president Ana Roe, ..."."""
    if phrase.in_slot:
        told = (each for each in scene.lists if tells_of_them(each, scene.accused))
        yield from (id for each in told for id in ids(distinct(each.names)))


def _are_judged_before(scene: Scene, each: NameList, fit: Iterable[Profile]) -> bool:
    """Whether the text first tells of others, one by one, who are charged or judged: then they are the group."""
    others = scene.defendants - set(ids(distinct(each.names)))
    judged = any(profile.person.id in others and profile.first.end <= each.start for profile in fit)
    return judged and not tells_of_them(each, scene.accused)


def _one_by_one(scene: Scene, phrase: Phrase, fit: list[Profile]) -> Link | None:
    """As many as are introduced or judged one by one below."""
    if phrase.size is None or not phrase.in_slot or phrase.head.head.lower_ in ("among", "amongst"):
        return None
    near = [profile for profile in fit if _is_told_near(scene, phrase, profile)]
    shown = all(_may_be_accused(scene, phrase, profile) for profile in near)
    if len(near) == phrase.size and shown and _are_apart(phrase, near):
        people = tuple(profile.person for profile in near)
        return Link(people, "group", f"{phrase.size} people are introduced below", ahead=True)
    if near:
        scene.refuse(phrase, "group", f"{len(near)} people are introduced below, not {phrase.size}")
    return None


def _are_apart(phrase: Phrase, people: Iterable[Profile]) -> bool:
    """Whether not all are introduced in the sentence of the phrase."""
    sentence = phrase.head.sent.start
    return any(profile.first.sent.start != sentence for profile in people)


def _is_told_near(scene: Scene, phrase: Phrase, profile: Profile) -> bool:
    """Whether somebody is introduced or judged within reach of the phrase."""
    told = profile.introduced or profile.person.id in scene.defendants
    return told and scene.steps(phrase, profile) <= _COUNTED_REACH


def _may_be_accused(scene: Scene, phrase: Phrase, profile: Profile) -> bool:
    """Whether somebody is judged, or introduced as the accused are: with an age, or soon."""
    if profile.person.id in scene.defendants or profile.ages:
        return True
    return scene.steps(phrase, profile) <= _REACH and scene.shows_the_accused(phrase, profile)
