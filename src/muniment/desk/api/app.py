"""The application: its routes, its errors, its description."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import msgspec
from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from muniment.desk.answers import Secured, headers_of, refusal, status_of
from muniment.desk.api.practice import add_practice
from muniment.desk.api.questions import add_questions
from muniment.desk.api.registers import add_registers
from muniment.desk.api.shapes import components
from muniment.desk.limits import Gate, Limited
from muniment.errors import MunimentError, TooMany, UsageError
from muniment.facade import Record

__all__ = ["API_VERSION", "application"]

API_VERSION = "1"
"""Stands in every address; a change that would break a client is a new one beside it."""

_ABOUT = (
    "The registers of a record with the evidence of every value. All of it is read; decisions are filed by the command "
    "line. Lists say how many rows there are, which ledger they are a picture of, and what the record covers: that a "
    "list is empty does not mean that nothing happened."
)


def application(path: str | Path, gate: Gate | None = None) -> FastAPI:
    """Return the API of the record in a file.

    Args:
        path: the record's file.
        gate: how much a visitor may ask for; any number of things where None.

    Raises:
        LedgerError: there is no such file, or it is no record of ours.
        TooNew: a later version wrote it.
    """
    record, gate = Record.open(path), gate or Gate()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        record.close()

    app = FastAPI(
        title="Muniment", version=API_VERSION, description=_ABOUT, openapi_url=f"/v{API_VERSION}/openapi.json",
        docs_url=None, redoc_url=None, lifespan=lifespan,
        middleware=[Middleware(Secured), Middleware(Limited, gate=gate, refuse=_too_many)],
        dependencies=[Depends(require_known)],
        exception_handlers={
            MunimentError: _told, RequestValidationError: _not_valid, HTTPException: _refused, Exception: _failed,
        },
    )  # fmt: skip
    app.state.record, app.state.gate = record, gate
    add_practice(app, f"/v{API_VERSION}")
    add_registers(app, f"/v{API_VERSION}")
    add_questions(app, f"/v{API_VERSION}")
    _describe(app)
    return app


def _describe(app: FastAPI) -> None:
    """Put the shapes of the answers into the description that FastAPI makes of the routes."""
    made = app.openapi

    def described() -> dict[str, Any]:
        whole = made()
        for path in whole["paths"].values():
            for operation in path.values():
                operation["responses"].pop("422", None)
        whole["components"] = {"schemas": components()}
        whole["servers"] = [{"url": "/api"}]
        return whole

    app.openapi = described  # type: ignore[method-assign]  # FastAPI's documented way to extend the description


async def require_known(request: Request) -> None:
    """Refuse a parameter that the address does not know: one that is passed over would look like an answer to it.

    Raises:
        UsageError: there is one.
    """
    known = [parameter.alias for parameter in request.scope["route"].dependant.query_params]
    for name in request.query_params:
        if name not in known:
            raise UsageError(
                f"there is no parameter {name!r} here", code="unknown-parameter", where=name,
                hint=f"There are: {', '.join(known)}." if known else "This address takes none.",
            )  # fmt: skip


def _error(error: MunimentError, status: int) -> Response:
    return Response(msgspec.json.encode(error.record()), status, headers_of(error), "application/json")


def _too_many(request: Request, error: TooMany) -> Response:
    return _error(error, status_of(error))


async def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, MunimentError)  # noqa: S101 - registered for that class
    return _error(error, status_of(error))


async def _not_valid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for that class
    first = error.errors()[0]
    told = UsageError(
        f"{str(first.get('input'))[:40]!r} is not valid: {first['msg'].lower()}", code="bad-parameter",
        where=str(first["loc"][-1]), hint=f"The parameters are described in /api/v{API_VERSION}/openapi.json.",
    )  # fmt: skip
    return _error(told, 400)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for that class
    hint = f"The addresses are described in /api/v{API_VERSION}/openapi.json."
    told = refusal(error, request.url.path, hint)
    answer = _error(told, error.status_code)
    answer.headers.update(error.headers or {})
    return answer


async def _failed(request: Request, error: Exception) -> Response:
    told = MunimentError("this could not be answered; the record is unharmed", code="fault", where=request.url.path)
    return _error(told, 500)
