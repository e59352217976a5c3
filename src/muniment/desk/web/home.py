"""The first page and the news: what came since the last visit, what is next, overdue, contradicted and quiet.

Where a visitor was is the position of the ledger's last entry that they have seen, kept in a cookie of this site; an
address with `since` asks for another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from muniment.desk.web import spoken
from muniment.desk.web.asking import as_of, form_of, require_known, require_local, require_page, whole
from muniment.desk.web.catalogue import say
from muniment.desk.web.lists import Line, lines_of
from muniment.desk.web.looks import KEPT_SECONDS
from muniment.desk.web.marks import Mark, marks_of
from muniment.desk.web.room import Room, room_of
from muniment.registers import Register
from muniment.registers.row import Row

if TYPE_CHECKING:
    from muniment.facade.kept import Kept
    from muniment.rules import Gap

__all__ = ["New", "home", "news", "see"]

_ACTS = ("meetings", "instruments", "operations", "awards", "tenures", "relations")
"""Registers whose newest rows the home page shows: those of things that happened on a day."""

_CONTRADICTING = ("contradiction", "tenures-overlap")
"""Kinds of gap in which pages contradict each other."""

_NEWEST = 8
_NEXT = 6
_FIRST = 4
_QUIET = 5
_PAGE = 100

_ENTRIES = 4_000
"""Entries that pages for people look at, the newest (judgement: 200 ms, measured 2026-11-23)."""


class New(msgspec.Struct, frozen=True):
    """A row that is new or changed, as the news show it."""

    register: Register
    row: str
    title: str
    date: str
    what: str
    marks: list[Mark]


def _since(request: Request) -> int | None:
    """Return the entry that a visitor has seen everything up to; None on a first visit."""
    if request.query_params.get("since"):
        return whole(request.query_params, "since", 0)
    kept = request.cookies.get("seen", "")
    return int(kept) if kept.isascii() and kept.isdigit() and len(kept) < 12 else None


def _told(room: Room, register: str, row: str, what: str) -> New:
    found = room.record.row(register, row)
    known = spoken.register(register)
    return New(known, row, known.caption(found.slots), known.date(found.slots), what, marks_of(found))


def _newest(room: Room, day: str) -> list[tuple[str, Line]]:
    """Return the newest rows of what happened up to a day, as date and line, last first."""
    found = []
    for name in _ACTS:
        register = spoken.register(name)
        rows = room.record.rows(
            name, where={"until": day}, sort="date", descending=True, limit=_NEWEST, total=False
        ).rows
        found += [(register.date(line.row.slots), line) for line in lines_of(register, rows)]
    return sorted((one for one in found if one[0]), key=lambda one: one[0], reverse=True)[:_NEWEST]


def _next_meetings(room: Room, day: str) -> list[Row]:
    """Return the meetings that begin on a day or later and are not called off, the first first."""
    found = room.record.rows("meetings", where={"since": day}, sort="date", limit=_NEXT * 3, total=False).rows
    return [row for row in found if row.slots.get("status") != "cancelled"][:_NEXT]


def _latest(gaps: Kept[Gap], *kinds: str) -> list[Gap]:
    """Return some gaps of some kinds, those open since the latest day first."""
    found = []
    for kind in kinds:
        many = gaps.counts.get(kind, 0)
        found += gaps.some(max(0, many - _FIRST), _FIRST, kind) if many else []
    return sorted(found, key=lambda gap: gap.since, reverse=True)[:_FIRST]


def home(request: Request) -> Response:
    """Return the first page; a first visit is remembered, so that the next can tell what is new since."""
    room, day = room_of(request), as_of(request)
    require_known(request, "as_of", "since")
    since = _since(request)
    found, quiet = room.record.kept_gaps(day), room.record.kept_quiet(day)
    count = found.counts
    fresh = room.news(since, _ENTRIES) if since is not None else None
    rows = [one for one in fresh.rows if one.what != "gone"][:_NEWEST] if fresh else []
    shown = [_told(room, one.register, one.row, one.what) for one in rows]
    others = {kind: number for kind, number in count.items() if kind not in ("overdue", *_CONTRADICTING)}
    meetings = lines_of(spoken.register("meetings"), _next_meetings(room, day or room.today()))
    newest = [] if shown else _newest(room, day or room.today())
    answer = room.page(
        "home.html", request, title=say("frame.product"), active="home", day=day, fresh=fresh, shown=shown,
        newest=newest, meetings=meetings, overdue=_latest(found, "overdue"), overdue_count=count.get("overdue", 0),
        contradictions=_latest(found, *_CONTRADICTING), others=others, gap_count=len(found),
        contradiction_count=sum(count.get(kind, 0) for kind in _CONTRADICTING), quiet=quiet.some(0, _QUIET),
        quiet_count=len(quiet), last_page=room.record.last_page(),
    )  # fmt: skip
    if since is None:
        _remember(answer, room)
    return answer


def _remember(answer: Response, room: Room, at: int | None = None) -> None:
    position = int(room.record.head().partition(":")[0]) if at is None else at
    answer.set_cookie("seen", str(position), max_age=KEPT_SECONDS, samesite="lax", httponly=True)


def see(request: Request) -> Response:
    """Keep how far a visitor has seen the ledger, and lead back."""
    require_known(request, "at", "back")
    back = require_local(request.query_params.get("back", "/"))
    answer = RedirectResponse(back, 303, {"Cache-Control": "no-store"})
    _remember(answer, room_of(request), whole(request.query_params, "at", 0))
    return answer


def news(request: Request) -> Response:
    """Return every row that is new, changed or gone since an entry, in the form asked for."""
    room = room_of(request)
    require_known(request, "since", "page", "limit", "offset")
    form = form_of(request, request.path_params.get("form", ""))
    found = room.news(_since(request) or 0, _ENTRIES if form == "html" else 5 * _ENTRIES)
    limit = whole(request.query_params, "limit", _PAGE, 10_000) or 1
    page = whole(request.query_params, "page", 1)
    offset = whole(request.query_params, "offset", max(page - 1, 0) * limit)
    rows = found.rows[offset : offset + limit]
    if form == "html":
        require_page(len(found.rows), offset, say("news.rows"))
        shown = [_told(room, one.register, one.row, one.what) for one in rows]
        return room.page(
            "news.html", request, title=say("news.title"), active="home", fresh=found, shown=shown,
            page=offset // limit + 1, pages=max(1, -(-len(found.rows) // limit)),
        )  # fmt: skip
    records: list[dict[str, Any]] = [
        {**msgspec.to_builtins(one), "title": _told(room, one.register, one.row, one.what).title} for one in rows
    ]
    header = ["register", "row", "what", "position", "entries", "title"]
    if form in ("csv", "jsonl"):
        return room.data(form, records, (header, [[one[name] for name in header] for one in records]))
    return room.data(form, {**msgspec.to_builtins(found), "total": len(found.rows), "offset": offset, "rows": records})
