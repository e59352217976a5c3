"""Answers that were dear to work out, kept for the head and the day they were asked of, so that pages of them are read.

They are no part of the record: the file beside it can be deleted at any time, and everything in it is worked out again.
An answer is found only for the very head, day and rules it was worked out with, unless an earlier one is asked for.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

__all__ = ["Answer", "AnswerKey", "Item", "KeptAnswers"]

_TABLES = (
    """CREATE TABLE IF NOT EXISTS answers (number INTEGER PRIMARY KEY, name TEXT NOT NULL, head TEXT NOT NULL,
        day TEXT NOT NULL, rules TEXT NOT NULL, counts TEXT NOT NULL, more TEXT NOT NULL,
        UNIQUE (name, head, day, rules))""",
    """CREATE TABLE IF NOT EXISTS items (answer INTEGER NOT NULL, part TEXT NOT NULL, place INTEGER NOT NULL,
        turn INTEGER NOT NULL, about TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (answer, part, place))
        WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS items_about ON items (answer, about)",
    "CREATE INDEX IF NOT EXISTS items_turn ON items (answer, turn)",
    """CREATE TABLE IF NOT EXISTS tags (answer INTEGER NOT NULL, tag TEXT NOT NULL, part TEXT NOT NULL,
        place INTEGER NOT NULL, PRIMARY KEY (answer, tag, part, place)) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS tag_keys (answer INTEGER NOT NULL, key TEXT NOT NULL, tag TEXT NOT NULL,
        PRIMARY KEY (answer, key, tag)) WITHOUT ROWID""",
)

_DAYS = 4
"""Days whose answers are kept of each name, those worked out last (judgement: today, and what somebody looks at)."""

_BUSY_SECONDS = 60.0
"""How long another process may take to write its answer."""


class AnswerKey(msgspec.Struct, frozen=True):
    """What an answer answers.

    Attributes:
        name: of the question.
        head: the ledger's head, `<position>:<hash>`.
        day: ISO 8601, of what is asked on a day; else empty.
        rules: what it was worked out by.
    """

    name: str
    head: str
    day: str
    rules: str


class Item(msgspec.Struct, frozen=True):
    """One thing of an answer.

    Attributes:
        part: the part of the answer that it stands in.
        turn: its turn among all things, where they are not told part by part.
        about: what it is about.
        tags: words to find it by.
        body: the thing as JSON.
    """

    part: str
    turn: int
    about: str
    tags: tuple[str, ...]
    body: bytes


class Answer:
    """A kept answer, read part by part.

    Attributes:
        counts: part -> how many things it has, in the order of the parts.
        more: what else belongs to it, as JSON.
    """

    def __init__(self, kept: KeptAnswers, number: int, counts: dict[str, int], more: bytes) -> None:
        """Take an answer by its number."""
        self._kept = kept
        self._number = number
        self.counts = counts
        self.more = more

    @property
    def lasting(self) -> bool:
        """Whether it is kept in a file."""
        return self._kept.in_file

    def some(self, part: str, offset: int, limit: int) -> list[bytes]:
        """Return some things of a part, in its order."""
        sql = "SELECT body FROM items WHERE answer = ? AND part = ? AND place >= ? ORDER BY place LIMIT ?"
        return [body for (body,) in self._kept.query(sql, (self._number, part, offset, limit))]

    def in_turn(self, offset: int, limit: int) -> list[tuple[str, bytes]]:
        """Return some things in their turn, each behind the part it stands in."""
        sql = "SELECT part, body FROM items WHERE answer = ? AND turn >= ? ORDER BY turn LIMIT ?"
        return self._told(sql, (self._number, offset, limit))

    def about(self, name: str) -> list[tuple[str, bytes]]:
        """Return what is about something, in order, each behind the part it stands in.

        SQLite is told the index, since it would rather walk the whole answer.
        """
        sql = "SELECT part, body FROM items INDEXED BY items_about WHERE answer = ? AND about = ? ORDER BY part, place"
        return self._told(sql, (self._number, name))

    def _told(self, sql: str, values: Any) -> list[tuple[str, bytes]]:
        return [(part, body) for part, body in self._kept.query(sql, values)]

    def subjects(self, beginning: str) -> list[str]:
        """Return what begins so, of all that things are about, in order; at most five."""
        sql = "SELECT DISTINCT about FROM items WHERE answer = ? AND about BETWEEN ? AND ? ORDER BY about LIMIT 5"
        return [name for (name,) in self._kept.query(sql, (self._number, beginning, beginning + "\U0010ffff"))]

    def tags(self) -> list[tuple[str, int]]:
        """Return every word that things are found by and how many have it, the most frequent first."""
        sql = "SELECT tag, count(*) FROM tags WHERE answer = ? GROUP BY tag ORDER BY count(*) DESC, tag"
        return [(tag, count) for tag, count in self._kept.query(sql, (self._number,))]

    def tags_with(self, keys: Collection[str]) -> list[str]:
        """Return the words that things are found by, of those that have any of some keys, in order."""
        sql = """SELECT DISTINCT tag FROM tag_keys
            WHERE answer = ? AND key IN (SELECT value FROM json_each(?)) ORDER BY tag"""
        return [tag for (tag,) in self._kept.query(sql, (self._number, json.dumps(sorted(keys))))]

    def tagged(self, tags: Collection[str], least: int = 1, most: int = -1) -> list[tuple[str, bytes]]:
        """Return the things that have so many of the words at least, in their turn, each behind its part.

        At most so many, where `most` is not negative; those alone are read.
        """
        sql = """SELECT items.part, items.body FROM (
                SELECT items.part, items.place, items.turn FROM (
                    SELECT part, place FROM tags WHERE answer = :answer AND tag IN (SELECT value FROM json_each(:tags))
                    GROUP BY part, place HAVING count(*) >= :least) AS told
                CROSS JOIN items ON items.answer = :answer AND items.part = told.part AND items.place = told.place
                ORDER BY items.turn LIMIT :most) AS found
            CROSS JOIN items ON items.answer = :answer AND items.part = found.part AND items.place = found.place
            ORDER BY found.turn"""
        asked = {"answer": self._number, "tags": json.dumps(list(tags)), "least": least, "most": most}
        return self._told(sql, asked)


class KeptAnswers:
    """Answers in a file of their own, or in this process's memory.

    Args:
        path: the file; made where it is not there, and made anew where it is damaged. None for memory.
    """

    def __init__(self, path: Path | None) -> None:
        """Take the file; it is opened when it is first asked."""
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._guard = threading.RLock()

    @property
    def in_file(self) -> bool:
        """Whether answers are kept in a file, and not in memory."""
        return self._path is not None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            try:
                self._connection = self._connected()
            except sqlite3.OperationalError:  # another process holds it for long, or nothing can be written there
                self._path = None
            except sqlite3.DatabaseError:  # damaged
                self._forsake()
            self._connection = self._connection or self._connected()
        return self._connection

    def _forsake(self) -> None:
        """Take away a damaged file, or go on in memory where it cannot be taken away."""
        try:
            assert self._path is not None  # noqa: S101 - memory is never damaged
            self._path.unlink()
        except OSError:
            self._path = None

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._path or ":memory:", timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA journal_mode = WAL")  # readers go on while another process writes its answer
        connection.execute("PRAGMA synchronous = OFF")  # whatever is lost is worked out again
        for table in _TABLES:
            connection.execute(table)
        return connection

    def query(self, sql: str, values: Any = ()) -> list[tuple[Any, ...]]:
        """Return every line of a statement."""
        with self._guard:
            return self._open().execute(sql, values).fetchall()

    def find(self, key: AnswerKey) -> Answer | None:
        """Return what was kept for a key, None where nothing was."""
        sql = "SELECT number, counts, more FROM answers WHERE name = ? AND head = ? AND day = ? AND rules = ?"
        found = self.query(sql, (key.name, key.head, key.day, key.rules))
        return self._read(*found[0]) if found else None

    def find_earlier(self, key: AnswerKey, first: str) -> tuple[Answer, AnswerKey] | None:
        """Return what was last kept of a day from `first` on, for any head, and what it answers; None for none."""
        sql = """SELECT number, counts, more, head, day FROM answers
            WHERE name = ? AND rules = ? AND day BETWEEN ? AND ? ORDER BY day DESC, number DESC LIMIT 1"""
        found = self.query(sql, (key.name, key.rules, first, key.day))
        if not found:
            return None
        number, counts, more, head, day = found[0]
        return self._read(number, counts, more), AnswerKey(key.name, head, day, key.rules)

    def _read(self, number: int, counts: str, more: str) -> Answer:
        return Answer(self, number, json.loads(counts), more.encode())

    def keep(
        self, key: AnswerKey, items: Iterable[Item], more: bytes = b"null",
        keys_of: Callable[[str], Iterable[str]] | None = None,
    ) -> Answer:  # fmt: skip
        """Keep an answer in place of those of other heads, and return it; things keep their order within each part.

        Args:
            key: what it answers.
            items: its things.
            more: what else belongs to it, as JSON.
            keys_of: gives the keys that a word which things are found by is itself found by; None for none.
        """
        with self._guard, self._writing() as connection:
            self._forget(connection, key)
            ((number,),) = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM answers")
            counts: dict[str, int] = {}
            known: set[str] = set()
            for item in items:
                place = counts.get(item.part, 0)
                counts[item.part] = place + 1
                line: tuple[object, ...] = (number, item.part, place, item.turn, item.about, item.body)
                connection.execute("INSERT INTO items VALUES (?, ?, ?, ?, ?, ?)", line)
                tags = [(number, tag, item.part, place) for tag in dict.fromkeys(item.tags)]
                connection.executemany("INSERT INTO tags VALUES (?, ?, ?, ?)", tags)
                if keys_of is not None:
                    for tag in set(item.tags) - known:
                        keys = [(number, one, tag) for one in set(keys_of(tag))]
                        connection.executemany("INSERT INTO tag_keys VALUES (?, ?, ?)", keys)
                    known.update(item.tags)
            line = (number, key.name, key.head, key.day, key.rules, json.dumps(counts), more.decode())
            connection.execute("INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?, ?)", line)
        return Answer(self, number, counts, more)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        connection = self._open()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")

    def _forget(self, connection: sqlite3.Connection, key: AnswerKey) -> None:
        """Drop what is kept of other rules, and of this name: for other heads, for this day, for days but the last.

        The last of another head stays: somebody may be reading it.
        """
        sql = """SELECT number FROM answers WHERE rules != :rules OR (name = :name AND (
            (head != :head AND number < (SELECT max(number) FROM answers WHERE name = :name))
            OR (head = :head AND day = :day)
            OR number NOT IN (SELECT number FROM answers WHERE name = :name ORDER BY number DESC LIMIT :days)))"""
        values = {**msgspec.structs.asdict(key), "days": _DAYS - 1}
        for (number,) in connection.execute(sql, values).fetchall():
            for table in ("items", "tags", "tag_keys"):
                connection.execute(f"DELETE FROM {table} WHERE answer = ?", (number,))  # noqa: S608 - our own names
            connection.execute("DELETE FROM answers WHERE number = ?", (number,))

    def close(self) -> None:
        """Close the file."""
        with self._guard:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
