"""Whether an article can state a fact at all, by its words and sentences alone: what cannot never meets the parser.

Each condition here is one that the assembly makes anyway, without what only a parse can tell; so the records are the
same with and without it, which a test shows.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc, Span

from casefacts.clause import sentence_before
from casefacts.dockets.entry import AGE
from casefacts.forms import text_of, words_of
from casefacts.gate import endable, speaks_of_crime
from casefacts.marks import penalty_of, rule_of
from casefacts.numerals import number
from casefacts.rulebook import Rule
from casefacts.sentencing import FOR_WHAT, FOR_WITHIN, NEAR_TERM, may_be_unmeasured
from casefacts.stages.assertion import Assertion
from casefacts.stages.offenses import Offenses
from casefacts.stages.penalties import Penalties, measures
from casefacts.stages.triggers import Triggers
from casefacts.statement import BEFORE, PLEADED, STANDING_FOR, in_prose, tells_release
from casefacts.tables import has_table

Stage = TypeVar("Stage")

# How many tokens behind a rule's words a term without a word for its kind may stand
_REACH = 14
# Words of which one stands between, or ends the trigger, where a bare term is one in prison by the trigger's sense ...
_TELLING = {
    "change": frozenset({"for"}),
    "maximum": frozenset({"up", "maximum", "least", "minimum"}),
    "served": frozenset({"serve", "spend"}),
}
# ... elsewhere only these words and names may ("was given a further ten years")
_BETWEEN = frozenset(
    """
    a an the to from for of with by consecutive concurrent further additional another plus him her them each both
    de van der den von bin al la del di da dos
    """.split()
)
# What may follow a term that stands for itself ("served six years for arson"), or leads on to its upper end
_BEHIND_ALONE = {"after", "and", "at", "for", "in", "or", "to"}
# Within how many tokens of a noun for a sentence the term or kind stands that is its own
_BESIDE = 2
# Helping verbs of a passive
_BEING = frozenset("am are be been being get gets getting got is was were 's ’s 're ’re 'm ’m".split())
# "in charge of the bridge", "took charge"
_HAVING = {"in", "take", "takes", "took", "taken", "taking"}
# Words that lead from "charges" to what they are, and how far behind it these stand at most
_LEADING = {
    "-", "–", ":", "including", "are", "include", "includes", "included", "faces", "face", "faced", "that", "he", "she",
    "they", "against", "related", "relating", "relate", "relates",
}  # fmt: skip
_LEAD = 6
# ... and the nearest one
_OF = 3
# Words that lead from "charged" to an offense that no rule knows: at once ("charged with littering"), or, if it is
# told as a deed ("charged Ana Roe with dumping waste") or counted, within so many tokens
_WITH = {"with", "for", "over", "in", "of", "following", "on"}
_WITH_WHAT = 14
# An entry of a docket that has no head gives an age as a piece of its own, or says that it was given before
_AGED = re.compile(rf"\b{AGE.pattern}[ .]*(?:$|[;,:]| [–—-] |(?<=\.) | and )|\((?:see|also|as)\b")
# Tokens around a sentence in which the assembly looks for a court
_AROUND = 60


class Prospect:
    """Judges Docs that have sentences but no parse yet."""

    def __init__(self, nlp: Language) -> None:
        self.triggers: Triggers = _stage(nlp, Triggers)
        self.sets = self.triggers.rulebook.sets
        self.endable = endable(self.sets)
        self.penalties: Penalties = _stage(nlp, Penalties)
        self.offenses: Offenses = _stage(nlp, Offenses)
        self.assertion: Assertion = _stage(nlp, Assertion)

    def __call__(self, doc: Doc) -> bool:
        """Whether some trigger has beside it what it needs for a fact."""
        if has_table(doc.user_data.get("text") or doc.text):
            return True
        found = self.triggers.find(doc)
        if not found or not (speaks_of_crime(words_of(doc), self.sets) or self.offenses.matcher.places(doc)):
            return False
        self.assertion.turn_to(doc)
        mates = (list(group) for _, group in groupby(found, key=lambda trigger: trigger[0].sent.start))
        return any(self._can_state(trigger, triggers) for triggers in mates for trigger in triggers)

    def _can_state(self, trigger: Span, mates: list[Span]) -> bool:
        rule: Rule = rule_of(trigger)
        if self._may_be_of_docket(trigger, mates):
            return True
        if not self._is_told(trigger):
            return False
        if rule.group == "sentences":
            return self._has_penalty(trigger) and (
                rule.get("needs") != "case"
                or len(mates) > 1
                or self._names_offense(trigger)
                or not FOR_WHAT.isdisjoint(words_of(trigger.doc)[trigger.end : trigger[0].sent.end])
            )
        if rule.get("needs") == "trial" or self.assertion.by_words(trigger) is not None:
            return False  # "accused of": no charge by itself
        if rule.get("who") == "charges":
            return not self.endable.isdisjoint(_words_told_of(trigger))
        if rule.sense == "cleared":
            return self._near_court(trigger) or self._of_somewhat(trigger)
        if rule.get("needs") == "court":
            in_court = self._in_court(trigger) or self._names_offense(trigger)
            return in_court and self._near_court(trigger) and self._may_be_pleaded(trigger)
        if rule.sense == "charged":
            return _charges_with(trigger) or self._names_offense(trigger)
        return rule.sense != "counts" or self._leads_to_offense(trigger)

    def _may_be_of_docket(self, trigger: Span, mates: list[Span]) -> bool:
        """Whether its sentence may be the head or an entry of a docket, which are read by other rules than prose."""
        rule: Rule = rule_of(trigger)
        sentence = trigger[0].sent
        text = text_of(trigger.doc)[sentence.start_char : sentence.end_char]
        heads = rule.has("docket") or rule.get("outcome") == "convicted"
        if text.rstrip().endswith(":") or (heads and not {":", ";"}.isdisjoint(text)):
            return True
        ruled = any(rule_of(mate).group != "sentences" for mate in mates)
        return ruled and _AGED.search(text) is not None and self._names_offense(trigger)

    def _is_told(self, trigger: Span) -> bool:
        """Whether it stands in prose, and a release beside the court that it needs."""
        if rule_of(trigger).sense == "freed":
            words = {token.lower_ for token in trigger[0].sent}
            if tells_release(trigger) or words.isdisjoint(self.sets["clearing"]):
                return False
        return in_prose(trigger)

    def _has_penalty(self, trigger: Span) -> bool:
        """Whether its sentence has words of a penalty where it may govern them."""
        rule: Rule = rule_of(trigger)
        doc, sentence = trigger.doc, trigger[0].sent
        if trigger.text == "term" and trigger.start and doc[trigger.start - 1].text == "-":
            return False  # "a long-term lease of ten years"
        if rule.get("untold") and not FOR_WHAT.isdisjoint(words_of(doc)[trigger.end : trigger.end + FOR_WITHIN]):
            return True
        told = measures(sentence)
        kinds = [kind for kind in self._kinds(doc) if sentence.start <= kind.start < sentence.end]
        placed = _placed(trigger, kinds, told)
        return any(told or self._is_told_bare(rule, kind) for kind in kinds if kind in placed) or any(
            self._may_be_paid(trigger) if penalty_of(each).amount is not None else self._may_be_prison(trigger, each)
            for each in told
            if each in placed
        )

    def _kinds(self, doc: Doc) -> list[Span]:
        """Words for kinds of penalty, as long as there is no parse; kept with the Doc."""
        if "kinds" not in doc.user_data:
            doc.user_data["kinds"] = self.penalties.kinds(doc)
        kinds: list[Span] = doc.user_data["kinds"]
        return kinds

    def _is_told_bare(self, rule: Rule, kind: Span) -> bool:
        return may_be_unmeasured(rule, self.penalties.rules[kind.label_].get("kind"))

    def _may_be_paid(self, trigger: Span) -> bool:
        """Whether a sum without a word for its kind may be a fine or made good."""
        sentence = trigger[0].sent
        start = sentence.start if rule_of(trigger).get("before") else trigger.start
        return not self.sets["paying"].isdisjoint(words_of(trigger.doc)[start : sentence.end])

    def _may_be_prison(self, trigger: Span, term: Span) -> bool:
        """Whether a term without a word for its kind may be one in prison, by the sense of the trigger."""
        rule: Rule = rule_of(trigger)
        sense = rule.get("bare_term")
        if rule.get("kind") or sense == "always" or term.start < trigger.end:
            return True
        gap = trigger.doc[trigger.end : term.start]
        between = {token.lower_ for token in gap}
        follows = trigger.doc[term.end : term.end + 1].text.lower()
        if len(gap) > _REACH:
            return False
        if not self.sets["terms"].isdisjoint((*between, follows)):
            return True
        if sense is None or sense == "near":
            return sense is not None and len(gap) <= NEAR_TERM
        if not _TELLING.get(sense, frozenset()).isdisjoint((*between, trigger[-1].lower_)):
            return True
        bare = all(token.lower_ in _BETWEEN or not token.text.islower() for token in gap)
        return bare and sense != "served" and (sense != "alone" or follows in _BEHIND_ALONE or not follows.isalpha())

    def _leads_to_offense(self, trigger: Span) -> bool:
        """ "charges of arson", "the arson charge", "faces 12 counts"; not "admission charges"."""
        doc, sentence = trigger.doc, trigger[0].sent
        if trigger.text.lower() == "charge" and doc[max(trigger.start - 1, 0)].lower_ in _HAVING:
            return False
        behind = [token.lower_ for token in doc[trigger.end : min(trigger.end + _LEAD, sentence.end)]]
        before = {token.lower_ for token in doc[sentence.start : trigger.start]}
        if "of" in behind[:_OF] or _LEADING & set(behind) or before & {"face", "faces", "faced", "facing"}:
            return True
        verb = trigger.text.lower() == "charges" and _charges_with(trigger)  # "The indictment charges Ana Roe with"
        return verb or self._names_offense(trigger)

    def _near_court(self, trigger: Span) -> bool:
        return not self.sets["court"].isdisjoint(_around(trigger, _AROUND))

    def _in_court(self, trigger: Span) -> bool:
        """Whether words of a court stand in the sentence or counts are told there, or a plea is told near a court."""
        court = not self.sets["court"].isdisjoint(_around(trigger, 0))
        return court or _is_counted(trigger) or not PLEADED.isdisjoint(_around(trigger, BEFORE))

    def _may_be_pleaded(self, trigger: Span) -> bool:
        """ "denied theft", "admitted four counts", "denied the same, the court heard"; not "denied any role"."""
        if rule_of(trigger).sense not in ("admitted", "denied") or _is_counted(trigger) or self._names_offense(trigger):
            return True
        return not {"same", *self.sets["pleading"]}.isdisjoint(_around(trigger, 0))

    def _of_somewhat(self, trigger: Span) -> bool:
        behind = trigger.doc[trigger.end - 1 : min(trigger.end + _OF, trigger[0].sent.end)]
        return any(token.lower_ == "of" for token in behind) or self._names_offense(trigger)

    def _names_offense(self, trigger: Span) -> bool:
        """Whether its sentence has the words of an offense that a rule knows."""
        sentence = trigger[0].sent
        return any(sentence.start <= start < sentence.end for start, _ in self.offenses.matcher.places(trigger.doc))


def _stage(nlp: Language, kind: type[Stage]) -> Stage:
    return next(stage for _, stage in nlp.pipeline if isinstance(stage, kind))


def _around(trigger: Span, reach: int) -> list[str]:
    """The words of the sentence and of so many tokens on either side, without the trigger's own."""
    sentence, words = trigger[0].sent, words_of(trigger.doc)
    return [*words[max(sentence.start - reach, 0) : trigger.start], *words[trigger.end : sentence.end + reach]]


def _is_counted(trigger: Span) -> bool:
    """Whether its sentence has a number."""
    return any(number(word) is not None for word in _around(trigger, 0))


def _words_told_of(trigger: Span) -> set[str]:
    """The words of the sentence, and where one may stand for something of the sentence before, of that too."""
    words = {token.lower_ for token in trigger[0].sent}
    before = sentence_before(trigger[0].sent) if not STANDING_FOR.isdisjoint(words) else None
    return words | {token.lower_ for token in before or ()}


def _placed(trigger: Span, kinds: list[Span], told: list[Span]) -> list[Span]:
    """The words for kinds, terms and sums of its sentence that stand where the trigger may govern them."""
    parts = [*kinds, *told]
    sense = rule_of(trigger).sense
    if sense == "sentence":  # "a six-year sentence", "a two-year sentence in prison"
        beside = any(p.start <= trigger.end + _BESIDE and p.end >= trigger.start - _BESIDE for p in parts)
        before = sum(part.end <= trigger.start for part in parts)
        return parts if beside or 0 < before < len(parts) else []
    words = words_of(trigger.doc)[trigger[0].sent.start : trigger.end]
    passive = sense == "imposed" and told and not _BEING.isdisjoint(words)  # "a term of six years was imposed"
    return parts if passive else [part for part in parts if part.start >= trigger.start]


def _charges_with(trigger: Span) -> bool:
    behind = trigger.doc[trigger.end : min(trigger.end + _WITH_WHAT, trigger[0].sent.end)]
    leads = [token for token in behind if token.lower_ in _WITH]
    near = any(token.i - trigger.end <= 2 for token in leads)
    deed = any(token.lower_.endswith("ing") or token.lower_ in ("count", "counts") for token in behind)
    return near or bool(leads and deed)
