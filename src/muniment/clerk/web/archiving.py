"""Archiving: what a record holds written as a web archive, taken in from one, and checked."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

import msgspec

from muniment.archive import MAX_BYTES, Capture
from muniment.archive.page_bytes import unreadable
from muniment.archive.web import Answer, Exchange, normal, page_in
from muniment.archive.web.exchange import content_of, headers_of
from muniment.archive.web.warc import Recorded, exchange_records, header_record, recorded, resource_record
from muniment.clerk.capture import keep_page
from muniment.clerk.ports import Clock, Stores
from muniment.clerk.web.keeping import exchange_of, faults_of, keep_exchanges, kept_exchange, named_exchanges
from muniment.errors import Broken, CaptureError
from muniment.ledger.intake import exchange_id
from muniment.terms.ids import digest_bytes

__all__ = ["Archived", "export_warc", "import_warc", "verify_archive"]


class Archived(msgspec.Struct):
    """What was written, taken in or checked.

    Attributes:
        exchanges: requests with their answers.
        documents: pages: with the exchanges those that were taken in, else those that came from no web server.
        known: exchanges of an archive that the record has already.
        failed: errors of what gave no page.
    """

    exchanges: int = 0
    documents: int = 0
    known: int = 0
    failed: list[CaptureError] = []


def export_warc(stores: Stores, path: Path, clock: Clock) -> Archived:
    """Write every exchange, and every page that came from no web server, to a web archive; return how many.

    The file is put in place when it is whole; it is packed where its name ends in `.gz`.

    Raises:
        CaptureError: it cannot be written.
        Broken: what is kept cannot be unpacked.
    """
    packed = path.name.endswith(".gz")
    beside = path.with_name(f".{path.name}.part")
    try:
        with open(beside, "wb") as file, stores.snapshot():
            file.write(header_record(clock(), packed))
            done = _written(stores, file, packed)
        os.replace(beside, path)
    except OSError as error:
        raise unreadable(str(path), error) from error
    finally:
        beside.unlink(missing_ok=True)
    return done


def _written(stores: Stores, file: IO[bytes], packed: bool) -> Archived:
    done = Archived()
    fetched: set[str] = set()
    for source, name in named_exchanges(stores):
        kept = stores.intake.exchange(name)
        if kept is None:
            raise Broken("the exchange is gone", code="exchange-gone", where=name, hint="Run `muniment verify`.")
        fetched.add(kept.document)
        file.write(exchange_records(Recorded(exchange_of(kept), source, kept.document), name, packed))
        done.exchanges += 1
    for document in stores.archive.kept():
        if document.document in fetched:
            continue
        sources = stores.archive.ever_at(document.document) or [document.document]
        version = next((v for v in stores.archive.versions(sources[0]) if v.document == document.document), None)
        content = stores.archive.get(document.document)
        seen_at = version.seen_at if version else "1970-01-01T00:00:00Z"
        file.write(resource_record(sources[0], content, document.media_type, seen_at, packed))
        done.documents += 1
    return done


def import_warc(stores: Stores, paths: Sequence[Path], clock: Clock) -> Archived:
    """Take in the exchanges of web archives: each is kept, and the page in it waits to be read; return how many.

    What the record has already is left as it is, so that the same archive may be taken in again.

    Writes: exchanges, `exchange.kept`, bytes, the list of pages to be filed.
    """
    done = Archived()
    for path in paths:
        try:
            with open(path, "rb") as file:
                for chain in _chains(recorded(file, str(path)), done):
                    _taken_in(stores, chain, done, clock)
        except OSError as error:
            done.failed.append(unreadable(str(path), error))
    return done


def _chains(found: Iterator[Recorded | CaptureError], done: Archived) -> Iterator[list[Recorded]]:
    """Yield what belongs together: an answer with the redirects before it that led to it."""
    chain: list[Recorded] = []
    for one in found:
        if isinstance(one, CaptureError):
            done.failed.append(one)
            continue
        if chain and one.source != chain[0].source:
            chain = []  # a chain that the archive breaks off
        chain.append(one)
        if not (one.source and 300 <= one.made.status < 400):
            yield chain
            chain = []


def _taken_in(stores: Stores, chain: list[Recorded], done: Archived, clock: Clock) -> None:
    last = chain[-1]
    try:
        source = last.source or normal(last.made.address)
        told = last.document or not last.source  # of our own archives, an answer without a document is a list
        page = _page(source, last.made) if last.made.status == 200 and told else None
    except CaptureError as error:
        if last.source:
            done.failed.append(error)
        return  # of another's archive: pictures, style sheets
    if page is None and not last.source:
        return
    document = page.document if page else ""
    with stores.transaction():
        made = [one.made for one in chain]
        if stores.intake.exchange(kept_exchange(made[-1], document).id) is not None:
            done.known += len(chain)
            return
        if page is not None:
            try:
                keep_page(stores, page, last.made.seen_at, clock)
            except CaptureError as error:
                done.failed.append(error)
                return
            done.documents += 1
        keep_exchanges(stores, source, made, document, clock)
        done.exchanges += len(chain)


def _page(source: str, made: Exchange) -> Capture:
    """Return the page in an exchange.

    Raises:
        CaptureError: there is none in it.
    """
    content = content_of(made, MAX_BYTES)
    return page_in(Answer(source, made.address, made.status, headers_of(made), content, (made,)))


def verify_archive(stores: Stores) -> Archived:
    """Return how many exchanges and documents there are, where all of them are what they were kept as.

    Raises:
        Broken: one is not; the message tells the first and how many there are.
    """
    done = Archived()
    faults: list[str] = []
    with stores.snapshot():
        named = {name for _, name in named_exchanges(stores)}
        for kept in stores.intake.exchanges():
            done.exchanges += 1
            if exchange_id(kept) != kept.id or kept.id not in named:
                faults.append(f"the exchange {kept.id} was changed or put in by hand")
            elif kept.document:
                faults += faults_of(kept)
            named.discard(kept.id)
        faults += [f"the exchange {name} is gone" for name in sorted(named)]
        for document in stores.archive.kept():
            done.documents += 1
            if digest_bytes(stores.archive.get(document.document)) != document.document:
                faults.append(f"the document {document.document} was changed")
    if faults:
        more = f" ({len(faults) - 1} more)" if len(faults) > 1 else ""
        raise Broken(
            f"does not hold: {faults[0]}{more}", code="broken", where=stores.where,
            hint="Somebody changed this file, or the disk did. Go back to a copy that verifies.",
        )  # fmt: skip
    return done
