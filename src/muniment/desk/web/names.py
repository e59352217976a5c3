"""A page for every name, of a person, body or state: life line, tenures, meetings, decisions, and whom it met."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from urllib.parse import quote, urlencode

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web import spoken
from muniment.desk.web.asking import form_of, require_known
from muniment.desk.web.catalogue import say
from muniment.desk.web.faults import missing, wrong
from muniment.desk.web.lifeline import LifeLine, Span, life_line
from muniment.desk.web.lists import columns_of, lines_of
from muniment.desk.web.networks import Drawing, drawn
from muniment.desk.web.room import Room, room_of
from muniment.desk.web.words import acted
from muniment.registers.dossier import Dossier
from muniment.registers.network import network
from muniment.registers.row import Row
from muniment.registers.values import names

__all__ = ["life_of", "name", "people"]

_SHOWN = 12
"""Rows of one register that the page shows; the list has the others."""

_MARKED = 30
"""Rows of each register that stand on a life line, the latest."""

_NEWEST = 250
"""Rows of each register that the page is made from, the newest (judgement: what is told of a name in 100 ms)."""

_LASTING = frozenset({"tenures", "operations", "relations"})
"""Registers whose rows last."""

_AROUND = 16
"""Names in the picture of whom a name met: those that it met most often (judgement: the table has all)."""

_LISTED = 250
"""Names of each kind that the list of names shows, those that most rows have."""


def _spans(register: str, rows: Sequence[Row], called: str) -> list[Span]:
    """Return the rows of a register as spans: what lasts from start to end, what is done on its days."""
    known = spoken.register(register)
    found = []
    for row in rows:
        slots, title = row.slots, known.caption(row.slots)
        if register == "instruments":
            found += [
                Span(str(act.get("date") or ""), "", f"{acted(act)}: {title}", not act.get("planned"))
                for act in slots.get("actions") or ()
                if isinstance(act, dict) and (not called or called in [*names(act.get("by")), *names(act.get("to"))])
            ]
        elif register in _LASTING:
            start = str(slots.get("start") or slots.get("date") or "")
            end = str(slots.get("end") or (start if slots.get("state") == "ended" else ""))
            sure = slots.get("status") != "planned" and slots.get("state") != "sought"
            found.append(Span(start, end, title, sure))
        else:
            sure = slots.get("status") in (None, "held") and register != "commitments"
            found.append(Span(known.date(slots), "", title, sure))
    return found


def life_of(rows: dict[str, list[Row]], until: str, called: str = "") -> LifeLine | None:
    """Return the life line of rows by register; None where fewer than two dates are told."""
    lanes = [
        (spoken.register(register).label, register in _LASTING, _spans(register, found, called))
        for register, found in rows.items()
    ]
    return life_line(lanes, until)


def name(request: Request) -> Response:
    """Return everything that is told of a name, in the form asked for.

    Raises:
        UsageError: no name is asked for, or it is asked for as CSV.
        Unknown: no row names it.
    """
    room = room_of(request)
    require_known(request, "name")
    form = form_of(request, request.path_params.get("form", ""))
    called = request.query_params.get("name", "").strip()
    if not called:
        return people(request, room, form)
    if form == "csv":
        raise wrong("no-columns", "format", code="unknown-format")
    found = room.record.dossier(called, _NEWEST) if form == "html" else room.record.dossier(called)
    if not found.count:
        raise missing("unknown-name", called[:120])
    if form != "html":
        told_of = {
            register: [{"part": one.part, **one.row.record()} for one in told]
            for register, told in found.mentions.items()
        }
        whole = {"name": called, "rows": told_of, "met": msgspec.to_builtins(found.acquaintances)}
        return room.data(form, [whole] if form == "jsonl" else whole)
    rows_of = {register: [one.row for one in told] for register, told in found.mentions.items()}
    latest = {register: rows[-_MARKED:] for register, rows in rows_of.items()}
    sections = [
        (spoken.register(register), columns_of(spoken.register(register)),
         lines_of(spoken.register(register), list(reversed(rows))[:_SHOWN]), len(rows))
        for register, rows in rows_of.items()
    ]  # fmt: skip
    return room.page(
        "name.html", request, title=called, active="names", called=called, told_in=sections, count=found.count,
        line=life_of(latest, room.record.last_page(), called), met=found.acquaintances,
        picture=_met(found), own=_own(found), shown=_SHOWN, newest=found.newest, ways=_ways(room, found),
    )  # fmt: skip


def _ways(room: Room, found: Dossier) -> list[tuple[str, str]]:
    """Return where else there is something of a name: a calendar of a body or a member, a map, a state's page."""
    ways = []
    if any(one.part == "bodies" for one in found.mentions.get("meetings", ())):
        ways.append(("calendar", f"/calendar?{urlencode({'body': found.name})}"))
    elif found.name in room.once(("members", None), lambda: frozenset(room.record.members())):
        ways.append(("calendar", f"/calendar?{urlencode({'member': found.name})}"))
    if any(one.row.slots.get("place") for one in found.mentions.get("meetings", ())):
        ways.append(("map", f"/map?{urlencode({'name': found.name})}"))
    if found.name in room.once(("states", None), lambda: frozenset(room.record.states())):
        ways.append(("state", f"/states/{quote(found.name, '')}"))
    return ways


def _met(found: Dossier) -> Drawing | None:
    """Return the picture of whom a name met, with the ties among them at those meetings."""
    whom = [one.name for one in found.acquaintances[:_AROUND]]
    told = network(one.row for one in found.mentions.get("meetings", []))
    name = told.own(found.name)
    return drawn(told.of([name, *whom]), name) if name in told.names else None


def _own(found: Dossier) -> list[tuple[str, str]]:
    """Return what a name is: the offices it holds or held, or the body it is part of; each with its row's address."""
    told = []
    for one in found.mentions.get("tenures", []):
        if one.part == "person":
            slots = one.row.slots
            office = ", ".join(str(slots[slot]) for slot in ("office", "organization") if slots.get(slot))
            told.append((office, f"/tenures/{one.row.id}"))
    for one in found.mentions.get("bodies", []):
        if one.part == "name":
            kind = str(one.row.slots.get("kind") or spoken.register("bodies").singular)
            parent = one.row.slots.get("parent")
            told.append((say("names.body_of", kind=kind, parent=parent) if parent else kind, f"/bodies/{one.row.id}"))
    return list(dict(reversed(told)).items())[:6]


def people(request: Request, room: Room, form: str) -> Response:
    """Return the names there are pages for: people in office, bodies, states and organisations."""
    found = room.record.names(_LISTED)
    if form != "html":
        table = [[one.kind, one.name, one.rows] for one in found]
        return room.data(form, msgspec.to_builtins(found), (["kind", "name", "rows"], table))
    told = {kind: sorted((one.name, one.rows) for one in many) for kind, many in groupby(found, lambda one: one.kind)}
    title = say("names.title")
    return room.page("names.html", request, title=title, active="names", groups=list(told.items()), most=_LISTED)
