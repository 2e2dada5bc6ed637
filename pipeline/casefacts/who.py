"""The cast of an article, to be read: its people, its groups, whom its phrases stand for, and what was refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from spacy.tokens import Doc, Token

from casefacts.entities.cast import Cast
from casefacts.entities.phrases import phrase_at
from casefacts.entities.profiles import Profile
from casefacts.extractor import Extractor, place
from casefacts.records import Article


@dataclass(frozen=True)
class Entity:
    """A person or company: what the text says beside the name, and where it is named (code points)."""

    name: str
    roles: tuple[str, ...]
    gender: str | None
    ages: tuple[int, ...]
    towns: tuple[str, ...]
    nouns: tuple[str, ...]
    aliases: tuple[str, ...]
    mentions: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Linked:
    """A phrase, whom it stands for, by which pass and why; nobody where it was refused (code points)."""

    text: str
    start: int
    end: int
    names: tuple[str, ...]
    by: str
    reason: str


@dataclass(frozen=True)
class Who:
    """The cast of an article."""

    article: Article
    entities: tuple[Entity, ...]
    groups: tuple[tuple[str, ...], ...]
    links: tuple[Linked, ...]
    refusals: tuple[Linked, ...]


def who(extractor: Extractor, article: Article) -> Who:
    """The cast of one article; phrases in the order of the text, each group once."""
    doc = extractor.doc(article)
    cast: Cast = doc.user_data["cast"]
    entities = [_entity(doc, profile) for profile in sorted(cast.profiles.values(), key=lambda p: p.first.start)]
    groups = dict.fromkeys(tuple(person.name for person in group.members) for group in cast.groups)
    links = [
        _linked(doc, doc[i], tuple(person.name for person in link.people), link.by, link.reason)
        for i, link in sorted(cast.links.items())
    ]
    refused = [_linked(doc, each.phrase.head, (), each.by, each.reason) for each in cast.refusals]
    return Who(article, tuple(entities), tuple(groups), tuple(links), tuple(refused))


def _entity(doc: Doc, profile: Profile) -> Entity:
    person = profile.person
    roles = {"company": person.company, "official": person.official, "victim": person.victim}
    return Entity(
        name=person.name,
        roles=tuple(role for role, has in roles.items() if has),
        gender=person.gender,
        ages=tuple(sorted(profile.ages)),
        towns=tuple(sorted(profile.towns)),
        nouns=tuple(sorted(profile.nouns)),
        aliases=tuple(sorted(person.aliases)),
        mentions=tuple(place(doc, name.start_char, name.end_char) for name in profile.mentions),
    )


def _linked(doc: Doc, head: Token, names: tuple[str, ...], by: str, reason: str) -> Linked:
    phrase = phrase_at(head)
    text = " ".join(phrase.text.split()) if phrase is not None else head.text
    return Linked(text, *place(doc, head.idx, head.idx + len(head)), names, by, reason)


def as_json(cast: Who) -> dict[str, Any]:
    """The cast as plain data."""
    return {"article": cast.article.name} | {key: value for key, value in asdict(cast).items() if key != "article"}


def as_lines(cast: Who) -> Iterator[str]:
    """The cast for reading: people, groups, links, refusals."""
    for entity in cast.entities:
        told = [
            *entity.roles,
            *(("she" if entity.gender == "f" else "he",) if entity.gender else ()),
            *(str(age) for age in entity.ages),
            *(f"of {town}" for town in entity.towns),
            *entity.nouns,
        ]
        aliases = f" (also {', '.join(entity.aliases)})" if entity.aliases else ""
        yield f"{entity.name}{aliases}: {', '.join(told) or 'nothing told'}; named {len(entity.mentions)} times"
    for group in cast.groups:
        yield f"group: {', '.join(group)}"
    for link in cast.links:
        yield f"[{link.start}:{link.end}] {link.text!r} is {', '.join(link.names)} ({link.by}: {link.reason})"
    for refusal in cast.refusals:
        yield f"[{refusal.start}:{refusal.end}] {refusal.text!r} was left open ({refusal.by}: {refusal.reason})"
