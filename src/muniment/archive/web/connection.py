"""One request over one connection, recorded byte for byte, within limits of size and time.

HTTP/1.1 over the standard library: what is sent and received is kept as it was on the wire, and the connection goes to
an address in digits that was checked before. Certificates are verified against the machine's store.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
from urllib.parse import urlsplit

import msgspec

from muniment.archive.web.address import path_of
from muniment.archive.web.exchange import Exchange, message_parts
from muniment.archive.web.guard import Place
from muniment.archive.web.timing import Timing
from muniment.errors import CaptureError

__all__ = ["Limits", "Line", "exchange"]


class Limits(msgspec.Struct, frozen=True):
    """How much an answer may be and take.

    Attributes:
        most_bytes: of the answer as it comes.
        connect_seconds: to connect, and again to agree on a cipher.
        idle_seconds: without a byte.
        total_seconds: from the first packet to the last byte, however steadily they drip.
    """

    most_bytes: int
    connect_seconds: float = 15.0
    idle_seconds: float = 30.0
    total_seconds: float = 120.0


class _TooMuchError(Exception):
    """The answer is larger than it may be."""


class _Recorded(io.RawIOBase):
    """A connected socket whose sent and received bytes are kept, and which keeps to its limits.

    Reading stops with `TimeoutError` at the deadline, whatever drips in before.
    """

    def __init__(self, connected: socket.socket, limits: Limits, timing: Timing, deadline: float) -> None:
        super().__init__()
        self._socket = connected
        self._limits = limits
        self._timing = timing
        self._deadline = deadline
        self.sent = bytearray()
        self.received = bytearray()
        self.first_at = ""

    def sendall(self, content: bytes) -> None:
        self._socket.settimeout(self._left())
        self._socket.sendall(content)
        self.sent += content

    def _left(self) -> float:
        left = self._deadline - self._timing.seconds()
        if left <= 0:
            raise TimeoutError("the whole answer")
        return min(left, self._limits.idle_seconds)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self._socket.settimeout(self._left())
        count = self._socket.recv_into(buffer)
        self.first_at = self.first_at or self._timing.now()
        self.received += buffer[:count]
        if len(self.received) > self._limits.most_bytes:
            raise _TooMuchError
        return count

    def makefile(self, *_: object, **__: object) -> io.BufferedReader:
        return io.BufferedReader(self)

    def close(self) -> None:
        self._socket.close()
        super().close()


class Line(msgspec.Struct, frozen=True):
    """How requests are made.

    Attributes:
        limits: of size and time.
        timing: tells the time.
        tls: how https is agreed on.
    """

    limits: Limits
    timing: Timing
    tls: ssl.SSLContext


def exchange(address: str, headers: dict[str, str], place: Place, line: Line) -> Exchange:
    """Return what came of one request.

    Args:
        address: what is asked for, in its one form.
        headers: of the request, besides `Host`.
        place: where to connect to; it was checked.
        line: how the request is made.

    Raises:
        CaptureError: no connection, no certificate that holds, no HTTP, or an answer beyond the limits.
    """
    limits, timing = line.limits, line.timing
    deadline = timing.seconds() + limits.total_seconds
    try:
        connected = _connected(address, place, line)
    except ssl.SSLCertVerificationError as error:
        raise CaptureError(
            f"the certificate does not hold ({error.verify_message})", code="certificate", where=address,
            hint="Check the address; the site may have let its certificate run out.",
        ) from error  # fmt: skip
    except OSError as error:
        raise _lost(address, error, "connecting") from error
    recorded = _Recorded(connected, limits, timing, deadline)
    try:
        recorded.sendall(_request(address, headers))
        response = http.client.HTTPResponse(recorded, method="GET")  # type: ignore[arg-type]
        response.begin()
        length = response.length
        response.read()
    except _TooMuchError:
        raise CaptureError(
            f"more than {limits.most_bytes >> 20} MiB is too large for one page", code="too-large", where=address,
            hint="Fetch it by hand and split it.",
        ) from None  # fmt: skip
    except http.client.IncompleteRead as error:
        raise _cut(address) from error
    except (http.client.HTTPException, ValueError) as error:
        raise CaptureError(
            f"the answer is no HTTP ({type(error).__name__})", code="not-http", where=address,
            hint="Check address and port.",
        ) from error  # fmt: skip
    except OSError as error:
        raise _lost(address, error, "reading the answer") from error
    finally:
        recorded.close()
    whole = bytes(recorded.received)
    if length is not None:
        whole = whole[: len(message_parts(whole)[0]) + length]
    return Exchange(address, recorded.first_at, place[1], response.status, bytes(recorded.sent), whole)


def _connected(address: str, place: Place, line: Line) -> socket.socket:
    """Return a socket connected to a checked place, under TLS for https."""
    parts = urlsplit(address)
    plain = socket.socket(place[0], socket.SOCK_STREAM)
    try:
        plain.settimeout(line.limits.connect_seconds)
        plain.connect((place[1], parts.port or (443 if parts.scheme == "https" else 80)))
        if parts.scheme == "https":
            return line.tls.wrap_socket(plain, server_hostname=parts.hostname)
    except BaseException:
        plain.close()
        raise
    return plain


def _request(address: str, headers: dict[str, str]) -> bytes:
    lines = [f"GET {path_of(address)} HTTP/1.1", f"Host: {urlsplit(address).netloc}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1")


def _cut(address: str) -> CaptureError:
    return CaptureError(
        "the answer was cut short: fewer bytes came than were announced", code="truncated", where=address,
        hint="Try again later.",
    )  # fmt: skip


def _lost(address: str, error: OSError, while_doing: str) -> CaptureError:
    """Return the error of a connection that was not made or was lost."""
    if isinstance(error, TimeoutError):
        return CaptureError(
            f"took too long while {while_doing}", code="timeout", where=address, hint="Try again later."
        )
    if isinstance(error, ssl.SSLError):
        return CaptureError(
            f"no secure connection ({error.reason or error})", code="tls", where=address, hint="Check the address."
        )
    return CaptureError(
        f"the connection failed while {while_doing} ({error.strerror or error})", code="connection", where=address,
        hint="Check the address and the network, and try again.",
    )  # fmt: skip
