"""Requests on their way: one to a host, to several hosts at once, so that a slow site holds up no other."""

from __future__ import annotations

import threading
from queue import Empty, SimpleQueue

import msgspec

from muniment.archive.web import Answer, Fetcher, Validators
from muniment.archive.web.address import host_of
from muniment.errors import CaptureError
from muniment.ledger.intake import Asked, Due

__all__ = ["Came", "UnderWay"]

_MOST_HOSTS = 8
"""Hosts asked at once: enough that some wait while others answer; one organisation's sites are seldom more."""


class Came(msgspec.Struct, frozen=True):
    """What came of asking for an address.

    Attributes:
        due: what was asked for.
        before: the earlier answer whose marks it was asked with; None where it was asked afresh.
        found: the answer, or why there is none.
    """

    due: Due
    before: Asked | None
    found: Answer | CaptureError


class UnderWay:
    """Requests on their way; all but `send`'s asking itself is for one thread.

    Args:
        fetcher: asks.
    """

    def __init__(self, fetcher: Fetcher) -> None:
        """Begin with none."""
        self._fetcher = fetcher
        self._hosts: dict[str, int] = {}  # host -> number on the worklist
        self._came: SimpleQueue[Came | None] = SimpleQueue()

    def __len__(self) -> int:
        """Return how many hosts are being asked."""
        return len(self._hosts)

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers, on the worklist, of what is being asked for."""
        return frozenset(self._hosts.values())

    def takes(self, host: str) -> bool:
        """Return whether a host may be asked now: there is room, and it is not being asked."""
        return len(self._hosts) < _MOST_HOSTS and host not in self._hosts

    def send(self, due: Due, before: Asked | None) -> None:
        """Ask for an address; `before` as in `Came`."""
        self._hosts[host_of(due.address)] = due.number
        threading.Thread(target=self._ask, args=(due, before), daemon=True).start()

    def _ask(self, due: Due, before: Asked | None) -> None:
        came: Came | None = None
        told = Validators(before.final, before.etag, before.last_modified) if before is not None else Validators()
        try:
            came = Came(due, before, self._fetcher.fetch(due.address, told))
        except CaptureError as error:
            came = Came(due, before, error)
        finally:
            self._came.put(came)

    def first(self, seconds: float | None) -> Came | None:
        """Return what came first, None where nothing did within so many seconds (None for as long as it takes)."""
        try:
            came = self._came.get(timeout=seconds)
        except Empty:
            return None
        if came is None:
            raise RuntimeError("asking for an address broke off; the trace stands above")
        del self._hosts[host_of(came.due.address)]
        return came
