"""Which rules have some words, and what they do."""

from __future__ import annotations

from collections.abc import Iterator

from casefacts.forms import FormMatcher, compile_form, spellings
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
    around: list[Rule] = []
    nothing = True
    for group in SCHEMA:
        for rule in book.group(group):
            forms = {form: compile_form(form, book.inflections) for form in rule.forms}
            hits = {form: FormMatcher([(rule.id, read)]).find(doc) for form, read in forms.items()}
            if found := [(span.text, form) for form, spans in hits.items() for span in spans]:
                nothing = False
                yield from _described(rule, *max(found, key=lambda pair: len(pair[0])))
            elif any(_within(wanted, spelt) for read in forms.values() for spelt in spellings(read)):
                around.append(rule)
    some = {*wanted, words.lower()}
    lists = [name for name, listed in book.words.items() if not some.isdisjoint(map(str.lower, listed))]
    if around:
        yield f"within longer forms of: {', '.join(rule.id for rule in around)}"
    if lists:
        yield f"in the lists of words.toml: {', '.join(lists)}"
    if nothing and not around and not lists:
        yield f"no rule has {words!r}: the README says how to add one"


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
