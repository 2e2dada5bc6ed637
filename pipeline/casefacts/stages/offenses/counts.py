"""Counts: "two felony counts each of", "39 fraud counts", "second- and third-degree"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from casefacts.numerals import number
from casefacts.stages.offenses.deeds import Deeds

_SHARED_DEGREE = re.compile(r"(?:(?:first|second|third|fourth|fifth|sixth)-?,? )+(?:and|or) \w+-degree", re.I)
# How many words may stand between a number and what it counts, and before the number
_BETWEEN, _BEFORE = 7, 3
# Tags of what ends the search for the noun that is counted, and of what an offense before it consists
_STOPPING = frozenset("IN VBD VBZ MD TO CC WDT WP".split())
_NAMING = frozenset("NN NNS JJ VBG HYPH NNP VBN POS CC".split())


@dataclass(frozen=True)
class Quantity:
    """ "two felony counts each of": where it ends, how many, whether each of the following has as many.

    `together` where the number is that of all that follow: "two crimes - theft and arson".
    """

    end: int
    counts: int | None
    each: bool = False
    offense: tuple[int, int] | None = None
    together: bool = False


class Counts(Deeds):
    """Reads how many counts of an offense there are."""

    def _counted(self, at: int) -> bool:
        return self._quantity(at) is not None

    def _counted_before(self) -> int | None:
        """The number before the noun: "two felony counts of"."""
        i = self.trigger.start - 1
        while i > self.trigger[0].sent.start and self.doc[i].lower_ in self.words["kinds_of_counts"]:
            i -= 1
        return number(self.doc[i - (self.doc[i].text == ")")].text) or None  # "seven (7) counts"

    def _quantity(self, at: int) -> Quantity | None:
        """Counts before or after the offense: "two felony counts of", "39 fraud counts", "three charges -"."""
        start, counts = self._number(self._past_total(at))
        i = start
        while i < self.end and i - start <= _BETWEEN:
            if self._is_counted_noun(i):
                return self._quantified(start, i, counts)
            if self._is_collective(i):
                i += 2
            elif self._is_case(i):
                return Quantity(i + 3, None)
            elif self._ends_quantity(i):
                return None
            else:
                i += 1
        return None

    def _past_total(self, at: int) -> int:
        """Past "a total of", "up to", "at least"; not past "of" alone."""
        i = at
        while i < self.end and i - at <= _BEFORE and self.doc[i].lower_ in self.words["before_numbers"]:
            i += 1
        alone = at < i and self.doc[i - 1].lower_ == "of" and self.doc[i - 2].lower_ != "total"
        return at if alone else i

    def _number(self, at: int) -> tuple[int, int | None]:
        """Where a number that may begin here ends ("two", "thirty-four"), and what it is; "1 st" is none."""
        if at >= self.end:
            return at, None
        hyphened = number(self.doc[at : at + 3].text) if self.doc[at + 1 : at + 2].text == "-" else None
        counts = hyphened or (None if self._is_raised(at) else number(self.doc[at].text)) or None
        if counts is None:
            return at, None
        at += 3 if hyphened else 1
        two_count = at + 1 < self.end and self.doc[at].text == "-" and self.doc[at + 1].lower_ in ("count", "counts")
        return at + two_count, counts

    def _is_counted_noun(self, at: int) -> bool:
        """Whether it is "counts" or "charges", or "offences" that are told of: "two crimes: theft and arson"."""
        noun = self.doc[at].lower_
        if noun in self.words["sure_counts"]:
            return True
        if noun not in self.words["told_counts"] or at + 1 >= self.end:
            return False
        behind = self.doc[at + 1].lower_
        return behind == "," or behind in self.words["of_counts"] or behind in self.words["leading_on"]

    def _is_collective(self, at: int) -> bool:
        """ "a string of offences"."""
        return self.doc[at].lower_ in self.words["collectives"] and self.doc[at + 1 : at + 2].text.lower() == "of"

    def _is_case(self, at: int) -> bool:
        """ "two cases related to theft"."""
        led = self.doc[at].lower_ in ("case", "cases")
        return led and self.doc[at + 1 : at + 3].text.lower() in self.words["relating"]

    def _ends_quantity(self, at: int) -> bool:
        """Whether no counted noun comes behind the token: a stop, a preposition, a verb, another statement, a date."""
        token = self.doc[at]
        if token.lower_ in self.words["count_modifiers"]:
            return False
        stops = token.text in (",", ";", ":", ".") or token.tag_ in _STOPPING
        return stops or at in self.others or at in self.dates

    def _quantified(self, start: int, noun: int, counts: int | None) -> Quantity | None:
        """The quantity from the number to its noun, and the place behind where offenses go on, or the one before."""
        between = [t for t in self.doc[start:noun] if t.lower_ not in self.words["count_modifiers"]]
        each = noun + 1 < self.end and self.doc[noun + 1].lower_ == "each"
        end = noun + 1 + each
        if self._leads_on(end):
            # "nine offences including arson"
            more = self.doc[end + (self.doc[end].text == ",")].lower_ in self.words["of_more"]
            counts = None if more else counts
            if not between or not self._contains_hit(start, noun):
                together = self.doc[end].text in self.words["leading_on"]
                return Quantity(self._past_leading(end), counts, each, together=together)
        elif not between and end < self.end and self._told(end) is not None:
            return Quantity(end, None if self.doc[noun].lower_ == "charges" else counts)
        return self._named_before(between, noun, counts, each)

    def _leads_on(self, at: int) -> bool:
        """Whether offenses follow: "(counts) of", "(two crimes) -", "(charges), including"."""
        if at >= self.end:
            return False
        token = self.doc[at]
        if token.lower_ in self.words["of_counts"] or token.text in self.words["leading_on"]:
            return True
        return at + 1 < self.end and token.text == "," and self.doc[at + 1].lower_ in ("including", "namely")

    def _past_leading(self, at: int) -> int:
        while at < self.end and (self.doc[at].lower_ in self.words["between_counts"] or self.doc[at].is_space):
            at += 1
        return at + 2 * (self.doc[at : at + 2].text.lower() in self.words["repeating_charges"])

    def _named_before(self, between: list[Token], noun: int, counts: int | None, each: bool) -> Quantity | None:
        """The offense between the number and its noun: "39 fraud counts", "two sexual offenses", "war crimes"."""
        if not between or any(token.tag_ not in _NAMING for token in between):
            return None
        first, last, named = between[0].i, between[-1], self.doc[noun].lower_
        if last.tag_ in ("JJ", "VBN") and named in ("offenses", "offences"):
            return Quantity(noun + 1, counts, each, (first, noun + 1))
        if last.lower_ in self.words["vague"] or not (self._contains_hit(first, noun) or last.tag_ in ("NN", "NNS")):
            return None
        whole = named in ("crimes", "offenses", "offences")  # "war crimes", not "fraud charges"
        return Quantity(noun + 1, counts, each, (first, noun + whole))

    def _elliptic(self, at: int) -> bool:
        """ "14 counts of theft and two of forgery", "... and one of behaving rudely"."""
        of = self.doc[at + 1 : at + 2].text.lower() == "of"
        named = self._strong(at + 2) or (self.counted and self._gerund(at + 2))
        return of and bool(number(self.doc[at].text)) and named

    def _degrees(self, at: int) -> bool:
        """Whether several degrees of one known offense stand here."""
        shared = self._shared_degree(at)
        return shared is not None and self._strong(shared)

    def _shared_degree(self, at: int) -> int | None:
        """Where "third-degree arson" begins in "second- and third-degree arson"."""
        match = _SHARED_DEGREE.match(self.doc[at : min(at + 14, self.end)].text)
        if match is None:
            return None
        return next(token.i + 1 for token in self.doc[at : at + 12] if token.lower_ in ("and", "or"))
