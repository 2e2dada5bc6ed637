"""When, where, before whom and by whose account: what surrounds a trigger within its sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from casefacts.bench import Mention, mentions
from casefacts.clause import (
    REPORTING,
    SUBJECTS,
    agent,
    heading_of_entry,
    predicate,
    sentence_before,
    sentence_behind,
    subject,
)
from casefacts.fact import Place
from casefacts.forms import text_of
from casefacts.marks import rule_of, said_of
from casefacts.partial_date import PartialDate
from casefacts.rulebook import lists_of

_RECEIVED = ("received", "got")  # "the conviction that she received in 2016"
_BEFORE = ("previously", "earlier", "already", "formerly")  # "had previously been convicted"
_SOON_JUDGED, _SOON_PUNISHED = 180, 10  # days within which no deed comes to court and is judged, or punished
_NEARBY = 1.5
_LOOSE, _CLOSE = 2.0, 12  # of a date that hangs on nothing else: its rank, and the tokens within which it counts
_RANGES = ("between", "from", "since", "until")  # "between February 1 and March 27"
_TURNING = ("but", ";", "though", "although")
_TIMES_OF_DAY = ("morning", "afternoon", "evening", "night")
_MODIFYING = ("nummod", "compound", "nmod", "amod", "poss")
# What a judge does at the hearing of which the text tells
_ON_THE_BENCH = frozenset(
    """
    told said held accepted imposed ordered rejected presided presiding called handed found ruled sentenced added
    praised described heard granted stated delivered pronounced noted declared dismissed
    """.split()
)
# What a court does in the sentence behind or before the one that states what it did
_AT_A_HEARING = _ON_THE_BENCH | frozenset("appeared appearance delivered verdict pronounced before trial jury".split())
# Statuses of penalties that no court has imposed: where and before whom is then told of another hearing
_BENCH = {"court": {"court", "tribunal"}, "judge": {"judge", "justice", "magistrate"}}
_REACH = 800  # characters within which "the court" is the one named last
_NOT_IMPOSED = ("possible", "expected", "sought")
_APPEARS = re.compile(
    r"\b(?:appear(?:ed|ance|ing)|arraign\w*|before|presid\w+|pleaded|told|heard|ordered|remanded)\b", re.I
)
# "will appear before Judge Lund": of a hearing to come
WILL_APPEAR = re.compile(
    r"\b(?:will|is to) (?:next |now |also )?(?:appear|return|stand|be (?:sentenced|arraigned|tried))\b"
)
_BY = re.compile(r"\bby\s+(?:[A-Z]\S*\s+){0,5}$")
_JURY = re.compile(r"\bjur(?:y|ors?|ies)\b", re.I)
_RULED = re.compile(r"\bjudge (?:ruled|ordered|directed|found|decided)\b")
_RULING = re.compile(
    r"\b(?:delivered|pronounced|handed down|announced|read|passed)\b[^.]{0,20}\b(?:verdict|judge?ment)|\bacquittal of"
)
_HANDING_DOWN = re.compile(
    r"\b(?:handed\s+down|delivered|pronounced|passed|announced|read\s+out)\s+(?:the|its|his|her|their)\s+"
    r"(?:verdict|judge?ment|sentence)s?\b(?!\s+of\b)"
    r"|\bordered\s+the\s+acquittal\b|\bdirected\b[^.;]{1,60}\bto\s+(?:clear|acquit|find)\b"
)
_A = re.compile(r"\b[Aa]n?\s+$")
_COURT = {"judge", "court", "magistrate", "justice", "judges", "magistrates"}
_PROSECUTION = {"prosecutors", "prosecutor", "prosecution", "attorney", "attorneys", "da", "state", "crown", "cps"}
_GRANTED = re.compile(r"\bjudge\b[^.;]*\b(?:grant|rul)", re.I)
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
# "for a robbery on", "for the Kelso murder case in": a date right behind an event that is neither a hearing nor a term
_HEARING = r"trial|hearing|plea|verdict|jury|judge|appeal|sentence|deal|agreement|arraignment"
_TIME = r"years?|months?|weeks?|days?|hours?|time|term|total|minimum|maximum|life"
_FOR_A_DEED = re.compile(
    r"\b(?:for|after|over|following|in connection with|stemming from) an? "
    rf"(?:(?!(?:[\w-]+-)?(?:{_HEARING}|{_TIME})\b)[\w'’-]+ ){{1,6}}(?:on|in)?$"
    r"|\b(?:for|over) the (?:[\w'’-]+ ){1,4}case in$"
    r"|\bfor an? (?:[\w'’-]+ ){1,4}(?:he|she|they) \w+ed\b[^;:]*$"
)
# "over the Kelso Park murder incident on", "for the murder of a former mayor, Ida Lund, on", told years later
# "to 20 years for fatally stabbing a man in"
_FOR_DOING = re.compile(r"\bfor (?:\w+ly )?\w+ing\b(?:(?!(?<!-)\b(?:years?|months?|days?|life)\b)[^;:])*$")
_FOR_THE_DEED = re.compile(
    r"\b(?:for|over|in) the (?:[\w'’-]+ ){0,4}"
    r"(?:murders?|killings?|deaths?|shooting|stabbing|attack|incident|robbery)\b(?! (?:case|trial|charges?)\b)"
    r"[^;:]{0,80}?\b(?:in|on) $|\bover the [\w'’ -]{1,40}\bincident on $"
)
# What a sentence is about that tells the day of a ruling
_RULING_DAY = re.compile(
    r"^\W*(?:(?:In|On) [^,]{3,20},? )?"
    r"(?:(?:The|A) (?:jury|judge|court|panel|bench) (?:\w+ ){1,4}(?:verdicts?|decision|judge?ment)\b"
    r"|(?:The|This|His|Her|Their|A) (?:[\w'’-]+ ){0,2}"
    r"(?:verdicts?|ruling|sentenc(?:e|es|ing)|decision|judge?ment|convictions?)\b|it took\b[^.]*\bverdicts?\b)",
)
_HEADLINE = 3  # words, at least so many before a date and most of them capitalised make a headline
# "34 years into his life sentence": when something else happened
_WITHIN_TERM = re.compile(
    r"\b(?:years?|months?|weeks?|days?|midway|halfway) (?:in)?to (?:an?|his|her|their)(?: [\w-]+){0,3}$"
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
        self.bench = doc.user_data["bench"] = mentions(doc) if triggers else []
        self.pronouncing = [m for m in self.bench if _HANDING_DOWN.search(doc[m.token].sent.text)]
        self._told: dict[int, About] = {}
        self.stating = {i: trigger for trigger in triggers for i in range(trigger.start, trigger.end)}

    def of(self, trigger: Span) -> About:
        """Date, court, judge and source of the event that the trigger states."""
        if trigger.start not in self._told:
            self._told[trigger.start] = self._about(trigger)
        return self._told[trigger.start]

    def _about(self, trigger: Span) -> About:
        status = rule_of(trigger).get("status")
        if self._is_of_standing_sentence(trigger):
            return About(None, None, None, self.source(trigger), {})
        undated = rule_of(trigger).sense in ("trial", "trial_of") or status in ("possible", "expected")
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

    def _is_of_standing_sentence(self, trigger: Span) -> bool:
        """ "upheld his death sentence in May", "two years into the sentence": told of something else."""
        if rule_of(trigger).group != "sentences":
            return False
        if _WITHIN_TERM.search(self.doc[trigger[0].sent.start : trigger.start].text):
            return True
        doing = trigger.root.head if rule_of(trigger).sense == "sentence" else predicate(trigger)
        undone = doing.tag_ != "VBD" and doing.lower_ in self.lists["undoing"]  # "cut" may have been done here
        return undone or doing.lower_ in self.lists["reviewing_sentences"]

    def date(self, trigger: Span) -> PartialDate | None:
        """When it happened, as precise as the sentence tells it."""
        words = self._date(trigger)
        return None if words is None else _value(words)

    def _date(self, trigger: Span) -> Span | None:
        """The date that modifies the trigger's clause: its own, else one shared with a coordinated verb."""
        before = self._arraigned_on(trigger) or self._then(trigger)
        if before is not None:
            return self._date(before)
        sentence, head = trigger[0].sent, predicate(trigger)
        inside = [span for span in self.doc.spans["dates"] if sentence.start <= span.start < sentence.end]
        costs = [(self._cost(span, trigger), span) for span in inside if self._may_date(span, trigger, head)]
        told = [(cost, span.start, span) for cost, span in costs if cost is not None]
        if told:
            nearest: Span = min(told, key=lambda found: found[:2])[2]
            return nearest
        if any(self._is_its_own(span, trigger) for span in inside):
            return None
        return self._day_of_entry(sentence) or self._day_beside(trigger)

    def _day_of_entry(self, sentence: Span) -> Span | None:
        """ "June 2015: Roe is arrested. He is charged with theft": when all of the entry happened."""
        heading = heading_of_entry(sentence)
        value = None if heading is None else _value(heading)
        return None if value is None or self._later(value) else heading

    def _is_its_own(self, span: Span, trigger: Span) -> bool:
        """Whether the words say when it happened, if not so that a calendar knows it."""
        return _value(span) is None and _is_of(_governor(span.root, trigger)[0], trigger)

    def _day_beside(self, trigger: Span) -> Span | None:
        """The one day of the hearing or the ruling that a sentence beside it is about: "The verdict came on Monday"."""
        told = said_of(trigger).status == "asserted" and rule_of(trigger).group != "charges"
        if not told or rule_of(trigger).has("noun") or rule_of(trigger).sense == "served":
            return None
        if any(child.lower_ in ("had", *_BEFORE) for child in predicate(trigger).children):
            return None
        for beside in (sentence_behind(trigger[0].sent), sentence_before(trigger[0].sent)):
            day = self._day_of_ruling(beside, trigger) if beside is not None else None
            if day is not None:
                return day
        return None

    def _day_of_ruling(self, sentence: Span, trigger: Span) -> Span | None:
        days = [span for span in self.doc.spans["dates"] if sentence.start <= span.start < sentence.end]
        if len(days) != 1 or not self._is_on_the_ruling(sentence, trigger):
            return None
        value, through = _value(days[0]), _governor(days[0].root, trigger)[1]
        unfit = (
            value is None or value.month is None or self._later(value) or any(token.pos_ == "NOUN" for token in through)
        )
        return None if unfit or self._attributive(days[0], trigger) else days[0]

    def _is_on_the_ruling(self, sentence: Span, trigger: Span) -> bool:
        """Whether a sentence is about the ruling that the trigger states, and not about another or a later one."""
        if _RULING_DAY.search(sentence.text) is None or self._other_event(sentence, trigger):
            return False
        stated = (rule_of(t).get("outcome") for t in self.triggers if sentence.start <= t.start < sentence.end)
        ahead = any(token.lower_ in self.lists["of_the_future"] for token in sentence)
        return not ahead and set(stated) <= {None, rule_of(trigger).get("outcome")}

    def _may_date(self, span: Span, trigger: Span, head: Token) -> bool:
        """Whether the words name a day that may be the event's, and neither a birth's nor the deed's."""
        value = _value(span)
        if value is None or self._later(value) or self._of_birth(span) or self._attributive(span, trigger):
            return False
        odd = self._past_is_odd(value, head) and not self._heads_an_entry(span, head)
        other = self._of_the_penalty(span, trigger) or self._ends_a_headline(span, trigger)
        return not (odd or other or self._of_the_deed(span, value, trigger))

    def _ends_a_headline(self, span: Span, trigger: Span) -> bool:
        """ "Defendant Pleaded Guilty to Theft in November Kelso police said that a man was jailed"."""
        if span.end >= trigger.start or not self.doc[span.end].text[0].isupper():
            return False
        line = [token.text[0].isupper() for token in self.doc[span.sent.start : span.start] if token.is_alpha]
        return len(line) > _HEADLINE and sum(line) * 2 > len(line)

    def _of_the_penalty(self, span: Span, trigger: Span) -> bool:
        """ "sentenced today to a year for his conviction of theft", "a man with convictions was jailed on Friday"."""
        lead = trigger.root.head
        if rule_of(trigger).sense != "conviction":
            return False
        return (lead.lower_ in ("for", "on") and span.end <= lead.i) or (
            lead.lower_ == "with" and span.start > trigger.end
        )

    def _heads_an_entry(self, span: Span, head: Token) -> bool:
        """ "January 23, 2009: Roe is sentenced": the date of an entry in a chronicle."""
        return span.start == span.sent.start and head.tag_ in ("VBN", "VBZ", "VBP")

    def _then(self, trigger: Span) -> Span | None:
        """ "was convicted on Monday and sentenced then": the verdict of that time."""
        if trigger.end >= len(self.doc) or self.doc[trigger.end].lower_ != "then":
            return None
        start = trigger[0].sent.start
        earlier = [t for t in self.triggers if start <= t.start < trigger.start and rule_of(t).group == "verdicts"]
        return earlier[-1] if earlier else None

    def _arraigned_on(self, trigger: Span) -> Span | None:
        """ "arraigned today on an indictment in which he is charged with": the day stands at the arraignment."""
        start = trigger[0].sent.start
        for earlier in self.triggers:
            if not start <= earlier.start < trigger.start or rule_of(earlier).sense != "arraigned":
                continue
            if rule_of(trigger).sense == "indictment" or _PAPER.search(self.doc[earlier.end : trigger.end].text):
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
        if self._names_the_deed(span, trigger):
            return True
        root = span.root
        if root.head in trigger or root.head.lower_ in _TIMES_OF_DAY or self._opens(span):
            return False
        return self._is_led_by_article(span) or self._modifies_a_noun(span)

    def _is_led_by_article(self, span: Span) -> bool:
        """ "the July 2018 attack", "from May", "between May 1 and May 4"."""
        before = self.doc[span.start - 1].lower_ if span.start else ""
        if before == "and" and any(
            token.lower_ == "between" for token in self.doc[max(span.start - 6, 0) : span.start]
        ):
            return True
        return before in (*_RANGES, "to") or (before in ("the", "a", "an") and self._is_before_noun(span))

    def _modifies_a_noun(self, span: Span) -> bool:
        before, root = self.doc[span.start - 1].lower_ if span.start else "", span.root
        if before == "on" and len(span) == 1 and root.text[0].isdigit():
            return False  # a date in digits, which the parse takes for a number: "On 25/03/2022 magistrates fined"
        return root.dep_ in _MODIFYING and root.head.i >= span.end and root.head.pos_ in ("NOUN", "PROPN")

    def _opens(self, span: Span) -> bool:
        """ "In March Max Poe was indicted", "Last June Judge Lund sentenced": before a name, at the beginning."""
        words = [token.lower_ for token in self.doc[span.sent.start : span.start] if token.is_alpha]
        behind = self.doc[span.end : span.sent.end]
        return words in ([], ["in"], ["on"]) and len(behind) > 0 and behind[0].pos_ == "PROPN"

    def _is_before_noun(self, span: Span) -> bool:
        behind = next((token for token in self.doc[span.end : span.end + 2] if token.text != ","), None)
        return behind is not None and behind.pos_ in ("NOUN", "PROPN")

    def _names_the_deed(self, span: Span, trigger: Span) -> bool:
        """ "for the 2015 shooting death": between an article and a noun, whatever the parse makes of it."""
        if not span.start or span.end + 1 >= len(self.doc) or not span[-1].text[-1].isdigit():
            return False
        behind = self.doc[span.end]
        led = self.doc[span.start - 1].lower_ in ("the", "a", "an") and self.doc[span.start - 2].lower_ == "for"
        return led and behind.is_alpha and behind.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") and behind not in trigger

    def _cost(self, span: Span, trigger: Span) -> float | None:
        """How far the date is from the trigger in the parse; None when it dates something else."""
        governor, through = _governor(span.root, trigger)
        rank = self._rank(span, trigger, governor, through)
        distance = min(abs(span.start - trigger.end), abs(trigger.start - span.end))
        near = rank != _LOOSE or distance <= _CLOSE
        return rank + distance / 100 if rank is not None and near else None

    def _rank(self, span: Span, trigger: Span, governor: Token, through: list[Token]) -> float | None:
        """By what the date hangs on: the trigger itself, nothing else between, the offense, or a verb shared."""
        if self._dates_a_deed(span, trigger, governor) or self._of_another_noun(trigger, through):
            return None
        if self._of_the_plea(span, trigger):
            return None
        of_offense = any(token.i in self.offense_tokens for token in (*through, governor))
        if of_offense and not rule_of(trigger).has("noun"):
            late = _NEARBY if self._is_of_late(span, trigger) else None
            return 4.0 if self._behind_offense(span, trigger) else late
        return 0.0 if _is_of(governor, trigger) else self._rank_around(span, trigger, governor)

    def _rank_around(self, span: Span, trigger: Span, governor: Token) -> float | None:
        head = predicate(trigger)
        if _is_when(span.root, head):
            return _LOOSE
        shared = _shares(governor, head) and not self._stands_apart(span, trigger, governor)
        if self._of_another_verb(span, governor, trigger, shared) or self._before_a_future(span, trigger):
            return None
        if not self._crosses(span, trigger):
            return _LOOSE
        return 5.0 if governor.pos_ == "VERB" and shared else None

    def _stands_apart(self, span: Span, trigger: Span, governor: Token) -> bool:
        """Whether the trigger is told of another time than the verb that a date before it hangs on.

        "fled in 2019 after being charged", "was charged in 2012, but the case was dropped", "who shot a man in 2022
        was sentenced", "was convicted in 2021 and served a year".
        """
        head = predicate(trigger)
        if rule_of(trigger).sense == "served" or _is_of_before(head):
            return True
        before, behind = sorted((governor, head), key=lambda verb: verb.i)
        if any(child.dep_ in SUBJECTS and child.i > before.i for child in behind.children):
            return any(token.lower_ in _TURNING for token in self.doc[before.i : behind.i])
        first = min([child.i for child in head.children if child.dep_ in ("aux", "auxpass")], default=head.i)
        return governor.i < span.start and span.end == first < head.i

    def _is_of_late(self, span: Span, trigger: Span) -> bool:
        """ "was convicted of withholding evidence in March": no deed comes to court and is judged so soon."""
        value, published = _value(span), self.published
        if value is None or published is None or rule_of(trigger).group == "charges" or span.start < trigger.end:
            return False
        days = _SOON_JUDGED if rule_of(trigger).group == "verdicts" else _SOON_PUNISHED
        late = value.end > PartialDate.parse(published).plus_days(-days).first
        return late and not self._is_parted(span, trigger)

    def _is_parted(self, span: Span, trigger: Span) -> bool:
        """Whether another statement, or the beginning of a span of time, stands between a trigger and a date."""
        ranged = any(token.lower_ in _RANGES for token in self.doc[max(span.start - 6, trigger.end) : span.start])
        between = (t for t in self.triggers if trigger.end <= t.start < span.start)
        return ranged or any(rule_of(t).sense != "counts" and t.start not in self.offense_tokens for t in between)

    def _dates_a_deed(self, span: Span, trigger: Span, governor: Token) -> bool:
        """ "convicted of stabbing a man on May 5": what the date hangs on is what was done."""
        behind = trigger.start < span.start and governor.i >= trigger.end
        return behind and _is_deed(governor) and governor.i not in self.offense_tokens

    def _of_another_noun(self, trigger: Span, through: list[Token]) -> bool:
        """ "jailed following her conviction last month": the date of what the noun states."""
        convictions = [self.stating[token.i] for token in through if token.i in self.stating]
        return any(rule_of(other).group == "verdicts" and other != trigger for other in convictions)

    def _of_the_plea(self, span: Span, trigger: Span) -> bool:
        """ "was jailed following his guilty plea to theft as a gang crime on May 5": whatever the parse hangs it on."""
        between = [t for t in self.triggers if trigger.end <= t.start < span.start and rule_of(t).group == "verdicts"]
        if rule_of(trigger).group != "sentences" or not between or not rule_of(between[-1]).has("noun"):
            return False
        told = range(between[-1].end, span.start)
        resumed = any(self.doc[i].text == "," for i in told) or any(
            p.start in told for p in self.doc.spans["penalties"]
        )
        return not resumed

    def _of_another_verb(self, span: Span, governor: Token, trigger: Span, shared: bool) -> bool:
        """Whether the date is that of a verb that says nothing of the trigger, or of the report."""
        if governor.pos_ in ("VERB", "AUX") and not shared:
            return True
        if governor.lower_ not in REPORTING or self._is_reported(span, governor, trigger):
            return False
        perfect = any(child.lower_ in ("has", "have") for child in predicate(trigger).children)
        return not (rule_of(trigger).group == "charges" and perfect)  # "said on Monday that Roe has been charged"

    def _is_reported(self, span: Span, governor: Token, trigger: Span) -> bool:
        """ "was charged in court Thursday, the agency reported": the day stands before the report."""
        within = trigger.end <= span.start and span.end < governor.i
        return within and "," in {token.text for token in self.doc[span.end : governor.i]}

    def _before_a_future(self, span: Span, trigger: Span) -> bool:
        """ "was charged and is due in court on Monday": the date of what has not come."""
        between = self.doc[min(span.end, trigger.end) : max(span.start, trigger.start)]
        before = self.doc[max(span.start - 6, 0) : span.start]
        return any(token.lower_ in self.lists["of_the_future"] for token in (*between, *before))

    def _crosses(self, span: Span, trigger: Span) -> bool:
        """Whether another statement or another finite verb stands between the date and the trigger."""
        first, last = min(span.start, trigger.start), max(span.start, trigger.start)
        others = [t for t in self.triggers if first <= t.start < last and t is not trigger]
        between = self.doc[min(span.end, trigger.end) : last]
        head = predicate(trigger)
        verbs = [t for t in between if t.pos_ == "VERB" and t.tag_ in ("VBD", "VBZ", "VBP") and t != head]
        return bool(verbs) or any(rule_of(t).sense != "counts" for t in others)

    def _behind_offense(self, span: Span, trigger: Span) -> bool:
        """ "charged him with murder in June 2016", "of stalking in 2019": right behind the bare offense."""
        offenses = self.doc.user_data["offenses"].get(trigger.start, [])
        named = [o for o in offenses if o.sure and (o.end - o.start == 1 or not _is_deed(self.doc[o.start]))]
        return any(0 < span.start - offense.end <= 1 for offense in named) and predicate(trigger).tag_ in ("VBD", "VBN")

    def _of_the_deed(self, span: Span, value: PartialDate, trigger: Span) -> bool:
        """ "found guilty of murder in connection with the killing of Poe on May 25, 2012", told years later."""
        offenses = self.doc.user_data["offenses"].get(trigger.start, [])
        end = max((offense.end for offense in offenses), default=span.start)
        told = {token.lower_ for token in self.doc[end : span.start]} & self.lists["of_the_deed"]
        for_doing = _FOR_DOING.search(self.doc[trigger.end : span.start].text) is not None
        long_ago = self.published is None or value.end < PartialDate.parse(self.published).plus_days(-60).first
        if trigger.end <= end < span.start and (bool(told) or for_doing) and long_ago:
            return True
        between = self.doc[trigger.end : span.start].text
        if long_ago and _FOR_THE_DEED.search(f"{between} "):
            return True
        return _FOR_A_DEED.search(between) is not None

    def _past_is_odd(self, value: PartialDate, head: Token) -> bool:
        """ "has been charged", "is on trial" go with no date long past: "in 1969" then dates the crime."""
        if self.published is None or value.end >= PartialDate.parse(self.published).plus_days(-31).first:
            return self.published is None and value.month is None and _is_present(head)
        return _is_present(head)

    def on(self, trigger: Span, kind: str) -> Mention | None:
        """The court or the judge of the event: in its clause, else in its sentence, else at work in one beside it."""
        here = self._named_in(trigger[0].sent, kind)
        costs = [(self._apart(mention, trigger), abs(mention.token - trigger.start), mention) for mention in here]
        told = [(cost, far, mention) for cost, far, mention in costs if cost is not None]
        if told:
            nearest = min(told, key=lambda found: found[:2])[2]
            return (self._pronounced(trigger, kind) if self._is_vague(nearest) else None) or nearest
        if (
            here
            or rule_of(trigger).has("noun")
            or self.is_reviewed(trigger[0].sent, trigger)
            or self._is_aside(trigger)
        ):
            return None
        return self._told_of(trigger, kind) or self._pronounced(trigger, kind)

    def _is_aside(self, trigger: Span) -> bool:
        """ "Roe, who was convicted of theft in 2016, was jailed on Friday": of a year of which nothing more is told."""
        date = self.date(trigger) if predicate(trigger).dep_ in ("relcl", "acl", "advcl", "pcomp") else None
        return date is not None and self.published is not None and date.year < PartialDate.parse(self.published).year

    def is_reviewed(self, sentence: Span, trigger: Span) -> bool:
        """Whether a sentence tells of an appeal, a pardon or a lawsuit, and not the hearing that the trigger states."""
        undone = rule_of(trigger).get("outcome") == "overturned"
        return not undone and any(token.lower_ in self.lists["of_another_hearing"] for token in sentence)

    def _told_of(self, trigger: Span, kind: str) -> Mention | None:
        """The court or judge that a noun in the clause means, else the one at work in a sentence beside it."""
        noun = self._unnamed(trigger, kind)
        if noun is None:
            return self._beside(trigger, kind)
        if _is_another(noun):
            return None
        acts = noun.head if noun.dep_ == "nsubj" else noun.head.head
        stated = acts in trigger or _shares(
            acts, predicate(trigger)
        )  # not "Roe, described by the judge as a thief, was"
        meant = self._meant(noun, kind) if stated and _is_plain(noun) else None
        return meant or self._beside(trigger, kind)

    def _is_vague(self, mention: Mention) -> bool:
        """ "a Kelso court": told by its town alone."""
        start = mention.start - self.doc[mention.token].sent.start_char
        return mention.kind == "court" and _A.search(self.doc[mention.token].sent.text[:start]) is not None

    def _pronounced(self, trigger: Span, kind: str) -> Mention | None:
        """ "Justice Poe of the Kelso High Court handed down the verdict": who did, told near what it brought."""
        if rule_of(trigger).group == "charges" or said_of(trigger).status != "asserted":
            return None
        near = [
            m
            for m in self.pronouncing
            if m.kind == kind
            and abs(m.start - trigger.start_char) <= _REACH
            and not self.is_reviewed(self.doc[m.token].sent, trigger)
        ]
        return near[0] if len({m.name for m in near}) == 1 else None

    def _unnamed(self, trigger: Span, kind: str) -> Token | None:
        """ "the tribunal indicted Roe", "was jailed by a court": who or what acts in the clause, without a name."""
        for token in trigger[0].sent:
            if token.lower_ in _BENCH[kind] and (token.dep_ == "nsubj" or _is_place_of(token)):
                above = next((self.stating[word.i] for word in token.ancestors if word.i in self.stating), None)
                if above == trigger:
                    return token
        return None

    def _meant(self, noun: Token, kind: str) -> Mention | None:
        """The court or judge named last before "the court", "the judge"."""
        named = [m for m in self.bench if m.kind == kind and m.token < noun.i]
        if kind == "court":
            named = [m for m in named if noun.lower_ in m.name.lower()]
        near = [m for m in named if noun.idx - m.end <= _REACH]
        return near[-1] if near else None

    def _beside(self, trigger: Span, kind: str) -> Mention | None:
        """Who or what is at work in the sentence behind or before the trigger's."""
        for beside in (sentence_behind(trigger[0].sent), sentence_before(trigger[0].sent)):
            if beside is None:
                continue
            appears = rule_of(trigger).group != "charges" or _APPEARS.search(beside.text) is not None
            named = [m for m in self._named_in(beside, kind) if not self._of_its_own(m, trigger)]
            if (
                named
                and appears
                and not self.is_reviewed(beside, trigger)
                and self._at_work(beside, kind)
                and not self._other_event(beside, trigger)
            ):
                return named[0]
        return None

    def _of_its_own(self, mention: Mention, trigger: Span) -> bool:
        """ "Judge Lund jailed Roe for a further year. Roe was jailed in 2017": of another penalty, told beside."""
        if rule_of(trigger).group != "sentences":
            return False
        token = self.doc[mention.token]
        above = next((self.stating[word.i] for word in token.ancestors if word.i in self.stating), None)
        if above is None or rule_of(above).has("noun") or rule_of(above).group != "sentences":
            return False
        return self.doc[max(above.start - 1, 0)].lower_ not in ("also", "further")

    def _named_in(self, sentence: Span, kind: str) -> list[Mention]:
        return [m for m in self.bench if m.kind == kind and sentence.start <= m.token < sentence.end]

    def _apart(self, mention: Mention, trigger: Span) -> int | None:
        """How far in grammar: 0 in the trigger's clause, 1 in one that it shares, 2 in none; None in another's."""
        token = self.doc[mention.token]
        if _detains(token, trigger) or self._looks_ahead(token, trigger):
            return None
        if _is_who_did(token, predicate(trigger)):
            return 0
        above = [self.stating[word.i] for word in (token, *token.ancestors) if word.i in self.stating]
        if not above:
            aside = rule_of(trigger).sense == "conviction" and token.dep_ in SUBJECTS
            return None if aside or _is_charged_anyway(trigger) or self._reviews(mention, trigger) else 2
        if above[0] == trigger:
            return 0
        return 1 if self._shared(above[0], trigger) else None

    def _reviews(self, mention: Mention, trigger: Span) -> bool:
        """ "The High Court's reversal of the pardon for Roe, who was jailed": the court of another hearing."""
        sentence = trigger[0].sent
        review = mention.kind == "court" and rule_of(trigger).group == "sentences"
        # Of two courts one may have tried it
        alone = len({each.name for each in self._named_in(sentence, "court")}) == 1
        return review and alone and self.is_reviewed(sentence, trigger)

    def _shared(self, other: Span, trigger: Span) -> bool:
        """Whether what stands in another trigger's clause holds for this one, too."""
        rule, others = rule_of(trigger), rule_of(other)
        if (others.has("noun") and other.root.is_ancestor(trigger.root)) or self._arraigned_on(trigger) == other:
            return True
        filing = others.group == rule.group == "charges"  # "arraigned on an indictment that charges"
        linked = filing or (not rule.has("noun") and _shares(predicate(other), predicate(trigger)))
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
        if not named or not words.isdisjoint(self.lists["of_the_future"]) or WILL_APPEAR.search(sentence.text):
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
            and rule_of(other).group != rule_of(trigger).group
            and not rule_of(other).has("noun")
            for other in self.triggers
        )

    def decided_by(self, trigger: Span, outcome: str) -> str | None:
        """Who ended the charge: "jury", "judge", "prosecution" or "appeal"."""
        if outcome == "overturned":
            return "appeal"
        doer = agent(predicate(trigger))
        words = {token.lower_ for token in doer.subtree} if doer is not None else set()
        if outcome == "dismissed":
            return self._dropped_by(trigger, words)
        decided = _decided(words)
        if decided is not None:
            return decided
        if outcome == "mistrial":
            return _declared_by(trigger)
        if self._alone_on_the_bench(trigger) or (outcome == "acquitted" and self.ruling(trigger) is not None):
            return "judge"
        return self._tried_by(trigger)

    def _dropped_by(self, trigger: Span, words: set[str]) -> str | None:
        """By the words of whoever did: a court or the prosecution; else a judge who granted it."""
        if not words.isdisjoint(_COURT):
            return "judge"
        if not words.isdisjoint(_PROSECUTION):
            return "prosecution"
        return "judge" if _GRANTED.search(trigger[0].sent.text) else None

    def _tried_by(self, trigger: Span) -> str | None:
        """ "after a bench trial", "by a federal jury"; "The jury returned its verdict", in a sentence beside it."""
        sentence = trigger[0].sent
        for method, told in _TRIED_BY.items():
            starts = [sentence.start_char + match.start() for match in told.finditer(sentence.text)]
            if any(not self._verdict_between(trigger, start) for start in starts):
                return method
        behind = self.doc[sentence.end].sent if sentence.end < len(self.doc) else None
        before = self.doc[sentence.start - 1].sent if sentence.start else None
        told_beside = any(beside is not None and _DELIBERATED.match(beside.text) for beside in (behind, before))
        return "jury" if told_beside and not rule_of(trigger).has("noun") else None

    def _verdict_between(self, trigger: Span, start: int) -> bool:
        """Whether another verdict is told between the trigger and a character."""
        between = range(*sorted((start, trigger.start_char)))
        others = (t for t in self.triggers if t != trigger and rule_of(t).group == "verdicts")
        return any(t.start_char in between for t in others)

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


def _detains(court: Token, trigger: Span) -> bool:
    """ "A court in Kelso detained Poe on charges of theft": it is not told to be the one before which he is charged."""
    return rule_of(trigger).group == "charges" and court.dep_ in SUBJECTS and court.head.lower_ == "detained"


def _is_charged_anyway(trigger: Span) -> bool:
    """ "the crimes with which he is charged": what is known of somebody, in a sentence that tells something else."""
    head = predicate(trigger)
    return rule_of(trigger).sense == "charged" and head.dep_ == "relcl" and _is_present(head)


def _is_who_did(court: Token, head: Token) -> bool:
    """ "the Kelso sessions court, which had convicted Poe and sentenced him": the antecedent of who does it."""
    while head.dep_ == "conj" and head.head != head:
        head = head.head
    which = any(child.lower_ in ("which", "that") and child.dep_ == "nsubj" for child in head.children)
    return which and head.dep_ == "relcl" and head.head == court


def _is_another(noun: Token) -> bool:
    """Whether it is one of which the sentences around do not speak: "a court in Paris", "another judge"."""
    words = {child.lower_ for child in noun.children}
    placed = any(child.dep_ == "prep" and child.lower_ in ("in", "of") for child in noun.children)
    return not words.isdisjoint(("another", "different")) or (placed and not words.isdisjoint(("a", "an")))


def _is_plain(noun: Token) -> bool:
    """Whether nothing tells it from the one named last: "the court", not "the appeals court"."""
    words = {child.lower_ for child in noun.children if child.dep_ in ("det", "amod", "compound", "nummod")}
    return words <= {"the", "this", "that", "same", "presiding"}


def _is_place_of(noun: Token) -> bool:
    """Whether it is where or by whom something was done: "by the court", "before a judge"; "in court" names none."""
    led = noun.dep_ == "pobj" and noun.head.lower_ in ("by", "before", "at", "in")
    return led and any(child.dep_ == "det" for child in noun.children)


def _decided(words: set[str]) -> str | None:
    """ "jury" or "judge", by the words of whoever did."""
    found = (method for word, method in _DECIDERS.items() if word in words)
    return (
        "judge" if {"panel", "judges"} <= words and "jury" not in words and "jurors" not in words else next(found, None)
    )


def _declared_by(trigger: Span) -> str | None:
    """Of a mistrial: the jury that could not agree, or the judge who declared it."""
    if _JURY.search(trigger.text):
        return "jury"
    return "judge" if re.search(r"\bjudge\b", trigger[0].sent.text, re.I) else None


def _is_of(governor: Token, trigger: Span) -> bool:
    """Whether what hangs on the governor is said of the trigger itself."""
    head = predicate(trigger)
    return governor == head or governor in trigger or (governor.head == head and governor.lower_ in _RECEIVED)


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


def _is_of_before(head: Token) -> bool:
    """ "had previously been convicted", "fled after being charged"."""
    if any(child.lower_ in _BEFORE for child in head.children):
        return True
    led = head.head.lower_ in ("after", "following") or any(
        child.lower_ in ("being", "been") for child in head.children
    )
    return head.dep_ == "pcomp" and led


def _is_when(date: Token, head: Token) -> bool:
    """ "appeared in court in May, where he pleaded guilty", "on May 5, when he was convicted"."""
    clause = head
    while clause.dep_ in ("conj", "ccomp", "xcomp") and clause.head != clause:
        clause = clause.head
    if clause.dep_ not in ("relcl", "advcl") or not any(child.lower_ in ("where", "when") for child in clause.children):
        return False
    return clause.i > date.i and (clause.head in (date, *date.ancestors))


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
    """The date that the words state, else the one that they are reckoned to."""
    value = span.kb_id_ or span.id_
    return PartialDate.parse(value) if value else None
