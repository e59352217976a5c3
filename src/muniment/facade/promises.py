"""What became of promises, and what people judged of them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from muniment.errors import UsageError
from muniment.facade.decisions import Decisions
from muniment.facade.kept import Question
from muniment.facade.looking import Looking, day_of

if TYPE_CHECKING:
    from muniment.clerk.promises import Judged
    from muniment.facade.kept import Kept
    from muniment.ledger import Entry
    from muniment.registers.promises import Promise

__all__ = ["Promises"]


def _bound(one: Promise) -> tuple[str, ...]:
    """Return who is to act, by whose names a commitment is found; nobody is bound by what is only announced."""
    return one.actor if one.register == "commitments" else ()


class Promises(Looking, Decisions):
    """What became of promises."""

    def promises(self, as_of: str | None = None, status: str = "") -> list[Promise]:
        """Return every commitment and every announcement with what became of it on a day, by the day it is due.

        Args:
            as_of: ISO 8601 date, `2026-05-04`; today where none is given. What pages tell later is left out.
            status: only those of this status.

        Raises:
            UsageError: `as_of` is no day, or there is no such status.
        """
        from muniment.rules.promises import STATUSES

        if status and status not in STATUSES:
            raise UsageError(
                f"no promise is {status!r}", code="unknown-status", where="status",
                hint=f"There are: {', '.join(STATUSES)}.",
            )  # fmt: skip
        return [one for one in self.kept_promises(as_of) if status in ("", one.status)]

    def kept_promises(self, as_of: str | None = None) -> Kept[Promise]:
        """Return what `promises` gives, status by status, found by the names of those who are to act.

        Raises:
            UsageError: `as_of` is no day.
        """
        from muniment.clerk.clock import now
        from muniment.registers.promises import Promise
        from muniment.rules.promises import STATUSES

        day = day_of(as_of or now())
        question = Question(
            "promises", Promise, part=lambda one: one.status, about=lambda one: one.row, tags=_bound,
            of_names=True, sort=lambda one: one.due or "9999", order=tuple(STATUSES),
        )  # fmt: skip
        return self.kept(question, day.isoformat(), lambda: (self._promises_on(day), None))

    def commitments_kept(self, as_of: str | None = None) -> list[Promise]:
        """Return what `promises` gives of commitments alone: somebody undertook them, or was asked or told to.

        Raises:
            UsageError: `as_of` is no day.
        """
        return [one for one in self.kept_promises(as_of) if one.register == "commitments"]

    def _promises_on(self, day: datetime.date) -> list[Promise]:
        from muniment.registers.announced import announced
        from muniment.registers.promises import promises

        verdicts = {(one.commitment, one.register, one.row): one.holds for one in self.judged_promises().verdicts}
        not_read = frozenset(self._stores().archive.tally().not_read)
        found = [*promises(self.all_rows, day, not_read, verdicts), *announced(self.all_rows, day, not_read)]
        return sorted(found, key=lambda one: one.due or "9999")

    def judged_promises(self) -> Judged:
        """Return what people judged of commitments: findings, guidelines, and scores by those."""
        from muniment.clerk.promises import judged

        return judged(self._rows())

    def quotations(self, claims: tuple[str, ...]) -> list[dict[str, Any]]:
        """Return the evidence of claims, each with `claim`, `source`, `document`, `start`, `end`, `quote`, `rule`.

        Raises:
            Unknown: there is no such claim.
        """
        found = []
        for claim in claims:
            record = self.claim(claim)
            said = {"attributed_to": record["attributed_to"]} if record.get("attributed_to") else {}
            found += [{"claim": claim, "source": record["source"], **said, **one} for one in record["evidence"]]
        return found

    def judge_proof(  # noqa: PLR0913 - which commitment, which row, the finding, and who says so
        self, commitment: str, register: str, row: str, author: str, basis: str, *, holds: bool
    ) -> Entry:
        """Return the entry that says whether a row shows that a commitment was kept; raises as `correct`."""
        return self._decide(author, basis, lambda person: person.found(commitment, register, row, holds=holds))

    def guide(self, commitment: str, guideline: str, author: str, basis: str) -> Entry:
        """Return the entry of a guideline by which a commitment is to be scored; raises as `correct`."""
        return self._decide(author, basis, lambda person: person.guide(commitment, guideline))

    def score(self, commitment: str, score: int, guideline: int, author: str, basis: str) -> Entry:
        """Return the entry of a scorer's judgement: 1 full, 0 partial, -1 none; raises as `correct`.

        Args:
            commitment: the row's id, or its beginning.
            score: 1, 0 or -1.
            guideline: position in the ledger of a guideline for this commitment.
            author: the scorer.
            basis: what the score rests on.
        """
        return self._decide(author, basis, lambda person: person.score(commitment, score, guideline))
