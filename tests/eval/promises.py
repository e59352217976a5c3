"""How surely a promise is matched with the later page that reports it: pairs labelled before the rules were looked at.

`python -m tests.eval.promises` prints the figures; `--errors` prints the errors of the open half, never those of the
held half; `--write` writes the figures into docs/practice.md.
"""

from __future__ import annotations

import argparse
import datetime
import json
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from tests.eval.scoring import ROOT, SAMPLES
from tests.registers.shelf import Ledger

from muniment.facade import read
from muniment.registers.announced import announced
from muniment.registers.promises import Promise, promises
from muniment.terms import Reading

PAIRS = ROOT / "tests" / "corpus" / "promises" / "pairs.jsonl"
PAGE = ROOT / "docs" / "practice.md"
FLOORS = Path(__file__).with_name("promises.toml")
BEGIN = "<!-- figures: written by `python -m tests.eval.promises --write` -->\n"
END = "<!-- end of figures -->"
HALVES = ("open", "held")
WAYS = ("told", "read")
"""The pair's claims as an archivist has them, or as the reader has them from the pair's words."""

STATUS = {"kept": "fulfilled", "late": "late", "changed": "changed"}
"""Label of a pair whose later page is about the promise -> what became of the promise."""

AS_OF = datetime.date(2026, 1, 1)
"""A day after all pages of the pairs."""


class Told(msgspec.Struct, frozen=True):
    """One page: its day, its words, and what an archivist has of them."""

    published: str
    words: str
    claims: list[dict[str, Any]]


class Pair(msgspec.Struct, frozen=True):
    """A promise and a later page: `kept`, `late` or `changed` by it, `not` about it, or `unsure` to a person too."""

    pair: str
    half: str
    label: str
    why: str
    said: Told
    later: Told


class Outcome(msgspec.Struct, frozen=True):
    """What came of a pair: `matched`, `proposed` or `apart`, and the status that the promise has."""

    match: str
    status: str


class Figures(msgspec.Struct, frozen=True):
    """What came of the pairs of one half, in one way."""

    outcomes: list[tuple[str, Outcome]]

    def counted(self, match: str, labels: Sequence[str]) -> int:
        """Return how many pairs of these labels came to a match."""
        return sum(label in labels and outcome.match == match for label, outcome in self.outcomes)

    def of(self, labels: Sequence[str]) -> int:
        """Return how many pairs have these labels."""
        return sum(label in labels for label, _ in self.outcomes)

    @property
    def precision(self) -> float:
        """Of the promises matched with a page of which a person is sure, those whose page is about them."""
        right, wrong = self.counted("matched", list(STATUS)), self.counted("matched", ["not"])
        return right / (right + wrong) if right + wrong else 1.0

    @property
    def recall(self) -> float:
        """Of the pages that are about the promise, those that were matched with it; a proposal finds none."""
        return self.counted("matched", list(STATUS)) / self.of(list(STATUS))

    @property
    def right(self) -> int:
        """How many of the pages matched rightly gave the promise the status that it has."""
        return sum(
            outcome.match == "matched" and STATUS.get(label) == outcome.status for label, outcome in self.outcomes
        )


@cache
def pairs() -> list[Pair]:
    """Return the labelled pairs."""
    return [msgspec.convert(json.loads(line), Pair) for line in PAIRS.read_text("utf-8").splitlines()]


@cache
def readings() -> dict[str, Reading]:
    """Return the reading of each page's words: pair and side -> reading."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for pair in pairs():
            for side, told in (("said", pair.said), ("later", pair.later)):
                paths.append(Path(folder) / f"{pair.pair}-{side}.txt")
                day = datetime.date.fromisoformat(told.published).strftime("%d %B %Y")
                paths[-1].write_text(f"{told.words.split(',')[0]}\n\n{day}\n\n{told.words}\n", "utf-8")
        found = read(paths, [str(SAMPLES / "profile.toml")])
        return {path.stem: one for path, one in zip(paths, found, strict=True) if isinstance(one, Reading)}


def outcome(pair: Pair, way: str) -> Outcome:
    """Return what comes of a pair: both pages are filed, and the promises of the first are asked after."""
    ledger = Ledger()
    for side, told in (("said", pair.said), ("later", pair.later)):
        page = f"{side}.html"
        ledger.claim("documents", {"title": side, "published": told.published, "language": "en"}, page)
        claims = told.claims
        if way == "read":
            claims = [
                {"register": one.register, **one.slots, "attributed_to": one.attributed_to}
                for one in readings()[f"{pair.pair}-{side}"].claims
                if one.register != "documents"
            ]
        for claim in claims:
            slots = {slot: value for slot, value in claim.items() if slot not in ("register", "attributed_to")}
            ledger.claim(claim["register"], slots, page, attributed_to=claim.get("attributed_to") or "")
    listed = [*promises(ledger.rows, AS_OF), *announced(ledger.rows, AS_OF)]
    made = [one for one in listed if one.made_on and one.made_on < pair.later.published]
    best = min(made, key=_certainty, default=None)
    if best is None:
        return Outcome("apart", "")
    return Outcome(("matched", "proposed", "apart")[_certainty(best)], best.status)


def _certainty(one: Promise) -> int:
    """Return 0 for a promise that something shows to be done or changed, 1 where something may, else 2."""
    return 0 if one.proofs or one.changes else 1 if one.perhaps else 2


@cache
def told(half: str, way: str) -> Figures:
    """Return what came of the pairs of one half."""
    return Figures([(pair.label, outcome(pair, way)) for pair in pairs() if pair.half == half])


def errors() -> Iterator[tuple[Pair, Outcome]]:
    """Yield the pairs of the open half that were matched wrongly, or not matched, or given another status."""
    for pair in pairs():
        if pair.half == "open" and pair.label != "unsure":
            came = outcome(pair, "told")
            if came.match != ("apart" if pair.label == "not" else "matched") or came.status != STATUS.get(
                pair.label, came.status
            ):
                yield pair, came


def figures() -> Iterator[tuple[str, float]]:
    """Yield every figure that has a floor, by name: those that no reading rule changes."""
    for half in HALVES:
        yield f"{half} precision", told(half, "told").precision
        yield f"{half} recall", told(half, "told").recall


def floors() -> dict[str, float]:
    """Return the pinned floors by name."""
    return tomllib.loads(FLOORS.read_text("utf-8"))


def table(ways: Sequence[str] = WAYS[:1]) -> str:
    """Return the figures as a table."""
    lines = [
        "| pairs | half | precision | recall | about it, matched | look-alikes, matched | doubtful, matched |"
        " about it, proposed | look-alikes, proposed | matched with the right status |",
        "| --- | --- |" + " ---: |" * 8,
    ]
    names = {"told": "as an archivist has them", "read": "as the reader has them"}
    for way in ways:
        for half in HALVES:
            one = told(half, way)
            groups = (list(STATUS), ["not"], ["unsure"])
            matched = " | ".join(f"{one.counted('matched', labels)} of {one.of(labels)}" for labels in groups)
            proposed = " | ".join(str(one.counted("proposed", labels)) for labels in groups[:2])
            lines.append(
                f"| {names[way]} | {half} | {one.precision:.2f} | {one.recall:.2f} | {matched} | {proposed} |"
                f" {one.right} of {one.counted('matched', groups[0])} |"
            )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the figures, or the errors of the open half; or write the figures into the documentation."""
    given = argparse.ArgumentParser(description=main.__doc__)
    given.add_argument("--errors", action="store_true", help="print the errors of the open half")
    given.add_argument("--write", action="store_true", help="write the figures into docs/practice.md")
    asked = given.parse_args()
    if asked.errors:
        for pair, came in errors():
            counted = Counter(claim["register"] for claim in pair.later.claims)
            sys.stdout.write(
                f"{pair.pair} {pair.label} but {came.match} ({came.status}): {pair.why} {dict(counted)}\n"
                f"  {pair.said.claims[0]}\n  {pair.later.claims}\n"
            )
    elif asked.write:
        head, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
        PAGE.write_text(f"{head}{BEGIN}\n{table()}\n{END}{rest.partition(END)[2]}", "utf-8")
    else:
        sys.stdout.write(table(WAYS))


if __name__ == "__main__":
    main()
