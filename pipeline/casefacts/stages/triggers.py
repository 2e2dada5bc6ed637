"""The words that can state a charge, a verdict or a sentence; each span is labelled with the id of its rule."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from casefacts.clause import SUBJECTS
from casefacts.rulebook import Rule, Rulebook

GROUPS = ("charges", "verdicts", "sentences")

_NOMINAL_WHO = {"against", "possessor", "jury", "charges"}


class Triggers:
    """The stage: writes `doc.spans["triggers"]`, in text order, without overlaps, and the rulebook's word lists."""

    def __init__(self, vocab: Vocab, rulebook: Rulebook) -> None:
        if not Span.has_extension("rule"):
            Span.set_extension("rule", default=None)
        self.rules: dict[str, Rule] = {rule.id: rule for group in GROUPS for rule in rulebook.group(group)}
        self.matcher = rulebook.matcher(*GROUPS)
        self.rulebook = rulebook
        self.descriptive = rulebook.sets["descriptive"]

    def __call__(self, doc: Doc) -> Doc:
        found = [span for span in self.find(doc) if self._is_statement(span)]
        accused = {span[0].sent.start for span in found if span._.rule.sense == "accused"}
        doc.spans["triggers"] = [span for span in found if span._.rule.sense != "appeared" or _is_beside(span, accused)]
        return doc

    def find(self, doc: Doc) -> list[Span]:
        """All triggers by their words alone; of overlapping ones the longest, of equally long ones the first."""
        doc.user_data["lists"] = self.rulebook.sets
        found = [span for span in self.matcher.find(doc) if not _other_charges(span, self.rules[span.label_])]
        kept = _longest([span for span in found if not any(token.is_sent_start for token in span[1:])])
        for span in kept:
            span._.rule = self.rules[span.label_]
        return kept

    def _is_statement(self, span: Span) -> bool:
        rule: Rule = span._.rule
        token = span[0]
        if _is_as_charged(token):
            return False
        if token.tag_ == "VBG" and token.dep_ in SUBJECTS and rule.sense == "charged":
            return False  # "Charging for the ferry has not been ruled out"
        if len(span) > 1:
            return True
        if token.lower_ in self.descriptive and token.dep_ == "amod" and token.head.i > token.i:
            return False
        return rule.get("who") in _NOMINAL_WHO or _is_verbal(token, rule)


def _is_beside(span: Span, sentences: set[int]) -> bool:
    """Whether its sentence or the next is one of these, by first token: "Roe was in court. He is accused of theft"."""
    return not sentences.isdisjoint({span[0].sent.start, span[0].sent.end})


def _is_as_charged(token: Token) -> bool:
    """ "guilty as charged"."""
    return token.i > token.sent.start and token.nbor(-1).lower_ == "as" and token.lower_ == "charged"


def _is_verbal(token: Token, rule: Rule) -> bool:
    """Whether one word that somebody does or suffers is a verb, or may be one that the model misread."""
    if rule.get("who") in ("patient", "subject") and token.pos_ in ("NOUN", "PROPN") and token.tag_ != "NNP":
        return False
    return token.pos_ in ("VERB", "AUX", "ADJ", "PROPN", "ADP") or token.tag_.startswith("V")


def _other_charges(span: Span, rule: Rule) -> bool:
    """ "charges" is the verb's form in "the indictment charges Roe", the noun's in "the charges against Roe"."""
    if span.text.lower() != "charges":
        return False
    return (span[0].tag_ == "VBZ") == (rule.sense == "counts")


def _longest(spans: list[Span]) -> list[Span]:
    taken: set[int] = set()
    kept = []
    for span in sorted(spans, key=lambda span: (-len(span), span.start)):
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)
