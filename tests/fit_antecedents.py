"""Fits the weights of pipeline/casefacts/entities/antecedents.py on gold: python tests/fit_antecedents.py GOLD_DIR...

Coordinate ascent over a grid: a weight moves where records then are more often right; a wrong person costs as much as
WRONG misses. For each source (the articles' names up to the number) a fit that leaves it out is measured on it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from casefacts.entities import antecedents
from casefacts.extractor import Extractor
from casefacts.gold import GoldArticle, as_gold, read_gold
from casefacts.partial_date import PartialDate
from casefacts.read import read_file
from casefacts.records import Article
from casefacts.score import compare, same_name

WRONG = 3  # misses that one wrong person outweighs
STEPS = (-2.0, -1.0, -0.5, 0.5, 1.0, 2.0)
ROUNDS = 3


@dataclass
class Sample:
    """An article of the gold, read up to the stage before the assembly."""

    gold: GoldArticle
    article: Article
    doc: Doc
    source: str


def samples(extractor: Extractor, folder: Path) -> Iterable[Sample]:
    """The articles of a gold set."""
    for gold in read_gold(folder / "gold.jsonl"):
        published = PartialDate.parse(gold.published) if gold.published else None
        article = read_file(folder / "articles" / gold.article, gold.article, published)
        source = re.sub(r"[-_]?\d.*", "", gold.article)
        yield Sample(gold, article, extractor.doc(article), source)


def asks(extractor: Extractor, sample: Sample) -> bool:
    """Whether the weights matter to an article at all."""
    asked = 0
    score = antecedents.score

    def counted(evidence: antecedents.Evidence, noun: bool) -> float:
        nonlocal asked
        asked += 1
        return score(evidence, noun)

    antecedents.score = counted
    extractor.read(sample.doc, sample.article)
    antecedents.score = score
    return asked > 1


def value(extractor: Extractor, taken: Iterable[Sample]) -> int:
    """Right records less false ones, wrong persons counted WRONG times."""
    total = 0
    for sample in taken:
        records, _ = extractor.read(sample.doc, sample.article)
        tallies, findings = compare(sample.gold.article, sample.gold.records, [as_gold(record) for record in records])
        names = [record.defendant for record in sample.gold.records]
        for finding in findings:
            if finding.kind == "false" and finding.predicted is not None:
                wrong = not any(same_name(finding.predicted.defendant, name) for name in names)
                total -= WRONG if wrong else 1
        total += sum(tally.tp for tally in tallies.values())
    return total


def fit(extractor: Extractor, taken: list[Sample]) -> int:
    """Moves the weights of the module as long as that gains; the value reached."""
    best = value(extractor, taken)
    for _ in range(ROUNDS):
        before = best
        for weights in (antecedents.PRONOUN, antecedents.NOUN):
            for name in weights:
                best = _moved(extractor, taken, weights, name, best)
        if best == before:
            break
    return best


def _moved(extractor: Extractor, taken: list[Sample], weights: dict[str, float], name: str, best: int) -> int:
    start = weights[name]
    chosen = start
    for step in STEPS:
        weights[name] = start + step
        reached = value(extractor, taken)
        if reached > best:
            best, chosen = reached, weights[name]
    weights[name] = chosen
    return best


def main() -> None:
    """Fit on all, print the weights; then for each source what a fit without it reaches on it."""
    extractor = Extractor()
    every = (sample for folder in sys.argv[1:] for sample in samples(extractor, Path(folder)))
    taken = [sample for sample in every if asks(extractor, sample)]
    start = dict(antecedents.PRONOUN), dict(antecedents.NOUN)
    print(f"{len(taken)} articles, value {value(extractor, taken)}")
    print(f"fitted {fit(extractor, taken)}: {antecedents.PRONOUN}\n{antecedents.NOUN}")
    for source in sorted({sample.source for sample in taken}):
        antecedents.PRONOUN.update(start[0])
        antecedents.NOUN.update(start[1])
        held = [sample for sample in taken if sample.source == source]
        before = value(extractor, held)
        fit(extractor, [sample for sample in taken if sample.source != source])
        print(f"without {source}: {before} -> {value(extractor, held)} on its {len(held)} articles", flush=True)


if __name__ == "__main__":
    main()
