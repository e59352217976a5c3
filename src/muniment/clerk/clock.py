"""The only clock there is, and the only place that waits."""

from __future__ import annotations

import datetime
import time

from muniment.archive.web import Timing

__all__ = ["TIMING", "now"]


def now() -> str:
    """Return the time, UTC, ISO 8601 to the second, `2026-05-04T03:02:01Z`."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


TIMING = Timing(now=now, seconds=time.monotonic, wait=time.sleep)
"""The machine's own time."""
