"""Rows by their id, or by as much of it as tells it from the others."""

from __future__ import annotations

import difflib

from muniment.clerk.ports import RowShelf
from muniment.errors import DecisionError, Unknown
from muniment.registers import REGISTERS
from muniment.registers import register as register_named
from muniment.registers.row import Row

__all__ = ["find_any", "find_row"]

_SHORTEST = 4
"""Characters of an id that are enough to ask by, and that those offered instead have in common with it."""


def find_row(rows: RowShelf, register: str, row: str, fault: type[Unknown] | type[DecisionError] = Unknown) -> Row:
    """Return the row of that id, or the only one whose id begins so, withdrawn and merged ones too.

    Raises:
        Unknown: there is no such register, or (unless `fault` is another) no such row, or more than one.
        DecisionError: the same of the row, where that is asked for.
    """
    known = register_named(register)
    found = rows.get(known.name, row)
    if found is not None:
        return found
    begun = rows.ids(known.name, row) if len(row) >= _SHORTEST else []
    if len(begun) == 1 and (found := rows.get(known.name, begun[0])) is not None:
        return found
    if begun:
        raise fault(
            f"more than one {known.singular} begins so", code="ambiguous-row", where=f"{register} {row}",
            hint=f"Which of {', '.join(begun)}?",
        )  # fmt: skip
    near = rows.ids(known.name, row[:_SHORTEST])
    close = difflib.get_close_matches(row, near, 1) or near[:1]
    raise fault(
        f"there is no such {known.singular}", code="unknown-row", where=f"{register} {row}",
        hint=f"Did you mean {close[0]}?" if close else f"`muniment show {register}` lists the ids.",
    )  # fmt: skip


def find_any(rows: RowShelf, row: str) -> Row:
    """Return the row of an id, or of a beginning that no other has, whatever register it is in.

    Raises:
        Unknown: there is no such row, or more than one.
    """
    found = [(name, one) for name in REGISTERS for one in (rows.ids(name, row) if len(row) >= _SHORTEST else ())]
    exact = [(name, one) for name, one in found if one == row] or found
    if len(exact) == 1 and (there := rows.get(*exact[0])) is not None:
        return there
    if exact:
        raise Unknown(
            "more than one row begins so", code="ambiguous-row", where=row,
            hint=f"Which of {', '.join(f'{name} {one}' for name, one in exact[:5])}?",
        )  # fmt: skip
    raise Unknown("there is no such row", code="unknown-row", where=row, hint="`muniment show REGISTER` lists the ids.")
