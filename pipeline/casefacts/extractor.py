"""An article to its records: gate, pipeline, assembly, merging."""

from __future__ import annotations

import re
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from casefacts import focus
from casefacts.assemble import Assembly, assemble
from casefacts.events import Fact, merge
from casefacts.nlp import SENTENCES, build
from casefacts.prospect import Prospect
from casefacts.records import AnyRecord, Article, Charge, Evidence, Sentence, Verdict, identified
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

    With `focused`, articles that cannot state a fact are not parsed; the records are the same without.
    """

    def __init__(self, model: str | None = None, nlp: Language | None = None, focused: bool = True) -> None:
        self.nlp = nlp or build(model)
        self._prospect = Prospect(self.nlp)
        self.focused = focused

    def records(self, article: Article) -> list[AnyRecord]:
        """The article's records, in text order; nothing that could not state a fact is parsed.

        A very long text is read part by part: who "he" is in one part is not known in the next.
        """
        found: list[AnyRecord] = []
        for start, end in focus.parts(article.text):
            text = article.text[start:end]
            if self.focused and not focus.has_cue(text):
                continue
            doc = self._begun(text, article)
            if not self.focused or self._prospect(doc):
                found += self.read(self._finished(doc), article, start)[0]
        return identified(found, article)

    def has_prospect(self, article: Article) -> bool:
        """Whether the article's words leave room for a fact, before any parsing."""
        return focus.has_cue(article.text) and self._prospect(self._begun(article.text, article))

    def doc(self, article: Article) -> Doc:
        """The article as a Doc that went through all stages."""
        return self._finished(self._begun(article.text, article))

    def _begun(self, text: str, article: Article) -> Doc:
        """Tokens and sentences."""
        doc = self.nlp.make_doc(text)
        doc.user_data["published"] = article.published
        return sentences(doc)

    def _finished(self, doc: Doc) -> Doc:
        for name, stage in self.nlp.pipeline:
            if name != SENTENCES:
                doc = stage(doc)
        return doc

    def read(self, doc: Doc, article: Article, offset: int = 0) -> tuple[list[AnyRecord], Assembly]:
        """The records of a Doc that begins at `offset` in the article, without ids, and the assembly they came of."""
        assembly = assemble(doc)
        records = [_record(fact, article, offset) for fact in merge(assembly.facts)]
        return sorted(records, key=lambda r: (r.evidence.start, r.evidence.end, r.type)), assembly


def _record(fact: Fact, article: Article, offset: int) -> AnyRecord:
    shared: dict[str, Any] = {
        "article": article.name,
        "defendant": " ".join(_BROKEN.sub("-", fact.defendant).split()),
        "offense": fact.offense,
        "offense_code": fact.offense_code,
        "date": str(fact.date) if fact.date else None,
        "court": fact.court,
        "judge": fact.judge,
        "attributed_to": fact.attributed_to,
        "rule": fact.rule,
        "evidence": Evidence.of(article, fact.start + offset, fact.end + offset),
    }
    return _TYPES[fact.type](**shared, **fact.values)
