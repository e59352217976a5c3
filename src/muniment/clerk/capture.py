"""Capture: bytes into the archive, and the count of paragraphs that furniture is found by."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from muniment.archive import Capture, Draft, FurnitureCount, draft
from muniment.clerk.failures import source_failed, source_mended
from muniment.clerk.ports import Clock, Progress, Stores
from muniment.errors import Broken, CaptureError
from muniment.ledger.ports import KeptBytes

__all__ = [
    "COUNTS",
    "Captured",
    "capture",
    "count_again",
    "counted_upto",
    "keep_page",
    "kept_capture",
    "kept_count",
    "marked_again",
    "same_as_filed",
    "shown_as_furniture",
]

_BATCH = 100
"""Pages captured in one transaction: a kill costs capturing them again, a commit costs a write to the disk (judgement,
2026-11). Nothing of a captured page shows before it is filed, and that is one transaction a page."""

COUNTS = "furniture"
"""Name of the note of the count of paragraphs, as it was last kept."""

_COUNTED = "furniture-upto"
"""Name of the note that says up to which kept bytes paragraphs were counted in it."""

_SINCE = "furniture-since"
"""Name of the note of the pages counted since the count itself was last kept: to keep it takes as long as it is big."""

_SINCE_MOST = 200
"""Pages in that note at most, and never more than a twentieth of all: they are counted at the next build's beginning,
which takes a millisecond then (judgement)."""

_SHOWN = "shown-as-furniture"
"""Name of the note of paragraphs that later pages showed on more of them, which earlier pages are not yet marked by."""


class _Since(msgspec.Struct):
    """Pages counted since the count was last kept.

    Attributes:
        upto: number of the last kept bytes whose paragraphs are in the count or here.
        pages: topic and keys of the paragraphs of each, all of eight bytes.
    """

    upto: int = 0
    pages: list[tuple[bytes, bytes]] = []


class Captured(msgspec.Struct):
    """What a capture came to.

    Attributes:
        counts: paragraphs of all pages of the record.
        since: those of the pages that are not in the count as it was last kept.
        shown: keys of paragraphs that pages added now show on more pages than before.
        pages: pages given.
        unchanged: pages that are filed already, read as they would be read now.
        failed: errors of those that gave no page, in order.
    """

    counts: FurnitureCount
    since: _Since
    shown: set[bytes] = set()
    pages: int = 0
    unchanged: int = 0
    failed: list[CaptureError] = []

    def count(self, drafted: Draft) -> None:
        """Count a page's paragraphs, and note those that stood on other pages before."""
        before = [self.counts.others(key, b"") for key in drafted.keys]
        self.counts.add(drafted)
        self.since.pages.append((drafted.topic, b"".join(drafted.keys)))
        self.shown.update(
            key for key, pages in zip(drafted.keys, before, strict=True) if 0 < pages < self.counts.others(key, b"")
        )


def kept_capture(stores: Stores, kept: KeptBytes, source: str) -> Capture:
    """Return the capture that archived bytes are, as if just found at a source."""
    return Capture(source, stores.archive.get(kept.document), kept.media_type, kept.document)


def _begun(stores: Stores) -> Captured:
    """Return a capture with the count of paragraphs over every page of the record.

    Pages that were captured after the count was last kept (a build was killed) are counted now; counting a page twice
    changes nothing.
    """
    counts, since = kept_count(stores), _since(stores)
    captured = Captured(counts, since)
    for kept in stores.archive.kept(since.upto):
        captured.count(draft(kept_capture(stores, kept, kept.document)))
    return captured


def kept_count(stores: Stores) -> FurnitureCount:
    """Return the count of paragraphs as it is kept, over the pages up to `counted_upto`.

    Raises:
        Broken: what is kept cannot be read.
    """
    state = stores.archive.note(COUNTS)
    counts = FurnitureCount.from_state(state) if state else FurnitureCount()
    for topic, keys in _since(stores).pages:
        counts.count(topic, (keys[at : at + 8] for at in range(0, len(keys), 8)))
    return counts


def counted_upto(stores: Stores) -> int:
    """Return the number of the last kept bytes whose paragraphs are counted; 0 where none are."""
    return _since(stores).upto


def _since(stores: Stores) -> _Since:
    """Return what was counted since the count was last kept.

    Raises:
        Broken: it cannot be read.
    """
    note, upto = stores.archive.note(_SINCE), stores.archive.note(_COUNTED)
    whole = int(upto) if upto.isdigit() else 0
    try:
        since = msgspec.msgpack.decode(note, type=_Since) if note else _Since()
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise Broken(
            f"the pages counted last cannot be read ({error})", code="furniture-count", hint="Count the pages again.",
        ) from error  # fmt: skip
    return since if since.upto > whole else _Since(whole)


def count_again(stores: Stores) -> None:
    """Make anew, from the archived bytes, which paragraphs every document has, and their count over all of them.

    Writes: paragraphs, the count. Another version of Muniment may cut pages into other paragraphs.
    """
    counts, last = FurnitureCount(), 0
    with stores.transaction():
        stores.archive.drop_paragraphs()
        for kept in list(stores.archive.kept()):
            try:
                drafted = draft(kept_capture(stores, kept, kept.document))
            except CaptureError:
                continue  # it gave a page once; what was read of it stays
            stores.archive.put_paragraphs(kept.document, drafted.keys)
            counts.add(drafted)
            last = kept.number
        _keep_whole(stores, counts, last)


def _keep_whole(stores: Stores, counts: FurnitureCount, last: int) -> None:
    stores.archive.put_note(COUNTS, counts.state())
    stores.archive.put_note(_COUNTED, str(last).encode())
    stores.archive.put_note(_SINCE, b"")


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
    captured = _begun(stores)
    items = iter(found)
    while True:
        with stores.transaction():
            done = 0
            for item in items:
                _one(stores, item, captured, (key, clock))
                captured.pages += 1
                progress("capture", captured.pages, None)
                done += 1
                if done == _BATCH:
                    break
            if done < _BATCH:
                _keep_counts(stores, captured)
                return captured


def _one(stores: Stores, item: Capture | CaptureError, captured: Captured, now: tuple[str, Clock]) -> None:
    """Capture one page."""
    key, clock = now
    seen_at = (item.seen_at if isinstance(item, Capture) else "") or clock()
    try:
        if isinstance(item, CaptureError):
            raise item
        if same_as_filed(stores, item.source, item.document, key):
            captured.unchanged += 1
            source_mended(stores, item.source, clock)
            stores.archive.take_seen(item.source)
            return
        drafted = keep_page(stores, item, seen_at, clock)
    except CaptureError as error:
        captured.failed.append(error)
        source_failed(stores, error, seen_at, clock)
        return
    if drafted is not None:
        captured.count(drafted)


def keep_page(stores: Stores, page: Capture, seen_at: str, clock: Clock) -> Draft | None:
    """Keep a page's bytes and put it on the list of those to be filed; return its draft where its bytes are new.

    Writes: bytes, paragraphs, the list, `source.mended`.

    Raises:
        CaptureError: there are no words in it; nothing was written.
    """
    drafted = draft(page) if stores.archive.kept_as(page.document) is None else None
    if drafted is not None:
        stores.archive.put(page.document, page.content, page.media_type)
        stores.archive.put_paragraphs(page.document, drafted.keys)
    stores.archive.put_seen(page.source, page.document, page.media_type, seen_at)
    source_mended(stores, page.source, clock)
    return drafted


def _keep_counts(stores: Stores, captured: Captured) -> None:
    """Keep the count where pages were added to it, and which paragraphs earlier pages are to be marked again by."""
    since = captured.since
    before = last = since.upto
    for kept in stores.archive.kept(before):
        last = kept.number
    if last == before:
        return
    since.upto = last
    if len(since.pages) > min(_SINCE_MOST, captured.counts.pages // 20):
        _keep_whole(stores, captured.counts, last)
        since.pages.clear()
    else:
        stores.archive.put_note(_SINCE, msgspec.msgpack.encode(since))
    if before:
        until, shown = shown_as_furniture(stores)
        _keep_shown(stores, max(before, until), captured.shown | shown)


def shown_as_furniture(stores: Stores) -> tuple[int, set[bytes]]:
    """Return the paragraphs that earlier pages are to be marked again by, and the number of the last of these pages."""
    note = stores.archive.note(_SHOWN)
    keys = {note[at : at + 8] for at in range(8, len(note), 8)}
    return (int.from_bytes(note[:8], "big"), keys) if note else (0, keys)


def _keep_shown(stores: Stores, until: int, shown: set[bytes]) -> None:
    stores.archive.put_note(_SHOWN, until.to_bytes(8, "big") + b"".join(sorted(shown)) if shown else b"")


def marked_again(stores: Stores) -> None:
    """Note that earlier pages are marked by all that later ones show."""
    with stores.transaction():
        _keep_shown(stores, 0, set())
