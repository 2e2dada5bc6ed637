"""Towns that the layout tells, whatever the language model takes them for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from casefacts.entities.people.words import NameWords
from casefacts.forms import words_of

_DASHES = {"-", "–", "—"}
_AGE = re.compile(r"[1-9]\d")
_DATELINE = 4  # tokens
_ENDING = (",", ";", ".", ")")


def towns(doc: Doc, words: NameWords) -> Iterator[str]:
    """Behind an age ("34, of Tustin"), or as a dateline ("TUSTIN -")."""
    for i, word in enumerate(words_of(doc)):
        town = None
        if word in _DASHES:
            town = _in_dateline(doc[i])
        elif _AGE.fullmatch(word):
            town = _behind_age(doc[i], words)
        if town:
            yield town


def is_town(name: Span, towns: set[str]) -> bool:
    """Whether a name is a town's; "Ana Roe, 34" is not."""
    behind = name.doc[name.end : name.end + 2]
    if len(behind) == 2 and behind[0].text == "," and behind[1].like_num:
        return False
    if name[0].text in towns:
        return True
    told = name.text.casefold().replace("-", " ")
    printed = (town.casefold().replace("-", " ") for town in towns)
    return any(told == town or told in town.split() for town in printed)


def _in_dateline(dash: Token) -> str | None:
    """ "TUSTIN, Calif. -"; the hyphen of "Jean-Luc" parts no dateline."""
    before = dash.doc[max(dash.i - _DATELINE, 0) : dash.i]
    if len(before) == 0 or not before[-1].whitespace_ or not (before[-1].is_title or before[-1].is_upper):
        return None
    start = next((token.i for token in reversed(list(before)) if token.is_sent_start), None)
    return dash.doc[start : dash.i].text.partition(",")[0].strip() if start is not None else None


def _behind_age(age: Token, words: NameWords) -> str | None:
    """ "Bo Li, 34, of Tustin,"; not "Bo Li, 21, of Pico and Max Poe, 23, ..."."""
    doc = age.doc
    if not 0 < age.i < len(doc) - 2 or not doc[age.i - 1].text == doc[age.i + 1].text == ",":
        return None
    led = doc[age.i + 2].lower_ in ("of", "from")
    first = age.i + 2 + led
    end = words.run_right(doc, first)
    if end == first:
        return None
    ends = led or end == len(doc) or doc[end].text in _ENDING or doc[end].is_space or doc[end].is_sent_start
    return doc[first:end].text if ends else None
