"""How much each piece of evidence says for a name as antecedent of a pronoun or a definite noun.

`tests/fit_antecedents.py` moves the weights on gold; on all open gold and the own gold together no step from these
gains.
"""

from __future__ import annotations

from collections.abc import Mapping

# Evidence by name; true counts as 1. `distance` is in sentences, `share` that of all mentions by name.
Evidence = Mapping[str, float]

PRONOUN: dict[str, float] = {
    "distance": -1.2,
    "same sentence": 1.5,
    "subject": 2.0,
    "possessor": -0.5,
    "object": 0.0,
    "defendant": 3.0,
    "victim": -5.0,
    "hurt": -1.0,
    "at work": -3.0,
    "opens": 2.0,
    "speaks": -2.0,
    "gender": 1.0,
    "share": 0.0,
}
NOUN: dict[str, float] = {
    "distance": -0.6,
    "same sentence": 0.0,
    "subject": 2.0,
    "possessor": -0.5,
    "object": 0.0,
    "defendant": 5.0,
    "victim": -5.0,
    "hurt": -1.0,
    "at work": -3.0,
    "opens": 2.0,
    "speaks": -2.0,
    "gender": 1.0,
    "share": 0.0,
}
# Below this nobody is meant, and by so much the best must surpass the second: more where the text charges nobody by
# name
LEAST = -8.0
MARGIN, MARGIN_UNKNOWN = 0.0, 0.7


def score(evidence: Evidence, noun: bool) -> float:
    """The sum of what the evidence says, for a definite noun or for a pronoun."""
    weights = NOUN if noun else PRONOUN
    return sum(weights[name] * value for name, value in evidence.items())
