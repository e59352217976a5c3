"""What people know better: each decision an entry, undone by another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from muniment.facade.opened import OpenRecord

if TYPE_CHECKING:
    from muniment.clerk.correct import Correction
    from muniment.ledger import Entry

__all__ = ["Decisions"]


class Decisions(OpenRecord):
    """What people decide about rows."""

    def _decide(self, author: str, basis: str, decide: Callable[[Correction], Entry]) -> Entry:
        from muniment.clerk.correct import Correction
        from muniment.clerk.project import project

        with self._writing() as stores:
            project(stores)
            return decide(Correction(stores, author, basis))

    def correct(self, register: str, row: str, slots: Mapping[str, Any], author: str, basis: str) -> Entry:
        """Return the entry that gives a row's slots other values; None takes a value away.

        Raises:
            Unknown: there is no such register.
            DecisionError: no such row or slot, or a value the slot cannot have.
            Conflict: somebody else is writing.
        """
        return self._decide(author, basis, lambda person: person.correct(register, row, slots))

    def withdraw(self, register: str, row: str, author: str, basis: str) -> Entry:
        """Return the entry that takes a row out of its register; raises as `correct`."""
        return self._decide(author, basis, lambda person: person.withdraw(register, row))

    def add(self, register: str, slots: Mapping[str, Any], author: str, basis: str) -> Entry:
        """Return the entry that files what no page told; raises as `correct`."""
        return self._decide(author, basis, lambda person: person.add(register, slots))

    def same_as(self, register: str, a: str, b: str, author: str, basis: str) -> Entry:
        """Return the entry that says two rows are one; raises as `correct`."""
        return self._decide(author, basis, lambda person: person.same_as(register, a, b))

    def not_same_as(self, register: str, a: str, b: str, author: str, basis: str) -> Entry:
        """Return the entry that says two rows are two; raises as `correct`."""
        return self._decide(author, basis, lambda person: person.not_same_as(register, a, b))

    def unsure_of(self, register: str, a: str, b: str, author: str, basis: str) -> Entry:
        """Return the entry that says that nobody can tell whether two rows are one; raises as `correct`."""
        return self._decide(author, basis, lambda person: person.unsure_of(register, a, b))

    def undo(self, entry: int, author: str, basis: str) -> Entry:
        """Return the entry that undoes the decision at a position; raises as `correct`."""
        return self._decide(author, basis, lambda person: person.undo(entry))
