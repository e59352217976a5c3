"""Who said it: what of a row stands only in speakers' own words, slot by slot and act by act."""

from __future__ import annotations

from collections.abc import Iterable

from muniment.registers.acts_told import acts_told
from muniment.registers.row import Row

__all__ = ["speakers_of", "told_only_by"]


def told_only_by(row: Row) -> dict[str, tuple[str, ...]]:
    """Return the speakers of every slot of a row that only speakers' own words give, by slot.

    An act is under `actions[N]`, counted from 0 as the acts stand in the row. What a page's own narration, a profile or
    a person gives is left out.
    """
    said = {claim: one.attributed_to for one in row.tellings if one.count for claim in one.claims}
    found = {slot: speakers for slot, claims in row.given_by.items() if (speakers := _all_said(claims, said))}
    found.pop("actions", None)
    for place, act in enumerate(acts_told(row)):
        if act.speakers:
            found[f"actions[{place}]"] = act.speakers
    return found


def _all_said(claims: Iterable[str], said: dict[str, str]) -> tuple[str, ...]:
    speakers = [said.get(claim, "") for claim in claims]
    return tuple(dict.fromkeys(speakers)) if speakers and all(speakers) else ()


def speakers_of(row: Row) -> str:
    """Return in one text who tells of a row or of parts of it, where only speakers' own words do; empty where none."""
    if row.attributed_to:
        return row.attributed_to
    partly = [f"{slot.replace('_', ' ')}: {', '.join(names)}" for slot, names in told_only_by(row).items()]
    return "; ".join(partly)
