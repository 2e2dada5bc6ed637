"""Which penalties a trigger governs, of what kind, and whether they were imposed, sought or are only possible."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import dropwhile, takewhile

from spacy.tokens import Doc, Span, Token

from casefacts.clause import agent, direct_object, phrase, predicate, sentence_before, subject
from casefacts.duration import days
from casefacts.entities.people import Person
from casefacts.marks import penalty_of, rule_of, said_of
from casefacts.reference import References
from casefacts.rulebook import Rule, lists_of
from casefacts.stages.assertion import Said
from casefacts.stages.offenses import Offense
from casefacts.stages.penalties import Penalty

_UNEXECUTED = re.compile(
    r"\b(?:execution|imposition) of (?:that |the |his |her )?sentence (?:was|is) suspended"
    r"|\bsuspended (?:the )?(?:execution|imposition) of\b",
    re.I,
)

# What joins a term or a sum to the one before it, and what else may stand between them
_JOINING = {"and", ",", ":", "plus", "with", "then", "followed", ";", "–", "—"}
_TO = ("for", "to")
# What opens an item of a list, and the verbs of a judge's orders that open one ("Pay a $750 fine")
_MARK = re.compile(r"\s*(?:[-–—•*·]|\(?(?:\d{1,2}|[a-h])[.)])\s*")
# "may seek the death penalty"
# "a sentence of six years", "the sentence was a fine of $800"
_OF_OR_IS = {"of", "is", "was"}
_MAY = {"may", "might", "could", "can"}
# What a penalty is whose trigger, by the status of its rule, is not said to have happened, but this
_UNLESS_ASSERTED: Mapping[str, Mapping[str, str]] = {
    "possible": {"hypothetical": "possible", "planned": "possible"},
    "sought": {"asked": "sought", "planned": "sought", "hypothetical": "sought"},
    "expected": {"planned": "expected", "hypothetical": "expected"},
    "imposed": {"asked": "sought", "planned": "expected"},
}
_ORDERING = ("must", "ordered")
_ONCE_CONVICTED = re.compile(r"\b(?:if (?:\w+ ){0,2}(?:convicted|found guilty)|(?:up)?on conviction)\b")
_IF_CONVICTED = re.compile(r"^\W*if [\w' -]{1,40}(?:is|are|were|was) (?:convicted|found guilty)\b", re.I)
_SERVING = {"serve", "serving", "begin", "beginning", "finish", "complete"}
_DOING = ("carry out", "carries out", "carrying out", "carried out")
# "one year more in jail if they fail to pay", "failing which he will serve six months"
_UNPAID = re.compile(
    r"\b(?:if|should|unless) (?:\w+ ){1,3}(?:fails?|failed|not|pays?)\b(?: to)?(?: be)?(?: pay| paid| settle)?"
    r"|\b(?:failing|failure|refus\w+) (?:to pay|which)\b|\bfor (?:not paying|non-?payment)\b"
    r"|\bin (?:case|the event) of (?:default|failure|non-?payment)\b|\bin default\b",
    re.I,
)
# What is no punishment: "nine months of preventive prison", "spent a year in jail awaiting trial"
_REMAND = re.compile(
    r"\b(?:preventi(?:ve|tive|tative)|pre-?trial|provisional|judicial|remand) "
    r"(?:detention|prison|custody|imprisonment|jail)\b"
    r"|\b(?:on|in) remand\b",
    re.I,
)
_UNTIL_TRIAL = re.compile(
    r"\b(?:await\w*|before|pending|until) (?:(?:his|her|their|a|the) )?(?:trial|sentencing|verdict)\b", re.I
)
# What leads to the sum of several terms, and to how long from now
_TOTAL = re.compile(r"\bfor an? (?:combined|overall|total)\b[^,;]*$", re.I)
_CONSECUTIVE = re.compile(r"\bconsecutive(?:ly)?\b", re.I)
_PART_OF = re.compile(r"\bpart of (?:his|her|their)$", re.I)
_IN = re.compile(r"\bin(?: about| approximately| around| another| roughly| some)?$", re.I)
# Between "on parole for" and a term of parole: "on probation for another two years"
_ON_PAROLE = {"a", "an", "about", "another", "at", "least", "of", "period", "some", "the", "up", "to"}


# What names and descriptions of people consist of
_OF_PEOPLE = {"ADJ", "CCONJ", "NOUN", "NUM", "PROPN", "PUNCT"}
# Behind a bare term: "14 days for the defence to file", but not "six years to be served", "25 years to life"
_TO_DO = re.compile(r"\s*(?:for (?:[\w'-]+ ){1,4})?to (?!be\b|run\b|serve\b|begin\b|start\b|life\b)(?P<verb>[a-z]+)\b")
# How many tokens behind a trigger a bare term may stand whose sense is "near"
NEAR_TERM = 4
_TO_SERVE = 7  # tokens that "to serve a mandatory minimum term of" may take
# What is said of the ending of a sentence that stands
_ASKED = ("asked", "planned")
# What leads to the crime behind "was jailed", "was fined", where nothing is told of the term or sum, and how near
FOR_WHAT = frozenset({"for", "over"})
FOR_WITHIN = 6
# Kinds that may be told without a term or sum: one may face the death penalty, and hardly "probation" alone
_UNMEASURED = {
    "possible": frozenset({"death", "fine", "life", "other", "restitution"}),
    "sought": frozenset({"death", "life", "prison", "probation"}),
}
# By these senses a term is told, though not how long: "sentenced to prison", "given long prison terms"
_TERMED = ("given", "received", "served")
# Words that may stand before a bare term without a meaning of their own
_FILLING = {"a", "an", "the", "consecutive", "concurrent", "him", "her", "them"}
_MORE = {"additional", "another", "further"}

_FINITE = {"VBD", "VBP", "VBZ"}


class Sentencing:
    """Answers for the sentence triggers of one Doc; `taken` are the penalties that have a statement already."""

    def __init__(self, doc: Doc, triggers: list[Span], references: References) -> None:
        self.doc = doc
        self.lists = lists_of(doc)
        self.triggers = triggers
        self.references = references
        self.offenses: dict[int, list[Offense]] = doc.user_data["offenses"]
        self.stated: list[Span] = list(doc.spans["penalties"])
        self.taken: set[int] = set()
        self.listed: dict[int, list[Span]] = {}
        self._items: set[int] = set()
        self._governed: dict[int, list[Span]] = {}
        self._refusals = (
            self._is_of_bail,
            self._is_until_trial,
            self._is_remand,
            self._is_for_life,
            self._is_where_trial_is_awaited,
            self._is_vaguely_possible,
            self._is_made_up,
            self._is_of_the_offense,
            self._is_total,
            self._is_of_something_else,
            self._is_when,
        )
        self._refusals_of_kind = (
            self._is_vaguely_sought,
            self._is_civil,
            self._is_executed,
            self._is_not_served,
            self._is_earned,
            self._is_of_staff,
            self._is_far_idiom,
            self._is_no_term,
        )
        self._bare_terms = {
            "always": self._always,
            "maximum": self._maximum,
            "near": self._near,
            "alone": self._alone,
            "crime": self._crime,
            "change": self._change,
            "served": self._served,
        }
        self._read_lists()

    def _read_lists(self) -> None:
        """ "She must: / - Spend two years on probation / - Pay a $750 fine": the lines below belong to the trigger."""
        led = {t[0].sent.start: t for t in self.triggers if t[0].sent.text.rstrip().endswith(":")}
        for last in led.values():
            leading = self._leading(last[0].sent)
            items = self._below(last[0].sent) if leading is not None else []
            if leading is not None and items:
                self.listed[leading.start] = [p for item in items for p in self._stated_in(item)]
                self._items.update(token.i for item in items for token in item)

    def _leading(self, line: Span) -> Span | None:
        """The trigger that leads to a list below: the line's last that is a verb, else its last noun."""
        inside = [t for t in self.triggers if line.start <= t.start < line.end and rule_of(t).group == "sentences"]
        verbs = [t for t in inside if rule_of(t).sense != "sentence"] or inside
        return verbs[-1] if verbs else None

    def _below(self, head: Span) -> list[Span]:
        """The items of the list below a line: sentences that open with a mark, an order's verb or a penalty."""
        items: list[Span] = []
        at = head.end
        while at < len(self.doc):
            line = self.doc[at].sent
            rest = _MARK.sub("", line.text, count=1).strip()
            if rest and not (self._is_order(line) or (items and rest != line.text.strip())):
                break
            items += [line] * bool(rest)
            at = line.end
        return items

    def is_for_each(self, span: Span) -> bool:
        """ "six years, receiving three years for each charge": whether so much is for each."""
        behind = self.doc[span.end : span.end + 2].text.lower()
        return behind in ("for each", "on each", "for every", "on every")

    def told_with(self, verdict: Span) -> list[tuple[Span, Penalty]]:
        """The penalties of "convicted to six years in prison", "convicted for two and six years": no other verb's."""
        if rule_of(verdict).sense != "convicted":
            return []
        sentence = verdict[0].sent
        if any(rule_of(t).group == "sentences" and sentence.start <= t.start < sentence.end for t in self.triggers):
            return []
        rest = self.doc[verdict.end : sentence.end]
        end = next((token.i for token in rest if token.tag_ in _FINITE), sentence.end)  # "after jurors sat for a day"
        behind = (p for p in self.stated if verdict.end <= p.start < end)
        found = [*dropwhile(lambda p: _led_by(p).isdisjoint(_TO), behind)]
        if found and self._tells_the_deed(verdict, found):
            return []
        told = [(p, replace(penalty_of(p), kind=penalty_of(p).kind or "prison")) for p in found]
        told = [(p, penalty) for p, penalty in told if _is_term(penalty) or penalty_of(p).kind is not None]
        return [(p, penalty) for p, penalty in told if not self._is_made_up(verdict, p, penalty)]

    def _tells_the_deed(self, verdict: Span, found: list[Span]) -> bool:
        """Whether "for" leads to how long a crime went on, or to a fine: "convicted for two years of abuse".

        And "to" what came of it: "convicted of beating Ana Roe to death".
        """
        if "to" in _led_by(found[0]):
            return penalty_of(found[0]).kind == "death" and found[0].start > verdict.end + 1
        last = found[-1].end
        return self.doc[last : last + 1].text == "of" or any(_is_light(penalty_of(p)) for p in found)

    def _is_order(self, line: Span) -> bool:
        """Whether a line states a penalty of whoever the line above it named, and nothing of others."""
        mark = _MARK.match(line.text)
        first = line.start_char + (mark.end() if mark else 0)
        words = [token for token in line if token.idx >= first and not token.is_space]
        if not words or any(self.references.name_at(token) is not None for token in words):
            return False
        opens = any(p.start_char <= words[0].idx < p.end_char for p in self.stated)
        return opens or words[0].lower_ in self.lists["ordering"]

    def _stated_in(self, item: Span) -> list[Span]:
        if not self._is_order(item):
            return []
        return [p for p in self.stated if item.start <= p.start < item.end]

    def penalties(self, trigger: Span) -> list[Span]:
        """The penalties that this trigger governs: behind it, up to the next sentence trigger, or listed below."""
        if trigger.start in self._items:
            return []
        if rule_of(trigger).sense == "sentence":
            return [*self._own_penalties(trigger), *self.listed.get(trigger.start, [])]
        if trigger.start not in self._governed:
            self._governed[trigger.start] = [*self._beside(trigger), *self.listed.get(trigger.start, [])]
        return self._governed[trigger.start]

    def _beside(self, trigger: Span) -> list[Span]:
        if not self._can_govern(trigger) or _asks_to_serve(trigger):
            return []
        sentence = trigger[0].sent
        rivals = [
            t
            for t in self.triggers
            if t is not trigger
            and sentence.start <= t.start < sentence.end
            and rule_of(t).group == "sentences"
            and rule_of(t).sense != "sentence"
            and self._can_govern(t)
        ]
        after = min(
            (t.start for t in rivals if t.start > trigger.start and self._takes_over(trigger, t)),
            default=sentence.end,
        )
        found = [p for p in self.stated if trigger.start <= p.start < max(after, trigger.end)]
        if not found and rule_of(trigger).sense == "imposed" and _is_finite_passive(predicate(trigger)):
            found = self._told_before(trigger, rivals)
        return [p for p in found if self._connected(trigger, p)]

    def _can_govern(self, trigger: Span) -> bool:
        return not (_carries_out(trigger) or self._is_time_served(trigger))

    def _told_before(self, trigger: Span, rivals: list[Span]) -> list[Span]:
        """ "A fine of $800 was imposed": what stands between the last trigger and this, if it has a term or sum."""
        before = max((t.end for t in rivals if t.start < trigger.start), default=trigger[0].sent.start)
        told = [p for p in self.stated if before <= p.start < trigger.start]
        return [p for p in told if _is_measured(penalty_of(p))]

    def _is_time_served(self, trigger: Span) -> bool:
        """Whether the word is that of the penalty "time served"."""
        return rule_of(trigger).sense == "served" and any(
            p.label_ == "penalty.time-served" and p.start <= trigger.start < p.end for p in self.stated
        )

    def _own_penalties(self, trigger: Span) -> list[Span]:
        """ "his six-year prison sentence", "a sentence of six years": what no verb has taken."""
        free = [p for p in self.stated if p.start not in self.taken]
        return [
            p
            for p in free
            if (p.start < trigger.end and trigger.start < p.end)
            or 0 <= trigger.start - p.end <= 1
            or (
                0 <= p.start - trigger.end <= 2
                and not _OF_OR_IS.isdisjoint(t.lower_ for t in self.doc[trigger.end : p.start + 1])
            )
        ]

    def _takes_over(self, trigger: Span, other: Span) -> bool:
        between = [p for p in self.stated if trigger.end <= p.start < other.start]
        behind = [p for p in self.stated if other.start <= p.start < other.start + 25]
        if rule_of(other).sense == "served" and self.doc[trigger.end : trigger.end + 1].text == ":":
            return False
        part = rule_of(trigger).sense in _ORDERING and rule_of(other).sense != "possible"
        if part and predicate(trigger).is_ancestor(predicate(other)):
            return False
        return bool(behind) and (bool(between) or predicate(other).pos_ in ("VERB", "AUX"))

    def _connected(self, trigger: Span, penalty: Span) -> bool:
        between = self.doc[trigger.end : penalty.start] if penalty.start > trigger.end else self.doc[0:0]
        verdicts = [
            t
            for t in self.triggers
            if t.start >= trigger.end
            and t.end <= penalty.start
            and rule_of(t).group != "sentences"
            and rule_of(t).sense != "counts"
        ]
        if any(predicate(t).dep_ in ("ROOT", "conj") for t in verdicts):
            return False
        if rule_of(trigger).get("status") == "possible" and any(token.tag_ == "VBD" for token in between):
            return False
        if rule_of(trigger).sense == "served" and trigger[-1].lower_ == "for":  # "on parole for a 2010 robbery"
            return all(token.lower_ in _ON_PAROLE for token in between)
        return not self._is_parted(trigger, between)

    def _is_parted(self, trigger: Span, between: Span) -> bool:
        """ "urged the state to annul the death sentence", "receiving two years, she was not given a fine"."""
        parting = self.lists["undoing"] if rule_of(trigger).sense == "sought" else frozenset()
        changed = said_of(trigger).status != "asserted" and rule_of(trigger).sense == "imposed"
        if changed and trigger.root.lower_ in self.lists["undoing"] and all(token.lower_ != "to" for token in between):
            return True  # "asked to cut his nine-year term to five years"
        return any(
            token.text == ";" or token.lower_ == "default" or token.lower_ in parting or _is_denied(token)
            for token in between
        )

    def status(self, trigger: Span, said: Said) -> str | None:
        """Whether what the trigger governs was imposed, sought, ...; None where it tells of no penalty."""
        status = self._status(trigger, said)
        waits = status == "expected" and _ONCE_CONVICTED.search(trigger[0].sent.text.lower()) is not None
        return "possible" if waits else status

    def _status(self, trigger: Span, said: Said) -> str | None:
        status: str = rule_of(trigger).get("status")
        if self.possible_beside(trigger) is not None:
            return "possible"
        if "default" in {token.lower_ for token in self.doc[max(trigger.start - 8, 0) : trigger.start]}:
            return "possible" if said.status in ("asserted", "planned") else None
        if rule_of(trigger).sense == "sought" and self._agreed(trigger):
            return "expected"
        if status == "possible" and any(child.lower_ == "should" for child in predicate(trigger).children):
            return None  # "decides whether Roe should face death"
        if said.status == "asserted" and self._follows_conviction(trigger):
            return "sought"
        if said.status == "asserted":
            served = status == "expected" and trigger[-1].lower_ in ("serve", "spend")
            told = self._goes_on(trigger) or self._told_by_the_bench(trigger) or self._pays_for(trigger)
            imposed = served and told
            return "imposed" if imposed else status
        return self._unless_asserted(trigger, said)

    def _unless_asserted(self, trigger: Span, said: Said) -> str | None:
        """The status where the trigger is not said to have happened."""
        status: str = rule_of(trigger).get("status")
        if rule_of(trigger).sense == "banned":
            return None
        if status == "sought" and (said.words or "").lower() in _MAY:
            return "possible"
        if self._is_counterfactual(trigger, said):
            return None
        if status == "imposed" and said.status == "planned" and self._goes_on(trigger):
            return "imposed"
        if status == "imposed" and said.status == "hypothetical" and self._if_convicted(trigger):
            return "possible"
        if status == "imposed" and self._stands(trigger) and (said.status in _ASKED or _is_owned(trigger)):
            return "imposed"
        return _UNLESS_ASSERTED[status].get(said.status)

    def _is_counterfactual(self, trigger: Span, said: Said) -> bool:
        """ "would have recommended six years", "if convicted he is expected to be locked up in a jail"."""
        status = rule_of(trigger).get("status")
        helpers = {child.lower_ for child in predicate(trigger).lefts}
        if status == "sought":
            return {"would", "have"} <= helpers
        once = _IF_CONVICTED.search(trigger[0].sent.text) is not None
        return status == "imposed" and said.status == "planned" and once

    def _stands(self, trigger: Span) -> bool:
        """Whether what is asked for is done to a sentence that was imposed: "urged the state to annul the sentence"."""
        noun = trigger.root
        while noun.dep_ == "conj":  # "to challenge their convictions and sentences"
            noun = noun.head
        undone = rule_of(trigger).sense == "sentence" and noun.head.lower_ in self.lists["undoing"]
        return undone or _is_own_term(trigger)

    def _if_convicted(self, trigger: Span) -> bool:
        """ "Roe faces ten years and would be required to register if convicted": the law requires it then."""
        rest = self.doc[trigger.start : trigger[0].sent.end].text
        return rule_of(trigger).sense in _ORDERING and _ONCE_CONVICTED.search(rest) is not None

    def possible_beside(self, trigger: Span) -> Span | None:
        """ "Roe could be sentenced to six years and fined $500": the trigger whose "could" goes on to this."""
        verb = predicate(trigger)
        if verb.dep_ != "conj" or any(
            child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for child in verb.children
        ):
            return None
        firsts = (t for t in self.triggers if rule_of(t).sense == "possible" and t.start < trigger.start)
        return next((t for t in firsts if verb.head in t and self.doc[t.start].lower_ in _MAY), None)

    def _agreed(self, trigger: Span) -> bool:
        """ "The plea agreement calls for six years"."""
        about = agent(predicate(trigger))
        return about is not None and about.lower_ in self.lists["agreements"]

    def _follows_conviction(self, trigger: Span) -> bool:
        """ "Prosecutors said that upon conviction he must forfeit $500": what they ask for."""
        before = self.doc[trigger[0].sent.start : trigger.start]
        asks = any(token.lower_ in ("prosecutor", "prosecutors") for token in before)
        return asks and rule_of(trigger).sense in _ORDERING and _ONCE_CONVICTED.search(before.text) is not None

    def _told_by_the_bench(self, trigger: Span) -> bool:
        """ "Judge Ana Roe told Max Poe he would serve six years": the sentence itself."""
        before = self.doc[trigger[0].sent.start : trigger.start]
        telling = next((token for token in reversed(before) if token.pos_ == "VERB"), trigger[0])
        about = subject(telling) if telling.lower_ in ("told", "tells") else None
        return about is not None and any(token.lower_ in self.lists["bench"] for token in about.subtree)

    def _pays_for(self, trigger: Span) -> bool:
        """ "Roe will spend six years behind bars for arson": the sentence itself, where nothing was only agreed."""
        sentence = trigger[0].sent
        agreed = any(token.lower_ in self.lists["agreeing"] for token in sentence)
        return trigger[0].lower_ == "will" and not agreed and bool(self.offenses.get(trigger.start))

    def _goes_on(self, trigger: Span) -> bool:
        """ "Roe was jailed for a year. He will also have to pay a fine": the rest of a sentence just imposed."""
        if rule_of(trigger).sense not in ("must", "received", "expected", "served"):
            return False
        if predicate(trigger).head.lower_ == "expected":  # "is expected to get a year"
            return False
        here = self.references.sentence_of[trigger.start]
        serves = trigger[-1].lower_ in ("serve", "spend")  # a lead may say so before the sentence is told
        return any(
            (other.start < trigger.start or serves)
            and other is not trigger
            and abs(here - self.references.sentence_of[other.start]) <= 1
            and rule_of(other).group == "sentences"
            and rule_of(other).get("status") == "imposed"
            and rule_of(other).sense not in ("must", "sentence")
            and said_of(other).status == "asserted"
            and self.penalties(other)
            for other in self.triggers
        )

    def penalty(self, trigger: Span, span: Span) -> Penalty | None:
        """The penalty of a span as the trigger tells it; None where it is none of the trigger's."""
        penalty: Penalty = penalty_of(span)
        if self._is_not_executed(trigger, penalty):
            return replace(penalty, kind="suspended")
        if any(refuses(trigger, span, penalty) for refuses in self._refusals):
            return None
        if penalty.kind is None:
            return self._default(trigger, span, penalty)
        if any(refuses(trigger, span, penalty) for refuses in self._refusals_of_kind):
            return None
        return replace(penalty, possible=True) if penalty.amount is None and self._if_unpaid(span) else penalty

    # -- what makes words of a penalty none that the trigger tells ---------------------------------------------

    def _is_of_bail(self, trigger: Span, span: Span, penalty: Penalty) -> bool:
        """Whether the text around speaks of bail: a curfew is then a condition, not a penalty."""
        if penalty.kind not in ("other", "house_arrest") or self._if_convicted(trigger):
            return False
        sentence = trigger[0].sent
        return any(token.lower_ == "bail" for token in self.doc[max(sentence.start - 100, 0) : sentence.end])

    def _is_until_trial(self, trigger: Span, span: Span, penalty: Penalty) -> bool:
        """ "placed on probation pending a hearing"."""
        behind = {token.lower_ for token in self.doc[span.end : span.end + 4]}
        return rule_of(trigger).sense == "placed" and bool({"until", "pending"} & behind)

    def _is_remand(self, trigger: Span, span: Span, penalty: Penalty) -> bool:
        """ "was sent to nine months of preventive prison", "had spent a year in jail before trial"."""
        ends = [p.start for p in self.stated if p.start >= span.end]
        ends += [token.i for token in self.doc[span.end : span.sent.end] if token.is_punct and token.text != "-"]
        around = self.doc[max(span.start - 1, span.sent.start) : min([*ends, span.sent.end])].text
        waited = rule_of(trigger).sense == "served" and _UNTIL_TRIAL.search(around) is not None
        return waited or _REMAND.search(around) is not None

    def _is_for_life(self, trigger: Span, span: Span, penalty: Penalty) -> bool:
        """ "banned for life"."""
        return penalty.kind == "life" and rule_of(trigger).sense in ("banned", "fined", "placed")

    def _is_where_trial_is_awaited(self, trigger: Span, span: Span, penalty: Penalty) -> bool:
        """ "put under house arrest", where most await their trial."""
        return penalty.kind == "house_arrest" and not _is_measured(penalty) and not self.for_a_crime(trigger)

    def _is_vaguely_possible(self, trigger: Span, span: Span, penalty: Penalty) -> bool:
        """ "faces prison", "faces a fine": no measure, and for a fine nothing else and no crime."""
        if rule_of(trigger).sense != "possible" or _is_measured(penalty):
            return False
        if penalty.kind == "fine":
            return len(self.penalties(trigger)) == 1 and not self.for_a_crime(trigger)
        return penalty.kind not in _UNMEASURED["possible"]

    def _is_vaguely_sought(self, trigger: Span, span: Span, penalty: Penalty) -> bool:
        """ "asked for a fine"."""
        if rule_of(trigger).get("status") != "sought" or _is_measured(penalty):
            return False
        return penalty.kind not in _UNMEASURED["sought"]

    def _is_made_up(self, trigger: Span, span: Span, penalty: Penalty) -> bool:
        """ "six years, three for each charge": the sum of what is told for each."""
        behind = (p for p in self.stated if span.end <= p.start < span.sent.end and self.is_for_each(p))
        parts = [penalty_of(part).duration for part in behind]
        total = penalty.duration
        return total is not None and any(part and days(total) % days(part) == 0 for part in parts)

    def _is_of_the_offense(self, trigger: Span, span: Span, penalty: Penalty) -> bool:
        """ "jailed for violating an order to stay away": what was ordered before."""
        items = self.offenses.get(trigger.start, [])
        return penalty.kind == "other" and any(item.start <= span.start < item.end for item in items)

    def _is_total(self, trigger: Span, span: Span, penalty: Penalty) -> bool:
        """ "will run consecutively, for a total term of 25 years": what is told besides the terms that make it up."""
        before = self.doc[span.sent.start : span.start].text
        if _TOTAL.search(before) is None:
            return False
        last = sentence_before(span.sent) if _CONSECUTIVE.search(before) else None
        first = last.start if last is not None else span.sent.start
        return any(first <= p.start and p.end <= span.start for p in self.stated)

    def _is_of_something_else(self, trigger: Span, span: Span, penalty: Penalty) -> bool:
        """ "a two-month affair", "will spend a good part of his life behind bars"."""
        if penalty.kind == "life":
            return _PART_OF.search(self.doc[span.sent.start : span.start].text) is not None
        behind = self.doc[min(span.end, len(self.doc) - 1)]
        lasting = penalty.kind is None and "-" in span.text and behind.tag_ in ("NN", "NNS")
        return lasting and behind.lower_ in self.lists["lasting"]

    def _is_when(self, trigger: Span, span: Span, penalty: Penalty) -> bool:
        """ "eligible for parole after serving a third of it, in about nine years"."""
        return rule_of(trigger).sense == "served" and _IN.search(self.doc[trigger.end : span.start].text) is not None

    def _is_civil(self, trigger: Span, span: Span, penalty: Penalty) -> bool:
        """Whether no criminal court awarded the damages."""
        return span.label_ == "penalty.damages" and not self._of_a_criminal_court(trigger)

    def _is_executed(self, trigger: Span, span: Span, penalty: Penalty) -> bool:
        """ "wants the death sentence to be carried out"."""
        rule = rule_of(trigger)
        told = rule.get("status") == "sought" or rule.sense == "sentence"
        return told and re.search(r"\bcarried out\b", self.doc[span.end : span.end + 12].text) is not None

    def _is_not_served(self, trigger: Span, span: Span, penalty: Penalty) -> bool:
        """What nobody serves: "he served as ... and was fined"."""
        unserved = ("other", "fine", "restitution", "forfeiture", "death")
        return rule_of(trigger).sense == "served" and penalty.kind in unserved

    def _is_earned(self, trigger: Span, span: Span, penalty: Penalty) -> bool:
        """ "received paychecks in excess of his compensation": nobody receives what they have to pay."""
        alone = rule_of(trigger).sense == "received" and len(self.penalties(trigger)) == 1
        return alone and penalty.kind == "restitution" and penalty.amount is None

    def _is_of_staff(self, trigger: Span, span: Span, penalty: Penalty) -> bool:
        """ "jailed after probation officers spoke"."""
        return self.doc[span.end : span.end + 1].text.lower() in self.lists["probation_staff"]

    def _is_far_idiom(self, trigger: Span, span: Span, penalty: Penalty) -> bool:
        """ "for life", "to death" far behind the trigger, of something else: "sentenced for beating her to death"."""
        if penalty.kind not in ("life", "death") or len(span) != 2 or penalty.min_duration:
            return False
        idiom = span.text.lower() in ("for life", "to life", "to death", "to die")
        return idiom and span.start - trigger.end > 3 and not self._only_people_between(trigger, span)

    def _is_no_term(self, trigger: Span, span: Span, penalty: Penalty) -> bool:
        """ "the jail", where nothing tells how long; not "jailed", "sentenced to prison", "serving a jail term"."""
        if penalty.kind not in ("prison", "jail") or penalty.duration or penalty.min_duration:
            return False
        if penalty.kind == "jail" and rule_of(trigger).get("kind") == "prison":
            return False
        return not self._is_untold_term(trigger, span)

    def _is_untold_term(self, trigger: Span, span: Span) -> bool:
        """ "sentenced to prison", "given long prison terms for arson": a term of its own, though not told how long."""
        told = any(_is_term(penalty_of(p)) for p in self.stated if p.sent.start == trigger[0].sent.start)
        if told or rule_of(trigger).get("status") != "imposed":
            return False
        between = [
            t for t in self.doc[trigger.end : span.start] if t.pos_ != "PROPN" and not self.references.name_at(t)
        ]
        words = {t.lower_ for t in between}
        if not words <= {*_FILLING, *self.lists["leading_to_terms"], *self.lists["terms"]}:
            return False
        if rule_of(trigger).sense == "sentenced":
            return "to" in {*words, span[0].lower_}
        termed = any(t.lower_ in self.lists["terms"] for t in (*between, *self.doc[span.start : span.end + 1]))
        return rule_of(trigger).sense in _TERMED and termed and self.for_a_crime(trigger)

    # ----------------------------------------------------------------------------------------------------------

    def _if_unpaid(self, span: Span) -> bool:
        """Whether it is the term that awaits whoever pays no fine."""
        behind = [p.start for p in self.stated if p.start >= span.end]
        end = min([*behind, span.sent.end])
        return _UNPAID.search(self.doc[span.end : end].text) is not None

    def _only_people_between(self, trigger: Span, span: Span) -> bool:
        """Whether only those stand there whom the court deals with: "sentenced Ana Roe and chairman Poe to death"."""
        named = {token.i for mention in self.doc.spans["people"] for token in mention}
        between = self.doc[trigger.end : span.start]
        words = {"both", *self.lists["joining_names"]}
        return all(token.i in named or token.pos_ in _OF_PEOPLE or token.lower_ in words for token in between)

    def _of_a_criminal_court(self, trigger: Span) -> bool:
        """Whether the sentence tells of a conviction or of another penalty: civil courts award damages, too."""
        sentence = trigger[0].sent
        criminal = {"prison", "jail", "suspended", "probation", "community_service", "fine", "life", "death"}
        return self.for_a_crime(trigger) or any(
            penalty_of(p).kind in criminal for p in self.stated if sentence.start <= p.start < sentence.end
        )

    def _is_not_executed(self, trigger: Span, penalty: Penalty) -> bool:
        """ "He was sentenced to four years. Execution of that sentence was suspended."."""
        if rule_of(trigger).sense != "sentenced" or penalty.kind not in (None, "prison", "jail"):
            return False
        end = trigger[0].sent.end
        behind = self.doc[end].sent.text if end < len(self.doc) else ""
        return bool(_UNEXECUTED.search(behind) or _UNEXECUTED.search(trigger[0].sent.text))

    def _default(self, trigger: Span, span: Span, penalty: Penalty) -> Penalty | None:
        """A term or sum without a word for its kind: the trigger tells, if it stands close."""
        kind = rule_of(trigger).get("kind")
        between = [t for t in self.doc[trigger.end : span.start] if self.references.name_at(t) is None]
        words = {token.lower_ for token in between}
        if self._is_apart(trigger, span):
            return None
        if penalty.amount is not None:
            return None if self._is_cost(span) else self._default_sum(trigger, span, words)
        follows = self.doc[span.end].lower_ if span.end < len(self.doc) else ""
        if penalty.duration is not None and penalty.duration.startswith("PT"):  # nobody is jailed for hours
            sentenced = rule_of(trigger).sense == "sentenced" and self.doc[trigger.end : trigger.end + 1].text == "to"
            return replace(penalty, kind="community_service") if sentenced and follows != "of" else None
        if kind == "fine" or self._is_other_time(trigger, span, words, follows):
            return None
        if kind:
            return replace(penalty, kind=kind)
        words -= _FILLING
        if self._further(trigger, span, words) or self._tells_prison(trigger, span, words, follows):
            return replace(penalty, kind="prison")
        return None

    def _is_other_time(self, trigger: Span, span: Span, words: set[str], follows: str) -> bool:
        """Whether a bare term is an age, a ban or how long something took: "two years after", "six years of abuse"."""
        if follows in ("old", "-", "ago", "later", "earlier") or (words | {follows}) & self.lists["bans"]:
            return True
        if follows in ("after", "before") and rule_of(trigger).get("status") == "sought":
            return True
        if self._is_time_to_do(trigger, span):
            return True
        convicted = follows == "after" and self.doc[span.end + 1 : span.end + 2].text.lower() in ("being", "pleading")
        if convicted and rule_of(trigger).sense in ("given", "received"):  # "given nine years after being found guilty"
            return False
        if follows in ("of", "after", "before") and not words & {"for", "to"}:
            return True
        return follows == "of" and self.doc[min(span.end + 1, len(self.doc) - 1)].pos_ in ("NOUN", "ADJ", "VERB")

    def _is_time_to_do(self, trigger: Span, span: Span) -> bool:
        """ "asked for a month to prepare", "gave 14 days for it to file papers": how long something may take."""
        if rule_of(trigger).get("status") != "sought" and rule_of(trigger).sense not in ("given", "received"):
            return False
        behind = self.doc[span.end : min(span.end + 8, span.sent.end)]
        told = _TO_DO.match(behind.text)
        verbs = {token.lower_ for token in behind if token.tag_ == "VB"}
        return told is not None and told["verb"] in verbs

    def _is_apart(self, trigger: Span, span: Span) -> bool:
        """ "jailed for ten years for thefts over three years": what is not listed with a penalty is of the deed."""
        earlier = [p for p in self.penalties(trigger) if p.end <= span.start]
        if not earlier or rule_of(trigger).sense == "imposed":
            return False
        if self.doc[span.end : span.end + 1].text in ("after", "before") and self.doc[span.start - 1].text not in _TO:
            return True  # "..., 20 years after the deed"
        joints = [token.i for token in self.doc[earlier[-1].end : span.start] if token.lower_ in _JOINING]
        words = self._bare(joints[-1] + 1, span.start) if joints else {""}
        return not words <= self.lists["listing"] and words.isdisjoint(self.lists["repaying"])

    def _goes_to_somebody(self, span: Span) -> bool:
        """ "ordered to pay $5,000 to the bank": to whom else than the state, or a court, a sum makes something good."""
        behind = self.doc[span.end : span.end + 2]
        if behind.text[:3] != "to " or behind[0].tag_ != "IN":
            return False
        paid = next((child for child in behind[0].children if child.dep_ == "pobj"), None)
        return paid is not None and self.lists["treasuries"].isdisjoint(token.lower_ for token in phrase(paid))

    def _stands_beside_term(self, trigger: Span, span: Span) -> bool:
        """ "sentenced to life imprisonment and Tk 100,000": a sum right behind a term is a fine."""
        earlier = [p for p in self.penalties(trigger) if p.end <= span.start and penalty_of(p).amount is None]
        between = self.doc[earlier[-1].end : span.start] if earlier else self.doc[0:0]
        joined = [token.lower_ for token in between] in (["and"], [","], ["and", "to"], ["and", "a"], ["plus"])
        return rule_of(trigger).sense == "sentenced" and joined

    def _is_cost(self, span: Span) -> bool:
        """ "plus $75 costs", "with a £50 victim surcharge"."""
        named = takewhile(
            lambda token: token.pos_ in ("NOUN", "PROPN", "ADJ") or token.text == "in",
            self.doc[span.end : span.end + 4],
        )
        return any(token.lower_ in self.lists["costs"] for token in named)

    def _default_sum(self, trigger: Span, span: Span, words: set[str]) -> Penalty | None:
        penalty: Penalty = penalty_of(span)
        owed = rule_of(trigger).sense == "ordered" and "pay" in words and self._goes_to_somebody(span)
        repaid = rule_of(trigger).sense != "received" and bool(words & self.lists["repaying"])  # "received a refund of"
        if owed or repaid:
            return Penalty("restitution", amount=penalty.amount, currency=penalty.currency)
        fined = rule_of(trigger).get("kind") == "fine" or bool(words & {"fine", "fined"})
        if fined or self._stands_beside_term(trigger, span):
            return Penalty("fine", amount=penalty.amount, currency=penalty.currency)
        return None

    def _further(self, trigger: Span, span: Span, words: set[str]) -> bool:
        """ "six years in prison and a further 20 months"."""
        before = [penalty_of(p).kind for p in self.penalties(trigger) if p.start < span.start]
        return bool(words & {"further", "additional", "another", "plus"}) and bool({"prison", "jail"} & set(before))

    def _tells_prison(self, trigger: Span, span: Span, words: set[str], follows: str) -> bool:
        """Whether the trigger's own sense makes a bare term one in prison: "sentenced to ten years"."""
        if span.start - trigger.end > 14:
            return False
        after = self.doc[span.end] if span.end < len(self.doc) else None
        if after is not None and after.tag_ in ("NN", "NNS") and follows not in self.lists["terms"]:
            return False
        if follows in self.lists["terms"] or words & self.lists["terms"]:
            return True
        sense: str | None = rule_of(trigger).get("bare_term")
        return sense is not None and self._bare_terms[sense](trigger, span, words, follows)

    # -- the values of `bare_term`, which the head of sentences.toml explains ----------------------------------

    def _always(self, trigger: Span, span: Span, words: set[str], follows: str) -> bool:
        return True

    def _maximum(self, trigger: Span, span: Span, words: set[str], follows: str) -> bool:
        return not words or trigger[-1].lower_ == "up" or bool(words & {"up", "maximum", "least", "minimum"})

    def _near(self, trigger: Span, span: Span, words: set[str], follows: str) -> bool:
        return span.start - trigger.end <= NEAR_TERM and bool(self.references.known)

    def _alone(self, trigger: Span, span: Span, words: set[str], follows: str) -> bool:
        alone = follows in (".", ",", ";", "for", "after", "and")
        return not words and (alone or (follows in ("in", "at") and self.for_a_crime(trigger)))

    def _crime(self, trigger: Span, span: Span, words: set[str], follows: str) -> bool:
        criminal = self.for_a_crime(trigger) or self._by_a_judge(trigger) or self.is_for_each(span)
        return words <= _MORE and criminal

    def _change(self, trigger: Span, span: Span, words: set[str], follows: str) -> bool:
        return self._bare(trigger.end, span.start) <= {"to", "from", "for"}

    def _served(self, trigger: Span, span: Span, words: set[str], follows: str) -> bool:
        return bool(words & {"serve", "spend"}) and span.start - trigger.end <= _TO_SERVE

    # ----------------------------------------------------------------------------------------------------------

    def _bare(self, start: int, end: int) -> set[str]:
        """The words between two tokens that are no number, no name and of no offense or other penalty."""
        told = {token.i for name in ("penalties", "lexicon") for found in self.doc.spans[name] for token in found}
        told |= {i for items in self.offenses.values() for item in items for i in range(item.start, item.end)}
        left = [token for token in self.doc[start:end] if token.i not in told and not token.like_num]
        return {token.lower_ for token in left if token.text[:1] == token.lower_[:1]}

    def _by_a_judge(self, trigger: Span) -> bool:
        """ "Judge Roe gave him eight years"."""
        doer = agent(predicate(trigger))
        return doer is not None and any(token.lower_ in self.lists["sentencers"] for token in phrase(doer))

    def owner(self, span: Span) -> Person | None:
        """The name right before a further penalty: "and Max Poe for four years", "Li Wei, 27, seven years"."""
        i = span.start - 1
        while i > 0 and (
            self.doc[i].lower_ in ("to", "for", "a", "an", ",", "got", "received", "given") or self.doc[i].like_num
        ):
            i -= 1
        return self.references.name_at(self.doc[i])

    def for_a_crime(self, trigger: Span) -> bool:
        """Whether a verdict or an offense stands beside it; for "he received six years" also in the sentence before."""
        sentence = trigger[0].sent
        start = sentence.start
        if rule_of(trigger).sense in ("received", "given", "served") and start:
            start = self.doc[start - 1].sent.start
        return any(
            t is not trigger
            and start <= t.start < sentence.end
            and said_of(t).status == "asserted"
            and (rule_of(t).group == "verdicts" or rule_of(t).sense in ("sentenced", "jailed"))
            for t in self.triggers
        ) or bool(self.offenses.get(trigger.start))


def may_be_unmeasured(rule: Rule, kind: str | None) -> bool:
    """Whether a kind of penalty may be told by the rule without a term or sum; not "seeks damages", "faces jail"."""
    status = rule.get("status")
    if kind in ("prison", "jail") and (kind, rule.get("kind")) != ("jail", "prison"):
        return status == "imposed" and rule.sense in ("sentenced", *_TERMED)
    return status not in _UNMEASURED or kind in _UNMEASURED[status]


def _is_denied(token: Token) -> bool:
    """ "receiving the maximum term, he was not given a fine": what follows is not imposed."""
    return token.dep_ == "neg" and token.head.pos_ == "VERB" and token.head.i > token.i


def _is_term(penalty: Penalty) -> bool:
    return bool(penalty.duration or penalty.min_duration)


def _led_by(penalty: Span) -> set[str]:
    return {penalty.doc[penalty.start - 1].lower_, penalty[0].lower_}


def _is_light(penalty: Penalty) -> bool:
    return penalty.kind not in (None, "prison", "jail")


def _is_measured(penalty: Penalty) -> bool:
    return _is_term(penalty) or bool(penalty.amount)


def _carries_out(trigger: Span) -> bool:
    """ "must carry out 90 hours of unpaid work": no penalty that an offense carries."""
    return trigger.doc[trigger.end - 1 : trigger.end + 1].text.lower() in _DOING


def _asks_to_serve(trigger: Span) -> bool:
    """ "asked to serve her two months at home": the term is not what is asked for."""
    behind = trigger.doc[trigger.end : trigger.end + 2].text.lower()
    return rule_of(trigger).sense == "sought" and behind in ("to serve", "to begin", "to finish", "to complete")


def _is_owned(trigger: Span) -> bool:
    """ "hopes to overturn his sentence", "refused to cut Roe's term": it stands whatever becomes of that."""
    return any(child.dep_ == "poss" for child in trigger.root.lefts)


def _is_own_term(trigger: Span) -> bool:
    """ "asked to serve her sentence at home": one that was imposed on her."""
    if rule_of(trigger).sense not in ("sentence", "served"):
        return False
    noun = trigger.root if rule_of(trigger).sense == "sentence" else direct_object(trigger.root)
    owned = noun is not None and any(child.dep_ == "poss" for child in noun.lefts)
    terms = lists_of(trigger.doc)["terms"]
    return noun is not None and owned and noun.lower_ in terms and noun.head.lower_ in _SERVING


def _is_finite_passive(verb: Token) -> bool:
    """ "was imposed"; not "a fine imposed on another"."""
    return any(child.dep_ == "auxpass" for child in verb.children)
