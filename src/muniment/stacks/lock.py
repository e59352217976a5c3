"""One writer at a time: a lock beside the record that the operating system lets go of when its holder dies."""

from __future__ import annotations

import os
import time
from pathlib import Path
from types import TracebackType

from muniment.errors import Conflict, LedgerError

if os.name == "nt":  # pragma: no cover - exercised on Windows only
    import msvcrt

    def _try(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
else:
    import fcntl

    def _try(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


__all__ = ["WriterLock"]

_PAUSE_SECONDS = 0.05
"""Time between two tries; short beside a page's filing, long beside a system call."""


class WriterLock:
    """Holds `<record>.lock` until released.

    The lock is on a file of its own: closing a second descriptor of the record's file would drop SQLite's own locks
    (SQLite, "How To Corrupt An SQLite Database File", 2.2).

    Args:
        record: the record's file.
        wait_seconds: how long to wait for another writer.
    """

    def __init__(self, record: Path, wait_seconds: float) -> None:
        """Take note of the file; nothing is locked yet."""
        self._record = record
        self._path = record.with_name(record.name + ".lock")
        self._wait_seconds = wait_seconds
        self._descriptor = -1

    def acquire(self) -> None:
        """Take the lock.

        Raises:
            Conflict: another writer held it all the time.
            LedgerError: the folder cannot be written to.
        """
        deadline = time.monotonic() + self._wait_seconds
        while not self._taken():
            if time.monotonic() >= deadline:
                raise Conflict(
                    f"somebody else has been writing to this record for {self._wait_seconds:g} seconds",
                    code="writer-busy", where=str(self._record), hint="Try again when they have finished.",
                )  # fmt: skip
            time.sleep(_PAUSE_SECONDS)

    def _taken(self) -> bool:
        """Try once; a lock file that its last holder removed meanwhile does not count."""
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise LedgerError(
                f"the record's folder cannot be written to ({error.strerror})", code="read-only",
                where=str(self._record), hint="Give this account permission to write there, or choose another folder.",
            ) from error  # fmt: skip
        try:
            _try(descriptor)
            if os.fstat(descriptor).st_ino == os.stat(self._path).st_ino:
                self._descriptor = descriptor
                return True
        except OSError:
            pass
        os.close(descriptor)
        return False

    def release(self) -> None:
        """Let go of the lock and remove its file."""
        if self._descriptor < 0:
            return
        if os.name != "nt":
            self._path.unlink(missing_ok=True)
        os.close(self._descriptor)
        self._descriptor = -1

    def __enter__(self) -> WriterLock:
        """Take the lock."""
        self.acquire()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let go of the lock."""
        self.release()
