"""Commitments: what somebody is asked or told to do, promises or plans to do, and by when."""

from __future__ import annotations

import msgspec

from muniment.reading.draft import Draft
from muniment.reading.en.rules.commitment_asked import ASKED
from muniment.reading.en.rules.commitment_parts import REGISTER
from muniment.reading.en.rules.commitment_promised import PROMISED
from muniment.reading.en.rules.commitment_turns import TURNS
from muniment.reading.rule import Rule
from muniment.reading.scene import Scene

__all__ = ["REGISTER", "RULES", "settle"]

RULES: tuple[Rule, ...] = ASKED + PROMISED + TURNS

_SAME = 0.8
"""Share of the words of more than three letters, of either text, that two tellings of one commitment have in common."""


def settle(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return one draft for each thing to be done: the first told, filled from later tellings."""
    kept: list[Draft] = []
    for draft in [part for told in drafts for part in _parts(told)]:
        same = next((k for k in kept if _same(k, draft)), None)
        if same is None:
            kept.append(draft)
        else:
            _join(same, draft)
    return kept


def _parts(draft: Draft) -> list[Draft]:
    """Return a draft, and beside it the one of the second thing to be done that it tells with a day of its own."""
    second = draft.notes.get("second")
    if second is None:
        return [draft]
    slots = {**draft.slots, "text": second["text"], "due": second["due"]}
    return [draft, msgspec.structs.replace(draft, slots=slots, notes={"words": second["words"]})]


def _join(kept: Draft, draft: Draft) -> None:
    """Put a second telling to the first; what it tells inside the first one's words is no telling of its own."""
    if kept.sentence == draft.sentence:
        kept.slots.setdefault("due", draft.slots.get("due", ""))
        if kept.notes["words"][0] == draft.notes["words"][0]:
            for name in ("actor", "given_by"):
                kept.slots[name] = kept.slots.get(name) or draft.slots.get(name)
        kept.spans += [span for span in draft.spans if span not in kept.spans]
        return
    text = kept.slots["text"]
    kept.absorb(draft)
    kept.slots["text"] = text


def _same(one: Draft, other: Draft) -> bool:
    """Whether two drafts tell one commitment: their words overlap in the page, or say the same of the same actor."""
    if one.sentence == other.sentence:
        (a, b), (c, d) = one.notes["words"], other.notes["words"]
        return bool(a < d and c < b)
    if one.slots["kind"] != other.slots["kind"] or (one.slots.get("due") or other.slots.get("due")) != (
        other.slots.get("due") or one.slots.get("due")
    ):
        return False
    mine, theirs = ({word for word in d.slots["text"].lower().split() if len(word) > 3} for d in (one, other))
    return len(mine & theirs) >= _SAME * max(len(mine), len(theirs), 3)
