"""Who is accused by name where judges, police, victims, witnesses, relatives and namesakes stand nearby."""

from __future__ import annotations

import pytest

from casefacts.extractor import Extractor
from casefacts.records import Article
from facts import FRIDAY, cases

Row = tuple[str, set[str]]

TABLE: dict[str, list[Row]] = {
    "names": [
        (
            "Premier Max Petrak is on trial for bribery. His wife Sara Petrak paid for meals. Last year, Mrs Petrak "
            "pleaded guilty to fraud.",
            {"Max Petrak", "Sara Petrak"},
        ),
        (
            "Leyla Petrak was found dead in Kelso. She was killed on the orders of her father Petrak Petrak. Her "
            "father was later convicted of her murder.",
            {"Petrak Petrak"},
        ),
        (
            "Zorvane Marsh-Petrak was held in 2016. Marsh-Petrak, 42, was convicted of spying.",
            {"Zorvane Marsh-Petrak"},
        ),
        (
            "Dennis Neilsen was held on Monday. Dennis Nilsen lived in Kelso. Nilsen, 50, was convicted of murder.",
            {"Dennis Nilsen"},
        ),
        (
            "Disgraced Leo Marsh, 30, was held. Leo Marsh pleaded guilty to fraud.",
            {"Leo Marsh"},
        ),
        (
            "Victim was Torch Whipped at a Party. An officer has been jailed for six years. He was convicted of "
            "robbery by a jury. The officer was identified as Leo Marsh, 35.",
            {"Leo Marsh"},
        ),
        (
            "Tornado Solvents Corp. was fined $2 million on Thursday. Tornado's compliance officer, Ana Petrak, will "
            "not be tried. The judge dismissed a conspiracy charge against her last April.",
            {"Tornado Solvents Corp.", "Ana Petrak"},
        ),
    ],
    "somebody at work is named last": [
        (
            "A Kelso man was indicted. I thank Kelso DA Petrak and his office, said the commissioner. The District "
            "Attorney identified the defendant as Leo Marsh, 27, of Kelso. He was arraigned before Judge Ana Diaz on "
            "charges of assault.",
            {"Leo Marsh"},
        ),
        (
            "Brian Marsh (45) appeared before Judge Ana Diaz. Captain Ivan Petrak of the police welcomed the work of "
            "the court. He was convicted of rape and sentenced to 20 years.",
            {"Brian Marsh"},
        ),
        (
            "Leo Marsh appeared in court. Garda Paul Brandt found cocaine in the van. He was convicted of possession "
            "of drugs and got four years in prison.",
            {"Leo Marsh"},
        ),
        (
            "Prosecutor Ana Diaz told the court how Kevin Marsh punched a bus driver. Chair of the bench Graham Petrak "
            "said it was unprovoked. He admitted assault and was fined £600.",
            {"Kevin Marsh"},
        ),
        (
            "Detective Inspector Paul Brandt described Luke Marsh as evil. He will never hurt anyone again, said DI "
            "Brandt. He was found guilty of murder and jailed for life.",
            {"Luke Marsh"},
        ),
        (
            "Leo Marsh wept. Psychiatrist Dr Ivan Petrak said he was depressed. He admitted fraud and was given a "
            "suspended sentence of 12 months.",
            {"Leo Marsh"},
        ),
        (
            "Leo Marsh was brought to court. "
            "The prosecutor, Inspector Max Brandt, said the complainant, Alhaji Ivan Petrak, reported the matter. "
            "He pleaded guilty to theft.",
            {"Leo Marsh"},
        ),
        (
            "Leo Marsh was accused of defilement. Doctor Ana Diaz confirmed the injuries. The accused was convicted of "
            "defilement and jailed for 20 years.",
            {"Leo Marsh"},
        ),
        (
            "Counsel to the accused, Ivan Petrak, asked for mercy. The accused was convicted of perjury.",
            set(),
        ),
    ],
    "a rank and a particle": [
        ("DS Leo Marsh was convicted of perjury.", {"Leo Marsh"}),
        ("Max Di-Brandt was convicted of theft, and Leo Marsh of fraud.", {"Max Di-Brandt", "Leo Marsh"}),
    ],
    "who opens the story, where nobody is charged by name": [
        (
            "Tony Marsh met businessman Sam Brandt at a bar. Brandt's son Leo then went to the FBI. He was convicted "
            "of fraud.",
            {"Tony Marsh"},
        ),
        (
            "Alan Marsh hid. Neighbour Ivan Petrak called an ambulance. He was found guilty of wounding and jailed.",
            {"Alan Marsh"},
        ),
    ],
    "nobody who was not charged": [
        (
            "Ted Marsh said that it was Strang. Phil Strang was never charged. He was convicted of theft.",
            {"Ted Marsh"},
        ),
    ],
    "nobody to whom somebody is likened": [
        (
            "The prosecutor compared Craig Marsh to Max Brandt. Like Brandt, she said, he buried his victims. He was "
            "found guilty of two murders.",
            {"Craig Marsh"},
        ),
        ("Unlike Brandt, who got off with a fine, Leo Marsh is charged with bank fraud.", {"Leo Marsh"}),
    ],
    "relatives of one surname": [
        (
            "Terry Marsh's brother, Councillor Ken Marsh, apologised. Marsh was convicted of benefit fraud.",
            {"Terry Marsh"},
        ),
        (
            "Chloe Marsh stole from her grandmother, Edna Marsh, 84. Mrs Marsh forgave her. Marsh was convicted of "
            "theft.",
            {"Chloe Marsh"},
        ),
        (
            "Niall Brandt, 20, had stabbed a friend. His father, Pat Brandt, a councillor, shouted. Brandt was "
            "convicted of manslaughter.",
            {"Niall Brandt"},
        ),
    ],
    "who grants, speaks or announces": [
        ("President Max Brandt pardoned a murderer. Brandt initially commuted her life sentence.", set()),
        ("Ivan Petrak announced a law, meaning motorists who kill by speeding could face life terms.", set()),
    ],
    "denied of one, told of another": [
        ("It was not Carl Petrak who was convicted of robbery.", set()),
        ("Sam Petrak is not the baker who was convicted of murder.", set()),
        ("Leo Marsh was not the only one who was convicted of murder.", {"Leo Marsh"}),
    ],
    "an opinion": [
        ("The blogger wrote that Ivan Petrak was guilty of fraud, a court heard.", set()),
        ('"Petrak is guilty of fraud," said the shopkeeper. Ivan Petrak was in court.', set()),
        ("Jurors decided that Leo Marsh was guilty of two counts of fraud.", {"Leo Marsh"}),
    ],
    "which of two groups": [
        (
            "Leo Marsh and Max Brandt kidnapped Ana Diaz and Ida Petrak. The accused were convicted of kidnapping.",
            {"Leo Marsh", "Max Brandt"},
        ),
    ],
    "sport": [("Ana Diaz was cleared of doping by the court of arbitration.", set())],
}


@pytest.mark.parametrize(("text", "accused"), cases(TABLE))
def test_who_is_accused(text: str, accused: set[str], extractor: Extractor) -> None:
    records = extractor.records(Article(name="article.txt", text=text, published=FRIDAY))
    assert {record.defendant for record in records if record.linked_by != "phrase"} == accused
