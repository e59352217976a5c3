"""Texts as scanners and converters leave them: markup, footnote marks, words broken over lines, letters mistaken.

Only words that final clauses are made of are mended: a name stays as the scan has it.
"""

from __future__ import annotations

import re

from muniment.reading.en.force.lags import MONTHS
from muniment.reading.en.force.residue import HARMLESS
from muniment.reading.en.numbers import CARDINALS, ORDINALS

__all__ = ["mended", "unmarked"]

_MARKS = re.compile(
    r"<sup\b[^<>]*>[^<>]{0,80}</sup>|<[/!]?[A-Za-z][^<>]{0,300}>|&(?:nbsp|#160|#xa0|ensp|emsp|thinsp|shy);|\[\s*\d{1,3}\s*\]|[\u00b9\u00b2\u00b3\u2070-\u2079]+"
)
"""Markup, hard blanks, and marks of footnotes."""

_MORE_WORDS = """
    accordance calendar cent combined conditions constitute days deposit earlier earliest expiration expiry following
    fourths fulfilled gross hundred include including indefinitely later latest merchant month months opened opening per
    percent period provided provisional provisionally quarters referred shipping simultaneously subsequently thereafter
    thirds tonnage total unless week weeks whichever world year years
"""
_WORDS_OF_CLAUSES = frozenset(
    HARMLESS | set(CARDINALS) | set(ORDINALS) | set(MONTHS.split("|")) | set(_MORE_WORDS.split())
)
_BROKEN = re.compile(r"(?<!\w)([A-Za-z]{1,14})(-?)\s+([a-z]{1,14})(?![\w-])")
_UNKNOWN = re.compile(r"(?<!\w)[A-Za-z01]{4,20}(?!\w)")
_CONFUSED = (
    ("rn", "m"), ("m", "rn"), ("vv", "w"), ("cl", "d"), ("tl", "th"), ("1", "l"), ("1", "i"), ("0", "o"), ("l", "i"),
    ("i", "l"), ("c", "e"), ("e", "c"), ("h", "b"), ("b", "h"), ("v", "y"), ("y", "v"), ("n", "u"), ("u", "n"),
)  # fmt: skip
"""Letters that scanners take for others: the commonest confusions of optical character recognition (judgement)."""

_LEADING = r"(?:this|the|it|if|for|any|each|upon|when|after|once|as|on|in)\s"
_RUN_TOGETHER = (
    (re.compile(rf"(?i)^(\s*(?:article\s+)?(?:\d{{1,3}}|[ivxlc]{{1,7}}))(?={_LEADING})"), r"\1 "),
    (re.compile(rf"(?<=force)(?={_LEADING})"), " "),
)
"""An article's number or heading that ran into its first sentence."""

_NOTED = re.compile(r"(?i)\b(convention|agreement|protocol|treaty|charter|statute)\d\b")
_LIGATURES = str.maketrans({"\ufb01": "fi", "\ufb02": "fl", "\ufb00": "ff"})


def unmarked(text: str) -> str:
    """Return a text with blanks for its markup and footnote marks; every other code point stays where it was.

    >>> unmarked("on <b>deposit</b>[3] of")
    'on    deposit        of'
    """
    return _MARKS.sub(lambda match: " " * len(match[0]), text)


def mended(words: str) -> str:
    r"""Return words with those of final clauses made whole.

    >>> mended("the fif-\nteenth in strument of ratificatlon")
    'the fifteenth instrument of ratification'
    """
    plain = _NOTED.sub(r"\1", words.translate(_LIGATURES))
    for pattern, apart in _RUN_TOGETHER:
        plain = pattern.sub(apart, plain)
    at = 0
    while (match := _BROKEN.search(plain, at)) is not None:
        first, hyphen, second = match[1], match[2], match[3]
        whole = (first + second).lower() in _WORDS_OF_CLAUSES
        both = not hyphen and first.lower() in _WORDS_OF_CLAUSES and second in _WORDS_OF_CLAUSES
        if whole and not both:
            plain = f"{plain[: match.start()]}{first}{second}{plain[match.end() :]}"
        at = match.start(3) - (len(match[0]) - len(first + second) if whole and not both else 0)
    return _UNKNOWN.sub(lambda match: _likely(match[0]), plain)


def _likely(word: str) -> str:
    """Return the word of clauses that a scanner most likely took for this one; the word itself where there is none."""
    lower = word.lower()
    if lower in _WORDS_OF_CLAUSES:
        return word
    for wrong, right in _CONFUSED:
        at = lower.find(wrong)
        while at >= 0:
            other = lower[:at] + right + lower[at + len(wrong) :]
            if other in _WORDS_OF_CLAUSES:
                return other if word.islower() else other.capitalize() if word[0].isupper() else other
            at = lower.find(wrong, at + 1)
    return word
