"""How a charge came: by an indictment or otherwise."""

from __future__ import annotations

import re
from collections.abc import Collection

from spacy.tokens import Span

from casefacts.assembly.account import Answers
from casefacts.clause import agent, predicate
from casefacts.entities.people import Person
from casefacts.fact import same_offense
from casefacts.forms import words_of
from casefacts.marks import mention_of, rule_of, said_of

# Said of one filing, not of what an indictment is
_INDICTED = re.compile(
    r"\bindicted\b|\b(?:the|this|that|his|her|their|[\w-]+-count|federal|jury)\s+(?:[\w-]+\s+)?indictments?\b"
    r"|\bindictments?\s+(?:charg|alleg|accus|against|in\s+which|that|unsealed|returned|filed)",
    re.I,
)
_NOT_YET = re.compile(
    r"\b(?:not|never|no|nor|if|whether|expected|could|may|might|would|will|seek\w*|declin\w*|refus\w*|possible|likely"
    r"|without|yet)\b|n't\b",
    re.I,
)


class Indictments(Answers):
    """Answers for the charges of one Doc."""

    def action(self, trigger: Span, person: Person | None) -> str:
        """Whether the person was indicted or charged."""
        if rule_of(trigger).get("action") == "indicted" or self._indicted_elsewhere(trigger, person):
            return "indicted"
        words = {token.lower_ for token in trigger[0].sent}
        doer = agent(predicate(trigger))
        by_grand_jury = rule_of(trigger).sense == "charged" and {"indictment", "grand"} <= words
        return "indicted" if by_grand_jury or (doer is not None and doer.lower_ == "indictment") else "charged"

    def _indicted_elsewhere(self, trigger: Span, person: Person | None) -> bool:
        """Whether the article calls the filing an indictment anywhere: this person's, or the only one's charged."""
        told = self._told_of(person) if person is not None else []
        stated = self._stated_in({sentence.start for sentence in told})
        if any(self._another_time(trigger, other) for other in stated):
            return False
        elsewhere = {other[0].sent.start for other in stated if self._another_crime(trigger, other)}
        return any(_is_told(sentence) for sentence in told if sentence.start not in elsewhere)

    def _stated_in(self, sentences: Collection[int]) -> list[Span]:
        """The statements of an indictment in the sentences with these first tokens."""
        indicted = (t for t in self.triggers if rule_of(t).get("action") == "indicted")
        return [t for t in indicted if t[0].sent.start in sentences]

    def _told_of(self, person: Person) -> list[Span]:
        """The sentences that speak of an indictment and name the person, who need not be named if charged alone."""
        tokens = (self.doc[i] for i, word in enumerate(words_of(self.doc)) if word in self.lists["indictment"])
        sentences = list({token.sent.start: token.sent for token in tokens}.values())
        alone = set(self.references.known) <= {person.id}
        return [sentence for sentence in sentences if alone or self._names(sentence, person)]

    def _names(self, sentence: Span, person: Person) -> bool:
        inside = self.references.names_in(sentence.start, sentence.end)
        return any(mention_of(name).person is person for name in inside)

    def _another_time(self, trigger: Span, indictment: Span) -> bool:
        """Whether the indictment has not come, or came at another time than the charge."""
        mine, theirs = self.account.circumstances.date(trigger), self.account.circumstances.date(indictment)
        clash = mine is not None and theirs is not None and not (mine.covers(theirs) or theirs.covers(mine))
        return clash or said_of(indictment).status != "asserted"

    def _another_crime(self, trigger: Span, indictment: Span) -> bool:
        """Whether the indictment names other offenses than the charge; a lead tells them in words of its own."""
        mine, theirs = self.account.offenses(trigger), self.account.offenses(indictment)
        if not mine or not theirs or any(same_offense(one.text, other.text) for one in mine for other in theirs):
            return False
        whom = self.defendants.whose(indictment)
        return whom is None or not whom.descriptive


def _is_told(sentence: Span) -> bool:
    """Whether the sentence speaks of one indictment that has come."""
    match = _INDICTED.search(sentence.text)
    return match is not None and not _NOT_YET.search(sentence.text[: match.end()])
