"""What was fetched from the web, in SQL tables."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import bindparam, delete, insert, select, update

from muniment.errors import Broken
from muniment.ledger.intake import Asked, Due, KeptExchange
from muniment.stacks import schema
from muniment.stacks.database import Database

__all__ = ["IntakeTables"]

_CHUNK = 20
"""Exchanges fetched at a time where a caller walks them all: each may be large."""

_E, _A, _D, _P = schema.exchanges.c, schema.asked.c, schema.due.c, schema.polls.c

_PUT_EXCHANGE = insert(schema.exchanges)
_EXCHANGE = select(schema.exchanges).where(_E.id == bindparam("of_id"))
_EXCHANGES = select(schema.exchanges).where(_E.number > bindparam("after")).order_by(_E.number).limit(_CHUNK)
_PUT_ASKED = insert(schema.asked)
_DROP_ASKED = delete(schema.asked).where(_A.address == bindparam("of_address"))
_ASKED = select(schema.asked).where(_A.address == bindparam("of_address"))
_ASKED_BEFORE = (
    select(schema.asked)
    .where(_A.source == bindparam("of_source"), _A.seen_at < bindparam("moment"))
    .order_by(_A.seen_at, _A.address)
    .limit(bindparam("most"))
)
_PUT_DUE = insert(schema.due)
_DUE_ONE = select(_D.number).where(_D.address == bindparam("of_address"), _D.role == bindparam("of_role"))
_DUE = select(schema.due).where(_D.number > bindparam("after")).order_by(_D.number).limit(bindparam("most"))
_PUT_OFF = (
    update(schema.due)
    .where(_D.number == bindparam("of_number"))
    .values(tries=bindparam("tries_now"), not_before=bindparam("from_then"))
)
_TAKE_DUE = delete(schema.due).where(_D.number == bindparam("of_number"))
_PUT_POLL = insert(schema.polls)
_DROP_POLL = delete(schema.polls).where(_P.source == bindparam("of_source"))
_POLLS = select(schema.polls).order_by(_P.source)


class IntakeTables:
    """The `IntakeStore` of a SQL database."""

    def __init__(self, database: Database) -> None:
        """Take the tables of a database."""
        self._database = database

    def put_exchange(self, kept: KeptExchange) -> bool:
        """Keep an exchange under its id, its number given by the store; return whether it is new."""
        if self._database.first(_EXCHANGE, {"of_id": kept.id}) is not None:
            return False
        row = msgspec.structs.asdict(kept) | {"number": None, "response": zlib.compress(kept.response)}
        self._database.run(_PUT_EXCHANGE, row)
        return True

    def exchange(self, name: str) -> KeptExchange | None:
        """Return an exchange by its id, None where there is none.

        Raises:
            Broken: what is stored cannot be unpacked.
        """
        row = self._database.first(_EXCHANGE, {"of_id": name})
        return None if row is None else _exchange(row)

    def exchanges(self, after: int = 0) -> Iterator[KeptExchange]:
        """Yield the exchanges in order of arrival, after a number.

        Raises:
            Broken: what is stored cannot be unpacked.
        """
        while rows := self._database.all(_EXCHANGES, {"after": after}):
            yield from map(_exchange, rows)
            after = rows[-1][0]

    def put_asked(self, asked: Asked) -> None:
        """Record how an address answered, in place of how it answered before."""
        self._database.run(_DROP_ASKED, {"of_address": asked.address})
        self._database.run(_PUT_ASKED, msgspec.structs.asdict(asked))

    def asked(self, address: str) -> Asked | None:
        """Return how an address answered when it was last asked, None where it never was."""
        row = self._database.first(_ASKED, {"of_address": address})
        return None if row is None else Asked(*row)

    def asked_before(self, source: str, moment: str, limit: int) -> list[Asked]:
        """Return addresses of a source that were last asked before a moment, the longest ago first."""
        rows = self._database.all(_ASKED_BEFORE, {"of_source": source, "moment": moment, "most": limit})
        return [Asked(*row) for row in rows]

    def put_due(self, due: Sequence[Due]) -> None:
        """Put addresses on the list, their numbers given by the store; those that are on it stay as they are."""
        for one in due:
            if self._database.first(_DUE_ONE, {"of_address": one.address, "of_role": one.role}) is None:
                self._database.run(_PUT_DUE, msgspec.structs.asdict(one) | {"number": None})

    def due(self, after: int = 0, limit: int = 500) -> list[Due]:
        """Return what is on the list, in order of arrival, after a number."""
        return [Due(*row) for row in self._database.all(_DUE, {"after": after, "most": limit})]

    def put_off(self, number: int, tries: int, not_before: str) -> None:
        """Record that an address was asked in vain, and when it may be asked next."""
        self._database.run(_PUT_OFF, {"of_number": number, "tries_now": tries, "from_then": not_before})

    def take_due(self, number: int) -> None:
        """Take an address off the list."""
        self._database.run(_TAKE_DUE, {"of_number": number})

    def put_poll(self, source: str, state: dict[str, Any]) -> None:
        """Record the state of a source that is followed, as JSON, in place of what was there."""
        self._database.run(_DROP_POLL, {"of_source": source})
        body = msgspec.json.encode(state, order="sorted").decode()
        self._database.run(_PUT_POLL, {"source": source, "state": body})

    def polls(self) -> dict[str, dict[str, Any]]:
        """Return the states of the sources that are followed, by source."""
        try:
            return {name: msgspec.json.decode(body, type=dict[str, Any]) for name, body in self._database.all(_POLLS)}
        except (msgspec.DecodeError, TypeError) as fault:
            raise Broken("was changed by hand", code="table-changed", where="table polls") from fault


def _exchange(row: tuple[Any, ...]) -> KeptExchange:
    try:
        kept = KeptExchange(*row)
        return msgspec.structs.replace(kept, response=zlib.decompress(kept.response))
    except (zlib.error, TypeError) as error:
        raise Broken("the kept bytes were changed", code="bytes-changed", where=f"table exchanges, {row[1]}") from error
