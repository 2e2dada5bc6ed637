"""A list of names and a roll, as the text prints them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span

# What parts the names of a list, beside ages and towns
PARTING = {
    ",",
    ";",
    "(",
    ")",
    "and",
    "&",
    "of",
    "from",
    "aged",
    "both",
    "all",
    "then",
    "now",
    "-",
    "a/k/a",
    "aka",
    "alias",
}


@dataclass(frozen=True)
class NameList:
    """The names of one list, in order.

    `open` where the text says that there are more ("including"), `whole` where every item could be read, `at_work`
    where they worked on the case, `roll` where each stands on a line of its own.
    """

    names: tuple[Span, ...]
    open: bool = False
    whole: bool = True
    at_work: bool = False
    roll: bool = False

    @property
    def start(self) -> int:
        """The token with which it begins."""
        return self.names[0].start

    @property
    def complete(self) -> bool:
        """Whether its names are all whom it tells of."""
        return self.whole and not self.open


@dataclass(frozen=True)
class Roll:
    """Lists of names one a line below one `head`, each with its own heading: "Former officers", "Inmates"."""

    head: Span
    parts: tuple[tuple[Span, NameList], ...]

    @property
    def names(self) -> tuple[Span, ...]:
        """The names of all parts, in order."""
        return tuple(name for _, part in self.parts for name in part.names)

    @property
    def complete(self) -> bool:
        """Whether its names are all whom it tells of."""
        return all(part.complete for _, part in self.parts)
