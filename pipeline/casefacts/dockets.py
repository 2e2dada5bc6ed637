"""Dockets: people one behind the other or one a line, each with what is not told of all.

A head says what became of all, or before which court ("Sentenced at Kelso Sheriff Court on Tuesday:", "The following
people were charged:"), a heading for what ("Attempted murder"), an entry what is its own: "Max Poe, 33, of Kelso: two
counts of theft". An entry that says by itself how it ended needs no head: "Max Poe, 33, theft, guilty plea, fined $90."
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span, Token

from casefacts.circumstance import Circumstances
from casefacts.fact import Fact, joined
from casefacts.numerals import number
from casefacts.partial_date import PartialDate
from casefacts.records import Kind
from casefacts.reference import References
from casefacts.stages.offenses import Offense
from casefacts.stages.penalties import Penalty
from casefacts.tables import COUNTED, Table

# A head within a line opens with what became of all, or with the court before which they stood
_HEAD = re.compile(r"\W*(?:[A-Z]\w+|charges (?:filed|laid|brought)\b|(?:before|at) [^:]*\bcourt\b)[^:]*:", re.I)
# ... one that is a line tells of those below
_OF_ALL = re.compile(
    r"\b(?:following|those|these|defendants|accused|suspects|people|men|women|others|were|are)\b", re.I
)
# What stands between a town and "court"
_COURTS = {"magistrates", "magistrates'", "magistrate", "crown", "county", "district", "sheriff", "high", "court"}
# "1.", "(a)", a bullet
_MARK = re.compile(r"\s*(?:[-–—•*·▪●]|\(?(?:\d{1,2}|[a-h])[.)])?\s*")
# What an entry may say besides name, age, town, offense and penalty; with any other word it is prose
_USUAL = set(
    """
    a an the of for to from in and aged fined jailed sentenced imprisoned banned disqualified given ordered pay each
    plus counts count charge charges with years year costs surcharge victim points
    """.split()
)
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
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
# What parts the pieces of an entry; what comes behind the cause of a ruling tells no more of it
_PARTS = re.compile(r"(?P<lead>:| [–—-] |\. )|[;,]| and (?=[\w()]+ (?:\w+ )?counts?\b)")
_CAUSE = re.compile(r" (?:when|after|because|by|before|following)\b")
_AGE = re.compile(r"\(?(?:aged? )?[1-9]\d(?: years old)?\)?")
_TOWN = re.compile(
    r"(?:(?:both|also|formerly|then|now) )?(?:(?:of|from|in|with an address (?:at|in)) )?"
    r"(?:(?:no fixed|the same) (?:address|abode|town|estate)"
    r"|(?:\d+ )?[A-Z][\w.'-]*(?: (?:of |the )?[A-Z][\w.'-]*){0,3})"
)
_SEE = re.compile(r"\((?:see|also|as)\b[^()]*\)")
# What makes other of an offense than what somebody is charged with: "not guilty of theft", "victim of an assault"
_NO_OFFENSE = set("not never guilty cleared wanted victim victims witness suspected against who by".split())
_LEADING = (["of"], ["to"], ["for"], ["with"], ["on"], ["in"])  # an offense of a clause that began before
_FEW, _LONGEST = 4, 12  # words of a heading that names a part of a roll; of an offense
_POSSIBLE = re.compile(r"\b(?:up to|max(?:imum)?|possible|faces?)\b")


def dockets(doc: Doc, references: References, circumstances: Circumstances) -> Iterator[Table]:
    """The dockets of an article, with the tokens that are read with them."""
    reader = _Reader(doc, references, circumstances)
    at = 0
    for sentence in doc.sents:
        if sentence.start < at:
            continue
        docket = reader.below(sentence) or reader.alone(sentence) or reader.behind(sentence)
        if docket is not None:
            at = max(docket.tokens) + 1
            yield docket


@dataclass(frozen=True)
class _Head:
    """What is told of all below: by which trigger, where, and for what, if it says so."""

    trigger: Span
    span: Span
    offenses: tuple[Offense, ...] = ()


@dataclass
class _Entry:
    """Who an entry names and what it says of them.

    `aged` with an age, or where the text has given it before ("see above"); `strange` with words that belong to no
    docket.
    """

    name: Span
    span: Span
    aged: bool = False
    strange: bool = False
    offenses: list[Offense] = field(default_factory=list)
    penalties: list[tuple[Span, tuple[Offense, ...]]] = field(default_factory=list)  # each with what it is for
    triggers: list[Span] = field(default_factory=list)


class _Reader:
    def __init__(self, doc: Doc, references: References, circumstances: Circumstances) -> None:
        self.doc = doc
        self.circumstances = circumstances
        hits = {token.i for hit in doc.spans["lexicon"] for token in hit}
        self.listed = {n.start: n for n in references.names if hits.isdisjoint(range(n.start, n.end))}
        self.names = {at: name for at, name in self.listed.items() if not name._.mention.person.official}
        self.offenses: dict[int, list[Offense]] = doc.user_data["offenses"]
        self.triggers: list[Span] = list(doc.spans["triggers"])

    # -- heads ----------------------------------------------------------------------------------------------

    def below(self, line: Span) -> Table | None:
        """The docket below the head with which a line opens or that it is."""
        heads = (self._head(trigger, line) for trigger in self._triggers(line))
        head = next((head for head in heads if head is not None), None)
        return self._read(head) if head is not None else None

    def _triggers(self, span: Span) -> list[Span]:
        return [trigger for trigger in self.triggers if span.start <= trigger.start < span.end]

    def _head(self, trigger: Span, line: Span) -> _Head | None:
        colon = next((token.i for token in line if token.text == ":"), None)
        rule, status = trigger._.rule, trigger._.said.status
        if colon is None or not (rule.has("docket") or rule.get("outcome") == "convicted"):
            return None
        head = self.doc[line.start : colon + 1]
        if not _HEAD.match(line.text) or any(self._names_somebody(token) for token in head):
            return None
        if trigger.start > colon:
            return _Head(trigger, head) if status == "asserted" and _is_of_court(head) else None
        if status == "asserted" and not self.doc[line.start : trigger.start].text.strip():
            told = [offense for offense in self.offenses.get(trigger.start, []) if offense.end <= colon]
            return _Head(trigger, head, tuple(told))
        whole = not self.doc[colon + 1 : line.end].text.strip() and _OF_ALL.search(head.text)
        return _Head(trigger, head) if whole and status in ("asserted", "general") else None

    def _names_somebody(self, token: Token) -> bool:
        """Whether a name begins here that is no court's: "before Lee Crown Court"."""
        name = self.names.get(token.i)
        return name is not None and self.doc[name.end].lower_ not in _COURTS

    # -- what stands below ----------------------------------------------------------------------------------

    def _read(self, head: _Head) -> Table | None:
        """The entries below the head, up to the first line that is neither entry nor heading."""
        facts: list[Fact] = []
        tokens = set(range(head.span.start, head.span.end))
        heading = head.offenses
        for stretch in self._stretches(head.span.end):
            entry = self._entry(stretch, _is_of_court(head.span))
            found = self._facts(head, heading, entry) if entry is not None else []
            named = self._heading(stretch) if entry is None else ()
            if not (found or named or self._passes(stretch, entry)):
                break
            heading = named or heading
            facts += found
            tokens.update(range(stretch.start, stretch.end) if found or named else ())
        return _table(facts, tokens)

    def _stretches(self, at: int) -> Iterator[Span]:
        """What is parted by lines, or by a semicolon before a name, without the marks that open it."""
        while at < len(self.doc):
            end = self.doc[at].sent.end
            parts = (token.i + 1 for token in self.doc[at:end] if token.text == ";")
            end = next((part for part in parts if part < end and self._opening(part, end) in self.names), end)
            start = self._opening(at, end)
            if self.doc[start:end].text.strip():
                yield self.doc[start:end]
            at = end

    def _opening(self, at: int, end: int) -> int:
        """The token behind the mark that opens an item."""
        mark = _MARK.match(self.doc[at:end].text)
        first = self.doc[at].idx + (mark.end() if mark else 0)
        return next((token.i for token in self.doc[at:end] if token.idx >= first), end)

    def _heading(self, line: Span) -> tuple[Offense, ...]:
        """The offense that a line is: "First-degree robbery", "THEFT:"."""
        text = line.text.strip().rstrip(":").rstrip()
        hit = next((hit for hit in self.doc.spans["lexicon"] if line.start <= hit.start < line.end), None)
        prose = text.endswith(".") or bool(self._triggers(line)) or not _is_verbless(line)
        words = text.lower().split()
        if hit is None or prose or len(words) > _LONGEST or not _NO_OFFENSE.isdisjoint(words):
            return ()
        if any(token.i in self.names for token in line):
            return ()
        return (Offense(text, line.start, line.end, hit.kb_id_ or None),)

    def _passes(self, line: Span, entry: _Entry | None) -> bool:
        """Whether a docket goes on behind the line: prose about one of all, a bullet, or the name of a part."""
        if entry is not None:
            return entry.aged and bool(entry.triggers)
        short = len(line.text.split()) <= _FEW and line.text.strip()[-1:].isalpha()
        return short or self._is_bulleted(line)

    def _is_bulleted(self, line: Span) -> bool:
        return self.doc[max(line.start - 2, 0) : line.start].text.strip()[-1:] in tuple("•*·▪●-–")

    # -- entries --------------------------------------------------------------------------------------------

    def _entry(self, stretch: Span, in_court: bool = False) -> _Entry | None:
        """The entry that a stretch is; None where it does not begin with a name."""
        first = next((token.i for token in stretch[:3] if token.i in self.listed), None)
        title = self.doc[stretch.start : first].text  # "Lt."
        if first is None or not (title == "" or (title[:1].isupper() and title.endswith("."))):
            return None
        name = self.listed[first]
        entry = _Entry(name, stretch)
        sure = False
        for piece, lead in self._pieces(name.end, stretch.end):
            self._take(entry, piece, in_court or (sure and bool(entry.offenses)))
            sure = sure or lead in (":", "–", "—", "-")
        if not entry.offenses and any(trigger._.rule.group != "sentences" for trigger in entry.triggers):
            entry.strange = True
        return entry

    def _pieces(self, start: int, end: int) -> Iterator[tuple[Span, str]]:
        """The pieces of an entry, each with what leads from it to the next; no offense and no sum is cut."""
        text, base = self.doc[start:end].text, self.doc[start].idx if start < end else 0
        whole = [(span.start_char, span.end_char) for name in ("lexicon", "penalties") for span in self.doc.spans[name]]
        at = 0
        for border in [*_PARTS.finditer(text), None]:
            first, last = border.span() if border else (len(text), len(text))
            if border and any(a < base + first < b for a, b in whole):
                continue
            piece = self.doc.char_span(base + at, base + first, alignment_mode="contract") if first > at else None
            if piece is not None and piece.text.strip():
                yield piece, (border["lead"] or "").strip() if border else ""
            at = last

    def _take(self, entry: _Entry, piece: Span, sure: bool) -> None:
        """Add what a piece says to the entry."""
        hits, penalties = (
            [span for span in self.doc.spans[spans] if piece.start <= span.start < piece.end]
            for spans in ("lexicon", "penalties")
        )
        within = {token.i for hit in hits for token in hit}
        triggers = [t for t in self._triggers(piece) if t.start not in within and t._.rule.sense != "counts"]
        text = piece.text.strip(" .")
        if triggers or penalties:
            self._take_ruling(entry, piece, hits, penalties, triggers)
        elif hits or (sure and self._is_unknown(piece, entry)):
            self._take_offense(entry, piece, hits)
        elif _AGE.fullmatch(text) or _SEE.fullmatch(text):
            entry.aged = True
        elif not (_TOWN.fullmatch(text) or all(_is_usual(token) for token in piece)):
            entry.strange = True

    def _is_unknown(self, piece: Span, entry: _Entry) -> bool:
        """Whether a piece can be an offense that no rule knows: ": theft, fleeing an officer"."""
        words = [token for token in piece if not token.is_space]
        first = not (entry.penalties or entry.triggers) and words[0].is_lower and words[0].lower_ not in _USUAL
        return first and words[-1].tag_ in _NOUNS and all(token.tag_ not in (*_FINITE, "VBN") for token in words)

    def _take_offense(self, entry: _Entry, piece: Span, hits: list[Span]) -> None:
        match = COUNTED.fullmatch(piece.text.strip(" ."))
        ruled = any(trigger._.rule.group != "sentences" for trigger in entry.triggers)  # "was convicted May 3, of"
        prose = any(token.i in self.names for token in piece) or not _is_verbless(piece)
        if match is None or ruled or prose or not _is_offense(match["offense"].lower().split()):
            entry.strange = True
            return
        first = piece.start_char + piece.text.index(match["offense"])
        span = self.doc.char_span(first, first + len(match["offense"]), alignment_mode="expand") or piece
        counts = number(match["before"] or match["worded"] or match["after"] or "")
        code = hits[0].kb_id_ or None if hits else None
        entry.offenses.append(Offense(match["offense"], span.start, span.end, code, counts, sure=bool(hits)))

    def _take_ruling(
        self, entry: _Entry, piece: Span, hits: list[Span], penalties: list[Span], triggers: list[Span]
    ) -> None:
        """Add how it ended: "guilty plea", "fined $90 by Judge Roe", "two years for theft"."""
        sentence = bool(hits) and any(trigger._.rule.group != "sentences" for trigger in triggers)
        if sentence or not self._is_plain(piece, [*hits, *triggers, *penalties], bool(penalties)):
            entry.strange = True  # "Max Poe, 33, pleaded guilty to theft" is for those to read who read prose
        entry.offenses += [Offense(hit.text, hit.start, hit.end, hit.kb_id_ or None) for hit in hits]
        taken = {offense.start for _, offenses in entry.penalties for offense in offenses}
        fresh = tuple(offense for offense in entry.offenses if offense.start not in taken)
        same = entry.penalties[-1][1] if entry.penalties else ()
        entry.penalties += [(penalty, fresh or same) for penalty in penalties if not _is_cost(penalty)]
        entry.triggers += triggers

    def _is_plain(self, piece: Span, found: list[Span], penal: bool) -> bool:
        """Whether a piece has no words beside those found but usual ones and, behind them, a cause or a judge."""
        cause = _CAUSE.search(piece.text, found[-1].end_char - piece.start_char if penal else 0)
        told = self.doc.char_span(piece.start_char, piece.start_char + cause.start()) if cause else None
        read = {token.i for span in found for token in span}
        return all(_is_usual(token) for token in told or piece if token.i not in read)

    # -- what an entry states -------------------------------------------------------------------------------

    def _facts(self, head: _Head, heading: tuple[Offense, ...], entry: _Entry) -> list[Fact]:
        """What one entry states; nothing where it has words that belong to no docket."""
        bare = not (entry.offenses or entry.penalties or entry.triggers)
        if entry.strange and not (bare and entry.aged and _is_verbless(entry.span)):
            return []
        if bare and not (entry.aged or self._is_bulleted(entry.span)):
            return []
        offenses = tuple(entry.offenses) or heading
        own = [trigger for trigger in entry.triggers if trigger._.rule.group != "sentences"]
        ruling = own[0] if own else head.trigger
        facts = self._penal(entry, offenses, ruling, head.trigger)
        if entry.penalties and (ruling._.rule.group == "charges" or not facts):
            return []
        if ruling._.rule.group != "sentences":
            facts = [*(self._ruled(ruling, entry, offense) for offense in offenses), *facts]
        told = self._dated(self._fact(head.trigger, entry), head)
        return [fact.filled(told, "date", "court", "judge") for fact in facts]

    def alone(self, sentence: Span) -> Table | None:
        """The entry that a sentence is, if it says by itself how the matter ended."""
        start = self._opening(sentence.start, sentence.end)
        if start == sentence.end or start not in self.names:
            return None
        entry = self._entry(self.doc[start : sentence.end])
        if entry is None or entry.strange or not (entry.aged and entry.offenses):
            return None
        rulings = [t for t in entry.triggers if t._.rule.group != "sentences"]
        if len(rulings) != 1 or rulings[0]._.said.status != "asserted":
            return None
        offenses = tuple(entry.offenses)
        facts = [self._ruled(rulings[0], entry, offense) for offense in offenses]
        facts += self._penal(entry, offenses, rulings[0], rulings[0])
        return _table(facts, set(range(sentence.start, sentence.end)))

    def behind(self, sentence: Span) -> Table | None:
        """The penalties to which no verb leads: "Max Poe, 33, pleaded guilty to theft; 18 months' probation."."""
        start = self._opening(sentence.start, sentence.end)
        stop = next((token.i for token in sentence if token.text == ";"), None)
        if stop is None or start not in self.names:
            return None
        entry = _Entry(self.names[start], self.doc[start : sentence.end])
        aged = _AGE.match(self.doc[entry.name.end : stop].text.lstrip(" ,"))
        verdicts = [t for t in self._triggers(self.doc[start:stop]) if t._.rule.get("outcome") == "convicted"]
        if aged is None or len(verdicts) != 1 or verdicts[0]._.said.status != "asserted":
            return None
        for piece, _ in self._pieces(stop + 1, sentence.end):
            told = [span for span in self.doc.spans["penalties"] if piece.start <= span.start < piece.end]
            if not told or self.doc[piece.start : told[0].start].text.strip() or self._triggers(piece):
                break
            entry.penalties.append((told[0], tuple(self.offenses.get(verdicts[0].start, ()))))
        facts = self._penal(entry, (), verdicts[0], verdicts[0])
        return _table(facts, {stop})

    def _ruled(self, trigger: Span, entry: _Entry, offense: Offense) -> Fact:
        """The charge or verdict that a trigger states of whom an entry names."""
        rule = trigger._.rule
        values: dict[str, object] = {"counts": offense.counts}
        if rule.group == "charges":
            values |= {"action": rule.get("action") or "charged", "plea": rule.get("plea")}
        else:
            outcome = str(rule.get("outcome"))
            method = rule.get("method") or self.circumstances.decided_by(trigger, outcome)
            values |= {"outcome": outcome, "method": method, "prejudice": None}
        fact = replace(self._fact(trigger, entry), type=rule.group.removesuffix("s"), values=values)
        return _for(fact, (offense,))

    def _penal(self, entry: _Entry, offenses: tuple[Offense, ...], ruling: Span, head: Span) -> list[Fact]:
        """The penalties of an entry, each for what it names before, else for all; none where one is not plain."""
        told = [trigger for trigger in entry.triggers if trigger._.rule.group == "sentences"]
        trigger = told[0] if told else head
        if not (trigger._.rule.group == "sentences" or ruling._.rule.get("outcome") == "convicted"):
            return []
        stated = [(_of_kind(span, trigger, entry.span), fors) for span, fors in entry.penalties]
        if any(penalty is None for penalty, _ in stated):
            return []
        return [
            _for(
                replace(self._fact(trigger, entry), type="sentence", values=penalty.values("imposed")), fors or offenses
            )
            for penalty, fors in stated
            if penalty is not None
        ]

    def _fact(self, trigger: Span, entry: _Entry) -> Fact:
        """A fact of whom the entry names, as yet without an offense, with day, court and judge of the trigger."""
        about = self.circumstances.of(trigger)
        return Fact(
            type="charge",
            person=entry.name._.mention.person,
            phrase=None,
            offense=None,
            offense_code=None,
            rule=trigger._.rule.id,
            start=entry.name.start_char,
            end=entry.span.end_char,
            trigger=trigger,
            values={},
            date=about.date,
            court=about.court,
            judge=about.judge,
            places=about.places,
            linked_by="list",
        )

    def _dated(self, fact: Fact, head: _Head) -> Fact:
        """The fact with the one day that the head names: "Charges filed on Monday:"."""
        days = [s for s in self.doc.spans["dates"] if head.span.start <= s.start < head.span.end and s.kb_id_]
        if fact.date is not None or len(days) != 1:
            return fact
        return fact.put("date", PartialDate.parse(days[0].kb_id_), (days[0].start_char, days[0].end_char))


def _table(facts: list[Fact], tokens: set[int]) -> Table | None:
    people = {fact.person.id: fact.person for fact in facts if fact.person is not None}
    return Table(tuple(facts), tuple(people.values()), frozenset(tokens)) if facts else None


def _is_offense(words: list[str]) -> bool:
    """Whether the words of a piece can be an offense's, and of nothing that was said before."""
    return 0 < len(words) <= _LONGEST and _NO_OFFENSE.isdisjoint(words) and words[:1] not in _LEADING


def _is_of_court(head: Span) -> bool:
    return any(token.lower_ in _COURTS for token in head)


def _is_cost(span: Span) -> bool:
    behind = span.doc[span.end : span.end + 3]
    return any(token.lower_ in _COSTS for token in itertools.takewhile(lambda token: not token.is_punct, behind))


def _is_verbless(span: Span) -> bool:
    return not any(token.tag_ in _FINITE and token.is_lower for token in span)


def _is_usual(token: Token) -> bool:
    if token.is_punct or token.is_space or token.like_num or token.lower_ in _USUAL:
        return True
    before = token.nbor(-1) if token.i else token
    return token.text[0].isupper() and (before.lower_ in ("of", ",", "from") or before.text[0].isupper())


def _for(fact: Fact, offenses: tuple[Offense, ...]) -> Fact:
    """The fact with what it is for: one offense, or several together."""
    if not offenses:
        return fact
    told = joined([offense.text for offense in offenses])
    return replace(fact, offense=told, offense_code=offenses[0].code)


def _of_kind(span: Span, trigger: Span, entry: Span) -> Penalty | None:
    """The penalty, of the kind that the trigger or a word before a bare term or sum tells; None where neither does."""
    penalty: Penalty = span._.penalty
    measured = penalty.duration or penalty.min_duration or penalty.amount
    if _POSSIBLE.search(entry.text):
        return None
    if penalty.kind is not None:
        return penalty if measured or penalty.kind in ("life", "death", "other") else None
    told = [_KINDS[token.lower_] for token in entry[: span.start - entry.start] if token.lower_ in _KINDS]
    kind = told[-1] if told else _STATED.get(str(trigger._.rule.sense))
    return replace(penalty, kind=kind) if (kind == "fine") == (penalty.amount is not None) and kind else None
