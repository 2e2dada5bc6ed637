"""Links between statements and people: which are right, which are missing, and where the text names who is missing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from casefacts.extractor import Extractor
from casefacts.gold import GoldRecord
from casefacts.links import Links, links
from casefacts.records import Article
from casefacts.trace import Naming, Statement, Trace
from casefacts.tracer import traced

ANA, LEO = "Ana Diaz", "Leo Marsh"
BEFORE = "named one to three sentences before"


def verdict(defendant: str = ANA, offense: str = "arson", optional: bool = False, start: int = 100) -> GoldRecord:
    fields = {"type": "verdict", "outcome": "convicted", "defendant": defendant, "offense": offense}
    return GoldRecord.model_validate({**fields, "optional": optional, "start": start, "end": start + 9})


def said(*people: str, start: int = 100, reason: str = "") -> Statement:
    return Statement("verdict", start, start + 5, tuple(verdict(name) for name in people), reason)


# Sentences of ten characters; the statement stands in the eleventh
@pytest.mark.parametrize(
    ("gold", "statements", "named_at", "counted"),
    [
        # predicted, right, wanted, found, kind of what is missing
        ([verdict()], [said("Diaz")], {ANA: 100}, (1, 1, 1, 1, None)),
        ([verdict(), verdict(offense="theft")], [said(ANA)], {ANA: 100}, (1, 1, 1, 1, None)),
        ([verdict()], [said(LEO)], {ANA: 102, LEO: 100}, (1, 0, 1, 0, "same sentence")),
        ([verdict()], [said("two men")], {ANA: 70}, (0, 0, 1, 0, BEFORE)),
        ([verdict()], [said("two men")], {ANA: 60}, (0, 0, 1, 0, "far off or later")),
        ([verdict()], [said("two men")], {ANA: 110}, (0, 0, 1, 0, "far off or later")),
        ([verdict()], [said(reason="no defendant was found")], {ANA: 90}, (0, 0, 1, 0, BEFORE)),
        ([verdict()], [said(reason="it names no offense")], {ANA: 90}, (0, 0, 1, 0, "turned down for another reason")),
        ([verdict(), verdict(LEO)], [said(ANA)], {ANA: 100, LEO: 100}, (1, 1, 2, 1, "several people")),
        # nothing is demanded of a person whom the program did not see, of no statement, of optional gold
        ([verdict(), verdict(LEO)], [said(ANA)], {ANA: 100}, (1, 1, 1, 1, None)),
        ([verdict()], [], {ANA: 100}, (0, 0, 0, 0, None)),
        ([verdict(optional=True)], [said(ANA)], {ANA: 100}, (1, 1, 0, 0, None)),
        # a statement without gold is no matter of links
        ([verdict()], [said(ANA), said(LEO, start=300)], {ANA: 100, LEO: 300}, (1, 1, 1, 1, None)),
        # of two statements in one evidence it is enough that one gives the person
        ([verdict()], [said(reason="it names no offense"), said(ANA, start=104)], {ANA: 100}, (1, 1, 1, 1, None)),
    ],
)  # fmt: skip
def test_links(
    gold: list[GoldRecord],
    statements: list[Statement],
    named_at: dict[str, int],
    counted: tuple[int, int, int, int, str | None],
) -> None:
    namings = tuple(Naming(name, place) for name, place in named_at.items())
    found = links(gold, Trace("", tuple(statements), namings, tuple(range(0, 400, 10))))
    *numbers, kind = counted
    assert [found.predicted, found.right, found.wanted, found.found] == numbers
    assert found.missing == Counter([kind] if kind else [])


def test_links_add_up_and_their_ratios_are_derived_last() -> None:
    total = Links(2, 1, 3, 1, Counter({"same sentence": 2})) + Links(2, 2, 1, 1)
    assert (total.precision, total.recall) == (3 / 4, 2 / 4)
    assert total.missing == {"same sentence": 2}
    assert (Links().precision, Links().recall) == (None, None)


# A trace of the program at work


def article(text: str) -> Article:
    return Article(name="a.txt", text=text, published="2024-07-12")


def test_a_trace_has_every_statement_and_changes_no_record(extractor: Extractor) -> None:
    told = article("Nora Quill was convicted of arson on Thursday. She was never charged with theft.")
    records, trace = traced(extractor, told)
    assert records == extractor.records(told)
    assert [told.text[each.start : each.end] for each in trace.statements] == ["was convicted", "charged"]
    convicted, charged = trace.statements
    assert [(fact.defendant, fact.offense) for fact in convicted.facts] == [("Nora Quill", "arson")]
    assert (charged.type, charged.facts, charged.reason.partition(":")[0]) == ("charge", (), "negated")
    assert trace.namings == (Naming("Nora Quill", 0),)
    assert [trace.sentence(each.start) for each in trace.statements] == [0, 1]


def test_an_article_that_is_not_parsed_has_an_empty_trace(extractor: Extractor) -> None:
    told = article("The council met on Thursday.")
    assert traced(extractor, told) == ([], Trace(told.text))


def test_a_statement_that_sought_a_person_in_vain_is_not_turned_down_for_another_reason(extractor: Extractor) -> None:
    told = article("The conviction for arson was overturned by the appeal court on Thursday.")
    _, trace = traced(extractor, told)
    statement = next(each for each in trace.statements if told.text[each.start : each.end] == "overturned")
    found = links([verdict(start=statement.start)], replace(trace, namings=(Naming(ANA, 0),)))
    assert found.missing == {"same sentence": 1}
