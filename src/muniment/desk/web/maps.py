"""Where meetings were held and are to be: cities on a map of the land, and the same as a table."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web.asking import form_of, require_known
from muniment.desk.web.catalogue import say
from muniment.desk.web.faults import missing
from muniment.desk.web.room import room_of
from muniment.registers.places import PlaceMet

__all__ = ["Map", "Spot", "map_of", "places"]

_UNIT = 1000 / 360
_NORTH = 84.0
_HIGH = 394.4
"""Units for one degree, the upper edge in degrees north, and the height of `static/world.svg`, which is 1000 wide."""

_NARROWEST = 150.0
"""Width of the part of the map that is shown at least, in its own units: about 54 degrees (judgement)."""

_SHOWN = 120
"""Places that are shown, those with most meetings (measured: 0.6 kilobytes each, 2026-11-23)."""

_NAMED = 14
"""Places whose names stand on the map, where there is room for them."""


class Spot(msgspec.Struct, frozen=True):
    """A place on the map, in its units; `named` where its name has room beside it."""

    told: PlaceMet
    x: float
    y: float
    size: float
    named: bool


class Map(msgspec.Struct, frozen=True):
    """A part of the map: its left upper corner and its size in its units, a letter's height, and what is on it."""

    left: float
    top: float
    wide: float
    high: float
    letter: float
    spots: list[Spot]


def map_of(found: Sequence[PlaceMet]) -> Map | None:
    """Return the part of the map that holds all places with a point on it; None where there are none."""
    at = [
        (one, (one.east + 180) * _UNIT, (_NORTH - one.north) * _UNIT)
        for one in found
        if one.north is not None and one.east is not None
    ]
    if not at:
        return None
    left, top, wide, high = _part([x for _, x, _ in at], [y for _, _, y in at])
    most = max(one.held + one.announced for one, _, _ in at)
    letter = wide * 0.016
    spots: list[Spot] = []
    for one, x, y in at:
        size = wide * (0.004 + 0.009 * math.sqrt((one.held + one.announced) / most))
        clear = all(abs(y - other.y) > letter * 1.1 or abs(x - other.x) > wide * 0.13 for other in spots if other.named)
        named = len(spots) < _NAMED and clear and x + size + len(one.place) * letter * 0.62 < left + wide
        spots.append(Spot(one, round(x, 1), round(y, 1), round(size, 2), named))
    return Map(left, top, wide, high, round(letter, 2), spots)


def _part(across: Sequence[float], down: Sequence[float]) -> tuple[float, float, float, float]:
    """Return a part of the map, twice and a half as wide as high, around some points: left, top, width, height."""
    ratio = 1000 / _HIGH
    wide = max(max(across) - min(across), (max(down) - min(down)) * ratio, _NARROWEST) * 1.3
    wide = min(wide, 1000.0)
    high = wide / ratio
    left = min(max((max(across) + min(across) - wide) / 2, 0.0), 1000.0 - wide)
    top = min(max((max(down) + min(down) - high) / 2, 0.0), _HIGH - high)
    return round(left, 1), round(top, 1), round(wide, 1), round(high, 1)


def places(request: Request) -> Response:
    """Return where meetings were held and are to be, of all or of a name, in the form asked for.

    Raises:
        Unknown: no meeting with a place names it.
    """
    require_known(request, "name")
    room, form = room_of(request), form_of(request, request.path_params.get("form", ""))
    name = request.query_params.get("name", "").strip()
    found = room.record.places(name)
    if name and not found:
        raise missing("unknown-name", name[:120])
    if form != "html":
        header = ["place", "state", "north", "east", "exact", "held", "announced", "last", "row"]
        table = [[getattr(one, name) for name in header] for one in found]
        return room.data(form, msgspec.to_builtins(found), (header, table))
    return room.page(
        "map.html", request, title=say("map.of", name=name) if name else say("map.title"), active="map",
        found=found[:_SHOWN], chart=map_of(found[:_SHOWN]), total=len(found), name=name,
        unplaced=sum(one.north is None for one in found),
        rough=sum(one.north is not None and not one.exact for one in found),
        meetings=sum(one.held + one.announced for one in found),
    )  # fmt: skip
