"""From a path to an `Article`: its one canonical text, title, publication date and where that came from.

The canonical text of a .txt or .md file is its decoded content with "\\n" line ends and without a byte order
mark; that of an HTML page is its headline and main text. Every offset that the program writes points into it.
"""

from __future__ import annotations

import codecs
import contextlib
import gzip
import hashlib
import re
import stat
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any, BinaryIO, Literal, NamedTuple, cast

from charset_normalizer import from_bytes

from casefacts import export, focus
from casefacts.partial_date import PartialDate
from casefacts.records import Article, PublishedFrom

SUFFIXES = (".txt", ".md", ".html", ".htm")
MAX_BYTES = 64_000_000  # of one file; a novel has about one million


class Unreadable(Exception):
    """No article can be had from this input; the message is one line that says why and what to do."""

    status: Literal["failed", "skipped"] = "failed"


class Skipped(Unreadable):
    """An input that was never meant to be an article: another kind of file, or an empty one."""

    status = "skipped"


# --- files -------------------------------------------------------------------------------------------------


class FoundFile(NamedTuple):
    """A file, the name by which outputs call it, and why it is not to be read, if so."""

    path: Path
    name: str
    fault: Skipped | None = None


def find_files(paths: Iterable[Path], out: Path | None = None) -> Iterator[FoundFile]:
    """Every file in the folders and every file named, with the name by which outputs call it; sorted by name.

    The name is the path relative to the folder. When two inputs hold the same name, all names are given the
    folder's name in front, or if that does not help the whole path. Hidden files and folders are left out, and so
    is what a run wrote, into `out` or another folder; what else lies in such a folder is not to be read, unless the
    folder or the file is named itself. What cannot be listed or does not exist is yielded too: `read_file` says
    what is wrong with it.
    """
    paths = list(paths)
    folders = [path for path in paths if _kind(path) == "folder"]
    found: dict[Path, tuple[Path, Path, bool]] = {  # the file, its input folder, and whether it lies in a run's
        path.absolute(): (path, path.parent, False) for path in paths if path not in folders
    }
    for folder in folders:
        for file, of_run in _walk(folder, set(), out.resolve() if out else None):
            found.setdefault(file.absolute(), (file, folder.parent if file == folder else folder, of_run))
    names = _names([(file, root) for file, root, _ in found.values()])
    listed = [
        FoundFile(file, name, Skipped(_OF_RUN) if of_run else None)
        for name, (file, _, of_run) in zip(names, found.values(), strict=True)
    ]
    yield from sorted(listed, key=lambda file: file.name)


_OF_RUN = "in the folder of a run: name the file to read it"
_RUN_FILES = 2  # from which on a folder is taken for that of a run; one may be a table of the user's own
_REPORT = re.compile(r"report(-\d+)?\.html")


def _kind(path: Path) -> Literal["folder", "file", "other"]:
    """What the path leads to; what cannot be looked at passes for a file, so that reading it reports why."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return "file"
    if stat.S_ISDIR(mode):
        return "folder"
    return "file" if stat.S_ISREG(mode) else "other"


def _walk(folder: Path, seen: set[Path], out: Path | None, below: bool = False) -> Iterator[tuple[Path, bool]]:
    """The files below a folder that no run wrote, and whether they lie in a run's folder below the one named.

    Each folder once, so that a loop of links ends.
    """
    if folder.resolve() in seen:
        return
    seen.add(folder.resolve())
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError:
        yield folder, False
        return
    of_run = folder.resolve() == out or sum(entry.name in export.FILES for entry in entries) >= _RUN_FILES
    for entry in entries:
        kind = _kind(entry)
        if kind == "folder":
            yield from _walk(entry, seen, out, below=True)
        elif kind == "file" and not (of_run and (entry.name in export.FILES or _REPORT.fullmatch(entry.name))):
            yield entry, of_run and below


def _names(found: list[tuple[Path, Path]]) -> list[str]:
    """For each file, with its input folder, the shortest spelling that tells all of them apart."""
    relative = [file.relative_to(root).as_posix() for file, root in found]
    prefixed = [f"{root.resolve().name}/{name}" for (_, root), name in zip(found, relative, strict=True)]
    whole = [file.absolute().as_posix() for file, _ in found]
    names = next((names for names in (relative, prefixed) if len(set(names)) == len(names)), whole)
    return [printable(name) for name in names]


def printable(name: str) -> str:
    """A name for the outputs: "?" for line breaks, and for the bytes of a file name that are not valid UTF-8."""
    return re.sub(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", "?", name).encode("utf-8", "replace").decode("utf-8")


def read_file(path: Path, name: str, published: PartialDate | None = None) -> Article:
    """Read one file as an article; raises `Unreadable`, or `Skipped` for what was never meant to be one."""
    return read_bytes(content(path), name, published)


def content(path: Path) -> bytes:
    """The bytes of a text or HTML file, unpacked if it is a .gz; raises `Unreadable` or `Skipped` as above."""
    kind = _kind(path)
    if kind == "other":
        raise Unreadable("not a regular file: save its content as a file first")
    if kind == "file" and suffix(path) not in SUFFIXES:
        raise Skipped(f"not a text or HTML file ({', '.join(SUFFIXES)}): convert it first, or leave it out")
    with opened(path) as file:
        data = file.read(MAX_BYTES + 1)
    return data


def suffix(path: PurePath) -> str:
    """The ending that tells the format, in lower case: ".csv" for "News.CSV.gz"."""
    return (path.with_suffix("") if path.suffix.lower() == ".gz" else path).suffix.lower()


@contextlib.contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file, unpacked if it is a .gz; what goes wrong inside the block is raised as `Unreadable`."""
    try:
        with gzip.open(path, "rb") if path.suffix.lower() == ".gz" else path.open("rb") as file:
            yield cast(BinaryIO, file)
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise Unreadable("a damaged .gz: get it anew") from None
    except FileNotFoundError:
        raise Unreadable("no such file: check the path") from None
    except PermissionError:
        raise Unreadable("not permitted to read it: check its permissions") from None
    except OSError as error:
        raise Unreadable(f"cannot be read ({error.strerror}): check the path") from None


def read_bytes(data: bytes, name: str = "text", published: PartialDate | None = None) -> Article:
    """Read a text or an HTML page, told apart by the name's ending, or without one by how it begins.

    Raises `Unreadable`, or `Skipped` when there is nothing in it.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable(f"longer than {MAX_BYTES:,} bytes: split it into its articles")
    text = decode(data)
    if not text.strip():
        raise Skipped("empty file: nothing to read")
    ending = suffix(PurePath(name))
    if ending in {".html", ".htm"} or (ending not in SUFFIXES and _HTML_START.match(text)):
        if _OWN_PAGE.search(text, 0, _HEAD):
            raise Skipped("a page that casefacts wrote, no article: leave it out")
        made = _page(text, name, published)
    else:
        made = article(text, name, published)
    return made.model_copy(update={"sha256": hashlib.sha256(data).hexdigest()})


def article(text: str, name: str = "text", published: PartialDate | None = None) -> Article:
    """Make an article of a string, which stays as it is; raises `Unreadable` when it is too long or no Unicode text."""
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        raise Unreadable("holds half a character (a lone surrogate): decode it again, with the right encoding")
    return _article(text, name, published, *_front_matter(text))


def _article(
    text: str,
    name: str,
    option: PartialDate | None,
    metadata: PartialDate | None = None,
    title: str | None = None,
) -> Article:
    if any(end - start > focus.LONGEST_PARAGRAPH for start, end in focus.parts(text)):
        raise Skipped(f"a paragraph is longer than {focus.LONGEST_PARAGRAPH:,} characters: break it into lines")
    sections = focus.sections(text)
    published, source = _first_date(option=option, metadata=metadata, text=_published(text, sections))
    return Article(
        name=name,
        text=text,
        title=title or _title(text, sections),
        published=str(published) if published else None,
        published_from=source,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def _first_date(
    option: PartialDate | None, metadata: PartialDate | None, text: PartialDate | None
) -> tuple[PartialDate | None, PublishedFrom | None]:
    if option:
        return option, "option"
    if metadata:
        return metadata, "metadata"
    return (text, "text") if text else (None, None)


def _title(text: str, sections: list[focus.Section]) -> str | None:
    """The first line of the article if it is a headline; Markdown's "# " is no part of it."""
    first = next((section for section in sections if section.kind in {"headline", "prose"}), None)
    if first is None or first.kind != "headline":
        return None
    title = " ".join(text[first.start : first.end].split()).lstrip("# ")
    return title if len(title) <= _TITLE_LENGTH and not _DATELINE.match(title) else None


# --- bytes to text -----------------------------------------------------------------------------------------

_BOMS = (  # the longer ones first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# "<!DOCTYPE html>", "<html lang="en">", also after an XML declaration or a comment
_HTML_START = re.compile(r"\s{0,100}(?:<\?xml[^>]{0,200}>\s{0,100})?<(?:!doctype html|html[\s>])", re.IGNORECASE)

# The report of a run, and the page of errors, also of versions that left no mark in it
_OWN_PAGE = re.compile(r'<meta name="generator" content="casefacts">|<title>casefacts: errors</title>')
_HEAD = 4096  # characters in which the head of a page tells what it is

# '<meta charset="iso-8859-1">', 'content="text/html; charset=utf-8"'
_DECLARED = re.compile(rb"<meta[^>]{1,200}?charset=[\"']?([\w-]{1,30})", re.IGNORECASE)

# "wasÕt", "caf‡s": what the wrong encoding makes of an apostrophe or an accent
_GARBLED = re.compile(r"[a-z](?:[À-ÞŠŒŽŸ]|[^\x00-\x7f\w\s’‘“”–—…·\xad])[a-z]")

_TITLE_LENGTH = 250  # characters; the longest headlines of press offices have some 200


def decode(data: bytes) -> str:
    """Decode a text file or an HTML page; line ends become "\n" and a byte order mark is dropped.

    Raises `Unreadable` for binary content and for bytes that no encoding explains.
    """
    mark = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)
    if mark is None and b"\0" in data:
        raise Unreadable("binary content, not text: convert it to text first")
    try:
        text = data.decode(mark or "utf-8")
    except UnicodeDecodeError:
        if mark:
            raise Unreadable("damaged Unicode text: save it again as UTF-8") from None
        text = _guess(data)
    if "\0" in text:
        raise Unreadable("binary content, not text: convert it to text first")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guess(data: bytes) -> str:
    """Decode bytes that are not UTF-8: as an HTML page declares, else as Western or as measured.

    English needs so few characters beyond ASCII that charset-normalizer often mistakes the two encodings that
    English texts came in for rarer ones; it is asked only where these two would garble words.
    """
    declared = _DECLARED.search(data[:4096])
    for encoding in [declared[1].decode("ascii")] if declared else []:
        with contextlib.suppress(LookupError, UnicodeDecodeError):
            return data.decode(encoding)
    beyond_ascii = sum(byte >= 0x80 for byte in data)
    for encoding in ("cp1252", "mac_roman") if beyond_ascii <= 2 + len(data) // 10 else ():
        with contextlib.suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            if not _GARBLED.search(text):
                return text
    best = from_bytes(data).best()
    if best is None:
        raise Unreadable("unknown encoding: save it as UTF-8")
    return str(best)


# --- HTML --------------------------------------------------------------------------------------------------

# "<div>", "</td>"; elements that need no end tag do not nest
_TAG = re.compile(
    r"<(/)?(?!(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|source|t[drh]|track|wbr)\b)[a-z]",
    re.IGNORECASE,
)
_DEEPEST = 250  # what libxml2 reads; the deepest pages of newspapers have some 50

_MAIN_TEXT: dict[str, Any] = {"with_metadata": True, "include_comments": False}
# Fixed, because the library would otherwise refuse days after today, by the machine's clock.
_DATE_SEARCH = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1800-01-01",
    "max_date": "2200-01-01",
}


def _page(html: str, name: str, published: PartialDate | None) -> Article:
    """The article of an HTML page: headline and main text; all its text where no main text stands out."""
    import trafilatura  # here because loading it takes a third of a second that plain text need not wait for

    if not _HTML_START.match(html):
        html = f"<html><body>{html}</body></html>"
    if _nested(html):
        raise Unreadable(f"an HTML page of more than {_DEEPEST} nested elements: save the article as text")
    extracted: Any = trafilatura.bare_extraction(html, **_MAIN_TEXT)
    if extracted and extracted.text and "\n" not in extracted.text:
        # a short page may come back run together in one line; this mode keeps its paragraphs
        extracted = trafilatura.bare_extraction(html, favor_precision=True, **_MAIN_TEXT) or extracted
    text = (extracted.text if extracted else None) or trafilatura.html2txt(html)
    if not text.strip():
        raise Unreadable("no text found in this HTML page: save the article as text")
    title = extracted.title if extracted else None
    if title and not _begins_with(text, title):
        text = f"{title}\n\n{text}"
    return _article(text, name, published, _page_date(html), title)


def _nested(html: str) -> bool:
    """Whether elements lie so deep in each other that the libraries would take hours or break."""
    depth = 0
    for tag in _TAG.finditer(html):
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        if depth > _DEEPEST:
            return True
    return False


def _begins_with(text: str, title: str) -> bool:
    """Whether the title is among the first lines already, be it without the name of the paper."""
    wanted = " ".join(title.casefold().split())
    lines = [" ".join(line.casefold().split()) for line in text[:2000].split("\n")[:3]]
    return any(line and (line in wanted or wanted in line) for line in lines)


def _page_date(html: str) -> PartialDate | None:
    """The publication date that the page declares in its head, in linked data or at the top of its article.

    The rest of the page is left out of the search, for the dates there are those of other stories.
    """
    import trafilatura

    tree: Any = trafilatura.load_html(html)
    if tree is None:
        return None
    for body in tree.xpath("//body"):
        declared = body.xpath(".//script[@type='application/ld+json']")
        declared += body.xpath("(.//article[.//h1])[1]//*[self::header or self::time]")
        body.clear()
        body.extend(declared)
    found: Any = trafilatura.extract_metadata(tree, date_config=_DATE_SEARCH)
    return PartialDate.parse(found.date) if found and found.date else None


# --- Markdown ----------------------------------------------------------------------------------------------

# 'title: "Baker jailed"', "date: 2019-08-22"; not "title: >", whose text is on the lines below
_FRONT_FIELD = re.compile(r"^(title|date):[ \t]{1,9}(?![>|])(\S.*)$", re.IGNORECASE | re.MULTILINE)


def _front_matter(text: str) -> tuple[PartialDate | None, str | None]:
    """The date and the title that the front matter of a Markdown text declares."""
    block = focus.FRONT_MATTER.match(text)
    fields = {name.lower(): value.strip() for name, value in _FRONT_FIELD.findall(block[1] if block else "")}
    title = fields.get("title", "")
    if title[:1] in {"'", '"'} and title.endswith(title[:1]):
        title = title[1:-1]
    return _date_in(_DATE_AT_START.match(fields.get("date", ""))), title or None


# --- the publication date in the text ----------------------------------------------------------------------

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,7}}\.?"  # lenient: "Sept.", and press offices write "Septemeber"
_YEAR = r"(?:1[89]|20)\d\d"

# "2023-08-10", "July 25, 2014", "Nov. 11 , 2006", "14th November 2017", "4/13/2017"
_DATE = rf"""
    (?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s{{1,3}})?
    (?: (?P<iso>{_YEAR}-\d\d-\d\d)(?!\d)
      | (?P<month_first>{_MONTH})\s{{0,3}}(?P<day_second>\d{{1,2}})(?:st|nd|rd|th)?
        \s?,?\s{{0,3}}(?P<year_1>{_YEAR})\b
      | (?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month_second>{_MONTH}),?\s(?P<year_2>{_YEAR})\b
      | (?P<slash_1>\d{{1,2}})/(?P<slash_2>\d{{1,2}})/(?P<year_3>{_YEAR})\b )"""

_DATE_AT_START = re.compile(rf"\W{{0,3}}{_DATE}", re.IGNORECASE | re.VERBOSE)

# what may follow a date on its line: "10:30 a.m.", "at 5 pm", "Contact: Ana Diaz", "by Ana Diaz", ", 2006"
_AFTER_DATE = re.compile(
    rf"""\W*(?: (?:at\s)?\d{{1,2}}(?:[:.]\d\d|\s?[ap]\.?m).* | T\d\d:.*
        | (?:media\s|press\s)?contacts?\b.* | by\s.* | {_YEAR} )?""",
    re.IGNORECASE | re.VERBOSE,
)

# "HANOI, April 2, 1997 (AFP)", "MILLBROOK, Calif. (March 5, 2019) –"; not "On Friday, March 3, 2019 –"
_DATELINE = re.compile(
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

# "By Ana Diaz, March 16, 2006"
_BYLINE = re.compile(r"by\s.{1,60}?[,–—-]\s", re.IGNORECASE)

# "WHEN:", "Court date" above a date or "Time: 10 a.m.", "Place" below it: the date of an event to come
_EVENT_ABOVE = re.compile(r"(?:when|(?:court|trial|hearing|event) date|date and time)\b", re.IGNORECASE)
_EVENT_BELOW = re.compile(r"(?:time|where|place|location|venue)\b", re.IGNORECASE)

# "Courts round-up: Tuesday, July 31, 2012", "**Wednesday, March 9, 2011.** The ..."; the weekday makes it sure
_HEADING_DATE = re.compile(
    rf"""(?:.{{1,80}}[:,]["”]?\s|\*{{1,2}})(?=\w{{3,6}}day\b){_DATE}(?:$|\.?\*)""", re.IGNORECASE | re.VERBOSE
)

_STAMP = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?\S{0,6}")
_PROSE_WORDS = 10  # a sentence with more words is a paragraph, not a line of the head of an article
_TYPO_DAYS = 1  # most releases go on line the same or the next day; at 5 days, moved archives look like slips


def _published(text: str, sections: list[focus.Section]) -> PartialDate | None:
    """The publication date that the text itself gives; dates in prose and in lists of stories don't count."""
    lines = [" ".join(text[s.start : s.end].split()) for s in sections if s.kind != "teaser"]
    head = _head(lines)
    release, page = _release_date(head), _labelled(lines, _PAGE)
    return (
        _settle(release, page)
        or next((found for line in head if (found := _date_in(_DATELINE.match(line)))), None)
        or _lone_date(head, lines)
        or next((found for line in head if (found := _date_in(_HEADING_DATE.match(line)))), None)
        or _stamp(lines)
        or _labelled(lines, _UPDATED)
    )


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
    for part in re.split(r"[|•·]", line[:200]):
        match = _DATE_AT_START.match(part.strip())
        if match and _AFTER_DATE.fullmatch(part.strip()[match.end() :]):
            return _date_in(match)
    return None


def _after_label(lines: list[str], index: int, label: re.Pattern[str]) -> PartialDate | None:
    """The date after a label, on its line or alone on the next one; None where the line has no such label."""
    match = label.match(lines[index])
    if match is None or _is_paragraph(lines[index]):
        return None
    rest = lines[index][match.end() :]
    if rest or index + 1 == len(lines):
        return _date_in(_DATE_AT_START.match(rest))
    return _date_alone(lines[index + 1])


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
        if _STAMP.fullmatch(line) and (found := _date_in(_DATE_AT_START.match(line))):
            stamps.append(found)
        elif stamps:
            break
    return min(stamps, default=None)
