"""Who stands behind the phrases of an article that name nobody: decided once, before any statement is made.

A sieve of passes, the surest first (Raghunathan et al. 2010; Lee et al. 2013): what the text states, nouns that
describe one person only, lists, groups, then leads ("A Kelso man was convicted ...", named three sentences on). Each
link keeps its pass and its reason, each refusal too; where two people fit, a pass refuses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from spacy.tokens import Doc, Span, Token

from casefacts.entities.lists import NameList, Roll, name_lists, rolls
from casefacts.entities.people import Gender, Person
from casefacts.entities.phrases import Phrase, bears_a_name, phrase_at, phrases
from casefacts.entities.profiles import Profile, Suffering, in_headline, profiles, singular
from casefacts.forms import text_of, words_of
from casefacts.numerals import number
from casefacts.records import LinkedBy
from casefacts.rulebook import Rulebook
from casefacts.stages.slots import stands_before

_FEW = 4  # words of a heading or a table cell
# Sentences in which a lead's person must be introduced, a pronoun's group have been named
_LEAD_REACH, _GROUP_REACH = 4, 4
# Sentences over which people of a group that is told by its number may be introduced one by one
_ROLL_REACH = 12
# What parts a phrase from the list of those it means
_BEFORE_LIST = {",", ":", "-", "–", "—", "(", "including"}
# What may follow a name in apposition; the second comma is often left out: "A young man, Max Poe was convicted"
_BEHIND_APPOSITION = {",", ".", ";", ")", "(", "and", "was", "were", "is", "has", "had"}
# What may stand between the noun and the comma or dash: "a mother of three, Ana Roe, ...",
# "a man from Kelso - Max Poe", "the head of a ferry company, Bo Li, ..."
_DESCRIBING = re.compile(
    r"^(?:of \w+ ?(?=,)|(?:from|of) [A-Z]\w+(?:,? [A-Z]\w+){0,3} ?(?=[,–-])|(?:at|of) (?:an?|the) [\w' -]{2,40}(?=,))"
)
_APPOSED = 8  # tokens behind the noun where its apposition may begin
_ACCUSED = {"accused", "charged", "arrested", "suspected", "convicted"}
_NOT_ACCUSED = {"victim", "witness", "investigator", "prosecutor"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_GENDERS = {"he": "m", "she": "f"}
_BY_GENDER: dict[Gender, str] = {"m": "masculine", "f": "feminine"}
_GENDERED = {**_GENDERS, "him": "m", "his": "m", "her": "f"}


@dataclass(frozen=True)
class Link:
    """Whom a phrase stands for; `by` is the pass (see `linked_by` in the outputs), `reason` says why in words.

    `ahead`: the text names them only behind the phrase; `complete`: it stands for nobody else.
    """

    people: tuple[Person, ...]
    by: LinkedBy
    reason: str
    ahead: bool = False
    complete: bool = True


@dataclass(frozen=True)
class Refusal:
    """A phrase of which a pass could not say whom it stands for."""

    phrase: Phrase
    by: LinkedBy
    reason: str


@dataclass(frozen=True)
class Group:
    """People whom the text has told of together, up to the token `at`; `noun` is what it calls one of them.

    `complete`: nobody else is of the group; who is not known to be complete is meant by no phrase without a number.
    `others`: how many more the text counts without their names ("Ana Roe and eight others").
    """

    members: tuple[Person, ...]
    at: int
    noun: str | None = None
    complete: bool = True
    accused: bool = False  # a phrase for them stands where a defendant stands
    others: int = 0

    @property
    def size(self) -> int:
        """How many they are, with those without a name."""
        return len(self.members) + self.others


@dataclass
class Cast:
    """The people of an article, its groups, and what its phrases stand for, by head token.

    `subjects`: by token the pronouns that mean the noun whose clause governs theirs, and that noun.
    """

    profiles: Mapping[int, Profile]
    groups: list[Group] = field(default_factory=list)
    links: dict[int, Link] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    lists: list[NameList] = field(default_factory=list)
    subjects: Mapping[int, int] = field(default_factory=dict)
    things: frozenset[str] = frozenset()
    sentence_of: Mapping[int, int] = field(default_factory=dict)

    def at(self, token: Token) -> Link | None:
        """The link of the phrase whose head the token is."""
        return self.links.get(token.i)

    def meant(self, token: Token) -> Token:
        """The token itself, or the noun in the same sentence that a pronoun repeats."""
        return token.doc[self.subjects.get(token.i, token.i)]


class Casting:
    """The last stage: writes `doc.user_data["cast"]`."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.words = rulebook.words

    def __call__(self, doc: Doc) -> Doc:
        doc.user_data["cast"] = _Sieve(doc, self.words).run() if doc.spans["triggers"] else _nobody(doc)
        return doc


class _Sieve:
    def __init__(self, doc: Doc, words: Mapping[str, tuple[str, ...]]) -> None:
        self.doc = doc
        self.generic = frozenset(words["generic_people"])
        self.accused = frozenset(words["accused_people"])
        self.brought_to_court = frozenset(words["brought_to_court"])
        self.invariable = frozenset(words["nominal_participles"])
        self.companies = frozenset(words["company_nouns"])
        self.firms = frozenset(words["firms"])
        self.siblings = frozenset(words["siblings"])
        self.kin = frozenset(words["kin"])
        self.suffering = Suffering(*(frozenset(words[name]) for name in ("hurt", "remains", "sufferers")))
        self.names: list[Span] = [span for span in doc.spans["people"] if span._.mention.person is not None]
        self.named = {token.i for name in self.names for token in name}
        self.sentence_of = sentence_numbers(doc)
        # The first sentence in prose; one that begins as a headline may run on into it
        prose = (each for each in doc.sents if not in_headline(each) or each.text.rstrip().endswith("."))
        self.opening = next((self.sentence_of[sentence.start] for sentence in prose), 0)
        self.cast = Cast(
            profiles(doc, text_of(doc), self.suffering), things=frozenset(words["things"]), sentence_of=self.sentence_of
        )
        slots = (trigger._.slots.defendant for trigger in doc.spans["triggers"])
        self.slots = {slot.i for slot in slots if slot is not None}
        self._tell_gender(words)
        self.roles = {span.root.i: span._.mention.role for span in doc.spans["people"] if span._.mention.person is None}
        self.offices = frozenset(words["official_titles"]) | frozenset(words["official_nouns"])
        self._read_lists(name_lists(doc, self.names, frozenset(words["titles"]), self.kin))

    def _tell_gender(self, words: Mapping[str, tuple[str, ...]]) -> None:
        """ "Roe's wife, Pat": the noun for a relative tells the gender that the given name does not."""
        for profile in self.cast.profiles.values():
            told = [g for g, of in _BY_GENDER.items() if not self.kin.isdisjoint(profile.nouns & set(words[of]))]
            if profile.person.gender is None and len(told) == 1:
                profile.person.gender = told[0]

    def _read_lists(self, lists: list[NameList]) -> None:
        """Who stands where a defendant stands, and the lists of names, those apart of who worked on the case."""
        self.rolls = [roll for roll in rolls(lists, self.names) if self._heads_accused(roll) and len(roll.names) > 1]
        self.lists = [each for each in lists if len(each.names) > 1]
        self._spread_offices(self.offices)
        self.defendants = self._standing_by_name()
        working = [each for each in self.lists if self._is_at_work(each)]
        self.lists = [each for each in self.lists if each not in working]
        self.at_work = {id for each in working for id in _ids(_distinct(each.names))} - self.defendants

    def run(self) -> Cast:
        self.cast.lists = self.lists
        self.cast.groups = [
            Group(_distinct(each.names), each.names[-1].end, complete=each.complete, accused=_are_taken(each))
            for each in self.lists
        ]
        self.cast.groups += self._with_others()
        for phrase in phrases(self.doc, self.cast.things):
            link = self._linked(phrase)
            if link is None:
                continue
            self.cast.links[phrase.head.i] = link
            if len(link.people) > 1:
                alone = not any(mate.dep_ == "conj" and mate.pos_ == "NOUN" for mate in phrase.head.children)
                self.cast.groups.append(
                    Group(link.people, phrase.head.i, phrase.noun, link.complete and alone, self._is_accused(phrase))
                )
        self.cast.links |= dict(self._pronouns())
        self.cast.links |= dict(self._named_by_pronoun())
        self.cast.subjects = dict(self._governed())
        return self.cast

    def _with_others(self) -> Iterator[Group]:
        """ "Ana Roe, Max Poe and eight others"."""
        ending = {name.end: name for name in self.names}
        for name in self.names:
            told = self.doc[name.end : name.end + 3]
            if len(told) < 3 or told[0].lower_ != "and" or told[2].lower_ not in ("others", "other"):
                continue
            names = [name]
            while names[-1].start and self.doc[names[-1].start - 1].text == "," and names[-1].start - 1 in ending:
                names.append(ending[names[-1].start - 1])
            count = number(told[1].text)
            if count:
                yield Group(_distinct(reversed(names)), told.end, complete=False, others=int(count))

    def _pronouns(self) -> Iterator[tuple[int, Link]]:
        """ "A fourth defendant, Ana Roe, 32, was arrested. She ...": who was introduced as the subject right before."""
        named = {token.i: name._.mention.person for name in self.names for token in name}
        for i, link in self.cast.links.items():
            if link.by != "stated" or self.doc[i].dep_ not in _SUBJECTS or self._is_mere_kin(self.doc[i]):
                continue
            person = link.people[0]
            other = next((j for j in range(i, len(self.doc)) if named.get(j, person) != person), len(self.doc))
            for token in self.doc[self.doc[i].sent.end : other]:
                gender = _GENDERS.get(token.lower_)
                if gender and person.gender in (gender, None) and self._distance(i, token.i) <= 1:
                    yield token.i, Link((person,), "pronoun", "who was introduced as the subject right before")

    def _is_mere_kin(self, noun: Token) -> bool:
        """ "Her brother, Max Poe, wept": somebody's kin, of whom the clause says nothing of an accused."""
        said = noun.head.lower_ in _ACCUSED | self.brought_to_court or noun.i in self.slots
        return singular(noun) in self.kin and not said

    def _named_by_pronoun(self) -> Iterator[tuple[int, Link]]:
        """ "A complaint charges her with fraud. She is Ana Roe, and she denies it": the pronouns around the name."""
        for name in self.names:
            root = name.root
            about = next((child for child in root.head.lefts if child.dep_ == "nsubj"), None)
            gender = _GENDERS.get(about.lower_) if about is not None and root.dep_ == "attr" else None
            if about is None or gender is None or root.head.lower_ not in ("is", "was"):
                continue
            person: Person = name._.mention.person
            first = self.doc[max(name.sent.start - 1, 0)].sent.start
            if all(self._in_office(first, about.i)):
                around = [token for token in self.doc[first : name.sent.end] if _GENDERED.get(token.lower_) == gender]
                for token in around:
                    yield token.i, Link((person,), "stated", "a pronoun is said to be who", ahead=token.i < about.i)

    def _in_office(self, start: int, end: int) -> Iterator[bool]:
        """For each name in a stretch of tokens, whether it is of somebody in office."""
        return (name._.mention.person.official for name in self.names if start <= name.start < end)

    def _governed(self) -> Iterator[tuple[int, int]]:
        """ "A man was arraigned on an indictment in which he is charged": a pronoun, and the subject above it."""
        for i, word in enumerate(words_of(self.doc)):
            gender, token = _GENDERS.get(word), self.doc[i]
            if gender is None or token.dep_ not in _SUBJECTS:
                continue
            for verb in islice(token.head.ancestors, 4):
                above = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
                if above is None or above.i > token.i:
                    continue
                phrase = phrase_at(above) if above.pos_ == "NOUN" and above.i not in self.named else None
                if phrase is not None and not phrase.definite and self._is_one(phrase, gender):
                    yield token.i, above.i
                break

    def _is_one(self, phrase: Phrase, gender: str) -> bool:
        """Whether a pronoun of the gender can repeat the noun."""
        return not phrase.plural and phrase.gender in (gender, None) and phrase.noun not in self.cast.things

    def _linked(self, phrase: Phrase) -> Link | None:
        if self.suffering.strikes(phrase.head):
            return None
        passes: tuple[Callable[[Phrase], Link | None], ...] = (
            self._stated,
            self._apposed,
            self._one_of_two,
            self._remaining,
            self._identified,
            self._described,
            self._only_company,
            self._from_town,
            self._just_judged,
            self._only_defendant,
            self._only_one_before,
            self._pair,
            self._lead,
        )
        if phrase.plural:
            if not phrase.in_slot and phrase.size is None:
                return None
            passes = (
                self._appositive,
                self._including,
                self._enrolled,
                self._remaining,
                self._one_of_a_pair,
                self._earlier_group,
                self._following_group,
            )
        link = next((link for find in passes if (link := find(phrase)) is not None), None)
        if link is None and not phrase.plural and phrase.noun == phrase.head.lower_ and phrase.noun in self.invariable:
            return self._linked(replace(phrase, plural=True))  # "charges were framed against the accused"
        return link

    def _refuse(self, phrase: Phrase, by: LinkedBy, reason: str) -> None:
        self.cast.refusals.append(Refusal(phrase, by, reason))

    # -- what passes ask --------------------------------------------------------------------------------------

    def _spread_offices(self, offices: frozenset[str]) -> None:
        """ "Assistant Attorneys Ana Roe, Max Poe and Bo Li": a title in the plural is that of all in the list."""
        for each in self.lists:
            before = self.doc[each.start - 1].lower_ if each.start else ""
            if before.endswith("s") and before.removesuffix("s") in offices:
                for name in each.names:
                    name._.mention.person.official = True

    def _is_at_work(self, each: NameList) -> bool:
        """Whether it lists those who judge, prosecute or defend: one holds an office, or they worked on the case."""
        people = _distinct(each.names)
        if any(person.id in self.defendants for person in people) or self._tells_of_them(each):
            return False
        return each.at_work or any(person.official for person in people)

    def _standing_by_name(self) -> set[int]:
        """Who stands by name where a defendant stands, in a statement that is made, or is said to be the defendant."""
        by_token = {token.i: span for span in self.names for token in span}
        found = {id for id, profile in self.cast.profiles.items() if profile.nouns & self.accused}
        for trigger in self.doc.spans["triggers"]:
            slot = trigger._.slots.defendant
            span = by_token.get(slot.i) if slot is not None else None
            told = trigger._.said.status in ("asserted", "planned")
            faced = trigger._.rule.get("status") not in (None, "imposed")  # "Roe could be jailed for ten years"
            if span is None or not (told or faced):
                continue
            person = span._.mention.person
            if not person.official or stands_before(trigger, slot):
                found.add(person.id)
        for each in self.lists:
            people = _distinct(each.names)
            if self._are_accused(each):
                found |= set(_ids(people))
            elif any(person.id in found for person in people):
                found |= {person.id for person in people if not (person.victim or person.official)}
        return found

    def _are_accused(self, each: NameList) -> bool:
        """ "identified the defendants as Ana Roe, ...": the noun before their names says it of all."""
        i = each.start - 1
        while i > 0 and self.doc[i].lower_ in ("as", "are", "were", ":", ","):
            i -= 1
        return i >= 0 and self.doc[i].tag_ == "NNS" and singular(self.doc[i]) in self.accused

    def _may_be_accused(self, person: Person, noun: str = "") -> bool:
        """Whether a phrase may stand for the person: none who only judges, prosecutes or suffers.

        An official may be meant by a phrase with the noun of their office: "a former deputy".
        """
        if person.victim or person.company != (noun in self.companies):
            return False
        if self.cast.profiles[person.id].hurt and person.id not in self.defendants:
            return False
        at_work = person.official or person.id in self.at_work
        return not at_work or person.id in self.defendants or noun in self.cast.profiles[person.id].nouns

    def _fits(self, phrase: Phrase, person: Person) -> bool:
        """Whether gender, age and town do not clash."""
        profile = self.cast.profiles[person.id]
        if phrase.gender and person.gender and phrase.gender != person.gender:
            return False
        if phrase.age and profile.ages and phrase.age not in profile.ages:
            return False
        if not phrase.town or not profile.towns or _share(phrase.town, profile.towns):
            return True
        # "A Brooklyn man", "identified the defendant as Ana Roe, of Ditmas Park": part of a town, or another one
        return bool(profile.nouns & self.accused)

    def _distance(self, one: int, other: int) -> int:
        return self.sentence_of.get(other, 0) - self.sentence_of.get(one, 0)

    def _introduced_after(self, i: int, noun: str) -> list[Profile]:
        """The people first named, below the headlines, behind a token, in the order of the text."""
        found = [
            profile
            for profile in self.cast.profiles.values()
            if profile.first.start > i and self._may_be_accused(profile.person, noun)
        ]
        return sorted(found, key=lambda profile: profile.first.start)

    # -- one person -------------------------------------------------------------------------------------------

    def _stated(self, phrase: Phrase) -> Link | None:
        """ "a co-defendant, Ana Roe, ...": the name stands in apposition, right behind."""
        head = phrase.head
        for name in self.names:
            if not 0 <= name.start - phrase.end <= _APPOSED or name.sent.start != head.sent.start:
                continue
            if self._is_ward(head):
                continue
            if any(token.pos_ in ("VERB", "AUX") for token in self.doc[phrase.end : name.start]):
                continue
            between = _DESCRIBING.sub("", self.doc[phrase.end : name.start].text)
            behind = self.doc[name.end].text if name.end < len(self.doc) else "."
            if between == "" or (between in (",", "-", "–") and behind in _BEHIND_APPOSITION):
                return Link((name._.mention.person,), "stated", f"{phrase.text!r} is followed by the name")
        return None

    def _is_ward(self, noun: Token) -> bool:
        """ "Counsel to the accused, Ana Roe, ...": for whom somebody works, whose name follows."""
        return noun.dep_ == "pobj" and noun.head.head.lower_ in self.offices

    def _apposed(self, phrase: Phrase) -> Link | None:
        """ "Ana Roe, the Kelso woman who was charged with ...": the name stands right before."""
        start = phrase.head.left_edge.i
        before = [name for name in self.names if name.end == start - 1]
        if phrase.head.dep_ != "appos" or not before or self.doc[start - 1].text != ",":
            return None
        if phrase.head.head not in before[0]:
            return None
        return Link((before[0]._.mention.person,), "stated", f"{phrase.text!r} stands behind the name")

    def _one_of_two(self, phrase: Phrase) -> Link | None:
        """ "The former was acquitted; the latter ...": of the two named together last."""
        if phrase.noun not in ("former", "latter"):
            return None
        pairs = [group for group in self.cast.groups if group.at <= phrase.head.i and len(group.members) == 2]
        if not pairs or self._distance(pairs[-1].at - 1, phrase.head.i) > 2:
            return None
        person = pairs[-1].members[0 if phrase.noun == "former" else 1]
        return Link((person,), "noun", f"the {phrase.noun} of the two named together before")

    def _remaining(self, phrase: Phrase) -> Link | None:
        """ "The others", "the other man": of a group those who have not been named again since."""
        if not phrase.other or not phrase.definite:
            return None
        if phrase.plural and phrase.size is not None:
            return self._remaining_of_number(phrase)
        groups = self._groups_before(phrase)
        if not groups or self._distance(groups[-1].at - 1, phrase.head.i) >= _GROUP_REACH:
            return None
        if not groups[-1].complete:
            self._refuse(phrase, "group", "the group told of last is not known to be complete")
            return None
        rest = self._not_named_since(groups[-1], groups[-1].at, phrase)
        if not rest or not self._is_of_size(phrase, len(rest)):
            return None
        return Link(rest, "group", "who of the group has not been named again")

    def _identified(self, phrase: Phrase) -> Link | None:
        """ "A Kelso man was jailed. ... The defendant was identified as Max Poe": the lead's, and "the defendant"."""
        named = [profile for profile in self.cast.profiles.values() if profile.identified & self.accused]
        if len(named) != 1 or phrase.other or phrase.beside or phrase.owner is not None:
            return None
        person = named[0].person
        the_one = phrase.definite and phrase.noun in named[0].identified
        lead = (phrase.in_slot or phrase.head.dep_ in _SUBJECTS) and self._is_ahead(phrase, named[0])
        if not (the_one or lead) or person.victim or person.company or not self._fits(phrase, person):
            return None
        by: LinkedBy = "noun" if the_one else "lead"
        ahead = named[0].first.start > phrase.head.i
        return Link((person,), by, f"nobody else is identified as {phrase.noun if the_one else 'the accused'!r}", ahead)

    def _is_ahead(self, phrase: Phrase, identified: Profile) -> bool:
        """Whether a lead's phrase stands before whom the text identifies, and before anybody who is judged by name."""
        before = [name for name in self.names if name.start < phrase.head.i and not in_headline(name)]
        named = any(
            name._.mention.person.id in self.defendants and not name._.mention.person.official for name in before
        )
        known = phrase.noun in self.generic or phrase.in_slot
        return known and not named and identified.first.start > phrase.head.i

    def _remaining_of_number(self, phrase: Phrase) -> Link | None:
        """ "The other seven men": of a group of eight or more the seven who are not named after all were introduced."""
        for group in reversed(self._groups_before(phrase)):
            first = (self.cast.profiles[person.id].first.end for person in group.members)
            told = max((group.at, *(end for end in first if end <= phrase.head.i)))
            if group.complete and self._distance(told - 1, phrase.head.i) < _ROLL_REACH:
                rest = self._not_named_since(group, told, phrase)
                if len(rest) == phrase.size:
                    return Link(rest, "group", f"the {phrase.size} of the group who have not been named again")
        return None

    def _not_named_since(self, group: Group, start: int, phrase: Phrase) -> tuple[Person, ...]:
        """Who of a group is not named from a token on to the phrase; nobody if that is all, or if it cannot be they."""
        again = {name._.mention.person.id for name in self.names if start <= name.start < phrase.head.i}
        rest = tuple(person for person in group.members if person.id not in again)
        fit = all(self._may_be_accused(person) and self._fits(phrase, person) for person in rest)
        return rest if fit and len(rest) < len(group.members) else ()

    @staticmethod
    def _is_of_size(phrase: Phrase, count: int) -> bool:
        """Whether so many people can be meant: one by "the other man", several by "the others"."""
        if not phrase.plural:
            return count == 1
        return count > 1 if phrase.size is None else count == phrase.size

    def _only_company(self, phrase: Phrase) -> Link | None:
        """ "The firm": the only company that the article names."""
        if not phrase.definite or phrase.other or phrase.owner is not None or phrase.noun not in self.firms:
            return None
        named = [profile for profile in self.cast.profiles.values() if profile.person.company]
        if len(named) != 1 or named[0].person.victim or named[0].mentions[0].start > phrase.head.i:
            return None
        return Link((named[0].person,), "noun", "no other company is named")

    def _from_town(self, phrase: Phrase) -> Link | None:
        """ "The Kelso man": nobody else is from there."""
        if not phrase.definite or phrase.other or phrase.town is None or phrase.noun not in self.generic:
            return None
        fits = [p for p in self.cast.profiles.values() if p.towns and self._fits(phrase, p.person)]
        if len(fits) != 1 or not self._may_be_accused(fits[0].person):
            return None
        return Link((fits[0].person,), "noun", f"nobody else is from {phrase.town}")

    def _described(self, phrase: Phrase) -> Link | None:
        """ "the nurse", "his wife", "the 43-year-old": one person only is described so."""
        if phrase.other or phrase.noun in self.accused:
            return None
        fits = [profile for profile in self.cast.profiles.values() if self._is_described(phrase, profile)]
        if len(fits) > 1:
            self._refuse(phrase, "noun", "several people are described so")
        if len(fits) != 1 or not self._may_be_accused(fits[0].person, phrase.noun):
            return None
        new = not phrase.definite and phrase.age is None and fits[0].first.start > phrase.head.i
        if new and self.defendants and fits[0].person.id not in self.defendants:
            self._refuse(phrase, "noun", "who is described so is neither charged nor judged")
            return None
        return Link((fits[0].person,), "noun", f"nobody else is described as {phrase.age or phrase.noun!r}")

    def _is_described(self, phrase: Phrase, profile: Profile) -> bool:
        if not self._fits(phrase, profile.person):
            return False
        if phrase.age is not None and phrase.age in profile.ages:
            return True
        special = phrase.noun not in self.generic and phrase.noun in profile.nouns and not bears_a_name(phrase.head)
        return special and (phrase.age is None or not profile.ages)

    def _is_the_accused(self, phrase: Phrase) -> bool:
        """ "The defendant", "the convict": not "her defendant", "the other suspect"."""
        return phrase.definite and phrase.owner is None and not phrase.other and phrase.noun in self.accused

    def _just_judged(self, phrase: Phrase) -> Link | None:
        """ "... jailed a student, Leo Marsh. The convict had pleaded guilty": the one of the sentence before."""
        if not self._is_the_accused(phrase):
            return None
        here = self.sentence_of.get(phrase.head.i, 0)
        named = [name._.mention.person for name in self.names if self.sentence_of.get(name.start) == here - 1]
        found = {person.id: person for person in named if person.id in self.defendants and not person.company}
        for i, link in self.cast.links.items():
            if link.by == "stated" and i in self.slots and self.sentence_of.get(i) == here - 1:
                found |= {person.id: person for person in link.people}
        people = list(found.values())
        if len(people) != 1 or not self._fits(phrase, people[0]):
            return None
        return Link((people[0],), "noun", "who was charged or judged in the sentence before")

    def _only_defendant(self, phrase: Phrase) -> Link | None:
        """ "The former star has denied murder", "the man should be jailed": the article charges one person by name."""
        if not phrase.definite or phrase.owner is not None or phrase.other or len(self.defendants) != 1:
            return None
        profile = self.cast.profiles[next(iter(self.defendants))]
        known = phrase.noun in self.generic or phrase.noun in self.accused or phrase.head.i in self.roles
        if not known or not self._fits(phrase, profile.person) or not self._may_be_accused(profile.person):
            return None
        general = phrase.noun in self.generic or phrase.noun in self.accused
        if not general and profile.mentions[0].start > phrase.head.i:
            return None
        clause = {name.root.head for name in profile.mentions if name.root.dep_ in ("nsubj", "nsubjpass")}
        if phrase.head.head in clause:  # "Roe saw the man"
            return None
        return Link((profile.person,), "noun", "nobody else is charged or judged by name")

    def _only_one_before(self, phrase: Phrase) -> Link | None:
        """ "Leo Marsh appeared in court. The accused was charged ...": who was brought to court, and nobody else."""
        if not self._is_the_accused(phrase):
            return None
        before = [name for name in self.names if name.start < phrase.head.i and not in_headline(name)]
        people = [person for person in _distinct(before) if self._may_be_accused(person)]
        brought = [name for name in before if name.root.head.lower_ in self.brought_to_court]
        if not brought or self._distance(brought[-1].start, phrase.head.i) >= _LEAD_REACH or self.defendants:
            return None
        if people != [brought[-1]._.mention.person] or not self._fits(phrase, people[0]):
            return None
        return Link((people[0],), "noun", "nobody else who may be charged was named before")

    def _lead(self, phrase: Phrase) -> Link | None:
        """ "A Kelso man was convicted ...": the one whom the text introduces or judges by name below."""
        if phrase.other or phrase.beside or not self._opens(phrase):
            return None
        after = [p for p in self._introduced_after(phrase.head.i, phrase.noun) if self._fits(phrase, p.person)]
        near = [p for p in after if p.introduced and self._distance(phrase.head.i, p.first.start) < _LEAD_REACH]
        near = [p for p in near if not p.related or p.person.id in self.defendants or phrase.noun in p.nouns]
        judged = [profile for profile in after if profile.person.id in self.defendants]
        link = self._only_one_below(phrase, after, judged, near) or self._first_below(phrase, after, judged, near)
        if link is None and len(judged) > 1:
            self._refuse(phrase, "lead", f"{len(judged)} people are charged or judged by name below")
        return link

    def _opens(self, phrase: Phrase) -> bool:
        """Whether it may tell of somebody new: "A man ...", or "The former head ..." where nobody was named before."""
        before = [name for name in self.names if name.start < phrase.head.i and not in_headline(name)]
        if any(name._.mention.person.id in self.defendants for name in before):
            return False
        first = not before and self.sentence_of.get(phrase.head.i) == self.opening
        return not phrase.definite or (phrase.owner is None and first)

    def _only_one_below(
        self, phrase: Phrase, after: list[Profile], judged: list[Profile], near: list[Profile]
    ) -> Link | None:
        """The only one from the phrase's town, the only one judged, or the only one introduced right below."""
        told = [profile for profile in after if phrase.town and _share(phrase.town, profile.towns)]
        possible = any(token.tag_ == "MD" for token in phrase.head.sent)  # "an owner can be fined"
        for people, reason in (
            (told, f"nobody else is from {phrase.town}"),
            (judged, "nobody else is charged or judged by name"),
            ([] if possible else near, "nobody else is introduced in the next sentences"),
        ):
            if len(people) == 1 and self._same_story(phrase, people[0]):
                return Link((people[0].person,), "lead", reason, ahead=True)
        return None

    def _first_below(
        self, phrase: Phrase, after: list[Profile], judged: list[Profile], near: list[Profile]
    ) -> Link | None:
        """Who is introduced next, if a court deals with them."""
        if not after or after[0] not in judged:
            return None
        if after[0] not in near and self._distance(phrase.head.i, after[0].first.start) > 1:
            return None
        return Link((after[0].person,), "lead", "who is introduced next is charged or judged by name", ahead=True)

    def _pair(self, phrase: Phrase) -> Link | None:
        """ "A brother and sister were convicted": of two who are judged below, the one whom the noun fits better."""
        mates = [token for token in (*phrase.head.children, phrase.head.head) if token.pos_ == "NOUN"]
        mates = [token for token in mates if "conj" in (token.dep_, phrase.head.dep_)]
        below = [p for p in self._introduced_after(phrase.head.i, phrase.noun) if p.person.id in self.defendants]
        if len(mates) != 1 or phrase.definite or len(below) != 2:
            return None
        mate = phrase_at(mates[0])
        if mate is None or mate.plural:
            return None
        one, other = below
        this = self._likeness(phrase, one) + self._likeness(mate, other)
        that = self._likeness(phrase, other) + self._likeness(mate, one)
        if this == that:
            self._refuse(phrase, "lead", "either of two people fits")
            return None
        chosen = one if this > that else other
        return Link((chosen.person,), "lead", f"of two people it is {phrase.noun!r} that fits", ahead=True)

    def _likeness(self, phrase: Phrase, profile: Profile) -> int:
        """How well a phrase fits one of two people, by noun and gender."""
        same_gender = phrase.gender is not None and phrase.gender == profile.person.gender
        return 2 * (phrase.noun in profile.nouns) + same_gender - 3 * (not self._fits(phrase, profile.person))

    def _same_story(self, phrase: Phrase, profile: Profile) -> bool:
        """Whether the person is introduced in another sentence than the phrase, and not too far below."""
        return 0 < self._distance(phrase.head.i, profile.first.start) <= _ROLL_REACH

    # -- several people ---------------------------------------------------------------------------------------

    def _appositive(self, phrase: Phrase) -> Link | None:
        """ "The three, Ana Roe, Max Poe and Bo Li, ...", "two clerks: Ana Roe and Max Poe", "nine, including ..."."""
        for each in self.lists:
            between = self.doc[phrase.end : each.start]
            if 0 <= each.start - phrase.end <= 2 and all(t.lower_ in _BEFORE_LIST for t in between):
                people = _distinct(each.names)
                if any(person.victim for person in people):
                    return None
                complete = phrase.size == len(people) or (phrase.size is None and each.complete)
                if each.open or complete:
                    return Link(people, "list", f"{phrase.text!r} is followed by their names", complete=complete)
        return None

    def _including(self, phrase: Phrase) -> Link | None:
        """ "The accused, including former inspector Max Poe, were ...": the one of them who is named."""
        behind = [token.lower_ for token in self.doc[phrase.end : phrase.end + 2]]
        if behind != [",", "including"]:
            return None
        for name in self.names:
            between = self.doc[phrase.end + 2 : name.start]
            if 0 <= name.start - phrase.end - 2 <= _APPOSED and name.sent.start == phrase.head.sent.start:
                if all(token.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "ADP") for token in between):
                    return Link((name._.mention.person,), "list", "who is named among them", complete=False)
                return None
        return None

    def _earlier_group(self, phrase: Phrase) -> Link | None:
        """ "They", "the pair", "both brothers", "the three": the group of that size told of last."""
        if not phrase.definite or phrase.other:
            return None
        group = self._told_last(phrase)
        if group is None:
            return self._just_named(phrase) or self._only_group(phrase) or self._all_judged(phrase)
        every = phrase.noun == "all"  # of those who are of the group some may have no name
        if phrase.size is None and not every and not (group.complete and self._are_all(phrase, group)):
            self._refuse(phrase, "group", "the group told of last is not known to be complete")
            return None
        whole = not group.others
        return Link(group.members, "group", f"{group.size} people told of together before", complete=whole)

    def _is_accused(self, phrase: Phrase) -> bool:
        """Whether the text says of those whom the phrase means that they are accused."""
        said = {child.lower_ for child in phrase.head.children if child.dep_ in ("acl", "amod")}
        return phrase.in_slot or phrase.noun in self.accused or not said.isdisjoint(_ACCUSED)

    def _told_last(self, phrase: Phrase) -> Group | None:
        """The last group within reach that the phrase can mean; of other sentences the accused."""
        reach = _GROUP_REACH if phrase.pronoun else _ROLL_REACH
        near = [group for group in self._groups_before(phrase) if self._distance(group.at - 1, phrase.head.i) < reach]
        meant = [group for group in near if phrase.size in (None, group.size) and self._is_of(phrase, group)]
        here = [group for group in meant if self._distance(group.at - 1, phrase.head.i) == 0]
        accused = [group for group in meant if phrase.in_slot and group.accused]
        if (
            phrase.noun in self.accused
            and not (here or accused)
            and len({tuple(_ids(group.members)) for group in meant}) > 1
        ):
            self._refuse(phrase, "group", "several groups told of before may be the accused")
            return None
        return max(here or accused or meant, key=lambda group: group.at, default=None)

    def _just_named(self, phrase: Phrase) -> Link | None:
        """ "Ana Roe was held on Friday, and Max Poe on Monday. Both were charged": those of the sentence before."""
        names = self._named_before(phrase)
        people = _distinct(names)
        if phrase.size is None or len(people) != phrase.size:
            return None
        if any(each.names[0] in names and len(each.names) < phrase.size for each in self.lists):
            return None  # of "women, Ana Roe and Ida Poe, accused Max Coe" not the three
        if not all(self._may_be_accused(person) and self._fits(phrase, person) for person in people):
            return None
        return Link(people, "group", f"the {phrase.size} who are named in the sentence before")

    def _named_before(self, phrase: Phrase) -> list[Span]:
        """The names of the sentence before the phrase; none where one of them is no whole name."""
        here = self.sentence_of.get(phrase.head.i, 0)
        names = [name for name in self.names if self.sentence_of.get(name.start) == here - 1 and not in_headline(name)]
        return names if all(len(name._.mention.person.words) > 1 for name in names) else []

    def _one_of_a_pair(self, phrase: Phrase) -> Link | None:
        """ "Max Poe was held. His co-defendant is at large. Both defendants ...": the one of the two who is named."""
        if not (phrase.size == 2 and phrase.definite and phrase.noun in self.accused and len(self.defendants) == 1):
            return None
        profile = self.cast.profiles[next(iter(self.defendants))]
        mates = [span for span in self.doc.spans["people"] if span.end <= phrase.head.i and self._is_unnamed_mate(span)]
        if profile.first.start > phrase.head.i or not mates or self._groups_before(phrase):
            return None
        return Link((profile.person,), "group", "whose co-defendant is not named", complete=False)

    def _is_unnamed_mate(self, span: Span) -> bool:
        """ "His co-defendant", of whom the text tells no name."""
        owned = span.start > 0 and self.doc[span.start - 1].tag_ == "PRP$"
        return owned and span[0].lower_ == "co" and span._.mention.count == 1 and span.root.i not in self.cast.links

    def _groups_before(self, phrase: Phrase) -> list[Group]:
        return [group for group in self.cast.groups if group.at <= phrase.head.i]

    def _only_group(self, phrase: Phrase) -> Link | None:
        """The only people whom the text told of together, where it charges nobody by name."""
        before = self._groups_before(phrase)
        if not before or self.defendants or phrase.head.i not in self.roles or phrase.noun in self.siblings:
            return None
        members = before[-1].members
        alone = all(set(_ids(each.members)) == set(_ids(members)) for each in before)
        fit = all(self._may_be_accused(person) and self._fits(phrase, person) for person in members)
        if alone and fit and (phrase.size == len(members) or (phrase.size is None and before[-1].complete)):
            return Link(members, "group", "the only people told of together")
        return None

    def _all_judged(self, phrase: Phrase) -> Link | None:
        """ "The defendants", "all six men": all with whom a court dealt by name before."""
        if phrase.size is None and not (
            phrase.noun in self.accused and self._are_all_told(self._groups_before(phrase))
        ):
            return None
        profiles = sorted((self.cast.profiles[id] for id in self.defendants), key=lambda each: each.first.start)
        named = tuple(profile.person for profile in profiles if profile.first.start < phrase.head.i)
        if len(named) < 2 or phrase.size not in (None, len(named)):
            return None
        if not all(self._fits(phrase, person) for person in named):
            return None
        return Link(named, "group", "all who were charged or judged by name before")

    def _are_all(self, phrase: Phrase, group: Group) -> bool:
        """Whether the group is "the defendants": nobody else was charged or judged by name before."""
        if phrase.noun not in self.accused:
            return True
        others = self.defendants - set(_ids(group.members))
        return not any(self.cast.profiles[id].first.start < phrase.head.i for id in others)

    def _are_all_told(self, groups: Iterable[Group]) -> bool:
        """Whether those charged or judged by name are all of every group that has one of them."""
        mixed = (group for group in groups if self.defendants & set(_ids(group.members)))
        return all(group.complete and self.defendants >= set(_ids(group.members)) for group in mixed)

    def _is_of(self, phrase: Phrase, group: Group) -> bool:
        """Whether a noun or pronoun can mean the group: nobody of another gender, nobody who only judges or suffers."""
        people = group.members
        if not all(self._may_be_accused(person, phrase.noun) and self._fits(phrase, person) for person in people):
            return False
        if phrase.pronoun or phrase.noun in self.generic or phrase.noun in self.accused or phrase.head.tag_ == "CD":
            return True
        nouns = [self.cast.profiles[person.id].nouns for person in people]
        if group.noun == phrase.noun or all(phrase.noun in each for each in nouns):
            return True
        if phrase.noun in self.companies:
            return all(person.company for person in people)
        return phrase.noun in self.siblings and len({person.words[-1] for person in people}) == 1

    def _enrolled(self, phrase: Phrase) -> Link | None:
        """ "The defendants", "the seven people", "the officers": they are listed one a line below "Those indicted:"."""
        if len(self.rolls) != 1 or phrase.pronoun or phrase.owner is not None or phrase.other or phrase.any:
            return None
        roll = self.rolls[0]
        part = self._part(phrase, roll) if phrase.definite else None
        people = _distinct(part.names if part is not None else roll.names)
        complete = part.complete if part is not None else roll.complete
        all_of_them = complete and (part is not None or (phrase.definite and phrase.noun in self.accused))
        if phrase.size != len(people) and not (phrase.size is None and all_of_them):
            return None
        reason = f"{len(people)} people are listed one a line"
        return Link(people, "list", reason, ahead=roll.names[0].start > phrase.head.i, complete=complete)

    def _part(self, phrase: Phrase, roll: Roll) -> NameList | None:
        """The only part of a roll in whose heading the noun of the phrase stands: "Former officers"."""
        if phrase.noun in self.accused or phrase.noun in self.generic or len(roll.parts) < 2:
            return None
        parts = [part for heading, part in roll.parts if phrase.noun in {singular(token) for token in heading}]
        return parts[0] if len(parts) == 1 else None

    def _heads_accused(self, roll: Roll) -> bool:
        """Whether the head of a roll, or the heading of its only part, says that they are accused."""
        headings = [heading for heading, _ in roll.parts]
        told = [roll.head] if roll.head.text.rstrip().endswith(":") or len(headings) > 1 else []
        told += headings if len(headings) == 1 else []
        words = {singular(token) for line in told for token in line}
        others = {singular(token) for heading in headings for token in heading}
        return not words.isdisjoint(self.accused | _ACCUSED | {"indicted"}) and others.isdisjoint(_NOT_ACCUSED)

    def _following_group(self, phrase: Phrase) -> Link | None:
        """ "Seven soldiers were acquitted ...": the list of that size below, or as many who are introduced there."""
        if phrase.pronoun or phrase.owner is not None or phrase.other or phrase.any:
            return None
        if phrase.definite and phrase.size is None:
            return self._following_list(phrase) if "following" in phrase.text.lower() else None
        after = self._introduced_after(phrase.head.i, phrase.noun)
        fit = [profile for profile in after if self._fits(phrase, profile.person)]
        return self._list_below(phrase, fit) or self._one_by_one(phrase, fit)

    def _list_below(self, phrase: Phrase, fit: list[Profile]) -> Link | None:
        """The list below of as many people, or of those whom a plural without a number tells of."""
        people_noun = phrase.noun in self.generic or phrase.noun in self.accused or phrase.head.i in self.roles
        if phrase.size is None and not people_noun:
            return None
        listed = _ids(profile.person for profile in fit)
        if phrase.size and phrase.noun in self.offices:  # "five police officers", whose names have ranks
            officers = [p for p in self.cast.profiles.values() if p.person.official and p.first.start > phrase.head.i]
            listed += _ids(profile.person for profile in officers)
        if phrase.size and phrase.in_slot:  # "Seven managers were jailed. They are vice president Ana Roe, ..."
            listed += [id for each in self.lists if self._tells_of_them(each) for id in _ids(_distinct(each.names))]
        for each in self._lists_below(phrase, listed):
            people = _distinct(each.names)
            fits = phrase.size == len(people) or (phrase.size is None and each.complete)
            if fits and not self._are_judged_before(each, fit):
                return Link(people, "group", f"{len(people)} people are listed below", ahead=True)
        return None

    def _are_judged_before(self, each: NameList, fit: Iterable[Profile]) -> bool:
        """Whether the text first tells of others, one by one, who are charged or judged: then they are the group."""
        others = self.defendants - set(_ids(_distinct(each.names)))
        judged = any(profile.person.id in others and profile.first.end <= each.start for profile in fit)
        return judged and not self._tells_of_them(each)

    def _tells_of_them(self, each: NameList) -> bool:
        """Whether it says who those are of whom the text told: "They are ...", "The convicts are ..."."""
        opening = self.doc[each.names[0].sent.start : each.start]
        subjects = [token for token in opening if token.dep_ == "nsubj"]
        told = [token for token in subjects if token.lower_ in ("they", "those") or singular(token) in self.accused]
        return bool(told) and any(token.lower_ in ("are", "were") for token in opening)

    def _one_by_one(self, phrase: Phrase, fit: list[Profile]) -> Link | None:
        """As many as are introduced or judged one by one below."""
        if phrase.size is None or not phrase.in_slot or phrase.head.head.lower_ in ("among", "amongst"):
            return None
        told = [profile for profile in fit if profile.introduced or profile.person.id in self.defendants]
        near = [profile for profile in told if self._distance(phrase.head.i, profile.first.start) <= _ROLL_REACH]
        if len(near) == phrase.size and len({p.first.sent.start for p in near} | {phrase.head.sent.start}) > 1:
            people = tuple(profile.person for profile in near)
            return Link(people, "group", f"{phrase.size} people are introduced below", ahead=True)
        if near:
            self._refuse(phrase, "group", f"{len(near)} people are introduced below, not {phrase.size}")
        return None

    def _following_list(self, phrase: Phrase) -> Link | None:
        """ "The following defendants were convicted:", above their names."""
        for each in self.lists:
            if each.start > phrase.head.i and self._distance(phrase.head.i, each.start) <= 1:
                return Link(_distinct(each.names), "list", "their names follow", ahead=True, complete=each.complete)
        return None

    def _lists_below(self, phrase: Phrase, ids: Iterable[int]) -> Iterator[NameList]:
        new = set(ids)
        reach = _ROLL_REACH if phrase.size else _LEAD_REACH
        for each in self.lists:
            below = each.start > phrase.head.i and self._distance(phrase.head.i, each.start) < reach
            if below and all(name._.mention.person.id in new for name in each.names):
                yield each


def _nobody(doc: Doc) -> Cast:
    return Cast({}, sentence_of=sentence_numbers(doc))


def sentence_numbers(doc: Doc) -> dict[int, int]:
    """Each token's sentence, by number; headings and table cells of a few words count with what follows."""
    numbers: dict[int, int] = {}
    current = 0
    for sentence in doc.sents:
        numbers.update(dict.fromkeys(range(sentence.start, sentence.end), current))
        if len(sentence) > _FEW and sum(not token.is_space for token in sentence) > _FEW:
            current += 1
    return numbers


def _are_taken(each: NameList) -> bool:
    """ "Police arrested Ana Roe and Max Poe": whether it is they to whom it was done."""
    root = each.names[0].root
    return root.dep_ in ("dobj", "nsubjpass") and root.head.lower_ in _ACCUSED


def _share(town: str, towns: Iterable[str]) -> bool:
    """Whether one of the towns is the same place: "brooklyn" and "brooklyn heights"."""
    return any(town in other or other in town for other in towns)


def _ids(people: Iterable[Person]) -> list[int]:
    return [person.id for person in people]


def _distinct(names: Iterable[Span]) -> tuple[Person, ...]:
    return tuple({name._.mention.person.id: name._.mention.person for name in names}.values())
