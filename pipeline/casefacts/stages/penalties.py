"""Penalties: kinds ("of probation"), terms ("two-and-a-half years", "25 years to life") and sums ("£2m").

Writes `doc.spans["penalties"]`; `_.penalty` holds what the span says. Whether it was imposed on anybody is for
the triggers and the assembly to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from casefacts.money import sums
from casefacts.numerals import NUMBER, quantity
from casefacts.records import Kind
from casefacts.rulebook import Rule, Rulebook

_UNIT = r"(?:years?|yrs?|months?|weeks?|days?|hours?)"
_N = rf"(?:{NUMBER}(?: \(\d+\))?(?:[ -]and[ -]a[ -]half)?(?: 1/2|½)?|an?|half an?)"
# "23 years and four months", "two-and-a-half years", "18-month", "a year and a day", "sixteen (16) years"
TERM = re.compile(
    rf"\b(?P<n>{_N})[ -]{{1,2}}(?P<unit>{_UNIT})(?!-old)\b"
    rf"(?:,? (?:and )?(?P<n2>{NUMBER}|an?)[ -]{{1,2}}(?P<unit2>{_UNIT})"
    r"(?! (?:of|in|after|later|ago|before)\b(?! (?:[\w']+ ){0,3}(?:prison|jail|custody)))\b)?(?: less a day\b)?",
    re.I,
)
# "25 years to life", "25-to-life", "567 years-to-life", "15 to life"
_TO_LIFE = re.compile(
    rf"\b(?P<n>{NUMBER})(?:[ -]{{1,2}}years?)?(?:[ -]and[ -](?P<n2>{NUMBER})[ -]months?)?"
    r"[ -]{1,2}to[ -]{1,2}life\b",
    re.I,
)
# "two to six years", "five years and four months to ten years", "12-15 years", "between two and six years",
# "a minimum of two years and a maximum of six years"
_RANGE = re.compile(
    rf"\b(?:(?P<low>{NUMBER})(?:[ -](?P<unit1>{_UNIT})(?: and (?P<more>{NUMBER}) (?P<unit2>{_UNIT}))?)?"
    rf"(?: to |-to-|(?<=\d) ?[-–] ?(?=\d))"
    rf"|between (?P<low2>{NUMBER})(?:[ -](?P<unit3>{_UNIT}))? and "
    rf"|minimum (?:\w+ ){{0,2}}of (?P<low3>{NUMBER}) (?P<unit4>{_UNIT})(?: in (?:\w+ ){{0,2}}(?:prison|jail))?,? and a"
    rf" maximum (?:\w+ ){{0,2}}of )(?P<high>{NUMBER})[ -](?P<unit>{_UNIT})(?!-old)\b",
    re.I,
)
# "cut from four years to 30 months": the old term and the new one
_CHANGE = re.compile(
    rf"\bfrom (?P<old>(?P<n>{_N})[ -](?P<unit>{_UNIT})|life) to (?P<new>(?P<n2>{_N})(?:[ -](?P<unit2>{_UNIT}))?)\b",
    re.I,
)
_CHANGED = re.compile(
    r"\b(?:cut|cuts|cutting|reduc\w+|commut\w+|lower\w*|increas\w+|rais\w+|lengthen\w*|extend\w*)\b", re.I
)
# "a total of 30 years": the sum of what was told before
_TOTAL = re.compile(
    r"(?:total(?:ling|ing)?(?: sentence| term)?(?: of)?|combined(?: sentence| term)? of|altogether)\s*$", re.I
)
_IN_ALL = re.compile(r" (?:in all|in total|altogether|all told)\b", re.I)
# "300 million drachmas ($1.1 million)": the sum in parentheses says the same once more
_CONVERTED = re.compile(r"\d[^()]{0,30}\((?:about |or |roughly |some )?$")
# "to 10 and 15 years", "for three, five and seven years": as many terms as people
_SEVERAL = re.compile(
    rf"\b(?:to|for|of) (?P<first>{NUMBER})(?:, (?P<second>{NUMBER}))?,? and (?P<last>{NUMBER})[ -](?P<unit>{_UNIT})\b",
    re.I,
)
# "at least", "a minimum term of", right before the term
_LEAST = re.compile(
    r"(?:at least|no less than|not less than|no fewer than|a minimum"
    r"|(?:a )?minimum (?:term |sentence |prison sentence )?of)\s*(?:the )?$",
    re.I,
)
# "sentenced to two years out of the maximum sentence of six years": which the law would have allowed
_OUT_OF = re.compile(r"\bout of (?:a|the) (?:possible )?maximum (?:\w+ ){0,2}(?:of )?$", re.I)
# "without the possibility of parole"
_PAROLE = re.compile(
    r"\bwithout (?:the |any )?(?:(?:possibility|chance|eligibility|option|hope) (?:of|for) )?(?:parole|release)\b"
    r"|\bno (?:possibility|chance) of parole\b",
    re.I,
)
# "with a minimum term of 18 years"
_MINIMUM = re.compile(
    r"\b(?:minimum (?:term |tariff )?of|at least|serve a minimum of|no parole for(?: at least)?) "
    rf"(?P<n>{NUMBER}) years\b",
    re.I,
)
# "with the possibility of community service in lieu of jail"
_ALTERNATIVE = re.compile(r"\b(?:(?:possibility|option|chance|lieu|instead) of(?: the| a)?|rather than)\s*$", re.I)
# How many characters before a term can qualify it.
_BEFORE = 60
# Currencies that "$" also means, and the list in words.toml of names that tell of the country
_DOLLARS = {"CAD": "canadian", "AUD": "australian", "NZD": "new_zealand"}
# So many different ones of them tell the country; a single one may be where somebody fled to
TELLING = 2
_MEASURED_IN = {"year": "Y", "yr": "Y", "month": "M", "week": "W", "day": "D", "hour": "H"}

# How many words may stand between a term and its kind: "one year of state-funded drug treatment"
NEAR = 5


@dataclass(frozen=True)
class Penalty:
    """What one penalty span says; `kind` is None where only the trigger can tell ("sentenced to ten years").

    `possible`: it is told as what the law would have allowed.
    """

    kind: Kind | None = None
    duration: str | None = None
    min_duration: str | None = None
    parole: bool = False
    amount: float | None = None
    currency: str | None = None
    possible: bool = False

    def values(self, status: str) -> dict[str, Any]:
        """The own fields of a sentence record of this penalty, which its statement gives the status."""
        return {
            "kind": self.kind,
            "status": "possible" if self.possible else status,
            "duration": self.duration,
            "min_duration": self.min_duration,
            "parole": "without" if self.parole else None,
            "amount": self.amount,
            "currency": self.currency,
        }


@dataclass(frozen=True)
class _Measure:
    start: int
    end: int
    penalty: Penalty


class Penalties:
    """The stage: pairs terms and sums with the words for their kind, sentence by sentence."""

    def __init__(self, vocab: Vocab, rulebook: Rulebook) -> None:
        if not Span.has_extension("penalty"):
            Span.set_extension("penalty", default=None)
        self.rules: dict[str, Rule] = {rule.id: rule for rule in rulebook.group("penalties")}
        self.matcher = rulebook.matcher("penalties")
        self.dollars = {code: frozenset(rulebook.words[words]) for code, words in _DOLLARS.items()}

    def __call__(self, doc: Doc) -> Doc:
        kinds = self.kinds(doc)
        dollar = self._dollar(doc)
        found: list[Span] = []
        for sentence in doc.sents:
            words = [span for span in kinds if sentence.start <= span.start < sentence.end]
            found += self._pair(sentence, _measures(sentence, dollar), words)
        doc.spans["penalties"] = sorted(found, key=lambda span: (span.start, span.end))
        return doc

    def _dollar(self, doc: Doc) -> str:
        """Whose dollar a bare "$" is: that of the country of which the article's words tell, else the American."""
        words = {token.text for token in doc if token.text[:1].isupper()}
        words |= {word.title() for word in words if word.isupper()}  # "SASKATOON -"
        told = {code: len(words & of_country) for code, of_country in self.dollars.items()}
        best = max(told, key=lambda code: told[code])
        return best if told[best] >= TELLING else "USD"

    def kinds(self, doc: Doc) -> list[Span]:
        """Words for kinds of penalty, the longest of overlapping ones."""
        return filter_spans([span for span in self.matcher.find(doc) if not _adjective(span)])

    def _pair(self, sentence: Span, measures: list[_Measure], kinds: list[Span]) -> list[Span]:
        doc = sentence.doc
        free = {(span.start, span.end): span for span in kinds}
        spans = []
        for number, measure in enumerate(measures):
            span = doc.char_span(measure.start, measure.end, alignment_mode="expand")
            if span is None:
                continue
            after = measures[number + 1].start if number + 1 < len(measures) else doc[sentence.end - 1].idx + 1
            before = measures[number - 1].end if number else doc[sentence.start].idx
            word = self._kind_of(span, list(free.values()), before, after, money=measure.penalty.amount is not None)
            spans.append(self._span(span, measure.penalty, word))
            if word is not None:
                free.pop((word.start, word.end), None)
                if measure.penalty.kind == "life":
                    free = {
                        key: kind
                        for key, kind in free.items()
                        if not (
                            0 <= kind.start - span.end <= 4
                            and self.rules[kind.label_].get("kind") in ("prison", "life")
                        )
                    }
            elif measure.penalty.kind == "life":
                free = {
                    key: kind
                    for key, kind in free.items()
                    if not (
                        kind.start < span.end + 4
                        and kind.end > span.start
                        and self.rules[kind.label_].get("kind") in ("prison", "life")
                    )
                }
        for kind in free.values():
            if not any(kind.start < span.end and span.start < kind.end for span in spans):
                spans.append(self._span(kind, Penalty(), kind))
        spans = [span for span in _suspended(spans) if not _alternative(span)]
        finished = [self._finish(span, sentence) for span in _drop_echoes(spans)]
        return [span for span in finished if not _minimum_of_life(span, finished)]

    def _kind_of(self, span: Span, kinds: list[Span], before: int, after: int, money: bool) -> Span | None:
        """The nearest word for a kind that fits the term or sum; of equally near ones that behind it."""
        candidates = []
        for kind in kinds:
            if not self._fits(kind, money):
                continue
            if span[-1].idx <= kind[0].idx <= after and _leads(span.doc[span.end : kind.start]):
                candidates.append((kind.start - span.end, 0, kind))
            elif before <= kind[-1].idx < span[0].idx and _led(span.doc[kind.end : span.start]):
                candidates.append((span.start - kind.end, 1, kind))
        return min(candidates, key=lambda candidate: candidate[:2])[2] if candidates else None

    def _fits(self, kind: Span, money: bool) -> bool:
        rule = self.rules[kind.label_]
        if rule.get("kind") == "other":
            return not money
        return bool(rule.get("measure") == ("money" if money else "term"))

    def _span(self, span: Span, penalty: Penalty, word: Span | None) -> Span:
        doc = span.doc
        label = "penalty.term" if penalty.amount is None else "penalty.money"
        start, end = span.start, span.end
        if word is not None:
            label = word.label_
            start, end = min(start, word.start), max(end, word.end)
            if penalty.kind is None:
                penalty = replace(penalty, kind=self.rules[word.label_].get("kind"))
        made = Span(doc, start, end, label=label)
        made._.penalty = penalty
        return made

    def _finish(self, span: Span, sentence: Span) -> Span:
        """Parole and the minimum term of a life sentence may stand behind it."""
        penalty: Penalty = span._.penalty
        if penalty.kind not in ("life", "prison"):
            return span
        rest = span.doc[span.start : min(sentence.end, span.end + 14)].text
        parole = _PAROLE.search(rest)
        if parole and (";" not in rest[: parole.start()]):
            penalty = replace(penalty, parole=True)
            if penalty.kind == "prison" and penalty.duration is None and penalty.min_duration is None:
                return span
        minimum = _MINIMUM.search(rest)
        if penalty.kind == "life" and minimum and penalty.min_duration is None:
            years = quantity(minimum["n"])
            penalty = replace(penalty, min_duration=f"P{int(years)}Y" if years else None)
        span._.penalty = penalty
        return span


# "forfeit another $13 million"
_MORE = {"another", "a", "an", "further", "additional", "some", "about", "more", "than", "nearly", "almost", "over"}
_LINKS = {"of", "for", "to", "lasting", "totaling", "totalling", "ranging", "between", "from", "$", "£", "up"}
# ", all of it" between a term and "suspended": the whole term is
_WHOLLY = re.compile(
    r"(?:(?:prison |jail |custodial )?(?:sentence|term)s?)?"
    r",? ?(?:all|wholly|fully|entirely|both)?(?: of (?:it|which|them))?,? ?(?:was |were |but |and )?",
    re.I,
)


def _leads(between: Span) -> bool:
    """Whether what stands between a term and the word behind it lets them be one: "years in the county jail"."""
    apart = {",", ";", "and", "or", "for", "after"}
    return len(between) <= NEAR and not any(
        token.lower_ in apart or (token.pos_ == "ADP" and token.lower_ not in ("in", "of", "at")) for token in between
    )


def _led(between: Span) -> bool:
    """Whether what stands between a word and the term behind it lets them be one: "probation for two years"."""
    words = [token.lower_ for token in between]
    linked = all(word in _MORE for word in words) or any(word in _LINKS for word in words)
    return len(words) <= NEAR + 3 and linked and not any(word in (",", ";", "and", "or", "plus") for word in words)


def _suspended(spans: list[Span]) -> list[Span]:
    """ "eight months in prison, suspended for two years": one suspended term of eight months.

    Of "three years, two of them suspended" the three years remain a prison term.
    """
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        last = kept[-1] if kept else None
        termed = last is not None and last._.penalty.kind in (None, "prison", "jail") and last._.penalty.duration
        between = span.doc[last.end : span.start].text if last is not None else ""
        if not (termed and last is not None and span._.penalty.kind == "suspended" and len(between.split()) <= 5):
            kept.append(span)
        elif _WHOLLY.fullmatch(between):
            joined = Span(span.doc, last.start, span.end, label=span.label_)
            joined._.penalty = replace(last._.penalty, kind="suspended")
            kept[-1] = joined
        elif " with " in f" {between} " or " and " in f" {between} ":
            kept.append(span)
    return kept


def _adjective(span: Span) -> bool:
    """ "handed a fine tip" is no fine; in "a suspended death sentence" the sentence is death."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if span.label_ == "penalty.fine":
        if span.start and (
            span.doc[span.start - 1].like_num or span.doc[span.start - 1].lower_ in ("m", "k", "bn", "million")
        ):
            return False
        return span.root.tag_ == "JJ" or (
            after is not None and after.tag_ in ("NN", "NNS") and span[-1].lower_ == "fine"
        )
    return span.label_ == "penalty.suspended" and after is not None and after.lower_ in ("death", "life")


def _alternative(span: Span) -> bool:
    """ "with the possibility of community service in lieu of jail" imposes neither."""
    return bool(_ALTERNATIVE.search(span.doc[max(span.start - 3, 0) : span.start].text))


def _minimum_of_life(span: Span, spans: list[Span]) -> bool:
    """ "life with a minimum term of 18 years" is one penalty."""
    penalty: Penalty = span._.penalty
    return (
        bool(penalty.min_duration)
        and penalty.duration is None
        and penalty.kind != "life"
        and any(
            other._.penalty.kind == "life"
            and other._.penalty.min_duration == penalty.min_duration
            and other.start < span.start
            for other in spans
        )
    )


def _drop_echoes(spans: list[Span]) -> list[Span]:
    """A bare "life in prison" or "prison" beside the term that it belongs to is no second penalty."""
    kept = []
    for span in spans:
        inside = any(
            other is not span and other.start <= span.start and span.end <= other.end and len(other) > len(span)
            for other in spans
        )
        if not inside:
            kept.append(span)
    return kept


def _measures(sentence: Span, dollar: str) -> list[_Measure]:
    """Terms and sums of the sentence in text order; the more specific pattern wins. `dollar`: what "$" means."""
    offset, text = sentence.start_char, sentence.text
    found: list[_Measure] = list(_changes(text, offset)) if _CHANGED.search(text) else []
    found += [
        _Measure(
            offset + each.start,
            offset + each.end,
            Penalty(amount=each.amount, currency=dollar if text[each.start] == "$" else each.currency),
        )
        for each in sums(text)
        if not _CONVERTED.search(text[max(each.start - _BEFORE, 0) : each.start])
    ]
    found += _several(text, offset)
    for pattern, read in ((_TO_LIFE, _to_life), (_RANGE, _range), (TERM, _term)):
        for match in _matches(pattern, text):
            start, end = offset + match.start(), offset + match.end()
            if any(start < other.end and other.start < end for other in found):
                continue
            penalty = read(match)
            before = text[max(match.start() - _BEFORE, 0) : match.start()]
            if penalty is None or (found and _sums_up(text, match)):
                continue
            if _OUT_OF.search(before):
                penalty = replace(penalty, possible=True)
            if penalty.duration and not penalty.min_duration and _LEAST.search(before):
                penalty = Penalty(min_duration=penalty.duration)
            found.append(_Measure(start, end, penalty))
    return sorted(found, key=lambda measure: measure.start)


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """All matches; "168 months and 97 months" are two terms, not one of two parts."""
    at = 0
    while match := pattern.search(text, at):
        parts = match.groupdict()
        if parts.get("n2") and parts.get("unit2") and _size(parts["unit2"]) >= _size(parts["unit"]):
            match = pattern.fullmatch(text, match.start(), match.end("unit")) or match
        yield match
        at = match.end()


def _size(unit: str) -> int:
    return "hdwmy".index(unit[0].lower())


def _sums_up(text: str, match: re.Match[str]) -> bool:
    """Whether the term is the total of those told before: "making 18 months in all"."""
    before = text[max(match.start() - _BEFORE, 0) : match.start()]
    return bool(_TOTAL.search(before) or _IN_ALL.match(text, match.end()))


def _several(text: str, offset: int) -> list[_Measure]:
    found = []
    for match in _SEVERAL.finditer(text):
        for name in ("first", "second", "last"):
            term = iso(match[name], match["unit"]) if match[name] else None
            if term:
                found.append(_Measure(offset + match.start(name), offset + match.end(name), Penalty(duration=term)))
    return found


def _changes(text: str, offset: int) -> list[_Measure]:
    found = []
    for match in _CHANGE.finditer(text):
        new = iso(match["n2"], match["unit2"] or match["unit"] or "years")
        old = iso(match["n"], match["unit"]) if match["n"] else None
        if old:
            found.append(_Measure(offset + match.start("old"), offset + match.end("old"), Penalty(duration=old)))
        if new:
            found.append(_Measure(offset + match.start("new"), offset + match.end("new"), Penalty(duration=new)))
    return found


def _to_life(match: re.Match[str]) -> Penalty | None:
    years = quantity(match["n"])
    if years is None:
        return None
    months = quantity(match["n2"]) if match["n2"] else None
    return Penalty(kind="life", min_duration=f"P{int(years)}Y" + (f"{int(months)}M" if months else ""))


def _range(match: re.Match[str]) -> Penalty | None:
    unit = match["unit1"] or match["unit3"] or match["unit4"] or match["unit"]
    low = iso(match["low"] or match["low2"] or match["low3"], unit, match["more"], match["unit2"])
    high = iso(match["high"], match["unit"])
    return Penalty(duration=high, min_duration=low) if low and high else None


def _term(match: re.Match[str]) -> Penalty | None:
    duration = iso(match["n"], match["unit"], match["n2"], match["unit2"])
    return Penalty(duration=duration) if duration else None


def iso(n: str, unit: str, n2: str | None = None, unit2: str | None = None) -> str | None:
    """A term as ISO 8601: ("two", "years", "six", "months") -> "P2Y6M"; None when it is no number."""
    parts = [(n, unit)] + ([(n2, unit2)] if n2 and unit2 else [])
    sizes: dict[str, int] = {}
    for words, name in parts:
        value = _amount(words)
        letter = _MEASURED_IN[name.lower().rstrip("s")]
        if value is None:
            return None
        whole, half = divmod(value, 1)
        sizes[letter] = sizes.get(letter, 0) + int(whole)
        if half:
            smaller, size = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "D": ("H", 24), "H": ("H", 1)}[letter]
            sizes[smaller] = sizes.get(smaller, 0) + round(half * size)
    date = "".join(f"{sizes[letter]}{letter}" for letter in "YMWD" if sizes.get(letter))
    time = f"T{sizes['H']}H" if sizes.get("H") else ""
    return f"P{date}{time}" if date or time else None


def _amount(words: str) -> float | None:
    words = re.sub(r" \(\d+\)", "", words.lower().replace("½", " 1/2"))
    if words in ("a", "an"):
        return 1.0
    if words in ("half a", "half an"):
        return 0.5
    if words.endswith(" 1/2"):
        whole = quantity(words.removesuffix(" 1/2"))
        return None if whole is None else whole + 0.5
    return quantity(words)
