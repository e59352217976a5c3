"""Files that hold many pages: ZIP archives, mailboxes in mbox form, and web archives in WARC and WACZ.

Their forms are RFC 4155 (mbox), ISO 28500 (WARC) and Webrecorder's WACZ 1.1.1.

What is inside is read as a stream, one page at a time. A member that cannot be had gives its error, and the rest goes
on; one that unpacks to far more than it takes is refused before it is unpacked.
"""

from __future__ import annotations

import contextlib
import email
import email.policy
import os
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from muniment.archive.formats import FORMATS
from muniment.archive.page_bytes import MAX_BYTES, SUFFIXES, Capture, media_type_of, no_fastwarc, too_large, unreadable
from muniment.errors import CaptureError

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

__all__ = ["CONTAINERS", "contained"]

_WARC = (".warc", ".warc.gz", ".warc.wet", ".warc.wet.gz")
"""Ends of web archives; the last two are what Common Crawl calls those that hold the texts of its pages alone."""

CONTAINERS = (".zip", ".wacz", *_WARC, ".mbox")
"""Ends of file names that hold pages of their own."""

_MOST_UNPACKED = 200
"""Bytes out of a ZIP member for each byte in it: pages of text pack 3 to 20 times, a bomb a thousand times."""

_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain", *FORMATS})


def contained(path: str) -> Iterator[Capture | CaptureError] | None:
    """Return the pages that a file holds, in order; None where it is no such file by its name.

    Sources are `FILE!/MEMBER` in a ZIP archive, `FILE!/MESSAGE-ID` in a mailbox, and the address that was captured in
    a web archive.
    """
    name = path.lower()
    if name.endswith(".zip"):
        return _zip(path, tuple(SUFFIXES))
    if name.endswith(".wacz"):
        return _zip(path, _WARC)
    if name.endswith(".mbox"):
        return _messages(path)
    return _warc_file(path) if name.endswith(_WARC) else None


def _zip(path: str, ends: tuple[str, ...]) -> Iterator[Capture | CaptureError]:
    """Yield the pages of a ZIP archive's members with such names, by name."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = sorted((one for one in archive.infolist() if not one.is_dir()), key=lambda one: one.filename)
            found = [one for one in members if one.filename.lower().endswith(ends) and not _hidden(one.filename)]
            for member in found:
                yield from _member(archive, member, f"{path}!/{member.filename}")
            if not found:
                yield CaptureError(
                    "a ZIP archive with no page in it", code="no-pages", where=path,
                    hint=f"Pages are members that end in {', '.join(ends)}.",
                )  # fmt: skip
    except zipfile.BadZipFile:
        yield CaptureError("not a ZIP archive, or a damaged one", code="damaged", where=path, hint="Fetch it again.")
    except OSError as error:
        yield unreadable(path, error)


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: str) -> Iterator[Capture | CaptureError]:
    """Yield the page that a member is, or the pages of the web archive that it is."""
    if member.file_size > _MOST_UNPACKED * max(member.compress_size, 1) + MAX_BYTES // _MOST_UNPACKED:
        yield CaptureError(
            f"unpacks to {member.file_size:,} bytes from {member.compress_size:,}: refused", code="bomb", where=source,
            hint="Unpack it by hand if you trust it.",
        )  # fmt: skip
        return
    try:
        with archive.open(member) as file:
            if source.lower().endswith(_WARC):
                yield from _records(file, source)
                return
            content = file.read(MAX_BYTES + 1)
        yield Capture.of(source, content, SUFFIXES.get(os.path.splitext(member.filename)[1].lower(), ""))
    except CaptureError as error:
        yield error
    except (RuntimeError, NotImplementedError) as error:  # encrypted; packed in a way that is not known
        yield CaptureError(str(error), code="unreadable", where=source, hint="Unpack it by hand.")
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        yield CaptureError(f"damaged: {error}", code="damaged", where=source, hint="Fetch the archive again.")


def _messages(path: str) -> Iterator[Capture | CaptureError]:
    """Yield the messages of a mailbox in order; one without an id of its own goes by its number, from 1."""
    from mailbox import mbox

    found = False
    try:
        with contextlib.closing(mbox(path, create=False)) as box:
            for number, key in enumerate(box.iterkeys(), start=1):
                found = True
                content = box.get_bytes(key)
                told = email.message_from_bytes(content, policy=email.policy.compat32)["message-id"]
                source = f"{path}!/{str(told).strip(' <>') if told else number}"
                try:
                    yield Capture.of(source, content, "message/rfc822")
                except CaptureError as error:
                    yield error
    except OSError as error:
        yield unreadable(path, error)
        return
    if not found:
        yield CaptureError(
            "a mailbox with no message in it", code="no-pages", where=path,
            hint="Messages begin with a line `From ...` (RFC 4155).",
        )  # fmt: skip


def _warc_file(path: str) -> Iterator[Capture | CaptureError]:
    try:
        with open(path, "rb") as file:
            yield from _records(file, path)
    except OSError as error:
        yield unreadable(path, error)


def _records(file: IO[bytes], where: str) -> Iterator[Capture | CaptureError]:
    """Yield the pages among a web archive's records: answers of 200 and resources, of text or HTML, in order.

    An archive without any gives the texts that somebody made of pages (records of type conversion, "WET").
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        yield no_fastwarc(where)
        return
    found = False
    try:
        for kinds in (WarcRecordType.response | WarcRecordType.resource, WarcRecordType.conversion):
            if found:
                break
            file.seek(0)
            for record in ArchiveIterator(file, record_types=kinds, parse_http=True, auto_decode="all"):
                page = _record(record)
                if page is not None:
                    found = True
                    yield page
    except (OSError, ValueError) as error:
        yield CaptureError(
            f"damaged: {error}", code="damaged", where=where, hint="What came before is kept; fetch the rest again."
        )
        return
    if not found:
        yield CaptureError(
            "a web archive with no page in it", code="no-pages", where=where,
            hint="Pages are records of type response or resource that hold HTML or text.",
        )  # fmt: skip


def _record(record: WarcRecord) -> Capture | CaptureError | None:
    """Return the page of a record; None where it is none: a redirect, a picture, a refusal."""
    source = record.headers.get("WARC-Target-URI") or ""
    answer = record.http_headers if record.is_http else None
    told = record.http_content_type if answer is not None else record.headers.get("Content-Type")
    media_type = (told or "").split(";")[0].strip().lower()
    if media_type not in _PAGE_TYPES or (answer is not None and answer.status_code != 200):
        return None
    try:
        content = record.reader.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            return too_large(source, len(content))
        seen_at = record.record_date.strftime("%Y-%m-%dT%H:%M:%SZ") if record.record_date else ""
        return Capture.of(source, content, media_type_of(told or "", content), seen_at)
    except CaptureError as error:
        return error
    except (OSError, ValueError) as error:
        return CaptureError(f"damaged: {error}", code="damaged", where=source, hint="Fetch the page again.")
