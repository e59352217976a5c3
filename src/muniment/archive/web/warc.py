"""Web archives written and read as WARC 1.1 (ISO 28500:2017): a request and a response record for each exchange.

Every record is a gzip member of its own, so that a file may be read from any record on, cut between two, or joined to
another. What the standard has no field for (which source was asked, which document the answer carried) stands in fields
of our own, which other readers pass over.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import uuid
from collections.abc import Iterator
from typing import IO
from urllib.parse import quote

import msgspec

from muniment import __version__
from muniment.archive.page_bytes import MAX_BYTES, no_fastwarc, unreadable
from muniment.archive.web.exchange import Exchange
from muniment.errors import CaptureError

__all__ = ["Recorded", "exchange_records", "header_record", "recorded", "resource_record"]

_SOURCE = "Muniment-Source"
_DOCUMENT = "Muniment-Document"
_SPACE = uuid.UUID("6d1c2b0e-6f0a-5f53-9d0e-6d756e696d65")
"""Namespace of the record ids: made once, at random but for its last letters."""


class Recorded(msgspec.Struct, frozen=True):
    """What a web archive holds of one exchange.

    Attributes:
        made: the exchange.
        source: the source that was asked; empty where the archive does not say.
        document: SHA-256 of the page in the answer, as the archive says; empty where it does not.
    """

    made: Exchange
    source: str = ""
    document: str = ""


def header_record(made_at: str, packed: bool) -> bytes:
    """Return the record that a file begins with: what wrote it, and when."""
    told = f"software: muniment/{__version__}\r\nformat: WARC File Format 1.1\r\n".encode()
    fields = {"WARC-Type": "warcinfo", "WARC-Date": made_at, "Content-Type": "application/warc-fields"}
    return _record(fields, told, f"warcinfo {made_at}", packed)


def exchange_records(held: Recorded, name: str, packed: bool) -> bytes:
    """Return the request and the response record of an exchange.

    Args:
        held: the exchange.
        name: its SHA-256, which the record ids are made from.
        packed: whether each record is a gzip member.
    """
    made = held.made
    request_id, response_id = f"request {name}", f"response {name}"
    common = {
        "WARC-Date": made.seen_at, "WARC-Target-URI": made.address, "WARC-IP-Address": made.remote, _SOURCE: held.source
    }  # fmt: skip
    response = {
        "WARC-Type": "response", **common, _DOCUMENT: held.document,
        "Content-Type": "application/http; msgtype=response",
    }  # fmt: skip
    request = {
        "WARC-Type": "request", **common, "WARC-Concurrent-To": _record_id(response_id),
        "Content-Type": "application/http; msgtype=request",
    }  # fmt: skip
    return _record(request, made.request, request_id, packed) + _record(response, made.response, response_id, packed)


def resource_record(source: str, content: bytes, media_type: str, seen_at: str, packed: bool) -> bytes:
    """Return the record of a page that came from no web server, its address that of the file it was."""
    fields = {
        "WARC-Type": "resource", "WARC-Date": seen_at, "WARC-Target-URI": f"file:{quote(source, '/!')}",
        _SOURCE: quote(source, " /!:?&=;,@+$'()*~#[]"), "Content-Type": media_type,
    }  # fmt: skip
    return _record(fields, content, f"resource {source} {seen_at}", packed)


def _record(fields: dict[str, str], block: bytes, name: str, packed: bool) -> bytes:
    digest = base64.b32encode(hashlib.sha256(block).digest()).decode()
    told = {
        **fields, "WARC-Record-ID": _record_id(name), "WARC-Block-Digest": f"sha256:{digest}",
        "Content-Length": str(len(block)),
    }  # fmt: skip
    lines = ["WARC/1.1", *(f"{key}: {value}" for key, value in told.items() if value), "", ""]
    whole = "\r\n".join(lines).encode("utf-8", "replace") + block + b"\r\n\r\n"
    return gzip.compress(whole, mtime=0) if packed else whole


def _record_id(name: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(_SPACE, name)}>"


def recorded(file: IO[bytes], where: str) -> Iterator[Recorded | CaptureError]:
    """Yield the exchanges of a web archive, in order; a fault of the file is told and ends it.

    Args:
        file: the archive, packed or not.
        where: its name, for messages.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        yield no_fastwarc(where)
        return
    request: tuple[str, bytes] = ("", b"")
    kinds = WarcRecordType.response | WarcRecordType.request
    try:
        for record in ArchiveIterator(file, record_types=kinds, parse_http=False, verify_digests=True):
            address = (record.headers.get("WARC-Target-URI") or "").strip("<>")
            block = record.reader.read(2 * MAX_BYTES + 1)
            if len(block) > 2 * MAX_BYTES:
                yield CaptureError("too large for one page", code="too-large", where=address, hint="Split it by hand.")
                continue
            if record.record_type == WarcRecordType.request:
                request = (address, block)
                continue
            moment = record.record_date.strftime("%Y-%m-%dT%H:%M:%SZ") if record.record_date else ""
            asked = request[1] if request[0] == address else b""
            made = Exchange(address, moment, record.headers.get("WARC-IP-Address") or "", _status(block), asked, block)
            yield Recorded(made, record.headers.get(_SOURCE) or "", record.headers.get(_DOCUMENT) or "")
    except OSError as error:
        yield unreadable(where, error) if error.errno else _damaged(where, error)
    except ValueError as error:
        yield _damaged(where, error)


def _damaged(where: str, error: Exception) -> CaptureError:
    return CaptureError(
        f"damaged: {error}", code="damaged", where=where, hint="What came before is kept; fetch the rest again."
    )


def _status(block: bytes) -> int:
    """Return the status that an answer's first line states; 0 where it states none."""
    words = block[:64].split(None, 2)
    return int(words[1]) if len(words) > 1 and words[0].startswith(b"HTTP/") and words[1].isdigit() else 0
