"""A page beside the page that it names as the same in another language."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web.asking import form_of, require_known
from muniment.desk.web.catalogue import say
from muniment.desk.web.room import room_of

__all__ = ["tongues"]


def tongues(request: Request) -> Response:
    """Return a page in two languages side by side, in the form asked for.

    Raises:
        Unknown: there is no such document, or it names no captured page in that language.
    """
    require_known(request, "with")
    room = room_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    document = request.path_params["document"]
    found = room.record.tongues(document, request.query_params.get("with", ""))
    if form != "html":
        built = msgspec.to_builtins(found)
        table = ([found.own.language or "own", found.other.language or "other"], [list(pair) for pair in found.pairs])
        return room.data(form, [built] if form == "jsonl" else built, table)
    return room.page(
        "tongues.html", request, title=say("versions.tongues.title"), active="documents",
        view=room.record.document(document), found=found,
        named=[one for one in room.record.other_languages(document) if one.document],
    )  # fmt: skip
