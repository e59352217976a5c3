"""The sentences of a treaty's text, and the article each stands in; scans run headings and paragraphs together."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

__all__ = ["Articles", "units"]

_END = re.compile(
    r"(?<!\d)[.;](?=\s|\d|\(|[A-Z\[\"”']|$)|(?<=\d)[.;](?=\s|$|\(\w{1,3}\)\s?[a-z]|\d{1,2}\.\s?[a-z]|[a-z]{3}|[a-z]\.\s)"
    r"|(?<=[a-z]{3})\.(?=[a-z])|(?<=\s[ivxlc])\.(?=[a-z]{3})|(?<=\s[ivxlc]{2})\.(?=[a-z]{3})|(?<=[a-z]{2})\.(?=[a-z]\.\s)"
    r"|\bARTICLE\s+(?=[\dIVXLCivxlc])|\n\s*\n"
)
"""Where a sentence ends. Scans run the number of the next paragraph into the last word: "article 15.(2) for"."""

_LISTED = re.compile(r":\s*(?:\(?[a1i]\)|\.1\b)")
_GOES_ON = re.compile(
    r"(?i);\s*(?:at\s+least|provided|including|not\s+less\s+than|but\s+(?:not|in\s+no)|in\s+no\s+case|however|otherwise|failing\s+(?:this|that|which)|or\b)"
)
_ABBREVIATED = re.compile(
    r"(?i)(?:\b(?:art|arts|no|nos|para|paras|vol|dr|mr|p|pp|e\.g|i\.e)"
    r"|(?<!\barticle\s)(?<!\bannex\s)(?<!\bpart\s)(?<!\bchapter\s)(?<!\bsection\s)\b[a-z])$"
)
"""What ends in a full stop that ends no sentence; "article V." does."""

_HEADING = re.compile(
    r"\bARTICLE\s+(?P<scan>\d{1,3}|[IVXLC]+|[ivxlc]+)|(?:^|\n|[.;]\s)\s*Article\s+(?P<book>\d{1,3}|[IVXLC]+)\b"
)


_ITEM_BEFORE = re.compile(r"(?:\s|:|[,;](?:\s*(?:and|or))?|\b(?:and|or))$")
"""Before the ".1" of a list, which ends no sentence."""

_BEFORE_STOP = 12
"""Code points before a full stop that tell whether it ends an abbreviation: "section V" and a blank."""

_HEADING_WORDS = 90
"""Code points from "Article" on that hold what an article is called (judgement)."""


def units(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence stands: code points, half-open; a list behind a colon belongs to its sentence."""
    start = 0
    for match in _END.finditer(text):
        if match.start() < start:
            continue
        piece = text[start : match.start()]
        if match[0] == "." and _ABBREVIATED.search(piece[-_BEFORE_STOP:]) and not piece[-3:].endswith(")"):
            continue
        if match[0] == ";" and (_LISTED.search(piece) or _GOES_ON.match(text, match.start())):
            continue
        if match[0] == "." and text[match.start() + 1 : match.end() + 1].isdigit() and _ITEM_BEFORE.search(piece):
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
        self._text = text
        last = 0
        for match in _HEADING.finditer(text):
            number = match["scan"] or match["book"]
            if number.isdigit() and int(number) > last + 1 and last and number.startswith(str(last + 1)):
                number = str(last + 1)
            if number.isdigit():
                last = int(number)
            self._starts.append(match.start())
            self._names.append(f"Article {number.upper()}")

    def heading(self, at: int) -> str:
        """Return the first words of the article that a place is in; empty before the first heading."""
        found = bisect.bisect_right(self._starts, at)
        start = self._starts[found - 1] if found else 0
        return self._text[start : min(start + _HEADING_WORDS, at)] if found else ""

    def before(self, at: int) -> str:
        """Return what the article at a place is called; empty before the first heading."""
        found = bisect.bisect_right(self._starts, at)
        return self._names[found - 1] if found else ""
