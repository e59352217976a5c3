"""How meetings went: agenda against outcome, announcement against report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from muniment.facade.kept import Question
from muniment.facade.looking import Looking, day_of

if TYPE_CHECKING:
    from muniment.facade.kept import Kept
    from muniment.registers.agendas import Course
    from muniment.registers.row import Row

__all__ = ["Meetings"]


class Meetings(Looking):
    """How meetings went."""

    def agendas(self, as_of: str | None = None, *, open_only: bool = False) -> list[Course]:
        """Return every meeting that pages or people told of, laid beside its announcements and outcomes.

        Args:
            as_of: ISO 8601 date, `2026-05-04`, up to which later pages are looked at; today where none is given.
            open_only: only those that leave a question open.

        Raises:
            UsageError: `as_of` is no day.
        """
        return list(self.kept_agendas(as_of, open_only=open_only))

    def kept_agendas(self, as_of: str | None = None, *, open_only: bool = False) -> Kept[Course]:
        """Return what `agendas` gives, state by state, the latest first; raises as `agendas`."""
        from muniment.clerk.clock import now
        from muniment.registers.agendas import STATES, Agendas, Course

        day = day_of(as_of or now())
        question = Question(
            "agendas left open" if open_only else "agendas", Course, part=lambda one: one.state,
            about=lambda one: one.row, order=STATES, sort=lambda one: one.start, descending=True,
        )  # fmt: skip

        def work_out() -> tuple[Iterable[Course], None]:
            if open_only:
                return (one for one in self.kept_agendas(day.isoformat()) if one.questions), None
            not_read = frozenset(self._stores().archive.tally().not_read)
            return Agendas(self.all_rows, day, not_read).courses(), None

        return self.kept(question, day.isoformat(), work_out)

    def agenda(self, row: Row, as_of: str | None = None) -> Course:
        """Return how one meeting went.

        Raises:
            UsageError: `as_of` is no day.
        """
        from muniment.clerk.clock import now
        from muniment.registers.agendas import Agendas

        not_read = frozenset(self._stores().archive.tally().not_read)
        return Agendas(self.all_rows, day_of(as_of or now()), not_read).course(row)
