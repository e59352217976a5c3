"""Lists of what follows from all rows: some of it for people, more of it for programs, with the way to the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web.asking import MOST, require_page, whole
from muniment.desk.web.faults import wrong
from muniment.desk.web.room import Room
from muniment.facade.kept import Kept

__all__ = ["Pager", "chosen_part", "kept_data", "leaf", "pager"]


class Pager(msgspec.Struct, frozen=True):
    """A page of a list: where it begins, how many of how many it has, and the addresses of the pages beside it."""

    first: int
    last: int
    total: int
    previous: str
    following: str


def pager(request: Request, offset: int, limit: int, total: int, what: str) -> Pager:
    """Return the page of a list that begins after `offset` things, once it is sure that there is one.

    Raises:
        Unknown: it begins after the end.
    """
    require_page(total, offset, what)
    before = _at(request, max(0, offset - limit)) if offset else ""
    after = _at(request, offset + limit) if offset + limit < total else ""
    return Pager(offset + 1, min(offset + limit, total), total, before, after)


def leaf(request: Request, found: Kept[Any], most: int, what: str, part: str = "") -> tuple[list[Any], Pager]:
    """Return what stands on the page of a kept answer that is asked for, and the page.

    Args:
        request: `offset` says where the page begins.
        found: the answer.
        most: things on a page.
        what: a word for the things, for who asks for a page after the last.
        part: only this part of the answer; all of it where it is empty.

    Raises:
        Unknown: the page begins after the end.
    """
    offset = whole(request.query_params, "offset", 0)
    page = pager(request, offset, most, found.total(part), what)
    return found.some(offset, most, part), page


def _at(request: Request, offset: int, **more: int) -> str:
    asked = {name: value for name, value in request.query_params.items() if name not in ("offset", *more) and value}
    return "?" + urlencode({**asked, **({"offset": offset} if offset else {}), **more})


def chosen_part(request: Request, name: str, parts: Sequence[str], fault: str) -> str:
    """Return the part of an answer that an address asks for; empty for all.

    Raises:
        UsageError: there is no such part.
    """
    chosen = request.query_params.get(name, "")
    if chosen and chosen not in parts:
        raise wrong(fault, name, code=f"unknown-{name}", asked=repr(chosen[:40]), there=", ".join(parts))
    return chosen


def kept_data(  # noqa: PLR0913 - a list in the form asked for, and how its lines are made
    room: Room, request: Request, form: str, found: Kept[Any] | Sequence[Any], header: list[str],
    lines: Callable[[Any], list[list[Any]]], part: str = "",
) -> Response:  # fmt: skip
    """Return an answer for programs, at most `MOST` things of it at once; `Link` leads on.

    Args:
        room: where it is shown.
        request: what is asked; `limit` and `offset` choose a part of the list.
        form: `json`, `jsonl` or `csv`.
        found: all there is.
        header: names of the columns of a table.
        lines: gives the lines of a table that one thing takes.
        part: only this part of a kept answer; of all, in the order in which it was worked out, where it is empty.
    """
    limit = whole(request.query_params, "limit", MOST, MOST) or 1
    offset = whole(request.query_params, "offset", 0)
    if isinstance(found, Kept):
        some = found.some(offset, limit, part) if part else found.in_turn(offset, limit)
        total = found.total(part)
    else:
        some, total = list(found[offset : offset + limit]), len(found)
    answer = room.data(form, msgspec.to_builtins(some), (header, [line for one in some for line in lines(one)]))
    answer.headers["Muniment-Total"] = str(total)
    if offset + len(some) < total:
        after = f"{request.url.path}{_at(request, offset + len(some), limit=limit)}"
        answer.headers["Link"] = f'<{after}>; rel="next"'
    return answer
