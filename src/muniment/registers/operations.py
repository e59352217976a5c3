"""Operations, exercises, deployments and missions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from muniment.registers.spec import Field, Lasting, Register, choice, dated_caption

__all__ = ["REGISTER"]


def _caption(slots: Mapping[str, Any]) -> str:
    name = str(slots.get("name") or slots.get("kind") or "operation").replace("_", " ")
    start = str(slots.get("start") or "")
    return dated_caption(name[:1].upper() + name[1:], "" if start[:4] and start[:4] in name else start)


REGISTER = Register(
    name="operations",
    label="Operations",
    singular="operation",
    about="One operation, exercise or mission; a series held every year has a row of its own beside its editions.",
    fields=(
        Field("name", "Name", "text", "Its name, without quotation marks.", "fullest"),
        choice(
            "operations.kind", "Kind", "What sort of undertaking it is.",
            "operation exercise peacekeeping monitoring_mission humanitarian",
        ),
        Field("purpose", "Purpose", "text", "What it is for, in the words of the page.", "fullest"),
        Field("country", "Country", "name", "Where it takes place.", "fullest"),
        Field("participants", "Participants", "names", "States, forces and services that take part.", "union"),
        choice("operations.status", "Status", "Whether it is over.", "planned ongoing completed", "status"),
        Field("start", "Start", "date", "Its first day.", "date"),
        Field("end", "End", "date", "Its last day.", "date"),
        Field("legal_basis", "Legal basis", "texts", "Texts that it rests on.", "union"),
        Field("numbers", "Numbers", "numbers", "What was counted: men, vehicles, kilograms, cases.", "union"),
    ),
    key=("name", "kind", "country", "start"),
    required=(("name",),),
    columns=("name", "kind", "country", "start", "end", "status"),
    caption=_caption,
    filters=("kind", "country", "status"),
    dates=("start", "end"),
    searched=("name", "purpose", "country", "participants", "legal_basis"),
    lasting=Lasting(
        "From `start`, else from the first page that tells of it, to `end`. One that is completed without a last day "
        "was over by the first page that tells so; one that goes on is certain as long as pages tell of it; one that "
        "is only planned is uncertain.",
        start="start", end="end", while_told=True, unsure=(("status", "planned"),), over=(("status", "completed"),),
    ),
)  # fmt: skip
"""The register of operations."""
