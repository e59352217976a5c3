"""Treaties as tables and in words: the sign of each status, a line for each treaty and member, a clause's rule."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from muniment.registers.participation import Matrix
from muniment.rules.participation import Participation, Status
from muniment.terms.dates import MONTHS
from muniment.terms.treaty import Condition, ForceClause, Lag

__all__ = ["MATRIX_COLUMNS", "SIGNS", "matrix_lines", "rule_in_words"]

SIGNS: dict[Status, str] = {
    "none": "–", "signed": "S", "law_passed": "L", "deposited": "D", "provisional": "n", "party": "P",
    "party_reserving": "Pr", "withdrawing": "W", "suspended": "U", "former": "F",
}  # fmt: skip
"""Status -> its sign, told apart without colour; "n" as the United Nations' lists of parties have provisional
application (Treaty Handbook, 2012, annex 6)."""

MATRIX_COLUMNS = (
    "organization", "row", "treaty", "kind", "member", "status", "since", "signed", "passed", "deposited",
    "in_force_for_member", "leaves", "reservations", "treaty_signed", "treaty_in_force", "missing", "waiting_for",
    "registration",
)  # fmt: skip
"""Columns of the matrix as CSV: a line for each treaty and member."""


def matrix_lines(matrices: Iterable[Matrix]) -> list[list[Any]]:
    """Return a line of `MATRIX_COLUMNS` for each treaty and member."""
    return [
        [
            one.organization, treaty.row, treaty.title, treaty.kind, own.member, own.status, own.since,
            _first(own, "signed"), _first(own, "passed"), _first(own, "deposited"), own.in_force, own.leaves,
            len(own.reservations), treaty.signed, treaty.in_force,
            treaty.computed.missing if treaty.computed is not None else "", "; ".join(treaty.waiting_for),
            treaty.registration,
        ]
        for one in matrices
        for treaty in one.treaties
        for own in treaty.members
    ]  # fmt: skip


def _first(own: Participation, clock: str) -> str:
    """Return the first day told of a clock; empty where no page gives one."""
    return min((act.date for one in own.clocks if one.name == clock for act in one.acts if act.date), default="")


def rule_in_words(clause: ForceClause | None) -> str:
    """Return the rule of a clause in plain words; how it is told that there is none, or that it is not understood."""
    if clause is None:
        return "no clause on entry into force was found"
    if clause.unread:
        return f"not understood: “{clause.unread}”"
    if clause.for_each:
        return "for each state by itself"
    lag = clause.lag
    parts = [
        f"on {clause.date}" if clause.date else "",
        *_time(lag),
        " and ".join(_asked(one) for one in clause.conditions),
    ]
    further = [
        "then on the first of the next month" if lag.first_of_month else "",
        f"then on the next {lag.next_day[1]} {MONTHS[lag.next_day[0] - 1]}" if lag.next_day else "",
        f"not before {clause.not_before}" if clause.not_before else "",
        f"not within {' '.join(_time(clause.floor)).removesuffix(' after')} of its adoption" if clause.floor else "",
        *(f"or {rule_in_words(other)}" for other in clause.alternatives),
        f"provisionally {rule_in_words(clause.provisional)}" if clause.provisional else "",
    ]
    return ", ".join(part for part in (" ".join(part for part in parts if part), *further) if part)


def _time(lag: Lag) -> list[str]:
    """Return the time of a lag in words, each part with "after"."""
    parts = [f"{lag.months} months after" if lag.months else "", f"{lag.days} days after" if lag.days else ""]
    return [part for part in parts if part]


def _asked(condition: Condition) -> str:
    """Return what a condition asks for: states by name or number, anything else in the treaty's words."""
    if condition.kind == "named":
        return f"the consent of {', '.join(condition.states)}"
    if condition.kind == "count":
        return f"{condition.number} consents (“{condition.text}”)"
    return f"“{condition.text}”"
