"""One application for everything `muniment serve` shows: the pages, and the API at /api where it is installed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from importlib.util import find_spec

from starlette.applications import Starlette
from starlette.routing import Mount

from muniment.desk.limits import Gate, Limits
from muniment.desk.web import application

__all__ = ["served"]


def served(path: str, reviewer: str = "", limits: Limits | None = None) -> Starlette:
    """Return the pages of the record in a file with its API.

    Args:
        path: the record's file.
        reviewer: who may review claims, by the address `state.review.address`; nobody, where empty.
        limits: how much one address may ask for, of pages and API together; any number of things where None.

    Raises:
        LedgerError: there is no such file, or it is no record of ours.
        TooNew: a later version wrote it.
    """
    gate = Gate(limits)
    parts: dict[str, Starlette] = {"": application(path, reviewer, gate)}
    if find_spec("fastapi") is not None:
        from muniment.desk.api import application as api

        parts = {"/api": api(path, gate), **parts}

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as running:
            for part in parts.values():
                await running.enter_async_context(part.router.lifespan_context(part))
            yield

    whole = Starlette(routes=[Mount(where, part) for where, part in parts.items()], lifespan=lifespan)
    whole.state.review = parts[""].state.review
    return whole
