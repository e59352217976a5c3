"""Marks: what keeps a telling from looking like more than it is. Said, planned, draft, stub, disputed, corrected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from muniment.desk.web.words import acted
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


_COMMITMENTS = {
    "commitment": ("promised", "Somebody undertook this; whether it was done is another matter."),
    "intention": ("intended", "Somebody plans or hopes to do this; nobody is bound."),
    "mandate": ("instructed", "A body instructed somebody to do this; whether it was done is another matter."),
    "request": ("asked for", "Somebody was asked to do this; nobody promised it."),
}
_PLANNED = {
    ("meetings", "status", "announced"): ("announced", "Announced; no page says yet that it was held."),
    ("meetings", "status", "postponed"): ("postponed", "Put off, with no new date known."),
    ("meetings", "status", "cancelled"): ("cancelled", "Called off."),
    ("operations", "status", "planned"): ("planned", "Planned; no page says yet that it began."),
    ("relations", "state", "sought"): ("asked for", "Asked for; not granted."),
    ("bodies", "status", "forming"): ("being formed", "Being formed; not at work yet."),
    ("tenures", "basis", "designated"): ("designated", "Named for the office; not yet in it."),
}


def _said(register: str, slots: Mapping[str, Any], attributed_to: str) -> list[Mark]:
    if attributed_to:
        return [Mark("said", f"told by {attributed_to}", "Only this speaker's own words tell of it.")]
    if register == "statements":
        who = names(slots.get("speaker"))
        return [Mark("said", f"said by {who[0]}" if who else "said", "What somebody said; kept as said, not as fact.")]
    if register == "situations":
        who = names(slots.get("assessed_by"))
        text = f"assessed by {', '.join(who[:2])}" if who else "an assessment"
        return [Mark("said", text, "Somebody's assessment; kept as such, not as fact.")]
    return []


def _planned(register: str, slots: Mapping[str, Any]) -> list[Mark]:
    if register == "commitments":
        text, help_ = _COMMITMENTS.get(str(slots.get("kind")), ("to be done", "Something to be done."))
        return [Mark("planned", text, help_)]
    for (where, slot, value), (text, help_) in _PLANNED.items():
        if where == register and slots.get(slot) == value:
            return [Mark("planned", text, help_)]
    actions = slots.get("actions")
    if isinstance(actions, list) and actions and all(action.get("planned") for action in actions):
        return [Mark("planned", "planned", "Everything told of this text is still to come.")]
    dated = [action for action in actions if action.get("date")] if isinstance(actions, list) else []
    last: Mapping[str, Any] = max(dated, key=lambda action: str(action["date"]), default={})
    if last.get("planned"):
        return [Mark("planned", acted(last).lower(), "The last date told of this text is that of a plan.")]
    return []


def _draft(register: str, slots: Mapping[str, Any]) -> list[Mark]:
    if register == "instruments" and (slots.get("draft") or slots.get("status") == "draft"):
        return [Mark("draft", "draft", "A draft: not an adopted text.")]
    if register == "documents" and slots.get("stub"):
        return [Mark("stub", "stub", "Known only from another page's teaser; the page itself is not in the record.")]
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
        found.append(Mark("gone", "withdrawn", "No longer a row of this register."))
    found += _said(row.register, row.slots, row.attributed_to)
    found += _planned(row.register, row.slots) + _draft(row.register, row.slots)
    if row.conflicts:
        found.append(Mark("disputed", "pages disagree", "Pages give different values; all of them are shown."))
    if row.corrected:
        found.append(Mark("person", "corrected", "A person set one or more of the values."))
    origins = {telling.origin for telling in row.tellings if telling.count}
    if origins == {"person"}:
        found.append(Mark("person", "filed by a person", "No page tells of it; a person filed it, with a basis."))
    elif origins == {"profile"}:
        found.append(Mark("profile", "from a profile", "Stated by the organisation's profile; no page tells of it."))
    return found
