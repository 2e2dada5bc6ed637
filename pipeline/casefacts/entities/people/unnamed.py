"""Mentions without a name: pronouns, and nouns that stand for people or companies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from casefacts.entities.gazetteer import Gender
from casefacts.entities.people.person import Mention
from casefacts.forms import words_of

# How many people a pronoun means, and of which gender
_PRONOUNS: dict[str, tuple[int, Gender | None]] = {
    "he": (1, "m"), "him": (1, "m"), "his": (1, "m"),
    "she": (1, "f"), "her": (1, "f"), "hers": (1, "f"),
    "they": (2, None), "them": (2, None), "their": (2, None), "both": (2, None), "each": (2, None), "all": (2, None),
    "it": (1, None), "its": (1, None),
}  # fmt: skip
_ALSO_BEFORE_NOUNS = {"each", "all", "both"}
_ALONE = {"nsubj", "nsubjpass", "pobj", "dobj", "appos"}
_POINTING = {"the", "this", "that", "these", "those", "both"}


def pronouns(doc: Doc, taken: set[int]) -> Iterator[Span]:
    """The pronouns for people and companies; none of the tokens `taken`."""
    for i, word in ((i, word) for i, word in enumerate(words_of(doc)) if word in _PRONOUNS and i not in taken):
        if word in _ALSO_BEFORE_NOUNS and doc[i].dep_ not in _ALONE:
            continue
        count, gender = _PRONOUNS[word]
        role = "company" if word in ("it", "its") else ""
        yield Mention("pronoun", count=count, gender=gender, definite=True, role=role).at(doc[i : i + 1])


def nouns(
    found: Iterable[Span], roles: Mapping[str, str], taken: set[int], lists: Mapping[str, frozenset[str]]
) -> Iterator[Span]:
    """The nouns that rules of the rulebook found, each with its role by rule; none of the tokens `taken`."""
    for span in filter_spans(found):
        if taken.isdisjoint(range(span.start, span.end)):
            words = {token.lower_ for token in span}
            gender: Gender | None = "m" if words & lists["masculine"] else "f" if words & lists["feminine"] else None
            count = 2 if span[-1].tag_ in ("NNS", "NNPS") or not words.isdisjoint(("couple", "pair")) else 1
            definite = _is_definite(span[0], span.root)
            role = roles[span.label_]
            yield Mention("noun", count=count, gender=gender, definite=definite, role=role).at(span)


def _is_definite(first: Token, head: Token) -> bool:
    return first.lower_ in {*_POINTING, "all"} or any(child.lower_ in _POINTING for child in head.lefts)
