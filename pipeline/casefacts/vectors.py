"""A language model's vectors of words, by themselves, each computed once, and in their sentence; its arithmetic.

What spaCy calls an embedding looks at nothing but the word itself, and takes a third of the time of all vectors.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any, cast

import numpy as np
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps, registry

_KEPT = 20_000  # words; with 96 numbers for each, 8 MB
_CONVOLUTIONS = {f"residual(expand_window>>maxout>>layernorm{end})" for end in ("", ">>dropout")}
_NEIGHBOURS = np.array([-1, 0, 1])
_LEAST = 1e-8  # as in thinc: no spread is 0

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
        embedding, convolutions = encoder.maybe_get_ref("embed"), encoder.maybe_get_ref("encode")
        if embedding is not None and embedding.has_dim("nO"):
            _replace(model, embedding, _Words(embedding))
        if convolutions is not None and _is_known(convolutions):
            _replace(model, convolutions, _InSentence(convolutions))


def _replace(model: Model[Any, Any], node: Model[Any, Any], by: Callable[[Any], Any]) -> None:
    model.replace_node(node, Model(node.name, lambda _, read, is_train: (by(read), None)))


def _is_known(convolutions: Model[Any, Any]) -> bool:
    """Whether each layer looks at a word and its two neighbours, as `_Convolution` does."""
    layers = convolutions.layers[0].layers if convolutions.layers else []
    windows = [node.attrs["window_size"] for node in convolutions.walk() if node.name == "expand_window"]
    names = {layer.name for layer in layers}
    return names <= _CONVOLUTIONS and convolutions.attrs.get("pad") == len(layers) == len(windows) == sum(windows)


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


class _InSentence:
    """The vectors of words with those around them: thinc's convolutions, in three quarters of the time.

    Between sentences stand rows of zeros, one for each layer, of which the last layers need fewer.
    """

    def __init__(self, convolutions: Model[Any, Any]) -> None:
        self.layers = [_Convolution(layer) for layer in convolutions.layers[0].layers]

    def __call__(self, sentences: list[_Vectors]) -> list[_Vectors]:
        """For each sentence one row a token."""
        gap = len(self.layers)
        lengths = np.array([len(rows) for rows in sentences])
        ends = np.cumsum(lengths)
        places = np.arange(ends[-1]) + np.repeat(np.arange(1, len(lengths) + 1) * gap, lengths)
        asked = [np.zeros(ends[-1] + (len(lengths) + 1) * gap, dtype=bool)]  # of each layer, and of what it reads
        asked[0][places] = True
        for _ in self.layers:
            asked.insert(0, np.convolve(asked[0], np.ones(len(_NEIGHBOURS)), "same") > 0)
        rows: _Vectors = np.zeros((len(asked[0]), sentences[0].shape[1]), dtype="float32")
        rows[places] = np.concatenate(sentences)
        for layer, read, wanted in zip(self.layers, asked, asked[1:], strict=False):
            rows = layer(rows, np.cumsum(read)[wanted] - 1)
        return np.split(rows, ends[:-1])


class _Convolution:
    """One layer: to each row it adds the largest of some sums over the row and its neighbours, made even."""

    def __init__(self, layer: Model[Any, Any]) -> None:
        nodes: dict[str, Any] = {node.name: node for node in layer.walk()}
        weights, bias = nodes["maxout"].get_param("W"), nodes["maxout"].get_param("b")
        width, self.pieces, _ = weights.shape
        self.mean = np.full((width, 1), 1 / width, dtype="float32")
        # the first sums of all columns come first: the largest is then found by whole rows
        self.weights = np.ascontiguousarray(np.concatenate(weights.swapaxes(0, 1)).T)
        self.bias = bias.T.ravel()
        self.scale, self.shift = nodes["layernorm"].get_param("G"), nodes["layernorm"].get_param("b")

    def __call__(self, rows: _Vectors, places: Any) -> _Vectors:
        """What becomes of the rows at these places."""
        sums = rows.take(places[:, None] + _NEIGHBOURS, axis=0).reshape(len(places), -1) @ self.weights
        sums += self.bias
        found: _Vectors = reduce(np.maximum, np.split(sums, self.pieces, axis=1))
        found -= found @ self.mean
        found *= self.scale * (np.square(found) @ self.mean + _LEAST) ** -0.5
        found += self.shift
        found += rows[places]
        return found
