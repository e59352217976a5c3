"""The words of a clause while it is read: what is understood is taken out, what is left was not."""

from __future__ import annotations

import re

__all__ = ["Saying"]

_TAKEN = "\u00b7"
"""Stands for a code point already understood; no pattern of a clause matches it."""


_JOINING = re.compile(r"(?i)^(?:(?:by|of|from)\s+)?(?:the\s+)?(?=\w)")


class Saying:
    """A clause's words, blanks folded; taking a part leaves the places of all others as they were."""

    def __init__(self, text: str) -> None:
        """Take the words of a clause."""
        self.whole = " ".join(text.split())
        self.left = self.whole

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the first match among what is left and take it out; None where there is none."""
        match = pattern.search(self.left)
        if match is not None:
            self.drop(match.start(), match.end())
        return match

    def take_all(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """Return every match among what is left, one after the other, and take them out."""
        found: list[re.Match[str]] = []
        while (match := pattern.search(self.left)) is not None and match.end() > match.start():
            self.drop(match.start(), match.end())
            found.append(match)
        return found

    def drop(self, start: int, end: int) -> None:
        """Take out the words between two places; code points, half-open, into `whole`."""
        self.left = self.left[:start] + _TAKEN * (end - start) + self.left[end:]

    def words(self, match: re.Match[str]) -> str:
        """Return what stood where a match is, as the treaty has it."""
        return self.between(match.start(), match.end())

    def between(self, start: int, end: int) -> str:
        """Return what stood between two places, without what only joins it to the words before."""
        return _JOINING.sub("", self.whole[start:end].strip(" ,;(:"))
