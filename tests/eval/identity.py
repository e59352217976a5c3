"""How surely tellings are told apart: pairs labelled before the rules were looked at, and the acts of the samples.

`python -m tests.eval.identity` prints the figures; `--errors KIND` prints the errors of the open half of a kind, never
those of the held half; `--write` writes the figures into docs/identity.md.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from tests.eval.scoring import ROOT, SAMPLES
from tests.registers.shelf import Ledger

from muniment.registers.proposals import proposals

CORPUS = ROOT / "tests" / "corpus"
ACTS = CORPUS / "acts" / "samples.jsonl"
PAGE = ROOT / "docs" / "identity.md"
FLOORS = Path(__file__).with_name("identity.toml")
BEGIN = "<!-- figures: written by `python -m tests.eval.identity --write` -->\n"
END = "<!-- end of figures -->"
KINDS = ("people", "bodies", "meetings", "instruments", "operations", "offices")
HALVES = ("open", "held")
TOLD_TWICE = ("meetings", "instruments", "tenures", "operations", "bodies", "awards")
"""Registers of which several pages of the samples tell one act."""


class Pair(msgspec.Struct, frozen=True):
    """Two claims, each with the day of its page, and what they are: `same`, `distinct`, or `unsure` to a person too."""

    pair: str
    half: str
    label: str
    why: str
    first: dict[str, Any]
    second: dict[str, Any]


class Figures(msgspec.Struct, frozen=True):
    """What became of the pairs of a kind, by label: made one, left two but proposed to a person, left two."""

    merged: Counter[str]
    proposed: Counter[str]
    apart: Counter[str]

    @property
    def precision(self) -> float:
        """Of the pairs that were made one and of which a person is sure, those that are one."""
        made = self.merged["same"] + self.merged["distinct"]
        return self.merged["same"] / made if made else 1.0

    @property
    def recall(self) -> float:
        """Of the pairs that are one, those that were made one; a proposal finds none."""
        return self.merged["same"] / (self.merged + self.proposed + self.apart)["same"]


@cache
def pairs(kind: str) -> list[Pair]:
    """Return the labelled pairs of a kind."""
    lines = (CORPUS / "pairs" / f"{kind}.jsonl").read_text("utf-8").splitlines()
    return [msgspec.convert(json.loads(line), Pair) for line in lines]


@cache
def outcomes(kind: str) -> dict[str, str]:
    """Return what becomes of each pair of a kind: `merged`, `proposed` or `apart`; merged if either order does it."""
    found = {}
    for pair in pairs(kind):
        orders = [_folded(one, two) for one, two in ((pair.first, pair.second), (pair.second, pair.first))]
        found[pair.pair] = next(outcome for outcome in ("merged", "proposed", "apart") if outcome in orders)
    return found


def _folded(*claims: dict[str, Any]) -> str:
    """Return what becomes of two claims of one register, each told by a page of its own."""
    ledger = Ledger()
    for number, claim in enumerate(claims):
        page = f"{number}.html"
        slots = {slot: value for slot, value in claim.items() if slot not in ("register", "published")}
        ledger.claim("documents", {"title": f"Page {number}", "published": claim["published"]}, page)
        ledger.claim(claim["register"], slots, page)
    rows = ledger.rows(claims[0]["register"])
    if len(rows) == 1:
        return "merged"
    register = claims[0]["register"]
    return "proposed" if list(proposals(register, rows, lambda one, two: False)) else "apart"


def told(kind: str, half: str) -> Figures:
    """Return what became of the pairs of one half of a kind."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs(kind):
        if pair.half == half:
            counted[outcomes(kind)[pair.pair]][pair.label] += 1
    return Figures(counted["merged"], counted["proposed"], counted["apart"])


def errors(kind: str) -> Iterator[tuple[str, Pair]]:
    """Yield, of the open half, what became of the pairs that were made one wrongly, or should have been."""
    for pair in pairs(kind):
        outcome = outcomes(kind)[pair.pair]
        if pair.half == "open" and (outcome == "merged") != (pair.label == "same"):
            yield outcome, pair


@cache
def clusters() -> dict[str, tuple[dict[str, str], dict[str, int]]]:
    """Return, by register, the act of each gold record of the samples, and the row that folding them all puts it in.

    A record that is listed with no other is an act of its own; one whose act nobody can tell is left out.
    """
    acts: dict[str, str | None] = {}
    for line in ACTS.read_text("utf-8").splitlines():
        act = json.loads(line)
        acts |= dict.fromkeys(act["members"], act["act"] and f"{act['register']}: {act['act']}")
    ledger, found = Ledger(), {register: ({}, {}) for register in TOLD_TWICE}
    for file in sorted((SAMPLES / "gold").glob("*.jsonl")):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
            record = json.loads(line)
            slots = {
                slot: value for slot, value in record.items() if slot not in ("doc", "register", "none", "optional")
            }
            member = f"{file.stem}#{number}"
            if record["register"] in TOLD_TWICE:
                ledger.claim(record["register"], slots, record["doc"], claim=member)
                if (act := acts.get(member, member)) is not None:
                    found[record["register"]][0][member] = act
    for register, (members, places) in found.items():
        for number, row in enumerate(ledger.rows(register)):
            places |= {claim: number for one in row.tellings for claim in one.claims if claim in members}
    return found


def b_cubed(register: str) -> tuple[float, float, float, int]:
    """Return B-cubed precision, recall and F1 of a register of the samples, and how many records were weighed.

    Source: A. Bagga, B. Baldwin, Algorithms for scoring coreference chains, 1998.
    """
    acts, rows = clusters()[register]
    shares = []
    for member, act in acts.items():
        row = {other for other, place in rows.items() if place == rows[member]}
        true = {other for other, its in acts.items() if its == act}
        shares.append((len(row & true) / len(row), len(row & true) / len(true)))
    precision, recall = (sum(share[at] for share in shares) / len(shares) for at in (0, 1))
    return precision, recall, 2 * precision * recall / (precision + recall), len(shares)


def figures() -> Iterator[tuple[str, float]]:
    """Yield every figure that has a floor, by name."""
    for kind in KINDS:
        for half in HALVES:
            one = told(kind, half)
            yield f"{kind} {half} precision", one.precision
            yield f"{kind} {half} recall", one.recall
    for register in TOLD_TWICE:
        precision, recall, _, _ = b_cubed(register)
        yield f"samples {register} precision", precision
        yield f"samples {register} recall", recall


def floors() -> dict[str, float]:
    """Return the pinned floors by name."""
    return tomllib.loads(FLOORS.read_text("utf-8"))


def table() -> str:
    """Return the figures as two tables."""
    lines = [
        "| pairs | half | precision | recall | one, made one | two, made one | doubtful, made one |"
        " one, proposed | two, proposed | doubtful, proposed |",
        "| --- | --- |" + " ---: |" * 8,
    ]
    for kind in KINDS:
        for half in HALVES:
            one = told(kind, half)
            of = [(label, (one.merged + one.proposed + one.apart)[label]) for label in ("same", "distinct", "unsure")]
            made = " | ".join(f"{one.merged[label]} of {count}" for label, count in of)
            proposed = " | ".join(str(one.proposed[label]) for label, _ in of)
            lines.append(f"| {kind} | {half} | {one.precision:.2f} | {one.recall:.2f} | {made} | {proposed} |")
    lines += ["", "| samples | records | precision | recall | F1 |", "| --- |" + " ---: |" * 4]
    for register in TOLD_TWICE:
        precision, recall, f1, count = b_cubed(register)
        lines.append(f"| {register} | {count} | {precision:.2f} | {recall:.2f} | {f1:.2f} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the figures, or the errors of one kind's open half; or write the figures into the documentation."""
    given = argparse.ArgumentParser(description=main.__doc__)
    given.add_argument("--errors", choices=KINDS, help="print the errors of the open half of a kind")
    given.add_argument("--write", action="store_true", help="write the figures into docs/identity.md")
    asked = given.parse_args()
    if asked.errors:
        for outcome, pair in errors(asked.errors):
            if pair.label != "unsure" or outcome == "merged":
                told_of = f"{pair.pair} ({pair.label}: {pair.why})\n  {pair.first}\n  {pair.second}"
                sys.stdout.write(f"{outcome}: {told_of}\n")
    elif asked.write:
        head, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
        PAGE.write_text(f"{head}{BEGIN}\n{table()}\n{END}{rest.partition(END)[2]}", "utf-8")
    else:
        sys.stdout.write(table())


if __name__ == "__main__":
    main()
