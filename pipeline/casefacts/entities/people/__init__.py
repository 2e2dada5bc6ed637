"""Who is mentioned: names (the fullest form of each), pronouns, and nouns that stand for people or companies.

Writes `doc.spans["people"]`; each span's `_.mention` says what it is. Which person a pronoun or "the defendant"
stands for is decided later (casefacts.reference), when it is known who is charged with what.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from casefacts.entities.people.bynames import other_names
from casefacts.entities.people.description import describe
from casefacts.entities.people.names import Names
from casefacts.entities.people.person import Mention, Person, by_surname
from casefacts.entities.people.roster import Roster
from casefacts.entities.people.short import families, short_names
from casefacts.entities.people.unnamed import nouns, pronouns
from casefacts.entities.people.words import NameWords
from casefacts.forms import words_of
from casefacts.marks import add_mark, mention_of
from casefacts.rulebook import Rulebook

__all__ = ["Mention", "People", "Person"]


class People:
    """The stage: finds names, merges those of one person, and marks pronouns and role nouns."""

    def __init__(self, vocab: Vocab, rulebook: Rulebook) -> None:
        add_mark("mention")
        self.words = NameWords(rulebook.sets)
        self.names = Names(vocab, self.words)
        self.roles = {rule.id: rule.get("role") for rule in rulebook.group("roles")}
        self.matcher = rulebook.matcher("roles")

    def __call__(self, doc: Doc) -> Doc:
        roster = Roster(self.words)
        names = [name for name in self.names(doc) if self.words.of(name)]  # "Jr" by itself is none
        roster.learn_heirs(names)
        spans = [*self._whole_names(names, roster), *self._single_words(names, roster)]
        roster.people.sort(key=lambda person: person.first)
        _spell(spans, words_of(doc))
        taken = {token.i for span in spans for token in span}
        spans += short_names(doc, roster.persons, taken, self.words)
        spans += families(doc, roster.persons, taken)
        taken = {token.i for span in spans for token in span}
        spans += pronouns(doc, taken)
        spans += nouns(self.matcher.find(doc), self.roles, taken, self.words.lists)
        doc.spans["people"] = sorted(spans, key=lambda span: (span.start, span.end))
        return doc

    def _is_whole(self, name: Span) -> bool:
        return name.label_ == "company" or len(self.words.of(name)) > 1

    def _whole_names(self, names: list[Span], roster: Roster) -> Iterator[Span]:
        """The names of several words, of companies, and what somebody is also called; entered in the roster."""
        others = other_names(names)
        for name in names:
            if name.start in others:
                person = roster.called_so(name, *others[name.start])
            elif self._is_whole(name):
                person = roster.bearer(name)
            else:
                continue
            describe(person, name, self.words)
            yield Mention("name", person).at(name)

    def _single_words(self, names: list[Span], roster: Roster) -> Iterator[Span]:
        """The other names, when all whole ones are in the roster: of those who bear the surname, or of others."""
        others = other_names(names)
        for name in (each for each in names if each.start not in others and not self._is_whole(each)):
            roster.share_surname(name)
            apart = roster.set_apart(name)
            bearers = roster.bearers(name) if apart is None else []
            mention = by_surname(bearers, name.start) if bearers else Mention("name", apart or roster.bearer(name))
            if mention.person is not None:
                describe(mention.person, name, self.words)
            yield mention.at(name)


def _spell(names: list[Span], words: list[str]) -> None:
    """Of two spellings of one name the person bears the one whose surname the article has more often."""
    for name in names:
        person: Person = mention_of(name).person
        other, known = name.text.split(), person.name.split()
        if person.company or len(other) != len(known) or other[:-1] != known[:-1] or other == known:
            continue
        if known[-1].lower() == person.words[-1] and words.count(other[-1].lower()) > words.count(known[-1].lower()):
            person.aliases.add(person.words[-1])
            person.words, person.name = [*person.words[:-1], other[-1].lower()], name.text
