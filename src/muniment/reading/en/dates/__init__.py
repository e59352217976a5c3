"""Dates of English prose: found unresolved, then resolved against the page's own date."""

from muniment.reading.en.dates.finding import find, find_within, only
from muniment.reading.en.dates.mention import DateMention, Resolved
from muniment.reading.en.dates.paging import is_history, page_date, page_date_told
from muniment.reading.en.dates.resolving import follow, month_first, resolve, timeline, turned_round, years_fitting

__all__ = [
    "DateMention",
    "Resolved",
    "find",
    "find_within",
    "follow",
    "is_history",
    "month_first",
    "only",
    "page_date",
    "page_date_told",
    "resolve",
    "timeline",
    "turned_round",
    "years_fitting",
]
