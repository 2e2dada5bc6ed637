"""Frames: from a trigger to the place where its offenses begin, before it or behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from casefacts.clause import facing
from casefacts.numerals import number
from casefacts.stages.offenses.lists import Lists
from casefacts.stages.offenses.stretch import REACH
from casefacts.stages.offenses.wording import Offense


class Frame(Lists):
    """Reads the offenses that one trigger leads to."""

    def read(self) -> list[Offense]:
        """The listed offenses, in text order; their wording is filled in by the stage."""
        if self.rule.sense == "counts" and self.doc[max(self.trigger.start - 1, 0)].ent_type_ == "MONEY":
            return []  # "a $900 charge for fitting a door"
        found = list(self._before()) if self.rule.has("noun") else []
        start = self._link()
        if start is not None:
            found += self._with_counts(self._items(start))
        return found or self._lines() or self._which()

    def _with_counts(self, listed: list[Offense]) -> list[Offense]:
        """The offenses with the counts that the trigger tells, or that stand before it: "two counts each of"."""
        if not listed:
            return listed
        first, behind = listed[0], listed[1:]
        if self._counts_within:
            told = next((number(token.text) for token in self.trigger if number(token.text)), None)
            return [replace(first, counts=told or first.counts), *behind]
        if self.rule.sense != "counts" or first.counts is not None:
            return listed
        counts = None if self._counts_more(listed) else self._counted_before()
        each = self.doc[self.trigger.end].lower_ == "each"
        return [replace(item, counts=counts if each or item is first else item.counts) for item in listed]

    def _counts_more(self, listed: list[Offense]) -> bool:
        """Whether the number before counts more than the first offense: "six charges, including theft"."""
        behind = self.doc[self.trigger.end : self.trigger.end + 2]
        together = len(listed) > 1 and behind[0].text in self.words["leading_on"]
        return together or not self.words["of_more"].isdisjoint(token.lower_ for token in behind)

    def _link(self) -> int | None:
        """Where the first offense begins behind the trigger."""
        limit = min(self.end, self.trigger.end + REACH)
        at = self._past_denied(self.trigger.end - (self.trigger[-1].lower_ in self.links), limit)
        direct = self._direct(at, limit)
        return direct if direct is not None else self._linked(at, limit)

    def _past_denied(self, at: int, limit: int) -> int:
        """ "not of murder but of manslaughter"."""
        if at >= limit or self.doc[at].lower_ != "not":
            return at
        return next((token.i + 1 for token in self.doc[at:limit] if token.lower_ == "but"), limit)

    def _direct(self, at: int, limit: int) -> int | None:
        """Where an offense begins that nothing leads to: "admitted at a hearing theft", "denied causing ..."."""
        direct = self._behind_hearing(at) if "" in self.links else limit
        if direct < limit and (self._strong(direct) or self._quantity(direct)):
            return direct
        return at if self._counts_within and at < limit and self._gerund(at) else None

    def _tries_by_another(self, at: int) -> bool:
        """ "(admitted) trying to persuade a friend to commit perjury": the attempt, not the crime of the other one."""
        tried = self.doc[at].lower_ in self.words["attempting"] and self._gerund(at)
        return tried and self.doc[at + 1].lower_ == "to" and at + 2 not in self.hits and self._has_second(at + 2)

    def _has_second(self, verb: int) -> bool:
        """Whether a known crime follows as what another is to do: "persuade a friend to (commit) perjury"."""
        to = next((token.i for token in self.doc[verb + 1 : self.end] if token.lower_ == "to"), self.end)
        return to + 1 < self.end and (self._strong(to + 1) or to + 2 in self.hits)

    def _linked(self, at: int, limit: int) -> int | None:
        """Where an offense begins that a link leads to; if none is sure, the first noun phrase that may be one."""
        weak: int | None = None
        while at < limit and not self._ends_search(at):
            subject_matter = self._subject_matter(at)
            if subject_matter is not None:
                return subject_matter
            if "" in self.links and self._tries_by_another(at):
                return at
            token = self.doc[at]
            if token.lower_ in self.links and at + 1 < self.end and not self._of_others(token):
                found, over = self._behind_link(at)
                if over:
                    return found
                weak = self._maybe(at) if weak is None else weak
            if self._is_connected(at):
                return at + 3
            at += 1
        return weak

    def _is_connected(self, at: int) -> bool:
        """ "in connection with arson"."""
        told = self.doc[at].lower_ == "in" and self.doc[at : at + 3].text.lower() == "in connection with"
        return told and self._strong(at + 3)

    def _behind_hearing(self, at: int) -> int:
        """Where the object of a verb begins that is told when or where it was: "admitted at a hearing last week"."""
        while at + 1 < self.end:
            leads = self.doc[at].lower_ in self.words["before_hearings"]
            told = self.doc[at + 1 : min(at + 8, self.end)] if leads else self.doc[0:0]
            hearing = next((token.i for token in told if token.lower_ in self.words["hearings"]), None)
            if hearing is not None:
                at = hearing + 1
            elif at in self.dates or (self.doc[at].lower_ == "on" and at + 1 in self.dates):
                at += 1
            else:
                break
        return at

    def _ends_search(self, at: int) -> bool:
        """Whether a clause begins in which no offense of this trigger stands."""
        token = self.doc[at]
        if (at in self.others and not self.strict) or token.text in (";", "?", "!"):
            return True
        if token.lower_ in ("enhancement", "enhancements", "because"):
            return True
        relative = token.lower_ in ("who", "which", "but")
        return relative and at > self.trigger.end + 1 and self.doc[at - 1].text != ","

    def _behind_link(self, link: int) -> tuple[int | None, bool]:
        """Where an offense begins that the link leads to, and whether the search is over."""
        at = link + 1
        if self._strong(at) or self._counted(at) or self._shared_degree(at) or self._told(at):
            return at, True
        if self.doc[at].lower_ == "being" and link <= self.trigger.end + 2:
            found, over = self._behind_being(at)
            if over:
                return found, over
        deed = self.doc[link].lower_ not in self.words["before_no_deed"] and self._gerund(at)
        return (at, True) if deed else (None, False)

    def _behind_being(self, at: int) -> tuple[int | None, bool]:
        """ "(charged with) being in possession of", "being a getaway driver"; not "being in a car"."""
        within = self.doc[at + 1].lower_ == "in"
        if within and self._strong(at + 2):
            return at + 2, True
        return (at, True) if self._is_being(at) else (None, within)

    def _maybe(self, link: int) -> int | None:
        """Where a noun phrase begins that the link leads to, which is the offense if no other is found."""
        # "the conviction of a former colonel", "charged over a crash": who, and what happened
        named = self.rule.sense == "conviction" or self.doc[link].lower_ == "over"
        near = link <= self.trigger.end + 1
        return link + 1 if near and not named and not self.strict and self._weak(link + 1) else None

    def _subject_matter(self, at: int) -> int | None:
        """Where the offenses of counts begin that more is said of than "of".

        "charges related to theft", "all four counts in the indictment, including theft", "charges that he lied".
        """
        if self.doc[at : at + 2].text.lower() in self.words["relating"] and self._of_charges(at):
            deed = self.doc[at + 2 : at + 3].text.lower() in self.words["definite"]  # "related to the shootout"
            return at + 2 if self._strong(at + 2) and not deed else None
        first = self._behind_including(at)
        if first is not None:
            return first if self._strong(first) or self._gerund(first) else None
        behind_charges = self.doc[at - 1].lower_ in ("charge", "charges") and at <= self.trigger.end + 8
        return at if behind_charges and self._told(at) is not None else None

    def _behind_including(self, at: int) -> int | None:
        """ "(charges,) including theft", "among them those of theft"; None where nothing like it stands."""
        if self.doc[at - 1].text != "," or not self._of_charges(at):
            return None
        if self.doc[at].lower_ == "including":
            first = at + 1
        elif self.doc[at : at + 2].text.lower() in ("among them", "among these"):
            first = at + 2
        else:
            return None
        return first + 2 * (self.doc[first : first + 2].text.lower() in self.words["repeating_charges"])

    def _of_charges(self, at: int) -> bool:
        """Whether charges, counts or cases stand between the trigger, or are it, and the token."""
        return not self.words["matters"].isdisjoint(token.lower_ for token in self.doc[self.trigger.start : at])

    def _of_others(self, link: Token) -> bool:
        """Whether a link leads to something else than an offense: "based on evidence", "in the death of Poe".

        Also "charges for a mutiny against Poe"; not "faces charges for theft", "charges against Roe for theft".
        """
        if self._leads_to_other_matter(link):
            return True
        if self.rule.sense != "counts" or link.lower_ != "for":
            return False
        between = {token.lower_ for token in self.doc[self.trigger.end : link.i]}
        if self.doc[link.i + 1 : link.i + 2].text in ("his", "her", "their"):
            return True  # "for their alleged misconduct": what they did, not what it is called
        faced = self.trigger.root.head.lower_ in ("face", "faces", "faced", "facing")
        return not ("against" in between or (faced and not between))

    def _leads_to_other_matter(self, link: Token) -> bool:
        """ "based on evidence", "in the death of Poe", "convicted for two years", "denied wanting to kill"."""
        if link.lower_ == "to" and self.rule.sense == "denied" and self.doc[link.i - 1].tag_ == "VBG":
            return True
        behind = {token.lower_ for token in self.doc[link.i + 1 : link.i + 5]}
        if link.lower_ in ("in", "over") and not behind.isdisjoint(self.words["deaths"]):
            return True
        term = self.doc[link.i + 1 : link.i + 3]
        termed = len(term) == 2 and bool(number(term[0].text)) and term[1].lower_ in self.words["term_units"]
        return termed or self.doc[link.i - 1 : link.i + 1].text.lower() in self.words["no_links"]

    def _which(self) -> list[Offense]:
        """ "the embezzlement, to which she pleaded guilty"."""
        before = self.doc[max(self.trigger.start - 7, self.trigger[0].sent.start) : self.trigger.start]
        which = next(
            (
                token.i
                for token in before
                if token.lower_ == "which" and token.i and self.doc[token.i - 1].lower_ in ("to", "of")
            ),
            None,
        )
        if which is None:
            return []
        return [self._item(hit.start, hit.end, None) for hit in self.hits.values() if 0 <= which - 1 - hit.end <= 1]

    def _before(self) -> Iterator[Offense]:
        """The offense before the noun: "two drug trafficking charges", "her perjury conviction"."""
        noun = self.trigger.start
        whole = next((hit for hit in self.hits.values() if hit.end == noun), None)
        if whole is not None and len(whole) > 1:
            yield from self._coordinated_before(whole.start)
            yield self._item(whole.start, noun, None)
            return
        first = self._name_start(noun)
        if self._contains_hit(first, noun):
            yield from self._coordinated_before(first)
            yield self._item(first, noun, self._number_before(first))

    def _name_start(self, noun: int) -> int:
        """Where the name of an offense before the noun begins, past what counts it."""
        first = noun
        while first > self.trigger[0].sent.start and noun - first < 7 and self._is_of_name(first - 1):
            first -= 1
        while first < noun and self.doc[first].lower_ in self.words["count_modifiers"]:
            first += 1
        return first

    def _number_before(self, at: int) -> int | None:
        """ "two (drug charges)"; none before the singular."""
        return (number(self.doc[at - 1].text) or None) if at and self.trigger.text.endswith("s") else None

    def _is_of_name(self, at: int) -> bool:
        """Whether a token before the noun belongs to the name of an offense."""
        token = self.doc[at]
        earlier = token.lower_ in self.words["telling_apart"] and at not in self.hits
        if (token.lower_ in self.words["count_modifiers"] or earlier) and token.lower_ not in ("felony", "-"):
            return False
        if at in self.dates or token.text == "," or token.lower_ in self.words["charged_subject"]:
            return False
        if self._is_ordinal(at):
            return True
        named = token.ent_type_ in ("PERSON", "DATE", "GPE", "ORG", "NORP") and at not in self.hits
        return not named and token.tag_ in ("NN", "NNS", "JJ", "HYPH", "NNP", "VBN", "VBG")

    def _coordinated_before(self, at: int) -> Iterator[Offense]:
        """The offenses that "and" and commas put before the one at the noun: "arson, robbery and assault charges"."""
        while at > self.trigger[0].sent.start + 1 and self.doc[at - 1].lower_ in ("and", "or", ",", "&"):
            hit = next((hit for hit in self.hits.values() if hit.end == at - 1), None)
            if hit is None:
                yield from self._faced_before(at - 1)
                return
            at = self._with_qualities(hit)
            yield self._item(at, hit.end, None)

    def _with_qualities(self, hit: Span) -> int:
        """Where the name of a known offense begins, with the qualities before it but for those that count it."""
        start = hit.start
        while start > self.trigger[0].sent.start and self._is_quality_of(start - 1):
            start -= 1
        while start < hit.start and self.doc[start].lower_ in self.words["count_modifiers"]:
            start += 1
        return start

    def _is_quality_of(self, at: int) -> bool:
        return self.doc[at].tag_ in ("JJ", "HYPH", "VBN") and at not in self.dates

    def _faced_before(self, end: int) -> Iterator[Offense]:
        """Of "faces witness tampering, bid rigging and fraud charges" those that no rule knows."""
        verb = facing(self.trigger.root)
        if verb is None or self.rule.sense != "counts":
            return
        start = verb.i + 1
        for token in self.doc[start : end + 1]:
            if token.i == end or token.lower_ in (",", "and", "or"):
                named = token.i - start > 1 or self._contains_hit(start, token.i)
                if named and not self.people.intersection(range(start, token.i)):
                    yield self._item(start, token.i, None)
                start = token.i + 1
