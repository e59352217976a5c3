"""Pages that contradict each other about one act."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from muniment.rules.gap import Gap, RowView, listed, names

__all__ = ["RELIABILITY", "contradiction"]

RELIABILITY = "ISO 15489-1:2016, 5.2.2 (characteristics of authoritative records: reliability)"


def _told(value: Any) -> str:
    if isinstance(value, dict) and value.get("action"):
        by = listed(names(value.get("by")), 2)
        done = str(value["action"]).replace("_", " ") + (f" by {by}" if by else "")
        return f"{done} on {value['date']}" if value.get("date") else done
    return str(value).replace("_", " ")


def contradiction(row: RowView, caption: str, slot: str, values: Iterable[Any]) -> Gap:
    """Return the gap that the pages behind a row leave by disagreeing on a slot.

    Args:
        row: the row.
        caption: its title.
        slot: on which they disagree.
        values: those told, the one the row shows first.
    """
    told = listed([f"“{_told(value)}”" for value in values], 4)
    text = f"{caption}: pages disagree on {slot.replace('_', ' ')}: {told}."
    return Gap("contradiction", row.register, row.id, text, "", RELIABILITY)
