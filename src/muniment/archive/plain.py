"""Plain text into parts: lines are paragraphs, unless the text is wrapped at a fixed width."""

from __future__ import annotations

import itertools

from muniment.archive.part import Part

__all__ = ["read_plain"]

_WRAP_WIDTH = 110
"""Longest line of a text wrapped by hand or by a mail program, code points (72 to 100 are usual)."""

_WRAP_LINES = 4
"""Fewest lines that follow one another directly before a text can be called wrapped."""

_FEW_LINES = 5
"""Most lines of a text that is looked at as one sentence broken over them."""

_LONG_LINES = 10
"""Lines for each of which one may be longer than the width all the same (an address, a row of a table)."""

_CLOSED = frozenset('.!?:;"”»)…')


def read_plain(text: str) -> tuple[Part, ...]:
    """Return the parts of a plain text in order; together with the white space between them they are the text."""
    parts: list[Part] = []
    position = gap = 0
    for line in text.split("\n"):
        size = len(line)
        bare = line.strip()
        if bare:
            start = position if len(bare) == size else position + size - len(line.lstrip())
            parts.append(Part(start, start + len(bare), gap))
            gap = 0
        else:
            gap += 1
        position += size + 1
    if _is_one_sentence(text, parts):
        return (Part(parts[0].start, parts[-1].end, parts[0].gap),)
    return _unwrapped(text, parts) if _is_wrapped(text, parts) else tuple(parts)


def _is_one_sentence(text: str, parts: list[Part]) -> bool:
    """Whether a text of a few lines, too short to show its width, breaks off in each and ends in a full stop."""
    if not 2 <= len(parts) <= _FEW_LINES or text[parts[-1].end - 1] not in ".!?":
        return False
    unclosed = all(text[part.end - 1] not in _CLOSED for part in parts[:-1])
    small = any(text[part.start].islower() for part in parts[1:])
    return unclosed and small and all(part.gap == 0 for part in parts[1:])


def _is_wrapped(text: str, parts: list[Part]) -> bool:
    """Whether lines end where the width ended: a third or more break off and go on with a small letter."""
    followed = broken = long = 0
    for above, below in itertools.pairwise(parts):
        if below.gap == 0:
            size = above.end - above.start
            followed += 1
            long += size > _WRAP_WIDTH
            broken += 40 < size <= _WRAP_WIDTH and text[above.end - 1] not in _CLOSED and text[below.start].islower()
    return followed >= _WRAP_LINES and broken * 3 > followed and long * _LONG_LINES <= followed


def _unwrapped(text: str, lines: list[Part]) -> tuple[Part, ...]:
    """Return the paragraphs of a wrapped text: lines that follow one another, cut where a line is short and closed."""
    width = max((line.end - line.start for line in lines if line.end - line.start <= _WRAP_WIDTH), default=_WRAP_WIDTH)
    parts: list[Part] = []
    ended = True
    for line in lines:
        if line.gap or ended:
            parts.append(line)
        else:
            parts[-1] = Part(parts[-1].start, line.end, parts[-1].gap)
        ended = line.end - line.start < width * 0.7 and text[line.end - 1] in _CLOSED
    return tuple(parts)
