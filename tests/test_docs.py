"""The README is true: its examples run, its output is what the program gives, and no name is missing from it.

`python tests/test_docs.py` writes the README's examples of output anew.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner

import casefacts
from casefacts import cli, export, records
from casefacts.extractor import Extractor
from casefacts.lint import faults, unproved_by_effect
from casefacts.read import article, read_file
from casefacts.rulebook import Rulebook

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")

SHOWN_ARTICLE = "hung-jury-warehouse-fire.txt"
SHOWN_COLUMNS = ("defendant", "offense", "outcome", "method", "date", "evidence", "start")
VOCABULARIES = (
    records.Action,
    records.Plea,
    records.Outcome,
    records.Method,
    records.Prejudice,
    records.Kind,
    records.Status,
    records.Parole,
    records.PublishedFrom,
    export.ArticleStatus,
)

# the two blocks of output: a table, and a command with what it prints
_MADE = re.compile(r"(<!-- made by: python tests/test_docs.py -->\n)(.*?)(<!-- end -->\n)", re.DOTALL)
_CONSOLE = re.compile(r"```console\n\$ (.*?)\n")


def blocks(language: str) -> list[str]:
    """The code blocks of a language, those in lists without their indent."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^\1```$", TEXT, re.DOTALL | re.MULTILINE)
    return [re.sub(rf"^{indent}", "", code, flags=re.MULTILINE) for indent, code in found]


def commands() -> list[str]:
    """The lines of the README that call the installed command."""
    return [line for block in blocks("bash") for line in block.splitlines() if line.startswith("casefacts ")]


def example_table(extractor: Extractor) -> str:
    """The verdicts of one sample article, as a Markdown table of some columns."""
    article = read_file(ROOT / "articles" / SHOWN_ARTICLE, SHOWN_ARTICLE)
    rows = [records.as_row(r) for r in extractor.records(article) if r.type == "verdict"]
    lines = [" | ".join(SHOWN_COLUMNS), " | ".join("---" for _ in SHOWN_COLUMNS)]
    lines += [" | ".join(export.cell(row[column]) for column in SHOWN_COLUMNS) for row in rows]
    return "".join(f"| {' '.join(line.split())} |\n" for line in lines)


def example_session(block: str) -> str:
    """The command of the block with what it prints now."""
    match = _CONSOLE.match(block)
    assert match
    python = shlex.quote(sys.executable)
    function = f"casefacts() {{ {python} -c 'from casefacts.cli import main; main()' \"$@\"; }}"
    done = subprocess.run(
        ["bash", "-c", f"{function}; {match[1]}"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        check=True,
        timeout=60,
    )
    return f"```console\n$ {match[1]}\n{done.stdout}```\n"


def up_to_date(text: str, extractor: Extractor) -> str:
    """The README with its examples of output made anew."""

    def made(match: re.Match[str]) -> str:
        console = match[2].startswith("```console")
        body = example_session(match[2]) if console else example_table(extractor)
        return match[1] + body + match[3]

    return _MADE.sub(made, text)


def test_the_output_shown_is_what_the_program_gives(extractor: Extractor) -> None:
    assert len(_MADE.findall(TEXT)) == 2
    assert up_to_date(TEXT, extractor) == TEXT, "run: python tests/test_docs.py"


def test_the_output_shown_says_something() -> None:
    table, session = (body for _, body, _ in _MADE.findall(TEXT))
    assert len(table.splitlines()) > 3
    assert "rejected" in session
    assert "VERDICT" in session


def test_the_python_example_runs() -> None:
    [code] = blocks("python")
    test = doctest.DocTestParser().get_doctest(code, {}, "README", str(README), 0)
    assert len(test.examples) == 7
    assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("command", commands())
def test_the_commands_run(command: str, extractor: Extractor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "articles", tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "_extractor", lambda model, own_rules=None: extractor)
    for line in commands()[: commands().index(command) + 1]:
        if (
            line == command or "gold draft" in line or "--records" in line or "--out outputs" in line
        ):  # what a later command reads
            result = CliRunner().invoke(cli.app, shlex.split(line)[1:])
            assert result.exit_code == 0, result.stderr


def test_the_two_commands_at_the_top_are_lines_of_bash() -> None:
    first, second = blocks("bash")[:2]
    for line in (first, second):
        assert len(line.splitlines()) == 1
        subprocess.run(["bash", "-n", "-c", line], check=True)
    assert first.endswith("/casefacts extract articles\n")
    assert second.endswith("/python -m pytest\n")
    assert TEXT.index(first) < TEXT.index("## ")


def test_every_command_option_and_file_is_there() -> None:
    for group, app in (("", cli.app), ("gold ", cli.gold_app)):
        for command in app.registered_commands:
            assert command.callback
            assert f"`casefacts {group}{command.callback.__name__}" in TEXT
    options = "--out --published --model --all --json --version --help --articles --predictions --by --errors --min-f1"
    options += " --jobs --report --fresh --files-from --columns --no-focus --bom --review --suppress --to --from"
    options += " --shard --cluster --format --rules --check --records --seed --marks"
    for option in (*options.split(), "--max-false"):
        assert option in TEXT
    for file in export.FILES:
        assert f"`{file}`" in TEXT


@pytest.mark.parametrize("table", export.COLUMNS)
def test_every_column_is_there(table: str) -> None:
    assert [column for column in export.COLUMNS[table] if f"`{column}`" not in TEXT] == []


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: get_args(vocabulary)[0])
def test_every_value_is_there(vocabulary: object) -> None:
    assert [value for value in get_args(vocabulary) if f"`{value}`" not in TEXT] == []


def test_every_link_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", TEXT)
    assert len(links) >= 4
    assert [link for link in links if not link.startswith("https://") and not (ROOT / link).exists()] == []


def own_files() -> dict[str, str]:
    """The rule files that the section shows, by name; the first block belongs to the file that its text names."""
    first, *others = blocks("toml")
    shown = {re.match(r"# mine/(\S+)\n", block)[1]: block for block in others}  # type: ignore[index]
    return {next(iter(re.findall(r"`mine/(offenses-\w+\.toml)`", TEXT))): first} | shown


# a sentence that only a rule of the section makes a record of, or no record any more
TOLD = [
    ("Ana Roe was convicted of letting her dogs chase sheep.", {"verdict.convicted"}),
    ("The judge ruled that Ana Roe had no case to answer on two counts of theft.", {"verdict.acquitted.no-case"}),
    ("Ana Roe was saddled with two counts of theft.", {"charge.saddled"}),
    ("Ana Roe landed four years for theft.", {"sentence.landed"}),
    ("The court heard that prosecutors shied away from charging Ana Roe with theft.", set()),
    ("The presbytery cleared Ana Roe of theft, a court heard.", set()),
]


def test_adding_rules_works_as_told(tmp_path: Path) -> None:
    for name, content in own_files().items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    book = Rulebook.load(own=tmp_path)
    own = [rule for rule in book.rules if rule.file.startswith(str(tmp_path))]
    extractor = Extractor(own_rules=tmp_path)
    assert len(own) == 5
    assert list(faults(book)) == []
    assert [fault for rule in own for fault in unproved_by_effect(rule, extractor)] == []
    told = [{record.rule for record in extractor.records(article(text))} for text, _ in TOLD]
    assert told == [rules for _, rules in TOLD]


def test_giving_a_rule_to_everybody_names_tests_that_are_there() -> None:
    [command] = re.findall(r"`\.venv/bin/python -m pytest (tests/test_rulebook\.py) -k \w+`", TEXT)
    assert all((ROOT / file).exists() for file in (command, "tests/test_gate.py", "tests/test_floors.py"))


def test_the_changelog_knows_this_version() -> None:
    assert f"## {casefacts.__version__}\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


if __name__ == "__main__":
    README.write_text(up_to_date(TEXT, Extractor()), encoding="utf-8")
