"""A State's own page, and deployments link by link."""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web.asking import as_of, date_asked, form_of, named, require_known, whole
from muniment.desk.web.catalogue import say
from muniment.desk.web.kept import kept_data, pager
from muniment.desk.web.room import room_of
from muniment.registers.deployments import Chain
from muniment.registers.states import StatePage

__all__ = ["deployments", "state", "states"]

_STATES = 500
"""Names on one page of the list of states."""

_OF_EACH = 40
"""Things of each part of a state's page that are shown."""

_LOOKED_AT = 1_000
"""Promises and duties of a state that its page is made from, those due first (judgement: many more than it shows)."""

_DEPLOYMENTS = 20
"""Deployments, or series, on one page: each stands with all its links (measured: 3 kilobytes each, 2026-11)."""


def states(request: Request) -> Response:
    """Return the states that have a page."""
    require_known(request, "limit", "offset")
    room = room_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    found = room.record.kept_states()
    if form != "html":
        return kept_data(room, request, form, found, ["state"], lambda name: [[name]])
    offset = whole(request.query_params, "offset", 0)
    page = pager(request, offset, _STATES, len(found), say("states.title"))
    return room.page(
        "states.html", request, title=say("states.title"), active="states", found=found.some(offset, _STATES), page=page
    )


def state(request: Request) -> Response:
    """Return one state's page: what waits for it, what is asked of it, what it promised, what comes next."""
    require_known(request, "as_of", "since")
    room, day = room_of(request), as_of(request)
    name, suffix = named(request.path_params["state"])
    form = form_of(request, suffix)
    since = date_asked(request, "since", day=True) or None
    page = room.record.state(name, day, since, *([_LOOKED_AT] if form == "html" else []))
    if form != "html":
        built = msgspec.to_builtins(page)
        header = ["part", "date", "what", "how", "register", "row"]
        return room.data(form, [built] if form == "jsonl" else built, (header, _lines(page)))
    return room.page("state.html", request, title=page.name, active="states", day=day, page=page, most=_OF_EACH)


def _lines(page: StatePage) -> list[list[Any]]:
    lines: list[list[Any]] = [
        ["belongs", one.since, one.organization, f"{one.kind} {one.state}".strip(), "relations", one.row]
        for one in page.belongings
    ]
    lines += [["missing", "", one.title, one.missing, "instruments", one.row] for one in page.backlog]
    for part, many in (("asked", page.asked), ("promised", page.promised)):
        lines += [
            [part, one.promise.due, one.promise.text, one.promise.status, "commitments", one.promise.row]
            for one in many
        ]
    lines += [["duty", one.due, one.text, one.status, one.register, one.row] for one in page.duties]
    lines += [["coming", one.start, one.title, one.how, "meetings", one.row] for one in page.coming]
    others = [
        ["others", one.date, f"{one.member}: {one.title}", one.what, "instruments", one.row] for one in page.others
    ]
    return lines + others


def deployments(request: Request) -> Response:
    """Return deployments link by link; with `series`, operations and exercises as series."""
    require_known(request, "as_of", "series", "limit", "offset")
    room, day = room_of(request), as_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    chains, series = room.record.kept_deployments(day), room.record.kept_series()
    if form != "html":
        header = ["deployment", "link", "date", "told", "register", "row", "speakers", "source"]
        return kept_data(room, request, form, chains, header, _links)
    as_series, offset = bool(request.query_params.get("series")), whole(request.query_params, "offset", 0)
    page = pager(request, offset, _DEPLOYMENTS, len(series if as_series else chains), say("deployments.title"))
    return room.page(
        "deployments.html", request, title=say("deployments.title"), active="deployments", day=day, page=page,
        as_series=as_series, chains=[] if as_series else chains.some(offset, _DEPLOYMENTS),
        series=series.some(offset, _DEPLOYMENTS) if as_series else [], counts=(len(chains), len(series)),
    )  # fmt: skip


def _links(one: Chain) -> list[list[Any]]:
    return [
        [one.title, link.link, link.date, link.told, link.register, link.row, link.speakers, link.source]
        for link in one.links
    ]
