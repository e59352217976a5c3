"""People's decisions on rows: correct, withdraw, same, distinct, and undoing any of them.

A decision is anchored on claims, not on a row's number: it goes where they go when rows join or come apart. A claim
that a decision refers to keeps its place in the row when its page tells of it no more, so that the decision finds the
row again when the page comes back changed.
"""

from __future__ import annotations

from typing import Any

import msgspec

from muniment.registers.contents import ANCHOR
from muniment.registers.keeping import Changed, judgements_on
from muniment.registers.page_groups import paired_on, reconsider
from muniment.registers.placing import drop_claim, file_claim, newcomer
from muniment.registers.ports import RowStore
from muniment.registers.rebuilding import rebuild
from muniment.registers.row import FiledClaim, Judgement, Row

__all__ = ["correct", "keep_pair", "undo", "withdraw"]


def _found(store: RowStore, register: str, target: str) -> tuple[FiledClaim, bool] | None:
    """Return the claim to anchor a decision on, and whether a row was meant; None where there is no such thing.

    For a row that is its first live claim; the id of a row that was merged away means the row it leads to.
    """
    row = store.get(register, target)
    while row is not None and row.merged_into:
        row = store.get(register, row.merged_into)
    if row is not None and row.tellings:
        first = next((one for one in row.tellings if one.count), row.tellings[0])
        claim = store.claim(first.claims[0])
        return (claim, True) if claim is not None else None
    claim = store.claim(target)
    return (claim, False) if claim is not None and claim.register == register else None


def correct(store: RowStore, position: int, target: tuple[str, str], slots: dict[str, Any], changed: Changed) -> None:
    """Set slots of a row, or of the row that holds a claim; `target` is the register and the id."""
    _decide(store, Judgement(position, "corrected", target[0], (), slots), target[1:], changed)


def withdraw(store: RowStore, position: int, target: tuple[str, str], changed: Changed) -> None:
    """Take a row out of its register, or a claim out of its row; `target` is the register and the id."""
    _decide(store, Judgement(position, "withdrawn", target[0], ()), target[1:], changed)


def keep_pair(store: RowStore, position: int, kind: str, pair: tuple[str, str, str], changed: Changed) -> None:
    """Hold two rows (or claims) to be one (`same`) or two (`distinct`); `pair` is the register and the two ids."""
    _decide(store, Judgement(position, kind, pair[0], ()), pair[1:], changed)


def _decide(store: RowStore, judgement: Judgement, targets: tuple[str, ...], changed: Changed) -> None:
    """Keep a decision, anchored, and carry it out; one about what is not there is kept and does nothing."""
    found = [_found(store, judgement.register, target) for target in targets]
    anchors = [one for one in found if one is not None]
    claims = tuple(dict.fromkeys(claim.id for claim, _ in anchors))
    if len(claims) == len(targets):
        whole = all(row for _, row in anchors)
        judgement = msgspec.structs.replace(judgement, claims=claims, whole=whole)
    store.judge(judgement)
    _carry_out(store, judgement, changed)


def _rows(store: RowStore, judgement: Judgement) -> list[Row]:
    """Return the rows that hold what a decision is anchored on, each once."""
    claims = [store.claim(claim) for claim in judgement.claims]
    places = dict.fromkeys(claim.row for claim in claims if claim is not None)
    rows = [store.get(judgement.register, place) for place in places]
    return [row for row in rows if row is not None and not row.merged_into]


def _carry_out(store: RowStore, judgement: Judgement, changed: Changed) -> None:
    """Give a decision its effect."""
    for claim in judgement.claims:
        kept = store.claim(claim)
        if kept is not None and ANCHOR not in kept.content and judgement.kind != "added":
            store.keep(msgspec.structs.replace(kept, content=f"{kept.content}{ANCHOR}{kept.id}"))
    if judgement.kind == "added":
        _refile(store, judgement.claims[0], changed)
        return
    if judgement.kind == "withdrawn" and not judgement.whole:
        for claim in judgement.claims:
            kept = store.claim(claim)
            if kept is not None:
                judgement = msgspec.structs.replace(judgement, slots={"dropped": kept.dropped})
                store.judge(judgement)
                store.keep(msgspec.structs.replace(kept, dropped=True))
    _rebuild(store, judgement, changed)


def _rebuild(store: RowStore, judgement: Judgement, changed: Changed) -> None:
    """Put together anew every row that a decision concerns."""
    rows = _rows(store, judgement)
    if rows:
        rebuild(store, rows, changed, [judgement])
    if judgement.kind in ("same", "distinct"):
        rows += _rows(store, judgement)
        since = min([judgement.position, *(position for row in rows for position in paired_on(store, row))])
        reconsider(store, rows, since, changed)


def _refile(store: RowStore, claim: str, changed: Changed) -> None:
    """File a kept claim that was dropped once more."""
    kept = store.claim(claim)
    if kept is not None and kept.dropped:
        file_claim(store, newcomer(msgspec.structs.replace(kept, row="", dropped=False)), changed)


def undo(store: RowStore, position: int, entry: int, changed: Changed) -> None:
    """Take back the decision filed as `entry`; taking back an undoing brings the decision back."""
    store.judge(Judgement(position, "undone", "", (), entry=entry))
    _turn(store, entry, undone=True, changed=changed)


def _turn(store: RowStore, position: int, *, undone: bool, changed: Changed) -> None:
    judgement = store.judgement(position)
    if judgement is None or judgement.undone == undone:
        return
    judgement = msgspec.structs.replace(judgement, undone=undone)
    store.judge(judgement)
    if judgement.kind == "undone":
        _turn(store, judgement.entry, undone=not undone, changed=changed)
    elif undone:
        _take_back(store, judgement, changed)
    else:
        _carry_out(store, judgement, changed)


def _take_back(store: RowStore, judgement: Judgement, changed: Changed) -> None:
    """Take a decision's effect away, as if it had not been made."""
    if judgement.kind == "added":
        drop_claim(store, judgement.claims[0], changed)
        return
    rows = _rows(store, judgement)
    still = {claim for other in judgements_on(store, rows) for claim in other.claims}
    comes_back = judgement.kind == "withdrawn" and not judgement.whole and not judgement.slots.get("dropped")
    for claim in judgement.claims:
        kept = store.claim(claim)
        if kept is not None:
            content = kept.content if claim in still else kept.content.partition(ANCHOR)[0]
            dropped = kept.dropped and not comes_back
            store.keep(msgspec.structs.replace(kept, content=content, dropped=dropped))
    _rebuild(store, judgement, changed)
