"""A process that is killed on its way, and a record that is checked after it."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from muniment.clerk.verify import verify
from muniment.stacks import sqlite


def run(script: str, kill_after: float | None) -> tuple[bool, float]:
    """Run a script that prints `begun` and `done`, killed some seconds after `begun`.

    Returns:
        Whether it got to its end, and the seconds since it had begun, without the start of Python.
    """
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        begun = time.monotonic()
        if kill_after is not None:
            time.sleep(kill_after)
            process.kill()
        return process.stdout.read() == "done\n", time.monotonic() - begun


def require_verified(path: Path) -> None:
    """Verify a record, its registers folded afresh too."""
    fresh = path.with_suffix(".fresh")
    sqlite.create(fresh, wait_seconds=1)
    with (
        sqlite.open_for_reading(path, wait_seconds=5) as stores,
        sqlite.open_for_writing(fresh, wait_seconds=1) as scratch, scratch.transaction(),
    ):  # fmt: skip
        verify(stores, fresh=scratch)
    fresh.unlink()
