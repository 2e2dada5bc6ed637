"""A language model's vectors of words, each computed once, and its arithmetic.

What spaCy calls an embedding looks at nothing but the word itself, and takes a third of the time of all vectors.
"""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps, registry

_KEPT = 20_000  # words; with 96 numbers for each, 8 MB

_Vectors = np.ndarray[Any, np.dtype[np.float32]]


@registry.ops("casefacts")
class Arithmetic(NumpyOps):  # type: ignore[misc]
    """thinc's own, but for `maxout`, in a third of the time; for reading, not for training."""

    name = "casefacts"

    def maxout(self, X: Any) -> tuple[Any, Any]:
        """The largest along the last axis; None for which one it is, as only training asks."""
        largest = X[:, :, 0]
        for i in range(1, X.shape[2]):
            largest = np.maximum(largest, X[:, :, i])
        return largest, None


class _Double(Arithmetic):
    """Products in double precision: the last bits of one in single precision depend on the other rows."""

    name = "casefacts-double"

    def gemm(self, x: Any, y: Any, **how: Any) -> Any:
        return super().gemm(x.astype("float64"), y.astype("float64"), **how).astype("float32")


def remember_words(model: Model[Any, Any]) -> None:
    """Have each embedding within a model keep the vectors of the words that it has seen."""
    for encoder in list(model.walk()):
        embedding = encoder.maybe_get_ref("embed")
        if embedding is not None and embedding.has_dim("nO"):
            words = _Words(embedding)
            model.replace_node(embedding, Model("words", lambda _, docs, is_train, words=words: (words(docs), None)))


class _Words:
    """The vectors of words by themselves; as many as there is room for are kept."""

    def __init__(self, embedding: Model[Any, Any]) -> None:
        self.embedding = embedding
        for node in embedding.walk():
            node.ops = _Double(use_blis=False)
        self.rows: dict[int, int] = {}  # where in `vectors` the word is, with or without a space behind it
        self.vectors: _Vectors = np.empty((_KEPT, embedding.get_dim("nO")), dtype="float32")

    def __call__(self, docs: list[Doc]) -> list[_Vectors]:
        """For each Doc, which has nothing but words, one row a token."""
        spelt: Any = np.concatenate([doc.to_array(["ORTH", "SPACY"]) for doc in docs])
        keys, first, places = np.unique(spelt[:, 0] ^ spelt[:, 1], return_index=True, return_inverse=True)
        if len(keys) > _KEPT:
            return cast(list[_Vectors], self.embedding.predict(docs))
        words: list[int] = keys.tolist()
        new = [at for at, word in enumerate(words) if word not in self.rows]
        if len(self.rows) + len(new) > _KEPT:
            self.rows.clear()
            new = list(range(len(words)))
        if new:
            vocab = docs[0].vocab
            orths, spaces = spelt[first[new]].T.tolist()
            doc = Doc(vocab, [vocab.strings[orth] for orth in orths], list(map(bool, spaces)))
            rows = range(len(self.rows), len(self.rows) + len(new))
            self.vectors[rows.start : rows.stop] = self.embedding.predict([doc])[0]
            self.rows.update(zip((words[at] for at in new), rows, strict=True))
        vectors = self.vectors[[self.rows[word] for word in words]][places]
        return np.split(vectors, np.cumsum([len(doc) for doc in docs])[:-1])
