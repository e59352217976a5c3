"""A State's own page, deployments link by link, and series of exercises."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from muniment.errors import Unknown
from muniment.facade.kept import Question
from muniment.facade.looking import Looking
from muniment.facade.standing import day_of

if TYPE_CHECKING:
    from muniment.facade.kept import Kept
    from muniment.registers.deployments import Chain, Series
    from muniment.registers.states import StatePage

__all__ = ["States"]

_YEAR = datetime.timedelta(days=365)
"""How far back others' acts are told where nobody says since when."""


class States(Looking):
    """A State's own page, and deployments link by link."""

    def state(self, name: str, as_of: str | None = None, since: str | None = None) -> StatePage:
        """Return a state's page: what it has not ratified, what is asked of it, what it promised, what comes next.

        Args:
            name: the state's, in any form in which it is told to be a member, an observer or a partner.
            as_of: ISO 8601 date; today where none is given.
            since: ISO 8601 date after which others' acts are told; a year before `as_of` where none is given.

        Raises:
            UsageError: a date that is no day.
            Unknown: no state or organisation of that name is told to belong to anything.
        """
        from muniment.clerk.clock import now
        from muniment.registers.states import known_as, state_page

        day = day_of(as_of or now())
        known = known_as(self.all_rows("relations"), name)
        if not known:
            raise Unknown(
                "no state of that name is told to belong to anything", code="unknown-state", where=name,
                hint="List them with `muniment state`.",
            )  # fmt: skip
        not_read = frozenset(self._stores().archive.tally().not_read)
        return state_page(self.all_rows, known, day, day_of(since) if since else day - _YEAR, not_read)

    def states(self) -> list[str]:
        """Return every state or organisation told to stand in a relation to an organisation, in order of name."""
        return list(self.kept_states())

    def kept_states(self) -> Kept[str]:
        """Return what `states` gives."""

        def work_out() -> tuple[list[str], None]:
            told = [(str(row.slots.get("subject") or ""), str(row.slots.get("object") or ""))
                    for row in self.all_rows("relations")]  # fmt: skip
            return sorted({one for one, _ in told if one} - {other for _, other in told}), None

        return self.kept(Question("states", str), "", work_out)

    def deployments(self, as_of: str | None = None) -> list[Chain]:
        """Return every deployment link by link, from the appeal to the end, missing links named.

        Raises:
            UsageError: `as_of` is no day.
        """
        return list(self.kept_deployments(as_of))

    def kept_deployments(self, as_of: str | None = None) -> Kept[Chain]:
        """Return what `deployments` gives; raises as `deployments`."""
        from muniment.clerk.clock import now
        from muniment.registers.deployments import Chain, chains

        day = day_of(as_of or now())
        question = Question("deployments", Chain, about=lambda one: one.row)
        return self.kept(question, day.isoformat(), lambda: (chains(self.all_rows, day), None))

    def series(self) -> list[Series]:
        """Return operations and exercises of one name, edition by edition."""
        return list(self.kept_series())

    def kept_series(self) -> Kept[Series]:
        """Return what `series` gives."""
        from muniment.registers.deployments import Series, series

        return self.kept(Question("series", Series), "", lambda: (series(self.all_rows("operations")), None))
