"""A record in one SQLite file.

Append-only against its own owner: triggers refuse UPDATE, DELETE and any INSERT that is not the next position, so also
INSERT OR REPLACE of an entry that is there (SQLite runs no delete trigger for that one unless `recursive_triggers` is
on). Whoever drops the triggers first is found out by the hash chain.

Write-ahead logging with `synchronous=FULL`: a commit is on the disk before it is reported. One process writes, under a
lock beside the file, and only it checkpoints; readers open the file `mode=ro`. That also keeps clear of the WAL-reset
fault of SQLite 3.7.0 to 3.51.2 (sqlite.org/wal.html, 2026-03), which needs two connections writing or checkpointing.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from sqlalchemy.schema import CreateIndex, CreateTable

from muniment.errors import Broken, LedgerError, TooNew
from muniment.stacks import schema, search
from muniment.stacks.archive_tables import ArchiveTables
from muniment.stacks.comparing import differences, missing_parts
from muniment.stacks.database import Database, compiled
from muniment.stacks.intake_tables import IntakeTables
from muniment.stacks.ledger_table import LedgerTable
from muniment.stacks.lock import WriterLock
from muniment.stacks.row_counts import RowCounts
from muniment.stacks.row_tables import RowTables
from muniment.stacks.spell_table import SpellTable

__all__ = ["APPLICATION_ID", "SqliteStack", "create", "open_for_reading", "open_for_writing"]

APPLICATION_ID = int.from_bytes(b"MUNI", "big")
"""Marks a SQLite file as a Muniment record (bytes 68 to 71 of the file; sqlite.org/fileformat2.html)."""

_REFUSED = "the ledger and the archive are only ever added to"

TRIGGERS: dict[str, str] = {
    name: f"CREATE TRIGGER {name} BEFORE {what} BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END"
    for name, what in {
        "entries_keep_update": "UPDATE ON entries",
        "entries_keep_delete": "DELETE ON entries",
        "entries_keep_insert": "INSERT ON entries WHEN"
        " NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM entries) OR NEW.previous IS NOT"
        " coalesce((SELECT hash FROM entries ORDER BY position DESC LIMIT 1), printf('%064d', 0))",
        "blobs_keep_update": "UPDATE ON blobs",
        "blobs_keep_delete": "DELETE ON blobs",
        "blobs_keep_insert": "INSERT ON blobs WHEN EXISTS (SELECT 1 FROM blobs"
        " WHERE document = NEW.document OR number = NEW.number)",
        "exchanges_keep_update": "UPDATE ON exchanges",
        "exchanges_keep_delete": "DELETE ON exchanges",
        "exchanges_keep_insert": "INSERT ON exchanges WHEN EXISTS (SELECT 1 FROM exchanges"
        " WHERE id = NEW.id OR number = NEW.number)",
    }.items()
}
"""Trigger -> its SQL."""


_MADE = re.compile(r"\s*CREATE (?:UNIQUE )?(?:VIRTUAL )?(?:TABLE|INDEX|TRIGGER) (\w+)")
"""How the statements begin that make a record's tables, indexes and triggers."""


class SqliteStack:
    """The stores of one record, over one SQLite file; use the functions of this module to get one.

    Attributes:
        ledger: the entries.
        archive: bytes, pages and sources.
        rows: the registers.
        intake: what was fetched from the web.
    """

    def __init__(self, database: Database, lock: WriterLock | None = None) -> None:
        """Take an open database, and the lock to let go of when it is closed."""
        self._database = database
        self._lock = lock
        self.ledger = LedgerTable(database)
        self.archive = ArchiveTables(database)
        self.rows = RowTables(database)
        self.intake = IntakeTables(database)

    @property
    def database(self) -> Database:
        """The database that all of them are in."""
        return self._database

    @property
    def where(self) -> str:
        """The record's file, for messages."""
        return str(self._database.path)

    def transaction(self) -> contextlib.AbstractContextManager[None]:
        """Return a context that keeps all that is written in it, or, where anything fails, nothing."""
        return self._database.transaction()

    def faults(self) -> Iterator[str]:
        """Yield what is wrong with the file itself, in words: damage, or tables and triggers that somebody changed."""
        try:
            lines = self._database.query("PRAGMA quick_check(5)", {})
        except Broken as error:
            yield error.what
            return
        yield from (f"the record's file is damaged: {line}" for (line,) in lines if line != "ok")
        with contextlib.closing(sqlite3.connect(":memory:")) as model:
            for statement in _statements():
                model.execute(statement)
            yield from missing_parts(self._database, model)
        there = dict(self._database.query("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'", {}))
        for name, sql in TRIGGERS.items():
            if there.get(name) != sql:
                yield f"the trigger {name}, which keeps the record append-only, was removed or changed"
        yield from (f"the trigger {name} was added" for name in sorted(there.keys() - TRIGGERS.keys()))

    def snapshot(self) -> contextlib.AbstractContextManager[None]:
        """Return a context in which nothing that others write meanwhile is seen."""
        return self._database.snapshot()

    def differences(self, fresh: SqliteStack) -> Iterator[str]:
        """Yield, in words that name table and key, where this record is not what a fresh one holds."""
        fresh._database.write_gathered()
        return differences(self._database, fresh._database)

    def close(self) -> None:
        """Close the file and let go of the writer's lock."""
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> SqliteStack:
        """Return the stack itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the stack."""
        self.close()


def create(path: Path, *, wait_seconds: float) -> None:
    """Make a new, empty record.

    Raises:
        LedgerError: something is there already, or the folder is missing or cannot be written to.
        Conflict: somebody else is writing there.
    """
    if not path.parent.is_dir():
        raise LedgerError("there is no such folder", code="no-folder", where=str(path.parent), hint="Make it first.")
    with WriterLock(path, wait_seconds):
        if path.exists() and path.stat().st_size:
            _refuse_existing(path, wait_seconds)
        try:
            path.touch()
        except OSError as error:
            raise LedgerError(
                f"cannot be made ({error.strerror})", code="cannot-create", where=str(path),
                hint="Check the folder's permissions and the free space.",
            ) from error  # fmt: skip
        database = Database(path, writing=True, busy_seconds=wait_seconds)
        try:
            database.query("PRAGMA journal_mode = WAL", {})
            with database.transaction():
                _make_tables(database)
        finally:
            database.close()


def _refuse_existing(path: Path, wait_seconds: float) -> None:
    """Refuse a file that holds anything; a SQLite file without tables is a creation that was killed."""
    database = Database(path, writing=False, busy_seconds=wait_seconds)
    try:
        if not database.query("SELECT 1 FROM sqlite_master LIMIT 1", {}):
            return
    finally:
        database.close()
    raise LedgerError("is there already", code="exists", where=str(path), hint="Open it, or give another name.")


def _statements() -> Iterator[str]:
    """Yield the statements that make a record's tables, indexes and triggers."""
    for table in schema.METADATA.sorted_tables:
        yield compiled(CreateTable(table))[0]
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield compiled(CreateIndex(index))[0]
    yield from (search.PAGE_WORDS, search.ROW_WORDS, *TRIGGERS.values())


def _make_tables(database: Database) -> None:
    for statement in _statements():
        database.execute(statement, {})
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}", {})
    database.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION}", {})


def open_for_reading(path: Path, *, wait_seconds: float) -> SqliteStack:
    """Return the stores of a record, opened `mode=ro`, for any number of threads.

    A record of an earlier version is brought up to this one first, for which it has to be written to once.

    Raises:
        LedgerError: there is no such file, it is no record of ours, or one of an earlier version that cannot be
            written to.
        Conflict: it is of an earlier version, and somebody else is writing.
        TooNew: a later version wrote it.
    """
    _require_file(path)
    database = Database(path, writing=False, busy_seconds=wait_seconds)
    if _version(database) in range(1, schema.SCHEMA_VERSION):
        database.close()
        open_for_writing(path, wait_seconds=wait_seconds).close()
        database = Database(path, writing=False, busy_seconds=wait_seconds)
    return _checked(database, None)


def open_for_writing(path: Path, *, wait_seconds: float) -> SqliteStack:
    """Return the stores of a record, opened for the only writer there is.

    Raises:
        Conflict: somebody else is writing, for longer than the time to wait.
        LedgerError: there is no such file, it is no record of ours, or it cannot be written to.
        TooNew: a later version wrote it.
    """
    _require_file(path)
    lock = WriterLock(path, wait_seconds)
    lock.acquire()
    try:
        return _checked(Database(path, writing=True, busy_seconds=wait_seconds), lock)
    except BaseException:
        lock.release()
        raise


def _require_file(path: Path) -> None:
    if path.is_dir():
        raise LedgerError("is a folder", code="not-a-record", where=str(path), hint="Give the record's file.")
    if not path.exists():
        raise LedgerError(
            "there is no record here", code="no-record", where=str(path),
            hint="`muniment build PAGES --record FILE` makes one.",
        )  # fmt: skip


def _checked(database: Database, lock: WriterLock | None) -> SqliteStack:
    """Return the stack of a database, its two marks checked."""
    where = str(database.path)
    try:
        ((found,),) = database.query("PRAGMA application_id", {})
        ((version,),) = database.query("PRAGMA user_version", {})
        if found != APPLICATION_ID:
            raise LedgerError(
                "not a Muniment record", code="not-a-record", where=where,
                hint="Give the file that `muniment build` made, or another name for a new one.",
            )  # fmt: skip
        if version > schema.SCHEMA_VERSION:
            raise TooNew(
                f"written by a later version of Muniment (tables {version}, this one knows {schema.SCHEMA_VERSION})",
                code="record-too-new", where=where, hint="Install that version or a later one.",
            )  # fmt: skip
        if database.writing and version < schema.SCHEMA_VERSION:
            _bring_up(database)
    except BaseException:
        database.close()
        raise
    return SqliteStack(database, lock)


def _version(database: Database) -> int:
    """Return the version of a record's tables; 0 where the file is no record of ours."""
    try:
        ((found,),) = database.query("PRAGMA application_id", {})
        ((version,),) = database.query("PRAGMA user_version", {})
    except LedgerError:
        return 0
    return int(version) if found == APPLICATION_ID else 0


_COUNTED = 4
"""Version of the tables from which on rows are counted as they are now."""


_SPELT = 5
"""Version of the tables from which on spells have a table of their own."""


def _bring_up(database: Database) -> None:
    """Make what a record of an earlier version lacks; what is there stays as it is."""
    there = {name for (name,) in database.query("SELECT name FROM sqlite_master", {})}
    with database.transaction():
        database.execute("DROP INDEX IF EXISTS rows_by_date", {})
        for statement in _statements():
            name = _MADE.match(statement)
            if name is not None and name.group(1) not in there:
                database.execute(statement, {})
        if _version(database) < _COUNTED:
            RowCounts(database).count_afresh()
        if _version(database) < _SPELT:
            SpellTable(database).fill()
        database.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION}", {})
