"""Date expressions in English text, and the calendar dates that they stand for.

`find_dates` is pure and reads plain text; `dates` writes what it finds into a spaCy Doc. A date is as precise
as its words: "last month" is a month, and "last week", neither a day nor a month, has no value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from casefacts.partial_date import PartialDate

if TYPE_CHECKING:
    from spacy.tokens import Doc

Match = re.Match[str]
Pattern = re.Pattern[str]


@dataclass(frozen=True)
class DateMention:
    """A date expression: `text` is `source[start:end]`, in code points.

    `value` is None for what has no calendar value ("last week", "three days later") and for what would need a
    more precise publication date than the one given.
    """

    start: int
    end: int
    text: str
    value: PartialDate | None
    rule: str


@dataclass(frozen=True)
class _Rule:
    """How a kind of date expression looks, and how its value is read.

    `left` must be found in the few words before the expression, `not_left` must not. `read` takes the match
    and the publication date; it returns None or raises ValueError where there is no value.
    """

    id: str
    pattern: Pattern
    read: Callable[[Match, PartialDate | None], PartialDate | None]
    left: Pattern | None = None
    not_left: Pattern | None = None

    def matches(self, text: str, openings: list[int]) -> Iterator[Match]:
        """Every place in the text where the rule applies, of those where an expression can begin."""
        end = 0
        for start in openings:
            match = self.pattern.match(text, start) if start >= end else None
            if match is None:
                continue
            end = match.end()
            before = text[max(0, start - 32) : start]
            wanted = self.left is None or self.left.search(before)
            if wanted and not (self.not_left and self.not_left.search(before)):
                yield match


# --- words ----------------------------------------------------------------------------------------

_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTHS = {name[:3].lower(): number for number, name in enumerate(_MONTH_NAMES, start=1)}
_MONTH_NAMES_ALSO_WORDS = ("March", "April", "May", "June", "August")
_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = (
    {"a": 1, "an": 1}
    | {word: number for number, word in enumerate(_ONES + _TEENS, start=1)}
    | {word: number * 10 for number, word in enumerate(_TENS, start=2)}
)
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth",
    "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth",
    "thirty-first",
)  # fmt: skip
# days that have a name and the same date each year, as month and day
_FEASTS = {
    "new year's day": (1, 1), "valentine's day": (2, 14), "st patrick's day": (3, 17), "halloween": (10, 31),
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
}  # fmt: skip
_STEPS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def _any_of(words: Iterable[str]) -> str:
    """The words as alternatives of a regex, longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


def _names(*names: str) -> str:
    """The names as alternatives, written "March" or "MARCH" but never "march"."""
    return f"(?-i:{_any_of([*names, *map(str.upper, names)])})"


# --- patterns -------------------------------------------------------------------------------------

# a space, or the line break of hard-wrapped text ("Nov.\n10, 2009"), but never a blank line
_GAP = r"(?=\s)[^\S\n]{0,8}\n?[^\S\n]{0,8}"
# "July", "JULY", "Sept.", "Sep"
_MONTH = rf"(?:{_names(*_MONTH_NAMES)}|{_names(*_SHORT_MONTHS)}\b\.?)"
# not the number of "the 1900 block", "May 12 people", "2000 miles", "5%"
_NO_COUNT = (
    r"(?!\s?%|\s(?:people|persons|men|women|children|soldiers|troops|workers|employees|jobs|votes|pages|cases"
    r"|miles|feet|met(?:er|re)s|yards|acres|pounds|tons|tonnes|dollars|percent|points|shares|times|hours|minutes"
    r"|days|weeks|months|years|million|billion|block)\b)"
)
# "5", "05", "5th", "fifth"; not in "5:30", "5,000", "5.5"
_DAY = (
    r"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|(?!\w|:\d|[.,]\d{1,3}(?!\d)))"
    rf"|{_any_of(_ORDINALS)})\b{_NO_COUNT}"
)
# "2009", "’09", "nineteen ninety-six"; not in "1990s", "1990's", "2003-04", "2000.5"
_YEAR = (
    r"(?:(?!\d\d\d0['’]s)(?:1[6-9]|20)\d\d|['’‘]\d\d"
    rf"|nineteen[\s-](?:{_any_of(_TENS)})(?:[\s-](?:{_any_of(_ONES)}))?)(?!\w|[-/.,]\d){_NO_COUNT}"
)
_FEAST = rf"(?:{_any_of(_FEASTS)})".replace("'", "['’]").replace("st patrick", r"st\.? patrick")
_SEASON = "(?:spring|summer|fall|autumn|winter)"
_WEEKDAY = _names(*_WEEKDAYS)
_TIME_OF_DAY = r"(?:morning|afternoon|evening|night)"
# the parts that a template names in braces
_PARTS = {
    "MONTH": rf"(?P<month>{_MONTH})",
    # "July", "Nov."; not in "Mar del Plata", "May 2378"
    "MONTH_ALONE": rf"(?P<month>{_names(*_MONTH_NAMES)}|{_names(*_SHORT_MONTHS)}\.)(?!\s\d{{4}})",
    # "July", "October", but not "March"
    "CLEAR_MONTH": rf"(?P<month>(?!{_any_of(_MONTH_NAMES_ALSO_WORDS)}){_names(*_MONTH_NAMES)})(?!\s\d{{4}})",
    "DAY": rf"(?P<day>{_DAY})",
    "YEAR": rf"(?P<year>{_YEAR})",
    # ", " of "April 2, 1997", " , " of "April 2 , 1997", "," of "April 2,1997", " " of "April 2 1997"
    "COMMA": r"[^\S\n]{0,4},?[^\S\n]{0,4}\n?[^\S\n]{0,4}",
    "WEEKDAY": rf"(?P<weekday>{_WEEKDAY})",
    "FEAST": rf"(?P<feast>{_FEAST})",
    "SEASON": _SEASON,
    # "Friday, ", "Friday night "
    "ON": rf"(?:{_WEEKDAY}(?:{_GAP}{_TIME_OF_DAY})?,?{_GAP})?",
    # "-7", " to 7", " and 7"
    "TO_DAY": rf"(?:(?:{_GAP})?[-–&](?:{_GAP})?{_DAY}|{_GAP}(?:and|or|to|through){_GAP}{_DAY})",
    # " and Nov."
    "TO_MONTH": rf"{_GAP}(?:and|or|to|through|until){_GAP}{_MONTH}",
    "OTHER_DAY": _DAY,
    "NUMBER": rf"(?P<number>\d{{1,3}}|{_any_of(_NUMBERS)})",
    "UNIT": r"(?P<unit>day|week|month|year)",
    "TIME": rf"(?:day|week|month|year|{_TIME_OF_DAY})",
    "TIME_OF_DAY": _TIME_OF_DAY,
    "WHICH": r"(?P<which>last|past|this|next|coming)",
}


def _pattern(template: str) -> Pattern:
    """Compile a template: a space stands for any gap, and {MONTH} for the pattern of a month.

    Letter case matters in the names of months and weekdays only.
    """
    body = re.sub(r"\{([A-Z_]+)\}", lambda part: _PARTS[part[1]], template.replace(" ", _GAP))
    return re.compile(rf"(?<!\w)(?<!\d[.,/-])(?<![$£€#])(?:{body})(?!\w)", re.IGNORECASE)


# The words and figures with which some rule's expression begins; the rules are tried at these places alone
_BEHIND = r"\s{1,17}"  # what a gap may be, or more
_PERIOD = "(?:day|week|month|year)"
_OPENING = re.compile(
    r"(?<!\w)(?=\d|['’‘]\d"
    rf"|(?:{_any_of([*_MONTH_NAMES, *_SHORT_MONTHS, *_WEEKDAYS, *_ORDINALS, *_STEPS])})(?!\w)"
    rf"|{_FEAST}|{_SEASON}|today|tonight|yesterday|tomorrow|overnight|nineteen[\s-]"
    rf"|(?:{_any_of(_NUMBERS)}){_BEHIND}{_PERIOD}"
    rf"|that{_BEHIND}(?:same|very|{_PERIOD}|{_TIME_OF_DAY}|{_any_of(_MONTH_NAMES)})"
    rf"|the{_BEHIND}(?:\d|in\b|the\b|following|next|previous|same|{_PERIOD}|{_SEASON}|{_any_of(_ORDINALS)})"
    rf"|in{_BEHIND}(?:in\b|the\b|{_SEASON})|end{_BEHIND}of|(?:earlier|later){_BEHIND}in)",
    re.IGNORECASE,
)

# Most words open none, which a look into a set tells sooner
_WORD = re.compile(r"(?<!\w)(?:\d|['’‘](?=\d)|[^\W\d_]+)")
_FIRST_WORDS = frozenset(
    """
    spring summer fall autumn winter today tonight yesterday tomorrow overnight that the in end earlier later ' ’ ‘
    """.split()
) | {
    re.split(r"\W", word.lower())[0]
    for word in [*_MONTH_NAMES, *_SHORT_MONTHS, *_WEEKDAYS, *_ORDINALS, *_STEPS, *_NUMBERS, *_FEASTS]
}

# --- values ---------------------------------------------------------------------------------------

# a bare day so many days ago may be told within a story that goes back further, of so many characters, day by day
_LONG_PAST, _STORY, _GOING_ON = 180, 1000, 62
# how many days ahead "July 12" may lie in any clause; on news text 62 and 90 score alike, 31 a point less
_SOON = 62
# "is scheduled to appear", "will be sentenced", "goes on trial"; not "had been due", "lower-than-expected"
_AHEAD = re.compile(
    r"(?<!had been )(?<!-)\b(?:will|won['’]t|shall|would(?! have)|due|set (?:to|for)|scheduled|expected"
    r"|expects? to|slated|supposed to|plans? to|is to|are to|to be|until|upcoming|effective|adjourned"
    r"|postponed|begins|starts|resumes|opens|expires|faces|goes|returns)\b|['’]ll\b",
    re.IGNORECASE,
)
# "will be sentenced. He ...", "will be sentenced after he ...", "is to be sentenced and was ..."
_CLAUSE_END = re.compile(
    r"(?:(?<=[a-z]{3})|(?<=[\d)]))[.!?][\"'”’)]*\s+(?=[\"'“‘]?[A-Z])|;|\n\s*\n"
    r"|\s(?:after|who|which|since|because|ended|said|says|told|announced|reported"
    r"|(?:and|but) (?:was|were|had|has))\s"
)


def _looks_ahead(match: Match) -> bool:
    """Whether the clause, as far as it stands before the date, speaks of the future."""
    before = match.string[max(0, match.start() - 150) : match.start()]
    return bool(_AHEAD.search(_CLAUSE_END.split(before)[-1]))


def _month(match: Match) -> int:
    return _MONTHS[match["month"][:3].lower()]


def _day(match: Match) -> int:
    word = match["day"].lower()
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else int(re.sub(r"\D", "", word))


def _year(match: Match) -> int:
    """The year in full; of "'09" the one from 1950 to 2049, of "nineteen ninety-six" 1996."""
    words = match["year"].lower()
    if words.startswith("nineteen"):
        return 1900 + sum(_NUMBERS[word] for word in re.split(r"[\s-]", words)[1:])
    number = int(words.lstrip("'’‘"))
    return number if number > 99 else number + (1900 if number >= 50 else 2000)


def _known(published: PartialDate | None) -> PartialDate:
    if published is None:
        raise ValueError("no publication date to count from")
    return published


def _known_month(published: PartialDate | None) -> tuple[int, int]:
    """Year and month of the publication."""
    reference = _known(published)
    if reference.month is None:
        raise ValueError(f"{reference} names no month to count from")
    return reference.year, reference.month


def _step(match: Match) -> int:
    """-1 for "last", 0 for "this", 1 for "next"."""
    return _STEPS[match["which"].lower()]


def _stated(match: Match, published: PartialDate | None) -> PartialDate:
    """ "July 12, 2024", "July 2024"."""
    has_day = "day" in match.re.groupindex
    return PartialDate(_year(match), _month(match), _day(match) if has_day else None)


def _stated_year(match: Match, published: PartialDate | None) -> PartialDate:
    return PartialDate(_year(match))


def _stated_in_digits(match: Match, published: PartialDate | None) -> PartialDate | None:
    """ "7/12/2024" in the order of the text's country; no value where both are dates and nothing tells which."""
    first, second, year = int(match["first"]), int(match["second"]), _year(match)
    readings = []
    for month, day in ((first, second), (second, first)):
        with suppress(ValueError):
            readings.append(PartialDate(year, month, day))
    if len(set(readings)) == 1 or published in readings:
        return published if published in readings else readings[0]
    order = _day_first(match.string)
    return None if order is None or not readings else readings[order]


# "25/3/2022": in this text the first number is the day, or the second
_IN_DIGITS = re.compile(r"(?<![\d/.-])(\d\d?)([/-])(\d\d?)\2(?:(?:1[6-9]|20)\d\d|(?<=/)\d\d)(?![\d/-])")
# What only the press of countries that put the day first, or of the United States, writes
_DAY_FIRST = re.compile(
    r"£\d|€ ?\d|₹|\bRs\.? ?\d|\bTk\.? ?\d|\b(?:[Mm]agistrates|Crown Court|Crown Prosecution|Old Bailey|Sheriff Court"
    r"|Constabulary|Garda[ií]?|County Council|lakh|crore|upazila|sessions judge|defence|licence|offences?)\b"
)
_MONTH_FIRST = re.compile(
    r"\b(?:District Attorney|Sheriff['’]s|U\.S\.|[Gg]rand [Jj]ury|felony|felonies|misdemeanors?|Superior Court"
    r"|Circuit Court|defense|license|offenses?)\b|\$\d"
)


@lru_cache(maxsize=8)
def _day_first(text: str) -> bool | None:
    """Whether dates in digits begin with the day: by those that can be read one way only, else by the country."""
    told = {int(first) > 12 for first, _, second in _IN_DIGITS.findall(text) if (int(first) > 12) != (int(second) > 12)}
    if not told:
        told = {order for order, words in ((True, _DAY_FIRST), (False, _MONTH_FIRST)) if words.search(text)}
    return told.pop() if len(told) == 1 else None


def _stated_in_iso(match: Match, published: PartialDate | None) -> PartialDate:
    return PartialDate.parse(match["iso"])


def _day_of_month(match: Match, published: PartialDate | None) -> PartialDate | None:
    return _nearest(match, published, _month(match), _day(match))


def _feast(match: Match, published: PartialDate | None) -> PartialDate | None:
    """ "New Year's Eve", "Christmas Day 2021", "Boxing Day last year"."""
    month, day = _FEASTS[match["feast"].lower().replace("’", "'").replace(".", "")]
    if match["year"]:
        return PartialDate(_year(match), month, day)
    if match["which"]:
        return PartialDate(_known(published).year + _step(match), month, day)
    return _nearest(match, published, month, day)


def _nearest(match: Match, published: PartialDate | None, month: int, of_month: int) -> PartialDate | None:
    """ "July 12": the last one, unless the next one is near or the clause speaks of the future."""
    reference, (year, _) = _known(published), _known_month(published)
    days = []
    for candidate in (year - 1, year, year + 1):
        with suppress(ValueError):
            days.append(PartialDate(candidate, month, of_month))
    back = max((day for day in days if day.first < reference.end), default=None)
    ahead = min((day for day in days if day.end > reference.first), default=None)
    if ahead and ((ahead.first - reference.first).days <= _SOON or _looks_ahead(match)):
        return ahead
    return back


def _day_of_relative_month(match: Match, published: PartialDate | None) -> PartialDate:
    """ "the 2nd of this month", "the 30th of last month"."""
    year, month = _known_month(published)
    moved = PartialDate(year, month).plus_months(_step(match))
    return PartialDate(moved.year, moved.month, _day(match))


def _month_alone(match: Match, published: PartialDate | None) -> PartialDate:
    """ "July": the last one to begin, or in a clause about the future the next one to end."""
    month, (year, current) = _month(match), _known_month(published)
    if _looks_ahead(match):
        return PartialDate(year + (month < current), month)
    return PartialDate(year - (month > current), month)


def _month_which(match: Match, published: PartialDate | None) -> PartialDate:
    """ "Last July" is over, "next July" has not begun, "this July" is this year's."""
    month, (year, current) = _month(match), _known_month(published)
    if _step(match) < 0:
        return PartialDate(year - (month >= current), month)
    if _step(match) > 0:
        return PartialDate(year + (month <= current), month)
    return PartialDate(year, month)


def _month_of_relative_year(match: Match, published: PartialDate | None) -> PartialDate:
    """ "July last year", "July 12 of this year"."""
    year = _known(published).year + _step(match)
    return PartialDate(year, _month(match), _day(match) if match["day"] else None)


def _days_to_weekday(match: Match, reference: PartialDate) -> int:
    """From 0, when it is that day of the week, to 6."""
    return (_WEEKDAYS.index(match["weekday"].title()) - reference.first.weekday()) % 7


def _weekday_alone(match: Match, published: PartialDate | None) -> PartialDate:
    """ "Friday": the last one, which may be today; in a clause about the future the next one."""
    reference = _known(published)
    days = _days_to_weekday(match, reference)
    return reference.plus_days(days if days == 0 or _looks_ahead(match) else days - 7)


def _weekday_which(match: Match, published: PartialDate | None) -> PartialDate:
    """ "Last Friday" was before today, "next Friday" comes after today, "this Friday" may be today."""
    reference = _known(published)
    days = _days_to_weekday(match, reference)
    return reference.plus_days(days - 7 if _step(match) < 0 else days or 7 * _step(match))


def _weekday_weeks_ago(match: Match, published: PartialDate | None) -> PartialDate:
    """ "a week ago Tuesday": a week before the last Tuesday."""
    reference = _known(published)
    days = (_days_to_weekday(match, reference) or 7) - 7
    return reference.plus_days(days - 7 * _count(match))


def _weekday_after_a_week(match: Match, published: PartialDate | None) -> PartialDate:
    """ "Friday week": a week after the next Friday."""
    reference = _known(published)
    return reference.plus_days((_days_to_weekday(match, reference) or 7) + 7)


def _weekday_of_week(match: Match, published: PartialDate | None) -> PartialDate:
    """ "Friday of last week"; weeks begin on Monday."""
    reference = _known(published)
    days = _WEEKDAYS.index(match["weekday"].title()) - reference.first.weekday()
    return reference.plus_days(days + 7 * _step(match))


def _days_away(days: int) -> Callable[[Match, PartialDate | None], PartialDate]:
    return lambda match, published: _known(published).plus_days(days)


def _moved(reference: PartialDate, unit: str, count: int) -> PartialDate | None:
    """So many units later, as precise as the unit; None for weeks, which are neither a day nor a month."""
    if unit == "day":
        return reference.plus_days(count)
    if unit == "month":
        return reference.plus_months(count)
    return reference.plus_years(count) if unit == "year" else None


def _period(match: Match, published: PartialDate | None) -> PartialDate | None:
    """ "last month", "this year"."""
    return _moved(_known(published), match["unit"].lower(), _step(match))


def _ago(match: Match, published: PartialDate | None) -> PartialDate | None:
    """ "three months ago"."""
    return _moved(_known(published), match["unit"].lower(), -_count(match))


def _count(match: Match) -> int:
    word = match["number"].lower()
    return int(word) if word.isdecimal() else _NUMBERS[word]


def _year_two_thousand(match: Match, published: PartialDate | None) -> PartialDate:
    return PartialDate(2000)


def _this_period(match: Match, published: PartialDate | None) -> PartialDate | None:
    return _moved(_known(published), match["unit"].lower(), 0)


def _september_11(match: Match, published: PartialDate | None) -> PartialDate:
    return PartialDate(2001, 9, 11)


def _no_value(match: Match, published: PartialDate | None) -> None:
    """A time that no calendar date states."""


# --- rules ----------------------------------------------------------------------------------------


def _left(words: str) -> Pattern:
    """The words as the last ones before the expression."""
    return re.compile(rf"(?:{words})$", re.IGNORECASE)


# "in", "the", "Smith's", "(", "a deadly", "2003 and"
_BEFORE_YEAR = _left(
    r"\b(?:in|since|of|by|during|until|till|from|to|through|early|late|mid|fiscal|year|after|before|between|for"
    r"|due|a|the|its|his|her|their|our|that|into|on|circa|around|both|[12]\d{3}\s(?:and|or|to|through))[\s-]{1,3}"
    r"|['’]s\s|s['’]\s|\("
    r"|\b(?:an?|the|that|his|her|its|their)\s(?!estimated)(?-i:[a-z-]{3,15})\s"
)
_LINE = re.compile(r"(?:^|\s\s|[.!?'’\"”]\s)$")
_BEFORE_MONTH = _left(r"\b(?:in|since|during|until|till|through|early|late|mid)[\s-]{1,3}")
_BEFORE_MONTH_OR_NAME = _left(
    r"\b(?:of|by|from|after|before|between|for|due|a|the|its|his|her|their|our|around|about|effective)\s|['’]s\s"
)
# "every Friday", "on a Friday", "Black Friday"
_NO_ONE_DAY = _left(r"\b(?:every|each|most|on an?|one|Black|Good|Bloody|Super|Ash|Cyber|Easter|Palm|Holy|Big)\s")
_PAPER = _left(r"\b(?-i:[A-Z]{3,})\s")
_THE = _left(r"\bthe\s")
# "two years and" three months ago, "two or" three years ago
_COMPOUND = _left(r"\b(?:(?:year|month|week)s?,?(?: and)?|or|to)\s")

_RULES = (
    # "Friday, Nov. 10, 2009", "Oct. 5-7, 2008"
    _Rule("date.absolute", _pattern(r"{ON}{MONTH},? (?:the )?{DAY}{TO_DAY}?(?:{COMMA}| of ){YEAR}"), _stated),
    # "Nov. 10" in "between Nov. 10 and Dec. 3, 2009"
    _Rule("date.absolute", _pattern(r"{ON}{MONTH} {DAY}(?={TO_MONTH} {OTHER_DAY}{COMMA}{YEAR})"), _stated),
    # "12 July 2024", "the 10th of September, 2004"
    _Rule("date.absolute", _pattern(r"{ON}(?:the )?{DAY} (?:of )?{MONTH}(?:{COMMA}| of ){YEAR}"), _stated),
    # "7/12/2024", "7/12/24", "7-12-2024"
    _Rule(
        "date.absolute",
        _pattern(
            r"(?P<first>\d\d?)(?P<mark>[/-])(?P<second>\d\d?)(?P=mark)"
            r"(?P<year>(?:1[6-9]|20)\d\d|(?<=/)\d\d)(?![/-])"
        ),
        _stated_in_digits,
    ),
    # "2024-07-12", "2024-07-12T10:30:00Z"
    _Rule("date.absolute", _pattern(r"(?P<iso>(?:1[6-9]|20)\d\d-\d\d-\d\d)(?:T[\d:.]{1,15}Z?)?"), _stated_in_iso),
    # "October 2021", "March of 2014"
    _Rule("date.month_year", _pattern(r"{MONTH}(?:{COMMA}|,? of ){YEAR}"), _stated),
    # "August" in "between August and December 2009"
    _Rule("date.month_year", _pattern(r"{MONTH}(?={TO_MONTH}{COMMA}{YEAR})"), _stated),
    _Rule("date.year", _pattern(r"the year two thousand"), _year_two_thousand),
    # "in 1982", "a 2013 conviction"
    _Rule("date.year", _pattern(r"{YEAR}"), _stated_year, left=_BEFORE_YEAR),
    # "1996: Roe is jailed", an entry of a chronicle
    _Rule("date.entry", _pattern(r"{YEAR}(?=:\s)"), _stated_year, left=_LINE),
    # "the Sept. 11 attacks"
    _Rule(
        "date.event",
        _pattern(r"(?:Sept(?:ember|\.)? 11(?:th)?|11 September)(?= (?:terror|attack|hijack))"),
        _september_11,
    ),
    # "Friday, Oct. 28", "the 10th of September"
    _Rule("date.day", _pattern(r"{ON}{MONTH} (?:the )?{DAY}"), _day_of_month),
    _Rule("date.day", _pattern(r"{ON}(?:the )?{DAY} (?:of )?{MONTH}"), _day_of_month),
    # "New Year's Eve", "Christmas Day 2021", "Boxing Day last year"
    _Rule(
        "date.feast",
        _pattern(r"{FEAST}(?:,?(?: of| in)? (?:{YEAR}|(?P<which>last|this|next) year))?(?! (?:party|parties))"),
        _feast,
        not_left=_NO_ONE_DAY,
    ),
    # "the 2nd of this month"
    _Rule("date.day", _pattern(r"the {DAY} of (?P<which>last|this|next) month"), _day_of_relative_month),
    # "July last year", "July 12 of this year"
    _Rule(
        "date.month.relative_year",
        _pattern(r"{MONTH}(?: {DAY})?,? (?:of )?(?P<which>last|this|next) year"),
        _month_of_relative_year,
    ),
    # "last November", "this September"
    _Rule("date.month", _pattern(r"{WHICH} {MONTH}"), _month_which),
    # "in May", "the May elections", "October"; not "may", "the murder of April Jones", "every October"
    _Rule("date.month", _pattern(r"{MONTH_ALONE}"), _month_alone, left=_BEFORE_MONTH),
    _Rule("date.month", _pattern(r"{MONTH_ALONE}(?! (?-i:[A-Z]))"), _month_alone, left=_BEFORE_MONTH_OR_NAME),
    _Rule("date.month", _pattern(r"{CLEAR_MONTH}"), _month_alone, not_left=_NO_ONE_DAY),
    # "last Friday", "this coming Friday"
    _Rule("date.weekday", _pattern(r"{WHICH} {WEEKDAY}"), _weekday_which),
    # "Friday"; not "Friday nights", "Sunday Times"
    _Rule(
        "date.weekday",
        _pattern(r"{WEEKDAY}(?! (?:{TIME_OF_DAY}s|Times|Telegraph|Mirror|Mail|Night Live|Night Football)\b)"),
        _weekday_alone,
        not_left=_NO_ONE_DAY,
    ),
    # "a week ago Tuesday", "two weeks ago on Tuesday"
    _Rule("date.weekday.weeks_ago", _pattern(r"{NUMBER} weeks? ago (?:on |last )?{WEEKDAY}"), _weekday_weeks_ago),
    # "Friday week"
    _Rule("date.weekday.after_a_week", _pattern(r"{WEEKDAY} week(?! ago)"), _weekday_after_a_week),
    # "Friday of last week"
    _Rule(
        "date.weekday.relative_week",
        _pattern(r"{WEEKDAY},? (?:of )?(?P<which>last|this|next) week"),
        _weekday_of_week,
    ),
    # "today"; not "USA Today", "in today's world"
    _Rule("date.today", _pattern(r"today(?!['’]s)|tonight|this {TIME_OF_DAY}"), _days_away(0), not_left=_PAPER),
    _Rule("date.today", _pattern(r"today(?=['’]s)"), _days_away(0), not_left=_left(r"\b(?:in|of)\s")),
    _Rule("date.yesterday", _pattern(r"yesterday|last night"), _days_away(-1)),
    _Rule("date.yesterday", _pattern(r"the day before yesterday"), _days_away(-2)),
    _Rule("date.tomorrow", _pattern(r"tomorrow"), _days_away(1), not_left=_left(r"\bof\s")),
    _Rule("date.tomorrow", _pattern(r"the day after tomorrow"), _days_away(2)),
    # "last month"; not "in the last month", a duration
    _Rule("date.relative", _pattern(r"(?P<which>last|this|next) {UNIT}"), _period, not_left=_THE),
    _Rule("date.relative", _pattern(r"(?P<which>current) (?P<unit>month|year)"), _period),
    # "the end of the year", "earlier in the month"
    _Rule("date.relative", _pattern(r"(?:end of|(?:earlier|later) in) the {UNIT}"), _this_period),
    # "three months ago"
    _Rule("date.ago", _pattern(r"{NUMBER} {UNIT}s? ago"), _ago, not_left=_COMPOUND),
    # "three days later", "the following day", "that year"
    _Rule("date.anchored", _pattern(r"{NUMBER} {UNIT}s? (?:earlier|later)"), _no_value),
    _Rule("date.anchored", _pattern(r"the (?:following|next|previous|same) (?:{TIME}|{WEEKDAY})"), _no_value),
    _Rule("date.anchored", _pattern(r"that(?: same| very)? (?:{TIME}|{CLEAR_MONTH})"), _no_value),
    _Rule("date.anchored", _pattern(r"the day (?:before|after)"), _no_value),
    # "last summer", "this weekend", "the spring of 2019", "overnight"
    _Rule("date.vague", _pattern(r"{WHICH} (?:weekend|{SEASON})"), _no_value),
    _Rule("date.vague", _pattern(r"(?:in |the )*{SEASON}(?: of)? {YEAR}"), _no_value),
    _Rule("date.vague", _pattern(r"overnight"), _no_value),
)


def find_dates(text: str, published: PartialDate | None) -> list[DateMention]:
    """The date expressions of a text, in order.

    They do not overlap: where two rules do, the earlier match counts, then the longer one.
    """
    found = [(match.start(), -match.end(), rule, match) for rule, match in _matches(text)]
    mentions: list[DateMention] = []
    for start, _, rule, match in sorted(found, key=lambda item: item[:2]):
        if not mentions or start >= mentions[-1].end:
            value = _value(rule, match, published)
            if rule.id == "date.day" and value is not None and published is not None:
                value = _as_told(value, mentions, start, published)
            mentions.append(DateMention(start, match.end(), match[0], value, rule.id))
    return mentions


def _matches(text: str) -> Iterator[tuple[_Rule, Match]]:
    """Wherever a rule applies."""
    words = (match for match in _WORD.finditer(text) if match[0].isdigit() or match[0].casefold() in _FIRST_WORDS)
    openings = [word.start() for word in words if _OPENING.match(text, word.start())]
    for rule in _RULES:
        for match in rule.matches(text, openings):
            yield rule, match


def _as_told(value: PartialDate, before: list[DateMention], start: int, published: PartialDate) -> PartialDate:
    """ "Her trial began in November 2008. ... On December 4 ...": a day long past is of the year told of."""
    if (published.first - value.first).days < _LONG_PAST:
        return value
    near = [mention.value for mention in before if mention.value is not None and start - mention.end <= _STORY]
    last = next((told for told in reversed(near) if told.month is not None), value)
    years = (last.year, last.year + 1) if last.year < value.year else ()
    told = [PartialDate(year, value.month, value.day) for year in years]
    return next((day for day in told if 0 <= (day.first - last.first).days <= _GOING_ON), value)


def _value(rule: _Rule, match: Match, published: PartialDate | None) -> PartialDate | None:
    """What the rule reads; None for "Feb. 30", years off the calendar, and "ſix", which passes for "six"."""
    try:
        return rule.read(match, published)
    except (ValueError, OverflowError, LookupError):
        return None


# "last week", "earlier this week"
_WEEK = re.compile(r"(last|past|this)\s+week", re.IGNORECASE)
_SPAN_LATER = _pattern(r"{NUMBER} {UNIT}s? (?P<way>earlier|later)")
_NEXT = re.compile(r"the\s+(?P<which>following|next|previous|same)\s+(?P<unit>day|month|year)", re.IGNORECASE)
_THAT = re.compile(r"that(?:\s+same|\s+very)?\s+(?P<unit>day|month|year)", re.IGNORECASE)
_THAT_MONTH = _pattern(r"that(?: same| very)? {CLEAR_MONTH}")
_TURN = {"following": 1, "next": 1, "previous": -1, "same": 0}
_TOLD_ON = 300  # characters within which "a day later" goes on from the date told last


def reckoned(mentions: list[DateMention], published: PartialDate | None) -> list[PartialDate | None]:
    """For each expression without a calendar date of its own the date that it comes to, None for the others.

    "last week" is the month in which its working days lie, "a day later" goes on from the expression before it.
    """
    found: list[PartialDate | None] = []
    last: tuple[int, PartialDate] | None = None
    for mention in mentions:
        value = None
        if mention.value is None:
            near = last[1] if last is not None and mention.start - last[0] <= _TOLD_ON else None
            value = _of_week(mention.text, published) or _from_the_last(mention.text, near)
        found.append(value)
        if dated := mention.value or value:
            last = mention.end, dated
    return found


def _of_week(text: str, published: PartialDate | None) -> PartialDate | None:
    """The month of the working days of "last week" or "this week", if it is one."""
    match = _WEEK.fullmatch(text)
    if match is None or published is None or published.day is None:
        return None
    monday = published.plus_days(-published.first.weekday() + (0 if match[1].lower() == "this" else -7))
    friday = monday.plus_days(4)
    return PartialDate(monday.year, monday.month) if monday.month == friday.month else None


def _from_the_last(text: str, last: PartialDate | None) -> PartialDate | None:
    """ "a day later", "the next day", "the same year": as much later as it says, if the last date is so precise.

    "That September" is of the year of the last date.
    """
    if last is None:
        return None
    if match := _THAT_MONTH.fullmatch(text):
        return PartialDate(last.year, _month(match))
    if match := _SPAN_LATER.fullmatch(text):
        count = _count(match) * (1 if match["way"].lower() == "later" else -1)
    elif match := _NEXT.fullmatch(text):
        count = _TURN[match["which"].lower()]
    elif match := _THAT.fullmatch(text):
        count = 0
    else:
        return None
    unit = match["unit"].lower()
    precise = {"day": last.day, "month": last.month, "year": last.year}.get(unit)
    return None if precise is None else _moved(last, unit, count)


def dates(doc: Doc) -> Doc:
    """Write `doc.spans["dates"]`: label is the rule, `kb_id_` the ISO date or "", `id_` the one that it is reckoned to.

    The publication date is `doc.user_data["published"]`: None or an ISO string, else ValueError.
    """
    published = doc.user_data.get("published")
    from casefacts.forms import text_of  # here because the dates of a plain text need no spaCy

    reference = PartialDate.parse(published) if published else None
    mentions = find_dates(text_of(doc), reference)
    spans = (
        doc.char_span(
            mention.start,
            mention.end,
            label=mention.rule,
            kb_id=str(mention.value or ""),
            span_id=str(value or ""),
            alignment_mode="expand",
        )
        for mention, value in zip(mentions, reckoned(mentions, reference), strict=True)
    )
    doc.spans["dates"] = [span for span in spans if span is not None]
    return doc
