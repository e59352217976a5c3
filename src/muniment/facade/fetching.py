"""What a record fetches from the web: captured once, or followed for as long as somebody lets it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from muniment.errors import Conflict, UsageError
from muniment.facade.building import build_with, reading_key
from muniment.facade.opened import OpenRecord
from muniment.facade.pages import profiles_named

if TYPE_CHECKING:
    from muniment.archive.web import Fetcher
    from muniment.clerk.build import Build
    from muniment.clerk.ports import Progress, Stores
    from muniment.clerk.reports import BuildReport, SourceStanding
    from muniment.clerk.web.archiving import Archived
    from muniment.clerk.web.asking import Asking, Gathered, Going
    from muniment.clerk.web.following import Followed
    from muniment.profiles import LoadedProfile

__all__ = ["Fetching", "Round"]

_SHORTEST_WAIT = 1.0
"""Seconds between two rounds of a watch, at least."""

_TURN_SECONDS = 2.0
"""Seconds for which the record's lock is held at a time while pages are fetched: less than others wait for it."""

_HELD_UP_SECONDS = 30.0
"""Seconds after which a watch tries again when somebody else is writing."""

_MOST_HELD_UP = 120
"""Times in a row a watch lets itself be held up: an hour."""


class Round(msgspec.Struct, frozen=True):
    """What came of one round of a watch.

    Attributes:
        ended_at: when it ended, UTC.
        sources: addresses of the sources whose turn it was.
        gathered: what came of asking them.
        report: what came of reading and filing what they gave.
        next_at: when the next source is to be asked, UTC; empty for never.
    """

    ended_at: str
    sources: list[str]
    gathered: Gathered
    report: BuildReport
    next_at: str


class Fetching(OpenRecord):
    """Asking sources on the web, and how they stand."""

    def capture(
        self,
        addresses: Sequence[str] = (),
        kind: str = "page",
        rhythm: str = "",
        profiles: Sequence[str] | None = None,
        progress: Progress | None = None,
    ) -> Gathered:
        """Return what came of asking sources for pages; nothing is read yet, the next build reads what came.

        Args:
            addresses: of sources, which the record follows from now on; none for all that it follows.
            kind: what they are: feed, sitemap, listing or page.
            rhythm: how often they usually have something new; empty is daily.
            profiles: names or files of profiles whose sources are asked; None for those the record is built with, where
                they were named one by one.
            progress: told how far the work is.

        Raises:
            UsageError: there is no such kind or rhythm, or nothing to ask.
            CaptureError: an address is none.
            ProfileError: a profile that is not there or does not hold.
            Conflict: somebody else is writing.
            LedgerError: the record cannot be written; every page captured before is kept.
        """
        from muniment.clerk.web.asking import Going
        from muniment.clerk.web.following import by_hand
        from muniment.clerk.web.gather import begun

        given = [by_hand(address, kind, rhythm) for address in addresses]
        loaded = self._profiles_of(profiles)
        going = Going(self.settings.web.fetcher(), reading_key(loaded), progress or _unheard)
        with self._writing() as stores:
            sources = self._followed(stores, profiles)
            _require_some(given or sources or stores.intake.due(limit=1))
            asking = begun(stores, sources, given or sources, going)
        return self._asked(asking, going)

    def _pages(self, addresses: Sequence[str], work: Build) -> Gathered:
        """Return what came of asking for some pages."""
        from muniment.clerk.web.asking import Going
        from muniment.clerk.web.gather import begun_pages

        going = Going(self.settings.web.fetcher(), work.key, work.progress)
        with self._writing() as stores:
            asking = begun_pages(stores, addresses, going)
        return self._asked(asking, going)

    def _asked(self, asking: Asking, going: Going) -> Gathered:
        """Return what came of a go; the record's lock is let go of while nothing is written."""
        while True:
            with self._writing() as stores:
                rest = asking.turn(stores, _TURN_SECONDS)
            if rest is None:
                return asking.gathered
            going.fetcher.timing.wait(rest)

    def watch(
        self,
        profiles: Sequence[str] | None = None,
        progress: Progress | None = None,
        jobs: int = 1,
    ) -> Iterator[Round]:
        """Yield what came of each round: the sources whose turn it was were asked, and what came was read and filed.

        Goes on for ever, waiting between rounds until it is the next source's turn; whoever takes only the first round
        has one. The record's lock is let go of whenever nothing is written, and a round that others hold up is begun
        again later.

        Args:
            profiles: names or files of profiles whose sources are asked and which pages are read with; None for those
                the record is built with. Sources of `shipped`, all together, are not asked.
            progress: told how far the work is.
            jobs: processes that read while this one files.

        Raises:
            UsageError: there is nothing to ask, or fewer than one job.
            ProfileError: a profile that is not there or does not hold.
            Conflict: somebody else has been writing for long.
            LedgerError: the record cannot be written; every page filed before is kept.
        """
        from muniment.clerk.web.moments import seconds_until

        fetcher = self.settings.web.fetcher()
        held_up = 0
        while True:
            names = self.profiles() if profiles is None else list(profiles)
            try:
                found = self._round(fetcher, build_with(self._profiles_of(profiles), names, progress, jobs), profiles)
            except Conflict:
                held_up += 1
                if held_up == _MOST_HELD_UP:
                    raise
                fetcher.timing.wait(_HELD_UP_SECONDS)
                continue
            held_up = 0
            yield found
            fetcher.timing.wait(max(_SHORTEST_WAIT, seconds_until(found.next_at, fetcher.timing.now())))

    def _round(self, fetcher: Fetcher, work: Build, profiles: Sequence[str] | None) -> Round:
        """Return what came of asking the sources whose turn it is, and of reading what they gave."""
        from muniment.clerk.build import build
        from muniment.clerk.web.asking import Going
        from muniment.clerk.web.gather import asked_next, begun

        going = Going(fetcher, work.key, work.progress)
        with self._writing() as stores:
            sources = self._followed(stores, profiles)
            _require_some(sources or stores.intake.due(limit=1))
            wanted, _ = asked_next(stores, sources, fetcher.timing.now())
            asking = begun(stores, sources, wanted, going)
        gathered = self._asked(asking, going)
        with self._writing() as stores:
            report = build(stores, (), work)
            now = fetcher.timing.now()
            _, then = asked_next(stores, sources, now)
        return Round(now, [one.source.address for one in wanted], gathered, report, then)

    def sources(self, profiles: Sequence[str] | None = None, as_of: str | None = None) -> list[SourceStanding]:
        """Return how each source stands that the record follows, what is wrong with it first.

        Args:
            profiles: names or files of profiles whose sources count; None for those the record is built with, where
                they were named one by one.
            as_of: the moment to look from, UTC, ISO 8601; now where it is None.
        """
        from muniment.clerk.clock import now
        from muniment.clerk.web.alarms import standings

        stores = self._stores()
        return standings(stores, self._followed(stores, profiles), as_of or now())

    def export_archive(self, path: str | Path) -> Archived:
        """Write every exchange, and every page that came from no web server, to a WARC file; return how many.

        Raises:
            CaptureError: the file cannot be written.
        """
        from muniment.clerk.clock import now
        from muniment.clerk.web.archiving import export_warc

        return export_warc(self._stores(), Path(path), now)

    def import_archive(self, paths: Sequence[str | Path]) -> Archived:
        """Return what came of taking in WARC files; the next build reads the pages in them.

        Raises:
            Conflict: somebody else is writing.
            LedgerError: the record cannot be written; what was taken in before is kept.
        """
        from muniment.clerk.clock import now
        from muniment.clerk.web.archiving import import_warc

        with self._writing() as stores:
            return import_warc(stores, [Path(path) for path in paths], now)

    def verify_archive(self) -> Archived:
        """Return how many exchanges and documents there are, where all are what they were kept as.

        Raises:
            Broken: one is not.
        """
        from muniment.clerk.web.archiving import verify_archive

        return verify_archive(self._stores())

    def profiles(self) -> list[str]:
        """Return the profiles the record is built with: names, files, `none`, or `shipped` for all shipped ones."""
        from muniment.clerk.choosing import chosen_profiles

        return chosen_profiles(self._stores())

    def _followed(self, stores: Stores, names: Sequence[str] | None) -> list[Followed]:
        """Return the sources that are asked: of profiles named one by one, and those that the record asked before.

        Nobody who reads with all shipped profiles means to ask every site.
        """
        from muniment.clerk.choosing import named_one_by_one
        from muniment.clerk.web.following import followed

        names = self.profiles() if names is None else names
        return followed(stores, profiles_named(named_one_by_one(names)), profiles_named(names))

    def _profiles_of(self, names: Sequence[str] | None) -> tuple[LoadedProfile, ...]:
        return profiles_named(self.profiles() if names is None else names)


def _require_some(found: Sequence[object]) -> None:
    """Refuse to ask where there is nothing to ask.

    Raises:
        UsageError: there is nothing.
    """
    if not found:
        raise UsageError(
            "there is no source to ask.", code="no-source", where="capture",
            hint="Give an address, or name a profile that states [[sources]].",
        )  # fmt: skip


def _unheard(stage: str, done: int, total: int | None) -> None:
    """Tell nobody."""
