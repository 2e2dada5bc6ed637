"""Passes for a lead that tells of somebody new: "A Kelso man was convicted ...", who is named only below."""

from __future__ import annotations

from dataclasses import replace

from casefacts.entities.cast.links import Link
from casefacts.entities.cast.scene import Scene
from casefacts.entities.phrases import Phrase, phrase_at
from casefacts.entities.profiles import Profile
from casefacts.marks import mention_of

_REACH = 4  # sentences in which the person must be introduced
_STORY = 12  # sentences over which one story goes on
_SUBJECTS = {"nsubj", "nsubjpass"}


def identified_below(scene: Scene, phrase: Phrase) -> Link | None:
    """ "A Kelso man was jailed. ... The defendant was identified as Max Poe"."""
    asked = phrase.in_slot or (phrase.head.dep_ in _SUBJECTS and phrase.noun in scene.generic)
    one = scene.identified(phrase) if asked else None
    if one is None or one.first.start <= phrase.i:
        return None
    named = (mention_of(name).person for name in scene.named_before(phrase))
    if any(person.id in scene.defendants and not person.official for person in named):
        return None
    return Link((one.person,), "lead", "nobody else is identified as 'the accused'", ahead=True)


def lead(scene: Scene, phrase: Phrase) -> Link | None:
    """ "A Kelso man was convicted ...": the one whom the text introduces or judges by name below."""
    if phrase.other or phrase.beside or not _opens(scene, phrase):
        return None
    after = [profile for profile in scene.introduced_after(phrase) if scene.fits(phrase, profile.person)]
    judged = [profile for profile in after if profile.person.id in scene.defendants]
    link = (
        _only_one_below(scene, phrase, after, judged)
        or _first_below(scene, phrase, after)
        or _next_sentence(scene, phrase)
    )
    if link is None and len(judged) > 1:
        scene.refuse(phrase, "lead", f"{len(judged)} people are charged or judged by name below")
    return link


def _opens(scene: Scene, phrase: Phrase) -> bool:
    """Whether it may tell of somebody new: "A man ...", or "The former head ..." where nobody was named before."""
    before = scene.named_before(phrase)
    if any(mention_of(name).person.id in scene.defendants for name in before):
        return False
    first = not before and scene.sentence_of.get(phrase.i) == scene.opening
    return not phrase.definite or (phrase.owner is None and first)


def _only_one_below(scene: Scene, phrase: Phrase, after: list[Profile], judged: list[Profile]) -> Link | None:
    """The only one from the phrase's town, the only one judged, or the only one introduced right below."""
    told = [profile for profile in after if phrase.town and profile.is_from(phrase.town)]
    for people, reason in (
        (told, f"nobody else is from {phrase.town}"),
        (judged, "nobody else is charged or judged by name"),
        (_introduced_near(scene, phrase, after), "nobody else is introduced in the next sentences"),
    ):
        if len(people) == 1 and 0 < scene.steps(phrase, people[0]) <= _STORY:
            return Link((people[0].person,), "lead", reason, ahead=True)
    return None


def _first_below(scene: Scene, phrase: Phrase, after: list[Profile]) -> Link | None:
    """Who is introduced next, if a court deals with them."""
    if not after or after[0].person.id not in scene.defendants:
        return None
    if scene.steps(phrase, after[0]) > 1 and not _is_introduced_near(scene, phrase, after[0]):
        return None
    return Link((after[0].person,), "lead", "who is introduced next is charged or judged by name", ahead=True)


def _next_sentence(scene: Scene, phrase: Phrase) -> Link | None:
    """ "A Kelso man was jailed. Max Poe, 33, Orrin, was convicted ...": the only one judged, whatever town is told."""
    judged = [profile for profile in scene.introduced_after(phrase) if profile.person.id in scene.defendants]
    if phrase.definite or phrase.plural or len(judged) != 1 or len(scene.defendants) != 1:
        return None
    one = judged[0]
    if (
        scene.steps(phrase, one) != 1
        or not (one.ages and one.first[0].is_sent_start)
        or not scene.fits(replace(phrase, town=None), one.person)
    ):
        return None
    return Link(
        (one.person,), "lead", "nobody else is judged by name, and the next sentence introduces them", ahead=True
    )


def _introduced_near(scene: Scene, phrase: Phrase, after: list[Profile]) -> list[Profile]:
    """The only one who is introduced soon below, if it may be the accused; nobody for "an owner can be fined"."""
    possible = any(token.tag_ == "MD" for token in phrase.head.sent)
    near = [] if possible else [profile for profile in after if _is_introduced_near(scene, phrase, profile)]
    return near if len(near) == 1 and scene.shows_the_accused(phrase, near[0]) else []


def _is_introduced_near(scene: Scene, phrase: Phrase, profile: Profile) -> bool:
    """Whether somebody is introduced soon below, not only as who is related to another one."""
    if not profile.introduced or scene.steps(phrase, profile) >= _REACH:
        return False
    return not profile.related or profile.person.id in scene.defendants or phrase.noun in profile.nouns


def one_of_pair(scene: Scene, phrase: Phrase) -> Link | None:
    """ "A brother and sister were convicted": of two who are judged below, the one whom the noun fits better."""
    mate = None if phrase.definite else _mate(phrase)
    if mate is None:
        return None
    below = [profile for profile in scene.introduced_after(phrase) if profile.person.id in scene.defendants]
    if len(below) != 2:
        return None
    one, other = below
    this = _likeness(scene, phrase, one) + _likeness(scene, mate, other)
    that = _likeness(scene, phrase, other) + _likeness(scene, mate, one)
    if this == that:
        scene.refuse(phrase, "lead", "either of two people fits")
        return None
    chosen = one if this > that else other
    return Link((chosen.person,), "lead", f"of two people it is {phrase.noun!r} that fits", ahead=True)


def _mate(phrase: Phrase) -> Phrase | None:
    """The only other noun of "a brother and sister"."""
    beside = [token for token in (*phrase.head.children, phrase.head.head) if token.pos_ == "NOUN"]
    mates = [token for token in beside if "conj" in (token.dep_, phrase.head.dep_)]
    mate = phrase_at(mates[0]) if len(mates) == 1 else None
    return None if mate is None or mate.plural else mate


def _likeness(scene: Scene, phrase: Phrase, profile: Profile) -> int:
    """How well a phrase fits one of two people, by noun and gender."""
    same_gender = phrase.gender is not None and phrase.gender == profile.person.gender
    return 2 * (phrase.noun in profile.nouns) + same_gender - 3 * (not scene.fits(phrase, profile.person))
