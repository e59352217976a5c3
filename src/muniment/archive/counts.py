"""How often each paragraph stands on pages about something else, counted in one pass with bounded memory.

A paragraph is kept as the 8-byte key of its words; with it the topics of the pages it stands on, up to `KEPT_TOPICS` of
them (the smallest, so that the order of pages does not matter). The same article captured twice has one topic and
counts once. Counts of separate parts of a collection can be merged, and give what counting them together gives, as
long as neither ran over its capacity.
"""

from __future__ import annotations

import itertools
import struct
from collections.abc import Iterable

import msgspec

from muniment.archive.draft import Draft
from muniment.errors import Broken

__all__ = ["CAPACITY", "KEPT_TOPICS", "FurnitureCount"]

CAPACITY = 400_000
"""Paragraphs kept at most. One costs about 95 bytes while seen under one topic (tracemalloc, CPython 3.11, 2026-11), so
the whole stays near 40 MB. At 25 new paragraphs a page a paragraph must come again within 8,000 pages to be found,
and real furniture comes again on the next; forgetting can only miss furniture, never set an article aside."""

KEPT_TOPICS = 8
"""Topics kept for one paragraph: beyond 8 the exact number no longer matters to any rule."""

_FORMAT = 1

_KEY_AND_TOPIC = struct.Struct("8s8s")
"""A paragraph and the one topic that it was seen under, as a kept count has them."""


class _State(msgspec.Struct):
    format: int
    capacity: int
    pages: int
    once: bytes
    often: list[tuple[bytes, bytes]]


class FurnitureCount:
    """Paragraphs and the topics they were seen under.

    Attributes:
        pages: drafts counted so far.
        ran_over: whether paragraphs had to be forgotten since the count was begun or read from its state.
    """

    def __init__(self, capacity: int = CAPACITY) -> None:
        """Begin a count that keeps at most `capacity` paragraphs."""
        self.pages = 0
        self.ran_over = False
        self._capacity = capacity
        self._once: dict[bytes, bytes] = {}
        self._often: dict[bytes, tuple[bytes, ...]] = {}

    def __len__(self) -> int:
        """Number of paragraphs kept."""
        return len(self._once) + len(self._often)

    def add(self, draft: Draft) -> None:
        """Count one draft."""
        self.count(draft.topic, draft.keys)

    def count(self, topic: bytes, keys: Iterable[bytes]) -> None:
        """Count one page by its topic and the keys of its paragraphs, as its draft has them."""
        self.pages += 1
        once, often = self._once, self._often
        for key in dict.fromkeys(keys):
            first = once.get(key)
            if first is not None:
                if first != topic:
                    del once[key]
                    often[key] = (first, topic) if first < topic else (topic, first)
            elif key in often:
                self._note(key, (topic,))
            else:
                once[key] = topic
        if len(once) + len(often) > self._capacity:
            self._forget()

    def others(self, key: bytes, topic: bytes) -> int:
        """Return on how many pages about something else a paragraph stands: 0 to `KEPT_TOPICS`."""
        often = self._often.get(key)
        if often is not None:
            return len(often) - (topic in often)
        return int(self._once.get(key, topic) != topic)

    def merge(self, other: FurnitureCount) -> None:
        """Add what another count has seen."""
        self.pages += other.pages
        for key, topic in other._once.items():
            self._join(key, (topic,))
        for key, topics in other._often.items():
            self._join(key, topics)
        if len(self) > self._capacity:
            self._forget()

    def _join(self, key: bytes, topics: tuple[bytes, ...]) -> None:
        if key in self._often:
            self._note(key, topics)
            return
        first = self._once.get(key)
        if first is None and len(topics) == 1:
            self._once[key] = topics[0]
        elif first is None:
            self._often[key] = topics
        elif topics != (first,):
            del self._once[key]
            self._often[key] = tuple(sorted({first, *topics})[:KEPT_TOPICS])

    def _note(self, key: bytes, topics: tuple[bytes, ...]) -> None:
        known = self._often[key]
        fresh = [topic for topic in topics if topic not in known and (len(known) < KEPT_TOPICS or topic < known[-1])]
        if fresh:
            self._often[key] = tuple(sorted({*known, *fresh})[:KEPT_TOPICS])

    def _forget(self) -> None:
        """Forget the half of the paragraphs seen under one topic that came first; then, if need be, of the others."""
        self.ran_over = True
        for kept in (self._once, self._often):
            for key in list(kept)[: (len(kept) + 1) // 2]:
                del kept[key]
            if len(self) <= self._capacity * 3 // 4:
                return

    def counts_as(self, other: FurnitureCount) -> bool:
        """Whether another count holds the same paragraphs under the same topics."""
        return self._once == other._once and self._often == other._often

    def state(self) -> bytes:
        """Return all that was counted as bytes for keeping; equal counts give equal bytes."""
        once = b"".join(itertools.chain.from_iterable(sorted(self._once.items())))
        often = [(key, b"".join(topics)) for key, topics in sorted(self._often.items())]
        return msgspec.msgpack.encode(_State(_FORMAT, self._capacity, self.pages, once, often))

    @classmethod
    def from_state(cls, state: bytes) -> FurnitureCount:
        """Return the count that `state` kept.

        Raises:
            Broken: the bytes are none that `state` gives.
        """
        try:
            kept = msgspec.msgpack.decode(state, type=_State)
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            raise Broken(
                f"the kept count of furniture cannot be read ({error})", code="furniture-count",
                hint="Count the pages again.",
            ) from error  # fmt: skip
        if kept.format != _FORMAT:
            raise Broken(f"a count of furniture of form {kept.format} is not known", code="furniture-count")
        count = cls(kept.capacity)
        count.pages = kept.pages
        count._once = dict(_KEY_AND_TOPIC.iter_unpack(kept.once))
        count._often = {
            key: tuple(topics[at : at + 8] for at in range(0, len(topics), 8)) for key, topics in kept.often
        }
        return count
