"""A record as it was known then: registers and pages made again in a scratch file, entries and bytes of the record."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from muniment.errors import UsageError
from muniment.ledger import Entry, Head
from muniment.ledger.ports import KeptBytes
from muniment.stacks.archive_tables import ArchiveTables
from muniment.stacks.database import Database
from muniment.stacks.ledger_table import LedgerTable
from muniment.stacks.sqlite import SqliteStack

__all__ = ["ArchiveThen", "LedgerThen", "StackThen"]


class LedgerThen(LedgerTable):
    """The entries of a record up to an earlier head."""

    def __init__(self, database: Database, head: Head) -> None:
        """Take the ledger of a record, and the head it is looked at up to."""
        super().__init__(database)
        self._head = head

    def head(self) -> Head:
        """Return the head it is looked at up to."""
        return self._head

    def append(self, entries: Sequence[Entry], expected: Head) -> None:
        """Refuse: what was known then is only looked at.

        Raises:
            UsageError: always.
        """
        raise UsageError("what was known then is only looked at", code="earlier-state")

    def read(self, after: int = 0, limit: int | None = None) -> Iterator[Entry]:
        """Return the entries after a position and up to the head, in order."""
        left = max(self._head.position - after, 0)
        return super().read(after, left if limit is None else min(left, limit))

    def about(self, subjects: Sequence[str]) -> list[Entry]:
        """Return the entries up to the head about any of the subjects, in order."""
        return [entry for entry in super().about(subjects) if entry.position <= self._head.position]

    def until(self, time: str) -> int:
        """Return how many entries come before the first that was filed after a time."""
        return min(super().until(time), self._head.position)


class ArchiveThen(ArchiveTables):
    """The pages of a scratch file, with the bytes of the record it was made from."""

    def __init__(self, database: Database, record: ArchiveTables) -> None:
        """Take the archive of a scratch file, and that of the record."""
        super().__init__(database)
        self._record = record

    def get(self, document: str) -> bytes:
        """Return the bytes of a document that had been seen by then.

        Raises:
            Unknown: there are none.
            Broken: what is stored cannot be unpacked.
        """
        return self._record.get(document if self.ever_at(document) else "")

    def kept(self, after: int = 0) -> Iterator[KeptBytes]:
        """Return the bytes that had been seen by then, in order of arrival, after a number."""
        return (kept for kept in self._record.kept(after) if self.ever_at(kept.document))

    def with_paragraph(self, key: bytes, until: int) -> list[str]:
        """Return the documents with a paragraph that had been seen by then, of those that arrived up to a number."""
        return [document for document in self._record.with_paragraph(key, until) if self.ever_at(document)]

    def kept_as(self, document: str) -> KeptBytes | None:
        """Return what is known of the bytes of a document that had been seen by then, None where there are none."""
        return self._record.kept_as(document) if self.ever_at(document) else None


class StackThen(SqliteStack):
    """The stores of a record as it was known at an earlier head, for reading.

    Args:
        scratch: the file in which registers and pages were made again, opened for reading.
        record: the stores of the record, opened for reading; closed by whoever opened them.
        head: the earlier head.
    """

    def __init__(self, scratch: Path, record: SqliteStack, head: Head) -> None:
        """Take the scratch file and the record."""
        database = Database(scratch, writing=False, busy_seconds=0)
        super().__init__(database)
        self._record = record
        self.ledger = LedgerThen(record.database, head)
        self.archive = ArchiveThen(database, record.archive)

    @property
    def where(self) -> str:
        """The record's file, for messages."""
        return self._record.where

    def transaction(self) -> contextlib.AbstractContextManager[None]:
        """Refuse: what was known then is only looked at.

        Raises:
            UsageError: always.
        """
        raise UsageError("what was known then is only looked at", code="earlier-state")
