"""Whether an article can state a fact at all, by its words and sentences alone: what cannot never meets the parser.

Each condition here is one that the assembly makes anyway, without what only a parse can tell; so the records are the
same with and without it, which a test shows.
"""

from __future__ import annotations

from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc, Span

from casefacts.assemble import COURT_WORDS
from casefacts.defendants import CHARGE_NOUNS, CONVICTION_NOUNS
from casefacts.money import sums
from casefacts.stages.penalties import TERM

# Rules whose bare term ("to ten years") may be one in prison, and how many tokens it may stand behind them
_BARE = {
    "sentence.sentenced": 14, "sentence.expected": 14, "sentence.possible": 14, "sentence.jailed": 14,
    "sentence.fined": 14, "sentence.ordered": 14, "sentence.nominal": 14,
    "sentence.sought": 8, "sentence.served": 8, "sentence.given": 8, "sentence.received": 8, "sentence.imposed": 8,
}  # fmt: skip
# Words that lead from "charges" to what they are, and how far behind it these stand at most
_LEADING = {"of", "-", "–", ":", "including"}
_LEAD = 4
# Tokens around a sentence in which the assembly looks for a court
_AROUND = 60


class Prospect:
    """Judges Docs that have sentences but no parse yet."""

    def __init__(self, nlp: Language) -> None:
        self.triggers = nlp.get_pipe("casefacts_triggers")
        self.penalties = nlp.get_pipe("casefacts_penalties")
        self.offenses = nlp.get_pipe("casefacts_offenses")

    def __call__(self, doc: Doc) -> bool:
        """Whether some trigger has beside it what it needs for a fact."""
        found = self.triggers.find(doc)
        kinds = self.penalties.matcher.find(doc) if found else []
        for start, group in groupby(found, key=lambda trigger: trigger[0].sent.start):
            sentence = doc[start].sent
            triggers = list(group)
            penal = [kind for kind in kinds if sentence.start <= kind.start < sentence.end]
            if any(self._can_state(trigger, triggers, penal) for trigger in triggers):
                return True
        return False

    def _can_state(self, trigger: Span, mates: list[Span], kinds: list[Span]) -> bool:
        rule = self.triggers.rules[trigger.label_]
        if rule.group == "sentences":
            return self._has_penalty(trigger, kinds) and (rule.get("needs") != "case" or len(mates) > 1)
        if rule.get("needs") == "trial":
            return False  # "accused of": no charge by itself
        words = {token.lower_ for token in trigger[0].sent}
        if rule.get("who") == "charges":
            return not words.isdisjoint({*CHARGE_NOUNS, *CONVICTION_NOUNS, "prejudice"})
        if rule.get("needs") == "court":
            return _near_court(trigger)
        return trigger.label_ != "charge.nominal" or self._leads_to_offense(trigger)

    def _has_penalty(self, trigger: Span, kinds: list[Span]) -> bool:
        nominal = trigger.label_ == "sentence.nominal"
        if any(nominal or kind.end > trigger.start for kind in kinds):
            return True
        reach = _BARE.get(trigger.label_)
        if reach is None:
            return False
        first = trigger[0].sent.start if nominal else trigger.start
        near = trigger.doc[first : min(trigger.end + reach, trigger[0].sent.end)].text
        return TERM.search(near) is not None or any(True for _ in sums(near))

    def _leads_to_offense(self, trigger: Span) -> bool:
        """ "charges of arson", "the arson charge", "faces 12 counts"; not "admission charges"."""
        doc, sentence = trigger.doc, trigger[0].sent
        behind = {token.lower_ for token in doc[trigger.end : min(trigger.end + _LEAD, sentence.end)]}
        before = {token.lower_ for token in doc[sentence.start : trigger.start]}
        if behind & _LEADING or before & {"face", "faces", "faced", "facing"}:
            return True
        return any(sentence.start <= hit.start < sentence.end for hit in self.offenses.matcher.find(doc))


def _near_court(trigger: Span) -> bool:
    sentence = trigger[0].sent
    around = trigger.doc[max(sentence.start - _AROUND, 0) : sentence.end + _AROUND]
    return any(token.lower_ in COURT_WORDS for token in around if token not in trigger)
