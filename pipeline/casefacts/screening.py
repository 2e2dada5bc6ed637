"""Whether an article can state a fact, when of its sentences only those are parsed that may state one.

Each condition is one that the assembly makes anyway, and none looks at who anybody is or at what another sentence's
parse tells; so the records are the same with and without it, which a test shows.
"""

from __future__ import annotations

from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc, Span

from casefacts.entities.cast import Cast, sentence_numbers
from casefacts.prospect import Prospect, stage_of
from casefacts.reference import References
from casefacts.rulebook import Rule, lists_of
from casefacts.sentencing import Sentencing
from casefacts.stages.assertion import Assertion, Said
from casefacts.stages.dates import dates
from casefacts.stages.nominals import Nominals
from casefacts.stages.offenses import Offense, Offenses
from casefacts.stages.parse import Parse
from casefacts.stages.parts_of_speech import PartsOfSpeech
from casefacts.stages.penalties import Penalties
from casefacts.stages.triggers import Triggers
from casefacts.statement import (
    is_filed,
    may_be_dated,
    opens_list,
    prejudice,
    target_of,
    tells_offenses,
    total_counts,
)
from casefacts.tables import has_table

# How many sentences before a trigger the offense may be named that it borrows
_NAMED = 2
# The stages that tell which words are triggers, and of what day
_STAGES = (PartsOfSpeech, Nominals, Triggers)
# With these senses the sentence before may tell the crime, with those a term or a sum need not be told
_LOOKING_BACK = ("received", "given", "served")
_UNTOLD = ("jailed", "fined")
# Senses of a bare term for which no word may stand before it, and words that tell otherwise of one
_BARE = ("maximum", "alone", "crime")
_TELLING = frozenset("for to fine fined further additional another plus serve spend".split())
# "to death", "for life": so many words
_IDIOM = 2
# Between "sentence" and a penalty that no verb has
_OF_OR_IS = {"of", "is", "was"}


class Screening:
    """Judges Docs that have sentences but no parse yet; what it has parsed is not parsed again."""

    def __init__(self, nlp: Language) -> None:
        self.prospect = Prospect(nlp)
        self.parse: Parse = stage_of(nlp, Parse)
        self.stages = [stage for _, stage in nlp.pipeline if isinstance(stage, _STAGES)]
        self.assertion: Assertion = stage_of(nlp, Assertion)
        self.offenses: Offenses = stage_of(nlp, Offenses)
        self.penalties: Penalties = stage_of(nlp, Penalties)

    def __call__(self, doc: Doc) -> bool:
        """Whether some statement holds, as far as its own sentence tells."""
        if has_table(doc.user_data["text"]):
            return True
        hopeful = list(self.prospect.hopeful(doc))
        if not hopeful:
            return False
        found = self.prospect.triggers.find(doc)
        if any(opens_list(trigger) or self.prospect.may_be_of_docket(trigger) for trigger in found):
            return True
        hopeful += filter(self.prospect.may_follow, found)
        parsed = {trigger[0].sent.start for trigger in hopeful}
        self._read(doc, parsed)
        unread = [trigger for trigger in found if trigger[0].sent.start not in parsed]
        statements = _Statements(doc, self.offenses, self.penalties, unread)
        places = {trigger.start for trigger in hopeful}
        return any(map(statements.may_hold, (t for t in statements.triggers if t.start in places)))

    def _read(self, doc: Doc, sentences: set[int]) -> None:
        """Writes the triggers of the sentences that begin at these tokens, and what is said of them."""
        self.parse.within(doc, sentences)
        for stage in self.stages:
            stage(doc)
        doc.spans["triggers"] = [t for t in doc.spans["triggers"] if t[0].sent.start in sentences]
        dates(doc)
        self.assertion(doc)


class _Statements:
    """The statements of the sentences that are parsed; `unread` are the triggers of others."""

    def __init__(self, doc: Doc, offenses: Offenses, penalties: Penalties, unread: list[Span]) -> None:
        self.doc = doc
        self.offenses = offenses
        self.penalties = penalties
        self.unread = unread
        self.triggers: list[Span] = list(doc.spans["triggers"])
        self.hits = doc.spans["lexicon"] = offenses.hits(doc)

    def may_hold(self, trigger: Span) -> bool:
        """Whether the trigger may state a fact."""
        rule: Rule = trigger._.rule
        if rule.group == "sentences":
            return self._may_punish(trigger)
        if trigger._.said.status != "asserted":
            return False
        if rule.get("who") == "charges":
            return target_of(trigger) is not None or prejudice(trigger) is not None
        if rule.get("needs") == "offense":
            return self._tells_charge(trigger) or self._may_have_offense(trigger)
        if rule.sense == "indictment":
            counted = total_counts(trigger, self.triggers) is not None
            return counted or is_filed(trigger) or self._may_have_offense(trigger)
        return rule.get("needs") != "court" or rule.sense == "cleared" or self._may_have_offense(trigger)

    def _tells_charge(self, trigger: Span) -> bool:
        """Whether it may state a charge or a verdict without an offense."""
        counted = trigger._.rule.has("countable") and total_counts(trigger, self.triggers) is not None
        dated = may_be_dated(trigger) and bool(self.doc.spans["dates"]) and self._may_be_announced(trigger)
        return counted or is_filed(trigger) or dated or tells_offenses(trigger)

    def _may_have_offense(self, trigger: Span) -> bool:
        """Whether the trigger, another of its sentence or, where it borrows, any may lead to its offense."""
        mates = [t for t in self._mates(trigger) if t.label_ == trigger.label_ or t._.rule.group == "verdicts"]
        if any(map(self.offenses.may_lead, (trigger, *mates))):
            return True
        if any(token.lower_ == "other" for token in self.doc[trigger.end : trigger.end + 4]):
            return True  # "to the other"
        borrows = trigger._.rule.has("borrows") or self.doc[trigger.end : trigger.end + 2].text.lower() == "with it"
        return borrows and (
            self._names_one(trigger) or any(t._.rule.sense == "accused" for t in (*self.triggers, *self.unread))
        )

    def _names_one(self, trigger: Span) -> bool:
        """Whether its sentence and the two before it name an offense."""
        numbers = sentence_numbers(self.doc)
        here = numbers[trigger.start]
        near = {hit.text.lower() for hit in self.hits if 0 <= here - numbers[hit.start] <= _NAMED and len(hit.text) > 4}
        return bool(near)

    def _may_be_announced(self, trigger: Span) -> bool:
        """Whether another statement may tell of somebody, though not enough for a fact."""
        others = [t for t in self.triggers if t is not trigger and t._.said.status == "asserted"]
        return any(t._.rule.get("who") == "patient" for t in (*others, *self.unread))

    def _mates(self, trigger: Span) -> list[Span]:
        sentence = trigger[0].sent
        return [t for t in self.triggers if t is not trigger and sentence.start <= t.start < sentence.end]

    # -- penalties --------------------------------------------------------------------------------------------

    @cached_property
    def sentencing(self) -> Sentencing:
        """The penalties of the sentences that are parsed, among people whom nobody knows."""
        inside = {trigger[0].sent.start: trigger[0].sent for trigger in self.triggers}
        self.penalties.within(self.doc, inside.values())
        self.doc.spans["people"] = []
        self.doc.user_data["cast"] = Cast({})
        leading = [t for t in self.triggers if t._.rule.group == "sentences" and self._may_have_offense(t)]
        self.doc.user_data["offenses"] = {t.start: [Offense("", t.start, t.end)] for t in leading}
        return Sentencing(self.doc, self.triggers, References(self.doc))

    def _may_punish(self, trigger: Span) -> bool:
        rule: Rule = trigger._.rule
        said: Said = trigger._.said
        if said.status not in ("asserted", "planned") and self.sentencing.status(trigger, said) is None:
            return False
        if rule.get("needs") == "case" and not self._may_have_case(trigger):
            return False
        if rule.sense == "sentence" and self._at_border(trigger):
            return True
        told = self.sentencing.penalties(trigger)
        if not told:
            return self._is_untold(trigger)
        before = rule.sense in _LOOKING_BACK and self._is_told_before(trigger)
        return before or any(self._may_go_with(trigger, span) for span in told)

    def _is_told_before(self, trigger: Span) -> bool:
        """Whether the sentence before may tell the crime."""
        last = self.doc[max(trigger[0].sent.start - 1, 0)].sent
        return any(last.start <= t.start < last.end for t in (*self.triggers, *self.unread))

    def _may_go_with(self, trigger: Span, span: Span) -> bool:
        """Whether the penalty is the trigger's; where the names or offenses between may tell, it may be."""
        sentencing, kind = self.sentencing, span._.penalty.kind
        if kind is None:
            led = any(map(self._may_have_offense, (trigger, *self._mates(trigger))))
            unsure = led or span is not sentencing.penalties(trigger)[0] or self._may_be_named(trigger, span)
        else:
            unsure = kind in ("life", "death") and len(span) == _IDIOM
        return unsure or sentencing.penalty(trigger, span) is not None

    def _may_be_named(self, trigger: Span, span: Span) -> bool:
        """Whether names between a trigger and a bare term may tell what the term is."""
        written = [token.lower_ for token in self.doc[trigger.end : span.start] if token.text != token.lower_]
        sense = trigger._.rule.get("bare_term")
        lists = lists_of(self.doc)
        telling = any(word in words for words in (_TELLING, lists["bans"], lists["repaying"]) for word in written)
        return sense == "near" or telling or (bool(written) and sense in _BARE)

    def _is_untold(self, trigger: Span) -> bool:
        """ "was jailed for arson"."""
        leads = self.doc[trigger.end : trigger.end + 6]
        told = trigger._.rule.sense in _UNTOLD and any(token.lower_ == "for" for token in leads)
        return told and self._may_have_offense(trigger)

    def _at_border(self, trigger: Span) -> bool:
        """Whether a penalty of the sentence before or behind may stand beside the noun."""
        sentence = trigger[0].sent
        behind = self.doc[trigger.end : trigger.end + 4]
        linked = any(token.lower_ in _OF_OR_IS for token in behind)
        return trigger.start - sentence.start <= 1 or (sentence.end - trigger.end <= 2 and linked)

    def _may_have_case(self, trigger: Span) -> bool:
        """Whether whom it punishes may be a defendant for another reason: an offense, or a statement of the same."""
        if self._mates(trigger) or self._may_be_announced(trigger):
            return True
        sentence = trigger[0].sent
        led = any(
            self.doc[hit.start - 1].lower_ == "for" for hit in self.hits if sentence.start < hit.start < sentence.end
        )
        return led or self._may_have_offense(trigger)
