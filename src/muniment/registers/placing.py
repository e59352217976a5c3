"""Claims into rows and out again: filing one, and dropping one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from muniment.registers.contents import ANCHOR, REST, Content
from muniment.registers.fold import fold
from muniment.registers.grouping import CANDIDATES, bare, choose, found_as_sought, row_keys, sought_keys
from muniment.registers.keeping import (
    Changed,
    first_id,
    gather,
    is_free,
    judgements_on,
    new_id,
    put_row,
    telling_of,
    unite,
)
from muniment.registers.page_groups import (
    attach,
    forsaken,
    found_by,
    groups_of,
    judged_together,
    paired_on,
    put_keys,
    reconsider,
    rows_of,
)
from muniment.registers.ports import RowStore, Sought
from muniment.registers.rebuilding import bring_together, rebuild
from muniment.registers.row import CLAIMS_KEPT, TELLINGS_KEPT, FiledClaim, Judgement, Row, Telling
from muniment.terms import digest

__all__ = ["Newcomer", "content_of", "drop_claim", "file_claim", "newcomer", "sought_for"]


def content_of(register: str, slots: dict[str, Any], origin: str, attributed_to: str, source: str) -> str:
    """Return the id of what a claim tells: claims with the same are one telling.

    Each page tells of itself for itself; a teaser of it is the same on however many pages it stands.
    """
    itself = register == "documents" and not slots.get("stub")
    told = digest([register, slots, origin, attributed_to, source if itself else ""])
    return told[:24]


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


class Newcomer(NamedTuple):
    """A claim on its way into a row, and what is looked for on that way, as far as its slots alone tell.

    Attributes:
        claim: the claim, of no row yet.
        row: it alone, as a row to be compared.
        keys: what the rows that it may be part of are found by.
        first: id of the row that it begins, if it is part of none and that id is free.
    """

    claim: FiledClaim
    row: Row
    keys: list[str]
    first: str


def newcomer(claim: FiledClaim) -> Newcomer:
    """Return a claim as it is to be filed."""
    row = bare(claim.register, telling_of(claim))
    return Newcomer(claim, row, sought_keys(row), first_id(claim.register, claim.slots, claim.source))


def sought_for(newcomers: Iterable[Newcomer]) -> Sought:
    """Return what filing claims is going to ask a store for."""
    claims: list[str] = []
    rows: dict[str, set[str]] = {}
    keys: dict[str, set[str]] = {}
    for new in newcomers:
        register = new.claim.register
        claims.append(new.claim.id)
        rows.setdefault(register, set()).add(new.first)
        keys.setdefault(register, set()).update(new.keys)
    return Sought(claims, rows, keys)


def file_claim(store: RowStore, new: Newcomer, changed: Changed) -> None:
    """File a claim that is not live yet: into the row it is part of, or into one of its own."""
    claim = new.claim
    before = store.claim(claim.id)
    if before is not None and not before.dropped:
        return
    claim = msgspec.structs.replace(claim, stated_on=_stated(store, claim))
    if before is not None and ANCHOR in before.content:
        _revive(store, claim, before, changed)
    else:
        rows = [found for found in store.find(claim.register, new.keys, CANDIDATES) if not found.merged_into]
        if any(judged_together(store, row) for row in rows):
            _file_among_groups(store, new, claim, rows, changed)
        else:
            judgements = judgements_on(store, rows)
            joined = choose(new.row, rows, judgements)
            if joined:
                home = joined[0]
                for other in joined[1:]:
                    home = unite(store, home, other, judgements, changed)
                _join(store, claim, home, judgements, changed)
            else:
                free = is_free(store, claim.register, new.first)
                row = new.first if free else new_id(store, claim.register, new.row.tellings[0])
                _begin(store, new, row, claim.stated_on, changed)
    _date_page(store, claim, changed)


def _begin(store: RowStore, new: Newcomer, row: str, stated_on: str, changed: Changed) -> None:
    """Keep a claim as the first of a new row."""
    register, slots = new.claim.register, new.claim.slots
    claim = msgspec.structs.replace(new.claim, row=row, stated_on=stated_on)
    store.keep(claim)
    made = fold(register, row, [telling_of(claim)], ())
    store.put(made, new.keys if found_as_sought(made, slots) else row_keys(made))
    changed.add((register, row))


def _file_among_groups(
    store: RowStore, new: Newcomer, claim: FiledClaim, rows: Sequence[Row], changed: Changed
) -> None:
    """File a claim into the group that pages put it in, where people judged some of the rows it may be part of."""
    joined = choose(new.row, found_by(new.keys, groups_of(store, rows)), ())
    if joined:
        home = bring_together(store, joined, changed).id
    else:
        home = new_id(store, claim.register, new.row.tellings[0], kept_for=forsaken(store, rows))
    held = rows_of(store, claim.register, home)
    if not held:
        _begin(store, new, home, claim.stated_on, changed)
        attach(store, fold(claim.register, home, [telling_of(claim)], ()), changed)
        return
    row, told = held[0], claim.content
    for group in groups_of(store, held):
        if group.id == home and _adds_nothing(group, claim, judgements_on(store, [group])):
            told = REST
    content = Content(told, "" if row.id == home else home).written()
    claim = msgspec.structs.replace(claim, row=row.id, content=content)
    store.keep(claim)
    rebuild(store, [msgspec.structs.replace(row, tellings=(*row.tellings, telling_of(claim)))], changed)


def _join(store: RowStore, claim: FiledClaim, home: Row, judgements: Sequence[Judgement], changed: Changed) -> None:
    """Keep a claim as part of a row."""
    tellings = list(home.tellings)
    told = REST if _adds_nothing(home, claim, judgements) else claim.content
    claim = msgspec.structs.replace(claim, row=home.id, content=told)
    store.keep(claim)
    for at, telling in enumerate(tellings):
        if telling.content == claim.content:
            later = claim.position > telling.position and telling.count
            again = _told_again(telling, claim) if later else store.tell(claim.register, home.id, claim.content)
            tellings[at] = again or telling_of(claim)
            break
    else:
        tellings.append(telling_of(claim))
    put_row(store, home.id, tellings, judgements, claim.register)
    changed.add((claim.register, home.id))


def _adds_nothing(home: Row, claim: FiledClaim, judgements: Sequence[Judgement]) -> bool:
    """Whether a page's claim tells a row that is told in very many ways nothing that it does not show already."""
    if len(home.tellings) < TELLINGS_KEPT or claim.origin != "page":
        return False
    if any(telling.content == claim.content for telling in home.tellings):
        return False
    mine = [judgement for judgement in judgements if judgement.position in home.judged]
    made = fold(home.register, home.id, [*home.tellings, telling_of(claim)], mine)
    return (made.slots, made.conflicts) == (home.slots, home.conflicts)


def _revive(store: RowStore, claim: FiledClaim, before: FiledClaim, changed: Changed) -> None:
    """Bring back a claim that a decision kept a place for; one that a person withdrew stays withdrawn."""
    row = store.get(claim.register, before.row)
    held = _withdrawal(store, row, claim.id)
    if held is not None:
        store.judge(msgspec.structs.replace(held, slots={"dropped": False}))
    store.keep(msgspec.structs.replace(claim, row=before.row, content=before.content, dropped=held is not None))
    if row is not None:
        rebuild(store, [row], changed)


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
            put = put_row(store, row, *gather(store, there), register)
            changed.add((register, row))
            if judged_together(store, put):
                put_keys(store, put)


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
        judged = paired_on(store, row)
        rebuild(store, [row], changed)
        if judged:
            reconsider(store, [row], judged[0], changed)
