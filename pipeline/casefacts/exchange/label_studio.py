"""Label Studio: one JSON file of tasks, and the labelling interface for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args
from xml.sax.saxutils import quoteattr

from casefacts.exchange import ExchangeError, Units, carried, extras, fields, record_of, shown
from casefacts.gold import OWN_FIELDS, GoldArticle, GoldRecord
from casefacts.records import Action, Kind, Method, Outcome, Parole, Plea, Prejudice, Status

_CHOICES: dict[str, tuple[str, ...]] = {
    "action": get_args(Action), "plea": get_args(Plea), "outcome": get_args(Outcome), "method": get_args(Method),
    "prejudice": get_args(Prejudice), "kind": get_args(Kind), "status": get_args(Status), "parole": get_args(Parole),
    "optional": ("optional",),
}  # fmt: skip
_COLOURS = {"charge": "#8a5600", "verdict": "#1858ab", "sentence": "#98195f"}
_LABELS = "fact"


def interface() -> str:
    """The labelling interface: a label for each type, and its fields for the chosen words."""
    labels = "".join(f'\n    <Label value="{kind}" background="{colour}"/>' for kind, colour in _COLOURS.items())
    names = dict.fromkeys([*(name for kind in OWN_FIELDS for name in fields(kind)), "optional", "carried"])
    rows = "".join(_control(name) for name in names)
    return (
        f'<View>\n  <Labels name="{_LABELS}" toName="text">{labels}\n  </Labels>\n'
        f'  <Text name="text" value="$text" granularity="word"/>{rows}\n</View>\n'
    )


def _control(name: str) -> str:
    kinds = [kind for kind in OWN_FIELDS if name in (*fields(kind), "optional", "carried")]
    common = f'name="{name}" toName="text" perRegion="true"'
    only = "" if len(kinds) == len(OWN_FIELDS) else f' whenTagName="{_LABELS}" whenLabelValue="{",".join(kinds)}"'
    if name not in _CHOICES:
        return f'\n  <TextArea {common}{only} editable="true" maxSubmissions="1" placeholder={quoteattr(name)}/>'
    choices = "".join(f'<Choice value="{value}"/>' for value in _CHOICES[name])
    many = ' choice="multiple"' if name == "optional" else ' showInline="true"'
    return f"\n  <Choices {common}{only}{many}>{choices}</Choices>"


def tasks(articles: Iterable[tuple[GoldArticle, str]], as_predictions: bool) -> Iterator[dict[str, Any]]:
    """A task for each article and its text; records of a run as predictions, which an annotator can take over."""
    for article, text in articles:
        units = Units(text)
        result = [part for number, record in enumerate(article.records) for part in _parts(number, record, text, units)]
        data = {"text": shown(text), "article": article.article, "published": article.published}
        task = {"data": data | {"extras": json.dumps(extras(article), ensure_ascii=False)}}
        yield task | {"predictions" if as_predictions else "annotations": [{"result": result}]}


def _parts(number: int, record: GoldRecord, text: str, units: Units) -> Iterator[dict[str, Any]]:
    """The region of a record, and one result for each of its fields."""
    place = {"start": units.of_point(record.start), "end": units.of_point(record.end)}
    words = {"text": shown(text[record.start : record.end])}

    def part(name: str, kind: str, value: dict[str, Any]) -> dict[str, Any]:
        return {"id": f"r{number}", "from_name": name, "to_name": "text", "type": kind, "value": place | value}

    yield part(_LABELS, "labels", words | {"labels": [record.type]})
    values = {name: getattr(record, name) for name in fields(record.type)}
    values |= {"optional": "optional" if record.optional else None}
    values |= {"carried": json.dumps(carried(record), ensure_ascii=False) if carried(record) else None}
    for name, value in values.items():
        if value is not None and name in _CHOICES:
            yield part(name, "choices", {"choices": [value]})
        elif value is not None:
            yield part(name, "textarea", {"text": [str(value)]})


def read(task: Mapping[str, Any], where: str) -> GoldArticle:
    """The article of a task as Label Studio exports it: its last annotation that nobody cancelled, or a prediction.

    Raises ExchangeError.
    """
    try:
        data = task["data"]
        text, name = data["text"], data["article"]
        done = [each for each in task.get("annotations") or [] if not each.get("was_cancelled")]
        chosen = (done or task.get("predictions") or [{"result": []}])[-1]
        regions: dict[str, dict[str, Any]] = {}
        for part in chosen["result"]:
            regions.setdefault(part["id"], {}).update(_values(part))
        extra = json.loads(data.get("extras") or "{}")
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ExchangeError(f"{where}: not a task of casefacts ({error!r})") from None
    units = Units(text)
    places = (
        {**each, "start": units.to_point(each["start"]), "end": units.to_point(each["end"])}
        for each in regions.values()
    )
    records = tuple(record_of(each, text, f"{where}, {name}") for each in places)
    return GoldArticle.model_validate(
        {"article": name, "published": data.get("published"), "records": records, **extra}
    )


def _values(part: Mapping[str, Any]) -> dict[str, Any]:
    value, name = part["value"], part["from_name"]
    place = {"start": value["start"], "end": value["end"]}
    if name == _LABELS:
        return place | {"type": value["labels"][0]}
    said = (value.get("choices") or value.get("text") or [None])[0]
    if name == "carried":
        unseen: dict[str, Any] = json.loads(said or "{}")
        return unseen | place
    return place | {name: said == "optional" if name == "optional" else said}
