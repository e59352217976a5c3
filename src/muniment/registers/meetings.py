"""Meetings, held or to come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from muniment.registers.spec import Field, Lasting, Register, choice, dated_caption
from muniment.registers.values import names, ordinal

__all__ = ["REGISTER"]


_OF_BODIES = frozenset({"session", "conference", "debate", "briefing", "ceremony"})
"""Kinds that people come to; the others are theirs."""


def _caption(slots: Mapping[str, Any]) -> str:
    kind = str(slots.get("kind") or "meeting").replace("_", " ")
    words = kind if kind not in ("other", "bilateral") else {"other": "meeting", "bilateral": "bilateral meeting"}[kind]
    if slots.get("extraordinary"):
        words = f"extraordinary {words}"
    if slots.get("ordinal"):
        words = f"{ordinal(slots['ordinal'])} {words}"
    if isinstance(slots.get("count"), int) and slots["count"] > 1:
        words = f"{slots['count']} {words}s"
    of = names(slots.get("bodies"))
    people = names(slots.get("participants"))
    if of:
        words += " of " + " and ".join(of)
    elif people:
        together = " with " if kind in _OF_BODIES else " of "
        words += together + ", ".join(people[:3]) + (" and others" if len(people) > 3 else "")
    elif slots.get("place"):
        words += f" in {slots['place']}"
    return dated_caption(words[:1].upper() + words[1:], slots.get("start"))


REGISTER = Register(
    name="meetings",
    label="Meetings",
    singular="meeting",
    about="One meeting, held or to come; a visit with talks is a meeting for each counterpart.",
    fields=(
        choice(
            "meetings.kind", "Kind", "What sort of meeting it is.",
            "session bilateral consultation working_group conference debate briefing ceremony other",
        ),
        Field("bodies", "Bodies", "names", "The bodies that meet, under their canonical names.", "union"),
        Field("ordinal", "Number", "whole", "Which in its row it is: 15 for the fifteenth session."),
        Field("start", "Start", "date", "The day it begins or began.", "date"),
        Field("end", "End", "date", "The day it ends or ended, where that is another day.", "date"),
        choice(
            "meetings.status", "Status",
            "Whether it was held. `postponed` only while no new date is known; with one it is `announced` again.",
            "announced held postponed cancelled", "status",
        ),
        choice("meetings.mode", "Mode", "How those present met.", "in_person videoconference telephone hybrid"),
        Field("place", "Place", "name", "The city.", "fullest"),
        Field("chair", "Chair", "person", "Who presided; not repeated among the participants.", "fullest"),
        Field("participants", "Participants", "people", "Who took part or is to take part.", "union"),
        Field("agenda", "Agenda", "texts", "Titles of the items considered or to be considered.", "union"),
        Field("agenda_size", "Agenda items", "whole", "How many items the page says there are."),
        Field("extraordinary", "Extraordinary", "flag", "True for a meeting outside the regular row.", "any"),
        choice("meetings.format", "Format", "In which circle they met.", "narrow expanded plenary limited"),
        Field("topics", "Topics", "topics", "What it was about, by its agenda or what was discussed.", "union"),
        Field("count", "Count", "whole", "How many meetings, where a page speaks of several as one."),
    ),
    key=("bodies", "participants", "kind", "ordinal", "start"),
    required=(("bodies", "participants", "start", "place", "chair", "ordinal", "topics"),),
    columns=("start", "kind", "bodies", "status", "place", "participants"),
    caption=_caption,
    filters=("kind", "bodies", "status", "mode", "place", "format", "topics"),
    dates=("start", "end"),
    searched=("bodies", "place", "chair", "participants", "agenda", "topics"),
    lasting=Lasting(
        "From `start` to `end`, or on the one day. A meeting that was cancelled or put off is left out; one that is "
        "only announced is uncertain.",
        start="start", end="end", one_day=True, never=(("status", "cancelled"), ("status", "postponed")),
        unsure=(("status", "announced"),),
    ),
)  # fmt: skip
"""The register of meetings."""
