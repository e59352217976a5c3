"""Texts that go by a number: "Decision No. 14", "Security Council resolution 2118 (2013)", "A/RES/76/1".

The number tells them apart for good; by itself it makes them one only where it is long, for every council has a
decision No. 14 each year.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from muniment.registers.identity.offices import same_organization, state_words
from muniment.registers.identity.rule import APART, REFUSED

__all__ = ["Numbered", "compare", "numbered"]

_NUMBERED = re.compile(
    r"^(?:the\s+)?(?P<body>.*?)\b(?:(?:decision|resolution|recommendation|order)|[ASE]/(?:[\w.-]+/)?(?:RES|DEC))\b\W*"
    r"(?:No\b\.?|№)?\s*(?P<number>\d+(?:/\d+)*)\s*(?:\((?P<series>\d{4}|[IVXLC]+)\))?\W*$",
    re.IGNORECASE,
)
"""Document symbols: United Nations Editorial Manual, 2012 (A/RES/76/1); series in brackets: a year or a session."""

LONG = 3
"""Digits from which a number, or one with a stroke, stands for one text of all councils (judgement)."""


class Numbered(msgspec.Struct, frozen=True):
    """What a numbered title tells: the number, its series (a year or a session) and the body, empty where untold."""

    number: str
    series: str
    body: str

    @property
    def long(self) -> bool:
        """Whether the number alone tells the text from every other."""
        return len(self.number) >= LONG or "/" in self.number


@lru_cache(maxsize=16384)
def numbered(title: str) -> Numbered | None:
    """Return what a title says that is a number and no more; None for any other."""
    found = _NUMBERED.match(title.strip())
    if found is None:
        return None
    return Numbered(found["number"], (found["series"] or "").upper(), found["body"].strip(" ,"))


def compare(one: Numbered, two: Numbered, bodies: tuple[list[str], list[str]], *, dated_alike: bool) -> int:
    """Return how strongly two numbered texts are one.

    Args:
        one: the one.
        two: the other.
        bodies: who adopted each, as far as it is told beside the title.
        dated_alike: both tell one decisive action with dates that agree.
    """
    if one.number != two.number or (one.series and two.series and one.series != two.series):
        return REFUSED
    mine, yours = ([text.body] if text.body else told for text, told in zip((one, two), bodies, strict=True))
    if mine and yours and not any(_same_body(x, y) for x in mine for y in yours):
        return REFUSED
    return 4 if one.long or dated_alike else APART


def _same_body(one: str, two: str) -> bool:
    words, words_too = state_words(one), state_words(two)
    return words <= words_too or words_too <= words or same_organization(one, two)
