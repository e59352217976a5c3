"""Which meetings concern a member: those it is named in, and those of the bodies of organisations it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from muniment.registers import REGISTERS
from muniment.registers.identity.offices import same_organization
from muniment.registers.row import Row
from muniment.registers.values import names

__all__ = ["Concern", "DatedRow", "concern", "concerned", "members"]


class Concern(msgspec.Struct, frozen=True):
    """What a member is concerned by.

    Attributes:
        member: its name.
        bodies: the organisations it is told to belong to, with their bodies and the bodies of those.
    """

    member: str
    bodies: frozenset[str]

    def of(self, slots: Mapping[str, Any]) -> str:
        """Return why a meeting concerns the member: `named` in it, `member` of the body that meets; else empty."""
        bodies = names(slots.get("bodies"))
        if any(same_organization(name, self.member) for name in (*bodies, *names(slots.get("participants")))):
            return "named"
        people = slots.get("participants")
        offices = [str(one.get("office") or "") for one in people or () if isinstance(one, dict)]
        whole = re.compile(rf"(?<!\w){re.escape(self.member)}(?!\w)")
        if any(whole.search(told) for told in (*offices, *names(slots.get("participants")))):
            return "named"
        return "member" if any(body in self.bodies for body in bodies) else ""


def members(relations: Iterable[Row]) -> list[str]:
    """Return every state or organisation told to be a member of something, in order of name."""
    found = {
        str(row.slots["subject"])
        for row in relations
        if row.slots.get("kind") == "membership" and row.slots.get("state") == "in_force" and row.slots.get("subject")
    }
    return sorted(found)


def concern(member: str, bodies: Iterable[Row], relations: Iterable[Row]) -> Concern:
    """Return what a member is concerned by, as the registers of bodies and relations tell."""
    reached = {
        str(row.slots["object"])
        for row in relations
        if row.slots.get("kind") == "membership"
        and row.slots.get("state") == "in_force"
        and row.slots.get("object")
        and same_organization(str(row.slots.get("subject") or ""), member)
    }
    parents = [(str(row.slots.get("name") or ""), str(row.slots.get("parent") or "")) for row in bodies]
    while further := {name for name, parent in parents if name and parent in reached} - reached:
        reached |= further
    return Concern(member, frozenset(reached))


class DatedRow(msgspec.Struct, frozen=True):
    """A row by its id, with the date that places it in time."""

    row: str
    date: str


def concerned(
    member: str, meetings: Iterable[Row], bodies: Iterable[Row], relations: Iterable[Row]
) -> Iterator[DatedRow]:
    """Yield the meetings with a date that concern a member."""
    told, date = concern(member, bodies, relations), REGISTERS["meetings"].date
    for row in meetings:
        if (day := date(row.slots)) and told.of(row.slots):
            yield DatedRow(row.id, day)
