"""Comparing a record's tables with those that the ledger makes afresh, line by line, so that memory stays flat.

Entries, archived bytes, notes and waiting pages are left out: the first two are what the others are made from, and the
clerk checks the rest.
"""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Table, select

from muniment.stacks import schema
from muniment.stacks.database import Database, compiled, plain_words
from muniment.terms.ids import canonical

__all__ = ["differences", "missing_parts"]

_TABLES = (
    schema.subjects, schema.paragraphs, schema.versions, schema.pages, schema.standing, schema.sentence_counts,
    schema.unread, schema.failures, schema.rows, schema.row_keys, schema.row_values, schema.value_counts, schema.spells,
    schema.claims, schema.judgements,
)  # fmt: skip
"""Every table whose lines follow from the ledger and the archived bytes."""

_SEALED = frozenset({"marks"})
"""Columns that are not compared: compressed on whatever machine wrote them, their content is sealed by the ledger."""

_INDEXES = {"page_words": "pages", "row_words": "rows"}
"""Full-text index -> the table it is of."""

_CHANGED = "is not what the ledger makes it"
_MISSING = "is missing"
_INVENTED = "is there, though no entry made it"

Line = tuple[Any, ...]


def differences(record: Database, fresh: Database) -> Iterator[str]:
    """Yield every line that two databases do not share, in words that name the table and the line."""
    for table in _TABLES:
        yield from _in_table(record, fresh, table)
    for index, of in _INDEXES.items():
        yield from _in_index(record, fresh, index, of)


def _in_table(record: Database, fresh: Database, table: Table) -> Iterator[str]:
    keys = len(table.primary_key.columns)
    for found, wanted in _paired(_lines(record, table), _lines(fresh, table), keys):
        if found is None and wanted is not None:
            yield f"table {table.name}, {_name(fresh, table, wanted)}: {_MISSING}"
        elif found is not None and wanted is None:
            yield f"table {table.name}, {_name(record, table, found)}: {_INVENTED}"
        elif found is not None and wanted is not None and not _agree(found, wanted):
            yield f"table {table.name}, {_name(fresh, table, wanted)}: {_CHANGED}"


def _lines(database: Database, table: Table) -> Iterator[Line]:
    """Yield a table's lines in the order of their keys, which come first in each."""
    keys = list(table.primary_key.columns)
    others = [column for column in table.columns if column not in keys and column.name not in _SEALED]
    sql, _ = compiled(select(*keys, *others).order_by(*keys))
    with plain_words(database.path):
        yield from database.connection.execute(sql)


def _paired(found: Iterator[Line], wanted: Iterator[Line], keys: int) -> Iterator[tuple[Line | None, Line | None]]:
    """Yield the lines of two tables by their keys, None where one of them has no such line."""
    left, right = next(found, None), next(wanted, None)
    while left is not None or right is not None:
        a = None if left is None else _order(left[:keys])
        b = None if right is None else _order(right[:keys])
        if a == b:
            yield left, right
            left, right = next(found, None), next(wanted, None)
        elif b is None or (a is not None and a < b):
            yield left, None
            left = next(found, None)
        else:
            yield None, right
            right = next(wanted, None)


def _order(key: Line) -> list[tuple[int, Any]]:
    """Return a key as SQLite orders it: numbers before texts, texts by their UTF-8 bytes."""
    return [(0, part) if isinstance(part, int | float) else (1, _bytes(part)) for part in key]


def _bytes(part: object) -> bytes:
    return part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")


def _agree(found: Line, wanted: Line) -> bool:
    """Whether two lines hold the same; JSON may be written in another order."""
    return found == wanted or all(a == b or _same_json(a, b) for a, b in zip(found, wanted, strict=True))


def _same_json(a: object, b: object) -> bool:
    if not (isinstance(a, str) and isinstance(b, str) and b[:1] in ("{", "[")):
        return False
    try:
        return canonical(msgspec.json.decode(a)) == canonical(msgspec.json.decode(b))
    except msgspec.DecodeError:
        return False


def _name(database: Database, table: Table, line: Line) -> str:
    """Return what a line is called: its key, and for what hangs on a row or a page, that one's own."""
    keys = [column.name for column in table.primary_key.columns]
    named = dict(zip(keys, line, strict=False))
    if table.name in ("rows", "row_keys", "row_values", "spells"):
        return _named(database, "SELECT register || ' ' || id FROM rows WHERE number = ?", named.pop("number"), named)
    if table.name in ("pages", "unread"):
        return _named(database, "SELECT document FROM pages WHERE number = ?", named.pop("number"), named)
    return ", ".join(str(value) for value in named.values())


def _named(database: Database, sql: str, number: object, others: dict[str, Any]) -> str:
    with plain_words(database.path):
        found = database.connection.execute(sql, (number,)).fetchone()
    return ", ".join([str(found[0]) if found else f"number {number}", *(str(value) for value in others.values())])


def _in_index(record: Database, fresh: Database, index: str, of: str) -> Iterator[str]:
    """Yield the first word that a full-text index has wrong: in another place, too many, or not at all."""
    for found, wanted in itertools.zip_longest(_words(record, index), _words(fresh, index)):
        if found != wanted:
            word, number, _ = min(line for line in (found, wanted) if line is not None)
            table = schema.METADATA.tables[of]
            yield f"table {index}, {_name(fresh, table, (number,))}, word {word!r}: {_CHANGED}"
            return


def _words(database: Database, index: str) -> Iterator[Line]:
    """Yield every word of a full-text index with the number of its line and its place there, in order.

    Reads through a passing table of this connection alone (SQLite, FTS5, "The fts5vocab Virtual Table Module").
    """
    name = f"temp.{index}_words"
    connection = database.connection
    with plain_words(database.path):
        connection.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS {name} USING fts5vocab('main', '{index}', 'instance')")
        yield from connection.execute(f"SELECT term, doc, offset FROM {name}")  # noqa: S608 - our own two names


def missing_parts(record: Database, model: sqlite3.Connection) -> Iterator[str]:
    """Yield the tables, columns and indexes that a new record has and this one has not.

    Args:
        record: the record's tables.
        model: an empty database with the tables of a new record.
    """
    parts = "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'index') ORDER BY type DESC, name"
    there = set(record.query(parts, {}))
    for kind, name in model.execute(parts):
        columns = f"PRAGMA table_info({name})"
        if (kind, name) not in there:
            yield f"the {kind} {name} was removed"
        elif kind == "table" and record.query(columns, {}) != model.execute(columns).fetchall():
            yield f"the table {name} was given other columns"
