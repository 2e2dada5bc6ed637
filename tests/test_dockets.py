"""Dockets and rolls: what stands above gives what the entries below lack. All persons are invented."""

from __future__ import annotations

import pytest

from casefacts.extractor import Extractor
from facts import Fact, Table, cases, charge, convicted, difference, facts_of, pleaded, prison, sentence, verdict

COURT = {"date": "2024-07-08", "court": "Kelso County Circuit Court"}

TABLE: Table = {
    "an intro line tells of all, each entry of its offenses": [
        (
            "The following defendants were charged in complaints filed Monday in Kelso County Circuit Court:\n\n"
            "• Max Poe, 33, of Kelso: one count of burglary, 12 counts of receiving stolen property and two counts of"
            " theft\n"
            '• Ana "Doc" Roe, 41, of Hawick: arson (nine counts), fleeing an officer\n'
            "• A 17-year-old boy, whose case will be heard later\n"
            "• Ida Lund, 50, of Hawick: forgery\n\nMax Poe is held without bail.",
            [
                charge("Max Poe", "burglary", counts=1, **COURT),
                charge("Max Poe", "receiving stolen property", counts=12, **COURT),
                charge("Max Poe", "theft", counts=2, **COURT),
                charge('Ana "Doc" Roe', "arson", counts=9, **COURT),
                charge('Ana "Doc" Roe', "fleeing an officer", **COURT),
                charge("Ida Lund", "forgery", **COURT),
            ],
        ),
        (
            "Indicted by a Kelso County grand jury on Friday:\nMax Poe, 33, Kelso – burglary, theft\n"
            "Ana Roe, 41, Hawick – first-degree arson",
            [
                charge("Max Poe", "burglary", action="indicted", date="2024-07-12"),
                charge("Max Poe", "theft", action="indicted", date="2024-07-12"),
                charge("Ana Roe", "first-degree arson", action="indicted", date="2024-07-12"),
            ],
        ),
        (
            "Those arrested and charged are:\nMax Poe (33), of Kelso, drug trafficking; Ana Roe (41), of Hawick, drug"
            " possession.",
            [charge("Max Poe", "drug trafficking"), charge("Ana Roe", "drug possession")],
        ),
        (
            "The following people were arraigned Tuesday in Kelso District Court:\n\n"
            "Max Poe, 33, of Kelso – two counts of burglary.\nLt. Ana Roe, 41, of Hawick – drug possession.\n\n"
            "Judge Ida Lund set bail at $900.",
            [
                charge("Max Poe", "burglary", counts=2, date="2024-07-09", court="Kelso District Court"),
                charge("Ana Roe", "drug possession", date="2024-07-09", court="Kelso District Court"),
            ],
        ),
        (
            "The following pleaded guilty Tuesday before Judge Ida Lund:\n"
            "1. Max Poe, 33, of Kelso: theft, two years in prison\n2. Ana Roe, 41, of Hawick: forgery, $900 fine",
            [
                pleaded("Max Poe", "theft", date="2024-07-09", judge="Ida Lund"),
                prison("P2Y", "Max Poe", "theft", date="2024-07-09", judge="Ida Lund"),
                pleaded("Ana Roe", "forgery", date="2024-07-09", judge="Ida Lund"),
                sentence(
                    "fine", "Ana Roe", "forgery", amount=900.0, currency="USD", date="2024-07-09", judge="Ida Lund"
                ),
            ],
        ),
    ],
    "a heading tells for what": [
        (
            "Eight people were charged after a raid in Kelso, police said.\n\nThose charged are:\n\n"
            "ATTEMPTED MURDER\nMax Poe, 33\nBo Li, 22\n\nDRUG POSSESSION\nAna Roe, 41, of Hawick\n"
            "Max Poe (see above)\n\nThe investigation goes on.",
            [
                charge("Max Poe", "ATTEMPTED MURDER"),
                charge("Bo Li", "ATTEMPTED MURDER"),
                charge("Ana Roe", "DRUG POSSESSION"),
                charge("Max Poe", "DRUG POSSESSION"),
            ],
        ),
        (
            "The people charged were:\n\nBurglary:\n* Max Poe, of Kelso\n* Ana Roe, of Hawick\n\nTheft:\n"
            "* Ida Lund, of Kelso",
            [charge("Max Poe", "Burglary"), charge("Ana Roe", "Burglary"), charge("Ida Lund", "Theft")],
        ),
        (
            "Charged with racketeering:\nMax Poe, 33, of Kelso\nAna Roe, 41, of Hawick\n"
            "Charged with money laundering:\nIda Lund, 50, of Kelso",
            [
                charge("Max Poe", "racketeering"),
                charge("Ana Roe", "racketeering"),
                charge("Ida Lund", "money laundering"),
            ],
        ),
        (
            "Among those indicted were:\n\nSecond-degree robbery\n- Max Poe, 33, Kelso, brother of Leo Marsh\n\n"
            "Unlawful possession of a firearm\n- Ana Roe, 41, Hawick",
            [
                charge("Max Poe", "Second-degree robbery", action="indicted"),
                charge("Ana Roe", "Unlawful possession of a firearm", action="indicted"),
            ],
        ),
        (
            "Charged with conspiracy to commit robbery are:\n- Max Poe, 33\n- Ana Roe, 41",
            [charge("Max Poe", "conspiracy to commit robbery"), charge("Ana Roe", "conspiracy to commit robbery")],
        ),
    ],
    "an entry tells by itself how it ended": [
        (
            "Kelso District Court\n\nMax Poe, 33, of Kelso, theft, pleaded guilty; six months in jail.\n"
            "Ana Roe, 41, Hawick, driving under the influence, no contest plea, 30 days in jail and fined $500.",
            [
                pleaded("Max Poe", "theft"),
                sentence("jail", "Max Poe", "theft", duration="P6M"),
                convicted("Ana Roe", "driving under the influence", method="no_contest_plea"),
                sentence("jail", "Ana Roe", "driving under the influence", duration="P30D"),
                sentence("fine", "Ana Roe", "driving under the influence", amount=500.0, currency="USD"),
            ],
        ),
        (
            "Ida Lund, 50, Kelso, trespassing, charge dismissed when no witness came.",
            [verdict("dismissed", "Ida Lund", "trespassing")],
        ),
        ("Bo Li, 22, Hawick, assault, found not guilty.", [verdict("acquitted", "Bo Li", "assault")]),
        (
            "Bo Li, 22, of no fixed address, assault, pleaded not guilty.",
            [charge("Bo Li", "assault", plea="not_guilty")],
        ),
        (
            "Max Poe, 33, of Kelso, pleaded guilty to theft; 18 months' probation, $90 restitution to the shop.",
            [
                pleaded("Max Poe", "theft"),
                sentence("probation", "Max Poe", "theft", duration="P18M"),
                sentence("restitution", "Max Poe", "theft", amount=90.0, currency="USD"),
            ],
        ),
        (
            "Ana Roe, 33, of Kelso, was found guilty of theft; not guilty of arson.",
            [convicted("Ana Roe", "theft"), verdict("acquitted", "Ana Roe", "arson")],
        ),
    ],
    "no docket": [
        ("Victims of the robbery were:\nMax Poe, 33, Kelso, robbery", []),
        ("The driver was charged in the deaths of the following people:\nMax Poe, 33, of Kelso\nAna Roe, 41", []),
        ("The following people were charged:\nMax Poe, 33, of Kelso: witness of the theft", []),
        ("The following people were charged:\nMax Poe, 33, of Kelso, who investigates theft", []),
        ("Those charged are:\n\nCriminal Assault\n14 years old\n1996\nCriminal Assault", []),
        ("Max Poe, 33, of Kelso, was not seen again; 18 months' probation is the usual penalty for theft.", []),
        ("Max Poe, 33, Kelso, theft, continued to May 3.", []),
        ("Max Poe, 33, Kelso, theft, up to two years in prison.", []),
    ],
}


@pytest.mark.parametrize(("text", "expected"), cases(TABLE))
def test_dockets(text: str, expected: list[Fact], extractor: Extractor) -> None:
    assert difference(expected, facts_of(extractor, text)) == {}
