"""Lists of people by layout and punctuation alone: names between commas, behind a colon, or one a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

_BETWEEN = 24  # tokens that ages, towns and trades may take up between two names of a list
_PARTING = {",", ";", "(", ")", "and", "&", "of", "from", "aged", "both", "then", "now", "-", "a/k/a", "aka", "alias"}
_JOINING = {"and", "&", ";"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_AGE_BEHIND = re.compile(r",? ?\(?(?:aged )?[1-9]\d\b")
# 'Ana Roe, also known as "Doc" and "Ace", 34, of Kelso'
_AGE_IN_LINE = re.compile(
    r"(?:,? ?\(?(?:a\.?k\.?a\.?|a/k/a|aka|alias|also known as|nicknamed)[^.;]{0,80}?)?,? ?\(?(?:aged )?[1-9]\d\b"
)
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

    `open` where the text says that there are more ("including"), `at_work` where they worked on the case.
    """

    names: tuple[Span, ...]
    open: bool = False
    at_work: bool = False

    @property
    def start(self) -> int:
        """The token with which it begins."""
        return self.names[0].start


def name_lists(doc: Doc, names: list[Span]) -> list[NameList]:
    """The lists of a Doc in text order: within a sentence, and one a line or one a sentence with an age each."""
    found: list[NameList] = []
    people = [name for name in names if not _is_street(name)]
    for each in sorted((*_within_sentences(doc, people), *_one_a_line(doc, people)), key=lambda each: each.start):
        if found and each.names[0] in found[-1].names:  # one list goes on with the last name of the other
            known = found.pop()
            joined = (*known.names, *(name for name in each.names if name not in known.names))
            each = NameList(joined, known.open, known.at_work or each.at_work)
        found.append(each)
    return found


def _is_street(name: Span) -> bool:
    """Whether a house number or an ordinal stands before: "of 41 Whitney Chase", "96th Street"."""
    before = [token for token in name.doc[max(name.start - 4, 0) : name.start] if not token.is_space][-2:]
    if not before:
        return False
    numbered = before[-1].is_digit and before[0].lower_ in ("of", "at", "from", "on")
    return numbered or re.fullmatch(r"\d*(?:st|nd|rd|th)", before[-1].lower_) is not None


def _within_sentences(doc: Doc, names: list[Span]) -> Iterator[NameList]:
    run: list[Span] = []
    for before, name in pairwise(names):
        if _parts_names(doc, before, name):
            run = [*run, name] if run and run[-1] is before else [before, name]
            continue
        yield from _as_list(doc, run)
        run = []
    yield from _as_list(doc, run)


def _as_list(doc: Doc, run: list[Span]) -> Iterator[NameList]:
    if len(run) < 2:
        return
    last = doc[run[-2].end : run[-1].start]
    joined = any(token.lower_ in _JOINING for token in last)
    aged = all(_AGE_BEHIND.match(doc[name.end : name.end + 4].text) for name in run)
    if joined or aged:
        sentence = run[0].sent
        before = doc[sentence.start : run[0].start].text
        at_work = _AT_WORK.search(sentence.text) is not None
        yield NameList(tuple(run), _INCLUDING.search(before) is not None, at_work)


def _parts_names(doc: Doc, before: Span, name: Span) -> bool:
    """Whether between two names of one sentence there stands only what stands between those of a list."""
    between = doc[before.end : name.start]
    if not 0 < len(between) < _BETWEEN or between[0].sent.start != name.sent.start or between[0].tag_ == "POS":
        return False
    if any(token.tag_ in _FINITE or token.text == ":" for token in between[:-1]):  # "and deckhands Max Poe"
        return False
    semicolon = any(token.text == ";" for token in between)
    if semicolon or all(_is_part(token) for token in between):
        return semicolon or any(token.text in (",", "and", "&") for token in between)
    # "Ana Roe, a clerk, and Max Poe, her brother,"
    return between[0].text == "," and between[-1].lower_ in ("and", ",") and between[1].lower_ in ("a", "an", "the")


def _is_part(token: Token) -> bool:
    return (
        token.lower_ in _PARTING
        or token.like_num
        or token.ent_type_ in ("GPE", "LOC", "CARDINAL", "DATE")
        or token.tag_ == "NNP"
        or token.text in ('"', "'")
        or (token.tag_ == "PRP$" or token.pos_ == "NOUN")  # "and his wife Ana Roe"
        or (token.pos_ == "VERB" and token.i + 1 < len(token.doc) and token.doc[token.i + 1].pos_ == "PROPN")
    )


def _one_a_line(doc: Doc, names: list[Span]) -> Iterator[NameList]:
    """Neighbouring lines or sentences that each begin with another name and an age, as in a roll of defendants."""
    starts = {name.start: name for name in names}
    run: list[Span] = []
    for sentence in doc.sents:
        first = next((token for token in sentence if not (token.is_space or token.is_punct)), None)
        if first is None:
            continue
        name = starts.get(first.i)
        if name is not None and _AGE_IN_LINE.match(doc[name.end : min(name.end + 30, sentence.end)].text):
            run.append(name)
        else:
            yield from _as_roll(run)
            run = []
    yield from _as_roll(run)


def _as_roll(run: list[Span]) -> Iterator[NameList]:
    if len(run) > 1:
        yield NameList(tuple(run))
