"""An offense and its words: what stands in the record, and what is cut off at its ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from casefacts.numerals import number
from casefacts.rulebook import lists_of


@dataclass(frozen=True)
class Offense:
    """An offense as worded, from token `start` to `end`; `sure` unless only its place makes it one."""

    text: str
    start: int
    end: int
    code: str | None = None
    counts: int | None = None
    sure: bool = True


# "1 st degree murder": an ordinal that a page prints raised
RAISED = re.compile(r"\b(\d) (?=(?:st|nd|rd|th)\b)", re.I)


_MANY = 1900  # from which on a number before a noun may be a year


def worded(span: Span) -> str:
    text = RAISED.sub(r"\1", re.sub(r"\s+", " ", span.text).strip(" ,;:-–\"'"))
    text = re.sub(
        r"^(?:(?:the|a|an|his|her|their|four|five|six|seven|eight|nine|ten|federal|Class [A-E\d]) )?"
        r"(?:(?:top|main|cold[ -]case) )?"
        r"(?:(?:part|role) in (?:(?:the|a|an|his|her|their) )?)?",
        "",
        text,
    )
    text = re.sub(r"(?<=\w) charges$", "", text)  # "denied both the conspiracy charges"
    if not any(token.tag_ == "IN" for token in span):
        text = re.sub(r"(?<=\w) convictions?$", "", text)  # "jailed on an arson conviction"
    if len(span) > 1 and span[-2].tag_ in ("NN", "NNS", "VB", "VBG"):
        text = re.sub(r" cases?$", "", text)  # "acquitted in the bribery case"
    return re.sub(r"^(?:to (?=\w+ing\b)|(?:19|20)\d\d )", "", text)  # "(admitted) to helping kill", "1994 robbery"


def hit_label(starts: dict[int, Span], start: int, end: int) -> str:
    inside = [hit for at, hit in starts.items() if start <= at < end]
    coded = [hit for hit in inside if hit.kb_id_]  # "assault as a hate crime" is an assault
    return (coded or inside)[-1].label_ if inside else "offense.open"


def numbered(doc: Doc, item: Offense) -> Offense:
    """ "two breaches of the Public Order Act", "the four murders": how often, where the offense's own noun tells it."""
    if RAISED.match(doc[item.start : item.start + 2].text):
        return item
    start = item.start + (number(doc[item.start].text) is not None)
    told = number(doc[start - 1].text) if start and item.counts is None else None
    noun = next((token.i for token in doc[start + 1 : item.end] if token.tag_ in ("IN", "TO", "VBN")), item.end) - 1
    if not told or told >= _MANY or (doc[noun].tag_ in ("NNS", "NNPS")) != (told > 1):
        return item
    return replace(item, start=start, text=item.text and doc[start : item.end].text, counts=told)


def with_objects(doc: Doc, items: list[Offense]) -> list[Offense]:
    """ "using, inducing or furnishing a drug to a minor" is one offense: bare gerunds take the last one's object.

    Not "rustling, moving sheep without a licence and fraud".
    """
    kept: list[Offense] = []
    shares = False
    for item in reversed(items):
        shares = bool(kept) and _is_bare(doc, item) and _takes_object(doc, item, kept[-1], shares)
        if shares:
            kept[-1] = replace(kept[-1], start=item.start, counts=item.counts or kept[-1].counts)
        else:
            kept.append(item)
    return kept[::-1]


def _is_bare(doc: Doc, item: Offense) -> bool:
    """Whether it is a gerund without an object: "secretly taking over"."""
    words = [token for token in doc[item.start : item.end] if token.tag_ not in ("RB", "RP")]
    if not words or words[0].tag_ != "VBG":
        return False
    return len(words) == 1 or (len(words) == 2 and words[1].lower_ in ("over", "up", "out", "off"))


def _takes_object(doc: Doc, item: Offense, behind: Offense, shared: bool) -> bool:
    """Whether the object of the deed behind is a bare gerund's, too; `shared` if it is that of another before it."""
    joined = shared or any(token.lower_ in ("and", "or") for token in doc[item.end : behind.start])
    return joined and doc[behind.start].tag_ in ("VBG", "RB") and behind.start - item.end <= 2


def without_connectives(doc: Doc, at: int, start: int) -> int:
    """Drop trailing connectives: "theft and", "murder in the"."""
    connectives = lists_of(doc)["connectives"]
    while at > start + 1 and (doc[at - 1].lower_ in connectives or doc[at - 1].is_space):
        at -= 1
    return at
