"""What `focus` keeps and drops. All names and places are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefacts.focus import Passage, body, sections

PARAGRAPH = "Aldous Penhale, 44, was jailed for two years at Millbrook Crown Court on Friday."
SECOND = "The judge, Ida Crane, said that he had betrayed the trust of his employer."
THIRD = "Penhale had admitted the theft of eleven tonnes of flour in March."
TEASERS = "Vicar charged over missing bells\nMay 4, 2021\nCyclist cleared of assault\nMay 3, 2021"


def kept(text: str) -> list[tuple[str, str]]:
    return [(passage.kind, text[passage.start : passage.end]) for passage in body(text)]


def prose(text: str) -> str:
    return "\n".join(words for kind, words in kept(text) if kind == "prose")


def test_news_text_is_kept_entirely() -> None:
    text = f"Baker jailed over flour theft\n\n{PARAGRAPH}\n\n{SECOND}"
    assert kept(text) == [
        ("headline", "Baker jailed over flour theft"),
        ("prose", f"{PARAGRAPH}\n\n{SECOND}"),
    ]


def test_one_line_without_full_stop_is_prose() -> None:
    assert body("Ana Diaz pleaded guilty to burglary") == [Passage(0, 35, "prose")]


@pytest.mark.parametrize("text", ["", " \n\t\n", "Home\nMenu\nShare"])
def test_nothing_to_read(text: str) -> None:
    assert body(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "Scroll to top",
        "Follow Us",
        "6 min read",
        "You are here:",
        "–",
        "###",
        "2 / 3",
        "© 2021 Millbrook Courier",
        "[WATCH THE VIDEO]",
        "Case # 14MB2704",
        "https://courier.example/flour.jpg",
        "desk@courier.example",
        "Office: 555-347-8408, Cell: 555-504-1917",
        "Desk +44 20 7946 0000",
        "Hall of Justice • 1 Mill Lane, Millbrook, CA 92101",
        "2021-05-04 00:00:00",
        "READ MORE: Vicar charged over missing bells",
        "Tags: flour, Millbrook, theft",
        "Are You a Human? 3 + 6 =",
    ],
)
def test_furniture_in_the_story_is_dropped(line: str) -> None:
    assert prose(f"{PARAGRAPH}\n{line}\n{SECOND}") == f"{PARAGRAPH}\n{SECOND}"


@pytest.mark.parametrize(
    "heading",
    [
        "Latest Posts",
        "Recent News",
        "Related Articles",
        "More from Millbrook",
        "Most read",
        "Popular",
        "Trending now",
        "You may also like",
        "Top stories",
    ],
)
class TestListOfOtherStories:
    def test_at_the_end(self, heading: str) -> None:
        text = f"{PARAGRAPH}\n{SECOND}\nShare\n{heading}\n{TEASERS}"
        assert prose(text) == f"{PARAGRAPH}\n{SECOND}"

    def test_with_summaries_whole_or_truncated(self, heading: str) -> None:
        summaries = "Vicar charged\nA vicar was charged with theft on Monday.\nCyclist cleared\nA jury cleared Ivo …"
        assert prose(f"{PARAGRAPH}\n{SECOND}\n{heading}\n{summaries}") == f"{PARAGRAPH}\n{SECOND}"

    def test_the_story_goes_on_after_it(self, heading: str) -> None:
        text = f"{PARAGRAPH}\n{heading}\n{TEASERS}\n{SECOND}\n{THIRD}"
        assert prose(text) == f"{PARAGRAPH}\n{SECOND}\n{THIRD}"


@pytest.mark.parametrize("heading", ["Related", "Read more", "See also:", "Topics"])
def test_the_story_goes_on_after_a_lone_heading(heading: str) -> None:
    assert prose(f"{PARAGRAPH}\n{heading}\n{SECOND}") == f"{PARAGRAPH}\n{SECOND}"
    assert prose(f"{PARAGRAPH}\n{heading}\nVicar charged over missing bells\n{SECOND}") == f"{PARAGRAPH}\n{SECOND}"


def test_tags_are_dropped() -> None:
    assert prose(f"{PARAGRAPH}\nTagged with:\nTheft\nAldous Penhale\nShare") == PARAGRAPH


def test_menu_above_the_story_keeps_the_headline() -> None:
    text = f"Home\nLatest news\nSport\nBaker jailed over flour theft\nMay 4, 2021\n{PARAGRAPH}"
    assert ("headline", "Baker jailed over flour theft") in kept(text)
    assert PARAGRAPH in prose(text)
    assert "Sport" not in [words for _, words in kept(text)]


def test_a_long_menu_is_no_row_of_headlines() -> None:
    menu = ["Opinion", "Sport", "Planning Notices", "Weather", "Gardens", "Music", "Chess", "Food"]
    text = "\n".join(["Baker jailed - Courier", *menu, PARAGRAPH])
    assert [words for kind, words in kept(text) if kind == "headline"][:2] == [
        "Baker jailed - Courier",
        "Gardens",
    ]


def test_contact_block_is_dropped() -> None:
    contact = "Contact: Ida Crane\nOtto Vance\nChief Spokesman\nOffice: 555-347-8408\nvance@office.example"
    text = f"{contact}\nBaker Jailed\n{PARAGRAPH}"
    assert kept(text) == [("headline", "Baker Jailed"), ("prose", PARAGRAPH)]


def test_front_matter_is_no_part_of_the_story() -> None:
    assert prose(f"---\ntitle: Baker jailed\nlead: {SECOND}\n---\n\n{PARAGRAPH}") == PARAGRAPH


def test_rules_around_a_paragraph_are_no_front_matter() -> None:
    assert SECOND in prose(f"---\n{SECOND}\n---\n\n{PARAGRAPH}")


def test_headline_repetition_and_subheading() -> None:
    text = f"Baker Jailed\n{PARAGRAPH}\nThe Missing Flour\n{SECOND}\nhttps://a.example/b.jpg\nBaker Jailed"
    assert [words for kind, words in kept(text) if kind == "headline"] == [
        "Baker Jailed",
        "The Missing Flour",
        "Baker Jailed",
    ]


def test_table_is_prose() -> None:
    table = "Defendant\nCharges\nSentence\nAldous Penhale,\n44, Millbrook\nFound guilty of:\nTheft\nTwo years"
    assert prose(f"Baker Sentenced\n{PARAGRAPH}\n{table}") == f"{PARAGRAPH}\n{table}"


def test_media_advisory_is_prose() -> None:
    advisory = "WHO: Aldous Penhale, 44, Millbrook\nWHAT: Charged with theft\nWHEN: Today"
    assert kept(f"MEDIA ADVISORY\n{advisory}") == [("headline", "MEDIA ADVISORY"), ("prose", advisory)]


def test_paragraph_broken_by_a_link_stays_in_one_piece() -> None:
    broken = "Deputy District Attorney\nOtto Vance\nsaid that the baker wrote to\nThe Advocate\n."
    assert prose(f"{PARAGRAPH}\n{broken}").endswith("Otto Vance\nsaid that the baker wrote to\nThe Advocate\n.")
    assert kept("MILLBROOK – A man was charged by the\nOffice of Flour today.")[0][0] == "prose"


def test_menu_word_at_a_line_break_is_part_of_the_sentence() -> None:
    text = f"{PARAGRAPH}\nHe told the\npress\nand then went\nhome\n."
    assert prose(text) == text


def test_hard_wrapped_text() -> None:
    wrapped = (
        "MILLBROOK BAKER JAILED FOR THEFT\n"
        "Aldous Penhale was jailed for two years on\n"
        "Friday by Judge Ida Crane of the Millbrook\n"
        "Crown Court, who heard the County Council\n"
        "Flour Board had lost eleven tonnes of rye.\n"
        "\n"
        "Hall of Justice • 1 Mill Lane • CA 92101\n"
        "\n"
        "He had admitted the theft in March."
    )
    assert [kind for kind, _ in kept(wrapped)] == ["headline", "prose", "prose"]
    assert kept(wrapped)[1][1].startswith("Aldous") and kept(wrapped)[1][1].endswith("rye.")


LINES = st.sampled_from(
    [
        PARAGRAPH,
        SECOND,
        "Related",
        "Most read",
        "Home",
        "Share",
        "Baker Jailed",
        "May 4, 2021",
        "",
        "  x ",
        "and so",
    ]
)


@given(st.lists(LINES | st.text(max_size=30), max_size=30).map("\n".join))
def test_passages_are_sorted_disjoint_and_not_blank(text: str) -> None:
    end = 0
    for passage in body(text):
        assert end <= passage.start < passage.end <= len(text)
        assert text[passage.start : passage.end] == text[passage.start : passage.end].strip()
        end = passage.end


@given(st.lists(LINES | st.text(max_size=30), max_size=30).map("\n".join))
def test_sections_cover_everything_but_white_space(text: str) -> None:
    rest, end = "", 0
    for section in sections(text):
        rest, end = rest + text[end : section.start], section.end
    assert not (rest + text[end:]).strip()


@pytest.mark.parametrize(
    "text",
    [
        *(unit * (200_000 // len(unit)) for unit in (" ", "a", "A", "1", ".", "”", "get ", "A. ", "order ", "(")),
        *(unit * 10_000 for unit in ("Home\n", "Related\n", "Most read\nSport\n", f"{PARAGRAPH}\nMost read\nSport\n")),
        "".join(f"Sport{number}\n" for number in range(10_000)) + PARAGRAPH,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_text_takes_no_long_time(text: str) -> None:
    body(text)
