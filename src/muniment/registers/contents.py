"""What the content of a claim is made of: what it tells, the row that pages alone put it in, and its anchor.

Claims of a row that tell the same are one telling. Where a person's judgement has put claims into another row than
their pages did, they are told apart there by the row they came from, so that they go back to it to the letter when the
judgement is undone; and the one claim that a decision refers to is told apart from those that tell the same.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["ANCHOR", "ORIGIN", "REST", "Content", "anchor_of", "told_of"]

ORIGIN = "~"
"""Parts what is told from the row that pages put it in, where a person's judgement has it in another."""

ANCHOR = "!"
"""Parts what is told from the one claim it is set apart for, because a person's decision refers to that."""

REST = "rest"
"""Content of the claims of a row that told nothing new once it had `TELLINGS_KEPT` tellings: counted, not merged."""


class Content(NamedTuple):
    """A content taken apart.

    Attributes:
        told: id of what is told, or `REST`.
        origin: id of the row that pages put it in; empty where that is the row it is in.
        anchor: id of the claim it is set apart for; empty where it is not.
    """

    told: str
    origin: str = ""
    anchor: str = ""

    @classmethod
    def parse(cls, content: str) -> Content:
        """Return a content taken apart."""
        rest, _, anchor = content.partition(ANCHOR)
        told, _, origin = rest.partition(ORIGIN)
        return cls(told, origin, anchor)

    def written(self) -> str:
        """Return it in one piece."""
        origin = f"{ORIGIN}{self.origin}" if self.origin else ""
        anchor = f"{ANCHOR}{self.anchor}" if self.anchor else ""
        return f"{self.told}{origin}{anchor}"


def anchor_of(content: str) -> str:
    """Return the claim that a content is set apart for; empty for one that no decision refers to."""
    return content.partition(ANCHOR)[2]


def told_of(content: str) -> str:
    """Return what a content tells, whichever row it came from and whether or not it is set apart."""
    return content.partition(ANCHOR)[0].partition(ORIGIN)[0]
