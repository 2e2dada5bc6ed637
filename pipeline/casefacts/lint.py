"""What is wrong with a rulebook: rules that nothing proves, lines that prove nothing, words that nobody uses.

Each fault is one line that names the rule and says what to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from casefacts.extractor import Extractor
from casefacts.forms import FormMatcher, compile_form, inflect, spellings
from casefacts.read import article
from casefacts.records import AnyRecord
from casefacts.rulebook import Rule, Rulebook
from casefacts.stages.triggers import GROUPS

PUBLISHED = "2024-07-12"  # the date of the rules' lines
_ASK = "`casefacts explain -` says why"
_MARKED = re.compile(r"\[([^\[\]]+)\]")

Span = tuple[int, int]  # code points


def faults(book: Rulebook) -> Iterator[str]:
    """What the words alone tell, of all rules and lists."""
    for rule in book.rules:
        yield from unproved_by_words(rule, book)
    yield from _shared_forms(book)
    yield from _useless_words(book)


def unproved_by_words(rule: Rule, book: Rulebook) -> Iterator[str]:
    """Examples in which the rule does not find the marked words, and look-alikes that are none or too much of one."""
    for kind in ("examples", "never"):
        if not getattr(rule, kind):
            yield f"{rule.id}: no line in `{kind}`: write one"
    for line in rule.examples:
        for words in missed(rule, line, book):
            yield f"{rule.id}: does not find {words!r} in the example {line!r}: mend forms, brackets or [inflections]"
    for line in rule.never:
        hits = found(rule, line, book)
        if rule.group in (*GROUPS, "cues"):
            if not hits:
                yield f"{rule.id}: the `never` line {line!r} has none of its words, so it proves nothing"
        else:
            for start, end in sorted(hits):
                yield f"{rule.id}: finds {line[start:end]!r} in the `never` line {line!r}: narrow the forms"


def unproved_by_effect(rule: Rule, extractor: Extractor) -> Iterator[str]:
    """Lines of a statement or a cue that do not come to what they should in the whole pipeline.

    An example of a statement yields its record, or the rule says in `no_record` why not, and a look-alike yields none,
    even without the gate. An example of a cue sets what is said, and a look-alike leaves it.
    """
    for line in rule.examples:
        plain = marked(line)[0]
        if rule.group in GROUPS:
            told = any(record.rule == rule.id for record in _records(extractor, plain))
            if told == (rule.get("no_record") is not None):
                yield f"{rule.id}: the example {line!r} yields {'a' if told else 'no'} record: {_ASK}"
        elif rule.group == "cues" and _says(rule, plain, extractor) != {rule.get("status")}:
            yield f"{rule.id}: in the example {line!r} nothing is {rule.get('status')} by it: {_ASK}"
    for line in rule.never:
        if rule.group in GROUPS:
            for record in _records(Extractor(nlp=extractor.nlp, focused=False), line):
                yield f"{rule.id}: the `never` line {line!r} yields a record, by the rule {record.rule}"
        elif rule.group == "cues" and _says(rule, line, extractor):
            yield f"{rule.id}: in the `never` line {line!r} something is {rule.get('status')} by it"


def marked(example: str) -> tuple[str, list[Span]]:
    """The line without its [brackets], and the words that they marked."""
    spans: list[Span] = []
    for number, match in enumerate(_MARKED.finditer(example)):
        start = match.start() - 2 * number
        spans.append((start, start + len(match[1])))
    return re.sub(r"[\[\]]", "", example), spans


def missed(rule: Rule, example: str, book: Rulebook) -> list[str]:
    """Marked words that the rule does not find; "[find] the man [guilty]" are the two ends of one match."""
    line, wanted = marked(example)
    ends = {(first, last) for first, _ in wanted for _, last in wanted}
    good = found(rule, line, book) & ends
    return [line[a:b] for a, b in wanted if not any(start <= a and b <= end for start, end in good)]


def found(rule: Rule, line: str, book: Rulebook) -> set[Span]:
    """Where the rule finds its forms in a line, by their words alone."""
    matcher = FormMatcher((rule.id, compile_form(form, book.inflections)) for form in rule.forms)
    return {(span.start_char, span.end_char) for span in matcher.find(words_alone(line))}


def words_alone(text: str) -> Doc:
    """The text as tokens, without any language model."""
    return _english()(text)


@cache
def _english() -> Language:
    return spacy.blank("en")


def _records(extractor: Extractor, line: str) -> list[AnyRecord]:
    return extractor.records(article(line).model_copy(update={"published": PUBLISHED}))


def _says(rule: Rule, line: str, extractor: Extractor) -> set[str]:
    """The status of the triggers of which something else would be said without this cue."""
    doc = extractor.doc(article(line))
    others = [cue for cue in doc.spans["cues"] if cue.label_ != rule.id]
    return {t._.said.status for t in doc.spans["triggers"] if t._.said != extractor.assertion.judge(t, others)}


def _shared_forms(book: Rulebook) -> Iterator[str]:
    """Forms that stand twice, and words that two rules claim of which none says that it goes `over` the other."""
    for groups in (GROUPS, ("cues",), ("penalties",), ("roles",), ("offenses",)):
        owners: dict[tuple[str, ...], list[Rule]] = {}
        for group in groups:
            for rule, form in book.compiled(group):
                for words in dict.fromkeys(spellings(form)):
                    owners.setdefault(words, []).append(rule)
        shared: dict[tuple[str, str], str] = {}
        for words, rules in owners.items():
            for one, other in combinations(rules, 2):
                if one is not other and other.id not in one.over and one.id not in other.over:
                    shared.setdefault((one.id, other.id), " ".join(words))
        for (first, second), told in shared.items():
            yield f"{first} and {second} both find {told!r}: name one in `over` of the other"
    for rule in book.rules:
        for line in sorted({line for line in rule.forms if rule.forms.count(line) > 1}):
            yield f"{rule.id}: the form {line!r} stands twice"


def _useless_words(book: Rulebook) -> Iterator[str]:
    """Words that stand twice in a list, and inflections that are none but the usual ones."""
    for verb, inflected in book.inflections.items():
        if {verb, *inflected} == inflect(verb, {}):
            yield f"words.toml: ${verb} is inflected as other verbs are: leave it away"
    for name, words in book.words.items():
        for word in sorted({word for word in words if words.count(word) > 1}):
            yield f"words.toml: {word!r} stands twice in {name}"
