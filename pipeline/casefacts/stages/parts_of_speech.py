"""Parts of speech from tags, by look-up; spaCy's attribute ruler asks each of its patterns of every token."""

from __future__ import annotations

from typing import Any

from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from casefacts.forms import words_of

# What the stages read; lemmas and morphology are read by none
_READ = {"POS", "TAG", "DEP"}
# What a pattern may ask of a token for its answer to be kept
_ASKED = {"TAG", "DEP", "LOWER"}


class PartsOfSpeech:
    """The stage, in place of an attribute ruler: the same parts of speech for all tokens.

    What the patterns for single tokens say of a tag, a relation and a word is asked once and kept. The few others are
    left to a ruler, which comes last, as they do in spaCy's models.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self.strings = ruler.vocab.strings
        self.others = AttributeRuler(ruler.vocab)
        self.single: list[tuple[dict[str, Any], int]] = []
        patterns: list[dict[str, Any]] = list(ruler.patterns)
        for pattern in patterns:
            attributes = {name: value for name, value in pattern["attrs"].items() if name in _READ}
            if attributes.keys() == {"POS"} and _is_single(pattern["patterns"]):
                self.single.append((pattern["patterns"][0][0], self.strings[attributes["POS"]]))
            elif attributes:
                self.others.add(pattern["patterns"], attributes, pattern["index"])
        self.words = {word for asked, _ in self.single if "LOWER" in asked for word in _values(asked["LOWER"])}
        # by tag, relation and, if some pattern asks for it, the word: a part of speech, or 0
        self.known: dict[tuple[int, int, str], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the part of speech of each token of which a pattern tells it."""
        tags, relations = doc.to_array(["TAG", "DEP"]).T.tolist()
        marks: Any = doc.to_array(["POS"])
        for i, (tag, relation, word) in enumerate(zip(tags, relations, words_of(doc), strict=True)):
            key = (tag, relation, word if word in self.words else "")
            found = self.known.get(key)
            if found is None:
                found = self.known[key] = self._told_by_last(*key)
            if found:
                marks[i] = found
        doc.from_array(["POS"], marks.reshape(-1, 1))
        return self.others(doc)

    def _told_by_last(self, tag: int, relation: int, word: str) -> int:
        token = {"TAG": self.strings[tag], "DEP": self.strings[relation], "LOWER": word}
        fitting = (
            part
            for asked, part in reversed(self.single)
            if all(_fits(token[name], value) for name, value in asked.items())
        )
        return next(fitting, 0)


def _is_single(patterns: list[list[dict[str, Any]]]) -> bool:
    """Whether it is a pattern for one token, by nothing but what it may ask."""
    if len(patterns) > 1 or len(patterns[0]) > 1:
        return False
    asked = patterns[0][0]
    plain = (isinstance(value, str) or value.keys() <= {"IN", "NOT_IN"} for value in asked.values())
    return asked.keys() <= _ASKED and all(plain)


def _values(asked: Any) -> list[str]:
    return [asked] if isinstance(asked, str) else [word for words in asked.values() for word in words]


def _fits(value: str, asked: Any) -> bool:
    if isinstance(asked, str):
        return value == asked
    return all((value in words) == (how == "IN") for how, words in asked.items())
