"""The two passes over a collection: count its paragraphs, then mark each page. What is kept between them is bounded."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from muniment.archive.counts import FurnitureCount
from muniment.archive.draft import Draft, draft
from muniment.archive.marking import mark
from muniment.archive.page_bytes import Capture
from muniment.archive.selectors import SiteSelectors
from muniment.errors import CaptureError
from muniment.terms.page import Page

__all__ = ["KEPT_TEXT", "pages"]

KEPT_TEXT = 8 << 20
"""Code points of drafted text kept from the first pass for the second, about 1,400 pages of 6 KB and 30 MB of memory: a
small collection is drafted once, a large one costs no more memory than that."""


def pages(
    make_captures: Callable[[], Iterable[Capture | CaptureError]], selectors: SiteSelectors | None = None
) -> Iterator[Page | CaptureError]:
    """Yield the pages of a collection in order, furniture marked across all of them.

    Reads: the captures, twice. Writes: nothing.

    Args:
        make_captures: gives the same captures each time it is called; it is called twice (`Intake(paths)` will do).
        selectors: where on the pages of some sites things stand.

    A page that fails yields its `CaptureError` in its place, once, and the rest goes on.
    """
    selectors = selectors or SiteSelectors()
    counts = FurnitureCount()
    kept: deque[Draft] = deque()
    room = KEPT_TEXT
    for item in make_captures():
        if isinstance(item, CaptureError):
            continue  # told in the second pass
        try:
            drafted = draft(item)
        except CaptureError:
            continue
        counts.add(drafted)
        room -= len(drafted.text)
        if room >= 0:
            kept.append(drafted)
    for item in make_captures():
        if isinstance(item, CaptureError):
            yield item
            continue
        try:
            known = kept and kept[0].source == item.source and kept[0].document == item.document
            yield mark(kept.popleft() if known else draft(item), counts, selectors.of(item.source))
        except CaptureError as error:
            yield error
