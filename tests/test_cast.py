"""Whom the phrases of an article stand for that name nobody: leads, groups, nouns, and what must be refused."""

from __future__ import annotations

import pytest

from casefacts.extractor import Extractor
from facts import cases

# text, with the phrase in brackets -> the full names in the order of the text, [] where it must be refused -> the pass
Row = tuple[str, list[str]] | tuple[str, list[str], str]

TABLE: dict[str, list[Row]] = {
    "lead, by age or description": [
        ("[A Kelso man] was convicted of arson on Friday. Max Poe, 34, set fire to a barn.", ["Max Poe"], "lead"),
        ("[A woman] was jailed for fraud on Monday. Ana Roe, 51, had stolen from her employer.", ["Ana Roe"], "lead"),
        ("[A teenager] has been charged with murder. Leo Marsh, 18, will appear in court on Friday.", ["Leo Marsh"]),
        ("[A 34-year-old man] was charged with theft. Max Poe, 34, took a bicycle from a shed.", ["Max Poe"]),
        (
            "[A 34-year-old man] was convicted of theft. Max Poe, 34, took it. His brother Leo Poe, 29, was a witness.",
            ["Max Poe"],
        ),
        (
            "[A former nurse] was sentenced to two years in prison. Ana Roe, who worked in Kelso, stole drugs.",
            ["Ana Roe"],
        ),
        (
            "[A man] who set fire to a barn has been jailed for three years. Max Poe was sentenced on Friday.",
            ["Max Poe"],
        ),
        (
            "[A father of two] was found guilty of manslaughter. The jury needed two days. Leo Marsh, 44, wept.",
            ["Leo Marsh"],
        ),
        (
            "[A school caretaker] has admitted theft. Leo Marsh, 60, pleaded guilty at Kelso Sheriff Court.",
            ["Leo Marsh"],
        ),
        (
            "[A driver] was charged with manslaughter. Police named him as Max Poe, 34. He remains in custody.",
            ["Max Poe"],
        ),
        (
            "[A pensioner] was fined for assault. Ida Brandt, 71, of Selkirk, hit a neighbour with a rake.",
            ["Ida Brandt"],
        ),
        ("Arsonist jailed\n\n[A man] was jailed for arson on Friday. Max Poe, 34, burned a barn.", ["Max Poe"]),
    ],
    "lead, by town": [
        (
            "[A Kelso man] was convicted of theft. Max Poe, 34, of Kelso, was helped by Leo Marsh, 40, of Selkirk.",
            ["Max Poe"],
            "lead",
        ),
        ("[A Kelso woman] was jailed for fraud on Monday. Ana Roe, 51, of Kelso, wept.", ["Ana Roe"]),
        ("[A man from Kelso] was convicted of theft. Max Poe, 34, took two bicycles.", ["Max Poe"]),
        ("[A Kelso man] was convicted of theft. Max Poe, 34, of Dallas, was only a witness.", []),
    ],
    "lead, by gender": [
        (
            "[A woman] was convicted of fraud. Mr Max Poe, 34, told the court of it. Ms Ana Roe, 51, wept.",
            ["Ana Roe"],
        ),
        ("[A man] was convicted of fraud. Ms Ana Roe, 51, told the court of it.", []),
        ("[A woman] was convicted of fraud. Mr Max Poe, 34, told the court of it.", []),
        ("[A businesswoman] was convicted of fraud. Ana Roe, 51, pleaded guilty.", ["Ana Roe"]),
    ],
    "lead, two conjuncts": [
        (
            "[A nurse] and a doctor were convicted of fraud. Ana Roe, a nurse, was jailed. "
            "Max Poe, a doctor, was fined.",
            ["Ana Roe"],
        ),
        (
            "A nurse and [a doctor] were convicted of fraud. Ana Roe, a nurse, was jailed. "
            "Max Poe, a doctor, was fined.",
            ["Max Poe"],
        ),
        (
            "[A man] and a woman were charged with theft. Mr Max Poe was charged on Friday. "
            "Ms Ana Roe was charged on Monday.",
            ["Max Poe"],
        ),
        (
            "A man and [a woman] were charged with theft. Mr Max Poe was charged on Friday. "
            "Ms Ana Roe was charged on Monday.",
            ["Ana Roe"],
        ),
        (
            "[A brother] and sister were convicted of arson. Mr Leo Marsh was jailed. Ms Ida Marsh was fined.",
            ["Leo Marsh"],
        ),
        (
            "A mayor and [a banker] were indicted for bribery. Leo Marsh, the banker, was indicted with Ida Brandt, "
            "the mayor.",
            ["Leo Marsh"],
        ),
    ],
    "lead, refused: two people fit": [
        ("[A man] was convicted of theft. Max Poe, 34, of Kelso, was with Leo Marsh, 40, of Selkirk.", []),
        ("[A Kelso man] was convicted. Max Poe, 34, of Kelso, knew Leo Marsh, 40, of Kelso.", []),
        ("[A nurse] was charged with theft. Ana Roe, a nurse, worked with Ida Brandt, a nurse.", []),
        ("[A woman] was jailed for fraud. Ana Roe, 51, is the sister of Ida Brandt, 49.", []),
        ("[Another man] was charged with theft. Max Poe, 34, saw it.", []),
        ("[A second woman] was charged with theft. Ana Roe, 51, saw it.", []),
    ],
    "lead, refused: who is no defendant": [
        ("[A man] was convicted of murder. Ana Roe, 34, was killed in her home in May.", []),
        ("[A man] was charged with murdering a student. The victim, Leo Marsh, 21, was stabbed.", []),
        ("[A man] was jailed for murder. The victim was named as Leo Marsh, 21.", []),
        ("[A man] was jailed for rape. Judge Max Poe told him that he was a danger.", []),
        ("[A woman] was charged with fraud. District Attorney Ana Roe announced the charges.", []),
        ("[A man] was charged with theft. Prosecutor Max Poe said that he stole a car.", []),
        ("[A man] was acquitted of theft. His lawyer, Max Poe, said that he was relieved.", []),
        ("[A man] was charged with burglary. Detective Max Poe, 41, found the stolen rings.", []),
        ("[A man] was charged with burglary. Police Chief Leo Marsh said that he was caught nearby.", []),
        ("[A man] was convicted of assault. Leo Marsh, the prosecutor, asked for two years.", []),
        ("[A man] was convicted of assault. Leo Marsh, defending, asked for a fine.", []),
        ("[A man] was convicted of arson. Fire chief Leo Marsh, 51, praised his crew.", []),
        ("[A man] was sentenced to death. Amnesty spokeswoman Ana Roe called it a shame.", []),
        ("[A driver] was charged with manslaughter. The body of Leo Marsh, 51, was found on Friday.", []),
        ("[A man] was convicted of murder. Leo Marsh, 21, died at the scene.", []),
        ("[A woman] was charged with libel. Reporter Ana Roe covered the trial.", []),
    ],
    "sized group before its names": [
        (
            "[Two men] were convicted of theft. Max Poe, 34, and Leo Marsh, 40, took two cars.",
            ["Max Poe", "Leo Marsh"],
            "group",
        ),
        (
            "[Three men] were charged with robbery. Max Poe, 34, Leo Marsh, 40, and Bo Lind, 22, were held.",
            ["Max Poe", "Leo Marsh", "Bo Lind"],
        ),
        (
            "[Two brothers] were jailed for arson. Max Poe, 34, and Leo Poe, 40, burned a barn.",
            ["Max Poe", "Leo Poe"],
        ),
        (
            "[Four people] were charged with fraud on Friday. They are Max Poe, 34; Ana Roe, 51; Leo Marsh, 40; and "
            "Bo Lind, 22.",
            ["Max Poe", "Ana Roe", "Leo Marsh", "Bo Lind"],
        ),
        (
            "[A couple] were convicted of fraud. Max Poe, 34, and his wife, Ana Poe, 33, claimed benefits.",
            ["Max Poe", "Ana Poe"],
        ),
        (
            "[Two women] were fined for theft. Ana Roe and Ida Brandt admitted it.",
            ["Ana Roe", "Ida Brandt"],
        ),
        (
            "[Two soldiers] were convicted of desertion. Max Poe, 24, was caught in May. Leo Marsh, 26, fled to Kelso.",
            ["Max Poe", "Leo Marsh"],
        ),
        (
            "[Three men] were jailed for robbery. Max Poe, 34, was given five years. Leo Marsh, 40, got four years. "
            "Bo Lind, 22, was jailed for three years.",
            ["Max Poe", "Leo Marsh", "Bo Lind"],
        ),
        (
            "[A pair] were charged with burglary. Max Poe, 34, and Ana Roe, 51, were caught nearby.",
            ["Max Poe", "Ana Roe"],
        ),
        (
            "[Two former bankers] were indicted for fraud. Max Poe, 54, ran the branch. Leo Marsh, 40, kept its books.",
            ["Max Poe", "Leo Marsh"],
        ),
        (
            "[Three drug dealers] were jailed. Max Poe, 34, of Kelso, Leo Marsh, 40, of Selkirk, and Bo Lind, 22, of "
            "Hawick, pleaded guilty.",
            ["Max Poe", "Leo Marsh", "Bo Lind"],
        ),
        (
            "[Three friends] were convicted of fraud. Ana Roe, 31, pleaded guilty to theft. Max Poe pulled out in "
            "front of a car with driver Ida Lund, her husband Bo Lund, and friend Leo Blum in the back seat.",
            [],
        ),
    ],
    "colon lists and bullets": [
        (
            "[Three men] were charged with theft: Max Poe, Leo Marsh and Bo Lind.",
            ["Max Poe", "Leo Marsh", "Bo Lind"],
        ),
        (
            "The court convicted [two clerks]: Ana Roe and Max Poe.",
            ["Ana Roe", "Max Poe"],
            "list",
        ),
        (
            "[Three people] were charged with fraud on Friday.\n\nMax Poe, 34, of Kelso\n\nAna Roe, 51, of Hawick\n\n"
            "Bo Lind, 22, of Selkirk\n",
            ["Max Poe", "Ana Roe", "Bo Lind"],
        ),
        (
            "[Three people] were charged with fraud on Friday:\n\n- Max Poe, 34, of Kelso\n\n"
            "- Ana Roe, 51, of Hawick\n\n- Bo Lind, 22, of Selkirk\n",
            ["Max Poe", "Ana Roe", "Bo Lind"],
        ),
        (
            "[Two men] were sentenced for robbery.\n\n• Max Poe, 34, was jailed for two years.\n\n"
            "• Leo Marsh, 40, was jailed for three years.\n",
            ["Max Poe", "Leo Marsh"],
        ),
        (
            "[Two defendants] were convicted of fraud: Ana Roe, 51, of Kelso; and Max Poe, 34, of Hawick.",
            ["Ana Roe", "Max Poe"],
        ),
        (
            "[Two men] were sentenced for robbery. They are:\nMax Poe (34), jailed for two years\n"
            "Leo Marsh (40), jailed for three years\n",
            ["Max Poe", "Leo Marsh"],
        ),
        (
            "[The following defendants] were convicted of fraud: Ana Roe, 51, Max Poe, 34, and Bo Lind, 22.",
            ["Ana Roe", "Max Poe", "Bo Lind"],
            "list",
        ),
        (
            "[The following defendants] were sentenced for fraud:\n\nAna Roe, 51, of Kelso\n\nMax Poe, 34, of Hawick\n",
            ["Ana Roe", "Max Poe"],
        ),
        (
            "[The following people] were charged with riot: Ana Roe, 51, of Kelso; Max Poe, 34, of Hawick; and "
            "Bo Lind, 22, of Selkirk.",
            ["Ana Roe", "Max Poe", "Bo Lind"],
        ),
        (
            "Police charged [the three]: Ana Roe, Max Poe and Bo Lind.",
            ["Ana Roe", "Max Poe", "Bo Lind"],
            "list",
        ),
        (
            "[The two men] (Max Poe, 34, and Leo Marsh, 40) were charged with theft.",
            ["Max Poe", "Leo Marsh"],
        ),
    ],
    "incomplete groups": [
        ("[Nine men], including Max Poe and Leo Marsh, were convicted of riot.", ["Max Poe", "Leo Marsh"]),
        ("[Nine men] were convicted of riot. Among them are Max Poe, 34, and Leo Marsh, 40.", []),
        ("[Nine men] were convicted of riot. Max Poe, 34, and Leo Marsh, 40, were jailed.", []),
        ("[Nine men] were convicted of riot. They include Max Poe, 34, and Leo Marsh, 40.", []),
        (
            "Bo Lind was among [three people] charged with riot. Max Poe, 34, fled. Leo Marsh, 40, hid. Ana Roe ran.",
            [],
        ),
        ("[Dozens of people] were charged with riot. Max Poe, 34, was in the square.", []),
        ("[Three men] were convicted of riot. Max Poe, 34, threw a stone. Leo Marsh, 40, burned a car.", []),
        ("[Three men] were charged with theft. Max Poe, 34, and Leo Marsh, 40, were held. The third man fled.", []),
        ("[More than 40 people] were charged with riot. Max Poe, 34, and Leo Marsh, 40, were held.", []),
        ("[Several men] were convicted, including Max Poe, 34, and Leo Marsh, 40. All were in the square.", []),
    ],
    "those of whom a sentence says who they are": [
        (
            "[Four clerks] were jailed for fraud. The convicts are Ana Roe, who ran the branch, and three tellers Max "
            "Poe, Bo Lind and Leo Marsh.",
            ["Ana Roe", "Max Poe", "Bo Lind", "Leo Marsh"],
            "group",
        ),
        (
            "A court framed charges against [three clerks] in a fraud case. The accused are Ana Roe, a teller of the "
            "Kelso Bank, and two brokers Max Poe and Bo Lind.",
            ["Ana Roe", "Max Poe", "Bo Lind"],
        ),
        (
            "[Three clerks] of now-defunct Kelso Bank have been jailed for fraud. The convicts are vice president Ana "
            "Roe, tellers Max Poe and Bo Lind.",
            ["Ana Roe", "Max Poe", "Bo Lind"],
        ),
        (
            "[Two clerks] were jailed for fraud. The convicts are Ana Roe, a teller hired by Ida Brandt, and Max Poe.",
            ["Ana Roe", "Max Poe"],
        ),
        (
            "[Four clerks] were jailed for fraud. The convicts are Ana Roe, a teller, and brokers Max Poe and Bo Lind.",
            [],
        ),
    ],
    "they, of whom a sentence has said who they are": [
        (
            "Five officers were jailed for life. The convicts are Inspector Max Poe, Sergeants Leo Marsh, Bo Lind, Ed "
            "Coe and Al Fry. [They] were charged with riot.",
            ["Max Poe", "Leo Marsh", "Bo Lind", "Ed Coe", "Al Fry"],
            "group",
        ),
        ("They are Inspector Max Poe and Sergeant Leo Marsh. [They] were charged with riot.", []),
        ("Max Poe, alongside four others, was convicted of murder. [All five] were jailed.", ["Max Poe"], "group"),
        ("Max Poe, along with two others, was convicted of murder. [All five] were jailed.", []),
        ("Max Poe and two others were convicted of murder. [All three] were jailed.", ["Max Poe"]),
    ],
    "group after its names: pronouns": [
        (
            "Max Poe, 34, and Leo Marsh, 40, took two cars. [They] were convicted of theft.",
            ["Max Poe", "Leo Marsh"],
            "group",
        ),
        ("Max Poe and Ana Roe ran a bakery. [Both] were charged with fraud.", ["Max Poe", "Ana Roe"]),
        ("Max Poe and Ana Roe were in court. [Each] was fined $500.", ["Max Poe", "Ana Roe"]),
        (
            "Max Poe, Ana Roe and Bo Lind were in court. [All] pleaded guilty to fraud.",
            ["Max Poe", "Ana Roe", "Bo Lind"],
        ),
        (
            "Max Poe and Leo Marsh were convicted of theft. A judge sentenced [them] to two years in prison.",
            ["Max Poe", "Leo Marsh"],
        ),
        (
            "Max Poe and Leo Marsh robbed a bank. They were arrested in May. [They] pleaded guilty to robbery.",
            ["Max Poe", "Leo Marsh"],
        ),
        ("Max Poe robbed a bank. The police came late. [They] were charged with neglect.", []),
        ("Judge Ana Roe and Judge Max Poe heard the appeal. [They] convicted nobody.", []),
        (
            "Two men were convicted of theft. [They] were jailed for a year. Max Poe, 34, and Leo Marsh, 40, wept.",
            ["Max Poe", "Leo Marsh"],
        ),
    ],
    "group after its names: by size": [
        ("Max Poe and Ana Roe ran a bakery. [The pair] were charged with fraud.", ["Max Poe", "Ana Roe"], "group"),
        ("Max Poe and Leo Marsh met in Kelso. [Both men] were convicted of theft.", ["Max Poe", "Leo Marsh"]),
        ("Max Poe and Leo Marsh met in Kelso. [The two men] were convicted of theft.", ["Max Poe", "Leo Marsh"]),
        (
            "Max Poe, Leo Marsh and Bo Lind met in Kelso. [The three] were convicted of theft.",
            ["Max Poe", "Leo Marsh", "Bo Lind"],
        ),
        (
            "Max Poe, Leo Marsh and Bo Lind met in Kelso. [All three] were convicted of theft.",
            ["Max Poe", "Leo Marsh", "Bo Lind"],
        ),
        (
            "Max Poe, Leo Marsh and Bo Lind met in Kelso. [The trio] were convicted of theft.",
            ["Max Poe", "Leo Marsh", "Bo Lind"],
        ),
        (
            "Max Poe, Leo Marsh and Bo Lind met in Kelso. Ana Roe and Ida Brandt met in Hawick. "
            "[The three] were convicted of theft.",
            ["Max Poe", "Leo Marsh", "Bo Lind"],
        ),
        (
            "Max Poe, Leo Marsh and Bo Lind met in Kelso. Ana Roe and Ida Brandt met in Hawick. "
            "[The pair] were convicted of theft.",
            ["Ana Roe", "Ida Brandt"],
        ),
        (
            "Max Poe and Leo Marsh met in Kelso. Ana Roe and Ida Brandt met in Hawick. "
            "[The two women] were convicted of theft.",
            ["Ana Roe", "Ida Brandt"],
        ),
        ("Max Poe and Leo Marsh met in Kelso. [The four men] were convicted of theft.", []),
        ("Max Poe and Leo Marsh met in Kelso. [The three] were convicted of theft.", []),
        ("Mr Max Poe and Mr Leo Marsh met in Kelso. [The two women] were convicted of theft.", []),
        (
            "Max Poe was convicted of theft on Monday. Leo Marsh was convicted of theft on Friday. "
            "[The two men] were jailed for a year.",
            ["Max Poe", "Leo Marsh"],
        ),
        (
            "Max Poe was convicted of theft on Monday. Leo Marsh was convicted of theft on Friday. "
            "[The defendants] were jailed for a year.",
            ["Max Poe", "Leo Marsh"],
        ),
        (
            "Max Poe, Leo Marsh and Bo Lind met in Kelso. [All three defendants] pleaded guilty to theft.",
            ["Max Poe", "Leo Marsh", "Bo Lind"],
        ),
        (
            "The defendants are Max Poe, 34, of 41 Jane Lane, Kelso; and Leo Marsh, 40, of Hawick. "
            "[The defendants] were convicted of theft.",
            ["Max Poe", "Leo Marsh"],
        ),
        ("Max Poe and Leo Marsh met in Kelso. [The duo] pleaded guilty to theft.", ["Max Poe", "Leo Marsh"]),
    ],
    "couples and siblings": [
        ("Max Poe and Leo Poe met in Kelso. [The brothers] were convicted of theft.", ["Max Poe", "Leo Poe"], "group"),
        (
            "Max Poe and his brother Leo Poe met in Kelso. [Both brothers] were jailed for theft.",
            ["Max Poe", "Leo Poe"],
        ),
        ("Max Poe and his wife, Ana Poe, ran a bakery. [The couple] were convicted of fraud.", ["Max Poe", "Ana Poe"]),
        ("Max Poe and his wife Ana Poe ran a bakery. [The couple] were convicted of fraud.", ["Max Poe", "Ana Poe"]),
        ("Ana Roe and Ida Roe ran a bakery. [The sisters] were convicted of fraud.", ["Ana Roe", "Ida Roe"]),
        ("Max Poe and Leo Marsh met in Kelso. [The brothers] were convicted of theft.", []),
        ("Max Poe and Ana Poe were in court. [The siblings] were fined for theft.", ["Max Poe", "Ana Poe"]),
        ("Ana Roe and Ida Roe ran a bakery. [The twins] were convicted of fraud.", ["Ana Roe", "Ida Roe"]),
        ("Max Poe and Leo Poe met in Kelso. [The cousins] were convicted of theft.", ["Max Poe", "Leo Poe"]),
    ],
    "the others": [
        ("Max Poe and Leo Marsh were convicted of theft. [The others] were acquitted.", []),
        (
            "Max Poe, Leo Marsh and Bo Lind were tried. Poe was convicted of theft. [The others] were acquitted.",
            ["Leo Marsh", "Bo Lind"],
        ),
        (
            "Max Poe, Leo Marsh and Bo Lind were tried. Poe was convicted of theft. [The other two] were acquitted.",
            ["Leo Marsh", "Bo Lind"],
        ),
        ("Max Poe was convicted of theft. [Two other men] were acquitted.", []),
        ("Max Poe and Leo Marsh were convicted of theft. [Three others] were acquitted.", []),
    ],
    "the former and the latter": [
        ("Max Poe and Ana Roe were tried. [The former] was convicted of theft.", ["Max Poe"], "noun"),
        ("Max Poe and Ana Roe were tried. The former was convicted; [the latter] was acquitted of theft.", ["Ana Roe"]),
        ("Max Poe, Ana Roe and Bo Lind were tried. [The latter] was acquitted of theft.", []),
        ("Max Poe was tried for theft. [The former] was convicted of theft.", []),
    ],
    "nouns of kin": [
        ("Max Poe was jailed for fraud. Ana Poe, his wife, wept. [His wife] was fined $500.", ["Ana Poe"], "noun"),
        ("Max Poe was convicted of theft. His brother, Leo Poe, drove. [His brother] was fined $500.", ["Leo Poe"]),
        ("Max Poe married Ana Roe in May. [His wife] was charged with fraud.", ["Ana Roe"]),
        ("Max Poe was jailed for fraud. [His wife], Ana Poe, was fined $500.", ["Ana Poe"], "stated"),
        ("Max Poe was jailed for fraud. [His wife] was fined $500.", []),
        ("Max Poe was convicted of theft. [His brother] was acquitted. Ana Roe, 51, a shopkeeper, saw it.", []),
        ("Max Poe was convicted of theft. [His son] was acquitted. Leo Marsh, 51, saw it.", []),
    ],
    "nouns of trade, town and age": [
        ("Ana Roe, a nurse, met Max Poe, a farmer. [The nurse] was convicted of theft.", ["Ana Roe"], "noun"),
        ("Ana Roe, a nurse, met Max Poe, a farmer. [The farmer] was convicted of theft.", ["Max Poe"]),
        ("Ana Roe, a nurse, met Ida Brandt, a nurse. [The nurse] was convicted of theft.", []),
        ("Ana Roe, 43, met Max Poe, 34. [The 43-year-old] was convicted of theft.", ["Ana Roe"], "noun"),
        ("Ana Roe, 43, met Max Poe, 34. [The 34-year-old] was charged with theft.", ["Max Poe"]),
        ("Ana Roe, 43, met Max Poe, 43. [The 43-year-old] was convicted of theft.", []),
        ("Ana Roe, 43, met Max Poe, 34. [The 51-year-old] was convicted of theft.", []),
        (
            "Max Poe, 34, of Kelso, met Leo Marsh, 40, of Hawick. [The Kelso man] was convicted of theft.",
            ["Max Poe"],
        ),
        (
            "Max Poe, 34, of Kelso, met Leo Marsh, 40, of Hawick. [The Hawick man] was convicted of theft.",
            ["Leo Marsh"],
        ),
        ("Max Poe, 34, of Kelso, met Leo Marsh, 40, of Kelso. [The Kelso man] was convicted of theft.", []),
        ("Max Poe, 34, was convicted of theft in May. [The man] was jailed on Friday.", ["Max Poe"]),
        ("Max Poe, 34, was convicted of theft in May. [The defendant] was jailed on Friday.", ["Max Poe"]),
        (
            "Max Poe was convicted of theft. Leo Marsh was convicted of arson. [The defendant] was jailed.",
            ["Leo Marsh"],
        ),
        ("Max Poe and Leo Marsh were convicted of theft. [The defendant] was jailed.", []),
        (
            "A judge jailed Max Poe for fraud. Later, Justice Ida Lund sentenced a student, Leo Marsh, to six months."
            " [The convict] pleaded guilty to theft.",
            ["Leo Marsh"],
        ),
        ("Ana Roe and Max Poe were charged with fraud in May. [Two more suspects] were charged with theft.", []),
        ("Prosecutors indicted [the head] of a ferry company, Bo Li, on charges of fraud.", ["Bo Li"], "stated"),
        (
            "[A gym owner] was jailed for fraud on Monday. Max Poe knocked at her door. Max Poe was jailed for three"
            " years. Ida Lund was fined for theft. The gym's co-owner, Leo Marsh, wept.",
            ["Max Poe"],
        ),
        ("Former mayor Leo Marsh met Ana Roe. [The former mayor] was convicted of bribery.", ["Leo Marsh"]),
        (
            "Police named the driver as Max Poe. Leo Marsh died. [The driver] was charged with manslaughter.",
            ["Max Poe"],
        ),
        ("Ana Roe, a nurse, killed Ida Brandt, a teacher. [The teacher] was charged with nothing.", []),
        ("Prosecutor Ana Roe met Max Poe. [The prosecutor] was charged with nothing.", []),
        ("Ana Roe, 43, met Max Poe, 34. [The dentist] was convicted of theft.", []),
        ("Ana Roe was charged with theft. She lied. [The pharmacy assistant] pleaded guilty.", ["Ana Roe"], "noun"),
        ("Max Poe was charged with theft in May. [The centre-back] was convicted of arson on Friday.", ["Max Poe"]),
        ("Max Poe was charged with theft. Leo Marsh was charged, too. [The centre-back] was convicted.", []),
        ("Max Poe was jailed for theft. [The rest] were fined.", []),
        ("Max Poe was jailed for theft. [The bank] was fined $500.", []),
        ("Max Poe was jailed for theft. [Her father] was fined $500.", []),
        ("[A former Kelso Police's Office clerk] was charged with theft. Max Poe, 34, was held.", ["Max Poe"], "lead"),
        ("[A £85 million striker] was charged with theft. Max Poe, 34, was held.", ["Max Poe"], "lead"),
    ],
    "companies": [
        ("Kelso Foods Ltd sold bad meat. [The company] was fined $5,000.", ["Kelso Foods Ltd"]),
        ("Kelso Foods Ltd sold bad meat. [The firm] pleaded guilty to fraud.", ["Kelso Foods Ltd"]),
        ("Max Poe, 34, ran Kelso Foods Ltd in Hawick. [The firm] pleaded guilty to fraud.", ["Kelso Foods Ltd"]),
        ("Kelso Foods Ltd and Hawick Steel Ltd sold scrap. [The firm] pleaded guilty to fraud.", []),
        ("Max Poe, 34, sold bad meat. [The company] was fined $5,000.", []),
        ("Kelso Foods Ltd employed a clerk. [The clerk] was convicted of theft.", []),
        (
            "[A company] was fined $5,000 on Friday. Kelso Foods Ltd admitted that it sold bad meat.",
            ["Kelso Foods Ltd"],
        ),
        ("[A man] was fined $5,000 on Friday. Kelso Foods Ltd was his employer.", []),
        (
            "Kelso Foods Ltd and Hawick Steel Ltd sold scrap. [Both companies] were fined $5,000.",
            ["Kelso Foods Ltd", "Hawick Steel Ltd"],
        ),
    ],
    "officials and victims are no defendants": [
        (
            "[Both defendants] were charged with arson. It was investigated by Detective Bo Lind, under the supervision"
            " of Lieutenant Ada Birch and Captain Leo Marsh.",
            [],
        ),
        ("[Two men] were charged with theft. Clerks Ada Birch and Leo Marsh assisted in the investigation.", []),
        ("[Two men] were convicted of theft. Judge Max Poe and Judge Leo Marsh heard the case.", []),
        ("[Two men] were charged. Detectives Max Poe and Leo Marsh led the search.", []),
        (
            "[Two men] were charged with fraud. Assistant U.S. Attorneys Max Poe and Leo Marsh brought the case.",
            [],
        ),
        ("[Three men] were charged with fraud. Prosecutors Max Poe, Leo Marsh and Bo Lind brought the case.", []),
        ("Prosecutors Max Poe and Leo Marsh brought the case. [They] charged a clerk with fraud.", []),
        ("[Two men] were charged with murder. The victims, Max Poe and Leo Marsh, were shot.", []),
        ("[Two men] were jailed for murder. They killed Max Poe, 34, and Leo Marsh, 40.", []),
        ("[Two men] were jailed for murder. Max Poe, 34, and Leo Marsh, 40, were killed in May.", []),
        ("[Three soldiers] were convicted. They shot Ana Roe, Ida Brandt and Bo Lind.", []),
        ("[Two women] were acquitted. Their lawyers, Max Poe and Leo Marsh, were pleased.", []),
        ("[Two men] were charged with murder. Max Poe and Leo Marsh died at the scene.", []),
        ("Max Poe and Leo Marsh were found dead. [They] were shot by a man who is charged with murder.", []),
        ("[Two men] were convicted of theft. Lawyers Max Poe and Leo Marsh, who defended them, will appeal.", []),
    ],
    "stated": [
        ("[A co-defendant], Ana Roe, was convicted of fraud.", ["Ana Roe"], "stated"),
        ("[Two men], Max Poe, 34, and Leo Marsh, 40, were charged with theft.", ["Max Poe", "Leo Marsh"], "list"),
        ("[Three brothers] — Max Poe, Leo Poe and Bo Poe — were jailed for theft.", ["Max Poe", "Leo Poe", "Bo Poe"]),
        ("[A nurse], according to Max Poe, was charged with theft.", []),
    ],
    "lists that could not be read whole": [
        (
            "The defendants are Kadir, 20, of Kelso; Max Poe, 34, of Hawick; 9th Street Holdings; and Leo Marsh, 40. "
            " [The defendants] were convicted of theft.",
            [],
        ),
        ("Present were Max Poe, Leo Marsh, Kadirul, Bo Lind and Ana Roe. [They] were convicted of theft.", []),
        (
            "The accused were Max Poe, Leo Marsh, Kadirul, Bo Lind and Ana Roe. [They] were convicted of theft.",
            ["Max Poe", "Leo Marsh", "Kadirul", "Bo Lind", "Ana Roe"],
        ),
        ("The five clerks are Max Poe, Leo Marsh and Bo Lind. [They] were convicted of theft.", []),
        (
            "The three clerks are Max Poe, Leo Marsh and Bo Lind. [They] were fined.",
            ["Max Poe", "Leo Marsh", "Bo Lind"],
        ),
        ("Guests included Max Poe and Leo Marsh. [They] were convicted of theft.", []),
        (
            "Mizanur Rahman met Abbas Ali in Kelso. Jamilur Rahman, Max Poe and Leo Marsh sang. [They] were fined for "
            "riot.",
            ["Jamilur Rahman", "Max Poe", "Leo Marsh"],
        ),
        (
            'Defendants:\n\nMax ("Doc") Poe, 34, of Kelso\n\nLeo Marsh, 40, of Hawick\n\nBo Lind, 22, of Selkirk\n\n'
            "[The defendants] were convicted of theft on Friday.",
            [],
        ),
    ],
    "rolls with titles, degrees, bullets and raised letters": [
        (
            "[Three people] were charged with fraud on Friday.\n\nDr. Max Poe, MD (heart surgery) 54, of Kelso.\n\n"
            "Ana Roe, 51, of 102 East 41\nst\nStreet, Hawick.\n\nBo Lind (Doc), 22, of Selkirk.\n",
            ["Max Poe", "Ana Roe", "Bo Lind"],
        ),
        (
            "[Two officers] were dismissed over convictions of perjury:\n\n• Max Poe (4) – pleaded guilty to theft. He "
            "was in Kelso.\n\n• Leo Marsh (17) – convicted of perjury.\n",
            ["Max Poe", "Leo Marsh"],
        ),
        (
            "[Three men] were indicted for fraud:\n\n1. Max Poe (Doc), 34, of Kelso.\n\n2. Leo Marsh, 40, of Ayr.\n\n"
            "3. Bo Lind, 22, of Selkirk.\n",
            ["Max Poe", "Leo Marsh", "Bo Lind"],
        ),
    ],
    "what stands in a list and is no member": [
        (
            "[Two women] were charged with fraud. Ana Roe, 22, daughter of actor Max Roe, and Ida Brandt, 51, sat.",
            ["Ana Roe", "Ida Brandt"],
        ),
        (
            "[Three men] were charged with murder. Max Poe (Kelso), Leo Marsh (Hawick) and Bo Lind (Ayr) were held.",
            ["Max Poe", "Leo Marsh", "Bo Lind"],
        ),
        ("Women accused Max Poe, including Ana Roe and Ida Brandt. [The three] were charged with libel.", []),
    ],
    "the accused, whom language models take for a verb": [
        ("Leo Marsh appeared in Kelso court on Monday. [The accused] was charged with arson.", ["Leo Marsh"], "noun"),
        ("Police arrested Leo Marsh, 41, on Monday. [The suspect] was charged with arson.", ["Leo Marsh"], "noun"),
        (
            "Ana Roe and Max Poe appeared in court. [The accused] were remanded and charged with arson.",
            ["Ana Roe", "Max Poe"],
            "group",
        ),
        (
            "Ana Roe and Max Poe were arrested in 2014. Charges of arson were framed against [the accused] in May.",
            ["Ana Roe", "Max Poe"],
            "group",
        ),
        (
            "The court jailed three men. They are Ola Roe, Max Poe and Bo Li. Arson charges were laid against"
            " [the convicted] in May.",
            ["Ola Roe", "Max Poe", "Bo Li"],
        ),
        (
            "A court on Monday awarded [26 accused], including Ola Roe and Max Poe, death penalty in a murder case.",
            ["Ola Roe", "Max Poe"],
            "list",
        ),
        ("Leo Marsh was killed on Monday. [The suspect] was charged with murder.", []),
        ("Firefighters saved Leo Marsh from a barn. [The suspect] was charged with arson.", []),
        ("Leo Marsh told police that his car was stolen. [The suspect] was charged with theft.", []),
        ("Judge Ana Roe heard the case on Monday. [The accused] was charged with arson.", []),
    ],
    "one by name, and so many others": [
        (
            "Leo Marsh and eight others set fire to a mill, police say. [The nine] were charged with arson on Monday.",
            ["Leo Marsh"],
            "group",
        ),
        (
            "Ana Roe, Max Poe and three others went on trial. [The five] were charged with arson.",
            ["Ana Roe", "Max Poe"],
            "group",
        ),
        ("Leo Marsh and eight others set fire to a mill. [The eight] were charged with arson.", []),
    ],
    "one named among them, and whom the text tells of behind": [
        (
            "[The accused], including former Deputy Inspector Bo Li, were convicted and sentenced to death for arson.",
            ["Bo Li"],
            "list",
        ),
        (
            "[Seven officials] of the bank were jailed for fraud. They are vice president Ana Roe, manager Max Poe,"
            " Bo Li,"
            " executive officers Leo Marsh, Ida Lund, Carl Berg and Sean Roe.",
            ["Ana Roe", "Max Poe", "Bo Li", "Leo Marsh", "Ida Lund", "Carl Berg", "Sean Roe"],
        ),
        ("Ana Roe and Bo Li were ministers. [The last two] were among those found guilty of fraud.", []),
    ],
    "who is introduced as somebody's is no lead": [
        (
            "[A former clerk] was jailed for theft. Leo Marsh, 71, sat still. His brother, Carl Berg, said nothing.",
            ["Leo Marsh"],
            "lead",
        ),
        (
            "[A baker] was convicted of fraud. Her solicitor Ida Lund, 40, spoke. Ana Roe, 60, of Kelso, wept.",
            ["Ana Roe"],
            "lead",
        ),
    ],
    "stated across a place": [
        ("[A man] from Clacton, Essex - Sean Duncan, 19 - was charged with fraud.", ["Sean Duncan"], "stated"),
        ("[A nurse] from Kelso, Ida Lund, was charged with fraud.", ["Ida Lund"], "stated"),
    ],
    "the defendants are all of them": [
        (
            "Max Poe was charged with theft. Leo Marsh and Bo Lind were charged, too. [The defendants] were fined.",
            [],
        ),
        (
            "Police named the defendants as Max Poe, 34, and Officer Leo Marsh, 40. [The defendants] were fined.",
            ["Max Poe", "Leo Marsh"],
        ),
        ("[Any clerks] who steal are charged with theft. Max Poe and Leo Marsh were in Kelso.", []),
        ("Max Poe and Leo Marsh took a car. Not [all] were charged with theft.", []),
        ("[Emergency calls] were dropped. Max Poe, 34, and Leo Marsh, 40, were asleep.", []),
        (
            "[Two people] and a bank were indicted for fraud: Max Poe, 34; Leo Marsh, 40.",
            ["Max Poe", "Leo Marsh"],
        ),
    ],
    "rolls in parts below headings of their own": [
        (
            "[All five] were charged with fraud.\n\nThose indicted:\n\nFormer guards\nMax Poe, 33, Kelso\n"
            "Lt. Ana Roe, 41, Hawick\n\nInmates\nBo Li, 22\n\nOthers\nIda Lund, 50, Kelso\nLeo Marsh, 60, Kelso",
            ["Max Poe", "Ana Roe", "Bo Li", "Ida Lund", "Leo Marsh"],
            "list",
        ),
        (
            "Five people were indicted; [the former guards] were also charged with bribery.\n\nThose indicted:\n\n"
            "Former guards\nMax Poe, 33, Kelso\nAna Roe, 41, Hawick\n\nInmates\nBo Li, 22\nIda Lund, 50",
            ["Max Poe", "Ana Roe"],
            "list",
        ),
        (
            "[The defendants] were charged with fraud.\n\nDefendants:\n\nKelso crew:\n- Max Poe, 33\n- Ana Roe, 41\n\n"
            "Hawick crew:\n- Bo Li, 22\n- Ida Lund, 50",
            ["Max Poe", "Ana Roe", "Bo Li", "Ida Lund"],
            "list",
        ),
        (
            "[All six] were charged with fraud.\n\nThose indicted:\n\nFormer guards\nMax Poe, 33, Kelso\n"
            "Ana Roe, 41, Hawick\n\nInmates\nBo Li, 22\nIda Lund, 50",
            [],
        ),
        (
            "[Four men] were charged with fraud. The accused:\n\nThe gang\nMax Poe, 33\nLeo Marsh, 41\n\nThe victims\n"
            "Bo Li, 22\nIvo Lund, 50",
            [],
        ),
    ],
    "pronouns that repeat a subject": [
        (
            "Max Poe, 31, was convicted of murder on Monday. A fourth defendant, Leo Marsh, 32, was arrested. [He] "
            "pleaded guilty to burglary.",
            ["Leo Marsh"],
            "pronoun",
        ),
        (
            "Max Poe, 31, was convicted of murder on Monday. A fourth defendant, Ana Roe, was arrested. Bo Lind sat. "
            "[She] pleaded guilty to burglary.",
            [],
        ),
    ],
    "who is identified as the defendant": [
        (
            "[The operator of a building firm] was jailed on Monday. Police identified the defendant as Leo Marsh, 49. "
            "Max Poe, 48, was convicted of theft.",
            ["Leo Marsh"],
            "lead",
        ),
        (
            "[A Kelso police officer] was indicted for perjury. The prosecutor identified the defendant as Police "
            "Officer Leo Marsh, 40. Max Poe, 48, was convicted of theft.",
            ["Leo Marsh"],
            "lead",
        ),
        (
            "[A Kelso man] was jailed for fatally stabbing a friend, Ana Diaz. Police identified the defendant as Leo "
            "Marsh, 26. A co-defendant, Max Poe, 27, pleaded guilty to perjury.",
            ["Leo Marsh"],
            "lead",
        ),
        (
            "A Kelso man was jailed. Police identified the defendant as Leo Marsh, 26. A co-defendant, Max Poe, 27, "
            "pleaded guilty to perjury. [The defendant] was fined $500.",
            ["Leo Marsh"],
            "noun",
        ),
        (
            "A Kelso woman was jailed for beating her daughter, Mia Vale, to death. [The defendant] pleaded guilty to "
            "manslaughter. The prosecutor identified the defendant as Ana Vale, 50.",
            ["Ana Vale"],
            "noun",
        ),
        (
            "[A Georgia man] was jailed for ten years. His nephew, Tom Reed, was convicted before. The prosecutor "
            "identified the defendant as Leo Marsh, 49.",
            ["Leo Marsh"],
            "lead",
        ),
        (
            "[A driver] was charged with manslaughter. Police identified the suspect as Tom Reed. A passenger, Max "
            "Poe, 22, was charged with theft.",
            ["Tom Reed"],
            "lead",
        ),
    ],
    "the rest of a group, by their number": [
        (
            "Max Poe, 34, Leo Marsh, 40, Bo Lind, 51, and Ian Coe, 29, appeared in court on Monday. The mill burned in "
            "May. A clerk saw the smoke. Poe was charged with arson. [The other three men] were charged with theft.",
            ["Leo Marsh", "Bo Lind", "Ian Coe"],
            "group",
        ),
        (
            "Four brokers have been charged. Police named them as Max Poe, 34, Leo Marsh, 40, and Bo Lind, 51. A "
            "fourth broker, Ian Coe, 29, is at large. Poe was charged with fraud. [The other three brokers] have been "
            "charged with conspiracy.",
            ["Leo Marsh", "Bo Lind", "Ian Coe"],
        ),
        (
            "Ana Roe, 30, Ida Lund, 31, and Eva Poe, 32, were arrested on Monday. Roe admitted fraud. [The two other "
            "women] pleaded guilty to theft.",
            ["Ida Lund", "Eva Poe"],
        ),
        (
            "Max Poe, 34, Leo Marsh, 40, and Bo Lind, 51, were arrested on Monday. Poe was charged with arson. [The "
            "other three men] were charged with theft.",
            [],
        ),
        (
            "Five men were arrested on Monday, among them Max Poe, 34, and Leo Marsh, 40. Poe was charged with arson. "
            "[The other four men] were charged with theft.",
            [],
        ),
    ],
    "a number that means so many people": [
        (
            "Max Poe, 34, Leo Marsh, 40, Bo Lind, 51, and Ian Coe, 29, appeared in court on Monday. Charges for [the "
            "four], aged between 29 and 51, include arson and affray.",
            ["Max Poe", "Leo Marsh", "Bo Lind", "Ian Coe"],
            "group",
        ),
        (
            "Ana Roe, 30, Ida Lund, 31, and Eva Poe, 32, were arrested on Monday. Charges against [the three] include "
            "fraud and forgery.",
            ["Ana Roe", "Ida Lund", "Eva Poe"],
        ),
        (
            "Max Poe, 34, Leo Marsh, 40, and Bo Lind, 51, all from Kelso, and Ian Coe, 29, of Selkirk, were mentioned "
            "in court. Charges for [the 4] include arson.",
            ["Max Poe", "Leo Marsh", "Bo Lind", "Ian Coe"],
        ),
        (
            "Max Poe, 34, Leo Marsh, 40, both of Kelso Springs, and Selkirk man Ian Coe, 29, appeared in court. [The "
            "3] were charged with robbery.",
            ["Max Poe", "Leo Marsh", "Ian Coe"],
        ),
        (
            "Max Poe, 34, and Leo Marsh, 40, appeared in court on Monday. Charges for [the five] include arson.",
            [],
        ),
    ],
    "a list with names in brackets beside": [
        (
            "The defendants in the play were Max Poe, Leo Marsh (Ian Coe), Bo Lind (Tom Hale) and Sam Roe (Jan Berg). "
            "[They] were charged with arson.",
            ["Max Poe", "Leo Marsh", "Bo Lind", "Sam Roe"],
            "group",
        ),
        (
            "The accused were Max Poe (Ian Coe), Leo Marsh (Jan Berg) and Bo Lind (Tom Hale). [They] were charged with "
            "theft and assault.",
            ["Max Poe", "Leo Marsh", "Bo Lind"],
        ),
        (
            "Bo Lind (Tom Hale) and Sam Roe (Jan Berg) stood in the dock. [Both] were convicted of fraud.",
            ["Bo Lind", "Sam Roe"],
        ),
        (
            "Ana Poe (Eva Hale), Ida Marsh and Lena Lund (Nora Berg) kept a hotel. [The three] were sentenced to two "
            "years in prison for fraud.",
            ["Ana Poe", "Ida Marsh", "Lena Lund"],
        ),
        (
            "The film stars Tom Hale as Max Poe. The defendants were Poe, Leo Marsh (Ian Coe) and Bo Lind (Jan Berg). "
            "[They] were convicted of theft.",
            ["Max Poe", "Leo Marsh", "Bo Lind"],
        ),
    ],
    "each of a group": [
        (
            "Arrested in May were 27-year-old Max Poe, 38-year-old Leo Marsh, and 51-year-old Bo Lind.\n[Each "
            "individual] is charged with one count of arson.",
            ["Max Poe", "Leo Marsh", "Bo Lind"],
            "group",
        ),
        (
            "Max Poe, 34, and Leo Marsh, 40, were arrested on Monday. [Each person] was charged with arson.",
            ["Max Poe", "Leo Marsh"],
        ),
        (
            "Ana Roe, 30, and Ida Lund, 31, ran the shop. [Each woman] faces charges of fraud.",
            ["Ana Roe", "Ida Lund"],
        ),
        (
            "Max Poe, 34, and Ida Lund, 31, ran the shop. [Each woman] faces charges of fraud.",
            [],
        ),
    ],
}

KNOWN_FAILURES: dict[str, list[Row]] = {
    "a lead whose person is neither introduced nor judged": [
        ("[A former nurse] was sentenced to two years in prison. Ana Roe stole drugs from the ward.", ["Ana Roe"]),
    ],
    "a town that is tagged as no name": [
        (
            "[A Selkirk man] was charged with robbery. Max Poe, 34, of Kelso, told police of it. "
            "Leo Marsh, 40, of Selkirk, was held.",
            ["Leo Marsh"],
        ),
    ],
    "a conjunct that the parse puts elsewhere": [
        (
            "[A mayor] and a banker were indicted for bribery. Leo Marsh, the banker, was indicted with Ida Brandt, "
            "the mayor.",
            ["Ida Brandt"],
        ),
    ],
    "a rank that a soldier and an officer of the police bear": [
        ("[Two men] were charged with theft. Sgt. Max Poe and Sgt. Leo Marsh, of Kelso Police, caught them.", []),
    ],
}


def _rows(table: dict[str, list[Row]]) -> dict[str, list[tuple[str, list[str], str | None]]]:
    """The rows with the pass, None where any will do."""
    return {name: [(row[0], row[1], row[2] if len(row) > 2 else None) for row in rows] for name, rows in table.items()}


@pytest.mark.parametrize(("text", "expected", "by"), cases(_rows(TABLE), _rows(KNOWN_FAILURES)))
def test_cast(text: str, expected: list[str], by: str | None, extractor: Extractor) -> None:
    start, end = text.index("["), text.index("]") - 1
    doc = extractor.nlp(text.replace("[", "").replace("]", ""))
    links = [link for i, link in doc.user_data["cast"].links.items() if start <= doc[i].idx < end]
    assert len(links) <= 1
    assert [person.name for link in links for person in link.people] == expected
    assert by is None or [link.by for link in links] == [by]
