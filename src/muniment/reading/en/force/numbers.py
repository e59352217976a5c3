"""Numbers as treaties write them: "the twenty-second", "ninety (90)", "two-thirds", "80 %"."""

from __future__ import annotations

import re

from muniment.reading.en.numbers import CARDINALS, ORDINALS, cardinal_value, ordinal_value

__all__ = ["CARDINAL", "ORDINAL", "SHARE", "cardinal", "ordinal", "percent", "share"]

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNIT = "|".join(sorted((word for word in CARDINALS if word != "zero"), key=len, reverse=True))
_NTH = "|".join(sorted(ORDINALS, key=len, reverse=True))
_HUNDRED = r"(?:(?:one|a)[\s-]+hundred(?:[\s-]+and)?[\s-]+)?"

_FIGURED = r"\b(?:\s*\(\s*\d+\s*\))?"

CARDINAL = (
    rf"(?:\d{{1,3}}(?![\d,/]|\s\d{{3}}\b)|{_HUNDRED}(?:(?:{_TENS})[\s-]+)?(?:{_UNIT})|(?:one|a)[\s-]+hundred){_FIGURED}"
)
"""A whole number up to 199, in words or figures, with the figure that treaties repeat in brackets."""

ORDINAL = (
    rf"(?:\d{{1,3}}\s?(?:st|nd|rd|th)|{_HUNDRED}(?:(?:{_TENS})[\s-]+)?(?:{_NTH})|(?:one[\s-]+)?hundredth)\b"
    r"(?:\s*\(\s*\d+(?:st|nd|rd|th)?\s*\))?"
)

_SHARES = {
    "one-half": (1, 2), "one half": (1, 2), "half": (1, 2), "a majority": (1, 2), "the majority": (1, 2),
    "a simple majority": (1, 2), "the simple majority": (1, 2), "an absolute majority": (1, 2),
    "one-third": (1, 3), "a third": (1, 3), "two-thirds": (2, 3), "two thirds": (2, 3), "three-fourths": (3, 4),
    "three fourths": (3, 4), "three-quarters": (3, 4), "three quarters": (3, 4), "four-fifths": (4, 5),
    "four fifths": (4, 5), "one-quarter": (1, 4), "one-fourth": (1, 4),
}  # fmt: skip
SHARE = "(?:" + "|".join(word.replace(" ", r"[\s-]+") for word in sorted(_SHARES, key=len, reverse=True)) + ")"
_DECIMAL = re.compile(r"\d+\.\d+")
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
    return ordinal_value(_BRACKETS.sub("", " ".join(words.split())))


def share(words: str) -> tuple[int, int] | None:
    """Return numerator and denominator of what `SHARE` matched; of a majority one half, which it has to exceed.

    >>> share("two thirds")
    (2, 3)
    """
    plain = " ".join(words.lower().split())
    return _SHARES.get(plain) or _SHARES.get(plain.replace(" ", "-")) or _SHARES.get(plain.replace("-", " "))


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
