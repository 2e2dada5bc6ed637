"""Sums of money in text: "$227,000", "£2m", "RM 1.2 million", "12 million euros", "190,000 US dollars"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casefacts.numerals import NUMBER, quantity

# Sign or code before the figure -> ISO 4217. "Rs" is taken for Indian, "Sh" for Kenyan money.
_SIGNS = dict(
    pair.split("=")
    for pair in """
    $=USD US$=USD A$=AUD C$=CAD HK$=HKD NZ$=NZD S$=SGD NT$=TWD £=GBP €=EUR ¥=JPY ₹=INR ₦=NGN ₱=PHP ₩=KRW
    R=ZAR Rp=IDR RM=MYR Rs=INR Rs.=INR KSh=KES Sh=KES USD=USD EUR=EUR GBP=GBP CHF=CHF SEK=SEK NOK=NOK DKK=DKK AED=AED
    """.split()
)
# Name behind the figure -> ISO 4217
_NAMES = dict(
    pair.rsplit("=", 1)
    for pair in """
    US dollar=USD,U.S. dollar=USD,Australian dollar=AUD,Canadian dollar=CAD,Hong Kong dollar=HKD,Singapore dollar=SGD,
    Swiss franc=CHF,dollar=USD,euro=EUR,pound=GBP,yuan=CNY,yen=JPY,rupee=INR,rouble=RUB,ruble=RUB,franc=CHF,
    kronor=SEK,krona=SEK,kroner=NOK,krone=NOK,peso=MXN,reais=BRL,rand=ZAR,zloty=PLN,ringgit=MYR,baht=THB,won=KRW,
    lira=TRY,shekel=ILS,dirham=AED,naira=NGN,shilling=KES,hryvnia=UAH,forint=HUF,rupiah=IDR,dong=VND,riyal=SAR,
    kwacha=ZMW,cedi=GHS,taka=BDT,birr=ETB,pula=BWP,dinar=RSD,leu=RON,lei=RON,lev=BGN,leva=BGN,kuna=HRK,tenge=KZT,
    peseta=ESP,escudo=PTE,drachma=GRD,schilling=ATS,markka=FIM,bolivar=VEF,quetzal=GTQ,lempira=HNL,colon=CRC,sol=PEN,
    guarani=PYG,manat=AZN,som=KGS,lari=GEL,dram=AMD,kip=LAK,riel=KHR,tugrik=MNT,metical=MZN,kwanza=AOA,dalasi=GMD,mark=DEM,guilder=NLG,punt=IEP,rial=IRR,kyat=MMK,loonie=CAD
    """.replace("\n", "").split(",")
    for pair in [pair.strip()]
)
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "mn": 1e6, "m": 1e6, "crore": 1e7,
    "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12,
}  # fmt: skip
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_NAME = "|".join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True))

# "$227,000", "£2m", "US$1.5 million", "RM 250,000"; "R" and "Sh" in capitals as written
_SIGNED = re.compile(rf"(?<![\w$])(?P<sign>{_SIGN}) ?(?P<n>{_FIGURE})(?:[ -]?(?P<scale>(?i:{_SCALE}))\b)?")
# "12 million euros", "190,000 US dollars", "two thousand pounds"
_NAMED = re.compile(
    rf"\b(?P<n>{NUMBER})(?:[ -](?P<scale>{_SCALE}))?[ -](?:[A-Z][a-z]{{3,9}}(?:an|ish|ese|ic) )??(?P<name>{_NAME})s?\b",
    re.I,
)


@dataclass(frozen=True)
class Sum:
    """An amount at code points `start` to `end` of a text; `currency` is ISO 4217."""

    start: int
    end: int
    amount: float
    currency: str


def sums(text: str) -> Iterator[Sum]:
    """The sums of a text, signed ones first; they do not overlap."""
    taken: list[Sum] = []
    names = {name.lower(): code for name, code in _NAMES.items()}
    for pattern in (_SIGNED, _NAMED):
        for match in pattern.finditer(text):
            figure = quantity(match["n"])
            if figure is None or any(match.start() < other.end and other.start < match.end() for other in taken):
                continue
            scale = _SCALES[match["scale"].lower()] if match["scale"] else 1
            code = _SIGNS[match["sign"]] if pattern is _SIGNED else names[match["name"].lower()]
            taken.append(Sum(match.start(), match.end(), round(figure * scale, 2), code))
    yield from taken
