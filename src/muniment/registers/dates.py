"""Partial dates as slots hold them: read without complaint, compared for agreement."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from muniment.terms import PartialDate

__all__ = ["agree", "days_apart", "finer", "parsed", "precision"]


@lru_cache(maxsize=16384)
def _parsed(value: str) -> PartialDate | None:
    try:
        return PartialDate.parse(value)
    except ValueError:
        return None


def parsed(value: Any) -> PartialDate | None:
    """Return the date a slot holds, or None where it holds none or something else."""
    return _parsed(value) if isinstance(value, str) else None


def precision(value: Any) -> int:
    """Return how precise a slot's date is: 3 day, 2 month, 1 year, 0 none."""
    date = parsed(value)
    if date is None:
        return 0
    return 3 if date.day else 2 if date.month else 1


def agree(a: Any, b: Any) -> bool:
    """Whether two dates can be one: one names a period that holds the other. An unstated date agrees with every one."""
    one, two = parsed(a), parsed(b)
    return one is None or two is None or one.covers(two) or two.covers(one)


def days_apart(a: Any, b: Any) -> int:
    """Return the days between the periods two dates name; 0 where they meet or one is unstated."""
    one, two = parsed(a), parsed(b)
    if one is None or two is None:
        return 0
    return max(0, (two.first_day() - one.last_day()).days, (one.first_day() - two.last_day()).days)


def finer(a: Any, b: Any) -> Any:
    """Return the more precise of two dates, the first where they are alike."""
    return b if precision(b) > precision(a) else a
