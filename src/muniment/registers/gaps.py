"""Every gap that the rules find in the registers' rows on a day."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator

from muniment.registers import REGISTERS
from muniment.registers.identity.offices import same_office, same_organization
from muniment.registers.row import Row
from muniment.rules import Gap, RowView
from muniment.rules.contradictions import contradictions
from muniment.rules.due import outcome_unknown, overdue
from muniment.rules.meetings import never_reported
from muniment.rules.offices import gaps_in_office, overlaps
from muniment.rules.ratification import not_registered, unratified

__all__ = ["gaps"]


def _caption(row: RowView) -> str:
    return REGISTERS[row.register].caption(row.slots)


def gaps(rows: Callable[[str], Iterable[Row]], as_of: datetime.date) -> Iterator[Gap]:
    """Yield what the record leaves open on a day, rule by rule.

    Args:
        rows: gives a register's rows in a settled order; those withdrawn are passed over.
        as_of: the day it is asked on.
    """

    def shown(register: str) -> Iterator[Row]:
        return (row for row in rows(register) if not row.withdrawn)

    yield from overdue(shown("commitments"), as_of)
    yield from never_reported(shown("meetings"), as_of)
    yield from outcome_unknown(shown("instruments"), as_of)
    yield from unratified(shown("instruments"), list(shown("relations")), as_of, same_organization)
    yield from not_registered(shown("instruments"), as_of)
    tenures = [row for row in shown("tenures") if row.slots.get("start")]
    yield from overlaps(tenures, same_office)
    yield from gaps_in_office(tenures, same_office)
    for register in REGISTERS:
        yield from contradictions(shown(register), _caption)
