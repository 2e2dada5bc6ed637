"""What is said of a statement: asserted, or taken back by its own clause, and not by its neighbour's."""

from __future__ import annotations

import pytest

from casefacts.extractor import Extractor
from casefacts.records import Article
from facts import cases

# text -> (a word of each statement in question, what is said of it), in text order
Row = tuple[str, list[tuple[str, str]]]

TABLE: dict[str, list[Row]] = {
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
        ("Ana Diaz will be charged with fraud next week.", [("charged", "planned")]),
        ("Ana Diaz will plead guilty to fraud.", [("plead", "planned")]),
        ("Ana Diaz is expected to plead guilty to fraud.", [("plead", "planned")]),
        ("Ana Diaz has agreed to plead guilty to fraud.", [("plead", "planned")]),
        ("Ana Diaz is due to be sentenced in May.", [("sentenced", "planned")]),
        ("Ana Diaz is scheduled to be arraigned on a fraud charge.", [("arraigned", "planned")]),
        ("Prosecutors plan to charge Ana Diaz with fraud.", [("charge", "planned")]),
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
        ("A judge refused to dismiss the fraud charge.", [("dismiss", "negated")]),
    ],
    "general": [
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
        ("Police are about to charge Ana Diaz with fraud.", [("charge", "planned")]),
    ],
}


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
