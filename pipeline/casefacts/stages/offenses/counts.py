"""Counts: "two felony counts each of", "39 fraud counts", "second- and third-degree"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casefacts.numerals import number
from casefacts.stages.offenses.deeds import Deeds

_SHARED_DEGREE = re.compile(r"(?:(?:first|second|third|fourth|fifth|sixth)-?,? )+(?:and|or) \w+-degree", re.I)


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
        while i > self.trigger[0].sent.start and self.doc[i].lower_ in (
            "felony",
            "misdemeanor",
            "federal",
            "criminal",
            "separate",
        ):
            i -= 1
        return number(self.doc[i - (self.doc[i].text == ")")].text) or None  # "seven (7) counts"

    def _quantity(self, at: int) -> Quantity | None:
        """Counts before or after the offense: "two felony counts of", "39 fraud counts", "three charges -"."""
        doc = self.doc
        i = at
        while (
            i < self.end
            and doc[i].lower_
            in (
                "a",
                "an",
                "the",
                "total",
                "of",
                "all",
                "at",
                "least",
                "up",
                "to",
                "more",
                "than",
                "following",
                "about",
                "another",
            )
            and i - at < 4
        ):
            i += 1
        if at < i and doc[i - 1].lower_ == "of" and doc[i - 2].lower_ != "total":
            i = at
        counts = None
        if i < self.end:
            hyphened = doc[i : i + 3].text if doc[i + 1 : i + 2].text == "-" else ""  # "thirty-four"
            counts = number(hyphened) or (number(doc[i].text) if not self._is_raised(i) else 0) or None
            if counts is not None:
                i += 3 if number(hyphened) else 1
                if i + 1 < self.end and doc[i].text == "-" and doc[i + 1].lower_ in ("count", "counts"):
                    i += 1
        start = i
        while i < self.end and i - start <= 7:
            token = doc[i]
            if token.lower_ in ("count", "counts", "charge", "charges", "felonies", "misdemeanors") or (
                token.lower_ in ("felony", "misdemeanor", "infraction", "crimes", "offenses", "offences")
                and i + 1 < self.end
                and doc[i + 1].lower_
                in ("of", "for", ",", "related", "relating", "including", *self.words["leading_on"])
            ):
                return self._quantified(start, i, counts)
            if (
                token.lower_ in self.words["collectives"] and doc[i + 1 : i + 2].text.lower() == "of"
            ):  # "a string of offences"
                i += 2
                continue
            if token.lower_ in ("case", "cases") and doc[i + 1 : i + 3].text.lower() in self.words["relating"]:
                return Quantity(i + 3, None)
            if token.lower_ in self.words["count_modifiers"]:
                i += 1
                continue
            if (
                token.text in (",", ";", ":", ".")
                or i in self.others
                or token.tag_ in ("IN", "VBD", "VBZ", "MD", "TO", "CC", "WDT", "WP")
                or i in self.dates
            ):
                return None
            i += 1
        return None

    def _quantified(self, start: int, noun: int, counts: int | None) -> Quantity | None:
        doc = self.doc
        end = noun + 1
        between = [t for t in doc[start:noun] if t.lower_ not in self.words["count_modifiers"]]
        each = False
        if end < self.end and doc[end].lower_ == "each":
            each, end = True, end + 1
        leads = end < self.end and (
            doc[end].lower_ in ("of", "for", "related", "relating", "including")
            or doc[end].text in self.words["leading_on"]
        )
        comma_list = end + 1 < self.end and doc[end].text == "," and doc[end + 1].lower_ in ("including", "namely")
        if leads or comma_list:
            together = doc[end].text in self.words["leading_on"]
            counts = (
                None if doc[end + comma_list].lower_ in self.words["of_more"] else counts
            )  # "nine offences including arson"
            while end < self.end and (
                doc[end].lower_
                in (
                    "of",
                    "for",
                    "related",
                    "relating",
                    "including",
                    "namely",
                    "to",
                    ",",
                    "-",
                    "–",
                    "—",
                    "―",
                    ":",
                    "--",
                )
                or doc[end].is_space
            ):
                end += 1
            end += 2 * (doc[end : end + 2].text.lower() in self.words["repeating_charges"])
            if not between or not self._contains_hit(start, noun):
                return Quantity(end, counts, each, together=together)
        if not between and end < self.end and self._told(end) is not None:
            return Quantity(end, None if doc[noun].lower_ == "charges" else counts)
        if between and all(t.tag_ in ("NN", "NNS", "JJ", "VBG", "HYPH", "NNP", "VBN", "POS", "CC") for t in between):
            first = between[0].i
            if between[-1].tag_ in ("JJ", "VBN") and doc[noun].lower_ in ("offenses", "offences"):  # "sexual offenses"
                return Quantity(noun + 1, counts, each, (first, noun + 1))
            if between[-1].lower_ not in self.words["vague"] and (
                self._contains_hit(first, noun) or between[-1].tag_ in ("NN", "NNS")
            ):
                named = doc[noun].lower_ in ("crimes", "offenses", "offences")  # "war crimes", not "fraud charges"
                return Quantity(noun + 1, counts, each, (first, noun + named))
        return None

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
