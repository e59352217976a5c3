"""Show: claims with their evidence, documents with their claims, and what a record covers. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from muniment.clerk.ports import PROFILES, RowShelf, Stores
from muniment.clerk.reports import Alarm, Coverage, DocumentView
from muniment.errors import Unknown
from muniment.ledger import KINDS, Entry
from muniment.ledger.ports import Tally
from muniment.registers.row import FiledClaim, Row
from muniment.terms.page import BODY_KINDS

__all__ = [
    "claim_record",
    "claim_records",
    "coverage",
    "document_view",
    "first_seen",
    "full_row",
    "history",
    "live_claims",
]


def claim_record(stores: Stores, claim: str) -> dict[str, Any]:
    """Return a claim as a record, with its id, its row, and the entry that filed it.

    Raises:
        Unknown: there is no such claim.
    """
    found = stores.rows.claim(claim)
    if found is None:
        raise Unknown("there is no such claim", code="unknown-claim", where=claim)
    return claim_records(stores, [found])[0]


def claim_records(stores: Stores, claims: Sequence[FiledClaim]) -> list[dict[str, Any]]:
    """Return claims as records, in the order given."""
    entries: dict[str, Entry] = {}
    for entry in stores.ledger.about([claim.id for claim in claims]):
        if entry.kind.startswith(("claim.filed/", "decision.added/")):
            entries[entry.body["claim"]] = KINDS.lift(entry)
    return [_record(stores, claim, entries.get(claim.id)) for claim in claims]


def _record(stores: Stores, claim: FiledClaim, entry: Entry | None) -> dict[str, Any]:
    """Return one claim as a record; a profile's fact has no entry of its own, but stands in the profile's."""
    if entry is None:
        entry = next(stores.ledger.read(claim.position - 1, 1))
    slots = entry.body.get("slots", claim.slots)
    record: dict[str, Any] = {"register": claim.register, "source": claim.source, **slots}
    if claim.attributed_to:
        record["attributed_to"] = claim.attributed_to
    record["evidence"] = entry.body.get("evidence", [])
    if entry.body.get("basis"):
        record["basis"] = entry.body["basis"]
    return record | {
        "id": claim.id, "row": claim.row, "document": claim.document, "origin": claim.origin,
        "dropped": claim.dropped, "entry": entry.position, "filed_at": entry.filed_at, "author": entry.author,
    }  # fmt: skip


def live_claims(stores: Stores, register: str) -> Iterator[dict[str, Any]]:
    """Yield the live claims that pages gave a register (any, where it is empty) as records, in ledger order."""
    for entry in stores.ledger.read():
        if not entry.kind.startswith("claim.filed/"):
            continue
        body = KINDS.lift(entry).body
        if register in ("", body["register"]):
            claim = stores.rows.claim(body["claim"])
            if claim is not None and not claim.dropped and claim.position == entry.position:
                yield _record(stores, claim, entry)


def history(stores: Stores, row: Row) -> list[Entry]:
    """Return the entries that made a row what it is, in order: claims filed and dropped, and people's decisions."""
    found = stores.ledger.about([row.id, *row.claims])
    known = {entry.position for entry in found}
    found += [
        entry for position in row.judged if position not in known for entry in stores.ledger.read(position - 1, 1)
    ]
    decisions = [f"entry:{entry.position}" for entry in found if entry.kind.startswith("decision.")]
    found += [entry for entry in stores.ledger.about(decisions) if entry.position not in known]
    found += [entry for position in _profile_entries(stores.rows, row) for entry in stores.ledger.read(position - 1, 1)]
    return list({entry.position: entry for entry in sorted(found, key=lambda entry: entry.position)}.values())


def _profile_entries(rows: RowShelf, row: Row) -> list[int]:
    claims = (rows.claim(claim) for claim in row.claims)
    return sorted({claim.position for claim in claims if claim is not None and claim.origin == "profile"})


def document_view(stores: Stores, name: str) -> DocumentView:
    """Return a document by its SHA-256, or the current version of a source.

    Raises:
        Unknown: there is no such document or source.
    """
    version = stores.archive.current(name)
    document = version.document if version else name
    kept = stores.archive.kept_as(document)
    if kept is None:
        raise Unknown(
            "there is no such document or source", code="unknown-document", where=name,
            hint="Give a source as it was given to `muniment build`, or the SHA-256 of its bytes.",
        )  # fmt: skip
    page = stores.archive.page(document)
    standing = stores.archive.state(document) is not None
    return DocumentView(
        document=document, source=page.page.source, sources=stores.archive.sources_of(document),
        versions=stores.archive.versions(name if version else page.page.source),
        media_type=kept.media_type, size=kept.size, standing=standing, language=page.language, reader=page.reader,
        meta=page.page.meta, text=page.page.text, blocks=page.page.blocks, sentences=page.sentences,
        claims=claim_records(stores, list(stores.rows.of_document(document))),
    )  # fmt: skip


def first_seen(stores: Stores, document: str) -> str:
    """Return when the bytes of a document were first seen, UTC; empty for what is no document of the archive."""
    seen = (one for source in stores.archive.ever_at(document) for one in stores.archive.versions(source))
    return min((one.seen_at for one in seen if one.document == document), default="")


def full_row(stores: Stores, row: Row) -> Row:
    """Return a row with what of it the archive holds: text, archived text and blocks of a document."""
    if row.register != "documents" or row.slots.get("stub") or not row.tellings:
        return row
    document = row.tellings[-1].documents[-1] if row.tellings[-1].documents else ""
    if stores.archive.state(document) is None:
        return row
    page = stores.archive.page(document).page
    if not page.blocks:
        return row  # an earlier state of the record, whose block map is not kept
    body = [page.text[block.start : block.end].strip() for block in page.blocks if block.kind in BODY_KINDS]
    slots = {
        **row.slots, "text": "\n\n".join(body), "archived_text": page.text,
        "blocks": [msgspec.to_builtins(block) for block in page.blocks],
    }  # fmt: skip
    return msgspec.structs.replace(row, slots=slots)


def coverage(
    stores: Stores, tally: Tally, rows: dict[str, int], known_at: str = "", alarms: Sequence[Alarm] = ()
) -> Coverage:
    """Return what a record covers.

    Args:
        stores: the record.
        tally: what its standing documents hold; how many pages wait is counted anew.
        rows: the rows shown, by register.
        known_at: which earlier state it is looked at in, in words.
        alarms: what is wrong with its sources.
    """
    counted = msgspec.structs.asdict(tally) | {"waiting": stores.archive.waiting()}
    profiles = stores.archive.note(PROFILES).decode().splitlines()
    return Coverage(
        head=str(stores.ledger.head()),
        **counted,
        failed=stores.archive.failures(),
        rows=rows,
        profiles=profiles,
        known_at=known_at,
        alarms=tuple(alarms),
    )
