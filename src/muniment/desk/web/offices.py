"""Offices: the list with who holds each on a day, and a page for each with everybody told to have held it."""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web.asking import as_of, form_of, require_known, whole
from muniment.desk.web.asking import named as stem_of
from muniment.desk.web.catalogue import say
from muniment.desk.web.kept import kept_data, pager
from muniment.desk.web.room import room_of
from muniment.registers.offices_held import Office, matching

__all__ = ["office", "offices"]

_PAGE = 100
"""Offices on one page of the list."""


def offices(request: Request) -> Response:
    """Return every office with who holds it on a day, or those whose names have some words."""
    require_known(request, "as_of", "words", "limit", "offset")
    room, day = room_of(request), as_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    words = request.query_params.get("words", "").strip()
    kept = room.record.kept_offices(day)
    named = matching(kept, words) if words else []
    if form != "html":
        header = ["id", "title", "organization", "holders", "how", "last_known", "last_named", "questions"]
        return kept_data(room, request, form, named if words else kept, header, lambda one: [_line(one)])
    offset = whole(request.query_params, "offset", 0)
    page = pager(request, offset, _PAGE, len(named) if words else len(kept), "offices")
    return room.page(
        "offices.html", request, title=say("offices.title"), active="offices", day=day, words=words, page=page,
        found=named[offset : offset + _PAGE] if words else kept.some(offset, _PAGE),
    )  # fmt: skip


def _line(one: Office) -> list[Any]:
    last = one.last_known
    return [
        one.id, one.title, one.organization, "; ".join(held.holder for held, _ in one.holders),
        "; ".join(how for _, how in one.holders), last.holder if last else "", last.last_named if last else "",
        " ".join(one.questions),
    ]  # fmt: skip


def office(request: Request) -> Response:
    """Return one office: who held it on the day, everybody before and after, and how it passes on."""
    require_known(request, "as_of")
    room, day = room_of(request), as_of(request)
    id, suffix = stem_of(request.path_params["office"])
    form = form_of(request, suffix)
    one = room.record.office(id, day)
    if form != "html":
        header = ["holder", "acting", "start", "end", "term_ends", "basis", "first_named", "last_named", "speakers"]
        table = [[getattr(held, name) for name in header] for held in one.held]
        built = msgspec.to_builtins(one)
        return room.data(form, [built] if form == "jsonl" else built, (header, table))
    title = say("offices.of", office=one.title, organization=one.organization) if one.organization else one.title
    return room.page("office.html", request, title=title, active="offices", day=day, office=one)
