"""An article to its records: gate, pipeline, assembly, merging."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from casefacts import focus
from casefacts.assembly import Assembly, assemble
from casefacts.cases import cases
from casefacts.fact import Fact
from casefacts.forms import text_of
from casefacts.gate import Gate
from casefacts.nlp import SENTENCES, LayoutTokenizer, build
from casefacts.normalised import Normalised, normalised
from casefacts.prospect import Prospect
from casefacts.records import COMPLETED, AnyRecord, Article, Charge, Evidence, Sentence, Verdict, identified
from casefacts.stages.assertion import Assertion
from casefacts.stages.sentences import sentences

# "Ana Roe-\nMarsh": a line that ends with the hyphen of a name
_BROKEN = re.compile(r"-[^\S\n]*\n\s*")
_TYPES: dict[str, type[Charge] | type[Verdict] | type[Sentence]] = {
    "charge": Charge,
    "verdict": Verdict,
    "sentence": Sentence,
}


class Extractor:
    """Makes records from articles; holds one loaded pipeline.

    With `focused`, articles that cannot state a fact are not parsed; the records are the same without. `own_rules` is a
    folder of rules that go on top of the English ones.
    """

    def __init__(
        self,
        model: str | None = None,
        nlp: Language | None = None,
        focused: bool = True,
        own_rules: Path | None = None,
    ) -> None:
        self.nlp = nlp or build(model, own_rules)
        self._prospect = Prospect(self.nlp)
        self.gate = Gate(self._prospect.triggers.rulebook)
        self._words = self.nlp.tokenizer.words if isinstance(self.nlp.tokenizer, LayoutTokenizer) else frozenset()
        self.focused = focused

    @property
    def assertion(self) -> Assertion:
        """The stage that says what is said of each trigger of the Doc that it read last."""
        return next(stage for _, stage in self.nlp.pipeline if isinstance(stage, Assertion))

    def records(self, article: Article) -> list[AnyRecord]:
        """The article's records, in text order."""
        found = [record for doc, start in self.docs(article) for record in self.read(doc, article, start)[0]]
        return identified(found, article)

    def docs(self, article: Article) -> Iterator[tuple[Doc, int]]:
        """The parts of the article that went through all stages, each with the code point at which it begins.

        Nothing that could not state a fact is parsed. A very long text is read part by part: who "he" is in one part
        is not known in the next.
        """
        for start, end in focus.parts(article.text):
            copy = self.copy(article.text[start:end])
            if self.focused and not self.gate(copy.text):
                continue
            doc = self._begun(copy, article)
            if not self.focused or self._prospect(doc):
                yield self._finished(doc), start

    def has_prospect(self, article: Article) -> bool:
        """Whether the article's words leave room for a fact, before any parsing."""
        copy = self.copy(article.text)
        return self.gate(copy.text) and self._prospect(self._begun(copy, article))

    def copy(self, text: str) -> Normalised:
        """The text as the rules read it."""
        return normalised(text, self._words)

    def doc(self, article: Article) -> Doc:
        """The article as a Doc that went through all stages; `place` leads from its characters to the article's."""
        return self._finished(self._begun(self.copy(article.text), article))

    def _begun(self, copy: Normalised, article: Article) -> Doc:
        """Tokens and sentences."""
        doc = self.nlp.make_doc(copy.text)
        doc.user_data["normalised"] = copy
        doc.user_data["published"] = article.published
        doc.user_data["headlines"] += _title(copy.text, article.title, doc.user_data["headlines"])
        return sentences(doc)

    def _finished(self, doc: Doc) -> Doc:
        for name, stage in self.nlp.pipeline:
            if name != SENTENCES:
                doc = stage(doc)
        return doc

    def read(self, doc: Doc, article: Article, offset: int = 0) -> tuple[list[AnyRecord], Assembly]:
        """The records of a Doc that begins at `offset` in the article, without ids, and the assembly they came of."""
        told, assembly = self.told(doc, article, offset)
        return [record for record, _ in told], assembly

    def told(
        self, doc: Doc, article: Article, offset: int = 0, every_reason: bool = False
    ) -> tuple[list[tuple[AnyRecord, Fact]], Assembly]:
        """As `read`, each record with the event that it was made of; `every_reason` see `assemble`."""
        assembly = assemble(doc, every_reason)
        told = [(as_record(doc, fact, article, offset), fact) for fact in cases(assembly.facts)]
        return sorted(told, key=lambda pair: (pair[0].evidence.start, pair[0].evidence.end, pair[0].type)), assembly


def place(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Where the characters `start` to `end` of a Doc of this extractor's stand in the text that it was made of."""
    copy: Normalised = doc.user_data["normalised"]
    return copy.span(start, end)


def _title(text: str, title: str | None, headlines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The first line, if it is the title that a page declares and no headline by its looks, with a text below it."""
    first, _, below = text.partition("\n")
    span = (0, len(first))
    is_title = title is not None and bool(below.strip()) and first.split() == title.split()
    return [span] if is_title and span not in headlines else []


def as_record(doc: Doc, fact: Fact, article: Article, offset: int = 0) -> AnyRecord:
    """The record of a fact of a Doc that begins at the code point `offset` of the article; it has no id yet."""
    first, last = _sentences_around(doc, fact)
    outside = [
        name
        for name in COMPLETED
        if fact.get(name) is not None and not (first <= fact.place(name)[0] and fact.place(name)[1] <= last)
    ]
    shared: dict[str, Any] = {
        "article": article.name,
        "case": fact.case or None,
        "defendant": " ".join(_BROKEN.sub("-", fact.defendant).split()),
        "linked_by": fact.linked_by,
        "offense": fact.offense,
        "offense_code": fact.offense_code,
        "date": str(fact.date) if fact.date else None,
        "court": fact.court,
        "judge": fact.judge,
        "attributed_to": fact.attributed_to,
        "inferred": outside,
        "rule": fact.rule,
        "evidence": Evidence.of(article, *_shifted(doc, fact.start, fact.end, offset)),
        "context": Evidence.of(article, *_shifted(doc, first, last, offset)),
        "sources": {
            name: _shifted(doc, *fact.place(name), offset)
            for name in ("offense", *fact.values, "date", "court", "judge")
            if fact.get(name) is not None
        },
    }
    return _TYPES[fact.type](**shared, **fact.values)


def _shifted(doc: Doc, start: int, end: int, offset: int) -> tuple[int, int]:
    first, last = place(doc, start, end)
    return first + offset, last + offset


def _sentences_around(doc: Doc, fact: Fact) -> tuple[int, int]:
    """The characters of the sentence in which the evidence stands, or of those that it begins and ends in."""
    span = doc.char_span(fact.start, fact.end, alignment_mode="expand")
    if span is None:
        return fact.start, fact.end
    first, last = span[0].sent.start_char, span[-1].sent.end_char
    text = text_of(doc)[first:last]
    blank = len(text) - len(text.lstrip())
    return min(first + blank, fact.start), max(first + len(text.rstrip()), fact.end)
