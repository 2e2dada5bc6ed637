"""Whether a court stands behind a statement: umpires and critics find guilty, too, and leagues fine."""

from __future__ import annotations

import re
from collections.abc import Collection

from spacy.tokens import Span

from casefacts.assembly.account import Answers
from casefacts.clause import agent, predicate, sentence_before
from casefacts.marks import rule_of, said_of
from casefacts.stages.offenses import Offense
from casefacts.statement import BEFORE, BEHIND, PLEADED, tells_release

# "cleared by a jury", "at Leeds Crown Court"
_BY_COURT = re.compile(
    r"\b(?:by|at|in|before) (?:[\w'-]+ ){0,3}(?:jury|jurors|judges?|court|Court|magistrates|tribunal|Bailey)\b"
)
# "cleared of the charges": by whom, the text around must tell
_JURY = re.compile(r"\b(?:jur(?:y|ies|ors?)|(?:mis)?trials?)\b", re.I)
_OF_CHARGES = re.compile(r" ?of (?:all |both )?(?:the |those |these |any )?(?:charges|counts)\b")
# Speak of a filing, not surely of a court
_CHARGES = {"charge", "charges", "counts"}


class Court(Answers):
    """Answers for the triggers of one Doc."""

    def is_spoken_of(self, trigger: Span) -> bool:
        """Whether the trigger's sentence, or for a plea to a sure offense the text around it, speaks of a court."""
        sentence = trigger[0].sent
        offenses = self.account.offenses(trigger)
        if any(token.lower_ in self.lists["court"] for token in sentence if token not in trigger):
            return True
        pleaded = rule_of(trigger).sense in ("admitted", "denied") and any(offense.sure for offense in offenses)
        if pleaded and self._is_near(sentence, BEFORE, BEHIND, PLEADED):
            return True
        return any(offense.counts for offense in offenses)

    def is_spoken_of_within(self, trigger: Span, tokens: int) -> bool:
        """Whether the sentence or so many tokens on either side speak of a court; "charges" alone does not do."""
        return self._is_near(trigger[0].sent, tokens, tokens, self.lists["court"] - _CHARGES)

    def _is_near(self, sentence: Span, before: int, behind: int, words: Collection[str]) -> bool:
        around = self.doc[max(sentence.start - before, 0) : min(sentence.end + behind, len(self.doc))]
        return any(token.lower_ in words for token in around)

    def is_criminal(self, trigger: Span, items: list[Offense]) -> bool:
        """Whether a crime is named, a sentence told, or the text around speaks of a court."""
        if any(offense.sure or offense.counts for offense in items):
            return True
        sentence = trigger[0].sent
        around = self.doc[max(sentence.start - 60, 0) : min(sentence.end + 60, len(self.doc))]
        light = self.lists["light_court"] if rule_of(trigger).sense == "convicted" and not items else set()
        words = self.lists["court"] - light
        return any(token.lower_ in words for token in around if token not in trigger) or self._is_beside_crime(trigger)

    def _is_beside_crime(self, trigger: Span) -> bool:
        """Whether a sentence is told anywhere, or in this one a verdict upon what is surely a crime."""
        others = [t for t in self.triggers if t.start != trigger.start and said_of(t).status == "asserted"]
        start = trigger[0].sent.start
        judged = (t for t in others if rule_of(t).group == "verdicts" and t[0].sent.start == start)
        sentenced = any(rule_of(t).group == "sentences" for t in others)
        return sentenced or any(offense.sure for t in judged for offense in self.account.offenses(t))

    def has_cleared(self, trigger: Span) -> bool:
        """Whether a court or jury is named that cleared somebody, or one is spoken of near "the charges"."""
        rest = self.doc[trigger.end : min(trigger.end + 12, trigger[0].sent.end)].text
        doer = agent(predicate(trigger))
        if _BY_COURT.search(rest) or (doer is not None and doer.lower_ in self.lists["clearing"]):
            return True
        return _OF_CHARGES.match(rest) is not None and self.is_spoken_of_within(trigger, 60)

    def sat_with_jury(self, trigger: Span) -> bool:
        """Whether the sentence speaks of a jury or trial; for "it" or "they" also the one before."""
        sentence = trigger[0].sent
        before = sentence_before(sentence)
        texts = [sentence.text]
        if sentence[0].lower_ in ("it", "they") and before is not None:
            texts.append(before.text)
        return any(_JURY.search(text) for text in texts)

    def has_freed(self, trigger: Span) -> bool:
        """ "A court freed Roe, who was charged with theft"; not on bail, nor after a conviction."""
        sentence = trigger[0].sent
        doer = trigger._.slots.agent or agent(predicate(trigger))
        if doer is None or doer.lower_ not in self.lists["clearing"] or tells_release(trigger):
            return False
        start = self.doc[max(sentence.start - 1, 0)].sent.start
        end = self.doc[min(sentence.end, len(self.doc) - 1)].sent.end
        around = [t for t in self.triggers if start <= t.start < end and said_of(t).status == "asserted"]
        guilty = any(rule_of(t).get("outcome") == "convicted" or rule_of(t).get("status") == "imposed" for t in around)
        return not guilty and any(rule_of(t).group == "charges" for t in around)

    def has_agreed(self, trigger: Span) -> bool:
        """Whether an agreement, the prosecution or a court stands behind what will be imposed."""
        if trigger[0].lower_.startswith("agree"):
            return True
        sentence = trigger[0].sent
        if any(_is_sentencing(t) and sentence.start <= t.start < trigger.start for t in self.triggers):
            return True
        before = self.doc[sentence.start - 1].sent.start if sentence.start else 0
        around = self.doc[min(before, max(sentence.start - 40, 0)) : sentence.end]
        return any(token.lower_ in self.lists["agreeing"] for token in around)

    def has_fined(self, trigger: Span) -> bool:
        """Whether whoever fined is a court, or nobody is named: regulators and leagues fine too."""
        doer = agent(predicate(trigger))
        if doer is None or self.references.named(doer) is not None:
            return True
        words = {token.lower_ for token in doer.subtree}
        return not words.isdisjoint({*self.lists["bench"], "who", "he", "she", "they"})


def _is_sentencing(other: Span) -> bool:
    """ "was jailed for a year, and will be ordered to make it good": the former."""
    return bool(rule_of(other).sense in ("sentenced", "jailed") and said_of(other).status == "asserted")
