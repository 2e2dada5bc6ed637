"""What a cluster wrote: a row for each article with its records in it, in Parquet files, and a manifest of them.

The manifest is written last: without it a run is not finished, and what it does not list does not count.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from casefacts.export import COLUMNS, RESULTS_MANIFEST, ArticleRow
from casefacts.parquet import cell, require, type_of
from casefacts.places import Place

if TYPE_CHECKING:
    import pyarrow as pa

FOLDER = "results"
POSITION, RECORDS, REST = "position", "records", "rest"
_OF_RECORDS = ("type", *dict.fromkeys(name for table in COLUMNS if table != "articles" for name in COLUMNS[table]))


def schema() -> pa.Schema:
    """The place among the inputs, the columns of `articles`, the text, and the records as a list of structs."""
    import pyarrow as pa

    record = pa.struct([(name, type_of(name)) for name in (*_OF_RECORDS, REST)])
    articles = [(name, type_of(name)) for name in (*COLUMNS["articles"], "text")]
    return pa.schema([(POSITION, pa.int64()), *articles, (RECORDS, pa.list_(record))])


def as_row(
    position: int | None, article: ArticleRow, records: Sequence[Mapping[str, Any]], text: str | None
) -> dict[str, Any]:
    """What became of one article as a row of the schema."""
    cells = {name: cell(value) for name, value in (asdict(article) | {"text": text}).items()}
    return {POSITION: position, **cells, RECORDS: [_flat(record) for record in records]}


def _flat(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record as cells; what no column has, as JSON in `rest`."""
    rest = {name: value for name, value in record.items() if name not in _OF_RECORDS}
    return {name: cell(record.get(name)) for name in _OF_RECORDS} | {REST: json.dumps(rest) if rest else None}


def finish(folder: Place, settings: Mapping[str, str]) -> None:
    """Write the manifest: what the results were made with, and the files there are. Raises OSError."""
    files = [name for name, _ in (folder / FOLDER).files()]
    manifest = {"settings": dict(settings), "files": files}
    (folder / RESULTS_MANIFEST).write((json.dumps(manifest, indent=1) + "\n").encode())


def settings(folder: Place) -> dict[str, str]:
    """What the results were made with. Raises OSError and ValueError."""
    found: dict[str, str] = json.loads((folder / RESULTS_MANIFEST).read())["settings"]
    return found


def article_rows(folder: Place) -> Iterator[ArticleRow]:
    """The rows of the articles alone, in any order."""
    for row in _rows(folder, COLUMNS["articles"]):
        yield ArticleRow(**row)


def articles(folder: Place) -> Iterator[tuple[int, ArticleRow, list[dict[str, Any]], str | None]]:
    """Position, row, records and text of each article, in any order."""
    for row in _rows(folder, schema().names):
        article = ArticleRow(**{name: row[name] for name in COLUMNS["articles"]})
        yield row[POSITION], article, [_record(cells) for cells in row[RECORDS]], row["text"]


def _rows(folder: Place, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    require()
    from pyarrow import parquet

    for name in json.loads((folder / RESULTS_MANIFEST).read())["files"]:
        place = folder / FOLDER / name
        with place.system.open_input_file(place.path) as file:
            for batch in parquet.ParquetFile(file).iter_batches(500, columns=list(columns)):
                yield from batch.to_pylist()


def _record(cells: Mapping[str, Any]) -> dict[str, Any]:
    names = ("type", *COLUMNS[f"{cells['type']}s"])
    rest: dict[str, Any] = json.loads(cells[REST] or "{}")
    return {name: cells[name] for name in names} | rest
