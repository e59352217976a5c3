"""Who held an office on a day, and how chairs pass on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from muniment.errors import Unknown
from muniment.facade.looking import Looking
from muniment.facade.standing import day_of

if TYPE_CHECKING:
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
        from muniment.clerk.clock import now
        from muniment.registers.offices_held import matching, offices

        found = offices(self.all_rows, day_of(on or now()))
        return matching(found, name) if name else found

    def office(self, id: str, on: str | None = None) -> Office:
        """Return an office by its id, or a beginning that no other has.

        Raises:
            UsageError: `on` is no day.
            Unknown: there is no such office.
        """
        found = [one for one in self.offices(on=on) if one.id.startswith(id)] if id else []
        if len(found) != 1:
            raise Unknown(
                "there is no such office", code="unknown-office", where=id, hint="List them with `muniment office`."
            )
        return found[0]
