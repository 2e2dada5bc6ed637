"""The run's state: what is done survives, what changed is done again, and the bytes do not tell."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

import casefacts
from casefacts.database import FILE, Damaged, Database, InUse, other_format
from casefacts.extractor import Extractor
from casefacts.records import AnyRecord, Article
from casefacts.run import Options, run

PLEA = "{} pleaded guilty to burglary on Thursday."


class Counting(Extractor):
    """Notes which articles it read; stops the run at the one that says so."""

    def __init__(self, extractor: Extractor) -> None:
        super().__init__(nlp=extractor.nlp)
        self.seen: list[str] = []

    def records(self, article: Article) -> list[AnyRecord]:
        if "stop here" in article.text:
            raise KeyboardInterrupt
        self.seen.append(article.name)
        return super().records(article)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "in"
    path.mkdir()
    for number, name in enumerate(("Ana Diaz", "Leo Marsh", "Ida Crane")):
        (path / f"{number}.txt").write_text(PLEA.format(name), encoding="utf-8")
    return path


def bytes_of(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir()}


def lines_of(out: Path) -> list[str]:
    """The content of the database as SQL, which tells more than bytes where two runs differ."""
    with closing(sqlite3.connect(out / FILE)) as connection:
        return list(connection.iterdump())


def test_done_articles_are_not_done_again_but_changed_ones_are(
    folder: Path, tmp_path: Path, extractor: Extractor
) -> None:
    out = tmp_path / "out"
    run([folder], out, extractor=extractor)
    before = bytes_of(out)
    counting = Counting(extractor)
    summary = run([folder], out, extractor=counting)
    assert (counting.seen, summary.kept, summary.records["verdict"]) == ([], 3, 3)
    assert bytes_of(out) == before
    (folder / "1.txt").write_text("Leo Marsh was acquitted of burglary.", encoding="utf-8")
    (folder / "2.txt").unlink()
    summary = run([folder], out, extractor=counting)
    assert (counting.seen, summary.kept, summary.records["verdict"]) == (["1.txt"], 1, 2)
    run([folder], tmp_path / "undisturbed", extractor=extractor)
    assert bytes_of(out) == bytes_of(tmp_path / "undisturbed")


def test_a_stopped_run_goes_on_to_the_same_bytes(folder: Path, tmp_path: Path, extractor: Extractor) -> None:
    (folder / "1.txt").write_text("stop here", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        run([folder], tmp_path / "out", extractor=Counting(extractor))
    (folder / "1.txt").write_text(PLEA.format("Leo Marsh"), encoding="utf-8")
    counting = Counting(extractor)
    assert run([folder], tmp_path / "out", extractor=counting).kept == 1
    assert counting.seen == ["1.txt", "2.txt"]
    run([folder], tmp_path / "undisturbed", extractor=extractor)
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "undisturbed")


def test_a_killed_run_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    """Killed as hard as can be, with two processes at work, after something was done."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(1200):
        (folder / f"{number:04}.txt").write_text(PLEA.format("Ana Diaz") if number % 50 == 0 else "Rye prices rose.")
    command = [sys.executable, "-c", "from casefacts.cli import main; main()", "extract", str(folder), "--jobs", "2"]
    victim = subprocess.Popen([*command, "--out", str(tmp_path / "out")], start_new_session=True)
    database = tmp_path / "out" / FILE
    end = time.monotonic() + 60
    while time.monotonic() < end and victim.poll() is None and not (database.exists() and _count(database)):
        time.sleep(0.02)
    os.killpg(victim.pid, signal.SIGKILL)
    victim.wait()
    assert subprocess.run([*command, "--out", str(tmp_path / "out")], check=False, capture_output=True).returncode == 0
    one = [*command[:-1], "1", "--out", str(tmp_path / "undisturbed")]
    assert subprocess.run(one, check=False, capture_output=True).returncode == 0
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "undisturbed")


def _count(database: Path) -> int:
    """How much is in a database that another process holds: its size tells."""
    return int(database.stat().st_size > 150_000)


def test_other_settings_are_noticed(folder: Path, tmp_path: Path, extractor: Extractor) -> None:
    from casefacts.partial_date import PartialDate

    run([folder], tmp_path / "out", extractor=extractor)
    summary = run([folder], tmp_path / "out", Options(PartialDate.parse("2024-07-12")), extractor=extractor)
    assert (summary.changed, summary.kept) == (["published"], 0)
    assert run([folder], tmp_path / "out", Options(PartialDate.parse("2024-07-12"))).kept == 3


def test_a_changed_rulebook_is_noticed(
    folder: Path, tmp_path: Path, extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    run([folder], tmp_path / "out", extractor=extractor)
    monkeypatch.setattr("casefacts.run.rulebook_hash", lambda _: "other")
    assert run([folder], tmp_path / "out", extractor=extractor).changed == ["rulebook"]


def test_two_runs_at_once(folder: Path, tmp_path: Path, extractor: Extractor) -> None:
    with Database(tmp_path / "out"), pytest.raises(InUse, match="another run"):
        run([folder], tmp_path / "out", extractor=extractor)
    assert run([folder], tmp_path / "out", extractor=extractor).read == 3


def test_a_file_that_is_no_database(folder: Path, tmp_path: Path, extractor: Extractor) -> None:
    (tmp_path / FILE).write_bytes(b"no database, but long enough to look like one" * 99)
    with pytest.raises(Damaged, match="move it away"):
        run([folder], tmp_path, extractor=extractor)


def test_the_tables_are_for_any_client(folder: Path, tmp_path: Path, extractor: Extractor) -> None:
    run([folder], tmp_path / "out", extractor=extractor)
    connection = sqlite3.connect(tmp_path / "out" / FILE)
    evidence = 'substr(text, start + 1, "end" - start) = evidence'
    query = f"SELECT defendant, {evidence} FROM verdicts JOIN articles USING (article)"
    assert connection.execute(query).fetchall() == [("Ana Diaz", 1), ("Leo Marsh", 1), ("Ida Crane", 1)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    tables = {row[2] for row in connection.execute("PRAGMA foreign_key_list(charges)")}
    assert tables == {"articles", "offense_codes"}
    connection.close()


def test_articles_are_found_by_their_words_and_codes_have_names(
    folder: Path, tmp_path: Path, extractor: Extractor
) -> None:
    for _ in range(2):  # the second run finds the index of the first
        run([folder], tmp_path / "out", extractor=extractor)
        with closing(sqlite3.connect(tmp_path / "out" / FILE)) as connection:
            found = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?"
            query = f"SELECT article FROM articles WHERE rowid IN ({found})"
            assert connection.execute(query, ("marsh burglaries",)).fetchall() == [("1.txt",)]
            known = "sql LIKE '%VIRTUAL TABLE%USING FTS%content=[articles]%'"  # Datasette's own condition
            assert connection.execute(f"SELECT name FROM sqlite_master WHERE {known}").fetchall() == [("articles_fts",)]
            assert connection.execute("SELECT name FROM offense_codes WHERE code = '220'").fetchone() == ("Burglary",)
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_any_number_of_processes_gives_the_same_bytes(
    jobs: int, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, articles: Path, extractor: Extractor
) -> None:
    alone = tmp_path / "alone"
    paths = sorted(articles.glob("d*"))
    run(paths, alone, extractor=extractor)
    run(paths, tmp_path / "out", Options(jobs=jobs))
    assert lines_of(tmp_path / "out") == lines_of(alone)
    assert bytes_of(tmp_path / "out") == bytes_of(alone)


# --- what is a user's own ----------------------------------------------------------------------------------

OWN = {
    "a table": ["CREATE TABLE checked (id TEXT PRIMARY KEY, note TEXT)", "INSERT INTO checked VALUES ('v1', 'true')"],
    "a view": ["CREATE VIEW pleas AS SELECT defendant FROM verdicts WHERE method = 'guilty_plea'"],
    "an index on a table of the run": ["CREATE INDEX by_judge ON verdicts (judge)"],
    "a trigger on a table of the run": [
        "CREATE TABLE log (defendant TEXT)",
        "CREATE TRIGGER seen AFTER INSERT ON verdicts BEGIN INSERT INTO log VALUES (new.defendant); END",
    ],
    "a full-text index": [
        "CREATE VIRTUAL TABLE words USING fts5 (text)",
        "INSERT INTO words SELECT text FROM articles",
    ],
}


@pytest.mark.parametrize("statements", OWN.values(), ids=OWN)
def test_what_a_user_added_stays(statements: list[str], folder: Path, tmp_path: Path, extractor: Extractor) -> None:
    out = tmp_path / "out"
    run([folder], out, extractor=extractor)
    with closing(sqlite3.connect(out / FILE)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    before = user_objects(out)
    (folder / "3.txt").write_text(PLEA.format("Bo Li"), encoding="utf-8")
    (folder / "0.txt").unlink()
    run([folder], out, extractor=extractor)
    assert user_objects(out) == before
    with closing(sqlite3.connect(out / FILE)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        found = [name for (name,) in connection.execute("SELECT defendant FROM verdicts ORDER BY rowid")]
    assert found == ["Leo Marsh", "Ida Crane", "Bo Li"]


def user_objects(out: Path) -> list[object]:
    """The statements that made them, and the rows of their own tables as far as no run changes those."""
    with closing(sqlite3.connect(out / FILE)) as connection:
        made = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE name IN ('checked', 'pleas', 'by_judge', 'log', 'seen', 'words')"
        )
        objects: list[object] = sorted(made.fetchall())
        for name, sql in list(objects):  # type: ignore[misc]
            if name in ("checked", "words") and sql:
                objects += connection.execute(f"SELECT * FROM {name}").fetchall()
    return objects


def test_a_trigger_of_a_user_is_not_fired_by_putting_the_file_in_place(
    folder: Path, tmp_path: Path, extractor: Extractor
) -> None:
    out = tmp_path / "out"
    run([folder], out, extractor=extractor)
    with closing(sqlite3.connect(out / FILE)) as connection, connection:
        for statement in OWN["a trigger on a table of the run"]:
            connection.execute(statement)
    (folder / "3.txt").write_text(PLEA.format("Bo Li"), encoding="utf-8")
    run([folder], out, extractor=extractor)
    with closing(sqlite3.connect(out / FILE)) as connection:
        assert connection.execute("SELECT * FROM log").fetchall() == [("Bo Li",)]


def test_a_column_of_a_user_is_not_dropped(folder: Path, tmp_path: Path, extractor: Extractor) -> None:
    out = tmp_path / "out"
    run([folder], out, extractor=extractor)
    with closing(sqlite3.connect(out / FILE)) as connection, connection:
        connection.execute("ALTER TABLE verdicts ADD COLUMN checked TEXT")
    before = bytes_of(out)
    with pytest.raises(Damaged, match=r"verdicts has columns .*checked.*table of your own"):
        run([folder], out, extractor=extractor)
    assert bytes_of(out) == before


# --- formats -----------------------------------------------------------------------------------------------


def test_another_format_is_noticed_by_all_who_read_it(folder: Path, tmp_path: Path, extractor: Extractor) -> None:
    out = tmp_path / "out"
    run([folder], out, extractor=extractor)
    assert other_format(out) is None
    with closing(sqlite3.connect(out / FILE)) as connection, connection:
        connection.execute("ALTER TABLE verdicts DROP COLUMN published")
        connection.execute("PRAGMA user_version = 0")
        connection.execute("CREATE VIEW pleas AS SELECT defendant FROM verdicts")
    assert "format 1" in str(other_format(out))
    with pytest.warns(UserWarning, match="format 1"):
        casefacts.read_facts(out)
    summary = run([folder], out, extractor=extractor)
    assert (summary.changed, summary.kept) == (["format"], 0)
    assert other_format(out) is None
    with closing(sqlite3.connect(out / FILE)) as connection:
        assert len(connection.execute("SELECT * FROM pleas").fetchall()) == 3


def test_a_later_format_is_left_alone(folder: Path, tmp_path: Path, extractor: Extractor) -> None:
    out = tmp_path / "out"
    run([folder], out, extractor=extractor)
    with closing(sqlite3.connect(out / FILE)) as connection, connection:
        connection.execute("PRAGMA user_version = 99")
    before = bytes_of(out)
    with pytest.raises(Damaged, match="in format 99, later than"):
        run([folder], out, extractor=extractor)
    assert bytes_of(out) == before


@pytest.mark.parametrize("content", [None, b"", b"no database"])
def test_no_format_where_there_is_no_database(content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / FILE).write_bytes(content)
    assert other_format(tmp_path) is None


COURSE = (
    "Leo Marsh was charged with arson in March 2021. He pleaded guilty in May 2021. In June 2021 Marsh was sentenced to"
    " six years in prison.\n\nAna Diaz was fined $500 for speeding."
)


def test_cases_and_people_are_views(tmp_path: Path, extractor: Extractor) -> None:
    (tmp_path / "a.txt").write_text(COURSE, encoding="utf-8")
    run([tmp_path / "a.txt"], tmp_path / "out", extractor=extractor)
    with closing(sqlite3.connect(tmp_path / "out" / FILE)) as connection:
        query = "SELECT defendant, offense, course, outcome, penalties, first_date, last_date FROM cases"
        assert list(connection.execute(query)) == [
            ("Leo Marsh", "arson", "charged, convicted, sentenced", "convicted", "prison P6Y", "2021-03", "2021-06"),
            ("Ana Diaz", "speeding", "sentenced", None, "fine 500.0 USD", None, None),
        ]
        query = "SELECT defendant, cases, charges, convictions, penalties FROM people"
        assert list(connection.execute(query)) == [("Ana Diaz", 1, 0, 0, 1), ("Leo Marsh", 1, 1, 1, 1)]
        query = (
            'SELECT substr(text, sources.start + 1, sources."end" - sources.start) FROM sources JOIN facts USING (id)'
            " JOIN articles ON articles.article = facts.article WHERE field = 'offense' AND type = 'sentence'"
        )
        assert list(connection.execute(query)) == [("arson",), ("speeding",)]


def test_stated_only_is_a_setting_of_the_run(tmp_path: Path, extractor: Extractor) -> None:
    (tmp_path / "a.txt").write_text(COURSE, encoding="utf-8")
    out = tmp_path / "out"
    run([tmp_path / "a.txt"], out, extractor=extractor)
    whole = casefacts.read_facts(out)["sentences"]
    summary = run([tmp_path / "a.txt"], out, Options(stated_only=True), extractor=extractor)
    bare = casefacts.read_facts(out)["sentences"]
    assert summary.changed == ["stated-only"]
    assert list(whole["inferred"].fillna("")) == ["offense", ""]
    assert list(bare["offense"].fillna("")) == ["", "speeding"]
    assert bare["inferred"].isna().all()
    assert list(bare["id"]) == list(whole["id"])
