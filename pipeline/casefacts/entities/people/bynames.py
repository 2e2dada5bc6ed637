"""Other names and nicknames: what joins them with the name that somebody bears, in print and in words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span

from casefacts.entities.around import word_before
from casefacts.entities.gazetteer import given_names
from casefacts.entities.people.words import NameWords
from casefacts.forms import text_of

# "Ana Roe (alias", "Ana Roe, better known as", "Ana Roe, dubbed the"; and where the other is the real name
_OTHER_NAME = re.compile(
    r"""[\s,(–—-]*(?:(?:who (?:is|was) )?(?:then |also |better |formerly |previously |professionally )?known as|alias"""
    r"""|aka|a/k/a|a\.k\.a\.|formerly|nicknamed|dubbed|who (?:performs|raps|performed) as)(?: the)?\s*["“'‘]?\s*""",
    re.I,
)
_REAL_NAME = re.compile(
    r"""[”"'’]?[\s,(–—-]*(?:(?:whose )?(?:real|true|birth|legal|full) name(?: is| was|:|,)?|born|né|née)\s*["“]?\s*""",
    re.I,
)
_THE_SAME = re.compile(rf"\b[Tt]he (?P<noun>\w+)(?i:{_REAL_NAME.pattern})\Z")
_QUOTES = "\"“'‘"
_REAL_NAME_REACH = 40  # characters; whatever tells a real name is shorter
_BETWEEN_NAMES = 60  # characters

# "C-Bone", "Lil Max", and one of them before the words that tell the real name
_BYNAME = re.compile(r"(?P<name>[A-Z][\w$.-]*\w(?: [A-Z][\w$.-]*\w){0,2})")
_CALLED = re.compile(rf"{_BYNAME.pattern}(?i:{_REAL_NAME.pattern})\Z")

# "better known as 'Kanji Irfan'", "alias "K. Wasan,""
_QUOTED_ALIAS = re.compile(
    r"""\b(?:known as|alias|aka|a/k/a|a\.k\.a\.|nicknamed|dubbed)(?: the)? ["']"""
    r"""(?P<name>(?:[A-Z][\w.-]*\s?){2,4})[,.]?["']"""
)
# "Carmine "Two Shoes Louie" Roe", "Bo ("Ace") Li"
_NICKNAMED = re.compile(
    r"""\b[A-Z][a-z'-]+ (?:[A-Z]\. )?(?:(["'])[A-Z]\w+(?: [A-Z]\w+){0,2}\1|\((["'])[A-Z]\w+(?: [A-Z]\w+){0,2}\2\))"""
    r""" [A-Z][\w'-]+"""
)
# "Bo (Ace) Li"
_BRACKETED = re.compile(r"\b[A-Z][a-z'-]+ \((?P<nickname>[A-Z][a-z]+)\) [A-Z][\w'-]+")
# ", a/k/a "Doc"", ", also known as Doc,"
_ALIAS = re.compile(r',? ?\(?(?:a/?k/?a\.?|a\.k\.a\.|alias|also known as|known as|nicknamed|aka) ["“\']?(\w+)', re.I)
# The nickname in: Carmine "Two Shoes" Roe
_QUOTED = re.compile(r"""["“'‘]\w[\w' -]{1,24}["”'’]""")


# -- names that are found by these words --------------------------------------------------------------------------


def quoted_aliases(doc: Doc, words: NameWords) -> list[Span]:
    """Other names of several words, whole: the language model takes them apart where quotes stand around them."""
    spans = (doc.char_span(*match.span("name"), label="name") for match in _QUOTED_ALIAS.finditer(text_of(doc)))
    return [span for span in spans if span is not None]


def nicknamed(doc: Doc, words: NameWords) -> Iterator[Span]:
    """Names with a nickname in quotes or brackets: "Carmine "Two Shoes Louie" Roe", "Bo 'Ace' Li", "Ana (Pat) Roe"."""
    bracketed = (match for match in _BRACKETED.finditer(text_of(doc)) if match["nickname"].lower() in given_names())
    for match in itertools.chain(_NICKNAMED.finditer(text_of(doc)), bracketed):
        span = doc.char_span(*match.span(), label="name")
        if span is not None and not span[0].is_stop and not any(token.lower_ in words.titles for token in span):
            yield span


def bynames(doc: Doc, names: Iterable[Span]) -> Iterator[Span]:
    """Wherever the other name of somebody stands: "C-Bone, real name Max Poe", "Max Poe, known as C-Bone"."""
    text = text_of(doc)
    for word in sorted({word for name in names for word in _called(name, text)}):
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text):
            span = doc.char_span(*match.span(), label="name")
            if span is not None:
                yield span


def _called(name: Span, text: str) -> Iterator[str]:
    """What else the text calls the bearer, before or behind the name."""
    before = _CALLED.search(text, max(name.start_char - _REAL_NAME_REACH, 0), name.start_char)
    if before:
        yield before["name"]
    behind = _OTHER_NAME.match(text, name.end_char)
    if behind and behind[0][-1] not in _QUOTES:  # what is in quotes parts no list of names: see `aliases`
        after = _BYNAME.match(text, behind.end())
        if after:
            yield after["name"]


# -- whose they are -----------------------------------------------------------------------------------------------


def other_names(names: list[Span]) -> dict[int, tuple[Span, bool]]:
    """By its first token each name that is another of the one before it; true where it is the real one."""
    found = {}
    for before, name in itertools.pairwise(names):
        between = _between(before, name)
        if 0 < len(between) < _BETWEEN_NAMES and (_OTHER_NAME.fullmatch(between) or _REAL_NAME.fullmatch(between)):
            found[name.start] = (before, _REAL_NAME.fullmatch(between) is not None)
        elif (called := _described(name, names)) is not None:
            found[name.start] = (called, True)
    return found


def _described(name: Span, names: list[Span]) -> Span | None:
    """ "Rapper Lil Ana was held. The rapper, whose real name is Ana Roe": who was called a rapper before."""
    told = _THE_SAME.search(text_of(name.doc), max(name.start_char - _BETWEEN_NAMES, 0), name.start_char)
    if told is None:
        return None
    noun = told["noun"].lower()
    return next((each for each in names if each.start < name.start and word_before(each) == noun), None)


def is_said_real(span: Span) -> bool:
    """Whether it is the name of somebody who is called by another one: "Poe, whose real name is Ronald Poe Lund"."""
    before = text_of(span.doc)[max(span.start_char - _REAL_NAME_REACH, 0) : span.start_char]
    return any(match.end() == len(before) for match in _REAL_NAME.finditer(before))


def aliases(span: Span) -> set[str]:
    """The words of what else the text calls the bearer: the quoted "Doc" or "El Doc" in or right behind the name."""
    inside = re.findall(r"""(?<!\w)["“'](\w+(?: \w+){0,2})["”'](?!\w)""", span.text)
    behind = _ALIAS.match(span.doc[span.end : span.end + 8].text)
    return {word for called in [*inside, *([behind[1]] if behind else [])] for word in called.lower().split()}


# -- nicknames that are no names of others ------------------------------------------------------------------------


def without_nicknames(names: list[Span]) -> list[Span]:
    """The names but for those that stand in quotes within another: the "Max" of: Leo "Two Shoes Max" Roe."""
    nicknames = [
        name
        for before, name, after in zip(names, names[1:], names[2:], strict=False)
        if _QUOTED.fullmatch(_between(before, after).strip())
    ]
    return [name for name in names if name not in nicknames]


def with_quoted(names: list[Span]) -> list[Span]:
    """The names, those that a quoted nickname parts joined: "Kwok-Wai "Kevin" Lam"."""
    joined: list[Span] = []
    for name in names:
        if joined and _QUOTED.fullmatch(_between(joined[-1], name).strip()):
            name = Span(name.doc, joined.pop().start, name.end, label="name")
        joined.append(name)
    return joined


def without_bynames(names: list[Span], words: NameWords) -> list[Span]:
    """The names but for those that tell of somebody who is named beside them."""
    nicknames = {name.start for name, after in itertools.pairwise(names) if _is_nickname(name, after)}
    others = other_names(names)
    kept = (name for name in names if name.start not in nicknames)
    return [name for name in kept if name.start in others or not _is_byname(name, words)]


def _is_nickname(name: Span, after: Span) -> bool:
    """ "the 'Harbour Ripper' Peter Roe": what stands in quotes before a name is no second person."""
    return _between(name, after).rstrip() in ('"', "'") and _is_behind_quote(name)


def _is_byname(name: Span, words: NameWords) -> bool:
    """ "dubbed the 'Harbour Ripper' by police": what somebody is called in quotes is no second person."""
    before = name.doc[max(name.start - 5, 0) : name.start]
    return _is_behind_quote(name) and any(token.lower_ in words.lists["calling"] for token in before)


def _is_behind_quote(name: Span) -> bool:
    return word_before(name) in ('"', "'")


def _between(one: Span, other: Span) -> str:
    """The text between two names, from the first character of a word on."""
    doc = one.doc
    return text_of(doc)[doc[one.end].idx : doc[other.start].idx]
