"""Review: claims that nobody has read against their pages yet, by doubt and importance, and what came of those read.

A review's acts are entries: `decision.accepted`, `decision.corrected`, `decision.withdrawn` and `decision.noted`, each
about a claim. A claim that a newer reader reads otherwise is another claim, to be reviewed anew; what a person
corrected stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from muniment.clerk.correct import Correction
from muniment.clerk.ports import Stores
from muniment.clerk.show import claim_record
from muniment.clerk.slots import check_span, checked_slots
from muniment.errors import DecisionError, Unknown
from muniment.ledger import KINDS, Entry
from muniment.registers import REGISTERS
from muniment.registers.row import FiledClaim, Row
from muniment.registers.values import names
from muniment.rules.ratification import BINDING_KINDS

__all__ = ["Doubt", "Figure", "Follower", "Queued", "Reviewing", "figures", "queue"]

IMPORTANCE = {
    "instruments": 4, "relations": 4, "tenures": 3, "meetings": 3, "commitments": 3, "operations": 2, "awards": 2,
    "bodies": 2, "situations": 2, "statements": 1,
}  # fmt: skip
"""Register -> how much hangs on its rows (judgement). A binding text counts one more, a page itself not at all."""

_LOOKED_AT = 2_000
"""Open claims that are weighed, the most important registers first; more than are reviewed in a week (judgement)."""

_ACTS = {"accepted": "accepted", "corrected": "corrected", "withdrawn": "rejected"}
"""Decision on a claim -> what it makes of it."""

_TOLD_NAMES = frozenset({"names", "name", "person", "people"})
"""Types of slot whose values should stand in the words quoted."""


class Doubt(msgspec.Struct, frozen=True):
    """A reason to look at a claim: a stable name, how much it weighs, and what it is about."""

    reason: str
    weight: float
    about: str = ""


class Queued(msgspec.Struct, frozen=True):
    """A claim to be reviewed: its record, its row, why it is doubtful, and its place in the queue."""

    claim: dict[str, Any]
    row: Row
    doubts: list[Doubt]
    weight: float


class Figure(msgspec.Struct, frozen=True):
    """What came of a rule's claims in a register; `open` are those that stand and nobody reviewed."""

    register: str
    rule: str
    read: int
    accepted: int
    corrected: int
    rejected: int
    open: int

    @property
    def reviewed(self) -> int:
        """How many were reviewed."""
        return self.accepted + self.corrected + self.rejected


class _Known(msgspec.Struct):
    """A claim as the follower keeps it."""

    register: str
    rule: str
    stands: bool = True
    acts: list[int] = []


class Follower:
    """Follows the ledger and keeps which claims were filed, by which rule, and what people decided on each."""

    def __init__(self) -> None:
        """Begin before the first entry."""
        self.position = 0
        self.claims: dict[str, _Known] = {}
        self._acts: dict[int, tuple[str, str]] = {}
        self._undone: set[int] = set()

    def follow(self, stores: Stores) -> None:
        """Read on to the end of the ledger."""
        for entry in stores.ledger.read(self.position):
            self.position = entry.position
            kind = entry.kind.partition("/")[0]
            if kind.startswith(("claim.", "decision.")):
                self._take(kind, KINDS.lift(entry))

    def _take(self, kind: str, entry: Entry) -> None:
        body = entry.body
        claim = self.claims.get(str(body.get("claim")))
        if kind == "claim.filed":
            evidence = body["evidence"]
            if body["register"] in IMPORTANCE and evidence:
                acts = claim.acts if claim else []
                self.claims[body["claim"]] = _Known(body["register"], evidence[0]["rule"], True, acts)
        elif kind == "claim.dropped" and claim is not None:
            claim.stands = False
        elif kind == "decision.undone":
            self._undone.add(body["entry"])
        elif claim is not None and kind.partition(".")[2] in _ACTS:
            claim.acts.append(entry.position)
            self._acts[entry.position] = (_ACTS[kind.partition(".")[2]], entry.author)

    def state(self, claim: str) -> str:
        """Return what came of a claim: `accepted`, `corrected`, `rejected`; empty where nobody reviewed it."""
        known = self.claims.get(claim)
        acts = [self._acts[one][0] for one in known.acts if one not in self._undone] if known else []
        return acts[-1] if acts else ""

    def open(self) -> Iterator[tuple[str, str, str]]:
        """Yield the claims that stand and nobody reviewed, as id, register and rule, in ledger order."""
        for claim, known in self.claims.items():
            if known.stands and not self.state(claim):
                yield claim, known.register, known.rule


def figures(follower: Follower) -> list[Figure]:
    """Return what came of each rule's claims, by register and rule."""
    counted: dict[tuple[str, str], dict[str, int]] = {}
    for claim, known in follower.claims.items():
        told = counted.setdefault((known.register, known.rule), {})
        state = follower.state(claim) or ("open" if known.stands else "dropped")
        for name in ("read", state):
            told[name] = told.get(name, 0) + 1
    return [
        Figure(register, rule, *(told.get(name, 0) for name in ("read", "accepted", "corrected", "rejected", "open")))
        for (register, rule), told in sorted(counted.items())
    ]


def queue(stores: Stores, follower: Follower, register: str = "", limit: int = 50, offset: int = 0) -> list[Queued]:
    """Return claims that nobody reviewed, the most doubtful of the most important first.

    Args:
        stores: the record.
        follower: what was filed and decided, up to date.
        register: only claims of it; empty for all.
        limit: at most so many.
        offset: so many are passed over first.

    Raises:
        Unknown: there is no such register, or none of its claims are reviewed.
    """
    if register and register not in IMPORTANCE:
        raise Unknown(
            f"no claims of {register[:40]!r} are reviewed", code="unknown-register", where="register",
            hint=f"There are: {', '.join(IMPORTANCE)}.",
        )  # fmt: skip
    waiting = [one for one in follower.open() if register in ("", one[1])]
    waiting.sort(key=lambda one: -IMPORTANCE[one[1]])
    rates = {(one.register, one.rule): one for one in figures(follower)}
    found = []
    for claim, name, rule in waiting[:_LOOKED_AT]:
        filed = stores.rows.claim(claim)
        row = stores.rows.get(name, filed.row) if filed is not None and not filed.dropped else None
        if filed is not None and row is not None and not row.withdrawn:
            found.append((_weight(filed, row, rates[name, rule]), claim, row))
    found.sort(key=lambda one: -one[0])
    return [_queued(stores, claim, row, rates) for _, claim, row in found[offset : offset + limit]]


def _weight(claim: FiledClaim, row: Row, rate: Figure) -> float:
    """Return a claim's place without its words: importance times one and its doubts."""
    importance = IMPORTANCE[claim.register] + (claim.slots.get("kind") in BINDING_KINDS)
    return importance * (1 + sum(one.weight for one in _doubts(claim, row, rate)))


def _doubts(claim: FiledClaim, row: Row, rate: Figure) -> Iterator[Doubt]:
    disputed = [slot for slot, told in row.conflicts.items() if any(claim.id in one["claims"] for one in told)]
    if disputed:
        yield Doubt("disputed", 3, ", ".join(disputed))
    wrong = rate.corrected + rate.rejected
    if wrong:
        yield Doubt("rule", 3 * wrong / rate.reviewed, f"{wrong}/{rate.reviewed}")
    if claim.attributed_to:
        yield Doubt("said", 1, claim.attributed_to)
    register = REGISTERS[claim.register]
    if register.dates and not any(claim.slots.get(name) for name in register.dates) and not claim.slots.get("actions"):
        yield Doubt("undated", 0.5)
    if row.claim_count == 1:
        yield Doubt("alone", 0.25)


def _queued(stores: Stores, claim: str, row: Row, rates: Mapping[tuple[str, str], Figure]) -> Queued:
    record = claim_record(stores, claim)
    filed = stores.rows.claim(claim)
    assert filed is not None  # noqa: S101 - it was there a moment ago, and claims are never forgotten
    rate = rates[filed.register, record["evidence"][0]["rule"]]
    doubts = list(_doubts(filed, row, rate))
    quoted = " ".join(one["quote"] for one in record["evidence"])
    told = [name for field in REGISTERS[filed.register].fields if field.type in _TOLD_NAMES
            for name in names(filed.slots.get(field.name))]  # fmt: skip
    if apart := [name for name in dict.fromkeys(told) if name not in quoted]:
        doubts.append(Doubt("not_quoted", 0, ", ".join(apart[:3])))
    return Queued(record, row, doubts, _weight(filed, row, rate))


class Reviewing(Correction, frozen=True):
    """A person who reviews claims: accepts, corrects, rejects and notes them, each an entry about the claim."""

    def accept(self, claim: str) -> Entry:
        """Return the entry that says that a claim was found right.

        Raises:
            DecisionError: there is no such claim, or it no longer stands.
        """
        found = self._claim(claim)
        return self._file("accepted", {"claim": found.id, "register": found.register})

    def reject(self, claim: str) -> Entry:
        """Return the entry that takes a claim out of its row; a row that rests on it alone goes with it.

        Raises:
            DecisionError: there is no such claim, or it no longer stands.
        """
        found = self._claim(claim)
        return self._file("withdrawn", {"claim": found.id, "register": found.register})

    def note(self, claim: str, note: str) -> Entry:
        """Return the entry of a note on a claim.

        Raises:
            DecisionError: there is no such claim, it no longer stands, or the note has no words.
        """
        found = self._claim(claim)
        if not note.strip():
            raise DecisionError("a note needs its words", code="no-note", where=claim, hint="Write what you saw.")
        return self._file("noted", {"claim": found.id, "register": found.register, "note": note.strip()})

    def set_slots(self, claim: str, slots: Mapping[str, Any]) -> Entry:
        """Return the entry that gives the row of a claim other values, on the ground of that claim's page.

        Raises:
            DecisionError: there is no such claim, no such slot, a value it cannot have, or one it cannot do without.
        """
        found = self._claim(claim)
        known = REGISTERS[found.register]
        if not slots:
            raise DecisionError(
                "nothing to correct", code="no-slots", where=claim, hint="Change a value, or accept the claim."
            )
        given = checked_slots(known, slots, clearing=True)
        row = self._row(found.register, found.row)
        corrected = {**row.slots, **given}
        check_span(known, corrected)
        for group in known.missing(corrected):
            if group not in known.missing(row.slots):
                raise DecisionError(
                    f"the row cannot do without {' or '.join(group)}", code="slot-missing",
                    where=f"{found.register} {row.id}", hint="Give another value, or reject the claim.",
                )  # fmt: skip
        return self._file("corrected", {"claim": found.id, "register": found.register, "slots": given})

    def _claim(self, claim: str) -> FiledClaim:
        found = self.stores.rows.claim(claim)
        if found is None or found.dropped:
            raise DecisionError(
                "there is no such claim" if found is None else "the claim no longer stands",
                code="unknown-claim" if found is None else "dropped", where=claim[:16],
                hint="The queue has those that stand.",
            )  # fmt: skip
        return found
