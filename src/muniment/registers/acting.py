"""Who acts for a state, and which claims tell of an act.

Press calls many things "ratified": a parliament's vote, the head of state's signature, the deposit. Whoever did it, it
is the state's step; which step it is, the action says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from muniment.registers.dates import agree
from muniment.registers.identity import people
from muniment.registers.identity.offices import same_organization
from muniment.registers.row import Row
from muniment.registers.values import names

__all__ = ["OfficesOf", "acted", "actors_for", "all_together", "claims_telling"]

OfficesOf = Callable[[str], Iterable[Row]]
"""Gives the tenures of a person, by the name that an action gives."""


def actors_for(actor: str, offices_of: OfficesOf) -> list[str]:
    """Return what an actor can act for: itself, the state whose body it is, the state whose office the person holds."""
    found = [actor, *([actor.rpartition(" of ")[2]] if " of " in actor else [])]
    if people.is_name(actor):
        offices = [str(row.slots.get("organization") or "") for row in offices_of(actor)]
        found += [name for office in offices if office for name in (office, office.rpartition(" of ")[2])]
    return list(dict.fromkeys(found))


def acted(act: Mapping[str, Any], member: str, acting: Mapping[str, list[str]]) -> bool:
    """Whether an act is a member's: its own, its parliament's, its officer's; `acting` says for whom each can act."""
    return any(same_organization(state, member) for name in names(act.get("by")) for state in acting[name])


def all_together(act: Mapping[str, Any]) -> bool:
    """Whether an act is told of all members at once: by "the heads of state", "the member states", "the parties"."""
    return _TOGETHER.search(" ".join(names(act.get("by")))) is not None


_TOGETHER = re.compile(r"(?i)\b(?:heads of|leaders|presidents|ministers|states|parties)\b")


def claims_telling(row: Row, act: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the claims whose action of that name has a date that agrees and an actor in common."""
    found: list[str] = []
    for telling in row.tellings:
        for told in telling.slots.get("actions") or ():
            shared = set(names(told.get("by"))) & set(names(act.get("by"))) or not (told.get("by") and act.get("by"))
            if told.get("action") == act["action"] and shared and agree(told.get("date"), act.get("date")):
                found += telling.claims if telling.count else ()
    return tuple(dict.fromkeys(found))
