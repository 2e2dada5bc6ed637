"""Dockets: people one behind the other or one a line, each with what is not told of all.

A head says what became of all, or before which court ("Sentenced at Kelso Sheriff Court on Tuesday:", "The following
people were charged:"), a heading for what ("Attempted murder"), an entry what is its own: "Max Poe, 33, of Kelso: two
counts of theft". An entry that says by itself how it ended needs no head: "Max Poe, 33, theft, guilty plea, fined $90."
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from casefacts.circumstance import Circumstances
from casefacts.dockets.entry import AGE, Entry, entry_at, pieces
from casefacts.dockets.head import head, heading
from casefacts.dockets.page import Page
from casefacts.dockets.statement import Statements
from casefacts.fact import Fact
from casefacts.forms import words_of
from casefacts.marks import rule_of, said_of
from casefacts.reference import References
from casefacts.tables import Table

_FEW = 4  # words of a line that names a part of a roll


def dockets(doc: Doc, references: References, circumstances: Circumstances) -> Iterator[Table]:
    """The dockets of an article, with the tokens that are read with them."""
    page = Page(doc, references)
    statements = Statements(page, circumstances)
    at = 0
    for sentence in doc.sents:
        if sentence.start < at:
            continue
        found = (read(sentence, page, statements) for read in (_below, _alone, _behind))
        docket = next((docket for docket in found if docket is not None), None)
        if docket is not None:
            at = max(docket.tokens) + 1
            yield docket


def _below(line: Span, page: Page, statements: Statements) -> Table | None:
    """The entries below the head that the line has, up to the first line that is neither entry nor heading."""
    above = head(line, page)
    if above is None:
        return None
    facts: list[Fact] = []
    tokens = set(range(above.span.start, above.span.end))
    offenses = above.offenses
    for stretch in page.stretches(above.span.end):
        entry = entry_at(stretch, page, above.in_court)
        found = statements.below(above, offenses, entry) if entry is not None else []
        named = heading(stretch, page) if entry is None else ()
        if not (found or named or _passes(stretch, entry, page)):
            break
        offenses = named or offenses
        facts += found
        tokens.update(range(stretch.start, stretch.end) if found or named else ())
    return _table(facts, tokens)


def _passes(line: Span, entry: Entry | None, page: Page) -> bool:
    """Whether a docket goes on behind the line: prose about one of all, a bullet, or the name of a part."""
    if entry is not None:
        return entry.aged and bool(entry.triggers)
    short = len(line.text.split()) <= _FEW and line.text.strip()[-1:].isalpha()
    return short or page.is_bulleted(line)


def _alone(sentence: Span, page: Page, statements: Statements) -> Table | None:
    """The entry that a sentence is, if it says by itself how the matter ended."""
    start = page.opening(sentence.start, sentence.end)
    named = start < sentence.end and start in page.names
    entry = entry_at(page.doc[start : sentence.end], page) if named else None
    if entry is None or entry.strange or not (entry.aged and entry.offenses):
        return None
    if len(entry.rulings) != 1 or said_of(entry.rulings[0]).status != "asserted":
        return None
    ruling, offenses = entry.rulings[0], tuple(entry.offenses)
    facts = [statements.ruled(ruling, entry, offense) for offense in offenses]
    facts += statements.penal(entry, offenses, ruling, ruling)
    return _table(facts, set(range(sentence.start, sentence.end)))


def _behind(sentence: Span, page: Page, statements: Statements) -> Table | None:
    """The penalties to which no verb leads: "Max Poe, 33, pleaded guilty to theft; 18 months' probation."."""
    words = words_of(page.doc)
    stop = next((i for i in range(sentence.start, sentence.end) if words[i] == ";"), None)
    if stop is None:
        return None
    start = page.opening(sentence.start, sentence.end)
    if start not in page.names:
        return None
    entry = Entry(page.names[start], page.doc[start : sentence.end])
    verdict = _only_conviction(page.doc[start:stop], page)
    if verdict is None or not AGE.match(page.doc[entry.name.end : stop].text.lstrip(" ,")):
        return None
    offenses = tuple(page.offenses.get(verdict.start, ()))
    entry.penalties = [(span, offenses) for span in _penalties(stop + 1, sentence, page)]
    return _table(statements.penal(entry, (), verdict, verdict), {stop})


def _only_conviction(part: Span, page: Page) -> Span | None:
    """The trigger that says that somebody was convicted, if it is one and asserted."""
    verdicts = [t for t in page.within("triggers", part) if rule_of(t).get("outcome") == "convicted"]
    return verdicts[0] if len(verdicts) == 1 and said_of(verdicts[0]).status == "asserted" else None


def _penalties(start: int, sentence: Span, page: Page) -> Iterator[Span]:
    """The penalties with which the pieces of a sentence begin, from a token on."""
    for piece in pieces(start, sentence.end, page):
        told = piece.penalties
        if not told or page.doc[piece.span.start : told[0].start].text.strip() or page.within("triggers", piece.span):
            return
        yield told[0]


def _table(facts: list[Fact], tokens: set[int]) -> Table | None:
    people = {fact.person.id: fact.person for fact in facts if fact.person is not None}
    return Table(tuple(facts), tuple(people.values()), frozenset(tokens)) if facts else None
