"""What was to be done by a day that has passed, and of which no page tells that it was."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator

from muniment.rules.gap import Gap, RowView, acts, last_day, listed, names, period

__all__ = ["BINDING", "TIME_LIMITS", "outcome_unknown", "overdue"]

TIME_LIMITS = "European Convention on the Calculation of Time-Limits (ETS 76, 1972), art. 3: the last day is included"
"""Where the day a time-limit ends is stated: something due on a day is late from the next."""


BINDING = frozenset({"commitment", "mandate"})
"""Kinds of commitment that somebody is held to; what is only hoped, planned or asked for is not late (judgement)."""

_Done = Callable[[RowView], bool]


def overdue(
    rows: Iterable[RowView], as_of: datetime.date, until: datetime.date | None = None, done: _Done = lambda row: False
) -> Iterator[Gap]:
    """Yield what somebody is held to and whose last day has passed before `as_of`.

    Args:
        rows: commitments.
        as_of: the day it is asked on.
        until: the last day that pages tell of, where that is earlier: what was due later is not late, but unknown.
        done: whether other rows show that a commitment was kept; its own tells only that it was made.
    """
    for row in rows:
        due = last_day(row.slots.get("due"))
        if due is None or due >= min(as_of, until or as_of) or row.slots.get("kind", "mandate") not in BINDING:
            continue
        if done(row):
            continue
        late = (as_of - due).days
        who = ", ".join(filter(None, (listed(names(row.slots.get("actor")), 3), str(row.slots.get("kind") or ""))))
        text = (
            f"“{row.slots.get('text', '')}”{f' ({who})' if who else ''} was due by {period(row.slots['due'])}. "
            f"No page tells that it was done; {'1 day has' if late == 1 else f'{late} days have'} passed."
        )
        since = (due + datetime.timedelta(days=1)).isoformat()
        yield Gap("overdue", row.register, row.id, text, since, TIME_LIMITS)


def outcome_unknown(rows: Iterable[RowView], as_of: datetime.date) -> Iterator[Gap]:
    """Yield the texts with actions planned for a day before `as_of` of which no outcome is told; one gap a day."""
    for row in rows:
        planned: dict[str, list[str]] = {}
        for act in acts(row, planned=True):
            due = last_day(act.get("date"))
            if due is not None and due < as_of:
                planned.setdefault(str(act["date"]), []).append(str(act["action"]).replace("_", " "))
        title = row.slots.get("title", "A text")
        for date, what in planned.items():
            due = last_day(date) or as_of
            text = f"“{title}”: to {listed(what)} it was planned for {period(date)}; no outcome is told."
            since = (due + datetime.timedelta(days=1)).isoformat()
            yield Gap("outcome-unknown", row.register, row.id, text, since, TIME_LIMITS)
