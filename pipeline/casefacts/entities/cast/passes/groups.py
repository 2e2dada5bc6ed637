"""Passes for people of whom the text has told together: "they", "the pair", "both brothers", "the others"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span

from casefacts.entities.around import in_headline
from casefacts.entities.cast.links import Group, Link, distinct
from casefacts.entities.cast.scene import Scene
from casefacts.entities.people import Person
from casefacts.entities.phrases import Phrase
from casefacts.entities.profiles import singular
from casefacts.marks import mention_of

# Sentences in which a pronoun's group, and that of a noun or number, must have been told of
_REACH, _NOUN_REACH = 4, 12


def remaining(scene: Scene, phrase: Phrase) -> Link | None:
    """ "The others", "the other man": of a group those who have not been named again since."""
    if not phrase.other or not phrase.definite:
        return None
    if phrase.plural and phrase.size is not None:
        return _remaining_of_number(scene, phrase)
    groups = scene.groups_before(phrase)
    if not groups or scene.steps_since(groups[-1], phrase) >= _REACH:
        return None
    if not groups[-1].complete:
        scene.refuse(phrase, "group", "the group told of last is not known to be complete")
        return None
    rest = _not_named_since(scene, groups[-1], groups[-1].at, phrase)
    if not rest or (len(rest) > 1) != phrase.plural:
        return None
    return Link(rest, "group", "who of the group has not been named again")


def _remaining_of_number(scene: Scene, phrase: Phrase) -> Link | None:
    """ "The other seven men": of a group of eight or more the seven who are not named after all were introduced."""
    for group in reversed(scene.groups_before(phrase)):
        first = (scene.cast.profiles[person.id].first.end for person in group.members)
        told = max((group.at, *(end for end in first if end <= phrase.i)))
        if group.complete and scene.distance(told - 1, phrase.i) < _NOUN_REACH:
            rest = _not_named_since(scene, group, told, phrase)
            if len(rest) == phrase.size:
                return Link(rest, "group", f"the {phrase.size} of the group who have not been named again")
    return None


def _not_named_since(scene: Scene, group: Group, start: int, phrase: Phrase) -> tuple[Person, ...]:
    """Who of a group is not named from a token on to the phrase; nobody if that is all, or if it cannot be they."""
    again = {mention_of(name).person.id for name in scene.names if start <= name.start < phrase.i}
    rest = tuple(person for person in group.members if person.id not in again)
    return rest if len(rest) < len(group.members) and scene.can_mean(phrase, rest) else ()


def one_of_a_pair(scene: Scene, phrase: Phrase) -> Link | None:
    """ "Max Poe was held. His co-defendant is at large. Both defendants ...": the one of the two who is named."""
    if phrase.size != 2 or not phrase.definite or phrase.noun not in scene.accused or len(scene.defendants) != 1:
        return None
    one = scene.cast.profiles[next(iter(scene.defendants))]
    if one.first.start > phrase.i or scene.groups_before(phrase) or not _has_unnamed_mate(scene, phrase):
        return None
    return Link((one.person,), "group", "whose co-defendant is not named", complete=False)


def _has_unnamed_mate(scene: Scene, phrase: Phrase) -> bool:
    """Whether "his co-defendant", of whom the text tells no name, stands before."""
    before = (span for span in scene.doc.spans["people"] if 0 < span.start < span.end <= phrase.i)
    mates = (span for span in before if span[0].lower_ == "co" and scene.doc[span.start - 1].tag_ == "PRP$")
    return any(mention_of(span).count == 1 and span.root.i not in scene.cast.links for span in mates)


def told_before(scene: Scene, phrase: Phrase) -> Link | None:
    """ "They", "the pair", "both brothers", "the three": the group of that size told of last."""
    if not phrase.definite or phrase.other or _goes_on_with_unnamed(scene, phrase):
        return None
    group = _told_last(scene, phrase)
    if group is None:
        just = _named_in_sentence(scene, phrase) or _just_named(scene, phrase)
        return just or _only_group(scene, phrase) or _all_judged(scene, phrase)
    every = phrase.noun == "all"  # of those who are of the group some may have no name
    if phrase.size is None and not every and not (group.complete and _are_all(scene, phrase, group)):
        scene.refuse(phrase, "group", "the group told of last is not known to be complete")
        return None
    whole = not group.others
    return Link(group.members, "group", f"{group.size} people told of together before", complete=whole)


def _goes_on_with_unnamed(scene: Scene, phrase: Phrase) -> bool:
    """ "They tried two suspects, and they were jailed": people without names, told of last in the same sentence."""
    if not phrase.in_slot or scene.defendants:
        return False
    if not phrase.pronoun:
        return _tells_of_new(scene, phrase)
    start = phrase.head.sent.start
    named = max((name.end for name in scene.names if start <= name.start < phrase.i), default=start)
    told = (span for span in scene.doc.spans["people"] if named <= span.start < phrase.i)
    return any(_is_new(span) and span.root.i not in scene.cast.links for span in told)


def _tells_of_new(scene: Scene, phrase: Phrase) -> bool:
    """ "Roe and Poe were cheated by a couple. The couple were jailed": of people without names, told of just before."""
    told = (span for span in scene.doc.spans["people"] if span.end <= phrase.i and span.root.i not in scene.cast.links)
    near = (span for span in told if scene.distance(span.start, phrase.i) <= 1 and span.root.dep_ in ("dobj", "pobj"))
    new = (span for span in near if mention_of(span).count > 1 and not mention_of(span).definite)
    return any(singular(span.root) == phrase.noun for span in new)


def _is_new(noun: Span) -> bool:
    """ "Three suspects", "people (who are convicted)": people of whom the text has not told before."""
    mention = mention_of(noun)
    counted = any(child.dep_ == "nummod" for child in noun.root.children) or noun.root.lower_ == "people"
    return counted and mention.role == "defendant" and mention.count > 1 and not mention.definite


def _told_last(scene: Scene, phrase: Phrase) -> Group | None:
    """The last group within reach that the phrase can mean; of other sentences the accused."""
    reach = _REACH if phrase.pronoun else _NOUN_REACH
    before = scene.groups_before(phrase)
    meant = [each for each in before if scene.steps_since(each, phrase) < reach and _is_meant(scene, phrase, each)]
    here = [group for group in meant if scene.steps_since(group, phrase) == 0]
    accused = [group for group in meant if phrase.in_slot and group.accused]
    return max(here or accused, key=lambda group: group.at, default=None) or _last_of(scene, phrase, meant)


def _last_of(scene: Scene, phrase: Phrase, meant: list[Group]) -> Group | None:
    """The group told of last; nobody where "the accused" may be several of them."""
    several = len({tuple(person.id for person in group.members) for group in meant}) > 1
    if several and phrase.noun in scene.accused:
        scene.refuse(phrase, "group", "several groups told of before may be the accused")
        return None
    return max(meant, key=lambda group: group.at, default=None)


def _is_meant(scene: Scene, phrase: Phrase, group: Group) -> bool:
    """Whether a noun or pronoun can mean the group: nobody of another gender, nobody who only judges or suffers."""
    if phrase.size not in (None, group.size) or not scene.can_mean(phrase, group.members, phrase.noun):
        return False
    return (
        phrase.pronoun or scene.tells_nothing(phrase) or phrase.head.tag_ == "CD" or _is_told_as(scene, phrase, group)
    )


def _is_told_as(scene: Scene, phrase: Phrase, group: Group) -> bool:
    """Whether the text calls those of the group what the phrase does, or names tell that they are it: brothers."""
    people = group.members
    if group.noun == phrase.noun or all(phrase.noun in scene.cast.profiles[person.id].nouns for person in people):
        return True
    if phrase.noun in scene.words["company_nouns"]:
        return all(person.company for person in people)
    return phrase.noun in scene.words["siblings"] and len({person.words[-1] for person in people}) == 1


def _just_named(scene: Scene, phrase: Phrase) -> Link | None:
    """ "Ana Roe was held on Friday, and Max Poe on Monday. Both were charged": those of the sentence before."""
    names = [name for name in scene.named_just_before(phrase) if not in_headline(name)]
    people = distinct(names)
    if phrase.size is None or len(people) != phrase.size or any(len(person.words) < 2 for person in people):
        return None
    if _begin_shorter_list(scene, names, phrase.size) or not scene.can_mean(phrase, people):
        return None
    return Link(people, "group", f"the {phrase.size} who are named in the sentence before")


def _named_in_sentence(scene: Scene, phrase: Phrase) -> Link | None:
    """ "Roe is charged with perjury, Poe with forgery, and both with theft": the two of the same sentence."""
    if not phrase.pronoun or phrase.size is None or phrase.head.nbor(-1).lower_ != "and":
        return None
    start = phrase.head.sent.start
    people = distinct(name for name in scene.names if start <= name.start < phrase.i)
    if len(people) != phrase.size or not scene.defendants.issuperset(person.id for person in people):
        return None
    return Link(people, "group", f"the {phrase.size} who are named before in the sentence")


def _begin_shorter_list(scene: Scene, names: list[Span], size: int) -> bool:
    """Whether some of the names are a list of their own: in "women, Ana Roe and Ida Poe, accused Max Coe" two."""
    return any(each.names[0] in names and len(each.names) < size for each in scene.lists)


def _only_group(scene: Scene, phrase: Phrase) -> Link | None:
    """The only people whom the text told of together, where it charges nobody by name."""
    before = scene.groups_before(phrase)
    if not before or scene.defendants or phrase.i not in scene.roles or phrase.noun in scene.words["siblings"]:
        return None
    last = before[-1]
    if any(group.ids != last.ids for group in before) or not scene.can_mean(phrase, last.members):
        return None
    if not phrase.is_of(len(last.members), last.complete):
        return None
    return Link(last.members, "group", "the only people told of together")


def _all_judged(scene: Scene, phrase: Phrase) -> Link | None:
    """ "The defendants", "all six men": all with whom a court dealt by name before."""
    told = phrase.noun in scene.accused and _are_all_told(scene, scene.groups_before(phrase))
    if phrase.size is None and not told:
        return None
    profiles = sorted((scene.cast.profiles[id] for id in scene.defendants), key=lambda each: each.first.start)
    named = tuple(profile.person for profile in profiles if profile.first.start < phrase.i)
    if len(named) < 2 or phrase.size not in (None, len(named)):
        return None
    if not all(scene.fits(phrase, person) for person in named):
        return None
    return Link(named, "group", "all who were charged or judged by name before")


def _are_all(scene: Scene, phrase: Phrase, group: Group) -> bool:
    """Whether the group is "the defendants": nobody else was charged or judged by name before."""
    if phrase.noun not in scene.accused:
        return True
    return not any(scene.cast.profiles[id].first.start < phrase.i for id in scene.defendants - group.ids)


def _are_all_told(scene: Scene, groups: Iterable[Group]) -> bool:
    """Whether those charged or judged by name are all of every group that has one of them."""
    mixed = (group for group in groups if scene.defendants & group.ids)
    return all(group.complete and scene.defendants >= group.ids for group in mixed)
