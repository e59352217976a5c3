"""Fetching: one address after the other, politely, each redirect checked like the first address.

What a site asks of robots is kept to, hosts are left in peace between two requests, and every answer is told with the
exchanges that led to it, byte for byte.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from email.message import Message
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

import msgspec

from muniment import __version__
from muniment.archive.page_bytes import MAX_BYTES
from muniment.archive.web.address import host_of, joined, normal, origin_of, path_of
from muniment.archive.web.connection import Limits, Line, exchange
from muniment.archive.web.exchange import Exchange, content_of, headers_of
from muniment.archive.web.guard import Resolver, places
from muniment.archive.web.pace import LONGEST_WAIT, Pace, retry_after
from muniment.archive.web.robots import Robots
from muniment.archive.web.timing import Timing
from muniment.errors import CaptureError

__all__ = ["AGENT", "PASSING", "Answer", "Fetcher", "Manners", "Validators"]

AGENT = "muniment"
"""Product token that robots.txt files may name."""

PASSING = frozenset({"timeout", "connection", "truncated", "tls", "host-unknown", "damaged", "not-http", "busy"})
"""Codes of errors that may pass: asking again later makes sense."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5
"""Redirects followed: what RFC 9309 (section 2.3.1.2) asks for robots.txt, and more than pages need."""

_ROBOTS_SECONDS = 24 * 3600.0
"""How long a robots.txt is kept (RFC 9309, section 2.4: not more than 24 hours)."""

_UNREACHED_SECONDS = 600.0
"""How long a robots.txt that could not be had is taken to forbid everything, before it is asked for again."""


class Manners(msgspec.Struct, frozen=True):
    """How to behave, and what to put up with.

    Attributes:
        contact: address or mail address that a site's keeper can turn to; goes into every request.
        private: whether addresses that are not public may be gone to: this machine, the network around it.
        delay_seconds: between the end of one answer and the next request to the same host; more where its robots.txt
            asks for more.
        limits: size and time of one answer.
    """

    contact: str = ""
    private: bool = False
    delay_seconds: float = 1.0
    limits: Limits = Limits(MAX_BYTES)

    def agent(self) -> str:
        """Return the `User-Agent` header: what this is, and who runs it."""
        contact = "".join(letter for letter in self.contact if " " <= letter <= "~" and letter not in "()")
        return f"{AGENT}/{__version__} ({f'contact: {contact}' if contact else 'no contact given'})"


class Validators(msgspec.Struct, frozen=True):
    """What lets a server say that a page has not changed (RFC 9110, section 8.8), and the address it holds for."""

    address: str = ""
    etag: str = ""
    last_modified: str = ""

    def headers(self, address: str) -> dict[str, str]:
        """Return the headers of a conditional request for an address; none where they hold for another."""
        if address != self.address:
            return {}
        told = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in told.items() if value}


class Answer(msgspec.Struct, frozen=True):
    """What came of asking for an address.

    Attributes:
        asked: the address, in its one form.
        address: where the answer came from, after redirects.
        status: the answer's status code, none of a redirect.
        headers: of the answer.
        content: of the answer, unpacked; empty where it is of status 304.
        exchanges: every request and answer that led to it, in order.
        wait_seconds: how long the server asks to be left alone; None where it does not say.
    """

    asked: str
    address: str
    status: int
    headers: Message
    content: bytes
    exchanges: tuple[Exchange, ...]
    wait_seconds: float | None = None

    @property
    def seen_at(self) -> str:
        """When the answer began to come, UTC."""
        return self.exchanges[-1].seen_at

    @property
    def validators(self) -> Validators:
        """What to ask with the next time."""
        etag, modified = self.headers.get("ETag", ""), self.headers.get("Last-Modified", "")
        return Validators(self.address, _one_line(etag), _one_line(modified))


class _Asked(msgspec.Struct, frozen=True):
    """What a site asks of robots, until when that is kept, and why it could not be had."""

    robots: Robots
    until: float
    fault: str


class Fetcher:
    """Asks for addresses, one at a time.

    Args:
        manners: how to behave.
        timing: tells the time and waits.
        resolve: looks hosts up.
        tls: how https is agreed on; by default with certificates that the machine trusts.
    """

    def __init__(
        self, manners: Manners, timing: Timing, resolve: Resolver = socket.getaddrinfo,
        tls: Callable[[], ssl.SSLContext] = ssl.create_default_context,
    ) -> None:  # fmt: skip
        """Take note of how to behave; nothing is asked for yet."""
        self.manners = manners
        self.timing = timing
        self.pace = Pace(timing, manners.delay_seconds)
        self._resolve = resolve
        self._tls = tls
        self._context: ssl.SSLContext | None = None
        self._robots: dict[str, _Asked] = {}

    def fetch(self, address: str, validators: Validators | None = None) -> Answer:
        """Return the answer to asking for an address, whatever its status.

        Args:
            address: in any spelling.
            validators: of the last answer; where it still holds, the status is 304 and there is no content.

        Raises:
            CaptureError: no answer, one beyond the limits, or an address that is not to be asked for.
        """
        return self._followed(normal(address), validators or Validators(), by_robots=True)

    def _followed(self, asked: str, validators: Validators, *, by_robots: bool) -> Answer:
        address = asked
        made: list[Exchange] = []
        cookies: dict[str, dict[str, str]] = {}
        visited: set[tuple[str, str]] = set()
        while True:
            jar = "; ".join(f"{name}={value}" for name, value in cookies.get(host_of(address), {}).items())
            if (address, jar) in visited:
                raise CaptureError(
                    f"leads round in a circle, by way of {address}", code="redirect-loop", where=asked,
                    hint="The site is at fault; open the address in a browser.",
                )  # fmt: skip
            visited.add((address, jar))
            if by_robots:
                self._require_allowed(address, asked)
            made.append(self._one(address, validators, jar, asked))
            headers = headers_of(made[-1])
            leads = headers.get("Location")
            if made[-1].status not in _REDIRECTS or not leads:
                return self._answer(asked, made, headers)
            if len(made) > _MOST_REDIRECTS:
                raise CaptureError(
                    f"more than {_MOST_REDIRECTS} redirects", code="redirect-loop", where=asked,
                    hint="The site is at fault; open the address in a browser.",
                )  # fmt: skip
            cookies.setdefault(host_of(address), {}).update(_cookies(headers))
            address = joined(address, leads)

    def _answer(self, asked: str, made: list[Exchange], headers: Message) -> Answer:
        last = made[-1]
        content = content_of(last, self.manners.limits.most_bytes) if last.status != 304 else b""
        wait = retry_after(headers.get("Retry-After", ""), last.seen_at)
        if last.status in (429, 503):
            self.pace.hold(host_of(last.address), wait)
        elif last.status < 400:
            self.pace.well(host_of(last.address))
        return Answer(asked, last.address, last.status, headers, content, tuple(made), wait)

    def _one(self, address: str, validators: Validators, jar: str, asked: str) -> Exchange:
        """Return what came of asking one host for one address, at its turn."""
        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        try:
            led = places(parts.hostname or "", port, private=self.manners.private, resolve=self._resolve)
        except CaptureError as error:
            raise CaptureError(error.what, code=error.code, where=asked, hint=error.hint) from error
        headers = {
            "User-Agent": self.manners.agent(), "Accept": "text/html, application/xhtml+xml, */*;q=0.5",
            "Accept-Encoding": "gzip", **validators.headers(address), **({"Cookie": jar} if jar else {}),
        }  # fmt: skip
        if self._context is None:
            self._context = self._tls()
        line = Line(self.manners.limits, self.timing, self._context)
        self._require_free(host_of(address), asked)
        self.pace.turn(host_of(address))
        try:
            for place in led[:-1]:
                try:
                    return exchange(address, headers, place, line)
                except CaptureError as error:
                    if error.code != "connection":
                        raise
            return exchange(address, headers, led[-1], line)
        finally:
            self.pace.done(host_of(address))

    def _require_free(self, host: str, asked: str) -> None:
        """Refuse to wait for a host that asked to be left alone for long.

        Raises:
            CaptureError: it did.
        """
        left = self.pace.ready_in(host)
        if left > LONGEST_WAIT:
            raise CaptureError(
                f"{host} asks to be left alone for {left:,.0f} seconds more", code="busy", where=asked,
                hint="Run the same command again later.",
            )  # fmt: skip

    def _require_allowed(self, address: str, asked: str) -> None:
        """Refuse an address that its site's robots.txt forbids, and keep to the delay it asks for.

        Raises:
            CaptureError: it is forbidden.
        """
        found = self._robots_of(origin_of(address))
        self.pace.ask(host_of(address), found.robots.delay(AGENT))
        if found.robots.allows(AGENT, path_of(address)):
            return
        if found.fault:
            raise CaptureError(
                f"the robots.txt of {host_of(address)} cannot be had ({found.fault}), so nothing may be asked for",
                code="busy", where=asked, hint="Try again later.",
            )  # fmt: skip
        raise CaptureError(
            f"the robots.txt of {host_of(address)} forbids it", code="robots", where=asked,
            hint="Ask the site's keepers for their leave.",
        )  # fmt: skip

    def _robots_of(self, origin: str) -> _Asked:
        kept = self._robots.get(origin)
        if kept is not None and self.timing.seconds() < kept.until:
            return kept
        robots, fault = self._fetched_robots(origin)
        until = self.timing.seconds() + (_UNREACHED_SECONDS if fault else _ROBOTS_SECONDS)
        self._robots[origin] = _Asked(robots, until, fault)
        return self._robots[origin]

    def _fetched_robots(self, origin: str) -> tuple[Robots, str]:
        """Return what a site asks: nothing where it answers 4xx, everything where it cannot be reached or fails.

        With it, why it could not be had, in words; empty where it could.
        """
        try:
            answer = self._followed(f"{origin}/robots.txt", Validators(), by_robots=False)
        except CaptureError as error:
            if error.code in ("private-address", "scheme"):
                raise
            return (Robots.all_forbidden(), error.what) if error.code in PASSING else (Robots.all_allowed(), "")
        if answer.status == 429 or answer.status >= 500:
            return Robots.all_forbidden(), f"status {answer.status}"
        return (Robots.of(answer.content) if 200 <= answer.status < 300 else Robots.all_allowed()), ""


def _cookies(headers: Message) -> dict[str, str]:
    """Return the cookies an answer sets; they last for one chain of redirects and go to the same host only."""
    found: dict[str, str] = {}
    for line in headers.get_all("Set-Cookie") or []:
        try:
            found |= {name: morsel.coded_value for name, morsel in SimpleCookie(line).items()}
        except CookieError:
            continue
    return found


def _one_line(value: str) -> str:
    return value if value.isprintable() and value.isascii() and len(value) <= 1000 else ""
