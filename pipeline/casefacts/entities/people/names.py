"""The names of an article: what may be one, without what is a place, a body or nobody."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans
from spacy.vocab import Vocab

from casefacts.entities.gazetteer import is_short_given
from casefacts.entities.kinds import Kinds
from casefacts.entities.people.bynames import bynames, with_quoted, without_bynames, without_nicknames
from casefacts.entities.people.candidates import EXACT, ROUGH
from casefacts.entities.people.companies import companies
from casefacts.entities.people.refusals import why_no_name
from casefacts.entities.people.towns import is_town, towns
from casefacts.entities.people.trim import Trimmer
from casefacts.entities.people.words import NameWords

_INITIALS = 2  # letters: "JR Roe" has initials, "SEAL Roe" a unit


class Names:
    """Finds the names of people and companies in a Doc; those of companies have the label "company"."""

    def __init__(self, vocab: Vocab, words: NameWords) -> None:
        self.words = words
        self.kinds = Kinds(vocab, words.lists)
        self.trim = Trimmer(words, self.kinds)

    def __call__(self, doc: Doc) -> list[Span]:
        """In the order of the text; none overlaps another."""
        names = self._of_people(doc)
        called = [span for span in bynames(doc, names) if why_no_name(span, self.words) is None]
        known = {span.text for span in called}
        firms = [span for span in companies(doc, self.words, self.kinds) if span.text not in known]
        persons = self.kinds.persons([span for span in filter_spans(firms + names) if span.label_ != "company"])
        found = sorted(filter_spans([*called, *firms, *self._without_openers(persons)]), key=lambda span: span.start)
        return without_bynames(with_quoted(without_nicknames(found)), self.words)

    def _without_openers(self, names: list[Span]) -> list[Span]:
        """The names, of "Disgraced Roe" and "SEAL Roe" the surname alone where it is another one's, too."""
        whole = {(name[0].lower_, name[-1].text) for name in names if len(name) > 1}
        texts = {name.text for name in names}
        names = [self._without_first(name, texts) for name in names]
        return [self._without_opener(name, whole) for name in names]

    def _without_first(self, name: Span, texts: set[str]) -> Span:
        """ "Surviving Ana Roe", a film: the name alone where the text has it so, too."""
        led = len(name) > 2 and self.kinds.is_common(name[0]) and name[1:].text in texts
        return Span(name.doc, name.start + 1, name.end, label=name.label) if led else name

    def _without_opener(self, name: Span, whole: set[tuple[str, str]]) -> Span:
        led = self.kinds.only_opens(name[0]) or _is_unit(name[0])
        opened = len(name) == 2 and led and bool(self.words.of(name[1:]))
        another = opened and any(surname == name[1].text and given != name[0].lower_ for given, surname in whole)
        return Span(name.doc, name.start + 1, name.end, label=name.label) if another else name

    def _of_people(self, doc: Doc) -> list[Span]:
        """What may be a person's name, some of it more than once."""
        trimmed = (self.trim(span) for find in ROUGH for span in find(doc, self.words))
        found = [span for span in trimmed if span is not None]
        found += [span for find in EXACT for span in find(doc, self.words)]
        told = set(towns(doc, self.words))
        return [span for span in found if why_no_name(span, self.words) is None and not is_town(span, told)]


def _is_unit(token: Token) -> bool:
    """ "SEAL Roe"; not "JR Roe" nor "AKM Roe"."""
    return token.is_upper and token.is_alpha and len(token) > _INITIALS and not is_short_given(token.text)
