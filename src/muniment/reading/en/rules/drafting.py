"""Drafts of instruments: an action with what is told of it, and one draft for each instrument acted on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from muniment.reading.draft import Draft
from muniment.reading.en.kinds import MAYBE_TREATIES
from muniment.reading.en.rules.naming import slots_of
from muniment.reading.mention import Instrument
from muniment.reading.rule import Found

__all__ = ["AT_MEETING", "REGISTER", "act", "drafts_of"]

REGISTER = "instruments"
AT_MEETING = "at_meeting"
"""Note on an action whose day is that of a meeting the page had not told of yet; taken out when the page is settled."""


def act(action: str, **slots: Any) -> dict[str, Any]:
    """Return an action of the record format with only the slots that are told.

    >>> act("adopt", date="2024-05-03", by=[], place="")
    {'action': 'adopt', 'date': '2024-05-03'}
    """
    return {"action": action} | {name: value for name, value in slots.items() if value}


def drafts_of(
    found: Found, instruments: Sequence[Instrument], actions: Sequence[dict[str, Any]], **more: Any
) -> Iterator[Draft]:
    """Return a draft for each instrument with the actions taken on it, and whatever else the clause tells of it.

    An action that is none on a text of its kind is left out: nobody joins a programme, and a draft that is revised is
    not amended.
    """
    for instrument in instruments:
        slots = slots_of(instrument)
        slots.update({name: value for name, value in more.items() if value})
        slots["actions"] = [dict(item) for item in actions if _suits(item["action"], instrument)]
        if slots["actions"] or not actions:
            yield Draft(REGISTER, slots, [(*found.span(), found.rule)])


_UTTERED = frozenset({"resolution", "statement", "declaration", "communique", "appeal"})


def _suits(action: str, instrument: Instrument) -> bool:
    """Whether an action may be taken on a text: only treaties are joined and denounced, only standing texts amended."""
    if action in ("accede", "denounce"):
        return instrument.kind in MAYBE_TREATIES
    return action != "amend" or not (instrument.draft or instrument.kind in _UTTERED)
