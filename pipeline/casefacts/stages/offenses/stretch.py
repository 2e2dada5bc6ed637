"""The stretch of a sentence behind a trigger, in which its offenses are read, and the lexicon's hits there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from spacy.tokens import Doc, Span

from casefacts.forms import words_of
from casefacts.marks import rule_of
from casefacts.rulebook import Rule
from casefacts.stages.offenses.wording import RAISED

# How far behind a trigger its offense may begin: "pleaded guilty to the court on April 18, 2008 to four ..."
REACH = 45
_PAPER_REACH = 7  # tokens between a trigger and the indictment in which it is told
# The longest offense as worded, in words.
LENGTH = 16
_PEOPLE_TAGS = {"PERSON"}
# Tags of what may stand before a noun, as the tagger gives them, mistakes and all
_MODIFYING = frozenset("JJ NN NNP VBN RB HYPH CD NNS VBG POS NNPS VBD".split())
YEAR = re.compile(r"(?:19|20)\d\d")


def _circumstance(doc: Doc, at: int, end: int) -> int:
    """Where "murder in the commission of a rape, robbery and burglary" leaves the murder; not if more counts follow."""
    for token in doc[at:end]:
        if token.lower_ == "commission" and doc[token.i + 1 : token.i + 2].text == "of":
            of_murder = any(before.lower_ == "murder" for before in doc[max(token.i - 4, at) : token.i])
            counted = any(after.lower_ in ("count", "counts") for after in doc[token.i : end])
            return token.i - (2 if doc[token.i - 1].lower_ == "the" else 1) if of_murder and not counted else end
    return end


def _denied(doc: Doc, at: int, end: int) -> int:
    """Where the offenses end and those begin that it was not: "assault, not murder", "assault rather than murder"."""
    words = words_of(doc)
    for i in range(at + 1, end):
        if words[i] == "not" and words[i - 1] in (",", "and"):
            return i - 1
        if words[i : i + 2] in (["rather", "than"], ["instead", "of"], ["as", "opposed"]):
            return i
    return end


# Frames in which what stands between two separators is an offense, known or not
SURE_FRAMES = frozenset(
    """
    charge.charged charge.indicted charge.arraigned charge.not-guilty charge.trial verdict.convicted
    verdict.convicted.plea verdict.convicted.found verdict.convicted.no-contest verdict.acquitted
    """.split()
)


class Stretch:
    """Reads tokens of the stretch that one trigger leads to; all places are tokens of the Doc.

    `hits` are the lexicon's by their first token; `people` and `dates` tokens; `words` the rulebook's lists.
    """

    def __init__(
        self,
        doc: Doc,
        trigger: Span,
        triggers: list[tuple[Span, Rule]],
        hits: dict[int, Span],
        people: set[int],
        dates: set[int],
        words: Mapping[str, frozenset[str]],
    ) -> None:
        self.doc = doc
        self.words = words
        self.trigger = trigger
        self.hits = hits
        self.rule: Rule = rule_of(trigger)
        self.links = set(self.rule.get("links") or ["for", "on"])
        self.strict = self.rule.group == "sentences"
        self.end_of_list = trigger.end
        self.gerunds = False
        self.counted = False
        # "charged with leading the review" is no accusation; "accused of leading the gang" is
        self.tasks: frozenset[str] = words["tasks"] if self.rule.sense == "charged" else frozenset()
        sentence = trigger[0].sent
        self.end = min(_circumstance(doc, trigger.end, sentence.end), trigger.end + REACH * 4)
        self.end = _denied(doc, trigger.end, self.end)
        # "among the charges he faces are ..."
        passed = {"possible"} if self.rule.sense == "counts" else set()
        if self.rule.group == "verdicts":  # "guilty to all four counts in the indictment, including ..."
            passed.add("indictment")
        behind = [(other, rule) for other, rule in triggers if other.start >= trigger.end]
        others = (other for other, rule in behind if not (rule.has("noun") or rule.sense in passed))
        self.others = {other.start for other in others if not self._is_paper(other)}
        self.people = people
        self.dates = dates

    def _is_paper(self, other: Span) -> bool:
        """Whether it only tells the paper: "charged in a separate indictment with theft"."""
        if not 0 < other.start - self.trigger.end <= _PAPER_REACH:
            return False
        return self.doc[self.trigger.end].lower_ in ("in", "by", "under") and rule_of(other).sense == "indictment"

    @property
    def _counts_within(self) -> bool:
        """Whether the trigger itself tells counts: "denied three counts of"."""
        return self.rule.sense == "denied" and self.rule.get("needs") == "offense"

    def _contains_hit(self, start: int, end: int) -> bool:
        return any(i in self.hits for i in range(start, end))

    def _strong(self, at: int) -> bool:
        return self._hit(at) is not None

    def _hit(self, at: int) -> tuple[int, Span] | None:
        """Start of an offense with a lexicon hit here, past articles, modifiers and prefixes; and that hit."""
        start = at
        while start < self.end and start not in self.hits and (self._is_passed(start) or self._is_year(start)):
            start += 1
        start = self._past_place(start)
        for i in range(start, min(start + 8, self.end)):
            if i in self.hits:
                return start, self.hits[i]
            if not self._modifies(i):
                return None
        return None

    def _past_place(self, at: int) -> int:
        """Past the town of "the Fulton County first-degree murder"; not past "Medicare" or a name in capitals."""
        end = at
        while end < self.end and end not in self.hits and self.doc[end].ent_type_ in ("GPE", "LOC"):
            end += 1
        named = all(token.tag_ == "NNP" for token in self.doc[at:end])
        return end if named and end < self.end and self.doc[end].text[0].islower() else at

    def _modifies(self, at: int) -> bool:
        """Whether the token may stand between the start of an offense and its known name."""
        if self._parts(at):
            return False
        token = self.doc[at]
        return token.lower_ in self.words["offense_prefixes"] or self._is_raised(at - 1) or token.tag_ in _MODIFYING

    def _parts(self, at: int) -> bool:
        """Whether a name that comes behind the token does not begin before it: "and", a date, somebody, counts."""
        token = self.doc[at]
        if token.lower_ == "and" and self.doc[at + 1 : at + 2].text.lower() != "abetting":
            return True
        if token.lower_ == "of" and self.doc[at - 1].lower_ not in self.words["offense_prefixes"]:
            return True
        if at in self.dates or token.text in (",", ";") or token.ent_type_ in _PEOPLE_TAGS:
            return True
        counts = token.lower_ in self.words["count_nouns"] and token.lower_ not in ("felony", "misdemeanor")
        return counts or token.lower_ in self.words["offense_stops"] or token.lower_ in self.words["auxiliaries"]

    def _is_passed(self, at: int) -> bool:
        """Whether the token is no part of a name that it leads in: "a", "being in (possession of)"."""
        word = self.doc[at].lower_
        return word in self.words["passed_over"] or (word == "in" and self.doc[at - 1].lower_ == "being")

    def _is_raised(self, at: int) -> bool:
        """ "1 st degree murder": no number, but an ordinal."""
        return at >= 0 and self.doc[at].is_digit and RAISED.match(self.doc[at : at + 2].text) is not None

    def _is_ordinal(self, at: int) -> bool:
        """Whether the token is either half of "1 st"."""
        return self._is_raised(at) or self._is_raised(at - 1)

    def _is_year(self, at: int) -> bool:
        """Of "a 1995 robbery"; "the 1995 robbery" is the deed."""
        before = self.doc[at - 1].lower_
        return YEAR.fullmatch(self.doc[at].text) is not None and before in ("a", "an", "his", "her")

    def _skipped(self, at: int) -> int:
        while at < self.end and self.doc[at].lower_ in self.words["passed_over"]:
            at += 1
        return at

    def _is_purpose(self, at: int) -> bool:
        """Of "possession for the purpose of sale": part of the name."""
        return self.doc[at : at + 3].text.lower() in ("for the purpose", "for the purposes")

    def _leads_to_court(self, at: int) -> bool:
        """Whether a court stands here ("the Supreme Court of"), or what somebody calls the matter ("what was ...")."""
        words = [token.lower_ for token in self.doc[at : min(at + 5, self.end)]]
        return words[:1] == ["what"] or any(word in ("court", "tribunal") for word in words)

    def _is_statute(self, at: int) -> bool:
        """Of "theft under section 7 of the Theft Act", "under a deal": what it is told by, not what it is called."""
        words = [token.lower_ for token in self.doc[at : at + 8]]
        if len(words) < 2 or words[0] != "under":
            return False
        if not self.words["agreements"].isdisjoint(words[1:4]):
            return True
        if words[1] == "the":
            return not self.words["statutes"].isdisjoint(words)
        return words[1] in ("section", "sections", "article", "articles", "art")
