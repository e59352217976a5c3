"""What visits to the web pages of a record take, page kind by page kind: time by the clock, and size."""

from __future__ import annotations

import asyncio
import random
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote, unquote, urlencode

import msgspec

from muniment.desk.web import application
from muniment.facade import Record
from muniment.registers import REGISTERS
from muniment.registers.values import names

__all__ = ["Took", "Visited", "visits"]

_EACH = 8
"""Addresses of one kind of page where every row has one."""

_ROUNDS = 3
"""Visits to each address after the first."""

_SEARCHES = 60
"""Searches, of one word and of two, drawn from the rows' titles."""

_SHORT = 4
"""Letters of a name that is too short to be found by its words among very many."""

_PLACES = (
    "/", "/news?since=0", "/registers", "/names", "/calendar", "/gaps", "/contradictions", "/unread", "/treaties",
    "/promises", "/promises?status=overdue", "/agendas", "/offices", "/duties", "/states", "/deployments",
    "/deployments?series=yes", "/formulas", "/network", "/trends", "/map", "/sources",
    "/status", "/about",
)  # fmt: skip
"""Pages of which there is one."""


class Took(msgspec.Struct, frozen=True):
    """What one visit took: milliseconds by the clock and of the processor, and the bytes of the answer."""

    clock: float
    processor: float
    size: int


class Visited(msgspec.Struct, frozen=True):
    """What one kind of page took.

    Attributes:
        what: the kind, or the address where there is one of it.
        first: milliseconds by the clock of the slowest first visit, nothing worked out before by this process.
        median: milliseconds by the clock of later visits, the median.
        slow: the 95th percentile of later visits.
        processor: milliseconds of the processor of later visits, the median: neighbours on the machine add little.
        processor_slow: the 95th percentile of those.
        size: bytes of the largest answer.
    """

    what: str
    first: float
    median: float
    slow: float
    processor: float
    processor_slow: float
    size: int


def visits(path: Path, tell: Callable[[Visited], None], seed: int = 0) -> None:
    """Tell what each kind of page of a record takes, the site asked in this process without a network.

    Raises:
        RuntimeError: a page failed.
    """
    with Record.open(path) as record:
        kinds = dict(_kinds(record, random.Random(seed)))
    asyncio.run(_all(application(path), kinds, tell))


async def _all(app: object, kinds: Mapping[str, Sequence[str]], tell: Callable[[Visited], None]) -> None:
    """Visit every kind of page in turn: one loop for all, as a server has one, so that its threads stay."""
    for what, addresses in kinds.items():
        first = [await _visit(app, address) for address in addresses]
        rounds = 1 if what.startswith("search") else _ROUNDS
        later = [await _visit(app, address) for _ in range(rounds) for address in addresses]
        clock, processor = [one.clock for one in later], [one.processor for one in later]
        tell(
            Visited(
                what, max(one.clock for one in first), statistics.median(clock), _slow(clock),
                statistics.median(processor), _slow(processor), max(one.size for one in first),
            )
        )  # fmt: skip


def _slow(took: Sequence[float]) -> float:
    return sorted(took)[min(len(took) - 1, int(len(took) * 0.95))]


async def _visit(app: object, address: str) -> Took:
    """Return what a visit to an address took."""
    raw, _, query = address.partition("?")
    path = unquote(raw)
    scope = {
        "type": "http", "http_version": "1.1", "method": "GET", "scheme": "http", "path": path,
        "raw_path": raw.encode(), "query_string": query.encode(), "root_path": "", "server": ("bench", 80),
        "client": ("127.0.0.1", 1), "headers": [(b"host", b"bench"), (b"accept", b"text/html")],
    }  # fmt: skip
    told: list[dict[str, object]] = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, object]) -> None:
        told.append(message)

    started, worked = time.perf_counter(), time.process_time()
    await app(scope, receive, send)  # type: ignore[operator]
    clock, processor = time.perf_counter() - started, time.process_time() - worked
    status = told[0]["status"]
    if status != 200:
        raise RuntimeError(f"{address} answered {status}")
    size = sum(len(one.get("body", b"")) for one in told)  # type: ignore[arg-type, misc]
    return Took(clock * 1000, processor * 1000, size)


def _kinds(record: Record, rng: random.Random) -> Iterator[tuple[str, list[str]]]:
    """Yield every kind of page with addresses of it, drawn from the record."""
    yield from ((place, [place]) for place in _PLACES)
    counts = record.status().rows
    titles: list[str] = []
    for name, register in REGISTERS.items():
        if not (total := counts.get(name, 0)):
            continue
        yield f"/{name}", [f"/{name}", f"/{name}?page={max(1, total // 100)}"]
        drawn = [record.rows(name, limit=1, offset=rng.randrange(total)).rows[0] for _ in range(_EACH)]
        yield f"/{name}/…", [f"/{name}/{row.id}" for row in drawn]
        titles += [register.caption(row.slots) for row in drawn]
        if name == "documents":
            pages = [row.tellings[-1].documents[-1] for row in drawn if not row.slots.get("stub")]
            yield "/pages/…", [f"/pages/{document}" for document in pages]
    members = rng.sample(record.members(), min(len(record.members()), 4))
    yield "/calendar?member=…", [f"/calendar?{urlencode({'member': name})}" for name in members]
    yield "/names?name=…", list(_named(record, rng))
    yield "/states/…", [f"/states/{quote(name, safe='')}" for name in rng.sample(record.states(), 4)]
    yield "/offices/…", [f"/offices/{one.id}" for one in rng.sample(record.offices(), 4)]
    words = [word for title in titles for word in title.split() if word.isalpha() and len(word) > 3]
    yield "search, one word", list(_searches([rng.choice(words) for _ in range(_SEARCHES)]))
    yield "search, two words", list(_searches(f"{rng.choice(words)} {rng.choice(words)}" for _ in range(_SEARCHES)))
    yield "search in a register", [f"/search?register=statements&words={rng.choice(words)}" for _ in range(_EACH)]


def _named(record: Record, rng: random.Random) -> Iterator[str]:
    """Yield the pages of the names that most rows have and of some drawn from the rows."""
    for register, slot in (("tenures", "person"), ("bodies", "name"), ("relations", "subject")):
        known = [value for value, _ in record.values(register, slot, 20) if len(value) > _SHORT]
        yield from (f"/names?{urlencode({'name': value})}" for value in known[:2])
    for row in record.rows("meetings", limit=4, offset=rng.randrange(100)).rows:
        known = [name for name in names(row.slots.get("bodies")) if len(name) > _SHORT]
        yield from (f"/names?{urlencode({'name': name})}" for name in known[:1])


def _searches(words: Iterable[str]) -> Iterator[str]:
    return (f"/search?{urlencode({'words': one})}" for one in words)
