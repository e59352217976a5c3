"""Which tellings make a row: a new one joins the row it is shown to be part of; a row that lost one is grouped anew.

A telling joins the row it matches most strongly. Where it matches two rows that cannot be one, it joins neither: what
is ambiguous stays apart. Where it strongly matches two rows that do not clash, it shows them to be one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from muniment.registers.contents import ORIGIN, Content, anchor_of, told_of
from muniment.registers.fold import fold
from muniment.registers.identity import APART, IDENTITIES, REFUSED, Mention
from muniment.registers.row import Judgement, Row, Telling

__all__ = [
    "CANDIDATES",
    "bare",
    "barred",
    "choose",
    "found_as_sought",
    "likeness",
    "mention_of",
    "regroup",
    "row_keys",
    "sought_keys",
]

CANDIDATES = 48
"""How many rows that share blocking keys are compared with a new telling, those that share most first (judgement)."""

STRONG = 3
"""The likeness from which a telling that matches two rows shows them to be one."""


def bare(register: str, telling: Telling) -> Row:
    """Return one telling as a row to be compared; not folded, for its values are its slots as they stand."""
    return Row(register, "", telling.slots, sources=telling.sources, position=telling.position, tellings=(telling,))


def mention_of(telling: Telling) -> Mention:
    """Return a telling as it is compared; a ghost is told by no document any more."""
    return Mention(telling.slots, {}, telling.sources, telling.documents if telling.count else ())


_COMPARED: dict[int, tuple[Row, list[Mention]]] = {}
"""Rows as they were compared last, by `id()` of the row beside them: making them anew costs as much as comparing."""

_COMPARED_KEPT = 4096
"""How many are kept (some tens of megabytes)."""


def _mentions(row: Row) -> list[Mention]:
    """Return a row as it is compared."""
    kept = _COMPARED.get(id(row))
    if kept is not None and kept[0] is row:
        return kept[1]
    if len(_COMPARED) >= _COMPARED_KEPT:
        _COMPARED.clear()
    found = _compared(row)
    _COMPARED[id(row)] = row, found
    return found


def _compared(row: Row) -> list[Mention]:
    """Return a row as shown, as read before people corrected it, and with each disputed date."""
    live = [one for one in row.tellings if one.count]
    documents = live[0].documents if len(live) == 1 else tuple(dict.fromkeys(d for one in live for d in one.documents))
    shown = Mention(row.slots, row.also, row.sources, documents)
    found = [shown]
    if row.corrected:
        read = fold(row.register, row.id, row.tellings, ())
        found.append(msgspec.structs.replace(shown, slots=read.slots, also=read.also))
    for slot, values in row.conflicts.items():
        for other in values[1:]:
            if isinstance(other["value"], str):
                found.append(msgspec.structs.replace(shown, slots={**row.slots, slot: other["value"]}))
    return found


def _ghosts(row: Row) -> list[Mention]:
    """Return what a row was about when a decision was made on it, where no page tells of it so any more."""
    return [mention_of(telling) for telling in row.tellings if not telling.count]


def likeness(row: Row, other: Row) -> int:
    """Return how strongly two rows are shown to be one."""
    return _alike(row, _mentions(row), other)


def _alike(row: Row, mine: Sequence[Mention], other: Row) -> int:
    """Return how strongly two rows are shown to be one; `mine` is the first as it is compared."""
    compare = IDENTITIES[row.register].compare
    yours = _mentions(other)
    if len(mine) == len(yours) == 1:
        score = compare(mine[0], yours[0])
    else:
        score = max(compare(one, two) for one in mine for two in yours)
    if score == APART and not (row.judged or other.judged):
        return APART  # only a decision keeps a ghost
    if score == APART:
        kept = [compare(one, two) for one in _ghosts(row) for two in yours]
        kept += [compare(one, two) for one in mine for two in _ghosts(other)]
        score = max([score, *kept])
    return score


def row_keys(row: Row) -> list[str]:
    """Return the keys a row is to be found by: those it shares with its like, and the rows a judgement took it from.

    One that was merged away has none.
    """
    origins = {Content.parse(one.content).origin for one in row.tellings if ORIGIN in one.content}
    return [*_keys(row, IDENTITIES[row.register].keys), *(f"{ORIGIN}{origin}" for origin in sorted(origins))]


def sought_keys(row: Row) -> list[str]:
    """Return the blocking keys that the rows which a row may be one with are found by."""
    identity = IDENTITIES[row.register]
    return _keys(row, identity.seeks or identity.keys)


def found_as_sought(row: Row, slots: Mapping[str, Any]) -> bool:
    """Whether a row just begun by a claim that tells these slots is found by the keys the claim was sought by."""
    plain = not (row.also or row.conflicts or row.judged)
    return plain and row.slots == slots and IDENTITIES[row.register].seeks is None


def _keys(row: Row, keys: Callable[[Mention], list[str]]) -> list[str]:
    if row.merged_into:
        return []
    mentions = [*_mentions(row), *_ghosts(row)]
    found = keys(mentions[0]) if len(mentions) == 1 else [key for mention in mentions for key in keys(mention)]
    return list(dict.fromkeys(found))


def _crosses(judgement: Judgement, one: Iterable[Telling], two: Iterable[Telling]) -> bool:
    """Whether a decision about two rows is anchored in both of these."""
    if len(judgement.claims) != 2:
        return False
    mine, yours = {anchor_of(telling.content) for telling in one}, {anchor_of(telling.content) for telling in two}
    first, second = judgement.claims
    return (first in mine and second in yours) or (second in mine and first in yours)


def barred(one: Sequence[Telling], two: Sequence[Telling], judgements: Sequence[Judgement]) -> bool | None:
    """Return True where people hold two groups to be two, False where they hold them to be one, else None.

    The latest decision holds.
    """
    found: bool | None = None
    for judgement in sorted(judgements, key=lambda j: j.position):
        if judgement.kind in ("same", "distinct") and not judgement.undone and _crosses(judgement, one, two):
            found = judgement.kind == "distinct"
    return found


def choose(new: Row, rows: Sequence[Row], judgements: Sequence[Judgement]) -> list[Row]:
    """Return the rows that a new one is part of, the one to join first; none where it stands alone.

    Args:
        new: the new telling, or group of tellings, as a row.
        rows: the rows to compare it with, in a settled order.
        judgements: every decision in force on the new row and on these.
    """
    scored, mine = [], _mentions(new)
    for row in rows:
        held = barred(new.tellings, row.tellings, judgements)
        score = REFUSED if held else max(_alike(new, mine, row), STRONG + 9 if held is False else REFUSED)
        if score > APART:
            scored.append((score, row))
    if not scored:
        return []
    scored.sort(key=lambda pair: (-pair[0], pair[1].position, pair[1].id))
    best = scored[0][0]
    tied = [row for score, row in scored if score == best]
    if len(tied) > 1 and not _all_one(tied, judgements, shown=best < STRONG):
        told = {told_of(telling.content) for telling in new.tellings}
        told_so = [row for row in tied if told & {told_of(telling.content) for telling in row.tellings}]
        return told_so[:1]
    chosen = [scored[0][1]]
    for score, row in scored[1:]:
        if min(score, best) >= STRONG and _all_one([*chosen, row], judgements, shown=False):
            chosen.append(row)
    return chosen


def _all_one(rows: Sequence[Row], judgements: Sequence[Judgement], *, shown: bool) -> bool:
    """Whether every two of the rows can be one (`shown`: are shown to be), and no decision holds them apart."""
    return all(
        likeness(row, other) > (APART if shown else REFUSED) and not barred(row.tellings, other.tellings, judgements)
        for at, row in enumerate(rows)
        for other in rows[at + 1 :]
    )


def regroup(register: str, tellings: Sequence[Telling], judgements: Sequence[Judgement]) -> list[list[Telling]]:
    """Return tellings grouped from scratch, in ledger order, as they would have been filed one by one."""
    groups: list[Row] = []
    for telling in sorted(tellings, key=lambda one: (one.position, one.content)):
        new = bare(register, telling)
        joined = choose(new, groups, judgements)
        if not joined:
            groups.append(new)
            continue
        together = [one for row in joined for one in row.tellings]
        groups = [row for row in groups if row not in joined]
        groups.append(_group(register, [*together, telling]))
    groups.sort(key=lambda row: (row.position, row.tellings[0].content))
    return [list(row.tellings) for row in groups]


def _group(register: str, tellings: Iterable[Telling]) -> Row:
    return fold(register, "", sorted(tellings, key=lambda one: (one.position, one.content)), ())
