"""What is to be done, derived from what pages tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from muniment.facade.kept import Question
from muniment.facade.looking import day_of
from muniment.facade.offices import Offices
from muniment.facade.promises import Promises

if TYPE_CHECKING:
    from collections.abc import Iterator

    from muniment.facade.kept import Kept
    from muniment.registers.duties import Duty
    from muniment.registers.row import Row

__all__ = ["Duties"]


class Duties(Promises, Offices):
    """What is to be done, derived from what pages tell."""

    def duties(self, as_of: str | None = None, who: str = "") -> list[Duty]:
        """Return what is to be done on a day, by the last day it is due.

        Args:
            as_of: ISO 8601 date, `2026-05-04`; today where none is given.
            who: only what binds somebody of that name: a state, a body, an office.

        Raises:
            UsageError: `as_of` is no day.
        """
        kept = self.kept_duties(as_of)
        return kept.tagged(self.bound(kept, who)) if who else list(kept)

    def kept_duties(self, as_of: str | None = None) -> Kept[Duty]:
        """Return what `duties` gives: what is overdue, then kind by kind, found by who is bound; raises as `duties`."""
        from muniment.clerk.clock import now
        from muniment.registers.duties import Duty, duties
        from muniment.rules.duties import duty_kinds

        day = day_of(as_of or now())
        question = Question(
            "duties", Duty, part=lambda one: "overdue" if one.days is not None else one.kind, tags=lambda one: one.who,
            of_names=True, about=lambda one: one.row, order=("overdue", *duty_kinds()),
            sort=lambda one: one.due or "9999",
        )  # fmt: skip

        def work_out() -> tuple[list[Duty], None]:
            made, held = self.commitments_kept(day.isoformat()), list(self.kept_offices(day.isoformat()))
            return duties(self._rows_for_duties, day, made=made, held=held), None

        return self.kept(question, day.isoformat(), work_out)

    def _rows_for_duties(self, register: str) -> Iterator[Row]:
        """Yield a register's rows that duties can follow from: of texts, those that bind states."""
        return self.binding_texts() if register == "instruments" else self.all_rows(register)
