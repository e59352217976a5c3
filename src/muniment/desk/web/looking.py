"""The pages about the whole: home, search, what is open, what is unread, what is covered, what is taken as fact."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any

import msgspec
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web.asking import as_of, form_of, require_known, require_page, whole
from muniment.desk.web.facts import SECTIONS, TITLE, markdown
from muniment.desk.web.lists import Line, lines_of
from muniment.desk.web.marks import Mark, marks_of
from muniment.desk.web.room import Room, room_of
from muniment.registers import REGISTERS, Register
from muniment.registers import register as register_named
from muniment.terms.reading import SET_ASIDE_REASONS

__all__ = ["GAPS", "about", "gaps", "home", "search", "status", "unread"]

GAPS: dict[str, tuple[str, str]] = {
    "overdue": ("Overdue", "Due before the day looked from; no page tells that it was done."),
    "announced-never-reported": ("Announced, never reported", "The day has passed; no page tells that it was held."),
    "postponed-never-reported": ("Postponed, never reported", "No page tells of a new day, or that it was held."),
    "outcome-unknown": ("Outcome unknown", "Planned for a day that has passed; no page tells what came of it."),
    "ratification-missing": ("Not ratified by all", "Members of which no page tells that they ratified."),
    "deposit-missing": ("Ratified, not deposited", "Only the deposit binds; no page tells of it."),
    "not-registered": ("Not registered", "In force; no page tells of registration with the United Nations."),
    "contradiction": ("Pages disagree", "Pages give different values for one thing."),
    "tenures-overlap": ("Two in one office", "Two people are told to hold one office at one time."),
    "office-vacant": ("Nobody in office", "No holder is told of for a stretch of time."),
}
"""Kind of gap -> what it is called and what it means; kinds not listed are called by their own name."""


_NEWEST = 8
_OPEN = 6
_HITS = 60
_UNREAD = 100

_ACTS = ("meetings", "instruments", "operations", "awards", "tenures", "relations")
"""Registers whose newest rows the home page shows: those of things that happened on a day."""


def _newest(room: Room) -> list[tuple[str, Line]]:
    """Return the newest rows of what happened, as date and line, last first."""
    found = []
    for name in _ACTS:
        register = REGISTERS[name]
        rows = room.record.rows(name, sort="date", descending=True, limit=_NEWEST).rows
        found += [(register.date(line.row.slots), line) for line in lines_of(register, rows)]
    return sorted((one for one in found if one[0]), key=lambda one: one[0], reverse=True)[:_NEWEST]


def home(request: Request) -> Response:
    """Return the first page: counts, the newest, what is open, what is covered."""
    room, day = room_of(request), as_of(request)
    documents = room.record.rows("documents", sort="date", descending=True, limit=_NEWEST).rows
    found = room.gaps(day)
    kinds = Counter(gap.kind for gap in found)
    first = [next(gap for gap in found if gap.kind == kind) for kind in kinds]
    return room.page(
        "home.html", request, title="Muniment", newest=_newest(room), day=day, kinds=kinds, gap_names=GAPS,
        documents=lines_of(REGISTERS["documents"], documents), gaps=first[:_OPEN], gap_count=len(found),
    )  # fmt: skip


def _marked(hit: Any, words: str) -> Markup:
    """Return a hit's snippet with the words searched for marked; empty where it only says the title again."""
    snippet = " ".join(hit.snippet.replace(hit.title, " ").split())
    wanted = "|".join(re.escape(word) for word in re.findall(r"\w+", words))
    if not wanted:
        return escape(snippet)
    cut = re.split(rf"(\b(?:{wanted})\w*)", snippet, flags=re.IGNORECASE)
    if len(cut) == 1:
        return Markup("")
    return Markup("").join(Markup("<mark>{}</mark>").format(p) if n % 2 else escape(p) for n, p in enumerate(cut))


def _found(room: Room, hits: Sequence[Any], words: str) -> list[tuple[Register, list[tuple[Any, list[Mark], Markup]]]]:
    """Return hits by register, pages last, each with its marks and its snippet."""
    order = [*(name for name in REGISTERS if name != "documents"), "documents"]
    ordered = sorted(hits, key=lambda hit: order.index(hit.register))
    return [
        (REGISTERS[name], [(hit, marks_of(room.record.row(name, hit.id)), _marked(hit, words)) for hit in group])
        for name, group in groupby(ordered, key=lambda hit: hit.register)
    ]


def search(request: Request) -> Response:
    """Return rows and pages with all the words."""
    room = room_of(request)
    require_known(request, "words", "register")
    form = form_of(request, request.path_params.get("form", ""))
    words = request.query_params.get("words", "").strip()
    within = request.query_params.get("register", "")
    if within:
        register_named(within)
    hits = room.record.search(words, within or None, _HITS) if words else []
    if form != "html":
        table = [[hit.register, hit.id, hit.title, hit.snippet] for hit in hits]
        return room.data(form, msgspec.to_builtins(hits), (["register", "id", "title", "snippet"], table))
    return room.page(
        "search.html", request, title="Search", active="search", search_words=words, within=within,
        groups=_found(room, hits, words), found=len(hits), most=_HITS,
    )  # fmt: skip


def gaps(request: Request) -> Response:
    """Return what the record leaves open on a day."""
    require_known(request, "as_of")
    room, day = room_of(request), as_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    found = room.gaps(day)
    if form != "html":
        header = ["kind", "register", "row", "since", "text", "rule_source"]
        table = [[getattr(gap, name) for name in header] for gap in found]
        return room.data(form, msgspec.to_builtins(found), (header, table))
    order = {kind: place for place, kind in enumerate(GAPS)}
    ordered = sorted(found, key=lambda gap: (order.get(gap.kind, len(order)), gap.kind, gap.since))
    groups = [(kind, list(group)) for kind, group in groupby(ordered, key=lambda gap: gap.kind)]
    return room.page(
        "gaps.html", request, title="What is open", active="gaps", day=day, groups=groups, gap_names=GAPS,
        count=len(found),
    )  # fmt: skip


def unread(request: Request) -> Response:
    """Return sentences that no rule read or set aside, a page of them at a time."""
    room = room_of(request)
    require_known(request, "limit", "offset")
    form = form_of(request, request.path_params.get("form", ""))
    limit = whole(request.query_params, "limit", _UNREAD, 10_000)
    offset = whole(request.query_params, "offset", 0)
    found = room.record.unread(limit, offset)
    if form != "html":
        header = ["source", "document", "start", "end", "text"]
        table: list[list[Any]] = [[getattr(one, name) for name in header] for one in found]
        return room.data(form, msgspec.to_builtins(found), (header, table))
    require_page(room.coverage().unread, offset, "unread sentences")
    groups = [(key, list(group)) for key, group in groupby(found, key=lambda one: (one.source, one.document))]
    return room.page(
        "unread.html", request, title="Unread sentences", active="unread", groups=groups, offset=offset, limit=limit,
        shown=len(found),
    )  # fmt: skip


def status(request: Request) -> Response:
    """Return what the record covers."""
    room = room_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    coverage = room.record.status()
    if form != "html":
        record = {**msgspec.to_builtins(coverage), "line": coverage.line()}
        return room.data("json", record)
    return room.page(
        "status.html", request, title="What is covered", active="status", coverage=coverage, reasons=SET_ASIDE_REASONS
    )


def about(request: Request) -> Response:
    """Return what is taken as fact, what is only attributed, and what cannot be known."""
    room = room_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    if form != "html":
        return room.data("json", {"text": markdown()})
    return room.page(
        "about.html", request, title="What is fact here", active="about", sections=SECTIONS, facts_title=TITLE
    )
