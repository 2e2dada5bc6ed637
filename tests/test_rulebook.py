"""Every rule proves itself by its own lines; odd rules are refused; the form language means what it says."""

from __future__ import annotations

import ast
import re
import time
from functools import cache
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import casefacts
from casefacts.extractor import Extractor
from casefacts.forms import FormError, FormMatcher, compile_form, inflect
from casefacts.read import article
from casefacts.records import AnyRecord
from casefacts.rulebook import SCHEMA, Rule, Rulebook, RulebookError
from casefacts.stages.assertion import Assertion

RULEBOOK = Rulebook.load()
STATEMENTS = ("charges", "verdicts", "sentences")
PUBLISHED = "2024-07-12"
PACKAGE = Path(casefacts.__file__).parent

Span = tuple[int, int]


# --- the rules' own lines ----------------------------------------------------------------------------------


@cache
def english() -> Language:
    return spacy.blank("en")


@cache
def matcher(group: str) -> FormMatcher:
    return RULEBOOK.matcher(group)


def found(rule: Rule, line: str, matcher: FormMatcher) -> set[Span]:
    """Where the rule finds its forms in a line, by their words alone."""
    spans = matcher.find(english()(line))
    return {(span.start_char, span.end_char) for span in spans if span.label_ == rule.id}


def marked(example: str) -> tuple[str, list[Span]]:
    """The line without its [brackets], and the words that they marked."""
    spans: list[Span] = []
    for number, match in enumerate(re.finditer(r"\[([^\[\]]+)\]", example)):
        start = match.start() - 2 * number
        spans.append((start, start + len(match[1])))
    return re.sub(r"[\[\]]", "", example), spans


def missed(rule: Rule, example: str, matcher: FormMatcher) -> list[str]:
    """Marked words that the rule does not find; "[find] the man [guilty]" are the two ends of one match."""
    line, wanted = marked(example)
    matches = found(rule, line, matcher)
    ends = {(first, last) for first, _ in wanted for _, last in wanted}
    good = matches & ends
    return [line[a:b] for a, b in wanted if not any(start <= a and b <= end for start, end in good)]


def lines(kind: str, *groups: str) -> list[object]:
    """The lines of one kind in these groups (default: all), as test cases with readable ids."""
    return [
        pytest.param(rule, line, id=f"{rule.id}-{number}")
        for rule in RULEBOOK.rules
        if not groups or rule.group in groups
        for number, line in enumerate(getattr(rule, kind), start=1)
    ]


@pytest.mark.parametrize("rule", RULEBOOK.rules, ids=lambda rule: rule.id)
def test_every_rule_has_an_example(rule: Rule) -> None:
    assert rule.forms
    assert rule.examples


@pytest.mark.parametrize(("rule", "example"), lines("examples"))
def test_finds_the_marked_words(rule: Rule, example: str) -> None:
    assert missed(rule, example, matcher(rule.group)) == []


@pytest.mark.parametrize(("rule", "line"), lines("never", "offenses", "penalties", "roles"))
def test_stays_silent(rule: Rule, line: str) -> None:
    assert [line[start:end] for start, end in found(rule, line, matcher(rule.group))] == []


# --- what the lines come to in the whole pipeline ------------------------------------------------------------


def records(line: str, extractor: Extractor) -> list[AnyRecord]:
    return extractor.records(article(line).model_copy(update={"published": PUBLISHED}))


@pytest.mark.parametrize(("rule", "example"), lines("examples", *STATEMENTS))
def test_a_statement_yields_its_record(rule: Rule, example: str, extractor: Extractor) -> None:
    """... or the rule says why not."""
    told = any(record.rule == rule.id for record in records(marked(example)[0], extractor))
    assert told is (rule.get("no_record") is None)


@pytest.mark.parametrize(("rule", "line"), lines("never", *STATEMENTS))
def test_a_look_alike_yields_nothing(rule: Rule, line: str, unfocused: Extractor) -> None:
    """Without the gate: the rule's words stand there, and something else turns them down."""
    assert found(rule, line, matcher(rule.group)) != set()
    assert records(line, unfocused) == []


def said(rule: Rule, line: str, extractor: Extractor) -> set[str]:
    """The status of the triggers of which something else would be said without this cue."""
    doc = extractor.doc(article(line))
    assertion = extractor.nlp.get_pipe("casefacts_assertion")
    assert isinstance(assertion, Assertion)
    others = [cue for cue in doc.spans["cues"] if cue.label_ != rule.id]
    triggers = doc.spans["triggers"]
    return {t._.said.status for t in triggers if t._.said != assertion.judge(t, others)}


@pytest.mark.parametrize(("rule", "example"), lines("examples", "cues"))
def test_a_cue_sets_what_is_said(rule: Rule, example: str, extractor: Extractor) -> None:
    assert said(rule, marked(example)[0], extractor) == {rule.get("status")}


@pytest.mark.parametrize(("rule", "line"), lines("never", "cues"))
def test_a_cue_does_not_reach_further(rule: Rule, line: str, extractor: Extractor) -> None:
    assert found(rule, line, matcher("cues")) != set()
    assert said(rule, line, extractor) == set()


@pytest.mark.parametrize("rule", [r for r in RULEBOOK.rules if r.group != "roles"], ids=lambda rule: rule.id)
def test_every_rule_has_a_look_alike(rule: Rule) -> None:
    assert rule.never


# Where code knows a rule by its id: what tables say without a trigger, and penalties that are mostly a civil court's
KNOWN_IN_CODE = {
    "assemble": {"hypothetical.suppose"},
    "sentencing": {"penalty.damages", "penalty.time-served"},
    "stages/assertion": {"civil.body"},
    "tables": {"charge.charged", "sentence.possible", "sentence.sentenced", "verdict.convicted"},
}


def test_no_rule_is_known_by_its_id() -> None:
    """Knowledge is data: what code asks of a rule is a key, a sense or a trait, which another rule can have, too."""
    known: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        texts = {node.value for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Constant)}
        if named := texts & RULEBOOK.by_id.keys():
            known[path.relative_to(PACKAGE).with_suffix("").as_posix()] = named
    assert known == KNOWN_IN_CODE


def test_the_check_itself_can_fail() -> None:
    rule = Rule("verdict.test", "verdicts", ("plead guilty", "find * guilty"))
    words = FormMatcher((rule.id, compile_form(form, {})) for form in rule.forms)
    assert missed(rule, "They [plead guilty] now.", words) == []
    assert missed(rule, "They [find] Ana Diaz [guilty] now.", words) == []
    assert missed(rule, "They [plead guilty now].", words) == ["plead guilty now"]
    assert missed(rule, "They [pleaded guilty] now.", words) == ["pleaded guilty"]
    assert missed(rule, "They [plead guilty] and [rest].", words) == ["rest"]


# --- what the loader refuses -------------------------------------------------------------------------------

GOOD = 'id = "verdict.x"\nwho = "subject"\noutcome = "convicted"\nforms = ["plead guilty"]\n'


def load(folder: Path, **files: str) -> Rulebook:
    """The rulebook of these files; "offenses_drugs" stands for offenses-drugs.toml."""
    for name, content in files.items():
        (folder / f"{name.replace('_', '-')}.toml").write_text(content, encoding="utf-8")
    return Rulebook.load(folder)


def test_a_good_block_is_read(tmp_path: Path) -> None:
    book = load(
        tmp_path,
        verdicts=f'[[rule]]\n{GOOD}examples = ["They [plead guilty]."]\nnever = ["They plead."]\n',
        words='titles = ["mr"]\n[inflections]\nplead = ["pled"]\n',
    )
    rule = book.by_id["verdict.x"]
    assert (rule.group, rule.forms, rule.never) == ("verdicts", ("plead guilty",), ("They plead.",))
    assert (rule.get("outcome"), rule.get("method")) == ("convicted", None)
    assert (book.words, book.inflections) == ({"titles": ("mr",)}, {"plead": ("pled",)})


# file -> what it holds, and what the message must name: the file, the rule, what is wrong, what is allowed
BAD = {
    "no TOML": ("verdicts", "[[rule]\n", ["verdicts.toml", "TOML"]),
    "unknown file": ("verdict", f"[[rule]]\n{GOOD}", ["verdict.toml", "verdicts.toml", "cues.toml"]),
    "no rule block": ("verdicts", "[[rules]]\n", ["verdicts.toml", "[[rule]]", "rules"]),
    "one rule too few brackets": ("verdicts", f"[rule]\n{GOOD}", ["verdicts.toml", "[[rule]]"]),
    "something beside the rules": ("verdicts", f'a = "b"\n[[rule]]\n{GOOD}', ["verdicts.toml", "a"]),
    "no id": ("verdicts", '[[rule]]\nforms = ["x"]\n', ["verdicts.toml", "1", "id"]),
    "an id that is no word": (
        "verdicts",
        '[[rule]]\nid = 5\nwho = "subject"\noutcome = "convicted"\nforms = ["x"]\n',
        ["verdicts.toml", "id"],
    ),
    "no outcome": (
        "verdicts",
        '[[rule]]\nid = "v"\nwho = "subject"\nforms = ["x"]\n',
        ["verdicts.toml", "'v'", "outcome"],
    ),
    "unknown key": (
        "verdicts",
        f'[[rule]]\n{GOOD}colour = "red"\n',
        ["verdicts.toml", "'verdict.x'", "colour", "outcome", "examples"],
    ),
    "value that is not allowed": (
        "verdicts",
        f'[[rule]]\n{GOOD}method = "dice"\n',
        ["verdicts.toml", "'verdict.x'", "method", "dice", "guilty_plea"],
    ),
    "value of another type": (
        "verdicts",
        f'[[rule]]\n{GOOD}links = "to"\n',
        ["verdicts.toml", "'verdict.x'", "links", "list"],
    ),
    "a link that is no word": (
        "verdicts",
        f"[[rule]]\n{GOOD}links = [1]\n",
        ["verdicts.toml", "'verdict.x'", "links"],
    ),
    "a trait that is none": (
        "verdicts",
        f'[[rule]]\n{GOOD}traits = ["past", "brave"]\n',
        ["verdicts.toml", "'verdict.x'", "traits", "brave", "courts_only"],
    ),
    "a sense of another group": (
        "verdicts",
        f'[[rule]]\n{GOOD}sense = "jailed"\n',
        ["verdicts.toml", "'verdict.x'", "sense", "jailed", "conviction"],
    ),
    "examples that are no list": (
        "verdicts",
        f'[[rule]]\n{GOOD}examples = "They [plead guilty]."\n',
        ["verdicts.toml", "'verdict.x'", "examples", "list"],
    ),
    "example without brackets": (
        "verdicts",
        f'[[rule]]\n{GOOD}examples = ["They plead guilty."]\n',
        ["verdicts.toml", "'verdict.x'", "They plead guilty", "brackets"],
    ),
    "no forms": (
        "offenses_drugs",
        '[[rule]]\nid = "o"\nforms = []\n',
        ["offenses-drugs.toml", "'o'", "forms"],
    ),
    "form with an open bracket": (
        "offenses_drugs",
        '[[rule]]\nid = "o"\nforms = ["(a|b"]\n',
        ["offenses-drugs.toml", "'o'", "(a|b", "brackets"],
    ),
    "form that may be empty": (
        "offenses_drugs",
        '[[rule]]\nid = "o"\nforms = ["(a|b)?"]\n',
        ["offenses-drugs.toml", "'o'", "(a|b)?", "optional"],
    ),
    "the same id twice": (
        "offenses_drugs",
        '[[rule]]\nid = "o"\nforms = ["a"]\n' * 2,
        ["offenses-drugs.toml", "'o'", "twice"],
    ),
    "words that are no list": ("words", 'titles = "mr"\n', ["words.toml", "titles", "list"]),
    "inflections that are no table": ("words", "inflections = 3\n", ["words.toml", "inflections"]),
}


@pytest.mark.parametrize("case", BAD, ids=str)
def test_an_odd_rule_is_refused_by_name(case: str, tmp_path: Path) -> None:
    name, content, wanted = BAD[case]
    with pytest.raises(RulebookError) as caught:
        load(tmp_path, **{name: content})
    assert [word for word in wanted if word not in str(caught.value)] == []


# --- the form language -------------------------------------------------------------------------------------

IRREGULAR = {"plead": ("pleads", "pleaded", "pled", "pleading")}

# form, text, what it finds there
FORMS = [
    ("plead guilty", "They plead guilty.", ["plead guilty"]),
    ("plead guilty", "They PLEAD Guilty.", ["PLEAD Guilty"]),
    ("plead guilty", "They pleaded guilty.", []),
    ("plead guilty", "They plead not guilty.", []),
    ("$plead guilty", "He pled guilty, she pleaded guilty.", ["pled guilty", "pleaded guilty"]),
    ("$charge", "charge charges charged charging charger", ["charge", "charges", "charged", "charging"]),
    ("$try", "try tries tried trying", ["try", "tries", "tried", "trying"]),
    ("$face (a|the)? charge", "faces charge, faced the charge", ["faces charge", "faced the charge"]),
    ("$face (a|the)? charge", "faces this charge", []),
    ("(grand theft|theft)", "theft, grand theft", ["theft", "grand theft", "theft"]),
    ("theft (of a firearm)?", "theft of a firearm", ["theft of a firearm"]),
    ("find * guilty", "find him guilty", ["find him guilty"]),
    ("find * guilty", "find guilty", ["find guilty"]),
    ("find * guilty", "find Ana guilty, not guilty", ["find Ana guilty"]),
    ("find * guilty", "find him not guilty", []),
    ("find * guilty", "find him. He is guilty", []),
    ("find * guilty", f"find {'x ' * 40}guilty", []),
    ("drink-driving", "drink-driving", ["drink-driving"]),
    ("drink-driving", "drink driving", ["drink driving"]),
    ("drink-driving", "drink–driving", ["drink–driving"]),
    ("driver's licence", "a driver's licence", ["driver's licence"]),
    ("driver’s licence", "a driver's licence", ["driver's licence"]),
]


def finds(form: str, text: str) -> list[str]:
    spans = FormMatcher([("rule", compile_form(form, IRREGULAR))]).find(english()(text))
    return [span.text for span in sorted(spans, key=lambda span: span.start)]


@pytest.mark.parametrize(("form", "text", "wanted"), FORMS)
def test_what_a_form_finds(form: str, text: str, wanted: list[str]) -> None:
    assert finds(form, text) == wanted


@pytest.mark.parametrize("form", ["", " ", "(a", "a)", "(a|b)?", "a? b?", "?", "a??", "((a))", "$", "*", "-"])
def test_a_form_without_meaning_is_refused(form: str) -> None:
    with pytest.raises(FormError):
        compile_form(form, {})


@pytest.mark.parametrize(
    ("verb", "wanted"),
    [
        ("charge", {"charge", "charges", "charged", "charging"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("dismiss", {"dismiss", "dismisses", "dismissed", "dismissing"}),
        ("plead", {"plead", "pleads", "pleaded", "pled", "pleading"}),
        ("convict", {"convict", "convicts", "convicted", "convicting"}),
    ],
)
def test_inflections(verb: str, wanted: set[str]) -> None:
    assert inflect(verb, IRREGULAR) == wanted


@pytest.mark.parametrize("word", ["find", "guilty", "(", "not", "a", "-", "charged with two counts of"])
def test_hostile_text_does_not_run_away(word: str) -> None:
    """Thousands of times the same words, against all rules of a group: a fraction of a second each."""
    doc = english()(f"{word} " * 6_000)
    for group in SCHEMA:
        started = time.process_time()
        matcher(group).find(doc)
        assert time.process_time() - started < 3, group


def test_many_gaps_do_not_run_away() -> None:
    doc = english()("find guilty " * 500)
    started = time.process_time()
    FormMatcher([("rule", compile_form("find * find * guilty", {}))]).find(doc)
    assert time.process_time() - started < 5
