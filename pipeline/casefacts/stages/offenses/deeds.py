"""Deeds: offenses that are told by a verb, as "killing his wife" or "that he lied to investigators"."""

from __future__ import annotations

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
        """Whether a word that ends a name goes on with what was done.

        "billing for tests", "selling over 600 photos", "failing to seek help", "a loan application that hid a debt".
        """
        token, before, behind = self.doc[at], self.doc[at - 1], self.doc[at + 1 : at + 2]
        if not behind:
            return False
        follower = behind[0]
        if at in self.dates:  # "voting in the 2016 elections"
            return before.lower_ == "the" and follower.tag_ in ("NN", "NNS")
        if token.tag_ == "VB" and before.lower_ in ("and", "or"):
            return self._has_infinitive(start, at)
        if token.tag_ == "VB" and before.lower_ == "to":
            return at not in self.hits
        match token.lower_:
            case "for" | "from":
                opens = before.tag_ in ("VBG", "PRP") and before.i - start <= 1  # "asking him for a photo"
                opens = opens or self.doc[at - 2 : at].text.lower() == "to pay"  # "taking funds to pay for a boat"
                return opens and follower.tag_ in ("NN", "NNS", "DT", "JJ", "PRP$")
            case "over":
                return follower.tag_ in ("CD", "$") or (before.tag_ == "VBG" and before.i <= start + 1)
            case "when":  # "trading when not authorised"
                return follower.lower_ == "not" and self.doc[at + 2 : at + 3].text.lower().endswith(("ed", "wn"))
            case "at":
                return follower.lower_ == "least"
            case "as":  # "acting as a lookout", not "as part of a scheme"
                return follower.tag_ in ("DT", "NN", "NNS") and follower.lower_ not in ("part", "well")
            case "that":
                return before.tag_ in ("NN", "NNS") and follower.tag_ in ("VBD", "VBZ", "MD", "VBP")
            case "," | "and" | "or":
                return self._goes_on_within(at, start)
        return False

    def _goes_on_within(self, at: int, start: int) -> bool:
        """Whether words are joined within a deed: "to recruit and abuse girls", "a new, related crime"."""
        token, before, follower = self.doc[at], self.doc[at - 1], self.doc[at + 1]
        if token.lower_ == "or" and (before.tag_, follower.tag_) == ("VBG", "VBG"):  # "fleeing or evading police"
            return True
        if before.tag_ == "JJ":
            listed = token.text != "," or self.doc[at - 2].tag_ == "DT"
            quality = follower.tag_ in ("JJ", "VBN")
            if follower.tag_ == "VBG":  # "false and misleading claims", not "driving unlicensed and having no plates"
                quality = any(noun.tag_ in ("NN", "NNS") for noun in self.doc[at + 2 : at + 3])
            return listed and quality and follower.i not in self.hits
        if token.text == ",":
            return False
        verb = next((word for word in self.doc[at + 1 : at + 3] if word.tag_ != "RB"), follower)
        return verb.tag_ == "VB" and (before.tag_ == "VB" or self._has_infinitive(start, at))

    def _has_infinitive(self, start: int, end: int) -> bool:
        return any(token.lower_ == "to" and token.nbor().tag_ == "VB" for token in self.doc[start : end - 1])

    def _ends_deed(self, at: int, start: int) -> bool:
        """Whether the clause around a deed goes on, or its place is told: "for theft has ...", "in Kelso"."""
        token, behind = self.doc[at], self.doc[at + 1 : at + 3]
        told = {word.lower_ for word in self.doc[start:at]}
        if token.lower_ in self.words["auxiliaries"]:
            return self.words["relatives"].isdisjoint(told) and self.doc[at - 1].tag_ != "PRP"
        if token.lower_ not in ("in", "near", "outside") or at - start < 2 or len(behind) < 2:
            return False
        if behind[1].lower_ in self.words["middles"] or not self.words["ways"].isdisjoint(
            t.lower_ for t in self.doc[at + 2 : at + 5]
        ):
            return True
        place = behind[1] if behind[0].lower_ == "the" else behind[0]
        return place.ent_type_ in ("GPE", "LOC", "FAC") or (at - start > 2 and self._is_named_place(at + 1))

    def _is_named_place(self, at: int) -> bool:
        """Whether a proper name ends the clause here: "a test in (Kurigram on Friday)"."""
        end = next((t.i for t in self.doc[at : self.end] if t.tag_ not in ("NNP", "DT", ",")), self.end)
        stops = end == self.end or end in self.dates or self.doc[end].is_punct or self.doc[end].tag_ in ("IN", "CC")
        return end > at and self.doc[end - 1].tag_ == "NNP" and self.doc[at].tag_ == "NNP" and stops

    def _is_cut(self, start: int, end: int) -> bool:
        """Whether a deed is told by its verb alone though more is said of it: "acting (as a lookout)"."""
        deed = self.doc[start:end]
        if (
            len(deed) > 2
            and deed[-1].tag_ == "JJ"
            and self.doc[end : end + 1].text.lower()
            in (
                "and",
                "or",
            )
        ):  # "included false (and misleading claims)"
            return True
        if deed.text.count('"') % 2 or self._is_before_abbreviation(end):
            return True
        if deed[0].lower_ == "committing" and deed[-1].lower_ in self.words["vague"]:  # "committing the crime"
            return True
        if deed[0].lower_ in self.words["making_others"] and not any(
            token.tag_ in ("TO", "IN", "VBN", "VBD", "VB") for token in deed[1:]
        ):
            return True
        verb = self.doc[end - 1]
        if not verb.lower_.endswith("ing") or end - self._deed(start) > 1 or end - 1 in self.hits or end >= self.end:
            return False
        behind = self.doc[end]
        stops = behind.is_punct or behind.is_space or end in self.dates
        return not stops and behind.lower_ not in self.words["after_a_deed"]
