"""Dates as precise as the text: a year, a month of a year, or a day."""

from __future__ import annotations

import calendar
import datetime
import re

import msgspec

__all__ = ["MONTHS", "PartialDate"]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
"""The months' names in English."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class PartialDate(msgspec.Struct, frozen=True):
    """A Gregorian date known to the year, the month or the day.

    Attributes:
        year: four digits, 1 to 9999.
        month: 1 to 12, or None where the text states no month.
        day: 1 to 31, or None where the text states no day.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, iso: str) -> PartialDate:
        """Return the date an ISO 8601 string of the form YYYY, YYYY-MM or YYYY-MM-DD names.

        Raises:
            ValueError: another form, or a day that the calendar does not have.
        """
        match = _ISO.fullmatch(iso)
        if match is None:
            raise ValueError(f"not a date of the form YYYY, YYYY-MM or YYYY-MM-DD: {iso!r}")
        year, month, day = (int(part) if part else None for part in match.groups())
        date = cls(year or 0, month, day)
        date.first_day()
        return date

    @property
    def iso(self) -> str:
        """The date as ISO 8601, no more precise than it is known."""
        if self.month is None:
            return f"{self.year:04d}"
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    def __str__(self) -> str:
        """The date as ISO 8601."""
        return self.iso

    def first_day(self) -> datetime.date:
        """Return the first day of the period the date names.

        Raises:
            ValueError: the calendar has no such day.
        """
        return datetime.date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> datetime.date:
        """Return the last day of the period the date names."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def covers(self, other: PartialDate) -> bool:
        """Whether the other date lies wholly in the period this one names."""
        return self.first_day() <= other.first_day() and other.last_day() <= self.last_day()
