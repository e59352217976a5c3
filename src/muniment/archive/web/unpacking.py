"""Packed answers unpacked, within limits: one that unpacks to far more than it takes is refused."""

from __future__ import annotations

import zlib

from muniment.errors import CaptureError

__all__ = ["ungzipped", "unpacked"]

_MOST_UNPACKED = 200
"""Bytes out for each byte in, over a first MiB: pages of text pack 3 to 20 times, a bomb a thousand times."""

_STEP = 1 << 16
_EITHER = 47
"""`wbits` that takes gzip or zlib by its head (zlib manual, `inflateInit2`)."""


def unpacked(body: bytes, codings: str, most: int, where: str) -> bytes:
    """Return an answer's content without its content codings (RFC 9110, section 8.4).

    Args:
        body: the content as it came.
        codings: the header's value; empty for none.
        most: bytes it may unpack to.
        where: the address, for messages.

    Raises:
        CaptureError: an unknown coding, a damaged or cut content, or one that unpacks to too much.
    """
    names = [name.strip().lower() for name in codings.split(",") if name.strip()]
    if len(names) > 2:
        raise CaptureError("packed more than twice: refused", code="bomb", where=where, hint="Look at it by hand.")
    for name in reversed(names):
        if name in ("gzip", "x-gzip", "deflate"):
            body = ungzipped(body, most, where)
        elif name != "identity":
            raise CaptureError(
                f"packed as {name!r}, which was not asked for", code="unknown-packing", where=where,
                hint="The server is at fault; try again later.",
            )  # fmt: skip
    return body


def ungzipped(body: bytes, most: int, where: str) -> bytes:
    """Return what gzip, zlib or bare deflate packed; bytes in none of these forms come back as they are.

    Raises:
        CaptureError: it is damaged or cut short, or unpacks to more than `most` bytes or 200 times its size.
    """
    if not body:
        return body
    allowed = min(most, _MOST_UNPACKED * len(body) + (1 << 20))
    wbits = _EITHER if _has_head(body) else -15
    made = bytearray()
    rest = body
    try:
        while rest:
            unpacker = zlib.decompressobj(wbits)
            while rest and not unpacker.eof:
                made += unpacker.decompress(rest, _STEP)
                rest = unpacker.unconsumed_tail or unpacker.unused_data
                if len(made) > allowed:
                    raise CaptureError(
                        f"unpacks from {len(body):,} to more than {allowed:,} bytes: refused", code="bomb", where=where,
                        hint="Unpack it by hand if you trust it.",
                    )  # fmt: skip
            if not unpacker.eof:
                made += unpacker.flush()
                raise CaptureError("cut short while packed", code="truncated", where=where, hint="Try again later.")
            if not _has_head(rest):
                break  # zeros or other filling behind the last member
    except zlib.error as error:
        raise CaptureError(
            f"damaged while packed: {error}", code="damaged", where=where, hint="Try again later."
        ) from error
    return bytes(made)


def _has_head(body: bytes) -> bool:
    """Whether bytes begin as gzip (RFC 1952) or zlib (RFC 1950) do."""
    return body.startswith(b"\x1f\x8b") or (len(body) > 1 and body[0] & 15 == 8 and (body[0] * 256 + body[1]) % 31 == 0)
