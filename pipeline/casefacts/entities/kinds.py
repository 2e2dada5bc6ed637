"""Whether a name is a person's, from all its mentions in the article: a wrong kind poisons all that follows.

Each mention weighs for or against by what stands beside it and by what the language model takes it for; words that
also name places and bodies (Park, House, Church, North) weigh against, and a title or an age outweighs them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale
from spacy.tokens import Span, Token
from spacy.vocab import Vocab

from casefacts.entities.around import word_before, word_behind
from casefacts.entities.gazetteer import given_names, is_short_given
from casefacts.forms import text_of

# Weights of evidence; where their sum is not below zero, the name is a person's
_TITLE, _AGE, _WHO, _ACTS, _GIVEN, _ALONE, _RARE = 4, 4, 3, 3, 2, 2, 1
_LABELS = {"PERSON": 1, "ORG": -1, "NORP": -1, "GPE": -1, "LOC": -1, "FAC": -2, "LAW": -2, "EVENT": -1, "PRODUCT": -1}
_PLACES = {"GPE", "LOC"}
_OF_A_BODY, _INSTITUTION, _ACRONYM, _DATELINE, _WATCHED, _ALSO, _THE, _AT = -5, -4, -6, -6, -3, -2, -2, -2
_ORIGIN, _COURT = -9, -9

_AGED = re.compile(r",? ?\(?(?:aged )?[1-9]\d\b(?!,? \d{4}| ?(?:years? (?:in|of)|months|percent|%))")
_WHO_BEHIND = re.compile(r",? (?:who|whose|whom)\b")
# "Harbor Ring (HR-9)", "Harbour Police (HP)"
_SHORT_FOR = re.compile(r" ?\((?=[A-Z\d-]*[A-Z])[A-Z\d-]{2,8}\)")
# "New York, May 31 (Wire) - ", "Kelso (Wire) -"
_PLACED = re.compile(r"(?:, [A-Z][\w.]* ?\d{0,2})?(?:,? \d{4})?(?: \([^)]{2,30}\))? ?(?:--?|[–—]) ")
_ALONG = {"along", "off", "on"}
_WITHIN = {"in", "near"}
LOCATING = {"in", "at", "near", "from", "to"}


@cache
def territories() -> frozenset[str]:
    """The English names of countries and their parts of the world, by the CLDR."""
    return frozenset(Locale("en").territories.values())


@cache
def _origins() -> tuple[str, ...]:
    """Adjectives of countries of several words: "Sri Lankan", "Costa Rican"."""
    return tuple(f"{name}n" for name in territories() if " " in name)


def _is_label(span: Span, behind: str) -> bool:
    """Whether the word heads a caption: "Chic: Max Poe in a new coat"."""
    return bool(span[0].is_sent_start) and behind.startswith(":")


class Kinds:
    """Judges the names of articles, by the rulebook's words and by those that a new language model knows (`vocab`)."""

    def __init__(self, vocab: Vocab, words: Mapping[str, frozenset[str]]) -> None:
        self.common = frozenset(vocab.strings)
        self.titles = words["titles"] - words["institutions"]
        self.institutions = words["institutions"]
        self.also_surnames = words["also_surnames"]
        self.streets = words["streets"]
        self.personal = words["personal_verbs"]
        self.watching = words["watching"]
        self.dwellings = words["dwellings"]
        self.inhabitants = words["townspeople"] | {"native", "citizen", "inhabitant"}
        no_given = words["not_names"] | self.also_surnames | self.institutions
        self.given = (words["masculine_names"] | words["feminine_names"] | given_names().keys()) - no_given

    def persons(self, names: list[Span]) -> list[Span]:
        """Those of an article's names that are persons' names, in their order."""
        if not names:
            return []
        text = text_of(names[0].doc)
        mentions: dict[str, list[Span]] = {}
        for name in names:
            mentions.setdefault(name.text, []).append(name)
        surnames = {name[0].text for name in names if len(name) == 1}
        sure = {name for name, spans in mentions.items() if self._is_person(spans, surnames, text)}
        several = tuple(f" {name}" for name in sure if " " in name)  # "Ana Maria Roe" is whoever "Maria Roe" is
        return [name for name in names if name.text in sure or name.text.endswith(several)]

    def is_before_name(self, token: Token) -> bool:
        """Whether a word that opens a sentence belongs to no name behind it: "Treasurer Ana Roe", "Jailing Ana Roe"."""
        behind = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
        return self.is_common(token) and behind in self.given

    def only_opens(self, token: Token) -> bool:
        """Whether it may be printed large for opening its sentence alone: "Disgraced Roe", "Jailing Roe"."""
        return bool(token.is_sent_start) and self.is_common(token)

    def is_common(self, token: Token) -> bool:
        """Whether the language has the word, and it is no given name."""
        return token.lower_ in self.common and token.lower_ not in self.given

    def _is_person(self, spans: list[Span], surnames: set[str], text: str) -> bool:
        first = spans[0]
        if first.text in territories() or first.text.endswith(_origins()):
            return False
        score = sum(self._beside(span, text) + self._within(span) for span in spans)
        placed = any(span[-1].ent_type_ in _PLACES for span in spans)  # "Brooklyn" is a given name, too
        score += _GIVEN * (self._has_given(first) and not placed)
        score += _INSTITUTION * (len(first) == 1 and any(span[0].ent_type_ == "NORP" for span in spans))
        score += _ALONE * (len(first) > 1 and first[-1].text in surnames)
        return score + self._by_words(first) >= 0

    def _has_given(self, name: Span) -> bool:
        """Whether it begins with a given name; of "Zerline-Ann Roe" either part tells."""
        hyphened = len(name) > 2 and name[1].text == "-" and name[2].lower_ in self.given
        return hyphened or name[0].lower_ in self.given or is_short_given(name[0].text)

    def _by_words(self, name: Span) -> int:
        """What the words of the name themselves say."""
        words = [token.lower_ for token in name]
        bodies = sum(word in self.institutions for word in words)
        score = _RARE * any(word not in self.common for word in words)
        return score + _INSTITUTION * bodies + _ALSO * sum(word in self.also_surnames for word in words)

    def _beside(self, span: Span, text: str) -> int:
        """What the characters before and behind a mention say."""
        behind = text[span.end_char : span.end_char + 60]
        aged = _AGED.match(behind) and not (behind.startswith(" (") and self._is_place_alone(span))
        score = _AGE * bool(aged or text[: span.start_char].endswith("-year-old "))
        score += _WHO * bool(_WHO_BEHIND.match(behind)) + _ACRONYM * bool(_SHORT_FOR.match(behind))
        score += _INSTITUTION * (len(span) == 1 and (self._is_neighbourhood(span) or _is_label(span, behind)))
        return score + _DATELINE * bool(span[0].is_sent_start and _PLACED.match(behind))

    def _is_place_alone(self, span: Span) -> bool:
        """Whether nothing but a number in brackets tells that it is no place: "North Harbor (92) and Kelso (84)"."""
        return span[-1].ent_type_ in _PLACES and not self._has_given(span)

    def _within(self, span: Span) -> int:
        """What a mention's place in its sentence says, and what the language model takes it for."""
        root = span.root
        acts = root.dep_ in ("nsubj", "nsubjpass", "dobj") and root.head.lower_ in self.personal
        score = _LABELS.get(span[-1].ent_type_, 0) + _ACTS * acts + self._by_next(span)
        return score if span[0].is_sent_start else score + self._by_word_before(span, root)

    def _by_next(self, span: Span) -> int:
        """What the tokens right before and behind say of a place or body."""
        doc = span.doc
        before = word_before(span)
        score = _WATCHED * (before in self.watching)  # films are, and those who are stalked
        if (before.isdigit() or before in _ALONG) and span[-1].lower_ in self.also_surnames | self.streets:
            score += _INSTITUTION  # "350 Jay Street", "on Kelley Lane"
        if span.end < len(doc):
            score += _OF_A_BODY * self._is_body(doc[span.end])
            hyphened = doc[span.end].text == "-" and not span[-1].whitespace_  # "Kelso-born", "Ruritanian-based"
            score += _INSTITUTION * hyphened
        owned = doc[span.end : span.end + 2].text.removeprefix("'s ").removeprefix("' ")
        score += _COURT * (owned == "Court")  # "Austin Magistrate's Court"
        return score + _INSTITUTION * (owned == "Day")  # "St Max's Day"

    def _by_word_before(self, span: Span, root: Token) -> int:
        before = span.doc[span.start - 1]
        if before.lower_ in self.titles and before.text[0].isupper():
            return _TITLE
        if before.lower_ == "the" and root.dep_ not in ("compound", "poss", "nmod"):
            return _THE
        if before.tag_ == "POS" or before.lower_ == "against":
            return 0
        if self._is_origin(before):
            return _ORIGIN
        if before.lower_ in _WITHIN and root.dep_ == "pobj" and len(span) > 1:
            return _OF_A_BODY
        return _AT * (before.lower_ in LOCATING and span[-1].ent_type_ != "PERSON")

    def _is_origin(self, before: Token) -> bool:
        """ "a resident of Kelso", "a rapper from Kelso Heights": what stands there is where somebody is from."""
        of, from_ = before.lower_ == "of", before.lower_ == "from"
        noun = before.doc[before.i - 1].lower_ if before.i else ""
        return (of and noun in self.inhabitants) or (from_ and noun in self.titles | self.inhabitants)

    def _is_neighbourhood(self, span: Span) -> bool:
        """Whether it is a place by the words around: "a Kelso home", "in nearby Kelso"."""
        before = word_before(span)
        return before == "nearby" or (before in ("a", "an") and word_behind(span) in self.dwellings)

    def _is_body(self, behind: Token) -> bool:
        """Whether the name goes on as a body's: "Harbor Criminal Court", "Special Cases Bureau"."""
        return behind.lower_ in self.institutions and behind.text[0].isupper() and not behind.is_sent_start
