"""Meetings announced of which no page tells whether they were held."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from muniment.rules.gap import Gap, RowView, last_day, listed, names, period

__all__ = ["GRACE", "REPORTED", "STATUS", "never_reported"]

GRACE = 14
"""Days after a meeting's last day before silence about it counts (judgement: press services take a week at most)."""

REPORTED = frozenset({"session", "conference", "consultation", "debate", "working_group"})
"""Kinds of meeting that press services report as a rule; visits, briefings and ceremonies often pass without a word
(judgement, from the scraped releases of three organisations, 2026-11)."""

STATUS = "RFC 5545 (iCalendar), 3.8.1.11: an event once confirmed stands until it is cancelled"


def never_reported(rows: Iterable[RowView], as_of: datetime.date, grace: int = GRACE) -> Iterator[Gap]:
    """Yield the meetings of named bodies still announced or postponed `grace` days after their last day.

    A day or a month must be known: a meeting announced for some time in a year is seldom found again in its report.
    """
    for row in rows:
        if str(row.slots.get("kind") or "session") not in REPORTED or not names(row.slots.get("bodies")):
            continue
        if len(str(row.slots.get("start") or row.slots.get("end") or "")) < len("2031-11"):
            continue
        status = row.slots.get("status")
        end = last_day(row.slots.get("end")) or last_day(row.slots.get("start"))
        if status not in ("announced", "postponed") or end is None or end + datetime.timedelta(days=grace) >= as_of:
            continue
        of = listed(names(row.slots.get("bodies")), 3)
        kind = str(row.slots.get("kind") or "other").replace("_", " ")
        kind = {"other": "meeting", "working group": "meeting"}.get(kind, kind)
        when = period(row.slots.get("start") or row.slots.get("end"))
        what = f"{kind} of {of}"
        place = f" in {row.slots['place']}" if row.slots.get("place") else ""
        if status == "announced":
            text = f"The {what} announced for {when}{place} is reported by no page, as held or as called off."
        else:
            text = f"The {what} postponed from {when} has been given no new date by any page."
        since = (end + datetime.timedelta(days=1)).isoformat()
        yield Gap(f"{status}-never-reported", row.register, row.id, text, since, STATUS)
