"""Tables of defendants, in columns or with one cell a line. All persons are invented."""

from __future__ import annotations

import pytest

from casefacts.extractor import Extractor
from casefacts.read import article
from casefacts.records import Sentence
from casefacts.tables import has_table

LEAD = "KELSO, Ohio - Several people were in court this week, the county prosecutor said in a statement.\n\n"
END = "\nCircumstances of the Case\nPolice found the goods in a barn outside of the town two days after the burglary.\n"

ONE_CELL_A_LINE = """
Defendant
Charges
Sentence
Ana Diaz, 38, Kelso
Pleaded guilty on May 3, 2018, to the following counts:
Felony
Arson
(2) Grand theft
Misdemeanor
Resisting a peace officer
Sentencing Enhancement
Prior conviction for robbery in 2011
422 days in county jail
Five years of formal probation
Restitution
Leo Marsh, 41,
Port Ellery
Found guilty by a jury on May 4, 2018, of:
One felony count of forgery
Marsh also pleaded guilty in May to one felony count of perjury.
Two years in state prison
"""
AHEAD = """
Defendants
Felony Charges
Maximum Sentence
Court Date
Ana Diaz, 38, Kelso
Leo Marsh, 41, Port Ellery
Burglary
Vandalism – damage $400 or more
Sentencing Enhancements
Personal use of a knife
44 years to life in state prison
Arraignment
July 3, 2017, 9:00 a.m.
Department 12, Kelso Courthouse
"""
IN_COLUMNS = """
The following defendants pleaded guilty May 3, 2018, to the felony charges listed:

Defendant                     Charges                                 Sentence
Ana Diaz, 38, Kelso           Insurance fraud (8 counts), conspiracy  Five years in state prison, $12,000 restitution
Leo Marsh, 41, Port Ellery    Perjury                                 180 days in jail
"""
TOLD_IN_THE_CELL = """
Defendant
Charge
Sentence
Ana Diaz, 38, Kelso
Pleaded guilty to one misdemeanor count of loitering
Maximum sentence: six months in county jail
"""


def told(text: str, extractor: Extractor) -> list[tuple[str, ...]]:
    """Type, surname, offense or kind, then counts, status or term: what there is of it."""
    found = []
    for record in extractor.records(article(LEAD + text + END)):
        values = [record.type, record.defendant.split()[-1]]
        if isinstance(record, Sentence):
            values += [record.kind, record.status, record.duration or record.min_duration or str(record.amount or "")]
        else:
            values += [record.offense or "", str(record.counts or ""), record.date or ""]
        found.append(tuple(values))
    return found


def test_one_cell_a_line(extractor: Extractor) -> None:
    assert told(ONE_CELL_A_LINE, extractor) == [
        ("verdict", "Diaz", "Arson", "", "2018-05-03"),
        ("verdict", "Diaz", "Grand theft", "2", "2018-05-03"),
        ("verdict", "Diaz", "Resisting a peace officer", "", "2018-05-03"),
        ("sentence", "Diaz", "jail", "imposed", "P422D"),
        ("sentence", "Diaz", "probation", "imposed", "P5Y"),
        ("sentence", "Diaz", "restitution", "imposed", ""),
        ("verdict", "Marsh", "forgery", "1", "2018-05-04"),
        ("verdict", "Marsh", "perjury", "1", ""),
        ("sentence", "Marsh", "prison", "imposed", "P2Y"),
    ]


def test_several_who_share_the_cells_of_what_is_to_come(extractor: Extractor) -> None:
    assert sorted(told(AHEAD, extractor)) == [
        ("charge", "Diaz", "Burglary", "", ""),
        ("charge", "Diaz", "Vandalism – damage $400 or more", "", ""),
        ("charge", "Marsh", "Burglary", "", ""),
        ("charge", "Marsh", "Vandalism – damage $400 or more", "", ""),
        ("sentence", "Diaz", "life", "possible", "P44Y"),
        ("sentence", "Marsh", "life", "possible", "P44Y"),
    ]


def test_columns_below_the_line_that_tells_what_was_done(extractor: Extractor) -> None:
    assert told(IN_COLUMNS, extractor) == [
        ("verdict", "Diaz", "Insurance fraud", "8", "2018-05-03"),
        ("verdict", "Diaz", "conspiracy", "", "2018-05-03"),
        ("sentence", "Diaz", "prison", "imposed", "P5Y"),
        ("sentence", "Diaz", "restitution", "imposed", "12000.0"),
        ("verdict", "Marsh", "Perjury", "", "2018-05-03"),
        ("sentence", "Marsh", "jail", "imposed", "P180D"),
    ]


def test_a_cell_with_a_statement_of_its_own(extractor: Extractor) -> None:
    assert told(TOLD_IN_THE_CELL, extractor) == [
        ("verdict", "Diaz", "loitering", "1", ""),
        ("sentence", "Diaz", "jail", "possible", "P6M"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Name\nEmail\nPlease leave this field empty.",
        "The defendant faces charges.\nSentence: two years",
        "Defendant\nAna Diaz, 38, Kelso",
        "Names\nChildren of the town\nCharges",
    ],
)
def test_no_table(text: str) -> None:
    assert not has_table(text)


def test_long_lines_take_no_longer_than_their_length() -> None:
    """Quadratic work on a line as long as this would not end in a day."""
    assert has_table("Defendant\nCharges\n" + " " * 500_000 + "x" * 500_000)
    assert not has_table("Defendant " * 100_000 + " | " * 100_000)
