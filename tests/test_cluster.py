"""A cluster: the same bytes as one run, whatever dies."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import casefacts
from casefacts import cluster
from casefacts.cluster import ClusterError, Reader, run
from casefacts.export import RESULTS_MANIFEST
from casefacts.extractor import Extractor
from casefacts.read import Unreadable
from casefacts.run import Options
from casefacts.run import run as run_here
from casefacts.shards import Shard, ShardError, merge
from casefacts.workers import Processes, Worker
from mortal import Mortal

ray = pytest.importorskip("ray", reason="needs the extra cluster")
pytest.importorskip("pyarrow", reason="needs the extra cluster")

TEXTS = {
    "arson.txt": "Nora Quill was acquitted of arson on Thursday.",
    "dogs.txt": "The council met and talked about dogs.",
    "empty.txt": "",
    "news.csv": "id,text\nx,Bo Marsh was convicted of theft.\nx,Al Rice was charged with two counts of arson.\n",
    "page.html": "<html><body><p>In May Ida Marsh was fined $600 for speeding.</p></body></html>",
}


class Quick(Reader):
    """Loads no model."""

    def __init__(self, options: Options, made_with: dict[str, str]) -> None:
        super().__init__(options, made_with)
        self._processes.close()
        self._processes = Processes(Worker(Mortal), 1)


class Dying(Quick):
    """Dies itself, once, when it has made something."""

    def __call__(self, batch: Any) -> Any:
        made = super().__call__(batch)
        marker = Path(os.environ["CASEFACTS_TEST_MARKER"])
        if not marker.exists():
            marker.touch()
            os._exit(1)
        return made


@pytest.fixture(scope="module", autouse=True)
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cluster of two cores; the file that says that a reader has died."""
    marker = tmp_path_factory.mktemp("marker") / "died"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CASEFACTS_TEST_MARKER", str(marker))
        patch.setenv("PYTHONPATH", str(Path(__file__).parent), prepend=os.pathsep)  # for the classes above
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        ray.init(
            "local",
            num_cpus=2,
            include_dashboard=False,
            object_store_memory=80_000_000,
            log_to_driver=False,
            logging_level=logging.ERROR,
            _node_ip_address="127.0.0.1",
        )
        yield marker
        ray.shutdown()


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_the_same_bytes_as_one_run(inputs: Path, tmp_path: Path, extractor: Extractor) -> None:
    summary = run([inputs], tmp_path / "results", Options(), "local")
    assert dict(summary.articles) == {"facts": 4, "none": 1, "skipped": 1}
    merge([tmp_path / "results"], tmp_path / "joined")
    run_here([inputs], tmp_path / "one", extractor=extractor)
    assert bytes_of(tmp_path / "joined") == bytes_of(tmp_path / "one")


def test_addresses_and_shards(inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "Reader", Quick)
    address = Path(inputs.as_uri())
    parts = [tmp_path / "1", Path((tmp_path / "2").as_uri())]
    for number, part in enumerate(parts, 1):
        run([address], part, Options(shard=Shard(number, 2)), "local")
    with pytest.raises(ShardError, match="missing: 2/2"):
        merge(parts[:1], tmp_path / "joined")
    merge(parts[::-1], tmp_path / "joined")
    run_here([inputs], tmp_path / "one", extractor=Mortal())
    assert bytes_of(tmp_path / "joined") == bytes_of(tmp_path / "one")


def test_what_dies(inputs: Path, local: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader is killed, an article kills its process: it alone is lost, and nothing is doubled."""
    texts = {f"{number:03}.txt": "die" if number == 77 else "Rye prices rose." for number in range(100)}
    (tmp_path / "texts").mkdir()
    for name, text in texts.items():
        (tmp_path / "texts" / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(cluster, "Reader", Dying)
    run([tmp_path / "texts"], tmp_path / "results", Options(), "local")
    assert local.exists()
    merge([tmp_path / "results"], tmp_path / "joined")
    rows = casefacts.read_facts(tmp_path / "joined")["articles"]
    assert list(rows["article"]) == sorted(texts)
    assert list(rows.loc[rows["status"] == "failed", "article"]) == ["077.txt"]
    assert set(rows["status"]) == {"failed", "none"}


def test_a_dataset_of_ones_own() -> None:
    articles = ray.data.from_items(
        [{"body": TEXTS["arson.txt"], "url": "u"}, {"body": TEXTS["dogs.txt"], "url": None}], override_num_blocks=1
    )
    read = casefacts.dataset(articles, published="2024-07-12", columns="text=body,id=url")
    found = {row["text"]: row for row in read.take_all()}
    [record] = found[TEXTS["arson.txt"]]["records"]
    assert (record["defendant"], record["date"], record["start"]) == ("Nora Quill", "2024-07-11", 0)
    assert found[TEXTS["arson.txt"]]["article"] == "u"
    assert found[TEXTS["dogs.txt"]]["status"] == "none"
    assert len(found[TEXTS["dogs.txt"]]["article"]) == 16  # a hash, since it has no id


def test_what_cannot_be_done(inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "nothing").mkdir()
    with pytest.raises(Unreadable, match="no files there"):
        run([tmp_path / "nothing"], tmp_path / "results", Options(), "local")
    (tmp_path / "results").mkdir()
    with pytest.raises(ShardError, match="has no facts"):
        merge([tmp_path / "results"], tmp_path / "joined")  # not finished: no manifest
    monkeypatch.setattr(cluster, "settings", lambda options: {"version": "another"})
    with pytest.raises(ClusterError, match="install the same on all nodes"):
        run([inputs], tmp_path / "results", Options(), "local")
    assert not (tmp_path / "results" / RESULTS_MANIFEST).exists()


def test_results_are_no_input(inputs: Path, tmp_path: Path, extractor: Extractor) -> None:
    (tmp_path / "results").mkdir()
    (tmp_path / "results" / RESULTS_MANIFEST).write_text("{}", encoding="utf-8")
    pd.DataFrame([{"text": "Bo Marsh was convicted of theft."}]).to_parquet(tmp_path / "results" / "part.parquet")
    with pytest.raises(Unreadable, match="no files there"):
        run_here([tmp_path], tmp_path / "out", extractor=extractor)
