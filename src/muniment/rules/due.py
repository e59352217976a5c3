"""What was to be done by a day that has passed, and of which no page tells that it was."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from muniment.rules.gap import Gap, RowView, acts, last_day, listed, names, period

__all__ = ["TIME_LIMITS", "outcome_unknown", "overdue"]

TIME_LIMITS = "European Convention on the Calculation of Time-Limits (ETS 76, 1972), art. 3: the last day is included"
"""Where the day a time-limit ends is stated: something due on a day is late from the next."""


def overdue(rows: Iterable[RowView], as_of: datetime.date) -> Iterator[Gap]:
    """Yield the commitments whose last day has passed before `as_of`; whether they were kept no row tells."""
    for row in rows:
        due = last_day(row.slots.get("due"))
        if due is None or due >= as_of:
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
    """Yield the actions planned on a text for a day before `as_of` of which no outcome is told."""
    for row in rows:
        for act in acts(row, planned=True):
            due = last_day(act.get("date"))
            if due is None or due >= as_of:
                continue
            what, when = str(act["action"]).replace("_", " "), period(act["date"])
            title = row.slots.get("title", "A text")
            text = f"“{title}”: to {what} it was planned for {when}; no outcome is told."
            since = (due + datetime.timedelta(days=1)).isoformat()
            yield Gap("outcome-unknown", row.register, row.id, text, since, TIME_LIMITS)
