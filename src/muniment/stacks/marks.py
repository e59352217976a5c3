"""A page's block map, meta and sentences packed into one small blob."""

from __future__ import annotations

import zlib

import msgspec

from muniment.errors import Broken
from muniment.ledger.ports import KeptPage
from muniment.terms import Block, Page, PageMeta, Sentence

__all__ = ["packed", "unpacked"]


class _Marks(msgspec.Struct, frozen=True):
    blocks: tuple[Block, ...]
    meta: PageMeta
    sentences: tuple[Sentence, ...]


def packed(page: KeptPage) -> bytes:
    """Return blocks, meta and sentences of a page as zlib-compressed JSON."""
    return zlib.compress(msgspec.json.encode(_Marks(page.page.blocks, page.page.meta, page.sentences)))


def unpacked(marks: bytes, bare: Page, language: str, reader: str) -> KeptPage:
    """Return the page that packed marks and a bare text make.

    Raises:
        Broken: the marks are none that `packed` gives.
    """
    try:
        found = msgspec.json.decode(zlib.decompress(marks), type=_Marks)
    except (zlib.error, msgspec.DecodeError, TypeError) as error:
        raise Broken("was changed by hand", code="table-changed", where=f"table pages, {bare.document}") from error
    page = msgspec.structs.replace(bare, blocks=found.blocks, meta=found.meta)
    return KeptPage(page, found.sentences, language, reader)
