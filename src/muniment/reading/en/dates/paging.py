"""The page's own date: what is stated, else the dateline, else what the first sentences and the weekday tell."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Sequence

from muniment.reading.en.dates.mention import DateMention, Resolved
from muniment.reading.en.dates.resolving import years_fitting
from muniment.terms.dates import PartialDate

__all__ = ["is_history", "page_date", "page_date_told"]

HEAD = 900
"""Code points behind a page's first date within which its own is looked for: three sentences of a release (2026-11)."""

Fits = Callable[[datetime.date], bool]
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?!\d)")
_LINE_END = re.compile(r"\s*(?:\)|\||,?\s*\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?)?\s*(?:\n|\Z)")
_DATELINE = re.compile(r"(?:^|\n)[^\S\n]*[A-ZÀ-Þ][\w\s'’/-]{1,30},\s*\Z")
_DATELINE_TAIL = re.compile(r"\s*(?:\.|\([^)\n]{1,40}\)|/[^/\n]{1,40}/|,[^\n]{1,30})?\s*[-–—/]")


def page_date(
    mentions: Sequence[DateMention],
    text: str,
    stated: str = "",
    fits: Fits | None = None,
    years: tuple[int, int] = (1945, 2050),
) -> PartialDate | None:
    """Return the date a page is from, as precise as it can be told, or None; see `page_date_told`."""
    told = page_date_told(mentions, text, stated, fits, years)
    return None if told is None else told.start


def page_date_told(
    mentions: Sequence[DateMention],
    text: str,
    stated: str = "",
    fits: Fits | None = None,
    years: tuple[int, int] = (1945, 2050),
) -> Resolved | None:
    """Return the date a page is from and, as its note, what told it; None where nothing does.

    The date stated for the page wins; else a date that ends a headline or stands alone on a line, or a dateline, also
    one without its year where a weekday or a full date beside it tells that; else the first full date in the first
    sentences; else the only year in which a weekday told with its day and month fits; else, for "19 April this year",
    the year of the text's that the offices held allow.

    Args:
        mentions: the mentions of the page's title and body, in order.
        text: the page's text.
        stated: publication date in ISO 8601 from the page's own metadata, if any.
        fits: whether a day is possible for this page, as the offices held then tell; None where nothing is known.
        years: first and last year to be thought of.
    """
    if stated:
        return Resolved(PartialDate.parse(stated[:10]), note="stated by the page")
    head = [mention for mention in mentions if mention.start <= mentions[0].start + HEAD]
    return (
        _headline(head, text)
        or _dateline(head, text)
        or _yearless_dateline(head, mentions, text, fits)
        or _first_full(head, mentions, text)
        or _by_weekday(mentions, text, fits, years)
        or _this_year(head, mentions, text, fits)
    )


def _day_of(mention: DateMention) -> PartialDate:
    """Return the day a full mention begins with."""
    return PartialDate(mention.year or 1, mention.month, mention.day)


def _headline(mentions: Sequence[DateMention], text: str) -> Resolved | None:
    """A full date that ends a line with no stop, near the top: a headline's tail or the line under it."""
    for mention in mentions:
        if mention.full and mention.kind == "day" and not mention.lead and _LINE_END.match(text, mention.end):
            return Resolved(_day_of(mention), note="ends the headline or a line of its own")
    return None


def _dateline(mentions: Sequence[DateMention], text: str) -> Resolved | None:
    """TOLMAR, 5 May 2020 - ..."""
    for mention in mentions:
        before = text[max(0, mention.start - 40) : mention.start]
        if mention.full and _DATELINE.search(before) and _DATELINE_TAIL.match(text, mention.end):
            return Resolved(_day_of(mention), note="dateline")
    return None


def _told_years(mentions: Sequence[DateMention], text: str) -> tuple[int, int]:
    """Return the last year that a page tells of as gone by, and the first that it tells of as ahead; 0 where none."""
    told = [
        (m.year, _is_ahead(m, text))
        for m in mentions
        if m.year and m.kind in ("day", "month", "year") and not (m.kind == "year" and is_history(m, text))
    ]
    last = max((year for year, ahead in told if not ahead), default=0)
    if any(m.lead == "since" and m.year == last for m in mentions):
        last += 1  # "has chaired it since 2016" is told later than in 2016
    return last, min((year for year, ahead in told if ahead and year >= last), default=0)


def _years_of_weekday(mention: DateMention, head: Sequence[DateMention], span: tuple[int, int]) -> list[int]:
    """Return the years of a span in which the weekday told with a dateline, or soon behind it, falls on its day.

    Args:
        mention: the dateline's day.
        head: it and what is told soon behind it.
        span: the first and the last year that it may be.
    """
    named = next((m for m in head[1:] if m.weekday is not None and m.month and m.day and not m.year), None)
    if named is not None:  # "Monday, 5 December": that day tells the year, not a Monday told alone
        return years_fitting(named.weekday or 0, named.month or 1, named.day or 1, *span)
    weekday = next((m.weekday for m in head if m.weekday is not None and m.lead in ("", "on")), None)
    return [] if weekday is None else years_fitting(weekday, mention.month or 1, mention.day or 1, *span)


def _yearless_dateline(
    head: Sequence[DateMention], mentions: Sequence[DateMention], text: str, fits: Fits | None
) -> Resolved | None:
    """TOLMAR, May 5. /Agency/. ... on Tuesday: the year of the full date next to it, else one that fits the weekday."""
    for number, mention in enumerate(head):
        if mention.year is not None or mention.kind != "day" or mention.month is None or mention.day is None:
            continue
        before = text[max(0, mention.start - 40) : mention.start]
        if not _DATELINE.search(before) or not _DATELINE_TAIL.match(text, mention.end):
            continue
        year = _nearest_year(mention, [m for m in head if m.full])
        if year:
            return Resolved(PartialDate(year, mention.month, mention.day), note="dateline")
        last, first = _told_years(mentions, text)
        found = _years_of_weekday(
            mention, head[number:], (last, max(last + _REACH, first)) if last else (1945, first or 2050)
        )
        days = [datetime.date(year, mention.month, mention.day) for year in found]
        days = [day for day in days if fits is None or fits(day)]
        early = [day for day in days if day.year <= first]
        if early or len(days) == 1 or (days and last):
            day = early[-1] if early else days[0]
            return Resolved(PartialDate(day.year, mention.month, mention.day), note="year that fits the weekday")
        return None
    return None


_COMES = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:to|due|set|going)|plans? to|planned|expected|scheduled|next|until|till|up to|by|"
    r"upcoming|forthcoming|to be|period to|through|starting|effective|with effect)\b[^.;\n]{0,80}\Z"
)
"""Before a year that a page looks ahead to: it was written before, or in it."""


_MADE = re.compile(
    r"\b(?:adopted|signed|founded|established|created|formed|initiated|set up|ratified|dates? back to|born)\b"
    r"[^.;\n]{0,40}\Z"
)
"""Before a year in which something that still stands was made: "adopted in 2002" is told at any time after it."""


def is_history(mention: DateMention, text: str) -> bool:
    """Whether a year is only that in which a text or a body came to be."""
    return _MADE.search(text, max(0, mention.start - 70), mention.start) is not None


def _is_ahead(mention: DateMention, text: str) -> bool:
    """Whether a page looks ahead to a date: "will hand it over in 2021", "by 2030"."""
    return mention.lead == "by" or _COMES.search(text, max(0, mention.start - 100), mention.start) is not None


def _nearest_year(mention: DateMention, full: Sequence[DateMention]) -> int:
    """Return the year in which a day lies at most `_NEAR` days from the first full date beside it; 0 for none."""
    for other in full:
        day = _day_of(other).first_day()
        for year in (day.year, day.year - 1, day.year + 1):
            try:
                distance = abs((datetime.date(year, mention.month or 1, mention.day or 1) - day).days)
            except ValueError:
                continue
            if distance <= _NEAR:
                return year
    return 0


_REACH = 6
"""Years after the latest that a page tells of in which its dateline may lie: a weekday comes back after five or six."""

_NEAR = 45
"""Days between a dateline and the full date that tells its year: a summit to come, a meeting just held (judgement)."""


def _told_before(ahead: DateMention, head: Sequence[DateMention], text: str) -> Resolved | None:
    """The day a page tells of with a later one to come: "met on 7 October", "the next will be on 11 April 2025"."""
    if not _is_ahead(ahead, text):
        return None
    for mention in head:
        told = mention.kind == "day" and mention.year is None and mention.month and mention.day
        if told and (mention.month, mention.day) > (ahead.month, ahead.day) and not _is_ahead(mention, text):
            day = PartialDate((ahead.year or 1) - 1, mention.month, mention.day)
            return Resolved(day, note="year before the day to come")
    return None


def _first_full(head: Sequence[DateMention], mentions: Sequence[DateMention], text: str) -> Resolved | None:
    """The first full date of the first sentences, or only the year where the page tells of much later events."""
    candidates = [m for m in head if m.full and m.lead not in _NO_DAY_OF_PAGE]
    if not candidates:
        return None
    told = [m.year or 0 for m in mentions if m.kind in ("day", "month") and m.lead not in _NO_DAY_OF_PAGE]
    latest = max(told, default=0)
    for mention in candidates:
        if mention.year is not None and mention.year >= latest - 1:
            before = _told_before(mention, head, text)
            return before or Resolved(_day_of(mention), note="first full date of the text")
    return Resolved(PartialDate(latest), note="latest year the text tells of") if latest else None


_NO_DAY_OF_PAGE = frozenset({"since", "of", "from", "after", "until", "by", "before", "to"})
"""Prepositions before a date that a page tells of but is not from."""


def _by_weekday(
    mentions: Sequence[DateMention], text: str, fits: Fits | None, years: tuple[int, int]
) -> Resolved | None:
    """The only year in which a weekday told with its day and month fits, not before any year the text tells of.

    Where several fit, the only one of them that stands anywhere in the text, be it in a name ("Calm Sea 2024").
    """
    told = [
        m.until_year or m.year
        for m in mentions
        if m.kind in ("day", "month", "year") and m.year and not _is_ahead(m, text)
    ]
    for mention in mentions:
        if mention.weekday is None or mention.month is None or mention.day is None or mention.year is not None:
            continue
        found = years_fitting(mention.weekday, mention.month, mention.day, *years)
        days = [datetime.date(year, mention.month, mention.day) for year in found]
        days = [day for day in days if fits is None or fits(day)]
        later = [day for day in days if not told or day.year >= max(year or 0 for year in told)]
        left = later or days
        if len(left) > 1:
            named = {int(year) for year in _YEAR.findall(text)}
            left = [day for day in left if day.year in named]
        if len(left) == 1:
            return Resolved(PartialDate(left[0].year, mention.month, mention.day), note="year that fits the weekday")
    return None


def _this_year(
    head: Sequence[DateMention], mentions: Sequence[DateMention], text: str, fits: Fits | None
) -> Resolved | None:
    """The year of "19 April this year": one the text names, in which the offices held fit, and not before what is told.

    Where several are left, the earliest: a page of spring speaks of plans for the years to come.
    """
    told = [m.year for m in mentions if m.kind in ("day", "month") and m.year and m.lead != "by"]
    for mention in head:
        if mention.unit != "year" or mention.shift != 0 or mention.month is None or mention.day is None:
            continue
        years = sorted({int(year) for year in _YEAR.findall(text)})
        days = [datetime.date(y, mention.month, mention.day) for y in years if _is_day(y, mention.month, mention.day)]
        left = [day for day in days if (fits is None or fits(day)) and day.year >= max(told, default=0)]
        if left:
            return Resolved(PartialDate(left[0].year, mention.month, mention.day), note="this year, by the years told")
    return None


def _is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return day <= calendar.monthrange(year, month)[1]
