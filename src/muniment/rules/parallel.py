"""One content in two languages: which parts of the one text stand beside which of the other.

By W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora" (Computational Linguistics 19,
1993): what is long in one language is long in the other. Numbers that both parts hold speak for it too, for nobody
translates them.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

__all__ = ["aligned"]

_SPREAD = 6.8
"""Variance of the length, in code points, of what translates one code point (Gale and Church)."""

_STEPS = {
    (1, 1): 0.89, (1, 0): 0.00495, (0, 1): 0.00495, (2, 1): 0.0445, (1, 2): 0.0445, (2, 2): 0.011,
}  # fmt: skip
"""How many parts of each text make one pair -> how likely that is (Gale and Church, halved where either has more)."""

_NUMBER = re.compile(r"\d+")
_SHARED = 3.0
"""Natural logarithm of how much likelier each number in common makes a pair (judgement)."""

_OFF = 0.25
"""How far from the same place in their texts two parts may be, as a share of the text (judgement: bounds the work)."""

_LEAST = 8
"""Parts that two parts may be apart in any text (judgement)."""

_Parts = tuple[tuple[int, ...], tuple[int, ...]]


def aligned(one: Sequence[str], other: Sequence[str]) -> list[_Parts]:
    """Return the places of the parts that stand beside each other, in order; every part is in one pair.

    Args:
        one: the parts of a text, as paragraphs.
        other: those of the same in another language.
    """
    rows, columns = len(one), len(other)
    own, foreign = [_weighed(part) for part in one], [_weighed(part) for part in other]
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for row in range(rows + 1):
        for column in range(columns + 1):
            if (row, column) != (0, 0) and _near(row, column, rows, columns):
                found = [
                    (best[row - a, column - b][0] + _cost(own[row - a : row], foreign[column - b : column]), (a, b))
                    for a, b in _STEPS
                    if (row - a, column - b) in best
                ]
                if found:
                    best[row, column] = min(found)
    pairs: list[_Parts] = []
    row, column = rows, columns
    while (row, column) != (0, 0):
        a, b = best[row, column][1]
        pairs.append((tuple(range(row - a, row)), tuple(range(column - b, column))))
        row, column = row - a, column - b
    return pairs[::-1]


def _near(row: int, column: int, rows: int, columns: int) -> bool:
    """Whether two places are at about the same share of their texts."""
    apart = abs(row * columns - column * rows) / max(rows, columns, 1)
    return apart <= max(_LEAST, abs(rows - columns), _OFF * max(rows, columns))


def _weighed(part: str) -> tuple[int, Counter[str]]:
    """Return the length of a part, in code points, and the numbers in it."""
    return len(part), Counter(_NUMBER.findall(part))


def _cost(one: Sequence[tuple[int, Counter[str]]], other: Sequence[tuple[int, Counter[str]]]) -> float:
    """Return how unlikely it is that these parts are one pair: the negative natural logarithm."""
    likely = -math.log(_STEPS[len(one), len(other)])
    long, wide = sum(length for length, _ in one), sum(length for length, _ in other)
    if not one or not other:
        return likely
    off = abs(wide - long) / math.sqrt(max((long + wide) / 2, 1) * _SPREAD)
    by_length = -math.log(max(math.erfc(off / math.sqrt(2)), 1e-12))
    shared = sum((sum((told for _, told in one), Counter()) & sum((told for _, told in other), Counter())).values())
    return likely + by_length - _SHARED * shared
