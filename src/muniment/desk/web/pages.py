"""A document's page: the archived text with furniture dimmed, and everything that was read in it marked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from muniment.desk.web import spoken
from muniment.desk.web.asking import form_of, require_known
from muniment.desk.web.faults import wrong
from muniment.desk.web.marks import Mark, marks_of_claim
from muniment.desk.web.room import room_of
from muniment.desk.web.segments import Cited, parts
from muniment.registers import Register

__all__ = ["Note", "by_source", "notes_of", "original", "page", "tone_of"]


_TONES = ("said", "planned", "draft", "stub")
"""Ways of marking a text that is not told as fact, the most cautious first."""


class Note(msgspec.Struct, frozen=True):
    """A claim as a page's margin shows it.

    Attributes:
        number: counted from 1 in the order of the text.
        claim: its id.
        register: what sort of thing it tells of.
        title: what it tells, in one line.
        address: where its row stands.
        marks: said, planned, draft.
        tone: `said`, `planned`, `stub` or `told`; how its text is marked.
        spans: the stretches of text it cites.
    """

    number: int
    claim: str
    register: Register
    title: str
    address: str
    marks: list[Mark]
    tone: str
    spans: list[Cited]


def notes_of(document: str, claims: Sequence[dict[str, Any]]) -> list[Note]:
    """Return a note for each claim that cites the document, in the order of the text.

    The page's own record cites all of its body; its evidence would mark everything, so it has no note.
    """
    citing = []
    for claim in claims:
        spans = [one for one in claim["evidence"] if one["document"] == document]
        if spans and (claim["register"] != "documents" or claim.get("stub")):
            citing.append((min((one["start"], one["end"]) for one in spans), claim, spans))
    citing.sort(key=lambda one: one[0])
    return [_note(number, claim, spans) for number, (_, claim, spans) in enumerate(citing, 1)]


def _note(number: int, claim: dict[str, Any], spans: Sequence[dict[str, Any]]) -> Note:
    register = spoken.register(claim["register"])
    short = claim["id"][:16]
    marks = marks_of_claim(claim)
    return Note(
        number=number, claim=short, register=register, title=register.caption(claim),
        address=f"/{register.name}/{claim['row']}#claim-{short}", marks=marks,
        tone=tone_of(mark.kind for mark in marks),
        spans=[Cited(one["start"], one["end"], number, f"c-{short}-{index}") for index, one in enumerate(spans)],
    )  # fmt: skip


def tone_of(kinds: Iterable[str]) -> str:
    """Return how a text is marked that these tell of: the most cautious, so that nothing said looks like fact."""
    there = set(kinds)
    return next((tone for tone in _TONES if tone in there), "told")


def page(request: Request) -> Response:
    """Return a document's page in the form asked for."""
    require_known(request)
    room = room_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    view = room.record.document(request.path_params["document"])
    if form != "html":
        return room.data("json", msgspec.to_builtins(view))
    notes = notes_of(view.document, view.claims)
    by_number = {note.number: note for note in notes}
    counts = Counter(one.status for one in view.sentences)
    reasons = Counter(one.reason for one in view.sentences if one.status == "set_aside")
    found = parts(view.text, view.blocks, view.sentences, [span for note in notes for span in note.spans])
    own = next((one for one in view.claims if one["register"] == "documents" and not one.get("stub")), None)
    return room.page(
        "page.html", request, title=view.meta.title or view.source, active="documents", view=view, notes=notes,
        folds=[(furniture, list(group)) for furniture, group in groupby(found, key=lambda part: part.furniture)],
        parts_dim=any(part.furniture for part in found), counts=counts, reasons=reasons, own=own,
        copies=room.record.copies(view.document) if view.standing else [],
        languages=room.record.other_languages(view.document), by_number=by_number, tones={note.tone for note in notes},
        tone=lambda numbers: tone_of(by_number[number].tone for number in numbers),
    )  # fmt: skip


def by_source(request: Request) -> Response:
    """Lead from a source to the page of its current version; without one, to the list of documents.

    Raises:
        Unknown: there is no such source.
    """
    source = request.query_params.get("source", "")
    if not source:
        return RedirectResponse("/documents", 303)
    return RedirectResponse(f"/pages/{room_of(request).record.document(source).document}", 303)


def original(request: Request) -> Response:
    """Return the archived bytes, as a file to keep: never shown in the browser, whatever is in them.

    Raises:
        UsageError: the address is not a document's SHA-256.
        Unknown: there are no such bytes.
    """
    document = request.path_params["document"]
    if not re.fullmatch(r"[0-9a-f]{64}", document):
        raise wrong("not-a-hash", document[:80])
    record = room_of(request).record
    content = record.content(document)
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", record.document(document).source.rpartition("/")[2])[-80:].strip(".-")
    headers = {
        "Content-Type": "text/plain",
        "Content-Disposition": f'attachment; filename="{name or document[:16]}.txt"',
        "Cache-Control": "public, max-age=31536000, immutable",
    }
    return Response(content, headers=headers)
