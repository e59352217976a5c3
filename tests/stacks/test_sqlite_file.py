"""The record's file: what is ours, what is not, who writes, and what a full disk does."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from muniment.errors import Conflict, LedgerError, TooNew
from muniment.ledger import START, Filing, seal
from muniment.registers.row import Row
from muniment.stacks import sqlite
from muniment.stacks.listing import Listing
from muniment.stacks.lock import WriterLock

NOW = "2026-03-04T05:06:07Z"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    sqlite.create(path, wait_seconds=1)
    return path


def entry(claim: str = "a"):
    return seal(START, [Filing("claim.dropped/1", "Ann", {"claim": claim, "because": "gone"})], NOW)


def refused(path: Path, branch: type[LedgerError], code: str) -> None:
    for opener in (sqlite.open_for_reading, sqlite.open_for_writing):
        with pytest.raises(branch) as caught:
            opener(path, wait_seconds=0.2)
        assert (caught.value.code, caught.value.where) == (code, str(path))
        assert caught.value.hint
        assert "\n" not in str(caught.value)
    assert not path.with_name(path.name + ".lock").exists()


def test_a_text_file_is_not_a_record(tmp_path: Path):
    path = tmp_path / "notes.db"
    path.write_text("Dear diary, " * 500)
    refused(path, LedgerError, "not-a-record")
    with pytest.raises(LedgerError):
        sqlite.create(path, wait_seconds=1)
    assert path.read_text().startswith("Dear diary")


def test_another_program_s_database_is_not_a_record(tmp_path: Path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE things (name TEXT)")
    connection.close()
    refused(path, LedgerError, "not-a-record")
    with pytest.raises(LedgerError) as caught:
        sqlite.create(path, wait_seconds=1)
    assert caught.value.code == "exists"


def test_an_empty_file_is_not_a_record_but_may_become_one(tmp_path: Path):
    path = tmp_path / "empty.db"
    path.touch()
    refused(path, LedgerError, "not-a-record")
    sqlite.create(path, wait_seconds=1)
    with sqlite.open_for_reading(path, wait_seconds=1) as stack:
        assert stack.ledger.head() == START


def test_a_creation_that_was_killed_is_done_again(tmp_path: Path):
    path = tmp_path / "record.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    assert path.stat().st_size > 0
    refused(path, LedgerError, "not-a-record")
    sqlite.create(path, wait_seconds=1)
    sqlite.open_for_writing(path, wait_seconds=1).close()


def test_a_missing_file_and_a_folder_are_no_records(tmp_path: Path):
    refused(tmp_path / "nothing.db", LedgerError, "no-record")
    refused(tmp_path, LedgerError, "not-a-record")
    with pytest.raises(LedgerError) as caught:
        sqlite.create(tmp_path / "missing" / "record.db", wait_seconds=1)
    assert caught.value.code == "no-folder"


def test_a_record_of_a_later_version_is_too_new(path: Path):
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    refused(path, TooNew, "record-too-new")


def test_a_damaged_file_is_told_as_such(path: Path):
    with sqlite.open_for_writing(path, wait_seconds=1) as stack, stack.transaction():
        for number in range(300):
            stack.archive.put(f"d{number}", os.urandom(3000), "text/plain")
    content = bytearray(path.read_bytes())
    content[8192 : len(content) // 2] = os.urandom(len(content) // 2 - 8192)
    path.write_bytes(content)
    with sqlite.open_for_reading(path, wait_seconds=1) as stack:
        assert any("damaged" in fault for fault in stack.faults())


def test_an_existing_record_is_not_made_again(path: Path):
    with pytest.raises(LedgerError, match="is there already"):
        sqlite.create(path, wait_seconds=1)


def test_a_second_writer_waits_and_then_gets_one_clear_line(path: Path):
    with sqlite.open_for_writing(path, wait_seconds=1):
        begun = time.monotonic()
        with pytest.raises(Conflict) as caught:
            sqlite.open_for_writing(path, wait_seconds=0.3)
        assert 0.25 <= time.monotonic() - begun < 5
        assert "Try again" in str(caught.value)
        assert "\n" not in str(caught.value)
    sqlite.open_for_writing(path, wait_seconds=0.3).close()


def test_a_second_writer_goes_on_when_the_first_finishes_in_time(path: Path):
    first = sqlite.open_for_writing(path, wait_seconds=1)
    threading.Timer(0.2, first.close).start()
    with sqlite.open_for_writing(path, wait_seconds=10) as second:
        second.ledger.append(entry(), START)


def _hold_forever(path: str, ready) -> None:
    WriterLock(Path(path), 1).acquire()
    ready.set()
    time.sleep(60)


def test_the_lock_of_a_killed_writer_holds_nobody_up(path: Path):
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    holder = context.Process(target=_hold_forever, args=(str(path), ready))
    holder.start()
    assert ready.wait(30)
    with pytest.raises(Conflict):
        sqlite.open_for_writing(path, wait_seconds=0.1)
    holder.kill()
    holder.join(10)
    sqlite.open_for_writing(path, wait_seconds=5).close()


def test_a_foreign_write_lock_is_a_conflict(path: Path):
    with sqlite.open_for_writing(path, wait_seconds=0.2) as stack:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        try:
            with pytest.raises(Conflict) as caught:
                stack.ledger.append(entry(), START)
            assert caught.value.code == "locked"
        finally:
            other.close()
        stack.ledger.append(entry(), START)


def _put_much(stack: sqlite.SqliteStack) -> None:
    with stack.transaction():
        for number in range(100):
            stack.archive.put(f"d{number}", os.urandom(5000), "text/plain")


def test_a_full_disk_is_one_clear_line_and_the_record_stays_valid(path: Path):
    with sqlite.open_for_writing(path, wait_seconds=1) as stack:
        stack.ledger.append(entry(), START)
        ((pages,),) = stack._database.query("PRAGMA page_count", {})
        stack._database.query(f"PRAGMA max_page_count = {pages}", {})
        with pytest.raises(LedgerError) as caught:
            _put_much(stack)
        assert caught.value.code == "disk-full"
        assert "space" in caught.value.hint
        stack._database.query("PRAGMA max_page_count = 1000000", {})
        assert list(stack.ledger.read()) == entry()
        assert stack.archive.kept_as("d0") is None
        assert list(stack.faults()) == []
        stack.archive.put("d0", b"later", "text/plain")


def test_what_a_writer_filed_is_in_the_file_itself_while_readers_look_on(path: Path, tmp_path: Path):
    with sqlite.open_for_reading(path, wait_seconds=1) as reader:
        assert reader.ledger.head() == START
        with sqlite.open_for_writing(path, wait_seconds=1) as writer:
            writer.ledger.append(entry(), START)
        copy = tmp_path / "copy.db"
        copy.write_bytes(path.read_bytes())
    with sqlite.open_for_reading(copy, wait_seconds=1) as copied:
        assert copied.ledger.head().position == 1


LIMITED = """
import resource, sys
from pathlib import Path
from muniment.errors import LedgerError
from muniment.stacks import sqlite
from muniment.stacks.listing import Listing
path = Path(sys.argv[1])
with sqlite.open_for_writing(path, wait_seconds=1) as stack:
    size = path.stat().st_size + 200_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    kept = 0
    try:
        while kept < 10_000:
            with stack.transaction():
                stack.archive.put(f"d{kept}", __import__("os").urandom(5000), "text/plain")
            kept += 1
    except LedgerError as error:
        print(kept, error.code, "\\n" in str(error), error.hint)
"""


@pytest.mark.skipif(os.name == "nt", reason="limits on the size of files are POSIX")
def test_a_disk_that_refuses_to_grow_loses_nothing_that_was_filed(path: Path):
    done = subprocess.run([sys.executable, "-c", LIMITED, str(path)], capture_output=True, text=True, timeout=60)
    kept, code, lines, *hint = done.stdout.split()
    assert (done.returncode, done.stderr, lines) == (0, "", "False")
    assert code in ("disk-full", "disk-fault")
    assert "space" in " ".join(hint)
    with sqlite.open_for_writing(path, wait_seconds=1) as stack:
        assert sum(1 for _ in stack.archive.kept()) == int(kept) > 0
        assert list(stack.faults()) == []
        stack.ledger.append(entry(), START)


def test_readers_cannot_write_and_see_what_is_filed_meanwhile(path: Path):
    with sqlite.open_for_reading(path, wait_seconds=1) as reader:
        assert reader.ledger.head() == START
        with sqlite.open_for_writing(path, wait_seconds=1) as writer:
            writer.ledger.append(entry(), START)
            assert reader.ledger.head().position == 1
        with pytest.raises(LedgerError) as caught:
            reader.archive.put("d", b"x", "text/plain")
        assert caught.value.code == "read-only"


def test_a_reader_serves_many_threads(path: Path):
    with sqlite.open_for_writing(path, wait_seconds=1) as writer:
        writer.ledger.append(entry(), START)
    found: list[int] = []
    with sqlite.open_for_reading(path, wait_seconds=1) as reader:
        threads = [threading.Thread(target=lambda: found.append(reader.ledger.head().position)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == [1] * 8


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_record_in_a_folder_without_permission_is_read_but_not_written(path: Path):
    path.parent.chmod(0o555)
    try:
        with sqlite.open_for_reading(path, wait_seconds=1) as reader:
            assert reader.ledger.head() == START
        with pytest.raises(LedgerError):
            sqlite.open_for_writing(path, wait_seconds=1)
    finally:
        path.parent.chmod(0o755)


def test_commits_are_on_the_disk_before_they_are_reported(path: Path):
    with sqlite.open_for_writing(path, wait_seconds=1) as stack:
        assert stack._database.query("PRAGMA synchronous", {}) == [(2,)]
        assert stack._database.query("PRAGMA journal_mode", {}) == [("wal",)]


def test_the_file_bears_our_mark(path: Path):
    assert path.read_bytes()[68:72] == b"MUNI"
    assert path.read_bytes()[60:64] == (5).to_bytes(4, "big")


def test_a_record_of_the_first_tables_is_brought_up_and_keeps_what_is_in_it(path: Path):
    with sqlite.open_for_writing(path, wait_seconds=1) as stack:
        stack.ledger.append(entry(), START)
    with contextlib.closing(sqlite3.connect(path)) as held, held:
        for table in ("exchanges", "asked", "due", "polls"):
            held.execute(f"DROP TABLE {table}")
        held.execute("PRAGMA user_version = 1")
    for opened in (sqlite.open_for_reading, sqlite.open_for_writing):
        with opened(path, wait_seconds=1) as stack:
            assert stack.ledger.head().position == 1
            assert list(stack.faults()) == []
            assert (stack.intake.due(), list(stack.intake.exchanges())) == ([], [])


def test_a_record_kept_without_counts_is_counted_when_it_is_brought_up(path: Path):
    with sqlite.open_for_writing(path, wait_seconds=1) as stack, stack.transaction():
        for number, person in enumerate(("A", "A", "B")):
            stack.rows.put(Row("tenures", f"r{number}", {"person": person, "start": "2031"}, position=1), [])
        stack.rows.put(Row("tenures", "r9", {"person": "A"}, position=1, withdrawn=True), [])
    with contextlib.closing(sqlite3.connect(path)) as held, held:
        held.execute("DROP TABLE value_counts")
        held.execute("DROP INDEX rows_in_time")
        held.execute("CREATE INDEX rows_by_date ON rows (register, shown, dated, position)")
        held.execute("PRAGMA user_version = 2")
    with sqlite.open_for_reading(path, wait_seconds=1) as stack:
        assert stack.rows.counts() == {"tenures": 3}
        assert stack.rows.values("tenures", "person", 9) == [("A", 2), ("B", 1)]
        assert list(stack.faults()) == []


def test_a_record_that_kept_spells_among_the_values_of_rows_answers_as_of_a_day_once_it_is_brought_up(path: Path):
    told = {"subject": "Ostland", "object": "Quiet River Federation", "kind": "membership"}
    with sqlite.open_for_writing(path, wait_seconds=1) as stack, stack.transaction():
        for state, day in (("granted", "2031-01-01"), ("in_force", "2031-06-01"), ("ended", "2032-01-01")):
            stack.rows.put(Row("relations", state, {**told, "state": state, "date": day}, position=1), [])
        stack.rows.put(Row("tenures", "t", {"person": "A", "start": "2031", "end": "2032"}, position=1), [])
    as_now = _as_of_days(path)
    assert as_now["relations", "2031-08-01"] == ["in_force"]
    with contextlib.closing(sqlite3.connect(path)) as held, held:
        held.execute(
            "INSERT INTO row_values SELECT number, '@spell:' || register, may_begin || begun || sure_until || may_last"
            " FROM spells"
        )
        held.execute(
            "INSERT INTO row_values SELECT number, '@sequence:' || register, thing || state FROM spells"
            " WHERE thing <> ''"
        )
        held.execute("DROP TABLE spells")
        held.execute("PRAGMA user_version = 4")
    assert _as_of_days(path) == as_now
    with sqlite.open_for_writing(path, wait_seconds=1) as stack:
        assert list(stack.faults()) == []
        assert stack.database.query("SELECT count(*) FROM row_values WHERE slot LIKE '@%'", {}) == [(0,)]


def _as_of_days(path: Path) -> dict[tuple[str, str], list[str]]:
    days = ("2030-01-01", "2031-03-01", "2031-08-01", "2032-03-01", "2034-01-01")
    with sqlite.open_for_reading(path, wait_seconds=1) as stack:
        return {
            (register, day): [row.id for row in stack.rows.listed(Listing(register, as_of=day))[0]]
            for register in ("relations", "tenures")
            for day in days
        }


def test_exchanges_are_only_ever_added_to(path: Path):
    with contextlib.closing(sqlite3.connect(path)) as held:
        held.execute("INSERT INTO exchanges VALUES (1, 'i', 'a', 's', 'r', 200, '', x'00', x'00')")
        for statement in (
            "UPDATE exchanges SET status = 404", "DELETE FROM exchanges",
            "INSERT OR REPLACE INTO exchanges VALUES (1, 'i', 'b', 's', 'r', 200, '', x'00', x'00')",
        ):  # fmt: skip
            with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
                held.execute(statement)
