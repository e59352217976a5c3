"""Texts as sets of words: the plain comparisons that the identity rules are built from.

Only what holds in English at large stands here: spelling variants, plurals, acronyms spelt out. No organisation is
known; a profile has given names their canonical form before a claim is filed.
"""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from typing import TypeVar

from muniment.registers.identity.scripts import latin

__all__ = [
    "abbreviated", "acronyms", "content", "folded", "initials", "listed", "numbers", "overlap", "run", "same_telling",
    "sketch", "spelt_alike", "unbracketed",
]  # fmt: skip


T = TypeVar("T")


def listed(words: str) -> frozenset[str]:
    """Return the words of a list written as one text, parted by blanks."""
    return frozenset(words.split())


_TOKEN = re.compile(r"[^\W_]+")
_STOP = listed(
    "the of a an on for to and in at by with from its their his her our as that this these those s or into within "
    "between under upon about is are was be"
)
_SPELLING = {
    "organisation": "organization", "defence": "defense", "programme": "program", "centre": "center",
    "labour": "labor", "harmonisation": "harmonization", "coordinating": "coordination",
    "antiterrorist": "antiterrorism", "counterterrorism": "antiterrorism", "counterterrorist": "antiterrorism",
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th",
    "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th", "twelfth": "12th",
    "thirteenth": "13th", "fourteenth": "14th", "fifteenth": "15th", "sixteenth": "16th", "seventeenth": "17th",
    "eighteenth": "18th", "nineteenth": "19th", "twentieth": "20th",
}  # fmt: skip
"""British to American spelling (the form the UN's own names mix), and ordinals in words to figures."""

_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?")
SHINGLE = 4
"""Words in a shingle (judgement: four words in a row are seldom shared by chance)."""


_JOINED = re.compile(r"\b(inter|anti|counter|co|sub|multi|under)-(?=\w)", re.IGNORECASE)
"""First parts of words that pages write with a hyphen and without: "Inter-Parliamentary", "Sub-Committee"."""

_ROMAN_NUMBER = re.compile(
    r"\b(?:I{2,3}|I[VX]|VI{1,3}|XI{1,3}|XI?V)\b(?!\.)|(?<=[^\W_] )[IVX](?=$|[\s\W]*$|,| (?:to|phase|of the)\b)"
)
"""A number in Roman figures within or after a name; a single letter only where it ends what it numbers."""

_VALUES = {"I": 1, "V": 5, "X": 10}

_BRACKETED = re.compile(r"\s*\(([A-Z]{2,8})\)")

_POSSESSIVE = re.compile(r"['’]s\b")
_APOSTROPHES = re.compile(r"['’ʼ`]")


@lru_cache(maxsize=16384)
def folded(text: str) -> tuple[str, ...]:
    """Return a text's words in order: no accents, small letters, one spelling, hyphens and dots of acronyms gone."""
    plain = _ROMAN_NUMBER.sub(_arabic, _JOINED.sub(r"\1", text))
    plain = _APOSTROPHES.sub("", _POSSESSIVE.sub("", latin(plain).casefold()))
    return tuple(map(_spelt, _TOKEN.findall(plain)))


def _arabic(roman: re.Match[str]) -> str:
    values = [_VALUES[letter] for letter in roman.group()]
    return str(sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)))


def unbracketed(name: str) -> str:
    """Return a name without an acronym in brackets after it: "Salt League (SL)"."""
    return _BRACKETED.sub("", name)


def initials(name: str) -> frozenset[str]:
    """Return the acronyms that a name makes: the one in brackets after it, its words' first letters, all and telling.

    Only those of three letters and more: two letters stand for too much.
    """
    words = [word for word in folded(unbracketed(name)) if word not in ("the", "of", "and", "for", "on")]
    spelt = "" if any(word[0].isdigit() for word in words) else "".join(word[0] for word in words)
    made = {spelt, *(short.lower() for short in _BRACKETED.findall(name))}
    return frozenset(short for short in made if len(short) > 2)


@lru_cache(maxsize=16384)
def _spelt(word: str) -> str:
    return _SPELLING.get(word, word)


@lru_cache(maxsize=16384)
def _single(word: str) -> str:
    """Return a noun's singular, roughly: "bodies" -> "body", "states" -> "state", "status" as it stands."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=16384)
def content(text: str) -> frozenset[str]:
    """Return the words of a text that carry meaning, each in one form."""
    return frozenset(run(text))


@lru_cache(maxsize=16384)
def numbers(text: str) -> frozenset[str]:
    """Return the numbers that tell one text of a row from the next: years, ordinals, Roman numerals after the name."""
    return frozenset(word.rstrip("stndrh") for word in folded(text) if _NUMBER.fullmatch(word))


def overlap(a: frozenset[T], b: frozenset[T]) -> tuple[float, float]:
    """Return the share of the smaller set that the two have in common, and of their union; 0 where one is empty."""
    if not a or not b:
        return 0.0, 0.0
    common = len(a & b)
    return common / min(len(a), len(b)), common / len(a | b)


@lru_cache(maxsize=16384)
def run(text: str) -> tuple[str, ...]:
    """Return a text's words in order without the little words, each in one form."""
    return tuple([_single(word) for word in folded(text) if word not in _STOP])


@lru_cache(maxsize=16384)
def spelt_alike(a: str, b: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the content of two texts, an acronym in one and its spelt-out words in the other brought to one form.

    "QRF Charter" and "Charter of the Quiet River Federation" both become {qrf, charter}.
    """
    return _abbreviated(a, b), _abbreviated(b, a)


_ACRONYM = re.compile(r"\b[A-Z]{2,8}\b")


@lru_cache(maxsize=16384)
def acronyms(text: str) -> frozenset[str]:
    """Return the acronyms in a text, in small letters."""
    return frozenset(word.lower() for word in _ACRONYM.findall(text))


def _abbreviated(text: str, other: str) -> frozenset[str]:
    shorts = acronyms(other).difference(folded(text)) if acronyms(other) else None
    if not shorts:
        return content(text)
    words = list(run(text))
    for short in sorted(shorts):
        for start in range(len(words) - len(short) + 1):
            if all(words[start + offset][:1] == letter for offset, letter in enumerate(short)):
                words[start : start + len(short)] = [short]
                break
    return frozenset(words)


_CAPITALS = re.compile(r"\b[^\W\d_a-z]\w+(?:[ \u00a0]+[^\W\d_a-z]\w+){2,6}")


@lru_cache(maxsize=16384)
def abbreviated(text: str) -> str:
    """Return a text with each run of three to seven words in capitals as the acronym that they would make.

    "River Patrol Agreement of the Quiet River Federation" becomes "RPA of the QRF": a key for what is called "QRF".
    """
    return _CAPITALS.sub(lambda match: "".join(word[0] for word in match.group().split()), text)


@lru_cache(maxsize=16384)
def _shingles(text: str) -> frozenset[int]:
    words = run(text)
    size = min(SHINGLE, len(words))
    if not size:
        return frozenset()
    return frozenset(
        zlib.crc32(" ".join(words[start : start + size]).encode()) for start in range(len(words) - size + 1)
    )


@lru_cache(maxsize=16384)
def sketch(text: str, size: int = 4) -> tuple[str, ...]:
    """Return the `size` least shingle hashes of a text: texts that are mostly the same share some (bottom-k sketch).

    Source: A. Broder, On the resemblance and containment of documents, 1997.
    """
    return tuple([f"{value:08x}" for value in sorted(_shingles(text))[:size]])


def same_telling(a: str, b: str) -> bool:
    """Whether two texts are the same words but for trimming: most shingles of the shorter stand in the longer.

    Texts of under six words of content must be equal word for word; 0.7 of the shingles is a judgement: one word
    changed in fifteen breaks four shingles of twelve.
    """
    one, two = run(a), run(b)
    if one == two:
        return bool(one)
    shorter, longer = sorted((len(one), len(two)))
    if shorter < 6 or shorter < 0.4 * longer:
        return False
    return overlap(_shingles(a), _shingles(b))[0] >= 0.7
