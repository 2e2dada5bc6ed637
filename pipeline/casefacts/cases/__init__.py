"""The matter: statements of one case joined, merged and completed."""

from __future__ import annotations

from casefacts.cases.hearings import before_the_one, held_together, told_together
from casefacts.cases.matters import matters, numbered
from casefacts.cases.offenses import with_named_case, with_offenses
from casefacts.cases.retelling import dated_together, distinct
from casefacts.cases.unnamed import with_one_phrase
from casefacts.fact import Fact


def cases(facts: list[Fact]) -> list[Fact]:
    """The events that an article's statements tell, in text order, each with the number of its case."""
    facts = with_one_phrase(facts)
    bare = [fact for fact in facts if fact.announces and not fact.descriptive]
    events = dated_together(distinct([fact for fact in facts if fact not in bare]))
    events = [with_named_case(event) for event in events]
    told = numbered(sorted([*events, *bare], key=lambda fact: (fact.start, fact.end)))
    found = [event for matter in matters(told) for event in with_offenses(held_together(matter), told)]
    found = told_together(before_the_one(found))
    return sorted((event for event in found if not event.announces), key=lambda event: (event.start, event.end))
