"""Every rule proves itself by its own lines; odd rules are refused; the form language means what it says."""

from __future__ import annotations

import ast
import re
import time
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

import casefacts
import en_casefacts
from casefacts.extractor import Extractor
from casefacts.forms import FormError, FormMatcher, compile_form, inflect
from casefacts.lint import faults, missed, unproved_by_effect, unproved_by_words, words_alone
from casefacts.rulebook import SCHEMA, Rule, Rulebook, RulebookError

RULEBOOK = Rulebook.load()
PACKAGE = Path(casefacts.__file__).parent


# --- the rules' own lines ----------------------------------------------------------------------------------


@cache
def matcher(group: str) -> FormMatcher:
    return RULEBOOK.matcher(group)


@pytest.mark.parametrize("rule", RULEBOOK.rules, ids=lambda rule: rule.id)
def test_a_rule_proves_itself(rule: Rule, extractor: Extractor) -> None:
    """By its words, and by what its lines come to in the whole pipeline."""
    assert [*unproved_by_words(rule, RULEBOOK), *unproved_by_effect(rule, extractor)] == []


def test_the_rulebook_has_no_faults() -> None:
    assert list(faults(RULEBOOK)) == []


# Where code knows a rule by its id: what tables say without a trigger, and penalties that are mostly a civil court's
KNOWN_IN_CODE = {
    "assembly/learning": {"hypothetical.suppose"},
    "sentencing": {"penalty.damages", "penalty.time-served"},
    "stages/assertion": {"civil.body"},
    "tables": {"charge.charged", "sentence.possible", "sentence.sentenced", "verdict.convicted"},
}


@cache
def texts_in_code() -> dict[str, set[object]]:
    """The constants of each module."""
    return {
        path.relative_to(PACKAGE).with_suffix("").as_posix(): {
            node.value for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Constant)
        }
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def test_no_rule_is_known_by_its_id() -> None:
    """Knowledge is data: what code asks of a rule is a key, a sense or a trait, which another rule can have, too."""
    named = {module: texts & RULEBOOK.by_id.keys() for module, texts in texts_in_code().items()}
    assert {module: ids for module, ids in named.items() if ids} == KNOWN_IN_CODE


def test_something_uses_each_list_of_words() -> None:
    assert RULEBOOK.words.keys() - set().union(*texts_in_code().values()) == set()


def test_lists_of_words_are_sorted_and_explained() -> None:
    text = (Path(en_casefacts.__file__).parent / "rules" / "words.toml").read_text(encoding="utf-8")
    explained = re.findall(r"^#.*\n(\w+) = \[\n(?:    \".+\",\n)*\]$", text, re.M)
    assert RULEBOOK.words.keys() - set(explained) == set()
    assert [name for name, words in RULEBOOK.words.items() if list(words) != sorted(words)] == []


@pytest.mark.parametrize("key", ["sense", "traits"])
def test_something_uses_each_sense_and_trait(key: str) -> None:
    used = set().union(*(texts for module, texts in texts_in_code().items() if module != "rulebook"))
    allowed = {value for keys in SCHEMA.values() if key in keys for value in keys[key].choices}
    assert allowed - used == set()


def test_marked_words_are_missed() -> None:
    rule = Rule("verdict.test", "verdicts", ("plead guilty", "find * guilty"))
    book = Rulebook((rule,), {}, {})
    assert missed(rule, "They [plead guilty] now.", book) == []
    assert missed(rule, "They [find] Ana Diaz [guilty] now.", book) == []
    assert missed(rule, "They [plead guilty now].", book) == ["plead guilty now"]
    assert missed(rule, "They [pleaded guilty] now.", book) == ["pleaded guilty"]
    assert missed(rule, "They [plead guilty] and [rest].", book) == ["rest"]


CHARGE = Rule(
    "charge.beak",
    "charges",
    ("$haul before the beak",),
    examples=("Leo Marsh was [hauled before the beak] for theft.",),
    never=("Leo Marsh may be hauled before the beak for theft.",),
    attributes={"who": "patient", "action": "charged", "links": ["for"]},
)

# what is wrong with a rule of one's own, and what the line about it must say
UNPROVED = [
    (replace(CHARGE, examples=()), ["charge.beak", "examples"]),
    (replace(CHARGE, never=()), ["charge.beak", "never"]),
    (replace(CHARGE, examples=("Leo Marsh was [brought before the beak].",)), ["brought before the beak", "forms"]),
    (replace(CHARGE, never=("Leo Marsh was not late.",)), ["Leo Marsh was not late.", "proves nothing"]),
    (replace(CHARGE, forms=("$haul before the beak", "$accuse of")), ["charge.accused", "accused of", "over"]),
    (replace(CHARGE, forms=CHARGE.forms * 2), ["$haul before the beak", "twice"]),
]


@pytest.mark.parametrize(("rule", "wanted"), UNPROVED)
def test_a_fault_is_told_with_what_to_do(rule: Rule, wanted: list[str]) -> None:
    told = " ".join(faults(replace(RULEBOOK, rules=(*RULEBOOK.rules, rule))))
    assert [word for word in wanted if word not in told] == []


def test_useless_words_are_told() -> None:
    book = replace(RULEBOOK, words={"firms": ("firm", "firm")}, inflections={"jail": ("jails", "jailed", "jailing")})
    told = " ".join(faults(book))
    assert "'firm' stands twice in firms" in told
    assert "$jail" in told


def test_the_weaker_rule_of_two_gives_way() -> None:
    rules = [Rule(name, "charges", ("charge",), over=over) for name, over in (("a", ()), ("b", ("a",)), ("c", ("b",)))]
    found = Rulebook(tuple(rules), {}, {}).matcher("charges").find(words_alone("charge"))
    assert [span.label_ for span in found] == ["c", "b", "a"]


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
        ["verdicts.toml", "'v'", "outcome", "acquitted"],
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
    "a code that is none": (
        "offenses_drugs",
        '[[rule]]\nid = "o"\nforms = ["x"]\ncode = "90Z9"\n',
        ["offenses-drugs.toml", "'o'", "code", "90Z9", "35A"],
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
        ["offenses-drugs.toml", "'o'", "(a|b", "brackets", "(a|b)?"],
    ),
    "form that may be empty": (
        "offenses_drugs",
        '[[rule]]\nid = "o"\nforms = ["(a|b)?"]\n',
        ["offenses-drugs.toml", "'o'", "(a|b)?", "optional"],
    ),
    "over a rule that is none": (
        "verdicts",
        f'[[rule]]\n{GOOD}over = ["verdict.y"]\n',
        ["verdicts.toml", "'verdict.x'", "over", "'verdict.y'", "casefacts rules"],
    ),
    "over itself": ("verdicts", f'[[rule]]\n{GOOD}over = ["verdict.x"]\n', ["over", "verdict.x"]),
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
    spans = FormMatcher([("rule", compile_form(form, IRREGULAR))]).find(words_alone(text))
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
        ("slap", {"slap", "slaps", "slapped", "slapping"}),
        ("jail", {"jail", "jails", "jailed", "jailing"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
    ],
)
def test_inflections(verb: str, wanted: set[str]) -> None:
    assert inflect(verb, IRREGULAR) == wanted


@pytest.mark.parametrize("word", ["find", "guilty", "(", "not", "a", "-", "charged with two counts of"])
def test_hostile_text_does_not_run_away(word: str) -> None:
    """Thousands of times the same words, against all rules of a group: a fraction of a second each."""
    doc = words_alone(f"{word} " * 6_000)
    for group in SCHEMA:
        started = time.process_time()
        matcher(group).find(doc)
        assert time.process_time() - started < 3, group


def test_many_gaps_do_not_run_away() -> None:
    doc = words_alone("find guilty " * 500)
    started = time.process_time()
    FormMatcher([("rule", compile_form("find * find * guilty", {}))]).find(doc)
    assert time.process_time() - started < 5


# --- rules of one's own ------------------------------------------------------------------------------------


def own(folder: Path, **files: str) -> Rulebook:
    for name, content in files.items():
        (folder / f"{name.replace('_', '-')}.toml").write_text(content, encoding="utf-8")
    return Rulebook.load(own=folder)


def test_own_rules_and_words_go_on_top(tmp_path: Path) -> None:
    book = own(
        tmp_path, verdicts_mine=f"[[rule]]\n{GOOD}", words='firms = ["dairy"]\n[inflections]\nfling = ["flung"]\n'
    )
    assert len(book.rules) == len(RULEBOOK.rules) + 1
    assert book.by_id["verdict.x"].group == "verdicts"
    assert set(book.words["firms"]) == {*RULEBOOK.words["firms"], "dairy"}
    assert book.inflections["fling"] == ("flung",)


@pytest.mark.parametrize(
    ("name", "content", "wanted"),
    [
        ("verdict", f"[[rule]]\n{GOOD}", ["verdict.toml", "verdicts.toml"]),
        ("verdicts", f"[[rule]]\n{GOOD.replace('verdict.x', 'verdict.acquitted')}", ["verdict.acquitted", "twice"]),
        ("verdicts", f'[[rule]]\n{GOOD}who = "victim"\n', ["verdicts.toml", "TOML"]),
        ("words", 'dairies = ["dairy"]\n', ["words.toml", "dairies", "firms", "inflections"]),
    ],
)
def test_own_rules_are_refused_as_ours_would_be(name: str, content: str, wanted: list[str], tmp_path: Path) -> None:
    with pytest.raises(RulebookError) as caught:
        own(tmp_path, **{name: content})
    assert [word for word in (*wanted, str(tmp_path)) if word not in str(caught.value)] == []


@pytest.mark.parametrize("made", [False, True])
def test_a_folder_without_rules_is_refused(made: bool, tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    if made:
        folder.mkdir()
    with pytest.raises(RulebookError, match=r"rule") as caught:
        Rulebook.load(own=folder)
    assert str(folder) in str(caught.value)
