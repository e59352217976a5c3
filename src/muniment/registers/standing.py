"""How a treaty stands with each member of its organisation: who signed, ratified and deposited, when, and who says so.

Press calls many things "ratified": a parliament's vote, the head of state's signature, the deposit. They are counted
apart, and only the deposit (or an accession, which is made by one) binds: Vienna Convention on the Law of Treaties,
articles 2(1)(b), 14, 15 and 16.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from muniment.registers.acting import OfficesOf, acted, actors_for, all_together, claims_telling
from muniment.registers.identity.offices import same_organization
from muniment.registers.row import Row
from muniment.registers.values import names
from muniment.rules.gap import acts
from muniment.rules.ratification import BINDING_KINDS, CONSENT, home_of, members_at, organizations

__all__ = ["MemberStanding", "Standing", "Told", "members_by_organization", "standing"]

_SIGNED = ("sign",)
_RATIFIED = ("ratify", "accept")
_DEPOSITED = ("deposit", "accede")


class Told(msgspec.Struct, frozen=True):
    """One act of a member, as told.

    Attributes:
        action: what was done, as the record format names it.
        date: ISO 8601, as precise as told; empty where no page gives it.
        by: who acted: the member, its parliament, its representative, or everybody together.
        claims: ids of the claims that tell of it.
    """

    action: str
    date: str
    by: tuple[str, ...]
    claims: tuple[str, ...]


class MemberStanding(msgspec.Struct, frozen=True):
    """How far one member has gone, each list in order of date; an empty one says that no page tells of it."""

    member: str
    signed: tuple[Told, ...] = ()
    ratified: tuple[Told, ...] = ()
    deposited: tuple[Told, ...] = ()


class Standing(msgspec.Struct, frozen=True):
    """How a text stands with the members of an organisation.

    Attributes:
        organization: whose members' text it is.
        at: the day its members are taken on.
        members: each member, in order of name.
        rule: the articles by which it is counted.
    """

    organization: str
    at: datetime.date
    members: tuple[MemberStanding, ...]
    rule: str = CONSENT

    def count(self, what: str) -> int:
        """Return how many members are told to have `signed`, `ratified` or `deposited`; who deposited has ratified."""
        return sum(bool(getattr(one, what) or (what == "ratified" and one.deposited)) for one in self.members)


def standing(
    row: Row,
    relations: Sequence[Row],
    offices_of: OfficesOf,
    at: datetime.date,
    known: Mapping[str, list[str]] | None = None,
) -> Standing | None:
    """Return how a text stands; None where it asks no consent or is no organisation's members' text.

    Args:
        row: an instrument.
        relations: all relations, those from profiles too.
        offices_of: gives the tenures of a person who acted for a state.
        at: the day whose members are asked after; what was done later counts too.
        known: what `members_by_organization` gives for that day, so that many texts are asked after in one go.
    """
    done = acts(row, *_SIGNED, *_RATIFIED, *_DEPOSITED)
    if row.slots.get("kind") not in BINDING_KINDS or not done:
        return None
    by_organization = members_by_organization(relations, at) if known is None else known
    acting = {name: actors_for(name, offices_of) for act in done for name in names(act.get("by"))}
    states = [state for found in acting.values() for state in found]
    asked = msgspec.structs.replace(row, slots={**row.slots, "by": [*names(row.slots.get("by")), *states]})
    home = home_of(asked, by_organization, same_organization)
    if not home:
        return None
    members = [_member(row, member, done, acting) for member in by_organization[home]]
    return Standing(home, at, tuple(members))


def members_by_organization(relations: Sequence[Row], at: datetime.date) -> dict[str, list[str]]:
    """Return the members of every organisation on a day."""
    return {
        name: members_at(relations, name, at, same_organization) for name in organizations(relations, same_organization)
    }


def _member(
    row: Row, member: str, done: Iterable[Mapping[str, Any]], acting: Mapping[str, list[str]]
) -> MemberStanding:
    own = [act for act in done if acted(act, member, acting)]
    together = [act for act in done if act["action"] == "sign" and all_together(act)]
    return MemberStanding(
        member,
        signed=_told(row, [act for act in own if act["action"] in _SIGNED] or together),
        ratified=_told(row, [act for act in own if act["action"] in _RATIFIED]),
        deposited=_told(row, [act for act in own if act["action"] in _DEPOSITED]),
    )


def _told(row: Row, found: Sequence[Mapping[str, Any]]) -> tuple[Told, ...]:
    """Return acts in order of date, an undated one only where none is dated."""
    dated = [act for act in found if act.get("date")] or list(found)
    lines = [
        Told(str(act["action"]), str(act.get("date") or ""), tuple(names(act.get("by"))), claims_telling(row, act))
        for act in dated
    ]
    return tuple(sorted(lines, key=lambda line: (line.date, line.action, line.by)))
