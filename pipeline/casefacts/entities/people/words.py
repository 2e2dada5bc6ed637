"""What the words of a name look like, in print and by the lists of the rulebook."""

from __future__ import annotations

import re
from collections.abc import Mapping

from spacy.tokens import Doc, Span, Token

from casefacts.entities.gazetteer import given_names

_INITIAL = re.compile(r"[A-Z]\.?|[A-Z]\.[A-Z]\.")
_WORD = re.compile(r"(?:[A-Z][a-zA-Z'-]*[a-zà-ÿ][\w'-]*|[A-ZÀ-Ý][à-ÿ]\w*|[A-Z]{2,3}|al-\w+|[OD]'[A-Z]\w+)\.?")
_NICKNAME = re.compile(r'["“]\w+["”]')
_ASIDE = re.compile(r"""(?<!\w)(["'])[^"']*\1(?!\w)|\([^)]*\)""")
_BORDER = re.compile(r"[\s-]+")


class NameWords:
    """Tells words of names by the word lists of the rulebook, `lists`."""

    def __init__(self, lists: Mapping[str, frozenset[str]]) -> None:
        self.lists = lists
        self.particles = lists["particles"]
        self.titles = lists["titles"]
        self.bodies = lists["official_bodies"] - lists["also_surnames"]

    def of(self, name: Span) -> list[str]:
        """The words of a name in small letters, without nickname and "Jr."."""
        words = [word.strip(".,'\"") for word in _BORDER.split(_ASIDE.sub(" ", name.text))]
        return [word.lower() for word in words if word and word.lower() not in self.lists["name_suffixes"]]

    def is_part(self, token: Token) -> bool:
        """Whether the word can stand in a name."""
        if token.lower_ in self.particles or token.text == "-":
            return True
        if token.text == '"' or token.lower_ in self.lists["not_names"]:
            return False
        return _WORD.fullmatch(token.text) is not None or is_initial(token) or (token.is_alpha and is_capital(token))

    def is_small(self, token: Token) -> bool:
        """Whether it is printed small and no particle of a name: "al-", "von"."""
        return token.text.islower() and token.lower_ not in self.particles and not token.text.startswith("al-")

    def is_title(self, doc: Doc, at: int, end: int) -> bool:
        """Whether the word is a title before a name that ends at `end`; "Hunter" is none in "Hunter Roe"."""
        word = doc[at].lower_
        if word in self.particles and not doc[at].is_upper:
            return False  # "DI Roe" is an inspector, "Di Marco" a name
        if doc[at + 1 : at + 2].text == "-" and not doc[at].whitespace_:
            return False  # "King-Roe"
        if word in self.lists["also_given"] and doc[at].is_title and (end - at == 2 or not doc[at].is_sent_start):
            surname = doc[at + 1].lower_
            return surname in self.titles or (end - at == 2 and self._leads_given(word, surname))
        return word in self.titles or word.removesuffix("s") in self.titles  # "Constables Ana and ..."

    def _leads_given(self, word: str, name: str) -> bool:
        """ "Prince Max": not "Lance Roe", though Roe is a given name, too."""
        return name in given_names() and word not in self.lists["masculine_names"]

    def are_people(self, token: Token) -> bool:
        """Whether the word is a title or a noun for people in the plural: "Secretaries", "Boys"."""
        word = token.lower_
        one = word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")
        return one != word and len(one) > 2 and (one in self.titles or one in self.lists["generic_people"])

    # -- runs of words that can be parts of a name ------------------------------------------------------------

    def run_left(self, doc: Doc, last: int) -> int:
        """The token with which the run begins that ends with the token `last`."""
        start = last + 1
        while start > 0 and not doc[start].is_sent_start:
            if self.is_part(doc[start - 1]):
                start -= 1
            elif start > 3 and _NICKNAME.fullmatch(doc[start - 3 : start].text.strip()):
                start -= 3  # the nickname of "Kwok-Wai "Kevin" Lam"
            else:
                break
        while start <= last and self._is_small_particle(doc[start]):
            start += 1
        return start

    def run_right(self, doc: Doc, first: int) -> int:
        """The token behind the run that begins with the token `first`."""
        end = self.run_ends(doc)[first] if first < len(doc) else first
        while end > first and self._is_small_particle(doc[end - 1]):
            end -= 1
        return end

    def run_ends(self, doc: Doc) -> list[int]:
        """For each token where the run that begins with it ends, particles and all; kept with the Doc."""
        ends: list[int] | None = doc.user_data.get("run_ends")
        if ends is None:
            ends, end = [], len(doc)
            for token in reversed(doc):
                is_part = self.is_part(token)
                ends.append(end if is_part else token.i)
                end = end if is_part and not token.is_sent_start else token.i
            ends = doc.user_data["run_ends"] = ends[::-1]
        return ends

    def _is_small_particle(self, token: Token) -> bool:
        return token.lower_ in self.particles and token.text.islower()


def is_initial(token: Token) -> bool:
    """The "K." of "K. Roe"."""
    return _INITIAL.fullmatch(token.text) is not None


def is_capital(token: Token) -> bool:
    """Whether the word can be part of a name as written: "Park", "al-Amin", the "wook" of "Dong-wook"."""
    if token.text[0].isupper() or token.text == "al" or token.text.startswith("al-"):
        return True
    doc, i = token.doc, token.i
    return i > 1 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_ and doc[i - 2].text[0].isupper()


def is_shouted(span: Span) -> bool:
    """Whether it stands in capitals among other capitals; press offices also print single names so."""
    words = [token.text for token in span if token.is_alpha]
    if not words or not all(word.isupper() and len(word) > 2 for word in words):
        return False
    sentence = [token for token in span[0].sent if token.is_alpha]
    small = sum(token.text.islower() for token in sentence)
    return len(words) < 2 or 2 * small < len(sentence)


def goes_on_list(token: Token) -> bool:
    """ "Ana Roe, Bo Li, Harun and Max Poe": what stands behind two names and commas is one more item."""
    before = token.doc[max(token.i - 8, token.sent.start) : token.i]
    return before.text.count(",") > 1 and len(before) > 1 and before[-1].text == "," and before[-2].tag_ == "NNP"
