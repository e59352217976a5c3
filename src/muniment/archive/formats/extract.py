"""What a document gives, whatever its format: its text, the parts of it, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from muniment.archive.part import Part
from muniment.errors import CaptureError
from muniment.terms.page import PageMeta

__all__ = ["Extract", "Paragraph", "damaged", "joined"]


class Paragraph(msgspec.Struct, frozen=True):
    """One paragraph, heading, list item or cell, before it has a place in a text.

    Attributes:
        text: its words; white space as the reader is to see it.
        tag: the HTML element it is alike: `p`, `h1` to `h6`, `li`, `td`.
        zone: as `Part.zone`.
    """

    text: str
    tag: str = "p"
    zone: str = ""


class Extract(msgspec.Struct, frozen=True):
    """A document's text and parts.

    Attributes:
        text: the archived text: the parts, joined by blank lines.
        parts: in document order.
        meta: what the document says of itself.
    """

    text: str
    parts: tuple[Part, ...]
    meta: PageMeta


def joined(paragraphs: Iterable[Paragraph], meta: PageMeta | None = None) -> Extract:
    """Return paragraphs as one text; those without words are left out."""
    texts: list[str] = []
    parts: list[Part] = []
    position = 0
    for paragraph in paragraphs:
        text = paragraph.text.strip()
        if text:
            parts.append(Part(position, position + len(text), 1, paragraph.tag, paragraph.zone))
            texts.append(text)
            position += len(text) + 2
    return Extract("\n\n".join(texts), tuple(parts), meta or PageMeta())


def damaged(source: str, what: str, cause: object) -> CaptureError:
    """Return the error of a document that its own format's reader cannot open."""
    return CaptureError(f"a damaged {what} ({cause})", code="damaged", where=source, hint="Fetch it again.")
