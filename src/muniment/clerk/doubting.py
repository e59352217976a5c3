"""Doubting: rows that may be one, as people are shown them, less those that somebody has decided on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from muniment.clerk.correct import standing
from muniment.clerk.ports import Stores
from muniment.ledger import KINDS
from muniment.ledger.kinds import DOUBTS
from muniment.registers import REGISTERS
from muniment.registers.grouping import barred
from muniment.registers.identity.doubts import REASONS
from muniment.registers.keeping import judgements_on
from muniment.registers.proposals import proposals
from muniment.registers.row import Row

__all__ = ["Proposed", "Side", "proposed_in"]


class Side(msgspec.Struct, frozen=True):
    """One of two rows that may be one: its id, its title, and where it is told."""

    row: str
    caption: str
    sources: tuple[str, ...]


class Proposed(msgspec.Struct, frozen=True):
    """Two rows that may be one: why, by name and in words, and the two, the one begun first first."""

    register: str
    reason: str
    why: str
    a: Side
    b: Side


def proposed_in(stores: Stores, registers: Sequence[str]) -> Iterator[Proposed]:
    """Yield the pairs of rows that a person should look at, register by register, in the order they were begun.

    What somebody judged to be one or two, or could not tell, is passed over until that is undone.

    Reads: rows, decisions, ledger.
    """
    untold = _untold(stores)

    def settled(one: Row, two: Row) -> bool:
        judged = barred(one.tellings, two.tellings, judgements_on(stores.rows, [one, two]))
        return judged is not None or frozenset((one.id, two.id)) in untold

    for name in registers:
        rows = {row.id: row for row in stores.rows.all(name)}
        for one in proposals(name, rows.values(), settled):
            yield Proposed(name, one.reason, REASONS[one.reason], _side(rows[one.a]), _side(rows[one.b]))


def _side(row: Row) -> Side:
    return Side(row.id, REGISTERS[row.register].caption(row.slots), tuple(row.sources))


def _untold(stores: Stores) -> set[frozenset[str]]:
    """Return the pairs of rows about which somebody said that it cannot be told."""
    found = set()
    for entry in standing(stores, DOUBTS):
        body = KINDS.lift(entry).body
        claims = [stores.rows.claim(body[side]) for side in ("a", "b")]
        found.add(frozenset(claim.row for claim in claims if claim is not None))
    return found
