"""As of a day: which rows were so then, by the rule that their register declares (`Register.lasting`).

Dates are as precise as pages tell, so a row has four days: the first on which it may have begun, the one by which it
had begun, the last on which it was so for certain, and the last on which it may have been. In between it is uncertain,
and is shown as uncertain. Both ends of the interval are sets of possible days, as in ISO 8601-2:2019 (EDTF).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from muniment.registers import REGISTERS, dates
from muniment.registers.fold import fold
from muniment.registers.row import Row, Telling
from muniment.registers.spec import Lasting
from muniment.rules.gap import period
from muniment.terms import digest

__all__ = ["EVER", "KEY", "NEVER", "SoOn", "Spell", "last_states", "sequence_of", "so_on", "spell_of"]

EVER = "9999-12-31"
"""The last day there is: nothing is told that ends it."""

NEVER = "0001-01-01"
"""The first day there is: nothing is told of when it began."""

_Name = TypeVar("_Name")

KEY = 16
"""Characters that name what a row is a state of, in `sequence_of`; which state it is follows them."""


class Spell(msgspec.Struct, frozen=True):
    """When a row was so; every day in ISO 8601.

    Attributes:
        may_begin: the first day on which it may have begun.
        begun: the day by which it had begun; `EVER` where that is never certain.
        sure_until: the last day on which it was so for certain, if it had begun.
        may_last: the last day on which it may have been so.
    """

    may_begin: str
    begun: str
    sure_until: str
    may_last: str

    def may_be(self, day: str) -> bool:
        """Whether the row may have been so on a day."""
        return self.may_begin <= day <= self.may_last

    def is_sure(self, day: str) -> bool:
        """Whether the row was so on a day for certain."""
        return self.begun <= day <= self.sure_until

    def ends(self, other: Spell, day: str) -> bool:
        """Whether this state began after another and by a day, both for certain."""
        return self.may_begin > other.begun and self.begun <= day

    def text(self) -> str:
        """The four days one after another, forty characters, so that a database can compare them."""
        return f"{self.may_begin}{self.begun}{self.sure_until}{self.may_last}"

    @classmethod
    def parse(cls, text: str) -> Spell:
        """Return the spell that `text` wrote."""
        return cls(text[:10], text[10:20], text[20:30], text[30:40])


class SoOn(msgspec.Struct, frozen=True):
    """A row as it was on a day.

    Attributes:
        row: the row; of a text, with the status and the actions of that day.
        doubt: why it is uncertain, in one sentence; empty where it is not.
        may_be: of a text, the status it may have had by then, where that is uncertain; else empty.
    """

    row: Row
    doubt: str = ""
    may_be: str = ""


def _days(value: Any) -> tuple[str, str] | None:
    """Return the first and the last day of the period that a slot's date names, None where it names none."""
    return _days_of(value) if isinstance(value, str) else None


@lru_cache(maxsize=16384)
def _days_of(date: str) -> tuple[str, str] | None:
    known = dates.parsed(date)
    return None if known is None else (known.first_day().isoformat(), known.last_day().isoformat())


def _has(slots: Mapping[str, Any], pairs: Sequence[tuple[str, str]]) -> bool:
    return any(slots.get(slot) == value for slot, value in pairs)


def spell_of(row: Row) -> Spell | None:
    """Return when a row was so; None for registers that do not last, and for what was so on no day."""
    lasting = REGISTERS[row.register].lasting
    if lasting is None or _has(row.slots, lasting.never):
        return None
    stated = _days(row.first_stated)
    if lasting.start == "actions":
        return _spell_of_text(row, stated)
    start, end = _days(row.slots.get(lasting.start)), _days(row.slots.get(lasting.end)) if lasting.end else None
    may_begin, begun = start or (NEVER, stated[1] if stated else EVER)
    sure_until, may_last = end or (EVER, EVER)
    if end is None:
        sure_until, may_last = _unended(row, lasting, start, stated)
    elif start is None:
        begun = min(begun, end[0])
    if _has(row.slots, lasting.unsure):
        begun = EVER
    return Spell(may_begin, begun, sure_until, may_last)


def _unended(
    row: Row, lasting: Lasting, start: tuple[str, str] | None, stated: tuple[str, str] | None
) -> tuple[str, str]:
    """Return the last certain and the last possible day of a row whose end no page tells."""
    if lasting.one_day:
        planned = _has(row.slots, lasting.unsure)
        return start or (NEVER, stated[1] if stated and not planned else EVER)
    if _has(row.slots, lasting.over):
        told = [days[1] for one in row.tellings if _has(one.slots, lasting.over) and (days := _days(one.first_stated))]
        return (start[0] if start else NEVER), min(told, default=EVER)
    if not lasting.while_told or any(one.origin == "profile" for one in row.tellings):
        return EVER, EVER
    last, years = _days(row.last_stated), row.slots.get(lasting.term) if lasting.term else None
    sure = [start[1] if start else NEVER, last[0] if last else NEVER]
    if start and isinstance(years, int) and 0 < years < 100:
        sure.append(_years_on(start[0], years))
    return max(sure), EVER


def _years_on(day: str, years: int) -> str:
    """Return the last day of a term of some years that begins on a day."""
    begun = datetime.date.fromisoformat(day)
    try:
        after = begun.replace(year=min(begun.year + years, 9999))
    except ValueError:  # 29 February
        after = begun.replace(year=min(begun.year + years, 9999), day=28)
    return (after - datetime.timedelta(days=1)).isoformat()


def _done(slots: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    told = slots.get("actions")
    return [a for a in (told if isinstance(told, list) else []) if isinstance(a, dict) and not a.get("planned")]


def _spell_of_text(row: Row, stated: tuple[str, str] | None) -> Spell:
    """Return from when a text was there: from its first act, or the first page that tells of it."""
    acts = _done(row.slots)
    told = [days for act in acts if (days := _days(act.get("date")))]
    begun = min([days[1] for days in told] + ([stated[1]] if stated else []), default=EVER)
    undated = not acts or any(not _days(act.get("date")) for act in acts)
    return Spell(NEVER if undated else min(days[0] for days in told), begun, EVER, EVER)


def sequence_of(row: Row) -> str:
    """Return what a row is a state of, and which, as 24 hexadecimal digits; empty where rows do not follow one another.

    The first 16 digits are the same for all states of one thing.
    """
    lasting = REGISTERS[row.register].lasting
    found = lasting.follows(row.slots) if lasting is not None and lasting.follows is not None else None
    if found is None:
        return ""
    return digest([row.register, *found[0]])[:KEY] + digest(found[1])[:8]


def last_states(states: Iterable[tuple[str, Spell, _Name]], day: str) -> dict[str, list[_Name]]:
    """Return for each thing its rows that began last by a day, of two different states at most: all `so_on` asks after.

    Args:
        states: what each row is a state of, and which (`sequence_of`); when it was so; what it is called.
        day: ISO 8601.
    """
    found: dict[str, dict[str, tuple[str, _Name]]] = {}
    for sequence, spell, name in states:
        if not NEVER < spell.may_begin <= day:
            continue
        of = found.setdefault(sequence[:KEY], {})
        if sequence not in of or of[sequence][0] < spell.begun:
            of[sequence] = spell.begun, name
    return {
        thing: [name for _, (_, name) in sorted(of.items(), key=lambda one: (one[1][0], one[0]), reverse=True)[:2]]
        for thing, of in found.items()
    }


def so_on(row: Row, day: str, others: Iterable[Row] = ()) -> SoOn | None:
    """Return a row as it was on a day; None where it was not so.

    Args:
        row: the row.
        day: ISO 8601.
        others: other states of the same thing (see `last_states`), where rows of the register follow one another.
    """
    spell, lasting = spell_of(row), REGISTERS[row.register].lasting
    if spell is None or lasting is None or not spell.may_be(day):
        return None
    later = _later(row, spell, day, others)
    if later and not lasting.doubts and any(other.ends(spell, day) for other, _ in later):
        return None
    if lasting.start == "actions":
        return _text_on(row, lasting, spell, day)
    if not spell.is_sure(day):
        return SoOn(row, _why(row, lasting, spell, day))
    if later and (not lasting.doubts or spell.may_last == EVER):
        other, told = later[0]
        since = f"by {period(other.begun)}" if other.begun != EVER else "at some time"
        return SoOn(row, f"“{REGISTERS[told.register].caption(told.slots)}” is told to have begun {since}.")
    return SoOn(row)


def _later(row: Row, spell: Spell, day: str, others: Iterable[Row]) -> list[tuple[Spell, Row]]:
    """Return the other states that may have followed a row by a day, each with its spell, the last first."""
    others = [other for other in others if other.id != row.id and not other.withdrawn]
    mine, found = sequence_of(row) if others else "", []
    for other in others:
        theirs = sequence_of(other)
        if not mine or theirs[:KEY] != mine[:KEY] or theirs == mine:
            continue
        then = spell_of(other)
        if then is not None and then.may_begin != NEVER and then.may_begin <= day and then.begun > spell.may_begin:
            found.append((then, other))
    return sorted(found, key=lambda pair: (pair[0].begun, pair[1].id), reverse=True)


def _why(row: Row, lasting: Lasting, spell: Spell, day: str) -> str:
    """Return why a row is uncertain on a day, in one sentence."""
    for slot, value in lasting.unsure:
        if row.slots.get(slot) == value:
            return f"It is only told as {value.replace('_', ' ')}; no page tells that it took place."
    if not spell.begun <= day:
        if spell.may_begin == NEVER:
            first = f"; it is first told of on {period(row.first_stated)}" if row.first_stated else ""
            return f"No page tells when it began{first}."
        return f"It began in {period(row.slots.get(lasting.start))}; on which day, no page tells."
    if lasting.end and row.slots.get(lasting.end):
        return f"It ended in {period(row.slots[lasting.end])}; on which day, no page tells."
    if lasting.while_told:
        last = f"It is last told of on {period(row.last_stated)}" if row.last_stated else "It is told of once"
        return f"{last}; no page tells of its end."
    return "No page tells when it ended."


def _text_on(row: Row, lasting: Lasting, spell: Spell, day: str) -> SoOn:
    """Return a text with the status and the actions of a day, and why its stage is uncertain, if it is."""
    surely, perhaps = _told_by(row, day, sure=True), _told_by(row, day, sure=False)
    sure = _stage(row, surely)
    possible = sure if perhaps == surely else _stage(row, perhaps)
    if "status" in row.corrected or (row.slots.get("status") is None and sure.get("status") is None):
        sure = {**sure, "status": row.slots.get("status")}
        possible = {**possible, "status": row.slots.get("status")}
    slots = {**row.slots, "status": sure.get("status"), "actions": sure.get("actions")}
    then = msgspec.structs.replace(row, slots={name: value for name, value in slots.items() if value})
    may_be = str(possible.get("status") or "")
    if not spell.is_sure(day):
        return SoOn(then, _why(row, lasting, spell, day), may_be)
    if may_be != (sure.get("status") or ""):
        told = may_be.replace("_", " ")
        return SoOn(then, f"It may have been {told} by then; no page tells the day.", may_be)
    return SoOn(then)


def _told_by(row: Row, day: str, *, sure: bool) -> list[Telling]:
    """Return the tellings of a text without what was not done by a day: for certain, or without what cannot have been.

    One of which nothing is left out is the telling itself.
    """
    found: list[Telling] = []
    for one in row.tellings:
        if not one.count or one.only_counted:
            continue
        stated = _days(one.first_stated)
        by_then = stated is not None and stated[1] <= day
        told = one.slots.get("actions") or ()
        acts = [act for act in told if _by(act, day, by_then, sure=sure)]
        standing = bool(one.slots.get("status")) and (by_then or not (sure or _done(one.slots)))
        if len(acts) == len(told) and standing == bool(one.slots.get("status")):
            found.append(one)
            continue
        slots = {name: value for name, value in one.slots.items() if name not in ("actions", "status")}
        if acts:
            slots["actions"] = acts
        if standing:
            slots["status"] = one.slots["status"]
        found.append(msgspec.structs.replace(one, slots=slots))
    return found


def _stage(row: Row, told: Sequence[Telling]) -> Mapping[str, Any]:
    """Return status and actions of a text as told; where nothing is left out and nobody judged it, as it stands."""
    if not told:
        return {}
    whole = [one for one in row.tellings if one.count and not one.only_counted]
    if not row.judged and told == whole:
        return row.slots
    return fold(row.register, row.id, told, ()).slots


def _by(act: Any, day: str, by_then: bool, *, sure: bool) -> bool:
    """Whether an act told was done by a day, for certain or perhaps; a plan counts once a page tells of it."""
    if not isinstance(act, dict):
        return False
    if act.get("planned"):
        return by_then
    days = _days(act.get("date"))
    if days is None:
        return by_then or not sure
    return days[1] <= day if sure else days[0] <= day
