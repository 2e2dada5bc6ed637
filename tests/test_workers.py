"""Processes: one that dies takes only its own article along."""

from __future__ import annotations

from pathlib import Path

from casefacts.inputs import Source
from casefacts.workers import Task, Worker, in_several
from mortal import Mortal


def test_a_process_that_dies(tmp_path: Path) -> None:
    tasks = []
    for number in range(30):
        path = tmp_path / f"{number:02}.txt"
        path.write_text("die" if number in {3, 17} else "Rye prices rose.", encoding="utf-8")
        tasks.append(Task(Source(path.name, path)))
    outcomes = list(in_several(Worker(Mortal), tasks, 2))
    assert [outcome.name for outcome in outcomes] == [f"{number:02}.txt" for number in range(30)]
    dead = [outcome.row for outcome in outcomes if outcome.row and outcome.row.status == "failed"]
    assert [row.article for row in dead] == ["03.txt", "17.txt"]
    assert dead[0].reason and "process died" in dead[0].reason
