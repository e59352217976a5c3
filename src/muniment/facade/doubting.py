"""Rows that may be one, for a person to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from muniment.facade.kept import Question
from muniment.facade.looking import Looking

if TYPE_CHECKING:
    from muniment.clerk.doubting import Proposed
    from muniment.facade.kept import Kept

__all__ = ["Doubting"]


class Doubting(Looking):
    """What may be one act and is not shown to be."""

    def proposals(self, register: str = "") -> list[Proposed]:
        """Return the pairs of rows that may be one and that nobody has decided on, with the reason of each.

        Args:
            register: only of this register; of all, where it is empty.

        Raises:
            Unknown: there is no such register.
        """
        from muniment.registers import one_or_all

        return self.kept_proposals().every(one_or_all(register))

    def kept_proposals(self) -> Kept[Proposed]:
        """Return what `proposals` gives, register by register."""
        from muniment.clerk.doubting import Proposed, proposed_in
        from muniment.registers import REGISTERS

        question = Question("proposals", Proposed, part=lambda one: one.register, order=tuple(REGISTERS))
        return self.kept(question, "", lambda: (proposed_in(self._rows(), list(REGISTERS)), None))
