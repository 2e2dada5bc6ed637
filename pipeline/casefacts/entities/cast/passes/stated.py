"""The surest passes: the text itself says whom a phrase means, by standing beside the name."""

from __future__ import annotations

import re

from spacy.tokens import Span

from casefacts.entities.cast.links import Link, distinct
from casefacts.entities.cast.scene import Scene
from casefacts.entities.phrases import Phrase
from casefacts.marks import mention_of

_REACH = 12  # tokens behind the noun where its apposition may begin
# What may follow a name in apposition; the second comma is often left out: "A young man, Max Poe was convicted"
_BEHIND = {",", ".", ";", ")", "(", "-", "–", "and", "was", "were", "is", "has", "had"}
# What may stand between the noun and the comma or dash: "a mother of three, Ana Roe, ...",
# "a man from Kelso - Max Poe", "the head of a ferry company, Bo Li, ..."
_DESCRIBING = re.compile(
    r"^(?:of \w+ ?(?=,)|(?:from|of) [A-Z]\w+(?:,? [A-Z]\w+){0,3} ?(?=[,–-])|(?:at|of) (?:an?|the) [\w' -]{2,40}(?=,)"
    r"|(?:at|of|on) (?:an?|the) (?:\w+ ){1,3}(?=[–-] ))"
)
_AGED = re.compile(r"(?<=[,–-] )[1-9]\d-year-old$")
_MEMBERS = {"NOUN", "PROPN", "ADJ", "DET", "ADP"}  # what may lead from "including" to the name


def followed_by_name(scene: Scene, phrase: Phrase) -> Link | None:
    """ "a co-defendant, Ana Roe, ...": the name stands in apposition, right behind."""
    if phrase.head.dep_ == "pobj" and phrase.head.head.head.lower_ in scene.offices:
        return None  # "Counsel to the accused, Ana Roe, ...": it names who works for them
    for name in _names_behind(scene, phrase, phrase.end):
        between = scene.doc[phrase.end : name.start]
        if any(token.pos_ in ("VERB", "AUX") for token in between):
            continue
        mark = _DESCRIBING.sub("", _AGED.sub("", between.text)).strip()
        behind = scene.doc[name.end].text if name.end < len(scene.doc) else "."
        if mark == "" or (mark in (",", "-", "–") and behind in _BEHIND):
            return Link((mention_of(name).person,), "stated", f"{phrase.text!r} is followed by the name")
    return None


def behind_name(scene: Scene, phrase: Phrase) -> Link | None:
    """ "Ana Roe, the Kelso woman who was charged with ...": the name stands right before."""
    start = phrase.head.left_edge.i
    if phrase.head.dep_ != "appos" or not start or scene.doc[start - 1].text != ",":
        return None
    name = next((name for name in scene.names if name.end == start - 1), None)
    if name is None or phrase.head.head not in name:
        return None
    return Link((mention_of(name).person,), "stated", f"{phrase.text!r} stands behind the name")


def including(scene: Scene, phrase: Phrase) -> Link | None:
    """ "The accused, including former inspector Max Poe, were ...": those of them who are named."""
    first = phrase.end + 1 + (scene.doc[phrase.end : phrase.end + 1].text == ",")
    if scene.doc[first - 1 : first].text.lower() != "including":
        return None
    name = next(iter(_names_behind(scene, phrase, first)), None)
    if name is None or any(token.pos_ not in _MEMBERS for token in scene.doc[first : name.start]):
        return None
    listed = next((each.names for each in scene.lists if each.names[0] == name), (name,))
    return Link(distinct(listed), "list", "who is named among them", complete=False)


def _names_behind(scene: Scene, phrase: Phrase, first: int) -> list[Span]:
    """The names of the phrase's sentence that begin at a token or soon behind."""
    sentence = phrase.head.sent.start
    near = [name for name in scene.names if 0 <= name.start - first <= _REACH]
    return [name for name in near if name.sent.start == sentence]
