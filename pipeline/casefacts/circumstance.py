"""When, where, before whom and by whose account: what surrounds a trigger within its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from casefacts.clause import REPORTING, SUBJECTS, agent, predicate, subject
from casefacts.partial_date import PartialDate
from casefacts.stages.offenses import NOMINAL

_KIND = (
    "Crown|Magistrates'?|District|Superior|Supreme|High|County|Circuit|Federal|Criminal|Central|Municipal|Sheriff|Security"
    "|Appeals?|Regional|City|Military|Special|Juvenile|Youth|Family|Pleas|Sessions"
)
_WORD = r"[A-Z][\w.'-]{1,30} "
# "Southwark Crown Court", "the Court of Appeal", "Old Bailey", "a Hamburg court"; not "court papers"
_RANK = r"of (?:(?:Criminal|Final|Common|Civil|First) )?(?:Appeals?|Sessions?|Cassation|Pleas|Instance)"
_SEAT = r"for the (?:[A-Z]\w+ )?District of [A-Z]\w+(?: [A-Z]\w+)?"
_COURT = re.compile(
    rf"(?!The )(?:(?:{_WORD}){{1,5}}(?:and (?:{_WORD}){{1,3}})?(?:{_KIND}) Court(?: (?:{_RANK}|{_SEAT}))?"
    rf"|(?:{_KIND}) Court(?: {_RANK}|(?: (?:of|in|at|for)(?: the)?(?: [A-Z][\w-]{{1,30}}){{1,4}}))?"
    rf"|(?:{_WORD}){{0,3}}Courts? {_RANK}|Old Bailey|ICC"
    rf"|(?:{_WORD}){{1,4}}(?:[Cc]ourt|[Tt]ribunal)\b"
    r"(?! (?:judge|papers|records|documents|officials|heard|order|hearing|appearance|case)))"
)
_JUDGE = re.compile(r"(?:Judge|Justice|Magistrate|Judges|Recorder)\s+((?:[A-Z][\w'.-]+\s?){1,4})")
# What leads from an offense to the deed: "in connection with the death of", "for shooting a clerk"
_OF_THE_DEED = {"connection", "death", "deaths", "killing", "stemming", "involving"}
_FUTURE = {"scheduled", "hearing", "due", "arraignment", "adjourned", "until", "postponed", "expected", "set"}
# What a judge does at the hearing of which the text tells
_ON_THE_BENCH = frozenset(
    """
    told said accepted imposed ordered rejected presided presiding called handed found ruled sentenced added praised
    described heard granted noted declared dismissed
    """.split()
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
# Who is called so has neither a name nor an office
_NO_OFFICE = frozenset(
    """
    man woman men women boy girl teen teenager father mother brother sister son daughter husband wife couple parents
    defendant defendants accused suspect suspects victim victims resident driver teacher thing all others
    """.split()
)
# "for a robbery on", "after a fire on": a date right behind an event that is neither a hearing nor a term
_HEARING = r"trial|hearing|plea|verdict|jury|judge|appeal|sentence|deal|agreement|arraignment"
_TIME = r"years?|months?|weeks?|days?|hours?|time|term|total|minimum|maximum|life"
_FOR_A_DEED = re.compile(
    r"\b(?:for|after|over|following|in connection with|stemming from) an? "
    rf"(?:(?!(?:[\w-]+-)?(?:{_HEARING}|{_TIME})\b)[\w'’-]+ ){{1,6}}(?:on|in)?$"
)
_PAPER = re.compile(r"\b(?:indictment|complaint|information)\s+(?:in\s+which|that|which|charging|alleging)\b", re.I)
_BIRTH = {"born", "dob", "d.o.b", "d.o.b.", "birth"}


@dataclass(frozen=True)
class About:
    """The circumstances of one statement; None: not said."""

    date: PartialDate | None = None
    court: str | None = None
    judge: str | None = None
    source: str | None = None


class Circumstances:
    """Answers for the triggers of one Doc."""

    def __init__(self, doc: Doc, triggers: list[Span]) -> None:
        self.doc = doc
        self.triggers = triggers
        self.published = doc.user_data.get("published")
        self.offense_tokens = {i for span in doc.spans["offenses"] for i in range(span.start, span.end)}

    def of(self, trigger: Span) -> About:
        """Date, court, judge and source of the event that the trigger states."""
        undated = trigger.label_ in ("charge.trial", "charge.trial-of") or trigger._.rule.get("status") in (
            "possible",
            "expected",
        )
        return About(
            None if undated else self.date(trigger),
            self.court(trigger),
            self.judge(trigger),
            self.source(trigger),
        )

    def date(self, trigger: Span) -> PartialDate | None:
        """The date that modifies the trigger's clause: its own, else one shared with a coordinated verb."""
        sentence = trigger[0].sent
        head = predicate(trigger)
        arraigned = self._arraigned_on(trigger)
        if arraigned is not None:
            return self.date(arraigned)
        if trigger.end < len(self.doc) and self.doc[trigger.end].lower_ == "then":
            earlier = [
                t for t in self.triggers if sentence.start <= t.start < trigger.start and t._.rule.group == "verdicts"
            ]
            if earlier:
                return self.date(earlier[-1])
        best: tuple[float, int] | None = None
        chosen: PartialDate | None = None
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
                best, chosen = (cost, span.start), value
        return chosen

    def _arraigned_on(self, trigger: Span) -> Span | None:
        """ "arraigned today on an indictment in which he is charged with": the day stands at the arraignment."""
        start = trigger[0].sent.start
        for earlier in self.triggers:
            if earlier.label_ != "charge.arraigned" or not start <= earlier.start < trigger.start:
                continue
            if trigger.label_ == "charge.indictment" or _PAPER.search(self.doc[earlier.end : trigger.end].text):
                return earlier
        return None

    def _of_birth(self, span: Span) -> bool:
        """ "Roe (dob 3/4/80)", "Roe, born 4 March 1980"."""
        before = self.doc[max(span.start - 3, span.sent.start) : span.start]
        return any(token.lower_ in _BIRTH for token in before)

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
        if span.start and self.doc[span.start - 1].lower_ in ("between", "from", "since", "until", "to"):
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
        if trigger.label_ not in NOMINAL and any(token.i in self.offense_tokens for token in (*through, governor)):
            return 4.0 + distance / 100 if self._behind_offense(span, trigger) else None
        if governor == head or governor in trigger:
            return 0.0 + distance / 100
        between = self.doc[min(span.end, trigger.end) : max(span.start, trigger.start)]
        if any(token.lower_ in _FUTURE for token in between) or any(
            token.lower_ in _FUTURE for token in self.doc[max(span.start - 6, 0) : span.start]
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
            and t._.rule.id != "charge.nominal"
        ]
        verbs = [t for t in between if t.pos_ == "VERB" and t.tag_ in ("VBD", "VBZ", "VBP") and t != head]
        if crossed or verbs:
            shared = governor.pos_ == "VERB" and _shares(governor, head)
            return 5.0 + distance / 100 if shared else None
        return 2.0 + distance / 100 if distance <= 12 else None

    def _behind_offense(self, span: Span, trigger: Span) -> bool:
        """ "charged him with murder in June 2016": the date stands right behind the bare offense."""
        offenses = self.doc.user_data["offenses"].get(trigger.start, [])
        return any(0 < span.start - offense.end <= 1 and offense.sure for offense in offenses) and predicate(
            trigger
        ).tag_ in ("VBD", "VBN")

    def _of_the_deed(self, span: Span, value: PartialDate, trigger: Span) -> bool:
        """ "found guilty of murder in connection with the killing of Poe on May 25, 2012", told years later."""
        offenses = self.doc.user_data["offenses"].get(trigger.start, [])
        end = max((offense.end for offense in offenses), default=span.start)
        told = {token.lower_ for token in self.doc[end : span.start]} & _OF_THE_DEED
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

    def court(self, trigger: Span) -> str | None:
        """The court named in the sentence after "at", "in", "before" or "by", or as the one who decides."""
        sentence = trigger[0].sent
        text = sentence.text
        for match in _COURT.finditer(text):
            before = text[: match.start()].rstrip().rsplit(" ", 3)
            if any(word.lower() in ("due", "scheduled", "next") for word in before):
                continue
            name = re.sub(r"^(The|A|An|In|At|On|Another|Every|No) ", "", match[0]).strip()
            if name[0].isupper() and name != "Court":
                return name
        return None

    def judge(self, trigger: Span) -> str | None:
        """The judge named in the sentence, or whom the one behind or before it shows at work."""
        sentence = trigger[0].sent
        name = self._judge_in(sentence)
        if name is not None or trigger.label_ in NOMINAL or trigger._.rule.get("status") in ("possible", "expected"):
            return name
        behind = self.doc[sentence.end].sent if sentence.end < len(self.doc) else None
        before = self.doc[sentence.start - 1].sent if sentence.start else None
        for beside in (behind, before):
            if beside is not None and self._at_work(beside) and not self._other_event(beside, trigger):
                return self._judge_in(beside)
        return None

    def _judge_in(self, sentence: Span) -> str | None:
        match = _JUDGE.search(sentence.text)
        if match:
            name = match[1].split()
            if name and name[0] in ("Center", "Advocate", "Department", "Court"):
                return None
            while name and name[-1] in ("On", "In", "The"):
                name.pop()
            return " ".join(name).rstrip(".,") or None
        for span in self.doc.spans["people"]:
            if (
                sentence.start <= span.start < sentence.end
                and span._.mention.person is not None
                and span.root.dep_ == "appos"
                and span.root.head.lower_ in ("judge", "justice", "magistrate")
            ):
                return str(span._.mention.person.name)
        return None

    def _at_work(self, sentence: Span) -> bool:
        """Whether the sentence begins with a judge who hears or speaks, and looks at no later hearing."""
        opens = _JUDGE.search(sentence.text)
        return (
            opens is not None
            and (opens.start() < 40 or "presid" in sentence.text or "heard by" in sentence.text)
            and any(token.lower_ in _ON_THE_BENCH for token in sentence)
            and not any(token.lower_ in _FUTURE for token in sentence)
        )

    def _other_event(self, sentence: Span, trigger: Span) -> bool:
        """Whether the sentence tells an event of its own that is not the trigger's."""
        return any(
            sentence.start <= other.start < sentence.end
            and other._.rule.group != trigger._.rule.group
            and other.label_ not in NOMINAL
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
        return "jury" if told_beside and trigger.label_ not in NOMINAL else None

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
        if dated or speaker.pos_ not in ("NOUN", "PROPN") or speaker.lower_ in _NO_OFFICE:
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
        if token.head == token or token.dep_ in ("relcl", "acl"):
            return False
        token = token.head
    return True


def _value(span: Span) -> PartialDate | None:
    return PartialDate.parse(span.kb_id_) if span.kb_id_ else None
