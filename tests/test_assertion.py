"""What is said of a statement: asserted, or taken back by its own clause, and not by its neighbour's."""

from __future__ import annotations

import pytest

from casefacts.extractor import Extractor
from casefacts.records import Article
from facts import cases, difference, facts_of

# text -> (a word of each statement in question, what is said of it), in text order
Row = tuple[str, list[tuple[str, str]]]

TABLE: dict[str, list[Row]] = {
    "what a body has to do": [
        ("Invest Kelso is the department charged with attracting firms.", [("charged", "civil")]),
        ("The agency charged with guarding the river was asleep.", [("charged", "civil")]),
        ("The officer charged with stealing a boat was asleep.", [("charged", "asserted")]),
    ],
    "asserted": [
        ("Ana Diaz was convicted of fraud.", [("convicted", "asserted")]),
        ("Ana Diaz has been charged with fraud.", [("charged", "asserted")]),
        ("Police said Ana Diaz had been charged with fraud.", [("charged", "asserted")]),
        ("Ana Diaz, who never married, was convicted of fraud.", [("convicted", "asserted")]),
        ("The man who could not swim was charged with fraud.", [("charged", "asserted")]),
        (
            "Ana Diaz was not only charged but convicted.",
            [("charged", "asserted"), ("convicted", "asserted")],
        ),
        ("She was charged with fraud, which could end her career.", [("charged", "asserted")]),
        ("She was convicted after witnesses refused to leave.", [("convicted", "asserted")]),
        ("She was convicted of asking a clerk to lie.", [("convicted", "asserted")]),
        ("She was convicted of failing to stop.", [("convicted", "asserted")]),
        ("She did not speak before she was convicted.", [("convicted", "asserted")]),
        ("She left the firm when she was charged.", [("charged", "asserted")]),
        ("She was convicted, but she will appeal.", [("convicted", "asserted")]),
        ("She hopes to return, although she was convicted.", [("convicted", "asserted")]),
        ("Her sister was glad to see Ana Diaz convicted of fraud.", [("convicted", "asserted")]),
        ("She signed a petition to see Ana Diaz, who was convicted of fraud.", [("convicted", "asserted")]),
    ],
    "one clause and the next": [
        (
            "Ana Diaz was convicted of fraud, but Leo Marsh was not charged.",
            [("convicted", "asserted"), ("charged", "negated")],
        ),
        (
            "Ana Diaz was never charged, and Leo Marsh was acquitted.",
            [("charged", "negated"), ("acquitted", "asserted")],
        ),
        (
            "Ana Diaz was convicted of fraud and could be charged with perjury.",
            [("convicted", "asserted"), ("charged", "hypothetical")],
        ),
        (
            "Ana Diaz pleaded guilty to fraud and will be charged with perjury.",
            [("pleaded", "asserted"), ("charged", "planned")],
        ),
        (
            "Ana Diaz pleaded guilty; her brother is expected to plead guilty too.",
            [("pleaded", "asserted"), ("plead", "planned")],
        ),
        (
            "Prosecutors declined to charge Leo Marsh but indicted Ana Diaz.",
            [("charge", "negated"), ("indicted", "asserted")],
        ),
        (
            "Leo Marsh denied that he would be charged after Ana Diaz was convicted.",
            [("convicted", "asserted")],
        ),
    ],
    "negated": [
        ("A dissenting judge voted to acquit Leo Marsh.", [("acquit", "negated")]),
        ("One juror voted to acquit Leo Marsh.", [("acquit", "negated")]),
        ("Twelve jurors voted to acquit Leo Marsh.", [("acquit", "asserted")]),
        ("Ana Diaz was not charged with fraud.", [("charged", "negated")]),
        ("Ana Diaz wasn't charged with fraud.", [("charged", "negated")]),
        ("Ana Diaz was never convicted of fraud.", [("convicted", "negated")]),
        (
            "Ana Diaz has not been charged with or convicted of fraud.",
            [("charged", "negated"), ("convicted", "negated")],
        ),
        ("No one was ever convicted of the fraud.", [("convicted", "negated")]),
        ("Neither Ana Diaz nor Leo Marsh was charged with fraud.", [("charged", "negated")]),
        ("Nobody has been charged with the fraud.", [("charged", "negated")]),
        ("Prosecutors declined to charge her with fraud.", [("charge", "negated")]),
        ("The jury refused to convict her of fraud.", [("convict", "negated")]),
        ("The grand jury voted not to indict her for fraud.", [("indict", "negated")]),
        ("She left without being charged with fraud.", [("charged", "negated")]),
        ("She avoided being convicted of fraud.", [("convicted", "negated")]),
    ],
    "hypothetical": [
        ("Ana Diaz could be charged with fraud.", [("charged", "hypothetical")]),
        ("Ana Diaz might have been convicted of fraud.", [("convicted", "hypothetical")]),
        ("Ana Diaz should be charged with fraud.", [("charged", "hypothetical")]),
        ("They wonder whether she was charged with fraud.", [("charged", "hypothetical")]),
        ("Had she been charged with fraud, she would have left.", [("charged", "hypothetical")]),
        ("Prosecutors are considering charging her with fraud.", [("charging", "hypothetical")]),
        ("She risks being charged with fraud.", [("charged", "hypothetical")]),
        ("She fears she will be charged with fraud.", [("charged", "hypothetical")]),
        ("Ana Diaz would have been found guilty.", [("guilty", "hypothetical")]),
        (
            "If Leo Marsh is convicted, he will join Ana Diaz, who was jailed in May.",
            [("convicted", "hypothetical"), ("jailed", "asserted")],
        ),
        ("If Ana Diaz is convicted of fraud, she must go.", [("convicted", "hypothetical")]),
        ("She must go if she is convicted of fraud.", [("convicted", "hypothetical")]),
        ("Unless she is acquitted of fraud, she must go.", [("acquitted", "hypothetical")]),
    ],
    "planned": [
        ("She was freed despite agreeing to plead guilty to fraud.", [("guilty", "planned")]),
        ("After agreeing to be charged with fraud, he left.", [("charged", "planned")]),
        ("Ana Diaz will be charged with fraud next week.", [("charged", "planned")]),
        ("Ana Diaz will plead guilty to fraud.", [("plead", "planned")]),
        ("Ana Diaz is expected to plead guilty to fraud.", [("plead", "planned")]),
        ("Ana Diaz has agreed to plead guilty to fraud.", [("plead", "planned")]),
        ("Ana Diaz is due to be sentenced in May.", [("sentenced", "planned")]),
        ("Ana Diaz is scheduled to be indicted for fraud.", [("indicted", "planned")]),
        ("Prosecutors plan to charge Ana Diaz with fraud.", [("charge", "planned")]),
        ("Police are about to charge Ana Diaz with fraud.", [("charge", "planned")]),
    ],
    "asked": [
        ("Was Ana Diaz convicted of fraud?", [("convicted", "asked")]),
        ('"Was she convicted of fraud?" he asked.', [("convicted", "asked")]),
        ("Prosecutors asked the jury to convict Ana Diaz of fraud.", [("convict", "asked")]),
        ("Her lawyers asked a judge to dismiss the fraud charge.", [("dismiss", "asked")]),
        ("Her lawyers filed a motion to dismiss the fraud charge.", [("dismiss", "asked")]),
        ("Residents demanded that she be charged with fraud.", [("charged", "asked")]),
        ("She sought to overturn her conviction.", [("overturn", "asked")]),
        ("Prosecutors urged the judge to sentence her to ten years.", [("sentence", "asked")]),
    ],
    "granted": [
        ("A judge granted her motion to dismiss the fraud charge.", [("dismiss", "asserted")]),
        ("A judge denied her motion to dismiss the fraud charge.", [("dismiss", "negated")]),
        ("She won her bid to overturn her conviction.", [("overturn", "asserted")]),
        ("She lost her bid to overturn her conviction.", [("overturn", "asked")]),
        ("A petition calls for Ana Diaz to be charged with fraud.", [("charged", "asked")]),
        ("Neighbours signed a petition to see the driver charged with murder.", [("charged", "asked")]),
        ("Neighbours signed a petition to see the driver, Ana Diaz, charged with murder.", [("charged", "asked")]),
        ("Supporters began a campaign to get Ana Diaz convicted of fraud.", [("convicted", "asked")]),
        ("The family wanted to have Ana Diaz charged with fraud.", [("charged", "asked")]),
        ("A judge refused to dismiss the fraud charge.", [("dismiss", "negated")]),
    ],
    "general": [
        ("A law says men convicted of arson will be whipped.", [("convicted", "general")]),
        ("Under the bill brokers convicted of fraud could be whipped.", [("convicted", "general")]),
        ("Two brokers convicted of fraud will appeal.", [("convicted", "asserted")]),
        ("The brokers convicted of fraud will appeal.", [("convicted", "asserted")]),
        ("Anyone convicted of fraud loses the licence.", [("convicted", "general")]),
        ("Those charged with fraud may not vote.", [("charged", "general")]),
        ("Most drivers charged with speeding plead guilty.", [("charged", "general")]),
        ("A person convicted of fraud must pay.", [("convicted", "general")]),
        ("People who are convicted of fraud lose the licence.", [("convicted", "general")]),
        ("Whoever is convicted of fraud must pay.", [("convicted", "general")]),
    ],
    "fictional": [
        ("In the novel, a maid was convicted of murder.", [("convicted", "fictional")]),
        ("In this episode, the doctor was charged with fraud.", [("charged", "fictional")]),
        ("She was convicted in the court of public opinion.", [("convicted", "fictional")]),
        ("The heroine is convicted of murder and flees.", [("convicted", "fictional")]),
        ("In the end the butler pleads guilty to murder.", [("pleads", "fictional")]),
    ],
    "civil and sport": [
        ("The SEC charged Ana Diaz with fraud.", [("charged", "civil")]),
        ("The league fined Leo Marsh $50,000.", [("fined", "civil")]),
        ("Leo Marsh was fined $50,000 by the league.", [("fined", "civil")]),
        ("Leo Marsh was charged with misconduct by the Football Association.", [("charged", "civil")]),
        ("The coach was fined $9,000 after the match.", [("fined", "civil")]),
        ("The Senate acquitted him in the impeachment trial.", [("acquitted", "civil")]),
        ("In a civil complaint he was charged with fraud.", [("charged", "civil")]),
        ("A court in Kelso fined the coach $9,000 for theft.", [("fined", "asserted")]),
        ("The footballer was convicted of assault at the magistrates' court.", [("convicted", "asserted")]),
        ("She was convicted of fraud, and a civil suit was filed later.", [("convicted", "asserted")]),
    ],
    "corrections": [
        (
            "An earlier version of this story said she was convicted of fraud.",
            [("convicted", "false_report")],
        ),
        ("The post falsely claimed she was convicted of fraud.", [("convicted", "false_report")]),
        ("The paper wrongly reported that she was charged with fraud.", [("charged", "false_report")]),
        ("It was a hoax that she was charged with fraud.", [("charged", "false_report")]),
    ],
}

KNOWN_FAILURES: dict[str, list[Row]] = {
    "a negated verb above another clause": [
        ("The lawyer did not deny that she had been convicted.", [("convicted", "asserted")]),
        ("No one was surprised that she was convicted.", [("convicted", "asserted")]),
    ],
    "cues that do not reach": [
        ("Police ruled out charging her with fraud.", [("charging", "negated")]),
    ],
}

# What accuses nobody, by kind
STATES_NOTHING: dict[str, list[tuple[str]]] = {
    "denied in the next sentence": [
        ("A video claims that Leo Marsh was sentenced to death for treason. That is false.",),
        ("A post said that Ana Diaz had been charged with fraud. She was not.",),
        ("Posts say that Ana Diaz was convicted of arson. She has not been convicted of anything.",),
    ],
    "parody": [
        ("In an April Fools' story, Leo Marsh was jailed for stealing hats.",),
        ("A satirical website reported that Leo Marsh had been sentenced to ten years in prison.",),
        ("Leo Marsh dreamed that he was sentenced to death.",),
        ("In the last chapter, Leo Marsh is charged with arson.",),
    ],
    "not brought to trial": [
        ("Leo Marsh was never brought to trial for robbery.",),
        ("Ana Diaz was not brought to trial for theft.",),
        ("Leo Marsh was convicted of no crime.",),
    ],
    "what a body does next": [
        ("The panel found Leo Marsh guilty of cheating and sentenced him to 20 hours of community service.",),
        ("Leo Marsh was charged with misconduct by the FA. He was fined £8,000.",),
        ("Mayor Ana Diaz, who is charged with cutting the budget, spoke.",),
    ],
    "fronted negation": [
        ("At no time was Leo Marsh charged with fraud.",),
        ("At no point has Ana Diaz been charged with smuggling, and on no account will she be.",),
        ("Under no circumstances was Leo Marsh convicted of perjury, his lawyer said.",),
        ("Never was Leo Marsh convicted of arson.",),
        ("Nor was Ana Diaz ever indicted for bribery.",),
        ("In no court has Leo Marsh been found guilty of theft.",),
        ("By no means was Ana Diaz convicted of murder.",),
        ("Not once was Leo Marsh sentenced to prison for assault.",),
        ("In none of these cases was Ana Diaz charged with fraud.",),
        ("On no occasion did Leo Marsh plead guilty to theft.",),
    ],
    "neither, nor, no one": [
        ("Neither Leo Marsh nor his wife, Ana Diaz, was ever charged with fraud.",),
        ("Leo Marsh was neither charged with nor convicted of fraud.",),
        ("Ana Diaz has been neither indicted for nor accused of bribery.",),
        ("Leo Marsh was not charged with theft, nor was Ana Diaz convicted of fraud.",),
        ("No jury ever convicted Leo Marsh of murder.",),
        ("None of the judges found Ana Diaz guilty of perjury.",),
        ("No prosecutor has charged Leo Marsh with arson.",),
    ],
    "instead of, rather than": [
        ("Prosecutors fined the company instead of charging Leo Marsh with fraud.",),
        ("The police let Leo Marsh go rather than charge him with theft.",),
        ("Rather than indict Ana Diaz for perjury, the grand jury went home.",),
        ("Instead of convicting Leo Marsh of murder, the jurors asked for more time.",),
        ("Ana Diaz was sent home as opposed to being charged with assault.",),
        ("In place of charging Leo Marsh with theft, the sheriff gave him a warning.",),
    ],
    "inverted conditionals": [
        ("Had Leo Marsh been convicted of murder, he would have lost his pension.",),
        ("Had prosecutors charged Ana Diaz with fraud, a jury might well have convicted her.",),
        ("Were Leo Marsh found guilty of theft, the party would collapse.",),
        ("Were Ana Diaz to be convicted of bribery, she would lose her seat.",),
        ("Should Leo Marsh be convicted of arson, the museum will sell the painting.",),
        ("The club would have folded had Leo Marsh been sentenced to two years in prison.",),
        ("Had the jury found Ana Diaz guilty of perjury, her career would be over.",),
    ],
    "almost, nearly": [
        ("Leo Marsh was very nearly indicted for perjury, his lawyer said.",),
        ("Ana Diaz was almost charged with fraud over the accounts.",),
        ("Leo Marsh nearly went on trial for theft in 2019.",),
        ("The jury came close to convicting Leo Marsh of murder.",),
        ("Ana Diaz came within a vote of being indicted for bribery.",),
        ("Leo Marsh almost stood trial for arson.",),
        ("Prosecutors were on the verge of charging Ana Diaz with fraud.",),
    ],
    "was to have been": [
        ("Leo Marsh was to have been sentenced to five years in prison on Monday, but he fled.",),
        ("Ana Diaz was expected to be indicted for bribery this week.",),
        ("Leo Marsh was to be charged with theft on Friday.",),
        ("Leo Marsh had been due to plead guilty to fraud on Tuesday.",),
        ("Ana Diaz was supposed to be charged with arson in May.",),
        ("Leo Marsh was going to be charged with theft, a clerk said.",),
        ("Ana Diaz was on the point of being charged with fraud.",),
    ],
    "untrue": [
        ("It is simply false that Leo Marsh was found guilty of fraud.",),
        ("It is untrue that Ana Diaz was convicted of theft.",),
        ("It is not true that Leo Marsh was jailed for two years.",),
        ("It was never the case that Ana Diaz was charged with arson.",),
        ("The claim that Leo Marsh was convicted of fraud is false.",),
        ("The notion that Ana Diaz was indicted for bribery is a myth.",),
        ("Contrary to what the leaflet says, Leo Marsh was convicted of nothing.",),
        ("There is no truth in the tale that Leo Marsh pleaded guilty to theft.",),
        ("Ana Diaz was falsely described as convicted of perjury.",),
        ("Leo Marsh, wrongly described in a leaflet as convicted of arson, has sued.",),
        ("A leaflet falsely described Leo Marsh as having been convicted of arson.",),
        ("A website wrongly listed Ana Diaz as charged with theft.",),
    ],
    "withdrawn, forged": [
        ("A report that Leo Marsh was convicted of fraud has been withdrawn.",),
        ("Her publisher has withdrawn a report that Ana Diaz had been jailed for two years.",),
        ("The newspaper retracted its claim that Leo Marsh had been charged with theft.",),
        ("The station apologised for saying that Ana Diaz had been convicted of arson.",),
        ("A forged letter said that Leo Marsh was convicted of bribery.",),
        ("According to a forged court order, Ana Diaz was sentenced to six years in prison.",),
        ("The fake document says Leo Marsh was indicted for fraud.",),
        ("A bogus press release announced that Ana Diaz had pleaded guilty to theft.",),
        ("The paper corrected a story in which Leo Marsh was said to have been convicted of perjury.",),
        ("A counterfeit charge sheet said that Ana Diaz was charged with murder.",),
    ],
    "pressed, failed": [
        ("The police told Leo Marsh that the theft charge would not be pressed.",),
        ("Prosecutors failed to convict Leo Marsh of murder.",),
        ("The jury failed to find Ana Diaz guilty of fraud.",),
        ("There was insufficient evidence to convict Leo Marsh of arson.",),
        ("There was not enough evidence to charge Ana Diaz with theft.",),
        ("The evidence was too thin to convict Ana Diaz of bribery.",),
        ("Detectives lacked the proof to charge Leo Marsh with burglary.",),
        ("The shopkeeper decided not to press charges of theft against Leo Marsh.",),
        ("Prosecutors fell short of convicting Ana Diaz of perjury.",),
        ("Charges of fraud against Ana Diaz were never brought.",),
    ],
    "bare infinitives": [
        ("The letter was a basis on which to convict Leo Marsh of fraud.",),
        ("The footage was enough to convict Leo Marsh of arson.",),
        ("It takes twelve people to convict Ana Diaz of murder.",),
        ("The prosecutor has the files to charge Leo Marsh with theft.",),
        ("Three votes were needed to convict Ana Diaz of perjury.",),
        ("The witness came to court to convict Leo Marsh of theft.",),
        ("The judge has until May to sentence Ana Diaz to prison for fraud.",),
        ("Who gave the order to charge Leo Marsh with treason is unknown.",),
        ("Detectives used the phone records to charge Ana Diaz with fraud, a lawyer feared.",),
        ("It would be wrong to sentence Leo Marsh to ten years in prison.",),
        ("The decision whether to indict Ana Diaz for bribery is hers.",),
        ("The law allows a jury to convict Leo Marsh of manslaughter.",),
    ],
    "tasks and prices": [
        ("Leo Marsh was charged with relaunching the talks.",),
        ("Ana Diaz is charged with overseeing the repair of the bridge.",),
        ("The committee charged Leo Marsh with finding a new conductor.",),
        ("Ana Diaz was charged with the task of feeding 400 guests.",),
        ("The plumber charged Leo Marsh 40 dollars.",),
        ("Leo Marsh was charged $40 for a stolen library book.",),
        ("Ana Diaz was charged twice for fraud protection she never ordered.",),
        ("The bank charged Ana Diaz interest of four per cent for theft cover.",),
        ("The air in the hall was charged with fear when Leo Marsh spoke.",),
        ("Leo Marsh, charged with keeping the peace, called for calm.",),
        ("Ana Diaz, the officer charged with investigating the murder, retired.",),
        ("Leo Marsh is the agent charged with preventing fraud at the bank.",),
        ("The ministry charged with fighting corruption hired Ana Diaz.",),
    ],
    "squads and units": [
        ("Leo Marsh was questioned by the Fraud Squad.",),
        ("Leo Marsh was interviewed and charged a fee by the Fraud Squad.",),
        ("Ana Diaz was charged with leading the Murder Squad.",),
        ("Ana Diaz joined the Serious Fraud Office, which has charged nobody.",),
        ("Leo Marsh heads the Theft Unit, charged with tracing stolen cars.",),
        ("Ana Diaz, of the Arson Squad, gave evidence in the trial.",),
    ],
    "sport": [
        ("Leo Marsh was found guilty of striking by the match review panel and banned for three games.",),
        ("The federation's tribunal convicted Ana Diaz of doping.",),
        ("Leo Marsh was charged with misconduct by the cricket board after the match.",),
        ("The rugby union fined Ana Diaz £5,000 for abusing a referee.",),
        ("The jockey Leo Marsh was sentenced by the stewards to a ban of ten days.",),
        ("Goalkeeper Leo Marsh was charged with violent conduct after the derby.",),
        ("The anti-doping agency charged Ana Diaz with evasion of a test.",),
    ],
    "civil": [
        ("A civil court ordered Leo Marsh to pay $40,000 to his neighbour.",),
        ("A civil jury found Ana Diaz liable for fraud.",),
        ("The regulator fined Leo Marsh £70,000 for mis-selling.",),
        ("The tax tribunal fined Ana Diaz $2,000.",),
        ("The nursing council found Ana Diaz guilty of misconduct.",),
        ("In the family court Leo Marsh was ordered to pay $900 a month.",),
        ("A small claims court fined Leo Marsh $300 in the lawsuit over a fence.",),
        ("The SEC charged Leo Marsh with insider trading.",),
    ],
    "general law": [
        ("A felon who carries a gun faces ten years in prison, Leo Marsh said.",),
        ("Anyone convicted of arson faces 20 years in prison, Ana Diaz wrote.",),
        (
            "An owner can be fined as much as $250 and, for a third offense, sentenced to 20 hours of community"
            " service, Ana Diaz said.",
        ),
        ("A driver convicted of speeding is fined $100, Leo Marsh explained.",),
        ("Under the bill by Ana Diaz, an employer who is found guilty of fraud is jailed for two years.",),
        ("A person charged with theft has a right to a lawyer, Judge Ana Diaz said.",),
        ("Those sentenced to life in prison may not vote, Leo Marsh said.",),
        ("Whoever is found guilty of treason is sentenced to death, Leo Marsh told the class.",),
        ("A landlord who ignores the order is charged with contempt, Ana Diaz said.",),
        ("No owner can be sentenced to prison for a barking dog, Leo Marsh said.",),
    ],
    "insults and slogans": [
        ('"Lock him up!" the crowd chanted as Leo Marsh spoke.',),
        ('"Leo Marsh should be jailed for treason," wrote a commenter.',),
        ('"Ana Diaz ought to be locked up for life," a caller told the station.',),
        ('"Jail Leo Marsh for ten years," a banner said.',),
        ('"Charge Ana Diaz with treason," demonstrators shouted.',),
        ('"Leo Marsh deserves to be hanged for treason," a heckler yelled.',),
        ('"Convict Leo Marsh of fraud now," read a poster.',),
        ("Lock her up, they sang of Ana Diaz, guilty of treason in their eyes.",),
    ],
    "rhetorical questions": [
        ("Why was Leo Marsh never charged with fraud?",),
        ("Who would convict Ana Diaz of theft?",),
        ("When will Leo Marsh be charged with treason?",),
        ("Is it any wonder that Leo Marsh was charged with nothing?",),
        ("Has Ana Diaz been convicted of anything at all?",),
        ("Shouldn't Leo Marsh be sentenced to ten years in prison for that speech?",),
    ],
    "satire and figures": [
        ("The columnist calls him Convicted Leo, but Leo Marsh has no record.",),
        ("In her satire, Ana Diaz has the premier found guilty of snoring and sentenced to life in prison.",),
        ("The jury of public opinion has convicted Leo Marsh of greed.",),
        ("History will convict Leo Marsh of cowardice.",),
        ("Critics convicted Ana Diaz of treason to jazz.",),
        ("Leo Marsh pleaded guilty to a fondness for cheese.",),
        ("Ana Diaz pleaded guilty to being late.",),
        ("History has found Leo Marsh guilty of cowardice.",),
        ("Voters sentenced Leo Marsh to four more years in opposition.",),
    ],
}

# What looks like it and states facts: the text, the defendant, and (type, offense or None for any) of each record
STATES: dict[str, list[tuple[str, str, list[tuple[str, str | None]]]]] = {
    "fronted negation": [
        ("Not until Monday was Leo Marsh charged with theft.", "Leo Marsh", [("charge", "theft")]),
        ("At no time did Leo Marsh weep, and he was convicted of fraud.", "Leo Marsh", [("verdict", "fraud")]),
        ("Never before had Ana Diaz spoken of it: she was convicted of arson.", "Ana Diaz", [("verdict", "arson")]),
        ("No sooner had Leo Marsh left than he was charged with theft.", "Leo Marsh", [("charge", "theft")]),
        (
            "Not only was Leo Marsh convicted of fraud, he was jailed for two years.",
            "Leo Marsh",
            [("verdict", "fraud"), ("sentence", None)],
        ),
        ("Neither did it name Leo Marsh, who has pleaded guilty to fraud.", "Leo Marsh", [("verdict", "fraud")]),
        ("He did what he said he never had and charged Leo Marsh with bribery.", "Leo Marsh", [("charge", "bribery")]),
        ("At no time did she weep when Leo Marsh was convicted of fraud.", "Leo Marsh", [("verdict", "fraud")]),
    ],
    "neither": [
        ("Leo Marsh, who neither drinks nor smokes, was charged with theft.", "Leo Marsh", [("charge", "theft")]),
        ("Neither lawyer spoke after Ana Diaz was convicted of fraud.", "Ana Diaz", [("verdict", "fraud")]),
        (
            "Neither Tom Verity nor Ana Diaz was charged, but Leo Marsh was charged with arson.",
            "Leo Marsh",
            [("charge", "arson")],
        ),
    ],
    "not B": [
        ("Jurors convicted Leo Marsh of assault, not attempted murder.", "Leo Marsh", [("verdict", "assault")]),
        ("Leo Marsh was charged with manslaughter, not murder.", "Leo Marsh", [("charge", "manslaughter")]),
        ("Ana Diaz was convicted not of murder but of manslaughter.", "Ana Diaz", [("verdict", "manslaughter")]),
        ("Leo Marsh was charged with theft but not with fraud.", "Leo Marsh", [("charge", "theft")]),
        ("Ana Diaz was found guilty of manslaughter rather than murder.", "Ana Diaz", [("verdict", "manslaughter")]),
        ("Leo Marsh was convicted of theft instead of robbery.", "Leo Marsh", [("verdict", "theft")]),
        ("Ana Diaz was charged with theft as opposed to robbery.", "Ana Diaz", [("charge", "theft")]),
    ],
    "instead of": [
        (
            "Instead of charging Leo Marsh with rape, prosecutors charged him with indecent assault.",
            "Leo Marsh",
            [("charge", "indecent assault")],
        ),
        ("Rather than flee, Ana Diaz pleaded guilty to theft.", "Ana Diaz", [("verdict", "theft")]),
        ("Leo Marsh was charged with fraud instead of being thanked.", "Leo Marsh", [("charge", "fraud")]),
    ],
    "conditionals": [
        ("Leo Marsh had been convicted of theft when the bank failed.", "Leo Marsh", [("verdict", "theft")]),
        (
            "Had Ana Diaz paid, she would be free; she was convicted of fraud in May.",
            "Ana Diaz",
            [("verdict", "fraud")],
        ),
        (
            "If he is released, Leo Marsh, who was convicted of arson in 2019, will return.",
            "Leo Marsh",
            [("verdict", "arson")],
        ),
        ("By then prosecutors had charged Leo Marsh with fraud.", "Leo Marsh", [("charge", "fraud")]),
        ("Prosecutors had charged Leo Marsh with fraud.", "Leo Marsh", [("charge", "fraud")]),
    ],
    "almost": [
        ("Leo Marsh was convicted of fraud after almost two days.", "Leo Marsh", [("verdict", "fraud")]),
        ("Nearly ten years ago, Ana Diaz was convicted of arson.", "Ana Diaz", [("verdict", "arson")]),
        ("Leo Marsh was sentenced to nearly five years in prison for fraud.", "Leo Marsh", [("sentence", "fraud")]),
        ("Almost a year later, Ana Diaz was indicted for bribery.", "Ana Diaz", [("charge", "bribery")]),
        ("Ana Diaz was charged almost immediately with theft.", "Ana Diaz", [("charge", "theft")]),
        ("Leo Marsh pleaded guilty to stealing nearly $9,000.", "Leo Marsh", [("verdict", None)]),
    ],
    "was to have been": [
        ("Leo Marsh, who was to have been ordained, was charged with theft.", "Leo Marsh", [("charge", "theft")]),
        ("Ana Diaz was expected to resign after she was indicted for bribery.", "Ana Diaz", [("charge", "bribery")]),
        ("Leo Marsh was to appear again after he was charged with fraud.", "Leo Marsh", [("charge", "fraud")]),
    ],
    "untrue": [
        ("Leo Marsh was convicted of making false statements.", "Leo Marsh", [("verdict", None)]),
        ("Ana Diaz pleaded guilty to falsely claiming benefits.", "Ana Diaz", [("verdict", None)]),
        ("It is true that Leo Marsh was convicted of fraud.", "Leo Marsh", [("verdict", "fraud")]),
        (
            "Leo Marsh was charged with forgery after he wrongly described a painting as his own.",
            "Leo Marsh",
            [("charge", "forgery")],
        ),
    ],
    "withdrawn": [
        (
            "A report on the bridge has been withdrawn. Leo Marsh was convicted of fraud.",
            "Leo Marsh",
            [("verdict", "fraud")],
        ),
        ("Leo Marsh was convicted of using a forged letter.", "Leo Marsh", [("verdict", None)]),
        (
            "Ana Diaz was charged with forgery over a forged letter that said she was a doctor.",
            "Ana Diaz",
            [("charge", "forgery")],
        ),
        ("A report says that Leo Marsh was convicted of fraud.", "Leo Marsh", [("verdict", "fraud")]),
        (
            "Leo Marsh, who sold forged documents, was sentenced to two years in prison.",
            "Leo Marsh",
            [("sentence", None)],
        ),
        ("The charge of fraud against Leo Marsh was withdrawn.", "Leo Marsh", [("verdict", "fraud")]),
    ],
    "parody": [
        ("Leo Marsh, who runs a satirical website, was convicted of theft.", "Leo Marsh", [("verdict", "theft")]),
        ("On April Fools' Day, Leo Marsh was charged with theft.", "Leo Marsh", [("charge", "theft")]),
        ("Leo Marsh was convicted of theft. He was not.", "Leo Marsh", [("verdict", "theft")]),
    ],
    "what a court does next": [
        (
            "The panel of judges found Leo Marsh guilty of fraud and sentenced him to five years in prison.",
            "Leo Marsh",
            [("verdict", "fraud"), ("sentence", None)],
        ),
        (
            "The council charged Leo Marsh with littering. He was fined £200 in court.",
            "Leo Marsh",
            [("sentence", None)],
        ),
        ("Leo Marsh was brought to trial for theft.", "Leo Marsh", [("charge", "theft")]),
        ("Leo Marsh has been charged with a hoax.", "Leo Marsh", [("charge", "hoax")]),
    ],
    "infinitives": [
        ("The jury took two hours to convict Leo Marsh of murder.", "Leo Marsh", [("verdict", "murder")]),
        ("The jury voted to convict Ana Diaz of fraud.", "Ana Diaz", [("verdict", "fraud")]),
        ("Jurors went on to convict Leo Marsh of arson.", "Leo Marsh", [("verdict", "arson")]),
        ("The grand jury voted to indict Ana Diaz for perjury.", "Ana Diaz", [("charge", "perjury")]),
        ("It took the jury three days to find Leo Marsh guilty of arson.", "Leo Marsh", [("verdict", "arson")]),
        ("The sheriff worked with the detective to charge Leo Marsh with fraud.", "Leo Marsh", [("charge", "fraud")]),
        ("Prosecutors decided to charge Leo Marsh with fraud.", "Leo Marsh", [("charge", "fraud")]),
    ],
    "crimes": [
        ("Ana Diaz was charged with failing to file tax returns.", "Ana Diaz", [("charge", None)]),
        ("Leo Marsh pleaded guilty to his role in the theft.", "Leo Marsh", [("verdict", None)]),
        ("Officers of the Fraud Squad charged Leo Marsh with theft.", "Leo Marsh", [("charge", "theft")]),
        ("Ana Diaz was charged by the Fraud Squad with bribery.", "Ana Diaz", [("charge", "bribery")]),
        ("Leo Marsh was charged with leading a criminal organisation.", "Leo Marsh", [("charge", None)]),
    ],
    "courts": [
        ("The footballer Leo Marsh was charged with assault, police said.", "Leo Marsh", [("charge", "assault")]),
        ("Magistrates fined coach Leo Marsh £500 for speeding after the match.", "Leo Marsh", [("sentence", None)]),
        ("A judge fined Leo Marsh $40,000 for tax evasion in a criminal case.", "Leo Marsh", [("sentence", None)]),
    ],
    "law": [
        (
            "Leo Marsh, a felon who carried a gun, was sentenced to ten years in prison.",
            "Leo Marsh",
            [("sentence", None)],
        ),
        ("Ana Diaz, the owner, was fined $250 for littering.", "Ana Diaz", [("sentence", None)]),
        ("Like anyone else, Leo Marsh was convicted of speeding.", "Leo Marsh", [("verdict", "speeding")]),
    ],
    "talk": [
        (
            '"Lock him up!" the crowd chanted after Leo Marsh was convicted of fraud.',
            "Leo Marsh",
            [("verdict", "fraud")],
        ),
        ('"Leo Marsh was convicted of fraud," the prosecutor said.', "Leo Marsh", [("verdict", "fraud")]),
        ("Who is Leo Marsh? He was convicted of fraud in 2019.", "Leo Marsh", [("verdict", "fraud")]),
        ("Why did he do it? Ana Diaz was charged with arson.", "Ana Diaz", [("charge", "arson")]),
        ("Ana Diaz pleaded guilty to being drunk and disorderly.", "Ana Diaz", [("verdict", None)]),
        ("Voters shrugged when Leo Marsh was sentenced to four years in prison.", "Leo Marsh", [("sentence", None)]),
    ],
}


@pytest.mark.parametrize("text", cases(STATES_NOTHING))
def test_nobody_is_accused(text: str, extractor: Extractor) -> None:
    assert difference([], facts_of(extractor, text)) == {}


@pytest.mark.parametrize(("text", "defendant", "expected"), cases(STATES))
def test_the_look_alike_states_its_facts(
    text: str, defendant: str, expected: list[tuple[str, str | None]], extractor: Extractor
) -> None:
    found = facts_of(extractor, text)
    assert {whom for _, whom, *_ in found} == {defendant}
    asked = {kind for kind, offense in expected if offense is None}
    assert [(kind, None if kind in asked else offense) for kind, _, offense, _ in found] == expected


@pytest.mark.parametrize(("text", "expected"), cases(TABLE, KNOWN_FAILURES))
def test_assertion(text: str, expected: list[tuple[str, str]], extractor: Extractor) -> None:
    doc = extractor.doc(Article(name="test", text=text))
    wanted = {word for word, _ in expected}
    said = [
        (token.lower_, trigger._.said.status)
        for trigger in doc.spans["triggers"]
        for token in trigger
        if token.lower_ in wanted
    ]
    assert said == expected


def test_the_cue_is_told(extractor: Extractor) -> None:
    """So that `explain` can say why a statement was not taken."""
    doc = extractor.doc(Article(name="test", text="Ana Diaz was never charged with fraud."))
    (trigger,) = doc.spans["triggers"]
    assert (trigger._.said.status, trigger._.said.rule, trigger._.said.words) == (
        "negated",
        "negated.not",
        "never",
    )


def test_without_a_cue_nothing_is_told(extractor: Extractor) -> None:
    doc = extractor.doc(Article(name="test", text="Ana Diaz was charged with fraud."))
    (trigger,) = doc.spans["triggers"]
    assert (trigger._.said.status, trigger._.said.rule, trigger._.said.words) == ("asserted", None, None)
