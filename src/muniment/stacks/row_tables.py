"""The registers in SQL tables: rows, keys, claims and decisions for the fold, and lists for people."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    union_all,
    update,
)

from muniment.registers.ports import SCANNED, RowStore, Sought
from muniment.registers.row import CLAIMS_KEPT, FiledClaim, Judgement, Row, Telling
from muniment.stacks import schema, search
from muniment.stacks.database import Database
from muniment.stacks.listing import Hit, Listing, counted
from muniment.stacks.row_cache import Held, RowCache
from muniment.stacks.row_counts import RowCounts
from muniment.stacks.row_lists import months_of, numbers_of, values_of
from muniment.stacks.row_writes import RowWrites
from muniment.stacks.spell_table import SpellTable

__all__ = ["RowTables"]

_KEYS_AT_ONCE = 64
"""Keys looked up in one statement; SQLite joins at most 500 (sqlite.org/limits.html, compound SELECT)."""

_CHUNK = 500
"""Rows fetched at a time where a caller walks a whole table."""

_R, _K, _V, _C, _J = schema.rows.c, schema.row_keys.c, schema.row_values.c, schema.claims.c, schema.judgements.c

_register: BindParameter[str] = bindparam("of_register")
_row: BindParameter[str] = bindparam("of_row")
_content: BindParameter[str] = bindparam("of_content")

_OF_NUMBERS = select(_R.number, _R.body).where(
    _R.number.in_(select(func.json_each(bindparam("of_numbers")).table_valued("value").c.value))
)
_HELD = (_R.number, _R.register, _R.id, _R.body, _R.words, _R.shown)
_GET = select(*_HELD).where(_R.register == _register, _R.id == _row)
_NUMBERED = select(*_HELD).where(_R.number == bindparam("of_number"))
_ROWS_THERE = select(_R.id).where(
    _R.register == _register, _R.id.in_(select(func.json_each(bindparam("of_ids")).table_valued("value").c.value))
)
_LAST = select(func.coalesce(func.max(_R.number), literal_column("0")))
_DROP = delete(schema.rows).where(_R.number == bindparam("of_number"))
_KEYS = select(_K.key).where(_K.number == bindparam("of_number"))
_DROP_KEYS = delete(schema.row_keys).where(_K.number == bindparam("of_number"))
_DROP_VALUES = delete(schema.row_values).where(_V.number == bindparam("of_number"))
_ALL = select(_R.number).where(_R.register == _register).order_by(_R.number)
"""Read from an index alone and sorted once; asked for together with the rows, a stretch at a time, each stretch would
read and sort the whole register."""
_HAVING = (
    select(_R.number)
    .where(
        _R.register.concat("") == _register,
        _R.number.in_(
            select(_V.number).where(
                _V.slot == bindparam("of_slot"),
                _V.value.in_(select(func.json_each(bindparam("of_values")).table_valued("value").c.value)),
            )
        ),
    )
    .order_by(_R.number)
)
"""`concat` keeps SQLite from walking all of the register instead."""
_RETOLD = _ALL.where(
    or_(
        func.json_array_length(_R.body, "$.tellings") > literal_column("1"),
        func.json_extract(_R.body, "$.conflicts") != literal_column("'{}'"),
        _R.id.in_(select(func.json_each(bindparam("of_ids")).table_valued("value").c.value)),
    )
)
_IDS = (
    select(_R.id)
    .where(_R.register == _register, _R.id >= bindparam("low"), _R.id <= bindparam("high"))
    .order_by(_R.id)
    .limit(5)
)

_CLAIM = select(schema.claims).where(_C.id == bindparam("of_claim"))
_OF_TELLING = and_(_C.register == _register, _C.row == _row, _C.content == _content)
_TELL = select(
    func.count(), func.sum(_C.evidence), func.min(func.nullif(_C.stated_on, "")), func.max(_C.stated_on)
).where(_OF_TELLING, _C.dropped == 0)
_FIRST_CLAIMS = (
    select(schema.claims).where(_OF_TELLING, _C.dropped == 0).order_by(_C.position, _C.id).limit(CLAIMS_KEPT)
)
_MOVE = update(schema.claims).where(_OF_TELLING).values(row=bindparam("to_row"), content=bindparam("renamed"))
_OF_DOCUMENT = (
    select(schema.claims).where(_C.document == bindparam("of_document"), _C.dropped == 0).order_by(_C.position, _C.id)
)
_OF_CLAIMS = select(_C.id, _C.register, _C.row).where(
    _C.id.in_(select(func.json_each(bindparam("of_claims")).table_valued("value").c.value))
)
_BEGUN = select(_R.id, _R.position, _R.shown).where(
    _R.register == _register, _R.id.in_(select(func.json_each(bindparam("of_ids")).table_valued("value").c.value))
)
_OF_PAGES = (
    select(_C.document, _C.row)
    .where(
        _C.document.in_(select(func.json_each(bindparam("of_documents")).table_valued("value").c.value)),
        _C.register.concat("") == literal_column("'documents'"), _C.dropped == literal_column("0"),
        func.coalesce(func.json_extract(_C.slots, "$.stub"), literal_column("0")) == literal_column("0"),
    )
    .order_by(_C.position, _C.id)
)  # fmt: skip
"""`concat` keeps SQLite from walking all claims of the register instead."""
_OF_ROW = (
    select(schema.claims)
    .where(_C.register == _register, _C.row == _row, _C.dropped == 0)
    .order_by(_C.position, _C.id)
    .limit(bindparam("most"))
    .offset(bindparam("skip"))
)
_DROPPED = (
    select(schema.claims)
    .where(_C.register == _register, _C.dropped == 1, _C.origin == "page")
    .order_by(_C.position, _C.id)
)
_JUDGEMENT = select(_J.body).where(_J.position == bindparam("of_position"))
_ADD_JUDGEMENT = insert(schema.judgements)
_DROP_JUDGEMENT = delete(schema.judgements).where(_J.position == bindparam("of_position"))

_EVERYTHING = (schema.rows, schema.row_keys, schema.row_values, schema.claims, schema.judgements)


class RowTables(RowStore):
    """The `RowStore` of a SQL database, with the lists that people ask for."""

    def __init__(self, database: Database) -> None:
        """Take the registers of a database."""
        self._tables = database
        self._cache = RowCache() if database.writing else None
        self._counts = RowCounts(database)
        self._spells = SpellTable(database)
        self._writes = RowWrites(database, self._counts, self._spells)
        self._last = 0
        self._first: FiledClaim | None = None
        self._rollbacks = database.rollbacks
        if database.writing:
            database.before_commit.insert(0, self._write)  # before the counts, which change with the rows

    @property
    def _database(self) -> Database:
        """The database, with everything written that was put so far."""
        self._write()
        return self._tables

    def _write(self) -> None:
        """Write everything that was put so far, but what was put in a transaction that was taken back."""
        self._forget_taken_back()
        self._writes.write()

    def _forget_taken_back(self) -> None:
        """Forget what was put and found in a transaction that was taken back since."""
        if self._rollbacks != self._tables.rollbacks:
            self._forget()
            self._rollbacks = self._tables.rollbacks

    def _forget(self) -> None:
        self._writes.forget()
        self._last = 0
        self._first = None
        if self._cache is not None:
            self._cache.clear()

    # What the fold asks for.

    def foresee(self, sought: Sought) -> None:
        """Look up in one go which of the claims, keys and rows that are going to be asked for are not there."""
        self._forget_taken_back()
        self._writes.foresee(sought)
        if self._cache is None:
            return
        for register, rows in sought.rows.items():
            known = self._tables.all(_ROWS_THERE, {"of_register": register, "of_ids": json.dumps(sorted(rows))})
            self._cache.miss(register, rows - {row for (row,) in known})

    def find(self, register: str, keys: Sequence[str], limit: int) -> list[Row]:
        """Return the register's rows that were put with any of the keys, those that share the most first."""
        self._forget_taken_back()
        shared: Counter[int] = Counter()
        written = []
        for key, put, known in self._writes.sought(register, sorted(set(keys))):
            if put and known:
                there = self._tables.all(_finding(1), {"key0": key, "of_register": register})
                put = [*put, *(number for (number,) in there)]
            if put:
                shared.update(sorted(put, reverse=True)[:SCANNED])
            else:
                written.append(key)
        for start in range(0, len(written), _KEYS_AT_ONCE):
            some = written[start : start + _KEYS_AT_ONCE]
            asked = {f"key{number}": key for number, key in enumerate(some)}
            found = self._tables.all(_finding(len(some)), {**asked, "of_register": register})
            shared.update([number for (number,) in found])
        nearest = sorted(shared, key=lambda number: (-shared[number], -number))[:limit]
        return [held.row for number in nearest if (held := self._numbered(number)) is not None]

    def _numbered(self, number: int) -> Held | None:
        held = self._writes.numbered(number)
        if held is None and self._cache is not None:
            held = self._cache.numbered(number)
        return held or self._unpacked(self._tables.first(_NUMBERED, {"of_number": number}))

    def _held(self, register: str, row: str) -> Held | None:
        self._forget_taken_back()
        cache = self._cache
        held = self._writes.named(register, row)
        if held is None and cache is not None:
            held = cache.named(register, row)
        if held is not None or (cache is not None and cache.absent(register, row)):
            return held
        held = self._unpacked(self._tables.first(_GET, {"of_register": register, "of_row": row}))
        if held is None and cache is not None:
            cache.miss(register, {row})
        return held

    def _unpacked(self, line: tuple[Any, ...] | None) -> Held | None:
        if line is None:
            return None
        number, register, row, body, words, shown = line
        held = Held(number, (register, row), body, words, bool(shown))
        return held if self._cache is None else self._cache.hold(held)

    def get(self, register: str, row: str) -> Row | None:
        """Return the row of that id, withdrawn and merged ones too, or None."""
        held = self._held(register, row)
        return None if held is None else held.row

    def put(self, row: Row, keys: Sequence[str]) -> None:
        """Keep the row under its id, with these keys in place of all it had before."""
        old = self._held(row.register, row.id)
        number = self._next() if old is None else old.number
        new = Held(number, (row.register, row.id), msgspec.json.encode(row).decode(), keys=frozenset(keys))
        self._writes.put(row, new, old, self._keys(old))
        if self._cache is not None:
            self._cache.hold(new)

    def _next(self) -> int:
        """Return the number of the next row that is begun."""
        if not self._last:
            ((self._last,),) = self._tables.all(_LAST)
        self._last += 1
        return self._last

    def _keys(self, held: Held | None) -> AbstractSet[str]:
        """Return the keys that a row is found by."""
        if held is None:
            return frozenset()
        if held.keys is None:
            held.keys = {key for (key,) in self._tables.all(_KEYS, {"of_number": held.number})}
        return held.keys

    def drop(self, register: str, row: str) -> None:
        """Forget the row and its keys, if there is one."""
        database = self._database
        old = self._held(register, row)
        if old is None:
            return
        if old.shown:
            self._counts.change(register, self._writes.values(old), -1)
        search.index_rows(database, [(old.number, "", old.words)])
        self._spells.drop(old.number)
        for statement in (_DROP_KEYS, _DROP_VALUES, _DROP):
            database.run(statement, {"of_number": old.number})
        self._last = 0
        if self._cache is not None:
            self._cache.forget(register, row)

    def claim(self, claim: str) -> FiledClaim | None:
        """Return the claim of that id, dropped or not, or None."""
        self._forget_taken_back()
        put = self._writes.claim(claim)
        if put is not None or self._writes.no_claim(claim):
            return put
        found = self._tables.first(_CLAIM, {"of_claim": claim})
        return None if found is None else _to_claim(found)

    def keep(self, claim: FiledClaim) -> None:
        """Keep the claim under its id, in place of what was kept there before."""
        self._forget_taken_back()
        first = self._first
        if first is not None and (claim.id == first.id or not _comes_after(claim, first)):
            self._first = None
        self._writes.keep(claim)

    def tell(self, register: str, row: str, content: str) -> Telling | None:
        """Return the live claims of the row with that content as one telling, or None where there are none."""
        database = self._database
        telling = {"of_register": register, "of_row": row, "of_content": content}
        count, evidence, earliest, latest = database.first(_TELL, telling) or (0, 0, "", "")
        if not count:
            return None
        kept = [_to_claim(line) for line in database.all(_FIRST_CLAIMS, telling)]
        first = kept[0]
        return Telling(
            content=content, slots=first.slots, origin=first.origin, attributed_to=first.attributed_to,
            position=first.position, count=count, evidence=evidence,
            claims=tuple(claim.id for claim in kept),
            sources=tuple(dict.fromkeys(claim.source for claim in kept)),
            documents=tuple(dict.fromkeys(claim.document for claim in kept)),
            first_stated=earliest or "", last_stated=latest or "",
        )  # fmt: skip

    def move(self, register: str, row: str, content: str, to: str, renamed: str) -> None:
        """Set `row` and `content` of every claim of that row with that content, dropped ones too, to others."""
        telling = {"of_register": register, "of_row": row, "of_content": content}
        self._database.run(_MOVE, {**telling, "to_row": to, "renamed": renamed})

    def of_document(self, document: str) -> Iterator[FiledClaim]:
        """Yield the live claims of a document (or of `profile:NAME`), by position, then id."""
        self._forget_taken_back()
        there = map(_to_claim, self._tables.all(_OF_DOCUMENT, {"of_document": document}))
        live = [claim for claim in there if self._writes.claim(claim.id) is None]
        live += [claim for claim in self._writes.of_document(document) if not claim.dropped]
        yield from sorted(live, key=lambda claim: (claim.position, claim.id))

    def rows_of_claims(self, claims: Collection[str]) -> dict[str, tuple[str, str]]:
        """Return the register and the row that hold each claim, dropped or not: claim -> the two."""
        found = self._database.all(_OF_CLAIMS, {"of_claims": json.dumps(list(claims))})
        return {claim: (register, row) for claim, register, row in found}

    def begun(self, register: str, rows: Collection[str]) -> dict[str, tuple[int, bool]]:
        """Return the entry that began each row, and whether it is shown: neither withdrawn nor merged into another."""
        found = self._database.all(_BEGUN, {"of_register": register, "of_ids": json.dumps(list(rows))})
        return {row: (position, bool(shown)) for row, position, shown in found}

    def rows_of_pages(self, documents: Collection[str]) -> dict[str, str]:
        """Return the rows of documents themselves, not of teasers on them: document -> row."""
        found = self._database.all(_OF_PAGES, {"of_documents": json.dumps(list(documents))})
        return dict(reversed(found))

    def stated(self, document: str) -> str:
        """Return the date that the first live claim of a document bears; empty where there is none.

        That claim is remembered: it is asked for with every claim of the document, one after another.
        """
        self._forget_taken_back()
        if self._first is None or self._first.document != document:
            self._first = next(self.of_document(document), None)
        return "" if self._first is None else self._first.stated_on

    def judge(self, judgement: Judgement) -> None:
        """Keep the decision under its position, in place of what was kept there before."""
        self._database.run(_DROP_JUDGEMENT, {"of_position": judgement.position})
        body = msgspec.json.encode(judgement).decode()
        self._database.run(_ADD_JUDGEMENT, {"position": judgement.position, "body": body})

    def judgement(self, position: int) -> Judgement | None:
        """Return the decision filed as that entry, or None."""
        found = self._database.first(_JUDGEMENT, {"of_position": position})
        return None if found is None else msgspec.json.decode(found[0], type=Judgement)

    def in_sequence(self, register: str, things: Sequence[str], day: str) -> dict[str, list[Row]]:
        """Return what of things began last by a day, as `lasting.last_states` chooses: thing -> rows."""
        self._write()
        chosen = {thing: found for thing in things if (found := self._spells.last_states(register, thing, day))}
        rows = self._bodies([number for numbers in chosen.values() for number in numbers])
        return {thing: [rows[number] for number in numbers] for thing, numbers in chosen.items()}

    def _bodies(self, numbers: Sequence[int]) -> dict[int, Row]:
        """Return rows by their numbers."""
        found: dict[int, Row] = {}
        for start in range(0, len(numbers), _CHUNK):
            asked = {"of_numbers": json.dumps(numbers[start : start + _CHUNK])}
            found |= {number: _to_row(body) for number, body in self._database.all(_OF_NUMBERS, asked)}
        return found

    # What people ask for.

    def clear(self) -> None:
        """Forget everything, so that the registers can be folded again from the first entry."""
        self._forget()
        search.forget_rows(self._tables)
        for table in _EVERYTHING:
            self._tables.run(delete(table))
        self._counts.clear()
        self._spells.clear()

    def listed(self, listing: Listing) -> tuple[list[Row], int]:
        """Return the rows of a list as asked for, and how many there are without limit and offset.

        Raises:
            Unknown: there is no such register.
            UsageError: a slot that no list is narrowed or sorted by.
        """
        numbers, total = numbers_of(self._database, self._counts, listing.checked())
        rows = self._bodies(numbers)
        return [rows[number] for number in numbers], total

    def all(self, register: str) -> Iterator[Row]:
        """Yield every row of a register, withdrawn and merged ones too, in the order they were begun."""
        yield from self._in_turn(self._database.all(_ALL, {"of_register": register}))

    def retold(self, register: str, ids: Collection[str] = ()) -> Iterator[Row]:
        """Yield the rows of a register told in several ways or in conflict, and those of some ids, ordered as `all`."""
        asked = {"of_register": register, "of_ids": json.dumps(sorted(ids))}
        yield from self._in_turn(self._database.all(_RETOLD, asked))

    def having(self, register: str, slot: str, values: Collection[str]) -> Iterator[Row]:
        """Yield the rows of a register that have any of some values in an indexed slot, ordered as `all`."""
        asked = {"of_register": register, "of_slot": slot, "of_values": json.dumps(sorted(values))}
        yield from self._in_turn(self._database.all(_HAVING, asked))

    def _in_turn(self, numbers: Sequence[tuple[int]]) -> Iterator[Row]:
        """Yield rows in the order of their numbers."""
        for start in range(0, len(numbers), _CHUNK):
            some = [number for (number,) in numbers[start : start + _CHUNK]]
            rows = self._bodies(some)
            yield from (rows[number] for number in some)

    def dropped(self, register: str) -> Iterator[FiledClaim]:
        """Yield the claims of a register that pages told and that are dropped, by position, then id."""
        yield from map(_to_claim, self._database.all(_DROPPED, {"of_register": register}))

    def ids(self, register: str, beginning: str) -> list[str]:
        """Return the ids of at most five rows that begin so, in order."""
        chosen = {"of_register": register, "low": beginning, "high": beginning + "\U0010ffff"}
        return [found for (found,) in self._database.all(_IDS, chosen)]

    def counts(self) -> dict[str, int]:
        """Return how many rows each register shows; registers without rows are left out."""
        return self._counts.totals()

    def values(self, register: str, slot: str, limit: int) -> list[tuple[str, int]]:
        """Return the values that a slot has in shown rows and how many rows have each, most frequent first."""
        if slot in counted(register):
            return self._counts.values(register, slot, limit)
        return values_of(self._database, register, slot, limit)

    def months(self, register: str) -> list[tuple[str, int]]:
        """Return the months, or years where no month is told, of shown rows, in order, and how many each has."""
        return months_of(self._database, register)

    def claims_of(self, register: str, row: str, limit: int, offset: int) -> list[FiledClaim]:
        """Return the live claims of a row, by position, then id."""
        chosen = {"of_register": register, "of_row": row, "most": limit, "skip": offset}
        return [_to_claim(line) for line in self._database.all(_OF_ROW, chosen)]

    def search(self, words: str, register: str, limit: int) -> list[Hit]:
        """Return the shown rows with all the words, best first, of one register, or of all where it is empty."""
        return [Hit.told(*line) for line in search.hits_with(self._database, words, register, limit)]

    def counts_with(self, words: str) -> tuple[dict[str, int], int]:
        """Return how many shown rows of each register have all the words; and, where not all were counted, how many."""
        return search.counts_with(self._database, words)

    def values_with(self, register: str, words: str, most: int) -> tuple[dict[str, list[tuple[str, int]]], int]:
        """Return the values of slots of shown rows with all the words, and of how many rows, those filed last."""
        return search.values_with(self._database, words, register, most)

    def more_than(self, words: str, most: int) -> bool:
        """Return whether more rows than so many have all the words."""
        return search.more_than(self._database, words, most)

    def newest_with(self, words: str, most: int) -> dict[str, list[Row]]:
        """Return the shown rows with all the words, of each register at most so many, newest first."""
        numbers = search.newest_with(self._database, words, most)
        found: dict[str, list[Row]] = {}
        for row in self._in_turn([(number,) for number in numbers]):
            found.setdefault(row.register, []).append(row)
        return found

    def search_pages(self, words: str, limit: int) -> list[Hit]:
        """Return the standing pages with all the words, best first; `id` is the document."""
        return [Hit.told("pages", document, title or source, snippet)
                for document, source, title, snippet in search.pages_with(self._database, words, limit)]  # fmt: skip


@cache
def _finding(keys: int) -> CompoundSelect[Any]:
    """Return the statement that finds the numbers of rows by so many keys, one for each key that a row has."""
    return union_all(
        *(
            select(
                select(_K.number)
                .where(_K.register == _register, _K.key == bindparam(f"key{number}"))
                .order_by(_K.number.desc())
                .limit(literal_column(str(SCANNED)))
                .subquery()
            )
            for number in range(keys)
        )
    )


def _comes_after(claim: FiledClaim, first: FiledClaim) -> bool:
    """Whether a claim cannot stand before the first of a document."""
    return claim.document != first.document or (claim.position, claim.id) > (first.position, first.id)


def _to_row(body: str) -> Row:
    return msgspec.json.decode(body, type=Row)


def _to_claim(line: tuple[Any, ...]) -> FiledClaim:
    values = list(line)
    values[6] = msgspec.json.decode(values[6])
    values[12] = bool(values[12])
    return FiledClaim(*values)
