"""Shards: the parts of a run, joined, are the run."""

from __future__ import annotations

from pathlib import Path

import pytest

from casefacts.database import INPUTS, Database, settings
from casefacts.extractor import Extractor
from casefacts.partial_date import PartialDate
from casefacts.run import Options, run
from casefacts.shards import Shard, ShardError, merge

TEXTS = {
    "arson.txt": "Nora Quill was acquitted of arson on Thursday.",
    "copy.txt": "Nora Quill was acquitted of arson on Thursday.",
    "dogs.txt": "The council met and talked about dogs.",
    "empty.txt": "",
    "news.csv": "id,text\nx,Bo Marsh was convicted of theft.\nx,Al Rice was charged with two counts of arson.\n",
    "speed.txt": "In May Ida Marsh was fined $600 for speeding.",
}


@pytest.fixture(scope="module")
def parts(inputs: Path, tmp_path_factory: pytest.TempPathFactory, extractor: Extractor) -> list[Path]:
    """The outputs of three shards, made in another order than theirs."""
    folder = tmp_path_factory.mktemp("parts")
    for number in (3, 1, 2):
        run([inputs], folder / str(number), Options(shard=Shard(number, 3)), extractor=extractor)
    return [folder / str(number) for number in (1, 2, 3)]


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_the_parts_joined_are_the_run(inputs: Path, parts: list[Path], tmp_path: Path, extractor: Extractor) -> None:
    pytest.importorskip("pyarrow", reason="needs the extra parquet")
    formats = ("csv", "jsonl", "sqlite", "parquet")
    run([inputs], tmp_path / "one", Options(formats=formats), extractor=extractor)
    assert merge([parts[1], parts[2], parts[0]], tmp_path / "joined", formats=formats) == 7
    assert bytes_of(tmp_path / "joined") == bytes_of(tmp_path / "one")
    again = run([inputs], tmp_path / "joined", Options(formats=formats), extractor=extractor)
    assert (again.changed, again.kept) == ([], 6)  # all but the empty file, which is looked at again
    assert bytes_of(tmp_path / "joined") == bytes_of(tmp_path / "one")


def test_each_article_is_in_one_shard() -> None:
    names = [f"{number}.txt" for number in range(300)]
    held = [[name for name in names if Shard(number, 3).has(name)] for number in (1, 2, 3)]
    assert sorted(name for part in held for name in part) == sorted(names)
    assert min(map(len, held)) > 60


@pytest.mark.parametrize("text", ["0/3", "4/3", "1", "1/0", "a/b", "1/3/5", "-1/3", ""])
def test_what_is_no_shard(text: str) -> None:
    with pytest.raises(ValueError, match="I-th of N parts"):
        Shard.parse(text)


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ((0, 2), "^shards missing: 2/3: name each once, and make missing ones with --shard$"),
        ((0, 1, 1, 2), r"^shards doubled: 2/3 \(\S+2 and \S+2\): name each once"),
        ((0, 0), r"^shards missing: 2/3, 3/3; doubled: 1/3 \("),
    ],
)
def test_missing_and_doubled_shards(parts: list[Path], tmp_path: Path, chosen: tuple[int, ...], message: str) -> None:
    with pytest.raises(ShardError, match=message):
        merge([parts[number] for number in chosen], tmp_path / "joined")
    assert not (tmp_path / "joined").exists()


def test_other_settings_and_other_inputs(inputs: Path, parts: list[Path], tmp_path: Path, extractor: Extractor) -> None:
    day = PartialDate.parse("2024-07-12")
    run([inputs], tmp_path / "dated", Options(shard=Shard(3, 3), published=day), extractor=extractor)
    with pytest.raises(ShardError, match="differ in published: make"):
        merge([*parts[:2], tmp_path / "dated"], tmp_path / "joined")
    run([inputs / "dogs.txt"], tmp_path / "other", Options(shard=Shard(3, 3)), extractor=extractor)
    with pytest.raises(ShardError, match="differ in inputs: make"):
        merge([*parts[:2], tmp_path / "other"], tmp_path / "joined")
    run([inputs / "dogs.txt"], tmp_path / "fourth", Options(shard=Shard(4, 4)), extractor=extractor)
    with pytest.raises(ShardError, match=r"not the shards of one run: \S+ is 1/3, \S+fourth is 4/4"):
        merge([parts[0], tmp_path / "fourth"], tmp_path / "joined")


def test_what_holds_no_shard(inputs: Path, parts: list[Path], tmp_path: Path, extractor: Extractor) -> None:
    run([inputs / "dogs.txt"], tmp_path / "whole", extractor=extractor)
    with pytest.raises(ShardError, match="whole holds a whole run"):
        merge([*parts[:2], tmp_path / "whole"], tmp_path / "joined")
    with pytest.raises(ShardError, match="has no facts"):
        merge([*parts[:2], inputs], tmp_path / "joined")
    with pytest.raises(ShardError, match="is a shard: name another folder"):
        merge(parts, parts[0])


def test_a_shard_that_was_stopped(inputs: Path, parts: list[Path], tmp_path: Path, extractor: Extractor) -> None:
    stopped = tmp_path / "stopped"
    shard = Options(shard=Shard(3, 3))
    run([inputs], stopped, shard, extractor=extractor)
    made_with = {name: value for name, value in settings(stopped).items() if name != INPUTS}
    with Database(stopped) as state:
        state.begin(made_with)
    with pytest.raises(ShardError, match=r"^shard 3/3 in \S+stopped is not finished: give its command again$"):
        merge([*parts[:2], stopped], tmp_path / "joined")
    assert run([inputs], stopped, shard, extractor=extractor).changed == []
    assert bytes_of(stopped) == bytes_of(parts[2])


def test_a_shard_without_articles(inputs: Path, tmp_path: Path, extractor: Extractor) -> None:
    shards = [Shard(number, 2) for number in (1, 2)]
    for shard in shards:
        run([inputs / "dogs.txt"], tmp_path / str(shard.number), Options(shard=shard), extractor=extractor)
    assert merge([tmp_path / "2", tmp_path / "1"], tmp_path / "joined") == 1
