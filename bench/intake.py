"""What taking pages in costs before any is read: from files and web archives to captures, blocks and marked pages."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence

import msgspec

from muniment.archive import Capture, FurnitureCount, Intake, draft, mark
from muniment.errors import CaptureError

__all__ = ["Step", "intake"]

_ROUNDS = 3


class Step(msgspec.Struct, frozen=True):
    """One step of the intake.

    Attributes:
        what: what was done to each page.
        pages: how many pages there were.
        size: bytes of all of them, unpacked.
        seconds: processor time for all of them on one core, this step and those before it, the best of three rounds.
    """

    what: str
    pages: int
    size: int
    seconds: float


def intake(paths: Sequence[str]) -> Iterator[Step]:
    """Yield what each step takes for the pages at some paths; those that give none are left out."""
    walk = Intake(paths)
    found = [one for one in walk() if isinstance(one, Capture)]
    size = sum(len(one.content) for one in found)
    for what, step in (("captures", _captures), ("blocks", _blocks), ("pages with furniture marked", _marked)):
        yield Step(what, len(found), size, min(_timed(step, walk) for _ in range(_ROUNDS)))


def _timed(step: Callable[[Intake], object], walk: Intake) -> float:
    begun = time.process_time()
    step(walk)
    return time.process_time() - begun


def _captures(walk: Intake) -> None:
    for _ in walk():
        pass


def _blocks(walk: Intake) -> None:
    for one in walk():
        try:
            if isinstance(one, Capture):
                draft(one)
        except CaptureError:
            continue


def _marked(walk: Intake) -> None:
    counts = FurnitureCount()
    drafts = []
    for one in walk():
        try:
            if isinstance(one, Capture):
                drafts.append(draft(one))
                counts.add(drafts[-1])
        except CaptureError:
            continue
    for drafted in drafts:
        mark(drafted, counts)
