"""Names: whose they are, their fullest form, and what is known of the person beside it."""

from __future__ import annotations

import pytest

from casefacts.entities.people import Person
from casefacts.entities.people.refusals import CHECKS, why_no_name
from casefacts.entities.people.words import NameWords
from casefacts.extractor import Extractor
from casefacts.records import Article
from casefacts.rulebook import Rulebook
from facts import cases

# text -> everybody named, in the order of the first mention; "(official)", "(victim)", "(company)" if marked
Row = tuple[str, list[str]]

TABLE: dict[str, list[Row]] = {
    "given names that are titles, too": [
        ("Hunter Segre was convicted of theft, Prince Teran of arson.", ["Hunter Segre", "Prince Teran"]),
        ("Prince Max and Lance Corporal Ana Roe were fined.", ["Max", "Ana Roe"]),
        ("Aiden King-Marsh was fined on Friday.", ["Aiden King-Marsh"]),
        ("Mr King-Marsh was fined on Friday.", ["King-Marsh"]),
        ("K. M. Nihal Poe R. and Ana Roe were fined.", ["K. M. Nihal Poe", "Ana Roe"]),
    ],
    "nicknames in quotes": [
        ('Leo "Duke" Marsh was convicted of arson.', ['Leo "Duke" Marsh']),
        (
            "Ana Diaz was hit when Petar 'Pete' Malnic ran at her. Malnic admitted assault. Pete Malnic wept.",
            ["Ana Diaz", "Petar 'Pete' Malnic"],
        ),
    ],
    "nicknames in brackets, dashes": [
        ('Nathan ("Nate") Berg, 44, was charged with arson.', ['Nathan ("Nate") Berg']),
        ("In Essex - Sean Duncan, 19, said - all was calm.", ["Sean Duncan"]),
    ],
    "ages and towns": [
        ("34-year-old Ana Diaz was charged with theft.", ["Ana Diaz"]),
        ("Leo Marsh stabbed 34-year-old Ana Diaz.", ["Leo Marsh", "Ana Diaz (victim)"]),
        ("Ana Diaz, 34, of Kelso, was charged with theft.", ["Ana Diaz"]),
        ("Ana Diaz (34) was charged with theft.", ["Ana Diaz"]),
        ("Ana Diaz, aged 34, was charged with theft.", ["Ana Diaz"]),
        ("Bo Li Quan, 45, of Tustin, was charged with theft.", ["Bo Li Quan"]),
        ("Police charged Ngozi Adebayo-Wale, 29, with theft.", ["Ngozi Adebayo-Wale"]),
        ("Ana Diaz, now 41, was charged with theft.", ["Ana Diaz"]),
        (
            "Leo Marsh, 51, Ana Diaz, 34, and Tia Okoro, 29, were charged with theft.",
            ["Leo Marsh", "Ana Diaz", "Tia Okoro"],
        ),
    ],
    "titles": [
        ("Dr. Ana Diaz was charged with fraud.", ["Ana Diaz"]),
        ("Mayor Leo Marsh was charged with fraud.", ["Leo Marsh"]),
        ("Former Gov. Leo Marsh was charged with fraud.", ["Leo Marsh"]),
        ("Staff Sgt. Leo Marsh was convicted of desertion.", ["Leo Marsh"]),
        ("Lt. Col. Leo Marsh was convicted of desertion.", ["Leo Marsh"]),
        ("Leo Marsh, 31, joined young. The hearing was told that SSgt Marsh admitted affray.", ["Leo Marsh"]),
        ("Sqn Ldr Ana Diaz, who denied theft, was cleared. LCpl Leo Marsh was fined.", ["Ana Diaz", "Leo Marsh"]),
        ("Sir Leo Marsh was convicted of perjury.", ["Leo Marsh"]),
        ("The actress Ana Diaz was convicted of theft.", ["Ana Diaz"]),
        ("Rev. Leo Marsh was convicted of theft.", ["Leo Marsh"]),
        ("Mr Marsh was convicted of theft.", ["Marsh"]),
        ("Co-defendant Leo Marsh was convicted of theft.", ["Leo Marsh"]),
    ],
    "the fullest form": [
        ("Lori Loughter was charged. Lori Laughter was jailed.", ["Lori Loughter"]),
        ("Ana Hanson was charged. Ana Jonson was jailed.", ["Ana Hanson", "Ana Jonson"]),
        ("Diaz was charged. Ana Maria Diaz, 34, pleaded not guilty.", ["Ana Maria Diaz"]),
        ("Ana Diaz was charged. Ana Maria Diaz, 34, lives in Kelso.", ["Ana Maria Diaz"]),
        ("Ana Diaz was charged. Ms. Diaz pleaded guilty. Diaz wept.", ["Ana Diaz"]),
        ("Leo Marsh was charged. Leo pleaded guilty, his sister said.", ["Leo Marsh"]),
        ("Leo James Marsh was charged. L.J. Marsh lives in Kelso.", ["Leo James Marsh"]),
        ("Leo Marsh Jr. was charged. Marsh pleaded guilty.", ["Leo Marsh Jr."]),
        ("Michael Oduya was charged. Mike Oduya pleaded guilty.", ["Michael Oduya"]),
        ("Rachael Tolland was charged. Rachel Tolland pleaded guilty.", ["Rachael Tolland"]),
        ("ABM Kamrul Hossain was charged. On Monday they jailed Kamr again.", ["ABM Kamrul Hossain"]),
        ("Mostafizur Roe was charged. Mostafiz pleaded guilty, his sister said.", ["Mostafizur Roe"]),
        ("Kamran Hossain was charged. On Monday they jailed Kamr again.", ["Kamran Hossain", "Kamr"]),
    ],
    "what a name owns": [
        (
            "Bo Van Tran, 60, Kelso, pleaded guilty to fraud. Bo Tran's Wife, Mai Phuong Tran, 53, Kelso, pleaded "
            "guilty to theft.",
            ["Bo Van Tran", "Mai Phuong Tran"],
        ),
    ],
    "origins before names": [
        ("In Italy Silvio Marrone was convicted of fraud.", ["Silvio Marrone"]),
        ("Texan Michael Chico was convicted of fraud.", ["Michael Chico"]),
        ("Omar Faruk Alias Picchi Amin was convicted of theft.", ["Omar Faruk"]),
    ],
    "titles of several": [
        (
            "Constables K. M. Nihal Premat and Leo Marsh were convicted of theft.",
            ["K. M. Nihal Premat (official)", "Leo Marsh (official)"],
        ),
    ],
    "other names in quotes": [
        ("Omar Najim Irfan, better known as “Kanji Irfan’, fled. Kanji Irfan was jailed.", ["Omar Najim Irfan"]),
        ("Ned Premat alias “Ukko” and K. Wasan Kumar alias “K. Wasan,” were tried.", ["Ned Premat", "K. Wasan Kumar"]),
        ('Lena Ortiz, alias "Tall Lena", was convicted. Lena will appeal.', ["Lena Ortiz"]),
        ("Bo Tarn, nicknamed 'Big Tarn', was convicted of theft.", ["Bo Tarn"]),
        ("Ida Holm, also known as 'Ida Holmes', was convicted of theft.", ["Ida Holm"]),
    ],
    "shapes of names": [
        ("Jean-Luc Delmar (18) of Upper Street, Cahill, was convicted of arson.", ["Jean-Luc Delmar"]),
        (
            "Dan Delmar and Ned Delmar were held. Mary-Ann Delmar, 30, was convicted of arson.",
            ["Dan Delmar", "Ned Delmar", "Mary-Ann Delmar"],
        ),
        ("The pardon of M.B. Tarrant, jailed for contempt of court, was a scandal.", ["M.B. Tarrant"]),
        (
            "Police arrested K. Marrow Kumar and one Sam Biswal.Lina Pod was convicted.",
            ["K. Marrow Kumar", "Sam Biswal", "Lina Pod"],
        ),
        ("Hannah Brandt-Ode was convicted of arson.", ["Hannah Brandt-Ode"]),
        ("Luis de la Fuente was convicted of arson.", ["Luis de la Fuente"]),
        ("Jan van der Beek was convicted of arson.", ["Jan van der Beek"]),
        ("Omar bin Rashid was convicted of arson.", ["Omar bin Rashid"]),
        ("Sean O'Rourke was convicted of arson.", ["Sean O'Rourke"]),
        ("Ewan McAllister was convicted of arson.", ["Ewan McAllister"]),
        ("J. R. Whitlow was convicted of arson.", ["J. R. Whitlow"]),
        ("Leo J. Marsh was convicted of arson.", ["Leo J. Marsh"]),
        ("Søren Kjær was convicted of arson.", ["Søren Kjær"]),
        ("José Álvarez was convicted of arson.", ["José Álvarez"]),
        ("Leo Marsh, also known as Duke, was convicted of arson.", ["Leo Marsh"]),
    ],
    "who is who": [
        ("Ana Diaz and Leo Marsh were charged with theft.", ["Ana Diaz", "Leo Marsh"]),
        ("Ana Diaz was charged. Her brother, Raul Diaz, was not.", ["Ana Diaz", "Raul Diaz"]),
        ("Maria Oduya was charged. Marta Oduya was not.", ["Maria Oduya", "Marta Oduya"]),
    ],
    "places and things": [
        ("Leo Marsh, 14, fell asleep watching Hot Fuzz.", ["Leo Marsh"]),
        ("Leo Marsh watched Lethal Gambit at a hotel. He had seen Lethal Gambit before.", ["Leo Marsh"]),
        ("Leo Marsh sat watching Ana Diaz through a window.", ["Leo Marsh", "Ana Diaz"]),
        ("Three Sri Lankan sailors were jailed with Leo Marsh.", ["Leo Marsh"]),
        ("A Costa Rican convicted in the case died in May.", []),
        ("KELSO - Leo Marsh was charged with theft.", ["Leo Marsh"]),
        ("Leo Marsh, 51, of Santa Rosa, was charged with theft.", ["Leo Marsh"]),
        ("Leo Marsh was tried in Los Angeles for theft.", ["Leo Marsh"]),
        ("Leo Marsh was held at Orange County Jail.", ["Leo Marsh"]),
        ("Leo Marsh was tried at Leeds Crown Court.", ["Leo Marsh"]),
        ("Police searched a house on Willow Creek Road on Friday.", []),
        ("The Justice Department charged Leo Marsh with fraud.", ["Leo Marsh"]),
        ("On Monday Leo Marsh was charged under the Clean Water Act.", ["Leo Marsh"]),
        ("Leo Marsh studied at Oxford University.", ["Leo Marsh"]),
    ],
    "names that are words, too": [
        ("Ana House was convicted of arson.", ["Ana House"]),
        ("Lee Park was sentenced to two years in prison.", ["Lee Park"]),
        ("Ana Church, 41, pleaded guilty to theft.", ["Ana Church"]),
        ("Police charged Max Street with burglary.", ["Max Street"]),
        ("Ana North denied the charge.", ["Ana North"]),
    ],
    "one surname for two": [
        (
            "The accused are Bo Li, Omar Lind, Harun and Leo Marsh.",
            ["Bo Li", "Omar Lind", "Harun", "Leo Marsh"],
        ),
        ("Leo and Ana Marsh were charged with theft.", ["Leo Marsh", "Ana Marsh"]),
    ],
    "bodies and things": [
        ("Sri Lanka was acquitted of the charge.", []),
        ("A man faces charges over the St Patrick's Day riot.", []),
        ("Domestic Violence was his only conviction.", []),
        ("He appeared before Harbor Criminal Court Judge Ana Diaz.", ["Ana Diaz (official)"]),
        ("The case went to the Special Victims Bureau.", []),
        ("Leo Marsh, of the Hate Crimes Unit, spoke.", ["Leo Marsh"]),
        ("A jury found four members of Sombra Negra (SN-7) guilty of murder.", []),
        ("Leo Marsh must attend Gamblers Anonymous for a year.", ["Leo Marsh"]),
        ("Port Ellery, May 31 (Harbor Wire) - A teacher was convicted of theft.", []),
        ("Kelso War Crimes Tribunal-1 on Tuesday jailed Leo Marsh for theft.", ["Leo Marsh"]),
        ("They filed a claim with Hawick Farm Mutual Automobile Insurance on Monday.", []),
    ],
    "officials": [
        ("Judge Ana Diaz jailed Leo Marsh for a year.", ["Ana Diaz (official)", "Leo Marsh"]),
        ("Prosecutor Ana Diaz praised the police.", ["Ana Diaz (official)"]),
        ("Deputy District Attorney Ana Diaz spoke.", ["Ana Diaz (official)"]),
        ("The judge, Ana Diaz, jailed Leo Marsh for a year.", ["Ana Diaz (official)", "Leo Marsh"]),
        ("Ana Diaz, a spokeswoman for the court, said so.", ["Ana Diaz (official)"]),
        ("Leo Marsh's lawyer, Ana Diaz, said he would appeal.", ["Leo Marsh", "Ana Diaz (official)"]),
    ],
    "victims": [
        ("Leo Marsh was convicted of the murder of Ana Diaz.", ["Leo Marsh", "Ana Diaz (victim)"]),
        ("Leo Marsh was convicted of murdering Ana Diaz.", ["Leo Marsh", "Ana Diaz (victim)"]),
        ("Leo Marsh was convicted of raping Ana Diaz, 34.", ["Leo Marsh", "Ana Diaz (victim)"]),
        ("The victim, Ana Diaz, forgave Leo Marsh.", ["Ana Diaz (victim)", "Leo Marsh"]),
    ],
    "bynames in quotes": [
        ('Detectives nicknamed him the "Harbour Bandit".', []),
    ],
    "companies": [
        ("Torvane Steel Corp. pleaded guilty to dumping.", ["Torvane Steel Corp. (company)"]),
        ("Brightwater Holdings Ltd. was fined £2m.", ["Brightwater Holdings Ltd. (company)"]),
        ("Torvane Inc. and its owner Leo Marsh were charged.", ["Torvane Inc. (company)", "Leo Marsh"]),
    ],
    "the last word of an office": [
        ("Minister of Works and Housing Prasan Malnic was jailed.", ["Prasan Malnic"]),
        ("The Controller General of Immigration and Emigration Harsha Petrak wept.", ["Harsha Petrak"]),
        ("Secretary of State for Trade and Industry Nalin Petrak was jailed.", ["Nalin Petrak"]),
        ("Vice-Minister for Water, Roads and Bridges Oran Petrak was convicted.", ["Oran Petrak"]),
        (
            "Lawyers Ana Diaz and Md Kamrul Petrak were convicted.",
            ["Ana Diaz (official)", "Md Kamrul Petrak (official)"],
        ),
    ],
    "a nickname in bare brackets": [
        ("Yaniv (Ben) Malnic, 46, of Kelso, was jailed.", ["Yaniv (Ben) Malnic"]),
        ("Ana (Annie) Brandt was convicted of fraud.", ["Ana (Annie) Brandt"]),
        ("Police held Bohumil (Bob) Petrak.", ["Bohumil (Bob) Petrak"]),
        ("Leopold (Leo) Marsh-Diaz, who fled, was convicted.", ["Leopold (Leo) Marsh-Diaz"]),
        ("Alexandra (Alex) Petrak pleaded guilty.", ["Alexandra (Alex) Petrak"]),
    ],
    "units, ranks and firms": [
        ("The joke angered disgraced ex SEAL Eddie Petrak. Former SEAL Petrak wept.", ["Eddie Petrak"]),
        ("Ida Marsh was strangled by Lance Marsh.", ["Ida Marsh", "Lance Marsh"]),
        ("Lance Corporal Ana Roe and Lance Sergeant Petrak were fined.", ["Ana Roe", "Petrak (official)"]),
        (
            "India Marsh fled. In 2015 she launched India Marsh Style, an online business which sells toys.",
            ["India Marsh", "India Marsh Style (company)"],
        ),
        ("The jury found the former Kelso Technology Officer guilty.", []),
    ],
}

KNOWN_FAILURES: dict[str, list[Row]] = {
    "a surname taken for a place": [
        ("Leo Okoro and Ana Okoro were charged with theft.", ["Leo Okoro", "Ana Okoro"]),
    ],
    "numbered names": [
        ("Leo Marsh III was convicted of arson.", ["Leo Marsh III"]),
    ],
    "titles before the name": [
        ("Det. Sgt. Ana Diaz thanked the witnesses.", ["Ana Diaz (official)"]),
    ],
    "victims behind a comma": [
        ("Leo Marsh was jailed over the death of his wife, Ana Diaz.", ["Leo Marsh", "Ana Diaz (victim)"]),
    ],
}


def named(text: str, extractor: Extractor) -> list[str]:
    doc = extractor.doc(Article(name="test", text=text))
    people: list[Person] = []
    for span in doc.spans["people"]:
        person = span._.mention.person
        if person is not None and person not in people:
            people.append(person)
    return [person.name + marks(person) for person in people]


def marks(person: Person) -> str:
    said = [mark for mark in ("official", "victim", "company") if getattr(person, mark)]
    return f" ({', '.join(said)})" if said else ""


@pytest.mark.parametrize(("text", "expected"), cases(TABLE, KNOWN_FAILURES))
def test_people(text: str, expected: list[str], extractor: Extractor) -> None:
    assert named(text, extractor) == expected


def mentions(text: str, extractor: Extractor) -> dict[str, list[str]]:
    """Each name as written -> the names of those it stands for."""
    found: dict[str, list[str]] = {}
    doc = extractor.doc(Article(name="test", text=text))
    for span in doc.spans["people"]:
        mention = span._.mention
        bearers = [mention.person] if mention.person else list(mention.family)
        if bearers:
            found.setdefault(span.text, []).extend(person.name for person in bearers)
    return found


def test_later_mentions_are_the_same_person(extractor: Extractor) -> None:
    text = "Ana Maria Diaz, 34, was charged with theft. Diaz pleaded guilty. Ms. Diaz was fined."
    assert mentions(text, extractor) == {"Ana Maria Diaz": ["Ana Maria Diaz"], "Diaz": ["Ana Maria Diaz"] * 2}


def test_a_family_stands_for_all_who_bear_the_name(extractor: Extractor) -> None:
    text = "Leo Brandt and Ana Brandt were charged with theft. On Friday the Brandts pleaded guilty."
    assert mentions(text, extractor)["Brandts"] == ["Leo Brandt", "Ana Brandt"]


@pytest.mark.parametrize(
    ("text", "word", "gender"),
    [
        ("Mr Marsh was charged. He wept.", "He", "m"),
        ("Ms Diaz was charged. She wept.", "She", "f"),
        ("The businesswoman was charged.", "businesswoman", "f"),
        ("The congressman was charged.", "congressman", "m"),
        ("The defendant was charged.", "defendant", None),
    ],
)
def test_gender_of_pronouns_and_nouns(text: str, word: str, gender: str | None, extractor: Extractor) -> None:
    doc = extractor.doc(Article(name="test", text=text))
    assert [s._.mention.gender for s in doc.spans["people"] if s.text.endswith(word)] == [gender]


# text, with words in brackets that are found as a name -> why they are none
REFUSED = [
    ("THE JURY FOUND [LEO MARSH] GUILTY OF THEFT.", "capitals"),
    ("The trial of [Operation Tribunal-1] began.", "in no name"),
    ("Police in [Millbrook] held two men.", "preposition"),
    ("The [Kelso Nights] opened on Friday.", "article"),
    ("The '[Kelso Heiress]' was arrested.", "is called"),
    ("The victim was [Torch Whipped] in Kelso.", "was done"),
    ("[Kelso Man Sentenced] to ten years for arson, the paper said.", "a headline"),
    ("Also Indicted on Charges of [Bribe Receiving], the paper said.", "charged"),
    ("[Marsh Green High School] was closed on Friday.", "a body"),
    ("A jury found a former Kelso [Technology Officer] guilty.", "an office"),
    ("Police held 52 [Kelso Rangers] on Friday.", "many"),
    ("[Jane] Doe was assaulted.", "hides"),
    ("KELSO, May 3 ([Harbor Wire]) - Leo Marsh was fined.", "dateline"),
    ("A [Millbrook] man was charged with theft.", "from"),
    ("Only [Bo] was charged.", "short"),
    ("The judge asked [Leo and] others.", "small"),
    (
        "[Leo Marsh] jailed for theft\n\nKELSO - A man of 34 was jailed for theft on Friday, the court said.",
        "headline",
    ),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_why_words_are_no_name(text: str, reason: str, extractor: Extractor) -> None:
    start, end = text.index("["), text.index("]") - 1
    span = extractor.nlp(text.replace("[", "").replace("]", "")).char_span(start, end)
    assert span is not None
    assert len(REFUSED) == len(CHECKS)
    assert reason in (why_no_name(span, NameWords(Rulebook.load().sets)) or "")
