"""`explain --who`: the cast of an article, as lines and as data; every place holds the words that it tells."""

from __future__ import annotations

import json

from casefacts.extractor import Extractor
from casefacts.read import article
from casefacts.who import as_json, as_lines, who

TEXT = (
    "Two brothers were jailed for arson on Monday.\n\n"
    "Max Roe, 34, and Leo Roe, 31, of Kelso, had denied it. They were jailed for six years.\n\n"
    "Three nurses were acquitted of theft.\n"
)


def test_people_groups_links_and_refusals(extractor: Extractor) -> None:
    cast = who(extractor, article(TEXT))
    assert [(entity.name, entity.ages) for entity in cast.entities] == [("Max Roe", (34,)), ("Leo Roe", (31,))]
    assert cast.groups == (("Max Roe", "Leo Roe"),)
    links = {link.text: (link.names, link.by) for link in cast.links}
    assert links["Two brothers"] == (("Max Roe", "Leo Roe"), "group")
    assert links["They"] == (("Max Roe", "Leo Roe"), "group")
    assert "Three nurses" not in links


def test_places_hold_the_words(extractor: Extractor) -> None:
    cast = who(extractor, article(TEXT))
    for entity in cast.entities:
        assert TEXT[slice(*entity.mentions[0])] == entity.name
    for link in (*cast.links, *cast.refusals):
        assert TEXT[link.start : link.end] in link.text


def test_lines_and_json_tell_the_same(extractor: Extractor) -> None:
    cast = who(extractor, article(TEXT))
    lines = list(as_lines(cast))
    data = json.loads(json.dumps(as_json(cast)))
    assert len(lines) == sum(len(data[key]) for key in ("entities", "groups", "links", "refusals"))
    assert lines[0].startswith("Max Roe: he, 34")
    assert "group: Max Roe, Leo Roe" in lines
