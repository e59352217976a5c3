"""What scoring claims against gold records comes to: figures, losses, and what two runs differ in."""

from __future__ import annotations

from typing import Any

import msgspec

__all__ = ["Changes", "Evaluation", "Figures", "Loss", "Lost", "Place", "Value"]


class Figures(msgspec.Struct):
    """Values right, values that gold states, values claimed where gold states or closes the slot."""

    right: int = 0
    stated: int = 0
    claimed: int = 0

    @property
    def precision(self) -> float:
        """Share of the claimed values that are right, 0 to 1."""
        return self.right / self.claimed if self.claimed else 0.0

    @property
    def recall(self) -> float:
        """Share of the stated values that were found, 0 to 1."""
        return self.right / self.stated if self.stated else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Place(msgspec.Struct, frozen=True):
    """A sentence of a page: code points, 0-based, half-open, into its archived text, and its words."""

    start: int
    end: int
    text: str


class Lost(msgspec.Struct, frozen=True):
    """A value that gold states and a claim does not give, with what the claim gives in that slot."""

    slot: str
    wanted: Any
    got: list[Any]


class Loss(msgspec.Struct, frozen=True):
    """One place where claims and gold part.

    Attributes:
        kind: `missed` (no claim), `partly` (a claim without all of it) or `wrong` (a claim that is not in gold).
        document: file name of the page.
        register: the register.
        gold: the gold record; empty for `wrong`.
        claim: the claim; empty for `missed`.
        lost: for `partly`, the values that the claim does not give.
        place: the sentence it is about, once it was looked for; None where it cannot be told.
    """

    kind: str
    document: str
    register: str
    gold: dict[str, Any]
    claim: dict[str, Any]
    lost: tuple[Lost, ...] = ()
    place: Place | None = None


class Value(msgspec.Struct, frozen=True):
    """A value that gold states, and whether it was found.

    Attributes:
        document: file name of the page.
        register: the register.
        record: which gold record of that page and register, counted from 0.
        slot: the slot.
        value: the value.
        found: whether a claim gives it.
    """

    document: str
    register: str
    record: int
    slot: str
    value: Any
    found: bool


class Evaluation(msgspec.Struct):
    """Figures by register, every loss, and every value that gold states."""

    registers: dict[str, Figures]
    losses: list[Loss]
    values: list[Value] = []

    @property
    def total(self) -> Figures:
        """The figures of all registers together."""
        sums = [sum(getattr(f, name) for f in self.registers.values()) for name in ("right", "stated", "claimed")]
        return Figures(*sums)


class Changes(msgspec.Struct, frozen=True):
    """What two runs differ in.

    Attributes:
        won: gold values that the new run finds and the other did not.
        lost: gold values that the other found and the new run does not.
        worse: claims that are not in gold and that the other run did not make.
        better: claims that are not in gold, of the other run, that the new run does not make.
    """

    won: list[Value]
    lost: list[Value]
    worse: list[Loss]
    better: list[Loss]
