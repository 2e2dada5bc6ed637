"""Whose charge, verdict or sentence it is, when the text does not say the name again."""

from __future__ import annotations

from unittest.mock import ANY

import pytest

from casefacts.extractor import Extractor
from facts import Fact, cases, charge, convicted, difference, facts_of, pleaded, prison, sentence, verdict

Row = tuple[str, list[Fact]]

TABLE: dict[str, list[Row]] = {
    "one surname for two": [
        (
            "The couple, Leo and Ana Brandt, were convicted of fraud.",
            [convicted("Leo Brandt", "fraud"), convicted("Ana Brandt", "fraud")],
        ),
    ],
    "three names in a list": [
        (
            "Ana Diaz, Leo Marsh and Ivan Petrak were charged with arson. All three were acquitted of theft.",
            [
                charge("Ana Diaz", "arson"),
                charge("Leo Marsh", "arson"),
                charge("Ivan Petrak", "arson"),
                verdict("acquitted", "Ana Diaz", "theft"),
                verdict("acquitted", "Leo Marsh", "theft"),
                verdict("acquitted", "Ivan Petrak", "theft"),
            ],
        ),
    ],
    "respectively, of which statement": [
        (
            "Ana Diaz and Leo Marsh pleaded guilty to bribery and fraud and were jailed "
            "for 30 and 40 months respectively.",
            [
                pleaded("Ana Diaz", "bribery"),
                pleaded("Ana Diaz", "fraud"),
                pleaded("Leo Marsh", "bribery"),
                pleaded("Leo Marsh", "fraud"),
                prison("P30M", "Ana Diaz", ANY),
                prison("P40M", "Leo Marsh", ANY),
            ],
        ),
        (
            "Ana Diaz and Leo Marsh were charged with arson and theft respectively.",
            [charge("Ana Diaz", "arson"), charge("Leo Marsh", "theft")],
        ),
    ],
    "described, then named, then judged": [
        ("A wealthy young man, Leo Marsh was convicted of arson.", [convicted("Leo Marsh", "arson")]),
        ("A mother of three, Ana Diaz has pleaded guilty to theft.", [pleaded("Ana Diaz", "theft")]),
    ],
    "held on charges": [
        (
            "Dan Marsh (18) and Ned Diaz (21), both of 1 Carrow, Tipton, had been in custody on charges of arson.",
            [charge("Dan Marsh", "arson"), charge("Ned Diaz", "arson")],
        ),
        ("Ana Diaz remains in jail on charges of fraud.", [charge("Ana Diaz", "fraud")]),
        ("Leo Marsh is behind bars on charges of fraud.", [charge("Leo Marsh", "fraud")]),
    ],
    "so many people": [
        (
            "Three persons were acquitted of arson. They are Ana Diaz, Leo Marsh and Ivan Petrak.",
            [
                verdict("acquitted", "Ana Diaz", "arson"),
                verdict("acquitted", "Leo Marsh", "arson"),
                verdict("acquitted", "Ivan Petrak", "arson"),
            ],
        ),
        ("Persons convicted of arson face prison.", []),
    ],
    "a pronoun before its name": [
        ("When he was convicted of arson, Leo Marsh wept.", [convicted("Leo Marsh", "arson")]),
        (
            "The sheriff read the indictment charging him with arson, and Leo Marsh shook his head.",
            [charge("Leo Marsh", "arson", action="indicted")],
        ),
        (
            "The clerk signed the complaint that charges her with theft. She is Ana Diaz, a former nurse.",
            [charge("Ana Diaz", "theft")],
        ),
        ("He was convicted of arson. Leo Marsh and Ivan Petrak wept.", []),
    ],
    "she, from far off": [
        (
            "Ana Diaz was charged with arson. It rained. The shop was shut. Snow fell. The road was closed. "
            "Then she was convicted of theft.",
            [charge("Ana Diaz", "arson"), convicted("Ana Diaz", "theft")],
        ),
    ],
    "two of the sentence before": [
        (
            "Ana Diaz was arrested on Friday, and Leo Marsh was arrested on Monday. Both were charged with arson.",
            [charge("Ana Diaz", "arson"), charge("Leo Marsh", "arson")],
        ),
        ("Crooked Ned and Sly Bo? Marsh said both should be jailed for treason.", []),
    ],
    "charges of a filing that is not made": [
        ("Ana Diaz, a clerk who won a seat in Kelso, was expected to be indicted on tax fraud charges.", []),
        ("Ana Diaz was not indicted on fraud charges.", []),
    ],
    "neither judge nor speaker nor grown woman": [
        (
            "She was arraigned before Kelso Justice Ida Lund on an indictment in which is charged with arson.",
            [],
        ),
        ('"We will not rest," said Ned Roe, who led the search. The man was jailed for six years for theft.', []),
        ("Ana Diaz, 24, was stabbed in Kelso. The teenager was sentenced to ten years in prison.", []),
    ],
    "a roll at the end": [
        (
            "The defendants were charged with burglary. They appeared in court today.\n\nA clerk thanked police.\n\n"
            "The defendants charged are listed below:\nAna Diaz, 33\nLeo Marsh, 21\nNed Roe, 22\n",
            [charge("Ana Diaz", "burglary"), charge("Leo Marsh", "burglary"), charge("Ned Roe", "burglary")],
        ),
        (
            "Prosecutors announced that two people were indicted for arson.\n\nThe shop was shut for weeks.\n\n"
            "Defendant Addendum:\nAna Diaz, 33, of Kelso.\nLeo Marsh, 21, of Hawick.\n",
            [charge("Ana Diaz", "arson", action="indicted"), charge("Leo Marsh", "arson", action="indicted")],
        ),
        (
            "Three people were charged with arson.\n\nThe committee met.\n\nMembers:\nAna Diaz, 33\nLeo Marsh, 21\n",
            [],
        ),
    ],
    "who convicts is not convicted": [
        (
            "Leo Marsh was held for a month on a previous arson conviction.",
            [convicted("Leo Marsh", "arson")],
        ),
        ("Justices Karo and Meh acquitted the man of theft.", []),
        ("A former broker at Marrow Brokers Inc was charged with fraud.", []),
    ],
    "right behind a list": [
        ("Inmates include Ana Diaz and Leo Marsh, jailed for arson.", [sentence("prison", "Leo Marsh", "arson")]),
    ],
    "they, of the same sentence": [
        (
            "Ana Diaz and Leo Marsh were indicted for theft. "
            "Ivan Petrak and Bo Lind heard in court that they were charged with arson.",
            [
                charge("Ana Diaz", "theft", action="indicted"),
                charge("Leo Marsh", "theft", action="indicted"),
                charge("Ivan Petrak", "arson"),
                charge("Bo Lind", "arson"),
            ],
        ),
    ],
    "right behind a name": [
        (
            "Max Roe, the husband of teller Ana Diaz who has pleaded guilty to theft, wept.",
            [pleaded("Ana Diaz", "theft")],
        ),
        (
            "The president freed a robber, well connected Leo Marsh, jailed for theft, in May.",
            [sentence("prison", "Leo Marsh", "theft")],
        ),
        ("Ned Roe wrote of Ana Diaz, convicted of theft.", [convicted("Ana Diaz", "theft")]),
    ],
    "both, of those who are accused": [
        (
            "Two men were indicted for arson: Ned Diaz and Leo Marsh. They had met Bo Roe and Max Poe in Kelso. "
            "Both pleaded guilty to theft.",
            [
                charge("Ned Diaz", "arson", action="indicted"),
                charge("Leo Marsh", "arson", action="indicted"),
                pleaded("Ned Diaz", "theft"),
                pleaded("Leo Marsh", "theft"),
            ],
        ),
    ],
    "what is only 'of' a name": [
        ("A former vice president of Marrow Brokers Inc pleaded guilty to fraud.", []),
        ("A brother of Leo Marsh was convicted of arson.", []),
    ],
    "he and she": [
        (
            "Leo Marsh was charged with arson. He pleaded guilty to theft.",
            [charge("Leo Marsh", "arson"), pleaded("Leo Marsh", "theft")],
        ),
        (
            "Ana Diaz was convicted of fraud. A judge sentenced her to two years in prison.",
            [convicted("Ana Diaz", "fraud"), prison("P2Y", "Ana Diaz", ANY)],
        ),
        (
            "Mr Marsh testified against Ms Diaz. She was convicted of fraud.",
            [convicted("Diaz", "fraud")],
        ),
        (
            "John Marsh and his wife Mary Marsh were charged with fraud. He was acquitted of fraud on Monday.",
            [
                charge("John Marsh", "fraud"),
                charge("Mary Marsh", "fraud"),
                verdict("acquitted", "John Marsh", "fraud", date="2024-07-08"),
            ],
        ),
        (
            "Judge Tia Okoro praised the jury. Leo Marsh listened. He was convicted of arson.",
            [convicted("Leo Marsh", "arson")],
        ),
        (
            "Leo Marsh was charged with the murder of Ivan Petrak. He was convicted of perjury.",
            [charge("Leo Marsh", "murder"), convicted("Leo Marsh", "perjury")],
        ),
        (
            "Leo Marsh moved to Kelso. His boat sank. Months passed. Winter came. He was convicted of arson.",
            [convicted("Leo Marsh", "arson")],
        ),
    ],
    "the defendant": [
        (
            "Leo Marsh was charged with arson. The defendant pleaded guilty to theft.",
            [charge("Leo Marsh", "arson"), pleaded("Leo Marsh", "theft")],
        ),
        (
            "Leo Marsh was charged with arson. The 51-year-old was convicted of theft.",
            [charge("Leo Marsh", "arson"), convicted("Leo Marsh", "theft")],
        ),
        (
            "Ana Diaz was charged with arson. The actress was convicted of theft.",
            [charge("Ana Diaz", "arson"), convicted("Ana Diaz", "theft")],
        ),
        (
            "Leo Marsh was charged with arson. The father of two was jailed for a year.",
            [charge("Leo Marsh", "arson"), prison("P1Y", "Leo Marsh", ANY)],
        ),
    ],
    "both, each and all": [
        (
            "Leo Marsh and Ivan Petrak were charged with arson. Both men pleaded guilty to theft.",
            [
                charge("Leo Marsh", "arson"),
                charge("Ivan Petrak", "arson"),
                pleaded("Leo Marsh", "theft"),
                pleaded("Ivan Petrak", "theft"),
            ],
        ),
        (
            "Leo Marsh and Ivan Petrak were convicted of arson. They were sentenced to two years in prison.",
            [
                convicted("Leo Marsh", "arson"),
                convicted("Ivan Petrak", "arson"),
                prison("P2Y", "Leo Marsh", ANY),
                prison("P2Y", "Ivan Petrak", ANY),
            ],
        ),
        (
            "Leo Marsh and Ivan Petrak were convicted of arson. Each was jailed for a year.",
            [
                convicted("Leo Marsh", "arson"),
                convicted("Ivan Petrak", "arson"),
                prison("P1Y", "Leo Marsh", ANY),
                prison("P1Y", "Ivan Petrak", ANY),
            ],
        ),
        (
            "Leo Brandt and Ana Brandt were charged with fraud. The Brandts pleaded guilty to theft.",
            [
                charge("Leo Brandt", "fraud"),
                charge("Ana Brandt", "fraud"),
                pleaded("Leo Brandt", "theft"),
                pleaded("Ana Brandt", "theft"),
            ],
        ),
    ],
    "named beside the noun": [
        (
            "The man who drove the van, 45-year-old Leo Marsh, was convicted of arson.",
            [convicted("Leo Marsh", "arson")],
        ),
        ("A former coach, Leo Marsh, was convicted of arson.", [convicted("Leo Marsh", "arson")]),
        ("Her brother Leo Marsh was convicted of arson.", [convicted("Leo Marsh", "arson")]),
        ("The singer Ana Diaz pleaded guilty to theft.", [pleaded("Ana Diaz", "theft")]),
        ("One of the men, Leo Marsh, pleaded guilty to theft.", [pleaded("Leo Marsh", "theft")]),
        ("Leo Marsh, whose brother owns the bar, was convicted of arson.", [convicted("Leo Marsh", "arson")]),
        (
            "Leo Marsh, along with Ivan Petrak, was charged with arson.",
            [charge("Leo Marsh", "arson"), charge("Ivan Petrak", "arson")],
        ),
    ],
    "named later": [
        (
            "A swimming coach was charged with assault on Thursday. Leo Marsh, 37, was arrested in May, police said.",
            [charge("Leo Marsh", "assault", date="2024-07-11")],
        ),
        (
            "A man was jailed for six years for robbery.\n\nLeo Marsh, 37, of Kelso, admitted"
            " robbery at Leeds Crown"
            " Court.",
            [
                prison("P6Y", "Leo Marsh", "robbery", court="Leeds Crown Court"),
                pleaded("Leo Marsh", "robbery", court="Leeds Crown Court"),
            ],
        ),
    ],
    "companies": [
        (
            "Torvane Steel Corp. was charged with dumping. The company pleaded guilty to fraud.",
            [charge("Torvane Steel Corp.", "dumping"), pleaded("Torvane Steel Corp.", "fraud")],
        ),
        (
            "Torvane Steel Corp. was charged with dumping. It was fined $2 million.",
            [
                charge("Torvane Steel Corp.", "dumping"),
                sentence("fine", "Torvane Steel Corp.", ANY, amount=2000000.0, currency="USD"),
            ],
        ),
        (
            "Torvane Steel Corp. and its owner, Leo Marsh, were charged with fraud. He was convicted of perjury.",
            [
                charge("Torvane Steel Corp.", "fraud"),
                charge("Leo Marsh", "fraud"),
                convicted("Leo Marsh", "perjury"),
            ],
        ),
    ],
    "nobody in particular": [
        ("Ana Diaz met the man. The neighbour of her aunt was convicted of arson.", []),
        ("Leo Marsh reported the theft. The thief was never found, and a man was convicted of arson.", []),
        ("Leo Marsh wrote the book. Two men were convicted of arson.", []),
        ("Police Chief Leo Marsh said they had been charged with arson.", []),
        ("Ana Diaz's attacker was convicted of assault.", []),
        ("Ana Diaz's husband was convicted of assault.", []),
        ("The company that Ana Diaz sued was convicted of fraud.", []),
    ],
    "a lead about several": [
        (
            "Two men were convicted of arson on Monday.\n\nLeo Marsh, 37, and Ivan Petrak, 41, were"
            " found guilty of"
            " arson by a jury.",
            [
                convicted("Leo Marsh", "arson", method="jury", date="2024-07-08"),
                convicted("Ivan Petrak", "arson", method="jury", date="2024-07-08"),
            ],
        ),
    ],
    "whom or what somebody leads is no item": [
        (
            "Leo Marsh, a leader of Harbour Front, and Max Poe, a clerk, were convicted of arson.",
            [convicted("Leo Marsh", "arson"), convicted("Max Poe", "arson")],
        ),
        (
            "Leo Marsh, former president of Poe Maritime Inc, was convicted of arson.",
            [convicted("Leo Marsh", "arson")],
        ),
    ],
    "a semicolon between two is no list": [
        (
            "The jury took an hour to acquit his girlfriend, Ida Lund, of arson; a cousin, Leo Marsh, was not charged.",
            [verdict("acquitted", "Ida Lund", "arson", method="jury")],
        ),
    ],
    "companions of a subject": [
        (
            "Karl Bose was charged with arson. His co-defendant is at large. Both defendants were charged with theft.",
            [charge("Karl Bose", "arson"), charge("Karl Bose", "theft")],
        ),
        (
            "Oscar Finn, the former head of Kelso Care and Harbour Services, and Karl Bose, a clerk, were charged with"
            " fraud.",
            [charge("Oscar Finn", "fraud"), charge("Karl Bose", "fraud")],
        ),
        (
            "Oscar Finn and Torvane Inc. were charged with fraud.",
            [charge("Oscar Finn", "fraud"), charge("Torvane Inc.", "fraud")],
        ),
        (
            "Carl Quist was indicted with two floor brokers, Leo Marsh and Max Poe, on charges of fraud.",
            [charge(name, "fraud", action="indicted") for name in ("Carl Quist", "Leo Marsh", "Max Poe")],
        ),
        (
            "Lena Sand, 34, and her mother were convicted of fraud. The mother, Ida Sand, 61, wept.",
            [convicted("Lena Sand", "fraud"), convicted("Ida Sand", "fraud")],
        ),
        (
            "Leo's sister Ana Marsh and her husband Ranjit were convicted of arson.",
            [convicted("Ana Marsh", "arson"), convicted("Ranjit", "arson")],
        ),
        (
            "Leo Marsh was charged with stabbing two brothers, Max and Bo Poe.",
            [charge("Leo Marsh", "stabbing two brothers")],
        ),
    ],
    "one surname, a real name, a chronicle": [
        (
            "Leo S. Marsh, 31, was held. Prosecutor Ida Marsh spoke. Marsh also has been charged with theft.",
            [charge("Leo S. Marsh", "theft")],
        ),
        (
            "Actor Ron Poe has been charged with arson. Poe, whose real name is Ronald Poe Lund, denies it.",
            [charge("Ron Poe", "arson")],
        ),
        (
            "January 23, 2009: Leo Marsh and Max Poe are sentenced to eight years for arson.",
            [prison("P8Y", name, "arson", date="2009-01-23") for name in ("Leo Marsh", "Max Poe")],
        ),
        ("President Leo Marsh, near the end of his eight-year term, spoke of fraud.", []),
        ('The firm was "guilty as charged" for backing theft, Leo Marsh said.', []),
    ],
    "what somebody is also called": [
        (
            "Rapper Young Bee has been held over a stabbing. Jim Poe was hurt. The rapper, whose real name is Leo Dan "
            "Marsh, is in court after being arrested on one charge of attempted murder.",
            [charge("Leo Dan Marsh", "attempted murder", counts=1)],
        ),
        (
            "The singer Bee Bee was charged with arson. The singer, whose real name is Ana Roe, denies it.",
            [charge("Ana Roe", "arson")],
        ),
        (
            "His lawyer said that C-Loaf, real name Leo Marsh, was well. In 2003, C-Loaf was found guilty of arson.",
            [convicted("Leo Marsh", "arson", date="2003")],
        ),
        (
            "The baker Crumb - real name Leo Marsh - was convicted of arson. Crumb was jailed for life.",
            [convicted("Leo Marsh", "arson"), sentence("life", "Leo Marsh", "arson")],
        ),
        (
            "Leo Marsh, known as C-Loaf, was filmed in jail. In 2003, C-Loaf was found guilty of arson.",
            [convicted("Leo Marsh", "arson", date="2003")],
        ),
        (
            "Crumb, whose real name is Leo Marsh, was jailed for life for arson.",
            [sentence("life", "Leo Marsh", "arson")],
        ),
    ],
    "the office behind a dateline": [
        ("KELSO, March 3 - A former clerk of Marsh Grant Inc pleaded guilty to fraud.", []),
        ("KELSO, March 3 - A former broker at Marsh Grant Inc was charged with fraud.", []),
    ],
    "who is told apart or named by a pronoun": [
        (
            "Leo Marsh, 70, was convicted of bribery. The younger Marsh, Kai, was charged with fraud.",
            [convicted("Leo Marsh", "bribery"), charge("Kai Marsh", "fraud")],
        ),
        (
            "Attorney General Ida Hall signed the complaint that charges her with fraud. She is Ana Roe, a former "
            "customs clerk.",
            [charge("Ana Roe", "fraud")],
        ),
        ("He has been charged with fraud. He is Leo Marsh, 41, a clerk.", [charge("Leo Marsh", "fraud")]),
        ("Max Poe was charged with theft. He is Leo Marsh's brother.", [charge("Max Poe", "theft")]),
    ],
    "what a judge tells somebody": [
        (
            "Recorder Ida Lund told Leo Marsh he would serve seven years in prison for fraud.",
            [prison("P7Y", "Leo Marsh", "fraud")],
        ),
        (
            "Retired detective Carl Berg watched from the gallery as Recorder Ida Lund told Leo Marsh he would serve "
            "two years in prison for fraud.",
            [prison("P2Y", "Leo Marsh", "fraud")],
        ),
        (
            "His lawyer told Leo Marsh he would serve seven years in prison for fraud if convicted.",
            [prison("P7Y", "Leo Marsh", "fraud", status="possible")],
        ),
    ],
    "who is told by the words beside, and nobody else": [
        ("Mayor Leo Marsh pardoned the Thera who was then serving a four-year term for arson.", []),
        ("Leo Marsh, the child star, was a guest. The Kelso Nights star was charged with arson in 2013.", []),
        (
            "Leo Marsh was convicted of fraud. The mayor, Ana Poe, nearing the end of her eight-year term, wept.",
            [convicted("Leo Marsh", "fraud")],
        ),
        ("Chic: Ana Poe wore a silver chain.\nHe was jailed for ten months for theft.", []),
    ],
    "words that mean nobody elsewhere": [
        (
            "A member of one of Kelso's most feared gangs was sentenced to 40 years in prison. Leo Marsh, 30, was "
            "convicted of murder.",
            [prison("P40Y", "Leo Marsh", "murder"), convicted("Leo Marsh", "murder")],
        ),
        ("Leo Marsh, 29, is among those charged with fraud since May.", [charge("Leo Marsh", "fraud")]),
        ("Most drivers convicted of fraud are fined. Leo Marsh wept.", []),
    ],
    "places, breeds, gangs and lawyers": [
        ("A man hit a tree on Kelley Lane. The driver was arraigned on a charge of arson.", []),
        ("An English Bull Terrier was found. She was charged with theft.", []),
        ("A member of the 52 Harbor Kings was jailed for two years for theft.", []),
        ("Marsh's lawyer Carl Quist has insisted his client, currently serving a two-year sentence, is innocent.", []),
    ],
    "charges that are not each one's": [
        (
            "Leo Marsh and Max Poe were arraigned on an indictment in which they are variously charged with murder, "
            "arson and theft.",
            [],
        ),
        ("Leo Marsh, Max Poe and Bo Lind are collectively charged with arson and theft.", []),
        (
            "Leo Marsh and Max Poe are variously charged with theft.",
            [],
        ),
        (
            "Leo Marsh and Max Poe are each charged with arson and theft.",
            [charge(name, offense) for name in ("Leo Marsh", "Max Poe") for offense in ("arson", "theft")],
        ),
    ],
    "who says so is not told of": [
        (
            "Under a poster which said 'Ida Lund will get to serve her one-year term near the sea', Marsh wrote, "
            "'Why?' Leo Marsh is a player. Ida Lund was convicted of fraud.",
            [prison("P1Y", "Ida Lund", "fraud"), convicted("Ida Lund", "fraud")],
        ),
    ],
    "before whom the identified defendant comes": [
        (
            "The prosecutor identified the defendant as Leo Marsh, 58, of Elm Ave in Kelso, L.I. He pleaded guilty to "
            "fraud before Kelso Supreme Court Justice Carl Quist. He could face seven years in prison.",
            [
                pleaded("Leo Marsh", "fraud", court="Kelso Supreme Court", judge="Carl Quist"),
                prison("P7Y", "Leo Marsh", "fraud", status="possible"),
            ],
        ),
    ],
    "the accused whom a judge found guilty": [
        ("A clerk was fined. After a trial, Judge Ida Lund found the accused guilty on all four counts.", []),
        (
            "Leo Marsh appeared in court. The judge, Ida Lund, found the accused guilty of theft.",
            [convicted("Leo Marsh", "theft", judge="Ida Lund", method="judge")],
        ),
        (
            "Judge Ida Lund found the accused guilty of theft. Leo Marsh was charged with theft in May.",
            [
                convicted("Leo Marsh", "theft", judge="Ida Lund", method="judge"),
                charge("Leo Marsh", "theft", date="2024-05"),
            ],
        ),
    ],
    "no surname is guessed": [
        (
            "Rep. Leo Marsh and his wife, Ellen, were indicted on charges of fraud.",
            [charge(name, "fraud", action="indicted") for name in ("Leo Marsh", "Ellen")],
        ),
    ],
    "charges against who is accused of something": [
        (
            "A Kelso court framed charges against two men accused of arson. Max Poe and Leo Marsh denied the charges.",
            [charge(name, "arson", court="Kelso court") for name in ("Max Poe", "Leo Marsh")],
        ),
        (
            "Charges against a man accused of arson were dropped. Max Poe, 40, walked free.",
            [verdict("dismissed", "Max Poe", "arson")],
        ),
        ("Max Poe is accused of arson. Charges against a man who knew him were filed.", []),
    ],
    "charges told on, and a name right before": [
        (
            "Leo Marsh was arrested on Monday and charged with arson. The charges include theft and burglary.",
            [charge("Leo Marsh", offense, date=ANY) for offense in ("arson", "theft", "burglary")],
        ),
        ("Charges included wire fraud. Leo Marsh was a guest.", []),
        (
            "Leo Marsh was charged with arson. The other charges include theft and two counts of burglary.",
            [
                charge("Leo Marsh", "arson"),
                charge("Leo Marsh", "theft"),
                charge("Leo Marsh", "burglary", counts=2),
            ],
        ),
        (
            "Leo Marsh was charged with arson in May. He lives in Kelso. It is his third trial. Charges include theft.",
            [charge("Leo Marsh", "arson", date="2024-05"), charge("Leo Marsh", "theft")],
        ),
        ("Leo Marsh was charged with arson. His brother's charges include theft.", [charge("Leo Marsh", "arson")]),
        (
            "Leo Marsh was convicted of theft. A film tells of Max Poe, the Hawick man who was convicted of arson.",
            [convicted("Leo Marsh", "theft"), convicted("Max Poe", "arson")],
        ),
    ],
    "companions after an appositive": [
        (
            "The firm's owner, Leo Marsh, and its treasurer, Ana Diaz, were charged with fraud.",
            [charge("Leo Marsh", "fraud"), charge("Ana Diaz", "fraud")],
        ),
        (
            "The court convicted her husband Leo Marsh, his mother Ida Marsh and his brother Max Marsh of arson.",
            [convicted("Leo Marsh", "arson"), convicted("Ida Marsh", "arson"), convicted("Max Marsh", "arson")],
        ),
    ],
    "charges that a pronoun repeats": [
        (
            "Max Poe and Leo Marsh were arrested in May. The accused duo are facing four charges, including those for "
            "arson and theft.",
            [
                charge("Max Poe", "arson"),
                charge("Leo Marsh", "arson"),
                charge("Max Poe", "theft"),
                charge("Leo Marsh", "theft"),
            ],
        ),
        (
            "Max Poe faces six charges, including those for fraud and theft.",
            [charge("Max Poe", "fraud"), charge("Max Poe", "theft")],
        ),
        (
            "Ana Roe was indicted on five counts, including those of perjury and forgery.",
            [charge("Ana Roe", "perjury", action="indicted"), charge("Ana Roe", "forgery", action="indicted")],
        ),
        (
            "Max Poe pleaded guilty to four charges, including those for robbery and arson.",
            [
                convicted("Max Poe", "robbery", method="guilty_plea"),
                convicted("Max Poe", "arson", method="guilty_plea"),
            ],
        ),
        (
            "The clerk, Ana Roe, was charged with four offences, including those of theft and forgery.",
            [charge("Ana Roe", "theft"), charge("Ana Roe", "forgery")],
        ),
        (
            "Max Poe faces six charges, including theft and fraud.",
            [charge("Max Poe", "theft"), charge("Max Poe", "fraud")],
        ),
    ],
    "what is said of each, offenses one a line": [
        (
            "Max Poe, 34, and Leo Marsh, 40, were arrested.\nEach man has been charged with:\nRobbery\nKidnapping",
            [
                charge("Max Poe", "Robbery"),
                charge("Leo Marsh", "Robbery"),
                charge("Max Poe", "Kidnapping"),
                charge("Leo Marsh", "Kidnapping"),
            ],
        ),
        (
            "Ana Roe, 30, and Ida Lund, 31, ran the shop.\nEach woman faces the following charges:\nFraud\nForgery",
            [
                charge("Ana Roe", "Fraud"),
                charge("Ida Lund", "Fraud"),
                charge("Ana Roe", "Forgery"),
                charge("Ida Lund", "Forgery"),
            ],
        ),
    ],
    "one count of each, with its class": [
        (
            "Arrested in May were 27-year-old Max Poe, 38-year-old Leo Marsh, and 51-year-old Bo Lind.\n"
            "Each individual is charged with one count of:\n"
            "Theft of a Ferry (Life Felony),\nUsing a Computer to Forge a Deed (3rd Degree Felony)\n"
            "The raid began at dawn.",
            [
                *(charge(name, "Theft of a Ferry", counts=1) for name in ("Max Poe", "Leo Marsh", "Bo Lind")),
                *(
                    charge(name, "Using a Computer to Forge a Deed", counts=1)
                    for name in ("Max Poe", "Leo Marsh", "Bo Lind")
                ),
            ],
        ),
    ],
    "a penalty for another": [
        (
            "A Kelso court sentenced two men to death and another to seven years in prison for murder. The convicts "
            "are Max Poe, 34, and Leo Marsh, 40.",
            [
                sentence("death", "Max Poe", "murder", court="Kelso court"),
                sentence("death", "Leo Marsh", "murder", court="Kelso court"),
                prison("P7Y", "another", "murder", court="Kelso court"),
            ],
        ),
        (
            "The judge jailed two women for two years and another for six months for theft. The women are Ana Poe, 30, "
            "and Ida Marsh, 29.",
            [
                prison("P2Y", "Ana Poe", "theft"),
                prison("P2Y", "Ida Marsh", "theft"),
                prison("P6M", "another", "theft"),
            ],
        ),
    ],
    "other names in brackets are no items of a list": [
        (
            "Tarek Molla (alias Boro Tarek) and Sumon Das (alias Kalu) helped their handlers - Ripon "
            "(alias Rip Hossain), Abul Kashem (alias Kash Mia) and Nadim Sheikh. The duo were convicted of robbery.",
            [convicted("Tarek Molla", "robbery"), convicted("Sumon Das", "robbery")],
        ),
        ("The judge said that charges of theft must be framed against Leo Marsh.", []),
    ],
    "whoever acts is not whom a comma parts from the participle": [
        (
            "The scandal began with President Otto Brandel granting a burglar, the well connected Milo Varga, jailed "
            "for theft, a pardon.",
            [sentence("prison", "Milo Varga", "theft")],
        ),
        ("Judge Carla Wynn, who had convicted the six of smuggling, spoke on Friday.", []),
        ("District judge Ananda Perera, who had convicted the seven, sentenced them to life imprisonment.", []),
    ],
    "names in two spellings, and parts of a name": [
        (
            "Peter Larsen was jailed for life for murder. Peter Larson died in 2018; nobody had asked Larson why.",
            [sentence("life", "Peter Larson", "murder")],
        ),
        (
            "Christian Brandauer was named on Monday. Brandaur has been convicted of burglary.",
            [convicted("Christian Brandauer", "burglary")],
        ),
        (
            "Joshua Fell-Ward, 19, sold pills. A judge jailed Fell-Ward for two years for supplying drugs.",
            [prison("P2Y", "Joshua Fell-Ward", "supplying drugs")],
        ),
        ("Magistrate Rana Lakmal Perera sat in Kelso. Police had charged her with fraud.", []),
        (
            "Cuba Delmar Jr was at a party with Ines Tanner. Delmar Jr has found himself in trouble, facing six "
            "groping charges. He has since pleaded not guilty to the charges.",
            [charge("Cuba Delmar Jr", "groping", counts=6, plea="not_guilty")],
        ),
    ],
    "who suffers, and who does not": [
        (
            "A jury could not agree on whether he robbed the dealer Rico Marlow. The trial ended with a hung jury.",
            [],
        ),
        (
            "The court heard that he could have saved the lives of Karim Mia and Anwar Sheikh. Ivan Petrak was "
            "convicted of torture. He was jailed for 30 years.",
            [convicted("Ivan Petrak", "torture"), prison("P30Y", "Ivan Petrak", "torture")],
        ),
        (
            "Max Poe was charged with the murder of Ana Roe's mother. Roe was convicted of perjury.",
            [charge("Max Poe", "murder"), convicted("Ana Roe", "perjury")],
        ),
    ],
    "one of a couple": [
        (
            "Ana Hart had lived with Tom Voss. The couple split in 2019. He was jailed for ten months for assault.",
            [prison("P10M", "Tom Voss", "assault")],
        ),
        (
            "Justice: Ana's former boyfriend Tom Kell, 29, was jailed for ten months for assault.",
            [prison("P10M", "Tom Kell", "assault")],
        ),
    ],
    "what is said of a side, a family or an office": [
        (
            "Defence lawyer Karim Mahbub was in court. The attorney general said the defence will get 15 days for "
            "filing a petition.",
            [],
        ),
        (
            "A jury was praised for finding three Navarro brothers guilty of fraud. Gonzalo Navarro lives abroad.",
            [convicted("three Navarro brothers", "fraud", method="jury")],
        ),
        ("President Max Poe, nearing the end of his eight-year term, pleaded for calm.", []),
        (
            "A Marsh Bank clerk has been jailed for two years. Leo Poe, 28, of Kelso, was convicted of fraud.",
            [prison("P2Y", "Leo Poe", "fraud"), convicted("Leo Poe", "fraud")],
        ),
        (
            "A mobile court jailed an exam candidate for two years for cheating. The convict is Hasan Molla.",
            [prison("P2Y", "Hasan Molla", "cheating", court="mobile court")],
        ),
    ],
}

KNOWN_FAILURES: dict[str, list[Row]] = {}


@pytest.mark.parametrize(("text", "expected"), cases(TABLE, KNOWN_FAILURES))
def test_whose(text: str, expected: list[Fact], extractor: Extractor) -> None:
    assert difference(expected, facts_of(extractor, text)) == {}
