"""Articles on a cluster, by Ray Data: one reader with the model for each core, results as Parquet, each exactly once.

A reader that dies is started anew, and what it had not handed on is done again. The article itself is read in a
process of its own below the reader, so that one of which it dies costs only itself. Needs Ray, which the extra
`cluster` brings; nothing is told to anybody about its use.
"""

from __future__ import annotations

import logging
import os
import pickle
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from casefacts import results
from casefacts.database import INPUTS
from casefacts.export import RESULTS_MANIFEST
from casefacts.inputs import Source, article_of_row, articles_in, sources
from casefacts.places import Place, is_address
from casefacts.read import Unreadable
from casefacts.run import Options, Summary, settings, suppressed, worker_of
from casefacts.shards import Inputs
from casefacts.workers import Processes, Task

if TYPE_CHECKING:
    import pyarrow as pa
    from ray.data import Dataset

_BLOCK = 500_000  # bytes of articles that are done again when their reader dies
_FILES = 50  # inputs that are opened at once, and as many articles done again
_BATCH = 32  # articles handed to a reader at once
_READER, _TASK = 0.9, 0.05  # of a core: with a reader on each, tasks that open inputs and write results find room
_REASON = 300  # characters of an error of Ray
_FILE = 10_000  # articles of a file of results, at least
_STORE = 200_000_000  # bytes of memory that are shared by the processes of a local cluster
_SOURCE = "casefacts_source"  # the column of an input of a run; other rows are articles of somebody's own
_ROWS = 2**36  # of a table, at most: the place of a row is that of its table, and its number


class ClusterError(RuntimeError):
    """Ray is not there, or does not work; the message is one line that says what to do."""


class Reader:
    """What runs on each core: batches of articles to batches of results (`results.schema`)."""

    def __init__(self, options: Options, made_with: dict[str, str]) -> None:
        if settings(options) != made_with:
            raise ClusterError("a node has another version of casefacts or its model: install the same on all nodes")
        self._options = options
        self._processes = Processes(worker_of(options), 1)

    def __call__(self, batch: pa.Table) -> pa.Table:
        import pyarrow as pa

        read = self._sources(batch)
        outcomes = self._processes.outcomes(Task(source) for _, source in read)
        rows = []
        for (position, _), outcome in zip(read, outcomes, strict=True):
            assert outcome.row is not None  # nothing was done before
            row, left = suppressed(outcome, outcome.row, self._options.suppression)
            rows.append(results.as_row(position, row, left.records, left.text))
        return pa.Table.from_pylist(rows, results.schema())

    def _sources(self, batch: pa.Table) -> list[tuple[int | None, Source]]:
        if _SOURCE in batch.column_names:
            return [(row[results.POSITION], pickle.loads(row[_SOURCE])) for row in batch.to_pylist()]
        return [(None, article_of_row(row, self._options.columns)) for row in batch.to_pylist()]


def read(articles: Dataset, options: Options | None = None) -> Dataset:
    """A row for each row of a Ray dataset of articles: the columns of `articles.csv`, `text` and `records`.

    Its columns are named in `options`; an article is named by its `id`, or by a hash of what the row holds.
    """
    return _results(articles, options or Options()).drop_columns([results.POSITION])


def _cores() -> int:
    import ray

    resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
    return max(1, int(resources.get("CPU", 1)))


def _results(articles: Dataset, options: Options) -> Dataset:
    from ray.data import ActorPoolStrategy

    return articles.map_batches(
        Reader,
        fn_constructor_args=(options, settings(options)),
        batch_format="pyarrow",
        batch_size=_BATCH,
        compute=ActorPoolStrategy(size=_cores()),
        num_cpus=_READER,
    )


def run(paths: Sequence[Path], out: Path, options: Options, address: str) -> Summary:
    """Extract on the cluster at `address`, or with "local" on one of this machine alone, to `out`.

    Paths and `out` may be addresses (`Place`); all nodes have to see them. `casefacts merge` makes the tables of it.
    Raises ClusterError, Unreadable and OSError.
    """
    _require()
    inputs = Inputs(options.shard)
    items = list(_items(paths, out, inputs))
    if not items:
        raise Unreadable("no files there: name text or HTML files, tables of articles, or a folder of them")
    folder = _emptied(out)
    with _connected(address, options.jobs):
        import ray

        blocks = max(2 * _cores(), len(items) // _FILES)
        files = ray.data.from_items(items, override_num_blocks=min(len(items), blocks))
        files.context.target_max_block_size = _BLOCK
        opened = files.map_batches(partial(_opened, options), batch_format="pyarrow", batch_size=_FILES, num_cpus=_TASK)
        _results(opened, options).write_parquet(
            (folder / results.FOLDER).path,
            filesystem=folder.system,
            min_rows_per_file=_FILE,
            ray_remote_args={"num_cpus": _TASK},
        )
    results.finish(folder, settings(options) | {INPUTS: inputs.digest or ""})
    summary = Summary()
    for row in results.article_rows(folder):
        summary.add(row)
    return summary


def _items(paths: Sequence[Path], out: Path, inputs: Inputs) -> Iterator[dict[str, Any]]:
    """The files to read, each with its place in the order of their names."""
    named = {path.absolute() for path in paths}
    here = sources([path for path in paths if not is_address(path)], None if is_address(out) else out)
    found: list[tuple[str, Source, Place | None, bool]] = []
    for source in here:
        path = source.path.absolute() if source.path else None
        found.append((source.name, replace(source, path=path), None, path in named))
    for path in filter(is_address, paths):
        files = Place.of(path).files()
        found += [(name, Source(name), place, len(files) == 1) for name, place in files]
    taken: set[str] = set()
    for position, (name, source, place, is_named) in enumerate(sorted(found, key=lambda item: item[0]), 1):
        [source] = articles_in(source, None, is_named, taken)
        inputs.note(name)
        yield {results.POSITION: position, _SOURCE: pickle.dumps((source, place, is_named))}


def _opened(options: Options, batch: pa.Table) -> Iterator[pa.Table]:
    """The articles of some inputs, tables row by row."""
    import pyarrow as pa

    articles = (
        {results.POSITION: row[results.POSITION] * _ROWS + number, _SOURCE: pickle.dumps(source)}
        for row in batch.to_pylist()
        for number, source in enumerate(_articles(options, *pickle.loads(row[_SOURCE])), 1)
        if options.shard is None or options.shard.has(source.name)
    )
    while part := list(islice(articles, _BATCH)):
        yield pa.Table.from_pylist(part)


def _articles(options: Options, source: Source, place: Place | None, named: bool) -> Iterator[Source]:
    """The articles of one input, whatever their shard."""
    with TemporaryDirectory() as copies:
        if place is not None:
            source = _fetched(source, place, Path(copies))
        for article in articles_in(source, options.columns, named, set()):
            yield _held(article) if place is not None else article


def _fetched(source: Source, place: Place, folder: Path) -> Source:
    """The source with a copy of what lies at an address."""
    copy = folder / Path(place.path).name
    try:
        copy.write_bytes(place.read())
    except OSError as error:
        return replace(source, fault=Unreadable(f"cannot be read ({' '.join(str(error).split())[:80]}): try again"))
    return replace(source, path=copy)


def _held(source: Source) -> Source:
    """The source with what it holds, for its file will not be there."""
    if source.path is None or source.fault is not None:
        return source
    try:
        return Source(source.name, data=source.content())
    except Unreadable as fault:
        return Source(source.name, fault=fault)


def _emptied(out: Path) -> Place:
    """The folder to write to, without the results of an earlier run. Raises ClusterError and OSError."""
    folder = Place.of(out)
    for earlier in (folder / RESULTS_MANIFEST, folder / results.FOLDER):
        earlier.remove()
    folder.make()
    return folder


def _require() -> None:
    """Raises ClusterError where the extra is not installed."""
    try:
        import pyarrow  # noqa: F401
        import ray  # noqa: F401
    except ImportError:
        raise ClusterError("a cluster needs Ray: pip install 'casefacts[cluster]'") from None


@contextmanager
def _connected(address: str, jobs: int | None) -> Iterator[None]:
    """Ray, quietly; a cluster of this machine alone ends with the block. Raises ClusterError."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
    import ray
    from ray.exceptions import RayError

    logging.disable(logging.WARNING)  # what Ray tells of itself
    started = not ray.is_initialized()
    try:
        if started:
            ray.init(address, log_to_driver=False, logging_level=logging.ERROR, **_own(address, jobs))
        context = ray.data.DataContext.get_current()
        context.enable_progress_bars = context.print_on_execution_start = False
        context.issue_detectors_config.detectors = []
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except ConnectionError:
        raise ClusterError(f'no cluster at {address}: start one with `ray start --head`, or use "local"') from None
    except RayError as error:
        reason = " ".join(str(error).split())[-_REASON:]
        raise ClusterError(f"the cluster could not do it ({reason}): see the logs of Ray") from None
    finally:
        logging.disable(logging.NOTSET)
        if started:
            ray.shutdown()


def _own(address: str, jobs: int | None) -> dict[str, Any]:
    """How a cluster of this machine alone is started: within it, without a dashboard."""
    if address != "local":
        return {}
    return {
        "num_cpus": jobs or os.cpu_count(),
        "include_dashboard": False,
        "object_store_memory": _STORE,
        "_node_ip_address": "127.0.0.1",
    }
