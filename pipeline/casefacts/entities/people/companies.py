"""Names of companies: by their endings, by what the text says they are, and by standing trial."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from casefacts.entities.kinds import Kinds
from casefacts.entities.people.words import NameWords, is_shouted
from casefacts.forms import words_of

# ", a California-based company,", ", the state's largest bakery chain,"; not ", the owner of a bakery chain,"
_COMPANY = re.compile(
    r", (?:a|an|the) (?:(?!(?:of|at|for|in|who|whose) )[\w'-]+ ){0,5}"
    r"(?:company|firm|corporation|bank|brand|business|manufacturer|contractor|retailer|chain|airline)\b"
    r"(?! (?:executive|manager|owner|director|boss|partner|president|employee|worker|teller|clerk)\b)"
)
_SUBJECTS = ("nsubj", "nsubjpass")


def companies(doc: Doc, words: NameWords, kinds: Kinds) -> Iterator[Span]:
    """The names of companies in a Doc, some more than once."""
    for found in (_recognised(doc, words, kinds), _explained(doc), _by_ending(doc, words)):
        yield from (Span(doc, span.start, span.end, label="company") for span in found)


def _recognised(doc: Doc, words: NameWords, kinds: Kinds) -> Iterator[Span]:
    """What the language model takes for a body, if more tells that it is a company."""
    for ent in doc.ents:
        if ent.label_ == "ORG":
            ending = ent[-1].lower_ in words.lists["company_words"] and not is_shouted(ent)
            if ending or _stands_trial(ent, words, kinds) or _is_said_so(ent):
                yield ent
        elif ent.label_ in ("FAC", "GPE", "PRODUCT") and _is_said_so(ent):
            yield ent


def _stands_trial(ent: Span, words: NameWords, kinds: Kinds) -> bool:
    """Whether it is a body that a court deals with: "Marrow was fined", "Marrow has pleaded guilty"."""
    root, lists = ent.root, words.lists
    if root.dep_ not in _SUBJECTS or root.head.lower_ not in lists["corporate_verbs"]:
        return False
    if root.dep_ == "nsubj" and root.head.lower_ not in ("pleaded", "pled"):
        return False
    bodies = lists["official_bodies"] | lists["institutions"]
    return not any(token.lower_ in bodies for token in ent) and not kinds.persons([ent])


def _explained(doc: Doc) -> Iterator[Span]:
    """ "Marrow, a bakery chain, was fined": one word that the language model takes for nothing."""
    for i in (i for i, word in enumerate(words_of(doc)[1:]) if word == ","):
        token = doc[i]
        alone = token.tag_ == "NNP" and not token.ent_type_ and token.dep_ in _SUBJECTS
        if alone and not _continues_name(token) and _is_said_so(doc[i : i + 1]):
            yield doc[i : i + 1]


def _by_ending(doc: Doc, words: NameWords) -> Iterator[Span]:
    """ "Trans-Mesa Energy Inc."."""
    endings = words.lists["company_endings"]
    for last in (i for i, word in enumerate(words_of(doc)) if word in endings and doc[i].text[0].isupper()):
        start = last
        while start > 0 and not doc[start].is_sent_start and _goes_with(doc[start - 1]):
            start -= 1
        if start < last:
            yield doc[start : last + 1]


def _goes_with(token: Token) -> bool:
    """Whether the word or mark can stand in a company's name."""
    return token.text in ("&", "-") or token.text[0].isupper()


def _continues_name(token: Token) -> bool:
    return token.i > 0 and not token.is_sent_start and token.doc[token.i - 1].tag_ == "NNP"


def _is_said_so(name: Span) -> bool:
    return _COMPANY.match(name.doc[name.end : name.end + 10].text) is not None
