"""Search: full text with what it finds in each register, by structure through a form, kept searches."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode

import msgspec
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from muniment.desk.web import spoken
from muniment.desk.web import words as worded
from muniment.desk.web.asking import form_of, require_known, require_local
from muniment.desk.web.catalogue import say
from muniment.desk.web.faults import wrong
from muniment.desk.web.looks import KEPT_SECONDS
from muniment.desk.web.marks import Mark, marks_of
from muniment.desk.web.room import Room, room_of
from muniment.registers import Field, Register
from muniment.registers.row import Row
from muniment.registers.spec import UNSORTED
from muniment.registers.tables import page_count

__all__ = ["Act", "Asked", "Facet", "Found", "Kept", "keep", "kept_of", "search", "slots_asked"]

_HITS = 60
_COUNTED = 1_000
"""Rows of one register whose values are counted beside the hits, those filed last (judgement)."""

_VALUES = 6
_OFFERED = 200
_KEPT = 20
"""Searches that are kept, the latest; a cookie holds no more than 4 KiB (RFC 6265, 6.1)."""

_OCTETS = 3_500


class Found(msgspec.Struct, frozen=True):
    """A hit: its address, title, date, marks, the words around those searched for, and how many pages tell of it."""

    register: Register
    row: str
    title: str
    date: str
    marks: list[Mark]
    snippet: Markup
    pages: int


class Act(msgspec.Struct, frozen=True):
    """An act that was found, and the pages found that tell of it."""

    found: Found
    pages: list[Found]


class Facet(msgspec.Struct, frozen=True):
    """A slot with its values among the rows found: value, label, count, and the list narrowed by it."""

    label: str
    values: list[tuple[str, int, str]]


class Asked(msgspec.Struct, frozen=True):
    """A slot that a register is asked by: its field and the values there are."""

    field: Field
    values: list[str]


class Kept(msgspec.Struct, frozen=True):
    """A kept search: what it is called, its address, and that of its feed."""

    label: str
    address: str
    feed: str


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


def _acts(room: Room, hits: Sequence[Any], words: str) -> tuple[list[Act], list[Found]]:
    """Return what was found by act, the best first: each with the pages found that tell of it, and the other pages."""
    rows = {(row.register, row.id): row for row in room.record.rows_of(hits)}
    acts: list[Act] = []
    told_on: dict[str, Act] = {}
    for hit in hits:
        if hit.register != "documents":
            row = rows[hit.register, hit.id]
            acts.append(Act(_told(hit, row, words), []))
            for telling in row.tellings:
                for document in telling.documents if telling.count else ():
                    told_on.setdefault(document, acts[-1])
    others: list[Found] = []
    for hit in hits:
        if hit.register == "documents":
            row = rows[hit.register, hit.id]
            documents = [document for telling in row.tellings for document in telling.documents]
            act = next((told_on[document] for document in documents if document in told_on), None)
            (act.pages if act is not None else others).append(_told(hit, row, words))
    return acts, others


def _told(hit: Any, row: Row, words: str) -> Found:
    known = spoken.register(hit.register)
    title, date = hit.title, known.date(row.slots)
    return Found(known, hit.id, title, date, marks_of(row), _marked(hit, words), page_count(row))


def _facets(room: Room, register: Register, words: str) -> list[Facet]:
    """Return the values of a register's slots among the rows with the words, most frequent first."""
    told, rows = room.record.values_with(register.name, words, _COUNTED)
    found = []
    for name in register.filters:
        field = register.field(name)
        if field.type in UNSORTED or name not in told:
            continue
        values = [
            (_label(field, value), count, f"/{register.name}?{urlencode({'words': words, name: value})}")
            for value, count in told[name][:_VALUES]
        ]
        if len(values) > 1 or values[0][1] < rows:
            found.append(Facet(field.label, values))
    return found


def _label(field: Field, value: str) -> str:
    return worded.plain(value) if field.type in worded.CLOSED_TYPES else value


def slots_asked(room: Room, register: Register, least: int = 1) -> list[Asked]:
    """Return the slots that a register can be asked by, those that lists are narrowed by first.

    Args:
        room: the record.
        register: the register.
        least: how many rows at least have a value that is offered.
    """
    slots = dict.fromkeys([*register.filters, *register.columns, *register.key])
    known = {field.name: field for field in register.fields if field.type not in UNSORTED}
    fields = [known[name] for name in slots if name in known]
    found = []
    for field in fields:
        if field.type != "date":
            told = room.record.values(register.name, field.name, _OFFERED)
            there = [value for value, rows in told if rows >= least]
            found.append(Asked(field, list(field.values) or there))
    return found


def search(request: Request) -> Response:
    """Return rows and pages with all the words, how many each register has, and the ways to narrow them."""
    room = room_of(request)
    require_known(request, "words", "register", "by")
    form = form_of(request, request.path_params.get("form", ""))
    words = request.query_params.get("words", "").strip()
    within, by = request.query_params.get("register", ""), request.query_params.get("by", "")
    register = spoken.register(within) if within else None
    found = room.record.searched(words, within or None, _HITS)
    acts, pages = _acts(room, found.hits, words)
    if form != "html":
        told_of = {page.row: f"{act.found.register.name}/{act.found.row}" for act in acts for page in act.pages}
        records = [{**msgspec.to_builtins(hit), "act": told_of.get(hit.id, "")} for hit in found.hits]
        header = ["register", "id", "title", "snippet", "act"]
        return room.data(form, records, (header, [[one[name] for name in header] for one in records]))
    asked = spoken.register(by) if by else None
    return room.page(
        "search.html", request, title=say("search.title"), active="search", search_words=words, within=within,
        acts=acts, pages=pages, found=len(found.hits), most=_HITS, counted=found.counted,
        counts={name: found.counts[name] for name in spoken.registers() if name in found.counts},
        facets=_facets(room, register, words) if register and words else [], kept=kept_of(request), by=asked,
        slots=slots_asked(room, asked) if asked else [],
    )  # fmt: skip


def kept_of(request: Request) -> list[Kept]:
    """Return the searches that a visitor kept, the latest first; what is no search of this site is passed over."""
    try:
        told = json.loads(unquote(request.cookies.get("searches", "")) or "[]")
    except ValueError:
        return []
    addresses = [one for one in told if isinstance(one, str)] if isinstance(told, list) else []
    return [_kept(one) for one in addresses[:_KEPT] if _is_search(one)]


def _is_search(address: str) -> bool:
    path = address.partition("?")[0]
    known = path == "/search" or (path[:1] == "/" and path[1:] in spoken.registers())
    return known and not re.search(r"[\x00-\x1f]", address)


def _kept(address: str) -> Kept:
    path, _, query = address.partition("?")
    asked = {name: value for name, value in parse_qsl(query) if name not in ("sort", "by")}
    name = asked.pop("register", path.removeprefix("/"))
    told = [f"“{value}”" if slot == "words" else value for slot, value in asked.items()]
    place = spoken.register(name).label if name in spoken.registers() else say("search.everywhere")
    return Kept(", ".join([*told, place]), address, f"{path}.atom" + (f"?{query}" if query else ""))


def keep(request: Request) -> Response:
    """Keep a search, or with `drop` forget it, in a cookie of this site, and lead to the searches kept.

    Raises:
        UsageError: it is no search of this site.
    """
    require_known(request, "search", "drop")
    address = require_local(request.query_params.get("search", "/"))
    if not _is_search(address):
        raise wrong("no-search", "search")
    kept = [one.address for one in kept_of(request) if one.address != address]
    if not request.query_params.get("drop"):
        kept = [address, *kept][:_KEPT]
    while kept and len(_cookie(kept)) > _OCTETS:
        kept.pop()
    answer = RedirectResponse("/search", 303, {"Cache-Control": "no-store"})
    answer.set_cookie("searches", _cookie(kept), max_age=KEPT_SECONDS, samesite="lax", httponly=True)
    return answer


def _cookie(kept: Sequence[str]) -> str:
    return quote(json.dumps(list(kept), separators=(",", ":")), safe="")
