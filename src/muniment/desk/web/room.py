"""The room the pages are shown from: the record, the templates, and what is dear to work out and kept for one head."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from copy import copy
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast
from urllib.parse import quote, urlencode, urlsplit

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from muniment import __version__
from muniment.desk.answers import HEAD_HEADER
from muniment.desk.exports import csv_text
from muniment.desk.limits import Gate, client_of
from muniment.desk.web import words
from muniment.desk.web.catalogue import SPOKEN, amount, form, keys, languages, say, table
from muniment.desk.web.looks import back_of, theme_of
from muniment.desk.web.navigation import RECORD, beside, top
from muniment.desk.web.spoken import registers
from muniment.desk.web.then import address_now, kept_then
from muniment.errors import MunimentError
from muniment.facade import Record
from muniment.facade.renewing import LAGS
from muniment.registers.values import cell, shortened
from muniment.terms.reading import share

if TYPE_CHECKING:
    from muniment.registers.network import Network

__all__ = ["Room", "gap_name", "gate_of", "room_now", "room_of"]

_KEPT = 16
"""Things worked out that are kept at once."""

_FRESH_SECONDS = 60.0
"""How long they are kept: today's gaps and pages that failed change without the ledger growing."""

Thing = TypeVar("Thing")

_MEDIA = {"json": "application/json", "jsonl": "application/x-ndjson", "csv": "text/csv; charset=utf-8"}


class Room:
    """A record open for showing.

    Args:
        record: an open record, or the file of one.

    Raises:
        LedgerError: it is no record, or cannot be read.
    """

    def __init__(self, record: Record | str | Path) -> None:
        """Open the record, where it is not."""
        self.record = record if isinstance(record, Record) else Record.open(record)
        self._kept: dict[tuple[str, str, str | None], tuple[object, float]] = {}
        self._guard = threading.Lock()

    def at(self, known_at: str) -> Room:
        """Return the room with the record as it was known then.

        Raises:
            UsageError: `known_at` names no state of the record.
            Unknown: the ledger has another hash at that position.
        """
        assert self.templates  # noqa: S101 - made once, for every state
        then = copy(self)
        then.record = self.record.at(known_at)
        return then

    @cached_property
    def templates(self) -> Environment:
        """The page templates; everything in them is escaped unless this package made it."""
        made = Environment(
            loader=PackageLoader("muniment.desk.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
            lstrip_blocks=True,
        )  # fmt: skip
        made.filters |= {
            "date": words.date, "plain": words.plain, "covered": words.covered, "shortened": shortened,
            "quoted": lambda text: quote(text, ""),
            "linkable": linkable, "amount": amount, "cell": cell, "query": urlencode,
            "short": lambda text: text[:12], "flat": lambda text: " ".join(str(text).split()),
            "counted": counted, "sourced": sourced,
            "share": share, "sum_of": lambda groups: sum(len(names) for _, names in groups), "gap_name": gap_name,
            "plain_code": lambda text: text.replace("`", ""),
            "gap_meaning": lambda kind: table("gaps.kind").get(f"{kind}.meaning", ""),
        }  # fmt: skip
        made.globals |= {
            "version": __version__, "say": say, "sections": top(),
            "beside": beside, "record_pages": RECORD,
            "spoken": [(name, str(keys(name)["frame.own_name"])) for name in languages()],
        }  # fmt: skip
        return made

    def coverage(self) -> Any:
        """Return what the record covers, as `Record.status` does."""
        return self.once(("coverage", None), self.record.status)

    def network(self, since: str, until: str) -> Network:
        """Return who met whom between two dates, one of which may be empty."""
        return self.once(("network", f"{since}..{until}"), lambda: self.record.network(since=since, until=until))

    def news(self, since: int, most: int) -> Any:
        """Return what came after an entry of the ledger, of at most so many entries, the newest."""
        return self.once(("news", f"{since} {most}"), lambda: self.record.news(since, most))

    def today(self) -> str:
        """Return today's date, ISO 8601, as the record's clock has it."""
        return self.record.today()

    def once(self, what: tuple[str, str | None], make: Callable[[], Thing]) -> Thing:
        """Return what was worked out for the head that stands, or work it out; each is kept a minute at most."""
        key, now = (self.record.known_at or self.record.head(), *what), time.monotonic()
        with self._guard:
            made, until = self._kept.get(key, (None, now))
        if now < until:
            return cast("Thing", made)
        lags = len(LAGS.get() or ())
        thing = make()
        if len(LAGS.get() or ()) > lags:
            return thing  # not that of this head: the next who asks may be given it
        with self._guard:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[key] = (thing, now + _FRESH_SECONDS)
        return thing

    def page(self, template: str, request: Request, status: int = 200, **shown: Any) -> Response:
        """Return a page for people; the coverage line and the head stand on every one."""
        coverage = self.coverage()
        made = self.templates.get_template(template)
        frame = {**_frame(request), "coverage": coverage, "now": address_now(request) if coverage.known_at else ""}
        frame["lag"] = min(LAGS.get() or (), key=lambda one: one.position, default=None)
        text = made.render(**{**frame, **shown})
        if coverage.known_at:
            text = kept_then(text, request.query_params["known_at"])
        headers = {"Content-Language": SPOKEN.get(), "Vary": "Accept, Accept-Language, Cookie"}
        return HTMLResponse(text, status, {HEAD_HEADER: coverage.head, **headers})

    def data(self, form: str, records: Any, table: tuple[list[str], list[list[Any]]] | None = None) -> Response:
        """Return an answer for programs; `records` as JSON or, of a list, as JSON Lines, `table` as CSV."""
        headers = {HEAD_HEADER: self.record.head(), "Vary": "Accept"}
        if form == "csv":
            header, rows = table or ([], [])
            return Response(csv_text([header, *rows]), headers=headers, media_type=_MEDIA[form])
        if form == "jsonl":
            lines = b"".join(msgspec.json.encode(one) + b"\n" for one in records)
            return Response(lines, headers=headers, media_type=_MEDIA[form])
        return Response(msgspec.json.encode(records), headers=headers, media_type=_MEDIA["json"])

    def error(self, error: MunimentError, request: Request, form: str, status: int) -> Response:
        """Return an error: for people a line and what to do next, for programs the one JSON body."""
        if form != "html":
            return Response(msgspec.json.encode(error.record()), status, media_type=_MEDIA["json"])
        made = self.templates.get_template("error.html")
        shown = {**_frame(request), "title": say("frame.not_shown")}
        return HTMLResponse(made.render(error=error, status=status, **shown), status)


def _frame(request: Request) -> dict[str, Any]:
    """Return what the frame of every page needs, and a page may say otherwise."""
    return {
        "path": request.url.path, "back": back_of(request), "theme": theme_of(request), "language": SPOKEN.get(),
        "coverage": None, "lag": None, "search_words": "", "active": "", "now": "", "reviewing": _reviews(request),
        "registers": registers(),
    }  # fmt: skip


def _reviews(request: Request) -> bool:
    """Whether the visitor is the reviewer, to whom the queue is shown in the navigation."""
    desk = getattr(request.app.state, "review", None)
    return bool(desk and desk.knows(request.cookies.get("review", "")))


def room_now(request: Request) -> Room:
    """Return the room with the record as it is known now."""
    room = request.app.state.room
    assert isinstance(room, Room)  # noqa: S101 - set where the application is made
    return room


def gate_of(request: Request) -> Gate:
    """Return what stands before the record: how much a visitor may ask for."""
    gate = request.app.state.gate
    assert isinstance(gate, Gate)  # noqa: S101 - set where the application is made
    return gate


def room_of(request: Request) -> Room:
    """Return the room a request is for: with `known_at`, of the record as it was known then.

    Raises:
        UsageError: `known_at` names no state of the record.
        TooMany: the visitor asks too often for states that have to be made again.
        Unknown: the ledger has another hash at that position.
    """
    known_at = request.query_params.get("known_at", "").strip()
    room = room_now(request)
    if not known_at:
        return room
    if not room.record.keeps(known_at):
        gate_of(request).admit_replay(client_of(request))
    return room.at(known_at)


def linkable(source: str) -> bool:
    """Whether a source is an address on the web that a page may link to."""
    if not source.startswith(("http://", "https://")):
        return False
    try:
        return bool(urlsplit(source).hostname)
    except ValueError:
        return False


def gap_name(kind: str) -> str:
    """Return what a kind of gap is called; one that has no name is called by its own."""
    return table("gaps.kind").get(f"{kind}.name") or kind.replace("-", " ").capitalize()


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 page", "24 pages"."""
    return f"{amount(number)} {one if form(number) == 'one' else many or one + 's'}"


def sourced(claim: Mapping[str, Any]) -> str:
    """Return where a claim comes from, for people: a page's source, a profile's line, a person's decision."""
    source = str(claim["source"])
    if claim.get("origin") == "profile" or source.startswith("profile:"):
        name, _, line = source.removeprefix("profile:").partition("#")
        return say("row.source.profile_line", name=name, line=line) if line else say("row.source.profile", name=name)
    if source.startswith("decision:"):
        return say("row.source.decision", entry=source.removeprefix("decision:"))
    return source
