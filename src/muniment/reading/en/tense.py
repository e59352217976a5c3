"""Which tense a date is told in: one without a year is ahead in a plan, and gone by behind what was done."""

from __future__ import annotations

import re

from muniment.reading.en.modality import is_planned, without_their_plans

__all__ = ["tense_at"]

_NEAR = 120
"""Characters before a date within which what was done on it begins: a verb and six long words (judgement)."""
_PLANS = re.compile(
    r"\b(?:will|shall|would|planned|planning|plans? to|expected|scheduled|due|upcoming|forthcoming|next|coming|to be)\b"
)
"""Words of things to come: what the tense tells of a date beside them is in doubt."""
_CLAUSE_ENDS = re.compile(
    r"[;,] (?=who |which |where |while |as |and |but )|; |\bthat (?=[^,;]*\b(?:will|to be|upcoming|forthcoming)\b)"
)
_WAS_TO = re.compile(r"\b(?:was|were) (?:also |originally |initially )?(?:to |due|scheduled|planned|supposed|expected)")
"""A plan of the past, which may have come to pass or not."""
_UP_TO_DATE = (
    r"(?: (?!to\b|for\b|that\b|until\b)[^\s,;:]+){0,6} (?:in|on|at)"
    r"(?: the (?:end|beginning|start|middle) of)? $"
)
"""What may stand between a verb and the date it tells: "was held in Tolmar at the end of"."""
_DONE_BEFORE = re.compile(
    r"\b(?:met|took place|took part|(?:held|hosted) an?|(?:was|were|been|had|has|have) (?:\w+ly )?\w+(?:ed|en|ld|"
    r"de|gn|up))" + _UP_TO_DATE
)
"""An act that is over right before the date it was done on, whatever else is planned in the sentence."""
_PERHAPS_DONE = re.compile(
    r"\b(?:held|signed|adopted|convened|concluded|visited|approved|agreed|launched)" + _UP_TO_DATE
)
"""The same where the verb may as well be part of a plan: "signed in", "to be signed in"."""
_DONE_BEHIND = re.compile(
    r"[^;:]{0,60}?\b(?:met|held|signed|adopted|took place|was|were|visited|approved|opened|began)\b"
)
"""The same where the sentence begins with the date: "In March the ministers met"."""
_HEADED = re.compile(r"(?:^|[.;] )(?:In|On|(?:Back|Earlier|Already) (?:in|on)) $")


def tense_at(text: str, at: int, planned: bool) -> str:
    """Return `future`, `past`, or an empty string for the tense that a date is told in.

    Args:
        text: the masked sentence.
        at: where the date stands in it.
        planned: whether the sentence as a whole tells a plan (`is_planned`), asked once for all its dates.
    """
    near = max(0, at - _NEAR)
    if (done := _DONE_BEFORE.search(text, near, at)) is not None and not _WAS_TO.match(text, done.start()):
        return "past"
    if planned and is_planned(_clause(text, at)):
        return "future"
    if _PLANS.search(text):
        return ""
    if _HEADED.search(text, 0, at):
        return "past" if _DONE_BEHIND.match(text, at + 1) is not None else ""
    return "past" if _PERHAPS_DONE.search(text, near, at) is not None else ""


def _clause(text: str, at: int) -> str:
    """Return the clause of a masked sentence in which a position stands; empty where it tells of a plan of the past."""
    start, end = 0, len(text)
    for match in _CLAUSE_ENDS.finditer(text):
        if match.end() <= at:
            start = match.end()
        else:
            end = match.start()
            break
    clause = without_their_plans(text[start:end], at - start)
    return "" if _WAS_TO.search(clause) else clause
