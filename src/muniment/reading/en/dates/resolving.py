"""What a date expression means on its page: the year that fits, the interval named, the last day it allows."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Sequence

import msgspec

from muniment.reading.en.dates.mention import DateMention, Resolved
from muniment.terms.dates import PartialDate

__all__ = ["follow", "month_first", "resolve", "timeline", "turned_round", "years_fitting"]

_STOP = re.compile(r"[.!?]\s|\n\s*\n")
DAY = datetime.timedelta(days=1)
SLIP = 7 * DAY
"""How far behind the page's date an act may lie that is told as done, since pages are dated wrongly (judgement)."""
FAR, NEAR = 183, 150
"""Days. A yearless date falls in the page's own year, unless it would lie more than half a year (FAR) from the page and
the same date of the year before or after lies within NEAR: 29 December on a page of 10 January. A press office that
means another year says so outside those weeks; set on the months named in such pages, 2026-11."""

Period = tuple[PartialDate, PartialDate | None]


def resolve(
    mention: DateMention,
    anchor: PartialDate | None,
    previous: PartialDate | None = None,
    tense: str = "",
    month_before_day: bool = False,
) -> Resolved | None:
    """Return what a date expression means, or None where the page does not say enough to tell.

    Args:
        mention: what `find` found.
        anchor: the page's own date, as precise as it is known.
        previous: the date told before this one, which "the same day" and "the following year" count from; it also
            gives the year where there is no anchor.
        tense: `past` or `future` where the sentence tells (met, will meet): decides the year of a yearless date.
        month_before_day: how an ambiguous numeric date is read; see `month_first`.
    """
    told = _PERIODS.get(mention.kind)
    if told is None:
        return None
    if month_before_day:
        mention = turned_round(mention)
    base = previous or anchor if mention.base == "previous" else anchor or previous
    tense = "" if tense == "past" and base is not anchor else tense  # gone by today, and no less after what was told
    found = told(mention, base, tense or _deadline_tense(mention))
    if found is None:
        return None
    (start, end), note = found
    if mention.ambiguous:
        note = "numeric, month before day" if mention.swapped else "numeric, day before month"
    within = mention.kind == "relative" and mention.unit in ("week", "weekend")
    return Resolved(start, end, _due(mention, start, end), note, within)


def follow(mention: DateMention, beside: PartialDate) -> Resolved | None:
    """Return what a date without a year means that follows, in one sentence, a date told with its year.

    On 5 June 2018 in one town and on 7 June in another; on 18 January 2018 that they met on 16 January. None where the
    mention tells its year in some way, or no month.
    """
    if mention.year is not None or mention.shift is not None or mention.month is None:
        return None
    found = _PERIODS[mention.kind](mention, beside, "")
    if found is None:
        return None
    (start, end), _ = found
    return Resolved(start, end, _due(mention, start, end), "year told beside it")


def timeline(mentions: Sequence[DateMention], text: str, anchor: PartialDate | None) -> list[Resolved | None]:
    """Return what each of a page's date expressions means, in order.

    "The same day" counts from the date resolved before it; a yearless date follows a full one of the same sentence.
    """
    resolved: list[Resolved | None] = []
    previous: PartialDate | None = None
    last: DateMention | None = None
    turned = month_first(mentions)
    for mention in mentions:
        together = last is not None and not _STOP.search(text, last.end, mention.start)
        beside = follow(mention, previous) if together and previous is not None else None
        meaning = beside or resolve(mention, anchor, previous, month_before_day=turned)
        resolved.append(meaning)
        if meaning is not None:
            previous, last = meaning.start, mention if mention.full else last if together else None
    return resolved


def month_first(mentions: Sequence[DateMention]) -> bool:
    """Whether a page writes the month before the day in numeric dates, as one that can be nothing else shows.

    So does one that is told again with the month's name, with its day and month the other way round.
    """
    if any(mention.swapped for mention in mentions):
        return True
    told = {(m.month, m.day) for m in mentions if m.kind == "day" and m.day is not None and not m.ambiguous}
    doubtful = [m for m in mentions if m.ambiguous]
    return any((m.day, m.month) in told for m in doubtful) and not any((m.month, m.day) in told for m in doubtful)


def years_fitting(weekday: int, month: int, day: int, lo: int, hi: int) -> list[int]:
    """Return the years from lo to hi in which that day of that month is that weekday (0 for Monday)."""
    return [
        year
        for year in range(lo, hi + 1)
        if _real(year, month, day) and datetime.date(year, month, day).weekday() == weekday
    ]


def turned_round(mention: DateMention) -> DateMention:
    """Return an ambiguous numeric date with day and month the other way round, any other date as it is."""
    if not mention.ambiguous:
        return mention
    return msgspec.structs.replace(mention, day=mention.month, month=mention.day, swapped=True)


def _deadline_tense(mention: DateMention) -> str:
    """Return `future` where the preposition sets a deadline."""
    return "future" if mention.lead in ("by", "before", "until", "within") else ""


def _due(mention: DateMention, start: PartialDate, end: PartialDate | None) -> datetime.date | None:
    """Return the last day allowed, as the record format counts it.

    "by 1 October" is that day, "before 1 October" the day before, "in 2023" and "by the end of 2023" the year's last,
    "by 2024" the last day before that year begins, and so for a month.
    """
    open_end = mention.lead == "from" and mention.kind not in ("day_range", "month_range", "year_range")
    if open_end or mention.lead in ("after", "since") or (mention.shift or 0) < 0:
        return None
    if mention.kind == "duration":
        return (end or start).last_day()
    period_end = (end or start).last_day()
    if mention.edge in ("start", "middle"):
        return _due_of_part(mention, start, period_end)
    if mention.edge == "end":
        return period_end
    if mention.lead == "before" or (
        mention.lead == "by" and mention.kind in ("year", "month", "relative") and start.day is None
    ):
        return start.first_day() - DAY
    return period_end


def _due_of_part(mention: DateMention, start: PartialDate, period_end: datetime.date) -> datetime.date | None:
    """Return the last day before a period begins, or of its first half; none where it is only "in early 2025"."""
    if mention.lead not in ("by", "before", "until"):
        return None
    first = start.first_day()
    if mention.edge == "start":
        return first - DAY
    if start.month is None:
        return datetime.date(first.year, 6, 30)
    return first.replace(day=15) if first.day == 1 else first + (period_end - first) // 2


def _nearest_year(base: PartialDate, month: int, day: int | None, tense: str, days: int = 0) -> int:
    """Return the year of a yearless date: the page's own, unless the year's turn or the tense speaks for another.

    A stretch of some days that is to come may have begun.
    """
    around = [year for year in (base.year - 1, base.year, base.year + 1) if day is None or _real(year, month, day)]
    if not around:
        return base.year
    if base.month is None:
        return base.year if base.year in around else around[0]
    origin = base.first_day() if base.day else datetime.date(base.year, base.month, 15)

    def away(year: int) -> int:
        return (datetime.date(year, month, day or 15) - origin).days

    if tense == "future":
        ahead = base.first_day() - days * DAY
        around = [year for year in around if PartialDate(year, month, day).last_day() >= ahead] or around
        return min(around, key=lambda year: abs(away(year)))
    if tense == "past":
        latest = base.last_day() + SLIP
        around = [year for year in around if PartialDate(year, month, day).first_day() <= latest] or around
        return min(around, key=lambda year: abs(away(year)))
    closest = min(around, key=lambda year: abs(away(year)))
    if base.year in around and not (abs(away(base.year)) > FAR and abs(away(closest)) <= NEAR):
        return base.year
    return closest


def _real(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return day <= 28 or day <= calendar.monthrange(year, month)[1]


Told = tuple[Period, str] | None


def _year_told(
    mention: DateMention, base: PartialDate | None, tense: str, month: int, day: int | None
) -> tuple[int, str] | None:
    """Return the year of a date and what told it."""
    if mention.year is not None:
        return mention.year, "as written"
    if base is None:
        return None
    if mention.unit == "year" and mention.shift is not None:
        return base.year + mention.shift, "year told by a word"
    if mention.unit == "month" and mention.shift is not None and mention.month is not None:
        return _shifted_month_year(mention, base), "month told by a word"
    if mention.weekday is not None and day is not None:
        years = years_fitting(mention.weekday, month, day, base.year - 1, base.year + 1)
        if years:
            return min(years, key=lambda year: abs(year - base.year)), "year that fits the weekday"
        return _nearest_year(base, month, day, tense), "year nearest the page's date, against the weekday"
    lasts = (mention.until_day or 0) - (day or 0) + 30 * ((mention.until_month or month) - month)
    lasts = max(0, lasts) if day is not None and mention.until_day is not None else 0
    return _nearest_year(base, month, day, tense, lasts), "year nearest the page's date"


def _shifted_month_year(mention: DateMention, base: PartialDate) -> int:
    """Return the year of "this November" (the page's), "last November" (before it) and "next November" (after it)."""
    month, now, shift = mention.month or 1, base.month, mention.shift or 0
    if shift == 0 or now is None:
        return base.year + (shift if now is None else 0)
    if shift < 0:
        return base.year if month < now else base.year - 1
    return base.year if month > now else base.year + 1


def _day(mention: DateMention, base: PartialDate | None, tense: str) -> Told:
    if mention.month is None:
        return _day_of_told_month(mention, base)
    year = _year_told(mention, base, tense, mention.month, mention.day)
    if year is None or mention.day is None or not _real(year[0], mention.month, mention.day):
        return None
    return (PartialDate(year[0], mention.month, mention.day), None), year[1]


def _day_of_told_month(mention: DateMention, base: PartialDate | None) -> Told:
    """The 23rd of this month."""
    if base is None or base.month is None or mention.day is None:
        return None
    year, month = _month_after(base.year, base.month, mention.shift or 0)
    if not _real(year, month, mention.day):
        return None
    return (PartialDate(year, month, mention.day), None), "month told by a word"


def _day_range(mention: DateMention, base: PartialDate | None, tense: str) -> Told:
    month, until = mention.month or 1, mention.until_month or mention.month or 1
    year = _year_told(mention, base, tense, month, mention.day)
    if year is None or mention.day is None:
        return None
    last_year = mention.until_year or (year[0] if month <= until else year[0] + 1)
    last_day = mention.until_day or calendar.monthrange(last_year, until)[1]
    if not (_real(year[0], month, mention.day) and _real(last_year, until, last_day)):
        return None
    return (PartialDate(year[0], month, mention.day), PartialDate(last_year, until, last_day)), year[1]


def _month(mention: DateMention, base: PartialDate | None, tense: str) -> Told:
    year = None if mention.month is None else _year_told(mention, base, tense, mention.month, None)
    return None if year is None else ((PartialDate(year[0], mention.month), None), year[1])


def _month_range(mention: DateMention, base: PartialDate | None, tense: str) -> Told:
    month, until = mention.month or 1, mention.until_month or 1
    year = _year_told(mention, base, tense, month, None)
    if year is None:
        return None
    last_year = mention.until_year or (year[0] if month <= until else year[0] + 1)
    return (PartialDate(year[0], month), PartialDate(last_year, until)), year[1]


def _year(mention: DateMention, _base: PartialDate | None, _tense: str) -> Told:
    return None if mention.year is None else ((PartialDate(mention.year), None), "as written")


def _year_range(mention: DateMention, _base: PartialDate | None, _tense: str) -> Told:
    if mention.year is None or mention.until_year is None:
        return None
    return (PartialDate(mention.year), PartialDate(mention.until_year)), "as written"


def _part_year(mention: DateMention, base: PartialDate | None) -> tuple[int, str] | None:
    """Return the year a half, a quarter or a season belongs to, and what told it."""
    if mention.year is not None:
        return mention.year, "as written"
    if base is None:
        return None
    return base.year + (mention.shift or 0 if mention.unit == "year" else 0), "the page's year"


def _half(mention: DateMention, base: PartialDate | None, _tense: str) -> Told:
    year = _part_year(mention, base)
    if year is None or mention.part is None:
        return None
    last = mention.until_part or mention.part
    last_year = mention.until_year or year[0]
    return (PartialDate(year[0], 6 * mention.part - 5), PartialDate(last_year, 6 * last)), year[1]


def _quarter(mention: DateMention, base: PartialDate | None, tense: str) -> Told:
    year = _part_year(mention, base)
    if year is None or mention.part is None:
        return None
    told = year[0]
    if mention.year is None and mention.unit != "year" and base is not None:
        told = _nearest_year(base, 3 * mention.part - 1, None, tense)
    return (PartialDate(told, 3 * mention.part - 2), PartialDate(told, 3 * mention.part)), year[1]


def _season(mention: DateMention, base: PartialDate | None, _tense: str) -> Told:
    """A season of the northern hemisphere by whole months; a winter told by one year is no more than that year."""
    year = _part_year(mention, base)
    if year is None or mention.part is None:
        return None
    told, part = year[0], mention.part
    if mention.unit == "season" and base is not None and base.month is not None and mention.shift:
        past = 3 * part < base.month if part < 4 else False
        told += (0 if past else -1) if mention.shift < 0 else (0 if 3 * part > base.month else 1)
    if part == 4:
        if mention.year is None and base is not None and base.month is not None:
            past = base.month < 3 or (mention.unit == "season" and (mention.shift or 0) < 0)
            first = base.year - 1 if past else base.year
            return (PartialDate(first, 12), PartialDate(first + 1, 2)), "the winter nearest the page's date"
        if mention.until_year is None:
            return (PartialDate(told), None), "a winter of one year may be either end of it"
        return (PartialDate(told, 12), PartialDate(mention.until_year, 2)), year[1]
    return (PartialDate(told, 3 * part), PartialDate(told, 3 * part + 2)), f"{year[1]}, season by whole months"


def _month_after(year: int, month: int, count: int) -> tuple[int, int]:
    """Return the year and month `count` months on."""
    ahead = year * 12 + month - 1 + count
    return ahead // 12, ahead % 12 + 1


def _relative(mention: DateMention, base: PartialDate | None, tense: str) -> Told:
    if base is None:
        return None
    if mention.weekday is not None:
        return _weekday(mention, base, tense)
    period = _counted(mention.unit, mention.shift or 0, base)
    origin = "the date before" if mention.base == "previous" else "the page's date"
    return None if period is None else (period, f"counted from {origin}")


def _counted(unit: str, count: int, base: PartialDate) -> Period | None:
    """Return the day, week, month, quarter, year or decade `count` units from a date; None if that is too vague."""
    if unit == "year":
        return PartialDate(base.year + count), None
    if unit == "decade":
        first = base.year // 10 * 10 + 10 * count
        return PartialDate(first), PartialDate(first + 9)
    if base.month is None:
        return None
    if unit == "month":
        return PartialDate(*_month_after(base.year, base.month, count)), None
    if unit == "quarter":
        year, month = _month_after(base.year, (base.month - 1) // 3 * 3 + 1, 3 * count)
        return PartialDate(year, month), PartialDate(year, month + 2)
    if base.day is None:
        return None
    if unit == "day":
        return _partial(base.first_day() + count * DAY), None
    monday = base.first_day() + (7 * count - base.first_day().weekday()) * DAY
    return _partial(monday + (5 * DAY if unit == "weekend" else 0 * DAY)), _partial(monday + 6 * DAY)


def _partial(date: datetime.date) -> PartialDate:
    """Return a calendar day as a date known to the day."""
    return PartialDate(date.year, date.month, date.day)


def _weekday(mention: DateMention, base: PartialDate, tense: str) -> Told:
    """On Wednesday: the last one, the page's own day counting; the next one where the sentence looks ahead."""
    if base.day is None or mention.weekday is None:
        return None
    today = base.first_day()
    back = (today.weekday() - mention.weekday) % 7
    if mention.shift == 0:
        day = today + (mention.weekday - today.weekday()) * DAY
    elif mention.shift == 1 or (mention.shift is None and tense == "future"):
        day = today + ((-back) % 7 or (7 if mention.shift == 1 else 0)) * DAY
    else:
        day = today - (back or (7 if mention.shift == -1 else 0)) * DAY
    return (_partial(day), None), "weekday nearest the page's date"


def _duration(mention: DateMention, base: PartialDate | None, _tense: str) -> Told:
    """Within two years, over the next three months: from the page's date on; a stretch of the past gives no date."""
    if base is None or not mention.shift or mention.shift < 0 or not mention.span:
        return None
    if mention.unit in ("day", "week", "weekend"):
        if base.day is None:
            return None
        days = mention.span * (1 if mention.unit == "day" else 7)
        return (base, _partial(base.first_day() + days * DAY)), "counted from the page's date"
    months = mention.span * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[mention.unit]
    if base.month is None:
        return (base, PartialDate(base.year + months // 12)), "counted from the page's date"
    year, month = _month_after(base.year, base.month, months)
    day = base.day and min(base.day, calendar.monthrange(year, month)[1])
    return (base, PartialDate(year, month, day)), "counted from the page's date"


_PERIODS: dict[str, Callable[[DateMention, PartialDate | None, str], Told]] = {
    "day": _day, "day_range": _day_range, "month": _month, "month_range": _month_range, "year": _year,
    "year_range": _year_range, "half": _half, "quarter": _quarter, "season": _season, "relative": _relative,
    "duration": _duration,
}  # fmt: skip
"""Kind of mention -> the period it names; kinds that name none are not here."""
