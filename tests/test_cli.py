"""The command line: what it prints, its exit codes, and that it answers at once and in one line."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from casefacts import cli, read_facts
from casefacts.extractor import Extractor
from casefacts.read import read_file

COMMANDS = (
    "extract", "report", "explain", "text", "evaluate", "rules", "diff", "sample", "convert",
    "gold", "gold check", "gold draft", "gold agree",
)  # fmt: skip
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
    monkeypatch.setattr(cli, "_extractor", lambda model, own_rules=None: extractor)
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
    shown = re.sub(r"COMMAND \[ARGS\]\.\.\.|[}\]]\.\.\.", "", result.out)
    assert "..." not in shown


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
    assert casefacts("--version").out == f"casefacts {version('casefacts')}\n"


# --- extract -----------------------------------------------------------------------------------------------


def test_extract_writes_and_sums_up(casefacts: Any, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(PLEA, encoding="utf-8")
    (folder / "b.txt").write_text(QUIET, encoding="utf-8")
    result = casefacts("extract", folder)
    assert (result.code, result.out) == (0, "")
    assert result.err.splitlines() == [
        "2 articles: 1 with facts, 1 without, 0 failed, 0 skipped",
        "1 record: 0 charges, 1 verdict, 0 sentences",
        '1 article with facts but without a known date: "on Thursday" stays open there (--published gives a date)',
        "written to outputs: charges.csv, verdicts.csv, sentences.csv, articles.csv, facts.jsonl, facts.sqlite",
    ]
    assert list(read_facts(tmp_path / "outputs")["verdicts"]["defendant"]) == ["Leo Marsh"]


def test_single_failures_are_told_and_do_not_stop_the_run(casefacts: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(QUIET, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00")
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    result = casefacts("extract", "a.txt", "b.txt", "c.pdf", "--out", "out")
    assert (result.code, result.out) == (4, "")
    assert "1 without, 1 failed, 1 skipped" in result.err
    assert "failed: b.txt: binary content, not text: convert it to text first\n" in result.err
    assert f"the column reason of {Path('out/articles.csv')} says why" in result.err
    assert casefacts("extract", "a.txt", "c.pdf", "--out", "out").code == 0


def test_extract_reads_standard_input(casefacts: Any, tmp_path: Path) -> None:
    result = casefacts("extract", "-", "--out", "out", "--published", "2024-07-12", stdin=PLEA)
    assert result.code == 0
    [row] = read_facts(tmp_path / "out")["verdicts"].to_dict("records")
    assert (row["article"], row["date"]) == ("stdin", "2024-07-11")


def test_no_progress_bar_in_a_file(casefacts: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(QUIET, encoding="utf-8")
    lines = casefacts("extract", "a.txt").err.splitlines()
    assert len(lines) == 3 and "\x1b" not in "".join(lines)


def test_a_list_of_files(casefacts: Any, tmp_path: Path) -> None:
    for name in ("a.txt", "b c.txt", "d.txt"):
        (tmp_path / name).write_text(PLEA, encoding="utf-8")
    assert casefacts("extract", "--files-from", "-", "--out", "out", stdin="a.txt\nb c.txt\n\n").code == 0
    assert list(read_facts(tmp_path / "out")["articles"]["article"]) == ["a.txt", "b c.txt"]
    (tmp_path / "list").write_bytes(b"d.txt\0b c.txt\0")
    assert casefacts("extract", "--files-from", "list", "--out", "out").code == 0
    assert list(read_facts(tmp_path / "out")["articles"]["article"]) == ["b c.txt", "d.txt"]


def test_a_second_run_says_what_it_kept_and_why_not(casefacts: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLEA, encoding="utf-8")
    casefacts("extract", "a.txt")
    assert "(1 of them done before)" in casefacts("extract", "a.txt").err
    assert "done before" not in casefacts("extract", "a.txt", "--fresh").err
    again = casefacts("extract", "a.txt", "--published", "2024-07-12").err
    assert "all done anew, since this has changed: published" in again


def test_rules_with_faults_leave_with_3(casefacts: Any, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "offenses-mine.toml").write_text('[[rule]]\nid = "o"\nforms = ["moot"]\n', encoding="utf-8")
    result = casefacts("rules", "--check", "--rules", "own")
    assert result.code == 3
    assert result.out.splitlines() == [
        "o: no line in `examples`: write one", "o: no line in `never`: write one", "1 rule, 2 faults"
    ]  # fmt: skip


def test_rules_are_looked_up_by_words(casefacts: Any) -> None:
    told = casefacts("rules", "pleaded no contest").out
    assert 'verdict.convicted.no-contest (verdicts.toml) finds "pleaded no contest" by "$plead no contest"' in told
    assert "method=no_contest_plea" in told
    assert "but not      Leo Marsh is expected to plead no contest" in told
    assert casefacts("rules", "contest").out.startswith("within longer forms of: verdict.convicted.no-contest")
    assert casefacts("rules", "brewer").out == "in the lists of words.toml: company_nouns (brewer)\n"
    assert "no rule has 'zebra'" in casefacts("rules", "zebra").out
    assert re.search(r"^verdicts.toml +\d+ rules, each states how a charge ended$", casefacts("rules").out, re.M)


@pytest.mark.parametrize("form", ["2024-07-12", "July 12, 2024", "Fri, 12 Jul 2024 23:30:00 -0700", "1720780200"])
def test_the_date_option_takes_any_common_form(form: str, casefacts: Any) -> None:
    assert "published 2024-07-12 (option)" in casefacts("explain", "-", "--published", form, stdin=PLEA).out


def test_warnings_are_told(casefacts: Any, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": PLEA, "published": "soon"}), encoding="utf-8")
    result = casefacts("extract", "a.jsonl")
    assert result.code == 0
    assert f"1 article with warnings: see that column of {Path('outputs/articles.csv')}" in result.err
    assert "a.jsonl#1: published 'soon': not a date" in casefacts("explain", "a.jsonl#1").err


def test_suppressed_names_are_counted_and_stand_nowhere(casefacts: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLEA + "Ana Diaz was convicted of arson.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Ana Diaz was convicted of arson.\n", encoding="utf-8")
    assert casefacts("extract", "a.txt", "b.txt", "--out", "run").code == 0
    (tmp_path / "names").write_text("leo marsh\n", encoding="utf-8")
    result = casefacts("extract", "a.txt", "b.txt", "--out", "run", "--suppress", "names", "--report")
    assert "all done anew, since this has changed: suppressed names" in result.err
    assert "1 record of suppressed names left out" in result.err
    assert "Marsh" not in result.err
    assert not [file for file in (tmp_path / "run").iterdir() if b"Marsh" in file.read_bytes()]
    assert len(read_facts(tmp_path / "run")["verdicts"]) == 2
    assert casefacts("extract", "a.txt", "b.txt", "--out", "run").err.count("all done anew") == 1


@pytest.mark.parametrize("tool", ["label-studio", "cas"])
def test_a_run_goes_to_a_tool_and_back(tool: str, casefacts: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLEA, encoding="utf-8")
    casefacts("extract", "a.txt", "--out", "run")
    assert casefacts("convert", "run", "--to", tool, "--out", "there").code == 0
    assert "1 article written to back.jsonl" in casefacts("convert", "there", "--from", tool, "--out", "back.jsonl").err
    assert casefacts("diff", "run", "back.jsonl", "--json").out.strip() == "[]"
    assert "0 faults" in casefacts("gold", "check", "back.jsonl", "--articles", ".").out


def test_a_byte_order_mark_for_excel(casefacts: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLEA, encoding="utf-8")
    for options, bom in ((["--bom"], True), ([], False)):
        casefacts("extract", "a.txt", *options)
        assert (tmp_path / "outputs" / "verdicts.csv").read_bytes().startswith(b"\xef\xbb\xbf") == bom
        assert list(read_facts(tmp_path / "outputs")["verdicts"]["defendant"]) == ["Leo Marsh"]


# --- what goes wrong: one line, and what to do -------------------------------------------------------------

# arguments, exit code, words of the message
MISTAKES = [
    (["extract", "gone"], 2, ["gone", "no such file", "check the path"]),
    (["extract", "a.txt", "gone"], 2, ["gone", "no such file"]),
    (["explain", "gone.txt"], 2, ["gone.txt", "no such file"]),
    (["text", "gone.txt"], 2, ["gone.txt", "no such file"]),
    (["evaluate", "gone.jsonl", "--articles", "."], 2, ["gone.jsonl", "no such file"]),
    (["evaluate", "gold.jsonl"], 2, ["--articles", "--predictions"]),
    (["evaluate", "gold.jsonl", "--predictions", "empty", "--errors", "x.html"], 2, ["--articles"]),
    (["evaluate", "gold.jsonl", "--predictions", "empty", "--why"], 2, ["--why", "--articles"]),
    (["evaluate", "gold.jsonl", "--predictions", "empty"], 1, ["facts.jsonl"]),
    (["gold", "check", "gone.jsonl"], 2, ["gone.jsonl", "no such file"]),
    (["gold", "draft", "empty", "--out", "new.jsonl"], 1, ["empty", "name a folder"]),
    (["gold", "draft", ".", "--out", "a.txt"], 2, ["a.txt", "is there already"]),
    (["gold", "agree", "gold.jsonl", "a.txt"], 1, ["a.txt:1"]),
    (["diff", "gone", "empty"], 2, ["gone", "no such file"]),
    (["diff", "empty", "empty"], 1, ["facts.jsonl"]),
    (["extract", "a.txt", "--published", "July"], 2, ["--published July", "2024-07-12"]),
    (["extract", "a.txt", "--published", "7/12/2024"], 2, ["--published 7/12/2024", "two days", "2024-07-12"]),
    (["explain", "a.txt", "--columns", "body"], 2, ["--columns body", "text=NAME"]),
    (["text", "t.csv#n1"], 1, ["t.csv#n1", "no column 'text'", "--columns text=NAME", "'id', 'body'"]),
    (["text", "t.csv", "--columns", "text=body"], 1, ["t.csv", "name a row of it", "t.csv#n1"]),
    (["explain", "t.csv#n9", "--columns", "text=body"], 1, ["no row 'n9' in t.csv"]),
    (["text", "gone.csv#n1"], 2, ["gone.csv#n1", "no such file"]),
    (["explain", "a.txt", "--published", "2024-02-30"], 2, ["--published 2024-02-30", "2024-07-12"]),
    (["extract", "a.txt", "--out", "a.txt"], 1, ["a.txt", "--out"]),
    (["extract", "a.txt", "--out", "a.txt/b"], 1, ["a.txt/b", "--out"]),
    (["extract"], 2, ["name folders", "--files-from"]),
    (["extract", "--files-from", "gone"], 2, ["gone", "check the path"]),
    (["extract", "empty"], 1, ["no files", "name text or HTML files"]),
    (["report", "empty"], 1, ["empty", "casefacts extract"]),
    (["report", "empty", "--review", "gone"], 2, ["gone", "no such file"]),
    (["report", "empty", "--review", "gold.jsonl"], 1, ["gold.jsonl", "no decisions"]),
    (["report", "empty", "--suppress", "gone"], 2, ["gone", "no such file"]),
    (["extract", "a.txt", "--suppress", "empty"], 2, ["empty", "one name a line"]),
    (["sample", "gone"], 2, ["gone", "no such file"]),
    (["sample", "empty"], 1, ["facts.sqlite", "casefacts extract"]),
    (["sample", "empty", "--marks", "gone"], 2, ["gone", "no such file"]),
    (["sample", "empty", "--marks", "a.txt"], 1, ["facts.sqlite", "casefacts extract"]),
    (["convert", "gold.jsonl", "--out", "x"], 2, ["--to", "--from", "label-studio", "cas"]),
    (["convert", "gold.jsonl", "--to", "cas", "--out", "x"], 2, ["--articles"]),
    (["convert", "empty", "--to", "cas", "--out", "x"], 1, ["facts.sqlite"]),
    (["convert", "empty", "--from", "cas", "--out", "x"], 1, ["no .xmi files"]),
    (["convert", "a.txt", "--from", "label-studio", "--out", "x"], 1, ["a.txt", "no JSON"]),
    (["explain", "b.bin"], 1, ["b.bin", "convert it first"]),
    (["text", "binary.txt"], 1, ["binary.txt", "convert it to text first"]),
    (["text", "empty"], 1, ["empty", "directory"]),
    (["evaluate", "a.txt", "--articles", "."], 1, ["a.txt:1"]),
    (["evaluate", "gold.jsonl", "--articles", "empty"], 1, ["nowhere.txt", "no such file"]),
    (["evaluate", "gold.jsonl", "--predictions", "gold.jsonl", "--by", "county"], 1, ["county", "prefix"]),
    (["extract", "a.txt", "--rules", "gone"], 2, ["gone", "name a folder of rule files"]),
    (["extract", "a.txt", "--rules", "empty"], 2, ["empty", "charges.toml", "words.toml"]),
    (["extract", "a.txt", "--rules", "rules"], 2, ["rules/cues.toml", "'cue.x'", "statuz", "status, traits"]),
    (["rules", "--check", "--rules", "rules"], 2, ["rules/cues.toml", "'cue.x'", "statuz"]),
]


@pytest.mark.parametrize(("arguments", "code", "words"), MISTAKES, ids=[" ".join(m[0]) for m in MISTAKES])
def test_a_mistake_is_one_clear_line(
    arguments: list[str], code: int, words: list[str], casefacts: Any, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(QUIET, encoding="utf-8")
    (tmp_path / "b.bin").write_bytes(b"\x00")
    (tmp_path / "binary.txt").write_bytes(b"\x00")
    (tmp_path / "empty").mkdir()
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "cues.toml").write_text('[[rule]]\nid = "cue.x"\nstatuz = "negated"\n', encoding="utf-8")
    (tmp_path / "t.csv").write_text("id,body\nn1,x\n", encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text('{"article": "nowhere.txt", "records": []}\n', encoding="utf-8")
    result = casefacts(*arguments)
    assert result.code == code
    [line] = result.err.splitlines()
    assert line.startswith("casefacts: ")
    assert [word for word in words if word not in line] == []


def test_unknown_ways_are_refused_with_those_that_are(tmp_path: Path, casefacts: Any) -> None:
    (tmp_path / "a.txt").write_text(QUIET, encoding="utf-8")
    result = casefacts("extract", str(tmp_path / "a.txt"), "--links", "name,guess")
    [line] = result.err.splitlines()
    assert (result.code, "pronoun" in line, "guess" in line) == (2, True, True)


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


@pytest.mark.parametrize("row", ["n1", "https://a.example/1#top", "3"])
def test_a_row_of_a_table(row: str, casefacts: Any, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    ids = ("n1", "https://a.example/1#top", "")
    rows = "".join(f"{id};{PLEA.strip()};12 July 2024\n" for id in ids)
    (folder / "t.csv").write_text(f"id;body;day\n{rows}", encoding="utf-8")
    columns = ("--columns", "text=body,published=day")
    assert casefacts("text", f"in/t.csv#{row}", *columns).out == PLEA.strip()
    shown = casefacts("explain", f"in/t.csv#{row}", *columns).out
    assert shown.startswith(f"t.csv#{row}: published 2024-07-12 (metadata)")
    casefacts("extract", "in", *columns)
    assert f"t.csv#{row}" in list(read_facts(tmp_path / "outputs")["articles"]["article"])


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


@pytest.fixture
def measured(casefacts: Any, tmp_path: Path) -> Any:
    """Two articles of one plea each, of which the gold knows one; `outputs` holds a run over them."""
    (tmp_path / "a-1.txt").write_text(PLEA, encoding="utf-8")
    (tmp_path / "b-1.txt").write_text(PLEA, encoding="utf-8")
    casefacts("extract", "a-1.txt", "--published", "2024-07-12")
    gold = (tmp_path / "outputs" / "facts.jsonl").read_text(encoding="utf-8")
    lines = f'{gold}{{"article": "b-1.txt", "county": "Kelso", "records": []}}\n'
    (tmp_path / "gold.jsonl").write_text(lines, encoding="utf-8")
    casefacts("extract", "a-1.txt", "b-1.txt", "--published", "2024-07-12")
    return casefacts


def rows(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in text.splitlines() if line.strip()]


SOURCES = (["--articles", "."], ["--predictions", "outputs"])


@pytest.mark.parametrize("source", SOURCES, ids=" ".join)
def test_evaluate_prints_counts_first_and_what_is_undefined(source: list[str], measured: Any) -> None:
    result = measured("evaluate", "gold.jsonl", *source)
    table = rows(result.out)
    assert (result.code, result.err) == (0, "")
    assert table[0] == [
        "",
        "gold",
        "found",
        "false",
        "missed",
        "precision",
        "recall",
        "F1",
        "95 %",
        "wrong person",
        "wrong fact",
    ]
    assert table[2] == ["charge", "0", "0", "0", "0", "-", "-", "-", "-", "-", "-"]
    assert table[5] == ["all", "1", "1", "1", "0", "0.500", "1.000", "0.667", "0.000 to 1.000", "0.500", "0.000"]
    assert table[6] == ["mean of 2 articles", "", "", "", "", "0.500", "1.000", "0.500", "", "", ""]
    assert table[-1] == ["1 of 1 articles without facts gave a record with a name"]
    assert ["date", "1", "1", "1.000", "1.000", "1", "1", "1.000"] in table
    assert ["judge", "1", "1", "1.000", "1.000", "0", "0", "-"] in table


def test_evaluate_by_group(measured: Any) -> None:
    by_prefix = rows(measured("evaluate", "gold.jsonl", "--predictions", "outputs", "--by", "prefix").out)
    assert [row[0] for row in by_prefix[7:9]] == ["a", "b"]
    by_county = json.loads(
        measured("evaluate", "gold.jsonl", "--predictions", "outputs", "--by", "county", "--json").out
    )
    assert {name: part["all"]["false"] for name, part in by_county["groups"].items()} == {"(none)": 0, "Kelso": 1}


def test_evaluate_says_why(measured: Any) -> None:
    table = rows(measured("evaluate", "gold.jsonl", "--articles", ".", "--why").out)
    assert ["false because of", "records"] in table
    assert ["person", "1"] in table
    figures = json.loads(measured("evaluate", "gold.jsonl", "--articles", ".", "--why", "--json").out)
    assert figures["links"] == {
        "predicted": 1, "right": 1, "wanted": 1, "found": 1, "precision": 1.0, "recall": 1.0, "missing": {},
    }  # fmt: skip
    assert figures["missed_because"] == []
    assert [(each["article"], each["cause"]) for each in figures["false_because"]] == [("b-1.txt", "person")]


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        ([], 0),
        (["--min-f1", "0.6", "--max-false", "0.5"], 0),
        (["--min-f1", "0.7"], 3),
        (["--max-false", "0.4"], 3),
    ],
)
def test_evaluate_holds_to_limits(limits: list[str], code: int, measured: Any) -> None:
    result = measured("evaluate", "gold.jsonl", "--predictions", "outputs", *limits)
    assert result.code == code
    assert bool(result.err) == (code != 0)


def test_evaluate_says_which_articles_of_a_run_are_not_in_the_gold(measured: Any, tmp_path: Path) -> None:
    (tmp_path / "some.jsonl").write_text('{"article": "b-1.txt", "records": []}\n', encoding="utf-8")
    result = measured("evaluate", "some.jsonl", "--predictions", "outputs", "--json")
    assert (json.loads(result.out)["articles"], result.code) == (1, 0)
    assert "1 article of the run not in the gold" in result.err


def test_a_sample_is_drawn_once_and_its_marks_are_counted(measured: Any, tmp_path: Path) -> None:
    drawn = measured("sample", "outputs", "--records", "2", "--out", "s.csv")
    assert drawn.code == 0
    assert drawn.err.startswith("2 of 2 records written to s.csv")
    again = measured("sample", "outputs", "--out", "s.csv")
    assert (again.code, "s.csv is there already" in again.err) == (2, True)
    file = tmp_path / "s.csv"
    file.write_text(file.read_text(encoding="utf-8").replace(",,\n", ",yes,\n", 1), encoding="utf-8")
    counted = measured("sample", "outputs", "--marks", "s.csv")
    assert rows(counted.out)[2] == ["verdict", "1", "0", "0", "1", "1.000", "0.207 to 1.000"]
    assert ["name", "1", "0", "0", "1", "1.000", "0.207 to 1.000"] in rows(counted.out)
    assert "1 record not marked yet" in counted.err
    figures = json.loads(measured("sample", "outputs", "--marks", "s.csv", "--json").out)
    assert (figures["all"]["precision"], figures["linked_by"]["name"]["unmarked"]) == (1.0, 1)


def test_a_run_without_records_gives_no_sample(casefacts: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(QUIET, encoding="utf-8")
    casefacts("extract", "a.txt")
    result = casefacts("sample", "outputs")
    assert (result.code, "no records in outputs" in result.err) == (1, True)


def test_gold_draft_is_what_evaluate_finds_perfect(measured: Any, tmp_path: Path) -> None:
    assert measured("gold", "draft", ".", "--out", "draft.jsonl", "--published", "2024-07-12").code == 0
    lines = [json.loads(line) for line in (tmp_path / "draft.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {"a-1.txt": 1, "b-1.txt": 1}.items() <= {line["article"]: len(line["records"]) for line in lines}.items()
    assert lines[0]["records"][0]["optional"] is False
    assert "rule" not in lines[0]["records"][0]
    assert measured("gold", "check", "draft.jsonl", "--articles", ".").code == 0
    assert json.loads(measured("evaluate", "draft.jsonl", "--articles", ".", "--json").out)["all"]["f1"] == 1.0


def test_gold_agree_counts_what_only_one_has(measured: Any, tmp_path: Path) -> None:
    result = measured("gold", "agree", "gold.jsonl", "outputs/facts.jsonl", "--json")
    figures = json.loads(result.out)["all"]
    assert (figures["found"], figures["false"], figures["missed"]) == (1, 1, 0)


def test_diff_shows_gained_lost_and_changed_by_rule(measured: Any, tmp_path: Path) -> None:
    before = tmp_path / "before"
    before.mkdir()
    lines = [json.loads(line) for line in (tmp_path / "outputs" / "facts.jsonl").read_text("utf-8").splitlines()]
    lines[0]["records"][0]["date"] = "2024-07"
    lost = lines.pop()
    lines.append(lost | {"article": "gone.txt"})
    (before / "facts.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    shown = measured("diff", "before", "outputs").out
    assert shown.splitlines()[:2] == ["1 gained, 1 lost, 1 changed", "  verdict.convicted.plea: +1 -1 ~1"]
    assert "date: 2024-07 -> 2024-07-11" in shown
    assert "Leo Marsh pleaded guilty to burglary" in shown
    changes = json.loads(measured("diff", "before", "outputs", "--json").out)
    assert [(change["kind"], change["article"]) for change in changes] == [
        ("changed", "a-1.txt"),
        ("gained", "b-1.txt"),
        ("lost", "gone.txt"),
    ]
    assert measured("diff", "outputs", "outputs").out == "0 gained, 0 lost, 0 changed\n"


def test_diff_says_that_a_run_is_of_another_format(measured: Any, tmp_path: Path) -> None:
    shutil.copytree(tmp_path / "outputs", tmp_path / "before")
    with closing(sqlite3.connect(tmp_path / "before" / "facts.sqlite")) as connection:
        connection.execute("PRAGMA user_version = 7")
    assert "before was written in format 7" in measured("diff", "before", "outputs").err
    assert measured("diff", "outputs", "outputs").err == ""
