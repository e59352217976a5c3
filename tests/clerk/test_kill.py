"""A kill at any moment of a build loses and doubles nothing."""

from __future__ import annotations

import random
from pathlib import Path

from tests.clerk import killing

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


def run(record: Path, folder: Path, kill_after: float | None) -> tuple[bool, float]:
    """Build in another process, as `killing.run` has it."""
    script = SCRIPT.format(tests=str(Path(__file__).parent), record=str(record), folder=str(folder))
    return killing.run(script, kill_after)


def outcome(path: Path) -> tuple[object, ...]:
    """What a record holds, without the times at which it was filed."""
    killing.require_verified(path)
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
    _, taken = run(whole, folder, None)
    expected = outcome(whole)
    assert len(expected[1]) == PAGES
    dice = random.Random(7)
    finished = 0
    for attempt in range(2):
        record = tmp_path / f"killed{attempt}.db"
        sqlite.create(record, wait_seconds=1)
        for _ in range(2):
            finished += run(record, folder, dice.uniform(0, taken / 2))[0]
        assert run(record, folder, None)[0]
        assert outcome(record) == expected
        assert not record.with_name(record.name + ".lock").exists()
    assert finished < 4  # some builds were killed on their way
