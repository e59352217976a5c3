"""Identity: one canonical encoding and the SHA-256 over it.

Ids hash canonical JSON, never joined text, so that ("ab", "c") and ("a", "bc") cannot meet.
"""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

__all__ = ["canonical", "digest", "digest_bytes"]

_ENCODER = msgspec.json.Encoder(order="sorted")


def canonical(value: Any) -> bytes:
    """Return the canonical JSON of a value: UTF-8, keys sorted, no blanks.

    Raises:
        TypeError: the value holds something JSON has no form for.
    """
    return _ENCODER.encode(value)


def digest(value: Any) -> str:
    """Return the SHA-256 of a value's canonical JSON, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(value)).hexdigest()


def digest_bytes(content: bytes) -> str:
    """Return the SHA-256 of bytes as they stand, as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
