"""The faults of a gold file, all at once: what cannot be read, and what can but is hardly meant."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from pydantic import ValidationError

from casefacts.gold import GoldArticle, GoldRecord
from casefacts.normalised import normalised
from casefacts.score import is_name

# Evidence is at most one sentence (guidelines, section 2); longer than this none of ours is.
LONGEST_EVIDENCE = 600
# Fields that describe the place of a record and not the event
_PLACES = {"start", "end", "evidence", "id", "optional", "rule", "attributed_to", "offense_code", "linked_by", "review"}


def faults(path: Path, text_of: Callable[[str], str] | None = None) -> Iterator[str]:
    """One line for each fault: "gold.jsonl:3: ...".

    `text_of` gives the text of an article by its name, and raises ValueError where there is none; without it
    offsets are not checked. Raises OSError and UnicodeDecodeError when the file cannot be read at all.
    """
    seen: dict[str, int] = {}
    ids: Counter[tuple[str, str]] = Counter()
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{path.name}:{number}"
        try:
            article = GoldArticle.model_validate_json(line)
        except ValidationError as error:
            yield from (f"{where}: {_located(line, each['loc'])}{each['msg']}" for each in error.errors())
            continue
        if article.article in seen:
            yield f"{where}: article {article.article!r} is also on line {seen[article.article]}"
        seen.setdefault(article.article, number)
        ids.update((article.article, record.id) for record in (*article.records, *article.rejected) if record.id)
        yield from (f"{where}: {fault}" for fault in _of_article(article, text_of))
    yield from (
        f"{path.name}: the id {id} occurs {times} times in {article!r}"
        for (article, id), times in sorted(ids.items())
        if times > 1
    )


def _located(line: str, location: tuple[int | str, ...]) -> str:
    """Which record and field a message is about: "record 2 (verdict of Ana Roe), outcome: "."""
    if len(location) < 2 or location[0] != "records" or not isinstance(location[1], int):
        return f"{'.'.join(map(str, location))}: " if location else ""
    field = ".".join(map(str, location[2:]))
    named = _name(json.loads(line)["records"][location[1]])
    return f"record {location[1] + 1}{named}{f', {field}' if field else ''}: "


def _name(record: object) -> str:
    if not isinstance(record, dict):
        return ""
    return f" ({record.get('type')} of {record.get('defendant')})"


def _of_article(article: GoldArticle, text_of: Callable[[str], str] | None) -> Iterator[str]:
    events = Counter(_event(record) for record in article.records)
    for number, record in enumerate(article.records, start=1):
        if events[_event(record)] > 1:
            yield f"record {number} ({record.type} of {record.defendant}) is there twice"
            events[_event(record)] = 0
    if text_of is None:
        return
    try:
        text = text_of(article.article)
    except ValueError as error:
        yield f"article {article.article!r}: {error}"
        return
    for number, record in enumerate(article.records, start=1):
        yield from (
            f"record {number} ({record.type} of {record.defendant}): {fault}" for fault in _of_place(record, text)
        )


def _event(record: GoldRecord) -> str:
    """The fields of the event; two life terms, or two bans, differ in nothing but where they stand."""
    place = f"{record.start}-{record.end} " if record.kind in ("other", "life", "death") else ""
    return place + record.model_dump_json(exclude=_PLACES)


def _of_place(record: GoldRecord, text: str) -> Iterator[str]:
    """What is wrong with where the record says it stands."""
    if record.end > len(text):
        yield f"evidence ends at {record.end}, the text at {len(text)}"
        return
    evidence = text[record.start : record.end]
    if record.evidence is not None and normalised(record.evidence).text != normalised(evidence).text:
        yield f"the text has {evidence[:60]!r} there, not {record.evidence[:60]!r}"
    if evidence != evidence.strip():
        yield f"evidence begins or ends with white space: {evidence[:60]!r}"
    elif _cuts_word(text, record.start) or _cuts_word(text, record.end):
        yield f"evidence begins or ends within a word: {evidence[:60]!r}"
    if len(evidence) > LONGEST_EVIDENCE:
        yield f"evidence of {len(evidence)} characters is more than a sentence"
    surname = normalised(record.defendant).text.split()[-1].strip("\"'.,()")
    if is_name(record.defendant) and surname.casefold() not in "".join(normalised(text).text.casefold().split()):
        yield f"the article does not have the name {surname!r}"


def _cuts_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
