"""What follows from the rows on a day: what they leave open, and how a treaty stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from muniment.facade.kept import Question
from muniment.facade.looking import Looking, day_of

if TYPE_CHECKING:
    from muniment.facade.kept import Kept
    from muniment.registers.row import Row
    from muniment.registers.standing import Standing
    from muniment.rules import Gap

__all__ = ["StandingOnDay", "day_of"]


class StandingOnDay(Looking):
    """What follows from the rows on a day."""

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
        from muniment.registers.gaps import gaps
        from muniment.rules import Gap

        day = day_of(as_of or now())
        question = Question(
            "gaps", Gap, part=lambda one: one.kind, about=lambda one: one.row, sort=lambda one: one.since
        )
        return self.kept(question, day.isoformat(), lambda: (gaps(self.all_rows, day), None))

    def standing(self, row: Row, at: str | None = None) -> Standing | None:
        """Return how a treaty stands with each member of its organisation: signed, ratified, deposited.

        Args:
            row: of the register of instruments.
            at: ISO 8601 date on which the members are taken; today where none is given.

        Returns:
            None where the text asks no consent, nobody is told to have given any, or no organisation's members did.

        Raises:
            UsageError: `at` is no day.
        """
        from muniment.clerk.clock import now
        from muniment.registers.standing import standing

        def offices_of(person: str) -> list[Row]:
            return self.rows("tenures", where={"person": person}).rows

        return standing(row, list(self.all_rows("relations")), offices_of, day_of(at or now()))
