"""Courts and judges as a text names them: "District Court for the Northern District of Ohio", "Mr Justice Arlow"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from babel import Locale
from spacy.tokens import Doc, Span

from casefacts.forms import text_of

_G = r"\s{1,20}"  # a gap; hard-wrapped lines are indented
_WORD = r"(?:[A-Z][\w.'’&-]{0,30}|\d{1,3}(?:st|nd|rd|th))"
_SMALL = r"(?:and|of|for|the|St\.)"
_KIND = (
    r"(?:Crown|Magistrates?['’]?s?|District|Superior|Supreme|High|County|Circuit|Federal|Criminal|Central|Municipal|Sheriff"
    r"|Security|Appeals?|Appellate|Regional|City|Military|Special|Juvenile|Youth|Family|Pleas|Sessions|Provincial|State"
    r"|Anti-Corruption|Trial|Speedy)"
)
_PLAIN_KIND = (
    r"(?:federal|state|district|crown|high|supreme|superior|county|circuit|criminal|provincial|magistrates?['’]?s?|appeals?"
    r"|military|special|security|sessions|municipal|regional|city|anti-terrorism|anti-corruption|accountability|anti-graft|fast-track|local)"
)
_TITLED = r"(?:Judge|Justice|Magistrate)\b"
_OF = (
    rf"(?:{_G}of{_G}(?:the{_G})?(?:Criminal{_G}|Common{_G}|Civil{_G})?(?:Appeals?|Cassation|Sessions?|Pleas|Assizes|Justice"
    rf"|(?!{_TITLED}){_WORD}(?:{_G}(?!{_TITLED}){_WORD}){{0,3}}))"
)
_FOR = (
    rf"(?:{_G}for{_G}(?:the{_G})?(?:former{_G})?{_WORD}(?:{_G}{_WORD}){{0,2}}"
    rf"(?:{_G}of{_G}(?:the{_G})?{_WORD}(?:{_G}{_WORD})?)?)"
)
_NUMBER = r"(?:\s?\([A-Z]{2,5}\))?(?:\s?-\s?(?:\d{1,2}|[IVX]{1,4})\b|(?<=Tribunal)\s\d\b)?"
_NOT_ITSELF = (
    rf"(?!{_G}(?:papers|records|documents|officials|order|hearing|appearance|case|filings?|system|clerk|reporter|martial"
    r"|battle|action|Street|Road|House|TV|Martial)\b|\w|-(?:martial|appointed|ordered))"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
# "Southwark Crown Court", "Court of Common Pleas of Kelso County", "Special Tribunal for Kelso", "Kelso federal court",
# "a state court in Georgia", "a court in Kelso", "a mobile court", "Kelso magistrates"
_COURT = re.compile(
    rf"\b[Aa]{_G}court{_G}in{_G}(?!{_MONTH}){_WORD}(?:,?{_G}{_WORD}){{0,2}}"
    rf"|(?:\bstate{_G})?(?:{_WORD}{_G}(?:{_SMALL}{_G}(?={_WORD}))?){{0,6}}(?:Court|Tribunal){_NUMBER}{_OF}?{_FOR}?{_NOT_ITSELF}"
    rf"|(?:\bspecial{_G})?(?:{_WORD}{_G}(?:of{_G}(?={_WORD}))?){{1,4}}(?:{_PLAIN_KIND}{_G}){{0,3}}(?:[Cc]ourt|[Tt]ribunal){_NUMBER}{_NOT_ITSELF}"
    rf"|\b(?:{_PLAIN_KIND}{_G}){{1,2}}court{_G}in{_G}(?!{_MONTH}){_WORD}(?:,?{_G}{_WORD}){{0,2}}"
    r"|\bmobile\scourt\b"
    rf"|(?:{_WORD}{_G}){{1,3}}[Mm]agistrates\b{_NOT_ITSELF}"
    r"|Old Bailey|\bICC\b|\bICT(?:-\d)?\b"
)
# What leads to a court's name, and is no part of it
_LEADING = re.compile(
    r"(?:(?:The|A|a|An|AN|In|At|On|Another|Every|Each|No|By|From|And|But|When|While|After|His|Her|Their|Our|Before|Outside(?:\s+of)?|Inside|Bypassing(?:\s+the)?|Today|Yesterday"
    r"|Mr|Mrs|Ms|Dr|Chief|Judge|Justice|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan\w*|Feb\w*|March|April|June|July|Aug\w*"
    r"|Sept\w*|Oct\w*|Nov\w*|Dec\w*)\b\.?,?\s+)+"
)
_BARE = re.compile(
    r"(?:the\s+|.*\b(?:Contempt|Clerks?|Rules?|Officers?)\s+of\s+(?:the\s+)?)?"
    r"(?:Court|court|Tribunal|tribunal|Trial Court|Open Court|Magistrates|magistrates)"
)
_NATIONAL = re.compile(r"(\S+)\s+(?:court|tribunal)")
_OWN = re.compile(r"['’]s$")

_TITLE = (
    r"(?:(?:Lord|Lady|Mr|Mrs|Ms|Madam|Chief|Associate|District|Circuit|Senior|Deputy)\.?\s+)*"
    r"(?:Judge\s+Advocate(?:\s+General)?|Judges?|Justices?|Magistrates?|Recorder|[Tt]he\s+Honou?rable)"
)
_RANK = r"(?:(?:Hon|Honou?rable|Dr|Col|Lt|Gen|Maj|Capt)\.?\s+)*"
_PART = r"(?:[A-Z][\w'’.-]*|de|van|von|der|den|la|le|al|el|bin|Ó)"
_NAME = rf"{_RANK}[A-Z][\w'’.-]*(?:\s{{1,20}}{_PART}){{0,4}}"
# "Judge Wm. St. Cloud", "Supreme Court Justice Ida Lund", "judge Larry Poe", "the judge, Ida Lund,"
_JUDGE = re.compile(
    rf"\b(?P<title>{_TITLE})\s{{1,20}}(?P<name>{_NAME}(?:\s+and\s+{_NAME})?)"
    rf"|\b(?P<small>judges?|justices?|magistrates?)\s{{1,20}}(?P<named>{_NAME}(?:\s+and\s+{_NAME})?)"
    rf"|\b(?:[Jj]udge|[Mm]agistrate|[Jj]udge [Aa]dvocate(?: [Gg]eneral)?),\s{{1,20}}(?P<apposed>{_NAME})(?=,)"
)
# "ICT", "ICT-1"
_SHORT = re.compile(r"[A-Z]{2,5}(?:-\d)?")
# One of which each name of a court, and each title of a judge, has; looking for them costs little
_COURT_WORDS = ("ourt", "ribunal", "agistrates", "Bailey", "ICC", "ICT")
_JUDGE_WORDS = ("udge", "ustice", "agistrate", "ecorder", "onourable", "onorable")
_FORMER = re.compile(r"\b(?:former|retired|ex-?|disgraced)\s*(?:\w+\s+){0,2}$", re.I)
_SHERIFF = re.compile(rf"\bSheriff\s{{1,20}}(?P<name>{_NAME})")
# With which no judge's name begins, and at which it ends
_NO_NAME = re.compile(
    r"(?:Center|Centre|Advocate|Department|Court|Courts|Ministry|Minister|Secretary|Act|Initiative|Project|League|Party|Team"
    r"|Office|Division|Bureau|Programs?|Defense|Clerk|of|in|In|On|At|The|After|Before|When|He|She|A|An|But|And|As)(?![\w.])"
)
_ENDING = re.compile(
    r"\s+(?:On|In|The|At|After|Before|When|He|She|It|But|And|As|To|Who|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\w*"
    r"|January|February|March|April|June|July|August|September|October|November|December"
    r"|QC|KC|de|van|von|der|den|la|le|al|el|bin)\b.*",
    re.S,
)
# "... and Judge Unfair / Harbor District Attorney Ida Lund": a headline, and the line below
_OFFICE = re.compile(r"\b(?:Attorney|Prosecutor|Police|Court)\b")
_RANKED = re.compile(_RANK)


@dataclass(frozen=True)
class Mention:
    """A court or a judge at a place of the text; `start` and `end` are characters of the Doc, `token` its head."""

    kind: Literal["court", "judge"]
    name: str
    start: int
    end: int
    token: int


def mentions(doc: Doc) -> list[Mention]:
    """The courts and judges of an article, in text order, each judge by the fullest name that the article has."""
    found: list[Mention] = []
    scottish = "Sheriff Court" in text_of(doc)
    for sentence in doc.sents:
        text = sentence.text
        if any(word in text for word in _COURT_WORDS):
            found += _courts(sentence)
        if scottish or any(word in text for word in _JUDGE_WORDS):
            found += _judges(sentence, scottish)
    return _fullest(sorted(found, key=lambda mention: (mention.start, mention.end)))


# -- courts -------------------------------------------------------------------------------------------------


def _courts(sentence: Span) -> Iterator[Mention]:
    for match in _COURT.finditer(sentence.text):
        leading = _LEADING.match(match[0])
        start = match.start() + (leading.end() if leading else 0)
        start += _led_by_a_name(sentence, start, match.end())
        name = " ".join(sentence.text[start : match.end()].split()).rstrip(".,")
        worded = name.lower() != name or name == "mobile court"
        if worded and not _BARE.fullmatch(name) and not _is_national(name, sentence, start):
            yield _mention("court", name, sentence, start, match.end())


def _led_by_a_name(sentence: Span, start: int, end: int) -> int:
    """How many characters of "Ida Mary Lund of Kelso Circuit Court" come before the court."""
    before, of, court = sentence.text[start:end].partition(" of ")
    led = (
        bool(of)
        and any(word in court.lower() for word in ("court", "tribunal"))
        and len(before.split()) > 1
        and _is_person(sentence, start, start + len(before))
    )
    return len(before + of) if led else 0


def _is_national(name: str, sentence: Span, start: int) -> bool:
    """ "a Pakistani court", "a Singapore court": of a country, which tells no court."""
    match = _NATIONAL.fullmatch(name)
    if match is None:
        return name.startswith("court in ") and name.removeprefix("court in ") in _countries()
    word = _OWN.sub("", match[1])
    token = sentence.char_span(start, start + len(word), alignment_mode="expand")
    return word in _countries() or (token is not None and token[0].ent_type_ == "NORP")


@cache
def _countries() -> frozenset[str]:
    names = Locale("en").territories
    return frozenset(str(name) for code, name in names.items() if len(code) == 2) | {"US", "UK", "EU", "English"}


# -- judges -------------------------------------------------------------------------------------------------


def _judges(sentence: Span, scottish: bool) -> Iterator[Mention]:
    matches = [*_JUDGE.finditer(sentence.text), *(_SHERIFF.finditer(sentence.text) if scottish else ())]
    for match in matches:
        group = match.lastgroup or "name"
        name, start = _plain(match, group), match.start(group)
        if not name or _NO_NAME.match(name) or _OFFICE.search(name) or _FORMER.search(sentence.text[: match.start()]):
            continue
        if _is_person(sentence, start, match.end(group)):
            yield _mention("judge", name, sentence, start, start + len(match[group].rstrip()))


def _plain(match: re.Match[str], group: str) -> str:
    """The name without rank, title and what the pattern took too much; of several only behind a plural."""
    name = _OWN.sub("", _ENDING.sub("", _RANKED.sub("", match[group]))).strip()
    name = re.sub(rf"^{_TITLED} ", "", name)
    titled = match.groupdict()
    if " and " in name and not (titled.get("title") or titled.get("small") or "").endswith("s"):
        name = name.split(" and ")[0]
    name = " ".join(name.split())
    return name if re.search(r"\b(?:Jr|Sr|[A-Z])\.$", name) else name.rstrip(".,")


def _is_person(sentence: Span, start: int, end: int) -> bool:
    """Whether somebody is named there: "Judge Dismisses Indictment" names nobody."""
    first, last = sentence.start_char + start, sentence.start_char + end
    abbreviated = "." in sentence.text[start:end]  # "Wm. St. Cloud", which no tagger knows
    return abbreviated or any(span.start_char < last and first < span.end_char for span in sentence.doc.spans["people"])


def _mention(kind: Literal["court", "judge"], name: str, sentence: Span, start: int, end: int) -> Mention:
    span = sentence.char_span(start, end, alignment_mode="expand")
    head = span.root.i if span is not None else sentence.start
    return Mention(kind, name, sentence.start_char + start, sentence.start_char + end, head)


def _fullest(found: list[Mention]) -> list[Mention]:
    """ "Judge Ida Lund ... Judge Lund", "International Crimes Tribunal ... the ICT": one, by the fullest name."""
    judges, courts = ({mention.name for mention in found if mention.kind == kind} for kind in ("judge", "court"))
    return [
        replace(
            mention, name=_longest(mention.name, judges) if mention.kind == "judge" else _spelt(mention.name, courts)
        )
        for mention in found
    ]


def _longest(name: str, names: set[str]) -> str:
    fuller = {other for other in names if other.endswith(f" {name}")}
    return max(fuller, key=lambda other: (len(other), other)) if fuller else name


def _spelt(name: str, names: set[str]) -> str:
    """The one name in full that has the initials, and the number, of a court's short one, or that ends in it."""
    if name in ("High Court", "District Court", "Crown Court", "Circuit Court", "Magistrates' Court"):
        placed = [other for other in names if other.endswith(f" {name}")]
        return placed[0] if len(placed) == 1 else name
    if not _SHORT.fullmatch(name):
        return name
    fuller = sorted(other for other in names if other != name and _initials(other) == name.replace("-", ""))
    return fuller[0] if len(fuller) == 1 else name


def _initials(name: str) -> str:
    """ "International Crimes Tribunal-1" is "ICT1"."""
    words = re.findall(r"[A-Z](?=[a-z])|\d+", name)
    return "".join(words)
