"""What is new in a record since an entry of its ledger: rows begun, changed or gone, pages, decisions."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from muniment.clerk.ports import Stores
from muniment.ledger import Entry

__all__ = ["MOST", "ChangedRow", "News", "news"]

MOST = 20_000
"""Entries looked at, the newest: more than a visitor reads about one by one (judgement)."""


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
        all_looked_at: False where more than `MOST` entries came, and the earlier of them were passed over.
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


def news(stores: Stores, since: int) -> News:
    """Return what came after the entry at a position."""
    until = stores.ledger.head().position
    since = min(max(since, 0), until)
    first = max(since, until - MOST)
    touched: dict[tuple[str, str], tuple[int, int]] = {}
    pages = decisions = 0
    for entry in stores.ledger.read(first):
        pages += entry.kind.startswith("page.filed/")
        decisions += entry.kind.startswith("decision.")
        for place in _touched(stores, entry):
            touched[place] = (entry.position, touched.get(place, (0, 0))[1] + 1)
    at = next(stores.ledger.read(since - 1, 1), None) if since else None
    found = [
        ChangedRow(register, row, what, position, entries)
        for (register, row), (position, entries) in touched.items()
        if (what := _what(stores, register, row, since))
    ]
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


def _what(stores: Stores, register: str, row: str, since: int) -> str:
    """Return what became of a row; empty where it came and went again, or went into another row."""
    there = stores.rows.get(register, row)
    begun_since = there is None or there.position > since
    if there is None or there.merged_into or there.withdrawn:
        return "" if begun_since else "gone"
    return "new" if begun_since else "changed"
