"""Standing sentences of a body's communiqués: what was reworded, weakened or dropped, shown as a difference."""

from __future__ import annotations

from collections import Counter

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web.asking import form_of, require_known
from muniment.desk.web.catalogue import say
from muniment.desk.web.room import room_of

__all__ = ["formulas"]

_BODIES = 200


def formulas(request: Request) -> Response:
    """Return what became of the sentences of a body's texts, from each to the next; without a body, ask for one."""
    require_known(request, "body")
    room = room_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    body = request.query_params.get("body", "").strip()
    found = room.record.formulas(body) if body else []
    if form != "html":
        header = ["from", "to", "kind", "ladder", "before", "after", "likeness"]
        table = [
            [one.before[2], one.after[2], each.kind, each.ladder, each.before, each.after, round(each.likeness, 2)]
            for one in found
            for each in one.changes
        ]
        return room.data(form, msgspec.to_builtins(found), (header, table))
    bodies = [name for name, _ in room.record.values("meetings", "bodies", _BODIES)]
    return room.page(
        "formulas.html", request, title=say("formulas.title"), active="formulas", body=body, bodies=bodies,
        drifts=[(one, Counter(each.kind for each in one.changes)) for one in found],
    )  # fmt: skip
