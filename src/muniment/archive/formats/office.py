"""What DOCX and ODT have in common: a ZIP archive of XML files, opened without trusting it."""

from __future__ import annotations

import io
import zipfile

from muniment.archive.formats.extract import damaged
from muniment.errors import CaptureError

__all__ = ["MOST_UNPACKED", "members"]

MOST_UNPACKED = 256 << 20
"""Bytes a document may unpack to in all: a yearbook with pictures has some 100 million (judgement)."""


def members(content: bytes, what: str, source: str) -> zipfile.ZipFile:
    """Return the archive a document is.

    Raises:
        CaptureError: it is no ZIP archive, or it unpacks to more than `MOST_UNPACKED`.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile as error:
        raise damaged(source, what, error) from error
    size = sum(member.file_size for member in archive.infolist())
    if size > MOST_UNPACKED:
        raise CaptureError(
            f"unpacks to {size:,} bytes from {len(content):,}: refused", code="bomb", where=source,
            hint="Save it as plain text if you trust it.",
        )  # fmt: skip
    return archive
