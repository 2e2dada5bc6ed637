"""Tags, the parse and named entities, of each sentence by itself.

A model that reads a sentence within its text gives another parse for one sentence in five and other names for one in
ten; read by itself, a sentence has the same ones whatever else is read or left out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import numpy as np
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab
from thinc.api import Model

from casefacts.vectors import remember_words

_WRITTEN: list[int | str] = ["TAG", "POS", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]
_KEPT = 10_000  # sentences whose parse is kept, of some 1,500 bytes each
_SPACE = ("_SP", 0, 0, "ROOT", 2, 0)  # what models find in white space: its tag, no head but itself, no entity


class Parse:
    """The stage: runs a language model's components, in their order, on the sentences of a Doc."""

    def __init__(self, components: list[Any]) -> None:
        self.components = components
        self.known: dict[bytes, Any] = {}  # what is written of a sentence by its words: many stand in several articles
        for component in components:
            if isinstance(model := getattr(component, "model", None), Model):
                remember_words(model)

    def __call__(self, doc: Doc) -> Doc:
        """Writes tags, heads, relations and entities; sentences must be set, and stay as they are."""
        if not len(doc):
            return doc
        places = [(sentence.start, sentence.end) for sentence in doc.sents if not _is_blank(sentence)]
        spelt: Any = doc.to_array(["ORTH", "SPACY"])
        written = _blank(doc)
        for (start, end), parse in zip(places, self._parses(doc.vocab, [spelt[a:z] for a, z in places]), strict=True):
            written[start:end] = parse
        return doc.from_array(_WRITTEN, written)

    def _parses(self, vocab: Vocab, sentences: list[Any]) -> list[Any]:
        """What is written of sentences, each given by its words and spaces; the components read what is new."""
        if len(self.known) > _KEPT:
            self.known.clear()
        keys = [sentence.tobytes() for sentence in sentences]
        new = {key: sentence for key, sentence in zip(keys, sentences, strict=True) if key not in self.known}
        units = [_unit(vocab, *sentence.T.tolist()) for sentence in new.values()]
        for component in self.components if units else ():
            units = _read(component, units)
        self.known.update(zip(new, (unit.to_array(_WRITTEN) for unit in units), strict=True))
        return [self.known[key] for key in keys]


def _is_blank(sentence: Span) -> bool:
    """Whether it is one token of white space."""
    return len(sentence) == 1 and sentence[0].is_space


def _blank(doc: Doc) -> Any:
    """What is written of each token, as if all were white space."""
    space = [doc.vocab.strings.add(value) if isinstance(value, str) else value for value in _SPACE]
    return np.tile(np.array(space, dtype="uint64"), (len(doc), 1))


def _unit(vocab: Vocab, words: list[int], spaces: list[int]) -> Doc:
    """A sentence as a Doc of its own, in which the parser starts no other."""
    return Doc(vocab, words, spaces, sent_starts=[True, *[False] * (len(words) - 1)])  # type: ignore[arg-type]


def _read(component: Any, units: list[Doc]) -> list[Doc]:
    """The units with what a component finds in them."""
    if isinstance(component, (DependencyParser, EntityRecognizer)) and component.cfg["beam_width"] == 1:
        component.set_annotations(units, _final_states(component, units))
        return units
    return list(component.pipe(units) if hasattr(component, "pipe") else map(component, units))


def _final_states(parser: Any, units: list[Doc]) -> list[Any]:
    """What `parser.predict` gives, all units a step at a time, in half the time.

    spaCy's own loop runs without Python's lock and takes it again for each move that it considers; here it is held.
    """
    states: list[Any] = parser.moves.init_batch(units)
    score = _scoring(parser.model, parser.model.predict(units))
    unfinished = [state for state in states if not state.is_final()]
    while unfinished:
        unfinished = parser.transition_states(unfinished, score(unfinished))
    return states


def _scoring(model: Model[Any, Any], step: Any) -> Callable[[list[Any]], Any]:
    """What `step.predict` gives; where each move was seen in training, without looking for the others at each step."""
    if model.attrs["unseen_classes"] or not model.attrs["has_upper"]:
        return cast(Callable[[list[Any]], Any], step.predict)
    hidden, weights, bias = step.state2vec.predict, step.vec2scores.get_param("W").T, step.vec2scores.get_param("b")
    return lambda states: hidden(step.get_token_ids(states)) @ weights + bias
