"""Relations: how a state or organisation stands to another, state of affairs by state of affairs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from muniment.registers.spec import Field, Lasting, Register, choice, dated_caption
from muniment.registers.values import plain_name

__all__ = ["REGISTER"]


def _caption(slots: Mapping[str, Any]) -> str:
    kind = str(slots.get("kind") or "relation").replace("_", " ")
    state = str(slots.get("state") or "").replace("_", " ")
    title = f"{slots.get('subject') or '?'}: {kind} of {slots.get('object') or '?'}"
    if kind in ("cooperation", "dialogue"):
        title = f"{slots.get('subject') or '?'} and {slots.get('object') or '?'}: {kind}"
    return dated_caption(f"{title}, {state}" if state else title, slots.get("date"))


def _follows(slots: Mapping[str, Any]) -> tuple[tuple[str, ...], str] | None:
    """Return what the row is a state of, and which: of a presidency the organisation's, who holds it."""
    kind, state = str(slots.get("kind") or ""), str(slots.get("state") or "")
    subject, of = plain_name(str(slots.get("subject") or "")), plain_name(str(slots.get("object") or ""))
    if kind == "presidency":
        return (kind, of), subject
    sides = sorted((subject, of)) if kind in ("cooperation", "dialogue") else (subject, of)
    return (kind, *sides), state


REGISTER = Register(
    name="relations",
    label="Relations",
    singular="relation",
    about="One state of affairs between a state or organisation and another, from the day it began.",
    fields=(
        Field("subject", "Subject", "name", "The state or organisation that stands in the relation.", "fullest"),
        Field("object", "Object", "name", "The organisation or state that it stands in it to.", "fullest"),
        choice(
            "relations.kind", "Kind", "What the relation is; a dialogue partner is a `partner`.",
            "membership observer partner presidency cooperation dialogue",
        ),
        choice(
            "relations.state", "State", "How it stands, in law; not attending is no state.",
            "sought granted in_force suspended ended",
        ),
        Field("date", "Date", "date", "The day this state of affairs began.", "date"),
    ),
    key=("subject", "object", "kind", "state", "date"),
    required=(("subject",), ("object",), ("kind",)),
    columns=("subject", "kind", "object", "state", "date"),
    caption=_caption,
    filters=("subject", "object", "kind", "state"),
    dates=("date",),
    searched=("subject", "object"),
    lasting=Lasting(
        "From `date`, else from the first page that tells of it, until another state of the same relation begins; a "
        "presidency until another member's begins. Where no other is told, it goes on.",
        start="date", follows=_follows,
    ),
)  # fmt: skip
"""The register of relations."""
