"""What makes a run's database good to browse: a full-text index of its articles, and the names of offense codes.

Both are made when the file is whole, and are not there while a run goes on.
"""

from __future__ import annotations

import sqlite3
import tomllib
from importlib.resources import files

INDEX, CODES = "articles_fts", "offense_codes"


def make(connection: sqlite3.Connection) -> None:
    """Index the articles' titles and texts, in the very words by which Datasette knows an index, and name the codes."""
    connection.execute(f"CREATE VIRTUAL TABLE {INDEX} USING FTS5 (title, text, tokenize='porter', content=[articles])")
    connection.execute(f"INSERT INTO {INDEX} ({INDEX}) VALUES ('rebuild')")
    connection.execute(f"CREATE TABLE {CODES} (code TEXT PRIMARY KEY, name TEXT)")
    connection.executemany(f"INSERT INTO {CODES} VALUES (?, ?)", offense_codes().items())


def remove(connection: sqlite3.Connection) -> None:
    """Take both away."""
    for table in (INDEX, CODES):
        connection.execute(f"DROP TABLE IF EXISTS {table}")


def offense_codes() -> dict[str, str]:
    """The name of each NIBRS code."""
    return tomllib.loads((files("en_casefacts") / "offense_codes.toml").read_text(encoding="utf-8"))
