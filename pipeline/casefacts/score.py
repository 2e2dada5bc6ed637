"""Compare records with gold and count (guidelines, section 6). Pure; order never matters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal, get_args

import numpy as np

from casefacts.duration import days
from casefacts.gold import GoldRecord, RecordType
from casefacts.records import COMPLETED


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TITLES = _set(
    """
    mr mrs ms miss mx sir dame lord lady dr doctor prof professor rev reverend fr father sister brother judge
    justice hon honorable honourable senator sen representative rep congressman congresswoman governor gov
    mayor president minister chancellor ambassador king queen prince princess sheikh imam rabbi bishop
    sgt sergeant cpl corporal pvt private pfc spc specialist lt lieutenant capt captain maj major col colonel
    gen general adm admiral cmdr commander officer deputy sheriff detective det inspector constable trooper
    agent chief defendant ex former
    """
)
_SUFFIXES = _set("jr sr ii iii iv esq md phd")
_COMPANY = _set(
    """
    inc incorporated corp corporation ltd limited llc llp plc co company companies gmbh ag sa nv group
    holdings bank partners associates industries
    """
)
# Words that begin a description rather than a name
_NO_NAME = _set(
    """
    a an the this that these those some several many most more all both each every any no other others another
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousands dozens
    his her its their our my he she they it who police prosecutors officers officials people men women man
    woman boy boys girl girls teenager teenagers suspect suspects defendant defendants someone
    """
)
# Lower-case words with which a name may begin: "de la Cruz", "bin Laden", "al-Nimr"
_PARTICLES = _set("al el bin ibn ben de del della den der di da du la le van von ter ten")
# "Duke" in: Randy "Duke" Cunningham; an apostrophe within a word is none
_NICKNAME = re.compile(r"(?<!\w)[\"'“‘”«(][^\"'“”‘’»()]*[\"'”’»)](?!\w)")
_APOSTROPHE = re.compile(r"['’ʼ`]")

_STOP_WORDS = _set("a an the of to in on upon for with by at from into and or as his her its their commit charge count")
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6"}
# "first-degree", "2nd degree"
_DEGREE = re.compile(rf"\b({'|'.join(_ORDINALS)}|\d(?=st|nd|rd|th))(?:st|nd|rd|th)?[\s-]+degrees?\b")

_DURATION_TOLERANCE = 0.03  # guidelines, section 6

# What two records must have in common, in the order in which it is compared
Part = Literal["person", "type", "outcome", "kind", "status", "offense", "counts", "term"]
PARTS: tuple[Part, ...] = get_args(Part)

# Each weight outweighs the sum of all smaller ones in any article of fewer than a thousand records
_REQUIRED_WEIGHT, _OPTIONAL_WEIGHT, _FIELD_WEIGHT, _OVERLAP_WEIGHT = 1e8, 1e4, 1.0, 1e-3


# Names ----------------------------------------------------------------------------------------------------


def _plain(text: str) -> str:
    """Lower case, without accents and apostrophes."""
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


@lru_cache(maxsize=4096)
def _name_words(name: str) -> tuple[str, ...]:
    """The words of a name, plain, hyphens kept, without nickname, titles, suffixes and a final possessive."""
    without_nickname = _NICKNAME.sub(" ", name).strip() or name
    plain = _plain(re.sub(r"['’]s?$", "", without_nickname))
    words = [word.strip("-") for word in re.findall(r"[\w-]+", plain) if word.strip("-_")]
    while len(words) > 1 and words[0] in _TITLES:
        del words[0]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        del words[-1]
    return tuple(words)


def is_name(defendant: str) -> bool:
    """Whether the defendant is named: "McDade", "Nimr al-Nimr"; not "Four men", "the ring", "Medical staff".

    A name begins with a capitalised word that is no determiner, number or common noun (a title or a particle
    may precede it) and does not end in a common noun, unless that is a company's ("Delmar Cement company").
    """
    words = re.findall(r"[\w'’-]+", _NICKNAME.sub(" ", defendant)) or re.findall(r"[\w'’-]+", defendant)
    while len(words) > 1 and (_plain(words[0]) in _TITLES or words[0] in _PARTICLES):
        del words[0]
    if not words or _plain(words[0]) in _NO_NAME or not _capitalised(words[0]):
        return False
    return _capitalised(words[-1]) or words[-1].isdigit() or _plain(words[-1]) in _COMPANY


def _capitalised(word: str) -> bool:
    parts = word.split("-")
    bare = "-".join(parts[1:]) if parts[0] in _PARTICLES and len(parts) > 1 else word
    return bare.lstrip("'’")[:1].isupper()


def same_name(left: str, right: str) -> bool:
    """Whether both name the same defendant: same surname, no clash of given names.

    Case, accents, punctuation, titles, suffixes and nicknames are ignored. A surname alone agrees with any
    given names, an initial with a full name, one half of a hyphenated surname with the whole, and a middle
    name may be left out. Companies and unnamed phrases agree when one's words contain the other's.
    """
    a, b = _name_words(left), _name_words(right)
    if a == b:
        return bool(a) or left == right
    if not a or not b:
        return False
    if _is_person(left, a) and _is_person(right, b):
        return _same_surname(a[-1], b[-1]) and _givens_fit(_parts(a[:-1]), _parts(b[:-1]))
    return _contained(_phrase(a), _phrase(b))


def _is_person(name: str, words: tuple[str, ...]) -> bool:
    return is_name(name) and not _COMPANY.intersection(words)


def _parts(words: Iterable[str]) -> list[str]:
    return [part for word in words for part in word.split("-") if part]


def _same_surname(left: str, right: str) -> bool:
    """Equal, or sharing a half of a hyphenated surname; "al" and "el" are no halves."""
    halves = [{part for part in name.split("-") if len(part) > 2} or {name} for name in (left, right)]
    return not halves[0].isdisjoint(halves[1])


def _givens_fit(left: list[str], right: list[str]) -> bool:
    """Whether the shorter list of given names occurs within the longer, in order; "j" fits "john"."""
    shorter, longer = sorted((left, right), key=len)
    rest = iter(longer)
    return all(any(_same_given(name, other) for other in rest) for name in shorter)


def _same_given(left: str, right: str) -> bool:
    return left == right or (1 in (len(left), len(right)) and left[0] == right[0])


def _phrase(words: Iterable[str]) -> set[str]:
    parts = _parts(words)
    return {part for part in parts if part not in {"a", "an", "the"} | _COMPANY} or set(parts)


def _contained(left: set[str], right: set[str]) -> bool:
    return left <= right or right <= left


# Offenses -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Offense:
    """The normalised words of an offense, and apart from them what must not clash."""

    words: frozenset[str]
    degrees: frozenset[str]
    attempted: bool
    conspiracy: bool


@lru_cache(maxsize=4096)
def _offense(text: str) -> _Offense:
    plain = _plain(text)
    degrees = frozenset(_ORDINALS.get(match, match) for match in _DEGREE.findall(plain))
    words = {_stem(word) for word in re.findall(r"\w+", _DEGREE.sub(" ", plain))}
    attempted, conspiracy = "attempt" in words, bool(words & {"conspiracy", "conspir"})
    words -= {_stem(word) for word in _STOP_WORDS} | {"attempt", "conspiracy", "conspir"}
    return _Offense(frozenset(words), degrees, attempted, conspiracy)


def _stem(word: str) -> str:
    """Without plural, -ing, -ed and final e: "stabbings" becomes "stab", "abuse" and "abusing" "abus"."""
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            return word[:-1] if word[-1] == word[-2] and word[-1] not in "ls" else word
    return word.removesuffix("e") if len(word) > 3 else word


def same_offense(left: str | None, right: str | None) -> bool:
    """Whether both name the same offense: the words of one contain the other's, or half of them are shared.

    "Half" is taken of the longer side. "Attempted", "conspiracy" and the degree are compared by themselves
    and do not count as words, else attempted murder would be half of an attempted robbery: the first two must
    be on both sides or on neither; two different degrees clash, a missing one does not. Both null agree.
    """
    if left is None or right is None:
        return left is right
    a, b = _offense(left), _offense(right)
    if (a.attempted, a.conspiracy) != (b.attempted, b.conspiracy):
        return False
    if a.degrees and b.degrees and a.degrees.isdisjoint(b.degrees):
        return False
    if not a.words or not b.words:
        return a.attempted or a.conspiracy or _plain(left) == _plain(right)
    return a.words <= b.words or b.words <= a.words or 2 * len(a.words & b.words) >= max(len(a.words), len(b.words))


# Records --------------------------------------------------------------------------------------------------


def same_duration(left: str | None, right: str | None) -> bool:
    """Within 3 % of the longer; both null agree."""
    if left is None or right is None:
        return left is right
    a, b = days(left), days(right)
    return abs(a - b) <= _DURATION_TOLERANCE * max(a, b)


def same_core(left: GoldRecord, right: GoldRecord) -> bool:
    """Whether the pair is correct: same type, defendant and core (guidelines, section 6)."""
    return clash(left, right) is None


def clash(left: GoldRecord, right: GoldRecord) -> Part | None:
    """The first part, in the order of PARTS, in which the two records differ; None where the pair is correct."""
    if not same_name(left.defendant, right.defendant):
        return "person"
    return _CLASH[left.type](left, right) if left.type == right.type else "type"


def _charge_clash(left: GoldRecord, right: GoldRecord) -> Part | None:
    if left.offense is None and right.offense is None:
        return None if left.counts == right.counts else "counts"
    return None if same_offense(left.offense, right.offense) else "offense"


def _verdict_clash(left: GoldRecord, right: GoldRecord) -> Part | None:
    if left.outcome != right.outcome:
        return "outcome"
    one_is_null = left.offense is None or right.offense is None
    return None if one_is_null or same_offense(left.offense, right.offense) else "offense"


def _sentence_clash(left: GoldRecord, right: GoldRecord) -> Part | None:
    """In kind, status or term; what one side states of the term, the other must state too.

    Where neither has a duration or an amount they agree, but for "at least 15 years": there `min_duration` is
    all that is said of the length and stands in for the duration. For `life` it is no part of the core.
    """
    if _kind(left) != _kind(right):
        return "kind"
    if left.status != right.status:
        return "status"
    if not same_duration(left.duration, right.duration) or not _same_amount(left, right):
        return "term"
    length_is_known = left.duration is not None or left.amount is not None or left.kind == "life"
    return None if length_is_known or same_duration(left.min_duration, right.min_duration) else "term"


def _kind(record: GoldRecord) -> str | None:
    return "prison" if record.kind == "jail" else record.kind


def _same_amount(left: GoldRecord, right: GoldRecord) -> bool:
    """Equal; a missing currency does not clash."""
    currencies = {left.currency, right.currency} - {None}
    return left.amount == right.amount and len(currencies) < 2


_CLASH: dict[RecordType, Callable[[GoldRecord, GoldRecord], Part | None]] = {
    "charge": _charge_clash,
    "verdict": _verdict_clash,
    "sentence": _sentence_clash,
}

# The other fields, whose accuracy is measured on correct records (guidelines, section 6)
OTHER_FIELDS: dict[RecordType, tuple[str, ...]] = {
    "charge": ("date", "counts", "action", "plea", "court", "judge"),
    "verdict": ("offense", "date", "counts", "method", "prejudice", "court", "judge"),
    "sentence": ("offense", "date", "min_duration", "parole", "court", "judge"),
}


def same_field(name: str, left: GoldRecord, right: GoldRecord) -> bool:
    """Whether one of the other fields agrees; both null agree, null and a value never do."""
    a, b = getattr(left, name), getattr(right, name)
    if a is None or b is None:
        return a is b
    match name:
        case "offense":
            return same_offense(a, b)
        case "judge":
            return same_name(a, b)
        case "min_duration":
            return same_duration(a, b)
        case "court":
            return _court_words(a) == _court_words(b)
        case _:
            return bool(a == b)


def _court_words(court: str) -> list[str]:
    return [word for word in re.findall(r"\w+", _plain(court)) if word != "the"]


def _overlap(left: GoldRecord, right: GoldRecord) -> float:
    """Shared part of the evidence: code points in both over code points in either."""
    shared = min(left.end, right.end) - max(left.start, right.start)
    return max(shared, 0) / (max(left.end, right.end) - min(left.start, right.start))


# Alignment ------------------------------------------------------------------------------------------------


def align(gold: Sequence[GoldRecord], predicted: Sequence[GoldRecord]) -> list[tuple[int, int]]:
    """Pair correct records one to one: index into gold, index into predicted, ascending.

    The best total has the most pairs with required gold, then the most with optional gold, then the most
    agreeing other fields, then the most evidence in common. Remaining ties fall by content, not by position.
    """
    from scipy.optimize import linear_sum_assignment  # here because it takes half a second to load

    if not gold or not predicted:
        return []
    rows, columns = _by_content(gold), _by_content(predicted)
    weights = np.array([[_weight(gold[row], predicted[column]) for column in columns] for row in rows])
    chosen = zip(*linear_sum_assignment(weights, maximize=True), strict=True)
    return sorted((rows[row], columns[column]) for row, column in chosen if weights[row, column] > 0)


def _by_content(records: Sequence[GoldRecord]) -> list[int]:
    contents = [record.model_dump_json() for record in records]
    return sorted(range(len(records)), key=contents.__getitem__)


def _weight(gold: GoldRecord, predicted: GoldRecord) -> float:
    if not same_core(gold, predicted):
        return 0.0
    agreeing = sum(same_field(name, gold, predicted) for name in OTHER_FIELDS[gold.type])
    core = _OPTIONAL_WEIGHT if gold.optional else _REQUIRED_WEIGHT
    return core + _FIELD_WEIGHT * agreeing + _OVERLAP_WEIGHT * _overlap(gold, predicted)


# Counting -------------------------------------------------------------------------------------------------


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


@dataclass(frozen=True)
class Agreement:
    """How often a field is right: among all correct records, and among those where either side states it.

    `in_gold` and `in_predicted` count the correct records in which that side states it, `missed` the required gold
    records that were not found.
    """

    right: int = 0
    total: int = 0
    stated_right: int = 0
    stated: int = 0
    in_gold: int = 0
    in_predicted: int = 0
    missed: int = 0

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(
            self.right + other.right,
            self.total + other.total,
            self.stated_right + other.stated_right,
            self.stated + other.stated,
            self.in_gold + other.in_gold,
            self.in_predicted + other.in_predicted,
            self.missed + other.missed,
        )

    @property
    def accuracy(self) -> float | None:
        """Over all correct records; null on both sides is right."""
        return _ratio(self.right, self.total)

    @property
    def of_gold(self) -> float | None:
        """Over all required gold records: one that was missed counts as wrong."""
        return _ratio(self.right, self.total + self.missed)

    @property
    def stated_accuracy(self) -> float | None:
        """Over the correct records in which gold or prediction states the field."""
        return _ratio(self.stated_right, self.stated)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of how much of what is stated is right, and how much of what gold states is found."""
        return _ratio(2 * self.stated_right, self.in_gold + self.in_predicted)


@dataclass(frozen=True)
class Cells:
    """The filled cells of one field in correct records: those that the record's own sentence states, and the others."""

    stated: int = 0
    stated_right: int = 0
    inferred: int = 0
    inferred_right: int = 0

    def __add__(self, other: Cells) -> Cells:
        return Cells(
            self.stated + other.stated,
            self.stated_right + other.stated_right,
            self.inferred + other.inferred,
            self.inferred_right + other.inferred_right,
        )

    @property
    def stated_precision(self) -> float | None:
        """Share of the stated cells that are right."""
        return _ratio(self.stated_right, self.stated)

    @property
    def inferred_precision(self) -> float | None:
        """Share of the inferred cells that are right."""
        return _ratio(self.inferred_right, self.inferred)


@dataclass(frozen=True)
class Tally:
    """Counts, which add up; every ratio is derived from them last and is None where undefined.

    `fp` counts the emitted records with a named defendant that match no gold record, required or optional;
    `wrong_person` those of them whose defendant is none of any gold record of the article; `overlapping` the correct
    records whose evidence overlaps gold's.
    """

    tp: int = 0
    fp: int = 0
    fn: int = 0
    overlapping: int = 0
    wrong_person: int = 0
    fields: dict[str, Agreement] = field(default_factory=dict)
    cells: dict[str, Cells] = field(default_factory=dict)

    def __add__(self, other: Tally) -> Tally:
        names = [*self.fields, *(name for name in other.fields if name not in self.fields)]
        nothing = Agreement()
        filled = [*self.cells, *(name for name in other.cells if name not in self.cells)]
        return Tally(
            self.tp + other.tp,
            self.fp + other.fp,
            self.fn + other.fn,
            self.overlapping + other.overlapping,
            self.wrong_person + other.wrong_person,
            {name: self.fields.get(name, nothing) + other.fields.get(name, nothing) for name in names},
            {name: self.cells.get(name, Cells()) + other.cells.get(name, Cells()) for name in filled},
        )

    @property
    def precision(self) -> float | None:
        """Share of the counted predictions that are correct."""
        return _ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float | None:
        """Share of the required gold records that were found."""
        return _ratio(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall."""
        return _ratio(2 * self.tp, 2 * self.tp + self.fp + self.fn)

    @property
    def evidence_overlap(self) -> float | None:
        """Share of the correct records whose evidence overlaps gold's."""
        return _ratio(self.overlapping, self.tp)

    @property
    def wrong_fact(self) -> int:
        """How many false records name somebody of whom the gold has a record, but not this one."""
        return self.fp - self.wrong_person

    @property
    def wrong_person_share(self) -> float | None:
        """Share of false accusations, the records with a wrong person, among the counted predictions."""
        return _ratio(self.wrong_person, self.tp + self.fp)

    @property
    def wrong_fact_share(self) -> float | None:
        """Share of the records with a wrong fact among the counted predictions."""
        return _ratio(self.wrong_fact, self.tp + self.fp)


@dataclass(frozen=True)
class Cause:
    """Why a record was missed or is false: `name` is one of a few words to be counted, `detail` is the case at hand."""

    name: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.name} ({self.detail})" if self.detail else self.name


@dataclass(frozen=True)
class Finding:
    """One thing that went wrong: missed gold, a record without gold, or a wrong field of a correct record.

    `cause` is why, for a miss and a false record; None where nobody can tell.
    """

    kind: Literal["miss", "false", "field"]
    article: str
    gold: GoldRecord | None = None
    predicted: GoldRecord | None = None
    field: str | None = None
    cause: Cause | None = None


@dataclass(frozen=True)
class _Alignment:
    """The records of one type on two sides: pairs of one fact, and what either side has alone."""

    pairs: list[tuple[GoldRecord, GoldRecord]]
    left: list[GoldRecord]
    right: list[GoldRecord]

    @classmethod
    def of(cls, kind: RecordType, one: Sequence[GoldRecord], other: Sequence[GoldRecord]) -> _Alignment:
        """Those of the type among the records of one article."""
        left = [record for record in one if record.type == kind]
        right = [record for record in other if record.type == kind]
        found = align(left, right)
        rows, columns = {row for row, _ in found}, {column for _, column in found}
        return cls(
            [(left[row], right[column]) for row, column in found],
            [record for row, record in enumerate(left) if row not in rows],
            [record for column, record in enumerate(right) if column not in columns],
        )


def compare(
    article: str, gold: Sequence[GoldRecord], predicted: Sequence[GoldRecord]
) -> tuple[dict[RecordType, Tally], list[Finding]]:
    """Score one article: a tally for each record type, and what went wrong, in the order of the text."""
    tallies: dict[RecordType, Tally] = {}
    findings: list[Finding] = []
    for kind in OTHER_FIELDS:
        tallies[kind], of_kind = _compared(kind, article, _Alignment.of(kind, gold, predicted), gold)
        findings += of_kind
    return tallies, sorted(findings, key=_position)


def _position(finding: Finding) -> tuple[int, str, str, str]:
    record = finding.gold or finding.predicted
    assert record is not None
    return record.start, record.model_dump_json(), finding.kind, finding.field or ""


def accuses_falsely(record: GoldRecord, gold: Iterable[GoldRecord]) -> bool:
    """Whether the record names somebody who is no defendant of any of the article's gold records (of all types)."""
    return is_name(record.defendant) and not any(same_name(record.defendant, each.defendant) for each in gold)


def _compared(
    kind: RecordType, article: str, records: _Alignment, of_article: Sequence[GoldRecord]
) -> tuple[Tally, list[Finding]]:
    """Score the records of one type; `of_article` are the gold records of all types."""
    correct = [(gold, predicted) for gold, predicted in records.pairs if not gold.optional]
    false = [record for record in records.right if is_name(record.defendant)]
    missed = [record for record in records.left if not record.optional]
    cells: dict[str, Cells] = {name: _cells(name, correct) for name in OTHER_FIELDS[kind] if name in COMPLETED}
    return replace(_tally(kind, correct, false, missed, of_article), cells=cells), [
        *(Finding("miss", article, gold=record) for record in missed),
        *(Finding("false", article, predicted=record) for record in false),
        *(finding for pair in correct for finding in _wrong_fields(article, *pair)),
    ]


def _tally(
    kind: RecordType,
    correct: Sequence[tuple[GoldRecord, GoldRecord]],
    false: Sequence[GoldRecord],
    missed: Sequence[GoldRecord],
    of_article: Sequence[GoldRecord],
) -> Tally:
    return Tally(
        tp=len(correct),
        fp=len(false),
        fn=len(missed),
        overlapping=sum(_overlap(*pair) > 0 for pair in correct),
        wrong_person=sum(accuses_falsely(record, of_article) for record in false),
        fields={name: _agreement(name, correct, len(missed)) for name in OTHER_FIELDS[kind]},
    )


def _wrong_fields(article: str, gold: GoldRecord, predicted: GoldRecord) -> Iterator[Finding]:
    for name in OTHER_FIELDS[gold.type]:
        if not same_field(name, gold, predicted):
            yield Finding("field", article, gold, predicted, field=name)


def _agreement(name: str, pairs: Sequence[tuple[GoldRecord, GoldRecord]], missed: int) -> Agreement:
    stated = [pair for pair in pairs if any(getattr(record, name) is not None for record in pair)]
    return Agreement(
        right=sum(same_field(name, *pair) for pair in pairs),
        total=len(pairs),
        stated_right=sum(same_field(name, *pair) for pair in stated),
        stated=len(stated),
        in_gold=sum(getattr(gold, name) is not None for gold, _ in pairs),
        in_predicted=sum(getattr(predicted, name) is not None for _, predicted in pairs),
        missed=missed,
    )


def _cells(name: str, pairs: Sequence[tuple[GoldRecord, GoldRecord]]) -> Cells:
    found = Cells()
    for gold, predicted in pairs:
        if getattr(predicted, name) is not None:
            right = int(same_field(name, gold, predicted))
            inferred = name in (predicted.inferred or "").split()
            found += Cells(inferred=1, inferred_right=right) if inferred else Cells(stated=1, stated_right=right)
    return found


def agree(one: Sequence[GoldRecord], other: Sequence[GoldRecord]) -> dict[RecordType, Tally]:
    """How far two annotations of one article agree: neither is the truth, so what is optional on either side is free.

    `fp` counts what only the second has, `fn` what only the first has.
    """
    tallies: dict[RecordType, Tally] = {}
    for kind in OTHER_FIELDS:
        records = _Alignment.of(kind, one, other)
        required = [pair for pair in records.pairs if not any(record.optional for record in pair)]
        added = [record for record in records.right if not record.optional]
        lost = [record for record in records.left if not record.optional]
        tallies[kind] = _tally(kind, required, added, lost, one)
    return tallies
