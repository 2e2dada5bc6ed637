"""Offenses as worded: where a list begins and ends, counts, and what belongs to an offense's name."""

from __future__ import annotations

import pytest

from casefacts.extractor import Extractor
from casefacts.records import Article
from casefacts.stages.offenses import Offense
from facts import cases

# text -> each offense in text order; a pair where there are counts
Row = tuple[str, list[str | tuple[str, int]]]

TABLE: dict[str, list[Row]] = {
    "counts whose noun is left out": [
        (
            "Leo Marsh was convicted of two counts of assaulting a nurse, one of resisting a guard in execution of "
            "duty, one of insulting a clerk and one of sleeping on church land.",
            [
                ("assaulting a nurse", 2),
                ("resisting a guard", 1),
                ("insulting a clerk", 1),
                ("sleeping on church land", 1),
            ],
        ),
        (
            "Leo Marsh was charged with three counts of theft and one of lying to a clerk.",
            [("theft", 3), ("lying to a clerk", 1)],
        ),
        (
            "Leo Marsh was acquitted of one count of arson, two of forgery and three of hiding stolen silver.",
            [("arson", 1), ("forgery", 2), ("hiding stolen silver", 3)],
        ),
        ("Leo Marsh was convicted of theft, one of dozens in Kelso.", ["theft"]),
    ],
    "a list that goes on behind others to whom it was done": [
        (
            "Leo Marsh is charged with making threats against former ministers and certain other persons, threatening "
            "a witness, and assaulting current and former federal officers.",
            ["making threats", "threatening a witness", "assaulting current and former federal officers"],
        ),
        (
            "Leo Marsh was convicted of assaulting two guards and another man, stealing a van and burglary.",
            ["assaulting two guards", "stealing a van", "burglary"],
        ),
        (
            "Leo Marsh has been charged with sexual assault on a person who was incapacitated and conspiracy.",
            ["sexual assault on a person", "conspiracy"],
        ),
    ],
    "what a deed takes in": [
        (
            "Leo Marsh pleaded guilty to affray, possessing stolen goods and being armed with intent to steal.",
            ["affray", "possessing stolen goods", "being armed with intent to steal"],
        ),
        ("Leo Marsh was charged with cyber crime and disobeying his father.", ["cyber crime", "disobeying his father"]),
        (
            "Leo Marsh pleaded guilty to conspiracy to engage in a bribery scheme.",
            ["conspiracy to engage in a bribery scheme"],
        ),
        (
            "Police charged Leo Marsh with speeding, no insurance, fleeing or evading police (vehicle) and theft.",
            ["speeding", "no insurance", "fleeing or evading police", "theft"],
        ),
        (
            "Leo Marsh pleaded guilty to evading $3million in taxes and was named later in a tax evasion scheme.",
            ["evading $3million in taxes"],
        ),
    ],
    "what was lacking": [
        (
            "In court Leo Marsh admitted failing to stop, no insurance and no licence.",
            ["failing to stop", "no insurance", "no licence"],
        ),
        ("In court Leo Marsh admitted speeding and no insurance.", ["speeding", "no insurance"]),
    ],
    "what ends an offense": [
        ("Leo Marsh pleaded guilty to a scheme to defraud in exchange for a lighter sentence.", ["scheme to defraud"]),
        ("Leo Marsh pleaded guilty to scheming to steal in return for a lighter sentence.", ["scheming to steal"]),
        ("Leo Marsh was jailed for a burglary he committed in 2004.", ["burglary"]),
        ("Leo Marsh was sentenced to four years in prison for an arson she had planned.", ["arson"]),
        (
            "Leo Marsh was charged with filing a false report and thereby wasting the time of a clerk.",
            ["filing a false report"],
        ),
        ("Leo Marsh was charged with forgery, thus hiding a debt.", ["forgery"]),
        (
            "Leo Marsh was charged in Kelso with using forged papers to illegally obtain loans.",
            ["using forged papers to illegally obtain loans"],
        ),
    ],
    "one": [
        ("Leo Marsh was charged with burglary.", ["burglary"]),
        ("Leo Marsh was charged with a burglary.", ["burglary"]),
        ("Leo Marsh was charged with grand theft auto.", ["grand theft auto"]),
        ("Leo Marsh was charged with driving under the influence.", ["driving under the influence"]),
        ("Leo Marsh was indicted for wire fraud.", ["wire fraud"]),
        ("Leo Marsh was convicted of breaking and entering.", ["breaking and entering"]),
        (
            "Leo Marsh was convicted of causing death by dangerous driving.",
            ["causing death by dangerous driving"],
        ),
        ("Leo Marsh was convicted of crimes against humanity.", ["crimes against humanity"]),
        ("Leo Marsh pleaded guilty to contempt of court.", ["contempt of court"]),
        ("Leo Marsh was charged on Friday with burglary.", ["burglary"]),
        ("Leo Marsh pleaded guilty in federal court in Boston to tax evasion.", ["tax evasion"]),
        ("Leo Marsh was jailed for burglary.", ["burglary"]),
        ("Leo Marsh was sentenced to five years in prison for burglary.", ["burglary"]),
    ],
    "degrees and qualities": [
        ("Leo Marsh was charged with second-degree murder.", ["second-degree murder"]),
        ("Leo Marsh was charged with murder in the second degree.", ["murder in the second degree"]),
        ("Leo Marsh was charged with third-degree assault.", ["third-degree assault"]),
        ("Leo Marsh was charged with aggravated assault.", ["aggravated assault"]),
        ("Leo Marsh was charged with attempted murder.", ["attempted murder"]),
        ("Leo Marsh was charged with attempting to smuggle weapons.", ["attempting to smuggle weapons"]),
        ("Leo Marsh was charged with conspiracy to commit wire fraud.", ["conspiracy to commit wire fraud"]),
        ("Leo Marsh was charged with conspiring to launder money.", ["conspiring to launder money"]),
        ("Leo Marsh was charged with solicitation of murder.", ["solicitation of murder"]),
        ("Leo Marsh was charged with aiding and abetting murder.", ["aiding and abetting murder"]),
        ("Leo Marsh was charged with felony theft.", ["felony theft"]),
        (
            "Leo Marsh was charged with possession of a firearm by a felon.",
            ["possession of a firearm by a felon"],
        ),
        ("Leo Marsh was charged with assault with a deadly weapon.", ["assault with a deadly weapon"]),
        (
            "Leo Marsh was charged with possession of cocaine with intent to distribute.",
            ["possession of cocaine with intent to distribute"],
        ),
    ],
    "lists": [
        ("Leo Marsh was charged with arson and theft.", ["arson", "theft"]),
        ("Leo Marsh was charged with arson, theft and fraud.", ["arson", "theft", "fraud"]),
        ("Leo Marsh was charged with arson, theft, and fraud.", ["arson", "theft", "fraud"]),
        ("Leo Marsh was convicted of arson; theft; and fraud.", ["arson", "theft", "fraud"]),
        ("Leo Marsh was charged with both arson and theft.", ["arson", "theft"]),
        ("Leo Marsh was charged with arson and related offenses.", ["arson"]),
        ("Leo Marsh was charged with arson, theft and other crimes.", ["arson", "theft"]),
        ("Leo Marsh was charged with murder and attempted murder.", ["murder", "attempted murder"]),
        (
            "Leo Marsh was convicted of conspiracy to commit fraud and of bribery.",
            ["conspiracy to commit fraud", "bribery"],
        ),
        ("Leo Marsh was found guilty of:\n\n- arson\n- theft\n- fraud\n", ["arson", "theft", "fraud"]),
        ("Leo Marsh was charged with arson as well as theft.", ["arson", "theft"]),
    ],
    "counts before": [
        ("Leo Marsh was charged with two counts of arson.", [("arson", 2)]),
        ("Leo Marsh was charged with 12 counts of arson.", [("arson", 12)]),
        ("Leo Marsh was charged with one count of arson.", [("arson", 1)]),
        ("Leo Marsh was charged with a count of arson.", ["arson"]),
        ("Leo Marsh was charged with two felony counts of arson.", [("arson", 2)]),
        ("Leo Marsh was charged with a total of five counts of arson.", [("arson", 5)]),
        ("Leo Marsh was charged with multiple counts of theft.", ["theft"]),
        (
            "Leo Marsh was convicted of two counts of arson and three counts of theft.",
            [("arson", 2), ("theft", 3)],
        ),
        (
            "Leo Marsh was convicted of one count of arson, two counts of theft and fraud.",
            [("arson", 1), ("theft", 2), "fraud"],
        ),
        ("Leo Marsh was convicted of two counts each of arson and theft.", [("arson", 2), ("theft", 2)]),
        ("Leo Marsh was indicted on five counts of wire fraud.", [("wire fraud", 5)]),
        ("Leo Marsh faces three charges of theft.", [("theft", 3)]),
        (
            "Leo Marsh faces three counts each of forgery, perjury and fraud.",
            [("forgery", 3), ("perjury", 3), ("fraud", 3)],
        ),
        ("Leo Marsh was charged with thirty-four counts of fraud.", [("fraud", 34)]),
        (
            "Leo Marsh was charged with two breaches of the Canal Act and theft.",
            [("breaches of the Canal Act", 2), "theft"],
        ),
    ],
    "before the noun": [
        ("Leo Marsh faces two drug charges.", [("drug", 2)]),
        ("Leo Marsh faces drug trafficking charges.", ["drug trafficking"]),
        ("Leo Marsh was arrested on a burglary charge.", ["burglary"]),
        ("The forgery charge against Leo Marsh was dropped.", ["forgery"]),
        ("Leo Marsh pleaded guilty to a perjury charge.", ["perjury"]),
        ("Leo Marsh was convicted of 39 fraud counts.", [("fraud", 39)]),
        ("Leo Marsh appealed his murder conviction.", ["murder"]),
        ("Leo Marsh was indicted on three bribery charges.", [("bribery", 3)]),
        ("Leo Marsh was convicted on a second-degree murder charge.", ["second-degree murder"]),
    ],
    "gerunds": [
        ("Leo Marsh was charged with lying to investigators.", ["lying to investigators"]),
        ("Leo Marsh was charged with stealing a police horse.", ["stealing a police horse"]),
        ("Leo Marsh was convicted of killing his neighbour.", ["killing his neighbour"]),
        ("Leo Marsh was charged with failing to file tax returns.", ["failing to file tax returns"]),
        ("Leo Marsh was charged with selling forged passports.", ["selling forged passports"]),
        (
            "Leo Marsh was charged with lying to investigators and hiding evidence.",
            ["lying to investigators", "hiding evidence"],
        ),
        ("Leo Marsh was jailed for insulting the king.", ["insulting the king"]),
    ],
    "deeds beside each other": [
        (
            "Leo Marsh was convicted of rustling, moving sheep without a licence and fraud.",
            ["rustling", "moving sheep without a licence", "fraud"],
        ),
        (
            "Leo Marsh was convicted of making, storing and selling fake coins.",
            ["making, storing and selling fake coins"],
        ),
        ("Leo Marsh was found guilty of:\n(a) arson;\n(b) forgery;\n(c) theft.", ["arson", "forgery", "theft"]),
        ("Leo Marsh was convicted of federal fraud and theft.", ["fraud", "theft"]),
        ("Leo Marsh was charged in two separate indictments with theft of mail.", ["theft of mail"]),
    ],
    "deeds told whole": [
        ("Leo Marsh was jailed for failing to seek help for a lame horse.", ["failing to seek help"]),
        (
            "Leo Marsh was charged with personally drafting and mailing the forged wills.",
            ["drafting and mailing the forged wills"],
        ),
        (
            "Leo Marsh was convicted of copying and selling over 90 stolen films.",
            ["copying and selling over 90 stolen films"],
        ),
        (
            "Leo Marsh was charged with possessing the pills to sell or supply, the paper said.",
            ["possessing the pills to sell or supply"],
        ),
        (
            "Leo Marsh was charged with mailing a loan form that hid his debts, a felony.",
            ["mailing a loan form that hid his debts"],
        ),
    ],
    "where a deed ends": [
        (
            "Leo Marsh, jailed for walking across a closed border, has told his story.",
            ["walking across a closed border"],
        ),
        ("The man who was jailed for stealing a tram was back in court.", ["stealing a tram"]),
        ("Leo Marsh was convicted of filing forged ballots in Orange County.", ["filing forged ballots"]),
        (
            "Leo Marsh was charged with signing nine false petitions, swearing that he knew the voters.",
            ["signing nine false petitions"],
        ),
        ("Leo Marsh was jailed for two years for arson with a non-parole period of one year.", ["arson"]),
    ],
    "no offense by its place": [
        ("Leo Marsh was charged over a holiday bus crash on theft of time.", []),
        ("Leo Marsh was charged over the protest with two other men.", []),
        ("Leo Marsh pleaded guilty to criminal charges related to the investigation.", []),
        ("Leo Marsh was tried for being the shooter and acquitted.", []),
        ("With charges against Leo Marsh that is what we are going to do.", []),
    ],
    "strings and kinds of offences": [
        ("Leo Marsh was charged with a string of offences related to drug supply.", ["drug supply"]),
        ("Leo Marsh was charged with a series of burglaries.", ["burglaries"]),
        ("Leo Marsh was charged with a range of offences including arson and theft.", ["arson", "theft"]),
        ("Leo Marsh faces numerous felony counts of sexual offenses, but not of murder.", ["sexual offenses"]),
        ("Leo Marsh was charged with nine offences including arson and theft.", ["arson", "theft"]),
        (
            "Leo Marsh was charged with arson, import of a border-controlled drug, and theft.",
            ["arson", "import of a border-controlled drug", "theft"],
        ),
    ],
    "acts that share a thing": [
        (
            "Leo Marsh was convicted of possession and distribution of heroin.",
            ["possession and distribution of heroin"],
        ),
        (
            "Leo Marsh was charged with the sale and possession of cocaine and theft.",
            ["sale and possession of cocaine", "theft"],
        ),
        ("Leo Marsh was charged with stalking and misuse of 911.", ["stalking", "misuse of 911"]),
        (
            "Leo Marsh was charged with theft, disorderly conduct and possession of an open bottle.",
            ["theft", "disorderly conduct", "possession of an open bottle"],
        ),
        (
            "Leo Marsh was charged with making, possessing and selling counterfeit stamps.",
            ["making, possessing and selling counterfeit stamps"],
        ),
        (
            "Leo Marsh was charged with speeding and careless and imprudent driving.",
            ["speeding", "careless and imprudent driving"],
        ),
        (
            "Leo Marsh was charged with smuggling, possession   for the purpose of smuggling and theft.",
            ["smuggling", "possession for the purpose of smuggling", "theft"],
        ),
    ],
    "what is no item": [
        ("Leo Marsh was convicted of arson and a deportation order was issued.", ["arson"]),
        ("Leo Marsh was charged with forgery, claiming she had signed the will.", ["forgery"]),
        (
            "Leo Marsh was convicted of stealing a tram and crashing it into a bakery.",
            ["stealing a tram", "crashing it into a bakery"],
        ),
        ("Leo Marsh was convicted of stealing a radio and paint.", ["stealing a radio"]),
        ("Leo Marsh was convicted on the testimony of people he knew.", []),
    ],
    "degrees of one offense": [
        (
            "Leo Marsh was charged with fraud, second- and third-degree grand larceny, and perjury.",
            ["fraud", "second-degree grand larceny", "third-degree grand larceny", "perjury"],
        ),
        (
            "Leo Marsh was charged with second-, third-, and fourth-degree arson and theft.",
            ["second-degree arson", "third-degree arson", "fourth-degree arson", "theft"],
        ),
    ],
    "told as a clause": [
        ("Leo Marsh was indicted on charges that he lied to investigators.", ["lied to investigators"]),
        (
            "Leo Marsh was arrested on charges that he smuggled ivory and bribed a port official.",
            ["smuggled ivory", "bribed a port official"],
        ),
        ("Leo Marsh pleaded guilty to charges he conspired to launder money.", ["conspired to launder money"]),
        ("Leo Marsh pleaded guilty to charges that he spent parish money on hats.", []),
        ("Leo Marsh was charged with having sold forged tickets.", ["sold forged tickets"]),
        ("Leo Marsh was convicted of extortion, a charge he had denied.", ["extortion"]),
    ],
    "more is said of the charges": [
        (
            "Leo Marsh was charged in ten different cases related to murder, illegal arms and extortion.",
            ["murder", "illegal arms", "extortion"],
        ),
        ("Leo Marsh faces charges related to an alleged conspiracy to bribe a mayor.", ["conspiracy to bribe a mayor"]),
        ("The charges against Leo Marsh relate to misuse of public funds.", ["misuse of public funds"]),
        ("Leo Marsh faces charges related to the riot at the dam.", []),
        (
            "Leo Marsh pleaded guilty to all four counts in the indictment against him, including fraud and perjury.",
            ["fraud", "perjury"],
        ),
        ("Leo Marsh pleaded guilty to a reduced charge of manslaughter.", ["manslaughter"]),
        ("Leo Marsh was indicted based on evidence from a camera.", []),
        ("Leo Marsh was convicted in the stabbing death of a clerk.", []),
    ],
    "laws and classes": [
        ("Leo Marsh was charged with assault under section 20 of the Offences Act.", ["assault"]),
        ("Leo Marsh was charged with stalking, a Class D felony, and theft, a misdemeanor.", ["stalking", "theft"]),
        ("Leo Marsh was charged with battery — a misdemeanor — and robbery — a felony.", ["battery", "robbery"]),
        (
            "Leo Marsh was charged with burglary, Penal Code section 459, and theft, Penal Code section 487.",
            ["burglary", "theft"],
        ),
        ("Leo Marsh was charged with Class A felony arson.", ["felony arson"]),
        (
            "Leo Marsh was charged with murder, smuggling and violations of fisheries laws.",
            ["murder", "smuggling", "violations of fisheries laws"],
        ),
    ],
    "bullets": [
        (
            "Leo Marsh is charged with the following:\n\n1. Burglary\n2. Unlawful use of a drone\n3. Theft\n",
            ["Burglary", "Unlawful use of a drone", "Theft"],
        ),
        (
            "Leo Marsh was found guilty of the following:\n\n- Two counts of arson\n- Reckless burning\n",
            [("arson", 2), "Reckless burning"],
        ),
    ],
    "where it ends": [
        ("Leo Marsh was convicted of the murder of Ana Diaz.", ["murder"]),
        ("Leo Marsh was convicted of murder for shooting Ana Diaz.", ["murder"]),
        ("Leo Marsh was charged with murder in the death of Ana Diaz.", ["murder"]),
        ("Leo Marsh was charged with murder after a fight.", ["murder"]),
        ("Leo Marsh was charged with murder in connection with a fire.", ["murder"]),
        ("Leo Marsh was charged with murder on Friday.", ["murder"]),
        ("Leo Marsh was charged with murder in Kelso.", ["murder"]),
        ("Leo Marsh was charged with murder in 2019.", ["murder"]),
        ("Leo Marsh was charged with murder, police said.", ["murder"]),
        ("Leo Marsh was charged with assault against his wife.", ["assault"]),
        ("Leo Marsh was charged with murder by prosecutors in Kelso.", ["murder"]),
        ("Leo Marsh was charged with murder stemming from a fire.", ["murder"]),
        ("Leo Marsh, who was charged with arson, was freed.", ["arson"]),
        ("Leo Marsh was convicted of arson at Leeds Crown Court.", ["arson"]),
        ("Leo Marsh was convicted of arson and sentenced to two years in prison.", ["arson"]),
        ("Leo Marsh was convicted of robbery with a sentencing enhancement for use of a gun.", ["robbery"]),
        ("Leo Marsh was charged with arson but denies it.", ["arson"]),
        ("Leo Marsh was charged with murder over the fire that killed two.", ["murder"]),
    ],
    "a number, a dash and the names": [
        (
            "Leo Marsh was charged with three federal crimes — transportation of an explosive, arson and theft.",
            ["transportation of an explosive", "arson", "theft"],
        ),
        ("Leo Marsh was charged with three offences – theft, arson and perjury.", ["theft", "arson", "perjury"]),
        ("Leo Marsh faces two felony charges — forgery and perjury — in Kelso County.", ["forgery", "perjury"]),
        ("Leo Marsh was indicted on two counts -- bank fraud and perjury.", ["bank fraud", "perjury"]),
        ("Leo Marsh pleaded not guilty to seven charges, among them theft and forgery.", ["theft", "forgery"]),
    ],
    "ordinals that a page prints raised": [
        ("Leo Marsh was charged with 1 st degree murder.", ["1st degree murder"]),
        ("Leo Marsh was charged with arson and 2 nd degree assault.", ["arson", "2nd degree assault"]),
        ("Leo Marsh was charged with two counts of 3 rd degree arson.", [("3rd degree arson", 2)]),
        ("Leo Marsh pleaded guilty to 4 th degree forgery.", ["4th degree forgery"]),
        ("Leo Marsh faces a 1 st degree robbery charge.", ["1st degree robbery"]),
        ("Leo Marsh was charged with 1 count of murder.", [("murder", 1)]),
    ],
    "to be something": [
        ("Leo Marsh was charged with being the getaway driver of a gang.", ["being the getaway driver of a gang"]),
        ("Leo Marsh was charged with being in charge of a tram after a party.", ["being in charge of a tram"]),
        ("Leo Marsh was charged for being part of an unlawful assembly.", ["being part of an unlawful assembly"]),
        ("Leo Marsh was convicted of being a lookout for a gang.", ["being a lookout"]),
        ("Leo Marsh was charged with being in possession of cannabis.", ["possession of cannabis"]),
        ("Leo Marsh is charged with being responsible for the harbour.", []),
    ],
    "sums, asides and objects within a list": [
        (
            "Leo Marsh was charged with theft of goods exceeding $100,000 and $500,000, burglary, and arson.",
            ["theft of goods exceeding $100,000 and $500,000", "burglary", "arson"],
        ),
        (
            "Leo Marsh was charged with speeding, fleeing police (vehicle), fleeing police (on foot) and arson.",
            ["speeding", "fleeing police", "fleeing police", "arson"],
        ),
        (
            "The charges against Leo Marsh relate to misuse of public property amounting to £900.",
            ["misuse of public property"],
        ),
        (
            "Leo Marsh was convicted of arson and unlawful acquisition of credit cards and account information.",
            ["arson", "unlawful acquisition of credit cards"],
        ),
        (
            "Leo Marsh was charged with illegal possession of maps and cruelty to swans.",
            ["illegal possession of maps", "cruelty to swans"],
        ),
    ],
    "deeds and how they were done": [
        ("Leo Marsh was charged with greedily taking shortcuts.", ["taking shortcuts"]),
        ("Leo Marsh was convicted of fatally striking a courier.", ["striking a courier"]),
        ("Leo Marsh was charged with burying a horse illegally.", ["burying a horse"]),
        ("Leo Marsh was charged with falsely labelling honey.", ["falsely labelling honey"]),
        ("Leo Marsh was charged with attempting to have a rival poisoned.", ["attempting to have a rival poisoned"]),
        ("Leo Marsh was convicted of asking her for a photo.", ["asking her for a photo"]),
        ("Leo Marsh was charged with coercing a woman who waited for a tram.", []),
        (
            "Leo Marsh was charged with helping a broker recruit and cheat widows.",
            ["helping a broker recruit and cheat widows"],
        ),
        ("Leo Marsh was convicted of running over and hurting a courier.", ["running over and hurting a courier"]),
        ("Leo Marsh is facing trial for a brazen 2016 escape.", []),
    ],
    "place, time and victim are no part": [
        ("Max Poe was convicted of the Fulton County first-degree murder.", ["first-degree murder"]),
        ("Max Poe was charged with Medicare fraud and California voter fraud.", ["Medicare fraud", "voter fraud"]),
        ("Six were charged with murder KELSO, Calif. – Two men spoke.", ["murder"]),
        ("Ana Roe was convicted of theft earlier this month.", ["theft"]),
        ("Ana Roe was convicted of murder along with an enhancement.", ["murder"]),
        ("Police charged Max Poe over the stabbing of a man around Cove Mall.", ["stabbing of a man"]),
        ("Ana Roe pleaded guilty to the manslaughter of 'gifted' student Bethan Low.", ["manslaughter"]),
        ("Max Poe was convicted of assault with the re-trial set for May.", ["assault"]),
    ],
    "limits": [
        (
            "Leo Marsh was found guilty of sodomy of a child 12 years old or younger and incest.",
            ["sodomy of a child 12 years old or younger", "incest"],
        ),
        (
            "Max Poe was charged with sale of a firearm to a person 17 years of age or younger.",
            ["sale of a firearm to a person 17 years of age or younger"],
        ),
        (
            "Ana Roe pleaded guilty to selling alcohol to a person aged 20 or under.",
            ["selling alcohol to a person aged 20 or under"],
        ),
        ("Leo Marsh was convicted of theft of goods worth $500 or more.", ["theft of goods worth $500 or more"]),
    ],
    "several means": [
        (
            "Ana Roe was charged with false imprisonment effected by violence, menace, fraud, or deceit and burglary.",
            ["false imprisonment effected by violence, menace, fraud, or deceit", "burglary"],
        ),
        ("Leo Marsh was convicted of rape by force, fear or threats.", ["rape by force, fear or threats"]),
        (
            "Max Poe pleaded guilty to false imprisonment by violence, menace or deceit.",
            ["false imprisonment by violence, menace or deceit"],
        ),
        (
            "Ana Roe was indicted for procuring by force, threats, intimidation, or deception.",
            ["procuring by force, threats, intimidation, or deception"],
        ),
        (
            "Leo Marsh was charged with sexual penetration by force, violence, duress, or fear, and kidnapping.",
            ["sexual penetration by force, violence, duress, or fear", "kidnapping"],
        ),
    ],
    "what victims and things were thought to be": [
        (
            "Max Poe was sentenced to 20 years in prison for the murder of a man mistakenly believed to be a rival.",
            ["murder of a man"],
        ),
        (
            "Ana Roe was sentenced to nine years for the killing of a courier wrongly thought to be an informant.",
            ["killing of a courier"],
        ),
        ("Leo Marsh was charged with the theft of diesel valued at 4,000 dollars.", ["theft of diesel"]),
        ("Max Poe was convicted of the theft of a painting estimated at two million dollars.", ["theft of a painting"]),
    ],
    "how, where and how often it was done": [
        ("Leo Marsh pleaded guilty to obtaining money by deception via video link.", ["obtaining money by deception"]),
        ("Ana Roe admitted criminal damage via video link at Kelso Crown Court.", ["criminal damage"]),
        ("Leo Marsh pleaded guilty to burglary via Zoom.", ["burglary"]),
        ("Max Poe pleaded guilty to unlawful wounding by video link.", ["unlawful wounding"]),
        (
            "Ana Roe was charged with using a minor to produce pornography regarding Jane Doe #2.",
            ["using a minor to produce pornography"],
        ),
        (
            "Leo Marsh was charged with two counts of lewd acts upon a child regarding John Doe #1.",
            [("lewd acts upon a child", 2)],
        ),
        ("Max Poe was convicted of procuring a minor as to Jane Doe #3.", ["procuring a minor"]),
        ("Ana Roe was charged with kidnapping a child with respect to Jane Doe.", ["kidnapping a child"]),
        (
            "Leo Marsh was charged with furnishing alcohol to a minor concerning Jane Doe #4.",
            ["furnishing alcohol to a minor"],
        ),
        (
            "Max Poe was sentenced to 12 years in prison for stabbing his parents inside their Kelso home.",
            ["stabbing his parents"],
        ),
        ("Ana Roe was jailed for six years for shooting a clerk inside a bakery.", ["shooting a clerk"]),
        ("Leo Marsh was convicted of beating a guard inside the county jail.", ["beating a guard"]),
        ("Max Poe was charged with strangling a nurse inside her apartment.", ["strangling a nurse"]),
        ("Ana Roe was found guilty of robbing a couple inside their own garage.", ["robbing a couple"]),
        (
            "Leo Marsh was sentenced to 25 years in prison for shooting his ex-girlfriend once in the head.",
            ["shooting his ex-girlfriend"],
        ),
        ("Max Poe was convicted of stabbing a waiter twice in the back.", ["stabbing a waiter"]),
        ("Ana Roe was charged with kicking a dog repeatedly in a park.", ["kicking a dog"]),
        ("Leo Marsh was jailed for five years for shooting a guard three times in the leg.", ["shooting a guard"]),
        ("Max Poe was found guilty of punching a referee several times in the face.", ["punching a referee"]),
        ("Ana Roe was convicted of being drunk and disorderly.", ["being drunk and disorderly"]),
        (
            "Ana Roe was charged with one count of first degree murder committed for a criminal street gang.",
            [("first degree murder", 1)],
        ),
        ("Leo Marsh was convicted of a burglary committed while on bail.", ["burglary"]),
        ("Max Poe pleaded guilty to frauds committed over four years.", ["frauds"]),
        ("Ana Roe was sentenced to three years in prison for the arson committed against a rival's barn.", ["arson"]),
        ("Leo Marsh was indicted for robberies committed between May and July.", ["robberies"]),
        ("Max Poe was charged with murder by the Kelso County District Attorney's Office.", ["murder"]),
        ("Ana Roe was charged with later molesting a second girl.", ["molesting a second girl"]),
        ("Leo Marsh was convicted of then burning the car.", ["burning the car"]),
        ("Max Poe was charged with subsequently threatening a witness.", ["threatening a witness"]),
        ("Ana Roe was found guilty of also stealing a van.", ["stealing a van"]),
        ("Leo Marsh was charged with previously assaulting a nurse.", ["assaulting a nurse"]),
    ],
    "which one it is": [
        ("Max Poe is in custody on unrelated theft charges.", ["theft"]),
        ("Leo Marsh was sentenced to 25 years in prison for the cold case murder of his wife.", ["murder"]),
        (
            "Max Poe was indicted for the cold-case conspiracy to murder his landlord.",
            ["conspiracy to murder his landlord"],
        ),
        ("Ana Roe was convicted of a separate burglary.", ["burglary"]),
        ("Max Poe was convicted of an earlier arson.", ["arson"]),
        ("Ana Roe was found guilty of the top conspiracy count.", ["conspiracy"]),
        ("Ana Roe was convicted of the top count of conspiracy.", ["conspiracy"]),
        ("Leo Marsh was found guilty of the main bribery charge.", ["bribery"]),
    ],
    "plots as worded, and no attacks told in passing": [
        ("Ana Roe was charged in connection with a scheme to steal land.", ["scheme to steal land"]),
        ("Leo Marsh was indicted for a scheme to defraud pensioners.", ["scheme to defraud pensioners"]),
        ("Max Poe was convicted of a plot to kill a bishop.", ["plot to kill a bishop"]),
        ("Ana Roe was charged in a scheme to launder drug money.", ["scheme to launder drug money"]),
        ("Leo Marsh was sentenced to six years in prison for his scheme to steal houses.", ["scheme to steal houses"]),
    ],
    "a place before it": [
        ("Ana Roe was charged with the Kelso County first degree murder.", ["first degree murder"]),
        ("Leo Marsh was convicted of the Maple Street bank robbery.", ["bank robbery"]),
    ],
    "adverbs behind it": [
        ("Max Poe was charged with assault with a deadly weapon earlier.", ["assault with a deadly weapon"]),
        ("Ana Roe was convicted of first-degree murder also.", ["first-degree murder"]),
        ("Leo Marsh was charged with attempted murder along with his brother.", ["attempted murder"]),
        ("Max Poe was convicted of arson again.", ["arson"]),
        ("Ana Roe was found guilty of manslaughter instead.", ["manslaughter"]),
    ],
    "victims who are named": [
        ("Leo Marsh was convicted of manslaughter of 'gifted' student Ana Roe.", ["manslaughter"]),
        ("Max Poe was sentenced to life in prison for the murder of right-wing activist Aaron 'Jay' Poe.", ["murder"]),
        ("Ana Roe was convicted of murdering Ana Roe.", ["murdering Ana Roe"]),
        ('Leo Marsh was charged with the fatal shooting of rapper Ana "Bee" Roe.', ["fatal shooting"]),
        ("Max Poe was found guilty of the rape of former colleague Ana Roe.", ["rape"]),
    ],
    "what goes on": [
        (
            "Max Poe was convicted of sodomy of a child 10 years old or younger and theft.",
            ["sodomy of a child 10 years old or younger", "theft"],
        ),
        (
            "Max Poe was charged with indecent acts with a pupil between the ages of 12 and 13 and theft.",
            ["indecent acts with a pupil between the ages of 12 and 13", "theft"],
        ),
        (
            "Ana Roe was charged with driving with a breath alcohol level of .05 percent or more and theft.",
            ["driving with a breath alcohol level of .05 percent or more", "theft"],
        ),
        (
            "Ana Roe pleaded guilty and admitted that she attempted to murder the clerk.",
            ["attempted to murder the clerk"],
        ),
        (
            "Max Poe is charged with arson. The charges include theft, forgery and keeping bees without a permit.",
            ["arson", "theft", "forgery", "keeping bees without a permit"],
        ),
        ("Max Poe faces ten years on the top conspiracy count.", ["conspiracy"]),
    ],
    "none": [
        ("Leo Marsh was charged.", []),
        ("Leo Marsh was charged on Friday.", []),
        ("Leo Marsh was convicted on all counts.", []),
        ("Leo Marsh was charged in Kelso, where a burglary shocked the town.", []),
        ("Leo Marsh was convicted by a jury.", []),
        ("Leo Marsh was sentenced to five years in prison.", []),
        ("A burglary was reported in Kelso.", []),
    ],
}

KNOWN_FAILURES: dict[str, list[Row]] = {
    "charged as": [
        ("Leo Marsh was charged as an accessory to murder.", ["accessory to murder"]),
    ],
    "the object of the crime": [
        ("Leo Marsh was charged with the armed robbery of a bank.", ["armed robbery"]),
    ],
}


def found(text: str, extractor: Extractor) -> list[str | tuple[str, int]]:
    """What the triggers lead to; an offense that two of them share counts once."""
    doc = extractor.doc(Article(name="test", text=text))
    listed: dict[int, list[Offense]] = doc.user_data["offenses"]
    offenses = {(o.start, o.end): o for start in sorted(listed) for o in listed[start]}
    return [(o.text, o.counts) if o.counts else o.text for _, o in sorted(offenses.items())]


@pytest.mark.parametrize(("text", "expected"), cases(TABLE, KNOWN_FAILURES))
def test_offenses(text: str, expected: list[str | tuple[str, int]], extractor: Extractor) -> None:
    assert found(text, extractor) == expected


def test_named_crimes_carry_a_code(extractor: Extractor) -> None:
    text = "Leo Marsh was convicted of burglary."
    doc = extractor.doc(Article(name="test", text=text))
    (span,) = doc.spans["offenses"]
    assert (span.text, span.label_.split(".")[0]) == ("burglary", "offense")
    assert span.label_ != "offense.open"


def test_two_statements_share_the_list_at_the_end(extractor: Extractor) -> None:
    text = "Ana Diaz pleaded guilty in May, and Leo Marsh pleaded guilty in June, to arson and theft."
    listed = extractor.doc(Article(name="test", text=text)).user_data["offenses"]
    assert [[o.text for o in listed[start]] for start in sorted(listed)] == [["arson", "theft"]] * 2
