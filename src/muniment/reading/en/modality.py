"""Whether a clause tells of something done, planned, denied or merely possible."""

from __future__ import annotations

import regex

from muniment.reading.pattern import compiled

__all__ = ["DENIED", "DONE", "PLANNED", "POSSIBLE", "is_planned", "modality", "their_plans", "without_their_plans"]

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
_THEIR_PLAN = compiled(
    r"\b(?:(?:of|on|for|with|preparing|organi[sz]ing) (?:the )?(?:[\p{L}-]+ ){0,5}?"
    r"(?!(?:meetings|sessions|talks|summits|consultations|negotiations|conferences|events|elections)\b)(?:\p{Ll}+s|training|exercise)"
    r"(?: (?:with|of) (?:the )?{B})?|with (?:the )?{B})(?: \([^()]*\))?,? "
    r"(?:planned|scheduled|expected|due|slated)(?: to (?:be held|be conducted|take place))? (?:for|in|on) (?P<day>{D})"
)
"""What a clause speaks of, and when that is to be: "the talks on the organization of the drills planned for D"."""


def their_plans(clause: str) -> list[tuple[int, int, int]]:
    """Return where a masked clause tells when the things it speaks of are to be: start, end, and where the day stands.

    Offsets are code points, 0-based, half-open, into `clause`.
    """
    if "plan" not in clause and "sched" not in clause and " due" not in clause and "expected" not in clause:
        return []
    return [(match.start(), match.end(), match.start("day")) for match in _THEIR_PLAN.finditer(clause)]


def without_their_plans(clause: str, day: int = -1) -> str:
    """Return a masked clause without `their_plans`, which are not told of what it tells; its length stays.

    Args:
        clause: the masked clause.
        day: position of a date whose own plan stays; code points, 0-based, into `clause`.
    """
    for start, end, at in their_plans(clause):
        if at != day:
            clause = clause[:start] + " " * (end - start) + clause[end:]
    return clause


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
