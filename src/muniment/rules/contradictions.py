"""Pages that contradict each other about one act."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from muniment.rules.gap import Gap, RowView, listed, names

__all__ = ["RELIABILITY", "contradictions"]

RELIABILITY = "ISO 15489-1:2016, 5.2.2 (characteristics of authoritative records: reliability)"


def _told(value: Any) -> str:
    if isinstance(value, dict) and value.get("action"):
        by = listed(names(value.get("by")), 2)
        done = str(value["action"]).replace("_", " ") + (f" by {by}" if by else "")
        return f"{done} on {value['date']}" if value.get("date") else done
    return str(value).replace("_", " ")


def contradictions(rows: Iterable[RowView], caption: Callable[[RowView], str]) -> Iterator[Gap]:
    """Yield every slot on which the pages behind a row disagree; `caption` gives a row's title."""
    for row in rows:
        for slot, told in row.conflicts.items():
            values = [f"“{_told(one['value'])}”" for one in told]
            text = f"{caption(row)}: pages disagree on {slot.replace('_', ' ')}: {listed(values, 4)}."
            yield Gap("contradiction", row.register, row.id, text, "", RELIABILITY)
