"""What if: when a treaty would enter into force if members deposited on the days that a visitor supposes."""

from __future__ import annotations

import datetime

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web.asking import date_asked, form_of, require_known
from muniment.desk.web.catalogue import say
from muniment.desk.web.room import room_of
from muniment.desk.web.treaties import line_of
from muniment.rules.participation import bound_on

__all__ = ["whatif"]


def whatif(request: Request) -> Response:
    """Return how a treaty would stand with deposits that are supposed, each asked for by the member's name.

    Raises:
        UsageError: the row asks no member's consent, somebody is no member, or a day is none.
    """
    room = room_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    row = room.record.row("instruments", request.path_params["row"])
    told = room.record.treaty_if(row, {})
    members = [one.member for one in told.members]
    require_known(request, *members)
    days = {name: day for name in members if (day := date_asked(request, name, day=True))}
    found = room.record.treaty_if(row, {name: datetime.date.fromisoformat(day) for name, day in days.items()})
    if form != "html":
        header = ["member", "status", "since", "supposed", "in_force"]
        table = [[one.member, one.status, one.since, days.get(one.member, ""), one.in_force] for one in found.members]
        built = {"supposed": days, "treaty": msgspec.to_builtins(found)}
        return room.data(form, [built] if form == "jsonl" else built, (header, table))
    consented = {one.member: bound_on(one.acts) for one in told.members}
    return room.page(
        "whatif.html", request, title=say("treaties.if.title", treaty=found.title), active="instruments", row=row,
        line=line_of(found), days=days, consented=consented, as_told=told,
    )  # fmt: skip
