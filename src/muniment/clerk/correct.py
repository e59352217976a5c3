"""Correct: what people know better, or what no page told, each an entry with author, basis and time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from muniment.clerk.clock import now
from muniment.clerk.ports import Clock, Stores
from muniment.clerk.project import enter
from muniment.clerk.rows import find_row
from muniment.clerk.slots import check_span, checked_slots, with_article
from muniment.errors import DecisionError
from muniment.ledger import Entry, Filing
from muniment.registers import register as register_named
from muniment.registers.row import Row
from muniment.terms.ids import digest

__all__ = ["Correction", "standing"]


def standing(stores: Stores, subject: str) -> Iterator[Entry]:
    """Yield the decisions about a subject that no later entry undid, in ledger order."""
    entries = sorted(stores.ledger.about([subject]), key=lambda entry: entry.position)
    undone = {entry.body["entry"] for entry in stores.ledger.about([f"entry:{one.position}" for one in entries])}
    return (entry for entry in entries if entry.position not in undone)


class Correction(msgspec.Struct, frozen=True):
    """A person who files decisions: who it is, and on what basis.

    Attributes:
        stores: the record.
        author: the person's name.
        basis: how they know: a letter, a note verbale, an archive.
        clock: gives the time of filing.
    """

    stores: Stores
    author: str
    basis: str
    clock: Clock = now

    def correct(self, register: str, row: str, slots: Mapping[str, Any]) -> Entry:
        """Return the entry that gives a row's slots other values; None takes a value away.

        Raises:
            Unknown: there is no such register.
            DecisionError: no such row, no such slot, a value the slot cannot have, or one the row cannot do without.
        """
        found, known = self._row(register, row), register_named(register)
        if not slots:
            raise DecisionError(
                "nothing to correct", code="no-slots", where=found.id, hint="Give a slot and its value."
            )
        given = checked_slots(known, slots, clearing=True)
        corrected = {**found.slots, **given}
        check_span(known, corrected)
        for group in known.missing(corrected):
            if group not in known.missing(found.slots):
                raise DecisionError(
                    f"{with_article(known.singular)} needs {' or '.join(group)}", code="slot-missing",
                    where=f"{register} {found.id}", hint="Give another value, or withdraw the row.",
                )  # fmt: skip
        return self._file("corrected", {"register": register, "row": found.id, "slots": given})

    def withdraw(self, register: str, row: str) -> Entry:
        """Return the entry that takes a row out of its register.

        Raises:
            Unknown: there is no such register.
            DecisionError: no such row, or it is withdrawn already.
        """
        found = self._row(register, row)
        if found.withdrawn:
            raise DecisionError("is not in the register any more", code="withdrawn", where=f"{register} {row}")
        return self._file("withdrawn", {"register": register, "row": found.id})

    def add(self, register: str, slots: Mapping[str, Any]) -> Entry:
        """Return the entry that files what no page told.

        Raises:
            Unknown: there is no such register.
            DecisionError: no such slot, a value the slot cannot have, or too little to tell the row by.
        """
        known = register_named(register)
        given = checked_slots(known, slots, clearing=False)
        check_span(known, given)
        for group in known.missing(given):
            raise DecisionError(
                f"{with_article(known.singular)} needs {' or '.join(group)}", code="slot-missing", where=register,
                hint="Give at least one of them.",
            )  # fmt: skip
        place = self.stores.ledger.head().position + 1
        claim = digest(["decision", place, register, given])
        return self._file("added", {"claim": claim, "register": register, "slots": given})

    def same_as(self, register: str, a: str, b: str) -> Entry:
        """Return the entry that says two rows are one.

        Raises:
            Unknown: there is no such register.
            DecisionError: no such rows, or they are one row already.
        """
        return self._pair("same", register, a, b)

    def not_same_as(self, register: str, a: str, b: str) -> Entry:
        """Return the entry that says two rows are two, so that nothing brings them together.

        Raises:
            Unknown: there is no such register.
            DecisionError: no such rows, or they are one row.
        """
        return self._pair("distinct", register, a, b)

    def unsure_of(self, register: str, a: str, b: str) -> Entry:
        """Return the entry that says that nobody can tell whether two rows are one, so that they are proposed no more.

        Raises:
            Unknown: there is no such register.
            DecisionError: no such rows, or they are one row.
        """
        one, two = self._row(register, a), self._row(register, b)
        if one.id == two.id:
            raise DecisionError("a row and itself cannot be judged", code="same-row", where=f"{register} {one.id}")
        anchors = {"a": self._anchor(register, a), "b": self._anchor(register, b)}
        return self._file("unsure", {"register": register, **anchors})

    def undo(self, position: int) -> Entry:
        """Return the entry that undoes an earlier decision.

        Raises:
            DecisionError: there is no such entry, it is no decision, or it is undone already.
        """
        where = f"entry {position}"
        found = next(self.stores.ledger.read(position - 1, 1), None) if position > 0 else None
        if found is None:
            raise DecisionError(
                "there is no such entry", code="unknown-entry", where=where,
                hint=f"The last one is entry {self.stores.ledger.head().position}.",
            )  # fmt: skip
        if not found.kind.startswith("decision.") or found.kind.startswith("decision.undone/"):
            raise DecisionError(
                f"is no decision that can be undone, but {found.kind}", code="no-decision", where=where,
                hint="A reading is corrected or withdrawn; what was undone is decided anew.",
            )  # fmt: skip
        for undone in self.stores.ledger.about([f"entry:{position}"]):
            raise DecisionError(f"was undone already, by entry {undone.position}", code="undone", where=where)
        return self._file("undone", {"entry": position})

    def found(self, commitment: str, register: str, row: str, *, holds: bool) -> Entry:
        """Return the entry that says whether what a row tells shows that a commitment was kept.

        Raises:
            Unknown: there is no such register.
            DecisionError: no such rows.
        """
        by = self._anchor(register, row)
        return self._file("found", {"claim": self._anchor("commitments", commitment), "by": by, "holds": holds})

    def guide(self, commitment: str, guideline: str) -> Entry:
        """Return the entry that says what full, partial and no compliance with a commitment would be.

        Raises:
            DecisionError: no such row, or no words.
        """
        if not guideline.strip():
            raise DecisionError(
                "a guideline needs its words", code="no-guideline", where=commitment,
                hint="Say what earns +1, 0 and -1, and what does not count.",
            )  # fmt: skip
        return self._file("guided", {"claim": self._anchor("commitments", commitment), "guideline": guideline.strip()})

    def score(self, commitment: str, score: int, guideline: int) -> Entry:
        """Return the entry of one scorer's judgement of a commitment, by the guideline at a position of the ledger.

        Raises:
            DecisionError: no such row, no score of -1, 0 or 1, or no guideline of this commitment at that position.
        """
        claim = self._anchor("commitments", commitment)
        entry = next(self.stores.ledger.read(guideline - 1, 1), None) if guideline > 0 else None
        guided = entry is not None and entry.kind.startswith("decision.guided/")
        undone = any(self.stores.ledger.about([f"entry:{guideline}"]))
        if entry is None or not guided or undone or not self._same_row(entry.body["claim"], claim):
            raise DecisionError(
                "a score needs a guideline for this commitment, filed before it", code="no-guideline",
                where=f"entry {guideline}", hint="File one with `muniment promise guide`.",
            )  # fmt: skip
        if score not in (-1, 0, 1):
            raise DecisionError(f"{score} is no score", code="no-score", where="score", hint="Give -1, 0 or 1.")
        return self._file("scored", {"claim": claim, "guideline": guideline, "score": score})

    def _anchor(self, register: str, row: str) -> str:
        """Return a claim that a decision on a row is anchored on, so that it goes where the row goes.

        Raises:
            Unknown: there is no such register.
            DecisionError: no such row.
        """
        found = self._row(register, row)
        return found.claims[0] if found.claims else found.id

    def _same_row(self, claim: str, other: str) -> bool:
        one, two = (self.stores.rows.claim(each) for each in (claim, other))
        return claim == other or (one is not None and two is not None and one.row == two.row)

    def _pair(self, kind: str, register: str, a: str, b: str) -> Entry:
        a, b = self._row(register, a).id, self._row(register, b).id
        if a == b:
            raise DecisionError("a row and itself cannot be judged", code="same-row", where=f"{register} {a}")
        return self._file(kind, {"register": register, "a": a, "b": b})

    def _row(self, register: str, row: str) -> Row:
        """Return the row that a decision is about.

        Raises:
            Unknown: there is no such register.
            DecisionError: there is no such row, or it was merged into another.
        """
        found = find_row(self.stores.rows, register, row, DecisionError)
        if found.merged_into:
            raise DecisionError(
                f"was merged into {found.merged_into}", code="merged", where=f"{register} {row}",
                hint="Decide on that row, or undo the decision that merged them.",
            )  # fmt: skip
        return found

    def _file(self, kind: str, body: dict[str, Any]) -> Entry:
        for name, value in (("author", self.author), ("basis", self.basis)):
            if not value.strip():
                raise DecisionError(
                    f"a decision needs its {name}", code=f"no-{name}", where=name,
                    hint="Say who decides, and how they know.",
                )  # fmt: skip
        filing = Filing(f"decision.{kind}/1", self.author.strip(), {**body, "basis": self.basis.strip()})
        (entry,) = enter(self.stores, [filing], self.clock)
        return entry
