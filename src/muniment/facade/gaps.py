"""What the rows leave open on a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from muniment.facade.kept import Question
from muniment.facade.looking import day_of
from muniment.facade.promises import Promises

if TYPE_CHECKING:
    from muniment.facade.kept import Kept
    from muniment.rules import Gap

__all__ = ["GapsOnDay"]


class GapsOnDay(Promises):
    """What the rows leave open on a day."""

    def gaps(self, as_of: str | None = None) -> list[Gap]:
        """Return what the rows leave open on a day: overdue, never reported, not ratified, contradictory.

        Args:
            as_of: ISO 8601 date, `2026-05-04`; today where none is given.

        Raises:
            UsageError: `as_of` is no day.
        """
        return list(self.kept_gaps(as_of))

    def kept_gaps(self, as_of: str | None = None) -> Kept[Gap]:
        """Return what `gaps` gives, kind by kind, each by the day it is open since; raises as `gaps`."""
        from muniment.clerk.clock import now
        from muniment.registers.gaps import Near, gaps
        from muniment.rules import Gap

        day = day_of(as_of or now())
        question = Question(
            "gaps", Gap, part=lambda one: one.kind, about=lambda one: one.row, sort=lambda one: one.since
        )

        def work_out() -> tuple[Iterator[Gap], None]:
            made = self.commitments_kept(day.isoformat())
            return gaps(self.all_rows, day, made, Near(self.retold_rows, self.binding_texts)), None

        return self.kept(question, day.isoformat(), work_out)
