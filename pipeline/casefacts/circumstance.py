"""When, where, before whom and by whose account: what surrounds a trigger within its sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from casefacts.bench import Mention, mentions
from casefacts.clause import REPORTING, SUBJECTS, agent, predicate, sentence_before, sentence_behind, subject
from casefacts.fact import Place
from casefacts.forms import text_of
from casefacts.partial_date import PartialDate
from casefacts.rulebook import lists_of

# What a judge does at the hearing of which the text tells
_ON_THE_BENCH = frozenset(
    """
    told said accepted imposed ordered rejected presided presiding called handed found ruled sentenced added praised
    described heard granted stated delivered pronounced noted declared dismissed
    """.split()
)
# What a court does in the sentence behind or before the one that states what it did
_AT_A_HEARING = _ON_THE_BENCH | frozenset("appeared appearance delivered verdict pronounced before trial jury".split())
# Statuses of penalties that no court has imposed: where and before whom is then told of another hearing
_NOT_IMPOSED = ("possible", "expected", "sought")
_APPEARS = re.compile(
    r"\b(?:appear(?:ed|ance|ing)|arraign\w*|before|presid\w+|pleaded|told|heard|ordered|remanded)\b", re.I
)
_BY = re.compile(r"\bby\s+(?:[A-Z]\S*\s+){0,5}$")
_JURY = re.compile(r"\bjur(?:y|ors?|ies)\b", re.I)
_RULED = re.compile(r"\bjudge (?:ruled|ordered|directed|found|decided)\b")
_RULING = re.compile(
    r"\b(?:delivered|pronounced|handed down|announced|read|passed)\b[^.]{0,20}\b(?:verdict|judge?ment)|\bacquittal of"
)
_DECIDERS = {
    "jury": "jury",
    "jurors": "jury",
    "panel": "jury",
    "judge": "judge",
    "judges": "judge",
    "magistrates": "judge",
    "magistrate": "judge",
    "justice": "judge",
}


_TRIED_BY = {
    "jury": re.compile(
        r"\b(?:by|before)\s+an?\s+(?:[\w-]+\s+){0,2}jury\b|\bjurors?\s+(?:convict|acquit|deliberated)"
        r"|\b(?:after|following|at|in)\s+an?\s+(?:[\w-]+\s+){0,3}(?:jury\s+trial|trial\s+by\s+jury)\b",
        re.I,
    ),
    "judge": re.compile(
        r"\b(?:after|following|at|in)\s+an?\s+(?:[\w-]+\s+){0,3}(?:bench|judge-alone|judge-only|non-?jury)\s+trial\b",
        re.I,
    ),
}
_DELIBERATED = re.compile(
    r"\s*(?:(?:The|A)\s+(?:[\w-]+\s+){0,3}?(?:jury|jurors|panel)|Jurors)\s+(?:(?:had|only|then)\s+)?"
    r"(?:returned\s+(?:its|the|their|guilty)|reached\s+(?:its|the|their)\s+(?:\w+\s+)?verdict|deliberated)\b"
)
# "for a robbery on", "after a fire on": a date right behind an event that is neither a hearing nor a term
_HEARING = r"trial|hearing|plea|verdict|jury|judge|appeal|sentence|deal|agreement|arraignment"
_TIME = r"years?|months?|weeks?|days?|hours?|time|term|total|minimum|maximum|life"
_FOR_A_DEED = re.compile(
    r"\b(?:for|after|over|following|in connection with|stemming from) an? "
    rf"(?:(?!(?:[\w-]+-)?(?:{_HEARING}|{_TIME})\b)[\w'’-]+ ){{1,6}}(?:on|in)?$"
)
_PAPER = re.compile(r"\b(?:indictment|complaint|information)\s+(?:in\s+which|that|which|charging|alleging)\b", re.I)


@dataclass(frozen=True)
class About:
    """The circumstances of one statement, None: not said; `places` are the characters of their words."""

    date: PartialDate | None = None
    court: str | None = None
    judge: str | None = None
    source: str | None = None
    places: Mapping[str, Place] = field(default_factory=dict)


class Circumstances:
    """Answers for the triggers of one Doc."""

    def __init__(self, doc: Doc, triggers: list[Span]) -> None:
        self.doc = doc
        self.lists = lists_of(doc)
        self.triggers = triggers
        self.published = doc.user_data.get("published")
        self.offense_tokens = {i for span in doc.spans["offenses"] for i in range(span.start, span.end)}
        self.bench = mentions(doc) if triggers else []
        self.stating = {i: trigger for trigger in triggers for i in range(trigger.start, trigger.end)}

    def of(self, trigger: Span) -> About:
        """Date, court, judge and source of the event that the trigger states."""
        status = trigger._.rule.get("status")
        undated = trigger._.rule.sense in ("trial", "trial_of") or status in ("possible", "expected")
        date = None if undated else self._date(trigger)
        court, judge = (
            (None, None) if status in _NOT_IMPOSED else (self.on(trigger, "court"), self.on(trigger, "judge"))
        )
        places = {
            name: (found.start_char, found.end_char) if isinstance(found, Span) else (found.start, found.end)
            for name, found in (("date", date), ("court", court), ("judge", judge))
            if found is not None
        }
        return About(
            None if date is None else _value(date),
            None if court is None else court.name,
            None if judge is None else judge.name,
            self.source(trigger),
            places,
        )

    def date(self, trigger: Span) -> PartialDate | None:
        """When it happened, as precise as the sentence tells it."""
        words = self._date(trigger)
        return None if words is None else _value(words)

    def _date(self, trigger: Span) -> Span | None:
        """The date that modifies the trigger's clause: its own, else one shared with a coordinated verb."""
        sentence = trigger[0].sent
        head = predicate(trigger)
        arraigned = self._arraigned_on(trigger)
        if arraigned is not None:
            return self._date(arraigned)
        if trigger.end < len(self.doc) and self.doc[trigger.end].lower_ == "then":
            earlier = [
                t for t in self.triggers if sentence.start <= t.start < trigger.start and t._.rule.group == "verdicts"
            ]
            if earlier:
                return self._date(earlier[-1])
        best: tuple[float, int] | None = None
        chosen: Span | None = None
        for span in self.doc.spans["dates"]:
            if not sentence.start <= span.start < sentence.end:
                continue
            value = _value(span)
            if (
                value is None
                or self._later(value)
                or self._of_birth(span)
                or self._attributive(span, trigger)
                or self._past_is_odd(value, head)
                or self._of_the_deed(span, value, trigger)
            ):
                continue
            cost = self._cost(span, trigger, head)
            if cost is not None and (best is None or (cost, span.start) < best):
                best, chosen = (cost, span.start), span
        return chosen

    def _arraigned_on(self, trigger: Span) -> Span | None:
        """ "arraigned today on an indictment in which he is charged with": the day stands at the arraignment."""
        start = trigger[0].sent.start
        for earlier in self.triggers:
            if earlier._.rule.sense != "arraigned" or not start <= earlier.start < trigger.start:
                continue
            if trigger._.rule.sense == "indictment" or _PAPER.search(self.doc[earlier.end : trigger.end].text):
                return earlier
        return None

    def _of_birth(self, span: Span) -> bool:
        """ "Roe (dob 3/4/80)", "Roe, born 4 March 1980"."""
        before = self.doc[max(span.start - 3, span.sent.start) : span.start]
        return any(token.lower_ in self.lists["birth"] for token in before)

    def _later(self, value: PartialDate) -> bool:
        return (
            self.published is not None
            and value.first > PartialDate.parse(self.published).first
            and not value.covers(PartialDate.parse(self.published))
        )

    def _attributive(self, span: Span, trigger: Span) -> bool:
        """ "the 2018 smothering death", "a Friday hearing": the date of something else."""
        root = span.root
        if self._names_the_deed(span, trigger):
            return True
        if root.head in trigger:
            return False
        before = self.doc[span.start - 1].lower_ if span.start else ""
        behind = next((token for token in self.doc[span.end : span.end + 2] if token.text != ","), None)
        if before in ("between", "from", "since", "until", "to"):
            return True
        if before in ("the", "a", "an") and behind is not None and behind.pos_ in ("NOUN", "PROPN"):
            return True
        if span.start and self.doc[span.start - 1].lower_ == "on" and len(span) == 1 and root.text[0].isdigit():
            return False  # a date in digits, which the parse takes for a number: "On 25/03/2022 magistrates fined"
        return (
            root.dep_ in ("nummod", "compound", "nmod", "amod", "poss")
            and root.head.i >= span.end
            and root.head.pos_ in ("NOUN", "PROPN")
        )

    def _names_the_deed(self, span: Span, trigger: Span) -> bool:
        """ "for the 2015 shooting death": between an article and a noun, whatever the parse makes of it."""
        if not span.start or span.end + 1 >= len(self.doc) or not span[-1].text[-1].isdigit():
            return False
        behind = self.doc[span.end]
        led = self.doc[span.start - 1].lower_ in ("the", "a", "an") and self.doc[span.start - 2].lower_ == "for"
        return led and behind.is_alpha and behind.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") and behind not in trigger

    def _cost(self, span: Span, trigger: Span, head: Token) -> float | None:
        """How far the date is from the trigger in the parse; None when it dates something else."""
        governor, through = _governor(span.root, trigger)
        distance = min(abs(span.start - trigger.end), abs(trigger.start - span.end))
        deed = trigger.start < span.start and governor.i >= trigger.end and _is_deed(governor)
        if deed and governor.i not in self.offense_tokens:
            return None
        if not trigger._.rule.has("noun") and any(token.i in self.offense_tokens for token in (*through, governor)):
            return 4.0 + distance / 100 if self._behind_offense(span, trigger) else None
        if governor == head or governor in trigger:
            return 0.0 + distance / 100
        between = self.doc[min(span.end, trigger.end) : max(span.start, trigger.start)]
        if any(token.lower_ in self.lists["of_the_future"] for token in between) or any(
            token.lower_ in self.lists["of_the_future"] for token in self.doc[max(span.start - 6, 0) : span.start]
        ):
            return None
        if governor.pos_ in ("VERB", "AUX") and not _shares(governor, head):
            return None
        if (
            governor.lower_ in REPORTING
            and governor != head
            and not (
                trigger._.rule.group == "charges" and any(child.lower_ in ("has", "have") for child in head.children)
            )
        ):
            return None
        crossed = [
            t
            for t in self.triggers
            if t is not trigger
            and min(span.start, trigger.start) <= t.start < max(span.start, trigger.start)
            and t._.rule.sense != "counts"
        ]
        verbs = [t for t in between if t.pos_ == "VERB" and t.tag_ in ("VBD", "VBZ", "VBP") and t != head]
        if crossed or verbs:
            shared = governor.pos_ == "VERB" and _shares(governor, head)
            return 5.0 + distance / 100 if shared else None
        return 2.0 + distance / 100 if distance <= 12 else None

    def _behind_offense(self, span: Span, trigger: Span) -> bool:
        """ "charged him with murder in June 2016": the date stands right behind the bare offense."""
        offenses = self.doc.user_data["offenses"].get(trigger.start, [])
        named = [offense for offense in offenses if offense.sure and not _is_deed(self.doc[offense.start])]
        return any(0 < span.start - offense.end <= 1 for offense in named) and predicate(trigger).tag_ in ("VBD", "VBN")

    def _of_the_deed(self, span: Span, value: PartialDate, trigger: Span) -> bool:
        """ "found guilty of murder in connection with the killing of Poe on May 25, 2012", told years later."""
        offenses = self.doc.user_data["offenses"].get(trigger.start, [])
        end = max((offense.end for offense in offenses), default=span.start)
        told = {token.lower_ for token in self.doc[end : span.start]} & self.lists["of_the_deed"]
        for_doing = self.doc[end : end + 1].text == "for" and self.doc[end + 1 : end + 2].text.endswith("ing")
        long_ago = self.published is not None and value.end < PartialDate.parse(self.published).plus_days(-60).first
        if trigger.end <= end < span.start and (bool(told) or for_doing) and long_ago:
            return True
        return _FOR_A_DEED.search(self.doc[trigger.end : span.start].text) is not None

    def _past_is_odd(self, value: PartialDate, head: Token) -> bool:
        """ "has been charged", "is on trial" go with no date long past: "in 1969" then dates the crime."""
        if self.published is None or value.end >= PartialDate.parse(self.published).plus_days(-31).first:
            return self.published is None and value.month is None and _is_present(head)
        return _is_present(head)

    def on(self, trigger: Span, kind: str) -> Mention | None:
        """The court or the judge of the event: in its clause, else in its sentence, else at work in one beside it."""
        sentence = trigger[0].sent
        here = self._named_in(sentence, kind)
        costs = [(self._apart(mention, trigger), abs(mention.token - trigger.start), mention) for mention in here]
        told = [(cost, far, mention) for cost, far, mention in costs if cost is not None]
        if told:
            return min(told, key=lambda found: found[:2])[2]
        return None if here or trigger._.rule.has("noun") else self._beside(trigger, kind)

    def _beside(self, trigger: Span, kind: str) -> Mention | None:
        """Who or what is at work in the sentence behind or before the trigger's."""
        for beside in (sentence_behind(trigger[0].sent), sentence_before(trigger[0].sent)):
            if beside is None:
                continue
            appears = trigger._.rule.group != "charges" or _APPEARS.search(beside.text) is not None
            if appears and self._at_work(beside, kind) and not self._other_event(beside, trigger):
                return self._named_in(beside, kind)[0]
        return None

    def _named_in(self, sentence: Span, kind: str) -> list[Mention]:
        return [m for m in self.bench if m.kind == kind and sentence.start <= m.token < sentence.end]

    def _apart(self, mention: Mention, trigger: Span) -> int | None:
        """How far in grammar: 0 in the trigger's clause, 1 in one that it shares, 2 in none; None in another's."""
        token = self.doc[mention.token]
        if self._looks_ahead(token, trigger):
            return None
        above = [self.stating[word.i] for word in (token, *token.ancestors) if word.i in self.stating]
        if not above:
            return 2
        if above[0] == trigger:
            return 0
        return 1 if self._shared(above[0], trigger) else None

    def _shared(self, other: Span, trigger: Span) -> bool:
        """Whether what stands in another trigger's clause holds for this one, too."""
        if other._.rule.has("noun") and other.root.is_ancestor(trigger.root):
            return True
        filing = other._.rule.group == trigger._.rule.group == "charges"  # "arraigned on an indictment that charges"
        linked = filing or (not trigger._.rule.has("noun") and _shares(predicate(other), predicate(trigger)))
        return linked and not self._dated_between(trigger, other)

    def _looks_ahead(self, token: Token, trigger: Span) -> bool:
        """Whether the court or judge is that of a later hearing: "due at Kelso Crown Court", "will be sentenced by"."""
        for word in token.ancestors:
            if trigger.start <= word.i < trigger.end:
                return False
            if word.lower_ in self.lists["of_the_future"] or any(
                child.lower_ in ("will", "would", "'ll") for child in word.children
            ):
                return True
        return any(word.lower_ in ("due", "scheduled", "next") for word in self.doc[max(token.i - 8, 0) : token.i])

    def _dated_between(self, trigger: Span, other: Span) -> bool:
        """Whether a date stands between two triggers, so that each has its own: "convicted in May and sentenced"."""
        first, last = sorted((trigger, other), key=lambda span: span.start)
        return any(first.end <= span.start < last.start for span in self.doc.spans["dates"])

    def _at_work(self, sentence: Span, kind: str) -> bool:
        """Whether the sentence shows a judge or a court that hears or speaks, and looks at no later hearing."""
        named = self._named_in(sentence, kind)
        words = {token.lower_ for token in sentence}
        if not named or not words.isdisjoint(self.lists["of_the_future"]):
            return False
        speaks = any(
            self.doc[m.token].dep_ == "nsubj" and self.doc[m.token].head.lower_ in _ON_THE_BENCH for m in named
        )
        opens = speaks or named[0].start - sentence.start_char < 40
        if kind == "judge":
            return (opens or bool(words & {"presided", "presiding"})) and not words.isdisjoint(_ON_THE_BENCH)
        return not words.isdisjoint(_AT_A_HEARING)

    def _other_event(self, sentence: Span, trigger: Span) -> bool:
        """Whether the sentence tells an event of its own that is not the trigger's."""
        return any(
            sentence.start <= other.start < sentence.end
            and other._.rule.group != trigger._.rule.group
            and not other._.rule.has("noun")
            for other in self.triggers
        )

    def decided_by(self, trigger: Span, outcome: str) -> str | None:
        """Who ended the charge: "jury", "judge", "prosecution" or "appeal"."""
        if outcome == "overturned":
            return "appeal"
        head = predicate(trigger)
        doer = agent(head)
        words = {token.lower_ for token in doer.subtree} if doer is not None else set()
        if outcome == "dismissed":
            if words & {"judge", "court", "magistrate", "justice", "judges", "magistrates"} or (
                doer is not None and doer.lower_ in ("judge", "court")
            ):
                return "judge"
            if words & {
                "prosecutors",
                "prosecutor",
                "prosecution",
                "attorney",
                "attorneys",
                "da",
                "state",
                "crown",
                "cps",
            }:
                return "prosecution"
            if re.search(r"\bjudge\b[^.;]*\b(?:grant|rul)", trigger[0].sent.text, re.I):
                return "judge"
            return None
        for word, method in _DECIDERS.items():
            if word in words and not (word == "panel" and "judges" in words):
                return method
        if outcome == "mistrial":
            if re.search(r"\bjur(?:y|ors)\b", trigger.text, re.I):
                return "jury"
            return "judge" if re.search(r"\bjudge\b", trigger[0].sent.text, re.I) else None
        if self._alone_on_the_bench(trigger) or (outcome == "acquitted" and self.ruling(trigger) is not None):
            return "judge"
        return self._tried_by(trigger)

    def _tried_by(self, trigger: Span) -> str | None:
        """ "after a bench trial", "by a federal jury"; "The jury returned its verdict", in a sentence beside it."""
        sentence = trigger[0].sent
        for method, told in _TRIED_BY.items():
            for match in told.finditer(sentence.text):
                start = sentence.start_char + match.start()
                between = range(*sorted((start, trigger.start_char)))
                if not any(
                    t.start_char in between and t._.rule.group == "verdicts" for t in self.triggers if t != trigger
                ):
                    return method
        behind = self.doc[sentence.end].sent if sentence.end < len(self.doc) else None
        before = self.doc[sentence.start - 1].sent if sentence.start else None
        told_beside = any(beside is not None and _DELIBERATED.match(beside.text) for beside in (behind, before))
        return "jury" if told_beside and not trigger._.rule.has("noun") else None

    def ruling(self, trigger: Span) -> Span | None:
        """ "Seven men were acquitted. A judge ruled that ...": the sentence behind, in an article that has no jury."""
        behind = None if _JURY.search(text_of(self.doc)) else sentence_behind(trigger[0].sent)
        return behind if behind is not None and _RULED.search(behind.text) else None

    def _alone_on_the_bench(self, trigger: Span) -> bool:
        """ "convicted of theft by Justice Poe", "Judge Poe delivered the verdict", in an article that has no jury."""
        if _JURY.search(text_of(self.doc)):
            return False
        judge = self.on(trigger, "judge")
        if judge is None:
            return False
        told = self.doc[judge.token].sent
        before = text_of(self.doc)[told.start_char : judge.start]
        return _BY.search(before) is not None or _RULING.search(told.text) is not None

    def source(self, trigger: Span) -> str | None:
        """Who states it, when the sentence reports or quotes somebody."""
        token = predicate(trigger)
        while token.head != token:
            if token.dep_ == "ccomp" and token.head.lower_ in REPORTING:
                speaker = next((child for child in token.head.children if child.dep_ in SUBJECTS), None) or subject(
                    token.head
                )
                return self._speaker(speaker) if speaker is not None else None
            token = token.head
        return None

    def _speaker(self, speaker: Token) -> str | None:
        """The name or office of who speaks; None for a pronoun, a day, "a man" and "the accused"."""
        dated = any(span.start <= speaker.i < span.end for span in self.doc.spans["dates"])
        if dated or speaker.pos_ not in ("NOUN", "PROPN") or speaker.lower_ in self.lists["no_office"]:
            return None
        start = speaker.left_edge.i if speaker.i - speaker.left_edge.i < 9 else speaker.i
        while start < speaker.i and (self.doc[start].is_punct or self.doc[start].tag_ == "PRP$"):
            start += 1
        return self.doc[start : speaker.i + 1].text


def _governor(token: Token, trigger: Span) -> tuple[Token, list[Token]]:
    """The verb that a date hangs on, and the nouns on the way to it."""
    through = []
    token = token.head
    while token.pos_ not in ("VERB", "AUX") and token not in trigger and token.head != token:
        if token.pos_ in ("NOUN", "PROPN"):
            through.append(token)
        token = token.head
    return token, through


def _is_present(head: Token) -> bool:
    if head.tag_ in ("VBZ", "VBP"):
        return True
    helpers = [child.lower_ for child in head.children if child.dep_ in ("aux", "auxpass")]
    return (bool(helpers) and helpers[0] in ("is", "are", "has", "have", "'s")) or (
        head.pos_ == "ADP" and head.head.lower_ in ("is", "are")
    )


def _shares(governor: Token, head: Token) -> bool:
    """Whether a date at the governing verb also dates the trigger: "announced today that ... was sentenced".

    Not across a relative or participle clause: "Roe, who was born in 1971, was convicted".
    """
    return _climbs(head, governor) or _climbs(governor, head) or governor in head.conjuncts


def _climbs(low: Token, high: Token) -> bool:
    token = low
    while token != high:
        if token.head == token or token.dep_ in ("relcl", "acl") or _is_deed(token):
            return False
        token = token.head
    return True


def _is_deed(verb: Token) -> bool:
    """ "convicted of raping her on May 5", "sentenced for killing him in 2019": what was done, not decided."""
    return verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.lower_ in ("of", "for", "with")


def _value(span: Span) -> PartialDate | None:
    return PartialDate.parse(span.kb_id_) if span.kb_id_ else None
