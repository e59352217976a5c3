"""Numbers of English prose: ordinals, cardinals in words and figures, and quantities with their comparator."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

import msgspec

__all__ = [
    "Ordinal",
    "Quantity",
    "cardinal_value",
    "find_ordinals",
    "find_quantities",
    "last_ordinal",
    "ordinal_value",
    "roman_value",
]

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINAL_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
                  "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
                  "eighteenth", "nineteenth")  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}

CARDINALS = {word: value for value, word in enumerate(_UNITS)} | {ten: 20 + 10 * i for i, ten in enumerate(_TENS)}
ORDINALS = {word: value for value, word in enumerate(_ORDINAL_UNITS, 1)} | {
    ten[:-1] + "ieth": 20 + 10 * i for i, ten in enumerate(_TENS)
}  # fmt: skip
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_FORM = re.compile(r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")

COMPARATORS = {
    "more than": ">", "over": ">", "above": ">", "exceeding": ">", "in excess of": ">", "upwards of": ">",
    "at least": ">=", "no less than": ">=", "not less than": ">=", "no fewer than": ">=", "a minimum of": ">=",
    "up to": "<=", "at most": "<=", "no more than": "<=", "not more than": "<=", "a maximum of": "<=",
    "less than": "<", "fewer than": "<", "under": "<", "below": "<",
    "nearly": "<~", "almost": "<~", "close to": "<~",
    "about": "~", "around": "~", "some": "~", "approximately": "~", "roughly": "~", "an estimated": "~", "circa": "~",
}  # fmt: skip
"""Words before a number -> how the value compares with it; `<~` is a little less."""

_FIGURE = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SMALL = "|".join(sorted((*CARDINALS, "a hundred", "a thousand", "a million", "a dozen"), key=len, reverse=True))
_SCALE = "|".join(_SCALES)
_COMPARED = "|".join(sorted((c.replace(" ", r"\s+") for c in COMPARATORS), key=len, reverse=True))
_ORDINAL_WORD = "|".join(sorted(ORDINALS, key=len, reverse=True))
_TEN = "|".join(_TENS)

_ORDINAL = re.compile(
    rf"(?:(?P<figure>\d{{1,4}})\s?(?:st|nd|rd|th)|(?P<word>(?:(?:one|a)\s+hundred\s+(?:and\s+)?)?"
    rf"(?:(?:{_TEN})[-\s])?(?:{_ORDINAL_WORD})|(?:one\s+)?hundredth))(?![\w-])",
    re.IGNORECASE,
)
_ORDINAL_HINT = re.compile(
    r"\d{1,4}\s?(?:st|nd|rd|th)|[Ff](?:irs|our|if)t|[Ff]ort[iy]|[Ss](?:econ|ix|even)[dt]|[Tt](?:hir|en|welf|wen)[dth]|"
    r"[Ee](?:igh|leven)t|[Nn]in[et]|one\s+hundred|a\s+hundred|hundredth"
)
"""Beginnings of ordinals: looser than `_ORDINAL` and quicker to look for."""

_ROMAN_ORDINAL = re.compile(
    r"(?P<roman>[IVXLC]{1,7})(?=\s+(?:[A-Za-z]+\s+){0,3}?(?:[Ss]ession|[Mm]eeting|[Ss]ummit|[Pp]lenary|[Cc]onference|"
    r"[Cc]ongress|[Aa]ssembly|[Ff]orum|[Rr]ound|[Cc]onvocation|[Qq]uarter|[Cc]ouncil))"
)
_QUANTITY = re.compile(
    rf"(?P<number>{_FIGURE}|(?:(?:{_TEN})-)?(?:{_SMALL})|dozens)"
    rf"(?P<scales>(?:[\s-](?:{_SCALE})\b)*(?:(?<=hundred)\s+and\s+(?:(?:{_TEN})[-\s])?(?:{_SMALL})\b)?)"
    rf"(?P<percent>\s?%|\s+per\s?cent\b)?(?![\w/]|[.,:-]\d|-)",
    re.IGNORECASE,
)
_QUANTITY_HINT = re.compile(
    r"\d+|[Aa]\s(?:hundred|thousand|million|dozen)|[Oo]ne\b|[Tt](?:wo|hree|en|welve|hirt|went)|[Ff](?:our|ive|ift|ort)|"
    r"[Ss](?:ix|even)|[Ee](?:ight|leven)|[Nn]ine|zero"
)
"""Beginnings of quantities: looser than `_QUANTITY` and quicker to look for."""

_COMPARED_BEFORE = re.compile(rf"\b(?P<compared>{_COMPARED})\s+\Z", re.IGNORECASE)


_FIGURE_FORM = re.compile(_FIGURE)
_PARTS = re.compile(r"[-\s]+")
_GROUPING = re.compile("[,\u00a0\u202f]")


class Ordinal(msgspec.Struct, frozen=True):
    """An ordinal number in a text.

    Attributes:
        start: code points, 0-based, into the text.
        end: code points, half-open.
        value: 15 for "15th".
    """

    start: int
    end: int
    value: int


class Quantity(msgspec.Struct, frozen=True):
    """A counted or measured number in a text.

    Attributes:
        start: code points, 0-based, into the text, the comparator included.
        end: code points, half-open.
        value: the number; a whole one is an int.
        comparator: how the value compares with it: `>`, `>=`, `<`, `<=`, `~`, `<~`; empty where it is exact.
        unit: `%` for a percentage; else empty.
        number_start: where the number itself begins.
    """

    start: int
    end: int
    value: int | float
    comparator: str = ""
    unit: str = ""
    number_start: int = 0


def roman_value(word: str) -> int | None:
    """Return the value of a Roman numeral up to 399, or None if it is none.

    >>> roman_value("XIV")
    14
    """
    word = word.upper()
    if _ROMAN_FORM.match(word) is None:
        return None
    values = [_ROMAN[letter] for letter in word]
    return sum(-v if v < max(values[i + 1 :], default=0) else v for i, v in enumerate(values))


def ordinal_value(word: str) -> int | None:
    """Return the value of an ordinal in words, figures or Roman numerals, or None if it is none.

    >>> ordinal_value("twenty-second"), ordinal_value("77th"), ordinal_value("XV")
    (22, 77, 15)
    """
    plain = " ".join(word.strip().split())
    if plain.isupper() and plain.isalpha():
        roman = roman_value(plain)
        if roman is not None:
            return roman
    match = _ORDINAL.fullmatch(plain)
    return None if match is None else _ordinal(match)


def _ordinal(match: re.Match[str]) -> int:
    if match["figure"]:
        return int(match["figure"])
    parts = _PARTS.split(match["word"].lower())
    if parts[-1] == "hundredth":
        return 100
    value = 100 if "hundred" in parts else 0
    value += sum(CARDINALS[part] for part in parts if part in _TENS)
    return value + ORDINALS[parts[-1]]


def cardinal_value(word: str) -> int | None:
    """Return the value of a cardinal number in words or figures, or None if it is none.

    >>> cardinal_value("twenty-two"), cardinal_value("one hundred"), cardinal_value("3,600")
    (22, 100, 3600)
    """
    plain = " ".join(word.strip().lower().split())
    if plain[:1].isdecimal() and _FIGURE_FORM.fullmatch(plain):
        digits = _GROUPING.sub("", plain)
        return int(digits) if digits.isdigit() else None
    return _in_words(_PARTS.split(plain))


def _in_words(parts: Sequence[str]) -> int | None:
    """Return the value of number words in order: one hundred and twenty-two thousand."""
    total = current = 0
    seen = False
    for part in parts:
        if part in CARDINALS:
            current += CARDINALS[part]
        elif part in ("a", "an") and not seen:
            current = 1
        elif part == "dozen":
            current = max(current, 1) * 12
        elif part == "hundred":
            current = max(current, 1) * 100
        elif part in _SCALES:
            total, current = total + max(current, 1) * _SCALES[part], 0
        elif part != "and" or not seen:
            return None
        seen = True
    return total + current if seen and list(parts) not in (["a"], ["an"]) and parts[-1] != "and" else None


def find_ordinals(text: str, start: int = 0, end: int | None = None) -> list[Ordinal]:
    """Return the ordinals of text[start:end] in order: fourteenth, 15th, and Roman ones before a session's name.

    Args:
        text: the whole text.
        start: code points, 0-based.
        end: code points, half-open; None for the text's end.
    """
    stop = len(text) if end is None else end
    found: list[Ordinal] = []
    done = start
    for hint in _ORDINAL_HINT.finditer(text, start, stop):
        match = _ORDINAL.match(text, hint.start(), stop)
        if match is not None and match.start() >= done and _begins(text, match.start(), "-"):
            found.append(Ordinal(match.start(), match.end(), _ordinal(match)))
            done = match.end()
    for match in _ROMAN_ORDINAL.finditer(text, start, stop):
        alone = len(match["roman"]) == 1 and text[max(0, match.start() - 4) : match.start()].lower() != "the "
        value = None if alone or not _begins(text, match.start(), ".-") else roman_value(match["roman"])
        if value is not None:
            found.append(Ordinal(match.start(), match.end(), value))
    return sorted(found, key=lambda ordinal: ordinal.start)


def _begins(text: str, at: int, refused: str) -> bool:
    """Whether a number may begin at `at`: not inside a word, nor behind one of the characters refused."""
    before = text[at - 1 : at] if at else ""
    return not (before.isalnum() or before == "_" or (before and before in refused))


def find_quantities(
    text: str, start: int = 0, end: int | None = None, apart: Sequence[tuple[int, int]] = ()
) -> list[Quantity]:
    """Return the numbers of text[start:end] in order, each with its comparator: over 3,600 is (">", 3600).

    Args:
        text: the whole text.
        start: code points, 0-based.
        end: code points, half-open; None for the text's end.
        apart: spans whose numbers are something else, such as dates.
    """
    stop = len(text) if end is None else end
    found: list[Quantity] = []
    done = start
    for hint in _QUANTITY_HINT.finditer(text, start, stop):
        at = hint.start()
        if at < done or not _begins(text, at, ".,:/-") or any(a <= at < b for a, b in apart):
            continue
        match = _QUANTITY.match(text, at, stop)
        value = None if match is None else _quantity(match)
        if match is None or value is None:
            continue
        before = _COMPARED_BEFORE.search(text, max(done, at - 20), at)
        comparator = COMPARATORS[" ".join(before["compared"].lower().split())] if before else ""
        first = before.start() if before else at
        found.append(Quantity(first, match.end(), value, comparator, "%" if match["percent"] else "", at))
        done = match.end()
    return found


def _quantity(match: re.Match[str]) -> int | float | None:
    """Return a quantity's value with its scale words, whole where it is whole."""
    number, scales = match["number"], match["scales"].lower().replace("-", " ").split()
    if number[0].isdigit() and not set(scales) - _SCALES.keys():
        value: float = float(_GROUPING.sub("", number))
        for scale in scales:
            value *= _SCALES[scale]
        return int(value) if value == int(value) else value
    return _in_words([*_PARTS.split(number.lower()), *scales])


_WITH_THOUSANDS = re.compile(r"\b(\d{1,3}),(\d{3})(?=st|nd|rd|th)")
_ROMAN_LAST = re.compile(r"\b([IVX]{1,6}) [^\w\s]$")
"""A Roman number right before a name that stands for the meeting: "the IV Conference of Pilots"."""


@functools.lru_cache(maxsize=4096)
def last_ordinal(words: str) -> int:
    """Return the last ordinal of some words, 1400 for "1,400th"; 0 where there is none.

    >>> last_ordinal("the 3rd and 4th sessions"), last_ordinal("the 1,400th meeting")
    (4, 1400)
    """
    thousands = _WITH_THOUSANDS.search(words)
    if thousands:
        return int(thousands[1] + thousands[2])
    ordinals = find_ordinals(words)
    if not ordinals and (roman := _ROMAN_LAST.search(words)):
        return roman_value(roman[1]) or 0
    return ordinals[-1].value if ordinals else 0
