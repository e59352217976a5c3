"""How surely tellings are told apart: pairs labelled before the rules were looked at, and the acts of the samples.

`python -m tests.eval.identity` prints the figures; `--errors KIND` the errors of the open half of a kind. Those of the
held half are counted and never shown.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from tests.registers.shelf import Ledger

CORPUS = Path(__file__).parents[1] / "corpus"
PAIRS = CORPUS / "pairs"
KINDS = ("people", "bodies", "meetings", "instruments", "operations", "offices")
HALVES = ("open", "held")


class Pair(msgspec.Struct, frozen=True):
    """Two claims, each with the day of its page, and what they are: `same`, `distinct`, or `unsure` to a person too."""

    pair: str
    half: str
    label: str
    why: str
    first: dict[str, Any]
    second: dict[str, Any]


class Told(msgspec.Struct, frozen=True):
    """What became of the pairs of a kind: merged or not, by label.

    Attributes:
        merged: label -> pairs that folding made one row.
        apart: label -> pairs that stayed two rows.
    """

    merged: Counter[str]
    apart: Counter[str]

    @property
    def precision(self) -> float:
        """Of the pairs that were made one, those that are one; what a person is unsure of is counted by itself."""
        made = self.merged["same"] + self.merged["distinct"]
        return self.merged["same"] / made if made else 1.0

    @property
    def recall(self) -> float:
        """Of the pairs that are one, those that were made one."""
        return self.merged["same"] / (self.merged["same"] + self.apart["same"])


def pairs(kind: str) -> list[Pair]:
    """Return the labelled pairs of a kind."""
    lines = (PAIRS / f"{kind}.jsonl").read_text("utf-8").splitlines()
    return [msgspec.convert(json.loads(line), Pair) for line in lines]


@cache
def is_one(kind: str, name: str) -> bool:
    """Whether folding the two claims of a pair gives one row, whichever comes first."""
    pair = next(pair for pair in pairs(kind) if pair.pair == name)
    found = {_rows(one, two) for one, two in ((pair.first, pair.second), (pair.second, pair.first))}
    return found == {1}


def _rows(*claims: dict[str, Any]) -> int:
    """Return how many rows claims of one register make, each told by a page of its own."""
    ledger = Ledger()
    for number, claim in enumerate(claims):
        slots = {slot: value for slot, value in claim.items() if slot not in ("register", "published")}
        page = f"{number}.html"
        ledger.claim("documents", {"title": f"Page {number}", "published": claim["published"]}, page)
        ledger.claim(claim["register"], slots, page)
    return len(ledger.rows(claims[0]["register"]))


def told(kind: str, half: str) -> Told:
    """Return what became of the pairs of one half of a kind."""
    merged: Counter[str] = Counter()
    apart: Counter[str] = Counter()
    for pair in pairs(kind):
        if pair.half == half:
            (merged if is_one(kind, pair.pair) else apart)[pair.label] += 1
    return Told(merged, apart)


def errors(kind: str) -> Iterator[Pair]:
    """Yield the pairs of the open half that were made one and are not, or are one and were not made so."""
    for pair in pairs(kind):
        if pair.half == "open" and is_one(kind, pair.pair) != (pair.label == "same"):
            yield pair


def main() -> None:
    """Print the figures, or the errors of one kind's open half."""
    given = argparse.ArgumentParser(description=main.__doc__)
    given.add_argument("--errors", choices=KINDS)
    kind = given.parse_args().errors
    for pair in errors(kind) if kind else ():
        wrong = "apart" if pair.label == "same" else "merged"
        drop = ("register", "published")
        one, two = ({s: v for s, v in claim.items() if s not in drop} for claim in (pair.first, pair.second))
        if pair.label != "unsure" or wrong == "merged" and is_one(KINDS[KINDS.index(kind)], pair.pair):
            print(f"{wrong}: {pair.pair} ({pair.label}: {pair.why})\n  {one}\n  {two}")  # noqa: T201
    for kind in () if kind else KINDS:
        for half in HALVES:
            one = told(kind, half)
            print(f"{kind:12} {half:5} precision {one.precision:.3f} recall {one.recall:.3f}", dict(one.merged), dict(one.apart))  # noqa: T201, E501


if __name__ == "__main__":
    main()
