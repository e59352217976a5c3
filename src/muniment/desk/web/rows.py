"""A row's own page: every value with the claims that gave it, where pages disagree, the evidence, the history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from muniment.desk.exports import row_record
from muniment.desk.web import spoken, words
from muniment.desk.web.asking import as_of, form_of, named, require_known, whole
from muniment.desk.web.lifeline import LifeLine
from muniment.desk.web.marks import marks_of, marks_of_claim
from muniment.desk.web.names import life_of
from muniment.desk.web.promises import outcome_of
from muniment.desk.web.room import Room, room_of
from muniment.desk.web.steps import steps_of
from muniment.desk.web.treaties import standing_of
from muniment.registers import Register
from muniment.registers.dossier import PLACES
from muniment.registers.row import Row
from muniment.registers.tables import as_of_record, csv_header, csv_line
from muniment.registers.values import names

__all__ = ["Slot", "claim", "row", "slots_of"]

_CLAIMS = 50
"""Claims of a row that one page of it shows."""

_HISTORY = 100
"""Entries of a row's history that its page shows, the latest."""

_APART = frozenset({"blocks", "actions"})
"""Types of slot not shown among the values: a page's parts, and the actions, which have a place of their own."""


class Slot(msgspec.Struct, frozen=True):
    """A value of a row as its page shows it.

    Attributes:
        label: the slot's name for people.
        help: what the slot holds.
        value: the value, set.
        claims: numbers of the claims on the page that gave it.
        corrected: a person set it.
        told_by: the speakers, where only speakers' own words give it.
        also: other forms that agree with it.
        others: the values pages disagree on, the one shown first, each with the numbers of its claims.
    """

    label: str
    help: str
    value: Any
    claims: list[int]
    corrected: bool
    told_by: list[str]
    also: list[str]
    others: list[tuple[Any, list[int]]]


def slots_of(register: Register, row: Row, claims: Sequence[dict[str, Any]]) -> list[Slot]:
    """Return the values of a row in the register's order; `claims` as the page numbers them."""
    number = {one["id"]: index for index, one in enumerate(claims, 1)}
    speaker = {one["id"]: str(one.get("attributed_to") or "") for one in claims}
    found = []
    for field in register.fields:
        value = row.slots.get(field.name)
        if value in (None, "", [], False) or field.type in _APART or field.name == "archived_text":
            continue
        given = row.given_by.get(field.name, [])
        speakers = [speaker.get(claim, "") for claim in given]
        told = row.conflicts.get(field.name, [])
        disputed = [one["value"] for one in told]
        found.append(
            Slot(
                label=field.label, help=field.help, value=words.set_value(register, field, value),
                claims=[number[claim] for claim in given if claim in number],
                corrected=field.name in row.corrected,
                told_by=list(dict.fromkeys(speakers)) if speakers and all(speakers) else [],
                also=[words.plain(form) if field.type == "choice" else str(words.set_cell(field, form).striptags())
                      for form in row.also.get(field.name, []) if form not in disputed],
                others=[(words.set_value(register, field, one["value"]),
                         [number[claim] for claim in one["claims"] if claim in number]) for one in told],
            )
        )  # fmt: skip
    return found


def row(request: Request) -> Response:
    """Return a row's page in the form asked for."""
    room = room_of(request)
    name, suffix = named(request.path_params["row"])
    form = form_of(request, suffix)
    register = spoken.register(request.path_params["register"])
    require_known(request, "as_of", "from")
    found, day, doubt = room.record.row(register.name, name), as_of(request), ""
    if day is not None:
        page = room.record.row_as_of(found, day)
        found, doubt = page.rows[0], page.doubts.get(found.id, "")
    if form == "csv":
        line = csv_line(register, found, day or "", doubt)
        return room.data(form, [], (csv_header(register, as_of=day is not None), [line]))
    if form != "html":
        record = row_record(room.record, found) | (as_of_record(day, doubt) if day else {})
        return room.data(form, [record] if form == "jsonl" else record)
    return _for_people(room, request, register, found, day, doubt)


def _for_people(  # noqa: PLR0913 - the row, and the day it is asked of
    room: Room, request: Request, register: Register, found: Row, day: str | None, doubt: str
) -> Response:
    offset = whole(request.query_params, "from", 0)
    claims = room.record.claims_of(found, _CLAIMS, offset)
    history = room.record.history(found)
    steps = steps_of(found, claims)
    return room.page(
        "row.html", request, title=register.caption(found.slots), active=register.name, register=register, row=found,
        marks=marks_of(found), slots=slots_of(register, found, claims), claims=_numbered(claims, offset),
        steps=steps, disputed=any(step.disputed for step in steps), offset=offset, per_page=_CLAIMS,
        course=next(iter(room.record.kept_agendas(day).about(found.id)), None) if register.name == "meetings" else None,
        outcome=outcome_of(room, found.id, day) if register.name == "commitments" else None,
        standing=standing_of(room, found, day) if register.name == "instruments" else None,
        day=day, doubt=doubt, page_of=_page_of(found), named=_named(found), line=_life_line(room, found),
        history=history[-_HISTORY:], history_count=len(history),
    )  # fmt: skip


_NAMED = 8
"""Names of a row whose pages it leads to."""


def _named(found: Row) -> list[str]:
    """Return the names that a row is about, each of which has a page of its own."""
    told = [
        name for slot in PLACES.get(found.register, ()) if slot != "actions" for name in names(found.slots.get(slot))
    ]
    return list(dict.fromkeys(told))[:_NAMED]


def _life_line(room: Room, found: Row) -> LifeLine | None:
    """Return what was done with a text, or how long an operation lasted, along the years; None of other rows."""
    if found.register not in ("instruments", "operations"):
        return None
    return life_of({found.register: [found]}, room.record.last_page())


def _numbered(claims: Sequence[dict[str, Any]], offset: int) -> list[dict[str, Any]]:
    return [{**one, "number": offset + n, "marks": marks_of_claim(one)} for n, one in enumerate(claims, 1)]


def _page_of(found: Row) -> str:
    """Return the document whose page shows this row's text; of a stub, empty: its page is not in the record."""
    if found.register != "documents" or found.slots.get("stub") or not found.tellings:
        return ""
    documents = found.tellings[-1].documents
    return documents[-1] if documents else ""


def claim(request: Request) -> Response:
    """Return a claim as JSON, or lead people to it on its row's page."""
    require_known(request)
    room = room_of(request)
    found = room.record.claim(request.path_params["claim"])
    form = form_of(request, request.path_params.get("form", ""))
    if form != "html":
        return room.data("json", found)
    return RedirectResponse(f"/{found['register']}/{found['row']}#claim-{found['id'][:16]}", 303)
