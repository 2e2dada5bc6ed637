"""The matter: statements of one case joined, merged and completed."""

from __future__ import annotations

from casefacts.cases.hearings import held_together
from casefacts.cases.matters import matters, numbered
from casefacts.cases.offenses import with_offenses
from casefacts.cases.retelling import distinct
from casefacts.facts import Fact


def cases(facts: list[Fact]) -> list[Fact]:
    """The events that an article's statements tell, in text order, each with the number of its case."""
    events = numbered(distinct(facts))
    found = [event for matter in matters(events) for event in with_offenses(held_together(matter))]
    return sorted(found, key=lambda event: (event.start, event.end))
