"""Proof: a row with everything it rests on in one object, and the check of such an object without the record.

A proof holds whole ledger entries, so that their hashes can be computed again; the claims that they file, with their
quotations; the reading of each document, which seals the hash of its text; and what of it the fold needs to make the
row again. Whoever has the bytes of the pages can compare the quotations with them as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from muniment.archive import Capture, draft
from muniment.clerk.ports import Stores
from muniment.clerk.project import FOLD
from muniment.clerk.read import text_digest
from muniment.errors import CaptureError, LedgerError, Unknown, UsageError
from muniment.ledger import KINDS, Entry, Filing, entry_hash
from muniment.registers import REGISTERS
from muniment.registers.contents import Content
from muniment.registers.keeping import judgements_on
from muniment.registers.placing import content_of
from muniment.registers.proving import ProvedValue, proved_values, refolded
from muniment.registers.row import Judgement, Row, Telling
from muniment.registers.shape import shaped
from muniment.rules import Gap
from muniment.terms.ids import canonical, digest, digest_bytes

__all__ = ["CheckedProof", "Proof", "ProvedClaim", "ProvedDocument", "check_proof", "load_proof", "proof_of"]

FORMAT = "muniment.proof/1"
"""Name and version of the form of a proof."""


class ProvedClaim(msgspec.Struct, frozen=True):
    """A claim of a proved row.

    Attributes:
        id: its id.
        origin: who tells it: `page`, `profile` or `person`.
        source: where: a page's source, a profile's line, a decision.
        document: SHA-256 of the page's bytes; `profile:NAME` or `decision:POSITION` where no page tells it.
        attributed_to: the speaker, where only somebody's words tell of it.
        entry: position of the entry that filed it.
        evidence: quotations, each `{document, start, end, quote, rule}`; offsets in code points, 0-based, half-open,
            into the document's archived text.
    """

    id: str
    origin: str
    source: str
    document: str
    attributed_to: str
    entry: int
    evidence: list[dict[str, Any]]


class ProvedDocument(msgspec.Struct, frozen=True):
    """A document that claims of a proved row cite.

    Attributes:
        document: SHA-256 of its bytes.
        media_type: as captured.
        size: of the bytes.
        text: SHA-256 of its archived text in UTF-8, as its last reading sealed it; empty where that sealed none.
        reading: position of the entry of that reading.
    """

    document: str
    media_type: str
    size: int
    text: str
    reading: int


class Proof(msgspec.Struct, frozen=True):
    """A row with everything it rests on.

    Attributes:
        format: name and version of this form.
        register: the row's register.
        row: its id.
        caption: its title.
        head: the ledger's head that it was proved at.
        fold: version of the rules that fold rows.
        values: each value with its rule and its inputs.
        claims: the claims, in ledger order; of claims that tell the same, the first 25.
        documents: the documents they cite.
        tellings: the claims as the fold takes them, those together that tell the same.
        judgements: people's decisions in force on the row.
        entries: the ledger's entries that file all of this, whole.
        open: what the row leaves open, each with its rule.
        as_of: the day that is looked from for what is open, ISO 8601.
        withdrawn: whether it is out of its register.
    """

    format: str
    register: str
    row: str
    caption: str
    head: str
    fold: str
    values: list[ProvedValue]
    claims: list[ProvedClaim]
    documents: list[ProvedDocument]
    tellings: list[Telling]
    judgements: list[Judgement]
    entries: list[Entry]
    open: list[Gap]
    as_of: str
    withdrawn: bool = False


class CheckedProof(msgspec.Struct):
    """What the check of a proof came to.

    Attributes:
        faults: what does not hold, in words; empty where all holds.
        entries: entries whose hashes were computed again.
        quotes: quotations compared with the hash that their claim's id is.
        compared: quotations compared with the archived text.
        values: values compared with the row folded again.
        left_out: claims that the row counts and the proof does not list.
        record: whether the entries were found in a record.
    """

    faults: list[str]
    entries: int = 0
    quotes: int = 0
    compared: int = 0
    values: int = 0
    left_out: int = 0
    record: bool = False


def proof_of(stores: Stores, row: Row, gaps: Iterable[Gap], as_of: str) -> Proof:
    """Return the proof of a row.

    Args:
        stores: the record.
        row: the row.
        gaps: what the record leaves open, of which the row's own are taken.
        as_of: the day that it leaves it open on.
    """
    found = [claim for name in dict.fromkeys([*row.claims, *_ghosts(row)]) if (claim := stores.rows.claim(name))]
    positions = {claim.position for claim in found} | set(row.judged)
    documents: dict[str, ProvedDocument] = {}
    for claim in found:
        if claim.origin == "page" and claim.document not in documents:
            documents[claim.document] = _document(stores, claim.document)
    positions |= {one.reading for one in documents.values() if one.reading}
    entries = {at: entry for at in sorted(positions) for entry in stores.ledger.read(at - 1, 1)}
    claims = [
        ProvedClaim(
            claim.id, claim.origin, claim.source, claim.document, claim.attributed_to, claim.position,
            _lifted(entries[claim.position]).get("evidence", []),
        )
        for claim in sorted(found, key=lambda one: (one.position, one.id))
    ]  # fmt: skip
    return Proof(
        format=FORMAT, register=row.register, row=row.id, caption=REGISTERS[row.register].caption(row.slots),
        head=str(stores.ledger.head()), fold=FOLD, values=proved_values(row), claims=claims,
        documents=list(documents.values()), tellings=list(row.tellings), judgements=judgements_on(stores.rows, [row]),
        entries=list(entries.values()), as_of=as_of, withdrawn=row.withdrawn,
        open=[gap for gap in gaps if (gap.register, gap.row) == (row.register, row.id)],
    )  # fmt: skip


def _ghosts(row: Row) -> list[str]:
    """Return the claims that only a decision keeps in a row."""
    return [claim for one in row.tellings if not one.count for claim in one.claims]


def _lifted(entry: Entry) -> dict[str, Any]:
    return KINDS.lift(entry).body


def _document(stores: Stores, document: str) -> ProvedDocument:
    kept = stores.archive.kept_as(document)
    readings = [entry for entry in stores.ledger.about([document]) if entry.kind.startswith("reading.")]
    sealed = _lifted(readings[-1])["text"] if readings else ""
    return ProvedDocument(
        document, kept.media_type if kept else "", kept.size if kept else 0, sealed,
        readings[-1].position if readings else 0,
    )  # fmt: skip


def load_proof(content: bytes, where: str) -> Proof:
    """Return the proof that a file holds.

    Raises:
        UsageError: it holds none, or one of a later form.
    """
    try:
        proof = msgspec.json.decode(content, type=Proof)
    except msgspec.DecodeError as error:
        raise UsageError(
            f"holds no proof: {error}",
            code="no-proof",
            where=where,
            hint="Make one with `muniment explain ROW --format json`.",
        ) from error
    if proof.format != FORMAT or proof.register not in REGISTERS:
        raise UsageError(
            f"holds a proof of the form {proof.format[:40]!r}, which this version does not know", code="no-proof",
            where=where, hint="Check it with the version of Muniment that wrote it, or a later one.",
        )  # fmt: skip
    return proof


def check_proof(proof: Proof, pages: Mapping[str, Capture], stores: Stores | None = None) -> CheckedProof:
    """Return what of a proof holds and what does not.

    Args:
        proof: the proof.
        pages: bytes of pages by their SHA-256, as far as they are at hand.
        stores: a record that the entries are to be found in, whose bytes are taken too; None to go by the proof alone.
    """
    checked = CheckedProof([])
    entries = {entry.position: entry for entry in proof.entries}
    checked.faults += _entries(proof, checked, stores)
    if checked.faults:
        return checked  # what they file cannot be gone by
    checked.faults += _claims(proof, entries, checked)
    checked.faults += _decisions(proof, entries)
    checked.faults += _texts(proof, entries, _captures(proof, pages, stores), checked)
    checked.faults += _row(proof, checked)
    return checked


def _entries(proof: Proof, checked: CheckedProof, stores: Stores | None) -> Iterator[str]:
    """Yield which entries were changed, or are not those of the record."""
    for entry in proof.entries:
        checked.entries += 1
        if entry_hash(entry) != entry.hash:
            yield f"entry {entry.position}: its hash is not that of what it says"
            continue
        try:
            lifted = KINDS.lift(entry)
            KINDS.check(Filing(lifted.kind, lifted.author, lifted.body))
        except LedgerError as error:
            yield f"entry {entry.position}: {error.what}"
        if stores is not None and next(stores.ledger.read(entry.position - 1, 1), None) != entry:
            yield f"entry {entry.position}: is another in {stores.where}"
    checked.record = stores is not None


def _claims(proof: Proof, entries: Mapping[int, Entry], checked: CheckedProof) -> Iterator[str]:
    """Yield which claims are not what their entries file."""
    of = {claim: one for one in proof.tellings for claim in one.claims}
    for claim in proof.claims:
        name = f"claim {claim.id[:12]}"
        entry = entries.get(claim.entry)
        told = None if entry is None else _filed(proof.register, claim, entry)
        if told is None:
            yield f"{name}: no entry of the proof files it"
            continue
        slots, filed = told
        if filed != claim:
            yield f"{name}: is not as entry {claim.entry} files it"
        if claim.origin == "page":
            cited = [[one["document"], one["start"], one["end"]] for one in filed.evidence]
            if digest([proof.register, slots, cited]) != claim.id:
                yield f"{name}: its id is not that of what it tells and cites"
            if any(one["end"] - one["start"] != len(one["quote"]) for one in filed.evidence):
                yield f"{name}: a quotation is not as long as the text it is taken from"
        checked.quotes += len(claim.evidence)
        if claim.id not in of:
            yield f"{name}: is no part of what the row was made from"
        elif shaped(proof.register, slots) != of[claim.id].slots and not of[claim.id].only_counted:
            yield f"{name}: tells something else than the fold was given"


def _filed(register: str, claim: ProvedClaim, entry: Entry) -> tuple[dict[str, Any], ProvedClaim] | None:
    """Return the slots that an entry files for a claim, and the claim as it is filed; None where it files none."""
    body = _lifted(entry)
    if entry.kind.startswith("profile.filed/"):
        name = f"profile:{body['name']}"
        for fact in body["facts"]:
            if fact["register"] == register and digest([name, register, fact["slots"]]) == claim.id:
                source = f"{name}#{fact['where']}"
                return fact["slots"], ProvedClaim(claim.id, "profile", source, name, "", entry.position, [])
        return None
    if body.get("claim") != claim.id or body.get("register") != register:
        return None
    if entry.kind.startswith("decision.added/"):
        source = f"decision:{entry.position}"
        return body["slots"], ProvedClaim(claim.id, "person", source, source, "", entry.position, [])
    evidence = body.get("evidence", [])
    document = evidence[0]["document"] if evidence else ""
    return body["slots"], ProvedClaim(
        claim.id, "page", body["source"], document, body.get("attributed_to", ""), entry.position, evidence
    )


def _decisions(proof: Proof, entries: Mapping[int, Entry]) -> Iterator[str]:
    """Yield which decisions are not what their entries file."""
    known = {claim.id for claim in proof.claims}
    for one in proof.judgements:
        entry = entries.get(one.position)
        here = known.intersection(one.claims)
        if (
            one.register != proof.register
            or one.entry
            or one.undone
            or not here
            or (one.kind == "same" and len(here) < 2)
        ):
            yield f"decision {one.position}: is not one on this row"
        if entry is None or entry.kind.partition("/")[0] != f"decision.{one.kind}":
            yield f"decision {one.position}: no entry of the proof files it"
        elif one.kind == "corrected":
            given = _lifted(entry)["slots"]
            taken = {slot: None for slot, value in given.items() if value in (None, "", [])}
            if taken | shaped(proof.register, given) != one.slots:
                yield f"decision {one.position}: sets other values than its entry files"


def _captures(proof: Proof, pages: Mapping[str, Capture], stores: Stores | None) -> dict[str, Capture]:
    """Return the bytes of the documents cited, from files or from a record, as far as they are there."""
    found = {one.document: pages[one.document] for one in proof.documents if one.document in pages}
    for one in proof.documents:
        if stores is not None and one.document not in found:
            try:
                content = stores.archive.get(one.document)
            except Unknown:
                continue
            found[one.document] = Capture(one.document, content, one.media_type, one.document)
    return found


def _texts(
    proof: Proof, entries: Mapping[int, Entry], captures: Mapping[str, Capture], checked: CheckedProof
) -> Iterator[str]:
    """Yield which quotations are not in the text of the bytes at hand, and which texts are not those that were read."""
    for document in proof.documents:
        reading = entries.get(document.reading)
        body = _lifted(reading) if reading is not None and reading.kind.startswith("reading.filed/") else {}
        if document.reading and (body.get("document"), body.get("text")) != (document.document, document.text):
            yield f"document {document.document[:12]}: is not what entry {document.reading} files of its reading"
        if document.document in captures:
            yield from _text(proof, document, captures[document.document], checked)


def _text(proof: Proof, document: ProvedDocument, capture: Capture, checked: CheckedProof) -> Iterator[str]:
    """Yield what the bytes of one document do not bear out."""
    name = f"document {document.document[:12]}"
    if digest_bytes(capture.content) != document.document:
        yield f"{name}: the bytes are others"
        return
    try:
        text = draft(capture).text
    except CaptureError as error:
        yield f"{name}: the bytes give no page ({error.what})"
        return
    if document.text and text_digest(text) != document.text:
        yield f"{name}: its text is not the one that was read"
    for claim in proof.claims:
        for quote in (one for one in claim.evidence if one["document"] == document.document):
            checked.compared += 1
            if text[quote["start"] : quote["end"]] != quote["quote"]:
                yield f"claim {claim.id[:12]}: its quotation is not the text at {quote['start']}-{quote['end']}"


def _row(proof: Proof, checked: CheckedProof) -> Iterator[str]:
    """Yield which values the claims do not make."""
    yield from _contents(proof, checked)
    if proof.fold != FOLD:
        yield f"the row was folded by other rules ({proof.fold}, here {FOLD}); its values cannot be made again here"
        return
    if not proof.tellings:
        yield "the proof holds nothing that the row could be made from"
        return
    made = refolded(proof.register, proof.row, proof.tellings, proof.judgements)
    told = {value.slot: value for value in proof.values}
    for wanted in proved_values(made):
        checked.values += 1
        value = told.pop(wanted.slot, None)
        if value is None or canonical(msgspec.to_builtins(value)) != canonical(msgspec.to_builtins(wanted)):
            yield f"{wanted.slot}: is not what the claims and the rule {wanted.rule.name} make"
    yield from (f"{slot}: no claim makes it" for slot in told)


def _contents(proof: Proof, checked: CheckedProof) -> Iterator[str]:
    """Yield which tellings are not what their claims tell together."""
    known = {claim.id: claim for claim in proof.claims}
    for one in proof.tellings:
        name = f"telling {one.content[:12]}"
        checked.left_out += max(one.count - len(one.claims), 0)
        claims = [known[claim] for claim in one.claims if claim in known]
        if not claims or len(claims) < len(one.claims):
            yield f"{name}: a claim of it is not in the proof"
            continue
        told = (
            min(claim.entry for claim in claims), tuple(dict.fromkeys(claim.source for claim in claims)),
            tuple(dict.fromkeys(claim.document for claim in claims)), claims[0].origin, claims[0].attributed_to,
        )  # fmt: skip
        if not one.only_counted and told != (one.position, one.sources, one.documents, one.origin, one.attributed_to):
            yield f"{name}: is not what its claims tell together"
        content = Content.parse(one.content)
        wanted = {content_of(proof.register, one.slots, one.origin, one.attributed_to, src) for src in one.sources}
        if not one.only_counted and (
            content.told not in wanted or (content.anchor and content.anchor not in one.claims)
        ):
            yield f"{name}: is not named for what it tells"
