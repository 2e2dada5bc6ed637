"""The scorer: what counts as the same, how records are aligned and counted (guidelines, section 6)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefacts.evaluate import Mean, Report, evaluate
from casefacts.gold import GoldArticle, GoldRecord
from casefacts.score import (
    OTHER_FIELDS,
    Agreement,
    Cells,
    Tally,
    agree,
    align,
    compare,
    is_name,
    same_core,
    same_field,
    same_name,
    same_offense,
)

# Names -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Ana Diaz", "Ana Diaz", True),
        ("Ana Diaz", "Diaz", True),
        ("Ana Diaz", "ANA DIAZ", True),
        ("Ana Diaz", "Ana Díaz", True),
        ("Ana Diaz", "Ana", False),
        ("Ana Diaz", "Eva Diaz", False),
        ("Ana Diaz", "Ana Cole", False),
        ("Ana Diaz", "Ms. Diaz", True),
        ("Ana Diaz", "Sgt. Ana Diaz", True),
        ("Ana Diaz", "Lord Diaz", True),
        ("Ana Diaz", "former Judge Ana Diaz", True),
        ("Ana Diaz", "Ana Diaz's", True),
        ("Ana Diaz", "Diaz's brother", False),
        ("Rory Pell Jr.", "Rory Pell", True),
        ("Rory Pell III", "Pell, Jr.", True),
        ("Rory J. Pell", "Rory James Pell", True),
        ("R. J. Pell", "Rory James Pell", True),
        ("Rory James Pell", "James Pell", True),
        ("Rory James Pell", "Rory Peter Pell", False),
        ("James Rory Pell", "Rory James Pell", False),
        ('Rory "Tiny" Pell', "Rory Pell", True),
        ("Rory “Tiny” Pell", "Rory 'Tiny' Pell", True),
        ("Rory O'Dowd", "Rory O’Dowd", True),
        ("Ida Moss-Kerr", "Ida Moss Kerr", True),
        ("Ida Moss-Kerr", "Moss", True),
        ("Ida Moss-Kerr", "Ida Kerr", True),
        ("Ida Moss Kerr", "Ida Moss", False),
        ("Sami al-Hadid", "Sami Hadid", True),
        ("Sami al-Hadid", "Sami al-Basri", False),
        ("Yusuf bin Tarik", "bin Tarik", True),
        ("Delmar Cement", "Delmar Cement Inc.", True),
        ("Delmar Cement Company", "Delmar", True),
        ("Delmar Cement", "Torvald Cement", False),
        ("Bank of Elmore", "the Elmore bank", True),
        ("the 19-year-old", "a 19-year-old man", True),
        ("Four former deputies", "four deputies", True),
        ("a 19-year-old man", "a 25-year-old man", False),
        ('"Tiny"', '"Tiny"', True),
        ("!", "?", False),
    ],
)
def test_same_name(left: str, right: str, same: bool) -> None:
    assert same_name(left, right) is same
    assert same_name(right, left) is same


@pytest.mark.parametrize(
    ("defendant", "named"),
    [
        ("Pell", True),
        ("McTavish", True),
        ('Rory "Tiny" Pell', True),
        ('"Tiny"', True),
        ("Sami al-Hadid", True),
        ("al-Hadid", True),
        ("de la Fuente", True),
        ("O'Dowd", True),
        ("Mr Pell", True),
        ("deputy Ana Diaz", True),
        ("Delmar Cement", True),
        ("Delmar Cement company", True),
        ("Four former deputies", False),
        ("A 19-year-old man", False),
        ("25 people", False),
        ("Some medical staff", False),
        ("the Northside loan ring", False),
        ("The six", False),
        ("Medical staff", False),
        ("Diaz's brother", False),
        ("Former deputies", False),
        ("Police", False),
        ("she", False),
        ("", False),
        ("—", False),
    ],
)
def test_is_name(defendant: str, named: bool) -> None:
    assert is_name(defendant) is named


# Offenses --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("burglary", "burglary", True),
        ("Burglary", "the burglaries", True),
        ("burglary", "residential burglary", True),
        ("burglary", "arson", False),
        ("burglary", None, False),
        (None, None, True),
        ("wire fraud", "mail fraud", True),
        ("grand theft auto", "identity theft", False),
        ("assault with a deadly weapon", "aggravated assault", False),
        ("hit-and-run", "hit and run", True),
        ("weapons charge", "weapon charges", True),
        ("weapons charge", "drug charge", False),
        ("taking bribes", "took a bribe", True),
        ("stabbing", "stabbed", True),
        ("abuse of a child", "child abuse", True),
        ("murder", "attempted murder", False),
        ("attempted murder", "attempting to murder", True),
        ("attempted murder", "attempted robbery", False),
        ("attempt", "attempted robbery", True),
        ("wire fraud", "conspiracy to commit wire fraud", False),
        ("conspiring to commit wire fraud", "conspiracy to commit fraud", True),
        ("conspiracy", "conspiracy to commit wire fraud", True),
        ("conspiracy to commit murder", "conspiracy to commit arson", False),
        ("second-degree murder", "murder", True),
        ("second-degree murder", "murder in the second degree", True),
        ("second degree murder", "2nd-degree murder", True),
        ("second-degree murder", "first-degree murder", False),
        ("first-degree burglary", "first-degree arson", False),
        ("the", "the", True),
        ("the", "of", False),
    ],
)
def test_same_offense(left: str | None, right: str | None, same: bool) -> None:
    assert same_offense(left, right) is same
    assert same_offense(right, left) is same


# Records ---------------------------------------------------------------------------------------------------


def charge(offense: str | None = "burglary", defendant: str = "Ana Diaz", **more: Any) -> GoldRecord:
    fields = {"action": "charged", "start": 0, "end": 10} | more
    return GoldRecord(type="charge", defendant=defendant, offense=offense, **fields)


def verdict(outcome: str = "convicted", offense: str | None = "burglary", **more: Any) -> GoldRecord:
    fields: dict[str, Any] = {"defendant": "Ana Diaz", "outcome": outcome, "start": 0, "end": 10} | more
    return GoldRecord(type="verdict", offense=offense, **fields)


def sentence(kind: str = "prison", duration: str | None = None, **more: Any) -> GoldRecord:
    fields: dict[str, Any] = {"defendant": "Ana Diaz", "status": "imposed", "start": 0, "end": 10} | more
    return GoldRecord.model_validate({"type": "sentence", "kind": kind, "duration": duration, **fields})


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        # type and defendant
        (charge(), verdict(), False),
        (charge(), charge(defendant="Diaz"), True),
        (charge(), charge(defendant="Rory Pell"), False),
        # charges: the offense; where neither names one, the counts
        (charge(), charge(None), False),
        (charge(None, counts=34), charge(None, counts=34), True),
        (charge(None, counts=34), charge(None), False),
        (charge(None), charge(None), True),
        (charge(counts=2), charge(counts=3, action="indicted", date="2020"), True),
        # verdicts: the outcome, and the offense unless one side has none
        (verdict(), verdict("acquitted"), False),
        (verdict(), verdict(offense=None), True),
        (verdict(), verdict(offense="arson"), False),
        # sentences: kind, status, and duration or amount
        (sentence(duration="P18M"), sentence(duration="P1Y6M"), True),
        (sentence("jail", "P6M"), sentence("prison", "P6M"), True),
        (sentence("probation", "P6M"), sentence("prison", "P6M"), False),
        (sentence(duration="P6M"), sentence(duration="P6M", status="sought"), False),
        (sentence(duration="P1Y"), sentence(duration="P365D"), True),
        (sentence(duration="P100M"), sentence(duration="P97M"), True),
        (sentence(duration="P100M"), sentence(duration="P96M"), False),
        (sentence(duration="P6M"), sentence(), False),
        (sentence(), sentence(), True),
        (sentence("fine", amount=500, currency="GBP"), sentence("fine", amount=500, currency="GBP"), True),
        (sentence("fine", amount=500, currency="GBP"), sentence("fine", amount=500), True),
        (sentence("fine", amount=500, currency="GBP"), sentence("fine", amount=500, currency="EUR"), False),
        (sentence("fine", amount=500), sentence("fine", amount=505), False),
        (sentence("fine", amount=500), sentence("fine"), False),
        (sentence("life", min_duration="P25Y"), sentence("life"), True),
        (sentence(min_duration="P15Y"), sentence(min_duration="P15Y"), True),
        (sentence(min_duration="P15Y"), sentence(), False),
        (sentence(duration="P15Y", min_duration="P12Y"), sentence(duration="P15Y"), True),
    ],
)
def test_same_core(left: GoldRecord, right: GoldRecord, same: bool) -> None:
    assert same_core(left, right) is same
    assert same_core(right, left) is same


@pytest.mark.parametrize(
    ("field", "left", "right", "same"),
    [
        ("date", charge(date="2021-03"), charge(date="2021-03"), True),
        ("date", charge(date="2021-03"), charge(date="2021-03-04"), False),
        ("date", charge(date="2021-03"), charge(), False),
        ("date", charge(), charge(), True),
        ("counts", charge(counts=2), charge(counts=3), False),
        ("court", charge(court="The Old Mill Court"), charge(court="old mill court"), True),
        ("court", charge(court="Old Mill Court"), charge(court="Mill Court"), False),
        ("judge", charge(judge="Ines Okoro"), charge(judge="Okoro"), True),
        ("judge", charge(judge="Ines Okoro"), charge(judge="Hal Brandt"), False),
        ("offense", verdict(), verdict(offense="residential burglary"), True),
        ("offense", verdict(), verdict(offense=None), False),
        ("min_duration", sentence(min_duration="P1Y"), sentence(min_duration="P12M"), True),
        ("min_duration", sentence(min_duration="P1Y"), sentence(min_duration="P2Y"), False),
    ],
)
def test_same_field(field: str, left: GoldRecord, right: GoldRecord, same: bool) -> None:
    assert same_field(field, left, right) is same


# Alignment -------------------------------------------------------------------------------------------------

TWO_DATES = [charge(date="2020"), charge(date="2021")]


@pytest.mark.parametrize(
    ("gold", "predicted", "pairs"),
    [
        ([], [charge()], []),
        ([charge()], [charge("arson")], []),
        # the best total: were the first prediction given the first gold record, the second would go without
        ([verdict(offense=None), verdict()], [verdict(), verdict(offense="arson")], [(0, 1), (1, 0)]),
        # required gold before optional gold
        ([charge(optional=True), charge("residential burglary")], [charge()], [(1, 0)]),
        # a pair more with optional gold before better fields
        ([charge(optional=True, date="2021"), charge()], [charge(date="2021"), charge()], [(0, 0), (1, 1)]),
        # more agreeing fields
        (TWO_DATES, [charge(date="2021"), charge(defendant="Diaz", date="2020")], [(0, 1), (1, 0)]),
        # more evidence in common
        ([charge(start=0, end=9), charge(start=20, end=29)], [charge(start=22, end=30)], [(1, 0)]),
    ],
)
def test_align(gold: list[GoldRecord], predicted: list[GoldRecord], pairs: list[tuple[int, int]]) -> None:
    assert align(gold, predicted) == pairs


def test_equally_good_alignments_are_told_apart_by_content_alone() -> None:
    """Either the dates agree or the counts: the same must be chosen in whatever order the records come."""
    gold = [charge(date="2020", counts=1), charge(date="2021", counts=2)]
    predicted = [charge(date="2020", counts=2), charge(date="2021", counts=1)]
    tallies = [compare("a.txt", gold[::one], predicted[::other])[0]["charge"] for one in (1, -1) for other in (1, -1)]
    assert tallies == tallies[:1] * 4


# Counting --------------------------------------------------------------------------------------------------


def counts(gold: list[GoldRecord], predicted: list[GoldRecord]) -> tuple[int, ...]:
    tallies, _ = compare("a.txt", gold, predicted)
    total = sum(tallies.values(), Tally())
    return total.tp, total.fp, total.fn, total.wrong_person


@pytest.mark.parametrize(
    ("gold", "predicted", "tp_fp_fn_wrong_person"),
    [
        ([], [], (0, 0, 0, 0)),
        ([charge()], [charge()], (1, 0, 0, 0)),
        ([charge()], [], (0, 0, 1, 0)),
        ([], [charge()], (0, 1, 0, 1)),
        # a wrong fact is told of somebody of whom gold has a record, of whatever type, required or optional
        ([charge()], [charge(), charge()], (1, 1, 0, 0)),
        ([charge()], [charge("arson")], (0, 1, 1, 0)),
        ([charge()], [verdict(defendant="Diaz")], (0, 1, 1, 0)),
        ([charge(optional=True)], [verdict()], (0, 1, 0, 0)),
        ([charge()], [charge(defendant="Eva Diaz")], (0, 1, 1, 1)),
        ([charge(defendant="three men")], [charge()], (0, 1, 1, 1)),
        # optional gold counts neither way, but who matches it is not falsely accused
        ([charge(optional=True)], [], (0, 0, 0, 0)),
        ([charge(optional=True)], [charge()], (0, 0, 0, 0)),
        # nor do unmatched predictions about the unnamed
        ([], [charge(defendant="three men")], (0, 0, 0, 0)),
        ([charge(defendant="three men")], [charge(defendant="Three men")], (1, 0, 0, 0)),
    ],
)
def test_counts(gold: list[GoldRecord], predicted: list[GoldRecord], tp_fp_fn_wrong_person: tuple[int, ...]) -> None:
    assert counts(gold, predicted) == tp_fp_fn_wrong_person


def test_fields_are_counted_on_correct_required_records_only() -> None:
    gold = [charge(date="2020", start=0, end=5), charge("arson"), charge("theft", date="2020", optional=True)]
    predicted = [
        charge(date="2021", start=5, end=9),
        charge("arson"),
        charge("theft"),
        charge("perjury", date="1999"),
    ]
    tally = compare("a.txt", [*gold, charge("forgery"), charge("fraud")], predicted)[0]["charge"]
    expected = Agreement(right=1, total=2, stated_right=0, stated=1, in_gold=1, in_predicted=1, missed=2)
    assert tally.fields["date"] == expected
    assert tally.fields["date"].of_gold == 1 / 4
    assert tally.fields["date"].accuracy == 0.5
    assert tally.fields["date"].stated_accuracy == 0.0
    assert tally.fields["plea"].accuracy == 1.0
    assert tally.fields["plea"].stated_accuracy is None
    assert tally.evidence_overlap == 0.5
    assert tuple(tally.fields) == OTHER_FIELDS["charge"]


def test_stated_and_inferred_cells_are_counted_apart() -> None:
    gold = [charge(date="2020"), charge("arson", date="2020"), charge("theft")]
    predicted = [
        charge(date="2020"),
        charge("arson", date="2021", inferred="court date"),
        charge("theft", date="2020", inferred="date"),
    ]
    cells = compare("a.txt", gold, predicted)[0]["charge"].cells["date"]
    assert cells == Cells(stated=1, stated_right=1, inferred=2, inferred_right=0)
    assert (cells.stated_precision, cells.inferred_precision) == (1.0, 0.0)
    assert Cells().inferred_precision is None


def test_ratios_are_derived_last_and_none_where_undefined() -> None:
    nothing = Tally()
    ratios = (
        nothing.precision,
        nothing.recall,
        nothing.f1,
        nothing.evidence_overlap,
        nothing.wrong_person_share,
        nothing.wrong_fact_share,
    )
    assert ratios == (None,) * 6
    total = Tally(tp=1, fp=2, wrong_person=1) + Tally(tp=2, fp=1, fn=4)
    assert (total.precision, total.recall, total.f1) == (3 / 6, 3 / 7, 6 / 13)
    assert (total.wrong_person_share, total.wrong_fact_share) == (1 / 6, 2 / 6)
    assert Tally(fp=3).f1 == 0.0


def test_findings_list_every_miss_false_record_and_field_error_in_text_order() -> None:
    missed, false = charge("arson", start=40, end=50), verdict("acquitted", start=20, end=30)
    gold, predicted = charge(date="2020"), charge(date="2021")
    _, findings = compare("a.txt", [missed, gold], [false, predicted])
    assert [(f.kind, f.gold, f.predicted, f.field) for f in findings] == [
        ("field", gold, predicted, "date"),
        ("false", None, false, None),
        ("miss", missed, None, None),
    ]
    assert {finding.article for finding in findings} == {"a.txt"}


def test_evaluate_adds_articles_up_and_names_those_that_should_be_silent() -> None:
    gold = [
        GoldArticle(article="a.txt", records=(charge(), sentence(duration="P2Y"))),
        GoldArticle(article="b.txt", records=(charge(optional=True),)),
        GoldArticle(article="c.txt", records=()),
        GoldArticle(article="d.txt", records=()),
        GoldArticle(article="e.txt", records=()),
    ]
    predicted = {
        "a.txt": [charge(), sentence(duration="P3Y")],
        "b.txt": [verdict()],
        "c.txt": [verdict()],
        "d.txt": [charge(defendant="two men")],
    }
    report = evaluate(gold, predicted)
    assert (report.overall.tp, report.overall.fp, report.overall.fn) == (1, 3, 1)
    assert (report.by_type["verdict"].precision, report.by_type["verdict"].recall) == (0.0, None)
    assert report.mean == Mean(3, precision=(1 / 2 + 0 + 0) / 3, recall=1 / 2, f1=(1 / 2 + 0 + 0) / 3)
    assert (report.factless, report.accused, report.accused_share) == (3, ("c.txt",), 1 / 3)
    assert [finding.article for finding in report.findings] == ["a.txt", "a.txt", "b.txt", "c.txt"]


def test_evaluate_refuses_articles_that_gold_does_not_have() -> None:
    with pytest.raises(ValueError, match=r"not in the gold: x\.txt"):
        evaluate([], {"x.txt": [charge()]})


# Properties ------------------------------------------------------------------------------------------------

_spans = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda p: {"start": p[0], "end": p[0] + p[1]})
_common = {
    "defendant": st.sampled_from(["Ana Diaz", "Diaz", "Eva Diaz", "Rory Pell Jr.", "two men", "!"]),
    "date": st.sampled_from([None, "2020", "2021-03"]),
    "judge": st.sampled_from([None, "Ines Okoro"]),
    "optional": st.booleans(),
    "offense": st.sampled_from([None, "theft", "car theft", "attempted theft", "first-degree theft", "the"]),
}
_counts = st.sampled_from([None, 1, 2])
_charges = st.fixed_dictionaries(
    {"type": st.just("charge"), "action": st.just("charged"), "counts": _counts, **_common}
)
_verdicts = st.fixed_dictionaries(
    {
        "type": st.just("verdict"),
        "outcome": st.sampled_from(["convicted", "acquitted"]),
        "counts": _counts,
        **_common,
    }
)
_sentences = st.fixed_dictionaries(
    {
        "type": st.just("sentence"),
        "kind": st.sampled_from(["prison", "jail", "life", "fine"]),
        "status": st.just("imposed"),
        "duration": st.sampled_from([None, "P1Y", "P12M", "P2Y"]),
        "min_duration": st.sampled_from([None, "P6M"]),
        "amount": st.sampled_from([None, 100]),
        **_common,
    }
)
_records = st.tuples(_charges | _verdicts | _sentences, _spans).map(
    lambda parts: GoldRecord.model_validate({**parts[0], **parts[1]})
)
_lists = st.lists(_records, max_size=8)


@given(_lists)
def test_gold_against_itself_is_perfect(records: list[GoldRecord]) -> None:
    report = evaluate([GoldArticle(article="a.txt", records=tuple(records))], {"a.txt": records})
    assert report.findings == ()
    assert report.overall.tp == sum(not record.optional for record in records)
    assert (report.overall.fp, report.overall.fn) == (0, 0)
    assert {agreement.accuracy for agreement in report.overall.fields.values()} <= {None, 1.0}
    assert report.overall.evidence_overlap in {None, 1.0}


@settings(max_examples=60)
@given(_lists, _lists, st.randoms(use_true_random=False))
def test_order_never_changes_a_score(gold: list[GoldRecord], predicted: list[GoldRecord], random: Any) -> None:
    before = compare("a.txt", gold, predicted)
    random.shuffle(gold)
    random.shuffle(predicted)
    assert compare("a.txt", gold, predicted) == before


@given(_lists, _lists, _lists, _lists)
def test_merging_two_files_equals_adding_counts(
    gold: list[GoldRecord], predicted: list[GoldRecord], more_gold: list[GoldRecord], more_predicted: list[GoldRecord]
) -> None:
    articles = [
        GoldArticle(article="a.txt", records=tuple(gold)),
        GoldArticle(article="b.txt", records=tuple(more_gold)),
    ]
    found = {"a.txt": predicted, "b.txt": more_predicted}
    apart = [evaluate([article], {article.article: found[article.article]}) for article in articles]
    together = evaluate(articles, found)
    assert apart[0] + apart[1] == together
    assert (apart[0] + apart[1]).by_type == together.by_type


@given(_lists, _lists, st.randoms(use_true_random=False))
def test_order_of_articles_never_changes_a_count(
    gold: list[GoldRecord], predicted: list[GoldRecord], random: Any
) -> None:
    articles = [GoldArticle(article=f"{i}.txt", records=tuple(gold[i::3])) for i in range(3)]
    found = {f"{i}.txt": predicted[i::3] for i in range(3)}
    shuffled = list(articles)
    random.shuffle(shuffled)
    assert evaluate(shuffled, found).by_type == evaluate(articles, found).by_type


@given(_lists, _lists)
def test_agreement_is_symmetrical(one: list[GoldRecord], other: list[GoldRecord]) -> None:
    one, other = ([record.model_copy(update={"optional": False}) for record in records] for records in (one, other))
    for kind, tally in agree(one, other).items():
        back = agree(other, one)[kind]
        assert (tally.tp, tally.fp, tally.fn) == (back.tp, back.fn, back.fp)
        assert tally.f1 == back.f1


@given(_lists)
def test_an_annotator_agrees_with_oneself(records: list[GoldRecord]) -> None:
    assert all(tally.fp == tally.fn == 0 for tally in agree(records, records).values())


def test_what_is_optional_on_either_side_is_free_between_annotators() -> None:
    sure, unsure = charge(offense="arson"), charge(offense="arson", optional=True)
    assert [agree([sure], [unsure])["charge"].tp, agree([unsure], [])["charge"].fn] == [0, 0]
    assert (agree([sure], [])["charge"].fn, agree([], [sure])["charge"].fp) == (1, 1)


def test_the_interval_narrows_with_more_articles_and_is_reproducible() -> None:
    right, wrong = charge(offense="arson"), charge(offense="theft")

    def measured(times: int) -> Report:
        gold = [GoldArticle(article=f"{i}", records=(right,)) for i in range(2 * times)]
        return evaluate(gold, {f"{i}": [right if i % 2 else wrong] for i in range(2 * times)})

    few, many = measured(5).f1_interval(), measured(50).f1_interval()
    assert few is not None
    assert many is not None
    assert few[0] < many[0] < 0.5 < many[1] < few[1]
    assert measured(5).f1_interval("charge") == few
    assert measured(5).f1_interval("verdict") is None
    assert evaluate([], {}).f1_interval() is None
