"""The states in whose names a treaty is made, as its preamble names them before it says what they consider."""

from __future__ import annotations

import re

from muniment.reading.en.force.scanning import mended, unmarked
from muniment.reading.en.force.states import state_names

__all__ = ["states_of_preamble"]

_PREAMBLE = 6_000
"""Code points in which a preamble ends (judgement: the longest lists of plenipotentiaries seen take 4,000)."""

_AGREED = re.compile(
    r"(?i)\b(?:have|hereby|has)?\s*agreed?\s+(?:as\s+follows|on\s+the\s+following|upon)\b|\bARTICLE\s+(?:1|I)\b"
)
_CONSIDERED = re.compile(
    r"(?i)(?<![a-z])(?:considering|desir(?:ing|ous)|recogni[sz]ing|recalling|noting|having|being|convinced|conscious|aware"
    r"|mindful|believing|taking|bearing|wishing|determined|anxious|affirming|reaffirming|acknowledging|concerned|resolved"
    r"|whereas|realizing|acting|guided|inspired|in\s+(?:view|order|pursuance)|with\s+a\s+view|who\b|hereinafter)"
)
_PLENIPOTENTIARIES = re.compile(r"(?i)\bplenipotentiar\w+\s*[,:](?=\s*\w)")
_WHO = re.compile(r"(?i)\bwho,?\s+(?:having|after|being)\b")
_AN_ORGANISATION = re.compile(r"(?i)\b(?:communit(?:y|ies)|european\s+union|organi[sz]ation|agency|commission)\b")
_LEAST = 2


def states_of_preamble(text: str) -> tuple[str, ...]:
    """Return the states in whose names a treaty is made; nothing where it names none, or an organisation with them.

    Those are the states that made it: the signatories, where all of them signed.

    Args:
        text: the treaty's text in English.
    """
    head = unmarked(text[:_PREAMBLE])
    agreed = _AGREED.search(head)
    head = head[: agreed.start()] if agreed is not None else head
    sent = _PLENIPOTENTIARIES.search(head)
    if sent is not None:
        ended = _WHO.search(head, sent.end())
        named = head[sent.end() : ended.start() if ended is not None else len(head)]
    else:
        considered = _CONSIDERED.search(head)
        named = head[: considered.start()] if considered is not None else ""
        if _AN_ORGANISATION.search(named):
            return ()
    found = state_names().find(mended(named))
    return found if len(found) >= _LEAST else ()
