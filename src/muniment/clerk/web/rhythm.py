"""Rhythm: how often a source has something new, learned from its pages, and whether its pages still give claims."""

from __future__ import annotations

import datetime
from itertools import pairwise
from statistics import median

from muniment.clerk.ports import Stores
from muniment.clerk.web.following import Fared, Poll, polls, put_poll
from muniment.ledger.ports import Seen
from muniment.terms import Page, Reading

__all__ = ["learned", "note_reading", "reads_to_nothing"]

_DAYS = 30
"""Days on which a source had something new that are kept: half a year of a weekly one."""

_FEWEST = 6
"""Days that a rhythm is learned from: five intervals, so that one holiday does not move their median (judgement)."""

_CHANCE = 0.01
"""How likely a run of pages without claims may be by what the pages before gave, and still be told as an alarm."""

_DAY = 86400.0


def note_reading(stores: Stores, seen: Seen, page: Page, reading: Reading) -> None:
    """Put down with its source that a page was read for the first time: its day, and whether it gave claims.

    A page in a language that is not read says nothing of either; nor does one that no followed source named.

    Writes: how the source stands.
    """
    asked = stores.intake.asked(seen.source)
    poll = polls(stores).get(asked.source) if asked is not None and asked.source else None
    if poll is None or not reading.reader:
        return
    poll.reading.note(any(claim.register != "documents" for claim in reading.claims), seen.source, seen.seen_at)
    published = page.meta.published
    day = published if len(published) == len("2031-11-23") else seen.seen_at[:10]
    poll.days = sorted({*poll.days, day})[-_DAYS:]
    put_poll(stores, poll)


def learned(poll: Poll) -> float | None:
    """Return the seconds from one day with something new to the next, the median; None where too few are known."""
    if len(poll.days) < _FEWEST:
        return None
    days = [datetime.date.fromisoformat(day) for day in poll.days]
    return _DAY * median((after - before).days for before, after in pairwise(days))


def reads_to_nothing(fared: Fared) -> bool:
    """Return whether the last pages gave no claims though pages before did, too many in a row for chance.

    The chance is that of so many in a row at the rate of the pages before them (by Laplace's rule of succession).
    """
    before = fared.matched + fared.missed - fared.in_a_row
    rate = (fared.missed - fared.in_a_row + 1) / (before + 2)
    return fared.matched > 0 and fared.in_a_row > 0 and rate**fared.in_a_row < _CHANCE
