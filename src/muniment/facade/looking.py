"""What a record holds: rows, claims, documents, sentences and entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from muniment.errors import UsageError
from muniment.facade.opened import OpenRecord
from muniment.facade.topics import by_label

if TYPE_CHECKING:
    from muniment.clerk.reports import Accounted, DocumentView, PageExplained
    from muniment.ledger import Entry
    from muniment.ledger.ports import Unread
    from muniment.registers.row import Row
    from muniment.stacks.listing import Hit

__all__ = ["Looking", "RowPage"]


class RowPage(msgspec.Struct, frozen=True):
    """Some rows of a list, and how many there are in all."""

    rows: list[Row]
    total: int


class Looking(OpenRecord):
    """What a record holds, looked up."""

    def rows(  # noqa: PLR0913 - a list as people ask for it, each by its name
        self,
        register: str,
        *,
        where: Mapping[str, str] | None = None,
        words: str = "",
        sort: str = "",
        descending: bool = False,
        limit: int = 50,
        offset: int = 0,
    ) -> RowPage:
        """Return some rows of a register, and how many there are.

        Args:
            register: its name.
            where: slot -> value it has; also `since` and `until`, ISO 8601 dates. A topic by any of its labels.
            words: all of which occur in the row; the last may be a beginning.
            sort: `date` (the default), `caption` or a slot.
            descending: last first.
            limit: at most so many rows.
            offset: so many are passed over first.

        Raises:
            Unknown: there is no such register.
            UsageError: a slot that rows are not narrowed or sorted by.
        """
        from muniment.stacks.listing import Listing

        asked = Listing(register, by_label(where or {}), words, sort, descending, limit, offset)
        return RowPage(*self._rows().rows.listed(asked))

    def all_rows(self, register: str, *, withdrawn: bool = False) -> Iterator[Row]:
        """Yield every row of a register in the order they were begun; with `withdrawn`, those out of it too.

        Raises:
            Unknown: there is no such register.
        """
        from muniment.registers import register as register_named

        known = register_named(register).name
        for row in self._rows().rows.all(known):
            if withdrawn or not (row.withdrawn or row.merged_into):
                yield row

    def row(self, register: str, row: str) -> Row:
        """Return a row, withdrawn or not, by its id or a beginning that no other has; of a document, with its text.

        Raises:
            Unknown: there is no such register or row.
        """
        from muniment.clerk.rows import find_row

        return self.full(find_row(self._rows().rows, register, row))

    def full(self, row: Row) -> Row:
        """Return a row with what of it the archive holds: text, archived text and blocks of a document."""
        from muniment.clerk.show import full_row

        return full_row(self._stores(), row)

    def values(self, register: str, slot: str, limit: int = 50) -> list[tuple[str, int]]:
        """Return the values of a slot and how many rows have each, most frequent first.

        Raises:
            Unknown: there is no such register.
        """
        from muniment.registers import register as register_named

        return self._rows().rows.values(register_named(register).name, slot, limit)

    def search(self, words: str, register: str | None = None, limit: int = 50) -> list[Hit]:
        """Return rows with all the words, best first, then documents whose text has them.

        Raises:
            Unknown: there is no such register.
        """
        from muniment.registers import register as register_named

        rows = self._rows().rows
        hits = rows.search(words, register_named(register).name if register else "", limit)
        if register in (None, "documents"):
            known = {(hit.register, hit.id) for hit in hits}
            hits += [hit for hit in self._documents_with(words, limit) if (hit.register, hit.id) not in known]
        return hits[:limit]

    def _documents_with(self, words: str, limit: int) -> Iterator[Hit]:
        rows = self._rows().rows
        for hit in rows.search_pages(words, limit):
            for claim in rows.of_document(hit.id):
                if claim.register == "documents" and not claim.slots.get("stub"):
                    yield msgspec.structs.replace(hit, register="documents", id=claim.row)
                    break

    def claim(self, claim: str) -> dict[str, Any]:
        """Return a claim as a record, with `id`, `row`, `entry`, `filed_at`, `author`, `origin` and `dropped`.

        Raises:
            Unknown: there is no such claim.
        """
        from muniment.clerk.show import claim_record

        return claim_record(self._rows(), claim)

    def claims_of(self, row: Row, limit: int = 100, offset: int = 0) -> list[dict[str, Any]]:
        """Return the live claims of a row as records, in ledger order."""
        from muniment.clerk.show import claim_records

        stores = self._rows()
        return claim_records(stores, stores.rows.claims_of(row.register, row.id, limit, offset))

    def claims(self, register: str = "") -> Iterator[dict[str, Any]]:
        """Yield the live claims that pages gave, as records, in ledger order; of one register, where it is named."""
        from muniment.clerk.show import live_claims

        return live_claims(self._rows(), register)

    def history(self, row: Row) -> list[Entry]:
        """Return the entries that made a row what it is, in order."""
        from muniment.clerk.show import history

        return history(self._rows(), row)

    def document(self, name: str) -> DocumentView:
        """Return a document by its SHA-256, or the current version of a source.

        Raises:
            Unknown: there is no such document or source.
        """
        from muniment.clerk.show import document_view

        return document_view(self._rows(), name)

    def explain(self, name: str) -> PageExplained:
        """Return how a document is read, sentence by sentence: by its SHA-256, or the current version of a source.

        The archived page is read again under the block map and with the profiles of its last reading; what of them is
        not as it was then is told.

        Raises:
            Unknown: there is no such document or source.
        """
        from muniment.clerk.explain import explain_document

        return explain_document(self._stores(), name)

    def content(self, document: str) -> bytes:
        """Return the archived bytes of a document.

        Raises:
            Unknown: there are none.
        """
        return self._stores().archive.get(document)

    def entries(self, after: int = 0, limit: int | None = None) -> Iterator[Entry]:
        """Yield the ledger's entries after a position, in order, as they were filed."""
        return self._stores().ledger.read(after, limit)

    def head(self) -> str:
        """Return the ledger's head, `<position>:<hash>`."""
        return str(self._stores().ledger.head())

    def unread(self, limit: int = 50, offset: int = 0) -> list[Unread]:
        """Return sentences that no rule read or set aside, in the order the pages were filed."""
        return self._stores().archive.unread(limit, offset)

    def set_aside(self, reason: str = "", limit: int = 50, offset: int = 0) -> list[Accounted]:
        """Return sentences that were set aside, for a reason or for any, page by page.

        Raises:
            UsageError: nothing is set aside for that reason.
        """
        from muniment.clerk.audit import accounted

        return accounted(self._stores(), "set_aside", _reason(reason), limit, offset)

    def sample(self, status: str, size: int, seed: int = 0, reason: str = "") -> list[Accounted]:
        """Return sentences drawn at random for an audit; the same pages and seed give the same sentences.

        Args:
            status: `set_aside` or `unread`.
            size: how many; all of them where there are fewer.
            seed: any whole number.
            reason: only those set aside for it; empty for any.

        Raises:
            UsageError: nothing is set aside for that reason.
        """
        from muniment.clerk.audit import sampled

        return sampled(self._stores(), status, _reason(reason), size, seed)


def _reason(name: str) -> str:
    from muniment.terms.reading import SET_ASIDE_REASONS

    if name and name not in SET_ASIDE_REASONS:
        raise UsageError(
            f"nothing is set aside as {name!r}", code="unknown-reason", where="reason",
            hint=f"There are: {', '.join(SET_ASIDE_REASONS)}.",
        )  # fmt: skip
    return name
