"""Bodies: organs, committees, groups and centres."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from muniment.registers.spec import Field, Register, choice

__all__ = ["REGISTER"]


def _caption(slots: Mapping[str, Any]) -> str:
    return str(slots.get("name") or "Unnamed body")


REGISTER = Register(
    name="bodies",
    label="Bodies",
    singular="body",
    about="One organ, committee, group or centre.",
    fields=(
        Field("name", "Name", "name", "Its canonical name.", "fullest"),
        Field("parent", "Parent", "name", "The organisation or body that it belongs to.", "fullest"),
        Field("kind", "Kind", "text", "What sort of body it is, as written.", "fullest"),
        choice("bodies.status", "Status", "Whether it works.", "forming active dissolved", "status"),
    ),
    key=("name", "parent"),
    required=(("name",),),
    columns=("name", "parent", "kind", "status"),
    caption=_caption,
    filters=("parent", "kind", "status"),
    dates=(),
    searched=("name", "parent"),
)
"""The register of bodies."""
