"""A second opinion on an HTML page where our own reader is unsure, by trafilatura.

It is asked for in two cases only, because it takes 12 to 25 ms a page against our 1 (measured, 2026-11) and leaves
half of the teasers of pages without semantic markup in the text: a page that names no title anywhere, and a page all of
whose sentences stand in elements that look like furniture. It adds what is missing and gives sentences back to the
article; it never sets one aside.
"""

from __future__ import annotations

import msgspec

from muniment.archive.part import Part
from muniment.archive.signs import is_prose
from muniment.terms.page import PageMeta

__all__ = ["complete", "second_opinion"]

_FIELDS = {"title": "title", "published": "date", "author": "author", "publisher": "sitename"}


class Opinion(msgspec.Struct, frozen=True):
    """What trafilatura makes of a page.

    Attributes:
        body: the main text, white space as it likes.
        stated: metadata it found, by our field names.
    """

    body: str
    stated: dict[str, str]


def second_opinion(source: str) -> Opinion:
    """Return what trafilatura makes of an HTML page; all empty where it makes nothing of it."""
    from trafilatura import bare_extraction  # half a second to import, and rarely needed

    found = bare_extraction(source, with_metadata=True, favor_recall=True, include_comments=False)
    if found is None:
        return Opinion("", {})
    values = found if isinstance(found, dict) else found.as_dict()
    stated = {ours: str(values[theirs]) for ours, theirs in _FIELDS.items() if values.get(theirs)}
    return Opinion(str(values.get("text") or ""), stated)


def complete(source: str, text: str, parts: tuple[Part, ...], meta: PageMeta) -> tuple[tuple[Part, ...], PageMeta]:
    """Return parts and metadata of a page, completed by a second opinion where they call for one.

    Args:
        source: the HTML as decoded.
        text: the archived text.
        parts: as our own reader found them.
        meta: as our own reader found it.
    """
    prose = [part for part in parts if is_prose(text[part.start : part.end])]
    buried = len(prose) > 1 and all(part.zone not in {"", "quote"} for part in prose)
    if (meta.title and not buried) or not prose:
        return parts, meta
    opinion = second_opinion(source)
    missing = {field: value for field, value in opinion.stated.items() if not getattr(meta, field)}
    if missing:
        origin = {**meta.origin, **dict.fromkeys(missing, "trafilatura")}
        meta = msgspec.structs.replace(meta, **missing, origin=origin)
    if buried:
        body = " ".join(opinion.body.split())
        parts = tuple(
            msgspec.structs.replace(part, zone="")
            if part.zone and " ".join(text[part.start : part.end].split()) in body
            else part
            for part in parts
        )
    return parts, meta
