"""What somebody is charged with, convicted of or sentenced for: a lexicon, and what is composed around it.

Writes `doc.spans["lexicon"]` (hits of the lexicon), `doc.spans["offenses"]` (what triggers lead to) and
`doc.user_data["offenses"]`: the first token of a trigger -> its offenses.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from casefacts.marks import rule_of, said_of
from casefacts.rulebook import Rule, Rulebook
from casefacts.stages.offenses.frames import Frame
from casefacts.stages.offenses.wording import Offense, hit_label, worded

__all__ = ["Offense", "Offenses"]

# "convicted of the same thing": which one, the words do not say
_SAME = re.compile(r"(?:\w+ing (?:the )?)?same\b", re.I)
# "with the same offences", and how many sentences before it those may be told
_AS_TOLD = re.compile(
    r"(?:(?:with|of|to|on|for) )?the (?:very )?same (?:\w+ )?(?:offen[cs]es?|charges?|crimes?)\b", re.I
)
_SAME_REACH = 4
_IN_CASE = re.compile(r"in (?:this|that|the same) case\b", re.I)


class Offenses:
    """The stage: finds lexicon hits, then reads the complement of each trigger as a list of offenses."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rules: dict[str, Rule] = {rule.id: rule for rule in rulebook.group("offenses")}
        self.matcher = rulebook.matcher("offenses")
        self.words = rulebook.sets

    def __call__(self, doc: Doc) -> Doc:
        doc.spans["lexicon"] = self.hits(doc)
        starts = {hit.start: hit for hit in doc.spans["lexicon"]}
        read = _Read()
        for frame in self._frames(doc, starts):
            if frame.rule.has("noun") and frame.trigger.start in read.claimed:
                continue
            found = [self._named(doc, offense, starts) for offense in frame.read()]
            read.take(frame, [offense for offense in found if not _SAME.match(offense.text)])
        _share(doc, read.listed)
        for trigger in read.repeating:
            read.listed[trigger.start] = _told_before(doc, trigger, read.listed)
        doc.user_data["offenses"] = read.listed
        doc.user_data["claimed"] = read.claimed
        doc.spans["offenses"] = self._spans(doc, read.listed, starts)
        return doc

    def _frames(self, doc: Doc, starts: dict[int, Span]) -> Iterator[Frame]:
        """Those of all triggers, those of nouns last: a verb's list may have their words."""
        people = {i for span in doc.spans["people"] for i in range(span.start, span.end)}
        dates = {i for span in doc.spans.get("dates", []) for i in range(span.start, span.end)}
        triggers = [(trigger, rule_of(trigger)) for trigger in doc.spans["triggers"]]
        for trigger, _ in sorted(triggers, key=lambda told: (told[1].has("noun"), told[0].start)):
            yield Frame(doc, trigger, triggers, starts, people, dates, self.words)

    def _named(self, doc: Doc, offense: Offense, starts: dict[int, Span]) -> Offense:
        rule = self.rules.get(hit_label(starts, offense.start, offense.end))
        text = offense.text or worded(doc[offense.start : offense.end])
        return replace(offense, text=text, code=rule.get("code") if rule else None)

    def _is_of_a_name(self, doc: Doc, hit: Span) -> bool:
        """ "the Bribery Commission", "anti-graft officers", "a deportation order": a body or a paper is called so."""
        behind = doc[hit.end] if hit.end < len(doc) else hit[-1]
        if doc[max(hit.start - 2, 0) : hit.start].text.lower() == "anti-":
            return self.words["statutes"].isdisjoint((hit[-1].lower_, behind.lower_))
        if behind.lower_ in ("order", "orders") and behind.tag_ in ("NN", "NNS"):
            return True
        return hit[-1].is_title and behind.is_title and behind.lower_ in self.words["institutions"]

    def _spans(self, doc: Doc, listed: dict[int, list[Offense]], starts: dict[int, Span]) -> list[Span]:
        places = sorted({(offense.start, offense.end) for found in listed.values() for offense in found})
        return [Span(doc, start, end, label=hit_label(starts, start, end)) for start, end in places]

    def hits(self, doc: Doc) -> list[Span]:
        """Lexicon hits, the longest of overlapping ones; `kb_id_` is the offense code or ""."""
        hits = [hit for hit in filter_spans(self.matcher.find(doc)) if not self._is_of_a_name(doc, hit)]
        for hit in hits:
            hit.kb_id_ = self.rules[hit.label_].get("code") or ""
        return hits


@dataclass
class _Read:
    """What was read so far: offenses by the first token of their trigger, the tokens that lists of charges and
    verdicts have claimed, and the triggers of the same offenses as another's.
    """

    listed: dict[int, list[Offense]] = field(default_factory=dict)
    claimed: set[int] = field(default_factory=set)
    repeating: list[Span] = field(default_factory=list)

    def take(self, frame: Frame, found: list[Offense]) -> None:
        trigger = frame.trigger
        self.listed[trigger.start] = found
        behind = frame.doc[trigger.end : trigger.end + 6].text
        if not found and (_AS_TOLD.match(behind) or _is_in_that_case(trigger, behind)):
            self.repeating.append(trigger)
        if _is_told(trigger):
            self.claimed.update(range(trigger.end, max([frame.end_of_list, *(offense.end for offense in found)])))


def _share(doc: Doc, listed: dict[int, list[Offense]]) -> None:
    """ "Roe pleaded guilty in May, and Poe pleaded guilty in June, to arson": the list belongs to both."""
    triggers = sorted(doc.spans["triggers"], key=lambda span: -span.start)
    for later, earlier in itertools.pairwise(triggers):
        same = later.label_ == earlier.label_ and later[0].sent.start == earlier[0].sent.start
        joined = any(token.lower_ == "and" for token in doc[earlier.end : later.start])
        if same and joined and not listed.get(earlier.start) and not rule_of(later).has("noun"):
            listed[earlier.start] = listed.get(later.start, [])


def _told_before(doc: Doc, trigger: Span, listed: dict[int, list[Offense]]) -> list[Offense]:
    """ "Roe was charged with theft and fraud. Poe was charged with the same offences": those told last, near by."""
    near = trigger[0].sent.start
    for _ in range(_SAME_REACH):
        near = doc[max(near - 1, 0)].sent.start
    told = [t for t in doc.spans["triggers"] if near <= t.start < trigger.start and listed.get(t.start) and _is_told(t)]
    found = [replace(offense, counts=None) for offense in listed[told[-1].start]] if told else []
    several = len({offense.text.lower() for offense in found}) > 1
    return [] if several and _is_in_that_case(trigger, doc[trigger.end : trigger.end + 6].text) else found


def _is_told(trigger: Span) -> bool:
    """Whether it is a charge or a verdict that happened."""
    return bool(rule_of(trigger).group != "sentences" and said_of(trigger).status == "asserted")


def _is_in_that_case(trigger: Span, behind: str) -> bool:
    """ "Roe's wife is also charged in this case": with the one thing that the case is about, if it is one."""
    return rule_of(trigger).group == "charges" and _IN_CASE.match(behind) is not None
