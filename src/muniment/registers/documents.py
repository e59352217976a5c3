"""Documents: pages as published, and stubs of pages that others advertise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from muniment.registers.spec import Field, Register

__all__ = ["REGISTER"]


def _caption(slots: Mapping[str, Any]) -> str:
    return str(slots.get("title") or "Untitled page")


REGISTER = Register(
    name="documents",
    label="Documents",
    singular="document",
    about="A page as it was published; versions of one page are one row.",
    fields=(
        Field("title", "Title", "text", "The headline of the page.", "latest"),
        Field("published", "Published", "date", "The date the page gives for its own publication.", "latest"),
        Field(
            "modified", "Modified", "date", "The date of its last change that the page states in its markup.", "latest"
        ),
        Field("language", "Language", "text", "ISO 639-1 code of the language it is written in.", "latest"),
        Field("section", "Section", "text", "The rubric of the site that it stands under.", "latest"),
        Field("publisher", "Publisher", "name", "The organisation, body or agency that publishes it.", "latest"),
        Field("signed_by", "Signed by", "person", "Whoever's name stands under the text.", "latest"),
        Field("text", "Text", "prose", "The body of the article alone, its paragraphs kept apart.", "latest"),
        Field(
            "archived_text", "Archived text", "prose", "All the text of the page; evidence points into it.", "latest"
        ),
        Field("stub", "Stub", "flag", "True while the page is known only from another page's teaser.", "latest"),
        Field("blocks", "Blocks", "blocks", "What part of the page each stretch of the archived text is.", "latest"),
    ),
    key=("source",),
    required=(("title", "text", "archived_text", "published"),),
    columns=("title", "published", "publisher", "section", "language"),
    caption=_caption,
    filters=("publisher", "section", "language", "stub"),
    dates=("published",),
    searched=("title", "text"),
)
"""The register of documents."""
