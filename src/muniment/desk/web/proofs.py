"""The proof of a row: each value with its rule and what it was made from, down to entries and hashes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web import spoken, words
from muniment.desk.web.asking import as_of, form_of, require_known
from muniment.desk.web.faults import wrong
from muniment.desk.web.room import room_of
from muniment.registers import Field, Register
from muniment.registers.proving import ProvedValue, RuleNamed
from muniment.registers.values import cell

__all__ = ["Shown", "proof", "shown_values"]


class Shown(msgspec.Struct, frozen=True):
    """A value as the page shows it.

    Attributes:
        label: the slot's name for people.
        value: the value, set; empty where a person took it away.
        rule: how it came about.
        inputs: what was told, each with the numbers of the claims that tell it so.
        decisions: entries of the decisions that set it.
        also: other forms that agree with it.
        conflicts: values that pages disagree on, the one shown first, with the numbers of their claims.
    """

    label: str
    value: Any
    rule: RuleNamed
    inputs: list[tuple[str, list[int]]]
    decisions: list[int]
    also: list[str]
    conflicts: list[tuple[str, list[int]]]


def shown_values(register: Register, values: Sequence[ProvedValue], number: Mapping[str, int]) -> list[Shown]:
    """Return the values of a proof for people; `number` counts the claims as the page does."""
    fields = {field.name: field for field in register.fields}
    found = []
    for one in values:
        field = fields.get(one.slot) or Field(one.slot, words.plain(one.slot), "text", "")
        told: dict[str, list[int]] = {}
        for claim, value in one.inputs.items():
            told.setdefault(_flat(value), []).append(number.get(claim, 0))
        found.append(
            Shown(
                field.label, words.set_value(register, field, one.value) if one.value not in (None, "", []) else "",
                one.rule, list(told.items()), one.decisions, [_flat(form) for form in one.also],
                [(_flat(other["value"]), [number[name] for name in other["claims"] if name in number])
                 for other in one.conflicts],
            )
        )  # fmt: skip
    return found


def _flat(value: Any) -> str:
    text = " ".join(cell(value).replace("_", " ").split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


_LONGEST = 400
"""Code points of a value as it was told that the page shows."""


def proof(request: Request) -> Response:
    """Return the proof of a row, for people or as the JSON that `muniment explain --check` takes.

    Raises:
        UsageError: it is asked for as a table.
    """
    require_known(request, "as_of")
    room, day = room_of(request), as_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    register = spoken.register(request.path_params["register"])
    row = room.record.row(register.name, request.path_params["row"])
    found = room.record.proof(row, day)
    if form in ("csv", "jsonl"):
        raise wrong("no-columns", "format", code="unknown-format")
    if form == "json":
        return room.data("json", found)
    number = {claim.id: place for place, claim in enumerate(found.claims, 1)}
    return room.page(
        "proof.html", request, title=found.caption, active=register.name, register=register, proof=found, row=row,
        numbered=[{"id": name, "number": place} for name, place in number.items()],
        values=shown_values(register, found.values, number), entries={one.position: one for one in found.entries},
        further=sum(max(one.count - len(one.claims), 0) for one in found.tellings),
        standing=room.record.treaty(row, day) if register.name == "instruments" else None,
    )  # fmt: skip
