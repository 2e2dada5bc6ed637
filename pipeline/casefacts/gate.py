"""Whether a text has the words that a fact needs: compiled from the rulebook, before there are any tokens.

A text passes where a form of some rule may stand in it, and beside it what the rule needs by its own keys: words of a
court (`needs`), of a charge (`who`), or a penalty. Errs on the side of yes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from casefacts.forms import PIECE, Form, needed_pieces, pattern
from casefacts.rulebook import Rule, Rulebook
from casefacts.sentencing import FOR_WHAT
from casefacts.stages.penalties import TERM_END
from casefacts.tables import has_table

_ALWAYS = frozenset({""})  # what a form without any word needs
_REACH = 80  # characters between a rule's words and a term without a word for its kind
_STOP = re.compile(r"\.|\n\s*\n")
# Line ends that surely end a sentence, and a line whose penalties may stand below it
_ENDED = re.compile(r"(?<=[.!?])[\"'”’)]*[^\S\n]*\n")
_LEADS_TO_LIST = re.compile(r":[^\S\n]*(?:\n|\Z)")


class Gate:
    """Judges texts by the rules of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.sets = rulebook.sets
        self.endable = endable(self.sets)
        self.statements = _Forms(rulebook, "charges", "verdicts")
        self.sentences = _Forms(rulebook, "sentences")
        self.penalties = _Forms(rulebook, "penalties")

    @cached_property
    def offenses(self) -> _Forms:
        """Thousands, for the few articles that speak of crime in no other word."""
        return _Forms(self.rulebook, "offenses")

    def __call__(self, text: str) -> bool:
        """Whether the text may state a charge, a verdict or a sentence."""
        small = text.lower().replace("’", "'")
        found = PIECE.findall(small)
        words = {*found, *_ALWAYS}
        told = self._states(small, words) or self._tells_penalties(small, words)
        return (told and self._speaks_of_crime(small, found)) or has_table(text)

    def _speaks_of_crime(self, small: str, found: Sequence[str]) -> bool:
        return speaks_of_crime(found, self.sets) or next(self.offenses.standing_in(small), None) is not None

    def _tells_penalties(self, small: str, words: set[str]) -> bool:
        """Whether some passage tells a sentence with its penalty; one that may lead to a list has it elsewhere."""
        told = self._sentences(small, words)
        if not told or _LEADS_TO_LIST.search(small):
            return told
        telling = words & {word for form in self.sentences.possible(words) for word in form.needed[0]}
        passages = (each for each in _ENDED.split(small) if any(word in each for word in telling))
        return any(self._sentences(passage, {*PIECE.findall(passage), *_ALWAYS}) for passage in passages)

    def _states(self, small: str, words: set[str]) -> bool:
        return any(
            form.stands_in(small)
            for form in self.statements.possible(words)
            if form.rule.get("needs") != "trial"
            and (form.rule.get("needs") != "court" or not words.isdisjoint(self.sets["court"]))
            and (form.rule.get("who") != "charges" or not words.isdisjoint(self.endable))
        )

    def _sentences(self, small: str, words: set[str]) -> bool:
        forms = self.sentences.possible(words)
        penalty = bool(forms) and (
            not words.isdisjoint(self.sets["paying"])
            or any(form.stands_in(small) for form in self.penalties.possible(words))
        )
        return any(
            (penalty or (form.rule.get("untold") and not FOR_WHAT.isdisjoint(words))) and form.stands_in(small)
            for form in forms
        ) or (bool(forms) and any(map(self._tells_a_term, _beside_terms(small))))

    def _tells_a_term(self, sides: tuple[str, str]) -> bool:
        before, behind = sides
        return any(
            form.rule.get("bare_term") or form.rule.get("before") or form.rule.get("kind")
            for form in self.sentences.standing_in(before)
        ) or any(form.rule.get("before") for form in self.sentences.standing_in(behind))


def _beside_terms(small: str) -> Iterator[tuple[str, str]]:
    """What stands before and behind each term ("six years") in its sentence."""
    for term in TERM_END.finditer(small):
        yield (
            _STOP.split(small[max(term.start() - _REACH, 0) : term.start()])[-1],
            _STOP.split(small[term.end() : term.end() + _REACH])[0],
        )


def endable(sets: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Nouns of which one stands beside "dropped" or "quashed" where a court did it."""
    return sets["charge_nouns"] | sets["conviction_nouns"] | {"prejudice"}


def speaks_of_crime(words: Sequence[str], sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether any word of an article without an offense does: regulators, leagues and banks charge and fine, too."""
    telling = sets["of_crime"]
    return not (telling.isdisjoint(words) and telling.isdisjoint(map(" ".join, pairwise(words))))


def _commonness(words: frozenset[str]) -> tuple[int, int, list[str]]:
    """What to sort by to have first the words that the fewest texts have: the fewest, the longest."""
    return len(words), -min(map(len, words)), sorted(words)


class _Form:
    def __init__(self, rule: Rule, form: Form) -> None:
        self.rule = rule
        self._form = form
        self.needed = sorted(needed_pieces(self._form), key=_commonness) or [_ALWAYS]

    def stands_in(self, small: str) -> bool:
        """Whether the form, possible there, stands in a text in small letters; more freely than among tokens."""
        return self.is_word or self._alone.search(small) is not None

    @cached_property
    def is_word(self) -> bool:
        """Whether it has nothing but one of the words that it needs."""
        return len(self._form) == 1 and all(
            len(option) == 1 and all(map(PIECE.fullmatch, option[0])) for option in self._form[0]
        )

    @cached_property
    def _alone(self) -> re.Pattern[str]:
        return re.compile(pattern(self._form), re.DOTALL)


class _Forms:
    """The forms of some groups, to be looked up by the words that they need."""

    def __init__(self, rulebook: Rulebook, *groups: str) -> None:
        self.by_word: dict[str, list[_Form]] = {}
        for group in groups:
            for rule, compiled in rulebook.compiled(group):
                form = _Form(rule, compiled)
                for word in form.needed[0]:
                    self.by_word.setdefault(word, []).append(form)
        self.first_words = frozenset(self.by_word)

    def possible(self, words: set[str]) -> list[_Form]:
        """The forms of which all words that must be there are among these; single words, which are there, first."""
        possible = (form for word in words & self.first_words for form in self.by_word[word])
        found = (form for form in possible if not any(map(words.isdisjoint, form.needed[1:])))
        return sorted(found, key=lambda form: not form.is_word)

    def standing_in(self, small: str) -> Iterator[_Form]:
        """The forms that stand in a stretch of text in small letters."""
        return (form for form in self.possible({*PIECE.findall(small), *_ALWAYS}) if form.stands_in(small))
