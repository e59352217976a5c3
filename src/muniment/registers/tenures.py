"""Tenures: people in offices, as documents attest them. Post and holder are kept apart, as in Popolo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from muniment.registers.spec import Field, Register, choice

__all__ = ["REGISTER"]


def _caption(slots: Mapping[str, Any]) -> str:
    office = str(slots.get("office") or "")
    if slots.get("acting"):
        office = f"acting {office}".strip()
    organization = str(slots.get("organization") or "")
    placed = not organization or organization.casefold() in office.casefold()
    post = office if office and placed else f"{office} of {organization}" if office else organization
    person = str(slots.get("person") or "Unnamed holder")
    return f"{person}, {post}" if post else person


REGISTER = Register(
    name="tenures",
    label="Tenures",
    singular="tenure",
    about="One person in one office for one term; a person with two offices has two rows.",
    fields=(
        Field("person", "Person", "person", "Who holds the office.", "fullest"),
        Field("office", "Office", "text", "The post, without the organisation's name where that can be.", "fullest"),
        Field("organization", "Organisation", "name", "The body or state whose office it is.", "fullest"),
        Field("acting", "Acting", "flag", "True for somebody who only stands in.", "any"),
        Field("start", "Start", "date", "The first day in office.", "date"),
        Field("end", "End", "date", "The last day in office.", "date"),
        choice(
            "tenures.basis",
            "Basis",
            "How the holder came to it; `attested` where a page only names the office.",
            "appointed elected re-elected designated attested",
            "status",
        ),
        Field("proposed_by", "Proposed by", "person", "Who put the name forward.", "fullest"),
        Field("unanimous", "Unanimous", "flag", "True where the choice is said to have been unanimous.", "any"),
        Field("term_years", "Term", "whole", "Length of the term, in years."),
        Field("rank", "Rank", "text", "Military or diplomatic rank, as written.", "fullest"),
    ),
    key=("person", "office", "organization"),
    required=(("person",), ("office", "organization")),
    columns=("person", "office", "organization", "start", "end", "acting"),
    caption=_caption,
    filters=("organization", "office", "basis", "acting"),
    dates=("start", "end"),
    searched=("person", "office", "organization", "rank"),
)
"""The register of tenures."""
