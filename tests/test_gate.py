"""Which texts are read at all: whatever a rule may find, and little else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from casefacts.gate import Gate
from casefacts.rulebook import Rule, Rulebook
from casefacts.stages.triggers import GROUPS

RULEBOOK = Rulebook.load()
GATE = Gate(RULEBOOK)

# A rule that nobody has written yet, and a text in which it stands
NEW = Rule("charge.beak", "charges", ("$haul before the beak",), attributes={"who": "patient", "action": "charged"})
TEXT = "Leo Marsh was hauled before the beak on Monday over a theft."


def spelt(rule: Rule) -> Iterator[str]:
    """Each form of a rule in words, each choice of its slots once; gaps filled and empty."""
    for _, form in replace(RULEBOOK, rules=(rule,)).compiled(rule.group):
        longest = max(len(slot) for slot in form)
        for n in range(longest):
            options = [slot[min(n, len(slot) - 1)] for slot in form]
            words = [sorted(word)[n % len(word)] for option in options for word in option]
            for gap in ("Ana Roe", ""):
                filled = [gap if word == "*" else word for word in words if word != "-?"]
                yield " ".join(filter(None, filled))


def beside(rule: Rule) -> str:
    """What the rule's own keys ask for."""
    if rule.group == "sentences":
        return "nine years in prison"
    return "the judge" if rule.get("needs") == "court" else "the charges" if rule.get("who") == "charges" else ""


@pytest.mark.parametrize("rule", [rule for group in GROUPS for rule in RULEBOOK.group(group)], ids=lambda rule: rule.id)
def test_every_form_of_every_trigger_passes(rule: Rule) -> None:
    turned_down = [words for words in spelt(rule) if not GATE(f"Ana Roe {words} {beside(rule)} for arson.")]
    assert turned_down == ([] if rule.get("needs") != "trial" else list(spelt(rule)))


def test_a_new_rule_passes_without_a_line_of_python() -> None:
    assert not GATE(TEXT)
    assert Gate(replace(RULEBOOK, rules=(*RULEBOOK.rules, NEW)))(TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "She was charged with theft.",
        "He pled guilty.",
        "She denies murder, the court heard.",
        "A jury cleared the pair.",
        "ROE FOUND NOT GUILTY",
        "Police said he got two and a half years.",
        "The man gets\ntwo years for theft.",
        "She faces life in prison.",
        "He was handed an 18-month term for theft.",
        "A term of six years was imposed, a prosecutor said.",
        "The judge ordered her to repay £500.",
        "They were fined by magistrates.",
        "He was jailed for arson.",
        "His conviction for theft was quashed.",
        "Prosecutors dropped the case.",
        "He must do 200 hours of community service, the judge said.",
        "Ana Roe must:\nApologise to the council.\nServe 30 days in jail for theft.",
        "Ana Roe was charged with a break-in.",
        "Name | Charge | Sentence\nAna Roe | Theft | 2 years\n",
    ],
)
def test_what_may_state_a_fact(text: str) -> None:
    assert GATE(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "He denied it and withdrew his troops.",
        "The choir sang for two hours in the rain.",
        "Rye prices rose this year.",
        "The bank charged customers a fee and was given three years.",
        "The police chief dropped the ball.",
        "Police were given a new boat. The harbour is 900 years old.",
        "The court gave the garden to the town. Nine years later it is full of roses.",
        "Prices rose and the minister was told to act.\nLeo Marsh told the court that theft costs a fine sum.\n",
        "The bank was charged a fee for breaking a seal and entering a new market.",
    ],
)
def test_what_may_not(text: str) -> None:
    assert not GATE(text)


@pytest.mark.parametrize("unit", [" ", "a", "1", "get ", "find him ", "six years ", "given 6 years ", "police charge "])
def test_hostile_text_takes_no_long_time(unit: str) -> None:
    GATE(unit * (200_000 // len(unit)))
