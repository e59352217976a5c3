"""Finding date expressions: two quick passes for figures, names and words of time, and the rules tried only there."""

from __future__ import annotations

import re
from collections.abc import Sequence

import ahocorasick_rs
import msgspec

from muniment.reading.en.dates import named, numeric, units, years
from muniment.reading.en.dates.lexicon import LEADS, MONTH, WEEKDAY, WEEKDAYS
from muniment.reading.en.dates.mention import DateMention, Rule

__all__ = ["RULES", "find", "find_within", "only"]

_FIGURE_OR_NAME = re.compile(
    r"[0-9JFMASONDTW](?:(?<=\d)\d*|an|eb|ar|pr|ay|u[nlge]|ep|ct|ov|ec|on|hu|ri|at|ed|"
    r"AN|EB|AR|PR|AY|U[NLGE]|EP|CT|OV|EC|ON|HU|RI|AT|ED)"
)
_MONTH = re.compile(MONTH)
_WEEKDAY = re.compile(WEEKDAY)

_LAST_OF_LEADS = frozenset(lead.split()[-1] for lead in LEADS)

Rules = tuple[Rule, ...]
Place = tuple[int, int, str]
"""(start, end, word of time; empty for a figure or a name)."""
_BY_NAME = {rule.name: rule for rule in units.RULES}


def _named(*names: str) -> Rules:
    return tuple(_BY_NAME[name] for name in names)


_DAYS = (*named.DAY_RULES, *_named("named-day"))
_WORD_RULES: dict[str, dict[str, Rules]] = {
    "year": {"": _named("year-end", "unit")},
    "month": {"": _named("months-of-year", "unit")},
    "week": {"": _named("week-of-month", "unit")},
    "decade": {"": _named("ten-days", "unit")},
    "day": {"": _named("ten-days", "unit"), "to": _DAYS, "yester": _DAYS},
    "night": {"to": _DAYS},
    "morrow": {"to": _DAYS},
    "quarter": {"": _named("quarter")},
    "half": {"": _named("half")},
    "pring": {"s": _named("season")},
    "ummer": {"s": _named("season")},
    "utumn": {"a": _named("season")},
    "fall": {"": _named("season")},
    "inter": {"w": _named("season")},
}
"""Trigger -> letters before it that make it a word of time -> the rules tried at that word's beginning."""

_WORDS = tuple(_WORD_RULES)
_WORD_FINDER = ahocorasick_rs.AhoCorasick(_WORDS)
"""Finds beginnings and ends of the words of time; what stands before them decides whether they are one."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME_RULES: dict[str, tuple[re.Pattern[str], Rules]] = {
    **dict.fromkeys(_MONTHS, (_MONTH, named.MONTH_RULES)),
    **dict.fromkeys(WEEKDAYS, (_WEEKDAY, named.WEEKDAY_RULES)),
}
"""First three letters -> the name they must begin, and the rules tried there."""

_YEARS = ("iso", "year-range", "decade")
_SHORT_RULES: Rules = tuple(rule for rule in numeric.RULES if rule.name not in _YEARS)
_LONG_RULES: Rules = tuple(rule for rule in numeric.RULES if rule.name in _YEARS) + years.RULES

RULES: Rules = (
    *numeric.RULES, *years.RULES, *named.MONTH_RULES, *named.WEEKDAY_RULES, *named.DAY_RULES, *units.RULES,
    *units.SIGN_RULES,
)  # fmt: skip
"""Every rule, each with texts it reads and texts it refuses."""

_SHORT_NEXT = re.compile(
    r"(?:\s?[ns][td]|rd|th)?\s{0,3}(?:[-\u2010-\u2015\u2212&]|[./:,]\s*\d|to\s|until\s|till\s|through\s|and\s|or\s|of\s|"
    r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|[ap]\.?m|hours|hrs|o['’]clock|GMT|UTC|CET|EET|MSK)"
)
"""What follows a number of one or two figures that may begin a date or a time of day."""


def find(text: str, start: int = 0, end: int | None = None) -> list[DateMention]:
    """Return every date expression of text[start:end], in order, without overlap, unresolved.

    Args:
        text: the whole text; nothing outside the span is looked at.
        start: code points, 0-based.
        end: code points, half-open; None for the text's end.
    """
    piece = text if start == 0 and end is None else text[start:end]
    found = _read(piece, _places(piece))
    if start:
        for mention in found:
            _move(mention, start)
    return found


def find_within(text: str, stretches: Sequence[tuple[int, int]]) -> list[DateMention]:
    """Return the date expressions that stand in some stretches of a text, as `find` does; what is beside tells too.

    Args:
        text: the whole text.
        stretches: in order; code points, 0-based, half-open.
    """
    within: list[Place] = []
    number = 0
    for place in _places(text):
        while number < len(stretches) and stretches[number][1] <= place[0]:
            number += 1
        if number == len(stretches):
            break
        if stretches[number][0] <= place[0]:
            within.append(place)
    return _read(text, within)


def _places(text: str) -> list[Place]:
    """Return where a figure, a name or a word of time may begin a date, in order."""
    places: list[Place] = [(*match.span(), "") for match in _FIGURE_OR_NAME.finditer(text)]
    places += [(at, to, _WORDS[word]) for word, at, to in _WORD_FINDER.find_matches_as_indexes(text)]
    places.sort()
    return places


def _read(text: str, places: Sequence[Place]) -> list[DateMention]:
    """Return the dates at some places, in order, without overlap."""
    found: list[DateMention] = []
    done = 0
    for at, to, word in places:
        if at < done:
            continue
        begin, rules = _word_rules(text, at, word) if word else _rules(text, at, to)
        mentions = _try(text, begin, rules, done) if rules else ()
        if mentions:
            found += mentions
            done = mentions[-1].end
    return found


def _move(mention: DateMention, by: int) -> None:
    """Count a mention's places from the beginning of the whole text."""
    for place in ("start", "end", "lead_start"):
        msgspec.structs.force_setattr(mention, place, getattr(mention, place) + by)


def _try(text: str, at: int, rules: Rules, done: int) -> tuple[DateMention, ...]:
    """Return the mentions that the first rule to read a date at `at` finds behind `done`, complete with their leads."""
    for rule in rules:
        match = rule.pattern.match(text, at)
        if match is None:
            continue
        mentions = rule.build(match, text)
        if mentions and mentions[0].start >= done:
            for mention in mentions:
                _complete(text, mention, rule.name)
            return mentions
    return ()


def _complete(text: str, mention: DateMention, rule: str) -> None:
    """Set on a mention just made the rule that found it and the preposition before it."""
    lead, lead_start = _lead(text, mention.start)
    msgspec.structs.force_setattr(mention, "rule", rule)
    msgspec.structs.force_setattr(mention, "lead", lead)
    msgspec.structs.force_setattr(mention, "lead_start", lead_start)


def _lead(text: str, at: int) -> tuple[str, int]:
    """Return the preposition before `at` as `LEADS` takes it, and where it begins; else nothing and `at`."""
    before = text[max(0, at - 24) : at]
    if not before or not before[-1].isspace():
        return "", at
    words = before.lower().rsplit(None, 3)
    if words and words[-1] == "the":
        words.pop()
    if not words or words[-1].lstrip('("“') not in _LAST_OF_LEADS:
        return "", at
    for count in (2, 1):
        phrase = words[-count:]
        if len(phrase) == count:
            phrase[0] = phrase[0].lstrip('("“')
            taken = LEADS.get(" ".join(phrase))
            if taken is not None:
                return taken, at - len(before) + before.lower().rfind(phrase[0])
    return "", at


def _word_rules(text: str, at: int, word: str) -> tuple[int, Rules]:
    """Return where the word around a trigger begins, and the rules to try there."""
    begin = at
    while begin > 0 and at - begin < 7 and text[begin - 1].isalpha():
        begin -= 1
    rules = _WORD_RULES[word].get(text[begin:at].lower())
    return (begin, ()) if rules is None or text[begin - 1 : begin] == "-" else (begin, rules)


def _rules(text: str, at: int, to: int) -> tuple[int, Rules]:
    """Return where a date that begins at a figure or a capital may begin, and the rules to try there."""
    before = text[at - 1] if at else " "
    if not text[at].isdigit():
        return at, () if before.isalpha() else _named_rules(text, at)
    length = to - at
    if before in "QH" and length == 1 and not text[at - 2 : at - 1].isalnum():
        return at - 1, units.SIGN_RULES
    if length not in (1, 2, 4) or (before != " " and _no_date_behind(text, at, before)):
        return at, ()
    if length == 4:
        return at, years.RULES if before == "-" and text[at - 2 : at - 1].isalpha() else _LONG_RULES
    if before in "-–" and text[at - 2 : at - 1].isalnum():
        return at, ()
    return at, _SHORT_RULES if _SHORT_NEXT.match(text, to) else ()


def _named_rules(text: str, at: int) -> Rules:
    """Return the rules to try at a capital that may begin the name of a month or a weekday."""
    name, rules = _NAME_RULES.get(text[at : at + 3].lower(), (_MONTH, ()))
    return rules if rules and name.match(text, at) else ()


def _no_date_behind(text: str, at: int, before: str) -> bool:
    """Whether the character before a figure shows that no date begins there: a currency, a part of another number."""
    return before.isalnum() or before in "/+$€£#№_@=&%" or (before in ".,:" and text[at - 2 : at - 1].isdigit())


def only(text: str, start: int, end: int) -> DateMention | None:
    """Return the date that is all there is in text[start:end] ("September 18, 2003."), or None.

    A writer of telegraphic prose sets a date down as a sentence of its own; it dates the sentence that follows.
    """
    bare = text[start:end].strip(" \t\n\u00a0.,:;–—-()")
    if not bare or len(bare) > 60:
        return None
    first = text.index(bare, start)
    mentions = find(text, start, end)
    if len(mentions) != 1 or mentions[0].kind in ("vague", "duration", "time"):
        return None
    begin = mentions[0].start if mentions[0].lead == "" else mentions[0].lead_start
    return mentions[0] if begin <= first and mentions[0].end >= first + len(bare) else None
