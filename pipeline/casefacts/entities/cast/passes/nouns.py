"""Passes for a noun that means one person: who is described so, or the only one whom the article accuses."""

from __future__ import annotations

from casefacts.entities.cast.links import Link, distinct
from casefacts.entities.cast.scene import Scene
from casefacts.entities.phrases import Phrase, bears_a_name
from casefacts.entities.profiles import Profile
from casefacts.marks import mention_of

_PAIR_REACH = 2  # sentences behind two names in which "the latter" may follow
_FAR = 12  # sentences ahead beyond which "the man" is somebody else
_REACH = 4  # sentences behind the name of who was brought to court


def one_of_two(scene: Scene, phrase: Phrase) -> Link | None:
    """ "The former was acquitted; the latter ...": of the two named together last."""
    if phrase.noun not in ("former", "latter"):
        return None
    pairs = [group for group in scene.groups_before(phrase) if len(group.members) == 2]
    if not pairs or scene.steps_since(pairs[-1], phrase) > _PAIR_REACH:
        return None
    person = pairs[-1].members[0 if phrase.noun == "former" else 1]
    return Link((person,), "noun", f"the {phrase.noun} of the two named together before")


def identified(scene: Scene, phrase: Phrase) -> Link | None:
    """ "The defendant was identified as Max Poe": nobody else is identified as one who is accused."""
    one = scene.identified(phrase)
    if one is None or not phrase.definite or phrase.noun not in one.identified:
        return None
    reason = f"nobody else is identified as {phrase.noun!r}"
    return Link((one.person,), "noun", reason, ahead=one.first.start > phrase.i)


def described(scene: Scene, phrase: Phrase) -> Link | None:
    """ "the nurse", "his wife", "the 43-year-old": one person only is described so."""
    if phrase.other or phrase.noun in scene.accused:
        return None
    fits = [profile for profile in scene.profiles if _is_described(scene, phrase, profile)]
    if len(fits) > 1:
        scene.refuse(phrase, "noun", "several people are described so")
    if len(fits) != 1 or not scene.may_be_accused(fits[0].person, phrase.noun):
        return None
    if _is_of_somebody_else(scene, phrase, fits[0]):
        scene.refuse(phrase, "noun", "who is described so is neither charged nor judged")
        return None
    return Link((fits[0].person,), "noun", f"nobody else is described as {phrase.age or phrase.noun!r}")


def _is_described(scene: Scene, phrase: Phrase, profile: Profile) -> bool:
    if not scene.fits(phrase, profile.person):
        return False
    if phrase.age is not None and phrase.age in profile.ages:
        return True
    special = phrase.noun not in scene.generic and phrase.noun in profile.nouns and not bears_a_name(phrase.head)
    return special and (phrase.age is None or not profile.ages)


def _is_of_somebody_else(scene: Scene, phrase: Phrase, profile: Profile) -> bool:
    """Whether it tells of somebody new, and who is named below and described so is not among those accused by name."""
    new = not phrase.definite and phrase.age is None and profile.first.start > phrase.i
    if not new or profile.person.id in scene.defendants:
        return False
    return bool(scene.defendants) or not scene.tells_again(phrase, profile)


def only_company(scene: Scene, phrase: Phrase) -> Link | None:
    """ "The firm": the only company that the article names."""
    if not phrase.the_one or phrase.noun not in scene.words["firms"]:
        return None
    named = [profile for profile in scene.profiles if profile.person.company]
    if len(named) != 1 or named[0].person.victim or named[0].mentions[0].start > phrase.i:
        return None
    return Link((named[0].person,), "noun", "no other company is named")


def only_one_from_town(scene: Scene, phrase: Phrase) -> Link | None:
    """ "The Kelso man": nobody else is from there."""
    if not phrase.definite or phrase.other or phrase.town is None or phrase.noun not in scene.generic:
        return None
    fits = [profile for profile in scene.profiles if profile.towns and scene.fits(phrase, profile.person)]
    if len(fits) != 1 or not scene.may_be_accused(fits[0].person):
        return None
    return Link((fits[0].person,), "noun", f"nobody else is from {phrase.town}")


def just_judged(scene: Scene, phrase: Phrase) -> Link | None:
    """ "... jailed a student, Leo Marsh. The convict had pleaded guilty": the one of the sentence before."""
    if not scene.is_the_accused(phrase):
        return None
    named = [mention_of(name).person for name in scene.named_just_before(phrase)]
    found = {person.id: person for person in named if person.id in scene.defendants and not person.company}
    stated = (link for i, link in scene.stated_in_slots() if scene.distance(i, phrase.i) == 1)
    found |= {person.id: person for link in stated for person in link.people}
    people = tuple(found.values())
    if len(people) != 1 or not scene.fits(phrase, people[0]):
        return None
    return Link(people, "noun", "who was charged or judged in the sentence before")


def only_defendant(scene: Scene, phrase: Phrase) -> Link | None:
    """ "The former star has denied murder", "the man should be jailed": the article charges one person by name."""
    if not phrase.the_one or len(scene.defendants) != 1:
        return None
    one = scene.cast.profiles[next(iter(scene.defendants))]
    if not (scene.is_of_people(phrase) or _is_told_of(scene, phrase, one)):
        return None
    if not scene.can_mean(phrase, (one.person,), phrase.noun) or _is_apart(phrase, one):
        return None
    if not scene.tells_nothing(phrase) and one.mentions[0].start > phrase.i:
        return None
    if phrase.noun in scene.generic and scene.distance(phrase.i, one.first.start) > _FAR:
        return None  # "the man" of a text that ends with another one's case
    return Link((one.person,), "noun", "nobody else is charged or judged by name")


def _is_told_of(scene: Scene, phrase: Phrase, profile: Profile) -> bool:
    """ "The striker was convicted": a noun that no list has, where the text has told of nobody else since."""
    told = [mention_of(name).person for name in scene.named_before(phrase) if not mention_of(name).person.official]
    return phrase.in_slot and phrase.text.lower().startswith("the ") and told[-1:] == [profile.person]


def _is_apart(phrase: Phrase, profile: Profile) -> bool:
    """ "Roe saw the man": the noun stands beside the name in one clause."""
    subjects = (name.root for name in profile.mentions if name.root.dep_ in ("nsubj", "nsubjpass"))
    return any(subject.head == phrase.head.head for subject in subjects)


def only_one_before(scene: Scene, phrase: Phrase) -> Link | None:
    """ "Leo Marsh appeared in court. The accused was charged ...": who was brought to court, and nobody else."""
    if scene.defendants or not scene.is_the_accused(phrase):
        return None
    before = scene.named_before(phrase)
    brought = [name for name in before if name.root.head.lower_ in scene.words["brought_to_court"]]
    if not brought or scene.distance(brought[-1].start, phrase.i) >= _REACH:
        return None
    one = mention_of(brought[-1]).person
    people = tuple(person for person in distinct(before) if scene.may_be_accused(person))
    if people != (one,) or not scene.fits(phrase, one):
        return None
    return Link(people, "noun", "nobody else who may be charged was named before")
