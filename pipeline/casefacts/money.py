"""Sums of money in text: "$227,000", "£2m", "Rs 1,50,000", "R10 000", "12 million euros", "5 lakh taka".

Names and signs of currencies are those of the CLDR, by way of Babel, and loaded when the first sum is met.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.languages import get_official_languages
from babel.localedata import locale_identifiers
from babel.numbers import get_currency_name, get_currency_precision

from casefacts.numerals import NUMBER, is_begun, quantity

# What the CLDR does not have: how newspapers write signs and names. Several codes: the countries that share it.
_MORE_SIGNS = """
    C$=CAD S$=SGD J$=JMD N$=NAD N=NGN Rs=INR,PKR,LKR,NPR,MUR,SCR Re=INR,PKR,LKR,NPR Tk=BDT KSh=KES Kshs=KES KShs=KES
    UShs=UGX Ush=UGX TShs=TZS Tsh=TZS Sh=KES,UGX,TZS,SOS Shs=KES,UGX,TZS,SOS kr=SEK,NOK,DKK,ISK Kr=SEK,NOK,DKK,ISK
    GHC=GHS GHc=GHS GH¢=GHS Fr=CHF SFr=CHF DM=DEM P=BWP,PHP Dh=AED,MAD Dhs=AED,MAD
"""
_MORE_NAMES = """
    dlr=USD dlrs=USD buck=USD bucks=USD quid=GBP stg=GBP sterling=GBP rouble=RUB,BYN roubles=RUB,BYN reais=BRL
    punt=IEP punts=IEP crown=CZK,SEK,NOK,DKK,ISK crowns=CZK,SEK,NOK,DKK,ISK shekels=ILS hryvnya=UAH colones=CRC,SVC
    rupiah=IDR won=KRW,KPW liras=TRY,ITL,MTL lire=ITL
"""
# What a shared sign or name means where the text does not tell the country, as one of them is far more often meant.
_USUAL = {
    "$": "USD", "dollar": "USD", "£": "GBP", "pound": "GBP", "¥": "JPY", "rs": "INR", "re": "INR", "rupee": "INR",
    "r": "ZAR", "rouble": "RUB", "ruble": "RUB", "won": "KRW", "lira": "TRY", "lei": "RON", "leu": "RON", "lev": "BGN",
    "leva": "BGN", "mark": "DEM",
}  # fmt: skip
# These are spoken of all over the world, so that one word of another country does not tell.
_WORLDWIDE = {"USD", "GBP"}
# Codes that are English words in capitals
_WORDS = {"ALL", "ANG", "BAM", "COP", "CUP", "GEL", "LAK", "MAD", "PEN", "SOS", "TOP", "TRY", "MOP", "BAD"}
# Names that are everyday words
_NO_NAMES = {"gold", "real", "sol", "austral", "inti"}

_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "lac": 1e5, "million": 1e6, "mln": 1e6, "mn": 1e6,
    "m": 1e6, "crore": 1e7, "billion": 1e9, "bln": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12,
}  # fmt: skip
_WORD_SCALES = "|".join(sorted((scale for scale in _SCALES if len(scale) > 1), key=len, reverse=True))
_SCALE = rf"(?:[ -]?(?P<scale>{_WORD_SCALES})s?|(?P<letter>[kmb])| (?P<apart>m))\b(?!-old)"
_BLANK = "[ \u00a0\u2009\u202f]"
# Digits with all that stands between them; whether that makes a number is for `_figure` to say.
_RUN = rf"(?:[0-9]{{1,3}}(?:{_BLANK}[0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,'’][0-9]+)*+(?:/[-=–])?)"
_AMOUNT = re.compile(
    rf"(?<![0-9])(?P<run>{_RUN})|\b(?P<half>half an?)(?=[ -](?:{_WORD_SCALES}))|\b(?P<words>(?![0-9]){NUMBER})", re.I
)
_SCALED = re.compile(_SCALE, re.I)
_AND_MORE = re.compile(rf",? (?:and )?(?P<run>{_RUN}){_SCALE}", re.I)
# "US$", "Rs. ", "GH₵", "CHF ", before the figure
_SIGN_BEFORE = re.compile(
    rf"(?<![^\W_])(?P<sign>[^\W\d_]{{0,4}}[^\w\s.,:;()\[\]\"'“”‘’/–—*%&@#!?+=<>|~^`-]?)(?:(?<=[^\W\d_])\.)?{_BLANK}?$"
)
# "euros", "US dollars", "Sri Lankan rupees", "€", behind it
_NAME_BEHIND = re.compile(r"[ -]?(?P<name>(?:U\.S\. )?[^\W\d_]+(?:[ -][^\W\d_]+){0,3}|[^\w\s])")
_GROUPED = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]{1,2})?"
    rf"|[0-9]{{1,3}}(?:(?:{_BLANK}[0-9]{{3}})+|(?:['’][0-9]{{3}})+)(?:[.,][0-9]{{1,2}})?"
)
_POINTS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]{1,2})?")
_DECIMAL = re.compile(r"[0-9]+(?:[.,][0-9]{1,2})?")
_LONG_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
_WORD = re.compile(r"[^\W\d_]+")
# "$5-10 million", "$500 to $900", "$100 a day", "$5½": what follows changes the sum, or tells the larger one
_UNCLEAR = re.compile(
    r"\s?[-–]\s?[^\w\s]?[0-9]| to [^\w\s][0-9]|[\w/%]|[ -]?[½⅓⅔¼¾]|[ -][1-9]/[2-9]"
    r"|(?:[ -]an?[ -]|/| per | (?:each|every) )(?:second|minute|hour|day|night|week|fortnight|month|quarter|year)\b",
    re.I,
)
_SCALED_LATER = re.compile(rf" (?:to|or) [^\w\s]?[0-9.]+(?:[ -]?(?:{_WORD_SCALES})|[kmb])\b", re.I)
# "page 2", "Feb. 2" before what looks like a group of three: "on Feb. 2 500 euros"
_LABEL = re.compile(
    r"\b(?:counts?|pages?|rooms?|nos?\.?|numbers?|aged?|chapter|section|article|in|on"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?) $",
    re.I,
)


@dataclass(frozen=True)
class Sum:
    """An amount at code points `start` to `end` of a text.

    `currencies` are the ISO 4217 codes that its sign or name may stand for; `usual` is the one that it means where
    nothing tells which, or None.
    """

    start: int
    end: int
    amount: float
    currencies: tuple[str, ...]
    usual: str | None

    def currency(self, text: str) -> str | None:
        """The code, by the countries of which the text tells where several share the sign or name."""
        if len(self.currencies) < 2:
            return self.usual
        told = {code: len(_told(code, text)) for code in self.currencies}
        best = max(told.values())
        if best < (2 if self.usual in _WORLDWIDE else 1) or told.get(self.usual or "") == best:
            return self.usual
        return _only([code for code, count in told.items() if count == best]) or self.usual


def sums(text: str) -> Iterator[Sum]:
    """The sums of a text in order; one that is not understood whole is none."""
    end = 0
    for match in _AMOUNT.finditer(text) if _speaks_of_money(text) else ():
        if match.start() >= end and (found := _sum(match)):
            end = found.end
            yield found


def _speaks_of_money(text: str) -> bool:
    """Whether any sign or name of a currency is there: without one no number is a sum, and most texts have none."""
    words = set(_WORD.findall(text))
    return (
        "$" in text
        or (not text.isascii() and any(unicodedata.category(character) == "Sc" for character in set(text)))
        or not words.isdisjoint(_written())
        or not _last_words().isdisjoint(map(str.lower, words))
    )


# Where a sum begins and ends, its currencies, and its sign or name in small letters
_Unit = tuple[int, int, tuple[str, ...], str]


def _sum(match: re.Match[str]) -> Sum | None:
    text = match.string
    behind, scales = _scales(match)
    unit = _by_sign(match, behind, scaled=bool(scales)) or _by_name(match, behind)
    if unit is None:
        return None
    start, end, codes, label = unit
    amount = _amount(match, scales, codes)
    if amount is None or _UNCLEAR.match(text, end) or _is_lower(text, start, end, amount):
        return None
    return Sum(start, end, round(amount, 2), codes, _usual(label, codes))


def _by_sign(match: re.Match[str], behind: int, scaled: bool) -> _Unit | None:
    """ "$500", "Tk 5 lakh"; not "K9": a single letter but R needs a scale or groups behind it."""
    sign = _SIGN_BEFORE.search(match.string, max(match.start() - 8, 0), match.start()) if match["run"] else None
    codes = _signed(sign["sign"]) if sign else None
    if sign is None or codes is None:
        return None
    label = sign["sign"].lower()
    letter = len(label) == 1 and label.isalpha() and label != "r"
    if letter and not scaled and not _GROUPED.fullmatch(match["run"]):
        return None
    return sign.start(), behind, codes, label


def _by_name(match: re.Match[str], behind: int) -> _Unit | None:
    """ "500 euros"; not "50 pounds of cheese", nor a number that is a part of another one or of a date."""
    start, named = match.start(), _named(match.string, behind)
    if named is None:
        return None
    codes, label, end = named
    weight = label in ("pound", "pounds", "mark", "marks") and match.string.startswith(" of ", end)
    labelled = " " in (match["run"] or "") and _LABEL.search(match.string[max(start - 12, 0) : start])
    if weight or labelled or is_begun(match.string[:start]):
        return None
    return start, end, codes, label


def _is_lower(text: str, start: int, end: int, amount: float) -> bool:
    """ "between $500 and $900"; "$5 to $10 million", which borrows its scale."""
    between = text[:start].lower().endswith("between ") and text.startswith(" and ", end)
    later = _SCALED_LATER.match(text, end)
    return between or bool(amount < 1000 and later)


def _scales(match: re.Match[str]) -> tuple[int, list[tuple[str, float]]]:
    """Where the number ends, and its parts if it has scales: ("1", 1e7), ("20", 1e5) for "1 crore 20 lakh"."""
    end, parts = match.end(), []
    scaled = _SCALED.match(match.string, end)
    figure = match["run"] or match["words"] or match["half"]
    while scaled:
        name = (scaled["scale"] or scaled["letter"] or scaled["apart"]).lower()
        parts.append((figure, _SCALES[name]))
        end = scaled.end()
        scaled = _AND_MORE.match(match.string, end)
        figure = scaled["run"] if scaled else ""
    return end, parts


def _amount(match: re.Match[str], parts: list[tuple[str, float]], codes: tuple[str, ...]) -> float | None:
    if not parts:
        return _figure(match["run"], codes) if match["run"] else quantity(match["words"] or "")
    amount = 0.0
    if any(smaller >= larger for (_, larger), (_, smaller) in pairwise(parts)):
        return None
    for figure, scale in parts:
        value = _scaled_figure(figure)
        if value is None:
            return None
        amount += value * scale
    return amount


def _scaled_figure(figure: str) -> float | None:
    if figure.lower().startswith("half"):
        return 0.5
    if figure[0].isdigit():
        return float(figure) if _LONG_DECIMAL.fullmatch(figure) else _figure(figure, ())
    return quantity(figure)


def _figure(run: str, codes: tuple[str, ...]) -> float | None:
    """The number in one of the ways of the world; None for any other, and where a point may be of either kind."""
    run = run.removesuffix("-").removesuffix("–").removesuffix("=").removesuffix("/")  # "Rs 500/-"
    if _GROUPED.fullmatch(run):
        tail = re.search(r"(?<=[0-9]{3})[.,]([0-9]{1,2})$", run)
        whole = re.sub(r"\D", "", run[: tail.start()] if tail else run)
        return float(f"{whole}.{tail[1] if tail else 0}")
    if _POINTS.fullmatch(run) and not any(get_currency_precision(code) == 3 for code in codes):
        return float(run.replace(".", "").replace(",", "."))
    return float(run.replace(",", ".")) if _DECIMAL.fullmatch(run) else None


def _only(codes: list[str]) -> str | None:
    """The one code, or the one that is still tender; None where that leaves several or none."""
    left = codes if len(codes) == 1 else [code for code in codes if code in _current()]
    return left[0] if len(left) == 1 else None


# --- the currencies of the CLDR ------------------------------------------------------------------------------


def _usual(label: str, codes: tuple[str, ...]) -> str | None:
    if len(codes) == 1:
        return codes[0]
    return next((code for end, code in _USUAL.items() if label in (end, f"{end}s")), None)


def _signed(sign: str) -> tuple[str, ...] | None:
    """The currencies of a sign; () for a dollar of nobody knows where, None for what is no sign."""
    known = _signs().get(sign)
    if known or not sign:
        return known or None
    if sign in _current() and sign not in _WORDS:
        return (sign,)
    if unicodedata.category(sign[-1]) != "Sc":
        return None
    return () if len(sign) > 1 else _foreign_signs().get(sign, ())


def _named(text: str, start: int) -> tuple[tuple[str, ...], str, int] | None:
    """The currencies of the name behind a number, the name in small letters and where it ends."""
    match = _NAME_BEHIND.match(text, start)
    if not match:
        return None
    name = match["name"]
    ends = [gap.start() for gap in re.finditer(r"[ -]", name)] + [len(name)]
    for end in reversed(ends):
        codes = _names().get(_plain(name[:end]))
        if codes:
            return codes, _plain(name[:end]), match.start("name") + end
    if name[0].isupper():  # "Nepali rupees": whose they are is told, if not in words that the CLDR has
        for first, end in pairwise(ends):
            codes = _names().get(_plain(name[first + 1 : end]))
            if codes:
                return codes, "", match.start("name") + end
    written = name[: ends[0]]
    codes = _signed(written) if len(written) > 1 or not written.isalpha() else None
    return (codes, written.lower(), match.start("name") + ends[0]) if codes else None


def _plain(name: str) -> str:
    return name.lower().replace(".", "").replace("-", " ")


def _listed(pairs: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for pair in pairs.split():
        word, codes = pair.split("=")
        yield word, tuple(codes.split(","))


@cache
def _uses() -> dict[str, list[str]]:
    """Each code that was ever tender, and where: of one that still is, only the territories that still use it."""
    uses: dict[str, list[str]] = {}
    for territory, currencies in sorted(get_global("territory_currencies").items()):
        for code, _, end, tender in currencies:
            if tender and (not end or code not in _current()) and territory not in uses.setdefault(code, []):
                uses[code].append(territory)
    return uses


@cache
def _current() -> frozenset[str]:
    """The codes that are tender somewhere and have no end."""
    territories = get_global("territory_currencies").values()
    return frozenset(code for uses in territories for code, _, end, tender in uses if tender and not end)


def _named_in_full(code: str) -> set[str]:
    """The names of a currency in English; none for one that is told from its successor by years: "(1994-1999)"."""
    names = {get_currency_name(code, count, "en") for count in (None, 1, 2)}
    return {name.lower() for name in names if name and "(" not in name}


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Names of currencies in small letters: "sri lankan rupees", "lankan rupees", "rupees", "sri lanka rupees"."""
    found: dict[str, dict[str, None]] = {}
    territories = Locale("en").territories
    for code, used in sorted(_uses().items()):
        for name in sorted(_named_in_full(code)):
            words = name.split()
            ends = [" ".join(words[at:]) for at in range(len(words))]
            for each in [*ends, *(f"{territories.get(where, where).lower()} {words[-1]}" for where in used)]:
                found.setdefault(each, {})[code] = None
    listed = dict(_listed(_MORE_NAMES))
    return {name: tuple(codes) for name, codes in found.items() if name not in _NO_NAMES} | listed


@cache
def _signs() -> dict[str, tuple[str, ...]]:
    """Signs of currencies in the English of all countries, apart from codes."""
    found: dict[str, dict[str, None]] = {"$": {"USD": None}, "US$": {"USD": None}, "£": {"GBP": None}}
    for name in sorted(locale_identifiers()):
        if name == "en" or name.startswith("en_"):
            for code, sign in Locale.parse(name).currency_symbols.items():
                if sign != code and sign != "£" and code in _current():
                    found.setdefault(sign.rstrip("."), {})[code] = None
    for sign, codes in _listed(_MORE_SIGNS):
        found.setdefault(sign, {}).update(dict.fromkeys(codes))
    found["¥"]["CNY"] = None
    return {sign: tuple(codes) for sign, codes in found.items()}


@cache
def _written() -> frozenset[str]:
    """Signs and codes of letters alone."""
    return frozenset(_signs()) | (_current() - _WORDS)


@cache
def _last_words() -> frozenset[str]:
    """The words in which names of currencies end, in small letters."""
    return frozenset(word for name in _names() for word in _WORD.findall(name)[-1:])


@cache
def _foreign_signs() -> dict[str, tuple[str, ...]]:
    """Signs of currencies in the languages of their countries: "₺", "₴"."""
    found: dict[str, dict[str, None]] = {}
    for code in sorted(_current()):
        for territory in _uses()[code]:
            for language in get_official_languages(territory):
                try:
                    sign = Locale.parse(f"{language}_{territory}").currency_symbols.get(code, code)
                except (ValueError, UnknownLocaleError):
                    continue
                found.setdefault(sign, {})[code] = None
    return {sign: tuple(codes) for sign, codes in found.items()}


@cache
def _telling(code: str) -> re.Pattern[str]:
    """Words that tell of a currency's countries: their names, their adjective, their cities that have a time zone."""
    english = Locale("en")
    words = {english.territories.get(territory, "") for territory in _uses().get(code, [])}
    words |= {name.title().rpartition(" ")[0] for name in _named_in_full(code)}
    for zone, territory in get_global("zone_territories").items():
        if territory in _uses().get(code, []):
            words.add(zone.rpartition("/")[2].replace("_", " "))
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, words - {''}), key=len, reverse=True))})\b")


def _told(code: str, text: str) -> set[str]:
    return set(_telling(code).findall(text))
