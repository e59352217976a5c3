"""Whether other rows show that a commitment was kept: the text to be prepared is spoken of, the meeting was held."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from muniment.registers.dates import parsed
from muniment.registers.identity.instruments import telling_words
from muniment.registers.identity.offices import same_organization
from muniment.registers.identity.words import content, listed
from muniment.registers.row import Row
from muniment.registers.values import names
from muniment.rules import RowView

__all__ = ["kept_by"]

_PREPARE = listed("prepare draft develop submit send elaborate finalize approve adopt complete preparation work")
"""Words of commitments that a text is to come of; one is kept once a later page tells of the text itself."""

_MEET = listed("meeting session consultation conference briefing hold convene")
"""Words of commitments to meet."""


def kept_by(instruments: Iterable[Row], meetings: Iterable[Row]) -> Callable[[RowView], bool]:
    """Return what tells whether a commitment is shown to have been kept.

    Args:
        instruments: the register's rows.
        meetings: the register's rows.
    """
    texts: dict[str, list[tuple[frozenset[str], Row]]] = {}
    for row in instruments:
        words = telling_words(str(row.slots.get("title") or ""))
        if len(words) > 1:
            texts.setdefault(max(words, key=lambda word: (len(word), word)), []).append((words, row))
    held = [row for row in meetings if row.slots.get("status") == "held" and names(row.slots.get("bodies"))]

    def kept(commitment: RowView) -> bool:
        words = content(str(commitment.slots.get("text") or ""))
        made = str(commitment.slots.get("made_on") or "")
        if made and words & _PREPARE:
            near = [found for word in words for found in texts.get(word, ())]
            if any(named <= words and _spoken_of_after(row, made) for named, row in near):
                return True
        return bool(made and words & _MEET) and any(_met(row, commitment, made) for row in held)

    return kept


def _spoken_of_after(row: Row, made: str) -> bool:
    """Whether a page later than a day tells of a text, or tells that something was done with it after that day."""
    acts = row.slots.get("actions") or []
    done = (str(act.get("date") or "") for act in acts if not act.get("planned"))
    return row.last_stated > made or any(date > made for date in done)


def _met(row: Row, commitment: RowView, made: str) -> bool:
    """Whether an actor of a commitment is a body that met between the day it was made and the day it was due."""
    start, due = parsed(row.slots.get("start")), parsed(commitment.slots.get("due"))
    if start is None or due is None or not made <= start.iso or start.first_day() > due.last_day():
        return False
    actors = names(commitment.slots.get("actor"))
    return any(same_organization(actor, body) for actor in actors for body in names(row.slots.get("bodies")))
