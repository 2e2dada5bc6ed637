"""Extract from an article and keep what happened on the way."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from casefacts.assembly import Assembly
from casefacts.extractor import Extractor, as_record, place
from casefacts.fact import Fact
from casefacts.gold import as_gold
from casefacts.marks import mention_of, rule_of
from casefacts.records import AnyRecord, Article, identified
from casefacts.trace import Naming, Statement, Trace

_TYPES = {"charges": "charge", "verdicts": "verdict", "sentences": "sentence"}
# Why a statement gave no record though a fact was made of it
ANNOUNCED = "it only announces what others tell"


def traced(extractor: Extractor, article: Article) -> tuple[list[AnyRecord], Trace]:
    """The article's records, the same as without a trace, and the trace."""
    records: list[AnyRecord] = []
    statements: list[Statement] = []
    namings: list[Naming] = []
    sentences: list[int] = []
    for doc, offset in extractor.docs(article):
        found, assembly = extractor.read(doc, article, offset)
        records += found
        statements += _statements(doc, assembly, article, offset)
        namings += [
            Naming(mention_of(span).person.name, place(doc, span.start_char, span.end_char)[0] + offset)
            for span in doc.spans["people"]
            if mention_of(span).person is not None
        ]
        sentences += [place(doc, each.start_char, each.end_char)[0] + offset for each in doc.sents]
    statements.sort(key=lambda statement: (statement.start, statement.end, statement.type))
    return identified(records, article), Trace(article.text, tuple(statements), tuple(namings), tuple(sentences))


def _statements(doc: Doc, assembly: Assembly, article: Article, offset: int) -> Iterator[Statement]:
    """One for each trigger and type; what gave a fact was not turned down, whatever else was tried with it."""
    given: dict[tuple[str, int, int], list[Fact]] = {}
    for fact in assembly.facts:
        given.setdefault(_place(doc, fact.type, fact.trigger, offset), []).append(fact)
    for where, facts in given.items():
        full = tuple(as_gold(as_record(doc, fact, article, offset)) for fact in facts if not fact.announces)
        yield Statement(*where, full, "" if full else ANNOUNCED)
    for rejected in assembly.rejected:
        where = _place(doc, _TYPES[rule_of(rejected.trigger).group], rejected.trigger, offset)
        if where not in given:
            yield Statement(*where, reason=rejected.reason)


def _place(doc: Doc, type_: str, trigger: Span, offset: int) -> tuple[str, int, int]:
    start, end = place(doc, trigger.start_char, trigger.end_char)
    return type_, start + offset, end + offset
