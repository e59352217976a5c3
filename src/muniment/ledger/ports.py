"""Ports: what the record needs of wherever it is kept. Every stack passes one suite of tests.

`LedgerStore` holds the entries and is the record. `ArchiveStore` holds what the entries speak of: bytes by content
hash, and the archived text with its block map and sentences, for display and for checking evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import msgspec

from muniment.ledger.entry import Entry, Head
from muniment.terms import Page, Sentence

__all__ = [
    "ArchiveStore",
    "Failure",
    "KeptBytes",
    "KeptPage",
    "LedgerStore",
    "ReadState",
    "Seen",
    "Tally",
    "Unread",
    "Version",
]


class LedgerStore(Protocol):
    """An append-only sequence of entries."""

    def head(self) -> Head:
        """Return the last entry's position and hash; `START` where nothing was filed."""
        ...

    def append(self, entries: Sequence[Entry], expected: Head) -> None:
        """Add sealed entries after the head they were sealed on.

        Raises:
            Conflict: the head is another by now; nothing was added.
        """
        ...

    def index(self, entries: Sequence[Entry]) -> None:
        """Note what entries are about, as `append` does, without keeping them."""
        ...

    def read(self, after: int = 0, limit: int | None = None) -> Iterator[Entry]:
        """Return the entries after a position, in order, as they were filed; all of them where there is no limit.

        Raises:
            Broken: an entry is stored in a form that it was not filed in.
        """
        ...

    def about(self, subjects: Sequence[str]) -> list[Entry]:
        """Return the entries about any of the subjects (see `ledger.kinds.subjects`), in order."""
        ...

    def until(self, time: str) -> int:
        """Return how many entries come before the first that was filed after a time, UTC, ISO 8601 to the second."""
        ...


class KeptBytes(msgspec.Struct, frozen=True):
    """Bytes in the archive.

    Attributes:
        number: order of arrival, 1-based; may have gaps.
        document: SHA-256 of the bytes.
        media_type: as first captured, `text/html` or `text/plain`.
        size: in bytes, before compression.
    """

    number: int
    document: str
    media_type: str
    size: int


class Seen(msgspec.Struct, frozen=True):
    """A page that was captured and waits to be read and filed.

    Attributes:
        number: order of arrival, 1-based; may have gaps.
        source: path or address as given.
        document: SHA-256 of the bytes.
        media_type: as captured.
        seen_at: when it was captured, UTC.
    """

    number: int
    source: str
    document: str
    media_type: str
    seen_at: str


class Version(msgspec.Struct, frozen=True):
    """One version of a source: `number` counts from 1, `position` is that of its `page.filed` entry."""

    source: str
    number: int
    document: str
    seen_at: str
    position: int


class ReadState(msgspec.Struct, frozen=True):
    """How a document now stands as read.

    Attributes:
        document: SHA-256 of the bytes.
        key: what it was read with (reader and profiles), as one hash.
        blocks: SHA-256 of the block map it was read with.
        claims: ids of the claims that stand, in the order they were read.
    """

    document: str
    key: str
    blocks: str
    claims: tuple[str, ...]


class KeptPage(msgspec.Struct, frozen=True):
    """A page as it was last read: text, blocks and what became of each sentence.

    Attributes:
        page: the page.
        sentences: every sentence, in order.
        language: ISO 639-1 code; empty where it could not be told.
        reader: name and version of the grammar that read it; empty where the language is not read.
    """

    page: Page
    sentences: tuple[Sentence, ...]
    language: str
    reader: str


class Unread(msgspec.Struct, frozen=True):
    """A sentence that no rule read or set aside; offsets in code points into the document's archived text."""

    source: str
    document: str
    start: int
    end: int
    text: str


class Failure(msgspec.Struct, frozen=True):
    """A source that gave no page when it was last asked; `seen_at` UTC, `error` as `MunimentError.record()`."""

    source: str
    seen_at: str
    error: dict[str, str]


class Tally(msgspec.Struct, frozen=True):
    """What the standing documents hold, counted.

    Attributes:
        sources: sources that have a current version.
        pages: documents that stand; fewer than sources where two show the same bytes.
        waiting: pages captured and not yet read.
        first: earliest date of publication that a page states, ISO 8601; empty where none states one.
        last: latest date of publication that a page states.
        undated: pages that state no date of publication.
        languages: pages by language code.
        not_read: pages by language code, of those in a language that is not read.
        read: sentences that a claim cites.
        set_aside: sentences by the reason they were set aside for, a key of `SET_ASIDE_REASONS`.
        unread: sentences that no rule read or set aside.
    """

    sources: int
    pages: int
    waiting: int
    first: str
    last: str
    undated: int
    languages: dict[str, int]
    not_read: dict[str, int]
    read: int
    set_aside: dict[str, int]
    unread: int


class ArchiveStore(Protocol):
    """Bytes, pages and sources; nothing here is the record, but the record's evidence points into it."""

    def put(self, document: str, content: bytes, media_type: str) -> bool:
        """Keep bytes under their SHA-256; return whether they are new."""
        ...

    def get(self, document: str) -> bytes:
        """Return the bytes of a document.

        Raises:
            Unknown: there are none.
            Broken: what is stored cannot be unpacked.
        """
        ...

    def kept(self, after: int = 0) -> Iterator[KeptBytes]:
        """Return what bytes there are, in order of arrival, after a number."""
        ...

    def kept_as(self, document: str) -> KeptBytes | None:
        """Return what is known of a document's bytes, None where there are none."""
        ...

    def put_paragraphs(self, document: str, keys: Sequence[bytes]) -> None:
        """Keep which paragraphs a kept document has, by the 8-byte keys of their words."""
        ...

    def drop_paragraphs(self) -> None:
        """Forget which paragraphs every document has, so that they can be put anew."""
        ...

    def with_paragraph(self, key: bytes, until: int) -> list[str]:
        """Return the documents with a paragraph, of those that arrived up to a number, in order of arrival."""
        ...

    def put_seen(self, source: str, document: str, media_type: str, seen_at: str) -> None:
        """Put a page on the list of those to be read and filed; it replaces the same source's earlier place there."""
        ...

    def seen(self, after: int = 0) -> Iterator[Seen]:
        """Return the pages to be read and filed, in order of arrival, after a number."""
        ...

    def take_seen(self, source: str) -> None:
        """Take a source off the list of pages to be read and filed."""
        ...

    def put_version(self, source: str, document: str, seen_at: str, position: int) -> None:
        """Make a document the current version of a source."""
        ...

    def current(self, source: str) -> Version | None:
        """Return the current version of a source, None where there is none."""
        ...

    def versions(self, source: str) -> list[Version]:
        """Return every version of a source, oldest first."""
        ...

    def sources_of(self, document: str) -> list[str]:
        """Return the sources whose current version a document is, in alphabetical order."""
        ...

    def ever_at(self, document: str) -> list[str]:
        """Return the sources that a document was ever a version of, in alphabetical order."""
        ...

    def put_page(self, page: KeptPage) -> None:
        """Keep a page as read; it replaces an earlier reading of the same document."""
        ...

    def put_counts(self, document: str, counts: Mapping[str, int]) -> None:
        """Count the sentences of a kept page otherwise than they are kept: `read`, `unread`, reasons to set aside."""
        ...

    def page(self, document: str) -> KeptPage:
        """Return a page as it was last read.

        Raises:
            Unknown: the document was never read.
        """
        ...

    def put_state(self, state: ReadState) -> None:
        """Record how a document stands as read."""
        ...

    def state(self, document: str) -> ReadState | None:
        """Return how a document stands as read, None where it does not stand."""
        ...

    def states(self, after: str = "") -> Iterator[ReadState]:
        """Return how every standing document stands, in the order of their hashes, after a hash."""
        ...

    def drop_state(self, document: str) -> None:
        """Record that a document stands no more; its bytes and its text are kept."""
        ...

    def unread(self, limit: int, offset: int) -> list[Unread]:
        """Return unread sentences of standing documents, in order of arrival and of the text."""
        ...

    def put_failure(self, failure: Failure) -> None:
        """Record that a source gave no page; it replaces an earlier failure of the same source."""
        ...

    def drop_failure(self, source: str) -> None:
        """Record that a source gave a page again."""
        ...

    def failure(self, source: str) -> Failure | None:
        """Return how a source failed when it was last asked, None where it did not."""
        ...

    def failures(self) -> list[Failure]:
        """Return the sources that gave no page, in alphabetical order."""
        ...

    def tally(self) -> Tally:
        """Return what the standing documents hold, counted."""
        ...

    def waiting(self) -> int:
        """Return how many pages are captured and not yet read."""
        ...

    def note(self, name: str) -> bytes:
        """Return what was put down under a name; empty where nothing was."""
        ...

    def put_note(self, name: str, content: bytes) -> None:
        """Put something down under a name, in place of what was there."""
        ...
