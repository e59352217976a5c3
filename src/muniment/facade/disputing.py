"""What pages contradict one another on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from muniment.facade.looking import Looking

if TYPE_CHECKING:
    from muniment.clerk.contradictions import Contradiction
    from muniment.registers.agreement import Agreement
    from muniment.registers.row import Row

__all__ = ["Disputing"]


class Disputing(Looking):
    """What pages agree and disagree on."""

    def contradictions(self, register: str = "") -> list[Contradiction]:
        """Return every slot on which pages, or versions of one page, disagree, with the words of each.

        Args:
            register: only of this register; of all, where it is empty.

        Raises:
            Unknown: there is no such register.
        """
        from muniment.clerk.contradictions import contradictions_in
        from muniment.registers import REGISTERS
        from muniment.registers import register as register_named

        names = [register_named(register).name] if register else list(REGISTERS)
        return list(contradictions_in(self._rows(), names))

    def agreement(self, row: Row) -> list[Agreement]:
        """Return for each slot of a row whether pages confirm it, contradict it, or only one tells it."""
        from muniment.registers.agreement import agreements

        return agreements(row)
