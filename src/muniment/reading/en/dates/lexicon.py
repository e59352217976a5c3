"""Words dates are made of, and the fragments of patterns made from them. Data and one-line look-ups only."""

from __future__ import annotations

import calendar
from string import ascii_letters

from muniment.terms.dates import MONTHS

__all__ = [
    "AND", "BARE_MONTH", "DASH", "DAY", "DETERMINERS", "EVENTS", "G1", "LEADS", "MONTH", "NUMBERS", "OF", "ORDINAL",
    "ORDINAL_WORDS", "SAID", "SEASONS", "SEP", "WEEKDAY", "WEEKDAYS", "YEAR", "G", "month_number", "near_before",
    "valid_day", "weekday_number", "word_before", "year_tail",
]  # fmt: skip

_SMALL = [name.lower() for name in MONTHS if name not in ("March", "May")]
"""Small letters are taken for all months but the two that are common words."""
_SHORT = (
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?![a-z])\.?",
    r"(?:JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)(?![A-Za-z])\.?",
)

MONTH = (
    "(?:(?:"
    + "|".join([*MONTHS, *(name.upper() for name in MONTHS), *_SMALL])
    + ")(?![A-Za-z])|"
    + "|".join(_SHORT)
    + ")"
)
"""A month beside a day or a year."""
BARE_MONTH = "(?:" + "|".join([*MONTHS, *(name.upper() for name in MONTHS if name not in ("March", "May"))]) + ")"
"""A month that stands alone: written out, and not in small letters."""
_NUMBER_OF = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|"
    r"(?:Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun)(?![a-z])\.?)"
)

G = r"(?:[^\S\n]{0,3}(?:\n[^\S\n]{0,3})?)"
"""A gap that does not cross a blank line, or none at all ("July17"). Three blanks at most: an open number of them would
make a page of blanks cost its square."""
G1 = r"(?:[^\S\n]{1,3}(?:\n[^\S\n]{0,3})?|\n[^\S\n]{0,3})"
"""The same, but not none."""
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
ORDINAL = r"(?:[^\S\n]?(?:st|nd|rd|th)(?![a-z]))?"
YEAR = r"(?:1[5-9]|20|21)\d\d(?!\d)"
OF = rf"(?:{G1}of{G1}(?:the{G1}month{G1}of{G1})?|-|{G})"
DASH = r"[-\u2010-\u2015\u2212]"
SEP = rf"(?:{G}{DASH}{G}|{G1}(?:to|through|thru|till|until){G1}(?:the{G1})?)"
AND = rf"{G1}(?P<and>and|or|&){G1}(?:the{G1})?"


def year_tail(name: str) -> str:
    """Return the pattern of a year behind a date, in the group `name` or, in brackets, `name` + "b"."""
    return rf"(?:(?:,|{G1}of(?:{G1}the{G1}year)?)?{G}(?P<{name}>{YEAR})(?![/\d]|,\d{{3}})|{G}\((?P<{name}b>{YEAR})\))"


SAID = (
    rf"(?:,?{G}\(?(?:of{G1}|in{G1})?(?P<said>this|last|next|the{G1}current|the{G1}present|the{G1}same|that|"
    rf"the{G1}previous|the{G1}following|the{G1}coming|the{G1}past){G1}year\b(?!['’])\)?)"
)
"""A year told by a word behind a day or month: 8 December this year."""

DETERMINERS: dict[str, tuple[int, str]] = {
    "this": (0, "page"), "current": (0, "page"), "present": (0, "page"), "last": (-1, "page"), "past": (-1, "page"),
    "next": (1, "page"), "coming": (1, "page"), "upcoming": (1, "page"), "same": (0, "previous"),
    "that": (0, "previous"), "previous": (-1, "previous"), "preceding": (-1, "previous"), "prior": (-1, "previous"),
    "following": (1, "previous"), "subsequent": (1, "previous"), "outgoing": (0, "page"),
}  # fmt: skip
"""Word before a unit -> (how many units away, from which date)."""

NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "couple": 2}  # fmt: skip
"""Number words that count days, weeks, months and years."""

_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
ORDINAL_WORDS = (
    {word: number for number, word in enumerate(_ORDINALS, 1)}
    | {f"twenty-{word}": 20 + number for number, word in enumerate(_ORDINALS[:9], 1)}
    | {f"{number}{suffix}": number for number, suffix in ((1, "st"), (2, "nd"), (3, "rd"), (4, "th"))}
    | {"thirtieth": 30, "thirty-first": 31, "i": 1, "ii": 2, "iii": 3, "iv": 4}
)
"""Ordinal words up to thirty-first, the figures and the Roman numerals that count halves and quarters."""

SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
"""Seasons of the northern hemisphere, in the order of the year."""

LEADS = {
    "by": "by", "before": "before", "prior to": "before", "ahead of": "before", "until": "until", "till": "until",
    "through": "until", "up to": "until", "later than": "until", "in": "in", "early": "in", "on": "on", "at": "at",
    "during": "during", "throughout": "during", "over": "during", "within": "within", "from": "from",
    "earlier than": "from", "not before": "from", "starting": "from", "beginning": "from", "as from": "from",
    "since": "since", "as of": "since", "effective": "since", "after": "after", "until after": "after", "for": "for",
    "of": "of", "dated": "of", "between": "between", "to": "to", "around": "around", "about": "around",
    "circa": "around",
}  # fmt: skip
"""Preposition before a date, with what it is taken for."""

EVENTS = frozenset(
    {"accord", "accords", "agenda", "agreement", "agreements", "assembly", "ceasefire", "ceremony", "communique",
     "conference", "congress", "consultations", "council", "crisis", "deadline", "decision", "decisions", "declaration",
     "documents", "election", "elections", "event", "events", "exercise", "exercises", "forum", "gathering", "meeting",
     "meetings", "plenary", "referendum", "resolution", "round", "session", "sessions", "statement", "statements",
     "summit", "summits", "talks", "visit", "visits", "war"}
)  # fmt: skip
"""What a month before it dates: the November session."""


def month_number(word: str) -> int:
    """Return 1 to 12 for a month's name, cut short or whole, in any case."""
    return _NUMBER_OF[word[:3].lower()]


def weekday_number(word: str) -> int:
    """Return 0 for Monday to 6 for Sunday, for a name cut short or whole."""
    return WEEKDAYS.index(word[:3].lower())


def word_before(text: str, at: int) -> str:
    """Return the last letters before a place, in small letters, blanks passed over; empty where a mark stands there.

    Looking back for a pattern that ends at a place costs far more than looking at one word: most are told apart by it.
    """
    before = text[max(0, at - 24) : at].rstrip()
    return before[len(before.rstrip(ascii_letters)) :].lower()


def near_before(text: str, at: int) -> bool:
    """Whether "early", "late" or "mid" stands shortly before a place, as it must before the "in" of "early in June"."""
    behind = text[max(0, at - 36) : at].lower()
    return "early" in behind or "late" in behind or "mid" in behind or "earlier" in behind


def valid_day(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has that day; 29 February counts where no year is known."""
    return 1 <= month <= 12 and (1 <= day <= 28 or 1 <= day <= calendar.monthrange(year or 2000, month)[1])
