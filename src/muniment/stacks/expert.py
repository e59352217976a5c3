"""SQL asked of a record by people who know it: read only, of documented views, for a short time and so many rows.

Every question has a connection of its own: the file opened `mode=ro`, `query_only` on, and an authorizer that lets
nothing through but SELECT, reading the views, and functions that only reckon. The views are named twice: the inner one,
which alone may read the tables, has a name drawn at random for the one question, since SQLite tells an authorizer a
subquery's own name where it would tell a view's, and a question could call a subquery what it likes.
"""

from __future__ import annotations

import re
import secrets
import sqlite3
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from muniment.errors import UsageError
from muniment.registers import REGISTERS
from muniment.stacks.database import Database

__all__ = ["MOST", "SECONDS", "Answered", "View", "ask", "views"]

SECONDS = 3.0
"""How long one question may take."""

MOST = 10_000
"""Rows of one answer at most."""

_LARGEST = 4_000_000
"""Code points of one answer at most."""

_VALUE = 4_000_000
"""Octets of one value at most (SQLite's `SQLITE_LIMIT_LENGTH`)."""

_LONGEST = 10_000
"""Octets of a question at most."""

_STEPS = 2_000
"""Instructions of SQLite's machine between two looks at the clock: well below a millisecond."""

_SELECT = re.compile(r"\s*(?:select|with|values)\b", re.IGNORECASE)

_FUNCTIONS = frozenset({
    "->", "->>", "abs", "avg", "char", "coalesce", "concat", "concat_ws", "count", "cume_dist", "date", "datetime",
    "dense_rank", "first_value", "format", "glob", "group_concat", "hex", "ifnull", "iif", "instr", "json",
    "json_array", "json_array_length", "json_each", "json_extract", "json_group_array", "json_group_object",
    "json_object", "json_tree", "json_type", "json_valid", "julianday", "lag", "last_value", "lead", "length", "like",
    "lower", "ltrim", "max", "min", "nth_value", "ntile", "nullif", "percent_rank", "printf", "quote", "rank",
    "replace", "round", "row_number", "rtrim", "sign", "strftime", "string_agg", "substr", "substring", "sum", "time",
    "total", "trim", "typeof", "unicode", "unixepoch", "upper",
})  # fmt: skip
"""Functions that reckon and touch nothing: no files, no extensions, no blobs of any size, no chance."""

_TABLE_FUNCTIONS = ("json_each", "json_tree")

_LEFT_OUT = frozenset({"blocks", "archived_text", "text"})
"""Slots of documents that no row holds; the view `pages` has the text."""


class View(msgspec.Struct, frozen=True):
    """A view that can be asked: its name, what one of its rows is, its columns with what each holds."""

    name: str
    about: str
    columns: list[tuple[str, str]]


class Answered(msgspec.Struct, frozen=True):
    """What a question came to: the names of the columns, the rows, and whether there were more than are given."""

    columns: list[str]
    rows: list[list[Any]]
    more: bool


_ROW = (
    ("id", "the row's id; with the register it is its address"),
    ("attributed_to", "the speaker, where only one person's words tell of it"),
    ("claims", "claims that it rests on"),
    ("quotations", "quotations of those claims"),
    ("first_stated", "first date that a page telling of it gives itself, ISO 8601"),
    ("last_stated", "last such date"),
    ("sources", "sources it rests on, as a JSON list"),
    ("conflicts", "slots on which pages disagree, with the values told, as JSON"),
)
"""Columns that every register's view has, before its slots."""

_ROW_SQL = {
    "id": "id",
    "attributed_to": "json_extract(body, '$.attributed_to')",
    "claims": "json_extract(body, '$.claim_count')",
    "quotations": "json_extract(body, '$.evidence_count')",
    "first_stated": "json_extract(body, '$.first_stated')",
    "last_stated": "json_extract(body, '$.last_stated')",
    "sources": "json_extract(body, '$.sources')",
    "conflicts": "json_extract(body, '$.conflicts')",
}

_OTHERS: tuple[tuple[View, str], ...] = (
    (
        View("slot_values", "One value of one slot of one row; a list's values each have a line.", [
            ("register", "the row's register"), ("id", "the row's id"), ("slot", "the slot"), ("value", "the value"),
        ]),
        "SELECT r.register, r.id, v.slot, v.value FROM main.row_values v JOIN main.rows r ON r.number = v.number "
        "WHERE r.shown = 1 AND v.slot NOT LIKE '@%'",
    ),
    (
        View("told", "One claim: what one page, profile or person tells of a row.", [
            ("id", "the claim's id"), ("register", "of its row"), ("row_id", "its row"), ("source", "where it is told"),
            ("document", "SHA-256 of the page's bytes"), ("slots", "what is told, as JSON"),
            ("quotations", "how many bear it out"), ("entry", "the ledger's entry that filed it"),
            ("origin", "page, profile or person"), ("attributed_to", "the speaker"),
            ("stated_on", "date the page gives itself, ISO 8601"),
        ]),
        "SELECT id, register, row, source, document, slots, evidence, position, origin, attributed_to, stated_on "
        "FROM main.claims WHERE dropped = 0",
    ),
    (
        View("pages", "One page as it was read last.", [
            ("document", "SHA-256 of its bytes"), ("source", "its address or path"), ("language", "ISO 639-1"),
            ("published", "date it gives itself, ISO 8601"), ("title", "its title"), ("text", "its archived text"),
        ]),
        "SELECT document, source, language, published, title, text FROM main.pages",
    ),
    (
        View("captures", "One time that a source showed other bytes.", [
            ("source", "its address or path"), ("version", "counted from 1"), ("document", "SHA-256 of the bytes"),
            ("seen_at", "when, UTC"), ("entry", "the ledger's entry"), ("current", "1 for the last"),
        ]),
        "SELECT source, number, document, seen_at, position, current FROM main.versions",
    ),
    (
        View("unread_sentences", "One sentence that no rule read or set aside.", [
            ("document", "SHA-256 of the page's bytes"), ("source", "the page's address or path"),
            ("sentence", "its words"),
        ]),
        "SELECT p.document, p.source, substr(p.text, u.start + 1, u.\"end\" - u.start) "
        "FROM main.unread u JOIN main.pages p ON p.number = u.number",
    ),
    (
        View("ledger", "One entry of the ledger.", [
            ("position", "counted from 1"), ("kind", "its kind and version"), ("filed_at", "when, UTC"),
            ("author", "who filed it"), ("body", "what it says, as JSON"), ("previous", "hash of the entry before"),
            ("hash", "its own"),
        ]),
        "SELECT position, kind, filed_at, author, body, previous, hash FROM main.entries",
    ),
)  # fmt: skip


@cache
def _made() -> tuple[tuple[View, str], ...]:
    """Return every view with the SELECT that makes it."""
    found = []
    for register in REGISTERS.values():
        fields = [field for field in register.fields if field.name not in _LEFT_OUT or register.name != "documents"]
        columns = [*_ROW, *((field.name, field.help) for field in fields)]
        parts = [_ROW_SQL[name] for name, _ in _ROW]
        parts += [f"json_extract(body, '$.slots.\"{field.name}\"')" for field in fields]
        select = f"SELECT {', '.join(parts)} FROM main.rows WHERE register = '{register.name}' AND shown = 1"  # noqa: S608 - a register's own names
        found.append((View(register.name, register.about, columns), select))
    return (*found, *_OTHERS)


def views() -> list[View]:
    """Return the views that can be asked: one for each register, then claims, pages, captures and the ledger."""
    return [view for view, _ in _made()]


def ask(path: Path, question: str, *, limit: int = 1_000, seconds: float = SECONDS) -> Answered:
    """Return the answer to a SELECT over the views.

    Args:
        path: the record's file.
        question: one statement of SQLite's SQL, which begins with SELECT, WITH or VALUES.
        limit: rows at most, `MOST` at the highest.
        seconds: how long it may take.

    Raises:
        UsageError: it is no SELECT, asks for more than the views, is wrong, or takes too long.
        LedgerError: the record cannot be read.
    """
    if not _SELECT.match(question):
        raise UsageError(
            "only a SELECT is answered", code="not-a-select", where="sql",
            hint="Begin with SELECT, WITH or VALUES; `muniment sql --views` lists what can be asked.",
        )  # fmt: skip
    database = Database(path, writing=False, busy_seconds=seconds)
    try:
        token = f"v{secrets.token_hex(8)}_"
        connection = database.connection
        _prepare(connection, token)
        until = time.monotonic() + seconds
        connection.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
        try:
            return _answered(connection.execute(question), min(limit, MOST))
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise _refused(error, token, late=time.monotonic() > until, seconds=seconds) from error
    finally:
        database.close()


def _prepare(connection: sqlite3.Connection, token: str) -> None:
    """Make the views, then let nothing else through."""
    for view, select in _made():
        columns = ", ".join(f'"{name}"' for name, _ in view.columns)
        connection.execute(f'CREATE TEMP VIEW "{token}{view.name}" ({columns}) AS {select}')
        connection.execute(f'CREATE TEMP VIEW "{view.name}" AS SELECT * FROM "{token}{view.name}"')  # noqa: S608 - ours
    connection.execute("SELECT 1 FROM json_each('[]'), json_tree('[]')")  # known from here on, for they may be read
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    for what, most in (
        (sqlite3.SQLITE_LIMIT_LENGTH, _VALUE), (sqlite3.SQLITE_LIMIT_SQL_LENGTH, _LONGEST),
        (sqlite3.SQLITE_LIMIT_ATTACHED, 0), (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 20),
        (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 100), (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200),
        (sqlite3.SQLITE_LIMIT_FUNCTION_ARG, 30), (sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0),
    ):  # fmt: skip
        connection.setlimit(what, most)
    asked = {view.name for view in views()}

    def authorized(action: int, one: str | None, other: str | None, base: str | None, within: str | None) -> int:
        if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE):
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_FUNCTION:
            return sqlite3.SQLITE_OK if (other or "").lower() in _FUNCTIONS else sqlite3.SQLITE_DENY
        if action != sqlite3.SQLITE_READ or one is None:
            return sqlite3.SQLITE_DENY
        if other == "":
            return sqlite3.SQLITE_OK  # no column is read: it tells how many rows there are, and no more
        own = base == "temp" and (one in asked or one.startswith(token))
        beneath = base == "main" and (within or "").startswith(token)
        return sqlite3.SQLITE_OK if own or beneath or one in _TABLE_FUNCTIONS else sqlite3.SQLITE_DENY

    connection.set_authorizer(authorized)


def _answered(cursor: sqlite3.Cursor, limit: int) -> Answered:
    rows: list[list[Any]] = []
    size = 0
    for row in cursor:
        size += sum(len(value) for value in row if isinstance(value, str | bytes))
        if len(rows) == limit or size > _LARGEST:
            return Answered(_columns(cursor), rows, True)
        rows.append([value.hex() if isinstance(value, bytes) else value for value in row])
    return Answered(_columns(cursor), rows, False)


def _columns(cursor: sqlite3.Cursor) -> list[str]:
    described: Sequence[Any] = cursor.description or ()
    return [str(column[0]) for column in described]


def _refused(error: Exception, token: str, *, late: bool, seconds: float) -> UsageError:
    """Return what is wrong with a question, in words; the names drawn for it are left out."""
    told = str(error).replace(token, "")
    if late:
        return UsageError(
            f"this takes longer than {seconds:g} seconds", code="sql-too-slow", where="sql",
            hint="Narrow it with WHERE, or export the registers and ask a database of your own.",
        )  # fmt: skip
    if "prohibited" in told or "not authorized" in told:
        return UsageError(
            f"only the views are read here: {told}", code="sql-refused", where="sql",
            hint="`muniment sql --views` lists the views and their columns.",
        )  # fmt: skip
    return UsageError(
        told, code="sql-wrong", where="sql", hint="`muniment sql --views` lists the views and their columns."
    )
