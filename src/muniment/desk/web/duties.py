"""Duties: what is to be done, by whom and by when, on what basis; also as tasks to subscribe to."""

from __future__ import annotations

from collections import Counter
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from muniment import __version__
from muniment.desk.answers import HEAD_HEADER
from muniment.desk.web.asking import as_of, form_of, require_known, whole
from muniment.desk.web.catalogue import say
from muniment.desk.web.icalendar import MEDIA_TYPE, task_of, tasks_text
from muniment.desk.web.kept import chosen_part, kept_data, pager
from muniment.desk.web.room import room_of
from muniment.registers.duties import Duty
from muniment.rules.duties import duty_kinds

__all__ = ["duties", "tasks"]

_PAGE = 100
"""Duties on one page of a kind."""

_OF_EACH = 12
"""Duties of each kind where all kinds are shown."""


def duties(request: Request) -> Response:
    """Return what is to be done on a day: the first of every kind, or one kind page by page; `who` is to do it."""
    require_known(request, "as_of", "who", "kind", "limit", "offset")
    room, day = room_of(request), as_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    who = request.query_params.get("who", "").strip()
    kept = room.record.kept_duties(day)
    kinds = ["overdue", *duty_kinds()]
    kind = chosen_part(request, "kind", kinds, "no-such-duty")
    bound = kept.tagged(room.record.bound(kept, who)) if who else []
    if form != "html":
        header = ["id", "kind", "status", "days", "due", "since", "who", "text", "basis", "register", "row", "speakers"]
        asked = [one for one in bound if kind in ("", _part(one))] if who else kept
        return kept_data(room, request, form, asked, header, lambda one: [_line(one, header)], "" if who else kind)
    counts = Counter(map(_part, bound)) if who else kept.counts
    offset = whole(request.query_params, "offset", 0)
    page = pager(request, offset, _PAGE, counts.get(kind, 0), say("duties.title")) if kind else None
    first, most = (offset, _PAGE) if kind else (0, _OF_EACH)
    groups = []
    for name in [kind] if kind else kinds:
        if counts.get(name):
            mine = sorted((one for one in bound if _part(one) == name), key=lambda one: one.due or "9999")
            groups.append((name, mine[first : first + most] if who else kept.some(first, most, name)))
    return room.page(
        "duties.html", request, title=say("duties.title"), active="duties", day=day, who=who, groups=groups,
        bound=kept.tags()[:40], counts=counts, kinds=[name for name in kinds if counts.get(name)], kind=kind, page=page,
    )  # fmt: skip


def _part(one: Duty) -> str:
    return "overdue" if one.days is not None else one.kind


def _line(one: Duty, header: list[str]) -> list[Any]:
    return ["; ".join(one.who) if name == "who" else getattr(one, name) for name in header]


def tasks(request: Request) -> Response:
    """Return what is to be done as tasks of a calendar."""
    require_known(request, "as_of", "who")
    room, base = room_of(request), str(request.base_url).rstrip("/")
    who = request.query_params.get("who", "").strip()
    found = room.record.duties(as_of(request), who)
    made = (task_of(one, f"{base}/{one.register}/{one.row}") for one in found)
    name = say("duties.of", name=who) if who else say("duties.title")
    position = int(room.record.head().partition(":")[0])
    stamp = next((entry.filed_at for entry in room.record.entries(position - 1, 1)), "1970-01-01T00:00:00Z")
    headers = {HEAD_HEADER: room.record.head(), "Content-Disposition": 'inline; filename="duties.ics"'}
    return Response(tasks_text(name, made, stamp, f"Muniment {__version__}"), headers=headers, media_type=MEDIA_TYPE)
