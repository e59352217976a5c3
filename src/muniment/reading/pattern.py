"""Patterns that builders try in a sentence, known to the sieve: most of them need words that do not stand there."""

from __future__ import annotations

import regex

from muniment.reading.mask import expand

__all__ = ["PATTERNS", "Pattern", "pattern"]


class Pattern:
    """A compiled pattern over masked sentences, with its number among all of them.

    Attributes:
        text: the pattern, placeholders expanded.
        bit: two to the power of its number; set in `Masked.live` where it may match.
    """

    __slots__ = ("bit", "finditer", "fullmatch", "match", "search", "sub", "text")

    def __init__(self, text: str, number: int) -> None:
        compiled = regex.compile(text)
        self.text = text
        self.bit = 1 << number
        self.search = compiled.search
        self.match = compiled.match
        self.fullmatch = compiled.fullmatch
        self.finditer = compiled.finditer
        self.sub = compiled.sub


PATTERNS: list[Pattern] = []
"""All patterns made by `pattern`, by their numbers; complete when the modules of a language are imported."""


def pattern(written: str, ignore_case: bool = False) -> Pattern:
    """Return a pattern, in which {A}, {B}... are placeholders, to be tried with `Masked.search` and its like."""
    PATTERNS.append(Pattern(("(?i)" if ignore_case else "") + expand(written), len(PATTERNS)))
    return PATTERNS[-1]
