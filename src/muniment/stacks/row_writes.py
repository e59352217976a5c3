"""Rows and claims put and not written yet: gathered while a transaction lasts, written some hundreds at a time.

One statement for many lines takes a third of what one for each takes, and a row that was put three times is written
once. Until it is written, what was put is found here: whoever looks for a row or a claim asks here first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import msgspec
from sqlalchemy import bindparam, delete, exists, func, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from muniment.registers.ports import Sought
from muniment.registers.row import FiledClaim, Row
from muniment.stacks import schema, search
from muniment.stacks.database import Database
from muniment.stacks.listing import facets
from muniment.stacks.row_cache import Held
from muniment.stacks.row_counts import RowCounts
from muniment.stacks.spell_table import SpellTable

__all__ = ["RowWrites"]

_AT_ONCE = 1000
"""Rows and claims that are gathered before they are written: some megabytes (judgement; more gains nothing)."""

_R, _K, _V, _C = schema.rows.c, schema.row_keys.c, schema.row_values.c, schema.claims.c

_CHANGE = update(schema.rows).where(_R.number == bindparam("of_number"))
_DROP_KEY = delete(schema.row_keys).where(
    _K.register == bindparam("of_register"), _K.key == bindparam("of_key"), _K.number == bindparam("of_number")
)
_CLAIMS_THERE = select(_C.id).where(
    _C.id.in_(select(func.json_each(bindparam("of_claims")).table_valued("value").c.value))
)
_ASKED = func.json_each(bindparam("of_keys")).table_valued("value")
_KEYS_THERE = select(_ASKED.c.value).where(
    exists().where(_K.register == bindparam("of_register"), _K.key == _ASKED.c.value)
)
_VALUES = select(_V.slot, _V.value).where(_V.number == bindparam("of_number"))
_DROP_VALUE = delete(schema.row_values).where(
    _V.number == bindparam("of_number"), _V.slot == bindparam("of_slot"), _V.value == bindparam("of_value")
)
_ADD_CLAIM = upsert(schema.claims)
_KEEP_CLAIM = _ADD_CLAIM.on_conflict_do_update(
    index_elements=[_C.id], set_={column.name: _ADD_CLAIM.excluded[column.name] for column in _C if column.name != "id"}
)
"""SQLite's form of what PostgreSQL has word for word (its dialect's `insert`)."""


class _Put(NamedTuple):
    """A row that was put: itself, how it is held now, and how the tables have it, None where they do not."""

    row: Row
    now: Held
    before: Held | None


class RowWrites:
    """What was put of rows, their keys and values, and of claims, since it was written last."""

    def __init__(self, database: Database, counts: RowCounts, spells: SpellTable) -> None:
        """Take the database, and the counts and the spells of rows, which change when rows are written."""
        self._database = database
        self._counts = counts
        self._spells = spells
        self._rows: dict[int, _Put] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._keys: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        self._claims: dict[str, FiledClaim] = {}
        self._documents: defaultdict[str, dict[str, FiledClaim]] = defaultdict(dict)
        self._no_claims: set[str] = set()
        self._no_keys: set[tuple[str, str]] = set()

    def foresee(self, sought: Sought) -> None:
        """Look up which of the claims and keys that are going to be asked for the tables have none of."""
        there = self._database.all(_CLAIMS_THERE, {"of_claims": _json(sought.claims)})
        self._no_claims = set(sought.claims).difference(claim for (claim,) in there)
        self._no_keys = set()
        for register, keys in sought.keys.items():
            known = self._database.all(_KEYS_THERE, {"of_register": register, "of_keys": _json(sorted(keys))})
            self._no_keys.update((register, key) for key in keys - {key for (key,) in known})

    def no_claim(self, claim: str) -> bool:
        """Whether it is known that the tables have no claim of that id."""
        return claim in self._no_claims

    def put(self, row: Row, now: Held, old: Held | None, keys: AbstractSet[str]) -> None:
        """Take a row as it was put.

        Args:
            row: the row.
            now: how it is held now.
            old: how it was held before; None for a new row.
            keys: the keys that it was found by before.
        """
        there = self._rows.get(now.number)
        self._rows[now.number] = _Put(row, now, old if there is None else there.before)
        self._numbers[now.name] = now.number
        self._move_keys(now, keys)
        self._write_in_time()

    def _move_keys(self, now: Held, before: AbstractSet[str]) -> None:
        """Find a row by the keys it has now; those it has no more go at once, for rows seldom lose any."""
        register, after = now.name[0], now.keys or frozenset()
        for key in after - before:
            self._keys[register, key].append(now.number)
        for key in before - after:
            waiting = self._keys.get((register, key), ())
            if now.number in waiting:
                self._keys[register, key].remove(now.number)
            else:
                gone = {"of_register": register, "of_key": key, "of_number": now.number}
                self._database.run(_DROP_KEY, gone)

    def keep(self, claim: FiledClaim) -> None:
        """Take a claim as it is to be kept."""
        before = self._claims.get(claim.id)
        if before is not None and before.document != claim.document:
            del self._documents[before.document][claim.id]
        self._claims[claim.id] = claim
        self._documents[claim.document][claim.id] = claim
        self._write_in_time()

    def _write_in_time(self) -> None:
        if len(self._rows) + len(self._claims) >= _AT_ONCE or not self._database.connection.in_transaction:
            self.write()

    def numbered(self, number: int) -> Held | None:
        """Return the row of that number; None where it is not among these."""
        found = self._rows.get(number)
        return None if found is None else found.now

    def named(self, register: str, row: str) -> Held | None:
        """Return the row of that id; None where it is not among these."""
        number = self._numbers.get((register, row))
        return None if number is None else self._rows[number].now

    def sought(self, register: str, keys: Iterable[str]) -> Iterator[tuple[str, Sequence[int], bool]]:
        """Yield of each key which rows were put with it that the tables do not know by it, and if they may know others.

        Keys that are known to be new to everybody are left out.
        """
        put, unknown = self._keys, self._no_keys
        for key in keys:
            place = (register, key)
            known = place not in unknown
            if known or place in put:
                yield key, put.get(place, ()), known

    def claim(self, claim: str) -> FiledClaim | None:
        """Return the claim of that id; None where it is not among these."""
        return self._claims.get(claim)

    def of_document(self, document: str) -> Collection[FiledClaim]:
        """Return the claims of a document among these, dropped ones too."""
        return self._documents[document].values() if document in self._documents else ()

    def forget(self) -> None:
        """Forget everything that was gathered, as when a transaction is taken back."""
        for gathered in (self._rows, self._numbers, self._keys, self._claims, self._documents):
            gathered.clear()
        self._no_claims, self._no_keys = set(), set()

    def write(self) -> None:
        """Write everything that was gathered."""
        if self._claims:
            self._database.add_lines(_KEEP_CLAIM, [_claim_line(claim) for claim in self._claims.values()])
        if self._rows:
            self._write_rows(self._rows.values())
        keys = [(register, key, number) for (register, key), found in self._keys.items() for number in found]
        self._database.add_lines(schema.row_keys, keys)
        absent = self._no_claims.difference(self._claims), self._no_keys.difference(self._keys)
        self.forget()
        self._no_claims, self._no_keys = absent

    def _write_rows(self, rows: Collection[_Put]) -> None:
        new, changed, words, spells = [], [], [], []
        gone: list[tuple[int, str, str]] = []
        values: list[tuple[int, str, str]] = []
        for row, now, before in rows:
            shown = facets(row)
            now.words, now.shown = shown.words, shown.shown
            now.values = frozenset((slot, value) for slot, found in shown.values.items() for value in found)
            place = (now.number, row.register, row.id, row.position)
            line = (*place, shown.dated, shown.caption, int(shown.shown), shown.words, now.body)
            if before is None:
                new.append(line)
            else:
                changed.append({**dict(zip(_R.keys(), line, strict=True)), "of_number": now.number})
            spells.append((now.number, now.name, row.position, shown))
            words.append((now.number, shown.words, before.words if before else ""))
            was = self.values(before)
            if before is not None and before.shown:
                self._counts.change(row.register, was, -1)
            if now.shown:
                self._counts.change(row.register, now.values, 1)
            gone += [(now.number, *value) for value in was - now.values]
            values += [(now.number, *value) for value in now.values - was]
        self._database.add_lines(schema.rows, new)
        self._database.many(_CHANGE, changed)
        self._database.many(_DROP_VALUE, [{"of_number": n, "of_slot": s, "of_value": v} for n, s, v in gone])
        self._database.add_lines(schema.row_values, values)
        self._spells.put(spells, [now.number for _, now, before in rows if before is not None])
        search.index_rows(self._database, words)

    def values(self, held: Held | None) -> AbstractSet[tuple[str, str]]:
        """Return (slot, value) of the indexed slots of a row that the tables have."""
        if held is None:
            return frozenset()
        if held.values is None:
            held.values = {(slot, value) for slot, value in self._database.all(_VALUES, {"of_number": held.number})}
        return held.values


def _json(names: Sequence[str]) -> str:
    return msgspec.json.encode(names).decode()


def _claim_line(claim: FiledClaim) -> tuple[object, ...]:
    line = list(msgspec.structs.astuple(claim))
    line[_SLOTS] = msgspec.json.encode(claim.slots).decode()
    line[_DROPPED] = int(claim.dropped)
    return tuple(line)


_SLOTS, _DROPPED = (FiledClaim.__struct_fields__.index(name) for name in ("slots", "dropped"))
