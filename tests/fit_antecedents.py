"""Fits the weights of pipeline/casefacts/antecedents.py on gold: python tests/fit_antecedents.py GOLD_DIR...

Coordinate ascent over a grid: a weight moves where records then are more often right; a wrong person costs as much as
WRONG misses. For each source (the articles' names up to the number) a fit that leaves it out is measured on it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from casefacts import antecedents
from casefacts.extractor import Extractor
from casefacts.gold import GoldArticle, as_gold, read_gold
from casefacts.read import read_file
from casefacts.records import Article
from casefacts.score import compare
from spacy.tokens import Doc

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
