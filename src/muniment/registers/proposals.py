"""Proposals: rows that may be one, for a person to say: the same, not the same, or unsure.

A proposal changes nothing. It goes when a person has decided, when a page settles it, or when somebody says that it
cannot be told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

import msgspec

from muniment.registers.identity import Mention
from muniment.registers.identity.doubts import doubt, doubt_keys
from muniment.registers.row import Row

__all__ = ["Proposal", "proposals"]

CROWD = 40
"""Rows that share a key above which it tells nothing: a proposal is for a person's eyes (judgement)."""


class Proposal(msgspec.Struct, frozen=True):
    """Two rows that may be one: the register, their ids, the one begun first first, and the doubt's name."""

    register: str
    a: str
    b: str
    reason: str


def proposals(register: str, rows: Iterable[Row], settled: Callable[[Row, Row], bool]) -> Iterator[Proposal]:
    """Yield the pairs of rows about which there is a doubt, in the order in which the rows were begun.

    Args:
        register: whose rows they are.
        rows: its rows; those withdrawn or merged away are passed over.
        settled: whether a person has decided on two rows, or said that it cannot be told.
    """
    standing = sorted((row for row in rows if not row.withdrawn and not row.merged_into), key=_begun)
    mentions = {row.id: Mention(row.slots, row.also, row.sources) for row in standing}
    crowds: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(standing):
        for key in doubt_keys(register, mentions[row.id]):
            crowds[key].append(at)
    pairs = {pair for crowd in crowds.values() if len(crowd) <= CROWD for pair in combinations(crowd, 2)}
    for first, second in sorted(pairs):
        one, two = standing[first], standing[second]
        reason = doubt(register, mentions[one.id], mentions[two.id])
        if reason and not settled(one, two):
            yield Proposal(register, one.id, two.id, reason)


def _begun(row: Row) -> tuple[int, str]:
    return row.position, row.id
