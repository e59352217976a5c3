"""Gather: sources are asked in their turn, and what they name is captured."""

from __future__ import annotations

from collections.abc import Sequence

from muniment.archive.web import normal
from muniment.clerk.ports import Stores
from muniment.clerk.web.asking import Asking, Gathered, Going
from muniment.clerk.web.following import Followed, Poll, next_at, polls, put_poll
from muniment.clerk.web.moments import later
from muniment.errors import CaptureError
from muniment.ledger.intake import Due

__all__ = ["asked_next", "begun", "begun_pages", "gathered"]

_LOOKED_AT_AGAIN = 30 * 86400.0
"""Seconds after which a page that a source named once is asked for again, to see whether it changed or is gone."""

_MOST_AGAIN = 200
"""Pages of one source looked at again in one go."""


def begun_pages(stores: Stores, addresses: Sequence[str], going: Going) -> Asking:
    """Return a go that asks for some pages, and for nothing else.

    Writes: the worklist.

    Args:
        stores: the record.
        addresses: of pages, in any spelling; one that is none is told among what failed.
        going: what the asking works with.
    """
    asking = Asking({}, going, only=frozenset({""}))
    with stores.transaction():
        for address in addresses:
            try:
                stores.intake.put_due([Due(0, normal(address), "page", "")])
            except CaptureError as error:
                asking.gathered.failed.append(error)
    return asking


def begun(stores: Stores, sources: Sequence[Followed], wanted: Sequence[Followed], going: Going) -> Asking:
    """Return a go that asks sources, and for what earlier goes left on the worklist.

    Writes: the worklist, how the sources stand.

    Args:
        stores: the record.
        sources: every source the record follows.
        wanted: those to ask now.
        going: what the asking works with.
    """
    known = {one.source.address: one for one in (*sources, *wanted)}
    with stores.transaction():
        before = polls(stores)
        for one in wanted:
            _begin(stores, one, before.get(one.source.address), going.fetcher.timing.now())
    return Asking(known, going)


def gathered(stores: Stores, asking: Asking, going: Going) -> Gathered:
    """Return what came of a go, with the record held until it is through."""
    while (rest := asking.turn(stores)) is not None:
        going.fetcher.timing.wait(rest)
    return asking.gathered


def _begin(stores: Stores, one: Followed, poll: Poll | None, now: str) -> None:
    """Put a source on the list of what is to be asked, and the pages of it that are to be looked at again."""
    address = one.source.address
    role = "page" if one.source.kind == "page" else "list"
    again = stores.intake.asked_before(address, later(now, -_LOOKED_AT_AGAIN), _MOST_AGAIN) if role == "list" else []
    due = [Due(0, address, role, address)]
    due += [Due(0, asked.address, "page", address) for asked in again if asked.address != address]
    stores.intake.put_due(due)
    poll = poll or Poll(one.source, one.origin, first_at=now)
    poll.source, poll.origin, poll.begun_at = one.source, one.origin, now
    put_poll(stores, poll)


def asked_next(stores: Stores, sources: Sequence[Followed], now: str) -> tuple[list[Followed], str]:
    """Return the sources whose turn it is, and when the next of the others is to be asked (empty for never)."""
    before = polls(stores)
    turns = [(next_at(one, before.get(one.source.address)), one) for one in sources]
    moments = [moment for moment, _ in turns if moment > now]
    moments += [due.not_before for due in stores.intake.due() if due.not_before > now]
    return [one for moment, one in turns if moment <= now], min(moments, default="")
