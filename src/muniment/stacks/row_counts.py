"""How many shown rows have each value, kept as rows are put, so that no list has to count its register.

Changes are gathered while a transaction lasts and written once before it ends: one page tells of the same kinds, bodies
and members again and again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import bindparam, delete, func, insert, literal, literal_column, select
from sqlalchemy.dialects.sqlite import insert as upsert

from muniment.registers import REGISTERS
from muniment.stacks import schema
from muniment.stacks.database import Database
from muniment.stacks.listing import counted

__all__ = ["RowCounts"]

_N, _R, _V = schema.value_counts.c, schema.rows.c, schema.row_values.c

_ALL = ""
"""The slot, and the value, under which it stands how many rows a register shows."""

_ADD = upsert(schema.value_counts)
_CHANGE = _ADD.on_conflict_do_update(
    index_elements=[_N.register, _N.slot, _N.value], set_={"rows": _N.rows + _ADD.excluded.rows}
)
_EMPTY = delete(schema.value_counts).where(
    _N.register == bindparam("of_register"), _N.slot == bindparam("of_slot"), _N.value == bindparam("of_value"),
    _N.rows == literal_column("0"),
)  # fmt: skip
_TOTALS = (
    select(_N.register, _N.rows)
    .where(_N.register.in_(sorted(REGISTERS)), _N.slot == _ALL, _N.value == _ALL)
    .order_by(_N.register)
)
_ONE = select(_N.rows).where(
    _N.register == bindparam("of_register"), _N.slot == bindparam("of_slot"), _N.value == bindparam("of_value")
)
_VALUES = (
    select(_N.value, _N.rows)
    .where(_N.register == bindparam("of_register"), _N.slot == bindparam("of_slot"))
    .order_by(_N.rows.desc(), _N.value)
    .limit(bindparam("most"))
)

Values = Iterable[tuple[str, str]]
"""(slot, value) of the indexed slots of a row."""


class RowCounts:
    """The counts of shown rows, of each register and of each value of its counted slots."""

    def __init__(self, database: Database) -> None:
        """Take the database; where it is written to, changes are written before a transaction ends."""
        self._database = database
        self._changes: Counter[tuple[str, str, str]] = Counter()
        self._rollbacks = database.rollbacks
        if database.writing:
            database.before_commit.append(self.write)

    def change(self, register: str, values: Values, by: int) -> None:
        """Count a shown row of a register with its values, once more or once less."""
        self._forget_taken_back()
        slots = counted(register)
        self._changes[register, _ALL, _ALL] += by
        for slot, value in values:
            if slot in slots:
                self._changes[register, slot, value] += by
        if not self._database.connection.in_transaction:
            self.write()

    def _forget_taken_back(self) -> None:
        if self._rollbacks != self._database.rollbacks:
            self._changes.clear()
            self._rollbacks = self._database.rollbacks

    def write(self) -> None:
        """Write what was gathered."""
        self._forget_taken_back()
        changes = [(place, by) for place, by in sorted(self._changes.items()) if by]
        self._changes.clear()
        lines = [{"register": of[0], "slot": of[1], "value": of[2], "rows": by} for of, by in changes]
        fewer = [{"of_register": of[0], "of_slot": of[1], "of_value": of[2]} for of, by in changes if by < 0]
        self._database.many(_CHANGE, lines)
        self._database.many(_EMPTY, fewer)

    def clear(self) -> None:
        """Forget everything."""
        self._changes.clear()
        self._database.run(delete(schema.value_counts))

    def count_afresh(self) -> None:
        """Count the rows that are there, as for a record that was kept without counts."""
        self.clear()
        shown = _R.shown == 1
        self._database.run(
            insert(schema.value_counts).from_select(
                [_N.register, _N.slot, _N.value, _N.rows],
                select(_R.register, literal(_ALL), literal(_ALL), func.count()).where(shown).group_by(_R.register),
            )
        )
        for register in REGISTERS:
            of_slots = _V.slot.in_(sorted(counted(register)))
            found = (
                select(_R.register, _V.slot, _V.value, func.count())
                .join_from(schema.rows, schema.row_values, _V.number == _R.number)
                .where(_R.register == register, shown, of_slots)
                .group_by(_R.register, _V.slot, _V.value)
            )
            self._database.run(
                insert(schema.value_counts).from_select([_N.register, _N.slot, _N.value, _N.rows], found)
            )

    def _settled(self) -> Database:
        """The database, with what was gathered so far written."""
        if self._changes:
            self.write()
        return self._database

    def totals(self) -> dict[str, int]:
        """Return how many rows each register shows; registers without rows are left out."""
        return dict(self._settled().all(_TOTALS))

    def total(self, register: str) -> int:
        """Return how many rows a register shows."""
        return self.having(register, _ALL, _ALL)

    def having(self, register: str, slot: str, value: str) -> int:
        """Return how many shown rows have a value in a counted slot."""
        asked = {"of_register": register, "of_slot": slot, "of_value": value}
        found = self._settled().first(_ONE, asked)
        return found[0] if found else 0

    def values(self, register: str, slot: str, limit: int) -> list[tuple[str, int]]:
        """Return the values of a counted slot and how many rows have each, most frequent first."""
        asked = {"of_register": register, "of_slot": slot, "most": limit}
        return [(value, rows) for value, rows in self._settled().all(_VALUES, asked)]
