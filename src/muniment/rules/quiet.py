"""Bodies of which nothing is heard for longer than is usual with them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import pairwise
from statistics import median

import msgspec

from muniment.rules.gap import RowView, first_day, names

__all__ = ["FEWEST", "TIMES", "Quiet", "quiet"]

FEWEST = 3
"""Days on which a body met that a usual interval is told from: two intervals at the least (judgement)."""

TIMES = 3
"""How many times its usual interval a body is silent before it is called quiet: twice may be a holiday."""


class Quiet(msgspec.Struct, frozen=True):
    """A body that has not been told to meet for longer than is usual.

    Attributes:
        body: its name.
        last: the day of its last meeting, ISO 8601.
        row: the row of that meeting.
        days: days since.
        usual: the median of the days between its meetings.
        met: how many days it is told to have met on.
    """

    body: str
    last: str
    row: str
    days: int
    usual: int
    met: int


def quiet(meetings: Iterable[RowView], as_of: datetime.date) -> list[Quiet]:
    """Return the bodies silent for more than `TIMES` their usual interval on a day, the longest silence first.

    Only meetings held on a known day count; a meeting announced for a later day ends the silence.
    """
    met: dict[str, dict[datetime.date, str]] = {}
    coming = set()
    for row in meetings:
        day = first_day(row.slots.get("start"))
        known = day is not None and len(str(row.slots["start"])) == len("2031-11-23")
        for body in names(row.slots.get("bodies")):
            if day is not None and day > as_of and row.slots.get("status") == "announced":
                coming.add(body)
            elif day is not None and known and day <= as_of and row.slots.get("status") == "held":
                met.setdefault(body, {})[day] = row.id
    found = []
    for body, days in met.items():
        if len(days) < FEWEST or body in coming:
            continue
        last = max(days)
        usual = round(median((after - before).days for before, after in pairwise(sorted(days))))
        silent = (as_of - last).days
        if silent > TIMES * usual:
            found.append(Quiet(body, last.isoformat(), days[last], silent, usual, len(days)))
    return sorted(found, key=lambda one: (-one.days, one.body))
