"""Patterns that builders try in a sentence, known to the sieve: most of them need words that do not stand there."""

from __future__ import annotations

import re
from typing import cast

import regex

from muniment.reading.mask import expand

__all__ = ["PATTERNS", "Pattern", "compiled", "pattern"]


def compiled(written: str) -> regex.Pattern[str]:
    """Return a pattern compiled, {A}, {B}... in it being placeholders: by `re` where that knows all it says.

    Both engines find the same. `regex` is quick to see that words are missing, which the sieve has seen before, and on
    what the sieve lets through `re` takes a quarter less (reading 40 generated pages, 2026-11). It knows neither
    letters by their property nor one name for several groups, so that two in five patterns stay with `regex`; and so
    does one that begins with "(?V0)", which `re` does not know either: alternatives of which some stand only at the
    beginning or the end are tried by `re` at every letter, at five times the cost.
    """
    expanded = expand(written)
    try:
        return cast("regex.Pattern[str]", re.compile(expanded))
    except re.error:
        return regex.compile(expanded)


class Pattern:
    """A compiled pattern over masked sentences, with its number among all of them.

    Attributes:
        text: the pattern, placeholders expanded.
        bit: two to the power of its number; set in `Masked.live` where it may match.
    """

    __slots__ = ("bit", "finditer", "fullmatch", "match", "search", "sub", "text")

    def __init__(self, text: str, number: int) -> None:
        found = compiled(text)
        self.text = text
        self.bit = 1 << number
        self.search = found.search
        self.match = found.match
        self.fullmatch = found.fullmatch
        self.finditer = found.finditer
        self.sub = found.sub


PATTERNS: list[Pattern] = []
"""All patterns made by `pattern`, by their numbers; complete when the modules of a language are imported."""


def pattern(written: str, ignore_case: bool = False) -> Pattern:
    """Return a pattern, in which {A}, {B}... are placeholders, to be tried with `Masked.search` and its like."""
    PATTERNS.append(Pattern(("(?i)" if ignore_case else "") + expand(written), len(PATTERNS)))
    return PATTERNS[-1]
