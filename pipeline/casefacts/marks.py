"""What stages note of spans: kept with the Doc, as `_` of spaCy, and read in a tenth of the time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.tokens import Span

if TYPE_CHECKING:
    from casefacts.rulebook import Rule
    from casefacts.stages.assertion import Said
    from casefacts.stages.penalties import Penalty


def add_mark(name: str) -> None:
    """Let spans have `_.name`, which is None at first."""

    def read(span: Span) -> Any:
        return span.doc.user_data.get(name, {}).get((span.start, span.end))

    def write(span: Span, value: Any) -> None:
        span.doc.user_data.setdefault(name, {})[span.start, span.end] = value

    if not Span.has_extension(name):
        Span.set_extension(name, getter=read, setter=write)


def rule_of(trigger: Span) -> Rule:
    """`_.rule` of a trigger."""
    rule: Rule = trigger.doc.user_data["rule"][trigger.start, trigger.end]
    return rule


def said_of(trigger: Span) -> Said:
    """`_.said` of a trigger, which the stage of assertions has judged."""
    said: Said = trigger.doc.user_data["said"][trigger.start, trigger.end]
    return said


def mention_of(span: Span) -> Any:
    """`_.mention` of one of the spans "people"."""
    return span.doc.user_data["mention"][span.start, span.end]


def penalty_of(span: Span) -> Penalty:
    """`_.penalty` of a term, a sum or a word for a kind of penalty."""
    penalty: Penalty = span.doc.user_data["penalty"][span.start, span.end]
    return penalty
