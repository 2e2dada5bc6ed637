"""Reads the rulebook (TOML): rules with the lines that prove them, and word lists."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, get_args

from spacy.tokens import Doc

from casefacts import records
from casefacts.browsing import offense_codes
from casefacts.forms import Form, FormError, FormMatcher, compile_form, read_form
from casefacts.model import RulebookError

_KINDS = {str: "text", list: "a list of texts", bool: "true or false"}
_COMMON = {"id", "forms", "examples", "never", "over"}
_WHO = ("subject", "patient", "possessor", "against", "charges", "jury")
_SCOPES = ("governs", "modifies", "agent", "subject", "opens", "follows", "account", "sentence")
_STATUS = (
    "asserted",
    "negated",
    "hypothetical",
    "planned",
    "asked",
    "general",
    "fictional",
    "false_report",
    "civil",
)

# What a statement means where its words do not say it all, and what else is true of it: the rule files say what each is
_CHARGE_SENSES = (
    "charged", "indicted", "arraigned", "trial", "trial_of", "denied", "counts", "indictment",
    "accused", "appeared",
)  # fmt: skip
_VERDICT_SENSES = ("convicted", "guilty_plea", "admitted", "conviction", "but", "cleared", "freed", "mistrial")
_SENTENCE_SENSES = (
    "sentenced", "jailed", "fined", "ordered", "given", "placed", "banned", "received", "served", "must", "imposed",
    "sentence", "possible", "sought", "executed", "expected",
)  # fmt: skip
_TRAITS = (
    "sports", "civil", "past", "infinitive", "courts_only", "figurative", "borrows", "plea", "countable", "noun",
    "docket", "opinion",
)  # fmt: skip


@dataclass(frozen=True)
class Key:
    """What a key of a rule may hold: one of `choices` (a list: only these), or anything of `type`."""

    choices: tuple[str, ...] = ()
    type: type = str
    required: bool = False

    @property
    def allowed(self) -> str:
        """What a message says of the values."""
        return _names(self.choices) if self.choices else _KINDS[self.type]


# group (the name of its file) -> key -> what it may hold
SCHEMA: Mapping[str, Mapping[str, Key]] = {
    "charges": {
        "who": Key(_WHO, required=True),
        "action": Key(get_args(records.Action)),
        "plea": Key(get_args(records.Plea)),
        "links": Key(type=list),
        "needs": Key(("offense", "court", "trial", "none")),
        "no_record": Key(),
        "sense": Key(_CHARGE_SENSES),
        "traits": Key(_TRAITS, type=list),
    },
    "verdicts": {
        "who": Key(_WHO, required=True),
        "outcome": Key(get_args(records.Outcome), required=True),
        "method": Key(get_args(records.Method)),
        "links": Key(type=list),
        "needs": Key(("offense", "court", "none")),
        "no_record": Key(),
        "sense": Key(_VERDICT_SENSES),
        "traits": Key(_TRAITS, type=list),
    },
    "sentences": {
        "who": Key(_WHO, required=True),
        "status": Key(get_args(records.Status), required=True),
        "kind": Key(get_args(records.Kind)),
        "needs": Key(("term", "case", "court")),
        "bare_term": Key(("always", "maximum", "near", "alone", "crime", "change", "served")),
        "before": Key(type=bool),
        "untold": Key(type=bool),
        "no_record": Key(),
        "sense": Key(_SENTENCE_SENSES),
        "traits": Key(_TRAITS, type=list),
    },
    "offenses": {"code": Key(tuple(offense_codes()))},
    "penalties": {
        "kind": Key(get_args(records.Kind), required=True),
        "measure": Key(("term", "money", "none"), required=True),
    },
    "cues": {
        "status": Key(_STATUS, required=True),
        "scope": Key(_SCOPES, required=True),
        "traits": Key(("grantable", "no_noun", "people"), type=list),
    },
    "roles": {"role": Key(("defendant", "company", "victim"), required=True)},
}  # fmt: skip


@dataclass(frozen=True)
class Rule:
    """One rule: what it finds (`forms`), what that means (`attributes`), and the lines that prove it.

    Where another rule finds the same words, the one goes first that names the other in `over`, else the earlier.
    """

    id: str
    group: str
    forms: tuple[str, ...]
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    file: str = ""
    attributes: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def sense(self) -> str | None:
        """What the statement means where its words do not say it all; rules may share one."""
        sense: str | None = self.attributes.get("sense")
        return sense

    def has(self, trait: str) -> bool:
        """Whether the rule has the trait; the heads of the rule files say what each means."""
        return trait in self.attributes.get("traits", ())

    def get(self, key: str) -> Any:
        """The value of an attribute, None when the rule does not set it."""
        return self.attributes.get(key)


@dataclass(frozen=True)
class Rulebook:
    """All rules of a model, and the words its other parts need."""

    rules: tuple[Rule, ...]
    words: Mapping[str, tuple[str, ...]]
    inflections: Mapping[str, tuple[str, ...]]

    @classmethod
    def load(cls, folder: Traversable | None = None, own: Path | None = None) -> Rulebook:
        """Read every TOML file of the folder (default: the English model), and those of one's own on top.

        Raises RulebookError.
        """
        book = cls((), {}, {}).joined(folder or resources.files("en_casefacts") / "rules")
        if own is not None:
            book = book.joined(own, f"{own}/", book.words.keys())
        for rule in book.rules:
            if strange := [other for other in rule.over if other not in book.by_id]:
                raise RulebookError(
                    f"{rule.file}: rule {rule.id!r}: over names {strange[0]!r}, which is no rule"
                    " (allowed: ids of rules, which `casefacts rules WORDS` tells)"
                )
        if circle := book.ranks.keys() ^ book.by_id.keys():
            raise RulebookError(f"these rules go over each other: {_names(circle)}")
        return book

    def joined(self, folder: Traversable, place: str = "", lists: Collection[str] = ()) -> Rulebook:
        """The rulebook with the files of a folder on top; its word lists must be among these, if there are any."""
        rules, words, inflections = list(self.rules), dict(self.words), dict(self.inflections)
        try:
            files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda f: f.name)
        except OSError as error:
            raise RulebookError(f"{folder}: {error.strerror}: name a folder of rule files") from None
        if not files:
            raise RulebookError(f"{folder}: no rule files there (allowed: {_names((*SCHEMA, 'words'), '.toml')})")
        for file in files:
            name = place + file.name
            content = _parse(name, file)
            if file.name == "words.toml":
                inflections |= _lists(name, content.pop("inflections", {}))
                for key, more in _lists(name, content).items():
                    if lists and key not in lists:
                        raise RulebookError(f"{name}: unknown list {key} (allowed: inflections, {_names(lists)})")
                    words[key] = (*words.get(key, ()), *more)
            else:
                new = list(_rules(name, content))
                _refuse_duplicates(name, new, {rule.id for rule in rules})
                rules += new
        return Rulebook(tuple(rules), words, inflections)

    def group(self, name: str) -> list[Rule]:
        """The rules of one file, in its order."""
        return [rule for rule in self.rules if rule.group == name]

    @cached_property
    def by_id(self) -> dict[str, Rule]:
        """Rules by id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def sets(self) -> Mapping[str, frozenset[str]]:
        """The word lists, to look words up in."""
        return {name: frozenset(words) for name, words in self.words.items()}

    def matcher(self, *groups: str) -> FormMatcher:
        """Finds the forms of these groups' rules in a Doc."""
        rules = sorted((rule for group in groups for rule in self.group(group)), key=lambda rule: self.ranks[rule.id])
        return FormMatcher((rule.id, form) for rule in rules for form in self._forms(rule))

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The place of each rule among those that find the same words: 0, or lower where it goes `over` others.

        Rules that go over each other have none.
        """
        ranks: dict[str, int] = {}
        waiting = list(self.rules)
        while waiting:
            ready = [rule for rule in waiting if all(ranks.get(other, 1) <= 0 for other in rule.over)]
            if not ready:
                break
            ranks |= {rule.id: min((ranks[other] - 1 for other in rule.over), default=0) for rule in ready}
            waiting = [rule for rule in waiting if rule not in ready]
        return ranks

    def compiled(self, group: str) -> Iterator[tuple[Rule, Form]]:
        """Each form of a group's rules, ready to be matched."""
        return ((rule, form) for rule in self.group(group) for form in self._forms(rule))

    def _forms(self, rule: Rule) -> list[Form]:
        if rule.id not in self._compiled:
            self._compiled[rule.id] = [compile_form(form, self.inflections) for form in rule.forms]
        return self._compiled[rule.id]

    @cached_property
    def _compiled(self) -> dict[str, list[Form]]:
        """The forms of rules by id; the gate and the stages ask for the same ones."""
        return {}


def lists_of(doc: Doc) -> Mapping[str, frozenset[str]]:
    """The word lists of the rulebook by which a Doc was read."""
    lists: Mapping[str, frozenset[str]] = doc.user_data["lists"]
    return lists


def _parse(name: str, file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RulebookError(f"{name}: not valid TOML: {error}") from None
    except OSError as error:
        raise RulebookError(f"{name}: cannot be read ({error.strerror})") from None


def _lists(name: str, content: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(content, dict):
        raise RulebookError(f"{name}: [inflections] must be a table of lists of words")
    for key, value in content.items():
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise RulebookError(f"{name}: {key} must be a list of words")
    return {key: tuple(value) for key, value in content.items()}


def _rules(name: str, content: Mapping[str, Any]) -> Iterator[Rule]:
    group = name.rpartition("/")[2].removesuffix(".toml").split("-")[0]
    if group not in SCHEMA:
        raise RulebookError(f"{name}: unknown rule file (allowed: {_names(SCHEMA, '.toml')})")
    if set(content) != {"rule"}:
        raise RulebookError(f"{name}: only [[rule]] blocks are allowed, found {_names(content)}")
    if not isinstance(content["rule"], list):
        raise RulebookError(f"{name}: a rule begins with [[rule]], in double brackets")
    for number, block in enumerate(content["rule"], 1):
        yield _rule(name, f"{name}: rule {block.get('id', f'number {number}')!r}", group, block)


def _rule(file: str, where: str, group: str, block: dict[str, Any]) -> Rule:
    schema = SCHEMA[group]
    unknown = set(block) - _COMMON - set(schema)
    if unknown:
        raise RulebookError(f"{where}: unknown key {_names(unknown)} (allowed: {_names(_COMMON | set(schema))})")
    required = {"id": Key(), "forms": Key(type=list), **{name: key for name, key in schema.items() if key.required}}
    if missing := [f"{name} ({key.allowed})" for name, key in required.items() if name not in block]:
        raise RulebookError(f"{where}: {_names(missing)} missing")
    if not isinstance(block["id"], str):
        raise RulebookError(f"{where}: the id must be text")
    for name, key in schema.items():
        _check_value(where, name, key, block.get(name))
    _check_lines(where, block)
    return Rule(
        id=block["id"],
        group=group,
        forms=tuple(block["forms"]),
        examples=tuple(block.get("examples", [])),
        never=tuple(block.get("never", [])),
        over=tuple(block.get("over", [])),
        file=file,
        attributes={name: block[name] for name in schema if name in block},
    )


def _check_lines(where: str, block: Mapping[str, Any]) -> None:
    for name in ("forms", "examples", "never", "over"):
        if not _is_list_of_text(block.get(name, [])):
            raise RulebookError(f"{where}: {name} must be {_KINDS[list]}")
    if not block["forms"]:
        raise RulebookError(f"{where}: forms must name one form at least")
    for form in block["forms"]:
        try:
            read_form(form)
        except FormError as error:
            raise RulebookError(f"{where}: {error}") from None
    for line in block.get("examples", []):
        if not re.search(r"\[[^\]]+\]", line):
            raise RulebookError(f"{where}: the example {line!r} marks no words with [brackets]")


def _check_value(where: str, name: str, key: Key, value: Any) -> None:
    if value is None:
        return
    if not isinstance(value, key.type) or (key.type is list and not _is_list_of_text(value)):
        raise RulebookError(f"{where}: {name} must be {_KINDS[key.type]}, not {value!r}")
    for item in value if isinstance(value, list) else [value]:
        if key.choices and item not in key.choices:
            raise RulebookError(f"{where}: {name} = {item!r} is not allowed (allowed: {key.allowed})")


def _is_list_of_text(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _refuse_duplicates(name: str, rules: list[Rule], seen: set[str]) -> None:
    for rule in rules:
        if rule.id in seen:
            raise RulebookError(f"{name}: the id {rule.id!r} is used twice: give this rule another one")
        seen.add(rule.id)


def _names(names: Any, suffix: str = "") -> str:
    return ", ".join(sorted(f"{name}{suffix}" for name in names))
