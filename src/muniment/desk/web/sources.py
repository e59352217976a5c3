"""The sources that a record follows on the web: when each last had something new, and what is wrong with it."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web.asking import form_of, require_known
from muniment.desk.web.catalogue import say
from muniment.desk.web.room import room_of

__all__ = ["sources"]


def sources(request: Request) -> Response:
    """Return how each source stands, those with alarms first, in the form asked for."""
    require_known(request)
    room = room_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    found = room.once(("sources", None), room.record.sources)
    if form != "html":
        records = [msgspec.to_builtins(one) for one in found]
        header = ["source", "kind", "rhythm", "origin", "polled_at", "new_at", "next_at", "waiting", "alarms"]
        table = [[*(getattr(one, name) for name in header[:-1]), " ".join(each.what for each in one.alarms)]
                 for one in found]  # fmt: skip
        return room.data(form, records, (header, table))
    return room.page("sources.html", request, title=say("sources.title"), active="sources", found=found)
