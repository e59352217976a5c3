"""Who was a treaty partner of its own on a day: a state that came into being later is counted with its predecessor."""

from __future__ import annotations

import datetime
import tomllib
from functools import cache
from importlib import resources

import msgspec

__all__ = ["ended_before", "partner"]


class _Statehood(msgspec.Struct, frozen=True):
    ended: frozenset[str]
    states: dict[str, tuple[datetime.date, str]]
    territories: dict[str, str]


@cache
def _statehood() -> _Statehood:
    """Return the pack `statehood.toml`, whose head says where its days come from."""
    text = (resources.files(__package__ or __name__) / "statehood.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), _Statehood, strict=False)


def partner(state: str, on: datetime.date) -> str | None:
    """Return who consented where a table says that a state did on a day: itself, or an ended predecessor of several.

    None where the state was then part of one that still is and is counted for itself: a table that carries a colony's
    days back to the consent of its administering power counts one consent, not two. None for a territory too: that a
    treaty is extended to it is no consent of its own (Vienna Convention on the Law of Treaties, art. 29).

    Args:
        state: short English name.
        on: the day of the consent.
    """
    table = _statehood()
    if state in table.territories:
        return None
    while state in table.states and on < table.states[state][0]:
        state = table.states[state][1]
        if state not in table.states:
            return state if state in table.ended else None
    return state


def ended_before(state: str) -> str:
    """Return the predecessor that is no more of a state that came into being from it; empty where it had none."""
    table = _statehood()
    before = table.states[state][1] if state in table.states else ""
    return before if before in table.ended else ""
