"""Rows: what a register concludes, and the tellings it concludes from.

A claim is what one document tells; claims of one row that tell the same in the same words are one *telling*. A row is
folded from its tellings, so its cost grows with the number of different tellings, not with the number of pages: an
office attested on a hundred thousand pages is a handful of tellings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from muniment.registers.contents import ANCHOR, REST

__all__ = ["CLAIMS_KEPT", "TELLINGS_KEPT", "FiledClaim", "Judgement", "Row", "Telling", "standing"]

CLAIMS_KEPT = 25
"""How many claims and sources of one telling a row lists, first filed first; the store knows them all (judgement)."""


TELLINGS_KEPT = 60
"""How many tellings a row keeps apart before those that add nothing to it are counted together (judgement)."""


class FiledClaim(msgspec.Struct, frozen=True, gc=False):
    """A claim as the registers keep it.

    Attributes:
        id: the claim's id.
        register: which register it belongs to.
        row: id of the row that holds it now; kept when the claim is dropped.
        content: id of what it tells; claims of a row with the same content are one telling (`contents.py`).
        source: path or address of the document, `profile:NAME#KEY`, or `decision:POSITION`.
        document: SHA-256 of the archived bytes, `profile:NAME`, or `decision:POSITION`.
        slots: what is claimed.
        evidence: how many quotations bear it out.
        position: the ledger entry that filed it, counted from 1; of a profile's facts, the entry that first filed them.
        origin: who tells it: `page`, `profile` or `person`.
        attributed_to: the speaker, where only somebody's words tell of it; else empty.
        stated_on: date the document gives itself, ISO 8601, as precise as known; empty where unknown.
        dropped: no longer counted: its page changed, or a person withdrew it.
    """

    id: str
    register: str
    row: str
    content: str
    source: str
    document: str
    slots: dict[str, Any]
    evidence: int
    position: int
    origin: str = "page"
    attributed_to: str = ""
    stated_on: str = ""
    dropped: bool = False


class Telling(msgspec.Struct, frozen=True, gc=False):
    """One way an act is told: the claims of a row with the same content.

    Attributes:
        content: id of what is told.
        slots: what is told.
        origin: `page`, `profile` or `person`.
        attributed_to: the speaker, where only somebody's words tell of it; else empty.
        position: the ledger entry of the first of its live claims.
        count: live claims; 0 is a ghost, kept because a person's decision refers to it: it marks what the row is
            about and gives no values.
        evidence: quotations of the live claims together.
        claims: ids of the first `CLAIMS_KEPT` live claims, in ledger order; of a ghost, the claim referred to.
        sources: their sources, in the same order, each once.
        documents: their documents, in the same order, each once.
        first_stated: earliest date a source gives itself, ISO 8601; empty where none does.
        last_stated: latest such date; empty where none does.
    """

    content: str
    slots: dict[str, Any]
    origin: str
    attributed_to: str
    position: int
    count: int
    evidence: int
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    documents: tuple[str, ...]
    first_stated: str = ""
    last_stated: str = ""

    @property
    def only_counted(self) -> bool:
        """Whether it stands for claims that told nothing new, which are counted and not told apart."""
        return self.content.startswith(REST) and ANCHOR not in self.content


class Judgement(msgspec.Struct, frozen=True, gc=False):
    """A person's decision as the registers keep it.

    Attributes:
        position: the ledger entry, counted from 1.
        kind: `added`, `corrected`, `withdrawn`, `same`, `distinct` or `undone`.
        register: which register it is about; empty for `undone`.
        claims: the claims it is anchored on, which carry it from row to row: one, or two for `same` and `distinct`.
        slots: the values given; empty but for `corrected`.
        whole: True where it is about a row, False where about one claim.
        entry: for `undone`, the entry undone; else 0.
        undone: another decision has undone it.
    """

    position: int
    kind: str
    register: str
    claims: tuple[str, ...]
    slots: dict[str, Any] = {}
    whole: bool = True
    entry: int = 0
    undone: bool = False


class Row(msgspec.Struct, frozen=True, gc=False):
    """What a register concludes of one act, person in office, text, body or relation.

    Attributes:
        register: the register's name.
        id: 16 hexadecimal digits, derived from the first claim; stays while the row does.
        slots: the merged values, by slot of the record format; unstated slots are absent.
        claims: ids of the claims it rests on, in ledger order; `CLAIMS_KEPT` for each telling.
        sources: the sources of those claims, each once.
        given_by: slot -> the claims that gave the value shown.
        corrected: slots that a person set.
        conflicts: slot -> the values told, the one shown first, each as `{value, claims}`, where pages disagree.
        also: slot -> other forms of the value shown that agree with it (spellings, shorter or less precise forms).
        attributed_to: the speaker, where every telling of it stands in that one person's words; else empty.
        evidence_count: quotations of all its claims.
        claim_count: all its claims, also those not listed in `claims`.
        first_stated: earliest date a source gives itself, ISO 8601; empty where none does.
        last_stated: latest such date; empty where none does.
        withdrawn: not to be shown as a row: a person withdrew it, no page tells of it any more, or it was merged away.
        merged_into: id of the row it was merged into by a person's decision; else empty.
        position: the ledger entry that began the row.
        judged: entries of the decisions in force on it, in ledger order.
        tellings: what it is folded from, in ledger order.
    """

    register: str
    id: str
    slots: dict[str, Any]
    claims: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    given_by: dict[str, list[str]] = {}
    corrected: tuple[str, ...] = ()
    conflicts: dict[str, list[dict[str, Any]]] = {}
    also: dict[str, list[Any]] = {}
    attributed_to: str = ""
    evidence_count: int = 0
    claim_count: int = 0
    first_stated: str = ""
    last_stated: str = ""
    withdrawn: bool = False
    merged_into: str = ""
    position: int = 0
    judged: tuple[int, ...] = ()
    tellings: tuple[Telling, ...] = ()

    def record(self) -> dict[str, Any]:
        """The row as one object of the record format: register, id, slots, then what the row adds to them."""
        record: dict[str, Any] = {"register": self.register, "id": self.id, **self.slots}
        record["claims"] = list(self.claims)
        record["sources"] = list(self.sources)
        record["given_by"] = self.given_by
        for name in ("corrected", "conflicts", "also", "attributed_to", "first_stated", "last_stated", "withdrawn"):
            value = getattr(self, name)
            if value:
                record[name] = list(value) if isinstance(value, tuple) else value
        record["evidence_count"] = self.evidence_count
        record["claim_count"] = self.claim_count
        return record


def standing(rows: Callable[[str], Iterable[Row]], register: str) -> list[Row]:
    """Return the rows of a register that nobody has withdrawn."""
    return [row for row in rows(register) if not row.withdrawn]
