"""What a record holds: rows, claims, documents, sentences and entries."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from muniment.errors import Unknown, UsageError
from muniment.facade.kept import Answering, Question
from muniment.facade.topics import by_label

if TYPE_CHECKING:
    from muniment.clerk.reports import Accounted, DocumentView, PageExplained
    from muniment.clerk.versions import VersionsCompared
    from muniment.ledger import Entry
    from muniment.ledger.ports import Unread
    from muniment.registers.lasting import SoOn
    from muniment.registers.row import Row
    from muniment.stacks.listing import Hit, Listing

__all__ = ["EVERY", "Looking", "RowPage", "Searched", "day_of"]

EVERY = 2**31 - 1
"""More rows than any list holds."""


class RowPage(msgspec.Struct, frozen=True):
    """Some rows of a list, and how many there are in all.

    Attributes:
        rows: the rows; as of a day, texts with the status and the actions of that day.
        total: how many there are.
        as_of: the day that was asked of, ISO 8601; empty where none was.
        doubts: id of a row of which it is uncertain whether it was so on that day -> why, in one sentence.
        latest: how many rows with the words were looked at, of all registers, those filed last; 0 where all were.
    """

    rows: list[Row]
    total: int
    as_of: str = ""
    doubts: dict[str, str] = {}
    latest: int = 0


class Searched(msgspec.Struct, frozen=True):
    """What a search found.

    Attributes:
        hits: rows, best first, then documents whose text has the words.
        counts: how many rows of each register have the words; of documents, also by their text, as far as hits go.
        counted: how many rows filed last were counted, where more have the words; 0 where all were.
    """

    hits: list[Hit]
    counts: dict[str, int]
    counted: int


class Looking(Answering):
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
        as_of: str = "",
        latest: int = 0,
        total: bool = True,
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
            as_of: ISO 8601 date; only what was so on that day, by the rule that the register declares, those first that
                are certain. Empty for all rows.
            latest: where more rows of all registers have the words, only so many, those filed last; 0 for no bound.
            total: False where it need not be counted how many there are between two dates.

        Raises:
            Unknown: there is no such register.
            UsageError: a slot that rows are not narrowed or sorted by, no day, or a register not asked as of one.
        """
        from muniment.stacks.listing import Listing

        day = day_of(as_of).isoformat() if as_of else ""
        most = latest if latest and words and self._rows().rows.more_than(words, latest) else 0
        asked = Listing(register, by_label(where or {}), words, sort, descending, limit, offset, day, most, total)
        if day and register == "instruments" and asked.where.keys() & {"status", "draft"}:
            return self._texts_at_stage(asked)
        rows, there = self._rows().rows.listed(asked)
        return _page(self._on_day(rows, day), there, day, most) if day else RowPage(rows, there, latest=most)

    def _on_day(self, rows: list[Row], day: str) -> list[SoOn]:
        from muniment.registers.lasting import KEY, sequence_of, so_on

        of = {row.id: sequence_of(row)[:KEY] for row in rows}
        things = [thing for thing in dict.fromkeys(of.values()) if thing]
        others = self._rows().rows.in_sequence(rows[0].register, things, day) if things else {}
        found = (so_on(row, day, others.get(of[row.id], ())) for row in rows)
        return [one for one in found if one is not None]

    def _texts_at_stage(self, asked: Listing) -> RowPage:
        """Return the texts that were, or may have been, at a stage on a day; the index knows only today's stage."""
        status, draft = asked.where.get("status"), asked.where.get("draft")
        every = msgspec.structs.replace(asked.checked(), limit=EVERY, offset=0)
        every.where.pop("status", None)
        every.where.pop("draft", None)
        found = [
            one
            for one in self._on_day(self._rows().rows.listed(every)[0], asked.as_of)
            if status in (None, one.row.slots.get("status"), one.may_be)
            and draft in (None, "true" if one.row.slots.get("draft") else "false")
        ]
        return _page(found[asked.offset : asked.offset + asked.limit], len(found), asked.as_of, asked.latest)

    def row_as_of(self, row: Row, as_of: str) -> RowPage:
        """Return a row as it was on a day, a text at the stage of that day, and why that is uncertain, if it is.

        Raises:
            Unknown: it was not so on that day.
            UsageError: no day, or a register not asked as of one.
        """
        from muniment.registers import register as register_named
        from muniment.stacks.listing import Listing

        register, day = register_named(row.register), day_of(as_of).isoformat()
        Listing(register.name, as_of=day).checked()
        found = self._on_day([row], day)
        if not found:
            raise Unknown(
                f"“{register.caption(row.slots)}” was not so on {day}, as far as is known", code="not-so-then",
                where=f"{register.name} {row.id}", hint="Ask without a day for all that is known of it.",
            )  # fmt: skip
        return _page(found, 1, day)

    def rows_as_of(self, register: str, as_of: str) -> RowPage:
        """Return all that was so on a day, in the order in which it began to be told; raises as `rows`."""
        return self.rows(register, as_of=as_of, limit=EVERY)

    def all_rows(self, register: str, *, withdrawn: bool = False) -> Iterator[Row]:
        """Yield every row of a register in the order they were begun; with `withdrawn`, those out of it too.

        Raises:
            Unknown: there is no such register.
        """
        from muniment.registers import register as register_named

        known = register_named(register).name
        rows = self._rows().rows.all(known)
        return rows if withdrawn else _shown(rows)

    def retold_rows(self, register: str) -> Iterator[Row]:
        """Yield those rows of `all_rows` that are told in several ways or in conflict; raises as `all_rows`."""
        from muniment.registers import register as register_named

        return _shown(self._rows().rows.retold(register_named(register).name))

    def binding_texts(self) -> Iterator[Row]:
        """Yield those texts of `all_rows` that are of a kind by which states consent to be bound."""
        from muniment.rules.ratification import BINDING_KINDS

        return self.rows_having("instruments", "kind", BINDING_KINDS)

    def rows_having(self, register: str, slot: str, values: Collection[str]) -> Iterator[Row]:
        """Yield those rows of `all_rows` that have any of some values in a slot that lists are narrowed by."""
        return _shown(self._rows().rows.having(register, slot, values))

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

    def months(self, register: str) -> list[tuple[str, int]]:
        """Return the months, or years where no month is told, of a register's rows, in order, and how many each has.

        Raises:
            Unknown: there is no such register.
        """
        from muniment.registers import register as register_named

        name = register_named(register).name
        question = Question(f"months of {name}", tuple[str, int])
        return list(self.kept(question, "", lambda: (self._rows().rows.months(name), None)))

    def search(self, words: str, register: str | None = None, limit: int = 50) -> list[Hit]:
        """Return rows with all the words, best first, then documents whose text has them.

        Raises:
            Unknown: there is no such register.
        """
        from muniment.registers import one_or_all

        name = one_or_all(register or "")
        return self._hits(words, name, limit, self._pages_with(words, limit) if name in ("", "documents") else [])

    def _hits(self, words: str, register: str, limit: int, pages: list[Hit]) -> list[Hit]:
        """Return rows with all the words, of one register or of all, then those of pages that are not among them."""
        hits = self._rows().rows.search(words, register, limit)
        known = {(hit.register, hit.id) for hit in hits}
        return [*hits, *(hit for hit in pages if (hit.register, hit.id) not in known)][:limit]

    def searched(self, words: str, register: str | None = None, limit: int = 50) -> Searched:
        """Return what `search` gives, and how many rows of each register have the words.

        Raises:
            Unknown: there is no such register.
        """
        from muniment.registers import one_or_all

        rows = self._rows().rows
        name = one_or_all(register or "")
        pages = self._pages_with(words, limit)
        hits = self._hits(words, name, limit, pages if name in ("", "documents") else [])
        counts, counted = rows.counts_with(words)
        if name == "documents":
            counts["documents"] = len(hits)
        elif counts.get("documents", 0) < limit:
            counts["documents"] = len(self._hits(words, "documents", limit, pages))
        else:
            counts["documents"] = limit
        return Searched(hits, {name: count for name, count in counts.items() if count}, counted)

    def rows_of(self, hits: Sequence[Hit]) -> list[Row]:
        """Return the rows that were found, in the same order; documents without their texts."""
        rows = self._rows().rows
        found = (rows.get(hit.register, hit.id) for hit in hits)
        return [row for row in found if row is not None]

    def values_with(self, register: str, words: str, most: int) -> tuple[dict[str, list[tuple[str, int]]], int]:
        """Return the values of slots of a register's rows with all the words, and how many rows were counted.

        Args:
            register: its name.
            words: as for `search`.
            most: at most so many rows are counted, those filed last.

        Raises:
            Unknown: there is no such register.
        """
        from muniment.registers import register as register_named

        return self._rows().rows.values_with(register_named(register).name, words, most)

    def _pages_with(self, words: str, limit: int) -> list[Hit]:
        """Return the documents whose text has all the words, best first."""
        rows = self._rows().rows
        hits = rows.search_pages(words, limit)
        own = rows.rows_of_pages([hit.id for hit in hits])
        return [msgspec.structs.replace(hit, register="documents", id=own[hit.id]) for hit in hits if hit.id in own]

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

    def versions(self, document: str, other: int | None = None) -> VersionsCompared:
        """Return a version of a source beside another, with what became of the claims between them.

        Args:
            document: SHA-256 of the bytes of a version.
            other: number of the other version; the one before where none is named, of the first the next.

        Raises:
            Unknown: there is no such document, or no such version.
            UsageError: there is only one version.
        """
        from muniment.clerk.versions import compare_versions

        return compare_versions(self._rows(), document, other)

    def explain(self, name: str) -> PageExplained:
        """Return how a document is read, sentence by sentence: by its SHA-256, or the current version of a source.

        The archived page is read again under the block map and with the profiles of its last reading; what of them is
        not as it was then is told.

        Raises:
            Unknown: there is no such document or source.
        """
        from muniment.clerk.explain import explain_document

        return explain_document(self._stores(), name)

    def captured(self, document: str) -> str:
        """Return when the bytes of a document were first seen, UTC; empty for what is no document of the archive."""
        from muniment.clerk.show import first_seen

        return first_seen(self._stores(), document)

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


def _shown(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows but those withdrawn or merged into others."""
    return (row for row in rows if not (row.withdrawn or row.merged_into))


def _page(found: Sequence[SoOn], total: int, day: str, latest: int = 0) -> RowPage:
    doubts = {one.row.id: one.doubt for one in found if one.doubt}
    return RowPage([one.row for one in found], total, day, doubts, latest)


def _reason(name: str) -> str:
    from muniment.terms.reading import SET_ASIDE_REASONS

    if name and name not in SET_ASIDE_REASONS:
        raise UsageError(
            f"nothing is set aside as {name!r}", code="unknown-reason", where="reason",
            hint=f"There are: {', '.join(SET_ASIDE_REASONS)}.",
        )  # fmt: skip
    return name


def day_of(text: str) -> datetime.date:
    """Return the day an ISO 8601 date or time names.

    Raises:
        UsageError: it names none.
    """
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError as error:
        raise UsageError(f"{text!r} is no day", code="not-a-day", hint="Give one like 2026-05-04.") from error
