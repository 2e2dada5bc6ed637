"""What is doubtful about a text: told in a few words, and only where it is."""

from __future__ import annotations

import pytest

from casefacts.read import article

STORY = (
    "Aldous Penhale, 44, was jailed for two years at Millbrook Crown Court on Friday after a long trial, in which nine"
    " witnesses had told the jury what he had done with the flour of his employer."
)
COOKIES = "cookie notice in the text"
PAYWALL = "paywall: the text is cut short"
LIST = "a list of stories, not one article"
GARBLED = "garbled characters (read in another encoding than written), taken for what they were"
LINKS = "".join(f"- [Vicar charged with theft {n}](https://courier.example/{n})\n" for n in range(6))


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        (STORY, []),
        (f"{STORY}\n\nWe use cookies to improve your visit. Accept all cookies?", [COOKIES]),
        (f"Your privacy matters. Our partners store cookies on your device.\n\n{STORY}", [COOKIES]),
        (f"{STORY}\n\nThe judge said that Penhale had also baked cookies to be sold at the fair.", []),
        (f"{STORY}\n\nSubscribe now to continue reading", [PAYWALL]),
        (f"{STORY}\n\nThis article is only for subscribers. Already a subscriber? Log in.", [PAYWALL]),
        (f"{STORY}\n\nYou have 2 free articles remaining.", [PAYWALL]),
        (f"{STORY}\n\n" * 12 + "Subscribe now to continue reading", []),
        (f"{STORY}\n\nHe had told subscribers of the mill's newsletter to read it with care.", []),
        (LINKS, [LIST]),
        (f"{STORY}\n\n{STORY}\n\nRelated\n{LINKS[:120]}", []),
        (STORY.replace("jury", "Renée’s jury").encode().decode("cp1252"), [GARBLED]),
        (STORY.replace("jury", "Renée’s jury"), []),
    ],
)
def test_what_is_doubtful(text: str, warnings: list[str]) -> None:
    assert list(article(text).warnings) == warnings


def test_a_date_of_the_front_matter_that_cannot_be_read() -> None:
    made = article(f"---\ntitle: Baker jailed\ndate: 07/12/2024\n---\n\n{STORY}")
    assert (made.title, made.published) == ("Baker jailed", None)
    assert list(made.warnings) == ["published '07/12/2024': it may be two days: write it as 2024-07-12"]
    assert article(f"---\ndate: 'Fri, 12 Jul 2024 22:30:00 -0700'\n---\n\n{STORY}").published == "2024-07-12"
