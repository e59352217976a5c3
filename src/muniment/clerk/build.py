"""Build: the verbs one after the other, over all pages given and those that the others left waiting.

A kill at any moment loses and doubles nothing: captured pages wait on a list, each is read and filed in one
transaction, and what was not finished is finished by the next build, whatever pages that one is given.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from muniment.archive import Capture, FurnitureCount, SiteSelectors
from muniment.clerk.capture import Captured, capture, count_again, marked_again, shown_as_furniture
from muniment.clerk.choosing import choose_profiles
from muniment.clerk.clock import now
from muniment.clerk.failures import source_failed
from muniment.clerk.file import Filed, file_again, file_page, file_source
from muniment.clerk.ports import Clock, PageReader, Progress, Stores
from muniment.clerk.profile_facts import file_profiles
from muniment.clerk.project import project
from muniment.clerk.read import block_digest, page_of, read_document
from muniment.clerk.relevance import relevant
from muniment.clerk.reports import BuildReport
from muniment.errors import CaptureError, EvidenceError, MunimentError
from muniment.ledger.ports import Seen
from muniment.profiles import LoadedProfile
from muniment.terms import Page, Reading

__all__ = ["Build", "build"]


class Build(msgspec.Struct, frozen=True):
    """What a build works with.

    Attributes:
        reader: reads pages, one at a time.
        key: one hash of what decides how it reads.
        profiles: profiles whose facts are filed in any case.
        candidates: profiles whose facts are filed with the first page that is about their organisation.
        chosen: names or files of profiles that the record is to be built with from now on; empty for no change.
        told: what the profiles are called in the report.
        progress: told how far the work is.
        clock: gives the time.
        read_ahead: reads pages in order, with an error in place of one that gave none, while this process files those
            before them; None to read each page when its turn comes.
        selectors: where on the pages of some sites things stand.
        again: whether every page of the record is read again that was read with something else than `key`.
    """

    reader: PageReader
    key: str
    profiles: tuple[LoadedProfile, ...] = ()
    candidates: tuple[LoadedProfile, ...] = ()
    chosen: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    progress: Progress = lambda stage, done, total: None
    clock: Clock = now
    read_ahead: Callable[[Iterable[Page]], Iterator[Reading | MunimentError]] | None = None
    selectors: SiteSelectors = SiteSelectors()
    again: bool = False


class _Tally(msgspec.Struct):
    new: int = 0
    changed: int = 0
    again: int = 0
    filed: int = 0
    dropped: int = 0

    def take(self, filed: Filed) -> None:
        self.filed += filed.claims_filed
        self.dropped += filed.claims_dropped


def build(stores: Stores, found: Iterable[Capture | CaptureError], work: Build) -> BuildReport:
    """Return what a build came to.

    Reads: the captures, once. Writes: everything.

    Raises:
        LedgerError: the record cannot be written; every page filed before is kept.
    """
    project(stores)
    choose_profiles(stores, work.chosen, work.clock)
    file_profiles(stores, work.profiles, work.clock)
    if work.again:
        _wait_again(stores, work.key)
    captured = capture(stores, found, work.key, work.clock, work.progress)
    tally = _Tally()
    _file_waiting(stores, work, captured, tally)
    _mark_again(stores, work, captured, tally)
    return BuildReport(
        pages=captured.pages, new=tally.new, changed=tally.changed, unchanged=captured.unchanged, again=tally.again,
        failed=[error.record() for error in captured.failed],
        claims_filed=tally.filed, claims_dropped=tally.dropped, head=str(stores.ledger.head()),
        profiles=list(work.told),
    )  # fmt: skip


def _wait_again(stores: Stores, key: str) -> None:
    """Put the pages that stand, read with something else than a key, on the list of those to be read and filed.

    A page that waits already, with other bytes, keeps its place.
    """
    standing = [state.document for state in stores.archive.states() if state.key != key]
    if not standing:
        return
    count_again(stores)
    waiting = {seen.source for seen in stores.archive.seen()}
    with stores.transaction():
        for document in standing:
            kept = stores.archive.kept_as(document)
            for source in stores.archive.sources_of(document) if kept is not None else ():
                current = stores.archive.current(source)
                if kept is not None and current is not None and source not in waiting:
                    stores.archive.put_seen(source, document, kept.media_type, current.seen_at)


def _file_waiting(stores: Stores, work: Build, captured: Captured, tally: _Tally) -> None:
    total = stores.archive.waiting()
    for done, (seen, read) in enumerate(_in_turn(stores, work, captured.counts), 1):
        before = stores.archive.current(seen.source)
        try:
            filed = _file_one(stores, work, captured.counts, seen, read)
        except (CaptureError, EvidenceError) as error:
            _give_up(stores, work, seen, error, captured)
        else:
            tally.new += before is None
            tally.changed += before is not None and before.document != seen.document
            tally.again += before is not None and before.document == seen.document
            tally.take(filed)
        work.progress("file", done, total)


Read = tuple[Page, Reading | MunimentError]
"""A page with what came of it before its turn to be filed."""


def _in_turn(stores: Stores, work: Build, counts: FurnitureCount) -> Iterator[tuple[Seen, Read | None]]:
    """Yield the pages to be filed, in order, each with its reading where it was read ahead."""
    if work.read_ahead is None:
        for seen in stores.archive.seen():
            yield seen, None
        return
    waiting: deque[tuple[Seen, Page | None]] = deque()

    def to_read() -> Iterator[Page]:
        for seen in stores.archive.seen():
            page = _unread(stores, work, counts, seen)
            waiting.append((seen, page))
            if page is not None:
                yield page

    for reading in work.read_ahead(to_read()):
        seen, page = waiting.popleft()
        while page is None:
            yield seen, None
            seen, page = waiting.popleft()
        yield seen, (page, reading)
    for seen, _ in waiting:
        yield seen, None


def _unread(stores: Stores, work: Build, counts: FurnitureCount, seen: Seen) -> Page | None:
    """Return a waiting page as it is to be read; None where it need not be, or cannot be, as is told in its turn."""
    try:
        page = page_of(stores, seen.document, seen.source, counts, work.selectors)
    except CaptureError:
        return None
    return None if _stands(stores, work, page) else _named(stores, page)


def _stands(stores: Stores, work: Build, page: Page) -> bool:
    """Whether a page's document stands as it would be read now."""
    state = stores.archive.state(page.document)
    return state is not None and (state.key, state.blocks) == (work.key, block_digest(page))


def _file_one(stores: Stores, work: Build, counts: FurnitureCount, seen: Seen, read: Read | None) -> Filed:
    """Read and file one waiting page, unless its document stands as it would be read now.

    What was read ahead is filed only if it would be read the same now: a copy of the document may have been filed or
    dropped meanwhile, and a document is read under the source that it stands under.
    """
    page = read[0] if read is not None else page_of(stores, seen.document, seen.source, counts, work.selectors)
    if _stands(stores, work, page):
        return file_source(stores, seen, work.clock)
    named = _named(stores, msgspec.structs.replace(page, source=seen.source))
    if read is None or named.source != page.source:
        reading = read_document(work.reader, named)
    elif isinstance(read[1], MunimentError):
        raise read[1]
    else:
        reading = read[1]
    with stores.transaction():
        file_profiles(stores, relevant(work.candidates, named, reading), work.clock)
        return file_page(stores, seen, (named, reading, work.key), work.clock)


def _named(stores: Stores, page: Page) -> Page:
    """Return a page under the source that its document stands under, so that two copies give the same claims."""
    sources = stores.archive.sources_of(page.document)
    return msgspec.structs.replace(page, source=sources[0]) if sources and page.source not in sources else page


def _give_up(stores: Stores, work: Build, seen: Seen, error: MunimentError, captured: Captured) -> None:
    told = CaptureError(error.what, code=error.code, where=seen.source, hint=error.hint)
    captured.failed.append(told)
    with stores.transaction():
        source_failed(stores, told, seen.seen_at, work.clock)
        stores.archive.take_seen(seen.source)


def _mark_again(stores: Stores, work: Build, captured: Captured, tally: _Tally) -> None:
    """Mark earlier pages again that have paragraphs which later ones show, and read those whose block map changed.

    A killed build is gone on with by the next one: marking a page again that was done already changes nothing.
    """
    until, shown = shown_as_furniture(stores)
    if not shown:
        return
    documents = sorted({found for key in shown for found in stores.archive.with_paragraph(key, until)})
    for page, reading in _readings(work, _marked_otherwise(stores, work, captured.counts, documents)):
        if isinstance(reading, EvidenceError):
            told = CaptureError(reading.what, code=reading.code, where=page.source, hint=reading.hint)
            captured.failed.append(told)
        elif isinstance(reading, MunimentError):
            raise reading
        else:
            tally.take(file_again(stores, (page, reading, work.key), work.clock))
            tally.again += 1
    marked_again(stores)


def _marked_otherwise(stores: Stores, work: Build, counts: FurnitureCount, documents: Sequence[str]) -> Iterator[Page]:
    """Yield those documents that stand and whose block map is another now, as pages."""
    for done, document in enumerate(documents, 1):
        state = stores.archive.state(document)
        if state is not None:
            page = page_of(stores, document, stores.archive.page(document).page.source, counts, work.selectors)
            if block_digest(page) != state.blocks:
                yield page
        work.progress("again", done, len(documents))


def _readings(work: Build, pages: Iterable[Page]) -> Iterator[Read]:
    """Yield pages in order, each with its reading or the error in its place."""
    if work.read_ahead is not None:
        waiting: deque[Page] = deque()

        def sent() -> Iterator[Page]:
            for page in pages:
                waiting.append(page)
                yield page

        for reading in work.read_ahead(sent()):
            yield waiting.popleft(), reading
        return
    for page in pages:
        try:
            yield page, read_document(work.reader, page)
        except EvidenceError as error:
            yield page, error
