"""A kill at any moment of a capture or the build after it loses and doubles nothing.

The number of kills is small here. `python -m tests.clerk.web.test_kill_fetching 200` makes a large run of it, and with
`30 100000` kills one record of 100,000 pages 30 times.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from tests.clerk import killing
from tests.clerk.web.conftest import XML, release
from tests.rogue import Rogue, answer, redirect

from muniment.stacks import sqlite

ROOT = Path(__file__).resolve().parents[3]

SCRIPT = """
import sys
sys.path.insert(0, {root!r})
from pathlib import Path
from tests.clerk.conftest import LineReader
from muniment.archive.web import Fetcher, Limits, Manners
from muniment.clerk.build import Build, build
from muniment.clerk.clock import TIMING
from muniment.clerk.web.asking import Going
from muniment.clerk.web.following import Followed
from muniment.clerk.web.gather import begun, gathered
from muniment.profiles.schema import Source
from muniment.stacks import sqlite
with sqlite.open_for_writing(Path({record!r}), wait_seconds=30) as stores:
    print("begun", flush=True)
    fetcher = Fetcher(Manners(private=True, delay_seconds=0, limits=Limits(1 << 20)), TIMING)
    source = Followed(Source(address={address!r}, kind="listing", links="a.page"))
    going = Going(fetcher, "lines/1")
    gathered(stores, begun(stores, [source], [source], going), going)
    build(stores, (), Build(LineReader(), "lines/1"))
    print("done", flush=True)
"""

LISTS, EACH = 4, 6


def serve(server: Rogue, each: int = EACH) -> str:
    """Let a server give a listing, so many pages in each list, a third behind redirects; return its address."""
    for page in range(LISTS):
        links = ""
        for number in range(page * each, (page + 1) * each):
            server.page(f"/news/{number}", release(number))
            server.route(f"/old/{number}", redirect(f"/news/{number}"))
            links += f"<a class=page href='/{'old' if number % 3 == 0 else 'news'}/{number}'>x</a>"
        onward = f"<a rel=next href='/list/{page + 1}'>Older</a>" if page + 1 < LISTS else ""
        server.route(f"/list/{page}", answer((links + onward).encode(), headers=XML | {"Content-Type": "text/html"}))
    return server.at("/list/0")


def run(record: Path, address: str, kill_after: float | None) -> tuple[bool, float]:
    """Fetch and build in another process, as `killing.run` has it."""
    return killing.run(SCRIPT.format(root=str(ROOT), record=str(record), address=address), kill_after)


def outcome(path: Path, address: str) -> tuple[object, ...]:
    """What a record holds, without times and exchanges' ids, which hold times."""
    killing.require_verified(path)
    with sqlite.open_for_reading(path, wait_seconds=5) as stores:
        told = [
            (entry.kind, entry.body.get("source"), entry.body.get("claim"), entry.body.get("document"))
            for entry in stores.ledger.read() if entry.kind.startswith(("page.", "claim.", "exchange.", "source."))
        ]  # fmt: skip
        exchanges = sorted((one.address, one.status, one.document) for one in stores.intake.exchanges())
        assert stores.intake.due() == []
        return sorted(told, key=str), exchanges, stores.archive.tally()


def exchanges_of(pages: int) -> int:
    """How many exchanges so many pages come to: the lists, the pages, and a redirect before every third."""
    return LISTS + pages + -(-pages // 3)


def killed_often(folder: Path, kills: int, pages: int) -> tuple[int, int]:
    """Kill one record's runs until so many kills are through, then let one end; return kills, and pages asked twice."""
    dice = random.Random(kills)
    with Rogue() as server:
        address = serve(server, pages // LISTS)
        record = folder / "killed.db"
        sqlite.create(record, wait_seconds=1)
        done = 0
        while done < kills and not run(record, address, dice.uniform(1, 60))[0]:
            done += 1
            sys.stderr.write(f"{done} killed, {len(server.asked):,} requests\n")
        assert run(record, address, None)[0]
        told, exchanges, tally = outcome(record, address)
        assert len(exchanges) == len({one[0] for one in exchanges}) == exchanges_of(pages)
        filed = [one[1] for one in told if one[0].startswith("page.filed")]
        assert len(filed) == len(set(filed)) == tally.pages == pages
        claims = [one[2] for one in told if one[0].startswith("claim.filed")]
        assert len(claims) == len(set(claims)) == 2 * pages
        asked = [path for path in server.asked if path.startswith("/news/")]
        return done, len(asked) - pages


def killed_runs(folder: Path, kills: int, seed: int) -> int:
    """Kill so many runs, each record in two places before it is finished; return how many were killed on their way."""
    dice = random.Random(seed)
    with Rogue() as server:
        address = serve(server)
        whole = folder / "whole.db"
        sqlite.create(whole, wait_seconds=1)
        _, taken = run(whole, address, None)
        expected = outcome(whole, address)
        assert len(expected[1]) == exchanges_of(LISTS * EACH)
        finished = 0
        for attempt in range(kills // 2):
            record = folder / f"killed{attempt}.db"
            sqlite.create(record, wait_seconds=1)
            server.asked.clear()
            for _ in range(2):
                finished += run(record, address, dice.uniform(0, taken * 0.7))[0]
            assert run(record, address, None)[0]
            assert outcome(record, address) == expected
            asked = [path for path in server.asked if path.startswith("/news/")]
            assert len(asked) <= LISTS * EACH + 2  # at most the page that was on its way is asked for again
            record.unlink()
        return kills - finished


def test_a_killed_capture_run_again_gives_what_an_undisturbed_one_gives(tmp_path):
    assert killed_runs(tmp_path, kills=4, seed=7) > 0


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    count = int(sys.argv[2]) if len(sys.argv) > 2 else LISTS * EACH
    with tempfile.TemporaryDirectory() as name:
        if count > LISTS * EACH:
            killed, again = killed_often(Path(name), wanted, count)
            sys.stdout.write(f"{count:,} pages, killed {killed} times; {again} pages asked for again; all hold\n")
        else:
            killed = killed_runs(Path(name), wanted, wanted)
            sys.stdout.write(f"{killed} of {wanted} runs were killed on their way; all hold\n")
