"""A claim's words with their source, made to be copied."""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.answers import HEAD_HEADER
from muniment.desk.web import spoken
from muniment.desk.web.asking import require_known
from muniment.desk.web.catalogue import say
from muniment.desk.web.faults import missing
from muniment.desk.web.room import Room, room_of
from muniment.desk.web.words import date

__all__ = ["Quoted", "quote", "quoted"]


class Quoted(msgspec.Struct, frozen=True):
    """Words of a page with their source.

    Attributes:
        place: address on this site at which they stand marked in their page.
        text: the words in quotation marks, and under them the source, in plain text.
    """

    place: str
    text: str


def quoted(room: Room, claim: dict[str, Any], site: str = "") -> list[Quoted]:
    """Return each stretch of words that a claim rests on, with its source.

    Args:
        room: the record.
        claim: as `Record.claim` gives it.
        site: address of the site, for permanent addresses; empty for their paths alone.
    """
    found = []
    for number, one in enumerate(claim["evidence"]):
        view = room.record.document(one["document"])
        place = f"/pages/{one['document']}#c-{claim['id'][:16]}-{number}"
        published = date(view.meta.published) if view.meta.published else ""
        told = [view.meta.title, view.meta.publisher, published]
        source = say(
            "cite.quote.source", page=", ".join(" ".join(part.split()) for part in told if part) or view.source,
            source=view.meta.url or view.source, seen=room.record.captured(one["document"])[:10], address=site + place,
            content=one["document"],
        )  # fmt: skip
        found.append(Quoted(place, f"“{' '.join(one['quote'].split())}”\n{source}"))
    return found


def quote(request: Request) -> Response:
    """Return a claim's words with their source, as a page or, with `.txt`, as plain text.

    Raises:
        Unknown: there is no such claim, it rests on no page's words, or they are quoted in no such form.
    """
    require_known(request)
    room, form = room_of(request), request.path_params.get("form", "")
    claim = room.record.claim(request.path_params["claim"])
    if form not in ("", "txt"):
        raise missing("unknown-form", request.url.path, asked=repr(form[:20]), there="txt")
    found = quoted(room, claim, str(request.base_url).rstrip("/"))
    if not found:
        raise missing("no-words", request.url.path)
    if form:
        text = "\n\n".join(one.text for one in found) + "\n"
        headers = {HEAD_HEADER: room.record.head()}
        return Response(text, headers=headers, media_type="text/plain; charset=utf-8")
    register = spoken.register(claim["register"])
    return room.page(
        "quote.html", request, title=say("cite.quote.title"), active=register.name, register=register, claim=claim,
        found=found, caption=register.caption(claim),
    )  # fmt: skip
