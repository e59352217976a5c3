"""The ledger of promises: what became of each commitment, in the words of the pages that made and kept it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web.asking import as_of, form_of, require_known
from muniment.desk.web.catalogue import say
from muniment.desk.web.kept import chosen_part, kept_data, leaf
from muniment.desk.web.room import Room, room_of
from muniment.registers.bearing import Found
from muniment.registers.promises import Promise
from muniment.rules.promises import STATUSES

__all__ = ["CSV_COLUMNS", "Shown", "outcome_of", "promises", "shown"]

CSV_COLUMNS = [
    "row", "status", "days", "due", "made_on", "actor", "given_by", "kind", "text", "attributed_to",
    "because", "borne_out_by", "perhaps", "pages", "pages_not_read", "register",
]  # fmt: skip
"""Columns of the list as CSV."""

_PAGE = 40
"""Promises on one page of the list."""


class Sign(msgspec.Struct, frozen=True):
    """Something that bears on a promise: what it tells, and the words of the page that tells it."""

    found: Found
    quotes: list[dict[str, Any]]


class Shown(msgspec.Struct, frozen=True):
    """A promise as a page shows it: the promise, its own words, what bears it out, what may, and what people judged."""

    promise: Promise
    words: list[dict[str, Any]]
    proofs: list[Sign]
    changes: list[Sign]
    perhaps: list[Sign]
    guidelines: list[Any]
    scores: list[Any]


def promises(request: Request) -> Response:
    """Return what became of every commitment on a day."""
    require_known(request, "as_of", "status", "limit", "offset")
    room, day = room_of(request), as_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    status = chosen_part(request, "status", list(STATUSES), "no-such-promise")
    found = room.record.kept_promises(day)
    if form != "html":
        return kept_data(room, request, form, found, CSV_COLUMNS, lambda one: [_line(one)], status)
    some, page = leaf(request, found, _PAGE, say("promises.title"), status)
    return room.page(
        "promises.html", request, title=say("promises.title"), active="promises", day=day, chosen=status,
        statuses=list(STATUSES), counts=found.counts, page=page, lines=shown(room, some),
    )  # fmt: skip


def shown(room: Room, found: Sequence[Promise]) -> list[Shown]:
    """Return promises as a page shows them, with the words of every page that bears on them."""
    judged = room.record.judged_promises()

    def signs(many: Sequence[Found]) -> list[Sign]:
        return [Sign(one, room.record.quotations(one.claims[:1])[:1]) for one in many]

    lines = []
    for one in found:
        lines.append(
            Shown(
                promise=one, words=room.record.quotations(one.claims[:1])[:1], proofs=signs(one.proofs),
                changes=signs(one.changes), perhaps=signs(one.perhaps),
                guidelines=[each for each in judged.guidelines if each.commitment == one.row],
                scores=[each for each in judged.scores if each.commitment == one.row],
            )
        )  # fmt: skip
    return lines


def outcome_of(room: Room, row: str, day: str | None) -> Shown | None:
    """Return what became of a row's commitment by a day, today where it is None; None where none was told by then."""
    found = room.record.kept_promises(day).about(row)
    return shown(room, found)[0] if found else None


def _line(one: Promise) -> list[Any]:
    signs = ["; ".join(f"{found.text} ({found.date})" for found in each)
             for each in ((*one.proofs, *one.changes), one.perhaps)]  # fmt: skip
    cells = [
        one.row,
        one.status,
        one.days,
        one.due,
        one.made_on,
        "; ".join(one.actor),
        "; ".join(one.given_by),
        one.kind,
    ]
    return [*cells, one.text, one.attributed_to, one.because, *signs, one.pages, one.pages_not_read, one.register]
