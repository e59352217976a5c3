"""Meetings laid beside their announcements: the list of those that leave a question open."""

from __future__ import annotations

from collections import Counter

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web.asking import as_of, form_of, require_known, require_page, whole
from muniment.desk.web.catalogue import say
from muniment.desk.web.room import room_of
from muniment.errors import UsageError

__all__ = ["agendas"]

_STATES = ("never_reported", "postponed", "cancelled", "announced", "held")
"""States of a meeting, those that leave most open first."""

_PAGE = 60
"""Meetings on one page of the list."""


def agendas(request: Request) -> Response:
    """Return the meetings that leave a question open; with `all`, every meeting."""
    require_known(request, "as_of", "state", "all", "limit", "offset")
    room, day = room_of(request), as_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    state, everything = request.query_params.get("state", ""), bool(request.query_params.get("all"))
    if state and state not in _STATES:
        raise UsageError(
            f"no meeting is {state[:40]!r}",
            code="unknown-state",
            where="state",
            hint=f"There are: {', '.join(_STATES)}.",
        )
    found = [one for one in room.agendas(day) if one.questions or everything]
    kept = [one for one in found if state in ("", one.state)]
    if form != "html":
        header = ["row", "state", "start", "title", "announced_for", "pages", "pages_of_body", "questions"]
        table = [
            [one.row, one.state, one.start, one.title, "; ".join(one.announced_for), one.pages, one.pages_of_body,
             " ".join(one.questions)]
            for one in kept
        ]  # fmt: skip
        return room.data(form, msgspec.to_builtins(kept), (header, table))
    offset = whole(request.query_params, "offset", 0)
    require_page(len(kept), offset, "meetings")
    kept = sorted(kept, key=lambda one: one.start, reverse=True)
    kept.sort(key=lambda one: _STATES.index(one.state))
    return room.page(
        "agendas.html", request, title=say("agendas.title"), active="agendas", day=day, chosen=state, states=_STATES,
        counts=Counter(one.state for one in found), everything=everything, total=len(kept), offset=offset, limit=_PAGE,
        courses=kept[offset : offset + _PAGE],
    )  # fmt: skip
