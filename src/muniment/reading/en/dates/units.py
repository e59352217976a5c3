"""Dates told by a unit of time: today, this year, the end of the month, the second half of 2019, within two years."""

from __future__ import annotations

import re
from typing import Any

from muniment.reading.en.dates.lexicon import (
    BARE_MONTH,
    DASH,
    DETERMINERS,
    EVENTS,
    G1,
    NUMBERS,
    ORDINAL_WORDS,
    SEASONS,
    YEAR,
    G,
    month_number,
    near_before,
    word_before,
)
from muniment.reading.en.dates.mention import DateMention, Rule

__all__ = ["RULES", "SIGN_RULES"]

Found = tuple[DateMention, ...]

_EDGES = {"end": "end", "close": "end", "beginning": "start", "start": "start", "onset": "start", "middle": "middle",
          "early": "start", "late": "end", "mid": "middle", "latter": "end"}  # fmt: skip
_EDGE = re.compile(
    rf"\b(?:(?:the{G1})?(?:very{G1})?(?P<edge>end|close|beginning|start|onset|middle|course){G1}of{G1}|"
    rf"(?P<near>early|late|mid)(?:-|{G1})(?:in{G1})?|(?P<since>earlier|later){G1}(?:in{G1})?)\Z",
    re.IGNORECASE,
)
_DETERMINER = re.compile(rf"(?P<the>\bthe{G1})?\b(?P<word>[A-Za-z]+){G1}\Z")
_COUNT = re.compile(
    rf"(?:\b(?P<lead>within|in|over|for|during|after){G1})?(?:the{G1})?(?:\b(?P<det>next|coming|following|last|past|previous)"
    rf"{G1})?(?P<count>\d{{1,3}}|[A-Za-z]+)(?:{G1}of{G1})?(?:{G1}(?:full|calendar|working|consecutive))?{G1}\Z"
)
_TIMES = re.compile(
    rf"{G1}(?P<when>ago|earlier|later|before|after|prior)\b(?!{G1}(?:the|that|its|his|their|a|tomorrow|yesterday)\b)"
)
_STRETCH = re.compile(rf"\b(?:within|over|during){G1}\Z", re.IGNORECASE)
_FROM_EVENT = re.compile(rf"{G1}(?:of|from|after|following|before|prior)\b")
"""What makes a stretch of time count from an event and not from the page: within two years of its entry into force."""

_VAGUE = frozenset({"few", "several", "coming", "recent", "these", "those", "upcoming", "nearest"})


_LAST_OF_EDGES = frozenset({"of", "in", "early", "late", "mid", "earlier", "later", ""})
"""Last words of what `_EDGE` finds; none where it ends in a hyphen."""


def _edge_before(text: str, at: int) -> tuple[int, str]:
    """Return where a part named before `at` begins ("the end of"), and which edge it is; else `at` and nothing."""
    last = word_before(text, at)
    if last not in _LAST_OF_EDGES or (last == "in" and not near_before(text, at)):
        return at, ""
    edge = _EDGE.search(text, max(0, at - 32), at)
    if edge is None:
        return at, ""
    return edge.start(), _EDGES.get((edge["edge"] or edge["near"] or "").lower(), "")


_DETERMINING = frozenset({*DETERMINERS, *_VAGUE, "the", "a", "one"})
"""Words right before a unit of time that `_determined` makes something of."""


def _unit(match: re.Match[str], text: str) -> Found:
    """This year, the end of the month, two years ago, the day before."""
    return _determined(match, text) or _counted(match, text)


def _determined(match: re.Match[str], text: str) -> Found:
    if word_before(text, match.start()) not in _DETERMINING:
        return ()
    before = _DETERMINER.search(text, max(0, match.start() - 24), match.start())
    if before is None or (match["many"] and before["word"].lower() not in _VAGUE):
        return ()
    word, unit = before["word"].lower(), match["unit"].lower()
    times = _TIMES.match(text, match.end())
    if word in ("the", "a", "one") and times is not None:
        return _anaphora(before, match, times)
    if word in _VAGUE and match["many"]:
        return (DateMention(before.start(), match.end(), "vague", unit=unit),)
    if word not in DETERMINERS and word != "the":
        return ()
    start, edge = _edge_before(text, before.start())
    if word == "the" and start == before.start():
        return ()
    shift, base = DETERMINERS.get(word, (0, "page"))
    if shift == 1 and before["the"] and _STRETCH.search(text, max(0, start - 8), start):
        return (DateMention(before.start(), match.end(), "duration", unit=unit, shift=1, span=1),)
    if word in ("past", "last") and before["the"] and not edge:
        return (DateMention(before.start(), match.end(), "duration", unit=unit, shift=-1, span=1),)
    return (DateMention(start, match.end(), "relative", unit=unit, shift=shift, base=base, edge=edge),)


def _anaphora(before: re.Match[str], match: re.Match[str], times: re.Match[str]) -> Found:
    """The day before, a year later, a month ago."""
    when, word = times["when"], before["word"].lower()
    if word == "the" and when not in ("before", "after"):
        return ()
    if word != "the" and when == "after":
        return ()
    shift = 1 if when in ("later", "after") else -1
    base = "page" if when == "ago" else "previous"
    return (DateMention(before.start(), times.end(), "relative", unit=match["unit"].lower(), shift=shift, base=base),)


_RUN = re.compile(r"[A-Za-z]+|\d")
_SIGNS = ("within", "next", "coming", "following", "last", "past", "previous")
"""Words that make a count of units a stretch of time; without one, only "ago", "earlier" and "later" do."""


def _count_before(text: str, at: int, stretch: bool) -> re.Match[str] | None:
    """Return what counts the unit of time at a place ("within the next two full"), tried only where words begin.

    Args:
        text: the whole text.
        at: where the unit begins.
        stretch: whether one of `_SIGNS` must stand there.
    """
    begin = max(0, at - 48)
    behind = text[begin:at]
    if stretch and not any(sign in behind for sign in _SIGNS):
        return None
    if not any(last[-1].isdigit() or word_before(last, len(last)) in NUMBERS for last in behind.split()[-3:]):
        return None
    found = (_COUNT.match(text, run.start(), at) for run in _RUN.finditer(text, begin, at))
    return next(filter(None, found), None)


def _counted(match: re.Match[str], text: str) -> Found:
    """Two years ago; within 30 days; over the next three years; not "three-year"."""
    times = _TIMES.match(text, match.end())
    since = times is not None and times["when"] in ("ago", "earlier", "later")
    before = _count_before(text, match.start(), stretch=not since)
    if before is None:
        return ()
    word = before["count"].lower()
    count = int(word) if word.isdigit() else NUMBERS.get(word, 0)
    if not count or (count == 1) == bool(match["many"]):
        return ()
    unit, start, lead = match["unit"].lower(), before.start("count"), (before["lead"] or "").lower()
    if times is not None and since:
        shift = count if times["when"] == "later" else -count
        base = "page" if times["when"] == "ago" else "previous"
        return (DateMention(start, times.end(), "relative", unit=unit, shift=shift, base=base),)
    det = (before["det"] or "").lower()
    sign = 1 if lead == "within" or det in ("next", "coming", "following") else -1 if det else 0
    if not sign:
        return ()
    begin = before.start("det") if det else start
    ahead = None if _FROM_EVENT.match(text, match.end()) else sign
    return (DateMention(begin, match.end(), "duration", unit=unit, shift=ahead, span=count),)


_PART_OF_NAME = re.compile(r"[A-Z][\w’'-]* \Z")
_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
_OVER = re.compile(rf"\b(?:the{G1})?day{G1}(?P<when>before|after){G1}\Z", re.IGNORECASE)


def _named_day(match: re.Match[str], text: str) -> Found:
    shift, start = _DAYS[match["day"].lower()], match.start()
    if match["day"][0].isupper() and _PART_OF_NAME.search(text, max(0, start - 40), start):
        return ()  # "the Harbour Today news agency"
    over = _OVER.search(text, max(0, start - 20), start)
    if over is not None and shift:
        start, shift = over.start(), 2 * shift
    return (DateMention(start, match.end(), "relative", unit="day", shift=shift),)


def _year_of(match: re.Match[str]) -> dict[str, Any]:
    """Return the fields of what follows "of": a year, this year, the month."""
    if match["y"]:
        return {"year": int(match["y"])}
    if not match["of"]:
        return {}
    words = match["of"].lower().split()
    shift, base = DETERMINERS.get(words[-1], (0, "page"))
    return {"unit": "year", "shift": shift, "base": base}


_PART = rf"(?:{G1}(?:of{G1})?(?:(?:the{G1})?year{G1})?(?P<y>{YEAR})(?!\s*(?:people|troops)))"
_OF_YEAR = (
    rf"(?:{_PART}|{G1}of{G1}(?P<of>this|last|next|the(?:{G1}(?:current|previous|following|same|coming))?){G1}year\b)"
)


def _half(match: re.Match[str], text: str) -> Found:
    """The second half of 2019 - the first half of 2020."""
    before = _ORDINAL.search(text, max(0, match.start() - 14), match.start())
    part = (
        None if before is None else 2 if before["nth"].lower() == "last" else ORDINAL_WORDS.get(before["nth"].lower())
    )
    if before is None or part not in (1, 2):
        return ()
    fields = _year_of(match)
    if match["m"]:
        year = int(match["my"]) if match["my"] else None
        days = (1, 15) if part == 1 else (16, 0)
        return _part_of_month(before.start(), match, year, days)
    if not fields:
        return ()
    start, edge = _edge_before(text, before.start())
    end, until = match.end(), _HALF_TAIL.match(text, match.end())
    if until is not None:
        end = until.end()
        fields |= {"until_part": ORDINAL_WORDS[until["nth"].lower()]}
        fields |= {"until_year": int(until["y"])} if until["y"] else {}
    return (DateMention(start, end, "half", part=part, edge=edge, **fields),)


_ORDINAL = re.compile(
    rf"\b(?:the{G1})?(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th|I|II|III|IV){G1}\Z", re.IGNORECASE
)
_HALF_TAIL = re.compile(
    rf"(?:{G},?{G}{DASH}{G}|{G1}(?:to|until|and|through){G1})(?:the{G1})?(?P<nth>first|second|1st|2nd){G1}half"
    rf"(?:{G1}(?:of{G1})?(?P<y>{YEAR}))?"
)


def _part_of_month(start: int, match: re.Match[str], year: int | None, days: tuple[int, int]) -> Found:
    """Return the interval of days a part of a month is; a last day of 0 is the month's last."""
    month = month_number(match["m"])
    until: dict[str, Any] = {"until_year": year, "until_month": month, "until_day": days[1]}
    return (DateMention(start, match.end(), "day_range", year=year, month=month, day=days[0], **until),)


def _quarter(match: re.Match[str], text: str) -> Found:
    before = _ORDINAL.search(text, max(0, match.start() - 14), match.start())
    fields = _year_of(match)
    if before is None or (before["nth"].lower() == "last" and not fields):
        return _determined(match, text)
    part = 4 if before["nth"].lower() == "last" else ORDINAL_WORDS[before["nth"].lower()]
    start, edge = _edge_before(text, before.start())
    return (DateMention(start, match.end(), "quarter", part=part, edge=edge, **fields),)


def _sign(match: re.Match[str], text: str) -> Found:
    """Q2 2024, H1 2024, in Q3."""
    part, quarter = int(match["n"]), match["q"] == "Q"
    led = _SIGN_LEAD.search(text, max(0, match.start() - 8), match.start()) is not None
    if part > (4 if quarter else 2) or (not match["y"] and not (quarter and led)):
        return ()
    year = int(match["y"]) if match["y"] else None
    return (DateMention(match.start(), match.end(), "quarter" if quarter else "half", part=part, year=year),)


_SIGN_LEAD = re.compile(r"\b(?:in|by|during|for|of|until)\s+\Z", re.IGNORECASE)


_NOUN = re.compile(r"\s+([a-z]+)")


def _season(match: re.Match[str], text: str) -> Found:
    before = _DETERMINER.search(text, max(0, match.start() - 20), match.start())
    word = before["word"].lower() if before else ""
    part = SEASONS[match["season"].lower()]
    if match["y"]:
        until = int(match["y"]) + 1 if match["next"] else None
        return (DateMention(match.start(), match.end(), "season", part=part, year=int(match["y"]), until_year=until),)
    shift, base = DETERMINERS.get(word, (0, "page"))
    if before is not None and word in DETERMINERS:
        return (DateMention(before.start(), match.end(), "season", part=part, unit="season", shift=shift, base=base),)
    if match["of"]:
        return (DateMention(match.start(), match.end(), "season", part=part, **_year_of(match)),)
    follow = _NOUN.match(text, match.end())
    if word == "the" and follow is not None and follow[1] in EVENTS:
        return (DateMention(match.start(), match.end(), "season", part=part),)
    lead = text[max(0, match.start() - 7) : match.start()].lower().split()
    if (match["season"].lower() != "fall" and lead[-1:] in (["in"], ["by"])) or lead[-2:] in (
        ["in", "the"],
        ["by", "the"],
    ):
        return (DateMention(match.start(), match.end(), "season", part=part),)
    return ()


_TEN = re.compile(rf"\b(?:the{G1})?(?P<nth>first|second|third|last){G1}(?:ten{G1})?\Z", re.IGNORECASE)


def _ten_days(match: re.Match[str], text: str) -> Found:
    """The first ten days of May, the third decade of November: thirds of a month, as in translated prose."""
    before = _TEN.search(text, max(0, match.start() - 20), match.start())
    if before is None:
        return ()
    part = 3 if before["nth"].lower() == "last" else ORDINAL_WORDS[before["nth"].lower()]
    year = int(match["my"]) if match["my"] else None
    return _part_of_month(before.start(), match, year, ((1, 10), (11, 20), (21, 0))[part - 1])


def _week_of_month(match: re.Match[str], text: str) -> Found:
    """The last week of November: the month, and which edge of it."""
    before = _TEN.search(text, max(0, match.start() - 14), match.start())
    if before is None:
        return ()
    year = int(match["my"]) if match["my"] else None
    edge = {"first": "start", "last": "end"}.get(before["nth"].lower(), "middle")
    return (DateMention(before.start(), match.end(), "month", year=year, month=month_number(match["m"]), edge=edge),)


def _months_of_year(match: re.Match[str], text: str) -> Found:
    """The first six months of 2023."""
    before = _MONTHS_BEFORE.search(text, max(0, match.start() - 20), match.start())
    if before is None:
        return ()
    count = NUMBERS.get(before["count"].lower()) or int(before["count"])
    first = 1 if before["nth"].lower() == "first" else 13 - count
    start, edge = _edge_before(text, before.start())
    fields = _year_of(match) | {"edge": edge, "until_year": int(match["y"]) if match["y"] else None}
    return (DateMention(start, match.end(), "month_range", month=first, until_month=first + count - 1, **fields),)


_MONTHS_BEFORE = re.compile(
    rf"\b(?:the{G1})?(?P<nth>first|last){G1}(?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven|[2-9]|1[01]){G1}\Z",
    re.IGNORECASE,
)
_YEAR_END = {"end": "end", "start": "start"}


def _year_end(match: re.Match[str], _text: str) -> Found:
    """By year-end, before the year's end."""
    return (
        DateMention(
            match.start(), match.end(), "relative", unit="year", shift=0, edge=_YEAR_END[match["edge"].lower()]
        ),
    )


_MONTH_OF = rf"{G1}(?:of|in){G1}(?P<m>{BARE_MONTH})(?![a-z])(?:,?{G}(?P<my>{YEAR}))?"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


RULES = (
    Rule(
        "named-day",
        _compile(r"(?P<day>today|yesterday|tomorrow|tonight)\b"),
        _named_day,
        ("They met yesterday.", "Today, the ministers met", "the day after tomorrow"),
        ("the todays of old", "in two days"),
    ),
    Rule(
        "year-end",
        re.compile(r"(?P<unit>[Yy]ear)(?:-|['’]s )(?P<edge>end)\b(?! of)"),
        _year_end,
        ("by year-end", "before the year's end"),
        ("a year ended", "this year"),
    ),
    Rule(
        "half",
        _compile(rf"half(?:{_OF_YEAR}|{_MONTH_OF})"),
        _half,
        ("in the first half of 2025", "for the second half of 2019 - the first half of 2020",
         "in the second half of this year", "in the second half of November"),
        ("in the first half of the match", "half of 2020 was lost", "on behalf of 2020"),
    ),
    Rule(
        "quarter",
        _compile(rf"(?P<unit>quarter)(?P<many>)(?:{_OF_YEAR})?(?!\w)"),
        _quarter,
        ("in the first quarter", "the IV quarter of 2022", "in the last quarter of this year", "next quarter"),
        ("a quarter of the states", "the old quarter", "at headquarters"),
    ),
    Rule(
        "season",
        _compile(
            rf"(?P<season>spring|summer|autumn|fall|winter)(?![a-z])"
            rf"(?:{_PART}(?P<next>[-/–]\d{{2,4}})?|{G1}of{G1}(?P<of>this|last|next){G1}year)?"
        ),
        _season,
        ("in the spring of 2024", "this autumn", "in winter 2023/24", "in the summer of last year",
         "the spring session"),
        ("hot spring water", "the Winter Games", "they fall ill", "in the fallen town"),
    ),
    Rule(
        "ten-days",
        _compile(rf"(?:days|decade){_MONTH_OF}"),
        _ten_days,
        ("in the first ten days of May 2020", "in the third decade of November"),
        ("in ten days of rain", "two days of May"),
    ),
    Rule(
        "week-of-month",
        _compile(rf"week{_MONTH_OF}"),
        _week_of_month,
        ("in the last week of November", "the first week of June 2021"),
        ("a week of May rains", "the week of talks"),
    ),
    Rule(
        "months-of-year",
        _compile(rf"months(?:{_OF_YEAR})"),
        _months_of_year,
        ("in the first six months of 2023", "during the first nine months of this year"),
        ("six months of 2023 were lost", "the first months of 2023", "the first thirteen months of 2023"),
    ),
    Rule(
        "unit",
        _compile(r"(?P<unit>day|week|weekend|month|year|decade)(?P<many>s?)(?![\w-])"),
        _unit,
        ("this year", "by the end of the month", "in the coming days", "two years ago", "the same day",
         "the day before", "within two years", "over the next three years", "within the next month",
         "earlier this month",
         "a year later", "at the beginning of next year", "the current year's budget"),
        ("a three-year tenure", "every year", "many years of work", "the day of the talks", "twice a year", "the year",
         "two years of work", "birthday", "after the blast two years of calm came"),
    ),
)  # fmt: skip
"""Rules tried in this order where a word of time begins; "half" and "quarter" look back for their ordinal."""

SIGN_RULES = (
    Rule(
        "quarter-sign",
        re.compile(rf"(?:(?P<q>[QH])(?P<n>[1-4]))(?:,?{G}(?:of{G1})?(?P<y>{YEAR}))?(?!\w)"),
        _sign,
        ("in Q2 2024", "H1 2025", "by Q3"),
        ("H3 2024", "Q5 2020", "EQ2 2024", "Q1: Why?", "in H1"),
    ),
)
"""Rules tried where a figure follows Q or H."""
