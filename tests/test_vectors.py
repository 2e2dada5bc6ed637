"""A word has the vector that its embedding gives it, whatever was read before it and whatever is read with it."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps, fix_random_seed

from casefacts import vectors

NLP = spacy.blank("en")
TEXTS = ["Ana Roe was convicted of arson.", "Max Poe , 34 , was not.", "Roe, Roe and roe", "of  of", "Was Roe 34?"]


def docs(*texts: str) -> list[Doc]:
    return [NLP.make_doc(text) for text in texts]


def encoder() -> Model[Any, Any]:
    """The same small one each time, with weights of no meaning."""
    fix_random_seed(1)
    embedding = MultiHashEmbed(8, ["NORM", "SHAPE", "SPACY"], [50, 50, 10], include_static_vectors=False)
    model = build_Tok2Vec_model(embedding, MaxoutWindowEncoder(8, window_size=1, maxout_pieces=3, depth=1))
    model.initialize(X=docs(*TEXTS))
    return model


def remembering() -> Callable[[list[Doc]], Any]:
    """Its embedding, which keeps what it has seen."""
    model = encoder()
    vectors.remember_words(model)
    words: Callable[[list[Doc]], Any] = model.layers[0].predict
    return words


@pytest.mark.parametrize("kept", [20_000, 12, 3], ids=["room for all", "room for one text", "room for none"])
def test_vectors_are_those_of_the_embedding(kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "_KEPT", kept)
    words, plain = remembering(), encoder().layers[0].predict
    for text in [*TEXTS, *reversed(TEXTS)]:
        for found, expected in zip(words(docs(text)), plain(docs(text)), strict=True):
            np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-5)


def test_vectors_are_the_same_to_the_last_bit() -> None:
    for text, together in zip(TEXTS, remembering()(docs(*TEXTS)), strict=True):
        [alone] = remembering()(docs(text))
        assert np.array_equal(alone, together)


@pytest.mark.parametrize(("depth", "pieces"), [(1, 3), (4, 3), (4, 2), (4, 1)])
def test_words_in_their_sentence_have_the_vectors_of_thinc(depth: int, pieces: int) -> None:
    fix_random_seed(1)
    layers = MaxoutWindowEncoder(8, window_size=1, maxout_pieces=pieces, depth=depth)
    layers.initialize()
    for node in layers.walk():
        if node.has_param("b"):  # what makes rows of zeros others
            node.set_param("b", np.random.default_rng(2).standard_normal(node.get_param("b").shape).astype("float32"))
    for texts in (["."], [".", *TEXTS, "Roe", "."], [TEXTS[0], "of", "Roe", TEXTS[1], "Was it"]):
        rows = [np.random.default_rng(1).standard_normal((len(text.split()), 8)).astype("float32") for text in texts]
        for found, expected in zip(vectors._InSentence(layers)(rows), layers.predict(rows), strict=True):
            np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("pieces", [1, 2, 3])
def test_maxout_is_that_of_thinc(pieces: int) -> None:
    values = np.random.default_rng(1).standard_normal((7, 5, pieces)).astype("float32")
    assert np.array_equal(vectors.Arithmetic().maxout(values)[0], NumpyOps().maxout(values)[0])
