"""One item of a list of offenses, known or not: where it begins and where it ends."""

from __future__ import annotations

import itertools
import re

from casefacts.stages.offenses.counts import Counts
from casefacts.stages.offenses.stretch import LENGTH, YEAR
from casefacts.stages.offenses.wording import Offense, without_connectives

# How a word ends that names what is done: "littering", "abetment", "piracy"
_ACTING = re.compile(r"(?:ing|ment|tion|sion|ism|ery|age|acy|cide|ure|tice)s?$")


# What opens a clause on the deed: "a burglary he committed"
_DOERS = frozenset({"he", "she", "they"})


_DEGREE = re.compile(r"in the (first|second|third|fourth|fifth) degree")


class Items(Counts):
    """Reads the one item that begins at a token."""

    def _item(self, start: int, end: int, counts: int | None, sure: bool = True) -> Offense:
        return Offense("", start, end, None, counts, sure)

    def _one(self, at: int, kind: str, first: bool) -> tuple[int, int, str] | None:
        """Where the item that begins here starts and ends, and how it is known; None where there is none."""
        if self._enhances(at, min(at + 4, self.end)) and not self._hit(at):
            return None
        told = at if kind == "told" and self.doc[at].tag_ == "VBD" else self._told(at)
        if told is not None:
            end = self._tail(told + 1, told, gerund=True)
            known = self.rule.group == "charges" or self._contains_hit(told, end)
            return (told, end, "told") if known else None
        if self._is_being(at):
            end = self._tail(at + 3, at, gerund=True)
            more = end < self.end and self.doc[end].tag_ == "VBG"  # "being an officer (asking for a bribe)"
            return None if more else (at, end, "gerund")
        hit = self._hit(at)
        if hit:
            start, span = hit
            enhanced = any(t.lower_.startswith("enhancement") for t in self.doc[start : min(span.end + 1, self.end)])
            return None if enhanced else (start, self._tail(span.end, start), "strong")
        if self._gerund(at) and (first or kind in ("gerund", "strong")):
            return self._done(at)
        unknown = None if first else self._unknown(at)
        if unknown is not None:
            return self._skipped(at), unknown, "unknown"
        return self._noun(at) if first and (self._weak(at) or kind == "") else None

    def _enhances(self, start: int, end: int) -> bool:
        return any(token.lower_ in self.words["enhancements"] for token in self.doc[start:end])

    def _done(self, at: int) -> tuple[int, int, str] | None:
        """A deed told by a gerund: "setting fire to a barn"."""
        doc = self.doc
        start = self._named_from(self._skipped(at))
        end = self._tail(self._deed(start) + 1, start, gerund=True)
        # "to have a rival murdered", "trading when not authorised"
        had = any(t.lower_ in self.words["having"] for t in doc[start:end]) or doc[end - 2].lower_ == "not"
        while not had and end - start > 2 and doc[end - 1].tag_ in ("VBN", "VBD"):  # "letters addressed (to)"
            end -= 1
        while end - start > 2 and doc[end - 1].tag_ == "RB" and doc[end - 1].lower_.endswith("ly"):
            end -= 1
        if end - start >= LENGTH and doc[end - 2].lower_ == "to":  # "running farms in town to obtain"
            end -= 2
        return None if self._is_cut(start, end) else (start, end, "gerund")

    def _noun(self, at: int) -> tuple[int, int, str] | None:
        """A noun phrase that no rule knows, where the first offense stands: "wrongful trading"."""
        start = self._skipped(at)
        if start >= self.end or not self._weak(start):
            return None
        end = self._tail(start + 1, start, weak=True)
        if self._contains_hit(start, end):
            return start, end, "strong"
        cut = self._is_before_year(end) or self._ends_with_quality(start, end) or self._is_cut(start, end)
        return None if cut else (start, end, "weak")

    def _weak(self, at: int) -> bool:
        start = self._skipped(at)
        if start >= self.end or start in self.dates or start in self.others:
            return False
        if self.doc[start - 1].lower_ in ("his", "her", "their"):  # "over their handling of the storm": what they did
            return False
        token = self.doc[start]
        if token.ent_type_ in (
            "PERSON",
            "GPE",
            "DATE",
            "TIME",
            "ORG",
            "MONEY",
            "NORP",
            "LOC",
            "FAC",
            "CARDINAL",
            "PERCENT",
            "ORDINAL",
        ):
            return False
        head = token
        while (
            head.i + 1 < self.end
            and self.doc[head.i + 1].tag_ in ("NN", "NNS", "HYPH")
            and head.tag_ in ("NN", "NNS", "JJ", "HYPH", "VBN")
        ):
            head = self.doc[head.i + 1]
        if not self.words["deaths"].isdisjoint(t.lower_ for t in self.doc[token.i : head.i + 1]):
            return False
        if self.rule.sense == "charged" and token.lower_ in self.words["cares"]:
            return False
        vague = self.words["vague"] | self.words["collectives"]
        if head.i in self.people:  # "guilty verdicts on both defendants"
            return False
        return head.tag_ in ("NN", "NNS") and head.lower_ not in vague and token.lower_ not in vague

    def _unknown(self, at: int) -> int | None:
        """Where an item of the list ends that no rule knows: "littering, no proof of ownership and riding a moped".

        It is a noun phrase or a deed, and nothing else: no name, no day, no clause ("arson, police said").
        """
        start = self._skipped(at)
        if start >= self.end or self._is_no_item(start):
            return None
        i, noun = start, False
        while i < self.end and i - start < LENGTH and not self._ends_item(i):
            if self.doc[i].ent_type_ in ("PERSON", "GPE") or (i in self.people and not self._suffers(i, start)):
                return None
            noun = noun or self.doc[i].tag_ in ("NN", "NNS", "VBG")
            i += 1
        behind = self.doc[i] if i < self.end else None
        if behind is not None and (behind.tag_ in ("VBD", "VBZ", "VBP", "MD", "VBN") or i in self.others):
            return None
        if self._is_part(start, i):
            return None
        words = [token.lower_ for token in self.doc[start:i]]
        counted = self.words["count_nouns"].intersection(words) and words[:2] not in (
            ["violation", "of"],
            ["violations", "of"],
        )
        vague = words[-1] in self.words["vague"] and (
            len(words) == 1 or self.doc[start].tag_ != "VBG"
        )  # not "fleeing police"
        if not noun or vague or self.words["enhancements"].intersection(words) or counted:
            return None
        return max(without_connectives(self.doc, i, start), start + 1)

    def _suffers(self, at: int, start: int) -> bool:
        """Whether a noun for somebody, or whose it is, tells to whom a deed was done: "disobeying his father"."""
        return self.doc[start].tag_ == "VBG" and self.doc[at].tag_ in ("PRP$", "NN", "NNS")

    def _ends_with_quality(self, start: int, end: int) -> bool:
        """Whether the last word wants a noun: "a new"; not "transportation of an explosive, ..."."""
        if self.doc[end - 1].tag_ != "JJ":
            return False
        ends = end >= self.end or self.doc[end].is_punct
        return not (ends and end - start > 2 and self.doc[end - 2].tag_ == "DT" and self.doc[end - 3].tag_ == "IN")

    def _is_before_year(self, at: int) -> bool:
        """ "a brazen (2016 escape)": the noun is behind the year."""
        year = self.doc[at : at + 2]
        return len(year) == 2 and YEAR.fullmatch(year[0].text) is not None and year[1].tag_ in ("NN", "NNS")

    def _is_part(self, start: int, end: int) -> bool:
        """Of one offense or of no list: "use of tear gas, a stun gun or mace", "stealing a radio and paint"."""
        doc = self.doc
        if "or" in (doc[start - 1].lower_, doc[end : end + 1].text.lower()):
            return True
        if self._ends_with_quality(start, end):
            return True
        people = not self._people.isdisjoint(token.lower_ for token in doc[start : start + 2])
        if people or doc[end - 2 : end].text.lower() == "to death":
            return True  # "bludgeoning her father and stepmother to death"
        acts = any(
            (_ACTING.search(token.lower_) and token.lower_ not in self.words["no_acts"]) or token.tag_ == "IN"
            for token in doc[start:end]
        )
        if end - start > 1 and not acts and doc[start - 1].lower_ == "and" and self._is_object(start - 1):
            return True
        return end - start == 1 and not acts

    @property
    def _people(self) -> frozenset[str]:
        return self.words["kin"] | self.words["generic_people"]

    def _is_object(self, at: int) -> bool:
        """Whether what ends here is what was acted on: "acquisition of credit cards (and account information)"."""
        of = next((t.i for t in reversed(self.doc[max(at - 4, 1) : at]) if t.lower_ == "of"), None)
        if of is None:
            return False
        act = self.doc[of - 1]
        return act.tag_ == "NN" and (act.lower_ in self.words["acts"] or _ACTING.search(act.lower_) is not None)

    def _is_no_item(self, at: int) -> bool:
        token = self.doc[at]
        if (
            at in self.dates
            or at in self.others
            or token.lower_
            in self.words["vague"] | self.words["offense_stops"] | self.words["like_prepositions"] | self.tasks
        ):
            return True
        if token.ent_type_ in ("PERSON", "GPE", "DATE", "TIME", "ORG", "MONEY", "CARDINAL", "LOC", "FAC"):
            return True
        before = self.doc[at - 1].lower_
        return (token.tag_ not in ("NN", "NNS", "JJ", "VBG") and token.lower_ != "no") or before in (
            "the",
            "a",
            "his",
            "her",
        )

    def _ends_item(self, at: int) -> bool:
        token = self.doc[at]
        if self._is_purpose(at) or (token.is_space and "\n" not in token.text):
            return False
        if token.text == "-" and not token.whitespace_:  # "border-controlled", not "in the two-count indictment"
            return self.doc[at - 1].tag_ == "CD"
        if token.lower_ == "or" and [t.tag_ for t in self.doc[at - 1 : at + 2]] == ["VBG", "CC", "VBG"]:
            return False  # "fleeing or evading police"
        if token.lower_ in ("and", "or") and self.doc[at - 1].tag_ == "VB" and self.doc[at + 1 : at + 2]:
            alone = at + 2 >= self.end or self.doc[at + 2].is_punct
            bare = (
                self.doc[at + 1].tag_ == "NN" and alone and at + 1 not in self.hits
            )  # a verb that the tagger mistakes
            return self.doc[at + 1].tag_ not in ("VB", "VBP") and not bare  # "attempt to detain and confine"
        if token.text in (",", ";", "-", "–", "—") or token.lower_ in self.words["offense_stops"] | {
            "and",
            "or",
            "for",
            "from",
        }:
            return True
        return at in self.dates or token.is_space or token.tag_ in ("VBD", "VBZ", "VBP", "MD") or at in self.others

    def _tail(self, at: int, start: int, gerund: bool = False, weak: bool = False) -> int:
        """Where the offense ends: at a comma, a new clause, the victim, the date, the next item."""
        while at < self.end and (at - start < LENGTH or self._is_of_sum(at, start)):
            onward = self._onward(at, start, gerund, weak)
            if onward is None:
                break
            at = onward
        return max(without_connectives(self.doc, at, start), start + 1)

    def _is_of_sum(self, at: int, start: int) -> bool:
        """Whether a long offense goes on with a sum and what it was: no number is cut, "$3 million in aid" is whole."""
        sum_before = any(token.like_num for token in self.doc[at - 4 : at]) and at - start < LENGTH + 4
        return self.doc[at].like_num or sum_before

    def _onward(self, at: int, start: int, gerund: bool, weak: bool) -> int | None:
        """The token behind what still belongs to the offense; None where it has ended."""
        token = self.doc[at]
        if gerund and self._belongs_to_deed(at, start):
            return at + 1
        if gerund and self._ends_deed(at, start):
            return None
        if at in self.hits:  # "conspiracy to commit [wire and mail fraud]"
            next_item = at > start + 1 and self.doc[at - 1].lower_ in ("and", ",")
            return None if next_item else self.hits[at].end
        if token.is_space and "\n" not in token.text:
            return at + 1
        if self._is_border(at, gerund) or self._opens_adjunct(at, start, weak):
            return None
        if token.lower_ in ("and", "or"):
            if self.doc[at + 1 : at + 2].text == "$":  # "exceeding $100,000 and $500,000"
                return at + 3
            return at + 2 if self._joins(at, gerund, start) else None
        if self._is_purpose(at):
            return at + 3
        return None if self._leads_away(at, start, gerund, weak) else at + 1

    def _is_border(self, at: int, gerund: bool) -> bool:
        """Whether no offense goes past the token: a stop, a dash, a date, a finite verb, another statement."""
        token = self.doc[at]
        if token.lower_ in self.words["offense_stops"] or at in self.dates or at in self.others or token.is_space:
            return True
        if token.text == "," or (token.text in ("-", "–", "—", "--") and token.whitespace_):
            return True
        finite = token.tag_ in ("VBZ", "VBP", "MD", "VBD") and token.lower_ != "bargain"
        finite = finite or token.lower_ in _DOERS
        return (finite and not gerund) or self._is_statute(at)

    def _opens_adjunct(self, at: int, start: int, weak: bool) -> bool:
        """Whether it is told how, before which court or between whom: "by hiding it", "to be sold"."""
        behind = self.doc[at + 1 : at + 2]
        match self.doc[at].lower_:
            case "to":
                return behind.text.lower() == "be" and self.doc[start].lower_ not in self.words["letting"]
            case "by":
                return not weak and len(behind) > 0 and behind[0].tag_ in ("VBG", "RB")
            case "in" | "at" | "before":
                return self._leads_to_court(at + 1)
            case "between":
                return behind.text.lower() != "the"
        return False

    def _leads_away(self, at: int, start: int, gerund: bool, weak: bool) -> bool:
        """Whether a preposition leads to what is no part of the name: the victim, the place, the reason."""
        doc, low = self.doc, self.doc[at].lower_
        if self.rule.sense == "counts" and low in self.words["said_of_charges"]:
            return True
        if low in ("of", "on", "upon", "to", "by", "with") and self._victim(at + 1, low):
            return True
        match low:
            case "for":
                return True
            case "from":
                return not gerund
            case "with":
                behind = {token.lower_ for token in doc[at + 1 : at + 5]}
                return any(behind & self.words[words] for words in ("findings", "enhancements", "minima"))
            case "in":
                engaged = doc[at - 1].tag_ == "VB" and doc[at + 1 : at + 2].text.islower()  # "conspiracy to engage in a"
                named = gerund or weak or engaged or _DEGREE.match(doc[at : at + 4].text.lower())
                told = weak and at - start > 3 and doc[start].tag_ in ("NN", "NNS")  # "damage done to a wall in"
                return not named or told or doc[at : at + 2].text.lower() == "in connection"
        return False

    def _joins(self, at: int, gerund: bool, start: int) -> bool:
        """Whether "and" stays inside the offense: "possession and control of child pornography".

        What has a complement of its own is an offense of its own: "conspiracy to murder and violations of the law".
        """
        after = self.doc[at + 1 : min(at + 4, self.end)]
        if [t.tag_ for t in self.doc[at - 1 : at + 2]] == ["JJ", "CC", "JJ"] and len(after) > 1 and not self._hit(at + 1):
            return after[1].tag_ in ("NN", "NNS", "JJ")  # "assaulting current and former officers"
        acts = not gerund and self.doc[at - 1].lower_ in self.words["acts"]  # "the sale and possession of cocaine"
        if self.doc[at].lower_ == "or" and len(after) > 1 and after[0].tag_ == "NN" and after[1].lower_ == "of":
            return True  # "destruction or concealment of evidence"
        if acts and len(after) > 1 and after[0].lower_ in self.words["acts"] and after[1].lower_ == "of":
            return True
        if not gerund and any(token.tag_ in ("IN", "TO") for token in self.doc[start:at]):
            return False
        if len(after) < 2 or self._quantity(at + 1) or self._hit(at + 1):
            return False
        if gerund:
            behind = self.doc[at + 1 : min(at + 7, self.end)]
            clause = itertools.takewhile(lambda t: t.text not in (",", ";") and t.tag_ != "IN", behind)
            return after[0].tag_ in ("NN", "NNS", "JJ", "PRP$", "DT") and not any(
                t.tag_ in ("VBD", "VBZ", "MD", "VBP") for t in clause
            )
        return acts and after[0].tag_ in ("NN", "NNS", "JJ") and after[1].lower_ in ("of", "by", "with")

    def _victim(self, at: int, link: str) -> bool:
        if at >= self.end:
            return True
        token = self.doc[at]
        if link == "to" and self.doc[at - 2].lower_ in ("failure", "failing", "refusal", "attempt"):
            return False  # "Failure To Yield"
        if token.ent_type_ == "PERSON" or (
            token.tag_ in ("PRP$", "PRP", "NNP") and token.ent_type_ not in ("GPE", "NORP", "ORG")
        ):
            return True
        if link == "by":
            return any(t.lower_ in self.words["charging_bodies"] for t in self.doc[at : at + 4]) or self._charges(at)
        if link in ("of", "on") and token.tag_ == "CD" and link == "on":
            return True
        token = self.doc[self._deed(at)]  # "using false names to fraudulently obtain a loan"
        return link == "to" and token.tag_ not in ("VB", "DT", "NN", "NNS", "JJ")

    def _charges(self, at: int) -> bool:
        """Whether those who lay charges stand here: "by Kelso sexual crime detectives"."""
        phrase = itertools.takewhile(lambda t: t.pos_ in ("PROPN", "NOUN", "ADJ", "DET"), self.doc[at : at + 7])
        return any(token.lower_ in self.words["charging_people"] for token in phrase)
