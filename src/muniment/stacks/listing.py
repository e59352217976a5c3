"""Lists of rows: what is asked for, and what of a row a list can be narrowed, sorted and searched by.

Shared by every stack, so that each gives the same lists.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from muniment.errors import UsageError
from muniment.registers import REGISTERS, Register, register
from muniment.registers.lasting import Spell, sequence_of, spell_of
from muniment.registers.row import Row
from muniment.registers.spec import UNSORTED
from muniment.registers.values import cell, names

__all__ = ["Facets", "Hit", "Listing", "counted", "facets", "indexed", "sequence_slot", "spell_slot"]


def spell_slot(register: str) -> str:
    """Return under which name it stood, among the indexed values of earlier records, when a row was so."""
    return f"@spell:{register}"


def sequence_slot(register: str) -> str:
    """Return under which name it stood, among the indexed values of earlier records, what a row is a state of."""
    return f"@sequence:{register}"


_LONGEST = 200
"""Code points of a value that are indexed; longer values are compared by their beginning."""


class Listing(msgspec.Struct, frozen=True):
    """A list of rows as asked for.

    Attributes:
        register: the register's name.
        where: slot -> the value it has to have (one of, for a list); also `since` and `until`, ISO 8601 dates that the
            row's date lies between, both included.
        words: every one of these words occurs in the row; the last may be a beginning.
        sort: `date` (the default), `caption` or an indexed slot.
        descending: last first.
        limit: at most so many rows.
        offset: so many rows are passed over first.
        as_of: a day, ISO 8601: only rows that were or may have been so on it (see `registers.lasting`), those first
            that were; empty for all rows.
        latest: of the rows with the words, only so many, those filed last; 0 for all.
        total: whether all that there are are counted; else so many are told of as are returned.
    """

    register: str
    where: dict[str, str] = {}
    words: str = ""
    sort: str = ""
    descending: bool = False
    limit: int = 50
    offset: int = 0
    as_of: str = ""
    latest: int = 0
    total: bool = True

    def checked(self) -> Listing:
        """Return the list itself, or one with defaults put in.

        Raises:
            Unknown: there is no such register.
            UsageError: a slot that no list is narrowed or sorted by, a value it never has, or a negative limit.
        """
        known = register(self.register)
        slots = indexed(known)
        for name, value in self.where.items():
            _require(name, (*slots, "since", "until"), f"{self.register} cannot be narrowed by {name!r}")
            _require_value(known, name, value)
        if self.sort:
            _require(self.sort, (*slots, "date", "caption"), f"{self.register} cannot be sorted by {self.sort!r}")
        if self.as_of and known.lasting is None:
            lasting = ", ".join(one.name for one in REGISTERS.values() if one.lasting)
            raise UsageError(
                f"{known.label.lower()} are not asked as of a day: what they tell of happened, and did not last",
                code="not-lasting", where=self.register, hint=f"Ask it of {lasting}, or narrow by since and until.",
            )  # fmt: skip
        if self.limit < 0 or self.offset < 0:
            raise UsageError("a limit or an offset is negative", code="bad-limit")
        return msgspec.structs.replace(self, sort=self.sort or "date")

    @property
    def bounded(self) -> bool:
        """Whether it is narrowed by a time, so that it holds no row without a date."""
        return bool(self.where.keys() & {"since", "until"})

    @property
    def until(self) -> str:
        """The end of the time asked for, so that text comparison takes in all of a year or a month; may be empty."""
        until = self.where.get("until", "")
        return until + "\uffff" if until else ""


def _require(name: str, known: tuple[str, ...], what: str) -> None:
    if name not in known:
        near = difflib.get_close_matches(name, known, 1)
        hint = f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(known)}."
        raise UsageError(what, code="unknown-slot", where=name, hint=hint)


def _require_value(known: Register, name: str, value: str) -> None:
    """Refuse a value that a slot of closed values never has: a misspelt one would look like "there is none"."""
    closed = {field.name: field.values for field in known.fields if field.values}.get(name)
    if closed and value not in closed:
        near = difflib.get_close_matches(value, closed, 1)
        raise UsageError(
            f"{value!r} is no {name} that {known.label.lower()} have", code="unknown-value", where=name,
            hint=f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(closed)}.",
        )  # fmt: skip


class Facets(msgspec.Struct, frozen=True):
    """What of a row is indexed.

    Attributes:
        dated: the date that places it in time, ISO 8601; may be empty.
        caption: its title.
        words: all that full-text search finds it by.
        values: slot -> values, for the indexed slots that it has.
        shown: not withdrawn and not merged into another.
        spell: when it was so, of a shown row of a register whose rows last; else None.
        sequence: what such a row is a state of, and which (`lasting.sequence_of`); may be empty.
    """

    dated: str
    caption: str
    words: str
    values: dict[str, tuple[str, ...]]
    shown: bool
    spell: Spell | None = None
    sequence: str = ""


class Hit(msgspec.Struct, frozen=True):
    """A row or page that was found: its register, id, title, and some words around those searched for."""

    register: str
    id: str
    title: str
    snippet: str

    @classmethod
    def told(cls, register: str, name: str, title: str, found: str) -> Hit:
        """Return a hit with the words found on one line, without those lines that the title tells already."""
        between = " " if register == "pages" else " · "
        own = " ".join(title.split()).casefold()
        lines = dict.fromkeys(" ".join(line.split()) for line in found.split("\n"))
        kept = [line for line in lines if line.strip(" …").casefold() not in own]
        return cls(register, name, title, between.join(kept))


def indexed(known: Register) -> tuple[str, ...]:
    """Return the slots of a register that its lists can be narrowed and sorted by, in the register's order."""
    return tuple(_indexed(known.name))


@cache
def _indexed(register: str) -> dict[str, str]:
    """Return the indexed slots of a register with their types, in its order."""
    known = REGISTERS[register]
    wanted = {*known.filters, *known.columns, *known.key}
    return {one.name: one.type for one in known.fields if one.name in wanted and one.type not in UNSORTED}


@cache
def counted(register: str) -> frozenset[str]:
    """Return the indexed slots of a register of which it is kept how many rows have each value.

    All but days: a list is narrowed by a time, and not by one day of the many there are.
    """
    return frozenset(name for name, kind in _indexed(register).items() if kind != "date")


def facets(row: Row) -> Facets:
    """Return what of a row is indexed."""
    known = REGISTERS[row.register]
    slots = row.slots
    kinds = _indexed(row.register)
    values = {name: found for name in kinds if name in slots and (found := _values(kinds[name], slots[name]))}
    if "by" in kinds and (acting := _acting(slots)):
        values["by"] = tuple(sorted({*values.get("by", ()), *acting}))
    shown = not row.withdrawn and not row.merged_into
    spell = spell_of(row) if shown and known.lasting is not None else None
    sequence = sequence_of(row) if spell is not None else ""
    searched = (cell(slots.get(name)) for name in known.searched)
    caption = known.caption(slots)
    also = [" ".join(names(form)) for forms in row.also.values() for form in forms]
    words = "\n".join(part for part in (caption, *searched, *also) if part)
    return Facets(known.date(slots), caption, words, values, shown, spell, sequence)


def _acting(slots: Mapping[str, Any]) -> set[str]:
    """Return who acts in the acts told of a row, so that a text is found by those who adopted or signed it too."""
    acts = slots.get("actions")
    told = acts if isinstance(acts, list) else []
    return {name[:_LONGEST] for act in told if isinstance(act, dict) for name in names(act.get("by"))}


def _values(kind: str, value: object) -> tuple[str, ...]:
    """Return the values that a slot of a kind is found by, in order."""
    if isinstance(value, str):
        return (value[:_LONGEST],) if value else ()
    if value is None or value == []:
        return ()
    if kind == "flag":
        return ("true",) if value else ("false",)
    if kind == "actions" and isinstance(value, list):
        found = [str(item.get("action")) for item in value if isinstance(item, dict)]
    else:
        found = names(value)
    return tuple(sorted({text[:_LONGEST] for text in found}))
