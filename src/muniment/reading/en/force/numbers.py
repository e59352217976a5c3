"""Numbers as treaties write them: "the twenty-second", "ninety (90)", "two-thirds", "80 %"."""

from __future__ import annotations

import re

from muniment.reading.en.numbers import CARDINALS, ORDINALS, cardinal_value, ordinal_value

__all__ = ["CARDINAL", "ORDINAL", "SHARE", "cardinal", "ordinal", "percent", "share"]

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNIT = "|".join(sorted((word for word in CARDINALS if word != "zero"), key=len, reverse=True))
_NTH = "|".join(sorted(ORDINALS, key=len, reverse=True))
_HUNDRED = r"(?:(?:(?:one|a)[\s-]+)?hundred(?:[\s-]+and)?[\s-]+)?"

_FIGURED = rf"\b(?:\s*\(\s*(?:\d+|(?:(?:{_TENS})[\s-])?(?:{_UNIT}))\s*\))?"

CARDINAL = (
    rf"(?:\d{{1,3}}(?![\d,/]|\s\d{{3}}\b)|{_HUNDRED}(?:(?:{_TENS})[\s-]+)?(?:{_UNIT})|(?:one|a)[\s-]+hundred){_FIGURED}"
)
"""A whole number up to 199, in words or figures, with the figure that treaties repeat in brackets."""

ORDINAL = (
    rf"(?:\d{{1,3}}\s?(?:st|nd|rd|th)|{_HUNDRED}(?:(?:{_TENS})[\s-]+)?(?:{_NTH})|(?:one[\s-]+)?hundredth)\b"
    rf"(?:\s*\(\s*(?:\d+(?:st|nd|rd|th)?|(?:(?:{_TENS})[\s-])?(?:{_NTH}))\s*\))?"
)

_PARTS_OF = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_SO_MANY = "one|two|three|four|five|six|seven|eight|nine"
SHARE = (
    rf"(?:(?:an?|the)[\s-]+(?:(?:simple|absolute|clear)\s+)?majority|(?:(?:{_SO_MANY}|a)[\s-]+)?half"
    rf"|(?:{_SO_MANY}|a)[\s-]+(?:{'|'.join(_PARTS_OF)})s?(?:\s*\(\s*\d\s*/\s*\d{{1,2}}\s*\))?|[1-9]/(?:10|[2-9])(?![\d/]))"
)
"""A part of a whole: "two-thirds (2/3)", "nine-tenths", "3/4", "a simple majority"."""

_OF_FIGURES = re.compile(r"([1-9])/(\d{1,2})")
_DECIMAL = re.compile(r"\d+\.\d+")
_HUNDRED_AND = re.compile(r"(?i)^(?:(?:one|a)[\s-]+)?hundred[\s-]+(?:and[\s-]+)?")
_BRACKETS = re.compile(r"\s*\(.*")


def cardinal(words: str) -> int | None:
    """Return the value of what `CARDINAL` matched; None where the words are no number.

    >>> cardinal("ninety (90)"), cardinal("one hundred and fifty"), cardinal("8")
    (90, 150, 8)
    """
    return cardinal_value(_BRACKETS.sub("", words))


def ordinal(words: str) -> int | None:
    """Return the value of what `ORDINAL` matched; None where the words are no ordinal.

    >>> ordinal("twenty-second"), ordinal("one hundred and fiftieth"), ordinal("30th")
    (22, 150, 30)
    """
    return ordinal_value(_HUNDRED_AND.sub("one hundred and ", _BRACKETS.sub("", " ".join(words.split()))))


def share(words: str) -> tuple[int, int] | None:
    """Return numerator and denominator of what `SHARE` matched; of a majority one half, which it has to exceed.

    >>> share("two thirds")
    (2, 3)
    """
    plain = _BRACKETS.sub("", " ".join(words.lower().replace("-", " ").split()))
    figures = _OF_FIGURES.fullmatch(plain)
    if figures is not None:
        return int(figures[1]), int(figures[2])
    if plain.endswith(("majority", "half")):
        return 1, 2
    many, _, part = plain.partition(" ")
    whole = _PARTS_OF.get(part) or _PARTS_OF.get(part.removesuffix("s"))
    return (cardinal_value(many.replace("a", "one", 1) if many == "a" else many) or 0, whole) if whole else None


def percent(words: str) -> tuple[int, int] | None:
    """Return so many per cent as numerator and denominator; None where the words are no number.

    >>> percent("55"), percent("fifty"), percent("0.5")
    ((55, 100), (50, 100), (5, 1000))
    """
    plain = words.strip().replace(",", ".")
    if _DECIMAL.fullmatch(plain):
        whole, _, part = plain.partition(".")
        return int(whole + part), 100 * 10 ** len(part)
    number = cardinal(plain)
    return (number, 100) if number else None
