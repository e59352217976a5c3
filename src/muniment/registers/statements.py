"""Statements: what one speaker said in one stretch. Attributed, never taken as fact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from muniment.registers.spec import Field, Register, choice
from muniment.registers.values import shortened

__all__ = ["REGISTER"]


def _caption(slots: Mapping[str, Any]) -> str:
    return f"{slots.get('speaker') or 'Unnamed speaker'}: {shortened(str(slots.get('text') or ''), 90)}"


REGISTER = Register(
    name="statements",
    label="Statements",
    singular="statement",
    about="What one speaker said in one stretch; a quotation interrupted by the narrator is one row.",
    fields=(
        Field(
            "speaker",
            "Speaker",
            "person",
            "Who said it; for a joint statement the body that made it, or the people with “and” between them.",
            "fullest",
        ),
        Field("office", "Office", "text", "The office the page presents the speaker in.", "fullest"),
        choice("statements.mode", "Mode", "Quoted to the letter, or told by the page.", "direct reported", "status"),
        Field(
            "text", "Text", "prose", "What was said, without the verb of saying where the two come apart.", "fullest"
        ),
        Field("date", "Date", "date", "When it was said.", "date"),
        Field("venue", "Venue", "text", "Where or on what occasion it was said.", "fullest"),
        Field("addressee", "Addressee", "text", "To whom it was said.", "fullest"),
        Field("topics", "Topics", "topics", "What was said is about, by its own words.", "union"),
    ),
    key=("speaker", "text"),
    required=(("speaker",), ("text",)),
    columns=("date", "speaker", "mode", "text", "venue"),
    caption=_caption,
    filters=("speaker", "mode", "topics"),
    dates=("date",),
    searched=("speaker", "text", "venue", "addressee", "topics"),
)
"""The register of statements."""
