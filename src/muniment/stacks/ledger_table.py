"""The ledger in SQL tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import bindparam, func, insert, select

from muniment.errors import Broken, Conflict
from muniment.ledger import START, Entry, Head
from muniment.ledger.kinds import subjects
from muniment.stacks import schema
from muniment.stacks.database import Database
from muniment.terms.ids import canonical

__all__ = ["LedgerTable"]

_CHUNK = 1000
"""Entries fetched at a time: some hundred kilobytes, so that a reader's memory stays flat."""

_ENTRIES = schema.entries.c
_HEAD = select(_ENTRIES.position, _ENTRIES.hash).order_by(_ENTRIES.position.desc()).limit(1)
_READ = (
    select(schema.entries)
    .where(_ENTRIES.position > bindparam("after"))
    .order_by(_ENTRIES.position)
    .limit(bindparam("most"))
)
_ABOUT = (
    select(schema.entries)
    .join_from(schema.subjects, schema.entries, schema.subjects.c.position == _ENTRIES.position)
    .where(schema.subjects.c.subject == bindparam("of_subject"))
    .order_by(_ENTRIES.position)
)
_AFTER = select(func.min(_ENTRIES.position)).where(_ENTRIES.filed_at > bindparam("time"))
_APPEND = insert(schema.entries)
_ADD_SUBJECT = insert(schema.subjects)


class LedgerTable:
    """The `LedgerStore` of a SQL database."""

    def __init__(self, database: Database) -> None:
        """Take the ledger of a database."""
        self._database = database

    def head(self) -> Head:
        """Return the last entry's position and hash; `START` where nothing was filed."""
        row = self._database.first(_HEAD)
        return START if row is None else Head(*row)

    def append(self, entries: Sequence[Entry], expected: Head) -> None:
        """Add sealed entries after the head they were sealed on.

        Raises:
            Conflict: the head is another by now; nothing was added.
        """
        with self._database.transaction():
            if self.head() != expected:
                raise Conflict(
                    "somebody else filed first; nothing was filed", code="head-moved",
                    where=str(self._database.path), hint="Run the same command again.",
                )  # fmt: skip
            self._database.many(_APPEND, [_row(entry) for entry in entries])
            self.index(entries)

    def index(self, entries: Sequence[Entry]) -> None:
        """Note what entries are about, without keeping them."""
        about = [{"subject": name, "position": e.position} for e in entries for name in subjects(e)]
        self._database.many(_ADD_SUBJECT, about)

    def read(self, after: int = 0, limit: int | None = None) -> Iterator[Entry]:
        """Return the entries after a position, in order, as they were filed; all of them where there is no limit.

        Raises:
            Broken: an entry is stored in a form that it was not filed in.
        """
        left = limit
        while left is None or left > 0:
            most = _CHUNK if left is None else min(left, _CHUNK)
            rows = self._database.all(_READ, {"after": after, "most": most})
            for row in rows:
                yield _entry(row)
            if len(rows) < most:
                return
            after = rows[-1][0]
            left = None if left is None else left - most

    def about(self, subjects: Sequence[str]) -> list[Entry]:
        """Return the entries about any of the subjects, in order."""
        if not subjects:
            return []
        if len(subjects) == 1:
            return [_entry(row) for row in self._database.all(_ABOUT, {"of_subject": subjects[0]})]
        positions = select(schema.subjects.c.position).where(schema.subjects.c.subject.in_(subjects))
        found = select(schema.entries).where(_ENTRIES.position.in_(positions)).order_by(_ENTRIES.position)
        return [_entry(row) for row in self._database.built(found)]

    def until(self, time: str) -> int:
        """Return how many entries come before the first that was filed after a time."""
        (after,) = self._database.first(_AFTER, {"time": time}) or (None,)
        return self.head().position if after is None else after - 1


def _row(entry: Entry) -> dict[str, Any]:
    row = msgspec.structs.asdict(entry)
    row["body"] = canonical(entry.body).decode()
    return row


def _entry(row: tuple[Any, ...]) -> Entry:
    position, kind, filed_at, author, text, previous, found = row
    try:
        body = msgspec.json.decode(text, type=dict[str, Any])
        same = canonical(body).decode() == text
    except (msgspec.DecodeError, TypeError, UnicodeError) as error:
        raise Broken("was changed after it was filed", code="entry-changed", where=f"entry {position}") from error
    if not same:
        raise Broken("was changed after it was filed", code="entry-changed", where=f"entry {position}")
    return Entry(position, kind, filed_at, author, body, previous, found)
