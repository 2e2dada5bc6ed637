"""One self-contained HTML file: its style and script, the data they work on, and a policy that lets nothing else."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from html import escape
from importlib.metadata import version
from importlib.resources import files
from typing import Any, Literal

MARK = '<meta name="generator" content="casefacts">'
STYLE = "report.css"
# One script, in this order
SCRIPTS = (
    "data.js", "words.js", "elements.js", "filters.js", "lists.js", "charts.js", "views.js", "article.js",
    "decisions.js", "review.js", "errors.js", "page.js",
)  # fmt: skip
_PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")


def single_page(
    kind: Literal["report", "errors"], heading: str, data: Mapping[str, Any], texts: Mapping[int, str], parts: str = ""
) -> str:
    """The page, which needs no network.

    `data` is what its script works on, `texts` those of the articles by place in its list of articles, `parts` HTML
    for below the heading, which is escaped here.
    """
    style, script = static(STYLE), "\n".join(map(static, SCRIPTS))
    policy = (
        f"default-src 'none'; style-src '{content_hash(style)}'; script-src '{content_hash(script)}'; base-uri 'none';"
        " form-action 'none'"
    )
    values = {
        "policy": policy,
        "kind": kind,
        "style": style,
        "heading": escape(heading),
        "parts": parts,
        "version": escape(version("casefacts")),
        "data": _json({"mode": kind, **data}),
        "texts": "\n".join(_text(place, text) for place, text in texts.items()),
        "script": script,
    }
    return _PLACEHOLDER.sub(lambda found: values[found[1]], static("report.html"))


def static(name: str) -> str:
    """A file of the folder `page`."""
    return files("casefacts").joinpath("page", name).read_text(encoding="utf-8")


def content_hash(text: str) -> str:
    """As a content security policy names a style or script."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _text(place: int, text: str) -> str:
    return f'<script type="application/json" id="text-{place}">{_json(text)}</script>'


def _json(value: Any) -> str:
    """JSON that cannot end the script element it stands in, nor open a comment there."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
