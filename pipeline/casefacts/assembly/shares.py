"""Which penalty is whose, and what each is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span

from casefacts.assembly.account import Account
from casefacts.assembly.naming import Naming
from casefacts.entities.people import Person
from casefacts.fact import joined
from casefacts.gapping import party
from casefacts.numerals import number
from casefacts.reference import Reference
from casefacts.stages.offenses import Offense
from casefacts.stages.penalties import Penalty

# What belongs to an offense's name before the words that the lexicon knows, and what may lead to it
_OF_THE_NAME = {"first", "second", "third", "fourth", "fifth", "-", "degree", "attempted", "aggravated"}
_COUNTED = {"count", "counts", "charge", "charges", "of", "the", "a", "an", "each"}
# What leads to what a penalty is for, and within how many tokens behind it
_FOR = {"for", "on"}
_FOR_REACH = 2

Stated = tuple[Span, Penalty]


class Shares:
    """Answers for the sentences of one Doc."""

    def __init__(self, account: Account, naming: Naming) -> None:
        self.account = account
        self.naming = naming
        self.doc = account.doc

    def offenses(self, trigger: Span, whom: Reference, spans: Sequence[Span]) -> dict[int, Offense]:
        """What each penalty is for, by its first token: all for the same, unless the text says otherwise.

        "Roe was jailed for six years for arson and two years for theft"; "for 12 months and six months
        respectively".
        """
        items = self.account.offenses(trigger)
        if len(spans) > 1 == len(whom.people) and self.account.is_respective(trigger):
            listed = items or self.naming.of_sentence_mates(trigger)
            if len(listed) == len(spans):
                return {span.start: item for span, item in zip(spans, listed, strict=True)}
        own = self._own(trigger, spans)
        if len(own) > 1:
            return own
        whole = together(items)
        return {span.start: whole for span in spans} if whole is not None else {}

    def of_each(self, trigger: Span, span: Span) -> list[Offense]:
        """The offenses of "theft and arson, three years for each charge"; empty where the penalty is not for each."""
        if not self.account.sentencing.is_for_each(span):
            return []
        return self.account.offenses(trigger) or self.naming.of_sentence_mates(trigger)

    def _own(self, trigger: Span, spans: Sequence[Span]) -> dict[int, Offense]:
        """The offenses that "for" gives to single penalties."""
        ends = [*(span.start for span in spans[1:]), trigger[0].sent.end]
        named = {span.start: self._named_for(span.end, end) for span, end in zip(spans, ends, strict=True)}
        return {start: offense for start, offense in named.items() if offense is not None}

    def _named_for(self, start: int, end: int) -> Offense | None:
        """The offense of the lexicon behind a "for" that stands close to a penalty's end, with its degree."""
        for hit in self.doc.spans["lexicon"]:
            if start <= hit.start < end:
                first = self._first(hit, start)
                at = first - 1
                while at > start and (self.doc[at].lower_ in _COUNTED or number(self.doc[at].text) is not None):
                    at -= 1
                if self.doc[at].lower_ in _FOR and at - start <= _FOR_REACH:
                    return Offense(self.doc[first : hit.end].text, first, hit.end, self.account.code(hit))
        return None

    def _first(self, hit: Span, start: int) -> int:
        """Where the offense's name begins whose words the lexicon knows, not before `start`."""
        first = hit.start
        while first > start and self.doc[first - 1].lower_ in _OF_THE_NAME:
            first -= 1
        return first

    def without_sum(self, stated: list[Stated], offenses: dict[int, Offense]) -> list[Stated]:
        """All but the first of "12 years in prison: eight years for robbery and four years for kidnapping"."""
        return [(span, penalty) for span, penalty in stated if not self._is_sum(span, penalty, stated, offenses)]

    def is_penalty(self, span: Span, penalty: Penalty) -> bool:
        """Not "a month for failure to pay the fine", told before; nor the crime "murder, rape and deportation"."""
        before = self.doc[span.start - 1] if span.start else None
        if before is None or (penalty.kind == "fine" and penalty.amount is None and before.lower_ == "the"):
            return before is None
        listed = before.text in (",", "and") and any(hit.end == before.i for hit in self.doc.spans["lexicon"])
        return not (penalty.kind == "other" and listed and len(span) == 1)

    def _is_sum(self, span: Span, penalty: Penalty, stated: list[Stated], offenses: dict[int, Offense]) -> bool:
        """ "12 years in prison: eight years for robbery and four years for kidnapping": the first is no third one."""
        colon = any(token.text == ":" for token in self.doc[span.end : span.end + 3])
        parts = [each for each, _ in stated if each.start > span.start and each.start in offenses]
        return colon and span.start not in offenses and penalty.duration is not None and len(parts) > 1

    def dealt(
        self, trigger: Span, whom: Reference, kept: list[Stated]
    ) -> Iterator[tuple[Person | None, Reference, Span, Penalty]]:
        """Who gets which penalty: each all of them, unless the text deals them out.

        "Roe was jailed for six years and Poe for four years"; "for six and four years respectively"; "two men to death
        and three others to life".
        """
        shares = self._shares(trigger, whom, kept)
        of = whom
        for place, (span, penalty) in enumerate(kept):
            if place:
                of = self._next_party(of, whom, kept[place - 1][0], span)
            for share, person in enumerate(of.people or (None,) * bool(of.phrase)):
                if not shares or share == place:
                    yield person, of, span, penalty

    def _next_party(self, of: Reference, whom: Reference, before: Span, span: Span) -> Reference:
        """Whom a further penalty is for: the people told right before it, else those whom the one before is for."""
        owner = self.account.sentencing.owner(span)
        if owner is not None:
            return of if owner in whom.people else replace(whom, people=(owner,))
        others = party(self.doc, before, span, self.account.references)
        if others is None:
            return of
        again = any(person in whom.people for person in others.people)
        return Reference() if again else others  # "two to death and the others to life": not who got death

    def _shares(self, trigger: Span, whom: Reference, kept: list[Stated]) -> bool:
        """ "Ana Roe and Max Poe were jailed for 10 and 15 years respectively": to each their own."""
        if len(whom.people) != len(kept) or len(kept) < 2 or len({penalty.kind for _, penalty in kept}) > 1:
            return False
        between = self.doc[kept[0][0].end : kept[-1][0].start]
        close = all(token.text in (",", "and") or token.like_num for token in between)
        return close or self.account.is_respective(trigger)


def together(items: Sequence[Offense]) -> Offense | None:
    """Several offenses as one: "theft, forgery and arson"."""
    return replace(items[0], text=joined([item.text for item in items])) if items else None
