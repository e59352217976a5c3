"""Verify: the hash chain, the archived bytes, every piece of evidence, and the registers, all computed again."""

from __future__ import annotations

import itertools
from collections import OrderedDict
from collections.abc import Iterator

import msgspec

from muniment.archive import draft
from muniment.clerk.capture import kept_capture
from muniment.clerk.ports import RowShelf, Stores
from muniment.clerk.reports import VerifyReport
from muniment.errors import Broken, CaptureError, MunimentError
from muniment.ledger import KINDS, START, Chain, Entry, Head
from muniment.registers import REGISTERS
from muniment.registers.projector import apply
from muniment.terms.ids import digest, digest_bytes

__all__ = ["verify"]

_TEXTS = 64
"""Texts kept at hand: entries of one page stand together, so a few would do."""

_TOLD = 20
"""Faults told one by one; a tampered record may have millions."""


def verify(stores: Stores, expect: str | None = None, scratch: RowShelf | None = None) -> VerifyReport:
    """Return what was checked, where all of it holds.

    Reads: ledger, archive and registers, once each.

    Args:
        stores: the record.
        expect: an older head that somebody kept; the ledger must still begin with what it names.
        scratch: an empty store to fold the ledger into afresh, so that the rows can be compared too.

    Raises:
        Broken: something does not hold; the message tells the first fault and how many there are.
        UsageError: `expect` is no head.
        TooNew: entries of a later version.
    """
    wanted = Head.parse(expect) if expect else START
    checked = _Checked(stores, wanted, scratch)
    faults = itertools.chain(stores.faults(), checked.bytes(), checked.entries(), checked.rows())
    found = list(itertools.islice(faults, _TOLD))
    if found:
        more = f" ({len(found) - 1} more: {'; '.join(found[1:])})" if len(found) > 1 else ""
        raise Broken(
            f"does not hold: {found[0]}{more}", code="broken", where=stores.where,
            hint="Somebody changed this file, or the disk did. Go back to a copy that verifies.",
        )  # fmt: skip
    return VerifyReport(
        str(checked.chain.head), str(wanted) if expect else "", checked.chain.head.position,
        checked.documents, checked.quotes, checked.compared,
    )  # fmt: skip


class _Checked:
    """What is counted while checking."""

    def __init__(self, stores: Stores, wanted: Head, scratch: RowShelf | None) -> None:
        """Begin with nothing checked."""
        self._stores = stores
        self._wanted = wanted
        self._scratch = scratch
        self._texts: OrderedDict[str, str] = OrderedDict()
        self.chain = Chain()
        self.documents = self.quotes = self.compared = 0

    def bytes(self) -> Iterator[str]:
        """Yield what is wrong with the archived bytes."""
        for kept in self._stores.archive.kept():
            self.documents += 1
            try:
                content = self._stores.archive.get(kept.document)
            except MunimentError as error:
                yield str(error)
                continue
            if digest_bytes(content) != kept.document:
                yield f"document {kept.document}: the archived bytes were changed"

    def entries(self) -> Iterator[str]:
        """Yield what is wrong with the entries and their evidence; a break of the chain is the last thing told."""
        found = self._wanted == START
        try:
            for entry in self._stores.ledger.read():
                self.chain.follow(entry)
                if entry.position == self._wanted.position:
                    found = entry.hash == self._wanted.hash
                current = KINDS.lift(entry)
                yield from self._evidence(current)
                if self._scratch is not None:
                    apply(self._scratch, current)
        except Broken as error:
            self._scratch = None
            yield str(error)
            return
        if not found:
            yield f"the ledger does not go on from the head {self._wanted}: it was rewritten or cut short"

    def _evidence(self, entry: Entry) -> Iterator[str]:
        if entry.kind == "page.filed/1" and self._stores.archive.kept_as(entry.body["document"]) is None:
            yield f"entry {entry.position}: the bytes of {entry.body['source']} are gone"
        if entry.kind != "claim.filed/1":
            return
        for quote in entry.body["evidence"]:
            self.quotes += 1
            text = self._text(quote["document"])
            if text is None:
                yield f"entry {entry.position}: no text of document {quote['document']} to find its evidence in"
            elif text[quote["start"] : quote["end"]] != quote["quote"]:
                yield f"entry {entry.position}: its quotation is not the text at {quote['start']}-{quote['end']}"

    def _text(self, document: str) -> str | None:
        """Return a document's text, made anew from its bytes; None where there is none."""
        if document in self._texts:
            self._texts.move_to_end(document)
            return self._texts[document]
        kept = self._stores.archive.kept_as(document)
        try:
            text = draft(kept_capture(self._stores, kept, document)).text if kept else None
        except (Broken, CaptureError):
            text = None
        if text is not None:
            self._texts[document] = text
            if len(self._texts) > _TEXTS:
                self._texts.popitem(last=False)
        return text

    def rows(self) -> Iterator[str]:
        """Yield which rows are not what the ledger makes them."""
        if self._scratch is None:
            return
        for register in REGISTERS:
            fresh = 0
            for row in self._scratch.all(register):
                fresh += 1
                self.compared += 1
                stored = self._stores.rows.get(register, row.id)
                if stored is None or digest(msgspec.to_builtins(stored)) != digest(msgspec.to_builtins(row)):
                    yield f"{register} {row.id}: is not what the ledger makes it"
            if sum(1 for _ in self._stores.rows.all(register)) != fresh:
                yield f"{register}: holds rows that no entry made"
