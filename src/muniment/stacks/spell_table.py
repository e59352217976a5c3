"""When rows were so: the table that lists as of a day are read from.

One narrow line a row, with an index that holds all a list needs in the order it is shown in. To count the rows of a day
that index is read through, a tenth of a microsecond a row; a page of a list is full long before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import (
    BindParameter,
    Select,
    bindparam,
    delete,
    func,
    insert,
    literal,
    literal_column,
    not_,
    select,
    update,
)
from sqlalchemy.sql import ColumnElement

from muniment.registers import REGISTERS
from muniment.registers.lasting import KEY, NEVER, Spell
from muniment.stacks import schema
from muniment.stacks.database import Database
from muniment.stacks.listing import Facets, Listing, sequence_slot, spell_slot

__all__ = ["SpellTable", "certain", "so_on"]

_S = schema.spells.c
_L = schema.spells.alias("later").c

_NOTHING = "~"
"""What ends a row that nothing ends: after every day, as texts are ordered."""

_NO_THING: ColumnElement[str] = literal_column("''")
"""Written out, so that the index of things is used, which has no other."""

_LISTED = func.json_each(bindparam("of_numbers")).table_valued("value").c.value
_DROP = delete(schema.spells).where(_S.number.in_(select(_LISTED)))
_THINGS = select(_S.register, _S.thing).where(_S.number.in_(select(_LISTED)), _S.thing != _NO_THING)
_ENDED_BY = (
    select(func.coalesce(func.min(_L.begun), literal_column(f"'{_NOTHING}'")))
    .where(_L.register == _S.register, _L.thing == _S.thing, _L.thing != _NO_THING, _L.state != _S.state)
    .where(_L.may_begin > _S.begun)
    .scalar_subquery()
)
_END = update(schema.spells).where(_S.thing != _NO_THING).values(ended_by=_ENDED_BY)
_END_OF = _END.where(_S.register == bindparam("of_register"), _S.thing == bindparam("of_thing"))


def so_on(day: str | BindParameter[str]) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions on a spell of what was or may have been so on a day, and was not ended by what followed."""
    return _S.may_begin <= day, _S.may_last >= day, _S.ended_by > day


def certain(day: str | BindParameter[str]) -> ColumnElement[bool]:
    """Return the condition on a spell of what was so on a day for certain."""
    return (_S.begun <= day) & (_S.sure_until >= day)


_day: BindParameter[str] = bindparam("of_day")
_SO = select(_S.number).where(_S.register == bindparam("of_register"), *so_on(_day))
_COUNT = _SO.with_only_columns(func.count())
_PARTS = [
    _SO.where(sure, dated).limit(bindparam("most"))
    for sure in (certain(_day), not_(certain(_day)))
    for dated in (_S.dated > "", _S.dated == "")
]
"""A list as of a day in four parts, each read along the index: the certain rows first, in each those with a date."""

_EARLIEST_FIRST = [part.order_by(_S.dated, _S.position, _S.id) for part in _PARTS]
_LATEST_FIRST = [part.order_by(_S.dated.desc(), _S.position, _S.id) for part in _PARTS]


_LAST_STATES = (
    select(_S.state, _S.number)
    .where(_S.register == bindparam("of_register"), _S.thing == bindparam("of_thing"), _S.thing != _NO_THING)
    .where(_S.may_begin > NEVER, _S.may_begin <= _day)
    .order_by(_S.begun.desc(), _S.state.desc(), _S.number)
    .limit(bindparam("most"))
)

_FEW = 16
"""States of a thing that are looked at before all are: mostly two different ones are among them (judgement)."""

_ENDING = frozenset(
    name
    for name, register in REGISTERS.items()
    if register.lasting is not None and register.lasting.follows is not None and not register.lasting.doubts
)
"""Registers in which a later state of a thing ends the earlier ones."""


class Line(NamedTuple):
    """A row's line, its columns those of the table."""

    number: int
    register: str
    dated: str
    position: int
    id: str
    may_begin: str
    begun: str
    sure_until: str
    may_last: str
    thing: str
    state: str
    ended_by: str


class SpellTable:
    """The spells of shown rows."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    def put(self, lines: Iterable[tuple[int, tuple[str, str], int, Facets]], changed: Collection[int]) -> None:
        """Keep the spells of rows.

        Args:
            lines: of each row its number, its register and id, the entry that began it, and what of it is indexed.
            changed: the numbers of those that were kept before.
        """
        found = [_line(*line) for line in lines if line[3].spell is not None]
        things = {(line.register, line.thing) for line in found if line.thing and line.register in _ENDING}
        if changed:
            things |= self._dropped(changed)
        self._database.add_lines(schema.spells, found)
        self._end(things)

    def drop(self, number: int) -> None:
        """Forget a row's spell."""
        self._end(self._dropped([number]))

    def _end(self, things: Collection[tuple[str, str]]) -> None:
        """Note by when another state of each thing had begun."""
        self._database.many(_END_OF, [{"of_register": of, "of_thing": thing} for of, thing in sorted(things)])

    def _dropped(self, numbers: Collection[int]) -> set[tuple[str, str]]:
        """Drop lines, and return the things that they were states of."""
        asked = {"of_numbers": msgspec.json.encode(list(numbers)).decode()}
        things = self._database.all(_THINGS, asked)
        self._database.run(_DROP, asked)
        return {(register, thing) for register, thing in things if register in _ENDING}

    def clear(self) -> None:
        """Forget everything."""
        self._database.run(delete(schema.spells))

    def page(self, listing: Listing) -> tuple[list[int], int]:
        """Return a page of a whole register as of a day, by date, and how many rows there are; the certain ones first.

        Args:
            listing: what is asked for: a day, narrowed by nothing.
        """
        asked = {"of_register": listing.register, "of_day": listing.as_of}
        (total,) = self._database.first(_COUNT, asked) or (0,)
        wanted = min(listing.offset + listing.limit, total)
        found: list[int] = []
        for part in _LATEST_FIRST if listing.descending else _EARLIEST_FIRST:
            if len(found) < wanted:
                some = self._database.all(part, {**asked, "most": wanted - len(found)})
                found += [number for (number,) in some]
        return found[listing.offset :], total

    def last_states(self, register: str, thing: str, day: str) -> list[int]:
        """Return the numbers of the rows that `lasting.last_states` chooses of one thing."""
        asked = {"of_register": register, "of_thing": thing, "of_day": day}
        found: dict[str, int] = {}
        for most in (_FEW, -1):
            states = self._database.all(_LAST_STATES, {**asked, "most": most})
            for state, number in states:
                found.setdefault(state, number)
            if len(found) > 1 or len(states) < _FEW:
                break
        return list(found.values())[:2]

    def fill(self) -> None:
        """Fill the empty table of a record that kept spells among the indexed values of rows."""
        for line in self._kept_as_values():
            self._database.built_run(insert(schema.spells).from_select(list(_S.keys()), line))
        slots = [slot(register) for register in REGISTERS for slot in (spell_slot, sequence_slot)]
        self._database.built_run(delete(schema.row_values).where(schema.row_values.c.slot.in_(slots)))
        self._database.built_run(_END.where(_S.register.in_(sorted(_ENDING))))

    def _kept_as_values(self) -> Iterator[Select[Any]]:
        rows = schema.rows.c
        spell, sequence = schema.row_values.alias("spell").c, schema.row_values.alias("sequence").c
        days = [func.substr(spell.value, 1 + 10 * number, 10) for number in range(4)]
        for register in REGISTERS:
            state, named = func.coalesce(sequence.value, ""), sequence.slot == sequence_slot(register)
            yield (
                select(
                    rows.number, rows.register, rows.dated, rows.position, rows.id, *days,
                    func.substr(state, 1, KEY), func.substr(state, KEY + 1), literal(_NOTHING),
                )
                .join_from(schema.rows, spell.number.table, spell.number == rows.number)
                .outerjoin(sequence.number.table, (sequence.number == rows.number) & named)
                .where(rows.register == register, spell.slot == spell_slot(register))
            )  # fmt: skip


def _line(number: int, name: tuple[str, str], position: int, shown: Facets) -> Line:
    register, row = name
    spell: Spell = shown.spell or Spell("", "", "", "")
    days = (spell.may_begin, spell.begun, spell.sure_until, spell.may_last)
    return Line(
        number, register, shown.dated, position, row, *days, shown.sequence[:KEY], shown.sequence[KEY:], _NOTHING
    )
