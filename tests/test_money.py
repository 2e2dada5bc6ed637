"""Sums of money: how the countries write them, whose currency it is, and what is no sum."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefacts.money import sums


def read(text: str) -> list[tuple[float, str | None]]:
    return [(each.amount, each.currency(text)) for each in sums(text)]


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        # groups and decimals
        ("Ana Roe was fined $227,000.", 227_000, "USD"),
        ("Ana Roe was fined Rs 1,50,000.", 150_000, "INR"),
        ("Ana Roe was fined 12,34,567 rupees.", 1_234_567, "INR"),
        ("Ana Roe was fined Rs. 10,000/-.", 10_000, "INR"),
        ("Ana Roe was fined R10 000.", 10_000, "ZAR"),
        ("Ana Roe was fined 120.000 euros.", 120_000, "EUR"),
        ("Ana Roe was fined €1.234,50.", 1_234.5, "EUR"),
        ("Ana Roe was fined €12,50.", 12.5, "EUR"),
        ("Ana Roe was fined 2\u202f750 euros.", 2_750, "EUR"),
        ("Ana Roe was fined CHF 3'400.", 3_400, "CHF"),
        ("Ana Roe was fined CHF 3’400.", 3_400, "CHF"),
        ("In 2018 500 euros were paid.", 500, "EUR"),
        # scales
        ("Ana Roe was fined £2m.", 2_000_000, "GBP"),
        ("Ana Roe was fined $40k.", 40_000, "USD"),
        ("Ana Roe was fined $1.234 million.", 1_234_000, "USD"),
        ("Ana Roe was fined €1,5 million.", 1_500_000, "EUR"),
        ("Ana Roe was fined a $1.2-million sum.", 1_200_000, "USD"),
        ("Ana Roe was fined 2.5 mln dlrs.", 2_500_000, "USD"),
        ("Ana Roe was fined Rs 12 lakh.", 1_200_000, "INR"),
        ("Ana Roe was fined 1.5 crore rupees.", 15_000_000, "INR"),
        ("Ana Roe was fined Rs 1 crore 20 lakh.", 12_000_000, "INR"),
        # words
        ("Ana Roe was fined two thousand pounds.", 2_000, "GBP"),
        ("Ana Roe was fined one hundred and fifty dollars.", 150, "USD"),
        ("Ana Roe was fined half a million dollars.", 500_000, "USD"),
        ("Ana Roe was fined a million pounds.", 1_000_000, "GBP"),
        ("Ana Roe was fined two and a half million euros.", 2_500_000, "EUR"),
        # signs and names
        ("Ana Roe was fined N12 million.", 12_000_000, "NGN"),
        ("Ana Roe was fined ₦750,000.", 750_000, "NGN"),
        ("Ana Roe was fined 5,000 naira.", 5_000, "NGN"),
        ("Ana Roe was fined Ksh350,000.", 350_000, "KES"),
        ("Ana Roe was fined 9,000 Ugandan shillings.", 9_000, "UGX"),
        ("Ana Roe was fined 9,000 Kenya shillings.", 9_000, "KES"),
        ("Ana Roe was fined GH₵7,200.", 7_200, "GHS"),
        ("Ana Roe was fined 7,200 cedis.", 7_200, "GHS"),
        ("Ana Roe was fined Tk 80,000.", 80_000, "BDT"),
        ("Ana Roe was fined 80,000 taka.", 80_000, "BDT"),
        ("Ana Roe was fined S$6,000.", 6_000, "SGD"),
        ("Ana Roe was fined J$6,000.", 6_000, "JMD"),
        ("Ana Roe was fined RM5,000.", 5_000, "MYR"),
        ("Ana Roe was fined USD 3,000.", 3_000, "USD"),
        ("Ana Roe was fined 3,000 AED.", 3_000, "AED"),
        ("Ana Roe was fined 500 quid.", 500, "GBP"),
        ("Ana Roe was fined 190,000 U.S. dollars.", 190_000, "USD"),
        ("Ana Roe was fined 40,000 Czech crowns.", 40_000, "CZK"),
        ("Ana Roe was fined 3,000 Kuwaiti dinars.", 3_000, "KWD"),
        ("Ana Roe was fined ₺5,000.", 5_000, "TRY"),
        ("Ana Roe was fined 300 million drachmas.", 300_000_000, "GRD"),
        # what several countries share
        ("Ana Roe was fined Rs 25,000 in Colombo.", 25_000, "LKR"),
        ("Ana Roe was fined 25,000 rupees in Lahore, Pakistan.", 25_000, "PKR"),
        ("Ana Roe was fined Sh200,000 in Nairobi.", 200_000, "KES"),
        ("Ana Roe was fined 500,000 CFA francs in Senegal.", 500_000, "XOF"),
        ("Ana Roe was fined 10,000 pesos in Manila, Philippines.", 10_000, "PHP"),
        ("Ana Roe was fined 500 pounds after a flight to Cairo.", 500, "GBP"),
        ("Ana Roe was fined 10,000 pesos.", 10_000, None),
        ("Ana Roe was fined 300 Nepali rupees.", 300, None),
        ("Ana Roe was fined Z$500.", 500, None),
        # a range and what says the same again
        ("Ana Roe was fined $500 to $900.", 900, "USD"),
        ("Ana Roe was fined between $500 and $900.", 900, "USD"),
        ("Ana Roe was fined $5 to $10 million.", 10_000_000, "USD"),
    ],
)
def test_a_sum(text: str, amount: float, currency: str | None) -> None:
    assert read(text) == [(amount, currency)]


@pytest.mark.parametrize(
    "text",
    [
        "$5-10 million",
        "$100 a day",
        "£50-a-week",
        "$1,50,00",
        "$.50",
        "$5½",
        "$2 1/2 million",
        "$500s",
        "1.500 Kuwaiti dinars",
        "on May 2 500 euros",
        "several thousand dollars",
        "tens of thousands of dollars",
        "50 pounds of heroin",
        "ALL 500 men",
        "the K9 unit",
        "5 percent of 300",
        "500 real friends",
    ],
)
def test_no_sum_that_is_understood_whole(text: str) -> None:
    assert read(text) == []


def _indian(value: int) -> str:
    head, tail = divmod(value, 1000)
    return f"{re.sub(r'(?<=[0-9])(?=(?:[0-9]{2})+$)', ',', str(head))},{tail:03}" if head else str(tail)


_GROUPED = {
    "comma": "{:,}".format,
    "point": lambda value: f"{value:,}".replace(",", "."),
    "blank": lambda value: f"{value:,}".replace(",", " "),
    "narrow blank": lambda value: f"{value:,}".replace(",", "\u202f"),
    "apostrophe": lambda value: f"{value:,}".replace(",", "'"),
    "indian": _indian,
    "plain": str,
}
_WRITTEN = ["€{}", "€ {}", "EUR {}", "{} euros", "{} EUR", "{}-euro", "({} euros)", "a sum of €{}."]


@given(st.integers(1, 10**9), st.sampled_from(sorted(_GROUPED)), st.sampled_from(_WRITTEN))
def test_a_written_sum_is_read_back(value: int, group: str, form: str) -> None:
    text = form.format(_GROUPED[group](value))
    assert read(text) == [(value, "EUR")]


@given(st.text("0123456789.,'’ \u00a0$£€R-–/", max_size=20).map(lambda text: f"{text} euros"))
def test_a_sum_has_the_digits_that_stand_there(text: str) -> None:
    for each in sums(text):
        digits = int(re.sub(r"\D", "", text[each.start : each.end]))
        assert any(round(each.amount * scale, 6) == digits for scale in (1, 10, 100))


@settings(deadline=None)  # the first text loads the currencies
@given(st.text())
def test_sums_of_any_text_lie_in_order(text: str) -> None:
    end = 0
    for each in sums(text):
        assert end <= each.start < each.end <= len(text)
        end = each.end
