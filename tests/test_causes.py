"""The nearest cause of each miss, and what of each false record the gold does not know."""

from __future__ import annotations

from typing import Any

import pytest

from casefacts.causes import of_false, of_miss
from casefacts.gold import GoldRecord
from casefacts.trace import Statement, Trace

ANA, LEO = "Ana Diaz", "Leo Marsh"


def verdict(offense: str | None = "arson", defendant: str = ANA, outcome: str = "convicted", **more: Any) -> GoldRecord:
    fields = {"type": "verdict", "offense": offense, "defendant": defendant, "outcome": outcome, "start": 0, "end": 30}
    return GoldRecord.model_validate(fields | more)


def sentence(duration: str, kind: str = "prison", status: str = "imposed", defendant: str = ANA) -> GoldRecord:
    fields = {"type": "sentence", "kind": kind, "status": status, "duration": duration, "defendant": defendant}
    return GoldRecord.model_validate({**fields, "start": 0, "end": 30})


def charge(offense: str | None = "arson", **more: Any) -> GoldRecord:
    fields = {"type": "charge", "action": "charged", "offense": offense, "defendant": ANA, "start": 0, "end": 30}
    return GoldRecord.model_validate(fields | more)


@pytest.mark.parametrize(
    ("record", "gold", "cause"),
    [
        (verdict(), [], "person"),
        (verdict(), [verdict(defendant=LEO)], "person"),
        (verdict(), [charge(), verdict(defendant=LEO)], "type"),
        (verdict(), [verdict("theft"), verdict(outcome="acquitted")], "offense"),
        (verdict(), [verdict(outcome="acquitted")], "outcome"),
        (verdict(), [verdict()], "told twice"),
        (charge(None, counts=3), [charge(None, counts=4), verdict()], "counts"),
        (sentence("P2Y"), [sentence("P2Y", "probation")], "kind"),
        (sentence("P2Y"), [sentence("P2Y", status="sought"), sentence("P2Y", "probation")], "status"),
        (sentence("P2Y"), [sentence("P3Y"), sentence("P2Y", status="sought")], "term"),
        (sentence("P2Y"), [sentence("P2Y", defendant=LEO), sentence("P2Y", "probation")], "kind"),
    ],
)
def test_what_of_a_false_record_the_gold_does_not_know(record: GoldRecord, gold: list[GoldRecord], cause: str) -> None:
    assert of_false(record, gold).name == cause


def said(*facts: GoldRecord, start: int = 10, type_: str = "verdict") -> Statement:
    return Statement(type_, start, start + 5, facts)


def turned_down(reason: str, start: int = 10, type_: str = "verdict") -> Statement:
    return Statement(type_, start, start + 5, reason=reason)


# Sentences begin at 0 and 40; what is missed has its evidence at 0 to 30
@pytest.mark.parametrize(
    ("statements", "gold", "cause", "detail"),
    [
        ([], [], "no trigger", ""),
        ([said(charge(), type_="charge")], [], "no trigger", ""),
        ([said(verdict("theft"), start=45)], [], "no trigger", ""),
        ([turned_down("negated: 'never' (negated.never)")], [], "turned down: negated", "'never'"),
        ([turned_down("it names no offense", start=32)], [], "turned down: it names no offense", ""),
        ([turned_down("it names no offense"), said(verdict("theft"))], [], "other offense", "theft"),
        # what stands in the evidence goes before what stands beside it
        ([said(verdict("theft")), said(verdict(defendant=LEO), start=33)], [], "other offense", "theft"),
        ([said(verdict(defendant=LEO), start=33)], [], "another person", LEO),
        ([said(verdict(defendant=LEO))], [verdict(defendant=LEO)], "others of several", LEO),
        ([said(verdict(defendant="two men"))], [], "a group or a phrase", "two men"),
        ([said(verdict(outcome="acquitted"))], [], "other outcome", "acquitted"),
        ([said(verdict("theft"))], [verdict("theft")], "part of a list", "theft"),
        # a fact was made, there or elsewhere, and became no record
        ([said(verdict(), start=45)], [], "merged", ""),
    ],
)
def test_the_nearest_cause_of_a_miss(
    statements: list[Statement], gold: list[GoldRecord], cause: str, detail: str
) -> None:
    missed = verdict()
    found = of_miss(missed, [missed, *gold], Trace("", tuple(statements), (), (0, 40)))
    assert found.name == cause
    assert detail in found.detail


@pytest.mark.parametrize(
    ("fact", "cause", "detail"),
    [
        (sentence("P2Y", "probation"), "other kind", "probation"),
        (sentence("P2Y", status="sought"), "other status", "sought"),
        (sentence("P3Y"), "other term", "P3Y"),
    ],
)
def test_the_nearest_cause_of_a_missed_penalty(fact: GoldRecord, cause: str, detail: str) -> None:
    missed = sentence("P2Y")
    found = of_miss(missed, [missed], Trace("", (said(fact, type_="sentence"),), (), (0,)))
    assert (found.name, found.detail) == (cause, detail)
