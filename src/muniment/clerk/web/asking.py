"""Asking: the worklist of addresses, several hosts at once, each address settled in one transaction.

A kill at any moment loses and doubles nothing: an address leaves the list in the transaction that keeps what it
answered, and what a list names is put on the list in the one that keeps that the list was asked. At worst the page that
was on its way is asked for again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from math import inf

import msgspec

from muniment.archive import Capture
from muniment.archive.web import Answer, Fetcher, Validators, page_in
from muniment.archive.web.address import host_of
from muniment.archive.web.fetching import PASSING
from muniment.archive.web.links import Link, Listed, feed, listing, only, sitemap
from muniment.archive.web.pace import LONGEST_WAIT
from muniment.archive.web.pages import NOT_THERE
from muniment.clerk.capture import keep_page, kept_capture, same_as_filed
from muniment.clerk.failures import source_failed, source_mended
from muniment.clerk.ports import Progress, Stores
from muniment.clerk.web.following import Followed, Poll, polls, put_poll
from muniment.clerk.web.keeping import keep_exchanges
from muniment.clerk.web.moments import later, seconds_until
from muniment.clerk.web.selecting import note_selectors
from muniment.clerk.web.under_way import Came, UnderWay
from muniment.errors import CaptureError
from muniment.ledger.intake import Asked, Due
from muniment.terms.ids import digest_bytes

__all__ = ["Asking", "Gathered", "Going"]

_MOST_TRIES = 5
"""Times an address is asked in vain before it is given up."""

_FIRST_PAUSE = 300.0
"""Seconds before an address that failed is asked again; doubled each time."""

_DEEPEST = {"sitemap": 3, "listing": 50}
"""Kind of list -> how many of them are followed one from the other in one go: sitemaps hold sitemaps once by their
protocol; a list of 50 pages reaches years back, and one without end is stopped."""

_GIVEN_WAY = 0.2
"""Seconds for which others are given way to write; the lock is tried for every twentieth of one."""

_MOST_LINKS = 50_000
"""Addresses taken from one list: what the sitemap protocol allows in one file."""


class Gathered(msgspec.Struct):
    """What came of asking.

    Attributes:
        asked: addresses asked.
        new: pages of sources that had none before.
        changed: pages with other bytes than before.
        unchanged: pages that are filed already, read as they would be read now.
        gone: pages that were there and are not there any more; what was captured of them is kept.
        waiting: addresses left for a later run.
        failed: errors of those that gave nothing, in order.
    """

    asked: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    waiting: int = 0
    failed: list[CaptureError] = []


class Going(msgspec.Struct, frozen=True):
    """What a go through the worklist works with.

    Attributes:
        fetcher: asks.
        key: what pages would be read with now, as one hash.
        progress: told after each address.
    """

    fetcher: Fetcher
    key: str
    progress: Progress = lambda stage, done, total: None


class Asking:
    """One go through the worklist, in as many turns as it takes; between two the record may be let go of.

    Args:
        sources: the sources followed, by address.
        going: what it works with.
        only: sources whose addresses are asked; None for all.
    """

    _stores: Stores

    def __init__(self, sources: Mapping[str, Followed], going: Going, only: frozenset[str] | None = None) -> None:
        """Begin with nothing asked."""
        self._only = only
        self._sources = sources
        self._fetcher = going.fetcher
        self._key = going.key
        self._progress = going.progress
        self._under_way = UnderWay(going.fetcher)
        self._waiting: dict[str, deque[Due]] = {}  # by host, in the worklist's order
        self._grown = True  # the worklist has what is not among them
        self._vain: dict[int, CaptureError] = {}
        self.gathered = Gathered()

    def turn(self, stores: Stores, seconds: float = inf) -> float | None:
        """Ask for what can be asked for now; return the seconds until there is more, None where there will be none.

        Writes: bytes, exchanges, the list of pages to be filed, failures, `exchange.kept`, the worklist.

        Args:
            stores: the record.
            seconds: after so many, others are given way.
        """
        self._stores = stores
        until = self._fetcher.timing.seconds() + seconds
        while True:
            rest = self._send()
            if not self._under_way:
                if rest is None or rest > LONGEST_WAIT:
                    self._close()
                    return None
                return rest
            left = max(0.0, until - self._fetcher.timing.seconds())
            came = self._under_way.first(min(left, rest if rest is not None else LONGEST_WAIT))
            if came is not None:
                self._settle(came)
            if self._fetcher.timing.seconds() >= until:
                return _GIVEN_WAY

    def _send(self) -> float | None:
        """Ask every host for the first address whose turn it is; return the seconds until it is another's.

        None where none is left; what comes after an address that is being asked for is not left.
        """
        self._take_note()
        soonest = inf
        for host, waiting in self._waiting.items():
            if not waiting or not self._under_way.takes(host):
                continue
            index, rest = 0, self._fetcher.pace.ready_in(host)
            if rest <= 0:
                index, rest = _first(waiting, self._now())
            if rest > 0:
                soonest = min(soonest, rest)
                continue
            due = waiting[index]
            del waiting[index]
            self._under_way.send(due, self._answered_before(due))
        return None if soonest == inf else soonest

    def _take_note(self) -> None:
        """Put the worklist down by host where it has grown; lists that nobody follows any more leave it."""
        if not self._grown:
            return
        self._grown = False
        self._waiting.clear()
        for due in self._due():
            if due.role == "list" and due.source not in self._sources:
                with self._stores.transaction():
                    self._stores.intake.take_due(due.number)
            elif due.number not in self._under_way.numbers:
                self._waiting.setdefault(host_of(due.address), deque()).append(due)

    def _answered_before(self, due: Due) -> Asked | None:
        """Return the earlier answer whose marks an address is asked with; None where it is asked afresh."""
        before = self._stores.intake.asked(due.address)
        if before is None:
            return None
        if due.role == "page":
            return before if before.document and self._stores.archive.kept_as(before.document) else None
        followed = self._sources[due.source]
        same = self._poll(followed).settings == followed.settings
        return before if same and before.status in (200, 304) else None

    def _settle(self, came: Came) -> None:
        if came.due.role == "list":
            self._list(came)
        else:
            self._page(came)
        self.gathered.asked += 1
        self._progress("ask", self.gathered.asked, None)

    def _close(self) -> None:
        """Tell what is left for a later run, and why."""
        left = list(self._due())
        self.gathered.waiting = len(left)
        for due in left:
            error = self._vain.get(due.number)
            if error is not None:
                self._tell(error)

    def _now(self) -> str:
        return self._fetcher.timing.now()

    def _due(self) -> Iterator[Due]:
        """Yield what is on the list, of the sources that are asked."""
        after = 0
        while found := self._stores.intake.due(after):
            yield from (due for due in found if self._only is None or due.source in self._only)
            after = found[-1].number

    def _tell(self, error: CaptureError) -> None:
        self.gathered.failed.append(error)
        with self._stores.transaction():
            source_failed(self._stores, error, self._now(), self._now)

    # pages

    def _page(self, came: Came) -> None:
        """Settle what came of asking for a page."""
        due, answer = came.due, came.found
        if isinstance(answer, CaptureError):
            self._no_page(due, None, answer)
            return
        kept = self._stores.archive.kept_as(came.before.document) if came.before is not None else None
        try:
            if answer.status == 304 and kept is not None:
                page = msgspec.structs.replace(kept_capture(self._stores, kept, due.address), seen_at=answer.seen_at)
            else:
                page = page_in(answer)
            with self._stores.transaction():
                self._captured(due, answer, page, self._stores.intake.asked(due.address))
        except CaptureError as error:
            self._no_page(due, answer, error)

    def _captured(self, due: Due, answer: Answer, page: Capture, before: Asked | None) -> None:
        """Settle an address that gave a page.

        Raises:
            CaptureError: there are no words in it.
        """
        stores = self._stores
        current = stores.archive.current(page.source)
        unchanged = same_as_filed(stores, page.source, page.document, self._key)
        if unchanged:
            source_mended(stores, page.source, self._now)
            stores.archive.take_seen(page.source)
        else:
            keep_page(stores, page, page.seen_at or self._now(), self._now)
        fresh = before is None or before.document != page.document
        if fresh and answer.status == 200:
            keep_exchanges(stores, page.source, answer.exchanges, page.document, self._now)
        self._answered(due, answer, page.document, before)
        other = current is None or current.document != page.document
        self.gathered.new += other and current is None
        self.gathered.changed += other and current is not None
        self.gathered.unchanged += unchanged
        followed = self._sources.get(due.source)
        if followed is not None and fresh:
            poll = self._poll(followed)
            poll.new_at = page.seen_at or self._now()
            note_selectors(poll, followed.source, page)
            put_poll(stores, poll)

    def _answered(self, due: Due, answer: Answer, document: str, before: Asked | None) -> None:
        """Record how an address answered, and take it off the list."""
        told = answer.validators
        if answer.status == 304 and before is not None:
            told = Validators(before.final, told.etag or before.etag, told.last_modified or before.last_modified)
        source = (due.source or (before.source if before else "")) if due.role == "page" else ""
        self._stores.intake.put_asked(
            Asked(
                due.address,
                answer.seen_at,
                answer.status,
                told.address,
                told.etag,
                told.last_modified,
                document,
                source,
            )
        )
        self._stores.intake.take_due(due.number)

    def _no_page(self, due: Due, answer: Answer | None, error: CaptureError) -> None:
        """Settle an address that gave no page: it is asked again, marked gone, or given up."""
        stores = self._stores
        if error.code in PASSING and due.tries + 1 < _MOST_TRIES:
            self._put_off(due, answer, error)
            return
        before = stores.intake.asked(due.address)
        there = (before is not None and before.document) or stores.archive.current(due.address) is not None
        gone = error.code in NOT_THERE and bool(there)
        if gone:
            self.gathered.gone += 1
            what = f"the page is gone: {error.what}; what was captured of it is kept"
            error = CaptureError(what, code="gone", where=error.where, hint="Nothing needs to be done.")
        with stores.transaction():
            if gone and answer is not None and (before is None or before.status == 200):
                keep_exchanges(stores, due.address, answer.exchanges, "", self._now)
            source_failed(stores, error, self._now(), self._now)
            if answer is not None:
                self._answered(due, answer, "", before)
            else:
                stores.intake.put_asked(Asked(due.address, self._now(), source=due.source))
                stores.intake.take_due(due.number)
        if not gone:
            self.gathered.failed.append(error)

    def _put_off(self, due: Due, answer: Answer | None, error: CaptureError) -> None:
        """Leave an address on the list, to be asked again later."""
        pause = _FIRST_PAUSE * 2**due.tries
        if answer is not None and answer.wait_seconds is not None:
            pause = answer.wait_seconds
        self._vain[due.number] = error
        with self._stores.transaction():
            not_before = later(self._now(), pause)
            self._stores.intake.put_off(due.number, due.tries + 1, not_before)
        again = msgspec.structs.replace(due, tries=due.tries + 1, not_before=not_before)
        self._waiting[host_of(due.address)].appendleft(again)

    # lists

    def _poll(self, followed: Followed) -> Poll:
        found = polls(self._stores).get(followed.source.address)
        return found or Poll(followed.source, followed.origin, first_at=self._now())

    def _list(self, came: Came) -> None:
        """Settle what came of asking for a list: what it names is put on the list of addresses to be asked."""
        due, answer = came.due, came.found
        followed = self._sources[due.source]
        if isinstance(answer, CaptureError):
            self._no_list(due, None, answer)
            return
        before = self._stores.intake.asked(due.address)
        poll = self._poll(followed)
        try:
            listed = Listed((), ()) if answer.status == 304 else self._listed(followed, due, answer)
        except CaptureError as error:
            self._no_list(due, answer, error)
            return
        with self._stores.transaction():
            named = self._named(followed, due, listed)
            content = digest_bytes(answer.content) if answer.content else ""
            if answer.status == 200 and (before is None or before.document != content):
                keep_exchanges(self._stores, due.address, answer.exchanges, "", self._now)
            self._answered(due, answer, content, before)
            source_mended(self._stores, due.address, self._now)
            poll.polled_at = answer.seen_at
            poll.settings = followed.settings
            poll.error = {}
            if listed.fault:
                fault = CaptureError(listed.fault, code="damaged", where=due.address, hint="What came before is taken.")
                poll.error = fault.record()
                self.gathered.failed.append(fault)
                source_failed(self._stores, fault, self._now(), self._now)
            self._stores.intake.put_due(named)
            self._grown = True
            put_poll(self._stores, poll)

    def _listed(self, followed: Followed, due: Due, answer: Answer) -> Listed:
        """Return what a list names.

        Raises:
            CaptureError: it is no list, or names nothing.
        """
        source = followed.source
        if source.kind == "listing":
            page = page_in(answer)
            found = listing(page.content, answer.address, page.media_type, source.links, source.next)
        else:
            if answer.status != 200:
                page_in(answer)  # raises what the status means
            found = (feed if source.kind == "feed" else sitemap)(answer.content, answer.address)
        found = msgspec.structs.replace(found, pages=only(found.pages, source.only)[:_MOST_LINKS])
        if not found.pages and not found.lists and not found.fault and due.depth == 0:
            raise CaptureError(
                f"the {source.kind} names no page to take", code="names-nothing", where=due.address,
                hint="Check what the source's `links` and `only` say, and look at the address in a browser.",
            )  # fmt: skip
        return found

    def _named(self, followed: Followed, due: Due, listed: Listed) -> list[Due]:
        """Return what of a list is to be asked: new addresses, those said to have changed, and further lists."""
        intake = self._stores.intake
        source = followed.source

        def wanted(link: Link) -> bool:
            before = intake.asked(link.address)
            return before is None or bool(link.changed and link.changed > before.seen_at)

        pages = [Due(0, link.address, "page", source.address) for link in listed.pages if wanted(link)]
        if source.kind == "listing":
            lists = listed.lists if pages else ()  # the list goes on with what is known already
        else:
            lists = tuple(link for link in listed.lists if not link.changed or wanted(link))
        if lists and due.depth + 1 >= _DEEPEST.get(source.kind, 1):
            fault = CaptureError(
                f"more than {due.depth + 1} lists one from the other: the rest is left", code="endless",
                where=due.address, hint="Check what the source's `next` leads to.",
            )  # fmt: skip
            self.gathered.failed.append(fault)
            source_failed(self._stores, fault, self._now(), self._now)
            lists = ()
        asked = {one.address for one in lists if one.address == due.address}
        further = [
            Due(0, one.address, "list", source.address, due.depth + 1) for one in lists if one.address not in asked
        ]
        return [*further, *pages]

    def _no_list(self, due: Due, answer: Answer | None, error: CaptureError) -> None:
        """Settle a list that could not be had: it is asked again, or its fault is told."""
        followed = self._sources[due.source]
        poll = self._poll(followed)
        poll.error = error.record()
        if error.code in PASSING and due.tries + 1 < _MOST_TRIES:
            with self._stores.transaction():
                self._put_off(due, answer, error)
                put_poll(self._stores, poll)
            return
        with self._stores.transaction():
            source_failed(self._stores, error, self._now(), self._now)
            self._stores.intake.take_due(due.number)
            put_poll(self._stores, poll)
        self.gathered.failed.append(error)


def _first(waiting: Iterable[Due], now: str) -> tuple[int, float]:
    """Return which address is the first whose turn it is, and 0; with none, the seconds until it is one's turn."""
    soonest = inf
    for index, due in enumerate(waiting):
        rest = seconds_until(due.not_before, now)
        if rest <= 0:
            return index, 0.0
        soonest = min(soonest, rest)
    return 0, soonest
