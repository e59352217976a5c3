"""Dates that begin with a month or a weekday: September 5, 2022; Wednesday, July 17; the November (2022) session."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from muniment.reading.en.dates import numeric
from muniment.reading.en.dates.lexicon import (
    AND,
    BARE_MONTH,
    DAY,
    EVENTS,
    G1,
    MONTH,
    ORDINAL,
    ORDINAL_WORDS,
    SEP,
    WEEKDAY,
    YEAR,
    G,
    month_number,
    near_before,
    valid_day,
    weekday_number,
    word_before,
    year_tail,
)
from muniment.reading.en.dates.mention import DateMention, Rule

__all__ = ["DAY_RULES", "MONTH_RULES", "WEEKDAY_RULES"]

Found = tuple[DateMention, ...]

_FOLLOW = rf"(?=\s*(?:[,.;:)(–—]|\Z)|{G1}(?:{YEAR}|(?:in|at|this|last|next|of|the|a|with|for|by|on|under|as|to|it)\b))"
"""What follows a second day that has no month of its own; a counted noun does not (November 29 and 15 states)."""


def _month_first(match: re.Match[str], text: str) -> Found:
    month, day, year = month_number(match["m"]), int(match["d"]), numeric.figure(match, "y", "yb")
    if not valid_day(year, month, day) or (year is None and match["m"] == "MAY"):
        return ()
    end, more = (match.end(), {}) if year is not None else numeric.said_year(text, match.end())
    end, weekday = numeric.trailing_weekday(text, end)
    return (DateMention(match.start(), end, "day", year=year, month=month, day=day, **more, **weekday),)


def _month_first_range(match: re.Match[str], text: str) -> Found:
    month, last_year = month_number(match["m1"]), numeric.figure(match, "y2", "y2b")
    last_month = month_number(match["m2"]) if match["m2"] else month
    end, more = (match.end(), {}) if last_year is not None else numeric.said_year(text, match.end())
    first_year = numeric.figure(match, "y1") or (
        last_year if last_year is None or month <= last_month else last_year - 1
    )
    fields: dict[str, Any] = more | {
        "year": first_year, "month": month, "day": int(match["d1"]),
        "until_year": last_year, "until_month": last_month, "until_day": int(match["d2"]),
    }  # fmt: skip
    return numeric.two_days(match, text, end, fields)


def _month_range(match: re.Match[str], text: str) -> Found:
    month, last_month, last_year = (
        month_number(match["m1"]),
        month_number(match["m2"]),
        numeric.figure(match, "y2", "y2b"),
    )
    end, more = (match.end(), {}) if last_year is not None else numeric.said_year(text, match.end())
    year = numeric.figure(match, "y1") or (last_year if last_year is None or month <= last_month else last_year - 1)
    between = text[max(0, match.start() - 8) : match.start()].lower().endswith(("between ", "from "))
    follows = last_month - month == 1 and year == last_year
    if match["and"] and not between and not follows:
        return (
            DateMention(match.start(), numeric.before_and(match, text), "month", year=year, month=month, **more),
            DateMention(match.start("m2"), end, "month", year=last_year, month=last_month, **more),
        )
    until: dict[str, Any] = {"until_year": last_year, "until_month": last_month}
    return (DateMention(match.start(), end, "month_range", year=year, month=month, **until, **more),)


_DAY_BEFORE = re.compile(rf"(?<!\d)\d{{1,2}}{ORDINAL}{G}(?:of{G1})?\Z")
"""A day that the month does not have: the whole is an error, and no date."""
_LAST_OF_DAYS = frozenset({"of", "st", "nd", "rd", "th", ""})
"""Last words of what `_DAY_BEFORE` finds; none where it ends in a figure."""


def _month_year(match: re.Match[str], text: str) -> Found:
    last = word_before(text, match.start())
    if last in _LAST_OF_DAYS and _DAY_BEFORE.search(text, max(0, match.start() - 10), match.start()):
        return ()
    start, part = _part_before(text, match.start())
    year, month = numeric.figure(match, "y", "yb"), month_number(match["m"])
    if part.get("day") and not valid_day(year, month, part["day"]):
        return ()
    return (DateMention(start, match.end(), "day" if part.get("day") else "month", year=year, month=month, **part),)


_BEFORE = re.compile(
    rf"(?:(?:\b(?P<det>this|last|next|coming|past|previous|same|following){G1})|"
    rf"\b(?:the{G1})?(?P<edge>end|close|beginning|start|middle){G1}of{G1}(?:the{G1}month{G1}of{G1})?|"
    rf"\b(?P<near>early|late|mid)(?:{G1}in)?(?:{G1}|-)|"
    rf"\b(?:the{G1})?(?P<nth>[a-z]+(?:-[a-z]+)?){G1}of{G1})\Z",
    re.IGNORECASE,
)
_EDGES = {"end": "end", "close": "end", "beginning": "start", "start": "start", "middle": "middle", "early": "start",
          "late": "end", "mid": "middle"}  # fmt: skip


_LAST_OF_PARTS = frozenset(
    {"this", "last", "next", "coming", "past", "previous", "same", "following", "of", "early", "late", "mid", "in", ""}
)
"""Last words of what `_BEFORE` finds; none where it ends in a hyphen."""


def _part_before(text: str, at: int) -> tuple[int, dict[str, Any]]:
    """Return where an expression begins that names a part of the month at `at`, and the fields it gives."""
    last = word_before(text, at)
    if last not in _LAST_OF_PARTS or (last == "in" and not near_before(text, at)):
        return at, {}
    before = _BEFORE.search(text, max(0, at - 36), at)
    if before is None:
        return at, {}
    if before["edge"] or before["near"]:
        return before.start(), {"edge": _EDGES[(before["edge"] or before["near"]).lower()]}
    if before["nth"]:
        day = ORDINAL_WORDS.get(before["nth"].lower())
        return (at, {}) if day is None or len(before["nth"]) < 4 else (before.start(), {"day": day})
    shift = {"this": 0, "next": 1, "coming": 1, "following": 1, "same": 0}.get(before["det"].lower(), -1)
    base = "previous" if before["det"].lower() in ("same", "following", "previous") else "page"
    return before.start(), {"unit": "month", "shift": shift, "base": base}


_LEAD_WORDS = re.compile(
    r"\b(?:in|of|by|since|until|till|during|from|before|after|for|to|than|through|between|and)\s+\Z", re.I
)
_NEXT = re.compile(r"['’]?s?[\s-]+([A-Za-z]+)")
_DOUBTFUL = frozenset({"May", "March", "August", "April", "June"})


def _month_alone(match: re.Match[str], text: str) -> Found:
    """In early November this year, the first of May; not a name (June Carter), not a verb (March on)."""
    end, more = numeric.said_year(text, match.end())
    start, part = _part_before(text, match.start())
    if not part and not more and match["m"] in _DOUBTFUL and not _dates_something(match, text):
        return ()
    fields = part | more
    kind = "day" if fields.get("day") else "month"
    return (DateMention(start, end, kind, month=month_number(match["m"]), **fields),)


def _dates_something(match: re.Match[str], text: str) -> bool:
    """Whether a month whose name is also a word or a person's stands as a month."""
    follow = _NEXT.match(text, match.end())
    word = follow.group(1) if follow else ""
    if word.lower() in EVENTS:
        return True
    led = _LEAD_WORDS.search(text, max(0, match.start() - 10), match.start()) is not None
    return led and not (word[:1].isupper() and match["m"] != "May")


_WEEKDAY_LEAD = re.compile(
    rf"\b(?P<det>on|last|next|this|coming|past|since|until|till|by|from|the|before|after|here|met|held|convened|opened|"
    rf"began|ended|concluded|arrived|signed|said)(?P<gap>{G1})\Z",
    re.IGNORECASE,
)


def _weekday_date(match: re.Match[str], text: str) -> Found:
    """Wednesday, July 17: the date is found behind it, and the weekday added to it."""
    found = _day_at(text, match.end())
    if not found:
        return ()
    weekday = weekday_number(match["w"])
    return (msgspec.structs.replace(_from(match.start(), found[0], text), weekday=weekday), *found[1:])


def _day_at(text: str, at: int) -> Found:
    """Return the day or days told at a place, if any."""
    for rule in (*MONTH_RULES[:2], *_DAY_RULES):
        inner = rule.pattern.match(text, at)
        found = rule.build(inner, text) if inner is not None else ()
        if found and found[0].kind in ("day", "day_range"):
            return found
    return ()


def _from(start: int, mention: DateMention, text: str) -> DateMention:
    """Return a date that begins with the word before it, and ends with the bracket that word may open."""
    opened = text[start : mention.start].rstrip().endswith("(")
    end = mention.end + 1 if opened and text[mention.end : mention.end + 1] == ")" else mention.end
    return msgspec.structs.replace(mention, start=start, end=end)


def _day_beside(match: re.Match[str], text: str) -> Found:
    """Tomorrow (14 June): the date told tells more than the word."""
    found = _day_at(text, match.end())
    return (_from(match.start(), found[0], text),) if len(found) == 1 else ()


_DAY_RULES = tuple(
    rule
    for rule in numeric.RULES
    if rule.name in ("day-first-range", "day-first", "points", "iso", "day-of-this-month")
)


def _weekday_alone(match: re.Match[str], text: str) -> Found:
    before = _WEEKDAY_LEAD.search(text, max(0, match.start() - 12), match.start())
    if before is None:
        return ()
    word = before["det"].lower()
    shift = {"last": -1, "past": -1, "next": 1, "coming": 1, "this": 0}.get(word)
    start = match.start() if shift is None else before.start()
    return (
        DateMention(start, match.end(), "relative", weekday=weekday_number(match["w"]), unit="weekday", shift=shift),
    )


_D1 = rf"(?P<d1>{DAY}){ORDINAL}(?![.,]\d{{3}}|%)(?:{year_tail('y1')})?"

MONTH_RULES = (
    Rule(
        "month-first-range",
        re.compile(
            rf"(?P<m1>{MONTH}){G}(?:the{G1})?{_D1}(?:{SEP}|{AND})(?:(?P<m2>{MONTH}){G})?(?P<d2>{DAY}){ORDINAL}"
            rf"(?:(?<=\d)(?![.,]\d{{3}}|%))?(?(m2)|(?:(?<![a-z]){_FOLLOW}|(?<=[a-z])))(?:{year_tail('y2')})?"
        ),
        _month_first_range,
        ("November 29 - December 3, 2021", "September 5-9, 2022", "on May 5 and 6, 2020", "from July 3 to 5 in Tolmar",
         "December 28, 2021 to January 3, 2022"),
        ("On November 29 and 15 states signed.", "May 5 to 4 per cent", "September 9-5, 2022"),
    ),
    Rule(
        "month-first",
        re.compile(
            rf"(?P<m>{MONTH})(?:,(?=[^\S\n]\d\d?(?:[.,;)]|[^\S\n](?:in|at|(?:19|20)\d\d)\b)))?{G}(?:the{G1})?"
            rf"(?P<d>{DAY}){ORDINAL}"
            rf"(?![.,]\d{{3}}|%|:\d|(?<=\d)[A-Za-z])(?:{year_tail('y')})?"
        ),
        _month_first,
        ("on November 29, 2021, they met", "VIENNA, July17 – agency", "Dec 5, 2022", "December 5th 2022",
         "On January 20, this year", "Nov 30 (agency)", "September 18, 2003.", "on May, 3 in Tolmar"),
        ("It may 5 times", "in March, 14 states took part", "MAY 5", "February 30, 2020", "Mayor 5",
         "in May 5,000 people left"),
    ),
    Rule(
        "month-range",
        re.compile(
            rf"(?P<m1>{MONTH})(?:,?{G}(?P<y1>{YEAR}))?(?:{SEP}|{AND})"
            rf"(?P<m2>{MONTH})(?!{G}\d{{1,2}}(?!\d)|[a-z])(?:{year_tail('y2')})?"
        ),
        _month_range,
        ("January-March 2024", "from October 2021 to March 2022", "in September and October this year"),
        ("between May and Mayfield", "in May and on June 5", "January to 5 March"),
    ),
    Rule(
        "month-year",
        re.compile(rf"(?P<m>{MONTH}){year_tail('y')}"),
        _month_year,
        ("in November 2022", "the September (2021) session", "Nov. 2022", "at the end of June, 2023", "mid-May 2020",
         "the first of January 2023"),
        ("In May 2,000 people left.", "in May 2000/15", "the March of 20229", "31 April 2020"),
    ),
    Rule(
        "month-alone",
        re.compile(rf"(?P<m>{BARE_MONTH})(?!\w|{G}\d{{1,2}}(?!\d))"),
        _month_alone,
        ("the November session", "in May", "by the end of June", "next June", "the first of March",
         "in March this year"),
        ("May I ask?", "March on the town", "June Carter spoke.", "They may meet.", "Marchers came", "Mr. August left",
         "on February 30"),
    ),
)  # fmt: skip
"""Rules tried in this order where a month begins."""

WEEKDAY_RULES = (
    Rule(
        "weekday-date",
        re.compile(rf"(?P<w>{WEEKDAY})(?:,{G}|{G1}\(?|\){G})(?:on{G1})?(?:the{G1})?(?=[\dA-Z])"),
        _weekday_date,
        (
            "on Wednesday, July 17, at a meeting",
            "Wed., 17 July 2019",
            "Friday the 5th of December",
            "Monday 05.12.2022",
            "On Friday (17 October), they met",
        ),
        ("Wednesday, the ministers met", "Sun rose", "Friday 300 guests"),
    ),
    Rule(
        "weekday-alone",
        re.compile(r"(?P<w>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:['’]s)?(?!\w)"),
        _weekday_alone,
        ("he said on Wednesday", "last Friday", "next Monday", "by Tuesday"),
        ("Good Friday prayers", "Sundays are free", "Black Monday"),
    ),
)
"""Rules tried in this order where a weekday begins."""

DAY_RULES = (
    Rule(
        "named-day-date",
        re.compile(rf"(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)(?:,{G}|{G1}\(?)(?=[\dA-Z])"),
        _day_beside,
        ("Tomorrow (14 June), the council meets", "today, 5 May 2020,"),
        ("today, they met", "Tomorrow 14 states will sign", "yesterday (in May)"),
    ),
)
"""Tried where a word such as today begins."""
