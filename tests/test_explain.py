"""`explain` shows exactly what `extract` did: every record once, every word where it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from casefacts.explain import NO_CUE, Explanation, SentenceReport, as_json, as_lines, explain
from casefacts.extractor import Extractor
from casefacts.read import article, find_files, read_file

SAMPLES = sorted(
    file.name
    for file in find_files([Path(__file__).parents[1] / "articles"])
    if file.path.suffix in {".txt", ".md", ".html"}
)
TEXT = (
    "Leo Marsh pleaded guilty to burglary on Thursday.\n\n"
    "The weather was fine.\n\n"
    "Marsh did not plead guilty to arson.\n\n"
    "Leo Marsh pleaded guilty to burglary, the court heard."
)


def explained(extractor: Extractor, text: str = TEXT) -> Explanation:
    return explain(extractor, article(text).model_copy(update={"published": "2024-07-12"}))


def sentence(explanation: Explanation, beginning: str) -> SentenceReport:
    [report] = [report for report in explanation.sentences if report.text.startswith(beginning)]
    return report


def test_what_was_found_and_by_which_rule(extractor: Extractor) -> None:
    report = sentence(explained(extractor), "Leo Marsh pleaded guilty to burglary on")
    found = {(span.what, span.text, span.value): span.rule for span in report.found}
    assert found["trigger", "pleaded guilty", None] == "verdict.convicted.plea"
    assert found["offense", "burglary", None] == "offense.burglary"
    assert found["date", "Thursday", "2024-07-11"] == "date.weekday"
    assert ("person", "Leo Marsh", None) in found


def test_what_was_rejected_and_why(extractor: Extractor) -> None:
    report = sentence(explained(extractor), "Marsh did not")
    [candidate] = [c for c in report.rejected if c.rule == "verdict.convicted.plea"]
    assert candidate.text == "plead guilty"
    assert "negated" in candidate.reason
    assert "not" in candidate.reason
    assert report.records == ()


def test_all_that_speaks_against_a_statement_is_told(extractor: Extractor) -> None:
    explanation = explained(extractor, "Leo Marsh may appeal if he is not convicted of burglary, the court heard.")
    [candidate] = [candidate for report in explanation.sentences for candidate in report.rejected]
    assert candidate.reason == "negated: 'not' (negated.not)"
    assert candidate.also == ("hypothetical: 'if' (hypothetical.if)",)
    assert any(f"{candidate.reason}; also {candidate.also[0]}" in line for line in as_lines(explanation))


def test_what_was_merged_into_a_record(extractor: Extractor) -> None:
    explanation = explained(extractor)
    [outcome] = [outcome for report in explanation.sentences for outcome in report.records]
    assert (outcome.record.defendant, outcome.record.date) == ("Leo Marsh", "2024-07-11")
    [statement] = outcome.merged
    assert statement.start > TEXT.index("The weather")
    assert TEXT[statement.start : statement.end] == statement.text
    assert "pleaded guilty to burglary" in statement.text


def test_sentences_with_nothing_to_say_are_shown_on_demand_only(extractor: Extractor) -> None:
    explanation = explained(extractor)
    few, all_of_them = list(as_lines(explanation)), list(as_lines(explanation, everything=True))
    assert not any("weather" in line for line in few)
    assert any("weather" in line for line in all_of_them)
    assert len(as_json(explanation)["sentences"]) == 3
    assert len(as_json(explanation, everything=True)["sentences"]) == 4


def test_an_article_that_was_never_parsed_says_so(extractor: Extractor) -> None:
    explanation = explained(extractor, "The council met and talked about dogs.")
    assert (explanation.note, explanation.sentences) == (NO_CUE, ())
    assert NO_CUE in "\n".join(as_lines(explanation))
    assert as_json(explanation)["note"] == NO_CUE


def test_the_lines_tell_the_whole_story(extractor: Extractor) -> None:
    lines = "\n".join(as_lines(explained(extractor)))
    for words in (
        "text: published 2024-07-12",
        '"Thursday" = 2024-07-11 (date.weekday)',
        'rejected "plead guilty" (verdict.convicted.plea): negated',
        "VERDICT  case=1  defendant=Leo Marsh",
        'in "Leo Marsh pleaded guilty to burglary on Thursday."',
        "outcome=convicted",
        "and [",
    ):
        assert words in lines


@pytest.mark.parametrize("name", SAMPLES)
def test_agrees_with_extract_on_the_samples(
    name: str, extractor: Extractor, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = read_file(articles / name, name)
    doc = extractor.doc(source)
    monkeypatch.setattr(extractor, "doc", lambda article: doc)  # parsed once for both
    explanation = explain(extractor, source)
    shown = [outcome.record for report in explanation.sentences for outcome in report.records]
    assert shown == extractor.records(source)
    for report in explanation.sentences:
        pieces = [(report.start, report.end, report.text)]
        pieces += [(found.start, found.end, found.text) for found in report.found]
        pieces += [(candidate.start, candidate.end, candidate.text) for candidate in report.rejected]
        pieces += [(said.start, said.end, said.text) for made in report.records for said in made.merged]
        assert [source.text[start:end] for start, end, _ in pieces] == [text for _, _, text in pieces]
    json.dumps(as_json(explanation, everything=True))
