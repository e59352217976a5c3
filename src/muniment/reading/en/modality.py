"""Whether a clause tells of something done, planned, denied or merely possible."""

from __future__ import annotations

import regex

from muniment.reading.pattern import compiled

__all__ = ["DENIED", "DONE", "PLANNED", "POSSIBLE", "is_planned", "modality"]

DONE, PLANNED, DENIED, POSSIBLE = "done", "planned", "denied", "possible"

_DENIED = regex.compile(
    r"\b(?:not|never|no longer|neither|nor|failed to|refused to|refuses to|declined to|unable to|impossible"
    r"|without (?:adopting|agreeing|signing))\b|n[’']t\b"
)
_NOT_ONLY = regex.compile(r"\bnot (?:only|least)\b|\bif not\b|\bwhether or not\b")
_PLANNED = compiled(
    r"\b(?:will|shall|(?:is|are|was|were) (?:\w+ )?(?:planned|expected|scheduled|due|supposed|slated|set"
    r"|about|going|to be|to (?=[a-z]))|"
    r"plans? to|planning to|intends? to|intending to|expects? to|hopes? to|it is (?:planned|expected"
    r"|proposed|envisaged)|"
    r"upcoming|forthcoming|in the (?:coming|near)|to be (?:\w+ed|held|signed|submitted|sent|considered)|yet "
    r"to|awaits?|pending)\b"
)
_POSSIBLE = regex.compile(
    r"\b(?:would|could|may|might|should|[Ii]f|[Ww]hether|possibly|perhaps|possibility of|proposal to|proposed to"
    r"|were to|can be|must|need(?:s|ed)? to be|reportedly|allegedly|rumou?rs?)\b"
)


def is_planned(clause: str) -> bool:
    """Whether the `modality` of a clause is `planned`; quicker where it is not."""
    return _PLANNED.search(clause) is not None and modality(clause) == PLANNED


def modality(clause: str) -> str:
    """Return `done`, `planned`, `denied` or `possible` for the words of one clause.

    A plan that is denied is denied; a plan under a condition ("would be signed if") is possible.

    >>> modality("the Council adopted the plan")
    'done'
    >>> modality("the plan will be adopted in June")
    'planned'
    >>> modality("it was not possible to adopt the plan")
    'denied'
    >>> modality("the plan could be adopted if all agree")
    'possible'
    """
    if _DENIED.search(clause) and _DENIED.search(_NOT_ONLY.sub(" ", clause)):
        return DENIED
    if _PLANNED.search(clause):
        return PLANNED
    if _POSSIBLE.search(clause):
        return POSSIBLE
    return DONE
