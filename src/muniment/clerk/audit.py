"""Audit: sentences that were set aside, or left unread, listed or drawn at random. Nothing is written."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from muniment.clerk.ports import Stores
from muniment.clerk.reports import Accounted
from muniment.terms import digest

__all__ = ["accounted", "sampled"]


def accounted(stores: Stores, status: str, reason: str, limit: int | None = None, offset: int = 0) -> list[Accounted]:
    """Return sentences of the standing pages, by the SHA-256 of the page and in the order of its text.

    Args:
        stores: the record.
        status: what became of them, `set_aside` or `unread`.
        reason: only those set aside for it; empty for any.
        limit: at most so many; None for all.
        offset: so many are passed over first.
    """
    until = None if limit is None else offset + limit
    return list(islice(_all(stores, status, reason), offset, until))


def sampled(stores: Stores, status: str, reason: str, size: int, seed: int) -> list[Accounted]:
    """Return sentences drawn at random, page by page: the same from the same pages under the same seed.

    Every sentence gets a number that the seed and its place decide (a SHA-256); those with the lowest are drawn, so
    that each is as likely as any other, and pages added later change the sample only by what is drawn from them.

    Args:
        stores: the record.
        status: what became of them, `set_aside` or `unread`.
        reason: only those set aside for it; empty for any.
        size: how many; all of them where there are fewer.
        seed: any whole number.
    """
    found = heapq.nsmallest(
        size, _all(stores, status, reason), key=lambda one: digest([seed, one.document, one.start, one.end])
    )
    return sorted(found, key=lambda one: (one.source, one.document, one.start))


def _all(stores: Stores, status: str, reason: str) -> Iterator[Accounted]:
    for state in stores.archive.states():
        kept = stores.archive.page(state.document)
        page = kept.page
        starts = [block.start for block in page.blocks]
        for one in kept.sentences:
            if one.status == status and reason in ("", one.reason):
                block = page.blocks[bisect_right(starts, one.start) - 1].kind
                rule = one.rules[0] if one.rules else ""
                text = page.text[one.start : one.end]
                yield Accounted(page.source, page.document, one.start, one.end, block, one.reason, rule, text)
