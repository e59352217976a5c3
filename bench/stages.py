"""The stages of Muniment, each timed on its own over the same generated pages."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from bench.clock import Timing, least, split_seconds, timed
from bench.documents import captures, write
from muniment.archive import Capture, Draft, FurnitureCount, Intake, draft, mark, pages
from muniment.archive.web import Exchange
from muniment.archive.web.warc import Recorded, exchange_records
from muniment.clerk.build import Build, build
from muniment.clerk.ports import PageReader
from muniment.facade import Record
from muniment.profiles import LoadedProfile, load, shipped, world
from muniment.reading import Reader
from muniment.reading.en.grammar import Grammar
from muniment.stacks import sqlite
from muniment.terms import Page, Reading, digest

__all__ = ["STAGES", "Bench", "Row"]

_WAIT = 5.0
"""Seconds to wait for a lock on a record that nobody else knows of."""


class Row(msgspec.Struct, frozen=True):
    """One line of the table.

    Attributes:
        stage: its name.
        timing: what it took.
        records: ledger entries it made, where it makes any.
    """

    stage: str
    timing: Timing
    records: int = 0


class Told:
    """A reader that has read every page before: what is left of a build is capturing, filing and folding."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        """Keep the readings by document."""
        self._readings = {reading.document: reading for reading in readings}

    def read(self, page: Page) -> Reading:
        """Return the reading of a page, under the source it is asked for."""
        return msgspec.structs.replace(self._readings[page.document], source=page.source)


class Bench:
    """Generated pages, and everything that works on them, made once."""

    def __init__(self, count: int, seed: int) -> None:
        """Make so many pages, their drafts, marks and readings."""
        self._folder = tempfile.TemporaryDirectory(prefix="muniment-bench-")
        self.folder = Path(self._folder.name)
        write(self.folder / "pages", count, seed)
        self.profiles: tuple[LoadedProfile, ...] = tuple(load(name) for name in shipped())
        self.grammar = Grammar(self.profiles, world())
        self.reader = Reader(self.profiles, world())
        self.captures = list(captures(count, seed)())
        self.pages = [page for page in pages(lambda: self.captures) if isinstance(page, Page)]
        self.readings = [self.reader.read(page) for page in self.pages]
        self.texts = [page.text for page in self.pages]

    def time(self, prepare: Callable[[], object], work: Callable[[object], object]) -> Timing:
        """Return what work over all pages took of the processor."""
        return timed(self.texts, prepare, work)

    def close(self) -> None:
        """Remove what was written."""
        self._folder.cleanup()

    def build(self, reader: PageReader) -> tuple[Timing, int]:
        """Return what a build of a new record over the pages takes, and how many entries it makes."""
        key = digest([profile.id for profile in self.profiles])
        work = Build(reader, key, (), self.profiles)
        made: list[Path] = []

        def new() -> Path:
            made.append(self.folder / f"record-{len(list(self.folder.iterdir()))}.db")
            Record.create(made[-1])
            return made[-1]

        def run(path: object) -> None:
            assert isinstance(path, Path)
            with sqlite.open_for_writing(path, wait_seconds=_WAIT) as stores:
                build(stores, Intake([self.folder / "pages"])(), work)

        timing = timed(self.texts, new, run)
        with Record.open(made[-1]) as record:
            return timing, int(record.head().partition(":")[0])


def _blocks(bench: Bench) -> list[Row]:
    def work(_: object) -> None:
        for capture in bench.captures:
            draft(capture)

    return [Row("decode and blocks", bench.time(lambda: None, work))]


def _archive(bench: Bench) -> list[Row]:
    path = bench.folder / "pages.warc.gz"
    with open(path, "wb") as file:
        for number, capture in enumerate(bench.captures):
            head = f"HTTP/1.1 200 OK\r\nContent-Type: {capture.media_type}; charset=utf-8\r\n\r\n".encode()
            made = Exchange(
                f"https://bench.example/{number}", "2026-05-04T00:00:00Z", "", 200, b"", head + capture.content
            )
            file.write(exchange_records(Recorded(made), str(number), packed=True))

    def work(_: object) -> None:
        for capture in Intake([path])():
            assert isinstance(capture, Capture)
            draft(capture)

    return [Row("web archive to blocks", bench.time(lambda: None, work))]


def _furniture(bench: Bench) -> list[Row]:
    def fresh() -> list[Draft]:
        return [draft(capture) for capture in bench.captures]

    def both(drafts: object) -> None:
        assert isinstance(drafts, list)
        counts = FurnitureCount()
        for each in drafts:
            counts.add(each)
        for each in drafts:
            mark(each, counts)

    return [Row("furniture, both passes", bench.time(fresh, both))]


def _layers(bench: Bench) -> list[Row]:
    """Time the layers of reading page by page, each layer with those below it, so that they can be told apart."""
    grammar, reader = bench.grammar, bench.reader
    calls: tuple[Callable[[Page], object], ...] = (
        reader.language,
        grammar.scene,
        lambda page: grammar.read(page, settle=False),
        grammar.read,
        reader.read,
    )
    before = split_seconds(bench.texts)
    language, scene, drafted, settled, read = least(bench.pages, calls)
    split = (before + split_seconds(bench.texts)) / 2
    words = sum(len(text.split()) for text in bench.texts)

    def row(stage: str, seconds: float) -> Row:
        return Row(stage, Timing(max(seconds, 1e-9), split, words, len(bench.pages)))

    return [
        row("language", language),
        row("noun phrases", scene),
        row("clause rules", drafted - scene),
        row("settling drafts", settled - drafted),
        row("claims and evidence", read - settled - language),
    ]


def _json(bench: Bench) -> list[Row]:
    encode = msgspec.json.Encoder().encode

    def work(_: object) -> None:
        for reading in bench.readings:
            for claim in reading.claims:
                encode(claim.record())

    return [Row("JSON encoding", bench.time(lambda: None, work))]


def _read(bench: Bench) -> list[Row]:
    encode = msgspec.json.Encoder().encode

    def work(_: object) -> None:
        for page in pages(Intake([bench.folder / "pages"])):
            assert isinstance(page, Page)
            for claim in bench.reader.read(page).claims:
                encode(claim.record())

    return [Row("read, end to end", bench.time(lambda: None, work))]


def _filing(bench: Bench) -> list[Row]:
    timing, records = bench.build(Told(bench.readings))
    return [Row("filing into the ledger", timing, records)]


def _build(bench: Bench) -> list[Row]:
    timing, records = bench.build(bench.reader)
    return [Row("build, end to end", timing, records)]


STAGES: dict[str, Callable[[Bench], list[Row]]] = {
    "blocks": _blocks,
    "archive": _archive,
    "furniture": _furniture,
    "layers": _layers,
    "json": _json,
    "read": _read,
    "filing": _filing,
    "build": _build,
}
"""Name on the command line -> what measures it. "layers" are those of reading, from language to claims; "filing" is a
build whose reader has read every page before."""
