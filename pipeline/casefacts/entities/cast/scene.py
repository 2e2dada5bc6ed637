"""What the passes ask of an article: who is named where, how far that is, and whether a phrase can mean them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc, Span, Token

from casefacts.clause import SUBJECTS
from casefacts.entities.around import in_headline
from casefacts.entities.cast.links import Cast, Group, Link, Refusal
from casefacts.entities.cast.standing import standing
from casefacts.entities.gazetteer import Gender
from casefacts.entities.people import Person
from casefacts.entities.people.person import Mention
from casefacts.entities.phrases import Phrase, told_as_others
from casefacts.entities.profiles import Profile, Suffering, is_in_their_hands, profiles
from casefacts.forms import text_of
from casefacts.marks import mention_of
from casefacts.records import LinkedBy

# As what a name tells of somebody else than who did it: "The dead man was Max Poe", "found Max Poe", "the father of"
_NO_DOERS = {"attr", "dobj", "pobj", "poss", "npadvmod"}
_FEW = 4  # words of a heading or a table cell
BY_GENDER: dict[Gender, str] = {"m": "masculine", "f": "feminine"}


class Scene:
    """One article; its `cast` grows as the passes link. `words` are the lists of the rulebook."""

    def __init__(self, doc: Doc, words: Mapping[str, frozenset[str]]) -> None:
        self.doc = doc
        self.words = words
        self.accused, self.generic = words["accused_people"], words["generic_people"]
        self.suffering = Suffering(words["hurt"], words["remains"], words["sufferers"])
        mentions: list[tuple[Span, Mention]] = [(span, mention_of(span)) for span in doc.spans["people"]]
        self.names = [span for span, mention in mentions if mention.person is not None]
        self.offices = words["official_titles"] | words["official_nouns"]
        self.roles = {span.root.i: mention.role for span, mention in mentions if mention.person is None}
        self.sentence_of = sentence_numbers(doc)
        self.opening = _opening(doc, self.sentence_of)
        slots = (trigger._.slots.defendant for trigger in doc.spans["triggers"])
        self.slots = {slot.i for slot in slots if slot is not None}
        known = profiles(doc, text_of(doc), self.suffering)
        for profile in known.values():
            _tell_gender(profile, words)
        found = standing(doc, self.names, known, words)
        self.defendants, self.at_work = found.defendants, found.at_work
        self.lists, self.rolls = found.lists, found.rolls
        self.cast = Cast(known, lists=found.lists, things=words["things"], sentence_of=self.sentence_of)

    @property
    def profiles(self) -> Iterable[Profile]:
        """All whom the article names."""
        return self.cast.profiles.values()

    # -- where ------------------------------------------------------------------------------------------------

    def distance(self, one: int, other: int) -> int:
        """Sentences from a token to another."""
        return self.sentence_of.get(other, 0) - self.sentence_of.get(one, 0)

    def steps(self, phrase: Phrase, profile: Profile) -> int:
        """Sentences from a phrase to where a person is first named."""
        return self.distance(phrase.i, profile.first.start)

    def steps_since(self, group: Group, phrase: Phrase) -> int:
        """Sentences from where the text told of a group to a phrase."""
        return self.distance(group.at - 1, phrase.i)

    def named_before(self, phrase: Phrase) -> list[Span]:
        """The names before a phrase, below the headlines."""
        return [name for name in self.names if name.start < phrase.i and not in_headline(name)]

    def named_just_before(self, phrase: Phrase) -> list[Span]:
        """The names of the sentence before."""
        here = self.sentence_of.get(phrase.i, 0)
        return [name for name in self.names if self.sentence_of.get(name.start) == here - 1]

    def introduced_after(self, phrase: Phrase) -> list[Profile]:
        """Who may be accused and is first named, below the headlines, behind a phrase; in the order of the text."""
        after = (profile for profile in self.profiles if profile.first.start > phrase.i)
        found = [profile for profile in after if self.may_be_accused(profile.person, phrase.noun)]
        return sorted(found, key=lambda profile: profile.first.start)

    def groups_before(self, phrase: Phrase) -> list[Group]:
        """The groups that the text has told of before a phrase."""
        return [group for group in self.cast.groups if group.at <= phrase.i]

    def stated_in_slots(self) -> Iterator[tuple[int, Link]]:
        """The nouns that stand where a defendant stands, by token, of which the text states whose they are."""
        return ((i, link) for i, link in self.cast.links.items() if link.by == "stated" and i in self.slots)

    # -- whom a phrase can mean -------------------------------------------------------------------------------

    def may_be_accused(self, person: Person, noun: str = "") -> bool:
        """Whether a phrase may stand for the person: none who only judges, prosecutes or suffers.

        An official may be meant by a phrase with the noun of their office: "a former deputy".
        """
        if person.victim or person.company != (noun in self.words["company_nouns"]):
            return False
        if person.id in self.defendants:
            return True
        profile = self.cast.profiles[person.id]
        working = person.official or person.id in self.at_work
        return not profile.hurt and (not working or noun in profile.nouns)

    def fits(self, phrase: Phrase, person: Person) -> bool:
        """Whether gender, age and town do not clash, and the phrase does not tell of the person as another one."""
        profile = self.cast.profiles[person.id]
        if person.id in told_as_others(phrase.head, self.names) or is_in_their_hands(phrase.noun, profile, self.words):
            return False
        if phrase.gender and person.gender and phrase.gender != person.gender:
            return False
        if phrase.age and profile.ages and phrase.age not in profile.ages:
            return False
        if not phrase.town or not profile.towns or profile.is_from(phrase.town):
            return True
        # "A Brooklyn man", "identified the defendant as Ana Roe, of Ditmas Park": part of a town, or another one
        return bool(profile.nouns & self.accused)

    def can_mean(self, phrase: Phrase, people: Iterable[Person], noun: str = "") -> bool:
        """Whether a phrase can mean all of these people; `noun` is the one that it has for an office."""
        return all(self.may_be_accused(person, noun) and self.fits(phrase, person) for person in people)

    def tells_again(self, phrase: Phrase, profile: Profile) -> bool:
        """Whether who is introduced below a phrase is told of as the accused, or as the same one.

        "The agent, Max Poe, ...", "Poe, an agent, denied ...": not "Poe, a teacher at the school, gave evidence".
        """
        shown = any(token.lower_ in self.words["shown_by_accused"] for token in profile.first.sent)
        return shown or phrase.noun in profile.identified or self._is_the_same(phrase, profile)

    def _is_the_same(self, phrase: Phrase, profile: Profile) -> bool:
        """Whether the noun stands with "the" before the name, or is told of them only later."""
        told = [token for token in profile.first.sent if token.lower_ == phrase.noun]
        beside = (child for token in told if 0 < profile.first.start - token.i <= 2 for child in token.lefts)
        later = phrase.noun in profile.nouns and phrase.noun not in self.generic
        return any(child.lower_ in ("the", "his", "her", "their") for child in beside) if told else later

    def shows_the_accused(self, phrase: Phrase, profile: Profile) -> bool:
        """Whether an introduction may be the accused's: by what it tells again, or by what they do in it.

        Not "The dead man was Max Poe, 33", "'I trusted her', said Max Poe", "The guard's lawyer is Max Poe".
        """
        named = profile.first.root
        verb, others = named.head, self.words["done_by_others"]
        if named.dep_ in SUBJECTS and (verb.lower_ in others or any(child.lower_ in others for child in verb.lefts)):
            return False
        another = phrase.noun in profile.nouns and phrase.noun not in self.generic
        told = self.tells_again(phrase, profile) or _is_taken(named)
        return told or not (another or named.dep_ in _NO_DOERS)

    def tells_nothing(self, phrase: Phrase) -> bool:
        """Whether its noun fits anybody who is accused: "the man", "the defendant"."""
        return phrase.noun in self.generic or phrase.noun in self.accused

    def is_of_people(self, phrase: Phrase) -> bool:
        """Whether its noun is one for people."""
        return self.tells_nothing(phrase) or phrase.i in self.roles

    def is_the_accused(self, phrase: Phrase) -> bool:
        """ "The defendant", "the convict": not "her defendant", "the other suspect"."""
        return phrase.the_one and phrase.noun in self.accused

    def is_accused(self, phrase: Phrase) -> bool:
        """Whether the text says of those whom the phrase means that they are accused."""
        said = {child.lower_ for child in phrase.head.children if child.dep_ in ("acl", "amod")}
        return phrase.in_slot or phrase.noun in self.accused or not said.isdisjoint(self.words["accusing"])

    def identified(self, phrase: Phrase) -> Profile | None:
        """Whom the text identifies as one who is accused, if it is one and the phrase can mean them."""
        if (phrase.other and not self._is_news(phrase)) or phrase.beside or phrase.owner is not None:
            return None
        found = [profile for profile in self.profiles if profile.identified & self.accused]
        if len(found) != 1 or found[0].person.victim or found[0].person.company:
            return None
        return found[0] if self.fits(phrase, found[0].person) else None

    def _is_news(self, phrase: Phrase) -> bool:
        """ "A fourth man has been charged with the raid": one more, and the one on whom the article is."""
        return phrase.text.lower().startswith("a ") and self.sentence_of.get(phrase.i) == self.opening

    def refuse(self, phrase: Phrase, by: LinkedBy, reason: str) -> None:
        """Note why a pass could not say whom a phrase stands for."""
        self.cast.refusals.append(Refusal(phrase, by, reason))


def sentence_numbers(doc: Doc) -> dict[int, int]:
    """Each token's sentence, by number; headings and table cells of a few words count with what follows."""
    numbers: dict[int, int] = {}
    current = 0
    for sentence in doc.sents:
        numbers.update(dict.fromkeys(range(sentence.start, sentence.end), current))
        if len(sentence) > _FEW and sum(not token.is_space for token in sentence) > _FEW:
            current += 1
    return numbers


def _tell_gender(profile: Profile, words: Mapping[str, frozenset[str]]) -> None:
    """ "Roe's wife, Pat": the noun for a relative tells the gender that the given name does not."""
    related = profile.nouns & words["kin"]
    told = [gender for gender, of in BY_GENDER.items() if related & words[of]]
    if profile.person.gender is None and len(told) == 1:
        profile.person.gender = told[0]


def _opening(doc: Doc, sentence_of: Mapping[int, int]) -> int:
    """The number of the first sentence in prose; one that begins as a headline may run on into it."""
    prose = (each for each in doc.sents if not in_headline(each) or each.text.rstrip().endswith("."))
    return next((sentence_of[sentence.start] for sentence in prose), 0)


def _is_taken(named: Token) -> bool:
    """ "Police named him as Max Poe", "took Max Poe": not "named the dead man as Max Poe"."""
    as_them = named.dep_ == "pobj" and any(child.lower_ in ("him", "her") for child in named.head.head.children)
    return as_them or (named.dep_ == "dobj" and named.head.lower_ == "took")
