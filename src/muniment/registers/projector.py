"""The projector: follows the ledger entry by entry and keeps the registers' rows.

Reads: entries of the kinds that claims, profiles and people's decisions are filed as; others change no row.
Writes: rows, claims and decisions, through the port alone; it keeps nothing in memory, so that following the ledger in
one go or in any number of steps gives the same rows.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from muniment.ledger import Entry
from muniment.registers import REGISTERS
from muniment.registers.judging import correct, keep_pair, undo, withdraw
from muniment.registers.keeping import Changed
from muniment.registers.placing import Newcomer, content_of, drop_claim, file_claim, newcomer, sought_for
from muniment.registers.ports import RowStore
from muniment.registers.row import FiledClaim, Judgement
from muniment.registers.shape import shaped
from muniment.terms import digest

__all__ = ["apply", "follow"]

_AHEAD = 500
"""Entries of which a store is told at once what they are going to ask for: some megabytes (judgement)."""


def apply(store: RowStore, entry: Entry) -> list[tuple[str, str]]:
    """Bring the rows up to an entry, and return the rows that changed or went, as sorted (register, row id).

    Entries are to be applied once each, in ledger order. An entry about a register, row or claim that is not there
    changes nothing: it was right when it was filed, and is kept in the ledger.
    """
    return _follow(store, entry, _newcomers(entry))


def follow(store: RowStore, entries: Iterable[Entry]) -> int:
    """Bring the rows up to some entries, as `apply` does one by one; return how many there were.

    The store is told some hundred entries at a time what they are going to ask for.
    """
    followed = 0
    waiting = iter(entries)
    while some := list(itertools.islice(waiting, _AHEAD)):
        told = [(entry, _newcomers(entry)) for entry in some]
        store.foresee(sought_for(new for _, newcomers in told for new in newcomers))
        for entry, newcomers in told:
            _follow(store, entry, newcomers)
        followed += len(some)
    return followed


def _follow(store: RowStore, entry: Entry, newcomers: Sequence[Newcomer]) -> list[tuple[str, str]]:
    """Bring the rows up to an entry: first what it changes of what is there, then the claims that it files."""
    changed: Changed = set()
    change = _CHANGES.get(entry.kind)
    if change is not None:
        change(store, entry, changed)
    for new in newcomers:
        file_claim(store, new, changed)
    return sorted(changed)


def _newcomers(entry: Entry) -> list[Newcomer]:
    """Return the claims that an entry files, as they are to be filed."""
    claims = _CLAIMS.get(entry.kind)
    return [] if claims is None else [newcomer(claim) for claim in claims(entry)]


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


def _of_claim(entry: Entry) -> Iterator[FiledClaim]:
    body = entry.body
    if body["register"] not in REGISTERS:
        return
    evidence = body.get("evidence") or []
    document = str(evidence[0]["document"]) if evidence else ""
    yield _new_claim(entry, body["claim"], body, source=body["source"], document=document, evidence=len(evidence))


def _facts(entry: Entry) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the facts that a profile states, each with the id of the claim that it is filed as."""
    document = f"profile:{entry.body['name']}"
    for fact in entry.body["facts"]:
        if fact["register"] in REGISTERS:
            yield digest([document, fact["register"], fact["slots"]]), fact


def _of_profile(entry: Entry) -> Iterator[FiledClaim]:
    document = f"profile:{entry.body['name']}"
    for claim, fact in dict(_facts(entry)).items():
        source = f"{document}#{fact['where']}"
        yield _new_claim(entry, claim, fact, source=source, document=document, evidence=1, origin="profile")


def _of_person(entry: Entry) -> Iterator[FiledClaim]:
    body = entry.body
    if body["register"] not in REGISTERS:
        return
    source = f"decision:{entry.position}"
    yield _new_claim(entry, body["claim"], body, source=source, document=source, evidence=0, origin="person")


def _claim_dropped(store: RowStore, entry: Entry, changed: Changed) -> None:
    drop_claim(store, entry.body["claim"], changed)


def _profile_filed(store: RowStore, entry: Entry, changed: Changed) -> None:
    """Drop the facts that the profile does not state any more."""
    stated = dict(_facts(entry))
    for claim in list(store.of_document(f"profile:{entry.body['name']}")):
        if claim.id not in stated:
            drop_claim(store, claim.id, changed)


def _decision_added(store: RowStore, entry: Entry, changed: Changed) -> None:
    body = entry.body
    if body["register"] in REGISTERS:
        store.judge(Judgement(entry.position, "added", body["register"], (body["claim"],)))


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


_CLAIMS: dict[str, Callable[[Entry], Iterator[FiledClaim]]] = {
    "claim.filed/1": _of_claim,
    "profile.filed/1": _of_profile,
    "decision.added/1": _of_person,
}
"""The claims that each kind of entry files."""

_CHANGES: dict[str, Callable[[RowStore, Entry, Changed], None]] = {
    "claim.dropped/1": _claim_dropped,
    "profile.filed/1": _profile_filed,
    "decision.added/1": _decision_added,
    "decision.corrected/1": _decision_corrected,
    "decision.withdrawn/1": _decision_withdrawn,
    "decision.same/1": _decision_paired,
    "decision.distinct/1": _decision_paired,
    "decision.undone/1": _decision_undone,
}
"""What each kind of entry does to the registers before its claims are filed; a kind in neither does nothing."""
