"""Pace: a host is asked for one thing at a time, left in peace between, and left alone when it asks for that."""

from __future__ import annotations

import datetime
import threading
from email.utils import parsedate_to_datetime

from muniment.archive.web.timing import Timing

__all__ = ["LONGEST_WAIT", "Pace", "retry_after"]

LONGEST_WAIT = 60.0
"""Longest time to wait for a host within one run, seconds; what asks for more is put off to a later run (judgement: a
person may be looking on)."""

_FIRST_HOLD = 30.0
"""Seconds a host is left alone that is busy and does not say for how long; doubled each time it is busy again."""

_LONGEST_HOLD = 24 * 3600.0
"""Longest time a host is left alone, seconds, whatever it asks for: once a day is polite."""


class Pace:
    """When which host may be asked next.

    Args:
        timing: tells the time and waits.
        delay_seconds: between the end of one answer and the next request to the same host.
    """

    def __init__(self, timing: Timing, delay_seconds: float) -> None:
        """Begin with every host free."""
        self._timing = timing
        self._delay = delay_seconds
        self._asked: dict[str, float] = {}
        self._free_at: dict[str, float] = {}
        self._busy: dict[str, int] = {}
        self._asking: dict[str, threading.Lock] = {}

    def ask(self, host: str, seconds: float) -> None:
        """Note the delay that a host's robots.txt asks for."""
        self._asked[host] = seconds

    def ready_in(self, host: str) -> float:
        """Return the seconds until a host may be asked; 0 where it may be now."""
        return max(0.0, self._free_at.get(host, 0.0) - self._timing.seconds())

    def turn(self, host: str) -> None:
        """Wait until a host may be asked; nobody else may until `done`."""
        self._asking.setdefault(host, threading.Lock()).acquire()
        left = self.ready_in(host)
        if left > 0:
            self._timing.wait(left)

    def done(self, host: str) -> None:
        """Note that a host has answered, or failed to."""
        free_at = self._timing.seconds() + max(self._delay, self._asked.get(host, 0.0))
        self._free_at[host] = max(free_at, self._free_at.get(host, 0.0))
        self._asking[host].release()

    def hold(self, host: str, seconds: float | None) -> float:
        """Leave a busy host alone; return for how many seconds.

        Args:
            host: the host.
            seconds: what it asked for; None where it did not say.
        """
        times = self._busy[host] = self._busy.get(host, 0) + 1
        hold = min(_FIRST_HOLD * 2 ** min(times - 1, 20) if seconds is None else seconds, _LONGEST_HOLD)
        self._free_at[host] = max(self._timing.seconds() + hold, self._free_at.get(host, 0.0))
        return hold

    def well(self, host: str) -> None:
        """Note that a host answered as it should, so that the next hold is a short one again."""
        self._busy.pop(host, None)


def retry_after(value: str, now: str) -> float | None:
    """Return the seconds that a `Retry-After` header asks for (RFC 9110, section 10.2.3); None where it asks nothing.

    Args:
        value: the header: seconds, or a date.
        now: the time, UTC, ISO 8601.
    """
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        then = parsedate_to_datetime(value)
        if then.tzinfo is None:
            then = then.replace(tzinfo=datetime.UTC)
        return max(0.0, (then - datetime.datetime.fromisoformat(now)).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
