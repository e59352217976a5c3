"""What there is to follow: what is new since an entry, which bodies are quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from muniment.facade.kept import Question
from muniment.facade.looking import day_of
from muniment.facade.ties import Ties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from muniment.clerk.news import News
    from muniment.facade.kept import Kept
    from muniment.registers.concerned import MemberConcern
    from muniment.registers.dossier import Dossier
    from muniment.registers.places import PlaceMet
    from muniment.registers.row import Row
    from muniment.registers.trends import Region
    from muniment.rules.quiet import Quiet

__all__ = ["Following", "Named"]

_ALL = 1_000_000
"""More rows than a register has: a list without an end."""


_NAMED = (("people", "tenures", "person"), ("bodies", "bodies", "name"), ("members", "relations", "subject"))
"""Kind of name, and the register and slot that it stands in."""


class Named(msgspec.Struct, frozen=True):
    """A name that rows tell of.

    Attributes:
        kind: `people` in office, `bodies`, or `members`: states and organisations.
        name: as the rows have it.
        rows: how many rows of its kind have it.
    """

    kind: str
    name: str
    rows: int


class Following(Ties):
    """What there is to follow in a record."""

    def news(self, since: int = 0, most: int = 20_000) -> News:
        """Return what came after the ledger's entry at a position: rows begun, changed and gone, pages, decisions.

        Args:
            since: the position.
            most: entries that are looked at, the newest.
        """
        from muniment.clerk.news import news

        return news(self._rows(), since, most)

    def quiet(self, as_of: str | None = None) -> list[Quiet]:
        """Return the bodies that have not met for more than three times their usual interval, the longest silent first.

        Nothing after the last page of the record is missing from it: silence is counted up to that day.

        Args:
            as_of: ISO 8601 date, `2026-05-04`; today where none is given.

        Raises:
            UsageError: `as_of` is no day.
        """
        return list(self.kept_quiet(as_of))

    def kept_quiet(self, as_of: str | None = None) -> Kept[Quiet]:
        """Return what `quiet` gives; raises as `quiet`."""
        from muniment.clerk.clock import now
        from muniment.rules.quiet import Quiet, quiet

        asked = day_of(as_of or now())

        def work_out() -> tuple[Iterable[Quiet], None]:
            last = self.last_page()
            return quiet(self.all_rows("meetings"), min(asked, day_of(last)) if last else asked), None

        return self.kept(Question("quiet", Quiet), asked.isoformat(), work_out)

    def meetings(self, body: str = "", member: str = "", since: str = "", until: str = "") -> list[Row]:
        """Return meetings with a date in its order, of any status.

        Args:
            body: only those of the body of that name.
            member: only those that concern it: it is named in them, or belongs to the organisation whose body meets.
            since: ISO 8601 date before which none began.
            until: ISO 8601 date after which none began.
        """
        where = {"bodies": body, "since": since or "0001", "until": until}
        asked = {name: value for name, value in where.items() if value}
        found = self.rows("meetings", where=asked, sort="date", limit=_ALL, total=False).rows
        if not member:
            return found
        told = self.concern(member).concern
        return [row for row in found if told.of(row.slots)]

    def concern(self, member: str) -> MemberConcern:
        """Return what concerns a member, and how many meetings with a date do in each month.

        Of everybody who is told to be a member of something it is kept.
        """
        from muniment.registers.concerned import concerns

        if found := self.kept_concerns().about(member):
            return found[0]
        rows = self.all_rows
        return concerns([member], rows("meetings"), rows("bodies"), rows("relations"))[0]

    def kept_concerns(self) -> Kept[MemberConcern]:
        """Return what `concern` gives of every member, found by its name."""
        from muniment.registers.concerned import MemberConcern, concerns

        def work_out() -> tuple[list[MemberConcern], None]:
            rows = self.all_rows
            return concerns(self.members(), rows("meetings"), rows("bodies"), rows("relations")), None

        return self.kept(Question("concerns", MemberConcern, about=lambda one: one.concern.member), "", work_out)

    def names(self, limit: int = 250) -> list[Named]:
        """Return the names that most rows have, kind by kind.

        Args:
            limit: at most so many of each kind.
        """
        return [
            Named(kind, name, count)
            for kind, register, slot in _NAMED
            for name, count in self.values(register, slot, limit)
        ]

    def dossier(self, name: str, limit: int = 1_000) -> Dossier:
        """Return everything that the registers tell of a name: of a person, a body or a state.

        Args:
            name: as the rows have it.
            limit: at most so many rows of each register are looked at, the newest.
        """
        from muniment.registers.dossier import PLACES, Dossier, Mention, met, part_in

        mentions = {}
        rows = self._rows().rows.newest_with(name, limit)
        for register in PLACES:
            there = reversed(rows.get(register, []))
            told = [Mention(row, part) for row in there if (part := part_in(row, name))]
            if told:
                mentions[register] = told
        newest = limit if any(len(found) >= limit for found in rows.values()) else 0
        return Dossier(name, mentions, met(name, (one.row for one in mentions.get("meetings", []))), newest)

    def trends(self) -> list[Region]:
        """Return every region that was assessed, with its assessments in order of date, those assessed most first."""
        return list(self.kept_trends())

    def kept_trends(self) -> Kept[Region]:
        """Return what `trends` gives, found by a region's name; with all names, and how many assessments there are."""
        from muniment.registers.trends import Region, trends

        def work_out() -> tuple[list[Region], tuple[list[str], int]]:
            found = trends(self.all_rows("situations"))
            return found, ([one.name for one in found], sum(len(one.assessments) for one in found))

        return self.kept(Question("trends", Region, about=lambda one: one.name.casefold()), "", work_out)

    def places(self, name: str = "") -> list[PlaceMet]:
        """Return every city that meetings are told of in, where it is, and how many were held and announced there.

        Those with most meetings come first. A city that the world tables do not have has no place on a map.

        Args:
            name: only of meetings whose rows have this name, of a person, a body or a state; of all where empty.
        """
        from muniment.clerk.places import places
        from muniment.registers.places import PlaceMet

        if name:
            return places(one.row for one in self.dossier(name).mentions.get("meetings", []))
        return list(self.kept(Question("places", PlaceMet), "", lambda: (places(self.all_rows("meetings")), None)))

    def members(self) -> list[str]:
        """Return every state or organisation told to be a member of something, in order of name."""
        from muniment.registers.concerned import members

        return list(self.kept(Question("members", str), "", lambda: (members(self.all_rows("relations")), None)))

    def today(self) -> str:
        """Return today's date, ISO 8601, as the record's clock has it (UTC)."""
        from muniment.clerk.clock import now

        return now()[:10]

    def last_page(self) -> str:
        """Return the last day that a page of the record gives itself, ISO 8601; empty where none gives any."""
        newest = self.rows("documents", sort="date", descending=True, limit=5).rows
        days = [str(row.slots["published"]) for row in newest if len(str(row.slots.get("published"))) == 10]
        return max(days, default="")
