"""Who is never named, and told of by several nouns: "A 19-year-old man", "the teenager"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from casefacts.cases.apart import akin
from casefacts.fact import Fact
from casefacts.forms import text_of
from casefacts.marks import mention_of
from casefacts.rulebook import lists_of

_ANOTHER = re.compile(r"\b(?:another|other|second|third|fourth|younger|older|elder|co-\w+)\b", re.I)
_LAST = re.compile(r"[\w-]+$")
_AGE = re.compile(r"(\d{1,3})-year-old")
_AGE_BEHIND = re.compile(r",? ?\(?(?:aged )?(\d{1,3})\b[,)]")
_PLURAL = re.compile(r"s$|men$|people$|^(?:couple|pair|group|company|firm)$", re.I)
_TEENS, _MINOR, _GROWN = (13, 19), (0, 17), (16, 120)


@dataclass(frozen=True)
class _Somebody:
    """What a phrase says of the one it stands for."""

    phrase: str
    phrases: frozenset[str]
    noun: str
    definite: bool
    several: bool
    ages: tuple[int, int]
    aged: bool
    gender: str | None
    told: frozenset[str]
    generic: bool
    known: bool

    def may_be(self, other: _Somebody) -> bool:
        """Whether both can be one, by number, age, gender, town and trade."""
        aged = max(self.ages[0], other.ages[0]) <= min(self.ages[1], other.ages[1])
        gendered = len({self.gender, other.gender} - {None}) < 2
        alike = self.noun == other.noun or (self.known and other.known and (self.generic or other.generic))
        return self.several == other.several and aged and gendered and alike and self.told <= other.told

    def met(self, again: _Somebody) -> _Somebody:
        """What is known once the same one is told of again."""
        ages = max(self.ages[0], again.ages[0]), min(self.ages[1], again.ages[1])
        return replace(
            self,
            phrases=self.phrases | again.phrases,
            ages=ages if ages[0] <= ages[1] else self.ages,
            gender=self.gender or again.gender,
        )


def with_one_phrase(facts: list[Fact]) -> list[Fact]:
    """The facts, in which whoever is not named has the phrase that the text first tells of them by."""
    told: dict[str, tuple[_Somebody, list[Fact]]] = {}
    found = []
    for fact in sorted(facts, key=lambda fact: (fact.start, fact.end)):
        somebody = None if fact.person is not None else _somebody(fact)
        if somebody is not None:
            before, facts_before = _told_before(somebody, fact, told) or (somebody, [])
            told[before.phrase] = before.met(somebody), [*facts_before, fact]
            fact = replace(fact, phrase=before.phrase)
        found.append(fact)
    return found


def _told_before(
    now: _Somebody, fact: Fact, told: Mapping[str, tuple[_Somebody, list[Fact]]]
) -> tuple[_Somebody, list[Fact]] | None:
    """The one told of before who is meant, if one alone can be: by "the", or by age and crime."""
    again = [each for each in told.values() if now.phrase.lower() in each[0].phrases]
    fitting = again or [each for each in told.values() if now.may_be(each[0]) and _points_to(now, fact, *each)]
    if len(fitting) > 1:
        fitting = [each for each in fitting if each[0].noun == now.noun]
    return fitting[0] if len(fitting) == 1 else None


def _points_to(now: _Somebody, fact: Fact, before: _Somebody, facts: list[Fact]) -> bool:
    """Whether "the driver" points back, or "a 19-year-old driver" is told of for the same thing."""
    retold = now.aged and before.ages != _GROWN and any(fact.type == each.type and akin(fact, each) for each in facts)
    return now.definite or retold


def _somebody(fact: Fact) -> _Somebody | None:
    """What the fact's phrase says of somebody; None for whom the text calls another."""
    phrase = fact.phrase or ""
    last = _LAST.search(phrase)
    if last is None or _ANOTHER.search(phrase):
        return None
    noun, lists, several = last[0].lower(), lists_of(fact.trigger.doc), _PLURAL.search(last[0]) is not None
    age = _age(fact, phrase)
    return _Somebody(
        phrase=phrase,
        phrases=frozenset((phrase.lower(),)),
        noun=noun,
        several=several,
        definite=phrase.lower().startswith("the "),
        ages=_ages(noun, lists) if age is None else (age, age),
        aged=age is not None,
        gender="m" if noun in lists["masculine"] else "f" if noun in lists["feminine"] else None,
        told=frozenset(word for word in phrase.split()[1:-1] if several or word[0].isupper()),
        known=_is_known(fact, last[0]),
        generic=not several
        and not {noun}.isdisjoint(lists["masculine"] | lists["feminine"] | lists["generic_people"] | lists["young"]),
    )


def _is_known(fact: Fact, noun: str) -> bool:
    """Whether the text takes the noun for people: not "the indictment was dismissed"."""
    return any(mention_of(span).kind == "noun" and span[-1].text == noun for span in fact.trigger.doc.spans["people"])


def _ages(noun: str, lists: Mapping[str, frozenset[str]]) -> tuple[int, int]:
    if noun in ("teen", "teenager"):
        return _TEENS
    return (_MINOR[0], _TEENS[1]) if noun == "youth" else _MINOR if noun in lists["young"] else _GROWN


def _age(fact: Fact, phrase: str) -> int | None:
    """The age in the phrase, or right behind it: "The driver, 42,"."""
    text, sentence = text_of(fact.trigger.doc), fact.trigger[0].sent
    at = text.find(phrase, sentence.start_char, sentence.end_char)
    told = _AGE.search(phrase) or (_AGE_BEHIND.match(text, at + len(phrase)) if at >= 0 else None)
    return None if told is None else int(told[1])
