"""Stages: how far a meeting, an operation, a body or a text has come, from all that is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from muniment.registers.merge import Merged, Told, claims_of
from muniment.registers.row import Telling

__all__ = ["ORDERS", "furthest", "instrument_stage", "meeting_stage"]

ORDERS: dict[tuple[str, str], tuple[str, ...]] = {
    ("tenures", "basis"): ("attested", "designated", "appointed", "elected", "re-elected"),
    ("statements", "mode"): ("reported", "direct"),
    ("operations", "status"): ("planned", "ongoing", "completed"),
    ("bodies", "status"): ("forming", "active", "dissolved"),
}
"""Stages of which the furthest told is shown."""

_INSTRUMENT = {
    "draft": 0, "under_consideration": 1, "agreed": 2, "submitted": 3, "deferred": 3, "returned": 3,
    "not_adopted": 4, "adopted": 4, "signed": 5, "in_force": 6, "suspended": 7, "terminated": 8, "withdrawn": 8,
}  # fmt: skip
"""How far each status of a text is."""

_SETBACKS = frozenset({"deferred", "returned", "not_adopted", "withdrawn"})

ACTION_STATUS = {
    "propose": "draft", "draft": "draft", "consider": "under_consideration", "agree": "agreed", "submit": "submitted",
    "adopt": "adopted", "approve": "adopted", "not_adopt": "not_adopted", "reject": "not_adopted",
    "return": "returned", "defer": "deferred", "sign": "signed", "enter_into_force": "in_force", "extend": "in_force",
    "suspend": "suspended", "terminate": "terminated",
}  # fmt: skip
"""The status that an action done gives a text. Ratification by one state gives none: others may be wanting."""


def _shown(told: Sequence[Told], value: Any, conflicts: list[dict[str, Any]] | None = None) -> Merged:
    return Merged(value, claims_of([one for one in told if one.value == value]), [], conflicts or [])


def furthest(order: Sequence[str], told: Sequence[Told]) -> Merged:
    """Return the furthest stage told; a person's own entry goes before all readings."""
    own = [one for one in told if one.telling.origin == "person"] or told
    value = max((one.value for one in own), key=lambda stage: order.index(stage) if stage in order else -1)
    return _shown(told, value)


def meeting_stage(told: Sequence[Told]) -> Merged:
    """Return whether a meeting was held: the statement of the later source wins, and a meeting once held stays so.

    A source that carries no date comes before all that do. A cancellation or postponement stated after the meeting was
    reported held, or on the same day, contradicts the report; of undated sources the one filed later is the later.
    """
    own = [one for one in told if one.telling.origin == "person"] or told
    in_time = sorted(own, key=lambda one: (one.telling.last_stated, one.telling.position))
    held = [one for one in in_time if one.value == "held"]
    off = [one for one in in_time if one.value in ("cancelled", "postponed")]
    if held:
        first = held[0].telling
        against = [
            one
            for one in off
            if one.telling.last_stated > first.last_stated
            or (one.telling.last_stated == first.last_stated and (first.last_stated or _after(one, first)))
        ]
        conflicts = [{"value": "held", "claims": claims_of(held)}]
        conflicts += [{"value": one.value, "claims": claims_of([one])} for one in against]
        return _shown(told, "held", conflicts if against else None)
    return _shown(told, in_time[-1].value)


def _after(one: Told, first: Telling) -> bool:
    return one.telling.position > first.position


def instrument_stage(told: Sequence[Told], acts: Sequence[tuple[dict[str, Any], list[str]]]) -> Merged:
    """Return how far a text has come, from the statuses told and the actions done, each with its claims.

    Dated actions are taken in the order of their dates, after everything undated; a setback (deferred, returned, not
    adopted) holds until a later action goes on.
    """
    steps = [
        (one.telling.last_stated if one.value in _SETBACKS else "", str(one.value), claims_of([one])) for one in told
    ]
    steps += [
        (str(act.get("date") or ""), ACTION_STATUS[act["action"]], claims)
        for act, claims in acts
        if not act.get("planned") and act.get("action") in ACTION_STATUS
    ]
    own = [one for one in told if one.telling.origin == "person"]
    if own:
        return _shown(told, own[-1].value)
    if not steps:
        return Merged(None, [], [], [])
    steps.sort(key=lambda step: (step[0], _INSTRUMENT.get(step[1], -1)))
    date, value, _ = steps[0]
    for later, stage, _ in steps[1:]:
        onward = _INSTRUMENT.get(stage, -1) >= _INSTRUMENT.get(value, -1)
        resumed = value in _SETBACKS and later > date
        if onward or resumed or (stage in _SETBACKS and later > date and value != "in_force"):
            date, value = later, stage
    claims = [claim for _, stage, given in steps if stage == value for claim in given]
    return Merged(value, list(dict.fromkeys(claims)), [], [])
