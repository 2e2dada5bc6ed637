"""A batch of articles to the output files; what goes wrong in one article never stops the others."""

from __future__ import annotations

import hashlib
import heapq
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from casefacts.database import Database
from casefacts.export import FORMATS, ArticleRow, ArticleStatus, Format
from casefacts.gold import OWN_FIELDS, GoldArticle, as_gold
from casefacts.inputs import Columns, sources
from casefacts.model import model_name, rulebook_hash
from casefacts.partial_date import PartialDate
from casefacts.read import Unreadable, find_files, read_file
from casefacts.records import WAYS, AnyRecord, LinkedBy
from casefacts.shards import SHARD, Inputs, Shard
from casefacts.suppression import Left, Suppression
from casefacts.trace import Trace
from casefacts.workers import Outcome, Task, Worker, in_one, in_several

if TYPE_CHECKING:
    from casefacts.extractor import Extractor

_KEPT = ("date", "court", "judge", "optional", "start", "end")  # of every record, in a draft of gold
_SLOWEST = 3  # that the summary names
_EACH = 100  # articles for which one more process is worth its start
_NAMED_FAILURES = 20


@dataclass
class Summary:
    """What a run did: articles by status, records by type, what took longest (seconds, name), what failed and why.

    `kept` counts the articles whose records were there already, `undated` those with facts but no known date,
    `doubtful` those with warnings; `suppressed` the records that were left out of the articles done now.
    `changed` names what made an earlier run's records void.
    """

    articles: Counter[ArticleStatus] = field(default_factory=Counter)
    records: Counter[str] = field(default_factory=Counter)
    undated: int = 0
    doubtful: int = 0
    kept: int = 0
    suppressed: int = 0
    slowest: list[tuple[float, str]] = field(default_factory=list)
    failures: list[tuple[str, str]] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)

    def add(self, row: ArticleRow, seconds: float = 0.0) -> None:
        """Count one article."""
        self.articles[row.status] += 1
        self.records.update(charge=row.charges or 0, verdict=row.verdicts or 0, sentence=row.sentences or 0)
        self.undated += row.status == "facts" and row.published is None
        self.doubtful += row.warnings is not None
        if row.status == "failed" and len(self.failures) < _NAMED_FAILURES:
            self.failures.append((row.article, row.reason or ""))
        if seconds:
            self.slowest = heapq.nlargest(_SLOWEST, [*self.slowest, (seconds, row.article)])

    @property
    def read(self) -> int:
        """How many articles went all the way."""
        return self.articles["facts"] + self.articles["none"]


@dataclass(frozen=True)
class Options:
    """How a run is done. `published` is taken for the date of every article, `bom` is for Excel (`Writer`).

    Records of the names in `suppression` are left out, and counted. With `stated_only` cells that come from the case
    are left empty. Only records whose defendant was found in one of the ways `links` are kept. With `shard` only the
    articles of that part are done. `own_rules` is a folder of rules of one's own.
    """

    published: PartialDate | None = None
    model: str | None = None
    jobs: int | None = None
    focused: bool = True
    fresh: bool = False
    bom: bool = False
    columns: Columns = field(default_factory=Columns)
    suppression: Suppression = field(default_factory=Suppression)
    stated_only: bool = False
    formats: Sequence[Format] = FORMATS
    shard: Shard | None = None
    own_rules: Path | None = None
    links: Sequence[LinkedBy] = WAYS


def run(
    paths: Sequence[Path],
    directory: Path,
    options: Options | None = None,
    *,
    extractor: Extractor | None = None,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, int, Summary], None] | None = None,
) -> Summary:
    """Extract from the folders, files and tables, "-" being `stdin`, into the folder `directory`.

    Goes on where an earlier run with the same settings stopped. `extractor` is one that is loaded already, for a
    run in this process. `progress` is called with how many of how many are done, 0 where nobody knows how many,
    and the summary so far.
    Raises Unreadable when there is not one input, InUse, Damaged, and OSError when nothing can be written.
    """
    options = options or Options()
    found = sources(paths, directory, stdin, options.columns)
    first = next(found, None)
    if first is None:
        raise Unreadable("no files there: name text or HTML files, tables of articles, or a folder of them")
    inputs = Inputs(options.shard)
    total = sum(inputs.has(file.name) for file in find_files(paths, directory))  # rows of tables are not counted
    with Database(directory) as state:
        summary = Summary(changed=state.begin(settings(options), options.fresh))
        tasks = (Task(source, state.done(source.name)) for source in inputs.own(chain([first], found)))
        worker = worker_of(options, extractor)
        jobs = 1 if extractor else options.jobs or min(os.cpu_count() or 1, 1 + total // _EACH)
        for outcome in in_several(worker, tasks, jobs) if jobs > 1 else in_one(worker, tasks):
            position = inputs.position(outcome.name)
            if outcome.row is None:
                summary.add(state.keep(outcome.name, position))
                summary.kept += 1
            else:
                row, left = suppressed(outcome, outcome.row, options.suppression)
                summary.suppressed += len(outcome.records) - len(left.records)
                state.add(row, left.records, left.text, position)
                summary.add(row, outcome.seconds)
            if progress:
                progress(summary.articles.total(), total, summary)
        state.publish(options.bom, options.formats, inputs.digest)
    return summary


def suppressed(outcome: Outcome, row: ArticleRow, suppression: Suppression) -> tuple[ArticleRow, Left]:
    """The row of an article and what is left of its records, title and text."""
    left = suppression.of(outcome.records, row.title, outcome.text)
    return replace(row, title=left.title).counting(left.records), left


def worker_of(options: Options, extractor: Extractor | None = None) -> Worker:
    """Who does the work as the options say."""
    loading = partial(_load, options.model, options.focused, options.own_rules)
    return Worker(loading, options.published, extractor, options.stated_only, options.links)


def _load(model: str | None, focused: bool, own_rules: Path | None) -> Extractor:
    from casefacts.extractor import Extractor  # here because a process that only hands out the work needs none

    return Extractor(model, focused=focused, own_rules=own_rules)


def settings(options: Options) -> dict[str, str]:
    """Whatever else than the inputs decides over the records: with other settings, nothing done before counts."""
    return {
        "version": version("casefacts"),
        "program": _program_hash(),
        "rulebook": rulebook_hash(options.own_rules),
        "model": model_name(options.model),
        "published": str(options.published or ""),
        "stated-only": str(options.stated_only),
        **({"links": ",".join(options.links)} if tuple(options.links) != WAYS else {}),
        **({"suppressed names": options.suppression.digest} if options.suppression.names else {}),
        **({SHARD: str(options.shard)} if options.shard else {}),
    }


def _program_hash() -> str:
    """A hash of the package's own code: a version that is being worked on changes without its number."""
    content = hashlib.sha256()
    for file in sorted(Path(__file__).parent.rglob("*.py")):
        content.update(file.read_bytes())
    return content.hexdigest()


def predict(
    extractor: Extractor, gold: Iterable[GoldArticle], folder: Path
) -> Iterator[tuple[str, list[AnyRecord], Trace]]:
    """The records and the trace of each article of a gold set; its date is the one that the gold states.

    Raises Unreadable, with the file, when an article cannot be read.
    """
    from casefacts.tracer import traced  # here for the same reason

    for line in gold:
        published = PartialDate.parse(line.published) if line.published else None
        try:
            article = read_file(folder / line.article, line.article, published)
        except Unreadable as error:
            raise Unreadable(f"{folder / line.article}: {error}") from None
        yield line.article, *traced(extractor, article)


def text_of(folder: Path, name: str) -> str:
    """The text of an article into which its gold's offsets point. Raises Unreadable, with the file."""
    try:
        return read_file(folder / name, name).text
    except Unreadable as error:
        raise Unreadable(f"{folder / name}: {error}") from None


def draft(extractor: Extractor, folder: Path, published: PartialDate | None = None) -> Iterator[str]:
    """The lines of a gold file made of the program's own records, one for every article, to be corrected.

    Articles that cannot be read are left out. Raises Unreadable when there is not one file.
    """
    files = list(find_files([folder]))
    if not files:
        raise Unreadable("no files there: name a folder of text or HTML files")
    for file in files:
        if file.fault:
            continue
        try:
            article = read_file(file.path, file.name, published)
        except Unreadable:
            continue
        records = [as_gold(record) for record in extractor.records(article)]
        lines = [
            record.model_dump(include={"type", "defendant", "offense", *OWN_FIELDS[record.type], *_KEPT})
            for record in records
        ]
        line = {"article": article.name, "published": article.published, "records": lines}
        yield json.dumps(line, ensure_ascii=False) + "\n"
