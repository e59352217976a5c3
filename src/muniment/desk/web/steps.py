"""What became of a text: its actions in order, done and planned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from muniment.desk.web.words import acted
from muniment.registers.row import Row
from muniment.registers.values import names

__all__ = ["Step", "steps_of"]


class Step(msgspec.Struct, frozen=True):
    """One thing done with a text, or planned.

    Attributes:
        what: in words: "Signed", "To be submitted".
        date: ISO 8601; empty where no page gives it.
        by: who acts.
        to: who receives.
        place: where.
        planned: still to come when it was told.
        claims: numbers of the claims on the page that tell of it.
        told_by: the speakers, where only speakers' own words tell of it.
        disputed: pages disagree on it.
    """

    what: str
    date: str
    by: list[str]
    to: list[str]
    place: str
    planned: bool
    claims: list[int]
    told_by: list[str]
    disputed: bool


def steps_of(row: Row, claims: Sequence[Mapping[str, Any]]) -> list[Step]:
    """Return the actions on a text, those done by date, then those planned; `claims` as the page numbers them."""
    disputed = [told["value"] for told in row.conflicts.get("actions", [])]
    steps = [_step(action, claims, action in disputed) for action in _acts(row.slots)]
    return sorted(steps, key=lambda step: (step.planned, not step.date, step.date))


def _acts(slots: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    told = slots.get("actions")
    return [act for act in told if isinstance(act, dict)] if isinstance(told, list) else []


def _step(action: Mapping[str, Any], claims: Sequence[Mapping[str, Any]], disputed: bool) -> Step:
    telling = _telling(action, claims, sure=True) or _telling(action, claims, sure=False)
    speakers = [str(claims[number - 1].get("attributed_to") or "") for number in telling]
    return Step(
        what=acted(action), date=str(action.get("date") or ""), by=names(action.get("by")), to=names(action.get("to")),
        place=str(action.get("place") or ""), planned=bool(action.get("planned")), claims=telling,
        told_by=list(dict.fromkeys(speakers)) if speakers and all(speakers) else [], disputed=disputed,
    )  # fmt: skip


def _telling(action: Mapping[str, Any], claims: Sequence[Mapping[str, Any]], *, sure: bool) -> list[int]:
    """Return the numbers of the claims that tell of an action."""
    return [
        number for number, claim in enumerate(claims, 1) if any(_tells(told, action, sure) for told in _acts(claim))
    ]


def _tells(told: Mapping[str, Any], action: Mapping[str, Any], sure: bool) -> bool:
    """Whether a claim's action is the row's: the same act and stage, and no date or actor against it.

    With `sure`, a date or an actor in common is asked for as well, where either states any.
    """
    if told.get("action") != action.get("action") or bool(told.get("planned")) != bool(action.get("planned")):
        return False
    a, b = str(told.get("date") or ""), str(action.get("date") or "")
    by, of = set(names(told.get("by"))), set(names(action.get("by")))
    dated, shared = bool(a and b and (a.startswith(b) or b.startswith(a))), bool(by & of)
    if (a and b and not dated) or (by and of and not shared):
        return False
    return not sure or dated or shared or not (a or b or by or of)
