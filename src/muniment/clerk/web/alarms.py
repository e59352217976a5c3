"""Alarms: what is wrong with the sources a record follows, so that silence is told from nothing having happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from muniment.clerk.ports import Stores
from muniment.clerk.reports import Alarm, SourceStanding
from muniment.clerk.web.following import Followed, Poll, next_at, polls
from muniment.clerk.web.moments import later
from muniment.clerk.web.rhythm import learned, reads_to_nothing

__all__ = ["alarms", "standings"]

_QUIET = 3
"""Rhythms without anything new after which a source is told to be quiet: twice may be a holiday."""

_IN_A_ROW = 3
"""Pages in a row without what a selector looks for after which it is told to have stopped matching: one or two may
lack a rubric or a date."""


def alarms(stores: Stores, now: str) -> list[Alarm]:
    """Return what is wrong with the sources that were ever asked, by source."""
    return [alarm for poll in polls(stores).values() for alarm in _alarms(poll, now)]


def standings(stores: Stores, sources: Iterable[Followed], now: str) -> list[SourceStanding]:
    """Return how sources stand, those with alarms first."""
    asked = polls(stores)
    waiting = Counter(due.source for due in stores.intake.due(limit=1_000_000))
    found = []
    for one in sources:
        address = one.source.address
        poll = asked.get(address)
        found.append(
            SourceStanding(
                source=address, kind=one.source.kind, rhythm=one.source.rhythm or "daily", origin=one.origin,
                polled_at=poll.polled_at if poll else "", new_at=poll.new_at if poll else "",
                next_at=next_at(one, poll), waiting=waiting[address],
                alarms=list(_alarms(poll, now)) if poll else [],
            )
        )  # fmt: skip
    return sorted(found, key=lambda one: (not one.alarms, one.source))


def _alarms(poll: Poll, now: str) -> Iterator[Alarm]:
    """Yield what is wrong with a source."""
    address = poll.source.address
    if poll.error:
        yield Alarm(address, poll.error.get("error", ""), f"{poll.error.get('what', '')}. {poll.error.get('hint', '')}")
    rhythm = Followed(poll.source, poll.origin).rhythm
    told = poll.source.rhythm or "daily"
    if poll.begun_at and poll.begun_at < later(now, -_QUIET * rhythm):
        yield Alarm(
            address, "not-asked", f"not asked since {poll.begun_at}, though it is {told}. Is the watch running?"
        )
    elif poll.source.kind != "page" or poll.source.rhythm:
        yield from _silence(poll, now)
    if reads_to_nothing(poll.reading):
        yield Alarm(
            address, "reads-to-nothing",
            f"the last {poll.reading.in_a_row} new pages gave no claims, those before did; see "
            f"{poll.reading.missed_on}. Has the layout changed? `muniment read --explain` shows what became of a page.",
        )  # fmt: skip
    for name, fared in poll.selectors.items():
        if fared.in_a_row >= min(_IN_A_ROW, fared.matched + fared.missed):
            last = f"it last did at {fared.matched_at}" if fared.matched_at else "it never did"
            yield Alarm(
                address, "selector",
                f"the selector of `{name}`, {getattr(poll.source, name)!r}, found nothing on the last {fared.in_a_row} "
                f"new pages ({last}); see {fared.missed_on}.",
            )  # fmt: skip


def _silence(poll: Poll, now: str) -> Iterator[Alarm]:
    """Yield an alarm where a source had nothing new for three times its rhythm.

    The rhythm is what its pages show, or, as long as they are too few, what is stated.
    """
    usual = learned(poll)
    rhythm = usual or float(Followed(poll.source, poll.origin).rhythm)
    since = poll.new_at or poll.first_at or now
    if since >= later(now, -_QUIET * rhythm):
        return
    told = f"every {usual / 86400:g} days, as its pages show" if usual else poll.source.rhythm or "daily"
    yield Alarm(
        poll.source.address, "quiet", f"nothing new since {since}, {_QUIET} times its rhythm ({told}) and more."
    )
