"""A record: build it, correct it, look through it, verify it.

Each family of questions is a class of its own module; `Record` joins them.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence, Sized
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from muniment.errors import ProfileError
from muniment.facade.building import build_with
from muniment.facade.copies import Copies
from muniment.facade.decisions import Decisions
from muniment.facade.disputing import Disputing
from muniment.facade.doubting import Doubting
from muniment.facade.expert import Expert
from muniment.facade.fetching import Fetching
from muniment.facade.following import Following
from muniment.facade.frames import Frames
from muniment.facade.gaps import GapsOnDay
from muniment.facade.kept import Question
from muniment.facade.opened import Settings, scratch_folder
from muniment.facade.pages import profiles_named
from muniment.facade.participation import Participations
from muniment.facade.practice import Practice
from muniment.facade.promises import Promises
from muniment.facade.proofs import Proofs
from muniment.facade.reviewing import Review

if TYPE_CHECKING:
    from muniment.clerk.build import Build
    from muniment.clerk.ports import Progress
    from muniment.clerk.reports import BuildReport, Coverage, VerifyReport
    from muniment.clerk.web.asking import Gathered
    from muniment.facade.kept import Kept
    from muniment.ledger.ports import Tally

__all__ = ["Prepared", "Record"]

_EARLIER_KEPT = 4
"""Earlier states kept at once, each a scratch file of about the size that the record had then (judgement)."""


class Prepared(msgspec.Struct, frozen=True):
    """An answer that follows from all rows: its name, how many things it has, and how many seconds it took."""

    name: str
    things: int
    seconds: float


class Record(
    Practice,
    Copies,
    Disputing,
    Doubting,
    Expert,
    Proofs,
    Frames,
    Participations,
    GapsOnDay,
    Following,
    Fetching,
    Promises,
    Review,
    Decisions,
):
    """A record: an archive, a ledger and the registers that follow it, in one file.

    Every method that looks something up may be called from any number of threads; those that write take the record's
    lock for as long as they take.
    """

    def __init__(self, path: str | Path, settings: Settings | None = None) -> None:
        """Take a record's file; `create` and `open` are the ways to get one."""
        super().__init__(path, settings)
        self._earlier: OrderedDict[str, Record] = OrderedDict()
        self._guard = threading.Lock()

    def close(self) -> None:
        """Close the file, and every earlier state that was looked at."""
        with self._guard:
            while self._earlier:
                self._earlier.popitem()[1].close()
        super().close()

    def at(self, known_at: str) -> Record:
        """Return the record as it was known then: the same questions, answered from the entries filed by then.

        It is made again from the ledger, by the rules of today, and kept for the next question until this record is
        closed, at most four states at a time. Nothing can be filed in it. Of pages that were read otherwise since,
        which sentence was read and which was set aside is not kept; their counts are.

        Args:
            known_at: a position of the ledger (`220`), its head (`220:4a4c...`), a day (`2026-05-04`, to its end, UTC)
                or a time (`2026-05-04T03:02:01Z`).

        Raises:
            UsageError: it is none of these, or the ledger is not so long.
            Unknown: the ledger has another hash at that position.
            LedgerError: there is no place for a scratch file.
        """
        from muniment.clerk.then import known_at as state
        from muniment.facade.then import RecordThen

        stores = self._stores()
        wanted = state(stores, known_at)
        name = str(wanted.head)
        with self._guard:
            if name not in self._earlier:
                while len(self._earlier) >= _EARLIER_KEPT:
                    self._earlier.popitem(last=False)
                self._earlier[name] = RecordThen(self.path, self.settings, stores, wanted)
            self._earlier.move_to_end(name)
            return self._earlier[name]

    def keeps(self, known_at: str) -> bool:
        """Return whether an earlier state is made already and kept, so that asking it costs little; raises as `at`."""
        from muniment.clerk.then import known_at as state

        name = str(state(self._stores(), known_at).head)
        with self._guard:
            return name in self._earlier

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
            paths: files, folders, addresses of web pages, and `-` for standard input.
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
        from muniment.archive.web import is_address
        from muniment.clerk.build import build

        work = self._work(profiles, progress, jobs)
        addresses = [str(path) for path in paths if is_address(str(path))]
        files = [path for path in paths if str(path) not in addresses]
        gathered = self._pages(addresses, work) if addresses else None
        with self._writing() as stores:
            report = build(stores, Intake(files, stdin)(), work)
        return report if gathered is None else _with_fetched(report, len(addresses), gathered)

    def read_again(
        self, profiles: Sequence[str] | None = None, progress: Progress | None = None, jobs: int = 1
    ) -> BuildReport:
        """Return what came of reading again every page that was read with other profiles, or by another reader.

        Args:
            profiles: as in `build`.
            progress: told how far the work is.
            jobs: as in `build`.

        Raises:
            ProfileError: a profile that is not there or does not hold.
            UsageError: fewer than one job.
            Conflict: somebody else is writing.
            LedgerError: the record cannot be written; every page filed before is kept.
        """
        from muniment.clerk.build import build

        work = msgspec.structs.replace(self._work(profiles, progress, jobs), again=True)
        with self._writing() as stores:
            return build(stores, (), work)

    def _work(self, profiles: Sequence[str] | None, progress: Progress | None, jobs: int) -> Build:
        """Return what a build works with; profiles that are named are chosen for the record from now on."""
        from muniment.clerk.choosing import lasting_names, same_profiles

        own = self.profiles()
        names = own if profiles is None else list(profiles)
        try:
            loaded = profiles_named(names)
        except ProfileError as error:
            own_hint = f"The record is built with it; name another with --profile. {error.hint}"
            hint = error.hint if profiles is not None else own_hint
            raise ProfileError(error.what, code=error.code, where=error.where, hint=hint) from error
        work = build_with(loaded, names, progress, jobs)
        if profiles is not None and not same_profiles(own, loaded):
            work = msgspec.structs.replace(work, chosen=lasting_names(names))
        return work

    def project(self) -> int:
        """Return how many entries the registers followed, emptied and folded again from the first entry.

        Raises:
            Conflict: somebody else is writing.
        """
        from muniment.clerk.project import project

        with self._writing() as stores:
            return project(stores, afresh=True)

    def prepare(self) -> Iterator[Prepared]:
        """Yield what follows from all rows today, each once it is worked out or found kept.

        Raises:
            Stale: the registers do not follow the ledger.
        """
        for name, ask in self._asks().items():
            started = time.monotonic()
            things = len(ask())
            yield Prepared(name, things, time.monotonic() - started)

    def prepare_one(self, name: str, day: str) -> int:
        """Return how many things one answer that follows from all rows has, kept in the file beside the record.

        Args:
            name: as `prepare` has it.
            day: ISO 8601, on which it is asked; empty for today, and where the answer is the same on every day.

        Raises:
            KeyError: there is no such answer.
            Stale: the registers do not follow the ledger.
        """
        self._all_lasts = True
        return len(self._asks(day or None)[name]())

    def _asks(self, day: str | None = None) -> dict[str, Callable[[], Sized]]:
        """Return what gives each answer that follows from all rows, on a day, under the name it is kept by."""
        on_day: dict[str, Callable[[str | None], Sized]] = {
            "promises": self.kept_promises, "offices": self.kept_offices, "gaps": self.kept_gaps,
            "duties": self.kept_duties, "agendas": self.kept_agendas,
            "agendas left open": partial(self.kept_agendas, open_only=True), "treaties": self.kept_treaties,
            "standings": self.kept_standings, "coming": self.kept_coming, "quiet": self.kept_quiet,
            "deployments": self.kept_deployments,
        }  # fmt: skip
        asks: dict[str, Callable[[], Sized]] = {name: partial(ask, day) for name, ask in on_day.items()}
        return asks | {
            "tally": self.kept_tally, "states": self.kept_states, "series": self.kept_series,
            "contradictions": self.kept_contradictions, "proposals": self.kept_proposals, "trends": self.trends,
            "places": self.places, "members": self.members, "concerns": self.kept_concerns,
            "months of meetings": partial(self.months, "meetings"),
            "network": self.kept_network,
        }  # fmt: skip

    def status(self) -> Coverage:
        """Return what the record covers."""
        from muniment.clerk.clock import now
        from muniment.clerk.show import coverage
        from muniment.clerk.web.alarms import alarms

        stores = self._rows()
        told = [] if self.known_at else alarms(stores, now())
        return coverage(stores, next(iter(self.kept_tally())), stores.rows.counts(), self.known_at, told)

    def kept_tally(self) -> Kept[Tally]:
        """Return what the standing documents hold, counted: one thing. Every page that is filed is an entry."""
        from muniment.ledger.ports import Tally

        return self.kept(Question("tally", Tally), "", lambda: ([self._stores().archive.tally()], None))

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
        with scratch_folder() as folder:
            scratch = folder / "scratch.db"
            sqlite.create(scratch, wait_seconds=0)
            with sqlite.open_for_writing(scratch, wait_seconds=0) as fresh, fresh.transaction():
                return verify(self._stores(), expect, fresh)


def _with_fetched(report: BuildReport, pages: int, gathered: Gathered) -> BuildReport:
    """Return a build's report with what came of fetching so many pages before it."""
    return msgspec.structs.replace(
        report, pages=report.pages + pages, unchanged=report.unchanged + gathered.unchanged,
        failed=[*(error.record() for error in gathered.failed), *report.failed],
    )  # fmt: skip
