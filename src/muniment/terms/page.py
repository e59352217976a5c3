"""A captured page as the reader gets it: archived text, its block map, and what the page says of itself."""

from __future__ import annotations

import msgspec

__all__ = ["BLOCK_KINDS", "BODY_KINDS", "Block", "Page", "PageMeta"]

BLOCK_KINDS = (
    "title", "dateline", "paragraph", "quote", "caption", "signature", "contact", "teaser", "navigation",
)  # fmt: skip
"""Every kind of block, as the record format lists them."""

BODY_KINDS = frozenset({"paragraph", "quote"})
"""The kinds whose text is the article's body."""


class Block(msgspec.Struct, frozen=True, omit_defaults=True):
    """A stretch of the archived text with one part to play on the page.

    Attributes:
        kind: one of `BLOCK_KINDS`.
        start: code points, 0-based, into `Page.text`.
        end: code points, half-open, into `Page.text`.
        reason: why this kind, in words for people ("stands on 5 of 5 pages"); empty for a plain paragraph.
        tag: the HTML element it came from ("li", "h2", "p"); empty for plain text.
    """

    kind: str
    start: int
    end: int
    reason: str = ""
    tag: str = ""


class PageMeta(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the page says of itself outside its prose. An empty string is "does not say".

    Attributes:
        title: headline.
        published: date of publication, ISO 8601, as precise as stated.
        language: ISO 639-1 code, found in the text or declared.
        section: rubric the page stands under.
        publisher: who publishes the page.
        author: who is named as author.
        url: canonical address the page gives itself.
        modified: date of its last change, ISO 8601, where it states one in its markup.
        alternates: addresses of the same page in other languages, by ISO 639-1 code.
        origin: where each of these came from, as `{field: "html:meta[article:published_time]"}`.
    """

    title: str = ""
    published: str = ""
    language: str = ""
    section: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    modified: str = ""
    alternates: dict[str, str] = {}
    origin: dict[str, str] = {}


class Page(msgspec.Struct, frozen=True):
    """A page ready for reading.

    Attributes:
        source: path or address as it was given.
        document: SHA-256 of the archived bytes, 64 hexadecimal digits.
        text: archived text: the bytes decoded and normalised; every offset in Muniment points into it.
        blocks: consecutive blocks that together cover `text` from 0 to its end.
        meta: what the page says of itself.
    """

    source: str
    document: str
    text: str
    blocks: tuple[Block, ...]
    meta: PageMeta = PageMeta()
