"""Search: full text with what it finds in each register, by structure through a form, kept searches."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode

import msgspec
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from muniment.desk.web import words as worded
from muniment.desk.web.asking import form_of, require_known, require_local
from muniment.desk.web.catalogue import say
from muniment.desk.web.marks import Mark, marks_of
from muniment.desk.web.room import Room, room_of
from muniment.errors import UsageError
from muniment.registers import REGISTERS, Field, Register
from muniment.registers import register as register_named
from muniment.registers.tables import page_count

__all__ = ["Asked", "Facet", "Found", "Kept", "keep", "kept_of", "search"]

_HITS = 60
_COUNTED = 1_000
"""Rows of one register whose values are counted beside the hits, those filed last (judgement)."""

_VALUES = 6
_OFFERED = 200
_KEPT = 20
"""Searches that are kept, the latest; a cookie holds no more than 4 KiB (RFC 6265, 6.1)."""

_OCTETS = 3_500
_YEAR = 365 * 24 * 60 * 60

_ORDER = (*(name for name in REGISTERS if name != "documents"), "documents")


class Found(msgspec.Struct, frozen=True):
    """A hit: its address, title, date, marks, the words around those searched for, and how many pages tell of it."""

    register: Register
    row: str
    title: str
    date: str
    marks: list[Mark]
    snippet: Markup
    pages: int


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


def _found(room: Room, hits: Sequence[Any], words: str) -> list[tuple[Register, list[Found]]]:
    """Return hits by register, pages last."""
    told = []
    for hit in sorted(hits, key=lambda hit: _ORDER.index(hit.register)):
        row, known = room.record.row(hit.register, hit.id), REGISTERS[hit.register]
        date = known.date(row.slots)
        told.append(Found(known, hit.id, hit.title, date, marks_of(row), _marked(hit, words), page_count(row)))
    return [(register, list(group)) for register, group in groupby(told, key=lambda one: one.register)]


def _facets(room: Room, register: Register, words: str) -> list[Facet]:
    """Return the values of a register's slots among the rows with the words, most frequent first."""
    told, rows = room.record.values_with(register.name, words, _COUNTED)
    found = []
    for name in register.filters:
        field = register.field(name)
        if field.type in worded.UNSORTED or name not in told:
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


def _structure(room: Room, register: Register) -> list[Asked]:
    """Return the slots that a register can be asked by, those that lists are narrowed by first."""
    slots = dict.fromkeys([*register.filters, *register.columns, *register.key])
    fields = [field for name in slots if (field := register.field(name)).type not in worded.UNSORTED]
    found = []
    for field in fields:
        if field.type not in ("date", "actions"):
            there = [value for value, _ in room.record.values(register.name, field.name, _OFFERED)]
            found.append(Asked(field, list(field.values) or there))
    return found


def _counts(room: Room, words: str) -> tuple[dict[str, int], int]:
    """Return how many rows of each register have the words, and how many were counted where more have them.

    Documents count by their text, as far as shown.
    """
    told, counted = room.record.counts_with(words)
    counts = {name: told.get(name, 0) for name in REGISTERS}
    counts["documents"] = len(room.record.search(words, "documents", _HITS))
    return {name: count for name, count in counts.items() if count}, counted


def search(request: Request) -> Response:
    """Return rows and pages with all the words, how many each register has, and the ways to narrow them."""
    room = room_of(request)
    require_known(request, "words", "register", "by")
    form = form_of(request, request.path_params.get("form", ""))
    words = request.query_params.get("words", "").strip()
    within, by = request.query_params.get("register", ""), request.query_params.get("by", "")
    register = register_named(within) if within else None
    hits = room.record.search(words, within or None, _HITS) if words else []
    if form != "html":
        table = [[hit.register, hit.id, hit.title, hit.snippet] for hit in hits]
        return room.data(form, msgspec.to_builtins(hits), (["register", "id", "title", "snippet"], table))
    counts, counted = _counts(room, words) if words else ({}, 0)
    asked = register_named(by) if by else None
    return room.page(
        "search.html", request, title=say("search.title"), active="search", search_words=words, within=within,
        groups=_found(room, hits, words), found=len(hits), most=_HITS, counts=counts, counted=counted,
        facets=_facets(room, register, words) if register and words else [], kept=kept_of(request), by=asked,
        slots=_structure(room, asked) if asked else [],
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
    known = path == "/search" or (path[:1] == "/" and path[1:] in REGISTERS)
    return known and not re.search(r"[\x00-\x1f]", address)


def _kept(address: str) -> Kept:
    path, _, query = address.partition("?")
    asked = {name: value for name, value in parse_qsl(query) if name not in ("sort", "by")}
    name = asked.pop("register", path.removeprefix("/"))
    told = [f"“{value}”" if slot == "words" else value for slot, value in asked.items()]
    place = REGISTERS[name].label if name in REGISTERS else say("search.everywhere")
    return Kept(", ".join([*told, place]), address, f"{path}.atom" + (f"?{query}" if query else ""))


def keep(request: Request) -> Response:
    """Keep a search, or with `drop` forget it, in a cookie of this site, and lead to the searches kept.

    Raises:
        UsageError: it is no search of this site.
    """
    require_known(request, "search", "drop")
    address = require_local(request.query_params.get("search", "/"))
    if not _is_search(address):
        raise UsageError(
            "that is no search", code="no-search", where="search", hint="Keep a search or a list of a register."
        )
    kept = [one.address for one in kept_of(request) if one.address != address]
    if not request.query_params.get("drop"):
        kept = [address, *kept][:_KEPT]
    while kept and len(_cookie(kept)) > _OCTETS:
        kept.pop()
    answer = RedirectResponse("/search", 303, {"Cache-Control": "no-store"})
    answer.set_cookie("searches", _cookie(kept), max_age=_YEAR, samesite="lax", httponly=True)
    return answer


def _cookie(kept: Sequence[str]) -> str:
    return quote(json.dumps(list(kept), separators=(",", ":")), safe="")
