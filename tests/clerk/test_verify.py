"""Verifying: an untouched record holds, and every way to tamper with it is found."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from muniment.archive import markup
from muniment.clerk.build import Build, build
from muniment.clerk.project import project
from muniment.clerk.verify import verify
from muniment.errors import Broken, UsageError
from muniment.ledger import Filing, seal
from muniment.ledger.entry import START
from muniment.stacks import sqlite
from muniment.stacks.memory import MemoryStack


def checked(stores, expect: str | None = None):
    """Verify a record against a fresh one of the same kind."""
    if isinstance(stores, MemoryStack):
        return verify(stores, expect, MemoryStack())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "fresh.db"
        sqlite.create(path, wait_seconds=1)
        with sqlite.open_for_writing(path, wait_seconds=1) as fresh, fresh.transaction():
            return verify(stores, expect, fresh)


def test_an_untouched_record_verifies(room, text):
    for number in range(4):
        room.write(f"{number}.txt", text(number))
    room.build()
    room.write("0.txt", text(9))
    room.build()
    report = checked(room.stores)
    assert report.entries == room.stores.ledger.head().position
    assert (report.documents, report.quotes, report.head) == (5, 10, str(room.stores.ledger.head()))
    assert report.rows == sum(1 for name in ("meetings", "documents") for _ in room.stores.rows.all(name)) > 0


def test_what_another_version_made_of_the_bytes_is_made_anew_and_verifies(room, monkeypatch):
    room.folder.joinpath("a.html").write_text(
        "<html><head><meta charset=utf-8><title>Session of harbours</title></head><body><h1>Session of harbours</h1>"
        "<p>The Harbour Coun&shy;cil 1 met in Alba on 2025-03-02.</p><p>Nobody knew what the wea&shy;ther would bring "
        "to the pier of Alba.</p></body></html>"
    )
    with monkeypatch.context() as earlier:
        earlier.setattr(markup, "INVISIBLE", re.compile("(?!)"))
        room.build()
    with pytest.raises(Broken) as told:
        checked(room.stores)
    assert "build --again" in told.value.hint
    report = build(room.stores, (), Build(room.reader, "lines/2", clock=room.clock, again=True))
    assert report.again == 1
    assert checked(room.stores).documents == 1


def test_an_empty_record_verifies(room):
    assert verify(room.stores).entries == 0


def test_an_older_head_is_found_in_the_ledger(room, text):
    room.write("a.txt", text(1))
    older = room.build().head
    room.write("b.txt", text(2))
    head = room.build().head
    assert verify(room.stores, older).expected == older
    assert verify(room.stores, head).expected == head
    with pytest.raises(Broken, match="rewritten or cut short"):
        verify(room.stores, "3:" + "0" * 64)
    with pytest.raises(Broken, match="rewritten or cut short"):
        verify(room.stores, f"{room.stores.ledger.head().position + 1}:" + "a" * 64)
    with pytest.raises(UsageError):
        verify(room.stores, "latest")


@pytest.fixture
def path(room, text, request) -> Path:
    if "sqlite" not in request.node.name:
        pytest.skip("only files are tampered with")
    for number in range(3):
        room.write(f"{number}.txt", text(number))
    room.build()
    room.stores.close()
    return room.folder.parent / "record.db"


def tamper(path: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    connection = sqlite3.connect(path)
    with connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement, values)
        connection.executescript(";".join(sqlite.TRIGGERS.values()))
    connection.close()


def broken(path: Path, match: str, expect: str | None = None) -> None:
    with sqlite.open_for_reading(path, wait_seconds=1) as stores, pytest.raises(Broken, match=match):
        checked(stores, expect)


@pytest.mark.parametrize(
    "change",
    ["author = 'Eve'", "filed_at = '1999-01-01T00:00:00Z'", "body = replace(body, 'Alba', 'Zuna')",
     "kind = 'page.filed/2'", "hash = substr(hash, 2) || '0'", "previous = substr(previous, 2) || '0'"],
)  # fmt: skip
def test_a_changed_entry_is_found_with_the_triggers_put_back(path, change):
    tamper(path, "UPDATE entries SET {} WHERE position = 4".replace("{}", change))
    broken(path, "entry [45]")


def test_a_removed_entry_is_found(path):
    tamper(path, "DELETE FROM entries WHERE position = 2")
    broken(path, "entry 2 is missing")


def test_a_ledger_cut_short_is_found_by_whoever_kept_a_head(path):
    with sqlite.open_for_reading(path, wait_seconds=1) as stores:
        head = str(stores.ledger.head())
    tamper(path, "DELETE FROM entries WHERE position > 4")
    broken(path, "rewritten or cut short", head)


def test_a_ledger_written_anew_is_found_by_whoever_kept_a_head(path):
    with sqlite.open_for_reading(path, wait_seconds=1) as stores:
        head, entries = str(stores.ledger.head()), list(stores.ledger.read())
    forged = [
        Filing(e.kind, e.author, {**e.body, **({"seen_at": "1999"} if "seen_at" in e.body else {})}) for e in entries
    ]
    anew = seal(START, forged, entries[0].filed_at)
    tamper(path, "DELETE FROM entries", "DELETE FROM subjects")
    with sqlite.open_for_writing(path, wait_seconds=1) as stores:
        stores.ledger.append(anew, START)
        project(stores, afresh=True)
    with sqlite.open_for_reading(path, wait_seconds=1) as stores:
        assert verify(stores).entries == len(entries)
    broken(path, "rewritten or cut short", head)


def test_changed_bytes_are_found(path):
    tamper(path, "UPDATE blobs SET content = ? WHERE number = 2", values=(zlib.compress(b"The Council met in Zuna."),))
    broken(path, "archived bytes were changed")


def test_bytes_that_cannot_be_unpacked_are_found(path):
    tamper(path, "UPDATE blobs SET content = x'00' WHERE number = 2")
    broken(path, "archived bytes were changed")


def test_missing_bytes_are_found(path):
    tamper(path, "DELETE FROM blobs WHERE number = 2")
    broken(path, "are gone")


def test_bytes_exchanged_together_with_their_name_are_found(path):
    content = b"Quite another page.\n\nAbout something else, told at some length.\n"
    name = hashlib.sha256(content).hexdigest()
    tamper(path, "UPDATE blobs SET content = ?, document = ? WHERE number = 2", values=(zlib.compress(content), name))
    broken(path, "are gone")


def test_a_changed_row_is_found(path):
    tamper(path, "UPDATE rows SET body = replace(body, 'Alba', 'Zuna') WHERE register = 'meetings'")
    broken(path, "table rows, meetings [0-9a-f]+: is not what the ledger makes it")


def test_an_invented_row_is_found(path):
    tamper(
        path,
        "INSERT INTO rows SELECT 9999, register, 'ffff', position, dated, caption, shown, words,"
        " replace(body, id, 'ffff') FROM rows WHERE register = 'meetings' LIMIT 1",
    )
    broken(path, "table rows, meetings ffff: is there, though no entry made it")


def test_a_removed_trigger_is_found(path):
    connection = sqlite3.connect(path)
    connection.execute("DROP TRIGGER blobs_keep_delete")
    connection.close()
    broken(path, "blobs_keep_delete")


def test_evidence_that_does_not_stand_in_the_text_is_found(room, text):
    room.write("a.txt", text(1))
    room.build()
    entries = list(room.stores.ledger.read())
    body = dict(entries[-1].body)
    body["claim"] = "0" * 64
    body["evidence"] = [{**body["evidence"][0], "quote": "The Harbour Council met in Zuna"}]
    head = room.stores.ledger.head()
    room.stores.ledger.append(seal(head, [Filing("claim.filed/1", "Eve", body)], entries[0].filed_at), head)
    with pytest.raises(Broken, match="is not the text at"):
        verify(room.stores)
