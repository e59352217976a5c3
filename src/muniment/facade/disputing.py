"""What pages contradict one another on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from muniment.facade.kept import Question
from muniment.facade.looking import Looking

if TYPE_CHECKING:
    from muniment.clerk.contradictions import Contradiction
    from muniment.facade.kept import Kept
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
        from muniment.registers import one_or_all

        return self.kept_contradictions().every(one_or_all(register))

    def kept_contradictions(self) -> Kept[Contradiction]:
        """Return what `contradictions` gives, register by register."""
        from muniment.clerk.contradictions import Contradiction, contradictions_in
        from muniment.registers import REGISTERS

        question = Question(
            "contradictions", Contradiction, part=lambda one: one.register, about=lambda one: one.row,
            order=tuple(REGISTERS),
        )  # fmt: skip
        return self.kept(question, "", lambda: (contradictions_in(self._rows(), list(REGISTERS)), None))

    def agreement(self, row: Row) -> list[Agreement]:
        """Return for each slot of a row whether pages confirm it, contradict it, or only one tells it."""
        from muniment.registers.agreement import agreements

        return agreements(row)
