"""The calendar: meetings announced and held, by body or member: a month, a list, a time line."""

from __future__ import annotations

import calendar
import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment import __version__
from muniment.desk.answers import HEAD_HEADER
from muniment.desk.web import words
from muniment.desk.web.asking import form_of, require_known
from muniment.desk.web.catalogue import say
from muniment.desk.web.faults import wrong
from muniment.desk.web.icalendar import MEDIA_TYPE, Event, calendar_text
from muniment.desk.web.marks import Mark, marks_of
from muniment.desk.web.room import Room, room_of
from muniment.registers import REGISTERS
from muniment.registers.row import Row
from muniment.registers.tables import csv_header, csv_line
from muniment.registers.values import names
from muniment.terms import PartialDate

__all__ = ["Ask", "Day", "Lane", "Met", "agenda", "subscription"]

_VIEWS = ("month", "list", "timeline")
_BODIES = 200
_MONTHS = 36
"""Months that a time line shows at most, the last (judgement: more are narrower than a mark)."""

_MARKS = 300
"""Meetings that the last months of a time line hold before it begins (600 made 171 kilobytes, measured 2026-11)."""

_LONGEST = 3
"""Months before the one shown in which a meeting may have begun that is still on in it (judgement)."""

_LISTED = 300
"""Meetings before today that the list shows, the latest."""

_LANES = 60
"""Bodies that a time line shows, those that met most often."""

_MEETINGS = REGISTERS["meetings"]


class Met(msgspec.Struct, frozen=True):
    """A meeting as the calendar shows it."""

    row: Row
    title: str
    who: str
    start: str
    end: str
    status: str
    marks: list[Mark]


class Day(msgspec.Struct, frozen=True):
    """A day of a month's grid: its date, whether it is of the month, what is on it."""

    date: datetime.date
    inside: bool
    today: bool
    meetings: list[Met]


class Lane(msgspec.Struct, frozen=True):
    """A body on the time line: its name, and its meetings month by month."""

    body: str
    months: list[list[Met]]
    count: int


class Ask(msgspec.Struct, frozen=True):
    """The calendar as asked for."""

    view: str
    month: str
    body: str
    member: str

    def query(self, **changed: str) -> str:
        """Return the query of the same calendar with some parameters changed."""
        asked = {**msgspec.structs.asdict(self), **changed}
        if asked["view"] == "month":
            asked["view"] = ""
        return urlencode({name: value for name, value in asked.items() if value})

    @property
    def whose(self) -> str:
        """The query of the meetings of the same body and member, of any time."""
        return urlencode({name: value for name, value in (("body", self.body), ("member", self.member)) if value})


def _asked(request: Request) -> Ask:
    """Return the calendar that an address asks for; the month may be empty.

    Raises:
        UsageError: there is no such view, or it is no month.
    """
    query = {name: value.strip() for name, value in request.query_params.items()}
    view = query.get("view") or "month"
    if view not in _VIEWS:
        raise wrong("unknown-view", "view", asked=repr(view[:40]), there=", ".join(_VIEWS))
    month = query.get("month", "")
    try:
        known = PartialDate.parse(month) if month else None
    except ValueError:
        known = PartialDate(1)
    if known is not None and (known.month is None or known.day is not None or not 1 < known.year < 9999):
        raise wrong("bad-month", "month", asked=repr(month[:40]))
    return Ask(view, month, query.get("body", ""), query.get("member", ""))


def _met(row: Row) -> Met:
    slots = row.slots
    who = "; ".join(names(slots.get("bodies"))[:2]) or ", ".join(names(slots.get("participants"))[:2])
    title = _MEETINGS.caption({name: value for name, value in slots.items() if name != "start"})
    start, end = str(slots.get("start") or ""), str(slots.get("end") or "")
    return Met(row, title, who or title, start, end, str(slots.get("status") or ""), marks_of(row))


def agenda(request: Request) -> Response:
    """Return the calendar in the form asked for; for programs, all meetings of the body and member."""
    require_known(request, "view", "month", "body", "member")
    room, form = room_of(request), form_of(request, request.path_params.get("form", ""))
    ask = _asked(request)
    if form != "html":
        rows = room.record.meetings(ask.body, ask.member)
        table = (csv_header(_MEETINGS), [csv_line(_MEETINGS, row) for row in rows])
        return room.data(form, [row.record() for row in rows], table)
    today = room.today()
    rows, months = _needed(room, ask, today)
    meetings = [_met(row) for row in rows if row.slots.get("start")]
    ask = msgspec.structs.replace(ask, month=ask.month or _month_to_show(months, today[:7]))
    view = {"month": _month, "list": _list, "timeline": _timeline}[ask.view]
    shown: dict[str, Any] = view(meetings, ask, today, months)
    bodies = [name for name, _ in room.record.values("meetings", "bodies", _BODIES)]
    return room.page(
        "agenda.html", request, title=say("agenda.title"), active="calendar", ask=ask, views=_VIEWS,
        bodies=sorted({*bodies, *([ask.body] if ask.body else [])}), count=sum(months.values()),
        undated=len(rows) - len(meetings),
        members=sorted({*room.record.members(), *([ask.member] if ask.member else [])}), **shown,
    )  # fmt: skip


def _needed(room: Room, ask: Ask, today: str) -> tuple[list[Row], dict[str, int]]:
    """Return the meetings that a view shows something of, and how many there are in each month or year.

    Of one body these are all; of everybody, or of a member, only those near the months that are shown.
    """
    if ask.body:
        rows = room.record.meetings(ask.body, ask.member)
        return rows, dict(sorted(Counter(_MEETINGS.date(row.slots)[:7] for row in rows).items()))
    of_all, member = room.record.months, ask.member
    months = room.record.concern(member).months if member else dict(of_all("meetings"))
    told = [month for month in months if len(month) == len("2031-11")]
    shown, since, until = ask.month or _month_to_show(months, today[:7]), "", ""
    if ask.view == "month":
        since, until = _shifted(shown, -_LONGEST), shown
    elif ask.view == "timeline":
        since = max(_shifted(max(told), 1 - _MONTHS), _first_of(told, months, _MARKS)) if told else ""
    else:
        past = [month for month in told if month <= today[:7]]
        since = _first_of(past, {**months, today[:7]: 0}, _LISTED)
    return room.record.meetings(member=ask.member, since=since, until=until), months


def _first_of(told: Iterable[str], months: Mapping[str, int], most: int) -> str:
    """Return the last month from which on so many meetings are, or the first of all; empty where there is none."""
    since, left = "", most
    for month in sorted(told, reverse=True):
        since, left = month, left - months[month]
        if left <= 0:
            break
    return since


def _month_to_show(months: Iterable[str], today: str) -> str:
    """Return this month where anything is in it or after it, else the month of the last meeting before."""
    last = max((month for month in months if len(month) == len("2031-11")), default=today)
    return today if last >= today else last


def _shifted(month: str, by: int) -> str:
    year, number = divmod(int(month[:4]) * 12 + int(month[5:7]) - 1 + by, 12)
    return f"{min(max(year, 1), 9999):04}-{number + 1:02}"


def _days_of(one: Met) -> tuple[str, str]:
    """Return the first and last day of a meeting, ISO 8601."""
    last = one.end if len(one.end) == len(one.start) and one.end > one.start else one.start
    return one.start, last


def _month(meetings: Sequence[Met], ask: Ask, today: str, every: Mapping[str, int]) -> dict[str, Any]:
    """Return a month as weeks of days, Monday first (ISO 8601), and what has no day in it."""
    year, number = int(ask.month[:4]), int(ask.month[5:7])
    within = [one for one in meetings if _days_of(one)[0][:7] <= ask.month <= _days_of(one)[1][:7]]
    dated = [one for one in within if len(one.start) == len("2031-11-23")]
    weeks = [
        [
            Day(day, day.month == number, day.isoformat() == today, _on(dated, day.isoformat()))
            for day in week
        ]
        for week in calendar.Calendar().monthdatescalendar(year, number)
    ]  # fmt: skip
    months = sorted(month for month in every if len(month) == len("2031-11"))
    return {
        "weeks": weeks, "no_day": [one for one in within if one.start == ask.month], "total": len(within),
        "before": max((one for one in months if one < ask.month), default=""),
        "after": min((one for one in months if one > ask.month), default=""),
        "previous": _shifted(ask.month, -1), "following": _shifted(ask.month, 1),
    }  # fmt: skip


def _on(meetings: Iterable[Met], day: str) -> list[Met]:
    return [one for one in meetings if _days_of(one)[0] <= day <= _days_of(one)[1]]


def _list(meetings: Sequence[Met], ask: Ask, today: str, every: Mapping[str, int]) -> dict[str, Any]:
    """Return all meetings by month, those to come first in their order, then those before, the last first."""
    coming = [one for one in meetings if one.start >= today[: len(one.start)]]
    past = [one for one in reversed(meetings) if one.start < today[: len(one.start)]]
    left_out = sum(every.values()) - len(coming) - len(past[:_LISTED])
    return {"coming": _by_month(coming), "past": _by_month(past[:_LISTED]), "left_out": max(left_out, 0)}


def _by_month(meetings: Sequence[Met]) -> list[tuple[str, list[Met]]]:
    return [(month, list(group)) for month, group in groupby(meetings, key=lambda one: one.start[:7])]


def _timeline(meetings: Sequence[Met], ask: Ask, today: str, every: Mapping[str, int]) -> dict[str, Any]:
    """Return the meetings by body and month, over the last months in which anything is."""
    dated = [one for one in meetings if len(one.start) >= len("2031-11")]
    if not dated:
        return {"lanes": [], "months": [], "left_out": 0, "lanes_left_out": 0}
    last = max(one.start[:7] for one in dated)
    first = max(min(one.start[:7] for one in dated), _shifted(last, 1 - _MONTHS))
    months = [first]
    while months[-1] < last:
        months.append(_shifted(months[-1], 1))
    place = {month: number for number, month in enumerate(months)}
    lanes: dict[str, list[list[Met]]] = {}
    for one in dated:
        for body in names(one.row.slots.get("bodies")) or [say("agenda.no_body")]:
            if one.start[:7] in place:
                lanes.setdefault(body, [[] for _ in months])[place[one.start[:7]]].append(one)
    found = [Lane(body, told, sum(map(len, told))) for body, told in lanes.items()]
    found.sort(key=lambda lane: (lane.body == say("agenda.no_body"), -lane.count, lane.body))
    return {
        "lanes": found[:_LANES], "months": months,
        "left_out": sum(many for month, many in every.items() if len(month) == len(first) and month < first),
        "lanes_left_out": max(len(found) - _LANES, 0),
    }  # fmt: skip


def subscription(request: Request) -> Response:
    """Return the meetings of a body or member as a calendar to subscribe to."""
    require_known(request, "body", "member")
    room, ask = room_of(request), _asked(request)
    rows = room.record.meetings(ask.body, ask.member)
    whose = ", ".join(name for name in (ask.body, ask.member) if name)
    name = say("agenda.calendar_of", name=whose) if whose else say("agenda.calendar_all")
    text = calendar_text(name, (_event(row, request) for row in rows), _stamp(room), f"Muniment {__version__}")
    headers = {HEAD_HEADER: room.record.head(), "Content-Disposition": 'inline; filename="meetings.ics"'}
    return Response(text, headers=headers, media_type=MEDIA_TYPE)


def _stamp(room: Room) -> str:
    """Return when the last entry of the ledger was filed; the same record gives the same calendar."""
    position = int(room.record.head().partition(":")[0])
    return next((entry.filed_at for entry in room.record.entries(position - 1, 1)), "1970-01-01T00:00:00Z")


def _event(row: Row, request: Request) -> Event:
    one, slots = _met(row), row.slots
    title = f"{one.title} ({one.status})" if one.status in ("announced", "postponed", "cancelled") else one.title
    if len(one.start) == len("2031-11"):
        title = say("agenda.some_day", title=title, month=words.date(one.start))
    items = [str(item) for item in slots.get("agenda") or ()]
    told = [say("agenda.agenda", items="; ".join(items))] if items else []
    address = f"{str(request.base_url).rstrip('/')}/meetings/{row.id}"
    told.append(say("agenda.evidence", address=address))
    return Event(
        f"{row.id}@meetings.muniment", title, one.start, one.end, one.status, str(slots.get("place") or ""),
        "\n".join(told), address,
    )  # fmt: skip
