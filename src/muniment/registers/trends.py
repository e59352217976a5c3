"""How regions were assessed over time, and by whom: each assessment its speaker's own, none averaged with another."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from muniment.registers.row import Row
from muniment.registers.values import names

__all__ = ["TRENDS", "Assessment", "Region", "trends"]

TRENDS = ("improving", "stable", "tense", "deteriorating")
"""Trends of the record format, the calmest first."""


class Assessment(msgspec.Struct, frozen=True):
    """One assessment.

    Attributes:
        row: its row.
        date: when it was given, ISO 8601, as precise as told; empty where no page gives it.
        trend: one of `TRENDS`; empty where none was told.
        by: whose it is; empty where no page says.
        said_by: the speaker, where only somebody's words tell of it.
    """

    row: str
    date: str
    trend: str
    by: str
    said_by: str


class Region(msgspec.Struct, frozen=True):
    """A region or border, with its assessments in order of date, those without one last."""

    name: str
    assessments: list[Assessment]


def trends(situations: Iterable[Row]) -> list[Region]:
    """Return every region that was assessed, those assessed most often first.

    Args:
        situations: rows of that register; regions are one where their names are, whatever the case of their letters.
    """
    found: dict[str, tuple[str, list[Assessment]]] = {}
    for row in situations:
        name = str(row.slots.get("region") or "")
        if not name:
            continue
        told = Assessment(
            row.id, str(row.slots.get("date") or ""), str(row.slots.get("trend") or ""),
            ", ".join(names(row.slots.get("assessed_by"))), row.attributed_to,
        )  # fmt: skip
        found.setdefault(" ".join(name.split()).casefold(), (name, []))[1].append(told)
    regions = [Region(name, sorted(told, key=lambda one: one.date or "9999")) for name, told in found.values()]
    return sorted(regions, key=lambda region: (-len(region.assessments), region.name.casefold()))
