"""Participles that stand as nouns: "the accused were remanded", "26 accused". Language models take them for verbs.

In "found the accused guilty" they take one for an adjective of the word behind, and whoever found for who is found.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from casefacts.forms import words_of
from casefacts.rulebook import Rulebook

_NOMINAL = {"nsubj", "nsubjpass", "dobj", "dative", "pobj", "conj", "appos", "attr"}
_MARKS = {"det", "nummod", "poss", "predet"}
_PLURAL_BEFORE = {"both", "all", "these", "those", "several", "many"}
_PLURAL_VERBS = {"are", "were", "have"}


class Nominals:
    """The stage: gives them the tags of nouns, plural ones where a number, a determiner or the verb says so.

    And makes them the object of the verb whose object they are.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self.words = frozenset(rulebook.words["nominal_participles"])

    def __call__(self, doc: Doc) -> Doc:
        """Writes tags and parts of speech; reads the parse."""
        for token in (doc[i] for i, word in enumerate(words_of(doc)) if word in self.words):
            if _is_before_verdict(token):
                _make_object(token)
            if token.tag_ in ("VBN", "VBD", "JJ") and token.dep_ in _NOMINAL and _has_mark(token):
                token.tag_, token.pos_ = "NNS" if _is_plural(token) else "NN", "NOUN"
        return doc


def _is_before_verdict(token: Token) -> bool:
    """ "[found] the accused guilty"."""
    verdict = token.head
    judged = token.dep_ == "amod" and verdict.i == token.i + 1 and verdict.lower_ in ("guilty", "innocent")
    return judged and verdict.dep_ in ("dobj", "oprd", "ccomp", "acomp") and verdict.head.pos_ == "VERB"


def _make_object(token: Token) -> None:
    verdict = token.head
    for child in [child for child in verdict.lefts if child != token]:
        child.head = token
    token.head, token.dep_ = verdict.head, "dobj"
    verdict.dep_ = "oprd"


def _has_mark(token: Token) -> bool:
    behind = token.doc[token.i + 1].pos_ if token.i + 1 < len(token.doc) else ""
    return behind not in ("NOUN", "PROPN") and any(child.dep_ in _MARKS for child in token.lefts)


def _is_plural(token: Token) -> bool:
    counted = any(child.dep_ == "nummod" and child.lower_ != "one" for child in token.lefts)
    before = {child.lower_ for child in token.lefts}
    verbs = {token.head.lower_, *(child.lower_ for child in token.head.children if child.dep_ in ("aux", "auxpass"))}
    is_subject = token.dep_ in ("nsubj", "nsubjpass")
    return counted or not before.isdisjoint(_PLURAL_BEFORE) or (is_subject and not verbs.isdisjoint(_PLURAL_VERBS))
