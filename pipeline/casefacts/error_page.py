"""One self-contained page that shows every error of a measurement in its article; it needs no network."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise
from typing import Any, Literal

from casefacts.causes import of_false, of_miss
from casefacts.gold import GoldArticle, GoldRecord
from casefacts.score import OTHER_FIELDS, Cause, accuses_falsely, align, is_name, same_field
from casefacts.trace import Trace

Kind = Literal["person", "fact", "missed", "field", "right", "free"]

_SAYS: dict[Kind, str] = {
    "person": "wrong person",
    "fact": "wrong fact",
    "missed": "missed",
    "field": "wrong field",
    "right": "right",
    "free": "neither demanded nor punished",
}
_HIDDEN = {"type", "defendant", "start", "end", "evidence", "id", "optional", "rule", "offense_code", "attributed_to"}

_STYLE = """
:root { color-scheme: light dark; --line: #8886; --missed: #d97706; --person: #dc2626; --fact: #be185d;
        --field: #7c3aed; --right: #15803d; --free: #6b7280; }
@media (prefers-color-scheme: dark) {
  :root { --missed: #fbbf24; --person: #f87171; --fact: #f472b6; --field: #a78bfa; --right: #4ade80;
          --free: #9ca3af; }
}
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 80rem; padding: 1rem; }
nav { background: Canvas; border-bottom: 1px solid var(--line); padding: .5rem 0; position: sticky; top: 0;
      z-index: 1; }
nav fieldset { border: 0; display: inline-block; margin: 0 1rem 0 0; padding: 0; }
nav legend { float: left; font-weight: 600; margin-right: .5rem; }
nav label { margin-right: .6rem; white-space: nowrap; }
h2 { border-top: 2px solid var(--line); font-size: 1.1rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere;
     padding-top: 1rem; }
.sides { display: grid; gap: 1rem; grid-template-columns: 1fr 1fr; }
@media (max-width: 45rem) { .sides { grid-template-columns: 1fr; } }
h3 { font-size: .95rem; margin: .5rem 0; }
.text { border: 1px solid var(--line); border-radius: .4rem; max-height: 26rem; overflow: auto; overflow-wrap: anywhere;
        padding: .6rem; white-space: pre-wrap; }
mark { background: none; border-bottom: 3px solid var(--right); color: inherit; }
mark.missed { border-color: var(--missed); } mark.person { border-color: var(--person); }
mark.fact { border-color: var(--fact); }
mark.field { border-color: var(--field); } mark.free { border-color: var(--free); }
mark.chosen { background: #fde04788; }
.record { border: 1px solid var(--line); border-left: .4rem solid var(--right); border-radius: .3rem; margin: .4rem 0;
          padding: .3rem .6rem; }
.record.missed { border-left-color: var(--missed); } .record.person { border-left-color: var(--person); }
.record.fact { border-left-color: var(--fact); }
.record.field { border-left-color: var(--field); } .record.free { border-left-color: var(--free); }
.record button { background: none; border: 0; color: inherit; cursor: pointer; font: inherit; padding: 0;
                 text-align: left; text-decoration: underline dotted; }
.record dl { display: grid; font-size: .85rem; grid-template-columns: max-content 1fr; gap: 0 .6rem; margin: .2rem 0; }
.record dt { opacity: .75; } .record dd { margin: 0; overflow-wrap: anywhere; }
dd.wrong { color: var(--field); font-weight: 600; }
[hidden] { display: none !important; }
"""

_SCRIPT = """
'use strict';
const boxes = [...document.querySelectorAll('nav input')];
const on = (name) => new Set(boxes.filter((box) => box.name === name && box.checked).map((box) => box.value));
function filter() {
  const types = on('type'), kinds = on('kind');
  let shown = 0;
  for (const article of document.querySelectorAll('section')) {
    let any = false;
    for (const record of article.querySelectorAll('.record')) {
      record.hidden = !(types.has(record.dataset.type) && kinds.has(record.dataset.kind));
      any = any || !record.hidden;
    }
    article.hidden = !any;
    shown += any ? 1 : 0;
  }
  document.getElementById('shown').textContent = shown;
}
boxes.forEach((box) => box.addEventListener('change', filter));
document.addEventListener('click', (event) => {
  const button = event.target.closest('.record button');
  if (!button) return;
  document.querySelectorAll('mark.chosen').forEach((mark) => mark.classList.remove('chosen'));
  const marks = [...button.closest('section').querySelectorAll('mark')]
    .filter((mark) => mark.dataset.of.split(' ').includes(button.dataset.of));
  marks.forEach((mark) => mark.classList.add('chosen'));
  if (marks.length) marks[0].scrollIntoView({ block: 'center' });
});
filter();
"""


@dataclass(frozen=True)
class _End:
    """A record of either side, `name` in the page: what it is, which of its fields are wrong, and why."""

    name: str
    record: GoldRecord
    kind: Kind
    wrong: frozenset[str] = frozenset()
    cause: Cause | None = None


def error_page(
    gold: Iterable[GoldArticle],
    predicted: Mapping[str, Sequence[GoldRecord]],
    texts: Mapping[str, str],
    traces: Mapping[str, Trace],
) -> Iterator[str]:
    """The lines of the page: each article with gold and predicted records beside each other, errors first to see.

    `texts` are the articles' texts by name, `traces` what the extraction did in them, as far as that is known.
    Everything that comes from an article, a gold file or a record is escaped, and the content security policy lets
    nothing run but the page's own script.
    """
    sections = [list(_section(article, predicted.get(article.article, ()), texts, traces)) for article in gold]
    shown = [section for section in sections if section]
    yield from _head(len(shown))
    for section in shown:
        yield from section
    yield f"<script>{_SCRIPT}</script></body></html>"


def _head(articles: int) -> Iterator[str]:
    policy = (
        f"default-src 'none'; style-src '{content_hash(_STYLE)}'; script-src '{content_hash(_SCRIPT)}'; base-uri 'none'"
    )
    yield '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    yield '<meta name="generator" content="casefacts">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1"><title>casefacts: errors</title>'
    yield f"<style>{_STYLE}</style></head><body><h1>Where casefacts and the gold annotation differ</h1>"
    types = {name: name for name in OTHER_FIELDS}
    yield f'<nav aria-label="Filters"><fieldset><legend>Type</legend>{_boxes("type", types)}'
    kinds = {kind: said for kind, said in _SAYS.items() if kind not in ("right", "free")}
    rest = {kind: said for kind, said in _SAYS.items() if kind in ("right", "free")}
    yield f"</fieldset><fieldset><legend>Kind</legend>{_boxes('kind', kinds)}{_boxes('kind', rest, checked=False)}"
    yield f'</fieldset><span role="status"><span id="shown">{articles}</span> of {articles} articles shown</span></nav>'


def content_hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _boxes(name: str, values: Mapping[Any, str], checked: bool = True) -> str:
    mark = " checked" if checked else ""
    return "".join(
        f'<label><input type="checkbox" name="{name}" value="{value}"{mark}> {said}</label>'
        for value, said in values.items()
    )


def _section(
    article: GoldArticle, predicted: Sequence[GoldRecord], texts: Mapping[str, str], traces: Mapping[str, Trace]
) -> Iterator[str]:
    """One article, if there is a record of either side."""
    if not article.records and not predicted:
        return
    left, right = _judged(article.records, predicted, traces.get(article.article))
    yield f"<section><h2>{escape(article.article)}</h2>"
    yield f'<div class="text" tabindex="0" aria-label="Text">{_marked(texts[article.article], [*left, *right])}</div>'
    yield '<div class="sides">'
    for title, ends in (("Gold", left), ("casefacts", right)):
        yield f"<div><h3>{title}</h3>"
        yield from (_card(end) for end in ends)
        yield "</div>"
    yield "</div></section>"


def _judged(
    gold: Sequence[GoldRecord], predicted: Sequence[GoldRecord], trace: Trace | None
) -> tuple[list[_End], list[_End]]:
    """What each gold and each predicted record is."""
    left = [_missed(f"g{i}", record, gold, trace) for i, record in enumerate(gold)]
    right = [_false(f"p{i}", record, gold) for i, record in enumerate(predicted)]
    for row, column in (pair for kind in OTHER_FIELDS for pair in _pairs(kind, gold, predicted)):
        names = OTHER_FIELDS[gold[row].type]
        wrong = frozenset(name for name in names if not same_field(name, gold[row], predicted[column]))
        kind: Kind = "free" if gold[row].optional else "field" if wrong else "right"
        left[row] = replace(left[row], kind=kind, wrong=wrong, cause=None)
        right[column] = replace(right[column], kind=kind, wrong=wrong, cause=None)
    return left, right


def _missed(name: str, record: GoldRecord, gold: Sequence[GoldRecord], trace: Trace | None) -> _End:
    """What a gold record is that nothing matches."""
    if record.optional:
        return _End(name, record, "free")
    return _End(name, record, "missed", cause=of_miss(record, gold, trace) if trace else None)


def _false(name: str, record: GoldRecord, gold: Sequence[GoldRecord]) -> _End:
    """What a predicted record is that matches nothing."""
    if not is_name(record.defendant):
        return _End(name, record, "free")
    kind: Kind = "person" if accuses_falsely(record, gold) else "fact"
    return _End(name, record, kind, cause=of_false(record, gold))


def _pairs(kind: str, gold: Sequence[GoldRecord], predicted: Sequence[GoldRecord]) -> list[tuple[int, int]]:
    """Aligned records of one type, as places in the whole lists; the alignment is the scorer's."""
    rows = [i for i, record in enumerate(gold) if record.type == kind]
    columns = [i for i, record in enumerate(predicted) if record.type == kind]
    found = align([gold[i] for i in rows], [predicted[i] for i in columns])
    return [(rows[row], columns[column]) for row, column in found]


def _marked(text: str, ends: Sequence[_End]) -> str:
    """The text with all evidence marked; where it overlaps, a mark belongs to several records."""
    borders = sorted(
        {0, len(text), *(min(place, len(text)) for end in ends for place in (end.record.start, end.record.end))}
    )
    parts = []
    for start, stop in pairwise(borders):
        here = [end for end in ends if end.record.start <= start and stop <= end.record.end]
        piece = escape(text[start:stop])
        if not here:
            parts.append(piece)
            continue
        worst = min((end.kind for end in here), key=list(_SAYS).index)
        parts.append(f'<mark class="{worst}" data-of="{" ".join(end.name for end in here)}">{piece}</mark>')
    return "".join(parts)


def _card(end: _End) -> str:
    record = end.record
    values = record.model_dump(exclude=_HIDDEN, exclude_none=True)
    shown = values | dict.fromkeys(sorted(end.wrong - values.keys()), "(none)")
    fields = "".join(
        f"<dt>{field}</dt><dd{' class=wrong' if field in end.wrong else ''}>{escape(str(value))}</dd>"
        for field, value in shown.items()
    )
    if record.rule:
        fields += f"<dt>rule</dt><dd>{escape(record.rule)}</dd>"
    if end.cause:
        fields += f"<dt>cause</dt><dd>{escape(str(end.cause))}</dd>"
    said = _SAYS[end.kind] + (" (optional)" if record.optional else "")
    return (
        f'<div class="record {end.kind}" data-type="{record.type}" data-kind="{end.kind}">'
        f'<button type="button" data-of="{end.name}">{record.type}: {escape(record.defendant)}</button> '
        f"<small>{said}</small>"
        f"<dl>{fields}</dl></div>"
    )
