"""Answers that lag behind the ledger: who may be shown one, and how it is worked out anew meanwhile.

Whoever files a page in a large record changes what follows from all rows, and to work that out takes long. A reader of
a page need not wait for it: the last answer is shown, with the entry it was worked out at. Programs get no such answer.
It is worked out by a process of its own, which gives way to others: threads of one process hinder each other.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path

import msgspec

from muniment.errors import MunimentError

__all__ = ["LAGS", "Lag", "Renewals", "work_out"]

_ALONE = "import sys; from muniment.facade.renewing import work_out; work_out(*sys.argv[1:])"
"""What a process of its own runs: with a record's file, a question's name and a day."""

_GIVES_WAY = 10
"""How much lower the priority of such a process is (nice(2))."""


class Lag(msgspec.Struct, frozen=True):
    """An answer that was shown in place of a newer one.

    Attributes:
        name: of the question.
        position: the ledger's last entry that is in it.
        day: the day it was worked out for, ISO 8601, where that is not the day asked of; else empty.
    """

    name: str
    position: int
    day: str


LAGS: ContextVar[list[Lag] | None] = ContextVar("lags", default=None)
"""Where answers that lag are noted, for whoever sets a list; None for those who are given none."""


class Renewals:
    """Works answers out anew, one after another, while somebody else is shown the last ones."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._guard = threading.Lock()
        self._turn = threading.Lock()
        self._running: dict[str, threading.Thread] = {}
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def renew(self, name: str, work: Callable[[], object]) -> None:
        """Begin to work an answer out, unless that is being done."""
        with self._guard:
            if name not in self._running:
                thread = threading.Thread(target=self._renewed, args=(name, work), name=f"renew {name}", daemon=True)
                self._running[name] = thread
                thread.start()

    def _renewed(self, name: str, work: Callable[[], object]) -> None:
        """Work an answer out; where the record is closed or changed meanwhile, the next who asks begins again."""
        try:
            with self._turn, contextlib.suppress(MunimentError):
                work()
        finally:
            with self._guard:
                del self._running[name]

    def beside(self, path: Path, name: str, day: str) -> bool:
        """Return whether a process of its own worked an answer out and kept it; False where none could, or it failed.

        Args:
            path: the record's file.
            name: of the question, as `Record.prepare` has it.
            day: ISO 8601, on which it is asked; empty where the answer is the same on every day.
        """
        with self._guard:
            if self._stopped:
                return True  # nobody is left to wait for it
            try:
                self._process = subprocess.Popen(
                    [sys.executable, "-c", _ALONE, str(path.absolute()), name, day],
                    stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                )  # fmt: skip
            except OSError:
                return False
        code = self._process.wait()
        return code == 0 or self._stopped

    def stop(self) -> None:
        """End what a process of its own works out, and begin nothing more there."""
        with self._guard:
            self._stopped = True
            if self._process is not None:
                self._process.terminate()

    def wait(self) -> None:
        """Return once nothing is being worked out."""
        while True:
            with self._guard:
                running = next(iter(self._running.values()), None)
            if running is None:
                return
            running.join()


def work_out(path: str, name: str, day: str) -> None:
    """Work an answer out and keep it in the file beside a record; this process gives way to others from now on.

    Raises:
        KeyError: `Record.prepare` knows no such question.
        MunimentError: the record cannot be read.
    """
    from muniment.facade.record import Record

    if hasattr(os, "nice"):
        os.nice(_GIVES_WAY)
    with Record.open(path) as record:
        record.prepare_one(name, day)
