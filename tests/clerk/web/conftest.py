"""A record and a server that the clerk asks, with a clock that waits at once."""

from __future__ import annotations

import datetime

import pytest
from tests.clerk.conftest import LineReader
from tests.rogue import Rogue

from muniment.archive.web import Fetcher, Limits, Manners, Timing
from muniment.clerk.build import Build, build
from muniment.clerk.verify import verify
from muniment.clerk.web.asking import Going
from muniment.clerk.web.following import Followed
from muniment.clerk.web.gather import asked_next, begun, begun_pages, gathered
from muniment.profiles.schema import Source
from muniment.stacks import sqlite
from muniment.stacks.memory import MemoryStack

BEGAN = datetime.datetime(2026, 5, 4, tzinfo=datetime.UTC)


class Watch:
    """Time that passes by waiting alone."""

    def __init__(self) -> None:
        self.at = 0.0
        self.waited: list[float] = []

    def timing(self) -> Timing:
        return Timing(self.now, lambda: self.at, self.wait)

    def now(self) -> str:
        return (BEGAN + datetime.timedelta(seconds=self.at)).strftime("%Y-%m-%dT%H:%M:%SZ")

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.at += seconds


class Desk:
    """A record that follows sources on a server."""

    def __init__(self, stores, server: Rogue) -> None:
        self.stores = stores
        self.server = server
        self.watch = Watch()
        limits = Limits(4 << 20)
        self.fetcher = Fetcher(Manners(private=True, delay_seconds=0.1, limits=limits), self.watch.timing())
        self.sources: list[Followed] = []

    def follow(self, path: str, kind: str, **more) -> Followed:
        self.sources.append(Followed(Source(address=self.server.at(path), kind=kind, **more)))
        return self.sources[-1]

    def going(self, key: str = "lines/1") -> Going:
        return Going(self.fetcher, key)

    def gather(self, *wanted: Followed, key: str = "lines/1"):
        self.server.asked.clear()
        going = self.going(key)
        return gathered(self.stores, begun(self.stores, self.sources, wanted or self.sources, going), going)

    def pages(self, *paths: str):
        self.server.asked.clear()
        going = self.going()
        return gathered(self.stores, begun_pages(self.stores, [self.server.at(path) for path in paths], going), going)

    def round(self):
        wanted, _ = asked_next(self.stores, self.sources, self.watch.now())
        self.server.asked.clear()
        going = self.going()
        return gathered(self.stores, begun(self.stores, self.sources, wanted, going), going)

    def build(self, version: str = "lines/1"):
        return build(self.stores, (), Build(LineReader(version), version, clock=self.watch.now))

    def filed(self) -> list[str]:
        bodies = (entry for entry in self.stores.ledger.read() if entry.kind.startswith("page.filed"))
        return [entry.body["source"].removeprefix(self.server.at("")) for entry in bodies]

    def failures(self) -> dict[str, str]:
        found = self.stores.archive.failures()
        return {one.source.removeprefix(self.server.at("")): one.error["error"] for one in found}

    def verify(self):
        return verify(self.stores)


@pytest.fixture
def server():
    with Rogue() as rogue:
        yield rogue


@pytest.fixture(params=["memory", "sqlite"])
def desk(request, server, tmp_path):
    if request.param == "memory":
        yield Desk(MemoryStack(), server)
        return
    sqlite.create(tmp_path / "record.db", wait_seconds=1)
    with sqlite.open_for_writing(tmp_path / "record.db", wait_seconds=1) as stores:
        yield Desk(stores, server)


def release(number: int, place: str = "Alba") -> str:
    return (
        f"<!doctype html><html><head><title>Session {number} of the harbours</title></head><body><main>"
        f"<h1>Session {number} of the harbours</h1><p>The Harbour Council {number} met in {place} on "
        f"2025-03-{number % 28 + 1:02}.</p><p>Nobody at gathering {number} knew what the weather would bring.</p>"
        "</main></body></html>"
    )


def rss(*addresses: str) -> bytes:
    items = "".join(f"<item><link>{address}</link></item>" for address in addresses)
    return f"<rss><channel>{items}</channel></rss>".encode()


XML = {"Content-Type": "application/xml"}
