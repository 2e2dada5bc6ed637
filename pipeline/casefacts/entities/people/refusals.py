"""Why words that look like a name are nobody's: an ordered list of checks."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.tokens import Span, Token

from casefacts.entities.around import in_headline, word_before, word_behind
from casefacts.entities.gazetteer import given_names
from casefacts.entities.people.words import NameWords, is_capital, is_shouted

_NUMBERED = re.compile(r"[A-Za-z]+-\d+")  # "Tribunal-1"
_LONGEST = 9  # tokens
_SHORTEST = 3  # letters
_BEHIND_AGENCY = re.compile(r"\) ?[-–—]")

Check = Callable[[Span, NameWords], str | None]


def why_no_name(span: Span, words: NameWords) -> str | None:
    """The first reason for which a span is no name of a person; None where there is none."""
    return next((reason for check in CHECKS if (reason := check(span, words)) is not None), None)


def _in_capitals(span: Span, words: NameWords) -> str | None:
    return "stands in capitals among capitals" if is_shouted(span) else None


def _is_printed_large(span: Span, words: NameWords) -> str | None:
    return "stands in a headline" if in_headline(span) else None


def _has_other_word(span: Span, words: NameWords) -> str | None:
    other = words.lists["not_names"]
    strange = any(token.lower_ in other or _NUMBERED.fullmatch(token.text) for token in span)
    return "has a word that is in no name" if strange else None


def _is_located(span: Span, words: NameWords) -> str | None:
    """ "near Kelso", "the Vessel"."""
    alone = len(span) == 1 and word_before(span) in ("the", "at", "in", "near")
    return "one word behind a preposition or an article" if alone else None


def _has_article(span: Span, words: NameWords) -> str | None:
    """ "the Kelso Nights"; not "the Max Poe trial"."""
    article = word_before(span) == "the" and span.root.dep_ not in ("compound", "poss", "nmod")
    return "stands behind an article" if article else None


def _is_byname(span: Span, words: NameWords) -> str | None:
    """ "The 'Kelso Heiress' was arrested": what somebody is called, without the name."""
    before = [token.lower_ for token in span.doc[max(span.start - 2, 0) : span.start]]
    called = before in (["the", "'"], ["the", '"']) and word_behind(span) == before[1]
    return "is what somebody is called" if called else None


def _was_done(span: Span, words: NameWords) -> str | None:
    """ "Victim was Pistol Whipped", "Defendant Allegedly Took": a headline's words; not "the man was Leo Reed"."""
    before = span.doc[span.start - 1] if span.start else span[0]
    passive = before.lower_ in words.lists["passive_helpers"] and span[-1].lower_.endswith("ed")
    active = (
        before.is_title and before.lower_ in words.lists["accused_people"] and span[0].lower_.endswith(("ed", "ly"))
    )
    return "is what was done" if (passive or active) and span[0].lower_ not in given_names() else None


def _is_charge(span: Span, words: NameWords) -> str | None:
    """ "Charges of Bribe Receiving"."""
    led = word_before(span) == "of" and span.doc[span.start - 2].lower_ in ("charges", "counts")
    return "is what is charged" if led and span[0].lower_ not in given_names() else None


def _is_headline(span: Span, words: NameWords) -> str | None:
    """ "Kelso Man Sentenced", "Trustee Charged": a headline that the language model takes for a name."""
    verbs = [token for token in span if token.lower_ in words.lists["headline_verbs"]]
    done = any(token.lower_.endswith("ed") for token in verbs)  # "Gets" may be a surname
    return "is a headline" if verbs and len(span) > (1 if done else 2) else None


def _is_body(span: Span, words: NameWords) -> str | None:
    """ "Marsh Green High School", "Port Ellery General Hospital"."""
    schools = words.lists["schools"]
    return "is a body's name" if len(span) > 2 and span[-1].lower_ in schools else None


def _is_of_many(span: Span, words: NameWords) -> str | None:
    """ "the 52 Harbor Kings", "two Ruritanian Cossacks", "Harbour Secretaries"."""
    if len(span) > 1 and span[0].lower_ not in given_names() and words.are_people(span[-1]):
        return "names many people"
    if span[-1].tag_ != "NNPS":
        return None
    counted = span.start > 0 and span.doc[span.start - 1].like_num
    return "names many people" if counted or span[-1].ent_type_ == "NORP" else None


def _is_hidden(span: Span, words: NameWords) -> str | None:
    """ "Jane Doe #5"."""
    return "hides somebody's name" if word_behind(span) == "doe" else None


def _is_agency(span: Span, words: NameWords) -> str | None:
    """ "KELSO, May 3 (Harbor Wire) - "."""
    bracketed = word_before(span) == "("
    agency = bracketed and _BEHIND_AGENCY.match(span.doc[span.end : span.end + 2].text)
    return "is the agency of a dateline" if agency else None


def _is_origin(span: Span, words: NameWords) -> str | None:
    """ "a 28-year-old Millbrook man", "two Port Ellery residents", "a Kelso-Ellery man"."""
    place = _with_hyphened(span)
    if not place.start or word_behind(place) not in words.lists["townspeople"]:
        return None
    told = word_before(place) in ("a", "an", "two", "three", "former", "old") or span.doc[place.start - 1].tag_ == "JJ"
    return "tells where somebody is from" if told else None


def _with_hyphened(span: Span) -> Span:
    """The span with the words that hyphens join to it."""
    doc, start, end = span.doc, span.start, span.end
    while start > 1 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_:
        start -= 2
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end].whitespace_:
        end += 2
    return doc[start:end]


def _is_of_odd_length(span: Span, words: NameWords) -> str | None:
    odd = len(span) > _LONGEST or sum(map(len, _main(span, words))) < _SHORTEST
    return "is too short or too long" if odd else None


def _has_small_word(span: Span, words: NameWords) -> str | None:
    """ "Ana and"; not "Ana van Roe"."""
    return None if all(is_capital(token) for token in _main(span, words)) else "has a word that is printed small"


CHECKS: tuple[Check, ...] = (
    _in_capitals,
    _has_other_word,
    _is_located,
    _has_article,
    _is_byname,
    _was_done,
    _is_charge,
    _is_headline,
    _is_body,
    _is_of_many,
    _is_hidden,
    _is_agency,
    _is_origin,
    _is_of_odd_length,
    _has_small_word,
    _is_printed_large,
)


def _main(span: Span, words: NameWords) -> list[Token]:
    """The words of the span that are no particles: "Ana", "Roe"."""
    return [token for token in span if token.lower_ not in words.particles and token.is_alpha]
