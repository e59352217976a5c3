"""A web server on this machine that answers as it is told to, also badly: slowly, wrongly, without end.

with Rogue() as server:
    server.page("/a", "<p>Hello.</p>")
    server.route("/slow", drip(...))
    ... server.at("/a") ...; server.asked  # the requests that came, in order
"""

from __future__ import annotations

import contextlib
import gzip
import http.server
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any

Handler = http.server.BaseHTTPRequestHandler
Route = Callable[[Handler], None]


class Rogue:
    """The server; by default every path is answered 404, `/robots.txt` too."""

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.otherwise: Route = answer(b"<title>Nothing</title>Nothing here.", status=404)
        self.asked: list[str] = []
        self.headers: list[Any] = []
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def _handler(self) -> type[Handler]:
        rogue = self

        class Answering(Handler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:  # noqa: N802
                rogue.asked.append(self.path)
                rogue.headers.append(self.headers)
                with contextlib.suppress(OSError):  # the client had enough
                    rogue.routes.get(self.path, rogue.otherwise)(self)
                self.close_connection = True

            def log_message(self, *_: object) -> None:
                pass

        return Answering

    @property
    def port(self) -> int:
        return self._server.server_address[1]

    def at(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def route(self, path: str, route: Route) -> str:
        self.routes[path] = route
        return self.at(path)

    def page(self, path: str, content: str | bytes, **more: Any) -> str:
        """Let a path give a page; `headers`, `status` as in `answer`."""
        return self.route(path, answer(content.encode() if isinstance(content, str) else content, **more))

    def pages_asked(self) -> list[str]:
        return [path for path in self.asked if path != "/robots.txt"]

    def __enter__(self) -> Rogue:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def answer(content: bytes, status: int = 200, headers: dict[str, str] | None = None) -> Route:
    """Answer properly; a header given as "" is left out."""
    told = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(content)), **(headers or {})}

    def route(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in told.items():
            if value:
                handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(content)

    return route


def raw(content: bytes) -> Route:
    """Send these bytes and nothing else, then close."""

    def route(handler: Handler) -> None:
        handler.wfile.write(content)
        handler.wfile.flush()

    return route


def drip(head: bytes, drop: bytes, seconds: float, times: int) -> Route:
    """Send a head, then one drop at a time."""

    def route(handler: Handler) -> None:
        handler.wfile.write(head)
        for _ in range(times):
            handler.wfile.write(drop)
            handler.wfile.flush()
            time.sleep(seconds)

    return route


def redirect(to: str, status: int = 302, cookie: str = "") -> Route:
    return answer(b"", status, {"Location": to, **({"Set-Cookie": cookie} if cookie else {})})


def packed(content: bytes, **more: Any) -> Route:
    return answer(gzip.compress(content), **more, headers={"Content-Encoding": "gzip"})


def in_turn(*routes: Route) -> Route:
    """Answer the first time with the first route, and so on; the last stays."""
    left = list(routes)

    def route(handler: Handler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return route


def unless_same(etag: str, content: bytes) -> Route:
    """Answer 304 to whoever has it already."""

    def route(handler: Handler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            answer(b"", 304, {"ETag": etag, "Content-Length": "", "Content-Type": ""})(handler)
        else:
            answer(content, headers={"ETag": etag})(handler)

    return route
