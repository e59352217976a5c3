"""The pages about the whole: home, search, what is open, what is unread, what is covered, what is taken as fact."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web import spoken
from muniment.desk.web.asking import as_of, form_of, require_known, require_page, whole
from muniment.desk.web.catalogue import say, table
from muniment.desk.web.facts import markdown, sections
from muniment.desk.web.facts import title as facts_title
from muniment.desk.web.kept import chosen_part, kept_data, pager
from muniment.desk.web.room import Room, room_of
from muniment.registers import REGISTERS, Register

__all__ = ["about", "gaps", "status", "unread"]

_UNREAD = 100

_QUIET = 100
"""Bodies that are quiet, at most, on the page of what the record covers."""

_GAPS = 100
"""Gaps on one page of a kind."""

_OF_EACH = 15
"""Gaps of each kind where all kinds are shown."""


def registers(request: Request) -> Response:
    """Return the registers: what each holds, how many rows, and the days the oldest and the newest are of."""
    room = room_of(request)
    require_known(request)
    form = form_of(request, request.path_params.get("form", ""))
    counts = room.coverage().rows
    spans = {name: _span(room, register) for name, register in REGISTERS.items()}
    if form == "html":
        title = say("frame.registers.label")
        return room.page("registers.html", request, title=title, active="registers", counts=counts, spans=spans)
    header = ["register", "label", "rows", "first", "last", "about"]
    lines = [[name, one.label, counts.get(name, 0), *spans[name], one.about] for name, one in REGISTERS.items()]
    return room.data(form, [dict(zip(header, line, strict=True)) for line in lines], (header, lines))


def _span(room: Room, register: Register) -> tuple[str, str]:
    """Return the dates of the oldest and the newest dated row; empty where there is none."""
    if not register.dates:
        return "", ""
    ends = [room.record.rows(register.name, sort="date", descending=down, limit=1).rows for down in (False, True)]
    first, last = (register.date(rows[0].slots) if rows else "" for rows in ends)
    return first, last


def gaps(request: Request) -> Response:
    """Return what the record leaves open on a day: the first of every kind, or all of one kind page by page."""
    require_known(request, "as_of", "kind", "limit", "offset")
    room, day = room_of(request), as_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    found = room.record.kept_gaps(day)
    kinds = dict.fromkeys(key.partition(".")[0] for key in table("gaps.kind"))
    kind = chosen_part(request, "kind", list(dict.fromkeys([*kinds, *found.counts])), "no-such-gap")
    if form != "html":
        header = ["kind", "register", "row", "since", "text", "rule_source"]
        return kept_data(
            room, request, form, found, header, lambda gap: [[getattr(gap, name) for name in header]], kind
        )
    order = {name: place for place, name in enumerate(kinds)}
    there = sorted(found.counts, key=lambda name: (order.get(name, len(order)), name))
    offset = whole(request.query_params, "offset", 0)
    page = pager(request, offset, _GAPS, found.counts.get(kind, 0), say("gaps.kinds")) if kind else None
    groups = [(name, found.some(offset if kind else 0, _GAPS if kind else _OF_EACH, name))
              for name in ([kind] if kind else there) if found.counts.get(name)]  # fmt: skip
    return room.page(
        "gaps.html", request, title=say("gaps.title"), active="gaps", day=day, groups=groups, counts=found.counts,
        there=there, kind=kind, page=page,
    )  # fmt: skip


def unread(request: Request) -> Response:
    """Return sentences that no rule read or set aside, a page of them at a time."""
    room = room_of(request)
    require_known(request, "limit", "offset")
    form = form_of(request, request.path_params.get("form", ""))
    limit = whole(request.query_params, "limit", _UNREAD, 10_000)
    offset = whole(request.query_params, "offset", 0)
    found = room.record.unread(limit, offset)
    if form != "html":
        header = ["source", "document", "start", "end", "text"]
        table: list[list[Any]] = [[getattr(one, name) for name in header] for one in found]
        return room.data(form, msgspec.to_builtins(found), (header, table))
    require_page(room.coverage().unread, offset, "unread sentences")
    groups = [(key, list(group)) for key, group in groupby(found, key=lambda one: (one.source, one.document))]
    return room.page(
        "unread.html", request, title=say("unread.title"), active="unread", groups=groups, offset=offset, limit=limit,
        shown=len(found),
    )  # fmt: skip


def status(request: Request) -> Response:
    """Return what the record covers."""
    require_known(request)
    room = room_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    coverage = room.record.status()
    if form != "html":
        record = {**msgspec.to_builtins(coverage), "line": coverage.line()}
        return room.data("json", record)
    return room.page(
        "status.html", request, title=say("status.title"), active="status", coverage=coverage,
        reasons=spoken.set_aside(), quiet=room.record.kept_quiet().some(0, _QUIET),
    )  # fmt: skip


def about(request: Request) -> Response:
    """Return what is taken as fact, what is only attributed, and what cannot be known."""
    require_known(request)
    room = room_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    if form != "html":
        return room.data("json", {"text": markdown()})
    return room.page("about.html", request, title=facts_title(), active="about", parts_of_it=sections())
