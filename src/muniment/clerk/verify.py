"""Verify: all that the desk shows is made again from the archived bytes and the ledger, and compared.

The chain of hashes vouches for the entries, the entries for the bytes, for the hash of each page's text, block map and
sentences, and for the claims. Everything else a record holds follows from these, and is computed anew.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import msgspec

from muniment.archive import Draft, FurnitureCount, draft
from muniment.clerk.capture import COUNTS, counted_upto, kept_capture, kept_count
from muniment.clerk.ports import PROFILES, Stores
from muniment.clerk.project import FOLD, projected
from muniment.clerk.read import account_digest, block_digest, sentence_counts, text_digest
from muniment.clerk.reports import VerifyReport
from muniment.clerk.web.keeping import faults_of
from muniment.errors import Broken, CaptureError, MunimentError, Stale, Unknown
from muniment.ledger import KINDS, START, Chain, Entry, Head
from muniment.ledger.intake import exchange_id
from muniment.ledger.ports import Failure, KeptBytes, KeptPage, ReadState
from muniment.registers import REGISTERS
from muniment.registers.projector import apply
from muniment.terms.ids import digest, digest_bytes

__all__ = ["verify"]

_TOLD = 20
"""Faults told one by one; a tampered record may have millions."""

_BATCH = 500
"""Entries indexed together."""


def verify(stores: Stores, expect: str | None = None, fresh: Stores | None = None) -> VerifyReport:
    """Return what was checked, where all of it holds.

    Reads: the whole record, as it is when this is called.

    Args:
        stores: the record.
        expect: an older head that somebody kept; the ledger must still begin with what it names.
        fresh: an empty record of the same kind to make everything in anew, so that every table can be compared; without
            it only bytes, texts, entries and evidence are checked.

    Raises:
        Broken: something does not hold; the message tells the first fault and how many there are.
        Stale: another version made the registers, so that there is nothing to compare them with.
        UsageError: `expect` is no head.
        TooNew: entries of a later version.
    """
    wanted = Head.parse(expect) if expect else START
    with stores.snapshot():
        found = list(itertools.islice(stores.faults(), _TOLD))
        if found:
            raise _broken(stores, found)
        checked = _Checked(stores, wanted, fresh)
        found = list(itertools.islice(checked.faults(), _TOLD))
    if found:
        raise _broken(stores, found)
    return VerifyReport(
        str(checked.chain.head), str(wanted) if expect else "", checked.chain.head.position,
        checked.documents, checked.quotes, checked.rows,
    )  # fmt: skip


def _broken(stores: Stores, found: list[str]) -> Broken:
    more = f" ({len(found) - 1} more: {'; '.join(found[1:])})" if len(found) > 1 else ""
    return Broken(
        f"does not hold: {found[0]}{more}", code="broken", where=stores.where,
        hint="Somebody changed this file, or the disk did: go back to a copy that verifies. If texts are not what the "
        "bytes give, and another version of Muniment made them, `muniment build --again` makes them anew.",
    )  # fmt: skip


class _Checked:
    """What is counted, and made afresh, while checking."""

    def __init__(self, stores: Stores, wanted: Head, fresh: Stores | None) -> None:
        """Begin with nothing checked."""
        self._stores = stores
        self._wanted = wanted
        self._fresh = fresh
        self._counts = FurnitureCount()
        self._profiles: set[str] = set()
        self._exchanges: set[str] = set()
        self._batch: list[Entry] = []
        self._quoted: tuple[str, str | None] = ("", None)
        self.chain = Chain()
        self.documents = self.quotes = self.rows = 0

    def faults(self) -> Iterator[str]:
        """Yield everything that does not hold, in words that name table and key, document or entry."""
        yield from self._projected()
        yield from self._bytes()
        yield from self._entries()
        yield from self._kept_exchanges()
        yield from self._waiting()
        if self._fresh is not None:
            yield from self._notes()
            yield from self._stores.differences(self._fresh)
            self.rows = sum(1 for register in REGISTERS for _ in self._fresh.rows.all(register))

    def _projected(self) -> Iterator[str]:
        """Yield where the registers do not follow the ledger to its end.

        Raises:
            Stale: another version of the fold made them.
        """
        if self._fresh is None:
            return
        position, fold = projected(self._stores)
        if fold != FOLD and fold.isdigit():
            raise Stale(
                "the registers were made by another version of Muniment", code="stale", where=self._stores.where,
                hint="`muniment build` with no pages brings them up to date.",
            )  # fmt: skip
        if (position, fold) != (self._stores.ledger.head().position, FOLD):
            yield "table notes, projected: is not the end of the ledger"

    def _bytes(self) -> Iterator[str]:
        """Yield what is wrong with the archived bytes and the texts made from them."""
        counted = self._counted()
        for kept in self._stores.archive.kept():
            self.documents += 1
            try:
                drafted = self._drafted(kept)
                page = self._page(kept.document)
            except MunimentError as error:
                yield str(error)
                continue
            stands = self._stores.archive.state(kept.document) is not None
            if page is not None and stands and page.page.text != drafted.text:
                yield f"table pages, {kept.document}: its text is not what its bytes give"
            if self._fresh is not None:
                self._fresh.archive.put(kept.document, b"", kept.media_type)
                self._fresh.archive.put_paragraphs(kept.document, drafted.keys)
            if kept.number <= counted:
                self._counts.add(drafted)

    def _drafted(self, kept: KeptBytes) -> Draft:
        """Return the draft of archived bytes.

        Raises:
            Broken: they are not what was archived, or give no page.
        """
        where = f"table blobs, {kept.document}"
        capture = kept_capture(self._stores, kept, kept.document)
        if digest_bytes(capture.content) != kept.document:
            raise Broken("the archived bytes were changed", code="bytes-changed", where=where)
        if len(capture.content) != kept.size:
            raise Broken("the size is not that of its bytes", code="bytes-changed", where=where)
        try:
            return draft(capture)
        except CaptureError as error:
            raise Broken(f"gives no page ({error.what})", code="no-page", where=where) from error

    def _page(self, document: str) -> KeptPage | None:
        """Return a page as it was last read, None where it never was.

        Raises:
            Broken: what is kept of it cannot be unpacked.
        """
        try:
            return self._stores.archive.page(document)
        except Unknown:
            return None

    def _entries(self) -> Iterator[str]:
        """Yield what is wrong with the entries and with what they speak of; a break of the chain is told last."""
        found = self._wanted == START
        try:
            for entry in self._stores.ledger.read():
                self.chain.follow(entry)
                if entry.position == self._wanted.position:
                    found = entry.hash == self._wanted.hash
                current = KINDS.lift(entry)
                check = _CHECKS.get(current.kind)
                if check is not None:
                    yield from check(self, current)
                if self._fresh is not None:
                    self._follow(self._fresh, entry, current)
        except Broken as error:
            self._fresh = None
            yield str(error)
            return
        if self._fresh is not None:
            self._fresh.ledger.index(self._batch)
        if not found:
            yield f"the ledger does not go on from the head {self._wanted}: it was rewritten or cut short"

    def _follow(self, fresh: Stores, filed: Entry, current: Entry) -> None:
        """Bring the registers and the index of entries up to an entry."""
        apply(fresh.rows, current)
        self._batch.append(filed)
        if len(self._batch) == _BATCH:
            fresh.ledger.index(self._batch)
            self._batch.clear()

    def page_filed(self, entry: Entry) -> Iterator[str]:
        """Check a page that was filed, and make it its source's version."""
        body = entry.body
        document = body["document"]
        kept = self._stores.archive.kept_as(document)
        if kept is None:
            yield f"entry {entry.position}: the bytes of {body['source']} are gone"
        elif (kept.media_type, kept.size) != (body["media_type"], body["size"]):
            yield f"table blobs, {document}: media type or size is not what entry {entry.position} filed"
        if self._fresh is not None:
            archive = self._fresh.archive
            archive.put_version(body["source"], document, body["seen_at"], entry.position)
            if body.get("replaces") and not archive.sources_of(body["replaces"]):
                archive.drop_state(body["replaces"])

    def reading_filed(self, entry: Entry) -> Iterator[str]:
        """Check a reading against what is kept of it, if no later one took its place."""
        document, sealed = entry.body["document"], entry.body["text"]
        kept = self._page(document)
        if kept is None:
            yield f"table pages, {document}: is missing"
            return
        same_text = sealed in ("", text_digest(kept.page.text))
        self._quoted = document, kept.page.text if same_text else None
        if self._fresh is not None:
            self._fresh.archive.put_page(kept)
        about = self._stores.ledger.about([document])
        last = max((one.position for one in about if one.kind.startswith("reading.")), default=entry.position)
        if last == entry.position:
            yield from self._sealed(entry, kept, same_text)

    def _sealed(self, entry: Entry, kept: KeptPage, same_text: bool) -> Iterator[str]:
        """Yield where what is kept of a page is not what its last reading filed."""
        body, state = entry.body, self._stores.archive.state(entry.body["document"])
        page = f"table pages, {kept.page.document}"
        if not same_text:
            yield f"{page}: its text is not what entry {entry.position} filed"
        if (kept.page.source, kept.language, kept.reader) != (body["source"], body["language"], body["reader"]):
            yield f"{page}: source, language or reader is not what entry {entry.position} filed"
        blocks = digest([msgspec.to_builtins(block) for block in kept.page.blocks])
        if sentence_counts(kept.sentences) != body["sentences"] or (
            account_digest(kept) != body["account"] if body["account"] else blocks != body["blocks"]
        ):
            yield f"{page}: blocks, sentences or what it says of itself are not what entry {entry.position} filed"
        if state is not None and body["claims"] and digest(state.claims) != body["claims"]:
            yield f"table standing, {kept.page.document}: its claims are not what entry {entry.position} filed"
        if self._fresh is not None:
            key = body["read_with"] or (state.key if state else "")
            claims = state.claims if state else ()
            self._fresh.archive.put_state(ReadState(kept.page.document, key, block_digest(kept.page), claims))

    def claim_filed(self, entry: Entry) -> Iterator[str]:
        """Compare a claim's evidence with the text; not where the page was read from another text since."""
        for quote in entry.body["evidence"]:
            document = quote["document"]
            if document != self._quoted[0]:
                kept = self._page(document)
                if kept is None:
                    yield f"entry {entry.position}: no text of document {document} to find its evidence in"
                    continue
                self._quoted = document, kept.page.text
            text = self._quoted[1]
            if text is None:
                continue
            self.quotes += 1
            if text[quote["start"] : quote["end"]] != quote["quote"]:
                yield f"entry {entry.position}: its quotation is not the text at {quote['start']}-{quote['end']}"

    def profile_filed(self, entry: Entry) -> Iterator[str]:
        """Take note of a profile."""
        self._profiles.add(entry.body["name"])
        yield from ()

    def source_failed(self, entry: Entry) -> Iterator[str]:
        """Take note of a source that gave no page."""
        if self._fresh is not None:
            self._fresh.archive.put_failure(Failure(entry.body["source"], entry.body["seen_at"], entry.body["error"]))
        yield from ()

    def source_mended(self, entry: Entry) -> Iterator[str]:
        """Take note of a source that gives pages again."""
        if self._fresh is not None:
            self._fresh.archive.drop_failure(entry.body["source"])
        yield from ()

    def exchange_kept(self, entry: Entry) -> Iterator[str]:
        """Check that what a source answered is there."""
        for name in entry.body["exchanges"]:
            self._exchanges.add(name)
            if self._stores.intake.exchange(name) is None:
                yield f"entry {entry.position}: the exchange {name} is gone"

    def _kept_exchanges(self) -> Iterator[str]:
        """Yield what is wrong with the exchanges that are kept."""
        found: set[str] = set()
        for number, kept in enumerate(self._stores.intake.exchanges(), 1):
            found.add(kept.id)
            where = f"table exchanges, {kept.id}"
            if kept.number != number:
                yield f"{where}: its number is {kept.number}, not {number}"
            elif exchange_id(kept) != kept.id:
                yield f"{where}: was changed"
            elif kept.id not in self._exchanges:
                yield f"{where}: is there, though no entry names it"
            elif kept.document:
                yield from faults_of(kept)
        yield from (f"table exchanges, {name}: is out of place" for name in sorted(self._exchanges - found))

    def _waiting(self) -> Iterator[str]:
        """Yield which pages wait to be filed without bytes."""
        for seen in self._stores.archive.seen():
            if self._stores.archive.kept_as(seen.document) is None:
                yield f"table seen, {seen.source}: waits to be filed, but its bytes are gone"

    def _counted(self) -> int:
        """Return the number of the last kept bytes whose paragraphs are counted; 0 where the notes are none."""
        try:
            return counted_upto(self._stores)
        except Broken:
            return 0

    def _notes(self) -> Iterator[str]:
        """Yield which notes of builds are not what entries and bytes make them."""
        note = self._stores.archive.note
        if note(PROFILES).decode("utf-8", "replace").split("\n") != sorted(self._profiles or {""}):
            yield f"table notes, {PROFILES}: are not the profiles that were filed"
        try:
            counts = kept_count(self._stores)
        except Broken as error:
            yield f"table notes, {COUNTS}: {error.what}"
            return
        if not self._counts.ran_over and not counts.counts_as(self._counts):
            yield f"table notes, {COUNTS}: is not the count of the archived pages up to {self._counted()}"


_CHECKS: dict[str, Callable[[_Checked, Entry], Iterator[str]]] = {
    "page.filed/1": _Checked.page_filed,
    "reading.filed/2": _Checked.reading_filed,
    "claim.filed/1": _Checked.claim_filed,
    "profile.filed/1": _Checked.profile_filed,
    "source.failed/1": _Checked.source_failed,
    "source.mended/1": _Checked.source_mended,
    "exchange.kept/1": _Checked.exchange_kept,
}
"""Current kind of entry -> what is checked of it; a kind that is not here is checked by the fold alone."""
