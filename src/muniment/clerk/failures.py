"""Failures: sources that gave no page are told in the ledger, once for each fault, until they give one again."""

from __future__ import annotations

from muniment.clerk.ports import AUTHOR, Clock, Stores
from muniment.clerk.project import enter
from muniment.errors import CaptureError
from muniment.ledger import Filing
from muniment.ledger.ports import Failure

__all__ = ["source_failed", "source_mended"]


def source_failed(stores: Stores, error: CaptureError, seen_at: str, clock: Clock) -> None:
    """Put down that a source gave no page.

    Writes: `source.failed`, unless the source failed in the same way when it was last asked; the list of failures.
    """
    told = error.record()
    before = stores.archive.failure(error.where)
    if before is not None and before.error == told:
        return
    body = {"source": error.where, "seen_at": seen_at, "error": told}
    with stores.transaction():
        enter(stores, [Filing("source.failed/1", AUTHOR, body)], clock)
        stores.archive.put_failure(Failure(error.where, seen_at, told))


def source_mended(stores: Stores, source: str, clock: Clock) -> None:
    """Put down that a source gives a page again, where it had failed.

    Writes: `source.mended`, and the list of failures.
    """
    if stores.archive.failure(source) is None:
        return
    with stores.transaction():
        enter(stores, [Filing("source.mended/1", AUTHOR, {"source": source})], clock)
        stores.archive.drop_failure(source)
