"""The page's own date: what is stated, else the dateline, else what the first sentences and the weekday tell."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence

from muniment.reading.en.dates.mention import DateMention, Resolved
from muniment.reading.en.dates.resolving import years_fitting
from muniment.terms.dates import PartialDate

__all__ = ["page_date", "page_date_told"]

HEAD = 900
"""Code points behind a page's first date within which its own is looked for: three sentences of a release (2026-11)."""

Fits = Callable[[datetime.date], bool]
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

    The date stated for the page wins; else a date that ends a headline or stands alone on a line, or a dateline; else
    the first full date in the first sentences; else the only year in which a weekday told with its day and month fits.

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
        or _first_full(head, mentions)
        or _by_weekday(mentions, fits, years)
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


def _first_full(head: Sequence[DateMention], mentions: Sequence[DateMention]) -> Resolved | None:
    """The first full date of the first sentences, or only the year where the page tells of much later events."""
    candidates = [m for m in head if m.full and m.lead not in _NO_DAY_OF_PAGE]
    if not candidates:
        return None
    told = [m.year or 0 for m in mentions if m.kind in ("day", "month") and m.lead not in _NO_DAY_OF_PAGE]
    latest = max(told, default=0)
    for mention in candidates:
        if mention.year is not None and mention.year >= latest - 1:
            return Resolved(_day_of(mention), note="first full date of the text")
    return Resolved(PartialDate(latest), note="latest year the text tells of") if latest else None


_NO_DAY_OF_PAGE = frozenset({"since", "of", "from", "after", "until", "by", "before", "to"})
"""Prepositions before a date that a page tells of but is not from."""


def _by_weekday(mentions: Sequence[DateMention], fits: Fits | None, years: tuple[int, int]) -> Resolved | None:
    """The only year in which a weekday told with its day and month fits, not before any year the text tells of."""
    told = [
        m.until_year or m.year for m in mentions if m.kind in ("day", "month", "year") and m.year and m.lead != "by"
    ]
    for mention in mentions:
        if mention.weekday is None or mention.month is None or mention.day is None or mention.year is not None:
            continue
        found = years_fitting(mention.weekday, mention.month, mention.day, *years)
        days = [datetime.date(year, mention.month, mention.day) for year in found]
        days = [day for day in days if fits is None or fits(day)]
        later = [day for day in days if not told or day.year >= max(year or 0 for year in told)]
        if len(later or days) == 1:
            return Resolved(
                PartialDate((later or days)[0].year, mention.month, mention.day), note="year that fits the weekday"
            )
    return None
