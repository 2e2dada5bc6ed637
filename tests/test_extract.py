"""The main table: a text, and all the facts that must come of it. What is not listed is a failure."""

from __future__ import annotations

from unittest.mock import ANY

import pytest

from casefacts.extractor import Extractor
from facts import (
    Fact,
    cases,
    charge,
    convicted,
    difference,
    facts_of,
    pleaded,
    prison,
    records_of,
    sentence,
    verdict,
)

Row = tuple[str, list[Fact]]

CHARGES: dict[str, list[Row]] = {
    "a part of what was dealt in": [
        (
            "Ana Roe was arraigned on a 40-count indictment for allegedly selling 12 pistols, including three assault"
            " rifles, to agents.",
            [charge("Ana Roe", "selling 12 pistols", action="indicted")],
        ),
        (
            "Ana Roe was charged with smuggling weapons, including two assault rifles, into the country.",
            [charge("Ana Roe", "smuggling weapons")],
        ),
        ("Ana Roe was charged with selling drugs, including cocaine.", [charge("Ana Roe", "selling drugs")]),
        (
            "Ana Roe was charged with five crimes, including two assaults.",
            [charge("Ana Roe", "assaults", counts=2)],
        ),
        (
            "Ana Roe was charged with defrauding customers, including three counts of wire fraud.",
            [charge("Ana Roe", "defrauding customers"), charge("Ana Roe", "wire fraud", counts=3)],
        ),
    ],
    "counts that somebody denies": [
        (
            "Leo Marsh denied three counts of causing a nuisance, the court heard.",
            [charge("Leo Marsh", "causing a nuisance", counts=3, plea="not_guilty")],
        ),
        ("Leo Marsh, of Kelso, denies two counts of rape.", [charge("Leo Marsh", "rape", counts=2, plea="not_guilty")]),
        ("Leo Marsh denies a charge of manslaughter.", [charge("Leo Marsh", "manslaughter", plea="not_guilty")]),
        ("Leo Marsh has denied one charge of arson.", [charge("Leo Marsh", "arson", counts=1, plea="not_guilty")]),
        ("Leo Marsh denied charges of racism.", []),
        ("Leo Marsh denied charges of corruption in a speech.", []),
    ],
    "accused before a court": [
        ("Leo Marsh appeared before magistrates accused of theft.", [charge("Leo Marsh", "theft")]),
        (
            "Leo Marsh, 41, appeared at Kelso Crown Court on Monday accused of burglary.",
            [charge("Leo Marsh", "burglary", court="Kelso Crown Court", date="2024-07-08")],
        ),
        ("Leo Marsh is in the dock accused of bribery.", [charge("Leo Marsh", "bribery")]),
        ("Leo Marsh was produced before the court on charges of bribery.", [charge("Leo Marsh", "bribery")]),
        ("Leo Marsh appeared before reporters, accused of theft.", []),
        ("Leo Marsh, accused of theft, left the court.", []),
    ],
    "charged with offences that nobody names": [
        ("Leo Marsh was charged with offences over deals in shares.", [charge("Leo Marsh", None)]),
        ("Leo Marsh was charged for separate offences, the court heard.", [charge("Leo Marsh", None)]),
        ("Leo Marsh was charged with arson. Marsh was charged with various crimes.", [charge("Leo Marsh", "arson")]),
        ("Leo Marsh was not charged with any offences.", []),
        ("Leo Marsh was charged with a new crime whenever he was out on bond.", []),
        (
            "Leo Marsh was charged in a two-count indictment with mail fraud and perjury.",
            [charge("Leo Marsh", "mail fraud", action="indicted"), charge("Leo Marsh", "perjury", action="indicted")],
        ),
    ],
    "what is admitted as evidence": [
        ("Leo Marsh admitted loathing police, Kelso Crown Court heard.", []),
        ("Leo Marsh told the jury that he admitted drinking two glasses.", []),
        ("Leo Marsh was admitted to the court's treatment programme.", []),
    ],
    "lists with items that no rule knows": [
        (
            "Leo Marsh was charged with littering, no proof of ownership, riding a moped on a footpath and failing to"
            " stop.",
            [
                charge("Leo Marsh", "littering"),
                charge("Leo Marsh", "no proof of ownership"),
                charge("Leo Marsh", "riding a moped on a footpath"),
                charge("Leo Marsh", "failing to stop"),
            ],
        ),
        (
            "Leo Marsh is charged with evading police (on foot), giving an officer a false name and forgery.",
            [
                charge("Leo Marsh", "evading police"),
                charge("Leo Marsh", "giving an officer a false name"),
                charge("Leo Marsh", "forgery"),
            ],
        ),
        (
            "Leo Marsh was charged with second- and third-degree arson and petit larceny.",
            [
                charge("Leo Marsh", "second-degree arson"),
                charge("Leo Marsh", "third-degree arson"),
                charge("Leo Marsh", "petit larceny"),
            ],
        ),
        (
            "Leo Marsh faced murder and violent disorder charges.",
            [charge("Leo Marsh", "murder"), charge("Leo Marsh", "violent disorder")],
        ),
        (
            "Leo Marsh is being charged with:\n• 1 count Unlawful Gaming 1st Degree Felony\n• 2 counts Grand Theft"
            " $20,000-$100,000 2nd Degree Felony\n",
            [charge("Leo Marsh", "Unlawful Gaming", counts=1), charge("Leo Marsh", "Grand Theft", counts=2)],
        ),
    ],
    "lists that end": [
        ("Leo Marsh was charged with arson, police said.", [charge("Leo Marsh", "arson")]),
        ("Leo Marsh was charged with theft, a felony.", [charge("Leo Marsh", "theft")]),
        (
            "Leo Marsh was charged with insurance fraud for overstating the value of sofas, tables and lamps.",
            [charge("Leo Marsh", "insurance fraud")],
        ),
        ("Leo Marsh was charged with arson, 34 days after the fire.", [charge("Leo Marsh", "arson")]),
        ("Leo Marsh was charged with theft, according to court records.", [charge("Leo Marsh", "theft")]),
    ],
    "charged": [
        ("Ana Diaz was charged with burglary.", [charge("Ana Diaz", "burglary")]),
        ("Police have charged Ana Diaz with burglary.", [charge("Ana Diaz", "burglary")]),
        ("Ana Diaz, 34, of Kelso, has been charged with burglary.", [charge("Ana Diaz", "burglary")]),
        (
            "Leo Marsh was charged Thursday with attempted murder and arson.",
            [
                charge("Leo Marsh", "attempted murder", date="2024-07-11"),
                charge("Leo Marsh", "arson", date="2024-07-11"),
            ],
        ),
        (
            "Leo Marsh, 51, who ran the harbour fund, is charged with embezzlement.",
            [charge("Leo Marsh", "embezzlement")],
        ),
        (
            "Marsh, charged with arson, sat silently.\n\nHis full name is Leo Marsh.",
            [charge("Leo Marsh", "arson")],
        ),
        (
            "Prosecutors said Leo Marsh had been charged in 2019 with tax evasion.",
            [charge("Leo Marsh", "tax evasion", date="2019")],
        ),
        (
            "The complaint charges Leo Marsh with three counts of wire fraud.",
            [charge("Leo Marsh", "wire fraud", counts=3)],
        ),
    ],
    "indicted": [
        (
            "A grand jury indicted Ana Diaz on five counts of mail fraud.",
            [charge("Ana Diaz", "mail fraud", counts=5, action="indicted")],
        ),
        (
            "Ana Diaz was indicted on charges of bribery and perjury.",
            [
                charge("Ana Diaz", "bribery", action="indicted"),
                charge("Ana Diaz", "perjury", action="indicted"),
            ],
        ),
        (
            "A federal grand jury returned a 34-count indictment against Ana Diaz.",
            [charge("Ana Diaz", counts=34, action="indicted")],
        ),
        (
            "Ana Diaz was indicted for conspiracy to commit money laundering.",
            [charge("Ana Diaz", "conspiracy to commit money laundering", action="indicted")],
        ),
    ],
    "in court": [
        ("Leo Marsh was arraigned on a charge of robbery.", [charge("Leo Marsh", "robbery")]),
        ("Leo Marsh is on trial for manslaughter.", [charge("Leo Marsh", "manslaughter")]),
        (
            "Leo Marsh faces charges of forgery and theft.",
            [charge("Leo Marsh", "forgery"), charge("Leo Marsh", "theft")],
        ),
        ("Leo Marsh was arrested on charges of kidnapping.", [charge("Leo Marsh", "kidnapping")]),
        ("Leo Marsh is being held on a charge of kidnapping.", [charge("Leo Marsh", "kidnapping")]),
        ("Leo Marsh went on trial on Monday for fraud.", [charge("Leo Marsh", "fraud")]),
        ("Leo Marsh appeared in court charged with stalking.", [charge("Leo Marsh", "stalking")]),
        (
            "Leo Marsh was extradited from Spain to face charges of drug trafficking.",
            [charge("Leo Marsh", "drug trafficking")],
        ),
        ("Leo Marsh faces two counts of forgery.", [charge("Leo Marsh", "forgery", counts=2)]),
        ("The trial of Leo Marsh for manslaughter opened in May.", [charge("Leo Marsh", "manslaughter")]),
    ],
    "pleas of not guilty": [
        ("Ana Diaz pleaded not guilty to arson.", [charge("Ana Diaz", "arson", plea="not_guilty")]),
        (
            "Ana Diaz has pleaded not guilty to two counts of arson.",
            [charge("Ana Diaz", "arson", counts=2, plea="not_guilty")],
        ),
        (
            "Ana Diaz denied perjury at Exeter Crown Court.",
            [charge("Ana Diaz", "perjury", plea="not_guilty", court="Exeter Crown Court")],
        ),
        (
            "Ana Diaz entered a plea of not guilty to vehicular homicide.",
            [charge("Ana Diaz", "vehicular homicide", plea="not_guilty")],
        ),
        (
            "Ana Diaz denies two charges of fraud and her trial continues.",
            [charge("Ana Diaz", "fraud", counts=2, plea="not_guilty")],
        ),
        (
            "Ana Diaz is charged with arson. She has pleaded not guilty.",
            [charge("Ana Diaz", "arson", plea="not_guilty")],
        ),
    ],
    "no charge": [
        ("Leo Marsh was arrested for burglary.", []),
        ("Leo Marsh was arrested on suspicion of burglary.", []),
        ("Leo Marsh is accused of cheating his neighbours.", []),
        ("Leo Marsh is wanted for armed robbery.", []),
        ("Police are questioning Leo Marsh about the burglary.", []),
        ("Leo Marsh denied the allegations of fraud.", []),
        ("Leo Marsh charged $40 for the burglary alarm.", []),
        ("Leo Marsh is in charge of the burglary unit.", []),
        ("Ana Diaz reported the burglary, and police stopped Leo Marsh.", []),
    ],
}

VERDICTS: dict[str, list[Row]] = {
    "found guilty": [
        ("Leo Marsh was convicted of perjury.", [convicted("Leo Marsh", "perjury")]),
        ("Leo Marsh was found guilty of perjury.", [convicted("Leo Marsh", "perjury")]),
        ("A jury convicted Leo Marsh of perjury.", [convicted("Leo Marsh", "perjury", method="jury")]),
        (
            "Jurors found Leo Marsh guilty of second-degree murder on Thursday.",
            [convicted("Leo Marsh", "second-degree murder", method="jury", date="2024-07-11")],
        ),
        (
            "A judge found Leo Marsh guilty of trespassing.",
            [convicted("Leo Marsh", "trespassing", method="judge")],
        ),
        ("Leo Marsh was found guilty on all 12 counts.", [convicted("Leo Marsh", counts=12)]),
        (
            "Leo Marsh was convicted by a jury of four counts of bank fraud.",
            [convicted("Leo Marsh", "bank fraud", counts=4, method="jury")],
        ),
        (
            "Leo Marsh was found guilty of rape and of false imprisonment.",
            [convicted("Leo Marsh", "rape"), convicted("Leo Marsh", "false imprisonment")],
        ),
        ("Leo Marsh had a 2011 conviction for assault.", [convicted("Leo Marsh", "assault", date="2011")]),
        (
            "Leo Marsh, who was convicted in 2015 of bribery, has published a book.",
            [convicted("Leo Marsh", "bribery", date="2015")],
        ),
        ("Leo Marsh's conviction for perjury stands.", [convicted("Leo Marsh", "perjury")]),
    ],
    "crimes that somebody else was to do": [
        (
            "Leo Marsh admitted before Kelso magistrates trying to incite a clerk to commit perjury.",
            [pleaded("Leo Marsh", "trying to incite a clerk to commit perjury", court="Kelso magistrates")],
        ),
        (
            "Leo Marsh admitted attempting to persuade a nurse to poison a patient when he appeared in court.",
            [pleaded("Leo Marsh", "attempting to persuade a nurse to poison a patient")],
        ),
        (
            "Leo Marsh appeared in court and admitted trying to force a boy to commit theft.",
            [pleaded("Leo Marsh", "trying to force a boy to commit theft")],
        ),
        (
            "Leo Marsh appeared in court and admitted attempting to rob a bank.",
            [pleaded("Leo Marsh", "attempting to rob a bank")],
        ),
    ],
    "the deed admitted, the crime denied": [
        (
            "Leo Marsh pleaded not guilty in court to four counts of criminal damage. Marsh (pictured) admitted daubing"
            " the paint on a wall.",
            [charge("Leo Marsh", "criminal damage", counts=4, plea="not_guilty")],
        ),
        (
            "Leo Marsh denied theft before magistrates. Marsh admitted stealing the lamp, the paper wrote.",
            [charge("Leo Marsh", "theft", plea="not_guilty")],
        ),
        (
            "Leo Marsh pleaded not guilty to arson. Marsh admitted setting fire to a shed in Kelso.",
            [charge("Leo Marsh", "arson", plea="not_guilty")],
        ),
        (
            "Leo Marsh denied murder before magistrates. Marsh admitted manslaughter.",
            [charge("Leo Marsh", "murder", plea="not_guilty"), pleaded("Leo Marsh", "manslaughter")],
        ),
        (
            "Leo Marsh denied theft before magistrates. Marsh admitted burglary.",
            [charge("Leo Marsh", "theft", plea="not_guilty"), pleaded("Leo Marsh", "burglary")],
        ),
    ],
    "pleas of guilty": [
        (
            "Ana Diaz admitted at an earlier hearing causing death by dangerous driving.",
            [pleaded("Ana Diaz", "causing death by dangerous driving")],
        ),
        ("Ana Diaz admitted in court on Monday stealing a car.", [pleaded("Ana Diaz", "stealing a car", date=ANY)]),
        ("Ana Diaz pleaded guilty to burglary.", [pleaded("Ana Diaz", "burglary")]),
        ("Ana Diaz pled guilty to burglary.", [pleaded("Ana Diaz", "burglary")]),
        (
            "Ana Diaz has pleaded guilty to one count of mail fraud and two counts of forgery.",
            [pleaded("Ana Diaz", "mail fraud", counts=1), pleaded("Ana Diaz", "forgery", counts=2)],
        ),
        (
            "Ana Diaz admitted drink-driving when she appeared before magistrates.",
            [pleaded("Ana Diaz", "drink-driving")],
        ),
        (
            "Ana Diaz pleaded no contest to animal cruelty.",
            [convicted("Ana Diaz", "animal cruelty", method="no_contest_plea")],
        ),
        (
            "Ana Diaz entered an Alford plea to involuntary manslaughter.",
            [convicted("Ana Diaz", "involuntary manslaughter", method="alford_plea")],
        ),
        (
            "Ana Diaz entered guilty pleas to theft and fraud.",
            [pleaded("Ana Diaz", "theft"), pleaded("Ana Diaz", "fraud")],
        ),
        (
            "Ana Diaz changed her plea to guilty on a charge of smuggling.",
            [pleaded("Ana Diaz", "smuggling")],
        ),
    ],
    "acquitted": [
        ("A judge acquitted Ana Diaz of fraud.", [verdict("acquitted", "Ana Diaz", "fraud", method="judge")]),
        ("Ana Diaz was found not guilty of assault.", [verdict("acquitted", "Ana Diaz", "assault")]),
        (
            "A jury found Ana Diaz not guilty of assault.",
            [verdict("acquitted", "Ana Diaz", "assault", method="jury")],
        ),
        (
            "Ana Diaz was cleared of manslaughter at Leeds Crown Court.",
            [verdict("acquitted", "Ana Diaz", "manslaughter", court="Leeds Crown Court")],
        ),
        (
            "Ana Diaz was convicted of theft but acquitted of forgery.",
            [convicted("Ana Diaz", "theft"), verdict("acquitted", "Ana Diaz", "forgery")],
        ),
    ],
    "dismissed": [
        (
            "Charges against two others, Ana Diaz and Leo Marsh, were dropped in May.",
            [
                verdict("dismissed", "Ana Diaz", date="2024-05"),
                verdict("dismissed", "Leo Marsh", date="2024-05"),
            ],
        ),
        (
            "Prosecutors dropped the forgery charge against Leo Marsh.",
            [verdict("dismissed", "Leo Marsh", "forgery", method="prosecution")],
        ),
        (
            "A judge dismissed the charges against Leo Marsh with prejudice.",
            [verdict("dismissed", "Leo Marsh", method="judge", prejudice="with")],
        ),
        (
            "The charge of arson against Leo Marsh was dismissed without prejudice.",
            [verdict("dismissed", "Leo Marsh", "arson", prejudice="without")],
        ),
        (
            "A judge threw out the case against Leo Marsh.",
            [verdict("dismissed", "Leo Marsh", method="judge")],
        ),
        (
            "All charges against Leo Marsh were withdrawn.",
            [verdict("dismissed", "Leo Marsh")],
        ),
        (
            "Two counts of perjury against Leo Marsh were dropped.",
            [verdict("dismissed", "Leo Marsh", "perjury", counts=2)],
        ),
    ],
    "mistrial": [
        (
            "The judge declared a mistrial in the case of Leo Marsh.",
            [verdict("mistrial", "Leo Marsh", method="judge")],
        ),
        (
            "The first trial of Leo Marsh ended with a hung jury.",
            [verdict("mistrial", "Leo Marsh", method="jury")],
        ),
        (
            "The murder trial of Leo Marsh ended in a mistrial after the jury deadlocked.",
            [charge("Leo Marsh", "murder"), verdict("mistrial", "Leo Marsh", ANY, method="jury")],
        ),
    ],
    "overturned": [
        (
            "Leo Marsh's murder conviction was overturned in 2021.",
            [verdict("overturned", "Leo Marsh", "murder", method="appeal", date="2021")],
        ),
        (
            "Leo Marsh was convicted of robbery in 1998, but his conviction was quashed last year.",
            [
                convicted("Leo Marsh", "robbery", date="1998"),
                verdict("overturned", "Leo Marsh", ANY, method="appeal", date="2023"),
            ],
        ),
    ],
}

SENTENCES: dict[str, list[Row]] = {
    "prison": [
        (
            "Leo Marsh, who was convicted of fraud, asked to serve his two-year prison sentence at home.",
            [convicted("Leo Marsh", "fraud"), prison("P2Y", "Leo Marsh", ANY)],
        ),
        (
            "Ana Diaz was jailed for two months for cheating by getting her son into the University of Kelso.",
            [prison("P2M", "Ana Diaz", ANY)],
        ),
        (
            "Leo Marsh was sentenced to five years in prison for burglary.",
            [prison("P5Y", "Leo Marsh", "burglary")],
        ),
        ("A judge sentenced Leo Marsh to 18 months in prison.", [prison("P18M", "Leo Marsh")]),
        ("Ana Diaz was jailed for three years.", [prison("P3Y", "Ana Diaz")]),
        (
            "Ana Diaz was jailed for two years and six months for fraud.",
            [prison("P2Y6M", "Ana Diaz", "fraud")],
        ),
        ("Ana Diaz received a sentence of nine years in prison.", [prison("P9Y", "Ana Diaz")]),
        ("Ana Diaz was given a four-year prison term.", [prison("P4Y", "Ana Diaz")]),
        ("Ana Diaz got seven years behind bars.", [prison("P7Y", "Ana Diaz")]),
        ("Ana Diaz was sentenced to ten years.", [prison("P10Y", "Ana Diaz")]),
        (
            "Ana Diaz was sentenced on Tuesday to 90 days in county jail for trespassing.",
            [sentence("jail", "Ana Diaz", "trespassing", duration="P90D", date="2024-07-09")],
        ),
        (
            "Leo Marsh was sentenced to 12 to 15 years in prison.",
            [prison("P15Y", "Leo Marsh", min_duration="P12Y")],
        ),
        (
            "Leo Marsh was jailed for at least 15 years.",
            [sentence("prison", "Leo Marsh", min_duration="P15Y")],
        ),
        ("Leo Marsh is serving a six-year prison sentence for fraud.", [prison("P6Y", "Leo Marsh", "fraud")]),
        ("Leo Marsh served four years in prison for arson.", [prison("P4Y", "Leo Marsh", "arson")]),
        (
            "Leo Marsh, convicted of defrauding clients of $3 million, must serve four years in prison.",
            [convicted("Leo Marsh", ANY), prison("P4Y", "Leo Marsh", ANY)],
        ),
    ],
    "life and death": [
        (
            "Leo Marsh was sentenced to life in prison without the possibility of parole.",
            [sentence("life", "Leo Marsh", parole="without")],
        ),
        (
            "Leo Marsh was sentenced to 25 years to life in prison for murder.",
            [sentence("life", "Leo Marsh", "murder", min_duration="P25Y")],
        ),
        (
            "Leo Marsh was jailed for life with a minimum term of 18 years.",
            [sentence("life", "Leo Marsh", min_duration="P18Y")],
        ),
        ("Leo Marsh was sentenced to death.", [sentence("death", "Leo Marsh")]),
        ("Leo Marsh received a life sentence for murder.", [sentence("life", "Leo Marsh", "murder")]),
    ],
    "several penalties": [
        (
            "Ana Diaz was sentenced to 18 months in prison, three years of supervised release and $20,000 in"
            " restitution.",
            [
                prison("P18M", "Ana Diaz"),
                sentence("supervised_release", "Ana Diaz", duration="P3Y"),
                sentence("restitution", "Ana Diaz", amount=20000.0, currency="USD"),
            ],
        ),
        (
            "Ana Diaz was given a two-year suspended sentence and 200 hours of community service.",
            [
                sentence("suspended", "Ana Diaz", duration="P2Y"),
                sentence("community_service", "Ana Diaz", duration="PT200H"),
            ],
        ),
        (
            "Ana Diaz was fined £600 and banned from driving for 14 months for drink-driving.",
            [
                sentence("fine", "Ana Diaz", ANY, amount=600.0, currency="GBP"),
                sentence("other", "Ana Diaz", "drink-driving", duration="P14M"),
            ],
        ),
        (
            "Ana Diaz was convicted of fraud. She was sentenced to two years in prison and must pay"
            " $1.2 million"
            " in restitution.",
            [
                convicted("Ana Diaz", "fraud"),
                prison("P2Y", "Ana Diaz", ANY),
                sentence("restitution", "Ana Diaz", ANY, amount=1200000.0, currency="USD"),
            ],
        ),
        (
            "Ana Diaz was jailed for eight months, suspended for two years.",
            [sentence("suspended", "Ana Diaz", duration="P8M")],
        ),
        (
            "Ana Diaz was sentenced to five years of probation and fined $2,500.",
            [
                sentence("probation", "Ana Diaz", duration="P5Y"),
                sentence("fine", "Ana Diaz", amount=2500.0, currency="USD"),
            ],
        ),
    ],
    "other kinds": [
        (
            "Ana Diaz was fined £300 and had her licence suspended for two years after she admitted theft in court.",
            [
                sentence("fine", "Ana Diaz", ANY, amount=300.0, currency="GBP"),
                sentence("other", "Ana Diaz", ANY, duration="P2Y"),
                pleaded("Ana Diaz", "theft"),
            ],
        ),
        (
            "Leo Marsh was convicted of speeding and had his driving licence revoked for 18 months.",
            [convicted("Leo Marsh", "speeding"), sentence("other", "Leo Marsh", ANY, duration="P18M")],
        ),
        ("Ana Diaz was sentenced to time served.", [sentence("time_served", "Ana Diaz")]),
        (
            "Ana Diaz was placed on probation for three years.",
            [sentence("probation", "Ana Diaz", duration="P3Y")],
        ),
        (
            "Ana Diaz was sentenced to six months of house arrest.",
            [sentence("house_arrest", "Ana Diaz", duration="P6M")],
        ),
        (
            "A court fined Ana Diaz 12 million euros for tax fraud.",
            [sentence("fine", "Ana Diaz", "tax fraud", amount=12000000.0, currency="EUR")],
        ),
        (
            "Ana Diaz pleaded guilty to fraud and was ordered to forfeit $90,000.",
            [
                pleaded("Ana Diaz", "fraud"),
                sentence("forfeiture", "Ana Diaz", ANY, amount=90000.0, currency="USD"),
            ],
        ),
        (
            "Leo Marsh was convicted of sexual assault and must register as a sex offender.",
            [convicted("Leo Marsh", "sexual assault"), sentence("other", "Leo Marsh", ANY)],
        ),
    ],
    "orders and bonds": [
        (
            "Leo Marsh was placed on a conditional release order for 12 months for arson.",
            [sentence("other", "Leo Marsh", "arson", duration="P12M")],
        ),
        (
            "The court placed Leo Marsh on a 12-month good behaviour bond for arson.",
            [sentence("other", "Leo Marsh", "arson", duration="P12M")],
        ),
        (
            "Leo Marsh received a two-year intensive corrections order for arson.",
            [sentence("other", "Leo Marsh", "arson", duration="P2Y")],
        ),
        (
            "Leo Marsh was bound over to keep the peace for a year after he admitted arson in court.",
            [pleaded("Leo Marsh", "arson"), sentence("other", "Leo Marsh", "arson", duration="P1Y")],
        ),
        (
            "Leo Marsh was ordered to carry out 90 hours of unpaid work for arson.",
            [sentence("community_service", "Leo Marsh", "arson", duration="PT90H")],
        ),
        (
            "Leo Marsh was put on the sex offenders' register for five years by the judge.",
            [sentence("other", "Leo Marsh", duration="P5Y")],
        ),
        (
            "Leo Marsh was given a three-year driving ban for dangerous driving.",
            [sentence("other", "Leo Marsh", "dangerous driving", duration="P3Y")],
        ),
    ],
    "words of the street for prison": [
        ("Leo Marsh was caged for nine years for arson.", [prison("P9Y", "Leo Marsh", "arson")]),
        ("Leo Marsh was banged up for 18 months for arson.", [prison("P18M", "Leo Marsh", "arson")]),
        ("Leo Marsh was slapped with five years' imprisonment for arson.", [prison("P5Y", "Leo Marsh", "arson")]),
        ("The judge caged Leo Marsh for two years for arson.", [prison("P2Y", "Leo Marsh", "arson")]),
        ("Leo Marsh caged a lion for nine years.", []),
    ],
    "several to death": [
        (
            "The court sentenced Leo Marsh and Ana Diaz to death for arson.",
            [sentence("death", name, "arson") for name in ("Leo Marsh", "Ana Diaz")],
        ),
        (
            "The court sentenced Leo Marsh, Ana Diaz and Max Poe to death for arson.",
            [sentence("death", name, "arson") for name in ("Leo Marsh", "Ana Diaz", "Max Poe")],
        ),
        (
            "The court sentenced both Leo Marsh and Ana Diaz to death for arson.",
            [sentence("death", name, "arson") for name in ("Leo Marsh", "Ana Diaz")],
        ),
        (
            "The court sentenced former party leader Leo Marsh, 71, to death for arson.",
            [sentence("death", "Leo Marsh", "arson")],
        ),
        ("The court sentenced Leo Marsh on Monday in the stabbing of a clerk to death.", []),
        (
            "The court jailed a man for a year for stabbing Leo Marsh and Ana Diaz to death.",
            [prison("P1Y", "a man", "stabbing Leo Marsh")],
        ),
        ("The court sentenced Leo Marsh, who had beaten Max Poe to death.", []),
    ],
    "sheets, struck out and sent for trial": [
        ("Detectives filed a chargesheet against Leo Marsh for bribery.", [charge("Leo Marsh", "bribery")]),
        ("Leo Marsh was chargesheeted for bribery.", [charge("Leo Marsh", "bribery")]),
        ("Police submitted the charge sheet against Leo Marsh in the bribery case.", [charge("Leo Marsh", "bribery")]),
        ("Leo Marsh was sent forward for trial on a charge of bribery.", [charge("Leo Marsh", "bribery")]),
        (
            "The judge struck out the bribery charge against Leo Marsh.",
            [verdict("dismissed", "Leo Marsh", "bribery", method="judge")],
        ),
        ("The bribery charge against Leo Marsh was struck out.", [verdict("dismissed", "Leo Marsh", "bribery")]),
        ("Leo Marsh has been charged with a terrorism hoax.", [charge("Leo Marsh", "terrorism hoax")]),
    ],
    "possible": [
        (
            "Leo Marsh is charged with arson, faces a year in prison and would have to register as a sex"
            " offender if convicted.",
            [
                charge("Leo Marsh", "arson"),
                prison("P1Y", "Leo Marsh", ANY, status="possible"),
                sentence("other", "Leo Marsh", ANY, status="possible"),
            ],
        ),
        (
            "Leo Marsh was convicted of fraud. He wept.\n\nHis aunt spoke at length.\n\nIt rained all day.\n\nThe"
            " charges carried a potential sentence of 30 years in prison.",
            [convicted("Leo Marsh", "fraud"), prison("P30Y", "Leo Marsh", ANY, status="possible")],
        ),
        (
            "Leo Marsh is charged with arson and faces up to 20 years in prison if convicted.",
            [charge("Leo Marsh", "arson"), prison("P20Y", "Leo Marsh", ANY, status="possible")],
        ),
        (
            "If convicted, Leo Marsh could be sentenced to life in prison.",
            [sentence("life", "Leo Marsh", status="possible")],
        ),
        (
            "Leo Marsh faces a maximum sentence of 30 years in prison.",
            [prison("P30Y", "Leo Marsh", status="possible")],
        ),
        (
            "Leo Marsh could get ten years in prison and a fine of $250,000.",
            [
                prison("P10Y", "Leo Marsh", status="possible"),
                sentence("fine", "Leo Marsh", amount=250000.0, currency="USD", status="possible"),
            ],
        ),
        ("Leo Marsh faces the death penalty.", [sentence("death", "Leo Marsh", status="possible")]),
    ],
    "sought and expected": [
        (
            "Prosecutors are seeking a 12-year prison sentence for Leo Marsh.",
            [prison("P12Y", "Leo Marsh", status="sought")],
        ),
        (
            "Prosecutors asked the judge to sentence Leo Marsh to nine years in prison.",
            [prison("P9Y", "Leo Marsh", status="sought")],
        ),
        (
            "The jury recommended the death penalty for Leo Marsh.",
            [sentence("death", "Leo Marsh", status="sought")],
        ),
        (
            "Under the agreement Leo Marsh will be sentenced to 30 months in prison.",
            [prison("P30M", "Leo Marsh", status="expected")],
        ),
        (
            "Leo Marsh is expected to be sentenced to four years in prison under the plea deal.",
            [prison("P4Y", "Leo Marsh", status="expected")],
        ),
    ],
    "changed terms": [
        (
            "The appeals court cut Leo Marsh's sentence from nine years to six years.",
            [prison("P9Y", "Leo Marsh"), prison("P6Y", "Leo Marsh")],
        ),
        (
            "Leo Marsh's death sentence was commuted to life in prison.",
            [sentence("death", "Leo Marsh"), sentence("life", "Leo Marsh")],
        ),
        (
            "Leo Marsh was sentenced to ten years in prison in 2019, but an appeals court reduced"
            " his sentence to"
            " seven years in 2021.",
            [prison("P10Y", "Leo Marsh", date="2019"), prison("P7Y", "Leo Marsh", date="2021")],
        ),
    ],
}

WHO: dict[str, list[Row]] = {
    "several people": [
        (
            "Jurors recommended that Leo Marsh serve nine years in prison and his sister, Ana Diaz, be fined $600.",
            [
                prison("P9Y", "Leo Marsh", status="sought"),
                sentence("fine", "Ana Diaz", status="sought", amount=600.0, currency="USD"),
            ],
        ),
        (
            "Leo Marsh was sentenced to 17 years in prison for arson. He was freed after serving 10 years in prison.",
            [prison("P17Y", "Leo Marsh", "arson")],
        ),
        (
            "Co-defendant Leo Marsh, 26, of Kelso, was convicted of arson.",
            [verdict("convicted", "Leo Marsh", "arson")],
        ),
        (
            'Police dubbed the robber the "Harbour Bandit". Leo Marsh, 40, was convicted of robbery.',
            [verdict("convicted", "Leo Marsh", "robbery")],
        ),
        (
            "Leo Marsh and Ana Diaz are on trial. Both have pleaded not guilty. Marsh enjoys the very rights that he "
            "is accused of denying his staff.",
            [charge("Leo Marsh", None, plea="not_guilty"), charge("Ana Diaz", None, plea="not_guilty")],
        ),
        (
            "Ana Diaz and Leo Marsh were charged with arson.",
            [charge("Ana Diaz", "arson"), charge("Leo Marsh", "arson")],
        ),
        (
            "Ana Diaz was convicted of arson and Leo Marsh was acquitted of perjury.",
            [convicted("Ana Diaz", "arson"), verdict("acquitted", "Leo Marsh", "perjury")],
        ),
        (
            "Ana Diaz was sentenced to six years in prison, while Leo Marsh received four years.",
            [prison("P6Y", "Ana Diaz"), prison("P4Y", "Leo Marsh")],
        ),
        (
            "Ana Diaz and Leo Marsh were each sentenced to two years in prison.",
            [prison("P2Y", "Ana Diaz"), prison("P2Y", "Leo Marsh")],
        ),
        (
            "Ana Diaz pleaded guilty to theft. Her husband, Leo Marsh, was charged with perjury.",
            [pleaded("Ana Diaz", "theft"), charge("Leo Marsh", "perjury")],
        ),
        (
            "Daniel Whitcombe, Peter Hallam and Mary Lockwood were charged with fraud.",
            [
                charge("Daniel Whitcombe", "fraud"),
                charge("Peter Hallam", "fraud"),
                charge("Mary Lockwood", "fraud"),
            ],
        ),
    ],
    "longer lists of people": [
        (
            "The others who had been convicted of arson include Perival, Ravindran and Nalima Poe.",
            [convicted("Perival", "arson"), convicted("Ravindran", "arson"), convicted("Nalima Poe", "arson")],
        ),
        (
            "The four who were jailed for a year for arson are Samir Haque, Abdur Manna, Harun and Abul Kasem.",
            [prison("P1Y", name, "arson") for name in ("Samir Haque", "Abdur Manna", "Harun", "Abul Kasem")],
        ),
        (
            "A jury convicted Daniel Whitcombe, Peter Hallam, and Mary Lockwood of fraud.",
            [
                convicted("Daniel Whitcombe", "fraud", method="jury"),
                convicted("Peter Hallam", "fraud", method="jury"),
                convicted("Mary Lockwood", "fraud", method="jury"),
            ],
        ),
        (
            "Daniel Whitcombe, 44, Peter Hallam, 39, and Mary Lockwood, 51, all of Kelso, pleaded guilty to theft.",
            [
                pleaded("Daniel Whitcombe", "theft"),
                pleaded("Peter Hallam", "theft"),
                pleaded("Mary Lockwood", "theft"),
            ],
        ),
        (
            "Ana Diaz, 34, Leo Marsh, 51, and Tia Okoro, 29, each pleaded guilty to theft.",
            [pleaded("Ana Diaz", "theft"), pleaded("Leo Marsh", "theft"), pleaded("Tia Okoro", "theft")],
        ),
    ],
    "beside the case": [
        (
            "Leo Marsh was convicted of the murder of Ana Diaz.",
            [convicted("Leo Marsh", "murder")],
        ),
        (
            "Leo Marsh was charged with the attempted murder of Officer Ana Diaz.",
            [charge("Leo Marsh", "attempted murder")],
        ),
        (
            "Judge Ana Diaz sentenced Leo Marsh to five years in prison.",
            [prison("P5Y", "Leo Marsh", judge="Ana Diaz")],
        ),
        (
            "Prosecutor Ana Diaz said Leo Marsh had been convicted of fraud.",
            [convicted("Leo Marsh", "fraud")],
        ),
        (
            "Leo Marsh was charged with robbery, said District Attorney Ana Diaz.",
            [charge("Leo Marsh", "robbery")],
        ),
        (
            "Ana Diaz told reporters that her brother Leo Marsh had pleaded guilty to theft.",
            [pleaded("Leo Marsh", "theft")],
        ),
        (
            "The company Ana Diaz founded is thriving; Leo Marsh was convicted of fraud.",
            [convicted("Leo Marsh", "fraud")],
        ),
    ],
    "companies": [
        (
            "Torvane Steel Corp. pleaded guilty to six counts of illegal dumping.",
            [pleaded("Torvane Steel Corp.", "illegal dumping", counts=6)],
        ),
        (
            "Torvane Holdings Ltd. was fined £2m for health and safety offences.",
            [sentence("fine", "Torvane Holdings Ltd.", ANY, amount=2000000.0, currency="GBP")],
        ),
    ],
    "unnamed": [
        ("A 19-year-old man was charged with burglary.", [charge("A 19-year-old man", "burglary")]),
        ("Three men were convicted of arson.", [convicted("Three men", "arson")]),
    ],
}

# Articles in which criminal words are everywhere and no fact is.
NOTHING: dict[str, list[tuple[str]]] = {
    "not of this world": [
        ("Suppose Mr. Marsh is charged with robbery: a jury could find him guilty of theft.",),
        ("Correction: Last week's column said that Leo Marsh was convicted of theft. He was a witness.",),
        ("A post on social media that says Leo Marsh pleaded guilty on Saturday is false, police said.",),
        ("A case dismissed with prejudice is over for good, said the lawyer Ana Diaz.",),
        ("He pleaded guilty, Leo Marsh said, only to having been too hopeful for too long.",),
        (
            "In the third episode the script has Leo Marsh convicted of murder; by the finale, after a plot twist or"
            " two, he has been jailed for life. The cast is splendid.",
        ),
    ],
    "no court": [
        (
            "Senators voted to remove Gov. Leo Marsh in his impeachment trial. Marsh was found guilty of misuse of"
            " state property and acquitted of bribery.",
        ),
        ("If Leo Marsh were indicted and convicted of bribery, he could be sentenced to five years in prison.",),
        ("Ruckman Leo Marsh had faced a ban of up to four years before the match review panel.",),
        ("The club's counsel wants the ban on Leo Marsh extended to six months, the referees' chairman said.",),
        ("Leo Marsh was eventually cleared of the charges after legal action against the newspaper.",),
        ("Leo Marsh faces charges of using prohibited substances, the athletics federation said.",),
    ],
    "added to a charge": [
        ("Leo Marsh was charged with two felony enhancements of causing great bodily injury.",),
    ],
    "alleged": [
        ("Police made recommendations that Ana Diaz be indicted for fraud.",),
        ("Leo Marsh was taken in to face possible charges of sedition.",),
        ("Leo Marsh was arrested and then placed under house arrest until the charges against him were dropped.",),
        ("Leo Marsh is accused of having two prior convictions for burglary.",),
    ],
    "denied": [
        ("Ana Diaz was never charged with fraud.",),
        ("Leo Marsh was not convicted of murder.",),
        ("Leo Marsh did not receive a prison sentence.",),
        ("Prosecutors declined to charge Leo Marsh with burglary.",),
        ("The grand jury voted not to indict Ana Diaz for manslaughter.",),
        ("Leo Marsh avoided a prison sentence of five years.",),
        ("No charges have been filed against Leo Marsh.",),
        ("Neither Ana Diaz nor Leo Marsh has been charged with fraud.",),
        ("Leo Marsh has not been charged with any crime.",),
        ("Police said Leo Marsh would not be charged with assault.",),
    ],
    "asked": [
        ("Was Ana Diaz convicted of fraud?",),
        ("Did Leo Marsh go to prison for five years?",),
        ("Attorneys for Leo Marsh asked a judge to throw out the case.",),
        ("Leo Marsh is asking the court to dismiss the fraud charge.",),
        ("Activists are demanding that Leo Marsh be charged with murder.",),
        ("Protesters called for the police to charge Leo Marsh with murder.",),
    ],
    "conditional": [
        ("If Ana Diaz is convicted of fraud, she will lose her seat.",),
        ("Any jury would have found Leo Marsh guilty in ten minutes.",),
        ("Leo Marsh could be charged with fraud.",),
        ("Leo Marsh risks being prosecuted for fraud unless he repays the grant.",),
        ("Leo Marsh may never stand trial for manslaughter.",),
        ("Ana Diaz feared that she would be charged with perjury.",),
        ("Had he stayed, Leo Marsh would have been convicted of desertion.",),
        ("Prosecutors are considering whether to charge Ana Diaz with fraud.",),
    ],
    "planned": [
        ("Leo Marsh will be charged with burglary next week.",),
        ("Ana Diaz is expected to plead guilty to burglary.",),
        ("Ana Diaz has agreed to plead guilty to burglary.",),
        ("Leo Marsh is due to be sentenced on May 9.",),
        ("Prosecutors plan to charge Leo Marsh with arson.",),
        ("Leo Marsh will be arraigned on Friday.",),
    ],
    "general": [
        ("Drivers convicted of drink-driving lose their licence, said Ana Diaz.",),
        ("People who are found guilty of littering may be fined $500, Ana Diaz said.",),
        ("Ana Diaz teaches prisoners who were convicted of murder.",),
        ("Under the law, anyone convicted of fraud faces ten years in prison, Leo Marsh explained.",),
        ("Ana Diaz wrote a report on how judges sentence burglars to prison.",),
        ("Burglary carries a maximum sentence of ten years in prison, Ana Diaz said.",),
    ],
    "fiction": [
        ("In the novel, the maid Ana Diaz is convicted of murder.",),
        ("In the finale, Leo Marsh is found guilty of arson.",),
        ("The film stars Ana Diaz as a lawyer who is charged with perjury.",),
        ("In the court of public opinion, Leo Marsh was already convicted of fraud.",),
    ],
    "civil": [
        ("A jury found Ana Diaz liable and ordered her to pay $2 million to the family.",),
        ("The SEC charged Ana Diaz with insider trading in a civil complaint.",),
        ("Leo Marsh sued Ana Diaz for fraud and won $50,000 in damages.",),
        ("The divorce court ordered Leo Marsh to pay $4,000 a month.",),
        ("A lawsuit accuses Leo Marsh of fraud.",),
        ("The state Senate acquitted Gov. Ana Diaz on both articles of impeachment.",),
    ],
    "sport and school": [
        ("The league fined coach Leo Marsh $50,000.",),
        ("Leo Marsh was banned for four weeks by the league.",),
        ("The striker Leo Marsh has been charged by the Football Association with misconduct.",),
        ("Leo Marsh was suspended for ten days by the school after an assault.",),
        ("The young goalkeeper Leo Marsh acquitted himself well on his debut.",),
        ("Leo Marsh was found guilty of doping by the federation and banned for two years.",),
    ],
    "corrections and false reports": [
        ("An earlier version of this article said that Ana Diaz was charged with fraud.",),
        ("The post falsely claimed that Ana Diaz was convicted of fraud.",),
        ("A hoax said Leo Marsh had been sentenced to ten years in prison.",),
    ],
    "somebody else's case": [
        ("Ana Diaz, whose brother was convicted of murder, won the race.",),
        ("Leo Marsh, who defended a man convicted of murder, retired.",),
        ("Leo Marsh was a juror in the trial of a man for murder.",),
        ("A man who stabbed Ana Diaz was jailed for six years.",),
        ("Ana Diaz was robbed in 2019; a man was jailed for six years for the attack.",),
        ("Prosecutor Ana Diaz won convictions against 40 drug dealers.",),
        ("Ana Diaz won damages after she was wrongly accused of theft.",),
        ("Senator Ana Diaz called for an end to the death penalty.",),
        ("Judge Ana Diaz sentenced a man to five years in prison.",),
        ("Leo Marsh represents three officers charged with assault.",),
        ("Ana Diaz covered the trial of two brothers for arson.",),
        ("Ana Diaz wrote to a prisoner who was sentenced to death.",),
    ],
    "before any charge": [
        ("Leo Marsh was arrested and later released without charge.",),
        ("Leo Marsh was questioned under caution about the fraud.",),
        ("Opponents charged that Leo Marsh had rigged the vote.",),
        ("Leo Marsh was held for two years in prison without trial.",),
        ("Police want Leo Marsh for arson.",),
        ("Police recommended that Leo Marsh be charged with arson.",),
        ("Leo Marsh was taken into custody for questioning about the murder of Ana Diaz.",),
    ],
    "other meanings": [
        ("Ana Diaz was sentenced, she joked, to three years of spreadsheets.",),
        ("Torvane Bank could face penalties over its loans, analysts said.",),
        ("Leo Marsh served ten years on the parole board.",),
        ("Ana Diaz spent three years in the prison choir as its conductor.",),
        ("The couple were sentenced to be married at eighteen, Ana Diaz said.",),
        ("The bull charged at Leo Marsh in the market.",),
        ("Ana Diaz has been charged with leading the review of school safety.",),
        ("Ana Diaz is a politician of deep conviction.",),
        ("Leo Marsh was released on $50,000 bail.",),
        ("Ana Diaz lost $90,000 to the fraud.",),
        ("Leo Marsh dropped his appeal.",),
        ("The parole board denied Leo Marsh's release.",),
        ("Ana Diaz, a judge, has sentenced hundreds of burglars.",),
    ],
}

LONGER: dict[str, list[Row]] = {
    "defendants on lines of their own": [
        (
            "The following defendants pleaded guilty to wire fraud:\n\nAna Diaz, 34, of Kelso\nLeo"
            " Marsh, 51, of"
            " Salem\n",
            [pleaded("Ana Diaz", "wire fraud"), pleaded("Leo Marsh", "wire fraud")],
        ),
    ],
    "news stories": [
        (
            "A former scout leader was sentenced Thursday to 12 years in prison for embezzlement.\n\n"
            "Leo Marsh, 51, pleaded guilty in March to two counts of embezzlement. Judge Ana Diaz"
            " also ordered him"
            " to pay $40,000 in restitution.",
            [
                pleaded("Leo Marsh", "embezzlement", counts=2, date="2024-03"),
                prison("P12Y", "Leo Marsh", "embezzlement", date="2024-07-11", judge="Ana Diaz"),
                sentence(
                    "restitution", "Leo Marsh", ANY, amount=40000.0, currency="USD", date="2024-07-11", judge="Ana Diaz"
                ),
            ],
        ),
        (
            "Leo Marsh was charged in 2020 with arson. In 2022 a jury convicted him of arson. He was"
            " sentenced to"
            " four years in prison.",
            [
                charge("Leo Marsh", "arson", date="2020"),
                convicted("Leo Marsh", "arson", method="jury", date="2022"),
                prison("P4Y", "Leo Marsh", ANY),
            ],
        ),
        (
            '"Ana Diaz was convicted of fraud on Monday," the prosecutor, Leo Marsh, said.',
            [convicted("Ana Diaz", "fraud", date="2024-07-08")],
        ),
        (
            "The army sergeant Leo Marsh was convicted at a court-martial of desertion and sentenced"
            " to 14 months"
            " of confinement.",
            [convicted("Leo Marsh", "desertion"), prison("P14M", "Leo Marsh", ANY)],
        ),
    ],
    "press releases": [
        (
            "Leo Marsh pleaded guilty Tuesday before U.S. District Judge Ana Diaz to one count of bribery.",
            [pleaded("Leo Marsh", "bribery", counts=1, date="2024-07-09", judge="Ana Diaz")],
        ),
        (
            "A federal judge on Friday sentenced former mayor Leo Marsh to 30 months in federal"
            " prison for taking"
            " bribes.",
            [prison("P30M", "Leo Marsh", "taking bribes", date="2024-07-12")],
        ),
        (
            "Leo Marsh, who pleaded guilty to bribery last year, was sentenced Thursday to 30 months in prison.",
            [
                pleaded("Leo Marsh", "bribery", date="2023"),
                prison("P30M", "Leo Marsh", ANY, date="2024-07-11"),
            ],
        ),
        (
            "Jurors deliberated for six hours before finding Leo Marsh guilty of extortion.",
            [convicted("Leo Marsh", "extortion", method="jury")],
        ),
        (
            "Leo Marsh was sentenced to 24 months in prison, to be followed by three years of supervised release.",
            [prison("P24M", "Leo Marsh"), sentence("supervised_release", "Leo Marsh", duration="P3Y")],
        ),
        (
            "Leo Marsh faces a statutory maximum of 20 years in prison for wire fraud.",
            [prison("P20Y", "Leo Marsh", ANY, status="possible")],
        ),
    ],
    "crown court": [
        (
            "Leo Marsh was found guilty of causing death by dangerous driving following a trial at Leeds Crown Court.",
            [convicted("Leo Marsh", "causing death by dangerous driving", court="Leeds Crown Court")],
        ),
        (
            "Leo Marsh was handed a suspended prison sentence of ten months.",
            [sentence("suspended", "Leo Marsh", duration="P10M")],
        ),
        (
            "Leo Marsh, who denied murder but was found guilty by a jury, was jailed for life.",
            [
                charge("Leo Marsh", "murder", plea="not_guilty"),
                convicted("Leo Marsh", ANY, method="jury"),
                sentence("life", "Leo Marsh", ANY),
            ],
        ),
        (
            "Leo Marsh pleaded guilty to drink-driving and was disqualified from driving for three years.",
            [pleaded("Leo Marsh", "drink-driving"), sentence("other", "Leo Marsh", ANY, duration="P3Y")],
        ),
        (
            "Jailing Leo Marsh for six years, Judge Ana Diaz called the fire an outrage.",
            [prison("P6Y", "Leo Marsh", judge="Ana Diaz")],
        ),
        ("Ana Diaz's killer, Leo Marsh, was jailed for life.", [sentence("life", "Leo Marsh")]),
        (
            "Leo Marsh, 51, of Mill Lane, Kelso, was jailed for 14 months after admitting burglary.",
            [prison("P14M", "Leo Marsh", ANY), pleaded("Leo Marsh", "burglary")],
        ),
    ],
    "abroad": [
        (
            "A court in Minsk jailed the journalist Ana Diaz for eight years for extremism.",
            [prison("P8Y", "Ana Diaz", "extremism", court="court in Minsk")],
        ),
        ("Ana Diaz was sentenced in absentia to 20 years in prison.", [prison("P20Y", "Ana Diaz")]),
        (
            "Ana Diaz was sentenced to six years in a penal colony for insulting the army.",
            [prison("P6Y", "Ana Diaz", "insulting the army")],
        ),
        (
            "Ana Diaz received a ten-year prison term and a fine of 300,000 roubles.",
            [prison("P10Y", "Ana Diaz"), sentence("fine", "Ana Diaz", amount=300000.0, currency="RUB")],
        ),
    ],
    "looking back": [
        (
            "Leo Marsh was released from prison after serving six years for robbery.",
            [prison("P6Y", "Leo Marsh", "robbery")],
        ),
        (
            "Leo Marsh lost his appeal against his ten-year prison sentence for arson.",
            [prison("P10Y", "Leo Marsh", "arson")],
        ),
        ("Leo Marsh's conviction for arson was upheld.", [convicted("Leo Marsh", "arson")]),
        (
            "The governor pardoned Leo Marsh, who was convicted of theft in 1999.",
            [convicted("Leo Marsh", "theft", date="1999")],
        ),
        (
            "Leo Marsh, acquitted of murder in 2010, now runs a bar.",
            [verdict("acquitted", "Leo Marsh", "murder", date="2010")],
        ),
        (
            "Leo Marsh spent 11 years in prison for a murder he did not commit.",
            [prison("P11Y", "Leo Marsh", ANY)],
        ),
        (
            "Leo Marsh, who is serving a life sentence for murder, was charged with smuggling.",
            [sentence("life", "Leo Marsh", "murder"), charge("Leo Marsh", "smuggling")],
        ),
    ],
    "several terms": [
        (
            "Prosecutors sought 15 years, but the judge sentenced Leo Marsh to nine years in prison.",
            [prison("P15Y", "Leo Marsh", status="sought"), prison("P9Y", "Leo Marsh")],
        ),
        (
            "Leo Marsh faced up to 20 years in prison but was sentenced to probation for two years.",
            [
                prison("P20Y", "Leo Marsh", status="possible"),
                sentence("probation", "Leo Marsh", duration="P2Y"),
            ],
        ),
        (
            "Whitcombe was sentenced to four years in prison and Hallam to two years in prison.\n\nThe"
            " businessmen, Daniel Whitcombe and Peter Hallam, were convicted of fraud in May.",
            [
                prison("P4Y", "Daniel Whitcombe", ANY),
                prison("P2Y", "Peter Hallam", ANY),
                convicted("Daniel Whitcombe", "fraud", date="2024-05"),
                convicted("Peter Hallam", "fraud", date="2024-05"),
            ],
        ),
        (
            "Ana Diaz was jailed for six years and Leo Marsh for four years.",
            [prison("P6Y", "Ana Diaz"), prison("P4Y", "Leo Marsh")],
        ),
    ],
    "split endings": [
        (
            "Leo Marsh was acquitted of murder, but the jury deadlocked on a charge of manslaughter.",
            [
                verdict("acquitted", "Leo Marsh", "murder"),
                verdict("mistrial", "Leo Marsh", "manslaughter", method="jury"),
            ],
        ),
        (
            "Leo Marsh pleaded guilty to theft in exchange for the dismissal of a fraud charge.",
            [pleaded("Leo Marsh", "theft")],
        ),
        (
            "Leo Marsh was cleared of all charges by a jury.",
            [verdict("acquitted", "Leo Marsh", method="jury")],
        ),
        (
            "An appeals court reversed Leo Marsh's fraud conviction and ordered a new trial.",
            [verdict("overturned", "Leo Marsh", "fraud", method="appeal")],
        ),
        (
            "Leo Marsh was convicted of three counts of theft and acquitted of two counts of forgery.",
            [
                convicted("Leo Marsh", "theft", counts=3),
                verdict("acquitted", "Leo Marsh", "forgery", counts=2),
            ],
        ),
    ],
    "defendants of the trade": [
        ("Lawyer Leo Marsh pleaded guilty to fraud.", [pleaded("Leo Marsh", "fraud")]),
        ("Officer Leo Marsh was convicted of assault.", [convicted("Leo Marsh", "assault")]),
        ("Former judge Leo Marsh was convicted of bribery.", [convicted("Leo Marsh", "bribery")]),
        ("Deputy Leo Marsh was indicted for perjury.", [charge("Leo Marsh", "perjury", action="indicted")]),
        (
            "Leo Marsh's lawyer, Ana Diaz, said he had pleaded guilty to theft.",
            [pleaded("Leo Marsh", "theft")],
        ),
        ("Detective Ana Diaz charged Leo Marsh with arson.", [charge("Leo Marsh", "arson")]),
        (
            "Bail was set at $50,000 for Leo Marsh, who is charged with arson.",
            [charge("Leo Marsh", "arson")],
        ),
        (
            "Leo Marsh was freed on $50,000 bail after pleading not guilty to arson.",
            [charge("Leo Marsh", "arson", plea="not_guilty")],
        ),
    ],
    "terms for one offense each": [
        (
            "Leo Marsh was sentenced to 12 years in prison: eight years for robbery and four years for kidnapping.",
            [prison("P8Y", "Leo Marsh", "robbery"), prison("P4Y", "Leo Marsh", "kidnapping")],
        ),
        (
            "Leo Marsh was sentenced to 30 years in prison for murder and ten years in prison for arson.",
            [prison("P30Y", "Leo Marsh", "murder"), prison("P10Y", "Leo Marsh", "arson")],
        ),
        (
            "Leo Marsh, who admitted burglary and arson, was jailed for 12 months and six months respectively.",
            [
                pleaded("Leo Marsh", "burglary"),
                pleaded("Leo Marsh", "arson"),
                prison("P12M", "Leo Marsh", "burglary"),
                prison("P6M", "Leo Marsh", "arson"),
            ],
        ),
        (
            "Leo Marsh and Ana Diaz were sentenced to 168 months and 97 months in prison, respectively.",
            [prison("P168M", "Leo Marsh"), prison("P97M", "Ana Diaz")],
        ),
        (
            "Leo Marsh was jailed for 12 months and for six months, making 18 months in all.",
            [prison("P12M", "Leo Marsh"), prison("P6M", "Leo Marsh")],
        ),
    ],
    "the charge told before": [
        (
            "Leo Marsh was charged with arson. The charge carries a maximum sentence of 20 years in prison.",
            [charge("Leo Marsh", "arson"), prison("P20Y", "Leo Marsh", ANY, status="possible")],
        ),
        (
            "Leo Marsh was charged with arson. That charge was dismissed in March, without prejudice.",
            [
                charge("Leo Marsh", "arson"),
                verdict("dismissed", "Leo Marsh", "arson", prejudice="without", date="2024-03"),
            ],
        ),
        (
            "Ana Diaz was convicted of theft on Monday. The governor commuted the sentence to life without parole.",
            [convicted("Ana Diaz", "theft", date="2024-07-08"), sentence("life", "Ana Diaz", ANY, parole="without")],
        ),
        (
            "Leo Marsh denied the killing at Leeds Crown Court. Marsh was charged with murder in June.",
            [charge("Leo Marsh", "murder", plea="not_guilty", court="Leeds Crown Court", date="2024-06")],
        ),
    ],
    "the indictment that charges": [
        (
            "The 14-count indictment charges Leo Marsh with wire fraud and money laundering.",
            [
                charge("Leo Marsh", "wire fraud", action="indicted"),
                charge("Leo Marsh", "money laundering", action="indicted"),
            ],
        ),
    ],
    "one hearing": [
        (
            "Leo Marsh was sentenced Thursday to two years in prison. He was also fined $500.",
            [
                prison("P2Y", "Leo Marsh", date="2024-07-11"),
                sentence("fine", "Leo Marsh", amount=500.0, currency="USD", date="2024-07-11"),
            ],
        ),
        (
            "Leo Marsh was jailed for two years on Thursday. He will also have to pay a $500 fine.",
            [
                prison("P2Y", "Leo Marsh", date="2024-07-11"),
                sentence("fine", "Leo Marsh", amount=500.0, currency="USD", date="2024-07-11"),
            ],
        ),
    ],
    "surnames that two bear": [
        (
            "Leo Marsh was convicted of arson on Thursday. His wife, Dawn Marsh, wept. Marsh faces up to 20 years"
            " in prison.",
            [
                convicted("Leo Marsh", "arson", date="2024-07-11"),
                prison("P20Y", "Leo Marsh", ANY, status="possible"),
            ],
        ),
        (
            'Curtis Marsh, a/k/a "Doc," pleaded guilty to theft. Doc Marsh was fined $500.',
            [
                pleaded("Curtis Marsh", "theft"),
                sentence("fine", "Curtis Marsh", "theft", amount=500.0, currency="USD"),
            ],
        ),
    ],
    "courts of one kind or another": [
        (
            "The tribunal convicted Leo Marsh of genocide and crimes against humanity and sentenced"
            " him to life"
            " imprisonment.",
            [
                convicted("Leo Marsh", "genocide"),
                convicted("Leo Marsh", "crimes against humanity"),
                sentence("life", "Leo Marsh", ANY),
            ],
        ),
        (
            "Leo Marsh, a shop manager, pleaded guilty to theft. Marsh was fined $2,000.",
            [
                pleaded("Leo Marsh", "theft"),
                sentence("fine", "Leo Marsh", "theft", amount=2000.0, currency="USD"),
            ],
        ),
        (
            "A court-martial found Leo Marsh guilty of larceny. The panel sentenced him to 14 months' confinement.",
            [convicted("Leo Marsh", "larceny"), prison("P14M", "Leo Marsh", ANY)],
        ),
    ],
    "penalties told by the way": [
        (
            "Leo Marsh was convicted of arson. He was sentenced to four years in state prison stayed pending five years"
            " of probation.",
            [
                convicted("Leo Marsh", "arson"),
                sentence("suspended", "Leo Marsh", ANY, duration="P4Y"),
                sentence("probation", "Leo Marsh", ANY, duration="P5Y"),
            ],
        ),
        ("Leo Marsh was jailed for arson in 1999.", [sentence("prison", "Leo Marsh", "arson", date="1999")]),
        ("Leo Marsh was jailed on charges of arson.", [charge("Leo Marsh", "arson")]),
        ("Leo Marsh, accused of fraud, was ordered under house arrest.", []),
        (
            "At the time Leo Marsh was on probation for burglary.",
            [sentence("probation", "Leo Marsh", "burglary")],
        ),
        (
            "Leo Marsh was convicted of murder. Prosecutors advocated for a sentence of 41 years in prison.",
            [convicted("Leo Marsh", "murder"), prison("P41Y", "Leo Marsh", ANY, status="sought")],
        ),
        (
            "A jury recommended that Leo Marsh be put to death for the murder of a clerk.",
            [sentence("death", "Leo Marsh", ANY, status="sought")],
        ),
    ],
    "priors": [
        (
            "Leo Marsh is a drifter with two prior convictions for a 1991 robbery and a 1995 carjacking.",
            [convicted("Leo Marsh", "robbery"), convicted("Leo Marsh", "carjacking")],
        ),
    ],
    "rolls": [
        (
            "Eight protesters were charged with trespass. Those charged included Ana Diaz, 34, and Leo Marsh, 27, a"
            " friend of Max Poe.\n\nThe other protesters are Ida Crane, 50, and the jockey Bo Li, 41.",
            [charge(name, "trespass") for name in ("Ana Diaz", "Leo Marsh", "Ida Crane", "Bo Li")],
        ),
        (
            "They charged two others with arson. Those charged are:\n\nAna Diaz, 41, Kelso\nLeo Marsh, 33, Ely\n",
            [charge("Ana Diaz", "arson"), charge("Leo Marsh", "arson")],
        ),
        (
            "Leo Marsh ran the ferry line. Among the charges he faces are forgery and money laundering.",
            [charge("Leo Marsh", "forgery"), charge("Leo Marsh", "money laundering")],
        ),
    ],
    "who is no defendant": [
        ("A 28-year-old Kelso Falls man was charged with arson. He had a dog.", []),
        ("A clerk of Ana Diaz's was sentenced to four years in prison.", []),
        ("Leo Marsh denied the rape allegation when he spoke to the court reporters.", []),
        ("A jury could not agree on the counts concerning Jane Doe #5, and the judge declared a mistrial.", []),
        ("Charging for the ferry has not been ruled out, Leo Marsh told the court.", []),
        (
            "Leo Marsh told reporters. Charging for future ferries has not been ruled out, he said. The court and the"
            " police fight crime.",
            [],
        ),
        ("He faces charges of doping, the athletics body said of Leo Marsh.", []),
    ],
    "what was no charge of its own": [
        (
            "Leo Marsh was found guilty of murder in the commission of a rape, robbery, and burglary.",
            [convicted("Leo Marsh", "murder")],
        ),
        (
            "Ana Diaz is charged with false imprisonment by violence, menace, fraud, or deceit.",
            [charge("Ana Diaz", "false imprisonment by violence, menace, fraud, or deceit")],
        ),
    ],
    "leads": [
        (
            "A former Kelso Highway Patrol (KHP) officer was sentenced to 30 days in jail for theft.\n\nLeo Marsh, 41,"
            " pleaded guilty to theft.",
            [pleaded("Leo Marsh", "theft"), sentence("jail", "Leo Marsh", "theft", duration="P30D")],
        ),
        (
            "Ana Diaz, who struck both Leo Marsh and his friend, was convicted of assault.",
            [convicted("Ana Diaz", "assault")],
        ),
        (
            "Orion, a Kelso-based company, pleaded guilty to tax fraud.",
            [pleaded("Orion", "tax fraud")],
        ),
    ],
    "lists that go on": [
        (
            "Ana Diaz was found guilty of two felony counts each of rape, rape of a woman who was unable to resist,"
            " and forgery, and one count each of driving with a level of .08 or more, possession of a firearm by a"
            " felon, and perjury.",
            [
                convicted("Ana Diaz", "rape", counts=2),
                convicted("Ana Diaz", "rape of a woman", counts=2),
                convicted("Ana Diaz", "forgery", counts=2),
                convicted("Ana Diaz", "driving with a level of .08 or more", counts=1),
                convicted("Ana Diaz", "possession of a firearm by a felon", counts=1),
                convicted("Ana Diaz", "perjury", counts=1),
            ],
        ),
        (
            "Ana Diaz was convicted of two counts of murder for shooting a clerk, a robbery suspect, and Max Poe.",
            [convicted("Ana Diaz", "murder", counts=2)],
        ),
        (
            "Ana Diaz is charged with two counts of special circumstances murder for a double murder and murder"
            " for gain.",
            [charge("Ana Diaz", "special circumstances murder", counts=2)],
        ),
        (
            "Leo Marsh was charged with the arson against a miller and for possession of a firearm by a felon.",
            [charge("Leo Marsh", "arson"), charge("Leo Marsh", "possession of a firearm by a felon")],
        ),
        (
            "Ana Diaz and Leo Marsh are each facing seven (7) counts of grand theft.",
            [charge("Ana Diaz", "grand theft", counts=7), charge("Leo Marsh", "grand theft", counts=7)],
        ),
    ],
    "charges for, charges filed": [
        (
            "Leo Marsh is charged with rape. He is also facing two misdemeanor charges for vandalism and trespass.",
            [
                charge("Leo Marsh", "rape"),
                charge("Leo Marsh", "vandalism", counts=2),
                charge("Leo Marsh", "trespass"),
            ],
        ),
        ("They were charged for a foiled mutiny against Ana Diaz, the queen. Charges for the mutiny were read.", []),
        (
            "Leo Marsh, a roofer, was linked to the killing. Marsh was indicted for theft. The District Attorney filed"
            " murder charges on May 27, 2008.",
            [charge("Leo Marsh", "theft", action="indicted"), charge("Leo Marsh", "murder", date="2008-05-27")],
        ),
        (
            "Ana Diaz and Leo Marsh were charged with theft. Each defendant is charged with burglary.",
            [
                charge("Ana Diaz", "theft"),
                charge("Leo Marsh", "theft"),
                charge("Ana Diaz", "burglary"),
                charge("Leo Marsh", "burglary"),
            ],
        ),
        ("Leo Marsh was charged with three misdemeanor counts.", [charge("Leo Marsh", counts=3)]),
    ],
    "what the law would have allowed": [
        (
            "The judge sentenced Leo Marsh to 13 years in prison out of the maximum sentence of 47 years to life.",
            [
                prison("P13Y", "Leo Marsh"),
                sentence("life", "Leo Marsh", status="possible", min_duration="P47Y"),
            ],
        ),
        (
            "Leo Marsh faces a minimum term of two years and a maximum term of 40 years in prison.",
            [prison("P40Y", "Leo Marsh", status="possible", min_duration="P2Y")],
        ),
        (
            "Leo Marsh faces a maximum of sixteen (16) years in state prison.",
            [prison("P16Y", "Leo Marsh", status="possible")],
        ),
        ("Ana Diaz of the crown office decides whether Leo Marsh should face the death penalty.", []),
    ],
    "terms in a county's jail": [
        (
            "Ana Diaz was sentenced to one year and four months in county jail.",
            [sentence("jail", "Ana Diaz", duration="P1Y4M")],
        ),
        ("Ana Diaz was sentenced to a lifetime jail term.", [sentence("life", "Ana Diaz")]),
    ],
    "one more defendant": [
        (
            "A third defendant pleaded guilty to robbery in July and was sentenced to six years in prison.\n\nThe"
            " police took samples at the scene of the crime.\n\nLeo Marsh, 32, was found guilty of forgery.",
            [convicted("Leo Marsh", "forgery")],
        ),
    ],
    "judges, towns and victims": [
        (
            "Leo Marsh is charged with theft. The Honorable Franco Brill ordered a $500,000 warrant and Marsh faces a"
            " maximum sentence of three years in prison.",
            [charge("Leo Marsh", "theft"), prison("P3Y", "Leo Marsh", "theft", status="possible")],
        ),
        (
            "Ana Diaz, 25, of Port Ellery, Leo Marsh, 21, of Pico Alto and Bo Li, 41, of Kelso have been charged with"
            " the murders of Thomas and Ida Crane. The three defendants could face life in prison.",
            [
                *(charge(name, "murders") for name in ("Ana Diaz", "Leo Marsh", "Bo Li")),
                *(sentence("life", name, "murders", status="possible") for name in ("Ana Diaz", "Leo Marsh", "Bo Li")),
            ],
        ),
        (
            "Leo Marsh, 22, of Kelso, was arrested on a ferry. Marsh slept.\n\nLeo Marsh, de 22 a\xf1os de edad, de la"
            " ciudad de Kelso, y el se\xf1or Bo de Tustin, de la ciudad de Ely, en la corte\n\nThe defendant"
            " is charged with rape.",
            [charge("Leo Marsh", "rape")],
        ),
        (
            "Leo Marsh, Jr. and his wife Ana Marsh were charged with theft.",
            [charge("Leo Marsh", "theft"), charge("Ana Marsh", "theft")],
        ),
    ],
    "told by the lead": [
        (
            "A driver was charged today with three felony counts of murder. In addition to the three homicide charges,"
            " Leo Marsh, 22, Kelso, has been charged with one felony count of fleeing the scene.",
            [
                charge("Leo Marsh", "murder", counts=3, date="2024-07-12"),
                charge("Leo Marsh", "fleeing the scene", counts=1, date="2024-07-12"),
            ],
        ),
        (
            "A teacher believed to have recruited bombers was convicted of terrorism in May and sentenced to ten"
            " years in prison. Leo Marsh, 33, was arrested in March.",
            [
                convicted("Leo Marsh", "terrorism", date="2024-05"),
                prison("P10Y", "Leo Marsh", "terrorism", date="2024-05"),
            ],
        ),
    ],
    "a conviction behind its penalty": [
        (
            "Leo Marsh was sentenced to prison and ordered $9,000 restitution for his May 4, 2011,"
            " conviction of two counts of perjury.",
            [
                convicted("Leo Marsh", "perjury", counts=2, date="2011-05-04"),
                sentence("prison", "Leo Marsh", "perjury"),
                sentence("restitution", "Leo Marsh", "perjury", amount=9000, currency="USD"),
            ],
        ),
        ("Leo Marsh faces a sentencing enhancement for a prior conviction for arson.", []),
    ],
    "what prosecutors may seek": [
        (
            "Leo Marsh was charged with murder. He could face life in prison or they may seek the death penalty.",
            [
                charge("Leo Marsh", "murder"),
                sentence("life", "Leo Marsh", "murder", status="possible"),
                sentence("death", "Leo Marsh", "murder", status="possible"),
            ],
        ),
        ("A minister urged the death sentence on Leo Marsh to be carried out.", []),
    ],
    "one day for all": [
        (
            "Two brothers pleaded guilty today to theft.\n\nLeo Marsh, 30, Kelso, pleaded guilty to three counts of"
            " theft. Bo Marsh, 28, Kelso, pleaded guilty to two counts of theft.",
            [
                pleaded("Leo Marsh", "theft", counts=3, date="2024-07-12"),
                pleaded("Bo Marsh", "theft", counts=2, date="2024-07-12"),
            ],
        ),
        (
            "A Kelso couple was charged today with theft. Leo Marsh, 30, and Ana Marsh, 28, are charged with two counts"
            " of theft.",
            [charge(name, "theft", counts=2, date="2024-07-12") for name in ("Leo Marsh", "Ana Marsh")],
        ),
        (
            "Leo Marsh pleaded guilty to three counts of robbing a clerk and one count of battery on June 26.",
            [
                pleaded("Leo Marsh", "robbing a clerk", counts=3, date="2024-06-26"),
                pleaded("Leo Marsh", "battery", counts=1, date="2024-06-26"),
            ],
        ),
        (
            "Leo Marsh was found guilty of murder in connection with the death of Max Poe on May 25, 2012.",
            [convicted("Leo Marsh", "murder")],
        ),
    ],
    "who is named only next": [
        (
            "The former head of a ferry line was convicted of fraud on Thursday.\n\nLeo Marsh, 61, ran it for years.",
            [convicted("Leo Marsh", "fraud", date="2024-07-11")],
        ),
        (
            "A driver was shot. A jury acquitted the getaway driver. Leo Marsh, 25, was found guilty of arson.",
            [convicted("Leo Marsh", "arson")],
        ),
    ],
    "what stands beside the charge": [
        ("Captain Leo Marsh, facing charges for a mutiny against Ana Diaz, escaped.", [charge("Leo Marsh", "mutiny")]),
        (
            "A jury found Leo Marsh guilty of murder for one clerk and guilty of arson.",
            [convicted("Leo Marsh", "murder", method="jury"), convicted("Leo Marsh", "arson", method="jury")],
        ),
        (
            "Ivan Krasnodarsky was arrested. Krasnodrasky was charged with fraud.",
            [charge("Ivan Krasnodarsky", "fraud")],
        ),
        (
            "Leo Marsh was freed from prison after winning an appeal against his conviction.",
            [verdict("overturned", "Leo Marsh", method="appeal")],
        ),
    ],
    "executed": [
        (
            "Ana Diaz was convicted of murder after Max Poe was executed in a cellar.",
            [convicted("Ana Diaz", "murder")],
        ),
    ],
    "names with what is glued to them": [
        (
            "Ana Diaz,50, Kelso, pleaded guilty to stalking. Administrator Leo Marsh pleaded guilty to theft. Diaz was"
            " jailed for two years.",
            [
                pleaded("Ana Diaz", "stalking"),
                pleaded("Leo Marsh", "theft"),
                prison("P2Y", "Ana Diaz", "stalking"),
            ],
        ),
    ],
    "no second penalty, no second charge": [
        (
            "Leo Marsh was convicted of theft and jailed for two years after the goods were found at home.",
            [convicted("Leo Marsh", "theft"), prison("P2Y", "Leo Marsh", "theft")],
        ),
        (
            "Leo Marsh was convicted of murder and sentenced to ten years after three guards were executed in a shed.",
            [convicted("Leo Marsh", "murder"), prison("P10Y", "Leo Marsh", "murder")],
        ),
        (
            "Leo Marsh was charged with three counts. He is charged with two counts of theft and one count of arson.",
            [charge("Leo Marsh", "theft", counts=2), charge("Leo Marsh", "arson", counts=1)],
        ),
        ("In May 2012 Leo Marsh was charged with theft", [charge("Leo Marsh", "theft", date="2012-05")]),
        ("Leo Marsh won his appeal against a libel verdict in the high court. The jury had been out for a day.", []),
    ],
    "served at home": [
        (
            "SASKATOON - The owner of a daycare will serve two years less a day at home.\n\nAna Diaz, 52, was handed"
            " the conditional sentence on Thursday for fraud.",
            [sentence("house_arrest", "Ana Diaz", "fraud", duration="P2Y", date="2024-07-11")],
        ),
    ],
    "what is held, not planned": [
        (
            "Witnesses are set to appear in the trial of Leo Marsh for the massacre of 148 villagers.",
            [charge("Leo Marsh", "massacre of 148 villagers")],
        ),
    ],
    "two verdicts in one": [
        (
            "The jury found Ana Diaz guilty of theft but not guilty of conspiracy.",
            [
                convicted("Ana Diaz", "theft", method="jury"),
                verdict("acquitted", "Ana Diaz", "conspiracy", method="jury"),
            ],
        ),
    ],
    "Court of Appeal": [
        (
            "The Court of Appeal quashed Leo Marsh's conviction for robbery.",
            [
                verdict("overturned", "Leo Marsh", "robbery", method="appeal", court="Court of Appeal"),
            ],
        ),
    ],
    "on his behalf": [
        (
            "Ana Diaz, a lawyer for Leo Marsh, entered a plea of not guilty to arson on his behalf.",
            [charge("Leo Marsh", "arson", plea="not_guilty")],
        ),
    ],
}

KNOWN_FAILURES: dict[str, list[Row]] = {
    "one more man, named next": [
        (
            "Another man was jailed for six years. Leo Marsh, 32, of Kelso, had robbed a mill.",
            [prison("P6Y", "Leo Marsh")],
        ),
    ],
    "executed, and named only by what had been done": [
        (
            "A Kelso man convicted of murder was beheaded on Tuesday, a ministry said.\n\nIt said Bo Marsh had shot a"
            " clerk.",
            [convicted("Bo Marsh", "murder"), sentence("death", "Bo Marsh", "murder", date="2024-07-09")],
        ),
    ],
    "words without a rule": [
        (
            "Ana Diaz was named in a 12-count indictment.",
            [charge("Ana Diaz", counts=12, action="indicted")],
        ),
    ],
    "counts behind a verb": [
        (
            "Ana Diaz appeared at Exeter Crown Court on Thursday. She denied two counts of fraud.\n\n"
            "Her co-accused, Leo Marsh, admitted theft.",
            [
                charge("Ana Diaz", "fraud", counts=2, plea="not_guilty"),
                pleaded("Leo Marsh", "theft"),
            ],
        ),
    ],
}

TABLE = CHARGES | VERDICTS | SENTENCES | WHO | LONGER


@pytest.mark.parametrize(("text", "expected"), cases(TABLE, KNOWN_FAILURES))
def test_the_facts_of_a_text(text: str, expected: list[Fact], extractor: Extractor) -> None:
    assert difference(expected, facts_of(extractor, text)) == {}


@pytest.mark.parametrize("text", cases(NOTHING))
def test_nothing_may_come_of_it(text: str, extractor: Extractor) -> None:
    assert difference([], facts_of(extractor, text)) == {}


def test_the_evidence_is_cut_from_the_article(extractor: Extractor) -> None:
    """Curly quotes, narrow blanks and a character beyond the basic plane do not shift it."""
    text = (
        "\N{SPARKLES}\N{ADHESIVE BANDAGE} “Enough”, he\u202fsaid.\r\n\r\nIt’s over: Ana Diaz was"
        " convicted of arson, after a jury had listened to nine witnesses. Leo\nMarsh was jailed for"
        " two years."
    )
    records = records_of(extractor, text)
    assert [(r.defendant, r.evidence.text) for r in records] == [
        ("Ana Diaz", "Ana Diaz was convicted of arson"),
        ("Leo Marsh", "Leo\nMarsh was jailed for two years"),
    ]
    assert [text[r.evidence.start : r.evidence.end] for r in records] == [r.evidence.text for r in records]


def test_the_same_text_gives_the_same_ids(extractor: Extractor) -> None:
    text = "Ana Diaz was charged with burglary. Leo Marsh was convicted of arson and jailed for two years."
    first, second = ([record.id for record in records_of(extractor, text)] for _ in range(2))
    assert first == second
    assert len(set(first)) == 3


@pytest.mark.parametrize("text", ["", " \n\n ", "The ferry was late.", "charged", "to life to life to life"])
def test_next_to_nothing_gives_nothing(text: str, extractor: Extractor) -> None:
    assert records_of(extractor, text) == []
