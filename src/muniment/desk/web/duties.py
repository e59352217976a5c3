"""Duties: what is to be done, by whom and by when, on what basis; also as tasks to subscribe to."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment import __version__
from muniment.desk.answers import HEAD_HEADER
from muniment.desk.web.asking import as_of, form_of, require_known
from muniment.desk.web.catalogue import say
from muniment.desk.web.icalendar import MEDIA_TYPE, task_of, tasks_text
from muniment.desk.web.room import room_of
from muniment.registers.duties import Duty
from muniment.rules.duties import duty_kinds

__all__ = ["duties", "tasks"]


def duties(request: Request) -> Response:
    """Return what is to be done on a day, kind by kind; with `who`, by one only."""
    require_known(request, "as_of", "who")
    room, day = room_of(request), as_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    who = request.query_params.get("who", "").strip()
    found = room.record.duties(day, who)
    if form != "html":
        header = ["id", "kind", "status", "days", "due", "since", "who", "text", "basis", "register", "row", "speakers"]
        table = [["; ".join(one.who) if name == "who" else getattr(one, name) for name in header] for one in found]
        return room.data(form, msgspec.to_builtins(found), (header, table))
    order = list(duty_kinds())
    grouped = sorted(found, key=lambda one: (one.days is None, order.index(one.kind), one.due or "9999"))
    groups = [(key, list(group)) for key, group in groupby(grouped, key=_group)]
    return room.page(
        "duties.html", request, title=say("duties.title"), active="duties", day=day, who=who, groups=groups,
        bound=Counter(name for one in found for name in one.who).most_common(40), total=len(found),
    )  # fmt: skip


def _group(one: Duty) -> str:
    return "overdue" if one.days is not None else one.kind


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
