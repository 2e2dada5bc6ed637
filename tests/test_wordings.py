"""The wordings in which papers of several countries tell charges, endings and penalties, by kind of construction."""

from __future__ import annotations

import pytest

from casefacts.extractor import Extractor
from facts import Fact, cases, charge, convicted, difference, facts_of, pleaded, prison, sentence, verdict

Row = tuple[str, list[Fact]]

TABLE: dict[str, list[Row]] = {
    "one of those charged": [
        ("Ana Roe, 29, is among those charged with loan fraud.", [charge("Ana Roe", "loan fraud")]),
        ("Police said Ana Roe was one of those charged with rioting.", [charge("Ana Roe", "rioting")]),
        ("Ana Roe was among those who were convicted of arson.", [convicted("Ana Roe", "arson")]),
        ("Among those charged with theft is Ana Roe, a clerk.", [charge("Ana Roe", "theft")]),
        ("Ana Roe was among those who saw the arson for which nobody was charged.", []),
        ("A fund was set up for those charged with theft, Ana Roe said.", []),
    ],
    "another behind but": [
        (
            "Max Poe was found guilty of arson, but his co-accused, Leo Marsh, was acquitted.",
            [convicted("Max Poe", "arson"), verdict("acquitted", "Leo Marsh", "arson")],
        ),
        (
            "Max Poe was convicted of fraud, but Ana Roe, 41, a clerk, was acquitted.",
            [convicted("Max Poe", "fraud"), verdict("acquitted", "Ana Roe")],
        ),
        ("Max Poe, 40, a poor, but honest man from Leeds, was convicted of fraud.", [convicted("Max Poe", "fraud")]),
        ("Max Poe wrote two plays and was praised, but Ana Roe acquitted herself well.", []),
    ],
    "among them somebody with a trade": [
        (
            "Ten people, including former mayor Max Poe and clerk Ana Roe, were charged with fraud.",
            [charge("Max Poe", "fraud"), charge("Ana Roe", "fraud")],
        ),
        (
            "Eight people including nurse Max Poe and police officer Ana Roe were charged with fraud.",
            [charge("Max Poe", "fraud"), charge("Ana Roe", "fraud")],
        ),
        ("Ten people, including clerk Ana Roe and Judge Max Poe, spoke of fraud charges.", []),
    ],
    "in court, accused": [
        ("Ana Roe was in court accused of insulting the king.", [charge("Ana Roe", "insulting the king")]),
        ("Ana Roe, who was in the dock accused of theft, wept.", [charge("Ana Roe", "theft")]),
        ("Ana Roe was in Leeds accused of theft by a neighbour.", []),
    ],
    "let off on a charge": [
        (
            "Ana Roe was convicted of theft. She was let off on another charge of supplying ecstasy.",
            [convicted("Ana Roe", "theft"), verdict("acquitted", "Ana Roe", "supplying ecstasy")],
        ),
        ("Ana Roe was let off on a charge of arson.", [verdict("acquitted", "Ana Roe", "arson")]),
        ("Ana Roe was let off on a technicality after the theft.", []),
    ],
    "a sentence that stands": [
        (
            "Max Poe was sentenced to death for murder on 2 May 2023. The Supreme Court upheld the death sentence of "
            "Poe on Monday.",
            [sentence("death", "Max Poe", "murder", date="2023-05-02")],
        ),
        (
            "Max Poe filed an appeal on 3 May 2021 challenging the death sentence for murder.",
            [sentence("death", "Max Poe", "murder")],
        ),
        (
            "Rights groups were urging the state to reverse the death sentence of Max Poe.",
            [sentence("death", "Max Poe", None)],
        ),
        (
            "A lawyer urged the state on Monday to annul the death sentence against Max Poe.",
            [sentence("death", "Max Poe", None)],
        ),
        (
            "The Supreme Court on Monday upheld a six-year prison sentence for Max Poe for fraud.",
            [prison("P6Y", "Max Poe", "fraud")],
        ),
        (
            "Prosecutors urged the court to sentence Max Poe to six years in prison for fraud.",
            [prison("P6Y", "Max Poe", "fraud", status="sought")],
        ),
    ],
    "what is denied behind a penalty": [
        (
            "Receiving two years in prison for theft, Ana Roe was not given a fine.",
            [prison("P2Y", "Ana Roe", "theft")],
        ),
        (
            "Ana Roe was sentenced to four years in prison on a burglary conviction.",
            [prison("P4Y", "Ana Roe", "burglary")],
        ),
        ("Ana Roe was locked away for 14 months for assault.", [prison("P14M", "Ana Roe", "assault")]),
    ],
    "let off by a court": [
        (
            "A judge in Lahore let off Tariq Bhutto with the benefit of the doubt in the bribery case on Monday.",
            [verdict("acquitted", "Tariq Bhutto", "bribery", date="2024-07-08", method="judge")],
        ),
        (
            "The court convicted two clerks of forgery. Their manager, Nasir Awan, was let off with the "
            "benefit of the doubt.",
            [verdict("acquitted", "Nasir Awan", "forgery")],
        ),
        (
            "A tribunal let off Bilal Khar, who was accused of theft; his brother Zia Khar was let off with "
            "the benefit of doubt.",
            [verdict("acquitted", "Zia Khar", "theft")],
        ),
        (
            "A court freed Peter Otieno, a trader who had been charged with robbery with violence.",
            [
                verdict("acquitted", "Peter Otieno", "robbery with violence"),
                charge("Peter Otieno", "robbery with violence"),
            ],
        ),
        (
            "The High Court on Friday freed Peter Otieno, who was accused of murder.",
            [verdict("acquitted", "Peter Otieno", "murder", date="2024-07-12", court="High Court")],
        ),
        (
            "Peter Otieno was freed by the court after prosecutors failed to prove the murder charge.",
            [verdict("acquitted", "Peter Otieno", "murder")],
        ),
        ("Peter Otieno was freed on bail by the court on Monday.", []),
        (
            "Peter Otieno, who was convicted of theft, was freed from prison in May.",
            [convicted("Peter Otieno", "theft")],
        ),
    ],
    "charge sheets and indictments that are filed": [
        ("Police submitted a chargesheet against Nasir Awan for cheating.", [charge("Nasir Awan", "cheating")]),
        (
            "Detectives submitted the charge-sheet against Nasir Awan in the murder case on 4 May.",
            [charge("Nasir Awan", "murder", date="2024-05-04")],
        ),
        (
            "A chargesheet was filed against Nasir Awan in the rape case last week.",
            [charge("Nasir Awan", "rape", date="2024-07")],
        ),
        ("Nasir Awan was chargesheeted for forgery in March.", [charge("Nasir Awan", "forgery", date="2024-03")]),
        (
            "The CBI filed a charge sheet against Nasir Awan, Bilal Khar and Omar Dar for criminal conspiracy "
            "and cheating.",
            [
                charge("Nasir Awan", "criminal conspiracy"),
                charge("Bilal Khar", "criminal conspiracy"),
                charge("Omar Dar", "criminal conspiracy"),
                charge("Nasir Awan", "cheating"),
                charge("Bilal Khar", "cheating"),
                charge("Omar Dar", "cheating"),
            ],
        ),
        (
            "The Attorney General filed indictments against Nimal Silva and Ruwan Perera on charges of bribery.",
            [charge("Nimal Silva", "bribery", action="indicted"), charge("Ruwan Perera", "bribery", action="indicted")],
        ),
        (
            "The Attorney General filed indictments against Nimal Silva in the High Court over the murder of his wife.",
            [charge("Nimal Silva", "murder", court="High Court", action="indicted")],
        ),
        (
            "The Bribery Commission filed indictments against Nimal Silva for soliciting a bribe in 2016.",
            [charge("Nimal Silva", "soliciting a bribe", action="indicted")],
        ),
    ],
    "charges that border on offenses": [
        (
            "Emeka Obi was arraigned on a four-count charge bordering on conspiracy, theft and forgery.",
            [charge("Emeka Obi", "conspiracy"), charge("Emeka Obi", "theft"), charge("Emeka Obi", "forgery")],
        ),
        (
            "The commission arraigned Emeka Obi and Sani Bello before Justice Ada Okoro on a seven-count "
            "charge bordering on money laundering and fraud.",
            [
                charge("Emeka Obi", "money laundering", judge="Ada Okoro"),
                charge("Sani Bello", "money laundering", judge="Ada Okoro"),
                charge("Emeka Obi", "fraud", judge="Ada Okoro"),
                charge("Sani Bello", "fraud", judge="Ada Okoro"),
            ],
        ),
        (
            "Emeka Obi pleaded not guilty to a two-count charge of impersonation and obtaining money by false "
            "pretences.",
            [
                charge("Emeka Obi", "impersonation", plea="not_guilty"),
                charge("Emeka Obi", "obtaining money by false pretences", plea="not_guilty"),
            ],
        ),
        (
            "Emeka Obi is facing a three-count charge of conspiracy, burglary and theft.",
            [charge("Emeka Obi", "conspiracy"), charge("Emeka Obi", "burglary"), charge("Emeka Obi", "theft")],
        ),
        ("Emeka Obi was docked on a six-count charge bordering on cheating.", [charge("Emeka Obi", "cheating")]),
        (
            "Max Poe was docked alongside his clerk, Li Wei, on a two-count charge bordering on theft and forgery.",
            [
                charge("Max Poe", "theft"),
                charge("Li Wei", "theft"),
                charge("Max Poe", "forgery"),
                charge("Li Wei", "forgery"),
            ],
        ),
    ],
    "walked free with a penalty": [
        (
            "Gemma Poole walked free from court with eight months, suspended for two years, for fraud.",
            [sentence("suspended", "Gemma Poole", "fraud", duration="P8M")],
        ),
        (
            "Gemma Poole, convicted of fraud, walked free with a suspended sentence of nine months.",
            [convicted("Gemma Poole", "fraud"), sentence("suspended", "Gemma Poole", "fraud", duration="P9M")],
        ),
        (
            "Gemma Poole, who admitted theft, walked free with 100 hours of unpaid work.",
            [pleaded("Gemma Poole", "theft"), sentence("community_service", "Gemma Poole", "theft", duration="PT100H")],
        ),
        (
            "His sister Gemma Poole, who pleaded guilty to fraud at Derby Crown Court, left court with ten "
            "months, suspended for a year.",
            [
                sentence("suspended", "Gemma Poole", "fraud", duration="P10M"),
                pleaded("Gemma Poole", "fraud", court="Derby Crown Court"),
            ],
        ),
        (
            "Gemma Poole walked free with 90 hours of unpaid work and a £300 fine for theft.",
            [
                sentence("community_service", "Gemma Poole", "theft", duration="PT90H"),
                sentence("fine", "Gemma Poole", "theft", amount=300.0, currency="GBP"),
            ],
        ),
        ("Gemma Poole walked free from court after the case was dropped.", []),
    ],
    "orders and bonds": [
        (
            "Judge Mary Nolan gave Aoife Brady the Probation Act for shoplifting.",
            [sentence("other", "Aoife Brady", "shoplifting", judge="Mary Nolan")],
        ),
        (
            "Darren Hume received a 12-month intensive correction order for fraud.",
            [sentence("other", "Darren Hume", "fraud", duration="P12M")],
        ),
        (
            "Darren Hume was sentenced to a two-year intensive correction order for fraud.",
            [sentence("other", "Darren Hume", "fraud", duration="P2Y")],
        ),
        (
            "Magistrate Jo Tran placed Darren Hume on an 18-month good behaviour bond for assault.",
            [sentence("other", "Darren Hume", "assault", judge="Jo Tran", duration="P18M")],
        ),
        (
            "Darren Hume, who pleaded guilty to assault, was given a nine-month community corrections order.",
            [pleaded("Darren Hume", "assault"), sentence("other", "Darren Hume", "assault", duration="P9M")],
        ),
        (
            "Aoife Brady was convicted of theft and got the Probation Act.",
            [convicted("Aoife Brady", "theft"), sentence("other", "Aoife Brady", "theft")],
        ),
    ],
    "a term in place of a fine": [
        (
            "Sani Bello was sentenced to a fine of N500,000 or two years in prison for cheating.",
            [
                sentence("fine", "Sani Bello", "cheating", amount=500000.0, currency="NGN"),
                prison("P2Y", "Sani Bello", "cheating", status="possible"),
            ],
        ),
        (
            "Magistrate Kip Rono ordered Joan Atieno to pay a fine of Sh50,000 or serve six months in jail for "
            "assault.",
            [
                sentence("fine", "Joan Atieno", "assault", judge="Kip Rono", amount=50000.0),
                sentence("jail", "Joan Atieno", "assault", judge="Kip Rono", status="possible", duration="P6M"),
            ],
        ),
        (
            "Joan Atieno, found guilty of forgery, was given a fine of Sh1 million or four years' imprisonment.",
            [
                convicted("Joan Atieno", "forgery"),
                sentence("fine", "Joan Atieno", "forgery", amount=1000000.0),
                prison("P4Y", "Joan Atieno", "forgery", status="possible"),
            ],
        ),
        (
            "Joan Atieno was fined Sh20,000 or three months in jail for littering.",
            [
                sentence("fine", "Joan Atieno", "littering", amount=20000.0),
                sentence("jail", "Joan Atieno", "littering", status="possible", duration="P3M"),
            ],
        ),
        (
            "The court sentenced Max Poe to six months in jail or a fine of $900 for theft.",
            [
                sentence("jail", "Max Poe", "theft", duration="P6M"),
                sentence("fine", "Max Poe", "theft", status="possible", amount=900.0, currency="USD"),
            ],
        ),
        (
            "Max Poe was given two years in prison and a fine of $500 or 20 hours of community service.",
            [
                prison("P2Y", "Max Poe"),
                sentence("fine", "Max Poe", amount=500.0, currency="USD"),
                sentence("community_service", "Max Poe", status="possible", duration="PT20H"),
            ],
        ),
    ],
    "a term for whoever fails to pay": [
        (
            "Abdul Karim was jailed for five years for fraud and fined Tk 10,000. He will have to serve six "
            "months more in jail if he fails to pay.",
            [
                prison("P5Y", "Abdul Karim", "fraud"),
                sentence("fine", "Abdul Karim", "fraud", amount=10000.0, currency="BDT"),
                sentence("jail", "Abdul Karim", status="possible", duration="P6M"),
            ],
        ),
        (
            "The court fined Joan Atieno Sh100,000 for theft or, in default, one year in jail.",
            [sentence("fine", "Joan Atieno", "theft", amount=100000.0)],
        ),
        (
            "Zia Khar was jailed for two years for theft and fined Rs5,000. He will serve two months more in "
            "prison for non-payment.",
            [
                prison("P2Y", "Zia Khar", "theft"),
                sentence("fine", "Zia Khar", "theft", amount=5000.0, currency="INR"),
                prison("P2M", "Zia Khar", status="possible"),
            ],
        ),
        (
            "Zia Khar was convicted of theft and fined Sh9,000, failing which he will serve a month in jail.",
            [convicted("Zia Khar", "theft"), sentence("fine", "Zia Khar", "theft", amount=9000.0)],
        ),
    ],
    "fined in other money": [
        (
            "Omar Dar was jailed for two years for theft and fined Rs5,000.",
            [prison("P2Y", "Omar Dar", "theft"), sentence("fine", "Omar Dar", "theft", amount=5000.0, currency="INR")],
        ),
        (
            "Omar Dar was convicted of theft and fined Sh20,000.",
            [convicted("Omar Dar", "theft"), sentence("fine", "Omar Dar", "theft", amount=20000.0)],
        ),
        (
            "The court jailed Omar Dar for two years for theft and fined him N40,000.",
            [prison("P2Y", "Omar Dar", "theft"), sentence("fine", "Omar Dar", "theft", amount=40000.0, currency="NGN")],
        ),
        (
            "A judge convicted Omar Dar of theft and fined the trader Ksh 9,000.",
            [
                convicted("Omar Dar", "theft", method="judge"),
                sentence("fine", "Omar Dar", "theft", amount=9000.0, currency="KES"),
            ],
        ),
        (
            "Omar Dar was sentenced to a year for forgery and fined Tk 700.",
            [
                prison("P1Y", "Omar Dar", "forgery"),
                sentence("fine", "Omar Dar", "forgery", amount=700.0, currency="BDT"),
            ],
        ),
    ],
    "a sentence that is cut": [
        (
            "The appeal court cut to six years the nine-year sentence that Joan Atieno got in 2019 for manslaughter.",
            [prison("P6Y", "Joan Atieno", "manslaughter"), prison("P9Y", "Joan Atieno", "manslaughter")],
        ),
        (
            "The appeal court reduced to eight years the 12-year sentence of Joan Atieno, convicted of arson.",
            [
                prison("P8Y", "Joan Atieno", "arson"),
                prison("P12Y", "Joan Atieno", "arson"),
                convicted("Joan Atieno", "arson"),
            ],
        ),
        (
            "The appeal court cut Joan Atieno's nine-year sentence for manslaughter to six years.",
            [prison("P9Y", "Joan Atieno", "manslaughter"), prison("P6Y", "Joan Atieno", "manslaughter")],
        ),
        (
            "A court of appeal cut to four years the eight-year sentence of Max Poe, who was convicted of forgery.",
            [prison("P4Y", "Max Poe", "forgery"), prison("P8Y", "Max Poe", "forgery"), convicted("Max Poe", "forgery")],
        ),
        (
            "The judges reduced Max Poe's ten-year sentence for arson to seven years.",
            [prison("P10Y", "Max Poe", "arson"), prison("P7Y", "Max Poe", "arson")],
        ),
    ],
    "restitution and forfeiture": [
        (
            "Sani Bello pleaded guilty to cheating. The court ordered him to restitute N2 million to his victim.",
            [
                pleaded("Sani Bello", "cheating"),
                sentence("restitution", "Sani Bello", "cheating", amount=2000000.0, currency="NGN"),
            ],
        ),
        (
            "Sani Bello was convicted of fraud and ordered to restitute the sum of $900.",
            [
                convicted("Sani Bello", "fraud"),
                sentence("restitution", "Sani Bello", "fraud", amount=900.0, currency="USD"),
            ],
        ),
        (
            "Sani Bello was jailed for a year for impersonation. The judge also ordered the forfeiture of his "
            "Toyota car and $300.",
            [prison("P1Y", "Sani Bello", "impersonation"), sentence("forfeiture", "Sani Bello", "impersonation")],
        ),
        (
            "Sani Bello pleaded guilty to cyber fraud. Justice Ada Okoro sentenced him to six months and "
            "ordered the forfeiture of his laptop.",
            [
                pleaded("Sani Bello", "cyber fraud"),
                prison("P6M", "Sani Bello", "cyber fraud", judge="Ada Okoro"),
                sentence("forfeiture", "Sani Bello", "cyber fraud", judge="Ada Okoro"),
            ],
        ),
        (
            "Max Poe was jailed for a year for fraud and ordered to refund $400.",
            [
                prison("P1Y", "Max Poe", "fraud"),
                sentence("restitution", "Max Poe", "fraud", amount=400.0, currency="USD"),
            ],
        ),
    ],
    "what the prosecution asked for": [
        (
            "The prosecutor, Neil Drake, had asked for a sentence of not less than ten years. Judge Ann Cole "
            "jailed Rick Moss for eight years for arson.",
            [
                sentence("prison", "Rick Moss", status="sought", min_duration="P10Y"),
                prison("P8Y", "Rick Moss", "arson", judge="Ann Cole"),
            ],
        ),
        (
            "Rick Moss was jailed for eight years for arson. Crown prosecutor Neil Drake had asked for a head "
            "sentence of at least 12 years.",
            [
                prison("P8Y", "Rick Moss", "arson"),
                sentence("prison", "Rick Moss", status="sought", min_duration="P12Y"),
            ],
        ),
        (
            "Max Poe was jailed for three years for theft. The prosecution had sought seven years for the ringleader.",
            [prison("P3Y", "Max Poe", "theft")],
        ),
        (
            "Max Poe was convicted of theft and Li Wei of fraud. Prosecutor Ann Lund asked for ten years in "
            "prison for the clerk.",
            [convicted("Max Poe", "theft"), convicted("Li Wei", "fraud")],
        ),
        (
            "Prosecutors had asked for a prison sentence of 12 years for Max Poe, who was convicted of arson.",
            [prison("P12Y", "Max Poe", status="sought"), convicted("Max Poe", "arson")],
        ),
    ],
    "what somebody had quashed or dismissed": [
        (
            "Rick Moss had his conviction for arson quashed by the Court of Appeal.",
            [verdict("overturned", "Rick Moss", "arson", court="Court of Appeal", method="appeal")],
        ),
        (
            "In 2020 Rick Moss had his robbery conviction overturned.",
            [verdict("overturned", "Rick Moss", "robbery", date="2020", method="appeal")],
        ),
        (
            "Rick Moss had charges of theft dismissed last month.",
            [verdict("dismissed", "Rick Moss", "theft", date="2024-06")],
        ),
        (
            "Rick Moss was convicted of affray. His brother, Joe Moss, had a charge of his own dropped in May.",
            [convicted("Rick Moss", "affray"), verdict("dismissed", "Joe Moss", date="2024-05")],
        ),
        ("Had Rick Moss had his conviction quashed, he would have walked free.", []),
        (
            "His lawyer lost a bid to have the case dismissed. Max Poe was charged with arson.",
            [charge("Max Poe", "arson")],
        ),
        ("Max Poe asked a judge to have the theft charge thrown out.", []),
        (
            "The firm's lawyers sought to have the charges dismissed. Max Poe was charged with arson.",
            [charge("Max Poe", "arson")],
        ),
    ],
    "a jury that cannot agree": [
        (
            "The jury convicted Rick Moss of arson. It was unable to agree on a charge of theft.",
            [convicted("Rick Moss", "arson", method="jury"), verdict("mistrial", "Rick Moss", "theft")],
        ),
        (
            "The jury was unable to agree on a second charge of burglary against Rick Moss.",
            [verdict("mistrial", "Rick Moss", "burglary", method="jury")],
        ),
        (
            "The jury acquitted Rick Moss of arson. They were unable to reach a verdict on a charge of perjury.",
            [verdict("acquitted", "Rick Moss", "arson", method="jury"), verdict("mistrial", "Rick Moss", "perjury")],
        ),
        (
            "Jurors convicted Rick Moss of theft but were unable to agree on a charge of fraud.",
            [convicted("Rick Moss", "theft", method="jury"), verdict("mistrial", "Rick Moss", "fraud", method="jury")],
        ),
        ("Ministers were unable to agree on a charge for parking, Rick Moss said.", []),
    ],
    "charges that are struck out or withdrawn": [
        (
            "Judge Ann Cole struck out the charge of assault against Rick Moss.",
            [verdict("dismissed", "Rick Moss", "assault", judge="Ann Cole", method="judge")],
        ),
        (
            "A charge of theft against Rick Moss was struck out at Cork District Court.",
            [verdict("dismissed", "Rick Moss", "theft", court="Cork District Court")],
        ),
        (
            "The Bribery Commission withdrew the case against Nimal Silva, who was charged with bribery.",
            [verdict("dismissed", "Nimal Silva", "bribery"), charge("Nimal Silva", "bribery")],
        ),
        (
            "The anti-corruption commission withdrew a charge of bribery against Max Poe.",
            [verdict("dismissed", "Max Poe", "bribery")],
        ),
        (
            "Judge Ann Cole struck out three counts of theft against Max Poe.",
            [verdict("dismissed", "Max Poe", "theft", judge="Ann Cole", method="judge")],
        ),
    ],
    "if convicted they face": [
        (
            "Nimal Silva and Ravi Fonseka were arrested with drugs in May. If convicted of drug possession, "
            "the two face up to seven years.",
            [
                prison("P7Y", "Nimal Silva", "drug possession", status="possible"),
                prison("P7Y", "Ravi Fonseka", "drug possession", status="possible"),
            ],
        ),
        (
            "Lee Poole and Ned Poole are charged with arson. If convicted, they face up to 15 years.",
            [
                charge("Lee Poole", "arson"),
                charge("Ned Poole", "arson"),
                prison("P15Y", "Lee Poole", "arson", status="possible"),
                prison("P15Y", "Ned Poole", "arson", status="possible"),
            ],
        ),
        (
            "Max Poe is charged with theft. If found guilty, he could face up to six years.",
            [charge("Max Poe", "theft"), prison("P6Y", "Max Poe", "theft", status="possible")],
        ),
        (
            "Ana Roe, charged with perjury, will face up to two years if convicted.",
            [charge("Ana Roe", "perjury"), prison("P2Y", "Ana Roe", "perjury", status="possible")],
        ),
        (
            "Max Poe is charged with arson. He faces up to 20 years.",
            [charge("Max Poe", "arson"), prison("P20Y", "Max Poe", "arson", status="possible")],
        ),
    ],
    "is expected to get": [
        (
            "Under his agreement with prosecutors Lee Poole, who pleaded guilty to theft, is expected to get "
            "two years in prison.",
            [pleaded("Lee Poole", "theft"), prison("P2Y", "Lee Poole", "theft", status="expected")],
        ),
        (
            "Lee Poole was convicted of theft. Ned Poole pleaded guilty to perjury and is expected to receive "
            "six months in jail.",
            [
                convicted("Lee Poole", "theft"),
                pleaded("Ned Poole", "perjury"),
                sentence("jail", "Ned Poole", "perjury", status="expected", duration="P6M"),
            ],
        ),
        (
            "Ana Roe pleaded guilty to theft. She will be sentenced in May and under the deal is expected to "
            "get a year in prison.",
            [pleaded("Ana Roe", "theft"), prison("P1Y", "Ana Roe", "theft", status="expected")],
        ),
        (
            "Ana Roe was jailed for two years for fraud. Her clerk, Max Poe, pleaded guilty to perjury and is "
            "expected to get a year in prison under his plea agreement.",
            [
                prison("P2Y", "Ana Roe", "fraud"),
                pleaded("Max Poe", "perjury"),
                prison("P1Y", "Max Poe", "perjury", status="expected"),
            ],
        ),
        (
            "Max Poe, who pleaded guilty to arson, is expected to be handed three years in prison, prosecutors said.",
            [pleaded("Max Poe", "arson"), prison("P3Y", "Max Poe", "arson", status="expected")],
        ),
    ],
    "one verb for several": [
        (
            "Two guards pleaded guilty: Lee Poole to bribery and Ned Fisk to theft.",
            [pleaded("Lee Poole", "bribery"), pleaded("Ned Fisk", "theft")],
        ),
        (
            "Three brokers have pleaded guilty in the case: Lee Poole to mail fraud, Ned Fisk to perjury and "
            "Ann Cole to wire fraud.",
            [pleaded("Lee Poole", "mail fraud"), pleaded("Ned Fisk", "perjury"), pleaded("Ann Cole", "wire fraud")],
        ),
        (
            "Lee Poole pleaded guilty to bribery and Ned Fisk to theft.",
            [pleaded("Lee Poole", "bribery"), pleaded("Ned Fisk", "theft")],
        ),
        (
            "Lee Poole was convicted of murder and Ned Fisk of manslaughter.",
            [convicted("Lee Poole", "murder"), convicted("Ned Fisk", "manslaughter")],
        ),
        (
            "Lee Poole was charged with robbery, Ned Fisk with burglary and Ann Cole with handling stolen goods.",
            [
                charge("Lee Poole", "robbery"),
                charge("Ned Fisk", "burglary"),
                charge("Ann Cole", "handling stolen goods"),
            ],
        ),
    ],
    "each group its own penalty": [
        (
            "The court sentenced four people to death and three others to life for murder. Lee Poole, Ned "
            "Fisk, Max Orr and Sam Hill got the death penalty.",
            [
                sentence("death", "Lee Poole", "murder"),
                sentence("death", "Ned Fisk", "murder"),
                sentence("death", "Max Orr", "murder"),
                sentence("death", "Sam Hill", "murder"),
            ],
        ),
        (
            "Lee Poole and Ned Fisk were among five men convicted of murder. The judge sentenced the two to "
            "death and the others to life in prison.",
            [
                convicted("Lee Poole", "murder"),
                convicted("Ned Fisk", "murder"),
                sentence("death", "Lee Poole", "murder"),
                sentence("death", "Ned Fisk", "murder"),
            ],
        ),
        (
            "Lee Poole and Ned Fisk were convicted of murder. The court sentenced two men to death and six "
            "others to life imprisonment.",
            [convicted("Lee Poole", "murder"), convicted("Ned Fisk", "murder")],
        ),
        (
            "Max Poe was jailed for ten years and Li Wei for six years for fraud.",
            [prison("P10Y", "Max Poe", "fraud"), prison("P6Y", "Li Wei", "fraud")],
        ),
        (
            "Max Poe was sentenced to five years for theft and to two years for fraud.",
            [prison("P5Y", "Max Poe", "theft"), prison("P2Y", "Max Poe", "fraud")],
        ),
        (
            "The court sentenced Max Poe to five years in prison and two other men to three years for smuggling.",
            [prison("P5Y", "Max Poe", "smuggling")],
        ),
    ],
    "those who got it are": [
        (
            "A court convicted five men of murder. Those who got life imprisonment are Lee Poole and Ned Fisk.",
            [sentence("life", "Lee Poole", "murder"), sentence("life", "Ned Fisk", "murder")],
        ),
        (
            "The court convicted six men of robbery. Those sentenced to death are Lee Poole, Ned Fisk and Max Orr.",
            [
                sentence("death", "Lee Poole", "robbery"),
                sentence("death", "Ned Fisk", "robbery"),
                sentence("death", "Max Orr", "robbery"),
            ],
        ),
        (
            "Those jailed for ten years were Lee Poole and Ned Fisk.",
            [prison("P10Y", "Lee Poole"), prison("P10Y", "Ned Fisk")],
        ),
        (
            "Those acquitted are Lee Poole and Ned Fisk, the court said.",
            [verdict("acquitted", "Lee Poole"), verdict("acquitted", "Ned Fisk")],
        ),
        ("Those who were convicted of fraud lose their licence, said Lee Poole.", []),
    ],
    "one of several": [
        ("One of the inmates, Lee Poole, is serving 15 years for burglary.", [prison("P15Y", "Lee Poole", "burglary")]),
        (
            "An inmate, Lee Poole, was serving 12 years for arson when he escaped.",
            [prison("P12Y", "Lee Poole", "arson")],
        ),
        ("Inmates serving 15 years for burglary are held there, Lee Poole said.", []),
        ("One of the drivers, Max Poe, was convicted of theft.", [convicted("Max Poe", "theft")]),
        ("One of the inmates, Ana Roe, was jailed for six years for fraud.", [prison("P6Y", "Ana Roe", "fraud")]),
    ],
    "fined without a sum": [
        ("Lee Poole was fined by the court for littering.", [sentence("fine", "Lee Poole", "littering")]),
        (
            "Lee Poole was fined for speeding at Derby Magistrates' Court.",
            [sentence("fine", "Lee Poole", "speeding", court="Derby Magistrates' Court")],
        ),
        (
            "Magistrates fined Lee Poole for drink-driving in 2019.",
            [sentence("fine", "Lee Poole", "drink-driving", date="2019")],
        ),
        ("The league fined Lee Poole for fighting.", []),
        ("Lee Poole was fined for being late to training.", []),
    ],
    "sent for trial": [
        (
            "Lee Poole was sent forward for trial to Cork Circuit Court on three charges of theft and one of fraud.",
            [
                charge("Lee Poole", "theft", court="Cork Circuit Court", counts=3),
                charge("Lee Poole", "fraud", court="Cork Circuit Court", counts=1),
            ],
        ),
        (
            "Lee Poole contested a charge of obstruction at Cork District Court.",
            [charge("Lee Poole", "obstruction", court="Cork District Court")],
        ),
        (
            "Lee Poole waived a preliminary hearing on charges of theft and trespass.",
            [charge("Lee Poole", "theft"), charge("Lee Poole", "trespass")],
        ),
        (
            "Max Poe was returned for trial to the Circuit Court on a charge of arson.",
            [charge("Max Poe", "arson", court="Circuit Court")],
        ),
        (
            "Ana Roe contested two charges of theft at Cork District Court.",
            [charge("Ana Roe", "theft", court="Cork District Court", counts=2)],
        ),
    ],
    "further orders": [
        (
            "Lee Poole was jailed for a year for fraud. Poole must also carry out 80 hours of unpaid work.",
            [
                prison("P1Y", "Lee Poole", "fraud"),
                sentence("community_service", "Lee Poole", "fraud", duration="PT80H"),
            ],
        ),
        ("Lee Poole, who was on parole for a 2011 robbery, was returned to prison for nine months.", []),
        (
            "Max Poe was jailed for a year for theft and ordered to carry out 60 hours of unpaid work.",
            [prison("P1Y", "Max Poe", "theft"), sentence("community_service", "Max Poe", "theft", duration="PT60H")],
        ),
        (
            "Ana Roe, who is on parole for theft, was jailed for nine months for fraud.",
            [prison("P9M", "Ana Roe", "fraud")],
        ),
        (
            "Ana Roe was convicted of theft. She must also carry out 90 hours of community service.",
            [convicted("Ana Roe", "theft"), sentence("community_service", "Ana Roe", "theft", duration="PT90H")],
        ),
    ],
    "charged, and when": [
        (
            "Judge Ann Lund convicted Ana Roe and Max Poe of forgery. The two were charged in November 2018.",
            [
                convicted("Ana Roe", "forgery", judge="Ann Lund", method="judge"),
                convicted("Max Poe", "forgery", judge="Ann Lund", method="judge"),
                charge("Ana Roe", "forgery", date="2018-11"),
                charge("Max Poe", "forgery", date="2018-11"),
            ],
        ),
        (
            "Lee Poole was convicted of fraud on Monday. He was indicted in March 2021.",
            [
                convicted("Lee Poole", "fraud", date="2024-07-08"),
                charge("Lee Poole", "fraud", date="2021-03", action="indicted"),
            ],
        ),
        (
            "Max Poe was convicted of fraud in June. He was charged in May 2019.",
            [convicted("Max Poe", "fraud", date="2024-06"), charge("Max Poe", "fraud", date="2019-05")],
        ),
        (
            "Ana Roe, who was indicted in January 2021, was acquitted of perjury.",
            [
                charge("Ana Roe", "perjury", date="2021-01", action="indicted"),
                verdict("acquitted", "Ana Roe", "perjury"),
            ],
        ),
        ("Max Poe was convicted of fraud. He was charged $40 in May 2019.", [convicted("Max Poe", "fraud")]),
    ],
    "a trial to come": [
        ("Leo Marsh is awaiting trial for murder.", [charge("Leo Marsh", "murder")]),
        ("Leo Marsh is due to stand trial on charges of theft in May.", [charge("Leo Marsh", "theft")]),
        ("Leo Marsh is set to go on trial for arson.", [charge("Leo Marsh", "arson")]),
        ("Leo Marsh died in jail while awaiting trial on fraud charges.", [charge("Leo Marsh", "fraud")]),
        ("Leo Marsh, who awaits trial for perjury, moved to Leeds.", [charge("Leo Marsh", "perjury")]),
    ],
    "accused, and in court": [
        (
            "Leo Marsh, 23, who is accused of robbery, appeared at Kelso Magistrates' Court on Friday.",
            [charge("Leo Marsh", "robbery", date="2024-07-12", court="Kelso Magistrates' Court")],
        ),
        (
            "Leo Marsh, accused of killing his wife, was in court on Friday.",
            [charge("Leo Marsh", "killing his wife", date="2024-07-12")],
        ),
        (
            "Leo Marsh appeared before a judge on Friday. He is accused of theft.",
            [charge("Leo Marsh", "theft", date="2024-07-12")],
        ),
        ("Leo Marsh, who is accused of theft, failed to appear in court.", []),
        ("Leo Marsh, who is accused of breaking a contract, appeared at a civil court.", []),
    ],
    "an arraignment to come": [
        ("Leo Marsh will be arraigned today on two counts of arson.", [charge("Leo Marsh", "arson", counts=2)]),
        ("Leo Marsh is scheduled to be arraigned on a fraud charge.", [charge("Leo Marsh", "fraud")]),
        ("Leo Marsh may be arraigned on a fraud charge.", []),
        (
            "Leo Marsh was charged with arson. He will be arraigned on the new charges tomorrow.",
            [charge("Leo Marsh", "arson")],
        ),
        (
            "Leo Marsh will be arraigned tomorrow on one count of murder for hitting and killing a guard.",
            [charge("Leo Marsh", "murder", counts=1)],
        ),
    ],
    "trials that are faced": [
        ("Leo Marsh faces a criminal trial for perjury this year.", [charge("Leo Marsh", "perjury")]),
        ("Leo Marsh is facing a second trial on a charge of arson.", [charge("Leo Marsh", "arson")]),
        ("Leo Marsh could face a new trial for arson.", []),
    ],
    "who and what of an advisory": [
        ("WHO: Leo Marsh, 33, Kelso\nWHAT: Has been charged with theft.", [charge("Leo Marsh", "theft")]),
        (
            "WHO: Leo Marsh, 33, Kelso\nWHAT: Was charged with two counts of theft.\nWHEN: Today",
            [charge("Leo Marsh", "theft", counts=2)],
        ),
        ("WHO: Leo Marsh\nWHAT: Will be arraigned on a charge of arson.", [charge("Leo Marsh", "arson")]),
        ("WHO: Leo Marsh\nWHAT: To be sentenced for arson and four hours of threats.", []),
        ("WHO: Ana Roe, prosecutor\nWHAT: Max Poe has been charged with theft.", [charge("Max Poe", "theft")]),
    ],
    "a complaint amended": [
        (
            "The District Attorney amended the complaint to charge Leo Marsh, 22, with one count of battery.",
            [charge("Leo Marsh", "battery", counts=1)],
        ),
        (
            "The indictment was amended to charge Leo Marsh with theft.",
            [charge("Leo Marsh", "theft", action="indicted")],
        ),
        ("The law was amended to charge drivers with theft, Leo Marsh said.", []),
        ("Prosecutors filed to charge Leo Marsh with theft.", []),
    ],
    "terms ordered, and hours of something else": [
        (
            "Leo Marsh was convicted of murder and ordered to serve a minimum of 21 years.",
            [convicted("Leo Marsh", "murder"), sentence("prison", "Leo Marsh", "murder", min_duration="P21Y")],
        ),
        (
            "Leo Marsh was ordered to serve a mandatory minimum term of 21 years for murder.",
            [sentence("prison", "Leo Marsh", "murder", min_duration="P21Y")],
        ),
        ("Leo Marsh was sentenced for theft after three hours of talks.", []),
    ],
    "a term that somebody wants undone": [
        (
            "Leo Marsh asked the court to reduce his nine-year jail term for robbery.",
            [sentence("jail", "Leo Marsh", "robbery", duration="P9Y")],
        ),
        (
            "Leo Marsh wants the court to quash his nine-year sentence for robbery.",
            [sentence("prison", "Leo Marsh", "robbery", duration="P9Y")],
        ),
        (
            "A judge refused to cut Leo Marsh's nine-year sentence for robbery.",
            [sentence("prison", "Leo Marsh", "robbery", duration="P9Y")],
        ),
        (
            "Leo Marsh asked the court to cut his nine-year sentence for robbery to five years.",
            [
                sentence("prison", "Leo Marsh", "robbery", duration="P5Y", status="sought"),
                sentence("prison", "Leo Marsh", "robbery", duration="P9Y"),
            ],
        ),
        ("Leo Marsh hopes to cut the maximum nine-year sentence for robbery.", []),
    ],
    "a body's name": [
        ("Leo Marsh was fined and received the Harbor and Protective Order of Elks Award.", []),
        (
            "Leo Marsh was convicted of theft and received a protective order.",
            [convicted("Leo Marsh", "theft"), sentence("other", "Leo Marsh", "theft")],
        ),
    ],
    "one more defendant, and one more charge": [
        (
            "Two men were charged with beating a clerk. Leo Marsh, 22, was charged with one count of battery. "
            "Max Poe, 24, was also charged with two counts of abuse of an adult.",
            [
                charge("Leo Marsh", "battery", counts=1),
                charge("Max Poe", "abuse of an adult", counts=2),
            ],
        ),
        (
            "A man was charged with stabbing a clerk. Leo Marsh was also charged with theft.",
            [charge("Leo Marsh", "stabbing a clerk"), charge("Leo Marsh", "theft")],
        ),
    ],
    "a headline's infinitive": [
        ("Leo Marsh to be sentenced to five years on Friday for theft.", []),
        ("Leo Marsh and Ana Roe to be charged with theft.", []),
    ],
    "what a body is called": [
        ("The Bribery Commission arraigned Max Poe on a charge of forgery.", [charge("Max Poe", "forgery")]),
        ("The Fraud Squad arrested Max Poe, who was charged with theft.", [charge("Max Poe", "theft")]),
        ("The commission arraigned Max Poe on a charge of perjury.", [charge("Max Poe", "perjury")]),
        ("The Homicide Unit charged Max Poe with arson.", [charge("Max Poe", "arson")]),
        ("The Anti-Corruption Commission charged Max Poe with bribery.", [charge("Max Poe", "bribery")]),
    ],
    "guilty verdicts, and on whom": [
        (
            "Ana Roe, Max Poe and Lia Moe went on trial for arson in May. The jury returned guilty verdicts "
            "on all three defendants.",
            [
                charge("Ana Roe", "arson"),
                charge("Max Poe", "arson"),
                charge("Lia Moe", "arson"),
                convicted("Ana Roe", "arson", method="jury"),
                convicted("Max Poe", "arson", method="jury"),
                convicted("Lia Moe", "arson", method="jury"),
            ],
        ),
        (
            "Ana Roe and Max Poe stood trial for fraud. Jurors returned guilty verdicts for both defendants "
            "on Friday. Ben Coe and Ida Lund pleaded guilty to theft.",
            [
                charge("Ana Roe", "fraud"),
                charge("Max Poe", "fraud"),
                convicted("Ana Roe", "fraud", date="2024-07-12", method="jury"),
                convicted("Max Poe", "fraud", date="2024-07-12", method="jury"),
                pleaded("Ben Coe", "theft"),
                pleaded("Ida Lund", "theft"),
            ],
        ),
        (
            "The jury returned a guilty verdict in the arson trial of Ana Roe.",
            [convicted("Ana Roe", "arson", method="jury"), charge("Ana Roe", "arson")],
        ),
        (
            "The jury returned a guilty verdict against Max Poe, a Kelso butcher, in the robbery case.",
            [convicted("Max Poe", "robbery", method="jury")],
        ),
        (
            "The jury returned a guilty verdict on two counts of theft against Max Poe.",
            [convicted("Max Poe", "theft", counts=2, method="jury")],
        ),
        ("The critics returned a guilty verdict on Max Poe's new play.", []),
    ],
    "the same offences": [
        (
            "Ana Roe was granted bail on charges of theft and fraud. Max Poe, 23, appeared in court accused "
            "of the same offences.",
            [
                charge("Ana Roe", "theft"),
                charge("Ana Roe", "fraud"),
                charge("Max Poe", "theft"),
                charge("Max Poe", "fraud"),
            ],
        ),
        (
            "Ana Roe was charged with theft and fraud. Max Poe was charged with the same offences.",
            [
                charge("Ana Roe", "theft"),
                charge("Ana Roe", "fraud"),
                charge("Max Poe", "theft"),
                charge("Max Poe", "fraud"),
            ],
        ),
        (
            "Ana Roe was charged with two counts of theft. Max Poe pleaded guilty to the same charges.",
            [charge("Ana Roe", "theft", counts=2), pleaded("Max Poe", "theft")],
        ),
        (
            "Ana Roe pleaded guilty to arson. Her brother Max Poe has been charged with the same crime.",
            [pleaded("Ana Roe", "arson"), charge("Max Poe", "arson")],
        ),
        (
            "Ana Roe was convicted of theft. Years later Max Poe was convicted of the very same offence.",
            [convicted("Ana Roe", "theft"), convicted("Max Poe", "theft")],
        ),
        (
            "Ana Roe was charged with theft. The ferry was late. The band played on. Nobody sang. The hall "
            "was full. Rain fell. Max Poe was charged with the same crime.",
            [charge("Ana Roe", "theft")],
        ),
    ],
    "accused in court": [
        (
            "Max Poe, 23, appeared in court accused of theft and fraud.",
            [charge("Max Poe", "theft"), charge("Max Poe", "fraud")],
        ),
        (
            "Max Poe appeared before magistrates on Monday accused of arson.",
            [charge("Max Poe", "arson", date="2024-07-08")],
        ),
        (
            "Ana Roe appeared at Leeds Crown Court accused of perjury.",
            [charge("Ana Roe", "perjury", court="Leeds Crown Court")],
        ),
        ("Ana Roe will appear in court accused of perjury.", []),
        ("Ana Roe appeared in a film accused of being dull.", []),
        ("Max Poe is accused of theft.", []),
    ],
    "a co-defendant is somebody else": [
        (
            "One co-defendant has also been convicted in this case. KELSO - Max Poe, 36, Kelso, is charged "
            "with one felony count of murder. Co-defendant Ben Coe, 38, pleaded guilty to one count of "
            "assault.",
            [charge("Max Poe", "murder", counts=1), pleaded("Ben Coe", "assault", counts=1)],
        ),
        (
            "A co-defendant was sentenced to two years in prison. Max Poe, 36, of Kelso, is charged with robbery.",
            [charge("Max Poe", "robbery")],
        ),
        (
            "A co-accused was jailed for a year on Monday. Ana Roe, 40, of Kelso, denies fraud and stands "
            "trial at Leeds Crown Court.",
            [charge("Ana Roe", "fraud", court="Leeds Crown Court", plea="not_guilty")],
        ),
        (
            "A Kelso man was sentenced to two years in prison. Max Poe, 36, was convicted of robbery.",
            [prison("P2Y", "Max Poe", "robbery"), convicted("Max Poe", "robbery")],
        ),
        (
            "A co-defendant, Ben Coe, was sentenced to two years in prison. Max Poe, 36, is charged with robbery.",
            [prison("P2Y", "Ben Coe"), charge("Max Poe", "robbery")],
        ),
    ],
    "earlier convictions in somebody's record": [
        (
            "Max Poe was convicted of fraud. His criminal record includes a 2004 conviction for theft.",
            [convicted("Max Poe", "fraud"), convicted("Max Poe", "theft", date="2004")],
        ),
        (
            "Max Poe was convicted of fraud. Poe's record includes convictions for burglary and assault.",
            [convicted("Max Poe", "fraud"), convicted("Max Poe", "burglary"), convicted("Max Poe", "assault")],
        ),
        (
            "Ana Roe was charged with arson. Her record shows her bad luck, including a 1999 conviction for theft.",
            [charge("Ana Roe", "arson"), convicted("Ana Roe", "theft", date="1999")],
        ),
        (
            "Ana Roe was charged with arson. She has a long record, including a conviction for robbery in 2011.",
            [charge("Ana Roe", "arson"), convicted("Ana Roe", "robbery", date="2011")],
        ),
        ("The firm's record includes a conviction of a former clerk for theft.", []),
    ],
    "charges facing somebody": [
        ("Prosecutors outlined the murder charge facing Ana Roe.", [charge("Ana Roe", "murder")]),
        (
            "The fraud and bribery charges facing Max Poe were read out in court.",
            [charge("Max Poe", "fraud"), charge("Max Poe", "bribery")],
        ),
        ("Max Poe was in court. The charges facing Poe include fraud.", [charge("Max Poe", "fraud")]),
        ("The three counts of arson facing Ana Roe were read out.", [charge("Ana Roe", "arson", counts=3)]),
        ("The charges facing customers of the ferry rose on Monday, Max Poe said.", []),
    ],
    "a conviction upheld or quashed and the sentence cut": [
        (
            "Max Poe was jailed for life for murder. On appeal the conviction was quashed and the sentence "
            "cut to nine years.",
            [
                sentence("life", "Max Poe", "murder"),
                verdict("overturned", "Max Poe", "murder", method="appeal"),
                prison("P9Y", "Max Poe", "murder"),
            ],
        ),
        (
            "Max Poe was jailed for ten years for fraud. His conviction was upheld and the sentence reduced "
            "to nine years.",
            [prison("P10Y", "Max Poe", "fraud"), convicted("Max Poe", "fraud"), prison("P9Y", "Max Poe", "fraud")],
        ),
        (
            "Max Poe was jailed for ten years for fraud. His conviction stood and his sentence was cut to six years.",
            [prison("P10Y", "Max Poe", "fraud"), convicted("Max Poe", "fraud"), prison("P6Y", "Max Poe", "fraud")],
        ),
        (
            "Ana Roe was jailed for two years for theft. The verdict was upheld and her sentence increased to"
            " three years.",
            [prison("P2Y", "Ana Roe", "theft"), prison("P3Y", "Ana Roe", "theft")],
        ),
        (
            "Ana Roe was jailed for two years for theft. The budget was passed and the tax cut to two per cent.",
            [prison("P2Y", "Ana Roe", "theft")],
        ),
    ],
    "charges that were filed, then dropped": [
        (
            "Charges were filed against Ana Roe and Max Poe for the murder, but later dismissed due to "
            "insufficient evidence.",
            [
                charge("Ana Roe", "murder"),
                charge("Max Poe", "murder"),
                verdict("dismissed", "Ana Roe", "murder"),
                verdict("dismissed", "Max Poe", "murder"),
            ],
        ),
        (
            "Charges were filed against Max Poe for arson but were withdrawn in May 2021.",
            [charge("Max Poe", "arson"), verdict("dismissed", "Max Poe", "arson", date="2021-05")],
        ),
        (
            "Fraud charges were filed against Ana Roe in 2019 but dropped in 2021.",
            [charge("Ana Roe", "Fraud", date="2019"), verdict("dismissed", "Ana Roe", "Fraud", date="2021")],
        ),
        (
            "Charges of fraud filed against Ana Roe were dismissed on Friday.",
            [verdict("dismissed", "Ana Roe", "fraud", date="2024-07-12")],
        ),
        (
            "Prosecutors dropped the charges against Max Poe, who was accused of theft.",
            [verdict("dismissed", "Max Poe", "theft", method="prosecution")],
        ),
    ],
    "life, and a term to life besides": [
        (
            "Max Poe was sentenced to two life terms with no possibility of parole plus 26 years to life "
            "in prison for murder.",
            [
                sentence("life", "Max Poe", "murder", parole="without"),
                sentence("life", "Max Poe", "murder", min_duration="P26Y"),
            ],
        ),
        (
            "Ana Roe was sentenced to life without parole plus 25 years to life in prison.",
            [sentence("life", "Ana Roe", parole="without"), sentence("life", "Ana Roe", min_duration="P25Y")],
        ),
        (
            "Max Poe was sentenced to life in prison plus 20 years to life for murder.",
            [sentence("life", "Max Poe", "murder"), sentence("life", "Max Poe", "murder", min_duration="P20Y")],
        ),
        (
            "Max Poe was sentenced to life in prison plus 20 years for murder.",
            [sentence("life", "Max Poe", "murder"), prison("P20Y", "Max Poe", "murder")],
        ),
        (
            "Max Poe was sentenced to life in prison, with a minimum of 20 years, for murder. Poe was given life.",
            [sentence("life", "Max Poe", "murder", min_duration="P20Y")],
        ),
    ],
    "those named in the sentence before": [
        (
            "Ana Roe was held on Friday, Max Poe on Monday and Lia Moe on Tuesday. The three were charged with theft.",
            [charge("Ana Roe", "theft"), charge("Max Poe", "theft"), charge("Lia Moe", "theft")],
        ),
        (
            "Ana Roe drove the van, Max Poe kept watch and Lia Moe opened the safe. All three were jailed for theft.",
            [
                sentence("prison", "Ana Roe", "theft"),
                sentence("prison", "Max Poe", "theft"),
                sentence("prison", "Lia Moe", "theft"),
            ],
        ),
        (
            "Ana Roe was held on Friday, and Max Poe on Monday. Both were charged with theft.",
            [charge("Ana Roe", "theft"), charge("Max Poe", "theft")],
        ),
        ("Ana Roe was held on Friday, Max Poe on Monday and Lia Moe on Tuesday. The four were charged with theft.", []),
        ("Judge Ana Roe heard Max Poe and Lia Moe. The three were charged with theft.", []),
    ],
    "all of a group": [
        (
            "Ten people went on trial for bribery on Monday. The defendants include Ana Roe, Max Poe and Lia "
            "Moe. All have pleaded not guilty.",
            [
                charge("Ana Roe", "bribery", plea="not_guilty"),
                charge("Max Poe", "bribery", plea="not_guilty"),
                charge("Lia Moe", "bribery", plea="not_guilty"),
            ],
        ),
        (
            "Police charged ten people, including Ana Roe and Max Poe, with theft. All pleaded not guilty.",
            [charge("Ana Roe", "theft", plea="not_guilty"), charge("Max Poe", "theft", plea="not_guilty")],
        ),
        (
            "Ana Roe, Max Poe and five others were charged with theft. All of the accused could face ten "
            "years in prison.",
            [
                charge("Ana Roe", "theft"),
                charge("Max Poe", "theft"),
                prison("P10Y", "Ana Roe", "theft", status="possible"),
                prison("P10Y", "Max Poe", "theft", status="possible"),
            ],
        ),
        (
            "Ana Roe, Max Poe and five others were charged with theft. Not all pleaded not guilty.",
            [charge("Ana Roe", "theft"), charge("Max Poe", "theft")],
        ),
        (
            "Ana Roe and Max Poe were charged with theft. All pleaded guilty.",
            [
                charge("Ana Roe", "theft"),
                charge("Max Poe", "theft"),
                pleaded("Ana Roe", "theft"),
                pleaded("Max Poe", "theft"),
            ],
        ),
    ],
    "names, and so many others": [
        (
            "Ana Roe, Max Poe and five others were charged with theft on Monday.",
            [charge("Ana Roe", "theft", date="2024-07-08"), charge("Max Poe", "theft", date="2024-07-08")],
        ),
        (
            "Ana Roe, 34, Max Poe, 20, and two other men were jailed for six years for theft.",
            [prison("P6Y", "Ana Roe", "theft"), prison("P6Y", "Max Poe", "theft")],
        ),
        (
            "The jury convicted Ana Roe, Max Poe, Lia Moe and one other of fraud.",
            [
                convicted("Ana Roe", "fraud", method="jury"),
                convicted("Max Poe", "fraud", method="jury"),
                convicted("Lia Moe", "fraud", method="jury"),
            ],
        ),
        (
            "Police said Ana Roe, Max Poe and two others witnessed the theft. Ben Coe was charged with theft.",
            [charge("Ben Coe", "theft")],
        ),
        (
            "Ben Coe, who robbed Ana Roe, Max Poe and two others, was convicted of theft.",
            [convicted("Ben Coe", "theft")],
        ),
    ],
    "a list of charges that somebody faces": [
        (
            "Max Poe faces witness tampering, tax evasion and money laundering charges.",
            [
                charge("Max Poe", "tax evasion"),
                charge("Max Poe", "witness tampering"),
                charge("Max Poe", "money laundering"),
            ],
        ),
        (
            "Nordlab Ltd faces steroid distribution and money laundering charges.",
            [charge("Nordlab Ltd", "steroid distribution"), charge("Nordlab Ltd", "money laundering")],
        ),
        (
            "Ana Roe is facing bid rigging and fraud charges.",
            [charge("Ana Roe", "bid rigging"), charge("Ana Roe", "fraud")],
        ),
        (
            "Max Poe faced theft, forgery and perjury charges.",
            [charge("Max Poe", "forgery"), charge("Max Poe", "theft"), charge("Max Poe", "perjury")],
        ),
        ("Max Poe faces rising ferry and parking charges.", []),
    ],
    "mistrials, and who was tried": [
        ("Two earlier trials of Max Poe for murder ended in mistrials.", [verdict("mistrial", "Max Poe", "murder")]),
        (
            "Max Poe was charged with murder. Two trials ended with hung juries; a third jury found Poe guilty.",
            [
                charge("Max Poe", "murder"),
                verdict("mistrial", "Max Poe", "murder", method="jury"),
                convicted("Max Poe", "murder", method="jury"),
            ],
        ),
        ("The fraud trials of Ana Roe ended in mistrials.", [verdict("mistrial", "Ana Roe", "fraud")]),
        (
            "Jurors found Max Poe guilty of murder. His first trial ended in a mistrial; Ana Roe, his "
            "victim's mother, wept.",
            [convicted("Max Poe", "murder", method="jury"), verdict("mistrial", "Max Poe")],
        ),
        ("Mistrials are rare in Kelso, Ana Roe said.", []),
    ],
    "guilty of one thing for somebody and guilty of another": [
        (
            "A jury found Max Poe guilty of second-degree murder for Ana Roe and Ben Coe and guilty of "
            "shooting at a vehicle.",
            [
                convicted("Max Poe", "second-degree murder", method="jury"),
                convicted("Max Poe", "shooting at a vehicle", method="jury"),
            ],
        ),
        (
            "The jury found Max Poe guilty of manslaughter for Ana Roe and guilty of arson.",
            [convicted("Max Poe", "manslaughter", method="jury"), convicted("Max Poe", "arson", method="jury")],
        ),
        (
            "Max Poe was found guilty of theft from Ana Roe and guilty of fraud.",
            [convicted("Max Poe", "theft"), convicted("Max Poe", "fraud")],
        ),
        (
            "Max Poe was found guilty of theft from Ana Roe and Ben Coe of fraud.",
            [convicted("Max Poe", "theft"), convicted("Ben Coe", "fraud")],
        ),
        (
            "Max Poe was found guilty of theft and guilty of fraud.",
            [convicted("Max Poe", "theft"), convicted("Max Poe", "fraud")],
        ),
    ],
    "confiscation, and who loses what": [
        (
            "The court convicted Lu Wei of fraud and ordered the confiscation of 100,000 yuan.",
            [sentence("forfeiture", "Lu Wei", "fraud", amount=100000.0, currency="CNY"), convicted("Lu Wei", "fraud")],
        ),
        (
            "Judges at the Linyi People's Court handed down a term of nine years to Lu Wei for fraud and "
            "ordered the confiscation of 100,000 yuan.",
            [
                prison("P9Y", "Lu Wei", "fraud", court="Linyi People's Court"),
                sentence(
                    "forfeiture", "Lu Wei", "fraud", court="Linyi People's Court", amount=100000.0, currency="CNY"
                ),
            ],
        ),
        (
            "The judge jailed Ana Roe for two years for theft and ordered the confiscation of her assets.",
            [prison("P2Y", "Ana Roe", "theft"), sentence("forfeiture", "Ana Roe", "theft")],
        ),
        (
            "The court fined Max Poe for smuggling and ordered confiscation of the cigarettes.",
            [sentence("fine", "Max Poe", "smuggling"), sentence("forfeiture", "Max Poe", "smuggling")],
        ),
        ("Police announced the confiscation of 40 bicycles in Kelso, Ana Roe said.", []),
    ],
    "a court with a possessive in its name": [
        (
            "The head of a smuggling ring was sentenced to nine years in prison. Judges at the Linyi "
            "Intermediate People's Court handed down the sentence to Lu Wei.",
            [prison("P9Y", "Lu Wei", "smuggling", court="Linyi Intermediate People's Court")],
        ),
        (
            "Judges at St Mary's Court convicted Max Poe of theft.",
            [convicted("Max Poe", "theft", court="St Mary's Court", method="judge")],
        ),
        (
            "A panel of the People's Court jailed Ana Roe for two years for fraud.",
            [prison("P2Y", "Ana Roe", "fraud", court="People's Court")],
        ),
        (
            "Prosecutors at the King's Court charged Max Poe with forgery.",
            [charge("Max Poe", "forgery", court="King's Court")],
        ),
        ("Ana Roe's been convicted of theft.", [convicted("Ana Roe", "theft")]),
    ],
    "what is no penalty though it sounds so": [
        (
            "Max Poe was sentenced to 10 years in prison for fraud. The court ordered him to pay "
            "$500,000 in restitution to the State Compensation Fund.",
            [
                prison("P10Y", "Max Poe", "fraud"),
                sentence("restitution", "Max Poe", "fraud", amount=500000.0, currency="USD"),
            ],
        ),
        (
            "Ana Roe pleaded guilty to theft in court. Roe gets a credit of $1,200 against the penalties.",
            [pleaded("Ana Roe", "theft")],
        ),
        (
            "Ana Roe pleaded guilty to theft. She was ordered to pay $700 to the Victims Restitution Fund.",
            [pleaded("Ana Roe", "theft"), sentence("restitution", "Ana Roe", "theft", amount=700.0, currency="USD")],
        ),
        (
            "Ana Roe pleaded guilty to theft. She was ordered to pay $700 in restitution.",
            [pleaded("Ana Roe", "theft"), sentence("restitution", "Ana Roe", "theft", amount=700.0, currency="USD")],
        ),
        (
            "Max Poe, of the Restitution Office, told the court that Ana Roe pleaded guilty to theft.",
            [pleaded("Ana Roe", "theft")],
        ),
    ],
    "charged in the same case": [
        (
            "Max Poe was convicted of insurance fraud in a scam that he ran with his wife. Poe's wife Ana "
            "Roe, 44, is also charged in this case.",
            [convicted("Max Poe", "insurance fraud"), charge("Ana Roe", "insurance fraud")],
        ),
        (
            "Max Poe pleaded guilty to arson. Ana Roe was indicted in the same case.",
            [pleaded("Max Poe", "arson"), charge("Ana Roe", "arson", action="indicted")],
        ),
        (
            "Max Poe was convicted of fraud and perjury. Ana Roe, 44, is also charged in this case.",
            [convicted("Max Poe", "fraud"), convicted("Max Poe", "perjury")],
        ),
        (
            "Nobody else has been charged in this case, police said. Max Poe was convicted of arson.",
            [convicted("Max Poe", "arson")],
        ),
        (
            "Max Poe was charged with theft. Ana Roe has been charged in that case, too.",
            [charge("Max Poe", "theft"), charge("Ana Roe", "theft")],
        ),
    ],
    "a verdict that is added to that of the lead": [
        (
            "A brother and sister have been convicted of sending thousands of junk letters. Jurors said that "
            "the man, Max Poe, should serve nine years and that his sister, Ana Roe, be fined $700. Poe was "
            "also found guilty of breaking a state law on mail.",
            [
                convicted("Max Poe", "sending thousands of junk letters"),
                convicted("Ana Roe", "sending thousands of junk letters"),
                sentence("fine", "Ana Roe", status="sought", amount=700.0, currency="USD"),
                convicted("Max Poe", "breaking a state law on mail"),
            ],
        ),
        (
            "A Kelso man was charged with murder on Monday. Max Poe, 40, was also charged with arson.",
            [charge("Max Poe", "murder", date="2024-07-08"), charge("Max Poe", "arson", date="2024-07-08")],
        ),
        (
            "A Kelso man was convicted of theft on Monday. Max Poe, 40, was convicted of two counts of "
            "larceny. He was also convicted of fraud.",
            [
                convicted("Max Poe", "larceny", date="2024-07-08", counts=2),
                convicted("Max Poe", "fraud", date="2024-07-08"),
            ],
        ),
        (
            "A Kelso man was convicted of stabbing his wife. Max Poe, 40, was convicted of attempted murder.",
            [convicted("Max Poe", "attempted murder")],
        ),
        (
            "A Kelso man was convicted of fraud. Max Poe, 40, was also acquitted of theft.",
            [convicted("Max Poe", "fraud"), verdict("acquitted", "Max Poe", "theft")],
        ),
    ],
    "an age before a longer description": [
        (
            "A 51-year-old former clerk was sentenced to nine years in prison for theft. Max Poe, 51, wept.",
            [prison("P9Y", "Max Poe", "theft")],
        ),
        (
            "A 51-year-old third secretary whom diplomats warned of was jailed for two years for theft. A jury "
            "convicted Max Poe, 51, of Kelso, of theft.",
            [prison("P2Y", "Max Poe", "theft"), convicted("Max Poe", "theft", method="jury")],
        ),
        (
            "Max Poe, 40, was jailed for theft. A third man was jailed for two years for fraud.",
            [sentence("prison", "Max Poe", "theft")],
        ),
    ],
    "what is dropped": [
        (
            "Poe's felony cases for robbery and house burglary were dismissed in May 2021. A jury convicted Max Poe, "
            "40, of murder.",
            [
                verdict("dismissed", "Max Poe", "robbery", date="2021-05"),
                verdict("dismissed", "Max Poe", "house burglary", date="2021-05"),
                convicted("Max Poe", "murder", method="jury"),
            ],
        ),
        (
            "The prosecution of Max Poe for fraud was dropped on Friday.",
            [verdict("dismissed", "Max Poe", "fraud", date="2024-07-12")],
        ),
        (
            "The indictment of Max Poe for bribery was thrown out for lack of evidence of the theft.",
            [verdict("dismissed", "Max Poe", "bribery")],
        ),
        (
            "A felon killed a man after two of his convictions were dismissed. On May 3 Ana Roe and Max Poe drove off.",
            [],
        ),
    ],
    "a record told in passing": [
        (
            "Max Poe, 31, pleaded guilty to battery. Poe has a prior prison conviction for stalking. He was sentenced "
            "to two years of probation.",
            [
                pleaded("Max Poe", "battery"),
                convicted("Max Poe", "stalking"),
                sentence("probation", "Max Poe", "battery", duration="P2Y"),
            ],
        ),
        (
            "Max Poe was convicted of arson. He has prior convictions for theft and fraud. Poe faces ten years in "
            "prison.",
            [
                convicted("Max Poe", "arson"),
                convicted("Max Poe", "theft"),
                convicted("Max Poe", "fraud"),
                prison("P10Y", "Max Poe", "arson", status="possible"),
            ],
        ),
        (
            "Max Poe was convicted of murder. "
            + "The jury wept as the foreman read out what they had come for. " * 8
            + "The court heard that Poe has previous convictions for assault. He was eventually jailed for 30 months.",
            [convicted("Max Poe", "murder"), convicted("Max Poe", "assault"), prison("P30M", "Max Poe", "assault")],
        ),
        (
            "Max Poe has a previous conviction for theft. He was jailed for two years in 2015.",
            [convicted("Max Poe", "theft"), prison("P2Y", "Max Poe", "theft", date="2015")],
        ),
    ],
    "both of a sentence": [
        (
            "Ana Roe, 29, Max Poe, 22, and Bea Holm, 24, are charged with fraud. Roe is also charged with perjury, "
            "Holm is charged with forgery, and both are charged with theft.",
            [charge(name, "fraud") for name in ("Ana Roe", "Max Poe", "Bea Holm")]
            + [charge("Ana Roe", "perjury"), charge("Bea Holm", "forgery")]
            + [charge(name, "theft") for name in ("Ana Roe", "Bea Holm")],
        ),
    ],
    "an assault of whatever degree": [
        (
            "Prosecutors announced today that a Kelso man has been indicted for felony assault for hurting a clerk. "
            "Max Poe, 27, was arraigned yesterday on an indictment charging him with second-degree assault and theft.",
            [
                charge("Max Poe", "second-degree assault", action="indicted", date="2024-07-11"),
                charge("Max Poe", "theft", action="indicted", date="2024-07-11"),
            ],
        ),
    ],
    "facing charges, in passing": [
        ("Ana Roe was seen as Max Poe, facing fraud charges, left the court.", [charge("Max Poe", "fraud")]),
        (
            "These rumours have grown after an officer, Captain Max Poe, facing charges for a mutiny in 2003, fled.",
            [charge("Max Poe", "mutiny")],
        ),
        ("Ana Roe appeared in court in Elmwood, facing fraud charges.", [charge("Ana Roe", "fraud")]),
        ("Ana Roe left the office of her lawyer, Max Poe, facing fraud charges.", [charge("Ana Roe", "fraud")]),
    ],
    "a lead below a headline": [
        (
            "Creator of the largest smuggling ring in Kelso jailed for life\n\nThe creator of the largest "
            "smuggling ring in Kelso was sentenced to life imprisonment on Wednesday.\n\nJudges at the Kelso "
            "High Court handed down the sentence to Lu Wei.",
            [sentence("life", "Lu Wei", "smuggling", date="2024-07-10", court="Kelso High Court")],
        ),
        (
            "Former head of ferry line sentenced to nine years\n\nThe former head of a ferry line was "
            "sentenced to nine years in prison for fraud.\n\nA jury convicted Ana Roe, 51, in May.",
            [prison("P9Y", "Ana Roe", "fraud"), convicted("Ana Roe", "fraud", date="2024-05", method="jury")],
        ),
        (
            "Head of betting ring gets two years in jail\n\nThe head of the ring was sentenced to two years "
            "in prison for theft.\n\nA judge gave the term to Bo Lund.",
            [prison("P2Y", "Bo Lund", "theft")],
        ),
        (
            "Ferry line to sail again after the long strike\n\nThe head of the ferry line was pleased. Max "
            "Poe was convicted of theft.",
            [convicted("Max Poe", "theft")],
        ),
        (
            "The head of a ferry line was sentenced to nine years in prison for fraud.\n\nA jury convicted "
            "Ana Roe, 51, in May.",
            [prison("P9Y", "Ana Roe", "fraud"), convicted("Ana Roe", "fraud", date="2024-05", method="jury")],
        ),
    ],
    "terms that are not told": [
        (
            "Ana Roe was convicted of fraud and sentenced to a lengthy prison term.",
            [convicted("Ana Roe", "fraud"), sentence("prison", "Ana Roe", "fraud")],
        ),
        (
            "Max Poe was sentenced to jail for assault, and a magistrate fined him $500.",
            [
                sentence("jail", "Max Poe", "assault"),
                sentence("fine", "Max Poe", "assault", amount=500.0, currency="USD"),
            ],
        ),
        (
            "Ana Roe, who had served a prison sentence for arson, was charged with theft.",
            [sentence("prison", "Ana Roe", "arson"), charge("Ana Roe", "theft")],
        ),
        (
            "Max Poe is serving a sentence in the Kelso County Jail for theft.",
            [sentence("jail", "Max Poe", "theft")],
        ),
        ("Max Poe was arrested on charges of theft and sent to prison pending trial.", [charge("Max Poe", "theft")]),
        ("Ana Roe was not sentenced to prison for theft; she was sentenced in prison clothes.", []),
        (
            "Ana Roe was sentenced to prison. A year before, she was sentenced to ten years in prison for fraud.",
            [prison("P10Y", "Ana Roe", "fraud")],
        ),
    ],
    "fines paid, and agreed on": [
        (
            "Max Poe, convicted of bribery, paid a fine of $4 million.",
            [
                convicted("Max Poe", "bribery"),
                sentence("fine", "Max Poe", "bribery", amount=4e6, currency="USD"),
            ],
        ),
        (
            "Ana Roe pleaded guilty to fraud and agreed to pay a $900 fine.",
            [
                pleaded("Ana Roe", "fraud"),
                sentence("fine", "Ana Roe", "fraud", status="expected", amount=900.0, currency="USD"),
            ],
        ),
        (
            "Max Poe was charged with fraud. Poe has been imposed a fine of $500 by a judge.",
            [charge("Max Poe", "fraud"), sentence("fine", "Max Poe", "fraud", amount=500.0, currency="USD")],
        ),
        (
            "Ana Roe was convicted of theft. The verdict requires her to return $2,000.",
            [
                convicted("Ana Roe", "theft"),
                sentence("restitution", "Ana Roe", "theft", amount=2000.0, currency="USD"),
            ],
        ),
    ],
    "what the charge is punishable by": [
        (
            "Ana Roe and Max Poe are charged with arson, a felony punishable by up to nine years in prison.",
            [
                charge("Ana Roe", "arson"),
                charge("Max Poe", "arson"),
                prison("P9Y", "Ana Roe", "arson", status="possible"),
                prison("P9Y", "Max Poe", "arson", status="possible"),
            ],
        ),
        (
            "Ana Roe was charged with theft. Stalking is a felony, punishable by up to nine years in prison.",
            [charge("Ana Roe", "theft")],
        ),
        (
            "Max Poe was charged with theft. Under a bill signed by Gov. Ana Roe, stalking becomes a felony "
            "punishable by nine years in prison.",
            [charge("Max Poe", "theft")],
        ),
    ],
    "told with the verdict": [
        (
            "Max Poe was convicted in 2003 of beating a clerk to death.",
            [convicted("Max Poe", "beating a clerk to death", date="2003")],
        ),
        (
            "Ana Roe was convicted three times last year for 8, 12 and three years in cases related to bribery, "
            "forgery and perjury.",
            [
                convicted("Ana Roe", "bribery", date="2023"),
                convicted("Ana Roe", "forgery", date="2023"),
                convicted("Ana Roe", "perjury", date="2023"),
                prison("P8Y", "Ana Roe", "bribery", date="2023"),
                prison("P12Y", "Ana Roe", "forgery", date="2023"),
                prison("P3Y", "Ana Roe", "perjury", date="2023"),
            ],
        ),
        (
            "The tribunal convicted Ana Roe to 20 years of imprisonment.",
            [convicted("Ana Roe"), prison("P20Y", "Ana Roe")],
        ),
        (
            "Max Poe was convicted for five years in a theft case.",
            [convicted("Max Poe", "theft"), prison("P5Y", "Max Poe", "theft")],
        ),
        ("Max Poe was convicted for six months of abuse.", [convicted("Max Poe", "abuse")]),
        ("The critics convicted Ana Roe to ten years of silence.", []),
        (
            "Max Poe was given an additional nine years after being found guilty of perjury.",
            [convicted("Max Poe", "perjury"), prison("P9Y", "Max Poe", "perjury")],
        ),
    ],
    "so much for each charge": [
        (
            "Ana Roe was sentenced to six years for arson and theft, three years for each charge.",
            [prison("P3Y", "Ana Roe", "arson"), prison("P3Y", "Ana Roe", "theft")],
        ),
        (
            "Max Poe received a sentence of six years for arson, receiving three years for each charge.",
            [prison("P3Y", "Max Poe", "arson")],
        ),
        (
            "The tribunal convicted Ana Roe to 20 years of imprisonment for arson, ten years for each charge.",
            [convicted("Ana Roe", "arson"), prison("P10Y", "Ana Roe", "arson")],
        ),
    ],
    "whose it is": [
        (
            "Max Poe met Ana Roe, whose ten-year sentence for fraud was upheld.",
            [prison("P10Y", "Ana Roe", "fraud")],
        ),
        (
            "Max Poe met Ana Roe, whose conviction for arson was quashed on appeal.",
            [verdict("overturned", "Ana Roe", "arson", method="appeal")],
        ),
    ],
    "words of other courts": [
        ("The tribunal jailed Max Poe unto death for war crimes.", [sentence("life", "Max Poe", "war crimes")]),
        (
            "A magistrate handed Ana Roe a two-year community release order for theft.",
            [sentence("probation", "Ana Roe", "theft", duration="P2Y")],
        ),
        (
            "Ana Roe was convicted of fraud and sentenced to an unconditional discharge.",
            [convicted("Ana Roe", "fraud"), sentence("other", "Ana Roe", "fraud")],
        ),
        (
            "The court sentenced Max Poe alias Dov of Kelso to death over the murder of a clerk.",
            [sentence("death", "Max Poe", "murder")],
        ),
        (
            "Ana Roe was jailed for a year for violating an order to stay away.",
            [prison("P1Y", "Ana Roe", "violating an order to stay away")],
        ),
    ],
    "how much of a term was served": [
        (
            "Leo Marsh served 30 years for murder. Marsh was convicted of murder in 1989 and given a life sentence.",
            [convicted("Leo Marsh", "murder", date="1989"), sentence("life", "Leo Marsh", "murder", date="1989")],
        ),
        (
            "Leo Marsh, who spent 12 years in prison for arson, was jailed for life for arson in 1990.",
            [sentence("life", "Leo Marsh", "arson", date="1990")],
        ),
        (
            "Leo Marsh was jailed for 20 years for theft and murder. He served eight years in prison for murder.",
            [prison("P20Y", "Leo Marsh", "theft and murder")],
        ),
        (
            "Leo Marsh was sentenced to ten years in prison for fraud. He served six years for fraud.",
            [prison("P10Y", "Leo Marsh", "fraud")],
        ),
        (
            "Leo Marsh served six years in prison for fraud. Later he was sentenced to two years in prison for theft.",
            [prison("P6Y", "Leo Marsh", "fraud"), prison("P2Y", "Leo Marsh", "theft")],
        ),
    ],
    "what a penalty is for is no charge": [
        (
            "Leo Marsh was sentenced to six years on the burglary charge and two years on the theft counts.",
            [prison("P6Y", "Leo Marsh", "burglary"), prison("P2Y", "Leo Marsh", "theft")],
        ),
        (
            "Leo Marsh was jailed for eight years for the robbery charges and a year on the fraud count.",
            [prison("P8Y", "Leo Marsh", "robbery"), prison("P1Y", "Leo Marsh", "fraud")],
        ),
        ("The judge gave Leo Marsh six years in prison on the arson charge.", [prison("P6Y", "Leo Marsh", "arson")]),
        (
            "Leo Marsh was sentenced to three years in prison on each of the theft counts.",
            [prison("P3Y", "Leo Marsh", "theft")],
        ),
        (
            "Leo Marsh was fined $500 on the assault charge.",
            [sentence("fine", "Leo Marsh", "assault", amount=500.0, currency="USD")],
        ),
    ],
    "a sum is no further term": [
        (
            "Leo Marsh was jailed for 15 years for robbery. That term will run consecutively to another one, for a "
            "total term of imprisonment of 25 years.",
            [prison("P15Y", "Leo Marsh", "robbery")],
        ),
        (
            "Leo Marsh was sentenced to 15 years for robbery and ten years for arson, for a total of 25 years.",
            [prison("P15Y", "Leo Marsh", "robbery"), prison("P10Y", "Leo Marsh", "arson")],
        ),
        ("Leo Marsh was jailed for a total of 25 years for robbery.", [prison("P25Y", "Leo Marsh", "robbery")]),
        (
            "Leo Marsh was given six years for theft. The terms run consecutively for a combined sentence of nine "
            "years in prison.",
            [prison("P6Y", "Leo Marsh", "theft")],
        ),
        (
            "Leo Marsh was sentenced to two years for theft and two years for fraud, for an overall term of four "
            "years.",
            [prison("P2Y", "Leo Marsh", "theft"), prison("P2Y", "Leo Marsh", "fraud")],
        ),
    ],
    "what is recommended": [
        (
            "Leo Marsh was convicted of murder in 2008. The prosecutor recommends that his conviction be vacated and "
            "the indictment dismissed.",
            [convicted("Leo Marsh", "murder", date="2008")],
        ),
        (
            "Leo Marsh was jailed for life for murder. A panel asked that the verdict be quashed and the charges "
            "dropped.",
            [sentence("life", "Leo Marsh", "murder")],
        ),
        (
            "Leo Marsh was convicted of theft. The board recommended that the conviction be set aside and Marsh "
            "acquitted.",
            [convicted("Leo Marsh", "theft")],
        ),
        (
            "Leo Marsh was convicted of theft. The report asks that Marsh be pardoned and his conviction quashed.",
            [convicted("Leo Marsh", "theft")],
        ),
        (
            "Leo Marsh had his conviction for murder vacated and the indictment dismissed.",
            [
                verdict("overturned", "Leo Marsh", "murder", method="appeal"),
                verdict("dismissed", "Leo Marsh", "murder"),
            ],
        ),
    ],
    "admitted to the police": [
        (
            "Leo Marsh was convicted of six murders. While in custody he admitted killing 15 people.",
            [convicted("Leo Marsh", "murders", counts=6)],
        ),
        (
            "Leo Marsh was convicted of theft. In an interview with officers he admitted assaulting his wife.",
            [convicted("Leo Marsh", "theft")],
        ),
        (
            "Leo Marsh was convicted of theft. During police questioning Marsh admitted murder.",
            [convicted("Leo Marsh", "theft")],
        ),
        (
            "Leo Marsh was convicted of theft. Following his arrest, Marsh admitted burglary.",
            [convicted("Leo Marsh", "theft")],
        ),
        (
            "After his arrest Leo Marsh admitted theft before Kelso magistrates.",
            [pleaded("Leo Marsh", "theft", court="Kelso magistrates")],
        ),
    ],
    "who else was convicted so": [
        (
            "Leo Marsh was dropped from the squad after the defender's guilty verdict. Leo Marsh had been found "
            "guilty of assault.",
            [],
        ),
    ],
    "an earlier conviction for the same": [
        (
            "Leo Marsh was convicted of theft in 2015. He was previously convicted of theft in 2013.",
            [convicted("Leo Marsh", "theft", date="2015"), convicted("Leo Marsh", "theft", date="2013")],
        ),
        (
            "Leo Marsh was convicted of theft in May 2013. He was previously convicted of theft in 2009 and jailed "
            "for a year.",
            [
                convicted("Leo Marsh", "theft", date="2013-05"),
                convicted("Leo Marsh", "theft", date="2009"),
                prison("P1Y", "Leo Marsh", "theft", date="2009"),
            ],
        ),
    ],
    "the day of the sentence is not the conviction's": [
        (
            "Leo Marsh was sentenced today to 15 years in prison for his conviction of burglary and seven years for "
            "his conviction of assault. He was convicted on March 4, 2024 by a jury.",
            [
                prison("P15Y", "Leo Marsh", "burglary and assault", date="2024-07-12"),
                prison("P7Y", "Leo Marsh", "burglary and assault", date="2024-07-12"),
                convicted("Leo Marsh", "burglary", date="2024-03-04", method="jury"),
                convicted("Leo Marsh", "assault", date="2024-03-04", method="jury"),
            ],
        ),
        (
            "Leo Marsh was sentenced on Friday to six years for his conviction of arson. He was convicted in May.",
            [prison("P6Y", "Leo Marsh", "arson", date="2024-07-12"), convicted("Leo Marsh", "arson", date="2024-05")],
        ),
        (
            "A judge sentenced Leo Marsh on July 8, 2024 to two years in prison for his conviction of fraud.",
            [prison("P2Y", "Leo Marsh", "fraud", date="2024-07-08"), convicted("Leo Marsh", "fraud")],
        ),
    ],
    "the day of the deed": [
        (
            "A Kelso man was sentenced to ten years in prison for a month-long torture he inflicted on a friend in "
            "2012. The defendant was identified as Leo Marsh, 34. He was sentenced today to ten years in prison for "
            "kidnapping.",
            [prison("P10Y", "Leo Marsh", "month-long torture", date="2024-07-12")],
        ),
        (
            "Leo Marsh was jailed for six years for a raid he planned with a friend in 2015.",
            [prison("P6Y", "Leo Marsh")],
        ),
    ],
    "who works with those on probation": [
        (
            "Leo Marsh was jailed for life in 1997 for rape after probation officers spoke.",
            [sentence("life", "Leo Marsh", "rape", date="1997")],
        ),
        (
            "Leo Marsh was jailed for two years for theft after a probation report.",
            [prison("P2Y", "Leo Marsh", "theft")],
        ),
    ],
    "the leader of a gang": [
        (
            "The leader of a gun ring who pleaded guilty to theft was jailed for six years. The defendant was "
            "identified as Leo Marsh, 50, of Kelso.",
            [pleaded("Leo Marsh", "theft"), prison("P6Y", "Leo Marsh", "theft")],
        ),
        ("The head of a drugs gang who was convicted of murder, Leo Marsh, wept.", [convicted("Leo Marsh", "murder")]),
    ],
    "a term in round numbers": [
        (
            "A man has been jailed for more than three years. Leo Marsh pleaded guilty to arson. The judge jailed "
            "Marsh for three years and three months.",
            [prison("P3Y3M", "Leo Marsh", "arson"), pleaded("Leo Marsh", "arson")],
        ),
        (
            "Leo Marsh was jailed for almost six years for theft. Marsh was given five years and ten months in prison.",
            [prison("P5Y10M", "Leo Marsh", "theft")],
        ),
        (
            "Leo Marsh has been jailed for over two years for fraud. Marsh was sentenced to 27 months in prison.",
            [prison("P27M", "Leo Marsh", "fraud")],
        ),
        (
            "Leo Marsh has been jailed for more than two years for fraud. Marsh was sentenced to six years in prison "
            "for arson.",
            [prison("P2Y", "Leo Marsh", "fraud"), prison("P6Y", "Leo Marsh", "arson")],
        ),
    ],
    "told again": [
        (
            "Leo Marsh was fined £500 on Saturday for littering. He was slapped with the fine by magistrates.",
            [sentence("fine", "Leo Marsh", "littering", date="2024-07-06", amount=500.0, currency="GBP")],
        ),
        (
            "Leo Marsh and Max Petrak set a fire. Two brokers were sentenced to death for arson when a court in "
            "Kelso found them guilty. Leo Marsh and Max Petrak were sentenced to death for arson.\nTwo brokers were "
            "sentenced to death for arson when a court in Kelso found them guilty (pictured)",
            [
                convicted("Leo Marsh", "arson", court="court in Kelso"),
                convicted("Max Petrak", "arson", court="court in Kelso"),
                sentence("death", "Leo Marsh", "arson"),
                sentence("death", "Max Petrak", "arson"),
            ],
        ),
    ],
    "what is asked to end": [
        (
            "Ana Diaz has called on Kelso to drop the death sentence against the wrestler. Leo Marsh was sentenced "
            "to death for murder.",
            [sentence("death", "Leo Marsh", "murder")],
        ),
    ],
    "spelt or opened otherwise": [
        (
            "Jamal Elmarsh was jailed for murder on Friday for six years. Jamal El Marsh was found guilty of murder "
            "by a jury.",
            [
                prison("P6Y", "Jamal El Marsh", "murder", date="2024-07-12"),
                convicted("Jamal El Marsh", "murder", method="jury"),
            ],
        ),
        (
            "Marvin Marsh was jailed for life for murder. Jailing Marsh for life, the judge wept. A jury convicted "
            "Marsh of murder.",
            [sentence("life", "Marvin Marsh", "murder"), convicted("Marvin Marsh", "murder", method="jury")],
        ),
    ],
    "what is earned": [
        (
            "Max Petrak received paychecks in excess of his compensation. Petrak was charged with theft.",
            [charge("Max Petrak", "theft")],
        ),
    ],
    "a headline's words": [
        (
            "Defendant Failed to Secure Site\nA Kelso woman was convicted of theft on Monday, a court said. The "
            "defendant was identified as Ana Diaz, 62, of Kelso.",
            [convicted("Ana Diaz", "theft", date="2024-07-08")],
        ),
    ],
    "one more man": [
        (
            "A fourth man has been charged with the murder of Ana Diaz. The defendant was identified as Leo Marsh, "
            "20, of Kelso. Max Petrak was indicted in June for theft.",
            [charge("Leo Marsh", "murder"), charge("Max Petrak", "theft", date="2024-06", action="indicted")],
        ),
    ],
    "the bearer of the surname who was named before": [
        (
            "Hasan Marsh strangled his daughter. Marsh attended court by video. The court found Marsh guilty of "
            "killing his daughter. Sati Marsh, his wife, was acquitted of failing to report the crime.",
            [
                convicted("Hasan Marsh", "killing his daughter"),
                verdict("acquitted", "Sati Marsh", "failing to report the crime"),
            ],
        ),
    ],
    "the deed told beside the charge's name": [
        (
            "Leo Marsh was convicted of second-degree murder on Friday. He was convicted of causing a death while "
            "setting a fire.",
            [convicted("Leo Marsh", "second-degree murder", date="2024-07-12")],
        ),
        (
            "Leo Marsh was charged with killing his wife. On Friday he was charged with first-degree murder.",
            [charge("Leo Marsh", "first-degree murder", date="2024-07-12")],
        ),
        (
            "Leo Marsh was convicted of raping a nurse. The jury found Marsh guilty of first-degree rape on Friday.",
            [convicted("Leo Marsh", "first-degree rape", date="2024-07-12", method="jury")],
        ),
        (
            "Leo Marsh was charged with raping a nurse. He was also charged with statutory rape.",
            [charge("Leo Marsh", "raping a nurse"), charge("Leo Marsh", "statutory rape")],
        ),
        (
            "Leo Marsh was charged with drug trafficking. He was charged with perjury and maintaining a drug house.",
            [
                charge("Leo Marsh", "drug trafficking"),
                charge("Leo Marsh", "perjury"),
                charge("Leo Marsh", "maintaining a drug house"),
            ],
        ),
        (
            "Leo Marsh was indicted on charges of fraud. A jury indicted Marsh on charges of false accounting.",
            [
                charge("Leo Marsh", "fraud", action="indicted"),
                charge("Leo Marsh", "false accounting", action="indicted"),
            ],
        ),
    ],
    "a range of terms is one penalty": [
        (
            "Leo Marsh and Max Petrak got sentences ranging from 60 days in jail to two years in prison for theft.",
            [prison("P2Y", name, "theft", min_duration="P60D") for name in ("Leo Marsh", "Max Petrak")],
        ),
        (
            "Leo Marsh was sentenced to 60 days in jail and two years in prison for theft.",
            [sentence("jail", "Leo Marsh", "theft", duration="P60D"), prison("P2Y", "Leo Marsh", "theft")],
        ),
    ],
    "on what charges somebody is sentenced": [
        (
            "Leo Marsh was sentenced to six years in prison on charges of fraud.",
            [prison("P6Y", "Leo Marsh", "fraud")],
        ),
        ("A court jailed Leo Marsh for a year on a theft charge.", [prison("P1Y", "Leo Marsh", "theft")]),
        (
            "Leo Marsh was jailed for a year. He was arrested on charges of theft.",
            [prison("P1Y", "Leo Marsh", "theft"), charge("Leo Marsh", "theft")],
        ),
    ],
    "the sum of several people": [
        (
            "Leo Marsh and Max Petrak were charged with theft. Both were jailed for a total of six years.",
            [
                charge("Leo Marsh", "theft"),
                charge("Max Petrak", "theft"),
                sentence("prison", "Leo Marsh", "theft"),
                sentence("prison", "Max Petrak", "theft"),
            ],
        ),
        ("Leo Marsh was jailed for a total of six years for theft.", [prison("P6Y", "Leo Marsh", "theft")]),
    ],
    "after an arrest of years ago": [
        (
            "Leo Marsh was charged with theft on Friday. In 2014, he was arrested after a brawl. He pleaded guilty "
            "to disorderly conduct.",
            [charge("Leo Marsh", "theft", date="2024-07-12"), pleaded("Leo Marsh", "disorderly conduct")],
        ),
        (
            "Leo Marsh was charged with battery on Friday. In May 2024, he was arrested after a fight. He pleaded "
            "guilty to battery.",
            [charge("Leo Marsh", "battery", date="2024-07-12"), pleaded("Leo Marsh", "battery")],
        ),
    ],
    "hours of work": [
        (
            "A judge sentenced Leo Marsh to 150 hours' community work and to pay a $1,500 fine for cruelty.",
            [
                sentence("community_service", "Leo Marsh", duration="PT150H"),
                sentence("fine", "Leo Marsh", amount=1500.0, currency="USD"),
            ],
        ),
        (
            "Leo Marsh was sentenced to 150 hours for theft.",
            [sentence("community_service", "Leo Marsh", "theft", duration="PT150H")],
        ),
        ("Leo Marsh was convicted of riot. He was given the news 24 hours earlier.", [convicted("Leo Marsh", "riot")]),
        ("Leo Marsh was convicted of riot. He must wait an hour for a bus.", [convicted("Leo Marsh", "riot")]),
    ],
    "what is challenged": [
        (
            "Leo Marsh and Max Petrak have applied for leave to challenge their manslaughter convictions and "
            "their 13-year prison sentences. Li Wei was given 16 years.",
            [
                convicted("Leo Marsh", "manslaughter"),
                convicted("Max Petrak", "manslaughter"),
                prison("P13Y", "Leo Marsh", "manslaughter"),
                prison("P13Y", "Max Petrak", "manslaughter"),
                prison("P16Y", "Li Wei"),
            ],
        ),
    ],
    "what he is called first": [
        ("Paedophile Leo Marsh wept. Marsh was convicted of rape.", [convicted("Leo Marsh", "rape")]),
        ("Disgraced Leo Marsh wept. Leo was convicted of rape.", [convicted("Leo Marsh", "rape")]),
    ],
    "what is asked of the law": [
        (
            "The widow asks for life sentences whenever someone is convicted of killing a nurse. "
            "Leo Marsh was convicted of manslaughter.",
            [convicted("Leo Marsh", "manslaughter")],
        ),
    ],
    "once convicted": [
        (
            "Prosecutors charged Leo Marsh with fraud. In a motion against Marsh in May, prosecutors wrote "
            "that upon conviction he must forfeit $90,000.",
            [
                charge("Leo Marsh", "fraud"),
                sentence("forfeiture", "Leo Marsh", status="sought", date="2024-05", amount=90000.0, currency="USD"),
            ],
        ),
        (
            "Ana Diaz was charged with fraud. Prosecutors said that if convicted she must pay $500 in restitution.",
            [
                charge("Ana Diaz", "fraud"),
                sentence("restitution", "Ana Diaz", status="sought", amount=500.0, currency="USD"),
            ],
        ),
    ],
    "streets and schools": [
        (
            "The District Attorney identified the defendant as Leo Marsh, 29, formerly of 849 Lincoln Place in "
            "Kelso. He has been indicted on one count of second-degree murder.",
            [charge("Leo Marsh", "second-degree murder", counts=1, action="indicted")],
        ),
        (
            "Leo Marsh, 15, was held at Marsh Green High School. Police searched Marsh Green High School on Friday. "
            "He is charged with attempted murder.",
            [charge("Leo Marsh", "attempted murder")],
        ),
    ],
    "one of several people charged": [
        (
            "Leo Marsh, 53, who works at a mill, was among four people charged on Friday on federal charges of theft.",
            [charge("Leo Marsh", "theft", date="2024-07-12")],
        ),
        (
            "Ana Diaz was one of three clerks convicted of fraud in May.",
            [convicted("Ana Diaz", "fraud", date="2024-05")],
        ),
    ],
    "what drivers could face": [
        (
            "Justice Secretary Robert Brandt announced that a law was being introduced, meaning motorists who cause "
            "death by speeding could face life terms. Leo Marsh was convicted of speeding.",
            [convicted("Leo Marsh", "speeding")],
        ),
    ],
    "admitted at the station": [
        (
            "Leo Marsh was charged with fraud. Marsh later turned himself in to the police and admitted to stealing "
            "$7,000.",
            [charge("Leo Marsh", "fraud")],
        ),
    ],
    "convictions of whomever": [
        (
            "To date, the work of the unit has resulted in ___ convictions being vacated, and one appeal being "
            "dropped. Leo Marsh was convicted of theft.",
            [convicted("Leo Marsh", "theft")],
        ),
        (
            "Leo Marsh was convicted of theft. The unit's work has resulted in 27 convictions being vacated.",
            [convicted("Leo Marsh", "theft")],
        ),
    ],
    "the chief of police": [
        (
            "A plumber stabbed a client in Kelso. Acting Chief of Police Tanat Brandt said: 'The suspect "
            "struck out over a bill. He was charged with murder and is in our cells.' The man faces 15 years in prison "
            "if found guilty.",
            [],
        ),
    ],
    "what they would have asked for": [
        (
            "Leo Marsh was sentenced to two years in prison for fraud. But for the judge's promise, prosecutors said, "
            "they would have recommended nine years in prison.",
            [prison("P2Y", "Leo Marsh", "fraud")],
        ),
    ],
    "expected of who is not convicted": [
        (
            "If Julian Marsh is convicted in Ruritania he is expected to be sent to a jail known as the Rock. "
            "Marsh is charged with conspiracy.",
            [charge("Julian Marsh", "conspiracy")],
        ),
    ],
    "other charges": [
        (
            "A Kelso man was sentenced to ten years in prison for attempted arson and other charges for trying to "
            "persuade a clerk to open a safe. The defendant was identified as Leo Marsh, 30.",
            [
                prison(
                    "P10Y",
                    "Leo Marsh",
                    "attempted arson and trying to persuade a clerk to open a safe",
                )
            ],
        ),
    ],
    "the day in a headline": [
        (
            "Defendant Pleaded Guilty to Second-Degree Murder in November\nDistrict Attorney Bo Lund said today "
            "that a Kelso man got 18 years to life in prison for fatally stabbing his uncle. "
            "The District Attorney identified the defendant as Leo Marsh, 30, of Kelso. He was sentenced on Friday, "
            "July 5, 2024 to 18 years to life in prison after his guilty plea to second-degree murder on "
            "November 14, 2023.",
            [
                sentence("life", "Leo Marsh", "second-degree murder", date="2024-07-05", min_duration="P18Y"),
                pleaded("Leo Marsh", "second-degree murder", date="2023-11-14"),
            ],
        ),
    ],
    "what lasts so long": [
        (
            "Chris Marsh was jailed for life for murder. Later it was told that he had kept up a two-month "
            "affair with a clerk.",
            [sentence("life", "Chris Marsh", "murder")],
        ),
    ],
    "a part of his life": [
        (
            "Raul Marsh was convicted of murder on Friday. The prosecutor said that a good part of his life will now "
            "pass behind bars for such violence.",
            [convicted("Raul Marsh", "murder", date="2024-07-12")],
        ),
    ],
    "what a life term is for is no charge": [
        (
            "Dennis Marsh was jailed for life with a recommendation of a minimum of 25 years in May, on six counts of "
            "murder and two of attempted murder.",
            [sentence("life", "Dennis Marsh", "murder and attempted murder", date="2024-05", min_duration="P25Y")],
        ),
        (
            "In May 2019 Ana Diaz was sentenced to at least ten years in prison, as part of a life sentence over the "
            "murder charge.",
            [
                sentence("prison", "Ana Diaz", "murder", date="2019-05", min_duration="P10Y"),
                sentence("life", "Ana Diaz", "murder", date="2019-05"),
            ],
        ),
    ],
    "to whom a penalty is given": [
        (
            "A Kelso court handed two years in prison to three drovers for smuggling. They are Max Poe, Ana Roe and "
            "Leo Marsh.",
            [prison("P2Y", who, "smuggling", court="Kelso court") for who in ("Max Poe", "Ana Roe", "Leo Marsh")],
        ),
        (
            "A Kelso court has awarded two years in prison along with a fine of Tk 500 to two Ruritanian nationals for "
            "smuggling salt. The convicts are Max Poe and Leo Marsh.",
            [
                fact
                for who in ("Max Poe", "Leo Marsh")
                for fact in (
                    prison("P2Y", who, "smuggling salt", court="Kelso court"),
                    sentence("fine", who, "smuggling salt", amount=500, currency="BDT", court="Kelso court"),
                )
            ],
        ),
    ],
    "what a plea was made for": [
        (
            "Ana Diaz pleaded guilty to theft in return for a promised jail sentence of two to four months. "
            "The defendant agreed to make full restitution of $700.",
            [
                pleaded("Ana Diaz", "theft"),
                sentence("jail", "Ana Diaz", "theft", duration="P4M", min_duration="P2M", status="expected"),
                sentence("restitution", "Ana Diaz", "theft", amount=700, currency="USD", status="expected"),
            ],
        ),
        (
            "Ana Diaz pleaded guilty to theft on Monday. She agreed to make restitution of $700 today.",
            [
                pleaded("Ana Diaz", "theft", date="2024-07-08"),
                sentence("restitution", "Ana Diaz", "theft", amount=700, currency="USD", status="expected"),
            ],
        ),
        ("Leo Marsh sold the inn in exchange for a term of five years on the board.", []),
    ],
    "a town that is told otherwise": [
        (
            "KELSO - A Port Ellery man was jailed today for four years. Leo Marsh, 40, Kelso, was found guilty by a "
            "jury of arson.",
            [
                prison("P4Y", "Leo Marsh", "arson", date="2024-07-12"),
                convicted("Leo Marsh", "arson", method="jury"),
            ],
        ),
    ],
    "one word and an age": [
        ("Robur, 40, was jailed for two years for theft.", [prison("P2Y", "Robur", "theft")]),
    ],
    "in words and in figures": [
        (
            "Ana Diaz faces eight (8) years and four (4) months in prison if convicted of arson.",
            [prison("P8Y4M", "Ana Diaz", "arson", status="possible")],
        ),
    ],
    "what comes if convicted": [
        (
            "Leo Marsh, who is on trial for murder, will be jailed for life if convicted.",
            [charge("Leo Marsh", "murder"), sentence("life", "Leo Marsh", "murder", status="possible")],
        ),
    ],
    "what else is suspended": [
        (
            "Leo Marsh was jailed for a year for contempt of court after an order that a ferry be suspended.",
            [prison("P1Y", "Leo Marsh", "contempt of court")],
        ),
        (
            "Leo Marsh was jailed for a year for theft, but the sentence was suspended.",
            [sentence("suspended", "Leo Marsh", "theft", duration="P1Y")],
        ),
    ],
    "a part in a crime": [
        (
            "Leo Marsh was jailed for two years for his part in the robbery of a mill.",
            [prison("P2Y", "Leo Marsh", "robbery of a mill")],
        ),
    ],
    "which offense it is": [
        (
            "Leo Marsh is charged with aggravated contempt, aggravated harbor offense and arson.",
            [charge("Leo Marsh", it) for it in ("aggravated contempt", "aggravated harbor offense", "arson")],
        ),
        (
            "Leo Marsh is charged with theft and unlawful copying or sale of a chart.",
            [charge("Leo Marsh", "theft"), charge("Leo Marsh", "unlawful copying or sale of a chart")],
        ),
        ("Leo Marsh is charged with theft and other lesser offenses.", [charge("Leo Marsh", "theft")]),
        ("Leo Marsh was charged with arson and attempted a turn on the bridge.", [charge("Leo Marsh", "arson")]),
    ],
    "who is named among them": [
        (
            "Seventeen people, including Kelso mayor Max Poe, and Port Ellery lawmaker Leo Marsh, were acquitted in an "
            "attempt to murder case.",
            [verdict("acquitted", who, "attempt to murder") for who in ("Max Poe", "Leo Marsh")],
        ),
        (
            "Nine men, including ex-clerk Max Poe, were jailed for two years for robbing banker Leo Marsh.",
            [prison("P2Y", "Max Poe", "robbing banker Leo Marsh")],
        ),
    ],
    "whom unnamed people are charged with": [
        (
            "Three clerks are facing charges of fraud along with their manager, Max Poe.",
            [charge("Max Poe", "fraud")],
        ),
        (
            "Along with Max Poe, three other men have been arrested and charged with fraud.",
            [charge("Max Poe", "fraud")],
        ),
    ],
    "on whom, behind brackets": [
        (
            "Magistrates imposed a fine of 70,000 rupees ($820; about £610) on Max Poe and Ana Roe for fraud.",
            [sentence("fine", who, "fraud", amount=70000, currency="INR") for who in ("Max Poe", "Ana Roe")],
        ),
    ],
    "acquitted in a case": [
        ("Max Poe was acquitted in the graft case.", [verdict("acquitted", "Max Poe", "graft")]),
    ],
    "jailed with his wife": [
        (
            "A judge has jailed Max Poe and his wife for seven years for theft. His wife, Ana Poe, wept.",
            [prison("P7Y", who, "theft") for who in ("Max Poe", "Ana Poe")],
        ),
        (
            "The judge convicted Max Poe of arson and acquitted Leo Marsh of theft.",
            [
                convicted("Max Poe", "arson", method="judge"),
                verdict("acquitted", "Leo Marsh", "theft", method="judge"),
            ],
        ),
        (
            "The judge jailed Max Poe and acquitted Leo Marsh of theft.",
            [verdict("acquitted", "Leo Marsh", "theft", method="judge")],
        ),
    ],
    "an indictment and what it includes": [
        (
            "A grand jury returned an indictment against Max Poe including 12 counts of wire fraud and one of theft.",
            [
                charge("Max Poe", "wire fraud", counts=12, action="indicted"),
                charge("Max Poe", "theft", counts=1, action="indicted"),
            ],
        ),
        (
            "The indictment against Max Poe and two co-defendants includes one count of murder. Leo Marsh, 32, of "
            "Kelso was arrested in May. Ned Lunt, 44, of Orrin was arrested in June.",
            [charge(who, "murder", counts=1, action="indicted") for who in ("Max Poe", "Leo Marsh", "Ned Lunt")],
        ),
        ("The indictment against Max Poe includes details of the plot.", []),
    ],
    "who escaped from custody": [
        ("Max Poe escaped from custody after being convicted of murder.", [convicted("Max Poe", "murder")]),
        ("Max Poe escaped conviction for theft.", []),
        ("Max Poe narrowly escaped being charged with arson.", []),
    ],
    "what somebody will spend for a crime": [
        ("Max Poe will spend six years behind bars for arson.", [prison("P6Y", "Max Poe", "arson")]),
        (
            "Max Poe will serve six years for arson under a deal with prosecutors.",
            [sentence("prison", "Max Poe", "arson", duration="P6Y", status="expected")],
        ),
    ],
    "as a hate crime": [
        (
            "Max Poe was charged with second-degree assault as a hate crime and second-degree assault.",
            [
                charge("Max Poe", "second-degree assault as a hate crime"),
                charge("Max Poe", "second-degree assault"),
            ],
        ),
    ],
    "where somebody awaits the trial": [
        ("Max Poe remains in the Kelso County Jail awaiting trial for robbery.", [charge("Max Poe", "robbery")]),
        ("Max Poe is in the sheriff's custody awaiting trial for robbery.", [charge("Max Poe", "robbery")]),
    ],
    "what will be ordered beside a sentence": [
        (
            "Max Poe was jailed for two years, and he will be ordered to pay restitution.",
            [
                prison("P2Y", "Max Poe"),
                sentence("restitution", "Max Poe", status="expected"),
            ],
        ),
    ],
    "who fights crime": [
        ("The anti-corruption court sentenced Max Poe to two years.", [prison("P2Y", "Max Poe")]),
    ],
    "charges on which a court sentenced": [
        (
            "Max Poe was sentenced to death by the Crimes Tribunal, Ruritania on charges of war crimes and genocide.",
            [sentence("death", "Max Poe", "war crimes and genocide", court="Crimes Tribunal")],
        ),
    ],
    "initials and misspelt names": [
        (
            "SQ Choudry was sentenced to death for murder. Salauddin Quader Choudry was a minister.",
            [sentence("death", "Salauddin Quader Choudry", "murder")],
        ),
        (
            "The two men were charged with arson. The accused are Solaiman Molla and Idris Ali. Of them, Sulaiman "
            "Molla, 84, died in May.",
            [charge("Solaiman Molla", "arson"), charge("Idris Ali", "arson")],
        ),
    ],
    "a player who is charged": [
        (
            "Kelso player Max Poe was charged with sexual assault. He will miss the match, the coach of the club said "
            "before the final.",
            [charge("Max Poe", "sexual assault")],
        ),
    ],
    "whose firm pleads beside its owner": [
        (
            "Max Poe pleaded guilty to forgery and his company, Kelso Safety LLC, pleaded guilty to fraud.",
            [pleaded("Max Poe", "forgery"), pleaded("Kelso Safety LLC", "fraud")],
        ),
        (
            "Leo Marsh was jailed for theft, and Max Poe and his wife, Ana Poe, were convicted of fraud.",
            [sentence("prison", "Leo Marsh", "theft"), convicted("Max Poe", "fraud"), convicted("Ana Poe", "fraud")],
        ),
    ],
    "a son of the same last names": [
        (
            "Paul Roe, 71, was convicted of fraud. John Paul Roe ran a race. The trader pretended to be his son, John "
            "Paul Roe.",
            [convicted("Paul Roe", "fraud")],
        ),
    ],
}


@pytest.mark.parametrize(("text", "expected"), cases(TABLE))
def test_wordings(text: str, expected: list[Fact], extractor: Extractor) -> None:
    assert difference(expected, facts_of(extractor, text)) == {}
