"""Why an article gave the records it gave: sentence by sentence, what was found, rejected and recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from spacy.tokens import Doc, Span

from casefacts.assembly import Rejected
from casefacts.extractor import Extractor, place
from casefacts.fact import Fact
from casefacts.marks import said_of
from casefacts.records import AnyRecord, Article, as_row, identified
from casefacts.stages.assertion import Assertion

# The span groups that are shown, and what one span of each is called
GROUPS = {
    "triggers": "trigger",
    "offenses": "offense",
    "penalties": "penalty",
    "people": "person",
    "dates": "date",
    "cues": "cue",
}
# Fields of a record that its line does not repeat
_SHOWN_ELSEWHERE = frozenset({"id", "article", "type", "rule", "evidence", "context", "sources", "start", "end"})
NO_CUE = "it has no word that a charge, a verdict or a sentence needs, so it was not parsed"


@dataclass(frozen=True)
class Found:
    """Words that a rule found; `value` is the ISO date of a date."""

    what: str
    rule: str
    text: str
    start: int
    end: int
    value: str | None = None


@dataclass(frozen=True)
class Candidate:
    """Words that can state a fact and were not taken to, why, and what else would have been enough."""

    rule: str
    text: str
    start: int
    end: int
    reason: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Statement:
    """A place that states, or states again, what a record says."""

    rule: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Outcome:
    """A record, and the later statements of the same fact that were merged into it."""

    record: AnyRecord
    merged: tuple[Statement, ...]


@dataclass(frozen=True)
class SentenceReport:
    """One sentence of the article, and all that came of it."""

    start: int
    end: int
    text: str
    found: tuple[Found, ...]
    rejected: tuple[Candidate, ...]
    records: tuple[Outcome, ...]

    @property
    def says_something(self) -> bool:
        """Whether it has words that could state a fact."""
        return bool(self.rejected or self.records or any(span.what == "trigger" for span in self.found))


@dataclass(frozen=True)
class Explanation:
    """The article's sentences; `note` says why there are none."""

    article: Article
    sentences: tuple[SentenceReport, ...]
    note: str | None = None


def explain(extractor: Extractor, article: Article) -> Explanation:
    """Extract from one article, and keep what happened on the way."""
    if not extractor.gate(extractor.copy(article.text).text):
        return Explanation(article, (), NO_CUE)
    doc = extractor.doc(article)
    told, assembly = extractor.told(doc, article, every_reason=True)
    found = [_found(article, span, what) for group, what in GROUPS.items() for span in doc.spans[group]]
    rejected = [_candidate(article, candidate, extractor.assertion) for candidate in assembly.rejected]
    records = identified([record for record, _ in told], article)
    outcomes = [
        Outcome(record, tuple(_statement(article, doc, fact) for fact in event.retold))
        for record, (_, event) in zip(records, told, strict=True)
    ]
    return Explanation(article, tuple(_reports(article, doc, found, rejected, outcomes)))


def as_json(explanation: Explanation, everything: bool = False) -> dict[str, Any]:
    """The explanation as plain data; without `everything` only the sentences that say something."""
    article = explanation.article
    return {
        "article": article.name,
        "published": article.published,
        "published_from": article.published_from,
        "note": explanation.note,
        "sentences": [_json_report(report) for report in _shown(explanation, everything)],
    }


def as_lines(explanation: Explanation, everything: bool = False) -> Iterator[str]:
    """The explanation for reading; without `everything` only the sentences that say something."""
    article = explanation.article
    when = f"published {article.published} ({article.published_from})" if article.published else "no known date"
    yield f"{article.name}: {when}"
    if explanation.note:
        yield f"{article.name}: {explanation.note}"
    for report in _shown(explanation, everything):
        yield ""
        yield f"[{report.start}:{report.end}] {_flat(report.text)}"
        for what in GROUPS.values():
            if spans := [span for span in report.found if span.what == what]:
                yield f"  {what:<9}{', '.join(_found_words(span) for span in spans)}"
        for candidate in report.rejected:
            reasons = "; also ".join((candidate.reason, *candidate.also))
            yield f"  rejected {_quoted(candidate.text)} ({candidate.rule}): {reasons}"
        for outcome in report.records:
            yield from _record_lines(outcome)


# --- from the Doc ------------------------------------------------------------------------------------------


def _found(article: Article, span: Span, what: str) -> Found:
    start, end = place(span.doc, span.start_char, span.end_char)
    return Found(what, span.label_, article.text[start:end], start, end, span.kb_id_ or None)


def _candidate(article: Article, rejected: Rejected, assertion: Assertion) -> Candidate:
    trigger = rejected.trigger
    start, end = place(trigger.doc, trigger.start_char, trigger.end_char)
    reasons = (*_speaking_against(trigger, assertion, rejected.reason), *rejected.also)
    also = tuple(dict.fromkeys(reason for reason in reasons if reason != rejected.reason))
    return Candidate(trigger.label_, article.text[start:end], start, end, rejected.reason, also)


def _speaking_against(trigger: Span, assertion: Assertion, reason: str) -> Iterator[str]:
    """What is said of a trigger that did not happen, each as a reason, but for the one that is given already."""
    if said_of(trigger).status == "asserted":
        return
    for said in assertion.all_said(trigger, list(trigger.doc.spans["cues"])):
        told = said.as_reason()
        if said.status != "asserted" and told != reason:
            yield told


def _reports(
    article: Article, doc: Doc, found: list[Found], rejected: list[Candidate], outcomes: list[Outcome]
) -> Iterator[SentenceReport]:
    """The sentences that are not blank, each with what starts in it."""
    for sentence in doc.sents:
        if sentence.text.strip():
            start, end = place(doc, sentence.start_char, sentence.end_char)
            inside = range(start, end)
            yield SentenceReport(
                start=start,
                end=end,
                text=article.text[start:end],
                found=tuple(span for span in found if span.start in inside),
                rejected=tuple(candidate for candidate in rejected if candidate.start in inside),
                records=tuple(outcome for outcome in outcomes if outcome.record.evidence.start in inside),
            )


def _statement(article: Article, doc: Doc, fact: Fact) -> Statement:
    start, end = place(doc, fact.start, fact.end)
    return Statement(fact.rule, article.text[start:end], start, end)


# --- to JSON and to lines ----------------------------------------------------------------------------------


def _shown(explanation: Explanation, everything: bool) -> Iterable[SentenceReport]:
    return (report for report in explanation.sentences if everything or report.says_something)


def _json_report(report: SentenceReport) -> dict[str, Any]:
    return {
        "start": report.start,
        "end": report.end,
        "text": report.text,
        "found": [asdict(span) for span in report.found],
        "rejected": [asdict(candidate) for candidate in report.rejected],
        "records": [_json_record(outcome) for outcome in report.records],
    }


def _json_record(outcome: Outcome) -> dict[str, Any]:
    return as_row(outcome.record) | {"merged": [asdict(statement) for statement in outcome.merged]}


def _found_words(span: Found) -> str:
    value = f" = {span.value}" if span.value else ""
    return f"{_quoted(span.text)}{value} ({span.rule})"


def _record_lines(outcome: Outcome) -> Iterator[str]:
    row = as_row(outcome.record)
    stated = "  ".join(
        f"{name}={_flat(str(value))}"
        for name, value in row.items()
        if value is not None and name not in _SHOWN_ELSEWHERE
    )
    yield f"  {row['type'].upper():<9}{stated}"
    yield f"           from {_quoted(row['evidence'])} ({row['rule']})"
    if _flat(row["context"]) != _flat(row["evidence"]):
        yield f"           in {_quoted(row['context'])}"
    for statement in outcome.merged:
        where = f"[{statement.start}:{statement.end}]"
        yield f"           and {where} {_quoted(statement.text)} ({statement.rule})"


def _flat(text: str) -> str:
    """The text in one line."""
    return " ".join(text.split())


def _quoted(text: str) -> str:
    return f'"{_flat(text)}"'
