"""Capture: bytes into the archive, and the count of paragraphs that furniture is found by."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from muniment.archive import Capture, FurnitureCount, draft
from muniment.clerk.ports import Clock, Progress, Stores
from muniment.errors import CaptureError
from muniment.ledger.ports import Failure, KeptBytes

__all__ = ["AGAIN", "Captured", "capture", "furniture", "kept_capture", "same_as_filed"]

_BATCH = 100
"""Pages captured in one transaction: a kill costs capturing them again, a commit costs a write to the disk (judgement,
2026-11). Nothing of a captured page shows before it is filed, and that is one transaction a page."""

_COUNTS = "furniture"
_COUNTED = "furniture-upto"

AGAIN = "again-from"
"""Name of the note that earlier pages have to be marked again: the document to go on after, with a mark before it."""


class Captured(msgspec.Struct):
    """What a capture came to.

    Attributes:
        pages: pages given.
        unchanged: pages that are filed already, read as they would be read now.
        failed: errors of those that gave no page, in order.
        counts: paragraphs of all pages of the record.
    """

    counts: FurnitureCount
    pages: int = 0
    unchanged: int = 0
    failed: list[CaptureError] = []


def kept_capture(stores: Stores, kept: KeptBytes, source: str) -> Capture:
    """Return the capture that archived bytes are, as if just found at a source."""
    return Capture(source, stores.archive.get(kept.document), kept.media_type, kept.document)


def furniture(stores: Stores) -> FurnitureCount:
    """Return the count of paragraphs over every page of the record.

    Pages that were captured after the count was last kept (a build was killed) are counted now; counting a page twice
    changes nothing.
    """
    state = stores.archive.note(_COUNTS)
    counts = FurnitureCount.from_state(state) if state else FurnitureCount()
    for kept in stores.archive.kept(int(stores.archive.note(_COUNTED) or 0)):
        counts.add(draft(kept_capture(stores, kept, kept.document)))
    return counts


def same_as_filed(stores: Stores, source: str, document: str, key: str) -> bool:
    """Whether a source's current version is that document, read with what would read it now."""
    current = stores.archive.current(source)
    if current is None or current.document != document:
        return False
    state = stores.archive.state(document)
    return state is not None and state.key == key


def capture(
    stores: Stores, found: Iterable[Capture | CaptureError], key: str, clock: Clock, progress: Progress
) -> Captured:
    """Return what a capture came to.

    Reads: the captures, once. Writes: bytes, the list of pages to be filed, failures, and the count of paragraphs.

    Args:
        stores: the record.
        found: pages, and errors in place of those that gave none.
        key: what pages would be read with now, as one hash.
        clock: gives the time of capture.
        progress: told after each page.
    """
    captured = Captured(furniture(stores), failed=[])
    items = iter(found)
    while True:
        with stores.transaction():
            done = 0
            for item in items:
                _one(stores, item, captured, (key, clock()))
                captured.pages += 1
                progress("capture", captured.pages, None)
                done += 1
                if done == _BATCH:
                    break
            if done < _BATCH:
                _keep_counts(stores, captured.counts)
                return captured


def _one(stores: Stores, item: Capture | CaptureError, captured: Captured, now: tuple[str, str]) -> None:
    """Capture one page."""
    key, seen_at = now
    try:
        if isinstance(item, CaptureError):
            raise item
        if same_as_filed(stores, item.source, item.document, key):
            captured.unchanged += 1
            stores.archive.drop_failure(item.source)
            stores.archive.take_seen(item.source)
            return
        if stores.archive.kept_as(item.document) is None:
            captured.counts.add(draft(item))
    except CaptureError as error:
        captured.failed.append(error)
        stores.archive.put_failure(Failure(error.where, seen_at, error.record()))
        return
    stores.archive.put(item.document, item.content, item.media_type)
    stores.archive.put_seen(item.source, item.document, item.media_type, seen_at)
    stores.archive.drop_failure(item.source)


def _keep_counts(stores: Stores, counts: FurnitureCount) -> None:
    """Keep the count where pages were added to it; pages that stand already are then to be marked again."""
    last = 0
    for kept in stores.archive.kept(int(stores.archive.note(_COUNTED) or 0)):
        last = kept.number
    if last:
        stores.archive.put_note(_COUNTS, counts.state())
        stores.archive.put_note(_COUNTED, str(last).encode())
        if next(iter(stores.archive.states()), None) is not None:
            stores.archive.put_note(AGAIN, b":")
