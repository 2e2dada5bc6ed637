"""Dockets: people with offense and penalty, one behind the other, below a head that says what became of them.

"Sentenced at Kelso Sheriff Court on Tuesday: / Max Poe, 33, assault, eight months in prison."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from casefacts.circumstance import Circumstances
from casefacts.fact import Fact
from casefacts.partial_date import PartialDate
from casefacts.reference import References
from casefacts.stages.penalties import Penalty
from casefacts.tables import Table

# A head opens with what became of all, or with the court before which they stood
_HEAD = re.compile(r"\W*(?:[A-Z]\w+|charges (?:filed|laid|brought)\b|(?:before|at) [^:]*\bcourt\b)[^:]*:", re.I)
_BEFORE_COURT = re.compile(r"\W*(?:before|at) ", re.I)
# What stands between a town and "court"
_COURTS = {"magistrates", "magistrates'", "magistrate", "crown", "county", "district", "sheriff", "high", "court"}
# "1.", "(a)", a bullet
_MARK = re.compile(r"\s*(?:[-–—•*·]|\(?(?:\d{1,2}|[a-h])[.)])?\s*")
# What an entry may say besides name, age, town, offense and penalty; with any other word it is prose
_USUAL = set(
    """
    a an the of for to from in and aged fined jailed sentenced imprisoned banned disqualified given ordered pay each
    plus counts count with years year
    """.split()
)


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
        self.names = {name.start: name for name in references.names if not name._.mention.person.official}

    def head(self, trigger: Span) -> Span | None:
        """The head that the trigger opens, or that names the court before it; None where there is none."""
        line = trigger[0].sent
        colon = next((token.i for token in line if token.text == ":"), None)
        if colon is None or trigger._.said.status != "asserted" or not _HEAD.match(line.text):
            return None
        head = self.doc[line.start : colon + 1]
        opens = not self.doc[line.start : trigger.start].text.strip() and trigger.end <= colon
        if any(self._names_somebody(token) for token in head) or not trigger._.rule.has("docket"):
            return None
        return head if opens or _BEFORE_COURT.match(head.text) else None

    def _names_somebody(self, token: Token) -> bool:
        """Whether a name begins here that is no court's: "before Lee Crown Court"."""
        name = self.names.get(token.i)
        return name is not None and self.doc[name.end].lower_ not in _COURTS

    def read(self, trigger: Span, head: Span) -> Table | None:
        """The entries below the head, up to the first that is none."""
        facts: list[Fact] = []
        tokens = set(range(head.start, head.end))
        for entry in self._entries(head.end):
            found = [self._dated(fact, head) for fact in self._facts(trigger, entry)]
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

    def _facts(self, trigger: Span, entry: Span) -> list[Fact]:
        """What one entry states; nothing where it has words that belong to no docket."""
        name = self.names.get(entry.start)
        if name is None:
            return []
        offenses, penalties = (
            [span for span in self.doc.spans[spans] if name.end <= span.start < entry.end]
            for spans in ("lexicon", "penalties")
        )
        read = {token.i for found in (name, *offenses, *penalties) for token in found}
        if any(not _is_usual(token) for token in entry if token.i not in read):
            return []
        fact = self._fact(trigger, name, entry)
        if trigger._.rule.group == "charges":
            values = {"counts": None, "action": trigger._.rule.get("action") or "charged", "plea": None}
            return [] if penalties else [replace(_for(fact, hit), values=values) for hit in offenses]
        stated = [_of_kind(p, trigger, entry) for p in penalties]
        if None in stated or len(offenses) > 1:
            return []
        fact = _for(fact, offenses[0]) if offenses else fact
        return [replace(fact, type="sentence", values=penalty.values("imposed")) for penalty in stated if penalty]

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


def _is_usual(token: Token) -> bool:
    if token.is_punct or token.is_space or token.like_num or token.lower_ in _USUAL:
        return True
    before = token.nbor(-1) if token.i else token
    return token.text[0].isupper() and (before.lower_ in ("of", ",", "from") or before.text[0].isupper())


def _for(fact: Fact, hit: Span) -> Fact:
    return replace(fact, offense=hit.text, offense_code=hit.kb_id_ or None)


def _of_kind(span: Span, trigger: Span, entry: Span) -> Penalty | None:
    """The penalty, of the kind that the head or the word before a bare term or sum tells; None where neither does."""
    penalty: Penalty = span._.penalty
    measured = penalty.duration or penalty.min_duration or penalty.amount
    if penalty.kind is not None:
        return penalty if measured or penalty.kind in ("life", "death", "other") else None
    fined = "fined" in {token.lower_ for token in entry[: span.start - entry.start]} or trigger.text.lower() == "fined"
    if penalty.amount is not None:
        return replace(penalty, kind="fine") if fined else None
    return replace(penalty, kind="prison") if trigger._.rule.sense in ("sentenced", "jailed") else None
