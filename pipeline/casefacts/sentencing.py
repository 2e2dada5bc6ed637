"""Which penalties a trigger governs, of what kind, and whether they were imposed, sought or are only possible."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from casefacts.clause import agent, direct_object, phrase, predicate
from casefacts.entities.people import Person
from casefacts.reference import References
from casefacts.rulebook import lists_of
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
_ORDERING = ("must", "ordered")
_ONCE_CONVICTED = re.compile(r"\b(?:if (?:\w+ ){0,2}(?:convicted|found guilty)|(?:up)?on conviction)\b")
_TERMS = {"sentence", "sentences", "term", "terms"}
_SERVING = {"serve", "serving", "begin", "beginning", "finish", "complete"}
_DOING = ("carry out", "carries out", "carrying out", "carried out")
# "one year more in jail if they fail to pay", "failing which he will serve six months"
_UNPAID = re.compile(
    r"\b(?:if|should|unless) (?:\w+ ){1,3}(?:fails?|failed|not|pays?)\b(?: to)?(?: be)?(?: pay| paid| settle)?"
    r"|\b(?:failing|failure|refus\w+) (?:to pay|which)\b|\bfor (?:not paying|non-?payment)\b"
    r"|\bin (?:case|the event) of (?:default|failure|non-?payment)\b|\bin default\b",
    re.I,
)
# Between "on parole for" and a term of parole: "on probation for another two years"
_ON_PAROLE = {"a", "an", "about", "another", "at", "least", "of", "period", "some", "the", "up", "to"}


class Sentencing:
    """Answers for the sentence triggers of one Doc; `taken` are the penalties that have a statement already."""

    def __init__(self, doc: Doc, triggers: list[Span], references: References) -> None:
        self.doc = doc
        self.lists = lists_of(doc)
        self.triggers = triggers
        self.references = references
        self.offenses: dict[int, list[Offense]] = doc.user_data["offenses"]
        self.taken: set[int] = set()
        self.listed: dict[int, list[Span]] = {}
        self._items: set[int] = set()
        self._governed: dict[int, list[Span]] = {}
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
        inside = [t for t in self.triggers if line.start <= t.start < line.end and t._.rule.group == "sentences"]
        verbs = [t for t in inside if t._.rule.sense != "sentence"] or inside
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

    def _is_order(self, line: Span) -> bool:
        """Whether a line states a penalty of whoever the line above it named, and nothing of others."""
        mark = _MARK.match(line.text)
        first = line.start_char + (mark.end() if mark else 0)
        words = [token for token in line if token.idx >= first and not token.is_space]
        if not words or any(self.references.name_at(token) is not None for token in words):
            return False
        opens = any(p.start_char <= words[0].idx < p.end_char for p in self.doc.spans["penalties"])
        return opens or words[0].lower_ in self.lists["ordering"]

    def _stated_in(self, item: Span) -> list[Span]:
        if not self._is_order(item):
            return []
        return [p for p in self.doc.spans["penalties"] if item.start <= p.start < item.end]

    def penalties(self, trigger: Span) -> list[Span]:
        """The penalties that this trigger governs: behind it, up to the next sentence trigger, or listed below."""
        if trigger.start in self._items:
            return []
        if trigger._.rule.sense == "sentence":
            return [*self._own_penalties(trigger), *self.listed.get(trigger.start, [])]
        if trigger.start not in self._governed:
            self._governed[trigger.start] = [*self._beside(trigger), *self.listed.get(trigger.start, [])]
        return self._governed[trigger.start]

    def _beside(self, trigger: Span) -> list[Span]:
        if _carries_out(trigger) or self._asks_to_serve(trigger):
            return []
        if self._is_time_served(trigger):
            return []
        sentence = trigger[0].sent
        rivals = [
            t
            for t in self.triggers
            if t._.rule.group == "sentences"
            and t._.rule.sense != "sentence"
            and t is not trigger
            and sentence.start <= t.start < sentence.end
            and not self._is_time_served(t)
            and not _carries_out(t)
        ]
        after = min(
            (t.start for t in rivals if t.start > trigger.start and self._takes_over(trigger, t)),
            default=sentence.end,
        )
        found = [
            p
            for p in self.doc.spans["penalties"]
            if trigger.start <= p.start < after or trigger.start <= p.start < trigger.end
        ]
        if not found and trigger._.rule.sense == "imposed" and _is_finite_passive(predicate(trigger)):
            before = max((t.end for t in rivals if t.start < trigger.start), default=sentence.start)
            told = [p for p in self.doc.spans["penalties"] if before <= p.start < trigger.start]
            found = [p for p in told if p._.penalty.duration or p._.penalty.min_duration or p._.penalty.amount]
        return [p for p in found if self._connected(trigger, p)]

    def _asks_to_serve(self, trigger: Span) -> bool:
        """ "asked to serve her two months at home": the term is not what is asked for."""
        behind = self.doc[trigger.end : trigger.end + 2].text.lower()
        return trigger._.rule.sense == "sought" and behind in ("to serve", "to begin", "to finish", "to complete")

    def _is_time_served(self, trigger: Span) -> bool:
        """Whether the word is that of the penalty "time served"."""
        return trigger._.rule.sense == "served" and any(
            p.label_ == "penalty.time-served" and p.start <= trigger.start < p.end for p in self.doc.spans["penalties"]
        )

    def _own_penalties(self, trigger: Span) -> list[Span]:
        """ "his six-year prison sentence", "a sentence of six years": what no verb has taken."""
        free = [p for p in self.doc.spans["penalties"] if p.start not in self.taken]
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
        between = [p for p in self.doc.spans["penalties"] if trigger.end <= p.start < other.start]
        behind = [p for p in self.doc.spans["penalties"] if other.start <= p.start < other.start + 25]
        if other._.rule.sense == "served" and self.doc[trigger.end : trigger.end + 1].text == ":":
            return False
        part = trigger._.rule.sense in _ORDERING and other._.rule.sense != "possible"
        if part and predicate(trigger).is_ancestor(predicate(other)):
            return False
        return bool(behind) and (bool(between) or predicate(other).pos_ in ("VERB", "AUX"))

    def _connected(self, trigger: Span, penalty: Span) -> bool:
        between = self.doc[trigger.end : penalty.start] if penalty.start > trigger.end else self.doc[0:0]
        verdicts = [
            t
            for t in self.triggers
            if t._.rule.group != "sentences"
            and t.start >= trigger.end
            and t.end <= penalty.start
            and t._.rule.sense != "counts"
        ]
        if any(predicate(t).dep_ in ("ROOT", "conj") for t in verdicts):
            return False
        if trigger._.rule.get("status") == "possible" and any(token.tag_ == "VBD" for token in between):
            return False
        if trigger._.rule.sense == "served" and trigger[-1].lower_ == "for":  # "on parole for a 2010 robbery"
            return all(token.lower_ in _ON_PAROLE for token in between)
        return not any(token.text == ";" or token.lower_ == "default" for token in between)

    def status(self, trigger: Span, said: Said) -> str | None:
        status = trigger._.rule.get("status")
        if self.possible_beside(trigger) is not None:
            return "possible"
        if "default" in {token.lower_ for token in self.doc[max(trigger.start - 8, 0) : trigger.start]}:
            return "possible" if said.status in ("asserted", "planned") else None
        if trigger._.rule.sense == "sought" and self._agreed(trigger):
            return "expected"
        if said.status in ("asked", "planned") and _is_own_term(trigger):
            return "imposed"
        if status == "imposed" and said.status == "hypothetical" and self._if_convicted(trigger):
            return "possible"
        if status == "possible" and any(child.lower_ == "should" for child in predicate(trigger).children):
            return None  # "decides whether Roe should face death"
        if said.status == "asserted":
            served = status == "expected" and trigger[-1].lower_ in ("serve", "spend")
            return "imposed" if served and self._goes_on(trigger) else str(status)
        if trigger._.rule.sense == "banned":
            return None
        if status == "possible":
            return "possible" if said.status in ("hypothetical", "planned") else None
        if status == "sought":
            if (said.words or "").lower() in _MAY:
                return "possible"
            return "sought" if said.status in ("asked", "planned", "hypothetical") else None
        if status == "expected":
            return "expected" if said.status in ("planned", "hypothetical") else None
        if said.status == "asked":
            return "sought"
        if said.status == "planned":
            return "imposed" if self._goes_on(trigger) else "expected"
        return None

    def _if_convicted(self, trigger: Span) -> bool:
        """ "Roe faces ten years and would be required to register if convicted": the law requires it then."""
        rest = self.doc[trigger.start : trigger[0].sent.end].text
        return trigger._.rule.sense in _ORDERING and _ONCE_CONVICTED.search(rest) is not None

    def possible_beside(self, trigger: Span) -> Span | None:
        """ "Roe could be sentenced to six years and fined $500": the trigger whose "could" goes on to this."""
        verb = predicate(trigger)
        if verb.dep_ != "conj" or any(
            child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for child in verb.children
        ):
            return None
        firsts = (t for t in self.triggers if t._.rule.sense == "possible" and t.start < trigger.start)
        return next((t for t in firsts if verb.head in t and self.doc[t.start].lower_ in _MAY), None)

    def _agreed(self, trigger: Span) -> bool:
        """ "The plea agreement calls for six years"."""
        about = agent(predicate(trigger))
        return about is not None and about.lower_ in ("agreement", "deal", "bargain", "plea")

    def _goes_on(self, trigger: Span) -> bool:
        """ "Roe was jailed for a year. He will also have to pay a fine": the rest of a sentence just imposed."""
        if trigger._.rule.sense not in ("must", "received", "expected", "served"):
            return False
        if predicate(trigger).head.lower_ == "expected":  # "is expected to get a year"
            return False
        here = self.references.sentence_of[trigger.start]
        serves = trigger[-1].lower_ in ("serve", "spend")  # a lead may say so before the sentence is told
        return any(
            (other.start < trigger.start or serves)
            and other is not trigger
            and abs(here - self.references.sentence_of[other.start]) <= 1
            and other._.rule.group == "sentences"
            and other._.rule.get("status") == "imposed"
            and other._.rule.sense not in ("must", "sentence")
            and other._.said.status == "asserted"
            and self.penalties(other)
            for other in self.triggers
        )

    def penalty(self, trigger: Span, span: Span) -> Penalty | None:
        penalty: Penalty = span._.penalty
        rule = trigger._.rule
        on_bail = penalty.kind in ("other", "house_arrest") and self._on_bail(trigger)
        if on_bail and not self._if_convicted(trigger):
            return None
        if rule.sense == "sentenced" and penalty.kind in (None, "prison", "jail") and self._not_executed(trigger):
            return replace(penalty, kind="suspended")
        if rule.sense == "placed" and {"until", "pending"} & {
            token.lower_ for token in self.doc[span.end : span.end + 4]
        }:
            return None
        if penalty.kind == "life" and rule.sense in ("banned", "fined", "placed"):
            return None
        measured = penalty.duration or penalty.min_duration or penalty.amount
        if penalty.kind == "house_arrest" and not measured and not self.for_a_crime(trigger):
            return None  # where most await their trial
        if (
            rule.sense == "possible"
            and not measured
            and penalty.kind not in ("life", "death", "fine", "other", "restitution")
        ):
            return None
        if (
            rule.sense == "possible"
            and penalty.kind == "fine"
            and not measured
            and len(self.penalties(trigger)) == 1
            and not self.for_a_crime(trigger)
        ):
            return None
        if penalty.kind is None:
            return self._default(trigger, span, penalty)
        if (
            rule.get("status") == "sought"
            and not measured
            and penalty.kind not in ("life", "death", "probation", "prison")
        ):
            return None
        if span.label_ == "penalty.damages" and not self._of_a_criminal_court(trigger):
            return None
        told = rule.get("status") == "sought" or rule.sense == "sentence"
        if told and re.search(r"\bcarried out\b", self.doc[span.end : span.end + 12].text):
            return None
        if penalty.amount is None and self._if_unpaid(span):
            penalty = replace(penalty, possible=True)
        if rule.get("kind") == "prison" and penalty.kind == "jail":
            return penalty
        if rule.sense == "served" and penalty.kind in (
            "other",
            "fine",
            "restitution",
            "forfeiture",
            "death",
        ):
            return None
        if (
            penalty.kind in ("life", "death")
            and len(span) == 2
            and not penalty.min_duration
            and span.text.lower() in ("for life", "to life", "to death", "to die")
            and span.start - trigger.end > 3
            and not self._only_names_between(trigger, span)
        ):
            return None
        if penalty.kind in ("prison", "jail") and not (penalty.duration or penalty.min_duration):
            return None
        return penalty

    def _if_unpaid(self, span: Span) -> bool:
        """Whether it is the term that awaits whoever pays no fine."""
        behind = [p.start for p in self.doc.spans["penalties"] if p.start >= span.end]
        end = min([*behind, span.sent.end])
        return _UNPAID.search(self.doc[span.end : end].text) is not None

    def _only_names_between(self, trigger: Span, span: Span) -> bool:
        """Whether the court deals with several: "sentenced Ana Roe, Max Poe and Ida Lund to death"."""
        named = {token.i for mention in self.doc.spans["people"] for token in mention}
        between = self.doc[trigger.end : span.start]
        return all(token.i in named or token.is_punct or token.lower_ in ("and", "both") for token in between)

    def _of_a_criminal_court(self, trigger: Span) -> bool:
        """Whether the sentence tells of a conviction or of another penalty: civil courts award damages, too."""
        sentence = trigger[0].sent
        criminal = {"prison", "jail", "suspended", "probation", "community_service", "fine", "life", "death"}
        return self.for_a_crime(trigger) or any(
            p._.penalty.kind in criminal
            for p in self.doc.spans["penalties"]
            if sentence.start <= p.start < sentence.end
        )

    def _not_executed(self, trigger: Span) -> bool:
        """ "He was sentenced to four years. Execution of that sentence was suspended."."""
        end = trigger[0].sent.end
        behind = self.doc[end].sent.text if end < len(self.doc) else ""
        return bool(_UNEXECUTED.search(behind) or _UNEXECUTED.search(trigger[0].sent.text))

    def _on_bail(self, trigger: Span) -> bool:
        """Whether the text around speaks of bail: a curfew is then a condition, not a penalty."""
        sentence = trigger[0].sent
        return any(token.lower_ == "bail" for token in self.doc[max(sentence.start - 100, 0) : sentence.end])

    def _default(self, trigger: Span, span: Span, penalty: Penalty) -> Penalty | None:
        """A term or sum without a word for its kind: the trigger tells, if it stands close."""
        kind = trigger._.rule.get("kind")
        between = [t for t in self.doc[trigger.end : span.start] if self.references.name_at(t) is None]
        words = {token.lower_ for token in between}
        if self._is_apart(trigger, span):
            return None
        if penalty.amount is not None:
            if trigger._.rule.sense == "ordered" and "pay" in words and self._goes_to_somebody(span):
                return Penalty("restitution", amount=penalty.amount, currency=penalty.currency)
            if self._is_cost(span):
                return None
            return self._default_sum(penalty, "fine" if self._stands_beside_term(trigger, span) else kind, words)
        follows = self.doc[span.end].lower_ if span.end < len(self.doc) else ""
        if words & self.lists["bans"] or follows in self.lists["bans"]:
            return None
        if kind == "fine" or follows in ("old", "-", "ago", "later", "earlier"):
            return None
        if follows in ("after", "before") and trigger._.rule.get("status") == "sought":
            return None
        if follows in ("of", "after", "before") and not words & {"for", "to"}:
            return None
        if follows == "of" and self.doc[min(span.end + 1, len(self.doc) - 1)].pos_ in ("NOUN", "ADJ", "VERB"):
            return None
        words -= {"a", "an", "the", "consecutive", "concurrent", "him", "her", "them"}
        if kind:
            return replace(penalty, kind=kind)
        if self._further(trigger, span, words) or self._tells_prison(trigger, span, words, follows):
            return replace(penalty, kind="prison")
        return None

    def _is_apart(self, trigger: Span, span: Span) -> bool:
        """ "jailed for ten years for thefts over three years": what is not listed with a penalty is of the deed."""
        earlier = [p for p in self.penalties(trigger) if p.end <= span.start]
        if not earlier or trigger._.rule.sense == "imposed":
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
        earlier = [p for p in self.penalties(trigger) if p.end <= span.start and p._.penalty.amount is None]
        between = self.doc[earlier[-1].end : span.start] if earlier else self.doc[0:0]
        joined = [token.lower_ for token in between] in (["and"], [","], ["and", "to"], ["and", "a"], ["plus"])
        return trigger._.rule.sense == "sentenced" and joined

    def _is_cost(self, span: Span) -> bool:
        """ "plus $75 costs", "with a £50 victim surcharge"."""
        named = takewhile(
            lambda token: token.pos_ in ("NOUN", "PROPN", "ADJ") or token.text == "in",
            self.doc[span.end : span.end + 4],
        )
        return any(token.lower_ in self.lists["costs"] for token in named)

    def _default_sum(self, penalty: Penalty, kind: str | None, words: set[str]) -> Penalty | None:
        if words & self.lists["repaying"]:
            return Penalty("restitution", amount=penalty.amount, currency=penalty.currency)
        if kind == "fine" or words & {"fine", "fined"}:
            return Penalty("fine", amount=penalty.amount, currency=penalty.currency)
        return None

    def _further(self, trigger: Span, span: Span, words: set[str]) -> bool:
        """ "six years in prison and a further 20 months"."""
        before = [p._.penalty.kind for p in self.penalties(trigger) if p.start < span.start]
        return bool(words & {"further", "additional", "another", "plus"}) and bool({"prison", "jail"} & set(before))

    def _tells_prison(self, trigger: Span, span: Span, words: set[str], follows: str) -> bool:
        """Whether the trigger's own sense makes a bare term one in prison: "sentenced to ten years"."""
        bare_term, terms = trigger._.rule.get("bare_term"), {"sentence", "term", "sentences", "terms"}
        if span.start - trigger.end > 14:
            return False
        after = self.doc[span.end] if span.end < len(self.doc) else None
        if after is not None and after.tag_ in ("NN", "NNS") and follows not in terms:
            return False
        if bare_term == "always" or follows in terms or words & terms:
            return True
        if bare_term == "maximum":
            return not words or trigger[-1].lower_ == "up" or bool(words & {"up", "maximum", "least", "minimum"})
        if bare_term == "near":
            return span.start - trigger.end <= 4 and bool(self.references.known)
        if bare_term == "alone":
            alone = follows in (".", ",", ";", "for", "after", "and")
            return not words and (alone or (follows in ("in", "at") and self.for_a_crime(trigger)))
        if bare_term == "crime":
            return not words and (self.for_a_crime(trigger) or self._by_a_judge(trigger))
        if bare_term == "change":
            return self._bare(trigger.end, span.start) <= {"to", "from", "for"}
        return bare_term == "served" and bool(words & {"serve", "spend"}) and span.start - trigger.end <= 4

    def _bare(self, start: int, end: int) -> set[str]:
        """The words between two tokens that are no number, no name and of no offense or other penalty."""
        told = {token.i for name in ("penalties", "lexicon") for found in self.doc.spans[name] for token in found}
        told |= {i for items in self.offenses.values() for item in items for i in range(item.start, item.end)}
        left = [token for token in self.doc[start:end] if token.i not in told and not token.like_num]
        return {token.lower_ for token in left if token.text[:1] == token.lower_[:1]}

    def _by_a_judge(self, trigger: Span) -> bool:
        """ "Judge Roe gave him eight years"."""
        doer = agent(predicate(trigger))
        judges = {"judge", "justice", "court", "magistrates", "recorder", "sheriff"}
        return doer is not None and any(token.lower_ in judges for token in phrase(doer))

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
        if trigger._.rule.sense in ("received", "given", "served") and start:
            start = self.doc[start - 1].sent.start
        return any(
            t is not trigger
            and start <= t.start < sentence.end
            and t._.said.status == "asserted"
            and (t._.rule.group == "verdicts" or t._.rule.sense in ("sentenced", "jailed"))
            for t in self.triggers
        ) or bool(self.offenses.get(trigger.start))


def _carries_out(trigger: Span) -> bool:
    """ "must carry out 90 hours of unpaid work": no penalty that an offense carries."""
    return trigger.doc[trigger.end - 1 : trigger.end + 1].text.lower() in _DOING


def _is_own_term(trigger: Span) -> bool:
    """ "asked to serve her sentence at home": one that was imposed on her."""
    if trigger._.rule.sense not in ("sentence", "served"):
        return False
    noun = trigger.root if trigger._.rule.sense == "sentence" else direct_object(trigger.root)
    owned = noun is not None and any(child.dep_ == "poss" for child in noun.lefts)
    return noun is not None and owned and noun.lower_ in _TERMS and noun.head.lower_ in _SERVING


def _is_finite_passive(verb: Token) -> bool:
    """ "was imposed"; not "a fine imposed on another"."""
    return any(child.dep_ == "auxpass" for child in verb.children)
