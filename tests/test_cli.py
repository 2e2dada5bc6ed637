"""The command line: what it prints, its exit codes, and that it answers at once and in one line."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from casefacts import cli, read_facts
from casefacts.extractor import Extractor
from casefacts.read import read_file

COMMANDS = ("extract", "explain", "text", "evaluate")
PLEA = "Leo Marsh pleaded guilty to burglary on Thursday.\n"
MAIN = "from casefacts.cli import main; main()"
QUIET = "The council met and talked about dogs.\n"
HEAVY = ("spacy", "pandas", "numpy", "dateparser", "trafilatura", "rich", "casefacts.records")


class Result:
    """What a command did; standard output and standard error apart."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def casefacts(extractor: Extractor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Runs the command in an empty folder, on the pipeline that is loaded already."""
    monkeypatch.setattr(cli, "_extractor", lambda model: extractor)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
        done = CliRunner().invoke(cli.app, [str(argument) for argument in arguments], input=stdin)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return Result(done.exit_code, done.stdout, done.stderr)

    return run


def shell(command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of bash in which `casefacts` is the command."""
    words = f"casefacts() {{ '{sys.executable}' -c '{MAIN}' \"$@\"; }}; {command}"
    return subprocess.run(
        ["bash", "-c", words], capture_output=True, env=os.environ | environment, timeout=60, check=False
    )


# --- help and version --------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_a_screen(command: str, casefacts: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    result = casefacts(*command.split(), "--help")
    lines = result.out.splitlines()
    assert result.code == 0
    assert 8 < len(lines) <= 24
    assert max(map(len, lines)) <= 80
    assert "..." not in result.out.replace("COMMAND [ARGS]...", "").replace("}...", "").replace("PATH...", "")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["extract", "--help"]], ids=" ".join)
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    code = (
        f"import sys; sys.argv = {['casefacts', *arguments]}\n"
        "import atexit, casefacts.cli\n"
        f"atexit.register(lambda: print(sorted(set(sys.modules) & set({HEAVY}))))\n"
        "casefacts.cli.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    assert done.stdout.splitlines()[-1] == b"[]"


def test_the_version_is_printed(casefacts: Any) -> None:
    assert casefacts("--version").out == "casefacts 0.1.0\n"


# --- extract -----------------------------------------------------------------------------------------------


def test_extract_writes_and_sums_up(casefacts: Any, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(PLEA, encoding="utf-8")
    (folder / "b.txt").write_text(QUIET, encoding="utf-8")
    result = casefacts("extract", folder)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "2 articles: 1 with facts, 1 without, 0 failed, 0 skipped",
        "1 record: 0 charges, 1 verdict, 0 sentences",
        '1 article with facts but without a known date: "on Thursday" stays open there (--published gives a date)',
        "written to outputs: charges.csv, verdicts.csv, sentences.csv, articles.csv, facts.jsonl",
    ]
    assert list(read_facts(tmp_path / "outputs")["verdicts"]["defendant"]) == ["Leo Marsh"]


def test_single_failures_are_told_and_do_not_fail_the_run(casefacts: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(QUIET, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00")
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    result = casefacts("extract", "a.txt", "b.txt", "c.pdf", "--out", "out")
    assert result.code == 0
    assert "1 without, 1 failed, 1 skipped" in result.out
    expected = f"casefacts: 2 articles not read: the column reason of {Path('out/articles.csv')} says why\n"
    assert result.err == expected


def test_extract_reads_standard_input(casefacts: Any, tmp_path: Path) -> None:
    result = casefacts("extract", "-", "--out", "out", "--published", "2024-07-12", stdin=PLEA)
    assert result.code == 0
    [row] = read_facts(tmp_path / "out")["verdicts"].to_dict("records")
    assert (row["article"], row["date"]) == ("stdin", "2024-07-11")


def test_no_progress_bar_in_a_file(casefacts: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(QUIET, encoding="utf-8")
    assert casefacts("extract", "a.txt").err == ""


# --- what goes wrong: one line, and what to do -------------------------------------------------------------

# arguments, exit code, words of the message
MISTAKES = [
    (["extract", "gone"], 2, ["gone", "no such file", "check the path"]),
    (["extract", "a.txt", "gone"], 2, ["gone", "no such file"]),
    (["explain", "gone.txt"], 2, ["gone.txt", "no such file"]),
    (["text", "gone.txt"], 2, ["gone.txt", "no such file"]),
    (["evaluate", "gone.jsonl", "."], 2, ["gone.jsonl", "no such file"]),
    (["extract", "a.txt", "--published", "July"], 2, ["--published July", "2024-07-12"]),
    (["explain", "a.txt", "--published", "2024-02-30"], 2, ["--published 2024-02-30", "2024-07-12"]),
    (["extract", "a.txt", "--out", "a.txt"], 1, ["a.txt", "--out"]),
    (["extract", "a.txt", "--out", "a.txt/b"], 1, ["a.txt/b", "--out"]),
    (["extract", "empty"], 1, ["empty", "no files", "name text or HTML files"]),
    (["extract", "b.bin"], 1, ["not read", "articles.csv"]),
    (["explain", "b.bin"], 1, ["b.bin", "convert it first"]),
    (["text", "binary.txt"], 1, ["binary.txt", "convert it to text first"]),
    (["text", "empty"], 1, ["empty", "directory"]),
    (["evaluate", "a.txt", "."], 1, ["a.txt:1"]),
    (["evaluate", "gold.jsonl", "empty"], 1, ["nowhere.txt", "no such file"]),
]


@pytest.mark.parametrize(("arguments", "code", "words"), MISTAKES, ids=[" ".join(m[0]) for m in MISTAKES])
def test_a_mistake_is_one_clear_line(
    arguments: list[str], code: int, words: list[str], casefacts: Any, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(QUIET, encoding="utf-8")
    (tmp_path / "b.bin").write_bytes(b"\x00")
    (tmp_path / "binary.txt").write_bytes(b"\x00")
    (tmp_path / "empty").mkdir()
    (tmp_path / "gold.jsonl").write_text('{"article": "nowhere.txt", "records": []}\n', encoding="utf-8")
    result = casefacts(*arguments)
    assert result.code == code
    [line] = result.err.splitlines()
    assert line.startswith("casefacts: ")
    assert [word for word in words if word not in line] == []


def test_a_missing_model_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(QUIET, encoding="utf-8")
    done = shell(f"casefacts explain '{tmp_path}/a.txt' --model no_such_model")
    [line] = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert "no_such_model" in line
    assert "install" in line


@pytest.mark.parametrize("arguments", [["extract"], ["extrat"], ["explain", "a", "--colour"]], ids=" ".join)
def test_usage_errors_leave_with_2(arguments: list[str], casefacts: Any) -> None:
    result = casefacts(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "Traceback" not in result.err


# --- explain -----------------------------------------------------------------------------------------------


def test_explain_in_words_and_in_json(casefacts: Any) -> None:
    words = casefacts("explain", "-", "--published", "2024-07-12", stdin=PLEA)
    data = json.loads(casefacts("explain", "-", "--published", "2024-07-12", "--json", stdin=PLEA).out)
    assert words.code == 0
    assert '"Thursday" = 2024-07-11 (date.weekday)' in words.out
    assert "defendant=Leo Marsh" in words.out
    [sentence] = data["sentences"]
    [record] = sentence["records"]
    assert (data["article"], data["published"]) == ("stdin", "2024-07-12")
    assert PLEA[record["start"] : record["end"]] == record["evidence"]


def test_explain_all_shows_more(casefacts: Any) -> None:
    text = f"{PLEA}\nThe weather was fine.\n"
    assert "weather" not in casefacts("explain", "-", stdin=text).out
    assert "weather" in casefacts("explain", "-", "--all", stdin=text).out


def test_article_text_never_reaches_the_terminal_as_control_characters(casefacts: Any) -> None:
    text = "\x1b[31m Leo Marsh pleaded guilty to burglary. \x07 \u202e\n"
    for option in ([], ["--json"]):
        result = casefacts("explain", "-", *option, stdin=text)
        assert result.code == 0
        assert "pleaded guilty" in result.out
        assert {"\x1b", "\x07", "\u202e"}.isdisjoint(result.out)


def test_a_terminal_without_unicode_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“Leo Marsh pleaded guilty to burglary,” he said.", encoding="utf-8")
    done = shell(f"casefacts explain '{tmp_path}/a.txt'", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert rb"\u201cLeo Marsh" in done.stdout


# --- text --------------------------------------------------------------------------------------------------


def test_text_is_the_canonical_text_byte_for_byte(casefacts: Any, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffOne\r\n“two” \x1b[0m\n\n".encode())
    assert shell(f"casefacts text '{tmp_path}/a.txt'").stdout == "One\n“two” \x1b[0m\n\n".encode()
    page = articles / "ledger-coach-sentenced.html"
    assert casefacts("text", page).out == read_file(page, page.name).text
    assert casefacts("text", "-", stdin=page.read_bytes()).out == read_file(page, page.name).text


def test_text_on_a_terminal_shows_control_characters_as_escapes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One \x1b[31mtwo\n", encoding="utf-8")
    master, terminal = pty.openpty()
    command = [sys.executable, "-c", MAIN, "text", str(tmp_path / "a.txt")]
    subprocess.run(command, stdout=terminal, check=True, timeout=60)
    os.close(terminal)
    assert os.read(master, 100) == b"One \\x1b[31mtwo\r\n"
    os.close(master)


@pytest.mark.parametrize("command", ["text", "explain --json --all"])
def test_a_reader_that_leaves_early_is_no_error(command: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLEA * 3000 if command == "text" else PLEA * 200, encoding="utf-8")
    done = shell(f"set -o pipefail; casefacts {command} '{tmp_path}/a.txt' | head -n 1")
    assert (done.returncode, done.stderr, done.stdout.count(b"\n")) == (0, b"", 1)


# --- evaluate ----------------------------------------------------------------------------------------------


def test_evaluate_prints_the_figures(casefacts: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLEA, encoding="utf-8")
    (tmp_path / "b.txt").write_text(PLEA, encoding="utf-8")
    casefacts("extract", "a.txt", "--published", "2024-07-12")
    gold = (tmp_path / "outputs" / "facts.jsonl").read_text(encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(f'{gold}{{"article": "b.txt", "records": []}}\n', encoding="utf-8")
    result = casefacts("evaluate", "gold.jsonl", ".")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in result.out.splitlines()]
    assert result.code == 0
    assert rows[0] == ["", "gold", "precision", "recall", "F1", "date", "evidence", "false accusations"]
    assert rows[2] == ["charge", "0", "-", "-", "-", "-", "-", "-"]
    assert rows[5] == ["all", "1", "0.500", "1.000", "0.667", "1.000", "1.000", "0.500"]
    assert rows[-1] == ["1 of 1 articles without facts gave a record with a name"]
