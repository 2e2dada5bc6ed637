"""How fast: casefacts with one and with two processes, and the bare language model, on the same texts.

    python tests/benchmark.py FOLDER [--texts N]

Each measurement is a process of its own, from reading the files to the last byte written, the loading of the model
included; bare is `for doc in nlp.pipe(texts)` with the default model, as a user would write it. Nothing else should
run on the machine meanwhile.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
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
MILLION = 1_000_000
DAY = 86_400


def measured(code: str, arguments: list[str], listing: str) -> tuple[float, float]:
    """Seconds and the peak memory in MiB, all processes of the largest, of one run."""
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code, *arguments], input=listing, text=True, capture_output=True)
    if done.returncode:
        sys.exit(done.stderr)
    return time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--texts", type=int, help="only so many, evenly spread")
    options = parser.parse_args()
    files = sorted(options.folder.rglob("*.txt"))
    files = files[:: max(len(files) // options.texts, 1)][: options.texts] if options.texts else files
    assert listed_files("\n".join(map(str, files)).encode()) == files
    words = sum(len(file.read_text("utf-8", "replace").split()) for file in files)
    print(f"{options.folder}: {len(files)} texts, {words:,} words")
    listing = "\n".join(map(str, files))
    speed: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as out:
        for name, code, jobs in (("1 job", CASEFACTS, 1), ("2 jobs", CASEFACTS, 2), ("bare model", BARE, 0)):
            given = ["extract", "--files-from", "-", "--out", f"{out}/{jobs}", "--jobs", str(jobs)] if jobs else []
            seconds, memory = measured(code, given, listing)
            speed[name] = words / seconds
            print(f"{name:>10}: {speed[name]:>9,.0f} words/s, {seconds:.1f} s, peak so far {memory:,.0f} MiB a process")
    print(f"  1 job : bare model = {speed['1 job'] / speed['bare model']:.2f}")
    print(f"  2 jobs : 1 job     = {speed['2 jobs'] / speed['1 job']:.2f}")
    days = MILLION * words / len(files) / speed["2 jobs"] / DAY
    print(f"  a million such articles, with two jobs: {days:.1f} days")


if __name__ == "__main__":
    main()
