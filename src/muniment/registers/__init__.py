"""Registers: what each table holds, and how its rows are folded from the ledger's entries.

A register is declared once, in a module of its own; the list in this module is the only other place that knows it.
"""

from __future__ import annotations

import difflib

from muniment.errors import Unknown
from muniment.registers import (
    awards,
    bodies,
    commitments,
    documents,
    instruments,
    meetings,
    operations,
    relations,
    situations,
    statements,
    tenures,
)
from muniment.registers.spec import Field, Register

__all__ = ["REGISTERS", "Field", "Register", "one_or_all", "register"]

REGISTERS: dict[str, Register] = {
    module.REGISTER.name: module.REGISTER
    for module in (
        documents, meetings, instruments, tenures, statements, situations, operations, commitments, awards, relations,
        bodies,
    )
}  # fmt: skip
"""Every register by name, in the order of the record format."""


def register(name: str) -> Register:
    """Return the register of that name.

    Raises:
        Unknown: there is none; the hint names the one most like it.
    """
    found = REGISTERS.get(name)
    if found is None:
        near = difflib.get_close_matches(name, REGISTERS, 1)
        raise Unknown(
            f"no register is called {name!r}", code="unknown-register", where=name,
            hint=f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(REGISTERS)}.",
        )  # fmt: skip
    return found


def one_or_all(name: str) -> str:
    """Return the name of a register that was asked for; empty, which is all of them, where none was.

    Raises:
        Unknown: there is none of that name.
    """
    return register(name).name if name else ""
