"""Timing against `str.split` over the same text in the same process, right before and right after.

What is timed is the processor's time for this process, so that others on the machine count little; waiting for the
disk is not counted. The ratio to `str.split` holds from one machine to the next to about 15 %.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

__all__ = ["Timing", "least", "split_seconds", "timed"]

_S = TypeVar("_S")
_T = TypeVar("_T")

_ENOUGH = 4.0
"""Seconds spent on one stage after which no further round is begun, once there were two."""

_ROUNDS = 3
"""Rounds at most."""

_YARDSTICK = 0.01
"""Seconds that `str.split` is run for at least, before and after: shorter, and the clock decides."""


class Timing(msgspec.Struct, frozen=True):
    """What one stage took for one pass over a text, the best of several rounds.

    Attributes:
        seconds: for the pass.
        split: seconds that `str.split` took for the same text beside it.
        words: words of the text.
        documents: pages.
    """

    seconds: float
    split: float
    words: int
    documents: int

    @property
    def ratio(self) -> float:
        """How many times as long as `str.split` it took."""
        return self.seconds / self.split


def split_seconds(texts: Sequence[str]) -> float:
    """Return how long `str.split` takes for texts, the mean of as many passes as it takes to tell."""
    passes, started = 0, time.process_time()
    while True:
        for text in texts:
            text.split()
        passes += 1
        spent = time.process_time() - started
        if spent > _YARDSTICK:
            return spent / passes


def timed(texts: Sequence[str], prepare: Callable[[], _T], work: Callable[[_T], object]) -> Timing:
    """Return what a piece of work took, the round with the least ratio to `str.split` of at most three.

    Args:
        texts: what words are counted and split of, one a page.
        prepare: makes what a round works on; not timed.
        work: the stage over all pages.
    """
    best: Timing | None = None
    words, spent = sum(len(text.split()) for text in texts), 0.0
    for number in range(_ROUNDS):
        state = prepare()
        before = split_seconds(texts)
        started = time.process_time()
        work(state)
        seconds = time.process_time() - started
        found = Timing(seconds, (before + split_seconds(texts)) / 2, words, len(texts))
        best = found if best is None or found.ratio < best.ratio else best
        spent += seconds
        if number and spent > _ENOUGH:
            break
    assert best is not None
    return best


def least(items: Sequence[_S], calls: Sequence[Callable[[_S], object]]) -> list[float]:
    """Return for each call the seconds it takes for all items: of each item the best of several rounds, in turn.

    Stages that hold one another are told apart by their differences, and those need all of them to have run under the
    same conditions.
    """
    best = [[float("inf")] * len(items) for _ in calls]
    begun = time.process_time()
    for number in range(_ROUNDS):
        for place, item in enumerate(items):
            for call, row in zip(calls, best, strict=True):
                started = time.process_time()
                call(item)
                row[place] = min(row[place], time.process_time() - started)
        if number and time.process_time() - begun > _ENOUGH * len(calls):
            break
    return [sum(row) for row in best]
