"""Promises: what people found of commitments, and how they scored them, gathered from the ledger."""

from __future__ import annotations

import msgspec

from muniment.clerk.correct import standing
from muniment.clerk.ports import Stores
from muniment.ledger import KINDS
from muniment.ledger.kinds import PROMISES

__all__ = ["Guideline", "Judged", "Score", "Verdict", "judged"]


class Verdict(msgspec.Struct, frozen=True):
    """A person's finding that a row does, or does not, show that a commitment was kept.

    Attributes:
        commitment: id of the commitment's row.
        register: the register of the row that tells of it.
        row: that row's id.
        holds: it shows it.
        author: who found so.
        basis: how they know.
        entry: where in the ledger it stands.
    """

    commitment: str
    register: str
    row: str
    holds: bool
    author: str
    basis: str
    entry: int


class Guideline(msgspec.Struct, frozen=True):
    """What full, partial and no compliance with a commitment would be; whose words, and where it stands."""

    commitment: str
    text: str
    author: str
    basis: str
    entry: int


class Score(msgspec.Struct, frozen=True):
    """One scorer's judgement of a commitment: +1 full, 0 partial, -1 none; by which guideline, and on what basis."""

    commitment: str
    score: int
    guideline: int
    author: str
    basis: str
    entry: int


class Judged(msgspec.Struct, frozen=True):
    """Everything people judged of commitments that was not undone, in ledger order."""

    verdicts: list[Verdict]
    guidelines: list[Guideline]
    scores: list[Score]


def judged(stores: Stores) -> Judged:
    """Return what people judged of commitments; a score falls with its guideline.

    Reads: ledger, claims.
    """
    found = Judged([], [], [])
    for entry in standing(stores, PROMISES):
        body = KINDS.lift(entry).body
        commitment = _row_of(stores, body["claim"])[1]
        if entry.kind.startswith("decision.found/"):
            register, row = _row_of(stores, body["by"])
            found.verdicts.append(
                Verdict(commitment, register, row, body["holds"], entry.author, body["basis"], entry.position)
            )
        elif entry.kind.startswith("decision.guided/"):
            found.guidelines.append(
                Guideline(commitment, body["guideline"], entry.author, body["basis"], entry.position)
            )
        elif any(one.entry == body["guideline"] for one in found.guidelines):
            score, guideline = body["score"], body["guideline"]
            found.scores.append(Score(commitment, score, guideline, entry.author, body["basis"], entry.position))
    return found


def _row_of(stores: Stores, claim: str) -> tuple[str, str]:
    found = stores.rows.claim(claim)
    return (found.register, found.row) if found is not None else ("", claim)
