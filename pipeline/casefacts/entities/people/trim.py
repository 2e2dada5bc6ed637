"""The borders of a name: what was found with it and belongs to no name is cut off, step by step."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc, Span, Token

from casefacts.entities.gazetteer import given_names
from casefacts.entities.kinds import Kinds, territories
from casefacts.entities.people.words import NameWords, is_initial

_ENDING = {"'s", "'", ",", "-", "(", ")"}  # marks with which no name ends
_OF_OFFICES = {"of", "for", "and", "&", ","}  # "Minister of Trade, Labour and Industry"
_PARTING = {",", "(", ")", "[", "]", "&", ";", ":", "/", "–", "alias", "aka"}  # within no name


class Trimmer:
    """Gives the name within words that were found as one."""

    def __init__(self, words: NameWords, kinds: Kinds) -> None:
        self.words = words
        self.kinds = kinds

    def __call__(self, span: Span) -> Span | None:
        """The name; None where nothing is left."""
        doc, start, end = span.doc, span.start, span.end
        start += self._opens_sentence(doc, start, end)
        start = _past(self._is_before_name, doc, start, end)
        start = self._past_hyphened(doc, start)
        start += self._ends_office(doc, start, end)
        start = _past(self._is_adverb, doc, start, end, least=1)
        end = self._without_ending(doc, start, end)
        start = _past(self.words.is_title, doc, start, end, least=1)
        start = _past(self._tells_origin, doc, start, end, least=2)
        start = self._past_inner_title(doc, start, end)
        start, end = _beside_dash(doc, start, end)
        end = next((i for i in range(start, end) if self._parts(doc, i)), end)
        end = self._with_hyphened(doc, start, end)
        return Span(doc, start, end, label="name") if start < end else None

    def _opens_sentence(self, doc: Doc, start: int, end: int) -> bool:
        """ "Treasurer Ana Roe", "Brothers Max and Leo Poe": a word that is printed large for opening the sentence."""
        shared = doc[end : end + 1].text == "and" and doc[start].lower_.endswith("s")
        return (end - start > 2 or shared) and bool(doc[start].is_sent_start) and self.kinds.is_before_name(doc[start])

    def _ends_office(self, doc: Doc, start: int, end: int) -> bool:
        """ "Minister of Trade and Industry Ana Roe": the last word of what somebody is minister of."""
        i = start - 1
        while i > doc[start : start + 1].sent.start and (doc[i].is_title or doc[i].lower_ in _OF_OFFICES):
            i -= 1
        led = end - start > 2 and doc[start - 1].lower_ in _OF_OFFICES and self.kinds.is_common(doc[start])
        titles = (token for token in doc[i:start] if token.lower_ in self.words.titles)
        return led and any(not {"of", "for"}.isdisjoint(t.lower_ for t in doc[at.i + 1 : at.i + 3]) for at in titles)

    def _is_before_name(self, doc: Doc, at: int, end: int) -> bool:
        """A title, a mark or "the"; no initial."""
        token = doc[at]
        before = self.words.is_title(doc, at, end) or not token.text[0].isalpha() or token.lower_ == "the"
        return before and not (token.text[0].isupper() and is_initial(token))

    def _past_hyphened(self, doc: Doc, start: int) -> int:
        """ "Part-owner Ana Roe", "Kelso-born Ana Roe"."""
        while self._is_hyphened(doc[start : start + 3]):
            start += 3
        return start

    def _is_hyphened(self, span: Span) -> bool:
        """ "Ex-Mayor", "Kelso-born"."""
        if len(span) < 3 or span[1].text != "-":
            return False
        titled = span[0].lower_ in self.words.lists["title_prefixes"] and span[2].lower_ in self.words.titles
        return titled or span[2].lower_ in self.words.lists["joined_to_names"]

    def _is_adverb(self, doc: Doc, at: int, end: int) -> bool:
        """ "Meanwhile Ana Roe"; or any word that is printed small."""
        return doc[at].lower_ in self.words.lists["opening_adverbs"] or self.words.is_small(doc[at])

    def _without_ending(self, doc: Doc, start: int, end: int) -> int:
        while start < end and (doc[end - 1].text in _ENDING or doc[end - 1].text.isdigit()):
            end -= 1
        while start < end - 1 and self.words.is_small(doc[end - 1]) and doc[end - 2].text != "-":
            end -= 1
        initials_first = end - start > 2 and is_initial(doc[start]) and not is_initial(doc[end - 2])
        return end - (initials_first and is_initial(doc[end - 1]))  # "K. M. Nihal Poe R. and ..."

    def _tells_origin(self, doc: Doc, at: int, end: int) -> bool:
        """ "Texan Ana Roe", "in Ruritania Ana Roe": a word that belongs to no name, before one."""
        token, given = doc[at], given_names()
        if token.lower_ in given:
            return False
        return token.text in territories() or (token.ent_type_ == "NORP" and doc[at + 1].lower_ in given)

    def _past_inner_title(self, doc: Doc, start: int, end: int) -> int:
        """ "States President Ana Roe", "Health Minister Ana Roe"."""
        known = self.words.lists["also_given"] | self.words.particles
        alone = (i for i in range(start + 1, end - 1) if "-" not in (doc[i - 1].text, doc[i + 1].text))
        titled = (i for i in alone if doc[i].lower_ in self.words.titles - known)
        return max((i + 1 for i in titled if end - i > 2 or doc[i + 1].lower_ in given_names()), default=start)

    def _parts(self, doc: Doc, at: int) -> bool:
        """Whether the name before ends here: "Bo Tran's Wife, Mai Tran"."""
        token = doc[at]
        owns = token.text == "'s" and doc[at + 1 : at + 2].text.lower() in self.words.lists["kin"]
        return owns or bool(token.is_space) or token.lower_ in _PARTING

    def _with_hyphened(self, doc: Doc, start: int, end: int) -> int:
        """The token behind "Adebayo-Wale", of which the first part alone was found; of "Max Poe-themed" the name."""
        if end - start > 2 and doc[end - 2].text == "-" and doc[end - 1].lower_ in self.words.lists["joined_to_names"]:
            return end - 2
        while start < end and _is_joined(doc, end) and doc[end + 1].lower_ not in self.words.lists["joined_to_names"]:
            end += 2
        return end


def _past(goes: Callable[[Doc, int, int], bool], doc: Doc, start: int, end: int, least: int = 0) -> int:
    """The first token that does not go; so many of them stay at `least`."""
    while end - start > least and goes(doc, start, end):
        start += 1
    return start


def _beside_dash(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """ "Essex - Max Poe", "Max Poe - all": the side that has more than one word, else the right one."""
    for i in range(start + 1, end - 1):
        if doc[i].text == "-" and doc[i - 1].whitespace_:
            return (i + 1, end) if i - start < 2 else (start, i)
    return start, end


def _is_joined(doc: Doc, hyphen: int) -> bool:
    """Whether here is a hyphen between two words, without spaces."""
    if not hyphen + 1 < len(doc) or doc[hyphen].text != "-":
        return False
    spaced = doc[hyphen - 1].whitespace_ or doc[hyphen].whitespace_
    return not spaced and bool(doc[hyphen + 1].is_alpha)


def whole(span: Span, words: NameWords) -> Span:
    """The span with the given name before it that the language model left out: "Dimitris [Roe]".

    Before a name of several words only behind a title: "Magistrate Ana [Maria Roe]".
    """
    doc, start = span.doc, span.start
    if not start or doc[start].is_sent_start or (len(span) > 1 and not _is_titled(doc[start - 1], words)):
        return span
    given = doc[start - 1]
    belongs = given.tag_ == "NNP" and given.dep_ == "compound" and given.head == span.root and given.is_title
    if not belongs or given.lower_ in words.titles or not words.is_part(given):
        return span
    return doc[start - 1 : span.end]


def _is_titled(given: Token, words: NameWords) -> bool:
    """Whether the title of an office stands right before: "Magistrate [Ana] Maria Roe"."""
    before = given.nbor(-1) if given.i else given
    return before.is_title and before.lower_ in words.lists["official_titles"]
