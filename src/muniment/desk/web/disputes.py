"""What pages contradict one another on: both quotations side by side, each a link to its place on its page."""

from __future__ import annotations

from itertools import groupby

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web.asking import form_of, require_known
from muniment.desk.web.catalogue import say
from muniment.desk.web.room import room_of
from muniment.registers import REGISTERS
from muniment.registers import register as register_named

__all__ = ["contradictions"]

_COLUMNS = ["register", "row", "slot", "what", "outcome", "value", "pages", "source", "stated", "language", "quote"]


def contradictions(request: Request) -> Response:
    """Return what pages disagree on, of one register or of all."""
    require_known(request, "register")
    room = room_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    within = request.query_params.get("register", "")
    if within:
        register_named(within)
    found = room.record.contradictions(within)
    if form != "html":
        table = [
            [one.register, one.row, one.slot, one.what, one.outcome, saying.text, saying.pages, quote.source,
             quote.stated, quote.language, quote.quote]
            for one in found for saying in one.sayings for quote in saying.quotes
        ]  # fmt: skip
        return room.data(form, msgspec.to_builtins(found), (_COLUMNS, table))
    groups = [(REGISTERS[key[0]], key[1], list(group)) for key, group in groupby(found, lambda o: (o.register, o.row))]
    counts = {name: sum(one.register == name for one in found) for name in REGISTERS}
    return room.page(
        "contradictions.html", request, title=say("contradictions.title"), active="contradictions", groups=groups,
        count=len(found), within=within, counts={name: number for name, number in counts.items() if number},
    )  # fmt: skip
