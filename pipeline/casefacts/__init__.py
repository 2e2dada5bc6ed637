"""Charge, verdict and sentence records from English news articles.

`extract` and `dates` read a text, `read_facts` reads what a run wrote, `load` gives the spaCy pipeline.
Importing this package loads nothing heavy: each function loads what it needs when it is first called.
"""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pandas as pd
    from ray.data import Dataset
    from spacy.language import Language

    from casefacts.extractor import Extractor
    from casefacts.partial_date import PartialDate
    from casefacts.records import AnyRecord

    FORMAT: int
    __version__: str

__all__ = ["FORMAT", "DateMention", "__version__", "dataset", "dates", "extract", "load", "read_facts"]


class DateMention(NamedTuple):
    """A date expression: `text` is the source's `[start:end]`; `value` is "2024-07-12", "2024-07" or "2024".

    `value` is None for what has no calendar value ("last week") and for "Thursday" in an undated text.
    """

    start: int
    end: int
    text: str
    value: str | None


def load(model: str | None = None, own_rules: str | Path | None = None) -> Language:
    """The pipeline as an ordinary spaCy `nlp`: its stages write into `doc.spans`.

    `model` names another installed spaCy model, `own_rules` a folder of rules that go on top of the English ones.
    Raises casefacts.model.ModelError when there is no usable model, casefacts.model.RulebookError for a bad rule.
    """
    from casefacts.nlp import build

    return build(model, Path(own_rules) if own_rules is not None else None)


def extract(text: str, published: str | datetime.date | None = None) -> list[AnyRecord]:
    """The records of one article, in text order; their offsets point into `text`.

    `published` is the article's date ("2024-07-12", "2024-07", "July 12, 2024", or a date), against which "Thursday" is
    resolved; without it, the date that the text itself gives. Raises ValueError for a bad date and for a text
    that is too long.
    """
    from casefacts.read import Unreadable, article

    try:
        source = article(text, published=_partial(published))
    except Unreadable as error:
        raise ValueError(str(error)) from None
    return _extractor().records(source)


def dates(text: str, published: str | datetime.date | None) -> list[DateMention]:
    """The date expressions of a text, in order; loads no language model. Raises ValueError for a bad date."""
    from casefacts.normalised import normalised
    from casefacts.stages.dates import find_dates

    copy = normalised(text)
    return [
        DateMention(start, end, text[start:end], str(found.value) if found.value else None)
        for found in find_dates(copy.text, _partial(published))
        for start, end in [copy.span(found.start, found.end)]
    ]


def dataset(
    articles: Dataset, published: str | datetime.date | None = None, columns: str = "", model: str | None = None
) -> Dataset:
    """The records of a Ray dataset of articles: a row for each, with the columns of `articles.csv`, `text`, `records`.

    A row of `articles` has a `text`, and if it likes `id`, `title` and `published`; `columns` says what they are called
    in yours ("text=body,id=url"). `published` is taken for the date of all. Raises ValueError.
    """
    from casefacts.cluster import read
    from casefacts.inputs import Columns
    from casefacts.run import Options

    return read(articles, Options(_partial(published), model, columns=Columns.parse(columns)))


def read_facts(directory: str | Path) -> dict[str, pd.DataFrame]:
    """What a run wrote, as data frames: `charges`, `verdicts`, `sentences` and `articles`.

    Warns where another version wrote them in another format. Raises FileNotFoundError where one of the files is
    missing.
    """
    import warnings
    from pathlib import Path

    from casefacts import database, export

    if other := database.other_format(Path(directory)):
        warnings.warn(other, stacklevel=2)
    return export.read_facts(Path(directory))


def _partial(published: str | datetime.date | None) -> PartialDate | None:
    from casefacts.partial_date import PartialDate
    from casefacts.published import parse_date

    if published is None:
        return None
    if isinstance(published, datetime.date):
        return PartialDate.of(published)
    try:
        return parse_date(published)
    except ValueError as error:
        raise ValueError(f"published {published!r}: {error}") from None


@cache
def _extractor() -> Extractor:
    from casefacts.extractor import Extractor

    return Extractor()


def __getattr__(name: str) -> str | int:
    if name == "__version__":
        from importlib.metadata import version

        return version("casefacts")
    if name == "FORMAT":
        from casefacts.export import FORMAT

        return FORMAT
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
