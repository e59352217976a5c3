"""Marks: what keeps a telling from looking like more than it is. Said, planned, draft, stub, disputed, corrected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from muniment.desk.web.catalogue import say
from muniment.desk.web.words import acted
from muniment.registers.attribution import told_only_by
from muniment.registers.row import Row
from muniment.registers.values import names

__all__ = ["Mark", "marks_of", "marks_of_claim"]


class Mark(msgspec.Struct, frozen=True):
    """A mark on a row or claim.

    Attributes:
        kind: `said`, `planned`, `draft`, `stub`, `disputed`, `person`, `profile` or `gone`; gives its colour.
        text: two to six words.
        help: one sentence on what it means.
    """

    kind: str
    text: str
    help: str


_COMMITMENTS = frozenset({"commitment", "intention", "mandate", "request"})
_PLANNED = (
    ("meetings", "status", "announced"), ("meetings", "status", "postponed"), ("meetings", "status", "cancelled"),
    ("operations", "status", "planned"), ("relations", "state", "sought"), ("bodies", "status", "forming"),
    ("tenures", "basis", "designated"),
)  # fmt: skip
"""Register, slot and value that make a row one of things to come."""


def _mark(kind: str, worded: str, /, **values: Any) -> Mark:
    """Return the mark of a kind that is worded under a key."""
    return Mark(kind, say(f"marks.{worded}.text", **values), say(f"marks.{worded}.help"))


def _said(register: str, slots: Mapping[str, Any], attributed_to: str) -> list[Mark]:
    if attributed_to:
        return [_mark("said", "told_by", name=attributed_to)]
    if register == "statements":
        who = names(slots.get("speaker"))
        return [_mark("said", "said_by", name=who[0]) if who else _mark("said", "said")]
    if register == "situations":
        who = names(slots.get("assessed_by"))
        return [_mark("said", "assessed_by", names=", ".join(who[:2])) if who else _mark("said", "assessed")]
    return []


def _planned(register: str, slots: Mapping[str, Any]) -> list[Mark]:
    if register == "commitments":
        kind = str(slots.get("kind"))
        return [_mark("planned", kind if kind in _COMMITMENTS else "to_be_done")]
    for where, slot, value in _PLANNED:
        if where == register and slots.get(slot) == value:
            return [_mark("planned", f"{where}_{value}")]
    actions = slots.get("actions")
    if isinstance(actions, list) and actions and all(action.get("planned") for action in actions):
        return [_mark("planned", "all_planned")]
    dated = [action for action in actions if action.get("date")] if isinstance(actions, list) else []
    last: Mapping[str, Any] = max(dated, key=lambda action: str(action["date"]), default={})
    if last.get("planned"):
        return [_mark("planned", "last_planned", action=acted(last).lower())]
    return []


def _draft(register: str, slots: Mapping[str, Any]) -> list[Mark]:
    if register == "instruments" and (slots.get("draft") or slots.get("status") == "draft"):
        return [_mark("draft", "draft")]
    if register == "documents" and slots.get("stub"):
        return [_mark("stub", "stub")]
    return []


def marks_of_claim(claim: Mapping[str, Any]) -> list[Mark]:
    """Return the marks of one claim's record."""
    register = str(claim["register"])
    found = [*_said(register, claim, str(claim.get("attributed_to") or "")), *_planned(register, claim)]
    return found + _draft(register, claim)


def marks_of(row: Row) -> list[Mark]:
    """Return the marks of a row, what weighs most first."""
    found: list[Mark] = []
    if row.merged_into or row.withdrawn:
        found.append(_mark("gone", "withdrawn"))
    found += _said(row.register, row.slots, row.attributed_to)
    partly = {name for speakers in told_only_by(row).values() for name in speakers} if not row.attributed_to else ()
    if partly:
        found.append(_mark("said", "partly_told_by", names=", ".join(sorted(partly))))
    found += _planned(row.register, row.slots) + _draft(row.register, row.slots)
    if row.conflicts:
        found.append(_mark("disputed", "disagree"))
    if row.corrected:
        found.append(_mark("person", "corrected"))
    origins = {telling.origin for telling in row.tellings if telling.count}
    if origins == {"person"}:
        found.append(_mark("person", "filed_by_person"))
    elif origins == {"profile"}:
        found.append(_mark("profile", "from_profile"))
    return found
