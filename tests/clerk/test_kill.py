"""A kill at any moment of a build loses and doubles nothing."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from muniment.clerk.verify import verify
from muniment.stacks import sqlite

SCRIPT = """
import sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from conftest import Room
from muniment.stacks import sqlite
with sqlite.open_for_writing(Path({record!r}), wait_seconds=30) as stores:
    room = Room(stores, Path({folder!r}))
    print("begun", flush=True)
    room.build()
    print("done", flush=True)
"""

PAGES = 60


def run(record: Path, folder: Path, kill_after: float | None) -> bool:
    """Build in another process, killed after some seconds; return whether it got to its end."""
    script = SCRIPT.format(tests=str(Path(__file__).parent), record=str(record), folder=str(folder))
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        if kill_after is not None:
            time.sleep(kill_after)
            process.kill()
        return process.stdout.read() == "done\n"


def _timed(record: Path, folder: Path) -> float:
    """Build in another process, undisturbed; return how many seconds that took, without the start of Python."""
    script = SCRIPT.format(tests=str(Path(__file__).parent), record=str(record), folder=str(folder))
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        begun = time.monotonic()
        assert process.stdout.read() == "done\n"
        return time.monotonic() - begun


def outcome(path: Path) -> tuple[object, ...]:
    """What a record holds, without the times at which it was filed."""
    fresh = path.with_suffix(".fresh")
    sqlite.create(fresh, wait_seconds=1)
    with (
        sqlite.open_for_reading(path, wait_seconds=5) as stores,
        sqlite.open_for_writing(fresh, wait_seconds=1) as scratch, scratch.transaction(),
    ):  # fmt: skip
        verify(stores, fresh=scratch)
    fresh.unlink()
    with sqlite.open_for_reading(path, wait_seconds=5) as stores:
        filed = sorted(entry.body["claim"] for entry in stores.ledger.read() if entry.kind == "claim.filed/1")
        pages = sorted(entry.body["source"] for entry in stores.ledger.read() if entry.kind == "page.filed/1")
        rows = sorted(
            (row.register, str(sorted(row.slots.items())), row.claim_count)
            for register in ("meetings", "documents")
            for row in stores.rows.all(register)
        )
        states = [(state.document, state.blocks, state.claims) for state in stores.archive.states()]
        return filed, pages, rows, states, stores.archive.tally()


def test_a_killed_build_run_again_gives_what_an_undisturbed_one_gives(tmp_path, text):
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(PAGES):
        (folder / f"{number:03}.txt").write_text(text(number))
    whole = tmp_path / "whole.db"
    sqlite.create(whole, wait_seconds=1)
    taken = _timed(whole, folder)
    expected = outcome(whole)
    assert len(expected[1]) == PAGES
    dice = random.Random(7)
    finished = 0
    for attempt in range(2):
        record = tmp_path / f"killed{attempt}.db"
        sqlite.create(record, wait_seconds=1)
        for _ in range(2):
            finished += run(record, folder, dice.uniform(0, taken / 2))
        assert run(record, folder, None)
        assert outcome(record) == expected
        assert not record.with_name(record.name + ".lock").exists()
    assert finished < 4  # some builds were killed on their way
