"""Lists of people by layout and punctuation alone: names between commas, behind a colon, or one a line.

A list is told whole only if every item of it could be read as a name: where one could not, nobody can say whom "the
defendants" behind it are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from casefacts.numerals import number
from casefacts.stages.sentences import ENTRY

_BETWEEN = 24  # tokens that ages, towns and trades may take up between two names of a list
_PARTING = {
    ",",
    ";",
    "(",
    ")",
    "and",
    "&",
    "of",
    "from",
    "aged",
    "both",
    "all",
    "then",
    "now",
    "-",
    "a/k/a",
    "aka",
    "alias",
}
_HOLDING = {"of", "at", "for", "with"}
_JOINING = {"and", "&", ";"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_AGE_BEHIND = re.compile(r",? ?\(?(?:aged )?[1-9]\d\b")
# What stands between the name of a roll and the age: 'also known as "Doc" and "Ace"', "MD (heart surgery)", "(Doc)"
_AGE_IN_LINE = re.compile(
    r"(?:,? ?\(?(?:a\.?k\.?a\.?|a/k/a|aka|alias|also known as|nicknamed)[^.;]{0,80}?)?"
    r"(?:, [A-Z][A-Z.]{1,5}\b\.?)?(?: ?\([^()]{1,40}\))?,? ?\(?(?:aged )?[1-9]\d\b"
)
_HEADING = 5  # words of a line that names a part of a roll
_BULLETS = {"•", "*", "-", "–", "—"}
_ALIAS = {"alias", "aka", "a/k/a"}
# An item between commas that is no name that could be read: ", Kadir,"
_BARE = re.compile(r", (?:[A-Z][\w'-]+)(?: [A-Z][\w'-]+){0,2}(?:,| and|, and)")
_CALIBRE = re.compile(r"\.?\d+(?:mm)?|mm|gauge|caliber|calibre")
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


@dataclass(frozen=True)
class NameList:
    """The names of one list, in order.

    `open` where the text says that there are more ("including"), `whole` where every item could be read, `at_work`
    where they worked on the case, `roll` where each stands on a line of its own.
    """

    names: tuple[Span, ...]
    open: bool = False
    whole: bool = True
    at_work: bool = False
    roll: bool = False

    @property
    def start(self) -> int:
        """The token with which it begins."""
        return self.names[0].start

    @property
    def complete(self) -> bool:
        """Whether its names are all whom it tells of."""
        return self.whole and not self.open


@dataclass(frozen=True)
class Roll:
    """Lists of names one a line below one `head`, each with its own heading: "Former officers", "Inmates"."""

    head: Span
    parts: tuple[tuple[Span, NameList], ...]

    @property
    def names(self) -> tuple[Span, ...]:
        """The names of all parts, in order."""
        return tuple(name for _, part in self.parts for name in part.names)

    @property
    def complete(self) -> bool:
        """Whether its names are all whom it tells of."""
        return all(part.complete for _, part in self.parts)


def rolls(lists: list[NameList], names: list[Span]) -> list[Roll]:
    """The rolls among the lists of a Doc, parts that stand one below the other joined."""
    named = {token.i for name in names for token in name}
    found: list[Roll] = []
    for part in (each for each in lists if each.roll):
        heading = _line_above(part.names[0].sent)
        if heading is None:
            continue
        above = _line_above(heading) if _is_heading(heading, named) else None
        if found and above is not None and above.start == found[-1].parts[-1][1].names[-1].sent.start:
            found[-1] = Roll(found[-1].head, (*found[-1].parts, (heading, part)))
        else:
            found.append(Roll(above or heading, ((heading, part),)))
    return found


def _line_above(line: Span) -> Span | None:
    """The next line above that has a word."""
    at = line.start - 1
    while at >= 0 and not any(token.is_alpha for token in line.doc[at].sent):
        at = line.doc[at].sent.start - 1
    return line.doc[at].sent if at >= 0 else None


def _is_heading(line: Span, named: set[int]) -> bool:
    """Whether a line names a part of a roll in a few words, and nobody."""
    words = [token for token in line if token.is_alpha]
    prose = line.text.rstrip()[-1:] == "." or any(token.tag_ in _FINITE for token in words)
    return len(words) <= _HEADING and not prose and not any(token.i in named for token in words)


def name_lists(doc: Doc, names: list[Span], titles: frozenset[str], kin: frozenset[str]) -> list[NameList]:
    """The lists of a Doc in text order: within a sentence, and one a line with an age or a bullet each.

    `titles` stand before names; `kin` are nouns that tell of one person by another ("daughter of Ana Roe"). A list has
    two names or more, a part of a roll also one.
    """
    found: list[NameList] = []
    people = _items(names, kin)
    unread = {name.start for name in people if _is_unread(name, titles)}
    rolls = _one_a_line(doc, people, titles)
    for each in sorted((*_within_sentences(doc, people), *rolls), key=lambda each: each.start):
        goes_on = bool(found) and each.names[0] in found[-1].names
        found.append(_joined(found.pop(), each) if goes_on else each)
    return [each for each in (_without(each, unread) for each in found) if len(each.names) > (not each.roll)]


def _joined(known: NameList, more: NameList) -> NameList:
    """Two lists of which one goes on with the last name of the other."""
    names = (*known.names, *(name for name in more.names if name not in known.names))
    at_work, roll = known.at_work or more.at_work, known.roll or more.roll
    return NameList(names, known.open, known.whole and more.whole, at_work, roll)


def _without(each: NameList, unread: set[int]) -> NameList:
    """The list without the names that cannot be right, and not whole if two of its items are one person."""
    names = tuple(name for name in each.names if name.start not in unread)
    people = {name._.mention.person.id for name in names}
    return replace(each, names=names, whole=each.whole and len(people) == len(each.names))


# -- what is no item of a list ----------------------------------------------------------------------------------


def _items(names: list[Span], kin: frozenset[str]) -> list[Span]:
    ends = {name.end for name in names}
    return [name for name in names if not (_is_no_item(name, ends) or _is_of_kin(name, kin))]


def _is_no_item(name: Span, ends: set[int]) -> bool:
    return any(test(name) for test in (_is_street, _is_place, _is_home, _is_make)) or _is_beside(name, ends)


def _is_street(name: Span) -> bool:
    """Whether a house number or an ordinal stands before: "of 41 Whitney Chase", "96th Street"."""
    before = [token for token in name.doc[max(name.start - 4, 0) : name.start] if not token.is_space][-2:]
    if not before:
        return False
    numbered = before[-1].is_digit and before[0].lower_ in ("of", "at", "from", "on")
    return numbered or re.fullmatch(r"\d*(?:st|nd|rd|th)", before[-1].lower_) is not None


def _is_place(name: Span) -> bool:
    """Whether one word stands alone in brackets: "Max Poe (Kelso)"."""
    around = name.doc[max(name.start - 1, 0) : name.end + 1]
    return len(name) == 1 and len(around) == 3 and (around[0].text, around[-1].text) == ("(", ")")


def _is_home(name: Span) -> bool:
    """Whether the names before are said to be from there: "Ana Roe and Max Poe, both of Kelso Springs, and ..."."""
    before = name.doc[max(name.start - 2, 0) : name.start].text.lower().split()
    return len(before) == 2 and before[0] in ("all", "both") and before[1] in ("of", "from")


def _is_beside(name: Span, ends: set[int]) -> bool:
    """Whether it stands in brackets right behind another name: who plays them, or "Max Poe (alias Leo Marsh)"."""
    bracketed = name.end < len(name.doc) and name.doc[name.end].text == ")"
    opens = name.start - 1 - (name.doc[name.start - 1].lower_ in _ALIAS)
    return bracketed and opens in ends and name.doc[opens].text == "("


def _is_make(name: Span) -> bool:
    """Whether it only describes the noun behind it: "a Marsh pistol", "a 9mm Marsh pistol"."""
    behind = name.doc[name.end] if name.end < len(name.doc) else None
    if name.start and not name[0].is_sent_start and _CALIBRE.fullmatch(name.doc[name.start - 1].lower_):
        return True  # the age that ends the line before is no calibre
    return behind is not None and behind.tag_ in ("NN", "NNS") and behind.is_lower and behind.lower_ not in _PARTING


def _is_of_kin(name: Span, kin: frozenset[str]) -> bool:
    """Whether another person is told by it: "Ana Roe, daughter of the singer Ida Roe, and ..."."""
    i = name.start - 1
    while i > name.sent.start and name.doc[i].pos_ in ("NOUN", "PROPN", "DET", "ADJ"):
        i -= 1
    return i > name.sent.start and name.doc[i].lower_ == "of" and name.doc[i - 1].lower_ in kin


def _is_unread(name: Span, titles: frozenset[str]) -> bool:
    """Whether a given name that is not the person's stands before a surname: the "Poe" of "Leo Poe" taken for Max."""
    if len(name) > 1 or name[0].is_sent_start:
        return False
    before, person = name.doc[name.start - 1], name._.mention.person
    given = before.tag_ == "NNP" and before.is_title and before.lower_ not in titles
    return given and len(person.words) > 1 and before.lower_ not in {word.lower() for word in person.words}


# -- lists within a sentence ------------------------------------------------------------------------------------


def _within_sentences(doc: Doc, names: list[Span]) -> Iterator[NameList]:
    run: list[Span] = []
    for before, name in pairwise(_without_employers(names)):
        if _parts_names(doc, before, name):
            run = [*run, name] if run and run[-1] is before else [before, name]
            continue
        yield from _as_list(doc, run)
        run = []
    yield from _as_list(doc, run)


def _without_employers(names: list[Span]) -> list[Span]:
    """The names but for companies that only tell who somebody is: "Max Poe, head of Kelso Mills, and ..."."""
    kept: list[Span] = []
    for name in names:
        before = name.doc[kept[-1].end : name.start] if kept else name.doc[0:0]
        apposed = len(before) > 1 and before[0].text == "," and before[0].sent.start == name.sent.start
        if not (name._.mention.person.company and apposed and _leads_to_employer(before)):
            kept.append(name)
    return kept


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
        if token.tag_ in _FINITE or token.text == ";":
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
    return any(token.tag_ in _FINITE or token.text == ":" for token in between[:-1])  # "and deckhands Max Poe"


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
        token.lower_ in _PARTING
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
    return token.pos_ == "VERB" and token.tag_ != "VBG" and behind == "PROPN"  # "deckhands Max Poe"


# -- rolls ------------------------------------------------------------------------------------------------------


def _one_a_line(doc: Doc, names: list[Span], titles: frozenset[str]) -> Iterator[NameList]:
    """Neighbouring lines that each begin with another name and an age, or with a bullet and a name."""
    starts = {name.start: name for name in names}
    text = doc.user_data.get("text") or doc.text
    run: list[Span] = []
    whole = True
    for line in doc.sents:
        begins = _begins_line(line, text)
        if _is_number(line) or (run and not begins and _bullet(run[-1].sent)):  # ... a bullet's next sentence
            continue
        name = _entry(line, starts, titles) if begins else None
        if name is not None:
            run.append(name)
        elif ENTRY.match(line.text):
            whole = False
        else:
            yield from _as_roll(run, whole)
            run, whole = [], True
    yield from _as_roll(run, whole)


def _as_roll(run: list[Span], whole: bool) -> Iterator[NameList]:
    if run:
        yield NameList(tuple(run), whole=whole, roll=True)


def _begins_line(line: Span, text: str) -> bool:
    """Whether the sentence begins a line, but for a number: "3. Ana Roe, 51, of Kelso"."""
    i = line.start
    while i and (line.doc[i - 1].is_space or line.doc[i - 1].is_punct or line.doc[i - 1].is_digit):
        i -= 1
    end = line.doc[i - 1].idx + len(line.doc[i - 1]) if i else 0
    return not i or "\n" in text[end : line[0].idx + len(line[0])]


def _bullet(line: Span) -> bool:
    return next((token.text in _BULLETS for token in line if not token.is_space), False)


def _is_number(line: Span) -> bool:
    return not any(token.is_alpha for token in line)


def _entry(line: Span, starts: dict[int, Span], titles: frozenset[str]) -> Span | None:
    """The name with which the line of a roll begins, behind a title or a bullet."""
    words = [token for token in line if token.is_alpha]
    first = next((token for token in words if token.lower_ not in titles or token.i in starts), words[0])
    name = starts.get(first.i)
    if name is None:
        return None
    aged = _AGE_IN_LINE.match(line.doc[name.end : min(name.end + 30, line.end)].text)
    return name if aged or _bullet(line) else None
