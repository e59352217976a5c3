# ruff: noqa: S608 - the names in the statements are the schema's own
"""Verifying: whatever is changed, removed or put in by hand, in any table, is found and named."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Integer, LargeBinary, Table
from tests.clerk.conftest import Room

from muniment.archive.web import Exchange
from muniment.clerk.correct import Correction
from muniment.clerk.reports import VerifyReport
from muniment.clerk.verify import verify
from muniment.clerk.web.keeping import keep_exchanges
from muniment.errors import Broken, Stale
from muniment.ledger import KINDS, Filing, Kinds, seal
from muniment.profiles import load
from muniment.stacks import schema, sqlite

PROFILE = """
slug = "harbours"
name = "Harbour Council 1"
kind = "demonstration"
languages = ["en"]
seat = "Paris"

[[bodies]]
name = "Harbour Council 1 Secretariat"
kind = "secretariat"
source = "Harbour Charter, article 3"
"""

PAGE = (
    "Session number {0} of the assembly of harbours\n\nThe Harbour Council {0} met in {1} on 2025-03-0{0}.\n\n"
    "Hello.\n\nNobody at gathering {0} knew what the weather would bring to the pier.\n\nGo back to the list of news\n"
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with versions, a failure, unread and set-aside sentences, profiles, decisions and furniture."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "pages").mkdir()
    (folder / "harbours.toml").write_text(PROFILE)
    path = folder / "record.db"
    sqlite.create(path, wait_seconds=1)
    with sqlite.open_for_writing(path, wait_seconds=1) as stores:
        room = Room(stores, folder / "pages")
        room.profiles = {"profiles": (load(folder / "harbours.toml"),)}
        for number in range(1, 5):
            room.write(f"{number}.txt", PAGE.format(number, "Alba"))
        room.write("empty.txt", "")
        room.write("twice.txt", PAGE.format(1, "Alba"))
        room.build()
        answered = b"HTTP/1.1 200 OK\r\n\r\n" + PAGE.format(1, "Alba").encode()
        made = Exchange("https://a.example/", "2026-01-01T00:00:00Z", "192.0.2.1", 200, b"GET / HTTP/1.1", answered)
        document = stores.archive.current(str(room.folder / "1.txt")).document
        keep_exchanges(stores, "https://a.example/", [made], document, room.clock)
        room.write("2.txt", PAGE.format(2, "Brun"))
        room.build()
        a, b, *_ = room.rows()
        person = Correction(stores, "Ann", "letter", room.clock)
        person.correct("meetings", a.id, {"place": "Cald"})
        person.not_same_as("meetings", a.id, b.id)
    return path


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "record.db"))


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite.SqliteStack]:
    path = tmp_path_factory.mktemp("fresh") / "fresh.db"
    sqlite.create(path, wait_seconds=1)
    with sqlite.open_for_writing(path, wait_seconds=1) as stores:
        yield stores


@pytest.fixture
def check(path: Path, fresh: sqlite.SqliteStack) -> Callable[[], VerifyReport]:
    """Verifies the record; what was made afresh is taken back, so that the next test finds an empty record."""

    def checked() -> VerifyReport:
        with contextlib.ExitStack() as taken_back:
            taken_back.enter_context(contextlib.suppress(_TakenBackError))
            taken_back.enter_context(fresh.transaction())
            with sqlite.open_for_reading(path, wait_seconds=1) as stores:
                reports.append(verify(stores, fresh=fresh))
            raise _TakenBackError
        return reports.pop()

    reports: list[VerifyReport] = []
    return checked


class _TakenBackError(Exception):
    """Ends a transaction that is to be taken back."""


def tamper(path: Path, *statements: str) -> None:
    """Run statements with the guards taken away, and put the guards back."""
    connection = sqlite3.connect(path)
    with connection:
        for name in sqlite.TRIGGERS:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert connection.execute(statement).rowcount != 0, statement
        connection.executescript(";".join(sqlite.TRIGGERS.values()))
    connection.close()


def changes(table: Table) -> Iterator[tuple[str, str]]:
    """Yield an UPDATE of one line for each column of a table."""
    keys = ", ".join(column.name for column in table.primary_key)
    one = f"({keys}) = (SELECT {keys} FROM {table.name} ORDER BY 1 DESC LIMIT 1)"
    for column in table.columns:
        name = f'"{column.name}"'
        if isinstance(column.type, Integer):
            value = f"CASE WHEN {name} IN (0, 1) THEN 1 - {name} ELSE {name} + 1000 END"
        elif isinstance(column.type, LargeBinary):
            value = "x'00'"
        else:
            value = f"'x' || {name}"
        yield column.name, f"UPDATE {table.name} SET {name} = {value} WHERE {one}"


WORKLIST = {"seen", "asked", "due", "polls"}
"""Tables that are no part of the record: what is still to be done, and how far it is."""

TABLES = [table for table in schema.METADATA.sorted_tables if table.name not in {*WORKLIST, "notes"}]
CHANGES = [(table.name, column, sql) for table in TABLES for column, sql in changes(table)]


def test_the_record_that_is_tampered_with_has_something_in_every_table(path, check):
    check()
    connection = sqlite3.connect(path)
    empty = {t.name for t in schema.METADATA.sorted_tables
             if not connection.execute(f"SELECT count(*) FROM {t.name}").fetchone()[0]}  # fmt: skip
    connection.close()
    assert empty == WORKLIST


@pytest.mark.parametrize(("table", "column", "sql"), CHANGES, ids=[f"{table}.{column}" for table, column, _ in CHANGES])
def test_a_changed_column_is_found(path, check, table, column, sql):
    tamper(path, sql)
    with pytest.raises(Broken) as caught:
        check()
    assert caught.value.exit_code == 8
    assert "\n" not in str(caught.value)
    assert any(name in str(caught.value) for name in (table, "entry", "furniture"))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_removed_lines_are_found(path, check, table):
    keys = ", ".join(column.name for column in table.primary_key)
    tamper(path, f"DELETE FROM {table.name} WHERE ({keys}) = (SELECT {keys} FROM {table.name} ORDER BY 1 LIMIT 1)")
    with pytest.raises(Broken):
        check()


@pytest.mark.parametrize("table", [*schema.METADATA.tables, "page_words", "row_words"])
def test_a_removed_table_is_found(path, check, table):
    connection = sqlite3.connect(path)
    connection.execute(f"DROP TABLE {table}")
    connection.close()
    with pytest.raises(Broken, match=f"the table {table} was removed"):
        check()


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("INSERT INTO page_words(page_words) VALUES ('delete-all')", "table page_words, [0-9a-f]{64}"),
        ("INSERT INTO row_words(rowid, words) VALUES (1, 'Atlantis')", "table row_words, .*'atlantis'"),
        ("UPDATE pages SET text = replace(text, 'Alba', 'Zuna')", "its text is not what its bytes give"),
        ("DELETE FROM unread", "table unread, [0-9a-f]{64}, [0-9]+: is missing"),
        ("UPDATE sentence_counts SET sentences = 0 WHERE outcome = 'unread'", "table sentence_counts, .*unread"),
        ("UPDATE versions SET seen_at = '1999-01-01T00:00:00Z'", "table versions, .*txt, 1: is not what"),
        ("DELETE FROM failures", "table failures, .*empty.txt: is missing"),
        ("INSERT INTO row_values SELECT number, slot, 'Atlantis' FROM row_values LIMIT 1", "Atlantis: is there"),
        ("DELETE FROM notes WHERE name = 'profiles'", "table notes, profiles"),
        ("DELETE FROM notes WHERE name = 'furniture'", "table notes, furniture"),
        ("UPDATE notes SET content = x'00' WHERE name = 'furniture'", "table notes, furniture"),
        ("DELETE FROM notes WHERE name = 'projected'", "table notes, projected"),
        ("UPDATE notes SET content = 'x' WHERE name = 'projected'", "table notes, projected"),
        ("INSERT INTO seen SELECT 1, 'a', 'b', 'text/plain', 'now'", "table seen, a: waits"),
        ("DROP INDEX claims_by_telling", "the index claims_by_telling was removed"),
        ("ALTER TABLE rows ADD COLUMN more", "the table rows was given other columns"),
        ("CREATE TRIGGER late AFTER INSERT ON rows BEGIN DELETE FROM rows; END", "the trigger late was added"),
    ],
)
def test_what_was_done_is_told(path, check, statement, told):
    tamper(path, statement)
    with pytest.raises(Broken, match=told):
        check()


def test_registers_made_by_another_version_are_told_apart_from_tampering(path, check):
    tamper(path, "UPDATE notes SET content = content || '9' WHERE name = 'projected'")
    with pytest.raises(Stale, match="no pages"):
        check()


def older(path: Path) -> None:
    """Make the readings of a record entries of version 1, as an earlier Muniment filed them."""
    kinds = Kinds({**{kind: KINDS._shapes[kind] for kind in KINDS}, "reading.filed/1": dict}, {})
    with sqlite.open_for_reading(path, wait_seconds=1) as stores:
        entries = list(stores.ledger.read())
    tamper(path, "DELETE FROM entries", "DELETE FROM subjects")
    with sqlite.open_for_writing(path, wait_seconds=1) as stores:
        for entry in entries:
            kind, body = entry.kind, entry.body
            if kind == "reading.filed/2":
                kind = "reading.filed/1"
                body = {name: body[name] for name in body.keys() - {"text", "account", "claims", "read_with"}}
            head = stores.ledger.head()
            stores.ledger.append(seal(head, [Filing(kind, entry.author, body)], entry.filed_at, kinds), head)


def test_readings_of_version_1_hold(path, check):
    older(path)
    assert check().entries > 0


@pytest.mark.parametrize(
    "statement",
    ["UPDATE pages SET marks = (SELECT marks FROM pages WHERE number = 3) WHERE number = 4",
     "DELETE FROM unread", "UPDATE sentence_counts SET sentences = 9", "UPDATE pages SET text = 'other'"],
)  # fmt: skip
def test_readings_of_version_1_are_checked_too(path, check, statement):
    older(path)
    tamper(path, statement)
    with pytest.raises(Broken):
        check()
