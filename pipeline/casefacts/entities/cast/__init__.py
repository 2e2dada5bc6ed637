"""Who stands behind the phrases of an article that name nobody: decided once, before any statement is made.

A sieve of passes, the surest first (Raghunathan et al. 2010; Lee et al. 2013): what the text states, nouns that
describe one person only, lists, groups, then leads ("A Kelso man was convicted ...", named three sentences on). Each
link keeps its pass and its reason, each refusal too; where two people fit, a pass refuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span

from casefacts.entities.cast.links import Cast, Group, Link, Refusal, distinct
from casefacts.entities.cast.passes import FOR_ONE, FOR_SEVERAL
from casefacts.entities.cast.passes.pronouns import (
    behind_among,
    behind_introduced,
    governed,
    of_main_clause,
    said_to_be,
)
from casefacts.entities.cast.scene import Scene, sentence_numbers
from casefacts.entities.lists import NameList
from casefacts.entities.phrases import Phrase, phrases
from casefacts.forms import text_of
from casefacts.numerals import number
from casefacts.rulebook import Rulebook

# "The boy, who cannot be named for legal reasons, ..."
_NAMELESS = re.compile(r"\b(\w+),? who (?:cannot|can't|can’t|may not) (?:legally )?be (?:named|identified)\b")

__all__ = ["Cast", "Casting", "Group", "Link", "Refusal"]

# What stands behind a name with those whom the text only counts
_OTHERS = re.compile(r"(?:and|, (?:along|together) with|,? alongside|(?:along|together) with) ([\w-]+) others?\b")
_TOLD = 6  # tokens


class Casting:
    """The last stage: writes `doc.user_data["cast"]`."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.words = rulebook.sets

    def __call__(self, doc: Doc) -> Doc:
        if doc.spans["triggers"]:
            doc.user_data["cast"] = _sieved(Scene(doc, self.words))
        else:
            doc.user_data["cast"] = Cast({}, sentence_of=sentence_numbers(doc))
        return doc


def _sieved(scene: Scene) -> Cast:
    """The cast with all links that the passes make, in the order of the text; pronouns last."""
    cast = scene.cast
    cast.groups += (_listed(scene, each) for each in scene.lists)
    cast.groups += _with_others(scene)
    cast.nameless = frozenset(match[1].lower() for match in _NAMELESS.finditer(text_of(scene.doc)))
    for phrase in phrases(scene.doc, cast.things):
        unlinked = phrase.noun in cast.nameless or scene.suffering.strikes(phrase.head)
        link = None if unlinked else _link(scene, phrase)
        if link is not None:
            cast.links[phrase.i] = link
            if len(link.people) > 1:
                complete = link.complete and not _is_one_of_more(phrase)
                cast.groups.append(Group(link.people, phrase.i, phrase.noun, complete, scene.is_accused(phrase)))
    cast.links |= dict(behind_introduced(scene))
    cast.links |= dict(of_main_clause(scene))
    cast.links |= dict(behind_among(scene))
    cast.links |= dict(said_to_be(scene))
    cast.subjects = dict(governed(scene))
    return cast


def _listed(scene: Scene, each: NameList) -> Group:
    """The people of a list; "Police arrested Ana Roe and Max Poe" says that they are accused."""
    root = each.names[0].root
    taken = root.dep_ in ("dobj", "nsubjpass") and root.head.lower_ in scene.words["accusing"]
    return Group(distinct(each.names), each.names[-1].end, complete=each.complete, accused=taken)


def _link(scene: Scene, phrase: Phrase) -> Link | None:
    if phrase.plural and not phrase.in_slot and phrase.size is None:
        return None
    passes = FOR_SEVERAL if phrase.plural else FOR_ONE
    link = next((link for find in passes if (link := find(scene, phrase)) is not None), None)
    one = not phrase.plural and phrase.noun == phrase.head.lower_
    if link is None and one and phrase.noun in scene.words["nominal_participles"]:
        return _link(scene, replace(phrase, plural=True))  # "charges were framed against the accused"
    return link


def _is_one_of_more(phrase: Phrase) -> bool:
    """Whether others are told of beside: "the clerks and two nurses"."""
    return any(mate.dep_ == "conj" and mate.pos_ == "NOUN" for mate in phrase.head.children)


def _with_others(scene: Scene) -> Iterator[Group]:
    """ "Ana Roe, Max Poe and eight others", "Ana Roe, along with eight others"."""
    doc, ending = scene.doc, {name.end: name for name in scene.names}
    for name in scene.names:
        told = _OTHERS.match(doc[name.end : name.end + _TOLD].text)
        count = number(told[1]) if told is not None else None
        if count:
            yield Group(distinct(_listed_to(name, ending)), name.end + 1, complete=False, others=int(count))


def _listed_to(last: Span, ending: dict[int, Span]) -> list[Span]:
    """The names that commas part, up to the last one; `ending` are all by the token behind them."""
    names = [last]
    while names[0].start and last.doc[names[0].start - 1].text == "," and names[0].start - 1 in ending:
        names.insert(0, ending[names[0].start - 1])
    return names
