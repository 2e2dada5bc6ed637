"""Which rules have some words, and what they do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc

from casefacts.forms import Form, FormMatcher, compile_form, spellings
from casefacts.lint import words_alone
from casefacts.rulebook import SCHEMA, Rule, Rulebook

# What a rule of each group does; its keys say how
_DOES = {
    "charges": "states a charge",
    "verdicts": "states how a charge ended",
    "sentences": "states what became of a penalty",
    "offenses": "names an offense",
    "penalties": "names a kind of penalty",
    "cues": "says of a statement how it is meant",
    "roles": "stands for people without a name",
}


def overview(book: Rulebook) -> Iterator[str]:
    """How many rules each file has."""
    files: dict[str, list[Rule]] = {}
    for rule in book.rules:
        files.setdefault(rule.file, []).append(rule)
    for file, rules in files.items():
        yield f"{file:32} {len(rules):4} rules, each {_DOES[rules[0].group]}"
    yield f"{'words.toml':32} {len(book.words):4} lists of words"


def lookup(book: Rulebook, words: str) -> Iterator[str]:
    """The rules that find something in the words, those with forms around the words, and the lists that have them."""
    doc = words_alone(words)
    wanted = tuple(token.lower_ for token in doc)
    told: list[str] = []
    around: list[str] = []
    for rule in (rule for group in SCHEMA for rule in book.group(group)):
        forms = {form: compile_form(form, book.inflections) for form in rule.forms}
        if found := _longest_hit(rule, forms, doc):
            told += _described(rule, *found)
        elif any(_within(wanted, spelt) for read in forms.values() for spelt in spellings(read)):
            around.append(rule.id)
    if around:
        told.append(f"within longer forms of: {', '.join(around)}")
    if lists := list(_lists_with({*wanted, words.lower()}, book)):
        told.append(f"in the lists of words.toml: {', '.join(lists)}")
    yield from told or [f"no rule has {words!r}: the README says how to add one"]


def _longest_hit(rule: Rule, forms: Mapping[str, Form], doc: Doc) -> tuple[str, str] | None:
    """The most words that a form of the rule finds, and the form."""
    hits = ((span.text, form) for form, read in forms.items() for span in FormMatcher([(rule.id, read)]).find(doc))
    return max(hits, key=lambda pair: len(pair[0]), default=None)


def _lists_with(words: set[str], book: Rulebook) -> Iterator[str]:
    """The lists that have one of the words, each with those it has."""
    for name, listed in book.words.items():
        if found := sorted(words.intersection(map(str.lower, listed))):
            yield f"{name} ({', '.join(found)})"


def _described(rule: Rule, found: str, form: str) -> Iterator[str]:
    keys = {"over": ", ".join(rule.over), **rule.attributes}
    told = ", ".join(f"{key}={_plain(value)}" for key, value in keys.items() if value not in ("", [], None))
    yield f'{rule.id} ({rule.file}) finds "{found}" by "{form}"'
    yield f"  it {_DOES[rule.group]}{': ' if told else ''}{told}"
    yield from (f"  for example  {line}" for line in rule.examples[:2])
    yield from (f"  but not      {line}" for line in rule.never[:2])


def _plain(value: object) -> str:
    return "/".join(str(item) or '""' for item in value) if isinstance(value, list) else str(value)


def _within(words: tuple[str, ...], spelt: tuple[str, ...]) -> bool:
    plain = tuple(word for word in spelt if word != "-?")
    return any(plain[at : at + len(words)] == words for at in range(len(plain) - len(words) + 1))
