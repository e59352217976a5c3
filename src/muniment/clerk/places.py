"""Places: the cities that meetings are told of in, and where they are."""

from __future__ import annotations

from collections.abc import Iterable

from muniment.profiles.world import City, points, world
from muniment.registers import REGISTERS
from muniment.registers.places import PlaceMet
from muniment.registers.row import Row

__all__ = ["places"]


def places(meetings: Iterable[Row]) -> list[PlaceMet]:
    """Return the places of meetings, those with most meetings first; meetings that were called off are left out."""
    found: dict[str, list[Row]] = {}
    for row in meetings:
        place = str(row.slots.get("place") or "")
        if place and row.slots.get("status") != "cancelled":
            found.setdefault(" ".join(place.split()), []).append(row)
    told = [_met(place, rows) for place, rows in found.items()]
    return sorted(told, key=lambda one: (-one.held - one.announced, one.place))


def _met(place: str, rows: list[Row]) -> PlaceMet:
    date = REGISTERS["meetings"].date
    last = max(rows, key=lambda row: date(row.slots))
    announced = sum(row.slots.get("status") in ("announced", "postponed") for row in rows)
    city = _city(place)
    state = world().by_code.get(city.state) if city is not None else None
    at = _point(city) if city is not None else None
    exact = city is not None and f"{city.state}/{city.name}" in points().cities
    return PlaceMet(
        place, state.name if state else "", at[0] if at else None, at[1] if at else None, exact,
        len(rows) - announced, announced, date(last.slots), last.id,
    )  # fmt: skip


def _city(place: str) -> City | None:
    """Return the city of a name, written alone or before its state: "Vienna, Austria"."""
    return world().city(place) or world().city(place.partition(",")[0])


def _point(city: City) -> tuple[float, float] | None:
    own = points().cities.get(f"{city.state}/{city.name}")
    return own or points().states.get(city.state)
