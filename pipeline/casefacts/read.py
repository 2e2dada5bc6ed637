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
from itertools import chain
from pathlib import Path, PurePath
from typing import BinaryIO, Literal, NamedTuple, cast

from charset_normalizer import from_bytes

from casefacts import export, focus, web_page
from casefacts.doubts import doubts
from casefacts.partial_date import PartialDate
from casefacts.published import DATELINE, date_in_text, labelled_date, parse_date
from casefacts.records import Article, PublishedFrom
from casefacts.web_page import Page

PAGES = (".html", ".htm", ".xhtml")
SUFFIXES = (".txt", ".text", ".md", ".markdown", *PAGES)
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
_FILES = frozenset(chain.from_iterable(export.FILES_OF.values()))
_PARTS = rf"(?:{'|'.join(export.COLUMNS)})(?:-\d+)?\.parquet|report(?:-\d+)?\.html"  # of which there may be more
_WRITTEN = re.compile(rf"{'|'.join(map(re.escape, _FILES))}|{_PARTS}")


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
    entries = _entries(folder)
    if entries is None:
        yield folder, False
        return
    of_run = folder.resolve() == out or sum(entry.name in _FILES for entry in entries) >= _RUN_FILES
    for entry in entries:
        kind = _kind(entry)
        if kind == "folder":
            yield from _walk(entry, seen, out, below=True)
        elif kind == "file" and not (of_run and _WRITTEN.fullmatch(entry.name)):
            yield entry, of_run and below


def _entries(folder: Path) -> list[Path] | None:
    """What lies in a folder and is not hidden, by name; None where it cannot be listed.

    Of the results of a cluster nothing, for none of it is an input.
    """
    with contextlib.suppress(OSError):
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
        return [] if folder / export.RESULTS_MANIFEST in entries else entries
    return None


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
    if kind == "file" and suffix(path) not in (*SUFFIXES, ""):
        if suffix(path) == ".json":
            raise Skipped("a .json file: write one JSON object a line and name it .jsonl, if it is a table of articles")
        raise Skipped(f"not a text or HTML file ({', '.join(SUFFIXES)}): convert it first, or leave it out")
    with opened(path) as file:
        data = file.read(MAX_BYTES + 1)
    if not suffix(path) and b"\0" in data and not _mark(data):
        raise Skipped("no text, by its content: convert it first, or leave it out")
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
    if ending in PAGES or (ending not in SUFFIXES and web_page.START.match(text)):
        if _OWN_PAGE.search(text, 0, _HEAD):
            raise Skipped("a page that casefacts wrote, no article: leave it out")
        made = page(text, name, published)
    else:
        made = article(text, name, published)
    return made.model_copy(update={"sha256": hashlib.sha256(data).hexdigest()})


def article(text: str, name: str = "text", published: PartialDate | None = None) -> Article:
    """Make an article of a string, which stays as it is; raises `Unreadable` when it is too long or no Unicode text."""
    if not text.isascii() and _HALF.search(text):
        raise Unreadable("holds half a character (a lone surrogate): decode it again, with the right encoding")
    title, date = _front_matter(text)
    declared, warnings = None, []
    if date:
        try:
            declared = parse_date(date)
        except ValueError as error:
            warnings.append(unread(date, error))
    return _article(Page(text, title, declared), name, published, warnings)


def page(html: str, name: str = "page", published: PartialDate | None = None) -> Article:
    """Make an article of an HTML page or a piece of one; raises `Unreadable` when there is no text in it."""
    try:
        return _article(web_page.read_page(html), name, published)
    except web_page.NoPage as error:
        raise Unreadable(str(error)) from None


def unread(date: str, error: ValueError) -> str:
    """The warning about a date of an article that cannot be read."""
    return f"published {' '.join(date.split())[:60]!r}: {error}"


def _article(page: Page, name: str, option: PartialDate | None, warnings: Iterable[str] = ()) -> Article:
    text = page.text
    if any(end - start > focus.LONGEST_PARAGRAPH for start, end in focus.parts(text)):
        raise Skipped(f"a paragraph is longer than {focus.LONGEST_PARAGRAPH:,} characters: break it into lines")
    sections = focus.sections(text)
    published, source = _first_date(page, option, sections)
    return Article(
        name=name,
        text=text,
        title=page.title or _title(text, sections),
        published=str(published) if published else None,
        published_from=source,
        warnings=(*warnings, *doubts(text, sections, page.is_list)),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def _first_date(
    page: Page, option: PartialDate | None, sections: list[focus.Section]
) -> tuple[PartialDate | None, PublishedFrom | None]:
    """The date, and where it is from: what is declared or called the publication's before what only stands there."""
    if option:
        return option, "option"
    if page.published:
        return page.published, "metadata"
    if page.shown or page.changed:
        called = labelled_date(page.text, sections)
        if called or page.shown:
            return (called, "text") if called else (page.shown, "metadata")
    if told := date_in_text(page.text, sections):
        return told, "text"
    return (page.changed, "metadata") if page.changed else (None, None)


def _title(text: str, sections: list[focus.Section]) -> str | None:
    """The first line of the article if it is a headline; Markdown's "# " is no part of it."""
    first = next((section for section in sections if section.kind in {"headline", "prose"}), None)
    if first is None or first.kind != "headline":
        return None
    title = " ".join(text[first.start : first.end].split()).lstrip("# ")
    return title if len(title) <= _TITLE_LENGTH and not DATELINE.match(title) else None


# --- bytes to text -----------------------------------------------------------------------------------------

_BOMS = (  # the longer ones first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# The report of a run, and the page of errors, also of versions that left no mark in it
_OWN_PAGE = re.compile(r'<meta name="generator" content="casefacts">|<title>casefacts: errors</title>')
_HEAD = 4096  # characters in which the head of a page tells what it is

# '<meta charset="iso-8859-1">', 'content="text/html; charset=utf-8"', '<?xml version="1.0" encoding="iso-8859-1"?>'
_DECLARED = re.compile(rb"(?:<meta[^>]{1,200}?charset|^<\?xml[^>]{1,100}?encoding)=[\"']?([\w-]{1,30})", re.IGNORECASE)

# "wasÕt", "caf‡s": what the wrong encoding makes of an apostrophe or an accent
_GARBLED = re.compile(r"[a-z](?:[À-ÞŠŒŽŸ]|[^\x00-\x7f\w\s’‘“”–—…·\xad])[a-z]")

_HALF = re.compile("[\ud800-\udfff]")  # of a character: what decoding with another encoding leaves

_TELLING, _SHOWING = 8, 64  # bytes that tell UTF-16 without a mark, and that are looked at

_TITLE_LENGTH = 250  # characters; the longest headlines of press offices have some 200


def decode(data: bytes) -> str:
    """Decode a text file or an HTML page; line ends become "\n" and a byte order mark is dropped.

    Raises `Unreadable` for binary content and for bytes that no encoding explains.
    """
    try:
        text = data.decode(encoding_of(data))
    except UnicodeDecodeError:
        raise Unreadable("damaged Unicode text: save it again as UTF-8") from None
    if "\0" in text:
        raise Unreadable("binary content, not text: convert it to text first")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def encoding_of(data: bytes) -> str:
    """The encoding of a text, by its mark, or UTF-8, or as guessed. Raises `Unreadable` as `decode` does."""
    if mark := _mark(data):
        return mark
    if b"\0" in data:
        raise Unreadable("binary content, not text: convert it to text first")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)
    return "utf-8"


def _mark(data: bytes) -> str | None:
    """The encoding that a text tells by its byte order mark, or in UTF-16 by every other byte of its beginning."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return encoding
    start = data[:_SHOWING]
    for encoding, zeros, others in (("utf-16-le", start[1::2], start[::2]), ("utf-16-be", start[::2], start[1::2])):
        if len(start) >= _TELLING and not any(zeros) and all(others):
            return encoding
    return None


def _guess(data: bytes) -> str:
    """The encoding of bytes that are not UTF-8: as an HTML page declares, else Western or as measured.

    English needs so few characters beyond ASCII that charset-normalizer often mistakes the two encodings that
    English texts came in for rarer ones; it is asked only where these two would garble words.
    """
    declared = _DECLARED.search(data[:4096])
    for encoding in [declared[1].decode("ascii")] if declared else []:
        with contextlib.suppress(LookupError, UnicodeDecodeError):
            data.decode(encoding)
            return encoding
    beyond_ascii = sum(byte >= 0x80 for byte in data)
    for encoding in ("cp1252", "mac_roman") if beyond_ascii <= 2 + len(data) // 10 else ():
        with contextlib.suppress(UnicodeDecodeError):
            if not _GARBLED.search(data.decode(encoding)):
                return encoding
    best = from_bytes(data).best()
    if best is None:
        raise Unreadable("unknown encoding: save it as UTF-8")
    return best.encoding


# --- Markdown ----------------------------------------------------------------------------------------------

# 'title: "Baker jailed"', "date: 2019-08-22"; not "title: >", whose text is on the lines below
_FRONT_FIELD = re.compile(r"^(title|date):[ \t]{1,9}(?![>|])(\S.*)$", re.IGNORECASE | re.MULTILINE)


def _front_matter(text: str) -> tuple[str | None, str | None]:
    """The title and the date, as it is written, that the front matter of a Markdown text declares."""
    block = focus.FRONT_MATTER.match(text)
    fields = {name.lower(): value.strip() for name, value in _FRONT_FIELD.findall(block[1] if block else "")}
    return _unquoted(fields.get("title", "")) or None, _unquoted(fields.get("date", "")) or None


def _unquoted(value: str) -> str:
    return value[1:-1] if value[:1] in {"'", '"'} and value.endswith(value[:1]) else value
