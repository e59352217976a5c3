"""Meetings and tasks as iCalendar streams, to be subscribed to (RFC 5545; name and refresh interval from RFC 7986).

Every event lasts whole days: pages tell days, seldom hours. A meeting of which only the month is told takes up the
month, says so in its title, and does not count as busy; one of which only the year is told is left out.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import msgspec

from muniment.registers.duties import Duty
from muniment.terms import PartialDate

__all__ = ["MEDIA_TYPE", "Event", "Task", "calendar_text", "task_of", "tasks_text"]

MEDIA_TYPE = "text/calendar; charset=utf-8"

_OCTETS = 75
"""Octets of a line, its end not counted (RFC 5545, 3.1)."""

_STATUS = {"held": "CONFIRMED", "cancelled": "CANCELLED"}
"""Status of a meeting -> that of the event; what is announced or postponed is not sure yet (RFC 5545, 3.8.1.11)."""


class Event(msgspec.Struct, frozen=True):
    """A meeting as an event.

    Attributes:
        uid: what names it for good.
        title: one line.
        start: ISO 8601 date, as precise as known.
        end: the last day, ISO 8601, where it is another; else empty.
        status: of the meeting.
        place: where.
        text: what else is told of it.
        address: of its page.
    """

    uid: str
    title: str
    start: str
    end: str
    status: str
    place: str
    text: str
    address: str


class Task(msgspec.Struct, frozen=True):
    """Something to be done as a task: `due` is its last day, ISO 8601, or empty; `overdue` ones go first."""

    uid: str
    title: str
    start: str
    due: str
    overdue: bool
    text: str
    address: str


def task_of(duty: Duty, address: str) -> Task:
    """Return a duty as a task; `address` is that of the row it follows from."""
    who = f"Bound: {', '.join(duty.who)}. " if duty.who else ""
    said = f" Told by {duty.speakers} only." if duty.speakers else ""
    return Task(
        uid=f"{duty.id}@muniment", title=duty.text, start=duty.since, due=duty.due, overdue=duty.days is not None,
        text=f"{who}Basis: {duty.basis}.{said} Evidence: {address}", address=address,
    )  # fmt: skip


def tasks_text(name: str, tasks: Iterable[Task], stamp: str, product: str) -> str:
    """Return tasks as one calendar of VTODO components (RFC 5545, 3.6.2); `stamp` as for `calendar_text`.

    A task is due at the end of its last day: DUE is a date, and a date as DUE is the day itself (3.8.2.3).
    """
    lines = _head(name, product)
    for task in tasks:
        lines += _todo(task, stamp)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _todo(task: Task, stamp: str) -> list[str]:
    lines = ["BEGIN:VTODO", f"UID:{task.uid}", f"DTSTAMP:{stamp.replace('-', '').replace(':', '')}"]
    due = PartialDate.parse(task.due).last_day() if task.due else None
    start = PartialDate.parse(task.start).first_day() if task.start else None
    if start is not None and (due is None or start < due):
        lines.append(f"DTSTART;VALUE=DATE:{start:%Y%m%d}")
    if due is not None:
        lines.append(f"DUE;VALUE=DATE:{due:%Y%m%d}")
    priority = ["PRIORITY:1"] if task.overdue else []
    more = [f"SUMMARY:{_escaped(task.title)}", "STATUS:NEEDS-ACTION", *priority, f"DESCRIPTION:{_escaped(task.text)}"]
    url = [f"URL:{task.address}"] if task.address.startswith(("http://", "https://")) else []
    return [*lines, *more, *url, "END:VTODO"]


def _head(name: str, product: str) -> list[str]:
    return [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{product}//EN", "METHOD:PUBLISH", f"NAME:{_escaped(name)}",
        f"X-WR-CALNAME:{_escaped(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    ]  # fmt: skip


def calendar_text(name: str, events: Iterable[Event], stamp: str, product: str) -> str:
    """Return events as one calendar; `stamp` is when the record was last added to, UTC, ISO 8601 to the second."""
    lines = _head(name, product)
    for event in events:
        lines += _event(event, stamp)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(event: Event, stamp: str) -> list[str]:
    start = PartialDate.parse(event.start)
    if start.month is None:
        return []
    last = start.last_day()
    if event.end:
        last = max(last, PartialDate.parse(event.end).last_day())
    after = last + datetime.timedelta(days=1)
    lines = [
        "BEGIN:VEVENT", f"UID:{event.uid}", f"DTSTAMP:{stamp.replace('-', '').replace(':', '')}",
        f"DTSTART;VALUE=DATE:{start.first_day():%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        f"SUMMARY:{_escaped(event.title)}", f"STATUS:{_STATUS.get(event.status, 'TENTATIVE')}",
    ]  # fmt: skip
    if start.day is None:
        lines.append("TRANSP:TRANSPARENT")
    lines += [
        f"{name}:{value if name == 'URL' else _escaped(value)}"
        for name, value in (("LOCATION", event.place), ("DESCRIPTION", event.text), ("URL", event.address))
        if value
    ]
    return [*lines, "END:VEVENT"]


def _escaped(text: str) -> str:
    """Return a text as a value (RFC 5545, 3.3.11); control characters, which no value may have, are left out."""
    plain = "".join(letter for letter in text if letter == "\n" or (ord(letter) >= 32 and ord(letter) != 127))
    for letter in ("\\", ";", ","):
        plain = plain.replace(letter, f"\\{letter}")
    return plain.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line in parts of at most 75 octets, none cut within a character (RFC 5545, 3.1)."""
    parts, part, size = [], "", 0
    for letter in line:
        width = len(letter.encode("utf-8"))
        if size + width > _OCTETS:
            parts.append(part)
            part, size = " ", 1
        part, size = part + letter, size + width
    return "\r\n".join([*parts, part])
