"""A copy of a text in which words are written as the rules expect them, and the way back to the text as it stands.

Soft hyphens, characters without width and marks of the writing direction are left out, decomposed accents put
together, blanks of all kinds made one kind and two of them within a sentence one, words that a line end broke joined,
and characters that a wrong encoding garbled ("RenÃ©e") mended. A text without any of these is its own copy.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from dataclasses import dataclass

# Each of these stands in the way of words; one search tells that a text has none.
_ODD = re.compile(
    r"""(?P<nothing>[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+)
    | (?P<blank>[\u00a0\u2000-\u200a\u202f\u205f\u3000])
    | (?P<accents>[^\W\d_][\u0300-\u036f]+)
    | (?P<ligature>[\ufb00-\ufb06])""",
    re.VERBOSE,
)
# "man-\nslaughter", "second-\ndegree", "18-\nmonth": the hyphen with the line end, and the rest of the word
_BROKEN = re.compile(
    r"(?<=[a-z\d])(?P<hyphen>[-\u00ad\u2010])[^\S\n]*\n[^\S\n]*(?=(?P<rest>[a-z]\S*)(?P<gap>[^\S\n]*))"
)
# "pleaded  guilty": two blanks within a sentence; more of them part the columns of a table
_DOUBLE = re.compile(r"(?<=[a-z])  (?=[a-z])")
_WORD_BEFORE = re.compile(r"[^\W\d_]+\Z")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_WORD = 40  # characters
# Where text in UTF-8 was taken for Western: "Ã©", "â€œ", "Â£"
_GARBLED = re.compile(r"[ÂÃâÄÅÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ ]")


@dataclass(frozen=True)
class _Change:
    """What is put in place of `text[start:end]`."""

    start: int
    end: int
    put: str


@dataclass(frozen=True)
class Normalised:
    """The copy; `span` leads from its characters to those of the text as it stands."""

    text: str
    starts: tuple[int, ...] = ()  # of each character of the copy in the text; empty where both are the same
    ends: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` of the copy, which is not empty, stands in the text."""
        return (self.starts[start], self.ends[end - 1]) if self.starts else (start, end)


def normalised(text: str, words: Container[str] = ()) -> Normalised:
    """The copy of a text; `words` are those that a broken word may be one of, beside those of the text itself."""
    ascii_only = text.isascii()
    changes = [] if ascii_only else [*mended(text), *_plain(text)]
    changes += [_Change(*match.span(), " ") for match in _DOUBLE.finditer(text)] if "  " in text else []
    if not ascii_only or "-\n" in text or "- \n" in text:
        changes += _joined(text, words)
    return _applied(text, changes) if changes else Normalised(text)


def _applied(text: str, changes: list[_Change]) -> Normalised:
    changes.sort(key=lambda change: (change.start, -change.end))
    copy: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for change in (*changes, _Change(len(text), len(text), "")):
        if change.start < at:
            continue  # within one that is made already
        copy += (text[at : change.start], change.put)
        starts += range(at, change.start)
        ends += range(at + 1, change.start + 1)
        starts += [change.start] * len(change.put)
        ends += [change.end] * len(change.put)
        at = change.end
    return Normalised("".join(copy), tuple(starts), tuple(ends))


def _plain(text: str) -> Iterator[_Change]:
    """The characters that stand in the way of words."""
    for match in _ODD.finditer(text):
        if match["nothing"]:
            put = ""
        elif match["blank"]:
            put = " "
        else:
            put = unicodedata.normalize("NFC" if match["accents"] else "NFKC", match[0])
        yield _Change(*match.span(), put)


def _joined(text: str, words: Container[str]) -> Iterator[_Change]:
    """The words that a line end broke: the rest goes to the line above, and the line ends behind it.

    The hyphen stays, unless it is a soft one or what it joins is a word without it.
    """
    own: set[str] | None = None
    for match in _BROKEN.finditer(text):
        rest = _WORD.match(match["rest"])
        before = _WORD_BEFORE.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
        put = "-"
        if match["hyphen"] == "\u00ad":
            put = ""
        elif rest and before:
            word = f"{before[0]}{rest[0]}"
            if own is None:
                own = set(_WORD.findall(text))
            put = "" if word in own or word in words or word.lower() in words else "-"
        yield _Change(match.start(), match.end(), put)
        if match["gap"]:
            yield _Change(*match.span("gap"), "\n")


def mended(text: str) -> list[_Change]:
    """What a wrong encoding garbled, mended; nothing where the text is as likely meant so."""
    if not _GARBLED.search(text):
        return []
    import ftfy  # here because most texts need it not
    from ftfy.badness import is_bad
    from ftfy.chardata import UTF8_DETECTOR_RE

    if not is_bad(text):
        return []
    found = ((match, ftfy.fix_encoding(match[0])) for match in UTF8_DETECTOR_RE.finditer(text))
    # what is mended may be a soft hyphen
    return [_Change(*match.span(), normalised(put).text) for match, put in found if put != match[0]]
