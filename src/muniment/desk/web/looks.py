"""How pages look to one visitor: colours and language, as kept in cookies of this site and nowhere else."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from muniment.desk.web.asking import require_known, require_local
from muniment.desk.web.catalogue import languages
from muniment.desk.web.faults import wrong

__all__ = ["KEPT_SECONDS", "THEMES", "back_of", "choose_language", "choose_theme", "theme_of"]

THEMES = ("light", "dark")
"""Colours that a visitor can choose; without a choice the device decides."""

KEPT_SECONDS = 365 * 24 * 60 * 60
"""Seconds that a choice is kept."""


def theme_of(request: Request) -> str:
    """Return the colours that the visitor chose; empty where the device decides."""
    chosen = request.cookies.get("theme", "")
    return chosen if chosen in THEMES else ""


def back_of(request: Request) -> str:
    """Return the address that is shown, to come back to."""
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def choose_theme(request: Request) -> Response:
    """Keep the colours a visitor chose and lead back to the page.

    Raises:
        UsageError: there are no such colours, or the page to come back to is not of this site.
    """
    require_known(request, "theme", "back")
    chosen, back = request.query_params.get("theme", ""), request.query_params.get("back", "/")
    if chosen not in ("auto", *THEMES):
        raise wrong("unknown-theme", "theme", asked=repr(chosen[:40]), there=", ".join(("auto", *THEMES)))
    answer = RedirectResponse(require_local(back), 303, {"Cache-Control": "no-store"})
    if chosen == "auto":
        answer.delete_cookie("theme", samesite="lax")
    else:
        answer.set_cookie("theme", chosen, max_age=KEPT_SECONDS, samesite="lax")
    return answer


def choose_language(request: Request) -> Response:
    """Keep the language a visitor chose and lead back to the page.

    Raises:
        UsageError: there are no words in it, or the page to come back to is not of this site.
    """
    require_known(request, "language", "back")
    chosen, back = request.query_params.get("language", ""), request.query_params.get("back", "/")
    if chosen not in languages():
        raise wrong("unknown-language", "language", asked=repr(chosen[:40]), there=", ".join(languages()))
    answer = RedirectResponse(require_local(back), 303, {"Cache-Control": "no-store"})
    answer.set_cookie("language", chosen, max_age=KEPT_SECONDS, samesite="lax", httponly=True)
    return answer
