"""Exercises that come again, named with their year and without quotation marks: "Interaction-2026", "Cobalt 2021"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from muniment.reading.en.words import Hit

__all__ = ["of_a_year"]

_YEAR = re.compile(r"[ \u2011–-](?:19|20)\d\d(?![\w-])(?P<gloss> \[[^\[\]\n]{2,40}\])?")
"""The year behind a name, and the translation that agencies put behind it: "Kobalt 2021 [Cobalt]"."""
_LONGEST = 60
"""Code points before a year within which a name may begin (the longest in a shipped profile has 41)."""


def of_a_year(text: str, names: Sequence[str]) -> Iterator[Hit]:
    """Yield each known name that stands with its year, as if quotation marks set it apart.

    Offsets are code points, 0-based, half-open, into `text`.

    Args:
        text: the page's archived text.
        names: names of exercises and operations, the longer first.

    Examples:
        >>> list(of_a_year("The drills Calm Sea-2026 and Watch 2026 [Vahta] ended.", ("Calm Sea", "Watch")))
        [(11, 24, 'Q', 'Calm Sea-2026'), (29, 47, 'Q', 'Watch 2026')]
    """
    if not names:
        return
    for match in _YEAR.finditer(text):
        before = text[max(0, match.start() - _LONGEST) : match.start()]
        if not before.endswith(tuple(names)):
            continue
        name = next(name for name in names if before.endswith(name))
        start = match.start() - len(name)
        if text[start - 1 : start].isalnum() or text[start - 1 : start] in ("-", "_"):
            continue
        end = match.start("gloss") if match["gloss"] else match.end()
        yield start, match.end(), "Q", text[start:end]
