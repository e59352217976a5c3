"""What pages contradict one another on: both quotations side by side, each a link to its place on its page."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web import spoken
from muniment.desk.web.asking import form_of, require_known
from muniment.desk.web.catalogue import say
from muniment.desk.web.kept import kept_data, leaf
from muniment.desk.web.room import room_of
from muniment.registers import one_or_all

__all__ = ["contradictions"]

_PAGE = 25
"""Contradictions on one page: each stands with its words (measured: 2 kilobytes each, 2026-11)."""

_COLUMNS = ["register", "row", "slot", "what", "outcome", "value", "pages", "source", "stated", "language", "quote"]


def contradictions(request: Request) -> Response:
    """Return what pages disagree on, of one register or of all."""
    require_known(request, "register", "limit", "offset")
    room = room_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    within = one_or_all(request.query_params.get("register", ""))
    found = room.record.kept_contradictions()
    if form != "html":
        return kept_data(room, request, form, found, _COLUMNS, _lines, within)
    shown, page = leaf(request, found, _PAGE, say("contradictions.title"), within)
    groups = [
        (spoken.register(key[0]), key[1], list(group)) for key, group in groupby(shown, lambda o: (o.register, o.row))
    ]
    return room.page(
        "contradictions.html", request, title=say("contradictions.title"), active="contradictions", groups=groups,
        count=page.total, within=within, counts=found.counts, page=page,
    )  # fmt: skip


def _lines(one: Any) -> list[list[Any]]:
    return [
        [one.register, one.row, one.slot, one.what, one.outcome, saying.text, saying.pages, quote.source,
         quote.stated, quote.language, quote.quote]
        for saying in one.sayings for quote in saying.quotes
    ]  # fmt: skip
