"""What tells the time to those who fetch, and lets them wait; tests put another in its place."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

__all__ = ["Timing"]


class Timing(msgspec.Struct, frozen=True):
    """A clock and a way to wait.

    Attributes:
        now: gives the time, UTC, ISO 8601 to the second.
        seconds: gives seconds since some moment; never runs backwards.
        wait: returns after so many seconds.
    """

    now: Callable[[], str]
    seconds: Callable[[], float]
    wait: Callable[[float], None]
