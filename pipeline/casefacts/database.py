"""A run's state and its facts, as tables of one SQLite file: what is done survives whatever stops the run.

While a run goes on it holds the file for itself. `publish` writes the CSV files, facts.jsonl and the same tables once
more, in the order of the inputs, and puts them all in place: the same inputs give the same bytes, however often the
run was stopped. What a user added to the file, tables, views, indexes and triggers, stays in it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, Self

from casefacts import browsing, parquet
from casefacts.export import (
    COLUMNS,
    DATABASE,
    FILES_OF,
    FORMAT,
    FORMATS,
    INTEGERS,
    NUMBERS,
    ArticleRow,
    Format,
    Writer,
    writable,
)

FILE = DATABASE
FACTS = ("charges", "verdicts", "sentences")
SOURCES = ("id", "article", "field", "start", "end")  # of the table that tells where the words of each field stand
_TABLES = (*FACTS, "articles", "sources", "run")
_SHARED = (
    "id", "article", "case", "defendant", "linked_by", "offense", "offense_code", "date", "court", "judge",
    "attributed_to", "inferred", "rule", "evidence", "context", "start", "end",
)  # fmt: skip
_OWN = tuple(dict.fromkeys(name for table in FACTS for name in COLUMNS[table] if name not in {*_SHARED, "published"}))
SHARE = "shard_inputs"  # of a run that was a shard: which of the inputs were its own
INPUTS = "inputs"  # in its table `run`, once it is finished: the digest of the names of all inputs
_INDEXED = {
    "charges": ("id", "article", "defendant", "offense", "date"),
    "verdicts": ("id", "article", "defendant", "offense", "outcome", "date"),
    "sentences": ("id", "article", "defendant", "offense", "kind", "status", "date"),
    "articles": ("status", "published"),
    "sources": ("article", "id"),
}
# What happened in a case, a row for each step, by its day; what has none stands where the publication puts it
_STEPS = """
    SELECT article, "case", name, min(coalesce(date, published, '')) AS day, min(step) AS step, min(start) AS at
    FROM (
        SELECT *, CASE type WHEN 'charge' THEN 1 WHEN 'verdict' THEN 2 ELSE 3 END AS step,
            CASE type WHEN 'charge' THEN action WHEN 'verdict' THEN outcome ELSE 'sentenced' END AS name
        FROM facts WHERE type <> 'sentence' OR status = 'imposed'
    )
    GROUP BY article, "case", name ORDER BY day, step, at
"""
_PENALTY = "kind || coalesce(' ' || duration, '') || coalesce(' ' || amount || ' ' || currency, '')"
_OF_CASE = 'each.article = facts.article AND each."case" = facts."case"'
_CASES = f"""
    SELECT article, title, published, "case", defendant,
        (SELECT group_concat(offense, '; ') FROM (
            SELECT DISTINCT offense FROM facts AS each
            WHERE {_OF_CASE} AND offense IS NOT NULL ORDER BY start)) AS offense,
        (SELECT group_concat(name, ', ') FROM ({_STEPS}) AS each WHERE {_OF_CASE}) AS course,
        (SELECT outcome FROM facts AS each WHERE {_OF_CASE} AND outcome IS NOT NULL
            ORDER BY coalesce(date, published, '') DESC, start DESC LIMIT 1) AS outcome,
        (SELECT group_concat(penalty, '; ') FROM (
            SELECT {_PENALTY} AS penalty FROM facts AS each
            WHERE {_OF_CASE} AND status = 'imposed' ORDER BY start)) AS penalties,
        min(date) AS first_date, max(date) AS last_date
    FROM facts WHERE "case" IS NOT NULL GROUP BY article, "case" ORDER BY article, "case"
"""
_PEOPLE = """
    SELECT defendant, count(DISTINCT article) AS articles, count(DISTINCT article || ' ' || "case") AS cases,
        sum(type = 'charge') AS charges, sum(coalesce(outcome = 'convicted', 0)) AS convictions,
        sum(coalesce(status = 'imposed', 0)) AS penalties, min(date) AS first_date, max(date) AS last_date
    FROM facts GROUP BY defendant ORDER BY defendant
"""
_COMMIT_EVERY = 200  # articles; a stopped run does so many again at most


class InUse(RuntimeError):
    """Another run holds the folder's database."""


class Damaged(RuntimeError):
    """The folder's database is none, or not one to go on with."""


class Database:
    """The database of an output folder, made if it is not there. Raises InUse, Damaged and OSError."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self.directory = directory
        try:
            self._connection = sqlite3.connect(directory / FILE, timeout=0, isolation_level=None)
        except sqlite3.OperationalError as error:
            raise OSError(0, str(error)) from None
        self._added = 0
        try:
            _execute(self._connection, "PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE")
            self._other_format = _has_other_format(self._connection)
            _check_columns(self._connection, directory / FILE)
            if self._other_format:
                _execute(self._connection, *_remake(self._connection))
            _make(self._connection)
            browsing.remove(self._connection)
            _execute(self._connection, f"DROP TABLE IF EXISTS {SHARE}", f"DELETE FROM run WHERE name = '{INPUTS}'")
            table = "CREATE TEMP TABLE input (position INTEGER PRIMARY KEY, article TEXT UNIQUE)"
            _execute(self._connection, table, "COMMIT", "BEGIN")
        except sqlite3.OperationalError as error:
            self._connection.close()
            if "locked" in str(error):
                raise InUse(f"another run is writing to {directory}: wait for it, or name another --out") from None
            raise OSError(0, str(error)) from None
        except Damaged:
            self._connection.close()
            raise
        except sqlite3.DatabaseError:
            self._connection.close()
            raise Damaged(f"{directory / FILE} is not a database of casefacts: move it away") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """What was added stays, whatever ended the block."""
        if self._connection.in_transaction:
            self._connection.commit()
        self._connection.close()

    def begin(self, settings: Mapping[str, str], fresh: bool = False) -> list[str]:
        """Note what the run is made with; the names of what has changed since, whereupon nothing counts as done.

        With `fresh` nothing does in any case.
        """
        before = dict(self._connection.execute("SELECT name, value FROM run"))
        names = dict.fromkeys([*settings, *before])
        changed = [name for name in names if before and before.get(name) != settings.get(name)]
        changed += ["format"] if self._other_format else []
        if changed or fresh:
            for table in ("articles", "sources", *FACTS):
                self._connection.execute(f"DELETE FROM {table}")
        self._connection.execute("DELETE FROM run")
        self._connection.executemany("INSERT INTO run VALUES (?, ?)", settings.items())
        return changed

    def done(self, article: str) -> str | None:
        """The sha256 of the content of which the article's records were made, if they were."""
        found = self._connection.execute(
            "SELECT sha256 FROM articles WHERE article = ? AND status IN ('facts', 'none')", (writable(article),)
        ).fetchone()
        return found[0] if found else None

    def keep(self, article: str, position: int | None = None) -> ArticleRow:
        """Count an article as an input of this run, its records being there; its row. `position` as in `add`."""
        self._connection.execute("INSERT INTO input VALUES (?, ?)", (position, writable(article)))
        names = ", ".join(COLUMNS["articles"])
        row = self._connection.execute(f"SELECT {names} FROM articles WHERE article = ?", (writable(article),))
        return ArticleRow(*row.fetchone())

    def add(
        self,
        row: ArticleRow,
        records: Sequence[Mapping[str, Any]],
        text: str | None,
        position: int | None = None,
    ) -> None:
        """Write what became of one article, in place of what was there.

        `position` is its place among the inputs, by default behind all others.
        """
        for table in (*FACTS, "sources"):
            self._connection.execute(f"DELETE FROM {table} WHERE article = ?", (writable(row.article),))
        self._connection.execute("DELETE FROM articles WHERE article = ?", (writable(row.article),))
        _insert(self._connection, row, records, text)
        self._connection.execute("INSERT INTO input VALUES (?, ?)", (position, writable(row.article)))
        self._added += 1
        if self._added % _COMMIT_EVERY == 0:
            _execute(self._connection, "COMMIT", "BEGIN")

    def publish(self, bom: bool = False, formats: Sequence[Format] = FORMATS, inputs: str | None = None) -> None:
        """Write all output files anew, with the inputs of this run only, and put them in place.

        Files in other formats, of an earlier run, are taken away; the database is always there, for the next run goes
        on from it. Of a shard, `inputs` is the digest of all inputs' names.
        """
        self._connection.commit()  # what is not written by now must not be written into the new file by SQLite
        part = self.directory / f".{FILE}.part"
        part.unlink(missing_ok=True)
        copy = sqlite3.connect(part, isolation_level=None)
        try:
            with ExitStack() as writers:
                writer = writers.enter_context(Writer(self.directory, bom, formats))
                tables = writers.enter_context(parquet.Tables(self.directory)) if "parquet" in formats else None
                _execute(copy, "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF")
                added = _objects_added(self._connection)
                if added:
                    self._connection.backup(copy)
                copy.execute("BEGIN")
                attached = _remake(copy)
                copy.executemany("INSERT INTO run VALUES (?, ?)", self._connection.execute("SELECT * FROM run"))
                for row, records, text in self._articles():
                    writer.write(row, records)
                    if tables:
                        tables.write(row, records, text)
                    _insert(copy, row, records, text)
                if inputs is not None:
                    _note_share(copy, inputs, self._connection.execute("SELECT position, article FROM input"))
                browsing.make(copy)
                _execute(copy, *attached, "COMMIT", *(["VACUUM"] if added else []))
                copy.close()
            part.replace(self.directory / FILE)
            _remove_others(self.directory, formats)
        finally:
            copy.close()
            part.unlink(missing_ok=True)

    def _articles(self) -> Iterator[tuple[ArticleRow, list[dict[str, Any]], str | None]]:
        names = ", ".join(f"articles.{name}" for name in COLUMNS["articles"])
        query = f"SELECT {names}, text FROM input JOIN articles USING (article) ORDER BY position"
        for *cells, text in self._connection.execute(query):
            row = ArticleRow(*cells)
            yield row, facts(self._connection, row.article) if row.status == "facts" else [], text


def _note_share(connection: sqlite3.Connection, inputs: str, share: Iterator[tuple[int, str]]) -> None:
    connection.execute("INSERT INTO run VALUES (?, ?)", (INPUTS, inputs))
    connection.execute(f"CREATE TABLE {SHARE} (position INTEGER PRIMARY KEY, article TEXT)")
    connection.executemany(f"INSERT INTO {SHARE} VALUES (?, ?)", share)


def _remove_others(directory: Path, formats: Sequence[Format]) -> None:
    """Take away what an earlier run wrote in formats that this one was not to write: it is no longer true."""
    for name in ("csv", "jsonl"):
        for file in FILES_OF[name] if name not in formats else ():
            (directory / file).unlink(missing_ok=True)
    if "parquet" not in formats:
        for table in COLUMNS:
            parquet.remove(directory, table)


def _execute(connection: sqlite3.Connection, *statements: str) -> None:
    for statement in statements:
        connection.execute(statement)


def facts(connection: sqlite3.Connection, article: str) -> list[dict[str, Any]]:
    """The records of one article as rows, in text order."""
    places: dict[str, dict[str, list[int]]] = {}
    query = 'SELECT id, field, start, "end" FROM sources WHERE article = ? ORDER BY rowid'
    for id_, name, start, end in connection.execute(query, (article,)):
        places.setdefault(id_, {})[name] = [start, end]
    found = []
    for table in FACTS:
        names = COLUMNS[table]
        query = f"SELECT {_quoted(names)} FROM {table} WHERE article = ? ORDER BY rowid"
        for cells in connection.execute(query, (article,)):
            row = {"type": table[:-1], **dict(zip(names, cells, strict=True))}
            found.append(row | {"sources": places.get(row["id"], {})})
    return sorted(found, key=lambda row: (row["start"], row["end"], row["type"]))


def _insert(
    connection: sqlite3.Connection, row: ArticleRow, records: Sequence[Mapping[str, Any]], text: str | None
) -> None:
    cells = [_value(value) for value in asdict(row).values()]
    marks = ", ".join("?" * (len(cells) + 1))
    connection.execute(f"INSERT INTO articles VALUES ({marks})", (*cells, _value(text)))
    for record in records:
        table = f"{record['type']}s"
        values = [_value(record[name]) for name in COLUMNS[table]]
        connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)
        connection.executemany(
            "INSERT INTO sources VALUES (?, ?, ?, ?, ?)",
            [(record["id"], _value(row.article), name, *place) for name, place in record["sources"].items()],
        )


def _value(value: Any) -> Any:
    return writable(value) if isinstance(value, str) else value


def _make(connection: sqlite3.Connection) -> None:
    """The tables of output-format.md, the article's canonical text beside them."""
    assert tuple(field.name for field in fields(ArticleRow)) == COLUMNS["articles"]
    columns = ", ".join(_column(name) for name in COLUMNS["articles"] if name != "article")
    connection.execute(f"CREATE TABLE IF NOT EXISTS articles (article TEXT PRIMARY KEY, {columns}, text TEXT)")
    for table in FACTS:
        columns = ", ".join(_column(name) for name in COLUMNS[table])
        connection.execute(
            f"CREATE TABLE IF NOT EXISTS {table} ({columns}, FOREIGN KEY (article) REFERENCES articles (article),"
            f" FOREIGN KEY (offense_code) REFERENCES {browsing.CODES} (code))"
        )
    connection.execute(
        'CREATE TABLE IF NOT EXISTS sources (id TEXT, article TEXT, field TEXT, start INTEGER, "end" INTEGER)'
    )
    for view, query in _views().items():
        connection.execute(f"CREATE VIEW IF NOT EXISTS {view} AS {query}")
    connection.execute("CREATE TABLE IF NOT EXISTS run (name TEXT PRIMARY KEY, value TEXT)")
    for table, names in _INDEXED.items():
        for name in names:
            connection.execute(f"CREATE INDEX IF NOT EXISTS {table}_{name} ON {table} ({name})")
    connection.execute(f"PRAGMA user_version = {FORMAT}")


def _views() -> dict[str, str]:
    """The queries of the views: all facts as one, one row for each case, and one for each name."""
    selects = []
    for table in FACTS:
        columns = [f'{table}."{name}"' if name in COLUMNS[table] else f'NULL AS "{name}"' for name in (*_SHARED, *_OWN)]
        selects.append(
            f"SELECT '{table[:-1]}' AS type, {', '.join(columns)}, title, articles.published "
            f"FROM {table} JOIN articles ON articles.article = {table}.article"
        )
    return {"facts": " UNION ALL ".join(selects), "cases": _CASES, "people": _PEOPLE}


def _remake(connection: sqlite3.Connection) -> list[str]:
    """Make the tables anew and empty; the statements of what a user attached to them, to be executed when filled."""
    own = [f"{table}_{name}" for table, names in _INDEXED.items() for name in names]
    query = (
        f"SELECT sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
        f" AND tbl_name IN ({_marks(_TABLES)}) AND name NOT IN ({_marks(own)}) ORDER BY rowid"
    )
    attached = [sql for (sql,) in connection.execute(query, (*_TABLES, *own))]
    _execute(connection, *(f"DROP TABLE IF EXISTS {table}" for table in _TABLES))
    _make(connection)
    return attached


def _objects_added(connection: sqlite3.Connection) -> bool:
    """Whether a user added tables, views, indexes or triggers."""
    own = [*_TABLES, *_views(), SHARE, *(f"{table}_{name}" for table, names in _INDEXED.items() for name in names)]
    query = f"SELECT count(*) FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name NOT IN ({_marks(own)})"
    return bool(connection.execute(query, own).fetchone()[0])


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _has_other_format(connection: sqlite3.Connection) -> bool:
    [(made,)] = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'articles'")
    [(version,)] = connection.execute("PRAGMA user_version")
    return bool(made) and version != FORMAT


def _check_columns(connection: sqlite3.Connection, file: Path) -> None:
    """Refuse tables of a later version, and with columns of a user's own, which no run could keep. Raises Damaged."""
    [(version,)] = connection.execute("PRAGMA user_version")
    if version > FORMAT:
        raise Damaged(
            f"{file} is in format {version}, later than format {FORMAT} of this version: update casefacts, or name "
            "another --out"
        )
    known = {**COLUMNS, "sources": SOURCES}
    for table in (*FACTS, "articles", "sources"):
        columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
        if strange := [name for name in columns if name not in {*known[table], "text"}]:
            raise Damaged(
                f"{file}: the table {table} has columns that a run would drop ({', '.join(strange)}): "
                "move them to a table of your own"
            )


_USER_VERSION = slice(60, 64)  # of a database file's header, which can be read while a run holds the file


def other_format(directory: Path) -> str | None:
    """A line that says so when a run's folder was written in another format than this version's, else None."""
    try:
        with (directory / FILE).open("rb") as file:
            header = file.read(100)
    except OSError:
        return None
    written = int.from_bytes(header[_USER_VERSION]) or 1  # which did not say it
    if written == FORMAT or not header.startswith(b"SQLite format 3"):
        return None
    return (
        f"{directory} was written in format {written}, and this version writes format {FORMAT}: columns may be missing "
        "or mean another thing; run `casefacts extract` again to have them alike"
    )


def _column(name: str) -> str:
    return f'"{name}" {"INTEGER" if name in INTEGERS else "REAL" if name in NUMBERS else "TEXT"}'


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def settings(directory: Path) -> dict[str, str]:
    """What a run was made with. Raises Damaged and OSError."""
    with _opened(directory) as connection:
        return dict(connection.execute("SELECT name, value FROM run"))


def records(directory: Path) -> list[dict[str, Any]]:
    """All records of a run, as rows with their type. Raises Damaged."""
    found = []
    with _opened(directory) as connection:
        for table in FACTS:
            names = COLUMNS[table]
            for cells in connection.execute(f"SELECT {_quoted(names)} FROM {table} ORDER BY rowid"):
                found.append({"type": table[:-1], **dict(zip(names, cells, strict=True))})
    return found


def share(directory: Path) -> Iterator[tuple[int, ArticleRow, list[dict[str, Any]], str | None]]:
    """What a finished shard made of its inputs: position, row, records and text of each. Raises Damaged."""
    names = ", ".join(f"articles.{name}" for name in COLUMNS["articles"])
    query = f"SELECT position, {names}, text FROM {SHARE} JOIN articles USING (article) ORDER BY position"
    with _opened(directory) as connection:
        for position, *cells, text in connection.execute(query):
            row = ArticleRow(*cells)
            yield position, row, facts(connection, row.article) if row.status == "facts" else [], text


@contextmanager
def _opened(directory: Path) -> Iterator[sqlite3.Connection]:
    """A run's database, to read. Raises Damaged."""
    file = directory / FILE
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            yield connection
    except sqlite3.DatabaseError as error:
        raise Damaged(f"{file} cannot be read ({error}): run `casefacts extract` again") from None


def texts(directory: Path) -> dict[str, str]:
    """The texts that a run keeps, by article. Raises Damaged and OSError."""
    with _opened(directory) as connection:
        return dict(connection.execute("SELECT article, text FROM articles WHERE text IS NOT NULL"))
