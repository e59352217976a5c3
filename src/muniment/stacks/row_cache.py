"""Rows at hand: what a writer has just put or found, so that following the ledger does not unpack them again and again.

Only a writer keeps rows at hand: nobody else changes the record meanwhile.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from collections.abc import Set as AbstractSet

import msgspec

from muniment.registers.row import Row

__all__ = ["Held", "RowCache"]

_HELD = 2048
"""Rows at hand at most: some tens of megabytes (measured: 3 to 20 kilobytes a row, 2026-11)."""


class Held(msgspec.Struct):
    """A stored row.

    Attributes:
        number: its number in the table.
        name: its register and id.
        body: the row as JSON, unpacked when it is first asked for: most rows that are put are not looked at again.
        words: what full-text search finds it by, as it was written last.
        shown: whether it was neither withdrawn nor merged into another then.
        keys: its blocking keys, None where they are not known.
        values: (slot, value) of the indexed slots, as they were written last, None where they are not known.
        unpacked: the row, once it was asked for.
    """

    number: int
    name: tuple[str, str]
    body: str
    words: str = ""
    shown: bool = False
    keys: AbstractSet[str] | None = None
    values: AbstractSet[tuple[str, str]] | None = None
    unpacked: Row | None = None

    @property
    def row(self) -> Row:
        """The row, as it comes out of the table."""
        if self.unpacked is None:
            self.unpacked = msgspec.json.decode(self.body, type=Row)
        return self.unpacked


class RowCache:
    """The rows used last, by number and by register and id."""

    def __init__(self) -> None:
        """Begin with none."""
        self._held: OrderedDict[int, Held] = OrderedDict()
        self._numbers: dict[tuple[str, str], int] = {}
        self._absent: set[tuple[str, str]] = set()

    def named(self, register: str, row: str) -> Held | None:
        """Return the row of that id, None where it is not at hand."""
        number = self._numbers.get((register, row))
        return None if number is None else self.numbered(number)

    def absent(self, register: str, row: str) -> bool:
        """Whether it is known that there is no row of that id."""
        return (register, row) in self._absent

    def miss(self, register: str, rows: Collection[str]) -> None:
        """Note that there are no rows of some ids."""
        if len(self._absent) >= _HELD:
            self._absent.clear()
        self._absent.update((register, row) for row in rows)

    def numbered(self, number: int) -> Held | None:
        """Return the row of that number, None where it is not at hand."""
        held = self._held.get(number)
        if held is not None:
            self._held.move_to_end(number)
        return held

    def hold(self, held: Held) -> Held:
        """Keep a row at hand, in place of what was kept under its number, and return it."""
        self._held[held.number] = held
        self._held.move_to_end(held.number)
        self._numbers[held.name] = held.number
        self._absent.discard(held.name)
        if len(self._held) > _HELD:
            _, gone = self._held.popitem(last=False)
            del self._numbers[gone.name]
        return held

    def forget(self, register: str, row: str) -> None:
        """Forget a row that was dropped."""
        number = self._numbers.pop((register, row), None)
        if number is not None:
            del self._held[number]

    def clear(self) -> None:
        """Forget every row."""
        self._held.clear()
        self._numbers.clear()
        self._absent.clear()
