"""Meetings as an iCalendar stream, to be subscribed to (RFC 5545; the name and the refresh interval from RFC 7986).

Every event lasts whole days: pages tell days, seldom hours. A meeting of which only the month is told takes up the
month, says so in its title, and does not count as busy; one of which only the year is told is left out.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import msgspec

from muniment.terms import PartialDate

__all__ = ["MEDIA_TYPE", "Event", "calendar_text"]

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


def calendar_text(name: str, events: Iterable[Event], stamp: str, product: str) -> str:
    """Return events as one calendar; `stamp` is when the record was last added to, UTC, ISO 8601 to the second."""
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{product}//EN", "METHOD:PUBLISH", f"NAME:{_escaped(name)}",
        f"X-WR-CALNAME:{_escaped(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    ]  # fmt: skip
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
