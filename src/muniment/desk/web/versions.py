"""Two versions of a page side by side: which claims changed between them, and which words."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web import spoken
from muniment.desk.web.asking import form_of, require_known, whole
from muniment.desk.web.catalogue import say
from muniment.desk.web.differences import pairs, runs
from muniment.desk.web.faults import wrong
from muniment.desk.web.room import room_of
from muniment.desk.web.words import set_value
from muniment.registers import Register
from muniment.registers.values import cell

__all__ = ["Changed", "versions"]

_ORDER = ("changed", "gone", "new")
"""What became of a claim, in the order that it is shown; what is the same is only counted."""


class Changed(msgspec.Struct, frozen=True):
    """A claim that came, went or changed: its row, what it tells, and the slots that differ, before and after."""

    register: Register
    row: str
    what: str
    title: str
    slots: list[tuple[str, Markup, Markup]]


def _shown(change: Any) -> Changed:
    register = spoken.register(change.register)
    told = change.after or change.before
    slots = [
        (_label(register, name), _value(register, name, change.before), _value(register, name, change.after))
        for name in change.slots
    ]
    return Changed(register, change.row, change.what, register.caption(told), slots)


def _label(register: Register, name: str) -> str:
    known = {field.name: field.label for field in register.fields}
    return known.get(name) or say("versions.told_by")


def _value(register: Register, name: str, slots: dict[str, Any]) -> Markup:
    value = slots.get(name)
    if value in (None, "", []):
        return Markup("")
    field = next((field for field in register.fields if field.name == name), None)
    if field is None or field.type in ("actions", "numbers"):
        return Markup("{}").format(cell(value))
    return set_value(register, field, value)


def versions(request: Request) -> Response:
    """Return a version of a page beside another, in the form asked for.

    Raises:
        UsageError: there is one version only, or it is asked for as a table.
        Unknown: there is no such document or version.
    """
    room = room_of(request)
    require_known(request, "with")
    form = form_of(request, request.path_params.get("form", ""))
    if form in ("csv", "jsonl"):
        raise wrong("no-columns", "format", code="unknown-format")
    document = request.path_params["document"]
    found = room.record.versions(document, whole(request.query_params, "with", 0) or None)
    if form != "html":
        return room.data("json", msgspec.to_builtins(found))
    told = [change for change in found.claims if change.what != "same"]
    told.sort(key=lambda change: _ORDER.index(change.what))
    side_by_side = pairs(found.before.body, found.after.body)
    return room.page(
        "versions.html", request, title=say("versions.title"), active="documents", view=room.record.document(document),
        found=found, claims=[_shown(change) for change in told], counts=Counter(one.what for one in found.claims),
        runs=runs(side_by_side), alike=all(pair.what == "same" for pair in side_by_side),
    )  # fmt: skip
