"""Claims into rows and out again: filing one, dropping one, and putting a row together anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from muniment.registers import REGISTERS
from muniment.registers.fold import fold
from muniment.registers.grouping import (
    ANCHOR,
    CANDIDATES,
    anchor_of,
    bare,
    choose,
    found_as_sought,
    regroup,
    row_keys,
    sought_keys,
)
from muniment.registers.ports import RowStore
from muniment.registers.row import CLAIMS_KEPT, REST, TELLINGS_KEPT, FiledClaim, Judgement, Row, Telling
from muniment.terms import digest

__all__ = [
    "Changed", "content_of", "drop_claim", "file_claim", "gather", "judgements_on", "put_row", "rebuild", "settle",
    "unite",
]  # fmt: skip

Changed = set[tuple[str, str]]
"""(register, row id) of the rows that an entry changed."""


def content_of(register: str, slots: dict[str, Any], origin: str, attributed_to: str, source: str) -> str:
    """Return the id of what a claim tells: claims with the same are one telling.

    Each page tells of itself for itself; a teaser of it is the same on however many pages it stands.
    """
    itself = register == "documents" and not slots.get("stub")
    told = digest([register, slots, origin, attributed_to, source if itself else ""])
    return told[:24]


def _telling(claim: FiledClaim, count: int = 1) -> Telling:
    """Return one claim as a telling, or as a ghost where it counts no more."""
    return Telling(
        content=claim.content, slots=claim.slots, origin=claim.origin, attributed_to=claim.attributed_to,
        position=claim.position, count=count, evidence=claim.evidence * count, claims=(claim.id,),
        sources=(claim.source,), documents=(claim.document,),
        first_stated=claim.stated_on, last_stated=claim.stated_on,
    )  # fmt: skip


def _told_again(telling: Telling, claim: FiledClaim) -> Telling:
    """Return a telling with one more claim, filed later than all it has."""
    listed = telling.count < CLAIMS_KEPT
    stated = sorted(date for date in (telling.first_stated, telling.last_stated, claim.stated_on) if date)
    return Telling(
        content=telling.content, slots=telling.slots, origin=telling.origin, attributed_to=telling.attributed_to,
        position=telling.position, count=telling.count + 1, evidence=telling.evidence + claim.evidence,
        claims=(*telling.claims, claim.id) if listed else telling.claims,
        sources=tuple(dict.fromkeys((*telling.sources, claim.source))) if listed else telling.sources,
        documents=tuple(dict.fromkeys((*telling.documents, claim.document))) if listed else telling.documents,
        first_stated=stated[0] if stated else "", last_stated=stated[-1] if stated else "",
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
    anchors = {anchor_of(telling) for telling in tellings}
    ordered = sorted(tellings, key=lambda one: (one.position, one.content))
    mine = [one for one in judgements if not one.undone and anchors & set(one.claims)]
    made = fold(register, row, ordered, mine)
    store.put(made, row_keys(made))
    return made


def file_claim(store: RowStore, claim: FiledClaim, changed: Changed) -> None:
    """File a claim that is not live yet: into the row it is part of, or into one of its own."""
    before = store.claim(claim.id)
    if before is not None and not before.dropped:
        return
    claim = msgspec.structs.replace(claim, stated_on=_stated(store, claim))
    if before is not None and ANCHOR in before.content:
        _revive(store, claim, before, changed)
    else:
        new = bare(claim.register, _telling(claim))
        keys = sought_keys(new)
        rows = [row for row in store.find(claim.register, keys, CANDIDATES) if not row.merged_into]
        judgements = judgements_on(store, rows)
        joined = choose(new, rows, judgements)
        if joined:
            home = joined[0]
            for other in joined[1:]:
                home = unite(store, home, other, judgements, changed)
            _join(store, claim, home, judgements, changed)
        else:
            _begin(store, claim, keys, changed)
    _date_page(store, claim, changed)


def _begin(store: RowStore, claim: FiledClaim, keys: list[str], changed: Changed) -> None:
    """Keep a claim as the first of a new row; `keys` are those it was sought by."""
    row = _new_id(store, claim.register, claim.slots, claim.source)
    claim = msgspec.structs.replace(claim, row=row)
    store.keep(claim)
    made = fold(claim.register, row, [_telling(claim)], ())
    store.put(made, keys if found_as_sought(made, claim.slots) else row_keys(made))
    changed.add((claim.register, row))


def _join(store: RowStore, claim: FiledClaim, home: Row, judgements: Sequence[Judgement], changed: Changed) -> None:
    """Keep a claim as part of a row."""
    tellings = list(home.tellings)
    claim = msgspec.structs.replace(claim, row=home.id)
    if _adds_nothing(home, claim, judgements):
        claim = msgspec.structs.replace(claim, content=REST)
    store.keep(claim)
    for at, telling in enumerate(tellings):
        if telling.content == claim.content:
            later = claim.position > telling.position and telling.count
            again = _told_again(telling, claim) if later else store.tell(claim.register, home.id, claim.content)
            tellings[at] = again or _telling(claim)
            break
    else:
        tellings.append(_telling(claim))
    put_row(store, home.id, tellings, judgements, claim.register)
    changed.add((claim.register, home.id))


def _adds_nothing(home: Row, claim: FiledClaim, judgements: Sequence[Judgement]) -> bool:
    """Whether a page's claim tells a row that is told in very many ways nothing that it does not show already."""
    if len(home.tellings) < TELLINGS_KEPT or claim.origin != "page":
        return False
    if any(telling.content == claim.content for telling in home.tellings):
        return False
    mine = [judgement for judgement in judgements if judgement.position in home.judged]
    made = fold(home.register, home.id, [*home.tellings, _telling(claim)], mine)
    return (made.slots, made.conflicts) == (home.slots, home.conflicts)


def _new_id(store: RowStore, register: str, slots: dict[str, Any], source: str) -> str:
    """Return a new row's id: of the slots that identify it; of all its first claim tells, with its source, or counted.

    Each where the one before is taken. A page is named by its source alone, so that it stays itself through all its
    versions. The id of a row that was merged away is free for the row that comes apart from it again.
    """
    key = [[name, slots[name]] for name in REGISTERS[register].key if name in slots]
    seeds: list[Any] = [[register, key], [register, slots], [register, slots, source]]
    if register == "documents":
        seeds = [[register, source]]
    for seed in seeds:
        row = digest(seed)[:16]
        if _free(store, register, row):
            return row
    count = 2
    while not _free(store, register, digest([*seeds[-1], count])[:16]):
        count += 1
    return digest([*seeds[-1], count])[:16]


def _free(store: RowStore, register: str, row: str) -> bool:
    there = store.get(register, row)
    return there is None or bool(there.merged_into)


def _revive(store: RowStore, claim: FiledClaim, before: FiledClaim, changed: Changed) -> None:
    """Bring back a claim that a decision kept a place for; one that a person withdrew stays withdrawn."""
    row = store.get(claim.register, before.row)
    held = _withdrawal(store, row, claim.id)
    if held is not None:
        store.judge(msgspec.structs.replace(held, slots={"dropped": False}))
    store.keep(msgspec.structs.replace(claim, row=before.row, content=before.content, dropped=held is not None))
    if row is not None:
        rebuild(store, row, changed)


def _withdrawal(store: RowStore, row: Row | None, claim: str) -> Judgement | None:
    """Return the decision in force that withdraws one claim, or None."""
    if row is None:
        return None
    for judgement in judgements_on(store, [row]):
        if judgement.kind == "withdrawn" and not judgement.whole and judgement.claims == (claim,):
            return judgement
    return None


def _stated(store: RowStore, claim: FiledClaim) -> str:
    """Return the date a claim's document gives itself, as far as it is known yet."""
    if claim.origin != "page":
        return ""
    if claim.register == "documents" and not claim.slots.get("stub"):
        return str(claim.slots.get("published") or "")
    return store.stated(claim.document) if claim.document else ""


def _date_page(store: RowStore, claim: FiledClaim, changed: Changed) -> None:
    """Give the date of a page to the claims that were filed before the page's own."""
    if claim.register != "documents" or claim.slots.get("stub") or not claim.stated_on:
        return
    late = [other for other in store.of_document(claim.document) if other.stated_on != claim.stated_on]
    for other in late:
        store.keep(msgspec.structs.replace(other, stated_on=claim.stated_on))
    for register, row in sorted({(other.register, other.row) for other in late}):
        there = store.get(register, row)
        if there is not None:
            put_row(store, row, *gather(store, there), register)
            changed.add((register, row))


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
        anchor = content.partition(ANCHOR)[2]
        ghost = store.claim(anchor) if anchor in anchors else None
        if live is not None:
            found.append(live)
        elif ghost is not None and ghost.content == content and ghost.row == row.id:
            found.append(_telling(ghost, count=0))
    return found, judgements


def drop_claim(store: RowStore, claim: str, changed: Changed) -> None:
    """Count a claim no more, and put its row together without it."""
    there = store.claim(claim)
    if there is None:
        return
    row = store.get(there.register, there.row)
    held = _withdrawal(store, row, claim)
    if held is not None:
        store.judge(msgspec.structs.replace(held, slots={"dropped": True}))
    if there.dropped:
        return
    store.keep(msgspec.structs.replace(there, dropped=True))
    if row is not None:
        rebuild(store, row, changed)


def rebuild(store: RowStore, row: Row, changed: Changed, more: Sequence[Judgement] = (), *, anew: bool = False) -> None:
    """Put a row together from the claims kept now: it may stay, go, or come apart.

    Args:
        store: where rows are kept.
        row: the row as it was put last.
        changed: the rows changed so far; added to.
        more: decisions just made or undone, which the row does not know of yet.
        anew: group the tellings from scratch even where none is lost.
    """
    tellings, judgements = gather(store, row, more)
    changed.add((row.register, row.id))
    if not tellings:
        store.drop(row.register, row.id)
        return
    groups = [tellings]
    if anew or _live(row.tellings) - _live(tellings):
        groups = regroup(row.register, tellings, judgements)
    made = put_row(store, row.id, groups[0], judgements, row.register)
    if not _live(made.tellings):
        settle(store, made, changed)
    for group in groups[1:]:
        first = group[0]
        apart = _new_id(store, row.register, first.slots, first.sources[0] if first.sources else "")
        for telling in group:
            store.move(row.register, row.id, telling.content, apart)
        made = put_row(store, apart, group, judgements, row.register)
        changed.add((row.register, apart))
        settle(store, made, changed)


def _live(tellings: Sequence[Telling]) -> set[str]:
    """Return what is told by live claims, whether set apart for a decision or not."""
    return {telling.content.partition(ANCHOR)[0] for telling in tellings if telling.count}


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
    """Make two rows one, under the id of the one begun first, and return it; the other leads there."""
    home, away = sorted((one, two), key=lambda row: (row.position, row.id))
    for telling in away.tellings:
        store.move(home.register, away.id, telling.content, home.id)
    tellings = {telling.content: telling for telling in (*home.tellings, *away.tellings)}
    for content in {one.content for one in home.tellings} & {one.content for one in away.tellings}:
        both = store.tell(home.register, home.id, content)
        if both is not None:
            tellings[content] = both
    made = put_row(store, home.id, list(tellings.values()), judgements, home.register)
    store.put(Row(home.register, away.id, {}, withdrawn=True, merged_into=home.id, position=away.position), [])
    changed.update({(home.register, home.id), (home.register, away.id)})
    return made
