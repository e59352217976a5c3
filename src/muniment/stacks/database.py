"""One SQLite file: connections for reading and for writing, transactions, and its faults in plain words.

SQL is written with SQLAlchemy Core and compiled once; it runs on the driver directly, since Core's own execution costs
more per statement than SQLite does. Every driver error leaves this module as a `LedgerError`.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import urllib.parse
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.sql import ClauseElement

from muniment.errors import Broken, Conflict, LedgerError

__all__ = ["Database", "compiled", "plain_words"]

_DIALECT = SQLiteDialect(paramstyle="named")
_PLACED = SQLiteDialect(paramstyle="qmark")

_CHECKPOINT = 8192
"""Pages of the write-ahead log (of 4 KiB) before it is folded into the file: an index page changes with nearly every
document, so folding seldom writes it seldom. Every commit is on the disk either way."""

Parameters = Mapping[str, Any]


def compiled(statement: ClauseElement) -> tuple[str, dict[str, Any]]:
    """Return a statement as SQLite's SQL with `:named` parameters, and those values that are in it already."""
    made = statement.compile(dialect=_DIALECT, compile_kwargs={"render_postcompile": True})
    return str(made), {name: value for name, value in (made.params or {}).items() if value is not None}


class Database:
    """A SQLite file, opened either for reading by any number of threads or for writing by one.

    Args:
        path: the file.
        writing: whether to open it for writing; else every connection is `mode=ro`.
        busy_seconds: how long to wait for another process's lock before giving up.

    Attributes:
        rollbacks: how many transactions were taken back; what a caller keeps of the tables in memory is void then.
        before_commit: called before a transaction ends, in order, to write what was gathered in it.
    """

    def __init__(self, path: Path, *, writing: bool, busy_seconds: float) -> None:
        """Open the file, for writing at once, for reading when a thread first asks."""
        self.path = path
        self.writing = writing
        self._busy_seconds = busy_seconds
        self._own = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self._sql: dict[ClauseElement, tuple[str, dict[str, Any]]] = {}
        self._adding: dict[Table | Insert, str] = {}
        self._writer = self._connect() if writing else None
        self.rollbacks = 0
        self.before_commit: list[Callable[[], None]] = []

    def _connect(self) -> sqlite3.Connection:
        mode = "rw" if self.writing else "ro"
        address = f"file:{urllib.parse.quote(str(self.path.resolve()))}?mode={mode}{self._immutable()}"
        with plain_words(self.path):
            connection = sqlite3.connect(
                address, uri=True, timeout=self._busy_seconds, isolation_level=None, check_same_thread=False
            )
            if self.writing:
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("PRAGMA foreign_keys = ON")
                connection.execute("PRAGMA cache_size = -65536")
                connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT}")
        with self._guard:
            self._opened.append(connection)
        return connection

    def _immutable(self) -> str:
        """The option that lets a record be read from a disk that cannot be written (SQLite's WAL document, 2022)."""
        if self.writing or self.path.with_name(self.path.name + "-wal").exists():
            return ""
        return "" if os.access(self.path.parent, os.W_OK) else "&immutable=1"

    @property
    def connection(self) -> sqlite3.Connection:
        """The writing connection, or this thread's own for reading."""
        if self._writer is not None:
            return self._writer
        found: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if found is None:
            found = self._own.connection = self._connect()
        return found

    def _compiled(self, statement: ClauseElement, parameters: Parameters | None) -> tuple[str, Parameters]:
        """Return a module's constant statement, compiled the first time, with all its values."""
        found = self._sql.get(statement)
        if found is None:
            found = self._sql[statement] = compiled(statement)
        sql, constants = found
        return sql, {**constants, **(parameters or {})} if constants else parameters or {}

    def all(self, statement: ClauseElement, parameters: Parameters | None = None) -> list[tuple[Any, ...]]:
        """Return every row of a constant statement."""
        return self.query(*self._compiled(statement, parameters))

    def first(self, statement: ClauseElement, parameters: Parameters | None = None) -> tuple[Any, ...] | None:
        """Return the first row of a constant statement, None where there is none."""
        try:
            row: tuple[Any, ...] | None = self.connection.execute(*self._compiled(statement, parameters)).fetchone()
        except sqlite3.Error as error:
            raise _translated(error, self.path) from error
        return row

    def built(self, statement: ClauseElement) -> list[tuple[Any, ...]]:
        """Return every row of a statement made for the occasion, with its values in it."""
        return self.query(*compiled(statement))

    def query(self, sql: str, parameters: Parameters) -> list[tuple[Any, ...]]:
        """Return every row of a statement in SQL."""
        try:
            return self.connection.execute(sql, parameters).fetchall()
        except sqlite3.Error as error:
            raise _translated(error, self.path) from error

    def run(self, statement: ClauseElement, parameters: Parameters | None = None) -> int:
        """Run a constant statement that changes rows; return how many it changed."""
        return self.execute(*self._compiled(statement, parameters))

    def built_run(self, statement: ClauseElement) -> int:
        """Run a statement made for the occasion that changes rows; return how many it changed."""
        return self.execute(*compiled(statement))

    def execute(self, sql: str, parameters: Parameters) -> int:
        """Run a statement in SQL that changes rows; return how many it changed."""
        try:
            return self.connection.execute(sql, parameters).rowcount
        except sqlite3.Error as error:
            raise _translated(error, self.path) from error

    def add(self, statement: ClauseElement, parameters: Parameters) -> int:
        """Run a constant statement that adds a row; return the number that the row was given."""
        try:
            return self.connection.execute(*self._compiled(statement, parameters)).lastrowid or 0
        except sqlite3.Error as error:
            raise _translated(error, self.path) from error

    def many(self, statement: ClauseElement, rows: Sequence[Parameters]) -> None:
        """Run a constant statement once for each set of values."""
        if not rows:
            return
        try:
            self.connection.executemany(self._compiled(statement, None)[0], rows)
        except sqlite3.Error as error:
            raise _translated(error, self.path) from error

    def add_lines(self, adding: Table | Insert, lines: Sequence[tuple[Any, ...]]) -> None:
        """Add lines, each with a value for every column of a table in its order: sooner bound than by names.

        Args:
            adding: the table, or a constant statement that adds to one.
            lines: the lines.
        """
        sql = self._adding.get(adding)
        if sql is None:
            statement = insert(adding) if isinstance(adding, Table) else adding
            sql = self._adding[adding] = str(statement.compile(dialect=_PLACED))
        self.execute_many(sql, lines)

    def execute_many(self, sql: str, lines: Sequence[tuple[Any, ...]]) -> None:
        """Run a statement in SQL once for each line of values."""
        if not lines:
            return
        try:
            self.connection.executemany(sql, lines)
        except sqlite3.Error as error:
            raise _translated(error, self.path) from error

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all that is written inside, or, where anything fails, nothing. Inside another it is part of that one.

        Raises:
            Conflict: another process is writing.
            LedgerError: the disk is full or cannot be written.
        """
        connection = self.connection
        if _inside(connection):
            yield
            return
        with plain_words(self.path):
            connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.write_gathered()
            with plain_words(self.path):
                connection.execute("COMMIT")
        except BaseException:
            self.rollbacks += 1
            raise
        finally:
            if _inside(connection):
                connection.execute("ROLLBACK")

    def write_gathered(self) -> None:
        """Write what was gathered in this transaction and not written yet."""
        for write in self.before_commit:
            write()

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read inside only what was there when it was entered, whatever others write meanwhile."""
        if _inside(self.connection):
            yield
            return
        self.execute("BEGIN", {})
        try:
            yield
        finally:
            self.execute("ROLLBACK", {})

    def close(self) -> None:
        """Close every connection; the writing one folds the write-ahead log into the file first, as far as it can."""
        if self._writer is not None:
            with contextlib.suppress(sqlite3.Error):
                self._writer.execute("PRAGMA wal_checkpoint(PASSIVE)")
        with self._guard:
            opened, self._opened = self._opened, []
        for connection in opened:
            connection.close()


def _inside(connection: sqlite3.Connection) -> bool:
    return connection.in_transaction


@contextlib.contextmanager
def plain_words(path: Path) -> Iterator[None]:
    """Let a driver's error leave as the `LedgerError` that says what, where and what next.

    Raises:
        Conflict: the file is locked by another process.
        Broken: the file is damaged.
        LedgerError: any other fault: full disk, no permission, an append-only table.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _translated(error, path) from error


_FAULTS: tuple[tuple[str, type[LedgerError], str, str, str], ...] = (
    ("SQLITE_BUSY", Conflict, "locked", "another process is writing to this record", "Try again when it has finished."),
    ("SQLITE_LOCKED", Conflict, "locked", "this record is being written to", "Try again in a moment."),
    ("SQLITE_FULL", LedgerError, "disk-full", "the disk is full; what was filed before is kept",
     "Free some space and run the same command again."),
    ("SQLITE_READONLY", LedgerError, "read-only", "the record cannot be written to",
     "Give this account permission to write to the file and its folder."),
    ("SQLITE_CANTOPEN", LedgerError, "cannot-open", "the record cannot be opened",
     "Check that the file exists and that this account may read it and write to its folder."),
    ("SQLITE_PERM", LedgerError, "cannot-open", "the record cannot be opened", "Check the file's permissions."),
    ("SQLITE_IOERR", LedgerError, "disk-fault", "the disk gave an error; what was filed before is kept",
     "Check the disk and its free space, then run the same command again."),
    ("SQLITE_NOTADB", LedgerError, "not-a-record", "not a Muniment record", "Give another file name."),
    ("SQLITE_CORRUPT", Broken, "damaged", "the record's file is damaged", "Go back to a copy of it."),
    ("SQLITE_CONSTRAINT_TRIGGER", LedgerError, "append-only", "the ledger and the archive are only ever added to",
     "File a correction instead."),
)  # fmt: skip
"""SQLite's result code (its name's beginning) -> branch of the error tree, code, what, what next."""


def _translated(error: sqlite3.Error, path: Path) -> LedgerError:
    name = getattr(error, "sqlite_errorname", "")
    for prefix, branch, code, what, hint in _FAULTS:
        if name.startswith(prefix):
            return branch(what, code=code, where=str(path), hint=hint)
    return LedgerError(f"the database refused: {error}", code="database", where=str(path))
