"""What was fetched from the web, in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from muniment.ledger.intake import Asked, Due, KeptExchange

__all__ = ["MemoryIntake"]


class MemoryIntake:
    """The `IntakeStore` in memory."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._exchanges: dict[str, KeptExchange] = {}
        self._asked: dict[str, Asked] = {}
        self._due: dict[int, Due] = {}
        self._polls: dict[str, dict[str, Any]] = {}
        self._last = 0

    def put_exchange(self, kept: KeptExchange) -> bool:
        """Keep an exchange under its id, its number given by the store; return whether it is new."""
        if kept.id in self._exchanges:
            return False
        self._exchanges[kept.id] = msgspec.structs.replace(kept, number=len(self._exchanges) + 1)
        return True

    def exchange(self, name: str) -> KeptExchange | None:
        """Return an exchange by its id, None where there is none."""
        return self._exchanges.get(name)

    def exchanges(self, after: int = 0) -> Iterator[KeptExchange]:
        """Yield the exchanges in order of arrival, after a number."""
        yield from (kept for kept in list(self._exchanges.values()) if kept.number > after)

    def put_asked(self, asked: Asked) -> None:
        """Record how an address answered, in place of how it answered before."""
        self._asked[asked.address] = asked

    def asked(self, address: str) -> Asked | None:
        """Return how an address answered when it was last asked, None where it never was."""
        return self._asked.get(address)

    def asked_before(self, source: str, moment: str, limit: int) -> list[Asked]:
        """Return addresses of a source that were last asked before a moment, the longest ago first."""
        found = [one for one in self._asked.values() if one.source == source and one.seen_at < moment]
        return sorted(found, key=lambda one: (one.seen_at, one.address))[:limit]

    def put_due(self, due: Sequence[Due]) -> None:
        """Put addresses on the list, their numbers given by the store; those that are on it stay as they are."""
        there = {(one.address, one.role) for one in self._due.values()}
        for one in due:
            if (one.address, one.role) not in there:
                there.add((one.address, one.role))
                self._last += 1
                self._due[self._last] = msgspec.structs.replace(one, number=self._last)

    def due(self, after: int = 0, limit: int = 500) -> list[Due]:
        """Return what is on the list, in order of arrival, after a number."""
        return [one for number, one in self._due.items() if number > after][:limit]

    def put_off(self, number: int, tries: int, not_before: str) -> None:
        """Record that an address was asked in vain, and when it may be asked next."""
        if number in self._due:
            self._due[number] = msgspec.structs.replace(self._due[number], tries=tries, not_before=not_before)

    def take_due(self, number: int) -> None:
        """Take an address off the list."""
        self._due.pop(number, None)

    def put_poll(self, source: str, state: dict[str, Any]) -> None:
        """Record the state of a source that is followed, as JSON, in place of what was there."""
        self._polls[source] = msgspec.json.decode(msgspec.json.encode(state))

    def polls(self) -> dict[str, dict[str, Any]]:
        """Return the states of the sources that are followed, by source."""
        return {name: dict(self._polls[name]) for name in sorted(self._polls)}
