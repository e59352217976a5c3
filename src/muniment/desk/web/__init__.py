"""The web desk: registers, pages and what is open, as plain pages for people and as CSV and JSON for programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from muniment.desk.limits import Gate

__all__ = ["application"]


def application(path: str | Path, reviewer: str = "", gate: Gate | None = None) -> Starlette:
    """Return the web pages of the record in a file, as an ASGI application.

    Args:
        path: the record's file.
        reviewer: who may review claims on this machine, by the address `state.review.address`; nobody, where empty.
        gate: how much a visitor may ask for; any number of things where None.

    Raises:
        LedgerError: there is no such file, or it is no record of ours.
        TooNew: a later version wrote it.
    """
    from muniment.desk.web import site

    return site.application(path, reviewer, gate)
