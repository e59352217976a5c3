"""What the reader makes of one page: claims, and an account of every sentence."""

from __future__ import annotations

import msgspec

from muniment.terms.claim import Claim

__all__ = ["SET_ASIDE_REASONS", "Reading", "Sentence", "share"]

SET_ASIDE_REASONS = {
    "furniture": "the block is navigation, a teaser, a contact line or a caption",
    "heading": "a title or a heading, which the text below it tells in full",
    "courtesy": "a greeting, thanks or farewell that binds nobody",
    "description": "describes what an organisation or programme is, and tells of no act",
    "wish": "hope, praise or general importance with no act, date or actor to record",
    "fragment": "no verb: a list item, a caption or a leftover",
    "language": "in a language that is not read",
}
"""The closed list of reasons to set a sentence aside, each with what it means."""


def share(part: int, whole: int) -> str:
    """Return a part of a whole in per cent, to a tenth; a part of nothing is 0.0 %.

    >>> share(1, 8)
    '12.5 %'
    """
    return f"{100 * part / whole if whole else 0:.1f} %"


class Sentence(msgspec.Struct, frozen=True):
    """One sentence of a page and what became of it.

    Attributes:
        start: code points, 0-based, into `Page.text`.
        end: code points, half-open, into `Page.text`.
        status: `read` (a claim cites it), `set_aside` or `unread`.
        rules: names of the rules that read it, or the one that set it aside.
        reason: for `set_aside`, a key of `SET_ASIDE_REASONS`; else empty.
    """

    start: int
    end: int
    status: str
    rules: tuple[str, ...] = ()
    reason: str = ""


class Reading(msgspec.Struct, frozen=True):
    """The reading of one page: a pure function of its text, its blocks and the profiles.

    Attributes:
        source: path or address as given.
        document: SHA-256 of the archived bytes.
        language: ISO 639-1 code of the text; empty where it could not be told.
        reader: name and version of the grammar that read it, `en/1`; empty where the language is not read.
        profiles: names and hashes of the profiles it was read with, `name@sha256`.
        blocks: SHA-256 of the page's block map.
        claims: what was read, in the order of their first evidence.
        sentences: every sentence of the text, in order.
    """

    source: str
    document: str
    language: str
    reader: str
    profiles: tuple[str, ...]
    blocks: str
    claims: tuple[Claim, ...]
    sentences: tuple[Sentence, ...]
