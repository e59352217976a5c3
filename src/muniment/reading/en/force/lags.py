"""The time after the trigger: "on the ninetieth day following", "the first day of the second month after".

Counting is not done here; European Convention on the Calculation of Time-Limits (ETS 76, 1972) is applied by
`rules.force`. "The first day of the second month following a day" is the first day of the month after the day one month
on, whatever the day: both skip one whole month.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from muniment.reading.en.force.numbers import CARDINAL, ORDINAL, cardinal, ordinal
from muniment.terms.treaty import Lag

__all__ = ["MONTHS", "LagMatch", "find_lag"]

LagMatch = tuple[Lag, int, int]
"""The lag, and where its words stand: code points, half-open."""

_AFTER = (
    r"(?:next\s+)?(?:after|following|from|subsequent\s+to|upon|since|reckoned\s+from|counted\s+from|as\s+from"
    r"|as\s+of)"
)
_EXPIRY = r"(?:the\s+)?(?:expiration|expiry|end|lapse|elapse|completion|passing)\s+of\s+"
_PERIOD = r"(?:a\s+|the\s+)?(?:period\s+of\s+|term\s+of\s+)?"
_UNIT = r"(?P<unit>days?|weeks?|months?|years?)"
_CALENDAR = r"(?:calendar\s+|full\s+|clear\s+|complete\s+)?"


MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_NEXT = r"(?:next\s+)?(?:after|following|succeeding|subsequent\s+to)\b(?:\s+the\s+date\s+(?:of|on\s+which))?"
_THE_YEAR = r"(?:\s+(?:that|the\s+(?:calendar\s+)?year)\s+(?:in|during)\s+which)?"
_SHORTEST_MONTH = 28


def _months_and_first(match: re.Match[str]) -> Lag | None:
    lag = _plain(match)
    return lag and Lag(lag.days, lag.months, first_of_month=True)


def _first_of_nth_month(match: re.Match[str]) -> Lag | None:
    number = ordinal(match["nth"]) if match["nth"] else 1
    return Lag(months=number - 1, first_of_month=True) if number else None


def _first_after_nth_day(match: re.Match[str]) -> Lag | None:
    number = ordinal(match["nth"])
    return Lag(days=number, first_of_month=True) if number else None


def _nth_day(match: re.Match[str]) -> Lag | None:
    number = ordinal(match["nth"])
    return Lag(days=number) if number else None


def _plain(match: re.Match[str]) -> Lag | None:
    number = cardinal(match["number"]) if match["number"].lower() != "a" else 1
    if not number:
        return None
    unit = match["unit"].lower().rstrip("s")
    if unit in ("day", "week"):
        return Lag(days=number * (7 if unit == "week" else 1))
    return Lag(months=number * (12 if unit == "year" else 1))


def _next_day(match: re.Match[str]) -> Lag | None:
    months = [name[:3] for name in MONTHS.split("|")]
    told = match.groupdict()
    month = months.index(told["month"][:3].lower()) + 1 if told.get("month") else 1
    day = int(told["day"]) if told.get("day") else 1
    return Lag(next_day=(month, day)) if 1 <= day <= _SHORTEST_MONTH else None


_FORMS: list[tuple[re.Pattern[str], Callable[[re.Match[str]], Lag | None]]] = [
    (re.compile(pattern, re.IGNORECASE), build)
    for pattern, build in (
        (
            rf"(?:the\s+)?(?:first|1st)\s+(?:day\s+)?of\s+(?P<month>{MONTHS})\s+(?:in\s+the\s+year\s+|of\s+the\s+year\s+"
            rf"|of\s+the\s+calendar\s+year\s+)?{_NEXT}{_THE_YEAR}",
            _next_day,
        ),
        (
            rf"(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?(?P<month>{MONTHS})\s+(?:of\s+the\s+(?:calendar\s+)?year\s+)?{_NEXT}{_THE_YEAR}",
            _next_day,
        ),
        (rf"(?:the\s+)?first\s+day\s+of\s+the\s+(?:calendar\s+)?year\s+(?:beginning\s+)?{_NEXT}{_THE_YEAR}", _next_day),
        (
            rf"first\s+day\s+of\s+the\s+{_CALENDAR}month\s+(?:that\s+|which\s+)?(?:next\s+)?(?:follows"
            rf"|following|after)\s+"
            rf"(?:{_EXPIRY})?{_PERIOD}(?P<number>{CARDINAL})\s+{_CALENDAR}{_UNIT}\b(?:\s+{_AFTER}\b)?",
            _months_and_first,
        ),
        (
            rf"first\s+day\s+of\s+the\s+{_CALENDAR}month\s+(?:next\s+)?(?:following"
            rf"|after)\s+the\s+(?P<nth>{ORDINAL})\s+day"
            rf"\s+{_AFTER}\b",
            _first_after_nth_day,
        ),
        (
            rf"first\s+day\s+of\s+the\s+(?:(?P<nth>{ORDINAL})\s+)?{_CALENDAR}month\s+(?:beginning\s+|commencing\s+|starting\s+)?{_AFTER}\b(?:\s+(?:that"
            rf"|the\s+{_CALENDAR}month)\s+(?:in|during)"
            r"\s+which)?",
            _first_of_nth_month,
        ),
        (rf"(?:on|from|as\s+from|upon)\s+the\s+(?P<nth>{ORDINAL})\s+{_CALENDAR}day\s+{_AFTER}\b", _nth_day),
        (r"(?:(?:on|from)\s+)?the\s+(?:next\s+)?day\s+(?:next\s+)?(?:after|following)\b", lambda match: Lag(days=1)),
        (rf"(?P<number>{CARDINAL}|a)\s+{_CALENDAR}{_UNIT}['’]?\s+{_AFTER}\b(?!\s+that\s+(?:in|during)\b)", _plain),
        (
            rf"(?:after|on|upon|at|from"
            rf"|following)\s+(?:{_EXPIRY})?{_PERIOD}(?P<number>{CARDINAL})\s+{_CALENDAR}{_UNIT}"
            rf"(?:\s+(?:(?:shall\s+|will\s+)?ha(?:s|ve)\s+(?:elapsed|passed|expired)\s+)?{_AFTER}\b)",
            _plain,
        ),
    )
]  # fmt: skip


_FIRST_FORMS = 5
"""The last of the forms that name the first of a month or of a year; they hold shorter ones."""


def find_lag(text: str) -> LagMatch | None:
    """Return the first lag of a clause's words and where it stands; None where the text has none: the same day.

    >>> find_lag("on the ninetieth day following the date of deposit")[0].days
    90
    """
    found: list[tuple[int, int, LagMatch]] = []
    for rank, (pattern, build) in enumerate(_FORMS):
        for match in pattern.finditer(text):
            lag = build(match)
            if lag is not None:
                found.append((match.start(), rank, (lag, match.start(), match.end())))
                break
    return min(found, key=lambda each: (each[1] > _FIRST_FORMS, each[0], each[1]))[2] if found else None
