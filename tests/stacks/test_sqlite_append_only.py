"""The record in SQLite is append-only against its own owner."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from muniment.errors import Broken
from muniment.ledger import START, Filing, seal, verify
from muniment.stacks import sqlite

NOW = "2026-03-04T05:06:07Z"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    sqlite.create(path, wait_seconds=1)
    filings = [Filing("claim.dropped/1", "Ann", {"claim": name, "because": "gone"}) for name in "abc"]
    with sqlite.open_for_writing(path, wait_seconds=1) as stack, stack.transaction():
        stack.ledger.append(seal(START, filings, NOW), START)
        stack.archive.put("d1", b"bytes", "text/plain")
    return path


def run(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    try:
        with connection:
            for statement in statements:
                connection.execute(statement)
    finally:
        connection.close()


REPLACE = "INSERT OR REPLACE INTO entries SELECT {at}, kind, filed_at, 'Eve', body, previous, hash FROM entries LIMIT 1"
REPLACE_BLOB = "INSERT OR REPLACE INTO blobs SELECT {at}, document, media_type, 1, x'00' FROM blobs"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET author = 'Eve' WHERE position = 2",
        "UPDATE entries SET position = 9 WHERE position = 3",
        "UPDATE OR REPLACE entries SET position = 2 WHERE position = 3",
        "DELETE FROM entries WHERE position = 3",
        "DELETE FROM entries",
        REPLACE.format(at=1),
        REPLACE.format(at=2),
        REPLACE.format(at=4),
        REPLACE.format(at="NULL"),
        REPLACE.replace("OR REPLACE", "OR IGNORE").format(at=9),
        "UPDATE blobs SET content = x'00'",
        "DELETE FROM blobs",
        REPLACE_BLOB.format(at=1),
        REPLACE_BLOB.format(at="NULL"),
    ],
)
def test_every_way_to_rewrite_is_refused(path: Path, statement: str):
    with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
        run(path, statement)
    with sqlite.open_for_reading(path, wait_seconds=1) as stack:
        assert verify(stack.ledger.read()).position == 3
        assert [entry.author for entry in stack.ledger.read()] == ["Ann"] * 3
        assert stack.archive.get("d1") == b"bytes"


def test_whoever_drops_the_trigger_first_is_found_out_by_the_chain(path: Path):
    run(path, "DROP TRIGGER entries_keep_update", "UPDATE entries SET author = 'Eve' WHERE position = 2")
    with sqlite.open_for_reading(path, wait_seconds=1) as stack:
        with pytest.raises(Broken, match="entry 2"):
            verify(stack.ledger.read())
        assert any("entries_keep_update" in fault for fault in stack.faults())


def test_a_body_rewritten_with_the_same_meaning_is_found_too(path: Path):
    run(path, "DROP TRIGGER entries_keep_update", "UPDATE entries SET body = body || ' ' WHERE position = 2")
    with sqlite.open_for_reading(path, wait_seconds=1) as stack, pytest.raises(Broken, match="entry 2"):
        verify(stack.ledger.read())


def test_an_untouched_file_has_no_faults(path: Path):
    with sqlite.open_for_reading(path, wait_seconds=1) as stack:
        assert list(stack.faults()) == []
