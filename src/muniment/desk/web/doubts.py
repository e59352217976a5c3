"""Rows that may be one, side by side, each with what differs and the words it rests on, for a person to say."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web import spoken
from muniment.desk.web.asking import form_of, require_known
from muniment.desk.web.catalogue import say
from muniment.desk.web.kept import kept_data, leaf
from muniment.desk.web.room import Room, room_of
from muniment.desk.web.rows import Slot, slots_of
from muniment.registers import Register, one_or_all
from muniment.registers.row import Row

__all__ = ["Pair", "Told", "pair_of", "proposals"]

_PAGE = 25
"""Pairs on one page: each stands with the values and the words of both (judgement)."""

_COLUMNS = ["register", "reason", "why", "a", "title", "b", "title_b"]


class Told(msgspec.Struct, frozen=True):
    """One of two rows that may be one: the row, its values, of these the labels that differ, and its first words."""

    row: Row
    slots: list[Slot]
    words: dict[str, Any] | None


class Pair(msgspec.Struct, frozen=True):
    """Two rows that may be one: what raised the doubt, the two, and the labels of the values they differ in."""

    proposed: Any
    register: Register
    sides: list[Told]
    differing: frozenset[str]


def proposals(request: Request) -> Response:
    """Return the rows that may be one, of one register or of all."""
    require_known(request, "register", "limit", "offset")
    room = room_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    within = one_or_all(request.query_params.get("register", ""))
    found = room.record.kept_proposals()
    if form != "html":
        return kept_data(room, request, form, found, _COLUMNS, lambda one: [_line(one)], within)
    some, page = leaf(request, found, _PAGE, say("proposals.title"), within)
    pairs = [pair_of(room, one) for one in some]
    groups = [(key, list(group)) for key, group in groupby(pairs, lambda pair: pair.register)]
    return room.page(
        "proposals.html", request, title=say("proposals.title"), active="proposals", groups=groups, count=page.total,
        within=within, counts=found.counts, page=page,
    )  # fmt: skip


def pair_of(room: Room, proposed: Any) -> Pair:
    """Return two rows that may be one as a page shows them."""
    register = spoken.register(proposed.register)
    rows = [room.record.row(proposed.register, side.row) for side in (proposed.a, proposed.b)]
    sides = [Told(row, slots_of(register, row, []), _first_words(room, row)) for row in rows]
    differing = frozenset(
        field.label for field in register.fields if rows[0].slots.get(field.name) != rows[1].slots.get(field.name)
    )
    return Pair(proposed, register, sides, differing)


def _first_words(room: Room, row: Row) -> dict[str, Any] | None:
    """Return the first quotation that a row rests on; None where it rests on none."""
    return next(iter(room.record.quotations(row.claims[:1])), None)


def _line(one: Any) -> list[Any]:
    return [one.register, one.reason, one.why, one.a.row, one.a.caption, one.b.row, one.b.caption]
