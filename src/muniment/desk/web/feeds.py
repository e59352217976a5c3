"""What a search or a list finds as an Atom feed (RFC 4287), the rows last filed on first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlencode
from xml.etree.ElementTree import Element, SubElement, tostring

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.answers import HEAD_HEADER
from muniment.desk.web import spoken
from muniment.desk.web.asking import list_ask, require_known
from muniment.desk.web.catalogue import say
from muniment.desk.web.room import Room, room_of
from muniment.registers.row import Row

__all__ = ["MEDIA_TYPE", "Item", "feed_text", "listing", "search"]

MEDIA_TYPE = "application/atom+xml; charset=utf-8"

_ATOM = "http://www.w3.org/2005/Atom"

_ITEMS = 50
"""Entries of a feed at most (judgement: a reader asks every few hours)."""

_LOOKED_AT = 500
"""Rows that the newest are taken from, those of the latest dates."""


class Item(msgspec.Struct, frozen=True):
    """An entry of a feed: a lasting name, title, address, when it was begun and last filed on, and a line on it."""

    name: str
    title: str
    address: str
    published: str
    updated: str
    summary: str


def feed_text(title: str, address: str, page: str, items: Iterable[Item], updated: str) -> bytes:
    """Return a feed; `address` is its own, which names it, `page` is that of the same for people."""
    feed = Element("feed", {"xmlns": _ATOM})
    _told(feed, id=address, title=title, updated=updated)
    SubElement(feed, "link", {"rel": "self", "href": address, "type": "application/atom+xml"})
    SubElement(feed, "link", {"rel": "alternate", "href": page, "type": "text/html"})
    SubElement(SubElement(feed, "author"), "name").text = say("frame.product")
    for item in items:
        entry = SubElement(feed, "entry")
        _told(entry, id=item.name, title=item.title, updated=item.updated, published=item.published)
        SubElement(entry, "link", {"rel": "alternate", "href": item.address, "type": "text/html"})
        SubElement(entry, "summary").text = _plain(item.summary)
    made: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return made


def _told(parent: Element, **texts: str) -> None:
    for name, text in texts.items():
        SubElement(parent, name).text = _plain(text)


_NEVER = re.compile(r"[^\t\n\r -\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


def _plain(text: str) -> str:
    """Return a text without the characters that no XML may hold (XML 1.0, 2.2)."""
    return _NEVER.sub("", text)


def _position(row: Row) -> int:
    """Return the last entry that is known to have told of a row or decided on it."""
    return max([row.position, *(one.position for one in row.tellings), *row.judged])


def _filed(room: Room, position: int) -> str:
    return next((entry.filed_at for entry in room.record.entries(position - 1, 1)), "1970-01-01T00:00:00Z")


def _items(room: Room, rows: Iterable[Row], base: str) -> list[Item]:
    newest = sorted(rows, key=_position, reverse=True)[:_ITEMS]
    return [
        Item(
            f"urn:muniment:{row.register}:{row.id}", spoken.register(row.register).caption(row.slots),
            f"{base}/{row.register}/{row.id}", _filed(room, row.position), _filed(room, _position(row)),
            say("search.summary", thing=spoken.register(row.register).singular, count=row.claim_count),
        )
        for row in newest
    ]  # fmt: skip


def _answer(request: Request, title: str, rows: Iterable[Row], path: str, query: str) -> Response:
    room, base = room_of(request), str(request.base_url).rstrip("/")
    items = _items(room, rows, base)
    head = room.record.head()
    updated = max((item.updated for item in items), default=_filed(room, 1))
    asked = f"?{query}" if query else ""
    text = feed_text(title, f"{base}{path}.atom{asked}", f"{base}{path}{asked}", items, updated)
    return Response(text, headers={HEAD_HEADER: head}, media_type=MEDIA_TYPE)


def search(request: Request) -> Response:
    """Return what a search finds as a feed."""
    require_known(request, "words", "register", "by")
    room, words = room_of(request), request.query_params.get("words", "").strip()
    within = request.query_params.get("register", "")
    hits = room.record.search(words, spoken.register(within).name if within else None, _LOOKED_AT) if words else []
    rows = [room.record.row(hit.register, hit.id) for hit in hits]
    query = urlencode({name: value for name, value in (("words", words), ("register", within)) if value})
    return _answer(request, say("search.feed", words=words), rows, "/search", query)


def listing(request: Request) -> Response:
    """Return what a register's list holds as a feed."""
    register = spoken.register(request.path_params["register"])
    ask = list_ask(request, "json")
    found = room_of(request).record.rows(
        register.name, where=ask.where, words=ask.words, sort="date", descending=True, limit=_LOOKED_AT
    )
    title = ", ".join([register.label, *ask.where.values(), *([f"“{ask.words}”"] if ask.words else [])])
    return _answer(request, title, found.rows, f"/{register.name}", ask.query())
