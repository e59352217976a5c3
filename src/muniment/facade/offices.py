"""Who held an office on a day, and how chairs pass on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from muniment.errors import Unknown
from muniment.facade.kept import Question
from muniment.facade.looking import Looking, day_of

if TYPE_CHECKING:
    from muniment.facade.kept import Kept
    from muniment.registers.offices_held import Office

__all__ = ["Offices"]


class Offices(Looking):
    """Who held an office on a day, and how chairs pass on."""

    def offices(self, name: str = "", on: str | None = None) -> list[Office]:
        """Return the offices that rows tell of, with who held them on a day.

        Args:
            name: words of the title, the organisation or a holder; empty for every office.
            on: ISO 8601 date, `2026-05-04`; today where none is given.

        Raises:
            UsageError: `on` is no day.
        """
        from muniment.registers.offices_held import matching

        found = list(self.kept_offices(on))
        return matching(found, name) if name else found

    def kept_offices(self, on: str | None = None) -> Kept[Office]:
        """Return what `offices` gives, found by id and by organisation; raises as `offices`."""
        from muniment.clerk.clock import now
        from muniment.registers.offices_held import Office, offices

        day = day_of(on or now())
        question = Question(
            "offices", Office, about=lambda one: one.id, tags=lambda one: (one.organization,), of_names=True
        )  # fmt: skip
        return self.kept(question, day.isoformat(), lambda: (offices(self.all_rows, day), None))

    def office(self, id: str, on: str | None = None) -> Office:
        """Return an office by its id, or a beginning that no other has.

        Raises:
            UsageError: `on` is no day.
            Unknown: there is no such office.
        """
        kept = self.kept_offices(on)
        found = [one for name in kept.subjects(id) for one in kept.about(name)] if id else []
        if len(found) != 1:
            raise Unknown(
                "there is no such office", code="unknown-office", where=id, hint="List them with `muniment office`."
            )
        return found[0]
