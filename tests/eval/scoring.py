"""The evaluation sets and their figures, for the tests of this folder and for `python -m tests.eval.scoring`."""

from __future__ import annotations

import argparse
import math
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from muniment.facade import evaluate, read
from muniment.terms import Reading
from muniment.terms.evaluation import Evaluation

ROOT = Path(__file__).parents[2]
FLOORS = Path(__file__).with_name("floors.toml")
SAMPLES = ROOT / "src" / "muniment" / "samples"
SHARED = ROOT.parent / "shared"
SETS: dict[str, tuple[Path, Path, tuple[str, ...] | None]] = {
    "samples": (SAMPLES / "gold", SAMPLES / "pages", (str(SAMPLES / "profile.toml"),)),
    "open": (ROOT / "tests/corpus/open/gold", ROOT / "tests/corpus/open/pages", None),
    "opened 1": (ROOT / "tests/corpus/opened_1/gold", ROOT / "tests/corpus/opened_1/pages", None),
    "opened 2": (ROOT / "tests/corpus/opened_2/gold", ROOT / "tests/corpus/opened_2/pages", None),
    "opened 3": (ROOT / "tests/corpus/opened_3/gold", ROOT / "tests/corpus/opened_3/pages", None),
    "held": (ROOT / "tests/corpus/held/gold", ROOT / "tests/corpus/held/pages", None),
    "open without profiles": (ROOT / "tests/corpus/open/gold", ROOT / "tests/corpus/open/pages", ("none",)),
    "archivists": (SHARED / "gold", SHARED / "corpus/csto", None),
    "archivists without profiles": (SHARED / "gold", SHARED / "corpus/csto", ("none",)),
}
"""Name -> gold, pages, profiles. The rules were written with the others before the writers' eyes, never with `held`."""

LEEWAY = 0.01
"""Floors lie this far under what was measured, so that a harmless change of one value is none of failure."""


@cache
def _readings(name: str) -> list[Reading]:
    _, pages, profiles = SETS[name]
    return [reading for reading in read([pages], profiles) if isinstance(reading, Reading)]


@cache
def scored(name: str) -> Evaluation:
    """Return the evaluation of a set."""
    gold, _, profiles = SETS[name]
    claims = [claim.record() for reading in _readings(name) for claim in reading.claims]
    return evaluate([gold], claims, profiles if profiles != ("none",) else None)


def outcomes(name: str) -> tuple[int, Counter[str]]:
    """Return how many pages a set has, and how many of their sentences were read, set aside and left unread."""
    readings = _readings(name)
    return len(readings), Counter(sentence.status for reading in readings for sentence in reading.sentences)


def figures(name: str) -> Iterator[tuple[str, float]]:
    """Yield each register's F1 in a set, then the total's, `total precision` too."""
    found = scored(name)
    for register, one in found.registers.items():
        if one.stated:
            yield register, one.f1
    yield "total", found.total.f1
    yield "total precision", found.total.precision


def floors() -> dict[str, dict[str, float]]:
    """Return the pinned floors: set -> register -> F1."""
    return tomllib.loads(FLOORS.read_text("utf-8"))


def raised(step: float) -> str:
    """Return the text of the floors, each raised to what today's figures allow where that is at least `step` higher."""
    pinned, lines = floors(), []
    for name in SETS:
        floor = pinned.get(name, {})
        there = SETS[name][0].is_dir()
        allowed = (
            {register: math.floor((value - LEEWAY) * 100) / 100 for register, value in figures(name)} if there else {}
        )
        lines += [f'["{name}"]'] if allowed or floor else []
        for register in allowed or floor:
            low, high = floor.get(register, 0.0), allowed.get(register, 0.0)
            lines.append(f'"{register}" = {high if high >= low + step else low:.2f}')
        lines += [""] if allowed or floor else []
    return "\n".join(lines)


def main() -> None:
    """Write the floors that today's figures allow; none is ever lowered. `--step 0.04` leaves small gains alone."""
    given = argparse.ArgumentParser(description=main.__doc__)
    given.add_argument("--step", type=float, default=0.0, help="raise only where at least this much is gained (F1)")
    FLOORS.write_text(raised(given.parse_args().step), "utf-8")


if __name__ == "__main__":
    main()
