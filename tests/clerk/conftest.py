"""A small reader of pages in a form of its own, so that the clerk is tested apart from any grammar."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from muniment.archive import Intake
from muniment.clerk.build import Build, build
from muniment.errors import EvidenceError
from muniment.profiles import LoadedProfile
from muniment.stacks import sqlite
from muniment.stacks.memory import MemoryStack
from muniment.terms import Claim, Evidence, Page, Reading, Sentence, digest

LINE = re.compile(
    r"^(?:The (?P<body>[\w ]+) met in (?P<place>\w+) on (?P<date>[\d-]+)\.|(?P<rest>[^\n]+))$", re.MULTILINE
)


class LineReader:
    """Reads "The BODY met in PLACE on DATE." a line; greets "Hello." as a courtesy; leaves all else unread."""

    def __init__(self, version: str = "lines/1") -> None:
        self.version = version
        self.reads = 0

    def read(self, page: Page) -> Reading:
        self.reads += 1
        if "UNREADABLE" in page.text:
            raise EvidenceError("a rule cited what is not there", code="span-outside-text", where=page.source)
        claims = [Claim("documents", page.source, {"title": page.text.split("\n")[0], "archived_text": page.text},
                        (Evidence.cut(page, 0, len(page.text.split("\n")[0]), "title"),))]  # fmt: skip
        sentences = []
        for block in page.blocks:
            if block.kind in ("teaser", "navigation", "contact"):
                sentences.append(Sentence(block.start, block.end, "set_aside", ("block",), "furniture"))
                continue
            for match in LINE.finditer(page.text, block.start, block.end):
                sentence, claim = self._line(page, match)
                sentences.append(sentence)
                claims += claim
        blocks = digest([msgspec.to_builtins(block) for block in page.blocks])
        return Reading(page.source, page.document, "en", self.version, (), blocks, tuple(claims), tuple(sentences))

    def _line(self, page: Page, match: re.Match[str]) -> tuple[Sentence, list[Claim]]:
        start, end = match.span()
        if match["body"] is None:
            aside = match["rest"] == "Hello."
            return Sentence(start, end, "set_aside" if aside else "unread", (), "courtesy" if aside else ""), []
        slots = {"kind": "session", "bodies": [match["body"]], "place": match["place"], "start": match["date"]}
        evidence = (Evidence.cut(page, start, end, "met"),)
        return Sentence(start, end, "read", ("met",)), [Claim("meetings", page.source, slots, evidence)]


def ticking() -> Iterator[str]:
    for second in itertools.count():
        yield f"2026-01-01T{second // 3600 % 24:02}:{second // 60 % 60:02}:{second % 60:02}Z"


class Room:
    """A record with a folder of pages and the line reader."""

    def __init__(self, stores, folder: Path) -> None:
        self.stores = stores
        self.folder = folder
        self.reader = LineReader()
        self.profiles: dict[str, tuple[LoadedProfile, ...]] = {}
        self._ticks = ticking()

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text)
        return path

    def clock(self) -> str:
        return next(self._ticks)

    def build(self, *paths: Path, key: str = "", progress=None):
        told = progress or (lambda *told: None)
        work = Build(self.reader, key or self.reader.version, **self.profiles, progress=told, clock=self.clock)
        return build(self.stores, Intake([*paths] or [self.folder])(), work)

    def kinds(self, after: int = 0) -> list[str]:
        return [entry.kind.partition("/")[0] for entry in self.stores.ledger.read(after)]

    def rows(self, register: str = "meetings"):
        return [row for row in self.stores.rows.all(register) if not row.withdrawn and not row.merged_into]


def page_text(number: int, place: str = "Alba", extra: str = "") -> str:
    return (
        f"Session number {number} of the assembly of harbours\n\n"
        f"The Harbour Council {number} met in {place} on 2025-03-{number % 28 + 1:02}.\n\n"
        f"Nobody at gathering {number} knew what the weather would bring to the pier. {extra}\n"
    )


@pytest.fixture(params=["memory", "sqlite"])
def room(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Room]:
    folder = tmp_path / "pages"
    folder.mkdir()
    if request.param == "memory":
        yield Room(MemoryStack(), folder)
        return
    sqlite.create(tmp_path / "record.db", wait_seconds=1)
    with sqlite.open_for_writing(tmp_path / "record.db", wait_seconds=1) as stores:
        yield Room(stores, folder)


@pytest.fixture
def fresh_room():
    return lambda folder: Room(MemoryStack(), folder)


@pytest.fixture
def text():
    return page_text
