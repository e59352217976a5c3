"""What questions to a record take, and what it takes to keep the registers: on generated pages, on one core."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from bench.stages import Bench, Told
from muniment.archive import Intake
from muniment.clerk.build import Build, build
from muniment.clerk.project import project
from muniment.facade import Record
from muniment.ledger import Entry
from muniment.registers import REGISTERS
from muniment.stacks import sqlite
from muniment.terms import digest

__all__ = ["Question", "questions"]

_ROUNDS = 7
"""Rounds of one question, of which the median counts."""

_ROWS = 50
"""Rows of one list, as a page of the web site asks for."""


class Question(msgspec.Struct, frozen=True):
    """What one thing takes.

    Attributes:
        what: what was asked or done.
        milliseconds: of the processor.
        beside: how many times as long as what it is compared with; 0 where it is compared with nothing.
        note: how much there was of it.
    """

    what: str
    milliseconds: float
    beside: float = 0.0
    note: str = ""


def _took(work: Callable[[], object], rounds: int = _ROUNDS) -> float:
    """Return the milliseconds of the processor that work takes, the median of some rounds."""
    found = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        found.append((time.process_time() - started) * 1000)
    return statistics.median(found)


def questions(bench: Bench, last: Bench) -> Iterator[Question]:
    """Yield what it takes to keep and to ask a record of a bench's pages.

    Args:
        bench: the pages.
        last: other pages, of which one more is filed at a time.
    """
    path = bench.folder / "questions.db"
    with Record.create(path):
        pass
    _filed(bench, path, bench.folder / "pages")
    yield from _keeping(path)
    yield from _one_more(last, path)
    with Record.open(path) as record:
        yield from _asking(record)
        yield from _going_back(record)


def _filed(bench: Bench, path: Path, pages: Path) -> None:
    key = digest([profile.id for profile in bench.profiles])
    with sqlite.open_for_writing(path, wait_seconds=5) as stores:
        build(stores, Intake([pages])(), Build(Told(bench.readings), key, (), bench.profiles))


def _keeping(path: Path) -> Iterator[Question]:
    with sqlite.open_for_writing(path, wait_seconds=5) as stores:
        claims = sum(_claims(entry) for entry in stores.ledger.read())
        took = _took(lambda: project(stores, afresh=True), 3)
        head = stores.ledger.head().position
    note = f"{claims:,} claims in {head:,} entries: {claims / took * 1000:,.0f} claims a second"
    yield Question("registers folded afresh", took, note=note)


def _claims(entry: Entry) -> int:
    """Return how many claims an entry files: one, or as many as a profile states facts."""
    return len(entry.body["facts"]) if entry.kind.startswith("profile.") else entry.kind.startswith("claim.filed/")


def _one_more(last: Bench, path: Path) -> Iterator[Question]:
    """Yield what one more page takes, from its bytes to the rows, its reading left out."""
    key = digest([profile.id for profile in last.profiles])
    work = Build(Told(last.readings), key, (), last.profiles)
    took = []
    with sqlite.open_for_writing(path, wait_seconds=5) as stores:
        for capture in last.captures:
            started = time.process_time()
            build(stores, iter([capture]), work)
            took.append((time.process_time() - started) * 1000)
    claims = sum(len(reading.claims) for reading in last.readings) / len(last.readings)
    yield Question("one more page filed, the median", statistics.median(took), note=f"{claims:.0f} claims a page")
    slow = statistics.quantiles(took, n=20)[-1]
    yield Question("one more page filed, the 95th percentile", slow, note=f"of {len(took)} pages")


def _asking(record: Record) -> Iterator[Question]:
    day = record.status().last[:10] or "2024-01-01"
    for name, register in REGISTERS.items():
        if register.lasting is None:
            continue
        total = record.rows(name, limit=1).total
        now = _took(lambda name=name: record.rows(name, sort="date", descending=True, limit=_ROWS))
        then = _took(lambda name=name: record.rows(name, sort="date", descending=True, limit=_ROWS, as_of=day))
        found = record.rows(name, limit=1, as_of=day).total
        yield Question(f"{name}: a list", now, note=f"{total:,} rows")
        yield Question(f"{name}: the list as of {day}", then, then / now if now else 0.0, f"{found:,} rows")


def _going_back(record: Record) -> Iterator[Question]:
    position = str(int(record.head().partition(":")[0]) // 2)
    first = _took(lambda: record.at(position).status(), 1)
    again = _took(lambda: record.at(position).rows("meetings", limit=_ROWS))
    yield Question(f"known at entry {int(position):,}: the first question", first)
    yield Question("known at: the next, a list of meetings", again)
