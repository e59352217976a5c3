"""Meetings laid beside their announcements: the list of those that leave a question open."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web.asking import as_of, form_of, require_known
from muniment.desk.web.catalogue import say
from muniment.desk.web.kept import chosen_part, kept_data, leaf
from muniment.desk.web.room import room_of
from muniment.registers.agendas import STATES, Course

__all__ = ["agendas"]

_PAGE = 60
"""Meetings on one page of the list."""


def agendas(request: Request) -> Response:
    """Return the meetings that leave a question open; with `all`, every meeting."""
    require_known(request, "as_of", "state", "all", "limit", "offset")
    room, day = room_of(request), as_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    everything = bool(request.query_params.get("all"))
    state = chosen_part(request, "state", STATES, "no-such-meeting")
    found = room.record.kept_agendas(day, open_only=not everything)
    if form != "html":
        header = ["row", "state", "start", "title", "announced_for", "pages", "pages_of_body", "questions"]
        return kept_data(room, request, form, found, header, lambda one: [_line(one)], state)
    courses, page = leaf(request, found, _PAGE, say("agendas.title"), state)
    return room.page(
        "agendas.html", request, title=say("agendas.title"), active="agendas", day=day, chosen=state, states=STATES,
        counts=found.counts, everything=everything, page=page, courses=courses,
    )  # fmt: skip


def _line(one: Course) -> list[Any]:
    return [
        one.row, one.state, one.start, one.title, "; ".join(one.announced_for), one.pages, one.pages_of_body,
        " ".join(one.questions),
    ]  # fmt: skip
