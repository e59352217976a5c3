"""The bytes of one page with where they came from, and the errors of those that gave none."""

from __future__ import annotations

import codecs
import re

import msgspec

from muniment.archive.formats import FORMATS
from muniment.errors import CaptureError
from muniment.terms import ids

__all__ = ["MAX_BYTES", "SUFFIXES", "Capture", "charset_in", "media_type_of", "no_fastwarc", "too_large", "unreadable"]

MAX_BYTES = 32 << 20
"""Largest page taken, bytes. The longest single texts organisations publish (a treaty with annexes, a yearbook as one
page) stay under 10 MB; a page beyond three times that is a dump or a fault (judgement, 2026)."""

SUFFIXES = {
    ".txt": "text/plain", ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html", ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text", ".eml": "message/rfc822",
}  # fmt: skip
"""Suffix of a file name -> media type; other files of a folder are passed over."""

_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)

_HTML_STARTS = (b"<!doctype html", b"<html", b"<?xml")


class Capture(msgspec.Struct, frozen=True):
    """The bytes of one page as they were found.

    Attributes:
        source: path or address as it was given.
        content: the bytes, unchanged.
        media_type: `text/plain` or `text/html`, with `; charset=` where the server named one that matters, or one of
            `formats.FORMATS`.
        document: SHA-256 of the bytes, 64 hexadecimal digits.
        seen_at: when they were found there, ISO 8601 in UTC, where a web archive tells it; empty for now.
    """

    source: str
    content: bytes
    media_type: str
    document: str
    seen_at: str = ""

    @classmethod
    def of(cls, source: str, content: bytes, media_type: str = "", seen_at: str = "") -> Capture:
        """Return the capture that bytes are; the media type is told by the bytes where it is not given.

        Raises:
            CaptureError: there are no bytes, or more than `MAX_BYTES`.
        """
        if len(content) > MAX_BYTES:
            raise too_large(source, len(content))
        if not content.strip():
            raise CaptureError("empty: no text in it", code="empty", where=source, hint="Capture the page again.")
        head = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        if head.startswith(b"%pdf-"):
            media_type = "application/pdf"
        elif head.startswith(_HTML_STARTS) and media_type not in FORMATS:
            media_type = media_type.replace("text/plain", "text/html") or "text/html"
        return cls(source, content, media_type or "text/plain", ids.digest_bytes(content), seen_at)


def media_type_of(header: str, content: bytes) -> str:
    """Return the media type that a `Content-Type` header gives a page; empty where the header is.

    The charset is kept where the bytes need it: where they are not UTF-8.
    """
    if not header.strip():
        return ""
    told = header.split(";")[0].strip().lower()
    if told in FORMATS:
        return told
    media_type = "text/plain" if told == "text/plain" else "text/html"
    charset = charset_in(header)
    if not charset or codecs.lookup(charset).name == "utf-8":
        return media_type
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return f"{media_type}; charset={charset}"
    return media_type


def charset_in(media_type: str) -> str:
    """Return the charset that a media type names, in lower case; empty where it names none that is known."""
    found = _CHARSET.search(media_type)
    name = found.group(1).lower() if found else ""
    try:
        codecs.lookup(name)
    except LookupError:
        return ""
    return name


def unreadable(path: str, error: OSError) -> CaptureError:
    """Return the error of a path that cannot be opened or read."""
    hint = "Check the path." if isinstance(error, FileNotFoundError) else "Check the permissions."
    return CaptureError((error.strerror or str(error)).lower(), code="unreadable", where=path, hint=hint)


def too_large(source: str, size: int) -> CaptureError:
    """Return the error of a page of so many bytes, more than `MAX_BYTES`."""
    return CaptureError(
        f"{size / (1 << 20):,.0f} MiB is too large for one page (limit {MAX_BYTES >> 20} MiB)",
        code="too-large", where=source, hint="Split it into its pages.",
    )  # fmt: skip


def no_fastwarc(where: str) -> CaptureError:
    """Return the error of a web archive where the package that reads it is not installed."""
    return CaptureError(
        "web archives need the package fastwarc", code="no-fastwarc", where=where, hint="pip install 'muniment[warc]'."
    )
