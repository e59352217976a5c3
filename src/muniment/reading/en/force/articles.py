"""The sentences of a treaty's text, and the article each stands in; scans run headings and paragraphs together."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

__all__ = ["Articles", "units"]

_END = re.compile(
    r"(?<!\d)[.;](?=\s|\d|\(|[A-Z\[\"”']|$)|(?<=\d)[.;](?=\s|$)|(?<=[a-z]{3})\.(?=[a-z])"
    r"|\bARTICLE\s+(?=[\dIVXLCivxlc])|\n\s*\n"
)
_LISTED = re.compile(r":\s*\(?[a1i]\)")
_ABBREVIATED = re.compile(r"(?i)\b(?:art|no|nos|para|vol|dr|mr|p|pp|e\.g|i\.e|[a-z])$")
_HEADING = re.compile(
    r"\bARTICLE\s+(?P<scan>\d{1,3}|[IVXLC]+|[ivxlc]+)|(?:^|\n|[.;]\s)\s*Article\s+(?P<book>\d{1,3}|[IVXLC]+)\b"
)


def units(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence stands: code points, half-open; a list behind a colon belongs to its sentence."""
    start = 0
    for match in _END.finditer(text):
        if match.start() < start:
            continue
        piece = text[start : match.start()]
        if match[0] == "." and _ABBREVIATED.search(piece[-8:]) and not piece[-3:].endswith(")"):
            continue
        if match[0] == ";" and _LISTED.search(piece):
            continue
        if piece.strip():
            yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


class Articles:
    """The headings of a text's articles."""

    def __init__(self, text: str) -> None:
        """Find the headings.

        Of digits that ran together ("ARTICLE 111. This": 11, then 1.) those are the article's that follow the last.
        """
        self._starts: list[int] = []
        self._names: list[str] = []
        last = 0
        for match in _HEADING.finditer(text):
            number = match["scan"] or match["book"]
            if number.isdigit() and int(number) > last + 1 and last and number.startswith(str(last + 1)):
                number = str(last + 1)
            if number.isdigit():
                last = int(number)
            self._starts.append(match.start())
            self._names.append(f"Article {number.upper()}")

    def before(self, at: int) -> str:
        """Return what the article at a place is called; empty before the first heading."""
        found = bisect.bisect_right(self._starts, at)
        return self._names[found - 1] if found else ""
