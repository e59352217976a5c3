"""Drafts: a page's text and its parts, known from the page alone, before other pages are looked at.

A draft is a pure function of a capture: the archived text, the parts it is made of in document order, what the page
says of itself, and the way back from the text to the captured bytes.
"""

from __future__ import annotations

import re
from functools import cached_property
from hashlib import blake2b

import msgspec

from muniment.archive.alignment import Alignment
from muniment.archive.decoding import Decoded, decode
from muniment.archive.formats import FORMATS, extract
from muniment.archive.markup import read_markup
from muniment.archive.page_bytes import Capture
from muniment.archive.part import Part
from muniment.archive.plain import read_plain
from muniment.archive.second_opinion import complete
from muniment.errors import CaptureError
from muniment.terms.page import PageMeta

__all__ = ["Draft", "draft"]

_FIRST = re.compile(r"[^\W_]")


class Draft:
    """A page before its furniture is marked.

    Attributes:
        source: path or address as given.
        document: SHA-256 of the captured bytes.
        media_type: as captured.
        text: the archived text.
        parts: paragraphs in document order; what lies between two of them is white space.
        meta: what the page says of itself in its markup; empty for plain text.
    """

    def __init__(
        self, capture: Capture, decoded: Decoded | None, text: str, parts: tuple[Part, ...], meta: PageMeta
    ) -> None:
        """Keep what `draft` found; use that."""
        self.source = capture.source
        self.document = capture.document
        self.media_type = capture.media_type
        self.text = text
        self.parts = parts
        self.meta = meta
        self._decoded = decoded
        self._size = len(capture.content)
        self._alignment: Alignment | None = None

    @cached_property
    def keys(self) -> tuple[bytes, ...]:
        """One key a part, the same for the same words on any page and in any run: 8 bytes of BLAKE2b."""
        text = self.text
        keys = []
        for part in self.parts:
            words = text[part.start : part.end]
            if "\n" in words or "\xa0" in words or "  " in words:
                words = " ".join(words.split())
            keys.append(blake2b(words.encode("utf-8", "replace"), digest_size=8).digest())
        return tuple(keys)

    @cached_property
    def topic(self) -> bytes:
        """What tells two pages about the same thing from two about different ones: 8 bytes of BLAKE2b.

        Made of the headline as the page alone shows it and the longest paragraph, so that the same article captured
        twice counts once and two articles under one site-wide `<title>` count as two.
        """
        sizes = [(part.end - part.start) * (part.links < 0.5) for part in self.parts]
        longest = self.parts[sizes.index(max(sizes))]
        body = self.text[longest.start : longest.end]
        return blake2b(msgspec.json.encode([self._own_title(), body]), digest_size=8).digest()

    def _own_title(self) -> str:
        if self.meta.title:
            return self.meta.title
        for part in self.parts[:40]:
            if part.end - part.start >= 20 and self.text[part.end - 1] not in ".:;,…?!»”\"'":
                return " ".join(self.text[part.start : part.end].split())
        return ""

    @property
    def markup(self) -> str | None:
        """The page's HTML, decoded; None where it is not HTML."""
        html = self._decoded is not None and self.media_type.startswith("text/html")
        return self._decoded.text if html and self._decoded is not None else None

    def byte_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the captured bytes a span of the archived text came from, 0-based, half-open.

        Exact for plain text. For HTML the bytes run from the first character's to the last one's and hold the tags
        between them; a character written as an entity has all the entity's bytes. Where the parser moved text (rows
        outside their table) the span is that of the nearest text that could be placed. A document that is packed (PDF,
        DOCX, ODT, e-mail) keeps no text at one place: its span is the whole of it.

        Args:
            start: code points, 0-based, into `text`.
            end: code points, half-open, into `text`.

        Raises:
            ValueError: the span does not lie in the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"no span of a text of {len(self.text)} code points: {start} to {end}")
        if self._decoded is None:
            return 0, self._size
        if not self.media_type.startswith("text/html"):
            return self._decoded.byte_span(start, end)
        return self._decoded.byte_span(*self._placed(self._decoded).source_span(start, end))

    def _placed(self, decoded: Decoded) -> Alignment:
        if self._alignment is None:
            self._alignment = Alignment(decoded.text, self.text, [(part.start, part.end) for part in self.parts])
        return self._alignment


def draft(capture: Capture) -> Draft:
    """Return the draft of a capture.

    Raises:
        CaptureError: the content is no text, or there is no word in it.
    """
    if capture.media_type in FORMATS:
        found = extract(capture.content, capture.media_type, capture.source)
        return _with_words(Draft(capture, None, found.text, found.parts, found.meta))
    try:
        decoded = decode(capture.content, capture.media_type)
    except CaptureError as error:
        raise CaptureError(error.what, code=error.code, where=capture.source, hint=error.hint) from None
    meta = PageMeta()
    if capture.media_type.startswith("text/html"):
        text, parts, meta = read_markup(decoded.text)
        parts, meta = complete(decoded.text, text, parts, meta)
        if meta.alternates:
            meta = msgspec.structs.replace(meta, alternates=_absolute(meta.alternates, meta.url or capture.source))
    else:
        text = decoded.text
        parts = read_plain(text)
    if decoded.note:
        meta = msgspec.structs.replace(meta, origin={**meta.origin, "text": decoded.note})
    return _with_words(Draft(capture, decoded, text, parts, meta))


def _absolute(addresses: dict[str, str], base: str) -> dict[str, str]:
    """Return addresses as they are from anywhere, where the page they stand on has an address itself."""
    from urllib.parse import urljoin

    return {name: urljoin(base, address) for name, address in addresses.items()} if "://" in base else addresses


def _with_words(drafted: Draft) -> Draft:
    """Return a draft that has words.

    Raises:
        CaptureError: it has none.
    """
    if not drafted.parts or _FIRST.search(drafted.text) is None:
        raise CaptureError("no words in it", code="no-text", where=drafted.source, hint="Capture the page again.")
    return drafted
