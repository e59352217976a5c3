"""The only clock there is."""

from __future__ import annotations

import datetime

__all__ = ["now"]


def now() -> str:
    """Return the time, UTC, ISO 8601 to the second, `2026-05-04T03:02:01Z`."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
