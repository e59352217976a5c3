"""Sentences that record nothing, each by a named rule under one of the closed reasons."""

from __future__ import annotations

import regex

from muniment.reading.mask import expand
from muniment.reading.scene import Scene

__all__ = ["SET_ASIDE", "set_aside"]

SET_ASIDE: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "courtesy.salutation",
        "courtesy",
        r"^[\"“]?(?:Dear|Esteemed|Distinguished|Honou?rable|Respected|Mr\.?|Madam|Ladies|Your Excellenc|Excellenc|Colleagues|Friends)\b[^.]{0,80}[,!.:]?$",
        "Dear colleagues,",
        "Dear members of the Council adopted the budget on Friday and left for the capital at once after a long debate.",
    ),
    (
        "courtesy.thanks",
        "courtesy",
        r"^(?:[\"“]?(?:I |We )?(?:thank you|Thank you|would like to thank|wish you)|(?:Allow|Permit|Let) me to? ?(?:thank|express|welcome|congratulate|wish))",
        "Thank you for your attention.",
        "The Council thanked the Secretary General.",
    ),
)
"""(name, reason, pattern over the masked sentence, a sentence it sets aside, one it must not)."""

_COMPILED = tuple((name, reason, regex.compile(expand(pattern))) for name, reason, pattern, _, _ in SET_ASIDE)


def set_aside(scene: Scene) -> dict[int, tuple[str, str]]:
    """Return for each sentence that a set-aside rule matches its number, with the rule's name and the reason."""
    out: dict[int, tuple[str, str]] = {}
    for number, sentence in enumerate(scene.sentences):
        for name, reason, pattern in _COMPILED:
            if pattern.search(sentence.text):
                out[number] = (name, reason)
                break
    return out
