"""Articles to records in one process or in several; the outcomes come in the order of the inputs in any case."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from threadpoolctl import threadpool_limits

from casefacts.export import ArticleRow, in_text_order
from casefacts.inputs import Source, digest
from casefacts.partial_date import PartialDate
from casefacts.read import Unreadable
from casefacts.records import WAYS, LinkedBy, stated_only

if TYPE_CHECKING:
    from casefacts.extractor import Extractor

_BATCH = 8  # articles handed over at once
_AHEAD = 4  # batches that wait for each process: enough to keep it busy, few enough to bound the memory
_LIVES = 2  # processes that an article may take along, by itself, before it is given up
_STARTS = 5  # of a process that dies before it can work
_GARBAGE = 10_000  # new objects after which Python looks for garbage; its own 700 come with each article
_REASON_LENGTH = 200  # characters of a library's own error message


@dataclass(frozen=True)
class Task:
    """One input, and the sha256 of its content if its records are there already."""

    source: Source
    done: str | None = None


@dataclass(frozen=True)
class Outcome:
    """What became of one input; `row` is None where nothing has changed. `seconds` is the time it took."""

    name: str
    row: ArticleRow | None = None
    records: list[dict[str, Any]] = field(default_factory=list)
    text: str | None = None
    seconds: float = 0.0


@dataclass
class Worker:
    """Reads and extracts, one article after the other; `load` is called when the first one needs it."""

    load: Callable[[], Extractor]
    published: PartialDate | None = None
    extractor: Extractor | None = None
    stated_only: bool = False
    links: Sequence[LinkedBy] = WAYS

    def work(self, task: Task) -> Outcome:
        """The outcome of one task; whatever goes wrong becomes the row's reason."""
        if task.done is None:
            self.loaded()  # before the clock runs
        begun = time.perf_counter()
        outcome = self._outcome(task)
        return replace(outcome, seconds=time.perf_counter() - begun)

    def loaded(self) -> Extractor:
        """The extractor, which is loaded now if it was not."""
        if self.extractor is None:
            gc.disable()  # nothing of what loading makes is garbage
            try:
                self.extractor = self.load()
            finally:
                gc.enable()
            threadpool_limits(1, user_api="blas")  # one core a process; only what is loaded by now can be limited
            gc.set_threshold(_GARBAGE)
            gc.freeze()  # the model is there to stay: searching it for garbage again and again takes 8 % of the time
        return self.extractor

    def _outcome(self, task: Task) -> Outcome:
        name = task.source.name
        try:
            content = task.source.content()
            if task.done == digest(content):
                return Outcome(name)
            article = task.source.article(content, self.published)
        except Unreadable as error:
            return Outcome(name, ArticleRow(name, error.status, str(error)))
        except Exception as error:
            return Outcome(name, ArticleRow(name, "failed", _reason(error)))
        extractor = self.loaded()
        try:
            records = extractor.records(article)
        except Exception as error:
            row = replace(ArticleRow.of(article, ()), charges=None, verdicts=None, sentences=None)
            return Outcome(name, replace(row, status="failed", reason=_reason(error)), text=article.text)
        records = [record for record in records if record.linked_by in self.links]
        if self.stated_only:
            records = [stated_only(record) for record in records]
        return Outcome(name, ArticleRow.of(article, records), in_text_order(records, article.published), article.text)


def _reason(error: Exception) -> str:
    """One line for an error that nobody foresaw."""
    message = " ".join(f"{type(error).__name__}: {error}".split())
    return f"a defect of the program, please report it ({message[:_REASON_LENGTH].rstrip(': ')})"


def in_one(worker: Worker, tasks: Iterable[Task]) -> Iterator[Outcome]:
    """The outcomes of the tasks, worked on here."""
    return map(worker.work, tasks)


def in_several(worker: Worker, tasks: Iterable[Task], jobs: int) -> Iterator[Outcome]:
    """The outcomes of the tasks, worked on in so many processes, each with a pipeline of its own."""
    with closing(Processes(worker, jobs)) as processes:
        yield from processes.outcomes(tasks)


class Processes:
    """So many processes, each with a pipeline of its own, made anew when one of them dies."""

    def __init__(self, worker: Worker, jobs: int) -> None:
        self._worker, self._jobs = worker, jobs
        self._pool = _pool(worker, jobs)

    def outcomes(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """The outcomes of the tasks, in their order."""
        handed = iter(tasks)
        batches = iter(lambda: list(islice(handed, _BATCH)), [])
        waiting: deque[tuple[list[Task], Future[list[Outcome]] | None]] = deque()
        while True:
            for batch in islice(batches, self._jobs * _AHEAD - len(waiting)):
                waiting.append((batch, self._submitted(self._pool, batch)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            found = _result(future)
            if found is not None:
                yield from found
                continue
            self.close()
            for stranded in (batch, *(batch for batch, _ in waiting)):
                yield from self._one_by_one(stranded)
            waiting.clear()
            self._pool = _pool(self._worker, self._jobs)

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _one_by_one(self, tasks: list[Task]) -> Iterator[Outcome]:
        """Tasks among which one kills the process that works on it: each of them on its own, to find which.

        A process may also be killed from outside: an article is to blame only if it takes all its lives, each of a
        process that was ready for it.
        """
        pool = self._loaded_pool()
        for task in tasks:
            for _ in range(_LIVES):
                found = _result(self._submitted(pool, [task]))
                if found is not None:
                    yield from found
                    break
                pool.shutdown(wait=False)
                pool = self._loaded_pool()
            else:
                reason = "the process died of it, perhaps for lack of memory: leave the article out, or split it"
                yield Outcome(task.source.name, ArticleRow(task.source.name, "failed", reason))
        pool.shutdown(wait=False)

    def _loaded_pool(self) -> ProcessPoolExecutor:
        """One process that is ready to read."""
        for _ in range(_STARTS):
            pool = _pool(self._worker, 1)
            if _result(self._submitted(pool, None)) is not None:
                break
            pool.shutdown(wait=False)
        return pool

    @staticmethod
    def _submitted(pool: ProcessPoolExecutor, batch: list[Task] | None) -> Future[list[Outcome]] | None:
        """The batch on its way; None where a process has died meanwhile. No batch: it only loads the model."""
        try:
            return pool.submit(_load) if batch is None else pool.submit(_work, batch)
        except BrokenProcessPool:
            return None


def _result(future: Future[list[Outcome]] | None) -> list[Outcome] | None:
    """The outcomes of a batch; None where its process has died."""
    try:
        return future.result() if future else None
    except BrokenProcessPool:
        return None


# --- inside the processes ----------------------------------------------------------------------------------

_worker: Worker | None = None


def _pool(worker: Worker, jobs: int) -> ProcessPoolExecutor:
    # "spawn": a forked copy of a process with threads (the progress bar, a numeric library) may hang
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(replace(worker, extractor=None),))


def _begin(worker: Worker) -> None:
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that hands out the work
    _worker = worker
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Nobody else ends this process when the one that hands out the work is killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _load() -> list[Outcome]:
    assert _worker is not None
    _worker.loaded()
    return []


def _work(tasks: list[Task]) -> list[Outcome]:
    assert _worker is not None
    return [_worker.work(task) for task in tasks]
