"""A State's own page, deployments link by link, and series of exercises."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

import msgspec

from muniment.errors import Unknown
from muniment.facade.duties import Duties
from muniment.facade.kept import Question
from muniment.facade.looking import EVERY, day_of

if TYPE_CHECKING:
    from muniment.facade.kept import Kept
    from muniment.registers.deployments import Chain, Series
    from muniment.registers.row import Row
    from muniment.registers.states import StatePage, Stood

__all__ = ["States"]

_YEAR = datetime.timedelta(days=365)
"""How far back others' acts are told where nobody says since when."""


class States(Duties):
    """A State's own page, and deployments link by link."""

    def state(self, name: str, as_of: str | None = None, since: str | None = None, most: int = EVERY) -> StatePage:
        """Return a state's page: what it has not ratified, what is asked of it, what it promised, what comes next.

        Args:
            name: the state's, in any form in which it is told to be a member, an observer or a partner.
            as_of: ISO 8601 date; today where none is given.
            since: ISO 8601 date after which others' acts are told; a year before `as_of` where none is given.
            most: of the promises and duties that concern it, only so many are looked at, those due first.

        Raises:
            UsageError: a date that is no day.
            Unknown: no state or organisation of that name is told to belong to anything.
        """
        from muniment.clerk.clock import now
        from muniment.registers.states import Concerned, Known, state_page

        day = day_of(as_of or now())
        relations = self._relations_of(name)
        if not relations:
            raise Unknown(
                "no state of that name is told to belong to anything", code="unknown-state", where=name,
                hint="List them with `muniment state`.",
            )  # fmt: skip
        called, on = str(relations[0].slots["subject"]), day.isoformat()
        concerned = Concerned(called, member=any(row.slots.get("object") for row in relations))
        keys = concerned.keys()
        made, held, duties = self.kept_promises(on), self.kept_offices(on), self.kept_duties(on)
        texts, coming = self.kept_standings(on), list(self.kept_coming(on))
        near = made.tags_with(keys) if keys is not None else [actor for actor, _ in made.tags()]
        known = Known(
            relations=relations, bodies=self._bodies_above({body for row in coming for body in _bodies_of(row)}),
            stood=texts.tagged(self.bound(texts, called)),
            made=made.tagged([actor for actor in near if concerned.by((actor,))], most=most),
            held=held.tagged(self.bound(held, called)), duties=duties.tagged(self.bound(duties, called), most=most),
            meetings=coming,
        )  # fmt: skip
        page = state_page(known, called, day, day_of(since) if since else day - _YEAR)
        return msgspec.structs.replace(page, first=most if most in (len(known.made), len(known.duties)) else 0)

    def _relations_of(self, name: str) -> list[Row]:
        """Return the relations that a state is the subject of, in the order of the ledger."""
        from muniment.registers.identity.offices import same_organization

        rows = self._rows().rows
        subjects = [one for one, _ in rows.values("relations", "subject", EVERY) if same_organization(one, name)]
        found = [row for one in subjects for row in self.rows("relations", where={"subject": one}, limit=EVERY).rows]
        return sorted(found, key=lambda row: (row.position, row.id))

    def _bodies_above(self, bodies: Collection[str]) -> list[Row]:
        """Return bodies by their names, those that they are part of, and so on to the organisation itself."""
        seen, found, left = set[str](), [], set(bodies)
        while left:
            seen |= left
            known = list(self.rows_having("bodies", "name", left))
            found += known
            left = {str(row.slots["parent"]) for row in known if row.slots.get("parent")} - seen
        return found

    def kept_standings(self, as_of: str | None = None) -> Kept[Stood]:
        """Return how every text stands with the members of its organisation on a day, found by those members.

        Raises:
            UsageError: `as_of` is no day.
        """
        from muniment.clerk.clock import now
        from muniment.registers.states import Stood, stood

        day = day_of(as_of or now())
        question = Question("standings", Stood, tags=lambda one: (each.member for each in one.members), of_names=True)

        def work_out() -> tuple[Iterable[Stood], None]:
            relations = list(self.all_rows("relations"))
            return stood(self.binding_texts(), relations, self.all_rows("tenures"), day), None

        return self.kept(question, day.isoformat(), work_out)

    def kept_coming(self, as_of: str | None = None) -> Kept[Row]:
        """Return the meetings that are announced and not over on a day.

        Raises:
            UsageError: `as_of` is no day.
        """
        from muniment.clerk.clock import now
        from muniment.registers.row import Row
        from muniment.registers.states import is_coming

        day = day_of(as_of or now())
        coming = (row for row in self.all_rows("meetings") if is_coming(row, day))
        return self.kept(Question("coming", Row), day.isoformat(), lambda: (coming, None))

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


def _bodies_of(meeting: Row) -> list[str]:
    from muniment.registers.values import names

    return names(meeting.slots.get("bodies"))
