"""Relations: how a state or organisation stands to another, as member, observer, partner or president."""

from __future__ import annotations

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.relation_asides import ASIDES
from muniment.reading.en.rules.relation_joining import JOINING
from muniment.reading.en.rules.relation_lists import LISTS
from muniment.reading.en.rules.relation_nouns import NOUNS
from muniment.reading.en.rules.relation_parts import REGISTER
from muniment.reading.en.rules.relation_paths import PATHS
from muniment.reading.en.rules.relation_presidency import PRESIDENCY
from muniment.reading.en.rules.relation_seats import SEATS
from muniment.reading.en.rules.relation_standing import STANDING
from muniment.reading.en.rules.relation_told import TOLD
from muniment.reading.en.rules.relation_turns import TURNS
from muniment.reading.mask import expand
from muniment.reading.rule import Rule
from muniment.reading.scene import Scene

__all__ = ["REGISTER", "RULES", "settle"]

RULES: tuple[Rule, ...] = STANDING + JOINING + SEATS + NOUNS + LISTS + PRESIDENCY + PATHS + TOLD + TURNS + ASIDES

_DECISION = regex.compile(
    expand(
        r"(?:The|This|An?) (?:relevant |respective |corresponding )?(?:{N}|decision) (?:was|has been) "
        r"(?:made|adopted|taken)\b"
    )
)
_FULL = len("2024-05-06")

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
        again = draft.notes.get("lifted") and mine in ("suspended", "ended")
        if again or (_STAGE[theirs] > _STAGE[mine] and not told.notes.get("lifted")):
            told.notes["lifted"] = again
            told.slots["state"] = theirs
            told.slots["date"] = draft.slots.get("date") or ("" if again else told.slots.get("date"))
        elif mine == theirs and (day := str(draft.slots.get("date") or "")).startswith(
            str(told.slots.get("date") or "-")
        ):
            told.slots["date"] = day  # "in June 2017", and further on the day
        if told.notes.get("lifted") and mine != theirs:
            draft.slots["date"] = ""  # the day of a suspension is not that of its end
        told.absorb(draft)
    for draft in kept.values():
        if draft.slots.get("state") == "granted" and not draft.slots.get("date"):
            draft.slots["date"] = _decided(scene, draft.sentence + 1)
    return list(kept.values())


def _decided(scene: Scene, number: int) -> str:
    """Return the day that the next sentence tells of "the decision"; empty where it tells none."""
    if not 0 < number < len(scene.sentences):
        return ""
    sentence = scene.sentences[number]
    if _DECISION.match(sentence.text) is None:
        return ""
    days = [scene.iso(sentence.value(at)) for at in sentence.places(kinds="D")]
    return next((day for day in days if len(day) == _FULL), "")
