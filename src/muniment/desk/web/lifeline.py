"""A life line: what lasted and what happened, lane by lane, along the years. Drawn by the server, as figures only.

Positions are whole numbers from 0 to 1000 along the line, so that the picture can be as wide as the screen is.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import msgspec

from muniment.terms import PartialDate

__all__ = ["LifeLine", "Line", "Mark", "Span", "life_line"]

_WIDE = 1000
_NARROWEST = 4
"""Width of the shortest span of what lasts, so that a week of twenty years is still seen."""

_TICKS = 8
"""Years marked on the line at most (judgement: more run into each other on a phone)."""


class Span(msgspec.Struct, frozen=True):
    """Something with a beginning or an end, or a day: ISO 8601 dates, as precise as known; `sure` unless planned."""

    start: str
    end: str
    title: str
    sure: bool = True


class Mark(msgspec.Struct, frozen=True):
    """A span as it is drawn: from `left` to `right`; a day has no width. `open` where its end is not told."""

    left: int
    right: int
    open: bool
    sure: bool
    title: str


class Line(msgspec.Struct, frozen=True):
    """A lane: what it is called and what is on it; `lasting` where it holds what lasts, not days."""

    label: str
    marks: list[Mark]
    lasting: bool


class LifeLine(msgspec.Struct, frozen=True):
    """Lanes over one stretch of time; `ticks` are the places at which years begin, with the years."""

    lines: list[Line]
    ticks: list[tuple[int, int]]
    first: str
    last: str


def _first(iso: str) -> datetime.date | None:
    try:
        return PartialDate.parse(iso).first_day() if iso else None
    except ValueError:
        return None


def _last(iso: str) -> datetime.date | None:
    try:
        return PartialDate.parse(iso).last_day() if iso else None
    except ValueError:
        return None


def life_line(lanes: Sequence[tuple[str, bool, Sequence[Span]]], until: str) -> LifeLine | None:
    """Return lanes, each a label, whether it holds what lasts, and its spans, along the time they take up.

    Args:
        lanes: the lanes; one without a dated span is left out.
        until: the last day that is known of, ISO 8601, to which what has no end is drawn.

    Returns:
        None where fewer than two dates are told.
    """
    days = [
        day
        for _, _, spans in lanes
        for span in spans
        for day in (_first(span.start), _last(span.end) or _last(span.start))
        if day is not None
    ]
    if len(set(days)) < 2:
        return None
    first = min(days)
    last = max([*days, *([known] if (known := _last(until)) is not None and known > first else [])])
    whole = max((last - first).days, 1)

    def place(day: datetime.date) -> int:
        return round(_WIDE * (day - first).days / whole)

    lines = []
    for label, lasting, spans in lanes:
        marks = []
        for span in spans:
            start, end = _first(span.start), _last(span.end)
            if start is None and end is None:
                continue
            left = place(start) if start else 0
            right = place(end) if end else _WIDE if lasting else left
            wide = max(left + _NARROWEST, right) if lasting else left
            marks.append(Mark(left, wide, lasting and end is None, span.sure, span.title))
        if marks:
            lines.append(Line(label, marks, lasting))
    years = list(range(first.year + 1, last.year + 1))
    step = max(1, -(-len(years) // _TICKS))
    ticks = [(place(datetime.date(year, 1, 1)), year) for year in years if year % step == 0]
    return LifeLine(lines, ticks, first.isoformat(), last.isoformat())
