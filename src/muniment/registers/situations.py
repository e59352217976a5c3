"""Situations: somebody's assessment of a region or border. Attributed, never taken as fact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from muniment.registers.spec import Field, Register, choice, dated_caption

__all__ = ["REGISTER"]


def _caption(slots: Mapping[str, Any]) -> str:
    title = str(slots.get("region") or "Unnamed region")
    title = title[:1].upper() + title[1:]
    if slots.get("trend"):
        title += f": {slots['trend']}"
    if slots.get("assessed_by"):
        title += f", says {slots['assessed_by']}"
    return dated_caption(title, slots.get("date"))


REGISTER = Register(
    name="situations",
    label="Situations",
    singular="assessment",
    about="One assessment of a region or border by one speaker; assessments are never merged into a finding.",
    fields=(
        Field("region", "Region", "name", "The region, country or border that is assessed.", "fullest"),
        choice(
            "situations.trend", "Trend", "Which way it is going, by that assessment.",
            "improving stable tense deteriorating",
        ),
        Field("assessed_by", "Assessed by", "person", "Whose assessment it is.", "fullest"),
        Field("date", "Date", "date", "When it was given.", "date"),
        Field("text", "Text", "prose", "The assessment in the words of the page.", "fullest"),
    ),
    key=("region", "assessed_by", "date", "text"),
    required=(("region",),),
    columns=("date", "region", "trend", "assessed_by", "text"),
    caption=_caption,
    filters=("region", "trend", "assessed_by"),
    dates=("date",),
    searched=("region", "assessed_by", "text"),
)  # fmt: skip
"""The register of situations."""
