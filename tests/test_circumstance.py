"""When, where, before whom, how and by whose account."""

from __future__ import annotations

import pytest

from casefacts.extractor import Extractor
from casefacts.score import is_name
from facts import cases, records_of

# text -> (type, the field) of each record about a named defendant, in text order
Row = tuple[str, list[tuple[str, str | None]]]

DATES: dict[str, list[Row]] = {
    "its own": [
        ("Leo Marsh was convicted of arson on March 3, 2021.", [("verdict", "2021-03-03")]),
        ("On March 3, 2021, Leo Marsh was convicted of arson.", [("verdict", "2021-03-03")]),
        ("Leo Marsh was convicted Monday of arson.", [("verdict", "2024-07-08")]),
        ("Leo Marsh was convicted of arson on Friday.", [("verdict", "2024-07-12")]),
        ("Leo Marsh was convicted of arson yesterday.", [("verdict", "2024-07-11")]),
        ("Leo Marsh was convicted of arson today.", [("verdict", "2024-07-12")]),
        ("Leo Marsh was convicted of arson last month.", [("verdict", "2024-06")]),
        ("Leo Marsh was convicted of arson last year.", [("verdict", "2023")]),
        ("Leo Marsh was convicted of arson in November.", [("verdict", "2023-11")]),
        ("In 1998 Leo Marsh was convicted of arson.", [("verdict", "1998")]),
        ("Leo Marsh was convicted of arson two years ago.", [("verdict", "2022")]),
        ("A jury on Thursday convicted Leo Marsh of arson.", [("verdict", "2024-07-11")]),
        ("Leo Marsh was sentenced Wednesday to two years in prison.", [("sentence", "2024-07-10")]),
        ("Leo Marsh's 2011 conviction for arson was mentioned.", [("verdict", "2011")]),
        ("Leo Marsh was charged with arson.", [("charge", None)]),
    ],
    "shared by what is coordinated": [
        (
            "Leo Marsh was convicted on Monday of arson and sentenced to two years in prison.",
            [("verdict", "2024-07-08"), ("sentence", "2024-07-08")],
        ),
        (
            "Leo Marsh was convicted of arson in 2019 and sentenced in 2020 to two years in prison.",
            [("verdict", "2019"), ("sentence", "2020")],
        ),
        (
            "Leo Marsh was charged in March with arson and pleaded guilty in June to theft.",
            [("charge", "2024-03"), ("verdict", "2024-06")],
        ),
        (
            "Ana Diaz was convicted of theft on Monday; Leo Marsh was convicted of arson on Tuesday.",
            [("verdict", "2024-07-08"), ("verdict", "2024-07-09")],
        ),
    ],
    "where or when it happened": [
        ("Leo Marsh appeared in court in January, where he pleaded guilty to theft.", [("verdict", "2024-01")]),
        ("Leo Marsh appeared at Leeds Crown Court on Monday, where he denied theft.", [("charge", "2024-07-08")]),
        ("The case was taken up on July 8, when Leo Marsh pleaded guilty to theft.", [("verdict", "2024-07-08")]),
        ("In March Leo Marsh was indicted for embezzlement.", [("charge", "2024-03")]),
        ("Leo Marsh, a trader, was charged late Monday night with arson.", [("charge", "2024-07-08")]),
    ],
    "of late behind what was done": [
        ("Leo Marsh, a clerk, was convicted of withholding evidence by a jury in May.", [("verdict", "2024-05")]),
        ("Leo Marsh, a clerk, pleaded guilty to making false statements this year.", [("verdict", "2024")]),
        ("Leo Marsh was sentenced to a week in prison for forging a deed on Thursday.", [("sentence", "2024-07-11")]),
        ("A jury convicted Leo Marsh of acquiring criminal property in March.", [("verdict", "2024-03")]),
        ("Leo Marsh pleaded guilty to one count of theft between May 1 and May 27.", [("verdict", None)]),
    ],
    "of the deed, years ago": [
        ("Leo Marsh was sentenced to 20 years in prison for fatally stabbing a man in 2011.", [("sentence", None)]),
        ("Leo Marsh was sentenced to death over the Kelso Park incident on July 1, 2005.", [("sentence", None)]),
        ("Leo Marsh was sentenced to death for the murder of Ana Diaz in May 2013.", [("sentence", None)]),
        ("Leo Marsh, who robbed a shop in 2022 was sentenced to life in prison for murder.", [("sentence", None)]),
    ],
    "not of another time": [
        ("Leo Marsh fled abroad in 2019 after being charged with murder.", [("charge", None)]),
        (
            "Leo Marsh was charged with fraud in 2012, but the case was dropped when he was elected.",
            [("charge", "2012"), ("verdict", None)],
        ),
        (
            "Leo Marsh was convicted in 2021 of fraud and served one year under house arrest.",
            [("verdict", "2021"), ("sentence", None)],
        ),
        ("Ana Diaz was hired in 1990, even though Leo Marsh had twice been convicted of fraud.", [("verdict", None)]),
    ],
    "reckoned": [
        ("Leo Marsh was indicted last week on charges of fraud.", [("charge", "2024-07")]),
        (
            "Leo Marsh was jailed for theft on May 4. A day later he was jailed for fraud.",
            [("sentence", "2024-05-04"), ("sentence", "2024-05-05")],
        ),
        ("Leo Marsh was arrested in 2011. He was convicted of fraud the following year.", [("verdict", "2012")]),
        ("Leo Marsh was arrested on May 4. The next day he was charged with fraud.", [("charge", "2024-05-05")]),
        ("The firm was founded in 2011. Leo Marsh was charged with fraud that same year.", [("charge", "2011")]),
    ],
    "of the ruling told beside": [
        ("Leo Marsh was found guilty of fraud. The verdict came on Monday.", [("verdict", "2024-07-08")]),
        (
            "In April 2024, it took a jury an hour to return its verdicts. Leo Marsh was convicted of fraud.",
            [("verdict", "2024-04")],
        ),
        (
            "Leo Marsh has been convicted of fraud. The jury arrived at this verdict on July 10.",
            [("verdict", "2024-07-10")],
        ),
        (
            "Leo Marsh was jailed for six years for fraud. The sentence was passed on Monday.",
            [("sentence", "2024-07-08")],
        ),
        ("Leo Marsh was jailed for six years for fraud. The ruling follows his fall in 2019.", [("sentence", None)]),
    ],
    "of the arraignment": [
        (
            "Leo Marsh was arraigned today before Justice Ana Diaz on an indictment in which he is charged with arson.",
            [("charge", "2024-07-12")],
        ),
        (
            "Leo Marsh was arraigned yesterday before Judge Ana Diaz on a complaint in which he is charged with theft.",
            [("charge", "2024-07-11")],
        ),
        (
            "Leo Marsh was arraigned Tuesday in county court on an indictment that charges him with burglary.",
            [("charge", "2024-07-09")],
        ),
        (
            "Leo Marsh was arraigned on Monday on a criminal complaint charging him with arson.",
            [("charge", "2024-07-08")],
        ),
        (
            "On Monday, Leo Marsh was arraigned on an indictment in which he stands charged with theft and menacing.",
            [("charge", "2024-07-08"), ("charge", "2024-07-08")],
        ),
    ],
    "of the announcement": [
        ("District Attorney Ana Diaz today announced that Leo Marsh has been convicted of arson.", [("verdict", None)]),
        ("District Attorney Ana Diaz announced on Monday that Leo Marsh was convicted of arson.", [("verdict", None)]),
        ("Prosecutors announced today that Leo Marsh has been sentenced to a year in prison.", [("sentence", None)]),
        ("Prosecutors announced that Leo Marsh was convicted today of arson.", [("verdict", "2024-07-12")]),
        ("District Attorney Ana Diaz today announced the conviction of Leo Marsh for arson.", [("verdict", None)]),
    ],
    "of the birth": [
        ("Leo Marsh (dob 3/14/80) was charged with arson.", [("charge", None)]),
        ("Leo Marsh, DOB: 3-14-80, was convicted of arson.", [("verdict", None)]),
        ("Leo Marsh (born 4 March 1980) was convicted of arson.", [("verdict", None)]),
        ("Leo Marsh, born on March 4, 1980, was charged with arson.", [("charge", None)]),
        ("Leo Marsh (dob 3/14/80) was convicted on Monday of arson.", [("verdict", "2024-07-08")]),
    ],
    "of something else": [
        ("Leo Marsh was convicted of murder for the 2017 shooting death of his aunt.", [("verdict", None)]),
        ("Leo Marsh was charged with robbery in connection with a March 3 robbery of a bank.", [("charge", None)]),
        ("Leo Marsh was charged with arson after a fire on Monday.", [("charge", None)]),
        ("Leo Marsh is charged with arson for a fire on June 20.", [("charge", None)]),
        ("Leo Marsh was sentenced to two years in prison for a robbery on May 5, 2022.", [("sentence", None)]),
        ("Leo Marsh was jailed for a year on Monday.", [("sentence", "2024-07-08")]),
        ("Leo Marsh was convicted of arson after a two-week trial on Monday.", [("verdict", "2024-07-08")]),
        ("Leo Marsh was convicted of murder in the 2018 death of his wife.", [("verdict", None)]),
        ("Leo Marsh was convicted of arson for a fire set on May 5, 2020.", [("verdict", None)]),
        ("Leo Marsh was convicted of arson and will be sentenced on Aug. 9.", [("verdict", None)]),
        ("Leo Marsh is charged with arson. A hearing is set for Monday.", [("charge", None)]),
        ("Leo Marsh pleaded guilty to arson. His sister testified on Tuesday.", [("verdict", None)]),
        ("Leo Marsh was convicted of arson, police said Monday.", [("verdict", None)]),
        ("Leo Marsh faces charges of arson and is due in court on Tuesday.", [("charge", None)]),
        ("Leo Marsh, who was born in 1971, was convicted of arson.", [("verdict", None)]),
        ("Leo Marsh, arrested on Monday, was charged with arson.", [("charge", None)]),
        ("Leo Marsh was charged with stealing a boat that vanished in 2019.", [("charge", None)]),
        ("Leo Marsh, who left the army in 2009, was jailed for two years.", [("sentence", None)]),
    ],
    "the lead's": [
        (
            "A boatman was convicted of arson on Monday.\n\nLeo Marsh, 51, was found guilty of arson by a jury.",
            [("verdict", "2024-07-08")],
        ),
    ],
    "the date of the crime": [
        ("Leo Marsh was convicted of killing Ana Diaz on May 5, 2020.", [("verdict", None)]),
    ],
}

COURTS: dict[str, list[Row]] = {
    "by place, number or fuller name": [
        ("A court in Kelso jailed Leo Marsh for two years for theft.", [("sentence", "court in Kelso")]),
        ("A court in France jailed Leo Marsh for two years for theft.", [("sentence", None)]),
        ("A mobile court jailed Leo Marsh for two years for theft.", [("sentence", "mobile court")]),
        (
            "Judge Ana Diaz of the Accountability Court-II found Leo Marsh guilty of theft.",
            [("verdict", "Accountability Court-II")],
        ),
        (
            "The Kelso High Court sat on Monday. Leo Marsh was found guilty of theft by the High Court.",
            [("verdict", "Kelso High Court")],
        ),
        ("A court in Kelso detained Leo Marsh on charges of theft.", [("charge", None)]),
    ],
    "named": [
        ("Leo Marsh was convicted of arson at Leeds Crown Court.", [("verdict", "Leeds Crown Court")]),
        ("At Leeds Crown Court Leo Marsh was convicted of arson.", [("verdict", "Leeds Crown Court")]),
        ("Leo Marsh was convicted of arson at the Old Bailey.", [("verdict", "Old Bailey")]),
        (
            "Leo Marsh was convicted of arson in Manhattan Supreme Court.",
            [("verdict", "Manhattan Supreme Court")],
        ),
        (
            "Leo Marsh pleaded guilty to arson in Orange County Superior Court.",
            [("verdict", "Orange County Superior Court")],
        ),
        (
            "Leo Marsh pleaded guilty to arson in U.S. District Court.",
            [("verdict", "U.S. District Court")],
        ),
        ("The Court of Appeal cut Leo Marsh's sentence for arson to six years.", [("sentence", "Court of Appeal")]),
        (
            "The Supreme Court of Appeal quashed Leo Marsh's conviction for arson.",
            [("verdict", "Supreme Court of Appeal")],
        ),
        (
            "The Ohio Court of Appeals reversed Leo Marsh's conviction for arson.",
            [("verdict", "Ohio Court of Appeals")],
        ),
        (
            "Leo Marsh was convicted of arson in the Kelso County Court of Common Pleas.",
            [("verdict", "Kelso County Court of Common Pleas")],
        ),
        (
            "Leo Marsh was convicted of arson in the U.S. District Court for the Southern District of Kelso.",
            [("verdict", "U.S. District Court for the Southern District of Kelso")],
        ),
        ("The Court heard that Leo Marsh was convicted of arson.", [("verdict", None)]),
        (
            "The International Criminal Court convicted Leo Marsh of war crimes.",
            [("verdict", "International Criminal Court")],
        ),
        (
            "Leo Marsh appeared at Kelso Magistrates' Court and admitted arson.",
            [("verdict", "Kelso Magistrates' Court")],
        ),
    ],
    "not where it happened": [
        ("Leo Marsh was convicted of arson.", [("verdict", None)]),
        ("Leo Marsh was convicted of arson in court on Monday.", [("verdict", None)]),
        ("Leo Marsh is charged with arson and is due at Leeds Crown Court in May.", [("charge", None)]),
        ("Leo Marsh was convicted of arson outside the tennis court.", [("verdict", None)]),
    ],
    "where something else will happen": [
        (
            "Leo Marsh was charged with arson and will appear at Leeds Crown Court on Aug. 9.",
            [("charge", None)],
        ),
    ],
}

JUDGES: dict[str, list[Row]] = {
    "named": [
        ("Judge Ana Diaz sentenced Leo Marsh to two years in prison.", [("sentence", "Ana Diaz")]),
        ("Leo Marsh was jailed for two years by Judge Ana Diaz.", [("sentence", "Ana Diaz")]),
        ("The judge, Ana Diaz, jailed Leo Marsh for two years.", [("sentence", "Ana Diaz")]),
        (
            "Superior Court Judge Ana M. Diaz sentenced Leo Marsh to two years in prison.",
            [("sentence", "Ana M. Diaz")],
        ),
        ("Justice Ana Diaz dismissed the arson charge against Leo Marsh.", [("verdict", "Ana Diaz")]),
    ],
    "not of this event": [
        ("Leo Marsh was convicted of arson. Judge Ana Diaz will sentence him in May.", [("verdict", None)]),
        ("A judge sentenced Leo Marsh to two years in prison.", [("sentence", None)]),
        ("The Justice Department charged Leo Marsh with arson.", [("charge", None)]),
    ],
    "where something else will happen": [
        (
            "Leo Marsh was convicted of arson, and Judge Ana Diaz set sentencing for Aug. 9.",
            [("verdict", None)],
        ),
    ],
}

METHODS: dict[str, list[Row]] = {
    "told": [
        ("A jury convicted Leo Marsh of arson.", [("verdict", "jury")]),
        ("Jurors convicted Leo Marsh of arson.", [("verdict", "jury")]),
        ("Leo Marsh was convicted by a jury of arson.", [("verdict", "jury")]),
        ("A judge convicted Leo Marsh of arson.", [("verdict", "judge")]),
        ("Leo Marsh was found guilty of arson by a judge.", [("verdict", "judge")]),
        ("A federal jury in Kelso acquitted Leo Marsh of arson.", [("verdict", "jury")]),
        ("Magistrates convicted Leo Marsh of arson.", [("verdict", "judge")]),
        ("Leo Marsh pleaded no contest to arson.", [("verdict", "no_contest_plea")]),
        ("Leo Marsh was convicted of arson following a jury trial.", [("verdict", "jury")]),
        ("After a three-week trial by jury, Leo Marsh was acquitted of arson.", [("verdict", "jury")]),
        ("Leo Marsh was found guilty of arson after a bench trial.", [("verdict", "judge")]),
        ("Leo Marsh was convicted of arson. The jury returned its verdict after an hour.", [("verdict", "jury")]),
        ("Leo Marsh was convicted of arson after jurors deliberated for two days.", [("verdict", "jury")]),
        ("Prosecutors dismissed the arson charge against Leo Marsh.", [("verdict", "prosecution")]),
        ("The arson charge against Leo Marsh was dismissed by a judge.", [("verdict", "judge")]),
    ],
    "not told": [
        ("Leo Marsh was convicted of arson.", [("verdict", None)]),
        ("Leo Marsh was acquitted of arson.", [("verdict", None)]),
        (
            "Leo Marsh, convicted of theft in 2010, was found guilty of arson after a jury trial.",
            [("verdict", None), ("verdict", "jury")],
        ),
        ("The arson charge against Leo Marsh was dropped.", [("verdict", None)]),
        ("The judge thanked the clerk after Leo Marsh was convicted of arson.", [("verdict", None)]),
    ],
}

SOURCES: dict[str, list[Row]] = {
    "told": [
        ("Police said Leo Marsh had been charged with arson.", [("charge", "Police")]),
        ("The court said that Leo Marsh was convicted of arson.", [("verdict", "The court")]),
        (
            "Prosecutors announced on Friday that Leo Marsh was charged with arson.",
            [("charge", "Prosecutors")],
        ),
        ("Leo Marsh was charged with arson, police said.", [("charge", "police")]),
        (
            "District Attorney Ana Diaz said that Leo Marsh was charged with arson.",
            [("charge", "District Attorney Ana Diaz")],
        ),
    ],
    "not told": [
        ("Leo Marsh was charged with arson.", [("charge", None)]),
        ("Police charged Leo Marsh with arson.", [("charge", None)]),
        ("He said Leo Marsh was charged with arson.", [("charge", None)]),
        ("It said Leo Marsh was charged with arson.", [("charge", None)]),
        ("The defendant said Leo Marsh was charged with arson.", [("charge", None)]),
        ("A Kelso man said Leo Marsh was charged with arson.", [("charge", None)]),
        ("Leo Marsh, who said nothing, was charged with arson.", [("charge", None)]),
    ],
}

ACTIONS: dict[str, list[Row]] = {
    "an indictment, told anywhere": [
        ("Leo Marsh is charged with arson. A grand jury returned the indictment on Monday.", [("charge", "indicted")]),
        ("Leo Marsh was charged with arson. According to the indictment, he used petrol.", [("charge", "indicted")]),
        ("Leo Marsh was charged with arson in an indictment unsealed on Monday.", [("charge", "indicted")]),
        (
            "Leo Marsh was arraigned today before Justice Ana Diaz on an indictment in which he is charged with arson.",
            [("charge", "indicted")],
        ),
        ("Leo Marsh was arraigned on one count of arson. The indictment was sealed.", [("charge", "indicted")]),
    ],
    "no indictment, or another": [
        ("Leo Marsh was charged with arson and has not been indicted.", [("charge", "charged")]),
        ("Leo Marsh was charged with arson and could be indicted.", [("charge", "charged")]),
        ("Leo Marsh was charged with arson. An indictment is not proof of guilt.", [("charge", "charged")]),
        (
            "Leo Marsh was charged with arson. Ana Diaz was indicted for perjury.",
            [("charge", "charged"), ("charge", "indicted")],
        ),
        (
            "Leo Marsh was charged in 2003 with murder. He was later indicted. In 2017 a grand jury indicted Leo Marsh "
            "for capital murder.",
            [("charge", "charged"), ("charge", "indicted")],
        ),
    ],
}

COUNTS: dict[str, list[tuple[str, list[tuple[str, int | None]]]]] = {
    "by their numbers": [
        ("Leo Marsh was convicted on counts 3 to 5, all of bribery.", [("verdict", 3)]),
        ("Leo Marsh was convicted on counts one through three of theft.", [("verdict", 3)]),
        ("Jurors acquitted Leo Marsh on counts 1, 3 and 5.", [("verdict", 3)]),
        (
            "Leo Marsh was found guilty of arson. On counts 6 to 8 a jury had acquitted him.",
            [("verdict", None), ("verdict", 3)],
        ),
        (
            "Leo Marsh was convicted of arson. Count 2, which concerned a barn, was dropped by prosecutors.",
            [("verdict", None), ("verdict", 1)],
        ),
        ("Leo Marsh was convicted on counts 7 to 2 of arson.", [("verdict", None)]),
    ],
}

KNOWN_DATES: dict[str, list[Row]] = {}
KNOWN_COURTS: dict[str, list[Row]] = {}
KNOWN_JUDGES: dict[str, list[Row]] = {}
KNOWN_METHODS: dict[str, list[Row]] = {}
KNOWN_SOURCES: dict[str, list[Row]] = {}


def fields(text: str, field: str, extractor: Extractor) -> list[tuple[str, str | None]]:
    return [(r.type, getattr(r, field)) for r in records_of(extractor, text) if is_name(r.defendant)]


@pytest.mark.parametrize(("text", "expected"), cases(DATES, KNOWN_DATES))
def test_date(text: str, expected: list[tuple[str, str | None]], extractor: Extractor) -> None:
    assert fields(text, "date", extractor) == expected


@pytest.mark.parametrize(("text", "expected"), cases(COURTS, KNOWN_COURTS))
def test_court(text: str, expected: list[tuple[str, str | None]], extractor: Extractor) -> None:
    assert fields(text, "court", extractor) == expected


@pytest.mark.parametrize(("text", "expected"), cases(JUDGES, KNOWN_JUDGES))
def test_judge(text: str, expected: list[tuple[str, str | None]], extractor: Extractor) -> None:
    assert fields(text, "judge", extractor) == expected


@pytest.mark.parametrize(("text", "expected"), cases(METHODS, KNOWN_METHODS))
def test_method(text: str, expected: list[tuple[str, str | None]], extractor: Extractor) -> None:
    assert fields(text, "method", extractor) == expected


@pytest.mark.parametrize(("text", "expected"), cases(SOURCES, KNOWN_SOURCES))
def test_attributed_to(text: str, expected: list[tuple[str, str | None]], extractor: Extractor) -> None:
    assert fields(text, "attributed_to", extractor) == expected


@pytest.mark.parametrize(("text", "expected"), cases(ACTIONS))
def test_action(text: str, expected: list[tuple[str, str | None]], extractor: Extractor) -> None:
    assert fields(text, "action", extractor) == expected


@pytest.mark.parametrize(("text", "expected"), cases(COUNTS))
def test_counts(text: str, expected: list[tuple[str, int | None]], extractor: Extractor) -> None:
    assert fields(text, "counts", extractor) == expected


def test_without_a_publication_date_only_full_dates_are_known(extractor: Extractor) -> None:
    text = "Leo Marsh was charged with arson on Monday. He was convicted of arson on March 3, 2021."
    assert [record.date for record in records_of(extractor, text, None)] == [None, "2021-03-03"]
