"""Dockets: people with offense and penalty, one behind the other, below a head that says what became of them.

"Sentenced at Kelso Sheriff Court on Tuesday: / Max Poe, 33, assault, eight months in prison."
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from casefacts.circumstance import Circumstances
from casefacts.fact import Fact
from casefacts.partial_date import PartialDate
from casefacts.records import Kind
from casefacts.reference import References
from casefacts.stages.penalties import Penalty
from casefacts.tables import Table

# A head opens with what became of all, or with the court before which they stood
_HEAD = re.compile(r"\W*(?:[A-Z]\w+|charges (?:filed|laid|brought)\b|(?:before|at) [^:]*\bcourt\b)[^:]*:", re.I)
# What stands between a town and "court"
_COURTS = {"magistrates", "magistrates'", "magistrate", "crown", "county", "district", "sheriff", "high", "court"}
# "1.", "(a)", a bullet
_MARK = re.compile(r"\s*(?:[-–—•*·]|\(?(?:\d{1,2}|[a-h])[.)])?\s*")
# What an entry may say besides name, age, town, offense and penalty; with any other word it is prose
_USUAL = set(
    """
    a an the of for to from in and aged fined jailed sentenced imprisoned banned disqualified given ordered pay each
    plus counts count with years year costs surcharge victim points
    """.split()
)
# What the words before a bare term or sum make of it
_KINDS: dict[str, Kind] = {
    "fined": "fine",
    "jailed": "prison",
    "imprisoned": "prison",
    "banned": "other",
    "disqualified": "other",
}
_STATED: dict[str, Kind] = {"sentenced": "prison", "jailed": "prison", "fined": "fine"}
# Behind a sum that is no penalty: "£85 costs", "a £40 victim surcharge"
_COSTS = {"costs", "surcharge"}
_NOUNS = ("NN", "NNS", "NNP", "VBG")
_VERBS = ("VBD", "VBZ", "VBP", "VBN", "MD")


def dockets(doc: Doc, references: References, circumstances: Circumstances) -> Iterator[Table]:
    """The dockets of an article, with the tokens that are read with them."""
    reader = _Reader(doc, references, circumstances)
    at = 0
    for trigger in doc.spans["triggers"]:
        head = reader.head(trigger) if trigger.start >= at else None
        docket = reader.read(trigger, head) if head is not None else None
        if docket is not None:
            at = max(docket.tokens)
            yield docket


class _Reader:
    def __init__(self, doc: Doc, references: References, circumstances: Circumstances) -> None:
        self.doc = doc
        self.circumstances = circumstances
        self.penal = {token.i for spans in ("triggers", "penalties") for span in doc.spans[spans] for token in span}
        self.names = {name.start: name for name in references.names if not name._.mention.person.official}

    def head(self, trigger: Span) -> Span | None:
        """The head that the trigger opens, or that names the court before it; None where there is none."""
        line = trigger[0].sent
        colon = next((token.i for token in line if token.text == ":"), None)
        if colon is None or trigger._.said.status != "asserted" or not trigger._.rule.has("docket"):
            return None
        head = self.doc[line.start : colon + 1]
        if not _HEAD.match(line.text) or any(self._names_somebody(token) for token in head):
            return None
        if trigger.start > colon:
            return head if _is_of_court(head) else None
        return head if not self.doc[line.start : trigger.start].text.strip() else None

    def _names_somebody(self, token: Token) -> bool:
        """Whether a name begins here that is no court's: "before Lee Crown Court"."""
        name = self.names.get(token.i)
        return name is not None and self.doc[name.end].lower_ not in _COURTS

    def read(self, trigger: Span, head: Span) -> Table | None:
        """The entries below the head, up to the first that is none."""
        facts: list[Fact] = []
        tokens = set(range(head.start, head.end))
        in_court = _is_of_court(head)
        for entry in self._entries(head.end):
            found = [self._dated(fact, head) for fact in self._facts(trigger, entry, in_court)]
            if not found:
                break
            facts += found
            tokens.update(range(entry.start, entry.end))
        people = {fact.person.id: fact.person for fact in facts if fact.person is not None}
        return Table(tuple(facts), tuple(people.values()), frozenset(tokens)) if facts else None

    def _dated(self, fact: Fact, head: Span) -> Fact:
        """The fact with the one day that the head names: "Charges filed on Monday:"."""
        days = [span for span in self.doc.spans["dates"] if head.start <= span.start < head.end and span.kb_id_]
        if fact.date is not None or len(days) != 1:
            return fact
        return fact.put("date", PartialDate.parse(days[0].kb_id_), (days[0].start_char, days[0].end_char))

    def _entries(self, at: int) -> Iterator[Span]:
        """Stretches parted by lines and semicolons, without the marks that open them."""
        while at < len(self.doc):
            end = self.doc[at].sent.end
            end = next((token.i + 1 for token in self.doc[at:end] if token.text == ";"), end)
            mark = _MARK.match(self.doc[at:end].text)
            first = self.doc[at].idx + (mark.end() if mark else 0)
            start = next((token.i for token in self.doc[at:end] if token.idx >= first), end)
            if self.doc[start:end].text.strip():
                yield self.doc[start:end]
            at = end

    def _facts(self, trigger: Span, entry: Span, in_court: bool) -> list[Fact]:
        """What one entry states; nothing where it has words that belong to no docket."""
        name = self.names.get(entry.start)
        read = self._read(name, entry, in_court) if name is not None else None
        if name is None or read is None:
            return []
        offenses, penalties = read
        fact = self._fact(trigger, name, entry)
        if trigger._.rule.group == "charges":
            values = {"counts": None, "action": trigger._.rule.get("action") or "charged", "plea": None}
            return [] if penalties else [replace(_for(fact, hit), values=values) for hit in offenses]
        stated = [_of_kind(p, trigger, entry) for p in penalties]
        if None in stated or len(offenses) > 1:
            return []
        fact = _for(fact, offenses[0]) if offenses else fact
        return [replace(fact, type="sentence", values=penalty.values("imposed")) for penalty in stated if penalty]

    def _read(self, name: Span, entry: Span, in_court: bool) -> tuple[list[Span], list[Span]] | None:
        """The offenses and penalties of an entry; None where other words stand in it."""
        offenses, penalties = (
            [span for span in self.doc.spans[spans] if name.end <= span.start < entry.end]
            for spans in ("lexicon", "penalties")
        )
        if in_court and not offenses:
            offenses = self._unknown(name, entry)
        read = {token.i for found in (name, *offenses, *penalties) for token in found}
        if any(not _is_usual(token) for token in entry if token.i not in read):
            return None
        return offenses, [span for span in penalties if not _is_cost(span)]

    def _unknown(self, name: Span, entry: Span) -> list[Span]:
        """What stands in an offense's place, behind name and town: "Ana Roe, 31, of Leeds, no MOT, fined £90"."""
        commas = [token.i for token in self.doc[name.end : entry.end] if token.text == ","]
        items = (self.doc[start + 1 : end] for start, end in itertools.pairwise(commas))
        item = next((item for item in items if item.text[:1].islower() and item[0].lower_ not in ("of", "from")), None)
        if item is None or item[-1].tag_ not in _NOUNS:
            return []
        return [item] if all(token.tag_ not in _VERBS and token.i not in self.penal for token in item) else []

    def _fact(self, trigger: Span, name: Span, entry: Span) -> Fact:
        """A charge of whoever the entry names, as yet without an offense, with day, court and judge of the head."""
        about = self.circumstances.of(trigger)
        return Fact(
            type="charge",
            person=name._.mention.person,
            phrase=None,
            offense=None,
            offense_code=None,
            rule=trigger._.rule.id,
            start=name.start_char,
            end=entry.end_char,
            trigger=trigger,
            values={},
            date=about.date,
            court=about.court,
            judge=about.judge,
            places=about.places,
            linked_by="list",
        )


def _is_of_court(head: Span) -> bool:
    return any(token.lower_ in _COURTS for token in head)


def _is_usual(token: Token) -> bool:
    if token.is_punct or token.is_space or token.like_num or token.lower_ in _USUAL:
        return True
    before = token.nbor(-1) if token.i else token
    return token.text[0].isupper() and (before.lower_ in ("of", ",", "from") or before.text[0].isupper())


def _is_cost(span: Span) -> bool:
    behind = span.doc[span.end : span.end + 3]
    return any(token.lower_ in _COSTS for token in itertools.takewhile(lambda token: not token.is_punct, behind))


def _for(fact: Fact, hit: Span) -> Fact:
    return replace(fact, offense=hit.text, offense_code=hit.kb_id_ or None)


def _of_kind(span: Span, trigger: Span, entry: Span) -> Penalty | None:
    """The penalty, of the kind that the head or the word before a bare term or sum tells; None where neither does."""
    penalty: Penalty = span._.penalty
    measured = penalty.duration or penalty.min_duration or penalty.amount
    if penalty.kind is not None:
        return penalty if measured or penalty.kind in ("life", "death", "other") else None
    told = [_KINDS[token.lower_] for token in entry[: span.start - entry.start] if token.lower_ in _KINDS]
    kind = told[-1] if told else _STATED.get(str(trigger._.rule.sense))
    return replace(penalty, kind=kind) if (kind == "fine") == (penalty.amount is not None) and kind else None
