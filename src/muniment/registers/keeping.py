"""Rows as they are kept: put under an id, gathered from the claims kept now, joined to what they are one with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import count
from typing import Any

import msgspec

from muniment.registers import REGISTERS
from muniment.registers.contents import ANCHOR, ORIGIN, Content, anchor_of
from muniment.registers.fold import fold
from muniment.registers.grouping import CANDIDATES, choose, row_keys, sought_keys
from muniment.registers.ports import SCANNED, RowStore
from muniment.registers.row import FiledClaim, Judgement, Row, Telling
from muniment.terms import digest

__all__ = [
    "Changed", "first_id", "gather", "ids_of", "is_free", "judgements_on", "merged_away", "new_id", "put_row",
    "rows_from", "settle", "telling_of", "unite",
]  # fmt: skip

Changed = set[tuple[str, str]]
"""(register, row id) of the rows that an entry changed."""


def telling_of(claim: FiledClaim, count: int = 1) -> Telling:
    """Return one claim as a telling, or as a ghost where it counts no more."""
    return Telling(
        content=claim.content, slots=claim.slots, origin=claim.origin, attributed_to=claim.attributed_to,
        position=claim.position, count=count, evidence=claim.evidence * count, claims=(claim.id,),
        sources=(claim.source,), documents=(claim.document,),
        first_stated=claim.stated_on, last_stated=claim.stated_on,
    )  # fmt: skip


def judgements_on(store: RowStore, rows: Iterable[Row]) -> list[Judgement]:
    """Return the decisions in force on rows, in ledger order."""
    positions = sorted({position for row in rows for position in row.judged})
    found = (store.judgement(position) for position in positions)
    return [judgement for judgement in found if judgement is not None and not judgement.undone]


def put_row(
    store: RowStore, row: str, tellings: Sequence[Telling], judgements: Sequence[Judgement], register: str
) -> Row:
    """Fold tellings under a row's id, keep it, and return it; of the decisions, those anchored in it apply."""
    anchors = {anchor_of(telling.content) for telling in tellings}
    ordered = sorted(tellings, key=lambda one: (one.position, one.content))
    mine = [one for one in judgements if not one.undone and anchors & set(one.claims)]
    made = fold(register, row, ordered, mine)
    store.put(made, row_keys(made))
    return made


def new_id(
    store: RowStore,
    register: str,
    first: Telling,
    taken: Collection[str] = frozenset(),
    kept_for: Collection[str] = frozenset(),
) -> str:
    """Return a new row's id: of the slots that identify it; of all that is told first, with its source, or counted.

    Each where the one before is taken. A page is named by its source alone, so that it stays itself through all its
    versions. The id of a row that was merged away is free for the row that comes apart from it again; for others it
    is free where the pages themselves merged it, and no judgement did that may be undone; those that are only kept
    for what no page tells any more (`kept_for`) are free too.
    """
    return next(
        row
        for row in ids_of(register, first)
        if row not in taken and (row in kept_for or is_free(store, register, row))
    )


def ids_of(register: str, first: Telling) -> Iterator[str]:
    """Yield the ids that a row begun by a telling may have, the ones to prefer first; there is no last."""
    slots, source = first.slots, first.sources[0] if first.sources else ""
    seeds: list[list[object]] = [_identified_by(register, slots, source), [register, slots], [register, slots, source]]
    if register == "documents":
        del seeds[1:]
    yield from (digest(seed)[:16] for seed in seeds)
    yield from (digest([*seeds[-1], number])[:16] for number in count(2))


def first_id(register: str, slots: dict[str, Any], source: str) -> str:
    """Return the id that `new_id` gives a row where it is free."""
    return digest(_identified_by(register, slots, source))[:16]


def _identified_by(register: str, slots: dict[str, Any], source: str) -> list[object]:
    if register == "documents":
        return [register, source]
    return [register, [[name, slots[name]] for name in REGISTERS[register].key if name in slots]]


def is_free(store: RowStore, register: str, row: str) -> bool:
    """Whether a new row may have an id: no row has it, or one that pages merged away and no judgement."""
    there = store.get(register, row)
    return there is None or (bool(there.merged_into) and not rows_from(store, register, [row]))


def rows_from(store: RowStore, register: str, origins: Iterable[str]) -> list[Row]:
    """Return the rows that hold, by a person's judgement, what pages put in any of these rows."""
    return store.find(register, [f"{ORIGIN}{origin}" for origin in origins], SCANNED)


def merged_away(store: RowStore, register: str, row: str, into: str, position: int) -> Changed:
    """Keep of a row only where it went, so that its id leads there; return it where that is new."""
    there = store.get(register, row)
    if there is not None and there.merged_into == into:
        return set()
    position = position if there is None else there.position
    store.put(Row(register, row, {}, withdrawn=True, merged_into=into, position=position), [])
    return {(register, row)}


def gather(store: RowStore, row: Row, more: Sequence[Judgement] = ()) -> tuple[list[Telling], list[Judgement]]:
    """Return a row's tellings as the claims kept now make them, and the decisions in force on it.

    What a decision in force refers to stays as a ghost when no page tells of it any more.

    Args:
        store: where claims are kept.
        row: the row as it was put last.
        more: decisions just made or undone, which the row does not know of yet.
    """
    undone = {judgement.position for judgement in more if judgement.undone}
    known = {judgement.position: judgement for judgement in (*judgements_on(store, [row]), *more)}
    judgements = [known[position] for position in sorted(known) if position not in undone]
    anchors = {claim for judgement in judgements for claim in judgement.claims}
    contents = [part for one in row.tellings for part in (one.content, one.content.partition(ANCHOR)[0])]
    for claim in sorted(claim for judgement in more for claim in judgement.claims):
        kept = store.claim(claim)
        if kept is not None and kept.row == row.id:
            contents.append(kept.content)
    found = []
    for content in dict.fromkeys(contents):
        live = store.tell(row.register, row.id, content)
        anchor = anchor_of(content)
        ghost = store.claim(anchor) if anchor in anchors else None
        if live is not None:
            found.append(live)
        elif ghost is not None and ghost.content == content and ghost.row == row.id:
            found.append(telling_of(ghost, count=0))
    return found, judgements


def settle(store: RowStore, row: Row, changed: Changed) -> None:
    """Join a row to those it is strongly shown to be one with."""
    rows = [
        other
        for other in store.find(row.register, sought_keys(row), CANDIDATES)
        if other.id != row.id and not other.merged_into
    ]
    judgements = judgements_on(store, [row, *rows])
    home = row
    for other in choose(row, rows, judgements):
        home = unite(store, home, other, judgements, changed)


def unite(store: RowStore, one: Row, two: Row, judgements: Sequence[Judgement], changed: Changed) -> Row:
    """Make one row of two that pages show to be one, under the id of the one begun first; the other leads there."""
    home, away = sorted((one, two), key=lambda row: (row.position, row.id))
    register = home.register
    for telling in away.tellings:
        store.move(register, away.id, telling.content, home.id, telling.content)
    tellings = {telling.content: telling for telling in (*home.tellings, *away.tellings)}
    for content in {one.content for one in home.tellings} & {one.content for one in away.tellings}:
        both = store.tell(register, home.id, content)
        if both is not None:
            tellings[content] = both
    made = put_row(store, home.id, list(tellings.values()), judgements, register)
    changed |= merged_away(store, register, away.id, home.id, away.position)
    for row in rows_from(store, register, [away.id]):
        made = _come_from(store, row, away.id, home.id, made)
    changed.add((register, home.id))
    return made


def _come_from(store: RowStore, row: Row, origin: str, home: str, made: Row) -> Row:
    """Say of what a row holds from one that was merged away that it is from its new home; return the home as it is."""
    found: dict[str, Telling] = {}
    for telling in row.tellings:
        content = Content.parse(telling.content)
        if content.origin == origin:
            content = content._replace(origin="" if row.id == home else home)
            store.move(row.register, row.id, telling.content, row.id, content.written())
        told = store.tell(row.register, row.id, content.written())
        found[content.written()] = told or msgspec.structs.replace(telling, content=content.written())
    put = put_row(store, row.id, list(found.values()), judgements_on(store, [row]), row.register)
    return put if row.id == home else made
