"""Peak memory of `read` over any number of pages, in a process of its own.

    python -m bench.memory 1000

The pages are generated as they are asked for, twice (furniture takes two passes), and nothing of them is kept here.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time

import msgspec

from bench.documents import SEED, captures
from muniment.archive import pages
from muniment.profiles import load, shipped, world
from muniment.reading import Reader
from muniment.terms import Page

__all__ = ["Memory", "measured"]

_KILO = 1024 if sys.platform != "darwin" else 1024 * 1024
"""What `ru_maxrss` has to be divided by to give MB: kilobytes on Linux, bytes on macOS (getrusage(2))."""


class Memory(msgspec.Struct, frozen=True):
    """What one run held at most, in MB (2**20 bytes) of resident memory.

    Attributes:
        pages: pages read.
        ready: before the first page, grammars and profiles loaded.
        early: after the first thousand pages of the second pass.
        peak: at the end.
        claims: claims read.
        words: words of the archived texts.
        seconds: for both passes, generating the pages included.
    """

    pages: int
    ready: float
    early: float
    peak: float
    claims: int
    words: int
    seconds: float


def _resident() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KILO


def _run(count: int, seed: int) -> Memory:
    reader = Reader([load(name) for name in shipped()], world())
    encode = msgspec.json.Encoder().encode
    ready, early, claims, words, started = _resident(), 0.0, 0, 0, time.perf_counter()
    for number, page in enumerate(pages(captures(count, seed)), 1):
        assert isinstance(page, Page)
        for claim in reader.read(page).claims:
            encode(claim.record())
            claims += 1
        words += len(page.text.split())
        if number == 1000:
            early = _resident()
    return Memory(count, ready, early or _resident(), _resident(), claims, words, time.perf_counter() - started)


def measured(count: int, seed: int = SEED) -> Memory:
    """Return what reading so many pages took, in a new process of this Python."""
    command = [sys.executable, "-m", "bench.memory", str(count), str(seed)]
    done = subprocess.run(command, check=True, capture_output=True)
    return msgspec.json.decode(done.stdout, type=Memory)


if __name__ == "__main__":
    asked = [int(argument) for argument in sys.argv[1:]]
    sys.stdout.write(msgspec.json.encode(_run(asked[0], asked[1] if len(asked) > 1 else SEED)).decode() + "\n")
