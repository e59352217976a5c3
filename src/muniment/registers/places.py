"""A city that meetings are told of in."""

from __future__ import annotations

import msgspec

__all__ = ["PlaceMet"]


class PlaceMet(msgspec.Struct, frozen=True):
    """A city that meetings are told of in.

    Attributes:
        place: its name as the rows have it most often.
        state: short English name of its state; empty where the world tables do not have the city.
        north: degrees north, to a tenth; None where it is not known where it is.
        east: degrees east, to a tenth.
        exact: these are the city's own, not those of the middle of its state.
        held: meetings told to be held there, or told of without a status.
        announced: meetings told to be to come or postponed there.
        last: the day of the last of all of them, ISO 8601; empty where none has a date.
        row: the row of that meeting.
    """

    place: str
    state: str
    north: float | None
    east: float | None
    exact: bool
    held: int
    announced: int
    last: str
    row: str
