"""The gate: on the project's own gold no figure falls below its floor.

`python tests/test_floors.py --update` raises the floors to what is measured now; it refuses to lower one, unless
`--lower` says that this is meant. A change of the gold itself needs `--update`, too: the floors are for one gold.
"""

from __future__ import annotations

import hashlib
import json
import math
import sys
from pathlib import Path
from typing import Any

from casefacts.evaluate import evaluate
from casefacts.extractor import Extractor
from casefacts.gold import read_gold
from casefacts.run import predict

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "articles"
FLOORS = ROOT / "tests" / "floors.json"
FIELDS = ("date", "counts", "action", "plea", "method", "offense")
UPDATE = "python tests/test_floors.py --update"


def measured(extractor: Extractor) -> dict[str, float]:
    """The figures that have floors; the shares of false records as their opposites, so that all of them rise."""
    gold = read_gold(ARTICLES / "gold.jsonl")
    report = evaluate(gold, {name: records for name, records, _ in predict(extractor, gold, ARTICLES)})
    figures = {f"f1 of {kind}": tally.f1 for kind, tally in {**report.by_type, "all": report.overall}.items()}
    wrong = {
        "records without a wrong person": report.overall.wrong_person_share,
        "records without a wrong fact": report.overall.wrong_fact_share,
        "articles without facts that accuse nobody": report.accused_share,
    }
    figures |= {name: None if share is None else 1 - share for name, share in wrong.items()}
    figures |= {f"accuracy of {name}": report.overall.fields[name].accuracy for name in FIELDS}
    # rounded down: a floor is never above what was measured
    return {name: math.floor(value * 1000) / 1000 for name, value in figures.items() if value is not None}


def gold_hash() -> str:
    """The hash of the gold file's content; line ends do not matter."""
    lines = (ARTICLES / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def below(figures: dict[str, float], floors: dict[str, float]) -> dict[str, str]:
    """The figures that are below their floors, or missing."""
    return {
        name: f"{figures.get(name)}, its floor is {floor}"
        for name, floor in floors.items()
        if name not in figures or figures[name] < floor
    }


def updated(figures: dict[str, float], old: dict[str, Any], gold: str, lower: bool) -> dict[str, Any]:
    """The new content of floors.json; raises ValueError where a floor of the same gold would fall unasked."""
    fallen = below(figures, old.get("floors", {})) if old.get("gold_sha256") == gold else {}
    if fallen and not lower:
        raise ValueError(f"these would fall: {fallen}; mend the cause, or say --lower if it is meant")
    return {"gold_sha256": gold, "floors": figures}


def test_the_floors_are_for_this_gold() -> None:
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))["gold_sha256"]
    assert pinned == gold_hash(), f"articles/gold.jsonl has changed: look at the figures, then run {UPDATE}"


def test_no_figure_is_below_its_floor(extractor: Extractor) -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))["floors"]
    figures = measured(extractor)
    assert below(figures, floors) == {}, (
        "a change made these worse: see what it lost with `casefacts evaluate articles/gold.jsonl --articles articles"
        " --errors errors.html` before and after, and mend the cause"
    )
    assert figures.keys() == floors.keys(), f"a figure without a floor: run {UPDATE}"


def test_floors_only_rise() -> None:
    old = {"gold_sha256": "g", "floors": {"f1": 0.8}}
    assert updated({"f1": 0.9}, old, "g", lower=False)["floors"] == {"f1": 0.9}
    assert updated({"f1": 0.7}, old, "g", lower=True)["floors"] == {"f1": 0.7}
    assert updated({"f1": 0.7}, old, "other gold", lower=False)["gold_sha256"] == "other gold"
    for worse in ({"f1": 0.79}, {}):
        try:
            updated(worse, old, "g", lower=False)
        except ValueError as error:
            assert "--lower" in str(error)
        else:
            raise AssertionError("a floor fell")


if __name__ == "__main__":
    if "--update" not in sys.argv:
        sys.exit(f"{UPDATE} [--lower]")
    before = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    try:
        content = updated(measured(Extractor()), before, gold_hash(), "--lower" in sys.argv)
    except ValueError as error:
        sys.exit(str(error))
    FLOORS.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
