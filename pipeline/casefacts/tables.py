"""Tables of defendants: "Defendant | Charges | Sentence", in columns or, as scrapers leave them, one cell a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc, Span

from casefacts.circumstance import Circumstances
from casefacts.entities.people import Person
from casefacts.fact import Fact, joined
from casefacts.marks import mention_of, penalty_of, rule_of, said_of
from casefacts.numerals import number
from casefacts.reference import References
from casefacts.stages.penalties import Penalty

# The heads of columns: first whose, then for what, then anything
_WHO = re.compile(r"(?:co-?)?defendants?(?:['’]s)?(?: names?)?|names?(?: of defendants?)?", re.I)
_OPENS = re.compile(r"^[ \t]*(?:co-?)?(?:defendant|name)", re.I | re.M)
_WHAT = re.compile(
    r"(?:felony |misdemeanor |criminal )?(?:charges?|counts?|convictions?|offen[cs]es?)(?: filed)?"
    r"|(?:convict|plead)\w* .*",
    re.I,
)
_HEAD = re.compile(
    r"(?:(?:maximum|minimum|possible|potential|court-offered|max\.?) )?(?:sentence|penalty|exposure|punishment)s?"
    r"(?: \(.*\))?|(?:next )?(?:court|hearing) dates?|status|age|residence|plea|case(?: number| no\.)?|attorney",
    re.I,
)
_SENTENCE = re.compile(r"sentence|penalt|exposure|punishment", re.I)
# Below these heads stands what a sentence was for; it states no charge of its own
_SENTENCED_FOR = re.compile(r"offen[cs]es?", re.I)
_POSSIBLE = re.compile(r"\b(?:max|min|possible|potential|exposure)", re.I)
_CONVICTED = re.compile(r"convict|plead|pled|guilty", re.I)
_CELL = re.compile(r"(?:(?!\t|  | ?\|).)+")

# What stands in the cells: "Ana Roe, 34, Kelso", "Felony", "Sentencing Enhancement", "Maximum sentence: ten years", the
# next hearing, "(2) Grand theft", "Grand theft (2 counts)", "One felony count of grand theft"
_AGED = re.compile(r"[^,(]{3,60}[,(] ?\d\d\b")
_LEVEL = re.compile(r"(?:felon(?:y|ies)|misdemeanors?|infractions?)(?: (?:counts?|charges?))?:?", re.I)
_RAISING = re.compile(
    r"(?:sentenc\w+ )?enhance|special (?:circumstance|allegation)|aggravat\w+ (?:fact|circ)|prior", re.I
)
_LABEL = re.compile(r"(?:[a-z-]+ )?(?:sentence|penalty|exposure|punishment):", re.I)
_HEARING = re.compile(
    r"(?:arraign|pre-?trial|prelim|sentencing\b|continued|dep(?:artmen)?t|bail\b|trial|status|hearing|jury trial"
    r"|warrant|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d|\d)",
    re.I,
)
COUNTED = re.compile(
    r"(?:\((?P<before>\d+)\) |(?P<worded>[\w-]+) (?:felony |misdemeanor )?counts? (?:each )?of )?"
    r"(?P<offense>.+?)(?: \((?P<after>\d+|\w+(?= counts?\)))(?: counts?)?\))?",
    re.I,
)
_LISTED = re.compile(r"; |, (?=[^,]*\()|(?<=\)), ")
_LEADS = re.compile(r"(?:[:—-]|\b(?:of|to|with|counts|charges|following))$")
_LONGEST = 16  # words of a cell; a line with more is prose, and the table is over
# Kinds of penalty that are told without a term or sum
_UNMEASURED = {"life", "death", "probation", "community_service", "restitution", "supervised_release", "other"}


@dataclass(frozen=True)
class Table:
    """What a table states, of whom, and the tokens that are read with it."""

    facts: tuple[Fact, ...]
    people: tuple[Person, ...]
    tokens: frozenset[int]


@lru_cache(maxsize=1)  # several ask it of one text
def has_table(text: str) -> bool:
    """Whether the heads of such a table stand in the text."""
    return _OPENS.search(text) is not None and next(_headers(_lines(text)), None) is not None


def tables(doc: Doc, references: References, circumstances: Circumstances) -> Iterator[Table]:
    """The tables of an article that state anything."""
    text = doc.user_data.get("text") or doc.text
    lines = _lines(text) if has_table(text) else []
    for first, body, heads in _headers(lines):
        reader = _Reader(doc, references, circumstances, heads)
        reader.announce(lines[first - 1] if first else [])
        for line in lines[first:body]:
            reader.skip(line)
        for line in lines[body:]:
            if not reader.read(line):
                break
        if reader.facts:
            people = {fact.person.id: fact.person for fact in reader.facts if fact.person is not None}
            yield Table(tuple(reader.facts), tuple(people.values()), frozenset(reader.tokens))


@dataclass(frozen=True)
class _Cell:
    start: int
    end: int
    text: str


def _lines(text: str) -> list[list[_Cell]]:
    """The cells of each line that is not blank, as offsets into the text."""
    found, offset = [], 0
    for line in text.split("\n"):
        cells = []
        for match in _CELL.finditer(line):
            stripped = match[0].strip()
            start = offset + match.start() + match[0].find(stripped)
            if stripped:
                cells.append(_Cell(start, start + len(stripped), stripped))
        if cells:
            found.append(cells)
        offset += len(line) + 1
    return found


def _headers(lines: list[list[_Cell]]) -> Iterator[tuple[int, int, list[str]]]:
    """The first line of each table's head, the line behind it, and the heads of the columns."""
    for line, cells in enumerate(lines):
        if not _WHO.fullmatch(cells[0].text):
            continue
        heads, i = [cell.text for cell in cells], line + 1
        while len(cells) == 1 and i < len(lines) and len(lines[i]) == 1 and _is_head(lines[i][0].text, len(heads)):
            heads.append(lines[i][0].text)
            i += 1
        if len(heads) > 1 and _WHAT.fullmatch(heads[1]):
            yield line, i, heads


def _is_head(text: str, before: int) -> bool:
    return bool((_WHAT if before == 1 else _HEAD).fullmatch(text))


def _span(doc: Doc, start: int, end: int) -> Span | None:
    return doc.char_span(start, end, alignment_mode="expand")


class _Reader:
    """Goes through the lines of one table, row by row."""

    def __init__(self, doc: Doc, references: References, circumstances: Circumstances, heads: list[str]) -> None:
        self.doc = doc
        self.circumstances = circumstances
        self.names = {name.start: mention_of(name).person for name in references.names}
        self.triggers = [
            trigger
            for trigger in doc.spans["triggers"]
            if rule_of(trigger).group in ("charges", "verdicts")
            and rule_of(trigger).sense != "counts"
            and said_of(trigger).status == "asserted"
        ]
        self.convicted = _CONVICTED.search(heads[1]) is not None
        self.sentence = next((head for head in heads[2:] if _SENTENCE.search(head)), None)
        imposed = self.sentence is not None and not _POSSIBLE.search(self.sentence)
        self.sentenced = imposed and _SENTENCED_FOR.fullmatch(heads[1]) is not None
        self.told: list[str] = []  # the offenses of the row
        self.people: list[Person] = []
        self.naming = False  # whether the last cell was a name
        self.announced: Span | None = None
        self.statement: Span | None = None
        self.zone = "offenses"
        self.facts: list[Fact] = []
        self.tokens: set[int] = set()

    def announce(self, cells: list[_Cell]) -> None:
        """What the line above says of all: "The following pleaded guilty on May 3 to the charges listed:"."""
        if cells and cells[-1].text.endswith(":"):
            self.announced = self.statement = self._trigger(_span(self.doc, cells[0].start, cells[-1].end))
            if self.announced is not None:
                self.skip(cells)

    def skip(self, cells: list[_Cell]) -> None:
        """Take cells that state nothing of their own."""
        for cell in cells:
            self._read_with_table(_span(self.doc, cell.start, cell.end))

    def read(self, cells: list[_Cell]) -> bool:
        """Take one line; False where the table is over."""
        if len(cells[-1].text.split()) > _LONGEST or cells[0].text.lower().startswith("circumstances"):
            return False
        for column, cell in enumerate(cells):
            span = _span(self.doc, cell.start, cell.end)
            if span is not None and span.text.strip():
                self._take(cell, span, opens=column == 0 and len(cells) > 1)
        return bool(self.people) or len(cells) > 1

    def _read_with_table(self, span: Span | None) -> None:
        self.tokens.update(range(span.start, span.end) if span is not None else ())

    def _take(self, cell: _Cell, span: Span, opens: bool) -> None:
        person, trigger = self._named(cell, span, opens), self._trigger(span)
        if trigger is not None and cell.text.endswith("."):
            return  # a sentence of its own
        self._read_with_table(span)
        was_naming, self.naming = self.naming, person is not None
        if person is not None:
            if not was_naming:
                self.people, self.statement, self.zone = [], self.announced, "offenses"
                self.told = []
            self.people.append(person)
        elif _RAISING.match(cell.text):
            self.zone = "raising"
        elif trigger is not None:
            self.statement, self.zone = trigger, "offenses"
            if not _LEADS.search(cell.text):  # "Pleaded guilty to one count of theft"
                self._take_offenses(_behind(cell, trigger))
        elif _LEVEL.fullmatch(cell.text):
            self.zone = "offenses"
        elif self._take_penalties(cell, span):
            self.zone = "penalties"
        elif _HEARING.match(cell.text):
            self.zone = self.zone if was_naming else "hearing"
        elif self.zone == "offenses" and (self._lexicon(span) or not was_naming):  # a town may stand below the name
            self._take_offenses(cell)

    def _named(self, cell: _Cell, span: Span, opens: bool) -> Person | None:
        """Who begins a row: a name with an age, or in the first of several columns, or alone in its cell."""
        first = next((token.i for token in span if not token.is_space), span.start)
        person = self.names.get(first)
        if person is None or person.official or self._lexicon(span) or _RAISING.match(cell.text):
            return None
        alone = len(person.words) > 1 and cell.text == person.name and self.zone != "raising"
        return person if opens or alone or _AGED.match(cell.text) else None

    def _trigger(self, span: Span | None) -> Span | None:
        inside = (t for t in self.triggers if span is not None and span.start <= t.start < span.end)
        return next(inside, None)

    def _lexicon(self, span: Span) -> list[Span]:
        return [hit for hit in self.doc.spans["lexicon"] if span.start <= hit.start < span.end]

    # -- what a cell states -----------------------------------------------------------------------------------

    def _take_penalties(self, cell: _Cell, span: Span) -> bool:
        label = _LABEL.match(cell.text)
        self.sentence = label[0] if label else self.sentence
        if self.sentence is None:
            return False
        inside = [p for p in self.doc.spans["penalties"] if span.start <= p.start < span.end]
        kept = [p for p in inside if _is_whole(penalty_of(p), bare=self.zone != "raising")]
        status = "possible" if _POSSIBLE.search(self.sentence) else "imposed"
        rule = {"possible": "sentence.possible", "imposed": "sentence.sentenced"}[status]
        for each in kept:
            penalty: Penalty = penalty_of(each)
            values = penalty.values(status)
            offense = joined(self.told) if self.told else None
            self._add(Fact("sentence", None, None, offense, None, rule, cell.start, cell.end, each, values))
        return bool(kept)

    def _take_offenses(self, cell: _Cell) -> None:
        at = 0
        for border in [*_LISTED.finditer(cell.text), None]:
            end = border.start() if border else len(cell.text)
            match = COUNTED.fullmatch(cell.text, at, end)
            if match and any(char.isalpha() for char in match["offense"]):
                self._take_offense(match, cell)
            at = border.end() if border else end

    def _take_offense(self, match: re.Match[str], cell: _Cell) -> None:
        span = _span(self.doc, cell.start + match.start("offense"), cell.start + match.end("offense"))
        if span is None:
            return
        if self.sentenced and self.statement is None:
            self.told.append(match["offense"])
            return
        hit = next(iter(self._lexicon(span)), None)
        fact = Fact(
            type="charge",
            person=None,
            phrase=None,
            offense=match["offense"],
            offense_code=(hit.kb_id_ or None) if hit is not None else None,
            rule="charge.charged",
            start=cell.start + match.start(),
            end=cell.start + match.end(),
            trigger=self.statement or span,
            values={"counts": number(match["before"] or match["worded"] or match["after"] or "")},
        )
        self._add(self._stated(fact))

    def _stated(self, fact: Fact) -> Fact:
        """The offense as what the row, the line above the table or its heads say: charged with it or convicted."""
        told = rule_of(self.statement) if self.statement is not None else None
        if self.convicted if told is None else told.group == "verdicts":
            outcome = told.get("outcome") if told is not None else "convicted"
            method = told.get("method") if told is not None else None
            if self.statement is not None and method is None:
                method = self.circumstances.decided_by(self.statement, outcome)
            own = {"outcome": outcome, "method": method, "prejudice": None}
            fact = replace(fact, type="verdict", rule="verdict.convicted", values=fact.values | own)
        else:
            own = {"action": (told.get("action") if told is not None else None) or "charged", "plea": None}
            fact = replace(fact, values=fact.values | own)
        if self.statement is None:
            return fact
        about = self.circumstances.of(self.statement)
        rule = rule_of(self.statement).id
        return replace(fact, rule=rule, date=about.date, court=about.court, judge=about.judge, places=about.places)

    def _add(self, fact: Fact) -> None:
        fact = self._as_announced(fact)
        self.facts += [replace(fact, person=person, linked_by="list") for person in self.people]

    def _as_announced(self, fact: Fact) -> Fact:
        """The fact with day, court and judge of the prose above: "Five people were sentenced today by Judge Poe"."""
        if fact.date is not None or fact.values.get("status") == "possible":
            return fact
        told = (
            self.circumstances.of(trigger)
            for trigger in reversed(self.doc.spans["triggers"])
            if trigger.end_char <= fact.start
            and said_of(trigger).status == "asserted"
            and rule_of(trigger).group == f"{fact.type}s"
            and rule_of(trigger).get("outcome") == fact.values.get("outcome")
            and rule_of(trigger).get("status") == fact.values.get("status")
        )
        about = next((about for about in told if about.date is not None), None)
        if about is None:
            return fact
        told_above = replace(fact, date=about.date, court=about.court, judge=about.judge, places=about.places)
        return fact.filled(told_above, "date", "court", "judge")


def _behind(cell: _Cell, trigger: Span) -> _Cell:
    """What stands in the cell behind the words that lead from its trigger to the offense."""
    lead = re.compile(r".*?\b(?:to|of|with|for) (?=\S)").match(cell.text, trigger.end_char - cell.start)
    start = lead.end() if lead else len(cell.text)
    return _Cell(cell.start + start, cell.end, cell.text[start:])


def _is_whole(penalty: Penalty, bare: bool) -> bool:
    """Whether a cell states this penalty: one with a term or sum, or, if `bare` ones count, of some kinds."""
    measured = penalty.kind is not None and (penalty.duration or penalty.min_duration or penalty.amount)
    return bool(measured) or penalty.kind in ("life", "death") or (bare and penalty.kind in _UNMEASURED)
