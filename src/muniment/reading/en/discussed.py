"""What a meeting was about, as English sentences say it: on what it was held, what those present discussed."""

from __future__ import annotations

import re

__all__ = ["is_event", "leads"]

_GATHERING = (
    r"(?:meetings?|sessions?|talks|consultations?|conference|summit|forum|round table|seminar|workshop|briefings?"
    r"|debate|discussions?|hearings?|dialogue|symposium|congress|negotiations)"
)
_LEAD = re.compile(
    rf"\b{_GATHERING}\b(?: \w+){{0,2}}"
    r" (?:on|about|devoted to|dedicated to|concerning|regarding|focused on|focusing on)\b"
    r"|\b(?:discuss|discussed|discussing|exchanged views on|exchange views on|spoke about|talked about"
    r"|touched upon|considered|debated|deliberated on|focused on|devoted to|dedicated to)\b"
)
_ENDS = re.compile(r"[;:.()“”\"]|\b(?:who|which|whose|when|where|after|before|during|while|and then|at|held|adopted)\b")
_REACH = 90
"""Code points of the masked sentence from a lead to the last word that may give a topic (judgement, 2026-11)."""

_EVENT = re.compile(r"\b(?:meeting|conference|forum|summit|congress|symposium|seminar|round table|workshop)\b")
_ORGAN = re.compile(
    r"\b(?:council|committee|commission|assembly|secretariat|group|board|bureau|ministers|secretaries|heads)\b"
)


def leads(text: str, start: int) -> bool:
    """Whether a word stands in what a sentence, masked and in small letters, says that a meeting was about."""
    for match in _LEAD.finditer(text, max(0, start - _REACH), start):
        if _ENDS.search(text, match.end(), start) is None:
            return True
    return False


def is_event(name: str) -> bool:
    """Whether a name in small letters is that of a conference, a forum or the like, and of no body."""
    return _EVENT.search(name) is not None and _ORGAN.search(name) is None
