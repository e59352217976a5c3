"""What was filed: an entry, the filing it is sealed from, and the head that names a whole ledger."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from muniment.errors import UsageError

__all__ = ["GENESIS", "START", "Entry", "Filing", "Head"]

GENESIS = "0" * 64
"""What the first entry gives as the hash before it."""

_TOKEN = re.compile(r"(\d{1,18}):([0-9a-f]{64})")


class Filing(msgspec.Struct, frozen=True):
    """Something to be filed, before it has a place in the chain.

    Attributes:
        kind: name and version of the kind of entry, `claim.filed/1`.
        author: who files it: a person's name, or `muniment` for a reading.
        body: what is filed, of the shape that the kind prescribes.
    """

    kind: str
    author: str
    body: dict[str, Any]


class Entry(msgspec.Struct, frozen=True):
    """One entry of the ledger, as it was filed.

    Attributes:
        position: place in the ledger, 1-based, without gaps.
        kind: name and version of the kind of entry, `claim.filed/1`.
        filed_at: when it was filed, UTC, ISO 8601 to the second, `2026-05-04T03:02:01Z`.
        author: who filed it.
        body: what was filed.
        previous: hash of the entry before it; `GENESIS` for the first.
        hash: SHA-256 over all of the above, 64 hexadecimal digits.
    """

    position: int
    kind: str
    filed_at: str
    author: str
    body: dict[str, Any]
    previous: str
    hash: str


class Head(msgspec.Struct, frozen=True):
    """The last entry of a ledger; whoever keeps it can tell later whether anything up to it was rewritten.

    Attributes:
        position: how many entries there are.
        hash: hash of the last of them; `GENESIS` where there is none.
    """

    position: int
    hash: str

    def __str__(self) -> str:
        """The head as one printable word, `<position>:<hash>`."""
        return f"{self.position}:{self.hash}"

    @classmethod
    def parse(cls, token: str) -> Head:
        """Return the head that a printed word names.

        Raises:
            UsageError: the word is not of the form `<position>:<64 hexadecimal digits>`.
        """
        match = _TOKEN.fullmatch(token.strip())
        if match is None:
            raise UsageError(
                "not a head of a ledger", code="not-a-head", where=repr(token),
                hint="A head is printed as POSITION:HASH by `muniment status` and `muniment verify`.",
            )  # fmt: skip
        return cls(int(match.group(1)), match.group(2))


START = Head(0, GENESIS)
"""The head of a ledger with nothing in it."""
