"""Project: the registers follow the ledger, entry by entry."""

from __future__ import annotations

from collections.abc import Sequence

from muniment.clerk.ports import Clock, Stores
from muniment.errors import Stale
from muniment.ledger import KINDS, Entry, Filing, seal
from muniment.registers.projector import follow

__all__ = ["FOLD", "enter", "note_projected", "project", "projected", "require_projected"]

_UPTO = "projected"
"""Name of the note that says how far the registers follow the ledger: `<position>` and the fold's version."""

FOLD = "7"
"""Version of the fold; raised with any change of it, so that records are projected again."""


def enter(stores: Stores, filings: Sequence[Filing], clock: Clock) -> list[Entry]:
    """Return the entries that filings became, the registers having followed them.

    Writes: ledger and registers, in one transaction.

    Raises:
        Conflict: somebody else filed first.
        LedgerError: a filing of a kind or shape that is not filed.
    """
    if not filings:
        return []
    with stores.transaction():
        head = stores.ledger.head()
        entries = seal(head, filings, clock())
        stores.ledger.append(entries, head)
        follow(stores.rows, entries)
        note_projected(stores, entries[-1].position)
    return entries


def note_projected(stores: Stores, position: int) -> None:
    """Put down how far the registers follow the ledger."""
    stores.archive.put_note(_UPTO, f"{position} {FOLD}".encode())


def projected(stores: Stores) -> tuple[int, str]:
    """Return how far the registers follow the ledger, and by which version of the fold."""
    note = stores.archive.note(_UPTO).decode("utf-8", "replace")
    position, _, fold = note.partition(" ")
    return (int(position), fold) if position.isdecimal() else (0, fold if note else FOLD)


def project(stores: Stores, *, afresh: bool = False) -> int:
    """Return how many entries the registers had to follow to be up to date with the ledger.

    Reads: ledger. Writes: registers, in one transaction. Registers made by another version of the fold, and with
    `afresh` any, are emptied first and folded again from the first entry.

    Raises:
        TooNew: the ledger holds entries of a later version.
    """
    position, fold = projected(stores)
    if position == stores.ledger.head().position and fold == FOLD and not afresh:
        return 0
    with stores.transaction():
        if fold != FOLD or afresh:
            stores.rows.clear()
            position = 0
        followed = follow(stores.rows, map(KINDS.lift, stores.ledger.read(position)))
        note_projected(stores, position + followed)
    return followed


def require_projected(stores: Stores) -> None:
    """Check that the registers follow the ledger.

    Raises:
        Stale: they lag behind, or another version of the fold made them.
    """
    head = stores.ledger.head()  # before the note, which a build may move on meanwhile
    position, fold = projected(stores)
    if position < head.position or fold != FOLD:
        raise Stale(
            "the registers lag behind the ledger", code="stale", where=stores.where,
            hint="`muniment build` with no pages brings them up to date.",
        )  # fmt: skip
