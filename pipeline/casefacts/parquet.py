"""Parquet: the tables of a run for pandas, DuckDB and Polars.

Dates are text, as precise as stated; whole numbers are nullable integers. Needs pyarrow, which the extra `parquet`
brings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from casefacts.export import COLUMNS, FORMAT, INTEGERS, NUMBERS, ArticleRow, writable

if TYPE_CHECKING:
    import pyarrow as pa

_GROUP = 10_000  # rows that are kept in memory, of each table
_PART = 1_000_000  # rows of a file; what is more goes into another
_FORMAT_KEY = b"casefacts.format"


class MissingPyarrow(RuntimeError):
    """The extra is not installed."""


def require() -> None:
    """Raises MissingPyarrow, with what to do, where there is no pyarrow."""
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        raise MissingPyarrow("Parquet needs one more package: pip install 'casefacts[parquet]'") from None


class Tables:
    """Writes the tables of a run as `charges.parquet` and so on, large ones in parts: `charges-2.parquet`.

    `articles` holds the texts, too. The files appear in place of older ones only when the `with` block ends without
    exception. Raises MissingPyarrow and OSError.
    """

    def __init__(self, directory: Path, rows: int = _PART) -> None:
        require()
        self._tables = {table: _Table(directory, table, rows) for table in COLUMNS}

    def __enter__(self) -> Self:
        return self

    def write(self, row: ArticleRow, records: Sequence[Mapping[str, Any]], text: str | None) -> None:
        """Write one article and its records, which are rows in text order."""
        self._tables["articles"].add(asdict(row) | {"text": text})
        for record in records:
            self._tables[f"{record['type']}s"].add(record)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for table in self._tables.values():
            table.close(kept=kind is None)


class _Table:
    """One table on its way to its files, which are hidden until it is closed."""

    def __init__(self, directory: Path, name: str, rows: int) -> None:
        self._directory, self._name, self._rows = directory, name, rows
        self._schema = schema(name)
        self._waiting: list[dict[str, Any]] = []
        self._written = 0  # rows of the present part
        self._parts: list[Path] = []
        self._open()

    def _open(self) -> None:
        from pyarrow import parquet

        part = self._directory / f".{_part(self._name, len(self._parts) + 1)}.part"
        self._parts.append(part)
        self._written = 0
        self._writer = parquet.ParquetWriter(part, self._schema, compression="zstd")

    def add(self, row: Mapping[str, Any]) -> None:
        if self._written + len(self._waiting) == self._rows:
            self._flush()
            self._writer.close()
            self._open()
        self._waiting.append({name: cell(row[name]) for name in self._schema.names})
        if len(self._waiting) == _GROUP:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as pa

        if self._waiting:
            self._writer.write_table(pa.Table.from_pylist(self._waiting, self._schema))
        self._written += len(self._waiting)
        self._waiting = []

    def close(self, kept: bool) -> None:
        try:
            if kept:
                self._flush()
            self._writer.close()
            if kept:
                remove(self._directory, self._name)
                for part in self._parts:
                    part.replace(part.with_name(part.name.removeprefix(".").removesuffix(".part")))
        finally:
            for part in self._parts:
                part.unlink(missing_ok=True)


def _part(table: str, number: int) -> str:
    return f"{table}.parquet" if number == 1 else f"{table}-{number}.parquet"


def remove(directory: Path, table: str) -> None:
    """Take away all parts of a table that an earlier run wrote."""
    number = 1
    while (part := directory / _part(table, number)).exists():
        part.unlink()
        number += 1


def schema(table: str) -> pa.Schema:
    """The columns of a run's table, with what pandas needs to give whole numbers as Int64."""
    import pandas as pd
    import pyarrow as pa

    names = (*COLUMNS[table], *(["text"] if table == "articles" else []))
    frame = pd.DataFrame({name: pd.array([], "Int64" if name in INTEGERS else "Float64") for name in names})
    told = pa.Schema.from_pandas(frame[[name for name in names if name in {*INTEGERS, *NUMBERS}]], preserve_index=False)
    metadata = {**(told.metadata or {}), _FORMAT_KEY: str(FORMAT).encode()}
    return pa.schema([(name, type_of(name)) for name in names], metadata=metadata)


def type_of(name: str) -> pa.DataType:
    """The type of a column."""
    import pyarrow as pa

    return pa.int64() if name in INTEGERS else pa.float64() if name in NUMBERS else pa.string()


def cell(value: Any) -> Any:
    """The value as Parquet can hold it."""
    return writable(value) if isinstance(value, str) else value
