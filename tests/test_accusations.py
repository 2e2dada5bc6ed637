"""Who is accused by name where judges, police, victims, witnesses, relatives and namesakes stand nearby."""

from __future__ import annotations

import pytest

from casefacts.extractor import Extractor
from casefacts.records import Article
from facts import FRIDAY, cases

Row = tuple[str, set[str]]

TABLE: dict[str, list[Row]] = {
    "who speaks of somebody's sentence": [
        (
            "Her uncle Leo Marsh said it was hard to fathom the driver responsible was only given two years in prison.",
            set(),
        ),
        ("His boss Leo Marsh told reporters it hurt to see the men involved were jailed for six months.", set()),
        ("Her son Leo Marsh said he was glad to learn the trader guilty was sentenced to two years in prison.", set()),
        ("Leo Marsh said it pained him to think the thief was jailed for six months.", set()),
        ("Ana Roe announced that Leo Marsh was jailed for six months.", {"Leo Marsh"}),
    ],
    "culprits without names beside victims": [
        ("Leo and Ana Marsh were cheated by a couple. The couple were convicted of fraud.", set()),
        ("Leo Marsh and Ana Diaz robbed a couple. They were jailed for six years.", {"Leo Marsh", "Ana Diaz"}),
        (
            "Leo Marsh and Ana Marsh, a couple from Leeds, met two killers. The couple were charged with theft.",
            {"Leo Marsh", "Ana Marsh"},
        ),
    ],
    "initials and abbreviations of given names": [
        ("A court sentenced AJM Petrak to death for murder.", {"AJM Petrak"}),
        (
            "AJM Petrak, ASM Khan and KM Shafi were sentenced to death for theft.",
            {"AJM Petrak", "ASM Khan", "KM Shafi"},
        ),
        ("The court sentenced Md. Rahim to death for murder.", {"Md. Rahim"}),
        ("Prosecutors in Kelso, Md., charged Leo Marsh with theft.", {"Leo Marsh"}),
        ("Police in Kelso, Md. charged Leo Marsh with ATM fraud.", {"Leo Marsh"}),
    ],
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
    "places, things, plurals and bynames": [
        ("The man taught Business Law at a college. He was convicted of fraud.", set()),
        ("He was arrested on Lincoln Place. He was convicted of theft in May.", set()),
        ("A man robbed a shop in Bedford Stuyvesant. He was convicted of robbery in May.", set()),
        ("A rapper from Bedford Stuyvesant, who was convicted of murder, was sent to prison for life.", set()),
        ("Two alleged 'Bogaloo Boys' have been charged with murder.", set()),
        ("Former Treasury Secretaries met a banker in Kelso. He was convicted of bribery in May.", set()),
        (
            "He lived in Mahamulgama as a resident of Mahamulgama in Kandy. The Attorney General had indicted him"
            " for rape.",
            set(),
        ),
        ("Leo Marsh, 30, of Kelso, is charged with robbery.\n*Defendant also charged with arson.", {"Leo Marsh"}),
    ],
    "told of one of two": [
        (
            "Petrak and his former partner Ghita Marsh, who denies federal charges of fraud, were seen in Kelso. "
            "Max Petrak is a clerk.",
            {"Ghita Marsh"},
        ),
        ("Max Petrak and his friend Leo Marsh, who is charged with fraud, flew to Kelso.", {"Leo Marsh"}),
        ("Max Petrak and Leo Marsh, who was convicted of fraud in 2019, flew to Kelso.", {"Leo Marsh"}),
        ("Max Petrak and Leo Marsh, who has pleaded guilty to fraud, flew to Kelso.", {"Leo Marsh"}),
        ("Max Petrak and Leo Marsh, who were convicted of fraud, flew to Kelso.", {"Max Petrak", "Leo Marsh"}),
        ("Max Petrak and Leo Marsh, who denied fraud, were convicted of theft.", {"Max Petrak", "Leo Marsh"}),
    ],
    "a name between dashes": [
        (
            "The owner of the kennel – 61-year-old Ana Diaz, from Kelso – was charged with cruelty. Groom Leo "
            "Marsh was not hurt.",
            {"Ana Diaz"},
        ),
        ("The gunman - Leo Marsh, 30, of Kelso - was convicted of murder. Officer Max Petrak was hurt.", {"Leo Marsh"}),
        ("The killer - 19-year-old Leo Marsh - was jailed for life. Baker Max Petrak found the body.", {"Leo Marsh"}),
        ("The head of the company, Bo Li, was convicted of fraud.", {"Bo Li"}),
        ("A man from Kelso - Max Petrak - was convicted of fraud.", {"Max Petrak"}),
    ],
    "names of a father": [
        ("Sean Combe's son Quincy Sean Combe was at court. Combe was convicted of fraud in May.", {"Sean Combe"}),
        (
            "Quincy Max Brandt was convicted of fraud. His father, Max Brandt, was at court. Brandt was jailed "
            "for a year.",
            {"Quincy Max Brandt"},
        ),
        ("Max Brandt, 70, is a senator. His son Hunter Max Brandt, 40, was convicted of fraud.", {"Hunter Max Brandt"}),
        ("Leo Ivan Marsh was jailed for murder. His father Ivan Marsh wept.", {"Leo Ivan Marsh"}),
        ("Ivan Marsh wept when his son Leo Ivan Marsh was jailed for murder.", {"Leo Ivan Marsh"}),
        (
            "Maria Petrak was convicted of fraud. Ana Maria Petrak, 40, wept. Petrak was jailed for a year.",
            {"Ana Maria Petrak"},
        ),
    ],
    "a word that only opens a sentence": [
        ("Troubled Marsh faces seven years in prison. Leo Marsh looked sad.", {"Leo Marsh"}),
        ("Jailing Marsh for life, Judge Ana Diaz said he was cruel. Leo Marsh, 16, stabbed a boy.", {"Leo Marsh"}),
        ("Leo Marsh was convicted of theft. Fining Marsh £200, the judge said he was lucky.", {"Leo Marsh"}),
        ("Leo Marsh wept. Defiant Marsh pleaded guilty to fraud.", {"Leo Marsh"}),
        ("Leo Marsh wept. Daisy Marsh pleaded guilty to fraud.", {"Daisy Marsh"}),
        ("Leo Marsh wept. Zorvan Marsh pleaded guilty to fraud.", {"Zorvan Marsh"}),
        ("Leo Marsh Jr. wept. Senior Jr. was convicted of fraud.", set()),
    ],
    "who enters a plea for somebody": [
        ("Ana Diaz's lawyer Leo Marsh entered guilty pleas to theft on her behalf.", {"Ana Diaz"}),
        (
            "Ana Diaz's lawyer Leo Marsh entered guilty pleas to one count of theft and two of fraud. Diaz is 20.",
            {"Ana Diaz"},
        ),
        ("Ana Diaz appeared in court. Her lawyer entered a plea of not guilty to theft.", {"Ana Diaz"}),
        ("Ana Diaz's attorney, Leo Marsh, entered a guilty plea to theft.", {"Ana Diaz"}),
        ("Lawyer Leo Marsh pleaded guilty to theft.", {"Leo Marsh"}),
        ("Ana Diaz's lawyer Leo Marsh pleaded guilty to theft.", {"Leo Marsh"}),
    ],
    "the accused without a name goes on": [
        (
            "Officer Leo Marsh said that he had to jump aside as the car drove off. The suspect was arrested two "
            "days later and charged with attempted assault. He was subsequently indicted on one count of reckless"
            " endangerment. Officer Marsh was convicted of perjury.",
            {"Leo Marsh"},
        ),
        (
            "Leo Marsh, 19, was convicted of murder. The other youth, also 16, denied it, and the "
            "jury acquitted him. He was cleared of affray, too.",
            {"Leo Marsh"},
        ),
        (
            "Leo Marsh was jailed for two years for theft. Another man was charged with robbery. He was also "
            "charged with arson.",
            {"Leo Marsh"},
        ),
        (
            "Banker Leo Marsh pleaded guilty to fraud. His accomplice, who cannot be named, was charged with "
            "theft. He was later convicted of theft.",
            {"Leo Marsh"},
        ),
        (
            "The burglar who broke into the flat of Leo Marsh was caught. The intruder was charged with burglary."
            " He was later convicted of burglary.",
            set(),
        ),
    ],
    "what stands before a name": [
        (
            "Former Royal Marine Alexander Petrak was released in 2017. Sgt Petrak was convicted of murder.",
            {"Alexander Petrak"},
        ),
        ("Ex-President Petrak was convicted of bribery.", {"Petrak"}),
        ("A man was jailed for theft. The Human Exploitation Unit in Kelso took Leo Marsh, 40.", {"Leo Marsh"}),
        ("Health Minister Kehelya Petrak was convicted of bribery.", {"Kehelya Petrak"}),
        ("Kelso-born Marsh was convicted of rape. Leo Marsh is 40.", {"Leo Marsh"}),
        (
            "Tiger keeper Leo Marsh was jailed in May. A Leo Marsh-themed musical is planned. Marsh was convicted"
            " of arson.",
            {"Leo Marsh"},
        ),
        (
            "Former SEAL Petrak shared a picture. Ex SEAL Eddie Petrak called it a joke. He was only "
            "convicted of posing for a photo.",
            {"Eddie Petrak"},
        ),
        (
            "At that time Joe Petrak was jailed. She has a Joe Petrak-themed bar. He was sentenced to 22 "
            "years in prison.",
            {"Joe Petrak"},
        ),
    ],
    "kin, hosts, victims and players": [
        ("Ida Petrak, who worked at a ball for Senator Otto Brandt, was robbed. She was convicted of theft.", set()),
        ("Leo Marsh's brother was arrested in May. He was jailed for fraud.", set()),
        ("Ida Petrak was robbed by a neighbour. She was convicted of theft.", set()),
        ("A waiter at a party of host Otto Brandt was stabbed. The man was convicted of murder.", set()),
        ("Actress Ana Diaz plays the swindler in the series. She was convicted of fraud in 2019.", set()),
    ],
    "who grants": [
        ("Governor Max Petrak commuted his death sentence in May.", set()),
        ("King Otto Petrak reduced the sentence. Petrak had commuted his death sentence to life.", set()),
        ("President Otto Petrak pardoned Leo Marsh, who was convicted of fraud.", {"Leo Marsh"}),
        (
            "Former President Otto Petrak used the day to free a convicted murderer. Petrak later commuted her "
            "life sentence.",
            set(),
        ),
        ("The governor, Ana Petrak, commuted her life sentence.", set()),
    ],
    "what the next sentence denies": [
        ("Dee Marsh claimed that coach Ron Petrak had been convicted of abuse. It was untrue.", set()),
        ("A newspaper reported that Ron Petrak was convicted of theft. The report was wrong.", set()),
        ("Dee Marsh wrote that Ron Petrak was convicted of abuse. That was not true.", set()),
        ("Dee Marsh posted that Ron Petrak was charged with theft. The post is a hoax.", set()),
        ("Police said that Ron Petrak was charged with theft. The theft was wrong.", {"Ron Petrak"}),
        ("Ron Petrak was convicted of perjury for what he said in court. It was untrue.", {"Ron Petrak"}),
    ],
    "one word before who": [
        (
            "Maya Lund hated to dance with Schapelle, who spent six years in a Kelso prison for smuggling.",
            {"Schapelle"},
        ),
        ("Maya Lund met Sharjah, who was jailed for theft in 2019.", {"Sharjah"}),
        ("Maya Lund lives in Sydney, where a man was jailed for theft in 2019.", set()),
    ],
    "the subject behind the verb, and names behind their pronoun": [
        (
            "Max Petrak met the mayor. Among those in the dock will be Ivan Marsh who helped the robbers. He "
            "faces life in jail if found guilty.",
            {"Ivan Marsh"},
        ),
        (
            "Max Petrak is accused of helping. Among the accused is Ivan Marsh. He faces life in prison if convicted.",
            {"Ivan Marsh"},
        ),
        ("In the dock stood Ivan Marsh. He was convicted of theft. Max Petrak wept.", {"Ivan Marsh"}),
        (
            "Max Petrak, Leo Brandt and Bo Diaz are ministers. The lawyer sought a retrial of three suspects "
            "after a jury failed to decide, and they were found guilty of plotting to murder.",
            set(),
        ),
        (
            "Max Petrak and Leo Brandt stole a car. Police caught them and they were found guilty of theft.",
            {"Max Petrak", "Leo Brandt"},
        ),
        (
            "Zelda Petrak, her daughter Viktoria, 31, and Bo Marsh were held. When she was convicted of murder, "
            "Petrak said she would not appeal.",
            {"Zelda Petrak"},
        ),
        ("After he was convicted of theft, Leo Marsh thanked Max Brandt.", {"Leo Marsh"}),
        ("Max Brandt wept. When he was jailed for theft, Leo Marsh said nothing.", {"Leo Marsh"}),
        (
            "A boy was driving. The 12-year-old was charged with manslaughter. Her brother Tom Marsh said that it"
            " was difficult.",
            set(),
        ),
        ("Tom Marsh wept for his sister. The 12-year-old was charged with manslaughter.", set()),
        ("Tom Marsh appeared in court charged with theft. The 34-year-old was also charged with arson.", {"Tom Marsh"}),
        ("Threats were made during the trial of the Sheikh Mujib Marsh murder case, the judge said.", set()),
        ("The trial of the Leo Marsh murder case began.", set()),
        ("The Leo Marsh murder trial began on Monday.", set()),
        ("Paedophile Rolf Marsh was convicted of rape. The singer Rolf Marsh wept.", {"Rolf Marsh"}),
        ("Minister of Housing Prasana Marsh was convicted of fraud. Prasana Marsh wept.", {"Prasana Marsh"}),
        ("Trucker Roland Marsh, 40, pleaded guilty to theft. Roland Marsh wept.", {"Roland Marsh"}),
    ],
    "sport": [("Ana Diaz was cleared of doping by the court of arbitration.", set())],
    "the accused of the sentence before, not who is named beside": [
        (
            "A Kelso man was jailed for theft from Brandt Stores, where he worked. The defendant told police of his "
            "debts. He was given six months in prison. The defendant was identified as Leo Marsh, 35, of Kelso. The "
            "owner, Eric Brandt, told police.",
            {"Leo Marsh"},
        ),
        (
            "Leo Marsh, 48, was convicted of theft on Friday. He had worked for the estate of Max Petrak. Justice "
            "Ida Lund, who heard both of the defendant's trials, ordered him to pay $70,000 in restitution.",
            {"Leo Marsh"},
        ),
        (
            "Leo Marsh was convicted of murder. Sam Brandt had lent the defendant a car. He was sentenced to 30 "
            "years in prison.",
            {"Leo Marsh"},
        ),
        (
            "The defendant stabbed a man in Ellery. He now faces up to 25 years in prison. The defendant was "
            "identified as Leo Marsh, 49, of Ellery Beach, Kelso.",
            {"Leo Marsh"},
        ),
        (
            "A 55-year-old man has been sentenced to life in prison following his conviction of murder for shooting "
            "Ana Petrak. The defendant was identified as Leo Marsh, 55, of Kelso.",
            {"Leo Marsh"},
        ),
    ],
    "a place is nobody": [
        (
            "A 34-year-old Marsh-Ellery man was jailed for theft. Police identified the defendant as Leo Brandt, 34, "
            "of Marsh-Ellery. He was given six months in prison.",
            {"Leo Brandt"},
        ),
        (
            "Police identified the defendant as Leo Brandt, 34, of Ellery Beach. He lives near Ellery. He was "
            "convicted of theft.",
            {"Leo Brandt"},
        ),
        (
            "Leo Brandt, 34, of Port-Marsh, was held near his home in Port Marsh. He was convicted of theft.",
            {"Leo Brandt"},
        ),
        (
            "Kelso Man Sentenced to Ten Years for\nSetting a Fire in Harbor Park\nA Kelso man has been sentenced to "
            "ten years in prison following his conviction of arson. The defendant was identified as Leo Brandt, 55, "
            "of Ellery, Kelso.",
            {"Leo Brandt"},
        ),
        (
            "Shot Victim Once\nA Kelso man has been sentenced to ten years in prison following his conviction of "
            "assault. The defendant was identified as Leo Brandt, 55, of Ellery.",
            {"Leo Brandt"},
        ),
    ],
    "what somebody is called, or what they are": [
        (
            "A thug who stabbed a man while a child cried 'Mummy' was jailed for life. Leo Marsh, 23, was convicted "
            "of murder.",
            {"Leo Marsh"},
        ),
        (
            "Ana Marsh was convicted of fraud. The disgraced Democrat, who spent a year in prison for fraud, wept.",
            {"Ana Marsh"},
        ),
        (
            "Joaquin 'El Toro' Marsh was convicted of murder. Toro Marsh was jailed for life.",
            {"Joaquin 'El Toro' Marsh"},
        ),
        (
            'Carmine "Two Shoes" Marsh was held on Monday. Shoes Marsh was convicted of theft.',
            {'Carmine "Two Shoes" Marsh'},
        ),
        (
            "Leo 'Big Daddy' Marsh was convicted of theft on Friday. Big Daddy Marsh was jailed for a year.",
            {"Leo 'Big Daddy' Marsh"},
        ),
    ],
    "of a list the one behind whose name it is told": [
        ("The president freed Ana Diaz, who was jailed for six years for theft, and Max Petrak.", {"Ana Diaz"}),
        (
            "Pardons went to Ana Diaz, who was serving a prison term for contempt of court, and Max Petrak, a poet.",
            {"Ana Diaz"},
        ),
        ("The mayor met Ana Diaz, who was convicted of theft in May, Leo Marsh and Max Petrak.", {"Ana Diaz"}),
        ("Police spoke to Ana Diaz, who has been charged with arson, and Max Petrak.", {"Ana Diaz"}),
        (
            "The guests were Ana Diaz, who had been fined for theft, and Max Petrak, who was convicted of fraud.",
            {"Ana Diaz", "Max Petrak"},
        ),
    ],
    "who bears the surname in full more often": [
        (
            "Niall Brandt strangled a dancer. Niall Brandt wrote a list. Brandt, whose father is the mayor of Kelso, "
            "Pat Brandt, fled. Brandt was convicted of murder.",
            {"Niall Brandt"},
        ),
        (
            "Niall Brandt met Niall Brandt's agent, Li Wei. The club of Pat Brandt closed. Brandt was convicted of "
            "fraud.",
            {"Niall Brandt"},
        ),
        (
            "Ana Diaz fled. Ana Diaz was held in Kelso. A namesake, Eva Diaz, gave a talk. Diaz was jailed for six "
            "years for arson.",
            {"Ana Diaz"},
        ),
        (
            "Terry Marsh, 20, ran a shop. Terry Marsh sold guns there. Ken Marsh owns the house. Marsh was convicted "
            "of theft.",
            {"Terry Marsh"},
        ),
        (
            "Li Brandt was seen on film. Police spoke of Li Brandt on Monday, and Sam Brandt told the paper of the "
            "raid. Brandt was charged with robbery.",
            {"Li Brandt"},
        ),
    ],
    "the officer of the lead": [
        (
            "A Kelso police officer has been charged with assault, prosecutors said. A grand jury indicted Officer "
            "Leo Marsh on Monday for assault on Ana Diaz. Marsh was charged with aggravated assault.",
            {"Leo Marsh"},
        ),
        (
            "A sheriff's deputy has been charged with theft. A grand jury indicted Deputy Leo Marsh on Friday for "
            "theft. His lawyer asked whether Marsh had been shot.",
            {"Leo Marsh"},
        ),
        (
            "An officer was accused of fraud. Prosecutors charged Officer Ana Diaz with fraud on Friday. The officer "
            "was jailed for a year for fraud.",
            {"Ana Diaz"},
        ),
        ("The state indicted Judge Leo Marsh on bribery charges.", {"Leo Marsh"}),
        (
            "A Kelso man was charged with theft. Police did not say whether Leo Marsh, 30, was shot. Marsh was "
            "convicted of theft.",
            {"Leo Marsh"},
        ),
    ],
    "talk and intentions that are denied": [
        ("Despite what was heard at her trial, Ana Roe denies ever saying that she wanted to kill the clerk.", set()),
        ("During his trial Leo Marsh denied making remarks about wanting to strangle the clerk.", set()),
        ("In court Leo Marsh denied telling his cousin about robbing the bank.", set()),
        ("At the trial Ana Roe denied that she boasted of stabbing a courier.", set()),
        ("On the stand Leo Marsh denied joking about hoping to burn down the barn.", set()),
    ],
    "people in general": [
        (
            "Even people convicted of crimes may sit in the council, on the grounds that they have appealed against "
            "those convictions. A court held that the former ministers Leo Marsh and Max Poe were to blame.",
            set(),
        ),
        ("People convicted of theft lose their seats. The councillors Leo Marsh and Max Poe voted for it.", set()),
    ],
    "in court, but not accused": [
        ("Ana Roe, who accused Leo Marsh of theft, appeared in court on Monday.", set()),
        ("Leo Marsh appeared in court as a witness against a man who is accused of theft.", set()),
        ("Leo Marsh was accused of theft by his ex-wife. She appeared in court on Monday.", set()),
        ("Leo Marsh, accused of copying, appeared in court over his divorce.", set()),
        ("Leo Marsh appeared before a tribunal of the parliament. He is accused of fraud.", set()),
        ("Leo Marsh, the father of a boy accused of murder, appeared in court on Monday.", set()),
        ("The victim's mother, Ana Roe, was in court. A man is accused of theft.", set()),
        ("Ana Roe asked whether Leo Marsh is due to face trial for theft.", set()),
        ("Leo Marsh said that hundreds of clerks are awaiting trial for petty theft.", set()),
    ],
    "admitted outside court": [
        ("Leo Marsh admitted committing the shooting to police, officers said.", set()),
        ("Ana Roe admitted the murders of the two women on the phone to her sister.", set()),
        ("Leo Marsh confessed to killing his wife to a friend.", set()),
        ("Leo Marsh admitted to his brother that he had stolen the van.", set()),
        ("Leo Marsh admitted to detectives stealing the van.", set()),
    ],
    "who cannot be named": [
        (
            "A 13-year-old boy will not be locked up for a fire in which a girl died. The boy, who cannot be "
            "named, lit a match in the barn of Abbey Marsh. The boy was sentenced to a year's supervision by a youth "
            "court in Kelso when he had pleaded guilty to arson. Her brother Tom Marsh said that nothing helps.",
            set(),
        ),
        (
            "A teenager, who cannot be named for legal reasons, was convicted of theft. Leo Marsh, 40, was convicted "
            "of arson.",
            {"Leo Marsh"},
        ),
    ],
    "he in a clause behind its own subject": [
        (
            "Max Petrak was charged with fraud in May. Petrak runs a mill. Former minister Leo Marsh leaves the "
            "court after he was arraigned on bribery charges.",
            {"Max Petrak", "Leo Marsh"},
        ),
        (
            "Leo Marsh was convicted of theft on Monday. Marsh is a welder. Max Petrak hid his face as he was "
            "jailed for two years for arson.",
            {"Leo Marsh", "Max Petrak"},
        ),
        (
            "Ana Diaz was charged with theft. Diaz ran the shop. Ida Brandt sobbed while she was jailed for perjury.",
            {"Ana Diaz", "Ida Brandt"},
        ),
        (
            "Max Petrak was convicted of bribery. Petrak led the port. Leo Marsh lost his seat when he was "
            "convicted of fraud.",
            {"Max Petrak", "Leo Marsh"},
        ),
        (
            "Max Petrak was convicted of bribery. Petrak led the port. Leo Marsh said after he was convicted that"
            " it was over.",
            {"Max Petrak"},
        ),
    ],
    "kin of the accused": [
        ("The defendant's brother, Leo Marsh, spoke outside. He was convicted of arson in 2019.", set()),
        ("Outside court stood the convict's uncle, Max Petrak. He was jailed for six years.", set()),
        ("The suspect's cousin, Ivan Brandt, declined to comment. He was charged with robbery on Friday.", set()),
        ("The prisoner's husband, Leo Diaz, sent flowers. He was sentenced to four years for fraud.", set()),
        ("Also charged is the defendant's brother, Leo Marsh. He was arraigned on charges of theft.", {"Leo Marsh"}),
    ],
    "the accused right before, without a name": [
        (
            "Leo Marsh quarrelled with Max Petrak. Petrak was stabbed and died. The accused fled to Kelso. He was"
            " convicted of murder.",
            set(),
        ),
        (
            "Ana Diaz was robbed. Her son Leo Diaz called the police. The offender ran off. He was convicted of "
            "robbery.",
            set(),
        ),
    ],
    "whose given name is a rank, and who is told of as kin": [
        ("Ida Marsh was strangled by Lance Marsh. Marsh pleaded guilty to murder.", {"Lance Marsh"}),
        (
            "Ana Diaz was jailed for two years. Ida Brandt duped her aunt, Clare Brandt, over a will. Clare "
            "Brandt is 80. Ms Brandt was convicted of fraud.",
            {"Ana Diaz", "Ida Brandt"},
        ),
    ],
    "the accused right before, while others are named earlier": [
        (
            "Max Diaz and his ex-wife rented the flat. Ivan Brandt died in a fire. The suspect hid for a week. He"
            " was jailed for arson.",
            set(),
        ),
        (
            "Ida Brandt lit a fire. Leo Brandt was hurt. Clare Diaz saw it all. The convict wept. She was jailed "
            "for arson.",
            set(),
        ),
        ("Leo Marsh sold a car to Ivan Petrak. The condemned man prayed. He was convicted of murder.", set()),
    ],
    "to whom somebody named did something": [
        ("Ida Brandt tricked her aunt, Ana Diaz, over a will. Diaz is 80. She was convicted of fraud.", set()),
        (
            "Ida Brandt scalded her flatmate, Ana Diaz, in May. Diaz still has scars. She told the court so. She "
            "was convicted of wounding.",
            set(),
        ),
        (
            "Leo Marsh choked his lodger, Max Petrak, in May. Petrak still has scars. He was convicted of assault.",
            {"Leo Marsh"},
        ),
        (
            "Clare Brandt bilked a customer, Ida Diaz, for years. Diaz lost her house. She was convicted of fraud.",
            {"Clare Brandt"},
        ),
        (
            "Leo Marsh drenched his tenant, Ivan Petrak, with petrol. Petrak woke up in hospital. He was jailed "
            "for four years.",
            {"Leo Marsh"},
        ),
    ],
    "the lawyer who enters a plea, named": [
        (
            "As Petrak's solicitor Ida Brandt entered guilty pleas to three counts of theft, Max Petrak wept.",
            {"Max Petrak"},
        ),
        ("Leo Malnic's counsel Ida Petrak entered a plea of not guilty to robbery.", {"Leo Malnic"}),
        ("Ana Diaz's barrister Ivan Malnic entered a guilty plea to arson.", {"Ana Diaz"}),
        (
            "The couple held hands as Marsh's lawyer Leo Petrak entered guilty pleas to one count of fraud. Ana "
            "Marsh was bailed.",
            {"Ana Marsh"},
        ),
        ("Ana Marsh's lawyer Leo Petrak entered guilty pleas to one count of fraud.", {"Ana Marsh"}),
    ],
    "father and son, told apart by one suffix": [
        (
            "Gangster Leo Marsh dined out. He is the son of boxer Leo Marsh Snr. Marsh was jailed in 2018 for theft.",
            {"Leo Marsh"},
        ),
        ("Ivan Brandt was charged with arson. His father, Ivan Brandt Snr, wept.", {"Ivan Brandt"}),
        ("Max Petrak Snr runs a mill. Max Petrak was convicted of fraud.", {"Max Petrak"}),
        ("Leo Diaz Snr was jailed for theft. Diaz pleaded guilty.", {"Leo Diaz Snr"}),
        ("Ivan Malnic, whose father is Ivan Malnic Snr, pleaded guilty to assault.", {"Ivan Malnic"}),
    ],
    "the two whom somebody arrested": [
        (
            "Amid claims by neighbours Leo Marsh and Ida Wynn, police arrested Max Diaz and Ivan Petrak. Marsh "
            "and Wynn had lost money. The two are charged with fraud.",
            {"Max Diaz", "Ivan Petrak"},
        ),
        (
            "Guests of Ana Brandt and Leo Brandt, officers held Max Diaz and Ivan Petrak on Friday. The two are "
            "charged with theft.",
            {"Max Diaz", "Ivan Petrak"},
        ),
        (
            "Helped by Ida Brandt and Leo Diaz, detectives arrested Max Malnic and Ana Petrak. Both were charged "
            "with arson.",
            {"Max Malnic", "Ana Petrak"},
        ),
        (
            "Near the home of Ida Brandt and Leo Diaz, agents seized Max Malnic and Ana Petrak. The pair were "
            "charged with arson.",
            {"Max Malnic", "Ana Petrak"},
        ),
        (
            "Watched by Ida Brandt and Leo Diaz, a court jailed Max Malnic and Ana Petrak. The pair were "
            "convicted of arson.",
            {"Max Malnic", "Ana Petrak"},
        ),
    ],
    "the killer, where another name stands": [
        (
            "Ida Brandt is charged with fraud. Leo Marsh was convicted of theft. Brandt quoted a ruling on "
            "Charles Malnic which ended with the killer being jailed for life.",
            {"Ida Brandt", "Leo Marsh"},
        ),
        (
            "Ida Brandt is charged with fraud. Leo Marsh was convicted of theft. Marsh left. In the trial of Max "
            "Petrak the murderer was jailed for life.",
            {"Ida Brandt", "Leo Marsh", "Max Petrak"},
        ),
        (
            "Ana Diaz was jailed for theft. Leo Marsh was jailed for fraud. Marsh wept. As in the case of Max "
            "Malnic, the killer was jailed for life.",
            {"Ana Diaz", "Leo Marsh", "Max Malnic"},
        ),
        (
            "Ana Diaz was jailed for theft. Leo Marsh was jailed for murder. Marsh wept. The killer was jailed "
            "for life.",
            {"Ana Diaz", "Leo Marsh"},
        ),
    ],
    "who is introduced below an unnamed culprit": [
        ("A clerk was charged with murder on Friday. The dead man was identified as Leo Marsh, 33.", set()),
        ("A clerk was charged with murder on Friday. Police named the dead man as Leo Marsh, 33.", set()),
        ("A clerk was charged with murder on Friday. The dead man was named as Leo Marsh, 33.", set()),
        ("A driver was charged with murder on Friday. Police named him as Leo Marsh, 33.", {"Leo Marsh"}),
        ('A clerk was jailed for two years for theft on Friday. "I trusted her," said Leo Marsh, 53.', set()),
        ("A warder was indicted on bribery charges on Friday. The warder's lawyer is Leo Marsh.", set()),
        ("A baker was jailed for fraud. Leo Marsh, 44, lost his savings.", set()),
        ("A driver was convicted of theft. Ida Brandt, 61, of Kelso, owned the van.", set()),
        ("A teacher was convicted of assault. Ida Brandt, a teacher at the school, gave evidence.", set()),
        ("A soldier was convicted of arson. Soldier Leo Marsh put out the fire.", set()),
        ("An agent was jailed for taking bribes. The agent, Leo Marsh, 53, lives in Kelso.", {"Leo Marsh"}),
        ("A priest was jailed for six years for theft. Leo Marsh, 71, showed no emotion.", {"Leo Marsh"}),
        ("A man was charged with robbery. Leo Marsh, 27, was stopped for allegedly taking a lamp.", {"Leo Marsh"}),
    ],
    "who is named within the culprit's phrase": [
        ("The man who shot Leo Marsh was jailed for life. Marsh, 33, left two sons.", set()),
        ("The killer of Leo Marsh was sentenced to life for murder. Marsh, 45, drove a cab.", set()),
        ("The doctor who treated Leo Marsh was convicted of manslaughter. Marsh died.", set()),
        ("The rapper, whose real name is Leo Marsh, was jailed for theft.", {"Leo Marsh"}),
    ],
    "who meets the culprit": [
        ("Ida Brandt met her son's killer. He was sentenced to life.", set()),
        ("Leo Marsh forgave the man who shot him. He was sentenced to 20 years.", set()),
        ("Leo Marsh shot the man who owed him money. He was sentenced to 20 years for murder.", {"Leo Marsh"}),
    ],
    "along with whom it was done to": [
        ("Leo Marsh, along with Max Petrak, saw the man who was convicted of arson.", set()),
        ("Leo Marsh was charged with robbing Ida Brandt, along with her husband, Max Brandt.", {"Leo Marsh"}),
        ("Leo Marsh was charged with robbery on Friday, along with Max Petrak.", {"Leo Marsh", "Max Petrak"}),
    ],
    "a number of people told of first": [
        (
            "Three men were convicted of theft, but Sir Ned Lunt sought a retrial of others. A row with former party "
            "leader Jens Corbin began. Speaker Sir Max Petrak issued a warning. A former MP, Ida Brandt, agreed. The "
            "vote is in May. Nobody knows why. The house was full. A former lord, Leo Marsh, spoke. It rained.",
            set(),
        ),
        (
            "Two Kelso men were charged with arson. Leo Marsh, 33, and Max Petrak, 41, were held.",
            {"Leo Marsh", "Max Petrak"},
        ),
    ],
    "a court that a given name begins": [
        ("Austin Magistrate's Court heard the case. The magistrate sentenced the man to nine months for theft.", set()),
    ],
    "an officer is not the suspect": [
        (
            "Officer Leo Marsh lied to a grand jury and was convicted of perjury. The gun charge against the male "
            "suspect was dismissed.",
            {"Leo Marsh"},
        ),
    ],
    "a number behind a place": [
        (
            "The areas with the most burglaries were North Harbor (26), West Yorkshire (92) and Essex (84). Leo Marsh "
            "(33) was jailed for eight years for theft.",
            {"Leo Marsh"},
        ),
    ],
    "who only heard it admitted": [
        ("Leo Marsh is missing. His sister told the court that she had heard him admit the killing.", set()),
    ],
    "whose leader somebody is": [
        (
            "Leo Marsh, a leader of Moon, and Max Petrak, a leader of Sun, were jailed for theft.",
            {"Leo Marsh", "Max Petrak"},
        ),
        ("Leo Marsh, the father of Ida Brandt, and Max Petrak were jailed for theft.", {"Leo Marsh", "Max Petrak"}),
    ],
    "a town that is a given name, too": [
        (
            "Sydney and Geelong star Leo Marsh has been charged with assault. Police in Sydney said a man was hurt. "
            "Another player, Sydney Petrak, was praised.",
            {"Leo Marsh"},
        ),
        ("Austin Marsh was charged with theft. Marsh was held in Austin.", {"Austin Marsh"}),
    ],
    "on whose behalf": [
        ("Attorney Leo Marsh entered a plea of not guilty to murder on behalf of Max Petrak.", {"Max Petrak"}),
        ("Attorney Leo Marsh entered a guilty plea to fraud for Max Petrak, who was absent.", {"Max Petrak"}),
        ("Leo Marsh, appearing for Max Petrak, pleaded not guilty to theft.", {"Max Petrak"}),
        ("Max Petrak wept. Defence lawyer Leo Marsh pleaded not guilty to theft on his behalf.", {"Max Petrak"}),
        ("The firm's lawyer, Leo Marsh, pleaded guilty to fraud on behalf of the company.", set()),
        ("Attorney Leo Marsh entered a guilty plea to fraud.", {"Leo Marsh"}),
        ("Lawyer Leo Marsh pleaded guilty to forging a will for his client.", {"Leo Marsh"}),
    ],
}


@pytest.mark.parametrize(("text", "accused"), cases(TABLE))
def test_who_is_accused(text: str, accused: set[str], extractor: Extractor) -> None:
    records = extractor.records(Article(name="article.txt", text=text, published=FRIDAY))
    assert {record.defendant for record in records if record.linked_by != "phrase"} == accused
