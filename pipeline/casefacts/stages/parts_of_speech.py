"""Parts of speech from tags, by look-up; spaCy's attribute ruler asks each of its patterns of every token."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

# What the stages read; lemmas and morphology are read by none
_READ = {"POS", "TAG", "DEP"}


class PartsOfSpeech:
    """The stage, in place of an attribute ruler: the same parts of speech for all tokens.

    What a pattern says of one tag, or of one tag and word, is looked up. The few others are left to a ruler, which
    comes last, as they do in spaCy's models.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self.by_tag: dict[str, str] = {}
        self.by_word: dict[tuple[str, str], str] = {}
        self.others = AttributeRuler(ruler.vocab)
        patterns: list[dict[str, Any]] = list(ruler.patterns)
        for pattern in patterns:
            attributes = {name: value for name, value in pattern["attrs"].items() if name in _READ}
            tags, words = _simple(pattern["patterns"]) if attributes.keys() == {"POS"} else ([], [])
            if tags and not words:
                self.by_tag |= dict.fromkeys(tags, attributes["POS"])
            elif tags:
                self.by_word |= {(tag, word): attributes["POS"] for tag in tags for word in words}
            elif attributes:
                self.others.add(pattern["patterns"], attributes, pattern["index"])

    def __call__(self, doc: Doc) -> Doc:
        """Set the part of speech of each token whose tag tells it."""
        for token in doc:
            tag = token.tag_
            found = self.by_word.get((tag, token.lower_)) or self.by_tag.get(tag)
            if found is not None:
                token.pos_ = found
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
