"""Where the pages on practice stand: promises, meetings and what follows from them."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web import agendas, duties, formulas, offices, promises, states

__all__ = ["OWN", "PLACES"]

PLACES: tuple[tuple[str, Callable[[Request], Response]], ...] = (
    ("/promises", promises.promises),
    ("/agendas", agendas.agendas),
    ("/offices", offices.offices),
    ("/duties", duties.duties),
    ("/states", states.states),
    ("/deployments", states.deployments),
    ("/formulas", formulas.formulas),
)
"""Address -> the page; each in every form."""

OWN: tuple[tuple[str, Callable[[Request], Response]], ...] = (
    ("/duties.ics", duties.tasks),
    ("/offices/{office}", offices.office),
    ("/states/{state}", states.state),
)
"""Address -> the page of one thing; the form is part of its name."""
