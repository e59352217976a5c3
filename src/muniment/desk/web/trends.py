"""How regions were assessed: a lane for each, a mark for each assessment, and the same as a table with who assessed."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web.asking import form_of, require_known, require_page, whole
from muniment.desk.web.catalogue import say
from muniment.desk.web.kept import kept_data
from muniment.desk.web.room import room_of
from muniment.registers.trends import TRENDS, Assessment, Region
from muniment.terms import PartialDate

__all__ = ["Dot", "Lane", "lanes_of", "trends"]

_PAGE = 8
"""Regions on one page."""

_LATEST = 30
"""Assessments of a region asked for that are shown, the latest (measured: 0.7 kilobytes each, 2026-11-23)."""

_OF_EACH = 12
"""The same of each region on a page of several."""

_OFFERED = 200
"""Regions that are offered to choose from, those assessed most."""

_STEP = 22
"""Height between two trends in a lane, in the picture's own units."""

_TICKS = 8
"""Years marked at most, as on a life line."""


class Dot(msgspec.Struct, frozen=True):
    """An assessment in the picture: how far along, from 0 to 1000, and how far down.

    Where only a month or a year is told, `left` and `right` are its ends, and `x` lies between.
    """

    told: Assessment
    left: int
    right: int
    y: int

    @property
    def x(self) -> int:
        """The middle of the time that is told."""
        return (self.left + self.right) // 2


class Lane(msgspec.Struct, frozen=True):
    """A region in the picture; `ticks` are the places at which years begin, with the years."""

    region: Region
    dots: list[Dot]
    ticks: list[tuple[int, int]]


def lanes_of(regions: Sequence[Region]) -> list[Lane]:
    """Return the lanes of regions along one stretch of time, which all of them share."""
    days = [day for region in regions for one in region.assessments for day in _days(one.date)]
    if not days:
        return [Lane(region, [], []) for region in regions]
    first, last = min(days), max(days)
    whole_time = max((last - first).days, 1)

    def place(day: datetime.date) -> int:
        return round(20 + 960 * (day - first).days / whole_time)

    years = list(range(first.year + 1, last.year + 1))
    step = max(1, -(-len(years) // _TICKS))
    ticks = [(place(datetime.date(year, 1, 1)), year) for year in years if year % step == 0]

    def dot(one: Assessment) -> Dot:
        left, right = (place(day) for day in _days(one.date))
        return Dot(one, left, right, _STEP * (TRENDS.index(one.trend) + 1))

    return [
        Lane(region, [dot(one) for one in region.assessments if one.trend in TRENDS and _days(one.date)], ticks)
        for region in regions
    ]


def _days(iso: str) -> tuple[datetime.date, ...]:
    """Return the first and the last day of a date; none where it is none."""
    try:
        known = PartialDate.parse(iso) if iso else None
    except ValueError:
        known = None
    return (known.first_day(), known.last_day()) if known is not None else ()


def _latest(region: Region, most: int) -> Region:
    """Return a region with its latest assessments alone."""
    return msgspec.structs.replace(region, assessments=region.assessments[-most:])


def trends(request: Request) -> Response:
    """Return how regions were assessed, in the form asked for."""
    require_known(request, "region", "page", "limit", "offset")
    room, form = room_of(request), form_of(request, request.path_params.get("form", ""))
    asked = request.query_params.get("region", "").strip()
    kept = room.record.kept_trends()
    every, count = kept.more(tuple[list[str], int])
    named = kept.about(asked.casefold()) if asked else []
    if form != "html":
        header = ["region", "date", "trend", "by", "said_by", "row"]
        return kept_data(room, request, form, named if asked else kept, header, lambda region: _lines(region, header))
    total = len(named) if asked else len(kept)
    page = max(whole(request.query_params, "page", 1), 1)
    offset = (page - 1) * _PAGE
    require_page(total, offset, "regions")
    shown = named[offset : offset + _PAGE] if asked else kept.some(offset, _PAGE)
    return room.page(
        "trends.html", request, title=say("trends.title"), active="trends", asked=asked, trends=TRENDS, step=_STEP,
        every=list(dict.fromkeys([*every[:_OFFERED], *(one.name for one in named)])), total=total,
        lanes=lanes_of([_latest(one, _LATEST if asked else _OF_EACH) for one in shown]),
        counts={one.name: len(one.assessments) for one in shown},
        count=sum(len(one.assessments) for one in named) if asked else count, page=page, pages=-(-total // _PAGE),
    )  # fmt: skip


def _lines(region: Region, header: list[str]) -> list[list[Any]]:
    return [[region.name, *(getattr(one, name) for name in header[1:])] for one in region.assessments]
