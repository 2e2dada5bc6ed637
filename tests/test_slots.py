"""Slots: who stands where around a trigger, by syntax alone."""

from __future__ import annotations

import re

import pytest
from spacy.tokens import Span

from casefacts.extractor import Extractor
from facts import cases

# A sentence with its trigger in brackets -> the head word in each slot; None: the slot must be empty. The head is the
# last word of a name, also behind a title or a description ("former clerk Ana Roe"), the first member's in a
# coordination, the antecedent's in a relative clause, and the noun's before an apposition ("the clerk, Ana Roe,").
Row = tuple[str, dict[str, str | None]]

TABLE: dict[str, list[Row]] = {
    "plain passive": [
        ("Ana Roe was [convicted] of arson.", {"patient": "Roe", "agent": None}),
        ("Max Poe was [acquitted] of theft by a jury.", {"patient": "Poe", "agent": "jury"}),
        ("Tia Okoro was [indicted] by a grand jury on Tuesday.", {"patient": "Okoro", "agent": "jury"}),
        ("She was [fined] £400 by Kelso magistrates.", {"patient": "She", "agent": "magistrates"}),
        ("The brothers were [jailed] for nine years.", {"patient": "brothers", "agent": None}),
        ("Ivo Tarn was [charged] by police with burglary.", {"patient": "Tarn", "agent": "police"}),
        ("Mira Kaul was [arraigned] on a charge of perjury.", {"patient": "Kaul", "agent": None}),
        ("Two men were [sentenced] to life imprisonment.", {"patient": "men"}),
        ("Rhys Pell was [cleared] of manslaughter by jurors.", {"patient": "Pell", "agent": "jurors"}),
        ("Ana Roe was [found guilty] of forgery.", {"patient": "Roe", "agent": None}),
        ("They were [found not guilty] on all counts.", {"patient": "They"}),
        ("Tarn Shipping Ltd was [fined] £90,000 for polluting the Tweed.", {"patient": "Ltd"}),
        ("Nobody was [convicted] of the murder of Max Poe.", {"patient": "Nobody"}),
        ("More than 40 people have been [convicted] of rioting.", {"patient": "people"}),
        ("Neither of the two was [charged].", {"patient": "Neither"}),
        ("The 34-year-old was [charged] with theft.", {"patient": "old"}),
        ("Ms Roe was [fined] £90.", {"patient": "Roe"}),
    ],
    "words inside a passive": [
        (
            "Ana Roe was last week at Kelso Crown Court unanimously [convicted] of arson.",
            {"patient": "Roe", "agent": None},
        ),
        ("Max Poe has since been [charged] with theft.", {"patient": "Poe"}),
        ("Tia Okoro had only a month earlier been [fined] for speeding.", {"patient": "Okoro"}),
        ("Ivo Tarn was on Monday [sentenced] to six years in prison.", {"patient": "Tarn"}),
        ("Mira Kaul was, after a trial of nine weeks, [acquitted] of fraud.", {"patient": "Kaul"}),
        ("Rhys Pell was in 1997, aged just 19, [jailed] for robbery.", {"patient": "Pell"}),
        ("She was later that day at the same court [charged] with perjury.", {"patient": "She"}),
        ("Max Poe was eventually, to the dismay of his family, [found guilty] of arson.", {"patient": "Poe"}),
        ("Tia Okoro is reported to have been [indicted] in Ohio.", {"patient": "Okoro"}),
        ("Ivo Tarn would four years later be [convicted] of perjury.", {"patient": "Tarn"}),
        ("Mira Kaul has not been [charged] with any offence.", {"patient": "Kaul"}),
        ("Rhys Pell was by a majority of ten to two [convicted] of rape.", {"patient": "Pell"}),
        ("Both men were formally and publicly [charged] on Sunday night.", {"patient": "men"}),
    ],
    "by without an agent": [
        ("Ana Roe was [convicted] of theft by deception.", {"patient": "Roe", "agent": None}),
        ("Max Poe was [charged] with causing death by dangerous driving.", {"patient": "Poe", "agent": None}),
        ("Ivo Tarn was [convicted] by a 10-2 majority.", {"patient": "Tarn"}),
        ("Rhys Pell was [fined] £90 for fishing by night.", {"patient": "Pell", "agent": None}),
        (
            "Ana Roe was [acquitted] of arson by a jury of seven women and five men.",
            {"patient": "Roe", "agent": "jury"},
        ),
        (
            "Max Poe was [sentenced] to 12 years in prison on Thursday by District Judge Ida Brock.",
            {"patient": "Poe", "agent": "Brock"},
        ),
    ],
    "active with an object": [
        ("The Kelso sheriff's office [charged] him with theft.", {"agent": "office", "patient": "him"}),
        ("A jury [convicted] Ana Roe of arson.", {"agent": "jury", "patient": "Roe"}),
        ("Magistrates [fined] Max Poe £600 on Monday.", {"agent": "Magistrates", "patient": "Poe"}),
        ("Police have [charged] a 34-year-old man with murder.", {"agent": "Police", "patient": "man"}),
        (
            "Prosecutors in Kelso on Friday [charged] Tia Okoro with fraud.",
            {"agent": "Prosecutors", "patient": "Okoro"},
        ),
        (
            "A federal grand jury in Ohio has [indicted] former mayor Ivo Tarn.",
            {"agent": "jury", "patient": "Tarn"},
        ),
        ("The judge [sentenced] her to nine months.", {"agent": "judge", "patient": "her"}),
        (
            "Judge Declan Foy [jailed] Mira Kaul, a dentist, for two years.",
            {"agent": "Foy", "patient": "Kaul"},
        ),
        (
            "Jurors deliberated for two days before they [acquitted] Rhys Pell.",
            {"agent": "they", "patient": "Pell"},
        ),
        ("The court on Monday [cleared] both men of bribery.", {"agent": "court", "patient": "men"}),
        (
            "A panel of three judges [convicted] the general of genocide.",
            {"agent": "panel", "patient": "general"},
        ),
        (
            "A jury of eight women and four men [convicted] Ana Roe of arson.",
            {"agent": "jury", "patient": "Roe"},
        ),
        (
            "Detectives investigating the death of Max Poe have [charged] his neighbour with murder.",
            {"agent": "Detectives", "patient": "neighbour"},
        ),
        (
            "The jury that heard the case for nine weeks [acquitted] Tia Okoro of fraud.",
            {"agent": "jury", "patient": "Okoro"},
        ),
        (
            "The judge, who had warned Ivo Tarn before, [fined] him £300.",
            {"agent": "judge", "patient": "him"},
        ),
        ("It took jurors an hour to [convict] Mira Kaul.", {"agent": "jurors", "patient": "Kaul"}),
        (
            "Prosecutors [charged] Rhys Pell, his wife and two clerks with fraud.",
            {"agent": "Prosecutors", "patient": "Pell"},
        ),
        ("The court did not [acquit] the two officers.", {"agent": "court", "patient": "officers"}),
        ("Judge Foy [ordered] Ana Roe to pay £3,000 in compensation.", {"agent": "Foy", "patient": "Roe"}),
        (
            "Jurors on Tuesday [convicted] a former Kelso officer who shot Max Poe of murder.",
            {"agent": "Jurors", "patient": "officer"},
        ),
    ],
    "found guilty, active": [
        ("A jury [found] Ana Roe guilty of arson.", {"agent": "jury", "patient": "Roe"}),
        ("The judge [found] him not guilty of assault.", {"agent": "judge", "patient": "him"}),
        ("Jurors [found] former harbour master Max Poe guilty.", {"agent": "Jurors", "patient": "Poe"}),
        ("The jury had [found] the two brothers guilty of robbery.", {"agent": "jury", "patient": "brothers"}),
        (
            "The magistrates took ten minutes to [find] Tia Okoro guilty.",
            {"agent": "magistrates", "patient": "Okoro"},
        ),
        ("The jury [found guilty] Ivo Tarn and his cousin.", {"agent": "jury", "patient": "Tarn"}),
        ("Twelve jurors in Ohio unanimously [found] her not guilty.", {"agent": "jurors", "patient": "her"}),
        (
            "A jury [found] Mira Kaul, 44, guilty of two counts of perjury.",
            {"agent": "jury", "patient": "Kaul"},
        ),
    ],
    "titles and descriptions before the name": [
        ("Former harbour master Ana Roe was [convicted] of bribery.", {"patient": "Roe"}),
        ("Ex-Kelso mayor Max Poe was [jailed] for fraud.", {"patient": "Poe"}),
        ("Disgraced surgeon Dr Tia Okoro has been [cleared] of assault.", {"patient": "Okoro"}),
        ("Father-of-three Ivo Tarn was [jailed] for 12 years.", {"patient": "Tarn"}),
        ("Pub landlady Mira Kaul [pleaded guilty] to fraud.", {"subject": "Kaul"}),
        ("Thirty-four-year-old Rhys Pell was [charged] with theft.", {"patient": "Pell"}),
        ("State Sen. Max Poe was [arraigned] on Thursday.", {"patient": "Poe"}),
        ("Retired Lt. Col. Tia Okoro was [acquitted] of mutiny.", {"patient": "Okoro"}),
        ("Kelso Rovers striker Ivo Tarn was [fined] £800 for speeding.", {"patient": "Tarn"}),
        ("Serial burglar Mira Kaul [admitted] nine offences.", {"subject": "Kaul"}),
        ("The then finance minister, Rhys Pell, was [convicted] of graft.", {"patient": "Pell"}),
        ("Kelso's own Max Poe was [charged] with theft.", {"patient": "Poe"}),
        ("Luis de la Vega was [convicted] of arson.", {"patient": "Vega"}),
        ("Max “Duke” Poe was [jailed] for six years.", {"patient": "Poe"}),
        ("The woman known as the Duns Fox was [jailed] for theft.", {"patient": "woman"}),
    ],
    "behind the name": [
        ("Ana Roe, 34, was [convicted] of arson.", {"patient": "Roe"}),
        ("Max Poe, 51, of Mill Lane, Kelso, was [fined] £90.", {"patient": "Poe"}),
        ("Tia Okoro (29) of no fixed address was [charged] with theft.", {"patient": "Okoro"}),
        ("Ivo Tarn, aged 40 and from Duns, [pleaded guilty] to robbery.", {"subject": "Tarn"}),
        ("Mira Kaul, a dentist, was [acquitted] of fraud.", {"patient": "Kaul"}),
        ("Rhys Pell, also known as Duke, was [indicted] in May.", {"patient": "Duke"}),
        (
            "Ana Roe, 41, Kelso's best paid harbour broker between 1982 and 1986, was [indicted] on Monday.",
            {"patient": "Roe"},
        ),
        (
            "Max Poe, the son of a miller, a keen sailor and once the town's mayor, was [jailed] for six years.",
            {"patient": "Poe"},
        ),
        (
            "Tia Okoro, 52, formerly of Oak Street, Duns, and now of the Old Mill, Kelso, was [found guilty] of fraud.",
            {"patient": "Okoro"},
        ),
        (
            "Ivo Tarn, chief executive of Pell Shipping, Pell Ferries and the Kelso Bank, was [charged] with bribery.",
            {"patient": "Tarn"},
        ),
        (
            "Mira Kaul (the younger sister of Asha Sen, who runs the mill) was [cleared] of arson.",
            {"patient": "Kaul"},
        ),
        (
            "Rhys Pell — a clerk, gambler and part-time preacher — was [sentenced] to nine months.",
            {"patient": "Pell"},
        ),
        ("Ana Roe, of Kelso, Max Poe, of Duns, and Leo Marsh, of Hawick, were [convicted].", {"patient": "Roe"}),
        ("A jury [convicted] Tia Okoro, 29, a nurse from Duns, of theft.", {"agent": "jury", "patient": "Okoro"}),
        ("The driver, Ivo Tarn of Duns, was [jailed] for four years.", {"patient": "driver"}),
        ("Mira Kaul, along with her two brothers, was [arraigned] on Monday.", {"patient": "Kaul"}),
        ("Rhys Pell, her husband of 20 years, was [acquitted].", {"patient": "Pell"}),
        ("One of the officers, Ana Roe, was [charged] with assault.", {"patient": "Roe"}),
        ("Max Poe, 51, Mill Lane, Kelso, [pleaded guilty] to theft.", {"subject": "Poe"}),
        ("Ivo Tarn, who ran the mill, sat on the council and once met the Pope, was [jailed].", {"patient": "Tarn"}),
    ],
    "relative clauses": [
        ("Ana Roe, who was [jailed] for arson, has appealed.", {"patient": "Roe"}),
        ("The clerk who [pleaded guilty] to theft wept.", {"subject": "clerk"}),
        ("The judge who [sentenced] Tia Okoro has retired.", {"agent": "judge", "patient": "Okoro"}),
        (
            "Ivo Tarn, 44, of Duns, who had twice before been [convicted] of theft, walked free.",
            {"patient": "Tarn"},
        ),
        ("The jury, which [acquitted] Mira Kaul of murder, sat for a week.", {"agent": "jury", "patient": "Kaul"}),
        ("Nine miners, two of whom were [jailed], returned to Kelso.", {"patient": "two", "agent": None}),
        ("The brothers of Ana Roe, who was [convicted] in May, sat beside her.", {"patient": "Roe", "agent": None}),
        ("He met Max Poe, the banker who was later [cleared] of fraud.", {"patient": "banker"}),
        ("The lawyers for Tia Okoro, who [faces] up to ten years in prison, did not reply.", {"subject": "Okoro"}),
        ("It was Ivo Tarn who was [charged] first.", {"agent": None, "patient": "Tarn"}),
        ("Mira Kaul, who prosecutors say was [charged] in error, went home.", {"patient": "Kaul", "agent": None}),
        ("Rhys Pell, who [admitted] three counts of theft, was ashen.", {"subject": "Pell"}),
        ("Among those [convicted] was Ana Roe.", {"patient": "Roe"}),
    ],
    "reduced relatives": [
        ("Drivers [found guilty] of speeding lose their licence.", {"patient": "Drivers"}),
        ("A clerk [convicted] of theft has fled.", {"patient": "clerk"}),
        ("The man [charged] with murdering Max Poe is a baker.", {"patient": "man"}),
        ("Tia Okoro, [jailed] in May for arson, has appealed.", {"patient": "Okoro"}),
        ("The court freed a nurse [acquitted] by a jury of murder.", {"patient": "nurse", "agent": "jury"}),
        ("Four sailors [indicted] in Ohio were sent home.", {"patient": "sailors"}),
        ("Police released a photograph of a man [fined] for littering.", {"patient": "man", "agent": None}),
        ("Ivo Tarn, already [sentenced] to six years in prison, was back in court.", {"patient": "Tarn"}),
        ("The first officer ever [convicted] of perjury in Kelso was Mira Kaul.", {"patient": "officer"}),
        ("A banker once [cleared] of fraud now runs the mill.", {"patient": "banker"}),
        ("The gang, [sentenced] last week, plans to appeal.", {"patient": "gang"}),
    ],
    "fronted participles": [
        ("[Charged] with arson, Ana Roe wept.", {"patient": "Roe"}),
        ("[Convicted] by a jury in May, Max Poe has appealed.", {"patient": "Poe", "agent": "jury"}),
        ("Having [pleaded guilty] to theft, Tia Okoro left the dock.", {"subject": "Okoro"}),
        ("Twice [acquitted] of fraud, Ivo Tarn ran for mayor.", {"patient": "Tarn"}),
        ("After being [sentenced] to nine years in prison, Mira Kaul turned to her mother.", {"patient": "Kaul"}),
        ("Although [cleared] of murder, the nurse lost her post.", {"patient": "nurse"}),
        ("Before [pleading guilty], Rhys Pell had spent a year in Duns.", {"subject": "Pell"}),
        ("[Jailing] Ana Roe for six years, Judge Foy called her a menace.", {"agent": "Foy", "patient": "Roe"}),
        ("When [charged], he told officers of his debts.", {"patient": "he"}),
        ("First [indicted] in 2019, Max Poe, now 60, has yet to be tried.", {"patient": "Poe"}),
        ("Upon [convicting] Tia Okoro, the jurors hugged.", {"agent": "jurors", "patient": "Okoro"}),
        ("Aged just 19, Ana Roe was [jailed] for robbery.", {"patient": "Roe"}),
    ],
    "coordinated verbs": [
        ("Ana Roe was charged and [convicted] within a week.", {"patient": "Roe"}),
        ("Max Poe pleaded guilty to theft and was [jailed] for a year.", {"patient": "Poe"}),
        ("Tia Okoro was arrested in May and [charged] with fraud.", {"patient": "Okoro", "agent": None}),
        ("The jury convicted Ivo Tarn of theft and [acquitted] his brother.", {"agent": "jury", "patient": "brother"}),
        ("Mira Kaul was tried, [convicted] and hanged.", {"patient": "Kaul"}),
        ("Rhys Pell appeared in court on Friday and [pleaded guilty] to arson.", {"subject": "Pell"}),
        (
            "The judge rejected a plea for mercy and [sentenced] her to ten years.",
            {"agent": "judge", "patient": "her"},
        ),
        ("Ana Roe was fined £90, ordered to pay costs and [banned] from driving.", {"patient": "Roe"}),
        ("Max Poe was convicted, and Tia Okoro was [acquitted].", {"patient": "Okoro"}),
        (
            "Rhys Pell was stopped on the A68, failed a breath test and was later [charged] with drink-driving.",
            {"patient": "Pell"},
        ),
        ("Police stormed the mill and arrested and [charged] four men.", {"agent": "Police", "patient": "men"}),
        ("Ana Roe denied murder but [admitted] manslaughter at Kelso Crown Court.", {"subject": "Roe"}),
        ("She left Duns in 2003, married a baker and was never [charged].", {"patient": "She"}),
        ("Max Poe shot the miller, fled to Ohio, but was caught and [sentenced] to life.", {"patient": "Poe"}),
        (
            "Tia Okoro was found guilty of theft and [sentenced] by Judge Foy to a year.",
            {"patient": "Okoro", "agent": "Foy"},
        ),
        ("Rhys Pell was convicted and his wife [acquitted].", {"patient": "wife"}),
    ],
    "coordinated people": [
        ("Ana Roe and Max Poe were [jailed] for arson.", {"patient": "Roe"}),
        ("Tia Okoro, 29, Ivo Tarn, 44, and Mira Kaul, 51, were [charged] with fraud.", {"patient": "Okoro"}),
        ("Both Rhys Pell and his father [pleaded guilty].", {"subject": "Pell"}),
        ("Neither Ana Roe nor Max Poe has been [charged].", {"patient": "Roe"}),
        (
            "Clerk Tia Okoro, baker Ivo Tarn and miller Mira Kaul have been [convicted] of theft.",
            {"patient": "Okoro"},
        ),
        ("He and his wife were [indicted] on Friday.", {"patient": "He"}),
        ("The judge and two assessors [convicted] Rhys Pell.", {"agent": "judge", "patient": "Pell"}),
        ("Ana Roe, Max Poe and a third man, who has fled, were [acquitted].", {"patient": "Roe"}),
        (
            "Tia Okoro, 29, of Duns; Ivo Tarn, 44, of Kelso; and Mira Kaul, 51, of Hawick, were [arraigned].",
            {"patient": "Okoro"},
        ),
        ("Ana Roe, 34, and Max Poe, 51, each [pleaded guilty] to theft.", {"subject": "Roe"}),
    ],
    "inversion": [
        ("Also [charged] was Max Poe.", {"patient": "Poe"}),
        ("[Acquitted] were Ana Roe and her brother.", {"patient": "Roe"}),
        ("Also [indicted] on Friday were Tia Okoro, 29, and Ivo Tarn, 44.", {"patient": "Okoro"}),
        ("Never before had a mayor been [convicted] of graft.", {"patient": "mayor"}),
        ("Only in May was Mira Kaul [charged].", {"patient": "Kaul"}),
        ("Also [pleading guilty] was Rhys Pell, a baker.", {"subject": "Pell"}),
        ("Nor was Ana Roe ever [found guilty] of anything.", {"patient": "Roe"}),
        ("Was Max Poe [acquitted] because he was rich?", {"patient": "Poe"}),
    ],
    "control": [
        ("Her lawyer asked the court to [acquit] her.", {"agent": "court", "patient": "her"}),
        ("Ana Roe was ordered to be [jailed] for ten days.", {"patient": "Roe"}),
        ("Max Poe agreed to [plead guilty] to fraud.", {"subject": "Poe"}),
        ("The lawyer persuaded Ivo Tarn to [plead guilty].", {"subject": "Tarn"}),
        ("Prosecutors decided not to [indict] Mira Kaul.", {"agent": "Prosecutors", "patient": "Kaul"}),
        ("Rhys Pell is expected to be [arraigned] on Monday.", {"patient": "Pell"}),
        ("The jury refused to [convict] Ana Roe.", {"agent": "jury", "patient": "Roe"}),
        ("Tia Okoro told the court she wanted to [plead guilty].", {"subject": "she"}),
        ("Prosecutors want the judge to [sentence] Ivo Tarn to nine years.", {"agent": "judge", "patient": "Tarn"}),
        ("She is thought to have been [convicted] in secret.", {"patient": "She"}),
        ("Mira Kaul escaped being [charged] with murder.", {"patient": "Kaul"}),
    ],
    "small clauses": [
        ("Rhys Pell saw his daughter [convicted] of arson.", {"patient": "daughter", "agent": None}),
        ("With Max Poe [jailed], the mill closed.", {"patient": "Poe", "agent": None}),
        ("The mayor wants Ivo Tarn [charged] with fraud.", {"patient": "Tarn", "agent": None}),
        ("Their father [sentenced] to life in prison, the boys went to Duns.", {"patient": "father"}),
        ("There were nine men [charged] after the riot.", {"patient": "men"}),
    ],
    "two objects": [
        ("The judge [gave] Ana Roe five years in prison.", {"agent": "judge", "patient": "Roe"}),
        ("The court [handed] him a suspended sentence of nine months.", {"agent": "court", "patient": "him"}),
        ("Max Poe was [awarded] ten years of rigorous imprisonment.", {"patient": "Poe"}),
        (
            "Magistrates [fined] Tia Okoro, a nurse, £90 and costs.",
            {"agent": "Magistrates", "patient": "Okoro"},
        ),
        ("The sessions court [awarded] Mira Kaul life imprisonment.", {"agent": "court", "patient": "Kaul"}),
        (
            "Judge Foy [gave] the driver who hit Rhys Pell 200 hours of unpaid work.",
            {"agent": "Foy", "patient": "driver"},
        ),
    ],
    "the defendant is the subject": [
        ("Ana Roe [pleaded guilty] to arson.", {"subject": "Roe"}),
        ("Max Poe [admitted] theft at Kelso Sheriff Court.", {"subject": "Poe"}),
        ("Tia Okoro [denies] murder.", {"subject": "Okoro"}),
        ("Ivo Tarn, who is 44, [faces] up to ten years in prison.", {"subject": "Tarn"}),
        ("Mira Kaul [received] a sentence of nine years.", {"subject": "Kaul"}),
        ("Rhys Pell [got] five years in prison.", {"subject": "Pell"}),
        ("Ana Roe is [on trial] for fraud.", {"subject": "Roe"}),
        ("The former mayor [went on trial] on Monday.", {"subject": "mayor"}),
        ("Max Poe and two others [stood trial] in Duns.", {"subject": "Poe"}),
        ("She is [serving] a six-year prison sentence.", {"subject": "She"}),
        ("Tia Okoro has on the advice of her lawyer [pleaded not guilty] to theft.", {"subject": "Okoro"}),
        ("Ivo Tarn [pleaded no contest] to cruelty.", {"subject": "Tarn"}),
        ("On Friday at Kelso Crown Court, Mira Kaul, 51, [denied] three counts of fraud.", {"subject": "Kaul"}),
        ("The lawyer of Rhys Pell said that he would [plead guilty].", {"subject": "he"}),
    ],
    "headlines": [
        ("Clerk [jailed] for theft", {"patient": "Clerk"}),
        ("Former mayor Ana Roe [charged] with fraud", {"patient": "Roe"}),
        ("Kelso man [fined] over dog attack", {"patient": "man"}),
        ("Nurse [found guilty] of killing patient", {"patient": "Nurse"}),
        ("Max Poe [cleared] of murdering wife", {"patient": "Poe"}),
        ("Teacher [pleads guilty] to perjury", {"subject": "Teacher"}),
        ("Grand jury [indicts] ex-sheriff Tia Okoro", {"agent": "jury", "patient": "Okoro"}),
        ("Two brothers [sentenced] to life over mill murder", {"patient": "brothers"}),
        ("Banker [faces] ten years in prison after fraud trial", {"subject": "Banker"}),
        ("Ivo Tarn, clerk who robbed his own bank, [jailed] for six years", {"patient": "Tarn"}),
        ("Court [acquits] Mira Kaul of graft", {"agent": "Court", "patient": "Kaul"}),
        ("Fraud trial: Rhys Pell [acquitted]", {"patient": "Pell"}),
        ("Man who bit police dog [jailed]", {"patient": "Man", "agent": None}),
        ("Woman [charged] after Kelso crash", {"patient": "Woman"}),
        ("Miller denies killing wife, [acquitted] of murder", {"patient": "Miller"}),
        ("Nurse and baker [indicted] by grand jury", {"patient": "Nurse", "agent": "jury"}),
    ],
    "nouns and whose they are": [
        ("Ana Roe's [conviction] was quashed.", {"possessor": "Roe"}),
        ("The [conviction] of Max Poe was upheld.", {"possessor": "Poe"}),
        ("His [conviction] for the murder of Tia Okoro was unsafe.", {"possessor": "His"}),
        ("The [charges] against Ivo Tarn were dropped.", {"possessor": "Tarn"}),
        ("The [charge] of arson against Mira Kaul was filed in May.", {"possessor": "Kaul"}),
        ("The judge passed a [sentence] of nine years for Rhys Pell.", {"possessor": "Pell"}),
        ("Max Poe's [trial for] fraud will last a month.", {"possessor": "Poe"}),
        ("Her [guilty plea] to burglary came on Monday.", {"possessor": "Her"}),
        ("A grand jury returned an [indictment] against Tia Okoro.", {"possessor": "Okoro"}),
        ("The [indictment] of Ivo Tarn, a banker, was unsealed.", {"possessor": "Tarn"}),
        ("Mira Kaul's six-year [prison term] was cut on appeal.", {"possessor": "Kaul"}),
        ("The appeal court upheld former harbour master Rhys Pell's [conviction].", {"possessor": "Pell"}),
        ("The clerk's 2019 [conviction] for theft came to light.", {"possessor": "clerk"}),
        ("The [convictions] of Ana Roe and Max Poe were quashed.", {"possessor": "Roe"}),
        ("Ana Roe and Max Poe's [convictions] were quashed.", {"possessor": "Roe"}),
        ("The Court of Appeal quashed her 1998 [conviction].", {"possessor": "her"}),
        ("The [charges] of theft and fraud against the nurse were filed in May.", {"possessor": "nurse"}),
        ("Nine [counts] of fraud against Ivo Tarn were filed.", {"possessor": "Tarn"}),
        ("The judge declined to reduce Mira Kaul's [sentence].", {"possessor": "Kaul"}),
        ("Prosecutors filed [charges] of theft on Monday against Rhys Pell, 34.", {"possessor": "Pell"}),
        ("The [conviction] that cost Max Poe his post was quashed.", {"possessor": None}),
        ("Ana Roe welcomed the [conviction].", {"possessor": None}),
        ("The mayor told Tia Okoro's lawyer that a [conviction] was likely.", {"possessor": None}),
    ],
    "what happens to a charge": [
        ("Prosecutors [dropped] the charges against Ana Roe.", {"agent": "Prosecutors", "patient": "charges"}),
        ("The appeal court [quashed] Max Poe's conviction.", {"agent": "court", "patient": "conviction"}),
        ("All charges against Tia Okoro were [dismissed] by Judge Foy.", {"patient": "charges", "agent": "Foy"}),
        ("The murder charge was later [withdrawn].", {"patient": "charge", "agent": None}),
    ],
    "quotation and attribution": [
        ("Ana Roe was, the court said, [convicted] of arson.", {"patient": "Roe", "agent": None}),
        ("Max Poe, prosecutors said, was [charged] in May.", {"patient": "Poe", "agent": None}),
        ("Roe said Poe was [convicted].", {"patient": "Poe", "agent": None}),
        ("According to police, Ivo Tarn has been [charged].", {"patient": "Tarn", "agent": None}),
        ("Mira Kaul was [fined] £90, Rhys Pell told the council.", {"patient": "Kaul", "agent": None}),
        ("Police say Ana Roe was [charged] on Sunday.", {"patient": "Roe", "agent": None}),
        ("“I was [acquitted],” Max Poe told reporters.", {"patient": "I", "agent": None}),
        ("Judge Foy said a jury had [convicted] Ivo Tarn.", {"agent": "jury", "patient": "Tarn"}),
        ("Mira Kaul told the inquiry that her brother was [jailed] in Ohio.", {"patient": "brother", "agent": None}),
        ("Rhys Pell learned from his lawyer that the jury had [acquitted] him.", {"agent": "jury", "patient": "him"}),
        ("The mayor said: “Ana Roe has been [convicted] and that is that.”", {"patient": "Roe", "agent": None}),
    ],
    "subordinate clauses": [
        ("The mill closed after Ana Roe was [convicted] of arson.", {"patient": "Roe", "agent": None}),
        ("When Max Poe was [sentenced], his mother wept.", {"patient": "Poe", "agent": None}),
        ("Tia Okoro wept as the judge [jailed] her son.", {"agent": "judge", "patient": "son"}),
        ("Ivo Tarn resigned after being [charged] with fraud.", {"patient": "Tarn"}),
        ("Mira Kaul left Kelso before her husband [pleaded guilty].", {"subject": "husband"}),
        ("Rhys Pell fled while the jury that [convicted] him was still sitting.", {"agent": "jury", "patient": "him"}),
        ("A year after a jury [acquitted] her, Ana Roe wrote a book.", {"agent": "jury", "patient": "her"}),
        ("Because the clerk had been [fined] before, Max Poe dismissed him.", {"patient": "clerk"}),
        ("The news that Ivo Tarn had been [indicted] reached Kelso by noon.", {"patient": "Tarn"}),
        ("Asha Kaul blames Rhys Pell, though he was never [charged].", {"patient": "he"}),
    ],
    "time and place first": [
        ("In Kelso on Monday, Ana Roe was [jailed] for arson.", {"patient": "Roe"}),
        ("At Duns Sheriff Court yesterday Max Poe [admitted] theft.", {"subject": "Poe"}),
        ("Last May a jury in Ohio [convicted] Tia Okoro.", {"agent": "jury", "patient": "Okoro"}),
        ("Three years later Ivo Tarn was [acquitted].", {"patient": "Tarn"}),
        ("On Friday night police in Hawick [charged] three men with affray.", {"agent": "police", "patient": "men"}),
        ("In a separate case, a former aide to Mira Kaul was [fined] £900.", {"patient": "aide"}),
        ("KELSO — Rhys Pell was [arraigned] on Tuesday.", {"patient": "Pell"}),
        ("Following a trial at Kelso Crown Court, Ana Roe, 34, was [found guilty] of theft.", {"patient": "Roe"}),
    ],
    "other courts' English": [
        ("A special court in Pune on Monday [convicted] Asha Kaul of bribery.", {"agent": "court", "patient": "Kaul"}),
        ("The accused, Ravi Kaul, was [sentenced] to rigorous imprisonment for seven years.", {"patient": "Kaul"}),
        ("Ravi Kaul was [hanged] at dawn.", {"patient": "Kaul"}),
        ("Lewd caller Max Poe was [locked up] for two years.", {"patient": "Poe"}),
        ("Tia Okoro was [disqualified] from driving for 14 months.", {"patient": "Okoro"}),
        ("The Crown has [charged] a Moncton man with assault.", {"agent": "Crown", "patient": "man"}),
        (
            "A Perth tradie has been [fined] $900 by a magistrate for dumping asbestos.",
            {"patient": "tradie", "agent": "magistrate"},
        ),
        ("The Crown Court jury today [cleared] PC Rhys Pell of assault.", {"agent": "jury", "patient": "Pell"}),
        ("Ana Roe, prosecuted by the council, was [ordered] to pay costs.", {"patient": "Roe", "agent": None}),
    ],
}

KNOWN_FAILURES: dict[str, list[Row]] = {
    "a participle behind the last of a list": [
        ("Rhys Pell, the last of the miners [charged] after the riot, died on Sunday.", {"patient": "miners"}),
    ],
    "words inside a passive": [
        ("Ana Roe was in her absence and without a lawyer [convicted] of treason.", {"patient": "Roe"}),
        (
            "Ana Roe was yesterday by Judge Declan Foy at Kelso Crown Court [jailed] for six years.",
            {"patient": "Roe", "agent": "Foy"},
        ),
    ],
    "by without an agent": [
        ("Tia Okoro was [jailed] by the time her son was born.", {"patient": "Okoro", "agent": None}),
        ("Mira Kaul was [charged] with an assault by her sister on Friday.", {"patient": "Kaul", "agent": None}),
    ],
    "titles and descriptions before the name": [
        ("Hedge fund founder and art collector Ana Roe was [indicted] on Friday.", {"patient": "Roe"}),
        ("Police [charged] fellow officer Sgt. Ana Roe with perjury.", {"agent": "Police", "patient": "Roe"}),
    ],
    "relative clauses": [
        ("Max Poe, whom a jury [convicted] of fraud, will appeal.", {"agent": "jury", "patient": "Poe"}),
        ("The man police [charged] with murder is a baker.", {"agent": "police", "patient": "man"}),
        ("Rhys Pell is the third mayor to be [indicted] since 2010.", {"patient": "mayor"}),
        ("The nurse that the court [acquitted] has left Kelso.", {"agent": "court", "patient": "nurse"}),
    ],
    "coordinated verbs": [
        ("Ivo Tarn was jailed for six years and Mira Kaul [jailed] for two.", {"patient": "Kaul"}),
    ],
    "inversion": [
        ("Also [sentenced] to ten years in prison was his cousin Tia Okoro.", {"patient": "Okoro", "agent": None}),
    ],
    "control": [
        ("Tia Okoro promised her lawyer to [plead guilty].", {"subject": "Okoro"}),
        ("Max Poe became the first sheriff to be [convicted] of theft.", {"patient": "sheriff", "agent": None}),
    ],
    "small clauses": [
        ("The inquiry led to Ana Roe being [charged].", {"patient": "Roe", "agent": None}),
        ("The trial ended with Tia Okoro [acquitted] of murder.", {"patient": "Okoro", "agent": None}),
    ],
    "the defendant is the subject": [
        ("A man accused of killing Max Poe has [pleaded not guilty].", {"subject": "man"}),
    ],
    "headlines": [
        ("Jury [convicts] harbour master of bribery", {"agent": "Jury", "patient": "master"}),
    ],
    "nouns and whose they are": [
        ("Tia Okoro, whose [conviction] was quashed, went home.", {"possessor": "Okoro"}),
    ],
    "what happens to a charge": [
        ("Judge Foy [imposed] a fine of £900 on Ivo Tarn.", {"agent": "Foy", "patient": "fine"}),
    ],
    "quotation and attribution": [
        ("“He was [convicted] by twelve strangers,” said Tia Okoro.", {"patient": "He", "agent": "strangers"}),
        ("Tia Okoro, her lawyer confirmed on Friday, will [plead guilty].", {"subject": "Okoro"}),
    ],
    "subordinate clauses": [
        ("Tia Okoro, a nurse, was held for a year until a court [cleared] her.", {"agent": "court", "patient": "her"}),
    ],
    "other courts' English": [
        (
            "The bench of Justice Sen and Justice Rao [acquitted] the four accused.",
            {"agent": "bench", "patient": "accused"},
        ),
        ("The High Court [sentenced] to death the two men who killed Ravi Kaul.", {"agent": "Court", "patient": "men"}),
    ],
}


@pytest.fixture(autouse=True)
def stage(extractor: Extractor) -> None:
    """The rows ask for the stage that fills the slots."""
    if not Span.has_extension("slots"):
        pytest.skip("no stage fills the slots")


def marked(text: str, extractor: Extractor) -> Span:
    """The one trigger that overlaps the brackets."""
    before, words, after = re.split(r"[\[\]]", text)
    doc = extractor.nlp(before + words + after)
    start, end = len(before), len(before) + len(words)
    (trigger,) = (span for span in doc.spans["triggers"] if span.start_char < end and start < span.end_char)
    return trigger


@pytest.mark.parametrize(("text", "expected"), cases(TABLE, KNOWN_FAILURES))
def test_slots(text: str, expected: dict[str, str | None], extractor: Extractor) -> None:
    slots = marked(text, extractor)._.slots
    heads = {name: getattr(slots, name) for name in expected}
    assert {name: token.text if token is not None else None for name, token in heads.items()} == expected
