"""Bad input on the real command line: one clear line each, the right exit code, the rest goes on, the record holds."""

from __future__ import annotations

import os
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from muniment import samples
from muniment.archive import MAX_BYTES
from muniment.errors import Broken, CaptureError, Conflict, LedgerError, ProfileError, TooNew
from muniment.facade import Record, read

PROFILE = str(samples.profile_path())
GOOD = "2023-11-17-halvenia-ratifies-agreement.txt"
HEAD = re.compile(r"\b\d+:[0-9a-f]{64}\b")


class Room:
    """A folder of pages with one that is good, and a record beside it."""

    def __init__(self, folder: Path) -> None:
        self.pages = folder / "pages"
        self.pages.mkdir()
        self.record = folder / "record.db"
        shutil.copy(samples.pages_folder() / GOOD, self.pages)

    def write(self, name: str, content: bytes) -> Path:
        path = self.pages / name
        path.write_bytes(content)
        return path

    def run(self, *arguments: str, limit: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "muniment", *arguments],
            capture_output=True, text=True, check=False, timeout=240, preexec_fn=limit, stdin=subprocess.DEVNULL,
            errors="replace", env={**os.environ, "MUNIMENT_RECORD": str(self.record)},
        )  # fmt: skip

    def build(self, *arguments: str, **more: Callable[[], None]) -> subprocess.CompletedProcess[str]:
        return self.run("build", str(self.pages), "--profile", PROFILE, "--format", "jsonl", *arguments, **more)

    def holds(self) -> bool:
        """Whether the record verifies, on the command line."""
        told = self.run("verify")
        return told.returncode == 0 and bool(HEAD.search(told.stdout))


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def lines(told: subprocess.CompletedProcess[str]) -> list[str]:
    """Return what was told on standard error, of which nothing may be a traceback or a driver's own words."""
    assert "Traceback" not in told.stderr
    for foreign in ("sqlite3.", "msgspec.", "OSError", "PermissionError", "UnicodeDecodeError", "sqlalchemy"):
        assert foreign not in told.stderr
    return told.stderr.splitlines()


def only_line(told: subprocess.CompletedProcess[str], *, where: str) -> str:
    """Return the one line told, which says where, what, and what next: a clause and a sentence of advice at least."""
    (line,) = lines(told)
    assert line.startswith("muniment: ")
    assert where in line
    assert len(re.findall(r"[.!?](?:\s|$)", line)) >= 1, line
    return line


def test_an_empty_file_a_binary_one_and_a_line_beyond_the_limit(room: Room) -> None:
    room.write("empty.txt", b"")
    room.write("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8)
    with (room.pages / "huge.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    words = {"empty.txt": "empty", "huge.txt": "too large", "photo.txt": "text"}

    told = room.run("read", str(room.pages), "--profile", PROFILE)
    assert told.returncode == 0
    assert "Halvenia" in told.stdout
    *each, last = lines(told)
    assert "3 of 4 pages" in last

    told = room.build()
    assert told.returncode == 0
    assert '"pages":4,"new":1' in told.stdout.replace(" ", "")
    for found in (each, lines(told)):
        assert len(found) == 3
        for line, (name, word) in zip(sorted(found, key=lambda line: line.split(": ")[1]), words.items(), strict=True):
            assert line.startswith("muniment: ")
            assert name in line
            assert word in line
            assert line.endswith(".")

    failed = room.run("status", "--format", "json").stdout
    assert all(name in failed for name in words)
    assert room.holds()
    told = room.run("read", str(room.pages / "empty.txt"), "--profile", "none")
    assert told.returncode == CaptureError.exit_code


def test_one_line_of_six_megabytes_holds_nothing_up(room: Room) -> None:
    unit = (
        b"and the council of ministers of the union met with the delegation in Sundale on 4 May 2031 to speak of tolls "
    )
    room.write("line.txt", unit * (6 * 1024 * 1024 // len(unit)))
    told = room.run("read", str(room.pages), "--profile", "none")
    assert told.returncode == 0
    assert "Halvenia" in told.stdout
    assert "line.txt" in told.stdout


def test_invalid_utf8_is_read_with_what_can_be_read_of_it(room: Room) -> None:
    text = (room.pages / GOOD).read_bytes()
    room.write("broken.txt", text.replace(b"Halvenia", b"Halven\xedia\xff\xfe") + b"\n\xc3\x28 \xa0\xa1\n")
    told = room.build()
    assert lines(told) == []
    assert told.returncode == 0
    assert '"new":2' in told.stdout.replace(" ", "")
    assert room.holds()


def test_a_page_that_is_only_navigation_tells_nothing_and_is_no_error(room: Room) -> None:
    menu = "".join(f'<li><a href="/{at}">Section {at}</a></li>' for at in range(30))
    room.write("menu.html", f"<html><body><nav><ul>{menu}</ul></nav></body></html>".encode())
    told = room.build()
    assert lines(told) == []
    assert told.returncode == 0
    assert '"pages":2,"new":2' in told.stdout.replace(" ", "")
    claims = room.run("read", str(room.pages / "menu.html"), "--profile", "none")
    assert claims.returncode == 0
    assert '"register":"meetings"' not in claims.stdout
    assert room.holds()


def test_a_folder_without_permission(room: Room) -> None:
    if os.geteuid() == 0:
        pytest.skip("the superuser may read every folder; the next test stands in for it")
    shut = room.pages / "shut"
    shut.mkdir()
    shut.chmod(0)
    try:
        told = room.build()
    finally:
        shut.chmod(0o700)
    assert told.returncode == 0
    assert "ermission" in only_line(told, where="shut")
    assert room.holds()


def test_a_folder_that_the_system_refuses(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    shut = room.pages / "shut"
    shut.mkdir()
    real, listed = os.scandir, Path.iterdir

    def refused(path: object = ".") -> object:
        if Path(str(path)) == shut:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)  # type: ignore[call-overload]

    def refused_too(path: Path) -> object:
        if path == shut:
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", refused)
    monkeypatch.setattr(Path, "iterdir", refused_too)
    found = list(read([room.pages], ["none"]))
    (error,) = [item for item in found if isinstance(item, CaptureError)]
    assert len(found) == 2
    assert error.where == str(shut)
    assert "ermission" in str(error)
    assert error.hint


def test_a_profile_with_a_misspelt_key(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(samples.profile_path().read_text(encoding="utf-8").replace("seat =", "saet ="), encoding="utf-8")
    told = room.run("build", str(room.pages), "--profile", str(path))
    assert told.returncode == ProfileError.exit_code
    line = only_line(told, where="own.toml")
    assert "saet" in line
    assert "seat" in line
    assert room.build().returncode == 0
    assert room.holds()


def test_a_record_file_that_is_not_ours(room: Room) -> None:
    room.record.write_text("A letter to the editor, and no record at all.\n" * 40)
    before = room.record.read_bytes()
    for arguments in (("build", str(room.pages)), ("show", "meetings"), ("verify",)):
        told = room.run(*arguments)
        assert told.returncode == LedgerError.exit_code
        assert "not a Muniment record" in only_line(told, where="record.db")
    assert room.record.read_bytes() == before


def test_a_database_of_somebody_else(room: Room) -> None:
    with sqlite3.connect(room.record) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
    other.close()
    before = room.record.read_bytes()
    told = room.build()
    assert told.returncode == LedgerError.exit_code
    assert "not a Muniment record" in only_line(told, where="record.db")
    assert room.record.read_bytes() == before


def test_a_record_of_a_later_version(room: Room) -> None:
    assert room.build().returncode == 0
    with sqlite3.connect(room.record) as held:
        held.execute("PRAGMA user_version = 99")
    held.close()
    for arguments in (("build", str(room.pages)), ("status",)):
        told = room.run(*arguments)
        assert told.returncode == TooNew.exit_code
        assert "later version" in only_line(told, where="record.db")


def test_a_record_cut_short(room: Room) -> None:
    assert room.build().returncode == 0
    content = room.record.read_bytes()
    room.record.write_bytes(content[: len(content) // 2])
    told = room.run("verify")
    assert told.returncode == Broken.exit_code
    only_line(told, where="record.db")


def test_a_full_disk(room: Room) -> None:
    assert room.build().returncode == 0
    kept = room.run("status", "--format", "json").stdout
    size = sum(path.stat().st_size for path in room.record.parent.glob("record.db*"))
    for page in samples.pages_folder().iterdir():
        shutil.copy(page, room.pages)

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 65536, size + 65536))

    told = room.build(limit=full)
    assert told.returncode == LedgerError.exit_code
    line = only_line(told, where="record.db")
    assert "disk" in line
    assert room.holds()
    head = HEAD.search(kept)
    assert head is not None
    assert room.run("verify", "--expect", head.group()).returncode == 0
    told = room.build()
    assert (told.returncode, lines(told)) == (0, [])
    assert room.run("show", "meetings", "--format", "jsonl").stdout.count("\n") > 10
    assert room.holds()


def test_two_builds_at_once(room: Room, tmp_path: Path) -> None:
    for page in samples.pages_folder().iterdir():
        shutil.copy(page, room.pages)
    Record.create(room.record).close()
    arguments = [sys.executable, "-m", "muniment", "build", str(room.pages), "--record", str(room.record)]
    both = [
        subprocess.Popen([*arguments, "--profile", PROFILE], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    told = [process.communicate(timeout=240)[1] for process in both]
    codes = [process.returncode for process in both]
    assert 0 in codes
    assert set(codes) <= {0, Conflict.exit_code}
    for code, text in zip(codes, told, strict=True):
        assert "Traceback" not in text
        if code:
            (line,) = text.splitlines()
            assert line.startswith("muniment: ")
            assert "record.db" in line
            assert "again" in line
    with Record.create(tmp_path / "alone.db") as alone:
        alone.build([room.pages], [PROFILE])
        rows = sum(alone.status().rows.values())
    with Record.open(room.record) as shared:
        assert sum(shared.status().rows.values()) == rows
    assert room.holds()
