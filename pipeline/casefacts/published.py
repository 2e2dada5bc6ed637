"""The date on which an article was published: any common form of a date, and where a text tells its own."""

from __future__ import annotations

import contextlib
import re
from datetime import UTC, date, datetime
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from casefacts import focus
from casefacts.partial_date import PartialDate

# --- any common form ---------------------------------------------------------------------------------------

# "2024-07", "2024-07-12T08:30:00-07:00", "2024/07/12", "2020-09-17-09-56-09": the day as it is written, not that of UTC
_YEAR_FIRST = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2})(?:[\sT,-].*)?)?)?", re.DOTALL)
# "20240712", "20240712083000"
_COMPACT = re.compile(r"((?:1[89]|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?:\d{2}|\d{4}|\d{6})?")
_EPOCH = re.compile(r"(\d{9,10})(?:\d{3})?(?:\.0*)?")  # seconds or milliseconds
# A year of two digits would be read by the machine's clock; no date has more characters
_WORDED = re.compile(r"(?=.*\d{4}).{6,60}", re.DOTALL)


def parse_date(text: str) -> PartialDate:
    """The date that a text in any common form is: "2024-07-12", "July 12, 2024", RFC 822, seconds since 1970.

    No more precise than it is written. Of a time stamp the day at its place counts. Raises ValueError where it is no
    date, and where it may be two.
    """
    text = text.strip()
    if match := _COMPACT.fullmatch(text):
        return _day(*match.groups())
    if match := _EPOCH.fullmatch(text):
        return PartialDate.of(datetime.fromtimestamp(int(match[1]), UTC).date())
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(match[1], match[3], match[4])
    readings = {_read(text, order) for order in ("MDY", "DMY")} if _WORDED.fullmatch(text) else {None}
    if len(readings) > 1:
        raise ValueError("it may be two days: write it as 2024-07-12")
    [reading] = readings
    if reading is None:
        raise ValueError("not a date that can be read: write it as 2024-07-12, 2024-07 or 2024")
    return reading


def _day(year: str, month: str | None, day: str | None) -> PartialDate:
    try:
        return PartialDate(int(year), int(month) if month else None, int(day) if day else None)
    except ValueError:
        raise ValueError("no calendar has that day: write it as 2024-07-12") from None


# "/2024/07/10/baker-jailed", "/2024/jul/10/", "/20240710/", "-2024-07-10.html"
_IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([/-]?)(\d\d?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\2(\d\d?)(?!\d)"
)


def date_in_address(address: str) -> PartialDate | None:
    """The day that an address of a page has in it ("https://courier.example/2024/07/10/baker-jailed")."""
    for match in _IN_ADDRESS.finditer(address.lower()[:500]):
        if match[2] or len(match[0]) == 8:
            month = str(_MONTHS.index(match[3]) + 1) if match[3].isalpha() else match[3]
            with contextlib.suppress(ValueError):
                return _day(match[1], month, match[4])
    return None


def _read(text: str, order: str) -> PartialDate | None:
    found = _parser(order).get_date_data(text)
    if found.date_obj is None or not {"year", "month"} <= set(found.parts or ()):
        return None  # nothing comes from the machine's clock
    day: date = found.date_obj.date()
    return PartialDate(day.year, day.month, day.day if "day" in found.parts else None)


@cache
def _parser(order: str) -> Any:
    from dateparser.date import DateDataParser  # here because loading it takes a quarter of a second

    settings = {"DATE_ORDER": order, "PARSERS": ["absolute-time"]}
    return DateDataParser(languages=["en"], settings=settings)


# --- in the text -------------------------------------------------------------------------------------------

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,7}}\.?"  # lenient: "Sept.", and press offices write "Septemeber"
_YEAR = r"(?:1[89]|20)\d\d"

# "2023-08-10", "July 25, 2014", "Nov. 11 , 2006", "14th November 2017", "14-NOV-2017", "4/13/2017"
_DATE = rf"""
    (?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s{{1,3}})?
    (?: (?P<iso>{_YEAR}-\d\d-\d\d)(?!\d)
      | (?P<month_first>{_MONTH})\s{{0,3}}(?P<day_second>\d{{1,2}})(?:st|nd|rd|th)?
        \s?,?\s{{0,3}}(?P<year_1>{_YEAR})\b
      | (?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?P<month_second>{_MONTH}),?[\s-](?P<year_2>{_YEAR})\b
      | (?P<slash_1>\d{{1,2}})/(?P<slash_2>\d{{1,2}})/(?P<year_3>{_YEAR})\b )"""

DATE_AT_START = re.compile(rf"\W{{0,3}}{_DATE}", re.IGNORECASE | re.VERBOSE)

# what may follow a date on its line: "10:30 a.m.", "at 5 pm", "Contact: Ana Diaz", "by Ana Diaz", ", 2006"
_AFTER_DATE = re.compile(
    rf"""\W*(?: (?:at\s)?\d{{1,2}}(?:[:.]\d\d|\s?[ap]\.?m).* | T\d\d:.*
        | (?:media\s|press\s)?contacts?\b.* | by\s.* | {_YEAR} )?""",
    re.IGNORECASE | re.VERBOSE,
)

# "HANOI, April 2, 1997 (AFP)", "MILLBROOK, Calif. (March 5, 2019) –"; not "On Friday, March 3, 2019 –"
DATELINE = re.compile(
    rf"""\(?(?!(?:On|In|By|Since|After|Until|From|Before|When|As|\w{{3,6}}day)\b)
    (?-i:(?:[A-Z][\w.'’-]*[ ,]{{1,3}}|(?:of|de|la|el|al)[ ]){{1,6}})[(–—-]{{0,2}}\s?{_DATE}
    [\s,]{{0,3}}(?:$|[()/–—-]|{_YEAR}$)""",
    re.IGNORECASE | re.VERBOSE,
)

# "For Immediate Release", "NEWS RELEASE"; the date follows within some lines
_RELEASE = re.compile(r"(?:for immediate|for|news|press|media) release\b[:\s–—-]*", re.IGNORECASE)
_RELEASE_LINES = 6  # lines between that and the date: case numbers, the office, its address

# "Date: December 7, 2015", "Release date: 7 December 2015"
_RELEASE_DATE = re.compile(r"(?:(?:release )?date(?: of release)?|dated|issued|released)(?: on)?[:\s]+", re.I)

# "Published March 16, 2006", "Posted by Ana Diaz on March 16, 2006", "First published: 16 March 2006"
_PAGE = re.compile(
    r"(?:(?:first|originally) )?(?:published|posted|publish(?:ed)? date|publication date|date posted|created)"
    r"(?: by .{1,40}?(?: on|[,|]))?(?: on| at)?(?:[:\s,|–—-]+|$)",
    re.IGNORECASE,
)

# "Updated March 16, 2006", "Last modified: 16 March 2006"
_UPDATED = re.compile(r"(?:last )?(?:updated|modified|revised)(?: on| at)?(?:[:\s]+|$)", re.IGNORECASE)

_BETWEEN_PARTS = re.compile(r"\s*[|•·]\s*")

# "By Ana Diaz, March 16, 2006"
_BYLINE = re.compile(r"by\s.{1,60}?[,–—-]\s", re.IGNORECASE)

# "WHEN:", "Court date" above a date or "Time: 10 a.m.", "Place" below it: the date of an event to come
_EVENT_ABOVE = re.compile(r"(?:when|(?:court|trial|hearing|event) date|date and time)\b", re.IGNORECASE)
_EVENT_BELOW = re.compile(r"(?:time|where|place|location|venue)\b", re.IGNORECASE)

# "Courts round-up: Tuesday, July 31, 2012", "**Wednesday, March 9, 2011.** The ..."; the weekday makes it sure
_HEADING_DATE = re.compile(
    rf"""(?:.{{1,80}}[:,]["”]?\s|\*{{1,2}})(?=\w{{3,6}}day\b){_DATE}(?:$|\.?\*)""", re.IGNORECASE | re.VERBOSE
)

# "2023-08-10 12:27:01" of a content system, "2023-08-10-12-27-01" of an archive
_CLOCKED = re.compile(rf"{_DATE}[\sT-]{{1,2}}\d\d[:-]\d\d\S{{0,9}}", re.IGNORECASE | re.VERBOSE)
_STAMP = re.compile(r"\d{4}-\d\d-\d\d[ T-]\d\d[:-]\d\d(?:[:-]\d\d)?\S{0,6}")
_PROSE_WORDS = 10  # a sentence with more words is a paragraph, not a line of the head of an article
_TYPO_DAYS = 1  # most releases go on line the same or the next day; at 5 days, moved archives look like slips


def date_in_text(text: str, sections: list[focus.Section]) -> PartialDate | None:
    """The publication date that the text itself gives; dates in prose and in lists of stories don't count."""
    lines = _lines(text, sections)
    head = _head(lines)
    release, page = _release_date(head), _labelled(lines, _PAGE)
    return (
        _settle(release, page)
        or next((found for line in head if (found := _date_in(DATELINE.match(line)))), None)
        or _lone_date(head, lines)
        or next((found for line in head if (found := _date_in(_HEADING_DATE.match(line)))), None)
        or _stamp(lines)
        or _labelled(lines, _UPDATED)
    )


def labelled_date(text: str, sections: list[focus.Section]) -> PartialDate | None:
    """The date that the text itself calls that of its publication ("First published 10 July 2024")."""
    return _labelled(_lines(text, sections), _PAGE)


def date_above(lines: list[str]) -> PartialDate | None:
    """The date in the lines that a page shows around its headline: that of its publication, or one alone on a line."""
    if called := _labelled(lines, _PAGE):
        return called
    alone = (line for line in lines if not _UPDATED.match(line))
    return next((found for line in alone if (found := _date_alone(line))), None)


def _lines(text: str, sections: list[focus.Section]) -> list[str]:
    """The sections as lines; a day with a clock time below a headline is a line of its own."""
    found = []
    for section in sections:
        if section.kind == "teaser":
            continue
        lines = text[section.start : section.end].split("\n")
        clocked = [section.kind == "headline" and bool(_CLOCKED.fullmatch(line.strip())) for line in lines]
        for is_alone, group in groupby(zip(clocked, lines, strict=True), key=itemgetter(0)):
            parts = [line for _, line in group]
            found += [" ".join(line.split()) for line in (parts if is_alone else [" ".join(parts)])]
    return found


def _head(lines: list[str]) -> list[str]:
    """The lines above the first paragraph, and that paragraph, which may begin with a dateline."""
    story = next((i for i, line in enumerate(lines) if _is_paragraph(line)), len(lines))
    return lines[: story + 1]


def _is_paragraph(line: str) -> bool:
    return len(line.split()) > _PROSE_WORDS and not line.isupper() and line.rstrip("\"'”’)")[-1:] in {".", "?", "!"}


def _date_in(match: re.Match[str] | None) -> PartialDate | None:
    """The date that a pattern with `_DATE` found; None where no calendar has it or its order is unsure."""
    if match is None:
        return None
    part = match.groupdict()
    if part["iso"]:
        year, month, day = (int(number) for number in part["iso"].split("-"))
    elif part["slash_1"]:
        first, second = int(part["slash_1"]), int(part["slash_2"])
        if first <= 12 and second <= 12 and first != second:
            return None
        year, (month, day) = int(part["year_3"]), (first, second) if first <= 12 else (second, first)
    else:
        name = part["month_first"] or part["month_second"]
        month = _MONTHS.index(name[:3].lower()) + 1
        day = int(part["day_second"] or part["day_first"])
        year = int(part["year_1"] or part["year_2"])
    with contextlib.suppress(ValueError):
        return PartialDate(year, month, day)
    return None


def _date_alone(line: str) -> PartialDate | None:
    """The date of a line that has only a date, or one between separators, or one with a time or a contact."""
    for part in _BETWEEN_PARTS.split(line[:200]):
        match = DATE_AT_START.match(part.strip())
        if match and _AFTER_DATE.fullmatch(part.strip()[match.end() :]):
            return _date_in(match)
    return None


def _after_label(lines: list[str], index: int, label: re.Pattern[str]) -> PartialDate | None:
    """The date after a label, on its line or alone on the next one; None where the line has no such label."""
    if _is_paragraph(lines[index]):
        return None
    match = label.match(lines[index])
    if match is None:
        return _after_later_label(lines[index][:200], label)
    rest = lines[index][match.end() :]
    if rest or index + 1 == len(lines):
        return _date_in(DATE_AT_START.match(rest))
    return _date_alone(lines[index + 1])


def _after_later_label(line: str, label: re.Pattern[str]) -> PartialDate | None:
    """ "Ida Crane | First published 10 July 2024"; without the stroke, behind another label of a date only."""
    parts = _BETWEEN_PARTS.split(line)[1:]
    if _UPDATED.match(line):
        parts += [line[found.start() :] for found in label.finditer(line)]
    labels = ((label.match(part), part) for part in parts)
    return next((_date_in(DATE_AT_START.match(part[match.end() :])) for match, part in labels if match), None)


def _labelled(lines: list[str], label: re.Pattern[str]) -> PartialDate | None:
    return next((found for i in range(len(lines)) if (found := _after_label(lines, i, label))), None)


def _release_date(head: list[str]) -> PartialDate | None:
    """The date of a press release: labelled, or alone on a line soon after "For immediate release"."""
    since = _RELEASE_LINES + 1
    for index, line in enumerate(head):
        since = 0 if _RELEASE.match(line) else since + 1
        found = _after_label(head, index, _RELEASE_DATE)
        if since == 0:
            found = found or _date_alone(_RELEASE.sub("", line, count=1))
        elif since <= _RELEASE_LINES:
            found = found or _date_alone(line)
        if found and not _is_event(head, index):
            return found
    return None


def _is_event(lines: list[str], index: int) -> bool:
    """Whether the date on a line is that of an event that the text announces."""
    above = index > 0 and _EVENT_ABOVE.match(lines[index - 1])
    return bool(above or (index + 1 < len(lines) and _EVENT_BELOW.match(lines[index + 1])))


def _settle(release: PartialDate | None, page: PartialDate | None) -> PartialDate | None:
    """The release's own date before that of the page, unless only its year differs: that is a slip.

    Pages are often put on line, or moved to a new site, long after the release.
    """
    if release is None or page is None:
        return release or page
    with contextlib.suppress(ValueError):
        corrected = PartialDate(page.year, release.month, release.day)
        if release.year != page.year and abs((corrected.first - page.first).days) <= _TYPO_DAYS:
            return page
    return release


def _lone_date(head: list[str], lines: list[str]) -> PartialDate | None:
    """A date alone on a line of the head, unless such lines are this text's own headings (a timeline)."""
    for index, line in enumerate(head):
        match = _BYLINE.match(line)
        found = _date_alone(line[match.end() :] if match else line)
        if found and not _is_event(head, index):
            later = {_date_alone(other) for other in lines[len(head) :] if not _STAMP.match(other)}
            return found if later <= {found, None} else None
    return None


def _stamp(lines: list[str]) -> PartialDate | None:
    """The earliest of the first time stamps in a row: the content system's "created" and "modified"."""
    stamps: list[PartialDate] = []
    for line in lines:
        if _STAMP.fullmatch(line) and (found := _date_in(DATE_AT_START.match(line))):
            stamps.append(found)
        elif stamps:
            break
    return min(stamps, default=None)
