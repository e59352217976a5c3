"""Awards: honours conferred."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from muniment.registers.spec import Field, Register, dated_caption

__all__ = ["REGISTER"]


def _caption(slots: Mapping[str, Any]) -> str:
    award = str(slots.get("award") or "Award")
    recipient = slots.get("recipient")
    title = f"{award[:1].upper()}{award[1:]}" + (f" to {recipient}" if recipient else "")
    return dated_caption(title, slots.get("date"))


REGISTER = Register(
    name="awards",
    label="Awards",
    singular="award",
    about="One honour conferred on one recipient.",
    fields=(
        Field("award", "Award", "text", "The honour, by its name.", "fullest"),
        Field("recipient", "Recipient", "person", "Who received it.", "fullest"),
        Field("conferred_by", "Conferred by", "person", "Who conferred it.", "fullest"),
        Field("date", "Date", "date", "When it was conferred.", "date"),
    ),
    key=("award", "recipient", "date"),
    required=(("award",),),
    columns=("date", "award", "recipient", "conferred_by"),
    caption=_caption,
    filters=("award", "conferred_by"),
    dates=("date",),
    searched=("award", "recipient", "conferred_by"),
)
"""The register of awards."""
