"""Everything the registers tell of one name: of a person, a body, a state; in which part, and whom it met."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from muniment.registers import REGISTERS
from muniment.registers.row import Row
from muniment.registers.values import names

__all__ = ["PLACES", "Acquaintance", "Dossier", "Mention", "met", "part_in", "present"]

PLACES: Mapping[str, tuple[str, ...]] = {
    "tenures": ("person", "organization"), "bodies": ("name", "parent"),
    "meetings": ("bodies", "chair", "participants"),
    "instruments": ("by", "actions"), "operations": ("participants", "country"), "statements": ("speaker",),
    "commitments": ("actor", "given_by"), "relations": ("subject", "object"), "situations": ("assessed_by", "region"),
    "awards": ("recipient", "conferred_by"),
}  # fmt: skip
"""Register -> its slots that name somebody, the part that tells most first."""

_WITH_OFFICES = frozenset({"chair", "participants"})
"""Slots that name people with their offices, in which a state or body may stand."""


class Mention(msgspec.Struct, frozen=True):
    """A row that names somebody, and the slot it does so in; `office` where only a person's office names them."""

    row: Row
    part: str


class Acquaintance(msgspec.Struct, frozen=True):
    """Somebody who was at meetings with the one asked after.

    Attributes:
        name: who.
        times: at how many meetings that were held.
        last: the day of the last of them, ISO 8601; empty where none has a date.
        row: the row of that meeting.
    """

    name: str
    times: int
    last: str
    row: str


class Dossier(msgspec.Struct, frozen=True):
    """Everything told of a name.

    Attributes:
        name: as it was asked for.
        mentions: register -> the rows that name it, by date, those without one first.
        acquaintances: whom it met, the most often met first.
        newest: how many rows of a register were looked at, the newest, where one has more; 0 where all were.
    """

    name: str
    mentions: dict[str, list[Mention]]
    acquaintances: list[Acquaintance]
    newest: int = 0

    @property
    def count(self) -> int:
        """How many rows name it."""
        return sum(map(len, self.mentions.values()))


def part_in(row: Row, name: str) -> str:
    """Return the slot in which a row names somebody; `office` for a person's office; empty where it does not."""
    for slot in PLACES.get(row.register, ()):
        told = row.slots.get(slot)
        if name in (_actors(told) if slot == "actions" else names(told)):
            return slot
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    for slot in _WITH_OFFICES & set(PLACES.get(row.register, ())):
        told = row.slots.get(slot)
        people = told if isinstance(told, list) else [told]
        if any(whole.search(str(one.get("office") or "")) for one in people if isinstance(one, dict)):
            return "office"
    return ""


def _actors(actions: Any) -> list[str]:
    acts = [act for act in actions or () if isinstance(act, dict)]
    return [name for act in acts for part in ("by", "to") for name in names(act.get(part))]


def met(name: str, meetings: Iterable[Row]) -> list[Acquaintance]:
    """Return whom somebody met at meetings that were held, the most often met first, then the last met."""
    found: dict[str, tuple[int, str, str]] = {}
    start = REGISTERS["meetings"].date
    for row in meetings:
        if row.slots.get("status") not in (None, "held") or not part_in(row, name):
            continue
        date = start(row.slots)
        for other in dict.fromkeys(present(row.slots)):
            if other != name:
                times, last, place = found.get(other, (0, "", row.id))
                found[other] = (times + 1, *((date, row.id) if date >= last else (last, place)))
    told = [Acquaintance(other, *what) for other, what in found.items()]
    told.sort(key=lambda one: one.last, reverse=True)
    return sorted(told, key=lambda one: -one.times)


def present(slots: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names of a meeting: its bodies, its chair, those who took part."""
    for slot in ("bodies", "chair", "participants"):
        yield from names(slots.get(slot))
