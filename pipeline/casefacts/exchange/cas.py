"""UIMA CAS (XMI with its type system) for INCEpTION and other UIMA tools, by dkpro-cassis, the extra `cas`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from cassis import Cas, TypeSystem, load_cas_from_xmi

from casefacts.exchange import ExchangeError, carried, extras, fields, record_of, shown
from casefacts.gold import OWN_FIELDS, GoldArticle

_ARTICLE = "casefacts.Article"
_TYPES = {f"casefacts.{kind.capitalize()}": kind for kind in OWN_FIELDS}
_WITH_ALL = ("optional", "carried", "number")


def type_system() -> TypeSystem:
    """A layer for each type of record, all features strings, and one for the article."""
    types = TypeSystem()
    layers = {name: (*fields(kind), *_WITH_ALL) for name, kind in _TYPES.items()}
    layers[_ARTICLE] = ("article", "published", "extras")
    for name, features in layers.items():
        layer = types.create_type(name, "uima.tcas.Annotation")
        for feature in features:
            types.create_feature(layer, feature, "uima.cas.String")
    return types


def cas_of(article: GoldArticle, text: str, types: TypeSystem) -> Cas:
    """The article's text and records; dkpro-cassis counts in code points here and in UTF-16 units in files."""
    cas = Cas(typesystem=types)
    cas.sofa_string = shown(text)
    cas.sofa_mime = "text/plain"
    known = json.dumps(extras(article), ensure_ascii=False)
    head = types.get_type(_ARTICLE)
    cas.add(head(begin=0, end=0, article=article.article, published=article.published, extras=known))
    names = {kind: name for name, kind in _TYPES.items()}
    for number, record in enumerate(article.records, start=1):
        values = {name: getattr(record, name) for name in fields(record.type)}
        values |= {
            "optional": "true" if record.optional else None,
            "carried": json.dumps(carried(record)),
            "number": number,
        }
        said = {name: str(value) for name, value in values.items() if value is not None}
        cas.add(types.get_type(names[record.type])(begin=record.start, end=record.end, **said))
    return cas


def read(path: Path, types: TypeSystem) -> GoldArticle:
    """The article of one XMI file. Raises ExchangeError and OSError."""
    with path.open("rb") as file:
        try:
            cas = load_cas_from_xmi(file, typesystem=types, lenient=True)
            [head] = cas.select(_ARTICLE)
            extra = json.loads(head.extras or "{}")
            found = [(each, kind) for name, kind in _TYPES.items() for each in cas.select(name)]
            found.sort(key=lambda pair: (int(pair[0].number or len(found) + 1), pair[0].begin))  # new ones last
        except (ValueError, SyntaxError, LookupError, TypeError, AttributeError) as error:
            raise ExchangeError(f"{path}: not a CAS of casefacts ({error})") from None
    text = cas.sofa_string or ""
    records = tuple(record_of(_values(*pair), text, str(path)) for pair in found)
    return GoldArticle.model_validate(
        {"article": head.article, "published": head.published, "records": records, **extra}
    )


def _values(annotation: Any, kind: str) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(annotation, name) for name in fields(kind)}
    unseen: dict[str, Any] = json.loads(annotation.carried or "{}")
    place: dict[str, Any] = {"type": kind, "start": annotation.begin, "end": annotation.end}
    return values | unseen | place | {"optional": annotation.optional == "true"}
