"""Parts of speech from tags, by look-up; spaCy's attribute ruler asks each of its patterns of every token."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from casefacts.forms import words_of

# What the stages read; lemmas and morphology are read by none
_READ = {"POS", "TAG", "DEP"}


class PartsOfSpeech:
    """The stage, in place of an attribute ruler: the same parts of speech for all tokens.

    What a pattern says of one tag, or of one tag and word, is looked up. The few others are left to a ruler, which
    comes last, as they do in spaCy's models.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        # by the numbers that the vocabulary gives to tags, the parts of speech by spaCy's
        self.by_tag: dict[int, int] = {}
        self.by_word: dict[tuple[int, str], int] = {}
        self.others = AttributeRuler(ruler.vocab)
        strings = ruler.vocab.strings
        patterns: list[dict[str, Any]] = list(ruler.patterns)
        for pattern in patterns:
            attributes = {name: value for name, value in pattern["attrs"].items() if name in _READ}
            tags, words = _simple(pattern["patterns"]) if attributes.keys() == {"POS"} else ([], [])
            numbers = [strings.add(tag) for tag in tags]
            if tags and not words:
                self.by_tag |= dict.fromkeys(numbers, strings[attributes["POS"]])
            elif tags:
                self.by_word |= {(tag, word): strings[attributes["POS"]] for tag in numbers for word in words}
            elif attributes:
                self.others.add(pattern["patterns"], attributes, pattern["index"])

    def __call__(self, doc: Doc) -> Doc:
        """Set the part of speech of each token whose tag tells it."""
        tags: list[int] = doc.to_array("TAG").tolist()
        marks: Any = doc.to_array(["POS"])
        for i, (tag, word) in enumerate(zip(tags, words_of(doc), strict=True)):
            found = self.by_word.get((tag, word)) or self.by_tag.get(tag)
            if found is not None:
                marks[i] = found
        doc.from_array(["POS"], marks.reshape(-1, 1))
        return self.others(doc)


def _simple(patterns: list[list[dict[str, Any]]]) -> tuple[list[str], list[str]]:
    """The tags and the words of a pattern that asks for nothing else; no tags for any other."""
    if len(patterns) > 1 or len(patterns[0]) > 1 or not patterns[0][0].keys() <= {"TAG", "LOWER"}:
        return [], []
    asked = patterns[0][0]
    return list(_values(asked.get("TAG"))), list(_values(asked.get("LOWER")))


def _values(asked: Any) -> Iterator[str]:
    if isinstance(asked, str):
        yield asked
    elif isinstance(asked, dict) and asked.keys() == {"IN"}:
        yield from asked["IN"]
