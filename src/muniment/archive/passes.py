"""The two passes over a collection: count its paragraphs, then mark each page. Only the count is kept between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from muniment.archive.capture import Capture
from muniment.archive.counts import FurnitureCount
from muniment.archive.draft import draft
from muniment.archive.marking import mark
from muniment.errors import CaptureError
from muniment.terms.page import Page

__all__ = ["pages"]


def pages(make_captures: Callable[[], Iterable[Capture | CaptureError]]) -> Iterator[Page | CaptureError]:
    """Yield the pages of a collection in order, furniture marked across all of them.

    Reads: the captures, twice. Writes: nothing.

    Args:
        make_captures: gives the same captures each time it is called; it is called twice (`Intake(paths)` will do).

    A page that fails yields its `CaptureError` in its place, once, and the rest goes on.
    """
    counts = FurnitureCount()
    for item in make_captures():
        if isinstance(item, Capture):
            try:
                counts.add(draft(item))
            except CaptureError:
                continue  # told in the second pass
    for item in make_captures():
        if isinstance(item, CaptureError):
            yield item
            continue
        try:
            yield mark(draft(item), counts)
        except CaptureError as error:
            yield error
