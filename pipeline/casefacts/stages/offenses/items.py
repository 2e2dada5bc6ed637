"""One item of a list of offenses, known or not: where it begins and where it ends."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

from casefacts.stages.offenses.counts import Counts
from casefacts.stages.offenses.stretch import LENGTH, YEAR
from casefacts.stages.offenses.wording import Offense, without_connectives

# How a word ends that names what is done: "littering", "abetment", "piracy"
_ACTING = re.compile(r"(?:ing|ment|tion|sion|ism|ery|age|acy|cide|ure|tice)s?$")
# What opens a clause on the deed: "a burglary he committed"
_DOERS = frozenset({"he", "she", "they"})
# What a description before a name is made of
_DESCRIBING = frozenset({"ADJ", "ADV", "DET", "NOUN", "NUM", "PROPN", "PUNCT"})
_DEGREE = re.compile(r"in the (first|second|third|fourth|fifth) degree")
# Kinds of entities that are no offense, wherever one may stand, and those that only a known name has within it
_NAMED = frozenset("PERSON GPE DATE TIME ORG MONEY CARDINAL LOC FAC".split())
_NAMED_OR_COUNTED = _NAMED | frozenset("NORP PERCENT ORDINAL".split())
_NOUNS = ("NN", "NNS")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
# What parts items that no rule knows
_PARTING = frozenset(", ; - – — for from".split())


class Found(NamedTuple):
    """An item from token `start` to `end`, and how it is known.

    `strong` by the lexicon, `gerund` and `told` as a deed, `unknown` by its place in a list, `weak` by nothing else.
    """

    start: int
    end: int
    kind: str


class Items(Counts):
    """Reads the one item that begins at a token."""

    def _item(self, start: int, end: int, counts: int | None, sure: bool = True) -> Offense:
        return Offense("", start, end, None, counts, sure)

    def _one(self, at: int, kind: str, first: bool) -> Found | None:
        """The item that begins here; None where there is none. `kind`: of the one before."""
        hit = self._hit(at)
        if hit is None and self._enhances(at, min(at + 4, self.end)):
            return None
        told = at if kind == "told" and self.doc[at].tag_ == "VBD" else self._told(at)
        if told is not None:
            return self._told_deed(told)
        if self._is_being(at):
            return self._being(at)
        return self._known(*hit) if hit is not None else self._open(at, kind, first)

    def _open(self, at: int, kind: str, first: bool) -> Found | None:
        """An item that the lexicon does not know."""
        if self._gerund(at) and (first or kind in ("gerund", "strong")):
            return self._done(at)
        if first:
            return self._noun(at) if kind == "" or self._weak(at) else None
        unknown = self._unknown(at)
        return Found(self._skipped(at), unknown, "unknown") if unknown is not None else None

    def _told_deed(self, verb: int) -> Found | None:
        """ "(charges that he) lied to a clerk"."""
        end = self._tail(verb + 1, verb, gerund=True)
        return Found(verb, end, "told") if self.rule.group == "charges" or self._contains_hit(verb, end) else None

    def _being(self, at: int) -> Found | None:
        """ "being the getaway driver"; not "being an officer (asking for a bribe)"."""
        end = self._tail(at + 3, at, gerund=True)
        more = end < self.end and self.doc[end].tag_ == "VBG"
        return None if more else Found(at, end, "gerund")

    def _known(self, start: int, hit: Span) -> Found | None:
        behind = self.doc[start : min(hit.end + 1, self.end)]
        if any(token.lower_.startswith("enhancement") for token in behind):
            return None
        start = self._attempted_from(start)
        return Found(start, self._tail(hit.end, start), "strong")

    def _attempted_from(self, start: int) -> int:
        """Where "attempted to murder a clerk" begins, of which only the murder is known."""
        tried = self.doc[start - 2].lower_ in self.words["attempting"] and self.doc[start - 1].lower_ == "to"
        return start - 2 if tried and start - 2 >= self.trigger.end else start

    def _enhances(self, start: int, end: int) -> bool:
        return any(token.lower_ in self.words["enhancements"] for token in self.doc[start:end])

    def _done(self, at: int) -> Found | None:
        """A deed told by a gerund: "setting fire to a barn"."""
        start = self._named_from(self._skipped(at))
        end = self._without_rest(start, self._tail(self._deed(start) + 1, start, gerund=True))
        return None if self._is_cut(start, end) else Found(start, end, "gerund")

    def _without_rest(self, start: int, end: int) -> int:
        """Where a deed ends that was read too far: "letters addressed (to)", "driving dangerously"."""
        doc = self.doc
        # "to have a rival murdered", "trading when not authorised"
        had = any(t.lower_ in self.words["having"] for t in doc[start:end]) or doc[end - 2].lower_ == "not"
        while not had and end - start > 2 and doc[end - 1].tag_ in ("VBN", "VBD"):
            end -= 1
        while end - start > 2 and doc[end - 1].tag_ == "RB" and doc[end - 1].lower_.endswith("ly"):
            end -= 1
        if end - start >= LENGTH and doc[end - 2].lower_ == "to":  # "running farms in town to obtain"
            end -= 2
        return end

    def _noun(self, at: int) -> Found | None:
        """A noun phrase that no rule knows, where the first offense stands: "wrongful trading"."""
        start = self._skipped(at)
        if not self._weak(start):
            return None
        end = self._tail(start + 1, start, weak=True)
        if self._contains_hit(start, end):
            return Found(start, end, "strong")
        cut = self._is_before_year(end) or self._ends_with_quality(start, end) or self._is_cut(start, end)
        return None if cut else Found(start, end, "weak")

    def _weak(self, at: int) -> bool:
        """Whether a noun phrase begins that may be an offense, though no rule knows it."""
        start = self._skipped(at)
        if start >= self.end:
            return False
        head = self._head(start)
        return next(against(_AGAINST_NOUNS, self, start, head), None) is None

    def _head(self, start: int) -> int:
        """The last of the nouns, qualities and hyphens that begin here."""
        head = start
        while (
            head + 1 < self.end
            and head + 1 not in self.dates
            and self.doc[head + 1].tag_ in (*_NOUNS, "HYPH")
            and self.doc[head].tag_ in (*_NOUNS, "JJ", "HYPH", "VBN")
        ):
            head += 1
        return head

    def _unknown(self, at: int) -> int | None:
        """Where an item of the list ends that no rule knows: "littering, no proof of ownership and riding a moped".

        It is a noun phrase or a deed, and nothing else: no name, no day, no clause ("arson, police said").
        """
        start = self._skipped(at)
        if next(self._against_unknown(start), None) is not None:
            return None
        return max(without_connectives(self.doc, self._unknown_end(start), start), start + 1)

    def _against_unknown(self, start: int) -> Iterator[str]:
        """Why no unknown item begins here, each reason that applies."""
        if start >= self.end:
            yield "the statement ends"
            return
        yield from against(_AGAINST_BEGINNINGS, self, start, start)
        yield from against(_AGAINST_UNKNOWN, self, start, self._unknown_end(start))

    def _is_prefix(self, at: int) -> bool:
        """Whether an offense's name may begin with the word, whatever the tagger takes it for: "aggravated"."""
        noun = self.doc[at + 1 : at + 2] and self.doc[at + 1].tag_ in (*_NOUNS, "JJ")
        return bool(noun) and self.doc[at].lower_ in self.words["offense_prefixes"]

    def _unknown_end(self, start: int) -> int:
        i = start + self._is_prefix(start)
        while i < self.end and i - start < LENGTH and not self._ends_item(i):
            i += 1
        return i

    # -- why words are no item; each is asked with its first token and the one behind it or, of nouns, its head ------

    def _is_date(self, start: int, end: int) -> str | None:
        return "it is a date" if start in self.dates else None

    def _is_statement(self, start: int, end: int) -> str | None:
        return "another statement begins" if start in self.others else None

    def _is_somebodys(self, start: int, head: int) -> str | None:
        """ "over their handling of the storm": what they did."""
        owned = self.doc[start - 1].lower_ in ("his", "her", "their")
        return "it tells what somebody did" if owned else None

    def _is_name(self, start: int, head: int) -> str | None:
        return "it begins with a name or a number" if self.doc[start].ent_type_ in _NAMED_OR_COUNTED else None

    def _is_death(self, start: int, head: int) -> str | None:
        died = not self.words["deaths"].isdisjoint(token.lower_ for token in self.doc[start : head + 1])
        return "it is what led to the charge" if died else None

    def _is_care(self, start: int, head: int) -> str | None:
        """ "agencies charged with the enforcement of the fishing laws"."""
        cared = self.rule.sense == "charged" and self.doc[start].lower_ in self.words["cares"]
        return "it is a task" if cared else None

    def _is_person(self, start: int, head: int) -> str | None:
        """ "guilty verdicts on both defendants"."""
        return "it is somebody" if head in self.people else None

    def _is_vague(self, start: int, head: int) -> str | None:
        vague = self.words["vague"] | self.words["collectives"]
        told = self.doc[head].lower_ in vague or self.doc[start].lower_ in vague
        return "it names nothing that is a crime" if told else None

    def _has_no_head(self, start: int, head: int) -> str | None:
        return None if self.doc[head].tag_ in _NOUNS else "it is no noun"

    def _is_no_opening(self, start: int, end: int) -> str | None:
        token = self.doc[start].lower_
        stops = any(token in self.words[name] for name in ("vague", "offense_stops", "like_prepositions"))
        return "it begins with words that no offense has" if stops or token in self.tasks else None

    def _opens_with_name(self, start: int, end: int) -> str | None:
        return "it begins with a name or a number" if self.doc[start].ent_type_ in _NAMED else None

    def _is_no_phrase(self, start: int, end: int) -> str | None:
        token = self.doc[start]
        named = token.tag_ in (*_NOUNS, "JJ", "VBG") or token.lower_ == "no" or self._is_prefix(start)
        return None if named else "it is no noun and no deed"

    def _is_definite(self, start: int, end: int) -> str | None:
        told = self.doc[start - 1].lower_ in ("the", "a", "his", "her")
        return "it is one thing or somebody's, not a kind of crime" if told else None

    def _names_somebody(self, start: int, end: int) -> str | None:
        people = (i for i in range(start, end) if i in self.people and not self._suffers(i, start))
        named = any(people) or any(token.ent_type_ in ("PERSON", "GPE") for token in self.doc[start:end])
        return "somebody or a place is named in it" if named else None

    def _is_clause(self, start: int, end: int) -> str | None:
        """ "(arson,) police said"."""
        if end >= self.end:
            return None
        finite = self.doc[end].tag_ in (*_FINITE, "VBN")
        return "a clause begins with it" if finite or end in self.others else None

    def _is_alternative(self, start: int, end: int) -> str | None:
        """ "use of tear gas, a stun gun or mace"."""
        beside = (self.doc[start - 1].lower_, self.doc[end : end + 1].text.lower())
        return "it is part of the offense before it" if "or" in beside else None

    def _is_quality(self, start: int, end: int) -> str | None:
        return "its noun is missing" if self._ends_with_quality(start, end) else None

    def _is_victim(self, start: int, end: int) -> str | None:
        """ "bludgeoning her father and stepmother to death"."""
        words = {token.lower_ for token in self.doc[start : start + 2]}
        people = not (self.words["kin"].isdisjoint(words) and self.words["generic_people"].isdisjoint(words))
        suffers = people or self.doc[end - 2 : end].text.lower() == "to death"
        return "it is whom the deed was done to" if suffers else None

    def _is_object_of_act(self, start: int, end: int) -> str | None:
        """ "acquisition of credit cards and account information"."""
        if end - start <= 1 or self.doc[start - 1].lower_ != "and" or self._tells_act(start, end):
            return None
        return "it is what the deed was done to" if self._is_object(start - 1) else None

    def _is_one_thing(self, start: int, end: int) -> str | None:
        """ "stealing a radio and paint"."""
        one = end - start == 1 and not self._tells_act(start, end)
        return "it is a thing, no act" if one else None

    def _has_no_noun(self, start: int, end: int) -> str | None:
        named = any(token.tag_ in (*_NOUNS, "VBG") for token in self.doc[start:end])
        return None if named else "it is no noun and no deed"

    def _ends_vaguely(self, start: int, end: int) -> str | None:
        """ "other (offenses)"; not "fleeing police", "aggravated family offense"."""
        last = self.doc[end - 1].lower_ in self.words["vague"]
        vague = last and (end - start == 1 or self.doc[start].tag_ != "VBG") and not self._is_of_a_kind(start, end)
        return "it names nothing that is a crime" if vague else None

    def _is_of_a_kind(self, start: int, end: int) -> bool:
        """Whether a noun tells which offense it is: "aggravated family offense"; not "other serious offenses"."""
        offense = self.doc[end - 1].lower_ in ("offense", "offence", "offenses", "offences")
        before = self.doc[start : end - 1]
        of_others = any(token.lower_ in self.words["vague"] or token.lower_ == "related" for token in before)
        return offense and not of_others and any(token.tag_ in _NOUNS for token in before)

    def _is_enhancement(self, start: int, end: int) -> str | None:
        return "it makes a penalty higher, and is no crime of its own" if self._enhances(start, end) else None

    def _counts_something(self, start: int, end: int) -> str | None:
        words = [token.lower_ for token in self.doc[start:end]]
        violated = words[:2] in (["violation", "of"], ["violations", "of"])
        return "it is counted" if not violated and self.words["count_nouns"].intersection(words) else None

    def _tells_act(self, start: int, end: int) -> bool:
        """Whether a word of it tells what is done, or a preposition links it to what that is done to."""
        return any(
            (_ACTING.search(token.lower_) and token.lower_ not in self.words["no_acts"]) or token.tag_ == "IN"
            for token in self.doc[start:end]
        )

    # -------------------------------------------------------------------------------------------------------------

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

    def _is_object(self, at: int) -> bool:
        """Whether what ends here is what was acted on: "acquisition of credit cards (and account information)"."""
        of = next((t.i for t in reversed(self.doc[max(at - 4, 1) : at]) if t.lower_ == "of"), None)
        if of is None:
            return False
        act = self.doc[of - 1]
        return act.tag_ == "NN" and (act.lower_ in self.words["acts"] or _ACTING.search(act.lower_) is not None)

    def _ends_item(self, at: int) -> bool:
        token = self.doc[at]
        if self._is_purpose(at) or _is_blank(token):
            return False
        if token.text == "-" and not token.whitespace_:  # "border-controlled", not "in the two-count indictment"
            return self.doc[at - 1].tag_ == "CD"
        if token.lower_ in ("and", "or"):
            return not self._joins_within(at)
        if token.lower_ in _PARTING or token.lower_ in self.words["offense_stops"]:
            return True
        return token.tag_ in _FINITE or token.is_space or at in self.dates or at in self.others

    def _joins_within(self, at: int) -> bool:
        """Whether what "and" or "or" joins is one offense."""
        acts = at + 2 < self.end and self._joins_acts(at, acts=False)
        return acts or self._joins_two_deeds(at) or self._joins_infinitives(at)

    def _joins_infinitives(self, at: int) -> bool:
        """ "attempt to detain and confine", though the tagger takes the second one for a noun."""
        if self.doc[at - 1].tag_ != "VB" or at + 1 >= len(self.doc):
            return False
        alone = at + 2 >= self.end or self.doc[at + 2].is_punct
        bare = self.doc[at + 1].tag_ == "NN" and alone and at + 1 not in self.hits
        return self.doc[at + 1].tag_ in ("VB", "VBP") or bare

    def _tail(self, at: int, start: int, gerund: bool = False, weak: bool = False) -> int:
        """Where the offense ends: at a comma, a new clause, the victim, the date, the next item."""
        while at < self.end and (at - start < LENGTH or self._is_of_sum(at, start)):
            onward = self._onward(at, start, gerund, weak)
            if onward is None:
                break
            at = onward
        return max(self._without_manner(without_connectives(self.doc, at, start), start), start + 1)

    def _without_manner(self, end: int, start: int) -> int:
        """Where a name ends before its last adverb: "kicking a dog repeatedly"; not "evading while driving wildly"."""
        adverb = self.doc[end - 1].tag_ == "RB" and self.doc[end - 1].lower_.endswith("ly")
        return end - 1 if adverb and end - start > 2 and self.doc[end - 2].tag_ not in ("VBG", "CC") else end

    def _is_of_sum(self, at: int, start: int) -> bool:
        """Whether a long offense goes on with a sum and what it was: no number is cut, "$3 million in aid" is whole."""
        sum_before = any(token.like_num for token in self.doc[at - 4 : at]) and at - start < LENGTH + 4
        return self.doc[at].like_num or sum_before

    def _onward(self, at: int, start: int, gerund: bool, weak: bool) -> int | None:
        """The token behind what still belongs to the offense; None where it has ended."""
        token = self.doc[at]
        if self._goes_on_with(at, start, gerund):
            return at + 1
        if gerund and self._ends_deed(at, start):
            return None
        behind = self._past_phrase(at)
        if behind is not None:
            return behind
        if at in self.hits:
            return self._past_hit(at, start)
        if _is_blank(token):
            return at + 1
        if self._is_border(at, gerund) or self._opens_adjunct(at, start, weak):
            return None
        if token.lower_ in ("and", "or"):
            return self._past_joint(at, gerund, start)
        return None if self._leads_away(at, start, gerund, weak) else at + 1

    def _past_phrase(self, at: int) -> int | None:
        """The token behind "for the purpose", "as a hate crime", which belong to the name."""
        if self._is_purpose(at):
            return at + 3
        return at + 4 if self.doc[at : at + 4].text.lower() in self.words["graver_kinds"] else None

    def _goes_on_with(self, at: int, start: int, gerund: bool) -> bool:
        if self._belongs_to_number(at) or self._belongs_to_means(at, start):
            return True
        return gerund and self._belongs_to_deed(at, start)

    def _belongs_to_means(self, at: int, start: int) -> bool:
        """ "by violence, menace, fraud, or deceit": several means of one offense, and what joins them."""
        means, joining = self.words["means"], (",", "and", "or")
        named = next((token for token in self.doc[at : at + 3] if token.lower_ not in joining), None)
        if named is None or named.lower_ not in means:
            return False
        before = at - 1
        while before > start and self.doc[before].lower_ in (*means, *joining):
            before -= 1
        return start < before < at - 1 and self.doc[before].lower_ == "by"

    def _belongs_to_number(self, at: int) -> bool:
        """ "between the ages of 14 and 15", ".08 percent or more", "murder-for-profit": what a word goes on with."""
        doc, behind = self.doc, self.doc[at + 1 : at + 2]
        if doc[at - 1].text == "-" and not (doc[at - 1].whitespace_ or doc[at - 2].whitespace_):
            return at not in self.hits
        if not behind:
            return False
        if doc[at].lower_ == "and" and behind[0].like_num:
            return doc[at - 1].like_num and any(token.lower_ == "between" for token in doc[max(at - 7, 0) : at])
        return doc[at].lower_ == "or" and behind[0].lower_ in self.words["limits"]

    def _is_dateline(self, at: int) -> bool:
        """ "murder KELSO, Calif. – Two men": the town from which the next story is told."""
        if not (self.doc[at].is_upper and len(self.doc[at]) > 2) or self.doc[at - 1].is_upper:
            return False
        return any(token.text in ("–", "—", "--") or token.text == "-" for token in self.doc[at + 1 : at + 7])

    def _is_dash_or_comma(self, token: Token) -> bool:
        return token.text == "," or (token.text in ("-", "–", "—", "--") and bool(token.whitespace_))

    def _past_hit(self, at: int, start: int) -> int | None:
        """ "conspiracy to commit [wire and mail fraud]"; None where the next item begins with it."""
        next_item = at > start + 1 and self.doc[at - 1].lower_ in ("and", ",")
        return None if next_item else self.hits[at].end

    def _past_joint(self, at: int, gerund: bool, start: int) -> int | None:
        if self.doc[at + 1 : at + 2].text == "$":  # "exceeding $100,000 and $500,000"
            return at + 3
        return at + 2 if self._joins_two_qualities(at) or self._joins(at, gerund, start) else None

    def _is_border(self, at: int, gerund: bool) -> bool:
        """Whether no offense goes past the token: a stop, a dash, a date, a finite verb, another statement."""
        token = self.doc[at]
        if token.lower_ in self.words["offense_stops"] or at in self.dates or at in self.others or token.is_space:
            return True
        if self._is_dash_or_comma(token) or self._is_dateline(at):
            return True
        return self._opens_relative(at, gerund) or self._is_statute(at)

    def _opens_relative(self, at: int, gerund: bool) -> bool:
        """ "an arson she (had planned)", "murder was"; a deed ends only at the former: "meeting a girl he (knew)"."""
        token = self.doc[at]
        if gerund:
            return token.lower_ in _DOERS and self.doc[at - 1].tag_ in _NOUNS
        return token.lower_ in _DOERS or (token.tag_ in _FINITE and token.lower_ != "bargain")

    def _opens_adjunct(self, at: int, start: int, weak: bool) -> bool:
        """Whether it is told how, before which court or between whom: "by hiding it", "to be sold"."""
        behind = self.doc[at + 1 : at + 2]
        if behind.text.lower() == "times":  # "shooting a guard three times"
            return True
        match self.doc[at].lower_:
            case "to":
                return behind.text.lower() == "be" and self.doc[start].lower_ not in self.words["letting"]
            case "by":
                told = not weak and len(behind) > 0 and behind[0].tag_ in ("VBG", "RB")
                return told or behind.text.lower() == "video"
            case "in" | "at" | "before":
                return self._leads_to_court(at + 1)
            case "between":
                return behind.text.lower() != "the"
            case "around" | "near":
                return len(behind) > 0 and behind[0].tag_ == "NNP"
        return False

    def _leads_away(self, at: int, start: int, gerund: bool, weak: bool) -> bool:
        """Whether a preposition leads to what is no part of the name: the victim, the place, the reason."""
        low = self.doc[at].lower_
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
                behind = {token.lower_ for token in self.doc[at + 1 : at + 5]}
                return any(behind & self.words[words] for words in ("findings", "enhancements", "minima"))
            case "in":
                return self._leads_to_place(at, start, gerund, weak)
        return False

    def _leads_to_place(self, at: int, start: int, gerund: bool, weak: bool) -> bool:
        """Whether "in" is no part of the name: "done to a wall in", "in exchange"; not "in the first degree"."""
        behind = self.doc[at : at + 4]
        engaged = self.doc[at - 1].tag_ == "VB" and behind[1:2].text.islower()  # "conspiracy to engage in a scheme"
        named = gerund or weak or engaged or _DEGREE.match(behind.text.lower())
        told = weak and at - start > 3 and self.doc[start].tag_ in _NOUNS
        return not named or told or behind[1:2].text.lower() in self.words["of_a_bargain"]

    def _joins_two_qualities(self, at: int) -> bool:
        """ "assaulting current and former officers"."""
        tags = [token.tag_ for token in self.doc[at - 1 : at + 3]]
        return len(tags) > 3 and tags[:3] == ["JJ", "CC", "JJ"] and tags[3] in (*_NOUNS, "JJ") and not self._hit(at + 1)

    def _joins(self, at: int, gerund: bool, start: int) -> bool:
        """Whether "and" stays inside the offense: "possession and control of child pornography".

        What has a complement of its own is an offense of its own: "conspiracy to murder and violations of the law".
        """
        after = self.doc[at + 1 : min(at + 4, self.end)]
        if len(after) < 2:
            return False
        acts = not gerund and self.doc[at - 1].lower_ in self.words["acts"]
        if self._joins_acts(at, acts):
            return True
        complete = not gerund and any(token.tag_ in ("IN", "TO") for token in self.doc[start:at])
        if complete or self._quantity(at + 1) or self._hit(at + 1):
            return False
        if gerund:
            return self._joins_objects(at)
        return acts and after[0].tag_ in (*_NOUNS, "JJ") and after[1].lower_ in ("of", "by", "with")

    def _joins_acts(self, at: int, acts: bool) -> bool:
        """ "destruction or concealment of evidence"; with `acts` also "the sale and possession of cocaine"."""
        second = self.doc[at + 1]
        shared = self.doc[at].lower_ == "or" and second.tag_ == "NN"
        return self.doc[at + 2].lower_ == "of" and (shared or (acts and second.lower_ in self.words["acts"]))

    def _joins_objects(self, at: int) -> bool:
        """ "stealing a car and some tools"; not "(robbing) and police said"."""
        behind = self.doc[at + 1 : min(at + 7, self.end)]
        clause = itertools.takewhile(lambda token: token.text not in (",", ";") and token.tag_ != "IN", behind)
        return behind[0].tag_ in (*_NOUNS, "JJ", "PRP$", "DT") and not any(token.tag_ in _FINITE for token in clause)

    def _victim(self, at: int, link: str) -> bool:
        """Whether a link leads to whom it was done to or by: "of his wife", "by Kelso detectives"."""
        if at >= self.end:
            return True
        token = self.doc[at]
        if link == "to" and self.doc[at - 2].lower_ in ("failure", "failing", "refusal", "attempt"):
            return False  # "Failure To Yield"
        if self._is_person_or_name(token) or (link in ("of", "on", "upon") and self._leads_to_name(at)):
            return True
        if link == "by":
            return any(t.lower_ in self.words["charging_bodies"] for t in self.doc[at : at + 4]) or self._charges(at)
        if link != "to":
            return link == "on" and token.tag_ == "CD"
        verb = self.doc[self._deed(at)]  # "using false names to fraudulently obtain a loan"
        return verb.tag_ not in ("VB", "DT", *_NOUNS, "JJ")

    def _is_person_or_name(self, token: Token) -> bool:
        named = token.tag_ in ("PRP$", "PRP", "NNP") and token.ent_type_ not in ("GPE", "NORP", "ORG")
        return named or token.ent_type_ == "PERSON"

    def _leads_to_name(self, at: int) -> bool:
        """Whether a description of a person and the name stand here: "of 'gifted' student Ana Roe"."""
        phrase = itertools.takewhile(lambda t: t.pos_ in _DESCRIBING or t.text in "'\"‘’“”", self.doc[at : at + 8])
        return any(token.i in self.people and token.tag_ == "NNP" for token in phrase)

    def _charges(self, at: int) -> bool:
        """Whether those who lay charges stand here: "by Kelso sexual crime detectives"."""
        phrase = itertools.takewhile(lambda t: t.pos_ in ("PROPN", "NOUN", "ADJ", "DET", "PART"), self.doc[at : at + 8])
        charging = self.words["charging_people"] | self.words["charging_bodies"]
        return any(token.lower_ in charging for token in phrase)


Check = Callable[[Items, int, int], str | None]
# Why a noun phrase that no rule knows is no offense, though it stands first in its place
_AGAINST_NOUNS: tuple[Check, ...] = (
    Items._is_date,
    Items._is_statement,
    Items._is_somebodys,
    Items._is_name,
    Items._is_death,
    Items._is_care,
    Items._is_person,
    Items._has_no_head,
    Items._is_vague,
)
# Why no item that no rule knows begins with a token of a list, and why the words from there on are none
_AGAINST_BEGINNINGS: tuple[Check, ...] = (
    Items._is_date,
    Items._is_statement,
    Items._is_no_opening,
    Items._opens_with_name,
    Items._is_no_phrase,
    Items._is_definite,
)
_AGAINST_UNKNOWN: tuple[Check, ...] = (
    Items._names_somebody,
    Items._is_clause,
    Items._is_alternative,
    Items._is_quality,
    Items._is_victim,
    Items._is_object_of_act,
    Items._is_one_thing,
    Items._has_no_noun,
    Items._ends_vaguely,
    Items._is_enhancement,
    Items._counts_something,
)


def _is_blank(token: Token) -> bool:
    """Whether it is white space within a line."""
    return token.is_space and "\n" not in token.text


def against(checks: tuple[Check, ...], items: Items, start: int, end: int) -> Iterator[str]:
    """The reasons of the checks that apply, in their order."""
    for check in checks:
        reason = check(items, start, end)
        if reason is not None:
            yield reason
