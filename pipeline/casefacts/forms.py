"""The form language of the rulebook, and a matcher for it that looks only at forms whose first word is there.

A form is a line of words as a court reporter would write them:

    plead guilty             these words, in any case
    $plead guilty            any inflection of "plead"
    $face (a|the)? charge    one of several words; a question mark makes what stands before it optional
    $find * guilty           a gap of up to fourteen words
    drink-driving            a hyphen also matches a space or nothing
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain, product

from spacy.tokens import Doc, Span

GAP = 14  # words that "*" may stand for: "found the former head of the ferry line, Ana Diaz, guilty" has eleven
_NEVER_IN_GAP = frozenset({";", ":", "!", "?", "not", "never", "n't", "is", "are", "was", "were", "guilty"})
_HYPHENS = frozenset({"-", "–"})
_GAP = r"[\W_]+"  # between words of a text
_ANYTHING = ".{0,300}?"  # what "*" stands for there

# A word is the set of its spellings; these two stand for an optional hyphen and for a gap.
Word = frozenset[str]
HYPHEN: Word = frozenset({"-?"})
ANY: Word = frozenset({"*"})
# A form is a sequence of slots, a slot a choice of word sequences.
Form = tuple[tuple[tuple[Word, ...], ...], ...]

# "(a|the)?", "$plead", "drink-driving", "*"
_ITEM = re.compile(r"(\([^()]*\)|[^\s()?]+)(\?)?")
# What a text is cut into, however it is cut into tokens: letters and digits
PIECE = re.compile(r"[^\W_]+")
# "$" or "-" without a word, "*" with nothing else
_BARE = re.compile(r"(?<![^\s(|])[$-](?![^\s)|?])|^\s*\*\s*$")


class FormError(ValueError):
    """A form that cannot be read."""


def compile_form(form: str, inflections: Mapping[str, tuple[str, ...]]) -> Form:
    """Read a form; raises FormError when brackets do not match or nothing is left that must be there."""
    slots: list[tuple[tuple[Word, ...], ...]] = []
    for item, optional in read_form(form):
        options = tuple(_sequence(choice, inflections) for choice in _choices(item))
        slots.append((*options, ()) if optional else options)
    return tuple(slots)


@cache
def read_form(form: str) -> tuple[tuple[str, bool], ...]:
    """The slots of a form as they are written, and whether they may stay empty; raises FormError as above."""
    if re.sub(r"\s", "", _ITEM.sub("", form)):
        raise FormError(
            f"form {form!r}: brackets or question marks do not match"
            " (allowed: words, $let for each form of a verb, (a|b), (a|b)? and word?, * for a gap)"
        )
    if _BARE.search(form):
        raise FormError(f"form {form!r}: $ and - need a word, and * needs words around it")
    slots = tuple((item, bool(mark)) for item, mark in _ITEM.findall(form))
    if all(optional or not all(map(str.strip, _choices(item))) for item, optional in slots):
        raise FormError(f"form {form!r}: one word at least must not be optional")
    return slots


def _choices(item: str) -> list[str]:
    return item[1:-1].split("|") if item.startswith("(") else [item]


def _sequence(words: str, inflections: Mapping[str, tuple[str, ...]]) -> tuple[Word, ...]:
    sequence: list[Word] = []
    for word in words.split():
        if word == "*":
            sequence.append(ANY)
        elif word.startswith("$"):
            sequence.append(frozenset(inflect(word[1:], inflections)))
        else:
            sequence += _spelling(word)
    return tuple(sequence)


@cache
def _spelling(word: str) -> tuple[Word, ...]:
    """What a word of a form asks for; most stand in many forms."""
    sequence: list[Word] = []
    for number, part in enumerate(word.lower().replace("’", "'").split("-")):
        if number:
            sequence.append(HYPHEN)
        sequence += [frozenset({token}) for token in _tokens(part)]
    return tuple(sequence)


def _tokens(word: str) -> list[str]:
    # spaCy splits "driver's" into "driver" and "'s"
    if word.endswith("'s") and word != "'s":
        return [word[:-2], "'s"]
    if len(word) > 2 and word.endswith("s'"):
        return [word[:-1], "'"]
    return [word] if word else []


def inflect(verb: str, irregular: Mapping[str, tuple[str, ...]]) -> set[str]:
    """All forms of an English verb: "plead" -> plead, pleads, pleaded, pleading (and what `irregular` lists)."""
    if verb in irregular:
        return {verb, *irregular[verb]}
    if verb.endswith("e"):
        stem = verb if verb.endswith("ee") else verb[:-1]
        return {verb, f"{verb}s", f"{verb}d", f"{stem}ing"}
    if re.search(r"[^aeiou]y$", verb):
        return {verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"}
    if re.fullmatch(r"[^aeiou]*[aeiou][bdfgklmnprt]", verb):
        return {verb, f"{verb}s", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"}
    if re.search(r"(s|sh|ch|x|z)$", verb):
        return {verb, f"{verb}es", f"{verb}ed", f"{verb}ing"}
    return {verb, f"{verb}s", f"{verb}ed", f"{verb}ing"}


class FormMatcher:
    """Finds forms in a Doc. Time grows with the text, not with the number of forms."""

    def __init__(self, forms: Iterable[tuple[str, Form]]) -> None:
        self.forms = [_Sought(name, form) for name, form in forms]
        self.by_first: dict[str, list[_Sought]] = {}
        for form in self.forms:
            for word in sorted(_first_words(form.form)):
                self.by_first.setdefault(word, []).append(form)

    def find(self, doc: Doc) -> list[Span]:
        """The matches, labelled with their rule's id: for each rule and start the longest, with a gap the shortest."""
        return [Span(doc, start, end, label=name) for (name, start), end in self._known(doc).items()]

    def places(self, doc: Doc) -> list[tuple[int, int]]:
        """Where the matches stand, in tokens."""
        return [(start, end) for (_, start), end in self._known(doc).items()]

    def _known(self, doc: Doc) -> dict[tuple[str, int], int]:
        known: dict[FormMatcher, dict[tuple[str, int], int]] = doc.user_data.setdefault("matches", {})
        if self not in known:  # several stages look for the same forms
            known[self] = self._places(words_of(doc))
        return known[self]

    def _places(self, words: Sequence[str]) -> dict[tuple[str, int], int]:
        """By rule and first word the end of the match."""
        by_first = self._possible(set(words))
        best: dict[tuple[str, int], int] = {}
        for start, word in enumerate(words):
            for sought in by_first.get(word, ()):
                second = sought.second
                if second is not None and (start + 1 == len(words) or words[start + 1] not in second):
                    continue
                ends = list(_ends(words, start, sought.form))
                if ends:
                    end = min(ends) if _has_gap(sought.form) else max(ends)
                    best[sought.name, start] = max(end, best.get((sought.name, start), end))
        return best

    def _possible(self, words: set[str]) -> dict[str, list[_Sought]]:
        """The forms by first word, of which all other words that must be there stand somewhere among the words.

        "(in|to)? (the)? prison" is not tried at each "in" and "the" of a text without "prison".
        """
        possible: dict[str, list[_Sought]] = {}
        for word in words & self.by_first.keys():
            if forms := [form for form in self.by_first[word] if not any(map(words.isdisjoint, form.needed))]:
                possible[word] = forms
        return possible


class _Sought:
    """A form and the name of its rule; what else it must have is asked for only where its first word stands."""

    def __init__(self, name: str, form: Form) -> None:
        self.name, self.form = name, form

    @cached_property
    def needed(self) -> list[Word]:
        return _needed_words(self.form)

    @cached_property
    def second(self) -> Word | None:
        return _second_words(self.form)


def words_of(doc: Doc) -> list[str]:
    """The words of a Doc as forms spell them; kept with it, since every matcher needs them."""
    words: list[str] | None = doc.user_data.get("words")
    if words is None:
        words = doc.user_data["words"] = [token.lower_.replace("’", "'") for token in doc]
    return words


def text_of(doc: Doc) -> str:
    """The text of a Doc, kept with it; spaCy puts it together anew at each access."""
    text: str | None = doc.user_data.get("plain")
    if text is None:
        text = doc.user_data["plain"] = doc.text
    return text


def _needed_words(form: Form) -> list[Word]:
    """For each slot that must be filled the words of which one must be there: the last ones of its options."""
    return [
        frozenset().union(*(option[-1] for option in slot))
        for slot in form
        if () not in slot and not any(option[-1] in (ANY, HYPHEN) for option in slot)
    ]


def needed_pieces(form: Form) -> set[frozenset[str]]:
    """Of each of these sets a piece (letters and digits) stands in any text in which the form does."""
    found = set()
    for words in (_first_words(form), *_needed_words(form)):
        pieces = [PIECE.findall(word)[:1] for word in words]
        if all(pieces):
            found.add(frozenset(first for (first,) in pieces))
    return found


def pattern(form: Form) -> str:
    """The form as a regular expression over text in small letters; anything but letters and digits parts its words."""
    slots = []
    for slot in form:
        spelt = list(map(_spelt, slot))
        choices = "|".join(filter(None, spelt))
        if choices:
            after = "" if choices == _ANYTHING else _GAP  # a gap may be empty: "in * court" is "in court", too
            slots.append((f"(?:{choices}){after}", "" in spelt))  # left out, or a mark like ";"
    last = max(i for i, (_, optional) in enumerate(slots) if not optional)
    parts = [f"(?:{words})?" if optional else words for words, optional in slots[: last + 1]]
    return rf"(?<![^\W_]){''.join(parts).removesuffix(_GAP)}(?![^\W_])"


def spellings(form: Form) -> Iterator[tuple[str, ...]]:
    """The words that a form stands for, each way to write it; "*" is a gap, "-?" a hyphen or none."""
    slots = [chain.from_iterable(product(*map(sorted, option)) for option in slot) for slot in form]
    return (tuple(chain.from_iterable(words)) for words in product(*slots))


def _spelt(option: tuple[Word, ...]) -> str:
    """One way to fill a slot, as a regular expression."""
    spelt, gap = "", ""
    for word in option:
        if word is ANY:
            spelt, gap = f"{spelt}{_ANYTHING}", ""
        elif word is HYPHEN:
            gap = r"[\W_]*"
        elif pieces := sorted({_GAP.join(PIECE.findall(spelling)) for spelling in word} - {""}):
            spelt, gap = f"{spelt}{gap}(?:{'|'.join(pieces)})", _GAP
    return spelt


def _first_words(form: Form) -> set[str]:
    found: set[str] = set()
    for slot in form:
        found |= {word for option in slot if option for word in option[0]}
        if () not in slot:
            break
    return found


def _second_words(form: Form) -> Word | None:
    """The words of which one must stand behind the first; None where any may, or none need."""
    found: Word = frozenset()
    for opening in _openings(form, 2):
        if len(opening) < 2 or not opening[1].isdisjoint({*ANY, *HYPHEN}):
            return None
        found |= opening[1]
    return found


def _openings(form: Form, length: int) -> Iterator[tuple[Word, ...]]:
    """The first words of each way to read a form, at most so many."""
    if not form or length <= 0:
        yield ()
        return
    for option in form[0]:
        for rest in _openings(form[1:], length - len(option)):
            yield (*option, *rest)[:length]


def _has_gap(form: Form) -> bool:
    return any(ANY in option for slot in form for option in slot)


def _ends(words: Sequence[str], at: int, form: Form) -> Iterator[int]:
    if not form:
        yield at
        return
    for option in form[0]:
        for end in _walk(words, at, option):
            yield from _ends(words, end, form[1:])


def _walk(words: Sequence[str], at: int, option: tuple[Word, ...]) -> Iterator[int]:
    if not option:
        yield at
    elif option[0] is HYPHEN:
        if at < len(words) and words[at] in _HYPHENS:
            yield from _walk(words, at + 1, option[1:])
        yield from _walk(words, at, option[1:])
    elif option[0] is ANY:
        for skipped in range(GAP + 1):
            yield from _walk(words, at + skipped, option[1:])
            if at + skipped >= len(words) or words[at + skipped] in _NEVER_IN_GAP:
                return
    elif at < len(words) and words[at] in option[0]:
        yield from _walk(words, at + 1, option[1:])
