"""Years that stand alone: in 2023, by 2024, the end of 2024, the 2021 session; four figures that are no year."""

from __future__ import annotations

import re

from muniment.reading.en.dates.lexicon import (
    BARE_MONTH,
    DASH,
    DAY,
    G1,
    ORDINAL,
    YEAR,
    G,
    month_number,
    near_before,
    valid_day,
    word_before,
)
from muniment.reading.en.dates.mention import DateMention, Rule

__all__ = ["RULES"]

_LEAD = re.compile(
    rf"(?:\b(?:in|by|before|until|till|since|from|after|for|during|of|to|through|throughout|and|or|year|years|the|than|"
    rf"early|late|mid|end|between|around|about|circa|spring|summer|autumn|fall|winter|starting|fiscal|fy|budget|over|"
    rf"calendar|on){G1}|\b(?:mid|end)-|\()\Z",
    re.IGNORECASE,
)
"""What stands before a year. A capitalised word before it makes it part of a name (Vision 2030)."""

_EDGE = re.compile(
    rf"\b(?:(?:the{G1})?(?P<edge>end|close|beginning|start|middle){G1}of{G1}(?:the{G1}year{G1})?|"
    rf"(?P<near>early|late|mid|end)(?:{G1}in)?(?:{G1}|-))\Z",
    re.IGNORECASE,
)
_LAST_OF_EDGES = frozenset({"of", "year", "early", "late", "mid", "end", "in", ""})
"""Last words of what `_EDGE` finds; none where it ends in a hyphen."""
_YEAR_WORD = re.compile(rf"\b(?:the{G1})?(?:(?:fiscal|calendar|budget){G1})?years?{G1}\Z", re.IGNORECASE)
_EDGES = {"end": "end", "close": "end", "late": "end", "beginning": "start", "start": "start", "early": "start",
          "middle": "middle", "mid": "middle"}  # fmt: skip
_COUNTED = re.compile(
    rf"{G1}(?:[a-z-]+{G1})?(?:people|persons|men|women|children|personnel|staff|km|kilomet\w+|met(?:er|re)s|tons?|tonnes|"
    rf"dollars|euros|rubles|roubles|pieces|units|troops|soldiers|servicemen|participants|delegates|observers|refugees|"
    rf"hectares|vehicles|kilograms|kg|cases|crimes)\b"
)
_PLURAL = re.compile(
    rf"{G1}(?!(?:was|is|as|has|this|its|his|does|focuses|sees|marks|brings|remains|runs)\b)[a-z-]{{3,}}s\b"
)
_AFTER_YEAR = re.compile(rf"(?:19|20)\d\d(?:,{G}|,?{G1}(?:and|or){G1})\Z")
_LAST_OF_SYMBOLS = frozenset({"no", "nos", "resolution", "decision", "document", "order", "iso", ""})
_SYMBOL = re.compile(rf"(?:\d|\b(?:No|Nos|№|resolution|decision|document|order|ISO)\.?){G}\(?\Z", re.IGNORECASE)


def _year(match: re.Match[str], text: str) -> tuple[DateMention, ...]:
    begin = match.start()
    last = word_before(text, begin)
    edged = last in _LAST_OF_EDGES and (last != "in" or near_before(text, begin))
    edge = _EDGE.search(text, max(0, begin - 36), begin) if edged else None
    follows = last in ("", "and", "or") and _AFTER_YEAR.search(text, max(0, begin - 12), begin) is not None
    if edge is None and not follows and _LEAD.search(text, max(0, begin - 14), begin) is None:
        return ()
    if not follows and last in _LAST_OF_SYMBOLS and _SYMBOL.search(text, max(0, begin - 14), begin):
        return ()
    if _COUNTED.match(text, match.end()) or (int(match["y"]) % 50 == 0 and _PLURAL.match(text, match.end())):
        return ()
    part, start = "", begin
    word = _YEAR_WORD.search(text, max(0, begin - 24), begin) if last in ("year", "years") else None
    if edge is not None:
        part, start = _EDGES[(edge["edge"] or edge["near"]).lower()], edge.start()
    elif word is not None:
        start = word.start()
    return (DateMention(start, match.end(), "year", year=int(match["y"]), edge=part),)


def _year_month(match: re.Match[str], _text: str) -> tuple[DateMention, ...]:
    """The 2022 November session; 2022, November 5."""
    year, month, day = int(match["y"]), month_number(match["m"]), int(match["d"]) if match["d"] else None
    if (day is None and match["m"] in ("May", "March")) or (day is not None and not valid_day(year, month, day)):
        return ()
    return (DateMention(match.start(), match.end(), "day" if day else "month", year=year, month=month, day=day),)


RULES = (
    Rule(
        "year-month",
        re.compile(
            rf"(?P<y>{YEAR}),?{G1}(?P<m>{BARE_MONTH})(?!\w|,?{G}{YEAR})(?:{G}(?P<d>{DAY}){ORDINAL}(?!,?{G}{YEAR}|[.,]\d))?"
        ),
        _year_month,
        ("the 2022 November session", "2022, November 5"),
        ("in 2022 May spoke", "in 2021 and November", "in 2020 September 2021 was told", "2021 February 30"),
    ),
    Rule(
        "year",
        re.compile(rf"(?P<y>(?:19|20)\d\d)(?!\w|[.,/:]\d|{DASH}\w|%)"),
        _year,
        ("to complete it in 2023", "by 2024", "by the end of 2024", "for the year 2020", "the 2021 session",
         "until 2030", "in mid-2025", "in 2022 and 2023", "the Tolmar Declaration (2024)", "early 2025"),
        ("resolution 2254 (2015)", "No. 2021", "over 2000 troops", "Vision 2030", "A/RES/2022", "in 2000 villages",
         "ISO 2015", "Room 2020", "tel. +2020"),
    ),
)  # fmt: skip
"""Tried last where a number begins."""
