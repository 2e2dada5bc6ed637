"""From files and bytes to articles. All names and places are invented."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefacts.focus import LONGEST_PARAGRAPH
from casefacts.partial_date import PartialDate
from casefacts.read import (
    MAX_BYTES,
    Skipped,
    Unreadable,
    article,
    decode,
    find_files,
    read_bytes,
    read_file,
)

STORY = "Aldous Penhale, 44, was jailed for two years at Millbrook Crown Court after a long trial on Friday."
MORE = "The judge said that he had betrayed the trust of his employer over a long time, and he wept."


def names(*paths: Path) -> list[str]:
    return [file.name for file in find_files(paths)]


class TestFindFiles:
    def test_folder_is_walked_in_order_and_hidden_entries_are_left_out(self, tmp_path: Path) -> None:
        for name in ("b.txt", "a/z.html", "a/b.pdf", ".hidden.txt", ".git/c.txt", "a.txt"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text("x")
        assert names(tmp_path) == ["a.txt", "a/b.pdf", "a/z.html", "b.txt"]

    def test_single_and_missing_file(self, tmp_path: Path) -> None:
        (tmp_path / "b.txt").write_text("x")
        assert names(tmp_path / "b.txt", tmp_path / "none.txt") == ["b.txt", "none.txt"]

    def test_same_file_twice_is_one(self, tmp_path: Path) -> None:
        (tmp_path / "b.txt").write_text("x")
        assert names(tmp_path, tmp_path / "b.txt") == ["b.txt"]

    def test_same_name_in_two_folders(self, tmp_path: Path) -> None:
        for name in ("one/a.txt", "two/a.txt", "two/b.txt"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text("x")
        assert names(tmp_path / "one", tmp_path / "two") == ["one/a.txt", "two/a.txt", "two/b.txt"]

    def test_same_name_in_two_folders_of_the_same_name(self, tmp_path: Path) -> None:
        for name in ("one/in/a.txt", "two/in/a.txt"):
            (tmp_path / name).parent.mkdir(parents=True)
            (tmp_path / name).write_text("x")
        found = names(tmp_path / "one/in", tmp_path / "two/in")
        assert found == [f"{tmp_path.as_posix()}/{name}" for name in ("one/in/a.txt", "two/in/a.txt")]

    def test_links_in_a_loop_end(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("x")
        (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "self.txt").symlink_to("self.txt")
        assert names(tmp_path) == ["a.txt", "self.txt"]
        with pytest.raises(Unreadable, match="check the path"):
            read_file(tmp_path / "self.txt", "self.txt")

    def test_pipes_are_not_opened(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.txt")
        assert names(tmp_path) == []
        with pytest.raises(Unreadable, match="not a regular file"):
            read_file(tmp_path / "pipe.txt", "pipe.txt")

    def test_file_name_that_is_not_utf8(self, tmp_path: Path) -> None:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("x")
        assert names(tmp_path) == ["caf?.txt"]

    RUN = ("charges.csv", "articles.csv", "facts.jsonl", "facts.sqlite", "report.html", "report-2.html")

    def test_what_a_run_wrote_is_left_out(self, tmp_path: Path) -> None:
        for name in self.RUN:
            (tmp_path / name).write_text("x")
        (tmp_path / "a.txt").write_text("x")
        assert names(tmp_path) == ["a.txt"]
        assert names(tmp_path, tmp_path / "facts.jsonl") == ["a.txt", "facts.jsonl"]

    @pytest.mark.parametrize("files", [RUN, ("a.csv",)], ids=["an earlier run", "to be written to"])
    def test_the_folder_of_a_run_is_not_read(self, files: tuple[str, ...], tmp_path: Path) -> None:
        out = tmp_path / "in" / "out"
        out.mkdir(parents=True)
        for name in (*files, "notes.txt"):
            (out / name).write_text("x")
        (tmp_path / "in" / "a.txt").write_text("x")
        found = list(find_files([tmp_path / "in"], out))
        assert {file.name for file in found if file.fault is None} == {"a.txt"}
        assert "notes.txt" in {file.path.name for file in found if file.fault and "name the file" in str(file.fault)}
        assert names(out / "notes.txt") == ["notes.txt"]

    def test_a_table_of_a_name_that_a_run_uses_is_read(self, tmp_path: Path) -> None:
        for name in ("articles.csv", "report.html"):
            (tmp_path / name).write_text("x")
        assert names(tmp_path) == ["articles.csv", "report.html"]

    def test_names_without_line_breaks(self, tmp_path: Path) -> None:
        (tmp_path / "two\nlines.txt").write_text("x")
        assert names(tmp_path) == ["two?lines.txt"]


class TestUnreadable:
    def test_half_a_character(self) -> None:
        with pytest.raises(Unreadable, match="lone surrogate"):
            article("Ana Diaz was charged \ud800 with theft.")

    @pytest.mark.parametrize(
        ("name", "data", "kind", "message"),
        [
            ("a.pdf", b"%PDF-1.7", Skipped, "not a text or HTML file"),
            ("a.txt", b"", Skipped, "empty"),
            ("a.txt", b"\xef\xbb\xbf \r\n", Skipped, "empty"),
            ("a.txt", b"PK\x03\x04\0\0", Unreadable, "binary"),
            ("a.txt", b"\xff\xfea", Unreadable, "damaged Unicode"),
            ("a.txt", b"a" * (LONGEST_PARAGRAPH + 1), Skipped, "a paragraph is longer than 1,000,000 characters"),
            ("a.html", b" " * (MAX_BYTES + 1), Unreadable, "longer than 64,000,000 bytes"),
            ("a.html", b"<div>" * 200_000, Unreadable, "more than 250 nested elements"),
            ("a.txt.gz", b"\x1f\x8b\x08 no", Unreadable, "damaged .gz"),
            ("a.html", b"<html><script>x</script></html>", Unreadable, "no text found"),
            ("a.html", b'<!doctype html><meta name="generator" content="casefacts"><p>x', Skipped, "casefacts wrote"),
            ("a.html", b"<!doctype html><title>casefacts: errors</title><p>x", Skipped, "casefacts wrote"),
        ],
    )
    def test_reason_and_status(
        self, tmp_path: Path, name: str, data: bytes, kind: type[Unreadable], message: str
    ) -> None:
        (tmp_path / name).write_bytes(data)
        with pytest.raises(Unreadable, match=message) as caught:
            read_file(tmp_path / name, name)
        assert type(caught.value) is kind
        assert caught.value.status == ("skipped" if kind is Skipped else "failed")
        assert "\n" not in str(caught.value)

    def test_missing_file_and_folder(self, tmp_path: Path) -> None:
        with pytest.raises(Unreadable, match="no such file"):
            read_file(tmp_path / "none.txt", "none.txt")
        with pytest.raises(Unreadable, match="cannot be read"):
            read_file(tmp_path, "folder")

    def test_forbidden(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "a.txt").write_text("x")

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError

        monkeypatch.setattr(Path, "open", refuse)
        with pytest.raises(Unreadable, match="not permitted"):
            read_file(tmp_path / "a.txt", "a.txt")
        monkeypatch.setattr(Path, "iterdir", refuse)
        assert names(tmp_path) == [tmp_path.name]


class TestDecode:
    TEXT = "Judge Núñez said the “stolen” £5,000 wasn’t returned – yet.\nHe was jailed."

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "mac_roman"])
    def test_encodings(self, encoding: str) -> None:
        assert decode(self.TEXT.encode(encoding)) == self.TEXT

    @pytest.mark.parametrize("text", ["Roe wasn’t there.", "A £40 fine was imposed at Millbrook.", "café"])
    def test_short_western_texts(self, text: str) -> None:
        assert decode(text.encode("cp1252")) == text

    def test_other_alphabets(self) -> None:
        text = "Мужчина приговорён к пяти годам лишения свободы за кражу муки."
        assert decode(text.encode("cp1251")) == text

    def test_declared_in_the_page(self) -> None:
        page = '<html><head><meta charset="iso-8859-2"></head><body>Łódź</body></html>'
        assert decode(page.encode("iso-8859-2")) == page

    def test_line_ends(self) -> None:
        assert decode(b"a\r\nb\rc\n") == "a\nb\nc\n"

    @given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\ufeff")))
    def test_utf8_comes_back(self, text: str) -> None:
        assert decode(text.encode()) == text

    @given(st.binary())
    def test_any_bytes_decode_or_are_refused(self, data: bytes) -> None:
        with contextlib.suppress(Unreadable):
            assert "\0" not in decode(data)


class TestText:
    def test_article(self) -> None:
        data = f"\ufeffBaker jailed\r\n\r\n{STORY}".encode()
        made = read_bytes(data, "a.txt")
        assert made.text == f"Baker jailed\n\n{STORY}"
        assert (made.name, made.title) == ("a.txt", "Baker jailed")
        assert (made.published, made.published_from) == (None, None)
        assert made.sha256 == hashlib.sha256(data).hexdigest()

    def test_string_stays_as_it_is(self) -> None:
        text = f" {STORY}\r\n"
        assert article(text).text == text

    @pytest.mark.parametrize(
        ("text", "title"),
        [
            (f"Baker jailed\n\n{STORY}", "Baker jailed"),
            (f"# Baker jailed\n\n{STORY}", "Baker jailed"),
            (f"Did the baker go to prison?\n{STORY}", "Did the baker go to prison?"),
            (f"May 4, 2021 Contact: Ida Crane\n555-347-8408\nBaker jailed\n{STORY}", "Baker jailed"),
            (STORY, None),
            (f"{STORY}\n{MORE}", None),
            ("", None),
        ],
    )
    def test_title(self, text: str, title: str | None) -> None:
        assert article(text).title == title

    @pytest.mark.parametrize(
        ("block", "title", "date"),
        [
            ('title: "Baker jailed"\ndate: 2019-08-22', "Baker jailed", "2019-08-22"),
            ("layout: story\nDate: August 22, 2019\nTitle: 'Baker: jailed'  ", "Baker: jailed", "2019-08-22"),
            ("title: Baker jailed\ndate: '2019-08-22T10:00:00Z'", "Baker jailed", "2019-08-22"),
            ("date: 2019-02-30\ntitle: Baker jailed", "Baker jailed", None),
        ],
    )
    def test_front_matter(self, block: str, title: str, date: str | None) -> None:
        text = f"---\n{block}\n---\n\n# Did he bake?\n\n{STORY}\n"
        made = read_bytes(text.encode(), "a.md")
        assert made.text == text
        assert (made.title, made.published) == (title, date)
        assert made.published_from == ("metadata" if date else None)

    @pytest.mark.parametrize(
        "text",
        [
            f"{STORY}\n\n---\ntitle: Baker jailed\ndate: 2019-08-22\n---\n",
            f"---\ntitle: Baker jailed\ndate: 2019-08-22\n\n{STORY}",
            f"---\ntitle: >\n  Baker\ndate:\n---\n\n{STORY}",
        ],
    )
    def test_no_front_matter(self, text: str) -> None:
        made = article(text, "a.md")
        assert made.published_from != "metadata"
        assert made.title not in {"Baker jailed", ">"}

    def test_markup_in_plain_text_is_text(self) -> None:
        assert read_bytes(b"<html><p>Hi</p></html>", "a.txt").text == "<html><p>Hi</p></html>"


class TestPublished:
    @pytest.mark.parametrize(
        ("head", "date"),
        [
            ("FOR IMMEDIATE RELEASE Thursday, April 13, 2017\nBaker jailed", "2017-04-13"),
            (
                "For Immediate Release\nCase # 14MB2704\n14MB2705\nApril 13, 2017\nBaker jailed",
                "2017-04-13",
            ),
            ("Baker jailed\nPublished\nJuly 25, 2014\nHome", "2014-07-25"),
            ("Baker jailed\nPublished March 16, 2006", "2006-03-16"),
            ("Baker jailed\nPosted by Ida Crane on 16 March 2006", "2006-03-16"),
            ("Case # 16MB0293\nDate: December 7, 2015\nBaker jailed", "2015-12-07"),
            ("Baker jailed\nHANOI, April 2 , 1997 (AFP)", "1997-04-02"),
            ("Baker jailed\nMILLBROOK, Dec 15 , 2006, 2006", "2006-12-15"),
            ("Baker jailed\nNEW MILLBROOK, Calif. (Nov. 11, 2006) – The baker wept.", "2006-11-11"),
            ("July 14, 2021 Contact: Ida Crane\nBaker jailed", "2021-07-14"),
            ("14 November 2017", "2017-11-14"),
            ("Baker jailed\nBy Ida Crane | 4th May 2021 | 3 min read", "2021-05-04"),
            ("Baker jailed\nBy Ida Crane, May 4, 2021", "2021-05-04"),
            ("Baker jailed\nSept. 3, 2019 10:30 a.m.", "2019-09-03"),
            ("Baker jailed\nSeptemeber 3, 2019", "2019-09-03"),
            ("Baker jailed\n4/13/2017", "2017-04-13"),
            ("Baker jailed\nUpdated 3 May 2019", "2019-05-03"),
        ],
    )
    def test_from_the_head(self, head: str, date: str) -> None:
        made = article(f"{head}\n\n{STORY}\n{MORE}")
        assert (made.published, made.published_from) == (date, "text")

    @pytest.mark.parametrize(
        "text",
        [
            f"Baker jailed\n\n{STORY} He was arrested on March 5, 2016.",
            f"On Friday, March 5, 2016 – a day after his birthday – he fled.\n{STORY}",
            f"Baker jailed\n{STORY}\n{MORE}\nLatest Posts\nVicar charged\nPublished\nJune 9, 2026",
            f"Baker jailed\n{STORY}\nMost read\nVicar charged\n2026-06-09 10:00:00",
            f"How it went\n3 March 2019\n{STORY}\n5 June 2020\n{MORE}",
            f"MEDIA ADVISORY\nWHEN:\nThursday, May 3, 2029\n{STORY}",
            f"Open day at the mill\nDate: May 3, 2029\nTime: 10 a.m.\n{STORY}",
            f"Baker jailed\n3/4/2017\n{STORY}",
            f"Baker jailed\nFebruary 30, 2017\n{STORY}",
            f"Baker jailed\nHANOI, April 2 (AFP)\n{STORY}",
            "Published March 16, 2006, the memoir of the baker sold no copies at all.",
        ],
    )
    def test_no_date_is_invented(self, text: str) -> None:
        assert article(text).published is None

    def test_time_stamps_of_the_content_system(self) -> None:
        text = f"Baker jailed\n{STORY}\nhttps://a.example/b.jpg\n320\n2023-08-10 12:27:01\n2024-01-02 09:00:00"
        assert article(text).published == "2023-08-10"

    @pytest.mark.parametrize(
        ("release", "page", "date"),
        [
            ("May 5, 2009", "September 15, 2009", "2009-05-05"),
            ("January 7, 2015", "January 7, 2016", "2016-01-07"),
            ("November 4, 2009", "November 5, 2010", "2010-11-05"),
            ("May 5, 2004", "May 1, 2005", "2004-05-05"),
            ("January 2, 2016", "December 31, 2015", "2016-01-02"),
            ("February 29, 2016", "February 28, 2017", "2016-02-29"),
        ],
    )
    def test_release_and_page_disagree(self, release: str, page: str, date: str) -> None:
        text = f"Baker jailed\nPublished\n{page}\nFor Immediate Release\n{release}\n{STORY}"
        assert article(text).published == date

    def test_option_wins(self) -> None:
        made = article(f"May 4, 2021\n{STORY}", published=PartialDate(2020, 2))
        assert (made.published, made.published_from) == ("2020-02", "option")


def page(head: str = "", top: str = "", foot: str = "") -> bytes:
    return (
        f"<html><head><title>Baker jailed - Courier</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Baker jailed</h1>{top}<p>{STORY}</p><p>{MORE}</p></article>{foot}</body></html>"
    ).encode()


class TestHtml:
    def test_title_and_text(self) -> None:
        made = read_bytes(page(), "a.html")
        assert made.title == "Baker jailed"
        assert made.text == f"Baker jailed\n{STORY}\n{MORE}"

    @pytest.mark.parametrize(
        ("data", "date", "source"),
        [
            (
                page('<meta property="article:published_time" content="2019-03-02T10:00:00Z">'),
                "2019-03-02",
                "metadata",
            ),
            (
                page(foot='<script type="application/ld+json">{"datePublished":"2018-07-06"}</script>'),
                "2018-07-06",
                "metadata",
            ),
            (page(top='<time datetime="2017-02-03">3 Feb</time>'), "2017-02-03", "metadata"),
            (page('<meta name="date" content="2087-04-01">'), "2087-04-01", "metadata"),
            (page(top="<p>Published March 5, 2016</p>"), "2016-03-05", "text"),
            (page(), None, None),
            (page(foot="<footer>© 2021 Courier</footer>"), None, None),
            (page(foot='<aside>Vicar charged <time datetime="2023-05-04">4 May</time></aside>'), None, None),
            (page(foot='<aside>Vicar charged <span class="date">4 May 2023</span></aside>'), None, None),
        ],
    )
    def test_published(self, data: bytes, date: str | None, source: str | None) -> None:
        made = read_bytes(data, "a.html")
        assert (made.published, made.published_from) == (date, source)

    def test_option_wins(self) -> None:
        data = page('<meta property="article:published_time" content="2019-03-02">')
        assert read_bytes(data, "a.htm", PartialDate(2020)).published_from == "option"

    def test_title_is_put_above_the_text(self) -> None:
        data = page().replace(b"<h1>Baker jailed</h1>", b"")
        assert read_bytes(data, "a.html").text.startswith("Baker jailed")

    def test_fragment_and_standard_input(self) -> None:
        assert read_bytes(b"<p>Ana Diaz was jailed.</p>", "a.html").text.strip() == "Ana Diaz was jailed."
        assert read_bytes(b"<!DOCTYPE html>" + page(), "standard input").title == "Baker jailed"


@pytest.mark.parametrize("unit", [" ", "a", "A ", "1", "May ", "By ", "A-", "Date:", "(", "|", "---\n"])
@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_hostile_text_takes_no_long_time(unit: str, name: str) -> None:
    with contextlib.suppress(Unreadable):
        read_bytes((unit * (200_000 // len(unit))).encode() + b"x", name)
