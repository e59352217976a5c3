"""Instruments: texts with legal or political standing, at any stage.

The actions follow the UN Treaty Handbook (2012) and the Vienna Convention on the Law of Treaties, articles 9 to 16, 24,
39 to 42 and 54 to 57: each is recorded for itself, because a text that is signed is not ratified, and one that is
ratified is not deposited.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from muniment.registers.spec import Field, Lasting, Register, choice

__all__ = ["REGISTER"]


def _caption(slots: Mapping[str, Any]) -> str:
    title = str(slots.get("title") or "").strip()
    kind = str(slots.get("kind") or "text").replace("_", " ")
    return title[:1].upper() + title[1:] if title else f"Untitled {kind}"


REGISTER = Register(
    name="instruments",
    label="Instruments",
    singular="instrument",
    about="One text with legal or political standing, from its first draft on; a draft and its final form are one row.",
    fields=(
        choice(
            "instruments.kind", "Kind", "What sort of text it is.",
            "treaty agreement convention charter protocol decision resolution statement declaration communique plan "
            "programme strategy concept regulation list model_law recommendation memorandum appeal other",
        ),
        Field("title", "Title", "text", "Its title, in the fullest form.", "fullest"),
        Field("draft", "Draft", "flag", "True while it is known only as a draft.", "any"),
        Field("count", "Count", "whole", "How many texts, where a page speaks of an unnamed group as one."),
        Field("amends", "Amends", "text", "The title of the text that it amends.", "fullest"),
        Field("package_with", "Package with", "text", "The title of the text it is to be adopted with.", "fullest"),
        choice(
            "instruments.status", "Status", "The stage it has reached.",
            "draft under_consideration agreed submitted adopted not_adopted signed in_force suspended terminated "
            "deferred returned withdrawn", "status",
        ),
        Field("reason", "Reason", "text", "Why it was not adopted, in the words of the page.", "fullest"),
        Field("by", "By", "names", "Whose text it is: the states, bodies or people it comes from.", "union"),
        Field("topics", "Topics", "topics", "What it is about, by its title.", "union"),
        choice(
            "instruments.actions", "Actions",
            "What was done with it or is planned. `by` acts, `to` receives (submitted to, registered with, objected "
            "to); `number` is that of a registration, `text` the words of a reservation, declaration or objection, "
            "`effect` the day a withdrawal takes effect.",
            "propose draft consider agree submit adopt approve not_adopt reject return defer amend sign ratify accept "
            "accede deposit register enter_into_force extend suspend terminate withdraw denounce implement "
            "call_for_ratification initial open_for_signature sign_definitively confirm succeed notify_completion pass "
            "promulgate publish sign_instrument apply_provisionally end_provisional_application reserve declare object "
            "withdraw_reservation withdraw_declaration withdraw_objection revoke_denunciation correct_errors", "union",
        ),
        Field("force_clause", "Entry into force", "text",
              "The sentence of a treaty that says when it enters into force, in its own words.", "fullest"),
    ),
    key=("title", "kind"),
    required=(("title",),),
    columns=("title", "kind", "status", "actions", "by"),
    caption=_caption,
    filters=("kind", "status", "by", "draft", "topics"),
    dates=("actions",),
    searched=("title", "amends", "by", "topics", "reason"),
    lasting=Lasting(
        "From the first act done or the first page that tells of it. `status` and `actions` are those of that day: "
        "acts dated by then, and what pages dated by then tell without a day. Where an act may have been done by then, "
        "the text's stage is uncertain.",
        start="actions",
    ),
)  # fmt: skip
"""The register of instruments."""
