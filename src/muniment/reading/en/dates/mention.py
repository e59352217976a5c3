"""What a date expression says, before and after it is resolved, and the form of a rule that finds one."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

import msgspec

from muniment.terms.dates import PartialDate

__all__ = ["KINDS", "DateMention", "Resolved", "Rule"]

KINDS = frozenset(
    {"day", "day_range", "month", "month_range", "year", "year_range", "half", "quarter", "season", "relative",
     "duration", "vague", "time"}
)  # fmt: skip
"""Every kind of mention. `time`, `vague` and most `duration`s resolve to nothing and are found to keep them apart."""


class DateMention(msgspec.Struct, frozen=True, omit_defaults=True):
    """A date expression as it stands in the text, unresolved.

    Attributes:
        start: code points, 0-based, into the text; a preposition before it is not part of it.
        end: code points, half-open.
        kind: one of `KINDS`.
        rule: name of the rule that found it.
        lead: the preposition before it, in small letters ("by", "before", "no later than"); empty where there is none.
        lead_start: where that preposition begins; `start` where there is none.
        year: year of the date, or of the first of two.
        month: 1 to 12.
        day: 1 to 31.
        weekday: 0 for Monday to 6.
        until_year: year of the second of two.
        until_month: month of the second of two.
        until_day: day of the second of two.
        part: which half (1, 2), quarter (1 to 4), season (1 spring to 4 winter) or ten days of a month (1 to 3).
        until_part: the half that ends an interval of halves.
        unit: day, week, month, year, quarter, half, decade or a season's name: what `shift` counts in.
        shift: how many units from the base: -1 "last", 0 "this", 1 "next"; for a day or month, which year it says.
        span: how many units a duration lasts.
        base: `page` (counted from the page's date) or `previous` (from the date told before: "the same day").
        edge: `start`, `middle` or `end` of the period named; empty for the whole of it.
        ambiguous: day and month of a numeric date may be the other way round.
        swapped: the month of a numeric date stands before the day, as nothing else is possible.
    """

    start: int
    end: int
    kind: str
    rule: str = ""
    lead: str = ""
    lead_start: int = -1
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    until_year: int | None = None
    until_month: int | None = None
    until_day: int | None = None
    part: int | None = None
    until_part: int | None = None
    unit: str = ""
    shift: int | None = None
    span: int | None = None
    base: str = "page"
    edge: str = ""
    ambiguous: bool = False
    swapped: bool = False

    @property
    def full(self) -> bool:
        """Whether it names a day with its year, needing no other date to be understood."""
        return self.kind in ("day", "day_range") and None not in (self.year, self.month, self.day)


class Resolved(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a date expression means on its page.

    Attributes:
        start: the date, or the first of an interval, as precise as the text.
        end: the last of an interval; None for a single date.
        due: last day allowed, if the expression is read as a deadline; None where it sets none ("after 5 May").
        note: the rule that supplied the year or the meaning, in words.
        within: whether what is told lies somewhere within the interval ("last week") and need not fill it.
    """

    start: PartialDate
    end: PartialDate | None = None
    due: datetime.date | None = None
    note: str = "as written"
    within: bool = False

    @property
    def begin(self) -> str:
        """When what is told began, ISO 8601, as precise as the text: of a week the month or the year it is in."""
        if not self.within or self.end is None:
            return self.start.iso
        first, last = self.start, self.end
        return first.iso[:7] if first.iso[:7] == last.iso[:7] else first.iso[:4] if first.year == last.year else ""


class Rule(msgspec.Struct, frozen=True):
    """One way to write a date: a pattern tried where a number or a date word stands.

    Attributes:
        name: name of the rule, kept in every mention it finds.
        pattern: matched at the number or word.
        build: gives the mentions that a match stands for, or nothing where it is no date after all.
        reads: texts in which it finds a date.
        refuses: texts in which it must not.
    """

    name: str
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str], str], tuple[DateMention, ...]]
    reads: tuple[str, ...]
    refuses: tuple[str, ...]
