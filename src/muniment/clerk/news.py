"""What is new in a record since an entry of its ledger: rows begun, changed or gone, pages, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

import msgspec

from muniment.clerk.ports import Stores
from muniment.ledger import Entry

__all__ = ["ChangedRow", "News", "news"]

_AT_ONCE = 500
"""Entries whose rows are looked up together."""


class ChangedRow(msgspec.Struct, frozen=True):
    """A row that entries touched.

    Attributes:
        register: its register.
        row: its id.
        what: `new` where it was begun since, `gone` where it stands no more, else `changed`.
        position: the last entry that touched it.
        entries: how many did.
    """

    register: str
    row: str
    what: str
    position: int
    entries: int


class News(msgspec.Struct, frozen=True):
    """What came since an entry.

    Attributes:
        since: the entry after which it came; 0 for all there is.
        since_at: when that entry was filed, UTC; empty for 0.
        until: the last entry of the ledger.
        rows: rows touched, the last touched first; those that a profile alone states are left out.
        pages: versions of pages taken in.
        decisions: what people decided.
        all_looked_at: False where more entries came than are looked at, and the earlier of them were passed over.
    """

    since: int
    since_at: str
    until: int
    rows: list[ChangedRow]
    pages: int
    decisions: int
    all_looked_at: bool

    def count(self, register: str, what: str) -> int:
        """Return how many rows of a register are `new`, `changed` or `gone`."""
        return sum(one.register == register and one.what == what for one in self.rows)


def news(stores: Stores, since: int, most: int) -> News:
    """Return what came after the entry at a position; of more than `most` entries, what the newest of them tell."""
    until = stores.ledger.head().position
    since = min(max(since, 0), until)
    first = max(since, until - most)
    touched: dict[tuple[str, str], tuple[int, int]] = {}
    pages = decisions = 0
    entries = stores.ledger.read(first)
    while some := list(islice(entries, _AT_ONCE)):
        filed = [str(entry.body.get("claim")) for entry in some if entry.kind.startswith("claim.")]
        held = stores.rows.rows_of_claims(filed)
        for entry in some:
            pages += entry.kind.startswith("page.filed/")
            decisions += entry.kind.startswith("decision.")
            own = held.get(str(entry.body.get("claim"))) if entry.kind.startswith("claim.") else None
            for place in [own] if own is not None else _touched(stores, entry):
                touched[place] = (entry.position, touched.get(place, (0, 0))[1] + 1)
    at = next(stores.ledger.read(since - 1, 1), None) if since else None
    found = list(_changed(stores, touched, since))
    found.sort(key=lambda one: -one.position)
    return News(since, at.filed_at if at else "", until, found, pages, decisions, first == since)


def _touched(stores: Stores, entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the rows that hold now what an entry is about."""
    if not entry.kind.startswith(("claim.", "decision.")):
        return
    register = str(entry.body.get("register") or "")
    for name in ("claim", "row", "a", "b"):
        about = entry.body.get(name)
        if not isinstance(about, str):
            continue
        claim = stores.rows.claim(about)
        if claim is not None:
            yield claim.register, claim.row
        elif register and stores.rows.get(register, about) is not None:
            yield register, about
    undone = entry.body.get("entry")
    if isinstance(undone, int):
        for earlier in stores.ledger.read(undone - 1, 1):
            if earlier.position < entry.position:
                yield from _touched(stores, earlier)


def _changed(stores: Stores, touched: Mapping[tuple[str, str], tuple[int, int]], since: int) -> Iterator[ChangedRow]:
    """Yield what became of rows that entries touched; none that came and went again, or went into another row."""
    by_register: dict[str, list[str]] = {}
    for register, row in touched:
        by_register.setdefault(register, []).append(row)
    begun = {register: stores.rows.begun(register, rows) for register, rows in by_register.items()}
    for (register, row), (position, entries) in touched.items():
        began, shown = begun[register].get(row, (since + 1, False))
        if shown or began <= since:
            what = "gone" if not shown else "new" if began > since else "changed"
            yield ChangedRow(register, row, what, position, entries)
