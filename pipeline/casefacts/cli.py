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
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

import casefacts

if TYPE_CHECKING:
    from casefacts.evaluate import Report
    from casefacts.extractor import Extractor
    from casefacts.partial_date import PartialDate
    from casefacts.records import Article
    from casefacts.run import Summary

NOTHING_READ = 1  # nothing could be read or written, or there is no language model
USAGE = 2

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

Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Date of the articles (2024-07-12, 2024-07, 2024), instead of their own."),
]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="Another installed spaCy model than the default.")]
File = Annotated[Path, typer.Argument(metavar="FILE", help='A .txt, .md or .html file, or "-" for standard input.')]


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
        list[Path],
        typer.Argument(metavar="PATH...", help='Folders and .txt, .md, .html files; "-" for standard input.'),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder to write to.")] = Path("outputs"),
    published: Published = None,
    model: Model = None,
) -> None:
    """Write the records of all articles as CSV and JSONL."""
    day = _date(published)
    for path in paths:
        _refuse_missing(path)
    extractor = _extractor(model)
    from casefacts.read import Unreadable
    from casefacts.run import run

    try:
        with _progress() as progress:
            summary = run(extractor, paths, out, published=day, stdin=sys.stdin.buffer, progress=progress)
    except Unreadable as error:
        _stop(f"{', '.join(map(str, paths))}: {error}", NOTHING_READ)
    except OSError as error:
        _stop(f"cannot write to {out} ({error.strerror}): name another folder with --out", NOTHING_READ)
    _print(_summary(summary, out))
    if unread := summary.articles["failed"] + summary.articles["skipped"]:
        _warn(f"{_number(unread, 'article')} not read: the column reason of {out / 'articles.csv'} says why")
    if not summary.read:
        raise typer.Exit(NOTHING_READ)


@app.command()
def explain(
    file: File,
    everything: Annotated[
        bool, typer.Option("--all", help="Also the sentences in which nothing could state a fact.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
    published: Published = None,
    model: Model = None,
) -> None:
    """Show sentence by sentence why an article gives its records."""
    article = _article(file, _date(published))
    extractor = _extractor(model)
    from casefacts import explain as room

    explanation = room.explain(extractor, article)
    if as_json:
        _print([json.dumps(room.as_json(explanation, everything), indent=2)])
    else:
        _print(room.as_lines(explanation, everything))


@app.command()
def text(file: File) -> None:
    """Print the text into which the offsets point, byte for byte.

    On a terminal, control characters are shown as escapes.
    """
    article = _article(file, None)
    if sys.stdout.isatty():
        _print([article.text], end="")
    else:
        with _patient():
            sys.stdout.buffer.write(article.text.encode("utf-8", "replace"))
            sys.stdout.buffer.flush()


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Gold annotation (JSONL).")],
    articles: Annotated[Path, typer.Argument(metavar="ARTICLES", help="The folder of its articles.")],
    model: Model = None,
) -> None:
    """Measure the program against gold annotation."""
    _refuse_missing(gold)
    _refuse_missing(articles)
    extractor = _extractor(model)
    from casefacts.evaluate import as_table
    from casefacts.evaluate import evaluate as measure
    from casefacts.gold import GoldError, read_gold
    from casefacts.read import Unreadable
    from casefacts.run import predict

    try:
        lines = read_gold(gold)
        report = measure(lines, dict(predict(extractor, lines, articles)))
    except (GoldError, Unreadable) as error:
        _stop(str(error), NOTHING_READ)
    _print([*as_table(report), "", _silence(report)])


# --- input -------------------------------------------------------------------------------------------------


def _extractor(model: str | None) -> Extractor:
    """The loaded pipeline; stops with a message when there is no usable model."""
    from casefacts.extractor import Extractor
    from casefacts.nlp import ModelError
    from casefacts.rulebook import RulebookError

    try:
        return Extractor(model)
    except (ModelError, RulebookError) as error:
        _stop(str(error), NOTHING_READ)


def _article(file: Path, published: PartialDate | None) -> Article:
    """The article of a file or of standard input; stops with a message when there is none."""
    _refuse_missing(file)
    from casefacts.read import MAX_BYTES, Unreadable, read_bytes, read_file

    try:
        if str(file) == "-":
            return read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "stdin", published)
        return read_file(file, file.name, published)
    except Unreadable as error:
        _stop(f"{file}: {error}", NOTHING_READ)


def _refuse_missing(path: Path) -> None:
    if str(path) != "-" and not os.path.lexists(path):
        _stop(f"{path}: no such file or folder: check the path", USAGE)


def _date(published: str | None) -> PartialDate | None:
    from casefacts.partial_date import PartialDate

    try:
        return PartialDate.parse(published) if published is not None else None
    except ValueError as error:
        _stop(f"--published {published}: {error}; write it as 2024-07-12, 2024-07 or 2024", USAGE)


# --- output ------------------------------------------------------------------------------------------------


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar to feed, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    with Progress(
        BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=Console(stderr=True), transient=True
    ) as bar:
        task = bar.add_task("")
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _summary(summary: Summary, out: Path) -> Iterator[str]:
    from casefacts.run import FILES

    articles, records = summary.articles, summary.records
    yield (
        f"{_number(articles.total(), 'article')}: "
        f"{articles['facts']} with facts, {articles['none']} without, "
        f"{articles['failed']} failed, {articles['skipped']} skipped"
    )
    yield f"{_number(records.total(), 'record')}: " + ", ".join(
        _number(records[name], name) for name in ("charge", "verdict", "sentence")
    )
    if summary.undated:
        yield (
            f'{_number(summary.undated, "article")} with facts but without a known date: "on Thursday" stays '
            "open there (--published gives a date)"
        )
    yield f"written to {out}: {', '.join(FILES)}"


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
    print(_visible(f"casefacts: {message}").replace("\n", " "), file=sys.stderr)


def _stop(message: str, code: int) -> NoReturn:
    """One line on standard error, and out."""
    _warn(message)
    raise typer.Exit(code)
