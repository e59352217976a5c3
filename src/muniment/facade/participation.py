"""How treaties stand with the members of their organisations on a day."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from muniment.errors import UsageError
from muniment.facade.kept import Question
from muniment.facade.looking import Looking, day_of

if TYPE_CHECKING:
    from muniment.facade.kept import Kept
    from muniment.registers.participation import Asked, Backlog, ClauseFound, Matrix, TreatyStanding
    from muniment.registers.row import Row

__all__ = ["Home", "Participations"]

_PAGES = 8
"""Pages bearing a treaty's title that are looked through for its text (judgement)."""


class Home(msgspec.Struct, frozen=True):
    """An organisation with treaties: its members in order of name, and how many treaties each has yet to consent to."""

    members: tuple[str, ...]
    owed: dict[str, int]


class Participations(Looking):
    """How treaties stand with the members of their organisations."""

    def treaty_clause(self, row: Row) -> ClauseFound | None:
        """Return the clause by which a treaty enters into force; None where the record holds neither it nor the text.

        Args:
            row: of the register of instruments.
        """
        from muniment.clerk.clauses import clause_of

        return clause_of(row, self._pages_titled(str(row.slots.get("title") or "")))

    def _pages_titled(self, title: str) -> Iterator[tuple[str, str, str]]:
        """Yield the pages whose title holds a treaty's: document, title, text."""
        if not title:
            return
        for page in self.rows("documents", words=title, limit=_PAGES).rows:
            if not page.slots.get("stub") and page.tellings and page.tellings[-1].documents:
                document = page.tellings[-1].documents[-1]
                yield document, str(page.slots.get("title") or ""), self.document(document).text

    def treaty(
        self, row: Row, at: str | None = None, found: ClauseFound | None = None,
        supposed: Mapping[str, datetime.date] | None = None,
    ) -> TreatyStanding | None:  # fmt: skip
        """Return how a treaty stands with each member of its organisation on a day.

        Args:
            row: of the register of instruments.
            at: ISO 8601 date; today where none is given.
            found: the clause it enters into force by; the record's own where none is given.
            supposed: member -> the day of a deposit that is supposed.

        Returns:
            None where the text asks no consent, nobody is told to have given any, or no organisation's members did.

        Raises:
            UsageError: `at` is no day.
        """
        from muniment.registers.participation import treaty_standing

        return treaty_standing(row, self._asked_on(at), found or self.treaty_clause(row), supposed)

    def treaty_if(
        self, row: Row, deposits: Mapping[str, datetime.date], found: ClauseFound | None = None
    ) -> TreatyStanding:
        """Return how a treaty would stand with deposits on some days: on the last of them, today if all are past.

        Args:
            row: of the register of instruments.
            deposits: member -> the day of a deposit that is supposed; nothing of it is filed.
            found: the clause it enters into force by; the record's own where none is given.

        Raises:
            UsageError: the row asks no member's consent, or a deposit is no member's.
        """
        from muniment.clerk.clock import now

        day = max([now()[:10], *(one.isoformat() for one in deposits.values())])
        standing = self.treaty(row, day, found, deposits)
        title = str(row.slots.get("title") or row.id)
        if standing is None:
            raise UsageError(
                "is told to have been signed, ratified or deposited by no organisation's member.", code="no-consent",
                where=title, hint="Build with the profile of the organisation, which says who its members are.",
            )  # fmt: skip
        members = [one.member for one in standing.members]
        strangers = [name for name in deposits if name not in members]
        if strangers:
            raise UsageError(
                f"no member of {standing.organization}: {', '.join(strangers)}.", code="no-member", where=title,
                hint=f"The members are {', '.join(members)}.",
            )  # fmt: skip
        return standing

    def treaty_matrix(self, organization: str = "", at: str | None = None) -> list[Matrix]:
        """Return the treaties of each organisation by its members on a day.

        Args:
            organization: only this one's, by its full name; all where empty.
            at: ISO 8601 date; today where none is given.

        Raises:
            UsageError: `at` is no day.
        """
        from muniment.registers.identity.offices import same_organization
        from muniment.registers.participation import Matrix

        kept, found = self.kept_treaties(at), []
        for home, told in self.treaty_homes(kept).items():
            if not organization or same_organization(home, organization):
                treaties = kept.some(0, kept.counts[home], home)
                found.append(Matrix(home, treaties[0].at, told.members, tuple(treaties)))
        return found

    def kept_treaties(self, at: str | None = None) -> Kept[TreatyStanding]:
        """Return the treaties of the matrices, organisation by organisation.

        Raises:
            UsageError: `at` is no day.
        """
        from muniment.clerk.clock import now
        from muniment.registers.participation import TreatyStanding, matrix

        day = day_of(at or now())
        question = Question(
            "treaties", TreatyStanding, part=lambda one: one.organization, about=lambda one: one.row,
        )  # fmt: skip

        def work_out() -> tuple[list[TreatyStanding], dict[str, Home]]:
            matrices = matrix(self.binding_texts(), self._asked_on(day.isoformat()), self.treaty_clause)
            treaties = [treaty for one in matrices for treaty in one.treaties]
            return treaties, {one.organization: Home(one.members, _owed(one)) for one in matrices}

        return self.kept(question, day.isoformat(), work_out)

    @staticmethod
    def treaty_homes(treaties: Kept[TreatyStanding]) -> dict[str, Home]:
        """Return the organisations whose treaties these are, in the order of the matrices."""
        found: dict[str, Home] = treaties.more(dict[str, Home])
        return found

    def treaty_backlog(self, member: str, at: str | None = None) -> Backlog:
        """Return what a member has yet to consent to on a day, the treaty signed first at the head.

        Args:
            member: a state by its short name.
            at: ISO 8601 date; today where none is given.

        Raises:
            UsageError: `at` is no day, or no organisation with treaties has such a member.
        """
        from muniment.registers.participation import backlog

        matrices = self.treaty_matrix(at=at)
        found = backlog(matrices, member)
        if found is None:
            members = sorted({name for one in matrices for name in one.members})
            raise UsageError(
                f"no organisation with treaties has the member {member!r}", code="no-member", where=member,
                hint=f"There are {', '.join(members)}." if members else "Build with a profile that names members.",
            )  # fmt: skip
        return found

    def _asked_on(self, at: str | None) -> Asked:
        from muniment.clerk.clock import now
        from muniment.registers.participation import Asked

        def offices_of(person: str) -> list[Row]:
            return self.rows("tenures", where={"person": person}).rows

        return Asked(day_of(at or now()), list(self.all_rows("relations")), offices_of)


def _owed(matrix: Matrix) -> dict[str, int]:
    """Return how many treaties members have yet to consent to, those that owe most first."""
    owed = Counter(own.member for treaty in matrix.treaties for own in treaty.members if own.owes)
    return dict(sorted(owed.items(), key=lambda each: (-each[1], each[0])))
