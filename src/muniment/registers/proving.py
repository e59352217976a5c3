"""Proving a row: by which rule each of its values came about, and the row folded again from what the proof holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from muniment.registers import REGISTERS
from muniment.registers.fold import fold
from muniment.registers.row import Judgement, Row, Telling
from muniment.registers.spec import MERGES, Field
from muniment.registers.stages import ACTION_STATUS, ORDERS

__all__ = ["ProvedValue", "RuleNamed", "proved_values", "refolded", "rule_of"]

_ACTS = (
    "actions.merged",
    "each act once, however often it is told; an act of consent is each member's own; a plan is left out once a deed "
    "settles it",
    "Vienna Convention on the Law of Treaties (1969), articles 9, 11 to 16 and 24",
)


class RuleNamed(msgspec.Struct, frozen=True):
    """A rule by which a value came about.

    Attributes:
        name: its name, `merge.fullest`.
        words: what it does.
        source: the article or standard it comes from; empty where it is this product's own.
    """

    name: str
    words: str
    source: str = ""


class ProvedValue(msgspec.Struct, frozen=True):
    """One value of a row, and how it came about.

    Attributes:
        slot: the slot.
        value: what the row shows; None where a person took a value away.
        rule: how it was made from what was told.
        claims: ids of the claims that give it.
        decisions: entries of the decisions that set it.
        inputs: what each claim that gives the slot tells of it, by claim id.
        also: other forms that agree with it.
        conflicts: the values pages disagree on, the one shown first, each as `{value, claims}`.
    """

    slot: str
    value: Any
    rule: RuleNamed
    claims: list[str]
    decisions: list[int]
    inputs: dict[str, Any]
    also: list[Any] = []
    conflicts: list[dict[str, Any]] = []


_CORRECTED = RuleNamed("decision.corrected", "a person's decision outweighs every reading until another undoes it")

_STATUS = {
    "meetings": RuleNamed(
        "stage.meeting",
        "the statement of the later page; a meeting once held stays held, and what is told against it later is shown "
        "beside it",
    ),
    "instruments": RuleNamed(
        "stage.instrument",
        "the furthest stage that acts done and statuses told lead to, in the order of their dates; a setback holds "
        "until a later act goes on",
        "Vienna Convention on the Law of Treaties (1969), articles 9 to 16, 24, 39 to 42 and 54 to 57; UN Treaty "
        "Handbook (2012)",
    ),
}


def rule_of(register: str, field: Field) -> RuleNamed:
    """Return the rule by which a slot's tellings are brought together."""
    if field.type == "actions":
        return RuleNamed(*_ACTS)
    if field.merge == "status":
        order = ", ".join(ORDERS.get((register, field.name), ()))
        return _STATUS.get(register) or RuleNamed("stage.furthest", f"the furthest of: {order}")
    return RuleNamed(f"merge.{field.merge}", MERGES[field.merge])


def proved_values(row: Row) -> list[ProvedValue]:
    """Return every value of a row with how it came about, in the register's order; slots taken away by people too."""
    register = REGISTERS[row.register]
    fields = {field.name: field for field in register.fields}
    slots = [name for name in fields if name in row.slots or name in row.corrected]
    slots += [name for name in row.slots if name not in fields]
    found = []
    for slot in slots:
        field = fields.get(slot) or Field(slot, slot, "text", "")
        given = row.given_by.get(slot, [])
        found.append(
            ProvedValue(
                slot=slot,
                value=row.slots.get(slot),
                rule=_CORRECTED if slot in row.corrected else rule_of(row.register, field),
                claims=[claim for claim in given if not claim.startswith("decision:")],
                decisions=[int(one.removeprefix("decision:")) for one in given if one.startswith("decision:")],
                inputs=_inputs(row, slot),
                also=row.also.get(slot, []),
                conflicts=row.conflicts.get(slot, []),
            )
        )
    return found


def _inputs(row: Row, slot: str) -> dict[str, Any]:
    """Return what each telling gives for a slot, under its first claim; of a text's status, the acts too."""
    found: dict[str, Any] = {}
    for one in row.tellings:
        value = one.slots.get(slot)
        if value in (None, "", []) and (row.register, slot) == ("instruments", "status"):
            acts = one.slots.get("actions") or ()
            value = [act for act in acts if not act.get("planned") and act.get("action") in ACTION_STATUS]
        if value not in (None, "", []) and one.count and one.claims:
            found[one.claims[0]] = value
    return found


def refolded(register: str, row: str, tellings: Sequence[Telling], judgements: Sequence[Judgement]) -> Row:
    """Return the row that tellings and decisions make: what was proved, made again."""
    ordered = sorted(tellings, key=lambda one: (one.position, one.content))
    return fold(register, row, ordered, judgements)
