"""Registers as tables: the columns of a list, and a flat header and line for each row of an export."""

from __future__ import annotations

from muniment.registers.attribution import told_only_by
from muniment.registers.row import Row
from muniment.registers.spec import Field, Register
from muniment.registers.values import cell

__all__ = ["as_of_record", "csv_header", "csv_line", "list_columns", "page_count"]

_FIRST = ("id", "caption")
_LAST = (
    "sources", "claims", "corrected", "conflicts", "attributed_to", "told_by", "first_stated", "last_stated",
    "withdrawn", "evidence_count", "claim_count",
)  # fmt: skip

_AS_OF = ("as_of", "certain", "doubt")


def list_columns(register: Register) -> tuple[Field, ...]:
    """Return the fields that a list of the register shows, in order."""
    return tuple(register.field(name) for name in register.columns)


def page_count(row: Row) -> int:
    """Return how many pages tell of a row, of those it lists; profiles and people are none, a teaser is its page's."""
    pages = {source.partition("#teaser")[0] for source in row.sources}
    return sum(not source.startswith(("profile:", "decision:")) for source in pages)


def csv_header(register: Register, *, as_of: bool = False) -> list[str]:
    """Return the names of the columns of a CSV export: `id`, `caption`, every slot, then where it comes from."""
    return [*_FIRST, *(field.name for field in register.fields), *_LAST, *(_AS_OF if as_of else ())]


def as_of_record(day: str, doubt: str) -> dict[str, dict[str, str | bool]]:
    """Return what a row's record says of the day it was asked of: whether it was so for certain, else why not."""
    return {"as_of": {"day": day, "certain": not doubt, **({"doubt": doubt} if doubt else {})}}


def csv_line(register: Register, row: Row, as_of: str = "", doubt: str = "") -> list[str]:
    """Return a row's cells under `csv_header`; lists are joined by "; ", what is unstated is empty.

    Args:
        register: the row's register.
        row: the row.
        as_of: the day that was asked of, ISO 8601; empty where none was.
        doubt: why it is uncertain whether the row was so on that day; empty where it is not.
    """
    more = {
        "id": row.id,
        "caption": register.caption(row.slots),
        "sources": row.sources,
        "claims": row.claims,
        "corrected": row.corrected,
        "conflicts": [
            f"{slot}: {' | '.join(cell(other['value']) for other in others)}" for slot, others in row.conflicts.items()
        ],
        "attributed_to": row.attributed_to,
        "told_by": [f"{slot}: {', '.join(speakers)}" for slot, speakers in told_only_by(row).items()],
        "first_stated": row.first_stated,
        "last_stated": row.last_stated,
        "withdrawn": row.withdrawn,
        "evidence_count": row.evidence_count,
        "claim_count": row.claim_count,
    }
    slots = {field.name: row.slots.get(field.name) for field in register.fields}
    line = [cell(more[name]) if name in more else cell(slots[name]) for name in csv_header(register)]
    return [*line, as_of, "no" if doubt else "yes", doubt] if as_of else line
