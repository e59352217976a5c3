"""Where the pages on practice stand: promises, meetings and what follows from them."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web import agendas, promises

__all__ = ["PLACES"]

PLACES: tuple[tuple[str, Callable[[Request], Response]], ...] = (
    ("/promises", promises.promises),
    ("/agendas", agendas.agendas),
)
"""Address -> the page; each in every form."""
