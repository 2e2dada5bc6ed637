"""Names by their capitals alone: runs of capitalised words that the language model takes for nothing or for a thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Span, Token

from casefacts.entities.around import word_before, word_behind
from casefacts.entities.gazetteer import given_names, is_short_given
from casefacts.entities.people.words import NameWords, is_initial

_PROPER = {"NNP", "NNPS", "HYPH"}
_PLACES = {"GPE", "LOC", "FAC"}
_THINGS = {"", "ORG", "PRODUCT", "WORK_OF_ART", "NORP", "DATE", "EVENT", "PERSON", "LAW"}
_LETTER = re.compile(r"[A-Z]\.")  # of "K. Roe"; towns and bodies seldom begin so
_AGE = re.compile(r"[1-9]\d")
_FEWEST, _MOST = 2, 4  # capitalised words of a name


def capitalised_names(doc: Doc, words: NameWords) -> Iterator[Span]:
    """Two to four capitalised words in a row that can be somebody's name."""
    i, ends = 0, words.run_ends(doc)
    while i < len(doc):
        if ends[i] < i + 2:
            i += 1
            continue
        end = words.run_right(doc, i)
        first = i
        while first < end - 1 and doc[first].is_sent_start and doc[first].is_stop:
            first += 1
        if _may_be_name(doc[first:end], words):
            yield doc[first:end]
        i = max(end, i + 1)


def _may_be_name(run: Span, words: NameWords) -> bool:
    if any(refuses(run, words) for refuses in _REFUSALS):
        return False
    if _LETTER.fullmatch(run[0].text) or is_short_given(run[0].text):
        return True
    kinds = {token.ent_type_ for token in run}
    return any(tells(run, words) for tells in _DESPITE_PLACE) if kinds & _PLACES else kinds <= _THINGS


# -- what the run cannot be -------------------------------------------------------------------------------------


def _is_of_odd_length(run: Span, words: NameWords) -> bool:
    return not _FEWEST <= len(_proper(run)) <= _MOST


def _opens_with_stop_word(run: Span, words: NameWords) -> bool:
    """ "However Ana"."""
    return bool(run[0].is_sent_start) and run[0].is_stop


def _is_body(run: Span, words: NameWords) -> bool:
    """ "Harbor Police", "the Kelso Nine"."""
    return word_before(run) in ("the", "a", "an") or any(token.lower_ in words.bodies for token in run)


def _has_acronym(run: Span, words: NameWords) -> bool:
    told = (token for token in _proper(run) if not (is_initial(token) or is_short_given(token.text)))
    return any(len(token) > 2 and token.is_upper for token in told)


def _is_no_name_but_title(run: Span, words: NameWords) -> bool:
    """ "Kelso Mayor"."""
    return _proper(run)[-1].lower_ in words.titles


def _is_headline(run: Span, words: NameWords) -> bool:
    """ "Roe Charged"."""
    return any(token.lower_ in words.lists["headline_verbs"] for token in _proper(run))


def _is_common(run: Span, words: NameWords) -> bool:
    """Whether the tagger takes a word of it for a common one, outside a docket, where it often errs."""
    common = any(token.tag_ not in _PROPER and token.text[0].isupper() and not token.ent_type_ for token in run)
    return common and not _opens_entry(run)


_REFUSALS: tuple[Callable[[Span, NameWords], bool], ...] = (
    _is_of_odd_length,
    _opens_with_stop_word,
    _is_body,
    _has_acronym,
    _is_no_name_but_title,
    _is_headline,
    _is_common,
)


# -- what tells a person whose name the language model takes for a place's ---------------------------------------


def _is_behind_noun(run: Span, words: NameWords) -> bool:
    """ "the driver Agnes Roe"."""
    if not run.start:
        return False
    before = run.doc[run.start - 1]
    return before.pos_ == "NOUN" and not before.ent_type_


def _is_explained(run: Span, words: NameWords) -> bool:
    """Whether an age or "who" stands behind it, as behind people: "Agnes Roe, who ...", "Agnes Roe, 34, ..."."""
    behind = run.doc[run.end : run.end + 2]
    if len(behind) < 2 or behind[0].text != ",":
        return False
    return behind[1].lower_ in ("who", "whose") or _AGE.fullmatch(behind[1].text) is not None


def _is_announced(run: Span, words: NameWords) -> bool:
    """ "A co-defendant, Ana Roe, admitted ..."."""
    if run.start < 2 or run.doc[run.start - 2].lower_ not in words.lists["named_behind"]:
        return False
    return word_before(run) == word_behind(run) == ","


def _is_proceeded_against(run: Span, words: NameWords) -> bool:
    return word_before(run) == "against"


def _acts(run: Span, words: NameWords) -> bool:
    """Whether it does, suffers or has something, and stands in no place's place."""
    placed = run.start > 0 and run.doc[run.start - 1].dep_ == "prep"
    return not placed and run.root.dep_ in ("nsubj", "nsubjpass", "dobj", "poss")


_DESPITE_PLACE: tuple[Callable[[Span, NameWords], bool], ...] = (
    _is_behind_noun,
    _is_explained,
    _is_announced,
    _is_proceeded_against,
    _acts,
)


def _proper(run: Span) -> list[Token]:
    return [token for token in run if token.text[0].isupper()]


def _opens_entry(run: Span) -> bool:
    """Whether it begins an entry as in a docket: "Before Kelso Sheriff Court: Ana Roe, theft; Max Poe, ..."."""
    opens = bool(run[0].is_sent_start) or word_before(run) in (":", ";")
    return opens and word_behind(run) == "," and run[0].lower_ in given_names()
