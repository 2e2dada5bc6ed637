"""Builds the pipeline; the order of the stages is written here and nowhere else."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex
from spacy.vocab import Vocab
from thinc.api import use_ops

import en_casefacts
from casefacts import focus
from casefacts.entities.cast import Casting
from casefacts.entities.people import People
from casefacts.model import ModelError, model_package, no_model
from casefacts.read import MAX_BYTES
from casefacts.rulebook import Rulebook
from casefacts.stages.assertion import Assertion
from casefacts.stages.dates import dates
from casefacts.stages.nominals import Nominals
from casefacts.stages.offenses import Offenses
from casefacts.stages.parse import Parse
from casefacts.stages.parts_of_speech import PartsOfSpeech
from casefacts.stages.penalties import Penalties
from casefacts.stages.sentences import sentences
from casefacts.stages.slots import slots
from casefacts.stages.triggers import Triggers
from casefacts.vectors import Arithmetic

SENTENCES = "casefacts_sentences"  # before the parser, which keeps the boundaries
STAGES = ("nominals", "people", "dates", "triggers", "slots", "assertion", "offenses", "penalties", "cast")

_RULER = "attribute_ruler"
_UNREAD = {"lemmatizer", "senter"}  # components of a language model whose work no stage reads

# Characters that the language model knows in one form only; each replaced by one other, so offsets hold.
_PLAIN = str.maketrans("\n\r\t\xa0\u2009\u202f‘’“”‐‑―", "      ''\"\"--—")

# So much of what stands between blanks is cut into tokens once, of some 400 bytes each; spaCy's own 10,000 are full
# after a thousand articles
_CUT_ONCE = 50_000

_GLUED = r"(?<=[A-Za-z]),(?=\d)"  # "Ana Roe,50, Kelso"


class LayoutTokenizer:
    """spaCy's tokenizer on the body of the article: furniture and line ends become spaces, offsets stay."""

    def __init__(self, tokenizer: spacy.tokenizer.Tokenizer) -> None:
        self.tokenizer = tokenizer
        self.vocab: Vocab = tokenizer.vocab
        # the words that the model brings along; later ones would depend on what was read before
        self.words = frozenset(word for word in tokenizer.vocab.strings if word.isalpha() and word.islower())

    def __call__(self, text: str) -> Doc:
        shown = [" "] * len(text)
        headlines = []
        for passage in focus.body(text):
            shown[passage.start : passage.end] = text[passage.start : passage.end].translate(_PLAIN)
            if passage.kind == "headline":
                headlines.append((passage.start, passage.end))
        doc: Doc = self.tokenizer("".join(shown))
        doc.user_data["text"] = text
        doc.user_data["headlines"] = headlines
        return doc


Language.component(SENTENCES, func=sentences)
Language.component("casefacts_dates", func=dates)
Language.component("casefacts_slots", func=slots)


@cache
def rulebook(own: str | None) -> Rulebook:
    """The English rulebook, with the rules of one's own from this folder; read once."""
    return Rulebook.load(own=Path(own) if own is not None else None)


def _model_components(nlp: Language) -> list[Any]:
    ours = {SENTENCES, _RULER}
    return [component for name, component in nlp.pipeline if name not in ours]


Language.factory("casefacts_parse", func=lambda nlp, name: Parse(_model_components(nlp)))
Language.factory("casefacts_parts_of_speech", func=lambda nlp, name: PartsOfSpeech(nlp.get_pipe(_RULER)))
_BY_RULES: dict[str, Callable[[Vocab, Rulebook], Callable[[Doc], Doc]]] = {
    "nominals": lambda vocab, book: Nominals(book),
    "people": People,
    "triggers": Triggers,
    "assertion": Assertion,
    "offenses": lambda vocab, book: Offenses(book),
    "penalties": Penalties,
    "cast": lambda vocab, book: Casting(book),
}


def _register(stage: str) -> None:
    Language.factory(
        f"casefacts_{stage}",
        default_config={"own_rules": None},
        func=lambda nlp, name, own_rules: _BY_RULES[stage](nlp.vocab, rulebook(own_rules)),
    )


for _stage in _BY_RULES:
    _register(_stage)


def build(model: str | None = None, own_rules: Path | None = None) -> Language:
    """An ordinary spaCy pipeline of our stages, with the rules of one's own from a folder on top.

    Raises ModelError when no language model is installed, RulebookError when a rule cannot be used.
    """
    own = {"own_rules": str(own_rules)} if own_rules is not None else {}
    rulebook(own.get("own_rules"))  # before the model is loaded
    nlp = _language_model(model)
    for name in _UNREAD.intersection(nlp.pipe_names):
        nlp.remove_pipe(name)
    read = [name for name in nlp.pipe_names if name != _RULER]
    nlp.tokenizer = LayoutTokenizer(nlp.tokenizer)
    nlp.tokenizer.tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), _GLUED]).finditer
    nlp.tokenizer.tokenizer.max_cache_size = _CUT_ONCE
    nlp.max_length = MAX_BYTES  # how much is parsed at once is for `focus.parts` to say
    nlp.add_pipe(SENTENCES, first=True)
    nlp.add_pipe("casefacts_parse")
    if _RULER in nlp.pipe_names:
        nlp.add_pipe("casefacts_parts_of_speech")
        nlp.remove_pipe(_RULER)
    for name in read:
        nlp.remove_pipe(name)
    for stage in STAGES:
        nlp.add_pipe(f"casefacts_{stage}", config=own if stage in _BY_RULES else {})
    return nlp


def _language_model(name: str | None) -> Language:
    if name:
        try:
            return spacy.load(name)
        except OSError:
            raise no_model(name) from None
    with use_ops(Arithmetic.name, use_blis=False):  # NumPy's own products of matrices take a third of the time
        nlp = spacy.load(model_package(), exclude=sorted(_UNREAD))
    _check_weights(nlp)
    return nlp


def _check_weights(nlp: Language) -> None:
    folder = Path(str(nlp.path))
    for name, expected in en_casefacts.WEIGHTS.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != expected:
            raise ModelError(
                f"{folder / name}: not the weights that casefacts was measured with; "
                "reinstall the model, or name it with --model to use it anyway"
            )
