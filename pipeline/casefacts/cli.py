"""The command `casefacts`: the only file that prints.

What takes long to load (spaCy, pandas, trafilatura) is imported by the commands that need it, so that
`--help` and `--version` answer at once.
"""

from __future__ import annotations

import io
import json
import logging
import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

import casefacts

if TYPE_CHECKING:
    from rich.progress import Progress
    from rich.table import Table

    from casefacts.evaluate import Report
    from casefacts.export import Format
    from casefacts.extractor import Extractor
    from casefacts.gold import GoldArticle, GoldRecord
    from casefacts.inputs import Columns
    from casefacts.partial_date import PartialDate
    from casefacts.records import Article, LinkedBy
    from casefacts.rulebook import Rulebook
    from casefacts.run import Options, Summary
    from casefacts.shards import Shard
    from casefacts.suppression import Suppression
    from casefacts.trace import Trace

NOTHING_READ = 1  # nothing could be read or written, or there is no language model
USAGE = 2
WORSE = 3  # worse than asked for, or a gold file with faults
SOME_FAILED = 4  # some of the inputs could not be read; all others are done
INTERRUPTED = 130  # as a shell says it of Ctrl-C

_SLOW = 1.0  # seconds from which an article is worth a word

# What a terminal would obey and not show: escape sequences, backspaces, changes of the writing direction
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    help="Charges, verdicts and sentences from English news articles, as records that can be checked. "
    "A record is what an article says: check it against the article before you use it.",
)

gold_app = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    help="Check, draft and compare gold annotation.",
)
app.add_typer(gold_app, name="gold")

Gold = Annotated[Path, typer.Argument(metavar="GOLD", help="Gold annotation (JSONL).")]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Date of the articles, instead of their own."),
]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="Another installed spaCy model than the default.")]
File = Annotated[
    Path,
    typer.Argument(metavar="FILE", help='A text or HTML file, a row of a table (a.csv#7), or "-" for standard input.'),
]
TableColumns = Annotated[str, typer.Option(metavar="NAMES", help='A table\'s columns: "text=body,id=url".')]
Formats = Annotated[
    str,
    typer.Option(
        "--format", metavar="NAMES", show_default=False, help="Of csv, jsonl, sqlite (all by default), parquet."
    ),
]
Bom = Annotated[bool, typer.Option("--bom", help="Begin CSV files with a byte order mark, for Excel.")]
OwnRules = Annotated[
    Path | None,
    typer.Option("--rules", metavar="FOLDER", help="Rules and words of your own, on top of the others."),
]
Suppress = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Names, one a line, of whom no record is written or shown.")
]


def main() -> None:
    """Run the command; no character of an article can crash a terminal that does not know it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    logging.getLogger().addHandler(logging.NullHandler())  # libraries' warnings are no messages of ours
    app()


def _version(wanted: bool) -> None:
    if wanted:
        _print([f"casefacts {casefacts.__version__}"])
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """The options of the command itself."""


# --- commands ----------------------------------------------------------------------------------------------


@app.command()
def extract(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", hidden=True),
    ] = None,
    out: Annotated[Path, typer.Option(metavar="NAMES", help="Folder to write to.")] = Path("outputs"),
    published: Published = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes (default: one for each core).")
    ] = None,
    report: Annotated[bool, typer.Option("--report", help="Also write report.html, a page to look at.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Do again what an earlier run has done.")] = False,
    bom: Bom = False,
    stated_only: Annotated[bool, typer.Option("--stated-only", help="Empty what only the case tells.")] = False,
    links: Annotated[
        str | None,
        typer.Option(metavar="WAYS", help="Only records of persons found so: name,list etc."),
    ] = None,
    files_from: Annotated[
        str | None, typer.Option(metavar="FILE", help='A list of files, one a line; "-" for standard input.')
    ] = None,
    columns: TableColumns = "",
    suppress: Suppress = None,
    model: Model = None,
    own_rules: OwnRules = None,
    no_focus: Annotated[bool, typer.Option("--no-focus", help="Parse everything: slow, same records.")] = False,
    formats: Formats = "csv,jsonl,sqlite",
    shard: Annotated[
        str | None, typer.Option(metavar="I/N", help="Only the I-th of N parts; see `casefacts merge`.")
    ] = None,
    cluster: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help='Ray cluster to work on, or "local"; then merge.')
    ] = None,
) -> None:
    """Write the records of all articles; stopped, it goes on. PATH are folders, files and tables, or "-" for
    standard input.
    """
    day = _date(published)
    inputs = [*(paths or []), *(_listed(files_from) if files_from else [])]
    if not inputs:
        _stop('name folders or files, "-" for standard input, or a list of files with --files-from', USAGE)
    for path in paths or []:
        _refuse_missing(path)
    from casefacts.database import Damaged, InUse
    from casefacts.export import FILES_OF
    from casefacts.model import ModelError, RulebookError
    from casefacts.read import Unreadable
    from casefacts.run import Options, run

    options = Options(
        day,
        model,
        jobs,
        not no_focus,
        fresh,
        bom,
        _columns(columns),
        _suppression(suppress),
        stated_only,
        _formats(formats),
        _shard(shard),
        _own_rules(own_rules),
        _links(links),
    )
    if cluster is not None:
        _extract_on_cluster(inputs, out, options, cluster)
        return
    try:
        with _watch() as progress:
            summary = run(inputs, out, options, stdin=sys.stdin.buffer, progress=progress)
    except (Unreadable, InUse, Damaged, ModelError, RulebookError) as error:
        _stop(str(error), NOTHING_READ)
    except OSError as error:
        _stop(f"cannot write to {out} ({error.strerror}): name another folder with --out", NOTHING_READ)
    except KeyboardInterrupt:
        _stop(f"stopped; what is done is kept in {out}: give the same command to go on", INTERRUPTED)
    for line in _summary(summary, str(out / FILES_OF[options.formats[0]][-1])):
        _say(line)
    _say(_written(out, options.formats))
    if report:
        _report(out, suppress=suppress)
    _end(summary)


def _extract_on_cluster(inputs: Sequence[Path], out: Path, options: Options, address: str) -> None:
    from casefacts.cluster import ClusterError, run
    from casefacts.read import Unreadable

    try:
        summary = run(inputs, out, options, address)
    except (Unreadable, ClusterError) as error:
        _stop(str(error), NOTHING_READ)
    except OSError as error:
        _stop(f"cannot read the inputs, or write to {out} ({error}): check the paths", NOTHING_READ)
    for line in _summary(summary, "the results"):
        _say(line)
    _say(f"written to {out}: make tables of it with `casefacts merge {out} --out DIR`")
    _end(summary)


def _end(summary: Summary) -> None:
    """The exit code of a run; a shard may be empty."""
    if summary.articles and not summary.read:
        raise typer.Exit(NOTHING_READ)
    if summary.articles["failed"]:
        raise typer.Exit(SOME_FAILED)


def _listed(listing: str) -> list[Path]:
    """The files that a list names; stops with a message when there is no list."""
    from casefacts.inputs import listed_files

    try:
        return listed_files(sys.stdin.buffer.read() if listing == "-" else Path(listing).read_bytes())
    except OSError as error:
        _stop(f"{listing}: cannot be read ({error.strerror}): check the path", USAGE)


@app.command()
def merge(
    shards: Annotated[list[Path], typer.Argument(metavar="OUT", help="Output folders of all shards, in any order.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder to write to.")],
    formats: Formats = "csv,jsonl,sqlite",
    bom: Bom = False,
) -> None:
    """Join what the shards of a run, or a cluster, wrote."""
    for path in shards:
        _refuse_missing(path)
    wanted = _formats(formats)
    from casefacts.database import Damaged, InUse
    from casefacts.parquet import MissingPyarrow
    from casefacts.shards import ShardError
    from casefacts.shards import merge as join

    try:
        articles = join(shards, out, bom, wanted)
    except (ShardError, Damaged, InUse, MissingPyarrow) as error:
        _stop(str(error), NOTHING_READ)
    except OSError as error:
        _stop(f"cannot write to {out} ({error.strerror}): name another folder with --out", NOTHING_READ)
    _say(f"{_number(articles, 'article')} of {_number(len(shards), 'shard')}")
    _say(_written(out, wanted))


@app.command()
def report(
    run: Annotated[Path, typer.Argument(metavar="DIR", help="Output folder of a run.")] = Path("outputs"),
    review: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Decisions that the page's review has downloaded; one file or more."),
    ] = None,
    suppress: Suppress = None,
) -> None:
    """Write a page to look at a run's facts, and to check them."""
    _report(run, review or [], suppress)


def _report(directory: Path, reviews: Sequence[Path] = (), suppress: Path | None = None) -> None:
    for path in reviews:
        _refuse_missing(path)
    from casefacts.database import Damaged, InUse
    from casefacts.gold import GoldError
    from casefacts.report import Options, read_reviews, write_reports

    try:
        pages = write_reports(directory, Options(read_reviews(reviews), _suppression(suppress)))
    except (FileNotFoundError, Damaged, InUse, GoldError) as error:
        _stop(str(error), NOTHING_READ)
    except OSError as error:
        _stop(f"cannot write to {directory} ({error.strerror}): check the folder", NOTHING_READ)
    for page in pages:
        _say(f"to look at the facts, open {page}")


@app.command()
def explain(
    file: File,
    everything: Annotated[
        bool, typer.Option("--all", help="Also the sentences in which nothing could state a fact.")
    ] = False,
    who: Annotated[
        bool, typer.Option("--who", help="Show the cast instead: people, groups, whom phrases stand for, and why.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
    published: Published = None,
    columns: TableColumns = "",
    model: Model = None,
    own_rules: OwnRules = None,
) -> None:
    """Show sentence by sentence why an article gives its records."""
    article = _article(file, _date(published), columns)
    extractor = _extractor(model, own_rules)
    from casefacts import explain as room

    for warning in article.warnings:
        _warn(f"{article.name}: {warning}")
    if who:
        _show_cast(extractor, article, as_json)
        return
    explanation = room.explain(extractor, article)
    if as_json:
        _print([json.dumps(room.as_json(explanation, everything), indent=2)])
    else:
        _print(room.as_lines(explanation, everything))


def _show_cast(extractor: Extractor, article: Article, as_json: bool) -> None:
    from casefacts import who as room

    cast = room.who(extractor, article)
    _print([json.dumps(room.as_json(cast), indent=2)] if as_json else room.as_lines(cast))


@app.command()
def text(file: File, columns: TableColumns = "") -> None:
    """Print the text into which the offsets point, byte for byte.

    On a terminal, control characters are shown as escapes.
    """
    article = _article(file, None, columns)
    if sys.stdout.isatty():
        _print([article.text], end="")
    else:
        with _patient():
            sys.stdout.buffer.write(article.text.encode("utf-8", "replace"))
            sys.stdout.buffer.flush()


@app.command()
def evaluate(
    gold: Gold,
    articles: Annotated[
        Path | None, typer.Option(metavar="NAMES", help="Folder of the gold's articles: extract from them, then score.")
    ] = None,
    predictions: Annotated[
        Path | None, typer.Option(metavar="NAMES", help="Score what an earlier run wrote here.")
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(metavar="FIELD", help='Also by group: a field of the gold lines, or "prefix" of names.'),
    ] = None,
    errors: Annotated[Path | None, typer.Option(metavar="FILE.html", help="Write a page with every error.")] = None,
    min_f1: Annotated[float | None, typer.Option(min=0, max=1, help="Exit with 3 if F1 is lower.")] = None,
    max_false: Annotated[
        float | None, typer.Option(min=0, max=1, help="Exit with 3 if the share of wrong persons is higher.")
    ] = None,
    why: Annotated[
        bool, typer.Option("--why", help="Also the causes of errors, and who was linked to what (needs --articles).")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
    model: Model = None,
    own_rules: OwnRules = None,
) -> None:
    """Measure the program, or an earlier run, against gold annotation."""
    if articles is None and (predictions is None or errors is not None):
        _stop("name the folder of the articles with --articles, or score an earlier run with --predictions", USAGE)
    if why and predictions is not None:
        _stop("--why looks into the extraction: leave --predictions out, and name the folder with --articles", USAGE)
    for path in (gold, articles, predictions):
        if path is not None:
            _refuse_missing(path)
    from casefacts import scoreboard
    from casefacts.evaluate import evaluate as measure
    from casefacts.evaluate import groups
    from casefacts.gold import GoldError, read_gold
    from casefacts.read import Unreadable

    try:
        lines = read_gold(gold)
        predicted = partial(_predicted, lines, articles, model, own_rules)
        found, traces = (_predictions(predictions), {}) if predictions else predicted()
        strangers = found.keys() - {line.article for line in lines} if predictions else set()
        report = measure(lines, {name: records for name, records in found.items() if name not in strangers}, traces)
        parts = groups(report, lines, by) if by else {}
        if errors is not None and articles is not None:
            _write_errors(errors, lines, found, traces, articles)
    except (GoldError, Unreadable, ValueError) as error:
        _stop(str(error), NOTHING_READ)
    if strangers:
        _warn(f"{_number(len(strangers), 'article')} of the run not in the gold and not scored")
    if as_json:
        _print([json.dumps(_figures(report, parts, why), indent=2)])
    else:
        _show(scoreboard.tables(report, parts))
        _show(scoreboard.why(report) if why else ())
        _print([_silence(report)])
    _hold(report, min_f1, max_false)


def _figures(report: Report, parts: dict[str, Report], why: bool) -> dict[str, object]:
    """All that was measured, for machines."""
    from casefacts.evaluate import as_dict, why_as_dict

    figures = as_dict(report) | {"groups": {name: as_dict(part) for name, part in parts.items()}}
    return figures | why_as_dict(report) if why else figures


def _predictions(directory: Path) -> dict[str, list[GoldRecord]]:
    """The records of an earlier run, by article."""
    from casefacts.gold import read_gold

    facts = directory / "facts.jsonl" if directory.is_dir() else directory
    return {line.article: list(line.records) for line in read_gold(facts)}


def _predicted(
    lines: list[GoldArticle], articles: Path | None, model: str | None, own_rules: Path | None
) -> tuple[dict[str, list[GoldRecord]], dict[str, Trace]]:
    """The records that the program finds in the gold's articles, and how."""
    assert articles is not None
    extractor = _extractor(model, own_rules)
    from casefacts.gold import as_gold
    from casefacts.run import predict

    found: dict[str, list[GoldRecord]] = {}
    traces: dict[str, Trace] = {}
    with _progress() as progress:
        for name, records, trace in predict(extractor, lines, articles):
            found[name], traces[name] = [as_gold(record) for record in records], trace
            if progress:
                progress(len(found), len(lines))
    return found, traces


def _write_errors(
    file: Path,
    lines: list[GoldArticle],
    found: dict[str, list[GoldRecord]],
    traces: dict[str, Trace],
    articles: Path,
) -> None:
    from casefacts.error_page import error_page
    from casefacts.run import text_of

    texts = {line.article: text_of(articles, line.article) for line in lines}
    try:
        file.write_text(error_page(lines, found, texts, traces), encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        _stop(f"cannot write {file} ({error.strerror}): name another file with --errors", NOTHING_READ)


def _hold(report: Report, min_f1: float | None, max_false: float | None) -> None:
    """Exit with 3 where a figure is worse than asked; an undefined one never is."""
    f1, false = report.overall.f1, report.overall.wrong_person_share
    too_low = min_f1 is not None and f1 is not None and f1 < min_f1
    too_many = max_false is not None and false is not None and false > max_false
    if too_low:
        _warn(f"F1 is {f1:.3f}, below {min_f1}")
    if too_many:
        _warn(f"the share of wrong persons is {false:.3f}, above {max_false}")
    if too_low or too_many:
        raise typer.Exit(WORSE)


@app.command()
def rules(
    words: Annotated[
        str | None, typer.Argument(metavar="WORDS", help='Which rules have these words: "pleaded no contest".')
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="List what is wrong with the rules, and prove each by its lines.")
    ] = False,
    own_rules: OwnRules = None,
    model: Model = None,
) -> None:
    """Show which rules have some words, or check the rules."""
    book = _rulebook(own_rules)
    from casefacts.lint import faults, unproved_by_effect
    from casefacts.lookup import lookup, overview

    if words is not None:
        _print(lookup(book, words))
    elif not check:
        _print(overview(book))
    if not check:
        return
    proving = [rule for rule in book.rules if own_rules is None or rule.file.startswith(f"{own_rules}/")]
    found = list(faults(book))
    extractor = _extractor(model, own_rules)
    with _progress() as progress:
        for number, rule in enumerate(proving, 1):
            found += unproved_by_effect(rule, extractor)
            if progress:
                progress(number, len(proving))
    _print(found)
    _print([f"{_number(len(proving), 'rule')}, {_number(len(found), 'fault')}"])
    if found:
        raise typer.Exit(WORSE)


@app.command()
def diff(
    before: Annotated[Path, typer.Argument(metavar="RUN_A", help="Output folder of a run.")],
    after: Annotated[Path, typer.Argument(metavar="RUN_B", help="Output folder of another over the same texts.")],
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
) -> None:
    """Show what changed between two runs, by rule."""
    from casefacts import difference
    from casefacts.database import other_format
    from casefacts.gold import GoldError, read_gold

    for path in (before, after):
        _refuse_missing(path)
        if other := other_format(path if path.is_dir() else path.parent):
            _warn(other)
    try:
        runs = [read_gold(path / "facts.jsonl" if path.is_dir() else path) for path in (before, after)]
    except GoldError as error:
        _stop(str(error), NOTHING_READ)
    changes = difference.difference(*runs)
    if as_json:
        _print([json.dumps(difference.as_dicts(changes), indent=2, ensure_ascii=False)])
    else:
        _print(difference.as_lines(changes))


@app.command()
def sample(
    run: Annotated[Path, typer.Argument(metavar="DIR", help="Output folder of a run.")] = Path("outputs"),
    records: Annotated[int, typer.Option(min=1, metavar="N", help="How many records to draw.")] = 100,
    seed: Annotated[int, typer.Option(metavar="N", help="Another number draws other records.")] = 0,
    out: Annotated[Path, typer.Option(metavar="FILE", help="CSV file to write.")] = Path("sample.csv"),
    bom: Bom = False,
    marks: Annotated[Path | None, typer.Option(metavar="FILE", help="Count the marks in such a file instead.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="With --marks: write JSON.")] = False,
) -> None:
    """Draw records for a person to read, and count the marks.

    Fill the column "right" with yes, no or unsure.
    """
    from casefacts.database import Damaged, other_format

    _refuse_missing(run)
    if other := other_format(run):
        _warn(other)
    try:
        if marks is None:
            _draw(run, records, seed, out, bom)
        else:
            _count_marks(marks, run, as_json)
    except Damaged as error:
        _stop(str(error), NOTHING_READ)


def _draw(run: Path, number: int, seed: int, out: Path, bom: bool) -> None:
    from casefacts import sample as room

    drawn, of = room.draw(run, number, seed)
    if not drawn:
        _stop(f"no records in {run}: name the folder of a run that found some", NOTHING_READ)
    try:
        with out.open("x", encoding="utf-8-sig" if bom else "utf-8", newline="\n") as file:
            file.writelines(room.lines(drawn))
    except FileExistsError:
        _stop(f"{out} is there already: name another file with --out, or move it away", USAGE)
    except OSError as error:
        _stop(f"cannot write {out} ({error.strerror}): name another file with --out", NOTHING_READ)
    _say(f"{len(drawn)} of {_number(of, 'record')} written to {out}: fill its column right with yes, no or unsure")
    _say(f"then count them with `casefacts sample {run} --marks {out}`")


def _count_marks(marks: Path, run: Path, as_json: bool) -> None:
    from casefacts import sample as room
    from casefacts import scoreboard
    from casefacts.read import Unreadable

    _refuse_missing(marks)
    try:
        readings = room.read(marks, run)
    except (room.MarksError, Unreadable) as error:
        _stop(str(error), NOTHING_READ)
    except OSError as error:
        _stop(f"{marks}: cannot be read ({error.strerror}): check the path", NOTHING_READ)
    if as_json:
        _print([json.dumps(room.as_dict(readings), indent=2)])
    else:
        _show(scoreboard.readings(readings))
    if readings.all.unmarked:
        _warn(f"{_number(readings.all.unmarked, 'record')} not marked yet, and not counted")


@app.command()
def convert(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="Gold or folder of a run; with --from a tool's export.")],
    out: Annotated[Path, typer.Option(metavar="PATH", help="Folder to write; with --from the gold file.")],
    to: Annotated[str | None, typer.Option("--to", metavar="TOOL", help='"label-studio" or "cas" (INCEpTION).')] = None,
    source: Annotated[str | None, typer.Option("--from", metavar="TOOL", help="Read from the tool instead.")] = None,
    articles: Annotated[
        Path | None, typer.Option(metavar="NAMES", help="Folder of the gold's articles; a run has its texts.")
    ] = None,
) -> None:
    """Take gold or a run to an annotation tool, or back."""
    _refuse_missing(path)
    tool = to or source
    if (to is None) == (source is None) or tool not in ("label-studio", "cas"):
        _stop("name the tool with --to or --from: label-studio or cas", USAGE)
    from casefacts.database import Damaged
    from casefacts.exchange import ExchangeError, files
    from casefacts.gold import GoldError, gold_line
    from casefacts.read import Unreadable

    try:
        if source:
            lines = files.read(tool, path)  # type: ignore[arg-type]
            out.write_text("".join(map(gold_line, lines)), encoding="utf-8", newline="\n")
            _say(f"{_number(len(lines), 'article')} written to {out}: see `casefacts gold check`")
            return
        written = files.write(tool, _with_texts(path, articles), out, as_predictions=path.is_dir())  # type: ignore[arg-type]
        _say(f"{_number(len(written), 'file')} written to {out}")
    except ImportError:
        _stop("the format needs dkpro-cassis: pip install 'casefacts[cas]'", NOTHING_READ)
    except (ExchangeError, GoldError, Unreadable, Damaged) as error:
        _stop(str(error), NOTHING_READ)
    except OSError as error:
        _stop(f"{out}: {error.strerror or error}: check the path", NOTHING_READ)


def _with_texts(path: Path, folder: Path | None) -> list[tuple[GoldArticle, str]]:
    """The articles of a gold file or a run, each with its text; stops with a message where there is none."""
    from casefacts.database import texts
    from casefacts.gold import read_gold
    from casefacts.run import text_of

    if path.is_dir():
        known = texts(path)
        return [(line, known[line.article]) for line in read_gold(path / "facts.jsonl") if line.article in known]
    if folder is None:
        _stop("name the folder of the gold's articles with --articles", USAGE)
    _refuse_missing(folder)
    return [(line, text_of(folder, line.article)) for line in read_gold(path)]


# --- gold --------------------------------------------------------------------------------------------------


@gold_app.command()
def check(
    gold: Gold,
    articles: Annotated[
        Path | None, typer.Option(metavar="NAMES", help="Folder of the articles; without it offsets are not checked.")
    ] = None,
) -> None:
    """List every fault of a gold file, with line numbers."""
    _refuse_missing(gold)
    if articles is not None:
        _refuse_missing(articles)
    from casefacts.faults import faults
    from casefacts.run import text_of

    try:
        found = list(faults(gold, None if articles is None else partial(text_of, articles)))
    except (OSError, UnicodeDecodeError) as error:
        _stop(f"{gold}: {error}", NOTHING_READ)
    _print(found)
    _print([f"{gold}: {_number(len(found), 'fault')}"])
    if found:
        raise typer.Exit(WORSE)


@gold_app.command()
def draft(
    articles: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of articles.")],
    out: Annotated[Path, typer.Option(metavar="FILE", help="File to write.")] = Path("gold.jsonl"),
    published: Published = None,
    model: Model = None,
) -> None:
    """Write the program's records as a gold file to correct."""
    _refuse_missing(articles)
    day = _date(published)
    if out.exists():
        _stop(f"{out} is there already: name another file with --out, or move it away", USAGE)
    extractor = _extractor(model)
    from casefacts.read import Unreadable
    from casefacts.run import draft as drafted

    try:
        lines = list(drafted(extractor, articles, day))
        out.write_text("".join(lines), encoding="utf-8")
    except Unreadable as error:
        _stop(f"{articles}: {error}", NOTHING_READ)
    except OSError as error:
        _stop(f"cannot write {out} ({error.strerror}): name another file with --out", NOTHING_READ)
    _print([f"{_number(len(lines), 'article')} written to {out}: correct every line, also those without records"])


@gold_app.command()
def agree(
    one: Annotated[Path, typer.Argument(metavar="A", help="Gold of one annotator.")],
    other: Annotated[Path, typer.Argument(metavar="B", help="Gold of another, over the same articles.")],
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
) -> None:
    """Report how far two annotators agree."""
    from casefacts import scoreboard
    from casefacts.evaluate import agreement, as_dict
    from casefacts.gold import GoldError, read_gold

    for path in (one, other):
        _refuse_missing(path)
    try:
        first, second = read_gold(one), read_gold(other)
        report = agreement(first, second)
    except (GoldError, ValueError) as error:
        _stop(str(error), NOTHING_READ)
    if alone := {line.article for line in first} ^ {line.article for line in second}:
        _warn(f"{_number(len(alone), 'article')} in only one of the files: left out")
    if as_json:
        _print([json.dumps(as_dict(report), indent=2)])
    else:
        _show(scoreboard.tables(report, {}, columns=scoreboard.AGREEMENT))


# --- input -------------------------------------------------------------------------------------------------


def _rulebook(own_rules: Path | None) -> Rulebook:
    """The rules, those of one's own on top; stops with a message where one cannot be used."""
    from casefacts.model import RulebookError
    from casefacts.rulebook import Rulebook

    try:
        return Rulebook.load(own=own_rules)
    except RulebookError as error:
        _stop(str(error), USAGE)


def _own_rules(folder: Path | None) -> Path | None:
    """The folder of rules of one's own; stops with a message, before any article is read, where one cannot be used."""
    if folder is not None:
        _rulebook(folder)
    return folder


def _extractor(model: str | None, own_rules: Path | None = None) -> Extractor:
    """The loaded pipeline; stops with a message when there is no usable model."""
    own_rules = _own_rules(own_rules)
    from casefacts.extractor import Extractor
    from casefacts.model import ModelError, RulebookError

    try:
        return Extractor(model, own_rules=own_rules)
    except (ModelError, RulebookError) as error:
        _stop(str(error), NOTHING_READ)


def _article(file: Path, published: PartialDate | None, columns: str) -> Article:
    """The article of a file, a table's row or standard input; stops with a message when there is none."""
    from casefacts.inputs import row_of
    from casefacts.read import MAX_BYTES, Unreadable, read_bytes, read_file

    try:
        if str(file) == "-":
            return read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "stdin", published)
        if row := row_of(file, _columns(columns)):
            return row.article(row.content(), published)
        _refuse_missing(file)
        return read_file(file, file.name, published)
    except Unreadable as error:
        _stop(f"{file}: {error}", NOTHING_READ)


def _suppression(file: Path | None) -> Suppression:
    from casefacts.suppression import Suppression

    if file is None:
        return Suppression()
    _refuse_missing(file)
    try:
        return Suppression.read(file)
    except (OSError, UnicodeDecodeError) as error:
        _stop(f"{file}: {error}: name a UTF-8 file with one name a line", USAGE)


def _formats(names: str) -> tuple[Format, ...]:
    from casefacts.export import FILES_OF
    from casefacts.parquet import MissingPyarrow, require

    named = [name.strip() for name in names.split(",")]
    if strange := [name for name in named if name not in FILES_OF]:
        _stop(f"--format {strange[0]}: there are {', '.join(FILES_OF)}; name several with commas", USAGE)
    try:
        if "parquet" in named:
            require()
    except MissingPyarrow as error:
        _stop(str(error), USAGE)
    return tuple(name for name in FILES_OF if name in named)


def _links(names: str | None) -> tuple[LinkedBy, ...]:
    """The ways that are named, in their order; all where none is."""
    from casefacts.records import WAYS

    asked = {name.strip() for name in (names or ",".join(WAYS)).split(",")} - {""}
    if not asked or asked - set(WAYS):
        _stop(f"--links {names}: name some of {', '.join(WAYS)}, with commas between", USAGE)
    return tuple(way for way in WAYS if way in asked)


def _shard(text: str | None) -> Shard | None:
    from casefacts.shards import Shard

    try:
        return Shard.parse(text) if text is not None else None
    except ValueError as error:
        _stop(f"--shard {text}: {error}", USAGE)


def _columns(pairs: str) -> Columns:
    from casefacts.inputs import Columns

    try:
        return Columns.parse(pairs)
    except ValueError as error:
        _stop(f"--columns {pairs}: {error}", USAGE)


def _refuse_missing(path: Path) -> None:
    from casefacts.places import is_address

    if str(path) != "-" and not os.path.lexists(path) and not is_address(path):
        _stop(f"{path}: no such file or folder: check the path", USAGE)


def _date(published: str | None) -> PartialDate | None:
    from casefacts.published import parse_date

    try:
        return parse_date(published) if published is not None else None
    except ValueError as error:
        _stop(f"--published {published}: {error}", USAGE)


# --- output ------------------------------------------------------------------------------------------------


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar to feed, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    with _bar() as bar:
        task = bar.add_task("")
        yield lambda done, total: bar.update(task, completed=done, total=total)


@contextmanager
def _watch() -> Iterator[Callable[[int, int, Summary], None]]:
    """What is to be told of a run as it goes on: a bar on a terminal, else a line now and then."""
    begun = time.monotonic()
    if not sys.stderr.isatty():
        yield _Log(begun)
        return
    with _bar("{task.fields[told]}") as bar:
        task = bar.add_task("", told="")

        def show(done: int, total: int, summary: Summary) -> None:
            told = _told(summary, time.monotonic() - begun)
            bar.update(task, completed=done, total=total if total >= done else None, told=told)

        yield show


class _Log:
    """Says how far a run is, as a plain line every so many seconds."""

    EVERY = 10.0

    def __init__(self, begun: float) -> None:
        self.begun = self.last = begun

    def __call__(self, done: int, total: int, summary: Summary) -> None:
        now = time.monotonic()
        if now - self.last >= self.EVERY:
            self.last = now
            of = f" of {total}" if total >= done else ""
            _say(f"{_number(done, 'article')}{of}, {_told(summary, now - self.begun)}")


def _told(summary: Summary, seconds: float) -> str:
    new = summary.articles.total() - summary.kept
    return f"{_number(summary.records.total(), 'fact')}, {new / max(seconds, 1e-9):.1f} articles/s"


def _bar(*columns: str) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    console = Console(stderr=True)
    return Progress(BarColumn(), MofNCompleteColumn(), *columns, TimeRemainingColumn(), console=console, transient=True)


def _summary(summary: Summary, articles_table: str) -> Iterator[str]:
    articles, records = summary.articles, summary.records
    if summary.changed:
        yield f"all done anew, since this has changed: {', '.join(summary.changed)}"
    kept = f" ({summary.kept} of them done before)" if summary.kept else ""
    yield (
        f"{_number(articles.total(), 'article')}: "
        f"{articles['facts']} with facts, {articles['none']} without, "
        f"{articles['failed']} failed, {articles['skipped']} skipped{kept}"
    )
    yield f"{_number(records.total(), 'record')}: " + ", ".join(
        _number(records[name], name) for name in ("charge", "verdict", "sentence")
    )
    yield from _left_out(summary)
    if summary.undated:
        yield (
            f'{_number(summary.undated, "article")} with facts but without a known date: "on Thursday" stays '
            "open there (--published gives a date)"
        )
    if summary.doubtful:
        yield f"{_number(summary.doubtful, 'article')} with warnings: see that column of {articles_table}"
    if slow := [f"{name} ({seconds:.0f} s)" for seconds, name in summary.slowest if seconds >= _SLOW]:
        yield f"slowest: {', '.join(slow)}"
    for name, reason in summary.failures:
        yield f"failed: {name}: {reason}"
    if articles["failed"] > len(summary.failures) or articles["skipped"]:
        yield f"the column reason of {articles_table} says why articles were not read"


def _written(out: Path, formats: Sequence[Format]) -> str:
    from casefacts.export import DATABASE, FILES_OF

    files = [file for name in formats for file in FILES_OF[name]]
    return f"written to {out}: {', '.join(dict.fromkeys([*files, DATABASE]))}"


def _left_out(summary: Summary) -> Iterator[str]:
    if summary.suppressed:
        yield f"{_number(summary.suppressed, 'record')} of suppressed names left out"


def _number(count: int, noun: str) -> str:
    """ "1 article", "2 articles"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _silence(report: Report) -> str:
    """On how many of the articles without facts somebody is named nevertheless."""
    return f"{len(report.accused)} of {report.factless} articles without facts gave a record with a name"


def _print(lines: Iterable[str], end: str = "\n") -> None:
    """Print text that may come from an article: control characters as escapes."""
    with _patient():
        for line in lines:
            print(_visible(line), end=end)
        sys.stdout.flush()


def _show(tables: Iterable[Table]) -> None:
    """Print tables, as wide as they are where nobody's terminal limits them."""
    from rich.console import Console

    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False)
    with _patient():
        for table in tables:
            console.print(table)


def _visible(text: str) -> str:
    return _CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


@contextmanager
def _patient() -> Iterator[None]:
    """A reader that has seen enough (`casefacts text FILE | head`) is no error."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None


def _warn(message: str) -> None:
    _say(f"casefacts: {message}")


def _say(message: str) -> None:
    """One line on standard error."""
    print(_visible(message).replace("\n", " "), file=sys.stderr)


def _stop(message: str, code: int) -> NoReturn:
    """One line on standard error, and out."""
    _warn(message)
    raise typer.Exit(code)
