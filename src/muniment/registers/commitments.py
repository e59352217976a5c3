"""Commitments: what somebody is to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from muniment.registers.spec import Field, Lasting, Register, choice
from muniment.registers.values import names, shortened

__all__ = ["REGISTER"]


def _caption(slots: Mapping[str, Any]) -> str:
    who = ", ".join(names(slots.get("actor"))[:2])
    text = shortened(str(slots.get("text") or "Unnamed undertaking"), 90)
    due = slots.get("due")
    title = f"{who}: {text}" if who else text[:1].upper() + text[1:]
    return f"{title} (due {due})" if due else title


REGISTER = Register(
    name="commitments",
    label="Commitments",
    singular="commitment",
    about="One thing to be done, promised, planned, ordered or asked for.",
    fields=(
        Field("text", "Text", "prose", "What is to be done, in the words of the page.", "fullest"),
        Field("actor", "Actor", "names", "Who is to act.", "union"),
        Field("given_by", "Given by", "names", "Who asked or instructed.", "union"),
        choice(
            "commitments.kind", "Kind",
            "`mandate`: instructed; `request`: asked; `commitment`: undertaken; `intention`: planned or hoped.",
            "commitment intention mandate request",
        ),
        Field("due", "Due", "date", "The last day allowed.", "date"),
        Field("made_on", "Made on", "date", "When it was given.", "date"),
    ),
    key=("text", "actor"),
    required=(("text",),),
    columns=("due", "actor", "text", "kind", "given_by"),
    caption=_caption,
    filters=("kind", "actor", "given_by"),
    dates=("due", "made_on"),
    searched=("text", "actor", "given_by"),
    lasting=Lasting(
        "From `made_on`, else from the first page that tells of it, to the last day allowed. Without such a day it "
        "goes on. Whether it was kept is another question: see what is open.",
        start="made_on", end="due",
    ),
)  # fmt: skip
"""The register of commitments."""
