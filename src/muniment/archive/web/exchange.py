"""One request and its answer, byte for byte as they went over the wire."""

from __future__ import annotations

import http.client
import io
import re
from email.message import Message

import msgspec

from muniment.archive.web.unpacking import unpacked
from muniment.errors import CaptureError

__all__ = ["Exchange", "content_of", "headers_of", "message_parts"]

_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")


class Exchange(msgspec.Struct, frozen=True):
    """A request and its answer.

    Attributes:
        address: what was asked for, in its one form.
        seen_at: when the answer began to come, UTC, ISO 8601 to the second.
        remote: address in digits that was connected to.
        status: the answer's status code.
        request: the request as it was sent.
        response: the answer as it came: status line, headers, body, with whatever codings they came in.
    """

    address: str
    seen_at: str
    remote: str
    status: int
    request: bytes
    response: bytes


def message_parts(message: bytes) -> tuple[bytes, bytes]:
    """Return head (with the empty line that ends it) and body of a message as it went over the wire."""
    end = _END_OF_HEAD.search(message)
    return (message, b"") if end is None else (message[: end.end()], message[end.end() :])


def headers_of(exchange: Exchange) -> Message:
    """Return the headers of an exchange's answer.

    Raises:
        CaptureError: they are no headers.
    """
    return _answer(exchange)[0]


def content_of(exchange: Exchange, most: int) -> bytes:
    """Return the content that an exchange's answer carries: without transfer and content codings.

    Raises:
        CaptureError: it is damaged, cut short, or unpacks to more than `most` bytes.
    """
    headers, body = _answer(exchange)
    return unpacked(body, ",".join(headers.get_all("Content-Encoding") or []), most, exchange.address)


class _Kept:
    """A socket that gives kept bytes."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def makefile(self, *_: object, **__: object) -> io.BytesIO:
        return io.BytesIO(self._content)


def _answer(exchange: Exchange) -> tuple[Message, bytes]:
    """Return headers and body of the answer, transfer codings undone."""
    try:
        response = http.client.HTTPResponse(_Kept(exchange.response), method="GET")  # type: ignore[arg-type]
        response.begin()
        return response.headers, response.read()
    except (http.client.HTTPException, ValueError, OSError) as error:
        raise CaptureError(
            f"the answer is no HTTP: {type(error).__name__}", code="damaged", where=exchange.address,
            hint="Try again later.",
        ) from error  # fmt: skip
