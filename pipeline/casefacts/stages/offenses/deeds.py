"""Deeds: offenses that are told by a verb, as "killing his wife" or "that he lied to investigators"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from casefacts.stages.offenses.stretch import SURE_FRAMES, Stretch


class Deeds(Stretch):
    """Reads where a deed begins, what belongs to it and where it ends."""

    def _told(self, at: int) -> int | None:
        """The verb of a deed told as one: "(charges) that he lied to a clerk", "(charged with) having lied"."""
        doc = self.doc
        at += doc[at : at + 1].text.lower() == "that"
        if doc[at : at + 1].text.lower() == "having":
            return at + 1 if doc[at + 1 : at + 2] and doc[at + 1].tag_ in ("VBN", "VBD") else None
        if at + 1 >= self.end or doc[at].lower_ not in ("he", "she", "they"):
            return None
        verb = at + 1
        while verb + 1 < self.end and (doc[verb].lower_ == "had" or doc[verb].tag_ == "RB"):
            verb += 1
        no_deed = doc[verb].lower_ in ("was", "were") or doc[verb].lower_ in self.words["said_of_charges"]
        return verb if doc[verb].tag_ in ("VBD", "VBN") and not no_deed else None  # not "the charges that he brought"

    def _gerund(self, at: int) -> bool:
        start = self._skipped(at)
        if (
            start >= self.end
            or start in self.dates
            or self.doc[start + 1 : start + 2].text.lower() in self.words["deaths"]
        ):
            return False
        if start > at and self.doc[start - 1].lower_ == "the":  # "of the loving relationship"
            return False
        token = self.doc[start]
        while token.tag_ == "RB" and token.i + 1 < self.end:
            token = self.doc[token.i + 1]
        listed = self.doc[token.i + 1 : token.i + 2].text in (",", "and", "or")  # "making, selling and hiding ..."
        tasks = self.words["like_prepositions"] if listed else self.tasks | self.words["like_prepositions"]
        return token.tag_ == "VBG" and token.lower_ not in tasks and token.lower_.endswith("ing")

    def _is_being(self, at: int) -> bool:
        """Whether the deed is to be something: "being the getaway driver", not "being a felon with a gun"."""
        behind = self.doc[at + 1 : at + 3]
        if (
            self.rule.id not in SURE_FRAMES
            or self.rule.sense == "trial"
            or self.doc[at].lower_ != "being"
            or len(behind) < 2
            or at + 2 >= self.end
            or self._hit(at + 1)
        ):
            return False
        words = {token.lower_ for token in behind}
        told = behind[0].tag_ in ("DT", "NN", "IN", "JJ") and behind[1].is_alpha  # "being late." is no deed
        told = told or (behind[0].tag_ == "VBN" and behind[1].lower_ == "with")  # "being armed with"
        return told and words.isdisjoint(("responsible", "able", "accessory"))

    def _is_before_abbreviation(self, at: int) -> bool:
        """Whether a name is torn by its abbreviation: "calling an Orange District Attorney (ODA) Investigator"."""
        behind = self.doc[at : at + 4]
        return len(behind) == 4 and behind[0].text == "(" and behind[2].text == ")" and behind[3].tag_ == "NNP"

    def _deed(self, at: int) -> int:
        """The verb of a deed, past the words that say how it was done."""
        while at + 1 < self.end and self.doc[at].tag_ == "RB":
            at += 1
        return at

    def _named_from(self, at: int) -> int:
        """Where the name of a deed begins: past adverbs that only tell how it was done."""
        verb = self._deed(at)
        how = self.doc[at:verb]
        return at if any(token.lower_ in self.words["qualifying"] for token in how) else verb

    def _belongs_to_deed(self, at: int, start: int) -> bool:
        """Whether a word that ends a name goes on with what was done: "billing for tests", "selling over 600"."""
        token, before = self.doc[at], self.doc[at - 1]
        if at + 1 >= len(self.doc):
            return False
        if at in self.dates:  # "voting in the 2016 elections"
            return before.lower_ == "the" and self.doc[at + 1].tag_ in ("NN", "NNS")
        if token.tag_ == "VB" and before.lower_ in ("and", "or"):
            return self._has_infinitive(start, at)
        if token.tag_ == "VB" and before.lower_ == "to":  # "failing to seek help"
            return at not in self.hits
        goes_on = _WITHIN_DEEDS.get(token.lower_)
        return goes_on is not None and goes_on(self, at, start)

    def _is_asked_for(self, at: int, start: int) -> bool:
        """ "asking him for a photo", "taking funds to pay for a boat", "failing to stay away from a school"."""
        before = self.doc[at - 1]
        opens = before.tag_ in ("VBG", "PRP") and before.i - start <= 1
        opens = opens or before.lower_ == "away" or self.doc[at - 2 : at].text.lower() == "to pay"
        return opens and self.doc[at + 1].tag_ in ("NN", "NNS", "DT", "JJ", "PRP$")

    def _exceeds(self, at: int, start: int) -> bool:
        """ "selling over 600 photos"."""
        before = self.doc[at - 1]
        return self.doc[at + 1].tag_ in ("CD", "$") or (before.tag_ == "VBG" and before.i <= start + 1)

    def _is_when_not(self, at: int, start: int) -> bool:
        """ "trading when not authorised"."""
        return self.doc[at + 1].lower_ == "not" and self.doc[at + 2 : at + 3].text.lower().endswith(("ed", "wn"))

    def _is_at_least(self, at: int, start: int) -> bool:
        return self.doc[at + 1].lower_ == "least"

    def _is_capacity(self, at: int, start: int) -> bool:
        """ "acting as a lookout", not "as part of a scheme"."""
        follower = self.doc[at + 1]
        return follower.tag_ in ("DT", "NN", "NNS") and follower.lower_ not in ("part", "well")

    def _is_relative(self, at: int, start: int) -> bool:
        """ "a loan application that hid a debt"."""
        return self.doc[at - 1].tag_ in ("NN", "NNS") and self.doc[at + 1].tag_ in ("VBD", "VBZ", "MD", "VBP")

    def _goes_on_within(self, at: int, start: int) -> bool:
        """Whether words are joined within a deed: "to recruit and abuse girls", "a new, related crime"."""
        token, before, follower = self.doc[at], self.doc[at - 1], self.doc[at + 1]
        if self._joins_two_deeds(at):
            return True
        if before.tag_ == "JJ":
            return self._joins_qualities(at)
        if token.text == ",":
            return False
        verb = next((word for word in self.doc[at + 1 : at + 3] if word.tag_ != "RB"), follower)
        return verb.tag_ == "VB" and (before.tag_ == "VB" or self._has_infinitive(start, at))

    def _joins_qualities(self, at: int) -> bool:
        """ "a new, related crime", "false and misleading claims"; not "driving unlicensed and having no plates"."""
        token, follower = self.doc[at], self.doc[at + 1]
        listed = token.text != "," or self.doc[at - 2].tag_ == "DT"
        quality = follower.tag_ in ("JJ", "VBN")
        if follower.tag_ == "VBG":
            quality = any(noun.tag_ in ("NN", "NNS") for noun in self.doc[at + 2 : at + 3])
        return listed and quality and follower.i not in self.hits

    def _joins_two_deeds(self, at: int) -> bool:
        """ "fleeing or evading police"; not the last two of "using, selling or hiding drugs"."""
        if self.doc[at].lower_ != "or" or [t.tag_ for t in self.doc[at - 1 : at + 2]] != ["VBG", "CC", "VBG"]:
            return False
        return (self.doc[at - 3].tag_, self.doc[at - 2].text) != ("VBG", ",")

    def _has_infinitive(self, start: int, end: int) -> bool:
        return any(token.lower_ == "to" and token.nbor().tag_ == "VB" for token in self.doc[start : end - 1])

    def _ends_deed(self, at: int, start: int) -> bool:
        """Whether the clause around a deed goes on, or its place is told: "for theft has ...", "in Kelso"."""
        token = self.doc[at]
        if token.lower_ in self.words["auxiliaries"]:
            told = {word.lower_ for word in self.doc[start:at]}
            return self.words["relatives"].isdisjoint(told) and self.doc[at - 1].tag_ != "PRP"
        leads = token.lower_ in ("in", "near", "outside") and at - start >= 2 and at + 2 < len(self.doc)
        return leads and (self._tells_way(at) or self._tells_place(at, at - start > 2))

    def _tells_way(self, at: int) -> bool:
        """ "in the middle of Kelso", "in a cruel way"."""
        ways = self.words["ways"]
        return self.doc[at + 2].lower_ in self.words["middles"] or any(
            token.lower_ in ways for token in self.doc[at + 2 : at + 5]
        )

    def _tells_place(self, at: int, by_name: bool) -> bool:
        """ "in Kelso", "outside the Kelso Arena"; `by_name` where a proper name is enough."""
        place = self.doc[at + 2] if self.doc[at + 1].lower_ == "the" else self.doc[at + 1]
        return place.ent_type_ in ("GPE", "LOC", "FAC") or (by_name and self._is_named_place(at + 1))

    def _is_named_place(self, at: int) -> bool:
        """Whether a proper name ends the clause here: "a test in (Kurigram on Friday)"."""
        end = next((t.i for t in self.doc[at : self.end] if t.tag_ not in ("NNP", "DT", ",")), self.end)
        stops = end == self.end or end in self.dates or self.doc[end].is_punct or self.doc[end].tag_ in ("IN", "CC")
        return end > at and self.doc[end - 1].tag_ == "NNP" and self.doc[at].tag_ == "NNP" and stops

    def _is_cut(self, start: int, end: int) -> bool:
        """Whether the words of a deed break off before all is said that makes it one."""
        return any(breaks_off(self, start, end) for breaks_off in _BREAKING_OFF)

    def _wants_noun(self, start: int, end: int) -> bool:
        """ "included false (and misleading claims)"."""
        joined = self.doc[end : end + 1].text.lower() in ("and", "or")
        return end - start > 2 and self.doc[end - 1].tag_ == "JJ" and joined

    def _is_torn(self, start: int, end: int) -> bool:
        """Within a quotation, or before an abbreviation of a name."""
        return self.doc[start:end].text.count('"') % 2 == 1 or self._is_before_abbreviation(end)

    def _is_said_vaguely(self, start: int, end: int) -> bool:
        """ "committing the crime", "committing the shooting"."""
        told = self.doc[start + 1 : start + 2].text == "the" and not self._contains_hit(start, end)
        return self.doc[start].lower_ == "committing" and (told or self.doc[end - 1].lower_ in self.words["vague"])

    def _lacks_second_verb(self, start: int, end: int) -> bool:
        """ "coercing her (to sign)"."""
        if self.doc[start].lower_ not in self.words["making_others"]:
            return False
        return not any(token.tag_ in ("TO", "IN", "VBN", "VBD", "VB") for token in self.doc[start + 1 : end])

    def _lacks_object(self, start: int, end: int) -> bool:
        """Told by its verb alone though more is said of it: "acting (as a lookout)"."""
        verb = self.doc[end - 1]
        if not verb.lower_.endswith("ing") or end - self._deed(start) > 1 or end - 1 in self.hits or end >= self.end:
            return False
        behind = self.doc[end]
        stops = behind.is_punct or behind.is_space or end in self.dates
        return not stops and behind.lower_ not in self.words["after_a_deed"]


# What may go on within a deed, by the word that would end another name; asked with its token and that of the deed
_WITHIN_DEEDS: Mapping[str, Callable[[Deeds, int, int], bool]] = {
    "for": Deeds._is_asked_for,
    "from": Deeds._is_asked_for,
    "over": Deeds._exceeds,
    "when": Deeds._is_when_not,
    "at": Deeds._is_at_least,
    "as": Deeds._is_capacity,
    "that": Deeds._is_relative,
    ",": Deeds._goes_on_within,
    "and": Deeds._goes_on_within,
    "or": Deeds._goes_on_within,
}
# By what the words from one token to another are no whole deed
_BREAKING_OFF: tuple[Callable[[Deeds, int, int], bool], ...] = (
    Deeds._wants_noun,
    Deeds._is_torn,
    Deeds._is_said_vaguely,
    Deeds._lacks_second_verb,
    Deeds._lacks_object,
)
