"""Selecting: how the selectors of a source fare on its pages, so that one which stops matching is told."""

from __future__ import annotations

from muniment.archive import Capture
from muniment.archive.selectors import matched
from muniment.clerk.web.following import Fared, Poll
from muniment.profiles.schema import SELECTORS, Source

__all__ = ["note_selectors"]


def note_selectors(poll: Poll, source: Source, page: Capture) -> None:
    """Count on which of a source's selectors a new page of it has something."""
    stated = {name: getattr(source, name) for name in SELECTORS if getattr(source, name)}
    poll.selectors = {name: one for name, one in poll.selectors.items() if name in stated}
    found = matched(page, stated) if stated else {}
    for name, there in found.items():
        poll.selectors.setdefault(name, Fared()).note(there, page.source, page.seen_at)
