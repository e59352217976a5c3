"""File: a page and its reading into the ledger, the difference to what stood before, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from muniment.clerk.ports import AUTHOR, Clock, Stores
from muniment.clerk.project import enter
from muniment.clerk.read import account_digest, block_digest, kept_page, sentence_counts, text_digest
from muniment.clerk.web.rhythm import note_reading
from muniment.ledger import Filing
from muniment.ledger.ports import KeptPage, ReadState, Seen
from muniment.terms import Claim, Page, Reading, digest

__all__ = ["Filed", "file_again", "file_page", "file_source"]

_CHANGED = "the page changed"
_OTHERWISE = "the page is read otherwise now"

_ONE_TO_A_DOCUMENT = frozenset({"statements", "situations", "commitments"})
"""Registers that hold two claims of one document to be two: of a document that is read otherwise, the earlier claims
make room first, so that the same words keep their row. In all others the new claim joins the row and then the old one
leaves it, so that the row stays the same though something else is told."""


class Filed(msgspec.Struct):
    """What filing came to: claims filed and dropped, counted."""

    claims_filed: int = 0
    claims_dropped: int = 0


def file_source(stores: Stores, seen: Seen, clock: Clock) -> Filed:
    """Return what filing a source came to that shows a document which stands already.

    Writes: a `page.filed` entry where the source did not show it before; what the source showed before is dropped.
    """
    filed = Filed()
    with stores.transaction():
        _file_version(stores, seen, filed, clock)
        stores.archive.take_seen(seen.source)
    return filed


def file_page(stores: Stores, seen: Seen, read: tuple[Page, Reading, str], clock: Clock) -> Filed:
    """Return what filing a page came to.

    Writes: `page.filed` where the document is new at its source, `reading.filed`, the claims, archive and registers,
    and how the source stands that named the page; claims of the version before are dropped after the new ones are
    filed, so that rows go on.

    Args:
        stores: the record.
        seen: the page as captured.
        read: the page, its reading, and the hash of what it was read with.
        clock: gives the time of filing.
    """
    filed = Filed()
    with stores.transaction():
        before = stores.archive.current(seen.source)
        if before is None or before.document != seen.document:
            _file_page_entry(stores, seen, before.document if before else "", clock)
            note_reading(stores, seen, *read[:2])
        _file_reading(stores, read, filed, clock)
        if before is not None and before.document != seen.document:
            _drop_document(stores, before.document, filed, clock)
        stores.archive.take_seen(seen.source)
    return filed


def file_again(stores: Stores, read: tuple[Page, Reading, str], clock: Clock) -> Filed:
    """Return what filing another reading of a standing document came to."""
    filed = Filed()
    with stores.transaction():
        _file_reading(stores, read, filed, clock)
    return filed


def _file_version(stores: Stores, seen: Seen, filed: Filed, clock: Clock) -> None:
    before = stores.archive.current(seen.source)
    if before is not None and before.document == seen.document:
        return
    _file_page_entry(stores, seen, before.document if before else "", clock)
    if before is not None:
        _drop_document(stores, before.document, filed, clock)


def _file_page_entry(stores: Stores, seen: Seen, replaces: str, clock: Clock) -> None:
    kept = stores.archive.kept_as(seen.document)
    body: dict[str, Any] = {
        "source": seen.source, "document": seen.document, "media_type": kept.media_type if kept else seen.media_type,
        "seen_at": seen.seen_at, "size": kept.size if kept else 0,
    }  # fmt: skip
    if replaces:
        body["replaces"] = replaces
    (entry,) = enter(stores, [Filing("page.filed/1", AUTHOR, body)], clock)
    stores.archive.put_version(seen.source, seen.document, seen.seen_at, entry.position)


def _file_reading(stores: Stores, read: tuple[Page, Reading, str], filed: Filed, clock: Clock) -> None:
    page, reading, key = read
    state = stores.archive.state(page.document)
    standing = state.claims if state else ()
    claims = {claim.id: claim for claim in reading.claims}
    kept = kept_page(page, reading)
    told = _reading_filing(reading, kept, tuple(claims), key)
    if state is not None and stores.archive.page(page.document).page.text != page.text:
        gone, new = list(standing), list(claims.values())  # other text under the same spans: nothing stays
        filings = [*_dropped(gone, _OTHERWISE), told, *map(_claim_filing, _page_first(new))]
    else:
        gone = [claim for claim in standing if claim not in claims]
        new = [claim for name, claim in claims.items() if name not in set(standing)]
        before = [claim for claim in gone if _register(stores, claim) in _ONE_TO_A_DOCUMENT]
        after = [claim for claim in gone if claim not in set(before)]
        filings = [told, *_dropped(before, _OTHERWISE), *map(_claim_filing, _page_first(new)),
                   *_dropped(after, _OTHERWISE)]  # fmt: skip
    stores.archive.put_page(kept)
    stores.archive.put_state(ReadState(page.document, key, block_digest(page), tuple(claims)))
    enter(stores, filings, clock)
    filed.claims_filed += len(new)
    filed.claims_dropped += len(gone)


def _register(stores: Stores, claim: str) -> str:
    kept = stores.rows.claim(claim)
    return kept.register if kept else ""


def _page_first(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with what the page says of itself first: its date is the date of all the others."""
    return sorted(claims, key=lambda claim: claim.register != "documents" or bool(claim.slots.get("stub")))


def _drop_document(stores: Stores, document: str, filed: Filed, clock: Clock) -> None:
    """Drop the claims of a document that no source shows any more; its bytes and its text are kept."""
    state = stores.archive.state(document)
    if state is None or stores.archive.sources_of(document):
        return
    enter(stores, _dropped(state.claims, _CHANGED), clock)
    stores.archive.drop_state(document)
    filed.claims_dropped += len(state.claims)


def _dropped(claims: Sequence[str], because: str) -> list[Filing]:
    return [Filing("claim.dropped/1", AUTHOR, {"claim": claim, "because": because}) for claim in claims]


def _claim_filing(claim: Claim) -> Filing:
    body: dict[str, Any] = {
        "claim": claim.id, "register": claim.register, "source": claim.source, "slots": claim.slots,
        "evidence": [msgspec.structs.asdict(evidence) for evidence in claim.evidence],
    }  # fmt: skip
    if claim.attributed_to:
        body["attributed_to"] = claim.attributed_to
    return Filing("claim.filed/1", AUTHOR, body)


def _reading_filing(reading: Reading, kept: KeptPage, claims: tuple[str, ...], key: str) -> Filing:
    body = {
        "source": reading.source, "document": reading.document, "language": reading.language,
        "reader": reading.reader, "profiles": list(reading.profiles), "blocks": reading.blocks,
        "sentences": sentence_counts(reading.sentences), "text": text_digest(kept.page.text),
        "account": account_digest(kept), "claims": digest(claims), "read_with": key,
    }  # fmt: skip
    return Filing("reading.filed/2", AUTHOR, body)
