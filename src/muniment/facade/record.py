"""A record: build it, correct it, look through it, verify it."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from muniment.errors import LedgerError, ProfileError, UsageError
from muniment.facade.pages import profiles_named
from muniment.facade.topics import by_label

if TYPE_CHECKING:
    from muniment.clerk.build import Build
    from muniment.clerk.correct import Correction
    from muniment.clerk.reports import Accounted, BuildReport, Coverage, DocumentView, PageExplained, VerifyReport
    from muniment.ledger import Entry
    from muniment.ledger.ports import Unread
    from muniment.profiles import LoadedProfile
    from muniment.registers.row import Row
    from muniment.registers.standing import Standing
    from muniment.rules import Gap
    from muniment.stacks.listing import Hit
    from muniment.stacks.sqlite import SqliteStack

__all__ = ["Record", "RowPage", "Settings"]

Progress = Callable[[str, int, int | None], None]
"""Told what is being done (`capture`, `file`, `again`), how many pages are done, and of how many, if that is known."""


class Settings(msgspec.Struct, frozen=True):
    """What a record is used with; made once, never read from the surroundings.

    Attributes:
        wait_seconds: how long to wait for somebody else who is writing to the record.
        verify_rows: whether `verify` also makes every table afresh and compares it.
    """

    wait_seconds: float = 5.0
    verify_rows: bool = True


class RowPage(msgspec.Struct, frozen=True):
    """Some rows of a list, and how many there are in all."""

    rows: list[Row]
    total: int


class Record:
    """A record: an archive, a ledger and the registers that follow it, in one file.

    Every method that looks something up may be called from any number of threads; those that write take the record's
    lock for as long as they take.
    """

    def __init__(self, path: str | Path, settings: Settings | None = None) -> None:
        """Take a record's file; `create` and `open` are the ways to get one."""
        self.path = Path(path)
        self.settings = settings or Settings()
        self._reading: SqliteStack | None = None
        self._current = False

    @classmethod
    def create(cls, path: str | Path, settings: Settings | None = None) -> Record:
        """Return a new, empty record.

        Raises:
            LedgerError: something is there already, or nothing can be written there.
            Conflict: somebody else is writing there.
        """
        from muniment.stacks import sqlite

        record = cls(path, settings)
        sqlite.create(record.path, wait_seconds=record.settings.wait_seconds)
        return record

    @classmethod
    def open(cls, path: str | Path, settings: Settings | None = None) -> Record:
        """Return the record in a file.

        Raises:
            LedgerError: there is no such file, or it is no record of ours.
            TooNew: a later version wrote it.
        """
        record = cls(path, settings)
        record._stores()
        return record

    def close(self) -> None:
        """Close the file."""
        if self._reading is not None:
            self._reading.close()
            self._reading = None

    def __enter__(self) -> Record:
        """Return the record itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the record."""
        self.close()

    def _stores(self) -> SqliteStack:
        """Return the stores, opened for reading."""
        from muniment.stacks import sqlite

        if self._reading is None:
            self._reading = sqlite.open_for_reading(self.path, wait_seconds=self.settings.wait_seconds)
        return self._reading

    def _rows(self) -> SqliteStack:
        """Return the stores, once it is sure that the registers follow the ledger.

        Raises:
            Stale: they do not.
        """
        from muniment.clerk.project import require_projected

        stores = self._stores()
        if not self._current:
            require_projected(stores)
            self._current = True
        return stores

    def _writing(self) -> AbstractContextManager[SqliteStack]:
        """Return the stores opened for writing, the record's lock taken until they are closed."""
        from muniment.stacks import sqlite

        return sqlite.open_for_writing(self.path, wait_seconds=self.settings.wait_seconds)

    # Writing.

    def build(
        self,
        paths: Sequence[str | Path] = (),
        profiles: Sequence[str] | None = None,
        progress: Progress | None = None,
        stdin: BinaryIO | None = None,
        jobs: int = 1,
    ) -> BuildReport:
        """Return what came of capturing, reading and filing pages; with no paths, of finishing what was begun.

        Args:
            paths: files, folders, and `-` for standard input.
            profiles: names or files of profiles, whose facts are filed too; the record is built with them from now on,
                until others are named. `none` for none, `shipped` for all shipped ones of real organisations, of which
                those are filed that a page is about. None for those the record was built with before; `shipped`, where
                none were ever named.
            progress: told how far the work is.
            stdin: what `-` reads.
            jobs: processes that read while this one files; more than 1 give the same record, sooner. With 1, this one
                reads too.

        Raises:
            ProfileError: a profile that is not there or does not hold.
            UsageError: fewer than one job.
            MunimentError: a process that reads came to an end; every page filed before is kept.
            Conflict: somebody else is writing.
            LedgerError: the record cannot be written; every page filed before is kept.
        """
        from muniment.archive import Intake
        from muniment.clerk.build import build
        from muniment.clerk.choosing import lasting_names, same_profiles

        own = self.profiles()
        names = own if profiles is None else list(profiles)
        try:
            loaded = profiles_named(names)
        except ProfileError as error:
            own_hint = f"The record is built with it; name another with --profile. {error.hint}"
            hint = error.hint if profiles is not None else own_hint
            raise ProfileError(error.what, code=error.code, where=error.where, hint=hint) from error
        work = _build_with(loaded, names, progress, jobs)
        if profiles is not None and not same_profiles(own, loaded):
            work = msgspec.structs.replace(work, chosen=lasting_names(names))
        with self._writing() as stores:
            return build(stores, Intake(paths, stdin)(), work)

    def profiles(self) -> list[str]:
        """Return the profiles the record is built with: names, files, `none`, or `shipped` for all shipped ones."""
        from muniment.clerk.choosing import chosen_profiles

        return chosen_profiles(self._stores())

    def project(self) -> int:
        """Return how many entries the registers followed, emptied and folded again from the first entry.

        Raises:
            Conflict: somebody else is writing.
        """
        from muniment.clerk.project import project

        with self._writing() as stores:
            return project(stores, afresh=True)

    def _decide(self, author: str, basis: str, decide: Callable[[Correction], Entry]) -> Entry:
        from muniment.clerk.correct import Correction
        from muniment.clerk.project import project

        with self._writing() as stores:
            project(stores)
            return decide(Correction(stores, author, basis))

    def correct(self, register: str, row: str, slots: Mapping[str, Any], author: str, basis: str) -> Entry:
        """Return the entry that gives a row's slots other values; None takes a value away.

        Raises:
            Unknown: there is no such register.
            DecisionError: no such row or slot, or a value the slot cannot have.
            Conflict: somebody else is writing.
        """
        return self._decide(author, basis, lambda person: person.correct(register, row, slots))

    def withdraw(self, register: str, row: str, author: str, basis: str) -> Entry:
        """Return the entry that takes a row out of its register; raises as `correct`."""
        return self._decide(author, basis, lambda person: person.withdraw(register, row))

    def add(self, register: str, slots: Mapping[str, Any], author: str, basis: str) -> Entry:
        """Return the entry that files what no page told; raises as `correct`."""
        return self._decide(author, basis, lambda person: person.add(register, slots))

    def same_as(self, register: str, a: str, b: str, author: str, basis: str) -> Entry:
        """Return the entry that says two rows are one; raises as `correct`."""
        return self._decide(author, basis, lambda person: person.same_as(register, a, b))

    def not_same_as(self, register: str, a: str, b: str, author: str, basis: str) -> Entry:
        """Return the entry that says two rows are two; raises as `correct`."""
        return self._decide(author, basis, lambda person: person.not_same_as(register, a, b))

    def undo(self, entry: int, author: str, basis: str) -> Entry:
        """Return the entry that undoes the decision at a position; raises as `correct`."""
        return self._decide(author, basis, lambda person: person.undo(entry))

    # Rows.

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

    # Claims, documents, entries.

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

    # The whole.

    def head(self) -> str:
        """Return the ledger's head, `<position>:<hash>`."""
        return str(self._stores().ledger.head())

    def status(self) -> Coverage:
        """Return what the record covers."""
        from muniment.clerk.show import coverage

        stores = self._rows()
        return coverage(stores, stores.rows.counts())

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

    def verify(self, expect: str | None = None) -> VerifyReport:
        """Return what was checked, where all of it holds.

        Args:
            expect: an older head that somebody kept.

        Raises:
            Broken: something does not hold.
            UsageError: `expect` is no head.
        """
        from muniment.clerk.verify import verify
        from muniment.stacks import sqlite

        if not self.settings.verify_rows:
            return verify(self._stores(), expect)
        with _scratch_folder() as folder:
            scratch = Path(folder) / "scratch.db"
            sqlite.create(scratch, wait_seconds=0)
            with sqlite.open_for_writing(scratch, wait_seconds=0) as fresh, fresh.transaction():
                return verify(self._stores(), expect, fresh)

    def gaps(self, as_of: str | None = None) -> list[Gap]:
        """Return what the rows leave open on a day: overdue, never reported, not ratified, contradictory.

        Args:
            as_of: ISO 8601 date, `2026-05-04`; today where none is given.

        Raises:
            UsageError: `as_of` is no day.
        """
        from muniment.clerk.clock import now
        from muniment.registers.gaps import gaps

        return list(gaps(self.all_rows, _day(as_of or now())))

    def standing(self, row: Row, at: str | None = None) -> Standing | None:
        """Return how a treaty stands with each member of its organisation: signed, ratified, deposited.

        Args:
            row: of the register of instruments.
            at: ISO 8601 date on which the members are taken; today where none is given.

        Returns:
            None where the text asks no consent, nobody is told to have given any, or no organisation's members did.

        Raises:
            UsageError: `at` is no day.
        """
        from muniment.clerk.clock import now
        from muniment.registers.standing import standing

        def offices_of(person: str) -> list[Row]:
            return self.rows("tenures", where={"person": person}).rows

        return standing(row, list(self.all_rows("relations")), offices_of, _day(at or now()))


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError as error:
        raise UsageError(f"{text!r} is no day", code="not-a-day", hint="Give one like 2026-05-04.") from error


def _reason(name: str) -> str:
    from muniment.terms.reading import SET_ASIDE_REASONS

    if name and name not in SET_ASIDE_REASONS:
        raise UsageError(
            f"nothing is set aside as {name!r}", code="unknown-reason", where="reason",
            hint=f"There are: {', '.join(SET_ASIDE_REASONS)}.",
        )  # fmt: skip
    return name


@contextlib.contextmanager
def _scratch_folder() -> Iterator[str]:
    """Make a folder that is removed afterwards.

    Raises:
        LedgerError: there is no place for one.
    """
    try:
        folder = TemporaryDirectory(prefix="muniment-")
    except OSError as error:
        raise LedgerError(
            f"no place for a scratch copy of the registers ({error.strerror})", code="no-scratch",
            hint="Free some space where temporary files go (TMPDIR).",
        ) from error  # fmt: skip
    with folder as name:
        yield name


def _build_with(
    profiles: tuple[LoadedProfile, ...], names: Sequence[str], progress: Progress | None, jobs: int
) -> Build:
    """Return what a build works with: a reader of the profiles, and one hash of all that decides how it reads.

    Facts of profiles that somebody named are filed in any case, of `shipped` ones where a page is about them.
    """
    from muniment.clerk.build import Build
    from muniment.clerk.choosing import SHIPPED
    from muniment.clerk.read import grammar_hash
    from muniment.clerk.several import read_all_documents, require_jobs
    from muniment.profiles import world
    from muniment.reading import Reader
    from muniment.terms.ids import digest

    require_jobs(jobs)
    key = digest([grammar_hash(), [profile.id for profile in profiles]])
    waiting = SHIPPED in names
    work = Build(Reader(profiles, world()), key, () if waiting else profiles, profiles if waiting else ())
    if jobs != 1:
        work = msgspec.structs.replace(work, read_ahead=lambda pages: read_all_documents(pages, profiles, jobs))
    told = [SHIPPED] if waiting else [profile.profile.slug for profile in profiles]
    return msgspec.structs.replace(work, told=tuple(told), **({"progress": progress} if progress else {}))
