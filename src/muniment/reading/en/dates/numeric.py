"""Dates that begin with a figure: 5 September 2022, 22-23 November, 20.01.2022, 2022-01-20, 2021-2025, 10:00."""

from __future__ import annotations

import re
from typing import Any

from muniment.reading.en.dates.lexicon import (
    AND,
    DASH,
    DAY,
    DETERMINERS,
    G1,
    MONTH,
    OF,
    ORDINAL,
    SAID,
    SEP,
    WEEKDAY,
    YEAR,
    G,
    month_number,
    valid_day,
    weekday_number,
    year_tail,
)
from muniment.reading.en.dates.mention import DateMention, Rule

__all__ = ["RULES", "before_and", "figure", "said_year", "trailing_weekday", "two_days"]

_SAID = re.compile(SAID, re.IGNORECASE)
_LATE_YEAR = re.compile(rf",?{G1}(?P<y>{YEAR})")
_TRAIL = re.compile(rf"(?:,{G}|{G}\()(?P<w>{WEEKDAY})\)?(?!\w)")
_BETWEEN = re.compile(r"\b(?:[Bb]etween|[Ff]rom)\s+(?:the\s+)?\Z")

Found = tuple[DateMention, ...]


_FIGURES = re.compile(r"\d+")


def said_year(text: str, at: int) -> tuple[int, dict[str, Any]]:
    """Return where a year told by a word ends ("this year" behind 8 December), and the fields it gives."""
    said = _SAID.match(text, at)
    if said is None:
        return at, {}
    shift, base = DETERMINERS[said.group("said").split()[-1].lower()]
    return said.end(), {"unit": "year", "shift": shift, "base": base}


def trailing_weekday(text: str, at: int) -> tuple[int, dict[str, Any]]:
    """Return where a weekday behind a date ends ("17 July (Wednesday)"), and the field it gives."""
    trail = _TRAIL.match(text, at)
    return (at, {}) if trail is None else (trail.end(), {"weekday": weekday_number(trail.group("w"))})


def _tails(text: str, at: int, year: int | None) -> tuple[int, dict[str, Any]]:
    """Return where a date ends that has its day and month, with what is told behind it."""
    end, fields = (at, {}) if year is not None else said_year(text, at)
    end, weekday = trailing_weekday(text, end)
    late = _LATE_YEAR.match(text, end) if weekday and year is None and not fields else None
    if late is not None:
        end, fields = late.end(), {"year": int(late["y"])}
    return end, {"year": year} | fields | weekday


def figure(match: re.Match[str], *names: str) -> int | None:
    """Return the first of these groups that matched, as a number."""
    return next((int(match[name]) for name in names if match[name]), None)


def two_days(match: re.Match[str], text: str, end: int, fields: dict[str, Any]) -> Found:
    """Return an interval of days, or two single days where "and" joins days that do not follow each other."""
    first, last = (fields["month"], fields["day"]), (fields["until_month"], fields["until_day"])
    years = (fields.get("year"), fields.get("until_year"))
    if not (valid_day(years[0], *first) and valid_day(years[1], *last)):
        return ()
    joined = match["and"] is None or _BETWEEN.search(text, max(0, match.start() - 12), match.start()) is not None
    if joined or (first[0] == last[0] and last[1] - first[1] == 1):
        if first >= last and years[0] == years[1]:
            return ()
        return (DateMention(match.start(), end, "day_range", **fields),)
    rest = {name: value for name, value in fields.items() if not name.startswith("until_")}
    second = rest | {"year": years[1], "month": last[0], "day": last[1]}
    begin = match.start("d2") if not match["m2"] else min(match.start("d2"), match.start("m2"))
    return (
        DateMention(match.start(), before_and(match, text), "day", **rest),
        DateMention(begin, end, "day", **second),
    )


def before_and(match: re.Match[str], text: str) -> int:
    """Return where the first of two dates ends that "and" joins."""
    return match.start() + len(text[match.start() : match.start("and")].rstrip())


def _day_first(match: re.Match[str], text: str) -> Found:
    month, day, year = month_number(match["m"]), int(match["d"]), figure(match, "y", "yb")
    if not valid_day(year, month, day) or (year is None and match["m"] == "MAY"):
        return ()
    end, more = _tails(text, match.end(), year)
    return (DateMention(match.start(), end, "day", month=month, day=day, **more),)


def _day_first_range(match: re.Match[str], text: str) -> Found:
    month, year = month_number(match["m2"]), figure(match, "y2", "y2b")
    end, more = _tails(text, match.end(), year)
    first_month = month_number(match["m1"]) if match["m1"] else month
    first_year = figure(match, "y1")
    fields = more | {
        "day": int(match["d1"]), "month": first_month, "year": first_year or _year_before(year, first_month, month),
        "until_day": int(match["d2"]), "until_month": month, "until_year": year,
    }  # fmt: skip
    return two_days(match, text, end, fields)


def _year_before(year: int | None, first_month: int, last_month: int) -> int | None:
    """Return the year an interval begins in: 20 December - 10 January 2023 begins the year before."""
    return year if year is None or first_month <= last_month else year - 1


def _day_list(match: re.Match[str], text: str) -> Found:
    month, year = month_number(match["m"]), figure(match, "y", "yb")
    end, more = _tails(text, match.end(), year)
    places = [(int(found[0]), found.start(), found.end()) for found in _FIGURES.finditer(match["list"])]
    days = [day for day, _, _ in places]
    if not all(valid_day(year, month, day) for day in days):
        return ()
    begin = match.start()
    if days == list(range(days[0], days[0] + len(days))):
        until: dict[str, Any] = {"until_year": year, "until_month": month, "until_day": days[-1]}
        return (DateMention(begin, end, "day_range", month=month, day=days[0], **until, **more),)
    return tuple(
        DateMention(begin + a, end if day == days[-1] else begin + b, "day", month=month, day=day, **more)
        for day, a, b in places
    )


def _points(match: re.Match[str], _text: str) -> Found:
    """20.01.2022 and 08 / 06 / 2016: day first, unless only the other way is a day."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    if valid_day(year, second, first):
        either = match["sep"] != "." and first != second and valid_day(year, first, second)
        return (DateMention(match.start(), match.end(), "day", year=year, month=second, day=first, ambiguous=either),)
    if match["sep"] != "." and valid_day(year, first, second):
        return (DateMention(match.start(), match.end(), "day", year=year, month=first, day=second, swapped=True),)
    return ()


def _points_range(match: re.Match[str], _text: str) -> Found:
    """20-22.11.2023 and 28.11-02.12.2023."""
    year, month = int(match["y2"]), int(match["m2"])
    first_month = int(match["m1"] or month)
    first_year = int(match["y1"]) if match["y1"] else _year_before(year, first_month, month) or year
    first, last = (first_year, first_month, int(match["d1"])), (year, month, int(match["d2"]))
    if not (valid_day(*first) and valid_day(*last)) or first >= last:
        return ()
    fields: dict[str, Any] = dict(
        zip(("year", "month", "day", "until_year", "until_month", "until_day"), first + last, strict=True)
    )
    return (DateMention(match.start(), match.end(), "day_range", **fields),)


def _iso(match: re.Match[str], _text: str) -> Found:
    year, month, day = (int(match[name]) for name in ("y", "m", "d"))
    if not valid_day(year, month, day):
        return ()
    return (DateMention(match.start(), match.end(), "day", year=year, month=month, day=day),)


def _day_of_month(match: re.Match[str], _text: str) -> Found:
    """The 23rd of this month."""
    shift, base = DETERMINERS[match["said"].split()[-1].lower()]
    return (DateMention(match.start(), match.end(), "day", day=int(match["d"]), unit="month", shift=shift, base=base),)


def _year_range(match: re.Match[str], _text: str) -> Found:
    first, tail = int(match["a"]), match["b"]
    last = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    if match["to"] and len(tail) == 2:
        return ()
    if not first < last <= first + 100:
        return _iso_month(match) if len(tail) == 2 else ()
    return (DateMention(match.start(), match.end(), "year_range", year=first, until_year=last),)


def _iso_month(match: re.Match[str]) -> Found:
    """2022-05, where the second figure is a month and cannot be a later year."""
    if match["b"][0] != "0" or not 1 <= int(match["b"]) <= 12 or match["dash"] != "-":
        return ()
    return (DateMention(match.start(), match.end(), "month", year=int(match["a"]), month=int(match["b"])),)


def _decade(match: re.Match[str], _text: str) -> Found:
    first = int(match["a"])
    return (DateMention(match.start(), match.end(), "year_range", year=first, until_year=first + 9),)


def _time(match: re.Match[str], text: str) -> Found:
    dotted = (
        match["sep"] == "."
        and not match["clock"]
        and not text[max(0, match.start() - 3) : match.start()].endswith("at ")
    )
    return () if dotted else (DateMention(match.start(), match.end(), "time"),)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_CLOCK = rf"(?:{G}(?:[ap]\.?m\.?(?!\w)|hours\b|hrs\b|o['’]clock|(?:GMT|UTC|CET|EET|MSK)\b))"
_FIRST = rf"(?P<d1>{DAY}){ORDINAL}"
_SECOND = rf"(?:{WEEKDAY},?{G1})?(?P<d2>{DAY}){ORDINAL}{OF}(?P<m2>{MONTH})(?:{year_tail('y2')})?"

RULES = (
    Rule(
        "day-first-range",
        _compile(rf"{_FIRST}(?:{OF}(?P<m1>{MONTH})(?:,?{G}(?P<y1>{YEAR}))?)?(?:{SEP}|{AND}){_SECOND}"),
        _day_first_range,
        ("They met on 22-23 November in Tolmar.", "from 5 to 9 September", "14-15 May 2002",
         "from 29 November to 3 December 2021", "on 5 and 6 June", "28th of May – 2nd of June 2020"),
        ("Articles 5 to 9 may be read together.", "31-32 May 2002", "15 to 20 delegates", "9-5 May 2020"),
    ),
    Rule(
        "day-list",
        _compile(rf"(?P<list>{DAY}(?:,{G}{DAY}){{1,9}},?{G1}and{G1}{DAY}){ORDINAL}{OF}(?P<m>{MONTH})(?:{year_tail('y')})?"),
        _day_list,
        ("on 5, 6 and 7 September 2022", "on 3, 9 and 12 May"),
        ("Articles 5, 6 and 7 may apply.", "on 30, 31 and 32 May"),
    ),
    Rule(
        "day-first",
        _compile(
            rf"(?P<d>{DAY}){ORDINAL}{OF}(?P<m>{MONTH})"
            rf"(?!{G}\d{{1,2}}(?!\d)(?:st|nd|rd|th|,{G}\d{{4}}))(?:{year_tail('y')})?"
        ),
        _day_first,
        ("on 25 July 2024", "the 5th of December", "December was cold; 5 Dec. 2022 was not", "17July2019",
         "on 23 November of the current year", "8 December this year", "17 July (Wednesday)",
         "5 May (Friday), 2023"),
        ("Article 5 may be amended.", "31 April 2020", "15 Mayors came", "ARTICLE 5 MAY BE AMENDED", "3,600 May"),
    ),
    Rule(
        "day-of-this-month",
        _compile(
            rf"(?P<d>{DAY}){ORDINAL}{G1}of{G1}"
            rf"(?P<said>this|last|next|the{G1}(?:current|present|same|previous|following)){G1}month\b"
        ),
        _day_of_month,
        ("on the 23rd of this month", "on 5 of the current month"),
        ("the 23rd of this year", "the 23rd of the monthly reports"),
    ),
    Rule(
        "points-range",
        _compile(
            rf"(?P<d1>\d{{1,2}})(?:\.(?P<m1>\d{{1,2}})(?:\.(?P<y1>{YEAR}))?)?{G}{DASH}{G}"
            rf"(?P<d2>\d{{1,2}})\.(?P<m2>\d{{1,2}})\.(?P<y2>{YEAR})"
        ),
        _points_range,
        ("20-22.11.2023", "28.11 - 02.12.2023", "20.01.2022–25.01.2022"),
        ("40-41.11.2023", "22-20.11.2023", "1-2.5"),
    ),
    Rule(
        "points",
        _compile(
            rf"(?P<a>\d{{1,2}}){G}(?P<sep>[./]|-){G}(?P<b>\d{{1,2}}){G}(?P=sep){G}"
            rf"(?P<y>{YEAR}|(?<=\d\d[./]\d\d[./])\d\d(?![\d.]))"
        ),
        _points,
        ("Published 20.01.2022", "08 / 06 / 2016", "05-12-2022", "12/25/2021", "on 05.12.22"),
        ("paragraph 3.1.12 of the plan", "32.01.2022", "13.13.2020", "tel. 495-62-13-23", "12.25.2021"),
    ),
    Rule(
        "iso",
        _compile(
            r"(?P<y>(?:19|20|21)\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)"
            r"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
        ),
        _iso,
        ("2022-01-20", "2022/01/20", "updated 2022-01-20T10:00:00Z"),
        ("2022-13-40", "page 2022-01", "A/2022/345"),
    ),
    Rule(
        "year-range",
        _compile(
            rf"(?P<a>{YEAR})(?:{G}(?P<dash>{DASH}){G}|(?P<to>{G1}(?:to|through|until|till){G1})|(?P<bar>/))"
            rf"(?P<b>{YEAR}|\d\d(?!\d))(?![\w/]|{DASH}\d|[.,]\d)"
        ),
        _year_range,
        ("the plan for 2021-2025", "2019–2021", "in 2021/22", "from 2019 to 2021", "2022-05"),
        ("2025-2021", "No. 2021/1", "2022-2022", "from 2000 to 45"),
    ),
    Rule(
        "decade",
        _compile(r"(?P<a>(?:19|20)\d0)(?:['’]?s)\b"),
        _decade,
        ("in the 1990s", "since the 2010’s"),
        ("in 1995s", "1990 steps"),
    ),
    Rule(
        "time",
        _compile(
            rf"(?:[01]?\d|2[0-4])(?:(?P<sep>[:.])[0-5]\d(?::[0-5]\d)?(?!\d)(?P<clock>{_CLOCK})?|{_CLOCK})"
        ),
        _time,
        ("at 10:00", "at 3 p.m.", "at 18.00 in the hall", "from 9:30 a.m."),
        ("worth 10.50 a share", "Article 10:", "24 steps"),
    ),
)  # fmt: skip
"""Rules tried in this order where a number begins."""
