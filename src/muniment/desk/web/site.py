"""The site: addresses, security headers, and what an error looks like."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from muniment.desk.answers import SECURITY, Secured, headers_of, refusal, status_of
from muniment.desk.limits import Gate, Limited
from muniment.desk.web import (
    agenda,
    citing,
    disputes,
    dossiers,
    doubts,
    feeds,
    home,
    lists,
    looking,
    looks,
    maps,
    names,
    networks,
    pages,
    practice,
    proofs,
    quoting,
    reading,
    review,
    rows,
    searching,
    sources,
    sql,
    tongues,
    treaties,
    trends,
    versions,
    whatif,
)
from muniment.desk.web.asking import FORMS, named
from muniment.desk.web.catalogue import SPOKEN, negotiated
from muniment.desk.web.room import Room, room_now
from muniment.errors import MunimentError
from muniment.facade.renewing import LAGS

__all__ = ["application"]


class _Spoken:
    """Speaks the language that a visitor chose or their browser asks for, where the site has words in it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            asked = HTTPConnection(scope)
            SPOKEN.set(negotiated(asked.headers.get("accept-language", ""), asked.cookies.get("language", "")))
        await self.app(scope, receive, send)


class _ForPeople:
    """Lets pages for people show an answer that lags behind the ledger while it is worked out anew; programs wait."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            LAGS.set([] if _is_for_people(HTTPConnection(scope)) else None)
        await self.app(scope, receive, send)


def _is_for_people(asked: HTTPConnection) -> bool:
    """Whether a page is asked for: nothing in the address names another form, and HTML is taken."""
    plain = "." not in asked.url.path.rpartition("/")[2] and not asked.query_params.get("format")
    return plain and "text/html" in asked.headers.get("accept", "")


def application(path: str | Path, reviewer: str = "", gate: Gate | None = None) -> Starlette:
    """Return the web pages of the record in a file.

    Args:
        path: the record's file.
        reviewer: who may review claims on this machine, by the address `state.review.address`; nobody, where empty.
        gate: how much a visitor may ask for; any number of things where None.

    Raises:
        LedgerError: there is no such file, or it is no record of ours.
        TooNew: a later version wrote it.
    """
    room, gate = Room(path), gate or Gate()

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        room.record.close()

    app = Starlette(
        routes=[*(review.routes() if reviewer else ()), *_routes()], lifespan=lifespan,
        middleware=[
            Middleware(Secured), Middleware(_Spoken), Middleware(_ForPeople),
            Middleware(Limited, gate=gate, refuse=_told),
        ],
        exception_handlers={MunimentError: _told, HTTPException: _refused, Exception: _failed},
    )  # fmt: skip
    app.state.room, app.state.gate = room, gate
    app.state.review = review.Desk(reviewer) if reviewer else None
    return app


def _routes() -> list[Route | Mount]:
    in_forms = [
        ("/registers", looking.registers), ("/names", names.name), ("/news", home.news), ("/calendar", agenda.agenda),
        ("/search", searching.search), ("/gaps", looking.gaps), ("/unread", looking.unread),
        ("/contradictions", disputes.contradictions), ("/proposals", doubts.proposals),
        ("/treaties", treaties.treaties), ("/network", networks.network), ("/trends", trends.trends),
        ("/map", maps.places), ("/sql", sql.sql),
        *practice.PLACES,
        ("/status", looking.status), ("/sources", sources.sources),
        ("/about", looking.about), ("/pages/{document}", pages.page), ("/pages/{document}/reading", reading.reading),
        ("/pages/{document}/versions", versions.versions), ("/pages/{document}/languages", tongues.tongues),
        ("/claims/{claim}", rows.claim),
        ("/{register}/{row}/proof", proofs.proof), ("/instruments/{row}/whatif", whatif.whatif),
    ]  # fmt: skip
    return [
        Route("/", home.home),
        Mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static"),
        Route("/favicon.ico", _no_icon),
        Route("/search.atom", feeds.search),
        Route("/search/keep", searching.keep),
        Route("/{register}.atom", feeds.listing),
        Route("/{register}/{row}/dossier.{form}", dossiers.dossier),
        Route("/{register}/{row}/dossier", dossiers.dossier),
        Route("/{register}/{row}/cite", citing.cite),
        Route("/{register}/{row}/cite.{form}", citing.cite),
        Route("/claims/{claim}/quote", quoting.quote),
        Route("/claims/{claim}/quote.{form}", quoting.quote),
        Route("/calendar.ics", agenda.subscription),
        Route("/theme", looks.choose_theme),
        Route("/language", looks.choose_language),
        Route("/seen", home.see),
        Route("/pages", pages.by_source),
        Route("/pages/{document}/original", pages.original),
        *(Route(path, endpoint) for path, endpoint in practice.OWN),
        *(Route(path + ".{form}", endpoint) for path, endpoint in in_forms),
        *(Route(path, endpoint) for path, endpoint in in_forms),
        Route("/schema/{register}.json", lists.schema),
        Route("/{register}", lists.listing),
        Route("/{register}/{row}", rows.row),
    ]


def _asked_form(request: Request) -> str:
    """Return the form an answer to an address that failed is wanted in; a bad form itself is told to people."""
    suffix = named(request.url.path)[1]
    asked = suffix or request.query_params.get("format", "")
    if asked in FORMS:
        return asked
    accepted = request.headers.get("accept", "")
    return "json" if "json" in accepted and "text/html" not in accepted else "html"


def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, MunimentError)  # noqa: S101 - registered for that class
    status = 403 if error.code in review.SHUT else status_of(error)
    answer = room_now(request).error(error, request, _asked_form(request), status)
    answer.headers.update(headers_of(error))
    return answer


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for that class
    hint = "The registers stand at the top; search finds rows and pages by their words."
    told = refusal(error, request.url.path, hint)
    answer = room_now(request).error(told, request, _asked_form(request), error.status_code)
    answer.headers.update(error.headers or {})
    return answer


def _failed(request: Request, error: Exception) -> Response:
    return PlainTextResponse("Muniment failed to show this; the record is unharmed.", 500, dict(SECURITY))


def _no_icon(request: Request) -> Response:
    return Response(status_code=204)
