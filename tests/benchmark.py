"""How fast: casefacts with one and with two processes, and the bare language model, on the same texts.

    python tests/benchmark.py FOLDER... [--texts N]

Each measurement is a process of its own, from reading the files to the last byte written, the loading of the model
included; bare is `for doc in nlp.pipe(texts)` with the default model, as a user would write it. Nothing else should
run on the machine meanwhile; where something does, the seconds of CPU tell more than the words per second.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from casefacts.inputs import listed_files

BARE = """
import sys, pathlib, spacy, en_casefacts
name = next(name for name in en_casefacts.LANGUAGE_MODELS if spacy.util.is_package(name))
nlp = spacy.load(name)
texts = (pathlib.Path(name).read_text("utf-8", "replace") for name in sys.stdin.read().split("\\n"))
for doc in nlp.pipe(texts):
    pass
"""
CASEFACTS = "from casefacts.cli import main; main()"
SHARES = """
import sys, time
from collections import Counter
from pathlib import Path
from casefacts import extractor
from casefacts.read import Unreadable, read_file
from casefacts.run import Options, worker_of

spent = Counter()

def timed(name, call):
    def run(*given):
        begun = time.process_time()
        try:
            return call(*given)
        finally:
            spent[name] += time.process_time() - begun
    return run

reader = worker_of(Options()).loaded()
loaded = time.process_time()
reader.nlp._components = [(name, timed(name, stage)) for name, stage in reader.nlp._components]
reader.nlp.make_doc = timed("words", reader.nlp.make_doc)
reader.gate, reader._prospect = timed("gate", reader.gate), timed("prospect", reader._prospect)
extractor.sentences = timed("sentences", extractor.sentences)
extractor.assemble = timed("assembly", extractor.assemble)
for name in sys.stdin.read().split("\\n"):
    try:
        reader.records(read_file(Path(name), name))
    except Unreadable:
        pass
total = time.process_time() - loaded
for name, seconds in [*spent.most_common(), ("everything else", total - spent.total())]:
    print(f"{name.removeprefix('casefacts_').replace('_', ' '):>20}: {seconds / total:6.1%}")
print(f"{'loading':>20}: {loaded:.1f} s, once for each process")
"""
MILLION = 1_000_000
DAY = 86_400


@dataclass(frozen=True)
class Run:
    """Seconds on the clock and of CPU, the peak memory in MiB of the largest process, and what was printed."""

    seconds: float
    cpu: float
    memory: float
    printed: str


def measured(code: str, arguments: list[str], listing: Path) -> Run:
    """One run, fed with the names of the files."""
    with listing.open("rb") as names, tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as errors:
        begun = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-c", code, *arguments], stdin=names, stdout=out, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - begun
        if process.returncode:
            errors.seek(0)
            sys.exit(errors.read())
        out.seek(0)
        return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out.read())


def benchmark(folder: Path, limit: int | None) -> None:
    """Measure and print what the texts of one folder take."""
    files = sorted(folder.rglob("*.txt"))
    files = files[:: max(len(files) // limit, 1)][:limit] if limit else files
    assert listed_files("\n".join(map(str, files)).encode()) == files
    words = sum(len(file.read_text("utf-8", "replace").split()) for file in files)
    print(f"{folder}: {len(files)} texts, {words:,} words")
    runs: dict[str, Run] = {}
    with tempfile.TemporaryDirectory() as out:
        listing = Path(out) / "names"
        listing.write_text("\n".join(map(str, files)))
        for name, code, jobs in (("1 job", CASEFACTS, 1), ("2 jobs", CASEFACTS, 2), ("bare model", BARE, 0)):
            given = ["extract", "--files-from", "-", "--out", f"{out}/{jobs}", "--jobs", str(jobs)] if jobs else []
            run = runs[name] = measured(code, given, listing)
            print(
                f"{name:>20}: {words / run.seconds:>9,.0f} words/s, {run.seconds:.1f} s, of CPU {run.cpu:.1f} s,"
                f" peak {run.memory:,.0f} MiB a process"
            )
        print(measured(SHARES, [], listing).printed, end="")
    one, two, bare = runs["1 job"], runs["2 jobs"], runs["bare model"]
    print(f"  1 job : bare model = {bare.seconds / one.seconds:.2f}, by CPU {bare.cpu / one.cpu:.2f}")
    print(f"  2 jobs : 1 job     = {one.seconds / two.seconds:.2f}, by CPU {2 * one.cpu / two.cpu:.2f} at most")
    print(f"  a million such articles, with two jobs: {MILLION / len(files) * two.seconds / DAY:.1f} days")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--texts", type=int, help="only so many of each, evenly spread")
    options = parser.parse_args()
    for folder in options.folders:
        benchmark(folder, options.texts)


if __name__ == "__main__":
    main()
