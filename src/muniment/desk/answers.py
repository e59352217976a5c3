"""What every answer over HTTP has in common: its security headers, and the status of errors."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from muniment.errors import Conflict, DecisionError, MunimentError, Stale, TooMany, Unknown, UsageError

__all__ = ["HEAD_HEADER", "SECURITY", "Secured", "headers_of", "refusal", "status_of"]

HEAD_HEADER = "Muniment-Head"
"""The header that says which ledger an answer is a picture of."""

SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Headers of every answer: the text on these pages comes from elsewhere and must never run (OWASP, Secure Headers)."""

_STATUS: tuple[tuple[type[MunimentError], int], ...] = (
    (Unknown, 404), (TooMany, 429), (UsageError, 400), (DecisionError, 409), (Conflict, 503), (Stale, 503),
    (MunimentError, 500),
)  # fmt: skip
"""Branch of the error tree -> HTTP status; the first that fits."""


def status_of(error: MunimentError) -> int:
    """Return the HTTP status of an error, by its branch of the tree."""
    return next(number for branch, number in _STATUS if isinstance(error, branch))


def headers_of(error: MunimentError) -> dict[str, str]:
    """Return the headers that an error's answer has beside the others: when to ask again (RFC 9110, 10.2.3)."""
    return {"Retry-After": str(error.seconds)} if isinstance(error, TooMany) else {}


def refusal(error: HTTPException, where: str, hint: str) -> MunimentError:
    """Return what is told of an address that is not there, or is only read.

    Args:
        error: what the router says.
        where: the address asked for.
        hint: where the addresses are that there are.
    """
    if error.status_code == 405:
        return UsageError(
            "this is only read here", code="read-only", where=where,
            hint="File what you know with `muniment correct`, `withdraw` or `add`.",
        )  # fmt: skip
    return Unknown("there is no such address", code="unknown-page", where=where, hint=hint)


class Secured:
    """Adds the security headers to every answer of an application."""

    def __init__(self, app: ASGIApp) -> None:
        """Take the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, with the headers."""

        async def secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, secured)
