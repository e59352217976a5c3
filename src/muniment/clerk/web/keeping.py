"""Keeping: exchanges into the record, each named by an entry, and checked against the page they carried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from muniment.archive import MAX_BYTES
from muniment.archive.web import Exchange
from muniment.archive.web.exchange import content_of
from muniment.clerk.ports import AUTHOR, Clock, Stores
from muniment.clerk.project import enter
from muniment.errors import CaptureError
from muniment.ledger import KINDS, Filing
from muniment.ledger.intake import KeptExchange, exchange_id
from muniment.terms.ids import digest_bytes

__all__ = ["exchange_of", "faults_of", "keep_exchanges", "kept_exchange", "named_exchanges"]


def keep_exchanges(
    stores: Stores, source: str, made: Sequence[Exchange], document: str, clock: Clock
) -> tuple[str, ...]:
    """Keep what a source answered, the last answer carrying a document; return the ids.

    Writes: the exchanges, and an `exchange.kept` entry that names them.
    """
    kept = [kept_exchange(one, document if one is made[-1] else "") for one in made]
    for one in kept:
        stores.intake.put_exchange(one)
    names = tuple(one.id for one in kept)
    body = {
        "source": source, "seen_at": made[-1].seen_at, "status": made[-1].status, "document": document,
        "exchanges": list(names),
    }  # fmt: skip
    enter(stores, [Filing("exchange.kept/1", AUTHOR, body)], clock)
    return names


def kept_exchange(made: Exchange, document: str) -> KeptExchange:
    """Return an exchange as it is kept, without a number; `document` is the SHA-256 of the page in its answer."""
    bare = KeptExchange(
        0, "", made.address, made.seen_at, made.remote, made.status, document, made.request, made.response
    )
    return msgspec.structs.replace(bare, id=exchange_id(bare))


def exchange_of(kept: KeptExchange) -> Exchange:
    """Return an exchange as it was made."""
    return Exchange(kept.address, kept.seen_at, kept.remote, kept.status, kept.request, kept.response)


def named_exchanges(stores: Stores) -> Iterator[tuple[str, str]]:
    """Yield every exchange that the ledger names, with the source that was asked, in the ledger's order."""
    for entry in stores.ledger.read():
        if entry.kind.startswith("exchange.kept/"):
            body = KINDS.lift(entry).body
            yield from ((body["source"], name) for name in body["exchanges"])


def faults_of(kept: KeptExchange) -> Iterator[str]:
    """Yield where the page in an exchange is not the document that it is kept for."""
    where = f"table exchanges, {kept.id}"
    try:
        content = content_of(exchange_of(kept), MAX_BYTES)
    except CaptureError as error:
        yield f"{where}: gives no page ({error.what})"
        return
    if digest_bytes(content) != kept.document:
        yield f"{where}: the page in it is not the document {kept.document}"
