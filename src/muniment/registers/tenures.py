"""Tenures: people in offices, as documents attest them. Post and holder are kept apart, as in Popolo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from muniment.registers.spec import Field, Lasting, Register, choice
from muniment.registers.values import plain_name
from muniment.rules.offices import one_holder

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


def _follows(slots: Mapping[str, Any]) -> tuple[tuple[str, ...], str] | None:
    """Return an office that one person at a time holds, and who holds it; None for one that many may hold."""
    office, organization = str(slots.get("office") or ""), str(slots.get("organization") or "")
    if slots.get("acting") or not one_holder(office, organization):
        return None
    return (plain_name(office), plain_name(organization)), plain_name(str(slots.get("person") or ""))


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
    lasting=Lasting(
        "From `start`, else from the first page that tells of the holder, to `end`. Without an end it is certain for "
        "the term told, as long as pages tell of it, or as a profile states it; then it is uncertain, and so it is "
        "once another person is told to have begun in an office for one.",
        start="start",
        end="end",
        while_told=True,
        term="term_years",
        follows=_follows,
        doubts=True,
    ),
)
"""The register of tenures."""
