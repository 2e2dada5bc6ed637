"""What the statements of one Doc draw on: its triggers, people and offenses, and what was told so far."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Doc, Span

from casefacts.circumstance import Circumstances
from casefacts.defendants import Defendants
from casefacts.entities.people import Person
from casefacts.fact import Fact
from casefacts.marks import rule_of
from casefacts.reference import References
from casefacts.rulebook import lists_of
from casefacts.sentencing import Sentencing
from casefacts.stages.offenses import Offense


class Account:
    """One Doc as its statements see it.

    `facts` are those told so far, `claimed` the first tokens of triggers whose words belong to another statement.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.lists = lists_of(doc)
        self.triggers: list[Span] = list(doc.spans["triggers"])
        self.references = References(doc)
        self.circumstances = Circumstances(doc, self.triggers)
        self.defendants = Defendants(doc, self.triggers, self.references)
        self.sentencing = Sentencing(doc, self.triggers, self.references)
        self.facts: list[Fact] = []
        within = doc.user_data["claimed"]
        inner = (t for t in self.triggers if rule_of(t).has("noun") or rule_of(t).sense == "indictment")
        self.claimed: set[int] = {t.start for t in inner if t.start in within}
        self._offenses: dict[int, list[Offense]] = doc.user_data["offenses"]

    def offenses(self, trigger: Span) -> list[Offense]:
        """The offenses that stand in the trigger's frame."""
        return self._offenses.get(trigger.start, [])

    def is_known(self, offense: Offense) -> bool:
        """Whether the lexicon knows it."""
        return any(offense.start <= hit.start < offense.end for hit in self.doc.spans["lexicon"])

    def code(self, hit: Span) -> str | None:
        """The code of the offense that begins with the lexicon's hit, where a frame has it."""
        offenses = (offense for found in self._offenses.values() for offense in found)
        return next((offense.code for offense in offenses if offense.start == hit.start), None)

    def mates(self, trigger: Span) -> list[Span]:
        """The other triggers of its sentence."""
        sentence = trigger[0].sent
        return [t for t in self.triggers if t is not trigger and sentence.start <= t.start < sentence.end]

    def is_respective(self, trigger: Span) -> bool:
        """Whether "respectively" stands in what is said by this trigger, and not by the next one."""
        end = next((t.start for t in self.triggers if t.start >= trigger.end), trigger[0].sent.end)
        around = [*self.doc[trigger.end : min(end, trigger[0].sent.end)], self.doc[trigger.start - 1]]
        return any(token.lower_ == "respectively" for token in around)

    def sentences_since(self, earlier: Span, later: Span) -> int:
        """How many sentences the second stands behind the first; negative where it stands before."""
        numbers: Sequence[int] = self.references.sentence_of
        return numbers[later.start] - numbers[earlier.start]

    def told_of(self, people: Collection[Person]) -> list[Fact]:
        """The facts about these people told so far."""
        return [fact for fact in self.facts if fact.person in people]


class Answers:
    """What is asked about the statements of one Doc, by what they draw on."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.doc = account.doc
        self.lists = account.lists
        self.triggers = account.triggers
        self.references = account.references
        self.defendants = account.defendants
