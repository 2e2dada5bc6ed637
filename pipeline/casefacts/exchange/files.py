"""The folders that `casefacts convert` writes and reads."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from casefacts.exchange import ExchangeError, label_studio
from casefacts.gold import GoldArticle

Tool = Literal["label-studio", "cas"]
TASKS, INTERFACE, TYPES = "tasks.json", "interface.xml", "TypeSystem.xml"


def write(tool: Tool, articles: Iterable[tuple[GoldArticle, str]], folder: Path, as_predictions: bool) -> list[Path]:
    """Write articles with their texts for a tool; the files. Raises OSError, and ImportError without the extra."""
    folder.mkdir(parents=True, exist_ok=True)
    if tool == "label-studio":
        tasks = list(label_studio.tasks(articles, as_predictions))
        (folder / TASKS).write_text(json.dumps(tasks, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        (folder / INTERFACE).write_text(label_studio.interface(), encoding="utf-8")
        return [folder / TASKS, folder / INTERFACE]
    from casefacts.exchange import cas

    types = cas.type_system()
    types.to_xml(folder / TYPES)
    files = [folder / TYPES]
    for article, text in articles:
        files.append(folder / f"{quote(article.article, safe='')}.xmi")
        cas.cas_of(article, text, types).to_xmi(files[-1])
    return files


def read(tool: Tool, path: Path) -> list[GoldArticle]:
    """The gold of a tool's folder or file, by name of article.

    Raises ExchangeError, OSError, and ImportError without the extra.
    """
    articles = _read_tasks(path) if tool == "label-studio" else _read_cas(path)
    return sorted(articles, key=lambda article: article.article)


def _read_tasks(path: Path) -> list[GoldArticle]:
    file = path / TASKS if path.is_dir() else path
    try:
        tasks = json.loads(file.read_text(encoding="utf-8-sig"))
    except ValueError as error:
        raise ExchangeError(f"{file}: no JSON ({error}): export as JSON from Label Studio") from None
    if not isinstance(tasks, list):
        raise ExchangeError(f"{file}: no list of tasks: export as JSON from Label Studio, not as JSON-MIN")
    return [label_studio.read(task, f"{file}, task {number}") for number, task in enumerate(tasks, start=1)]


def _read_cas(path: Path) -> list[GoldArticle]:
    from casefacts.exchange import cas

    files = sorted(path.glob("**/*.xmi")) if path.is_dir() else [path]
    if not files:
        raise ExchangeError(f"{path}: no .xmi files there: export as UIMA CAS XMI")
    return [cas.read(file, cas.type_system()) for file in files]
