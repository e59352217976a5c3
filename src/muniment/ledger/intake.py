"""The port for what was fetched from the web: exchanges, which are kept for good, and how far the fetching is.

Exchanges are part of the record: the ledger names each by its SHA-256. The rest is a worklist. It lets a fetching that
was stopped go on where it was, and losing it costs no more than asking for some pages again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

import msgspec

from muniment.terms.ids import digest, digest_bytes

__all__ = ["Asked", "Due", "IntakeStore", "KeptExchange", "exchange_id"]


class KeptExchange(msgspec.Struct, frozen=True):
    """A request and its answer as they went over the wire.

    Attributes:
        number: order of arrival, 1-based; may have gaps.
        id: SHA-256 over all the rest but the number, see `exchange_id`.
        address: what was asked for.
        seen_at: when the answer began to come, UTC.
        remote: address in digits that answered.
        status: of the answer.
        document: SHA-256 of the page in the answer; empty where there is none in it.
        request: bytes of the request.
        response: bytes of the answer, in whatever codings they came.
    """

    number: int
    id: str
    address: str
    seen_at: str
    remote: str
    status: int
    document: str
    request: bytes
    response: bytes


def exchange_id(kept: KeptExchange) -> str:
    """Return the SHA-256 that an exchange's content has, whatever id it bears."""
    request, response = digest_bytes(kept.request), digest_bytes(kept.response)
    return digest([kept.address, kept.seen_at, kept.remote, kept.status, kept.document, request, response])


class Asked(msgspec.Struct, frozen=True):
    """How an address answered when it was last asked.

    Attributes:
        address: the address.
        seen_at: when that was, UTC.
        status: of the answer; 0 where there was none.
        final: where the answer came from, after redirects.
        etag: what the answer is known by, as the server said; empty where it did not.
        last_modified: when it was last changed, as the server said.
        document: SHA-256 of the page in it; empty where there was none.
        source: the source that named the address; empty for one that was asked for by hand.
    """

    address: str
    seen_at: str
    status: int = 0
    final: str = ""
    etag: str = ""
    last_modified: str = ""
    document: str = ""
    source: str = ""


class Due(msgspec.Struct, frozen=True):
    """An address that is to be asked.

    Attributes:
        number: order of arrival, 1-based; may have gaps.
        address: the address.
        role: `list` for what names other addresses, `page` for what is to be read.
        source: the source that named it; empty for one that was asked for by hand.
        depth: how many lists led to it.
        tries: how often it was asked in vain.
        not_before: when it may be asked next, UTC; empty for at once.
    """

    number: int
    address: str
    role: str
    source: str
    depth: int = 0
    tries: int = 0
    not_before: str = ""


class IntakeStore(Protocol):
    """Exchanges, and the worklist of fetching."""

    def put_exchange(self, kept: KeptExchange) -> bool:
        """Keep an exchange under its id, its number given by the store; return whether it is new."""
        ...

    def exchange(self, name: str) -> KeptExchange | None:
        """Return an exchange by its id, None where there is none.

        Raises:
            Broken: what is stored cannot be unpacked.
        """
        ...

    def exchanges(self, after: int = 0) -> Iterator[KeptExchange]:
        """Return the exchanges in order of arrival, after a number.

        Raises:
            Broken: what is stored cannot be unpacked.
        """
        ...

    def put_asked(self, asked: Asked) -> None:
        """Record how an address answered, in place of how it answered before."""
        ...

    def asked(self, address: str) -> Asked | None:
        """Return how an address answered when it was last asked, None where it never was."""
        ...

    def asked_before(self, source: str, moment: str, limit: int) -> list[Asked]:
        """Return addresses of a source that were last asked before a moment, the longest ago first."""
        ...

    def put_due(self, due: Sequence[Due]) -> None:
        """Put addresses on the list, their numbers given by the store; those that are on it stay as they are."""
        ...

    def due(self, after: int = 0, limit: int = 500) -> list[Due]:
        """Return what is on the list, in order of arrival, after a number."""
        ...

    def put_off(self, number: int, tries: int, not_before: str) -> None:
        """Record that an address was asked in vain, and when it may be asked next."""
        ...

    def take_due(self, number: int) -> None:
        """Take an address off the list."""
        ...

    def put_poll(self, source: str, state: dict[str, Any]) -> None:
        """Record the state of a source that is followed, as JSON, in place of what was there."""
        ...

    def polls(self) -> dict[str, dict[str, Any]]:
        """Return the states of the sources that are followed, by source."""
        ...
