"""Who holds a chair next, by the rule that an organisation states; what pages attest stands beside it, not in it."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from muniment.rules.gap import first_day

__all__ = ["Rule", "Turn", "add_months", "next_turns", "rule_of"]


class Rule(msgspec.Struct, frozen=True):
    """How a chair passes on, as a profile states it.

    Attributes:
        of: the organisation or body whose chair it is.
        by: `listed`, `alphabetical` or `host`.
        order: the states in their order, for `listed`.
        again: the order begins anew after the last.
        months: how long each holds it; 0 where it passes on at a session.
        begins: the day the first of the order began to hold it; empty where that is not stated.
        session_of: the body at whose regular session it passes on.
        source: the article or decision.
    """

    of: str
    by: str
    order: tuple[str, ...] = ()
    again: bool = False
    months: int = 0
    begins: str = ""
    session_of: str = ""
    source: str = ""


class Turn(msgspec.Struct, frozen=True):
    """A state that is to hold a chair: from when, as far as the rule tells, and by what."""

    state: str
    start: str
    because: str


def rule_of(stated: Mapping[str, Any]) -> Rule:
    """Return the rule that a profile's fact states."""
    return msgspec.convert(dict(stated), Rule)


def add_months(day: datetime.date, months: int) -> datetime.date:
    """Return the day so many months later; the last of the month where it has no such day (ETS 76, art. 4)."""
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return datetime.date(day.year + years, month + 1, min(day.day, last))


def next_turns(
    rule: Rule, members: Sequence[str], holder: tuple[str, str] | None, on: datetime.date, count: int = 3
) -> list[Turn]:
    """Return who holds the chair next by the rule, the next first; empty where the rule does not tell.

    Args:
        rule: how it passes on.
        members: the members on that day, in any order.
        holder: the state that holds it, and since when, as pages attest; None where none does.
        on: the day looked from.
        count: how many are asked for.
    """
    if rule.by == "host":
        return []
    order = list(rule.order) if rule.by == "listed" else sorted(members)
    begins = first_day(rule.begins)
    if rule.months and begins is not None and begins <= on:
        passed = (on.year - begins.year) * 12 + on.month - begins.month - (on.day < begins.day)
        place = passed // rule.months
        return _by_calendar(rule, order, begins, place, count)
    if holder is None or holder[0] not in order:
        return []
    return _after(rule, order, holder, count)


def _by_calendar(rule: Rule, order: Sequence[str], begins: datetime.date, place: int, count: int) -> list[Turn]:
    turns = []
    for index in range(place + 1, place + 1 + count):
        if index < len(order) or rule.again:
            start = add_months(begins, index * rule.months)
            turns.append(Turn(order[index % len(order)], start.isoformat(), f"every {rule.months} months"))
    return turns


def _after(rule: Rule, order: Sequence[str], holder: tuple[str, str], count: int) -> list[Turn]:
    """Return who follows the holder in the order; by the members' names it begins anew after the last."""
    state, since = holder
    start, place = first_day(since), order.index(state)
    turns = []
    for step in range(1, count + 1):
        if place + step < len(order) or rule.again or rule.by == "alphabetical":
            day = add_months(start, step * rule.months).isoformat() if start and rule.months else ""
            at = f"at the next session of {rule.session_of}" if rule.session_of and step == 1 else ""
            turns.append(Turn(order[(place + step) % len(order)], day, at or f"follows {state} in the order"))
            state = turns[-1].state
    return turns
