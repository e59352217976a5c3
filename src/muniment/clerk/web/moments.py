"""Moments as the record writes them, UTC and to the second, counted with."""

from __future__ import annotations

import datetime

__all__ = ["later", "seconds_until"]


def later(moment: str, seconds: float) -> str:
    """Return the moment so many seconds after another; before it, where they are negative."""
    found = datetime.datetime.fromisoformat(moment) + datetime.timedelta(seconds=seconds)
    return found.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def seconds_until(moment: str, now: str) -> float:
    """Return the seconds from now to a moment; 0 where it is past or empty."""
    if moment <= now:
        return 0.0
    return (datetime.datetime.fromisoformat(moment) - datetime.datetime.fromisoformat(now)).total_seconds()
