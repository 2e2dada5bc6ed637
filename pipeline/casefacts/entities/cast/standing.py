"""Who stands where in the matter: those whom a court deals with by name, and those who work on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from casefacts.entities.around import word_before
from casefacts.entities.cast.links import distinct, ids
from casefacts.entities.lists import NameList, Roll, name_lists, rolls, says_who_is_accused, tells_of_them
from casefacts.entities.profiles import Profile, singular
from casefacts.marks import mention_of, rule_of, said_of
from casefacts.stages.slots import stands_before


@dataclass(frozen=True)
class Standing:
    """By their numbers the `defendants` and those `at_work`; the lists of names without those of who works.

    `rolls` are the lists one a line of those who are accused.
    """

    defendants: frozenset[int]
    at_work: frozenset[int]
    lists: list[NameList]
    rolls: list[Roll]


def standing(
    doc: Doc, names: list[Span], profiles: Mapping[int, Profile], words: Mapping[str, frozenset[str]]
) -> Standing:
    """Read the lists of names and the slots of what is stated; marks officials by their titles in the plural."""
    found = name_lists(doc, names, words)
    enrolled = [roll for roll in rolls(found, names) if len(roll.names) > 1 and _heads_accused(roll, words)]
    lists = [each for each in found if len(each.names) > 1]
    _spread_offices(lists, words["official_titles"] | words["official_nouns"])
    defendants = frozenset(_with_listed(set(_by_name(doc, names, profiles, words)), lists, words))
    working = [each for each in lists if _is_at_work(each, defendants, words)]
    at_work = {id for each in working for id in ids(distinct(each.names))} - defendants
    return Standing(defendants, frozenset(at_work), [each for each in lists if each not in working], enrolled)


def _by_name(
    doc: Doc, names: list[Span], profiles: Mapping[int, Profile], words: Mapping[str, frozenset[str]]
) -> Iterator[int]:
    """Who stands by name where a defendant stands, in a statement that is made, or is said to be the defendant."""
    yield from (id for id, profile in profiles.items() if profile.nouns & words["accused_people"])
    by_token = {token.i: span for span in names for token in span}
    for trigger in doc.spans["triggers"]:
        slot = trigger._.slots.defendant
        if slot is not None and slot.i in by_token and _is_stated(trigger):
            person = mention_of(by_token[slot.i]).person
            if _may_penalize(trigger, profiles[person.id]) and (not person.official or _is_dealt_with(trigger, slot)):
                yield person.id


def _is_dealt_with(trigger: Span, name: Token) -> bool:
    """ "Judge Ana Roe has been convicted", "indicted Officer Ana Roe": not who only acts there."""
    charged = name.dep_ == "dobj" and name.head in trigger and rule_of(trigger).group == "charges"
    return charged or stands_before(trigger, name)


def _is_stated(trigger: Span) -> bool:
    told = said_of(trigger).status in ("asserted", "planned")
    return told or rule_of(trigger).get("status") not in (None, "imposed")  # "Roe could be jailed for ten years"


def _may_penalize(trigger: Span, profile: Profile) -> bool:
    """Whether a penalty stands beside what tells of one only then: "agreed to", and "received" said of the hurt."""
    rule, sentence = rule_of(trigger), trigger[0].sent
    if rule.sense != "must" and not (profile.hurt and rule.get("who") == "subject" and rule.group == "sentences"):
        return True
    return any(sentence.start <= penalty.start < sentence.end for penalty in trigger.doc.spans["penalties"])


def _with_listed(found: set[int], lists: list[NameList], words: Mapping[str, frozenset[str]]) -> set[int]:
    """These, and who is listed as accused or with one of them."""
    for each in lists:
        people = distinct(each.names)
        if _are_accused(each, words) or _are_among_defendants(each):
            found |= set(ids(people))
        elif any(person.id in found for person in people):
            found |= {person.id for person in people if not (person.victim or person.official)}
    return found


def _are_accused(each: NameList, words: Mapping[str, frozenset[str]]) -> bool:
    """ "The convicts are Ana Roe, ...", "identified the defendants as ...": the noun before the names says it."""
    if says_who_is_accused(each, words["accused_people"]):
        return True
    doc, i = each.names[0].doc, each.start - 1
    while i > 0 and doc[i].lower_ in ("as", "are", "were", ":", ","):
        i -= 1
    return i >= 0 and doc[i].tag_ == "NNS" and singular(doc[i]) in words["accused_people"]


def _are_among_defendants(each: NameList) -> bool:
    """ "Ten people, including clerk Ana Roe and Max Poe, were charged"."""
    link = each.names[0].root.head
    slots = (trigger._.slots.defendant for trigger in link.doc.spans["triggers"] if _is_stated(trigger))
    return link.lower_ == "including" and any(slot == link.head for slot in slots if slot is not None)


def _spread_offices(lists: list[NameList], offices: frozenset[str]) -> None:
    """ "Assistant Attorneys Ana Roe, Max Poe and Bo Li": a title in the plural is that of all in the list."""
    for each in lists:
        before = word_before(each.names[0])
        if before.endswith("s") and before.removesuffix("s") in offices:
            for person in distinct(each.names):
                person.official = True


def _is_at_work(each: NameList, defendants: frozenset[int], words: Mapping[str, frozenset[str]]) -> bool:
    """Whether it lists those who judge, prosecute or defend: one holds an office, or they worked on the case."""
    people = distinct(each.names)
    if not defendants.isdisjoint(ids(people)) or tells_of_them(each, words["accused_people"]):
        return False
    return each.at_work or any(person.official for person in people)


def _heads_accused(roll: Roll, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether the head of a roll, or the heading of its only part, says that they are accused."""
    headings = [heading for heading, _ in roll.parts]
    told = [roll.head] if roll.head.text.rstrip().endswith(":") or len(headings) > 1 else []
    told += headings if len(headings) == 1 else []
    said = {singular(token) for line in told for token in line}
    others = {singular(token) for heading in headings for token in heading}
    accused = words["accused_people"] | words["accusing"] | {"indicted"}
    return not said.isdisjoint(accused) and others.isdisjoint(words["never_accused"])
