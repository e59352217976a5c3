"""The same text on several pages: agency copies, mirrors, excerpts; and one page in several languages.

Candidates share a long paragraph to the letter, which the archive knows at once; what they share in all is counted in
runs of words. A copy of which every paragraph was touched is not found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from muniment.archive import draft
from muniment.clerk.capture import kept_capture
from muniment.clerk.ports import Stores
from muniment.errors import Unknown
from muniment.terms.page import BODY_KINDS

if TYPE_CHECKING:
    from muniment.ledger.ports import KeptPage

__all__ = ["Cluster", "Copy", "OtherLanguage", "clusters", "copies_of", "other_languages"]

_RUN = 5
"""Words of a run: long enough that few occur by chance in two texts (w-shingling; Broder, On the resemblance and
containment of documents, 1997, uses 4 to 10)."""

_LONG = 12
"""Words of a paragraph that is looked up; shorter ones (greetings, headings) stand on pages about anything."""

_COMMON = 40
"""Pages with a paragraph beyond which it is furniture and says nothing of a copy (judgement)."""

_COPIED = 0.8
"""Share of the shorter text's runs that the longer has for the one to be a copy or an excerpt of the other; a report
rewritten from a release keeps about a third (judgement)."""


_ANY_NUMBER = 1 << 62
"""Beyond the number of any kept bytes."""


class Copy(msgspec.Struct, frozen=True):
    """A page that has the text of another.

    Attributes:
        document: SHA-256 of its bytes.
        sources: where it stands or stood.
        title: its headline.
        published: the date it gives itself, ISO 8601; empty where it gives none.
        seen_at: when it was first captured, UTC.
        kind: `copy` where each has what the other has, `excerpt` where it is the shorter, `extended` the longer.
        shared: runs of five words that both have.
        share: of the shorter text's runs, those that both have, 0 to 1.
    """

    document: str
    sources: tuple[str, ...]
    title: str
    published: str
    seen_at: str
    kind: str
    shared: int
    share: float


class Cluster(msgspec.Struct, frozen=True):
    """Pages that have one text, in the order they are first known from.

    Attributes:
        first: the page that is known earliest: by its own date, then by its capture.
        others: the rest, each against the first.
    """

    first: Copy
    others: tuple[Copy, ...]


class OtherLanguage(msgspec.Struct, frozen=True):
    """A page in another language that a page says is the same.

    Attributes:
        language: ISO 639-1 code.
        address: where it stands.
        document: SHA-256 of its current version here; empty where it was not captured.
        mutual: whether that page says the same of this one.
    """

    language: str
    address: str
    document: str
    mutual: bool


def other_languages(stores: Stores, document: str) -> list[OtherLanguage]:
    """Return the pages in other languages that a document names as its own versions, by language.

    Raises:
        Unknown: the document was never read.
    """
    page = stores.archive.page(document)
    own = {*stores.archive.ever_at(document), page.page.meta.url}
    found = []
    for language, address in sorted(page.page.meta.alternates.items()):
        if address in own or language == page.language:
            continue
        current = stores.archive.current(address)
        named: set[str] = set()
        if current is not None and stores.archive.state(current.document) is not None:
            named = set(stores.archive.page(current.document).page.meta.alternates.values())
        found.append(OtherLanguage(language, address, current.document if current else "", not own.isdisjoint(named)))
    return found


def copies_of(stores: Stores, document: str) -> list[Copy]:
    """Return the standing pages that have the text of a document, the earliest known first.

    Raises:
        Unknown: there is no such document.
    """
    if stores.archive.kept_as(document) is None:
        raise Unknown(
            "there is no such document", code="unknown-document", where=document, hint="See `show documents`."
        )
    if stores.archive.state(document) is None:
        return []
    page = stores.archive.page(document)
    own = _runs(page)
    found = []
    for other in _candidates(stores, page):
        if stores.archive.state(other) is None:
            continue
        theirs = stores.archive.page(other)
        copy = _compared(own, _runs(theirs), theirs, stores)
        if copy is not None:
            found.append(copy)
    return sorted(found, key=_known_from)


def clusters(stores: Stores) -> Iterator[Cluster]:
    """Yield every text that several standing pages have; a page is in one cluster only."""
    told: set[str] = set()
    for kept in stores.archive.kept():
        if kept.document in told or stores.archive.state(kept.document) is None:
            continue
        copies = [copy for copy in copies_of(stores, kept.document) if copy.document not in told]
        if not copies:
            continue
        page = stores.archive.page(kept.document)
        size = len(_runs(page))
        members = sorted([*copies, _copy(page, stores, "copy", size, 1.0)], key=_known_from)
        told.update(member.document for member in members)
        yield Cluster(members[0], tuple(members[1:]))


def _candidates(stores: Stores, page: KeptPage) -> list[str]:
    """Return the documents that share a long paragraph of a page's body, those that share most first."""
    document = page.page.document
    kept = stores.archive.kept_as(document)
    if kept is None:
        return []
    drafted = draft(kept_capture(stores, kept, page.page.source))
    bodies = [(block.start, block.end) for block in page.page.blocks if block.kind in BODY_KINDS]
    shared: Counter[str] = Counter()
    for key, part in zip(drafted.keys, drafted.parts, strict=True):
        inside = any(start <= part.start and part.end <= end for start, end in bodies)
        if inside and len(drafted.text[part.start : part.end].split()) >= _LONG:
            having = stores.archive.with_paragraph(key, _ANY_NUMBER)
            shared.update(having if len(having) <= _COMMON else ())
    return [other for other, _ in shared.most_common() if other != document]


def _runs(page: KeptPage) -> frozenset[str]:
    """Return the runs of words of a page's body."""
    words = [
        word
        for block in page.page.blocks
        if block.kind in BODY_KINDS
        for word in page.page.text[block.start : block.end].casefold().split()
    ]
    return frozenset(" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _compared(own: frozenset[str], theirs: frozenset[str], page: KeptPage, stores: Stores) -> Copy | None:
    shared = len(own & theirs)
    shorter = min(len(own), len(theirs))
    if not shorter or shared < _COPIED * shorter:
        return None
    whole = shared >= _COPIED * max(len(own), len(theirs))
    kind = "copy" if whole else "excerpt" if len(theirs) < len(own) else "extended"
    return _copy(page, stores, kind, shared, round(shared / shorter, 3))


def _copy(page: KeptPage, stores: Stores, kind: str, shared: int, share: float) -> Copy:
    document = page.page.document
    sources = stores.archive.ever_at(document)
    seen = [version.seen_at for source in sources for version in stores.archive.versions(source)
            if version.document == document]  # fmt: skip
    return Copy(
        document, tuple(sources), page.page.meta.title or page.page.source, page.page.meta.published,
        min(seen, default=""), kind, shared, share,
    )  # fmt: skip


def _known_from(copy: Copy) -> tuple[str, str, str]:
    """Return what pages are put in order by; one that gives no date of its own by the day it was captured."""
    return copy.published or copy.seen_at[:10], copy.seen_at, copy.document
