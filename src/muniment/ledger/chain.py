"""The hash chain: each entry's hash covers its own content and the hash before it.

`docs/ledger.md` states the recipe so that it can be recomputed without this package. Changing, moving, adding or taking
away an entry breaks every hash after it; cutting off the end does not, and is found by comparing with a head that
somebody kept.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from muniment.errors import Broken, LedgerError
from muniment.ledger.entry import START, Entry, Filing, Head
from muniment.ledger.kinds import KINDS, Kinds
from muniment.terms.ids import digest

__all__ = ["Chain", "entry_hash", "seal", "verify"]


def entry_hash(entry: Entry) -> str:
    """Return the SHA-256 that an entry's content has, whatever hash it bears."""
    return digest([entry.position, entry.kind, entry.filed_at, entry.author, entry.body, entry.previous])


def seal(head: Head, filings: Sequence[Filing], filed_at: str, kinds: Kinds = KINDS) -> list[Entry]:
    """Return the filings as entries chained on to a head.

    Args:
        head: the ledger's last entry.
        filings: what to file, in order.
        filed_at: the time of filing, UTC, ISO 8601 to the second.
        kinds: the kinds of entry that may be filed.

    Raises:
        LedgerError: a kind that is not filed any more, a body of another shape, or one that JSON has no form for.
    """
    entries: list[Entry] = []
    for filing in filings:
        kinds.check(filing)
        _check_plain(filing.body, filing.kind)
        bare = Entry(head.position + 1, filing.kind, filed_at, filing.author, filing.body, head.hash, "")
        try:
            entry = msgspec.structs.replace(bare, hash=entry_hash(bare))
        except (TypeError, UnicodeEncodeError) as error:
            raise LedgerError(f"a {filing.kind} body has no JSON form: {error}", code="no-json-form") from error
        entries.append(entry)
        head = Head(entry.position, entry.hash)
    return entries


def _check_plain(value: Any, kind: str) -> None:
    """Refuse what JSON would quietly change: numbers without an exact plain decimal form, keys that are no text."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise LedgerError(f"a {kind} body has the key {key!r}, which is not text", code="no-json-form")
            _check_plain(inner, kind)
    elif isinstance(value, list | tuple):
        for inner in value:
            _check_plain(inner, kind)
    elif isinstance(value, float):
        if not (value == 0 or (math.isfinite(value) and 1e-4 <= abs(value) < 1e15)):
            raise LedgerError(f"a {kind} body holds the number {value!r}, which has no plain form", code="no-json-form")
    elif not (value is None or isinstance(value, str | int)):
        raise LedgerError(f"a {kind} body holds a {type(value).__name__}, which is no JSON", code="no-json-form")


class Chain:
    """Follows a ledger entry by entry, checking each against the one before it."""

    def __init__(self, head: Head = START) -> None:
        """Begin after a head."""
        self.head = head

    def follow(self, entry: Entry) -> None:
        """Take the next entry.

        Raises:
            Broken: the entry does not follow the last one, or its hash is not that of its content.
        """
        where = f"entry {entry.position}"
        if entry.position != self.head.position + 1:
            raise Broken(f"entry {self.head.position + 1} is missing", code="entry-missing", where=where)
        if entry.previous != self.head.hash:
            raise Broken("does not follow the entry before it", code="chain-broken", where=where)
        if entry_hash(entry) != entry.hash:
            raise Broken("was changed after it was filed", code="entry-changed", where=where)
        self.head = Head(entry.position, entry.hash)


def verify(entries: Iterable[Entry], head: Head = START) -> Head:
    """Return the head that the entries lead to, each hash recomputed.

    Raises:
        Broken: an entry is missing, out of place or was changed.
    """
    chain = Chain(head)
    for entry in entries:
        chain.follow(entry)
    return chain.head
