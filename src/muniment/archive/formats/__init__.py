"""Documents that are neither plain text nor HTML: PDF, DOCX, ODT and e-mail, each read into text and parts.

A format's reader takes the bytes and returns an `Extract`; what it cannot read it says with a `CaptureError`. The
libraries it needs are the extra `formats` of the package; e-mail needs none.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from muniment.archive.formats.extract import Extract
from muniment.errors import CaptureError

__all__ = ["FORMATS", "Extract", "extract"]

FORMATS = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
    "message/rfc822": "mail",
}
"""Media type (IANA registry) -> the module here that reads it."""


def extract(content: bytes, media_type: str, source: str) -> Extract:
    """Return what a document of one of the `FORMATS` holds.

    Args:
        content: its bytes.
        media_type: one of `FORMATS`.
        source: where it came from, for errors.

    Raises:
        CaptureError: it is damaged, locked, without text, or its library is not installed.
    """
    try:
        module = import_module(f"muniment.archive.formats.{FORMATS[media_type]}")
    except ImportError as error:
        raise CaptureError(
            f"documents of the type {media_type} need the package {error.name}", code="no-reader", where=source,
            hint="pip install 'muniment[formats]'.",
        ) from error  # fmt: skip
    read: Callable[[bytes, str], Extract] = module.read
    return read(content, source)
