"""How a row is cited: as text, BibTeX, RIS and CSL-JSON, with the hash of its content and the head of the ledger.

The content hash is the SHA-256 of the row as JSON in UTF-8, keys sorted, without white space: what `/REGISTER/ID.json`
gives without the evidence. Whoever has it can tell later whether the row still says the same.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.answers import HEAD_HEADER
from muniment.desk.web import spoken
from muniment.desk.web.asking import require_known
from muniment.desk.web.catalogue import say
from muniment.desk.web.faults import missing
from muniment.desk.web.room import room_of
from muniment.registers.row import Row
from muniment.terms import PartialDate

__all__ = ["FORMS", "Cited", "cite", "content_hash"]

_SOURCES = 3
"""Sources that a citation names; the row has all."""


class Cited(msgspec.Struct, frozen=True):
    """What a citation says of a row.

    Attributes:
        key: short name of the row, for reference managers.
        title: the row's title.
        kind: what sort of thing it is.
        register: its register's label.
        date: ISO 8601, as precise as known; empty where none is told.
        address: its permanent address.
        head: the ledger's head it was taken from.
        content: the content hash.
        seen: the day it was looked up, ISO 8601.
        sources: the first sources it rests on.
    """

    key: str
    title: str
    kind: str
    register: str
    date: str
    address: str
    head: str
    content: str
    seen: str
    sources: list[str]


def content_hash(row: Row) -> str:
    """Return the SHA-256 of what a row says, 64 hexadecimal digits."""
    return hashlib.sha256(msgspec.json.encode(row.record(), order="sorted")).hexdigest()


def _note(one: Cited) -> str:
    return say("cite.note", kind=one.kind, register=one.register, head=one.head, content=one.content)


def _text(one: Cited) -> str:
    sources = say("cite.sources", sources="; ".join(one.sources)) if one.sources else ""
    seen = say("cite.seen", day=one.seen)
    return f"{one.title}. {_note(one)} {one.address} ({seen}). {sources}".strip()


def _date_parts(date: str) -> list[int]:
    try:
        known = PartialDate.parse(date)
    except ValueError:
        return []
    return [part for part in (known.year, known.month, known.day) if part is not None]


def _bibtex(one: Cited) -> str:
    def escaped(text: str) -> str:
        return re.sub(r"([\\{}$&#_%~^])", lambda found: _TEX.get(found[1], "\\" + found[1]), text)

    parts = _date_parts(one.date)
    fields = {
        "title": f"{{{escaped(one.title)}}}", "howpublished": f"\\url{{{one.address}}}",
        "year": str(parts[0]) if parts else "", "month": str(parts[1]) if len(parts) > 1 else "",
        "note": escaped(_note(one)), "urldate": one.seen,
    }  # fmt: skip
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{one.key},", *lines, "}", ""])


_TEX = {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
"""Characters that TeX takes otherwise and a backslash does not make plain."""


def _ris(one: Cited) -> str:
    parts = _date_parts(one.date)
    told = [
        ("TY", "ELEC"), ("ID", one.key), ("TI", one.title), ("PY", f"{parts[0]:04}" if parts else ""),
        ("DA", "/".join(f"{part:02}" for part in parts)), ("UR", one.address), ("Y2", one.seen.replace("-", "/")),
        ("N1", _note(one)), *(("L2", source) for source in one.sources), ("ER", " "),
    ]  # fmt: skip
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in told if value)


def _csl(one: Cited) -> str:
    item: dict[str, Any] = {
        "id": one.key, "type": "webpage", "title": one.title, "genre": one.kind, "container-title": one.register,
        "URL": one.address, "accessed": {"date-parts": [_date_parts(one.seen)]}, "note": _note(one),
    }  # fmt: skip
    if parts := _date_parts(one.date):
        item["issued"] = {"date-parts": [parts]}
    return msgspec.json.format(msgspec.json.encode([item]), indent=2).decode("utf-8") + "\n"


FORMS: dict[str, tuple[Callable[[Cited], str], str]] = {
    "txt": (_text, "text/plain"),
    "bib": (_bibtex, "application/x-bibtex"),
    "ris": (_ris, "application/x-research-info-systems"),
    "csl": (_csl, "application/vnd.citationstyles.csl+json"),
}
"""Suffix -> what writes a citation, and its media type."""


def cite(request: Request) -> Response:
    """Return how a row is cited: every form on a page, or one of them by its suffix.

    Raises:
        Unknown: there is no such row, or it is cited in no such form.
    """
    require_known(request)
    room, form = room_of(request), request.path_params.get("form", "")
    register = spoken.register(request.path_params["register"])
    row = room.record.row(register.name, request.path_params["row"])
    address = f"{str(request.base_url).rstrip('/')}/{register.name}/{row.id}"
    told = Cited(
        key=f"muniment-{register.name}-{row.id}", title=register.caption(row.slots), kind=register.singular,
        register=register.label, date=register.date(row.slots), address=address, head=room.record.head(),
        content=content_hash(row), seen=room.today(), sources=list(row.sources[:_SOURCES]),
    )  # fmt: skip
    if form:
        if form not in FORMS:
            raise missing("unknown-form", request.url.path, asked=repr(form[:20]), there=", ".join(FORMS))
        write, media = FORMS[form]
        headers = {HEAD_HEADER: told.head, "Content-Disposition": f'inline; filename="{told.key}.{form}"'}
        return Response(write(told), headers=headers, media_type=f"{media}; charset=utf-8")
    forms = [(suffix, write(told)) for suffix, (write, _) in FORMS.items()]
    title = say("cite.title")
    return room.page(
        "cite.html", request, title=title, active=register.name, register=register, row=row, told=told, forms=forms
    )
