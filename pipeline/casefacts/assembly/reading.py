"""One trigger as it is read: what speaks against a record is a table of small checks, asked in their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, ClassVar

from spacy.tokens import Span

from casefacts.assembly.account import Account
from casefacts.fact import Fact
from casefacts.marks import rule_of
from casefacts.reference import Reference
from casefacts.rulebook import Rule

# What stands for people without describing them
_BARE = re.compile(
    r"(?:he|she|him|his|hers?|it|its|they|them|their|theirs|who|whom|you|we|i|us|each|both|all|others?|"
    r"(?:the|these|those|both|each|this|that|all)? ?(?:of the )?(?:\w+ )?(?:co-)?(?:defendants?|accused|suspects?))",
    re.I,
)


class Reading:
    """What one trigger states; `checks` each give a reason why it states nothing, or None.

    The first one that applies is the reason; `unnamed` is the one in which the statement still tells of a day,
    court and judge.
    """

    checks: ClassVar[tuple[Callable[[Any], str | None], ...]]
    unnamed: ClassVar[str]

    def __init__(self, account: Account, trigger: Span) -> None:
        self.account = account
        self.doc = account.doc
        self.lists = account.lists
        self.trigger = trigger
        self.rule: Rule = rule_of(trigger)

    def against(self) -> Iterator[str]:
        """All that speaks against a record, in order."""
        return (reason for check in self.checks if (reason := check(self)) is not None)

    @property
    def whom(self) -> Reference | None:
        """Whose it is; None where the text does not tell."""
        raise NotImplementedError

    def facts(self) -> list[Fact]:
        """What it states if nothing speaks against it."""
        raise NotImplementedError

    def names_nobody(self) -> str | None:
        """The text does not tell whose it is, or only by a pronoun or "the defendants"."""
        if self.whom is None:
            return "no defendant was found"
        bare = not self.whom.people and _BARE.fullmatch(self.whom.phrase or "")
        return f"nothing says who {self.whom.phrase!r} stands for" if bare else None
