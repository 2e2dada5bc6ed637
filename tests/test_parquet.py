"""Parquet, in and out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from casefacts import read_facts
from casefacts.export import COLUMNS, INTEGERS, NUMBERS, ArticleRow
from casefacts.extractor import Extractor
from casefacts.run import Options, run

pytest.importorskip("pyarrow", reason="needs the extra parquet")
from casefacts.parquet import Tables

ARTICLES = [
    {"id": "a", "text": "Nora Quill was acquitted of two counts of arson on July 3, 2024."},
    {"id": "b", "text": "In May 2023 Ida Marsh was sentenced to 18 months and fined $600.50 for theft."},
]


@pytest.fixture(scope="module")
def written(extractor: Extractor, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a run over a folder of Parquet files."""
    folder = tmp_path_factory.mktemp("articles")
    (folder / "year=2024").mkdir()
    for number, article in enumerate(ARTICLES):
        pd.DataFrame([article]).to_parquet(folder / "year=2024" / f"part-{number}.parquet")
    out = tmp_path_factory.mktemp("run") / "out"
    run([folder], out, Options(formats=("csv", "jsonl", "sqlite", "parquet")), extractor=extractor)
    return out


def test_the_tables_are_those_of_the_csv_files(written: Path) -> None:
    for table, expected in read_facts(written).items():
        frame = pd.read_parquet(written / f"{table}.parquet")
        assert list(frame.columns) == [*COLUMNS[table], *(["text"] if table == "articles" else [])]
        assert frame[list(COLUMNS[table])].astype(object).where(frame.notna(), None).to_dict("list") == (
            expected.astype(object).where(expected.notna(), None).to_dict("list")
        )
    assert list(frame["article"]) == ["year=2024/part-0.parquet#a", "year=2024/part-1.parquet#b"]
    assert list(frame["text"]) == [article["text"] for article in ARTICLES]


def test_types(written: Path) -> None:
    sentences = pd.read_parquet(written / "sentences.parquet")
    verdicts = pd.read_parquet(written / "verdicts.parquet")
    for frame in (sentences, verdicts):
        assert {name: str(frame[name].dtype) for name in frame if name in INTEGERS} == dict.fromkeys(
            [name for name in frame if name in INTEGERS], "Int64"
        )
        assert all(pd.api.types.is_string_dtype(frame[name]) for name in frame if name not in {*INTEGERS, *NUMBERS})
    assert [*verdicts["counts"], *verdicts["date"]] == [2, "2024-07-03"]
    assert list(sentences["date"]) == ["2023-05", "2023-05"]
    assert sentences["months"].max() == 18
    assert sentences["amount"].max() == 600.5


def test_large_tables_have_parts_and_old_parts_go(tmp_path: Path) -> None:
    for count, files in (
        (5, ["articles.parquet", "articles-2.parquet", "articles-3.parquet"]),
        (2, ["articles.parquet"]),
    ):
        with Tables(tmp_path, rows=2) as tables:
            for number in range(count):
                tables.write(ArticleRow(f"{number}.txt", "none"), [], f"text \ud800{number}")
        assert sorted(file.name for file in tmp_path.glob("articles*")) == sorted(files)
        names = [name for file in files for name in pd.read_parquet(tmp_path / file)["article"]]
        assert names == [f"{number}.txt" for number in range(count)]
    row = ArticleRow("late.txt", "none")
    with pytest.raises(RuntimeError, match="power cut"), Tables(tmp_path) as tables:
        tables.write(replace(row, words=1), [], None)
        raise RuntimeError("power cut")
    assert len(pd.read_parquet(tmp_path / "articles.parquet")) == 2
    assert not list(tmp_path.glob(".*"))


def test_what_another_format_leaves_is_taken_away(tmp_path: Path, extractor: Extractor) -> None:
    article = tmp_path / "a.txt"
    article.write_text(ARTICLES[0]["text"], encoding="utf-8")
    out = tmp_path / "out"
    for formats, files in (
        (("parquet",), {f"{table}.parquet" for table in COLUMNS}),
        (("jsonl",), {"facts.jsonl"}),
        (("csv",), {f"{table}.csv" for table in COLUMNS}),
    ):
        assert run([article], out, Options(formats=formats), extractor=extractor).read == 1
        assert {file.name for file in out.iterdir()} == {*files, "facts.sqlite"}
    run([article], out, Options(formats=("parquet",)), extractor=extractor)
    assert run([tmp_path], tmp_path / "all", extractor=extractor).articles.total() == 1  # what a run wrote is no input
