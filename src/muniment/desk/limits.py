"""How much one visitor may ask for: a bucket of tokens for each address, filled at a steady rate."""

from __future__ import annotations

import contextlib
import ipaddress
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator

import msgspec
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from muniment.errors import TooMany

__all__ = ["Buckets", "Gate", "Limited", "Limits", "client_of"]

_VISITORS = 20_000
"""Addresses whose buckets are kept; one that has not asked for longest is forgotten first, and is then full again."""

_SHARE = 4
"""A bucket holds what flows into it in a quarter of a minute, so that a page with its pictures is not refused."""

_QUESTIONS = 2
"""Questions in SQL that are answered at once: one for each core of a small machine."""


class Limits(msgspec.Struct, frozen=True):
    """How much one address may ask for.

    Attributes:
        requests: requests a minute; 0 for any number.
        replays: earlier states of the record made again, a minute; 0 for any number.
    """

    requests: int = 0
    replays: int = 0


class Buckets:
    """A bucket of tokens for each address (the token bucket of RFC 2697, without its colours).

    Args:
        a_minute: tokens that flow into each bucket in a minute.
        clock: seconds that only grow.
    """

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with every bucket full."""
        self._rate = a_minute / 60
        self._holds = max(a_minute / _SHARE, 3.0)
        self._clock = clock
        self._kept: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._guard = threading.Lock()

    def wait(self, client: str) -> float:
        """Take a token from an address's bucket; return 0, or in how many seconds there will be one."""
        now = self._clock()
        with self._guard:
            there, since = self._kept.pop(client, (self._holds, now))
            there = min(self._holds, there + (now - since) * self._rate)
            taken = there >= 1
            self._kept[client] = (there - 1 if taken else there, now)
            while len(self._kept) > _VISITORS:
                self._kept.popitem(last=False)
        return 0.0 if taken else (1 - there) / self._rate


class Gate:
    """What stands before a record that is shown to anybody: the buckets, and the turns of questions in SQL.

    Args:
        limits: how much one address may ask for; any number of things where None.
        clock: seconds that only grow.
    """

    def __init__(self, limits: Limits | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        """Make the buckets; none where nothing is limited."""
        limits = limits or Limits()
        self._requests = Buckets(limits.requests, clock) if limits.requests else None
        self._replays = Buckets(limits.replays, clock) if limits.replays else None
        self._turns = threading.BoundedSemaphore(_QUESTIONS)

    def admit(self, client: str) -> None:
        """Let a request in.

        Raises:
            TooMany: the address asks too often.
        """
        _require(self._requests, client, "more requests than are answered from one address")

    def admit_replay(self, client: str) -> None:
        """Let an earlier state of the record be made again.

        Raises:
            TooMany: the address asks for that too often.
        """
        _require(self._replays, client, "more earlier states than are made again for one address")

    @contextlib.contextmanager
    def turn(self) -> Iterator[None]:
        """Hold one of the turns in which questions in SQL are answered.

        Raises:
            TooMany: all of them are held.
        """
        if not self._turns.acquire(timeout=1.0):
            raise TooMany("others are asking in SQL", seconds=3, where="sql")
        try:
            yield
        finally:
            self._turns.release()


def _require(buckets: Buckets | None, client: str, what: str) -> None:
    seconds = buckets.wait(client) if buckets is not None else 0.0
    if seconds:
        raise TooMany(what, seconds=seconds)


def client_of(connection: HTTPConnection) -> str:
    """Return whose bucket a request takes from: its address, of IPv6 the network of 64 bits that a household has."""
    host = connection.client.host if connection.client else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address):
        mapped = address.ipv4_mapped
        return str(mapped or ipaddress.ip_network((address, 64), strict=False))
    return str(address)


class Limited:
    """Refuses what an address asks for too often; what never changes (`/static`) costs nothing.

    Args:
        app: the application.
        gate: the buckets.
        refuse: gives the answer that refuses a request.
    """

    def __init__(self, app: ASGIApp, gate: Gate, refuse: Callable[[Request, TooMany], Response]) -> None:
        """Take the application."""
        self.app, self._gate, self._refuse = app, gate, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, or refuse."""
        app = self.app
        if scope["type"] == "http" and not scope["path"].startswith("/static/"):
            request = Request(scope)
            try:
                self._gate.admit(client_of(request))
            except TooMany as error:
                app = self._refuse(request, error)
        await app(scope, receive, send)
