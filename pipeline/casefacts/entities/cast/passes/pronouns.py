"""Passes for "he" and "she" that the text itself settles, by syntax; the others are scored (casefacts.reference)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Span, Token

from casefacts.clause import REPORTING
from casefacts.entities.cast.links import Link
from casefacts.entities.cast.scene import Scene
from casefacts.entities.people import Person
from casefacts.entities.phrases import phrase_at
from casefacts.entities.profiles import singular
from casefacts.forms import words_of
from casefacts.marks import mention_of

_SUBJECTS = {"nsubj", "nsubjpass"}
_GENDERS = {"he": "m", "she": "f"}
_GENDERED = {**_GENDERS, "him": "m", "his": "m", "her": "f"}
_CLAUSES = 4  # words above the pronoun's verb among which the governing clause's is


def behind_introduced(scene: Scene) -> Iterator[tuple[int, Link]]:
    """ "A fourth defendant, Ana Roe, 32, was arrested. She ...": who was introduced as the subject right before."""
    named = {token.i: mention_of(name).person for name in scene.names for token in name}
    for i, link in scene.cast.links.items():
        if link.by != "stated" or not _introduces(scene, scene.doc[i]):
            continue
        person = link.people[0]
        other = next((j for j in range(i, len(scene.doc)) if named.get(j, person) != person), len(scene.doc))
        for token in scene.doc[scene.doc[i].sent.end : other]:
            gender = _GENDERS.get(token.lower_)
            if gender and person.gender in (gender, None) and scene.distance(i, token.i) <= 1:
                yield token.i, Link((person,), "pronoun", "who was introduced as the subject right before")


def _introduces(scene: Scene, noun: Token) -> bool:
    """Whether the noun is a subject, and not "Her brother, Max Poe, wept": kin, and nobody's who is accused there."""
    accused = noun.head.lower_ in scene.words["accusing"] | scene.words["brought_to_court"] or noun.i in scene.slots
    return noun.dep_ in _SUBJECTS and (accused or singular(noun) not in scene.words["kin"])


def of_main_clause(scene: Scene) -> Iterator[tuple[int, Link]]:
    """ "When she was jailed, Ana Roe wept", "Max Poe left after he was jailed": the subject of the clause above."""
    named = {token.i: mention_of(name).person for name in scene.names for token in name}
    for pronoun in _subjects(scene):
        told = _subject_of_main(pronoun)
        person = named.get(told.i) if told is not None else None
        before = scene.doc[pronoun.sent.start : pronoun.i]
        alone = all(named.get(token.i, person) is person for token in before) and not _tells_of_others(scene, before)
        if person is not None and alone and not person.official and person.gender in (_GENDERS[pronoun.lower_], None):
            yield pronoun.i, Link((person,), "pronoun", "who is named as the subject of the clause above")


def _subjects(scene: Scene) -> Iterator[Token]:
    """Where "he" or "she" is a subject."""
    pronouns = (scene.doc[i] for i, word in enumerate(words_of(scene.doc)) if word in _GENDERS)
    return (pronoun for pronoun in pronouns if pronoun.dep_ in _SUBJECTS)


def _subject_of_main(pronoun: Token) -> Token | None:
    """The subject of the main clause of the clause whose subject the pronoun is, unless it reports what went before."""
    verb = pronoun.head
    main = verb.head
    if verb.dep_ != "advcl" or (main.i < verb.i and main.lower_ in REPORTING):
        return None
    return next((child for child in main.lefts if child.dep_ in _SUBJECTS), None)


def _tells_of_others(scene: Scene, before: Span) -> bool:
    """ "Ana Roe spoke for the 20-year-old after ...": whether it tells of somebody without a name."""
    phrases = (phrase_at(token) for token in before if token.dep_ in ("dobj", "pobj"))
    return any(phrase is not None and (phrase.age is not None or scene.is_of_people(phrase)) for phrase in phrases)


def behind_among(scene: Scene) -> Iterator[tuple[int, Link]]:
    """ "Among the accused is Ana Roe. She faces ...": the subject stands behind the verb and goes on."""
    for name in scene.names:
        first, verb = name.sent[0], name.root.head
        turned = first.lower_ in ("among", "amongst") and verb.pos_ == "AUX" and first.i < verb.i < name.start
        person: Person = mention_of(name).person
        behind = scene.doc[name.sent.end : name.sent.end + 1] if turned else ()
        for token in behind:
            if token.lower_ in _GENDERS and person.gender in (_GENDERS[token.lower_], None):
                yield token.i, Link((person,), "pronoun", "who stands behind the verb of the sentence before")


def said_to_be(scene: Scene) -> Iterator[tuple[int, Link]]:
    """ "A complaint charges her with fraud. She is Ana Roe, and she denies it": the pronouns around the name."""
    for name in scene.names:
        about = _equated(name)
        if about is None:
            continue
        person: Person = mention_of(name).person
        first = scene.doc[max(name.sent.start - 1, 0)].sent.start
        before = (mention_of(each).person for each in scene.names if first <= each.start < about.i)
        if all(each.official for each in before):
            gender = _GENDERS[about.lower_]
            for token in scene.doc[first : name.sent.end]:
                if _GENDERED.get(token.lower_) == gender:
                    yield token.i, Link((person,), "stated", "a pronoun is said to be who", ahead=token.i < about.i)


def _equated(name: Span) -> Token | None:
    """The "she" of "She is Ana Roe"."""
    root = name.root
    if root.dep_ != "attr" or root.head.lower_ not in ("is", "was"):
        return None
    about = next((child for child in root.head.lefts if child.dep_ == "nsubj"), None)
    return about if about is not None and about.lower_ in _GENDERS else None


def governed(scene: Scene) -> Iterator[tuple[int, int]]:
    """ "A man was arraigned on an indictment in which he is charged": a pronoun, and the subject above it."""
    for pronoun in _subjects(scene):
        above = _subject_above(pronoun)
        if above is not None and _may_repeat(scene, above, _GENDERS[pronoun.lower_]):
            yield pronoun.i, above.i


def _subject_above(pronoun: Token) -> Token | None:
    """The subject before it of the next clause above its own."""
    for verb in islice(pronoun.head.ancestors, _CLAUSES):
        above = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
        if above is not None and above.i <= pronoun.i:
            return above
    return None


def _may_repeat(scene: Scene, noun: Token, gender: str) -> bool:
    """Whether a pronoun of the gender can repeat the noun, which is new to the text and no name."""
    if noun.pos_ != "NOUN" or any(name.start <= noun.i < name.end for name in scene.names):
        return False
    phrase = phrase_at(noun)
    if phrase is None or phrase.definite or phrase.plural:
        return False
    return phrase.gender in (gender, None) and phrase.noun not in scene.cast.things
