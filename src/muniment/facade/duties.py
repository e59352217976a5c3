"""What is to be done, derived from what pages tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from muniment.facade.looking import Looking
from muniment.facade.standing import day_of

if TYPE_CHECKING:
    from muniment.registers.duties import Duty

__all__ = ["Duties"]


class Duties(Looking):
    """What is to be done, derived from what pages tell."""

    def duties(self, as_of: str | None = None, who: str = "") -> list[Duty]:
        """Return what is to be done on a day, by the last day it is due.

        Args:
            as_of: ISO 8601 date, `2026-05-04`; today where none is given.
            who: only what binds somebody of that name: a state, a body, an office.

        Raises:
            UsageError: `as_of` is no day.
        """
        from muniment.clerk.clock import now
        from muniment.registers.duties import duties
        from muniment.registers.identity.offices import same_organization

        not_read = frozenset(self._stores().archive.tally().not_read)
        found = duties(self.all_rows, day_of(as_of or now()), not_read)
        return [one for one in found if not who or any(same_organization(name, who) for name in one.who)]
