"""Lists within a sentence: names that commas, semicolons and "and" part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from casefacts.clause import FINITE
from casefacts.entities.lists.name_list import PARTING, NameList
from casefacts.marks import mention_of
from casefacts.numerals import number

_BETWEEN = 24  # tokens that ages, towns and trades may take up between two names of a list
_HOLDING = {"of", "at", "for", "with"}
_JOINING = {"and", "&", ";"}
# As which the tagger takes nouns before names: "deckhands Max Poe", "cook Ida Lund"; not "and fined Max Poe"
_MISTAKEN = {"VB", "VBP", "VBZ"}
_AGE_BEHIND = re.compile(r",? ?\(?(?:aged )?[1-9]\d\b")
# An item between commas that is no name that could be read: ", Kadir,"
_BARE = re.compile(r", (?:[A-Z][\w'-]+)(?: [A-Z][\w'-]+){0,2}(?:,| and|, and)")
_AGES = re.compile(r", [1-9]\d,")
# What stands between the number of people and the first name: "the four men are: Ana Roe, ..."
_LEADING = {":", ",", "-", "–", "—", "(", "are", "were", "is", "as", "identified", "named"}
# What is said of those who worked on a case
_AT_WORK = re.compile(
    r"\bunder the (?:\w+ )?(?:supervision|command|direction)|\bfor their (?:work|help|assistance)\b"
    r"|\bappear(?:ed|ing|s)? for\b|\bassist(?:ed|ance|ing)\b"
    r"|\b(?:prosecut|investigat|handl|defend|represent)ed by\b|\bthank(?:s|ed)?\b"
)
_INCLUDING = re.compile(r"\b(?:including|among them|include|includes|included|such as)\W{0,3}$")


def within_sentences(doc: Doc, names: list[Span]) -> Iterator[NameList]:
    """The lists of names in the sentences of a Doc."""
    run: list[Span] = []
    for before, name in pairwise(_without_employers(names)):
        if _parts_names(doc, before, name):
            run = [*run, name] if run and run[-1] is before else [before, name]
            continue
        yield from _as_list(doc, run)
        run = []
    yield from _as_list(doc, run)


def _without_employers(names: list[Span]) -> list[Span]:
    """The names but for those that only tell who somebody is: "Max Poe, head of Kelso Mills, and ..."."""
    kept: list[Span] = []
    for name in names:
        before = name.doc[kept[-1].end : name.start] if kept else name.doc[0:0]
        apposed = len(before) > 2 and before[0].text == "," and before[0].sent.start == name.sent.start
        employs = apposed and (mention_of(name).person.company or _is_told_of(before))
        if not (employs and _leads_to_employer(before)):
            kept.append(name)
    return kept


def _is_told_of(before: Span) -> bool:
    """ ", a leader of": what stands between a name and another that belongs to its apposition."""
    return before[1].lower_ in ("a", "an", "the") and before[-1].lower_ == "of"


def _as_list(doc: Doc, run: list[Span]) -> Iterator[NameList]:
    if len(run) < 2:
        return
    more = _with_others(run[-1])
    if more or _is_joined(run) or all(_is_aged(name) for name in run):
        sentence = run[0].sent
        before = doc[sentence.start : run[0].start].text
        at_work = _AT_WORK.search(sentence.text) is not None
        whole = not (_skips(run) or _is_begun_before(run[0]) or _goes_on(run) or _is_of_others(run))
        yield NameList(tuple(run), more or _INCLUDING.search(before) is not None, whole, at_work)


def _is_joined(run: list[Span]) -> bool:
    """Whether "and" or its like stands before the last name; between two names a semicolon is none."""
    last = run[-1].doc[run[-2].end : run[-1].start]
    return any(token.lower_ in _JOINING for token in last if len(run) > 2 or token.text != ";")


def _with_others(last: Span) -> bool:
    """ "Ana Roe, Max Poe and eight others"."""
    behind = [token.lower_ for token in last.doc[last.end : min(last.end + 4, last.sent.end)]]
    return behind[:1] == ["and"] and not {"other", "others"}.isdisjoint(behind)


def _is_aged(name: Span) -> bool:
    return _AGE_BEHIND.match(name.doc[name.end : name.end + 4].text) is not None


def _gaps(run: list[Span]) -> list[Span]:
    return [name.doc[name.end : after.start] for name, after in pairwise(run)]


def _skips(run: list[Span]) -> bool:
    """Whether an item between two names could not be read: between semicolons, or alone between commas."""
    gaps = _gaps(run)
    if any(sum(token.text == ";" for token in gap) > 1 or len(_AGES.findall(gap.text)) > 1 for gap in gaps):
        return True
    bare = sum(_BARE.fullmatch(gap.text.strip()) is not None for gap in gaps)
    return 0 < bare < len(gaps) and not any(_is_aged(name) for name in run)


def _is_begun_before(first: Span) -> bool:
    """Whether the list begins with an item before its first name: "Kadir, 20, Max Poe, 34, and ..."."""
    doc, i = first.doc, first.start - 1
    if doc[i].text == ")":  # "Kadir and (below) Max Poe, Ana Roe and ..."
        i = next((j for j in range(i, first.sent.start, -1) if doc[j].text == "("), i) - 1
    while i > first.sent.start and (doc[i].pos_ in ("NOUN", "ADJ") or doc[i].ent_type_ == "NORP"):
        i -= 1  # "Kadir, British counsel Max Poe, ..."
    if i <= first.sent.start or doc[i].text not in (";", ",", "and"):
        return False
    item = doc[i - 1]
    return doc[i].text == ";" or re.fullmatch(r"[1-9]\d|\)", item.text) is not None or item.ent_type_ == "PERSON"


def _goes_on(run: list[Span]) -> bool:
    """Whether a list with semicolons goes on behind its last name."""
    doc, last = run[-1].doc, run[-1]
    if not any(token.text == ";" for gap in _gaps(run) for token in gap):
        return False
    for token in doc[last.end : last.sent.end]:
        if token.tag_ in FINITE or token.text == ";":
            return token.text == ";"
    return False


def _is_of_others(run: list[Span]) -> bool:
    """Whether the text gives another number of people than it names: "The four men are Ana Roe and Max Poe"."""
    i = run[0].start - 1
    while i >= run[0].sent.start and run[0].doc[i].lower_ in _LEADING:
        i -= 1
    if i < run[0].sent.start or run[0].doc[i].tag_ != "NNS":
        return False
    counted = [number(token.text) for token in run[0].doc[max(i - 4, run[0].sent.start) : i] if token.tag_ == "CD"]
    return bool(counted) and counted[-1] != len(run)


def _parts_names(doc: Doc, before: Span, name: Span) -> bool:
    """Whether between two names of one sentence there stands only what stands between those of a list."""
    between = doc[before.end : name.start]
    if not 0 < len(between) < _BETWEEN or between[0].sent.start != name.sent.start or _is_prose(between):
        return False
    semicolon = any(token.text == ";" for token in between)
    if semicolon or all(_is_part(token) for token in between):
        return semicolon or any(token.text in (",", "and", "&") for token in between)
    return between[0].text == "," and (_is_kinship(between) or _is_apposition(between))


def _is_prose(between: Span) -> bool:
    """Whether the second name depends on the words between, or a verb stands there."""
    if between[0].tag_ == "POS" or between[-1].lower_ in _HOLDING:  # "Max Poe, former president of Poe Inc"
        return True
    told = any(child.dep_ == "nsubj" and child.i >= between.start for child in between[-1].lefts)  # ", police held"
    return told or any(token.tag_ in FINITE or token.text == ":" for token in between[:-1])  # "and deckhands Max Poe"


def _is_kinship(between: Span) -> bool:
    """ "her husband Max Poe, his mother Ida Poe and his brother Leo Poe"."""
    return len(between) == 3 and between[1].tag_ == "PRP$" and between[2].pos_ == "NOUN"


def _is_apposition(between: Span) -> bool:
    """ "Ana Roe, a clerk, and Max Poe, her brother,"."""
    return between[-1].lower_ in ("and", ",") and between[1].lower_ in ("a", "an", "the")


def _leads_to_employer(before: Span) -> bool:
    """Whether what stands before a company's name tells who works there: "head of", "head of Kelso Mill and"."""
    words = list(before)
    if words[-1].lower_ == "and":
        words.pop()
        while words and words[-1].tag_ in ("NNP", "NNPS", "CD"):
            words.pop()
    return words[-1].lower_ in _HOLDING and not any(
        token.like_num for token in before
    )  # "Roe, 21, of Kelso and Poe Inc"


def _is_part(token: Token) -> bool:
    return (
        token.lower_ in PARTING
        or token.like_num
        or token.ent_type_ in ("GPE", "LOC", "CARDINAL", "DATE")
        or token.tag_ in ("NNP", "PRP$")
        or token.text in ('"', "'")
        or token.pos_ == "NOUN"  # "and his wife Ana Roe"
        or _leads_to_noun(token)
    )


def _leads_to_noun(token: Token) -> bool:
    behind = token.nbor().pos_ if token.i + 1 < len(token.doc) else token.pos_
    if token.pos_ == "ADJ":
        return behind in ("ADJ", "NOUN")  # "executive officers Max Poe"
    return token.tag_ in _MISTAKEN and behind == "PROPN"
