"""What is told to have been done with a text, act by act: by whom and when, and in whose words it is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from muniment.registers.dates import agree
from muniment.registers.row import Row, Telling
from muniment.registers.values import names

__all__ = ["ActTold", "acts_told", "telling_of"]


class ActTold(msgspec.Struct, frozen=True):
    """One act of a row as it is told.

    Attributes:
        action: what was done, as the record format names it.
        date: ISO 8601, as precise as told; empty where no page gives it.
        by: who acted.
        to: who received.
        place: where.
        planned: still to come when it was told.
        claims: ids of the claims that tell of it.
        documents: the documents those stand in.
        speakers: who tells of it, where only speakers' own words do; else empty.
        told_on: the earliest date that a page which tells of it gives itself; empty where none does.
    """

    action: str
    date: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    place: str
    planned: bool
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    speakers: tuple[str, ...]
    told_on: str


def acts_told(row: Row) -> list[ActTold]:
    """Return the acts of a row, done and planned, in the order they stand in it."""
    told = row.slots.get("actions")
    found = []
    for act in told if isinstance(told, list) else []:
        tellings = telling_of(row, act)
        speakers = [one.attributed_to for one in tellings]
        found.append(
            ActTold(
                action=str(act.get("action") or ""), date=str(act.get("date") or ""), by=tuple(names(act.get("by"))),
                to=tuple(names(act.get("to"))), place=str(act.get("place") or ""), planned=bool(act.get("planned")),
                claims=_each(tellings, "claims"), documents=_each(tellings, "documents"),
                speakers=tuple(dict.fromkeys(speakers)) if all(speakers) else (),
                told_on=min((one.first_stated for one in tellings if one.first_stated), default=""),
            )
        )  # fmt: skip
    return found


def _each(tellings: list[Telling], what: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for one in tellings for item in getattr(one, what)))


def telling_of(row: Row, act: Mapping[str, Any]) -> list[Telling]:
    """Return the tellings of a row that tell of an act: of that name and stage, with date and actors that agree."""
    return [
        one for one in row.tellings if one.count and any(_tells(told, act) for told in one.slots.get("actions") or ())
    ]


def _tells(told: Mapping[str, Any], act: Mapping[str, Any]) -> bool:
    if told.get("action") != act.get("action") or bool(told.get("planned")) != bool(act.get("planned")):
        return False
    by, of = set(names(told.get("by"))), set(names(act.get("by")))
    return (not by or not of or bool(by & of)) and agree(told.get("date"), act.get("date"))
