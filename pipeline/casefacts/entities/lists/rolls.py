"""Rolls: names one a line, each with an age or behind a bullet, below headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from casefacts.clause import FINITE
from casefacts.entities.lists.name_list import NameList, Roll
from casefacts.stages.sentences import ENTRY

# What stands between the name of a roll and the age: 'also known as "Doc" and "Ace"', "MD (heart surgery)", "(Doc)"
_AGE_IN_LINE = re.compile(
    r"(?:,? ?\(?(?:a\.?k\.?a\.?|a/k/a|aka|alias|also known as|nicknamed)[^.;]{0,80}?)?"
    r"(?:, [A-Z][A-Z.]{1,5}\b\.?)?(?: ?\([^()]{1,40}\))?,? ?\(?(?:aged )?[1-9]\d\b"
)
_HEADING = 5  # words of a line that names a part of a roll
_BULLETS = {"•", "*", "-", "–", "—"}


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
    prose = line.text.rstrip()[-1:] == "." or any(token.tag_ in FINITE for token in words)
    return len(words) <= _HEADING and not prose and not any(token.i in named for token in words)


def one_a_line(doc: Doc, names: list[Span], titles: frozenset[str]) -> Iterator[NameList]:
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
