"""The projector: follows the ledger entry by entry and keeps the registers' rows.

Reads: entries of the kinds that claims, profiles and people's decisions are filed as; others change no row.
Writes: rows, claims and decisions, through the port alone; it keeps nothing in memory, so that following the ledger in
one go or in any number of steps gives the same rows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from muniment.ledger import Entry
from muniment.registers import REGISTERS
from muniment.registers.judging import correct, keep_pair, undo, withdraw
from muniment.registers.keeping import Changed
from muniment.registers.placing import content_of, drop_claim, file_claim
from muniment.registers.ports import RowStore
from muniment.registers.row import FiledClaim, Judgement
from muniment.registers.shape import shaped
from muniment.terms import digest

__all__ = ["apply"]


def apply(store: RowStore, entry: Entry) -> list[tuple[str, str]]:
    """Bring the rows up to an entry, and return the rows that changed or went, as sorted (register, row id).

    Entries are to be applied once each, in ledger order. An entry about a register, row or claim that is not there
    changes nothing: it was right when it was filed, and is kept in the ledger.
    """
    follow = _KINDS.get(entry.kind)
    changed: Changed = set()
    if follow is not None:
        follow(store, entry, changed)
    return sorted(changed)


def _new_claim(entry: Entry, claim: str, facts: dict[str, Any], **more: Any) -> FiledClaim:
    """Return a claim as it is first kept: of no row yet."""
    register = facts["register"]
    slots = shaped(register, facts["slots"])
    attributed_to = str(facts.get("attributed_to") or "")
    return FiledClaim(
        id=claim,
        register=register,
        row="",
        content=content_of(register, slots, more.get("origin", "page"), attributed_to, more["source"]),
        slots=slots,
        position=entry.position,
        attributed_to=attributed_to,
        **more,
    )


def _claim_filed(store: RowStore, entry: Entry, changed: Changed) -> None:
    body = entry.body
    if body["register"] not in REGISTERS:
        return
    evidence = body.get("evidence") or []
    document = str(evidence[0]["document"]) if evidence else ""
    claim = _new_claim(entry, body["claim"], body, source=body["source"], document=document, evidence=len(evidence))
    file_claim(store, claim, changed)


def _claim_dropped(store: RowStore, entry: Entry, changed: Changed) -> None:
    drop_claim(store, entry.body["claim"], changed)


def _profile_filed(store: RowStore, entry: Entry, changed: Changed) -> None:
    """Drop the facts that the profile does not state any more, and file those it did not state before."""
    name = entry.body["name"]
    document = f"profile:{name}"
    facts = {
        digest([document, fact["register"], fact["slots"]]): fact
        for fact in entry.body["facts"]
        if fact["register"] in REGISTERS
    }
    for claim in list(store.of_document(document)):
        if claim.id not in facts:
            drop_claim(store, claim.id, changed)
    for name, fact in facts.items():
        source = f"{document}#{fact['where']}"
        new = _new_claim(entry, name, fact, source=source, document=document, evidence=1, origin="profile")
        file_claim(store, new, changed)


def _decision_added(store: RowStore, entry: Entry, changed: Changed) -> None:
    body = entry.body
    if body["register"] not in REGISTERS:
        return
    source = f"decision:{entry.position}"
    claim = _new_claim(entry, body["claim"], body, source=source, document=source, evidence=0, origin="person")
    store.judge(Judgement(entry.position, "added", claim.register, (claim.id,)))
    file_claim(store, claim, changed)


def _decision_corrected(store: RowStore, entry: Entry, changed: Changed) -> None:
    body = entry.body
    if body["register"] in REGISTERS:
        target = body.get("row") or body.get("claim") or ""
        slots = {slot: None for slot, value in body["slots"].items() if value in (None, "", [])}
        correct(
            store, entry.position, (body["register"], target), slots | shaped(body["register"], body["slots"]), changed
        )


def _decision_withdrawn(store: RowStore, entry: Entry, changed: Changed) -> None:
    body = entry.body
    withdraw(store, entry.position, (body["register"], body.get("row") or body.get("claim") or ""), changed)


def _decision_paired(store: RowStore, entry: Entry, changed: Changed) -> None:
    kind = entry.kind.partition("/")[0].partition(".")[2]
    keep_pair(store, entry.position, kind, (entry.body["register"], entry.body["a"], entry.body["b"]), changed)


def _decision_undone(store: RowStore, entry: Entry, changed: Changed) -> None:
    undo(store, entry.position, entry.body["entry"], changed)


_KINDS: dict[str, Callable[[RowStore, Entry, Changed], None]] = {
    "claim.filed/1": _claim_filed,
    "claim.dropped/1": _claim_dropped,
    "profile.filed/1": _profile_filed,
    "decision.added/1": _decision_added,
    "decision.corrected/1": _decision_corrected,
    "decision.withdrawn/1": _decision_withdrawn,
    "decision.same/1": _decision_paired,
    "decision.distinct/1": _decision_paired,
    "decision.undone/1": _decision_undone,
}
"""What each kind of entry does to the registers; a kind that is not here does nothing."""
