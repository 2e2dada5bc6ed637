"""Penalties: kinds ("of probation"), terms ("two-and-a-half years", "25 years to life") and sums ("£2m").

Writes `doc.spans["penalties"]`; `_.penalty` holds what the span says. Whether it was imposed on anybody is for
the triggers and the assembly to say.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans
from spacy.vocab import Vocab

from casefacts.duration import days
from casefacts.forms import text_of
from casefacts.marks import add_mark, penalty_of
from casefacts.money import Sum, sums
from casefacts.numerals import NUMBER, NUMBER_END, exact, is_begun
from casefacts.records import Kind
from casefacts.rulebook import Rule, Rulebook, lists_of

_UNIT = r"(?:years?|yrs?|months?|mths?|weeks?|days?|hours?)"
_IN_FIGURES = r"(?: \(\d+\))?"  # "six (6) months"
_N = rf"(?:{NUMBER}{_IN_FIGURES}|half an?|three[ -]quarters of an?|an?)"
_AND_N = rf"(?:,? ?(?<![a-z])(?:and )?(?P<n2>{NUMBER}|an?){_IN_FIGURES}(?:[ -]{{1,2}}|(?<=\d))(?P<unit2>{_UNIT})"
# "23 years and four months", "14 years, nine months and 20 days", "18-month", "a year and a half"
_TERM = (
    rf"(?P<n>{_N})(?:[ -]{{1,2}}|(?<=\d))(?P<unit>{_UNIT})(?![ -]olds?\b| ago\b| of age\b)\b"
    rf"(?:(?P<part> and an? (?:half|quarter))\b|{_AND_N}"
    rf"(?:,? and (?P<n3>{NUMBER}|an?){_IN_FIGURES}[ -](?P<unit3>days?)\b)?"
    r"(?! (?:of|in|after|later|ago|before)\b(?! (?:[\w'’]+ ){0,3}(?:prison|jail|custody|court)\b"
    r"| (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|(?:19|20)\d\d)))\b))?"
    r"(?: less a day\b)?"
)
TERM = re.compile(rf"\b{_TERM}", re.I)
# The end of a term in text in small letters; finds more than TERM and is quicker
TERM_END = re.compile(rf"{NUMBER_END}[\s-]{{0,3}}{_UNIT}(?![ -]olds?\b| ago\b| of age\b)\b")
# ... and the end of what may be a term or an age, without which no other of the patterns for terms need be tried
_COUNTED = re.compile(rf"{NUMBER_END}[\s-]{{0,3}}{_UNIT}\b")
# "25 years to life", "25-to-life", "567 years-to-life", "15 to life"
_TO_LIFE = re.compile(
    rf"\b(?P<n>{NUMBER})(?P<unit>[ -]{{1,2}}(?:years?|yrs?))?(?:,?[ -](?:and[ -])?(?P<n2>{NUMBER})[ -]months?)?"
    r"[ -]{1,2}to[ -]{1,2}life\b",
    re.I,
)
# "two to six years", "five years and four months to ten years", "12-15 years", "between two and six years",
# "a minimum of two years and a maximum of six years"
_RANGE = re.compile(
    rf"\b(?:(?P<between>between )?(?P<low>{_N})"
    rf"(?:[ -](?P<unit1>{_UNIT})(?:,? (?:and )?(?P<more>{NUMBER}) (?P<unit2>{_UNIT}))?)?"
    rf"(?:[ -]{{1,2}}to[ -]{{1,2}}|(?<=[\w½⅓⅔¼¾]) ?[-–] ?(?=\d)|(?(between) and (?:up to )?|(?!)))"
    rf"|minimum (?:\w+ ){{0,2}}of (?P<least>{NUMBER}) (?P<unit3>{_UNIT})(?: in (?:\w+ ){{0,2}}(?:prison|jail))?,? and a"
    rf" maximum (?:\w+ ){{0,2}}of )(?P<high>{_N})[ -](?P<unit>{_UNIT})(?![ -]olds?\b| ago\b)\b"
    rf"(?: and (?P<more2>{NUMBER}) (?P<unit4>months?)\b)?",
    re.I,
)
# What may stand before the lower end of "12 to 15 years" or "25 to life"; not "Sept. 12", "in 1995", "on count 3",
# "at age 20", which belong to the verb
_OPENS = re.compile(
    r"(?:^|[(:;,“\"—–]\s?|\b(?:to|for|from|serv\w+|spen\w+|g[eo]t\w*|receiv\w+|fac\w+|g[ia]ve\w*|him|her|them|impos\w+"
    r"|carr\w+|draw\w*|drew|hand\w*|is|was|are|be|being|an?|the|his|their|about|roughly|approximately|some|another|additional"
    r"|further|concurrent|consecutive|indeterminate|prison|plus|with"
    r"|(?:term|sentence|minimum|maximum|total|range|punishment|penalty|\w+ment|custody|probation|supervision)s? of)"
    r"[ -]|(?<=[a-z]{2}),? (?:and|or) )$",
    re.I,
)
# "cut from four years to 30 months": the old term and the new one
_CHANGE = re.compile(
    rf"\bfrom (?P<old>(?P<n>{_N})(?:[ -](?P<unit>{_UNIT}))?|life(?: in prison| imprisonment)?) to "
    rf"(?P<new>(?P<n2>{_N})(?:[ -](?P<unit2>{_UNIT}))?)(?![\w-])",
    re.I,
)
_CUT = re.compile(r"\b(?:cut|cuts|cutting|reduc\w+|commut\w+|lower\w*|shorten\w*|slash\w*|halv\w+)\b", re.I)
_RAISED = re.compile(r"\b(?:increas\w+|rais\w+|lengthen\w*|extend\w*)\b", re.I)
# "cut by two years to six": the difference
_BY = re.compile(r"\bby (?:about |some |another )?$", re.I)
# "a total of 30 years": the sum of what was told before
_TOTAL = re.compile(
    r"(?:total(?:ling|ing)?(?: sentence| term)?(?: of)?|combined(?: sentence| term)? of|altogether)\s*$", re.I
)
_IN_ALL = re.compile(r" (?:in all|in total|altogether|all told)\b", re.I)
# What stands before a sum that is no penalty: of "300 million drachmas ($1.1 million)" the second says the same once
# more; "a credit of $5,000"
_NO_SUM = re.compile(r"\d[^()]{0,30}\((?:about |or |roughly |some )?$|\bcredits? (?:of|for) (?:about )?$")
# "to 10 and 15 years", "for three, five and seven years": as many terms as people
_SEVERAL = re.compile(
    rf"(?<!\bage )(?<!\bages )\b(?:to|for|of|given|received|got|handed|serve|perform|do)"
    rf" (?P<first>{NUMBER})(?:, (?P<second>{NUMBER}))?,? and (?P<last>{NUMBER})"
    rf"[ -](?P<unit>{_UNIT})\b",
    re.I,
)
# "at least", "a minimum term of", right before the term
_LEAST = re.compile(
    r"(?:at least|no less than|not less than|no fewer than|a minimum"
    r"|(?:a )?minimum (?:term |sentence |prison sentence |tariff )?of|tariff of)\s*(?:the )?$",
    re.I,
)
# "a 30-year minimum"
_LEAST_BEHIND = re.compile(r"(?: jail| prison)?[ -]minimum\b", re.I)
# "girls aged 10 to 15 years", "thefts over three years", "within a year": of the deed, or of the work
_OF_THE_DEED = re.compile(
    rf"\b(?:aged|ages|ages of)(?: between| from)? (?:{NUMBER}(?: to | and | or |[-–]))?$"
    r"|(?<!\bfor )(?<!\bto )(?<!\bof )(?<!\bserve )(?<!\bserving )(?<!\bspend )(?<!\bgot )(?<!\bjust )"
    r"\b(?:over|during|within|throughout) (?:(?:at least|about|a period of|the|past|last|next|more than) )*$",
    re.I,
)
_IN_PRISON = re.compile(r" (?:in|of|behind)\b")
# "sentenced to two years out of the maximum sentence of six years": which the law would have allowed
_OUT_OF = re.compile(r"\bout of (?:a|the) (?:possible )?maximum (?:\w+ ){0,2}(?:of )?$", re.I)
# "suspended for two years": not the term, unless it is a licence that is
_SUSPENDED_FOR = re.compile(
    r"(?<!licence )(?<!license )\bsuspended (?:\w+ ){0,2}for (?:a (?:further )?period of |the next |up to )?$", re.I
)
_SUSPENSION = re.compile(rf"suspended (?:\w+ ){{0,2}}for (?:a (?:further )?period of |the next |up to )?{_TERM}", re.I)
# "all but two years of it suspended": the whole term is the sentence
_ALL_BUT = re.compile(
    rf"\b(?:suspend\w* )?all but (?:the (?:first|last) |about )?(?:{NUMBER}|an?)\b(?:[ -]{_UNIT})?"
    r"(?: of (?:it|them|those|which|that|the (?:term|sentence)))?,?"
    r"(?: (?:(?:was|were|is|are|being|to be) )?suspended)?",
    re.I,
)
# "without the possibility of parole"
_PAROLE = re.compile(
    r"\b(?:without (?:the |any )?(?:(?:possibility|chance|eligibility|option|hope) (?:of|for) )?(?:parole|release)"
    r"|no (?:(?:possibility|chance) of )?parole)\b(?! for (?:at least )?(?:\d|[a-z-]+ years))",
    re.I,
)
# "eligible for parole after 25 years", "a non-parole period of eight years": no term besides that which it belongs to
_PAROLE_IN = (
    r"(?:parole (?:eligibility )?(?:in|after|only after|for|until after)|parole after serving|non[- ]?parole period of"
    r"|parole ineligibility(?: period)? of)(?: at least| a minimum of)?"
)
_SERVED_FIRST = "period"
_TO_PAROLE = re.compile(rf"\b{_PAROLE_IN} $", re.I)
# "with a minimum term of 18 years"
_MINIMUM = re.compile(
    rf"\b(?:(?P<sure>{_PAROLE_IN}|minimum (?:term |tariff )of|serv\w+ (?:at least|a minimum of)(?: the first)?)"
    rf"|(?:minimum of|at least)) {_TERM}",
    re.I,
)
_MINIMUM_BEHIND = re.compile(rf"\b{_TERM}{_LEAST_BEHIND.pattern}", re.I)
# "with the possibility of community service in lieu of jail"
_ALTERNATIVE = re.compile(r"\b(?:(?:possibility|option|chance|lieu|instead) of(?: the| a)?|rather than)\s*$", re.I)
# "a fine of $500 or six months in jail", "$500 or, in default, six months in jail", "$500 or to serve six months"
_OR = re.compile(
    r"(?: fine)?,? or,?(?: in default(?: of (?:it|which|payment))?,?| alternatively,?)?"
    r"(?: (?:to )?(?:serve|spend|face|do|pay|go to (?:jail|prison) for|be (?:jailed|imprisoned) for))?"
    r"(?: (?:a|an|the|another|further|in the alternative))*",
    re.I,
)
# "time served, three years of supervised release": another penalty
_ANOTHER_KIND = re.compile(r" (?:of|in|on|behind)\b|['’]")
# How many characters before a term can qualify it.
_BEFORE = 60
# Currencies that "$" also means, and the list in words.toml of names that tell of the country
_DOLLARS = {"CAD": "canadian", "AUD": "australian", "NZD": "new_zealand"}
# So many different ones of them tell the country; a single one may be where somebody fled to
TELLING = 2
_CAPITALISED = re.compile(r"\b[A-Z]\w*")
_MEASURED_IN = {"year": "Y", "yr": "Y", "month": "M", "mth": "M", "week": "W", "day": "D", "hour": "H"}
# What fractions of a unit are told in, down to the one that is rounded: half a year in months, of a month in days
_SMALLER = {
    "Y": (("Y", 12), ("M", 30), ("D", 0)),
    "M": (("M", 30), ("D", 0)),
    "W": (("W", 7), ("D", 0)),
    "D": (("D", 24), ("H", 0)),
    "H": (("H", 0),),
}
# What no text without a term lacks
_TIMED = re.compile(r"(?:year|yr|month|week|day|hour|life)", re.I)
# "2019" before "years" or "to life" is no number of years.
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")

# How many words behind a term the part that must be served may begin
_BEHIND = 14
# How many words behind "to life" may begin what says that it is in prison
_OF_LIFE = 4
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
class Measure:
    """A term or a sum at code points `start` to `end` of a text."""

    start: int
    end: int
    penalty: Penalty


_Reader = Callable[[re.Match[str]], Penalty | None]


class Penalties:
    """The stage: pairs terms and sums with the words for their kind, sentence by sentence."""

    def __init__(self, vocab: Vocab, rulebook: Rulebook) -> None:
        add_mark("penalty")
        self.rules: dict[str, Rule] = {rule.id: rule for rule in rulebook.group("penalties")}
        self.matcher = rulebook.matcher("penalties")
        self.dollars = {code: frozenset(rulebook.words[words]) for code, words in _DOLLARS.items()}

    def __call__(self, doc: Doc) -> Doc:
        kinds = self.kinds(doc)
        dollar = self._dollar(doc)
        found: list[Span] = []
        for sentence in doc.sents:
            within = [span for span in kinds if sentence.start <= span.start < sentence.end]
            rests = [match.span() for match in _ALL_BUT.finditer(sentence.text)] if within else []
            words = [
                self._with_suspension(span, sentence)
                for span in within
                if not any(start <= span.start_char - sentence.start_char < end for start, end in rests)
            ]
            found += _ranges(self._pair(sentence, _measures(sentence, dollar), words))
        doc.spans["penalties"] = sorted(found, key=lambda span: (span.start, span.end))
        return doc

    def _dollar(self, doc: Doc) -> str:
        """Whose dollar a bare "$" is: that of the country of which the article's words tell, else the American."""
        words = set(_CAPITALISED.findall(text_of(doc)))
        words |= {word.title() for word in words if word.isupper()}  # "SASKATOON -"
        told = {code: len(words & of_country) for code, of_country in self.dollars.items()}
        best = max(told, key=lambda code: told[code])
        return best if told[best] >= TELLING else "USD"

    def kinds(self, doc: Doc) -> list[Span]:
        """Words for kinds of penalty, the longest of overlapping ones."""
        found = self.matcher.find(doc)
        return filter_spans([span for span in found if not _no_kind(span, self.rules[span.label_].get("kind"))])

    def _pair(self, sentence: Span, measures: list[Measure], kinds: list[Span]) -> list[Span]:
        spans, free = self._measured(sentence, measures, kinds)
        _share_kind(spans)
        for kind in free:
            if not _imposes_nothing(kind) and not any(_overlap(kind, span) for span in spans):
                spans.append(self._span(kind, Penalty(), kind))
        spans = [span for span in _suspended(_with_term_behind(spans)) if not _alternative(span)]
        _in_place_of_fines(spans)
        finished = [self._finish(span, sentence) for span in _drop_echoes(spans)]
        return [span for span in finished if not _is_minimum(span, finished)]

    def _measured(
        self, sentence: Span, measures: list[Measure], kinds: list[Span]
    ) -> tuple[list[Span], Iterable[Span]]:
        """The terms and sums, each with the word for its kind, and the words that are left."""
        doc, spans = sentence.doc, []
        free = {(span.start, span.end): span for span in kinds}
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
                free = {place: kind for place, kind in free.items() if not self._tells_life(kind, span, word)}
        return spans, free.values()

    def _tells_life(self, kind: Span, life: Span, word: Span | None) -> bool:
        """ "25 years to life in prison", "... years to life imprisonment": the word says nothing more."""
        if self.rules[kind.label_].get("kind") not in ("prison", "life"):
            return False
        if word is not None:
            return 0 <= kind.start - life.end <= _OF_LIFE
        return kind.start < life.end + _OF_LIFE and kind.end > life.start

    def _kind_of(self, span: Span, kinds: list[Span], before: int, after: int, money: bool) -> Span | None:
        """The nearest word for a kind that fits the term or sum; of equally near ones that behind it."""
        candidates = []
        for kind in kinds:
            if not self._fits(kind, money):
                continue
            if self.rules[kind.label_].get("kind") == "time_served":
                candidates += [(max(kind.start - span.end, span.start - kind.end), 1, kind)] * _served(span, kind)
                continue
            if span[-1].idx <= kind[0].idx <= after and _leads(span.doc[span.end : kind.start], money):
                candidates.append((kind.start - span.end, 0, kind))
            elif before <= kind[-1].idx < span[0].idx and _led(span.doc[kind.end : span.start]):
                candidates.append((span.start - kind.end, 1, kind))
        return min(candidates, key=lambda candidate: candidate[:2])[2] if candidates else None

    def _with_suspension(self, word: Span, sentence: Span) -> Span:
        """ "suspended for two years": the time belongs to the word, though it is not the term."""
        if self.rules[word.label_].get("kind") != "suspended":
            return word
        time = _SUSPENSION.match(sentence.text, word.start_char - sentence.start_char)
        if time is None:
            return word
        end = sentence.start_char + time.end()
        return word.doc.char_span(word.start_char, end, label=word.label, alignment_mode="expand") or word

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
        penalty: Penalty = penalty_of(span)
        if penalty.kind not in ("life", "prison", "jail", None) or penalty.amount is not None:
            return span
        near = len(span.doc[span.start : min(sentence.end, span.end + _BEHIND)].text)
        rest = span.doc[span.start : sentence.end].text
        parole = _PAROLE.search(rest, 0, near)
        if parole and penalty.kind and (";" not in rest[: parole.start()]):
            penalty = replace(penalty, parole=True)
            if penalty.kind == "prison" and penalty.duration is None and penalty.min_duration is None:
                return span
        least = _minimum(penalty, rest, near)
        if least:
            penalty = replace(penalty, min_duration=least)
        span._.penalty = penalty
        return span


def _minimum(penalty: Penalty, rest: str, near: int) -> str | None:
    """The part of the term that must be served, from the words behind it; of a life sentence also "at least"."""
    match = _MINIMUM.search(rest) or _MINIMUM_BEHIND.search(rest)
    if match is None or match.start() > near or penalty.min_duration:
        return None
    if penalty.kind != "life" and not (penalty.duration and match.groupdict().get("sure")):
        return None
    least = _term(match)
    if least is None or least.duration is None:
        return None
    return least.duration if not penalty.duration or days(least.duration) < days(penalty.duration) else None


# "forfeit another $13 million"
_MORE = {"another", "a", "an", "further", "additional", "some", "about", "more", "than", "nearly", "almost", "over"}
_LINKS = {"of", "for", "to", "lasting", "totaling", "totalling", "ranging", "between", "from", "$", "£", "up"}
_RANGING = re.compile(r"\b(?:rang(?:e|ed|es|ing)|var(?:y|ied|ying)) from$")
_APART = 12  # words between a term and the word that it was suspended
# ", all of it" between a term and "suspended": the whole term is
_WHOLLY = re.compile(
    r"(?:(?:prison |jail |custodial )?(?:sentence|term)s?)?"
    r",? ?(?:all|wholly|fully|entirely|both)?(?: of (?:it|which|them))?,? ?(?:was |were |but |and )?"
    r"|[^,;.]{0,60}, (?:(?:but|and|although|though) (?:it|that|this|the (?:sentence|term))|which) "
    r"(?:was|is|has been|had been|will be)(?: later| then| wholly| fully)?",
    re.I,
)


def _leads(between: Span, money: bool) -> bool:
    """Whether what stands between a term and the word behind it lets them be one: "years in the county jail".

    Money also goes "to the restitution fund".
    """
    apart = {",", ";", "and", "or", "for", "after"}
    words = _outside_brackets(between)
    return len(words) <= NEAR and not any(
        token.lower_ in apart or (token.pos_ == "ADP" and token.lower_ not in ("in", "of", "at", "to"[: 2 * money]))
        for token in words
    )


def _outside_brackets(tokens: Span) -> list[Token]:
    """All but what is told again in brackets: "$2 million (£1.6m) in restitution"."""
    opened = next((token.i for token in tokens if token.text == "("), None)
    closed = next((token.i for token in tokens if token.text == ")"), None)
    if opened is None or closed is None:
        return list(tokens)
    return [token for token in tokens if not opened <= token.i <= closed]


def _served(term: Span, word: Span) -> bool:
    """ "time served, 83 days", "time served (83 days)", "83 days of time served"; not "six years, less time served"."""
    text = text_of(term.doc)
    before, after = text[term[-1].idx + len(term[-1]) : word[0].idx], text[word[-1].idx + len(word[-1]) : term[0].idx]
    behind = text[term[-1].idx + len(term[-1]) :]
    if term.start < word.start:
        return before in (" ", " of ", " already ")
    if word[0].lower_ == "credit":
        return False
    return after == " (" or (after in (", ", " – ", " — ", " of ") and not _ANOTHER_KIND.match(behind))


def _led(between: Span) -> bool:
    """Whether what stands between a word and the term behind it lets them be one: "probation for two years"."""
    words = [token.lower_ for token in between]
    linked = words == [":"] or all(word in _MORE for word in words) or any(word in _LINKS for word in words)
    return len(words) <= NEAR + 3 and linked and not any(word in (",", ";", "and", "or", "plus") for word in words)


def _suspended(spans: list[Span]) -> list[Span]:
    """ "eight months in prison, suspended for two years": one suspended term of eight months.

    Of "three years, two of them suspended" the three years remain a prison term.
    """
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        between = _between_term_and_suspension(kept[-1], span) if kept else None
        if between is None:
            kept.append(span)
        elif _WHOLLY.fullmatch(between):
            kept[-1] = _joined(kept[-1], span, span.label_, replace(penalty_of(kept[-1]), kind="suspended"))
        elif " with " in f" {between} " or " and " in f" {between} ":
            kept.append(_with_unit(span, between, penalty_of(kept[-1]).duration or ""))
    return kept


def _between_term_and_suspension(term: Span, word: Span) -> str | None:
    """What stands between a term in custody and the word that it is suspended; None if they are not that, or apart."""
    if penalty_of(word).kind != "suspended" or not _is_custody(term):
        return None
    between: str = term.doc[term.end : word.start].text
    return between if len(between.split()) <= _APART else None


def _ranges(spans: list[Span]) -> list[Span]:
    """ "terms ranging from 60 days in jail to two years in prison": two years, of which the days are the least."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if kept and _is_range(kept[-1], span):
            least = penalty_of(kept[-1]).duration
            kept[-1] = _joined(kept[-1], span, span.label_, replace(penalty_of(span), min_duration=least))
        else:
            kept.append(span)
    return kept


def _is_range(least: Span, most: Span) -> bool:
    """Whether two terms in custody are said to be the ends of a range."""
    doc = least.doc
    ranging = doc[max(least.start - 3, 0) : least.start].text.lower()
    ends = _is_custody(least) and _is_custody(most) and doc[least.end : most.start].text.lower() in ("to", "up to")
    return ends and _RANGING.search(ranging) is not None


def _with_term_behind(spans: list[Span]) -> list[Span]:
    """ "a suspended eight-month jail term": the word and the term right behind it are one suspended term."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if kept and kept[-1].end == span.start and _is_bare_suspension(kept[-1]) and _is_custody(span):
            kept[-1] = _joined(kept[-1], span, kept[-1].label_, replace(penalty_of(span), kind="suspended"))
        else:
            kept.append(span)
    return kept


def _is_bare_suspension(span: Span) -> bool:
    return penalty_of(span).kind == "suspended" and penalty_of(span).duration is None


def _is_custody(span: Span) -> bool:
    return penalty_of(span).kind in (None, "prison", "jail") and penalty_of(span).duration is not None


def _joined(first: Span, second: Span, label: str, term: Penalty) -> Span:
    joined = Span(first.doc, first.start, second.end, label=label)
    joined._.penalty = term
    return joined


def _with_unit(span: Span, between: str, term: str) -> Span:
    """ "ten years with five suspended": five years."""
    number = re.search(rf"\b(?P<n>{NUMBER})(?: of (?:them|those|which))?,?\s*$", between, re.I)
    unit = next((unit for unit, letter in _MEASURED_IN.items() if term.endswith(letter)), None)
    if number and unit and penalty_of(span).duration is None:
        span._.penalty = replace(penalty_of(span), duration=iso(number["n"], unit))
    return span


def _no_kind(span: Span, kind: Kind) -> str | None:
    """Why a word for a kind of penalty is none here."""
    refuses = _NO_KIND.get(kind)
    return refuses(span) if refuses is not None else None


def _of_workers(span: Span) -> str | None:
    """ "workers' compensation fraud"."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return "it is an insurance" if before in ("'", "’", "workers", "worker") else None


def _no_fine(span: Span) -> str | None:
    """ "handed a fine tip"; but "a $500 fine"."""
    last = span.doc[span.start - 1] if span.start else None
    if last is not None and (last.like_num or last.text[0].isdigit() or last.lower_ in ("m", "k", "bn", "million")):
        return None
    after = span.doc[span.end] if span.end < len(span.doc) else None
    before_noun = after is not None and after.tag_ in ("NN", "NNS") and span[-1].lower_ == "fine"
    return "it is a quality" if span.root.tag_ == "JJ" or before_noun else None


def _no_suspended_term(span: Span) -> str | None:
    """In "a suspended death sentence" the sentence is death; a licence or "a scheme that was suspended" is no term."""
    licences, parts = lists_of(span.doc)["licences"], lists_of(span.doc)["suspendable"]
    about = [child for child in span[-1].lefts if child.dep_ == "nsubjpass" and child.pos_ == "NOUN"]
    of_licence = any(token.lower_ in licences for token in span.doc[max(span.start - 3, 0) : span.start])
    if of_licence or any(token.lower_ not in parts for token in about):
        return "it is no term that is suspended"
    after = span.doc[span.end].lower_ if span.end < len(span.doc) else ""
    return f"it is {after} that is suspended" if after in ("death", "life") else None


_NO_KIND: Mapping[Kind, Callable[[Span], str | None]] = {
    "restitution": _of_workers,
    "fine": _no_fine,
    "suspended": _no_suspended_term,
}


def _imposes_nothing(word: Span) -> bool:
    """Whether a word for a kind imposes nothing: "the Protective Order of Elks", "a credit against the penalties"."""
    doc = word.doc
    behind = doc[word.end : min(word.end + 2, word.sent.end)].text.removeprefix("of ")
    named = word.text.istitle() and behind.split(" ")[0].istitle()
    return named or doc[max(word.start - 2, 0) : word.start].text.lower() == "against the"


def _alternative(span: Span) -> bool:
    """ "with the possibility of community service in lieu of jail" imposes neither."""
    return bool(_ALTERNATIVE.search(span.doc[max(span.start - 3, 0) : span.start].text))


def _in_place_of_fines(spans: list[Span]) -> None:
    """ "a fine of $500 or six months in jail": the term is what the law sets in place of the fine, or the other way."""
    ordered = sorted(spans, key=lambda span: span.start)
    for first, second in itertools.pairwise(ordered):
        sums = [penalty_of(span).amount is not None for span in (first, second)]
        if sums[0] != sums[1] and _OR.fullmatch(f" {first.doc[first.end : second.start].text}"):
            second._.penalty = replace(penalty_of(second), possible=True)


def _is_minimum(span: Span, spans: list[Span]) -> bool:
    """ "life with a minimum term of 18 years", "12 years with a non-parole period of eight" are one penalty."""
    penalty: Penalty = penalty_of(span)
    return (
        bool(penalty.min_duration)
        and penalty.duration is None
        and penalty.kind != "life"
        and any(
            (penalty_of(other).kind == "life" or penalty_of(other).duration)
            and penalty_of(other).min_duration == penalty.min_duration
            and other.start < span.start
            for other in spans
        )
    )


def _share_kind(spans: list[Span]) -> None:
    """ "200 and 120 hours of community service": the number without a unit is of the same kind."""
    for span, behind in zip(reversed(spans[:-1]), reversed(spans[1:]), strict=True):
        if penalty_of(span).kind is None and penalty_of(span).duration and not _TIMED.search(span.text):
            span._.penalty = replace(penalty_of(span), kind=penalty_of(behind).kind)


def _overlap(first: Span, second: Span) -> bool:
    return bool(first.start < second.end and second.start < first.end)


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


def measures(sentence: Span) -> list[Span]:
    """Its terms and sums, without the words for their kinds; what "$" means is not asked."""
    found = [
        (sentence.doc.char_span(each.start, each.end, alignment_mode="expand"), each.penalty)
        for each in _measures(sentence, "USD")
    ]
    spans = [(span, penalty) for span, penalty in found if span is not None]
    for span, penalty in spans:
        span._.penalty = penalty
    return [span for span, _ in spans]


def _measures(sentence: Span, dollar: str) -> list[Measure]:
    """Terms and sums of the sentence in text order; the more specific pattern wins. `dollar`: what "$" means."""
    offset, text = sentence.start_char, sentence.text
    found = [
        Measure(each.start, each.end, Penalty(amount=each.amount, currency=_currency(each, sentence.doc, dollar)))
        for each in sums(text)
        if not _NO_SUM.search(text[max(each.start - _BEFORE, 0) : each.start])
    ]
    if _TIMED.search(text):
        found = terms(text, found)
    return sorted(
        (Measure(offset + each.start, offset + each.end, each.penalty) for each in found),
        key=lambda measure: measure.start,
    )


def _currency(each: Sum, doc: Doc, dollar: str) -> str | None:
    shared = each.usual == "USD" and len(each.currencies) > 1
    return dollar if shared else each.currency(text_of(doc))


def terms(text: str, found: list[Measure]) -> list[Measure]:
    """`found` and the terms of one sentence that do not overlap them, in no order."""
    changed = [*_changes(text), *_several(text)]
    found = [*found, *changed]
    taken = [match.span() for match in _ALL_BUT.finditer(text)] + [(each.start, each.end) for each in found]
    for match, read in _candidates(text):
        start, end = match.span()
        if any(start < to and at < end for at, to in taken) or (found and _sums_up(text, match)):
            continue
        penalty = None if is_begun(text[:start]) else _read(match, read)
        if penalty is not None:
            found.append(Measure(start, end, penalty))
            taken.append((start, end))
    return found


def _candidates(text: str) -> Iterator[tuple[re.Match[str], _Reader]]:
    """What may be a term, by one pattern after the other, with what reads it."""
    small = text.lower()
    to_life = ((_TO_LIFE, _to_life),) if "life" in small else ()
    counted = ((_RANGE, _range), (TERM, _term)) if _COUNTED.search(small) else ()
    for pattern, read in (*to_life, *counted):
        yield from ((match, read) for match in _matches(pattern, text))


def _read(match: re.Match[str], read: _Reader) -> Penalty | None:
    penalty, (start, end) = read(match), match.span()
    before, after = match.string[max(start - _BEFORE, 0) : start], match.string[end:]
    return _qualified(penalty, before, after) if penalty is not None else None


def _qualified(penalty: Penalty, before: str, after: str) -> Penalty | None:
    """The term by what stands right before and behind it; None for one that is no term of its own."""
    if any(refuses(before, after) for refuses in _NO_TERM):
        return None
    to_parole = _TO_PAROLE.search(before)
    if to_parole:
        return replace(penalty, duration=None, min_duration=penalty.duration) if _SERVED_FIRST in to_parole[0] else None
    if _OUT_OF.search(before):
        penalty = replace(penalty, possible=True)
    if penalty.duration and not penalty.min_duration and (_LEAST.search(before) or _LEAST_BEHIND.match(after)):
        penalty = replace(penalty, duration=None, min_duration=penalty.duration)
    return penalty


def _is_of_suspension(before: str, after: str) -> bool:
    return _SUSPENDED_FOR.search(before) is not None


def _is_of_the_deed(before: str, after: str) -> bool:
    return _OF_THE_DEED.search(before) is not None and not _IN_PRISON.match(after)


def _is_difference(before: str, after: str) -> bool:
    return _BY.search(before) is not None and bool(_CUT.search(before) or _RAISED.search(before))


# By what words before and behind a number of years it is no term
_NO_TERM: tuple[Callable[[str, str], bool], ...] = (_is_of_suspension, _is_of_the_deed, _is_difference)


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """All matches; "168 months and 97 months" are two terms, not one of two parts."""
    at = 0
    while match := pattern.search(text, at):
        parts = match.groupdict()
        if pattern is TERM and parts["n2"] and not _is_part(parts["unit"], parts["unit2"]):
            match = pattern.fullmatch(text, match.start(), match.end("unit")) or match
        yield match
        at = match.end()


def _is_part(unit: str, unit2: str) -> bool:
    """Whether the second unit goes with the first: months with years, but hours of work with days only."""
    return _size(unit2) < _size(unit) and (unit2[0] not in "hH" or unit[0] in "dD")


def _size(unit: str) -> int:
    return "hdwmy".index(unit[0].lower())


def _sums_up(text: str, match: re.Match[str]) -> bool:
    """Whether the term is the total of those told before: "making 18 months in all"."""
    before = text[max(match.start() - _BEFORE, 0) : match.start()]
    return bool(_TOTAL.search(before) or _IN_ALL.match(text, match.end()))


def _several(text: str) -> list[Measure]:
    found = []
    for match in _SEVERAL.finditer(text):
        if exact(match[0][match.start("first") - match.start() : match.end("last") - match.start()]) is not None:
            continue  # "one hundred and twenty"
        ends = (("first", match.end("first")), ("second", match.end("second")), ("last", match.end()))
        for name, end in ends:
            term = iso(match[name], match["unit"]) if match[name] else None
            found += [Measure(match.start(name), end, Penalty(duration=term))] if term else []
    return found


def _changes(text: str) -> list[Measure]:
    """The old and the new term, where the text says that it was cut or raised and the terms agree with that."""
    cut, raised = _CUT.search(text) is not None, _RAISED.search(text) is not None
    if not (cut or raised):
        return []
    return [measure for match in _CHANGE.finditer(text) for measure in _change(match, cut, raised)]


def _change(match: re.Match[str], cut: bool, raised: bool) -> Iterator[Measure]:
    unit = match["unit"] or match["unit2"]
    new = iso(match["n2"], match["unit2"] or unit or "years")
    old = iso(match["n"], unit)
    if not new or (match["n"] and not old):
        return
    if raised if _is_longer(new, old) else cut:
        yield Measure(match.start("old"), match.end("old"), Penalty(duration=old) if old else Penalty(kind="life"))
        yield Measure(match.start("new"), match.end("new"), Penalty(duration=new))


def _is_longer(term: str, than: str | None) -> bool:
    """Whether the one term is longer than the other; None stands for life."""
    return than is not None and days(term) > days(than)


def _to_life(match: re.Match[str]) -> Penalty | None:
    if not match["unit"] and not _opens(match, match.start()):
        return None
    least = iso(match["n"], "years", match["n2"], "months")
    return Penalty(kind="life", min_duration=least) if least else None


def _range(match: re.Match[str]) -> Penalty | None:
    """None where the lower number is no part of the term, or not the lower one."""
    if match["least"]:
        low = iso(match["least"], match["unit3"])
    elif match["unit1"] or match["between"] or _opens(match, match.start("low")):
        low = iso(match["low"], match["unit1"] or match["unit"], match["more"], match["unit2"])
    else:
        return None
    high = iso(match["high"], match["unit"], match["more2"], match["unit4"])
    if not low or not high or days(low) > days(high):
        return None
    return Penalty(duration=high, min_duration=low)


def _opens(match: re.Match[str], start: int) -> bool:
    before = match.string[max(start - _BEFORE, 0) : start]
    return bool(_OPENS.search(before)) and not _YEAR.match(match.string, start)


def _term(match: re.Match[str]) -> Penalty | None:
    if _YEAR.match(match["n"]):
        return None
    n = match["n"] + (match["part"] or "")
    if match["part"] and match["n"].lower() in ("a", "an"):
        n = f"1{match['part']}"
    duration = iso(n, match["unit"], match["n2"], match["unit2"], match["n3"], match["unit3"])
    return Penalty(duration=duration) if duration else None


def iso(*words: str | None) -> str | None:
    """A term as ISO 8601: ("two", "years", "six", "months") -> "P2Y6M"; None when it is no number.

    `words` are numbers and units in turn; None stands for what is not told.
    """
    sizes: Counter[str] = Counter()
    for number, name in ((n, unit) for n, unit in zip(words[::2], words[1::2], strict=True) if n and unit):
        value = _amount(number)
        if value is None:
            return None
        sizes.update(_in_units(value, _MEASURED_IN[name.lower().rstrip("s")]))
    date = "".join(f"{sizes[letter]}{letter}" for letter in "YMWD" if sizes[letter])
    time = f"T{sizes['H']}H" if sizes["H"] else ""
    return f"P{date}{time}" if date or time else None


def _in_units(value: Fraction, unit: str) -> dict[str, int]:
    """So many of a unit as whole ones, and the rest in smaller units: 2.5 years are two years and six months."""
    sizes = {}
    for letter, size in _SMALLER[unit]:
        sizes[letter] = int(value) if size else round(value)
        value = (value - sizes[letter]) * size
    return sizes


def _amount(words: str) -> Fraction | None:
    words = re.sub(r" \(\d+\)", "", words.lower())
    if words in ("a", "an"):
        return Fraction(1)
    if words.startswith("half a"):
        return Fraction(1, 2)
    return Fraction(3, 4) if words.startswith("three") and "quarters" in words else exact(words)
