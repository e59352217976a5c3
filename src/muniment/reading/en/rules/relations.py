"""Relations: how a state or organisation stands to another, as member, observer, partner or president."""

from __future__ import annotations

from muniment.reading.draft import Draft
from muniment.reading.en.rules.relation_joining import JOINING
from muniment.reading.en.rules.relation_lists import LISTS
from muniment.reading.en.rules.relation_parts import REGISTER
from muniment.reading.en.rules.relation_paths import PATHS
from muniment.reading.en.rules.relation_presidency import PRESIDENCY
from muniment.reading.en.rules.relation_standing import STANDING
from muniment.reading.en.rules.relation_told import TOLD
from muniment.reading.rule import Rule
from muniment.reading.scene import Scene

__all__ = ["REGISTER", "RULES", "settle"]

RULES: tuple[Rule, ...] = STANDING + JOINING + LISTS + PRESIDENCY + PATHS + TOLD

_STAGE = {"": 0, "sought": 1, "in_force": 2, "granted": 3, "suspended": 4, "ended": 4}
"""What tells more: an observer whose status was granted today is also said to be one."""


def settle(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return one draft for each relation: of several mentions the one that tells most, with the date that any tells."""
    kept: dict[tuple[str, str, str], Draft] = {}
    for draft in drafts:
        key = (draft.slots["subject"], draft.slots["object"], draft.slots["kind"])
        told = kept.get(key)
        if told is None:
            kept[key] = draft
            continue
        mine, theirs = told.slots.get("state") or "", draft.slots.get("state") or ""
        if _STAGE[theirs] > _STAGE[mine]:
            told.slots["state"] = theirs
            told.slots["date"] = draft.slots.get("date") or told.slots.get("date")
        told.absorb(draft)
    return list(kept.values())
