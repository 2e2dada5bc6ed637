"""The case: what belongs together, what stands apart, and what a record takes from its case."""

from __future__ import annotations

import pytest

from casefacts.extractor import Extractor
from casefacts.records import AnyRecord, stated_only
from facts import records_of

# text -> (type, defendant's surname, case) of each record, in text order
Numbers = tuple[str, list[tuple[str, str, int]]]
# text -> the field of each record of the type, in text order
Field = tuple[str, str, str, list[str | None]]

TOGETHER: list[Numbers] = [
    (
        "Leo Marsh was jailed for life in May after being found guilty in a separate trial of murdering Tom Poe. He"
        " pleaded guilty to a charge of hiding a corpse.",
        [("sentence", "Marsh", 1), ("verdict", "Marsh", 1), ("verdict", "Marsh", 1)],
    ),
    (
        "April 2019: Leo Marsh is charged with fraud.\n\nJune 2020: Marsh is convicted of fraud. He is jailed for seven"
        " years.\n\nMay 2022: The Court of Appeal cuts his sentence to five years.",
        [("charge", "Marsh", 1), ("verdict", "Marsh", 1), ("sentence", "Marsh", 1), ("sentence", "Marsh", 1)],
    ),
    (
        "Leo Marsh was jailed for five years over an attack. He had admitted wounding and affray. Marsh had received"
        " three years for the assault.",
        [
            ("sentence", "Marsh", 1),
            ("verdict", "Marsh", 1),
            ("verdict", "Marsh", 1),
            ("sentence", "Marsh", 1),
        ],
    ),
    (
        "Leo Marsh was convicted of manslaughter in 2009. On Friday he was resentenced to 14 years for manslaughter.",
        [("verdict", "Marsh", 1), ("sentence", "Marsh", 1)],
    ),
    (
        "Leo Marsh was convicted of theft in Kelso County in May. Marsh, who had his conviction for theft upheld, was"
        " jailed for a year in June.",
        [("verdict", "Marsh", 1), ("sentence", "Marsh", 1)],
    ),
    (
        "Leo Marsh was charged with theft and fraud in Arden County. He pleaded guilty to theft on Monday.",
        [("charge", "Marsh", 1), ("charge", "Marsh", 1), ("verdict", "Marsh", 1)],
    ),
    (
        "Leo Marsh was convicted last month of grand larceny. He was convicted of second-degree grand larceny and"
        " forgery on May 18, 2024. Marsh was jailed for a year.",
        [("verdict", "Marsh", 1), ("verdict", "Marsh", 1), ("verdict", "Marsh", 1), ("sentence", "Marsh", 1)],
    ),
    (
        "Leo Marsh was convicted on April 18, 2024 of kidnapping. He was convicted of burglary that day by a separate"
        " jury.",
        [("verdict", "Marsh", 1), ("verdict", "Marsh", 1)],
    ),
    (
        "Leo Marsh was convicted of fraud on Friday. He was fined $500 in that case.",
        [("verdict", "Marsh", 1), ("sentence", "Marsh", 1)],
    ),
    (
        "Leo Marsh was convicted of murder in 1997, but it was quashed in 2001. In 2002, he was found guilty at a"
        " retrial. He was jailed for life for murder.",
        [("verdict", "Marsh", 1), ("verdict", "Marsh", 1), ("sentence", "Marsh", 1)],
    ),
    (
        "Leo Marsh was convicted of murder in 2009. In 2011 the Kelso Court of Appeal acquitted Marsh.",
        [("verdict", "Marsh", 1), ("verdict", "Marsh", 1)],
    ),
    (
        "Leo Marsh, who had previously pleaded guilty to bribery and perjury, was jailed for six years.",
        [("verdict", "Marsh", 1), ("verdict", "Marsh", 1), ("sentence", "Marsh", 1)],
    ),
    (
        "Leo Marsh was charged with bribery. He pleaded guilty on Tuesday. The sentence was a fine of $8,000.",
        [("charge", "Marsh", 1), ("verdict", "Marsh", 1), ("sentence", "Marsh", 1)],
    ),
    (
        "Leo Marsh was charged with arson in March. He pleaded guilty in May. On Monday he was jailed for six years.",
        [("charge", "Marsh", 1), ("verdict", "Marsh", 1), ("sentence", "Marsh", 1)],
    ),
    (
        "Ana Diaz was convicted of murder in 2011. The conviction was quashed in 2014. A jury acquitted Diaz in 2015.",
        [("verdict", "Diaz", 1), ("verdict", "Diaz", 1), ("verdict", "Diaz", 1)],
    ),
    (
        "Leo Marsh was charged with arson. Ana Diaz was charged with theft. Marsh was jailed for six years.",
        [("charge", "Marsh", 1), ("charge", "Diaz", 2), ("sentence", "Marsh", 1)],
    ),
]
APART: list[Numbers] = [
    (
        "Leo Marsh was jailed for six years for theft in May 2017. While serving that term he was given a further two "
        "years for drug offences in August last year.",
        [("sentence", "Marsh", 1), ("sentence", "Marsh", 2)],
    ),
    (
        "Leo Marsh pleaded guilty to assault and was jailed for two years in May. At the time of the attack Marsh was "
        "in jail, charged with criminal contempt.",
        [("verdict", "Marsh", 1), ("sentence", "Marsh", 1), ("charge", "Marsh", 2)],
    ),
    (
        "Leo Marsh, who was already serving two life sentences, asked a judge for a quick trial. Marsh was charged with"
        " murder for stabbing an inmate on May 9, 2019. He was convicted in 2015 for the murders of two clerks.",
        [("sentence", "Marsh", 1), ("charge", "Marsh", 2), ("verdict", "Marsh", 1)],
    ),
    (
        "In 2003, Ana Diaz set fire to a barn. She was jailed for two years for arson. In 2012, Diaz stole £30,000 from"
        " a shop. She pleaded guilty to theft. On Monday Diaz was charged with murder.",
        [("sentence", "Diaz", 1), ("verdict", "Diaz", 2), ("charge", "Diaz", 3)],
    ),
    (
        "Leo Marsh was released.\n\nNightclub brawl - Marsh punched a guard. He admitted it and was fined £900."
        "\n\nAirport row - Marsh pleaded guilty to assaulting a pilot - he was ordered to do community service\n\n"
        "Hotel damage - Marsh was accused of wrecking a suite - the charges were dropped",
        [("sentence", "Marsh", 1), ("verdict", "Marsh", 2), ("sentence", "Marsh", 2), ("verdict", "Marsh", 3)],
    ),
    (
        "Leo Marsh was convicted of murder on Friday. He feared that the victim would report the van, though he was"
        " convicted of that crime and was sentenced to three years in prison. He will be sentenced in August.",
        [("verdict", "Marsh", 1), ("sentence", "Marsh", 2)],
    ),
    (
        "Ana Diaz faces life in prison after a jury convicted her of murder. The victim had reported her for stealing"
        " his cards. She was eventually sentenced to a year in prison for that theft.",
        [("sentence", "Diaz", 1), ("verdict", "Diaz", 1), ("sentence", "Diaz", 2)],
    ),
    (
        "TIMELINE\n\n1996: Leo Marsh is jailed for a year for theft.\n\nJune 2015: Marsh is convicted of burglary. He"
        " is jailed for two years.",
        [("sentence", "Marsh", 1), ("verdict", "Marsh", 2), ("sentence", "Marsh", 2)],
    ),
    (
        "Leo Marsh pleaded guilty to murder on Friday. Marsh was arrested in April on charges of assault. That case is"
        " still pending. He faces up to 60 years in prison.",
        [("verdict", "Marsh", 1), ("charge", "Marsh", 2), ("sentence", "Marsh", 1)],
    ),
    (
        "Leo Marsh was convicted of murder in May. He was indicted for perjury in June.",
        [("verdict", "Marsh", 1), ("charge", "Marsh", 2)],
    ),
    (
        "Leo Marsh was found guilty of theft. He has convictions for burglary and assault. He was fined £200.",
        [("verdict", "Marsh", 1), ("verdict", "Marsh", 2), ("verdict", "Marsh", 2), ("sentence", "Marsh", 1)],
    ),
    (
        "Leo Marsh was jailed for nine years for rape. Marsh was previously jailed for two years in 2014 for rape.",
        [("sentence", "Marsh", 1), ("sentence", "Marsh", 2)],
    ),
    (
        "Leo Marsh was jailed for 14 years on Friday for manslaughter. He was convicted of manslaughter in 2002.",
        [("sentence", "Marsh", 1), ("verdict", "Marsh", 2)],
    ),
    (
        "Leo Marsh was convicted of arson on Friday. He still faces a pending charge of perjury.",
        [("verdict", "Marsh", 1), ("charge", "Marsh", 2)],
    ),
    (
        "Leo Marsh pleaded guilty to robbery on Monday. He is also awaiting trial in Arden for kidnapping.",
        [("verdict", "Marsh", 1), ("charge", "Marsh", 2)],
    ),
    (
        "Ana Diaz was jailed for six years in May 2022. She is facing a further charge of assaulting a guard.",
        [("sentence", "Diaz", 1), ("charge", "Diaz", 2)],
    ),
    (
        "Leo Marsh was jailed for life over a killing. He faces another charge of escaping from custody.",
        [("sentence", "Marsh", 1), ("charge", "Marsh", 2)],
    ),
    (
        "Leo Marsh was convicted of murder on Friday. Marsh served seven years in prison for armed robbery.",
        [("verdict", "Marsh", 1), ("sentence", "Marsh", 2)],
    ),
    (
        "Leo Marsh was charged with murder. He was on probation for a 2020 conviction for drug possession.",
        [("charge", "Marsh", 1), ("sentence", "Marsh", 2), ("verdict", "Marsh", 2)],
    ),
    (
        "Leo Marsh was convicted of rape by a jury. He is presently serving ten years in prison after pleading guilty"
        " to kidnapping.",
        [("verdict", "Marsh", 1), ("sentence", "Marsh", 2), ("verdict", "Marsh", 2)],
    ),
    (
        "Leo Marsh was found guilty of manslaughter on Friday. He had been jailed for three years for burglary.",
        [("verdict", "Marsh", 1), ("sentence", "Marsh", 2)],
    ),
    (
        "Leo Marsh was jailed for ten months on Monday for dangerous driving. In 2021 he had been convicted of drink"
        " driving and banned from driving for a year.",
        [("sentence", "Marsh", 1), ("verdict", "Marsh", 2), ("sentence", "Marsh", 2)],
    ),
    (
        "Leo Marsh was jailed for 12 years in Kelso County for burglary. In Arden County, he was jailed for five years"
        " for fraud.",
        [("sentence", "Marsh", 1), ("sentence", "Marsh", 2)],
    ),
    (
        "Leo Marsh was jailed for two years at Kelso Crown Court for fraud. He was jailed for a year at Arden Crown"
        " Court in May for theft.",
        [("sentence", "Marsh", 1), ("sentence", "Marsh", 2)],
    ),
    (
        "Leo Marsh was banned from driving for two years in March after admitting drink driving. After this latest"
        " offence, magistrates banned him from driving for six years.",
        [("sentence", "Marsh", 1), ("verdict", "Marsh", 1), ("sentence", "Marsh", 2)],
    ),
    (
        "On Monday Ana Diaz pleaded guilty to burglary and was jailed for a year. Last June she walked free after she"
        " admitted possessing cocaine, and was given only a two-year good behaviour bond.",
        [("verdict", "Diaz", 1), ("sentence", "Diaz", 1), ("sentence", "Diaz", 2), ("verdict", "Diaz", 2)],
    ),
    (
        "After Leo Marsh was convicted of stalking in 2019, he moved to Kelso. On Friday a jury found him guilty of"
        " murder.",
        [("verdict", "Marsh", 1), ("verdict", "Marsh", 2)],
    ),
    (
        "Leo Marsh was jailed for two years for theft in Kelso. He was also under indictment in Arden County. In May"
        " 2023, he pleaded guilty to forgery and received a sentence of one year in prison.",
        [("sentence", "Marsh", 1), ("verdict", "Marsh", 2), ("sentence", "Marsh", 2)],
    ),
    (
        "Leo Marsh was jailed for two years for fraud on Monday. Separately, he was charged in the Arden District. He"
        " pleaded guilty to fraud in May 2023.",
        [("sentence", "Marsh", 1), ("verdict", "Marsh", 2)],
    ),
    (
        "Ana Diaz was convicted of perjury on Monday. Additionally, Diaz was prosecuted in Arden County. She was"
        " convicted of perjury in May 2023.",
        [("verdict", "Diaz", 1), ("verdict", "Diaz", 2)],
    ),
    (
        "Leo Marsh was charged with kidnapping. The paper reports that Marsh was previously convicted of kidnapping.",
        [("charge", "Marsh", 1), ("verdict", "Marsh", 2)],
    ),
    (
        "Leo Marsh was convicted of theft in 2015. He was previously convicted of theft in 2013 and jailed for a year.",
        [("verdict", "Marsh", 1), ("verdict", "Marsh", 2), ("sentence", "Marsh", 2)],
    ),
    (
        "Leo Marsh was jailed for two years for lying to police. He had a previous conviction for drink driving."
        " Marsh admitted perverting the course of justice.",
        [("sentence", "Marsh", 1), ("verdict", "Marsh", 2), ("verdict", "Marsh", 1)],
    ),
    (
        "Leo Marsh was charged with theft on Friday. He had a prior conviction for arson. Marsh was jailed for a year.",
        [("charge", "Marsh", 1), ("verdict", "Marsh", 2), ("sentence", "Marsh", 1)],
    ),
    (
        "Leo Marsh was jailed for six years for arson. He was jailed for a further two years. The extra term was in an"
        " unrelated case.",
        [("sentence", "Marsh", 1), ("sentence", "Marsh", 2)],
    ),
    (
        "Leo Marsh was sentenced today to 20 years in prison for manslaughter. Marsh was sentenced to an additional 10"
        " years in prison following his guilty plea to attempted assault. The additional sentence is for attacking a"
        " cellmate, in a separate case.",
        [("sentence", "Marsh", 1), ("sentence", "Marsh", 2), ("verdict", "Marsh", 2)],
    ),
    (
        "Leo Marsh was convicted of conspiracy on Friday. Marsh was once arrested over a bar fight. He got two years of"
        " probation in that case.",
        [("verdict", "Marsh", 1), ("sentence", "Marsh", 2)],
    ),
    (
        "Leo Marsh was convicted of fraud on Friday. Marsh was found with a stolen gun ten years ago. He was fined $500"
        " in that case.",
        [("verdict", "Marsh", 1), ("sentence", "Marsh", 2)],
    ),
    (
        "Leo Marsh is charged with second-degree assault on an indictment. He has also been charged with third-degree"
        " assault in a separate complaint.",
        [("charge", "Marsh", 1), ("charge", "Marsh", 2)],
    ),
    (
        "Leo Marsh was charged with murder and assault on Monday. He has also been charged with assault on a separate"
        " criminal complaint.",
        [("charge", "Marsh", 1), ("charge", "Marsh", 1), ("charge", "Marsh", 2)],
    ),
    (
        "Ana Diaz is charged with theft and forgery. She is also charged with theft in a separate indictment.",
        [("charge", "Diaz", 1), ("charge", "Diaz", 1), ("charge", "Diaz", 2)],
    ),
    (
        "Leo Marsh faces nine federal charges, including wire fraud. He also faces charges of theft in Kelso County,"
        " but the federal trial will take place first.",
        [("charge", "Marsh", 1), ("charge", "Marsh", 2)],
    ),
    (
        "Leo Marsh was indicted in federal court on charges of bank fraud. He was also charged by Kelso County"
        " prosecutors with theft and forgery.",
        [("charge", "Marsh", 1), ("charge", "Marsh", 2), ("charge", "Marsh", 2)],
    ),
    (
        "Leo Marsh was jailed for six years for theft. It came a day after Marsh was given ten years in another case in"
        " which he was convicted of revealing secrets.",
        [("sentence", "Marsh", 1), ("sentence", "Marsh", 2), ("verdict", "Marsh", 2)],
    ),
    (
        "Judge Ida Lund sentenced Leo Marsh to a further four months in prison. Marsh was convicted of arson in 2017"
        " and jailed for six years.",
        [("sentence", "Marsh", 1), ("verdict", "Marsh", 2), ("sentence", "Marsh", 2)],
    ),
    (
        "Leo Marsh was convicted of theft in May. He has since been charged with arson.",
        [("verdict", "Marsh", 1), ("charge", "Marsh", 2)],
    ),
    (
        "Leo Marsh was charged on Monday with arson. In 2009 he was convicted of theft.",
        [("charge", "Marsh", 1), ("verdict", "Marsh", 2)],
    ),
    (
        "Leo Marsh was charged on Monday with arson. In a separate case he was indicted for perjury.",
        [("charge", "Marsh", 1), ("charge", "Marsh", 2)],
    ),
    (
        "Leo Marsh was convicted of arson in 2009 and jailed for two years. Marsh was charged with arson on Monday.",
        [("verdict", "Marsh", 1), ("sentence", "Marsh", 1), ("charge", "Marsh", 2)],
    ),
    (
        "Leo Marsh was convicted of perjury in March. In another trial a jury convicted Marsh of arson in June.",
        [("verdict", "Marsh", 1), ("verdict", "Marsh", 2)],
    ),
]

OFFENSES: list[Field] = [
    (
        "sought after a conviction",
        "A court convicted Leo Marsh of arson. The prosecutor, Ida Lund, has asked for six years in prison for him.",
        "sentence",
        ["arson"],
    ),
    (
        "a deed that is the name of a crime, beside another conviction",
        "Leo Marsh was convicted of murder in 2013. Marsh was also jailed for five years for perverting the course of"
        " justice.",
        "sentence",
        ["perverting the course of justice"],
    ),
    (
        "an indictment in the story of what was judged",
        "Leo Marsh was convicted of theft. The owner discovered the fraud in 2015. Marsh was indicted in March 2017.",
        "charge",
        ["theft"],
    ),
    (
        "what the accused formed, and others did",
        "Leo Marsh was charged with being part of an unlawful assembly that committed the crime. He was jailed for"
        " life.",
        "sentence",
        [None],
    ),
    (
        "a gang by which it was done",
        "Leo Marsh was charged with joining a gang that carried out a raid. Marsh was jailed for six years.",
        "sentence",
        [None],
    ),
    (
        "a group that had done it",
        "Leo Marsh was charged with membership of a terrorist group which had carried out the attack. Marsh was jailed"
        " for six years.",
        "sentence",
        [None],
    ),
    (
        "a crime of which more is told",
        "Leo Marsh was charged with a robbery that had shocked Kelso. Marsh was jailed for six years.",
        "sentence",
        ["robbery"],
    ),
    (
        "a crime that nothing ties to a court",
        "The village feared arson for years. Leo Marsh was jailed for six years on Friday.",
        "sentence",
        [None],
    ),
    (
        "some of several",
        "Leo Marsh was convicted of five felonies, including theft. He was jailed for six years.",
        "sentence",
        [None],
    ),
    (
        "more than the one that is named",
        "Leo Marsh was convicted of theft. He was jailed for six years for his crimes.",
        "sentence",
        [None],
    ),
    (
        "what the sentencing was for, told apart from the term",
        "Leo Marsh was jailed for six years. He was sentenced on Friday for the theft of a van.",
        "sentence",
        ["theft of a van"],
    ),
    (
        "somebody else was cleared of it in the same sentence",
        "Leo Marsh, 18, was found guilty of murder while the youth was cleared of murder by a jury.",
        "verdict",
        ["murder"],
    ),
    (
        "the name under which the deed of the lead was judged",
        "A Kelso man was jailed for six years for fatally striking a deliveryman. Leo Marsh, 30, pleaded guilty to"
        " second-degree manslaughter.",
        "sentence",
        ["second-degree manslaughter"],
    ),
    (
        "a deed that no rule knows, judged under several names",
        "Leo Marsh was jailed for six years for bleeding his clients dry. He was convicted of theft and forgery.",
        "sentence",
        ["bleeding his clients dry"],
    ),
    (
        "which of two charges the headline means",
        "Two cleared of killing a neighbour\n\nA judge acquitted Leo Marsh and Ana Diaz on Monday. They had faced"
        " charges of murder and violent disorder.",
        "verdict",
        ["murder", "murder"],
    ),
    (
        "the headline's, where the text names none",
        "Trader convicted for illegal marriage and jailed for seven years\n\nA court ruled on Monday that the wedding"
        " broke the law, and jailed Leo Marsh for seven years.",
        "sentence",
        ["illegal marriage"],
    ),
    (
        "a headline's verb is no name",
        "Driver is jailed for eight years after trying to smuggle whisky into Kelso\n\nA driver has been jailed for"
        " eight years after trying to sneak whisky into Kelso. Leo Marsh, 45, was caught at the docks.",
        "sentence",
        [None],
    ),
    (
        "the top count is the first",
        "Leo Marsh is charged with second-degree murder and arson. He faces up to 19 years in jail if convicted of"
        " the top count.",
        "sentence",
        ["second-degree murder"],
    ),
    (
        "of a penalty that is added",
        "Leo Marsh was jailed for six years on Monday for fraud. He pleaded guilty to perjury and theft. He was also"
        " fined £500.",
        "sentence",
        ["fraud", "fraud"],
    ),
    (
        "for something that no rule knows",
        "Leo Marsh was jailed on Monday for ten years for perjury. On Tuesday Marsh was jailed for 14 years for the"
        " sale of state gifts.",
        "sentence",
        ["perjury", None],
    ),
    (
        "each penalty its own, with degree and counts",
        "Leo Marsh was jailed for eight years for two counts of robbery and two years for second-degree attempted"
        " arson.",
        "sentence",
        ["robbery", "second-degree attempted arson"],
    ),
    (
        "of a charge that the sentence before names",
        "Two burglary charges were laid against Leo Marsh. One was withdrawn by the prosecution. He pleaded guilty to"
        " the other.",
        "verdict",
        ["burglary", "burglary"],
    ),
    (
        "of a conviction that is reversed in the next sentence",
        "A forgery conviction that Leo Marsh received in 2016 no longer stands. An appeals court reversed it in"
        " October. Prosecutors then dropped the charge.",
        "verdict",
        ["forgery", "forgery", "forgery"],
    ),
    (
        "not what the other matter was for",
        "Judge Ida Lund sentenced Leo Marsh to a further four months in prison. Marsh was convicted of arson in 2017"
        " and jailed for six years.",
        "sentence",
        [None, "arson"],
    ),
    (
        "of the one charge",
        "Leo Marsh was charged with arson last year. A jury convicted Marsh on Monday.",
        "verdict",
        ["arson"],
    ),
    (
        "of what was dismissed",
        "Leo Marsh was charged with arson in March. The charge was dismissed on Monday.",
        "verdict",
        ["arson"],
    ),
    (
        "of several charges none",
        "Leo Marsh was charged with arson and theft. A jury convicted Marsh on Monday.",
        "verdict",
        [None],
    ),
    (
        "of all that the verdict was on",
        "Leo Marsh was convicted of arson and theft. He was jailed for six years.",
        "sentence",
        ["arson and theft"],
    ),
    (
        "a deed by its name",
        "Leo Marsh was convicted of murder. On Monday Marsh was jailed for 20 years for killing his neighbour.",
        "sentence",
        ["murder"],
    ),
    (
        "the article's only one, told later",
        "Leo Marsh got five years in prison on Wednesday. He had worked for the bank. The crime was forgery.",
        "sentence",
        ["forgery"],
    ),
    (
        "the name of the case",
        "Leo Marsh was jailed for six years on Monday in a case related to smuggling of cigarettes.",
        "sentence",
        ["smuggling of cigarettes"],
    ),
    (
        "not what somebody else did",
        "Ana Diaz was convicted of theft on Monday. Leo Marsh was jailed for six years.",
        "sentence",
        [None],
    ),
    (
        "who was convicted of it was acquitted of something else",
        "A jury convicted Leo Marsh of arson on Monday. On count two the jury acquitted him.",
        "verdict",
        ["arson", None],
    ),
    (
        "a total names none",
        "Leo Marsh was charged with arson. He was found guilty on all 12 counts.",
        "verdict",
        [None],
    ),
    (
        "what a party asks for is left as it is worded",
        "Leo Marsh was charged with arson. Prosecutors asked for six years in prison for Marsh.",
        "sentence",
        [None],
    ),
    (
        "not across matters",
        "Leo Marsh was charged on Monday with arson. In 2009 Marsh was convicted of theft. He was jailed for a year.",
        "sentence",
        ["theft"],
    ),
]

DATES: list[Field] = [
    (
        "not of the conviction that a penalty is for",
        "Judge Ida Lund today jailed Leo Marsh for 12 years on his arson conviction.",
        "verdict",
        [None],
    ),
    (
        "of the plea, and not of the term that follows it",
        "Leo Marsh was sentenced two to five years in prison by Judge Ida Lund following his guilty plea to attempted"
        " assault as a hate crime on March 23, 2024.",
        "sentence",
        [None],
    ),
    (
        "not of the convictions that somebody has",
        "Leo Marsh, a baker with convictions for arson, was jailed on Friday for theft.",
        "verdict",
        [None],
    ),
    (
        "a crime of one word, and then the day of the verdict",
        "After Leo Marsh was convicted of stalking in 2019, he moved to Kelso. On Friday a jury found him guilty of"
        " murder.",
        "verdict",
        ["2019", "2024-07-12"],
    ),
    (
        "not of what came within the term",
        "Leo Marsh died in 2018, six years into his ten-year sentence for fraud.",
        "sentence",
        [None],
    ),
    (
        "not of what came at the middle of the term",
        "Leo Marsh was hurt in May 2021, midway into his ten-year jail sentence for fraud.",
        "sentence",
        [None],
    ),
    ("of the term", "Leo Marsh got a ten-year sentence for fraud in 2019.", "sentence", ["2019"]),
    (
        "not of a pardon",
        "Leo Marsh was convicted of murder in 2016. He received the death penalty. After an election in 2019, the"
        " president granted a pardon to Marsh.",
        "sentence",
        [None],
    ),
    (
        "not of a medal",
        "Leo Marsh was given a medal in 2019. Marsh was jailed for fraud for six years.",
        "sentence",
        [None],
    ),
    (
        "of the sentencing that was announced",
        "Leo Marsh was sentenced on Monday. Marsh was jailed for fraud for six years.",
        "sentence",
        ["2024-07-08"],
    ),
    (
        "that month of the year told last",
        "Leo Marsh pleaded guilty to theft in May 2017. He was then sentenced to a year in prison that September.",
        "sentence",
        ["2017-09"],
    ),
    (
        "the plea before the sentencing",
        "Leo Marsh was sentenced to six years on Tuesday after pleading guilty to theft.",
        "verdict",
        [None],
    ),
    (
        "that of who stood there, too",
        "Leo Marsh was jailed for theft for two years on Monday. Ana Diaz received three years in jail for the theft.",
        "sentence",
        ["2024-07-08", "2024-07-08"],
    ),
    (
        "not that of the next one in a round-up",
        "Leo Marsh was jailed for theft for two years on Monday. Ana Diaz received three years in jail for fraud.",
        "sentence",
        ["2024-07-08", None],
    ),
    (
        "not that of who was jailed at another time",
        "Leo Marsh was jailed for theft for two years on Monday. Ana Diaz, who was jailed for three years, left.",
        "sentence",
        ["2024-07-08", None],
    ),
    (
        "that of the filing told on",
        "Leo Marsh was indicted Tuesday on charges of fraud. A jury indicted Marsh on charges of false accounting.",
        "charge",
        ["2024-07-09", "2024-07-09"],
    ),
    (
        "not that of the conviction which it followed",
        "Leo Marsh was sentenced to six years in prison following his conviction of arson last month.",
        "sentence",
        [None],
    ),
    (
        "not that by which the case is known",
        "Leo Marsh was jailed for life over the Kelso murder case in 2000.",
        "sentence",
        [None],
    ),
    (
        "of the conviction that was received",
        "The forgery conviction that Leo Marsh received in 2016 no longer stands.",
        "verdict",
        ["2016"],
    ),
    (
        "not of what another court imposed",
        "Leo Marsh was jailed for 14 years for theft. He was also jailed in August by another court for three years.",
        "sentence",
        [None, "2023-08"],
    ),
    (
        "of the trial",
        "A jury convicted Leo Marsh of arson on Thursday. He was also found guilty of theft.",
        "verdict",
        ["2024-07-11", "2024-07-11"],
    ),
    (
        "of the sentencing that a bare statement dates",
        "A trader was jailed for six years.\n\nLeo Marsh, a trader, was jailed for six years. Marsh was sentenced"
        " on Tuesday.",
        "sentence",
        ["2024-07-09"],
    ),
    (
        "not across a retrial",
        "Leo Marsh was convicted of murder in 2011. The conviction was quashed in 2014. The jury acquitted Marsh.",
        "verdict",
        ["2011", "2014", None],
    ),
    (
        "not the deed's",
        "Leo Marsh was convicted of stabbing a man on May 5, 2022. He was jailed for six years.",
        "sentence",
        [None],
    ),
    (
        "not the birth's",
        "Leo Marsh (dob 10/8/84) was convicted of arson. He was jailed for six years.",
        "verdict",
        [None],
    ),
    (
        "a week is no day, and no other hearing's",
        "Leo Marsh was jailed for six years last week. He was fined £500 on Tuesday for theft.",
        "sentence",
        ["2024-07", "2024-07-09"],
    ),
    (
        "of people charged in one breath",
        "Charges of arson were filed on Monday against Leo Marsh. Theft charges were also filed against Ana Diaz.",
        "charge",
        ["2024-07-08", "2024-07-08"],
    ),
]

BENCH: list[Field] = [
    (
        "of a hearing to come",
        "Leo Marsh will appear in court today before Kelso Supreme Court Justice Ida Lund. Marsh was convicted of"
        " murder and jailed for life.",
        "judge",
        [None, None],
    ),
    (
        "not of a verdict told aside with its year",
        "Ana Diaz, who was convicted of perjury in 2016, was jailed on Friday for four years for fraud. Judge Ida Lund"
        " said she had learned nothing.",
        "judge",
        [None, "Ida Lund"],
    ),
    (
        "a headline, and the line below",
        "Witness lied, and Judge Unfair\nHarbor District Attorney Ida Lund said that Leo Marsh was convicted of arson.",
        "judge",
        [None],
    ),
    (
        "contempt of court",
        "The High Court jailed Leo Marsh for Contempt of Court for three years.",
        "court",
        ["High Court"],
    ),
    (
        "not of who undid a pardon",
        "The Kelso High Court's reversal of a pardon for Leo Marsh, who was sentenced to death for murder, came as a"
        " surprise.",
        "court",
        [None],
    ),
    (
        "not of the appeal",
        "The Kelso High Court heard the appeal of Leo Marsh, who was jailed for six years for fraud.",
        "court",
        [None],
    ),
    (
        "of the one of two that did not review it",
        "Kelso Crown Court said that the Court of Appeal had upheld the sentence of Leo Marsh, jailed for six years for"
        " fraud.",
        "court",
        ["Kelso Crown Court"],
    ),
    (
        "of who jailed",
        "The Kelso High Court jailed Leo Marsh for six years for fraud.",
        "court",
        ["Kelso High Court"],
    ),
    (
        "of an appeal",
        "Leo Marsh was convicted of fraud on Friday. Judge Ida Lund of Kelso County Court upheld his appeal over bail.",
        "judge",
        [None],
    ),
    (
        "a judge of a tribunal",
        "A tribunal jailed Leo Marsh for life. Judge Omar Lund of Speedy Trial Tribunal-4 delivered the verdict.",
        "court",
        ["Speedy Trial Tribunal-4"],
    ),
    (
        "the tribunal spoken of",
        "The Kelso Special Tribunal-2 heard the case. On Monday the tribunal indicted Leo Marsh for murder.",
        "court",
        ["Kelso Special Tribunal-2"],
    ),
    (
        "a court without a name is not the one named next",
        "Leo Marsh was jailed for theft last year by a court in Paris. Kelso High Court heard Monday that he is ill.",
        "court",
        ["court in Paris"],
    ),
    (
        "the one that handed down the verdict",
        "A Kelso court on Monday jailed Leo Marsh for six years for arson. He is 50. Justice Ida Lund of the Kelso"
        " Sessions Court-3 handed down the verdict.",
        "court",
        ["Kelso Sessions Court-3"],
    ),
    (
        "who handed down the verdict",
        "A Kelso court on Monday jailed Leo Marsh for six years for arson. He is 50. Justice Ida Lund of the Kelso"
        " Sessions Court-3 handed down the verdict.",
        "judge",
        ["Ida Lund"],
    ),
    (
        "who directed the panel",
        "Leo Marsh was acquitted of arson on Monday. It ended a long trial. Judge Ida Lund directed the panel to clear"
        " him.",
        "judge",
        ["Ida Lund"],
    ),
    (
        "initials in full",
        "The International Crimes Tribunal opened in 2010. The ICT sentenced Leo Marsh to death on Monday for murder.",
        "court",
        ["International Crimes Tribunal"],
    ),
    (
        "two justices",
        "Leo Marsh was acquitted on Monday of arson. Justices Ida Lund and Max Poe held that there was no evidence.",
        "judge",
        ["Ida Lund and Max Poe"],
    ),
    (
        "not who imposed another penalty",
        "Judge Ida Lund sentenced Leo Marsh to a further four months in prison. Marsh was convicted of arson in 2017"
        " and jailed for six years.",
        "judge",
        ["Ida Lund", None, None],
    ),
    (
        "said behind a lone quotation mark",
        'A judge dismissed the charges against Leo Marsh on Monday. "\nThe loss was great," Judge Ida Lund said.',
        "judge",
        ["Ida Lund"],
    ),
    (
        "court with its district",
        "Leo Marsh was jailed for six years on Monday in the U.S. District Court for the Northern District of Ohio.",
        "court",
        ["U.S. District Court for the Northern District of Ohio"],
    ),
    (
        "court of common pleas",
        "Leo Marsh was jailed for six years in Kelso County Court of Common Pleas.",
        "court",
        ["Kelso County Court of Common Pleas"],
    ),
    (
        "a court by its town",
        "A Kelso court jailed Leo Marsh for six years for arson.",
        "court",
        ["Kelso court"],
    ),
    (
        "no court by its country",
        "A Pakistani court jailed Leo Marsh for six years for arson.",
        "court",
        [None],
    ),
    (
        "court and justice in one",
        "Leo Marsh was jailed for six years on Monday by Harbor Supreme Court Justice Ida Lund.",
        "court",
        ["Harbor Supreme Court"],
    ),
    (
        "the justice behind the court",
        "Leo Marsh was jailed for six years on Monday by Harbor Supreme Court Justice Ida Lund.",
        "judge",
        ["Ida Lund"],
    ),
    (
        "Mr Justice",
        "Mr Justice Arlow jailed Leo Marsh for six years for arson.",
        "judge",
        ["Arlow"],
    ),
    (
        "a name with abbreviations",
        "Judge Wm. St. Cloud sentenced Leo Marsh to six years in prison for arson.",
        "judge",
        ["Wm. St. Cloud"],
    ),
    (
        "not of the sentencing for the verdict",
        "Leo Marsh was found guilty of arson last month and sentenced on Monday at Kelso Crown Court to two years in"
        " prison.",
        "court",
        [None, "Kelso Crown Court"],
    ),
    (
        "not of a later hearing",
        "Leo Marsh was convicted of arson on Monday. He will be sentenced by Judge Ida Lund on August 9.",
        "judge",
        [None],
    ),
    (
        "told in the next sentence",
        "Leo Marsh was jailed on Monday for six years for arson. Kelso Crown Court heard that he had debts.",
        "court",
        ["Kelso Crown Court"],
    ),
]

COUNTS: list[tuple[str, list[int | None]]] = [
    ("Leo Marsh was found guilty of two trademark offences.", [2]),
    ("Leo Marsh was convicted of the four murders.", [4]),
    ("Leo Marsh was convicted of six murders and two attempted murders.", [6, 2]),
    ("Leo Marsh was convicted of one civil rights violation.", [1]),
    ("Leo Marsh was convicted of 68 counts of fraud, theft and various other charges.", [None, None]),
    ("Two burglary charges were laid against Leo Marsh. One was withdrawn by the prosecution.", [2, 1]),
]

METHODS: list[tuple[str, list[str | None]]] = [
    ("Leo Marsh was convicted of arson after a six-day jury trial.", ["jury"]),
    ("Leo Marsh was convicted of arson on Monday following a bench trial.", ["judge"]),
    ("Leo Marsh was convicted of arson on Monday by Justice Ida Lund.", ["judge"]),
    ("A jury convicted Leo Marsh of arson on Monday. Marsh was also convicted of theft.", ["jury", "jury"]),
    ("Leo Marsh was acquitted of arson on Monday. A judge ruled that there was no evidence.", ["judge"]),
    ("Leo Marsh was convicted of arson on Monday.", [None]),
]


def ids(rows: list[Field]) -> list[str]:
    return [row[0] for row in rows]


def named(records: list[AnyRecord], type_: str | None = None) -> list[AnyRecord]:
    return [record for record in records if record.defendant[0].isupper() and type_ in (None, record.type)]


@pytest.mark.parametrize(("text", "expected"), [*TOGETHER, *APART])
def test_number_of_the_case(extractor: Extractor, text: str, expected: list[tuple[str, str, int]]) -> None:
    found = [(record.type, record.defendant.split()[-1], record.case) for record in named(records_of(extractor, text))]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A young constable was jailed for four years for taking a bribe. The constable was fined £2,000.", [1, 1]),
        ("A driver could face ten years in jail. The 40-year-old driver was charged with arson.", [1, 1]),
        ("A 30-year-old driver was charged with theft. The 40-year-old driver was charged with arson.", [1, 2]),
        ("A driver was charged with theft. The Kelso driver was charged with arson.", [1, 2]),
        ("A 17-year-old boy was charged with robbery. The teenager was charged with assault.", [1, 1]),
        ("A lorry driver was charged with theft. The 51-year-old man was also charged with fraud.", [1, 1]),
        (
            "A nurse was jailed for four years for stealing morphine. The 34-year-old woman admitted theft in May.",
            [1, 1],
        ),
        ("A 16-year-old boy was charged with arson. The 30-year-old woman was charged with theft.", [1, 2]),
        ("The younger man was charged with theft. The older man was charged with arson.", [1, 2]),
        ("Ten young men were charged with murder. The men were charged with affray.", [1, 1]),
        (
            "A teenager has been charged with rape. An 18-year-old man was charged with rape and burglary.",
            [1, 1],
        ),
    ],
)
def test_the_unnamed_told_of_again(extractor: Extractor, text: str, expected: list[int]) -> None:
    assert [record.case for record in records_of(extractor, text)] == expected


@pytest.mark.parametrize(("name", "text", "type_", "expected"), OFFENSES, ids=ids(OFFENSES))
def test_offense(extractor: Extractor, name: str, text: str, type_: str, expected: list[str | None]) -> None:
    assert [record.offense for record in named(records_of(extractor, text), type_)] == expected


@pytest.mark.parametrize(("name", "text", "type_", "expected"), DATES, ids=ids(DATES))
def test_date(extractor: Extractor, name: str, text: str, type_: str, expected: list[str | None]) -> None:
    assert [record.date for record in named(records_of(extractor, text), type_)] == expected


@pytest.mark.parametrize(("name", "text", "field", "expected"), BENCH, ids=ids(BENCH))
def test_court_and_judge(extractor: Extractor, name: str, text: str, field: str, expected: list[str | None]) -> None:
    assert [getattr(record, field) for record in named(records_of(extractor, text))] == expected


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts(extractor: Extractor, text: str, expected: list[int | None]) -> None:
    assert [record.counts for record in named(records_of(extractor, text)) if record.type != "sentence"] == expected


def test_what_a_penalty_is_for_is_no_charge(extractor: Extractor) -> None:
    text = "Leo Marsh was jailed for eight years for two counts of robbery and two years for two counts of arson."
    assert [record.type for record in records_of(extractor, text)] == ["sentence", "sentence"]


@pytest.mark.parametrize(("text", "expected"), METHODS)
def test_method(extractor: Extractor, text: str, expected: list[str | None]) -> None:
    verdicts = named(records_of(extractor, text), "verdict")
    assert [record.method for record in verdicts if record.type == "verdict"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Leo Marsh was charged with murder on Monday. Police said a man was charged with murder.",
            ["Leo Marsh"],
        ),
        (
            "Leo Marsh was charged with murder on Monday. Police said another man was charged with murder.",
            ["Leo Marsh", "another man"],
        ),
    ],
)
def test_who_is_named_for_the_same(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert [record.defendant for record in records_of(extractor, text)] == expected


TOLD = "Leo Marsh was charged with arson. He was jailed for six years on Tuesday.\n\nMarsh, a trader, is 50."


def test_what_comes_from_the_case_is_named_and_can_be_checked(extractor: Extractor) -> None:
    charge, sentence = records_of(extractor, TOLD)
    assert (charge.inferred, sentence.inferred) == ((), ("offense",))
    start, end = sentence.sources["offense"]
    assert TOLD[start:end] == sentence.offense == "arson"
    start, end = sentence.sources["date"]
    assert TOLD[start:end] == "Tuesday"
    assert sentence.context is not None
    assert sentence.context.text == "He was jailed for six years on Tuesday."


def test_stated_only_empties_cells_and_keeps_rows_and_ids(extractor: Extractor) -> None:
    _, whole = records_of(extractor, TOLD)
    bare = stated_only(whole)
    assert (bare.offense, bare.offense_code, bare.inferred) == (None, None, ())
    assert "offense" not in bare.sources
    assert (bare.id, bare.date, bare.case) == (whole.id, whole.date, whole.case)
