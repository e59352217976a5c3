"""Answers that lag behind the ledger: who may be shown one, and how it is worked out anew meanwhile.

Whoever files a page in a large record changes what follows from all rows, and to work that out takes long. A reader of
a page need not wait for it: the last answer is shown, with the entry it was worked out at. Programs get no such answer.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from contextvars import ContextVar

import msgspec

from muniment.errors import MunimentError

__all__ = ["LAGS", "Lag", "Renewals"]


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

    def wait(self) -> None:
        """Return once nothing is being worked out."""
        while True:
            with self._guard:
                running = next(iter(self._running.values()), None)
            if running is None:
                return
            running.join()
