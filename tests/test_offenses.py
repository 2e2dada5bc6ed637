"""Offenses as worded: where a list begins and ends, counts, and what belongs to an offense's name."""

from __future__ import annotations

import pytest

from casefacts.extractor import Extractor
from casefacts.records import Article
from casefacts.stages.offenses import Offense
from facts import cases

# text -> each offense in text order; a pair where there are counts
Row = tuple[str, list[str | tuple[str, int]]]

TABLE: dict[str, list[Row]] = {
    "one": [
        ("Leo Marsh was charged with burglary.", ["burglary"]),
        ("Leo Marsh was charged with a burglary.", ["burglary"]),
        ("Leo Marsh was charged with grand theft auto.", ["grand theft auto"]),
        ("Leo Marsh was charged with driving under the influence.", ["driving under the influence"]),
        ("Leo Marsh was indicted for wire fraud.", ["wire fraud"]),
        ("Leo Marsh was convicted of breaking and entering.", ["breaking and entering"]),
        (
            "Leo Marsh was convicted of causing death by dangerous driving.",
            ["causing death by dangerous driving"],
        ),
        ("Leo Marsh was convicted of crimes against humanity.", ["crimes against humanity"]),
        ("Leo Marsh pleaded guilty to contempt of court.", ["contempt of court"]),
        ("Leo Marsh was charged on Friday with burglary.", ["burglary"]),
        ("Leo Marsh pleaded guilty in federal court in Boston to tax evasion.", ["tax evasion"]),
        ("Leo Marsh was jailed for burglary.", ["burglary"]),
        ("Leo Marsh was sentenced to five years in prison for burglary.", ["burglary"]),
    ],
    "degrees and qualities": [
        ("Leo Marsh was charged with second-degree murder.", ["second-degree murder"]),
        ("Leo Marsh was charged with murder in the second degree.", ["murder in the second degree"]),
        ("Leo Marsh was charged with third-degree assault.", ["third-degree assault"]),
        ("Leo Marsh was charged with aggravated assault.", ["aggravated assault"]),
        ("Leo Marsh was charged with attempted murder.", ["attempted murder"]),
        ("Leo Marsh was charged with attempting to smuggle weapons.", ["attempting to smuggle weapons"]),
        ("Leo Marsh was charged with conspiracy to commit wire fraud.", ["conspiracy to commit wire fraud"]),
        ("Leo Marsh was charged with conspiring to launder money.", ["conspiring to launder money"]),
        ("Leo Marsh was charged with solicitation of murder.", ["solicitation of murder"]),
        ("Leo Marsh was charged with aiding and abetting murder.", ["aiding and abetting murder"]),
        ("Leo Marsh was charged with felony theft.", ["felony theft"]),
        (
            "Leo Marsh was charged with possession of a firearm by a felon.",
            ["possession of a firearm by a felon"],
        ),
        ("Leo Marsh was charged with assault with a deadly weapon.", ["assault with a deadly weapon"]),
        (
            "Leo Marsh was charged with possession of cocaine with intent to distribute.",
            ["possession of cocaine with intent to distribute"],
        ),
    ],
    "lists": [
        ("Leo Marsh was charged with arson and theft.", ["arson", "theft"]),
        ("Leo Marsh was charged with arson, theft and fraud.", ["arson", "theft", "fraud"]),
        ("Leo Marsh was charged with arson, theft, and fraud.", ["arson", "theft", "fraud"]),
        ("Leo Marsh was convicted of arson; theft; and fraud.", ["arson", "theft", "fraud"]),
        ("Leo Marsh was charged with both arson and theft.", ["arson", "theft"]),
        ("Leo Marsh was charged with arson and related offenses.", ["arson"]),
        ("Leo Marsh was charged with arson, theft and other crimes.", ["arson", "theft"]),
        ("Leo Marsh was charged with murder and attempted murder.", ["murder", "attempted murder"]),
        (
            "Leo Marsh was convicted of conspiracy to commit fraud and of bribery.",
            ["conspiracy to commit fraud", "bribery"],
        ),
        ("Leo Marsh was found guilty of:\n\n- arson\n- theft\n- fraud\n", ["arson", "theft", "fraud"]),
        ("Leo Marsh was charged with arson as well as theft.", ["arson", "theft"]),
    ],
    "counts before": [
        ("Leo Marsh was charged with two counts of arson.", [("arson", 2)]),
        ("Leo Marsh was charged with 12 counts of arson.", [("arson", 12)]),
        ("Leo Marsh was charged with one count of arson.", [("arson", 1)]),
        ("Leo Marsh was charged with a count of arson.", ["arson"]),
        ("Leo Marsh was charged with two felony counts of arson.", [("arson", 2)]),
        ("Leo Marsh was charged with a total of five counts of arson.", [("arson", 5)]),
        ("Leo Marsh was charged with multiple counts of theft.", ["theft"]),
        (
            "Leo Marsh was convicted of two counts of arson and three counts of theft.",
            [("arson", 2), ("theft", 3)],
        ),
        (
            "Leo Marsh was convicted of one count of arson, two counts of theft and fraud.",
            [("arson", 1), ("theft", 2), "fraud"],
        ),
        ("Leo Marsh was convicted of two counts each of arson and theft.", [("arson", 2), ("theft", 2)]),
        ("Leo Marsh was indicted on five counts of wire fraud.", [("wire fraud", 5)]),
        ("Leo Marsh faces three charges of theft.", [("theft", 3)]),
    ],
    "before the noun": [
        ("Leo Marsh faces two drug charges.", [("drug", 2)]),
        ("Leo Marsh faces drug trafficking charges.", ["drug trafficking"]),
        ("Leo Marsh was arrested on a burglary charge.", ["burglary"]),
        ("The forgery charge against Leo Marsh was dropped.", ["forgery"]),
        ("Leo Marsh pleaded guilty to a perjury charge.", ["perjury"]),
        ("Leo Marsh was convicted of 39 fraud counts.", [("fraud", 39)]),
        ("Leo Marsh appealed his murder conviction.", ["murder"]),
        ("Leo Marsh was indicted on three bribery charges.", [("bribery", 3)]),
        ("Leo Marsh was convicted on a second-degree murder charge.", ["second-degree murder"]),
    ],
    "gerunds": [
        ("Leo Marsh was charged with lying to investigators.", ["lying to investigators"]),
        ("Leo Marsh was charged with stealing a police horse.", ["stealing a police horse"]),
        ("Leo Marsh was convicted of killing his neighbour.", ["killing his neighbour"]),
        ("Leo Marsh was charged with failing to file tax returns.", ["failing to file tax returns"]),
        ("Leo Marsh was charged with selling forged passports.", ["selling forged passports"]),
        (
            "Leo Marsh was charged with lying to investigators and hiding evidence.",
            ["lying to investigators", "hiding evidence"],
        ),
        ("Leo Marsh was jailed for insulting the king.", ["insulting the king"]),
    ],
    "where it ends": [
        ("Leo Marsh was convicted of the murder of Ana Diaz.", ["murder"]),
        ("Leo Marsh was convicted of murder for shooting Ana Diaz.", ["murder"]),
        ("Leo Marsh was charged with murder in the death of Ana Diaz.", ["murder"]),
        ("Leo Marsh was charged with murder after a fight.", ["murder"]),
        ("Leo Marsh was charged with murder in connection with a fire.", ["murder"]),
        ("Leo Marsh was charged with murder on Friday.", ["murder"]),
        ("Leo Marsh was charged with murder in Kelso.", ["murder"]),
        ("Leo Marsh was charged with murder in 2019.", ["murder"]),
        ("Leo Marsh was charged with murder, police said.", ["murder"]),
        ("Leo Marsh was charged with assault against his wife.", ["assault"]),
        ("Leo Marsh was charged with murder by prosecutors in Kelso.", ["murder"]),
        ("Leo Marsh was charged with murder stemming from a fire.", ["murder"]),
        ("Leo Marsh, who was charged with arson, was freed.", ["arson"]),
        ("Leo Marsh was convicted of arson at Leeds Crown Court.", ["arson"]),
        ("Leo Marsh was convicted of arson and sentenced to two years in prison.", ["arson"]),
        ("Leo Marsh was convicted of robbery with a sentencing enhancement for use of a gun.", ["robbery"]),
        ("Leo Marsh was charged with arson but denies it.", ["arson"]),
        ("Leo Marsh was charged with murder over the fire that killed two.", ["murder"]),
    ],
    "none": [
        ("Leo Marsh was charged.", []),
        ("Leo Marsh was charged on Friday.", []),
        ("Leo Marsh was convicted on all counts.", []),
        ("Leo Marsh was charged in Kelso, where a burglary shocked the town.", []),
        ("Leo Marsh was convicted by a jury.", []),
        ("Leo Marsh was sentenced to five years in prison.", []),
        ("A burglary was reported in Kelso.", []),
    ],
}

KNOWN_FAILURES: dict[str, list[Row]] = {
    "charged as": [
        ("Leo Marsh was charged as an accessory to murder.", ["accessory to murder"]),
    ],
    "the object of the crime": [
        ("Leo Marsh was charged with the armed robbery of a bank.", ["armed robbery"]),
    ],
    "two nouns with one object": [
        (
            "Leo Marsh was convicted of possession and distribution of heroin.",
            ["possession and distribution of heroin"],
        ),
    ],
    "hyphened numbers of counts": [
        ("Leo Marsh was charged with thirty-four counts of fraud.", [("fraud", 34)]),
    ],
}


def found(text: str, extractor: Extractor) -> list[str | tuple[str, int]]:
    """What the triggers lead to; an offense that two of them share counts once."""
    doc = extractor.doc(Article(name="test", text=text))
    listed: dict[int, list[Offense]] = doc.user_data["offenses"]
    offenses = {(o.start, o.end): o for start in sorted(listed) for o in listed[start]}
    return [(o.text, o.counts) if o.counts else o.text for _, o in sorted(offenses.items())]


@pytest.mark.parametrize(("text", "expected"), cases(TABLE, KNOWN_FAILURES))
def test_offenses(text: str, expected: list[str | tuple[str, int]], extractor: Extractor) -> None:
    assert found(text, extractor) == expected


def test_named_crimes_carry_a_code(extractor: Extractor) -> None:
    text = "Leo Marsh was convicted of burglary."
    doc = extractor.doc(Article(name="test", text=text))
    (span,) = doc.spans["offenses"]
    assert (span.text, span.label_.split(".")[0]) == ("burglary", "offense")
    assert span.label_ != "offense.open"


def test_two_statements_share_the_list_at_the_end(extractor: Extractor) -> None:
    text = "Ana Diaz pleaded guilty in May, and Leo Marsh pleaded guilty in June, to arson and theft."
    listed = extractor.doc(Article(name="test", text=text)).user_data["offenses"]
    assert [[o.text for o in listed[start]] for start in sorted(listed)] == [["arson", "theft"]] * 2
