"""Read: archived bytes into a page and its reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import msgspec

from muniment.archive import FurnitureCount, SiteSelectors, draft, mark
from muniment.clerk.capture import kept_capture
from muniment.clerk.ports import PageReader, Stores
from muniment.errors import Unknown
from muniment.ledger.ports import KeptPage
from muniment.terms import Page, Reading, Sentence
from muniment.terms.ids import digest

__all__ = [
    "account_digest",
    "block_digest",
    "grammar_hash",
    "kept_page",
    "page_of",
    "read_document",
    "sentence_counts",
    "text_digest",
]

_ROOMS = ("archive", "reading", "profiles")
"""The rooms whose content decides how a page is read; of the profiles, their own hashes say more."""

_SUFFIXES = (".py", ".toml", ".json", ".txt", ".tsv", ".csv")


@cache
def grammar_hash() -> str:
    """Return one SHA-256 over all but profiles that decides how a page is read; with another, it is read again."""
    found = sha256()
    for room in _ROOMS:
        for name, content in _files(resources.files("muniment") / room, room):
            found.update(sha256(name.encode() + b"\0" + content).digest())
    return found.hexdigest()


def _files(folder: Traversable, at: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        name = f"{at}/{item.name}"
        if item.is_dir():
            found += [] if name == "profiles/library" else _files(item, name)
        elif item.name.endswith(_SUFFIXES):
            found.append((name, item.read_bytes()))
    return found


def block_digest(page: Page) -> str:
    """Return one hash of a page's text and block map: what a reading depends on, so without the reasons."""
    return digest([digest(page.text), [[block.kind, block.start, block.end] for block in page.blocks]])


def text_digest(text: str) -> str:
    """Return the SHA-256 of an archived text in UTF-8."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def account_digest(kept: KeptPage) -> str:
    """Return one hash of all that a page's account shows: blocks, what it says of itself, each sentence's outcome."""
    blocks = [[block.kind, block.start, block.end, block.reason, block.tag] for block in kept.page.blocks]
    sentences = [[s.start, s.end, s.status, s.rules, s.reason] for s in kept.sentences]
    return digest([blocks, kept.page.meta, sentences])


def sentence_counts(sentences: Sequence[Sentence]) -> dict[str, Any]:
    """Return how many sentences were read, set aside by each reason, and left unread, as a reading files it."""
    outcomes = Counter(sentence.status for sentence in sentences)
    reasons = Counter(sentence.reason for sentence in sentences if sentence.status == "set_aside")
    return {"read": outcomes["read"], "set_aside": dict(sorted(reasons.items())), "unread": outcomes["unread"]}


def page_of(
    stores: Stores, document: str, source: str, counts: FurnitureCount, selectors: SiteSelectors | None = None
) -> Page:
    """Return the page that archived bytes are, furniture marked by the count as it now is.

    Args:
        stores: the record.
        document: SHA-256 of the bytes.
        source: the source that they are read under.
        counts: how often paragraphs stand on which pages.
        selectors: where on the pages of some sites things stand.

    Raises:
        Unknown: there are no such bytes.
        CaptureError: they are no text.
    """
    kept = stores.archive.kept_as(document)
    if kept is None:
        raise Unknown("no such document is kept", code="unknown-document", where=document)
    stated = selectors.of(source) if selectors is not None else {}
    return mark(draft(kept_capture(stores, kept, source)), counts, stated)


def read_document(reader: PageReader, page: Page) -> Reading:
    """Return the reading of a page, its claims of the page itself without what the archive holds anyway.

    The text and block map of a page are not filed as claims about it: they are in the archive, and a later reading may
    mark them differently without anything being told anew.
    """
    reading = reader.read(page)
    claims = tuple(
        msgspec.structs.replace(claim, slots={name: v for name, v in claim.slots.items() if name not in _ARCHIVED})
        if claim.register == "documents" and not claim.slots.get("stub")
        else claim
        for claim in reading.claims
    )
    return msgspec.structs.replace(reading, claims=claims)


_ARCHIVED = frozenset({"text", "archived_text", "blocks"})
"""Slots of a document that come from the archive and not from a claim."""


def kept_page(page: Page, reading: Reading) -> KeptPage:
    """Return a page with its reading as the archive keeps it: title and date as read, where they were read."""
    own = next((c for c in reading.claims if c.register == "documents" and not c.slots.get("stub")), None)
    if own is not None:
        read = {name: own.slots[name] for name in ("title", "published") if own.slots.get(name)}
        page = msgspec.structs.replace(page, meta=msgspec.structs.replace(page.meta, **read))
    return KeptPage(page, reading.sentences, reading.language, reading.reader)
