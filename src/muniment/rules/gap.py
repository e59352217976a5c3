"""What a rule reads and finds: rows, and gaps in them. A gap says what is not known, never what did not happen."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import msgspec

from muniment.terms import PartialDate

__all__ = ["Gap", "RowView", "SameName", "acts", "day", "first_day", "last_day", "listed", "names", "period"]

SameName = Callable[[str, str], bool]
"""Whether two names are one state's, organisation's or body's; the registers' identity rules answer that."""


class RowView(Protocol):
    """The part of a register row that rules read."""

    @property
    def register(self) -> str:
        """The register's name."""

    @property
    def id(self) -> str:
        """The row's id."""

    @property
    def slots(self) -> Mapping[str, Any]:
        """The merged values, by slot."""


class Gap(msgspec.Struct, frozen=True):
    """Something that the record leaves open.

    Attributes:
        kind: short stable name, `kebab-case`.
        register: the register of the row it is about.
        row: that row's id.
        text: one sentence for people.
        since: the day it is open since, ISO 8601; empty where that is not known.
        rule_source: the article or standard the rule comes from.
        told_by: the speaker, where only somebody's own words tell of the row; else empty.
    """

    kind: str
    register: str
    row: str
    text: str
    since: str
    rule_source: str
    told_by: str = ""


def _parsed(value: Any) -> PartialDate | None:
    if not isinstance(value, str):
        return None
    try:
        return PartialDate.parse(value)
    except ValueError:
        return None


def first_day(value: Any) -> datetime.date | None:
    """Return the first day of the period that a slot's date names, or None where it names none."""
    date = _parsed(value)
    return date.first_day() if date is not None else None


def last_day(value: Any) -> datetime.date | None:
    """Return the last day of the period that a slot's date names, or None where it names none."""
    date = _parsed(value)
    return date.last_day() if date is not None else None


def names(value: Any) -> list[str]:
    """Return the names in a slot: of a text, a list of texts or of `{name}`."""
    items = value if isinstance(value, list | tuple) else [value]
    found = [item.get("name") if isinstance(item, dict) else item for item in items]
    return [str(name) for name in found if name]


def acts(row: RowView, *actions: str, planned: bool = False) -> list[dict[str, Any]]:
    """Return the row's actions of these names (all where none is named), those done, or those planned."""
    told = row.slots.get("actions")
    return [
        act
        for act in (told if isinstance(told, list) else [])
        if isinstance(act, dict)
        and act.get("action")
        and bool(act.get("planned")) == planned
        and (not actions or act["action"] in actions)
    ]


def day(date: datetime.date) -> str:
    """Return a day as people read it: "23 November 2031"."""
    return f"{date.day} {date:%B} {date.year}"


def period(value: Any) -> str:
    """Return a slot's date as people read it, no more precise than it is: "November 2031", "2031"; empty for none."""
    date = _parsed(value)
    if date is None:
        return ""
    if date.day:
        return day(date.first_day())
    return f"{date.first_day():%B} {date.year}" if date.month else str(date.year)


def listed(items: list[str], limit: int = 12) -> str:
    """Return names as a list in words: "A, B and C"; beyond the limit, how many more there are."""
    shown = items[:limit]
    if len(items) > limit:
        return f"{', '.join(shown)} and {len(items) - limit} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""
