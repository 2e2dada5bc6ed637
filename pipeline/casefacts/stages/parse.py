"""Tags, the parse and named entities, of each sentence by itself.

A model that reads a sentence within its text gives another parse for one sentence in five and other names for one in
ten; read by itself, a sentence has the same ones whatever else is read or left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from spacy.tokens import Doc, Span

_WRITTEN: list[int | str] = ["TAG", "POS", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]


class Parse:
    """The stage: runs a language model's components, in their order, on the sentences of a Doc."""

    def __init__(self, components: list[Any]) -> None:
        self.components = components

    def __call__(self, doc: Doc) -> Doc:
        """Writes tags, heads, relations and entities; sentences must be set, and stay as they are."""
        units: Iterator[Doc] = (_unit(sentence) for sentence in doc.sents)
        for component in self.components:
            units = component.pipe(units) if hasattr(component, "pipe") else map(component, units)
        rows = [unit.to_array(_WRITTEN) for unit in units]
        written: Any = np.concatenate(rows) if rows else None
        return doc.from_array(_WRITTEN, written) if rows else doc


def _unit(sentence: Span) -> Doc:
    """The sentence as a Doc of its own, in which the parser starts no other."""
    return Doc(
        sentence.doc.vocab,
        words=[token.text for token in sentence],
        spaces=[bool(token.whitespace_) for token in sentence],
        sent_starts=[token.i == sentence.start for token in sentence],
    )
