"""Date expressions: a text and its publication date, and what must be found in it."""

from datetime import date

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from casefacts.partial_date import PartialDate
from casefacts.stages.dates import dates, find_dates

FRIDAY = "2024-07-12"

Row = tuple[str, list[tuple[str, str | None]]]

ABSOLUTE: list[Row] = [
    ("Ana Diaz was charged on Nov. 10, 2009.", [("Nov. 10, 2009", "2009-11-10")]),
    ("She pleaded guilty Nov.\n10, 2009, in Kelso.", [("Nov.\n10, 2009", "2009-11-10")]),
    ("VILNOR, April 2 , 1997 (AP)", [("April 2 , 1997", "1997-04-02")]),
    ("Trial begins tomorrow, May, 6, 2009.", [("tomorrow", "2024-07-13"), ("May, 6, 2009", "2009-05-06")]),
    ("He fled September 10th 2004.", [("September 10th 2004", "2004-09-10")]),
    ("the 10th of September, 2004", [("the 10th of September, 2004", "2004-09-10")]),
    ("on 12 July 2024", [("12 July 2024", "2024-07-12")]),
    ("on Friday, 5 May 2023", [("Friday, 5 May 2023", "2023-05-05")]),
    ("on Tuesday night, Nov. 10, 2009", [("Tuesday night, Nov. 10, 2009", "2009-11-10")]),
    ("FILED MARCH 3, 2011", [("MARCH 3, 2011", "2011-03-03")]),
    ("between Oct. 5-7, 2008", [("Oct. 5-7, 2008", "2008-10-05")]),
    (
        "between Nov. 10 and Dec. 3, 2009",
        [("Nov. 10", "2009-11-10"), ("Dec. 3, 2009", "2009-12-03")],
    ),
    ("Filed: 7/12/2024", [("7/12/2024", "2024-07-12")]),
    ("Filed: 25/12/2023", [("25/12/2023", "2023-12-25")]),
    ("Filed: 7/12/98", [("7/12/98", None)]),
    ("Filed: 7/7/98", [("7/7/98", "1998-07-07")]),
    ("Filed: 7/13/98, heard 8/2/98", [("7/13/98", "1998-07-13"), ("8/2/98", "1998-08-02")]),
    ("Filed: 13/7/98, heard 8/2/98", [("13/7/98", "1998-07-13"), ("8/2/98", "1998-02-08")]),
    ("Magistrates heard on 05/06/2022 that he ran.", [("05/06/2022", "2022-06-05")]),
    ("The District Attorney filed it on 05/06/2022.", [("05/06/2022", "2022-05-06")]),
    ("The District Attorney fined him £50 on 05/06/2022.", [("05/06/2022", None)]),
    ("<time>2024-07-12T10:30:00Z</time>", [("2024-07-12T10:30:00Z", "2024-07-12")]),
    ("on March eighth, nineteen ninety-six", [("March eighth, nineteen ninety-six", "1996-03-08")]),
    ("The Sept. 11 attacks", [("Sept. 11", "2001-09-11")]),
    ("on Feb. 30, 2009", [("Feb. 30, 2009", None)]),
]

MONTHS_AND_YEARS: list[Row] = [
    ("indicted in March of 2014", [("March of 2014", "2014-03")]),
    ("since October, 2021", [("October, 2021", "2021-10")]),
    ("in June ’98", [("June ’98", "1998-06")]),
    (
        "between August and December 2009",
        [("August", "2009-08"), ("December 2009", "2009-12")],
    ),
    ("convicted in 1982 of arson", [("1982", "1982")]),
    ("a fatal 2013 stabbing", [("2013", "2013")]),
    ("Ana Diaz's 1988 trial (1988)", [("1988", "1988"), ("1988", "1988")]),
    ("between 1985 and 1987", [("1985", "1985"), ("1987", "1987")]),
    ("in mid-2005", [("2005", "2005")]),
    ("class of '93", [("'93", "1993")]),
]

WITHOUT_YEAR: list[Row] = [
    ("He was shot on Oct. 28.", [("Oct. 28", "2023-10-28")]),
    ("He was shot on the 10th of June.", [("the 10th of June", "2024-06-10")]),
    ("Sentencing is set for November 19.", [("November 19", "2024-11-19")]),
    ("The deadline is Aug. 2.", [("Aug. 2", "2024-08-02")]),
    ("He was jailed in November.", [("November", "2023-11")]),
    ("He was jailed in July.", [("July", "2024-07")]),
    ("She will be sentenced in November.", [("November", "2024-11")]),
    ("The trial was adjourned to February.", [("February", "2025-02")]),
    ("He was jailed last July and in late May.", [("last July", "2023-07"), ("May", "2024-05")]),
    ("next March, this September", [("next March", "2025-03"), ("this September", "2024-09")]),
    ("in July last year", [("July last year", "2023-07")]),
    ("on Aug. 17 of last year", [("Aug. 17 of last year", "2023-08-17")]),
    ("the May hearing", [("May", "2024-05")]),
]

WEEKDAYS: list[Row] = [
    ("A jury convicted her Friday.", [("Friday", "2024-07-12")]),
    ("A jury convicted her on MONDAY night.", [("MONDAY", "2024-07-08")]),
    ("Monday’s verdict", [("Monday", "2024-07-08")]),
    ("He was freed last Friday.", [("last Friday", "2024-07-05")]),
    ("He was freed last Thursday.", [("last Thursday", "2024-07-11")]),
    ("next Friday, this coming Sunday", [("next Friday", "2024-07-19"), ("coming Sunday", "2024-07-14")]),
    ("He is scheduled to appear Monday.", [("Monday", "2024-07-15")]),
    ("He will be sentenced Friday.", [("Friday", "2024-07-12")]),
    ("He will appeal, Ms. Ode said Monday.", [("Monday", "2024-07-08")]),
    ("He will be tried. He was arrested Monday.", [("Monday", "2024-07-08")]),
    ("He will be tried after he was caught Monday.", [("Monday", "2024-07-08")]),
    ("on Tuesday of last week", [("Tuesday of last week", "2024-07-02")]),
    ("He was jailed a week ago Tuesday.", [("a week ago Tuesday", "2024-07-02")]),
    ("He was jailed two weeks ago on Monday.", [("two weeks ago on Monday", "2024-06-24")]),
    ("He was jailed a week ago Friday.", [("a week ago Friday", "2024-07-05")]),
    ("He returns on Tuesday week.", [("Tuesday week", "2024-07-23")]),
    ("On Tuesday week ago is no English.", [("Tuesday", "2024-07-09")]),
]

RELATIVE: list[Row] = [
    ("sentenced today", [("today", "2024-07-12")]),
    (
        "arrested last night, released this\nmorning",
        [("last night", "2024-07-11"), ("this\nmorning", "2024-07-12")],
    ),
    ("Yesterday a jury met.", [("Yesterday", "2024-07-11")]),
    ("the day before yesterday", [("the day before yesterday", "2024-07-10")]),
    ("the day after tomorrow", [("the day after tomorrow", "2024-07-14")]),
    ("last month, next year", [("last month", "2024-06"), ("next year", "2025")]),
    ("earlier this year", [("this year", "2024")]),
    ("by the end of the year", [("end of the year", "2024")]),
    ("two years ago", [("two years ago", "2022")]),
    ("8 months ago", [("8 months ago", "2023-11")]),
    ("ten days ago", [("ten days ago", "2024-07-02")]),
    ("999 years ago", [("999 years ago", "1025")]),
    ("charged on the 2nd of this month", [("the 2nd of this month", "2024-07-02")]),
    ("charged on the 30th of last month", [("the 30th of last month", "2024-06-30")]),
    ("charged on the 31st of last month", [("the 31st of last month", None)]),
    ("jailed earlier today", [("today", "2024-07-12")]),
    ("jailed on New Year's Eve", [("New Year's Eve", "2023-12-31")]),
    ("jailed on New Year’s Day", [("New Year’s Day", "2024-01-01")]),
    ("jailed on Christmas Eve 2021", [("Christmas Eve 2021", "2021-12-24")]),
    ("jailed on Boxing Day last year", [("Boxing Day last year", "2023-12-26")]),
    ("on trial for a raid at Halloween in 2022", [("Halloween in 2022", "2022-10-31")]),
    ("by the year two thousand", [("the year two thousand", "2000")]),
]

WITHOUT_VALUE: list[Row] = [
    ("charged last week", [("last week", None)]),
    ("charged two weeks ago", [("two weeks ago", None)]),
    ("charged last summer", [("last summer", None)]),
    ("charged in the spring of 2019", [("in the spring of 2019", None)]),
    ("charged in winter 2019", [("in winter 2019", None)]),
    ("He was arrested overnight.", [("overnight", None)]),
    ("Three days later he confessed.", [("Three days later", None)]),
    ("He confessed the following day.", [("the following day", None)]),
    ("He confessed later that night.", [("that night", None)]),
    ("ſix years ago", [("ſix years ago", None)]),
]

NEVER = [
    "18 months in prison",
    "23 years and four months",
    "Judge April Ode, 45, may march on.",
    "He may appeal. May he?",
    "May I speak?",
    "the murder of April Jansen",
    "fined $2,000, or $2000",
    "in the 1900 block of Main Street",
    "of 2000 people",
    "in the early 1990s and the 1980’s",
    "every Friday, on Fridays, on a Friday, Black Friday",
    "The Sunday Times and USA Today",
    "bail of 10,000 at 5:30",
    "over the last year",
    "in today's world, for many of today’s drivers, the leaders of tomorrow",
    "VOA Today",
    "three or four years ago",
]


def found(text: str, published: str | None = FRIDAY) -> list[tuple[str, str | None]]:
    reference = PartialDate.parse(published) if published else None
    return [(mention.text, str(mention.value) if mention.value else None) for mention in find_dates(text, reference)]


@pytest.mark.parametrize(
    ("text", "expected"),
    ABSOLUTE + MONTHS_AND_YEARS + WITHOUT_YEAR + WEEKDAYS + RELATIVE + WITHOUT_VALUE,
)
def test_published_on_a_friday(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", NEVER)
def test_never(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        (None, "on Monday", None),
        (None, "in May", None),
        (None, "on May 5", None),
        (None, "last year", None),
        (None, "on May 5, 2003", "2003-05-05"),
        ("2024", "last year", "2023"),
        ("2024", "in May", None),
        ("2024", "yesterday", None),
        ("2024-07", "last month", "2024-06"),
        ("2024-07", "on July 5", "2024-07-05"),
        ("2024-07", "on Monday", None),
        ("2024-01-05", "in late December", "2023-12"),
        ("2024-01-05", "last month", "2023-12"),
        ("2023-12-20", "will be heard on Jan. 4", "2024-01-04"),
        ("2025-01-10", "on Feb. 29", "2024-02-29"),
        ("2026-07-01", "on Feb. 29", None),
        ("9999-12-31", "tomorrow", None),
        ("0001-01-01", "two years ago", None),
    ],
)
def test_other_publication_dates(published: str | None, text: str, value: str | None) -> None:
    assert [found_value for _, found_value in found(text, published)] == [value]


def test_a_blank_line_ends_an_expression() -> None:
    assert found("He was jailed in May\n\n10, 2009 and more") == [("May", "2024-05")]


_WORDS = st.sampled_from(
    [
        "May", "March", "Nov.", "Friday", "last", "next", "this", "the", "of", "in", "and", "to", "10", "5th",
        "2009", "’09", "12/7/2009", "year", "month", "two", "ago", ",", "-", "\n", "will", "today",
        "nineteen ninety-six", "\u2028", "ſ", "ı", "٣",
    ]
)  # fmt: skip
_TEXTS = st.text() | st.lists(_WORDS).map(" ".join) | st.lists(_WORDS).map("".join)
_DATES = st.dates().map(PartialDate.of)
_PUBLISHED = st.none() | _DATES | _DATES.map(lambda day: PartialDate(day.year, day.month))


@given(_TEXTS, _PUBLISHED)
def test_mentions_slice_the_text_in_order_without_overlap(text: str, published: PartialDate | None) -> None:
    end = 0
    for mention in find_dates(text, published):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


@given(st.dates(date(1600, 1, 1), date(2099, 12, 31)), st.sampled_from(["%Y-%m-%d", "%B %d, %Y", "%m/%d/%Y"]))
def test_a_written_date_is_read_back(day: date, form: str) -> None:
    text = f"The grand jury met on {day.strftime(form)}."
    assert found(text, None) == [(day.strftime(form), day.isoformat())]


@given(st.dates(date(1600, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d/%m/%Y", "%m/%d/%Y"]))
def test_a_date_in_digits_is_never_taken_for_another(day: date, form: str) -> None:
    ((_, value),) = found(f"on {day.strftime(form)}.", None)
    assert value in (None, day.isoformat())
    assert (value is None) == (day.day <= 12 and day.day != day.month)


def test_the_stage_writes_spans_with_rule_and_value() -> None:
    doc = spacy.blank("en")("Ana Diaz, charged last week, was convicted Friday’s eve.")
    doc.user_data["published"] = FRIDAY
    assert [(span.text, span.label_, span.kb_id_) for span in dates(doc).spans["dates"]] == [
        ("last week", "date.relative", ""),
        ("Friday", "date.weekday", "2024-07-12"),
    ]


def test_the_stage_needs_no_publication_date() -> None:
    doc = dates(spacy.blank("en")("He was jailed in 2003 and freed on Friday."))
    assert [(span.text, span.kb_id_) for span in doc.spans["dates"]] == [("2003", "2003"), ("Friday", "")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Her trial began in November 2008. On November 27 she spoke. On December 4 she was convicted.", "2008-12-04"),
        ("Her trial began in November 2023. On March 4 she was convicted.", "2024-03-04"),
        ("She was born in May 1961. On December 4 she was convicted.", "2023-12-04"),
    ],
)
def test_a_day_long_past_is_of_the_year_told_of(text: str, value: str) -> None:
    assert found(text)[-1][1] == value


def test_what_no_calendar_knows_is_reckoned() -> None:
    doc = spacy.blank("en")("Charged last week. Jailed on May 4, 2011 and a day later. Freed the next month.")
    doc.user_data["published"] = FRIDAY
    assert [span.id_ for span in dates(doc).spans["dates"]] == ["2024-07", "", "2011-05-05", "2011-06"]
